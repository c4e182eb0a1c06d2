// See reads_tests.h.
#include "explore/reads_tests.h"

#include "base/arena.h"

// The states of *commitment (-1: any so far) in which a condition that asks for nothing else is true;
// false where it asks for more.
static bool states_of(const Scenario *sc, int cond, int *commitment, uint16_t *states)
{
    const StoryCond *c = &sc->conds[cond];
    if (c->kind == COND_ALL || c->kind == COND_ANY) {
        *states = c->kind == COND_ALL ? 0xffff : 0;
        for (int i = 0; i < c->a; i++) {
            uint16_t some = 0;
            if (!states_of(sc, c->b + i, commitment, &some)) {
                return false;
            }
            *states = c->kind == COND_ALL ? *states & some : *states | some;
        }
        return c->a > 0;
    }
    if (c->kind == COND_NO) {
        bool only = states_of(sc, c->b, commitment, states);
        *states = (uint16_t) ~*states;
        return only;
    }
    *states = play_states_of((StoryCondKind)c->kind);
    if (*states == 0 || (*commitment >= 0 && *commitment != c->a)) {
        return false;
    }
    *commitment = c->a;
    return true;
}

static void find_tests(ExploreReads *reads)
{
    const Scenario *sc = reads->scenario;
    size_t room = (size_t)sc->cond_count + 1;
    reads->tests = mem_alloc(sizeof *reads->tests * room);
    reads->test_of = mem_alloc(sizeof *reads->test_of * room);
    for (int i = 0; i < sc->cond_count; i++) {
        int commitment = -1, test = 0;
        uint16_t states = 0;
        reads->test_of[i] = -1;
        if (!states_of(sc, i, &commitment, &states)) {
            continue;
        }
        while (test < reads->test_count && (reads->tests[test].states != states ||
                                            reads->tests[test].commitment != commitment)) {
            test++;
        }
        if (test == reads->test_count) {
            reads->tests[reads->test_count++] = (ExploreTest){ states, (uint8_t)commitment };
        }
        reads->test_of[i] = (int16_t)test;
    }
}

static void list_answers(ExploreReads *reads)
{
    const Scenario *sc = reads->scenario;
    size_t words = (size_t)explore_set_words(reads->test_count);
    size_t rows = (size_t)sc->commitment_count * EXPLORE_STATES;
    reads->test_holds = mem_alloc(sizeof *reads->test_holds * (rows * words + 1));
    for (int i = 0; i < reads->test_count; i++) {
        const ExploreTest *test = &reads->tests[i];
        for (int state = 0; state < EXPLORE_STATES; state++) {
            size_t row = (size_t)test->commitment * EXPLORE_STATES + (size_t)state;
            uint64_t holds = test->states >> state & 1u;
            reads->test_holds[row * words + (size_t)i / 64] |= holds << (i % 64);
        }
    }
}

void explore_reads_find_tests(ExploreReads *reads)
{
    find_tests(reads);
    list_answers(reads);
}
