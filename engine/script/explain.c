// What Lua says about a mistake, said in the author's terms: with the place, what is wrong, and how
// to mend it. Lua's own wording is only passed on where nothing better is known.
#include "script/loader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool has(const char *message, const char *part)
{
    return strstr(message, part) != NULL;
}

// "scenario.lua:12: text": the line into *line, returns what stands behind it.
static const char *behind_place(const char *message, int *line)
{
    for (const char *colon = strchr(message, ':'); colon != NULL; colon = strchr(colon + 1, ':')) {
        char *end = NULL;
        long number = strtol(colon + 1, &end, 10);
        if (end != colon + 1 && number > 0 && end[0] == ':' && end[1] == ' ') {
            *line = (int)number;
            return end + 2;
        }
    }
    return message;
}

// The token that `near '…'` names, on that line; -1: not found.
static int token_near(const Source *source, int line, const char *message)
{
    const char *near = strstr(message, "near '");
    if (near == NULL) {
        return -1;
    }
    near += strlen("near '");
    const char *end = strrchr(near, '\'');
    size_t length = end == NULL ? 0 : (size_t)(end - near);
    for (int i = source_at_line(source, line - 1); i < source->count; i++) {
        const Token *t = &source->tokens[i];
        if (t->line > line) {
            break;
        }
        if (t->end_line == line && t->length == length &&
            strncmp(source->text + t->start, near, length) == 0 &&
            source_two_values(source, i - 1)) {
            return i;
        }
    }
    return -1;
}

// option "yes", "Six." { … }: the comma is one too many, and the option says so when it is compiled.
static bool is_body_of_option(const Source *source, int token)
{
    return source_is(source, token, "{") && token > 3 && source_is(source, token - 2, ",") &&
           source->tokens[token - 1].kind == TOKEN_STRING && source_is(source, token - 4, "option");
}

// to halima
static void tell_equals(Loader *ld, int file, int token)
{
    const Source *source = &ld->sources[file];
    const Token *t = &source->tokens[token];
    Place at = { file, t->line, t->column };
    diagnostic_fix(loader_report(ld, at, CODE_SYNTAX, "a field needs its = behind the name"),
                   "write %.*s = …", (int)t->length, source->text + t->start);
}

int explain_comma(Loader *ld, int file, const char *message)
{
    int line = 0;
    const char *said = behind_place(message, &line);
    if (slips_explain(ld, (Place){ file, line, 0 }, said)) {
        ld->raised = true; // said here
        return -1;
    }
    int token = has(said, "unfinished") ? -1 : token_near(&ld->sources[file], line, said);
    if (token < 1 || source_declares(&ld->sources[file], token)) {
        return -1; // a declaration inside of another: not a comma, but a bracket
    }
    if (mend_is_field(&ld->sources[file], token - 1)) {
        tell_equals(ld, file, token - 1);
    } else if (!is_body_of_option(&ld->sources[file], token)) {
        loader_comma(ld, file, token, "word");
    }
    return token;
}

// The token at which Lua stopped: the first on that line that looks like it and cannot stand there; -1: none.
static int stopped_at(const Source *source, Place at, const char *message, const char *symbol)
{
    char near[24];
    snprintf(near, sizeof near, "near '%s'", symbol);
    if (!has(message, near)) {
        return -1;
    }
    for (int i = source_at_line(source, at.line);
         i < source->count && source->tokens[i].line == at.line; i++) {
        bool sound = strcmp(symbol, "=") == 0 && i > 1 &&
                     source->tokens[i - 1].kind == TOKEN_NAME &&
                     (source_is(source, i - 2, ",") || source_is(source, i - 2, "{"));
        bool divides = strcmp(symbol, ",") == 0 && i > 0 && !source_is(source, i - 1, "=") &&
                       source_is_inside(source, i);
        if (source_is(source, i, symbol) && !sound && !divides) {
            return i;
        }
    }
    return -1;
}

static bool tell_at(Loader *ld, Place at, int token, const char *message, const char *fix)
{
    at.line = ld->sources[at.file].tokens[token].line;
    at.column = ld->sources[at.file].tokens[token].column;
    diagnostic_fix(loader_report(ld, at, CODE_SYNTAX, "%s", message), "%s", fix);
    return true;
}

