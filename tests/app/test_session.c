// A session as home and play use it: what was read before on any way, places to come back to, the record.
// And profiles as folders, which no list can contradict.
// links: script store story explore
#define _POSIX_C_SOURCE 200809L
#include "support/test.h"

#include "app/learner.h"
#include "app/profiles.h"
#include "app/session.h"
#include "base/arena.h"
#include "base/file.h"
#include "script/script.h"
#include "store/known.h"
#include "store/plans.h"
#include "store/record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char story[] =
    "scenario { id = 'small', version = 1, title = 'Small', minutes = 1, days = { 'Mon', 'Tue' } "
    "}\n"
    "local ines = person 'ines' { name = 'Ines Braga' }\n"
    "local note = commitment 'note' { to = ines, what = 'the note', effort = 1, due = 'Mon 12:00' "
    "}\n"
    "scene 'table' { at = 'Mon 09:00', 'A table.', choice {\n"
    "  option 'sign' 'I will.' { promise(note), ines 'Good.', go 'round' },\n"
    "  option 'wait' 'Wait.' { ines 'Well.', go 'round' } } }\n"
    "scene 'round' { choice { option 'round' 'Again.' { ines 'Round it goes.', go 'round' },\n"
    "  option 'out' 'Out.' { go 'door' } } }\n"
    "scene 'door' { at = 'Mon 13:00', ending 'out' }\n"
    "ending 'out' { title = 'Outside', kind = 'apart', 'It rains.' }\n";

static Scenario *load(void)
{
    Err err = { 0 };
    Scenario *scenario =
        script_load_text("scenario.lua", story, sizeof story - 1, NULL, NULL, &err);
    if (!scenario) {
        fail_msg("%s", err.message);
    }
    return scenario;
}

static void choose(Session *session, const char *id)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    Err err = { 0 };
    int count = story_offers(session->scenario, session->history.now, false, offers, &err);
    int at = story_offer_find(session->scenario, session->history.now, offers, count, id);
    assert_true(at >= 0);
    assert_true(session_choose(session, &offers[at], &err));
    assert_string_equal(err.message, "");
}

// All that the last choice brought, or what the story begins with.
static bool turn_was_read(const Session *session)
{
    const StoryHistory *history = &session->history;
    int from = history->count > 0 ? history->journal_marks[history->count - 1] : 0;
    bool any = false;
    for (int i = from; i < history->journal.count; i++) {
        bool marked = known_mark(session->scenario, &history->journal.events[i]) != 0;
        any = any || marked;
        if (marked && !session_was_read(session, i)) {
            return false;
        }
    }
    return any;
}

// On any way.
static bool was_taken(const Session *session, const char *id)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    int count = story_offers(session->scenario, session->history.now, false, offers, NULL);
    int at = story_offer_find(session->scenario, session->history.now, offers, count, id);
    assert_true(at >= 0);
    return session->store && offers[at].kind == OFFER_OPTION &&
           store_knows(session->store, known_mark_option(session->scenario, offers[at].x));
}

static void start(Session *session, Store *store)
{
    Err err = { 0 };
    assert_true(session_start(session, load(), store, 7, &err));
}

static void test_what_was_read(void **state)
{
    (void)state;
    Err err = { 0 };
    const char *folder = test_folder("read");
    Store *store = store_open(folder, &err);
    Session session;
    start(&session, store);
    assert_false(turn_was_read(&session));
    assert_false(was_taken(&session, "sign"));
    choose(&session, "sign");
    assert_false(turn_was_read(&session)); // shown for the first time
    choose(&session, "round");
    assert_false(turn_was_read(&session));
    choose(&session, "round");
    assert_true(turn_was_read(&session)); // and for the second
    assert_true(session_undo_to(&session, 0, &err));
    assert_true(was_taken(&session, "sign"));
    assert_false(was_taken(&session, "wait"));
    choose(&session, "sign");
    assert_true(turn_was_read(&session)); // undone is read all the same
    session_close(&session);
    store_close(store);

    store = store_open(folder, &err); // another day, from the beginning
    start(&session, store);
    assert_true(turn_was_read(&session));
    assert_true(session_was_read(&session, 0));
    choose(&session, "wait");
    assert_false(turn_was_read(&session)); // another way
    choose(&session, "round");
    assert_true(turn_was_read(&session)); // the same from here
    assert_false(session_was_read(&session, -1) ||
                 session_was_read(&session, session.history.journal.count));
    session_close(&session);
    start(&session, NULL); // nothing is recorded: nothing is known
    choose(&session, "sign");
    assert_false(turn_was_read(&session) || was_taken(&session, "round"));
    session_close(&session);
    store_close(store);
}

