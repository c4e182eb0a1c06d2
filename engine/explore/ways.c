// See ways.h.
#include "explore/ways.h"

#include "base/arena.h"
#include "explore/map.h"

enum { AT_FIRST = 1024, FEW = 64 };

typedef struct List { // ways of one rest, each once
    ExploreWay *items;
    uint32_t *order, *place; // of them when they are sorted: which one comes, and where each comes
    uint32_t count, room;
} List;

static uint32_t find_way(List *list, ExploreWay way)
{
    for (uint32_t i = 0; i < list->count; i++) {
        if (list->items[i].code == way.code && list->items[i].to == way.to) {
            return i;
        }
    }
    if (list->count == list->room) {
        list->room = list->room == 0 ? FEW : list->room * 2;
        list->items = mem_grow(list->items, sizeof *list->items * list->room);
        list->order = mem_grow(list->order, sizeof *list->order * list->room);
        list->place = mem_grow(list->place, sizeof *list->place * list->room);
    }
    list->items[list->count] = way;
    return list->count++;
}

static bool comes_before(ExploreWay a, ExploreWay b)
{
    return a.code != b.code ? a.code < b.code : a.to < b.to;
}

// There are few.
static void sort(List *list)
{
    for (uint32_t i = 0; i < list->count; i++) {
        uint32_t at = i;
        for (; at > 0 && comes_before(list->items[i], list->items[list->order[at - 1]]); at--) {
            list->order[at] = list->order[at - 1];
        }
        list->order[at] = i;
    }
    for (uint32_t i = 0; i < list->count; i++) {
        list->place[list->order[i]] = i;
    }
}

static void list_deinit(List *list)
{
    mem_free(list->items);
    mem_free(list->order);
    mem_free(list->place);
}

static ExploreWay way_of(const ExploreWays *w, uint32_t link)
{
    const ExploreRests *r = w->rests;
    uint32_t to = r->links[link].to;
    bool none = to == (uint32_t)EXPLORE_NO_REST;
    return (ExploreWay){ explore_rests_codes(r, link)[w->part], none ? to : w->stands[to] };
}

// That nothing leads nowhere says nothing.
static bool says_nothing(ExploreWay way)
{
    return way.code == 0 && way.to == (uint32_t)EXPLORE_NO_REST;
}

// The ways of a rest, in order; and of its links, which one each is.
static void collect(ExploreWays *w, List *list, uint32_t rest)
{
    uint32_t from = w->rests->first[rest], end = w->rests->first[rest + 1];
    list->count = 0;
    for (uint32_t k = from; k < end; k++) {
        ExploreWay way = way_of(w, k);
        w->of_link[k] = says_nothing(way) ? (uint32_t)EXPLORE_SAME : find_way(list, way);
    }
    sort(list);
    for (uint32_t k = from; k < end; k++) {
        if (w->of_link[k] != (uint32_t)EXPLORE_SAME) {
            w->of_link[k] = list->place[w->of_link[k]];
        }
    }
}

// ---- what may come ----------------------------------------------------------------------------------

// Whether more may come than what was known.
static bool look_ahead(ExploreWays *w, uint32_t rest, const List *list)
{
    const ExploreOutlook nothing = { .bits = 0 };
    const ExplorePaths *paths = &w->rests->paths[w->part];
    bool more = false;
    for (uint32_t i = 0; i < list->count; i++) {
        ExploreWay way = list->items[i];
        bool none = way.to == (uint32_t)EXPLORE_NO_REST;
        ExploreOutlook comes = explore_outlook_then(&paths->items[way.code].outlook,
                                                    none ? &nothing : &w->outlooks[way.to]);
        more = explore_outlook_join(&w->outlooks[rest], &comes) || more;
    }
    return more;
}

// ---- rests that are alike ---------------------------------------------------------------------------

