// The command `pack`: one file of a scenario that others can install.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#include "app/library.h"
#include "app/mistakes.h"
#include "app/package.h"
#include "app/recording.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/tar.h"
#include "script/script.h"

#include <string.h>
#include <sys/stat.h>

typedef struct Packing {
    const char *folder, *id;
    Text archive;
    int files, left_out;
    char names[PACKAGE_FILES_MAX][TAR_NAME_MAX + 1];
} Packing;

static bool is_new_name(const Packing *p, const char *name, Err *err)
{
    for (int i = 0; i < p->files; i++) {
        if (package_names_clash(name, p->names[i])) {
            err_set(err, ERR_INPUT, "\"%s\" and \"%s\" are the same name on some systems",
                    p->names[i], name);
            return err_fix(err, "rename one of them");
        }
    }
    return true;
}

static bool add_file(Packing *p, const char *path, const char *name, Err *err)
{
    char *data = NULL;
    size_t size = 0;
    const char *why = tar_name_wrong(name);
    if (why != NULL || strlen(name) > TAR_NAME_MAX) {
        err_set(err, ERR_INPUT, "the name of \"%.200s\" %s", path,
                why != NULL ? why : "is longer than 99 bytes");
        return err_fix(err, "rename it: everybody's system must be able to hold it");
    }
    if (!is_new_name(p, name, err) || !file_read(path, PACKAGE_FILE_MAX, &data, &size, err)) {
        return false;
    }
    bool room = p->files < PACKAGE_FILES_MAX;
    if (room) {
        snprintf(p->names[p->files++], sizeof p->names[0], "%s", name);
        tar_add(&p->archive, name, data, size);
    }
    mem_free(data);
    if (!room || p->archive.length > PACKAGE_SIZE_MAX - 1024) {
        err_set(err, ERR_INPUT, "the scenario has more than %d files or 16 MB", PACKAGE_FILES_MAX);
        return err_fix(err, "take out what it does not need");
    }
    return true;
}

// Everything of a folder, in the order of the names; `below` is its name in the package.
static bool add_folder(Packing *p, const char *folder, const char *below, int deep, Err *err)
{
    FileList list;
    if (!file_list(folder, &list, err)) {
        return false;
    }
    bool good = true;
    for (int i = 0; good && i < list.count; i++) {
        char path[PATHS_SIZE], name[PATHS_SIZE];
        struct stat facts;
        bool fits =
            snprintf(path, sizeof path, "%s/%s", folder, list.names[i]) < (int)sizeof path &&
            snprintf(name, sizeof name, "%s/%s", below, list.names[i]) < (int)sizeof name;
        if (!fits || lstat(path, &facts) != 0) {
            good =
                err_set(err, ERR_INPUT, "\"%.200s\" in the scenario cannot be read", list.names[i]);
        } else if (list.names[i][0] == '.') {
            continue;
        } else if (S_ISDIR(facts.st_mode) && deep < PACKAGE_DEEP_MAX) {
            good = add_folder(p, path, name, deep + 1, err);
        } else if (S_ISREG(facts.st_mode) && deep <= PACKAGE_DEEP_MAX && package_takes(name)) {
            good = add_file(p, path, name, err);
        } else {
            utf8_tidy(path);
            fprintf(stderr, "plankwright: left out: %s%s\n", path,
                    S_ISLNK(facts.st_mode) ? " (a link: put the file itself there)" : "");
            p->left_out++;
        }
    }
    file_list_free(&list);
    return good;
}

// The shared pieces that it uses: another version of the program may have other ones.
static bool add_shared(Packing *p, const Scenario *scenario, Err *err)
{
    static const char shared[] = "lib/";
    bool good = true;
    for (int i = 0; good && i < scenario->file_count; i++) {
        const char *file = scenario->files[i];
        char own[PATHS_SIZE], path[PATHS_SIZE], name[PATHS_SIZE];
        snprintf(own, sizeof own, "%s/%s", p->folder, file);
        snprintf(path, sizeof path, "%s/scripts/%s", paths_root(), file);
        snprintf(name, sizeof name, "%s/%s", p->id, file);
        if (strncmp(file, shared, strlen(shared)) == 0 && !file_exists(own)) {
            good = add_file(p, path, name, err);
        }
    }
    return good;
}

