// What is put into a copy of an author's file so that Lua reads on behind a slip that was told: a comma,
// the quotes around a name, the brackets around what a deed is about. The two last are looked for in the
// tokens before Lua reads at all: `local x = person x { … }` is good Lua, and means something else.
// Knows no lua_State.
#include "script/loader.h"

#include "base/arena.h"

#include <stdio.h>
#include <string.h>

enum { SHOWN_MAX = 47, LINE_TOKENS = 400 };

static const Token *token_of(const Source *source, int token)
{
    return &source->tokens[token];
}

static bool is_kind(const Source *source, int token, TokenKind kind)
{
    return token >= 0 && token < source->count && token_of(source, token)->kind == kind;
}

static bool on_same_line(const Source *source, int a, int b)
{
    return b < source->count && token_of(source, a)->end_line == token_of(source, b)->line;
}

static bool is_one_of(const Source *source, int token, const char *const *list, int count)
{
    for (int i = 0; i < count; i++) {
        if (source_is(source, token, list[i])) {
            return true;
        }
    }
    return false;
}

#define ONE_OF(source, token, list)                                                                \
    is_one_of((source), (token), (list), (int)(sizeof(list) / sizeof *(list)))

// ---- what needs it ------------------------------------------------------------------------------

// The last token of a name that begins there: `desk-day` and `two.noon` are several.
static int name_end(const Source *source, int token)
{
    static const char *const joins[] = { "-", ".", "/" };
    const Token *t = token_of(source, token);
    while (token + 2 < source->count && ONE_OF(source, token + 1, joins) &&
           t[1].start == t[0].start + t[0].length && t[2].start == t[1].start + t[1].length &&
           (t[2].kind == TOKEN_NAME || t[2].kind == TOKEN_NUMBER)) {
        token += 2;
        t += 2;
    }
    return token;
}

// A value may begin at that token: behind a bracket, a comma or `=`, or at the beginning of a line.
static bool begins_there(const Source *source, int token)
{
    static const char *const befores[] = { "{", "(", ",", ";", "=", "}", ")", "return" };
    return token == 0 || !on_same_line(source, token - 1, token) ||
           ONE_OF(source, token - 1, befores);
}

// A quote is wrong on that line: what looks like a name there may be part of a text.
static bool line_is_odd(const Source *source, int token)
{
    int first = source_at_line(source, token_of(source, token)->line);
    for (int i = first;
         i + 1 < source->count && i < first + LINE_TOKENS && on_same_line(source, first, i); i++) {
        const Token *t = token_of(source, i);
        bool touches = t->start + t->length == t[1].start;
        const char *text = source->text + t->start;
        bool closed = t->length > 1 && text[t->length - 1] == text[0];
        if (t->kind == TOKEN_STRING && text[0] != '[' &&
            (!closed || (touches && t[1].kind == TOKEN_NAME))) {
            return true;
        }
    }
    return false;
}

static bool ends_there(const Source *source, int token)
{
    static const char *const behinds[] = { "}", ",", ")", ";" };
    return !on_same_line(source, token, token + 1) || ONE_OF(source, token + 1, behinds) ||
           source_is_keyword(source, token + 1);
}

bool mend_takes_name(const Source *source, int token)
{
    static const char *const words[] = { "go",         "ending", "scene",  "option", "person",
                                         "commitment", "flag",   "number", "took",   "include" };
    return ONE_OF(source, token, words);
}

// The deed or condition of that name: what it is about stands in ( ).
const NodeSpec *mend_takes_brackets(const Source *source, int token)
{
    for (int i = 0; i < NODE_WORD_COUNT; i++) {
        const NodeSpec *spec = &node_specs[i];
        bool about = spec->group == GROUP_DEED || spec->group == GROUP_CONDITION;
        if (about && source_is(source, token, spec->name)) {
            return spec;
        }
    }
    return NULL;
}

// { "yes" "Six." { … }: a name, a text and a list in a row, and no word before them.
static bool lacks_option(const Source *source, int token)
{
    static const char *const befores[] = { "{", "," };
    return is_kind(source, token, TOKEN_STRING) && is_kind(source, token + 1, TOKEN_STRING) &&
           source_is(source, token + 2, "{") && ONE_OF(source, token - 1, befores);
}

