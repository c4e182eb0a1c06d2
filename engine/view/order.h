// The order in which a line of mixed scripts is read and shown: Unicode's bidirectional algorithm (UAX 9,
// by fribidi) over one line. Text stays as it is spoken everywhere; only what draws asks for this.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ORDER_LINE_MAX = 1024 }; // bytes of a line

typedef struct OrderRun {
    int from, bytes; // of the text
    uint8_t level;   // odd: from right to left
} OrderRun;

// Whether anything in it is written from right to left. False for nearly every text, and quick then.
bool order_has_right(const char *text, size_t bytes);

// Whether a paragraph begins at the right: by its own letters, and where those do not say it, by
// `otherwise`. A Latin name in front of an Arabic sentence does not turn it round.
bool order_from_right(const char *text, size_t bytes, bool otherwise);

// The runs of a line in the order in which they are seen, from left to right; their number, 0 where the
// line is longer than ORDER_LINE_MAX. `runs` has room for `most`, which may end the last one early.
int order_runs(const char *text, size_t bytes, bool from_right, OrderRun *runs, int most);

// Whether two letters of Arabic script join between these: text before `at`, and from it on.
bool order_joins(const char *text, size_t bytes, size_t at);
