// What is missing or wrong in a scenario's translations, as findings for `check` and `strings --check`.
#include "app/translations.h"

#include "app/paths.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "explore/finding.h"
#include "script/script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Kind {
    const char *code;
    bool error;
    const char *one, *fix;
} Kind;

static const Kind kinds[LANGUAGE_PROBLEMS] = {
    [LANGUAGE_MISSING] = { "PW-403", false, "not translated",
                           "write its msgstr; the source stands there meanwhile" },
    [LANGUAGE_CHANGED] = { "PW-404", false, "the source changed since it was translated",
                           "plankwright strings, then msgmerge --previous -U; look at what is "
                           "fuzzy" },
    [LANGUAGE_MOVED] = { "PW-404", false,
                         "the text is the same, but stood elsewhere when it was translated",
                         "look whether it fits here, then take the mark fuzzy out; was = \"…\" "
                         "says "
                         "what was renamed" },
    [LANGUAGE_FILLS] = { "PW-402", true,
                         "the { } of the translation are other ones than the source's",
                         "use the same { } as the source" },
    [LANGUAGE_OBSOLETE] = { "PW-405", false, "the scenario has no such text any more",
                            "msgmerge -U puts it aside, for later use" },
    [LANGUAGE_NEWLINE] = { "PW-406", false,
                           "only one of source and translation begins or ends with \\n",
                           "begin and end it as the source does; msgfmt refuses it as it is" },
};

typedef struct Telling {
    const char *file;
    TranslationSaid said;
    void *context;
} Telling;

static void begin(const Telling *t, TranslationFinding *out, const char *code, bool error, int line)
{
    *out = (TranslationFinding){ .code = code, .error = error, .line = line };
    snprintf(out->file, sizeof out->file, "%s", t->file);
    utf8_tidy(out->file); // a file may be called anything
}

static void say_it(const Telling *t, TranslationFinding *it)
{
    utf8_tidy(it->message); // what is quoted may have been cut
    utf8_tidy(it->fix);
    t->said(t->context, it);
}

// The first words of a text, on one line.
static void excerpt(const char *text, char *out, size_t size)
{
    size_t length = 0;
    for (int n = 0, count = 0; *text != '\0' && count < 40; text += n, count++) {
        utf8_next(text, &n);
        if (length + (size_t)n + 4 > size) {
            break;
        }
        memcpy(out + length, *text == '\n' ? " " : text, (size_t)n);
        length += (size_t)n;
    }
    snprintf(out + length, size - length, "%s", *text == '\0' ? "" : "…");
}

static void tell_one(const Telling *t, const LanguageFinding *it, int how_many, int of)
{
    const Kind *kind = &kinds[it->problem];
    TranslationFinding out;
    char words[200];
    begin(t, &out, kind->code, kind->error, it->line);
    excerpt(it->text, words, sizeof words);
    if (how_many > 1) {
        snprintf(out.message, sizeof out.message, "%d of %d texts: %s; the first: %s \"%s\"",
                 how_many, of, kind->one, it->context, words);
    } else {
        snprintf(out.message, sizeof out.message, "%s: %s \"%s\"%s%s", kind->one, it->context,
                 words, it->what[0] ? ": " : "", it->what);
    }
    snprintf(out.fix, sizeof out.fix, "%s", kind->fix);
    say_it(t, &out);
}

static int by_line(const void *a, const void *b)
{
    const LanguageFinding *const *x = a, *const *y = b;
    return ((*x)->line > (*y)->line) - ((*x)->line < (*y)->line);
}

// As somebody goes through the file, from its top to its end; what stands nowhere in it comes last.
static const LanguageFinding **in_order(const LanguageReport *report)
{
    const LanguageFinding **out = mem_alloc(((size_t)report->count + 1) * sizeof *out);
    int count = 0;
    for (int i = 0; i < report->count; i++) {
        if (report->items[i].line > 0) {
            out[count++] = &report->items[i];
        }
    }
    qsort(out, (size_t)count, sizeof *out, by_line);
    for (int i = 0; i < report->count; i++) {
        if (report->items[i].line <= 0) {
            out[count++] = &report->items[i];
        }
    }
    return out;
}

static void tell(const Telling *t, const LanguageReport *report, bool all)
{
    bool told[LANGUAGE_PROBLEMS] = { false };
    const LanguageFinding **items = in_order(report);
    for (int i = 0; i < report->count; i++) {
        const LanguageFinding *it = items[i];
        bool each = all || it->problem == LANGUAGE_FILLS;
        if (each || !told[it->problem]) {
            int most =
                it->problem == LANGUAGE_OBSOLETE ? report->counts[it->problem] : report->texts;
            tell_one(t, it, each ? 1 : report->counts[it->problem], most);
        }
        told[it->problem] = true;
    }
    mem_free(items);
}

static void tell_err(const Telling *t, const Err *err)
{
    TranslationFinding out;
    begin(t, &out, "PW-401", true, err->line);
    snprintf(out.message, sizeof out.message, "%s", err->message);
    snprintf(out.fix, sizeof out.fix, "%s", err->fix);
    say_it(t, &out);
}

