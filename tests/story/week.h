// A second scenario for tests, nearer to a real one: two working weeks, scenes of eight lines and
// three or four options, desks with options of their own, a one-on-one whose agenda stands in its
// options, a need that may choose between two, reactions, odds. Times are weekdays without a week
// where they can be.
#pragma once

#include "story/builder.h"
#include "story/history.h"

#include <stdio.h>
#include <string.h>

enum { ANA, BEN, CLEO };
enum { REPORT, LUNCH, HUSH, REPAIR, LOAN };
enum { WEEK_RAIN };

#define WEEK_ON(weekday, hour) (-2 - ((weekday)*1440 + (hour)*60))

typedef struct WeekOption {
    const char *id;
    int when; // condition + 1, 0 for none
    int cost_minutes, cost_energy, seen_by;
    StoryOp ops[4];
    int count;
    const char *go; // NULL: goes on behind
} WeekOption;

static inline int week_op(Builder *b, StoryOpCode code, int a, int bb, int32_t c)
{
    return builder_op(b, (StoryOp){ (uint8_t)code, (uint8_t)a, (uint16_t)bb, c },
                      (StoryPosition){ 0, 1 });
}

static inline int week_cond(Builder *b, StoryCondKind kind, int a, int bb, int32_t c)
{
    return builder_cond(b, (StoryCond){ (uint8_t)kind, (uint8_t)a, (uint16_t)bb, c });
}

static inline void week_line(Builder *b, int speaker, const char *text)
{
    week_op(b, OP_LINE, speaker, 0, (int32_t)builder_text(b, text));
}

static inline void week_person(Builder *b, const char *id, const char *name, int hears, int shift,
                               int notice)
{
    builder_person(b, (StoryPerson){ .id = id,
                                     .name = builder_text(b, name),
                                     .first = builder_text(b, name),
                                     .role = builder_text(b, "colleague"),
                                     .reply = builder_text(b, "I see."),
                                     .hears = (uint8_t)hears,
                                     .crossing_shift = shift,
                                     .notice = (int16_t)notice,
                                     .talk = -1 });
}

static inline void week_body(Builder *b, int option, const WeekOption *it)
{
    char text[64];
    snprintf(text, sizeof text, "Choose %s.", it->id);
    StoryOption *o = builder_option(b, option);
    o->id = builder_string(b, it->id);
    o->text = builder_text(b, text);
    o->when = (int16_t)(it->when - 1);
    o->cost_minutes = (int16_t)it->cost_minutes;
    o->cost_energy = (int16_t)it->cost_energy;
    o->seen_by = (uint8_t)it->seen_by;
    o->op = (uint16_t)builder_here(b);
    o->position = (StoryPosition){ 0, 1 };
    for (int i = 0; i < it->count; i++) {
        builder_op(b, it->ops[i], (StoryPosition){ 0, 1 });
    }
}

static inline void week_choice(Builder *b, const WeekOption *options, int count)
{
    int jumps[STORY_OFFERS_MAX];
    int first = builder_options(b, count);
    week_op(b, OP_CHOICE, 0, first, count);
    for (int i = 0; i < count; i++) {
        week_body(b, first + i, &options[i]);
        jumps[i] = -1;
        if (options[i].go != NULL) {
            builder_go(b, options[i].go, (StoryPosition){ 0, 1 });
        } else {
            jumps[i] = week_op(b, OP_GO, 0, 0, 0);
        }
        builder_option(b, first + i)->end = (uint16_t)builder_here(b);
    }
    for (int i = 0; i < count; i++) {
        if (jumps[i] >= 0) {
            builder_op_at(b, jumps[i])->b = (uint16_t)builder_here(b);
        }
    }
}

// Bodies that return; the first option.
static inline int week_returning(Builder *b, const WeekOption *options, int count)
{
    int first = builder_options(b, count);
    for (int i = 0; i < count; i++) {
        week_body(b, first + i, &options[i]);
        week_op(b, OP_RETURN, 0, 0, 0);
        builder_option(b, first + i)->end = (uint16_t)builder_here(b);
    }
    return first;
}

static inline void week_scene(Builder *b, const char *id, StoryTime at, int speaker)
{
    builder_scene(
        b,
        (StoryScene){ .id = builder_string(b, id), .at = at, .notes = -1, .position = { 0, 1 } });
    for (int i = 0; i < 8; i++) {
        char text[160];
        snprintf(text, sizeof text,
                 "%s, line %d: something happens here that takes a sentence to say.", id, i);
        week_line(b, i % 2 == 0 ? STORY_NONE : speaker, text);
    }
}

