// The mix, rendered into memory; the files of the project; and the device's life on SDL's driver
// that plays into nothing.
#include "support/test.h"

#include "sdl/sound.h"
#include "sdl/sound_bank.h"

#include <SDL.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define SOUNDS PLANKWRIGHT_SOURCE "/assets/sounds"

enum { LONG = SOUND_RATE, BUFFER = SOUND_RATE };

static int16_t loud[LONG], quiet[LONG]; // constants: what comes out is the gain
static float out[2 * BUFFER];

static SoundClip clip_of(int16_t *samples, int count, int16_t value)
{
    for (int i = 0; i < count; i++) {
        samples[i] = value;
    }
    return (SoundClip){ samples, count };
}

static bool near(float a, float b)
{
    return fabsf(a - b) < 0.002f;
}

// ---- the mix ------------------------------------------------------------------------------------

static void one_voice(void **state)
{
    (void)state;
    SoundMix mix;
    sound_mix_init(&mix);
    assert_true(sound_mix_is_silent(&mix));
    SoundClip clip = clip_of(quiet, 1000, 8192); // a quarter
    assert_true(sound_mix_play(&mix, clip, 0.5f, 0.5f, 1.0f));
    sound_mix(&mix, out, 1200);
    assert_true(near(out[0], 0.125f * sqrtf(0.5f)) && near(out[0], out[1]));
    assert_true(near(out[2 * 990], out[0]));
    assert_true(out[2 * 1000] == 0.0f); // it has ended
    assert_true(sound_mix_is_silent(&mix));
    assert_true(sound_mix_play(&mix, clip, 0.5f, 0.5f, 2.0f)); // twice as fast, half as long
    sound_mix(&mix, out, 600);
    assert_true(out[2 * 498] != 0.0f && out[2 * 501] == 0.0f);
}

static void sides(void **state)
{
    (void)state;
    float left[3], right[3];
    for (int i = 0; i < 3; i++) {
        SoundMix mix;
        sound_mix_init(&mix);
        sound_mix_play(&mix, clip_of(quiet, 100, 8192), 1.0f, (float)i / 2.0f, 1.0f);
        sound_mix(&mix, out, 10);
        left[i] = out[0];
        right[i] = out[1];
    }
    assert_true(left[0] > left[1] && left[1] > left[2]);
    assert_true(right[0] < right[1] && right[1] < right[2]);
    assert_true(near(left[0], right[2]) && near(left[1], right[1]));
    assert_true(right[0] > 0.4f * left[0]); // gently: no ear is left out
}

static void never_too_loud(void **state)
{
    (void)state;
    SoundMix mix;
    sound_mix_init(&mix);
    SoundClip clip = clip_of(loud, LONG, 32767);
    float before = 0.0f;
    for (int i = 0; i < SOUND_VOICES; i++) {
        assert_true(sound_mix_play(&mix, clip, 1.0f, 0.0f, 1.0f));
        sound_mix(&mix, out, 20);
        assert_true(out[38] > before && out[38] < 0.8f); // more is louder, and stays within
        before = out[38];
    }
    sound_mix_init(&mix);
    sound_mix_play(&mix, clip_of(quiet, 100, 16000), 1.0f, 0.5f, 1.0f);
    sound_mix(&mix, out, 10);
    assert_true(near(out[0], 16000.0f / 32768.0f * sqrtf(0.5f))); // below the knee nothing is bent
}

static void eight_voices(void **state)
{
    (void)state;
    SoundMix mix;
    sound_mix_init(&mix);
    SoundClip clip = clip_of(quiet, LONG, 3000);
    for (int i = 0; i < SOUND_VOICES; i++) {
        assert_true(sound_mix_play(&mix, clip, 0.3f + 0.05f * (float)i, 0.5f, 1.0f));
    }
    sound_mix(&mix, out, 50);
    float full = out[98];
    assert_int_equal(sound_mix_voices(&mix), SOUND_VOICES);
    assert_false(sound_mix_play(&mix, clip, 0.1f, 0.5f, 1.0f)); // weaker than all of them
    assert_int_equal(sound_mix_voices(&mix), SOUND_VOICES);
    assert_true(sound_mix_play(&mix, clip, 0.9f, 0.5f, 1.0f)); // takes the weakest one's place
    assert_int_equal(sound_mix_voices(&mix), SOUND_VOICES);
    sound_mix(&mix, out, 400);
    float size = 3000.0f / 32768.0f * sqrtf(0.5f);
    assert_true(near(out[2 * 399], full + (0.9f - 0.3f) * size));
    assert_true(near(out[0], full + 0.9f * size)); // which leaves, but not with a click
    for (int i = 2; i < 400; i++) {
        assert_true(fabsf(out[2 * i] - out[2 * i - 2]) < 0.3f * size / 50.0f);
    }
    for (int i = 0; i < 100; i++) { // a flood
        sound_mix_play(&mix, clip, 1.0f, 0.5f, 1.0f);
    }
    assert_true(sound_mix_voices(&mix) <= SOUND_VOICES);
    sound_mix(&mix, out, 400);
    assert_true(sound_mix_voices(&mix) <= SOUND_VOICES);
}

