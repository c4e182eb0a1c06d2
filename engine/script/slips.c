// What somebody writes who knows another language better: curly quotes, // and [ ], if … then, a
// colon before what is said, a name without its quotes. Found in the tokens at the place where Lua
// stopped reading, and answered in the author's terms. Knows no lua_State; what it does not know stays
// with explain.c.
#include "script/loader.h"

#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    SHOWN_MAX = 40,     // characters of a word that a message repeats
    LINE_TOKENS = 2000, // looked at: a whole file may be one line
    BACK_TOKENS = 4000, // looked through for the bracket that is open
};

typedef struct Slip {
    Loader *ld;
    const Source *source;
    int file, line, first; // the first token on the line
    const char *message;   // Lua's
} Slip;

static const Token *token_of(const Slip *s, int token)
{
    return &s->source->tokens[token];
}

static bool on_line(const Slip *s, int token)
{
    return token < s->source->count && token < s->first + LINE_TOKENS &&
           token_of(s, token)->line == s->line;
}

static bool is_kind(const Slip *s, int token, TokenKind kind)
{
    return token >= 0 && token < s->source->count && token_of(s, token)->kind == kind;
}

// Without a blank between the two.
static bool adjacent(const Slip *s, int token)
{
    const Token *t = token_of(s, token);
    return token + 1 < s->source->count && t->start + t->length == token_of(s, token + 1)->start;
}

static bool report(const Slip *s, int token, const char *message, const char *fix)
{
    const Token *t = token_of(s, token);
    Place at = { s->file, t->line, t->column };
    diagnostic_fix(loader_report(s->ld, at, CODE_SYNTAX, "%s", message), "%s", fix);
    return true;
}

// Whether it looks like what Lua says it stumbled over.
static bool is_near(const Slip *s, int token)
{
    const char *near = strstr(s->message, "near '");
    near = near == NULL ? NULL : near + strlen("near '");
    const char *end = near == NULL ? NULL : strrchr(near, '\'');
    const Token *t = token_of(s, token);
    return end != NULL && t->length == (size_t)(end - near) &&
           memcmp(s->source->text + t->start, near, t->length) == 0;
}

// ---- quotes -------------------------------------------------------------------------------------

static bool is_closed(const Slip *s, const Token *t)
{
    const char *text = s->source->text + t->start;
    return t->length > 1 && text[t->length - 1] == text[0];
}

// mina Friday at nine.": the quote at the end begins a text of a few signs, and words stand before it.
static bool ends_words(const Slip *s, int token)
{
    const Token *t = token_of(s, token);
    for (size_t i = 1; i < t->length; i++) {
        char c = s->source->text[t->start + i];
        if (strchr(",;{}() \r", c) == NULL) {
            return false;
        }
    }
    for (int i = s->first; i + 1 < token; i++) {
        if (is_kind(s, i, TOKEN_NAME) && is_kind(s, i + 1, TOKEN_NAME)) {
            return true;
        }
    }
    return false;
}

static bool report_closed(const Slip *s, int token)
{
    const Token *t = token_of(s, token);
    if (t->length == 2) {
        return report(s, token, "a text is over here as soon as it has begun",
                      "a quote inside a text is “ ” or \\\"");
    }
    if (s->source->text[t->start] == '\'') {
        return report(s, token, "the apostrophe ends this text", "begin and end it with \"");
    }
    return report(s, token, "a text that begins here has no closing quote where it ends",
                  "close it with \" ; a quote inside a text is “ ” or \\\"");
}

// A letter that follows a text at once: the quote before it was meant as another one.
static bool slip_quotes(const Slip *s)
{
    for (int i = s->first; on_line(s, i); i++) {
        const Token *t = token_of(s, i);
        if (t->kind != TOKEN_STRING || s->source->text[t->start] == '[') {
            continue;
        }
        if (is_closed(s, t) && adjacent(s, i) && is_kind(s, i + 1, TOKEN_NAME)) {
            return report_closed(s, i);
        }
        if (!is_closed(s, t) && ends_words(s, i)) {
            return report(s, i, "this quote closes a text that none has opened",
                          "put a \" where the text begins");
        }
        if (!is_closed(s, t) && s->source->text[t->start] == '\'' &&
            memchr(s->source->text + t->start, '"', t->length) != NULL) {
            return report(s, i, "this text begins with ' and ends with \"", "begin it with \"");
        }
        if (!is_closed(s, t)) {
            return report(
                s, i, "a text that begins here has no closing quote",
                "close it with \" on the same line; a quote inside a text is \\\" or “ ”");
        }
    }
    return false;
}

