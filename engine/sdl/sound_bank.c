// The list of files, and reading them: mono, 16 bit, 22,050 Hz, as assets/sounds/make.py writes
// them.
#include "sdl/sound_bank.h"

#include <SDL.h>
#include <stdio.h>
#include <string.h>

typedef struct Entry {
    const char *name;
    int variations;
    float gain;
    double pause;
} Entry;

// Quiet: one reads here. What breaks may be heard over what only creaks.
static const Entry ENTRIES[SOUND_KINDS] = {
    [SOUND_CREAK] = { "creak", 5, 0.34f, 0.9 },
    [SOUND_CRACK] = { "crack", 3, 0.75f, 0.07 },
    [SOUND_SNAP] = { "snap", 2, 0.62f, 0.10 },
    [SOUND_CRASH] = { "crash", 1, 0.80f, 0.60 },
    [SOUND_HAMMER] = { "hammer", 3, 0.50f, 0.12 },
    [SOUND_STEP] = { "step", 5, 0.40f, 0.15 },
    [SOUND_MOTIF + 0] = { "motif_kept", 1, 0.60f, 1.2 },
    [SOUND_MOTIF + 1] = { "motif_mended", 1, 0.60f, 1.2 },
    [SOUND_MOTIF + 2] = { "motif_broken", 1, 0.60f, 1.2 },
    [SOUND_MOTIF + 3] = { "motif_found_out", 1, 0.60f, 1.2 },
    [SOUND_MOTIF + 4] = { "motif_crosses", 1, 0.50f, 1.2 },
    [SOUND_MOTIF + 5] = { "motif_turns_back", 1, 0.50f, 1.2 },
    [SOUND_WIND] = { "wind", 1, 0.30f, 0.0 },
};

float sound_bank_gain(SoundKind kind)
{
    return ENTRIES[kind].gain;
}

double sound_bank_pause(SoundKind kind)
{
    return ENTRIES[kind].pause;
}

int sound_bank_next(const SoundBank *bank, SoundKind kind, int last, uint32_t random)
{
    int count = bank->counts[kind];
    if (count < 2 || last < 0) {
        return count > 0 ? (int)(random % (uint32_t)count) : -1;
    }
    return (last + 1 + (int)(random % (uint32_t)(count - 1))) % count;
}

// SDL's own memory: this runs beside the main thread, and our heap calls count their blocks.
static SoundClip read_clip(const char *path)
{
    SDL_AudioSpec spec;
    Uint8 *bytes = NULL;
    Uint32 size = 0;
    if (SDL_LoadWAV(path, &spec, &bytes, &size) == NULL) {
        return (SoundClip){ NULL, 0 };
    }
    SoundClip clip = { (int16_t *)(void *)bytes, (int)(size / 2) };
    if (spec.freq != SOUND_RATE || spec.channels != 1 || spec.format != AUDIO_S16LSB ||
        clip.count < 2) {
        SDL_FreeWAV(bytes);
        return (SoundClip){ NULL, 0 };
    }
    for (int i = 0; i < clip.count; i++) {
        clip.samples[i] = (int16_t)SDL_SwapLE16((Uint16)clip.samples[i]);
    }
    return clip;
}

int sound_bank_open(SoundBank *bank, const char *folder)
{
    memset(bank, 0, sizeof *bank);
    int read = 0;
    for (int kind = 0; kind < SOUND_KINDS; kind++) {
        const Entry *entry = &ENTRIES[kind];
        for (int i = 0; i < entry->variations; i++) {
            char path[4096];
            int n = entry->variations > 1
                        ? snprintf(path, sizeof path, "%s/%s_%d.wav", folder, entry->name, i + 1)
                        : snprintf(path, sizeof path, "%s/%s.wav", folder, entry->name);
            SoundClip clip = n > 0 && n < (int)sizeof path ? read_clip(path) : (SoundClip){ 0 };
            if (clip.count > 0) {
                bank->clips[kind][bank->counts[kind]++] = clip;
                read++;
            }
        }
    }
    return read;
}

void sound_bank_close(SoundBank *bank)
{
    for (int kind = 0; kind < SOUND_KINDS; kind++) {
        for (int i = 0; i < bank->counts[kind]; i++) {
            SDL_FreeWAV((Uint8 *)bank->clips[kind][i].samples);
        }
    }
    memset(bank, 0, sizeof *bank);
}
