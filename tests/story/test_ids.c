// What may be an id, for all who ask.
#include "support/test.h"

#include "story/ids.h"

#include <string.h>

static bool is_id(const char *s)
{
    return story_is_id(s, strlen(s));
}

static void test_ids(void **state)
{
    (void)state;
    const char *const good[] = { "a", "late-brief", "first_plank", "z9", "two-promises-2" };
    const char *const wrong[] = { "", "Late", "9lives", "-a", "_a", "a b", "a/b", "a.b", "é" };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(is_id(good[i]));
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_false(is_id(wrong[i]));
    }
    assert_true(story_is_id("late/scenario.lua", 4)); // of what is longer
    assert_false(story_is_id("a\0b", 3));
}

static void test_length(void **state)
{
    (void)state;
    char id[STORY_ID_MAX + 2];
    memset(id, 'a', sizeof id);
    assert_true(story_is_id(id, STORY_ID_MAX));
    assert_false(story_is_id(id, STORY_ID_MAX + 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_ids), cmocka_unit_test(test_length) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
