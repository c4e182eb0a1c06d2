// links: view
// Fonts for every script: which face shows which letter, the shapes of Arabic, what happens where no font
// has a letter.
#include "support/test.h"

#include "picture/raster.h"
#include "sdl/letters.h"
#include "sdl/runs.h"

#include <string.h>

#define FONTS PLANKWRIGHT_SOURCE "/assets/fonts"

static Faces *open_fonts(void)
{
    Faces *faces = faces_open(FONTS, true, NULL);
    assert_non_null(faces);
    return faces;
}

static void test_shipped_fonts_have(void **state)
{
    (void)state;
    Faces *faces = open_fonts();
    static const uint32_t letters[] = {
        'a',   0xE9,  0x3B1, 0x44F, 0x201C, // Greek, Cyrillic, quotes
        0x627, 0x647, 0x60C, 0x61F, 0x640,  // Arabic and its signs
        0x66B, 0x6F5, 0x679, 0x6CC, '7'
    };
    for (int font = 0; font < FONT_COUNT; font++) {
        for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
            int face = faces_for(faces, (FrameFont)font, letters[i]);
            if (!faces_has(faces, face, letters[i])) {
                fail_msg("no letter U+%04X in font %d", (unsigned)letters[i], font);
            }
        }
    }
    // Figures as high as capitals where things are told, the interface's own elsewhere.
    assert_true(faces_for(faces, FONT_STORY, '1') >= FONT_COUNT);
    assert_int_equal(faces_for(faces, FONT_UI, '1'), FONT_UI);
    // Nobody has it: the font itself, which draws a box.
    assert_int_equal(faces_for(faces, FONT_UI, 0x12000), FONT_UI);
    assert_false(faces_has(faces, FONT_UI, 0x12000));
    faces_close(faces);
}

static void test_runs(void **state)
{
    (void)state;
    Faces *faces = open_fonts();
    Run runs[RUNS_MOST];
    assert_int_equal(runs_of(faces, FONT_UI, "Plain, 16:40", 12, false, runs), 1);
    assert_int_equal(runs[0].bytes, 12);
    const char *quoted = "“Quoted — é”";
    assert_int_equal(runs_of(faces, FONT_STORY, quoted, strlen(quoted), false, runs), 1);

    const char *time = "at 16:40"; // figures of their own, and the colon goes with them
    assert_int_equal(runs_of(faces, FONT_STORY, time, strlen(time), false, runs), 4);

    const char *mixed = "قال Halima نعم.";
    int count = runs_of(faces, FONT_UI, mixed, strlen(mixed), true, runs);
    assert_int_equal(count, 3);
    assert_true(runs[0].from_right && strcmp(runs[0].script, "Arab") == 0);
    assert_true(runs[0].from > runs[2].from); // what is said last stands at the left
    assert_false(runs[1].from_right);
    int bytes = 0;
    for (int i = 0; i < count; i++) {
        bytes += runs[i].bytes;
    }
    assert_int_equal(bytes, strlen(mixed));
    assert_int_equal(runs_of(faces, FONT_UI, "", 0, true, runs), 0);
    faces_close(faces);
}

enum { W = 400, H = 60 };

static void paint(Letters *letters, const char *text, bool from_right, uint32_t *pixels)
{
    Raster raster;
    memset(pixels, 0, sizeof(uint32_t) * W * H);
    raster_init(&raster, (RasterSurface){ .pixels = pixels, .width = W, .height = H, .stride = W });
    raster_clip(&raster, (RasterRect){ 0, 0, W, H });
    FrameCommand command = { .kind = FRAME_TEXT,
                             .font = FONT_UI,
                             .size = 30,
                             .text = text,
                             .rect = { 10, 10, 0, 40 },
                             .colour = 0xffffffffu,
                             .from_right = from_right };
    letters_draw(letters, &raster, &command);
    raster_deinit(&raster);
}

// Ink in the columns [from, to).
static int ink(const uint32_t *pixels, int from, int to)
{
    int sum = 0;
    for (int y = 0; y < H; y++) {
        for (int x = from; x < to; x++) {
            sum += (pixels[y * W + x] & 0xffu) > 100;
        }
    }
    return sum;
}