// "promise"(x), "choice" { … }, "option" "yes" "Six.": a word of the story in quotes.
static bool is_word_in_quotes(const Source *source, int token)
{
    static const char *const befores[] = { "{", "," };
    if (!is_kind(source, token, TOKEN_STRING) || !ONE_OF(source, token - 1, befores)) {
        return false;
    }
    const Token *t = token_of(source, token);
    bool called = source_is(source, token + 1, "(") || source_is(source, token + 1, "{");
    for (int i = 0; i < NODE_WORD_COUNT; i++) {
        const char *name = node_specs[i].name;
        bool option = i == NODE_OPTION && is_kind(source, token + 1, TOKEN_STRING);
        if ((called || option) && t->length == strlen(name) + 2 &&
            memcmp(source->text + t->start + 1, name, t->length - 2) == 0) {
            return true;
        }
    }
    return false;
}

static void tell_word(Loader *ld, int file, int token)
{
    const Source *source = &ld->sources[file];
    const Token *t = token_of(source, token);
    Place at = { file, t->line, t->column };
    diagnostic_fix(loader_report(ld, at, CODE_SYNTAX, "a word of the story has no quotes"),
                   "write %.*s", (int)t->length - 2, source->text + t->start + 1);
}

static void tell_option(Loader *ld, int file, int token)
{
    const Token *t = token_of(&ld->sources[file], token);
    Place at = { file, t->line, t->column };
    diagnostic_fix(
        loader_report(ld, at, CODE_SYNTAX, "the word option is missing before this name"),
        "write %s", node_specs[NODE_OPTION].form);
}

static size_t length_of(const Source *source, const Mend *mend)
{
    const Token *last = token_of(source, mend->last);
    return last->start + last->length - token_of(source, mend->token)->start;
}

