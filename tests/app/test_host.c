// The program behind the screens, driven by inputs as the window would: what a player sees is in the store
// before it is seen, undo is an entry, and a second start goes on.
// links: view script store term sdl
#define _POSIX_C_SOURCE 200809L
#include "app/hosting.h"

#include "app/host_language.h"
#include "app/translations.h"
#include "base/file.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char scenario_text_lua[] =
    "scenario { id = 'small', version = 1, title = 'Small', minutes = 1, days = { 'Mon', 'Tue' } "
    "}\n"
    "local ines = person 'ines' { name = 'Ines Braga' }\n"
    "local note = commitment 'note' { kind = 'work', by = 'player', to = ines, what = 'the note',"
    " effort = 1, due = 'Mon 12:00' }\n"
    "scene 'table' { at = 'Mon 09:00', 'A table.', choice { option 'sign' 'I will.' { "
    "promise(note),"
    " go 'round' }, option 'wait' 'Wait.' { go 'round' } } }\n"
    "scene 'round' { ines 'Round.', choice { option 'round' 'Again.' { go 'round' },"
    " option 'out' 'Out.' { go 'door' } } }\n"
    "scene 'door' { at = 'Mon 13:00', ending 'out' }\n"
    "ending 'out' { title = 'Outside', kind = 'apart', 'It rains.' }\n";

static int make_scenario(void **state)
{
    (void)state;
    hosting_story(scenario_text_lua);
    return 0;
}

static void draw(Host *host)
{
    Frame frame;
    frame_init(&frame, 1280, 720);
    FrameMeasure measure = { width_of, NULL };
    ViewSettings settings = { .text_scale = 1, .no_typing = true };
    view_frame(host->view, &settings, &measure, &frame);
    frame_deinit(&frame);
}

static bool press(Host *host, ViewKey key, int digit)
{
    draw(host);
    bool goes_on = host_input(host, &(ViewInput){ .kind = INPUT_KEY, .key = key, .digit = digit });
    draw(host);
    return goes_on;
}

static void open_host(Host *host)
{
    host_open(host, &request, hosting_load());
    draw(host);
}

// Presses Enter until nothing is left to be told, then the digit.
static void choose(Host *host, int digit)
{
    int before = host->session.history.count;
    for (int i = 0; i < 20 && host->session.history.count == before; i++) {
        press(host, KEY_DIGIT, digit);
        if (host->session.history.count == before) {
            press(host, KEY_NEXT, 0);
            if (i % 2 == 1) {
                press(host, KEY_PAGE_DOWN, 0);
            }
        }
    }
    assert_int_equal(host->session.history.count, before + 1);
}

static void test_choices_are_kept_before_they_are_seen(void **state)
{
    (void)state;
    Host host;
    StoreEntryKind last = STORE_UNDO_TO;
    open_host(&host);
    press(&host, KEY_ENTER, 0); // the first words
    assert_int_equal(stored_entries(&last), 0);
    choose(&host, 1);
    assert_int_equal(stored_entries(&last), 1);
    choose(&host, 1);
    assert_int_equal(stored_entries(&last), 2);
    assert_int_equal(last, STORE_CHOOSE);
    press(&host, KEY_UNDO, 0);
    assert_int_equal(host.session.history.count, 1);
    assert_int_equal(stored_entries(&last), 3);
    assert_int_equal(last, STORE_UNDO);
    assert_true(host.settle); // the bridge is shown as it was, nothing falls
    host_close(&host);

    open_host(&host); // goes on exactly there
    assert_int_equal(host.session.history.count, 1);
    choose(&host, 2);
    assert_int_equal(story_pause(host.session.scenario, host.session.history.now), PAUSE_ENDED);
    host_close(&host);
}

static void click(Host *host, const char *id)
{
    Frame frame;
    frame_init(&frame, 1280, 720);
    FrameMeasure measure = { width_of, NULL };
    ViewSettings settings = { .text_scale = 1, .no_typing = true };
    view_frame(host->view, &settings, &measure, &frame);
    const FrameItem *found = NULL;
    for (int i = 0; i < frame.item_count && found == NULL; i++) {
        found = strcmp(frame.items[i].id, id) == 0 ? &frame.items[i] : NULL;
    }
    assert_non_null(found);
    float x = found->rect.x + 4, y = found->rect.y + 4;
    frame_deinit(&frame);
    host_input(host, &(ViewInput){ .kind = INPUT_PRESS, .x = x, .y = y });
    host_input(host, &(ViewInput){ .kind = INPUT_RELEASE, .x = x, .y = y });
}

// The first text of the screen that begins like that.
static bool shows(Host *host, const char *words)
{
    Frame frame;
    frame_init(&frame, 1280, 720);
    FrameMeasure measure = { width_of, NULL };
    ViewSettings settings = { .text_scale = 1, .no_typing = true };
    view_frame(host->view, &settings, &measure, &frame);
    bool found = false;
    for (int i = 0; i < frame.item_count; i++) {
        found = found || strstr(frame.items[i].name, words) != NULL ||
                strstr(frame.items[i].value, words) != NULL;
    }
    frame_deinit(&frame);
    return found;
}

