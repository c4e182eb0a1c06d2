// Discs, portraits, ornaments, pictures on the disk: told apart without colour, inside of their
// boxes.
#include "support/test.h"

#include "picture/colour.h"
#include "picture/disc.h"
#include "picture/ornament.h"
#include "picture/png.h"
#include "picture/portrait.h"
#include "picture/samples.h"
#include "picture/sketch.h"

#include <stdio.h>
#include <string.h>

static void draw_disc(RasterSurface s, PictureDisc disc, float radius)
{
    Raster raster;
    raster_init(&raster, s);
    sample_clear(s, 0xfffbf3e2u);
    picture_disc(&raster, (float)s.width * 0.5f, (float)s.height * 0.5f, radius, disc);
    raster_deinit(&raster);
}

// Ink (dark) or not: what is left of a disc in a poor copy, without any colour.
static int inked(uint32_t pixel)
{
    return colour_grey(pixel) < 100;
}

static void disc_shapes_differ_without_colour(void **state)
{
    (void)state;
    static const BridgeFate fates[] = { BRIDGE_KEPT, BRIDGE_OPEN, BRIDGE_MOVED, BRIDGE_WARNED,
                                        BRIDGE_MISSED };
    RasterSurface s[7];
    for (int i = 0; i < 7; i++) {
        s[i] = sample_surface(36, 36);
        PictureDisc disc = { .number = 3, .fate = (uint8_t)(i < 5 ? fates[i] : BRIDGE_KEPT) };
        disc.theirs = i == 5;
        disc.mended = i == 6;
        draw_disc(s[i], disc, 11.5f);
    }
    for (int i = 0; i < 6; i++) {
        for (int j = i + 1; j < 6; j++) {
            int differing = 0;
            for (int p = 0; p < 36 * 36; p++) {
                differing += inked(s[i].pixels[p]) != inked(s[j].pixels[p]);
            }
            assert_true(differing >= 10);
        }
    }
    int red[2] = { 0, 0 }; // stitches: much darker than the gold they lie on, and not ink
    for (int p = 0; p < 36 * 36; p++) {
        for (int k = 0; k < 2; k++) {
            uint32_t c = s[k ? 6 : 0].pixels[p];
            red[k] += (int)((c >> 16) & 255u) - (int)((c >> 8) & 255u) > 90;
        }
    }
    assert_int_equal(red[0], 0);
    assert_true(red[1] >= 8);
    for (int i = 0; i < 7; i++) {
        mem_free(s[i].pixels);
    }
}

static void fates_of_one_kind_look_alike(void **state)
{
    (void)state;
    static const BridgeFate pairs[3][2] = { { BRIDGE_KEPT, BRIDGE_LAPSED },
                                            { BRIDGE_WARNED, BRIDGE_OWNED_UP },
                                            { BRIDGE_MISSED, BRIDGE_FOUND_OUT } };
    RasterSurface a = sample_surface(36, 36);
    RasterSurface b = sample_surface(36, 36);
    for (int i = 0; i < 3; i++) {
        draw_disc(a, (PictureDisc){ .number = 5, .fate = (uint8_t)pairs[i][0] }, 11.5f);
        draw_disc(b, (PictureDisc){ .number = 5, .fate = (uint8_t)pairs[i][1] }, 11.5f);
        assert_memory_equal(a.pixels, b.pixels, 36 * 36 * sizeof(uint32_t));
    }
    mem_free(a.pixels);
    mem_free(b.pixels);
}

static void numerals_differ_and_are_dark_enough(void **state)
{
    (void)state;
    enum { N = 17 };
    RasterSurface s[N];
    for (int i = 0; i < N; i++) {
        s[i] = sample_surface(36, 36);
        draw_disc(s[i], (PictureDisc){ .number = i, .fate = BRIDGE_KEPT }, 9.4f);
        for (int j = 0; j < i; j++) {
            int differing = 0;
            for (int p = 0; p < 36 * 36; p++) {
                int d = colour_grey(s[i].pixels[p]) - colour_grey(s[j].pixels[p]);
                differing += d > 60 || d < -60;
            }
            assert_true(differing >= 6);
        }
    }
    for (int i = 0; i < N; i++) {
        mem_free(s[i].pixels);
    }
}

