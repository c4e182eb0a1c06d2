// Threads wait at a gate for shares; the caller takes them too, so that a thread that cannot be had, or
// comes late on a busy machine, holds nobody up.
#include "app/crew.h"

#include "base/arena.h"

#include <stdbool.h>

#ifndef __STDC_NO_THREADS__
#include <threads.h>
#endif

enum { HANDS_MAX = 64 };

struct AppCrew {
    ExploreCrew lent;
    int hired; // threads besides the caller
    void (*work)(void *argument, int who);
    void *argument;
    int next; // share that nobody has taken yet; lent.count: none
#ifndef __STDC_NO_THREADS__
    thrd_t threads[HANDS_MAX];
    mtx_t gate;
    cnd_t begins, ends;
    int busy; // shares that are being done
    bool closes;
#endif
};

#ifndef __STDC_NO_THREADS__
// Does one share, where one is left; behind the gate but for the work itself.
static bool do_one(AppCrew *c)
{
    if (c->next == c->lent.count) {
        return false;
    }
    int who = c->next++;
    c->busy++;
    mtx_unlock(&c->gate);
    c->work(c->argument, who);
    mtx_lock(&c->gate);
    if (--c->busy == 0) {
        cnd_signal(&c->ends);
    }
    return true;
}

static int labour(void *argument)
{
    AppCrew *c = argument;
    mtx_lock(&c->gate);
    while (!c->closes) {
        if (!do_one(c)) {
            cnd_wait(&c->begins, &c->gate);
        }
    }
    mtx_unlock(&c->gate);
    return 0;
}

static void hire(AppCrew *c)
{
    mtx_init(&c->gate, mtx_plain);
    cnd_init(&c->begins);
    cnd_init(&c->ends);
    while (c->hired + 1 < c->lent.count &&
           thrd_create(&c->threads[c->hired], labour, c) == thrd_success) {
        c->hired++;
    }
}

static void dismiss(AppCrew *c)
{
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

// The caller takes shares as well: who is slow to come finds none left.
static void run(void *context, void (*work)(void *argument, int who), void *argument)
{
    AppCrew *c = context;
    mtx_lock(&c->gate);
    c->work = work;
    c->argument = argument;
    c->next = 0;
    cnd_broadcast(&c->begins);
    while (do_one(c)) {
    }
    while (c->busy > 0) {
        cnd_wait(&c->ends, &c->gate);
    }
    mtx_unlock(&c->gate);
}
#else
static void hire(AppCrew *c)
{
    (void)c;
}

static void dismiss(AppCrew *c)
{
    (void)c;
}

static void run(void *context, void (*work)(void *argument, int who), void *argument)
{
    const AppCrew *c = context;
    for (int who = 0; who < c->lent.count; who++) {
        work(argument, who);
    }
}
#endif

AppCrew *app_crew_open(int count)
{
    AppCrew *c = mem_alloc(sizeof *c);
    count = count < 1 ? 1 : count > HANDS_MAX ? HANDS_MAX : count;
    c->lent = (ExploreCrew){ count, c, run };
    c->next = count;
    hire(c);
    return c;
}

void app_crew_close(AppCrew *crew)
{
    dismiss(crew);
    mem_free(crew);
}

const ExploreCrew *app_crew_lend(AppCrew *crew)
{
    return &crew->lent;
}
