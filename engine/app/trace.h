// Measuring points of a start, for `bench` and for whoever wonders where the time goes. Off unless the
// environment says PLANKWRIGHT_TRACE_START=1 (points on standard error) or =exit, =painted, =idle: then the
// program also ends by itself, after the first frame, when all is painted, or after it rested a while.
#pragma once

#include <stdbool.h>

void trace_init(void);
void trace_point(const char *name); // "trace: name 123.456 ms" since the clock of the machine began

// After each step of the window. False: end now.
bool trace_frame(bool shown, bool pending, bool resting);

double trace_now_milliseconds(void);
double trace_used_milliseconds(void); // processor time of this program
