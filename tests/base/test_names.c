// Names and their places: what was added is found at its place, the first of two alike, however many.
#include "support/test.h"

#include "base/names.h"

#include <stdio.h>

static void nothing_is_found_in_nothing(void **state)
{
    (void)state;
    Names names = { 0 };
    assert_int_equal(names_find(&names, "brief"), -1);
    names_deinit(&names);
}

static void each_has_its_place_and_the_first_wins(void **state)
{
    (void)state;
    enum { MANY = 3000 };
    static char texts[MANY][24];
    Names names = { 0 };
    for (int i = 0; i < MANY; i++) {
        snprintf(texts[i], sizeof texts[i], "scene_%d", i);
        assert_int_equal(names_find(&names, texts[i]), -1);
        assert_int_equal(names_add(&names, texts[i]), i);
    }
    assert_int_equal(names_add(&names, "scene_7"), MANY);
    for (int i = 0; i < MANY; i++) {
        assert_int_equal(names_find(&names, texts[i]), i);
        assert_ptr_equal(names.list[i], texts[i]);
    }
    assert_int_equal(names_find(&names, "scene_3000"), -1);
    assert_int_equal(names_find(&names, ""), -1);
    names_deinit(&names);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_found_in_nothing),
        cmocka_unit_test(each_has_its_place_and_the_first_wins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
