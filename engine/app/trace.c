// Monotonic milliseconds on standard error, peak memory, processor time at rest.
#define _XOPEN_SOURCE 700

#include "app/trace.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

typedef enum TraceMode { TRACE_OFF, TRACE_ON, TRACE_EXIT, TRACE_PAINTED, TRACE_IDLE } TraceMode;

static TraceMode mode;
static bool seen;
static double rest_began, rest_used;

static const double REST_MILLISECONDS = 10000.0;

double trace_now_milliseconds(void)
{
    struct timespec now = { 0, 0 };
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

double trace_used_milliseconds(void)
{
    struct timespec used = { 0, 0 };
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return (double)used.tv_sec * 1e3 + (double)used.tv_nsec / 1e6;
}

void trace_init(void)
{
    static const char *const names[] = { "0", "1", "exit", "painted", "idle" };
    const char *said = getenv("PLANKWRIGHT_TRACE_START");
    for (int i = 1; said && i < 5; i++) {
        if (strcmp(said, names[i]) == 0) {
            mode = (TraceMode)i;
        }
    }
    trace_point("main");
}

void trace_point(const char *name)
{
    if (mode != TRACE_OFF) {
        fprintf(stderr, "trace: %s %.3f ms\n", name, trace_now_milliseconds());
    }
}

static bool end_with_memory(void)
{
    struct rusage usage;
    if (getrusage(RUSAGE_SELF, &usage) == 0) {
        fprintf(stderr, "trace: peak %ld kB\n", usage.ru_maxrss);
    }
    return false;
}

// Processor time used in ten seconds of rest.
static bool rest(bool resting)
{
    double now = trace_now_milliseconds();
    if (!resting) {
        rest_began = 0.0;
        return true;
    }
    if (rest_began <= 0.0) {
        rest_began = now;
        rest_used = trace_used_milliseconds();
        return true;
    }
    if (now - rest_began < REST_MILLISECONDS) {
        return true;
    }
    fprintf(stderr, "trace: idle %.5f of a core\n",
            (trace_used_milliseconds() - rest_used) / (now - rest_began));
    return end_with_memory();
}

bool trace_frame(bool shown, bool pending, bool resting)
{
    if (mode == TRACE_OFF || !shown) {
        return true;
    }
    if (!seen) {
        seen = true;
        trace_point("frame");
        if (mode == TRACE_EXIT) {
            return end_with_memory();
        }
    }
    if (mode == TRACE_PAINTED && !pending) {
        trace_point("painted");
        return end_with_memory();
    }
    return mode != TRACE_IDLE || rest(resting);
}
