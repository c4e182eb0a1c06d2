// Finds scenario folders and loads them through engine/script.
#define _POSIX_C_SOURCE 200809L

#include "app/library.h"

#include "app/cards.h"
#include "app/incoming.h"
#include "app/package.h"
#include "app/translations.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "script/script.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

// In the language that was chosen.
static Scenario *load(const char *folder, Err *err)
{
    Scenario *scenario = script_load(folder, NULL, err);
    if (scenario) {
        scenario->place_light = cards_light(scenario); // before its place has another name
    }
    if (scenario && !translations_apply(scenario, err)) {
        scenario_free(scenario);
        return NULL;
    }
    return scenario;
}

void library_load_item(LibraryItem *item)
{
    if (item->loaded) {
        return;
    }
    item->loaded = true;
    Err err = { 0 };
    item->scenario = load(item->folder, &err);
    if (!item->scenario) {
        err_line(&err, item->problem, (int)sizeof item->problem);
    }
}

static void add(Library *library, const char *folder, const char *name, bool loaded)
{
    LibraryItem item = { .scenario = NULL };
    char file[PATHS_SIZE + 32];
    int n = snprintf(item.folder, sizeof item.folder, "%s/%s", folder, name);
    snprintf(file, sizeof file, "%s/scenario.lua", item.folder);
    if (n >= (int)sizeof item.folder || !file_exists(file) || library_find(library, name) >= 0) {
        return;
    }
    snprintf(item.id, sizeof item.id, "%s", name);
    item.installed = package_is_installed(item.folder);
    if (loaded) {
        library_load_item(&item);
    }
    if (library->count == library->capacity) {
        library->capacity = library->capacity ? library->capacity * 2 : 8;
        library->items =
            mem_grow(library->items, sizeof *library->items * (size_t)library->capacity);
    }
    library->items[library->count++] = item;
}

static void add_folder(Library *library, const char *parent, const char *rest, bool loaded)
{
    char folder[PATHS_SIZE];
    if (snprintf(folder, sizeof folder, "%s%s", parent, rest) >= (int)sizeof folder) {
        return;
    }
    FileList list;
    Err ignored;
    if (file_list(folder, &list, &ignored)) {
        for (int i = 0; i < list.count; i++) {
            add(library, folder, list.names[i], loaded);
        }
        file_list_free(&list);
    }
}

// The order in which they teach: from the shortest, over step 1, to what takes six people or three weeks.
// Those that are not named here follow by id; practice is for those who have played the others.
static int course_place(const char *id)
{
    static const char *const course[] = {
        "first-plank", "step-one",         "late-brief",    "her-agenda",    "two-promises",
        "cover-up",    "different-clocks", "long-way-back", "nobody-on-the-other-side",
    };
    enum { LENGTH = sizeof course / sizeof *course };
    for (int i = 0; i < LENGTH; i++) {
        if (strcmp(id, course[i]) == 0) {
            return i;
        }
    }
    return strcmp(id, "practice") == 0 ? LENGTH + 1 : LENGTH;
}

static void order_by_course(Library *library)
{
    for (int i = 1; i < library->count; i++) { // few, and by id already
        LibraryItem item = library->items[i];
        int place = course_place(item.id), at = i;
        for (; at > 0 && course_place(library->items[at - 1].id) > place; at--) {
            library->items[at] = library->items[at - 1];
        }
        library->items[at] = item;
    }
}

void library_init(Library *library, const char *data, bool loaded)
{
    *library = (Library){ .items = NULL };
    add_folder(library, paths_root(), "/scripts/scenarios", loaded);
    order_by_course(library);
    if (data && data[0]) {
        incoming_recover(data); // a scenario that a crash has left out of its place
        add_folder(library, data, "/scenarios", loaded);
    }
}

void library_deinit(Library *library)
{
    for (int i = 0; i < library->count; i++) {
        if (library->items[i].scenario) {
            scenario_free(library->items[i].scenario);
        }
    }
    mem_free(library->items);
    *library = (Library){ .items = NULL };
}

int library_find(const Library *library, const char *id)
{
    for (int i = 0; i < library->count; i++) {
        if (strcmp(library->items[i].id, id) == 0) {
            return i;
        }
    }
    return -1;
}

static bool is_path(const char *name)
{
    size_t n = strlen(name);
    return strchr(name, '/') || (n > 4 && strcmp(name + n - 4, ".lua") == 0) ||
           strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

static bool unknown(const Library *library, const char *name, Err *err)
{
    const char *ids[64] = { NULL };
    int count = 0;
    Text list = { 0 };
    for (int i = 0; i < library->count && count < 64; i++) {
        ids[count++] = library->items[i].id;
        text_addf(&list, "%s%s", i > 0 ? ", " : "", library->items[i].id);
    }
    const char *meant = text_did_you_mean(name, ids, count);
    err_set(err, ERR_INPUT, "there is no scenario \"%.100s\"", name);
    if (meant) {
        err_fix(err, "did you mean %s?", meant);
    } else {
        err_fix(err, "there are: %s; or give the path of a scenario folder",
                count > 0 ? text_str(&list) : "none");
    }
    text_deinit(&list);
    return false;
}

bool library_folder(const char *name, const char *data, char out[PATHS_SIZE], Err *err)
{
    if (!utf8_valid(name, strlen(name), NULL)) {
        return err_set(err, ERR_INPUT, "the name of the scenario is not UTF-8 text");
    }
    Library library;
    library_init(&library, data, false);
    int found = is_path(name) ? -1 : library_find(&library, name);
    bool good = true;
    if (found >= 0) {
        snprintf(out, PATHS_SIZE, "%s", library.items[found].folder);
    } else if (is_path(name) || file_is_folder(name)) {
        good = snprintf(out, PATHS_SIZE, "%s", name) < PATHS_SIZE ||
               err_set(err, ERR_INPUT, "the path of the scenario is too long");
    } else {
        good = unknown(&library, name, err);
    }
    library_deinit(&library);
    return good;
}

Scenario *library_load(const char *name, const char *data, Err *err)
{
    char folder[PATHS_SIZE];
    return library_folder(name, data, folder, err) ? load(folder, err) : NULL;
}

static int64_t bytes_of_file(const char *path)
{
    struct stat facts;
    return stat(path, &facts) == 0 && S_ISREG(facts.st_mode) ? (int64_t)facts.st_size : 0;
}

int64_t library_bytes(const char *folder)
{
    FileList list;
    int64_t bytes = 0;
    if (!file_is_folder(folder) || !file_list(folder, &list, NULL)) {
        return bytes_of_file(folder);
    }
    for (int i = 0; i < list.count; i++) {
        char path[PATHS_SIZE * 2];
        const char *ending = strrchr(list.names[i], '.');
        if (ending != NULL && strcmp(ending, ".lua") == 0) {
            snprintf(path, sizeof path, "%s/%s", folder, list.names[i]);
            bytes += bytes_of_file(path);
        }
    }
    file_list_free(&list);
    return bytes;
}
