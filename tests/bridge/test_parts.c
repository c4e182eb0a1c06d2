// The table "what each part says", row by row.
#include "support/test.h"

#include "bridge/bridge.h"

enum { SOUND = 660000 };

static BridgeCommitment commitment(BridgeFate fate, int id, int settled)
{
    return (BridgeCommitment){ .fate = (uint8_t)fate, .id = (int16_t)id, .settled = settled };
}

static BridgeCondition bridge_of(int32_t trust, const BridgeCommitment *commitments, int count)
{
    BridgeInput input = {
        .trust = trust,
        .rapport = 500000,
        .commitments = commitments,
        .commitment_count = count,
    };
    return bridge_condition(&input);
}

static int planks_in_state(const BridgeCondition *bridge, BridgePlankState state)
{
    int count = 0;
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        count += bridge->planks[i].state == state;
    }
    return count;
}

static void a_new_bridge_is_whole(void **state)
{
    (void)state;
    BridgeCondition bridge = bridge_of(SOUND, NULL, 0);
    assert_int_equal(planks_in_state(&bridge, BRIDGE_PLANK_SOUND), BRIDGE_PLANKS);
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        assert_int_equal(bridge.planks[i].disc, 0);
        assert_int_equal(bridge.planks[i].id, -1);
        assert_int_equal(bridge.planks[i].mended_id, -1);
    }
    for (int i = 0; i < BRIDGE_STRANDS; i++) {
        assert_int_equal(bridge.strands[i], BRIDGE_STRAND_WHOLE);
    }
    assert_int_equal(bridge.word, BRIDGE_SOUND);
    assert_int_equal(bridge.gauge_halves, 13);
    assert_int_equal(bridge.scar, 0);
    assert_int_equal(bridge.rapport, 500000);
    assert_int_equal(bridge.trust, SOUND);
    assert_false(bridge.frayed || bridge.mended || bridge.lantern);
}

static void a_numbered_plank_says_what_became_of_it(void **state)
{
    static const struct {
        BridgeFate fate;
        BridgePlankState state;
    } rows[] = {
        { BRIDGE_OPEN, BRIDGE_PLANK_MARKED },    { BRIDGE_KEPT, BRIDGE_PLANK_SOUND },
        { BRIDGE_LAPSED, BRIDGE_PLANK_SOUND },   { BRIDGE_MOVED, BRIDGE_PLANK_WORN },
        { BRIDGE_WARNED, BRIDGE_PLANK_CRACKED }, { BRIDGE_OWNED_UP, BRIDGE_PLANK_CRACKED },
        { BRIDGE_MISSED, BRIDGE_PLANK_HANGING }, { BRIDGE_FOUND_OUT, BRIDGE_PLANK_GONE },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        for (int theirs = 0; theirs < 2; theirs++) {
            BridgeCommitment one = commitment(rows[i].fate, 77, 1);
            one.theirs = theirs == 1;
            BridgeCondition bridge = bridge_of(SOUND, &one, 1);
            const BridgePlank *plank = &bridge.planks[bridge_disc_plank(1)];
            assert_int_equal(plank->state, rows[i].state);
            assert_int_equal(plank->disc, 1);
            assert_int_equal(plank->fate, rows[i].fate);
            assert_int_equal(plank->id, 77);
            assert_int_equal(plank->theirs, theirs);
            assert_int_equal(plank->mended_by, 0);
            int gone = rows[i].fate == BRIDGE_FOUND_OUT ? 3 : 0;
            assert_int_equal(planks_in_state(&bridge, BRIDGE_PLANK_GONE), gone);
        }
    }
}

// Only those without a number: a neighbour that is a promise keeps its own state.
static void a_deception_takes_its_unnumbered_neighbours(void **state)
{
    enum { COUNT = 9 }; // disc 9 lies beside disc 2
    BridgeCommitment list[COUNT];
    (void)state;
    for (int i = 0; i < COUNT; i++) {
        list[i] = commitment(BRIDGE_OPEN, i, 0);
    }
    list[1] = commitment(BRIDGE_FOUND_OUT, 1, 1);
    BridgeCondition bridge = bridge_of(SOUND, list, COUNT);
    int place = bridge_disc_plank(2);
    assert_int_equal(bridge_disc_plank(9), place + 1);
    assert_int_equal(bridge.planks[place].state, BRIDGE_PLANK_GONE);
    assert_int_equal(bridge.planks[place - 1].state, BRIDGE_PLANK_GONE);
    assert_int_equal(bridge.planks[place + 1].state, BRIDGE_PLANK_MARKED);
    assert_int_equal(bridge.planks[place - 2].state, BRIDGE_PLANK_SOUND);
}

