// Conditions are data; this answers them. A Lua condition is asked through the scenario's callback.
#include "story/turn.h"

static bool is_silo(const Scenario *sc, const Playthrough *p)
{
    for (int i = 0; i < sc->person_count; i++) {
        int32_t threshold =
            bridge_crossing_threshold(BRIDGE_STAKES_MEDIUM, sc->people[i].crossing_shift);
        if (trust_reading(sc->trust, &play_person_c(sc, p, i)->trust) >= threshold) {
            return false;
        }
    }
    return true;
}

// The states in which a condition about a commitment's state is true.
static const uint16_t states_of[] = {
    [COND_KEPT] = 1 << STATE_KEPT,
    [COND_MISSED] = 1 << STATE_WARNED | 1 << STATE_MISSED | 1 << STATE_FOUND_OUT,
    [COND_OPEN] = 1 << STATE_OPEN | 1 << STATE_MOVED,
    [COND_OWNED] = 1 << STATE_OWNED_UP,
    [COND_COVERED] = 1 << STATE_COVERED_UP,
    [COND_FOUND] = 1 << STATE_FOUND_OUT,
    [COND_LAPSED] = 1 << STATE_LAPSED,
    [COND_PROMISED] = 0xffff & ~(1 << STATE_NONE),
};

static bool is_in_state(const Scenario *sc, const Playthrough *p, const StoryCond *c)
{
    return (states_of[c->kind] >> play_commitment_c(sc, p, c->a)->state & 1) != 0;
}

static bool is_due_within(const Scenario *sc, const Playthrough *p, const StoryCond *c)
{
    const CommitmentState *s = play_commitment_c(sc, p, c->a);
    return play_is_open(s->state) && s->due_minute - p->clock_minute <= c->c;
}

static bool holds(const Scenario *sc, const Playthrough *p, int cond, bool *failed, Err *err);

static bool several(const Scenario *sc, const Playthrough *p, const StoryCond *c, bool *failed,
                    Err *err)
{
    bool wanted = c->kind == COND_ANY; // the answer that ends the search
    for (int i = 0; i < c->a; i++) {
        if (holds(sc, p, c->b + i, failed, err) == wanted || *failed) {
            return wanted && !*failed;
        }
    }
    return !wanted;
}

static bool holds(const Scenario *sc, const Playthrough *p, int cond, bool *failed, Err *err)
{
    if (cond < 0) {
        return true;
    }
    const StoryCond *c = &sc->conds[cond];
    switch ((StoryCondKind)c->kind) {
    case COND_KNOWS:
        return (p->facts >> c->b & 1u) != 0;
    case COND_CLARIFIED:
        return (p->standards >> c->b & 1u) != 0;
    case COND_TRUSTS:
        return trust_reading(sc->trust, &play_person_c(sc, p, c->a)->trust) >= c->c;
    case COND_ACCEPTS:
        return ledger_accepts(sc, p, c->a);
    case COND_CHOSEN:
        return p->who == c->a;
    case COND_HOURS:
        return clock_hours_left(sc, p) >= c->c;
    case COND_ENERGY:
        return p->energy >= c->c;
    case COND_FLAG:
        return (p->flags >> c->b & 1u) != 0;
    case COND_AT_LEAST:
        return play_number(sc, p, c->a) >= c->c;
    case COND_TOOK:
        return play_took(sc, p, c->b);
    case COND_SILO:
        return is_silo(sc, p);
    case COND_ALL:
    case COND_ANY:
        return several(sc, p, c, failed, err);
    case COND_NO:
        return !holds(sc, p, c->b, failed, err) && !*failed;
    case COND_LUA: {
        bool answer = false;
        if (!turn_lua(sc, p, c->b, &answer, err)) {
            *failed = true;
        }
        return answer;
    }
    case COND_KEPT:
    case COND_MISSED:
    case COND_OPEN:
    case COND_OWNED:
    case COND_COVERED:
    case COND_FOUND:
    case COND_LAPSED:
    case COND_PROMISED:
        return is_in_state(sc, p, c);
    case COND_MOVED:
        return play_commitment_c(sc, p, c->a)->moves > 0;
    case COND_TOLD:
        return (play_commitment_c(sc, p, c->a)->flags & COMMITMENT_TOLD) != 0;
    case COND_DONE:
        return play_commitment_c(sc, p, c->a)->done_minutes >= sc->commitments[c->a].effort_minutes;
    case COND_DUE_WITHIN:
        return is_due_within(sc, p, c);
    }
    return false;
}

bool turn_lua(const Scenario *sc, const Playthrough *p, int function, bool *out, Err *err)
{
    *out = false;
    if (sc->lua_condition == NULL) {
        return err_set(err, ERR_INPUT, "the scenario asks a Lua condition, but no Lua is there");
    }
    return sc->lua_condition(sc->lua_context, function, sc, p, out, err);
}

bool story_condition(const Scenario *scenario, const Playthrough *play, int cond, bool *out,
                     Err *err)
{
    bool failed = false;
    *out = holds(scenario, play, cond, &failed, err);
    return !failed;
}

bool turn_condition(Turn *t, int cond)
{
    bool failed = false;
    bool answer = holds(t->sc, t->p, cond, &failed, t->err);
    if (failed) {
        t->failed = true;
    }
    return answer && !failed;
}

bool story_always(const Scenario *scenario, const Playthrough *play, int *broken, Err *err)
{
    for (int i = 0; i < scenario->always_count; i++) {
        bool answer = false;
        if (!turn_lua(scenario, play, scenario->always[i].function, &answer, err) || !answer) {
            *broken = i;
            return false;
        }
    }
    *broken = -1;
    return true;
}
