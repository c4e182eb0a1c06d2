// The device and its life, and which sound is taken when. Two threads besides the main one: SDL's,
// which fetches the mix, and for some milliseconds one that opens or closes the device.
#include "sdl/sound.h"

#include "sdl/sound_bank.h"

#include <SDL.h>
#include <stdatomic.h>
#include <string.h>

enum {
    DEVICE_FRAMES = 512, // 23 ms
    QUEUE = 8,           // sounds that wait for the device
    STEP_WAIT = 5,       // milliseconds, when closing meets opening
    CLOSE_WAIT = 300,
};

static const double silent_for = 3.0; // seconds; then the device is closed
static const double late = 0.5;       // a sound that waited longer for the device is not played
static const double rest_after_loss = 10.0;
static const double soon = 0.6;   // the same again within so many seconds ...
static const float softer = 0.5f; // ... is meant less
static const float switch_fade = 0.05f;
static const float attend_fade = 0.4f;
static const float heard_wind = 0.04f;

// Who may touch the device, the mix and the bank follows from it: the worker while it is WORKING,
// and else the main thread, under SDL's lock while it is OPEN.
typedef enum DeviceState {
    DEVICE_SHUT,
    DEVICE_WORKING,   // is being opened or closed
    DEVICE_READY,     // opened, still paused
    DEVICE_OPEN,      // SDL's thread fetches the mix
    DEVICE_WITHOUT,   // there is none
    DEVICE_ABANDONED, // closed while the worker was at it: the worker clears up
} DeviceState;

typedef struct Waiting {
    SoundKind kind;
    float strength, across;
    double since;
} Waiting;

struct Sound {
    atomic_int state; // DeviceState
    SDL_AudioDeviceID device;
    SoundMix mix;
    SoundBank bank;
    char *folder;
    int files, tries;
    bool opening; // what the worker does; else it closes
    bool off, away;
    Waiting queue[QUEUE];
    int waiting;
    double last[SOUND_KINDS];
    int last_variation[SOUND_KINDS];
    double heard_at;   // last time there was something to hear
    double not_before; // no device is looked for
    uint32_t random;
};

static DeviceState state_of(Sound *sound)
{
    return (DeviceState)atomic_load(&sound->state);
}

// Only from one certain state to another.
static bool change(Sound *sound, DeviceState from, DeviceState to)
{
    int expected = (int)from;
    return atomic_compare_exchange_strong(&sound->state, &expected, (int)to);
}

// ---- the device ---------------------------------------------------------------------------------

static void SDLCALL fetch(void *context, Uint8 *stream, int bytes)
{
    Sound *sound = context;
    sound_mix(&sound->mix, (float *)(void *)stream, bytes / (int)(2 * sizeof(float)));
}

#ifdef __linux__
static void say_nothing(const char *file, int line, const char *function, int error,
                        const char *format, ...)
{
    (void)file;
    (void)line;
    (void)function;
    (void)error;
    (void)format;
}

// On a machine without a sound card ALSA writes eight lines to the terminal.
static void hush(void)
{
    typedef void (*Handler)(const char *, int, const char *, int, const char *, ...);
    void *library = SDL_LoadObject("libasound.so.2");
    void *found = library != NULL ? SDL_LoadFunction(library, "snd_lib_error_set_handler") : NULL;
    if (found != NULL) {
        int (*set_handler)(Handler);
        memcpy(&set_handler, &found, sizeof found);
        set_handler(say_nothing);
    }
}
#else
static void hush(void)
{
}
#endif

static bool open_device(Sound *sound)
{
    if (sound->files == 0) {
        sound->files = sound_bank_open(&sound->bank, sound->folder);
    }
    if (sound->files == 0) {
        return false;
    }
    if (sound->tries == 1) {
        hush();
    }
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
        return false;
    }
    SDL_AudioSpec wanted = { .freq = SOUND_RATE,
                             .format = AUDIO_F32SYS,
                             .channels = 2,
                             .samples = DEVICE_FRAMES,
                             .callback = fetch,
                             .userdata = sound };
    sound->device = SDL_OpenAudioDevice(NULL, 0, &wanted, NULL, 0);
    if (sound->device == 0) {
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
    return sound->device != 0;
}

static void close_device(Sound *sound)
{
    if (sound->device != 0) {
        SDL_CloseAudioDevice(sound->device);
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        sound->device = 0;
    }
}

