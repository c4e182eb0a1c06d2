// What keys, pointer and time do on each screen.
#include "support/test.h"

#include <stdio.h>

#include "view/action.h"
#include "view/rig.h"

static const char WORST[] =
    "ask,desk.rest,desk.work_plot,desk.rest,desk.rest,own,theirs,listen,march";

static void open_play(Rig *rig, const char *way)
{
    rig_open(rig, 1280, 720, 1);
    rig_play(rig, way);
    rig_read_on(rig);
}

static ViewRequest press_digit(Rig *rig, int digit)
{
    ViewRequest request =
        rig_input(rig, (ViewInput){ .kind = INPUT_KEY, .key = KEY_DIGIT, .digit = digit });
    rig_draw(rig);
    return request;
}

static void test_digits_choose(void **state)
{
    (void)state;
    Rig rig;
    open_play(&rig, "");
    assert_int_equal(press_digit(&rig, 7).kind, REQUEST_NONE);
    assert_int_equal(press_digit(&rig, 4).kind, REQUEST_NONE); // closed: too tired
    assert_int_equal(rig.history.count, 0);
    assert_int_equal(press_digit(&rig, 2).kind, REQUEST_CHOOSE);
    assert_int_equal(rig.history.count, 1);
    char id[64];
    history_id(&rig.history, 0, id, (int)sizeof id);
    assert_string_equal(id, "monday.ask");
    rig_close(&rig);
}

static void test_focus_and_click_choose(void **state)
{
    (void)state;
    Rig rig;
    char id[64];
    open_play(&rig, "");
    rig_key(&rig, KEY_DOWN);
    rig_key(&rig, KEY_ENTER);
    history_id(&rig.history, 0, id, (int)sizeof id);
    assert_string_equal(id, "monday.ask");
    rig_key(&rig, KEY_UNDO);
    const FrameItem *late = rig_find(&rig, "option.3");
    rig_click(&rig, late->rect.x + 2, late->rect.y + late->rect.h - 2);
    history_id(&rig.history, 0, id, (int)sizeof id);
    assert_string_equal(id, "monday.late");
    rig_close(&rig);
}

static void test_undo(void **state)
{
    (void)state;
    Rig rig;
    open_play(&rig, "");
    assert_int_equal(rig_key(&rig, KEY_UNDO).kind, REQUEST_NONE);
    assert_null(rig_find(&rig, "undo"));
    press_digit(&rig, 1);
    assert_non_null(rig_find(&rig, "undo"));
    assert_int_equal(rig_key(&rig, KEY_UNDO).kind, REQUEST_UNDO);
    assert_int_equal(rig.history.count, 0);
    rig_close(&rig);
}

static void test_no_answers_before_all_is_told(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig.settings.no_typing = false;
    rig_play(&rig, "");
    assert_true(view_is_moving(rig.view));
    assert_int_equal(press_digit(&rig, 1).kind, REQUEST_NONE);
    assert_string_equal(rig_focus(&rig)->id, "more");
    // Time alone reveals it, at the pace of reading.
    int milliseconds = 0;
    while (rig_find(&rig, "option.1") == NULL) {
        rig_input(&rig, (ViewInput){ .kind = INPUT_TICK, .milliseconds = 100 });
        rig_draw(&rig);
        milliseconds += 100;
        assert_true(milliseconds < 20000);
    }
    assert_true(milliseconds > 2000);
    assert_false(view_is_moving(rig.view));
    assert_string_equal(rig_focus(&rig)->id, "option.1");
    rig_close(&rig);
}

static void test_click_beside_goes_on(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig.settings.no_typing = false;
    rig_play(&rig, "");
    for (int i = 0; i < 3; i++) {
        rig_click(&rig, 640, 300);
        rig_draw(&rig);
    }
    assert_non_null(rig_find(&rig, "option.1"));
    rig_close(&rig);
}

