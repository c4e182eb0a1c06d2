// Every screen at every size, and what must hold on each: no text leaves its card or covers another, one
// thing is in focus, nothing that can be operated lies over another.
#pragma once

#include "support/test.h"

#include "view/words.h"
#include "view/action.h"
#include "view/rig.h"

#include <stdio.h>

// ---- the screens --------------------------------------------------------------------------------

typedef struct Screen {
    const char *name;
    const char *way; // NULL: the library
    ViewKey key;     // pressed when everything is told; KEY_NONE for none
    int cards;
    const char *home; // what is pressed on the way from home; NULL: not home
} Screen;

#define WORST "ask,desk.rest,desk.work_plot,desk.rest,desk.rest,own,theirs,listen,march"

static const Screen SCREENS[] = {
    { "empty library", NULL, KEY_NONE, 0, NULL },
    { "library of 1", NULL, KEY_NONE, 1, NULL },
    { "library of 6", NULL, KEY_NONE, 6, NULL },
    { "choice", "", KEY_NONE, 0, NULL },
    { "desk", "yes", KEY_NONE, 0, NULL },
    { "later desk", "ask,desk.rest", KEY_NONE, 0, NULL },
    { "long text", "yes,desk.rest,desk.rest,desk.rest,desk.rest", KEY_NONE, 0, NULL },
    { "one-on-one", "ask,desk.rest,desk.rest,desk.rest,desk.rest,own,theirs", KEY_NONE, 0, NULL },
    { "the end", WORST, KEY_NONE, 0, NULL },
    { "debrief", WORST, KEY_ENTER, 0, NULL },
    { "ledger", "ask,desk.rest", KEY_LEDGER, 0, NULL },
    { "history", "yes,desk.rest,desk.rest,desk.rest,desk.rest", KEY_HISTORY, 0, NULL },
    { "help", "yes", KEY_HELP, 0, NULL },
    { "settings", "yes", KEY_SETTINGS, 0, NULL },
    { "look", "yes,desk.rest,desk.rest,desk.rest,desk.rest", KEY_LOOK, 0, NULL },
    { "canyon", "yes,desk.rest,desk.rest,desk.rest,desk.rest", KEY_CANYON, 0, NULL },
    { "home", NULL, KEY_NONE, 0, "plan" },
    { "home with a booster", NULL, KEY_NONE, 0, "booster" },
    { "cover", NULL, KEY_NONE, 0, "plan fifth" },
    { "you", NULL, KEY_NONE, 0, "plan you" },
    { "who plays", NULL, KEY_NONE, 0, "plan you profiles" },
    { "a name", NULL, KEY_NONE, 0, "plan you profiles profile.name" },
    { "asked once more", NULL, KEY_NONE, 0, "plan you forget" },
    { "a number", NULL, KEY_NONE, 0, "plan practice.number" },
    { "all scenarios", NULL, KEY_NONE, 0, "plan help all" },
    { "paused", "yes", KEY_PAUSE, 0, NULL },
    { "places", "yes", KEY_PLACES, 0, NULL },
};
enum { SCREEN_COUNT = sizeof SCREENS / sizeof *SCREENS };

static const float SIZES[][2] = {
    { 1280, 720 }, { 1280, 960 }, { 1720, 720 }, { 1280, 800 }, { 1280, 2200 }
};
static const float SCALES[] = { 1, 1.1f, 1.25f, 1.5f, 2 };
enum { SIZE_COUNT = 5, SCALE_COUNT = 5 };

static inline float wide_width(void *context, FrameFont font, float size, const char *text, int bytes)
{
    return rig_width(context, font, size, text, bytes) * 1.6f;
}

static inline void open_screen(Rig *rig, const Screen *screen, float width, float height, float scale)
{
    rig_open(rig, screen->home != NULL ? 1280 : width, screen->home != NULL ? 720 : height,
             screen->home != NULL ? 1 : scale);
    if (screen->home != NULL) { // there first, then that large
        bool plan = strncmp(screen->home, "plan", 4) == 0;
        rig_home(rig, plan);
        rig_go(rig, strchr(screen->home, ' ') != NULL ? strchr(screen->home, ' ') + 1 : "");
        rig->frame.width = width;
        rig->frame.height = height;
        rig->settings.text_scale = scale;
        rig_draw(rig);
        return;
    }
    if (screen->way == NULL) {
        rig_shelf(rig, screen->cards);
        return;
    }
    rig_play(rig, screen->way);
    rig_read_on(rig);
    rig_places(rig);
    rig_draw(rig);
    if (screen->key != KEY_NONE) {
        rig_key(rig, screen->key);
    }
}

// ---- text stays where it belongs ----------------------------------------------------------------

