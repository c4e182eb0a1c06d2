// The colours behind a PictureLook.
#include "picture/look.h"

#include "picture/noise.h"

uint32_t picture_look_skin(const PictureLook *look)
{
    static const uint32_t tones[PICTURE_SKIN_TONES] = { 0xf1c8a6, 0xe0ab82, 0xcb9066,
                                                        0xb0734f, 0x8a5a42, 0x653f32 };
    return tones[look->skin < PICTURE_SKIN_TONES ? look->skin : PICTURE_SKIN_TONES - 1];
}

uint32_t picture_look_hair(const PictureLook *look)
{
    static const uint32_t colours[PICTURE_HAIR_COLOURS] = { 0x2b1d24, 0x4a3026, 0x7a4a2c,
                                                            0xa8522a, 0xd2a45e, 0xa7a3a2 };
    return colours[look->hair_colour < PICTURE_HAIR_COLOURS ? look->hair_colour : 0];
}

uint32_t picture_look_coat(const PictureLook *look)
{
    static const uint32_t colours[PICTURE_COAT_COLOURS] = {
        0x7a2f3a, 0x2b2f5a, 0x2f5f63, 0x9a6a2c, 0x59683a, 0x5d3560, 0x4a5668, 0xa8502f
    };
    return colours[look->coat_colour % PICTURE_COAT_COLOURS];
}

uint32_t picture_look_accent(const PictureLook *look)
{
    static const uint32_t colours[PICTURE_COAT_COLOURS] = {
        0xe9dcc0, 0xe2b04a, 0xe07a4a, 0x5fa7a0, 0xe6c98a, 0xe9b8a0, 0xe2a05a, 0xead9b4
    };
    return colours[look->coat_colour % PICTURE_COAT_COLOURS];
}

static uint8_t pick(uint32_t number, int what, uint32_t count)
{
    return (uint8_t)(noise_hash(number * 31u + (uint32_t)what * 7919u + 17u) % count);
}

PictureLook picture_look_any(uint32_t number)
{
    PictureLook look = {
        .skin = pick(number, 0, PICTURE_SKIN_TONES),
        .hair = pick(number, 1, PICTURE_HAIRS),
        .hair_colour = pick(number, 2, PICTURE_HAIR_COLOURS),
        .coat = pick(number, 3, PICTURE_COATS),
        .coat_colour = pick(number, 4, PICTURE_COAT_COLOURS),
        .age = (uint8_t)(24 + pick(number, 5, 42)),
        .glasses = pick(number, 6, 4) == 0,
    };
    bool beard = look.hair != PICTURE_HAIR_SCARF && look.hair != PICTURE_HAIR_BUN &&
                 look.hair != PICTURE_HAIR_LONG;
    look.beard = beard && pick(number, 7, 3) == 0;
    if (look.skin >= 3 && look.hair_colour >= PICTURE_HAIR_RED &&
        look.hair_colour <= PICTURE_HAIR_FAIR) {
        look.hair_colour = PICTURE_HAIR_BLACK;
    }
    return look;
}
