// A small story for the tests of the screens, built without Lua: two colleagues, promises of all
// kinds, a choice, a desk, a one-on-one, a long text, two endings.
#pragma once

#include "story/builder.h"
#include "story/history.h"

#include <string.h>

enum { HALIMA, PIET };
enum { LADDER, PLOT, KEYS, NOTES, RIGGING };

static const StoryPosition HERE = { 0, 1 };

static inline int small_op(Builder *b, StoryOpCode code, int a, int bb, int32_t c)
{
    return builder_op(b, (StoryOp){ (uint8_t)code, (uint8_t)a, (uint16_t)bb, c }, HERE);
}

static inline void small_line(Builder *b, int person, const char *text)
{
    small_op(b, OP_LINE, person, 0, (int32_t)builder_text(b, text));
}

static inline void small_people(Builder *b)
{
    builder_person(b, (StoryPerson){ .id = "halima",
                                     .name = builder_text(b, "Halima Nasser"),
                                     .first = builder_text(b, "Halima"),
                                     .role = builder_text(b, "chief rigger"),
                                     .reply = builder_text(b, "Right."),
                                     .lines = { .refused = builder_text(b, "No. Not again.") },
                                     .look = { .age = 52, .hair = 5 },
                                     .notice = 0,
                                     .talk = -1 });
    builder_person(b, (StoryPerson){ .id = "piet",
                                     .name = builder_text(b, "Piet Roos"),
                                     .first = builder_text(b, "Piet"),
                                     .role = builder_text(b, "stage manager"),
                                     .hears = 1 << HALIMA,
                                     .notice = -1,
                                     .talk = -1 });
    builder_standard(
        b, (StoryStandard){ "notice", HALIMA, 120, builder_text(b, "two hours, to my face") });
    builder_fact(b, (StoryFact){ "fall", HALIMA,
                                 builder_text(b, "She fell in March. Nobody held the ladder.") });
    builder_fact(b, (StoryFact){ "son", PIET, builder_text(b, "His son is ill again.") });
}

static inline void small_commitment(Builder *b, const char *id, StoryKind kind, int by, int to,
                                    StoryTime due, int effort, const char *what, const char *title)
{
    builder_commitment(b, (StoryCommitment){ .id = id,
                                             .kind = (uint8_t)kind,
                                             .by = (uint8_t)by,
                                             .to = (uint8_t)to,
                                             .due = due,
                                             .effort_minutes = effort,
                                             .meeting_minutes = 45,
                                             .provided = -1,
                                             .what = builder_text(b, what),
                                             .title = builder_text(b, title) });
}

static inline void small_commitments(Builder *b)
{
    small_commitment(b, "ladder", STORY_MEET, STORY_PLAYER, HALIMA, 15 * 60, 0,
                     "holding the second ladder", "The second ladder");
    small_commitment(b, "plot", STORY_WORK, STORY_PLAYER, PIET, 1440 + 12 * 60, 180,
                     "the lighting plot", "The lighting plot");
    small_commitment(b, "keys", STORY_MEET, HALIMA, STORY_PLAYER, 1440 + 9 * 60 + 30, 0,
                     "the keys to the grid", "The grid keys");
    small_commitment(b, "notes", STORY_WORK, STORY_PLAYER, HALIMA, 1440 + 16 * 60, 600,
                     "the notes on every batten of the house", "Notes on the battens");
    small_commitment(b, "rigging", STORY_HOLD, STORY_PLAYER, HALIMA, 2 * 1440 + 17 * 60, 0,
                     "not a word about the rigging", "Not a word");
}

// The body of an option: the ops between these two.
static inline StoryOption *small_option(Builder *b, int option, const char *id, const char *text)
{
    StoryOption *it = builder_option(b, option);
    it->id = id;
    it->text = builder_text(b, text);
    it->op = (uint16_t)builder_here(b);
    return it;
}

static inline void small_option_end(Builder *b, int option)
{
    builder_option(b, option)->end = (uint16_t)builder_here(b);
}

