// Which palette a frame's weather means.
#pragma once

#include "picture/palette.h"

#include <stdbool.h>
#include <stdint.h>

// `weather` is a StoryWeather that the clock has resolved; anything else is day.
static inline PicturePalette light_palette(uint8_t weather, bool high_contrast)
{
    if (high_contrast) {
        return picture_palette_high_contrast();
    }
    return picture_palette_of_weather(weather);
}
