// What the tests of desks, one-on-ones, needs and reactions share: a choice of single deeds to
// begin with, scenes that hold one thing, and one playthrough at a time.
#pragma once

#include "story/week.h"

enum { DAY = 1440 };

#define PROMISE(c)                                                                                 \
    {                                                                                              \
        OP_PROMISE, c, 0, STORY_TIME_NONE                                                          \
    }
#define COUNT(options) ((int)(sizeof(options) / sizeof *(options)))

// A scene with a desk and these options of its own; then the ending.
static inline void desk_scene(Builder *b, const char *id, StoryDesk desk, const WeekOption *own,
                              int count)
{
    week_begin(b, id, STORY_TIME_NONE);
    int jump = week_op(b, OP_GO, 0, 0, 0);
    desk.first_option = count > 0 ? (uint16_t)week_returning(b, own, count) : 0;
    desk.option_count = (uint16_t)count;
    builder_op_at(b, jump)->b = (uint16_t)builder_here(b);
    desk.slot_minutes = desk.slot_minutes == 0 ? 120 : desk.slot_minutes;
    week_op(b, OP_DESK, 0, builder_desk(b, desk), 0);
    builder_go_ending(b, "over", (StoryPosition){ 0, 1 });
    builder_scene_end(b);
}

static const WeekOption START[] = {
    { .id = "report", .ops = { PROMISE(REPORT) }, .count = 1 },
    { .id = "lunch", .ops = { PROMISE(LUNCH) }, .count = 1 },
    { .id = "repair", .ops = { PROMISE(REPAIR) }, .count = 1 },
    { .id = "hour", .ops = { { OP_SPEND, 0, 0, 60 } }, .count = 1 },
    { .id = "minutes", .ops = { { OP_SPEND, 0, 0, 10 } }, .count = 1 },
    { .id = "day", .ops = { { OP_SPEND, 0, 0, DAY } }, .count = 1 },
    { .id = "tired", .ops = { { OP_SPEND, 0, 9000, 0 } }, .count = 1 },
    { .id = "hide",
      .ops = { { OP_COVER_UP, REPORT, 0, 0 }, { OP_FOUND_OUT, REPORT, 0, 0 } },
      .count = 2 },
    { .id = "desk", .go = "desk" },
    { .id = "talk", .go = "talk" },
    { .id = "need", .go = "need" },
    { .id = "back", .go = "start" },
    { .id = "stuck", .go = "stuck" },
    { .id = "moves", .ops = { { OP_MOVE, REPORT, 0, 2 * DAY } }, .count = 1 },
    { .id = "apology", .ops = { { OP_APOLOGISE, ANA, 0, TRUST_PART_REGRET } }, .count = 1 },
    { .id = "own", .ops = { { OP_OWN_UP, REPORT, 0, 0 } }, .count = 1 },
    { .id = "clarify", .ops = { { OP_CLARIFY, 0, 0, 0 } }, .count = 1 },
    { .id = "kept",
      .ops = { PROMISE(REPAIR), { OP_WORK, REPAIR, 0, 120 }, { OP_DELIVER, REPAIR, 0, 0 } },
      .count = 3 },
};

static StoryHistory h;
static Scenario *sc;

static inline void play(Builder *b, const char *way)
{
    week_over(b);
    sc = week_finish(b);
    week_walk(&h, sc, way);
}

static inline void again(const char *way)
{
    history_close(&h);
    week_walk(&h, sc, way);
}

static inline void done(void)
{
    history_close(&h);
    scenario_free(sc);
}

static inline void talk_scene(Builder *b, const WeekOption *options, int count, StoryTalk talk)
{
    week_begin(b, "talk", STORY_TIME_NONE);
    int jump = week_op(b, OP_GO, 0, 0, 0);
    talk.first_option = (uint16_t)builder_options(b, count);
    talk.option_count = (uint16_t)count;
    for (int i = 0; i < count; i++) {
        int option = talk.first_option + i;
        week_body(b, option, &options[i]);
        if (options[i].go != NULL && strcmp(options[i].go, "over") == 0) {
            builder_go_ending(b, "over", (StoryPosition){ 0, 1 });
        } else if (options[i].go != NULL) {
            builder_go(b, options[i].go, (StoryPosition){ 0, 1 });
        }
        week_op(b, OP_RETURN, 0, 0, 0);
        builder_option(b, option)->end = (uint16_t)builder_here(b);
    }
    builder_op_at(b, jump)->b = (uint16_t)builder_here(b);
    talk.meets = STORY_NONE;
    talk.minutes = 60;
    talk.rounds = 2;
    week_op(b, OP_TALK, 0, builder_talk(b, talk), 0);
    builder_go(b, "start", (StoryPosition){ 0, 1 });
    builder_scene_end(b);
}
