// links: script
// Ways of tables side by side: each once, the best ending first, nothing of a table's number; where two parted.
#include "room/sample.h"

#include "base/hash.h"
#include "room/trails.h"

#include <stdlib.h>

static RoomTable *sit(RoomTables *tables, uint64_t id, uint64_t luck, int people)
{
    Err err = { 0 };
    RoomTable *table = room_tables_add(tables, id, &err);
    table->people = people;
    while (table->offer_count > 0) {
        int option = (int)random_below(&luck, (uint32_t)table->offer_count);
        if (!room_table_choose(tables, table, table->history.count, option, &err)) {
            fail_msg("%s", err.message);
        }
    }
    return table;
}

static int kind_of(const RoomTables *tables, const RoomTable *table)
{
    return (int)tables->scenario->endings[table->history.now->ended - 1].kind;
}

static void test_each_way_once(void **state)
{
    (void)state;
    static RoomTrails trails, again;
    Scenario *scenario = sample_scenario();
    RoomTables tables = { .scenario = scenario, .seed = 7 }, other = tables;
    Err err = { 0 };
    for (uint64_t i = 0; i < 12; i++) {
        sit(&tables, i + 1, i / 3, 0); // four ways, three tables each
        sit(&other, i + 1, (11 - i) / 3, 0);
    }
    room_tables_add(&tables, 99, &err); // has only sat down
    room_trails_find(&tables, 5, &trails);
    assert_int_equal(trails.through, 12);
    assert_int_equal(trails.tables, 13);
    assert_int_equal(trails.count, 4);
    int sum = 0;
    for (int i = 0; i < trails.count; i++) {
        sum += trails.items[i].tables;
        assert_true(i == 0 || kind_of(&tables, trails.items[i - 1].table) <=
                                  kind_of(&tables, trails.items[i].table));
    }
    assert_int_equal(sum, 12);
    // Whoever sat down first: the same ways under the same letters.
    room_trails_find(&other, 5, &again);
    assert_int_equal(again.count, trails.count);
    for (int i = 0; i < trails.count; i++) {
        assert_true(play_equal(scenario, trails.items[i].table->history.now,
                               again.items[i].table->history.now));
    }
    room_tables_deinit(&tables);
    room_tables_deinit(&other);
    scenario_free(scenario);
}

static void test_few_tables(void **state)
{
    (void)state;
    static RoomTrails trails;
    Scenario *scenario = sample_scenario();
    RoomTables tables = { .scenario = scenario, .seed = 7 };
    room_trails_find(&tables, 5, &trails);
    assert_int_equal(trails.count, 0);
    assert_false(trails.held_back);
    assert_int_equal(room_trails_person(&trails), STORY_NONE);
    sit(&tables, 1, 1, 6);
    sit(&tables, 2, 2, 4);
    sit(&tables, 3, 3, 5);
    sit(&tables, 4, 4, 0); // did not say
    room_trails_find(&tables, 5, &trails);
    assert_int_equal(trails.count, 2); // those of six and of five
    assert_true(trails.held_back);
    for (int i = 0; i < trails.count; i++) {
        assert_true(trails.items[i].people >= 5);
    }
    room_trails_find(&tables, 4, &trails); // four tables are through: any of them may be any
    assert_int_equal(trails.count, 4);
    assert_false(trails.held_back);
    room_tables_deinit(&tables);
    scenario_free(scenario);
}

static void test_rows(void **state)
{
    (void)state;
    Scenario *scenario = sample_scenario();
    RoomTables tables = { .scenario = scenario, .seed = 7 };
    for (uint64_t i = 0; i < 20; i++) {
        sit(&tables, i + 1, i, 0);
    }
    for (int i = 1; i < tables.count; i++) {
        const StoryHistory *a = &tables.items[0]->history, *b = &tables.items[i]->history;
        RoomTrailRow *rows = malloc(sizeof *rows * (size_t)(a->count + b->count));
        int common = room_trail_common(a, b), n = room_trail_rows(a, b, rows);
        int next_a = 0, next_b = 0, parted = 0;
        for (int r = 0; r < n; r++) {
            assert_true(r == 0 || rows[r].minute >= rows[r - 1].minute);
            assert_true(rows[r].a >= 0 || rows[r].b >= 0);
            assert_true(rows[r].a < 0 || rows[r].a == next_a++); // each once, in order
            assert_true(rows[r].b < 0 || rows[r].b == next_b++);
            assert_true(r >= common || rows[r].same);
            assert_true(!rows[r].parted || r == common);
            parted += rows[r].parted;
        }
        assert_int_equal(next_a, a->count);
        assert_int_equal(next_b, b->count);
        assert_int_equal(parted, common < a->count || common < b->count ? 1 : 0);
        free(rows);
    }
    room_tables_deinit(&tables);
    scenario_free(scenario);
}

static void test_people_are_kept(void **state)
{
    (void)state;
    Scenario *scenario = sample_scenario();
    RoomTables tables = { .scenario = scenario, .seed = 7 }, again = tables;
    Err err = { 0 };
    Text way = { 0 };
    RoomTable *table = sit(&tables, 1, 3, 12), *other = room_tables_add(&again, 1, &err);
    room_table_way(table, &way);
    assert_true(room_table_take(&again, other, text_str(&way), &err));
    assert_int_equal(other->people, 12);
    assert_true(play_equal(scenario, table->history.now, other->history.now));
    table = room_tables_add(&tables, 2, &err);
    table->people = 7;
    text_clear(&way);
    room_table_way(table, &way);
    other = room_tables_add(&again, 2, &err);
    assert_true(room_table_take(&again, other, text_str(&way), &err)); // before its first choice
    assert_int_equal(other->people, 7);
    assert_false(room_table_take(&again, other, "123@", &err));
    text_deinit(&way);
    room_tables_deinit(&tables);
    room_tables_deinit(&again);
    scenario_free(scenario);
}

static void test_names(void **state)
{
    (void)state;
    char name[4];
    static const struct {
        int trail;
        const char *name;
    } names[] = { { 0, "A" }, { 25, "Z" }, { 26, "AA" }, { 51, "AZ" }, { 52, "BA" } };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        room_trail_name(names[i].trail, name);
        assert_string_equal(name, names[i].name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_way_once), cmocka_unit_test(test_few_tables),
        cmocka_unit_test(test_rows),          cmocka_unit_test(test_people_are_kept),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
