// Folders by the XDG Base Directory specification; relative values of its variables are ignored, as it says.
#define _POSIX_C_SOURCE 200809L

#include "app/paths.h"

#include "base/file.h"
#include "build_facts.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char program[PATHS_SIZE], root[PATHS_SIZE];

static bool join(char out[PATHS_SIZE], const char *folder, const char *rest)
{
    int n = snprintf(out, PATHS_SIZE, "%s%s", folder, rest);
    return n > 0 && n < PATHS_SIZE;
}

static bool has_scenarios(const char *folder)
{
    char path[PATHS_SIZE];
    return join(path, folder, "/scripts/scenarios") && file_is_folder(path);
}

void paths_init(const char *name)
{
    ssize_t n = readlink("/proc/self/exe", program, sizeof program - 1);
    if (n > 0) {
        program[n] = '\0';
    } else {
        snprintf(program, sizeof program, "%s", name ? name : "plankwright");
    }
    static const char *const places[] = { "/../share/plankwright", "", "/..", "/../.." };
    char folder[PATHS_SIZE];
    snprintf(folder, sizeof folder, "%s", program);
    char *slash = strrchr(folder, '/');
    for (size_t i = 0; slash && i < sizeof places / sizeof *places; i++) {
        *slash = '\0';
        if (join(root, folder, places[i]) && has_scenarios(root)) {
            return;
        }
    }
    snprintf(root, sizeof root, "%s", PLANKWRIGHT_SOURCE_DATA);
}

const char *paths_root(void)
{
    return root;
}

const char *paths_program(void)
{
    return program;
}

bool paths_module(const char *name, char *out, size_t size)
{
    static const char *const places[] = { "/", "/../lib/plankwright/modules/" };
    const char *slash = strrchr(program, '/');
    for (size_t i = 0; slash && i < sizeof places / sizeof *places; i++) {
        int n = snprintf(out, size, "%.*s%s%s", (int)(slash - program), program, places[i], name);
        if (n > 0 && (size_t)n < size && file_exists(out)) {
            return true;
        }
    }
    return false;
}

static const char *home(void)
{
    const char *said = getenv("HOME");
    if (said && said[0] == '/') {
        return said;
    }
    const struct passwd *user = getpwuid(getuid());
    return user && user->pw_dir && user->pw_dir[0] == '/' ? user->pw_dir : NULL;
}

static bool standard(const char *variable, const char *under_home, char out[PATHS_SIZE], Err *err)
{
    const char *said = getenv(variable);
    if (said && said[0] == '/') {
        return join(out, said, "/plankwright") ||
               err_set(err, ERR_SYSTEM, "%s is too long", variable);
    }
    const char *folder = home();
    if (folder && join(out, folder, under_home)) {
        return true;
    }
    out[0] = '\0';
    return err_set(err, ERR_SYSTEM, "there is no home folder: HOME is not set");
}

bool paths_data(const char *given, char out[PATHS_SIZE], Err *err)
{
    if (given) {
        return join(out, given, "") ||
               err_set(err, ERR_USAGE, "--data: the path is empty or too long");
    }
    return standard("XDG_DATA_HOME", "/.local/share/plankwright", out, err);
}

bool paths_state(char out[PATHS_SIZE], Err *err)
{
    return standard("XDG_STATE_HOME", "/.local/state/plankwright", out, err);
}

void paths_short(const char *path, char out[PATHS_SIZE])
{
    const char *folder = home();
    size_t n = folder ? strlen(folder) : 0;
    bool there = n > 1 && strncmp(path, folder, n) == 0 && path[n] == '/';
    snprintf(out, PATHS_SIZE, "%s%s", there ? "~" : "", there ? path + n : path);
}
