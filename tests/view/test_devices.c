// What devices add to keys and clicks: holding, fingers, switches, the pace of text. With a clock made of ticks.
#include "support/test.h"

#include "view/action.h"
#include "view/screens.h"

#include <math.h>
#include <stdio.h>

static const ViewInput ENTER = { .kind = INPUT_KEY, .key = KEY_ENTER };
static const ViewInput ENTER_UP = { .kind = INPUT_KEY, .key = KEY_ENTER, .released = true };
static const ViewInput SPACE = { .kind = INPUT_KEY, .key = KEY_ENTER, .code = ' ' };

static void give(Rig *rig, ViewInput input)
{
    ViewRequest request = rig_input(rig, input);
    if (request.kind == REQUEST_SETTINGS) {
        rig->settings = *request.settings;
    }
    rig_draw(rig);
}

static void wait(Rig *rig, int milliseconds)
{
    for (; milliseconds > 0; milliseconds -= 50) {
        rig_input(rig, (ViewInput){ .kind = INPUT_TICK, .milliseconds = 50 });
    }
    rig_draw(rig);
}

static void open_play(Rig *rig, float width, float height, float scale)
{
    rig_open(rig, width, height, scale);
    rig_play(rig, "");
    rig_read_on(rig);
}

static void middle(const FrameItem *item, float *x, float *y)
{
    *x = item->rect.x + item->rect.w / 2;
    *y = item->rect.y + item->rect.h / 2;
}

// ---- hold to choose -----------------------------------------------------------------------------

static void a_choice_is_held_until_it_is_taken(void **state)
{
    (void)state;
    Rig rig;
    open_play(&rig, 1280, 720, 1);
    rig.settings.hold_milliseconds = 800;
    rig_draw(&rig);
    give(&rig, ENTER);
    wait(&rig, 600);
    assert_true(view_is_moving(rig.view));
    give(&rig, ENTER_UP); // too early
    assert_non_null(rig_find(&rig, "caption"));
    wait(&rig, 1000);
    assert_int_equal(rig.history.count, 0);
    give(&rig, ENTER);
    wait(&rig, 850);
    assert_int_equal(rig.history.count, 1);
    rig_close(&rig);
}

static void a_digit_and_a_button_of_the_mouse_are_held_as_well(void **state)
{
    (void)state;
    for (int mouse = 0; mouse < 2; mouse++) {
        Rig rig;
        open_play(&rig, 1280, 720, 1);
        rig.settings.hold_milliseconds = 400;
        rig_draw(&rig);
        float x, y;
        middle(rig_find(&rig, "option.2"), &x, &y);
        ViewInput down =
            mouse ? (ViewInput){ .kind = INPUT_PRESS, .x = x, .y = y, .device = DEVICE_MOUSE }
                  : (ViewInput){ .kind = INPUT_KEY, .key = KEY_DIGIT, .digit = 2 };
        ViewInput up = down;
        up.kind = mouse ? INPUT_RELEASE : INPUT_KEY;
        up.released = !mouse;
        give(&rig, down);
        wait(&rig, 200);
        give(&rig, up);
        wait(&rig, 600);
        assert_int_equal(rig.history.count, 0);
        give(&rig, down);
        wait(&rig, 450);
        assert_int_equal(rig.history.count, 1);
        give(&rig, up); // of what is gone: takes nothing more
        assert_int_equal(rig.history.count, 1);
        rig_close(&rig);
    }
}

// ---- fingers ------------------------------------------------------------------------------------

static void touch(Rig *rig, ViewInputKind kind, float x, float y)
{
    give(rig, (ViewInput){ .kind = kind, .x = x, .y = y, .device = DEVICE_TOUCH });
}

static int page_of(const Rig *rig)
{
    for (int i = 0; i < rig->frame.item_count; i++) {
        int page = 0, pages = 0;
        if (sscanf(rig->frame.items[i].name, "%d of %d", &page, &pages) == 2) {
            return page;
        }
    }
    return 0;
}

