// Private to engine/page: what a page is made of.
#pragma once

#include "base/arena.h"
#include "page/page.h"

typedef enum PageBlockKind {
    PAGE_HEADING,
    PAGE_TEXT,
    PAGE_NOTE,
    PAGE_QUOTE,
    PAGE_ITEM,
    PAGE_STEP,
    PAGE_BLANK,
    PAGE_TABLE,
    PAGE_ROW,
    PAGE_BAR,
    PAGE_PICTURE,
    PAGE_LABELLED,
    PAGE_CARD,
    PAGE_LEAF,
} PageBlockKind;

typedef struct PageBlock {
    PageBlockKind kind;
    const char *text;
    int level;          // PAGE_HEADING
    const char **cells; // PAGE_TABLE: its columns; PAGE_ROW; PAGE_BAR: its figure; PAGE_CARD, PAGE_LABELLED: below, behind
    int cell_count;
    double part;     // PAGE_BAR
    bool flag;       // PAGE_BAR: mine; PAGE_PICTURE: small; PAGE_CARD: large
    const char *svg; // PAGE_PICTURE
} PageBlock;

struct Page {
    Arena arena;
    const char *title, *language;
    PageBlock *blocks;
    int count, capacity;
    int columns; // of the table that was begun last
};
