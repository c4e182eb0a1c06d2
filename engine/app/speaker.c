// The voice of the window. Which utterances there are is decided in engine/speech; this file gives each its
// language, keeps the answers for whoever is in a hurry, and falls silent when a key is pressed.
#include "app/speaker.h"

#include "app/log.h"
#include "app/paths.h"
#include "atspi/atspi.h"
#include "base/arena.h"
#include "base/text.h"
#include "speech/speech.h"
#include "view/action.h"
#include "view/words.h"
#include "voice/voice.h"

#include <stdio.h>
#include <string.h>

enum { ANSWERS_MOST = 24, LANGUAGE = 16 };

typedef struct Answer {
    char *text;
    bool story;
} Answer;

struct Speaker {
    Speech *speech;
    Voice *voice;
    bool looked;     // for a screen reader
    Atspi *atspi;    // NULL: the bridge is not there
    Speech *readers; // what a screen reader of the desktop was told
    Text news;       // for it, of this frame
    bool on;
    bool set, asked; // the setting as it was; it was switched on by hand, in this window
    bool seen;       // .. a frame
    bool listened;   // somebody did, at the last frame
    char story[LANGUAGE], interface[LANGUAGE];
    const Frame *frame;
    Answer answers[ANSWERS_MOST];     // said behind the story, to be said again
    int answer_count, answers_number; // of the first one with the voice; 0: none, or it was passed
    bool after_story;                 // something was told in this frame
    int said;                         // utterances in this frame
    char voices_of[LANGUAGE];         // language that voices were looked for in
    VoiceName names[VOICE_LIST];
    ViewVoice voices[VOICE_LIST];
    int voice_count; // -1: not known
    bool missing;    // nothing can read here
};

Speaker *speaker_open(void)
{
    Speaker *speaker = mem_alloc(sizeof *speaker);
    speaker->speech = speech_new();
    speaker->readers = speech_new();
    speaker->voice = voice_open();
    speaker->voice_count = -1;
    return speaker;
}

static void forget_answers(Speaker *speaker)
{
    for (int i = 0; i < speaker->answer_count; i++) {
        mem_free(speaker->answers[i].text);
    }
    speaker->answer_count = speaker->answers_number = 0;
}

void speaker_close(Speaker *speaker)
{
    if (speaker == NULL) {
        return;
    }
    forget_answers(speaker);
    atspi_close(speaker->atspi);
    voice_close(speaker->voice);
    speech_free(speaker->speech);
    speech_free(speaker->readers);
    text_deinit(&speaker->news);
    mem_free(speaker);
}

// ---- saying -------------------------------------------------------------------------------------

static int say_now(Speaker *speaker, const char *text, bool story)
{
    return voice_say(speaker->voice, text, story ? speaker->story : speaker->interface);
}

static void keep_answer(Speaker *speaker, const SpeechUtterance *utterance, int number)
{
    if (speaker->answer_count == ANSWERS_MOST) {
        return;
    }
    char *text = mem_string(utterance->text);
    speaker->answers[speaker->answer_count++] = (Answer){ text, utterance->story };
    if (speaker->answers_number == 0) {
        speaker->answers_number = number;
    }
}

static void hear(void *context, const SpeechUtterance *utterance)
{
    Speaker *speaker = context;
    if (utterance->kind == SPEECH_REPLY && speaker->said == 0) {
        voice_hush(speaker->voice);
    }
    int number = say_now(speaker, utterance->text, utterance->story);
    speaker->said++;
    if (utterance->kind == SPEECH_STORY) {
        speaker->after_story = true;
    } else if (speaker->after_story &&
               (utterance->kind == SPEECH_FOCUS || utterance->kind == SPEECH_ANSWERS)) {
        keep_answer(speaker, utterance, number);
    }
}

// A screen reader says by itself which dialog it has come to.
static bool names_dialog(const Frame *frame, const char *text)
{
    for (int i = 0; i < frame->item_count; i++) {
        const FrameItem *item = &frame->items[i];
        if (item->role == ROLE_DIALOG && strcmp(item->name, text) == 0) {
            return true;
        }
    }
    return false;
}

