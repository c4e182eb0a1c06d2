// What is heard of the scene and of the story. Opens the device beside the main thread when there
// is first something to hear, and closes it after some seconds of silence. A machine without audio
// is silent and says nothing. Decides nothing: without it everything happens all the same.
#pragma once

#include "picture/cue.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct Sound Sound;

// Since the last step.
typedef struct SoundHeard {
    PictureCues cues;
    float wind;    // 0..1, now
    uint8_t motif; // FrameMotif that begins
} SoundHeard;

// Reads and opens nothing yet. `folder` is assets/sounds; NULL: never a sound.
Sound *sound_open(const char *folder);
void sound_close(Sound *sound); // NULL is fine

void sound_switch(Sound *sound, bool on);        // by the player; on at first
void sound_attend(Sound *sound, bool attentive); // the window has the keyboard; at first it has

// Call it with every picture, and once a second while there are none.
void sound_step(Sound *sound, const SoundHeard *heard, double seconds);

// For tests and whoever wants to know.
typedef struct SoundState {
    bool is_open, is_without; // a device plays; there is none, and none is looked for any more
    int files;                // that could be read
    int tries;                // to open a device
    int voices;
} SoundState;

SoundState sound_state(Sound *sound);
