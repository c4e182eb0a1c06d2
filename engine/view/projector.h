// The room screen, for the projector: scene, story, answers, how to come in, what came out, in type that
// the back row reads. Draws a RoomView and decides nothing: nothing on it is operated, and what it shows of
// a vote is what room_result left of it.
#pragma once

#include "view/room_view.h"

typedef struct Projector Projector; // what only the screen knows: the words of sounds, its pages

Projector *projector_new(void);
void projector_free(Projector *projector); // NULL is fine

void projector_frame(Projector *projector, const RoomView *room, const ViewSettings *settings,
                     const FrameMeasure *measure, Frame *frame);

// The pages of what the last frame showed: *page from 0.
int projector_pages(const Projector *projector, int *page);

void projector_heard(Projector *projector, uint8_t sound); // PictureSound: told in words for a moment
void projector_tick(Projector *projector, int milliseconds);
bool projector_is_moving(const Projector *projector); // such words stand there: ticks are wanted
