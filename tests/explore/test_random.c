// links: script
// Hundreds of small random stories: forgetting and merging change no value of any of them. A
// failing one is printed whole.
#include "support/test.h"

#include "random_story.h"
#include "twins.h"

enum { STORIES = 200, LIVELY = 100, STATES_MOST = 60000 };

static void compare(int stories, int least)
{
    int looked = 0, circles = 0;
    for (int n = 0; n < stories; n++) {
        Text source = { 0 };
        Scenario *sc = random_story(n, &source);
        Err err = { 0 };
        ExploreGraph whole;
        ExploreOptions options = { .state_limit = STATES_MOST };
        assert_true(explore_init(&whole, sc, &options, &err));
        if (whole.complete && !whole.overflow) {
            ExploreValues values;
            explore_values_init(&values, &whole);
            looked++;
            circles += values.circles;
            for (int mode = 1; mode < 4; mode++) {
                if (twins_differ(sc, &whole, &values, mode, 4 * STATES_MOST)) {
                    fail_msg("story %d differs in mode %d\n%s", n, mode, text_str(&source));
                }
            }
            explore_values_deinit(&values);
        }
        explore_deinit(&whole);
        scenario_free(sc);
        text_deinit(&source);
    }
    print_message("%d stories compared, %d with circles\n", looked, circles);
    assert_true(looked >= least);
}

static void test_random_stories_keep_their_values(void **state)
{
    (void)state;
    desk_options = true;
    compare(STORIES, STORIES / 2);
}

static void test_lively_stories_keep_their_values(void **state)
{
    (void)state;
    desk_options = lively = true;
    compare(LIVELY, LIVELY / 2);
    lively = false;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_stories_keep_their_values),
        cmocka_unit_test(test_lively_stories_keep_their_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
