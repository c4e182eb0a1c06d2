// Mixes short sounds and the wind into a buffer: samples in, samples out. A value without heap,
// device, files or clock, so that a test can render into memory what a player would hear.
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum {
    SOUND_RATE = 22050, // frames a second, of everything
    SOUND_VOICES = 8,   // heard at once
    SOUND_SLOTS = 12,   // and those that are being faded away for a new one
};

// Mono. The samples are borrowed.
typedef struct SoundClip {
    int16_t *samples;
    int count;
} SoundClip;

typedef struct SoundVoice {
    SoundClip clip;     // count 0: free
    uint64_t at, speed; // in the clip, in 1/65536 of a sample
    float left, right;  // gains
    float leaving;      // 1 it stays; else how much of it is left
} SoundVoice;

typedef struct SoundMix {
    SoundVoice voices[SOUND_SLOTS];
    SoundClip wind; // runs round and round
    int wind_at;
    float wind_gain, wind_goal;
    float master, master_goal, master_step; // 0..1, and how fast: a frame
} SoundMix;

void sound_mix_init(SoundMix *mix);

// Lets a clip be heard: gain 0..1, across 0 left .. 1 right (it never leaves the other side quite),
// speed 1 as it was made. When eight are heard already, the weakest of them makes room; false when
// they are all stronger, or nothing can be heard anyway.
bool sound_mix_play(SoundMix *mix, SoundClip clip, float gain, float across, float speed);

// How strong the wind is to become; it takes about a second.
void sound_mix_wind(SoundMix *mix, float gain);

// Fades everything out, or in again, within so many seconds.
void sound_mix_fade(SoundMix *mix, bool in, float seconds);

// Writes the next frames, interleaved left and right; no value is beyond 0.8.
void sound_mix(SoundMix *mix, float *out, int frames);

// Nothing is heard, and nothing will be before the next call of another function.
bool sound_mix_is_silent(const SoundMix *mix);
int sound_mix_voices(const SoundMix *mix); // heard, the leaving ones apart
