// How fast every state of a scenario is found, and in how much memory: The Late Brief, all shipped
// scenarios, one after the other and one for each processor at once, and without what makes the states fewer.
// Each in a child, so that its memory is its own.
#define _DEFAULT_SOURCE

#include "app/bench.h"
#include "app/bench_child.h"
#include "app/hands.h"
#include "app/jobs.h"
#include "app/library.h"
#include "app/trace.h"
#include "base/arena.h"
#include "explore/values.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>

enum { RUNS = 5, PLAIN_STATES = 1000000, CALLS = 40000 };

typedef struct Explored {
    double milliseconds;       // of processor time, values included where it is complete
    double walk_milliseconds;  // without values
    double clock_milliseconds; // that passed on that
    uint32_t states, edges;
    size_t bytes; // kept
    bool complete;
    double megabytes; // most that the process has taken
} Explored;

static bool explore_here(const Scenario *scenario, const ExploreOptions *options, Explored *out)
{
    ExploreGraph graph;
    double start = trace_used_milliseconds(), began = trace_now_milliseconds();
    if (!explore_init(&graph, scenario, options, NULL)) {
        return false;
    }
    out->walk_milliseconds = trace_used_milliseconds() - start;
    out->clock_milliseconds = trace_now_milliseconds() - began;
    out->complete = graph.complete && !graph.overflow;
    out->states = explore_state_count(&graph);
    out->edges = graph.edge_count;
    out->bytes = explore_bytes(&graph);
    if (out->complete) {
        ExploreValues values;
        explore_values_init(&values, &graph);
        out->milliseconds = trace_used_milliseconds() - start;
        explore_values_deinit(&values);
    } else {
        out->milliseconds = out->walk_milliseconds;
    }
    explore_deinit(&graph);
    return true;
}

typedef struct Wanted {
    const Scenario *scenario;
    const ExploreOptions *options;
    int hands;     // 0: as many as there are processors
    Explored *out; // shared with the child
} Wanted;

static bool explore_child(const void *context, double *milliseconds)
{
    const Wanted *w = context;
    ExploreOptions options = *w->options;
    Hands *hands = hands_new(w->hands);
    options.hands = hands_of(hands);
    bool good = explore_here(w->scenario, &options, w->out);
    hands_free(hands);
    *milliseconds = w->out->milliseconds;
    return good;
}

static bool explore_apart(const Scenario *scenario, const ExploreOptions *options, int hands,
                          Explored *out)
{
    double milliseconds = 0.0, megabytes = 0.0;
    Explored *shared =
        mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED) {
        return false;
    }
    Wanted wanted = { scenario, options, hands, shared };
    bool good = bench_child(explore_child, &wanted, &milliseconds, &megabytes);
    *out = *shared;
    out->megabytes = megabytes;
    munmap(shared, sizeof *shared);
    return good;
}

static bool bench_whole(Bench *bench)
{
    ExploreOptions options = { .forget = true, .merge = true };
    double seconds[RUNS], rate[RUNS];
    Explored it = { 0 };
    for (int i = 0; i < RUNS; i++) {
        if (!explore_apart(bench->scenario, &options, 1, &it) || !it.complete) {
            return false;
        }
        seconds[i] = it.milliseconds / 1e3;
        rate[i] = it.edges / (it.walk_milliseconds / 1e3);
    }
    bench_tell(bench, "explore, complete with values", bench_share(seconds, RUNS, 0.5), "s",
               "at most 0.5 (The Late Brief)");
    bench_tell(bench, "explore, states", it.states, "", "");
    bench_tell(bench, "explore, ways on", it.edges, "", "");
    bench_tell(bench, "explore, ways on a second", bench_share(rate, RUNS, 0.5), "1/s",
               "at least 2,500,000 (all passes counted)");
    bench_tell(bench, "explore, peak memory", it.megabytes, "MB", "at most 100");
    bench_tell(bench, "explore, a state packed", (double)it.bytes / it.states, "bytes",
               "at most 96, with its ways on");
    return true;
}

typedef struct Pace { // of one scenario, by the clock
    double rate[RUNS], seconds[RUNS];
} Pace;

static bool pace(const Bench *bench, const ExploreOptions *options, int hands, Pace *out)
{
    for (int i = 0; i < RUNS; i++) {
        Explored it = { 0 };
        if (!explore_apart(bench->scenario, options, hands, &it)) {
            return false;
        }
        out->seconds[i] = it.clock_milliseconds / 1e3;
        out->rate[i] = it.edges / out->seconds[i];
    }
    return true;
}

// One alone and as many as there are processors, on the same walk.
static bool bench_walk(Bench *bench, const char *name, const ExploreOptions *options,
                       const char *wanted)
{
    Pace alone, together;
    char text[80];
    if (!pace(bench, options, 1, &alone) || !pace(bench, options, 0, &together)) {
        return false;
    }
    double one = bench_share(alone.rate, RUNS, 0.5), all = bench_share(together.rate, RUNS, 0.5);
    snprintf(text, sizeof text, "explore, %s, a second", name);
    bench_tell(bench, text, one, "1/s", wanted);
    snprintf(text, sizeof text, "explore, %s, a second, all threads", name);
    bench_tell(bench, text, all, "1/s", wanted);
    snprintf(text, sizeof text, "explore, %s, threads, faster", name);
    bench_tell(bench, text, all / one, "times", "at least 1.6 with two processors");
    return true;
}