static inline void week_desk(Builder *b, const char *id, StoryTime till, const char *next)
{
    week_scene(b, id, STORY_TIME_NONE, CLEO);
    int odds = builder_odds(b, (StoryOdds){ 1, 0 });
    builder_odds(b, (StoryOdds){ 2, 0 });
    int chance = builder_chance(b, (StoryChance){ .first = (uint16_t)odds, .count = 2 });
    const WeekOption own[] = {
        { .id = "walk",
          .cost_energy = 1000,
          .ops = { { OP_CHANCE, 0, (uint16_t)chance, 0 } },
          .count = 1 },
        { .id = "errand", .cost_minutes = 180, .ops = { { OP_ADD, 0, 0, 1 } }, .count = 1 },
    };
    int jump = week_op(b, OP_GO, 0, 0, 0);
    int first = builder_options(b, 2);
    for (int i = 0; i < 2; i++) {
        week_body(b, first + i, &own[i]);
        for (int k = 0; i == 0 && k < 2; k++) {
            builder_odds_at(b, odds + k)->op = (uint16_t)builder_here(b);
            week_op(b, OP_ASSIGN, 1, 0, k + 1);
            week_op(b, OP_RETURN, 0, 0, 0);
        }
        week_op(b, OP_RETURN, 0, 0, 0);
        builder_option(b, first + i)->end = (uint16_t)builder_here(b);
    }
    builder_op_at(b, jump)->b = (uint16_t)builder_here(b);
    int desk = builder_desk(b, (StoryDesk){ .till = till,
                                            .slot_minutes = 120,
                                            .talk = 1 << ANA | 1 << BEN,
                                            .work = ~(uint64_t)0,
                                            .first_option = (uint16_t)first,
                                            .option_count = 2 });
    week_op(b, OP_DESK, 0, desk, 0);
    builder_go(b, next, (StoryPosition){ 0, 1 });
    builder_scene_end(b);
}

static inline void week_declare(Builder *b)
{
    Scenario *sc = builder_scenario(b);
    sc->day_count = 10;
    for (int d = 0; d < 10; d++) {
        sc->calendar_day[d] = (uint16_t)(d + d / 5 * 2);
        sc->weekday[d] = (uint8_t)(d % 5);
    }
    builder_file(b, "week.lua");
    week_person(b, "ana", "Ana", 0, 0, 0);
    week_person(b, "ben", "Ben", 1 << ANA, -50000, -1);
    week_person(b, "cleo", "Cleo", 0, 50000, -1);
    builder_standard(b, (StoryStandard){ "notice", ANA, 4 * 60, builder_text(b, "half a day") });
    builder_fact(b, (StoryFact){ "board", ANA, builder_text(b, "The board meets on Thursday.") });
    builder_fact(b, (StoryFact){ "move", BEN, builder_text(b, "He moves house.") });
    builder_flag(b, "rain");
    builder_number(b, (StoryNumber){ "errands", 0, 3, 0 });
    builder_number(b, (StoryNumber){ "drawn", 0, 2, 0 });
    static const StoryCommitment promises[] = {
        { .id = "report",
          .kind = STORY_WORK,
          .by = STORY_PLAYER,
          .to = ANA,
          .found_in = 1,
          .found_of = 6,
          .provided = -1,
          .due = WEEK_ON(1, 12),
          .effort_minutes = 240 },
        { .id = "lunch",
          .kind = STORY_MEET,
          .by = STORY_PLAYER,
          .to = BEN,
          .provided = -1,
          .due = WEEK_ON(1, 13),
          .meeting_minutes = 60 },
        { .id = "hush",
          .kind = STORY_HOLD,
          .by = STORY_PLAYER,
          .to = CLEO,
          .provided = -1,
          .due = WEEK_ON(4, 17) },
        { .id = "repair",
          .kind = STORY_WORK,
          .by = STORY_PLAYER,
          .to = BEN,
          .by_hand = true,
          .provided = -1,
          .due = 9 * 1440 + 15 * 60,
          .effort_minutes = 120 },
        { .id = "loan",
          .kind = STORY_MEET,
          .by = BEN,
          .to = STORY_PLAYER,
          .provided = -1,
          .due = WEEK_ON(2, 12) },
    };
    for (size_t i = 0; i < sizeof promises / sizeof *promises; i++) {
        StoryCommitment c = promises[i];
        c.what = c.title = builder_text(b, c.id);
        builder_commitment(b, c);
    }
}

