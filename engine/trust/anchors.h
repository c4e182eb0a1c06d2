// The anchors: published or measured facts about losing and rebuilding trust, each with the bounds
// that a preset must meet and the experiment that measures it on the model. Knows the model only
// through trust.h.
#pragma once

#include "trust/trust.h"

// Provenance: D measured in raw public data, V number read in the paper, V-press read in press
// coverage, V-dir only the direction is published, the bounds are ours.
typedef struct TrustAnchor {
    const char *id;
    const char *fact;
    const char *published;
    double low, high; // accepted, both inclusive
    const char *provenance;
    double (*measure)(const TrustParameters *parameters);
} TrustAnchor;

int trust_anchor_count(void);

// index 0..trust_anchor_count()-1; lives for ever.
const TrustAnchor *trust_anchor(int index);