// Columns without ink between the first and the last that has some.
static int gaps(const uint32_t *pixels)
{
    int first = 0;
    int last = W - 1;
    int count = 0;
    while (first < W && ink(pixels, first, first + 1) == 0) {
        first++;
    }
    while (last > first && ink(pixels, last, last + 1) == 0) {
        last--;
    }
    for (int x = first; x < last; x++) {
        count += ink(pixels, x, x + 1) == 0;
    }
    return count;
}

// Letters of a word are joined, unless something stands between them that keeps them apart.
static void test_arabic_is_shaped(void **state)
{
    (void)state;
    static uint32_t pixels[W * H];
    Letters *letters = letters_open(FONTS, true, NULL);
    assert_non_null(letters);
    paint(letters, "محمد", true, pixels);
    assert_true(ink(pixels, 0, W) > 200);
    assert_int_equal(gaps(pixels), 0);
    paint(letters, "م\xe2\x80\x8cح\xe2\x80\x8cم\xe2\x80\x8cد", true, pixels);
    assert_true(gaps(pixels) > 0);
    // A joiner at a cut keeps the shapes of what was cut, and so its width.
    float whole = letters_width(letters, FONT_UI, 40, "محمد", -1);
    float cut = letters_width(letters, FONT_UI, 40, "مح\xe2\x80\x8d", -1) +
                letters_width(letters, FONT_UI, 40, "\xe2\x80\x8dمد", -1);
    assert_true(cut > whole - 3 && cut < whole + 3);
    letters_close(letters);
}

static void test_order_is_drawn(void **state)
{
    (void)state;
    static uint32_t left[W * H];
    static uint32_t right[W * H];
    Letters *letters = letters_open(FONTS, true, NULL);
    // "iiii" has little ink and Arabic's "سسسس" has much: they change sides with the paragraph.
    paint(letters, "iiii سسسس", false, left);
    paint(letters, "iiii سسسس", true, right);
    assert_true(ink(left, 0, W) > 200);
    assert_memory_not_equal(left, right, sizeof left);
    int narrow = (int)letters_width(letters, FONT_UI, 30, "iiii", -1);
    int all = (int)letters_width(letters, FONT_UI, 30, "iiii سسسس", -1);
    int thin = ink(left, 10, 10 + narrow);
    assert_int_equal(ink(right, 10 + all - narrow, 12 + all), thin);
    // A bracket turns round: it opens to what it holds.
    paint(letters, "(س", true, right);
    paint(letters, "س)", false, left);
    assert_true(ink(right, 0, W) > 20);
    // Nobody has these: a box is drawn, and nothing breaks.
    paint(letters, "\xf0\x92\x80\x80\xf0\x9f\x99\x82", false, left);
    assert_true(ink(left, 0, W) > 20);
    letters_close(letters);
}

// With the fonts of the system, whatever there are: found is what has the letter, each once, and looking
// for what nobody has costs nothing the second time.
static void test_system_fonts(void **state)
{
    (void)state;
    Faces *faces = faces_open(FONTS, false, NULL);
    assert_non_null(faces);
    static const uint32_t letters[] = { 0x65E5, 0x672C, 0x5D0, 0x5D1, 0x905, 0x906, 0x10FFFD };
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
            int face = faces_for(faces, FONT_STORY, letters[i]);
            assert_true(face == FONT_STORY || faces_has(faces, face, letters[i]));
            assert_int_equal(faces_for(faces, FONT_STORY, letters[i]), face);
        }
    }
    // Two letters of one script come from one font.
    assert_int_equal(faces_for(faces, FONT_STORY, 0x5D0), faces_for(faces, FONT_STORY, 0x5D1));
    assert_int_equal(faces_for(faces, FONT_STORY, 0x10FFFD), FONT_STORY);
    faces_close(faces);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shipped_fonts_have), cmocka_unit_test(test_runs),
        cmocka_unit_test(test_arabic_is_shaped),   cmocka_unit_test(test_order_is_drawn),
        cmocka_unit_test(test_system_fonts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
