// Answers are kept as a path in a tree: the last question that has another answer gets it, and what
// was asked behind it is asked anew.
#include "explore/fork.h"

#include "base/hash.h"
#include "explore/pack.h"

#include <string.h>

static const ExploreBounds unknown = { { INT32_MIN, INT32_MIN, INT32_MIN },
                                       { INT32_MAX, INT32_MAX, INT32_MAX } };

static int first_possible(const ExploreDraw *question, int from)
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

// The next of the answers that this time consists of.
static int next_answer(ExploreFork *fork, const uint32_t *weights, int count, bool guessed)
{
    if (fork->place < fork->count) {
        return fork->questions[fork->place++].taken;
    }
    if (fork->count == EXPLORE_FORKS_MAX || count > EXPLORE_OUTCOMES_MAX) {
        fork->overflow = true;
        return 0;
    }
    ExploreDraw *question = &fork->questions[fork->count++];
    question->count = count;
    question->guessed = guessed;
    question->total = 0;
    for (int i = 0; i < count; i++) {
        question->weights[i] = weights[i];
        question->total += weights[i];
    }
    question->taken = first_possible(question, 0);
    fork->place = fork->count;
    return question->taken;
}

static void meet(ExploreFork *fork, const ExploreMet *met)
{
    if (fork->met_count == EXPLORE_MET_MAX) {
        fork->overflow = true;
        return;
    }
    fork->met[fork->met_count++] = *met;
}

static int pick(void *context, const uint32_t *weights, int count)
{
    ExploreFork *fork = context;
    if (fork->stream != NULL) {
        return pick_at_random(fork->stream, weights, count);
    }
    return next_answer(fork, weights, count, false);
}

static bool as_it_reads(void *context, const Playthrough *play, int person, StoryReading which,
                        int32_t reading, int32_t threshold)
{
    ExploreFork *fork = context;
    bool answer = reading >= threshold;
    explore_answers_note(fork->answers, play->at, person, which, threshold, answer);
    return answer;
}

// Trust is never above belief: what words lend is added to it.
static void learn(ExploreBounds *bounds, StoryReading which, int32_t threshold, bool answer)
{
    int from = which == READING_BELIEF && !answer ? READING_TRUST : (int)which;
    int to = which == READING_TRUST && answer ? READING_BELIEF : (int)which;
    for (int i = from; i <= to; i++) {
        if (answer && threshold > bounds->low[i]) {
            bounds->low[i] = threshold;
        } else if (!answer && threshold < bounds->high[i]) {
            bounds->high[i] = threshold;
        }
    }
}

static int part_of(const ExploreFork *fork, int person)
{
    return person == STORY_PLAYER ? fork->energy : person;
}

static bool felt(void *context, int person, StoryFelt what, TrustEvent event)
{
    ExploreFork *fork = context;
    int part = part_of(fork, person);
    if (what != FELT_CONTACT || fork->weeks) {
        uint64_t more = (uint64_t)(uint32_t)event.weight << 32 | (uint64_t)event.kind << 16 |
                        (uint64_t)event.parts << 8 | (uint64_t)event.raised << 1 | event.integrity;
        fork->label[part] = hash_mix(fork->label[part] + (uint64_t)what, more);
        fork->bounds[part] = unknown;
        meet(fork, &(ExploreMet){ .part = (uint8_t)part, .felt = (uint8_t)what, .event = event });
    }
    return false;
}

static void opens(void *context, int cond, bool open)
{
    ExploreFork *fork = context;
    fork->opened = hash_mix(fork->opened ^ (uint64_t)cond, (uint64_t)open + 1);
}

// Which answers there are stands in the label: what was asked alike is answered alike, and where
// one comes that was not known, it is noticed wherever it comes.
static bool as_anybody_might(void *context, const Playthrough *play, int person, StoryReading which,
                             int32_t reading, int32_t threshold)
{
    static const uint32_t both[] = { 1, 1 };
    (void)reading;
    ExploreFork *fork = context;
    int part = part_of(fork, person);
    ExploreBounds *bounds = &fork->bounds[part];
    bool answer = threshold <= bounds->low[which];
    bool implied = answer || threshold >= bounds->high[which];
    int seen = 0;
    if (!implied) {
        seen = explore_answers_seen(fork->answers, play->at, person, which, threshold);
        seen = seen == 0 ? EXPLORE_SAYS_NOTHING : seen;
        answer = seen == EXPLORE_SAYS_YES;
        if (seen == (EXPLORE_SAYS_NO | EXPLORE_SAYS_YES)) {
            answer = next_answer(fork, both, 2, true) == 1;
        }
        learn(bounds, which, threshold, answer);
    }
    meet(fork, &(ExploreMet){ .part = (uint8_t)part,
                              .seen = (uint8_t)seen,
                              .which = (uint8_t)which,
                              .answer = answer,
                              .at = play->at,
                              .threshold = threshold });
    uint64_t asked =
        (uint64_t)seen << 36 | (uint64_t)which << 33 | (uint64_t)answer << 32 | (uint32_t)threshold;
    fork->label[part] = hash_mix(fork->label[part] ^ 0x9E3779B97F4A7C15u, asked);
    return answer;
}

// Whether there is more than one.
static bool has_weeks(const Scenario *scenario)
{
    return scenario->calendar_day[scenario->day_count - 1] - scenario->calendar_day[0] >= 7;
}

void explore_fork_init(ExploreFork *fork, const Scenario *scenario, int own,
                       ExploreAnswers *answers)
{
    *fork = (ExploreFork){ .answers = answers, .energy = scenario->person_count };
    fork->weeks = has_weeks(scenario);
    fork->oracle =
        (StoryOracle){ fork, pick, answers != NULL ? as_it_reads : NULL, NULL, NULL, true };
    if (own == EXPLORE_NONE) {
        fork->oracle = (StoryOracle){ fork, pick, as_anybody_might, felt, opens, true };
        fork->free_parts = explore_parts(scenario);
    }
    explore_fork_first(fork, NULL);
}

static void again(ExploreFork *fork)
{
    size_t parts = (size_t)fork->free_parts;
    fork->place = 0;
    fork->met_count = 0;
    fork->opened = 0;
    if (parts > 0) {
        memcpy(fork->bounds, fork->known, sizeof *fork->bounds * parts);
        memcpy(fork->label, fork->said, sizeof *fork->label * parts);
    }
}

void explore_fork_first(ExploreFork *fork, const ExploreFork *said)
{
    for (int i = 0; i < fork->free_parts; i++) {
        fork->known[i] = said == NULL ? unknown : said->bounds[i];
        fork->said[i] = said == NULL ? 0 : said->label[i];
    }
    fork->count = 0;
    again(fork);
}

bool explore_fork_next(ExploreFork *fork)
{
    again(fork);
    while (fork->count > 0) {
        ExploreDraw *last = &fork->questions[fork->count - 1];
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
        const ExploreDraw *q = &fork->questions[i];
        if (!q->guessed) {
            chance *= (double)q->weights[q->taken] / (double)q->total;
        }
    }
    return chance;
}
