// Shared by pack.c and install.c.
#define _POSIX_C_SOURCE 200809L

#include "app/package.h"

#include "app/sample.h"
#include "app/translations.h"
#include "base/file.h"
#include "script/script.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PLAYS_TRIED = 20 };

static const char mark[] = "/.installed"; // a name with a dot: not possible in a package

bool package_takes(const char *name)
{
    static const char *const endings[] = { ".lua", ".po", ".play", ".md", ".txt" };
    static const char *const names[] = { "LICENSE", "LICENCE", "COPYING", "README", "AUTHORS" };
    const char *slash = strrchr(name, '/');
    const char *last = slash == NULL ? name : slash + 1;
    size_t n = strlen(last);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t e = strlen(endings[i]);
        if (n > e && strcmp(last + n - e, endings[i]) == 0) {
            return true;
        }
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(last, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

bool package_names_clash(const char *a, const char *b)
{
    size_t n = strlen(a);
    size_t m = strlen(b);
    size_t least = n < m ? n : m;
    return strncasecmp(a, b, least) == 0 && (n == m || (n < m ? b : a)[least] == '/');
}

static bool no_trouble(const SampleTrouble *trouble, const char *what, Err *err)
{
    if (trouble->found) {
        err_set(err, ERR_INPUT, "%s after %.200s", what,
                trouble->way[0] ? trouble->way : "the start");
        err_fix(err, "%.200s", trouble->message[0] ? trouble->message : "its author can mend it");
    }
    return !trouble->found;
}

// Keeps the first file that cannot be read.
static void note_translation(void *context, const TranslationFinding *finding)
{
    Err *err = context;
    if (strcmp(finding->code, "PW-401") == 0 && err->kind == ERR_NONE) {
        err_set(err, ERR_INPUT, "PW-401 %.480s", finding->message);
        err_fix(err, "%.240s", finding->fix);
        err_at(err, finding->file, finding->line, 0);
    }
}

Scenario *package_try(const char *folder, Err *err)
{
    Scenario *scenario = script_load(folder, NULL, err);
    if (scenario == NULL) {
        return NULL;
    }
    *err = (Err){ .kind = ERR_NONE };
    translations_check(folder, false, note_translation, err);
    if (err->kind != ERR_NONE) {
        scenario_free(scenario);
        return NULL;
    }
    Sample sample;
    sample_init(&sample, scenario, PLAYS_TRIED, 1);
    bool good = no_trouble(&sample.failed, "the story breaks", err) &&
                no_trouble(&sample.stuck, "there is nothing to choose", err) &&
                no_trouble(&sample.endless, "the story does not end", err);
    sample_deinit(&sample);
    if (!good) {
        scenario_free(scenario);
        return NULL;
    }
    return scenario;
}

void package_describe(const Scenario *scenario, Text *out)
{
    text_addf(out, "%s (%s), version %d, by %s, %s", scenario_text(scenario, scenario->title),
              scenario->id, scenario->version,
              scenario->author[0] ? scenario->author : "an author who is not named",
              scenario->licence[0] ? scenario->licence : "no licence said");
}

bool package_folder(const char *data, const char *id, char out[PATHS_SIZE], Err *err)
{
    int n = snprintf(out, PATHS_SIZE, "%s/scenarios/%s", data, id);
    return n < PATHS_SIZE || err_set(err, ERR_SYSTEM, "the path of the data folder is too long");
}

static bool mark_of(const char *folder, char out[PATHS_SIZE + 16])
{
    return snprintf(out, PATHS_SIZE + 16, "%s%s", folder, mark) < PATHS_SIZE + 16;
}

bool package_is_installed(const char *folder)
{
    char path[PATHS_SIZE + 16];
    return mark_of(folder, path) && file_exists(path);
}

bool package_mark_installed(const char *folder, Err *err)
{
    static const char words[] = "made by plankwright install; plankwright remove takes it away\n";
    char path[PATHS_SIZE + 16];
    return mark_of(folder, path) && file_write(path, words, sizeof words - 1, err);
}

static bool cannot_delete(const char *path, Err *err)
{
    if (errno == ENOENT) {
        return true;
    }
    err_set(err, ERR_SYSTEM, "%.200s cannot be deleted: %s", path, strerror(errno));
    return err_fix(err, "look whether the folder may be written to");
}

bool package_delete(const char *folder, Err *err)
{
    struct stat facts;
    if (lstat(folder, &facts) != 0) {
        return cannot_delete(folder, err);
    }
    if (!S_ISDIR(facts.st_mode)) {
        return unlink(folder) == 0 || cannot_delete(folder, err);
    }
    FileList list;
    bool good = file_list(folder, &list, err);
    if (!good) {
        return false;
    }
    for (int i = 0; good && i < list.count; i++) {
        char path[PATHS_SIZE];
        good = snprintf(path, sizeof path, "%s/%s", folder, list.names[i]) < (int)sizeof path
                   ? package_delete(path, err)
                   : err_set(err, ERR_SYSTEM, "a path in %.200s is too long", folder);
    }
    file_list_free(&list);
    return good && (rmdir(folder) == 0 || cannot_delete(folder, err));
}
