// Every text colour can be read on every ground it may stand on: at least 4.5:1 (WCAG 2.2, 1.4.3).
#include "support/test.h"

#include "view/theme.h"

#include <math.h>

static double channel(uint32_t colour, int shift)
{
    double c = (double)((colour >> shift) & 0xffu) / 255.0;
    return c <= .04045 ? c / 12.92 : pow((c + .055) / 1.055, 2.4);
}

static double luminance(uint32_t colour)
{
    return .2126 * channel(colour, 16) + .7152 * channel(colour, 8) + .0722 * channel(colour, 0);
}

static double contrast(uint32_t a, uint32_t b)
{
    double first = luminance(a) + .05;
    double second = luminance(b) + .05;
    return first > second ? first / second : second / first;
}

static void check(uint32_t text, uint32_t ground)
{
    if (contrast(text, ground) < 4.5) {
        fail_msg("#%06x on #%06x: %.2f", (unsigned)(text & 0xffffffu),
                 (unsigned)(ground & 0xffffffu), contrast(text, ground));
    }
}

static void check_theme(const Theme *t)
{
    const uint32_t grounds[] = { t->paper_top, t->paper_bottom, t->row,
                                 t->row_hover, t->chip,         t->note };
    const uint32_t texts[] = { t->ink, t->soft, t->accent, t->good, t->due, t->warned, t->bad };
    for (int i = 0; i < 6; i++) {
        for (int j = 0; j < 7; j++) {
            check(texts[j], grounds[i]);
        }
    }
    const uint32_t on_band[] = { t->on_band,  t->on_band_soft, t->band_good,
                                 t->band_due, t->band_warned,  t->band_bad };
    for (int i = 0; i < 6; i++) {
        check(on_band[i], t->band);
        check(on_band[i], t->ground);
    }
    check(t->on_accent, t->accent);
    check(t->focus_ink, t->row_focus);
    check(t->keycap_ink, t->keycap);
    check(t->focus_keycap_ink, t->focus_keycap);
    check(t->ink, t->button);
}

static void test_contrast(void **state)
{
    (void)state;
    assert_true(contrast(0xff000000, 0xffffffff) > 20.9);
    check_theme(theme_get(false));
    check_theme(theme_get(true));
    check_theme(theme_of(false, true));
}

static void test_nothing_below_13(void **state)
{
    (void)state;
    for (int i = 0; i < STYLE_COUNT; i++) {
        ThemeType type = theme_type((ThemeStyle)i);
        assert_true(type.size >= 13);
        assert_true(type.leading >= type.size * 1.15f);
        assert_int_not_equal(theme_emphasis(type.font), type.font);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_contrast),
        cmocka_unit_test(test_nothing_below_13),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
