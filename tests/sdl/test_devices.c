// links: script
//
// A whole story by one device alone, through the window's own code: from the first line to the debrief, its
// plan written and kept, a setting changed on the way, and back to the library. Each player sees only the
// frame, and has only the events of its device.
#include "support/test.h"

#include "script/script.h"
#include "sdl/window.h"
#include "view/action.h"

#include <SDL.h>
#include <stdio.h>
#include <string.h>

#define FONTS PLANKWRIGHT_SOURCE "/assets/fonts"

enum { ITEMS_MOST = 160, STEPS_MOST = 400 };

typedef struct Seen {
    FrameItem item;
    char id[40];
} Seen;

typedef struct Player {
    SdlWindow *window;
    View *view;
    Scenario *scenario;
    StoryHistory history;
    Seen seen[ITEMS_MOST];
    int seen_count;
    float design_width, design_height;
    double now;
    char plan[256];
    int undone, settings_changes;
    bool at_library;
    SDL_Joystick *pad;
    int pad_index;
} Player;

// ---- the host -----------------------------------------------------------------------------------

static void carry_out(Player *player, const ViewRequest *request)
{
    Err err = { 0 };
    if (request->kind == REQUEST_CHOOSE) {
        assert_true(history_choose(&player->history, &request->offer, &err));
        view_chosen(player->view);
    } else if (request->kind == REQUEST_UNDO) {
        assert_true(history_undo(&player->history));
        view_chosen(player->view);
        player->undone++;
    } else if (request->kind == REQUEST_SETTINGS) {
        window_change_settings(player->window, request->settings);
    } else if (request->kind == REQUEST_PLAN) {
        snprintf(player->plan, sizeof player->plan, "%s", request->text);
    } else if (request->kind == REQUEST_LIBRARY) {
        player->at_library = true;
        view_library(player->view, NULL, 0, "");
    }
}

static bool on_input(void *context, const ViewInput *input)
{
    Player *player = context;
    ViewRequest request = view_input(player->view, input);
    carry_out(player, &request);
    return true;
}

static void on_frame(void *context, const ViewSettings *settings, const FrameMeasure *measure,
                     Frame *frame)
{
    Player *player = context;
    view_frame(player->view, settings, measure, frame);
    player->design_width = frame->width;
    player->design_height = frame->height;
    player->seen_count = 0;
    for (int i = 0; i < frame->item_count; i++) {
        if (frame->items[i].focusable) {
            assert_true(player->seen_count < ITEMS_MOST);
            Seen *seen = &player->seen[player->seen_count++];
            seen->item = frame->items[i];
            snprintf(seen->id, sizeof seen->id, "%s", frame->items[i].id);
        }
    }
}

static bool on_moving(void *context)
{
    const Player *player = context;
    return view_is_moving(player->view);
}

static bool on_text(void *context)
{
    const Player *player = context;
    return view_wants_text(player->view);
}

static void on_settings(void *context, const ViewSettings *settings)
{
    Player *player = context;
    (void)settings;
    player->settings_changes++;
}

static double on_seconds(void *context)
{
    const Player *player = context;
    return player->now;
}

static void run(Player *player, int frames)
{
    for (int i = 0; i < frames; i++) {
        player->now += .02;
        assert_true(window_frame(player->window));
    }
}

static void open_player(Player *player, ViewSettings settings)
{
    Err err = { 0 };
    *player = (Player){ .now = 1 };
    player->scenario = script_load(PLANKWRIGHT_SOURCE "/scripts/scenarios/first-plank", NULL, &err);
    if (player->scenario == NULL || !history_open(&player->history, player->scenario, 3, &err)) {
        fail_msg("%s", err.message);
    }
    player->view = view_new();
    view_play(player->view, &player->history);
    settings.slow_link = true; // no wind: the pictures are not what is looked at
    settings.sound_off = true;
    settings.no_typing = true;
    player->window = window_open(&(SdlOptions){ .title = "Test",
                                                .width = 640,
                                                .height = 400,
                                                .font_folder = FONTS,
                                                .only_font_folder = true,
                                                .settings = settings,
                                                .host = { .context = player,
                                                          .input = on_input,
                                                          .frame = on_frame,
                                                          .is_moving = on_moving,
                                                          .wants_text = on_text,
                                                          .settings_changed = on_settings,
                                                          .seconds = on_seconds } },
                                 &err);
    if (player->window == NULL) {
        fail_msg("%s", err.message);
    }
    run(player, 8); // the first picture, and after it the gamepads
}