static void a_swipe_turns_pages(void **state)
{
    (void)state;
    Rig rig;
    open_play(&rig, 1280, 720, 2);
    give(&rig, (ViewInput){ .kind = INPUT_KEY, .key = KEY_SETTINGS });
    assert_int_equal(page_of(&rig), 1);
    touch(&rig, INPUT_PRESS, 700, 300);
    touch(&rig, INPUT_POINT, 600, 304);
    touch(&rig, INPUT_RELEASE, 520, 306);
    assert_int_equal(page_of(&rig), 2);
    touch(&rig, INPUT_PRESS, 500, 300);
    touch(&rig, INPUT_RELEASE, 700, 300);
    assert_int_equal(page_of(&rig), 1);
    touch(&rig, INPUT_PRESS, 500, 300); // a tap beside everything
    touch(&rig, INPUT_RELEASE, 504, 300);
    assert_int_equal(page_of(&rig), 1);
    rig_close(&rig);
}

// Whoever swipes begins somewhere: it is not taken.
static void a_swipe_takes_nothing(void **state)
{
    (void)state;
    Rig rig;
    open_play(&rig, 1280, 720, 1);
    float x, y;
    middle(rig_find(&rig, "option.1"), &x, &y);
    touch(&rig, INPUT_PRESS, x, y);
    touch(&rig, INPUT_POINT, x - 60, y);
    touch(&rig, INPUT_RELEASE, x - 90, y);
    assert_int_equal(rig.history.count, 0);
    rig_close(&rig);
}

static void a_finger_that_stays_shows_the_bridge(void **state)
{
    (void)state;
    Rig rig;
    open_play(&rig, 1280, 720, 1);
    float x, y;
    middle(rig_find(&rig, "option.1"), &x, &y);
    touch(&rig, INPUT_PRESS, x, y);
    assert_true(view_is_moving(rig.view)); // so that time passes
    wait(&rig, 700);
    assert_null(rig_find(&rig, "option.1"));
    touch(&rig, INPUT_RELEASE, x, y);
    assert_int_equal(rig.history.count, 0);
    assert_null(rig_find(&rig, "option.1")); // stays, to be looked at
    rig_close(&rig);
}

// Once a finger was used, what can be touched is as large as it, and one hits it with that.
static void targets_are_as_large_as_a_finger(void **state)
{
    (void)state;
    static const ViewKey screens[] = { KEY_NONE, KEY_SETTINGS, KEY_HELP, KEY_LEDGER, KEY_HISTORY };
    static const float scales[] = { 1, 1.25f, 2 };
    for (int i = 0; i < 15; i++) {
        Rig rig;
        open_play(&rig, 1280, 720, scales[i / 5]);
        rig.settings.finger = 44;
        rig_draw(&rig);
        if (screens[i % 5] != KEY_NONE) {
            give(&rig, (ViewInput){ .kind = INPUT_KEY, .key = screens[i % 5] });
        }
        touch(&rig, INPUT_PRESS, 2, 2);
        touch(&rig, INPUT_RELEASE, 2, 2);
        for (int k = 0; k < rig.frame.item_count; k++) {
            const FrameItem *item = &rig.frame.items[k];
            if (item->focusable && item->action != ACTION_PLANK &&
                (item->rect.w < 43.9f || item->rect.h < 43.9f)) {
                fail_msg("screen %d at %.0f %%: \"%s\" (%s) is %.0f x %.0f", i % 5,
                         (double)scales[i / 5] * 100, item->name, item->id, (double)item->rect.w,
                         (double)item->rect.h);
            }
        }
        rig_close(&rig);
    }
}

static const FrameItem *hit_by(const Rig *rig, float x, float y)
{
    for (int i = rig->frame.item_count - 1; i >= 0; i--) {
        const FrameItem *item = &rig->frame.items[i];
        if (item->focusable && x >= item->rect.x && x < item->rect.x + item->rect.w &&
            y >= item->rect.y && y < item->rect.y + item->rect.h) {
            return item;
        }
    }
    return NULL;
}