static void test_undo_to_the_start_and_a_place(void **state)
{
    (void)state;
    Err err = { 0 };
    Store *store = store_open(test_folder("undo"), &err);
    Session session;
    StoreSlot slot;
    int64_t row = 0;
    start(&session, store);
    assert_true(session_keep_place(&session, "the start", &err));
    assert_int_equal(store_slots(store, "small", 1, &slot), 1);
    assert_int_equal(slot.bridge.bridge.gauge_halves > 10, true); // whole, as it is then
    assert_true(store_slot_remove(store, slot.row, &err));
    choose(&session, "sign");
    choose(&session, "round");
    assert_true(store_slot_keep(store, "before the door", &row, &err));
    choose(&session, "out");
    assert_true(session.history.now->ended != 0);
    while (session.history.count > 0) {
        assert_true(session_undo(&session, &err));
    }
    assert_false(session_undo(&session, &err));
    session_close(&session);
    StorePlaythrough kept;
    assert_true(store_latest_open(store, "small", &kept)); // open again, at its start
    Resume resume;
    assert_true(session_resume(&session, load(), store, &kept, RESUME_SAME_MEANING, &resume, &err));
    assert_int_equal(resume.kind, RESUME_EXACT);
    assert_int_equal(session.history.count, 0);
    session_close(&session);

    assert_true(store_slot(store, row, &slot));
    assert_true(session_open_slot(&session, load(), store, &slot, &resume, &err));
    assert_int_equal(session.history.count, 2);
    assert_string_equal(resume.message, "");
    choose(&session, "out");
    session_close(&session);
    StoreRecord records[4];
    assert_int_equal(store_records(store, NULL, 0, 4, records), 2);
    int ended = records[0].ended ? 0 : 1;
    assert_true(records[ended].ended && !records[1 - ended].ended);
    assert_string_equal(records[ended].standing, "Outside");
    assert_string_equal(records[ended].bridges[0].person, "Ines");
    assert_true((records[ended].met & 1u << 3) != 0); // A4: something was promised, and missed
    store_close(store);
}

// ---- profiles ---------------------------------------------------------------------------------------

static void make_store(const char *folder, const char *plan)
{
    Err err = { 0 };
    Store *store = store_open(folder, &err);
    assert_true(store_is_kept(store));
    assert_true(store_plan_add(store, plan, NULL));
    store_close(store);
}

static void test_profiles(void **state)
{
    (void)state;
    const char *data = test_folder("people");
    Profiles *all = mem_alloc(sizeof *all);
    Err err = { 0 };
    int second = -1, third = -1;
    char folder[PATHS_SIZE];
    make_store(data, "Mine.");
    profiles_read(data, all);
    assert_int_equal(all->count, 1);
    assert_string_equal(profile_name(&all->items[0]), "You");
    assert_true(profiles_add(all, data, "Ada", &second, &err));
    assert_true(profiles_add(all, data, "\xd9\x85\xd8\xb1\xd9\x8a\xd9\x85", &third, &err));
    assert_int_equal(all->count, 3);
    assert_int_equal(all->chosen, 0); // adding chooses nobody
    assert_int_equal(profiles_find(all, "ada"), second);
    assert_int_equal(profiles_find(all, "3"), third);
    assert_int_equal(profiles_find(all, "0"), -1);
    assert_int_equal(profiles_find(all, "4"), -1);
    assert_true(profiles_rename(all, 0, "Grace", &err));
    assert_false(profiles_add(all, data, "grace", NULL, &err));
    assert_false(profiles_rename(all, second, "Grace", &err));
    assert_true(profiles_rename(all, second, "ADA", &err)); // one's own name in capitals
    char long_name[200];
    memset(long_name, 'x', sizeof long_name);
    long_name[sizeof long_name - 1] = '\0';
    const char *const bad[] = { "", "   ", "two\nlines", long_name, "\xff" };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(profiles_add(all, data, bad[i], NULL, &err));
        assert_int_equal(err.kind, ERR_USAGE);
    }
    make_store(all->items[second].folder, "Hers.");
    assert_true(profiles_choose(all, data, second, &err));
    profiles_folder(data, folder);
    assert_string_equal(folder, all->items[second].folder);
    profiles_read(data, all); // as another start sees it
    assert_int_equal(all->chosen, second);
    assert_string_equal(all->items[0].name, "Grace");
    // Removing one leaves the others as they are.
    char gone[PATHS_SIZE];
    snprintf(gone, sizeof gone, "%s", all->items[second].folder);
    assert_true(profiles_remove(all, data, second, &err));
    assert_false(file_is_folder(gone));
    assert_int_equal(all->count, 2);
    assert_int_equal(all->chosen, 0);
    StorePlan plan;
    Store *store = store_open(data, &err);
    assert_true(store_plan_latest_of(store, NULL, &plan));
    assert_string_equal(plan.text, "Mine.");
    store_close(store);
    // The first one can go, too; the folder of all stays.
    char scenarios[PATHS_SIZE], database[PATHS_SIZE];
    snprintf(scenarios, sizeof scenarios, "%s/scenarios", data);
    snprintf(database, sizeof database, "%s/plankwright.db", data);
    assert_true(file_make_folders(scenarios, &err));
    assert_true(profiles_remove(all, data, 0, &err));
    assert_false(file_exists(database));
    assert_true(file_is_folder(scenarios));
    assert_int_equal(all->count, 1);
    assert_string_equal(profile_name(&all->items[0]), "\xd9\x85\xd8\xb1\xd9\x8a\xd9\x85");
    mem_free(all);
}

