// play --live behind the screens: an edit of the author's file is shown in the same place, a mistake lies
// over the story until it is mended and stops nobody, a way that an edit cuts comes back.
// links: view script store term sdl
#define _POSIX_C_SOURCE 200809L
#include "app/hosting.h"

#include "base/file.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static const char story[] =
    "scenario { id = 'small', version = 1, title = 'Small', days = { 'Mon', 'Tue' } }\n"
    "local ines = person 'ines' { name = 'Ines Braga' }\n"
    "local note = commitment 'note' { to = ines, what = 'the note', effort = 1, due = 'Mon 12:00' "
    "}\n"
    "scene 'table' { at = 'Mon 09:00', 'A table.',\n"
    "  choice { option 'sign' 'I will.' { promise(note) }, option 'wait' 'Wait.' { } }, go 'round' "
    "}\n"
    "scene 'round' { 'Round it goes.',\n"
    "  choice { option 'left' 'Left.' { ines 'Left, then.', go 'round' },\n"
    "    option 'out' 'Out.' { go 'door' } } }\n"
    "scene 'door' { 'The door.', ending 'out' }\n"
    "ending 'out' { title = 'Outside', kind = 'apart', 'It rains.' }\n";

static char path[700]; // of the story that is edited
static Host host;
static Frame frame;

// Writes the story with one part replaced, as an editor does that makes a new file and renames it; or into
// the file itself.
static void write_story(const char *from, const char *to, bool in_place)
{
    char new_path[800];
    Text text = { 0 };
    const char *found = strstr(story, from);
    assert_non_null(found);
    text_add_n(&text, story, (size_t)(found - story));
    text_add(&text, to);
    text_add(&text, found + strlen(from));
    snprintf(new_path, sizeof new_path, in_place ? "%s" : "%s.new", path);
    test_write(new_path, text_str(&text), text.length);
    if (!in_place) {
        assert_int_equal(rename(new_path, path), 0);
    }
    text_deinit(&text);
}

static void draw(void)
{
    FrameMeasure measure = { width_of, NULL };
    ViewSettings settings = { .text_scale = 1, .no_typing = true };
    frame_clear(&frame);
    view_frame(host.view, &settings, &measure, &frame);
}

// The item with that id, or whose name holds that text; NULL.
static const FrameItem *shown(const char *id, const char *text)
{
    draw();
    for (int i = 0; i < frame.item_count; i++) {
        const FrameItem *item = &frame.items[i];
        if ((id[0] && strcmp(item->id, id) == 0) ||
            (text != NULL && strstr(item->name, text) != NULL)) {
            return item;
        }
    }
    return NULL;
}

static void choose(int digit)
{
    int before = host.session.history.count;
    for (int i = 0; i < 20 && host.session.history.count == before; i++) {
        draw();
        host_input(&host, &(ViewInput){ .kind = INPUT_KEY, .key = KEY_DIGIT, .digit = digit });
        if (host.session.history.count == before) {
            draw();
            host_input(&host, &(ViewInput){ .kind = INPUT_KEY, .key = KEY_ENTER });
        }
        before = host.session.history.count > before ? -1 : before;
        if (before < 0) {
            return;
        }
    }
    fail_msg("choice %d could not be taken", digit);
}

// Lets time pass and looks as the window does; whether there was news.
static bool look_for(int milliseconds)
{
    bool news = false;
    for (int i = 0; i <= milliseconds; i += 20) {
        news = host_look(&host) || news;
        nanosleep(&(struct timespec){ 0, 20000000 }, NULL);
    }
    return news;
}

static int open_story(void **state)
{
    (void)state;
    hosting_story(story);
    snprintf(path, sizeof path, "%s", story_path);
    request.fresh = request.live = true;
    Scenario *scenario = hosting_load();
    frame_init(&frame, 1280, 720);
    host_open(&host, &request, scenario);
    draw();
    host_input(&host, &(ViewInput){ .kind = INPUT_KEY, .key = KEY_ENTER }); // the first words
    return 0;
}

static int close_story(void **state)
{
    (void)state;
    host_close(&host);
    frame_deinit(&frame);
    return 0;
}