static void test_focus_rings_the_plank(void **state)
{
    (void)state;
    Rig rig;
    open_play(&rig, "yes,desk.rest,desk.rest,desk.rest,desk.rest");
    assert_string_equal(rig_focus(&rig)->id, "option.1");
    assert_int_equal(rig.frame.focused_disc, 2); // owning up touches the second ladder
    rig_key(&rig, KEY_DOWN);
    assert_string_equal(rig_focus(&rig)->id, "option.2");
    assert_int_equal(rig.frame.focused_disc, 0);
    rig_close(&rig);
}

// A plank of somebody else's bridge: theirs is shown while it is in focus.
static void test_focus_shows_the_other_bridge(void **state)
{
    (void)state;
    Rig rig;
    open_play(&rig, "yes");
    assert_string_equal(rig_focus(&rig)->name, "Work on the lighting plot.");
    int before = rig.frame.bridge_person; // the focus that is there by itself changes nothing
    rig_key(&rig, KEY_RIGHT);
    assert_int_equal(rig.frame.bridge_person, HALIMA);
    assert_int_equal(rig.frame.focused_disc, 3);
    rig_key(&rig, KEY_LEFT);
    assert_string_equal(rig_focus(&rig)->name, "Work on the lighting plot.");
    assert_int_equal(rig.frame.bridge_person, PIET);
    assert_int_equal(rig.frame.focused_disc, 1);
    assert_int_equal(before, HALIMA); // who spoke last
    rig_close(&rig);
}

static void test_look_taps_and_holds(void **state)
{
    (void)state;
    Rig rig;
    open_play(&rig, "yes,desk.rest,desk.rest,desk.rest,desk.rest");
    rig_key(&rig, KEY_LOOK);
    rig_input(&rig, (ViewInput){ .kind = INPUT_KEY, .key = KEY_LOOK, .released = true });
    rig_draw(&rig);
    assert_non_null(rig_find(&rig, "plank.2")); // a tap: it stays
    assert_string_equal(rig_focus(&rig)->id, "plank.1");
    for (int i = 0; i < 6; i++) { // six planks lie between the first two numbers
        rig_key(&rig, KEY_RIGHT);
    }
    assert_string_equal(rig_focus(&rig)->name, "Plank 2: holding the second ladder");
    assert_string_equal(rig_focus(&rig)->value, "missed. It hangs by one end.");
    assert_int_equal(rig.frame.focused_disc, 2);
    rig_key(&rig, KEY_LOOK);
    assert_null(rig_find(&rig, "close"));
    rig_input(&rig, (ViewInput){ .kind = INPUT_KEY, .key = KEY_LOOK, .released = true });
    rig_key(&rig, KEY_LOOK); // held
    assert_true(view_is_moving(rig.view));
    rig_input(&rig, (ViewInput){ .kind = INPUT_TICK, .milliseconds = 500 });
    rig_input(&rig, (ViewInput){ .kind = INPUT_KEY, .key = KEY_LOOK, .released = true });
    rig_draw(&rig);
    assert_null(rig_find(&rig, "close"));
    assert_string_equal(rig_focus(&rig)->id, "option.1");
    rig_close(&rig);
}

static void test_panels_come_back(void **state)
{
    (void)state;
    static const ViewKey PANELS[] = { KEY_HISTORY, KEY_LEDGER, KEY_HELP };
    Rig rig;
    open_play(&rig, "");
    rig_key(&rig, KEY_DOWN);
    for (int i = 0; i < 3; i++) {
        rig_key(&rig, PANELS[i]);
        assert_non_null(rig_find(&rig, "close"));
        assert_null(rig_find(&rig, "option.1"));
        assert_int_equal(press_digit(&rig, 1).kind, REQUEST_NONE);
        rig_key(&rig, i == 1 ? PANELS[i] : KEY_ESCAPE);
        assert_string_equal(rig_focus(&rig)->id, "option.2");
    }
    assert_int_equal(rig_key(&rig, KEY_ESCAPE).kind, REQUEST_LIBRARY);
    rig_close(&rig);
}

