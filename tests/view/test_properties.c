// What must hold on every screen, at every size and type size: no text leaves its card or covers
// another, one thing is in focus, everything can be reached, and the mouse does what the keyboard
// does. And a hundred thousand random inputs.
#include "support/test.h"

#include "base/hash.h"
#include "view/action.h"
#include "view/rig.h"
#include "view/screens.h"

#include <stdio.h>

// ---- text stays where it belongs ----------------------------------------------------------------

static void test_texts_and_items(void **state)
{
    (void)state;
    for (int i = 0; i < SCREEN_COUNT; i++) {
        for (int size = 0; size < SIZE_COUNT; size++) {
            for (int scale = 0; scale < SCALE_COUNT * 2; scale++) {
                Rig rig;
                char where[128];
                snprintf(where, sizeof where, "%s, %.0fx%.0f, %.0f %%%s", SCREENS[i].name,
                         (double)SIZES[size][0], (double)SIZES[size][1],
                         (double)SCALES[scale / 2] * 100, scale % 2 == 1 ? ", wide font" : "");
                open_screen(&rig, &SCREENS[i], SIZES[size][0], SIZES[size][1], SCALES[scale / 2]);
                rig.measure.width = scale % 2 == 1 ? wide_width : rig_width;
                rig_draw(&rig);
                check_pages(&rig, where);
                rig_close(&rig);
            }
        }
    }
}

// While the story is told, page by page, nothing overlaps either.
static void test_telling(void **state)
{
    (void)state;
    for (int scale = 0; scale < SCALE_COUNT; scale++) {
        Rig rig;
        rig_open(&rig, 1280, 720, SCALES[scale]);
        rig.settings.no_typing = false;
        rig_play(&rig, "yes,desk.rest,desk.rest,desk.rest,desk.rest");
        int steps = 0;
        for (; rig_find(&rig, "more") != NULL; steps++) {
            assert_true(steps < 80);
            assert_null(rig_find(&rig, "option.1"));
            check_texts(&rig.frame, "telling");
            check_items(&rig.frame, "telling");
            rig_key(&rig, KEY_ENTER);
        }
        assert_true(steps > 5);
        rig_close(&rig);
    }
}

// ---- everything can be reached ------------------------------------------------------------------

static int index_of_focus(const Rig *rig)
{
    for (int i = 0; i < rig->frame.item_count; i++) {
        if (rig->frame.items[i].focused) {
            return i;
        }
    }
    return -1;
}

typedef struct Reached {
    ViewTarget targets[128];
    bool reached[128];
    int count;
} Reached;

static void note_all(Reached *all, const Rig *rig)
{
    for (int i = 0; i < rig->frame.item_count; i++) {
        const FrameItem *item = &rig->frame.items[i];
        if (item->focusable) {
            assert_true(all->count < 128);
            all->targets[all->count++] = (ViewTarget){ item->action, item->argument };
        }
    }
}

static void note_focus(Reached *all, const Rig *rig)
{
    int at = index_of_focus(rig);
    assert_true(at >= 0);
    const FrameItem *item = &rig->frame.items[at];
    for (int i = 0; i < all->count; i++) {
        all->reached[i] =
            all->reached[i] || view_target_is(all->targets[i], item->action, item->argument);
    }
}

static bool all_reached(const Reached *all)
{
    for (int i = 0; i < all->count; i++) {
        if (!all->reached[i]) {
            return false;
        }
    }
    return true;
}

static void reach(const Screen *screen, float scale, bool arrows)
{
    Rig rig;
    Reached all = { .count = 0 };
    open_screen(&rig, screen, 1280, 720, scale);
    note_all(&all, &rig);
    uint64_t random = 7;
    static const ViewKey ARROWS[] = { KEY_RIGHT, KEY_DOWN, KEY_LEFT, KEY_UP };
    for (int i = 0; i < (arrows ? 3000 : all.count + 1) && !all_reached(&all); i++) {
        note_focus(&all, &rig);
        for (int walk = 0; arrows && i % 40 == 0 && rig_focus(&rig)->group != 0 && walk < 30;
             walk++) {
            rig_key(&rig, i % 80 == 0 ? KEY_RIGHT : KEY_LEFT); // the bridge has many parts
            note_focus(&all, &rig);
        }
        rig_key(&rig, arrows ? ARROWS[random_below(&random, 4)] : KEY_NEXT);
        assert_true(rig.last.kind == REQUEST_NONE || rig.last.kind == REQUEST_SETTINGS);
    }
    bool in_group = false;
    for (int i = 0; i < all.count; i++) { // Tab stops once at the parts of the bridge
        in_group = in_group || (all.reached[i] && all.targets[i].action == ACTION_PLANK);
    }
    for (int i = 0; i < all.count; i++) {
        bool stop = (!arrows && in_group && all.targets[i].action == ACTION_PLANK) ||
                    all.targets[i].action == ACTION_SET; // test_settings.c: arrows change it
        if (!all.reached[i] && !stop) {
            fail_msg("%s at %.0f %%: %s does not reach action %d of %d", screen->name,
                     (double)scale * 100, arrows ? "no arrow" : "Tab", all.targets[i].action,
                     all.targets[i].argument);
        }
    }
    rig_close(&rig);
}

