// Reads the tokens of a Lua file: names, strings with their values, numbers, symbols. Wrong files
// are read as far as they make sense; Lua itself says what is wrong with them.
#include "script/source.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum { LOOK_MAX = 4000, LOOK_MAX_IN_LINE = 1000 }; // tokens

typedef struct Reader {
    const char *text;
    size_t size, at;
    int line;
    size_t line_start;
    size_t counted; // bytes of the line up to `column`
    int column;
    Text value; // of the string that is being read
} Reader;

static int peek(const Reader *r, size_t ahead)
{
    return r->at + ahead < r->size ? (unsigned char)r->text[r->at + ahead] : -1;
}

static void step(Reader *r)
{
    if (r->text[r->at++] == '\n') {
        r->line++;
        r->line_start = r->at;
    }
}

static bool is_name(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static bool is_digit(int c)
{
    return c >= '0' && c <= '9';
}

static int hex(int c)
{
    if (is_digit(c)) {
        return c - '0';
    }
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The level of a long bracket that begins here ("[[" 0, "[=[" 1), or -1.
static int long_bracket(const Reader *r)
{
    size_t n = 1;
    while (peek(r, n) == '=') {
        n++;
    }
    return peek(r, 0) == '[' && peek(r, n) == '[' ? (int)n - 1 : -1;
}

static void read_long(Reader *r, int level)
{
    for (int i = 0; i < level + 2; i++) {
        step(r);
    }
    if (peek(r, 0) == '\r') {
        step(r);
    }
    if (peek(r, 0) == '\n') {
        step(r);
    }
    while (r->at < r->size) {
        if (peek(r, 0) == ']') {
            size_t n = 1;
            while (peek(r, n) == '=') {
                n++;
            }
            if ((int)n - 1 == level && peek(r, n) == ']') {
                r->at += n + 1;
                return;
            }
        }
        text_add_char(&r->value, r->text[r->at]);
        step(r);
    }
}

static void add_code_point(Text *out, uint32_t c)
{
    if (c < 0x80u) {
        text_add_char(out, (char)c);
    } else if (c < 0x800u) {
        text_add_char(out, (char)(0xC0u | c >> 6));
        text_add_char(out, (char)(0x80u | (c & 0x3Fu)));
    } else if (c < 0x10000u) {
        text_add_char(out, (char)(0xE0u | c >> 12));
        text_add_char(out, (char)(0x80u | (c >> 6 & 0x3Fu)));
        text_add_char(out, (char)(0x80u | (c & 0x3Fu)));
    } else {
        text_add_char(out, (char)(0xF0u | (c >> 18 & 7u)));
        text_add_char(out, (char)(0x80u | (c >> 12 & 0x3Fu)));
        text_add_char(out, (char)(0x80u | (c >> 6 & 0x3Fu)));
        text_add_char(out, (char)(0x80u | (c & 0x3Fu)));
    }
}

static void read_number_escape(Reader *r)
{
    if (peek(r, 0) == 'x') {
        step(r);
        int value = 0;
        for (int i = 0; i < 2 && hex(peek(r, 0)) >= 0; i++) {
            value = value * 16 + hex(peek(r, 0));
            step(r);
        }
        text_add_char(&r->value, (char)(unsigned char)value);
    } else if (peek(r, 0) == 'u') {
        step(r);
        uint32_t value = 0;
        if (peek(r, 0) == '{') {
            step(r);
        }
        while (hex(peek(r, 0)) >= 0) {
            value = (value * 16u + (uint32_t)hex(peek(r, 0))) & 0x1FFFFFu;
            step(r);
        }
        if (peek(r, 0) == '}') {
            step(r);
        }
        add_code_point(&r->value, value);
    } else {
        unsigned value = 0;
        for (int i = 0; i < 3 && is_digit(peek(r, 0)); i++) {
            value = value * 10u + (unsigned)(peek(r, 0) - '0');
            step(r);
        }
        text_add_char(&r->value, (char)(unsigned char)(value & 0xFFu));
    }
}

static void read_escape(Reader *r)
{
    static const char escapes_from[] = "abfnrtv";
    static const char escapes_to[] = "\a\b\f\n\r\t\v";
    step(r); // the backslash
    int c = peek(r, 0);
    if (c < 0) {
        return;
    }
    const char *known = c != 0 ? strchr(escapes_from, c) : NULL;
    if (known != NULL) {
        text_add_char(&r->value, escapes_to[known - escapes_from]);
        step(r);
    } else if (c == 'x' || c == 'u' || is_digit(c)) {
        read_number_escape(r);
    } else if (c == 'z') {
        step(r);
        while (peek(r, 0) >= 0 && strchr(" \t\r\n\v\f", peek(r, 0)) != NULL && peek(r, 0) != 0) {
            step(r);
        }
    } else {
        text_add_char(&r->value, (char)c); // quotes, the backslash, a line end
        step(r);
    }
}

static void read_string(Reader *r)
{
    int quote = peek(r, 0);
    step(r);
    while (r->at < r->size && peek(r, 0) != quote && peek(r, 0) != '\n') {
        if (peek(r, 0) == '\\') {
            read_escape(r);
        } else {
            text_add_char(&r->value, r->text[r->at]);
            step(r);
        }
    }
    if (peek(r, 0) == quote) {
        step(r);
    }
}

static void skip_comment(Reader *r)
{
    r->at += 2;
    int level = long_bracket(r);
    if (level >= 0) {
        read_long(r, level);
        text_clear(&r->value);
        return;
    }
    while (r->at < r->size && peek(r, 0) != '\n') {
        r->at++;
    }
}

static void skip_blank(Reader *r)
{
    while (r->at < r->size) {
        int c = peek(r, 0);
        if (c == '-' && peek(r, 1) == '-') {
            skip_comment(r);
        } else if (c == ' ' || (c >= '\t' && c <= '\r')) {
            step(r);
        } else {
            return;
        }
    }
}

static uint8_t read_token(Reader *r)
{
    int c = peek(r, 0);
    if (c == '"' || c == '\'') {
        read_string(r);
        return TOKEN_STRING;
    }
    int level = c == '[' ? long_bracket(r) : -1;
    if (level >= 0) {
        read_long(r, level);
        return TOKEN_STRING;
    }
    if (is_digit(c) || (c == '.' && is_digit(peek(r, 1)))) {
        while (is_name(peek(r, 0)) || peek(r, 0) == '.') {
            r->at++;
        }
        return TOKEN_NUMBER;
    }
    if (is_name(c)) {
        while (is_name(peek(r, 0))) {
            r->at++;
        }
        return TOKEN_NAME;
    }
    static const char *const long_symbols[] = { "...", "..", "==", "~=", "<=",
                                                ">=",  "//", "::", "<<", ">>" };
    for (size_t i = 0; i < sizeof long_symbols / sizeof *long_symbols; i++) {
        size_t n = strlen(long_symbols[i]);
        if (r->size - r->at >= n && memcmp(r->text + r->at, long_symbols[i], n) == 0) {
            r->at += n;
            return TOKEN_SYMBOL;
        }
    }
    r->at++;
    return TOKEN_SYMBOL;
}

// Counts on from the last token of the line: a file may be one long line.
static int column_of(Reader *r)
{
    if (r->counted < r->line_start) {
        r->counted = r->line_start;
        r->column = 1;
    }
    for (; r->counted < r->at; r->counted++) {
        r->column += ((unsigned char)r->text[r->counted] & 0xC0u) != 0x80u;
    }
    return r->column;
}

bool source_init(Source *source, const char *name, char *taken_text, size_t size, int most)
{
    *source = (Source){ .size = size };
    source->text = taken_text;
    snprintf(source->name, sizeof source->name, "%s", name);
    Reader r = { .text = taken_text, .size = size, .line = 1, .column = 1 };
    int capacity = 0;
    for (skip_blank(&r); r.at < size; skip_blank(&r)) {
        Token token = { .start = (uint32_t)r.at, .line = r.line, .column = column_of(&r) };
        text_clear(&r.value);
        token.kind = read_token(&r);
        token.length = (uint32_t)r.at - token.start;
        token.end_line = r.line;
        token.hash =
            token.kind == TOKEN_STRING ? hash_bytes(text_str(&r.value), r.value.length, 0) : 0;
        if (source->count == most) {
            text_deinit(&r.value);
            return false;
        }
        if (source->count == capacity) {
            capacity = capacity == 0 ? 256 : capacity * 2;
            source->tokens = mem_grow(source->tokens, (size_t)capacity * sizeof *source->tokens);
        }
        source->tokens[source->count++] = token;
    }
    text_deinit(&r.value);
    return true;
}

void source_deinit(Source *source)
{
    mem_free(source->text);
    mem_free(source->tokens);
    mem_free(source->mended);
    *source = (Source){ 0 };
}

int source_at_line(const Source *source, int line)
{
    int low = 0;
    int high = source->count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (source->tokens[middle].line < line) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

// A whole file may stand in one line: what is looked for is near, or its column does not matter.
static int last_looked_at(const Source *source, int first, int most)
{
    return source->count - first < most ? source->count : first + most;
}

int source_find_string(const Source *source, int from, int last_line, const char *value,
                       size_t size)
{
    uint64_t hash = hash_bytes(value, size, 0);
    int end = last_looked_at(source, from, LOOK_MAX);
    for (int i = from; i < end && source->tokens[i].line <= last_line; i++) {
        if (source->tokens[i].kind == TOKEN_STRING && source->tokens[i].hash == hash) {
            return i;
        }
    }
    return -1;
}

bool source_is(const Source *source, int token, const char *text)
{
    if (token < 0 || token >= source->count) {
        return false;
    }
    const Token *t = &source->tokens[token];
    return t->kind != TOKEN_STRING && t->length == strlen(text) &&
           memcmp(source->text + t->start, text, t->length) == 0;
}

int source_find_field(const Source *source, int line, int lines, const char *name)
{
    int first = source_at_line(source, line);
    int end = last_looked_at(source, first, LOOK_MAX);
    for (int i = first; i < end && source->tokens[i].line <= line + lines; i++) {
        if (source_is(source, i, name) && source_is(source, i + 1, "=")) {
            return i;
        }
    }
    return -1;
}

int source_find_name(const Source *source, int line, const char *name, int behind)
{
    int first = source_at_line(source, line);
    int end = last_looked_at(source, first, LOOK_MAX_IN_LINE);
    int found = -1;
    for (int i = first; i < end && source->tokens[i].line == line; i++) {
        if (source_is(source, i, name) && (found < 0 || i > behind)) {
            found = i;
            if (i > behind) {
                break;
            }
        }
    }
    return found;
}

// The { of the list that belongs to the word at that token: scene "one" {, when(kept(x)) {; -1: none.
static int list_of_word(const Source *source, int token)
{
    enum { NEAR = 200 };
    int depth = 0;
    for (int i = token + 1; i < source->count && i < token + NEAR; i++) {
        bool opens = source_is(source, i, "(");
        bool closes = source_is(source, i, ")");
        if (depth == 0 && source_is(source, i, "{")) {
            return i;
        }
        if (depth == 0 && !opens && source->tokens[i].kind != TOKEN_STRING) {
            return -1;
        }
        depth += opens ? 1 : closes ? -1 : 0;
    }
    return -1;
}

int source_item(const Source *source, int line, int column, int item)
{
    int at = source_at_line(source, line);
    int end = last_looked_at(source, at, LOOK_MAX);
    while (at < end && source->tokens[at].line == line && source->tokens[at].column != column) {
        at++;
    }
    int list = at < end && source->tokens[at].line == line ? list_of_word(source, at) : -1;
    end = last_looked_at(source, list, LOOK_MAX);
    int depth = 0;
    int n = 0;
    bool begins = true;
    for (int i = list + 1; list >= 0 && i < end && depth >= 0; i++) {
        if (begins && source->tokens[i].kind == TOKEN_NAME && source_is(source, i + 1, "=")) {
            begins = false; // a field is no item
        } else if (begins && !source_is(source, i, "}") && ++n == item) {
            return i;
        }
        begins = depth == 0 && (source_is(source, i, ",") || source_is(source, i, ";"));
        depth += source_is(source, i, "{") || source_is(source, i, "(") ||
                 source_is(source, i, "function") || source_is(source, i, "if") ||
                 source_is(source, i, "do");
        depth -=
            source_is(source, i, "}") || source_is(source, i, ")") || source_is(source, i, "end");
    }
    return -1;
}

bool source_is_keyword(const Source *source, int token)
{
    static const char *const word_list[] = { "and",    "break", "do",       "else", "elseif",
                                             "end",    "for",   "function", "goto", "if",
                                             "in",     "local", "not",      "or",   "repeat",
                                             "return", "then",  "until",    "while" };
    for (size_t i = 0; i < sizeof word_list / sizeof *word_list; i++) {
        if (source_is(source, token, word_list[i])) {
            return true;
        }
    }
    return false;
}

static bool ends_value(const Source *source, int token)
{
    int kind = source->tokens[token].kind;
    return kind == TOKEN_STRING || kind == TOKEN_NUMBER ||
           (kind == TOKEN_NAME && !source_is_keyword(source, token)) ||
           source_is(source, token, "}") || source_is(source, token, ")") ||
           source_is(source, token, "end");
}

static bool begins_value(const Source *source, int token)
{
    int kind = source->tokens[token].kind;
    return kind == TOKEN_STRING || kind == TOKEN_NUMBER ||
           (kind == TOKEN_NAME && !source_is_keyword(source, token)) ||
           source_is(source, token, "{") || source_is(source, token, "function");
}

bool source_two_values(const Source *source, int a)
{
    return a >= 0 && a + 1 < source->count && ends_value(source, a) && begins_value(source, a + 1);
}

// The words that take their text on the next line as well: `option "id"` and the text below it.
static bool takes_more(const Source *source, int token)
{
    static const char *const word_list[] = { "option", "scene",  "person", "commitment",
                                             "ending", "number", "always" };
    for (size_t i = 0; i < sizeof word_list / sizeof *word_list; i++) {
        if (source_is(source, token - 1, word_list[i])) {
            return true;
        }
    }
    return token >= 2 && source_is(source, token - 2, "option");
}

int source_missing_comma(const Source *source, int line)
{
    int same_line = -1;
    for (int i = source_at_line(source, line);
         i + 1 < source->count && source->tokens[i].line <= line + 400; i++) {
        const Token *next = &source->tokens[i + 1];
        bool argument = next->kind == TOKEN_STRING || source_is(source, i + 1, "{") ||
                        source_is(source, i + 1, "(");
        bool value = source->tokens[i].kind == TOKEN_STRING || source_is(source, i, "}") ||
                     source_is(source, i, ")");
        if (!argument || !value ||
            (source->tokens[i].kind == TOKEN_STRING && takes_more(source, i))) {
            continue;
        }
        if (next->line > source->tokens[i].end_line) {
            return i + 1;
        }
        // On one line `when(c) {` is as it should be, a text behind a value never is.
        if (same_line < 0 && next->line == line && next->kind == TOKEN_STRING) {
            same_line = i + 1;
        }
    }
    return same_line;
}