static inline void small_monday(Builder *b)
{
    builder_scene(b, (StoryScene){ .id = "monday", .at = 9 * 60, .notes = -1, .position = HERE });
    small_line(b, STORY_NONE,
               "Halima counts shackles on the stage floor. Twenty-two. She counts them *again*.");
    small_op(b, OP_PROMISE, KEYS, 0, STORY_TIME_NONE);
    small_line(
        b, HALIMA,
        "Three o'clock. Two ladders, four hands. I bring you the grid keys in the morning. Yes?");
    int first = builder_options(b, 4);
    small_op(b, OP_CHOICE, 0, first, 4);
    small_option(b, first, "yes", "\xe2\x80\x9cThree. I'll be there.\xe2\x80\x9d");
    small_op(b, OP_PROMISE, LADDER, 0, STORY_TIME_NONE);
    builder_go(b, "work", HERE);
    small_option_end(b, first);
    small_option(b, first + 1, "ask", "\xe2\x80\x9cWhy does it have to be four hands?\xe2\x80\x9d");
    small_op(b, OP_TALK_MOVE, HALIMA, STORY_ASK, 0);
    small_op(b, OP_LEARN, HALIMA, 0, 0);
    small_line(b, HALIMA, "Because it does. March.");
    small_op(b, OP_PROMISE, LADDER, 0, STORY_TIME_NONE);
    builder_go(b, "work", HERE);
    small_option_end(b, first + 1);
    small_option(b, first + 2, "late",
                 "\xe2\x80\x9cHalf past is what I can be sure of, if nothing comes in "
                 "between before lunch.\xe2\x80\x9d");
    small_op(b, OP_CLARIFY, 0, 0, 0);
    small_op(b, OP_PROMISE, LADDER, 0, 15 * 60 + 30);
    builder_go(b, "work", HERE);
    small_option_end(b, first + 2);
    small_option(b, first + 3, "gym", "Hang the whole grid yourself.")->cost_energy = 30000;
    builder_go(b, "work", HERE);
    small_option_end(b, first + 3);
    builder_scene_end(b);
}

static inline void small_work(Builder *b)
{
    builder_scene(
        b, (StoryScene){ .id = "work", .at = STORY_TIME_NONE, .notes = -1, .position = HERE });
    small_op(b, OP_PROMISE, PLOT, 0, STORY_TIME_NONE);
    small_op(b, OP_PROMISE, NOTES, 0, STORY_TIME_NONE);
    small_op(b, OP_PROMISE, RIGGING, 0, STORY_TIME_NONE);
    small_line(b, STORY_NONE, "The van with the lamps is on the ring road.");
    small_op(b, OP_DESK, 0,
             builder_desk(b, (StoryDesk){ .till = 17 * 60,
                                          .slot_minutes = 120,
                                          .talk = 1 << HALIMA | 1 << PIET,
                                          .work = ~(uint64_t)0 }),
             0);
    builder_go(b, "tuesday", HERE);
    builder_scene_end(b);
}

