// Every text that any screen draws can be read on what lies below it: 4.5:1 (WCAG 2.2, 1.4.3), computed
// from the frames, in each theme, with the focus on each thing in turn. And what shows the focus, and where
// a button ends, 3:1 (1.4.11, 2.4.13). A scene counts as the brightest sky there can be.
#include "support/test.h"

#include "view/action.h"
#include "view/rig.h"
#include "view/theme.h"

#include <math.h>
#include <stdio.h>

static double channel(uint32_t colour, int shift)
{
    double c = (double)((colour >> shift) & 0xffu) / 255.0;
    return c <= .04045 ? c / 12.92 : pow((c + .055) / 1.055, 2.4);
}

static double contrast(uint32_t a, uint32_t b)
{
    double la = .2126 * channel(a, 16) + .7152 * channel(a, 8) + .0722 * channel(a, 0) + .05;
    double lb = .2126 * channel(b, 16) + .7152 * channel(b, 8) + .0722 * channel(b, 0) + .05;
    return la > lb ? la / lb : lb / la;
}

// `over` laid upon `under` by its alpha.
static uint32_t laid(uint32_t under, uint32_t over)
{
    double alpha = (double)(over >> 24) / 255.0;
    uint32_t out = 0xff000000u;
    for (int shift = 0; shift <= 16; shift += 8) {
        double u = (double)((under >> shift) & 0xffu), o = (double)((over >> shift) & 0xffu);
        out |= (uint32_t)(u + (o - u) * alpha + .5) << shift;
    }
    return out;
}

static uint32_t between(uint32_t top, uint32_t bottom, double part)
{
    uint32_t out = 0;
    for (int shift = 0; shift <= 24; shift += 8) {
        double t = (double)((top >> shift) & 0xffu), b = (double)((bottom >> shift) & 0xffu);
        out |= (uint32_t)(t + (b - t) * part + .5) << shift;
    }
    return out;
}

static bool covers(FrameRect rect, float x, float y)
{
    return x >= rect.x && x <= rect.x + rect.w && y >= rect.y && y <= rect.y + rect.h;
}

// The colour that a text drawn as command `until` finds at (x, y); false: it stands on a picture.
static bool ground_at(const Frame *frame, int until, float x, float y, uint32_t *out)
{
    uint32_t colour = 0xff000000u | frame->ground;
    bool plain = true;
    for (int i = 0; i < until; i++) {
        const FrameCommand *command = &frame->commands[i];
        if (!covers(command->rect, x, y)) {
            continue;
        }
        if (command->kind == FRAME_SCENE) {
            colour = laid(0xffffffffu, command->colour);
            plain = true;
        } else if (command->kind == FRAME_RECT) {
            double part =
                command->rect.h > 0 ? (double)((y - command->rect.y) / command->rect.h) : 0;
            uint32_t own = between(command->colour, command->colour2, part);
            colour = laid(colour, own);
            plain = plain || own >> 24 > 200;
        } else if (command->kind == FRAME_THUMBNAIL || command->kind == FRAME_PORTRAIT) {
            plain = false;
        }
    }
    *out = colour;
    return plain;
}

// What something stands over is only seen through its shade.
static int first_over(const Frame *frame)
{
    int first = 0;
    for (int i = 0; i < frame->command_count; i++) {
        const FrameCommand *it = &frame->commands[i];
        bool whole = it->rect.w >= frame->width && it->rect.h >= frame->height;
        first = it->kind == FRAME_RECT && whole ? i : first;
    }
    return first;
}

static int checked;

static void check_text(const Frame *frame, int i, const char *where)
{
    const FrameCommand *text = &frame->commands[i];
    FrameRect box = text->rect;
    box.x -= text->align == ALIGN_CENTRE ? box.w / 2 : text->align == ALIGN_END ? box.w : 0;
    for (int k = 0; k < 3; k++) {
        uint32_t ground = 0;
        float x = box.x + box.w * (.02f + .48f * (float)k), y = box.y + box.h / 2;
        if (!ground_at(frame, i, x, y, &ground)) {
            continue;
        }
        checked++;
        if (contrast(text->colour, ground) < 4.5) {
            fail_msg("%s: \"%s\" in #%06x on #%06x: %.2f", where, text->text,
                     (unsigned)(text->colour & 0xffffffu), (unsigned)(ground & 0xffffffu),
                     contrast(text->colour, ground));
        }
    }
}

static void check_frame(const Frame *frame, const char *where)
{
    for (int i = first_over(frame); i < frame->command_count; i++) {
        const FrameCommand *command = &frame->commands[i];
        if (command->kind == FRAME_TEXT) {
            check_text(frame, i, where);
        } else if (command->kind == FRAME_KEYCAP) {
            checked++;
            if (contrast(command->colour, command->colour2) < 4.5) {
                fail_msg("%s: keycap \"%s\"", where, command->text);
            }
        }
    }
}

// The focus is seen: something is drawn round or in what has it that differs from its ground by 3:1.
static void check_focus(const Frame *frame, const char *where)
{
    const FrameItem *focus = NULL;
    for (int i = 0; i < frame->item_count; i++) {
        focus = frame->items[i].focused ? &frame->items[i] : focus;
    }
    assert_non_null(focus);
    if (focus->action == ACTION_PLANK || focus->action == ACTION_STOP) {
        return; // on the bridge and on its rope: a disc with a ring, which is a picture
    }
    for (int i = first_over(frame); i < frame->command_count; i++) {
        const FrameCommand *it = &frame->commands[i];
        bool near = fabsf(it->rect.x - focus->rect.x) < 8 &&
                    fabsf(it->rect.y - focus->rect.y) < 8 &&
                    fabsf(it->rect.w - focus->rect.w) < 16 && it->rect.h <= focus->rect.h + 16;
        bool bar = it->kind == FRAME_RECT && fabsf(it->rect.x - focus->rect.x) < 2 &&
                   fabsf(it->rect.y - focus->rect.y) < 3 && fabsf(it->rect.h - focus->rect.h) < 3;
        uint32_t ground = 0;
        if ((it->kind == FRAME_OUTLINE && near) || bar) {
            ground_at(frame, i, it->rect.x - 6, it->rect.y + it->rect.h / 2, &ground);
            if (contrast(it->colour, ground) >= 3) {
                return;
            }
        }
    }
    fail_msg("%s: the focus on \"%s\" is not seen", where, focus->name);
}

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
        check_frame(&rig.frame, where);
        check_focus(&rig.frame, where);
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
    print_message("%d places of texts\n", checked);
    assert_true(checked > 20000);
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
        check_frame(&rig.frame, "notice");
        check_focus(&rig.frame, "notice");
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
