// Events into lines. What was decided stands in the events; this file only finds words for it.
#include "term/tell.h"

#include "base/say.h"

#include "story/render.h"
#include "term/bridge.h"

#include <string.h>

const char *term_name(const Scenario *scenario, int person)
{
    if (person < 0 || person >= scenario->person_count) {
        return say("you");
    }
    return scenario_text(scenario, scenario->people[person].first);
}

static int other_of(const Scenario *scenario, int commitment)
{
    const StoryCommitment *it = &scenario->commitments[commitment];
    return it->by == STORY_PLAYER ? it->to : it->by;
}

int term_plank(const Scenario *scenario, const Playthrough *play, int commitment)
{
    if (play_commitment_c(scenario, play, commitment)->state == STATE_NONE) {
        return 0;
    }
    BridgeCondition bridge;
    story_bridge(scenario, play, other_of(scenario, commitment), &bridge);
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        if (bridge.planks[i].disc > 0 && bridge.planks[i].id == commitment) {
            return bridge.planks[i].disc;
        }
        if (bridge.planks[i].mended_by > 0 && bridge.planks[i].mended_id == commitment) {
            return bridge.planks[i].mended_by;
        }
    }
    return 0;
}

void term_add_title(const StoryHistory *history, int commitment, Text *out)
{
    const StoryCommitment *it = &history->scenario->commitments[commitment];
    Text marked = { 0 };
    render_text(history->scenario, history->now, it->title ? it->title : it->what, &marked);
    render_plain(text_str(&marked), out);
    text_deinit(&marked);
}

void term_add_plank(const StoryHistory *history, int commitment, Text *out)
{
    int plank = term_plank(history->scenario, history->now, commitment);
    term_add_title(history, commitment, out);
    if (plank > 0) {
        text_addf(out, say(" (plank %d)"), plank);
    }
}

void term_add_bridge(const StoryHistory *history, int person, Text *out)
{
    Text said = { 0 };
    const char *name = term_name(history->scenario, person);
    size_t n = strlen(name);
    render_bridge(history->scenario, history->now, person, &said);
    const char *s = text_str(&said);
    text_add(out, strncmp(s, name, n) == 0 && strncmp(s + n, ": ", 2) == 0 ? s + n + 2 : s);
    text_deinit(&said);
}

void term_teller_init(TermTeller *teller, TermPrinter *printer, const StoryHistory *history)
{
    *teller = (TermTeller){ .printer = printer, .history = history, .told_minute = -1 };
    BridgeCondition whole = { .word = BRIDGE_SOUND };
    for (int i = 0; i < STORY_PEOPLE_MAX; i++) {
        teller->bridges[i] = whole;
    }
}

static void look_at_bridges(TermTeller *teller)
{
    const StoryHistory *history = teller->history;
    for (int i = 0; i < history->scenario->person_count; i++) {
        story_bridge(history->scenario, history->now, i, &teller->bridges[i]);
    }
}

void term_tell_skip(TermTeller *teller)
{
    teller->events_told = teller->history->journal.count;
    teller->told_minute = -1;
    look_at_bridges(teller);
}

void term_tell_title(TermTeller *teller)
{
    const Scenario *scenario = teller->history->scenario;
    term_print(teller->printer, TERM_BOLD, "", 0, scenario_text(scenario, scenario->title));
    if (scenario->content_count == 0) {
        return;
    }
    Text content = { 0 };
    say_list(scenario->content, scenario->content_count, &content);
    term_printf(teller->printer, TERM_DIM, say("This story contains: %s"), text_str(&content));
    text_deinit(&content);
}

static void tell_clock(TermTeller *teller, int32_t minute)
{
    if (teller->told_minute == minute) {
        return;
    }
    teller->told_minute = minute;
    Text clock = { 0 };
    render_clock(teller->history->scenario, minute, &clock);
    term_blank(teller->printer);
    term_print(teller->printer, TERM_ACCENT, "", 0, text_str(&clock));
    text_deinit(&clock);
}

