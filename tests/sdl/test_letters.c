// Fonts: found or clearly missed; widths from the table equal measured ones; masks stay under their
// cap.
#include "support/test.h"

#include "sdl/letters.h"

#include <stdio.h>
#include <string.h>

#define FONTS PLANKWRIGHT_SOURCE "/assets/fonts"

static const char *const words[] = { "Mara",
                                     "sets the last ledger page down",
                                     "W\xc3\xa4hrend \xe2\x80\x94 \xe2\x80\x9cja\xe2\x80\x9d",
                                     "07:40",
                                     "AVAWA To fi ffl",
                                     " " };
enum { WORD_COUNT = 6 };

static void widths_equal_direct_ones(void **state)
{
    (void)state;
    Letters *letters = letters_open(FONTS, true, NULL);
    assert_non_null(letters);
    static const float scales[] = { 0.25f, 1.0f, 1.37f, 3.0f };
    for (int s = 0; s < 4; s++) {
        letters_scale(letters, scales[s]);
        for (int font = 0; font < FONT_COUNT; font++) {
            for (int i = 0; i < WORD_COUNT; i++) {
                float direct = letters_width_direct(letters, (FrameFont)font, 17.0f, words[i], -1);
                float first = letters_width(letters, (FrameFont)font, 17.0f, words[i], -1);
                float again = letters_width(letters, (FrameFont)font, 17.0f, words[i], -1);
                assert_true(direct > 0.0f);
                assert_memory_equal(&direct, &first, sizeof direct);
                assert_memory_equal(&direct, &again, sizeof direct);
            }
        }
    }
    letters_close(letters);
}

// Many more texts than the table has places: places are taken over, never mixed up.
static void widths_survive_collisions(void **state)
{
    (void)state;
    Letters *letters = letters_open(FONTS, true, NULL);
    char text[32];
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 12000; i++) {
            snprintf(text, sizeof text, "%d", i);
            float width = letters_width(letters, FONT_UI, 16.0f, text, -1);
            if (i % 97 == 0) {
                float direct = letters_width_direct(letters, FONT_UI, 16.0f, text, -1);
                assert_memory_equal(&direct, &width, sizeof width);
            }
        }
    }
    letters_close(letters);
}

static void width_of_a_part(void **state)
{
    (void)state;
    Letters *letters = letters_open(FONTS, true, NULL);
    float part = letters_width(letters, FONT_STORY, 21.0f, "ledger page", 6);
    float word = letters_width(letters, FONT_STORY, 21.0f, "ledger", -1);
    float whole = letters_width(letters, FONT_STORY, 21.0f, "ledger page", -1);
    assert_memory_equal(&part, &word, sizeof part);
    assert_true(whole > part);
    assert_true(letters_width(letters, FONT_STORY, 21.0f, "", -1) == 0.0f);
    assert_true(letters_width(letters, FONT_STORY, 21.0f, "\xff\xfe", -1) == 0.0f); // not UTF-8
    assert_true(letters_width(letters, FONT_STORY, 21.0f, "\xe2\x80\x9cja", 2) ==
                0.0f); // cut inside
    letters_close(letters);
}

// Twice the scale is about twice the pixels, so about the same width in design units.
static void widths_hold_over_scales(void **state)
{
    (void)state;
    Letters *letters = letters_open(FONTS, true, NULL);
    float at_one = letters_width(letters, FONT_STORY, 21.0f, words[1], -1);
    letters_scale(letters, 2.0f);
    float at_two = letters_width(letters, FONT_STORY, 21.0f, words[1], -1);
    assert_true(at_two > at_one * 0.98f && at_two < at_one * 1.02f);
    letters_close(letters);
}

static void missing_folder_is_said(void **state)
{
    (void)state;
    Err err = { 0 };
    assert_null(letters_open("nowhere/fonts", true, &err));
    assert_int_equal(err.kind, ERR_SYSTEM);
    assert_int_equal(err_exit_code(err.kind), 4);
    assert_non_null(strstr(err.message, "No font file"));
    assert_non_null(strstr(err.message, "nowhere/fonts"));
    assert_null(strchr(err.message, '\n'));
    assert_non_null(strstr(err.fix, "assets/fonts"));
}

