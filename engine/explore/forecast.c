// From the graph: what flows through an edge is how often a fair play goes that way. From plays: the
// seeds 1, 2, 3 .. so that two runs say the same.
#include "explore/forecast.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/text.h"
#include "explore/plays.h"

#include <stdlib.h>
#include <string.h>

typedef struct Player {
    ExploreForecast *out;
    const Scenario *sc;
    Playthrough *now;
    StoryJournal journal;
    uint64_t stream;
    int16_t *words; // of each text; -1 where not counted yet
    int *met;       // choices of the play that runs
    int met_count, met_room;
    float *minutes, *taken; // of each play with an end: `lengths` of them
    int lengths;
    float *trust[STORY_PEOPLE_MAX]; // by play
} Player;

// ---- choices ----------------------------------------------------------------------------------------

static int choice_of(ExploreForecast *f, const Playthrough *play, const StoryOffer *offer)
{
    uint32_t key[] = { play->scene, (uint32_t)offer->kind << 16 | offer->x };
    uint32_t known = f->keys.count;
    uint32_t number = explore_table_add(&f->keys, key);
    if (number < known) {
        return (int)number;
    }
    if (f->choice_count == f->choice_room) {
        f->choice_room = f->choice_room == 0 ? 64 : f->choice_room * 2;
        f->choices = mem_grow(f->choices, sizeof *f->choices * (size_t)f->choice_room);
    }
    ExploreForecastChoice *c = &f->choices[f->choice_count++];
    *c = (ExploreForecastChoice){ .scene = play->scene, .x = offer->x, .kind = offer->kind };
    c->endings = mem_alloc(sizeof *c->endings * (size_t)(f->scenario->ending_count + 1));
    story_offer_id(f->scenario, play, offer, c->id, (int)sizeof c->id);
    return (int)number;
}

static int in_order(const void *left, const void *right)
{
    const ExploreForecastChoice *a = left, *b = right;
    if (a->scene != b->scene) {
        return a->scene < b->scene ? -1 : 1;
    }
    if (a->kind != b->kind) {
        return a->kind < b->kind ? -1 : 1;
    }
    return (a->x > b->x) - (a->x < b->x);
}

// ---- the graph --------------------------------------------------------------------------------------

static void leave(ExploreForecast *f, const ExploreGraph *g, const ExploreValues *v, uint32_t state,
                  const Playthrough *play)
{
    int choices = 0;
    for (uint32_t i = g->first[state]; i < g->first[state + 1]; i++) {
        choices += g->edges[i].outcome == 0;
    }
    for (uint32_t i = g->first[state]; i < g->first[state + 1]; i++) {
        const ExploreEdge *edge = &g->edges[i];
        if (edge->kind == EXPLORE_GOES_ON) {
            continue;
        }
        StoryOffer offer = { .kind = edge->kind, .x = edge->x };
        int number = choice_of(f, play, &offer);
        ExploreForecastChoice *c = &f->choices[number];
        double flow = v->visits[state] * (double)edge->chance / choices;
        c->taken += flow;
        for (int e = 0; edge->to != (uint32_t)EXPLORE_NOWHERE && e < v->endings; e++) {
            c->endings[e] += flow * explore_chance(v, edge->to, e);
        }
    }
}

// In a loop without a way out each choice is taken for ever, in whichever states: it is counted once.
static void go_round(ExploreForecast *f, const ExploreGraph *g, const ExploreValues *v,
                     uint32_t state, const Playthrough *play)
{
    for (uint32_t i = g->first[state]; i < g->first[state + 1]; i++) {
        StoryOffer offer = { .kind = g->edges[i].kind, .x = g->edges[i].x };
        if (offer.kind == EXPLORE_GOES_ON) {
            continue;
        }
        int number = choice_of(f, play, &offer);
        ExploreForecastChoice *c = &f->choices[number];
        if (c->loop != v->loop[state]) {
            c->loop = v->loop[state];
            c->taken += v->visits[state];
            c->for_ever += v->visits[state];
        }
    }
}

