// The command `new`: a folder with a small scenario that can be played, checked and changed at once.
// The story, its recorded way and what editors need are files of scripts/new and
// scripts/annotations; only the id is put in here.
#define _XOPEN_SOURCE 700 // POSIX 2008, and realpath

#include "app/app.h"

#include "app/library.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "story/ids.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_BYTES_MAX = 1 << 20, FOLDERS_ABOVE = 2 };

typedef struct NewFile {
    const char *from, *folder, *name; // below the program's files; below the new folder
} NewFile;

static const NewFile files[] = {
    { "/scripts/new/scenario.lua", "", "/scenario.lua" },
    { "/scripts/new/tests/called.play", "/tests", "/called.play" },
    { "/scripts/new/luarc.json", "", "/.luarc.json" },
    { "/scripts/annotations/plankwright.lua", "/.annotations", "/plankwright.lua" },
};
enum { FILE_COUNT = sizeof files / sizeof *files };

static const char id_line[] = "id = \"my-story\"";

static bool join(char out[PATHS_SIZE], const char *a, const char *b, const char *c, Err *err)
{
    return snprintf(out, PATHS_SIZE, "%s%s%s", a, b, c) < PATHS_SIZE ||
           err_set(err, ERR_INPUT, "the path is too long");
}

// ---- the name -----------------------------------------------------------------------------------

// The letters of Latin-1 without their marks; NULL for all others.
static const char *plain_letter(uint32_t c)
{
    static const char *const letters[32] = { "a", "a", "a", "a", "ae", "a", "ae", "c",
                                             "e", "e", "e", "e", "i",  "i", "i",  "i",
                                             "d", "n", "o", "o", "o",  "o", "oe", NULL,
                                             "oe", "u", "u", "u", "ue", "y", "th", "ss" };
    if (c == 0xFF) {
        return "y";
    }
    return c >= 0xC0 && c < 0xFF ? letters[c & 31u] : NULL;
}

// "My 1st story" -> "my-1st-story", "Stück" -> "stueck"; "story" where nothing is left.
static void near_id(const char *name, char out[STORY_ID_MAX + 1])
{
    size_t n = 0;
    int length = 0;
    for (const char *c = name; *c && n + 1 < STORY_ID_MAX; c += length) {
        uint32_t code = utf8_next(c, &length);
        char low = *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;
        bool letter = low >= 'a' && low <= 'z';
        const char *plain = plain_letter(code);
        if (letter || (n > 0 && low >= '0' && low <= '9')) {
            out[n++] = low;
        } else if (plain) {
            memcpy(out + n, plain, strlen(plain));
            n += strlen(plain);
        } else if (n > 0 && out[n - 1] != '-') {
            out[n++] = '-';
        }
    }
    n -= n > 0 && out[n - 1] == '-';
    out[n] = '\0';
    if (n == 0) {
        snprintf(out, STORY_ID_MAX + 1, "story");
    }
}

static bool check_id(const char *id, Err *err)
{
    if (!story_is_id(id, strlen(id))) {
        char near[STORY_ID_MAX + 1];
        near_id(id, near);
        err_set(
            err, ERR_INPUT,
            "\"%.80s\" cannot be the id of a scenario: small letters, digits, _ and -, a letter "
            "first, at most %d",
            id, STORY_ID_MAX);
        return err_fix(err, "for example %s", near);
    }
    Library library;
    library_init(&library, NULL, false);
    bool taken = library_find(&library, id) >= 0;
    library_deinit(&library);
    if (taken) {
        err_set(err, ERR_INPUT, "there is a shipped scenario %s, and saves go by that name", id);
        return err_fix(err, "take another name");
    }
    return true;
}

// ---- the place ----------------------------------------------------------------------------------

// A scenario in a scenario would be a part of it when it is packed. Only so far up: a scenario.lua that
// somebody has left at home is nobody's scenario.
static bool check_outside(const char *parent, Err *err)
{
    char *folder = realpath(parent, NULL);
    bool good = folder != NULL && file_is_folder(folder);
    if (!good) {
        err_set(err, ERR_INPUT, "there is no folder %.300s to put it in", parent);
        err_fix(err, "make it first");
    }
    for (int up = 0; good && up < FOLDERS_ABOVE && folder[0]; up++) {
        char file[PATHS_SIZE];
        if (!join(file, folder, "/scenario.lua", "", err)) {
            good = false;
        } else if (file_exists(file)) {
            err_set(err, ERR_INPUT, "%.300s is a scenario, and one cannot lie in another", folder);
            err_fix(err, "give a folder beside it");
            good = false;
        }
        *strrchr(folder, '/') = '\0';
    }
    free(folder);
    return good;
}