// Each is called otherwise, so that nobody removes somebody else.
static void test_two_without_a_name(void **state)
{
    (void)state;
    const char *data = test_folder("nameless");
    Profiles *all = mem_alloc(sizeof *all);
    Err err = { 0 };
    char folder[PATHS_SIZE];
    make_store(data, "Mine.");
    for (int i = 2; i <= 3; i++) {
        snprintf(folder, sizeof folder, "%s/profiles/%d", data, i);
        assert_true(file_make_folders(folder, &err));
    }
    profiles_read(data, all);
    assert_int_equal(all->count, 3);
    assert_string_equal(profile_name(&all->items[0]), "You");
    assert_string_equal(profile_name(&all->items[1]), "You 2");
    assert_string_equal(profile_name(&all->items[2]), "You 3");
    assert_int_equal(profiles_find(all, "you 2"), 1);
    assert_false(profiles_rename(all, 0, "You 2", &err));
    assert_true(profiles_rename(all, 0, "Ada", &err)); // then the next of them is "You"
    assert_string_equal(profile_name(&all->items[1]), "You");
    assert_string_equal(profile_name(&all->items[2]), "You 2");
    assert_false(profiles_rename(all, 1, "You 2", &err));
    assert_true(profiles_rename(all, 1, "You 3", &err));
    assert_string_equal(profile_name(&all->items[2]), "You");
    mem_free(all);
}

static void test_profiles_without_a_place(void **state)
{
    (void)state;
    Profiles *all = mem_alloc(sizeof *all);
    Err err = { 0 };
    profiles_read("", all);
    assert_int_equal(all->count, 1);
    assert_false(profiles_add(all, "", "Ada", NULL, &err));
    assert_int_equal(err.kind, ERR_SYSTEM);
    assert_false(profiles_rename(all, 0, "Ada", &err));
    assert_false(profiles_choose(all, "", 0, &err));
    assert_false(profiles_remove(all, "", 0, &err));
    // A name that cannot be read and a choice of nobody do no harm.
    const char *data = test_folder("odd");
    char path[PATHS_SIZE];
    snprintf(path, sizeof path, "%s/profiles/7", data);
    assert_true(file_make_folders(path, &err));
    snprintf(path, sizeof path, "%s/profiles/7/profile-name.txt", data);
    test_write(path, "\xff\xfe\n", 3);
    snprintf(path, sizeof path, "%s/profiles/chosen.txt", data);
    test_write(path, "99\n", 3);
    profiles_read(data, all);
    assert_int_equal(all->count, 1);
    assert_int_equal(all->chosen, 0);
    assert_string_equal(profile_name(&all->items[0]), "You");
    mem_free(all);
}

static void test_words_for_days(void **state)
{
    (void)state;
    char out[120];
    int32_t today = course_day(2026, 11, 23);
    assert_string_equal(learner_date(today, out, (int)sizeof out), "Monday, 23 November 2026");
    assert_string_equal(learner_when(today, today, out, (int)sizeof out), "today");
    assert_string_equal(learner_when(today - 1, today, out, (int)sizeof out), "yesterday");
    assert_string_equal(learner_when(today + 1, today, out, (int)sizeof out), "tomorrow");
    assert_string_equal(learner_when(today - 14, today, out, (int)sizeof out), "14 days ago");
    assert_string_equal(learner_when(today + 5, today, out, (int)sizeof out), "in 5 days");
    assert_string_equal(learner_when(today - 15, today, out, (int)sizeof out),
                        "Sunday, 8 November 2026");
    setenv("PLANKWRIGHT_DAY", "2027-02-28", 1);
    assert_int_equal(learner_today(), course_day(2027, 2, 28));
    setenv("PLANKWRIGHT_DAY", "soon", 1);
    assert_in_range(learner_today() - store_today() + 1, 0, 2);
    unsetenv("PLANKWRIGHT_DAY");
    for (int n = 1; n <= 20; n++) {
        assert_true(learner_mechanic(n)[0] != '\0');
    }
    assert_string_equal(learner_mechanic(0), "");
    assert_string_equal(learner_mechanic(21), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_was_read),  cmocka_unit_test(test_undo_to_the_start_and_a_place),
        cmocka_unit_test(test_profiles),       cmocka_unit_test(test_two_without_a_name),
        cmocka_unit_test(test_profiles_without_a_place),
        cmocka_unit_test(test_words_for_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
