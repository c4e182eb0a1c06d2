// Reads from the journal which scenes a turn came through.
#include "report/graph_count.h"

#include "base/arena.h"
#include "base/hash.h"

static void arrive(GraphWalk *w, int node, int stop, int offer, const Playthrough *play)
{
    Graph *g = w->graph;
    if (w->node != GRAPH_NOWHERE) {
        GraphWay *way = graph_way(g, w->node, stop, offer, node);
        graph_count(g, &way->tally, w->source, w->weight, play, w->which);
    }
    if (node != GRAPH_STAYS) {
        graph_count(g, &g->nodes[node].tally, w->source, w->weight, play, w->which);
        w->node = node;
    }
}

// What the turn came through: the first jump belongs to the choice, the others to the scenes.
static void follow(GraphWalk *w, const Playthrough *play, const StoryJournal *journal)
{
    bool moved = false;
    for (; w->events < journal->count; w->events++) {
        const StoryEvent *event = &journal->events[w->events];
        if (event->kind != EVENT_SCENE && event->kind != EVENT_ENDED) {
            continue;
        }
        int node = event->kind == EVENT_SCENE ? event->what : graph_ending(w->graph, event->what);
        arrive(w, node, moved ? -1 : w->stop, moved ? -1 : w->offer, play);
        moved = true;
    }
    if (!moved && w->stop >= 0) {
        arrive(w, GRAPH_STAYS, w->stop, w->offer, play);
    }
}

void graph_walk_begin(GraphWalk *w, const Playthrough *play, const StoryJournal *journal)
{
    w->node = GRAPH_NOWHERE;
    w->stop = w->offer = -1;
    w->events = 0;
    follow(w, play, journal);
}

void graph_walk_choose(GraphWalk *w, const Playthrough *play, const StoryOffer *offers, int count,
                       const StoryOffer *chosen)
{
    Graph *g = w->graph;
    w->stop = graph_stop(g, play);
    graph_count(g, &g->stops[w->stop].tally, w->source, w->weight, play, w->which);
    for (int i = 0; i < count && w->source == GRAPH_OFTEN; i++) {
        int offer = graph_offer(g, w->stop, &offers[i]);
        g->stops[w->stop].offers[offer].open += w->weight;
    }
    w->offer = graph_offer(g, w->stop, chosen);
}

void graph_walk_chosen(GraphWalk *w, const Playthrough *play, const StoryJournal *journal)
{
    Graph *g = w->graph;
    GraphOffer *taken = &g->stops[w->stop].offers[w->offer];
    graph_count(g, &taken->tally, w->source, w->weight, play, w->which);
    follow(w, play, journal);
}

// ---- random plays -------------------------------------------------------------------------------

// False where it has no end.
static bool draw_one(const Scenario *sc, Playthrough *play, StoryJournal *journal, uint64_t *stream,
                     GraphWalk walks[2], int walk_count)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    for (int i = 0; i < walk_count; i++) {
        graph_walk_begin(&walks[i], play, journal);
    }
    for (int choices = 0; choices < GRAPH_CHOICES_MAX; choices++) {
        int open = story_offers(sc, play, false, offers, NULL);
        if (open == 0) {
            return true;
        }
        const StoryOffer *chosen = &offers[random_below(stream, (uint32_t)open)];
        for (int i = 0; i < walk_count; i++) {
            graph_walk_choose(&walks[i], play, offers, open, chosen);
        }
        if (!story_choose(sc, play, chosen, journal, NULL)) {
            return true;
        }
        for (int i = 0; i < walk_count; i++) {
            graph_walk_chosen(&walks[i], play, journal);
        }
    }
    return play->ended != 0;
}

void graph_draw(Graph *g, int plays, uint64_t seed, bool often)
{
    const Scenario *sc = g->scenario;
    Playthrough *play = mem_alloc(sc->play_size);
    StoryJournal journal = { .silent = true };
    uint64_t stream = seed;
    GraphWalk walks[2] = {
        { .graph = g, .source = GRAPH_DRAWN, .weight = 1.0 },
        { .graph = g, .source = GRAPH_OFTEN, .weight = 1.0 / plays },
    };
    for (int i = 0; i < plays; i++) {
        journal.count = 0;
        if (story_start(sc, play, seed + (uint64_t)i, &journal, NULL)) {
            g->endless += !draw_one(sc, play, &journal, &stream, walks, often ? 2 : 1);
        }
    }
    g->plays = plays;
    story_journal_deinit(&journal);
    mem_free(play);
}
