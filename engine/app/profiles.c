// Profiles as folders; a name is a small file in its folder.
#define _POSIX_C_SOURCE 200809L

#include "app/profiles.h"

#include "app/package.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/say.h"
#include "base/text.h"
#include "store/forget.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

static const char NAME_FILE[] = "profile-name.txt";
static const char CHOSEN_FILE[] = "profiles/chosen.txt";

static bool join(char out[PATHS_SIZE], const char *folder, const char *rest)
{
    int n = snprintf(out, PATHS_SIZE, "%s/%s", folder, rest);
    return n > 0 && n < PATHS_SIZE;
}

// The first line of a small file, cut to what fits; "" where it cannot be read.
static void read_line(const char *folder, const char *name, char *out, size_t size)
{
    char path[PATHS_SIZE];
    char *text = NULL;
    size_t length = 0;
    out[0] = '\0';
    if (!join(path, folder, name) || !file_read(path, 4096, &text, &length, NULL)) {
        return;
    }
    text[strcspn(text, "\r\n")] = '\0';
    size_t good = 0;
    if (!utf8_valid(text, strlen(text), &good)) {
        text[good] = '\0';
    }
    snprintf(out, size, "%s", text);
    if (!utf8_valid(out, strlen(out), &good)) {
        out[good] = '\0';
    }
    mem_free(text);
}

static void add(Profiles *out, const char *id, const char *folder)
{
    if (out->count == PROFILES_MAX) {
        return;
    }
    Profile *it = &out->items[out->count++];
    *it = (Profile){ .id = "" };
    snprintf(it->id, sizeof it->id, "%s", id);
    snprintf(it->folder, sizeof it->folder, "%s", folder);
    if (folder[0] != '\0') {
        read_line(folder, NAME_FILE, it->name, sizeof it->name);
    }
}

static bool is_there(const char *folder, const char *name)
{
    char path[PATHS_SIZE];
    return join(path, folder, name) && file_exists(path);
}

static void add_others(const char *data, Profiles *out)
{
    char parent[PATHS_SIZE];
    FileList list;
    if (!join(parent, data, "profiles") || !file_list(parent, &list, NULL)) {
        return;
    }
    for (int id = 2; id <= 9999 && list.count > 0; id++) { // 10 comes behind 9
        char name[16], folder[PATHS_SIZE];
        snprintf(name, sizeof name, "%d", id);
        for (int i = 0; i < list.count; i++) {
            if (strcmp(list.names[i], name) == 0 && join(folder, parent, name) &&
                file_is_folder(folder)) {
                add(out, name, folder);
            }
        }
    }
    file_list_free(&list);
}

static bool is_called(const Profiles *profiles, const char *name)
{
    for (int i = 0; i < profiles->count; i++) {
        if (strcasecmp(profile_name(&profiles->items[i]), name) == 0) {
            return true;
        }
    }
    return false;
}

void profiles_call(Profiles *profiles)
{
    for (int i = 0; i < profiles->count; i++) {
        profiles->items[i].called[0] = '\0';
    }
    for (int i = 0; i < profiles->count; i++) {
        Profile *it = &profiles->items[i];
        char called[PROFILE_NAME_MAX];
        snprintf(called, sizeof called, "%s", say("You"));
        for (int n = 2; it->name[0] == '\0' && is_called(profiles, called); n++) {
            snprintf(called, sizeof called, "%.48s %d", say("You"), n);
        }
        snprintf(it->called, sizeof it->called, "%s", called);
    }
}

void profiles_read(const char *data, Profiles *out)
{
    *out = (Profiles){ .count = 0 };
    bool first = data[0] == '\0' || is_there(data, "plankwright.db") || is_there(data, NAME_FILE);
    if (first) {
        add(out, "1", data);
    }
    if (data[0] != '\0') {
        add_others(data, out);
    }
    if (out->count == 0) {
        add(out, "1", data);
    }
    char chosen[16] = "";
    if (data[0] != '\0') {
        read_line(data, CHOSEN_FILE, chosen, sizeof chosen);
    }
    for (int i = 0; i < out->count; i++) {
        if (strcmp(out->items[i].id, chosen) == 0) {
            out->chosen = i;
        }
    }
    profiles_call(out);
}

const char *profile_name(const Profile *profile)
{
    return profile->name[0] != '\0' ? profile->name : profile->called;
}

int profiles_find(const Profiles *profiles, const char *name)
{
    for (int i = 0; i < profiles->count; i++) {
        if (strcmp(profile_name(&profiles->items[i]), name) == 0) {
            return i;
        }
    }
    for (int i = 0; i < profiles->count; i++) {
        if (strcasecmp(profile_name(&profiles->items[i]), name) == 0) {
            return i;
        }
    }
    size_t digits = strspn(name, "0123456789");
    long number = digits > 0 && digits < 4 && name[digits] == '\0' ? strtol(name, NULL, 10) : 0;
    return number >= 1 && number <= profiles->count ? (int)number - 1 : -1;
}

// ---- changing ---------------------------------------------------------------------------------------

static bool good_name(const Profiles *profiles, const char *name, int but, Err *err)
{
    bool blank = true;
    for (const char *c = name; *c != '\0'; c++) {
        blank = blank && *c == ' ';
        if ((unsigned char)*c < 0x20 || *c == 0x7f) {
            return err_set(err, ERR_USAGE, "a name is one line without control characters");
        }
    }
    if (blank || strlen(name) >= PROFILE_NAME_MAX || !utf8_valid(name, strlen(name), NULL)) {
        return err_set(err, ERR_USAGE, "a name has 1 to %d bytes of UTF-8 text",
                       PROFILE_NAME_MAX - 1);
    }
    for (int i = 0; i < profiles->count; i++) {
        if (i != but && strcasecmp(profile_name(&profiles->items[i]), name) == 0) {
            return err_set(err, ERR_USAGE, "there is a profile with the name \"%s\" already", name);
        }
    }
    return true;
}