static void test_in_the_same_place(void **state)
{
    (void)state;
    assert_false(host_look(&host)); // nothing was touched
    choose(1);
    choose(1);
    assert_non_null(shown("", "Left, then."));
    view_input(host.view, &(ViewInput){ .kind = INPUT_KEY, .key = KEY_LEDGER });
    write_story("Left, then.", "LEFT it is.", false);
    assert_true(host_look(&host)); // at the first look
    assert_int_equal(host.session.history.count, 2);
    assert_null(shown("", "LEFT it is.")); // the ledger is still open over it
    view_input(host.view, &(ViewInput){ .kind = INPUT_KEY, .key = KEY_ESCAPE });
    assert_non_null(shown("", "LEFT it is."));
    assert_null(shown("", "Left, then."));
    assert_null(shown("mistake", NULL));
    assert_true(host.settle);
    assert_false(host_look(&host));
    write_story("'Out.'", "'Away.'", true); // written over, the other edit taken back
    assert_true(host_look(&host));
    assert_non_null(shown("", "Away."));
    assert_non_null(shown("", "Left, then."));
}

static void test_a_mistake_stops_nobody(void **state)
{
    (void)state;
    choose(1);
    write_story("ines 'Left", "inse 'Left", false);
    assert_false(host_look(&host)); // it may be half written
    assert_null(shown("mistake", NULL));
    assert_true(look_for(150));
    const FrameItem *card = shown("mistake", NULL);
    assert_non_null(card);
    assert_string_equal(card->name, "scenario.lua:7:36 · PW-105");
    const FrameItem *line = shown("mistake_line", NULL);
    assert_non_null(line);
    assert_string_equal(line->value, "inse"); // the mark
    assert_non_null(strstr(line->name, "{ inse 'Left, then.', go 'round' }"));
    assert_non_null(shown("", "Did you mean \"ines\"?"));
    assert_int_equal(host.session.history.count, 1);
    // What lies below the card cannot be hit; the story can be played as it was, and the card stays.
    assert_non_null(shown("", "Round it goes."));
    choose(1);
    assert_int_equal(host.session.history.count, 2);
    assert_non_null(shown("mistake", NULL));
    write_story("'Round it goes.'", "'Round and round.'", false);
    assert_true(host_look(&host));
    assert_null(shown("mistake", NULL));
    assert_int_equal(host.session.history.count, 2);
}

static void test_half_written(void **state)
{
    (void)state;
    choose(1);
    test_write(path, story, 0); // an editor has emptied it, and is not done
    assert_false(host_look(&host));
    write_story("Round it goes.", "Round.", true);
    assert_true(host_look(&host));
    assert_null(shown("mistake", NULL));
    remove(path);
    assert_false(host_look(&host));
    assert_true(look_for(200)); // but if it stays away, that is said
    assert_non_null(shown("mistake", NULL));
    write_story("Round it goes.", "Round again.", true);
    assert_true(host_look(&host));
    assert_null(shown("mistake", NULL));
    assert_non_null(shown("", "Round again."));
}

// A translation is a part of the story, and a note beside it is none.
static void test_a_translation_is_watched(void **state)
{
    (void)state;
    static const char head[] = "msgid \"\"\nmsgstr \"Language: de\\n\"\n";
    char lang[600], po[700], note[700];
    choose(1);
    snprintf(lang, sizeof lang, "%s/lang", folder);
    snprintf(po, sizeof po, "%s/de.po", lang);
    snprintf(note, sizeof note, "%s/notes.txt", lang);
    assert_true(file_make_folders(lang, NULL));
    host_look(&host);
    test_write(note, "x", 1);
    assert_false(host_look(&host));
    test_write(po, head, sizeof head - 1);
    assert_true(host_look(&host));
    assert_null(shown("mistake", NULL));
    test_write(po, head, sizeof head - 2); // edited
    assert_true(host_look(&host));
    remove(po);
    assert_true(host_look(&host));
    assert_int_equal(host.session.history.count, 1);
}

