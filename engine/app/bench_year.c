// bench year: two thousand playthroughs of the shipped scenarios in one file, and what home waits for then.
#define _XOPEN_SOURCE 700

#include "app/bench.h"

#include "app/learner.h"
#include "app/measure.h"
#include "app/package.h"
#include "app/trace.h"
#include "base/arena.h"
#include "base/hash.h"
#include "explore/seen.h"
#include "store/known.h"
#include "store/resume.h"
#include "store/slots.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { PLAYS = 2000, PLANS = 300, RUNS = 9, OPEN_EACH = 20, SCREENFUL = 24 };

// A play by chance to its end; every so many stops on the way.
static bool walk(StoryHistory *history, uint64_t *stream, int most)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    while (history->count < most && history->now->ended == 0) {
        int count = story_offers(history->scenario, history->now, false, offers, NULL);
        if (count == 0 ||
            !history_choose(history, &offers[random_below(stream, (uint32_t)count)], NULL)) {
            return history->count > 0;
        }
    }
    return true;
}

static bool keep(Store *store, const StoryHistory *history)
{
    const Scenario *scenario = history->scenario;
    const Playthrough *now = history->now;
    char checkpoint[SAVE_MAX] = "";
    StoreBridge bridges[STORY_PEOPLE_MAX];
    ExploreSeen seen;
    uint8_t harmed = 0;
    save_write(scenario, now, checkpoint, sizeof checkpoint);
    explore_seen_init(&seen, scenario);
    explore_seen_events(&seen, history->journal.events, history->journal.count, &harmed);
    resume_begin(store, history);
    for (int i = 0; i < history->journal.count; i++) {
        store_learn(store, known_mark(scenario, &history->journal.events[i]));
    }
    StoreStand stand = {
        .checkpoint = checkpoint,
        .standing = "Wednesday, 16:40",
        .ending = now->ended != 0 ? scenario->endings[now->ended - 1].id : NULL,
        .bridges = bridges,
        .bridge_count = resume_bridges(scenario, now, &history->journal, bridges),
        .met = seen.mechanics,
    };
    explore_seen_deinit(&seen);
    return store_append(store, NULL, &stand, NULL);
}

static bool fill(Store *store, const Library *library, int *choices)
{
    uint64_t stream = 11;
    for (int i = 0; i < PLAYS; i++) {
        const LibraryItem *item = &library->items[i % library->count];
        StoryHistory history;
        if (!item->scenario || !history_open(&history, item->scenario, 1u + (uint64_t)i, NULL)) {
            return false;
        }
        bool kept = walk(&history, &stream, i % OPEN_EACH == 0 ? 6 : 1000) && keep(store, &history);
        *choices += history.count;
        history_close(&history);
        char plan[80];
        snprintf(plan, sizeof plan, "If it is five, then I say what number %d will need.", i);
        if (!kept || (i < PLANS && !store_plan_add(store, plan, NULL))) {
            return false;
        }
    }
    return store_slot_keep(store, "", NULL, NULL);
}

// What the first screen asks: the cards, the plan, the booster, the suggestion, the last bridges.
static double ask_home(Store *store, const Library *library, StoreRecord *records)
{
    double start = trace_used_milliseconds();
    StorePlaythrough kept;
    LearnerHome home;
    for (int i = 0; i < library->count; i++) {
        store_latest(store, library->items[i].id, &kept);
        store_latest_open(store, library->items[i].id, &kept);
        store_times_ended(store, library->items[i].id);
    }
    store_latest(store, NULL, &kept);
    learner_home(store, library, learner_today(), &home);
    store_records(store, NULL, 0, SCREENFUL, records);
    return trace_used_milliseconds() - start;
}

static void tell_asking(Bench *bench, const char *folder, const Library *library)
{
    double opened[RUNS], asked[RUNS], chosen[RUNS];
    StoreRecord *records = mem_alloc(sizeof *records * SCREENFUL);
    StoreStand stand = { .checkpoint = "", .standing = "Monday, 09:00" };
    for (int i = 0; i < RUNS; i++) {
        double start = trace_used_milliseconds();
        Store *store = store_open(folder, NULL);
        opened[i] = trace_used_milliseconds() - start;
        asked[i] = ask_home(store, library, records);
        StorePlaythrough play;
        StoreEntry entry = { .kind = STORE_CHOOSE, .id = "monday.noon" };
        for (int k = 0; k < library->count && !store_current(store); k++) {
            if (store_latest_open(store, library->items[k].id, &play)) {
                store_continue(store, &play, NULL);
            }
        }
        start = trace_now_milliseconds();
        store_append(store, &entry, &stand, NULL);
        chosen[i] = trace_now_milliseconds() - start;
        store_close(store);
    }
    mem_free(records);
    bench_tell(bench, "year, opening the file", bench_share(opened, RUNS, 0.5), "ms", "at most 10");
    bench_tell(bench, "year, what home asks of it", bench_share(asked, RUNS, 0.5), "ms",
               "at most 10");
    bench_tell(bench, "year, a choice is kept", bench_share(chosen, RUNS, 0.5), "ms clock",
               "(with the disk)");
}

static bool tell_start(Bench *bench, const char *folder)
{
#ifdef PLANKWRIGHT_HEADLESS
    (void)bench;
    (void)folder;
#else
    double values[RUNS];
    for (int i = 0; i < RUNS; i++) {
        MeasuredStart start;
        if (!measure_start("exit", NULL, folder, &start)) {
            return false;
        }
        values[i] = start.frame_milliseconds;
    }
    bench_tell(bench, "year, start to the library", bench_share(values, RUNS, 0.5), "ms",
               "at most 350");
#endif
    return true;
}

bool bench_year(Bench *bench)
{
    char folder[PATHS_SIZE + 16], path[PATHS_SIZE + 64];
    Library library;
    int choices = 0;
    struct stat facts;
    snprintf(folder, sizeof folder, "%s/year", bench->data);
    snprintf(path, sizeof path, "%s/plankwright.db", folder);
    library_init(&library, NULL, true);
    double start = trace_now_milliseconds();
    Store *store = store_open(folder, NULL);
    bool good = store_is_kept(store) && fill(store, &library, &choices);
    store_close(store);
    double seconds = (trace_now_milliseconds() - start) / 1e3;
    if (good && stat(path, &facts) == 0) {
        bench_tell(bench, "year, playthroughs", PLAYS, "", "");
        bench_tell(bench, "year, choices", choices, "", "");
        bench_tell(bench, "year, made in", seconds, "s clock", "");
        bench_tell(bench, "year, size of the file", (double)facts.st_size / 1e6, "MB",
                   "at most 64");
        tell_asking(bench, folder, &library);
        good = tell_start(bench, folder);
    }
    library_deinit(&library);
    Err ignored = { 0 };
    package_delete(folder, &ignored);
    return good;
}
