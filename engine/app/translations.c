// Reads the .po files and hands them to the module language.
#include "app/translations.h"

#include "app/log.h"
#include "app/paths.h"
#include "base/file.h"
#include "base/say.h"

#include <stdio.h>
#include <string.h>

static char chosen[32];
static LanguageCatalogue *interface; // NULL: English

static const char *said(const void *context, const char *where, const char *english)
{
    return language_text(context, where, english);
}

static const char *said_many(const void *context, const char *one, const char *many,
                             unsigned long n)
{
    (void)many;
    return language_form(context, "", one, n);
}

static SayTable table = { NULL, said, said_many };

static LanguageCatalogue *read_path(const char *path, Err *err)
{
    char *data = NULL;
    size_t size = 0;
    if (!file_read(path, LANGUAGE_FILE_MAX, &data, &size, err)) {
        return NULL;
    }
    LanguageCatalogue *catalogue = language_read(path, data, size, err);
    mem_free(data);
    return catalogue;
}

// folder/tag.po, then without what follows the first _ or -.
static LanguageCatalogue *read_tag(const char *folder, const char *tag, Err *err)
{
    char path[PATHS_SIZE + 48];
    char wide[32];
    snprintf(wide, sizeof wide, "%.*s", (int)strcspn(tag, "_-@"), tag);
    const char *const tags[] = { tag, wide };
    for (int i = 0; i < 2; i++) {
        if (snprintf(path, sizeof path, "%s/%.24s.po", folder, tags[i]) < (int)sizeof path &&
            file_exists(path)) {
            return read_path(path, err);
        }
    }
    return NULL;
}

LanguageCatalogue *translations_read(const char *folder, const char *tag, Err *err)
{
    char path[PATHS_SIZE];
    if (snprintf(path, sizeof path, "%s/lang", folder) >= (int)sizeof path) {
        return NULL;
    }
    return read_tag(path, tag, err);
}

// ---- the language that is played ----------------------------------------------------------------

static bool is_pseudo(void)
{
    return strcmp(chosen, "pseudo") == 0;
}

bool translations_template(char out[PATHS_SIZE + 32])
{
    char program[PATHS_SIZE];
    snprintf(program, sizeof program, "%s", paths_program());
    char *slash = strrchr(program, '/');
    if (slash != NULL) {
        *slash = '\0';
    }
    snprintf(out, PATHS_SIZE + 32, "%s/plankwright.pot", program);
    if (!file_exists(out)) {
        snprintf(out, PATHS_SIZE + 32, "%s/assets/lang/plankwright.pot", paths_root());
    }
    return file_exists(out);
}

static LanguageCatalogue *read_interface(const char *tag, Err *err)
{
    char path[PATHS_SIZE + 32];
    if (strcmp(tag, "pseudo") != 0) {
        snprintf(path, sizeof path, "%s/assets/lang", paths_root());
        LanguageCatalogue *catalogue = read_tag(path, tag, err);
        int wrong = catalogue == NULL ? 0 : language_check_formats(catalogue);
        if (wrong > 0) {
            log_line("%s: %d sentences of the interface with other directives", tag, wrong);
        }
        return catalogue;
    }
    LanguageCatalogue *template = translations_template(path) ? read_path(path, err) : NULL;
    if (template != NULL) {
        language_pseudo_catalogue(template);
    }
    return template;
}

bool translations_choose(const char *tag, Err *err)
{
    translations_close();
    if (tag == NULL || tag[0] == '\0' || strcmp(tag, "en") == 0) {
        return true;
    }
    if (!language_is_tag(tag)) {
        err_set(err, ERR_USAGE, "--lang: \"%.40s\" is not a language", tag);
        return err_fix(err, "write its short name: de, es, ar, pt_BR, or pseudo for tests");
    }
    Err problem = { 0 };
    interface = read_interface(tag, &problem);
    if (interface == NULL && problem.kind != ERR_NONE) {
        *err = problem;
        return false;
    }
    snprintf(chosen, sizeof chosen, "%s", tag);
    table.context = interface;
    say_in(interface == NULL ? NULL : &table);
    return true;
}

void translations_follow(const Scenario *scenario)
{
    Err ignored = { 0 };
    LanguageCatalogue *there = chosen[0] == '\0' && language_is_tag(scenario->language)
                                   ? read_interface(scenario->language, &ignored)
                                   : NULL;
    if (there != NULL) {
        language_free(there);
        translations_choose(scenario->language, &ignored);
    }
}

const char *translations_chosen(void)
{
    return chosen;
}

void translations_close(void)
{
    say_in(NULL);
    language_free(interface);
    interface = NULL;
    chosen[0] = '\0';
}

// What the engine says in a story that was written in another language than English.
static void speak_as_written(Scenario *scenario)
{
    const char *tag = scenario->language;
    if (language_is_tag(tag) && strcmp(tag, "en") != 0 && strcmp(tag, "pseudo") != 0) {
        Err ignored = { 0 };
        LanguageCatalogue *catalogue = read_interface(tag, &ignored);
        language_translate(scenario, NULL, catalogue, NULL);
        language_free(catalogue);
    }
}

bool translations_apply(Scenario *scenario, Err *err)
{
    if (chosen[0] == '\0') {
        speak_as_written(scenario);
        return true;
    }
    if (is_pseudo()) {
        language_pseudo_scenario(scenario);
        return true;
    }
    Err problem = { 0 };
    LanguageCatalogue *catalogue = translations_read(scenario->folder, chosen, &problem);
    if (catalogue == NULL && problem.kind != ERR_NONE) {
        *err = problem;
        return false;
    }
    if (catalogue == NULL && strcmp(scenario->language, chosen) != 0) {
        log_line("%s has no lang/%s.po", scenario->id, chosen);
    }
    language_translate(scenario, catalogue, interface, NULL);
    language_free(catalogue);
    return true;
}
