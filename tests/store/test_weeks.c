// What a learner comes back to: plans, the record with its bridges, slots, what was read before.
#include "store/keeping.h"

#include "base/hash.h"

// ---- plans ------------------------------------------------------------------------------------------

static void test_plan_of_its_scenario(void **state)
{
    (void)state;
    const char *folder = test_folder("plans");
    Scenario *scenario = playground_new();
    Store *store = keeping_open(folder);
    StorePlan plan, due[2];
    assert_false(store_plan_latest_of(store, NULL, &plan));
    keeping_play(store, scenario, 3, "promise_brief", NULL);
    assert_true(store_plan_add(store, "If I am late, then I ring.", NULL));
    keeping_sql(store, "INSERT INTO plan(playthrough, made, text, scenario, made_day, back_day)"
                       " VALUES(99, 0, 'If it rains, then I ask.', 'other', 5, 6)");
    assert_true(store_plan_latest_of(store, scenario->id, &plan));
    assert_string_equal(plan.text, "If I am late, then I ring.");
    assert_string_equal(plan.scenario, scenario->id);
    assert_int_equal(plan.course.back_day, store_today() + 1);
    assert_false(store_plan_latest_of(store, "nobody", &plan));

    assert_int_equal(store_plans_due(store, 5, due, 2), 0);
    assert_int_equal(store_plans_due(store, store_today() + 1, due, 2), 2);
    assert_string_equal(due[0].scenario, "other"); // it waits longest
    int32_t today = store_today() + 3;
    due[0].course = course_plan_answered(&due[0].course, COURSE_NOT_COME_UP, today);
    due[1].course = course_plan_answered(&due[1].course, COURSE_DID_IT, today);
    assert_true(store_plan_keep(store, &due[0], NULL) && store_plan_keep(store, &due[1], NULL));
    store_close(store);
    store = keeping_open(folder);
    assert_int_equal(store_plans_due(store, today, due, 2), 0);
    assert_int_equal(store_plans_due(store, today + 2, due, 2), 1);
    assert_int_equal(due[0].course.put_off, 1);
    assert_int_equal(store_plans(store, 0, 2, due), 2); // both in the history
    assert_int_equal(due[1].course.state, COURSE_PLAN_DONE);
    assert_int_equal(due[1].course.answered_day, today);
    store_close(store);
    scenario_free(scenario);
}

// Whoever thinks again in the same debrief means one plan; an answered one stays in the history.
static void test_plan_thought_over(void **state)
{
    (void)state;
    Scenario *scenario = playground_new();
    Store *store = keeping_open(test_folder("thought"));
    StorePlan plans[4];
    keeping_play(store, scenario, 3, "promise_brief", NULL);
    assert_true(store_plan_add(store, "First.", NULL));
    assert_true(store_plan_add(store, "Second.", NULL));
    assert_int_equal(store_plans(store, 0, 4, plans), 1);
    assert_string_equal(plans[0].text, "Second.");
    plans[0].course = course_plan_answered(&plans[0].course, COURSE_DID_NOT, store_today());
    assert_true(store_plan_keep(store, &plans[0], NULL));
    assert_true(store_plan_add(store, "Second.", NULL)); // once more
    assert_int_equal(store_plans(store, 0, 4, plans), 2);
    assert_true(store_plan_remove(store, plans[0].row, NULL));
    assert_int_equal(store_plans(store, 0, 4, plans), 1);
    assert_int_equal(plans[0].course.state, COURSE_PLAN_NOT_DONE);
    // One that had not come up is waited for: the next one stands beside it.
    assert_true(store_plan_add(store, "Third.", NULL));
    assert_int_equal(store_plans(store, 0, 4, plans), 2);
    plans[0].course = course_plan_answered(&plans[0].course, COURSE_NOT_COME_UP, store_today());
    assert_true(store_plan_keep(store, &plans[0], NULL));
    assert_true(store_plan_add(store, "Fourth.", NULL));
    assert_int_equal(store_plans(store, 0, 4, plans), 3);
    store_close(store);
    scenario_free(scenario);
}

// ---- record -----------------------------------------------------------------------------------------

static void same_bridge(const BridgeCondition *a, const BridgeCondition *b)
{
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        assert_int_equal(a->planks[i].state, b->planks[i].state);
        assert_int_equal(a->planks[i].disc, b->planks[i].disc);
        assert_int_equal(a->planks[i].mended_by, b->planks[i].mended_by);
        assert_int_equal(a->planks[i].theirs, b->planks[i].theirs);
        assert_int_equal(a->planks[i].fate, b->planks[i].fate);
    }
    assert_memory_equal(a->strands, b->strands, sizeof a->strands);
    assert_int_equal(a->word, b->word);
    assert_true(a->frayed == b->frayed && a->on_guard == b->on_guard && a->mended == b->mended &&
                a->lantern == b->lantern);
    assert_int_equal(a->gauge_halves, b->gauge_halves);
    assert_true(a->trust == b->trust && a->rapport == b->rapport && a->scar == b->scar);
}

