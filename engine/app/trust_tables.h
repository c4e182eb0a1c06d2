// The tables of the command `trust`: numbers, anchors, fit. `parameters` NULL: both presets, in that
// persona. Each prints to standard output and returns an exit code.
#pragma once

#include "trust/trust.h"

int trust_table_numbers(const TrustParameters *parameters, const char *persona);
int trust_table_anchors(const TrustParameters *parameters, const char *persona);
int trust_table_fit(const TrustParameters *parameters, const char *persona);
