// The background: slices as one, every pixel painted, every light different, odd windows filled.
#include "support/test.h"

#include "picture/canyon.h"
#include "picture/colour.h"
#include "picture/samples.h"
#include "picture/thumbnail.h"

enum { W = 320, H = 180 };

static void slices_give_the_same_picture(void **state)
{
    (void)state;
    RasterSurface once = sample_surface(W, H);
    RasterSurface sliced = sample_surface(W, H);
    sample_clear(sliced, 0xffff00ffu);
    PicturePalette palette = picture_palette(PICTURE_DUSK);
    PictureView view = picture_view(W, H, 26.0f);
    picture_canyon_paint(once, &palette, view);
    PictureCanyon canyon;
    picture_canyon_begin(&canyon, sliced, &palette, view);
    int steps = 0;
    assert_false(picture_canyon_done(&canyon));
    while (!picture_canyon_step(&canyon, 13)) {
        steps++;
    }
    assert_int_equal(steps, (H - 1) / 13);
    assert_true(picture_canyon_done(&canyon));
    picture_canyon_deinit(&canyon);
    assert_memory_equal(once.pixels, sliced.pixels, W * H * sizeof(uint32_t));
    mem_free(once.pixels);
    mem_free(sliced.pixels);
}

// What stood in the surface before must not shine through: not even in a window of another shape.
static void every_pixel_is_painted(void **state)
{
    (void)state;
    static const int sizes[4][2] = { { 320, 180 }, { 256, 192 }, { 480, 180 }, { 120, 200 } };
    for (int i = 0; i < 4; i++) {
        for (int contrast = 0; contrast < 2; contrast++) {
            int w = sizes[i][0];
            int h = sizes[i][1];
            RasterSurface a = sample_surface(w, h);
            RasterSurface b = sample_surface(w, h);
            PicturePalette palette =
                contrast ? picture_palette_high_contrast() : picture_palette(PICTURE_DAY);
            sample_clear(a, 0xff000000u);
            sample_clear(b, 0xffffffffu);
            picture_canyon_paint(a, &palette, picture_view(w, h, 0.0f));
            picture_canyon_paint(b, &palette, picture_view(w, h, 0.0f));
            assert_memory_equal(a.pixels, b.pixels, (size_t)w * (size_t)h * sizeof(uint32_t));
            sample_clear(a, 0xff000000u);
            sample_clear(b, 0xffffffffu);
            picture_canyon_plain(a, &palette, picture_view(w, h, 0.0f));
            picture_canyon_plain(b, &palette, picture_view(w, h, 0.0f));
            assert_memory_equal(a.pixels, b.pixels, (size_t)w * (size_t)h * sizeof(uint32_t));
            mem_free(a.pixels);
            mem_free(b.pixels);
        }
    }
}

// A window as wide as four screens, one as tall, one of nothing.
static void absurd_windows_are_filled(void **state)
{
    (void)state;
    static const int sizes[][2] = { { 10000, 60 }, { 10000, 720 }, { 40, 6000 }, { 1, 1 },
                                    { 0, 0 },      { 0, 50 },      { 3, 1 } };
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        int w = sizes[i][0];
        int h = sizes[i][1];
        for (int contrast = 0; contrast < 2; contrast++) {
            RasterSurface s = { w, h, mem_alloc((size_t)(w * h + 1) * sizeof(uint32_t)), w };
            PicturePalette palette =
                contrast ? picture_palette_high_contrast() : picture_palette(PICTURE_DUSK);
            sample_clear(s, 0x00123456u);
            picture_canyon_paint(s, &palette, picture_view(w, h, 26.0f));
            for (int k = 0; k < w * h; k++) {
                assert_int_equal(s.pixels[k] >> 24, 255);
            }
            BridgeCondition c = sample_strained();
            picture_thumbnail(&c, &palette, s);
            mem_free(s.pixels);
        }
    }
}

static double mean_grey(RasterSurface s, int x0, int y0, int x1, int y1)
{
    double sum = 0.0;
    for (int y = y0; y < y1; y++) {
        for (int x = x0; x < x1; x++) {
            sum += colour_grey(s.pixels[y * s.stride + x]);
        }
    }
    return sum / ((x1 - x0) * (y1 - y0));
}

