// What can be heard of the scene: short sounds as they happen (a plank cracks) and what sounds all
// the time (wind, ropes under tension). A value that the scene fills while it is advanced and that
// the sound, or the captions, take. Knows no audio; nothing is ever decided by it.
#pragma once

#include <stdbool.h>
#include <stdint.h>

typedef enum PictureSound {
    PICTURE_SOUND_CREAK,  // a rope under tension gives a little
    PICTURE_SOUND_CRACK,  // a plank breaks
    PICTURE_SOUND_SNAP,   // a strand or a rope parts
    PICTURE_SOUND_CRASH,  // a half of the bridge hits its wall
    PICTURE_SOUND_HAMMER, // a new plank is nailed down
    PICTURE_SOUND_STEP,   // a foot on wood
    PICTURE_SOUND_GUST,   // wind rises
} PictureSound;
enum { PICTURE_SOUNDS = 7, PICTURE_CUES = 24 };

typedef struct PictureCue {
    uint8_t sound;  // PictureSound
    float strength; // 0..1
    float across;   // 0 at the player's side .. 1 at theirs
} PictureCue;

typedef struct PictureCues {
    PictureCue cue[PICTURE_CUES];
    int count;
} PictureCues;

// Adds one; when there is no room, it is dropped (nobody would hear it among so many).
void picture_cues_add(PictureCues *cues, PictureSound sound, float strength, float across);

// Takes all that happened since the last time and forgets it.
PictureCues picture_cues_take(PictureCues *cues);