static bool page_is_there(const char *name)
{
    char path[PATHS_SIZE + 32];
    snprintf(path, sizeof path, "%s/pages/%s", request.data, name);
    return access(path, F_OK) == 0;
}

static void keep_the_page(Host *host, const char *title)
{
    click(host, "page");
    click(host, "page.whole");
    assert_int_equal(view_screen(host->view), VIEW_NOTICE); // says where
    assert_true(shows(host, title));
    press(host, KEY_ENTER, 0);
}

// A page that was kept is never written over, and the same page is not kept twice.
static void test_each_page_is_kept(void **state)
{
    (void)state;
    static const char *const names[] = { "small.html", "small-2.html", "small-3.html" };
    Host host;
    open_host(&host);
    press(&host, KEY_ENTER, 0); // the first words
    for (int i = 0; i < 3; i++) {
        host_close(&host); // three ways to an end
        PlayRequest fresh = request;
        fresh.fresh = true;
        host_open(&host, &fresh, hosting_load());
        draw(&host);
        choose(&host, i == 0 ? 1 : 2);
        if (i < 2) {
            choose(&host, 2);
        } else {
            choose(&host, 1);
        }
        view_debrief(host.view);
        assert_false(page_is_there(names[i]));
        keep_the_page(&host, "Kept as a page");
        assert_true(page_is_there(names[i]));
        keep_the_page(&host, "Kept already");
        assert_false(i < 2 && page_is_there(names[i + 1]));
    }
    host_close(&host);
}

static void test_library_and_quit(void **state)
{
    (void)state;
    Host host;
    PlayRequest library = request;
    library.scenario = NULL;
    host_open(&host, &library, NULL);
    draw(&host);
    assert_int_equal(view_screen(host.view), VIEW_LIBRARY);
    assert_true(host.library.count > 0);
    assert_false(host.playing);
    host_close(&host);
}

static void test_bad_place_is_told_on_a_screen(void **state)
{
    (void)state;
    Host host;
    PlayRequest bad = request;
    char file[700];
    snprintf(file, sizeof file, "%s/a_file", folder);
    test_write(file, "x", 1);
    snprintf(bad.data, sizeof bad.data, "%s/data", file);
    Err err = { 0 };
    Scenario *scenario = library_load(folder, NULL, &err);
    if (!scenario) {
        fail_msg("%s", err.message);
    }
    host_open(&host, &bad, scenario);
    draw(&host);
    assert_int_equal(view_screen(host.view), VIEW_NOTICE);
    press(&host, KEY_ENTER, 0);
    choose(&host, 1); // plays all the same
    host_close(&host);
}

// Another language in the middle of a story: the same place in other words, and at the next start too.
static void test_a_language_is_chosen_while_playing(void **state)
{
    (void)state;
    static const char german[] = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                                 "\nmsgctxt \"round/ines\"\nmsgid \"Round.\"\nmsgstr \"Noch mal.\"\n";
    char path[700];
    snprintf(path, sizeof path, "%s/lang", folder);
    assert_true(file_make_folders(path, NULL));
    snprintf(path, sizeof path, "%s/lang/de.po", folder);
    test_write(path, german, strlen(german));
    Host host;
    Err err = { 0 };
    open_host(&host);
    press(&host, KEY_ENTER, 0); // what is kept, and where
    choose(&host, 2);
    assert_true(shows(&host, "Round."));
    int choices = host.session.history.count;
    assert_true(host_speak(&host, "de", &err));
    assert_true(shows(&host, "Noch mal."));
    assert_false(shows(&host, "Round."));
    assert_int_equal(host.session.history.count, choices);
    assert_true(host_speak(&host, "en", &err));
    assert_true(shows(&host, "Round."));
    assert_false(host_speak(&host, "../x", &err));
    assert_int_equal(err.kind, ERR_USAGE);
    assert_true(shows(&host, "Round."));

    // As the settings ask for it: kept.
    ViewRequest wanted = { .kind = REQUEST_LANGUAGE, .text = "de" };
    assert_true(host_language_carries_out(&host, &wanted));
    host_close(&host);
    translations_close();
    open_host(&host);
    assert_string_equal(translations_chosen(), "de");
    assert_true(shows(&host, "Noch mal."));
    host_close(&host);
    translations_close();
    request.language_given = true; // --lang goes before
    open_host(&host);
    assert_true(shows(&host, "Round."));
    host_close(&host);
    translations_close();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_choices_are_kept_before_they_are_seen, make_scenario),
        cmocka_unit_test_setup(test_each_page_is_kept, make_scenario),
        cmocka_unit_test_setup(test_library_and_quit, make_scenario),
        cmocka_unit_test_setup(test_bad_place_is_told_on_a_screen, make_scenario),
        cmocka_unit_test_setup(test_a_language_is_chosen_while_playing, make_scenario),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