static void test_notice(void **state)
{
    (void)state;
    Rig rig;
    open_play(&rig, "");
    view_notice(rig.view, "Not kept", "The disk is full.", "");
    rig_draw(&rig);
    assert_int_equal(view_screen(rig.view), VIEW_NOTICE);
    assert_int_equal(press_digit(&rig, 1).kind, REQUEST_NONE);
    assert_int_equal(rig_key(&rig, KEY_UNDO).kind, REQUEST_NONE);
    rig_key(&rig, KEY_ENTER);
    assert_int_equal(view_screen(rig.view), VIEW_PLAY);
    assert_string_equal(rig_focus(&rig)->id, "option.1");
    rig_close(&rig);
}

static void test_library(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_shelf(&rig, 6);
    assert_string_equal(rig_focus(&rig)->id, "go_on");
    ViewRequest request = rig_key(&rig, KEY_ENTER);
    assert_int_equal(request.kind, REQUEST_GO_ON);
    assert_int_equal(request.card, 1);
    rig_key(&rig, KEY_NEXT);
    request = rig_key(&rig, KEY_ENTER);
    assert_int_equal(request.kind, REQUEST_START);
    assert_int_equal(request.card, 1);
    assert_false(rig_find(&rig, "night-shift")->focusable);
    assert_int_equal(rig_key(&rig, KEY_ESCAPE).kind, REQUEST_QUIT);
    rig_close(&rig);
}

static bool is_said(const Rig *rig, const char *words);

static void test_feedback_at_once(void **state)
{
    (void)state;
    Rig rig;
    Err err = { .kind = ERR_NONE };
    int done = 0;
    rig_open(&rig, 1280, 720, 1);
    rig_play(&rig, "ask,desk.rest,desk.work_plot,desk.rest");
    assert_true(history_walk(&rig.history, "desk.rest", &done, &err));
    view_chosen(rig.view);
    rig_draw(&rig);
    assert_false(is_said(&rig, "From here ")); // nobody has asked for it
    rig.settings.feedback = true;
    rig_draw(&rig);
    while (!view_think(rig.view, 100000)) { // as it goes on while one reads
    }
    assert_true(history_walk(&rig.history, "own", &done, &err));
    view_chosen(rig.view);
    rig_draw(&rig);
    assert_true(is_said(&rig, "From here "));
    rig_close(&rig);
}

static void test_the_clock_goes_with_what_is_told(void **state)
{
    (void)state;
    Rig rig;
    Err err = { .kind = ERR_NONE };
    int done = 0;
    rig_open(&rig, 1280, 720, 1);
    rig.settings.no_typing = false; // one thing after the other
    rig_play(&rig, "ask,desk.rest,desk.work_plot,desk.rest");
    rig_read_on(&rig);
    assert_true(history_walk(&rig.history, "desk.rest", &done, &err)); // over night
    view_chosen(rig.view);
    rig_draw(&rig);
    assert_non_null(strstr(rig_find(&rig, "clock")->name, "Monday")); // what broke that day
    rig_read_on(&rig);
    assert_non_null(strstr(rig_find(&rig, "clock")->name, "Tuesday"));
    rig_close(&rig);
}

static void open_debrief(Rig *rig, const char *way)
{
    open_play(rig, way);
    assert_string_equal(rig_focus(rig)->id, "look_back");
    rig_key(rig, KEY_ENTER);
    assert_int_equal(view_screen(rig->view), VIEW_DEBRIEF);
}

static void test_debrief_goes_back(void **state)
{
    (void)state;
    Rig rig;
    open_debrief(&rig, WORST);
    // The ladder was missed on Monday at 15:10, after the choice before that.
    assert_string_equal(rig_focus(&rig)->id, "go_back");
    for (int i = 0; i < 5; i++) { // whoever still hurries through the end stays here
        assert_int_equal(rig_key(&rig, KEY_ENTER).kind, REQUEST_NONE);
        rig_input(&rig, (ViewInput){ .kind = INPUT_TICK, .milliseconds = 400 });
    }
    assert_true(view_is_moving(rig.view));
    rig_input(&rig, (ViewInput){ .kind = INPUT_TICK, .milliseconds = 1000 });
    assert_false(view_is_moving(rig.view));
    ViewRequest request = rig_key(&rig, KEY_ENTER);
    assert_int_equal(request.kind, REQUEST_UNDO_TO);
    assert_true(request.count > 0 && request.count < 9);
    assert_int_equal(rig.history.count, request.count);
    assert_int_equal(rig.history.now->clock_minute / STORY_DAY_MINUTES, 0);
    assert_int_equal(play_commitment_c(rig.scenario, rig.history.now, LADDER)->state, STATE_OPEN);
    assert_int_equal(view_screen(rig.view), VIEW_PLAY);
    rig_close(&rig);
}