static inline void small_tuesday(Builder *b)
{
    builder_scene(b, (StoryScene){ .id = "tuesday",
                                   .at = 1440 + 9 * 60,
                                   .weather = STORY_STORM,
                                   .notes = -1,
                                   .position = HERE });
    static const char *const LONG[] = {
        "The stage smells of cold dust and somebody's oranges. The ladder lies where it lay, with "
        "the rope "
        "round its feet.",
        "A boy from the bar sits in the third row and does not look up from his telephone, not "
        "even when "
        "the door falls shut.",
        "Halima has the harness on. The left buckle is new. Her hands are black to the wrist, and "
        "she wipes "
        "them on the same rag, again and again.",
        "Somebody has written GRID on the wall in chalk, and an arrow, and under it: not today.",
        "The third batten hangs a hand lower on the left. You can see it from the door. Everybody "
        "can see it "
        "from the door.",
        ("Piet comes through the pass door with two coffees, sees the two of you, and goes out "
         "again with both."),
    };
    for (int i = 0; i < 6; i++) {
        small_line(b, STORY_NONE, LONG[i]);
    }
    small_line(b, HALIMA, "I did it with the boy from the bar. He held it with one hand.");
    int first = builder_options(b, 3);
    small_op(b, OP_CHOICE, 0, first, 3);
    small_option(b, first, "own", "\xe2\x80\x9cI wasn't there. I knew at two.\xe2\x80\x9d");
    small_op(b, OP_OWN_UP, LADDER, 0, 0);
    small_op(b, OP_APOLOGISE, HALIMA, 0, TRUST_PART_ALL);
    builder_go(b, "talk", HERE);
    small_option_end(b, first);
    small_option(b, first + 1, "van",
                 "\xe2\x80\x9cYou should have seen the ring road.\xe2\x80\x9d");
    small_op(b, OP_TALK_MOVE, HALIMA, STORY_DEFEND, 0);
    builder_go(b, "talk", HERE);
    small_option_end(b, first + 1);
    small_option(b, first + 2, "nod", "Carry her case to the lift.");
    builder_go_ending(b, "alone", HERE);
    small_option_end(b, first + 2);
    builder_scene_end(b);
}

static inline void small_talk(Builder *b)
{
    static const StoryMove MOVES[] = { STORY_LISTEN, STORY_ASK, STORY_STEER };
    static const char *const IDS[] = { "listen", "march", "plan" };
    static const char *const TEXTS[] = {
        "Say back what you heard, and wait.", "\xe2\x80\x9cWhat happened in March?\xe2\x80\x9d",
        "\xe2\x80\x9cHere is how we do it from now on.\xe2\x80\x9d"
    };
    builder_scene(
        b, (StoryScene){ .id = "talk", .at = STORY_TIME_NONE, .notes = -1, .position = HERE });
    int first = builder_options(b, 3);
    int talk = builder_talk(b, (StoryTalk){ .person = HALIMA,
                                            .rounds = 2,
                                            .meets = STORY_NONE,
                                            .minutes = 60,
                                            .energy = 2000,
                                            .first_option = (uint16_t)first,
                                            .option_count = 3 });
    small_op(b, OP_TALK, 0, talk, 0);
    builder_go_ending(b, "held", HERE);
    builder_scene_end(b);
    for (int i = 0; i < 3; i++) {
        small_option(b, first + i, IDS[i], TEXTS[i]);
        small_op(b, OP_TALK_MOVE, STORY_NONE, (int)MOVES[i], 0);
        small_line(b, HALIMA, "The boy let go. He was sixteen.");
        small_op(b, OP_RETURN, 0, 0, 0);
        small_option_end(b, first + i);
    }
}

static inline void small_ending(Builder *b, const char *id, const char *title, const char *line)
{
    int ending = builder_ending(b, (StoryEnding){ .id = id, .title = builder_text(b, title) });
    builder_ending_at(b, ending)->op = (uint16_t)builder_here(b);
    small_line(b, STORY_NONE, line);
    small_op(b, OP_END, 0, ending, 0);
}

static inline Scenario *small_story(void)
{
    Builder *b = builder_new("second-ladder");
    Scenario *scenario = builder_scenario(b);
    scenario->title = builder_text(b, "The Second Ladder");
    scenario->blurb = builder_text(b, "You said three o'clock.");
    scenario->day_count = 3;
    for (int day = 0; day < 3; day++) {
        scenario->calendar_day[day] = (uint16_t)day;
        scenario->weekday[day] = (uint8_t)day;
    }
    builder_file(b, "scenario.lua");
    small_people(b);
    small_commitments(b);
    small_monday(b);
    small_work(b);
    small_tuesday(b);
    small_talk(b);
    small_ending(b, "held", "Four hands", "The bar goes up. Nobody claps for a bar.");
    small_ending(b, "alone", "Somebody else", "It is done without you. It is done well.");
    Err err = { .kind = ERR_NONE };
    Scenario *made = builder_finish(b, &err);
    if (made == NULL) {
        fail_msg("%s", err.message);
    }
    return made;
}
