// What sound costs: reading the files, which happens beside the main thread, and mixing, which
// SDL's thread does some forty times a second.
#include "app/bench.h"

#include "app/trace.h"

#ifdef PLANKWRIGHT_HEADLESS

bool bench_sound(Bench *bench)
{
    (void)bench;
    return true;
}

#else

#include "sdl/sound_bank.h"

#include <stdio.h>

enum { BUFFER = 512, BUFFERS = 43, TIMES = 25 }; // 43 of them are a second

// Eight voices and the wind throughout; returns milliseconds for a second of sound.
static double mix_second(const SoundBank *bank)
{
    static float out[2 * BUFFER];
    SoundMix mix;
    sound_mix_init(&mix);
    mix.wind = bank->clips[SOUND_WIND][0];
    sound_mix_wind(&mix, 0.3f);
    double start = trace_used_milliseconds();
    for (int i = 0; i < BUFFERS; i++) {
        while (sound_mix_voices(&mix) < SOUND_VOICES) {
            sound_mix_play(&mix, bank->clips[SOUND_CRASH][0], 0.5f, 0.3f, 1.02f);
        }
        sound_mix(&mix, out, BUFFER);
    }
    return trace_used_milliseconds() - start;
}

bool bench_sound(Bench *bench)
{
    char folder[PATHS_SIZE + 16];
    snprintf(folder, sizeof folder, "%s/assets/sounds", paths_root());
    SoundBank bank;
    double start = trace_used_milliseconds();
    int files = sound_bank_open(&bank, folder);
    double read = trace_used_milliseconds() - start;
    double times[TIMES];
    for (int i = 0; files > 0 && i < TIMES; i++) {
        times[i] = mix_second(&bank);
    }
    if (files > 0) {
        bench_tell(bench, "read the sounds", read, "ms", "");
        bench_tell(bench, "a second of sound, 8 voices", bench_share(times, TIMES, 0.5), "ms",
                   "at most 10: a hundredth of a core");
    } else {
        fprintf(stderr, "plankwright: there are no sounds in %s\n", folder);
    }
    sound_bank_close(&bank);
    return files > 0;
}

#endif
