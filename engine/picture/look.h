// How a person looks: shared by the portrait on a card and the small figure at the bridge.
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum { PICTURE_SKIN_TONES = 6 };

typedef enum PictureHair {
    PICTURE_HAIR_SHORT,
    PICTURE_HAIR_BUN,
    PICTURE_HAIR_CURLY,
    PICTURE_HAIR_LONG,
    PICTURE_HAIR_BALD,
    PICTURE_HAIR_SCARF, // a headscarf, in the second colour of the coat
} PictureHair;
enum { PICTURE_HAIRS = 6 };

typedef enum PictureHairColour {
    PICTURE_HAIR_BLACK,
    PICTURE_HAIR_BROWN,
    PICTURE_HAIR_CHESTNUT,
    PICTURE_HAIR_RED,
    PICTURE_HAIR_FAIR,
    PICTURE_HAIR_GREY,
} PictureHairColour;
enum { PICTURE_HAIR_COLOURS = 6 };

typedef enum PictureCoat {
    PICTURE_OVERALL,
    PICTURE_JACKET,
    PICTURE_COAT,
    PICTURE_SHIRT,
    PICTURE_CARDIGAN,
} PictureCoat;
enum { PICTURE_COATS = 5, PICTURE_COAT_COLOURS = 8 };

typedef struct PictureLook {
    uint8_t skin;        // 0 lightest .. 5 darkest
    uint8_t hair;        // PictureHair
    uint8_t hair_colour; // PictureHairColour
    uint8_t coat;        // PictureCoat
    uint8_t coat_colour; // 0 wine, 1 navy, 2 teal, 3 ochre, 4 moss, 5 plum, 6 slate, 7 brick
    uint8_t age;         // years: from 45 lines show, from 60 more of them
    bool glasses;
    bool beard;
    bool wheelchair;
} PictureLook;

// The colours of a look, 0xRRGGBB, before any light falls on them.
uint32_t picture_look_skin(const PictureLook *look);
uint32_t picture_look_hair(const PictureLook *look);
uint32_t picture_look_coat(const PictureLook *look);
uint32_t picture_look_accent(const PictureLook *look); // scarf, collar, headscarf

// One of many different looks, by a number (a person without a description gets one from its id).
PictureLook picture_look_any(uint32_t number);