static void read_graph(ExploreForecast *f, const ExploreGraph *g, const ExploreValues *v)
{
    Playthrough *play = mem_alloc(f->scenario->play_size);
    for (uint32_t state = 0; state < explore_state_count(g); state++) {
        bool in_loop = v->loop != NULL && v->loop[state] > 0;
        if (g->first[state] != g->first[state + 1] && !in_loop) {
            explore_play(g, state, play);
            leave(f, g, v, state, play);
        }
    }
    for (uint32_t i = 0; i < v->in_loop_count; i++) {
        explore_play(g, v->in_loops[i], play);
        go_round(f, g, v, v->in_loops[i], play);
    }
    mem_free(play);
    for (int i = 0; i < f->choice_count; i++) {
        ExploreForecastChoice *c = &f->choices[i];
        for (int e = 0; c->taken > 0.0 && e < v->endings; e++) {
            c->endings[e] /= c->taken;
        }
    }
    f->unended = 1.0;
    for (int e = 0; e < v->endings; e++) {
        f->endings[e] = explore_chance(v, 0, e);
        f->unended -= f->endings[e];
    }
    f->unended = f->unended < 1e-9 ? 0.0 : f->unended;
}

// ---- plays ------------------------------------------------------------------------------------------

static void meet(Player *p, int choice)
{
    for (int i = 0; i < p->met_count; i++) {
        if (p->met[i] == choice) {
            return;
        }
    }
    if (p->met_count == p->met_room) {
        p->met_room = p->met_room == 0 ? 64 : p->met_room * 2;
        p->met = mem_grow(p->met, sizeof *p->met * (size_t)p->met_room);
    }
    p->met[p->met_count++] = choice;
}

static int play_on(Player *p)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    int taken = 0, open = 0;
    while (taken < EXPLORE_PLAY_CHOICES_MAX && p->now->ended == 0 &&
           (open = story_offers(p->sc, p->now, false, offers, NULL)) > 0) {
        const StoryOffer *offer = &offers[random_below(&p->stream, (uint32_t)open)];
        int choice = choice_of(p->out, p->now, offer);
        p->out->choices[choice].taken += p->out->proved ? 0.0 : 1.0;
        meet(p, choice);
        if (!story_choose(p->sc, p->now, offer, &p->journal, NULL)) {
            break;
        }
        taken++;
    }
    return taken;
}

static int words_said(Player *p)
{
    int words = 0;
    for (int i = 0; i < p->journal.count; i++) {
        const StoryEvent *event = &p->journal.events[i];
        bool option = event->kind == EVENT_CHOSE && event->a == OFFER_OPTION;
        if (event->kind != EVENT_SAID && !option) {
            continue;
        }
        TextId text = option ? p->sc->options[event->what].text : (TextId)event->a;
        if (p->words[text] < 0) {
            p->words[text] = (int16_t)text_words(scenario_text(p->sc, text));
        }
        words += p->words[text];
    }
    return words;
}

static void count_play(Player *p, int play, int taken)
{
    ExploreForecast *f = p->out;
    if (taken == EXPLORE_PLAY_CHOICES_MAX && p->now->ended == 0) {
        f->endless++;
    } else {
        p->taken[p->lengths] = (float)taken;
        p->minutes[p->lengths++] = (float)explore_reading_minutes(words_said(p), taken);
    }
    for (int i = 0; i < p->sc->person_count; i++) {
        int32_t trust = play_person_c(p->sc, p->now, i)->trust_now;
        p->trust[i][play] = (float)trust / (float)TRUST_ONE;
        f->words[i][bridge_word(trust)] += 1.0;
    }
    for (int k = 0; k < p->met_count; k++) {
        ExploreForecastChoice *c = &f->choices[p->met[k]];
        c->plays++;
        for (int i = 0; i < p->sc->person_count; i++) {
            c->trust[i] += (double)p->trust[i][play];
        }
        if (!f->proved && p->now->ended != 0) {
            c->endings[p->now->ended - 1] += 1.0;
        }
    }
    if (!f->proved && p->now->ended != 0) {
        f->endings[p->now->ended - 1] += 1.0;
    }
}

static int by_size(const void *left, const void *right)
{
    float a = *(const float *)left, b = *(const float *)right;
    return (a > b) - (a < b);
}

static ExploreSpread spread(float *values, int count)
{
    double sum = 0.0;
    if (count == 0) {
        return (ExploreSpread){ .mean = 0.0 };
    }
    for (int i = 0; i < count; i++) {
        sum += (double)values[i];
    }
    qsort(values, (size_t)count, sizeof *values, by_size);
    return (ExploreSpread){ sum / count, (double)values[count / 10], (double)values[count / 2],
                            (double)values[count - 1 - count / 10] };
}

