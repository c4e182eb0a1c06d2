// The facilitator's console as a window: what the room may not see, and every act of the session. A RoomView
// in, frames out; input in, wishes out. Its acts have the names of those of the console's page
// (engine/web/page_console.c), so that one function carries out both. Knows no phone, page, file or monitor.
#pragma once

#include "view/room_view.h"

typedef struct Console Console;

Console *console_new(void);
void console_free(Console *console);

// Draws into a cleared frame of any size. Whatever `room` points to is needed for this call only.
void console_frame(Console *console, const RoomView *room, const ViewSettings *settings,
                   const FrameMeasure *measure, Frame *frame);

// One input; what is wanted of the outside comes back.
RoomWish console_input(Console *console, const RoomView *room, const ViewInput *input);

// A slice of counting what each answer of the open question leads to: about so many choices are played out
// (eight million are a second of one core). True: all is counted and shown, or nothing is to be; else a new
// frame is wanted.
bool console_think(Console *console, const RoomView *room, int choices);

bool console_is_moving(const Console *console);  // INPUT_TICKs are wanted
bool console_wants_text(const Console *console); // letters are text now
bool console_wants_key(const Console *console);  // see view_wants_key

// The window's close button was pressed: it asks what is to become of the session.
void console_ask_to_leave(Console *console);
