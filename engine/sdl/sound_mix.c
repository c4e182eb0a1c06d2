// The sum of up to eight voices and the wind, its level and its limit.
#include "sdl/sound_mix.h"

#include <math.h>
#include <string.h>

static const float sample_size = 1.0f / 32768.0f;
static const float knee = 0.5f;    // the limiter leaves alone what is below ...
static const float ceiling = 0.8f; // ... and bends the rest so that it never gets there
static const float spread = 0.3f;  // of panning: at the edge one side is twice as loud as the other
static const float leave_step = 1.0f / (0.006f * (float)SOUND_RATE);
static const float wind_ease = 1.0f / (0.4f * (float)SOUND_RATE);
static const float unheard = 0.0005f;

enum { FRACTION_BITS = 16 };

// What is no number is 0, too.
static float between(float value, float least, float most)
{
    return !(value >= least) ? least : value > most ? most : value;
}

void sound_mix_init(SoundMix *mix)
{
    memset(mix, 0, sizeof *mix);
    mix->master = 1.0f;
    mix->master_goal = 1.0f;
}

// ---- voices -------------------------------------------------------------------------------------

static bool is_heard(const SoundVoice *voice)
{
    return voice->clip.count > 0 && voice->leaving >= 1.0f;
}

int sound_mix_voices(const SoundMix *mix)
{
    int count = 0;
    for (int i = 0; i < SOUND_SLOTS; i++) {
        count += is_heard(&mix->voices[i]);
    }
    return count;
}

// How much would be missed: loud, and much still to come.
static float weight(const SoundVoice *voice)
{
    float gone = (float)(voice->at >> FRACTION_BITS) / (float)voice->clip.count;
    return (voice->left + voice->right) * (1.0f - gone);
}

static SoundVoice *free_slot(SoundMix *mix)
{
    for (int i = 0; i < SOUND_SLOTS; i++) {
        if (mix->voices[i].clip.count == 0) {
            return &mix->voices[i];
        }
    }
    return NULL;
}

// Whether there is one voice less than eight, if need be because the weakest begins to leave.
static bool make_room(SoundMix *mix, float wanted)
{
    SoundVoice *weakest = NULL;
    for (int i = 0; i < SOUND_SLOTS; i++) {
        SoundVoice *voice = &mix->voices[i];
        if (is_heard(voice) && (weakest == NULL || weight(voice) < weight(weakest))) {
            weakest = voice;
        }
    }
    if (sound_mix_voices(mix) < SOUND_VOICES) {
        return true;
    }
    if (weight(weakest) > wanted) {
        return false;
    }
    weakest->leaving = 1.0f - leave_step;
    return true;
}

bool sound_mix_play(SoundMix *mix, SoundClip clip, float gain, float across, float speed)
{
    gain = between(gain, 0.0f, 1.0f);
    float aside = (between(across, 0.0f, 1.0f) - 0.5f) * 2.0f * spread;
    SoundVoice voice = { .clip = clip, .leaving = 1.0f };
    voice.left = gain * sqrtf(0.5f - aside);
    voice.right = gain * sqrtf(0.5f + aside);
    voice.speed = (uint64_t)(between(speed, 0.25f, 4.0f) * 65536.0f);
    SoundVoice *slot = free_slot(mix);
    if (clip.count < 2 || gain <= 0.0f || mix->master_goal <= 0.0f || slot == NULL ||
        !make_room(mix, voice.left + voice.right)) {
        return false;
    }
    *slot = voice;
    return true;
}

static void add_voice(SoundVoice *voice, float *out, int frames)
{
    const int16_t *samples = voice->clip.samples;
    for (int i = 0; i < frames && voice->clip.count > 0; i++) {
        int at = (int)(voice->at >> FRACTION_BITS);
        if (at + 1 >= voice->clip.count || voice->leaving <= 0.0f) {
            voice->clip.count = 0;
            return;
        }
        float between_two = (float)(voice->at & 0xffffu) / 65536.0f;
        float a = (float)samples[at];
        float value = (a + ((float)samples[at + 1] - a) * between_two) * sample_size;
        value *= voice->leaving;
        out[2 * i] += value * voice->left;
        out[2 * i + 1] += value * voice->right;
        voice->at += voice->speed;
        voice->leaving -= voice->leaving < 1.0f ? leave_step : 0.0f;
    }
}

// ---- wind and master ----------------------------------------------------------------------------

void sound_mix_wind(SoundMix *mix, float gain)
{
    mix->wind_goal = mix->wind.count > 0 ? between(gain, 0.0f, 1.0f) : 0.0f;
}

static bool is_calm(const SoundMix *mix)
{
    return mix->wind_goal < unheard && mix->wind_gain < unheard;
}

static void add_wind(SoundMix *mix, float *out, int frames)
{
    if (mix->wind.count == 0 || is_calm(mix)) {
        return;
    }
    const float half = sqrtf(0.5f);
    for (int i = 0; i < frames; i++) {
        mix->wind_gain += (mix->wind_goal - mix->wind_gain) * wind_ease;
        float value = (float)mix->wind.samples[mix->wind_at] * sample_size * mix->wind_gain * half;
        mix->wind_at = mix->wind_at + 1 < mix->wind.count ? mix->wind_at + 1 : 0;
        out[2 * i] += value;
        out[2 * i + 1] += value;
    }
}

void sound_mix_fade(SoundMix *mix, bool in, float seconds)
{
    mix->master_goal = in ? 1.0f : 0.0f;
    mix->master_step = 1.0f / (between(seconds, 0.001f, 60.0f) * (float)SOUND_RATE);
}

static float nearer(float value, float goal, float step)
{
    return value < goal ? fminf(value + step, goal) : fmaxf(value - step, goal);
}

static float limited(float value)
{
    float size = fabsf(value);
    if (size <= knee) {
        return value;
    }
    float over = (size - knee) / (ceiling - knee);
    return copysignf(knee + (ceiling - knee) * over / (1.0f + over), value);
}

void sound_mix(SoundMix *mix, float *out, int frames)
{
    memset(out, 0, (size_t)frames * 2 * sizeof *out);
    for (int i = 0; i < SOUND_SLOTS; i++) {
        add_voice(&mix->voices[i], out, frames);
    }
    add_wind(mix, out, frames);
    for (int i = 0; i < frames; i++) {
        mix->master = nearer(mix->master, mix->master_goal, mix->master_step);
        out[2 * i] = limited(out[2 * i]) * mix->master;
        out[2 * i + 1] = limited(out[2 * i + 1]) * mix->master;
    }
}

bool sound_mix_is_silent(const SoundMix *mix)
{
    if (mix->master_goal <= 0.0f && mix->master <= 0.0f) {
        return true;
    }
    for (int i = 0; i < SOUND_SLOTS; i++) {
        if (mix->voices[i].clip.count > 0) {
            return false;
        }
    }
    return is_calm(mix);
}