static void test_debrief_scrubs(void **state)
{
    (void)state;
    Rig rig;
    open_debrief(&rig, WORST);
    while (strcmp(rig_focus(&rig)->id, "way") != 0) {
        rig_key(&rig, KEY_NEXT);
    }
    rig_key(&rig, KEY_HOME);
    assert_non_null(strstr(rig_focus(&rig)->value, "Monday, 09:00, sound, you chose: "));
    rig_key(&rig, KEY_LEFT);
    assert_non_null(strstr(rig_focus(&rig)->value, "Monday, 09:00, sound"));
    rig_key(&rig, KEY_END);
    assert_non_null(strstr(rig_focus(&rig)->value, "the end"));
    assert_null(rig_find(&rig, "go_back"));
    rig_key(&rig, KEY_LEFT);
    assert_non_null(strstr(rig_focus(&rig)->value, "What happened in March?"));
    assert_int_equal(rig_find(&rig, "go_back")->argument, rig.history.count - 1);
    const FrameItem *way = rig_find(&rig, "way");
    rig_input(&rig,
              (ViewInput){ .kind = INPUT_PRESS, .x = way->rect.x + 1, .y = way->rect.y + 90 });
    rig_draw(&rig);
    assert_non_null(strstr(rig_focus(&rig)->value, "Monday, 09:00"));
    rig_close(&rig);
}

static void think(Rig *rig)
{
    while (!view_think(rig->view, 5000)) {
    }
    rig_draw(rig);
}

static bool is_said(const Rig *rig, const char *words)
{
    for (int i = 0; i < rig->frame.item_count; i++) {
        if (strstr(rig->frame.items[i].name, words) != NULL) {
            return true;
        }
    }
    return false;
}

static void test_debrief_opens_where_it_turned(void **state)
{
    (void)state;
    Rig rig;
    open_debrief(&rig, WORST);
    assert_false(is_said(&rig, "had a chance of"));
    think(&rig);
    assert_true(is_said(&rig, "had a chance of"));
    const FrameItem *other = rig_find(&rig, "other_way");
    while (other == NULL) { // on a later page of the card
        rig_key(&rig, KEY_PAGE_DOWN);
        other = rig_find(&rig, "other_way");
    }
    rig_click(&rig, other->rect.x + 4, other->rect.y + 4);
    rig_draw(&rig);
    assert_non_null(rig_find(&rig, "close"));
    rig_key(&rig, KEY_ESCAPE);
    assert_int_equal(view_screen(rig.view), VIEW_DEBRIEF);
    assert_null(rig_find(&rig, "close"));
    rig_close(&rig);
}

static void test_debrief_stays_where_it_was_put(void **state)
{
    (void)state;
    Rig rig;
    open_debrief(&rig, WORST);
    while (strcmp(rig_focus(&rig)->id, "way") != 0) {
        rig_key(&rig, KEY_NEXT);
    }
    rig_key(&rig, KEY_END);
    think(&rig); // the figures come in late
    assert_non_null(strstr(rig_focus(&rig)->value, "the end"));
    rig_close(&rig);
}

