// Every text that any screen draws can be read on what lies below it: 4.5:1 (WCAG 2.2, 1.4.3), computed
// from the frames, in each theme, with the focus on each thing in turn. And what shows the focus, and where
// a button ends, 3:1 (1.4.11, 2.4.13). A scene counts as the brightest sky there can be.
#include "support/test.h"

#include "view/action.h"
#include "view/contrast.h"
#include "view/rig.h"
#include "view/theme.h"

#include <stdio.h>

// ---- the screens --------------------------------------------------------------------------------

typedef struct Screen {
    const char *name, *way, *home; // way: of the small story; home: what is pressed there
    ViewKey key;
} Screen;

static const Screen screens[] = {
    { "home", NULL, "", KEY_NONE },
    { "cover", NULL, "fifth", KEY_NONE },
    { "you", NULL, "you", KEY_NONE },
    { "who plays", NULL, "you profiles", KEY_NONE },
    { "a name", NULL, "you profiles profile.name", KEY_NONE },
    { "asked once more", NULL, "you forget", KEY_NONE },
    { "a number", NULL, "practice.number", KEY_NONE },
    { "settings", NULL, "settings", KEY_NONE },
    { "a choice", "", NULL, KEY_NONE },
    { "a desk", "yes", NULL, KEY_NONE },
    { "the end", "yes,desk.rest,desk.rest,desk.rest,desk.rest,nod", NULL, KEY_NONE },
    { "debrief", "yes,desk.rest,desk.rest,desk.rest,desk.rest,nod", NULL, KEY_ENTER },
    { "promises", "ask,desk.rest", NULL, KEY_LEDGER },
    { "history", "yes,desk.rest", NULL, KEY_HISTORY },
    { "keys", "yes", NULL, KEY_HELP },
    { "look", "yes,desk.rest,desk.rest,desk.rest,desk.rest", NULL, KEY_LOOK },
    { "everyone", "yes,desk.rest", NULL, KEY_CANYON },
    { "paused", "yes", NULL, KEY_PAUSE },
    { "places", "yes", NULL, KEY_PLACES },
};

static void open_screen(Rig *rig, const Screen *screen)
{
    if (screen->home != NULL) {
        rig_home(rig, true);
        rig_go(rig, screen->home);
        return;
    }
    rig_play(rig, screen->way);
    rig_read_on(rig);
    rig_places(rig);
    rig_draw(rig);
    if (screen->key != KEY_NONE) {
        rig_key(rig, screen->key);
    }
}

static void all_of(const Screen *screen, int theme, float scale)
{
    Rig rig;
    char where[96];
    snprintf(where, sizeof where, "%s, theme %d, %.0f %%", screen->name, theme,
             (double)scale * 100);
    rig_open(&rig, 1280, 720, 1);
    open_screen(&rig, screen);
    rig.settings.high_contrast = theme == 1;
    rig.settings.colour_safe = theme == 2;
    rig.settings.text_scale = scale;
    rig_draw(&rig);
    int stops = rig.frame.item_count;
    for (int i = 0; i <= stops; i++) {
        contrast_frame(&rig.frame, where);
        contrast_focus(&rig.frame, where);
        rig_key(&rig, KEY_NEXT);
    }
    rig_close(&rig);
}

static void test_every_text_of_every_screen(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        for (int theme = 0; theme < 3; theme++) {
            all_of(&screens[i], theme, 1);
            all_of(&screens[i], theme, 1.5f);
        }
    }
    print_message("%d places of texts\n", contrast_checked);
    assert_true(contrast_checked > 20000);
}

static void test_notice_over_a_story(void **state)
{
    (void)state;
    for (int theme = 0; theme < 3; theme++) {
        Rig rig;
        rig_open(&rig, 1280, 720, 1);
        rig_play(&rig, "");
        rig.settings.high_contrast = theme == 1;
        rig.settings.colour_safe = theme == 2;
        view_notice_parting(rig.view, "About your playthrough", "It was edited.",
                            "Go on or start over.");
        rig_draw(&rig);
        contrast_frame(&rig.frame, "notice");
        contrast_focus(&rig.frame, "notice");
        rig_close(&rig);
    }
}

// Where a button, a card or a field ends, and both rings of the focus.
static void test_boundaries(void **state)
{
    (void)state;
    for (int theme = 0; theme < 3; theme++) {
        const Theme *t = theme_of(theme == 1, theme == 2);
        const uint32_t grounds[] = { t->paper_top, t->paper_bottom, t->row, t->note };
        for (int i = 0; i < 4; i++) {
            assert_true(contrast(t->edge, grounds[i]) >= 3);
            assert_true(contrast(t->ring_inner, grounds[i]) >= 3 ||
                        contrast(t->ring_outer, grounds[i]) >= 3);
        }
        assert_true(contrast(t->edge, laid(t->ground, t->band)) >= 3);
        assert_true(contrast(t->ring_outer, laid(t->ground, t->band)) >= 3);
        assert_true(contrast(t->focus_bar, t->row_focus) >= 3);
        assert_true(contrast(t->ring_outer, t->ring_inner) >= 3);
    }
}

static void test_the_measure(void **state)
{
    (void)state;
    assert_true(contrast(0xff000000u, 0xffffffffu) > 20.9);
    assert_true(contrast(0xff777777u, 0xffffffffu) < 4.5);
    assert_int_equal(laid(0xff000000u, 0x80ffffffu), 0xff808080u);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_measure),
        cmocka_unit_test(test_boundaries),
        cmocka_unit_test(test_every_text_of_every_screen),
        cmocka_unit_test(test_notice_over_a_story),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