static void stand(ExploreWays *w, const List *list, uint32_t rest)
{
    while (w->item_count + list->count > w->item_room) {
        w->item_room = w->item_room == 0 ? AT_FIRST : w->item_room * 2;
        w->items = mem_grow(w->items, sizeof *w->items * w->item_room);
    }
    w->first[rest] = w->item_count;
    for (uint32_t i = 0; i < list->count; i++) {
        w->items[w->item_count++] = list->items[list->order[i]];
    }
    w->end[rest] = w->item_count;
}

// Rests side by side that lead back to each other stand for themselves; what comes is looked for until
// nothing more is added.
static void look_around(ExploreWays *w, List *list, const uint32_t *rests, uint32_t count)
{
    bool more = true;
    while (more) {
        more = false;
        for (uint32_t i = 0; i < count; i++) {
            collect(w, list, rests[i]);
            more = look_ahead(w, rests[i], list) || more;
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        collect(w, list, rests[i]);
        stand(w, list, rests[i]);
    }
}

static ExploreKey key_of(const List *list)
{
    ExploreSignature s = { 1, 2 };
    for (uint32_t i = 0; i < list->count; i++) {
        ExploreWay way = list->items[list->order[i]];
        explore_sign(&s, way.code, way.to);
    }
    return explore_key_of_hash(s.a, s.b);
}

// The other rest stands for this one: nothing happens to the part on the way there.
static void pass_on(ExploreWays *w, uint32_t rest, uint32_t to)
{
    w->stands[rest] = to;
    for (uint32_t k = w->rests->first[rest]; k < w->rests->first[rest + 1]; k++) {
        w->of_link[k] = (uint32_t)EXPLORE_SAME;
    }
}

static void find_alike(ExploreWays *w, List *list, ExploreMap *signatures, uint32_t rest)
{
    collect(w, list, rest);
    if (list->count == 1 && list->items[0].code == 0) { // whatever is chosen
        pass_on(w, rest, list->items[0].to);
        return;
    }
    bool fresh;
    uint32_t *first = explore_map_at(signatures, key_of(list), &fresh);
    if (fresh) {
        *first = rest;
        look_ahead(w, rest, list);
        stand(w, list, rest);
    }
    w->stands[rest] = *first;
}

static uint32_t circle_end(const ExploreOrder *order, uint32_t from, uint32_t count)
{
    while (from < count && order->round[order->nodes[from]]) {
        from++;
    }
    return from;
}

static void find_those_that_stand(ExploreWays *w)
{
    const ExploreRests *r = w->rests;
    List list = { 0 };
    ExploreMap signatures; // the first rest with each
    explore_map_init(&signatures);
    for (uint32_t i = 0; i < r->count; i++) {
        w->stands[i] = i;
    }
    for (uint32_t i = 0; i < r->count;) {
        uint32_t end = circle_end(&r->order, i, r->count);
        if (end > i) {
            look_around(w, &list, r->order.nodes + i, end - i);
            i = end;
        } else {
            find_alike(w, &list, &signatures, r->order.nodes[i++]);
        }
    }
    explore_map_deinit(&signatures);
    list_deinit(&list);
}

void explore_ways_init(ExploreWays *ways, const ExploreRests *rests, int part)
{
    size_t count = (size_t)rests->count + 1;
    *ways = (ExploreWays){ .rests = rests, .part = part };
    ways->stands = mem_alloc(sizeof *ways->stands * count);
    ways->first = mem_alloc(sizeof *ways->first * count);
    ways->end = mem_alloc(sizeof *ways->end * count);
    ways->outlooks = mem_alloc(sizeof *ways->outlooks * count);
    ways->of_link = mem_alloc(sizeof *ways->of_link * ((size_t)rests->link_count + 1));
    find_those_that_stand(ways);
}

void explore_ways_deinit(ExploreWays *ways)
{
    mem_free(ways->stands);
    mem_free(ways->items);
    mem_free(ways->first);
    mem_free(ways->end);
    mem_free(ways->outlooks);
    mem_free(ways->of_link);
    *ways = (ExploreWays){ .item_count = 0 };
}