static inline void week_whenever(Builder *b, int when, int speaker, bool at_once, const char *text)
{
    int op = builder_here(b);
    week_line(b, speaker, text);
    week_op(b, OP_RETURN, 0, 0, 0);
    builder_whenever(
        b, (StoryWhenever){ .when = (int16_t)when,
                            .at_once = at_once,
                            .op = (uint16_t)op,
                            .present = (uint8_t)(speaker == STORY_NONE ? 0 : 1 << speaker) });
}

static inline void week_one_on_one(Builder *b)
{
    week_scene(b, "sit", STORY_TIME_NONE, ANA);
    const WeekOption moves[] = {
        { .id = "yours",
          .ops = { { OP_TALK_MOVE, STORY_NONE, STORY_THEIR_AGENDA, 0 } },
          .count = 1 },
        { .id = "points", .ops = { { OP_TALK_MOVE, STORY_NONE, STORY_MY_AGENDA, 0 } }, .count = 1 },
        { .id = "hear", .ops = { { OP_TALK_MOVE, STORY_NONE, STORY_LISTEN, 0 } }, .count = 1 },
        { .id = "why",
          .ops = { { OP_TALK_MOVE, STORY_NONE, STORY_ASK, 0 }, { OP_LEARN, 0, 0, 1 } },
          .count = 2 },
        { .id = "plan", .ops = { { OP_TALK_MOVE, STORY_NONE, STORY_STEER, 0 } }, .count = 1 },
    };
    int jump = week_op(b, OP_GO, 0, 0, 0);
    int first = week_returning(b, moves, 5);
    builder_op_at(b, jump)->b = (uint16_t)builder_here(b);
    int talk = builder_talk(b, (StoryTalk){ .person = ANA,
                                            .rounds = 2,
                                            .meets = STORY_NONE,
                                            .minutes = 60,
                                            .energy = 2000,
                                            .first_option = (uint16_t)first,
                                            .option_count = 5 });
    week_op(b, OP_TALK, 0, talk, 0);
    builder_go(b, "need", (StoryPosition){ 0, 1 });
    builder_scene_end(b);
}

static inline void week_need(Builder *b)
{
    week_scene(b, "need", WEEK_ON(4, 9), BEN);
    int need =
        builder_need(b, (StoryNeed){ .who = 1 << ANA | 1 << CLEO, .stakes = BRIDGE_STAKES_HIGH });
    week_op(b, OP_NEED, 0, need, 0);
    int crosses = builder_here(b);
    week_line(b, STORY_NONE, "{who} comes over.");
    week_op(b, OP_FLAG, 1, WEEK_RAIN, 0);
    int jump = week_op(b, OP_GO, 0, 0, 0);
    int hesitates = builder_here(b);
    const WeekOption answers[] = {
        { .id = "ask", .ops = { { OP_TALK_MOVE, STORY_NONE, STORY_ASK, 0 } }, .count = 1 },
        { .id = "push", .ops = { { OP_TALK_MOVE, STORY_NONE, STORY_STEER, 0 } }, .count = 1 },
    };
    week_choice(b, answers, 2);
    week_op(b, OP_NEED_DECIDE, 0, need, 0);
    int back = builder_here(b);
    week_line(b, STORY_NONE, "{who} turns round.");
    builder_op_at(b, jump)->b = (uint16_t)builder_here(b);
    StoryNeed *it = builder_need_at(b, need);
    it->crosses = (uint16_t)crosses;
    it->hesitates = (uint16_t)hesitates;
    it->turns_back = (uint16_t)back;
    builder_go(b, "second", (StoryPosition){ 0, 1 });
    builder_scene_end(b);
}

