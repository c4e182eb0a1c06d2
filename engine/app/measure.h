// Runs this program as a child and reads its measuring points (trace.h).
#pragma once

#include <stdbool.h>

typedef struct MeasuredStart {
    double frame_milliseconds;   // from before fork to the first frame
    double painted_milliseconds; // to the painted canyon; 0 where not asked for
    double idle_share;           // of a core
    long peak_kilobytes;
} MeasuredStart;

// `mode` as PLANKWRIGHT_TRACE_START takes it; `scenario` NULL: the library; `data`: its data folder.
bool measure_start(const char *mode, const char *scenario, const char *data, MeasuredStart *out);
