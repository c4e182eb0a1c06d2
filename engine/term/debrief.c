// Words for the facts of a debrief. It names promises, acts and hours; it never grades.
#include "term/debrief.h"

#include "base/say.h"
#include "base/text.h"
#include "story/debrief.h"
#include "story/render.h"
#include "term/bridge.h"
#include "term/tell.h"
#include "term/turning.h"
#include "view/plan.h"

#include <string.h>

static void add_marked(const StoryHistory *history, TextId text, Text *out)
{
    Text marked = { 0 };
    render_text(history->scenario, history->now, text, &marked);
    render_plain(text_str(&marked), out);
    text_deinit(&marked);
}

static void heading(TermPrinter *printer, const char *text)
{
    term_blank(printer);
    term_print(printer, TERM_BOLD, "", 0, text);
}

// The day, once, and the time where it changed.
static void add_time(TermPrinter *printer, const StoryHistory *history, int32_t minute,
                     int32_t last, Text *line)
{
    if (last < 0 || minute / STORY_DAY_MINUTES != last / STORY_DAY_MINUTES) {
        render_day(history->scenario, minute, line);
        term_print(printer, TERM_DIM, "", 0, text_str(line));
        text_clear(line);
    }
    if (minute != last) {
        say_time((int)(minute % STORY_DAY_MINUTES), line);
        text_add(line, ": ");
    } else {
        text_add(line, say("then: "));
    }
}

static void tell_way(TermPrinter *printer, const StoryHistory *history, const Debrief *debrief)
{
    heading(printer, say("Your way"));
    Text line = { 0 }, marked = { 0 };
    int32_t last = -1;
    for (int i = 0; i < debrief->step_count; i++) {
        const DebriefStep *step = &debrief->steps[i];
        const Playthrough *state = history_state(history, i);
        text_clear(&line);
        text_clear(&marked);
        add_time(printer, history, step->minute, last, &line);
        last = step->minute;
        render_offer(history->scenario, state, &history->taken[i], &marked);
        render_plain(text_str(&marked), &line);
        if (step->person != STORY_NONE && step->word_before != step->word_after) {
            text_addf(&line, say(" [%s: %s, then %s]"), term_name(history->scenario, step->person),
                      say(bridge_word_name((BridgeWord)step->word_before)),
                      say(bridge_word_name((BridgeWord)step->word_after)));
        }
        term_print(printer, TERM_PLAIN, "- ", 2, text_str(&line));
    }
    text_deinit(&marked);
    text_deinit(&line);
}

static void add_still_open(const StoryHistory *history, const DebriefPlank *plank, Text *out)
{
    text_add(out, say("still open, due "));
    render_due(history->scenario, plank->minute, out);
}

// What became of a colleague's promise.
static void add_their_fate(const StoryHistory *history, const DebriefPlank *plank, Text *out)
{
    switch ((StoryState)plank->state) {
    case STATE_KEPT:
        text_add(out, say("they came through"));
        break;
    case STATE_LAPSED:
        text_add(out, say("no longer needed, nobody’s fault"));
        break;
    case STATE_NONE:
    case STATE_OPEN:
    case STATE_MOVED:
        add_still_open(history, plank, out);
        break;
    default:
        text_add(out, say("they did not come through"));
        break;
    }
}

static void add_fate(const StoryHistory *history, const DebriefPlank *plank, Text *out)
{
    bool hold = history->scenario->commitments[plank->commitment].kind == STORY_HOLD;
    switch ((StoryState)plank->state) {
    case STATE_KEPT:
        if (hold) {
            text_add(out, plank->lies_in > 0 ? say("held to the end: it lies in the gap of ")
                                             : say("held to the end"));
        } else {
            text_add(out, plank->lies_in > 0 ? say("kept: it lies in the gap of ") : say("kept"));
        }
        if (plank->lies_in > 0) {
            text_addf(out, say("plank %d"), plank->lies_in);
        }
        break;
    case STATE_MISSED:
        text_add(out, hold ? say("not held") : say("missed, in silence"));
        break;
    case STATE_WARNED:
        text_add(out, hold ? say("not held") : say("said that it would be late, and late"));
        break;
    case STATE_OWNED_UP:
        text_add(out, say("missed, and said so first"));
        break;
    case STATE_COVERED_UP:
        text_add(out, say("missed and hidden; nobody knows"));
        break;
    case STATE_FOUND_OUT:
        text_add(out, say("hidden, and found out"));
        break;
    case STATE_LAPSED:
        text_add(out, say("lapsed, nobody’s fault"));
        break;
    case STATE_NONE:
    case STATE_OPEN:
    case STATE_MOVED:
        add_still_open(history, plank, out);
        break;
    }
    if (plank->moves > 0) {
        text_addf(out, say("; new date agreed %s"),
                  plank->moves == 1 ? say("once") : say("more than once"));
    }
    if (plank->mended_by > 0 && debrief_is_broken((StoryState)plank->state)) {
        text_addf(out, say("; plank %d lies there now"), plank->mended_by);
    }
}