// The square of how near the mean lies: 1.96^2 times the variance over the number of plays.
static double margin_squared(const float *values, int count, double mean)
{
    double sum = 0.0;
    for (int i = 0; i < count; i++) {
        sum += ((double)values[i] - mean) * ((double)values[i] - mean);
    }
    return 1.96 * 1.96 * sum / count / count;
}

static double root(double square) // no libm here
{
    double x = square > 0.0 ? 1.0 : 0.0;
    for (int i = 0; i < 60 && x > 0.0; i++) {
        x = 0.5 * (x + square / x);
    }
    return x;
}

static void sum_up(Player *p)
{
    ExploreForecast *f = p->out;
    f->minutes = spread(p->minutes, p->lengths);
    f->taken = spread(p->taken, p->lengths);
    for (int i = 0; i < p->sc->person_count; i++) {
        f->trust[i] = spread(p->trust[i], f->plays);
        f->margin[i] = root(margin_squared(p->trust[i], f->plays, f->trust[i].mean));
        for (int w = 0; w < EXPLORE_FORECAST_WORDS; w++) {
            f->words[i][w] /= f->plays;
        }
    }
    for (int k = 0; k < f->choice_count; k++) {
        ExploreForecastChoice *c = &f->choices[k];
        for (int i = 0; c->plays > 0 && i < p->sc->person_count; i++) {
            c->trust[i] /= c->plays;
        }
        for (int e = 0; !f->proved && c->plays > 0 && e < p->sc->ending_count; e++) {
            c->endings[e] /= c->plays;
        }
        c->taken /= f->proved ? 1.0 : f->plays;
    }
    if (!f->proved) {
        f->unended = 1.0;
        for (int e = 0; e < p->sc->ending_count; e++) {
            f->endings[e] /= f->plays;
            f->unended -= f->endings[e];
        }
        f->unended = f->unended < 1e-9 ? 0.0 : f->unended;
    }
}

static void play_many(ExploreForecast *f)
{
    const Scenario *sc = f->scenario;
    Player p = { .out = f, .sc = sc, .now = mem_alloc(sc->play_size) };
    p.words = mem_alloc(sizeof *p.words * ((size_t)sc->strings_size + 1));
    memset(p.words, 0xff, sizeof *p.words * sc->strings_size);
    p.minutes = mem_alloc(sizeof(float) * (size_t)f->plays);
    p.taken = mem_alloc(sizeof(float) * (size_t)f->plays);
    for (int i = 0; i < sc->person_count; i++) {
        p.trust[i] = mem_alloc(sizeof(float) * (size_t)f->plays);
    }
    for (int play = 0; play < f->plays; play++) {
        uint64_t seed = (uint64_t)play + 1;
        p.journal.count = p.met_count = 0;
        p.stream = hash_mix(seed, 0x706c617973u); // "plays"
        bool good = story_start(sc, p.now, seed, &p.journal, NULL);
        count_play(&p, play, good ? play_on(&p) : 0);
    }
    sum_up(&p);
    for (int i = 0; i < sc->person_count; i++) {
        mem_free(p.trust[i]);
    }
    mem_free(p.minutes);
    mem_free(p.taken);
    mem_free(p.words);
    mem_free(p.met);
    mem_free(p.now);
    story_journal_deinit(&p.journal);
}

void explore_forecast_init(ExploreForecast *f, const Scenario *scenario, const ExploreGraph *graph,
                           const ExploreValues *values, int plays)
{
    *f = (ExploreForecast){ .scenario = scenario, .proved = values != NULL, .plays = plays };
    f->endings = mem_alloc(sizeof *f->endings * (size_t)(scenario->ending_count + 1));
    explore_table_init(&f->keys, 2 * sizeof(uint32_t));
    if (values != NULL) {
        read_graph(f, graph, values);
    }
    play_many(f);
    qsort(f->choices, (size_t)f->choice_count, sizeof *f->choices, in_order);
}

void explore_forecast_deinit(ExploreForecast *f)
{
    for (int i = 0; i < f->choice_count; i++) {
        mem_free(f->choices[i].endings);
    }
    mem_free(f->choices);
    mem_free(f->endings);
    explore_table_deinit(&f->keys);
    *f = (ExploreForecast){ .plays = 0 };
}