// A screen reader reads the focus by itself; everything else it has to be told, all of a frame at once: what
// it asks for is what was told last.
static void announce(void *context, const SpeechUtterance *utterance)
{
    Speaker *speaker = context;
    if (speaker->frame->caret >= 0 && utterance->kind == SPEECH_REPLY) {
        return; // what is typed: it follows the text and its caret by itself
    }
    if (utterance->kind != SPEECH_FOCUS && !names_dialog(speaker->frame, utterance->text)) {
        text_add(&speaker->news, speaker->news.length > 0 ? "\n" : "");
        text_add(&speaker->news, utterance->text);
    }
}

// Never twice: with a screen reader there, this program speaks only if it was asked to in this window.
static bool is_on(Speaker *speaker, const ViewSettings *settings)
{
    speaker->asked = speaker->asked || (speaker->seen && settings->speech && !speaker->set);
    speaker->set = settings->speech;
    speaker->seen = true;
    return settings->speech && (speaker->asked || !atspi_listens(speaker->atspi));
}

static void tell_trouble(Speaker *speaker)
{
    char why[VOICE_TROUBLE];
    if (voice_trouble(speaker->voice, why)) {
        log_line("%s", why);
    }
}

// Once for each language of the interface, and again where there was nothing that could read.
static void look_for_voices(Speaker *speaker)
{
    if (strcmp(speaker->voices_of, speaker->interface) != 0) {
        snprintf(speaker->voices_of, sizeof speaker->voices_of, "%s", speaker->interface);
        voice_look_for(speaker->voice, speaker->interface);
    }
}

bool speaker_voices(Speaker *speaker, const ViewVoice **voices, int *count, bool *missing)
{
    VoiceName names[VOICE_LIST];
    memset(names, 0, sizeof names);
    int found = voice_names(speaker->voice, names);
    bool gone = voice_is_missing(speaker->voice);
    bool news = found != speaker->voice_count || gone != speaker->missing ||
                (found > 0 && memcmp(names, speaker->names, (size_t)found * sizeof *names) != 0);
    if (speaker->missing && !gone) {
        speaker->voices_of[0] = '\0';
    }
    speaker->voice_count = found;
    speaker->missing = gone;
    memcpy(speaker->names, names, sizeof names);
    for (int i = 0; i < found; i++) {
        speaker->voices[i] = (ViewVoice){ speaker->names[i].name, speaker->names[i].language };
    }
    *voices = speaker->voices;
    *count = found;
    *missing = gone;
    return news;
}

void speaker_frame(Speaker *speaker, const Frame *frame, const ViewSettings *settings,
                   const SpeakerPlace *place, const char *story, const char *interface)
{
    VoiceSettings voice = { .rate = settings->speech_rate, .volume = settings->speech_volume };
    snprintf(voice.name, sizeof voice.name, "%s", settings->speech_voice);
    snprintf(voice.language, sizeof voice.language, "%s", settings->speech_voice_language);
    speaker->frame = frame;
    snprintf(speaker->story, sizeof speaker->story, "%s", story);
    snprintf(speaker->interface, sizeof speaker->interface, "%s", interface);
    voice_set(speaker->voice, &voice);
    speaker->listened = atspi_listens(speaker->atspi);
    if (speaker->listened) {
        text_clear(&speaker->news);
        speech_frame(speaker->readers, frame, announce, speaker);
        if (speaker->news.length > 0) {
            atspi_say(speaker->atspi, text_str(&speaker->news));
        }
        AtspiPlace there = { place->scale, place->x, place->y, place->active };
        atspi_show(speaker->atspi, frame, &there);
    }
    bool on = is_on(speaker, settings);
    if (on != speaker->on) {
        speaker->on = on;
        forget_answers(speaker);
        voice_hush(speaker->voice);
        speech_forget(speaker->speech);
        if (!speaker->on) {
            say_now(speaker, word(W_SPEECH_OFF), false);
        }
    }
    if (speaker->on) {
        speaker->after_story = false;
        speaker->said = 0;
        speech_scans(speaker->speech, settings->switches != 0);
        speech_frame(speaker->speech, frame, hear, speaker);
        tell_trouble(speaker);
        look_for_voices(speaker);
    }
}

