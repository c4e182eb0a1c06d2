// links: story
// Pictures as they were when somebody last looked at them: a few images without text, compared with
// a little tolerance; hashes of painted frames, the same bits in every build; and each named state
// in the words that are spoken. PLANKWRIGHT_BLESS=1 writes them anew.
#include "support/test.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "bridge/example.h"
#include "picture/canyon.h"
#include "picture/png.h"
#include "picture/samples.h"
#include "picture/scene.h"
#include "story/render.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { W = 480, H = 270 };

static PicturePalette palette_of(int light)
{
    return light < PICTURE_LIGHTS ? picture_palette((PictureLight)light)
                                  : picture_palette_high_contrast();
}

static void paint(RasterSurface surface, int example, int light)
{
    BridgeCondition condition = bridge_example(example);
    PicturePalette palette = palette_of(light);
    float y = condition.word == BRIDGE_DOWN ? 345.0f : 305.0f;
    PictureView view = picture_view_crop(surface.width, surface.height, 640.0f, y, 940.0f);
    picture_canyon_paint(surface, &palette, view);
    PictureScene *scene = mem_alloc(sizeof *scene);
    picture_scene_init(scene, &condition, &palette);
    Raster raster;
    raster_init(&raster, surface);
    picture_view_use(&raster, view);
    picture_scene_draw(scene, &raster);
    raster_deinit(&raster);
    mem_free(scene);
}

static int channel_difference(uint32_t a, uint32_t b)
{
    int most = 0;
    for (int k = 0; k < 24; k += 8) {
        int d = abs((int)((a >> k) & 255u) - (int)((b >> k) & 255u));
        most = d > most ? d : most;
    }
    return most;
}

// Parts in ten thousand of the pixels that differ visibly. `difference` (may be NULL) shows where.
static int visible_difference(RasterSurface a, RasterSurface b, uint32_t *difference)
{
    int count = 0;
    for (int i = 0; i < a.width * a.height; i++) {
        int d = channel_difference(a.pixels[i], b.pixels[i]);
        count += d > 12;
        if (difference != NULL) {
            uint32_t v = (uint32_t)(d > 63 ? 255 : d * 4);
            difference[i] = 0xff000000u | v << 16 | v << 8 | v;
        }
    }
    return (int)((int64_t)count * 10000 / (a.width * a.height));
}

static bool blessing(void)
{
    const char *bless = getenv("PLANKWRIGHT_BLESS");
    return bless != NULL && strcmp(bless, "1") == 0;
}

static void write_difference(const char *name, RasterSurface actual, RasterSurface expected)
{
    char path[128];
    Err err;
    RasterSurface difference = sample_surface(W, H);
    visible_difference(actual, expected, difference.pixels);
    snprintf(path, sizeof path, "%s-actual.png", name);
    picture_png_write(path, actual, false, &err);
    snprintf(path, sizeof path, "%s-difference.png", name);
    picture_png_write(path, difference, false, &err);
    mem_free(difference.pixels);
}

static void compare_picture(const char *state_name, int light, const char *light_name)
{
    char name[64];
    char path[512];
    Err err = { .kind = ERR_NONE };
    RasterSurface actual = sample_surface(W, H);
    RasterSurface expected = { 0 };
    paint(actual, bridge_example_find(state_name), light);
    snprintf(name, sizeof name, "%s-%s", state_name, light_name);
    snprintf(path, sizeof path, "%s/tests/golden/picture/%s.png", PLANKWRIGHT_SOURCE, name);
    if (blessing()) {
        assert_true(picture_png_write(path, actual, false, &err));
        mem_free(actual.pixels);
        return;
    }
    if (!picture_png_read(path, &expected, &err)) {
        fail_msg("%s (PLANKWRIGHT_BLESS=1 writes it)", err.message);
    }
    assert_int_equal(expected.width, W);
    assert_int_equal(expected.height, H);
    int differs = visible_difference(actual, expected, NULL);
    if (differs > 10) {
        write_difference(name, actual, expected);
        fail_msg("%s: %d of 10,000 pixels differ; look at %s-actual.png and %s-difference.png in "
                 "the test's folder, and bless if it is meant",
                 name, differs, name, name);
    }
    mem_free(actual.pixels);
    mem_free(expected.pixels);
}

static void pictures_look_as_they_did(void **state)
{
    (void)state;
    compare_picture("pristine", PICTURE_DAY, "day");
    compare_picture("worn", PICTURE_STORM, "storm");
    compare_picture("half", PICTURE_DAY, "day");
    compare_picture("collapsed", PICTURE_DAWN, "dawn");
    compare_picture("rebuilt", PICTURE_DUSK, "dusk");
    compare_picture("strained", PICTURE_LIGHTS, "high-contrast");
    compare_picture("crowded", PICTURE_LIGHTS, "high-contrast");
}

// The comparison would see what a player sees: one plank in another state is enough.
static void one_plank_is_enough_to_differ(void **state)
{
    (void)state;
    RasterSurface a = sample_surface(W, H);
    RasterSurface b = sample_surface(W, H);
    paint(a, bridge_example_find("cracked"), PICTURE_DAY);
    paint(b, bridge_example_find("hanging"), PICTURE_DAY);
    assert_true(visible_difference(a, b, NULL) > 10);
    assert_int_equal(visible_difference(a, a, NULL), 0);
    mem_free(a.pixels);
    mem_free(b.pixels);
}

static uint64_t hash_of(RasterSurface surface)
{
    uint64_t hash = 14695981039346656037u;
    for (int i = 0; i < surface.width * surface.height; i++) {
        hash = (hash ^ surface.pixels[i]) * 1099511628211u;
    }
    return hash;
}

// One file for all builds: -O0 and -O2, both compilers, with and without sanitizers.
static void frames_are_the_same_bits_in_every_build(void **state)
{
    (void)state;
    static const char *const lights[] = { "day", "dusk", "dawn", "storm", "high-contrast" };
    RasterSurface surface = sample_surface(W, H);
    Text out = { .data = NULL };
    for (int light = 0; light < 5; light++) {
        int example = bridge_example_find(light == 2 ? "collapsed" : "crowded");
        paint(surface, example, light);
        text_addf(&out, "%s %s %016llx\n", bridge_example_name(example), lights[light],
                  (unsigned long long)hash_of(surface));
    }
    test_golden("picture/hashes.txt", out.data);
    text_deinit(&out);
    mem_free(surface.pixels);
}

static void every_state_is_said_in_words(void **state)
{
    (void)state;
    Text out = { .data = NULL };
    for (int i = 0; i < bridge_example_count(); i++) {
        BridgeCondition condition = bridge_example(i);
        text_addf(&out, "%s (%s)\n    ", bridge_example_name(i), bridge_example_says(i));
        render_condition("Maya", &condition, &out);
        text_add(&out, "\n");
    }
    test_golden("picture/states.txt", out.data);
    text_deinit(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pictures_look_as_they_did),
        cmocka_unit_test(one_plank_is_enough_to_differ),
        cmocka_unit_test(frames_are_the_same_bits_in_every_build),
        cmocka_unit_test(every_state_is_said_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
