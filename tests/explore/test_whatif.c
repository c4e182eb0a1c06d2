// links: script
// What might have been, counted in plays, against what the explorer proves. And: the same counts
// however the work is cut, nothing kept of what was undone, another way that keeps to mine.
#include "explore/market.h"

#include "base/arena.h"
#include "explore/values.h"
#include "story/whatif.h"

#include <math.h>
#include <string.h>

enum { ODE, IVO, MANY = 20000, ALL_AT_ONCE = 1 << 30 };

// By the first that is open, but for the ids given.
static void play(const char *ids)
{
    Err err = { 0 };
    int done = 0;
    assert_true(history_open(&h, sc, 1, &err));
    if (!history_walk(&h, ids, &done, &err)) {
        fail_msg("%s", err.message);
    }
    StoryOffer offers[STORY_OFFERS_MAX];
    while (h.now->ended == 0) {
        assert_true(story_offers(sc, h.now, false, offers, &err) > 0);
        assert_true(history_choose(&h, &offers[0], &err));
    }
}

static WhatIf worked_out(int plays, int slice)
{
    WhatIf w;
    whatif_init(&w, sc, plays);
    while (!whatif_work(&w, &h, slice)) {
    }
    return w;
}

// The chance of an ending behind the first decision's option, by the explorer.
static double proved(const ExploreGraph *graph, const ExploreValues *values,
                     const StoryOffer *offer, int ending)
{
    uint32_t at = 0;
    while (graph->edges[graph->first[at]].kind == EXPLORE_GOES_ON) {
        at = graph->edges[graph->first[at]].to;
    }
    double chance = 0;
    for (uint32_t e = graph->first[at]; e < graph->first[at + 1]; e++) {
        const ExploreEdge *edge = &graph->edges[e];
        if (edge->kind == offer->kind && edge->x == offer->x) {
            chance += (double)edge->chance * explore_chance(values, edge->to, ending);
        }
    }
    return chance;
}

static void test_counts_agree_with_proof(void **state)
{
    (void)state;
    ExploreGraph graph;
    ExploreValues values;
    ExploreOptions options = { .forget = true, .merge = true };
    Err err = { 0 };
    assert_true(explore_init(&graph, sc, &options, &err));
    explore_values_init(&values, &graph);
    play("sky");
    WhatIf w = worked_out(MANY, ALL_AT_ONCE);
    assert_int_equal(w.decisions[0].option_count, 3);
    for (int o = 0; o < 3; o++) {
        const WhatIfOption *option = &w.decisions[0].options[o];
        assert_int_equal(option->plays, MANY);
        for (int e = 0; e < sc->ending_count; e++) {
            double exact = proved(&graph, &values, &option->offer, e);
            double counted = whatif_ending(option, e);
            assert_true(fabs(exact - counted) < 1.6 * whatif_within(option, exact));
        }
    }
    whatif_deinit(&w);
    history_close(&h);
    explore_values_deinit(&values);
    explore_deinit(&graph);
}

// Another seed is another week: of the same choices nothing that was counted counts.
static void test_another_seed_begins_anew(void **state)
{
    (void)state;
    Err err = { 0 };
    int done = 0;
    play("sky");
    WhatIf w = worked_out(20, ALL_AT_ONCE);
    assert_int_equal(w.decisions[0].options[0].plays, 20);
    StoryHistory other;
    assert_true(history_open(&other, sc, 2, &err));
    assert_true(history_walk(&other, "sky", &done, &err));
    whatif_follow(&w, &other);
    assert_int_equal(w.count, other.count);
    assert_int_equal(w.decisions[0].options[0].plays, 0);
    whatif_deinit(&w);
    history_close(&other);
    history_close(&h);
}

static void test_slices_change_nothing(void **state)
{
    (void)state;
    play("both");
    WhatIf whole = worked_out(60, ALL_AT_ONCE), cut = worked_out(60, 7);
    assert_int_equal(whole.count, cut.count);
    for (int i = 0; i < whole.count; i++) {
        for (int o = 0; o < whole.decisions[i].option_count; o++) {
            const WhatIfOption *a = &whole.decisions[i].options[o];
            const WhatIfOption *b = &cut.decisions[i].options[o];
            assert_memory_equal(a->words, b->words, sizeof a->words);
            assert_int_equal(a->plays, b->plays);
        }
    }
    whatif_deinit(&whole);
    whatif_deinit(&cut);
    history_close(&h);
}

static void test_what_was_undone_is_forgotten(void **state)
{
    (void)state;
    Err err = { 0 };
    play("both");
    WhatIf w = worked_out(10, ALL_AT_ONCE);
    while (history_undo(&h)) {
    }
    whatif_follow(&w, &h);
    assert_int_equal(w.count, 0);
    int done = 0;
    assert_true(history_walk(&h, "sky", &done, &err));
    assert_true(whatif_work(&w, &h, ALL_AT_ONCE));
    assert_int_equal(w.count, 1);
    assert_string_equal(sc->options[w.decisions[0].options[w.decisions[0].taken].offer.x].id,
                        "sky");
    whatif_deinit(&w);
    history_close(&h);
}

