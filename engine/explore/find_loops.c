// Loops without a way out. Lost is whatever leads neither to an ending nor to where a play stops in
// another way, nor beyond what was walked. A clock, trust or a number may go on changing there for a
// long time before states come round, so what is shown is where a play is lost first.
#include "explore/find.h"

#include "base/arena.h"
#include "explore/circles.h"

#include <stdio.h>
#include <string.h>

enum { REACHES_OUT = UINT32_MAX };

// States that are lost and lead to each other, whichever way round.
typedef struct Loop {
    uint32_t lost;   // the nearest of them to the start
    uint32_t circle; // the nearest that comes round
    bool found, comes_round;
    bool has_choice;  // in what comes round
    bool clock_stops; // it is because of that: see is_late
    bool *scenes;     // that come round
    double chance;    // that a fair play comes there
} Loop;

typedef struct Lost {
    ExploreCheck *check;
    const ExploreGraph *g;
    const ExploreCircles *c;
    uint32_t *group; // by component: another one of its loop, at last itself; or REACHES_OUT
    uint32_t
        *number; // of the loop for which a component stands: from 1 on, 0 where it has none yet
    Loop *loops; // the nearest to the start first
    uint32_t count, room;
    Playthrough *play;
} Lost;

// ---- what is lost -----------------------------------------------------------------------------------

static uint32_t group_of(const Lost *l, uint32_t component)
{
    if (l->group[component] == (uint32_t)REACHES_OUT) {
        return (uint32_t)REACHES_OUT;
    }
    while (l->group[component] != component) {
        uint32_t next = l->group[component];
        l->group[component] = l->group[next]; // shorter the next time
        component = next;
    }
    return component;
}

static uint32_t group_at(const Lost *l, uint32_t state)
{
    return group_of(l, l->c->of[state]);
}

static bool reaches_out(const Lost *l, uint32_t component)
{
    const ExploreGraph *g = l->g;
    for (uint32_t k = l->c->first[component]; k < l->c->first[component + 1]; k++) {
        uint32_t state = l->c->states[k], first = g->first[state], end = g->first[state + 1];
        for (uint32_t i = first; i < end; i++) {
            uint32_t to = g->edges[i].to;
            if (to == (uint32_t)EXPLORE_NOWHERE ||
                (l->c->of[to] != component && l->group[l->c->of[to]] == (uint32_t)REACHES_OUT)) {
                return true;
            }
        }
        if (first == end) {
            return true;
        }
    }
    return false;
}

static void join_what_follows(Lost *l, uint32_t component)
{
    const ExploreGraph *g = l->g;
    for (uint32_t k = l->c->first[component]; k < l->c->first[component + 1]; k++) {
        uint32_t state = l->c->states[k];
        for (uint32_t i = g->first[state]; i < g->first[state + 1]; i++) {
            l->group[group_at(l, g->edges[i].to)] = component;
        }
    }
}

// What follows a component has a lower number. False where nothing is lost.
static bool find_lost(Lost *l)
{
    bool any = false;
    for (uint32_t i = 0; i < l->c->count; i++) {
        l->group[i] = i;
        if (reaches_out(l, i)) {
            l->group[i] = (uint32_t)REACHES_OUT;
        } else {
            join_what_follows(l, i);
            any = true;
        }
    }
    return any;
}

// ---- what there is to say of it ---------------------------------------------------------------------

// Weeks after the last day of the story, and only some days before its clock stops: whoever comes there
// has done nothing but wait.
static bool is_late(const Scenario *sc, const Playthrough *play)
{
    int last_day = sc->day_count > 0 ? sc->calendar_day[sc->day_count - 1] : 0;
    int week = 7 * STORY_DAY_MINUTES;
    return play->clock_minute > STORY_MINUTE_MAX - week &&
           play->clock_minute > (last_day + 1) * STORY_DAY_MINUTES + week;
}

// Of which a component stands for the group; NULL where it reaches out.
static Loop *loop_of(Lost *l, uint32_t group)
{
    if (group == (uint32_t)REACHES_OUT) {
        return NULL;
    }
    if (l->number[group] == 0) {
        if (l->count == l->room) {
            l->room = l->room == 0 ? 8 : l->room * 2;
            l->loops = mem_grow(l->loops, sizeof *l->loops * l->room);
        }
        l->loops[l->count++] = (Loop){ .clock_stops = true };
        l->number[group] = l->count;
    }
    return &l->loops[l->number[group] - 1];
}

static void see_circle(Lost *l, Loop *loop, uint32_t state)
{
    const ExploreGraph *g = l->g;
    if (!loop->comes_round) {
        loop->comes_round = true;
        loop->circle = state;
        loop->scenes = mem_alloc((size_t)l->check->scenario->scene_count);
    }
    loop->scenes[l->play->scene] = true;
    loop->has_choice = loop->has_choice || g->edges[g->first[state]].kind != EXPLORE_GOES_ON;
    loop->clock_stops = loop->clock_stops && l->play->clock_minute == STORY_MINUTE_MAX;
}

static void see(Lost *l, Loop *loop, uint32_t state)
{
    uint32_t component = l->c->of[state];
    explore_play(l->g, state, l->play);
    if (!loop->found) {
        loop->found = true;
        loop->lost = state;
    }
    loop->clock_stops = loop->clock_stops && is_late(l->check->scenario, l->play);
    if (explore_circles_round(l->c, component) && !explore_circles_left(l->c, l->g, component)) {
        see_circle(l, loop, state);
    }
}

