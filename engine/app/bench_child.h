// Measures in a child, so that its memory is its own.
#pragma once

#include <stdbool.h>

// Runs `work` in a child: *result is what it sets, *megabytes the most memory that the child took.
bool bench_child(bool (*work)(const void *context, double *result), const void *context,
                 double *result, double *megabytes);
