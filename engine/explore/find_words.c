// A condition in the author's own words, as it may stand in the scenario.
#include "explore/find.h"

#include "base/text.h"
#include "bridge/bridge.h"

#include <stdio.h>

static const char *const of_commitment[] = {
    [COND_KEPT] = "kept",         [COND_MISSED] = "missed", [COND_OPEN] = "open",
    [COND_MOVED] = "moved",       [COND_TOLD] = "told",     [COND_OWNED] = "owned",
    [COND_COVERED] = "covered",   [COND_FOUND] = "found",   [COND_LAPSED] = "lapsed",
    [COND_PROMISED] = "promised", [COND_DONE] = "done",
};

static const char *trust_word(int32_t least)
{
    for (int word = BRIDGE_SOUND; word > BRIDGE_DOWN; word--) {
        if (bridge_word_threshold((BridgeWord)word) == least) {
            return bridge_word_name((BridgeWord)word);
        }
    }
    return "down";
}

static void took(Text *out, const Scenario *sc, int bit)
{
    for (int i = 0; i < sc->option_count; i++) {
        if (sc->options[i].took == bit) {
            char id[96];
            find_option_id(sc, i, id, sizeof id);
            text_addf(out, "took \"%s\"", id);
            return;
        }
    }
    text_add(out, "took \"…\"");
}

static void several(Text *out, const Scenario *sc, const StoryCond *c)
{
    text_add(out, c->kind == COND_ALL ? "all { " : "any { ");
    for (int i = 0; i < c->a; i++) {
        text_add(out, i > 0 ? ", " : "");
        find_condition(out, sc, c->b + i);
    }
    text_add(out, " }");
}

void find_condition(Text *out, const Scenario *sc, int cond)
{
    const StoryCond *c = &sc->conds[cond];
    switch (c->kind) {
    case COND_DUE_WITHIN:
        text_addf(out, "due_within(%s, %g)", sc->commitments[c->a].id, c->c / 60.0);
        break;
    case COND_KNOWS:
        text_addf(out, "knows(%s, \"%s\")", sc->people[sc->facts[c->b].person].id,
                  sc->facts[c->b].id);
        break;
    case COND_CLARIFIED:
        text_addf(out, "clarified(%s, \"%s\")", sc->people[sc->standards[c->b].person].id,
                  sc->standards[c->b].id);
        break;
    case COND_TRUSTS:
        text_addf(out, "trusts(%s, \"%s\")", sc->people[c->a].id, trust_word(c->c));
        break;
    case COND_ACCEPTS:
        text_addf(out, "accepts(%s)", sc->people[c->a].id);
        break;
    case COND_CHOSEN:
        text_addf(out, "chosen(%s)", sc->people[c->a].id);
        break;
    case COND_HOURS:
        text_addf(out, "hours_left(%g)", c->c / 60.0);
        break;
    case COND_ENERGY:
        text_addf(out, "energy_left(%g)", c->c / 1000.0);
        break;
    case COND_FLAG:
        text_addf(out, "is(%s)", sc->flags[c->b]);
        break;
    case COND_AT_LEAST:
        text_addf(out, "at_least(%s, %d)", sc->numbers[c->a].id, (int)c->c);
        break;
    case COND_TOOK:
        took(out, sc, c->b);
        break;
    case COND_SILO:
        text_add(out, "silo()");
        break;
    case COND_ALL:
    case COND_ANY:
        several(out, sc, c);
        break;
    case COND_NO:
        text_add(out, "no(");
        find_condition(out, sc, c->b);
        text_add(out, ")");
        break;
    case COND_LUA:
        text_add(out, "the condition function");
        break;
    default:
        text_addf(out, "%s(%s)", of_commitment[c->kind], sc->commitments[c->a].id);
        break;
    }
}

void explore_condition(Text *out, const Scenario *sc, int cond)
{
    find_condition(out, sc, cond);
}
