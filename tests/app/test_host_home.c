// Home behind the screens, with the scenarios that are here: a plan comes back on its day, the record, who
// plays, kept places, what was read before, a number of one's own, one file of it all, and none of it any more.
// links: view script store course term sdl
#define _POSIX_C_SOURCE 200809L
#include "support/test.h"

#include "app/cards.h"
#include "app/host.h"
#include "app/learner.h"
#include "app/translations.h"
#include "base/arena.h"
#include "base/file.h"
#include "store/forget.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static float width_of(void *context, FrameFont font, float size, const char *text, int bytes)
{
    (void)context;
    (void)font;
    (void)text;
    return size * 0.5f * (float)bytes;
}

static PlayRequest request;

// So many days after the disk's own today, by which a plan is made.
static void set_day(int after)
{
    char text[40];
    int year, month, day;
    course_date(store_today() + after, &year, &month, &day);
    snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
    setenv("PLANKWRIGHT_DAY", text, 1);
}

static void begin(const char *folder)
{
    paths_init("test");
    set_day(0);
    request = (PlayRequest){ .seed = 0 };
    snprintf(request.data, sizeof request.data, "%s", test_folder(folder));
}

static void draw(Host *host, Frame *frame)
{
    FrameMeasure measure = { width_of, NULL };
    ViewSettings settings = { .text_scale = 1, .no_typing = true };
    frame_clear(frame);
    view_frame(host->view, &settings, &measure, frame);
}

static void press(Host *host, ViewKey key)
{
    Frame frame;
    frame_init(&frame, 1280, 720);
    draw(host, &frame);
    host_input(host, &(ViewInput){ .kind = INPUT_KEY, .key = key });
    draw(host, &frame);
    frame_deinit(&frame);
}

static bool find(Host *host, const char *id, FrameItem *out)
{
    Frame frame;
    bool found = false;
    frame_init(&frame, 1280, 720);
    draw(host, &frame);
    for (int i = 0; i < frame.item_count && !found; i++) {
        found = strcmp(frame.items[i].id, id) == 0;
        *out = frame.items[i];
    }
    frame_deinit(&frame);
    return found;
}

static bool is_there(Host *host, const char *id)
{
    FrameItem ignored;
    return find(host, id, &ignored);
}

static void click(Host *host, const char *id)
{
    FrameItem item;
    if (!find(host, id, &item)) {
        fail_msg("there is no \"%s\"", id);
    }
    float x = item.rect.x + 4, y = item.rect.y + 4;
    host_input(host, &(ViewInput){ .kind = INPUT_PRESS, .x = x, .y = y });
    host_input(host, &(ViewInput){ .kind = INPUT_RELEASE, .x = x, .y = y });
}

// Of several with the same name that one, from 0.
static void click_nth(Host *host, const char *id, int nth)
{
    Frame frame;
    float x = -1, y = -1;
    frame_init(&frame, 1280, 720);
    draw(host, &frame);
    for (int i = 0; i < frame.item_count; i++) {
        if (strcmp(frame.items[i].id, id) == 0 && nth-- == 0) {
            x = frame.items[i].rect.x + 4;
            y = frame.items[i].rect.y + 4;
        }
    }
    frame_deinit(&frame);
    assert_true(x >= 0);
    host_input(host, &(ViewInput){ .kind = INPUT_PRESS, .x = x, .y = y });
    host_input(host, &(ViewInput){ .kind = INPUT_RELEASE, .x = x, .y = y });
}

static bool says(Host *host, const char *words)
{
    Frame frame;
    bool found = false;
    frame_init(&frame, 1280, 720);
    draw(host, &frame);
    for (int i = 0; i < frame.item_count && !found; i++) {
        found = strstr(frame.items[i].name, words) != NULL ||
                strstr(frame.items[i].value, words) != NULL;
    }
    frame_deinit(&frame);
    return found;
}

static void write_text(Host *host, const char *text)
{
    ViewInput input = { .kind = INPUT_TEXT };
    snprintf(input.text, sizeof input.text, "%s", text);
    host_input(host, &input);
}

