// The safe colours, seen by eyes of each kind: words of states on paper and on the band, and discs, stay
// apart; the usual ones come much nearer, so the setting is worth something.
#include "support/test.h"

#include "picture/disc.h"
#include "picture/vision.h"
#include "view/theme.h"

static float nearest(const uint32_t *colours, int count)
{
    float least = 1e9f;
    for (int v = 0; v < PICTURE_VISIONS; v++) {
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                float apart = picture_vision_difference(colours[i], colours[j], (PictureVision)v);
                least = apart < least ? apart : least;
            }
        }
    }
    return least;
}

static float words(const Theme *theme, bool on_band)
{
    const uint32_t paper[] = { theme->good, theme->due, theme->warned, theme->bad };
    const uint32_t band[] = { theme->band_good, theme->band_due, theme->band_warned,
                              theme->band_bad };
    return nearest(on_band ? band : paper, 4);
}

static const uint8_t FATES[] = { BRIDGE_KEPT, BRIDGE_OPEN, BRIDGE_MOVED, BRIDGE_WARNED,
                                 BRIDGE_MISSED };

static void states_stay_apart(void **state)
{
    (void)state;
    const Theme *safe = theme_of(false, true);
    assert_true(words(safe, false) >= 30);
    assert_true(words(safe, true) >= 30);
    assert_true(words(theme_of(false, false), false) < 10); // without it: by the word alone
}

static void discs_stay_apart(void **state)
{
    (void)state;
    uint32_t discs[5];
    for (int i = 0; i < 5; i++) {
        discs[i] = picture_disc_safe_colour(FATES[i]);
        for (int v = 0; v < PICTURE_VISIONS; v++) { // and their numeral can be read
            float ink = picture_vision_lightness(picture_vision_colour(0x2b2233, (PictureVision)v));
            float fill =
                picture_vision_lightness(picture_vision_colour(discs[i], (PictureVision)v));
            assert_true(fill - ink > 35);
        }
    }
    assert_true(nearest(discs, 5) >= 30);
}

static void high_contrast_goes_before(void **state)
{
    (void)state;
    assert_ptr_equal(theme_of(true, true), theme_get(true));
    assert_ptr_equal(theme_of(false, false), theme_get(false));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(states_stay_apart),
        cmocka_unit_test(discs_stay_apart),
        cmocka_unit_test(high_contrast_goes_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
