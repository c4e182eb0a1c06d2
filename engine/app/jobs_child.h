// A child that works, and two pipes on which it is heard: all system calls of jobs.h. It ends when its parent has
// ended, whatever ended that one. Knows no order.
#pragma once

#include "base/text.h"

#include <stdbool.h>
#include <stdio.h>

typedef struct JobsChild {
    long process;          // 0: there is none (any more)
    int output, errors;    // where it is heard; -1 where it has nothing more to say
    Text said, complained; // heard and not yet passed on
    bool ended;
    int code;   // its exit code
    int signal; // that killed it; 0
} JobsChild;

int jobs_child_processors(void); // 1 where this system has no children

// Starts children[i]; the others are those that it has nothing to do with. False: the system would not.
bool jobs_child_start(JobsChild *children, int count, int i,
                      int (*work)(const void *context, int i), const void *context);

// Waits until one of them has said something or ended, and takes down what all of them have said. False: whoever
// read our standard output has left.
bool jobs_child_hear(JobsChild *children, int count);

void jobs_child_stop(JobsChild *child);                  // at once; nothing where it has ended
const char *jobs_child_signal(const JobsChild *child);   // what killed it, in words
bool jobs_child_was_told_to_die(const JobsChild *child); // by somebody, or a system without memory

bool jobs_child_on_terminal(FILE *stream);
