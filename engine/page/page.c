// Keeping a page: a growing list of blocks whose texts lie in one arena.
#include "page/page_blocks.h"

Page *page_new(const char *title, const char *language)
{
    Page *page = mem_alloc(sizeof *page);
    arena_init(&page->arena);
    page->title = arena_string(&page->arena, title);
    page->language = arena_string(&page->arena, language);
    return page;
}

void page_free(Page *page)
{
    if (page != NULL) {
        arena_deinit(&page->arena);
        mem_free(page->blocks);
        mem_free(page);
    }
}

static PageBlock *add(Page *page, PageBlockKind kind, const char *text)
{
    if (page->count == page->capacity) {
        page->capacity = page->capacity == 0 ? 64 : page->capacity * 2;
        page->blocks = mem_grow(page->blocks, (size_t)page->capacity * sizeof *page->blocks);
    }
    PageBlock *block = &page->blocks[page->count++];
    *block = (PageBlock){ .kind = kind, .text = arena_string(&page->arena, text) };
    return block;
}

void page_heading(Page *page, int level, const char *text)
{
    add(page, PAGE_HEADING, text)->level = level < 2 ? 2 : level > 4 ? 4 : level;
}

void page_text(Page *page, const char *text)
{
    add(page, PAGE_TEXT, text);
}

void page_note(Page *page, const char *text)
{
    add(page, PAGE_NOTE, text);
}

void page_quote(Page *page, const char *text)
{
    add(page, PAGE_QUOTE, text);
}

void page_item(Page *page, const char *text)
{
    add(page, PAGE_ITEM, text);
}

void page_step(Page *page, const char *text)
{
    add(page, PAGE_STEP, text);
}

void page_blank(Page *page, const char *label)
{
    add(page, PAGE_BLANK, label);
}

static const char **copy_cells(Page *page, const char *const *cells, int count)
{
    const char **copy = arena_alloc(&page->arena, (size_t)(count > 0 ? count : 1) * sizeof *copy);
    for (int i = 0; i < count; i++) {
        copy[i] = arena_string(&page->arena, cells[i]);
    }
    return copy;
}

void page_table(Page *page, const char *caption, const char *const *columns, int count)
{
    PageBlock *block = add(page, PAGE_TABLE, caption);
    block->cells = copy_cells(page, columns, count);
    block->cell_count = count;
    page->columns = count;
}

void page_row(Page *page, const char *const *cells)
{
    PageBlock *block = add(page, PAGE_ROW, "");
    block->cells = copy_cells(page, cells, page->columns);
    block->cell_count = page->columns;
}

void page_bar(Page *page, const char *label, const char *figure, double part, bool mine)
{
    PageBlock *block = add(page, PAGE_BAR, label);
    block->cells = copy_cells(page, &figure, 1);
    block->cell_count = 1;
    block->part = part < 0 ? 0 : part > 1 ? 1 : part;
    block->flag = mine;
}

void page_card(Page *page, const char *title, const char *text, bool large)
{
    PageBlock *block = add(page, PAGE_CARD, title);
    block->cells = copy_cells(page, &text, 1);
    block->cell_count = 1;
    block->flag = large;
}

void page_labelled(Page *page, const char *label, const char *text)
{
    PageBlock *block = add(page, PAGE_LABELLED, label);
    block->cells = copy_cells(page, &text, 1);
    block->cell_count = 1;
}

void page_leaf(Page *page)
{
    add(page, PAGE_LEAF, "");
}

void page_picture(Page *page, const char *svg, const char *caption, bool small)
{
    PageBlock *block = add(page, PAGE_PICTURE, caption);
    block->svg = arena_string(&page->arena, svg);
    block->flag = small;
}
