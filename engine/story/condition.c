// Conditions are data; this answers them. A Lua condition is asked through the scenario's callback.
#include "story/turn.h"

static bool is_silo(const Scenario *sc, const Playthrough *p)
{
    for (int i = 0; i < sc->person_count; i++) {
        int32_t threshold =
            bridge_crossing_threshold(BRIDGE_STAKES_MEDIUM, sc->people[i].crossing_shift);
        if (turn_at_least(sc, p, i, READING_TRUST, threshold)) {
            return false;
        }
    }
    return true;
}

// What one question carries around.
typedef struct Ask {
    const Scenario *sc;
    const Playthrough *p;
    Err *err;
    bool failed;
} Ask;

static bool lua(Ask *ask, int function)
{
    bool answer = false;
    if (!turn_lua(ask->sc, ask->p, function, &answer, ask->err)) {
        ask->failed = true;
    }
    return answer;
}

// A condition that asks no other one and is more than a look at the playthrough.
static bool leaf(Ask *ask, const StoryCond *c)
{
    const Scenario *sc = ask->sc;
    const Playthrough *p = ask->p;
    switch (c->kind) {
    case COND_HOURS:
        return clock_hours_left(sc, p) >= c->c;
    case COND_ENERGY: // only where an oracle is asked; else it is a look
        return turn_has_energy(sc, p, c->c);
    case COND_AT_LEAST:
        return play_number(sc, p, c->a) >= c->c;
    case COND_SILO:
        return is_silo(sc, p);
    case COND_TRUSTS:
        return turn_at_least(sc, p, c->a, READING_TRUST, c->c);
    case COND_ACCEPTS:
        return turn_at_least(sc, p, c->a, READING_BELIEF, TRUST_ACCEPTS);
    case COND_LUA:
        return lua(ask, c->b);
    case COND_MOVED:
        return play_commitment_c(sc, p, c->a)->moves > 0;
    default: // the others are tests of another form
        return false;
    }
}

static bool holds(Ask *ask, int cond);

static bool other(Ask *ask, const StoryCond *c)
{
    if (c->kind == COND_NO) {
        return !holds(ask, c->b) && !ask->failed;
    }
    if (c->kind != COND_ALL && c->kind != COND_ANY) {
        return leaf(ask, c);
    }
    bool wanted = c->kind == COND_ANY; // the answer that ends the search
    for (int i = 0; i < c->a; i++) {
        if (holds(ask, c->b + i) == wanted || ask->failed) {
            return wanted && !ask->failed;
        }
    }
    return !wanted;
}

// One that is neither TEST_BYTE nor about others.
static bool is_least(const StoryTest *test, const Playthrough *p)
{
    const char *at = (const char *)p + test->offset;
    int32_t value = 0;
    uint16_t short_value = 0;
    if (test->form == TEST_LEAST_16) {
        memcpy(&short_value, at, sizeof short_value);
        value = short_value;
    } else {
        memcpy(&value, at, sizeof value);
    }
    return (value >= test->wanted) != (test->shift != 0);
}

static bool is_due(const StoryTest *test, const Playthrough *p)
{
    const CommitmentState *s = (const void *)((const char *)p + test->offset);
    bool due = play_is_open(s->state) && s->due_minute - p->clock_minute <= test->wanted;
    return due != (test->shift != 0);
}

// A look that is not TEST_BYTE.
static bool other_look(const StoryTest *test, const Playthrough *p)
{
    return test->form == TEST_DUE ? is_due(test, p) : is_least(test, p);
}

// How many of `count` conditions that are a look each hold. All are asked: a loop that always ends
// alike is quicker than one that leaves early.
static int looks(const StoryTest *test, int count, const Playthrough *p)
{
    int held = 0;
    for (int i = 0; i < count; i++, test++) {
        held += test->form == TEST_BYTE ? turn_byte(test, p) : other_look(test, p);
    }
    return held;
}

// Any form but TEST_OTHER: these cannot fail.
static bool look(const StoryTest *test, const StoryTest *tests, const Playthrough *p)
{
    if (test->form == TEST_BYTE) {
        return turn_byte(test, p);
    }
    if (test->form == TEST_ALL_LOOKS || test->form == TEST_ANY_LOOKS) {
        int held = looks(&tests[test->offset], test->shift, p);
        return test->form == TEST_ALL_LOOKS ? held == test->shift : held > 0;
    }
    return other_look(test, p);
}

static bool holds(Ask *ask, int cond)
{
    const StoryTest *tests = ask->sc->tests;
    return tests[cond].form != TEST_OTHER ? look(&tests[cond], tests, ask->p)
                                          : other(ask, &ask->sc->conds[cond]);
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
    const StoryTest *tests = scenario->tests;
    if (cond < 0 || tests[cond].form != TEST_OTHER) {
        *out = cond < 0 || look(&tests[cond], tests, play);
        return true;
    }
    Ask ask = { scenario, play, err, false };
    *out = other(&ask, &scenario->conds[cond]);
    return !ask.failed;
}

bool turn_condition_any(Turn *t, int cond)
{
    bool answer = false;
    if (!story_condition(t->sc, t->p, cond, &answer, t->err)) {
        t->failed = true;
        return false;
    }
    return answer;
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
