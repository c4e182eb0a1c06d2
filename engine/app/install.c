// The commands `install`, `remove` and `list`. A package comes from anybody: nothing of it is written
// before all of its names and sizes are looked at, and nothing is where it belongs before it was tried.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#include "app/incoming.h"
#include "app/library.h"
#include "app/package.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/tar.h"
#include "script/script.h"
#include "story/ids.h"

#include <stdio.h>
#include <string.h>

typedef struct Package {
    char *data;
    size_t size;
    char id[STORY_ID_MAX + 1];
    char names[PACKAGE_FILES_MAX][TAR_NAME_MAX + 1];
    int count;
} Package;

static bool untrusted(Err *err)
{
    return err_fix(err, "ask its author for one made with plankwright pack");
}

// ---- looking at it ------------------------------------------------------------------------------

static bool read_id(Package *p, const TarFile *file, Err *err)
{
    size_t n = strcspn(file->name, "/");
    bool good = file->name[n] == '/' && story_is_id(file->name, n);
    if (good && p->id[0] == '\0') {
        memcpy(p->id, file->name, n);
        p->id[n] = '\0';
    }
    if (!good || strncmp(p->id, file->name, n) != 0 || p->id[n] != '\0') {
        err_set(err, ERR_INPUT, "\"%s\" in it is not in the one folder that is the scenario's id",
                file->name);
        return untrusted(err);
    }
    return true;
}

static bool is_new_name(const Package *p, const char *name, Err *err)
{
    for (int i = 0; i < p->count; i++) {
        if (package_names_clash(name, p->names[i])) {
            err_set(err, ERR_INPUT, "two files in it have the same name: \"%s\"", name);
            return untrusted(err);
        }
    }
    return true;
}

static bool look_at(Package *p, const TarFile *file, Err *err)
{
    int deep = 1;
    for (const char *c = file->name; *c != '\0'; c++) {
        deep += *c == '/';
    }
    if (p->count == PACKAGE_FILES_MAX || file->size > PACKAGE_FILE_MAX || deep > PACKAGE_DEEP_MAX) {
        err_set(err, ERR_INPUT,
                "\"%s\" in it is too much: a package has at most %d files of 4 MB, %d deep",
                file->name, PACKAGE_FILES_MAX, PACKAGE_DEEP_MAX);
        return untrusted(err);
    }
    if (!package_takes(file->name)) {
        err_set(err, ERR_INPUT, "\"%s\" in it is no part of a scenario", file->name);
        err_fix(err, "a package holds .lua, .po, .play, .md and .txt files only");
        return false;
    }
    if (!read_id(p, file, err) || !is_new_name(p, file->name, err)) {
        return false;
    }
    snprintf(p->names[p->count++], TAR_NAME_MAX + 1, "%s", file->name);
    return true;
}

static bool read_package(const char *path, Package *p, Err *err)
{
    if (!file_read(path, PACKAGE_SIZE_MAX, &p->data, &p->size, err)) {
        return false;
    }
    TarReader reader = { p->data, p->size, 0 };
    TarFile file;
    while (tar_next(&reader, &file, err)) {
        if (!look_at(p, &file, err)) {
            return false;
        }
    }
    char wanted[96];
    snprintf(wanted, sizeof wanted, "%s/scenario.lua", p->id);
    bool found = false;
    for (int i = 0; i < p->count; i++) {
        found = found || strcmp(p->names[i], wanted) == 0;
    }
    if (err->kind == ERR_NONE && !found) {
        err_set(err, ERR_INPUT, "there is no scenario.lua in it");
        untrusted(err);
    }
    return err->kind == ERR_NONE;
}

// ---- trying it ----------------------------------------------------------------------------------

static bool unpack(const Package *p, const char *parent, Err *err)
{
    TarReader reader = { p->data, p->size, 0 };
    TarFile file;
    while (tar_next(&reader, &file, err)) {
        char path[PATHS_SIZE];
        if (snprintf(path, sizeof path, "%s/%s", parent, file.name) >= (int)sizeof path) {
            return err_set(err, ERR_SYSTEM, "the path of the data folder is too long");
        }
        char *slash = strrchr(path, '/');
        *slash = '\0';
        if (!file_make_folders(path, err)) {
            return false;
        }
        *slash = '/';
        if (!file_write(path, file.data, file.size, err)) {
            return false;
        }
    }
    return err->kind == ERR_NONE;
}