// A field without its name or its value, with quotes around its name, or with no { before it.
static bool explain_field(Loader *ld, Place at, const char *message)
{
    const Source *source = &ld->sources[at.file];
    int token = stopped_at(source, at, message, "=");
    if (token > 0 && source_is(source, token - 1, "=")) {
        return tell_at(ld, at, token, "this = is one too many", "take it out");
    }
    if (token > 0 && source->tokens[token - 1].kind == TOKEN_STRING) {
        return tell_at(ld, at, token - 1, "the name of a field has no quotes",
                       "write title = \"…\"");
    }
    if (token > 0 && (source_is(source, token - 1, ",") || source_is(source, token - 1, "{"))) {
        return tell_at(ld, at, token, "a field has no name before this =", "write title = \"…\"");
    }
    if (token > 1 && source->tokens[token - 1].kind == TOKEN_NAME &&
        source->tokens[token - 2].kind == TOKEN_STRING) {
        return tell_at(ld, at, token - 1, "a { is missing before this field",
                       "fields stand in { }, behind the name");
    }
    static const char *const behind[] = { ",", "}", ")" };
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
        token = stopped_at(source, at, message, behind[i]);
        if (token > 0 && source_is(source, token - 1, "=")) {
            return tell_at(ld, at, token - 1, "a field has no value behind this =",
                           "write title = \"…\", or take it out");
        }
    }
    return false;
}

// A comma where no list is open: one } too many, or one { too few, above it.
static bool explain_outside(Loader *ld, Place at, const char *message)
{
    const Source *source = &ld->sources[at.file];
    int token = stopped_at(source, at, message, ",");
    if (token < 1 || source_is_inside(source, token)) {
        return false;
    }
    return tell_at(ld, at, token, "this comma stands outside of every list",
                   "above it is a } too many, or a { too few");
}

// always "…" (function(s) return s.day > 0 )
static bool explain_function(Loader *ld, Place at, const char *message)
{
    if (!has(message, "'end' expected") || has(message, "near <eof>")) {
        return false;
    }
    diagnostic_fix(loader_report(ld, at, CODE_SYNTAX, "a function has no end before this"),
                   "write function(s) return … end");
    return true;
}

// A { at the beginning of a line, and no word before it.
static bool explain_bare_list(Loader *ld, Place at, const char *message)
{
    const Source *source = &ld->sources[at.file];
    int token = source_at_line(source, at.line);
    if (!has(message, "unexpected symbol near '{'") || !source_is(source, token, "{")) {
        return false;
    }
    at.column = source->tokens[token].column;
    diagnostic_fix(loader_report(ld, at, CODE_SYNTAX, "this { has no word before it"),
                   "write scenario { … }, scene \"id\" { … } …");
    return true;
}

// The bracket on that line that has no partner, as a token; -1: none.
static int unclosed_token(const Source *source, int line, const char *bracket)
{
    for (int i = source_at_line(source, line); i < source->count && source->tokens[i].line == line;
         i++) {
        if (source_is(source, i, bracket) && source_outgrown(source, i) >= 0) {
            return i;
        }
    }
    return -1;
}

// The bracket that is still open where the file ends; -1: none, or it is too far.
static int open_at_end(const Source *source)
{
    enum { LOOKED_AT = 4000 };
    int closed = 0;
    for (int i = source->count - 1; i >= 0 && i > source->count - LOOKED_AT; i--) {
        closed += source_is(source, i, "}") || source_is(source, i, ")");
        if ((source_is(source, i, "{") || source_is(source, i, "(")) && --closed < 0) {
            return i;
        }
    }
    return -1;
}