static inline FrameRect text_box(const FrameCommand *text)
{
    FrameRect box = text->rect;
    box.x -= text->align == ALIGN_CENTRE ? box.w / 2 : text->align == ALIGN_END ? box.w : 0;
    return box;
}

static inline bool holds(FrameRect outer, FrameRect inner, float slack)
{
    return inner.x >= outer.x - slack && inner.y >= outer.y - slack &&
           inner.x + inner.w <= outer.x + outer.w + slack &&
           inner.y + inner.h <= outer.y + outer.h + slack;
}

static inline bool covers(FrameRect a, FrameRect b)
{
    return a.x + a.w > b.x + 1 && b.x + b.w > a.x + 1 && a.y + a.h > b.y + 1 && b.y + b.h > a.y + 1;
}

// The card, row or button that a text stands on: the last rectangle drawn before it where it
// begins.
static inline const FrameCommand *ground_of(const Frame *frame, int text)
{
    FrameRect box = text_box(&frame->commands[text]);
    bool from_right = frame->commands[text].align == ALIGN_END;
    float begin = from_right ? box.x + box.w - .5f : box.x;
    for (int i = text - 1; i >= 0; i--) {
        const FrameCommand *command = &frame->commands[i];
        if (command->kind == FRAME_RECT && begin >= command->rect.x &&
            begin < command->rect.x + command->rect.w && box.y >= command->rect.y - 1 &&
            box.y < command->rect.y + command->rect.h) {
            return command;
        }
    }
    return NULL;
}

// What something stands over is only seen through its shade: nobody has to read it.
static inline int first_over(const Frame *frame)
{
    int first = 0;
    for (int i = 0; i < frame->command_count; i++) {
        const FrameCommand *command = &frame->commands[i];
        bool whole = command->rect.w >= frame->width && command->rect.h >= frame->height;
        first = command->kind == FRAME_RECT && whole ? i : first;
    }
    return first;
}

static inline void check_texts(const Frame *frame, const char *where)
{
    FrameRect whole = { 0, 0, frame->width, frame->height };
    int first = first_over(frame);
    for (int i = first; i < frame->command_count; i++) {
        const FrameCommand *text = &frame->commands[i];
        if (text->kind != FRAME_TEXT) {
            continue;
        }
        FrameRect box = text_box(text);
        if (!holds(whole, box, .5f)) {
            fail_msg("%s: leaves the frame: \"%s\"", where, text->text);
        }
        const FrameCommand *ground = ground_of(frame, i);
        if (ground != NULL && !holds(ground->rect, box, 2)) {
            fail_msg("%s: leaves its ground: \"%s\"", where, text->text);
        }
        for (int j = first; j < i; j++) {
            if (frame->commands[j].kind == FRAME_TEXT &&
                covers(text_box(&frame->commands[j]), box)) {
                fail_msg("%s: \"%s\" covers \"%s\"", where, text->text, frame->commands[j].text);
            }
        }
    }
}

static inline void check_items(const Frame *frame, const char *where)
{
    FrameRect whole = { 0, 0, frame->width, frame->height };
    int focused = 0;
    int focusable = 0;
    for (int i = 0; i < frame->item_count; i++) {
        const FrameItem *item = &frame->items[i];
        focused += item->focused;
        focusable += item->focusable;
        if (!holds(whole, item->rect, .5f)) {
            fail_msg("%s: item leaves the frame: \"%s\"", where, item->name);
        }
        if (item->name[0] == '\0') {
            fail_msg("%s: item %d has no name", where, i);
        }
        for (int j = 0; j < i && item->focusable; j++) {
            if (frame->items[j].focusable && covers(frame->items[j].rect, item->rect)) {
                fail_msg("%s: \"%s\" lies over \"%s\"", where, item->name, frame->items[j].name);
            }
        }
    }
    assert_true(focusable > 0);
    if (focused != 1) {
        fail_msg("%s: %d things are in focus", where, focused);
    }
}

// Every page of every pager, by its buttons.
static inline void check_pages(Rig *rig, const char *where)
{
    for (int turn = 0; turn < 60; turn++) {
        check_texts(&rig->frame, where);
        check_items(&rig->frame, where);
        const FrameItem *more = NULL;
        for (int i = 0; i < rig->frame.item_count; i++) {
            const FrameItem *item = &rig->frame.items[i];
            if (item->focusable && item->action == ACTION_PAGE && (item->argument & 1) != 0 &&
                strcmp(item->name, word(W_PAGE_FIRST)) != 0) { // where they go round
                more = item;
            }
        }
        if (more == NULL) {
            return;
        }
        rig_click(rig, more->rect.x + 2, more->rect.y + 2);
        rig_draw(rig);
    }
    fail_msg("%s: the pages do not end", where);
}
