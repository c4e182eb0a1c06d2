// A scenario for tests, built without Lua: one scene whose options are single deeds and come back
// to the same choice, so that a test says what happens as a way: "promise_brief,work,work,day".
// Monday to Friday, 09:00 to 17:00. Maya (0) waits for the brief; Sam (1) hears what she sees.
#pragma once

#include "story/builder.h"
#include "story/history.h"

#include <string.h>

enum { MAYA, SAM };
enum { BRIEF, CALL, SECRET, KEYS, SLIDES };
enum { MON = 0, TUE = 1440, WED = 2880, THU = 4320, FRI = 5760 };

static const StoryPosition HERE = { 0, 1 };

static inline int playground_op(Builder *b, StoryOpCode code, int a, int bb, int32_t c)
{
    return builder_op(b, (StoryOp){ (uint8_t)code, (uint8_t)a, (uint16_t)bb, c }, HERE);
}

static inline void playground_people(Builder *b)
{
    builder_person(b, (StoryPerson){ .id = "maya",
                                     .name = builder_text(b, "Maya Lind"),
                                     .first = builder_text(b, "Maya"),
                                     .reply = builder_text(b, "Hm."),
                                     .lines = { .refused = builder_text(b, "No.") },
                                     .notice = 0,
                                     .talk = -1 });
    builder_person(b, (StoryPerson){ .id = "sam",
                                     .name = builder_text(b, "Sam Osei"),
                                     .first = builder_text(b, "Sam"),
                                     .hears = 1 << MAYA,
                                     .notice = -1,
                                     .talk = -1 });
    builder_standard(b, (StoryStandard){ "notice", MAYA, 24 * 60, builder_text(b, "a day") });
    builder_fact(b,
                 (StoryFact){ "board", MAYA, builder_text(b, "She sees the board on Wednesday.") });
    builder_flag(b, "client");
    builder_number(b, (StoryNumber){ "n", 0, 3, 1 });
}

static inline void playground_commitment(Builder *b, const char *id, StoryKind kind, int by, int to,
                                         StoryTime due, int effort, int provided)
{
    builder_commitment(b, (StoryCommitment){ .id = id,
                                             .kind = (uint8_t)kind,
                                             .by = (uint8_t)by,
                                             .to = (uint8_t)to,
                                             .due = due,
                                             .effort_minutes = effort,
                                             .meeting_minutes = 30,
                                             .provided = (int16_t)provided,
                                             .what = builder_text(b, id),
                                             .title = builder_text(b, id) });
}

static inline void playground_commitments(Builder *b)
{
    int client = builder_cond(b, (StoryCond){ COND_FLAG, 0, 0, 0 });
    playground_commitment(b, "brief", STORY_WORK, STORY_PLAYER, MAYA, TUE + 12 * 60, 240, -1);
    playground_commitment(b, "call", STORY_MEET, STORY_PLAYER, MAYA, TUE + 15 * 60, 0, -1);
    playground_commitment(b, "secret", STORY_HOLD, STORY_PLAYER, SAM, WED + 17 * 60, 0, -1);
    playground_commitment(b, "keys", STORY_MEET, MAYA, STORY_PLAYER, MON + 12 * 60, 0, -1);
    playground_commitment(b, "slides", STORY_WORK, STORY_PLAYER, SAM, THU + 12 * 60, 120, client);
}

typedef struct Deed {
    const char *id;
    StoryOp op;
} Deed;