// Splits the folder that is wanted into where it lies and what it is called, and looks at both.
static bool check_place(const char *given, char folder[PATHS_SIZE], const char **id, Err *err)
{
    if (!utf8_valid(given, strlen(given), NULL)) {
        return err_set(err, ERR_INPUT, "the name of the folder is not UTF-8 text");
    }
    if (!join(folder, given, "", "", err)) {
        return false;
    }
    for (size_t n = strlen(folder); n > 1 && folder[n - 1] == '/'; n--) {
        folder[n - 1] = '\0';
    }
    struct stat info;
    if (lstat(folder, &info) == 0) {
        err_set(err, ERR_INPUT, "there is something at %.300s already", folder);
        return err_fix(err, "give a folder that is not there yet");
    }
    char parent[PATHS_SIZE] = ".";
    char *slash = strrchr(folder, '/');
    *id = slash ? slash + 1 : folder;
    if (slash) {
        snprintf(parent, sizeof parent, "%.*s", slash == folder ? 1 : (int)(slash - folder),
                 folder);
    }
    return check_id(*id, err) && check_outside(parent, err);
}

// ---- writing ------------------------------------------------------------------------------------

// As an editor would: whoever may read the folder above may read this one.
static bool make_folder(const char *path, Err *err)
{
    return mkdir(path, 0777) == 0 || file_make_folders(path, err);
}

static bool write_one(const NewFile *file, const char *folder, const char *id, Err *err)
{
    char from[PATHS_SIZE], to[PATHS_SIZE];
    char *text = NULL;
    size_t size = 0;
    if (!join(from, paths_root(), file->from, "", err) ||
        !join(to, folder, file->folder, "", err) || !make_folder(to, err) ||
        !join(to, folder, file->folder, file->name, err)) {
        return false;
    }
    if (!file_read(from, FILE_BYTES_MAX, &text, &size, err)) {
        err->kind = ERR_SYSTEM; // our own file
        return err_fix(err, "the program's files are not complete: install it again");
    }
    const char *at = strstr(text, id_line);
    Text out = { 0 };
    if (at) {
        text_add_n(&out, text, (size_t)(at - text));
        text_addf(&out, "id = \"%s\"%s", id, at + strlen(id_line));
    } else {
        text_add_n(&out, text, size);
    }
    bool good = file_write(to, text_str(&out), out.length, err);
    text_deinit(&out);
    mem_free(text);
    return good;
}

// What was written goes again: half a scenario would only be in the way of the next try.
static void take_back(const char *folder)
{
    char path[PATHS_SIZE];
    for (int i = FILE_COUNT - 1; i >= 0; i--) {
        if (join(path, folder, files[i].folder, files[i].name, NULL)) {
            unlink(path);
        }
        if (files[i].folder[0] && join(path, folder, files[i].folder, "", NULL)) {
            rmdir(path);
        }
    }
    rmdir(folder);
}

static int run(int argc, char **argv)
{
    AppWords words;
    Err err = { 0 };
    if (!app_options(argc, argv, NULL, 0, 1, &words, &err)) {
        return app_fail(&err);
    }
    if (words.count == 0) {
        err_set(&err, ERR_USAGE, "new needs the folder to make");
        err_fix(&err, "for example: plankwright new my-story");
        return app_fail(&err);
    }
    char folder[PATHS_SIZE];
    const char *id = NULL;
    if (!check_place(words.items[0], folder, &id, &err)) {
        return app_fail(&err);
    }
    for (int i = 0; i < FILE_COUNT; i++) {
        if (!write_one(&files[i], folder, id, &err)) {
            take_back(folder);
            return app_fail(&err);
        }
    }
    const char *dot = strchr(folder, '/') ? "" : "./"; // never the id of another scenario
    printf("play it, two minutes:       plankwright play %s%s\n"
           "change it, and see:         %s%s/scenario.lua, then plankwright check %s%s\n"
           "the guide for authors:      %s/scripts/README.md\n",
           dot, folder, dot, folder, dot, folder, paths_root());
    return 0;
}

const AppCommand app_new = {
    "new",
    run,
    "makes a folder with a small scenario to begin with",
    "usage: plankwright new DIR\n\n"
    "Makes the folder DIR with a short, commented story that plays and passes check, one recorded "
    "way\n"
    "(tests/), and what an editor with the Lua language server needs to complete the words. The "
    "last\n"
    "part of DIR becomes the id: small letters, digits, _ and -.\n"
    "Exit codes: 0 made, 2 wrong usage, 3 a folder that is there already, in another scenario or "
    "with\n"
    "a name that cannot be an id, 4 cannot be written.",
};