static uint64_t sum_of(RasterSurface s)
{
    uint64_t sum = 0;
    for (int i = 0; i < s.width * s.height; i++) {
        sum = sum * 31u + s.pixels[i];
    }
    return sum;
}

static uint64_t portrait_of(RasterSurface s, PictureLook look, PictureMood mood, bool contrast)
{
    Raster raster;
    raster_init(&raster, s);
    sample_clear(s, 0xff00ff00u);
    picture_portrait(&raster, 4, 4, 136, &look, mood, contrast);
    raster_deinit(&raster);
    for (int x = 0; x < s.width; x++) { // stays in its tile
        assert_int_equal(s.pixels[3 * s.width + x], 0xff00ff00u);
        assert_int_equal(s.pixels[140 * s.width + x], 0xff00ff00u);
    }
    assert_int_equal(s.pixels[4 * s.width + 4], 0xff00ff00u); // round corners
    assert_int_equal(s.pixels[139 * s.width + 115], 0xff00ff00u);
    return sum_of(s);
}

static void every_trait_of_a_portrait_shows(void **state)
{
    (void)state;
    RasterSurface s = sample_surface(120, 144);
    PictureLook base = { .skin = 2, .hair = PICTURE_HAIR_SHORT, .age = 30 };
    uint64_t sums[64];
    int n = 0;
    sums[n++] = portrait_of(s, base, PICTURE_CALM, false);
    for (int i = 1; i < PICTURE_MOODS; i++) {
        sums[n++] = portrait_of(s, base, (PictureMood)i, false);
    }
    for (int i = 0; i < 6; i++) {
        PictureLook look = base;
        look.skin = (uint8_t)(i == 2 ? 0 : i);
        if (i != 0 && i != 2) {
            sums[n++] = portrait_of(s, look, PICTURE_CALM, false);
        }
        look = base;
        look.hair = (uint8_t)i;
        if (i != PICTURE_HAIR_SHORT) {
            sums[n++] = portrait_of(s, look, PICTURE_CALM, false);
        }
        look = base;
        look.hair_colour = (uint8_t)i;
        if (i != 0) {
            sums[n++] = portrait_of(s, look, PICTURE_CALM, false);
        }
        look = base;
        look.coat = (uint8_t)i;
        if (i != 0 && i < PICTURE_COATS) {
            sums[n++] = portrait_of(s, look, PICTURE_CALM, false);
        }
    }
    PictureLook more[5] = { base, base, base, base, base };
    more[0].glasses = true;
    more[1].beard = true;
    more[2].wheelchair = true;
    more[3].age = 50;
    more[4].age = 66;
    for (int i = 0; i < 5; i++) {
        sums[n++] = portrait_of(s, more[i], PICTURE_CALM, false);
    }
    sums[n++] = portrait_of(s, base, PICTURE_CALM, true);
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
            assert_true(sums[i] != sums[j]);
        }
    }
    mem_free(s.pixels);
}

static void the_gauge_counts_its_halves(void **state)
{
    (void)state;
    RasterSurface s = sample_surface(160, 30);
    uint64_t sums[21];
    for (int halves = 0; halves <= 20; halves++) {
        Raster raster;
        raster_init(&raster, s);
        sample_clear(s, 0xfffbf3e2u);
        picture_gauge(&raster, 4, 4, 18, halves, false, false);
        RasterRect dirty = raster_dirty_take(&raster);
        assert_true((float)dirty.x1 <= 4.0f + picture_gauge_width(18.0f) + 1.0f);
        raster_deinit(&raster);
        sums[halves] = sum_of(s);
        for (int other = 0; other < halves; other++) {
            assert_true(sums[other] != sums[halves]);
        }
    }
    mem_free(s.pixels);
}