static void test_turns(void **state)
{
    (void)state;
    play("both,rest,rest");
    WhatIf w = worked_out(2000, ALL_AT_ONCE);
    WhatIfTurns turns = whatif_turns(&w, &h, ODE);
    assert_true(turns.cost.decision >= 0);
    const WhatIfDecision *cost = &w.decisions[turns.cost.decision];
    double taken = whatif_chance(&cost->options[cost->taken], ODE, turns.cost.word);
    double best = whatif_chance(&cost->options[turns.cost.best], ODE, turns.cost.word);
    assert_true(taken + WHATIF_TELLS < best);
    assert_true(turns.cost.value < 0 && turns.saved.value > 0);
    whatif_deinit(&w);
    history_close(&h);
}

static void test_other_way_keeps_to_mine(void **state)
{
    (void)state;
    play("both,rest,rest");
    WhatIf w = worked_out(2000, ALL_AT_ONCE);
    WhatIfTurn turn = whatif_turns(&w, &h, ODE).cost;
    const StoryOffer *best = &w.decisions[turn.decision].options[turn.best].offer;
    StoryHistory other;
    assert_true(whatif_other_way(&h, turn.decision, best, ODE, turn.word, &other));
    assert_true(other.now->ended != 0);
    assert_true(bridge_word(play_person_c(sc, other.now, ODE)->trust_now) >= turn.word);
    assert_memory_equal(other.taken, h.taken, (size_t)turn.decision * sizeof *h.taken);
    assert_int_equal(other.taken[turn.decision].x, best->x);
    history_close(&other);
    whatif_deinit(&w);
    history_close(&h);
}

static const char LIE[] =
    "scenario { id = 'lie', title = 'Lie', days = { 'Mon', 'Tue' } }\n"
    "local ana = person 'ana' { name = 'Ana' }\n"
    "local note = commitment 'note' { kind = 'work', to = ana, what = 'the note', effort = 1,"
    " due = 'Mon 12:00' }\n"
    "scene 'early' { at = 'Mon 10:00', promise(note), choice {\n"
    "  option 'do_it' 'Do it.' { work(note, 1), ending 'over' },\n"
    "  option 'wait' 'Wait.' { spend { hours = 3 }, go 'late' } } }\n"
    "scene 'late' { ana 'Well?', choice {\n"
    "  option 'own' 'It was me.' { own_up(note), ending 'over' },\n"
    "  option 'nod' 'Nod.' { ask(ana), own_up(note), ending 'over' },\n"
    "  option 'lie' 'It is done.' { cover_up(note), found_out(note), ending 'over' } } }\n"
    "ending 'over' { title = 'Over', kind = 'apart', 'Over.' }\n";

// Where the best was out of reach already, a lie still cost the most: what was left to lose.
static void test_what_was_left_to_lose(void **state)
{
    (void)state;
    Scenario *market = sc;
    ScriptDiagnostics mistakes = { 0 };
    Err err = { 0 };
    sc = script_load_text("lie.lua", LIE, strlen(LIE), NULL, &mistakes, &err);
    if (sc == NULL) {
        fail_msg("%s", err.message);
    }
    play("wait,lie");
    WhatIf w = worked_out(400, ALL_AT_ONCE);
    assert_int_equal(whatif_word(&w, 0), BRIDGE_SOUND);
    WhatIfTurn cost = whatif_turns(&w, &h, 0).cost;
    assert_int_equal(cost.decision, 1);
    assert_true(cost.word < BRIDGE_SOUND);
    whatif_deinit(&w);
    history_close(&h);
    play("wait,own"); // nobody lied: then the hours cost most
    w = worked_out(400, ALL_AT_ONCE);
    cost = whatif_turns(&w, &h, 0).cost;
    assert_int_equal(cost.decision, 0);
    assert_int_equal(cost.word, BRIDGE_SOUND);
    whatif_deinit(&w);
    history_close(&h);
    scenario_free(sc);
    script_diagnostics_deinit(&mistakes);
    sc = market;
}

static void test_nothing_chosen_yet(void **state)
{
    (void)state;
    Err err = { 0 };
    assert_true(history_open(&h, sc, 1, &err));
    WhatIf w = worked_out(10, 1);
    WhatIfTurns turns = whatif_turns(&w, &h, STORY_NONE);
    assert_true(turns.cost.decision == -1 && turns.saved.decision == -1);
    whatif_deinit(&w);
    history_close(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts_agree_with_proof),
        cmocka_unit_test(test_another_seed_begins_anew),
        cmocka_unit_test(test_slices_change_nothing),
        cmocka_unit_test(test_what_was_undone_is_forgotten),
        cmocka_unit_test(test_turns),
        cmocka_unit_test(test_other_way_keeps_to_mine),
        cmocka_unit_test(test_what_was_left_to_lose),
        cmocka_unit_test(test_nothing_chosen_yet),
    };
    return cmocka_run_group_tests(tests, market_open, market_close);
}