// What comes from a state that is not lost to one that is.
static void come_in(Lost *l, uint32_t state)
{
    const ExploreGraph *g = l->g;
    int choices = 0;
    for (uint32_t i = g->first[state]; i < g->first[state + 1]; i++) {
        choices += g->edges[i].outcome == 0;
    }
    for (uint32_t i = g->first[state]; i < g->first[state + 1]; i++) {
        const ExploreEdge *edge = &g->edges[i];
        Loop *loop =
            edge->to == (uint32_t)EXPLORE_NOWHERE ? NULL : loop_of(l, group_at(l, edge->to));
        if (loop != NULL) {
            double visits = l->check->values.visits[state];
            loop->chance += visits * (double)edge->chance / choices;
        }
    }
}

static void name_scenes(const Scenario *sc, const Loop *loop, char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (int i = 0; i < sc->scene_count && used + 40 < size; i++) {
        if (loop->scenes[i]) {
            used += (size_t)snprintf(out + used, size - used, "%s\"%s\"", used > 0 ? ", " : "",
                                     sc->scenes[i].id);
        }
    }
}

static ExploreFinding *said_before(const ExploreCheck *check, const char *message)
{
    for (int i = 0; i < check->count; i++) {
        if (strcmp(check->findings[i].message, message) == 0) {
            return &check->findings[i];
        }
    }
    return NULL;
}

// ---- saying it --------------------------------------------------------------------------------------

static void say_loop(const Lost *l, const Loop *loop, char *out, size_t size)
{
    char scenes[160];
    name_scenes(l->check->scenario, loop, scenes, sizeof scenes);
    snprintf(out, size, "%s: round through %s",
             !loop->has_choice   ? "the story goes round and never comes to a choice"
             : loop->clock_stops ? "who only waits, until the story's clock stops after 45 days, "
                                   "reaches no ending any more"
                                 : "no ending can be reached from here any more",
             scenes);
}

// The place is a scene that comes round: there it is to be mended.
static void place_loop(Lost *l, const Loop *loop, ExploreFinding *f, bool note)
{
    const Scenario *sc = l->check->scenario;
    explore_play(l->g, loop->lost, l->play);
    uint16_t lost_in = l->play->scene;
    bool inside = loop->scenes[lost_in];
    if (!inside) {
        explore_play(l->g, loop->circle, l->play);
    }
    const StoryScene *scene = &sc->scenes[l->play->scene];
    FIND_SAY(f->id, "%s", scene->id);
    find_at(l->check, f, scene->position);
    f->op = f->closes = note ? -1 : scene->op;
    if (!loop->has_choice) {
        FIND_SAY(f->cause, "each scene goes on to the next without asking");
    } else if (inside) {
        FIND_SAY(f->cause, "every option open there leads back into the same circle");
    } else {
        FIND_SAY(f->cause, "already in \"%s\" every option leads there, sooner or later",
                 sc->scenes[lost_in].id);
    }
}

static void add_loop(Lost *l, const Loop *loop)
{
    ExploreCheck *check = l->check;
    bool note = loop->clock_stops && loop->has_choice;
    char message[320];
    say_loop(l, loop, message, sizeof message);
    ExploreFinding *f = said_before(check, message);
    if (f != NULL) {
        f->chance += check->complete ? loop->chance : 0.0;
        return;
    }
    f = find_add(check, FINDING_LOOP, note ? FINDING_NOTE : FINDING_ERROR, BY_PROOF);
    FIND_SAY(f->message, "%s", message);
    FIND_SAY(f->fix, loop->has_choice
                         ? "give the circle an option or a when that leads out and can be true"
                         : "give the circle a choice, or a way out with when");
    place_loop(l, loop, f, note);
    f->chance = check->complete ? loop->chance : -1.0;
    f->has_way =
        !note && explore_way_to(l->g, loop->has_choice ? loop->lost : loop->circle, NULL, &f->way);
}

static void tell_lost(Lost *l)
{
    uint32_t count = explore_state_count(l->g);
    uint32_t *states = explore_nearest_first(l->g);
    l->number = mem_alloc(sizeof *l->number * l->c->count);
    l->play = mem_alloc(l->check->scenario->play_size);
    for (uint32_t i = 0; i < count; i++) {
        Loop *loop = loop_of(l, group_at(l, states[i]));
        if (loop != NULL) {
            see(l, loop, states[i]);
        } else if (l->check->complete) {
            come_in(l, states[i]);
        }
    }
    for (uint32_t i = 0; i < l->count; i++) {
        l->loops[i].chance = l->loops[i].lost == 0 ? 1.0 : l->loops[i].chance;
        add_loop(l, &l->loops[i]);
        mem_free(l->loops[i].scenes);
    }
    mem_free(l->loops);
    mem_free(l->number);
    mem_free(l->play);
    mem_free(states);
}

static void find_in_graph(ExploreCheck *check)
{
    ExploreCircles circles;
    explore_circles_init(&circles, &check->graph);
    if (circles.any) {
        Lost lost = { .check = check, .g = &check->graph, .c = &circles };
        lost.group = mem_alloc(sizeof *lost.group * circles.count);
        if (find_lost(&lost)) {
            tell_lost(&lost);
        }
        mem_free(lost.group);
    }
    explore_circles_deinit(&circles);
}

// What nothing leads out of is a loop even where the whole was too much: all of it was walked. What was
// seen and not left has no edges, and reaches out.
void find_loops(ExploreCheck *check)
{
    if (check->explored && !check->graph.overflow) {
        find_in_graph(check);
    }
    const ExploreMishap *m = &check->plays.mishaps[PLAY_ENDLESS];
    if (m->plays > 0 && !check->complete) {
        ExploreFinding *f = find_add(check, FINDING_LOOP, FINDING_NOTE, BY_PLAYS);
        f->plays = m->plays;
        FIND_SAY(f->message, "%d of %d plays had not come to an end after %d choices", m->plays,
                 check->plays.plays + check->plays.seeking, EXPLORE_PLAY_CHOICES_MAX);
    }
}
