// What things of a scenario were called in its earlier versions (`was = "…"`): so that a choice kept
// then is found now.
#pragma once

#include "story/scenario.h"

#include <stddef.h>

// What the thing that was called `name` (n bytes) is called now; NULL where nothing was called so.
const char *renames_now(const Scenario *scenario, StoryRenamed kind, const char *name, size_t n);

// The whole id of an option ("monday.noon", "tuesday/desk.work_brief") with every old name in it
// replaced by the present one, into out (as long as out_size). Equal to `id` where nothing was renamed.
void renames_id(const Scenario *scenario, const char *id, char *out, int out_size);