static void tell_planks(TermPrinter *printer, const StoryHistory *history, const Debrief *debrief)
{
    if (debrief->plank_count == 0) {
        return;
    }
    heading(printer, say("The planks"));
    Text line = { 0 };
    for (int i = 0; i < debrief->plank_count; i++) {
        const DebriefPlank *plank = &debrief->planks[i];
        const char *name = term_name(history->scenario, plank->person);
        text_clear(&line);
        term_add_title(history, plank->commitment, &line);
        if (plank->disc > 0) {
            text_addf(&line, say(" (plank %d)"), plank->disc);
        }
        if (plank->theirs) {
            text_addf(&line, say(", promised by %s: "), name);
        } else {
            text_addf(&line, say(", to %s: "), name);
        }
        if (plank->theirs) {
            add_their_fate(history, plank, &line);
        } else {
            add_fate(history, plank, &line);
        }
        term_print(printer, TERM_PLAIN, "- ", 2, text_str(&line));
    }
    text_deinit(&line);
}

// Which of them to look after first.
static void tell_worst(TermPrinter *printer, const StoryHistory *history, const Debrief *debrief)
{
    if (history->scenario->person_count < 2) {
        return;
    }
    if (debrief->worst_word == BRIDGE_SOUND) {
        term_print(printer, TERM_GOOD, "", 0, say("All of them are sound."));
    } else {
        term_printf(printer, TERM_WARN, say("The one to %s stands worst: %s."),
                    term_name(history->scenario, debrief->worst_person),
                    say(bridge_word_name(debrief->worst_word)));
    }
}

static void tell_bridges(TermPrinter *printer, const StoryHistory *history, const Debrief *debrief)
{
    heading(printer, say("The bridges at the end"));
    for (int i = 0; i < history->scenario->person_count; i++) {
        Text line = { 0 };
        text_addf(&line, "%s: ", term_name(history->scenario, i));
        term_add_bridge(history, i, &line);
        term_print(printer, TERM_PLAIN, "- ", 2, text_str(&line));
        text_deinit(&line);
        if (printer->drawn) {
            BridgeCondition bridge;
            story_bridge(history->scenario, history->now, i, &bridge);
            term_bridge(printer, &bridge, term_name(history->scenario, i));
        }
    }
    tell_worst(printer, history, debrief);
}

// What a standard of that name is about; authors may have others.
static void add_standard(const char *id, const char *name, Text *out)
{
    static const char *const about[][3] = {
        { "notice", SAY_LATER("How much notice "), SAY_LATER(" needs") },
        { "replies", SAY_LATER("How soon "), SAY_LATER(" expects an answer") },
        { "detail", SAY_LATER("How much detail "), SAY_LATER(" wants") },
        { "candour", SAY_LATER("How plainly "), SAY_LATER(" wants to be told") },
    };
    for (size_t i = 0; i < sizeof about / sizeof *about; i++) {
        if (strcmp(id, about[i][0]) == 0) {
            text_addf(out, "%s%s%s", say(about[i][1]), name, say(about[i][2]));
            return;
        }
    }
    text_addf(out, say("What counts for %s: %s"), name, id);
}

// "Two"; figures from thirteen on.
static void add_count(int count, Text *out)
{
    static const char *const words[] = {
        SAY_LATER_WHERE("how many things", "No"), SAY_LATER_WHERE("how many things", "One"),
        SAY_LATER_WHERE("how many things", "Two"), SAY_LATER_WHERE("how many things", "Three"),
        SAY_LATER_WHERE("how many things", "Four"), SAY_LATER_WHERE("how many things", "Five"),
        SAY_LATER_WHERE("how many things", "Six"), SAY_LATER_WHERE("how many things", "Seven"),
        SAY_LATER_WHERE("how many things", "Eight"), SAY_LATER_WHERE("how many things", "Nine"),
        SAY_LATER_WHERE("how many things", "Ten"), SAY_LATER_WHERE("how many things", "Eleven"),
        SAY_LATER_WHERE("how many things", "Twelve")
    };
    if (count >= 0 && (size_t)count < sizeof words / sizeof *words) {
        text_add(out, say_where("how many things", words[count]));
    } else {
        text_addf(out, "%d", count);
    }
}

// What it is stays theirs to tell: there is another play.
static void tell_untold(TermPrinter *printer, const char *name, int count)
{
    Text line = { 0 };
    add_count(count, &line);
    text_addf(&line,
              say_many(" thing %s would have told you, had you asked",
                       " things %s would have told you, had you asked", count),
              name);
    term_print(printer, TERM_PLAIN, "- ", 2, text_str(&line));
    text_deinit(&line);
}

