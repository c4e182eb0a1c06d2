// Breaking text into lines: nothing is lost, nothing is wider than it may be, emphasis is italic.
#include "support/test.h"

#include "base/hash.h"
#include "base/say.h"
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

// By letters, so that other scripts are not wider by their bytes.
static float letters(void *context, FrameFont font, float size, const char *text, int bytes)
{
    (void)context;
    (void)font;
    int count = 0;
    for (int i = 0; i < bytes; i++) {
        count += ((unsigned char)text[i] & 0xC0u) != 0x80u;
    }
    return (float)count * size * .5f;
}

static LayoutBlock wrap_letters(Arena *arena, const char *text, float room)
{
    static const FrameMeasure measure = { letters, NULL };
    LayoutSegment segment = { text, STORY, true };
    return layout_wrap(arena, &measure, &segment, 1, room);
}

static void test_other_scripts(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena);
    LayoutBlock block = wrap_letters(&arena, "日本語の文章は、単語です。", 60); // six to a line
    assert_int_equal(block.count, 3);
    assert_string_equal(block.lines[0].plain, "日本語の文章");
    assert_string_equal(block.lines[1].plain, "は、単語で"); // the full stop takes a letter with it
    assert_string_equal(block.lines[2].plain, "す。");
    assert_false(block.lines[1].spaced);
    block = wrap_letters(&arena, "one-to-one talk", 70);
    assert_string_equal(block.lines[0].plain, "one-to-");
    assert_string_equal(block.lines[1].plain, "one");
    assert_false(block.lines[1].spaced);
    assert_true(block.lines[2].spaced);
    block = wrap_letters(&arena,
                         "a\xc2\xa0"
                         "b c",
                         30); // what does not part stands on one line
    assert_string_equal(block.lines[0].plain, "a\xc2\xa0"
                                              "b");
    arena_deinit(&arena);
}

// A line of two styles from right to left: each run once, behind each other, the first at the right.
static void check_order(const LayoutLine *line, const char *const *texts, int count)
{
    assert_int_equal(line->run_count, count);
    float x = 0;
    for (int i = 0; i < count; i++) {
        assert_string_equal(line->runs[i].text, texts[i]);
        assert_true(line->runs[i].x >= x - .01f && line->runs[i].x <= x + .01f);
        x += line->runs[i].width;
    }
    assert_true(line->width >= x - .01f && line->width <= x + .01f);
}

static const char *no_text(const void *context, const char *where, const char *english)
{
    (void)context;
    (void)where;
    (void)english;
    return NULL;
}

static const char *no_form(const void *context, const char *one, const char *many, unsigned long n)
{
    (void)context;
    (void)one;
    (void)many;
    (void)n;
    return NULL;
}

static void test_order(void **state)
{
    (void)state;
    static const SayTable arabic = { NULL, "ar", true, no_text, no_form };
    static const char text[] = "قال *نعم* ثم Halima.";
    Arena arena;
    arena_init(&arena);
    LayoutBlock block = wrap_letters(&arena, text, 800);
    assert_int_equal(block.count, 1);
    assert_string_equal(block.lines[0].plain, "قال نعم ثم Halima."); // as it is spoken
    assert_true(block.lines[0].from_right);
    static const char *const from_left[] = { ".", "Halima", " ثم ", " نعم", "قال" };
    check_order(&block.lines[0], from_left, 5);
    assert_int_equal(block.lines[0].runs[3].style.font, FONT_STORY_ITALIC);
    assert_false(block.lines[0].runs[1].from_right);
    assert_true(block.lines[0].runs[0].from_right); // so that its brackets would turn

    say_in(&arabic); // there x counts from the right
    block = wrap_letters(&arena, text, 800);
    static const char *const from_right[] = { "قال", " نعم", " ثم ", "Halima", "." };
    check_order(&block.lines[0], from_right, 5);
    // English in an Arabic interface: its lines begin together at the left of their block.
    block = wrap_letters(&arena, "one two three four", 95);
    assert_int_equal(block.count, 3);
    for (int i = 0; i < block.count; i++) {
        const LayoutLine *line = &block.lines[i];
        assert_false(line->from_right);
        assert_true(line->indent + line->width >= block.width - .01f);
    }
    say_in(NULL);
    arena_deinit(&arena);
}

