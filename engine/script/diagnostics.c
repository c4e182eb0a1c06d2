// The list of mistakes: adding, sorting, and the table of codes. Knows no Lua and no scenario.
#include "script/diagnostics.h"

#include "base/arena.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    DiagnosticCode code;
    const char *name, *about;
} codes[] = {
    { CODE_FILE, "PW-101", "a file or folder that cannot be read" },
    { CODE_UTF8, "PW-102", "a file that is not UTF-8" },
    { CODE_SYNTAX, "PW-103", "something that cannot be read as Lua" },
    { CODE_COMMA, "PW-104", "a missing comma" },
    { CODE_NAME, "PW-105", "a name that was never declared" },
    { CODE_FORBIDDEN, "PW-106", "a word of Lua that scenarios do not have" },
    { CODE_GLOBAL, "PW-107", "a name that is set without local" },
    { CODE_LUA, "PW-108", "another error while the file ran" },
    { CODE_LUA_LIMIT, "PW-109", "more than Lua takes in one piece" },
    { CODE_ENDLESS, "PW-110", "a loop that does not end" },
    { CODE_MEMORY, "PW-111", "too much memory" },
    { CODE_INCLUDE, "PW-112", "an include that is not possible" },
    { CODE_BINARY, "PW-113", "a compiled file" },
    { CODE_ID, "PW-120", "something that is not a name" },
    { CODE_TWICE, "PW-121", "a name that is used twice" },
    { CODE_RESERVED, "PW-122", "a name that the player's interface uses" },
    { CODE_WAY, "PW-123", "a scene or an ending that does not exist" },
    { CODE_UNDECLARED, "PW-124", "something referred to and never declared" },
    { CODE_DETAIL, "PW-125", "a fact or a standard that the person does not have" },
    { CODE_TOOK, "PW-126", "an option that does not exist" },
    { CODE_FILL, "PW-127", "a { } in a text that means nothing" },
    { CODE_WAS, "PW-128", "an old name that something still has" },
    { CODE_FIELD, "PW-130", "an unknown field" },
    { CODE_MISSING, "PW-131", "something needed that is not there" },
    { CODE_TYPE, "PW-132", "a value of the wrong kind" },
    { CODE_VALUE, "PW-133", "a word that is not in the list" },
    { CODE_RANGE, "PW-134", "a number out of range" },
    { CODE_TIME, "PW-135", "a time that cannot be read" },
    { CODE_DAY, "PW-136", "a day that the scenario does not have" },
    { CODE_TOO_EARLY, "PW-137", "due before the story begins" },
    { CODE_TEXT, "PW-138", "a text that is empty or not UTF-8" },
    { CODE_UNUSED, "PW-140", "something built and never used" },
    { CODE_PLACE, "PW-141", "something that cannot stand here" },
    { CODE_BARE_MOVE, "PW-142", "a move that has to name its person" },
    { CODE_FALLS_OFF, "PW-143", "a scene that leads nowhere" },
    { CODE_LOOP, "PW-144", "scenes that go in a circle without a choice" },
    { CODE_UNREACHED, "PW-145", "something that is never reached" },
    { CODE_OTHERWISE, "PW-146", "an otherwise without its when" },
    { CODE_EMPTY, "PW-147", "a list with nothing in it" },
    { CODE_UNFINISHED, "PW-148", "half of a word" },
    { CODE_DEEP, "PW-149", "lists nested too deep, or in themselves" },
    { CODE_SHAPE, "PW-150", "a scenario without its parts" },
    { CODE_IMPURE, "PW-151", "a condition function that is not pure" },
    { CODE_CONDITION, "PW-152", "a condition function that fails" },
    { CODE_LOGIC, "PW-153", "and, or, not between conditions" },
    { CODE_WHOSE, "PW-154", "a deed that does not fit the commitment" },
    { CODE_TOO_MANY, "PW-160", "more than the engine takes" },
};

const char *script_code(int n, const char **about)
{
    if (n < 0 || n >= (int)(sizeof codes / sizeof *codes)) {
        return NULL;
    }
    if (about != NULL) {
        *about = codes[n].about;
    }
    return codes[n].name;
}

void script_diagnostics_deinit(ScriptDiagnostics *list)
{
    mem_free(list->items);
    *list = (ScriptDiagnostics){ 0 };
}

// The place behind the last; count grows only up to the maximum, so that there always is one.
ScriptDiagnostic *diagnostic_scratch(ScriptDiagnostics *list)
{
    if (list->count == list->capacity) {
        list->capacity = list->capacity == 0 ? 8 : list->capacity * 2;
        list->items = mem_grow(list->items, (size_t)list->capacity * sizeof *list->items);
    }
    ScriptDiagnostic *d = &list->items[list->count];
    *d = (ScriptDiagnostic){ 0 };
    return d;
}

ScriptDiagnostic *diagnostic_add(ScriptDiagnostics *list, DiagnosticCode code, const char *format,
                                 ...)
{
    ScriptDiagnostic *d = diagnostic_scratch(list);
    if (list->count < SCRIPT_DIAGNOSTICS_MAX) {
        list->count++;
    } else {
        list->left_out++;
    }
    snprintf(d->code, sizeof d->code, "PW-%03d", (int)code % 1000);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(d->message, sizeof d->message, format, arguments);
    va_end(arguments);
    utf8_tidy(d->message);
    return d;
}