static void open_home(Host *host)
{
    host_open(host, &request, NULL);
    host_load_rest(host);
}

// The first plank to its end, by Enter.
static void play_to_the_end(Host *host)
{
    if (is_there(host, "start")) {
        click(host, "start");
    } else {
        click(host, "first-plank");
        click(host, "first-plank");
    }
    assert_true(host->playing);
    for (int i = 0; i < 200 && view_screen(host->view) != VIEW_DEBRIEF; i++) {
        press(host, KEY_ENTER);
    }
    assert_int_equal(view_screen(host->view), VIEW_DEBRIEF);
}

static void test_over_two_days(void **state)
{
    (void)state;
    Host host;
    begin("two_days");
    open_home(&host);
    assert_true(says(&host, "Nothing leaves this computer"));
    play_to_the_end(&host);
    click(&host, "plan");
    press(&host, KEY_ESCAPE);
    assert_false(is_there(&host, "plan.did")); // not on the same day
    click(&host, "you");
    assert_true(says(&host, "The First Plank, the bridge to Halil"));
    host_close(&host);

    set_day(1);
    open_home(&host);
    assert_true(is_there(&host, "plan.did"));
    click(&host, "plan.did");
    assert_false(is_there(&host, "plan.did"));
    click(&host, "you");
    assert_true(says(&host, "You did it"));
    host_close(&host);
    open_home(&host);
    assert_false(is_there(&host, "plan.did")); // it was said
    host_close(&host);
}

static void test_pages(void **state)
{
    (void)state;
    Host host;
    char path[PATHS_SIZE + 64];
    begin("pages");
    open_home(&host);
    play_to_the_end(&host);
    static const char *const ways[] = { "page.takeaway", "page.proof" };
    static const char *const files[] = { "page-first-plank", "finished-first-plank" };
    for (int i = 0; i < 2; i++) {
        click(&host, "page");
        click(&host, ways[i]);
        assert_int_equal(view_screen(host.view), VIEW_NOTICE); // says where
        snprintf(path, sizeof path, "%s/pages/%s.html", request.data, files[i]);
        assert_int_equal(access(path, F_OK), 0);
        click(&host, "show_file"); // the notice stays
        assert_string_equal(host.show_file, path);
        assert_int_equal(view_screen(host.view), VIEW_NOTICE);
        press(&host, KEY_ESCAPE);
    }
    char *html = NULL; // of the proof: what it is about
    size_t length = 0;
    assert_true(file_read(path, 1 << 20, &html, &length, NULL));
    assert_non_null(strstr(html, "Two minutes in a boatyard"));
    free(html);
    host_close(&host);
}

static void open_profiles(Host *host)
{
    click(host, "you");
    click(host, "profiles");
}

// A second profile, who plays then.
static void add_nuala(Host *host)
{
    open_profiles(host);
    click(host, "profile.add");
    write_text(host, "Nuala");
    press(host, KEY_ENTER);
}

static void test_who_plays(void **state)
{
    (void)state;
    Host host;
    begin("who");
    open_home(&host);
    play_to_the_end(&host);
    press(&host, KEY_ESCAPE);
    add_nuala(&host);
    assert_true(says(&host, "Nuala") || is_there(&host, "you"));
    click(&host, "you");
    assert_false(says(&host, "the bridge to Halil")); // a shelf of their own
    click(&host, "profiles");
    char when[80]; // the first one was there just now, by the clock of the disk
    learner_when(store_today(), learner_today(), when, (int)sizeof when);
    assert_true(says(&host, when));
    click(&host, "profile"); // back to the first
    click(&host, "you");
    assert_true(says(&host, "the bridge to Halil"));
    host_close(&host);
    open_home(&host); // whoever played last plays
    click(&host, "you");
    assert_true(says(&host, "the bridge to Halil"));
    host_close(&host);
}

