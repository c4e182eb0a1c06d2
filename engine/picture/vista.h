// The canyon with several bridges: up to five small ones in the distance, each in a bay of its own,
// and the near banks between which the caller draws the large one. Painted once and in slices of
// rows; a far bridge is painted again only when it changes. Knows no names and no promises.
#pragma once

#include "picture/canyon.h"
#include "picture/scene.h"

enum { PICTURE_BAYS = 5, PICTURE_BAY_WIDTH = 256 };

typedef struct PictureBay {
    BridgeCondition condition;
    PictureLook look; // of the one on the far side
    bool gate_shut;   // at their end of the bridge
} PictureBay;

typedef struct PictureVista {
    RasterSurface base;  // without bridges and gates
    RasterSurface shown; // borrow it; what lies behind the near bridge
    PictureView sky, near, far[PICTURE_BAYS];
    float scale, far_deck; // design y
    int count;             // bays
    PictureBay bays[PICTURE_BAYS];
    bool near_shut;

    PicturePalette palette; // the rest is private
    PictureCanyonPlan *plan;
    Raster raster;
    PictureScene *scenes[PICTURE_BAYS]; // settled, by bay
    bool drawn[PICTURE_BAYS], gate_drawn;
    int next_row;
} PictureVista;

// Begins a picture of that size: `near_deck` and `far_deck` are the design y, in a design space as
// high as the window, at which the decks begin (466 and 206 of 720). At once there is a plain sky.
void picture_vista_begin(PictureVista *vista, int width, int height, float far_deck,
                         float near_deck, const PicturePalette *palette);
void picture_vista_deinit(PictureVista *vista); // fine when it is all zero

// What stands in the bays, from left to right, and whether the gate of the near bridge is shut.
// Those that are as they were stay painted.
void picture_vista_bays(PictureVista *vista, const PictureBay *bays, int count, bool near_shut);

// Goes on: some rows, or one far bridge. Returns true when everything is painted.
bool picture_vista_step(PictureVista *vista, int rows);
bool picture_vista_done(const PictureVista *vista);

// Where the middle of bay i of `count` lies, in design units from the left of 1280.
float picture_vista_bay_x(int bay, int count);