static void test_a_way_that_is_cut_comes_back(void **state)
{
    (void)state;
    choose(1);
    choose(1);
    choose(1);
    write_story("option 'left'", "option 'port'", false);
    assert_true(host_look(&host));
    assert_int_equal(host.session.history.count, 1);
    const FrameItem *card = shown("mistake", NULL);
    assert_non_null(card);
    assert_string_equal(card->name, "Your way here is cut after 1 of 3 choices");
    write_story("option 'left' 'Left.' {", "option 'port' 'Left.' { was = 'left',", false);
    assert_true(host_look(&host));
    assert_int_equal(host.session.history.count, 3);
    assert_null(shown("mistake", NULL));
    write_story("option 'left'", "option 'port'", false);
    assert_true(host_look(&host));
    assert_int_equal(host.session.history.count, 3); // they are called so by now
    write_story("'A table.'", "'A round table.'", false);
    assert_true(host_look(&host));
    assert_int_equal(host.session.history.count, 1);
    choose(2); // goes on elsewhere: the old way is left
    assert_null(shown("mistake", NULL));
    write_story("option 'left'", "option 'port'", false);
    assert_true(host_look(&host));
    assert_int_equal(host.session.history.count, 2);
}

// Also while one looks back: at the same choice, in the story as it is now.
static void test_at_the_end(void **state)
{
    (void)state;
    choose(2);
    choose(2);
    assert_true(host.session.history.now->ended != 0);
    for (int i = 0; i < 10 && view_screen(host.view) != VIEW_DEBRIEF; i++) {
        draw();
        host_input(&host, &(ViewInput){ .kind = INPUT_KEY, .key = KEY_ENTER });
    }
    assert_int_equal(view_screen(host.view), VIEW_DEBRIEF);
    write_story("'Outside'", "'Out in the rain'", false);
    assert_true(host_look(&host));
    assert_int_equal(view_screen(host.view), VIEW_DEBRIEF);
    assert_non_null(shown("", "Out in the rain"));
    write_story("go 'door' } } }", "go 'round' } } }", false); // and it is not over any more
    assert_true(host_look(&host));
    assert_int_equal(view_screen(host.view), VIEW_PLAY);
    assert_int_equal(host.session.history.count, 2);
    draw();
}

// The shelf shows the bridge of a play as it would be found, also where the scenario was edited since and the
// places of the checkpoint are others now.
static void test_the_shelf_after_an_edit(void **state)
{
    (void)state;
    choose(1);
    BridgeCondition left,
        pristine = bridge_condition(&(BridgeInput){ .trust = 660000, .rapport = 500000 });
    story_bridge(host.session.scenario, host.session.history.now, 0, &left);
    assert_memory_not_equal(&left, &pristine, sizeof left); // a promise is on it
    char shelf[PATHS_SIZE + 32];
    snprintf(shelf, sizeof shelf, "%s/scenarios/small", request.data);
    assert_true(file_make_folders(shelf, NULL));
    snprintf(path, sizeof path, "%.600s/scenario.lua", shelf);
    write_story("'Round it goes.'", "'A lamp.', 'Rain.', 'Round it goes.'", false);
    draw();
    host_input(&host, &(ViewInput){ .kind = INPUT_KEY, .key = KEY_ESCAPE });
    assert_int_equal(view_screen(host.view), VIEW_LIBRARY);
    int card = library_find(&host.library, "small");
    assert_true(card >= 0 && host.cards[card].started);
    assert_memory_equal(&host.cards[card].bridge, &left, sizeof left);
}

static void test_what_is_kept(void **state)
{
    (void)state;
    choose(1);
    write_story("'A table.'", "'A round table.'", false);
    assert_true(host_look(&host));
    choose(1);
    StorePlaythrough play;
    assert_true(store_latest(host.store, "small", &play));
    assert_true(play.scenario_hash == host.session.scenario->hash);
    StoreEntry *entries = NULL;
    int count = 0;
    assert_true(store_entries(host.store, play.row, &entries, &count, NULL));
    assert_int_equal(count, 2);
    assert_string_equal(entries[0].id, "table.sign");
    assert_string_equal(entries[1].id, "round.left");
    mem_free(entries);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_in_the_same_place, open_story, close_story),
        cmocka_unit_test_setup_teardown(test_a_mistake_stops_nobody, open_story, close_story),
        cmocka_unit_test_setup_teardown(test_a_translation_is_watched, open_story, close_story),
        cmocka_unit_test_setup_teardown(test_half_written, open_story, close_story),
        cmocka_unit_test_setup_teardown(test_a_way_that_is_cut_comes_back, open_story, close_story),
        cmocka_unit_test_setup_teardown(test_at_the_end, open_story, close_story),
        cmocka_unit_test_setup_teardown(test_the_shelf_after_an_edit, open_story, close_story),
        cmocka_unit_test_setup_teardown(test_what_is_kept, open_story, close_story),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
