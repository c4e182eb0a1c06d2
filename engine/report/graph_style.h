// Colours and type of the picture and of the page, as style sheets. Private to this folder.
#pragma once

#include "report/graph_words.h"

// The rules for one colouring, "by-often" and so on standing on the svg or around it.
void style_colouring(GraphBy by, Text *out);
// The same for what stands in running text: class "chip" in an element with the classes below.
void style_chips(GraphBy by, Text *out);
// What does not depend on the colouring.
void style_picture(Text *out);

const char *style_by_name(GraphBy by); // "often"
char style_letter(GraphBy by);         // of the classes: o0 .. o4, t0 .. t4, c0 .. c4

const char *style_fill(GraphBy by, int level); // "#fffdf8"
const char *style_line(GraphBy by, int level);
bool style_is_dashed(GraphBy by, int level);

// " o3 t2 c0": the classes of something that was counted. `by` GRAPH_BYS: of every colouring.
void style_classes(const Graph *graph, int by, const GraphTally *tally, uint8_t people, Text *out);
