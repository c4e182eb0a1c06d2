// How a person looks: shared by the portrait on a card and the small figure at the bridge. Every
// trait stands for itself: none follows from another, and none says what somebody does or is.
#pragma once

#include <stdbool.h>
#include <stdint.h>

// The order of every list is the order of the words in engine/script/wardrobe.c.
enum { PICTURE_SKIN_TONES = 6 };

typedef enum PictureHair {
    PICTURE_HAIR_SHORT,
    PICTURE_HAIR_BUN,
    PICTURE_HAIR_CURLY,
    PICTURE_HAIR_LONG,
    PICTURE_HAIR_BALD,
    PICTURE_HAIR_SCARF, // a headscarf, in the second colour of the clothes
    PICTURE_HAIR_BRAIDS,
    PICTURE_HAIR_AFRO,
    PICTURE_HAIR_PONYTAIL,
    PICTURE_HAIR_TURBAN, // in the second colour, too
    PICTURE_HAIR_CAP,    // in the colour of the clothes, short hair below
    PICTURE_HAIR_BOB,
    PICTURE_HAIR_RECEDING,
    PICTURE_HAIR_UNDERCUT,
    PICTURE_HAIR_LOCS,
    PICTURE_HAIR_CROPPED,
} PictureHair;
enum { PICTURE_HAIRS = 16 };

typedef enum PictureHairColour {
    PICTURE_HAIR_BLACK,
    PICTURE_HAIR_BROWN,
    PICTURE_HAIR_CHESTNUT,
    PICTURE_HAIR_RED,
    PICTURE_HAIR_FAIR,
    PICTURE_HAIR_GREY,
    PICTURE_HAIR_WHITE,
    PICTURE_HAIR_BLUE, // dyed: age leaves it alone
} PictureHairColour;
enum { PICTURE_HAIR_COLOURS = 8 };

typedef enum PictureBeard {
    PICTURE_BEARD_NONE,
    PICTURE_BEARD_FULL,
    PICTURE_BEARD_STUBBLE,
    PICTURE_BEARD_MOUSTACHE,
} PictureBeard;
enum { PICTURE_BEARDS = 4 };

typedef enum PictureGlasses {
    PICTURE_GLASSES_NONE,
    PICTURE_GLASSES_ROUND,
    PICTURE_GLASSES_SQUARE,
} PictureGlasses;
enum { PICTURE_GLASSES = 3 };

typedef enum PictureFace {
    PICTURE_FACE_OVAL,
    PICTURE_FACE_ROUND,
    PICTURE_FACE_SQUARE,
    PICTURE_FACE_LONG,
} PictureFace;
enum { PICTURE_FACES = 4 };

typedef enum PictureEyes {
    PICTURE_EYES_ROUND,
    PICTURE_EYES_ALMOND,
    PICTURE_EYES_HOODED,
    PICTURE_EYES_SOFT, // the outer corners lower
} PictureEyes;
enum { PICTURE_EYES = 4 };

typedef enum PictureNose { PICTURE_NOSE_SMALL, PICTURE_NOSE_WIDE, PICTURE_NOSE_LONG } PictureNose;
enum { PICTURE_NOSES = 3 };

typedef enum PictureBuild {
    PICTURE_BUILD_MIDDLE,
    PICTURE_BUILD_SLIGHT,
    PICTURE_BUILD_BROAD,
} PictureBuild;
enum { PICTURE_BUILDS = 3 };

typedef enum PictureCoat {
    PICTURE_OVERALL,
    PICTURE_JACKET,
    PICTURE_COAT,
    PICTURE_SHIRT,
    PICTURE_CARDIGAN,
    PICTURE_APRON,
    PICTURE_SCRUBS,
    PICTURE_VEST, // high-visibility, over a jumper
    PICTURE_HOODIE,
    PICTURE_SUIT,
    PICTURE_KURTA,
    PICTURE_SARI,
    PICTURE_POLO, // with a lanyard
    PICTURE_JUMPER,
} PictureCoat;
enum { PICTURE_COATS = 14, PICTURE_COAT_COLOURS = 12 };

typedef struct PictureLook {
    uint8_t skin;        // 0 lightest .. 5 darkest
    uint8_t hair;        // PictureHair
    uint8_t hair_colour; // PictureHairColour, before the grey that comes with age
    uint8_t beard;       // PictureBeard
    uint8_t glasses;     // PictureGlasses
    uint8_t face;        // PictureFace
    uint8_t eyes;        // PictureEyes
    uint8_t nose;        // PictureNose
    uint8_t build;       // PictureBuild
    uint8_t coat;        // PictureCoat
    uint8_t coat_colour; // wine navy teal ochre moss plum slate brick rose sky sand charcoal
    uint8_t age;         // years: from 45 lines and grey show, from 60 more of both, and a stoop
    bool wheelchair, cane, hearing_aid, prosthesis;
} PictureLook;

bool picture_look_same(const PictureLook *a, const PictureLook *b);

// The colours of a look, 0xRRGGBB, before any light falls on them.
uint32_t picture_look_skin(const PictureLook *look);
uint32_t picture_look_hair(const PictureLook *look); // with the grey of their age
uint32_t picture_look_coat(const PictureLook *look);
uint32_t picture_look_accent(const PictureLook *look); // scarf, collar, headscarf

// One of many different looks, by a number (a person without a description gets one from its id).
PictureLook picture_look_any(uint32_t number);
