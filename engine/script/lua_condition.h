// Conditions that are Lua functions: kept in the sandbox, asked through one protected call, checked
// to be pure. Lives as long as the scenario. Knows nothing of how a scenario is loaded.
#pragma once

#include "bridge/bridge.h"
#include "script/loader.h"
#include "story/story.h"

typedef struct Conditions Conditions;

Conditions *conditions_new(void);
Sandbox *conditions_sandbox(Conditions *conditions);
void conditions_free(void *conditions); // Scenario.lua_free; ends the Lua state too

// Prepares the read-only `s`. Raises.
void conditions_prepare(lua_State *L);

// Takes the function at that index as a condition: its number, or -1 after a report. Raises for
// memory.
int conditions_add(lua_State *L, int index, Place at);
int conditions_count(const Conditions *conditions);

// Asks each once about the state before the story begins, so that a slip shows when loading; false
// when one failed (reported).
bool conditions_try(Conditions *conditions, Scenario *scenario, Loader *loader);

// From here on no word of the story can be called any more; what loading has left in Lua is given
// back.
void conditions_seal(Conditions *conditions);

// Scenario.lua_condition. Whose trust is read is asked of the scenario's oracle, where it has one,
// each person once, in the order in which the function reads them.
bool conditions_ask(void *context, int function, const Scenario *scenario, const Playthrough *play,
                    bool *out, Err *err);

// Scenario.lua_heard.
StoryLuaReads conditions_heard(void *context, int function);