// We read over it.
static void tell_mark(const Telling *t)
{
    TranslationFinding out;
    begin(t, &out, "PW-406", false, 1);
    snprintf(out.message, sizeof out.message, "the file begins with a byte order mark (BOM)");
    snprintf(out.fix, sizeof out.fix,
             "save it as UTF-8 without one; gettext's tools refuse it as it is");
    say_it(t, &out);
}

static bool is_in(const ExploreCheck *check, const ExploreFinding *finding)
{
    for (int i = 0; i < check->count; i++) {
        const ExploreFinding *it = &check->findings[i];
        if (it->code == finding->code && it->op == finding->op &&
            strcmp(it->id, finding->id) == 0) {
            return true;
        }
    }
    return false;
}

// What is wrong with the translated texts as texts, where the source's are sound.
static void tell_texts(const Telling *t, const ExploreCheck *source, const ExploreCheck *translated)
{
    for (int i = 0; i < translated->count; i++) {
        const ExploreFinding *it = &translated->findings[i];
        TranslationFinding out;
        if (is_in(source, it)) {
            continue;
        }
        begin(t, &out, it->code == FINDING_ALIKE ? "PW-835" : "PW-834", false, 0);
        snprintf(out.message, sizeof out.message, "as translated, %s (of %.200s:%d)", it->message,
                 it->file, it->line);
        snprintf(out.fix, sizeof out.fix, "%s", it->fix);
        say_it(t, &out);
    }
}

void translations_check_file(const char *folder, const char *file, bool all, TranslationSaid said,
                             void *context)
{
    Telling t = { file, said, context };
    char *data = NULL;
    size_t size = 0;
    Err err = { 0 };
    LanguageCatalogue *catalogue = file_read(file, LANGUAGE_FILE_MAX, &data, &size, &err)
                                       ? language_read(file, data, size, &err)
                                       : NULL;
    mem_free(data);
    Scenario *scenario = catalogue == NULL ? NULL : script_load(folder, NULL, &err);
    if (scenario == NULL) {
        tell_err(&t, &err);
    } else {
        LanguageReport report = { .count = 0 };
        if (catalogue->mark) {
            tell_mark(&t);
        }
        ExploreCheck source, translated;
        explore_check_texts(&source, scenario);
        language_translate(scenario, catalogue, NULL, &report);
        tell(&t, &report, all);
        explore_check_texts(&translated, scenario);
        tell_texts(&t, &source, &translated);
        explore_check_deinit(&source);
        explore_check_deinit(&translated);
        language_report_deinit(&report);
        scenario_free(scenario);
    }
    language_free(catalogue);
}

void translations_check(const char *folder, bool all, TranslationSaid said, void *context)
{
    char parent[PATHS_SIZE];
    char file[PATHS_SIZE + 260];
    FileList list;
    Err ignored;
    snprintf(parent, sizeof parent, "%s/lang", folder);
    if (!file_list(parent, &list, &ignored)) {
        return;
    }
    for (int i = 0; i < list.count; i++) {
        size_t n = strlen(list.names[i]);
        if (n > 3 && n < 250 && strcmp(list.names[i] + n - 3, ".po") == 0) {
            snprintf(file, sizeof file, "%s/%s", parent, list.names[i]);
            translations_check_file(folder, file, all, said, context);
        }
    }
    file_list_free(&list);
}

// ---- lines, and for the command `check` -----------------------------------------------------------

void translations_print_one(const TranslationFinding *it)
{
    fputs(it->file, stdout);
    if (it->line > 0) {
        printf(":%d", it->line);
    }
    printf(": %s %s: %s", it->error ? "error" : "warning", it->code, it->message);
    if (it->fix[0] != '\0') {
        printf(" (%s)", it->fix);
    }
    putchar('\n');
}

void translations_sum_up(int errors, int warnings)
{
    if (errors > 0) {
        printf("%d mistake%s%s", errors, errors == 1 ? "" : "s", warnings > 0 ? ", " : "");
    }
    if (warnings > 0) {
        printf("%d warning%s", warnings, warnings == 1 ? "" : "s");
    }
    if (errors + warnings > 0) {
        puts(" in translations");
    }
}

typedef struct Counts {
    Json *json; // NULL: lines
    int *errors, *warnings;
} Counts;

static void count_one(void *context, const TranslationFinding *it)
{
    const Counts *counts = context;
    *(it->error ? counts->errors : counts->warnings) += 1;
    if (counts->json == NULL) {
        translations_print_one(it);
        return;
    }
    json_begin(counts->json, NULL, '{');
    json_string(counts->json, "code", it->code);
    json_string(counts->json, "severity", it->error ? "error" : "warning");
    json_string(counts->json, "file", it->file);
    json_integer(counts->json, "line", it->line);
    json_string(counts->json, "message", it->message);
    json_string(counts->json, "fix", it->fix);
    json_end(counts->json, '}');
}

void translations_print(const char *folder, int *errors, int *warnings)
{
    int errors_here = 0, warnings_here = 0;
    Counts counts = { NULL, &errors_here, &warnings_here };
    translations_check(folder, false, count_one, &counts);
    translations_sum_up(errors_here, warnings_here);
    *errors += errors_here;
    *warnings += warnings_here;
}

void translations_json(Json *json, const char *folder, int *errors, int *warnings)
{
    Counts counts = { json, errors, warnings };
    json_begin(json, "translations", '[');
    translations_check(folder, false, count_one, &counts);
    json_end(json, ']');
}
