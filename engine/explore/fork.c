// Answers are kept as a path in a tree: the last question that has another answer gets it, and what
// was asked behind it is asked anew.
#include "explore/fork.h"

#include "base/hash.h"

static int first_possible(const ExploreQuestion *question, int from)
{
    while (from < question->count && question->weights[from] == 0) {
        from++;
    }
    return from;
}

static int pick_at_random(uint64_t *stream, const uint32_t *weights, int count)
{
    uint32_t total = 0;
    for (int i = 0; i < count; i++) {
        total += weights[i];
    }
    uint32_t drawn = random_below(stream, total);
    int one = 0;
    while (one < count - 1 && drawn >= weights[one]) {
        drawn -= weights[one++];
    }
    return one;
}

static int pick(void *context, const uint32_t *weights, int count)
{
    ExploreFork *fork = context;
    if (fork->stream != NULL) {
        return pick_at_random(fork->stream, weights, count);
    }
    if (fork->place < fork->count) {
        return fork->questions[fork->place++].taken;
    }
    if (fork->count == EXPLORE_FORKS_MAX || count > EXPLORE_OUTCOMES_MAX) {
        fork->overflow = true;
        return 0;
    }
    ExploreQuestion *question = &fork->questions[fork->count++];
    question->count = count;
    question->total = 0;
    for (int i = 0; i < count; i++) {
        question->weights[i] = weights[i];
        question->total += weights[i];
    }
    question->taken = first_possible(question, 0);
    fork->place = fork->count;
    return question->taken;
}

static bool as_it_reads(void *context, const Playthrough *play, int person, StoryReading which,
                        int32_t reading, int32_t threshold)
{
    ExploreFork *fork = context;
    bool answer = reading >= threshold;
    explore_answers_note(fork->answers, play, person, which, threshold, answer);
    return answer;
}

static bool as_anybody_might(void *context, const Playthrough *play, int person,
                             StoryReading which, int32_t reading, int32_t threshold)
{
    static const uint32_t both[] = { 1, 1 };
    ExploreFork *fork = context;
    if (person == fork->own) {
        bool answer = reading >= threshold;
        fork->heard = hash_mix(fork->heard, answer ? 1u : 2u);
        return answer;
    }
    int seen = explore_answers_seen(fork->answers, play, person, which, threshold);
    if (seen != (EXPLORE_SAYS_NO | EXPLORE_SAYS_YES)) {
        return seen == EXPLORE_SAYS_YES;
    }
    return pick(fork, both, 2) == 1;
}

void explore_fork_init(ExploreFork *fork, int own, ExploreAnswers *answers)
{
    fork->count = fork->place = 0;
    fork->overflow = false;
    fork->own = own;
    fork->heard = 0;
    fork->answers = answers;
    fork->stream = NULL;
    fork->oracle = (StoryOracle){ fork, pick, own >= 0 ? as_anybody_might : as_it_reads };
}

void explore_fork_first(ExploreFork *fork)
{
    fork->count = fork->place = 0;
    fork->heard = 0;
}

bool explore_fork_next(ExploreFork *fork)
{
    fork->place = 0;
    fork->heard = 0;
    while (fork->count > 0) {
        ExploreQuestion *last = &fork->questions[fork->count - 1];
        last->taken = first_possible(last, last->taken + 1);
        if (last->taken < last->count) {
            return true;
        }
        fork->count--;
    }
    return false;
}

double explore_fork_chance(const ExploreFork *fork)
{
    double chance = 1.0;
    for (int i = 0; i < fork->count; i++) {
        const ExploreQuestion *q = &fork->questions[i];
        chance *= (double)q->weights[q->taken] / (double)q->total;
    }
    return chance;
}

uint64_t explore_fork_label(const ExploreFork *fork)
{
    uint64_t label = fork->heard;
    for (int i = 0; i < fork->count; i++) {
        label = hash_mix(label, (uint64_t)fork->questions[i].taken + 3u);
    }
    return label;
}
