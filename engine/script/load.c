// script_load: folder -> files -> Lua -> nodes -> builder -> Scenario. Files are read by plain
// code; the Lua state lives on only where the scenario has condition functions.
#include "script/loader.h"
#include "script/lua_condition.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"

#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

enum { FILE_MAX = 1 << 20, COMMAS_MAX = 32 };

// ---- files --------------------------------------------------------------------------------------

// Takes over the text. The index of the source, or -1 when it is not UTF-8 (reported).
static int add_source(Loader *ld, const char *name, char *taken_text, size_t size)
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
    for (size_t i = 0; i < bad && !valid; i++) {
        line += taken_text[i] == '\n';
    }
    source_init(&ld->sources[ld->source_count++], name, taken_text, size);
    if (ld->sandbox != NULL) {
        sandbox_allow(ld->sandbox, size);
    }
    if (valid) {
        return ld->source_count - 1;
    }
    Place at = { ld->source_count - 1, line, 0 };
    diagnostic_fix(
        loader_report(ld, at, CODE_UTF8, "the file is not UTF-8 text (byte %zu)", bad + 1),
        "save it as UTF-8 in your editor");
    return -1;
}

static int read_source(Loader *ld, const char *name, Place at)
{
    char path[512];
    int length = snprintf(path, sizeof path, "%s/%s", ld->folder, name);
    char *text = NULL;
    size_t size = 0;
    Err err = { 0 };
    if (length >= (int)sizeof path || !file_read(path, FILE_MAX, &text, &size, &err)) {
        ScriptDiagnostic *d =
            loader_report(ld, at, at.line > 0 ? CODE_INCLUDE : CODE_FILE, "%s",
                          err.message[0] != '\0' ? err.message : "the path is too long");
        diagnostic_fix(d, "%s",
                       err.fix[0] != '\0' ? err.fix
                                          : "look whether the file is there and can be read");
        if (at.line == 0) {
            diagnostic_file(d, ld->folder, name);
        }
        return -1;
    }
    return add_source(ld, name, text, size);
}

// ---- running a file -----------------------------------------------------------------------------

// Keeps where the call stood; the message itself is looked at later.
static int on_error(lua_State *L)
{
    Loader *ld = loader_of(L);
    lua_Debug ar;
    if (ld != NULL && ld->reading < 0 && lua_getstack(L, 0, &ar)) {
        ld->raised_at = loader_caller(L);
    }
    return 1;
}

// The text with a comma before each of those tokens, in their order.
static void insert_commas(Source *source, const int *tokens, int count)
{
    mem_free(source->mended);
    source->mended = mem_alloc(source->size + (size_t)count + 1);
    size_t from = 0;
    size_t length = 0;
    for (int i = 0; i <= count; i++) {
        const Token *before = i < count ? &source->tokens[tokens[i] - 1] : NULL;
        size_t to = before == NULL ? source->size : before->start + before->length;
        memcpy(source->mended + length, source->text + from, to - from);
        length += to - from;
        from = to;
        if (before != NULL) {
            source->mended[length++] = ',';
        }
    }
}

// Reads the source as Lua. Where only a comma is missing it is reported, put in, and reading goes on,
// so that all of them are found in one go. Raises.
static void read_as_lua(lua_State *L, Loader *ld, int file)
{
    Source *source = &ld->sources[file];
    char name[80];
    int commas[COMMAS_MAX];
    int count = 0;
    snprintf(name, sizeof name, "@%s", source->name);
    for (;;) {
        const char *text = count > 0 ? source->mended : source->text;
        if (luaL_loadbufferx(L, text, source->size + (size_t)count, name, "t") == LUA_OK) {
            return;
        }
        bool may_go_on = count < COMMAS_MAX && ld->sandbox->stop == SANDBOX_WENT &&
                         lua_type(L, -1) == LUA_TSTRING;
        int token = may_go_on ? explain_comma(ld, file, lua_tostring(L, -1)) : -1;
        if (token < 0) {
            lua_error(L);
        } else if (count > 0 && token <= commas[count - 1]) {
            loader_raise(L); // said, and no comma mends it
        }
        lua_pop(L, 1);
        commas[count++] = token;
        insert_commas(source, commas, count);
    }
}

