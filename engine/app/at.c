// Three tries, quick ones first: the states near the start, one by one; random plays, of which the
// shortest is taken; then as many states as can be walked, which finds what is rare and proves what
// cannot be.
#include "app/at.h"

#include "app/hands.h"
#include "base/arena.h"
#include "base/hash.h"
#include "explore/way.h"
#include "story/history.h"
#include "story/oracle.h"
#include "story/renames.h"

#include <string.h>

enum {
    STATES_NEAR = 50000,
    STATES_FAR = 1000000,
    PLAYS = 20000,
    PLAYS_MORE = 200000,
    CHOICES_MAX = 400
};

typedef struct Search {
    const Scenario *scenario;
    int scene;
    const uint64_t *seed;
    AtWay *way;
} Search;

void at_deinit(AtWay *way)
{
    text_deinit(&way->choices);
}

// ---- the explorer -------------------------------------------------------------------------------

// A nearest state where the scene begins or has begun; false: none.
static bool state_in(const ExploreGraph *graph, int scene, uint32_t *out)
{
    Playthrough *play = mem_alloc(graph->scenario->play_size);
    uint32_t *states = explore_nearest_first(graph);
    bool found = false;
    for (uint32_t i = 0; i < explore_state_count(graph) && !found; i++) {
        *out = states[i];
        explore_play(graph, *out, play);
        found = play->ended == 0 && play->scene == scene;
    }
    mem_free(states);
    mem_free(play);
    return found;
}

// Whether the way comes through the scene with that seed; *taken choices do it.
static bool comes_through(const Search *s, uint64_t seed, const char *choices, int *taken)
{
    StoryHistory history;
    bool came = false;
    if (!history_open(&history, s->scenario, seed, NULL)) {
        return false;
    }
    int events = 0;
    for (;;) {
        for (; events < history.journal.count && !came; events++) {
            const StoryEvent *event = &history.journal.events[events];
            came = event->kind == EVENT_SCENE && event->what == s->scene;
        }
        *taken = history.count;
        size_t n = strcspn(choices, ",");
        Text id = { 0 };
        Err err;
        int done = 0;
        text_add_n(&id, choices, n);
        bool goes_on = !came && n > 0 && history_walk(&history, text_str(&id), &done, &err);
        text_deinit(&id);
        if (!goes_on) {
            break;
        }
        choices += n + (choices[n] == ',');
    }
    history_close(&history);
    return came;
}

static bool keep(const Search *s, AtHow how, uint64_t seed, const char *choices)
{
    int taken = 0;
    if (!comes_through(s, seed, choices, &taken)) {
        return false;
    }
    const char *end = choices;
    for (int i = 0; i < taken; i++) {
        end += strcspn(end, ",");
        end += *end == ',' && i + 1 < taken;
    }
    s->way->how = how;
    s->way->seed = seed;
    s->way->choice_count = taken;
    text_clear(&s->way->choices);
    text_add_n(&s->way->choices, choices, (size_t)(end - choices));
    return true;
}

typedef enum Found { FOUND, NOT_FOUND, CANNOT_BE } Found;

static Found explore(const Search *s, bool merge, uint32_t limit, Err *err)
{
    ExploreGraph graph;
    Hands *hands = hands_new(0);
    ExploreOptions options = { limit, .forget = true, .merge = merge, .hands = hands_of(hands) };
    Found found = NOT_FOUND;
    bool begins = explore_init(&graph, s->scenario, &options, err);
    hands_free(hands);
    if (!begins) {
        return NOT_FOUND;
    }
    uint32_t state = 0;
    ExploreWay way = { 0 };
    if (!state_in(&graph, s->scene, &state)) {
        found = graph.complete && !graph.overflow ? CANNOT_BE : NOT_FOUND;
    } else if (explore_way_to(&graph, state, NULL, &way)) {
        uint64_t seed = s->seed != NULL ? *s->seed : way.seed;
        found = keep(s, AT_SHORTEST, seed, way.choices) ? FOUND : NOT_FOUND;
        explore_way_deinit(&way);
    }
    explore_deinit(&graph);
    return found;
}

// ---- random plays -------------------------------------------------------------------------------

typedef struct Draw {
    const Search *search;
    Playthrough *play;
    StoryJournal journal;
    StoryOffer taken[CHOICES_MAX];
    int count;
} Draw;

static bool has_come(const Draw *d)
{
    for (int i = 0; i < d->journal.count; i++) {
        const StoryEvent *event = &d->journal.events[i];
        if (event->kind == EVENT_SCENE && event->what == d->search->scene) {
            return true;
        }
    }
    return false;
}