static void test_reach(void **state)
{
    (void)state;
    for (int i = 0; i < SCREEN_COUNT; i++) {
        for (int scale = 0; scale < 2; scale++) {
            reach(&SCREENS[i], scale == 0 ? 1 : 2, false);
            reach(&SCREENS[i], scale == 0 ? 1 : 2, true);
        }
    }
}

// ---- mouse and keyboard -------------------------------------------------------------------------

static void print_frame(Rig *rig, Text *out)
{
    rig_input(rig, (ViewInput){ .kind = INPUT_POINT, .x = -9, .y = -9 });
    rig_draw(rig);
    frame_print(&rig->frame, out);
}

// Takes the n-th operable thing by the keyboard in one rig, by the mouse in the other.
static void compare(const Screen *screen, int n)
{
    Rig keys, mouse;
    open_screen(&keys, screen, 1280, 720, 1);
    open_screen(&mouse, screen, 1280, 720, 1);
    FrameItem item = keys.frame.items[n];
    if (item.group != 0) { // walked to with the arrows, and nothing happens there
        rig_close(&keys);
        rig_close(&mouse);
        return;
    }
    for (int i = 0; i < 200; i++) {
        const FrameItem *focus = rig_focus(&keys);
        if (focus->action == item.action && focus->argument == item.argument) {
            break;
        }
        rig_key(&keys, KEY_NEXT);
    }
    assert_int_equal(rig_focus(&keys)->action, item.action);
    if (item.action == ACTION_STOP) {
        rig_close(&keys); // looked at by being in focus; the press on the way is another test
        rig_close(&mouse);
        return;
    }
    rig_input(&keys, (ViewInput){ .kind = INPUT_TICK, .milliseconds = 2000 }); // not in a hurry
    rig_key(&keys, KEY_ENTER);
    rig_click(&mouse, item.rect.x + item.rect.w / 2, item.rect.y + item.rect.h / 2);
    assert_int_equal(keys.last.kind, mouse.last.kind);
    assert_int_equal(keys.last.card, mouse.last.card);
    assert_int_equal(keys.last.count, mouse.last.count);
    assert_int_equal(keys.last.offer.kind, mouse.last.offer.kind);
    assert_int_equal(keys.last.offer.x, mouse.last.offer.x);
    Text by_key = { .data = NULL };
    Text by_mouse = { .data = NULL };
    print_frame(&keys, &by_key);
    print_frame(&mouse, &by_mouse);
    assert_string_equal(text_str(&by_key), text_str(&by_mouse));
    text_deinit(&by_key);
    text_deinit(&by_mouse);
    rig_close(&keys);
    rig_close(&mouse);
}

static void test_mouse_is_keyboard(void **state)
{
    (void)state;
    int compared = 0;
    for (int i = 0; i < SCREEN_COUNT; i++) {
        Rig rig;
        open_screen(&rig, &SCREENS[i], 1280, 720, 1);
        for (int n = 0; n < rig.frame.item_count; n++) {
            if (rig.frame.items[n].focusable) {
                compare(&SCREENS[i], n);
                compared++;
            }
        }
        rig_close(&rig);
    }
    assert_true(compared > 80);
}

// ---- a hundred thousand inputs ------------------------------------------------------------------

static ViewInput random_input(uint64_t *random, const Rig *rig)
{
    ViewInput input = { .kind = INPUT_KEY };
    switch (random_below(random, 10)) {
    case 0:
        input.kind = INPUT_PRESS;
        break;
    case 1:
        input.kind = INPUT_POINT;
        break;
    case 2:
        input.kind = INPUT_WHEEL;
        input.wheel = (float)random_below(random, 3) - 1;
        break;
    case 3:
        input.kind = INPUT_TICK;
        input.milliseconds = (int)random_below(random, 3000);
        break;
    default:
        input.key = (ViewKey)random_below(random, KEY_DIGIT + 1);
        if ((input.key == KEY_UNDO || input.key == KEY_ESCAPE) && random_below(random, 8) != 0) {
            input.key = KEY_ENTER; // or no story would ever end
        } else if (random_below(random, 2) == 0) {
            input.key = random_below(random, 2) == 0 ? KEY_ENTER : KEY_DIGIT;
        }
        input.digit = (int)random_below(random, 10);
        input.released = random_below(random, 8) == 0;
        break;
    }
    input.x = (float)random_below(random, (uint32_t)rig->frame.width);
    input.y = (float)random_below(random, (uint32_t)rig->frame.height);
    return input;
}