// On the screens that show pictures things may be smaller: around each there is a finger's room, as far as
// nothing else lies there.
static void whoever_aims_badly_hits_it(void **state)
{
    (void)state;
    static const ViewKey screens[] = { KEY_NONE, KEY_LOOK, KEY_CANYON, KEY_LEDGER };
    int tried = 0;
    for (int s = 0; s < 5; s++) {
        Rig rig;
        if (s == 4) {
            rig_open(&rig, 1280, 720, 1);
            rig_shelf(&rig, 6);
        } else {
            open_play(&rig, 1280, 720, 1);
        }
        rig.settings.finger = 44;
        rig_draw(&rig);
        if (s < 4 && screens[s] != KEY_NONE) {
            give(&rig, (ViewInput){ .kind = INPUT_KEY, .key = screens[s] });
        }
        int count = rig.frame.item_count;
        for (int i = 0; i < count; i++) {
            const FrameItem item = rig.frame.items[i];
            float x = item.rect.x + item.rect.w / 2, y = item.rect.y + item.rect.h / 2;
            for (int side = -1; side <= 1; side += 2) {
                float below = y + (float)side * 20;
                bool free_there = hit_by(&rig, x, below) == NULL && item.rect.h < 40;
                bool alone = true; // no other one is as near
                for (int k = 0; k < count; k++) {
                    const FrameItem *other = &rig.frame.items[k];
                    bool same = other->action == item.action && other->argument == item.argument;
                    alone = alone &&
                            (!other->focusable || same ||
                             fabsf(other->rect.y + other->rect.h / 2 - below) > 44 ||
                             fabsf(other->rect.x + other->rect.w / 2 - x) > other->rect.w / 2 + 24);
                }
                if (!item.focusable || item.action == ACTION_PLANK || !free_there || !alone ||
                    below < 0 || below > 719) {
                    continue;
                }
                tried++;
                rig_input(
                    &rig,
                    (ViewInput){ .kind = INPUT_PRESS, .x = x, .y = below, .device = DEVICE_TOUCH });
                rig_draw(&rig);
                const FrameItem *at = rig_focus(&rig);
                if (at->action != item.action || at->argument != item.argument) {
                    fail_msg("screen %d: beside \"%s\" one hits \"%s\"", s, item.id, at->id);
                }
                rig_input(&rig, (ViewInput){ .kind = INPUT_RELEASE,
                                             .x = -500,
                                             .y = -500,
                                             .device = DEVICE_MOUSE });
                rig_draw(&rig);
            }
        }
        rig_close(&rig);
    }
    assert_true(tried >= 8);
}

// Larger things still lie on their cards and beside each other: every screen, with a finger in use.
static void screens_hold_larger_things(void **state)
{
    (void)state;
    for (int i = 0; i < SCREEN_COUNT; i++) {
        for (int scale = 0; scale < SCALE_COUNT; scale += 2) {
            Rig rig;
            char where[100];
            snprintf(where, sizeof where, "%s, %.0f %%, a finger", SCREENS[i].name,
                     (double)SCALES[scale] * 100);
            open_screen(&rig, &SCREENS[i], 1280, 720, SCALES[scale]);
            rig.settings.finger = 44;
            touch(&rig, INPUT_RELEASE, -99, -99);
            check_texts(&rig.frame, where);
            check_items(&rig.frame, where);
            rig_close(&rig);
        }
    }
}

// ---- switches -----------------------------------------------------------------------------------

typedef struct Target {
    int32_t action, argument;
    bool reached;
} Target;

static int note(const Rig *rig, Target *targets, int most)
{
    int count = 0;
    for (int i = 0; i < rig->frame.item_count && count < most; i++) {
        const FrameItem *item = &rig->frame.items[i];
        if (item->focusable) {
            targets[count++] = (Target){ item->action, item->argument, false };
        }
    }
    return count;
}

static void mark(const Rig *rig, Target *targets, int count)
{
    const FrameItem *at = rig_focus(rig);
    for (int i = 0; i < count; i++) {
        targets[i].reached = targets[i].reached || (at->action == targets[i].action &&
                                                    at->argument == targets[i].argument);
    }
}

// Everything that can be operated has its turn, in a row after it was gone into.
static void everything_has_its_turn(void **state)
{
    (void)state;
    static const ViewKey screens[] = { KEY_NONE, KEY_LOOK, KEY_HELP, KEY_SETTINGS, KEY_CANYON };
    for (int s = 0; s < 5; s++) {
        Rig rig;
        open_play(&rig, 1280, 720, 1);
        rig.settings.switches = SWITCHES_ONE;
        rig.settings.scan_milliseconds = 1000;
        rig_draw(&rig);
        if (screens[s] != KEY_NONE) {
            give(&rig, (ViewInput){ .kind = INPUT_KEY, .key = screens[s] });
        }
        Target targets[200];
        int count = note(&rig, targets, 200);
        assert_true(count > 1 && count < 200);
        uint8_t gone_into[256] = { 0 };
        for (int turn = 0; turn < 260; turn++) {
            mark(&rig, targets, count);
            uint8_t group = rig_focus(&rig)->group;
            if (group != 0 && !gone_into[group]) {
                gone_into[group] = 1;
                give(&rig, ENTER); // into the row; a value alone would be taken
                mark(&rig, targets, count);
            } else if (turn % 40 == 39) { // or it would rest
                give(&rig, (ViewInput){ .kind = INPUT_KEY, .key = KEY_NEXT });
                give(&rig, (ViewInput){ .kind = INPUT_KEY, .key = KEY_PREVIOUS });
            }
            wait(&rig, 1000);
        }
        for (int i = 0; i < count; i++) {
            if (!targets[i].reached) {
                fail_msg("screen %d: action %d, %d never has its turn", s, (int)targets[i].action,
                         (int)targets[i].argument);
            }
        }
        rig_close(&rig);
    }
}

