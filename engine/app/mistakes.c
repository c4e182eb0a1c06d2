// Shows the mistakes of a scenario. The first line of each is what compilers print, so that editors and
// terminals find the place; below it the author's own line with a mark.
#include "app/mistakes.h"

#include "app/jobs.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { WIDTH = 80, WIDTH_OF_A_FILE = 100, MARGIN = 9 }; // "    6 | "

typedef struct Paint { // what to print before each part; all empty without colours
    const char *bold, *bad, *warn, *mark, *quiet, *plain;
} Paint;

static const Paint without = { "", "", "", "", "", "" };
static const Paint with = { "\033[1m",    "\033[1;31m", "\033[1;35m",
                          "\033[1;33m", "\033[2m",    "\033[0m" };

bool mistakes_colour(FILE *out)
{
    const char *none = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    bool refused = (none != NULL && none[0] != '\0') || term == NULL || strcmp(term, "dumb") == 0;
    return !refused && jobs_on_terminal(out);
}

// "file:line:column: " as far as it is known.
static void place(FILE *out, const char *file, int line, int column)
{
    if (file[0] == '\0') {
        return;
    }
    fputs(file, out);
    if (line > 0) {
        fprintf(out, column > 0 ? ":%d:%d" : ":%d", line, column);
    }
    fputs(": ", out);
}

static void mark(FILE *out, const ScriptExcerpt *excerpt, const Paint *paint)
{
    fprintf(out, "%s      |%s %*s%s^", paint->quiet, paint->plain, excerpt->mark, "", paint->mark);
    for (int i = 1; i < excerpt->mark_columns; i++) {
        putc('~', out);
    }
    fputs(paint->plain, out);
}

// The line with its mark; false where there is none. The line of the mark is left open.
static bool show_excerpt(FILE *out, const ScriptExcerpt *excerpt, int line, const Paint *paint)
{
    if (excerpt->text[0] == '\0') {
        return false;
    }
    fprintf(out, "%s%5d |%s %s\n", paint->quiet, line, paint->plain, excerpt->text);
    mark(out, excerpt, paint);
    return true;
}

void mistakes_show(FILE *out, const ScriptDiagnostic *mistake, const char *kind, bool colour)
{
    const Paint *paint = colour ? &with : &without;
    const ScriptExcerpt *excerpt = &mistake->excerpt;
    fputs(paint->bold, out);
    place(out, mistake->file, mistake->line, mistake->column);
    const char *how = strcmp(kind, "error") == 0 ? paint->bad : paint->warn;
    fprintf(out, "%s%s %s:%s %s%s%s\n", how, kind, mistake->code, paint->plain, paint->bold,
            mistake->message, paint->plain);
    bool open = show_excerpt(out, excerpt, mistake->line, paint);
    int width = jobs_on_terminal(out) ? WIDTH : WIDTH_OF_A_FILE;
    bool beside = MARGIN + excerpt->mark + excerpt->mark_columns + utf8_columns(mistake->fix) < width;
    if (open && beside) {
        fprintf(out, " %s\n", mistake->fix);
    } else if (mistake->fix[0] != '\0') {
        fprintf(out, "%s%s      =%s %s\n", open ? "\n" : "", paint->quiet, paint->plain, mistake->fix);
    } else if (open) {
        putc('\n', out);
    }
    for (int i = 0; i < mistake->note_count; i++) {
        const ScriptNote *note = &mistake->notes[i];
        place(out, note->file, note->line, note->column);
        fprintf(out, "%snote:%s %s\n", paint->bold, paint->plain, note->message);
        if (show_excerpt(out, &note->excerpt, note->line, paint)) {
            putc('\n', out);
        }
    }
}

static void sum_up(FILE *out, const ScriptDiagnostics *list)
{
    if (list->left_out > 0) {
        fprintf(out, "… and %d more\n", list->left_out);
    }
    if (list->count > 0) {
        int count = list->count + list->left_out;
        fprintf(out, "%d mistake%s\n", count, count == 1 ? "" : "s");
    }
}

// With a full stop, where it has no end of its own; nothing where there is no text.
static void sentence(FILE *out, const char *lead, const char *text)
{
    size_t n = strlen(text);
    size_t last = n > 1 && text[n - 1] == '"' ? n - 2 : n - 1;
    if (n > 0) {
        fprintf(out, " %s%s%s", lead, text, strchr(".?!", text[last]) != NULL ? "" : ".");
    }
}

void mistakes_show_plain(FILE *out, const ScriptDiagnostic *mistake, const char *kind,
                         const char *cause)
{
    bool asks = strncmp(mistake->fix, "did you mean", 12) == 0;
    place(out, mistake->file, mistake->line, mistake->column);
    fprintf(out, "%s %s:", kind, mistake->code);
    sentence(out, "", mistake->message);
    sentence(out, "Cause: ", cause);
    sentence(out, asks ? "" : "To mend: ", mistake->fix);
    for (int i = 0; i < mistake->note_count; i++) {
        const ScriptNote *note = &mistake->notes[i];
        fprintf(out, " Line %d:", note->line);
        sentence(out, "", note->message);
    }
}

void mistakes_print_plain(FILE *out, const ScriptDiagnostics *list)
{
    for (int i = 0; i < list->count; i++) {
        mistakes_show_plain(out, &list->items[i], "error", "");
        putc('\n', out);
    }
    sum_up(out, list);
}

void mistakes_print(FILE *out, const ScriptDiagnostics *list)
{
    bool colour = mistakes_colour(out);
    for (int i = 0; i < list->count; i++) {
        mistakes_show(out, &list->items[i], "error", colour);
        putc('\n', out);
    }
    sum_up(out, list);
    if (list->count > 0 && colour) { // somebody reads it, and no program
        fprintf(out, "plankwright explain %s says more, with an example\n", list->items[0].code);
    }
}

static void json_place(Json *json, const char *file, int line, int column, int end_column)
{
    json_string(json, "file", file);
    json_integer(json, "line", line);
    json_integer(json, "column", column);
    json_integer(json, "end_column", end_column);
}

void mistakes_json(Json *json, const ScriptDiagnostics *list)
{
    json_begin(json, "mistakes", '[');
    for (int i = 0; i < list->count; i++) {
        const ScriptDiagnostic *it = &list->items[i];
        json_begin(json, NULL, '{');
        json_string(json, "code", it->code);
        json_string(json, "severity", "error");
        json_place(json, it->file, it->line, it->column, it->end_column);
        json_string(json, "message", it->message);
        json_string(json, "fix", it->fix);
        json_string(json, "meant", it->meant[0] != '\0' ? it->meant : NULL);
        json_begin(json, "notes", '[');
        for (int k = 0; k < it->note_count; k++) {
            const ScriptNote *note = &it->notes[k];
            json_begin(json, NULL, '{');
            json_place(json, note->file, note->line, note->column, note->end_column);
            json_string(json, "message", note->message);
            json_end(json, '}');
        }
        json_end(json, ']');
        json_end(json, '}');
    }
    json_end(json, ']');
    json_integer(json, "left_out", list->left_out);
}
