// What holds for every bridge: discs stay where they are, less trust is never a better plank, no
// plank says two things, and no input is too strange.
#include "support/test.h"

#include "base/hash.h"
#include "bridge/bridge.h"

#include <stdlib.h>
#include <string.h>

enum { MANY = 300, FATES = BRIDGE_FOUND_OUT + 1 };

static BridgeCommitment random_commitment(uint64_t *stream, int id)
{
    return (BridgeCommitment){
        .fate = (uint8_t)random_below(stream, FATES),
        .theirs = random_below(stream, 4) == 0,
        .id = (int16_t)id,
        .settled = (int32_t)random_below(stream, 50),
    };
}

static BridgeCondition bridge_of(int32_t trust, const BridgeCommitment *commitments, int count)
{
    BridgeInput input = { .trust = trust, .commitments = commitments, .commitment_count = count };
    return bridge_condition(&input);
}

// Where the disc of the commitment with that id hangs; -1 for nowhere.
static int plank_of_id(const BridgeCondition *bridge, int id)
{
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        if (bridge->planks[i].id == id) {
            return i;
        }
    }
    return -1;
}

static void discs_are_spread_evenly(void **state)
{
    static const struct {
        int discs, least_distance;
    } rows[] = { { 2, 6 }, { 3, 6 }, { 4, 6 }, { 5, 3 }, { 8, 3 }, { 16, 1 } };
    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++) {
        for (int a = 1; a <= rows[row].discs; a++) {
            int place = bridge_disc_plank(a);
            assert_true(place >= 0 && place < BRIDGE_PLANKS);
            for (int b = 1; b < a; b++) {
                assert_true(abs(place - bridge_disc_plank(b)) >= rows[row].least_distance);
            }
        }
    }
}

// Promise after promise, settled in any order: a disc once given hangs where it hung, until it is
// laid in a gap or given away beyond sixteen.
static void discs_stay_where_they_are(void **state)
{
    (void)state;
    uint64_t stream = 3;
    for (int life = 0; life < 2000; life++) {
        BridgeCommitment list[BRIDGE_DISCS];
        int count = 0;
        for (int step = 1; step <= 60; step++) {
            if (count < BRIDGE_DISCS && random_below(&stream, 3) == 0) {
                list[count] = (BridgeCommitment){ .fate = BRIDGE_OPEN, .id = (int16_t)count };
                count++;
            } else if (count > 0) {
                BridgeCommitment *one = &list[random_below(&stream, (uint32_t)count)];
                if (one->fate == BRIDGE_OPEN) {
                    one->fate = (uint8_t)(1 + random_below(&stream, FATES - 1));
                    one->settled = step;
                }
            }
            BridgeCondition bridge = bridge_of(400000, list, count);
            for (int i = 0; i < count; i++) {
                int place = plank_of_id(&bridge, i);
                if (place < 0) { // then it lies in a gap
                    assert_int_equal(list[i].fate, BRIDGE_KEPT);
                    bool found = false;
                    for (int k = 0; k < BRIDGE_PLANKS; k++) {
                        found = found || bridge.planks[k].mended_id == i;
                    }
                    assert_true(found);
                } else {
                    assert_int_equal(place, bridge_disc_plank(i + 1));
                    assert_int_equal(bridge.planks[place].disc, i + 1);
                }
            }
        }
    }
}

// What was once laid in a gap stays there, whatever is settled or promised later.
static void new_planks_stay_laid(void **state)
{
    (void)state;
    uint64_t stream = 4;
    for (int life = 0; life < 2000; life++) {
        BridgeCommitment list[BRIDGE_DISCS];
        int mender[BRIDGE_DISCS];
        for (int i = 0; i < BRIDGE_DISCS; i++) {
            list[i] = (BridgeCommitment){ .fate = BRIDGE_OPEN, .id = (int16_t)i };
            list[i].theirs = random_below(&stream, 4) == 0;
            mender[i] = -1;
        }
        for (int step = 1; step <= 40; step++) {
            BridgeCommitment *one = &list[random_below(&stream, BRIDGE_DISCS)];
            if (one->fate == BRIDGE_OPEN) {
                one->fate = random_below(&stream, 2) ? BRIDGE_KEPT : BRIDGE_MISSED;
                one->settled = step;
            }
            BridgeCondition bridge = bridge_of(700000, list, BRIDGE_DISCS);
            for (int i = 0; i < BRIDGE_DISCS; i++) {
                const BridgePlank *plank = &bridge.planks[bridge_disc_plank(i + 1)];
                if (mender[i] >= 0) {
                    assert_int_equal(plank->mended_id, mender[i]);
                }
                mender[i] = plank->mended_id;
            }
        }
    }
}

