// Screens for languages that are written from right to left: everything is laid out as for English, and
// at the end turned round in the frame, so that cards, rows, bars and what can be hit cannot part. The
// bridge, what points at it and the rope of the debrief stay: a frame says so while it is filled. Knows
// no screen.
#pragma once

#include "view/frame.h"

// What is added from now on ...
void mirror_usual(Frame *frame);                 // changes sides with the window
void mirror_stays(Frame *frame);                 // stays where it is: it belongs to the picture
void mirror_within(Frame *frame, FrameRect box); // the same, but inside of the box sides change
void mirror_keeps(Frame *frame, FrameRect box);  // goes where the box goes, and stays in its order

// Whether what is added now keeps its order from left to right also in a frame that is turned round.
bool mirror_in_order(const Frame *frame);

// Turns a finished frame round.
void mirror_frame(Frame *frame);
