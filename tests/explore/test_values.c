// links: script
// What follows from states that come round to each other: worked out by hand, and without loops in
// the hand's work.
#include "support/test.h"

#include "base/arena.h"
#include "explore/circles.h"
#include "explore/values.h"
#include "script/script.h"

#include <math.h>
#include <string.h>

typedef struct Round {
    Scenario *sc;
    ExploreGraph graph;
    ExploreValues values;
    Playthrough *play;
} Round;

static int setup(void **state)
{
    static Round round;
    Err err = { 0 };
    ScriptDiagnostics mistakes = { 0 };
    const ExploreOptions options = { .forget = true };
    round.sc = script_load(PLANKWRIGHT_SOURCE "/tests/explore/data/round.lua", &mistakes, &err);
    assert_non_null(round.sc);
    script_diagnostics_deinit(&mistakes);
    assert_true(explore_init(&round.graph, round.sc, &options, &err));
    assert_true(round.graph.complete);
    explore_values_init(&round.values, &round.graph);
    round.play = mem_alloc(round.sc->play_size);
    *state = &round;
    return 0;
}

static int teardown(void **state)
{
    Round *round = *state;
    mem_free(round->play);
    explore_values_deinit(&round->values);
    explore_deinit(&round->graph);
    scenario_free(round->sc);
    return 0;
}

// The states that stand before a choice in that scene.
static bool chooses_in(Round *round, uint32_t state, const char *scene)
{
    const ExploreGraph *g = &round->graph;
    if (g->first[state] == g->first[state + 1] ||
        g->edges[g->first[state]].kind == EXPLORE_GOES_ON) {
        return false;
    }
    explore_play(g, state, round->play);
    return strcmp(round->sc->scenes[round->play->scene].id, scene) == 0;
}

// A bit for each ending that can still be reached.
static int endings_within(const ExploreValues *values, uint32_t state)
{
    int within = 0;
    for (int e = 0; e < values->endings; e++) {
        within |= (explore_chance(values, state, e) > 0.0) << e;
    }
    return within;
}

static void test_whoever_is_in_the_circle_reaches_what_any_of_them_reaches(void **state)
{
    Round *round = *state;
    int there = 0, lost = 0;
    for (uint32_t i = 0; i < explore_state_count(&round->graph); i++) {
        if (chooses_in(round, i, "round")) {
            assert_int_equal(endings_within(&round->values, i), 3); // both endings
            there++;
        } else if (chooses_in(round, i, "cellar")) {
            assert_int_equal(endings_within(&round->values, i), 0);
            lost++;
        }
    }
    assert_true(there >= 8 && lost >= 1); // four values of n that differ, promised or not
    assert_true(round->values.circles);
}

// Half of those who leave go into the cellar. Each time round: a quarter left, right, out, down.
static void test_chances_of_a_circle(void **state)
{
    Round *round = *state;
    double garden = explore_chance(&round->values, 0, 1);
    double street = explore_chance(&round->values, 0, 0);
    assert_true(fabs(garden + street - 0.5) < 1e-9);
    // a_k: out by the garden from n = k. a_k = 1/4 a_{k+1} + 1/4 a_0 + 1/4 [k >= 3]; for k >= 3 all
    // the same: a_3 = 1/4 a_3 + 1/4 a_0 + 1/4. So a_3 = (1 + a_0) / 3, and upwards
    // a_0 = a_3 / 64 + a_0 (1/4 + 1/16 + 1/64).
    double a0 = (1.0 / 192.0) / (1.0 - 1.0 / 192.0 - 21.0 / 64.0);
    assert_true(fabs(garden - a0) < 1e-9);
}

// One goes round until one of the two of four falls: twice on the average.
static void test_visits_of_a_circle(void **state)
{
    Round *round = *state;
    double visits = 0.0;
    for (uint32_t i = 0; i < explore_state_count(&round->graph); i++) {
        visits += chooses_in(round, i, "round") ? round->values.visits[i] : 0.0;
    }
    assert_true(fabs(visits - 2.0) < 1e-9);
}

// Half of all plays go down into the cellar, and come by all that there is, for ever.
static void test_visits_of_a_loop_without_a_way_out(void **state)
{
    Round *round = *state;
    const ExploreValues *v = &round->values;
    double come_in = 0.0;
    uint32_t last = 0;
    assert_true(v->loop_count >= 1 && v->in_loop_count >= 2 * v->loop_count);
    for (uint32_t i = 0; i < v->in_loop_count; i++) {
        uint32_t at = v->in_loops[i], loop = v->loop[at];
        assert_true(loop == last || loop == last + 1);
        come_in += loop != last ? v->visits[at] : 0.0;
        assert_true(v->visits[at] > 0.0 &&
                    v->visits[at] == v->visits[v->in_loops[i - (loop == last)]]);
        last = loop;
    }
    assert_true(fabs(come_in - 0.5) < 1e-9);
    for (uint32_t i = 0; i < explore_state_count(&round->graph); i++) {
        assert_true(!chooses_in(round, i, "cellar") || v->loop[i] > 0);
        assert_true(!chooses_in(round, i, "round") || v->loop[i] == 0);
    }
}

static void test_components_come_behind_what_they_lead_to(void **state)
{
    Round *round = *state;
    const ExploreGraph *g = &round->graph;
    ExploreCircles circles;
    explore_circles_init(&circles, g);
    int rounds = 0, traps = 0;
    for (uint32_t from = 0; from < explore_state_count(g); from++) {
        for (uint32_t i = g->first[from]; i < g->first[from + 1]; i++) {
            assert_true(circles.of[g->edges[i].to] <= circles.of[from]);
        }
    }
    for (uint32_t i = 0; i < circles.count; i++) {
        bool back = explore_circles_round(&circles, i);
        rounds += back;
        traps += back && !explore_circles_left(&circles, g, i);
        for (uint32_t k = circles.first[i]; k < circles.first[i + 1]; k++) {
            assert_int_equal(circles.of[circles.states[k]], i);
        }
    }
    assert_int_equal(circles.first[circles.count], explore_state_count(g));
    assert_true(traps >= 1 && rounds > traps);
    explore_circles_deinit(&circles);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whoever_is_in_the_circle_reaches_what_any_of_them_reaches),
        cmocka_unit_test(test_chances_of_a_circle),
        cmocka_unit_test(test_visits_of_a_circle),
        cmocka_unit_test(test_visits_of_a_loop_without_a_way_out),
        cmocka_unit_test(test_components_come_behind_what_they_lead_to),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
