// Several pieces of work at once, each in a child of its own; what they print comes in the order given, as if one
// had followed the other, byte for byte. A piece that is killed takes no other along. Knows nothing of what the
// work is; where there are no children (jobs_child.h), one piece follows the other in this process.
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum { JOBS_AT_ONCE_MAX = 64 };

typedef struct Jobs {
    int count;
    const char *const *names; // for whoever reads that one was killed
    const int64_t *sizes;     // about how much work each is: the largest begin first; may be NULL
    int at_once;              // 1: one after the other, in this process; JOBS_AT_ONCE_MAX at most
    const char *between;      // printed between two

    // Piece `i`: what it says on standard error comes before what it prints. Its exit code.
    int (*work)(const void *context, int i);
    const void *context;
} Jobs;

// How many processors there are to work on; 1 where there are no children.
int jobs_processors(void);

// The worst exit code of all; 4 where one was killed or standard output cannot be written, which ends all.
int jobs_run(const Jobs *jobs);

// Whether what goes to that stream (standard output or error) is read at a terminal, also from within a piece.
bool jobs_on_terminal(FILE *stream);
