// What stops a play: nothing open, an error, an `always` that does not hold. Taken from the graph,
// where the first way is a shortest one; from plays what the graph did not come to.
#include "explore/find.h"

#include "base/arena.h"

#include <stdio.h>
#include <string.h>

static ExploreMethod method_of(const ExploreCheck *check)
{
    return check->complete ? BY_PROOF : BY_WAY;
}

static const char *scene_id(const Scenario *sc, const Playthrough *play)
{
    return play->scene < sc->scene_count ? sc->scenes[play->scene].id : "?";
}

// ---- causes -----------------------------------------------------------------------------------------

typedef struct Closed {
    int all, when, hours, energy;
} Closed;

static Closed closed_options(const Scenario *sc, const Playthrough *play)
{
    const StoryOp *op = &sc->ops[play->at];
    Closed closed = { 0 };
    if (op->code != OP_CHOICE) {
        return closed;
    }
    closed.all = op->c;
    for (int i = 0; i < op->c; i++) {
        const StoryOption *option = &sc->options[op->b + i];
        bool open = true;
        story_condition(sc, play, option->when, &open, NULL);
        if (!open) {
            closed.when++;
        } else if (option->cost_energy > play->energy) {
            closed.energy++;
        } else {
            closed.hours++;
        }
    }
    return closed;
}

static void say_why_stuck(ExploreFinding *f, const Scenario *sc, const Playthrough *play)
{
    Closed c = closed_options(sc, play);
    char parts[200] = "";
    size_t used = 0;
    const struct {
        int count;
        const char *what;
    } kinds[] = { { c.when, "closed by when" },
                  { c.energy, "costing more energy than is left" },
                  { c.hours, "costing more hours than are left today" } };
    for (int i = 0; i < 3; i++) {
        if (kinds[i].count > 0) {
            used += (size_t)snprintf(parts + used, sizeof parts - used, "%s%d %s",
                                     used > 0 ? ", " : "", kinds[i].count, kinds[i].what);
        }
    }
    if (c.all > 0) {
        FIND_SAY(f->cause, "%d option%s here: %s", c.all, c.all == 1 ? "" : "s", parts);
    }
}

// ---- from the graph ---------------------------------------------------------------------------------

static void describe(ExploreCheck *check, ExploreFinding *f, int always, const Err *err)
{
    const Scenario *sc = check->scenario;
    Playthrough *play = mem_alloc(sc->play_size);
    Err last = { 0 };
    bool walked = f->has_way && explore_way_walk(sc, &f->way, play, &last);
    if (f->code == FINDING_BROKEN) {
        FIND_SAY(f->message, "\"%s\" does not always hold",
                 scenario_text(sc, sc->always[always].sentence));
        FIND_SAY(f->fix, "mend the story on that way, or the sentence");
        find_at(check, f, sc->always[always].position);
    } else {
        FIND_SAY(f->message, "%s", err->message);
        FIND_SAY(f->fix, "%s", err->fix);
        FIND_SAY(f->file, "%s", err->file);
        f->line = err->line;
    }
    if (walked && f->code == FINDING_STUCK) {
        f->op = f->closes = play->at;
        FIND_SAY(f->id, "%s", scene_id(sc, play));
        say_why_stuck(f, sc, play);
    } else if (walked) {
        f->op = f->closes = play->ended == 0 ? play->at : -1;
        FIND_SAY(f->id, "%s", scene_id(sc, play));
    }
    mem_free(play);
}

static ExploreCode code_of(const ExploreTrouble *t)
{
    switch (t->kind) {
    case EXPLORE_STUCK:
        return explore_is_stuck(&t->err) ? FINDING_STUCK : FINDING_FAILED;
    case EXPLORE_BROKEN:
        return t->err.kind == ERR_NONE ? FINDING_BROKEN : FINDING_FAILED;
    case EXPLORE_FAILED:
        break;
    }
    return FINDING_FAILED;
}

// The same place once, by its nearest way.
static bool is_known(const ExploreCheck *check, ExploreCode code, const Err *err, int always)
{
    for (int i = 0; i < check->count; i++) {
        const ExploreFinding *f = &check->findings[i];
        const StoryPosition at = code == FINDING_BROKEN ? check->scenario->always[always].position
                                                        : (StoryPosition){ 0, (uint16_t)err->line };
        if (f->code == code && f->line == at.line &&
            (code == FINDING_BROKEN || strcmp(f->message, err->message) == 0)) {
            return true;
        }
    }
    return false;
}

// How likely a fair play ends where that state does.
static double stuck_there(const ExploreCheck *check, uint32_t state)
{
    const ExploreGraph *g = &check->graph;
    Playthrough *play = mem_alloc(check->scenario->play_size);
    explore_play(g, state, play);
    uint16_t at = play->at;
    double sum = 0.0;
    for (uint32_t i = 0; i < explore_state_count(g); i++) {
        if (g->first[i] == g->first[i + 1]) {
            explore_play(g, i, play);
            sum += play->ended == 0 && play->at == at ? check->values.visits[i] : 0.0;
        }
    }
    mem_free(play);
    return sum;
}

static void find_graph_troubles(ExploreCheck *check)
{
    for (int i = 0; i < check->graph.trouble_count; i++) {
        const ExploreTrouble *t = &check->graph.troubles[i];
        ExploreCode code = code_of(t);
        if (is_known(check, code, &t->err, t->always)) {
            continue;
        }
        ExploreFinding *f = find_add(check, code, FINDING_ERROR, method_of(check));
        const ExploreEdge *last = t->kind == EXPLORE_STUCK ? NULL : &t->edge;
        f->has_way = explore_way_to(&check->graph, t->state, last, &f->way);
        if (check->complete && t->kind == EXPLORE_STUCK) {
            f->chance = stuck_there(check, t->state);
        }
        describe(check, f, t->always, &t->err);
    }
}

static void find_play_troubles(ExploreCheck *check)
{
    static const ExploreCode kinds[] = { FINDING_STUCK, FINDING_FAILED, FINDING_BROKEN };
    for (int kind = 0; kind < 3; kind++) {
        const ExploreMishap *m = &check->plays.mishaps[kind];
        if (m->plays == 0 || check->complete || is_known(check, kinds[kind], &m->err, m->always)) {
            continue;
        }
        ExploreFinding *f = find_add(check, kinds[kind], FINDING_ERROR, BY_PLAYS);
        f->plays = m->plays;
        f->has_way = explore_way_of(check->scenario, m->seed, m->taken, m->count, &f->way);
        describe(check, f, m->always, &m->err);
    }
}

void find_troubles(ExploreCheck *check)
{
    if (check->explored) {
        find_graph_troubles(check);
    }
    find_play_troubles(check);
}