static void icons_differ_and_stay_in_their_box(void **state)
{
    (void)state;
    RasterSurface s = sample_surface(40, 40);
    uint64_t sums[PICTURE_ICONS];
    for (int i = 0; i < PICTURE_ICONS; i++) {
        Raster raster;
        raster_init(&raster, s);
        sample_clear(s, 0xffffffffu);
        picture_icon(&raster, (PictureIcon)i, 20, 20, 24, 0x000000);
        RasterRect dirty = raster_dirty_take(&raster);
        assert_false(raster_rect_empty(dirty));
        assert_true(dirty.x0 >= 6 && dirty.x1 <= 34 && dirty.y0 >= 6 && dirty.y1 <= 34);
        raster_deinit(&raster);
        sums[i] = sum_of(s);
        for (int other = 0; other < i; other++) {
            assert_true(sums[other] != sums[i]);
        }
    }
    mem_free(s.pixels);
}

static void outlines_are_read_as_written(void **state)
{
    (void)state;
    RasterSurface s = sample_surface(40, 40);
    sample_clear(s, 0xff000000u);
    Raster raster;
    raster_init(&raster, s);
    const PictureSketch sketch = { .raster = &raster, .x = 10, .y = 10, .sx = 2, .sy = -2 };
    picture_sketch_fill(&sketch, "M-2.5,-1 L 5 -1 5 4.5 -2.5 4.5 Z", 0xffffff, 1.0f);
    RasterRect dirty = raster_dirty_take(&raster);
    assert_int_equal(dirty.x0, 5);
    assert_in_range(dirty.x1, 20, 21);
    assert_int_equal(dirty.y0, 1);
    assert_int_equal(dirty.y1, 12);
    raster_deinit(&raster);
    mem_free(s.pixels);
}

static void a_picture_comes_back_from_the_disk(void **state)
{
    (void)state;
    Err err = { 0 };
    RasterSurface s = sample_surface(33, 21);
    for (int i = 0; i < 33 * 21; i++) {
        s.pixels[i] = 0xff000000u | ((uint32_t)i * 2654435761u >> 8);
    }
    s.pixels[7] = 0x40112233u;
    char path[300];
    snprintf(path, sizeof path, "%s/round.png", test_folder("png"));
    RasterSurface back;
    assert_true(picture_png_write(path, s, true, &err));
    assert_true(picture_png_read(path, &back, &err));
    assert_int_equal(back.width, 33);
    assert_int_equal(back.height, 21);
    assert_memory_equal(back.pixels, s.pixels, 33 * 21 * sizeof(uint32_t));
    mem_free(back.pixels);
    assert_true(picture_png_write(path, s, false, &err));
    assert_true(picture_png_read(path, &back, &err));
    assert_int_equal(back.pixels[7], 0xff112233u);
    mem_free(back.pixels);
    mem_free(s.pixels);
}

static void bad_files_are_told_in_words(void **state)
{
    (void)state;
    Err err = { 0 };
    RasterSurface s = sample_surface(4, 4);
    char path[300];
    const char *folder = test_folder("badpng");
    snprintf(path, sizeof path, "%s/no/such/folder.png", folder);
    assert_false(picture_png_write(path, s, false, &err));
    assert_int_equal(err.kind, ERR_SYSTEM);
    assert_non_null(strstr(err.message, "folder.png"));
    snprintf(path, sizeof path, "%s/text.png", folder);
    test_write(path, "not a picture", 13);
    err = (Err){ 0 };
    assert_false(picture_png_read(path, &s, &err));
    assert_int_equal(err.kind, ERR_INPUT);
    assert_non_null(strstr(err.message, "text.png"));
    mem_free(s.pixels);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(disc_shapes_differ_without_colour),
        cmocka_unit_test(fates_of_one_kind_look_alike),
        cmocka_unit_test(numerals_differ_and_are_dark_enough),
        cmocka_unit_test(every_trait_of_a_portrait_shows),
        cmocka_unit_test(the_gauge_counts_its_halves),
        cmocka_unit_test(icons_differ_and_stay_in_their_box),
        cmocka_unit_test(outlines_are_read_as_written),
        cmocka_unit_test(a_picture_comes_back_from_the_disk),
        cmocka_unit_test(bad_files_are_told_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
