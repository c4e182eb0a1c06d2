// The page's style sheet and script, in pieces (C promises strings of 4095 characters). NULL behind
// the last.
#pragma once

extern const char *const graph_page_style[];
extern const char *const graph_page_script[];
