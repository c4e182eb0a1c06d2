// Small pictures of bridges (FRAME_THUMBNAIL), painted once and kept while a frame shows them. A
// picture that is not painted yet is a plain sky: the window paints one per step.
#pragma once

#include "picture/raster.h"
#include "view/frame.h"

#include <stdbool.h>

enum { ALBUM_PICTURES = 24 };

typedef struct AlbumPicture {
    bool used, painted;
    bool shown; // by the frame of the last album_turn
    FrameThumbnail what;
    bool high_contrast, colour_safe;
    float radius;          // pixels
    RasterSurface surface; // corners are transparent
} AlbumPicture;

typedef struct Album {
    AlbumPicture pictures[ALBUM_PICTURES];
} Album;

void album_deinit(Album *album); // an Album starts all zero

// Keeps the pictures of this frame at this scale, gives up others, makes room for new ones. More
// than ALBUM_PICTURES in one frame: the rest stay plain.
void album_turn(Album *album, const Frame *frame, float scale);

// The picture for a command, painted or plain; NULL when it has no place.
const AlbumPicture *album_find(const Album *album, const Frame *frame, const FrameCommand *command,
                               float scale);

// Paints one that is plain and says where to find it through `painted`. False: all are painted.
bool album_work(Album *album, const AlbumPicture **painted);
bool album_busy(const Album *album);

bool album_same_bridge(const BridgeCondition *a, const BridgeCondition *b);