static void tell_unasked(TermPrinter *printer, const StoryHistory *history, const Debrief *debrief)
{
    if (debrief->unasked_count == 0) {
        return;
    }
    heading(printer, say("You never asked"));
    int facts[STORY_PEOPLE_MAX] = { 0 };
    Text line = { 0 };
    for (int i = 0; i < debrief->unasked_count; i++) {
        const DebriefUnasked *it = &debrief->unasked[i];
        if (!it->standard) {
            facts[it->person]++;
            continue;
        }
        text_clear(&line);
        add_standard(history->scenario->standards[it->index].id,
                     term_name(history->scenario, it->person), &line);
        if ((history->now->standards_broken >> it->index & 1u) != 0) {
            text_add(&line, say(": you ran into that without knowing it"));
        }
        term_print(printer, TERM_PLAIN, "- ", 2, text_str(&line));
    }
    for (int i = 0; i < history->scenario->person_count; i++) {
        if (facts[i] > 0) {
            tell_untold(printer, term_name(history->scenario, i), facts[i]);
        }
    }
    text_deinit(&line);
}

static void tell_learned(TermPrinter *printer, const StoryHistory *history, const Debrief *debrief)
{
    if (debrief->learned_count == 0) {
        return;
    }
    heading(printer, say("What you learned"));
    for (int i = 0; i < debrief->learned_count; i++) {
        const DebriefUnasked *it = &debrief->learned[i];
        Text line = { 0 };
        text_addf(&line, "%s: ", term_name(history->scenario, it->person));
        add_marked(history,
                   it->standard ? history->scenario->standards[it->index].says
                                : history->scenario->facts[it->index].says,
                   &line);
        term_print(printer, TERM_PLAIN, "- ", 2, text_str(&line));
        text_deinit(&line);
    }
}

static void tell_tactics(TermPrinter *printer, const Debrief *debrief)
{
    static const char *const names[DEBRIEF_TACTICS] = {
        [DEBRIEF_OWNED_UP] = SAY_LATER("owned up"),
        [DEBRIEF_TOLD] = SAY_LATER("said it would be late"),
        [DEBRIEF_NEW_DATE] = SAY_LATER("agreed a new date"),
        [DEBRIEF_COVERED_UP] = SAY_LATER("covered up"),
        [DEBRIEF_APOLOGY] = SAY_LATER("apologised"),
        [DEBRIEF_VOW] = SAY_LATER("promised to change"),
        [DEBRIEF_DENIAL] = SAY_LATER("denied it"),
        [DEBRIEF_CLARIFIED] = SAY_LATER("asked what counts"),
        [DEBRIEF_LISTENED] = SAY_LATER("listened"),
        [DEBRIEF_ASKED] = SAY_LATER("asked"),
        [DEBRIEF_THEIR_AGENDA] = SAY_LATER("their agenda"),
        [DEBRIEF_SHARED_AGENDA] = SAY_LATER("shared agenda"),
        [DEBRIEF_MY_AGENDA] = SAY_LATER("own agenda"),
        [DEBRIEF_DEFENDED] = SAY_LATER("defended"),
        [DEBRIEF_STEERED] = SAY_LATER("steered"),
        [DEBRIEF_FIXED] = SAY_LATER("fixed"),
    };
    Text line = { 0 };
    for (int i = 0; i < DEBRIEF_TACTICS; i++) {
        const DebriefTactic *tactic = &debrief->tactics[i];
        if (tactic->count > 0) {
            text_addf(&line, "%s%s %d×%s", line.length > 0 ? say_comma() : "", say(names[i]),
                      tactic->count, tactic->worn > 0 ? say(" (wore out)") : "");
        }
    }
    if (line.length > 0) {
        heading(printer, say("What you tried"));
        term_print(printer, TERM_PLAIN, "", 0, text_str(&line));
    }
    text_deinit(&line);
}

static void add_hours(int32_t minutes, Text *out)
{
    if (minutes >= 60 || minutes == 0) {
        text_addf(out, say("%d h"), (int)(minutes / 60));
    }
    if (minutes % 60 != 0) {
        text_addf(out, say("%s%d min"), minutes >= 60 ? " " : "", (int)(minutes % 60));
    }
}

static void add_promises(int count, Text *out)
{
    text_addf(out, say_many("%d promise", "%d promises", count), count);
}

// What broke first, by the player's own choices.
static void add_first_broken(const StoryHistory *history, const Debrief *debrief, Text *line)
{
    text_add(line, say("“"));
    term_add_title(history, debrief->first_broken, line);
    text_add(line, say("” broke on "));
    render_due(history->scenario, debrief->first_broken_minute, line);
    if (debrief->first_broken_left_minutes > 0) {
        text_add(line, say_comma());
        add_hours(debrief->first_broken_left_minutes, line);
        text_add(line, say(" short"));
    }
    if (debrief->broken > 1) {
        text_addf(line, say(", the first of %d"), debrief->broken);
    }
    text_add(line, ". ");
}

