// What happened, for tables and programs. Trust is told in words, as everywhere.
#include "base/json.h"
#include "report/lookback.h"
#include "report/lookback_words.h"

#include <stdio.h>
#include <string.h>

// Events that somebody would look for in a table, and what they are called there.
static const char *const names[] = {
    [EVENT_DAY] = "day",
    [EVENT_CHOSE] = "chose",
    [EVENT_PROMISED] = "promised",
    [EVENT_REFUSED] = "refused",
    [EVENT_MOVED] = "moved",
    [EVENT_TOLD] = "told",
    [EVENT_SETTLED] = "settled",
    [EVENT_OWNED_UP] = "owned up",
    [EVENT_COVERED_UP] = "covered up",
    [EVENT_DELIVERED] = "delivered",
    [EVENT_WORKED] = "worked",
    [EVENT_TALKED] = "talked",
    [EVENT_RESTED] = "rested",
    [EVENT_TACTIC] = "tactic",
    [EVENT_LEARNED] = "learned",
};

typedef struct Line { // one event
    int number;
    const char *name, *day, *time, *person, *promise, *choice, *before, *after;
    int minutes; // that it took, or -1
} Line;

typedef struct Lines {
    const Lookback *look;
    Arena arena;
    int event; // next of the journal
    int choice;
    int number;
} Lines;

static const char *state_name(int state)
{
    static const char *const states[] = {
        [STATE_OPEN] = "open",           [STATE_MOVED] = "moved",
        [STATE_KEPT] = "kept",           [STATE_LAPSED] = "lapsed",
        [STATE_WARNED] = "warned",       [STATE_MISSED] = "missed",
        [STATE_OWNED_UP] = "owned up",   [STATE_COVERED_UP] = "covered up",
        [STATE_FOUND_OUT] = "found out",
    };
    return state > STATE_NONE && state <= STATE_FOUND_OUT ? states[state] : "";
}

static bool speaks_of_commitment(StoryEventKind kind)
{
    return kind == EVENT_PROMISED || kind == EVENT_MOVED || kind == EVENT_TOLD ||
           kind == EVENT_SETTLED || kind == EVENT_OWNED_UP || kind == EVENT_COVERED_UP ||
           kind == EVENT_DELIVERED || kind == EVENT_WORKED;
}

static const char *choice_id(Lines *l)
{
    char id[256];
    history_id(l->look->history, l->choice, id, (int)sizeof id);
    return arena_string(&l->arena, id);
}

static void fill_choice(Lines *l, Line *line)
{
    const StoryHistory *history = l->look->history;
    if (l->choice >= history->count) {
        return;
    }
    const DebriefStep *step = &l->look->debrief.steps[l->choice];
    line->choice = choice_id(l);
    if (step->person != STORY_NONE && step->word_before != step->word_after) {
        line->person = history->scenario->people[step->person].id;
        line->before = bridge_word_name((BridgeWord)step->word_before);
        line->after = bridge_word_name((BridgeWord)step->word_after);
    }
    l->choice++;
}

static void fill(Lines *l, const StoryEvent *event, Line *line)
{
    const Scenario *scenario = l->look->history->scenario;
    static const char *const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
    int32_t minute = event->minute;
    int day = 0;
    while (day + 1 < scenario->day_count &&
           scenario->calendar_day[day + 1] * STORY_DAY_MINUTES <= minute) {
        day++;
    }
    int in_day = (int)(minute % STORY_DAY_MINUTES);
    *line = (Line){ .number = ++l->number, .name = names[event->kind], .minutes = -1 };
    line->day = plain_format(&l->arena, "%d %s", day + 1, days[scenario->weekday[day] % 7]);
    line->time = plain_format(&l->arena, "%02d:%02d", in_day / 60, in_day % 60);
    line->person = event->person < scenario->person_count ? scenario->people[event->person].id : "";
    line->promise = line->choice = line->before = line->after = "";
    if (speaks_of_commitment((StoryEventKind)event->kind)) {
        line->promise = scenario->commitments[event->what].id;
    }
    if (event->kind == EVENT_SETTLED) {
        line->before = state_name(event->b);
        line->after = state_name(event->a);
    }
    if (event->kind == EVENT_WORKED || event->kind == EVENT_TALKED || event->kind == EVENT_RESTED) {
        line->minutes = event->a;
    }
    if (event->kind == EVENT_CHOSE) {
        fill_choice(l, line);
    }
}

// The next event that is told, or false.
static bool next_line(Lines *l, Line *line)
{
    const StoryJournal *journal = &l->look->history->journal;
    while (l->event < journal->count) {
        const StoryEvent *event = &journal->events[l->event++];
        if (event->kind < sizeof names / sizeof *names && names[event->kind] != NULL) {
            fill(l, event, line);
            return true;
        }
    }
    return false;
}

// ---- CSV (RFC 4180) -----------------------------------------------------------------------------

