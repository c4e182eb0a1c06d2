// A conversation practised in the window's host: nothing of it reaches the playthrough that is kept, and the
// debrief is there again behind it.
// links: view script store term sdl
#include "app/hosting.h"

static const char scenario_lua[] =
    "scenario { id = 'small', version = 1, title = 'Small', minutes = 1, days = { 'Mon', 'Tue' } }\n"
    "local ines = person 'ines' { name = 'Ines Braga' }\n"
    "local note = commitment 'note' { kind = 'work', by = 'player', to = ines, what = 'the note',"
    " effort = 1, due = 'Mon 12:00' }\n"
    "scene 'table' { at = 'Mon 09:00', ines 'A table.', choice { option 'sign' 'I will.' { "
    "promise(note), go 'round' }, option 'wait' 'Wait.' { go 'round' } } }\n"
    "scene 'round' { ines 'Round.', choice { option 'again' 'Again.' { ask(ines), go 'door' },"
    " option 'out' 'Out.' { go 'door' } } }\n"
    "scene 'door' { at = 'Mon 13:00', ending 'out' }\n"
    "ending 'out' { title = 'Outside', kind = 'apart', 'It rains.' }\n";

static int make_scenario(void **state)
{
    (void)state;
    hosting_story(scenario_lua);
    return 0;
}

static void draw(Host *host, Frame *frame)
{
    FrameMeasure measure = { width_of, NULL };
    ViewSettings settings = { .text_scale = 1, .no_typing = true, .reduced_motion = true };
    frame_clear(frame);
    view_frame(host->view, &settings, &measure, frame);
}

static bool has(const Frame *frame, const char *id)
{
    for (int i = 0; i < frame->item_count; i++) {
        if (strcmp(frame->items[i].id, id) == 0) {
            return true;
        }
    }
    return false;
}

static void press(Host *host, Frame *frame, ViewKey key, int digit)
{
    draw(host, frame);
    assert_true(host_input(host, &(ViewInput){ .kind = INPUT_KEY, .key = key, .digit = digit }));
    draw(host, frame);
}

static void click(Host *host, Frame *frame, const char *id)
{
    draw(host, frame);
    for (int i = 0; i < frame->item_count; i++) {
        if (strcmp(frame->items[i].id, id) == 0) {
            float x = frame->items[i].rect.x + 4, y = frame->items[i].rect.y + 4;
            host_input(host, &(ViewInput){ .kind = INPUT_PRESS, .x = x, .y = y });
            host_input(host, &(ViewInput){ .kind = INPUT_RELEASE, .x = x, .y = y });
            draw(host, frame);
            return;
        }
    }
    fail_msg("there is no %s", id);
}

static void read_on(Host *host, Frame *frame)
{
    draw(host, frame);
    for (int i = 0; i < 20 && has(frame, "more"); i++) {
        press(host, frame, KEY_PAGE_DOWN, 0);
    }
}

static void choose(Host *host, Frame *frame, int digit)
{
    read_on(host, frame);
    press(host, frame, KEY_DIGIT, digit);
}

static void test_from_the_debrief(void **state)
{
    (void)state;
    Host host;
    Frame frame;
    frame_init(&frame, 1280, 720);
    host_open(&host, &request, hosting_load());
    draw(&host, &frame);
    if (view_screen(host.view) == VIEW_NOTICE) {
        press(&host, &frame, KEY_ENTER, 0); // the first words
    }
    choose(&host, &frame, 1);
    choose(&host, &frame, 2);
    assert_int_equal(host.session.history.count, 2);
    assert_int_equal(stored_entries(NULL), 2);
    view_debrief_at(host.view, 0);
    click(&host, &frame, "practise");
    assert_true(host.drilling);
    for (int i = 0; i < 4; i++) {
        choose(&host, &frame, 1 + i % 2);
        read_on(&host, &frame);
        assert_true(has(&frame, "again"));
        press(&host, &frame, KEY_UNDO, 0); // one back, and another answer
        choose(&host, &frame, 2 - i % 2);
        read_on(&host, &frame);
        click(&host, &frame, "again");
        assert_int_equal(host.drill.tries, i + 2);
    }
    assert_int_equal(host.session.history.count, 2);
    assert_int_equal(stored_entries(NULL), 2);
    press(&host, &frame, KEY_ESCAPE, 0);
    assert_false(host.drilling);
    assert_int_equal(view_screen(host.view), VIEW_DEBRIEF);
    assert_true(has(&frame, "practise")); // at the choice it was begun from
    host_close(&host);
    frame_deinit(&frame);
}

static void test_from_the_command_line(void **state)
{
    (void)state;
    Host host;
    Frame frame;
    PlayRequest drill = request;
    int before = stored_entries(NULL);
    drill.drill = true;
    drill.way = "table.sign";
    frame_init(&frame, 1280, 720);
    host_open(&host, &drill, hosting_load());
    assert_true(host.drilling);
    assert_int_equal(host.drill.from, 1);
    choose(&host, &frame, 2);
    read_on(&host, &frame);
    assert_true(has(&frame, "again"));
    press(&host, &frame, KEY_ENTER, 0);
    assert_int_equal(host.drill.tries, 2);
    press(&host, &frame, KEY_ESCAPE, 0);
    assert_int_equal(view_screen(host.view), VIEW_LIBRARY);
    assert_false(host.drilling);
    assert_false(host.playing);
    assert_int_equal(stored_entries(NULL), before);
    host_close(&host); // also where it stands in a drill
    host_open(&host, &drill, hosting_load());
    assert_true(host.drilling);
    host_close(&host);
    frame_deinit(&frame);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_from_the_debrief, make_scenario),
        cmocka_unit_test_setup(test_from_the_command_line, make_scenario),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