static void test_bridge_as_text(void **state)
{
    (void)state;
    uint64_t stream = 5;
    for (int i = 0; i < 2000; i++) {
        BridgeCommitment all[20];
        int count = (int)random_below(&stream, 21);
        for (int k = 0; k < count; k++) {
            all[k] = (BridgeCommitment){ .fate = (uint8_t)random_below(&stream, 8),
                                         .theirs = random_below(&stream, 4) == 0,
                                         .id = (int16_t)k,
                                         .settled = k };
        }
        BridgeInput input = { .trust = (int32_t)random_below(&stream, 1000001),
                              .rapport = (int32_t)random_below(&stream, 1000001),
                              .stain = (int32_t)random_below(&stream, 1000001),
                              .violations = (int)random_below(&stream, 9),
                              .strands_back = (int)random_below(&stream, 5),
                              .lantern = random_below(&stream, 2) == 0,
                              .on_guard = random_below(&stream, 2) == 0,
                              .commitments = all,
                              .commitment_count = count };
        BridgeCondition bridge = bridge_condition(&input), read;
        char text[STORE_BRIDGE_TEXT_MAX];
        store_bridge_write(&bridge, text);
        assert_true(store_bridge_read(text, &read));
        same_bridge(&bridge, &read);
        // A letter that is wrong is refused or is another bridge in range; never a crash.
        text[random_below(&stream, (uint32_t)strlen(text))] = (char)random_below(&stream, 128);
        if (store_bridge_read(text, &read)) {
            char again[STORE_BRIDGE_TEXT_MAX];
            store_bridge_write(&read, again);
        }
    }
    BridgeCondition read;
    assert_false(store_bridge_read("", &read));
    assert_false(store_bridge_read("0aa0", &read));
}

static void test_record(void **state)
{
    (void)state;
    const char *folder = test_folder("record");
    Scenario *scenario = playground_new();
    Store *store = keeping_open(folder);
    StoreRecord records[4];
    assert_int_equal(store_records(store, NULL, 0, 4, records), 0);
    assert_int_equal(store_first_finished(store, NULL), COURSE_NO_DAY);
    keeping_play(store, scenario, 1, "promise_brief,day,day", NULL);
    keeping_play(store, scenario, 2, "work", "held");
    keeping_play(store, scenario, 3, "promise_call", NULL);
    keeping_sql(store, "UPDATE playthrough SET changed = changed - 86400 * 10 WHERE seed = 2");
    store_close(store);

    store = keeping_open(folder);
    assert_int_equal(store_record_count(store, NULL), 3);
    assert_int_equal(store_records(store, NULL, 0, 4, records), 3);
    assert_int_equal(records[2].ended, true); // ten days ago: the last line
    assert_string_equal(records[2].ending, "held");
    assert_int_equal(records[2].day, store_day_of(records[0].changed) - 10);
    assert_int_equal(store_first_finished(store, scenario->id), records[2].day);
    assert_int_equal(store_first_finished(store, "other"), COURSE_NO_DAY);
    assert_int_equal(store_met(store), 1u << 1 | 1u << 2 | 1u << 3);
    assert_int_equal(store_records(store, scenario->id, 1, 4, records), 2); // from the second on
    assert_int_equal(store_records(store, "other", 0, 4, records), 0);
    // The bridges are those of the play itself.
    StoryHistory history;
    Err err = { 0 };
    int done = 0, found = -1;
    assert_int_equal(store_records(store, NULL, 0, 4, records), 3);
    for (int i = 0; i < 3; i++) {
        found = records[i].met == 1u << 1 ? i : found;
    }
    assert_true(found >= 0);
    assert_true(history_open(&history, scenario, 1, &err));
    assert_true(history_walk(&history, "promise_brief,day,day", &done, &err));
    BridgeCondition bridge;
    int person = story_current_person(scenario, history.now, &history.journal);
    story_bridge(scenario, history.now, person, &bridge);
    assert_int_equal(records[found].bridge_count, scenario->person_count);
    assert_string_equal(records[found].bridges[0].person,
                        scenario_text(scenario, scenario->people[person].first));
    same_bridge(&records[found].bridges[0].bridge, &bridge);
    history_close(&history);

    int64_t gone = records[found].row;
    assert_true(store_record_remove(store, gone, &err));
    assert_int_equal(store_record_count(store, NULL), 2);
    StoreEntry *entries = NULL;
    int count = 0;
    assert_true(store_entries(store, gone, &entries, &count, &err));
    assert_int_equal(count, 0);
    store_close(store);
    scenario_free(scenario);
}