static bool explain_unclosed(Loader *ld, Place at, const char *message)
{
    const char *opened = strstr(message, "at line ");
    if (!has(message, "near <eof>") && opened == NULL) {
        return false;
    }
    char what[16] = "a block";
    const char *close = strstr(message, "(to close '");
    if (close != NULL) {
        snprintf(what, sizeof what, "this %.8s", close + strlen("(to close '"));
        char *quote = strchr(what, '\'');
        if (quote != NULL) {
            *quote = '\0';
        }
    }
    static const char *const expected[][2] = { { "'}' expected", "this {" },
                                               { "')' expected", "this (" },
                                               { "'end' expected", "this function" } };
    for (size_t i = 0; close == NULL && i < sizeof expected / sizeof *expected; i++) {
        if (has(message, expected[i][0])) {
            snprintf(what, sizeof what, "%s", expected[i][1]);
            close = what;
        }
    }
    if (opened != NULL) {
        at.line = (int)strtol(opened + strlen("at line "), NULL, 10);
    }
    const Source *source = &ld->sources[at.file];
    bool at_end = has(message, "near <eof>");
    int open = close == NULL ? -1 : unclosed_token(source, at.line, what + strlen("this "));
    if (open < 0 && !at_end) {
        return false;
    }
    int marked = open < 0 ? open_at_end(source) : open;
    if (marked >= 0 && source->tokens[marked].line == at.line) {
        at.column = source->tokens[marked].column;
    }
    ScriptDiagnostic *d = loader_report(ld, at, CODE_SYNTAX, "%s is never closed", what);
    diagnostic_fix(d, "every { needs its }, every ( its ), every function its end");
    int line = 0;
    int slack = open < 0 ? -1 : source_slack(source, open, &line);
    if (slack >= 0) {
        const Token *t = &source->tokens[slack];
        char note[80];
        snprintf(note, sizeof note, "likely meant: this one is still open in line %d", line);
        loader_note(ld, d, (Place){ at.file, t->line, t->column }, note);
    }
    int inside = open < 0 ? -1 : source_outgrown(source, open);
    if (inside >= 0) {
        const Token *t = &source->tokens[inside];
        loader_note(ld, d, (Place){ at.file, t->line, t->column },
                    "this begins a line and still stands inside of it");
    }
    return true;
}

// do = "…": a word of Lua as the name of a field.
static bool explain_keyword(Loader *ld, Place at, const char *message)
{
    static const char *const keywords[] = { "and",    "break",  "do",   "else",  "elseif", "end",
                                            "for",    "goto",   "if",   "in",    "not",    "or",
                                            "repeat", "return", "then", "until", "while" };
    const Source *source = &ld->sources[at.file];
    for (int i = source_at_line(source, at.line); i + 1 < source->count; i++) {
        const Token *t = &source->tokens[i];
        if (t->line != at.line) {
            break;
        }
        for (size_t k = 0; k < sizeof keywords / sizeof *keywords; k++) {
            char near[24];
            if (!source_is(source, i, keywords[k]) || !source_is(source, i + 1, "=")) {
                continue;
            }
            snprintf(near, sizeof near, "near '%s'", keywords[k]);
            if (!has(message, near)) {
                continue;
            }
            at.column = t->column;
            diagnostic_fix(
                loader_report(ld, at, CODE_SYNTAX,
                              "\"%s\" is a word of Lua and cannot be the name of a field",
                              keywords[k]),
                strcmp(keywords[k], "do") == 0 ? "in notes write act = …" : "take another name");
            return true;
        }
    }
    return false;
}

