// See share.h.
#include "explore/share.h"

typedef struct Part {
    uint32_t from, end;
    _Atomic uint32_t taken; // how many shares of it
    char apart[EXPLORE_LINE];
} Part;

typedef struct Share {
    Part parts[EXPLORE_HANDS_MAX];
    uint32_t count, at_a_time;
    void *context;
    void (*piece)(void *context, int hand, uint32_t nth);
} Share;

static void work_on(Share *s, Part *part, int hand)
{
    uint32_t size = part->end - part->from;
    uint32_t shares = size / s->at_a_time + (size % s->at_a_time != 0);
    for (uint32_t share = part->taken++; share < shares; share = part->taken++) {
        uint32_t from = part->from + share * s->at_a_time, left = part->end - from;
        uint32_t end = from + (left < s->at_a_time ? left : s->at_a_time);
        for (uint32_t nth = from; nth < end; nth++) {
            s->piece(s->context, hand, nth);
        }
    }
}

static void work(void *context, int hand)
{
    Share *s = context;
    for (uint32_t i = 0; i < s->count; i++) {
        work_on(s, &s->parts[((uint32_t)hand + i) % s->count], hand);
    }
}

void explore_share(const ExploreHands *hands, uint32_t count, uint32_t at_a_time, void *context,
                   void (*piece)(void *context, int hand, uint32_t nth))
{
    Share share = { .at_a_time = at_a_time, .context = context, .piece = piece };
    bool several = hands != NULL && count > at_a_time;
    share.count = several ? (uint32_t)hands->count : 1;
    for (uint32_t i = 0; i < share.count; i++) {
        share.parts[i].from = (uint32_t)((uint64_t)count * i / share.count);
        share.parts[i].end = (uint32_t)((uint64_t)count * (i + 1) / share.count);
    }
    if (several) {
        hands->all(hands->context, work, &share);
    } else {
        work(&share, 0);
    }
}
