// Compares names, times, sizes and file numbers (an editor that writes a new file and renames it leaves
// another number). Loading is what `play` does; the way is taken again by session_reload.
#define _POSIX_C_SOURCE 200809L

#include "app/live.h"

#include "app/log.h"
#include "app/trace.h"
#include "app/translations.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

// Some editors empty a file, or take it away, before they write it: so long a mistake may be that.
enum { SETTLE_MILLISECONDS = 20, FOLDERS_DEEP = 2 };

static bool ends_with(const char *name, const char *ending)
{
    size_t n = strlen(name), m = strlen(ending);
    return n > m && strcmp(name + n - m, ending) == 0;
}

static uint64_t mix_file(uint64_t hash, const char *path, const struct stat *facts)
{
    hash = hash_mix(hash, hash_string(path));
    hash = hash_mix(hash, (uint64_t)facts->st_mtim.tv_sec);
    hash = hash_mix(hash, (uint64_t)facts->st_mtim.tv_nsec);
    hash = hash_mix(hash, (uint64_t)facts->st_size);
    return hash_mix(hash, (uint64_t)facts->st_ino);
}

// What the scenario is made of: .lua and .po files of the folder and of those in it (lang/).
static uint64_t look_at(const char *folder, int deep)
{
    FileList list;
    uint64_t hash = 1;
    Err ignored = { 0 };
    if (!file_list(folder, &list, &ignored)) {
        return 0;
    }
    for (int i = 0; i < list.count; i++) {
        char path[PATHS_SIZE * 2];
        struct stat facts;
        bool hidden = list.names[i][0] == '.';
        int n = snprintf(path, sizeof path, "%s/%s", folder, list.names[i]);
        if (hidden || n >= (int)sizeof path || stat(path, &facts) != 0) {
            continue;
        }
        if (S_ISDIR(facts.st_mode)) {
            hash = deep > 1 ? hash_mix(hash, look_at(path, deep - 1)) : hash;
        } else if (ends_with(path, ".lua") || ends_with(path, ".po")) {
            hash = mix_file(hash, path, &facts);
        }
    }
    file_list_free(&list);
    return hash;
}

static uint64_t look(const Live *live)
{
    char library[PATHS_SIZE + 16];
    snprintf(library, sizeof library, "%s/scripts/lib", paths_root());
    return hash_mix(look_at(live->folder, FOLDERS_DEEP), look_at(library, FOLDERS_DEEP));
}

void live_watch(Live *live, const char *path, const Scenario *scenario)
{
    live_deinit(live);
    snprintf(live->path, sizeof live->path, "%s", path);
    snprintf(live->folder, sizeof live->folder, "%s", scenario->folder);
    live->seen = look(live);
}

void live_deinit(Live *live)
{
    script_diagnostics_deinit(&live->mistakes);
    *live = (Live){ .seen = 0 };
}

static bool reload(Live *live, Session *session)
{
    script_diagnostics_deinit(&live->mistakes);
    live->err = (Err){ 0 };
    Scenario *scenario = script_load(live->path, &live->mistakes, &live->err);
    if (!scenario) {
        return false;
    }
    if (!translations_apply(scenario, &live->err)) {
        scenario_free(scenario);
        return false;
    }
    return session_reload(session, scenario, &live->resume, &live->err);
}

LiveNews live_look(Live *live, Session *session, bool wait)
{
    if (!live->folder[0]) {
        return LIVE_SAME;
    }
    double now = trace_now_milliseconds();
    uint64_t seen = look(live);
    bool changed = seen != live->seen;
    if (changed) {
        live->seen = seen;
        live->noticed = now;
    } else if (!live->waits || (wait && now - live->noticed < SETTLE_MILLISECONDS)) {
        return LIVE_SAME;
    }
    if (reload(live, session)) {
        live->waits = live->broken = false;
        return LIVE_EDITED;
    }
    live->waits = wait && changed;
    if (live->waits) {
        return LIVE_SAME;
    }
    live->broken = true;
    log_line("edited: %s", live->err.message);
    return LIVE_BROKEN;
}

const char *live_place(const Live *live, char *out, int out_size)
{
    const ScriptDiagnostic *first = live->mistakes.count > 0 ? &live->mistakes.items[0] : NULL;
    const char *file = first ? first->file : live->err.file;
    const char *name = strrchr(file, '/') ? strrchr(file, '/') + 1 : file;
    int line = first ? first->line : live->err.line;
    int column = first ? first->column : live->err.column;
    snprintf(out, (size_t)out_size, "%s", name);
    for (int i = 0; i < 2; i++) {
        size_t n = strlen(out);
        int number = i == 0 ? line : column;
        if (number > 0 && line > 0) {
            snprintf(out + n, (size_t)out_size - n, ":%d", number);
        }
    }
    return out;
}

int live_more(const Live *live)
{
    return live->mistakes.count > 0 ? live->mistakes.count - 1 + live->mistakes.left_out : 0;
}
