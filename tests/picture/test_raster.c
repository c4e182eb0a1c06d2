// The rasteriser: exact areas, nothing outside of the clip, bands as one, blends, blits, the dirty
// box.
#include "support/test.h"

#include "picture/colour.h"
#include "picture/raster.h"
#include "picture/samples.h"

#include <math.h>

// Sum of coverage in pixels of white drawn over black.
static double area_of(RasterSurface s)
{
    double sum = 0.0;
    for (int i = 0; i < s.width * s.height; i++) {
        sum += (double)(s.pixels[i] & 255u) / 255.0;
    }
    return sum;
}

static void triangle(Raster *raster, float ax, float ay, float bx, float by, float cx, float cy)
{
    raster_move(raster, ax, ay);
    raster_line(raster, bx, by);
    raster_line(raster, cx, cy);
    raster_close(raster);
}

static void areas_are_exact(void **state)
{
    (void)state;
    RasterSurface s = sample_surface(200, 200);
    Raster raster;
    raster_init(&raster, s);
    static const float t[5][6] = { { 10.3f, 12.7f, 150.2f, 20.1f, 60.9f, 170.4f },
                                   { 5, 5, 195, 5.5f, 5, 6 },
                                   { 100.5f, 3.25f, 100.9f, 197, 99.1f, 197 },
                                   { 20, 180, 180, 20, 21, 181 },
                                   { 60, 60, 61, 60, 60, 61 } };
    for (int i = 0; i < 5; i++) {
        sample_clear(s, 0xff000000u);
        triangle(&raster, t[i][0], t[i][1], t[i][2], t[i][3], t[i][4], t[i][5]);
        raster_fill(&raster, 0xffffff, 1.0f);
        double exact = (double)(t[i][2] - t[i][0]) * (double)(t[i][5] - t[i][1]) -
                       (double)(t[i][4] - t[i][0]) * (double)(t[i][3] - t[i][1]);
        exact = (exact < 0 ? -exact : exact) / 2.0;
        double slack = 0.005 * exact + 0.6; // 8 bits a pixel
        assert_true(area_of(s) > exact - slack && area_of(s) < exact + slack);
    }
    raster_deinit(&raster);
    mem_free(s.pixels);
}

static void a_half_covered_pixel_is_half_grey(void **state)
{
    (void)state;
    RasterSurface s = sample_surface(8, 8);
    sample_clear(s, 0xff000000u);
    Raster raster;
    raster_init(&raster, s);
    raster_rect(&raster, 2.5f, 3.0f, 2.0f, 1.0f);
    raster_fill(&raster, 0xffffff, 1.0f);
    assert_in_range(s.pixels[3 * 8 + 2] & 255u, 126, 129);
    assert_int_equal(s.pixels[3 * 8 + 3], 0xffffffffu);
    assert_in_range(s.pixels[3 * 8 + 4] & 255u, 126, 129);
    assert_int_equal(s.pixels[3 * 8 + 5], 0xff000000u);
    assert_int_equal(s.pixels[2 * 8 + 3], 0xff000000u);
    raster_deinit(&raster);
    mem_free(s.pixels);
}

static void draw_a_lot(Raster *raster)
{
    raster_ellipse(raster, 60, 50, 80, 45);
    raster_fill(raster, 0x40a060, 0.7f);
    raster_round_rect(raster, -20, 30, 90, 60, 14);
    raster_fill_linear(raster, 0xffff0000u, 0x400000ffu, 0, 0, 100, 60);
    triangle(raster, -50, -40, 300, 60, 20, 300);
    raster->blend = RASTER_SCREEN;
    raster_fill(raster, 0x336699, 0.5f);
    raster->blend = RASTER_NORMAL;
    raster_glow(raster, 90, 60, 50, 0xffcc66, 0.8f);
    raster_round_frame(raster, 5, 5, 110, 90, 12, 3);
    raster_fill(raster, 0xffffff, 1.0f);
    const RasterPoint zigzag[] = { { -10, 90 }, { 30, 10 }, { 60, 95 }, { 130, 20 } };
    raster_stroke(raster, zigzag, 4, 5);
    raster_fill(raster, 0x101010, 0.8f);
}

