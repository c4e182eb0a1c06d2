// All bridges in words, one line each, and one bridge part by part: the words are those of the window.
#include "term/canyon.h"

#include "base/arena.h"
#include "base/say.h"
#include "base/text.h"
#include "story/render.h"
#include "term/bridge.h"
#include "view/parts.h"

#include <string.h>
#include <strings.h>

static void add_text(const StoryHistory *history, TextId id, Text *out)
{
    Text marked = { 0 };
    render_text(history->scenario, history->now, id, &marked);
    render_plain(text_str(&marked), out);
    text_deinit(&marked);
}

static bool is_between(const Scenario *scenario, int commitment, int person)
{
    const StoryCommitment *it = &scenario->commitments[commitment];
    return (it->by == STORY_PLAYER ? it->to : it->by) == person;
}

// "Weekly call (plank 3), due Wed 17:00."
static void add_promise(const StoryHistory *history, int commitment, Text *out)
{
    text_add(out, " ");
    term_add_plank(history, commitment, out);
    text_add(out, say_comma());
    render_state(history->scenario, history->now, commitment, out);
    text_add(out, ".");
}

// What is open, then what was settled last.
static void add_between(const StoryHistory *history, int person, Text *out)
{
    const Scenario *scenario = history->scenario;
    int last = -1;
    int32_t latest = -1;
    for (int i = 0; i < scenario->commitment_count; i++) {
        const CommitmentState *state = play_commitment_c(scenario, history->now, i);
        if (state->state == STATE_NONE || !is_between(scenario, i, person)) {
            continue;
        }
        if (play_is_open(state->state)) {
            add_promise(history, i, out);
        } else if ((int32_t)state->due_minute >= latest) {
            latest = (int32_t)state->due_minute;
            last = i;
        }
    }
    if (last >= 0) {
        add_promise(history, last, out);
    }
}

static bool gate_is_open(const StoryHistory *history, int person)
{
    BridgeCondition bridge;
    story_bridge(history->scenario, history->now, person, &bridge);
    return view_would_cross(history->scenario, &bridge, person, BRIDGE_STAKES_MEDIUM);
}

static void tell_one(TermTeller *teller, int person)
{
    const StoryHistory *history = teller->history;
    const StoryPerson *it = &history->scenario->people[person];
    BridgeCondition bridge;
    Arena arena;
    Text line = { 0 };
    Text role = { 0 };
    arena_init(&arena);
    story_bridge(history->scenario, history->now, person, &bridge);
    text_addf(&line, "%d ", person + 1);
    add_text(history, it->name, &line);
    add_text(history, it->role, &role);
    text_addf(&line, "%s%s: %s.", role.length > 0 ? say_comma() : "", text_str(&role),
              word_bridge(&arena, &bridge, false));
    if (bridge.word == BRIDGE_DOWN) {
        text_addf(&line, " %s", word(W_CANYON_MISSING));
    }
    add_between(history, person, &line);
    text_addf(&line, " %s", word(view_crossing_word(history->scenario, &bridge, person)));
    term_print(teller->printer, TERM_PLAIN, "", 2, text_str(&line));
    text_deinit(&role);
    text_deinit(&line);
    arena_deinit(&arena);
}

void term_tell_canyon(TermTeller *teller)
{
    const Scenario *scenario = teller->history->scenario;
    bool silo = scenario->person_count > 0;
    for (int i = 0; i < scenario->person_count; i++) {
        tell_one(teller, i);
        silo = silo && !gate_is_open(teller->history, i);
    }
    if (silo) {
        term_print(teller->printer, TERM_BAD, "", 0, word(W_CANYON_SILO));
    }
    term_print(teller->printer, TERM_DIM, "", 0,
               say("look and a name or a number: that bridge, part by part."));
}

// ---- one bridge ---------------------------------------------------------------------------------

static int find_person(const StoryHistory *history, const char *name)
{
    const Scenario *scenario = history->scenario;
    for (int i = 0; i < scenario->person_count; i++) {
        Text full = { 0 };
        Text number = { 0 };
        add_text(history, scenario->people[i].name, &full);
        text_addf(&number, "%d", i + 1);
        bool found = strcasecmp(name, text_str(&full)) == 0 ||
                     strcasecmp(name, term_name(scenario, i)) == 0 ||
                     strcasecmp(name, scenario->people[i].id) == 0 ||
                     strcmp(name, text_str(&number)) == 0;
        text_deinit(&full);
        text_deinit(&number);
        if (found) {
            return i;
        }
    }
    return -1;
}

static void tell_line(TermTeller *teller, const ViewPartLine *line, int times)
{
    Text out = { 0 };
    if (times > 1) {
        text_addf(&out, say_many("%d time: ", "%d times: ", times), times);
    }
    text_addf(&out, "%s%s%s. ", line->name, line->state[0] != '\0' ? say_comma() : "",
              line->state);
    text_add(&out, line->wood);
    term_print(teller->printer, TERM_PLAIN, "- ", 2, text_str(&out));
    text_deinit(&out);
}

// Planks of good faith that say the same are told once, where the first of them lies.
static int same_before(const ViewPartOf *of, int part, Arena *arena, const ViewPartLine *line,
                       int *times)
{
    int before = 0;
    *times = 0;
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        ViewPartLine other[2];
        view_part_lines(of, i, arena, other);
        if (other[0].commitment < 0 && strcmp(other[0].wood, line->wood) == 0) {
            before += i < part;
            (*times)++;
        }
    }
    return before;
}

static void tell_parts(TermTeller *teller, const ViewPartOf *of)
{
    Arena arena;
    arena_init(&arena);
    for (int part = view_part_first(of->bridge, false); part >= 0;
         part = view_part_after(of->bridge, part, 1)) {
        ViewPartLine lines[2];
        int count = view_part_lines(of, part, &arena, lines);
        int times = 1;
        if (part < BRIDGE_PLANKS && lines[0].commitment < 0 &&
            same_before(of, part, &arena, &lines[0], &times) > 0) {
            continue;
        }
        for (int i = 0; i < count; i++) {
            tell_line(teller, &lines[i], times);
        }
    }
    arena_deinit(&arena);
}

bool term_tell_look_at(TermTeller *teller, const char *name)
{
    const StoryHistory *history = teller->history;
    int person = find_person(history, name);
    if (person < 0) {
        return false;
    }
    BridgeCondition bridge;
    Text line = { 0 };
    story_bridge(history->scenario, history->now, person, &bridge);
    text_addf(&line, say("The bridge to %s: "), term_name(history->scenario, person));
    term_add_bridge(history, person, &line);
    term_print(teller->printer, TERM_BOLD, "", 2, text_str(&line));
    text_deinit(&line);
    if (teller->printer->drawn) {
        term_bridge(teller->printer, &bridge, term_name(history->scenario, person));
    }
    tell_parts(teller, &(ViewPartOf){ history->scenario, history->now, &bridge, person });
    return true;
}