static void explain_syntax(Loader *ld, Place at, const char *message)
{
    if (has(message, "attempt to load a binary chunk")) {
        diagnostic_fix(loader_report(ld, at, CODE_BINARY, "this is a compiled file, not a text"),
                       "give the scenario as the text it was written in");
    } else if (has(message, "too many local variables") || has(message, "too many registers") ||
               has(message, "too many upvalues") || has(message, "overflow") ||
               has(message, "too long") || has(message, "too many C levels") ||
               has(message, "limit is")) {
        diagnostic_fix(
            loader_report(ld, at, CODE_LUA_LIMIT, "more than Lua takes in one piece (%s)", message),
            "move a part of it into its own scene, or into a file of its own with include");
    } else if (has(message, "malformed number")) {
        const char *near = strstr(message, "near '");
        diagnostic_fix(
            loader_report(ld, at, CODE_SYNTAX, "this is not a number: %s",
                          near == NULL ? message : near + strlen("near ")),
            "hours are plain numbers, 2 or 0.5; a length of time stands in quotes, \"2h\"");
    } else if (has(message, "invalid escape sequence")) {
        diagnostic_fix(
            loader_report(ld, at, CODE_SYNTAX, "a backslash in a text has a meaning of its own"),
            "take it out; a quote inside a text is \\\" or “ ”, a backslash is \\\\");
    } else if (has(message, "unfinished")) {
        diagnostic_fix(
            loader_report(ld, at, CODE_SYNTAX, "a text that begins here has no closing quote"),
            "close it with \" on the same line; a quote inside a text is \\\" or “ ”");
    } else if (!explain_keyword(ld, at, message) && !explain_function(ld, at, message) &&
               !explain_bare_list(ld, at, message) && !explain_field(ld, at, message) &&
               !explain_outside(ld, at, message) && !explain_unclosed(ld, at, message)) {
        diagnostic_fix(loader_report(ld, at, CODE_SYNTAX, "Lua cannot read this: %s", message),
                       "look at this line and the one before it: a comma, a quote or a bracket");
    }
}

// Names that the other files give to what they hand back: function lib.meeting, shared = …
static int names_of_pieces(const Loader *ld, char (*names)[48], int most)
{
    int n = 0;
    for (int file = 0; file < ld->source_count; file++) {
        const Source *source = &ld->sources[file];
        for (int i = 1; i + 1 < source->count && n < most; i++) {
            const Token *t = &source->tokens[i];
            bool named = t->kind == TOKEN_NAME && t->length < sizeof *names &&
                         (source_is(source, i + 1, "=") ||
                          (source_is(source, i - 1, ".") && source_is(source, i + 1, "(") &&
                           source_is(source, i - 3, "function")));
            if (named) {
                snprintf(names[n++], sizeof *names, "%.*s", (int)t->length,
                         source->text + t->start);
            }
        }
    }
    return n;
}

// talks.meetng(…): a piece has nothing of that name.
static bool explain_missing(Loader *ld, Place at, const char *message)
{
    enum { NAMES = 200 };
    const char *from = strstr(message, "nil value (field '");
    if (from == NULL) {
        return false;
    }
    from += strlen("nil value (field '");
    char name[48];
    snprintf(name, sizeof name, "%.*s", (int)(strcspn(from, "'") < 47 ? strcspn(from, "'") : 47),
             from);
    ScriptDiagnostic *d = loader_report(ld, loader_column(ld, at, name), CODE_LUA,
                                        "there is nothing called \"%s\" to be used here", name);
    diagnostic_fix(d, "look at what the included file gives back at its end");
    char names[NAMES][48];
    const char *near[NAMES];
    int n = names_of_pieces(ld, names, NAMES);
    for (int i = 0; i < n; i++) {
        near[i] = names[i];
    }
    diagnostic_meant(d, name, near, n);
    return true;
}

static bool explain_call(Loader *ld, Place at, const char *message)
{
    if (!has(message, "attempt to call a")) {
        return false;
    }
    int token = at.file < 0 ? -1 : source_missing_comma(&ld->sources[at.file], at.line);
    if (token > 0 && (has(message, "a table value") || has(message, "a string value"))) {
        loader_comma(ld, at.file, token, "text");
        return true;
    }
    if (explain_missing(ld, at, message)) {
        return true;
    }
    diagnostic_fix(loader_report(ld, at, CODE_LUA,
                                 "something that is no word of the story is used like "
                                 "one (%s)",
                                 message),
                   "look for a missing comma, or a name that means something else here");
    return true;
}