static void nothing_leaks_out_of_the_clip(void **state)
{
    (void)state;
    RasterSurface s = sample_surface(120, 100);
    sample_clear(s, 0xff123456u);
    Raster raster;
    raster_init(&raster, s);
    RasterRect clip = { 31, 17, 77, 83 };
    raster_clip(&raster, clip);
    draw_a_lot(&raster);
    int changed = 0;
    for (int y = 0; y < 100; y++) {
        for (int x = 0; x < 120; x++) {
            bool inside = x >= clip.x0 && x < clip.x1 && y >= clip.y0 && y < clip.y1;
            bool same = s.pixels[y * 120 + x] == 0xff123456u;
            assert_true(inside || same);
            changed += !same;
        }
    }
    assert_true(changed > 1000);
    raster_deinit(&raster);
    mem_free(s.pixels);
}

static void bands_give_the_same_pixels_as_all_at_once(void **state)
{
    (void)state;
    RasterSurface whole = sample_surface(120, 100);
    RasterSurface bands = sample_surface(120, 100);
    sample_clear(whole, 0xff202020u);
    sample_clear(bands, 0xff202020u);
    Raster raster;
    raster_init(&raster, whole);
    draw_a_lot(&raster);
    raster_target(&raster, bands);
    for (int y = 0; y < 100; y += 7) {
        raster_clip(&raster, (RasterRect){ 0, y, 120, y + 7 });
        draw_a_lot(&raster);
    }
    assert_memory_equal(whole.pixels, bands.pixels, 120 * 100 * sizeof(uint32_t));
    raster_deinit(&raster);
    mem_free(whole.pixels);
    mem_free(bands.pixels);
}

static void overlaps_count_once_and_opposite_turns_cut_holes(void **state)
{
    (void)state;
    RasterSurface s = sample_surface(40, 40);
    sample_clear(s, 0xff000000u);
    Raster raster;
    raster_init(&raster, s);
    raster_rect(&raster, 5, 5, 20, 20);
    raster_rect(&raster, 15, 15, 20, 20);
    raster_fill(&raster, 0xffffff, 0.5f);
    assert_int_equal(s.pixels[20 * 40 + 20], s.pixels[8 * 40 + 8]);
    sample_clear(s, 0xff000000u);
    raster_round_frame(&raster, 5, 5, 30, 30, 0, 4);
    raster_fill(&raster, 0xffffff, 1.0f);
    assert_int_equal(s.pixels[7 * 40 + 20] & 255u, 255);
    assert_int_equal(s.pixels[20 * 40 + 20] & 255u, 0);
    sample_clear(s, 0xff000000u);
    raster_ring(&raster, 20, 20, 15, 3);
    raster_fill(&raster, 0xffffff, 1.0f);
    assert_int_equal(s.pixels[20 * 40 + 20] & 255u, 0);
    assert_true((s.pixels[20 * 40 + 33] & 255u) > 200u);
    raster_deinit(&raster);
    mem_free(s.pixels);
}

static void the_dirty_box_holds_every_changed_pixel(void **state)
{
    (void)state;
    RasterSurface s = sample_surface(120, 100);
    sample_clear(s, 0xff000000u);
    Raster raster;
    raster_init(&raster, s);
    raster_ellipse(&raster, 50.3f, 40.8f, 12, 9);
    raster_fill(&raster, 0xffffff, 1.0f);
    RasterRect dirty = raster_dirty_take(&raster);
    assert_true(dirty.x0 >= 37 && dirty.x1 <= 64 && dirty.y0 >= 31 && dirty.y1 <= 51);
    for (int y = 0; y < 100; y++) {
        for (int x = 0; x < 120; x++) {
            bool inside = x >= dirty.x0 && x < dirty.x1 && y >= dirty.y0 && y < dirty.y1;
            assert_true(inside || s.pixels[y * 120 + x] == 0xff000000u);
        }
    }
    assert_true(raster_rect_empty(raster_dirty_take(&raster)));
    raster_deinit(&raster);
    mem_free(s.pixels);
}

static void round_corners_of_the_clip_stay_free(void **state)
{
    (void)state;
    RasterSurface s = sample_surface(60, 60);
    sample_clear(s, 0xff000000u);
    Raster raster;
    raster_init(&raster, s);
    RasterRect old = raster_clip_box(&raster, 10, 10, 40, 40, 12);
    raster_rect(&raster, 0, 0, 60, 60);
    raster_fill(&raster, 0xffffff, 1.0f);
    assert_int_equal(s.pixels[10 * 60 + 10] & 255u, 0);
    assert_int_equal(s.pixels[49 * 60 + 49] & 255u, 0);
    assert_int_equal(s.pixels[30 * 60 + 10] & 255u, 255);
    assert_int_equal(s.pixels[10 * 60 + 30] & 255u, 255);
    double exact = 1600.0 - (4.0 - 3.14159265) * 144.0;
    assert_true(area_of(s) > exact - 3.0 && area_of(s) < exact + 3.0);
    raster_clip(&raster, old);
    assert_int_equal(raster.clip.x1, 60);
    raster_deinit(&raster);
    mem_free(s.pixels);
}

