// The market of tests/explore/data, for tests that count what may come of its choices: two days, two colleagues
// (Ode, Ivo), rain by chance. `sc` is set by market_open, a test's set-up; `h` is played by the test.
#pragma once

#include "support/test.h"

#include "script/script.h"
#include "story/history.h"

static Scenario *sc;
static StoryHistory h;

static inline int market_open(void **state)
{
    (void)state;
    Err err = { 0 };
    ScriptDiagnostics mistakes = { 0 };
    sc = script_load(PLANKWRIGHT_SOURCE "/tests/explore/data/market.lua", &mistakes, &err);
    script_diagnostics_deinit(&mistakes);
    return sc == NULL;
}

static inline int market_close(void **state)
{
    (void)state;
    scenario_free(sc);
    return 0;
}
