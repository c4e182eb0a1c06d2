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
    loader_comma(ld, file, token, "word");
    return token;
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
    if (opened != NULL) {
        at.line = (int)strtol(opened + strlen("at line "), NULL, 10);
    }
    const Source *source = &ld->sources[at.file];
    bool at_end = has(message, "near <eof>");
    int open = close == NULL ? -1 : unclosed_token(source, at.line, what + strlen("this "));
    if (open >= 0) {
        at.column = source->tokens[open].column;
    } else if (!at_end) {
        return false;
    }
    ScriptDiagnostic *d = loader_report(ld, at, CODE_SYNTAX, "%s is never closed", what);
    diagnostic_fix(d, "every { needs its }, every ( its ), every function its end");
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
    static const char *const keywords[] = { "and", "break", "do",  "else",   "elseif", "end",
                                            "for", "goto",  "if",  "in",     "not",    "or",
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
            diagnostic_fix(loader_report(ld, at, CODE_SYNTAX,
                                         "\"%s\" is a word of Lua and cannot be the name of a field",
                                         keywords[k]),
                           strcmp(keywords[k], "do") == 0 ? "in notes write act = …"
                                                          : "take another name");
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
    } else if (has(message, "unfinished")) {
        diagnostic_fix(
            loader_report(ld, at, CODE_SYNTAX, "a text that begins here has no closing quote"),
            "close it with \" on the same line; a quote inside a text is \\\" or “ ”");
    } else if (!explain_keyword(ld, at, message) && !explain_unclosed(ld, at, message)) {
        diagnostic_fix(loader_report(ld, at, CODE_SYNTAX, "Lua cannot read this: %s", message),
                       "look at this line and the one before it: a comma, a quote or a bracket");
    }
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
    } else if (!explain_call(ld, at, message)) {
        diagnostic_fix(loader_report(ld, at, CODE_LUA, "%s", message), "mend the Lua of this line");
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
