// Trust over events as a drawing: a self-contained SVG in the colours of the screens, both readings,
// the bridge's words as bands, every event labelled.
#pragma once

#include "base/text.h"
#include "trust/lines.h"

enum { PLOT_STEPS_MAX = 400 };

typedef struct PlotStep {
    uint8_t kind;          // TrustEventKind
    bool label;            // whether `said` and `label` are written at it: the last of a repetition
    bool on_guard;         // they see a pattern from here on
    int32_t trust, belief; // after it
    char said[80];
    char own[TRUST_LABEL_BYTES]; // the author's label
} PlotStep;

typedef struct Plot {
    char title[200], subtitle[200];
    int32_t trust, belief; // before the first step
    PlotStep *steps;       // room for PLOT_STEPS_MAX
    int count;
} Plot;

void plot_init(Plot *plot);
void plot_deinit(Plot *plot);

// False when there is no room.
bool plot_add(Plot *plot, const PlotStep *step);

void plot_write(const Plot *plot, Text *out);