static void blends_do_what_they_say(void **state)
{
    (void)state;
    RasterSurface s = sample_surface(4, 4);
    Raster raster;
    raster_init(&raster, s);
    static const struct {
        RasterBlend blend;
        uint32_t expected;
    } cases[] = { { RASTER_NORMAL, 0x804020 },
                  { RASTER_ADD, 0xc060a0 },
                  { RASTER_MULTIPLY, 0x200810 },
                  { RASTER_SCREEN, 0xa05890 } };
    for (int i = 0; i < 4; i++) {
        sample_clear(s, 0xff402080u);
        raster.blend = cases[i].blend;
        raster_rect(&raster, 0, 0, 4, 4);
        raster_fill(&raster, 0x804020, 1.0f);
        for (int k = 0; k < 24; k += 8) {
            int got = (int)((s.pixels[5] >> k) & 255u);
            int want = (int)((cases[i].expected >> k) & 255u);
            assert_in_range(got, want > 2 ? want - 2 : 0, want + 2);
        }
    }
    raster_deinit(&raster);
    mem_free(s.pixels);
}

static void blits_land_on_whole_pixels_inside_of_the_clip(void **state)
{
    (void)state;
    RasterSurface s = sample_surface(20, 20);
    sample_clear(s, 0xff000000u);
    Raster raster;
    raster_init(&raster, s);
    raster.scale = 2.0f;
    uint32_t pixels[4] = { 0xffff0000u, 0x00ff0000u, 0x80ffffffu, 0xff00ff00u };
    RasterSurface source = { 2, 2, pixels, 2 };
    raster_blit(&raster, &source, 3.2f, 4.0f, 1.0f); // pixel 6, 8
    assert_int_equal(s.pixels[8 * 20 + 6], 0xffff0000u);
    assert_int_equal(s.pixels[8 * 20 + 7], 0xff000000u);
    assert_in_range(s.pixels[9 * 20 + 6] & 255u, 126, 130);
    assert_int_equal(s.pixels[9 * 20 + 7], 0xff00ff00u);
    raster_blit(&raster, &source, 9.5f, -0.5f, 1.0f); // half outside: pixel 19, -1
    assert_in_range(s.pixels[19] & 255u, 126, 130);
    const uint8_t glyph[4] = { 255, 0, 128, 255 };
    RasterMask mask = { 2, 2, glyph, 2 };
    raster_blit_mask(&raster, &mask, 0, 0, 0x3366cc, 1.0f);
    assert_int_equal(s.pixels[0], 0xff3366ccu);
    assert_int_equal(s.pixels[1], 0xff000000u);
    raster_deinit(&raster);
    mem_free(s.pixels);
}

static void far_coordinates_do_no_harm(void **state)
{
    (void)state;
    RasterSurface s = sample_surface(30, 30);
    sample_clear(s, 0xff000000u);
    Raster raster;
    raster_init(&raster, s);
    raster_rect(&raster, -1.0e6f, -1.0e6f, 2.0e6f, 2.0e6f);
    raster_fill(&raster, 0xffffff, 1.0f);
    assert_int_equal(s.pixels[0] & 255u, 255);
    assert_int_equal(s.pixels[29 * 30 + 29] & 255u, 255);
    raster_glow(&raster, 1.0e6f, 5.0f, 3.0f, 0xff0000, 1.0f);
    raster_ellipse(&raster, -500.0f, 15.0f, 5.0f, 5.0f);
    raster_fill(&raster, 0xff0000, 1.0f);
    assert_int_equal(s.pixels[15 * 30], 0xffffffffu);
    raster_deinit(&raster);
    mem_free(s.pixels);
}

