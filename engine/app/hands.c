// See hands.h. Work has a number: a thread waits for one that it has not done.
#define _POSIX_C_SOURCE 200809L
#include "app/hands.h"

#include "app/jobs.h"
#include "app/memory.h"
#include "base/arena.h"

#include <pthread.h>

typedef struct Hand {
    struct Hands *hands;
    int number;
    pthread_t thread;
} Hand;

struct Hands {
    ExploreHands explore;
    Hand hand[EXPLORE_HANDS_MAX];
    int threads; // that there are: hands 1 to this
    pthread_mutex_t mutex;
    pthread_cond_t begun, done;
    // under the mutex:
    void (*job)(void *work, int hand);
    void *work;
    uint64_t given; // the number of the work
    int busy;
    bool over;
};

static void *wait_and_work(void *context)
{
    const Hand *hand = context;
    Hands *h = hand->hands;
    uint64_t did = 0;
    pthread_mutex_lock(&h->mutex);
    for (;;) {
        while (h->given == did && !h->over) {
            pthread_cond_wait(&h->begun, &h->mutex);
        }
        if (h->over) {
            break;
        }
        did = h->given;
        pthread_mutex_unlock(&h->mutex);
        h->job(h->work, hand->number);
        pthread_mutex_lock(&h->mutex);
        if (--h->busy == 0) {
            pthread_cond_signal(&h->done);
        }
    }
    pthread_mutex_unlock(&h->mutex);
    return NULL;
}

static void all(void *context, void (*job)(void *work, int hand), void *work)
{
    Hands *h = context;
    pthread_mutex_lock(&h->mutex);
    h->job = job;
    h->work = work;
    h->busy = h->threads;
    h->given++;
    pthread_cond_broadcast(&h->begun);
    pthread_mutex_unlock(&h->mutex);
    job(work, 0);
    for (int i = h->threads + 1; i < h->explore.count; i++) {
        job(work, i);
    }
    pthread_mutex_lock(&h->mutex);
    while (h->busy > 0) {
        pthread_cond_wait(&h->done, &h->mutex);
    }
    pthread_mutex_unlock(&h->mutex);
}

Hands *hands_new(int count)
{
    int wanted = count > 0 ? count : jobs_processors();
    count = wanted < EXPLORE_HANDS_MAX ? wanted : EXPLORE_HANDS_MAX;
    if (count > 1) {
        memory_keep(true);
    }
    Hands *h = mem_alloc(sizeof *h);
    h->explore = (ExploreHands){ h, count, all };
    pthread_mutex_init(&h->mutex, NULL);
    pthread_cond_init(&h->begun, NULL);
    pthread_cond_init(&h->done, NULL);
    for (int i = 1; i < count; i++) {
        h->hand[i] = (Hand){ .hands = h, .number = i };
        if (pthread_create(&h->hand[i].thread, NULL, wait_and_work, &h->hand[i]) != 0) {
            break;
        }
        h->threads = i;
    }
    return h;
}

void hands_free(Hands *h)
{
    if (h == NULL) {
        return;
    }
    pthread_mutex_lock(&h->mutex);
    h->over = true;
    pthread_cond_broadcast(&h->begun);
    pthread_mutex_unlock(&h->mutex);
    for (int i = 1; i <= h->threads; i++) {
        pthread_join(h->hand[i].thread, NULL);
    }
    pthread_cond_destroy(&h->begun);
    pthread_cond_destroy(&h->done);
    pthread_mutex_destroy(&h->mutex);
    if (h->explore.count > 1) {
        memory_keep(false);
    }
    mem_free(h);
}

const ExploreHands *hands_of(const Hands *hands)
{
    return &hands->explore;
}