static void explain_run(Loader *ld, Place at, const char *message)
{
    if (has(message, "stack overflow")) {
        diagnostic_fix(
            loader_report(ld, at, CODE_ENDLESS, "a function calls itself without an end"),
            "give it a way to stop");
    } else if (has(message, "arithmetic on a string value")) {
        diagnostic_fix(loader_report(ld, at, CODE_LUA, "a text is nothing to reckon with"),
                       "texts are joined with .. and names filled in with {halima.first}; numbers "
                       "have no quotes");
    } else if (!explain_call(ld, at, message)) {
        diagnostic_fix(loader_report(ld, at, CODE_LUA, "%s", message), "%s",
                       has(message, "math.random")
                           ? "what is left to chance stands in chance { odds(1, "
                             "{ … }), odds(1, { … }) }"
                           : "mend the Lua of this line");
    }
}

static int longest_line(const Source *source)
{
    int longest = 1;
    size_t most = 0;
    const char *at = source->text;
    for (int line = 1; at != NULL; line++) {
        const char *end = strchr(at, '\n');
        size_t n = end == NULL ? strlen(at) : (size_t)(end - at);
        longest = n > most ? line : longest;
        most = n > most ? n : most;
        at = end == NULL ? NULL : end + 1;
    }
    return longest;
}

// Where brackets stand deepest in each other, or most stands on one line: what is too deep or too long comes
// without a place.
static int deepest_line(const Source *source)
{
    enum { DEEP = 100 };
    int depth = 0;
    int deepest = 0;
    int line = 1;
    for (int i = 0; i < source->count; i++) {
        bool opens = source_is(source, i, "{") || source_is(source, i, "(");
        bool closes = source_is(source, i, "}") || source_is(source, i, ")");
        depth += opens ? 1 : closes ? -1 : 0;
        if (depth > deepest) {
            deepest = depth;
            line = source->tokens[i].line;
        }
    }
    return deepest < DEEP ? longest_line(source) : line;
}

// Where the running call was when it raised: kept by the message handler.
static Place raised_place(const Loader *ld, int line)
{
    Place at = ld->reading >= 0 ? (Place){ ld->reading, line, 0 } : ld->raised_at;
    if (at.file >= ld->source_count) {
        at.file = ld->source_count - 1;
    }
    if (ld->reading >= 0 && at.line == 0) {
        at.line = deepest_line(&ld->sources[at.file]);
    }
    return at;
}

// An error of memory comes without a place: where the machine was shortly before.
static Place last_place(const Loader *ld, Place at)
{
    for (int i = 0; i < ld->source_count && ld->sandbox->line > 0; i++) {
        if (strcmp(ld->sources[i].name, ld->sandbox->file) == 0) {
            return (Place){ i, ld->sandbox->line, 0 };
        }
    }
    return at.line > 0 ? at : (Place){ ld->source_count > 0 ? 0 : -1, 1, 0 };
}

void explain_error(Loader *ld)
{
    lua_State *L = ld->L;
    int line = 0;
    bool said = lua_type(L, -1) == LUA_TSTRING || lua_type(L, -1) == LUA_TNUMBER;
    const char *raw = said ? lua_tostring(L, -1) : "";
    const char *message = behind_place(raw, &line);
    message = message[0] == '\0' ? "an error without a text" : message;
    Place at = raised_place(ld, line);
    if (ld->recovered && ld->sandbox->stop == SANDBOX_ENDLESS) {
        ; // a loop over a value that stands for an unknown name
    } else if (ld->sandbox->stop == SANDBOX_MEMORY || strcmp(raw, "not enough memory") == 0) {
        at = last_place(ld, at);
        diagnostic_fix(
            loader_report(ld, at, CODE_MEMORY, "the scenario takes more memory than it may (%d MB)",
                          (int)(ld->sandbox->limits.memory >> 20)),
            "look for a loop that makes tables or texts, or a function that calls itself");
    } else if (ld->sandbox->stop == SANDBOX_ENDLESS) {
        diagnostic_fix(
            loader_report(ld, at, CODE_ENDLESS, "the scenario does not come to an end here"),
            "look for a loop that never stops");
    } else if (ld->raised) {
        ; // said where it was raised
    } else if (ld->recovered && ld->reading < 0) {
        ; // a value that stands for an unknown name did not fit somewhere
    } else if (ld->reading >= 0) {
        explain_syntax(ld, at, message);
    } else {
        explain_run(ld, at, message);
    }
    ld->raised = false;
    lua_pop(L, 1);
}
