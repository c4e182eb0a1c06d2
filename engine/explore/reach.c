// See reach.h. Place by place, since a bound on each says far more than one on all together: the first
// scenes have few rests, which every play meets, and the last ones many.
#include "explore/reach.h"

#include "base/arena.h"
#include "explore/wander.h"

#include <string.h>

enum { PLAYS = 8000, PLACES_AT_FIRST = 64 };

typedef struct Place {
    uint32_t met, once, twice; // rests there: in all, and so often
} Place;

typedef struct Reach {
    const Scenario *scenario;
    const ExplorePack *pack;
    ExploreLive *live;
    const ExploreMap *prints;
    Playthrough *forgotten;
    ExploreMap times;   // by print: how often it was met
    ExploreMap numbers; // by scene and op, or ending: of a place
    Place *places;
    uint32_t room;
} Reach;

static Place *place_of(Reach *r, const Playthrough *play)
{
    bool fresh;
    uint32_t *number = explore_map_at(&r->numbers, explore_key(0, explore_place(play)), &fresh);
    if (fresh) {
        *number = r->numbers.count - 1;
        if (*number >= r->room) {
            r->room = r->room == 0 ? PLACES_AT_FIRST : r->room * 2;
            r->places = mem_grow(r->places, sizeof *r->places * r->room);
        }
        r->places[*number] = (Place){ 0 };
    }
    return &r->places[*number];
}

static void comes(void *context, Playthrough *play)
{
    Reach *r = context;
    memcpy(r->forgotten, play, r->scenario->play_size);
    ExplorePrint print = explore_rest_of(r->pack, r->live, r->forgotten);
    ExploreKey key = explore_key_of_hash(print.a, print.b);
    if (explore_map_has(r->prints, key)) {
        return;
    }
    bool fresh;
    uint32_t times = ++*explore_map_at(&r->times, key, &fresh);
    Place *p = place_of(r, r->forgotten);
    p->met += times == 1;
    p->once += times == 1;
    p->once -= times == 2;
    p->twice += times == 2;
    p->twice -= times == 3;
}

static double bound(const Reach *r)
{
    double sum = 0;
    for (uint32_t i = 0; i < r->numbers.count; i++) {
        const Place *p = &r->places[i];
        sum += p->met + (double)p->once * (p->once - 1.0) / (2.0 * (p->twice + 1.0));
    }
    return sum;
}

double explore_reach(const Scenario *scenario, const ExplorePack *pack, ExploreLive *live,
                     const ExploreMap *prints, double enough)
{
    Scenario asked = *scenario; // with an oracle of its own
    Reach r = { .scenario = &asked, .pack = pack, .live = live, .prints = prints };
    r.forgotten = mem_alloc(asked.play_size);
    Playthrough *play = mem_alloc(asked.play_size);
    ExploreFork fork;
    uint64_t stream = 1;
    explore_fork_init(&fork, &asked, EXPLORE_ALL, NULL);
    fork.stream = &stream;
    asked.oracle = &fork.oracle;
    explore_map_init(&r.times);
    explore_map_init(&r.numbers);
    double there = 0;
    for (int i = 1; i <= PLAYS && there <= enough; i++) {
        explore_wander(&asked, &stream, play, &(ExploreWander){ &r, comes });
        if (i == PLAYS / 2 || i == PLAYS) {
            there = bound(&r);
        }
    }
    explore_map_deinit(&r.times);
    explore_map_deinit(&r.numbers);
    mem_free(r.places);
    mem_free(play);
    mem_free(r.forgotten);
    return there;
}
