// The connection to speech-dispatcher. Everything here may take its time: it is called on the voice's thread
// only.
#pragma once

#include "voice/voice.h"

typedef struct Daemon {
    void *library, *connection;
    bool connected;
    bool fresh; // nothing was set on this connection yet
    long tried; // second of the monotonic clock
    char language[VOICE_LANGUAGE];
    VoiceSettings settings;
    bool named; // a voice was asked for by its name
} Daemon;

bool daemon_built(void);

// True: there is a connection. Else tries again when `retry_seconds` have passed; why it failed in `why`.
bool daemon_connect(Daemon *daemon, int retry_seconds, char why[VOICE_TROUBLE]);
void daemon_set(Daemon *daemon, const VoiceSettings *settings);
void daemon_say(Daemon *daemon, int number, const char *text, const char *language);
void daemon_hush(Daemon *daemon);
int daemon_names(Daemon *daemon, const char *language, VoiceName out[VOICE_LIST]); // -1: it does not say
void daemon_close(Daemon *daemon);

void daemon_forget(void); // what has begun: the numbers start anew
int daemon_begun(void);   // from any thread; -1: it does not tell