static const Deed DEEDS[] = {
    { "promise_brief", { OP_PROMISE, BRIEF, 0, STORY_TIME_NONE } },
    { "promise_call", { OP_PROMISE, CALL, 0, STORY_TIME_NONE } },
    { "promise_secret", { OP_PROMISE, SECRET, 0, STORY_TIME_NONE } },
    { "promise_keys", { OP_PROMISE, KEYS, 0, STORY_TIME_NONE } },
    { "promise_slides", { OP_PROMISE, SLIDES, 0, STORY_TIME_NONE } },
    { "work", { OP_WORK, BRIEF, 0, 120 } },
    { "slides", { OP_WORK, SLIDES, 0, 120 } },
    { "attend", { OP_ATTEND, CALL, 0, 0 } },
    { "tell", { OP_TELL, BRIEF, 0, 0 } },
    { "move", { OP_MOVE, BRIEF, 0, WED + 10 * 60 } },
    { "own", { OP_OWN_UP, BRIEF, 0, 0 } },
    { "cover", { OP_COVER_UP, BRIEF, 0, 0 } },
    { "found", { OP_FOUND_OUT, BRIEF, 0, 0 } },
    { "blab", { OP_BREAKS, SECRET, 0, 0 } },
    { "lets_down", { OP_LETS_DOWN, KEYS, 0, 0 } },
    { "sorry", { OP_APOLOGISE, MAYA, 0, TRUST_PART_ALL } },
    { "vow", { OP_VOW, MAYA, 0, 0 } },
    { "deny", { OP_DENY, MAYA, 0, 0 } },
    { "hour", { OP_SPEND, 0, 0, 60 } },
    { "day", { OP_SPEND, 0, 0, 1440 } },
    { "clarify", { OP_CLARIFY, 0, 0, 0 } },
    { "learn", { OP_LEARN, 0, 0, 0 } },
    { "client", { OP_FLAG, 1, 0, 0 } },
    { "add", { OP_ADD, 0, 0, 2 } },
    { "ask", { OP_TALK_MOVE, MAYA, STORY_ASK, 0 } },
    { "defend", { OP_TALK_MOVE, MAYA, STORY_DEFEND, 0 } },
    { "desk", { OP_DESK, 0, 0, 0 } },
    { "talk", { OP_TALK, 0, 0, 0 } },
    { "high", { OP_NEED, 0, 0, 0 } },
    { "again", { OP_GO, 0, 0, 0 } }, // the scene once more, with its reactions
    { "chance", { OP_CHANCE, 0, 0, 0 } },
    { "end", { OP_ENDING, 0, 0, 0 } },
};

enum { DEED_COUNT = sizeof DEEDS / sizeof *DEEDS };

static inline void playground_talk(Builder *b)
{
    int first = builder_options(b, 3);
    static const StoryMove moves[] = { STORY_LISTEN, STORY_ASK, STORY_STEER };
    static const char *const ids[] = { "listen", "question", "steer" };
    for (int i = 0; i < 3; i++) {
        builder_option(b, first + i)->id = ids[i];
        builder_option(b, first + i)->op = (uint16_t)builder_here(b);
        playground_op(b, OP_TALK_MOVE, STORY_NONE, (int)moves[i], 0);
        playground_op(b, OP_RETURN, 0, 0, 0);
        builder_option(b, first + i)->end = (uint16_t)builder_here(b);
    }
    builder_talk(b, (StoryTalk){ .person = MAYA,
                                 .rounds = 2,
                                 .meets = STORY_NONE,
                                 .minutes = 60,
                                 .energy = 2000,
                                 .first_option = (uint16_t)first,
                                 .option_count = 3 });
    builder_person_at(b, MAYA)->talk = 0;
}

static inline void playground_need(Builder *b, int choice)
{
    builder_need(b, (StoryNeed){ .who = 1 << MAYA, .stakes = BRIDGE_STAKES_HIGH });
    int crosses = playground_op(b, OP_LINE, MAYA, 0, (int32_t)builder_text(b, "Coming."));
    playground_op(b, OP_GO, 0, choice, 0);
    int hesitates = playground_op(b, OP_CHOICE, 0, builder_options(b, 2), 2);
    int first = builder_op_at(b, hesitates)->b;
    for (int i = 0; i < 2; i++) {
        builder_option(b, first + i)->id = i == 0 ? "plain" : "push";
        builder_option(b, first + i)->op = (uint16_t)builder_here(b);
        playground_op(b, OP_TALK_MOVE, STORY_NONE, i == 0 ? STORY_ASK : STORY_STEER, 0);
        playground_op(b, OP_NEED_DECIDE, 0, 0, 0);
        builder_option(b, first + i)->end = (uint16_t)builder_here(b);
    }
    int back = playground_op(b, OP_LINE, MAYA, 0, (int32_t)builder_text(b, "No."));
    playground_op(b, OP_GO, 0, choice, 0);
    StoryNeed *need = builder_need_at(b, 0);
    need->crosses = (uint16_t)crosses;
    need->hesitates = (uint16_t)hesitates;
    need->turns_back = (uint16_t)back;
}

