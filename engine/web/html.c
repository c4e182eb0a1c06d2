// Escaping is the SVG writer's: XML and HTML agree on these five characters.
#include "web/html.h"

#include "picture/svg.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void html_text(Text *out, const char *text)
{
    picture_svg_escape(out, text);
}

void html_format(Text *out, const char *format, ...)
{
    char words[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(words, sizeof words, format, arguments);
    va_end(arguments);
    html_text(out, words);
}

// The author's rule of engine/story/render: a star opens before a letter and closes behind one.
void html_marked(Text *out, const char *marked)
{
    Text part = { 0 };
    bool open = false;
    for (const char *c = marked; *c; c++) {
        if (*c != '*' || (!open && strchr(c + 1, '*') == NULL)) {
            text_add_char(&part, *c);
            continue;
        }
        html_text(out, text_str(&part));
        text_clear(&part);
        open = !open;
        text_add(out, open ? "<em>" : "</em>");
    }
    html_text(out, text_str(&part));
    if (open) {
        text_add(out, "</em>");
    }
    text_deinit(&part);
}

void html_element(Text *out, const char *tag, const char *attributes, const char *text)
{
    text_addf(out, "<%s%s%s>", tag, attributes[0] ? " " : "", attributes);
    html_text(out, text);
    text_addf(out, "</%s>\n", tag);
}
