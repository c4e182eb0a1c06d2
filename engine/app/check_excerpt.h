// The author's line that a finding is about, with a mark under what is meant. Findings know a line and
// a name, and no column: the name is looked for.
#pragma once

#include "script/script.h"

// `id`: of what it is about: "monday.noon", "brief", "kept(brief)"; may be empty. An empty excerpt where
// the line cannot be read.
void check_excerpt(ScriptExcerpt *out, const char *path, int line, const char *id);