// Beyond sixteen the oldest kept ones lose their disc, and only they.
static void the_oldest_kept_lose_their_disc(void **state)
{
    (void)state;
    BridgeCommitment list[18];
    for (int i = 0; i < 18; i++) {
        list[i] = (BridgeCommitment){ .fate = BRIDGE_OPEN, .id = (int16_t)i };
    }
    BridgeCondition bridge = bridge_of(700000, list, 17);
    assert_int_equal(plank_of_id(&bridge, 16), -1); // all are open: none to spare

    list[5].fate = BRIDGE_KEPT;
    list[5].settled = 2;
    list[3].fate = BRIDGE_KEPT;
    list[3].settled = 9;
    list[0].fate = BRIDGE_MISSED;
    list[0].settled = 20;
    bridge = bridge_of(700000, list, 17);
    assert_int_equal(plank_of_id(&bridge, 5), -1);
    assert_int_equal(plank_of_id(&bridge, 16), bridge_disc_plank(6));
    assert_int_equal(plank_of_id(&bridge, 3), bridge_disc_plank(4));
    bridge = bridge_of(700000, list, 18);
    assert_int_equal(plank_of_id(&bridge, 16), bridge_disc_plank(6)); // it has not moved
    assert_int_equal(plank_of_id(&bridge, 17), bridge_disc_plank(4));
    assert_int_equal(plank_of_id(&bridge, 0), bridge_disc_plank(1)); // what broke keeps its disc
}

// From the best to the worst; MARKED, NEW and WORN belong to commitments and do not follow trust.
static int badness(uint8_t state)
{
    switch ((BridgePlankState)state) {
    case BRIDGE_PLANK_GREY:
        return 1;
    case BRIDGE_PLANK_CRACKED:
        return 2;
    case BRIDGE_PLANK_HANGING:
    case BRIDGE_PLANK_GONE:
        return 3;
    case BRIDGE_PLANK_SOUND:
    case BRIDGE_PLANK_MARKED:
    case BRIDGE_PLANK_NEW:
    case BRIDGE_PLANK_WORN:
        return 0;
    }
    return 0;
}

static void less_trust_is_never_a_better_plank(void **state)
{
    (void)state;
    uint64_t stream = 5;
    for (int life = 0; life < 300; life++) {
        BridgeCommitment list[20];
        int count = (int)random_below(&stream, 21);
        for (int i = 0; i < count; i++) {
            list[i] = random_commitment(&stream, i);
        }
        BridgeCondition before = bridge_of(1000000, list, count);
        for (int32_t trust = 1000000; trust >= 0; trust -= 5000) {
            BridgeCondition now = bridge_of(trust, list, count);
            assert_true(now.word <= before.word);
            assert_true(now.gauge_halves <= before.gauge_halves);
            for (int i = 0; i < BRIDGE_PLANKS; i++) {
                assert_true(badness(now.planks[i].state) >= badness(before.planks[i].state));
                if (now.planks[i].disc != 0) { // trust moves good faith alone
                    assert_int_equal(now.planks[i].state, before.planks[i].state);
                }
            }
            before = now;
        }
    }
}

// Every plank by itself: what its fields say fits together.
static void assert_one_state(const BridgePlank *plank)
{
    assert_true(plank->state <= BRIDGE_PLANK_GONE);
    assert_true(plank->disc >= 0 && plank->disc <= BRIDGE_DISCS);
    if (plank->disc == 0) {
        assert_true(plank->state == BRIDGE_PLANK_SOUND || plank->state == BRIDGE_PLANK_GREY ||
                    plank->state == BRIDGE_PLANK_CRACKED || plank->state == BRIDGE_PLANK_GONE);
        assert_int_equal(plank->mended_by, 0);
        assert_int_equal(plank->mended_id, -1);
        assert_int_equal(plank->id, -1);
        assert_false(plank->theirs);
        return;
    }
    assert_true(plank->state != BRIDGE_PLANK_GREY);
    assert_true(plank->mended_id < 0 || plank->state == BRIDGE_PLANK_NEW);
    assert_true(plank->mended_by == 0 || plank->mended_id >= 0);
    if (plank->state == BRIDGE_PLANK_MARKED) {
        assert_int_equal(plank->fate, BRIDGE_OPEN);
    }
}