// One play of fewer than `fewer` choices; true when it comes through the scene.
static bool draw_one(Draw *d, uint64_t seed, uint64_t *stream, int fewer)
{
    const Scenario *sc = d->search->scenario;
    StoryOffer offers[STORY_OFFERS_MAX];
    d->count = 0;
    d->journal.count = 0;
    if (!story_start(sc, d->play, seed, &d->journal, NULL)) {
        return false;
    }
    while (!has_come(d)) {
        int open = d->count + 1 < fewer ? story_offers(sc, d->play, false, offers, NULL) : 0;
        if (open == 0) {
            return false;
        }
        StoryOffer *offer = &d->taken[d->count++];
        *offer = offers[random_below(stream, (uint32_t)open)];
        d->journal.count = 0;
        if (!story_choose(sc, d->play, offer, &d->journal, NULL)) {
            return false;
        }
    }
    return true;
}

static bool draw(const Search *s, int plays)
{
    Draw d = { .search = s,
               .play = mem_alloc(s->scenario->play_size),
               .journal = { .silent = true } };
    ExploreWay best = { 0 };
    int fewer = CHOICES_MAX;
    uint64_t stream = 1;
    for (int i = 0; i < plays && fewer > 1; i++) {
        uint64_t seed = s->seed != NULL ? *s->seed : (uint64_t)i + 1;
        ExploreWay way;
        if (draw_one(&d, seed, &stream, fewer) &&
            explore_way_of(s->scenario, seed, d.taken, d.count, &way)) {
            explore_way_deinit(&best);
            best = way;
            fewer = d.count;
        }
    }
    bool found = best.choices != NULL && keep(s, AT_RANDOM, best.seed, best.choices);
    explore_way_deinit(&best);
    story_journal_deinit(&d.journal);
    mem_free(d.play);
    return found;
}

// ---- together -----------------------------------------------------------------------------------

static bool unknown(const Scenario *scenario, const char *scene, Err *err)
{
    for (int i = 0; i < scenario->ending_count; i++) {
        if (strcmp(scenario->endings[i].id, scene) == 0) {
            err_set(err, ERR_INPUT, "\"%.80s\" is an ending of %s, not a scene", scene,
                    scenario->id);
            return err_fix(err, "give a scene that leads there");
        }
    }
    const char **names = mem_alloc(sizeof *names * (size_t)(scenario->scene_count + 1));
    for (int i = 0; i < scenario->scene_count; i++) {
        names[i] = scenario->scenes[i].id;
    }
    const char *meant = text_did_you_mean(scene, names, scenario->scene_count);
    err_set(err, ERR_INPUT, "%s has no scene \"%.80s\"", scenario->id, scene);
    err_fix(err, meant ? "did you mean %s?" : "plankwright graph %s --format text names them all",
            meant ? meant : scenario->id);
    mem_free(names);
    return false;
}

static bool no_way(const Search *s, Found proof, Err *err)
{
    const StoryScene *scene = &s->scenario->scenes[s->scene];
    if (proof == CANNOT_BE) {
        err_set(err, ERR_INPUT, "nothing leads to the scene \"%s\": every state of %s was walked",
                scene->id, s->scenario->id);
    } else {
        err_set(err, ERR_INPUT, "no way to the scene \"%s\" was met%s; that is no proof", scene->id,
                s->seed != NULL ? " with this seed" : "");
    }
    err_fix(err, proof == CANNOT_BE ? "plankwright check says more"
                 : s->seed != NULL  ? "leave --seed out"
                                    : "plankwright check --limit N walks more states");
    return err_at(err,
                  scene->position.file < s->scenario->file_count
                      ? s->scenario->files[scene->position.file]
                      : "",
                  scene->position.line, 0);
}

bool at_find(AtWay *way, const Scenario *scenario, const char *scene, const uint64_t *seed,
             Err *err)
{
    *way = (AtWay){ .how = AT_SHORTEST };
    Search s = { scenario, renames_scene(scenario, scene), seed, way };
    if (s.scene < 0) {
        return unknown(scenario, scene, err);
    }
    *err = (Err){ 0 };
    Found found = explore(&s, false, STATES_NEAR, err);
    way->plays = PLAYS;
    if (found == NOT_FOUND && draw(&s, PLAYS)) {
        found = FOUND;
    }
    if (found == NOT_FOUND && err->kind == ERR_NONE) {
        found = explore(&s, true, STATES_FAR, err);
    }
    if (found == NOT_FOUND && draw(&s, PLAYS_MORE)) {
        way->plays = PLAYS_MORE;
        found = FOUND;
    }
    if (found != FOUND && err->kind == ERR_NONE) {
        no_way(&s, found, err);
    }
    return found == FOUND;
}

void at_tell(const AtWay *way, const Scenario *scenario, const char *scene, Text *out)
{
    int found = renames_scene(scenario, scene);
    text_addf(out, "at %s of %s after %d choice%s, by the shortest ",
              found < 0 ? scene : scenario->scenes[found].id, scenario->id, way->choice_count,
              way->choice_count == 1 ? "" : "s");
    if (way->how == AT_RANDOM) {
        text_addf(out, "of %d random plays", way->plays);
    } else {
        text_add(out, "way");
    }
    text_addf(out, ": --seed %llu --choices %s; nothing of this play is kept",
              (unsigned long long)way->seed,
              way->choice_count > 0 ? text_str(&way->choices) : "\"\"");
}