// --[[ and [[ that are never closed: Lua says in which line they begin.
static bool slip_long(const Slip *s)
{
    bool comment = strstr(s->message, "unfinished long comment") != NULL;
    const char *from = strstr(s->message, "(starting at line ");
    if (from == NULL || (!comment && strstr(s->message, "unfinished long string") == NULL)) {
        return false;
    }
    Place at = { s->file, (int)strtol(from + strlen("(starting at line "), NULL, 10), 0 };
    diagnostic_fix(loader_report(s->ld, at, CODE_SYNTAX,
                                 comment ? "a comment that begins here is never closed"
                                         : "a text that begins here is never closed"),
                   comment ? "close it with ]], or begin each of its lines with --"
                           : "close it with ]]");
    return true;
}

// ---- letters that Lua does not take ----------------------------------------------------------------

static bool is_quote(uint32_t c)
{
    return (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2039 || c == 0x203A;
}

static bool is_invisible(uint32_t c)
{
    return c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x200F) || c == 0x202F || c == 0x2060 ||
           c == 0x3000 || c == 0xFEFF;
}

static bool is_dash(uint32_t c)
{
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

// The whole word around the letter at `at`, as somebody sees it.
static void word_around(const Source *source, uint32_t at, char *out, size_t size)
{
    static const char ascii[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    const char *text = source->text;
    size_t from = at;
    size_t to = at;
    while (from > 0 && ((unsigned char)text[from - 1] >= 0x80u || strchr(ascii, text[from - 1]))) {
        from--;
    }
    while (to < source->size && text[to] != '\0' &&
           ((unsigned char)text[to] >= 0x80u || strchr(ascii, text[to]))) {
        to++;
    }
    size_t length = to - from;
    bool fits = length < size && utf8_valid(text + from, length, NULL);
    snprintf(out, size, "%.*s", fits ? (int)length : 0, text + from);
}

static bool slip_letter(const Slip *s)
{
    int i = s->first;
    while (on_line(s, i) && (unsigned char)s->source->text[token_of(s, i)->start] < 0x80u) {
        i++;
    }
    if (!on_line(s, i) || strstr(s->message, "near '<\\") == NULL) {
        return false;
    }
    int length = 0;
    uint32_t c = utf8_next(s->source->text + token_of(s, i)->start, &length);
    char text[160];
    if (is_quote(c)) {
        return report(s, i, "a curly quote stands outside of a text",
                      "texts begin and end with the straight quote \"");
    }
    if (is_invisible(c)) {
        snprintf(text, sizeof text, "a blank that Lua does not know stands here (U+%04X)",
                 (unsigned)c);
        return report(s, i, text, "delete it, and type a plain one");
    }
    if (is_dash(c)) {
        return report(s, i, "a long dash stands outside of a text",
                      "a comment begins with two hyphens: --; less is written -");
    }
    char word[SHOWN_MAX * 4];
    word_around(s->source, token_of(s, i)->start, word, sizeof word);
    if (word[0] == '\0') {
        return report(s, i, "a special character stands outside of a text",
                      "what is told stands in straight quotes \"");
    }
    snprintf(text, sizeof text, "\"%.100s\" is not a name in Lua", word);
    return report(s, i, text,
                  "a name has letters from a to z, digits and _; a text stands in quotes");
}

// ---- brackets -----------------------------------------------------------------------------------

static char bracket_at(const Slip *s, int token)
{
    const Token *t = token_of(s, token);
    char c = s->source->text[t->start];
    return t->kind == TOKEN_SYMBOL && t->length == 1 && strchr("{}()[]", c) != NULL ? c : '\0';
}

enum { OPEN_NONE = -1, OPEN_UNKNOWN = -2 };

// The bracket before `token` that is still open there; OPEN_NONE, OPEN_UNKNOWN where it is too far.
static int open_before(const Slip *s, int token)
{
    int closed = 0;
    for (int i = token - 1; i >= 0; i--) {
        char c = bracket_at(s, i);
        closed += c == '}' || c == ')' || c == ']';
        if ((c == '{' || c == '(' || c == '[') && --closed < 0) {
            return i;
        }
        if (token - i > BACK_TOKENS) {
            return OPEN_UNKNOWN;
        }
    }
    return OPEN_NONE;
}

static bool report_open(const Slip *s, int open, int near, const char *note)
{
    const Token *t = token_of(s, near);
    Place at = { s->file, token_of(s, open)->line, token_of(s, open)->column };
    ScriptDiagnostic *d =
        loader_report(s->ld, at, CODE_SYNTAX, "this %c is never closed", bracket_at(s, open));
    diagnostic_fix(d, "every { needs its }, every ( its ), every function its end");
    loader_note(s->ld, d, (Place){ s->file, t->line, t->column }, note);
    return true;
}

// local x = … at the beginning of a line, and a bracket above it is still open.
static bool slip_outgrown(const Slip *s, int near)
{
    int open = source_is(s->source, near, "local") && source_declares(s->source, near)
                   ? open_before(s, near)
                   : OPEN_NONE;
    return open >= 0 &&
           report_open(s, open, near, "this begins a line and still stands inside of it");
}

// scene "one", { … }: the comma between a name and its list.
static bool slip_name_comma(const Slip *s, int near)
{
    return near > 1 && source_is(s->source, near, ",") && is_kind(s, near - 1, TOKEN_STRING) &&
           mend_takes_name(s->source, near - 2) && source_is(s->source, near + 1, "{") &&
           report(s, near, "this comma is one too many",
                  "no comma stands between a name and its { }");
}

// lcal cold = …
static bool slip_local(const Slip *s, int near)
{
    static const char *const words[] = { "local" };
    if (near < 1 || near - 1 != s->first || token_of(s, near - 1)->column != 1 ||
        !is_kind(s, near, TOKEN_NAME) || !source_is(s->source, near + 1, "=") ||
        token_of(s, near - 1)->length > SHOWN_MAX) {
        return false;
    }
    char word[SHOWN_MAX + 1];
    const Token *t = token_of(s, near - 1);
    snprintf(word, sizeof word, "%.*s", (int)t->length, s->source->text + t->start);
    return text_did_you_mean(word, words, 1) != NULL &&
           report(s, near - 1, "this is no word of Lua", "did you mean local?");
}

// Local cold = …, Function(s) … End: the words of Lua have small letters.
static bool slip_capital(const Slip *s, int near)
{
    for (int i = near; i >= near - 1 && i >= s->first; i--) {
        const Token *t = token_of(s, i);
        char word[16] = "";
        char text[80];
        if (t->kind != TOKEN_NAME || t->length >= sizeof word || s->source->text[t->start] > 'Z') {
            continue;
        }
        memcpy(word, s->source->text + t->start, t->length);
        word[0] = (char)(word[0] - 'A' + 'a');
        if (strcmp(word, "local") == 0 || strcmp(word, "function") == 0 ||
            strcmp(word, "return") == 0 || strcmp(word, "end") == 0) {
            snprintf(text, sizeof text, "write %s", word);
            return report(s, i, "the words of Lua are written in small letters", text);
        }
    }
    return false;
}

static bool slip_bracket(const Slip *s, int near)
{
    char closes = bracket_at(s, near);
    if (closes != '}' && closes != ')') {
        return false;
    }
    int open = open_before(s, near);
    char text[80];
    if (open == OPEN_UNKNOWN) {
        return false;
    }
    if (open == OPEN_NONE) {
        snprintf(text, sizeof text, "this %c closes nothing", closes);
        return report(s, near, text,
                      "take it out, or look for a } too many or a { too few above it");
    }
    if (bracket_at(s, open) == (closes == '}' ? '{' : '(')) {
        return false; // the pair is right, and something else is wrong
    }
    snprintf(text, sizeof text, "this %c comes before it is closed", closes);
    return report_open(s, open, near, text);
}

// The token behind which the value `a.b.c` that ends before `near` begins.
static int before_value(const Slip *s, int near)
{
    int i = near - 1;
    while (i > 1 && source_is(s->source, i - 1, ".")) {
        i -= 2;
    }
    return i - 1;
}

// return s.day = 2, when(cold = true): one = is not a comparison.
static bool slip_compare(const Slip *s, int near)
{
    static const char *const asks[] = { "return", "and", "or", "not", "if", "elseif", "while" };
    if (near < 2 || !source_is(s->source, near, "=") || !is_kind(s, near - 1, TOKEN_NAME)) {
        return false;
    }
    int before = before_value(s, near);
    for (size_t i = 0; i < sizeof asks / sizeof *asks; i++) {
        if (source_is(s->source, before, asks[i])) {
            return report(s, near, "one = does not compare", "write == for \"is the same as\"");
        }
    }
    bool asked =
        source_is(s->source, before, "(") && (source_is(s->source, before - 1, "when") ||
                                              source_is(s->source, before - 1, "otherwise_when"));
    return asked && report(s, near, "= cannot stand in a condition",
                           "write when(is(flag)), when(at_least(n, 2)), when(kept(x)) …");
}

// when(function(s) s.flag.late end): what a function gives back needs its word.
static bool slip_return(const Slip *s, int near)
{
    int close = near > 0 && is_kind(s, near - 1, TOKEN_NAME) ? before_value(s, near) : -1;
    int open = close;
    while (open > 0 && close - open < 8 && !source_is(s->source, open, "(")) {
        open--;
    }
    return close > 0 && source_is(s->source, close, ")") && source_is(s->source, open, "(") &&
           source_is(s->source, open - 1, "function") &&
           report(s, close + 1, "this function gives nothing back",
                  "write function(s) return … end");
}

// promise(x, due = "…") and scene "id" ( at = "…": fields in round brackets.
static bool slip_fields(const Slip *s, int near)
{
    int open = near > 0 && source_is(s->source, near, "=") ? open_before(s, near) : -1;
    if (open < 0 || bracket_at(s, open) != '(' || !is_kind(s, near - 1, TOKEN_NAME)) {
        return false;
    }
    return near == open + 2
               ? report(s, open, "this ( should be a {", "fields stand in { }, and so does a scene")
               : report(s, near - 1, "a field stands here without its { }",
                        "write promise(x, { due = \"Thu 18:30\" })");
}

// ---- words --------------------------------------------------------------------------------------

// What is written otherwise here, by the token at which Lua stops.
static bool slip_word(const Slip *s, int near)
{
    static const struct {
        const char *word, *message, *fix;
    } words[] = {
        { "if", "\"if\" cannot stand in a list",
          "write when(…) { … }, and behind it otherwise { … }" },
        { "then", "\"then\" is not needed here", "write when(…) { … }" },
        { "else", "\"else\" is not written here",
          "write otherwise { … }, behind the comma of when" },
        { "elseif", "\"elseif\" is not written here", "write otherwise_when(…) { … }" },
        { "for", "\"for\" cannot stand in a list", "write the parts out, one behind the other" },
        { "while", "\"while\" cannot stand in a list", "a scene comes again with go \"…\"" },
        { "function", "\"function\" cannot stand here", "write function(s) return … end" },
        { "local", "\"local\" cannot stand in a list", "declare it above the scene" },
        { "#", "a comment begins with two hyphens", "write -- instead of #" },
        { "[", "a list stands in { }, not in [ ]", "write { … }" },
        { "//", "a comment begins with two hyphens", "write -- instead of //" },
        { "!", "\"!\" is not written here", "write no(…); in a function not" },
        { "&", "\"&\" is not written here", "write all { …, … }; in a function and" },
        { "|", "\"|\" is not written here", "write any { …, … }; in a function or" },
    };
    if (source_is(s->source, near, "!") && source_is(s->source, near + 1, "=")) {
        return report(s, near, "\"!=\" is not written here", "write ~= for \"is not the same as\"");
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (source_is(s->source, near, words[i].word)) {
            return report(s, near, words[i].message, words[i].fix);
        }
    }
    if (source_is(s->source, near, ",") && source_is(s->source, near - 1, ",")) {
        return report(s, near, "this comma is one too many", "take it out");
    }
    if (source_is(s->source, near, "end") && is_kind(s, near + 1, TOKEN_STRING)) {
        return report(s, near, "\"end\" is a word of Lua", "did you mean ending \"…\"?");
    }
    return false;
}

// sefa: "Good." and title: "…".
static bool slip_colon(const Slip *s)
{
    for (int i = s->first; on_line(s, i); i++) {
        bool named = is_kind(s, i - 1, TOKEN_NAME) || is_kind(s, i - 1, TOKEN_STRING);
        if (named && source_is(s->source, i, ":") && !is_kind(s, i + 1, TOKEN_NAME)) {
            return report(s, i, "a colon stands here",
                          "what somebody says is halima \"…\", a field is title = \"…\"");
        }
    }
    return false;
}

// Whether two words in a row stand behind that token on its line: no sum has them.
static bool before_words(const Slip *s, int token)
{
    int line = token_of(s, token)->line;
    return is_kind(s, token + 1, TOKEN_NAME) && is_kind(s, token + 2, TOKEN_NAME) &&
           token_of(s, token + 2)->line == line && !source_is_keyword(s->source, token + 1) &&
           !source_is_keyword(s->source, token + 2);
}

// The line that begins with that token.
static bool comment_in(const Slip *s, int first)
{
    int line = first < s->source->count ? token_of(s, first)->line : 0;
    for (int i = first;
         i < s->source->count && token_of(s, i)->line == line && i < first + LINE_TOKENS; i++) {
        bool block = i == first && source_is(s->source, i, "/") && source_is(s->source, i + 1, "*");
        bool slashes = source_is(s->source, i, "//") && (i == first || before_words(s, i));
        if (block || slashes) {
            return report(s, i, "a comment begins with two hyphens",
                          block ? "write -- before each line of it" : "write -- instead of //");
        }
    }
    return false;
}

// A remark behind // or /*: Lua divides, and stumbles only behind it, often in the next line.
static bool slip_comment(const Slip *s)
{
    return comment_in(s, s->first) ||
           (s->first > 0 &&
            comment_in(s, source_at_line(s->source, token_of(s, s->first - 1)->line)));
}

// go thursday, ending held: the name that goes there is a text. Most are found before (mend.c).
static bool slip_bare_name(const Slip *s, int near)
{
    if (near <= s->first || !is_kind(s, near, TOKEN_NAME) ||
        !mend_takes_name(s->source, near - 1) || is_kind(s, near + 1, TOKEN_STRING)) {
        return false;
    }
    char message[80];
    char fix[160];
    const Token *word = token_of(s, near - 1);
    const Token *t = token_of(s, near);
    const char *text = s->source->text;
    snprintf(message, sizeof message, "the name behind %.*s needs its quotes", (int)word->length,
             text + word->start);
    snprintf(fix, sizeof fix, "write %.*s \"%.*s\"", (int)word->length, text + word->start,
             (int)(t->length < SHOWN_MAX ? t->length : SHOWN_MAX), text + t->start);
    return report(s, near, message, fix);
}

// when open(x) { … }: the brackets are missing.
static bool slip_when(const Slip *s, int near)
{
    bool when =
        source_is(s->source, near - 1, "when") || source_is(s->source, near - 1, "otherwise_when");
    return when && is_kind(s, near, TOKEN_NAME) &&
           report(s, near, "the condition behind when needs its ( )",
                  "write when(open(x)) { … }; an option has when = open(x)");
}

// promise ladder: what a deed or a condition is about stands in ( ).
static bool slip_bare_call(const Slip *s, int near)
{
    const NodeSpec *spec = near > s->first && is_kind(s, near, TOKEN_NAME)
                               ? mend_takes_brackets(s->source, near - 1)
                               : NULL;
    if (spec == NULL) {
        return false;
    }
    char message[80], fix[200];
    snprintf(message, sizeof message, "what %s is about needs its ( )", spec->name);
    snprintf(fix, sizeof fix, "write %s", spec->form);
    return report(s, near, message, fix);
}

// due = Thu 17:00
static bool slip_bare_time(const Slip *s, int near)
{
    bool time = near > 2 && is_kind(s, near, TOKEN_NUMBER) && is_kind(s, near - 1, TOKEN_NAME) &&
                source_is(s->source, near - 2, "=");
    return time && report(s, near - 1, "a time stands in quotes", "write \"Thu 18:00\"");
}

// She goes. Words in a row, and no quotes around them.
static bool slip_unquoted(const Slip *s, int near)
{
    static const char *const goes_on[] = { ".", "!", "?", "-", "'" };
    bool row = near > s->first && is_kind(s, near, TOKEN_NAME) && is_kind(s, near - 1, TOKEN_NAME);
    bool more = on_line(s, near + 1) && is_kind(s, near + 1, TOKEN_NAME);
    for (size_t i = 0; row && !more && i < sizeof goes_on / sizeof *goes_on; i++) {
        more = on_line(s, near + 1) && source_is(s->source, near + 1, goes_on[i]);
    }
    return row && more &&
           report(s, near - 1, "words stand here without quotes",
                  "what is told stands in quotes \"…\", in a scene; a remark behind --");
}

bool slips_explain(Loader *ld, Place at, const char *message)
{
    if (at.file < 0 || at.line < 1) {
        return false;
    }
    Slip s = { ld, &ld->sources[at.file], at.file, at.line, 0, message };
    s.first = source_at_line(s.source, at.line);
    if (slip_long(&s) || slip_comment(&s) || slip_quotes(&s) || slip_letter(&s) || slip_colon(&s)) {
        return true;
    }
    for (int i = s.first; on_line(&s, i); i++) {
        if (is_near(&s, i) && (slip_capital(&s, i) || slip_local(&s, i) || slip_outgrown(&s, i) ||
                               slip_name_comma(&s, i) || slip_unquoted(&s, i) ||
                               slip_bare_name(&s, i) || slip_when(&s, i) || slip_bare_call(&s, i) ||
                               slip_bare_time(&s, i) || slip_compare(&s, i) || slip_return(&s, i) ||
                               slip_fields(&s, i) || slip_word(&s, i) || slip_bracket(&s, i))) {
            return true;
        }
    }
    return false;
}
