// Folders with the number of their process; a number that no process has any more is a crash's.
#define _POSIX_C_SOURCE 200809L

#include "app/incoming.h"

#include "app/package.h"
#include "base/file.h"
#include "script/script.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool join(char out[PATHS_SIZE], const char *folder, const char *rest)
{
    return snprintf(out, PATHS_SIZE, "%s/%s", folder, rest) < PATHS_SIZE;
}

bool incoming_open(const char *data, Incoming *out, Err *err)
{
    char process[40];
    snprintf(process, sizeof process, "incoming/%ld", (long)getpid());
    if (!join(out->folder, data, process) || !join(out->fresh, out->folder, "new") ||
        !join(out->old, out->folder, "old")) {
        return err_set(err, ERR_SYSTEM, "the path of the data folder is too long");
    }
    return package_delete(out->folder, err) && file_make_folders(out->fresh, err) &&
           file_make_folders(out->old, err);
}

void incoming_close(const Incoming *incoming)
{
    Err ignored = { 0 };
    package_delete(incoming->folder, &ignored);
    char parent[PATHS_SIZE];
    snprintf(parent, sizeof parent, "%s", incoming->folder);
    *strrchr(parent, '/') = '\0';
    rmdir(parent); // where nobody else installs
}

bool incoming_move_in(const Incoming *incoming, const char *id, const char *place, Err *err)
{
    char fresh[PATHS_SIZE], old[PATHS_SIZE];
    if (!join(fresh, incoming->fresh, id) || !join(old, incoming->old, id)) {
        return err_set(err, ERR_SYSTEM, "the path of the data folder is too long");
    }
    bool had = file_is_folder(place);
    if ((had && rename(place, old) != 0) || rename(fresh, place) != 0) {
        if (had && !file_is_folder(place)) {
            rename(old, place);
        }
        err_set(err, ERR_SYSTEM, "%.300s cannot be put there", place);
        return err_fix(err, "look whether the folder may be written to");
    }
    return true;
}

static bool is_running(const char *process)
{
    char *end = NULL;
    long number = strtol(process, &end, 10);
    return *end == '\0' && number > 0 && (kill((pid_t)number, 0) == 0 || errno == EPERM);
}

// What was moved out of its place, and nothing came in its stead.
static void put_back(const char *data, const char *folder)
{
    char old[PATHS_SIZE], from[PATHS_SIZE], place[PATHS_SIZE];
    FileList list;
    Err ignored = { 0 };
    if (!join(old, folder, "old") || !file_list(old, &list, &ignored)) {
        return;
    }
    for (int i = 0; i < list.count; i++) {
        if (join(from, old, list.names[i]) &&
            package_folder(data, list.names[i], place, &ignored) && !file_is_folder(place)) {
            rename(from, place);
        }
    }
    file_list_free(&list);
}

// Earlier programs put it into one folder without its name; the scenario in it says which it is.
static void put_back_unnamed(const char *data, const char *folder)
{
    char place[PATHS_SIZE];
    Err ignored = { 0 };
    Scenario *scenario = script_load(folder, NULL, &ignored);
    if (scenario && package_folder(data, scenario->id, place, &ignored) && !file_is_folder(place)) {
        rename(folder, place);
    }
    if (scenario) {
        scenario_free(scenario);
    }
}

void incoming_recover(const char *data)
{
    char parent[PATHS_SIZE], folder[PATHS_SIZE];
    FileList list;
    Err ignored = { 0 };
    if (!join(parent, data, "incoming") || !file_list(parent, &list, &ignored)) {
        return;
    }
    for (int i = 0; i < list.count; i++) {
        if (!is_running(list.names[i]) && join(folder, parent, list.names[i])) {
            put_back(data, folder);
            if (strcmp(list.names[i], ".old") == 0) {
                put_back_unnamed(data, folder);
            }
            package_delete(folder, &ignored);
        }
    }
    file_list_free(&list);
    rmdir(parent);
}
