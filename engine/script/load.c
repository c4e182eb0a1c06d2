// script_load: folder -> files -> Lua -> nodes -> builder -> Scenario. Files are read in files.c; the Lua
// state lives on only where the scenario has condition functions.
#include "script/loader.h"
#include "script/lua_condition.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"

#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

// ---- the steps, each one protected call ---------------------------------------------------------

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

static int l_open(lua_State *L)
{
    words_push_environment(L);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    conditions_prepare(L);
    return 0;
}

static int l_run(lua_State *L)
{
    loader_run_source(L, loader_of(L), 0);
    return 0;
}

static int l_compile(lua_State *L)
{
    Loader *ld = loader_of(L);
    check_tables(ld, L);
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
    ld->raised_at = (Place){ -1, 0, 0 };
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
    void *blocks[] = { ld->nodes.items,
                       ld->declared.items,
                       ld->people.items,
                       ld->commitments.items,
                       ld->flags.items,
                       ld->numbers.items,
                       ld->scenes.items,
                       ld->endings.items,
                       ld->standards.items,
                       ld->facts.items,
                       ld->ways,
                       ld->pauses,
                       ld->takes.items,
                       ld->was,
                       ld->sentences.items };
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        mem_free(blocks[i]);
    }
    Names *names[] = { &ld->people.names,  &ld->commitments.names, &ld->flags.names,
                       &ld->numbers.names, &ld->scenes.names,      &ld->endings.names,
                       &ld->whole_ids,     &ld->sentences.names };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        names_deinit(names[i]);
    }
    builder_free(ld->builder);
}

// Where scenario { } stands, for what has no place of its own.
static int scenario_line(const Loader *ld)
{
    for (int i = 0; i < ld->declared.count; i++) {
        const Node *node = ld->declared.items[i];
        if (node->word == NODE_SCENARIO && node->at.file == 0) {
            return node->at.line;
        }
    }
    return 1;
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
                d->line = err.line > 0 ? err.line : scenario_line(ld);
                const char *file = err.line > 0 ? err.file : ld->sources[0].name;
                diagnostic_file(d, loader_folder_of(ld, file), file);
            }
        }
    }
    if (scenario == NULL || conditions_count(ld->conditions) == 0) {
        conditions_free(ld->conditions);
        return scenario;
    }
    scenario->lua_condition = conditions_ask;
    scenario->lua_heard = conditions_heard;
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
    Scenario *scenario =
        loader_add_source(ld, name, copy, size) >= 0 ? load_sources(ld, limits) : NULL;
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
    } else if (loader_read_source(ld, name, (Place){ -1, 0, 0 }) >= 0) {
        scenario = load_sources(ld, NULL);
    }
    return finish(ld, &own, out, err, scenario);
}