// ---- keys ---------------------------------------------------------------------------------------

static bool answer_in_focus(const Speaker *speaker)
{
    const Frame *frame = speaker->frame;
    for (int i = 0; frame != NULL && i < frame->item_count; i++) {
        if (frame->items[i].focused) {
            return frame->items[i].action == ACTION_CHOOSE;
        }
    }
    return false;
}

// Whether the voice is still telling, and has not come to the answers.
static bool not_yet_heard(Speaker *speaker, const ViewInput *input)
{
    int begun = voice_begun(speaker->voice);
    return input->kind == INPUT_KEY && input->key == KEY_ENTER && !input->released && begun >= 0 &&
           begun < speaker->answers_number && answer_in_focus(speaker);
}

bool speaker_input(Speaker *speaker, const ViewInput *input)
{
    speech_input(speaker->readers, input);
    if (!speaker->on) {
        return true;
    }
    if (not_yet_heard(speaker, input)) {
        voice_hush(speaker->voice);
        for (int i = 0; i < speaker->answer_count; i++) {
            const Answer *answer = &speaker->answers[i];
            int number = say_now(speaker, answer->text, answer->story);
            speaker->answers_number = i == 0 ? number : speaker->answers_number;
        }
        return false;
    }
    if (speech_input(speaker->speech, input)) {
        voice_hush(speaker->voice);
        forget_answers(speaker);
    }
    return true;
}

void speaker_listen(Speaker *speaker, bool read)
{
    voice_hush(speaker->voice);
    forget_answers(speaker);
    if (read && speaker->frame != NULL) {
        speaker->after_story = false;
        speech_read(speaker->speech, speaker->frame, hear, speaker);
        tell_trouble(speaker);
    }
}

// ---- screen readers of the desktop --------------------------------------------------------------

void speaker_look_for_readers(Speaker *speaker, void (*wake)(void *context), void *context)
{
    char path[PATHS_SIZE + 40];
    if (speaker->looked) {
        return;
    }
    speaker->looked = true;
    voice_wake(speaker->voice, wake, context);
    if (paths_module("plankwright-atspi.so", path, sizeof path)) {
        speaker->atspi = atspi_open(path, wake, context);
    }
}

void speaker_ask(Speaker *speaker)
{
    speaker->asked = true;
}

bool speaker_reads(Speaker *speaker, const ViewSettings *settings)
{
    return settings->speech || atspi_listens(speaker->atspi);
}

// In the middle of the thing, and let go there, or, where only the focus is meant, beside everything.
bool speaker_wish(Speaker *speaker, ViewInput out[2])
{
    AtspiWish wish;
    const Frame *frame = speaker->frame;
    while (atspi_wish(speaker->atspi, &wish)) {
        if (wish.writes) {
            out[0] = (ViewInput){ .kind = INPUT_CARET, .code = wish.caret };
            out[1] = (ViewInput){ .kind = INPUT_TEXT };
            snprintf(out[1].text, sizeof out[1].text, "%s", wish.text);
            return true;
        }
        for (int i = 0; frame != NULL && i < frame->item_count; i++) {
            const FrameItem *item = &frame->items[i];
            if (item->focusable && item->action == wish.action && item->argument == wish.argument) {
                float x = item->rect.x + item->rect.w / 2, y = item->rect.y + item->rect.h / 2;
                out[0] = (ViewInput){ .kind = INPUT_PRESS, .x = x, .y = y };
                out[1] = (ViewInput){ .kind = INPUT_RELEASE,
                                      .x = wish.activate ? x : -1,
                                      .y = wish.activate ? y : -1 };
                return true;
            }
        }
    }
    return false;
}

bool speaker_was_found(Speaker *speaker)
{
    return atspi_listens(speaker->atspi) != speaker->listened;
}
