// See listen.h. Every play draws from a stream of its own, and whether it goes on is asked after a whole batch:
// so it is all the same who played what.
#include "explore/listen.h"

#include "base/arena.h"
#include "base/hash.h"
#include "explore/fork.h"
#include "explore/share.h"
#include "explore/turns.h"
#include "explore/wander.h"

enum { PLAYS_MOST = 20000, PLAYS_QUIET = 2000, PLAYS_A_QUESTION = 150, BATCH = 250, SHARE = 10 };

typedef struct Listener {
    Scenario scenario; // a copy: with the oracle
    StoryOracle oracle;
    ExploreFork as_it_is, others;
    ExploreAnswers heard;
    int own; // the part that is as it is, or EXPLORE_ALL
    Playthrough *play;
    uint64_t stream;
    char apart[EXPLORE_LINE];
} Listener;

typedef struct Listening {
    Listener by[EXPLORE_HANDS_MAX];
    uint32_t from; // plays of the batches before
    bool parted;   // plays of one part each
} Listening;

static bool is_own(const Listener *l, int person)
{
    int part = person == STORY_PLAYER ? l->as_it_is.energy : person;
    return l->own == EXPLORE_ALL || l->own == part;
}

static int pick(void *context, const uint32_t *weights, int count)
{
    Listener *l = context;
    return l->as_it_is.oracle.pick(&l->as_it_is, weights, count);
}

static bool at_least(void *context, const Playthrough *play, int person, StoryReading which,
                     int32_t reading, int32_t threshold)
{
    Listener *l = context;
    ExploreFork *fork = is_own(l, person) ? &l->as_it_is : &l->others;
    if (fork == &l->others && fork->place == fork->count && fork->count < EXPLORE_FORKS_MAX) {
        fork->questions[fork->count++].taken =
            (int)random_below(&l->stream, 2); // where both are known
    }
    return fork->oracle.at_least(fork, play, person, which, reading, threshold);
}

static bool felt(void *context, int person, StoryFelt what, TrustEvent event)
{
    Listener *l = context;
    return is_own(l, person) || l->others.oracle.felt(&l->others, person, what, event);
}

// What an `always` asks is heard too.
static void comes(void *context, Playthrough *play)
{
    Listener *l = context;
    explore_always_broken(&l->scenario, play, NULL);
    explore_fork_first(&l->others, NULL);
}

static void play_one(void *context, int hand, uint32_t nth)
{
    Listening *all = context;
    Listener *l = &all->by[hand];
    nth += all->from;
    l->own = all->parted ? (int)(nth % (uint32_t)explore_parts(&l->scenario)) : EXPLORE_ALL;
    l->stream = hash_mix(1, nth);
    explore_fork_first(&l->others, NULL);
    explore_wander(&l->scenario, &l->stream, l->play, &(ExploreWander){ l, comes });
}

static void listener_init(Listener *l, const Scenario *scenario, ExploreAnswers *known)
{
    l->scenario = *scenario;
    l->play = mem_alloc(scenario->play_size);
    explore_answers_init(&l->heard);
    explore_fork_init(&l->as_it_is, scenario, EXPLORE_ALL, &l->heard);
    explore_fork_init(&l->others, scenario, EXPLORE_NONE, known);
    l->as_it_is.stream = &l->stream;
    l->oracle = (StoryOracle){ l, pick, at_least, felt, NULL, true };
    l->scenario.oracle = &l->oracle;
}

static void listen(ExploreAnswers *answers, const Scenario *scenario, const ExploreHands *hands,
                   bool parted)
{
    Listening *all = mem_alloc(sizeof *all);
    all->parted = parted;
    int count = explore_hands(hands);
    for (int i = 0; i < count; i++) {
        listener_init(&all->by[i], scenario, answers);
    }
    uint32_t news = answers->news, until = PLAYS_QUIET;
    for (; all->from < until && all->from < PLAYS_MOST; all->from += BATCH) {
        explore_share(hands, BATCH, SHARE, all, play_one);
        for (int i = 0; i < count; i++) {
            explore_answers_merge(answers, &all->by[i].heard);
        }
        if (answers->news > news) {
            uint32_t least = parted ? 0 : PLAYS_A_QUESTION * answers->questions.count;
            news = answers->news;
            until = PLAYS_QUIET + 5 * all->from;
            until = until > least ? until : least;
        }
    }
    for (int i = 0; i < count; i++) {
        explore_answers_deinit(&all->by[i].heard);
        mem_free(all->by[i].play);
    }
    mem_free(all);
}

void explore_listen(ExploreAnswers *answers, const Scenario *scenario, const ExploreHands *hands)
{
    listen(answers, scenario, hands, false);
    explore_listen_on(answers, scenario, hands);
}

void explore_listen_on(ExploreAnswers *answers, const Scenario *scenario, const ExploreHands *hands)
{
    listen(answers, scenario, hands, true);
}
