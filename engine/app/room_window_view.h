// A room, as its two windows see it: RoomView filled in from what runs. Knows no window.
#pragma once

#include "base/arena.h"
#include "view/room_view.h"
#include "web/pages.h"

typedef struct RoomWindowView {
    RoomView view;
    Arena texts; // of `view`, but for what the answers lead to
    Arena leads;
    uint32_t leads_of; // Room.version that they were counted for
    bool has_leads;
    bool loopback, rehearsal; // set by the caller
} RoomWindowView;             // zeroed: empty

// Brings `view` to how things are now. What it has of windows and monitors is left as it is.
void room_window_view_follow(RoomWindowView *it, const WebRoom *web);
void room_window_view_deinit(RoomWindowView *it);
