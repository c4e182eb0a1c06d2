// What is there without an author writing it: the interface's sentences in English, and a plain
// one-on-one for each person a desk may offer.
#include "story/parts.h"

#include "base/say.h"

#include <stdio.h>
#include <string.h>

static const char *const plain_words[WORD_COUNT] = {
    [WORD_DESK_WORK] = SAY_LATER("Work on {what}."),
    [WORD_DESK_MEET] = SAY_LATER("Be there: {what}."),
    [WORD_DESK_TALK] = SAY_LATER("Sit down with {name}."),
    [WORD_DESK_REST] = SAY_LATER("Stop for a while. Eat something."),
    [WORD_DESK_TELL] = SAY_LATER("Tell {name}: {what} will be late."),
    [WORD_DESK_MOVE] = SAY_LATER("Ask {name} for a new date: {what}."),
    [WORD_DESK_RESTED] =
        SAY_LATER("You put the pen down and go and stand somewhere with a window."),
    [WORD_DESK_RESTED_2] = SAY_LATER("You eat something that is not a biscuit, sitting down."),
    [WORD_DESK_RESTED_3] =
        SAY_LATER("Once round the building, without the telephone. It rings when you are back."),
    [WORD_DESK_WORKED] = SAY_LATER("You work on {what}. Still to do: {left}."),
    [WORD_DESK_FINISHED] = SAY_LATER("You work on {what} until it is done."),
    [WORD_TOLD] = SAY_LATER("All right. I'd have liked a date."),
    [WORD_MOVED] = SAY_LATER("{due}, then."),
    [WORD_REFUSED] = SAY_LATER("I'd rather not plan on that."),
    [WORD_DELIVERED] = SAY_LATER("Got it. Thank you."),
    [WORD_TALK_THEIRS] = SAY_LATER("“You first. What's on your list?”"),
    [WORD_TALK_SHARED] = SAY_LATER("“One thing from you, one from me?”"),
    [WORD_TALK_MINE] = SAY_LATER("“I've got three points.”"),
};

// As translators see them; the person's own id takes the place of "person".
static const char *const plain_asks[] = { SAY_LATER("Ask how it looks from {person.first}'s side."),
                                          SAY_LATER("Tell {person.first} how you would do it.") };

// What comes of listening, by turns, so that two talks do not end with the same words.
static const char *const plain_heard[] = {
    SAY_LATER("{person.first} looks up, and says the rest of it."),
    SAY_LATER("{person.first} nods, and begins again, further back."),
};

enum { PLAIN_MINUTES = 60, PLAIN_ROUNDS = 2, PLAIN_ENERGY = 500 };

// "{person.first}" becomes "{halima.first}".
static void for_person(const char *sentence, const char *id, char *out, size_t size)
{
    const char *fill = strstr(sentence, "{person.");
    snprintf(out, size, "%.*s{%s.%s", (int)(fill - sentence), sentence, id,
             fill + strlen("{person."));
}

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
    if (reply != 0 && move == STORY_ASK) {
        builder_op(b, (StoryOp){ OP_LINE, (uint8_t)person, 0, (int32_t)reply },
                   (StoryPosition){ 0, 0 });
    }
    if (move == STORY_LISTEN) {
        char heard[160];
        for_person(plain_heard[person % 2], builder_person_at(b, person)->id, heard, sizeof heard);
        builder_op(b, (StoryOp){ OP_LINE, STORY_NONE, 0, (int32_t)builder_text(b, heard) },
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
    for_person(plain_asks[0], id, text, sizeof text);
    plain_option(b, first, "ask", text, STORY_ASK, person);
    plain_option(b, first + 1, "listen", SAY_LATER("Say back what you heard, and wait."),
                 STORY_LISTEN, person);
    for_person(plain_asks[1], id, text, sizeof text);
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
