// The table of words, and filling them in.
#include "view/words.h"

#include "base/say.h"
#include "base/text.h"

#include <assert.h>
#include <stdio.h>

static const char *const TEXTS[] = {
#define X(name, text) text,
    VIEW_WORDS(X)
#undef X
};

const char *word(ViewWord which)
{
    assert(which < W_WORD_COUNT);
    return say(TEXTS[which]);
}

const char *word_fill(Arena *arena, ViewWord which, const char *const *values, int count)
{
    Text out = { .data = NULL };
    say_fill(word(which), values, count, &out);
    const char *copy = arena_string(arena, text_str(&out));
    text_deinit(&out);
    return copy;
}

const char *word_fill1(Arena *arena, ViewWord which, const char *a)
{
    return word_fill(arena, which, &a, 1);
}

const char *word_fill2(Arena *arena, ViewWord which, const char *a, const char *b)
{
    const char *const values[] = { a, b };
    return word_fill(arena, which, values, 2);
}

const char *word_fill3(Arena *arena, ViewWord which, const char *a, const char *b, const char *c)
{
    const char *const values[] = { a, b, c };
    return word_fill(arena, which, values, 3);
}

const char *word_number(Arena *arena, int number)
{
    char digits[16];
    snprintf(digits, sizeof digits, "%d", number);
    return arena_string(arena, digits);
}

const char *word_duration(Arena *arena, int minutes)
{
    minutes = minutes > 0 ? minutes : 0;
    const char *hours = word_number(arena, minutes / 60);
    const char *rest = word_number(arena, minutes % 60);
    if (minutes < 60) {
        return word_fill1(arena, W_MINUTES_ONLY, rest);
    }
    return minutes % 60 == 0 ? word_fill1(arena, W_HOURS, hours)
                             : word_fill2(arena, W_HOURS_MINUTES, hours, rest);
}

const char *word_time(Arena *arena, int32_t minute)
{
    Text out = { .data = NULL };
    say_time((int)(minute % STORY_DAY_MINUTES), &out);
    const char *copy = arena_string(arena, text_str(&out));
    text_deinit(&out);
    return copy;
}

const char *word_bridge(Arena *arena, const BridgeCondition *condition, bool capital)
{
    static const ViewWord WORDS[] = { W_DOWN, W_UNSAFE, W_STRAINED, W_WORN, W_SOUND };
    const char *name =
        word(WORDS[condition->word <= BRIDGE_SOUND ? condition->word : BRIDGE_SOUND]);
    if (condition->frayed) {
        name = word_fill1(arena, W_FRAYED, name);
    }
    if (condition->mended) {
        name = word_fill1(arena, W_MENDED, name);
    }
    char *copy = arena_string(arena, name);
    if (!capital && copy[0] >= 'A' && copy[0] <= 'Z') {
        copy[0] = (char)(copy[0] - 'A' + 'a');
    }
    return copy;
}

// Nobody is late with holding something, nor silent who told it.
static ViewWord became_held(int state, ViewWord otherwise)
{
    return state == STATE_KEPT                              ? W_BECAME_HELD
           : state == STATE_MISSED || state == STATE_WARNED ? W_BECAME_NOT_HELD
                                                            : otherwise;
}

ViewWord word_became(const StoryCommitment *commitment, int state)
{
    bool theirs = commitment->by != STORY_PLAYER;
    ViewWord became = W_NOTHING;
    switch ((StoryState)state) {
    case STATE_NONE:
    case STATE_OPEN:
        became = W_BECAME_OPEN;
        break;
    case STATE_MOVED:
        became = W_BECAME_MOVED;
        break;
    case STATE_KEPT:
        became = W_BECAME_KEPT;
        break;
    case STATE_LAPSED:
        became = W_BECAME_LAPSED;
        break;
    case STATE_WARNED:
        became = W_BECAME_WARNED;
        break;
    case STATE_MISSED:
        became = theirs ? W_BECAME_THEY_MISSED : W_BECAME_MISSED;
        break;
    case STATE_OWNED_UP:
        became = W_BECAME_OWNED;
        break;
    case STATE_COVERED_UP:
        became = W_BECAME_COVERED;
        break;
    case STATE_FOUND_OUT:
        became = W_BECAME_FOUND;
        break;
    }
    if (commitment->kind == STORY_MEET && state == STATE_MISSED && !theirs) {
        return W_BECAME_NOT_THERE;
    }
    return commitment->kind == STORY_HOLD && !theirs ? became_held(state, became) : became;
}

ViewWord word_weekday(int weekday)
{
    return (ViewWord)((int)W_MONDAY + (weekday >= 0 && weekday < 7 ? weekday : 0));
}
