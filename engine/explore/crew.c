// Threads wait at a gate for the next round; the caller does a share itself. Where no thread can be
// had, the caller does all shares.
#include "explore/crew.h"

#include "base/arena.h"

#include <stdbool.h>

#ifndef __STDC_NO_THREADS__
#include <threads.h>
#endif

enum { HANDS_MAX = 64 };

struct ExploreCrew {
    int count;
    int hired; // threads besides the caller
    void (*work)(void *context, int who);
    void *context;
#ifndef __STDC_NO_THREADS__
    thrd_t threads[HANDS_MAX];
    mtx_t gate;
    cnd_t begins, ends;
    unsigned round; // that runs
    int busy;
    bool closes;
#endif
};

#ifndef __STDC_NO_THREADS__
typedef struct Place { // of one thread
    ExploreCrew *crew;
    int who;
} Place;

static int labour(void *argument)
{
    Place place = *(Place *)argument;
    ExploreCrew *c = place.crew;
    unsigned done = 0;
    mem_free(argument);
    mtx_lock(&c->gate);
    for (;;) {
        while (c->round == done && !c->closes) {
            cnd_wait(&c->begins, &c->gate);
        }
        if (c->closes) {
            break;
        }
        done = c->round;
        mtx_unlock(&c->gate);
        c->work(c->context, place.who);
        mtx_lock(&c->gate);
        if (--c->busy == 0) {
            cnd_signal(&c->ends);
        }
    }
    mtx_unlock(&c->gate);
    return 0;
}

static void hire(ExploreCrew *c)
{
    if (mtx_init(&c->gate, mtx_plain) != thrd_success) {
        return;
    }
    cnd_init(&c->begins);
    cnd_init(&c->ends);
    while (c->hired + 1 < c->count) {
        Place *place = mem_alloc(sizeof *place);
        *place = (Place){ c, c->hired + 1 };
        if (thrd_create(&c->threads[c->hired], labour, place) != thrd_success) {
            mem_free(place);
            break;
        }
        c->hired++;
    }
}

static void dismiss(ExploreCrew *c)
{
    if (c->count < 2) {
        return;
    }
    mtx_lock(&c->gate);
    c->closes = true;
    cnd_broadcast(&c->begins);
    mtx_unlock(&c->gate);
    for (int i = 0; i < c->hired; i++) {
        thrd_join(c->threads[i], NULL);
    }
    cnd_destroy(&c->begins);
    cnd_destroy(&c->ends);
    mtx_destroy(&c->gate);
}

static void call(ExploreCrew *c)
{
    mtx_lock(&c->gate);
    c->busy = c->hired;
    c->round++;
    cnd_broadcast(&c->begins);
    mtx_unlock(&c->gate);
}

static void wait_for_all(ExploreCrew *c)
{
    mtx_lock(&c->gate);
    while (c->busy > 0) {
        cnd_wait(&c->ends, &c->gate);
    }
    mtx_unlock(&c->gate);
}
#else
static void hire(ExploreCrew *c)
{
    (void)c;
}

static void dismiss(ExploreCrew *c)
{
    (void)c;
}

static void call(ExploreCrew *c)
{
    (void)c;
}

static void wait_for_all(ExploreCrew *c)
{
    (void)c;
}
#endif

ExploreCrew *explore_crew_open(int count)
{
    ExploreCrew *c = mem_alloc(sizeof *c);
    c->count = count < 1 ? 1 : count > HANDS_MAX ? HANDS_MAX : count;
    if (c->count > 1) {
        hire(c);
    }
    return c;
}

void explore_crew_close(ExploreCrew *crew)
{
    dismiss(crew);
    mem_free(crew);
}

int explore_crew_count(const ExploreCrew *crew)
{
    return crew->count;
}

void explore_crew_do(ExploreCrew *crew, void (*work)(void *context, int who), void *context)
{
    crew->work = work;
    crew->context = context;
    if (crew->hired > 0) {
        call(crew);
    }
    work(context, 0);
    for (int who = crew->hired + 1; who < crew->count; who++) {
        work(context, who);
    }
    if (crew->hired > 0) {
        wait_for_all(crew);
    }
}
