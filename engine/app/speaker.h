// Tells the screens to whoever does not see them: what is said comes from engine/speech, the voice from
// engine/voice, a screen reader of the desktop hears by engine/atspi. Here they meet the settings, the
// languages and the player's keys. No library is loaded until somebody wants to hear.
#pragma once

#include "view/view.h"

#include <stdbool.h>

typedef struct Speaker Speaker;

Speaker *speaker_open(void);

// Once something is shown: looks for a screen reader, beside everything else. `wake` comes from another thread.
void speaker_look_for_readers(Speaker *speaker, void (*wake)(void *context), void *context);
void speaker_close(Speaker *speaker); // NULL is fine

// An input on its way to the screens, which ends what is being said. False: it is not to get there. Enter takes
// no answer that was not yet heard: it skips what was told and reads the answers.
bool speaker_input(Speaker *speaker, const ViewInput *input);

// Somebody has asked for this program's own voice, whatever else reads.
void speaker_ask(Speaker *speaker);

// Whether somebody reads the frames aloud, this program or another: ViewSettings.reader.
bool speaker_reads(Speaker *speaker, const ViewSettings *settings);

// A screen reader was found, or has gone, since the last frame: another one is wanted.
// The voices that can read in the interface's language. True: others than the last time.
bool speaker_voices(Speaker *speaker, const ViewVoice **voices, int *count, bool *missing);

bool speaker_was_found(Speaker *speaker);

// What a screen reader wants done, as a press and its release. False: nothing.
bool speaker_wish(Speaker *speaker, ViewInput out[2]);

typedef struct SpeakerPlace { // of the window
    float scale;              // pixels per design unit
    int x, y;
    bool active;
} SpeakerPlace;

// The frame that is shown now; it has to stay until the next one. The languages of story and interface:
// "en", "de".
void speaker_frame(Speaker *speaker, const Frame *frame, const ViewSettings *settings,
                   const SpeakerPlace *place, const char *story, const char *interface);

// Silence; or, with `read`, the whole screen, whether everything is read aloud or not.
void speaker_listen(Speaker *speaker, bool read);
