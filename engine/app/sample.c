// Plays at random. The stream of chances is fixed, so that two runs say the same.
#define _POSIX_C_SOURCE 200809L

#include "app/sample.h"

#include "app/trace.h"
#include "base/arena.h"
#include "base/hash.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

static void note(SampleTrouble *trouble, const StoryHistory *history, const char *message)
{
    if (trouble->found && trouble->choices <= history->count) {
        return; // the shorter way says more
    }
    trouble->found = true;
    trouble->choices = history->count;
    snprintf(trouble->message, sizeof trouble->message, "%s", message);
    size_t used = 0;
    trouble->way[0] = '\0';
    for (int i = 0; i < history->count; i++) {
        char id[256];
        history_id(history, i, id, (int)sizeof id);
        int n =
            snprintf(trouble->way + used, sizeof trouble->way - used, "%s%s", i > 0 ? "," : "", id);
        used += n > 0 ? (size_t)n : 0;
        if (used >= sizeof trouble->way - 1) {
            break;
        }
    }
}

static void check_always(Sample *sample, const StoryHistory *history)
{
    const Scenario *scenario = history->scenario;
    Err err = { 0 };
    int broken = -1;
    if (scenario->always_count > 0 && !story_always(scenario, history->now, &broken, &err)) {
        const char *sentence = broken >= 0 && broken < scenario->always_count
                                   ? scenario_text(scenario, scenario->always[broken].sentence)
                                   : err.message;
        note(&sample->broken, history, sentence);
    }
}

// One random choice. False: the play is over, in whatever way.
static bool step(Sample *sample, StoryHistory *history, uint64_t *stream)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    Err err = { 0 };
    const Scenario *scenario = history->scenario;
    if (story_pause(scenario, history->now) == PAUSE_ENDED) {
        sample->ending_counts[history->now->ended - 1]++;
        return false;
    }
    int count = story_offers(scenario, history->now, false, offers, &err);
    if (count == 0) {
        note(err.kind == ERR_NONE ? &sample->stuck : &sample->failed, history,
             err.kind == ERR_NONE ? "no option is open" : err.message);
        return false;
    }
    if (history->count >= SAMPLE_STEPS_MAX) {
        note(&sample->endless, history, "the play does not come to an end");
        return false;
    }
    const StoryOffer *offer = &offers[random_below(stream, (uint32_t)count)];
    if (offer->kind == OFFER_OPTION) {
        sample->options_taken[offer->x] = true;
    }
    if (!history_choose(history, offer, &err)) {
        note(&sample->failed, history, err.message);
        return false;
    }
    check_always(sample, history);
    return true;
}

// Words of each text, counted once. A text with {fills} is counted as written.
static int words_of(const Scenario *scenario, int16_t *cache, TextId text)
{
    if (cache[text] < 0) {
        cache[text] = (int16_t)text_words(scenario_text(scenario, text));
    }
    return cache[text];
}

static int words_on_way(const StoryHistory *history, int16_t *cache)
{
    const Scenario *scenario = history->scenario;
    int words = 0;
    for (int i = 0; i < history->journal.count; i++) {
        const StoryEvent *event = &history->journal.events[i];
        if (event->kind == EVENT_SAID) {
            words += words_of(scenario, cache, (TextId)event->a);
        } else if (event->kind == EVENT_CHOSE && event->a == OFFER_OPTION) {
            words += words_of(scenario, cache, scenario->options[event->what].text);
        }
    }
    return words;
}

static void keep_range(int *least, int *most, int value)
{
    *least = *least < 0 || value < *least ? value : *least;
    *most = value > *most ? value : *most;
}

