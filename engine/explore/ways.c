// See ways.h.
#include "explore/ways.h"

#include "base/arena.h"
#include "explore/map.h"

#include <stdlib.h>
#include <string.h>

enum { AT_FIRST = 1024, FEW = 64 };

typedef struct List { // ways of one rest, each once
    ExploreWay *items;
    uint32_t count, room;
} List;

static void add_way(List *list, ExploreWay way)
{
    for (uint32_t i = 0; i < list->count; i++) {
        if (list->items[i].code == way.code && list->items[i].to == way.to) {
            return;
        }
    }
    if (list->count == list->room) {
        list->room = list->room == 0 ? FEW : list->room * 2;
        list->items = mem_grow(list->items, sizeof *list->items * list->room);
    }
    list->items[list->count++] = way;
}

static int in_order(const void *left, const void *right)
{
    const ExploreWay *a = left, *b = right;
    if (a->code != b->code) {
        return a->code < b->code ? -1 : 1;
    }
    return a->to < b->to ? -1 : a->to > b->to;
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

static void collect(const ExploreWays *w, List *list, uint32_t rest)
{
    const ExploreRests *r = w->rests;
    list->count = 0;
    for (uint32_t k = r->first[rest]; k < r->first[rest + 1]; k++) {
        ExploreWay way = way_of(w, k);
        if (!says_nothing(way)) {
            add_way(list, way);
        }
    }
    if (list->count > 1) {
        qsort(list->items, list->count, sizeof *list->items, in_order);
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

// Rests side by side that lead back to each other: until nothing more is added.
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
}

// ---- rests that are alike ---------------------------------------------------------------------------

// Whether nothing happens to the part on the way to one other rest, whatever is chosen.
static bool only_leads_on(const List *list)
{
    return list->count == 1 && list->items[0].code == 0;
}

static void find_alike(ExploreWays *w, List *list, ExploreMap *signatures, uint32_t rest)
{
    collect(w, list, rest);
    if (only_leads_on(list)) {
        w->stands[rest] = list->items[0].to;
        return;
    }
    ExploreSignature s = { 1, 2 };
    for (uint32_t i = 0; i < list->count; i++) {
        explore_sign(&s, list->items[i].code, list->items[i].to);
    }
    bool fresh;
    uint32_t *first = explore_map_at(signatures, explore_key_of_hash(s.a, s.b), &fresh);
    if (fresh) {
        *first = rest;
        look_ahead(w, rest, list);
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

// What is on a circle stands for itself.
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
            w->count += end - i;
            i = end;
        } else {
            find_alike(w, &list, &signatures, r->order.nodes[i++]);
        }
    }
    w->count += signatures.count;
    explore_map_deinit(&signatures);
    mem_free(list.items);
}

static void list_ways(ExploreWays *w)
{
    const ExploreRests *r = w->rests;
    uint32_t room = 0;
    List list = { 0 };
    for (uint32_t rest = 0; rest < r->count; rest++) {
        w->first[rest] = w->item_count;
        if (w->stands[rest] != rest) {
            continue;
        }
        collect(w, &list, rest);
        while (w->item_count + list.count > room) {
            room = room == 0 ? AT_FIRST : room * 2;
            w->items = mem_grow(w->items, sizeof *w->items * room);
        }
        if (list.count > 0) {
            memcpy(w->items + w->item_count, list.items, sizeof *list.items * list.count);
        }
        w->item_count += list.count;
    }
    w->first[r->count] = w->item_count;
    mem_free(list.items);
}

uint32_t *explore_ways_of_links(const ExploreWays *w)
{
    const ExploreRests *r = w->rests;
    uint32_t *number = mem_alloc(sizeof *number * (r->link_count + 1));
    for (uint32_t rest = 0; rest < r->count; rest++) {
        uint32_t stands = w->stands[rest];
        const ExploreWay *ways = w->items + w->first[stands];
        uint32_t count = w->first[stands + 1] - w->first[stands];
        for (uint32_t k = r->first[rest]; k < r->first[rest + 1]; k++) {
            ExploreWay way = way_of(w, k);
            number[k] = UINT32_MAX;
            if (!says_nothing(way) && (way.code != 0 || way.to != stands)) {
                const ExploreWay *found = bsearch(&way, ways, count, sizeof way, in_order);
                number[k] = (uint32_t)(found - ways);
            }
        }
    }
    return number;
}

void explore_ways_init(ExploreWays *ways, const ExploreRests *rests, int part)
{
    *ways = (ExploreWays){ .rests = rests, .part = part };
    ways->stands = mem_alloc(sizeof *ways->stands * (rests->count + 1));
    ways->first = mem_alloc(sizeof *ways->first * ((size_t)rests->count + 1));
    ways->outlooks = mem_alloc(sizeof *ways->outlooks * ((size_t)rests->count + 1));
    find_those_that_stand(ways);
    list_ways(ways);
}

void explore_ways_deinit(ExploreWays *ways)
{
    mem_free(ways->stands);
    mem_free(ways->items);
    mem_free(ways->first);
    mem_free(ways->outlooks);
    *ways = (ExploreWays){ .count = 0 };
}
