// A page as Markdown (CommonMark, tables as GitHub has them). Pictures are their captions.
#include "page/page_blocks.h"

#include <string.h>

// Whatever could mean something is escaped; line ends become spaces.
static void add_escaped(Text *out, const char *text)
{
    for (const char *c = text; *c != '\0'; c++) {
        if ((unsigned char)*c < 0x20) {
            text_add_char(out, ' ');
            continue;
        }
        bool marks = strchr("\\`*_[]<>|#~&", *c) != NULL;
        bool lists = c == text && strchr("+-=", *c) != NULL;
        if (marks || lists) {
            text_add_char(out, '\\');
        }
        text_add_char(out, *c);
        if (c == text && *c >= '0' && *c <= '9') { // "1." would begin a list
            const char *end = c + strspn(c, "0123456789");
            text_add_n(out, c + 1, (size_t)(end - c - 1));
            c = end - 1;
            if (*end == '.' || *end == ')') {
                text_add_char(out, '\\');
            }
        }
    }
}

static void add_line(Text *out, const char *before, const char *text, const char *after)
{
    text_add(out, before);
    add_escaped(out, text);
    text_add(out, after);
}

static void add_cells(const PageBlock *block, Text *out)
{
    text_add_char(out, '|');
    for (int i = 0; i < block->cell_count; i++) {
        add_line(out, " ", block->cells[i], " |");
    }
    text_add_char(out, '\n');
}

static void add_table(const PageBlock *block, Text *out)
{
    add_line(out, "", block->text, "\n\n");
    add_cells(block, out);
    text_add_char(out, '|');
    for (int i = 0; i < block->cell_count; i++) {
        text_add(out, " --- |");
    }
    text_add_char(out, '\n');
}

static void add_block(const PageBlock *block, Text *out)
{
    switch (block->kind) {
    case PAGE_HEADING:
        add_line(out, "####" + (4 - block->level), "", " ");
        add_line(out, "", block->text, "\n");
        break;
    case PAGE_TEXT:
    case PAGE_NOTE:
    case PAGE_PICTURE:
        add_line(out, "", block->text, "\n");
        break;
    case PAGE_QUOTE:
        add_line(out, "> ", block->text, "\n");
        break;
    case PAGE_ITEM:
        add_line(out, "- ", block->text, "\n");
        break;
    case PAGE_STEP:
        add_line(out, "1. ", block->text, "\n");
        break;
    case PAGE_BLANK:
        add_line(out, "", block->text, "\n\n\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n");
        break;
    case PAGE_TABLE:
        add_table(block, out);
        break;
    case PAGE_ROW:
        add_cells(block, out);
        break;
    case PAGE_LABELLED:
    case PAGE_CARD:
        add_line(out, "**", block->text, "** ");
        add_line(out, "", block->cells[0], "\n");
        break;
    case PAGE_LEAF:
        text_add(out, "---\n");
        break;
    case PAGE_BAR:
        add_line(out, "- ", block->cells[0], ": ");
        add_line(out, block->flag ? "**" : "", block->text, block->flag ? "**\n" : "\n");
        break;
    }
}

static bool together(const PageBlock *a, const PageBlock *b)
{
    bool lists = a->kind == PAGE_ITEM || a->kind == PAGE_STEP || a->kind == PAGE_BAR;
    return (lists && a->kind == b->kind) || b->kind == PAGE_ROW;
}

void page_markdown(const Page *page, Text *out)
{
    add_line(out, "# ", page->title, "\n");
    for (int i = 0; i < page->count; i++) {
        const PageBlock *block = &page->blocks[i];
        if (i == 0 || !together(block - 1, block)) {
            text_add_char(out, '\n');
        }
        add_block(block, out);
    }
}
