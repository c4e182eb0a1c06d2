// Pictures of a room's two windows, for `shot`: a room that never was, brought to a stage by its own acts.
#pragma once

#include "base/err.h"
#include "story/scenario.h"
#include "view/view.h"

typedef struct ShotRoom {
    const char *screen; // "room-question"
    const Scenario *scenario;
    const char *choices; // taken before it; NULL for none
    uint64_t seed, page;
} ShotRoom;

extern const char *const shot_room_screens[]; // NULL behind the last

bool shot_room_is(const char *screen);

// Draws that screen into a cleared frame. False: the way does not exist, or rooms are not built in.
bool shot_room_frame(const ShotRoom *shot, const ViewSettings *settings, const FrameMeasure *measure,
                     Frame *frame, Err *err);
