// links: script
// Tables: each on its own way, back and forth, kept as a way and taken again.
#include "room/sample.h"

#include "base/text.h"
#include "room/tables.h"

static void test_apart(void **state)
{
    (void)state;
    Err err = { 0 };
    Scenario *scenario = sample_scenario();
    RoomTables tables = { .scenario = scenario, .seed = 7 };
    RoomTable *a = room_tables_add(&tables, 11, &err), *b = room_tables_add(&tables, 12, &err);
    assert_int_equal(a->number, 1);
    assert_int_equal(b->number, 2);
    assert_ptr_equal(room_tables_find(&tables, 12), b);
    assert_null(room_tables_find(&tables, 13));
    assert_true(play_equal(scenario, a->history.now, b->history.now)); // one seed
    assert_true(room_table_choose(&tables, a, 0, 0, &err));
    assert_int_equal(b->history.count, 0);
    assert_false(room_table_choose(&tables, a, 0, 0, &err)); // pressed twice
    assert_false(room_table_choose(&tables, a, 1, 31, &err));
    assert_false(room_table_choose(&tables, a, 1, -1, &err));
    assert_int_equal(a->history.count, 1);
    assert_true(room_table_back(&tables, a, 1, &err));
    assert_true(play_equal(scenario, a->history.now, b->history.now));
    assert_false(room_table_back(&tables, a, 0, &err));
    room_tables_deinit(&tables);
    scenario_free(scenario);
}

static void test_kept(void **state)
{
    (void)state;
    Err err = { 0 };
    Scenario *scenario = sample_scenario();
    RoomTables tables = { .scenario = scenario, .seed = 7 }, again = tables;
    for (uint64_t id = 1; id <= 20; id++) {
        RoomTable *table = room_tables_add(&tables, id, &err);
        for (int i = 0; table->offer_count > 0 && i < (int)id * 3; i++) {
            int option = (i * 7 + (int)id) % table->offer_count;
            assert_true(room_table_choose(&tables, table, i, option, &err));
        }
        Text way = { 0 };
        room_table_way(table, &way);
        RoomTable *other = room_tables_add(&again, id, &err);
        if (!room_table_take(&again, other, text_str(&way), &err)) {
            fail_msg("%s", err.message);
        }
        assert_true(play_equal(scenario, table->history.now, other->history.now));
        assert_int_equal(table->offer_count, other->offer_count);
        text_deinit(&way);
    }
    RoomTable *other = room_tables_add(&again, 99, &err);
    assert_false(room_table_take(&again, other, "no.such,way", &err));
    room_tables_deinit(&tables);
    room_tables_deinit(&again);
    scenario_free(scenario);
}

static void test_full(void **state)
{
    (void)state;
    Err err = { 0 };
    Scenario *scenario = sample_scenario();
    RoomTables tables = { .scenario = scenario, .seed = 7 };
    for (uint64_t id = 1; id <= ROOM_TABLES_MAX; id++) {
        assert_non_null(room_tables_add(&tables, id, &err));
    }
    assert_null(room_tables_add(&tables, 1000, &err));
    assert_int_equal(err.kind, ERR_SYSTEM);
    room_tables_deinit(&tables);
    scenario_free(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_apart),
        cmocka_unit_test(test_kept),
        cmocka_unit_test(test_full),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
