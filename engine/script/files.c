// The author's files: which may be read, read whole by plain code, run as Lua, with what is shared
// between scenarios (include "lib/…"). Nothing outside of the scenario's folder and the library is
// read.
#include "script/loader.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"

#include <lauxlib.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { FILE_MAX = 1 << 20, TOKENS_MAX = 1 << 20, BYTES_MAX = 8 << 20 };

static const char *library = ""; // the folder; said once, at the start of the program

void script_set_library(const char *folder)
{
    library = folder;
}

bool loader_is_shared(const char *name)
{
    return strncmp(name, LIBRARY_PREFIX, strlen(LIBRARY_PREFIX)) == 0;
}

// ---- files --------------------------------------------------------------------------------------

// How many tokens the next file may have: their number and the bytes of all files are what loading takes of
// memory besides Lua.
static int room_for(const Loader *ld)
{
    int tokens = TOKENS_MAX;
    size_t bytes = 0;
    for (int i = 0; i < ld->source_count; i++) {
        tokens -= ld->sources[i].count;
        bytes += ld->sources[i].size;
    }
    return bytes > BYTES_MAX ? 0 : tokens;
}

int loader_add_source(Loader *ld, const char *name, char *taken_text, size_t size)
{
    // A mark at the beginning that some editors write means nothing.
    if (size >= 3 && memcmp(taken_text, "\xEF\xBB\xBF", 3) == 0) {
        memmove(taken_text, taken_text + 3, size - 3 + 1);
        size -= 3;
    }
    size_t bad = 0;
    bool binary = size > 0 && taken_text[0] == '\x1b'; // Lua says that better
    bool valid = binary || utf8_valid(taken_text, size, &bad);
    int line = 1;
    int column = 1;
    for (size_t i = 0; i < bad && !valid; i++) {
        line += taken_text[i] == '\n';
        column =
            taken_text[i] == '\n' ? 1 : column + (((unsigned char)taken_text[i] & 0xC0u) != 0x80u);
    }
    bool fits = source_init(&ld->sources[ld->source_count++], name, taken_text, size, room_for(ld));
    if (ld->sandbox != NULL) {
        sandbox_allow(ld->sandbox, size);
    }
    Place at = { ld->source_count - 1, line, valid ? 0 : column };
    if (valid && !fits) {
        diagnostic_fix(loader_report(ld, at, CODE_TOO_MANY,
                                     "the files of this scenario are too long together"),
                       "make two scenarios of it");
        return -1;
    }
    if (valid) {
        return ld->source_count - 1;
    }
    diagnostic_fix(
        loader_report(ld, at, CODE_UTF8, "the file is not UTF-8 text (byte %zu)", bad + 1),
        "save it as UTF-8 in your editor");
    return -1;
}

// folder/name without its "lib/" where that is the library's own.
static bool path_of(const char *folder, const char *name, char *out, size_t size)
{
    bool own = folder != library || !loader_is_shared(name);
    return snprintf(out, size, "%s/%s", folder, own ? name : name + strlen(LIBRARY_PREFIX)) <
           (int)size;
}

// A shared piece may lie in lib/ of the scenario, where somebody wants to keep it as it is; else it is
// the library's.
const char *loader_folder_of(const Loader *ld, const char *name)
{
    char path[512];
    if (!loader_is_shared(name) || library[0] == '\0' ||
        (path_of(ld->folder, name, path, sizeof path) && file_exists(path))) {
        return ld->folder;
    }
    return library;
}

// What a scenario includes lies in its folder, also where links lead; or beside the real scenario.lua,
// for those who install by links to each file. The library is the program's own.
static bool may_read(const char *folder, const char *path)
{
    char home[512];
    snprintf(home, sizeof home, "%s/scenario.lua", folder);
    return folder == library || file_is_inside(path, folder) || file_is_inside(path, home);
}