static void the_wind(void **state)
{
    (void)state;
    SoundMix mix;
    sound_mix_init(&mix);
    sound_mix_wind(&mix, 1.0f); // there is none
    assert_true(sound_mix_is_silent(&mix));
    mix.wind = clip_of(quiet, 777, 8192);
    sound_mix_wind(&mix, 0.4f);
    sound_mix(&mix, out, BUFFER);
    assert_true(out[0] < 0.001f);      // it rises
    for (int i = 1; i < BUFFER; i++) { // and goes round without a gap
        assert_true(out[2 * i] >= out[2 * i - 2] && out[2 * i] - out[2 * i - 2] < 0.0001f);
    }
    float wanted = 0.4f * 0.25f * sqrtf(0.5f);
    assert_true(out[2 * BUFFER - 2] > 0.85f * wanted && out[2 * BUFFER - 2] <= wanted);
    assert_false(sound_mix_is_silent(&mix));
    for (int i = 0; i < 777; i++) {
        quiet[i] = (int16_t)(i * 20);
    }
    mix.wind_at = 0;
    mix.wind_gain = mix.wind_goal;
    sound_mix(&mix, out, 2000);
    for (int i = 0; i < 2000; i++) { // every sample in its turn
        float sample = (float)(i % 777 * 20) / 32768.0f;
        assert_true(fabsf(out[2 * i] - sample * 0.4f * sqrtf(0.5f)) < 0.0001f);
    }
    sound_mix_wind(&mix, 0.0f);
    for (int i = 0; i < 4; i++) {
        sound_mix(&mix, out, BUFFER);
    }
    assert_true(sound_mix_is_silent(&mix));
}

static void fading(void **state)
{
    (void)state;
    SoundMix mix;
    sound_mix_init(&mix);
    SoundClip clip = clip_of(quiet, LONG, 8192);
    sound_mix_play(&mix, clip, 1.0f, 0.5f, 1.0f);
    mix.wind = clip;
    sound_mix_wind(&mix, 0.5f);
    sound_mix(&mix, out, 100);
    sound_mix_fade(&mix, false, 0.05f);
    int frames = SOUND_RATE / 20 + 1;
    sound_mix(&mix, out, frames);
    assert_true(out[0] > 0.1f && out[2 * frames - 2] == 0.0f); // in 50 ms, and no sooner
    assert_true(out[2 * (frames / 2)] > 0.3f * out[0]);
    sound_mix(&mix, out, 1000);
    for (int i = 0; i < 2000; i++) {
        assert_true(out[i] == 0.0f);
    }
    assert_true(sound_mix_is_silent(&mix));
    assert_false(sound_mix_play(&mix, clip, 1.0f, 0.5f, 1.0f));
    sound_mix_fade(&mix, true, 0.05f);
    sound_mix(&mix, out, frames);
    assert_true(out[0] < 0.01f && out[2 * frames - 2] > 0.1f);
}

