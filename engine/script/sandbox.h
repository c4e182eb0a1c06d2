// A lua_State that cannot harm: capped memory, counted instructions, nothing of the outside. What
// authors may call besides the words of the story stands in library.c. Knows no scenario.
#pragma once

#include "script/script.h"

#include <lua.h>
#include <time.h>

typedef enum SandboxStop { SANDBOX_WENT, SANDBOX_ENDLESS, SANDBOX_MEMORY } SandboxStop;

typedef struct Sandbox {
    lua_State *L;
    ScriptLimits limits;
    size_t used, taken; // bytes alive; bytes taken since the last sandbox_arm
    long allocations;
    int64_t left;     // instructions
    clock_t deadline; // 0: not yet set
    char file[64];    // where it was stopped: such errors have no place in Lua
    int line;
    SandboxStop stop; // why the running call was stopped
    void *owner;      // for the functions called from Lua
} Sandbox;

// Makes the state and its library. False: not enough memory (then nothing is to be closed).
bool sandbox_open(Sandbox *sandbox, const ScriptLimits *limits, void *owner);
void sandbox_close(Sandbox *sandbox);

// The sandbox a state belongs to.
Sandbox *sandbox_of(lua_State *L);

// Fills the budgets for the next call.
void sandbox_arm(Sandbox *sandbox, int64_t instructions);

// Gives a file of that size the time that reading it may take.
void sandbox_allow(Sandbox *sandbox, size_t bytes);

// Takes what a function of the library does inside off the budget, as so many instructions. Raises when
// it is spent.
void sandbox_charge(lua_State *L, size_t work);

// Calls `function` protected, with `context` as its light userdata argument. False: it raised (or
// memory ran out); the error object is then on the stack.
bool sandbox_call(Sandbox *sandbox, lua_CFunction function, void *context);

// library.c: pushes the table of what is allowed. Raises.
void library_push(lua_State *L);
// Whether `name` is something Lua has elsewhere and scenarios have not; why, or what to use
// instead.
const char *library_forbidden(const char *name);
extern const char *const library_names[];
extern const int library_name_count;