// ---- whose it is ----------------------------------------------------------------------------------

// Behind a comment that begins at `at`, or `at`.
static const char *skip_comment(const char *at)
{
    if (strncmp(at, "--", 2) != 0) {
        return at;
    }
    const char *end = strncmp(at, "--[[", 4) == 0 ? strstr(at, "]]") : NULL;
    return end != NULL ? end + 2 : at + strcspn(at, "\n");
}

static bool is_head(const char *at)
{
    static const char word[] = "scenario";
    if (strncmp(at, word, strlen(word)) != 0) {
        return false;
    }
    at += strlen(word);
    at += strspn(at, " \t\r\n");
    return *at == '{' || *at == '(';
}

// Where `scenario {` stands; NULL: not in this text.
static const char *find_head(const char *text)
{
    bool begins = true; // a word
    for (const char *at = text; *at != '\0';) {
        const char *behind = skip_comment(at);
        if (behind == at && begins && is_head(at)) {
            return at;
        }
        begins = behind != at || strchr(" \t\r\n;", *at) != NULL;
        at = behind != at ? behind : at + 1;
    }
    return NULL;
}

// Puts the place `at` in a file into err. Returns false.
static bool err_at_text(Err *err, const char *path, const char *text, const char *at)
{
    int line = 1, column = 1;
    for (const char *c = text; c < at; c++) {
        bool ends = *c == '\n', continues = ((unsigned char)*c & 0xC0u) == 0x80u;
        line += ends;
        column = ends ? 1 : column + !continues;
    }
    return err_at(err, path, line, column);
}

// Puts the place of its head into err. Returns false.
static bool at_head(const Scenario *scenario, const char *folder, Err *err)
{
    int length = (int)strlen(folder);
    while (length > 1 && folder[length - 1] == '/') {
        length--;
    }
    char path[2 * PATHS_SIZE];
    err_at(err, folder, 0, 0);
    for (int i = 0; i < scenario->file_count; i++) {
        char *text = NULL;
        size_t size = 0;
        snprintf(path, sizeof path, "%.*s/%s", length, folder, scenario->files[i]);
        bool good = file_read(path, PACKAGE_FILE_MAX, &text, &size, NULL);
        const char *head = good ? find_head(text) : NULL;
        if (head != NULL) {
            err_at_text(err, path, text, head);
        }
        mem_free(text);
        if (head != NULL) {
            break;
        }
    }
    return false;
}

static bool has_author(const Scenario *scenario, const char *folder, Err *err)
{
    bool author = scenario->author[0] != '\0', licence = scenario->licence[0] != '\0';
    if (author && licence) {
        return true;
    }
    bool both = !author && !licence;
    err_set(err, ERR_INPUT, "the scenario does not say its %s",
            both     ? "author and its licence"
            : author ? "licence"
                     : "author");
    err_fix(
        err,
        "write %s%s%s into scenario { }: who gets it must know whose it is, and what they may do",
        author ? "" : "author = \"Your name\"", both ? ", " : "",
        licence ? "" : "licence = \"CC-BY-4.0\"");
    return at_head(scenario, folder, err);
}

// ---- without mistakes -----------------------------------------------------------------------------

// The recorded ways go with it, and --guided shows them: each has to be what is played now.
static int examine_ways(const char *folder, const char *id)
{
    Err err = { 0 };
    RecordingList list;
    recording_list(&list, folder);
    int count = list.count;
    recording_list_deinit(&list);
    char name[] = "test", path[PATHS_SIZE];
    snprintf(path, sizeof path, "%s", folder);
    char *arguments[] = { name, path, NULL };
    int code = count > 0 ? app_test.run(2, arguments) : 0;
    if (code == 1) {
        err_set(&err, ERR_FINDING, "%s is not packed: a recorded way is not what is played now",
                id);
        err_fix(&err, "mend it, or write it anew with plankwright test --bless");
        return app_fail(&err);
    }
    return code;
}