// Whoever is new sees at once what the others have set here to be able to read; what is theirs alone is not handed on.
static void test_somebody_new_can_read_it(void **state)
{
    (void)state;
    Host host;
    begin("new_eyes");
    open_home(&host);
    store_setting_keep(host.store, "type_size", 150, NULL);
    store_setting_keep(host.store, "high_contrast", 1, NULL);
    store_setting_keep(host.store, "key_undo", 'x', NULL);
    host.other_settings = false;
    add_nuala(&host);
    assert_true(host.other_settings); // whoever applies them reads them anew
    assert_int_equal(store_setting(host.store, "type_size", 100), 150);
    assert_int_equal(store_setting(host.store, "high_contrast", 0), 1);
    assert_int_equal(store_setting(host.store, "typeface", -1), -1); // was never set
    assert_int_equal(store_setting(host.store, "key_undo", 0), 0);
    store_setting_keep(host.store, "type_size", 100, NULL); // hers from now on
    open_profiles(&host);
    click(&host, "profile");
    assert_int_equal(store_setting(host.store, "type_size", 100), 150);
    host_close(&host);
}

static void test_not_under_another_program(void **state)
{
    (void)state;
    Host host;
    Err err = { 0 };
    char path[PATHS_SIZE + 64];
    begin("other_program");
    open_home(&host);
    add_nuala(&host);
    snprintf(path, sizeof path, "%s/profiles/2", request.data);
    Store *other = store_open(path, &err);
    for (int i = 0; i < 2; i++) {
        click(&host, "you");
        click(&host, "profiles");
        click_nth(&host, "profile.remove", 1);
        assert_true(says(&host, "Remove Nuala from this computer?"));
        click(&host, "yes");
        if (i == 0) {
            assert_int_equal(view_screen(host.view), VIEW_NOTICE);
            assert_true(says(&host, "is open in another Plankwright"));
            press(&host, KEY_ENTER);
            assert_int_equal(access(path, F_OK), 0);
            store_close(other);
        }
    }
    assert_int_not_equal(access(path, F_OK), 0);
    host_close(&host);
}

// The one in the row, whoever plays; and whoever plays goes on playing.
static void test_removes_the_one_in_the_row(void **state)
{
    (void)state;
    Host host;
    char path[PATHS_SIZE + 64];
    begin("in_the_row");
    open_home(&host);
    play_to_the_end(&host);
    press(&host, KEY_ESCAPE);
    open_profiles(&host);
    assert_false(is_there(&host, "profile.remove")); // nobody else is there
    click(&host, "profile.add");
    write_text(&host, "Nuala");
    press(&host, KEY_ENTER);
    open_profiles(&host);
    click(&host, "profile"); // the first plays again
    snprintf(path, sizeof path, "%s/profiles/2", request.data);
    open_profiles(&host);
    click_nth(&host, "profile.remove", 1);
    assert_true(says(&host, "Remove Nuala from this computer?"));
    press(&host, KEY_ENTER); // "No" has the focus
    assert_int_equal(access(path, F_OK), 0);
    open_profiles(&host);
    click_nth(&host, "profile.remove", 1);
    click(&host, "yes");
    assert_int_not_equal(access(path, F_OK), 0);
    assert_true(is_there(&host, "profile.add")); // the list again, without her
    assert_false(says(&host, "Nuala"));
    press(&host, KEY_ESCAPE);
    click(&host, "you");
    assert_true(says(&host, "the bridge to Halil"));
    host_close(&host);
}

