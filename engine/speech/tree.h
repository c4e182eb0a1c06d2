// The accessibility tree of a frame: its items in reading order, in their sets (answers, lists, the parts of
// a bridge) and dialogs, each with its place in the set. Made from the frame alone, so every screen has
// one, the ones that are still to come as well. Knows no screen, no voice and no bus.
#pragma once

#include "view/frame.h"

typedef struct TreeNode {
    uint8_t role;        // FrameRole
    int item;            // of the frame; -1: a set that has no item of its own
    int parent;          // node; -1: the window
    int position, count; // 2 of 5; 0: not in a set
    const char *name;    // lives as long as the frame
} TreeNode;

typedef struct Tree {
    TreeNode *nodes;
    int count, capacity;
} Tree;

void tree_init(Tree *tree);
void tree_deinit(Tree *tree);

// Of that frame, instead of what was in it. An item that is only one more place of another one (silent, or the
// second half of a long answer) is left out.
void tree_build(Tree *tree, const Frame *frame);

int tree_focus(const Tree *tree, const Frame *frame); // the node in focus, or -1

// As text, indented, one line a node.
void tree_print(const Tree *tree, const Frame *frame, Text *out);

// Words of the frame that stand in no item: their number, and the first one.
int tree_unsaid(const Frame *frame, const char **first);
