// The one class of object, and its kind for what is written: for the files of the bridge only.
#pragma once

#include "objects.h"

typedef struct Node {
    AtkObject parent_instance;
    AtkRole role;
    AtspiNode now;         // its strings are the object's own
    GPtrArray *children;   // Node
    const AtspiHost *host; // of the window
    int window_x, window_y;
    bool is_window, active;
    struct Node *notice; // of the window: what was said last, its last child
} Node;

typedef struct NodeClass {
    AtkObjectClass parent_class;
} NodeClass;

GType node_get_type(void);
GType field_get_type(void); // a Node with AtkText

static inline Node *node_of(void *object)
{
    return object;
}

const AtspiHost *node_host(Node *node); // of the window it is in, or NULL

// Tells what was put in and taken out since the text was `before` and the caret stood there.
void field_changed(Node *node, const char *before, int caret_before);
