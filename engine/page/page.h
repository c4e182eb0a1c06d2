// A page for reading: headings, paragraphs, lists, tables, bars and pictures in order, written as one
// HTML file (prints on A4 and Letter, reads well aloud, asks nothing of any network) or as Markdown.
// Knows no story: the words are the caller's, any bytes will do. Aborts when out of memory.
#pragma once

#include "base/text.h"

typedef struct Page Page;

// language: a BCP 47 tag ("en"); direction follows from it (Arabic, Hebrew, Persian and Urdu run from
// the right).
Page *page_new(const char *title, const char *language);
void page_free(Page *page);

// Level 1 is the page's own title, and stands there already.
void page_heading(Page *page, int level, const char *text);
void page_text(Page *page, const char *text);
void page_note(Page *page, const char *text);  // small: how something was counted
void page_labelled(Page *page, const char *label, const char *text); // "Say" in bold, then what
void page_quote(Page *page, const char *text); // what is to be taken away

// A list: items until something else is added. Ordered ones are numbered.
void page_item(Page *page, const char *text);
void page_step(Page *page, const char *text);
// A box to tick and a line to write on, in print.
void page_blank(Page *page, const char *label);

// Cards side by side with a line to cut along; `large`: one big sign each (a voting card).
void page_card(Page *page, const char *title, const char *text, bool large);

// What follows begins on a new sheet, in print.
void page_leaf(Page *page);

// A table: its columns, then rows of as many cells.
void page_table(Page *page, const char *caption, const char *const *columns, int count);
void page_row(Page *page, const char *const *cells);

// Bars below each other: label, figure in words, part 0..1; `mine` is hatched and in bold.
void page_bar(Page *page, const char *label, const char *figure, double part, bool mine);

// A picture: a complete <svg> element that carries its own words; the caption stands below. In
// Markdown the caption alone. Small ones stand side by side.
void page_picture(Page *page, const char *svg, const char *caption, bool small);

void page_html(const Page *page, Text *out);
void page_markdown(const Page *page, Text *out);
