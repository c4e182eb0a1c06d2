// See functions.h.
#include "explore/functions.h"

#include "base/arena.h"

bool explore_asks_function(const Scenario *sc, int cond)
{
    if (cond < 0) {
        return false;
    }
    const StoryCond *c = &sc->conds[cond];
    if (c->kind == COND_LUA || c->kind == COND_NO) {
        return c->kind == COND_LUA || explore_asks_function(sc, c->b);
    }
    bool asks = false;
    for (int i = 0; !asks && i < c->a && (c->kind == COND_ALL || c->kind == COND_ANY); i++) {
        asks = explore_asks_function(sc, c->b + i);
    }
    return asks;
}

static int count_functions(const Scenario *sc)
{
    int count = 0;
    for (int i = 0; i < sc->cond_count; i++) {
        int function = sc->conds[i].kind == COND_LUA ? sc->conds[i].b : -1;
        count = function >= count ? function + 1 : count;
    }
    for (int i = 0; i < sc->always_count; i++) {
        int function = sc->always[i].function;
        count = function >= count ? function + 1 : count;
    }
    return count;
}

void explore_functions_init(ExploreFunctions *functions, const Scenario *scenario)
{
    *functions = (ExploreFunctions){ .scenario = scenario };
    functions->unheard = scenario->lua_condition != NULL && scenario->lua_heard == NULL;
    functions->count = scenario->lua_heard != NULL ? count_functions(scenario) : 0;
    functions->heard = mem_alloc(sizeof *functions->heard * (size_t)(functions->count + 1));
    for (int i = 0; i < functions->count; i++) {
        functions->heard[i] = scenario->lua_heard(scenario->lua_context, i);
    }
}

void explore_functions_deinit(ExploreFunctions *functions)
{
    mem_free(functions->heard);
    *functions = (ExploreFunctions){ .count = 0 };
}

static bool differ(const StoryLuaReads *a, const StoryLuaReads *b)
{
    return a->states != b->states || a->flags != b->flags || a->facts != b->facts ||
           a->numbers != b->numbers || a->trusts != b->trusts || a->energy != b->energy;
}

bool explore_functions_stale(const ExploreFunctions *functions)
{
    const Scenario *sc = functions->scenario;
    for (int i = 0; i < functions->count; i++) {
        StoryLuaReads now = sc->lua_heard(sc->lua_context, i);
        if (differ(&now, &functions->heard[i])) {
            return true;
        }
    }
    return false;
}
