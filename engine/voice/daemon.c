// Talks to speech-dispatcher by its own library, which is looked for when the first word is to be said: a
// program that is never asked to speak does not load it, and one that is installed without it still starts.
#define _POSIX_C_SOURCE 200809L
#include "voice/daemon.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#ifdef PLANKWRIGHT_SPEECH

#include <dlfcn.h>
#include <libspeechd.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

// libspeechd's calls, as its header declares them.
static struct {
    __typeof__(spd_open2) *open2;
    __typeof__(spd_close) *close;
    __typeof__(spd_say) *say;
    __typeof__(spd_cancel) *cancel;
    __typeof__(spd_set_voice_rate) *set_voice_rate;
    __typeof__(spd_set_volume) *set_volume;
    __typeof__(spd_set_language) *set_language;
    __typeof__(spd_set_synthesis_voice) *set_synthesis_voice;
    __typeof__(spd_set_notification_on) *set_notification_on;
    __typeof__(spd_set_voice_type) *set_voice_type;
    __typeof__(spd_list_synthesis_voices) *list_synthesis_voices;
    __typeof__(free_spd_voices) *free_voices;
} calls;

bool daemon_built(void)
{
    return true;
}

// ---- how far it has read ------------------------------------------------------------------------

enum { SAID_MOST = 64 };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static struct {
    size_t message[SAID_MOST]; // the daemon's number ..
    int number[SAID_MOST];     // .. of ours
    int next;
    size_t last; // message that has begun; its event may come before note_said
    int begun;
    bool tells;
} heard;

void daemon_forget(void)
{
    pthread_mutex_lock(&mutex);
    memset(&heard, 0, sizeof heard);
    pthread_mutex_unlock(&mutex);
}

static void find_begun(void)
{
    for (int i = 0; i < SAID_MOST; i++) {
        if (heard.message[i] != 0 && heard.message[i] <= heard.last &&
            heard.number[i] > heard.begun) {
            heard.begun = heard.number[i];
        }
    }
}

static void note_said(size_t message, int number)
{
    pthread_mutex_lock(&mutex);
    heard.message[heard.next % SAID_MOST] = message;
    heard.number[heard.next % SAID_MOST] = number;
    heard.next++;
    find_begun();
    pthread_mutex_unlock(&mutex);
}

static void hear_begin(size_t message, size_t client, SPDNotificationType state)
{
    (void)client;
    (void)state;
    pthread_mutex_lock(&mutex);
    heard.tells = true;
    heard.last = message > heard.last ? message : heard.last;
    find_begun();
    pthread_mutex_unlock(&mutex);
}

int daemon_begun(void)
{
    pthread_mutex_lock(&mutex);
    int begun = heard.tells ? heard.begun : -1;
    pthread_mutex_unlock(&mutex);
    return begun;
}

// ---- the library and the connection -------------------------------------------------------------

// A function's address comes back as that of an object: copied, as POSIX wants it.
static bool find(void *library, const char *name, void *call, size_t size)
{
    void *found = dlsym(library, name);
    memcpy(call, &found, size);
    return found != NULL;
}

static bool load(Daemon *daemon)
{
    if (daemon->library == NULL) {
        daemon->library = dlopen("libspeechd.so.2", RTLD_NOW | RTLD_LOCAL);
    }
    void *library = daemon->library;
#define FIND(call) find(library, "spd_" #call, &calls.call, sizeof calls.call)
    return library != NULL && FIND(open2) && FIND(close) && FIND(say) && FIND(cancel) &&
           FIND(set_voice_rate) && FIND(set_volume) && FIND(set_language) &&
           FIND(set_synthesis_voice) && FIND(set_notification_on) && FIND(set_voice_type) &&
           FIND(list_synthesis_voices) &&
           find(library, "free_spd_voices", &calls.free_voices, sizeof calls.free_voices);
#undef FIND
}

static long now_second(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long)now.tv_sec;
}

bool daemon_connect(Daemon *daemon, int retry_seconds, char why[VOICE_TROUBLE])
{
    long now = now_second();
    why[0] = '\0';
    if (daemon->connected) {
        return true;
    }
    if (daemon->tried != 0 && now - daemon->tried < retry_seconds) {
        return false;
    }
    daemon->tried = now;
    if (!load(daemon)) {
        snprintf(why, VOICE_TROUBLE,
                 "libspeechd.so.2 is not there: nothing is read aloud. Install "
                 "speech-dispatcher (Debian: libspeechd2).");
        return false;
    }
    char *refused = NULL;
    SPDConnection *connection =
        calls.open2("plankwright", "main", NULL, SPD_MODE_THREADED, NULL, 1, &refused);
    if (connection == NULL) {
        snprintf(why, VOICE_TROUBLE, "speech-dispatcher does not answer: %.300s",
                 refused != NULL ? refused : "no reason given");
        free(refused);
        return false;
    }
    connection->callback_begin = hear_begin;
    calls.set_notification_on(connection, SPD_BEGIN);
    daemon->connection = connection;
    daemon->connected = daemon->fresh = true;
    daemon->language[0] = '\0';
    return true;
}

