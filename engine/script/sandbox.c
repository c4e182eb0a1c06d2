// The state of the sandbox: allocator with a cap, count hook with a budget, one protected call.
// There is no pcall inside, so what stops a scenario cannot be caught by it.
#include "script/sandbox.h"

#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HOOK_EVERY = 1000 };
static const double SECONDS_A_BYTE = 1e-6;

ScriptLimits script_limits(void)
{
    return (ScriptLimits){ .memory = (size_t)64 << 20,
                           .block = (size_t)4 << 20,
                           .text = (size_t)256 << 10,
                           .allocated = (size_t)512 << 20,
                           .instructions = 5000000,
                           .call_instructions = 200000,
                           .seconds = 0.15 };
}

// Where the machine is, for errors of memory, which come without a place.
static void remember_place(Sandbox *s, lua_State *L)
{
    lua_Debug ar;
    for (int level = 0; level < 12 && lua_getstack(L, level, &ar); level++) {
        if (lua_getinfo(L, "Sl", &ar) != 0 && ar.currentline > 0 && ar.source[0] == '@') {
            snprintf(s->file, sizeof s->file, "%.60s", ar.source + 1);
            s->line = ar.currentline;
            return;
        }
    }
}

static void *refuse(Sandbox *s)
{
    if (s->stop == SANDBOX_WENT) {
        s->stop = SANDBOX_MEMORY;
        if (s->L != NULL) {
            remember_place(s, s->L);
        }
    }
    return NULL;
}

static void *allocate(void *context, void *old, size_t old_size, size_t new_size)
{
    Sandbox *s = context;
    bool text = old == NULL && old_size == LUA_TSTRING;
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
        if (failing || new_size > (text ? s->limits.text : s->limits.block) ||
            s->used + more > s->limits.memory || s->taken + new_size > s->limits.allocated) {
            return refuse(s);
        }
        s->taken += new_size;
        s->stop = s->stop == SANDBOX_MEMORY ? SANDBOX_WENT : s->stop; // Lua has made room
    }
    void *memory = realloc(old, new_size);
    if (memory != NULL) {
        s->used += new_size;
        s->used -= old_size;
        if (s->limits.peak != NULL && s->used > *s->limits.peak) {
            *s->limits.peak = s->used;
        }
    } else if (new_size <= old_size) {
        return old; // Lua relies on shrinking to work
    } else {
        return refuse(s);
    }
    return memory;
}

Sandbox *sandbox_of(lua_State *L)
{
    Sandbox *sandbox;
    memcpy(&sandbox, lua_getextraspace(L), sizeof(Sandbox *));
    return sandbox;
}

// Asking the clock costs more than most conditions: it is asked from the first hook on.
static void stop_when_spent(lua_State *L, Sandbox *s)
{
    clock_t now = clock();
    if (s->deadline == 0) {
        s->deadline = now + (clock_t)(s->limits.seconds * CLOCKS_PER_SEC);
    }
    if (s->left < 0 || now > s->deadline) {
        remember_place(s, L);
        s->stop = SANDBOX_ENDLESS;
        luaL_error(L, "stopped");
    }
}

static void count_hook(lua_State *L, lua_Debug *ar)
{
    (void)ar;
    Sandbox *s = sandbox_of(L);
    s->left -= HOOK_EVERY;
    stop_when_spent(L, s);
}

void sandbox_allow(Sandbox *sandbox, size_t bytes)
{
    double more = (double)bytes * SECONDS_A_BYTE;
    sandbox->limits.seconds += more;
    if (sandbox->deadline != 0) {
        sandbox->deadline += (clock_t)(more * CLOCKS_PER_SEC);
    }
}

void sandbox_charge(lua_State *L, size_t work)
{
    Sandbox *s = sandbox_of(L);
    int64_t before = s->left / HOOK_EVERY;
    s->left -= work > INT32_MAX ? INT32_MAX : (int64_t)work;
    if (s->left < 0 || s->left / HOOK_EVERY != before) {
        stop_when_spent(L, s);
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
