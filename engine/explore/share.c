// See share.h.
#include "explore/share.h"

typedef struct Share {
    uint32_t count, at_a_time;
    void *context;
    void (*piece)(void *context, int hand, uint32_t nth);
    _Atomic uint32_t next; // the first share that nobody has taken
} Share;

static void work(void *context, int hand)
{
    Share *s = context;
    uint32_t shares = s->count / s->at_a_time + (s->count % s->at_a_time != 0);
    for (uint32_t share = s->next++; share < shares; share = s->next++) {
        uint32_t from = share * s->at_a_time, left = s->count - from;
        uint32_t end = from + (left < s->at_a_time ? left : s->at_a_time);
        for (uint32_t nth = from; nth < end; nth++) {
            s->piece(s->context, hand, nth);
        }
    }
}

void explore_share(const ExploreHands *hands, uint32_t count, uint32_t at_a_time, void *context,
                   void (*piece)(void *context, int hand, uint32_t nth))
{
    Share share = { .count = count, .at_a_time = at_a_time, .context = context, .piece = piece };
    if (hands != NULL && count > at_a_time) {
        hands->all(hands->context, work, &share);
    } else {
        work(&share, 0);
    }
}
