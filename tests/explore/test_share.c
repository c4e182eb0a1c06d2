// links: explore
// Whoever is there, and in whatever order they come: each piece is done once.
#include "support/test.h"

#include "explore/share.h"

#include <string.h>

enum { MOST = 100 };

typedef struct Done {
    int times[MOST], by[EXPLORE_HANDS_MAX];
} Done;

static void note(void *context, int hand, uint32_t nth)
{
    Done *done = context;
    assert_true(nth < MOST);
    done->times[nth]++;
    done->by[hand]++;
}

static void one_by_one(void *context, void (*job)(void *work, int hand), void *work)
{
    const int *count = context;
    for (int i = *count; i-- > 0;) {
        job(work, i);
    }
}

static void assert_each_once(const Done *done, uint32_t count)
{
    for (uint32_t i = 0; i < MOST; i++) {
        assert_int_equal(done->times[i], i < count ? 1 : 0);
    }
}

static void test_each_piece_once(void **state)
{
    (void)state;
    for (uint32_t count = 0; count <= MOST; count++) {
        for (uint32_t at_a_time = 1; at_a_time < 12; at_a_time += 5) {
            Done alone = { .times = { 0 } };
            explore_share(NULL, count, at_a_time, &alone, note);
            assert_each_once(&alone, count);
            assert_int_equal(alone.by[0], count);
            for (int many = 1; many <= EXPLORE_HANDS_MAX; many++) {
                Done done = { .times = { 0 } };
                ExploreHands hands = { &many, many, one_by_one };
                explore_share(&hands, count, at_a_time, &done, note);
                assert_each_once(&done, count);
            }
        }
    }
}

typedef struct Turn { // two hands that come by turns, one job inside the other
    void (*job)(void *work, int hand);
    void *work;
    int order[MOST];
    uint32_t piece[MOST];
    uint32_t count;
} Turn;

static void in_between(void *context, int hand, uint32_t nth)
{
    Turn *turn = context;
    turn->piece[turn->count] = nth;
    turn->order[turn->count++] = hand;
    if (turn->count == 1) { // the other one begins while this one is at its first piece
        turn->job(turn->work, 1 - hand);
    }
}

static void one_inside(void *context, void (*job)(void *work, int hand), void *work)
{
    Turn *turn = context;
    turn->job = job;
    turn->work = work;
    job(work, 0);
}

// Who comes second begins with its own part, and then helps.
static void test_who_is_done_helps(void **state)
{
    (void)state;
    Turn turn = { .count = 0 };
    ExploreHands hands = { &turn, 2, one_inside };
    explore_share(&hands, 10, 1, &turn, in_between);
    assert_int_equal(turn.count, 10);
    for (uint32_t i = 0; i < 10; i++) {
        assert_int_equal(turn.order[i], i > 0);
        assert_int_equal(turn.piece[i], i == 0 ? 0 : i < 6 ? i + 4 : i - 5);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_piece_once),
        cmocka_unit_test(test_who_is_done_helps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
