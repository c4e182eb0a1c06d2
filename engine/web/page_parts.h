// Inside of the pages: what several of them show.
#pragma once

#include "web/html.h"
#include "web/pages.h"
#include "web/passage.h"

// From <!doctype> to <main>; `body` is the page's class; `events` the path of its stream or NULL.
void parts_open(const WebRoom *web, const char *title, const char *page_class, const char *events,
                Text *out);
void parts_close(Text *out);

void parts_passage(const Passage *passage, int from, int end, Text *out); // lines as paragraphs
int parts_tail(const Passage *passage,
               int letters); // the first of the last lines that fit; maybe none
void parts_disc(const Room *room, int option, Text *out);
void parts_bar(int part, int of, bool most, Text *out); // an inline SVG
void parts_gauge(const BridgeCondition *bridge, Text *out);
void parts_code(const char *code, Text *out); // "RAFT 7"
void parts_time(int seconds, Text *out);      // "0:38"
void parts_bridge_words(Arena *arena, const WebRoom *web, Text *out);

// "14 of 16", kept up to date by the script.
void parts_count(const WebRoom *web, Text *out);

// What came of the vote in one sentence: "Most chose 1", "As many chose 1 as 2".
void parts_outcome(const Room *room, const RoomResult *result, Text *out);
BridgeCondition parts_bridge(const Room *room);
void parts_wall(Arena *arena, const WebRoom *web, Text *out); // all tables

// Larger type and high contrast, as buttons; the page's class with what was chosen of them.
void parts_looks(WebLook look, Text *out);
const char *parts_class(WebLook look, const char *plain); // good until the next call
