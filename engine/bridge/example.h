// Bridges with a name, one for each thing that a bridge can say: for pictures, tests and authors who
// want to see a state without playing to it.
#pragma once

#include "bridge/bridge.h"

#include <stddef.h>

int bridge_example_count(void);

// index 0 .. count - 1, in the order of a contact sheet: from whole to down, then part by part.
const char *bridge_example_name(int index);
const char *bridge_example_says(int index); // what is to be seen, a few words
BridgeCondition bridge_example(int index);

int bridge_example_find(const char *name); // -1 for none