// At a good end there is nothing to go back to: what has the focus then does nothing by Enter, also long after
// the calm, and the settings are on the screen.
static void test_good_end_begins_nothing_anew(void **state)
{
    (void)state;
    static const float SCALES[] = { 1, 1.25f, 1.5f, 2 };
    for (int i = 0; i < 4; i++) {
        Rig rig;
        open_debrief(&rig, "yes,desk.rest,desk.rest,desk.rest,desk.meet_ladder,nod");
        rig.settings.text_scale = SCALES[i];
        rig_draw(&rig);
        assert_null(rig_find(&rig, "go_back"));
        int count = rig.history.count;
        for (int k = 0; k < 6; k++) {
            rig_input(&rig, (ViewInput){ .kind = INPUT_TICK, .milliseconds = 2000 });
            ViewRequest request = rig_key(&rig, KEY_ENTER);
            assert_int_equal(request.kind, REQUEST_NONE);
        }
        assert_int_equal(view_screen(rig.view), VIEW_DEBRIEF);
        assert_int_equal(rig.history.count, count);
        for (int page = 0; page < 12 && rig_find(&rig, "settings") == NULL; page++) {
            rig_key(&rig, KEY_PAGE_DOWN);
        }
        const FrameItem *settings = rig_find(&rig, "settings");
        assert_non_null(settings);
        rig_click(&rig, settings->rect.x + 4, settings->rect.y + 4);
        rig_draw(&rig);
        assert_null(rig_find(&rig, "again"));
        rig_key(&rig, KEY_ESCAPE);
        assert_int_equal(view_screen(rig.view), VIEW_DEBRIEF);
        rig_close(&rig);
    }
}

static void test_debrief_plan(void **state)
{
    (void)state;
    Rig rig;
    open_debrief(&rig, WORST);
    const FrameItem *plan = rig_find(&rig, "plan");
    ViewRequest request = rig_click(&rig, plan->rect.x + 4, plan->rect.y + 4);
    assert_int_equal(request.kind, REQUEST_PLAN);
    assert_string_equal(request.text,
                        "If somebody wants an hour I’ve promised, then I ask the one who’s waiting "
                        "for it first.");
    rig_draw(&rig);
    assert_null(rig_find(&rig, "plan")); // kept once
    const FrameItem *again = rig_find(&rig, "again");
    request = rig_click(&rig, again->rect.x + 4, again->rect.y + 4);
    assert_int_equal(request.kind, REQUEST_UNDO_TO); // no shelf: back to the beginning
    assert_int_equal(request.count, 0);
    rig_close(&rig);
}

static void type(Rig *rig, const char *text)
{
    ViewInput input = { .kind = INPUT_TEXT };
    snprintf(input.text, sizeof input.text, "%s", text);
    rig_input(rig, input);
}

static void test_a_plan_in_own_words(void **state)
{
    (void)state;
    Rig rig;
    open_debrief(&rig, WORST);
    const FrameItem *write = rig_find(&rig, "write");
    type(&rig, "nowhere"); // nobody asked for text
    assert_false(view_wants_text(rig.view));
    rig_click(&rig, write->rect.x + 4, write->rect.y + 4);
    assert_true(view_wants_text(rig.view));
    rig_key(&rig, KEY_HOME);
    for (int i = 0; i < 300; i++) {
        rig_key(&rig, KEY_DELETE);
    }
    ViewRequest request = rig_key(&rig, KEY_ENTER);
    assert_int_equal(request.kind, REQUEST_NONE); // nothing to keep
    assert_true(view_wants_text(rig.view));
    type(&rig, "If \xc3\xbc");
    type(&rig, "x");
    rig_key(&rig, KEY_BACKSPACE);
    rig_key(&rig, KEY_LEFT); // before the umlaut, which is two bytes
    type(&rig, "1\t");
    rig_key(&rig, KEY_END);
    type(&rig, "!");
    type(&rig, "\xff");      // no UTF-8
    rig_key(&rig, KEY_UNDO); // letters do nothing else
    request = rig_key(&rig, KEY_ENTER);
    assert_int_equal(request.kind, REQUEST_PLAN);
    assert_string_equal(request.text, "If 1 \xc3\xbc!");
    assert_false(view_wants_text(rig.view));
    assert_int_equal(view_screen(rig.view), VIEW_DEBRIEF);
    rig_close(&rig);
}