static void assert_well_made(const BridgeCondition *bridge)
{
    int seen[BRIDGE_DISCS + 1] = { 0 };
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        const BridgePlank *plank = &bridge->planks[i];
        assert_one_state(plank);
        seen[plank->disc]++;
        seen[plank->mended_by]++;
        if (plank->disc != 0) {
            assert_int_equal(bridge_disc_plank(plank->disc), i);
        }
    }
    for (int disc = 1; disc <= BRIDGE_DISCS; disc++) {
        assert_true(seen[disc] <= 1);
    }
    int gone = 0;
    for (int i = 0; i < BRIDGE_STRANDS; i++) {
        assert_true(bridge->strands[i] <= BRIDGE_STRAND_SPLICED);
        gone += bridge->strands[i] == BRIDGE_STRAND_GONE;
    }
    assert_int_equal(bridge->frayed, gone >= 4);
    assert_true(bridge->word <= BRIDGE_SOUND);
    assert_true(bridge->gauge_halves >= 0 && bridge->gauge_halves <= 2 * BRIDGE_GAUGE);
}

static int32_t any_int32(uint64_t *stream)
{
    static const int32_t edges[] = { INT32_MIN, INT32_MAX, 0, -1, 1000000 };
    uint32_t drawn = random_below(stream, 8);
    return drawn < 5 ? edges[drawn] : (int32_t)random_below(stream, 1000001);
}

static void no_input_is_too_strange(void **state)
{
    (void)state;
    static BridgeCommitment list[MANY];
    uint64_t stream = 6;
    for (int i = 0; i < 20000; i++) {
        int count = (int)random_below(&stream, i % 20 == 0 ? MANY + 1 : 24);
        for (int k = 0; k < count; k++) {
            list[k] = random_commitment(&stream, k);
            if (random_below(&stream, 20) == 0) {
                list[k].settled = any_int32(&stream);
            }
        }
        BridgeInput input = {
            .trust = any_int32(&stream),
            .rapport = any_int32(&stream),
            .stain = any_int32(&stream),
            .violations = any_int32(&stream),
            .strands_back = any_int32(&stream),
            .lantern = random_below(&stream, 2) == 1,
            .commitments = list,
            .commitment_count = count,
        };
        BridgeCondition bridge = bridge_condition(&input);
        assert_well_made(&bridge);
    }
}

// Nobody hesitates but in the band, and the thresholds are those of the rules.
static void crossing_follows_the_thresholds(void **state)
{
    static const struct {
        BridgeStakes stakes;
        int32_t threshold;
    } rows[] = {
        { BRIDGE_STAKES_SMALL, 350000 },
        { BRIDGE_STAKES_MEDIUM, 550000 },
        { BRIDGE_STAKES_HIGH, 750000 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int32_t threshold = bridge_crossing_threshold(rows[i].stakes, 0);
        assert_int_equal(threshold, rows[i].threshold);
        assert_int_equal(bridge_crossing(threshold, threshold), BRIDGE_CROSSES);
        assert_int_equal(bridge_crossing(threshold - 1, threshold), BRIDGE_HESITATES);
        assert_int_equal(bridge_crossing(threshold - 100000, threshold), BRIDGE_HESITATES);
        assert_int_equal(bridge_crossing(threshold - 100001, threshold), BRIDGE_TURNS_BACK);
        assert_int_equal(bridge_crossing(1000000, threshold), BRIDGE_CROSSES);
        assert_int_equal(bridge_crossing(0, threshold), BRIDGE_TURNS_BACK);
        assert_int_equal(bridge_crossing_threshold(rows[i].stakes, 50000), threshold + 50000);
        assert_int_equal(bridge_crossing_threshold(rows[i].stakes, -20000), threshold - 20000);
        assert_int_equal(bridge_crossing_threshold(rows[i].stakes, 900000), threshold + 50000);
        BridgeCrossing last = BRIDGE_TURNS_BACK;
        for (int32_t trust = 0; trust <= 1000000; trust += 1000) {
            BridgeCrossing now = bridge_crossing(trust, threshold);
            assert_true(now >= last);
            last = now;
        }
    }
    // Baseline goodwill carries a medium need and is not enough for a high one.
    int32_t high = bridge_crossing_threshold(BRIDGE_STAKES_HIGH, 0);
    int32_t medium = bridge_crossing_threshold(BRIDGE_STAKES_MEDIUM, 0);
    assert_int_equal(bridge_crossing(660000, medium), BRIDGE_CROSSES);
    assert_int_not_equal(bridge_crossing(660000, high), BRIDGE_CROSSES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(discs_are_spread_evenly),
        cmocka_unit_test(discs_stay_where_they_are),
        cmocka_unit_test(new_planks_stay_laid),
        cmocka_unit_test(the_oldest_kept_lose_their_disc),
        cmocka_unit_test(less_trust_is_never_a_better_plank),
        cmocka_unit_test(no_input_is_too_strange),
        cmocka_unit_test(crossing_follows_the_thresholds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
