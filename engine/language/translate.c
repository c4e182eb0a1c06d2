// Looks up each text of a scenario and keeps count.
#include "language/translate.h"

#include <stdio.h>
#include <string.h>

enum { LOOKED_AT_MAX = 4000 }; // findings that a left-over entry is compared with

typedef struct Work {
    Scenario *scenario;
    LanguageCatalogue *catalogue;
    LanguageCatalogue *renamed; // entries with old names, by the present ones; NULL: there are none
    int *origins;               // where each of them stands in `catalogue`
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

// ---- old names ----------------------------------------------------------------------------------

static const char *now(const Scenario *sc, bool context, const char *old, Text *out)
{
    text_clear(out);
    (context ? story_text_context_now : story_text_now)(sc, old, out);
    return text_str(out);
}

// What msgmerge marked as fuzzy because the place or a {name} in the text is called otherwise now is what
// it was.
static void settle_fuzzy(Work *work, LanguageEntry *entry)
{
    const Scenario *sc = work->scenario;
    Text is = { 0 };
    Text was = { 0 };
    if (entry->fuzzy && entry->earlier_text != NULL && entry->plural == NULL) {
        entry->moved = strcmp(now(sc, false, entry->text, &is),
                              now(sc, false, entry->earlier_text, &was)) == 0;
        bool renamed = entry->earlier_context != NULL &&
                       (strcmp(entry->context, entry->earlier_context) != 0 ||
                        strcmp(entry->text, entry->earlier_text) != 0) &&
                       strcmp(now(sc, true, entry->context, &is),
                              now(sc, true, entry->earlier_context, &was)) == 0;
        if (entry->moved && renamed && entry->to[0] != NULL) {
            entry->fuzzy = false;
            entry->to[0] = arena_string(&work->catalogue->arena, now(sc, false, entry->to[0], &is));
        }
    }
    text_deinit(&is);
    text_deinit(&was);
}

static void add_renamed(Work *work, int index)
{
    const Scenario *sc = work->scenario;
    const LanguageEntry *entry = &work->catalogue->entries[index];
    LanguageEntry as_now = *entry;
    Text parts[3] = { { 0 }, { 0 }, { 0 } };
    as_now.context = now(sc, true, entry->context, &parts[0]);
    as_now.text = now(sc, false, entry->text, &parts[1]);
    as_now.to[0] = entry->to[0] == NULL ? NULL : now(sc, false, entry->to[0], &parts[2]);
    bool other =
        strcmp(as_now.context, entry->context) != 0 || strcmp(as_now.text, entry->text) != 0;
    if (other && entry->plural == NULL && language_add(work->renamed, &as_now) != NULL) {
        work->origins[work->renamed->count - 1] = index;
    }
    for (int i = 0; i < 3; i++) {
        text_deinit(&parts[i]);
    }
}

static void follow_renames(Work *work)
{
    LanguageCatalogue *catalogue = work->catalogue;
    bool any = work->scenario->rename_count > 0;
    if (any) {
        work->renamed = language_new();
        work->origins = mem_alloc(((size_t)catalogue->count + 1) * sizeof *work->origins);
    }
    for (int i = 0; i < catalogue->count; i++) {
        catalogue->entries[i].found = false;
        settle_fuzzy(work, &catalogue->entries[i]);
        if (any) {
            add_renamed(work, i);
        }
    }
}

// The entry of a text, by its present names or by old ones; NULL: there is none.
static LanguageEntry *find_entry(const Work *work, const StoryTextPlace *place)
{
    LanguageEntry *entry = language_find(work->catalogue, place->context, place->text);
    if (entry == NULL && work->renamed != NULL) {
        entry = language_find(work->renamed, place->context, place->text);
        if (entry != NULL) {
            work->catalogue->entries[work->origins[entry - work->renamed->entries]].found = true;
        }
    }
    return entry;
}

// ---- the author's -------------------------------------------------------------------------------

// Whether both begin, and both end, with a newline, or neither does.
static bool same_newlines(const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b);
    bool ends = (n > 0 && a[n - 1] == '\n') == (m > 0 && b[m - 1] == '\n');
    return ends && (a[0] == '\n') == (b[0] == '\n');
}

static LanguageProblem problem_of(const LanguageEntry *entry, bool done, bool fits)
{
    return fits                           ? LANGUAGE_NEWLINE
           : done                         ? LANGUAGE_FILLS
           : entry == NULL                ? LANGUAGE_MISSING
           : entry->fuzzy && entry->moved ? LANGUAGE_MOVED
           : entry->fuzzy                 ? LANGUAGE_CHANGED
                                          : LANGUAGE_MISSING;
}

static const char *visit(void *context, const StoryTextPlace *place)
{
    Work *work = context;
    if (place->kind == STORY_TEXT_INTERFACE) {
        return of_interface(work, place);
    }
    if (work->catalogue == NULL) {
        return NULL;
    }
    LanguageEntry *entry = find_entry(work, place);
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
        bool good = fits && same_newlines(place->text, entry->to[0]);
        if (!good && first) {
            LanguageFinding *it = find_problem(work->report, problem_of(entry, done, fits),
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
static void find_left_over(const Work *work, LanguageReport *report)
{
    const LanguageCatalogue *catalogue = work->catalogue;
    Text context = { 0 };
    int missing = report->count < LOOKED_AT_MAX ? report->count : LOOKED_AT_MAX;
    for (int i = 0; i < catalogue->count; i++) {
        const LanguageEntry *entry = &catalogue->entries[i];
        if (entry->found || entry->to[0] == NULL || entry->to[0][0] == '\0') {
            continue;
        }
        bool changed = false;
        now(work->scenario, true, entry->context, &context);
        for (int k = 0; k < missing && !changed; k++) {
            LanguageFinding *it = &report->items[k];
            if (it->problem == LANGUAGE_MISSING && it->line == 0 &&
                strcmp(it->context, text_str(&context)) == 0) {
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
    text_deinit(&context);
}

void language_translate(Scenario *scenario, LanguageCatalogue *catalogue,
                        const LanguageCatalogue *interface, LanguageReport *report)
{
    Work work = {
        .scenario = scenario, .catalogue = catalogue, .interface = interface, .report = report
    };
    if (catalogue != NULL) {
        follow_renames(&work);
    }
    story_texts(scenario, visit, &work);
    if (report != NULL && catalogue != NULL) {
        find_left_over(&work, report);
    }
    language_free(work.renamed);
    mem_free(work.origins);
    text_deinit(&work.key);
    text_deinit(&work.said);
}