static void play_once(Sample *sample, const Scenario *scenario, uint64_t seed, uint64_t *stream,
                      int16_t *cache)
{
    StoryHistory history;
    Err err = { 0 };
    if (!history_open(&history, scenario, seed, &err)) {
        sample->failed.found = true;
        snprintf(sample->failed.message, sizeof sample->failed.message, "%s", err.message);
        return;
    }
    while (step(sample, &history, stream)) {
    }
    for (int i = 0; i < history.journal.count; i++) {
        if (history.journal.events[i].kind == EVENT_SCENE) {
            sample->scenes_seen[history.journal.events[i].what] = true;
        }
    }
    sample->plays++;
    sample->choices += history.count;
    keep_range(&sample->least_choices, &sample->most_choices, history.count);
    keep_range(&sample->least_words, &sample->most_words, words_on_way(&history, cache));
    history_close(&history);
}

static void *zeroed(size_t size, int count)
{
    return mem_alloc(size * (size_t)(count > 0 ? count : 1));
}

void sample_init(Sample *sample, const Scenario *scenario, int plays, uint64_t seed)
{
    *sample = (Sample){ .least_choices = -1, .least_words = -1 };
    sample->ending_counts = zeroed(sizeof *sample->ending_counts, scenario->ending_count);
    sample->scenes_seen = zeroed(sizeof *sample->scenes_seen, scenario->scene_count);
    sample->options_taken = zeroed(sizeof *sample->options_taken, scenario->option_count);
    int16_t *cache = zeroed(sizeof *cache, (int)scenario->strings_size);
    memset(cache, 0xff, sizeof *cache * scenario->strings_size);
    double start = trace_now_milliseconds();
    uint64_t stream = seed;
    for (int i = 0; i < plays; i++) {
        play_once(sample, scenario, seed + (uint64_t)i, &stream, cache);
        if (sample->failed.found && sample->plays == 0) {
            break; // not even the first line
        }
    }
    sample->seconds = (trace_now_milliseconds() - start) / 1e3;
    mem_free(cache);
}

void sample_deinit(Sample *sample)
{
    mem_free(sample->ending_counts);
    mem_free(sample->scenes_seen);
    mem_free(sample->options_taken);
    *sample = (Sample){ .plays = 0 };
}

// ---- speed ------------------------------------------------------------------------------------------

enum { PLAYS_OF_A_SEED = 64 };

typedef struct Count {
    int64_t choices, plays, events;
} Count;

static void walk_and_take_back(StoryHistory *history, uint64_t *stream, Count *count)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    int taken = 0, open;
    int events = history->journal.count;
    while (taken < SAMPLE_STEPS_MAX &&
           (open = story_offers(history->scenario, history->now, false, offers, NULL)) > 0 &&
           history_choose(history, &offers[random_below(stream, (uint32_t)open)], NULL)) {
        taken++;
    }
    count->choices += taken;
    count->events += history->journal.count - events;
    count->plays++;
    while (history_undo(history)) {
    }
}

// Choices a second in one run of that many seconds of processor time; 0.0: the story cannot start.
static double speed_once(const Scenario *scenario, bool lines, double seconds, uint64_t *stream,
                         Count *count)
{
    int64_t before = count->choices;
    double start = trace_used_milliseconds(), spent = 0.0;
    while (spent < seconds * 1e3) {
        StoryHistory history;
        if (!history_open(&history, scenario, random_next(stream), NULL)) {
            return 0.0;
        }
        history.journal.silent = !lines;
        for (int i = 0; i < PLAYS_OF_A_SEED; i++) {
            walk_and_take_back(&history, stream, count);
        }
        history_close(&history);
        spent = trace_used_milliseconds() - start;
    }
    return (double)(count->choices - before) / (spent / 1e3);
}

bool sample_speed(const Scenario *scenario, bool lines, int runs, double seconds, SampleSpeed *out)
{
    uint64_t stream = 1;
    Count count = { 0 };
    *out = (SampleSpeed){ 0 };
    for (int i = 0; i < runs; i++) {
        double speed = speed_once(scenario, lines, seconds, &stream, &count);
        if (speed > out->choices_a_second) {
            out->choices_a_second = speed;
        }
    }
    if (count.choices == 0) {
        return false;
    }
    out->choices_a_play = (double)count.choices / (double)count.plays;
    out->events_a_choice = (double)count.events / (double)count.choices;
    return true;
}