// Emphasis within a word: a joiner on both sides keeps its letters connected.
static void test_style_within_a_word(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena);
    LayoutBlock block = wrap_letters(&arena, "بي*ت*", 800);
    assert_int_equal(block.lines[0].run_count, 2);
    assert_string_equal(block.lines[0].runs[0].text, "\xe2\x80\x8dت");
    assert_string_equal(block.lines[0].runs[1].text, "بي\xe2\x80\x8d");
    assert_string_equal(block.lines[0].plain, "بيت");
    arena_deinit(&arena);
}

// Bytes of every run of a line, without joiners.
static size_t run_bytes(const LayoutLine *line)
{
    size_t bytes = 0;
    for (int i = 0; i < line->run_count; i++) {
        for (const char *at = line->runs[i].text; *at != '\0'; at++) {
            if (strncmp(at, "\xe2\x80\x8d", 3) == 0) {
                at += 2;
            } else {
                bytes += *at != ' ';
            }
        }
    }
    return bytes;
}

// Whatever scripts, marks and signs of direction stand together: nothing is lost, nothing is twice, no
// letter is cut, in an interface of either direction.
static void test_any_script(void **state)
{
    (void)state;
    static const SayTable arabic = { NULL, "ar", true, no_text, no_form };
    static const char *const parts[] = {
        "a",
        "word",
        " ",
        " ",
        " ",
        "*",
        "\n",
        "ب",
        "مرحبا",
        "َ",
        "،",
        "שלום",
        "־",
        "日本",
        "。",
        "「",
        "ไทย",
        "नि",
        "e\xcc\x81",
        "👩🏽‍🚀",
        "🇩🇪",
        "\xe2\x80\x8f",
        "\xe2\x80\xab",
        "\xe2\x80\xac",
        "(",
        ")",
        "12",
        ":",
        "٣",
        "—",
        "\xc2\xa0",
        "-",
    };
    uint64_t random = 11;
    for (int round = 0; round < 4000; round++) {
        Arena arena;
        arena_init(&arena);
        Text in = { .data = NULL };
        Text expected = { .data = NULL };
        Text got = { .data = NULL };
        size_t shown = 0;
        for (int i = 0; i < 30; i++) {
            text_add(&in, parts[random_below(&random, sizeof parts / sizeof *parts)]);
        }
        say_in(round % 2 == 0 ? NULL : &arabic);
        LayoutBlock block =
            wrap_letters(&arena, text_str(&in), 60 + (float)random_below(&random, 400));
        for (int i = 0; i < block.count; i++) {
            const LayoutLine *line = &block.lines[i];
            assert_true(utf8_valid(line->plain, strlen(line->plain), NULL));
            for (int k = 0; k < line->run_count; k++) {
                assert_true(line->runs[k].x > -.01f);
                assert_true(line->runs[k].x + line->runs[k].width < line->width + .01f);
            }
            strip(line->plain, &got);
            shown += run_bytes(line);
        }
        strip(text_str(&in), &expected);
        assert_string_equal(text_str(&got), text_str(&expected));
        size_t joiners = 0;
        for (const char *at = text_str(&expected); (at = strstr(at, "\xe2\x80\x8d")) != NULL;
             at += 3) {
            joiners += 3;
        }
        assert_int_equal(shown + joiners, expected.length);
        text_deinit(&in);
        text_deinit(&expected);
        text_deinit(&got);
        arena_deinit(&arena);
    }
    say_in(NULL);
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
        cmocka_unit_test(test_other_scripts),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_style_within_a_word),
        cmocka_unit_test(test_any_script),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