static void test_time_played(void **state)
{
    (void)state;
    const char *folder = test_folder("played");
    Scenario *scenario = playground_new();
    Store *store = keeping_open(folder);
    StoreStand stand = { .checkpoint = "", .standing = "" };
    StoreEntry entry = { .kind = STORE_CHOOSE, .id = "a.b" };
    StorePlaythrough now;
    resume_describe(scenario, 3, &now);
    store_begin(store, &now, NULL, 0);
    store->looked -= 70;
    assert_true(store_append(store, &entry, &stand, NULL));
    store->looked -= 7200; // lunch
    assert_true(store_append(store, &entry, &stand, NULL));
    store->looked += 50; // the clock was set back
    assert_true(store_append(store, &entry, &stand, NULL));
    store_close(store);
    store = keeping_open(folder);
    assert_true(store_latest_open(store, scenario->id, &now));
    assert_in_range(now.seconds, 370, 500); // 70 and at most 300 for the lunch; the rest is the machine
    int32_t before = now.seconds;
    assert_true(store_continue(store, &now, NULL));
    assert_true(store_append(store, &entry, &stand, NULL));
    assert_true(store_latest_open(store, scenario->id, &now));
    assert_in_range(now.seconds, before, before + 120); // and goes on from there
    store_close(store);
    scenario_free(scenario);
}

// ---- slots ------------------------------------------------------------------------------------------

static void test_slot_is_a_place(void **state)
{
    (void)state;
    const char *folder = test_folder("slots");
    Scenario *scenario = playground_new();
    Store *store = keeping_open(folder);
    Err err = { 0 };
    StoreSlot slots[STORE_SLOTS_MAX];
    assert_false(store_slot_keep(store, "nothing is played", NULL, &err));
    keeping_play(store, scenario, 9, "promise_brief,work", NULL);
    int64_t row = 0;
    assert_true(store_slot_keep(store, "before the call", &row, &err));
    // The play goes on, and back, and on; the place stays where it was.
    StoreStand stand = { .checkpoint = "elsewhere", .standing = "Friday" };
    StoreEntry undo = { .kind = STORE_UNDO };
    assert_true(store_append(store, &undo, &stand, &err));
    assert_true(store_append(store, &undo, &stand, &err));
    int64_t played = store_current(store)->row;
    store_close(store);

    store = keeping_open(folder);
    assert_int_equal(store_slots(store, "other", STORE_SLOTS_MAX, slots), 0);
    assert_int_equal(store_slots(store, scenario->id, STORE_SLOTS_MAX, slots), 1);
    assert_string_equal(slots[0].name, "before the call");
    assert_int_equal(slots[0].row, row);
    assert_int_equal(slots[0].choices, 2);
    assert_string_equal(slots[0].play.standing, "Tuesday, 12:00");
    assert_true(slots[0].bridge.person[0] != '\0');
    assert_true(slots[0].bridge.bridge.trust > 0);
    StoryHistory history;
    Resume resume;
    assert_true(
        resume_slot(store, &history, scenario, &slots[0], RESUME_SAME_MEANING, &resume, &err));
    assert_int_equal(resume.kind, RESUME_EXACT);
    assert_int_equal(history.count, 2);
    assert_int_equal(store_current(store)->row, 0); // only looked at
    StoreEntry entry = { .kind = STORE_CHOOSE, .id = "start.vow" };
    assert_true(store_append(store, &entry, &stand, &err));
    assert_true(store_current(store)->row != played);
    history_close(&history);
    StoreEntry *entries = NULL;
    int count = 0;
    assert_true(store_entries(store, played, &entries, &count, &err)); // as it was
    assert_int_equal(count, 4);
    mem_free(entries);
    assert_true(store_slot_rename(store, row, "the turn", &err));
    assert_true(store_slot(store, row, &slots[0]));
    assert_string_equal(slots[0].name, "the turn");
    assert_true(store_slot_remove(store, row, &err));
    assert_false(store_slot(store, row, &slots[0]));
    store_close(store);
    scenario_free(scenario);
}

