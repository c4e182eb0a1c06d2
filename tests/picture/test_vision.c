// Colours as people see them who see fewer: the simulation does what its paper says, and the states
// of discs and planks can still be told apart, by lightness or by shape.
#include "support/test.h"

#include "bridge/example.h"
#include "picture/colour.h"
#include "picture/disc.h"
#include "picture/palette.h"
#include "picture/samples.h"
#include "picture/scene.h"
#include "picture/vision.h"

#include <stdlib.h>

static void the_simulation_does_what_it_should(void **state)
{
    (void)state;
    for (int v = 0; v < PICTURE_VISIONS; v++) { // greys stay what they are
        for (uint32_t g = 0; g < 256; g += 15) {
            uint32_t grey = 0xff000000u | g << 16 | g << 8 | g;
            uint32_t seen = picture_vision_colour(grey, (PictureVision)v);
            for (int k = 0; k < 24; k += 8) {
                assert_true(abs((int)((seen >> k) & 255u) - (int)g) <= 1);
            }
            assert_int_equal(seen >> 24, 255);
        }
    }
    // Red and a green of the same lightness: far apart for most, near for the two.
    float full = picture_vision_difference(0xc04040, 0x408040, PICTURE_FULL_VISION);
    float deutan = picture_vision_difference(0xc04040, 0x6e7a30, PICTURE_DEUTERANOPIA);
    float protan = picture_vision_difference(0xc04040, 0x5c6440, PICTURE_PROTANOPIA);
    assert_true(full > 60.0f);
    assert_true(deutan < 0.45f * full && protan < 0.45f * full);
    assert_true(picture_vision_lightness(0xffffff) > 99.5f);
    assert_true(picture_vision_lightness(0x000000) < 0.5f);
}

static RasterSurface disc_picture(PictureDisc disc, bool grey)
{
    RasterSurface s = sample_surface(48, 48);
    sample_clear(s, 0xffcfc0a8u);
    Raster raster;
    raster_init(&raster, s);
    picture_disc(&raster, 24, 24, 15, disc);
    raster_deinit(&raster);
    for (int i = 0; i < 48 * 48 && grey; i++) { // shape only: dark or light
        s.pixels[i] = colour_grey(s.pixels[i]) < 90 ? 0xff000000u : 0xffffffffu;
    }
    return s;
}

static int pixels_that_differ(RasterSurface a, RasterSurface b)
{
    int n = 0;
    for (int i = 0; i < a.width * a.height; i++) {
        n += a.pixels[i] != b.pixels[i];
    }
    return n;
}

// Kinds of fates that must not be taken for each other.
static const uint8_t kinds[] = { BRIDGE_KEPT, BRIDGE_OPEN, BRIDGE_MOVED, BRIDGE_WARNED,
                                 BRIDGE_MISSED };

static void discs_differ_by_shape_alone(void **state)
{
    (void)state;
    for (int contrast = 0; contrast < 2; contrast++) {
        for (int i = 0; i < 5; i++) {
            for (int k = 0; k < i; k++) {
                PictureDisc one = { 3, kinds[i], false, false, contrast == 1, false };
                PictureDisc two = { 3, kinds[k], false, false, contrast == 1, false };
                RasterSurface a = disc_picture(one, true);
                RasterSurface b = disc_picture(two, true);
                assert_true(pixels_that_differ(a, b) >= 12); // of about 700
                mem_free(a.pixels);
                mem_free(b.pixels);
            }
        }
    }
}

// Numerals are read by everybody: ink on the disc's own colour.
static void numerals_stay_readable(void **state)
{
    (void)state;
    for (int v = 0; v < PICTURE_VISIONS; v++) {
        for (int i = 0; i < 5; i++) {
            uint32_t fill = picture_vision_colour(picture_disc_colour(kinds[i]), (PictureVision)v);
            float ink = picture_vision_lightness(picture_vision_colour(0x2b2233, (PictureVision)v));
            assert_true(picture_vision_lightness(fill) - ink > 35.0f);
        }
    }
}

// What is new, sound or grey wood, and what is gone (the mist behind), in every light.
static void wood_differs_in_every_light(void **state)
{
    (void)state;
    for (int v = 0; v < PICTURE_VISIONS; v++) {
        for (int light = 0; light < PICTURE_LIGHTS; light++) {
            PicturePalette p = picture_palette((PictureLight)light);
            PictureVision vision = (PictureVision)v;
            assert_true(picture_vision_difference(p.wood[0], p.wood[1], vision) > 15.0f);
            assert_true(picture_vision_difference(p.wood[1], p.wood[2], vision) > 6.0f);
            assert_true(picture_vision_difference(p.wood[1], p.mist, vision) > 15.0f);
            assert_true(picture_vision_difference(p.wood[3], p.mist, vision) > 15.0f);
        }
    }
}

