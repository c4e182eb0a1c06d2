// {who} is the first name of whom the last need has chosen. Where none has, there is a hole in the text.
// The graph of states forgets who it was where nothing asks for it; so where the text alone leaves it
// open, a copy of the story is walked that ends at such a text (witness.h), and each way that is found
// there is gone in the story itself before it is told.
#include "explore/find.h"

#include "base/arena.h"
#include "explore/witness.h"

#include <string.h>

enum {
    TRIES = 8, // ways to one text: on some of them somebody is chosen before it is shown
    ROUNDS = 8,
};

static bool names_who(const Scenario *sc, TextId text)
{
    const char *at = scenario_text(sc, text);
    for (; (at = strchr(at, '{')) != NULL; at++) {
        if (at[1] == '{') {
            at++; // a brace that is shown
        } else if (strncmp(at, "{who}", 5) == 0) {
            return true;
        }
    }
    return false;
}

// An option of that choice which is offered whenever the story stands there, or -1.
static int option_with_who(const Scenario *sc, const StoryOp *choice)
{
    for (int i = choice->b; i < choice->b + choice->c; i++) {
        const StoryOption *it = &sc->options[i];
        bool always = it->when < 0 && it->cost_minutes == 0 && it->cost_energy == 0;
        if (always && names_who(sc, it->text)) {
            return i;
        }
    }
    return -1;
}

// What is shown where the story comes to that op asks for whom the need has chosen.
static bool shows_who(const Scenario *sc, int at)
{
    const StoryOp *op = &sc->ops[at];
    switch (op->code) {
    case OP_LINE:
        return names_who(sc, (TextId)op->c);
    case OP_CHOICE:
        return option_with_who(sc, op) >= 0;
    case OP_END:
        return names_who(sc, sc->endings[op->b].title);
    default:
        return false;
    }
}

// Those that the text lets one come to without any need. Returns how many.
static int list_texts(const Scenario *sc, int *out)
{
    size_t words = ((size_t)sc->op_count + 63) / 64;
    uint64_t *needs = mem_alloc(sizeof *needs * words);
    uint64_t *reach = mem_alloc(sizeof *reach * words);
    for (int i = 0; i < sc->op_count; i++) {
        needs[i / 64] |= (uint64_t)(sc->ops[i].code == OP_NEED) << (i % 64);
    }
    find_reach_without(sc, needs, reach);
    int count = 0;
    for (int i = 0; i < sc->op_count && count < EXPLORE_NOBODY_MAX; i++) {
        if ((reach[i / 64] >> (i % 64) & 1u) != 0 && shows_who(sc, i)) {
            out[count++] = i;
        }
    }
    mem_free(needs);
    mem_free(reach);
    return count;
}

// Whether the way leads in the story itself to where nobody was chosen.
static bool is_hole(const Scenario *sc, const ExploreWay *way)
{
    Err err = { 0 };
    Playthrough *play = mem_alloc(sc->play_size);
    bool hole = explore_way_walk(sc, way, play, &err) && play->who == STORY_NONE;
    mem_free(play);
    return hole;
}

static bool way_to(const ExploreCheck *check, const ExploreGraph *g, const uint32_t *nearest,
                   int ending, ExploreWay *out)
{
    Playthrough *play = mem_alloc(check->scenario->play_size);
    int tries = 0;
    bool found = false;
    for (uint32_t i = 0; !found && tries < TRIES && i < explore_state_count(g); i++) {
        explore_play(g, nearest[i], play);
        if (play->ended == ending + 1) {
            tries++;
            found = explore_way_to(g, nearest[i], NULL, out) && is_hole(check->scenario, out);
            if (!found) {
                explore_way_deinit(out);
            }
        }
    }
    mem_free(play);
    return found;
}

static void report(ExploreCheck *check, int op, const ExploreWay *way, bool complete)
{
    const Scenario *sc = check->scenario;
    const StoryOp *it = &sc->ops[op];
    ExploreFinding *f =
        find_add(check, FINDING_NOBODY, FINDING_WARNING, complete ? BY_PROOF : BY_WAY);
    int option = it->code == OP_CHOICE ? option_with_who(sc, it) : -1;
    FIND_SAY(f->id, "{who}");
    FIND_SAY(f->message, "{who} is empty here on some way: no need has chosen anybody before");
    FIND_SAY(f->cause, "{who} is whom the last need has chosen: else there is a hole in the text");
    FIND_SAY(f->fix, "say it behind a need, or write who it is: {%s.first}", sc->people[0].id);
    find_at(check, f,
            option >= 0          ? sc->options[option].position
            : it->code == OP_END ? sc->endings[it->b].position
                                 : sc->op_positions[op]);
    f->op = op;
    f->has_way = true;
    f->way = *way;
}

// Ops that are told of become -1.
static bool walk(ExploreCheck *check, const ExploreGraph *g, int *ops, int count)
{
    bool complete = g->complete && !g->overflow, found = false;
    uint32_t *nearest = explore_nearest_first(g);
    for (int i = 0; i < count; i++) {
        int ending = check->scenario->ending_count + i;
        ExploreWay way;
        if (way_to(check, g, nearest, ending, &way)) {
            report(check, ops[i], &way, complete);
            ops[i] = -1;
            found = true;
        }
    }
    mem_free(nearest);
    return found;
}

static bool look(ExploreCheck *check, const ExploreOptions *how, int *ops, int count)
{
    ExploreNobody nobody;
    ExploreGraph graph;
    if (count == 0 || !explore_nobody_init(&nobody, check->scenario, ops, count)) {
        return false;
    }
    bool found = false;
    if (explore_init(&graph, &nobody.witness.scenario, how, NULL)) {
        found = walk(check, &graph, ops, count);
        explore_deinit(&graph);
    }
    explore_nobody_deinit(&nobody);
    return found;
}

// A way ends at the first such text, so those behind it are looked for without those that are found.
void find_nobody(ExploreCheck *check, const ExploreOptions *how)
{
    int ops[EXPLORE_NOBODY_MAX];
    int count = list_texts(check->scenario, ops);
    for (int i = 0; i < ROUNDS && look(check, how, ops, count); i++) {
        int left = 0;
        for (int k = 0; k < count; k++) {
            if (ops[k] >= 0) {
                ops[left++] = ops[k];
            }
        }
        count = left;
    }
}