// What mending it has cost since.
static void add_labour(const StoryHistory *history, const Debrief *debrief, Text *line)
{
    int broken = debrief->given_broken >= 0 ? debrief->given_broken : debrief->first_broken;
    const StoryCommitment *it = &history->scenario->commitments[broken];
    const char *name = term_name(history->scenario, it->to);
    BridgeCondition bridge;
    story_bridge(history->scenario, history->now, it->to, &bridge);
    text_add(line, say("If you miss Step 1, there is hard labour. "));
    if (debrief->rebuilding_minutes == 0 && debrief->kept_after == 0) {
        text_addf(line,
                  bridge.word == BRIDGE_SOUND
                      ? say("The other planks bear it: the bridge to %s is %s, with a gap.")
                      : say("Nobody has begun it: the bridge to %s is %s."),
                  name, say(bridge_word_name((BridgeWord)bridge.word)));
        return;
    }
    text_add(line, say("So far: "));
    add_hours(debrief->rebuilding_minutes, line);
    text_add(line, say(" of rebuilding, and "));
    if (debrief->kept_after > 0) {
        add_promises(debrief->kept_after, line);
    } else {
        text_add(line, say("no promise"));
    }
    text_addf(line, say(" kept to %s since. That bridge is %s%s."), name,
              say(bridge_word_name((BridgeWord)bridge.word)), bridge.mended ? say(", mended") : "");
}

// The recap: Step 1, and if it was missed, hard labour; in the player's own events.
static void tell_recap(TermPrinter *printer, const StoryHistory *history, const Debrief *debrief)
{
    heading(printer, say("The short of it"));
    Text line = { 0 };
    bool given = debrief->given_broken >= 0;
    if (given) {
        text_add(&line, say("Step 1 was missed before this began: “"));
        term_add_title(history, debrief->given_broken, &line);
        text_add(&line, say("”. "));
    } else {
        text_add(&line, say("Step 1 is not to break it. "));
    }
    if (debrief->first_broken >= 0) {
        add_first_broken(history, debrief, &line);
    }
    if (given || debrief->first_broken >= 0) {
        add_labour(history, debrief, &line);
    } else if (debrief->promised == 0) {
        text_add(&line,
                 say("You promised nothing, so nothing could break, and nothing was built."));
    } else {
        text_add(&line, say("You made "));
        add_promises(debrief->promised, &line);
        text_add(&line, say(" and broke none. It took "));
        add_hours(debrief->keeping_minutes, &line);
        text_add(&line, say(", and there is nothing to rebuild."));
    }
    term_print(printer, TERM_PLAIN, "", 0, text_str(&line));
    text_deinit(&line);
}

static void tell_hours(TermPrinter *printer, const Debrief *debrief)
{
    heading(printer, say("Your hours"));
    Text line = { 0 };
    text_add(&line, say("Keeping: "));
    add_hours(debrief->keeping_minutes, &line);
    text_add(&line, say(". Rebuilding: "));
    add_hours(debrief->rebuilding_minutes, &line);
    text_add(&line, ".");
    term_print(printer, TERM_PLAIN, "", 0, text_str(&line));
    text_deinit(&line);
}

static void tell_plan(TermPrinter *printer, const StoryHistory *history, const Debrief *debrief,
                      const char *kept)
{
    heading(printer, say("One plan, tomorrow"));
    Text line = { 0 };
    view_add_plan(history, &debrief->plan, &line);
    term_print(printer, TERM_ACCENT, "", 0, text_str(&line));
    if (kept != NULL && strcmp(kept, text_str(&line)) != 0) {
        term_printf(printer, TERM_DIM, say("Your plan from before: %s"), kept);
    }
    text_deinit(&line);
}

void term_debrief(TermPrinter *printer, const StoryHistory *history, const char *plan, int plays)
{
    Debrief debrief;
    debrief_init(&debrief, history);
    term_blank(printer);
    term_print(printer, TERM_BOLD, "", 0, say("Looking back"));
    tell_way(printer, history, &debrief);
    if (plays > 0) {
        term_turning(printer, history, debrief.worst_person, plays);
    }
    tell_planks(printer, history, &debrief);
    tell_bridges(printer, history, &debrief);
    tell_unasked(printer, history, &debrief);
    tell_learned(printer, history, &debrief);
    tell_tactics(printer, &debrief);
    tell_hours(printer, &debrief);
    tell_recap(printer, history, &debrief);
    tell_plan(printer, history, &debrief, plan);
    debrief_deinit(&debrief);
}