static bool write_name(const char *folder, const char *name, Err *err)
{
    char path[PATHS_SIZE], line[PROFILE_NAME_MAX + 1];
    int n = snprintf(line, sizeof line, "%s\n", name);
    return (join(path, folder, NAME_FILE) || err_set(err, ERR_SYSTEM, "the path is too long")) &&
           file_make_folders(folder, err) && file_write(path, line, (size_t)n, err);
}

bool profiles_add(Profiles *profiles, const char *data, const char *name, int *index, Err *err)
{
    if (data[0] == '\0') {
        return err_set(err, ERR_SYSTEM, "there is no folder in which a profile could be kept");
    }
    if (!good_name(profiles, name, -1, err)) {
        return false;
    }
    if (profiles->count >= PROFILES_MAX) {
        return err_set(err, ERR_USAGE, "there are %d profiles already, and no place for more",
                       PROFILES_MAX);
    }
    char rest[32], folder[PATHS_SIZE];
    int id = 1;
    do {
        snprintf(rest, sizeof rest, "profiles/%d", ++id);
        if (!join(folder, data, rest)) {
            return err_set(err, ERR_SYSTEM, "the path of the data folder is too long");
        }
    } while (file_is_folder(folder) || file_exists(folder));
    if (!write_name(folder, name, err)) {
        err->kind = ERR_SYSTEM;
        return false;
    }
    profiles_read(data, profiles);
    for (int i = 0; i < profiles->count; i++) {
        if (strcmp(profiles->items[i].folder, folder) == 0 && index) {
            *index = i;
        }
    }
    return true;
}

bool profiles_rename(Profiles *profiles, int index, const char *name, Err *err)
{
    Profile *it = &profiles->items[index];
    if (it->folder[0] == '\0') {
        return err_set(err, ERR_SYSTEM, "there is no folder in which a name could be kept");
    }
    if (!good_name(profiles, name, index, err) || !write_name(it->folder, name, err)) {
        return false;
    }
    snprintf(it->name, sizeof it->name, "%s", name);
    profiles_call(profiles);
    return true;
}

bool profiles_choose(Profiles *profiles, const char *data, int index, Err *err)
{
    char path[PATHS_SIZE], parent[PATHS_SIZE], line[16];
    int n = snprintf(line, sizeof line, "%s\n", profiles->items[index].id);
    if (data[0] == '\0' || !join(path, data, CHOSEN_FILE) || !join(parent, data, "profiles")) {
        return err_set(err, ERR_SYSTEM, "there is no folder in which the choice could be kept");
    }
    if (!file_make_folders(parent, err) || !file_write(path, line, (size_t)n, err)) {
        err->kind = ERR_SYSTEM;
        return false;
    }
    profiles->chosen = index;
    return true;
}

// ---- removing ---------------------------------------------------------------------------------------

static bool remove_file(const char *folder, const char *name, Err *err)
{
    char path[PATHS_SIZE];
    if (!join(path, folder, name) || (unlink(path) != 0 && errno != ENOENT)) {
        return err_set(err, ERR_SYSTEM, "%.300s/%.100s cannot be deleted: %s", folder, name,
                       strerror(errno));
    }
    return true;
}

// Of the first profile, whose folder is everybody's: only what is its own.
static bool remove_own_files(const char *folder, Err *err)
{
    FileList list;
    if (!file_list(folder, &list, NULL)) {
        return true;
    }
    bool good = true;
    for (int i = 0; i < list.count && good; i++) {
        const char *name = list.names[i];
        bool own = strncmp(name, "plankwright.db", strlen("plankwright.db")) == 0 ||
                   strncmp(name, "plankwright-damaged-", strlen("plankwright-damaged-")) == 0 ||
                   strncmp(name, NAME_FILE, strlen(NAME_FILE)) == 0 ||
                   strcmp(name, "everything.html") == 0 || strcmp(name, "everything.json") == 0;
        good = !own || remove_file(folder, name, err);
    }
    file_list_free(&list);
    char pages[PATHS_SIZE];
    return good && (!join(pages, folder, "pages") || package_delete(pages, err));
}

bool profiles_remove(Profiles *profiles, const char *data, int index, Err *err)
{
    Profile gone = profiles->items[index];
    bool was_chosen = profiles->chosen == index;
    bool first = strcmp(gone.id, "1") == 0;
    if (gone.folder[0] == '\0') {
        return err_set(err, ERR_SYSTEM, "there is no folder: nothing was kept");
    }
    if (store_is_open_somewhere(gone.folder)) {
        err_set(err, ERR_SYSTEM, "\"%s\" (%.300s) is open in another Plankwright",
                profile_name(&gone), gone.folder);
        return err_fix(err, "close the other one, then try once more; nothing was deleted");
    }
    if (!(first ? remove_own_files(gone.folder, err) : package_delete(gone.folder, err))) {
        return false;
    }
    profiles_read(data, profiles);
    if (was_chosen && profiles->count > 0) {
        Err ignored = { 0 }; // where it cannot be kept, the first one is taken next time, too
        profiles_choose(profiles, data, 0, &ignored);
        profiles->chosen = 0;
    }
    return true;
}

void profiles_folder(const char *data, char out[PATHS_SIZE])
{
    Profiles *profiles = mem_alloc(sizeof *profiles); // 36 KB: too much for a small stack
    profiles_read(data, profiles);
    snprintf(out, PATHS_SIZE, "%s", profiles->items[profiles->chosen].folder);
    mem_free(profiles);
}