// The plan of values: the middle of the canyon is the lightest place, so that the bridge stands
// out.
static void the_middle_is_lighter_than_the_cliffs(void **state)
{
    (void)state;
    RasterSurface s = sample_surface(W, H);
    for (int light = 0; light < PICTURE_LIGHTS; light++) {
        PicturePalette palette = picture_palette((PictureLight)light);
        picture_canyon_paint(s, &palette, picture_view(W, H, 0.0f));
        double middle = mean_grey(s, 140, 85, 180, 110);
        double left = mean_grey(s, 5, 90, 45, 150);
        double right = mean_grey(s, 275, 90, 315, 150);
        assert_true(middle > left + 15.0 && middle > right + 15.0);
    }
    mem_free(s.pixels);
}

static void palettes_mix_slot_by_slot(void **state)
{
    (void)state;
    PicturePalette day = picture_palette(PICTURE_DAY);
    PicturePalette dusk = picture_palette(PICTURE_DUSK);
    PicturePalette none = picture_palette_mix(&day, &dusk, 0.0f);
    PicturePalette all = picture_palette_mix(&day, &dusk, 1.0f);
    PicturePalette half = picture_palette_mix(&day, &dusk, 0.5f);
    assert_int_equal(none.sky[0], day.sky[0]);
    assert_int_equal(none.rope[2], day.rope[2]);
    assert_int_equal(all.wood_shadow, dusk.wood_shadow);
    assert_int_equal(all.strata[4], dusk.strata[4]);
    assert_true(all.lamps > 0.99f && none.lamps < 0.01f);
    assert_true(half.sun_y > day.sun_y && half.sun_y < dusk.sun_y);
    assert_true(colour_grey(half.mist) < colour_grey(day.mist));
    assert_true(colour_grey(half.mist) > colour_grey(dusk.mist));
}

static void a_view_keeps_the_scene_whole(void **state)
{
    (void)state;
    PictureView v = picture_view(1920, 1080, 0.0f);
    assert_true(v.scale > 1.499f && v.scale < 1.501f);
    v = picture_view(1024, 768, 0.0f); // taller: sky above, mist below
    assert_true(v.scale > 0.799f && v.scale < 0.801f && v.offset_y > 95.0f && v.offset_y < 97.0f);
    v = picture_view(1280, 720, 26.0f);
    assert_true(v.offset_y < -25.9f && v.offset_y > -26.1f);
    v = picture_view_crop(300, 200, 640.0f, 305.0f, 900.0f);
    assert_true(640.0f * v.scale + v.offset_x > 149.9f && 640.0f * v.scale + v.offset_x < 150.1f);
    assert_true(305.0f * v.scale + v.offset_y > 99.9f && 305.0f * v.scale + v.offset_y < 100.1f);
}

static void thumbnails_tell_conditions_apart(void **state)
{
    (void)state;
    size_t before = mem_live();
    BridgeCondition conditions[3] = { sample_sound(), sample_strained(), sample_down() };
    RasterSurface s[3];
    PicturePalette palette = picture_palette(PICTURE_DAY);
    for (int i = 0; i < 3; i++) {
        s[i] = sample_surface(128, 62);
        picture_thumbnail(&conditions[i], &palette, s[i]);
    }
    for (int i = 0; i < 3; i++) {
        int other = (i + 1) % 3;
        int differing = 0;
        for (int p = 0; p < 128 * 62; p++) {
            int d = colour_grey(s[i].pixels[p]) - colour_grey(s[other].pixels[p]);
            differing += d > 24 || d < -24;
        }
        assert_true(differing > 150);
    }
    for (int i = 0; i < 3; i++) {
        mem_free(s[i].pixels);
    }
    assert_int_equal(mem_live(), before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slices_give_the_same_picture),
        cmocka_unit_test(every_pixel_is_painted),
        cmocka_unit_test(absurd_windows_are_filled),
        cmocka_unit_test(the_middle_is_lighter_than_the_cliffs),
        cmocka_unit_test(palettes_mix_slot_by_slot),
        cmocka_unit_test(a_view_keeps_the_scene_whole),
        cmocka_unit_test(thumbnails_tell_conditions_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
