// The colours behind a PictureLook, and looks by number.
#include "picture/look.h"

#include "picture/colour.h"
#include "picture/noise.h"

bool picture_look_same(const PictureLook *a, const PictureLook *b)
{
    return a->skin == b->skin && a->hair == b->hair && a->hair_colour == b->hair_colour &&
           a->beard == b->beard && a->glasses == b->glasses && a->face == b->face &&
           a->eyes == b->eyes && a->nose == b->nose && a->build == b->build && a->coat == b->coat &&
           a->coat_colour == b->coat_colour && a->age == b->age && a->wheelchair == b->wheelchair &&
           a->cane == b->cane && a->hearing_aid == b->hearing_aid && a->prosthesis == b->prosthesis;
}

uint32_t picture_look_skin(const PictureLook *look)
{
    static const uint32_t tones[PICTURE_SKIN_TONES] = { 0xf1c8a6, 0xe0ab82, 0xcb9066,
                                                        0xb0734f, 0x8a5a42, 0x6e4738 };
    return tones[look->skin < PICTURE_SKIN_TONES ? look->skin : PICTURE_SKIN_TONES - 1];
}

uint32_t picture_look_hair(const PictureLook *look)
{
    static const uint32_t colours[PICTURE_HAIR_COLOURS] = {
        0x2b1d24, 0x4a3026, 0x7a4a2c, 0xa8522a, 0xd2a45e, 0xa7a3a2, 0xe6e0d8, 0x3a6f94
    };
    uint32_t own = colours[look->hair_colour < PICTURE_HAIR_COLOURS ? look->hair_colour : 0];
    if (look->hair_colour >= PICTURE_HAIR_GREY || look->age < 46) {
        return own;
    }
    float grey = (float)(look->age - 45) * 0.022f;
    return colour_mix(own, 0xb4aeac, grey > 0.62f ? 0.62f : grey);
}

uint32_t picture_look_coat(const PictureLook *look)
{
    static const uint32_t colours[PICTURE_COAT_COLOURS] = {
        0x7a2f3a, 0x2b2f5a, 0x2f5f63, 0x9a6a2c, 0x59683a, 0x5d3560,
        0x4a5668, 0xa8502f, 0xb0606e, 0x4f86a8, 0xb89a6a, 0x35343f
    };
    return colours[look->coat_colour % PICTURE_COAT_COLOURS];
}

uint32_t picture_look_accent(const PictureLook *look)
{
    static const uint32_t colours[PICTURE_COAT_COLOURS] = {
        0xe9dcc0, 0xe2b04a, 0xe07a4a, 0x5fa7a0, 0xe6c98a, 0xe9b8a0,
        0xe2a05a, 0xead9b4, 0xf0ddb8, 0xf3e3bd, 0x8c4a52, 0xc95f4a
    };
    return colours[look->coat_colour % PICTURE_COAT_COLOURS];
}

static uint8_t pick(uint32_t number, int what, uint32_t count)
{
    return (uint8_t)(noise_hash(number * 31u + (uint32_t)what * 7919u + 17u) % count);
}

// The colours of hair, as often as they are to be seen, whatever else somebody looks like.
static uint8_t any_hair_colour(uint32_t number)
{
    static const uint8_t bag[20] = {
        PICTURE_HAIR_BLACK,    PICTURE_HAIR_BLACK,    PICTURE_HAIR_BLACK, PICTURE_HAIR_BLACK,
        PICTURE_HAIR_BLACK,    PICTURE_HAIR_BLACK,    PICTURE_HAIR_BROWN, PICTURE_HAIR_BROWN,
        PICTURE_HAIR_BROWN,    PICTURE_HAIR_BROWN,    PICTURE_HAIR_BROWN, PICTURE_HAIR_CHESTNUT,
        PICTURE_HAIR_CHESTNUT, PICTURE_HAIR_CHESTNUT, PICTURE_HAIR_RED,   PICTURE_HAIR_FAIR,
        PICTURE_HAIR_FAIR,     PICTURE_HAIR_GREY,     PICTURE_HAIR_WHITE, PICTURE_HAIR_BLUE,
    };
    return bag[pick(number, 2, sizeof bag)];
}

PictureLook picture_look_any(uint32_t number)
{
    PictureLook look = {
        .skin = pick(number, 0, PICTURE_SKIN_TONES),
        .hair = pick(number, 1, PICTURE_HAIRS),
        .hair_colour = any_hair_colour(number),
        .coat = pick(number, 3, PICTURE_COATS),
        .coat_colour = pick(number, 4, PICTURE_COAT_COLOURS),
        .age = (uint8_t)(22 + pick(number, 5, 46)),
        .face = pick(number, 8, PICTURE_FACES),
        .eyes = pick(number, 9, PICTURE_EYES),
        .nose = pick(number, 10, PICTURE_NOSES),
        .build = pick(number, 11, PICTURE_BUILDS),
        .wheelchair = pick(number, 12, 24) == 0,
        .cane = pick(number, 13, 30) == 0,
        .hearing_aid = pick(number, 14, 24) == 0,
        .prosthesis = pick(number, 15, 40) == 0,
    };
    if (pick(number, 6, 4) == 0) {
        look.glasses = (uint8_t)(1 + pick(number, 16, PICTURE_GLASSES - 1));
    }
    bool may_be_bearded = look.hair != PICTURE_HAIR_SCARF && look.coat != PICTURE_SARI;
    if (may_be_bearded && pick(number, 7, 3) == 0) {
        look.beard = (uint8_t)(1 + pick(number, 17, PICTURE_BEARDS - 1));
    }
    if (look.wheelchair) {
        look.cane = false; // one pair of hands
    }
    return look;
}