// After three rounds it rests, so that the machine can, too; the switch wakes it and takes nothing.
static void scanning_rests(void **state)
{
    (void)state;
    Rig rig;
    open_play(&rig, 1280, 720, 1);
    rig.settings.switches = SWITCHES_ONE;
    rig.settings.scan_milliseconds = 500;
    rig_draw(&rig);
    assert_true(view_is_moving(rig.view));
    wait(&rig, 120000);
    assert_false(view_is_moving(rig.view));
    give(&rig, ENTER);
    assert_int_equal(rig.history.count, 0);
    assert_true(view_is_moving(rig.view));
    rig_close(&rig);
}

static void two_switches_step_and_take(void **state)
{
    (void)state;
    Rig rig;
    open_play(&rig, 1280, 720, 1);
    rig.settings.switches = SWITCHES_TWO;
    rig_draw(&rig);
    assert_string_equal(rig_focus(&rig)->id, "option.1");
    assert_false(view_is_moving(rig.view)); // nothing moves by itself
    give(&rig, SPACE);
    assert_string_equal(rig_focus(&rig)->id, "option.2");
    give(&rig, ENTER);
    assert_int_equal(rig.history.count, 1);
    rig_close(&rig);
}

// The ring round what has its turn is there in every frame.
static void the_turn_is_seen(void **state)
{
    (void)state;
    Rig rig;
    open_play(&rig, 1280, 720, 1);
    int before = rig.frame.command_count;
    rig.settings.switches = SWITCHES_ONE;
    rig_draw(&rig);
    assert_int_equal(rig.frame.command_count, before + 2);
    const FrameCommand *ring = &rig.frame.commands[before];
    const FrameItem *at = rig_focus(&rig);
    assert_int_equal(ring->kind, FRAME_OUTLINE);
    assert_true(fabsf(ring->rect.x - (at->rect.x - 3)) < .1f);
    rig_close(&rig);
}

// ---- the pace of text ---------------------------------------------------------------------------

static int told_after(uint8_t speed, int milliseconds)
{
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig.settings.no_typing = false;
    rig.settings.text_speed = speed;
    rig_play(&rig, "yes,desk.rest,desk.rest,desk.rest,desk.rest");
    int waited = 0;
    for (; waited < milliseconds && rig_find(&rig, "option.1") == NULL; waited += 50) {
        if (!view_is_moving(rig.view)) {
            rig_key(&rig, KEY_ENTER); // a full page waits
        }
        give(&rig, (ViewInput){ .kind = INPUT_TICK, .milliseconds = 50 });
    }
    rig_close(&rig);
    return waited;
}

static void text_is_told_at_the_chosen_speed(void **state)
{
    (void)state;
    int usual = told_after(SPEED_USUAL, 600000);
    int slow = told_after(SPEED_SLOW, 600000);
    int fast = told_after(SPEED_FAST, 600000);
    assert_true(usual > 1000);
    assert_true(slow > usual + usual / 2);
    assert_true(fast < usual - usual / 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_choice_is_held_until_it_is_taken),
        cmocka_unit_test(a_digit_and_a_button_of_the_mouse_are_held_as_well),
        cmocka_unit_test(a_swipe_turns_pages),
        cmocka_unit_test(a_swipe_takes_nothing),
        cmocka_unit_test(a_finger_that_stays_shows_the_bridge),
        cmocka_unit_test(targets_are_as_large_as_a_finger),
        cmocka_unit_test(whoever_aims_badly_hits_it),
        cmocka_unit_test(screens_hold_larger_things),
        cmocka_unit_test(everything_has_its_turn),
        cmocka_unit_test(scanning_rests),
        cmocka_unit_test(two_switches_step_and_take),
        cmocka_unit_test(the_turn_is_seen),
        cmocka_unit_test(text_is_told_at_the_chosen_speed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