// The scenario without mistakes and findings; 0, or the exit code with everything said.
static int examine(const char *folder, Scenario **out)
{
    Err err = { 0 };
    ScriptDiagnostics mistakes = { .count = 0 };
    *out = script_load(folder, &mistakes, &err);
    if (*out == NULL) {
        mistakes_print(stderr, &mistakes);
        script_diagnostics_deinit(&mistakes);
        return 3;
    }
    script_diagnostics_deinit(&mistakes);
    if (!has_author(*out, folder, &err)) {
        return app_fail(&err); // before the long work
    }
    char name[] = "check", path[PATHS_SIZE];
    snprintf(path, sizeof path, "%s", folder);
    char *arguments[] = { name, path, NULL };
    int code = app_check.run(2, arguments);
    if (code == 1) {
        err_set(&err, ERR_FINDING, "%s is not packed: it has the findings above", (*out)->id);
        err_fix(&err, "mend them, or those who play it will meet them");
        return app_fail(&err);
    }
    return code != 0 ? code : examine_ways(folder, (*out)->id);
}

static int write_package(const Scenario *scenario, const char *folder, const char *file)
{
    Err err = { 0 };
    char own_name[160];
    Packing p = { .folder = folder, .id = scenario->id };
    snprintf(own_name, sizeof own_name, "%s-%d.plank", scenario->id, scenario->version);
    file = file != NULL ? file : own_name;
    bool good = add_folder(&p, folder, scenario->id, 2, &err) && add_shared(&p, scenario, &err);
    if (good) {
        tar_end(&p.archive);
        good = file_write(file, p.archive.data, p.archive.length, &err);
    }
    if (good) {
        Text about = { 0 };
        package_describe(scenario, &about);
        printf("%s: %s\n%d files, %zu KB; install it with: plankwright install %s\n", file,
               text_str(&about), p.files, (p.archive.length + 1023) / 1024, file);
        text_deinit(&about);
    }
    text_deinit(&p.archive);
    return good ? 0 : app_fail(&err);
}

static int run(int argc, char **argv)
{
    const char *out = NULL, *data = NULL;
    const AppOption options[] = { { "-o", APP_TEXT, &out, NULL },
                                  { "--data", APP_TEXT, &data, NULL } };
    AppWords words;
    Err err = { 0 };
    if (!app_options(argc, argv, options, 2, 1, &words, &err)) {
        return app_fail(&err);
    }
    if (words.count == 0) {
        err_set(&err, ERR_USAGE, "pack needs a scenario");
        err_fix(&err, "for example: plankwright pack my-scenario");
        return app_fail(&err);
    }
    char folder[PATHS_SIZE], home[PATHS_SIZE] = "";
    Err no_home = { 0 };
    paths_data(data, home, &no_home);
    if (!library_folder(words.items[0], home, folder, &err)) {
        return app_fail(&err);
    }
    if (!file_is_folder(folder)) {
        err_set(&err, ERR_INPUT, "%.300s is no folder", folder);
        err_fix(&err, "give the folder that holds scenario.lua");
        return app_fail(&err);
    }
    Scenario *scenario = NULL;
    int code = examine(folder, &scenario);
    code = code != 0 ? code : write_package(scenario, folder, out);
    if (scenario != NULL) {
        scenario_free(scenario);
    }
    return code;
}

const AppCommand app_pack = {
    "pack",
    run,
    "makes one file of a scenario, for others to install",
    "usage: plankwright pack SCENARIO [-o FILE.plank]\n\n"
    "Checks the scenario (as plankwright check does), plays its recorded ways (plankwright test) "
    "and "
    "writes\nits files into one, ID-VERSION.plank:\n"
    "a plain tar archive of its .lua, .po, .play, .md and .txt files. The same files give the "
    "same\n"
    "bytes. The head of the scenario must name its author and licence. scripts/guide/sharing.md\n"
    "Exit codes: 0 packed, 1 check or test has findings, 2 wrong usage, 3 bad scenario, 4 cannot "
    "be "
    "written.",
};