static void test_a_plan_left_alone(void **state)
{
    (void)state;
    Rig rig;
    open_debrief(&rig, WORST);
    const FrameItem *write = rig_find(&rig, "write");
    rig_click(&rig, write->rect.x + 4, write->rect.y + 4);
    for (int i = 0; i < 200; i++) {
        type(&rig, "a lot of words ");
    }
    rig_draw(&rig);
    rig_key(&rig, KEY_ESCAPE);
    assert_false(view_wants_text(rig.view));
    const FrameItem *plan = rig_find(&rig, "plan");
    ViewRequest request = rig_click(&rig, plan->rect.x + 4, plan->rect.y + 4);
    assert_null(strstr(request.text, "a lot of words"));
    rig_close(&rig);
}

static void test_a_plan_has_an_end(void **state)
{
    (void)state;
    Rig rig;
    open_debrief(&rig, WORST);
    const FrameItem *write = rig_find(&rig, "write");
    rig_click(&rig, write->rect.x + 4, write->rect.y + 4);
    for (int i = 0; i < 2000; i++) {
        type(&rig, "\xc3\xbc");
    }
    ViewRequest request = rig_key(&rig, KEY_ENTER);
    assert_int_equal(request.kind, REQUEST_PLAN);
    size_t length = strlen(request.text);
    assert_true(length >= 510 && length < 512);
    assert_true(utf8_valid(request.text, length, NULL));
    rig_close(&rig);
}

static bool is_drawn_pressed(Rig *rig, const char *id)
{
    rig_draw(rig);
    const FrameItem *item = rig_find(rig, id);
    assert_non_null(item);
    for (int i = 0; i < rig->frame.command_count; i++) {
        const FrameRect *r = &rig->frame.commands[i].rect;
        if (r->x == item->rect.x && r->w == item->rect.w && r->y == item->rect.y + 1 &&
            r->h == item->rect.h) {
            return true;
        }
    }
    return false;
}

static void test_a_press_waits_for_the_release(void **state)
{
    (void)state;
    Rig rig;
    open_play(&rig, "");
    const FrameRect late = rig_find(&rig, "option.3")->rect;
    const FrameRect first = rig_find(&rig, "option.1")->rect;
    ViewInput down = { .kind = INPUT_PRESS, .x = late.x + 9, .y = late.y + 9 };
    ViewInput up = { .kind = INPUT_RELEASE, .x = late.x + 30, .y = late.y + 20 };
    ViewInput there = { .kind = INPUT_POINT, .x = late.x + 30, .y = late.y + 20 };
    ViewInput away = { .kind = INPUT_POINT, .x = first.x + 9, .y = first.y + 9 };
    assert_false(is_drawn_pressed(&rig, "option.3"));
    assert_int_equal(rig_input(&rig, down).kind, REQUEST_NONE);
    assert_true(is_drawn_pressed(&rig, "option.3"));
    assert_string_equal(rig_focus(&rig)->id, "option.3");
    rig_input(&rig, away); // drawn away it is up again, and down when one comes back
    assert_false(is_drawn_pressed(&rig, "option.3"));
    assert_false(is_drawn_pressed(&rig, "option.1"));
    rig_input(&rig, there);
    assert_true(is_drawn_pressed(&rig, "option.3"));
    ViewInput let_go_away = { .kind = INPUT_RELEASE, .x = first.x + 9, .y = first.y + 9 };
    assert_int_equal(rig_input(&rig, let_go_away).kind, REQUEST_NONE);
    assert_false(is_drawn_pressed(&rig, "option.3"));
    assert_int_equal(rig_input(&rig, up).kind, REQUEST_NONE); // without a press
    assert_int_equal(rig.history.count, 0);
    rig_input(&rig, down);
    rig_key(&rig, KEY_LEDGER); // a key in between: the press is forgotten
    rig_key(&rig, KEY_LEDGER);
    assert_int_equal(rig_input(&rig, up).kind, REQUEST_NONE);
    rig_input(&rig, down);
    assert_int_equal(rig_input(&rig, up).kind, REQUEST_CHOOSE);
    assert_int_equal(rig.history.count, 1);
    rig_close(&rig);
}

