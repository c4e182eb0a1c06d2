// A room as lines of text, without its ballots, and back. What it holds of a vote is what may be shown of
// it, and never more. Reading takes any bytes: what is wrong is refused in words.
#pragma once

#include "base/text.h"
#include "room/room.h"

void room_write(const Room *room, Text *out);

// Opens `room` in the place where the text was written: takes the way again in `scenario`. Ballots of a
// question that is open are cast again by the caller. False: the text is damaged or is about another
// scenario, or the scenario was edited so that the way does not lead there any more.
bool room_read(Room *room, const Scenario *scenario, const char *text, Err *err);

// The id of the scenario that the text is about; false when it is no such text.
bool room_read_scenario(const char *text, char *out, int out_size);
