// Texts for reports.
#include "report/lookback_words.h"

#include "base/say.h"
#include "base/text.h"
#include "story/render.h"
#include "view/words.h"

#include <stdarg.h>
#include <stdio.h>

static const char *keep(Arena *arena, Text *marked)
{
    Text plain = { 0 };
    render_plain(text_str(marked), &plain);
    const char *copy = arena_string(arena, text_str(&plain));
    text_deinit(marked);
    text_deinit(&plain);
    return copy;
}

const char *plain_text(Arena *arena, const StoryHistory *history, TextId text)
{
    Text marked = { 0 };
    render_text(history->scenario, history->now, text, &marked);
    return keep(arena, &marked);
}

const char *plain_offer(Arena *arena, const StoryHistory *history, int n, const StoryOffer *offer)
{
    Text marked = { 0 };
    render_offer(history->scenario, history_state(history, n), offer, &marked);
    return keep(arena, &marked);
}

const char *plain_clock(Arena *arena, const Scenario *scenario, int32_t minute)
{
    Text text = { 0 };
    render_clock(scenario, minute, &text);
    return keep(arena, &text);
}

const char *plain_title(Arena *arena, const StoryHistory *history, int commitment)
{
    const StoryCommitment *it = &history->scenario->commitments[commitment];
    return plain_text(arena, history, it->title != 0 ? it->title : it->what);
}

const char *plain_name(const Scenario *scenario, int person)
{
    return scenario_text(scenario, scenario->people[person].first);
}

const char *plain_bridge(Arena *arena, const StoryHistory *history, int n, int person)
{
    BridgeCondition bridge;
    story_bridge(history->scenario, history_state(history, n), person, &bridge);
    return word_bridge(arena, &bridge, false);
}

const char *plain_format(Arena *arena, const char *format, ...)
{
    char line[1024];
    va_list values;
    va_start(values, format);
    vsnprintf(line, sizeof line, format, values);
    va_end(values);
    return arena_string(arena, line);
}

const char *plain_fate(Arena *arena, const Scenario *scenario, const DebriefPlank *plank)
{
    const char *fate = word(word_became(&scenario->commitments[plank->commitment], plank->state));
    if (plank->lies_in > 0) {
        fate = word_fill2(arena, W_IN_GAP, fate, word_number(arena, plank->lies_in));
    }
    return plank->given ? word_fill1(arena, W_GIVEN, fate) : fate;
}

const char *plain_tactic(DebriefTacticKind kind)
{
    static const char *const names[DEBRIEF_TACTICS] = {
        [DEBRIEF_OWNED_UP] = SAY_LATER("owning up before you were asked"),
        [DEBRIEF_TOLD] = SAY_LATER("saying early that it would be late"),
        [DEBRIEF_NEW_DATE] = SAY_LATER("agreeing a new date"),
        [DEBRIEF_COVERED_UP] = SAY_LATER("covering up"),
        [DEBRIEF_APOLOGY] = SAY_LATER("an apology"),
        [DEBRIEF_VOW] = SAY_LATER("a vow to change"),
        [DEBRIEF_DENIAL] = SAY_LATER("denying it"),
        [DEBRIEF_CLARIFIED] = SAY_LATER("asking what counts for somebody"),
        [DEBRIEF_LISTENED] = SAY_LATER("listening"),
        [DEBRIEF_ASKED] = SAY_LATER("asking an open question"),
        [DEBRIEF_THEIR_AGENDA] = SAY_LATER("a talk with their agenda"),
        [DEBRIEF_SHARED_AGENDA] = SAY_LATER("a talk with both agendas"),
        [DEBRIEF_MY_AGENDA] = SAY_LATER("a talk with your own agenda"),
        [DEBRIEF_DEFENDED] = SAY_LATER("explaining yourself"),
        [DEBRIEF_STEERED] = SAY_LATER("steering the talk"),
        [DEBRIEF_FIXED] = SAY_LATER("offering a fix"),
    };
    return say(names[kind]);
}

typedef struct Kept { // of the promises to one person
    const DebriefPlank *broken; // the first
    int kept, since, open;      // since: kept behind the first broken one
} Kept;

static Kept kept_to(const Debrief *debrief, int person)
{
    Kept out = { .broken = NULL };
    for (int i = 0; i < debrief->plank_count; i++) {
        const DebriefPlank *plank = &debrief->planks[i];
        if (plank->theirs || plank->person != person) {
            continue;
        }
        if (out.broken == NULL && debrief_is_broken((StoryState)plank->state)) {
            out.broken = plank;
        }
        out.kept += plank->state == STATE_KEPT;
        out.since += plank->state == STATE_KEPT && out.broken != NULL;
        out.open += play_is_open(plank->state);
    }
    return out;
}

// What else wore a bridge on which no promise of the player's broke; "" for nothing.
static const char *worn_by(const StoryHistory *history, int person)
{
    int standards = 0, heard = 0, neglect = 0, defended = 0;
    for (int i = 0; i < history->journal.count; i++) {
        const StoryEvent *event = &history->journal.events[i];
        if (event->person != person) {
            continue;
        }
        standards += event->kind == EVENT_STANDARD;
        heard += event->kind == EVENT_HEARD && event->b > 0;
        neglect += event->kind == EVENT_TRUST && event->what == TRUST_NEGLECT && event->b < event->a;
        defended += event->kind == EVENT_TACTIC && event->what == TACTIC_DENIAL;
    }
    return standards > 0  ? say("Something that counts for them was passed over, and that wore it.")
           : heard > 0    ? say("What they heard from others has worn it.")
           : defended > 0 ? say("What you said has worn it.")
           : neglect > 0  ? say("Nobody went there for a long time, and that wears, too.")
                          : "";
}

static const char *not_broken(Arena *arena, const StoryHistory *history, const Kept *to, int person)
{
    const char *kept = to->kept > 0   ? say("What you promised held.")
                       : to->open > 0 ? say("What you promised is still to be done.")
                                      : "";
    const PersonState *state = play_person_c(history->scenario, history->now, person);
    const char *worn =
        bridge_word(state->trust_now) == BRIDGE_SOUND ? "" : worn_by(history, person);
    return kept[0] != '\0' && worn[0] != '\0' ? word_fill2(arena, W_TWO_SENTENCES, kept, worn)
           : worn[0] != '\0'                  ? worn
                                              : kept;
}

const char *plain_why(Arena *arena, const StoryHistory *history, const Debrief *debrief, int person)
{
    Kept to = kept_to(debrief, person);
    if (to.broken == NULL) {
        return not_broken(arena, history, &to, person);
    }
    const char *title = plain_title(arena, history, to.broken->commitment);
    int state = to.broken->state;
    const char *broke =
        plain_format(arena,
                     to.broken->given            ? say("“%s” was broken before this began")
                     : state == STATE_COVERED_UP ? say("“%s” broke, and nobody knows")
                     : state == STATE_FOUND_OUT  ? say("“%s” was hidden, and found out")
                     : state == STATE_OWNED_UP   ? say("“%s” broke, and you said so first")
                     : state == STATE_WARNED     ? say("“%s” was late, as you had said")
                                                 : say("“%s” broke"),
                     title);
    return to.since == 0
               ? plain_format(arena, say("%s; nothing has been kept since."), broke)
               : plain_format(arena,
                              say_many("%s; %d promise has been kept since.",
                                       "%s; %d promises have been kept since.", to.since),
                              broke, to.since);
}
