// What the program and its bridge to the accessibility bus tell each other: the tree of a frame as plain
// values one way, wishes of a screen reader the other. The bridge is a file of its own (bridge/bridge.c) that is
// loaded only where somebody listens; this header is all that both know.
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum { ATSPI_VERSION = 2, ATSPI_TEXT = 32 };

typedef struct AtspiNode {
    uint8_t role; // FrameRole
    int parent;   // node before it; -1: the window
    const char *name, *value, *id, *key;
    float x, y, w, h; // pixels in the window
    int position, count;
    bool focusable, focused, disabled, selected;
    int32_t action, argument;
    int caret; // byte of the value, where it is written; -1: it is not
} AtspiNode;

typedef struct AtspiPicture {
    const char *title; // of the window
    AtspiNode *nodes;
    int count;
    int window_x, window_y; // on the screen
    bool active;            // the window has the keyboard
} AtspiPicture;

// What a screen reader asks for, on the bridge's own thread.
typedef struct AtspiHost {
    void *context;
    void (*wish)(void *context, int32_t action, int32_t argument, bool activate);
    // The caret to that byte of what is written, and then that text; "": none. Shorter than ATSPI_TEXT.
    void (*write)(void *context, int caret, const char *text);
} AtspiHost;

typedef struct AtspiBridge {
    int version;
    bool (*run)(
        const AtspiHost *host); // on a thread of its own, until stop; false: there is no bus
    // From any thread; what they are given is copied.
    void (*show)(const AtspiPicture *picture);
    void (*say)(const char *text);
    void (*stop)(void);
} AtspiBridge;

#define ATSPI_SYMBOL "plankwright_atspi"
