// What is there without an author writing it: the interface's sentences in English, and a plain
// one-on-one for each person a desk may offer.
#include "story/parts.h"

#include <stdio.h>

static const char *const plain_words[WORD_COUNT] = {
    [WORD_DESK_WORK] = "Work on {what}.",
    [WORD_DESK_MEET] = "Be there: {what}.",
    [WORD_DESK_TALK] = "Sit down with {name}.",
    [WORD_DESK_REST] = "Stop for a while. Eat something.",
    [WORD_DESK_TELL] = "Tell {name}: {what} will be late.",
    [WORD_DESK_MOVE] = "Ask {name} for a new date: {what}.",
    [WORD_DESK_RESTED] = "You put the pen down and go and stand somewhere with a window.",
    [WORD_DESK_WORKED] = "You work on {what}. Still to do: {left}.",
    [WORD_DESK_FINISHED] = "You work on {what} until it is done.",
    [WORD_TOLD] = "All right. I'd have liked a date.",
    [WORD_MOVED] = "{due}, then.",
    [WORD_REFUSED] = "I'd rather not plan on that.",
    [WORD_DELIVERED] = "Got it. Thank you.",
    [WORD_TALK_THEIRS] = "“You first. What's on your list?”",
    [WORD_TALK_SHARED] = "“One thing from you, one from me?”",
    [WORD_TALK_MINE] = "“I've got three points.”",
};

enum { PLAIN_MINUTES = 60, PLAIN_ROUNDS = 2, PLAIN_ENERGY = 500 };

static void plain_option(Builder *b, int index, const char *id, const char *text, StoryMove move,
                         int person)
{
    StoryOption *option = builder_option(b, index);
    option->id = id;
    option->text = builder_text(b, text);
    option->op = (uint16_t)builder_here(b);
    builder_op(b, (StoryOp){ OP_TALK_MOVE, STORY_NONE, (uint16_t)move, 0 },
               (StoryPosition){ 0, 0 });
    TextId reply = builder_person_at(b, person)->reply;
    if (reply != 0 && move != STORY_STEER) {
        builder_op(b, (StoryOp){ OP_LINE, (uint8_t)person, 0, (int32_t)reply },
                   (StoryPosition){ 0, 0 });
    }
    builder_op(b, (StoryOp){ OP_RETURN, 0, 0, 0 }, (StoryPosition){ 0, 0 });
    builder_option(b, index)->end = (uint16_t)builder_here(b);
}

static int plain_talk(Builder *b, int person)
{
    const char *id = builder_person_at(b, person)->id;
    char text[160];
    int first = builder_options(b, 3);
    snprintf(text, sizeof text, "Ask how it looks from {%s.first}'s side.", id);
    plain_option(b, first, "ask", text, STORY_ASK, person);
    plain_option(b, first + 1, "listen", "Say back what you heard, and wait.", STORY_LISTEN,
                 person);
    snprintf(text, sizeof text, "Tell {%s.first} how you would do it.", id);
    plain_option(b, first + 2, "steer", text, STORY_STEER, person);
    return builder_talk(b, (StoryTalk){ .person = (uint8_t)person,
                                        .rounds = PLAIN_ROUNDS,
                                        .meets = STORY_NONE,
                                        .minutes = PLAIN_MINUTES,
                                        .energy = PLAIN_ENERGY,
                                        .first_option = (uint16_t)first,
                                        .option_count = 3 });
}

void plain_fill(Builder *b)
{
    for (int i = 0; i < WORD_COUNT; i++) {
        if (b->sc->words[i] == 0) {
            b->sc->words[i] = builder_text(b, plain_words[i]);
        }
    }
    for (int i = 0; i < b->people.count; i++) {
        if (builder_person_at(b, i)->talk < 0) {
            int talk = plain_talk(b, i);
            builder_person_at(b, i)->talk = (int16_t)talk;
        }
    }
}