static inline void playground_chance(Builder *b, int choice)
{
    int first = builder_odds(b, (StoryOdds){ 1, 0 });
    builder_odds(b, (StoryOdds){ 3, 0 });
    builder_chance(b, (StoryChance){ .first = (uint16_t)first, .count = 2 });
    for (int i = 0; i < 2; i++) {
        builder_odds_at(b, first + i)->op = (uint16_t)builder_here(b);
        playground_op(b, OP_ASSIGN, 0, 0, i == 0 ? 3 : 0);
        playground_op(b, OP_GO, 0, choice, 0);
    }
}

static inline Builder *playground_builder(void)
{
    Builder *b = builder_new("playground");
    Scenario *sc = builder_scenario(b);
    sc->day_count = 5;
    for (int d = 0; d < 5; d++) {
        sc->calendar_day[d] = (uint16_t)d;
        sc->weekday[d] = (uint8_t)d;
    }
    builder_file(b, "playground.lua");
    playground_people(b);
    playground_commitments(b);
    builder_scene(
        b, (StoryScene){ .id = "start", .at = STORY_TIME_NONE, .notes = -1, .position = HERE });
    playground_op(b, OP_LINE, MAYA, 0, (int32_t)builder_text(b, "Morning."));
    int choice = playground_op(b, OP_CHOICE, 0, builder_options(b, DEED_COUNT), DEED_COUNT);
    for (int i = 0; i < DEED_COUNT; i++) {
        StoryOption *option = builder_option(b, i);
        option->id = DEEDS[i].id;
        option->op = (uint16_t)builder_here(b);
        builder_op(b, DEEDS[i].op, HERE);
        playground_op(b, OP_GO, 0, choice, 0);
        builder_option(b, i)->end = (uint16_t)builder_here(b);
    }
    playground_need(b, choice);
    playground_chance(b, choice);
    builder_scene_end(b);
    playground_talk(b);
    builder_desk(b, (StoryDesk){ .till = MON + 13 * 60,
                                 .slot_minutes = 120,
                                 .talk = 1 << MAYA,
                                 .work = ~(uint64_t)0 });
    int ending = builder_ending(b, (StoryEnding){ .id = "over", .title = builder_text(b, "Over") });
    builder_ending_at(b, ending)->op = (uint16_t)builder_here(b);
    playground_op(b, OP_END, 0, ending, 0);
    return b;
}

static inline Scenario *playground_new(void)
{
    Err err = { 0 };
    Scenario *sc = builder_finish(playground_builder(), &err);
    if (sc == NULL) {
        fail_msg("%s", err.message);
    }
    return sc;
}

// Plays a way from the start; the caller closes.
static inline void playground_walk(StoryHistory *h, const Scenario *sc, const char *way)
{
    Err err = { 0 };
    int done = 0;
    if (!history_open(h, sc, 1, &err) || !history_walk(h, way, &done, &err)) {
        fail_msg("%s after %d choices: %s", way, done, err.message);
    }
}

static inline int32_t playground_trust(const StoryHistory *h, int person)
{
    return trust_reading(h->scenario->trust, &play_person_c(h->scenario, h->now, person)->trust);
}

static inline StoryState playground_state(const StoryHistory *h, int commitment)
{
    return (StoryState)play_commitment_c(h->scenario, h->now, commitment)->state;
}

static inline int playground_events(const StoryHistory *h, StoryEventKind kind)
{
    int n = 0;
    for (int i = 0; i < h->journal.count; i++) {
        n += h->journal.events[i].kind == kind;
    }
    return n;
}
