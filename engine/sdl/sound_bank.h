// The sounds of the project in memory: which there are, how many variations, how loud. Reads them
// from assets/sounds; what is missing there or is no such file is not heard, and that is all.
#pragma once

#include "sdl/sound_mix.h"

typedef enum SoundKind {
    SOUND_CREAK, // as PictureSound
    SOUND_CRACK,
    SOUND_SNAP,
    SOUND_CRASH,
    SOUND_HAMMER,
    SOUND_STEP,
    SOUND_MOTIF, // + FrameMotif - 1
    SOUND_MOTIF_LAST = SOUND_MOTIF + 5,
    SOUND_WIND,
    SOUND_KINDS,
} SoundKind;
enum { SOUND_VARIATIONS = 5 };

typedef struct SoundBank {
    SoundClip clips[SOUND_KINDS][SOUND_VARIATIONS];
    int counts[SOUND_KINDS]; // variations that could be read
} SoundBank;

// Returns how many files were read.
int sound_bank_open(SoundBank *bank, const char *folder);
void sound_bank_close(SoundBank *bank); // zeroed memory is fine

// A variation by a random number that is not the last one, where there are two; -1: there is none.
int sound_bank_next(const SoundBank *bank, SoundKind kind, int last, uint32_t random);

float sound_bank_gain(SoundKind kind);   // in the mix, at full strength
double sound_bank_pause(SoundKind kind); // seconds before it may be heard again