static void senseless_numbers(void **state)
{
    (void)state;
    const float senseless[] = { NAN, INFINITY, -INFINITY, -5.0f, 1.0e30f };
    SoundMix mix;
    sound_mix_init(&mix);
    mix.wind = clip_of(quiet, 500, 20000);
    for (int i = 0; i < 125; i++) {
        sound_mix_play(&mix, clip_of(loud, 50, 30000), senseless[i % 5], senseless[i / 5 % 5],
                       senseless[i / 25]);
        sound_mix_wind(&mix, senseless[i % 5]);
        sound_mix_fade(&mix, true, senseless[i / 5 % 5]);
        sound_mix(&mix, out, 30);
        for (int j = 0; j < 60; j++) {
            assert_true(out[j] > -0.8f && out[j] < 0.8f);
        }
    }
    assert_false(sound_mix_play(&mix, (SoundClip){ NULL, 0 }, 1.0f, 0.5f, 1.0f));
    assert_false(sound_mix_play(&mix, (SoundClip){ loud, 1 }, 1.0f, 0.5f, 1.0f));
    assert_false(sound_mix_play(&mix, (SoundClip){ loud, 50 }, 0.0f, 0.5f, 1.0f));
}

// ---- the files ----------------------------------------------------------------------------------

typedef struct Figures {
    float peak, mean, loudest; // of full scale; RMS of the loudest 50 ms
    float end;                 // the greater of first and last
    float step;                // between neighbours
} Figures;

static Figures figures_of(SoundClip clip)
{
    enum { WINDOW = SOUND_RATE / 20 };
    Figures f = { 0 };
    double sum = 0.0, power = 0.0, best = 0.0;
    for (int i = 0; i < clip.count; i++) {
        double x = clip.samples[i] / 32768.0;
        sum += x;
        power += x * x;
        if (i >= WINDOW) {
            double old = clip.samples[i - WINDOW] / 32768.0;
            power -= old * old;
        }
        best = power > best ? power : best;
        f.peak = fabs(x) > (double)f.peak ? (float)fabs(x) : f.peak;
        if (i > 0) {
            f.step =
                fmaxf(f.step, fabsf((float)(clip.samples[i] - clip.samples[i - 1])) / 32768.0f);
        }
    }
    f.mean = (float)(sum / clip.count);
    f.loudest = (float)sqrt(best / WINDOW);
    f.end =
        fmaxf(fabsf((float)clip.samples[0]), fabsf((float)clip.samples[clip.count - 1])) / 32768.0f;
    return f;
}

static void files_are_clean(void **state)
{
    (void)state;
    static const int counts[SOUND_KINDS] = { 5, 3, 2, 1, 3, 5, 1, 1, 1, 1, 1, 1, 1 };
    SoundBank bank;
    assert_int_equal(sound_bank_open(&bank, SOUNDS), 26);
    for (int kind = 0; kind < SOUND_KINDS; kind++) {
        assert_int_equal(bank.counts[kind], counts[kind]);
        for (int i = 0; i < counts[kind]; i++) {
            Figures f = figures_of(bank.clips[kind][i]);
            assert_true(f.peak < 0.72f);
            assert_true(fabsf(f.mean) < 0.001f);
            assert_true(f.loudest > 0.10f && f.loudest < 0.24f); // none stands out
            assert_true(kind == SOUND_WIND || f.end < 0.001f);   // begins and ends at nothing
        }
    }
    SoundClip wind = bank.clips[SOUND_WIND][0]; // its end meets its beginning
    int seam = abs(wind.samples[0] - wind.samples[wind.count - 1]);
    assert_true((float)seam / 32768.0f < figures_of(wind).step);
    sound_bank_close(&bank);
}

// However many at once, in the mix they stay well below full scale.
static void quiet_together(void **state)
{
    (void)state;
    SoundBank bank;
    sound_bank_open(&bank, SOUNDS);
    SoundMix mix;
    sound_mix_init(&mix);
    mix.wind = bank.clips[SOUND_WIND][0];
    sound_mix_wind(&mix, sound_bank_gain(SOUND_WIND));
    float most = 0.0f;
    for (int i = 0; i < 40; i++) {
        int kind = i % SOUND_WIND;
        sound_mix_play(&mix, bank.clips[kind][0], sound_bank_gain((SoundKind)kind), 0.2f, 1.0f);
        sound_mix(&mix, out, 2205);
        for (int j = 0; j < 2 * 2205; j++) {
            most = fmaxf(most, fabsf(out[j]));
        }
    }
    assert_true(most > 0.05f && most < 0.6f);
    sound_bank_close(&bank);
}

