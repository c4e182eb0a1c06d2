// See listen.h. Every play draws from a stream of its own, and whether it goes on is asked after a whole batch:
// so it is all the same who played what.
#include "explore/listen.h"

#include "base/arena.h"
#include "base/hash.h"
#include "explore/fork.h"
#include "explore/share.h"
#include "explore/turns.h"
#include "explore/wander.h"

enum { PLAYS_MOST = 20000, PLAYS_QUIET = 2000, BATCH = 250, SHARE = 10 };

typedef struct Listener {
    Scenario scenario; // a copy: with the oracle
    ExploreFork fork;
    ExploreAnswers heard;
    Playthrough *play;
    uint64_t stream;
    char apart[EXPLORE_LINE];
} Listener;

typedef struct Listening {
    Listener by[EXPLORE_HANDS_MAX];
    uint32_t from; // plays of the batches before
} Listening;

// What an `always` asks is heard too.
static void comes(void *context, Playthrough *play)
{
    const Listener *l = context;
    explore_always_broken(&l->scenario, play, NULL);
}

static void play_one(void *context, int hand, uint32_t nth)
{
    Listening *all = context;
    Listener *l = &all->by[hand];
    l->stream = hash_mix(1, all->from + nth);
    explore_wander(&l->scenario, &l->stream, l->play, &(ExploreWander){ l, comes });
}

static void listener_init(Listener *l, const Scenario *scenario)
{
    l->scenario = *scenario;
    l->play = mem_alloc(scenario->play_size);
    explore_answers_init(&l->heard);
    explore_fork_init(&l->fork, scenario, EXPLORE_ALL, &l->heard);
    l->fork.stream = &l->stream;
    l->scenario.oracle = &l->fork.oracle;
}

void explore_listen(ExploreAnswers *answers, const Scenario *scenario, const ExploreHands *hands)
{
    Listening *all = mem_alloc(sizeof *all);
    int count = explore_hands(hands);
    for (int i = 0; i < count; i++) {
        listener_init(&all->by[i], scenario);
    }
    uint32_t news = answers->news, until = PLAYS_QUIET;
    for (; all->from < until && all->from < PLAYS_MOST; all->from += BATCH) {
        explore_share(hands, BATCH, SHARE, all, play_one);
        for (int i = 0; i < count; i++) {
            explore_answers_merge(answers, &all->by[i].heard);
        }
        if (answers->news > news) {
            news = answers->news;
            until = PLAYS_QUIET + 5 * all->from;
        }
    }
    for (int i = 0; i < count; i++) {
        explore_answers_deinit(&all->by[i].heard);
        mem_free(all->by[i].play);
    }
    mem_free(all);
}
