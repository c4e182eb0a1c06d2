// Reads the .po files and hands them to the module language.
#include "app/translations.h"

#include "app/log.h"
#include "app/paths.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/say.h"
#include "base/tongue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { READ_MOST = 24 };

// What was read stays until the end: screens and scenarios keep sentences of a language that was left.
typedef struct ReadLanguage {
    char tag[32];
    LanguageCatalogue *catalogue; // NULL: the interface does not speak it
} ReadLanguage;

static ReadLanguage read_before[READ_MOST];
static int read_count;
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

static SayTable table = { .text = said, .many = said_many };

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

// "pseudo", or "pseudo-rtl", which is written from right to left.
static bool is_pseudo(const char *tag)
{
    return strcmp(tag, "pseudo") == 0 || strcmp(tag, "pseudo-rtl") == 0;
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
    if (!is_pseudo(tag)) {
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
        language_pseudo_catalogue(template, tongue_right_to_left(tag));
    }
    return template;
}

// The same, read once.
static bool interface_of(const char *tag, LanguageCatalogue **out, Err *err)
{
    for (int i = 0; i < read_count; i++) {
        if (strcmp(read_before[i].tag, tag) == 0) {
            *out = read_before[i].catalogue;
            return true;
        }
    }
    Err problem = { 0 };
    *out = read_interface(tag, &problem);
    if (*out == NULL && problem.kind != ERR_NONE) {
        *err = problem;
        return false;
    }
    if (read_count == READ_MOST) {
        language_free(*out);
        err_set(err, ERR_SYSTEM, "%d languages were tried already", READ_MOST);
        return err_fix(err, "start the program again");
    }
    ReadLanguage *it = &read_before[read_count++];
    snprintf(it->tag, sizeof it->tag, "%s", tag);
    it->catalogue = *out;
    return true;
}

static void speak(const char *tag, LanguageCatalogue *catalogue)
{
    interface = catalogue;
    snprintf(chosen, sizeof chosen, "%s", tag);
    table.context = interface;
    table.language = chosen;
    table.right_to_left = tongue_right_to_left(chosen);
    say_in(interface == NULL ? NULL : &table);
}

bool translations_choose(const char *tag, Err *err)
{
    if (tag == NULL || tag[0] == '\0' || strcmp(tag, "en") == 0) {
        speak("", NULL);
        return true;
    }
    if (!language_is_tag(tag)) {
        err_set(err, ERR_USAGE, "--lang: \"%.40s\" is not a language", tag);
        return err_fix(err, "write its short name: de, es, ar, pt_BR, or pseudo for tests");
    }
    LanguageCatalogue *catalogue = NULL;
    if (!interface_of(tag, &catalogue, err)) {
        return false;
    }
    speak(tag, catalogue);
    return true;
}

void translations_follow_system(void)
{
    static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
    for (int i = 0; i < 3; i++) {
        const char *locale = getenv(names[i]);
        char tag[32];
        if (locale == NULL || locale[0] == '\0') {
            continue;
        }
        Err ignored = { 0 };
        LanguageCatalogue *catalogue = NULL;
        char path[PATHS_SIZE + 96];
        bool other = tongue_of_locale(locale, tag, (int)sizeof tag) &&
                     strncmp(tag, "en", 2) != 0 && language_is_tag(tag);
        snprintf(path, sizeof path, "%s/assets/lang/%.31s.po", paths_root(), other ? tag : "");
        if (other && !file_exists(path)) { // German as it is spoken anywhere
            tag[strcspn(tag, "_-@")] = '\0';
        }
        if (other && interface_of(tag, &catalogue, &ignored) && catalogue != NULL) {
            speak(tag, catalogue);
        }
        return;
    }
}

bool translations_begin(const char *tag, Err *err)
{
    bool good = translations_choose(tag, err);
    if (good && tag == NULL) {
        translations_follow_system();
    }
    return good;
}

int translations_languages(TranslationLanguage *out, int most)
{
    char folder[PATHS_SIZE + 32];
    FileList list;
    int count = 0;
    Err ignored = { 0 };
    if (most > 0) {
        out[count++] = (TranslationLanguage){ "en", "English" };
    }
    snprintf(folder, sizeof folder, "%s/assets/lang", paths_root());
    if (!file_list(folder, &list, &ignored)) {
        return count;
    }
    for (int i = 0; i < list.count && count < most; i++) {
        size_t n = strlen(list.names[i]);
        TranslationLanguage *it = &out[count];
        if (n > 3 && n - 3 < sizeof it->tag && strcmp(list.names[i] + n - 3, ".po") == 0) {
            snprintf(it->tag, sizeof it->tag, "%.*s", (int)(n - 3), list.names[i]);
            snprintf(it->name, sizeof it->name, "%s", tongue_name(it->tag));
            count++;
        }
    }
    file_list_free(&list);
    return count;
}

void translations_follow(const Scenario *scenario)
{
    Err ignored = { 0 };
    LanguageCatalogue *there = NULL;
    if (chosen[0] == '\0' && language_is_tag(scenario->language) &&
        interface_of(scenario->language, &there, &ignored) && there != NULL) {
        speak(scenario->language, there);
    }
}

const char *translations_chosen(void)
{
    return chosen;
}

void translations_close(void)
{
    speak("", NULL);
    while (read_count > 0) {
        language_free(read_before[--read_count].catalogue);
    }
}

// What the engine says in a story that was written in another language than English.
static void speak_as_written(Scenario *scenario)
{
    const char *tag = scenario->language;
    Err ignored = { 0 };
    LanguageCatalogue *catalogue = NULL;
    if (language_is_tag(tag) && strcmp(tag, "en") != 0 && !is_pseudo(tag) &&
        interface_of(tag, &catalogue, &ignored)) {
        language_translate(scenario, NULL, catalogue, NULL);
    }
}

bool translations_apply(Scenario *scenario, Err *err)
{
    if (chosen[0] == '\0') {
        speak_as_written(scenario);
        return true;
    }
    if (is_pseudo(chosen)) {
        language_pseudo_scenario(scenario, tongue_right_to_left(chosen));
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
    if (catalogue != NULL) { // that of its texts, from now on
        scenario->language = arena_string(&scenario->arena, chosen);
    }
    language_free(catalogue);
    return true;
}
