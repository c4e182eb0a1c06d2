// A page as one HTML file: semantic elements, one style sheet within, nothing fetched, no script.
#include "page/page_blocks.h"

#include "base/tongue.h"
#include "picture/svg.h"
#include "view/order.h"

#include <string.h>

// Ink on paper as in the program; all pairs are above 7:1, the hatched bar has an outline besides.
static const char *const style =
    ":root{--ink:#2b2233;--soft:#5a4d5e;--paper:#fffaf0;--card:#fbf3e2;--edge:#8f7440;"
    "--accent:#8f2b24;--gold:#c9982f;--track:#efe2c4}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0 auto;padding:1.5rem;max-width:46rem;background:var(--paper);color:var(--ink);"
    "font:1.05rem/1.5 Inter,system-ui,sans-serif}\n"
    "h1,h2,blockquote{font-family:Vollkorn,'Noto Naskh Arabic',Georgia,serif;line-height:1.25}\n"
    "h1{font-size:2rem;margin:0 0 1rem;border-bottom:.3rem double var(--edge);"
    "padding-bottom:.5rem}\n"
    "h2{font-size:1.4rem;margin:2rem 0 .5rem;color:var(--accent)}\n"
    "h3{font-size:1.05rem;margin:1.2rem 0 .3rem}\n"
    "p{margin:.4rem 0}\n"
    ".note{font-size:.9rem;color:var(--soft)}\n"
    "blockquote{margin:.6rem 0;padding:.8rem 1.2rem;background:var(--card);font-size:1.25rem;"
    "border-inline-start:.35rem solid var(--gold)}\n"
    "ul,ol{margin:.4rem 0;padding-inline-start:1.5rem}\n"
    "li{margin:.15rem 0}\n"
    ".table{overflow-x:auto}\n"
    "table{border-collapse:collapse;width:100%;margin:.6rem 0}\n"
    "caption{text-align:start;font-size:.9rem;color:var(--soft);padding-bottom:.3rem}\n"
    "th,td{text-align:start;vertical-align:top;padding:.35rem 0;padding-inline-end:.8rem;"
    "border-bottom:1px solid var(--track)}\n"
    "th{font-size:.9rem}\n"
    "tbody th{min-width:6.5rem}\n"
    ".bars{display:grid;grid-template-columns:1fr auto;gap:.1rem .8rem;margin:.6rem 0}\n"
    ".bars dt{grid-column:1/3;margin-top:.4rem}\n"
    ".bars .mine{font-weight:700}\n"
    ".bars dd{margin:0;display:contents}\n"
    ".track{background:var(--track);border-radius:4px;height:.9rem;align-self:center;"
    "print-color-adjust:exact;-webkit-print-color-adjust:exact}\n"
    ".fill{display:block;height:100%;background:var(--gold);border:1.5px solid var(--ink);"
    "border-radius:4px}\n"
    ".mine .fill{background:repeating-linear-gradient(-45deg,#a5392c 0 5px,#fffaf0 5px 7px)}\n"
    ".figure{white-space:nowrap}\n"
    "figure{margin:.8rem 0}\n"
    "figure svg{display:block;width:100%;height:auto;border-radius:8px}\n"
    "figcaption{font-size:.95rem;margin-top:.25rem}\n"
    ".row{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.8rem}\n"
    ".row figure{margin:.2rem 0}\n"
    ".label{margin-inline-end:.4rem}\n"
    ".cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));gap:0;margin:.8rem 0}\n"
    ".card{border:1px dashed var(--edge);padding:.9rem 1.1rem;break-inside:avoid}\n"
    ".card .sign{font:600 1.15rem/1.25 Vollkorn,Georgia,serif;color:var(--accent)}\n"
    ".large .card{text-align:center;padding:2rem 1rem}\n"
    ".large .sign{font-size:7rem;line-height:1;margin:0}\n"
    ".blank{border-bottom:1px solid var(--edge);padding-bottom:2.2rem}\n"
    "@page{margin:18mm}\n"
    "@media print{.leaf{break-before:page}body{max-width:none;padding:0;background:#fff;font-size:10.5pt}"
    "h2,h3{break-after:avoid}figure,tr,.bars,blockquote,li,.blank{break-inside:avoid}}\n";

// A text that runs the other way than the page says so, and keeps its full stop at its end.
static void add_words(Text *out, bool right, const char *text)
{
    bool own = order_from_right(text, strlen(text), right);
    if (own != right) {
        text_add(out, own ? "<bdi dir=\"rtl\">" : "<bdi dir=\"ltr\">");
    }
    picture_svg_escape(out, text);
    text_add(out, own != right ? "</bdi>" : "");
}

static void add_element(Text *out, bool right, const char *open, const char *text, const char *close)
{
    text_add(out, open);
    add_words(out, right, text);
    text_add(out, close);
    text_add_char(out, '\n');
}

