// What the files of this folder share while one frame is told.
#pragma once

#include "speech/speech.h"
#include "speech/tree.h"

enum { LINES_MOST = 4096, PLACE_NONE = -1 };

typedef struct Lines { // hashes of what stands or was said somewhere
    uint64_t list[LINES_MOST];
    int count;
} Lines;

typedef struct Focus {
    int32_t action, argument;
    uint64_t name, value;
    bool set; // there was one
    int group;
} Focus;

typedef struct Known { // of a person's bridge
    bool seen, introduced;
    uint32_t at; // number of what was told last then
    BridgeCondition bridge;
} Known;

struct Speech {
    Tree tree;
    int place, base; // shown last; below a panel
    Lines shown;     // in the frame before, on this place
    Lines below;     // on the base, while something lies over it
    Lines heard;     // on any base, ever
    uint32_t told;   // number of what was told last
    Focus focus;
    Known known[FRAME_LOOKS];
    ViewInput last; // input since the frame before
    bool touched;   // there was one
    bool scans;
    uint64_t spoken; // the last utterance
    uint64_t field;  // what is being written, as it was
};

typedef struct Talk { // one frame being told
    Speech *speech;
    const Frame *frame;
    SpeechSay *say;
    void *context;
    bool entered; // a screen that was not there before
    bool went_on; // the story has
    bool turned;  // a page
} Talk;

// ---- talk.c: lines, and saying them -------------------------------------------------------------

uint64_t talk_line(const char *name, const char *value);
uint64_t talk_line_of(const FrameItem *item);
bool talk_has(const Lines *lines, uint64_t line);
void talk_add(Lines *lines, uint64_t line);
void talk_utter(Talk *talk, SpeechKind kind, bool story,
                const char *text);           // unless it was the last one
void talk_join(Text *out, const char *text); // one more sentence
void talk_item(Talk *talk, SpeechKind kind, const FrameItem *item);

// ---- focus.c ------------------------------------------------------------------------------------

void talk_focus(Talk *talk, const TreeNode *node, const FrameItem *item, bool brief);
// `before`: the lines of the frame before. New answers are read whole, once.
void talk_tell_focus(Talk *talk, const Lines *before);

// ---- telling.c: the story, the bridges, the rest of the screen ----------------------------------

uint32_t talk_told_last(const Frame *frame);
void talk_tell_story(Talk *talk);
void talk_tell_bridges(Talk *talk);
void talk_tell_title(Talk *talk);
void talk_tell_screen(Talk *talk, const Lines *before);
void talk_tell_replies(Talk *talk, const Lines *before);
void talk_tell_field(Talk *talk);