void diagnostic_fix(ScriptDiagnostic *diagnostic, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(diagnostic->fix, sizeof diagnostic->fix, format, arguments);
    va_end(arguments);
    utf8_tidy(diagnostic->fix);
}

void diagnostic_path(char *out, size_t size, const char *folder, const char *name)
{
    const char *slash = folder[0] == '\0' || name[0] == '\0' ? "" : "/";
    int length = snprintf(out, size, "%s%s%s", folder, slash, name);
    if (length >= (int)size) {
        snprintf(out, size, "%.200s", name);
    }
    utf8_tidy(out); // a folder may be called anything
}

void diagnostic_file(ScriptDiagnostic *diagnostic, const char *folder, const char *name)
{
    diagnostic_path(diagnostic->file, sizeof diagnostic->file, folder, name);
}

void diagnostic_meant(ScriptDiagnostic *diagnostic, const char *wrong, const char *const *names,
                      int count)
{
    if (diagnostic->code[0] == '\0') {
        return; // nobody will see it
    }
    char cut[48];
    snprintf(cut, sizeof cut, "%s", wrong);
    const char *near = text_did_you_mean(cut, names, count);
    if (near != NULL) {
        snprintf(diagnostic->meant, sizeof diagnostic->meant, "%s", near);
        utf8_tidy(diagnostic->meant);
        diagnostic_fix(diagnostic, "did you mean \"%s\"?", diagnostic->meant);
    }
}

// ---- the same in several places -----------------------------------------------------------------

bool diagnostic_is_of(const ScriptDiagnostic *diagnostic, int line)
{
    bool found = diagnostic->line == line;
    for (int i = 0; i < diagnostic->also_count; i++) {
        found = found || diagnostic->also[i] == line;
    }
    return found;
}

void diagnostic_again(ScriptDiagnostic *diagnostic, int line)
{
    if (line > 0 && diagnostic_is_of(diagnostic, line)) {
        return;
    }
    if (line > 0 && diagnostic->also_count < SCRIPT_ALSO_MAX) {
        diagnostic->also[diagnostic->also_count++] = line;
    } else {
        diagnostic->also_more++;
    }
}

static int compare_lines(const void *left, const void *right)
{
    const int *a = left;
    const int *b = right;
    return (*a > *b) - (*a < *b);
}

// "; also in lines 9, 12 and 15", "; also in line 9 and in 20 more places".
static void say_also(ScriptDiagnostic *d)
{
    enum { SHOWN = 6 };
    int shown = d->also_count < SHOWN ? d->also_count : SHOWN;
    int more = d->also_more + d->also_count - shown;
    if (shown + more == 0) {
        return;
    }
    qsort(d->also, (size_t)d->also_count, sizeof *d->also, compare_lines);
    Text text = { 0 };
    text_addf(&text, "%s; also in", d->message);
    for (int i = 0; i < shown; i++) {
        const char *before = i == 0                        ? (shown > 1 ? " lines" : " line")
                             : i == shown - 1 && more == 0 ? " and"
                                                           : ",";
        text_addf(&text, "%s %d", before, d->also[i]);
    }
    if (more > 0) {
        text_addf(&text, "%s %d more place%s", shown > 0 ? " and in" : "", more,
                  more == 1 ? "" : "s");
    }
    snprintf(d->message, sizeof d->message, "%s", text_str(&text));
    utf8_tidy(d->message); // cut, it may end inside of a character
    text_deinit(&text);
}

static int compare(const void *left, const void *right)
{
    const ScriptDiagnostic *a = left;
    const ScriptDiagnostic *b = right;
    if (a->order != b->order) {
        return a->order < b->order ? -1 : 1;
    }
    if (a->line != b->line) {
        return a->line < b->line ? -1 : 1;
    }
    if (a->column != b->column) {
        return a->column < b->column ? -1 : 1;
    }
    int order = strcmp(a->code, b->code);
    return order != 0 ? order : strcmp(a->message, b->message);
}

void diagnostics_finish(ScriptDiagnostics *list, Err *err)
{
    if (list->count == 0) {
        return;
    }
    qsort(list->items, (size_t)list->count, sizeof *list->items, compare);
    int kept = 1;
    for (int i = 1; i < list->count; i++) {
        if (compare(&list->items[kept - 1], &list->items[i]) != 0) {
            list->items[kept++] = list->items[i];
        }
    }
    list->count = kept;
    for (int i = 0; i < list->count; i++) {
        say_also(&list->items[i]);
    }
    const ScriptDiagnostic *first = &list->items[0];
    err_set(err, ERR_INPUT, "%s %s", first->code, first->message);
    err_fix(err, "%s", first->fix);
    err_at(err, first->file, first->line, first->column);
}

const char *script_diagnostic_line(const ScriptDiagnostic *diagnostic, char *out, int out_size)
{
    char place[300] = "";
    if (diagnostic->line > 0 && diagnostic->column > 0) {
        snprintf(place, sizeof place, "%s:%d:%d: ", diagnostic->file, diagnostic->line,
                 diagnostic->column);
    } else if (diagnostic->line > 0) {
        snprintf(place, sizeof place, "%s:%d: ", diagnostic->file, diagnostic->line);
    } else if (diagnostic->file[0] != '\0') {
        snprintf(place, sizeof place, "%s: ", diagnostic->file);
    }
    snprintf(out, (size_t)out_size, diagnostic->fix[0] != '\0' ? "%s%s %s (%s)" : "%s%s %s%s",
             place, diagnostic->code, diagnostic->message, diagnostic->fix);
    return out;
}