static void lost(Daemon *daemon)
{
    calls.close(daemon->connection);
    daemon->connection = NULL;
    daemon->connected = false;
}

void daemon_set(Daemon *daemon, const VoiceSettings *settings)
{
    calls.set_voice_rate(daemon->connection, settings->rate);
    calls.set_volume(daemon->connection, settings->volume * 2 - 100);
    daemon->settings = *settings;
    daemon->language[0] = '\0'; // and the voice with the next words
    daemon->fresh = false;
}

// "en" and "en-gb" are one; "" is any.
static bool same_language(const char *a, const char *b)
{
    size_t n = strcspn(a, "-_"), m = strcspn(b, "-_");
    return n == 0 || m == 0 || (n == m && strncasecmp(a, b, n) == 0);
}

// The voice that was chosen speaks its own language only: another one reads what is in another.
static void choose_voice(Daemon *daemon, const char *language)
{
    const VoiceSettings *settings = &daemon->settings;
    if (settings->name[0] != '\0' && same_language(settings->language, language)) {
        calls.set_synthesis_voice(daemon->connection, settings->name);
        daemon->named = true;
    } else if (daemon->named) {
        calls.set_voice_type(daemon->connection, SPD_MALE1); // the usual one: a name is forgotten by it
        daemon->named = false;
    }
}

void daemon_say(Daemon *daemon, int number, const char *text, const char *language)
{
    if (language[0] != '\0' && strcmp(language, daemon->language) != 0) {
        snprintf(daemon->language, sizeof daemon->language, "%s", language);
        calls.set_language(daemon->connection, language);
        choose_voice(daemon, language);
    }
    int message = calls.say(daemon->connection, SPD_MESSAGE, text);
    if (message < 0) { // it has gone: looked for again with one of the next words
        lost(daemon);
        return;
    }
    note_said((size_t)message, number);
}

// ---- what voices there are ----------------------------------------------------------------------

// A module like espeak-ng has each voice a hundred times over, as "English+Annie": these only where there is
// nothing plainer.
static int pick_names(SPDVoice **voices, const char *language, bool plain,
                      VoiceName out[VOICE_LIST])
{
    int count = 0;
    for (int i = 0; voices[i] != NULL && count < VOICE_LIST; i++) {
        const SPDVoice *it = voices[i];
        bool known = it->name != NULL && it->language != NULL && it->language[0] != '\0';
        if (!known || strlen(it->name) >= VOICE_NAME || strlen(it->language) >= VOICE_LANGUAGE ||
            !same_language(it->language, language) || (strchr(it->name, '+') != NULL) == plain) {
            continue;
        }
        snprintf(out[count].name, VOICE_NAME, "%s", it->name);
        snprintf(out[count].language, VOICE_LANGUAGE, "%s", it->language);
        count++;
    }
    return count;
}

int daemon_names(Daemon *daemon, const char *language, VoiceName out[VOICE_LIST])
{
    SPDVoice **voices = calls.list_synthesis_voices(daemon->connection);
    if (voices == NULL) {
        return -1;
    }
    int count = pick_names(voices, language, true, out);
    count = count > 0 ? count : pick_names(voices, language, false, out);
    calls.free_voices(voices);
    return count;
}

void daemon_hush(Daemon *daemon)
{
    if (daemon->connected && calls.cancel(daemon->connection) < 0) {
        lost(daemon);
    }
}

void daemon_close(Daemon *daemon)
{
    if (daemon->connected) {
        lost(daemon);
    }
}

#else // built without libspeechd

bool daemon_built(void)
{
    return false;
}

bool daemon_connect(Daemon *daemon, int retry_seconds, char why[VOICE_TROUBLE])
{
    (void)daemon;
    (void)retry_seconds;
    snprintf(why, VOICE_TROUBLE,
             "This program was built without speech-dispatcher: nothing is "
             "read aloud.");
    return false;
}

void daemon_set(Daemon *daemon, const VoiceSettings *settings)
{
    (void)daemon;
    (void)settings;
}

void daemon_say(Daemon *daemon, int number, const char *text, const char *language)
{
    (void)daemon;
    (void)number;
    (void)text;
    (void)language;
}

void daemon_hush(Daemon *daemon)
{
    (void)daemon;
}

void daemon_close(Daemon *daemon)
{
    (void)daemon;
}

int daemon_names(Daemon *daemon, const char *language, VoiceName out[VOICE_LIST])
{
    (void)daemon;
    (void)language;
    (void)out;
    return -1;
}

void daemon_forget(void)
{
}

int daemon_begun(void)
{
    return -1;
}

#endif
