// Options that are open and that hardly anybody comes to take.
#include "explore/find.h"

#include "base/arena.h"

#include <string.h>

static const double rare = 0.0005; // one play in two thousand

// In a loop that nobody leaves it is not counted how often one comes by.
static bool never_ends(const ExploreCheck *check)
{
    for (int i = 0; i < check->count; i++) {
        if (check->findings[i].code == FINDING_LOOP) {
            return true;
        }
    }
    return false;
}

typedef struct Taken { // of one option
    double often;
    uint32_t from, edge; // where it is nearest
} Taken;

static void count_taken(const ExploreCheck *check, uint32_t state, Taken *taken)
{
    const ExploreGraph *g = &check->graph;
    uint32_t first = g->first[state], end = g->first[state + 1];
    int choices = 0;
    for (uint32_t k = first; k < end; k++) {
        choices += g->edges[k].outcome == 0;
    }
    for (uint32_t k = first; k < end; k++) {
        if (g->edges[k].kind == OFFER_OPTION && g->edges[k].outcome == 0) {
            Taken *it = &taken[g->edges[k].x];
            it->from = it->often <= 0.0 ? state : it->from;
            it->edge = it->often <= 0.0 ? k : it->edge;
            it->often += check->values.visits[state] / choices;
        }
    }
}

static void report_rare(ExploreCheck *check, int option, const Taken *taken)
{
    const Scenario *sc = check->scenario;
    const ExploreGraph *g = &check->graph;
    ExploreFinding *f = find_add(check, FINDING_RARE, FINDING_WARNING, BY_PROOF);
    char id[96];
    find_option_id(sc, option, id, sizeof id);
    FIND_SAY(f->id, "%s", id);
    FIND_SAY(f->message, "hardly anybody comes to take option \"%s\": one fair play in %.0f", id,
             1.0 / taken->often);
    FIND_SAY(f->fix, "open it on more ways, or take it out");
    find_at(check, f, sc->options[option].position);
    f->chance = taken->often;
    f->op = sc->options[option].op;
    f->has_way = explore_way_to(g, taken->from, &g->edges[taken->edge], &f->way);
}

// How often it is taken is never less than how likely it is taken at all.
void find_rare(ExploreCheck *check)
{
    if (!check->complete || never_ends(check)) {
        return;
    }
    const Scenario *sc = check->scenario;
    Taken *taken = mem_alloc(sizeof *taken * (size_t)(sc->option_count + 1));
    uint32_t *states = explore_nearest_first(&check->graph);
    for (uint32_t i = 0; i < explore_state_count(&check->graph); i++) {
        count_taken(check, states[i], taken);
    }
    mem_free(states);
    for (int i = 0; i < sc->option_count; i++) {
        bool seldom = taken[i].often > 0.0 && taken[i].often < rare;
        if (seldom && sc->options[i].position.line > 0) {
            report_rare(check, i, &taken[i]);
        }
    }
    mem_free(taken);
}