static inline void week_first_days(Builder *b)
{
    int promised = week_cond(b, COND_PROMISED, REPORT, 0, 0) + 1;
    int missed = week_cond(b, COND_MISSED, REPORT, 0, 0) + 1;
    int lunch = week_cond(b, COND_KEPT, LUNCH, 0, 0) + 1;
    const WeekOption monday[] = {
        { .id = "all",
          .ops = { { OP_PROMISE, REPORT, 0, STORY_TIME_NONE },
                   { OP_PROMISE, LUNCH, 0, STORY_TIME_NONE },
                   { OP_PROMISE, LOAN, 0, STORY_TIME_NONE } },
          .count = 3 },
        { .id = "report", .ops = { { OP_PROMISE, REPORT, 0, STORY_TIME_NONE } }, .count = 1 },
        { .id = "hush",
          .seen_by = 1 << BEN,
          .ops = { { OP_PROMISE, HUSH, 0, STORY_TIME_NONE } },
          .count = 1 },
        { .id = "nothing" },
    };
    week_scene(b, "monday", WEEK_ON(0, 9), ANA);
    week_choice(b, monday, 4);
    builder_go(b, "monday_desk", (StoryPosition){ 0, 1 });
    builder_scene_end(b);
    week_desk(b, "monday_desk", WEEK_ON(0, 17), "tuesday");
    const WeekOption tuesday[] = {
        { .id = "tell", .when = promised, .ops = { { OP_TELL, REPORT, 0, 0 } }, .count = 1 },
        { .id = "move",
          .when = promised,
          .ops = { { OP_MOVE, REPORT, 0, STORY_TIME_NONE } },
          .count = 1 },
        { .id = "hide",
          .when = promised,
          .ops = { { OP_COVER_UP, REPORT, 0, 0 }, { OP_BREAKS, HUSH, 0, 0 } },
          .count = 2 },
        { .id = "go_on", .ops = { { OP_PROMISE, REPAIR, 0, STORY_TIME_NONE } }, .count = 1 },
    };
    week_scene(b, "tuesday", WEEK_ON(1, 9), BEN);
    week_choice(b, tuesday, 4);
    builder_go(b, "tuesday_desk", (StoryPosition){ 0, 1 });
    builder_scene_end(b);
    week_desk(b, "tuesday_desk", WEEK_ON(1, 17), "wednesday");
    const WeekOption wednesday[] = {
        { .id = "own",
          .when = missed,
          .seen_by = 1 << CLEO,
          .ops = { { OP_OWN_UP, REPORT, 0, 0 },
                   { OP_APOLOGISE, ANA, 0, TRUST_PART_RESPONSIBILITY | TRUST_PART_REPAIR } },
          .count = 2 },
        { .id = "shrug",
          .when = missed,
          .ops = { { OP_TALK_MOVE, ANA, STORY_DEFEND, 0 } },
          .count = 1 },
        { .id = "thank",
          .when = lunch,
          .ops = { { OP_TALK_MOVE, BEN, STORY_LISTEN, 0 } },
          .count = 1 },
        { .id = "blame",
          .ops = { { OP_LETS_DOWN, LOAN, 0, 0 }, { OP_SPEND, 0, 500, 240 } },
          .count = 2 },
    };
    week_scene(b, "wednesday", WEEK_ON(2, 9), ANA);
    week_choice(b, wednesday, 4);
    builder_go(b, "sit", (StoryPosition){ 0, 1 });
    builder_scene_end(b);
}

static inline void week_last_days(Builder *b)
{
    int own = builder_took(b, "wednesday.own");
    int took = week_cond(b, COND_TOOK, 0, own, 0) + 1;
    int walked = builder_took(b, "monday_desk/desk.walk");
    int rested = week_cond(b, COND_TOOK, 0, walked, 0) + 1;
    const WeekOption second[] = {
        { .id = "work",
          .ops = { { OP_WORK, REPAIR, 0, 120 }, { OP_DELIVER, REPAIR, 0, 0 } },
          .count = 2 },
        { .id = "remember", .when = took, .ops = { { OP_VOW, ANA, 0, 0 } }, .count = 1 },
        { .id = "fresh",
          .when = rested,
          .cost_minutes = 60,
          .ops = { { OP_CLARIFY, 0, 0, 0 } },
          .count = 1 },
        { .id = "once_more", .ops = { { OP_SPEND, 0, 0, 1440 } }, .count = 1, .go = "need" },
    };
    week_scene(b, "second", 9 * 1440 + 9 * 60, CLEO);
    week_choice(b, second, 4);
    week_choice(b, second, 3);
    builder_go_ending(b, "over", (StoryPosition){ 0, 1 });
    builder_scene_end(b);
}

