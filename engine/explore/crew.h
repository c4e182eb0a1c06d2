// Several who work at once, lent by whoever has threads (app/crew.h); the explorer itself needs none.
// Each writes to their own place only, so that the result is the same however many there are.
#pragma once

#include <stddef.h>

typedef struct ExploreCrew {
    int count; // in all, the caller among them
    void *context;

    // Calls work(argument, who) once for each who from 0 to count - 1, in whatever order, also at once,
    // and waits until all are done.
    void (*run)(void *context, void (*work)(void *argument, int who), void *argument);
} ExploreCrew;

// `crew` NULL: the caller alone.
static inline int explore_crew_count(const ExploreCrew *crew)
{
    return crew == NULL || crew->count < 1 ? 1 : crew->count;
}

static inline void explore_crew_do(const ExploreCrew *crew, void (*work)(void *argument, int who),
                                   void *argument)
{
    if (explore_crew_count(crew) > 1) {
        crew->run(crew->context, work, argument);
    } else {
        work(argument, 0);
    }
}