static void free_all(Sound *sound)
{
    close_device(sound);
    sound_bank_close(&sound->bank);
    SDL_free(sound->folder);
    SDL_free(sound);
}

static int SDLCALL work(void *context)
{
    Sound *sound = context;
    DeviceState after = DEVICE_SHUT;
    if (sound->opening) {
        after = open_device(sound) ? DEVICE_READY : DEVICE_WITHOUT;
    } else {
        close_device(sound);
    }
    if (!change(sound, DEVICE_WORKING, after)) {
        free_all(sound);
    }
    return 0;
}

// Opening may ask a sound server over a socket, closing waits for its last buffers: not here.
static void start_work(Sound *sound, bool opening)
{
    sound->opening = opening;
    sound->tries += opening;
    atomic_store(&sound->state, DEVICE_WORKING);
    SDL_Thread *thread = SDL_CreateThread(work, "sound", sound);
    if (thread == NULL) {
        atomic_store(&sound->state, DEVICE_WITHOUT);
    } else {
        SDL_DetachThread(thread);
    }
}

// ---- opening and closing ------------------------------------------------------------------------

Sound *sound_open(const char *folder)
{
    // SDL's memory: the worker may have to free it.
    Sound *sound = SDL_calloc(1, sizeof *sound);
    if (sound == NULL) {
        return NULL;
    }
    sound_mix_init(&sound->mix);
    sound->folder = folder != NULL ? SDL_strdup(folder) : NULL;
    atomic_store(&sound->state, sound->folder != NULL ? DEVICE_SHUT : DEVICE_WITHOUT);
    for (int i = 0; i < SOUND_KINDS; i++) {
        sound->last[i] = -1.0e9;
        sound->last_variation[i] = -1;
    }
    sound->random = 0x9e3779b9u;
    return sound;
}

void sound_close(Sound *sound)
{
    if (sound == NULL) {
        return;
    }
    for (int i = 0; i < CLOSE_WAIT && state_of(sound) == DEVICE_WORKING; i += STEP_WAIT) {
        SDL_Delay(STEP_WAIT);
    }
    // A sound server that does not answer is not waited for.
    if (!change(sound, DEVICE_WORKING, DEVICE_ABANDONED)) {
        free_all(sound);
    }
}

// ---- what is heard ------------------------------------------------------------------------------

static void fade(Sound *sound, float seconds)
{
    bool in = !sound->off && !sound->away;
    if (state_of(sound) == DEVICE_OPEN) {
        SDL_LockAudioDevice(sound->device);
        sound_mix_fade(&sound->mix, in, seconds);
        SDL_UnlockAudioDevice(sound->device);
    }
    if (!in) {
        sound->waiting = 0;
    }
}

void sound_switch(Sound *sound, bool on)
{
    if (sound == NULL || sound->off == !on) {
        return;
    }
    sound->off = !on;
    // Whoever asks for it by hand may have plugged something in.
    if (on && sound->folder != NULL) {
        change(sound, DEVICE_WITHOUT, DEVICE_SHUT);
    }
    fade(sound, switch_fade);
}

void sound_attend(Sound *sound, bool attentive)
{
    if (sound != NULL && sound->away == attentive) {
        sound->away = !attentive;
        fade(sound, attend_fade);
    }
}

static uint32_t any(Sound *sound)
{
    sound->random = sound->random * 1664525u + 1013904223u;
    return sound->random >> 8;
}

// Under the lock.
static void play(Sound *sound, const Waiting *wanted)
{
    int variation = sound_bank_next(&sound->bank, wanted->kind, sound->last_variation[wanted->kind],
                                    any(sound));
    if (variation < 0) {
        return;
    }
    sound->last_variation[wanted->kind] = variation;
    SoundClip clip = sound->bank.clips[wanted->kind][variation];
    float speed = 1.0f;
    if (wanted->kind < SOUND_MOTIF) { // a motif stays in tune
        speed = 0.95f + 0.10f * (float)(any(sound) & 0xff) / 255.0f;
    }
    float gain = sound_bank_gain(wanted->kind) * (0.3f + 0.7f * wanted->strength);
    sound_mix_play(&sound->mix, clip, gain, wanted->across, speed);
}