static void a_kept_one_is_laid_in_the_oldest_gap(void **state)
{
    (void)state;
    BridgeCommitment list[] = {
        commitment(BRIDGE_KEPT, 10, 1),   // before any break: stays where it is
        commitment(BRIDGE_MISSED, 11, 5), // the younger gap, though promised earlier
        commitment(BRIDGE_MISSED, 12, 3), // the older gap
        commitment(BRIDGE_KEPT, 13, 8),   commitment(BRIDGE_OPEN, 14, 0),
    };
    BridgeCondition bridge = bridge_of(SOUND, list, 5);
    const BridgePlank *mended = &bridge.planks[bridge_disc_plank(3)];
    assert_int_equal(mended->state, BRIDGE_PLANK_NEW);
    assert_int_equal(mended->disc, 3); // both numbers: what broke here
    assert_int_equal(mended->id, 12);
    assert_int_equal(mended->fate, BRIDGE_MISSED);
    assert_int_equal(mended->mended_by, 4); // and what mended it
    assert_int_equal(mended->mended_id, 13);
    assert_int_equal(bridge.planks[bridge_disc_plank(2)].state, BRIDGE_PLANK_HANGING);
    assert_int_equal(bridge.planks[bridge_disc_plank(1)].state, BRIDGE_PLANK_SOUND);
    assert_int_equal(bridge.planks[bridge_disc_plank(1)].disc, 1);
    // Where the fourth was marked, sound wood without a number is left.
    assert_int_equal(bridge.planks[bridge_disc_plank(4)].state, BRIDGE_PLANK_SOUND);
    assert_int_equal(bridge.planks[bridge_disc_plank(4)].disc, 0);
    assert_false(bridge.mended);

    list[4] = commitment(BRIDGE_KEPT, 14, 9);
    bridge = bridge_of(SOUND, list, 5);
    assert_int_equal(bridge.planks[bridge_disc_plank(2)].mended_by, 5);
    assert_int_equal(planks_in_state(&bridge, BRIDGE_PLANK_NEW), 2);
    assert_int_equal(planks_in_state(&bridge, BRIDGE_PLANK_HANGING), 0);
    assert_true(bridge.mended);
}

// A kept promise is never a hole: where its disc hung, wood holds even when good faith is gone.
static void a_kept_one_leaves_sound_wood_behind(void **state)
{
    (void)state;
    BridgeCommitment list[] = { commitment(BRIDGE_MISSED, 0, 1), commitment(BRIDGE_KEPT, 1, 2) };
    BridgeCondition bridge = bridge_of(0, list, 2);
    assert_int_equal(bridge.planks[bridge_disc_plank(2)].state, BRIDGE_PLANK_SOUND);
    assert_int_equal(bridge.planks[bridge_disc_plank(1)].state, BRIDGE_PLANK_NEW);
    assert_int_equal(planks_in_state(&bridge, BRIDGE_PLANK_GONE), BRIDGE_PLANKS - 2);
}

static void a_mended_deception_gives_its_neighbours_back(void **state)
{
    (void)state;
    BridgeCommitment list[] = { commitment(BRIDGE_FOUND_OUT, 0, 1), commitment(BRIDGE_KEPT, 1, 2) };
    BridgeCondition bridge = bridge_of(SOUND, list, 2);
    assert_int_equal(planks_in_state(&bridge, BRIDGE_PLANK_GONE), 0);
    assert_int_equal(bridge.planks[bridge_disc_plank(1)].state, BRIDGE_PLANK_NEW);
    assert_true(bridge.mended);
}

static void each_side_mends_its_own_gaps(void **state)
{
    (void)state;
    BridgeCommitment list[] = { commitment(BRIDGE_MISSED, 0, 1), commitment(BRIDGE_KEPT, 1, 2) };
    list[1].theirs = true;
    BridgeCondition bridge = bridge_of(SOUND, list, 2);
    assert_int_equal(bridge.planks[bridge_disc_plank(1)].state, BRIDGE_PLANK_HANGING);
    assert_int_equal(bridge.planks[bridge_disc_plank(2)].state, BRIDGE_PLANK_SOUND);
    assert_false(bridge.mended);
    list[0].theirs = true;
    bridge = bridge_of(SOUND, list, 2);
    assert_int_equal(bridge.planks[bridge_disc_plank(1)].state, BRIDGE_PLANK_NEW);
    assert_true(bridge.planks[bridge_disc_plank(1)].theirs);
}

