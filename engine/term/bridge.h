// The bridge on a terminal: one character a plank, and the numbers of the promises under them.
#pragma once

#include "bridge/bridge.h"
#include "term/printer.h"

// Draws it with both ends named. Only sensible where printer->drawn.
void term_bridge(TermPrinter *printer, const BridgeCondition *bridge, const char *name);

// What the characters mean, in one paragraph.
void term_bridge_legend(TermPrinter *printer);

// Whether a player would see a difference: planks broken, laid or numbered anew, ropes, the word.
bool term_bridge_differs(const BridgeCondition *a, const BridgeCondition *b);