// Whoever deletes everything of a second profile stands at its shelf, empty, and not at the first one's.
static void test_everything_of_the_second(void **state)
{
    (void)state;
    Host host;
    char path[PATHS_SIZE + 64];
    begin("of_the_second");
    open_home(&host);
    play_to_the_end(&host);
    press(&host, KEY_ESCAPE);
    add_nuala(&host);
    play_to_the_end(&host);
    press(&host, KEY_ESCAPE);
    snprintf(path, sizeof path, "%s/profiles/2/profile-name.txt", request.data);
    assert_int_equal(access(path, F_OK), 0);
    click(&host, "you");
    assert_true(says(&host, "the bridge to Halil"));
    click(&host, "forget");
    click(&host, "yes");
    assert_int_equal(view_screen(host.view), VIEW_NOTICE);
    assert_int_not_equal(access(path, F_OK), 0);
    press(&host, KEY_ENTER);
    click(&host, "you");
    assert_false(says(&host, "the bridge to Halil"));
    click(&host, "profiles"); // two without a name, and not by the same
    assert_true(says(&host, "You 2"));
    press(&host, KEY_ESCAPE);
    play_to_the_end(&host); // and what comes next is kept in the same place
    host_close(&host);
    snprintf(path, sizeof path, "%s/profiles/2/plankwright.db", request.data);
    assert_int_equal(access(path, F_OK), 0);
}

static void test_everything_and_nothing(void **state)
{
    (void)state;
    Host host;
    char path[PATHS_SIZE + 64];
    begin("everything");
    open_home(&host);
    play_to_the_end(&host);
    press(&host, KEY_ESCAPE);
    click(&host, "you");
    click(&host, "export");
    assert_int_equal(view_screen(host.view), VIEW_NOTICE);
    snprintf(path, sizeof path, "%s/everything.html", request.data);
    assert_int_equal(access(path, F_OK), 0);
    press(&host, KEY_ENTER);
    click(&host, "forget");
    assert_true(is_there(&host, "yes"));
    press(&host, KEY_ESCAPE); // thought better of it
    click(&host, "you");
    assert_true(says(&host, "the bridge to Halil"));
    click(&host, "forget");
    click(&host, "yes");
    assert_int_equal(view_screen(host.view), VIEW_NOTICE);
    assert_int_not_equal(access(path, F_OK), 0);
    press(&host, KEY_ENTER);
    click(&host, "you");
    assert_false(says(&host, "the bridge to Halil"));
    host_close(&host);
}

static void test_kept_for(void **state)
{
    (void)state;
    Host host;
    begin("kept_for");
    open_home(&host);
    assert_int_equal(store_keep_days(host.store), COURSE_KEEP_DAYS);
    click(&host, "you");
    assert_true(says(&host, "not touched for a year is deleted")); // as the choice below calls it
    assert_true(says(&host, "Kept for a year"));
    assert_true(says(&host, "Delete that folder, and all is forgotten."));
    click(&host, "keep_for"); // the first: three months
    assert_int_equal(store_keep_days(host.store), 90);
    assert_true(says(&host, "not touched for three months is deleted"));
    host_close(&host);
}

static void test_places_and_reading(void **state)
{
    (void)state;
    Host host;
    begin("places");
    open_home(&host);
    click(&host, "start");
    for (int i = 0; i < 60 && host.session.history.count < 1; i++) {
        press(&host, KEY_ENTER);
    }
    assert_false(is_there(&host, "skip")); // all of it is new
    press(&host, KEY_PLACES);
    click(&host, "place.keep");
    assert_true(is_there(&host, "place.go"));
    press(&host, KEY_ESCAPE);
    for (int i = 0; i < 60 && host.session.history.count < 2; i++) {
        press(&host, KEY_ENTER);
    }
    press(&host, KEY_PLACES);
    click(&host, "place.go");
    assert_int_equal(host.session.history.count, 1);
    press(&host, KEY_ESCAPE);
    if (host.playing) {
        press(&host, KEY_ESCAPE);
    }
    assert_false(host.playing);
    click(&host, "start_over");
    assert_true(is_there(&host, "skip")); // this was read
    host_close(&host);
}

static void test_a_number_of_ones_own(void **state)
{
    (void)state;
    Host host;
    begin("number");
    open_home(&host);
    click(&host, "practice.number");
    write_text(&host, "4711");
    press(&host, KEY_ENTER);
    assert_true(host.playing);
    assert_string_equal(host.session.scenario->id, "practice");
    assert_int_equal(host.session.history.now->seed, 4711);
    host_close(&host);
}