// Points that are no numbers are left out; what is left is drawn.
static void bad_numbers_do_no_harm(void **state)
{
    (void)state;
    static const float bad[] = { NAN, INFINITY, -INFINITY, 3.0e38f, -3.0e38f, 1.0e20f };
    RasterSurface s = sample_surface(40, 40);
    Raster raster;
    raster_init(&raster, s);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        float b = bad[i];
        sample_clear(s, 0xff000000u);
        raster_move(&raster, 10.0f, 10.0f);
        raster_line(&raster, b, 3.0f); // left out where it is not finite
        raster_line(&raster, 30.0f, 10.0f);
        raster_quad(&raster, 30.0f, b, 30.0f, NAN);
        raster_cubic(&raster, b, 1.0f, 2.0f, b, NAN, 5.0f);
        raster_line(&raster, 30.0f, 30.0f);
        raster_line(&raster, 10.0f, 30.0f);
        raster_fill(&raster, 0xffffff, 1.0f);
        assert_int_equal(s.pixels[20 * 40 + 20], 0xffffffffu);
        assert_int_equal(s.pixels[35 * 40 + 20], 0xff000000u);
        raster_move(&raster, b, b);
        raster_line(&raster, 5.0f, b);
        raster_fill(&raster, 0xff0000, b);
        raster_rect(&raster, b, b, b, b);
        raster_round_rect(&raster, 1.0f, b, 5.0f, 5.0f, b);
        raster_ellipse(&raster, b, 20.0f, b, b);
        raster_ring(&raster, 20.0f, 20.0f, b, b);
        raster_segment(&raster, b, 0.0f, 5.0f, b, 1.0f, b);
        raster_dashes(&raster, 0.0f, 0.0f, b, 5.0f, 1.0f, 2.0f, 4.0f);
        raster_stroke(&raster, (RasterPoint[]){ { b, 1.0f }, { 2.0f, b } }, 2, b);
        raster_fill_linear(&raster, 0xffffffffu, 0xff000000u, b, 0.0f, 0.0f, b);
        raster_glow(&raster, b, 20.0f, 5.0f, 0xff0000, 1.0f);
        raster_glow(&raster, 20.0f, 20.0f, b, 0xff0000, 0.5f);
        raster_glow(&raster, 20.0f, 20.0f, 5.0f, 0xff0000, b);
        RasterRect old = raster_clip_box(&raster, b, 0.0f, 10.0f, b, b);
        raster_rect(&raster, 0.0f, 0.0f, 40.0f, 40.0f);
        raster_fill(&raster, 0x00ff00, 1.0f);
        raster_clip(&raster, old);
        raster_blit(&raster, &s, b, b, b);
    }
    raster.scale = NAN;
    raster_rect(&raster, 0.0f, 0.0f, 40.0f, 40.0f);
    raster_fill(&raster, 0x0000ff, 1.0f);
    raster_deinit(&raster);
    mem_free(s.pixels);
}

static void a_surface_of_no_size_takes_nothing(void **state)
{
    (void)state;
    static const int sizes[][2] = { { 0, 0 }, { 0, 20 }, { 20, 0 } };
    for (int i = 0; i < 3; i++) {
        Raster raster;
        raster_init(&raster, (RasterSurface){ sizes[i][0], sizes[i][1], NULL, sizes[i][0] });
        draw_a_lot(&raster);
        assert_true(raster_rect_empty(raster_dirty_take(&raster)));
        raster_deinit(&raster);
    }
}

static void all_memory_is_given_back(void **state)
{
    (void)state;
    size_t before = mem_live();
    RasterSurface s = sample_surface(50, 50);
    RasterSurface wide = sample_surface(400, 20);
    Raster raster;
    raster_init(&raster, s);
    draw_a_lot(&raster);
    raster_target(&raster, wide);
    draw_a_lot(&raster);
    raster_deinit(&raster);
    mem_free(s.pixels);
    mem_free(wide.pixels);
    assert_int_equal(mem_live(), before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(areas_are_exact),
        cmocka_unit_test(a_half_covered_pixel_is_half_grey),
        cmocka_unit_test(nothing_leaks_out_of_the_clip),
        cmocka_unit_test(bands_give_the_same_pixels_as_all_at_once),
        cmocka_unit_test(overlaps_count_once_and_opposite_turns_cut_holes),
        cmocka_unit_test(the_dirty_box_holds_every_changed_pixel),
        cmocka_unit_test(round_corners_of_the_clip_stay_free),
        cmocka_unit_test(blends_do_what_they_say),
        cmocka_unit_test(blits_land_on_whole_pixels_inside_of_the_clip),
        cmocka_unit_test(far_coordinates_do_no_harm),
        cmocka_unit_test(bad_numbers_do_no_harm),
        cmocka_unit_test(a_surface_of_no_size_takes_nothing),
        cmocka_unit_test(all_memory_is_given_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
