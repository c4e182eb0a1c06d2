// The bridge as a small picture for cards, scrubber and debrief: canyon and bridge in one go.
#pragma once

#include "bridge/bridge.h"
#include "picture/palette.h"
#include "picture/raster.h"

// Paints the whole surface (348x228 takes about 12 ms, 128x62 about 7). The crop is 940 to 980
// design units wide.
void picture_thumbnail(const BridgeCondition *condition, const PicturePalette *palette,
                       RasterSurface surface);