static void lapsed_and_open_ones_mend_nothing(void **state)
{
    static const BridgeFate fates[] = { BRIDGE_LAPSED, BRIDGE_OPEN, BRIDGE_MOVED };
    (void)state;
    for (size_t i = 0; i < sizeof fates / sizeof fates[0]; i++) {
        BridgeCommitment list[] = { commitment(BRIDGE_MISSED, 0, 1), commitment(fates[i], 1, 2) };
        BridgeCondition bridge = bridge_of(SOUND, list, 2);
        assert_int_equal(planks_in_state(&bridge, BRIDGE_PLANK_NEW), 0);
        assert_int_equal(bridge.planks[bridge_disc_plank(2)].disc, 2);
    }
}

static void good_faith_falls_from_the_middle(void **state)
{
    static const struct {
        int32_t trust;
        int gone, cracked, grey;
    } rows[] = {
        { 600000, 0, 0, 0 }, { 599999, 0, 0, 0 }, { 575001, 0, 0, 0 },   { 575000, 1, 1, 1 },
        { 450000, 6, 6, 6 }, { 400000, 8, 8, 8 }, { 300000, 12, 12, 0 }, { 200000, 16, 8, 0 },
        { 1, 23, 1, 0 },     { 0, 24, 0, 0 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        BridgeCondition bridge = bridge_of(rows[i].trust, NULL, 0);
        assert_int_equal(planks_in_state(&bridge, BRIDGE_PLANK_GONE), rows[i].gone);
        assert_int_equal(planks_in_state(&bridge, BRIDGE_PLANK_CRACKED), rows[i].cracked);
        assert_int_equal(planks_in_state(&bridge, BRIDGE_PLANK_GREY), rows[i].grey);
    }
    BridgeCondition bridge = bridge_of(575000, NULL, 0);
    assert_int_equal(bridge.planks[11].state, BRIDGE_PLANK_GONE);
    assert_int_equal(bridge.planks[12].state, BRIDGE_PLANK_CRACKED);
    assert_int_equal(bridge.planks[10].state, BRIDGE_PLANK_GREY);
    assert_int_equal(bridge.planks[13].state, BRIDGE_PLANK_SOUND);
    assert_int_equal(bridge.planks[0].state, BRIDGE_PLANK_SOUND);
}

static int strands_in_state(const BridgeCondition *bridge, BridgeStrand state)
{
    int count = 0;
    for (int i = 0; i < BRIDGE_STRANDS; i++) {
        count += bridge->strands[i] == state;
    }
    return count;
}

static void ropes_lose_and_regain_strands(void **state)
{
    static const struct {
        int violations, back, gone, spliced;
    } rows[] = {
        { 0, 0, 0, 0 },  { 1, 0, 1, 0 }, { 3, 0, 3, 0 },  { 4, 0, 4, 0 },  { 8, 0, 8, 0 },
        { 12, 0, 8, 0 }, { 1, 1, 0, 1 }, { 5, 2, 3, 2 },  { 8, 8, 0, 8 },  { 9, 8, 1, 7 },
        { 10, 3, 7, 1 }, { 0, 4, 0, 0 }, { -3, 2, 0, 0 }, { 2, -1, 2, 0 }, { 20, 20, 0, 8 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        BridgeInput input = { .trust = SOUND,
                              .violations = rows[i].violations,
                              .strands_back = rows[i].back };
        BridgeCondition bridge = bridge_condition(&input);
        assert_int_equal(strands_in_state(&bridge, BRIDGE_STRAND_GONE), rows[i].gone);
        assert_int_equal(strands_in_state(&bridge, BRIDGE_STRAND_SPLICED), rows[i].spliced);
        assert_int_equal(bridge.frayed, rows[i].gone >= 4);
    }
}

// The first four violations strain each of the four ropes once.
// Who is kind only while distrusted finds every rope short of a strand, whatever was spliced.
static void no_rope_is_whole_while_they_are_on_guard(void **state)
{
    static const struct {
        int violations, back, gone, spliced;
    } rows[] = { { 0, 0, 4, 0 }, { 3, 1, 4, 0 }, { 4, 4, 4, 0 }, { 6, 6, 4, 2 }, { 8, 1, 7, 1 } };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        BridgeInput input = { .trust = 660000,
                              .violations = rows[i].violations,
                              .strands_back = rows[i].back,
                              .on_guard = true };
        BridgeCondition bridge = bridge_condition(&input);
        assert_int_equal(strands_in_state(&bridge, BRIDGE_STRAND_GONE), rows[i].gone);
        assert_int_equal(strands_in_state(&bridge, BRIDGE_STRAND_SPLICED), rows[i].spliced);
        assert_true(bridge.frayed && bridge.on_guard);
        for (int rope = 0; rope < 4; rope++) {
            assert_true(bridge.strands[2 * rope] == BRIDGE_STRAND_GONE ||
                        bridge.strands[2 * rope + 1] == BRIDGE_STRAND_GONE);
        }
        input.on_guard = false;
        assert_false(bridge_condition(&input).on_guard);
    }
}

static void strands_go_one_rope_after_the_other(void **state)
{
    (void)state;
    BridgeInput input = { .trust = SOUND, .violations = 4 };
    BridgeCondition bridge = bridge_condition(&input);
    for (int rope = 0; rope < 4; rope++) {
        bool one = bridge.strands[2 * rope] == BRIDGE_STRAND_GONE;
        bool two = bridge.strands[2 * rope + 1] == BRIDGE_STRAND_GONE;
        assert_true(one != two);
    }
}

static void words_and_gauge_follow_trust(void **state)
{
    static const struct {
        int32_t trust;
        const char *word;
        int halves;
    } rows[] = {
        { 1000000, "sound", 20 }, { 600000, "sound", 12 },   { 599999, "worn", 11 },
        { 450000, "worn", 9 },    { 449999, "strained", 8 }, { 300000, "strained", 6 },
        { 299999, "unsafe", 5 },  { 150000, "unsafe", 3 },   { 149999, "down", 2 },
        { 0, "down", 0 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        BridgeCondition bridge = bridge_of(rows[i].trust, NULL, 0);
        assert_string_equal(bridge_word_name((BridgeWord)bridge.word), rows[i].word);
        assert_int_equal(bridge.gauge_halves, rows[i].halves);
    }
    for (int word = BRIDGE_DOWN; word <= BRIDGE_SOUND; word++) {
        BridgeWord parsed;
        assert_true(bridge_word_parse(bridge_word_name((BridgeWord)word), &parsed));
        assert_int_equal(parsed, word);
        assert_int_equal(bridge_word(bridge_word_threshold((BridgeWord)word)), word);
    }
    BridgeWord untouched = BRIDGE_WORN;
    assert_false(bridge_word_parse("Sound", &untouched));
    assert_false(bridge_word_parse("", &untouched));
    assert_int_equal(untouched, BRIDGE_WORN);
}

static void posts_lantern_and_scar_are_passed_on(void **state)
{
    (void)state;
    BridgeInput input = { .trust = 1200000, .rapport = -5, .stain = 180000, .lantern = true };
    BridgeCondition bridge = bridge_condition(&input);
    assert_int_equal(bridge.trust, 1000000);
    assert_int_equal(bridge.rapport, 0);
    assert_int_equal(bridge.scar, 180000);
    assert_true(bridge.lantern);
    assert_int_equal(bridge.gauge_halves, 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_bridge_is_whole),
        cmocka_unit_test(a_numbered_plank_says_what_became_of_it),
        cmocka_unit_test(a_deception_takes_its_unnumbered_neighbours),
        cmocka_unit_test(a_kept_one_is_laid_in_the_oldest_gap),
        cmocka_unit_test(a_kept_one_leaves_sound_wood_behind),
        cmocka_unit_test(a_mended_deception_gives_its_neighbours_back),
        cmocka_unit_test(each_side_mends_its_own_gaps),
        cmocka_unit_test(lapsed_and_open_ones_mend_nothing),
        cmocka_unit_test(good_faith_falls_from_the_middle),
        cmocka_unit_test(ropes_lose_and_regain_strands),
        cmocka_unit_test(no_rope_is_whole_while_they_are_on_guard),
        cmocka_unit_test(strands_go_one_rope_after_the_other),
        cmocka_unit_test(words_and_gauge_follow_trust),
        cmocka_unit_test(posts_lantern_and_scar_are_passed_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