static bool may_replace(const char *folder, const Scenario *scenario, bool force, Err *err)
{
    if (!file_exists(folder) && !file_is_folder(folder)) {
        return true;
    }
    if (!package_is_installed(folder)) {
        err_set(err, ERR_INPUT, "%.300s is there and was not installed: it may be somebody's work",
                folder);
        return err_fix(err, "move it away first");
    }
    Err ignored = { 0 };
    Scenario *old = script_load(folder, NULL, &ignored);
    int version = old == NULL ? 0 : old->version;
    if (old != NULL) {
        scenario_free(old);
    }
    if (version >= scenario->version && !force) {
        err_set(err, ERR_INPUT, "%s is installed already, in %s version (%d; this is %d)",
                scenario->id, version > scenario->version ? "a newer" : "the same", version,
                scenario->version);
        return err_fix(err, "--force puts this one in its place");
    }
    if (version > 0) {
        printf("version %d is replaced by version %d; what you have played of it is kept\n",
               version, scenario->version);
    }
    return true;
}

static bool is_shipped(const char *id)
{
    Library shipped;
    library_init(&shipped, NULL, false);
    bool found = library_find(&shipped, id) >= 0;
    library_deinit(&shipped);
    return found;
}

static bool install_from(const Package *p, const char *data, bool force, Err *err)
{
    char tried[PATHS_SIZE], folder[PATHS_SIZE];
    Incoming incoming;
    if (!package_folder(data, p->id, folder, err)) {
        return false;
    }
    if (is_shipped(p->id)) {
        err_set(err, ERR_INPUT, "\"%s\" is the name of a scenario that comes with Plankwright",
                p->id);
        return err_fix(err, "ask its author to give it an id of its own");
    }
    Scenario *scenario = NULL;
    incoming_recover(data);
    if (!incoming_open(data, &incoming, err)) {
        return false;
    }
    bool good = snprintf(tried, sizeof tried, "%s/%s", incoming.fresh, p->id) < PATHS_SIZE ||
                err_set(err, ERR_SYSTEM, "the path of the data folder is too long");
    good = good && unpack(p, incoming.fresh, err) && (scenario = package_try(tried, err)) != NULL;
    if (good && strcmp(scenario->id, p->id) != 0) {
        err_set(err, ERR_INPUT, "its folder is \"%s\" and its scenario \"%s\"", p->id,
                scenario->id);
        good = untrusted(err);
    }
    char parent[PATHS_SIZE];
    snprintf(parent, sizeof parent, "%s", folder);
    *strrchr(parent, '/') = '\0';
    good = good && may_replace(folder, scenario, force, err) && file_make_folders(parent, err) &&
           package_mark_installed(tried, err) && incoming_move_in(&incoming, p->id, folder, err);
    if (good) {
        Text about = { 0 };
        package_describe(scenario, &about);
        printf("installed: %s\nplay it with: plankwright play %s\n", text_str(&about), p->id);
        text_deinit(&about);
    }
    if (scenario != NULL) {
        scenario_free(scenario);
    }
    incoming_close(&incoming);
    return good;
}

// ---- the commands -------------------------------------------------------------------------------

// Reads the words; false with everything said.
static bool read_words(int argc, char **argv, bool *force, const char *what, char data[PATHS_SIZE],
                       const char **word, Err *err)
{
    const char *given = NULL;
    const AppOption options[] = { { "--data", APP_TEXT, &given, NULL },
                                  { "--force", APP_FLAG, force, NULL } };
    AppWords words;
    if (!app_options(argc, argv, options, force != NULL ? 2 : 1, what != NULL ? 1 : 0, &words,
                     err)) {
        return false;
    }
    if (what != NULL && words.count == 0) {
        err_set(err, ERR_USAGE, "%s needs %s", argv[0], what);
        return err_fix(err, "plankwright %s --help tells more", argv[0]);
    }
    *word = words.items[0];
    return paths_data(given, data, err);
}