static void tell_said(TermTeller *teller, const StoryEvent *event)
{
    const Scenario *scenario = teller->history->scenario;
    Text marked = { 0 }, plain = { 0 }, who = { 0 };
    render_said(scenario, teller->history->now, event, &marked);
    render_plain(text_str(&marked), &plain);
    tell_clock(teller, event->minute);
    if (event->person < scenario->person_count) {
        text_addf(&who, "%s: ", term_name(scenario, event->person));
    }
    term_print(teller->printer, TERM_PLAIN, text_str(&who), who.length > 0 ? 2 : 0,
               text_str(&plain));
    text_deinit(&who);
    text_deinit(&plain);
    text_deinit(&marked);
}

static TermStyle style_of_state(int state)
{
    switch ((StoryState)state) {
    case STATE_KEPT:
        return TERM_GOOD;
    case STATE_MOVED:
    case STATE_WARNED:
    case STATE_OWNED_UP:
        return TERM_WARN;
    case STATE_MISSED:
    case STATE_FOUND_OUT:
        return TERM_BAD;
    case STATE_NONE:
    case STATE_OPEN:
    case STATE_LAPSED:
    case STATE_COVERED_UP:
        break;
    }
    return TERM_DIM;
}

// What became of a promise to hold something: nobody is silent who told it.
static const char *held_words(int state)
{
    return state == STATE_KEPT                              ? say("held to the end")
           : state == STATE_MISSED || state == STATE_WARNED ? say("not held")
                                                            : NULL;
}

static const char *fate_words(const StoryCommitment *commitment, int state)
{
    const char *held = commitment->kind == STORY_HOLD ? held_words(state) : NULL;
    if (held != NULL) {
        return held;
    }
    switch ((StoryState)state) {
    case STATE_MISSED:
        return say("missed, in silence");
    case STATE_WARNED:
        return say("late, as you had said");
    case STATE_OWNED_UP:
        return say("missed, and you said so");
    case STATE_FOUND_OUT:
        return say("hidden, and found out");
    case STATE_LAPSED:
        return say("no longer needed, nobody’s fault");
    case STATE_NONE:
    case STATE_OPEN:
    case STATE_MOVED:
    case STATE_KEPT:
    case STATE_COVERED_UP:
        break;
    }
    return say(play_state_name((StoryState)state));
}

static void tell_line(TermTeller *teller, TermStyle style, Text *line)
{
    text_add(line, ".");
    term_print(teller->printer, style, "* ", 2, text_str(line));
    text_deinit(line);
}

static void tell_promised(TermTeller *teller, const StoryEvent *event)
{
    const Scenario *scenario = teller->history->scenario;
    bool mine = scenario->commitments[event->what].by == STORY_PLAYER;
    const char *name = term_name(scenario, other_of(scenario, event->what));
    Text line = { 0 };
    text_addf(&line, mine ? say("You promise %s: ") : say("%s promises you: "), name);
    term_add_plank(teller->history, event->what, &line);
    text_add(&line, say(", due "));
    render_due(scenario, event->a, &line);
    tell_line(teller, TERM_DIM, &line);
}

static void tell_moved(TermTeller *teller, const StoryEvent *event)
{
    const Scenario *scenario = teller->history->scenario;
    Text line = { 0 };
    text_addf(&line, say("New date with %s: "), term_name(scenario, event->person));
    term_add_plank(teller->history, event->what, &line);
    text_add(&line, say(", now due "));
    render_due(scenario, event->b, &line);
    tell_line(teller, TERM_WARN, &line);
}

// What became of the player's promise, or of a colleague's.
static void tell_settled(TermTeller *teller, const StoryEvent *event)
{
    const Scenario *scenario = teller->history->scenario;
    bool mine = scenario->commitments[event->what].by == STORY_PLAYER;
    const char *name = term_name(scenario, other_of(scenario, event->what));
    Text line = { 0 };
    if (mine) {
        text_addf(&line, say("Your promise to %s, "), name);
    } else if (event->a == STATE_LAPSED) {
        text_addf(&line, say("What %s promised you, "), name);
    } else {
        text_addf(&line,
                  event->a == STATE_KEPT ? say("%s came through: ")
                                         : say("%s did not come through: "),
                  name);
    }
    term_add_plank(teller->history, event->what, &line);
    if (mine || event->a == STATE_LAPSED) {
        text_addf(&line, ": %s", fate_words(&scenario->commitments[event->what], event->a));
    }
    tell_line(teller, style_of_state(event->a), &line);
}

