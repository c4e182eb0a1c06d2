// See rounds.h.
#include "explore/rounds.h"

static void number(ExploreRounds *w, int which)
{
    const ExploreRound *r = &w->round[which];
    for (uint32_t share = 0; share * w->share < r->count; share++) {
        w->number(w->context, which, &r->shares[share]);
    }
}

static void leave(ExploreRounds *w, int hand)
{
    ExploreRound *r = &w->round[w->now];
    uint32_t found = 0;
    for (uint32_t share = r->next++; share * w->share < r->count; share = r->next++) {
        uint32_t nth = share * w->share;
        uint32_t count = r->count - nth < w->share ? r->count - nth : w->share;
        ExploreShare *it = &r->shares[share];
        it->hand = hand;
        it->first = found;
        it->end = found = w->leave(w->context, w->now, hand, nth, count);
    }
}

static void work(void *context, int hand)
{
    ExploreRounds *w = context;
    if (hand == 0) {
        number(w, 1 - w->now);
    }
    leave(w, hand);
}

void explore_round(ExploreRounds *w, uint32_t from, uint32_t count)
{
    w->now = 1 - w->now;
    ExploreRound *r = &w->round[w->now];
    r->from = from;
    r->count = count;
    r->next = 0;
    if (w->count > 1) {
        w->hands->all(w->hands->context, work, w);
    } else {
        work(w, 0);
    }
}
