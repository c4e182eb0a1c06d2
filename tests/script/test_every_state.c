// At every state that is reached, in depth first order: save and load give it back, and undo leads back
// to it. Both scenarios have millions; the walk ends at a number of different ones.
#include "support/test.h"

#include "base/arena.h"
#include "script/script.h"
#include "story/history.h"
#include "story/save.h"

#include <string.h>

enum { SEEDS = 12 };

// The hashes of the states that were met: open addressing, 0 is free.
typedef struct Met {
    uint64_t *hashes;
    size_t capacity, count;
} Met;

static bool met_add(Met *met, uint64_t hash)
{
    size_t i = (size_t)hash & (met->capacity - 1);
    while (met->hashes[i] != 0 && met->hashes[i] != hash) {
        i = (i + 1) & (met->capacity - 1);
    }
    if (met->hashes[i] == hash) {
        return false;
    }
    met->hashes[i] = hash;
    met->count++;
    return true;
}

typedef struct Walk {
    const Scenario *sc;
    StoryHistory history;
    Playthrough *back;
    Met met;
    size_t most; // states
    long endings;
} Walk;

static void save_and_load(Walk *w)
{
    char text[SAVE_MAX * 2];
    size_t size = save_write(w->sc, w->history.now, text, sizeof text);
    assert_in_range(size, 1, SAVE_MAX);
    Err err = { 0 };
    bool edited = true;
    if (!save_read(w->sc, text, w->back, &edited, &err)) {
        fail_msg("%s\n%s", err.message, text);
    }
    assert_false(edited);
    if (!play_equal(w->sc, w->back, w->history.now)) {
        fail_msg("the save differs:\n%s", text);
    }
}

static void walk(Walk *w)
{
    const StoryHistory *h = &w->history;
    uint64_t hash = play_hash(w->sc, h->now) | 1u;
    if (w->met.count >= w->most || !met_add(&w->met, hash)) {
        return;
    }
    save_and_load(w);
    StoryOffer offers[STORY_OFFERS_MAX];
    Err err = { 0 };
    int count = story_offers(w->sc, h->now, false, offers, &err);
    if (count == 0) {
        assert_int_equal(story_pause(w->sc, h->now), PAUSE_ENDED);
        w->endings++;
    }
    int events = h->journal.count;
    for (int i = 0; i < count; i++) {
        if (!history_choose(&w->history, &offers[i], &err)) {
            fail_msg("%s", err.message);
        }
        walk(w);
        assert_true(history_undo(&w->history));
        assert_true((play_hash(w->sc, h->now) | 1u) == hash);
        assert_int_equal(h->journal.count, events);
    }
}

static void walk_all(const char *folder)
{
#if defined(__SANITIZE_ADDRESS__)
    const size_t most = 20000;
#else
    const size_t most = 300000;
#endif
    ScriptDiagnostics diagnostics = { 0 };
    Err err = { 0 };
    Scenario *sc = script_load(folder, &diagnostics, &err);
    if (sc == NULL) {
        fail_msg("%s", err.message);
    }
    Walk w = { .sc = sc, .back = mem_alloc(sc->play_size) };
    w.met.capacity = (size_t)1 << 21;
    w.met.hashes = mem_alloc(w.met.capacity * sizeof *w.met.hashes);
    w.most = most;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        assert_true(history_open(&w.history, sc, seed, &err));
        walk(&w);
        history_close(&w.history);
    }
    print_message("%zu states, %ld endings among them\n", w.met.count, w.endings);
    assert_true(w.met.count == most);
    assert_true(w.endings > 0);
    mem_free(w.met.hashes);
    mem_free(w.back);
    scenario_free(sc);
}

static void test_the_sample(void **state)
{
    (void)state;
    walk_all(PLANKWRIGHT_SOURCE "/tests/script/data/second-ladder");
}

static void test_the_late_brief(void **state)
{
    (void)state;
    walk_all(PLANKWRIGHT_SOURCE "/scripts/scenarios/late-brief");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_sample),
        cmocka_unit_test(test_the_late_brief),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