static inline Builder *week_builder(void)
{
    Builder *b = builder_new("week");
    week_declare(b);
    week_first_days(b);
    week_one_on_one(b);
    week_need(b);
    week_last_days(b);
    int any = builder_conds(b, 2);
    builder_set_cond(b, any, (StoryCond){ COND_MISSED, LUNCH, 0, 0 });
    builder_set_cond(b, any + 1, (StoryCond){ COND_MISSED, REPAIR, 0, 0 });
    week_whenever(b, week_cond(b, COND_MISSED, REPORT, 0, 0), ANA, false,
                  "The board asked me. I had nothing.");
    week_whenever(b, week_cond(b, COND_KEPT, REPORT, 0, 0), ANA, false, "That was good.");
    week_whenever(b, week_cond(b, COND_ANY, 2, any, 0), BEN, false, "I waited.");
    week_whenever(b, week_cond(b, COND_AT_LEAST, 0, 0, 2), STORY_NONE, true,
                  "Two errands in one week.");
    int ending = builder_ending(b, (StoryEnding){ .id = "over", .title = builder_text(b, "Over") });
    builder_ending_at(b, ending)->op = (uint16_t)builder_here(b);
    week_line(b, STORY_NONE, "That was it.");
    week_op(b, OP_END, 0, ending, 0);
    return b;
}

static inline Scenario *week_new(void)
{
    Err err = { 0 };
    Scenario *sc = builder_finish(week_builder(), &err);
    if (sc == NULL) {
        fail_msg("%s", err.message);
    }
    return sc;
}

// ---- small scenarios with the same people and promises ------------------------------------------

// The ending that small scenarios go to.
static inline void week_over(Builder *b)
{
    int ending = builder_ending(b, (StoryEnding){ .id = "over", .title = builder_text(b, "Over") });
    builder_ending_at(b, ending)->op = (uint16_t)builder_here(b);
    week_op(b, OP_END, 0, ending, 0);
}

static inline Builder *week_small(void)
{
    Builder *b = builder_new("small");
    week_declare(b);
    return b;
}

static inline void week_begin(Builder *b, const char *id, StoryTime at)
{
    builder_scene(
        b,
        (StoryScene){ .id = builder_string(b, id), .at = at, .notes = -1, .position = { 0, 1 } });
}

// A scene with one choice, whose options come back to it or go where they say.
static inline void week_loop(Builder *b, const char *id, StoryTime at, const WeekOption *options,
                             int count)
{
    week_begin(b, id, at);
    int back = builder_here(b);
    week_choice(b, options, count);
    week_op(b, OP_GO, 0, back, 0);
    builder_scene_end(b);
}

static inline Scenario *week_finish(Builder *b)
{
    Err err = { 0 };
    Scenario *sc = builder_finish(b, &err);
    if (sc == NULL) {
        fail_msg("%s", err.message);
    }
    return sc;
}

static inline void week_walk_seed(StoryHistory *h, const Scenario *sc, const char *way,
                                  uint64_t seed)
{
    Err err = { 0 };
    int done = 0;
    if (!history_open(h, sc, seed, &err) || !history_walk(h, way, &done, &err)) {
        fail_msg("%s after %d choices: %s", way, done, err.message);
    }
}

static inline void week_walk(StoryHistory *h, const Scenario *sc, const char *way)
{
    week_walk_seed(h, sc, way, 1);
}

static inline int32_t week_trust(const StoryHistory *h, int person)
{
    return trust_reading(h->scenario->trust, &play_person_c(h->scenario, h->now, person)->trust);
}

static inline StoryState week_state(const StoryHistory *h, int commitment)
{
    return (StoryState)play_commitment_c(h->scenario, h->now, commitment)->state;
}

// The n-th event of a kind, from 0; NULL when there are fewer.
static inline const StoryEvent *week_event(const StoryHistory *h, StoryEventKind kind, int n)
{
    for (int i = 0; i < h->journal.count; i++) {
        if (h->journal.events[i].kind == kind && n-- == 0) {
            return &h->journal.events[i];
        }
    }
    return NULL;
}

// The ids that are open (or, with `closed`, shown), with spaces.
static inline const char *week_open(const StoryHistory *h, bool closed)
{
    static char out[2048];
    StoryOffer offers[STORY_OFFERS_MAX];
    Err err = { 0 };
    int count = story_offers(h->scenario, h->now, closed, offers, &err);
    size_t used = 0;
    out[0] = '\0';
    for (int i = 0; i < count; i++) {
        char id[128];
        story_offer_id(h->scenario, h->now, &offers[i], id, (int)sizeof id);
        used += (size_t)snprintf(out + used, sizeof out - used, "%s%s%s", i == 0 ? "" : " ",
                                 offers[i].closed != CLOSED_NOT ? "!" : "", id);
    }
    return out;
}