static void close_player(Player *player)
{
    if (player->pad != NULL) {
        SDL_JoystickClose(player->pad);
        SDL_JoystickDetachVirtual(player->pad_index);
    }
    window_close(player->window);
    view_free(player->view);
    history_close(&player->history);
    scenario_free(player->scenario);
}

// ---- looking ------------------------------------------------------------------------------------

static const Seen *find(const Player *player, const char *id)
{
    for (int i = 0; i < player->seen_count; i++) {
        if (strcmp(player->seen[i].id, id) == 0) {
            return &player->seen[i];
        }
    }
    return NULL;
}

static const Seen *find_action(const Player *player, ViewAction action)
{
    for (int i = 0; i < player->seen_count; i++) {
        if (player->seen[i].item.action == (int32_t)action) {
            return &player->seen[i];
        }
    }
    return NULL;
}

static const Seen *focus(const Player *player)
{
    for (int i = 0; i < player->seen_count; i++) {
        if (player->seen[i].item.focused) {
            return &player->seen[i];
        }
    }
    return NULL;
}

static bool is_on(const Player *player, const FrameItem *wanted)
{
    const Seen *at = focus(player);
    return at != NULL && at->item.action == wanted->action && at->item.argument == wanted->argument;
}

// ---- the devices: each takes one thing that is seen ----------------------------------------------

typedef void Take(Player *player, const FrameItem *wanted);

static void push_key(SDL_Keycode sym)
{
    SDL_Event event = { .key = { .type = SDL_KEYDOWN, .state = SDL_PRESSED } };
    event.key.keysym = (SDL_Keysym){ .scancode = SDL_GetScancodeFromKey(sym), .sym = sym };
    SDL_PushEvent(&event);
    event.key.type = SDL_KEYUP;
    event.key.state = SDL_RELEASED;
    SDL_PushEvent(&event);
}

static void by_keyboard(Player *player, const FrameItem *wanted)
{
    FrameItem it = *wanted;
    for (int i = 0; i < STEPS_MOST && !is_on(player, &it); i++) {
        const Seen *at = focus(player);
        bool within = at != NULL && at->item.group != 0 && at->item.group == it.group;
        push_key(within ? SDLK_RIGHT : SDLK_TAB);
        run(player, 1);
    }
    assert_true(is_on(player, &it));
    push_key(SDLK_RETURN);
    run(player, 2);
}

static void push_mouse(Uint32 type, float x, float y)
{
    SDL_Event event = { .type = type };
    if (type == SDL_MOUSEMOTION) {
        event.motion.x = (int)x;
        event.motion.y = (int)y;
    } else {
        event.button.button = SDL_BUTTON_LEFT;
        event.button.x = (int)x;
        event.button.y = (int)y;
    }
    SDL_PushEvent(&event);
}

// The middle of it, in points of the window.
static void middle(const Player *player, const FrameItem *wanted, float *x, float *y)
{
    *x = (wanted->rect.x + wanted->rect.w / 2) * 640 / player->design_width;
    *y = (wanted->rect.y + wanted->rect.h / 2) * 400 / player->design_height;
}

static void by_mouse(Player *player, const FrameItem *wanted)
{
    float x, y;
    middle(player, wanted, &x, &y);
    push_mouse(SDL_MOUSEMOTION, x, y);
    push_mouse(SDL_MOUSEBUTTONDOWN, x, y);
    push_mouse(SDL_MOUSEBUTTONUP, x, y);
    run(player, 2);
}

static void push_finger(Uint32 type, float x, float y)
{
    SDL_Event event = { .tfinger = { .type = type, .fingerId = 7, .x = x / 640, .y = y / 400 } };
    SDL_PushEvent(&event);
}

