// What is said of the screens, to whoever does not see them: from one frame and the next, and what happened in
// between, come utterances in the order in which they are to be heard. A story is told once, a focus is read
// where it has moved, what has changed on a bridge is said in words, and nothing is said twice. Knows no
// voice: who speaks, how fast, and when to fall silent is up to the caller.
#pragma once

#include "view/frame.h"
#include "view/view.h"

#include <stdbool.h>

typedef enum SpeechKind {
    SPEECH_SCREEN, // what stands on the screen
    SPEECH_STORY,
    SPEECH_BRIDGE, // what has changed on it
    SPEECH_ANSWERS,
    SPEECH_FOCUS,
    SPEECH_REPLY // to a key: goes before what is being said
} SpeechKind;

typedef struct SpeechUtterance {
    SpeechKind kind;
    bool story; // in the language of the scenario, else of the interface
    const char *text;
} SpeechUtterance;

typedef void SpeechSay(void *context, const SpeechUtterance *utterance);

typedef struct Speech Speech;

Speech *speech_new(void);
void speech_free(Speech *speech); // NULL is fine

// An input that goes to the screens. True: whatever is being said is to stop, the listener has gone on.
bool speech_input(Speech *speech, const ViewInput *input);

// The next frame, which the caller may clear afterwards.
void speech_frame(Speech *speech, const Frame *frame, SpeechSay *say, void *context);

// Everything on that frame, from its first line on: for a listener who wants to hear where they are.
void speech_read(Speech *speech, const Frame *frame, SpeechSay *say, void *context);

// The focus moves by itself, step by step (scanning for switches): each step cuts the one before.
void speech_scans(Speech *speech, bool scans);

// Nothing was said yet: the next frame is read as a new screen.
void speech_forget(Speech *speech);
