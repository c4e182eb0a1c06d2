// A listener at the keyboard: plays through a View by keys and writes down what would be said, one utterance a
// line; the keys stand in brackets. The voice is this file.
#pragma once

#include "speech/speech.h"
#include "view/rig.h"

#include <stdio.h>

typedef struct Listener {
    Rig rig;
    Speech *speech;
    Text heard;
    int utterances; // since the last key
    int replies;    // of them
} Listener;

static inline void listener_hear(void *context, const SpeechUtterance *utterance)
{
    Listener *listener = context;
    assert_true(utterance->text[0] != '\0');
    assert_true(utf8_valid(utterance->text, strlen(utterance->text), NULL));
    text_addf(&listener->heard, "%s\n", utterance->text);
    listener->utterances++;
    listener->replies += utterance->kind == SPEECH_REPLY;
}

static inline void listener_frame(Listener *listener)
{
    rig_draw(&listener->rig);
    speech_frame(listener->speech, &listener->rig.frame, listener_hear, listener);
}

static inline void listener_open(Listener *listener)
{
    *listener = (Listener){ .speech = speech_new() };
    rig_open(&listener->rig, 1280, 720, 1);
    listener->rig.settings = (ViewSettings){ .text_scale = 1, .reader = true, .speech = true };
}

static inline void listener_close(Listener *listener)
{
    speech_free(listener->speech);
    rig_close(&listener->rig);
    text_deinit(&listener->heard);
}

static inline void listener_input(Listener *listener, ViewInput input)
{
    speech_input(listener->speech, &input);
    listener->utterances = listener->replies = 0;
    rig_input(&listener->rig, input);
    listener_frame(listener);
}

static inline void listener_key(Listener *listener, ViewKey key, const char *name)
{
    text_addf(&listener->heard, "\n[%s]\n", name);
    listener_input(listener, (ViewInput){ .kind = INPUT_KEY, .key = key });
}

static inline void listener_digit(Listener *listener, int digit)
{
    text_addf(&listener->heard, "\n[%d]\n", digit);
    listener_input(listener, (ViewInput){ .kind = INPUT_KEY, .key = KEY_DIGIT, .digit = digit });
}

static inline void listener_tick(Listener *listener, int milliseconds)
{
    listener_input(listener, (ViewInput){ .kind = INPUT_TICK, .milliseconds = milliseconds });
}

// Enter on "Go on" until the answers are there.
static inline void listener_read_on(Listener *listener)
{
    for (int i = 0; i < 60 && rig_find(&listener->rig, "more") != NULL; i++) {
        listener_key(listener, KEY_ENTER, "Enter");
    }
}

// Takes the choice with that id by its number, turning the page where it stands on another one.
static inline void listener_choose(Listener *listener, const char *id)
{
    Rig *rig = &listener->rig;
    StoryOffer offers[STORY_OFFERS_MAX];
    Err err = { .kind = ERR_NONE };
    listener_read_on(listener);
    int count = story_offers(rig->scenario, rig->history.now, true, offers, &err);
    int at = story_offer_find(rig->scenario, rig->history.now, offers, count, id);
    if (at < 0 || at > 8) {
        fail_msg("%s is not among the answers", id);
    }
    char item[32];
    snprintf(item, sizeof item, "option.%d", at + 1);
    for (int i = 0; i < 5 && rig_find(rig, item) == NULL; i++) {
        listener_key(listener, KEY_PAGE_DOWN, "Page down");
    }
    listener_digit(listener, at + 1);
}
