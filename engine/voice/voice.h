// A voice: says utterances one after the other through speech-dispatcher, and falls silent at once. Nothing
// here waits: a thread of its own finds the library, connects and talks to the daemon, and only when there
// is something to say. Where there is no library or no daemon, there is silence and one sentence why.
// Knows no screens.
#pragma once

#include <stdbool.h>

enum { VOICE_NAME = 64, VOICE_TROUBLE = 400, VOICE_LANGUAGE = 16, VOICE_LIST = 15 };

typedef struct VoiceSettings {
    int rate;              // -100 slow .. 100 fast
    int volume;            // 0 .. 100
    char name[VOICE_NAME]; // of a voice of the machine; "": the one it takes by itself
    char language[VOICE_LANGUAGE]; // that it speaks: what is in another one is left to another voice
} VoiceSettings;

// A voice of the machine.
typedef struct VoiceName {
    char name[VOICE_NAME], language[VOICE_LANGUAGE]; // "English (Scotland)", "en-gb-scotland"
} VoiceName;

typedef struct Voice Voice;

Voice *voice_open(void);        // starts nothing yet
void voice_close(Voice *voice); // falls silent; NULL is fine

void voice_set(Voice *voice, const VoiceSettings *settings);

// After what is said already. `language`: "en", "de"; or "". Returns the number of the utterance: 1, 2, 3 ..
int voice_say(Voice *voice, const char *text, const char *language);

// Stops in the middle of the word, and forgets what waits.
void voice_hush(Voice *voice);

// The last utterance that has begun to be heard; -1 where the daemon does not tell.
int voice_begun(Voice *voice);

// `wake` is called from its thread when names have come, or why there are none. Before anything is said.
void voice_wake(Voice *voice, void (*wake)(void *context), void *context);

// Looks for the voices of the machine that speak that language ("en"): what voice_names gives from then on.
void voice_look_for(Voice *voice, const char *language);

// How many there are; -1: not known yet, or there is no speech-dispatcher.
int voice_names(Voice *voice, VoiceName out[VOICE_LIST]);

// Whether it was looked for and could not be reached.
bool voice_is_missing(Voice *voice);

// Why nothing is heard: once, in `out`. False: all is well, or it was told before.
bool voice_trouble(Voice *voice, char out[VOICE_TROUBLE]);

// Whether this program was built with a voice at all.
bool voice_built(void);