static int run_install(int argc, char **argv)
{
    bool force = false;
    char data[PATHS_SIZE];
    const char *path = NULL;
    Err err = { 0 };
    if (!read_words(argc, argv, &force, "a file: a .plank", data, &path, &err)) {
        return app_fail(&err);
    }
    Package *package = mem_alloc(sizeof *package);
    bool good = read_package(path, package, &err) && install_from(package, data, force, &err);
    if (!good && err.file[0] == '\0') {
        err_context(&err, "%.200s is not installed", path);
    }
    mem_free(package->data);
    mem_free(package);
    return good ? 0 : app_fail(&err);
}

static int run_remove(int argc, char **argv)
{
    char data[PATHS_SIZE], folder[PATHS_SIZE];
    const char *id = NULL;
    Err err = { 0 };
    if (!read_words(argc, argv, NULL, "the id of an installed scenario", data, &id, &err)) {
        return app_fail(&err);
    }
    bool is_id = story_is_id(id, strlen(id));
    if (!is_id || !package_folder(data, id, folder, &err) || !package_is_installed(folder)) {
        bool there = is_id && file_is_folder(folder);
        err_set(&err, ERR_INPUT,
                there ? "\"%.60s\" was not installed from a package"
                      : "no scenario \"%.60s\" is installed",
                id);
        err_fix(&err,
                there ? "delete its folder yourself" : "plankwright list shows those that are");
        return app_fail(&err);
    }
    if (!package_delete(folder, &err)) {
        return app_fail(&err);
    }
    printf("removed: %s; what you have played of it is kept\n", id);
    return 0;
}

static int run_list(int argc, char **argv)
{
    char data[PATHS_SIZE];
    const char *none = NULL;
    Err err = { 0 };
    if (!read_words(argc, argv, NULL, NULL, data, &none, &err)) {
        return app_fail(&err);
    }
    Library library;
    library_init(&library, data, true);
    size_t shipped = strlen(paths_root());
    for (int i = 0; i < library.count; i++) {
        const LibraryItem *item = &library.items[i];
        const char *from = item->installed                                     ? "installed"
                           : strncmp(item->folder, paths_root(), shipped) == 0 ? "shipped"
                                                                               : "your own";
        Text about = { 0 };
        if (item->scenario) {
            package_describe(item->scenario, &about);
        } else {
            text_add(&about, "(");
            text_add_tidy(&about, item->id); // a folder may be called anything
            text_addf(&about, ") cannot be played: %s", item->problem);
        }
        printf("%-9s  %s\n", from, text_str(&about));
        text_deinit(&about);
    }
    library_deinit(&library);
    return 0;
}

const AppCommand app_install = {
    "install",
    run_install,
    "installs a scenario from a .plank file",
    "usage: plankwright install FILE.plank [--force] [--data DIR]\n\n"
    "Looks at the package, tries it out in the sandbox, and puts it into the folder of your "
    "scenarios.\n"
    "A newer version takes the place of an older one; what was played is kept.\n"
    "  --force     also put an older or the same version in the place of the installed one\n"
    "  --data DIR  install into DIR/scenarios\n"
    "Exit codes: 0 installed, 2 wrong usage, 3 bad or refused package, 4 the system would not.",
};

const AppCommand app_remove = {
    "remove",
    run_remove,
    "removes an installed scenario",
    "usage: plankwright remove ID [--data DIR]\n\n"
    "Only what plankwright install has put there. What you have played of it is kept, and goes on "
    "when\n"
    "it is installed again.\n"
    "Exit codes: 0 removed, 2 wrong usage, 3 not installed, 4 the system would not.",
};

const AppCommand app_list = {
    "list",
    run_list,
    "lists the scenarios that are here, with version, author and licence",
    "usage: plankwright list [--data DIR]\n\n"
    "One line each: shipped, installed or your own; title (id), version, author, licence.\n"
    "Exit codes: 0 all right, 2 wrong usage.",
};