static void never_the_same_twice(void **state)
{
    (void)state;
    SoundBank bank = { 0 };
    assert_int_equal(sound_bank_next(&bank, SOUND_STEP, -1, 5), -1);
    for (int count = 1; count <= SOUND_VARIATIONS; count++) {
        bank.counts[SOUND_STEP] = count;
        int last = -1, seen = 0;
        for (uint32_t i = 0; i < 400; i++) {
            int next = sound_bank_next(&bank, SOUND_STEP, last, i * 2654435761u >> 7);
            assert_in_range(next, 0, count - 1);
            assert_true(count == 1 || next != last);
            last = next;
            seen |= 1 << next;
        }
        assert_int_equal(seen, (1 << count) - 1);
    }
}

static void write_file(const char *path, const char *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

static void bad_files_are_not_heard(void **state)
{
    (void)state;
    SoundBank bank;
    assert_int_equal(sound_bank_open(&bank, "no/such/folder"), 0);
    sound_bank_close(&bank);
    // Half a header, another rate, and rubbish, each under a name that is looked for.
    char wav[46] =
        "RIFF\x26\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x44\xac\0\0\x88\x58\1\0\2\0\x10\0data\2";
    write_file("wind.wav", wav, 20);
    write_file("crash.wav", wav, sizeof wav);
    write_file("step_1.wav", "no sound at all", 15);
    write_file("creak_1.wav", "", 0);
    assert_int_equal(sound_bank_open(&bank, "."), 0);
    sound_bank_close(&bank);
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    Sound *sound = sound_open("."); // and no device is opened for nothing
    SoundHeard heard = { .wind = 1.0f, .motif = 1 };
    for (int i = 0; i < 12000 && !sound_state(sound).is_without; i++) {
        sound_step(sound, &heard, 1.0);
        SDL_Delay(5);
    }
    assert_true(sound_state(sound).is_without);
    sound_close(sound);
}

// ---- the device ---------------------------------------------------------------------------------

typedef struct Run {
    Sound *sound;
    double now;
} Run;

static Run run_with(const char *driver, const char *folder)
{
    SDL_setenv("SDL_AUDIODRIVER", driver, 1);
    return (Run){ sound_open(folder), 100.0 };
}

static SoundHeard cue(PictureSound sound)
{
    SoundHeard heard = { .wind = 0.0f };
    picture_cues_add(&heard.cues, sound, 1.0f, 0.5f);
    return heard;
}

// A hundredth of a second, in half the time.
static void step(Run *run, SoundHeard heard)
{
    sound_step(run->sound, &heard, run->now);
    run->now += 0.01;
    SDL_Delay(5);
}

// Waits as long as a busy machine may take, and no time passes for the sound.
static bool comes_to_open(Run *run)
{
    for (int i = 0; i < 12000 && !sound_state(run->sound).is_open; i++) {
        sound_step(run->sound, &(SoundHeard){ 0 }, run->now);
        SDL_Delay(5);
    }
    return sound_state(run->sound).is_open;
}

// Each step is longer than the silence after which it is to happen.
static bool comes_to_shut(Run *run, float wind)
{
    for (int i = 0; i < 12000 && (i < 2 || SDL_WasInit(SDL_INIT_AUDIO) != 0); i++) {
        run->now += 3.1;
        step(run, (SoundHeard){ .wind = wind });
    }
    return SDL_WasInit(SDL_INIT_AUDIO) == 0 && !sound_state(run->sound).is_open;
}

static bool comes_to_nothing(Run *run)
{
    for (int i = 0; i < 12000 && !sound_state(run->sound).is_without; i++) {
        step(run, cue(PICTURE_SOUND_STEP));
    }
    return sound_state(run->sound).is_without;
}

static void opens_when_there_is_something(void **state)
{
    (void)state;
    Run run = run_with("dummy", SOUNDS);
    for (int i = 0; i < 5; i++) {
        step(&run, (SoundHeard){ 0 });
    }
    assert_int_equal(sound_state(run.sound).tries, 0);
    step(&run, cue(PICTURE_SOUND_CRACK));
    assert_true(comes_to_open(&run));
    SoundState now = sound_state(run.sound);
    assert_int_equal(now.files, 26);
    assert_int_equal(now.voices, 1); // it waited for the device
    // Silent again: the device is closed, and opened when the next one comes.
    step(&run, (SoundHeard){ 0 });
    assert_true(sound_state(run.sound).is_open);
    assert_true(comes_to_shut(&run, 0.0f));
    step(&run, (SoundHeard){ .motif = 1 });
    assert_true(comes_to_open(&run));
    assert_int_equal(sound_state(run.sound).tries, 2);
    sound_close(run.sound);
}

static void no_device_is_silent(void **state)
{
    (void)state;
    Run run = run_with("no-such-driver", SOUNDS);
    assert_true(comes_to_nothing(&run));
    for (int i = 0; i < 20; i++) {
        step(&run, cue(PICTURE_SOUND_STEP));
    }
    assert_int_equal(sound_state(run.sound).tries, 1); // asked once, not with every sound
    sound_switch(run.sound, false);
    sound_switch(run.sound, true); // by hand, once more
    assert_true(comes_to_nothing(&run));
    assert_int_equal(sound_state(run.sound).tries, 2);
    sound_close(run.sound);
    Run none = run_with("dummy", NULL); // nor where no sounds are given
    step(&none, cue(PICTURE_SOUND_STEP));
    sound_switch(none.sound, false);
    sound_switch(none.sound, true);
    step(&none, cue(PICTURE_SOUND_STEP));
    assert_int_equal(sound_state(none.sound).tries, 0);
    sound_close(none.sound);
    sound_step(NULL, &(SoundHeard){ 0 }, 1.0);
    sound_switch(NULL, true);
    sound_attend(NULL, true);
    sound_close(NULL);
}

static void off_and_away(void **state)
{
    (void)state;
    for (int away = 0; away < 2; away++) {
        Run run = run_with("dummy", SOUNDS);
        if (away) {
            sound_attend(run.sound, false);
        } else {
            sound_switch(run.sound, false);
        }
        for (int i = 0; i < 5; i++) {
            SoundHeard heard = cue(PICTURE_SOUND_CRASH);
            heard.wind = 1.0f;
            heard.motif = 3;
            step(&run, heard);
        }
        assert_int_equal(sound_state(run.sound).tries, 0); // not even opened
        sound_switch(run.sound, true);
        sound_attend(run.sound, true);
        step(&run, (SoundHeard){ 0 });
        assert_int_equal(sound_state(run.sound).tries, 0); // and nothing comes late
        step(&run, cue(PICTURE_SOUND_CRASH));
        assert_true(comes_to_open(&run));
        sound_switch(run.sound, false); // while it sounds
        assert_true(comes_to_shut(&run, 1.0f));
        sound_close(run.sound);
    }
}

// A hundred creaks within a second are two; the wind of a scene alone keeps the device open.
static void not_too_many(void **state)
{
    (void)state;
    Run run = run_with("dummy", SOUNDS);
    step(&run, cue(PICTURE_SOUND_CREAK));
    assert_true(comes_to_open(&run));
    int most = 0;
    for (int i = 0; i < 60; i++) {
        step(&run, cue(PICTURE_SOUND_CREAK));
        int voices = sound_state(run.sound).voices;
        most = voices > most ? voices : most;
    }
    assert_in_range(most, 1, 2);
    run.now += 10.0;
    for (int i = 0; i < 5; i++) {
        step(&run, (SoundHeard){ .wind = 0.5f });
    }
    run.now += 10.0;
    step(&run, (SoundHeard){ .wind = 0.5f });
    assert_true(sound_state(run.sound).is_open);
    sound_close(run.sound); // in the middle of it
}

static void closed_while_opening(void **state)
{
    (void)state;
    for (int i = 0; i < 5; i++) {
        Run run = run_with("dummy", SOUNDS);
        sound_step(run.sound, &(SoundHeard){ .motif = 2 }, 1.0);
        sound_close(run.sound);
    }
    assert_int_equal(SDL_WasInit(SDL_INIT_AUDIO), 0);
}

int main(void)
{
    SDL_SetMainReady();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_voice),
        cmocka_unit_test(sides),
        cmocka_unit_test(never_too_loud),
        cmocka_unit_test(eight_voices),
        cmocka_unit_test(the_wind),
        cmocka_unit_test(fading),
        cmocka_unit_test(senseless_numbers),
        cmocka_unit_test(files_are_clean),
        cmocka_unit_test(quiet_together),
        cmocka_unit_test(never_the_same_twice),
        cmocka_unit_test(bad_files_are_not_heard),
        cmocka_unit_test(opens_when_there_is_something),
        cmocka_unit_test(no_device_is_silent),
        cmocka_unit_test(off_and_away),
        cmocka_unit_test(not_too_many),
        cmocka_unit_test(closed_while_opening),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