// A field that a spreadsheet would take for a formula is quoted with a blank before it.
static void add_field(Text *out, const char *text, char after)
{
    bool formula = text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL;
    if (formula || strpbrk(text, ",\"\r\n") != NULL) {
        text_add(out, formula ? "\" " : "\"");
        for (const char *c = text; *c != '\0'; c++) {
            text_add(out, *c == '"' ? "\"" : "");
            text_add_char(out, *c);
        }
        text_add_char(out, '"');
    } else {
        text_add(out, text);
    }
    text_add(out, after == ',' ? "," : "\r\n");
}

void lookback_csv(const Lookback *lookback, Text *out)
{
    Lines lines = { .look = lookback };
    arena_init(&lines.arena);
    text_add(out, "number,day,time,event,person,promise,choice,before,after,minutes\r\n");
    for (Line line; next_line(&lines, &line);) {
        text_addf(out, "%d,", line.number);
        const char *const fields[] = { line.day,     line.time,   line.name,   line.person,
                                       line.promise, line.choice, line.before, line.after };
        for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
            add_field(out, fields[i], ',');
        }
        add_field(out, line.minutes < 0 ? "" : plain_format(&lines.arena, "%d", line.minutes),
                  '\n');
    }
    arena_deinit(&lines.arena);
}

// ---- JSON ---------------------------------------------------------------------------------------

static void optional(Json *json, const char *key, const char *value)
{
    if (value[0] != '\0') {
        json_string(json, key, value);
    }
}

static void add_events(const Lookback *lookback, Json *json)
{
    Lines lines = { .look = lookback };
    arena_init(&lines.arena);
    json_begin(json, "events", '[');
    for (Line line; next_line(&lines, &line);) {
        json_begin(json, NULL, '{');
        json_integer(json, "number", line.number);
        json_string(json, "day", line.day);
        json_string(json, "time", line.time);
        json_string(json, "event", line.name);
        optional(json, "person", line.person);
        optional(json, "promise", line.promise);
        optional(json, "choice", line.choice);
        optional(json, "before", line.before);
        optional(json, "after", line.after);
        if (line.minutes >= 0) {
            json_integer(json, "minutes", line.minutes);
        }
        json_end(json, '}');
    }
    json_end(json, ']');
    arena_deinit(&lines.arena);
}

static void add_people(const Lookback *lookback, Json *json)
{
    const StoryHistory *history = lookback->history;
    json_begin(json, "bridges", '[');
    for (int p = 0; p < history->scenario->person_count; p++) {
        BridgeCondition bridge;
        story_bridge(history->scenario, history->now, p, &bridge);
        json_begin(json, NULL, '{');
        json_string(json, "person", history->scenario->people[p].id);
        json_string(json, "word", bridge_word_name((BridgeWord)bridge.word));
        json_bool(json, "mended", bridge.mended);
        json_end(json, '}');
    }
    json_end(json, ']');
}

static void add_turn(const Lookback *lookback, Json *json, const char *key, const WhatIfTurn *turn)
{
    if (turn->decision < 0) {
        return;
    }
    const StoryHistory *history = lookback->history;
    const WhatIfDecision *decision = &lookback->whatif.decisions[turn->decision];
    char id[256];
    json_begin(json, key, '{');
    json_integer(json, "choice", turn->decision + 1);
    json_string(json, "person", history->scenario->people[turn->person].id);
    json_string(json, "at_least", bridge_word_name(turn->word));
    json_begin(json, "options", '[');
    for (int o = 0; o < decision->option_count; o++) {
        const WhatIfOption *option = &decision->options[o];
        story_offer_id(history->scenario, history_state(history, turn->decision), &option->offer,
                       id, (int)sizeof id);
        double chance = whatif_chance(option, turn->person, turn->word);
        json_begin(json, NULL, '{');
        json_string(json, "id", id);
        json_number(json, "chance", chance, 4);
        json_number(json, "within", whatif_within(option, chance), 4);
        json_bool(json, "taken", o == decision->taken);
        json_end(json, '}');
    }
    json_end(json, ']');
    json_end(json, '}');
}

void lookback_json(const Lookback *lookback, Text *out)
{
    const StoryHistory *history = lookback->history;
    const Scenario *scenario = history->scenario;
    Json json = json_to(out);
    json_begin(&json, NULL, '{');
    json_string(&json, "format", "plankwright-lookback-1");
    json_string(&json, "scenario", scenario->id);
    json_integer(&json, "version", scenario->version);
    json_integer(&json, "seed", (int64_t)history_state(history, 0)->seed);
    json_string(&json, "ending",
                history->now->ended > 0 ? scenario->endings[history->now->ended - 1].id : NULL);
    json_begin(&json, "choices", '[');
    for (int i = 0; i < history->count; i++) {
        char id[256];
        history_id(history, i, id, (int)sizeof id);
        json_string(&json, NULL, id);
    }
    json_end(&json, ']');
    add_people(lookback, &json);
    json_begin(&json, "hours", '{');
    json_integer(&json, "keeping_minutes", lookback->debrief.keeping_minutes);
    json_integer(&json, "rebuilding_minutes", lookback->debrief.rebuilding_minutes);
    json_end(&json, '}');
    add_turn(lookback, &json, "cost_most", &lookback->turns.cost);
    add_turn(lookback, &json, "saved_most", &lookback->turns.saved);
    add_events(lookback, &json);
    json_end(&json, '}');
    text_add_char(out, '\n');
}
