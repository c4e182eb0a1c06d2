// What things of a scenario were called in its earlier versions (`was = "…"`): so that a choice kept
// then is found now.
#pragma once

#include "story/story.h"

#include <stddef.h>

// What the thing that was called `name` (n bytes) is called now; NULL where nothing was called so.
const char *renames_now(const Scenario *scenario, StoryRenamed kind, const char *name, size_t n);

// What a thing was called first: its id where it was never renamed. Of an option perhaps with its old scene
// ("monday.noon").
const char *renames_first(const Scenario *scenario, StoryRenamed kind, int index);

// The scene that has that id, or else the one that had it; -1: none.
int renames_scene(const Scenario *scenario, const char *id);

// The whole id of an option ("monday.noon", "tuesday/desk.work_brief") with every old name in it
// replaced by the present one, into out (as long as out_size). Equal to `id` where nothing was renamed.
void renames_id(const Scenario *scenario, const char *id, char *out, int out_size);

// The offer among `count` that `name` means, as story_offer_find; where there is none of that name, the
// one that was called so. For whatever was written down: recorded ways, --choices.
int renames_offer_find(const Scenario *scenario, const Playthrough *play, const StoryOffer *offers,
                       int count, const char *name);