// The way is dragged: it does not wait, and may be left at its side.
static void test_the_way_is_dragged(void **state)
{
    (void)state;
    Rig rig;
    open_debrief(&rig, WORST);
    const FrameRect way = rig_find(&rig, "way")->rect;
    rig_input(&rig, (ViewInput){ .kind = INPUT_PRESS, .x = way.x + 1, .y = way.y + 90 });
    rig_draw(&rig);
    assert_non_null(strstr(rig_focus(&rig)->value, "Monday, 09:00"));
    rig_input(&rig, (ViewInput){ .kind = INPUT_POINT, .x = way.x + way.w, .y = way.y - 200 });
    rig_draw(&rig);
    assert_non_null(strstr(rig_focus(&rig)->value, "the end"));
    rig_input(&rig, (ViewInput){ .kind = INPUT_RELEASE, .x = way.x + way.w, .y = way.y - 200 });
    rig_input(&rig, (ViewInput){ .kind = INPUT_POINT, .x = way.x + 1, .y = way.y + 90 });
    rig_draw(&rig);
    assert_non_null(strstr(rig_focus(&rig)->value, "the end"));
    rig_close(&rig);
}

static void test_wheel_turns_pages(void **state)
{
    (void)state;
    Rig rig;
    open_play(&rig, "yes,desk.rest,desk.rest,desk.rest,desk.rest");
    rig_key(&rig, KEY_HISTORY);
    Text last = { .data = NULL };
    Text first = { .data = NULL };
    frame_print(&rig.frame, &last);
    rig_input(&rig, (ViewInput){ .kind = INPUT_WHEEL, .wheel = 1 });
    rig_draw(&rig);
    frame_print(&rig.frame, &first);
    assert_string_not_equal(text_str(&last), text_str(&first));
    text_deinit(&last);
    text_deinit(&first);
    rig_close(&rig);
}

// Input that comes before the first frame, and several inputs between two frames.
static void test_input_without_frames(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig.scenario = small_story();
    Err err;
    assert_true(history_open(&rig.history, rig.scenario, 1, &err));
    rig.playing = true;
    view_play(rig.view, &rig.history);
    for (int i = 0; i < 4 && rig.history.count == 0; i++) {
        rig_input(&rig, (ViewInput){ .kind = INPUT_KEY, .key = KEY_ENTER });
    }
    assert_int_equal(rig.history.count, 1);
    rig_close(&rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_digits_choose),
        cmocka_unit_test(test_focus_and_click_choose),
        cmocka_unit_test(test_undo),
        cmocka_unit_test(test_no_answers_before_all_is_told),
        cmocka_unit_test(test_click_beside_goes_on),
        cmocka_unit_test(test_focus_rings_the_plank),
        cmocka_unit_test(test_focus_shows_the_other_bridge),
        cmocka_unit_test(test_look_taps_and_holds),
        cmocka_unit_test(test_panels_come_back),
        cmocka_unit_test(test_notice),
        cmocka_unit_test(test_library),
        cmocka_unit_test(test_debrief_goes_back),
        cmocka_unit_test(test_debrief_scrubs),
        cmocka_unit_test(test_the_clock_goes_with_what_is_told),
        cmocka_unit_test(test_feedback_at_once),
        cmocka_unit_test(test_good_end_begins_nothing_anew),
        cmocka_unit_test(test_debrief_plan),
        cmocka_unit_test(test_a_plan_in_own_words),
        cmocka_unit_test(test_a_plan_left_alone),
        cmocka_unit_test(test_a_plan_has_an_end),
        cmocka_unit_test(test_debrief_opens_where_it_turned),
        cmocka_unit_test(test_debrief_stays_where_it_was_put),
        cmocka_unit_test(test_a_press_waits_for_the_release),
        cmocka_unit_test(test_the_way_is_dragged),
        cmocka_unit_test(test_wheel_turns_pages),
        cmocka_unit_test(test_input_without_frames),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
