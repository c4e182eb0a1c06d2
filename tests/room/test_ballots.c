// links: script
// One ballot for each token, changed as often as one likes; live figures that lag; nothing left.
#include "room/sample.h"

#include "base/hash.h"

static void test_once_each(void **state)
{
    (void)state;
    RoomBallots box = { 0 };
    int sum = 0;
    for (unsigned round = 0; round < 3; round++) {
        for (unsigned i = 0; i < 500; i++) {
            assert_true(room_ballots_cast(&box, sample_token(i), (int)((i + round) % 3u), 5));
        }
    }
    assert_int_equal(box.count, 500);
    assert_int_equal(box.now.answered, 500);
    for (int i = 0; i < 3; i++) {
        sum += box.now.counts[i];
    }
    assert_int_equal(sum, 500);
    for (unsigned i = 0; i < 500; i++) {
        assert_int_equal(room_ballots_find(&box, sample_token(i)), (i + 2u) % 3u);
    }
    assert_int_equal(room_ballots_find(&box, sample_token(501)), -1);
    room_ballots_wipe(&box);
    assert_null(box.items);
}

// The order of what is kept is that of the tokens, whatever order they came in.
static void test_order_tells_nothing(void **state)
{
    (void)state;
    RoomBallots a = { 0 }, b = { 0 };
    for (unsigned i = 0; i < 40; i++) {
        room_ballots_cast(&a, sample_token(i), (int)(i % 3u), 5);
        room_ballots_cast(&b, sample_token(39 - i), (int)((39 - i) % 3u), 5);
    }
    for (int i = 0; i < 40; i++) {
        assert_memory_equal(&a.items[i].token, &b.items[i].token, ROOM_TOKEN_SIZE);
        assert_int_equal(a.items[i].option, b.items[i].option);
    }
    room_ballots_wipe(&a);
    room_ballots_wipe(&b);
}

static void test_full(void **state)
{
    (void)state;
    RoomBallots box = { 0 };
    for (unsigned i = 0; i < ROOM_BALLOTS_MAX; i++) {
        assert_true(room_ballots_cast(&box, sample_token(i), 0, 5));
    }
    assert_int_equal(box.count, ROOM_BALLOTS_MAX);
    assert_false(room_ballots_cast(&box, sample_token(ROOM_BALLOTS_MAX), 0, 5));
    assert_true(room_ballots_cast(&box, sample_token(7), 1, 5)); // a change still counts
    room_ballots_wipe(&box);
}

static int differ(const RoomTally *a, const RoomTally *b)
{
    int n = 0;
    for (int i = 0; i < 3; i++) {
        n +=
            a->counts[i] > b->counts[i] ? a->counts[i] - b->counts[i] : b->counts[i] - a->counts[i];
    }
    return n;
}

// Between two live figures, and between the last and the result, lie at least `least` people: so
// nobody's answer is the difference.
static void test_live_lags(void **state)
{
    (void)state;
    uint64_t stream = 7;
    for (int least = ROOM_LEAST_FROM; least <= ROOM_LEAST_TO; least++) {
        RoomBallots box = { 0 };
        RoomTally last = { 0 };
        unsigned people = (unsigned)least + random_below(&stream, 40);
        for (unsigned i = 0; i < people; i++) {
            room_ballots_cast(&box, sample_token(i), (int)random_below(&stream, 3), least);
            if (box.live.answered != last.answered) {
                assert_true(box.live.answered - last.answered >= least);
                assert_true(differ(&box.live, &last) >= least);
                last = box.live;
            }
            assert_true(box.live.answered == 0 || box.now.answered - box.live.answered >= least);
        }
        room_ballots_wipe(&box);
    }
}

// The figures of a large room do not stand still after its first fifty answers.
static void test_large_room(void **state)
{
    (void)state;
    RoomBallots box = { 0 };
    for (unsigned i = 0; i < 500; i++) {
        room_ballots_cast(&box, sample_token(i), (int)(i % 3), ROOM_LEAST_USUAL);
    }
    assert_true(box.live.answered >= 150);
    assert_true(box.now.answered - box.live.answered >= ROOM_LEAST_USUAL);
    room_ballots_wipe(&box);
}