static void by_touch(Player *player, const FrameItem *wanted)
{
    float x, y;
    middle(player, wanted, &x, &y);
    push_finger(SDL_FINGERDOWN, x, y);
    run(player, 2);
    push_finger(SDL_FINGERUP, x, y);
    run(player, 2);
}

static void push_button(Player *player, int button)
{
    SDL_JoystickSetVirtualButton(player->pad, button, 1);
    run(player, 1);
    SDL_JoystickSetVirtualButton(player->pad, button, 0);
    run(player, 1);
}

static void by_pad(Player *player, const FrameItem *wanted)
{
    FrameItem it = *wanted;
    for (int i = 0; i < STEPS_MOST && !is_on(player, &it); i++) {
        const Seen *before = focus(player);
        FrameItem from = before != NULL ? before->item : it;
        bool past = from.group != 0 && from.group != it.group; // a row of a board: below it
        push_button(player,
                    past ? SDL_CONTROLLER_BUTTON_DPAD_DOWN : SDL_CONTROLLER_BUTTON_DPAD_RIGHT);
        if (is_on(player, &from)) {
            push_button(player, SDL_CONTROLLER_BUTTON_DPAD_DOWN);
        }
    }
    assert_true(is_on(player, &it));
    push_button(player, SDL_CONTROLLER_BUTTON_A);
    run(player, 1);
}

// One button: time passes until what is wanted has its turn.
static void by_switch(Player *player, const FrameItem *wanted)
{
    FrameItem it = *wanted;
    bool inside = false;
    for (int i = 0; i < STEPS_MOST * 40 && !is_on(player, &it); i++) {
        const Seen *at = focus(player);
        bool here = it.group != 0 && at != NULL && at->item.group == it.group;
        if (here && !inside) {
            push_key(SDLK_SPACE); // into the row
        }
        inside = here;
        run(player, 1);
    }
    assert_true(is_on(player, &it));
    push_key(SDLK_SPACE);
    run(player, 1);
    bool went_in = it.group != 0 && is_on(player, &it);
    if (went_in) { // the first of its row: the row was taken, now itself
        push_key(SDLK_SPACE);
        run(player, 1);
    }
}

// ---- the way through ----------------------------------------------------------------------------

// Turns pages until it is there.
static const FrameItem *look_for(Player *player, Take *take, const char *id, ViewAction action)
{
    for (int i = 0; i < 30; i++) {
        const Seen *seen = id != NULL ? find(player, id) : find_action(player, action);
        if (seen != NULL) {
            return &seen->item;
        }
        const Seen *more = find(player, "page.more");
        if (more == NULL) {
            break;
        }
        take(player, &more->item);
    }
    for (int i = 0; i < player->seen_count; i++) {
        print_message("seen: %s\n", player->seen[i].id);
    }
    fail_msg("%s (action %d) is not to be found", id != NULL ? id : "an item", (int)action);
    return NULL;
}

static void play_on(Player *player, Take *take)
{
    uint32_t noise = 12345;
    for (int i = 0; i < STEPS_MOST && view_screen(player->view) == VIEW_PLAY; i++) {
        const Seen *more = find(player, "more");
        const Seen *end = find_action(player, ACTION_DEBRIEF);
        const Seen *options[16];
        int count = 0;
        for (int k = 0; k < player->seen_count && count < 16; k++) {
            if (player->seen[k].item.action == ACTION_CHOOSE) {
                options[count++] = &player->seen[k];
            }
        }
        noise = noise * 1664525u + 1013904223u;
        const Seen *next = more != NULL  ? more
                           : end != NULL ? end
                           : count > 0   ? options[(noise >> 16) % (unsigned)count]
                                         : find(player, "page.more");
        assert_non_null(next);
        take(player, &next->item);
    }
    assert_int_equal(view_screen(player->view), VIEW_DEBRIEF);
}

