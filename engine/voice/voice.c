// The queue between those who have something to say and the thread that says it. What the thread does with
// it is daemon.c.
#define _POSIX_C_SOURCE 200809L
#include "voice/voice.h"

#include "base/arena.h"
#include "voice/daemon.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { QUEUE_MOST = 512, LANGUAGE_SIZE = 16, RETRY_SECONDS = 5, CLOSE_MILLISECONDS = 500 };

typedef struct Waiting {
    int number;
    char language[LANGUAGE_SIZE];
    char *text;
} Waiting;

struct Voice {
    pthread_mutex_t mutex;
    pthread_cond_t wake;
    pthread_t thread;
    bool running, ending, done;
    bool left; // nobody waits for the thread: it frees what is left
    Waiting queue[QUEUE_MOST];
    int count, number;
    bool hush;    // the daemon is to fall silent
    bool changed; // the settings are others
    VoiceSettings settings;
    char trouble[VOICE_TROUBLE];
    bool troubled; // it was told
    bool missing;  // the daemon, when it was looked for last
    char wanted[VOICE_LANGUAGE]; // language of the voices that are looked for; "": of none
    VoiceName names[VOICE_LIST];
    int name_count; // -1: not known
    void (*wake_host)(void *context);
    void *host;
};

Voice *voice_open(void)
{
    Voice *voice = mem_alloc(sizeof *voice);
    pthread_mutex_init(&voice->mutex, NULL);
    pthread_cond_init(&voice->wake, NULL);
    voice->settings.volume = 100;
    voice->name_count = -1;
    daemon_forget();
    voice->changed = true;
    return voice;
}

static void empty(Voice *voice)
{
    for (int i = 0; i < voice->count; i++) {
        mem_free(voice->queue[i].text);
    }
    voice->count = 0;
}

// Nobody waits for a daemon that does not answer.
static bool wait_until_done(Voice *voice)
{
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += CLOSE_MILLISECONDS * 1000000L;
    until.tv_sec += until.tv_nsec / 1000000000L;
    until.tv_nsec %= 1000000000L;
    int waited = 0;
    while (!voice->done && waited == 0) {
        waited = pthread_cond_timedwait(&voice->wake, &voice->mutex, &until);
    }
    return voice->done;
}

static void drop(Voice *voice)
{
    pthread_cond_destroy(&voice->wake);
    pthread_mutex_destroy(&voice->mutex);
    mem_free(voice);
}

void voice_close(Voice *voice)
{
    if (voice == NULL) {
        return;
    }
    pthread_mutex_lock(&voice->mutex);
    empty(voice);
    voice->ending = true;
    voice->wake_host = NULL;
    pthread_cond_broadcast(&voice->wake);
    bool done = !voice->running || wait_until_done(voice);
    voice->left = !done;
    pthread_mutex_unlock(&voice->mutex);
    if (!done) {
        pthread_detach(voice->thread); // a daemon that hangs: it goes with the program
        return;
    }
    if (voice->running) {
        pthread_join(voice->thread, NULL);
    }
    drop(voice);
}

// ---- the thread ---------------------------------------------------------------------------------

typedef struct Turn { // what is to be done next
    bool ending, hush, changed, says;
    VoiceSettings settings;
    Waiting what;
    char wanted[VOICE_LANGUAGE];
} Turn;

static Turn wait_for_turn(Voice *voice)
{
    Turn turn = { .says = false };
    pthread_mutex_lock(&voice->mutex);
    while (!voice->ending && !voice->hush && voice->count == 0 && voice->wanted[0] == '\0') {
        pthread_cond_wait(&voice->wake, &voice->mutex);
    }
    turn.ending = voice->ending;
    turn.hush = voice->hush;
    turn.changed = voice->changed;
    turn.settings = voice->settings;
    voice->hush = false;
    memcpy(turn.wanted, voice->wanted, sizeof turn.wanted);
    voice->wanted[0] = '\0';
    if (!turn.ending && voice->count > 0) {
        turn.says = true;
        turn.what = voice->queue[0];
        memmove(voice->queue, voice->queue + 1, (size_t)--voice->count * sizeof *voice->queue);
        voice->changed = false;
    }
    pthread_mutex_unlock(&voice->mutex);
    return turn;
}

static void tell_trouble(Voice *voice, const char *why)
{
    pthread_mutex_lock(&voice->mutex);
    if (voice->trouble[0] == '\0') {
        snprintf(voice->trouble, sizeof voice->trouble, "%s", why);
    }
    pthread_mutex_unlock(&voice->mutex);
}

static void tell_host(Voice *voice)
{
    pthread_mutex_lock(&voice->mutex);
    void (*wake)(void *) = voice->wake_host;
    void *host = voice->host;
    pthread_mutex_unlock(&voice->mutex);
    if (wake != NULL) {
        wake(host);
    }
}

// The window shows what there is no daemon for: it is told when that changes.
static void note_missing(Voice *voice, bool missing)
{
    pthread_mutex_lock(&voice->mutex);
    bool news = voice->missing != missing;
    voice->missing = missing;
    pthread_mutex_unlock(&voice->mutex);
    if (news) {
        tell_host(voice);
    }
}