// Reads the source as Lua and runs it; what it returns stays on the stack. Raises.
static void run_source(lua_State *L, Loader *ld, int file)
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

void loader_include(lua_State *L, const char *name, Place at)
{
    Loader *ld = loader_of(L);
    if (!is_file_name(name)) {
        refuse_include(L, ld, at, "include takes the bare name of a file of the same folder",
                       "write include \"friday\" for friday.lua: letters, digits, _ and -");
    }
    if (ld->folder[0] == '\0') {
        refuse_include(L, ld, at, "this scenario is a single text and cannot include another file",
                       "load it from a folder");
    }
    char file_name[64];
    snprintf(file_name, sizeof file_name, "%s.lua", name);
    for (int i = 0; i < ld->source_count; i++) {
        if (strcmp(ld->sources[i].name, file_name) != 0) {
            continue;
        }
        bool running = false;
        for (int k = 0; k < ld->include_depth; k++) {
            running = running || ld->including[k] == i;
        }
        refuse_include(L, ld, at,
                       running ? "this file includes itself, by a detour or directly"
                               : "this file was included before",
                       "include each file once");
    }
    if (ld->source_count == FILES_MAX || ld->include_depth == INCLUDE_DEPTH_MAX) {
        refuse_include(L, ld, at, "too many files, or files too deep in each other",
                       "include all files from scenario.lua");
    }
    int file = read_source(ld, file_name, at);
    if (file < 0) {
        loader_raise(L);
    }
    run_source(L, ld, file);
}

// ---- the steps, each one protected call ---------------------------------------------------------

static int l_open(lua_State *L)
{
    words_push_environment(L);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    conditions_prepare(L);
    return 0;
}

static int l_run(lua_State *L)
{
    run_source(L, loader_of(L), 0);
    return 0;
}

static int l_compile(lua_State *L)
{
    Loader *ld = loader_of(L);
    declare_all(ld, L);
    if (ld->builder != NULL) {
        compile_all(ld, L);
        check_all(ld, L);
    }
    return 0;
}

static bool step(Loader *ld, lua_CFunction function)
{
    lua_State *L = ld->L;
    lua_settop(L, 0);
    lua_pushcfunction(L, on_error);
    lua_pushcfunction(L, function);
    ld->raised = false;
    ld->reading = -1;
    if (lua_pcall(L, 0, 0, 1) == LUA_OK) {
        return true;
    }
    explain_error(ld);
    return false;
}

static void no_state(Loader *ld)
{
    diagnostic_fix(
        diagnostic_add(ld->out, CODE_MEMORY, "there is not enough memory to read a scenario"),
        "close other programs, or raise the limit");
}

static void loader_deinit(Loader *ld)
{
    for (int i = 0; i < ld->source_count; i++) {
        source_deinit(&ld->sources[i]);
    }
    void *blocks[] = { ld->nodes.items,       ld->declared.items, ld->people.items,
                       ld->commitments.items, ld->flags.items,    ld->numbers.items,
                       ld->scenes.items,      ld->endings.items,  ld->standards.items,
                       ld->facts.items,       ld->ways,           ld->pauses,
                       ld->takes.items,       ld->whole_ids };
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        mem_free(blocks[i]);
    }
    builder_free(ld->builder);
}

