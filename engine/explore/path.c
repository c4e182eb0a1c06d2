// See path.h. What the other parts answer is read from the path; what they feel is left out.
#include "explore/path.h"

#include "base/arena.h"

#include <string.h>

enum { CODES_AT_FIRST = 64, TOLD_AT_FIRST = 1024 };

void explore_paths_init(ExplorePaths *paths)
{
    uint64_t nothing = 0;
    *paths = (ExplorePaths){ .room = CODES_AT_FIRST };
    explore_table_init(&paths->codes, sizeof(uint64_t));
    explore_table_add(&paths->codes, &nothing); // its path asks nothing, and nothing happens
    paths->items = mem_alloc(sizeof *paths->items * CODES_AT_FIRST);
}

void explore_paths_deinit(ExplorePaths *paths)
{
    explore_table_deinit(&paths->codes);
    mem_free(paths->items);
    mem_free(paths->told);
    mem_free(paths->asks);
    *paths = (ExplorePaths){ .room = 0 };
}

static void keep_told(ExplorePaths *paths, const ExploreTold *told, uint32_t count)
{
    uint32_t wanted = paths->told_count + count;
    while (wanted > paths->told_room) {
        paths->told_room = paths->told_room == 0 ? TOLD_AT_FIRST : paths->told_room * 2;
        paths->told = mem_grow(paths->told, sizeof *paths->told * paths->told_room);
    }
    if (count > 0) {
        memcpy(paths->told + paths->told_count, told, sizeof *told * count);
    }
    paths->told_count = wanted;
}

static void keep_ask(ExplorePaths *paths, const ExploreTold *told)
{
    if (paths->ask_count == paths->ask_room) {
        paths->ask_room = paths->ask_room == 0 ? CODES_AT_FIRST : paths->ask_room * 2;
        paths->asks = mem_grow(paths->asks, sizeof *paths->asks * paths->ask_room);
    }
    bool both = told->seen == 0 || told->seen == (EXPLORE_SAYS_NO | EXPLORE_SAYS_YES);
    paths->asks[paths->ask_count++] =
        (ExploreAsk){ told->threshold, told->which, told->answer != 0, both };
}

static void keep_asks(ExplorePaths *paths, ExplorePath *item, int part, int felt)
{
    int end = felt < 0 ? item->all : felt;
    item->first_ask = paths->ask_count;
    item->felt = felt >= 0;
    for (int i = 0; i < end; i++) {
        if (paths->told[item->first + (uint32_t)i].part == part) {
            keep_ask(paths, &paths->told[item->first + (uint32_t)i]);
        }
    }
    item->ask_count = paths->ask_count - item->first_ask;
}

ExplorePassage explore_paths_look(const ExplorePaths *paths, uint32_t code,
                                  const int32_t readings[3])
{
    const ExplorePath *path = &paths->items[code];
    const ExploreAsk *ask = paths->asks + path->first_ask;
    for (uint32_t i = 0; i < path->ask_count; i++, ask++) {
        if ((readings[ask->which] >= ask->threshold) != ask->answer) {
            return ask->both ? PASSAGE_PARTED : PASSAGE_GO;
        }
    }
    return path->felt ? PASSAGE_GO : PASSAGE_NOTHING;
}

uint32_t explore_paths_add(ExplorePaths *paths, int part, uint64_t code, const ExplorePath *path,
                           const ExploreTold *told, int felt)
{
    if (code == 0) {
        return 0;
    }
    uint32_t known = paths->codes.count;
    uint32_t number = explore_table_add(&paths->codes, &code);
    if (number < known) {
        return number;
    }
    if (number >= paths->room) {
        paths->room *= 2;
        paths->items = mem_grow(paths->items, sizeof *paths->items * paths->room);
    }
    ExplorePath *item = &paths->items[number];
    *item = *path;
    item->first = paths->told_count;
    keep_told(paths, told, item->all);
    keep_asks(paths, item, part, felt);
    return number;
}

// ---- going along one --------------------------------------------------------------------------------

static int next_answer(ExploreWalker *w)
{
    if (w->next == w->end) { // it has parted: what comes does not count
        w->parted = true;
        return 0;
    }
    return (w->next++)->answer;
}

static int pick(void *context, const uint32_t *weights, int count)
{
    (void)weights;
    int one = next_answer(context);
    return one < count ? one : 0;
}

static bool at_least(void *context, const Playthrough *play, int person, StoryReading which,
                     int32_t reading, int32_t threshold)
{
    ExploreWalker *w = context;
    int part = person == STORY_PLAYER ? w->pack->scenario->person_count : person;
    bool implied = w->next < w->end && w->next->seen == 0;
    bool told = next_answer(w) != 0;
    if (part != w->part) {
        return told;
    }
    bool answer = reading >= threshold;
    if (!w->parted && !implied) {
        explore_answers_note(w->answers, play, person, which, threshold, answer);
    }
    w->parted = w->parted || answer != told;
    return answer;
}

static bool felt(void *context, int person, StoryFelt what, uint64_t more)
{
    ExploreWalker *w = context;
    (void)more;
    int part = person == STORY_PLAYER ? w->pack->scenario->person_count : person;
    return part == w->part || (what == FELT_CONTACT && !w->weeks);
}

void explore_walker_init(ExploreWalker *w, const Scenario *scenario, const ExplorePack *pack,
                         ExploreAnswers *answers, int part, const PersonState *blank)
{
    *w = (ExploreWalker){ .pack = pack, .answers = answers, .scenario = *scenario, .part = part };
    w->blank = blank;
    w->weeks = explore_fork_weeks(scenario);
    w->play = mem_alloc(scenario->play_size);
    w->oracle = (StoryOracle){ w, pick, at_least, felt, NULL, true };
    w->scenario.oracle = &w->oracle;
}

void explore_walker_deinit(ExploreWalker *walker)
{
    mem_free(walker->play);
    *walker = (ExploreWalker){ .part = 0 };
}

int explore_always_broken(const Scenario *sc, Playthrough *play, Err *err)
{
    int broken = -1;
    if (sc->always_count > 0 && !story_between(sc, play)) {
        uint16_t at = play->at; // no function sees it
        play->at = 0;
        story_always(sc, play, &broken, err);
        play->at = at;
    }
    return broken;
}

bool explore_walker_go(ExploreWalker *w, const ExplorePaths *paths, uint32_t code,
                       const PersonState *person, int16_t energy)
{
    const ExplorePath *path = &paths->items[code];
    const Scenario *sc = &w->scenario;
    explore_unpack_rest(w->pack, path->rest, w->play);
    memcpy(play_person(sc, w->play, 0), w->blank, sizeof *person * (size_t)sc->person_count);
    w->play->energy = w->part == sc->person_count ? energy : sc->energy;
    if (w->part < sc->person_count) {
        *play_person(sc, w->play, w->part) = *person;
    }
    w->next = paths->told + path->first;
    w->end = w->next + path->all;
    w->parted = false;
    if (path->offers > 0) {
        StoryOffer offers[STORY_OFFERS_MAX];
        story_offers(sc, w->play, false, offers, NULL);
        w->parted = w->parted || w->next != paths->told + path->first + path->offers;
    }
    if (!w->parted && path->moves) {
        bool ok = path->chooses ? story_choose(sc, w->play, &path->offer, NULL, NULL)
                                : story_go_on(sc, w->play, NULL);
        if (ok) {
            explore_always_broken(sc, w->play, NULL);
        }
        w->parted = w->parted || w->next != w->end;
    }
    return !w->parted;
}