static int changed(const int *a, const int *b, int people)
{
    int n = 0;
    for (int i = 0; i < people; i++) {
        n += a[i] != b[i] ? 1 : 0;
    }
    return n;
}

static RoomTally tally_of(const int *answers, int people)
{
    RoomTally tally = { 0 };
    for (int i = 0; i < people; i++) {
        if (answers[i] >= 0) {
            tally.answered++;
            tally.counts[answers[i]]++;
        }
    }
    return tally;
}

// However people come, change their minds and change them back: in any two figures that are shown, at least
// `least` people's answers are other ones.
static void test_back_and_forth(void **state)
{
    (void)state;
    enum { PEOPLE = 30 };
    static int looks[ROOM_LOOKS_MAX][PEOPLE]; // everybody's answer when figures were counted
    uint64_t stream = 11;
    int pairs = 0;
    for (int round = 0; round < 80; round++) {
        int least = ROOM_LEAST_FROM + round % 8, now[PEOPLE], before = 0;
        RoomBallots box = { 0 };
        memset(now, -1, sizeof now);
        for (int tap = 0; tap < 600; tap++) {
            // First everybody, then a few who cannot make up their minds.
            int who = (int)random_below(&stream, tap % 100 < 50 ? PEOPLE : (uint32_t)least);
            now[who] = (int)random_below(&stream, 3);
            room_ballots_cast(&box, sample_token((unsigned)who), now[who], least);
            if (tap == 40 && round % 3 == 0) { // started again
                room_ballots_settle(&box);
                assert_int_equal(box.live.answered, 0);
                before = 0;
            }
            if (box.looks == before) {
                continue;
            }
            before = box.looks;
            memcpy(looks[box.looks - 1], now, sizeof now);
            RoomTally shown = { 0 };
            if (box.looks > 1) {
                shown = tally_of(looks[box.looks - 2], PEOPLE);
            }
            assert_memory_equal(&shown, &box.live, sizeof shown); // late by one
            for (int i = 0; i + 1 < box.looks; i++) {
                assert_true(changed(looks[i], now, PEOPLE) >= least);
                pairs++;
            }
        }
        assert_true(box.looks <= ROOM_LOOKS_MAX);
        room_ballots_wipe(&box);
    }
    assert_true(pairs > 500);
}

// One person who changes back and forth is no crowd: with them counted, four others would be five.
static void test_one_is_no_crowd(void **state)
{
    (void)state;
    enum { LEAST = 5 };
    RoomBallots box = { 0 };
    for (unsigned i = 0; i < LEAST; i++) { // the first figures, waiting
        room_ballots_cast(&box, sample_token(i), 0, LEAST);
    }
    assert_int_equal(box.looks, 1);
    room_ballots_cast(&box, sample_token(0), 1, LEAST);
    room_ballots_cast(&box, sample_token(0), 0, LEAST); // and back
    for (unsigned i = 10; i < 14; i++) {
        room_ballots_cast(&box, sample_token(i), 2, LEAST);
    }
    assert_int_equal(box.looks, 1); // four, not five
    assert_int_equal(box.live.answered, 0);
    room_ballots_cast(&box, sample_token(14), 2, LEAST);
    assert_int_equal(box.looks, 2);
    assert_int_equal(box.live.answered, LEAST);
    // All five go elsewhere, which shows the second; then all but one go back to where they were first. Nearly
    // the first figures again: not counted as new ones.
    for (unsigned i = 10; i < 15; i++) {
        room_ballots_cast(&box, sample_token(i), 1, LEAST);
    }
    assert_int_equal(box.looks, 3);
    assert_int_equal(box.live.counts[2], LEAST);
    for (unsigned i = 10; i < 14; i++) {
        room_ballots_cast(&box, sample_token(i), 2, LEAST);
    }
    for (unsigned i = 0; i < 4; i++) {
        room_ballots_cast(&box, sample_token(i), i == 0 ? 1 : 0, LEAST);
    }
    assert_int_equal(box.looks, 3);
    room_ballots_wipe(&box);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_once_each),
        cmocka_unit_test(test_order_tells_nothing),
        cmocka_unit_test(test_full),
        cmocka_unit_test(test_live_lags),
        cmocka_unit_test(test_large_room),
        cmocka_unit_test(test_back_and_forth),
        cmocka_unit_test(test_one_is_no_crowd),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