// "did you mean": what could have been included instead, from the folder and from the library.
static void meant_instead(ScriptDiagnostic *d, const Loader *ld, const char *name)
{
    enum { NAMES_HERE = 128, NAME_SIZE = 64 };
    static const char *const prefixes[] = { "", LIBRARY_PREFIX };
    char(*names)[NAME_SIZE] = mem_alloc(NAMES_HERE * sizeof *names);
    const char *list[NAMES_HERE];
    int count = 0;
    char wrong[NAME_SIZE];
    snprintf(wrong, sizeof wrong, "%.*s", (int)(strlen(name) - strlen(".lua")), name);
    for (int i = 0; i < 2; i++) {
        FileList files;
        Err ignored;
        if (!file_list(i == 0 ? ld->folder : library, &files, &ignored)) {
            continue;
        }
        for (int k = 0; k < files.count && count < NAMES_HERE; k++) {
            size_t length = strlen(files.names[k]);
            if (length > 4 && length < 48 && strcmp(files.names[k] + length - 4, ".lua") == 0) {
                snprintf(names[count], NAME_SIZE, "%s%.*s", prefixes[i], (int)length - 4,
                         files.names[k]);
                list[count] = names[count];
                bool bare = i == 1 && strcmp(names[count] + strlen(LIBRARY_PREFIX), wrong) == 0;
                count++;
                if (bare) { // "one-on-one" for "lib/one-on-one"
                    snprintf(wrong, sizeof wrong, "%s", names[count - 1]);
                }
            }
        }
        file_list_free(&files);
    }
    diagnostic_meant(d, wrong, list, count);
    mem_free(names);
}

// scenario.lua is not there: what lies in its place, under another name.
static void first_file_missing(ScriptDiagnostic *d, const char *folder, const char *name)
{
    FileList files;
    Err ignored;
    const char *other = NULL;
    int count = 0;
    if (!file_list(folder, &files, &ignored)) {
        return;
    }
    for (int i = 0; i < files.count; i++) {
        const char *end = strstr(files.names[i], ".lua");
        if (end == NULL) {
            end = strstr(files.names[i], ".LUA");
        }
        if (end != NULL && files.names[i][0] != '.' && strlen(files.names[i]) < 48) {
            other = files.names[i]; // scenario.lua.txt too
            count++;
        }
    }
    snprintf(d->message, sizeof d->message, "there is no %.60s in this folder", name);
    utf8_tidy(d->message);
    if (count == 1) {
        diagnostic_fix(d, "there is %s: the first file of a story is called %s", other, name);
    } else {
        diagnostic_fix(d, "the first file of a story is called %s; plankwright new makes one",
                       name);
    }
    file_list_free(&files);
}

int loader_read_source(Loader *ld, const char *name, Place at)
{
    char path[512];
    char *text = NULL;
    size_t size = 0;
    Err err = { 0 };
    const char *folder = loader_folder_of(ld, name);
    bool good = path_of(folder, name, path, sizeof path) ||
                err_set(&err, ERR_INPUT, "the path is too long");
    good = good && (at.line == 0 || may_read(folder, path) ||
                    err_set(&err, ERR_INPUT, "the file lies outside of the scenario's folder"));
    if (!good || !file_read(path, FILE_MAX, &text, &size, &err)) {
        ScriptDiagnostic *d = at.line > 0
                                  ? loader_report(ld, at, CODE_INCLUDE, "%s: %s", name, err.message)
                                  : loader_report(ld, at, CODE_FILE, "%s", err.message);
        diagnostic_fix(d, "%s",
                       err.fix[0] != '\0' ? err.fix
                                          : "look whether the file is there and can be read");
        if (at.line == 0) {
            diagnostic_file(d, folder, name);
            if (good && !file_exists(path)) {
                first_file_missing(d, folder, name);
            }
        } else if (!file_exists(path)) {
            meant_instead(d, ld, name);
        }
        return -1;
    }
    return loader_add_source(ld, name, text, size);
}

// ---- running a file -----------------------------------------------------------------------------

// Hands the text to Lua piece by piece, and looks at the clock between them: Lua's reader walks along its
// chains of `elseif` and `and`, so that its time grows with the square of their length.
typedef struct Pieces {
    const char *name, *at;
    size_t left;
    int line, slow; // slow: pieces in a row
    clock_t before;
} Pieces;

static const char *next_piece(lua_State *L, void *context, size_t *size)
{
    enum { PIECE = 4096, SLOW_MS = 8, SLOW_PIECES = 2 };
    Pieces *p = context;
    clock_t now = clock();
    p->slow = now - p->before > CLOCKS_PER_SEC / 1000 * SLOW_MS ? p->slow + 1 : 0;
    p->before = now;
    if (p->slow == SLOW_PIECES) {
        luaL_error(L, "%s:%d: what belongs together here is too long", p->name, p->line);
    }
    *size = p->left < PIECE ? p->left : PIECE;
    const char *piece = p->at;
    for (size_t i = 0; i < *size; i++) {
        p->line += piece[i] == '\n';
    }
    p->at += *size;
    p->left -= *size;
    return *size == 0 ? NULL : piece;
}

