// Looks up each text of a scenario and keeps count.
#include "language/translate.h"

#include <stdio.h>
#include <string.h>

enum { LOOKED_AT_MAX = 4000 }; // findings that a left-over entry is compared with

typedef struct Work {
    Scenario *scenario;
    LanguageCatalogue *catalogue;
    const LanguageCatalogue *interface;
    LanguageReport *report;
    Text key, said;
} Work;

void language_report_deinit(LanguageReport *report)
{
    arena_deinit(&report->arena);
    mem_free(report->items);
    *report = (LanguageReport){ .items = NULL };
}

static LanguageFinding *find_problem(LanguageReport *report, LanguageProblem problem,
                                     const char *context, const char *text)
{
    if (report->count == report->capacity) {
        report->capacity = report->capacity == 0 ? 64 : report->capacity * 2;
        report->items = mem_grow(report->items, sizeof *report->items * (size_t)report->capacity);
    }
    report->counts[problem]++;
    LanguageFinding *it = &report->items[report->count++];
    *it = (LanguageFinding){ .problem = problem,
                             .context = arena_string(&report->arena, context),
                             .text = arena_string(&report->arena, text) };
    return it;
}

// ---- the engine's own sentences -----------------------------------------------------------------

static void replace_all(const char *s, const char *from, const char *to, Text *out)
{
    const char *found;
    while ((found = strstr(s, from)) != NULL) {
        text_add_n(out, s, (size_t)(found - s));
        text_add(out, to);
        s = found + strlen(from);
    }
    text_add(out, s);
}

// The engine's sentences stand in the catalogue as they do in its source: with straight apostrophes,
// and {person.first} for whoever it is.
static const char *of_interface(Work *work, const StoryTextPlace *place)
{
    char fill[80] = "";
    Text straight = { 0 };
    if (work->interface == NULL) {
        return NULL;
    }
    replace_all(place->text, "\xe2\x80\x99", "'", &straight);
    text_clear(&work->key);
    if (place->person >= 0) {
        snprintf(fill, sizeof fill, "{%.60s.", work->scenario->people[place->person].id);
        replace_all(text_str(&straight), fill, "{person.", &work->key);
    } else {
        text_add(&work->key, text_str(&straight));
    }
    text_deinit(&straight);
    const char *found = language_text(work->interface, NULL, text_str(&work->key));
    char what[120];
    if (found == NULL || !language_same_fills(text_str(&work->key), found, what, sizeof what)) {
        return NULL;
    }
    text_clear(&work->said);
    replace_all(found, fill[0] != '\0' ? "{person." : "{person..", fill, &work->said);
    return text_str(&work->said);
}

// ---- the author's -------------------------------------------------------------------------------

static const char *visit(void *context, const StoryTextPlace *place)
{
    Work *work = context;
    if (place->kind == STORY_TEXT_INTERFACE) {
        return of_interface(work, place);
    }
    if (work->catalogue == NULL) {
        return NULL;
    }
    LanguageEntry *entry = language_find(work->catalogue, place->context, place->text);
    bool first = entry == NULL || !entry->found;
    char what[120] = "";
    bool done = language_is_done(entry) && entry->plural == NULL;
    bool fits = done && language_same_fills(place->text, entry->to[0], what, sizeof what);
    if (entry != NULL) {
        entry->found = true;
    }
    if (work->report != NULL) {
        work->report->texts++;
        work->report->translated += fits;
        if (!fits && first) {
            LanguageFinding *it = find_problem(work->report,
                                               done                            ? LANGUAGE_FILLS
                                               : entry != NULL && entry->fuzzy ? LANGUAGE_CHANGED
                                                                               : LANGUAGE_MISSING,
                                               place->context, place->text);
            it->at = place->at;
            it->line = entry == NULL ? 0 : entry->line;
            snprintf(it->what, sizeof it->what, "%s", what);
        }
    }
    return fits ? entry->to[0] : NULL;
}

// What the file has and the scenario has not. Where a text of the same context has no translation,
// that one is what became of it: it has changed.
static void find_left_over(LanguageReport *report, const LanguageCatalogue *catalogue)
{
    int missing = report->count < LOOKED_AT_MAX ? report->count : LOOKED_AT_MAX;
    for (int i = 0; i < catalogue->count; i++) {
        const LanguageEntry *entry = &catalogue->entries[i];
        if (entry->found || entry->to[0] == NULL || entry->to[0][0] == '\0') {
            continue;
        }
        bool changed = false;
        for (int k = 0; k < missing && !changed; k++) {
            LanguageFinding *it = &report->items[k];
            if (it->problem == LANGUAGE_MISSING && it->line == 0 &&
                strcmp(it->context, entry->context) == 0) {
                it->problem = LANGUAGE_CHANGED;
                it->line = entry->line;
                report->counts[LANGUAGE_MISSING]--;
                report->counts[LANGUAGE_CHANGED]++;
                changed = true;
            }
        }
        if (!changed) {
            find_problem(report, LANGUAGE_OBSOLETE, entry->context, entry->text)->line =
                entry->line;
        }
    }
}

void language_translate(Scenario *scenario, LanguageCatalogue *catalogue,
                        const LanguageCatalogue *interface, LanguageReport *report)
{
    Work work = {
        .scenario = scenario, .catalogue = catalogue, .interface = interface, .report = report
    };
    for (int i = 0; catalogue != NULL && i < catalogue->count; i++) {
        catalogue->entries[i].found = false;
    }
    story_texts(scenario, visit, &work);
    if (report != NULL && catalogue != NULL) {
        find_left_over(report, catalogue);
    }
    text_deinit(&work.key);
    text_deinit(&work.said);
}