static void set_high_contrast(Player *player, Take *take)
{
    take(player, look_for(player, take, "pause", ACTION_NONE));
    take(player, look_for(player, take, "settings", ACTION_NONE));
    take(player, look_for(player, take, "set.2.1", ACTION_NONE));
    assert_true(window_settings(player->window).high_contrast);
    assert_true(player->settings_changes > 0);
    take(player, look_for(player, take, "close", ACTION_NONE));
    assert_null(find(player, "set.2.1"));
    take(player, look_for(player, take, NULL, ACTION_CLOSE));
}

static void look_at_the_bridge(Player *player, Take *take)
{
    take(player, look_for(player, take, "look", ACTION_NONE));
    assert_non_null(find_action(player, ACTION_PLANK));
    take(player, look_for(player, take, "close", ACTION_NONE));
    assert_non_null(find(player, "look"));
}

static void choose_and_take_back(Player *player, Take *take)
{
    int before = player->history.count;
    for (int i = 0; i < 30 && find_action(player, ACTION_CHOOSE) == NULL; i++) {
        const Seen *more = find(player, "more");
        more = more != NULL ? more : find(player, "page.more");
        assert_non_null(more);
        take(player, &more->item);
    }
    take(player, &find_action(player, ACTION_CHOOSE)->item);
    assert_int_equal(player->history.count, before + 1);
    take(player, look_for(player, take, "undo", ACTION_NONE));
    assert_int_equal(player->history.count, before);
    assert_int_equal(player->undone, 1);
}

static void keep_a_plan(Player *player, Take *take, bool letters)
{
    for (int i = 0; i < 5; i++) {
        run(player, 20); // the debrief is calm at first
    }
    take(player, look_for(player, take, NULL, ACTION_WRITE));
    if (letters) {
        const FrameItem *k = NULL;
        for (int i = 0; i < player->seen_count; i++) {
            bool typed = player->seen[i].item.action == ACTION_TYPE;
            k = typed && player->seen[i].item.argument == 'k' ? &player->seen[i].item : k;
        }
        if (k == NULL) { // on the next page
            k = look_for(player, take, "keep_draft", ACTION_NONE);
        } else {
            take(player, k);
            take(player, look_for(player, take, "keep_draft", ACTION_NONE));
            assert_non_null(strchr(player->plan, 'k'));
            return;
        }
        take(player, k);
    } else {
        SDL_Event typed = { .text = { .type = SDL_TEXTINPUT, .text = "k" } };
        SDL_PushEvent(&typed);
        run(player, 1);
        push_key(SDLK_RETURN);
        run(player, 2);
    }
    assert_true(player->plan[0] != '\0');
}

static void all_of_it(Player *player, Take *take, bool letters)
{
    set_high_contrast(player, take);
    look_at_the_bridge(player, take);
    choose_and_take_back(player, take);
    play_on(player, take);
    keep_a_plan(player, take, letters);
    take(player, look_for(player, take, NULL, ACTION_LIBRARY));
    assert_true(player->at_library);
}

static void keyboard_alone(void **state)
{
    (void)state;
    Player player;
    open_player(&player, (ViewSettings){ .text_scale = 1 });
    all_of_it(&player, by_keyboard, false);
    close_player(&player);
}

static void mouse_alone(void **state)
{
    (void)state;
    Player player;
    open_player(&player, (ViewSettings){ .text_scale = 1 });
    all_of_it(&player, by_mouse, true);
    close_player(&player);
}

static void touch_alone(void **state)
{
    (void)state;
    Player player;
    open_player(&player, (ViewSettings){ .text_scale = 1 });
    all_of_it(&player, by_touch, true);
    close_player(&player);
}

static void plug_in(Player *player)
{
    player->pad_index = SDL_JoystickAttachVirtual(
        SDL_JOYSTICK_TYPE_GAMECONTROLLER, SDL_CONTROLLER_AXIS_MAX, SDL_CONTROLLER_BUTTON_MAX, 0);
    assert_true(player->pad_index >= 0);
    player->pad = SDL_JoystickOpen(player->pad_index);
    assert_non_null(player->pad);
    run(player, 3);
}

static void gamepad_alone(void **state)
{
    (void)state;
    Player player;
    open_player(&player, (ViewSettings){ .text_scale = 1 });
    plug_in(&player); // after the window is there: as with a real one
    all_of_it(&player, by_pad, true);
    close_player(&player);
}

