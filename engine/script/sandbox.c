// The state of the sandbox: allocator with a cap, count hook with a budget, one protected call.
// There is no pcall inside, so what stops a scenario cannot be caught by it.
#include "script/sandbox.h"

#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HOOK_EVERY = 1000 };

ScriptLimits script_limits(void)
{
    return (ScriptLimits){ .memory = (size_t)64 << 20,
                           .block = (size_t)4 << 20,
                           .allocated = (size_t)1 << 30,
                           .instructions = 20000000,
                           .call_instructions = 200000,
                           .seconds = 10.0 };
}

static void *allocate(void *context, void *old, size_t old_size, size_t new_size)
{
    Sandbox *s = context;
    if (old == NULL) {
        old_size = 0; // Lua passes the type of the new object
    }
    if (new_size == 0) {
        free(old);
        s->used -= old_size;
        return NULL;
    }
    if (new_size > old_size) {
        size_t more = new_size - old_size;
        s->allocations++;
        bool failing = s->limits.fail_allocation > 0 && s->allocations >= s->limits.fail_allocation;
        if (failing || new_size > s->limits.block || s->used + more > s->limits.memory ||
            s->taken + new_size > s->limits.allocated) {
            s->stop = s->stop == SANDBOX_WENT ? SANDBOX_MEMORY : s->stop;
            return NULL;
        }
        s->taken += new_size;
    }
    void *memory = realloc(old, new_size);
    if (memory != NULL) {
        s->used += new_size;
        s->used -= old_size;
    } else if (new_size <= old_size) {
        return old; // Lua relies on shrinking to work
    } else {
        s->stop = s->stop == SANDBOX_WENT ? SANDBOX_MEMORY : s->stop;
    }
    return memory;
}

Sandbox *sandbox_of(lua_State *L)
{
    Sandbox *sandbox;
    memcpy(&sandbox, lua_getextraspace(L), sizeof(Sandbox *));
    return sandbox;
}

static void count_hook(lua_State *L, lua_Debug *ar)
{
    Sandbox *s = sandbox_of(L);
    if (lua_getinfo(L, "Sl", ar) != 0 && ar->source[0] == '@') {
        snprintf(s->file, sizeof s->file, "%.60s", ar->source + 1);
        s->line = ar->currentline;
    }
    s->left -= HOOK_EVERY;
    // Asking the clock costs more than most conditions: it is asked from the first hook on.
    clock_t now = clock();
    if (s->deadline == 0) {
        s->deadline = now + (clock_t)(s->limits.seconds * CLOCKS_PER_SEC);
    }
    if (s->left < 0 || now > s->deadline) {
        s->stop = SANDBOX_ENDLESS;
        luaL_error(L, "stopped");
    }
}

static int panicked(lua_State *L)
{
    const char *message = lua_tostring(L, -1);
    fprintf(stderr, "a Lua error outside of a protected call: %s\n",
            message != NULL ? message : "?");
    abort();
}

static int l_library(lua_State *L)
{
    library_push(L);
    lua_setfield(L, LUA_REGISTRYINDEX, "library");
    return 0;
}

bool sandbox_open(Sandbox *sandbox, const ScriptLimits *limits, void *owner)
{
    *sandbox = (Sandbox){ .limits = limits != NULL ? *limits : script_limits(), .owner = owner };
    sandbox_arm(sandbox, sandbox->limits.instructions);
    lua_State *L = lua_newstate(allocate, sandbox);
    if (L == NULL) {
        return false;
    }
    sandbox->L = L;
    memcpy(lua_getextraspace(L), &sandbox, sizeof(Sandbox *));
    lua_atpanic(L, panicked);
    lua_sethook(L, count_hook, LUA_MASKCOUNT, HOOK_EVERY);
    if (!sandbox_call(sandbox, l_library, NULL)) {
        sandbox_close(sandbox);
        return false;
    }
    return true;
}

void sandbox_close(Sandbox *sandbox)
{
    if (sandbox->L != NULL) {
        lua_close(sandbox->L);
        sandbox->L = NULL;
    }
    if (sandbox->limits.allocations != NULL) {
        *sandbox->limits.allocations = sandbox->allocations;
    }
}

void sandbox_arm(Sandbox *sandbox, int64_t instructions)
{
    sandbox->left = instructions;
    sandbox->taken = 0;
    sandbox->stop = SANDBOX_WENT;
    sandbox->line = 0;
    sandbox->deadline = 0;
}

bool sandbox_call(Sandbox *sandbox, lua_CFunction function, void *context)
{
    lua_State *L = sandbox->L;
    lua_pushcfunction(L, function);
    lua_pushlightuserdata(L, context);
    return lua_pcall(L, 1, 0, 0) == LUA_OK;
}