static int load_pieces(lua_State *L, const char *text, size_t size, const char *name)
{
    Pieces pieces = { name + 1, text, size, 1, 0, clock() };
    return lua_load(L, next_piece, &pieces, name, "t");
}

// Reads the source as Lua. Where only a comma, quotes or brackets are missing that is reported, they are
// put in, and reading goes on, so that all of them are found in one go. Raises.
static void read_as_lua(lua_State *L, Loader *ld, int file)
{
    Source *source = &ld->sources[file];
    char name[80];
    Mends mends = { .count = 0 };
    snprintf(name, sizeof name, "@%s", source->name);
    mend_names(ld, file, &mends);
    for (;;) {
        size_t size = mends.count > 0 ? mend_apply(source, &mends) : source->size;
        if (load_pieces(L, mends.count > 0 ? source->mended : source->text, size, name) == LUA_OK) {
            return;
        }
        bool may_go_on = mends.count < MENDS_MAX && ld->sandbox->stop == SANDBOX_WENT &&
                         lua_type(L, -1) == LUA_TSTRING;
        int token = may_go_on ? explain_comma(ld, file, lua_tostring(L, -1)) : -1;
        if (token < 0) {
            lua_error(L);
        } else if (!mend_comma(&mends, source, token)) {
            loader_raise(L); // said, and no comma mends it
        }
        lua_pop(L, 1);
    }
}

void loader_run_source(lua_State *L, Loader *ld, int file)
{
    int before = ld->reading;
    ld->reading = file;
    read_as_lua(L, ld, file);
    ld->reading = before;
    ld->including[ld->include_depth++] = file;
    lua_call(L, 0, 1);
    ld->include_depth--;
}

static bool is_file_name(const char *name)
{
    size_t n = strlen(name);
    if (n == 0 || n > 40) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        char c = name[i];
        bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                    c == '_' || c == '-';
        if (!good) {
            return false;
        }
    }
    return true;
}

static int refuse_include(lua_State *L, Loader *ld, Place at, const char *message, const char *fix)
{
    diagnostic_fix(loader_report(ld, at, CODE_INCLUDE, "%s", message), "%s", fix);
    return loader_raise(L);
}

// The file that `name` stands for, "friday.lua" or "lib/one-on-one.lua"; false when it is no such name.
static bool file_of(const char *name, char *out, size_t size)
{
    const char *bare = loader_is_shared(name) ? name + strlen(LIBRARY_PREFIX) : name;
    snprintf(out, size, "%.47s.lua", name);
    return is_file_name(bare);
}

// What was included before: a shared piece gives the same again, which it has returned.
static void include_again(lua_State *L, Loader *ld, int file, Place at)
{
    bool running = false;
    for (int k = 0; k < ld->include_depth; k++) {
        running = running || ld->including[k] == file;
    }
    if (running || !loader_is_shared(ld->sources[file].name)) {
        refuse_include(L, ld, at,
                       running ? "this file includes itself, by a detour or directly"
                               : "this file was included before",
                       "include each file once");
    }
    lua_getfield(L, LUA_REGISTRYINDEX, ld->sources[file].name);
}

void loader_include(lua_State *L, const char *name, Place at)
{
    Loader *ld = loader_of(L);
    char file_name[64];
    if (!file_of(name, file_name, sizeof file_name)) {
        refuse_include(L, ld, at, "include takes the bare name of a file of the same folder",
                       "write include \"friday\" for friday.lua: letters, digits, _ and -; include "
                       "\"lib/…\" for a shared piece");
    }
    if (ld->folder[0] == '\0') {
        refuse_include(L, ld, at, "this scenario is a single text and cannot include another file",
                       "load it from a folder");
    }
    for (int i = 0; i < ld->source_count; i++) {
        if (strcmp(ld->sources[i].name, file_name) == 0) {
            include_again(L, ld, i, at);
            return;
        }
    }
    if (ld->source_count == FILES_MAX || ld->include_depth == INCLUDE_DEPTH_MAX) {
        refuse_include(L, ld, at, "too many files, or files too deep in each other",
                       "include all files from scenario.lua");
    }
    int file = loader_read_source(ld, file_name, at);
    if (file < 0) {
        loader_raise(L);
    }
    loader_run_source(L, ld, file);
    if (loader_is_shared(file_name)) {
        lua_pushvalue(L, -1);
        lua_setfield(L, LUA_REGISTRYINDEX, file_name);
    }
}