static void damaged_file_is_said(void **state)
{
    (void)state;
    const char *folder = test_folder("fonts");
    static const char *const names[] = { "Vollkorn-Medium.ttf", "Inter-Medium.otf",
                                         "Inter-Regular.otf" };
    for (int i = 0; i < 3; i++) {
        char path[512];
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        test_write(path, "this is no font", 15);
    }
    Err err = { 0 };
    assert_null(letters_open(folder, true, &err));
    assert_int_equal(err.kind, ERR_SYSTEM);
    assert_non_null(strstr(err.message, "Inter-Medium"));
    assert_true(err.fix[0] != '\0');
}

static FrameCommand line(const char *text, float x, float y)
{
    return (FrameCommand){ .kind = FRAME_TEXT,
                           .font = FONT_STORY,
                           .size = 21,
                           .colour = 0xff2b2233,
                           .rect = { x, y, 0, 29 },
                           .text = text };
}

static void ink_stays_within_bounds(void **state)
{
    (void)state;
    enum { W = 640, H = 80 };
    static uint32_t pixels[W * H];
    RasterSurface surface = { W, H, pixels, W };
    Letters *letters = letters_open(FONTS, true, NULL);
    static const FrameAlign aligns[] = { ALIGN_START, ALIGN_CENTRE, ALIGN_END };
    for (int font = 0; font < FONT_COUNT; font++) {
        for (int a = 0; a < 3; a++) {
            memset(pixels, 0xff, sizeof pixels);
            Raster raster;
            raster_init(&raster, surface);
            FrameCommand command = line("fjord Quay, Jolly jumping", 320.0f, 20.0f);
            command.font = (uint8_t)font;
            command.align = (uint8_t)aligns[a];
            FrameRect box = letters_bounds(letters, &command);
            letters_draw(letters, &raster, &command);
            raster_deinit(&raster);
            int inked = 0;
            for (int i = 0; i < W * H; i++) {
                if (pixels[i] != 0xffffffffu) {
                    float x = (float)(i % W);
                    float y = (float)(i / W);
                    inked++;
                    assert_true(x >= box.x && x + 1.0f <= box.x + box.w);
                    assert_true(y >= box.y && y + 1.0f <= box.y + box.h);
                }
            }
            assert_true(inked > 400);
        }
    }
    letters_close(letters);
}

static void masks_stay_under_their_cap(void **state)
{
    (void)state;
    enum { W = 1280, H = 60 };
    static uint32_t pixels[W * H];
    RasterSurface surface = { W, H, pixels, W };
    Raster raster;
    raster_init(&raster, surface);
    Letters *letters = letters_open(FONTS, true, NULL);
    char text[96];
    for (int i = 0; i < 900; i++) {
        snprintf(text, sizeof text,
                 "Line %d of a long talk about what was promised and what was not", i);
        FrameCommand command = line(text, 10.0f, 10.0f);
        letters_draw(letters, &raster, &command);
        LettersStats stats = letters_stats(letters);
        assert_true(stats.mask_bytes <= stats.mask_limit);
    }
    assert_int_equal(letters_stats(letters).lines_drawn, 900);
    FrameCommand again = line(text, 10.0f, 10.0f);
    letters_draw(letters, &raster, &again); // still there
    assert_int_equal(letters_stats(letters).lines_drawn, 900);
    raster_deinit(&raster);
    letters_close(letters);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths_equal_direct_ones), cmocka_unit_test(widths_survive_collisions),
        cmocka_unit_test(width_of_a_part),          cmocka_unit_test(widths_hold_over_scales),
        cmocka_unit_test(missing_folder_is_said),   cmocka_unit_test(damaged_file_is_said),
        cmocka_unit_test(ink_stays_within_bounds),  cmocka_unit_test(masks_stay_under_their_cap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