// A box with two buttons that SDL knows no layout of, used as switches: one steps, one takes.
static void by_box(Player *player, const FrameItem *wanted)
{
    FrameItem it = *wanted;
    bool inside = false;
    for (int i = 0; i < STEPS_MOST && !is_on(player, &it); i++) {
        const Seen *at = focus(player);
        bool here = it.group != 0 && at != NULL && at->item.group == it.group;
        push_button(player, here && !inside ? 0 : 1);
        inside = here;
    }
    assert_true(is_on(player, &it));
    push_button(player, 0);
    if (it.group != 0 && is_on(player, &it)) {
        push_button(player, 0);
    }
}

static void two_switches_of_a_box(void **state)
{
    (void)state;
    Player player;
    open_player(&player, (ViewSettings){ .text_scale = 1, .switches = SWITCHES_TWO });
    player.pad_index = SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_UNKNOWN, 0, 2, 0);
    assert_true(player.pad_index >= 0);
    assert_false(SDL_IsGameController(player.pad_index));
    player.pad = SDL_JoystickOpen(player.pad_index);
    run(&player, 3);
    all_of_it(&player, by_box, true);
    close_player(&player);
}

static void one_switch_alone(void **state)
{
    (void)state;
    Player player;
    open_player(&player, (ViewSettings){
                             .text_scale = 1, .switches = SWITCHES_ONE, .scan_milliseconds = 800 });
    all_of_it(&player, by_switch, true);
    close_player(&player);
}

// ---- what a gamepad has besides -----------------------------------------------------------------

static void a_held_direction_repeats(void **state)
{
    (void)state;
    Player player;
    open_player(&player, (ViewSettings){ .text_scale = 1 });
    plug_in(&player);
    push_button(&player, SDL_CONTROLLER_BUTTON_START);
    const Seen *first = focus(&player);
    assert_non_null(first);
    int32_t from = first->item.argument;
    SDL_JoystickSetVirtualAxis(player.pad, SDL_CONTROLLER_AXIS_LEFTY, 32000);
    run(&player, 2);
    int32_t second = focus(&player)->item.argument;
    assert_int_not_equal(second, from);
    run(&player, 10); // .2 s: not yet
    assert_int_equal(focus(&player)->item.argument, second);
    run(&player, 25); // .7 s
    int32_t later = focus(&player)->item.argument;
    assert_int_not_equal(later, second);
    SDL_JoystickSetVirtualAxis(player.pad, SDL_CONTROLLER_AXIS_LEFTY, 0);
    run(&player, 3);
    later = focus(&player)->item.argument;
    run(&player, 40);
    assert_int_equal(focus(&player)->item.argument, later);
    close_player(&player);
}

static void plugged_out_it_lets_go(void **state)
{
    (void)state;
    Player player;
    open_player(&player, (ViewSettings){ .text_scale = 1 });
    plug_in(&player);
    push_button(&player, SDL_CONTROLLER_BUTTON_START);
    SDL_JoystickSetVirtualButton(player.pad, SDL_CONTROLLER_BUTTON_DPAD_DOWN, 1);
    run(&player, 2);
    SDL_JoystickClose(player.pad);
    SDL_JoystickDetachVirtual(player.pad_index);
    player.pad = NULL;
    run(&player, 3);
    int32_t at = focus(&player)->item.argument;
    run(&player, 60);
    assert_int_equal(focus(&player)->item.argument, at);
    close_player(&player);
}

int main(void)
{
    SDL_SetHint(SDL_HINT_JOYSTICK_ALLOW_BACKGROUND_EVENTS, "1"); // the dummy window has no focus
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keyboard_alone),
        cmocka_unit_test(mouse_alone),
        cmocka_unit_test(touch_alone),
        cmocka_unit_test(gamepad_alone),
        cmocka_unit_test(one_switch_alone),
        cmocka_unit_test(two_switches_of_a_box),
        cmocka_unit_test(a_held_direction_repeats),
        cmocka_unit_test(plugged_out_it_lets_go),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