static void look_for(Voice *voice, Daemon *daemon, const char *language)
{
    VoiceName found[VOICE_LIST];
    memset(found, 0, sizeof found);
    int count = daemon_names(daemon, language, found);
    pthread_mutex_lock(&voice->mutex);
    voice->name_count = count;
    memcpy(voice->names, found, sizeof found);
    pthread_mutex_unlock(&voice->mutex);
    tell_host(voice);
}

static bool is_wanted(Voice *voice) // nobody has fallen silent meanwhile
{
    pthread_mutex_lock(&voice->mutex);
    bool wanted = !voice->hush && !voice->ending;
    pthread_mutex_unlock(&voice->mutex);
    return wanted;
}

static void *talk(void *context)
{
    Voice *voice = context;
    Daemon daemon = { .connected = false };
    for (;;) {
        Turn turn = wait_for_turn(voice);
        if (turn.hush || turn.ending) {
            daemon_hush(&daemon);
        }
        if (turn.ending) {
            break;
        }
        char why[VOICE_TROUBLE];
        bool asks = turn.says || turn.wanted[0] != '\0';
        bool there = asks && daemon_connect(&daemon, RETRY_SECONDS, why);
        if (asks) {
            note_missing(voice, !there);
        }
        if (asks && !there) {
            tell_trouble(voice, why);
        } else if (turn.says && is_wanted(voice)) {
            if (turn.changed || daemon.fresh) {
                daemon_set(&daemon, &turn.settings);
            }
            daemon_say(&daemon, turn.what.number, turn.what.text, turn.what.language);
        }
        if (there && turn.wanted[0] != '\0') {
            look_for(voice, &daemon, turn.wanted);
        }
        mem_free(turn.what.text);
    }
    daemon_close(&daemon);
    pthread_mutex_lock(&voice->mutex);
    voice->done = true;
    bool left = voice->left;
    pthread_cond_broadcast(&voice->wake);
    pthread_mutex_unlock(&voice->mutex);
    if (left) {
        drop(voice);
    }
    return NULL;
}

// Signals are the program's: none of them comes here, nor the one for a daemon that has died.
static bool start(Voice *voice)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    voice->running = pthread_create(&voice->thread, NULL, talk, voice) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return voice->running;
}

// ---- what is asked of it ------------------------------------------------------------------------

void voice_set(Voice *voice, const VoiceSettings *settings)
{
    pthread_mutex_lock(&voice->mutex);
    voice->changed = voice->changed || memcmp(&voice->settings, settings, sizeof *settings) != 0;
    voice->settings = *settings;
    pthread_mutex_unlock(&voice->mutex);
}

int voice_say(Voice *voice, const char *text, const char *language)
{
    pthread_mutex_lock(&voice->mutex);
    int number = ++voice->number;
    if (voice->count < QUEUE_MOST && (voice->running || start(voice))) {
        Waiting *waiting = &voice->queue[voice->count++];
        waiting->number = number;
        waiting->text = mem_string(text);
        snprintf(waiting->language, sizeof waiting->language, "%s", language);
        pthread_cond_broadcast(&voice->wake);
    }
    pthread_mutex_unlock(&voice->mutex);
    return number;
}

void voice_hush(Voice *voice)
{
    pthread_mutex_lock(&voice->mutex);
    empty(voice);
    voice->hush = voice->running;
    pthread_cond_broadcast(&voice->wake);
    pthread_mutex_unlock(&voice->mutex);
}

void voice_wake(Voice *voice, void (*wake)(void *context), void *context)
{
    pthread_mutex_lock(&voice->mutex);
    voice->wake_host = wake;
    voice->host = context;
    pthread_mutex_unlock(&voice->mutex);
}

void voice_look_for(Voice *voice, const char *language)
{
    pthread_mutex_lock(&voice->mutex);
    if (language[0] != '\0' && (voice->running || start(voice))) {
        snprintf(voice->wanted, sizeof voice->wanted, "%s", language);
        pthread_cond_broadcast(&voice->wake);
    }
    pthread_mutex_unlock(&voice->mutex);
}

int voice_names(Voice *voice, VoiceName out[VOICE_LIST])
{
    pthread_mutex_lock(&voice->mutex);
    int count = voice->name_count;
    memcpy(out, voice->names, sizeof voice->names);
    pthread_mutex_unlock(&voice->mutex);
    return count;
}

bool voice_is_missing(Voice *voice)
{
    pthread_mutex_lock(&voice->mutex);
    bool missing = voice->missing;
    pthread_mutex_unlock(&voice->mutex);
    return missing;
}

int voice_begun(Voice *voice)
{
    (void)voice; // there is one daemon, and one voice
    return daemon_begun();
}

bool voice_trouble(Voice *voice, char out[VOICE_TROUBLE])
{
    pthread_mutex_lock(&voice->mutex);
    bool news = voice->trouble[0] != '\0' && !voice->troubled;
    if (news) {
        snprintf(out, VOICE_TROUBLE, "%s", voice->trouble);
        voice->troubled = true;
    }
    pthread_mutex_unlock(&voice->mutex);
    return news;
}

bool voice_built(void)
{
    return daemon_built();
}