static void test_a_way_is_shown(void **state)
{
    (void)state;
    Host host;
    begin("shown");
    open_home(&host);
    click(&host, "show");
    assert_true(host.playing);
    assert_true(host.guiding);
    assert_int_equal(view_screen(host.view), VIEW_NOTICE); // says what this is
    press(&host, KEY_ENTER);
    press(&host, KEY_ESCAPE);
    assert_true(is_there(&host, "start")); // nothing of it is kept
    click(&host, "start");
    assert_false(host.guiding);
    host_close(&host);
}

static void test_notices_are_sentences(void **state)
{
    (void)state;
    Host host;
    char path[PATHS_SIZE + 64];
    Err err = { 0 };
    begin("garbage");
    snprintf(path, sizeof path, "%s/plankwright.db", request.data);
    assert_true(file_make_folders(request.data, &err));
    assert_true(file_write(path, "no database at all", 18, &err));
    open_home(&host);
    assert_int_equal(view_screen(host.view), VIEW_NOTICE);
    assert_true(says(&host, "The file with your playthroughs was damaged"));
    assert_true(says(&host, "No playthrough could be read from it"));
    press(&host, KEY_ENTER);
    host_close(&host);
}

// What is kept is said beside the first story, in a narrow card: on one page, or nobody reads its end.
static void test_first_words_are_one_page(void **state)
{
    (void)state;
    static const char *const languages[] = { "en", "de", "es" };
    Err err = { 0 };
    char folder[64], here[PATHS_SIZE / 2], home[2 * PATHS_SIZE];
    unsetenv("XDG_DATA_HOME");
    assert_non_null(getcwd(here, sizeof here));
    for (int i = 0; i < 3; i++) {
        Host host;
        FrameItem start, page;
        assert_true(translations_choose(languages[i], &err));
        snprintf(folder, sizeof folder, "first_words_%s", languages[i]);
        begin(folder);
        snprintf(home, sizeof home, "%s/%s", here, request.data);
        setenv("HOME", home, 1); // as usual: ~/.local/share/plankwright
        assert_true(paths_data(NULL, request.data, &err));
        open_home(&host);
        assert_true(says(&host, " ~/.local/share/plankwright"));
        assert_true(find(&host, "start", &start));
        bool paged = find(&host, "page", &page); // the shelf's, further below, may be
        if (paged && page.rect.y < start.rect.y + start.rect.h + 20) {
            fail_msg("%s: what is kept takes more than one page", languages[i]);
        }
        host_close(&host);
    }
    assert_true(translations_choose("en", &err));
}

// A translation has another name for the boatyard; the light over it is the same.
static void test_light_in_any_language(void **state)
{
    (void)state;
    Err err = { 0 };
    const char *const languages[] = { "en", "de" };
    uint8_t light[2];
    begin("light");
    for (int i = 0; i < 2; i++) {
        assert_true(translations_choose(languages[i], &err));
        Scenario *scenario = library_load("first-plank", request.data, &err);
        assert_non_null(scenario);
        assert_int_equal(strcmp(scenario_text(scenario, scenario->place), "boatyard") == 0, i == 0);
        light[i] = cards_light(scenario);
        assert_string_equal(scenario->language, languages[i]); // that of its texts
        scenario_free(scenario);
    }
    assert_true(translations_choose("en", &err));
    assert_int_equal(light[0], light[1]);
    assert_int_not_equal(light[0], STORY_DAY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_notices_are_sentences),
        cmocka_unit_test(test_first_words_are_one_page),
        cmocka_unit_test(test_light_in_any_language),
        cmocka_unit_test(test_over_two_days),
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_who_plays),
        cmocka_unit_test(test_somebody_new_can_read_it),
        cmocka_unit_test(test_not_under_another_program),
        cmocka_unit_test(test_removes_the_one_in_the_row),
        cmocka_unit_test(test_everything_of_the_second),
        cmocka_unit_test(test_everything_and_nothing),
        cmocka_unit_test(test_kept_for),
        cmocka_unit_test(test_places_and_reading),
        cmocka_unit_test(test_a_number_of_ones_own),
        cmocka_unit_test(test_a_way_is_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