// The name as it would stand in quotes: small letters.
static void spelled(const Source *source, const Mend *mend, char *out, size_t size)
{
    size_t from = token_of(source, mend->token)->start;
    size_t length = length_of(source, mend);
    length = length < size ? length : size - 1;
    for (size_t i = 0; i < length; i++) {
        char c = source->text[from + i];
        out[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    out[length] = '\0';
}

static void tell_quotes(Loader *ld, int file, const Mend *mend)
{
    const Source *source = &ld->sources[file];
    const Token *word = token_of(source, mend->token - 1);
    const Token *name = token_of(source, mend->token);
    char id[SHOWN_MAX + 1];
    spelled(source, mend, id, sizeof id);
    bool small = strncmp(id, source->text + name->start, name->length) == 0;
    Place at = { file, name->line, name->column };
    diagnostic_fix(loader_report(ld, at, CODE_SYNTAX, "the name behind %.*s needs its quotes",
                                 (int)word->length, source->text + word->start),
                   small ? "write %.*s \"%s\"" : "write %.*s \"%s\", in small letters",
                   (int)word->length, source->text + word->start, id);
}

static void tell_brackets(Loader *ld, int file, const Mend *mend, const NodeSpec *spec)
{
    const Token *t = token_of(&ld->sources[file], mend->token);
    Place at = { file, t->line, t->column };
    diagnostic_fix(loader_report(ld, at, CODE_SYNTAX, "what %s is about needs its ( )", spec->name),
                   "write %s", spec->form);
}

// What the two names at `token` and behind it lack, into *mend; false where it is nothing of the kind. `told`
// is false where another one tells it.
static bool lacks(const Source *source, int token, Mend *mend, const NodeSpec **about, bool *told)
{
    *mend = (Mend){ token + 1, token + 1, MEND_QUOTES, NULL };
    *about = mend_takes_name(source, token) ? NULL : mend_takes_brackets(source, token);
    *told = true;
    bool body = source_is(source, token + 2, "{");
    if (*about == &node_specs[NODE_PROMISE] && body) { // promise van { to = …: words.c
        *told = false;
        return true;
    }
    if (*about != NULL) {
        mend->kind = MEND_BRACKETS;
        return ends_there(source, mend->last);
    }
    mend->last = name_end(source, token + 1);
    body = source_is(source, mend->last + 1, "{") ||
           (source_is(source, token, "option") && is_kind(source, mend->last + 1, TOKEN_STRING));
    return mend_takes_name(source, token) && (body || ends_there(source, mend->last));
}

// The two words at `i`; true where something was added.
static bool mend_words(Loader *ld, int file, int i, Mends *mends)
{
    const Source *source = &ld->sources[file];
    bool number = is_kind(source, i + 1, TOKEN_NUMBER) && mend_takes_name(source, i);
    if (!is_kind(source, i, TOKEN_NAME) || !(is_kind(source, i + 1, TOKEN_NAME) || number) ||
        !on_same_line(source, i, i + 1) || source_is_keyword(source, i + 1) ||
        !begins_there(source, i)) {
        return false;
    }
    Mend mend;
    const NodeSpec *about = NULL;
    bool told = true;
    if (!lacks(source, i, &mend, &about, &told) || length_of(source, &mend) > SHOWN_MAX ||
        line_is_odd(source, i)) {
        return false;
    }
    if (about == NULL && !number) { // that a number is no name is told where it is declared
        tell_quotes(ld, file, &mend);
    } else if (about != NULL && told) {
        tell_brackets(ld, file, &mend, about);
    }
    mends->items[mends->count++] = mend;
    return true;
}

// What stands between the name at `i` + 1 and its list: a comma (local mo = person "mo", { … }, which is good
// Lua), or a text (person "mo" "Mo Reed" { … }); true where something was added.
static bool mend_between(Loader *ld, int file, int i, Mends *mends)
{
    static const struct {
        const char *word, *field; // NULL: none takes a text
    } words[] = {
        { "person", "name" }, { "commitment", "what" }, { "ending", "title" }, { "scene", NULL }
    };
    const Source *source = &ld->sources[file];
    size_t k = 0;
    while (k < sizeof words / sizeof *words && !source_is(source, i, words[k].word)) {
        k++;
    }
    if (k == sizeof words / sizeof *words || !source_is(source, i + 3, "{") ||
        !is_kind(source, i + 1, TOKEN_STRING)) {
        return false;
    }
    const Token *t = token_of(source, i + 2);
    Place at = { file, t->line, t->column };
    bool first = i == 0 || token_of(source, i - 1)->line < token_of(source, i)->line;
    bool local = source_is(source, i - 1, "=") && source_is(source, i - 3, "local");
    if (source_is(source, i + 2, ",") && strcmp(words[k].word, "ending") != 0 && (first || local)) {
        diagnostic_fix(loader_report(ld, at, CODE_SYNTAX, "this comma is one too many"),
                       "no comma stands between a name and its { }");
        mends->items[mends->count++] = (Mend){ i + 2, i + 2, MEND_DROP, NULL };
        return true;
    }
    if (is_kind(source, i + 2, TOKEN_STRING) && words[k].field != NULL) {
        diagnostic_fix(
            loader_report(ld, at, CODE_SYNTAX, "this text belongs into the { } behind it"),
            "write %s \"…\" { %s = \"…\", … }", words[k].word, words[k].field);
        mends->items[mends->count++] = (Mend){ i + 2, i + 3, MEND_FIELD, words[k].field };
        return true;
    }
    return false;
}

void mend_names(Loader *ld, int file, Mends *mends)
{
    const Source *source = &ld->sources[file];
    for (int i = 0; i + 1 < source->count && mends->count < MENDS_MAX; i++) {
        if (is_word_in_quotes(source, i)) {
            tell_word(ld, file, i);
            mends->items[mends->count++] = (Mend){ i, i, MEND_BARE, NULL };
        } else if (lacks_option(source, i)) {
            tell_option(ld, file, i);
            mends->items[mends->count++] = (Mend){ i, i, MEND_OPTION, NULL };
        } else if (mend_words(ld, file, i, mends) ||
                   (is_kind(source, i, TOKEN_NAME) && mend_between(ld, file, i, mends))) {
            i = mends->items[mends->count - 1].last;
        }
    }
}

// ---- putting it in ------------------------------------------------------------------------------

static bool names_field(const char *name, size_t length)
{
    static const char *const fields[] = {
        "title",       "author",     "blurb",    "minutes",  "teaches",    "content",
        "kind",        "days",       "weeks",    "hours",    "energy",     "place",
        "weather",     "name",       "role",     "look",     "standards",  "facts",
        "hears",       "reply",      "on_told",  "on_moved", "on_refused", "on_delivered",
        "on_owned_up", "on_apology", "crossing", "persona",  "to",         "what",
        "due",         "effort",     "by",       "provided", "at",         "present",
        "watch",       "prompt",     "why",      "costs",    "seen_by",    "was",
        "till",        "slot",       "who",      "stakes",   "crosses",    "hesitates",
        "turns_back",  "rounds",     "meets",    "id",       "version",    "licence",
        "language",    "says",       "reading",
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (strlen(fields[i]) == length && memcmp(fields[i], name, length) == 0) {
            return true;
        }
    }
    return false;
}

bool mend_is_field(const Source *source, int token)
{
    static const char *const befores[] = { "{", "," };
    return is_kind(source, token, TOKEN_NAME) && ONE_OF(source, token - 1, befores) &&
           names_field(source->text + token_of(source, token)->start,
                       token_of(source, token)->length) &&
           on_same_line(source, token, token + 1);
}

bool mend_comma(Mends *mends, const Source *source, int token)
{
    int at = mends->count;
    if (at == MENDS_MAX) {
        return false;
    }
    for (; at > 0 && mends->items[at - 1].token >= token; at--) {
        if (mends->items[at - 1].kind == MEND_COMMA || mends->items[at - 1].kind == MEND_EQUALS) {
            return false; // one was put in here or behind it, and it did not help
        }
    }
    memmove(&mends->items[at + 1], &mends->items[at],
            (size_t)(mends->count - at) * sizeof *mends->items);
    MendKind kind = mend_is_field(source, token - 1) ? MEND_EQUALS : MEND_COMMA;
    mends->items[at] = (Mend){ token, token, kind, NULL };
    mends->count++;
    return true;
}

static size_t put(char *out, size_t length, const char *text)
{
    size_t n = strlen(text);
    memcpy(out + length, text, n);
    return length + n;
}

// The bytes from..to of the file; those of a name in small letters.
static size_t copy(char *out, size_t length, const Source *source, size_t from, size_t to,
                   bool name)
{
    for (size_t k = from; k < to; k++) {
        char c = source->text[k];
        out[length++] = name && c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    return length;
}

static size_t end_of(const Source *source, int token)
{
    return token_of(source, token)->start + token_of(source, token)->length;
}

// "Mo Reed" { becomes { name = "Mo Reed", on the same lines.
static size_t put_field(char *out, size_t length, const Source *source, const Mend *mend)
{
    length = put(out, length, "{ ");
    length = put(out, length, mend->field);
    length = put(out, length, " = ");
    size_t text = end_of(source, mend->token);
    length = copy(out, length, source, token_of(source, mend->token)->start, text, false);
    length = copy(out, length, source, text, token_of(source, mend->last)->start, false);
    return put(out, length, ", ");
}

size_t mend_apply(Source *source, const Mends *mends)
{
    static const char *const around[][2] = {
        [MEND_COMMA] = { ",", "" },     [MEND_QUOTES] = { "\"", "\"" },
        [MEND_BRACKETS] = { "(", ")" }, [MEND_OPTION] = { " option ", "" },
        [MEND_DROP] = { " ", "" },      [MEND_EQUALS] = { "=", "" },
    };
    enum { LONGEST = 24 };
    mem_free(source->mended);
    char *out = mem_alloc(source->size + LONGEST * (size_t)mends->count + 1);
    size_t from = 0;
    size_t length = 0;
    for (int i = 0; i < mends->count; i++) {
        const Mend *mend = &mends->items[i];
        bool comma = mend->kind == MEND_COMMA || mend->kind == MEND_EQUALS;
        size_t begin =
            comma ? end_of(source, mend->token - 1) : token_of(source, mend->token)->start;
        size_t end = comma ? begin : end_of(source, mend->last);
        length = copy(out, length, source, from, begin, false);
        if (mend->kind == MEND_FIELD) {
            length = put_field(out, length, source, mend);
        } else if (mend->kind == MEND_BARE) {
            length = put(out, length, " ");
            length = copy(out, length, source, begin + 1, end - 1, false);
            length = put(out, length, " ");
        } else {
            length = put(out, length, around[mend->kind][0]);
            size_t kept = mend->kind == MEND_DROP ? begin : end;
            length = copy(out, length, source, begin, kept, mend->kind == MEND_QUOTES);
            length = put(out, length, around[mend->kind][1]);
        }
        from = end;
    }
    length = copy(out, length, source, from, source->size, false);
    source->mended = out;
    return length;
}
