// Where the parts of a bridge at rest lie, in design units, without letting it swing: for pointing
// at them and for leaders. Good to some ten units of the settled scene; nothing is drawn here.
#pragma once

#include "picture/scene.h"

// The plank with the discs that hang from it. Boxes of different planks do not overlap.
PictureBox picture_place_plank(const BridgeCondition *condition, int plank);

enum { PICTURE_PLACE_RAILS = 8 };
// A piece of the front rail, 0..PICTURE_PLACE_RAILS-1 from the player's side.
PictureBox picture_place_rail(const BridgeCondition *condition, int piece);

PictureBox picture_place_post(bool far);
PictureBox picture_place_scar(void);    // in the far post
PictureBox picture_place_lantern(void); // on their side
