// Which part of a line a message is about, and that line cut to a width at which it can be shown. The
// message itself names the part: most quote the word that is wrong. Knows no Lua.
#include "script/excerpt.h"

#include "base/hash.h"
#include "base/text.h"

#include <string.h>

enum { QUOTE_MAX = 64, LINE_MAX = 20000, LOOK_MAX = 4000 };

static int characters(const char *s, size_t bytes)
{
    int n = 0;
    for (size_t i = 0; i < bytes; i++) {
        n += ((unsigned char)s[i] & 0xC0u) != 0x80u;
    }
    return n;
}

const char *source_line(const Source *source, int line, size_t *length)
{
    const char *at = source->text;
    const char *end = source->text + source->size;
    for (int i = 1; i < line && at != NULL; i++) {
        at = memchr(at, '\n', (size_t)(end - at));
        at = at == NULL ? NULL : at + 1;
    }
    *length = 0;
    if (at == NULL || line < 1) {
        return source->text;
    }
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    *length = (size_t)((stop == NULL ? end : stop) - at);
    *length -= *length > 0 && at[*length - 1] == '\r';
    return at;
}

// Where a token ends on the line on which it begins.
static int token_end(const Source *source, const Token *t)
{
    const char *text = source->text + t->start;
    const char *stop = memchr(text, '\n', t->length);
    return t->column + characters(text, stop == NULL ? t->length : (size_t)(stop - text));
}

Place source_behind(const Source *source, int file, int token)
{
    const Token *t = &source->tokens[token];
    if (t->end_line == t->line) {
        return (Place){ file, t->line, token_end(source, t) };
    }
    const char *end = source->text + t->start + t->length;
    const char *from = end;
    while (from > source->text && from[-1] != '\n') {
        from--;
    }
    return (Place){ file, t->end_line, 1 + characters(from, (size_t)(end - from)) };
}

// The name, number or text token with that value on the line, at `column` or behind it; -1: none.
static int named_token(const Source *source, int line, int column, const char *word, size_t n)
{
    uint64_t hash = hash_bytes(word, n, 0);
    int first = source_at_line(source, line);
    for (int i = first; i < source->count && source->tokens[i].line == line; i++) {
        const Token *t = &source->tokens[i];
        if (i >= first + LOOK_MAX && t->column > column) {
            break; // a whole file in one line
        }
        bool same = t->kind == TOKEN_STRING
                        ? t->hash == hash
                        : t->length == n && memcmp(source->text + t->start, word, n) == 0;
        if (same && t->column >= column) {
            return i;
        }
    }
    return -1;
}

// The pieces "…" of a message, the last first; false behind the first.
static bool quoted_before(const char *message, const char **end, const char **word, size_t *n)
{
    const char *close = *end;
    while (close > message && *--close != '"') {
    }
    const char *open = close;
    while (open > message && *--open != '"') {
    }
    if (open == close || *open != '"') {
        return false;
    }
    *word = open + 1;
    *n = (size_t)(close - open - 1);
    *end = open;
    return true;
}

static bool span_of_quoted(const Source *source, int line, int column, const char *message,
                           SourceSpan *out)
{
    const char *end = message + strlen(message);
    const char *word = NULL;
    size_t n = 0;
    while (quoted_before(message, &end, &word, &n)) {
        int token = n > 0 && n < QUOTE_MAX ? named_token(source, line, column, word, n) : -1;
        if (token >= 0) {
            const Token *t = &source->tokens[token];
            *out = (SourceSpan){ t->column, token_end(source, t) };
            return true;
        }
    }
    return false;
}

// {halma.first} inside of a text.
static bool span_of_fill(const Source *source, int line, const char *message, SourceSpan *out)
{
    if (message[0] != '{') {
        return false;
    }
    size_t n = strcspn(message, "}") + 1;
    size_t length = 0;
    const char *text = source_line(source, line, &length);
    for (size_t i = 0; i + n <= length; i++) {
        if (memcmp(text + i, message, n) == 0) {
            int from = 1 + characters(text, i);
            *out = (SourceSpan){ from, from + characters(message, n) };
            return true;
        }
    }
    return false;
}

// The word with which the message begins: "kept takes 1 value here", "deliver(x): …".
static bool span_of_first_word(const Source *source, int line, const char *message, SourceSpan *out)
{
    size_t n = strspn(message, "abcdefghijklmnopqrstuvwxyz_");
    int token = n > 0 ? named_token(source, line, 1, message, n) : -1;
    if (token < 0) {
        return false;
    }
    const Token *t = &source->tokens[token];
    *out = (SourceSpan){ t->column, token_end(source, t) };
    return true;
}

static SourceSpan whole_line(const Source *source, int line)
{
    size_t length = 0;
    const char *text = source_line(source, line, &length);
    size_t from = 0;
    while (from < length && (text[from] == ' ' || text[from] == '\t')) {
        from++;
    }
    int column = 1 + characters(text, from);
    int end = column + characters(text + from, length - from);
    return (SourceSpan){ column, end > column ? end : column + 1 };
}

SourceSpan source_span(const Source *source, int line, int column, const char *message)
{
    SourceSpan span = { column, column + 1 };
    if (line < 1) {
        return (SourceSpan){ 0, 0 };
    }
    if (span_of_fill(source, line, message, &span) ||
        span_of_quoted(source, line, column, message, &span)) {
        return span;
    }
    if (column == 0) {
        return span_of_first_word(source, line, message, &span) ? span : whole_line(source, line);
    }
    for (int i = source_at_line(source, line);
         i < source->count && source->tokens[i].line == line && source->tokens[i].column <= column;
         i++) {
        if (source->tokens[i].column == column) {
            span.end_column = token_end(source, &source->tokens[i]);
        }
    }
    return span;
}