// Runs all steps. The scenario, or NULL with diagnostics.
static Scenario *load_sources(Loader *ld, const ScriptLimits *limits)
{
    ld->conditions = conditions_new();
    ld->sandbox = conditions_sandbox(ld->conditions);
    Scenario *scenario = NULL;
    if (!sandbox_open(ld->sandbox, limits, ld)) {
        no_state(ld);
    } else {
        ld->L = ld->sandbox->L;
        sandbox_allow(ld->sandbox, ld->sources[0].size);
        bool ran = step(ld, l_open) && step(ld, l_run);
        sandbox_arm(ld->sandbox, ld->sandbox->limits.instructions);
        if (ran && step(ld, l_compile) && ld->out->count == 0) {
            Err err = { 0 };
            scenario = builder_finish(ld->builder, &err);
            ld->builder = NULL;
            if (scenario == NULL) {
                ScriptDiagnostic *d = diagnostic_add(ld->out, CODE_TOO_MANY, "%s", err.message);
                diagnostic_fix(d, "%s",
                               err.fix[0] != '\0' ? err.fix : "make the scenario smaller here");
                d->line = err.line;
                diagnostic_file(d, ld->folder, err.file);
            }
        }
    }
    if (scenario == NULL || conditions_count(ld->conditions) == 0) {
        conditions_free(ld->conditions);
        return scenario;
    }
    scenario->lua_condition = conditions_ask;
    scenario->lua_context = ld->conditions;
    scenario->lua_free = conditions_free;
    if (!conditions_try(ld->conditions, scenario, ld)) {
        scenario_free(scenario);
        return NULL;
    }
    conditions_seal(ld->conditions);
    return scenario;
}

static Scenario *finish(Loader *ld, ScriptDiagnostics *own, ScriptDiagnostics *out, Err *err,
                        Scenario *scenario)
{
    loader_deinit(ld);
    mem_free(ld);
    diagnostics_finish(own, err);
    if (out != NULL) {
        *out = *own;
    } else {
        script_diagnostics_deinit(own);
    }
    return scenario;
}

Scenario *script_load_text(const char *name, const char *text, size_t size,
                           const ScriptLimits *limits, ScriptDiagnostics *out, Err *err)
{
    ScriptDiagnostics own = { 0 };
    Loader *ld = mem_alloc(sizeof *ld);
    ld->out = &own;
    ld->folder = "";
    ld->reading = -1;
    char *copy = mem_alloc(size + 1);
    if (size > 0) {
        memcpy(copy, text, size);
    }
    Scenario *scenario = add_source(ld, name, copy, size) >= 0 ? load_sources(ld, limits) : NULL;
    return finish(ld, &own, out, err, scenario);
}

// "a/b/" -> "a/b"; "a/b/scenario.lua" -> "a/b" and "scenario.lua".
static void split_path(const char *path, char *folder, size_t size, char *name, size_t name_size)
{
    snprintf(folder, size, "%s", path);
    snprintf(name, name_size, "scenario.lua");
    size_t n = strlen(folder);
    if (n > 4 && strcmp(folder + n - 4, ".lua") == 0 && !file_is_folder(path)) {
        char *slash = strrchr(folder, '/');
        snprintf(name, name_size, "%.63s", slash == NULL ? folder : slash + 1);
        if (slash == NULL) {
            snprintf(folder, size, ".");
        } else {
            *slash = '\0';
        }
        return;
    }
    while (n > 1 && folder[n - 1] == '/') {
        folder[--n] = '\0';
    }
}

Scenario *script_load(const char *folder_or_file, ScriptDiagnostics *out, Err *err)
{
    ScriptDiagnostics own = { 0 };
    Loader *ld = mem_alloc(sizeof *ld);
    char folder[400];
    char name[64];
    split_path(folder_or_file, folder, sizeof folder, name, sizeof name);
    ld->out = &own;
    ld->folder = folder;
    ld->reading = -1;
    Scenario *scenario = NULL;
    if (strlen(folder_or_file) >= sizeof folder) {
        diagnostic_add(&own, CODE_FILE, "the path is too long");
    } else if (!file_is_folder(folder)) {
        ScriptDiagnostic *d =
            diagnostic_add(&own, CODE_FILE, "there is no scenario folder \"%s\"", folder);
        diagnostic_fix(d, "give the folder that holds scenario.lua");
        diagnostic_file(d, folder, "");
    } else if (read_source(ld, name, (Place){ -1, 0, 0 }) >= 0) {
        scenario = load_sources(ld, NULL);
    }
    return finish(ld, &own, out, err, scenario);
}