// At the very beginning, before any choice; and all places there are.
static void test_slots_at_the_edges(void **state)
{
    (void)state;
    Scenario *scenario = playground_new();
    Store *store = keeping_open(test_folder("edges"));
    Err err = { 0 };
    StorePlaythrough now;
    StoreSlot slot;
    int64_t row = 0;
    resume_describe(scenario, 4, &now);
    store_begin(store, &now, NULL, 0);
    assert_true(store_slot_keep(store, "", &row, &err));
    assert_true(store_slot(store, row, &slot));
    assert_int_equal(slot.choices, 0);
    StoryHistory history;
    Resume resume;
    assert_true(resume_slot(store, &history, scenario, &slot, RESUME_SAME_MEANING, &resume, &err));
    assert_int_equal(history.count, 0);
    history_close(&history);
    keeping_play(store, scenario, 5, "promise_brief", NULL);
    for (int i = 1; i < STORE_SLOTS_MAX; i++) {
        assert_true(store_slot_keep(store, "one more", NULL, &err));
    }
    assert_false(store_slot_keep(store, "too many", NULL, &err));
    assert_int_equal(err.kind, ERR_USAGE);
    assert_non_null(strstr(err.fix, "remove one"));
    store_close(store);
    scenario_free(scenario);
}

// ---- what was read before ---------------------------------------------------------------------------

static void test_known(void **state)
{
    (void)state;
    const char *folder = test_folder("known");
    Scenario *scenario = playground_new();
    Store *store = keeping_open(folder);
    StorePlaythrough now;
    resume_describe(scenario, 4, &now);
    store_begin(store, &now, NULL, 0);
    StoreStand stand = { .checkpoint = "", .standing = "" };
    StoreEntry entry = { .kind = STORE_CHOOSE, .id = "a.b" };
    assert_false(store_knows(store, 0));
    store_learn(store, 0);
    for (uint32_t mark = 5000; mark > 0; mark -= 5) {
        store_learn(store, mark * 7919u);
    }
    assert_true(store_append(store, &entry, &stand, NULL));
    store_learn(store, 77); // and is lost with the crash before its choice
    store_close(store);

    store = keeping_open(folder);
    assert_int_equal(store_known_count(store, scenario->id), 1000);
    assert_true(store_latest_open(store, scenario->id, &now));
    assert_true(store_continue(store, &now, NULL));
    assert_false(store_knows(store, 0) || store_knows(store, 77));
    for (uint32_t mark = 5000; mark > 0; mark -= 5) {
        assert_true(store_knows(store, mark * 7919u));
        assert_false(store_knows(store, mark * 7919u + 1));
    }
    // Another program reads something else meanwhile: both are known afterwards.
    Store *other = keeping_open(folder);
    store_begin(other, &now, NULL, 0);
    store_learn(other, 31);
    assert_true(store_append(other, &entry, &stand, NULL));
    store_learn(store, 32);
    assert_true(store_append(store, &entry, &stand, NULL));
    assert_true(store_knows(store, 31) && store_knows(store, 32));
    store_close(other);
    assert_int_equal(store_known_count(store, scenario->id), 1002);
    now = (StorePlaythrough){ .scenario = "another" };
    store_begin(store, &now, NULL, 0);
    assert_false(store_knows(store, 31)); // of another scenario
    assert_true(store_unlearn(store, NULL, NULL));
    assert_int_equal(store_known_count(store, scenario->id), 0);
    store_close(store);
    scenario_free(scenario);
}

static void test_marks_are_of_the_words(void **state)
{
    (void)state;
    Scenario *scenario = playground_new();
    StoryHistory history;
    Err err = { 0 };
    int done = 0, marked = 0;
    assert_true(history_open(&history, scenario, 9, &err));
    assert_true(history_walk(&history, "promise_brief,work,vow", &done, &err));
    for (int i = 0; i < history.journal.count; i++) {
        const StoryEvent *event = &history.journal.events[i];
        uint32_t mark = known_mark(scenario, event);
        bool said = event->kind == EVENT_SAID && event->a != 0;
        bool chose = event->kind == EVENT_CHOSE && event->a == OFFER_OPTION;
        assert_int_equal(mark != 0, said || chose);
        marked += mark != 0;
    }
    assert_true(marked >= 3);
    assert_int_not_equal(known_mark_option(scenario, 0), known_mark_option(scenario, 1));
    history_close(&history);
    scenario_free(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plan_of_its_scenario),
        cmocka_unit_test(test_plan_thought_over),
        cmocka_unit_test(test_bridge_as_text),
        cmocka_unit_test(test_record),
        cmocka_unit_test(test_time_played),
        cmocka_unit_test(test_slot_is_a_place),
        cmocka_unit_test(test_slots_at_the_edges),
        cmocka_unit_test(test_known),
        cmocka_unit_test(test_marks_are_of_the_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
