// What can be said only when everything is there: circles without a choice, options and times that
// do not exist, what was built and never used, `or` between conditions.
#include "script/compile.h"

#include "base/arena.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

// ---- circles ------------------------------------------------------------------------------------

// Ways ordered by where they lead: those to scene n are order[first[n]] .. order[first[n + 1] - 1].
static void order_ways(const Loader *ld, int *first, int *order)
{
    for (int i = 0; i < ld->way_count; i++) {
        first[ld->ways[i].to]++;
    }
    for (int n = 1; n <= ld->scene_count; n++) {
        first[n] += first[n - 1]; // where those to n end, until they are put there
    }
    for (int i = ld->way_count - 1; i >= 0; i--) {
        order[--first[ld->ways[i].to]] = i;
    }
}

// Marks every scene from which a choice, a desk, a one-on-one or an ending can be reached. Each way is
// looked at once, whatever the order of the scenes.
static void spread_pauses(Loader *ld)
{
    int scenes = ld->scene_count;
    int *first = mem_alloc(((size_t)scenes + 1) * sizeof *first);
    int *order = mem_alloc(((size_t)ld->way_count + 1) * sizeof *order);
    int *open = mem_alloc(((size_t)scenes + 1) * sizeof *open);
    order_ways(ld, first, order);
    int count = 0;
    for (int n = 0; n < scenes; n++) {
        if (ld->pauses[n]) {
            open[count++] = n;
        }
    }
    while (count > 0) {
        int to = open[--count];
        for (int k = first[to]; k < first[to + 1]; k++) {
            int from = ld->ways[order[k]].from;
            if (!ld->pauses[from]) {
                ld->pauses[from] = true;
                open[count++] = from;
            }
        }
    }
    mem_free(open);
    mem_free(order);
    mem_free(first);
}

static void check_circles(Loader *ld)
{
    spread_pauses(ld);
    for (int i = 0; i < ld->way_count; i++) {
        const Way *way = &ld->ways[i];
        if (!ld->pauses[way->from]) {
            ld->pauses[way->from] = true; // said once a scene
            diagnostic_fix(loader_report(ld, way->at, CODE_LOOP,
                                         "from here it goes round in a circle, with no choice "
                                         "and no ending in it"),
                           "give the circle a choice, or lead it to an ending");
        }
    }
}

// ---- took ---------------------------------------------------------------------------------------

static void check_takes(Loader *ld, lua_State *L)
{
    for (int i = 0; i < ld->takes.count; i++) {
        const Node *node = ld->takes.items[i];
        char id[112];
        node_push_arg(L, node, 1);
        took_id(lua_tostring(L, -1), id, sizeof id);
        lua_pop(L, 1);
        if (names_find(&ld->whole_ids, id) < 0) {
            ScriptDiagnostic *d =
                loader_report(ld, node->at, CODE_TOOK, "there is no option \"%s\"", id);
            diagnostic_fix(d, "write scene.option, as in took \"monday.noon\"");
            diagnostic_meant(d, id, ld->whole_ids.list, ld->whole_ids.count);
        }
    }
}

// ---- due times ----------------------------------------------------------------------------------

// Due before the first scene begins: it could never be kept.
static void check_dues(Loader *ld, lua_State *L)
{
    const Scenario *sc = builder_scenario(ld->builder);
    int32_t begins = sc->opens_minute;
    for (int i = 0; i < ld->scenes.count; i++) {
        const Entity *scene = &ld->scenes.items[i];
        if (scene->index != 0 || !ld->calendar_known || ld->out->count > 0) {
            continue;
        }
        node_push_arg(L, scene->node, 2);
        lua_getfield(L, -1, "at");
        if (lua_type(L, -1) == LUA_TSTRING) {
            int32_t at = time_earliest(ld, time_at(ld, L, lua_gettop(L), scene->node->at));
            begins = at > begins ? at : begins;
        }
        lua_pop(L, 2);
    }
    for (int i = 0; i < ld->commitments.count; i++) {
        const Entity *entity = &ld->commitments.items[i];
        if (entity->index < 0) {
            continue;
        }
        const StoryCommitment *c = builder_commitment_at(ld->builder, entity->index);
        if (c->due >= 0 && c->due <= begins && ld->calendar_known) {
            Place at = loader_field(ld, entity->node->at, "due");
            diagnostic_fix(loader_report(ld, at, CODE_TOO_EARLY,
                                         "commitment \"%s\" is due before the story begins",
                                         entity->id),
                           "give it a later time, or let the first scene begin earlier (at = …)");
        }
    }
}

// ---- or and and ---------------------------------------------------------------------------------

static bool is_condition_word(const Source *source, int token)
{
    for (int i = 0; i < NODE_WORD_COUNT; i++) {
        if (node_specs[i].group == GROUP_CONDITION &&
            source_is(source, token, node_specs[i].name)) {
            return true;
        }
    }
    return false;
}

// The token of the bracket that the one at `close` closes, or -1.
static int opening(const Source *source, int close)
{
    int depth = 0;
    for (int i = close; i >= 0; i--) {
        bool closes = source_is(source, i, ")") || source_is(source, i, "}");
        bool opens = source_is(source, i, "(") || source_is(source, i, "{");
        depth += closes ? 1 : opens ? -1 : 0;
        if (depth == 0) {
            return i;
        }
    }
    return -1;
}

// `or` never builds its second condition, so no node shows it: the tokens do.
void check_logic_words(Loader *ld, const Source *source, int file)
{
    for (int i = 1; i < source->count; i++) {
        if (!source_is(source, i, "or") ||
            (!source_is(source, i - 1, ")") && !source_is(source, i - 1, "}"))) {
            continue;
        }
        int open = opening(source, i - 1);
        if (open > 0 && is_condition_word(source, open - 1)) {
            Place at = { file, source->tokens[i].line, source->tokens[i].column };
            diagnostic_fix(
                loader_report(ld, at, CODE_LOGIC, "`or` keeps only the first of two conditions"),
                "write any { …, … }");
        }
    }
}

void check_all(Loader *ld, lua_State *L)
{
    for (int i = 0; i < ld->source_count; i++) {
        check_logic_words(ld, &ld->sources[i], i);
    }
    if (!compile_gave_up(ld)) { // what was not compiled leads nowhere yet
        check_circles(ld);
    }
    check_takes(ld, L);
    check_dues(ld, L);
    check_was(ld);
    if (!compile_gave_up(ld) && !ld->too_deep) {
        node_report_unused(L);
    }
}