// A promise they would not take, a new date they would not agree to, a question left open.
static void tell_refused(TermTeller *teller, const StoryEvent *event)
{
    const Scenario *scenario = teller->history->scenario;
    const char *name = term_name(scenario, event->person);
    Text line = { 0 };
    if (event->what >= scenario->commitment_count) {
        text_addf(&line, say("%s would rather not say"), name);
        tell_line(teller, TERM_DIM, &line);
        return;
    }
    const CommitmentState *state = play_commitment_c(scenario, teller->history->now, event->what);
    if (state->state == STATE_NONE) {
        text_addf(&line, say("%s does not take your promise: "), name);
        term_add_title(teller->history, event->what, &line);
    } else {
        text_addf(&line, say("No new date from %s: "), name);
        term_add_plank(teller->history, event->what, &line);
        text_add(&line, say(" is due when it was"));
    }
    tell_line(teller, TERM_WARN, &line);
}

// What was said or hidden about a promise, where no outcome says it.
static void tell_about(TermTeller *teller, const StoryEvent *event)
{
    const char *name = term_name(teller->history->scenario, event->person);
    Text line = { 0 };
    if (event->kind == EVENT_TOLD) {
        text_addf(&line, say("%s knows that it will be late: "), name);
    } else {
        text_addf(&line, say("%s does not know: "), name);
    }
    term_add_plank(teller->history, event->what, &line);
    tell_line(teller, event->kind == EVENT_TOLD ? TERM_WARN : TERM_DIM, &line);
}

static void tell_heard(TermTeller *teller, int event)
{
    Text line = { 0 };
    term_add_heard(teller->history, event, &line);
    if (line.length > 0) {
        term_print(teller->printer, TERM_DIM, "* ", 2, text_str(&line));
    }
    text_deinit(&line);
}

static void tell_known(TermTeller *teller, int person, const char *what, TextId says)
{
    const Scenario *scenario = teller->history->scenario;
    Text line = { 0 }, marked = { 0 };
    text_addf(&line, "* %s %s: ", what, term_name(scenario, person));
    render_text(scenario, teller->history->now, says, &marked);
    render_plain(text_str(&marked), &line);
    term_print(teller->printer, TERM_ACCENT, "", 2, text_str(&line));
    text_deinit(&line);
    text_deinit(&marked);
}

static void tell_need(TermTeller *teller, const StoryEvent *event)
{
    const Scenario *scenario = teller->history->scenario;
    const char *name = term_name(scenario, event->person);
    bool to_them = scenario->needs[event->what].to_them;
    if (event->kind == EVENT_NEED) {
        BridgeCondition bridge;
        story_bridge(scenario, teller->history->now, event->person, &bridge);
        const char *word = say(bridge_word_name((BridgeWord)bridge.word));
        if (to_them) {
            term_printf(teller->printer, TERM_DIM, say("* You look at the bridge to %s: %s."), name,
                        word);
        } else {
            term_printf(teller->printer, TERM_DIM, say("* %s looks at the bridge to you: %s."),
                        name, word);
        }
    } else if (to_them) {
        term_printf(teller->printer, TERM_BOLD,
                    event->a ? say("* %s keeps the gate open.") : say("* %s’s gate stays shut."),
                    name);
    } else {
        term_printf(teller->printer, TERM_BOLD,
                    event->a ? say("* %s crosses.") : say("* %s turns back."), name);
    }
}

static void tell_promise(TermTeller *teller, const StoryEvent *event)
{
    switch ((StoryEventKind)event->kind) {
    case EVENT_PROMISED:
        tell_promised(teller, event);
        break;
    case EVENT_MOVED:
        tell_moved(teller, event);
        break;
    case EVENT_SETTLED:
        tell_settled(teller, event);
        break;
    case EVENT_REFUSED:
        tell_refused(teller, event);
        break;
    default:
        tell_about(teller, event);
        break;
    }
}

