// Breaking text into lines: nothing is lost, nothing is wider than it may be, emphasis is italic.
#include "support/test.h"

#include "base/hash.h"
#include "base/text.h"
#include "view/layout.h"

#include <string.h>

static float width(void *context, FrameFont font, float size, const char *text, int bytes)
{
    (void)context;
    (void)text;
    return (float)bytes * size * (font == FONT_STORY_ITALIC ? .45f : .5f);
}

static const FrameMeasure MEASURE = { width, NULL };
static const LayoutStyle STORY = { FONT_STORY, 20, 29, 0xff000000 };

static LayoutBlock wrap(Arena *arena, const char *text, float room)
{
    LayoutSegment segment = { text, STORY, true };
    return layout_wrap(arena, &MEASURE, &segment, 1, room);
}

// Without spaces and marks, what comes out is what went in, whatever the text and the width.
static void strip(const char *text, Text *out)
{
    for (; *text != '\0'; text++) {
        if (strchr(" *\n", *text) == NULL) {
            text_add_char(out, *text);
        }
    }
}

static void test_words(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena);
    LayoutBlock block = wrap(&arena, "one two  three\tfour", 80);
    assert_int_equal(block.count, 3);
    assert_string_equal(block.lines[0].plain, "one two");
    assert_string_equal(block.lines[1].plain, "three");
    assert_string_equal(block.lines[2].plain, "four");
    assert_int_equal(wrap(&arena, "", 80).count, 0);
    assert_int_equal(wrap(&arena, "   ", 80).count, 0);
    assert_int_equal(wrap(&arena, "a\nb", 800).count, 2);
    arena_deinit(&arena);
}

static void test_emphasis(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena);
    LayoutBlock block = wrap(&arena, "She counts *again*, twice.", 800);
    assert_int_equal(block.count, 1);
    const LayoutLine *line = &block.lines[0];
    assert_string_equal(line->plain, "She counts again, twice.");
    assert_int_equal(line->run_count, 3);
    assert_int_equal(line->runs[1].style.font, FONT_STORY_ITALIC);
    assert_string_equal(line->runs[1].text, "again");
    assert_string_equal(line->runs[2].text, ", twice.");
    assert_true(line->runs[2].x >= line->runs[1].x + line->runs[1].width);
    arena_deinit(&arena);
}

static void test_comma_stays_with_its_word(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena);
    LayoutBlock block = wrap(&arena, "aaaa *bbbb*, cc", 92); // "aaaa bbbb" would fit, its comma not
    assert_string_equal(block.lines[0].plain, "aaaa");
    assert_string_equal(block.lines[1].plain, "bbbb, cc");
    arena_deinit(&arena);
}

static void test_long_word(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena);
    LayoutBlock block = wrap(&arena, "a Donaudampfschiff\xc3\xbc\xc3\xbc\xc3\xbc b", 45);
    Text all = { .data = NULL };
    for (int i = 0; i < block.count; i++) {
        assert_true(block.lines[i].width <= 45);
        assert_true(utf8_valid(block.lines[i].plain, strlen(block.lines[i].plain), NULL));
        strip(block.lines[i].plain, &all);
    }
    assert_string_equal(text_str(&all), "aDonaudampfschiff\xc3\xbc\xc3\xbc\xc3\xbc"
                                        "b");
    text_deinit(&all);
    arena_deinit(&arena);
}

// A font measured in whole pixels, the rest of each measured text cut off.
static float whole_pixels(void *context, FrameFont font, float size, const char *text, int bytes)
{
    (void)context;
    (void)font;
    (void)text;
    return (float)(int)((float)bytes * size * .49f);
}

// A line drawn as one is wider than the sum of its words then, and still has to fit.
static void test_sums_of_words_are_not_trusted(void **state)
{
    (void)state;
    FrameMeasure pixels = { whole_pixels, NULL };
    LayoutStyle small = { FONT_UI, 13, 18, 0xff000000 };
    LayoutSegment segment = { "it is as if we had to go on to it or he is at it so we do as he is "
                              "to do if it is up to us or me and so on to the end of it all",
                              small, false };
    for (int room = 200; room < 500; room++) {
        Arena arena;
        arena_init(&arena);
        LayoutBlock block = layout_wrap(&arena, &pixels, &segment, 1, (float)room);
        for (int i = 0; i < block.count; i++) {
            float drawn = layout_width(&pixels, &small, block.lines[i].plain);
            assert_true(drawn <= (float)room);
            assert_true(i + 1 == block.count || drawn > (float)room - 40); // and none is wasted
        }
        arena_deinit(&arena);
    }
}

static void test_nothing_is_lost(void **state)
{
    (void)state;
    static const char *const PARTS[] = { "a",  "bb",       "ccc",          " ",           " ", "*",
                                         "\n", "\xc3\xa9", "\xe2\x80\x9c", "wordwordword" };
    uint64_t random = 3;
    for (int round = 0; round < 3000; round++) {
        Arena arena;
        arena_init(&arena);
        Text in = { .data = NULL };
        Text expected = { .data = NULL };
        Text got = { .data = NULL };
        for (int i = 0; i < 40; i++) {
            text_add(&in, PARTS[random_below(&random, 10)]);
        }
        float room = 20 + (float)random_below(&random, 300);
        LayoutBlock block = wrap(&arena, text_str(&in), room);
        for (int i = 0; i < block.count; i++) {
            assert_true(block.lines[i].width <= (room < 30 ? 30 : room));
            assert_true(block.lines[i].run_count > 0);
            strip(block.lines[i].plain, &got);
        }
        strip(text_str(&in), &expected);
        assert_string_equal(text_str(&expected), text_str(&got));
        text_deinit(&in);
        text_deinit(&expected);
        text_deinit(&got);
        arena_deinit(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_emphasis),
        cmocka_unit_test(test_comma_stays_with_its_word),
        cmocka_unit_test(test_long_word),
        cmocka_unit_test(test_sums_of_words_are_not_trusted),
        cmocka_unit_test(test_nothing_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