static void want(Sound *sound, SoundKind kind, float strength, float across, double now)
{
    if (sound->waiting == QUEUE || now - sound->last[kind] < sound_bank_pause(kind)) {
        return;
    }
    strength *= now - sound->last[kind] < soon ? softer : 1.0f;
    sound->last[kind] = now;
    sound->queue[sound->waiting++] =
        (Waiting){ .kind = kind, .strength = strength, .across = across, .since = now };
}

static float part(float value)
{
    return !(value >= 0.0f) ? 0.0f : value > 1.0f ? 1.0f : value;
}

// Those that waited too long for a device.
static void drop_late(Sound *sound, double now)
{
    int kept = 0;
    for (int i = 0; i < sound->waiting; i++) {
        if (now - sound->queue[i].since < late) {
            sound->queue[kept++] = sound->queue[i];
        }
    }
    sound->waiting = kept;
}

static void take(Sound *sound, const SoundHeard *heard, double now)
{
    for (int i = 0; i < heard->cues.count && i < PICTURE_CUES; i++) {
        const PictureCue *cue = &heard->cues.cue[i];
        if (cue->sound < SOUND_MOTIF) { // a gust is heard by the wind
            want(sound, (SoundKind)cue->sound, part(cue->strength), part(cue->across), now);
        }
    }
    int motif = SOUND_MOTIF + (int)heard->motif - 1;
    if (motif >= SOUND_MOTIF && motif <= SOUND_MOTIF_LAST) {
        want(sound, (SoundKind)motif, 1.0f, 0.5f, now);
    }
}

static void play_waiting(Sound *sound)
{
    for (int i = 0; i < sound->waiting; i++) {
        play(sound, &sound->queue[i]);
    }
    sound->waiting = 0;
}

// A device that plays: hands it what is to be heard, and closes it when it is lost or idle.
static void go_on(Sound *sound, float wind, double now)
{
    if (SDL_GetAudioDeviceStatus(sound->device) == SDL_AUDIO_STOPPED) {
        sound->not_before = now + rest_after_loss;
        sound->waiting = 0;
        start_work(sound, false);
        return;
    }
    SDL_LockAudioDevice(sound->device);
    play_waiting(sound);
    sound_mix_wind(&sound->mix, sound_bank_gain(SOUND_WIND) * wind);
    bool silent = sound_mix_is_silent(&sound->mix);
    SDL_UnlockAudioDevice(sound->device);
    if (!silent) {
        sound->heard_at = now;
    } else if (now - sound->heard_at >= silent_for) {
        start_work(sound, false);
    }
}

static void begin(Sound *sound, double now)
{
    sound_mix_init(&sound->mix);
    sound->mix.wind = sound->bank.clips[SOUND_WIND][0];
    sound->heard_at = now;
    atomic_store(&sound->state, DEVICE_OPEN);
    SDL_PauseAudioDevice(sound->device, 0);
    fade(sound, switch_fade);
}

void sound_step(Sound *sound, const SoundHeard *heard, double seconds)
{
    if (sound == NULL || state_of(sound) == DEVICE_WITHOUT) {
        return;
    }
    bool mute = sound->off || sound->away;
    float wind = mute ? 0.0f : part(heard->wind);
    drop_late(sound, seconds);
    if (!mute) {
        take(sound, heard, seconds);
    }
    switch (state_of(sound)) {
    case DEVICE_SHUT:
        if (seconds >= sound->not_before && (sound->waiting > 0 || wind > heard_wind)) {
            start_work(sound, true);
        }
        break;
    case DEVICE_READY:
        begin(sound, seconds);
        go_on(sound, wind, seconds);
        break;
    case DEVICE_OPEN:
        go_on(sound, wind, seconds);
        break;
    case DEVICE_WORKING:
    case DEVICE_WITHOUT:
    case DEVICE_ABANDONED:
        break;
    }
}

SoundState sound_state(Sound *sound)
{
    DeviceState state = state_of(sound);
    SoundState out = { .is_open = state == DEVICE_OPEN,
                       .is_without = state == DEVICE_WITHOUT,
                       .tries = sound->tries };
    if (state == DEVICE_OPEN) {
        SDL_LockAudioDevice(sound->device);
        out.files = sound->files;
        out.voices = sound_mix_voices(&sound->mix);
        SDL_UnlockAudioDevice(sound->device);
    }
    return out;
}
