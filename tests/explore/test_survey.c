// links: script
// What reduced graphs and seeded plays say was never met is held against every turn of the whole
// graph, without any reduction: random stories, in which lines hang on conditions.
#include "support/test.h"

#include "base/arena.h"
#include "explore/survey.h"
#include "random_story.h"

#include <stdio.h>

enum { STORIES = 150, STATES_MOST = 30000 };
enum { RICH_FROM = 100, RICH_STORIES = 100 }; // among them are those in which something was missed

// Every turn of a story, with all its conditions in doubt or none. False: too large.
static bool surveyed(const Scenario *sc, const ExploreOptions *options, bool doubt,
                     ExploreSeen *seen)
{
    ExploreDoubts doubts = { mem_alloc((size_t)sc->cond_count + 1), true };
    for (int i = 0; i < sc->cond_count; i++) {
        doubts.conditions[i] = doubt;
    }
    ExploreSurvey survey;
    ExploreGraph graph;
    explore_seen_init(seen, sc);
    explore_survey_init(&survey, sc, &doubts);
    assert_true(explore_init(&graph, explore_survey_scenario(&survey), options, NULL));
    bool answered = false;
    bool done = graph.complete && explore_survey_walk(&survey, &graph, options, seen, &answered);
    explore_deinit(&graph);
    explore_survey_deinit(&survey);
    mem_free(doubts.conditions);
    return done && answered;
}

// Of a whenever, only that it is true leaves a trace.
static uint8_t counts(const Scenario *sc, int cond)
{
    for (int i = 0; i < sc->whenever_count; i++) {
        if (sc->whenevers[i].when == cond) {
            return SEEN_TRUE;
        }
    }
    return SEEN_TRUE | SEEN_FALSE;
}

static int compare_conditions(const ExploreSeen *whole, const ExploreSeen *less, const char *source)
{
    int both = 0;
    for (int i = 0; i < whole->scenario->cond_count; i++) {
        if (((whole->conditions[i] ^ less->conditions[i]) & counts(whole->scenario, i)) != 0) {
            fputs(source, stderr);
            fail_msg("condition %d: %d and %d", i, whole->conditions[i], less->conditions[i]);
        }
        both += whole->conditions[i] == SEEN_TRUE || whole->conditions[i] == SEEN_FALSE;
    }
    return both;
}

// When it was promised is only asked for a cause: ways that differ in nothing but the hour are one.
static const uint8_t hours = SEEN_LATE | SEEN_IN_TIME;

// A reduced graph may know of more good than there is, never of less; of harm it knows what there is.
static void compare_events(const ExploreSeen *whole, const ExploreSeen *less, const char *source)
{
    for (int i = 0; i < whole->scenario->commitment_count; i++) {
        if (((whole->commitments[i] ^ less->commitments[i]) & ~hours) != 0) {
            fputs(source, stderr);
            fail_msg("commitment %d: %d and %d", i, whole->commitments[i], less->commitments[i]);
        }
    }
    for (int i = 0; i < whole->scenario->person_count; i++) {
        uint8_t differs = whole->people[i] ^ less->people[i];
        uint8_t missed = whole->people[i] & (uint8_t)~less->people[i];
        if ((differs & (SEEN_HARMED | SEEN_AT_RISK)) != 0 || missed != 0) {
            fputs(source, stderr);
            fail_msg("bridge %d: %d and %d", i, whole->people[i], less->people[i]);
        }
    }
    if ((whole->mechanics & ~less->mechanics) != 0) {
        fputs(source, stderr);
        fail_msg("mechanics %x and %x", whole->mechanics, less->mechanics);
    }
}

static void check_stories(int from, int stories)
{
    int looked = 0, one_way = 0;
    for (int n = from; n < from + stories; n++) {
        Text source = { 0 };
        Scenario *sc = random_story(n, &source);
        const ExploreOptions none = { .state_limit = STATES_MOST };
        const ExploreOptions both = { .state_limit = STATES_MOST, .forget = true, .merge = true };
        ExploreSeen all, some;
        bool whole = surveyed(sc, &none, false, &all);
        if (whole && surveyed(sc, &both, true, &some)) {
            looked++;
            one_way += compare_conditions(&all, &some, text_str(&source));
            compare_events(&all, &some, text_str(&source));
        }
        explore_seen_deinit(&all);
        if (whole) {
            explore_seen_deinit(&some);
        }
        scenario_free(sc);
        text_deinit(&source);
    }
    print_message("%d stories, %d conditions that come out one way only\n", looked, one_way);
    assert_true(looked >= stories / 2 && one_way >= stories / 2);
}

static void test_what_is_never_met_is_never_met_in_the_whole(void **state)
{
    (void)state;
    check_stories(0, STORIES);
}

// An option may be closed although its when is true, by its costs or for want of room on a desk; what
// is heard at night, and weekends, move trust where nobody asks for it any more.
static void test_also_where_there_is_what_is_rarer(void **state)
{
    (void)state;
    desk_options = rich = true;
    check_stories(RICH_FROM, RICH_STORIES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_never_met_is_never_met_in_the_whole),
        cmocka_unit_test(test_also_where_there_is_what_is_rarer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