bool source_declares(const Source *source, int token)
{
    static const char *const word_list[] = { "scenario", "scene",  "person",   "commitment",
                                             "flag",     "number", "whenever", "ending",
                                             "talk",     "always", "include",  "local" };
    bool found = false;
    for (size_t i = 0; i < sizeof word_list / sizeof *word_list; i++) {
        found = found || source_is(source, token, word_list[i]);
    }
    return found && source->tokens[token].column == 1;
}

int source_outgrown(const Source *source, int open)
{
    int depth = 0;
    for (int i = open; i >= 0 && i < source->count; i++) {
        bool opens = source_is(source, i, "{") || source_is(source, i, "(");
        bool closes = source_is(source, i, "}") || source_is(source, i, ")");
        depth += opens ? 1 : closes ? -1 : 0;
        if (depth <= 0) {
            return -1; // closed
        }
        const Token *t = &source->tokens[i];
        if (t->line > source->tokens[open].line && source_declares(source, i)) {
            return i;
        }
    }
    return -1;
}

bool source_is_inside(const Source *source, int token)
{
    enum { TOKENS = 4000 };
    int closed = 0;
    for (int i = token - 1; i >= 0; i--) {
        bool opens = source_is(source, i, "{") || source_is(source, i, "(");
        bool closes = source_is(source, i, "}") || source_is(source, i, ")");
        closed += closes ? 1 : opens ? -1 : 0;
        if (closed < 0 || token - i > TOKENS) {
            return true;
        }
    }
    return false;
}

// How far the line of that token stands in.
static int indent_of(const Source *source, int token)
{
    return source->tokens[source_at_line(source, source->tokens[token].line)].column;
}

int source_slack(const Source *source, int open, int *line)
{
    enum { DEEP = 64, TOKENS = 4000 };
    int stack[DEEP];
    int depth = 0;
    for (int i = open; i >= 0 && i < source->count && i < open + TOKENS && depth < DEEP; i++) {
        const Token *t = &source->tokens[i];
        bool opens = source_is(source, i, "{") || source_is(source, i, "(");
        bool closes = source_is(source, i, "}") || source_is(source, i, ")");
        bool begins = i > open && source->tokens[i - 1].end_line < t->line;
        int top = depth > 0 ? stack[depth - 1] : -1;
        if (begins && top >= 0 && source->tokens[top].line < t->line &&
            t->column + (closes ? 1 : 0) <= indent_of(source, top)) {
            *line = t->line;
            return top == open ? -1 : top;
        }
        if (opens) {
            stack[depth++] = i;
        } else if (closes && --depth <= 0) {
            return -1;
        }
    }
    return -1;
}

// ---- showing ------------------------------------------------------------------------------------

// The end of the character at s, which may be broken: an excerpt is made of wrong files too.
static size_t character(const char *s, size_t left, char out[5])
{
    static const char *const unreadable = "?";
    unsigned char c = (unsigned char)s[0];
    size_t n = c < 0x80u ? 1 : c < 0xE0u ? 2 : c < 0xF0u ? 3 : 4;
    if (n > left || !utf8_valid(s, n, NULL)) {
        strcpy(out, unreadable);
        return 1;
    }
    memcpy(out, s, n);
    out[n] = '\0';
    int length = 0;
    if (!utf8_is_harmless(utf8_next(out, &length))) {
        strcpy(out, c == '\t' ? " " : unreadable);
    }
    return n;
}

// The first character to show, so that the mark has its surroundings on both sides.
static int first_shown(const char *line, size_t length, SourceSpan span)
{
    int count = characters(line, length);
    if (count <= SCRIPT_EXCERPT_COLUMNS || span.end_column <= SCRIPT_EXCERPT_COLUMNS) {
        return 1;
    }
    int marked = span.end_column - span.column;
    int before = marked < SCRIPT_EXCERPT_COLUMNS / 2 ? (SCRIPT_EXCERPT_COLUMNS - marked) / 2 : 8;
    int first = span.column - before;
    return first > 1 ? first : 1;
}

void excerpt_fill(ScriptExcerpt *out, const Source *source, int line, SourceSpan span)
{
    *out = (ScriptExcerpt){ .mark_columns = 1 };
    size_t length = 0;
    const char *text = source_line(source, line, &length);
    if (length == 0 || length > LINE_MAX || span.column < 1) {
        return; // nobody would find it in there
    }
    int first = first_shown(text, length, span);
    Text shown = { 0 };
    int columns = first > 1 ? 1 : 0;
    text_add(&shown, first > 1 ? "…" : "");
    out->mark = -1;
    int marked = 0;
    char one[5];
    int at = 1;
    size_t i = 0;
    while (i < length && columns < SCRIPT_EXCERPT_COLUMNS && shown.length + 8 < sizeof out->text) {
        i += character(text + i, length - i, one);
        int wide = utf8_columns(one);
        if (at >= first) {
            out->mark = at == span.column ? columns : out->mark;
            marked += at >= span.column && at < span.end_column ? wide : 0;
            columns += wide;
            text_add(&shown, one);
        }
        at++;
    }
    text_add(&shown, i < length ? "…" : "");
    out->mark = out->mark < 0 ? columns : out->mark;
    out->mark_columns = marked > 0 ? marked : 1;
    memcpy(out->text, text_str(&shown), shown.length + 1);
    text_deinit(&shown);
}