// Two hands answer each other, `context` being what was said last.
static void call(void *context, int hand)
{
    _Atomic int *said = context;
    double until = trace_now_milliseconds() + 1e3;
    for (int turn = hand; turn < CALLS; turn += 2) {
        for (int looks = 1; *said != turn; looks++) {
            if (looks % CALLS == 0 && trace_now_milliseconds() > until) {
                return; // nobody is there
            }
        }
        *said = turn + 1;
    }
}

// How far the processors are from each other: what threads gain on one story hangs on that more than on
// anything else, and a rented machine may change it from one minute to the next.
static void bench_distance(Bench *bench)
{
    double nanoseconds[RUNS];
    Hands *hands = hands_new(2);
    const ExploreHands *two = hands_of(hands);
    bool answered = true;
    for (int i = 0; i < RUNS && answered; i++) {
        _Atomic int said = 0;
        double start = trace_now_milliseconds();
        two->all(two->context, call, &said);
        nanoseconds[i] = (trace_now_milliseconds() - start) * 1e6 / (CALLS / 2);
        answered = said == CALLS;
    }
    if (answered) {
        bench_tell(bench, "explore, processors, there and back", bench_share(nanoseconds, RUNS, 0),
                   "ns", "(about 100 where they share a cache, 400 where not)");
    }
    hands_free(hands);
}

// What is walked when nothing is merged, and every turn is played.
static bool bench_plain(Bench *bench)
{
    ExploreOptions whole = { .forget = true, .merge = true };
    ExploreOptions forgetting = { .state_limit = PLAIN_STATES, .forget = true };
    ExploreOptions plain = { .state_limit = PLAIN_STATES };
    bench_distance(bench);
    return bench_walk(bench, "complete", &whole, "at least 2,500,000") &&
           bench_walk(bench, "turns", &plain, "at least 5,000,000 (nothing left out)") &&
           bench_walk(bench, "turns forgetting", &forgetting, "(nothing merged)");
}

// One after the other. `seconds` is of processor time, `clock` what passed meanwhile.
static bool bench_each(Bench *bench, const Library *library, double *seconds, double *clock)
{
    bool good = true;
    double start = trace_now_milliseconds();
    for (int i = 0; i < library->count && good; i++) {
        char name[128], wanted[64];
        ExploreOptions options = { .forget = true, .merge = true };
        Explored it;
        if (library->items[i].scenario == NULL) {
            fprintf(stderr, "plankwright: %s is left out: %s\n", library->items[i].id,
                    library->items[i].problem);
            continue;
        }
        good = explore_apart(library->items[i].scenario, &options, 1, &it);
        if (good) {
            *seconds += it.milliseconds / 1e3;
            snprintf(name, sizeof name, "explore, %.60s", library->items[i].id);
            snprintf(wanted, sizeof wanted, "(%u states, %.0f MB%s)", it.states, it.megabytes,
                     it.complete ? "" : ", bounded");
            bench_tell(bench, name, it.milliseconds / 1e3, "s", wanted);
        }
    }
    *clock = (trace_now_milliseconds() - start) / 1e3;
    return good;
}

static int explore_piece(const void *context, int i)
{
    const LibraryItem *item = &((const Library *)context)->items[i];
    ExploreOptions options = { .forget = true, .merge = true };
    Explored it;
    return item->scenario == NULL || explore_here(item->scenario, &options, &it) ? 0 : 1;
}

// Of all children that were waited for.
static double used_by_children(void)
{
    struct rusage used = { 0 };
    getrusage(RUSAGE_CHILDREN, &used);
    return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

// As `check` does it with several scenarios.
static bool explore_at_once(const Library *library, int at_once, double *seconds, double *clock)
{
    size_t count = (size_t)library->count;
    const char **names = mem_alloc(count * sizeof *names);
    int64_t *sizes = mem_alloc(count * sizeof *sizes);
    for (int i = 0; i < library->count; i++) {
        names[i] = library->items[i].id;
        sizes[i] = library_bytes(library->items[i].folder);
    }
    Jobs jobs = { .count = library->count,
                  .names = names,
                  .sizes = sizes,
                  .at_once = at_once,
                  .between = "",
                  .work = explore_piece,
                  .context = library };
    double start = trace_now_milliseconds(), used = used_by_children();
    bool good = jobs_run(&jobs) == 0;
    *clock = (trace_now_milliseconds() - start) / 1e3;
    *seconds = used_by_children() - used;
    mem_free(names);
    mem_free(sizes);
    return good;
}

static bool bench_shipped(Bench *bench)
{
    Library library;
    double seconds = 0.0, shared = 0.0, one_by_one = 0.0, together = 0.0;
    int processors = jobs_processors();
    int at_once = processors < JOBS_AT_ONCE_MAX ? processors : JOBS_AT_ONCE_MAX;
    library_init(&library, NULL, true);
    bool good = bench_each(bench, &library, &seconds, &one_by_one) &&
                explore_at_once(&library, at_once, &shared, &together);
    library_deinit(&library);
    if (good) {
        char name[64];
        bench_tell(bench, "explore, every shipped scenario", seconds, "s", "at most 10");
        bench_tell(bench, "explore, all, one by one, clock", one_by_one, "s", "");
        snprintf(name, sizeof name, "explore, all, %d at once", at_once);
        bench_tell(bench, name, shared, "s", "(more than alone: what they wait for each other)");
        snprintf(name, sizeof name, "explore, all, %d at once, clock", at_once);
        bench_tell(bench, name, together, "s", "at most 10");
        snprintf(name, sizeof name, "explore, all, %d at once, faster", at_once);
        bench_tell(bench, name, one_by_one / together, "times", "at least 1.6 with two processors");
    }
    return good;
}

bool bench_explore(Bench *bench)
{
    return bench_whole(bench) && bench_plain(bench) && bench_shipped(bench);
}