static void check_request(const Rig *rig, const ViewRequest *request)
{
    const StoryHistory *history = rig->drilling ? &rig->drill.history : &rig->history;
    int first = rig->drilling ? rig->drill.from : 0;
    if (request->kind == REQUEST_CHOOSE) {
        StoryOffer offers[STORY_OFFERS_MAX];
        Err err;
        bool found = false;
        int count = story_offers(rig->scenario, history->now, false, offers, &err);
        for (int i = 0; i < count; i++) {
            found =
                found || (offers[i].kind == request->offer.kind && offers[i].x == request->offer.x);
        }
        assert_true(found);
    }
    assert_true(request->kind != REQUEST_UNDO || history->count > first);
}

static void test_random(void **state)
{
    (void)state;
    Rig rig;
    uint64_t random = 20260101;
    int choices = 0;
    int debriefs = 0;
    ViewInput pressed = { .kind = INPUT_KEY };
    rig_open(&rig, 1280, 720, 1);
    rig_shelf(&rig, 6);
    rig_play(&rig, "");
    for (int i = 0; i < 100000; i++) {
        bool lets_go = pressed.kind == INPUT_PRESS && random_below(&random, 4) > 0;
        ViewInput input = lets_go ? pressed : random_input(&random, &rig);
        input.kind = lets_go ? INPUT_RELEASE : input.kind;
        pressed = input;
        ViewRequest request = view_input(rig.view, &input);
        check_request(&rig, &request);
        choices += request.kind == REQUEST_CHOOSE;
        rig_carry_out(&rig, request);
        debriefs += view_screen(rig.view) == VIEW_DEBRIEF;
        if (i % 97 == 0) {
            static const float SOME[] = { 1, 1.25f, 1.5f, 2 };
            rig.settings.text_scale = SOME[random_below(&random, 4)];
            rig.settings.high_contrast = random_below(&random, 2) == 0;
            rig.settings.no_typing = random_below(&random, 2) == 0;
            rig.frame.height = 720 + (float)random_below(&random, 400);
            rig_draw(&rig);
            check_items(&rig.frame, "random");
        }
        if (i % 1009 == 0) {
            view_notice(rig.view, "A title", "A message", i % 2 == 0 ? "A fix" : "");
        }
        if (i % 53 == 0 && view_screen(rig.view) == VIEW_LIBRARY) {
            rig_carry_out(&rig, (ViewRequest){ .kind = REQUEST_GO_ON, .card = 0 });
        }
    }
    print_message("%d choices, %d inputs in debriefs\n", choices, debriefs);
    assert_true(choices > 1000);
    assert_true(debriefs > 100);
    rig_close(&rig);
}

// Large type in a window that is higher than wide: the bridge stays in sight above the card.
static void a_tall_window_shows_the_bridge(void **state)
{
    (void)state;
    static const float scales[] = { 1.5f, 2.0f };
    for (int i = 0; i < 2; i++) {
        for (float height = 1900.0f; height < 4000.0f; height += 500.0f) {
            Rig rig;
            rig_open(&rig, 1280, height, scales[i]);
            rig_play(&rig, "yes");
            rig_read_on(&rig);
            FrameRect seen = { 0 };
            for (int k = 0; k < rig.frame.item_count; k++) {
                const FrameItem *item = &rig.frame.items[k];
                seen = strcmp(item->id, "scene") == 0 ? item->rect : seen;
            }
            float deck = (height - 720.0f) / 2.0f - 84.0f + 306.0f;
            assert_true(seen.y < deck - 100.0f && seen.y + seen.h > deck + 130.0f);
            assert_true(height - (seen.y + seen.h) > 620.0f); // and enough is left to read
            rig_close(&rig);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts_and_items), cmocka_unit_test(test_telling),
        cmocka_unit_test(test_reach),           cmocka_unit_test(test_mouse_is_keyboard),
        cmocka_unit_test(test_random),          cmocka_unit_test(a_tall_window_shows_the_bridge),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