// The mean difference in the box of plank 11 or so between two states of one plank, as seen.
static RasterSurface plank_picture(uint8_t plank_state, const PicturePalette *palette,
                                   PictureVision vision)
{
    RasterSurface s = sample_surface(120, 120);
    BridgeCondition c = sample_sound();
    c.planks[11].state = plank_state;
    sample_clear(s, 0xff000000u | palette->mist);
    PictureScene *scene = mem_alloc(sizeof *scene);
    picture_scene_init(scene, &c, palette);
    PictureBox box = picture_scene_plank_box(scene, 11);
    Raster raster;
    raster_init(&raster, s);
    raster.scale = 2.0f;
    raster.offset_x = 60.0f - 2.0f * (box.x + box.w * 0.5f);
    raster.offset_y = 40.0f - 2.0f * (box.y + box.h * 0.5f);
    picture_scene_draw(scene, &raster);
    raster_deinit(&raster);
    mem_free(scene);
    picture_vision_surface(s, vision);
    return s;
}

// Pixels whose lightness differs enough to be seen at a glance.
static int clearly_different(RasterSurface a, RasterSurface b)
{
    int n = 0;
    for (int i = 0; i < a.width * a.height; i++) {
        n += abs(colour_grey(a.pixels[i]) - colour_grey(b.pixels[i])) > 24;
    }
    return n;
}

static void planks_differ_in_lightness_or_shape(void **state)
{
    (void)state;
    static const uint8_t states[] = {
        BRIDGE_PLANK_SOUND,   BRIDGE_PLANK_NEW,     BRIDGE_PLANK_GREY,
        BRIDGE_PLANK_CRACKED, BRIDGE_PLANK_HANGING, BRIDGE_PLANK_GONE
    };
    for (int v = 0; v < PICTURE_VISIONS; v++) {
        for (int light = 0; light < PICTURE_LIGHTS + 1; light++) {
            PicturePalette p = light < PICTURE_LIGHTS ? picture_palette((PictureLight)light)
                                                      : picture_palette_high_contrast();
            RasterSurface pictures[6];
            for (int i = 0; i < 6; i++) {
                pictures[i] = plank_picture(states[i], &p, (PictureVision)v);
            }
            for (int i = 0; i < 6; i++) {
                for (int k = 0; k < i; k++) {
                    int n = clearly_different(pictures[i], pictures[k]);
                    if (n < 60) { // of about 4,500 that a plank covers
                        fail_msg("states %d and %d, light %d, vision %d: only %d pixels differ",
                                 states[i], states[k], light, v, n);
                    }
                }
            }
            for (int i = 0; i < 6; i++) {
                mem_free(pictures[i].pixels);
            }
        }
    }
}

// Light wood or not, against the lightest that is seen of this plank: what is left is its shape.
static void keep_shape(RasterSurface s)
{
    int most = 0;
    for (int i = 0; i < s.width * s.height; i++) {
        int grey = colour_grey(s.pixels[i]);
        most = i % s.width >= 50 && i % s.width < 70 && grey > most ? grey : most;
    }
    for (int i = 0; i < s.width * s.height; i++) {
        s.pixels[i] = colour_grey(s.pixels[i]) * 100 < most * 45 ? 0xff000000u : 0xffffffffu;
    }
}

// In high contrast the colours of worn, cracked and hanging run together for many; bands, the crack
// and the length do not.
static void planks_in_high_contrast_differ_by_shape_alone(void **state)
{
    (void)state;
    static const uint8_t states[] = { BRIDGE_PLANK_SOUND, BRIDGE_PLANK_WORN, BRIDGE_PLANK_CRACKED,
                                      BRIDGE_PLANK_HANGING, BRIDGE_PLANK_GONE };
    PicturePalette p = picture_palette_high_contrast();
    for (int v = 0; v < PICTURE_VISIONS; v++) {
        RasterSurface pictures[5];
        for (int i = 0; i < 5; i++) {
            pictures[i] = plank_picture(states[i], &p, (PictureVision)v);
            keep_shape(pictures[i]);
        }
        for (int i = 0; i < 5; i++) {
            for (int k = 0; k < i; k++) {
                int n = pixels_that_differ(pictures[i], pictures[k]);
                if (n < 1000) { // of about 4,500 that a plank covers
                    fail_msg("states %d and %d, vision %d: only %d pixels differ", states[i],
                             states[k], v, n);
                }
            }
        }
        for (int i = 0; i < 5; i++) {
            mem_free(pictures[i].pixels);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_simulation_does_what_it_should),
        cmocka_unit_test(discs_differ_by_shape_alone),
        cmocka_unit_test(numerals_stay_readable),
        cmocka_unit_test(wood_differs_in_every_light),
        cmocka_unit_test(planks_differ_in_lightness_or_shape),
        cmocka_unit_test(planks_in_high_contrast_differ_by_shape_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