static void tell_event(TermTeller *teller, int index)
{
    const StoryEvent *event = &teller->history->journal.events[index];
    const Scenario *scenario = teller->history->scenario;
    switch ((StoryEventKind)event->kind) {
    case EVENT_SAID:
        tell_said(teller, event);
        break;
    case EVENT_PROMISED:
    case EVENT_MOVED:
    case EVENT_SETTLED:
    case EVENT_REFUSED:
    case EVENT_TOLD:
    case EVENT_COVERED_UP:
        tell_clock(teller, event->minute);
        tell_promise(teller, event);
        break;
    case EVENT_LEARNED:
        tell_known(teller, event->person, say("You now know about"),
                   scenario->facts[event->what].says);
        break;
    case EVENT_CLARIFIED:
        tell_known(teller, event->person, say("What counts for"),
                   scenario->standards[event->what].says);
        break;
    case EVENT_HEARD:
        tell_heard(teller, index);
        break;
    case EVENT_NEED:
    case EVENT_CROSSED:
        tell_need(teller, event);
        break;
    case EVENT_ENDED:
        term_blank(teller->printer);
        term_print(teller->printer, TERM_BOLD, say("The end: "), 0,
                   scenario_text(scenario, scenario->endings[event->what].title));
        break;
    default: // the clock is said with the next line; trust shows on the bridge
        break;
    }
}

static void tell_bridge(TermTeller *teller, int person, const BridgeCondition *bridge)
{
    const Scenario *scenario = teller->history->scenario;
    Text line = { 0 };
    text_addf(&line, say("* The bridge to %s: "), term_name(scenario, person));
    term_add_bridge(teller->history, person, &line);
    term_print(teller->printer, TERM_DIM, "", 2, text_str(&line));
    text_deinit(&line);
    if (teller->printer->drawn) {
        term_bridge(teller->printer, bridge, term_name(scenario, person));
    }
}

// Posts, lantern, a pattern seen: what the drawing has not.
static void tell_beside(TermTeller *teller, int person, const BridgeCondition *bridge)
{
    Text beside = { 0 }, line = { 0 };
    render_beside(&teller->bridges[person], bridge, &beside);
    if (beside.length > 0) {
        text_addf(&line, say("* The bridge to %s: "), term_name(teller->history->scenario, person));
        text_add(&line, text_str(&beside));
        term_print(teller->printer, TERM_DIM, "", 2, text_str(&line));
    }
    text_deinit(&line);
    text_deinit(&beside);
}

void term_tell_news(TermTeller *teller)
{
    const StoryHistory *history = teller->history;
    bool first = teller->events_told == 0;
    bool over = teller->drill != NULL && drill_is_over(teller->drill);
    int end = over ? drill_end(teller->drill) : history->journal.count;
    while (teller->events_told < end) {
        tell_event(teller, teller->events_told++);
    }
    if (over) { // how it stands is said in other words
        term_tell_skip(teller);
        return;
    }
    for (int i = 0; i < history->scenario->person_count; i++) {
        BridgeCondition bridge;
        story_bridge(history->scenario, history->now, i, &bridge);
        if (!first && term_bridge_differs(&bridge, &teller->bridges[i])) {
            tell_bridge(teller, i, &bridge);
        } else if (!first) {
            tell_beside(teller, i, &bridge);
        }
        teller->bridges[i] = bridge;
    }
    if (story_pause(history->scenario, history->now) != PAUSE_ENDED) {
        tell_clock(teller, history->now->clock_minute);
    }
}

void term_tell_choice(TermTeller *teller, const Playthrough *before, const StoryOffer *offer)
{
    Text marked = { 0 }, plain = { 0 };
    render_offer(teller->history->scenario, before, offer, &marked);
    render_plain(text_str(&marked), &plain);
    term_blank(teller->printer);
    term_print(teller->printer, TERM_BOLD, "> ", 2, text_str(&plain));
    text_deinit(&plain);
    text_deinit(&marked);
}

void term_tell_bridges(TermTeller *teller)
{
    const StoryHistory *history = teller->history;
    for (int i = 0; i < history->scenario->person_count; i++) {
        BridgeCondition bridge;
        story_bridge(history->scenario, history->now, i, &bridge);
        tell_bridge(teller, i, &bridge);
    }
    if (teller->printer->drawn) {
        term_bridge_legend(teller->printer);
    }
}

void term_tell_history(TermTeller *teller)
{
    const StoryHistory *history = teller->history;
    TermTeller again;
    term_teller_init(&again, teller->printer, history);
    int choice = 0;
    for (int i = 0; i < teller->events_told; i++) {
        while (choice < history->count && history->journal_marks[choice] == i) {
            const Playthrough *state = history_state(history, choice);
            term_tell_choice(&again, state, &history->taken[choice]);
            choice++;
        }
        tell_event(&again, i);
    }
}