static void add_head(const Page *page, Text *out)
{
    bool right = tongue_right_to_left(page->language);
    text_add(out, "<!DOCTYPE html>\n<html lang=\"");
    char tag[32]; // "pt_BR" is "pt-BR" there
    size_t n = 0;
    for (; n + 1 < sizeof tag && page->language[n] != '\0'; n++) {
        tag[n] = page->language[n];
        tag[n] = tag[n] == '_' ? '-' : tag[n];
    }
    tag[n] = '\0';
    picture_svg_escape(out, tag);
    text_add(out, right ? "\" dir=\"rtl\">\n" : "\">\n");
    text_add(out, "<head>\n<meta charset=\"utf-8\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    text_add(out, "<title>");
    picture_svg_escape(out, page->title);
    text_add(out, "</title>\n");
    text_addf(out, "<style>\n%s</style>\n</head>\n<body>\n<main>\n", style);
    add_element(out, right, "<h1>", page->title, "</h1>");
}

static void add_cells(const PageBlock *block, bool right, const char *first, const char *other, Text *out)
{
    text_add(out, "<tr>");
    for (int i = 0; i < block->cell_count; i++) {
        const char *open = i == 0 ? first : other;
        text_add(out, open);
        add_words(out, right, block->cells[i]);
        text_add(out, open[2] == 'h' ? "</th>" : "</td>");
    }
    text_add(out, "</tr>\n");
}

// What several blocks of one kind stand in together.
static const char *opens(const PageBlock *block)
{
    switch (block->kind) {
    case PAGE_ITEM:
        return "<ul>\n";
    case PAGE_STEP:
        return "<ol>\n";
    case PAGE_BAR:
        return "<dl class=\"bars\">\n";
    case PAGE_PICTURE:
        return block->flag ? "<div class=\"row\">\n" : "";
    case PAGE_CARD:
        return block->flag ? "<div class=\"cards large\">\n" : "<div class=\"cards\">\n";
    case PAGE_LEAF:
    case PAGE_LABELLED:
    case PAGE_HEADING:
    case PAGE_TEXT:
    case PAGE_NOTE:
    case PAGE_QUOTE:
    case PAGE_BLANK:
    case PAGE_TABLE:
    case PAGE_ROW:
        break;
    }
    return "";
}

static const char *closes(const PageBlock *block)
{
    switch (block->kind) {
    case PAGE_ITEM:
        return "</ul>\n";
    case PAGE_STEP:
        return "</ol>\n";
    case PAGE_BAR:
        return "</dl>\n";
    case PAGE_PICTURE:
        return block->flag ? "</div>\n" : "";
    case PAGE_CARD:
        return "</div>\n";
    case PAGE_TABLE:
    case PAGE_ROW:
        return "</tbody>\n</table></div>\n";
    case PAGE_HEADING:
    case PAGE_TEXT:
    case PAGE_NOTE:
    case PAGE_QUOTE:
    case PAGE_BLANK:
    case PAGE_LEAF:
    case PAGE_LABELLED:
        break;
    }
    return "";
}

static bool together(const PageBlock *a, const PageBlock *b)
{
    if (a->kind == PAGE_TABLE || a->kind == PAGE_ROW) {
        return b->kind == PAGE_ROW;
    }
    return a->kind == b->kind && (a->flag == b->flag || a->kind == PAGE_BAR);
}

static void add_bar(const PageBlock *block, bool right, Text *out)
{
    const char *mine = block->flag ? " class=\"mine\"" : "";
    text_addf(out, "<dt%s>", mine);
    add_words(out, right, block->text);
    text_addf(out,
              "</dt>\n<dd%s><span class=\"track\"><span class=\"fill\" style=\"width:%d%%\">"
              "</span></span><span class=\"figure\">",
              mine, (int)(block->part * 100 + .5));
    add_words(out, right, block->cells[0]);
    text_add(out, "</span></dd>\n");
}

static void add_block(const PageBlock *block, bool right, Text *out)
{
    switch (block->kind) {
    case PAGE_HEADING:
        text_addf(out, "<h%d>", block->level);
        add_words(out, right, block->text);
        text_addf(out, "</h%d>\n", block->level);
        break;
    case PAGE_TEXT:
        add_element(out, right, "<p>", block->text, "</p>");
        break;
    case PAGE_NOTE:
        add_element(out, right, "<p class=\"note\">", block->text, "</p>");
        break;
    case PAGE_QUOTE:
        add_element(out, right, "<blockquote><p>", block->text, "</p></blockquote>");
        break;
    case PAGE_ITEM:
    case PAGE_STEP:
        add_element(out, right, "<li>", block->text, "</li>");
        break;
    case PAGE_BLANK:
        add_element(out, right, "<p class=\"blank\">", block->text, "</p>");
        break;
    case PAGE_TABLE:
        text_add(out, "<div class=\"table\"><table>\n");
        add_element(out, right, "<caption>", block->text, "</caption>");
        text_add(out, "<thead>\n");
        add_cells(block, right, "<th scope=\"col\">", "<th scope=\"col\">", out);
        text_add(out, "</thead>\n<tbody>\n");
        break;
    case PAGE_ROW:
        add_cells(block, right, "<th scope=\"row\">", "<td>", out);
        break;
    case PAGE_BAR:
        add_bar(block, right, out);
        break;
    case PAGE_PICTURE:
        text_add(out, "<figure>");
        text_add(out, block->svg);
        add_element(out, right, "<figcaption>", block->text, "</figcaption></figure>");
        break;
    case PAGE_LABELLED:
        add_element(out, right, "<p><b class=\"label\">", block->text, "</b>");
        add_element(out, right, "", block->cells[0], "</p>");
        break;
    case PAGE_CARD:
        add_element(out, right, "<section class=\"card\"><p class=\"sign\">", block->text, "</p>");
        add_element(out, right, "<p>", block->cells[0], "</p></section>");
        break;
    case PAGE_LEAF:
        text_add(out, "<div class=\"leaf\"></div>\n");
        break;
    }
}

void page_html(const Page *page, Text *out)
{
    add_head(page, out);
    for (int i = 0; i < page->count; i++) {
        const PageBlock *block = &page->blocks[i];
        if (i == 0 || !together(block - 1, block)) {
            text_add(out, opens(block));
        }
        add_block(block, tongue_right_to_left(page->language), out);
        if (i + 1 == page->count || !together(block, block + 1)) {
            text_add(out, closes(block));
        }
    }
    text_add(out, "</main>\n</body>\n</html>\n");
}
