// Every kind of place a player can stand in, over thousands of random plays of two scenarios: saved
// and read back it is the same state, which offers the same and leads to the same; and undo comes
// back to it.
#include "support/test.h"

#include "base/arena.h"
#include "base/hash.h"
#include "story/playground.h"
#include "story/save.h"
#include "story/week.h"

enum { PLAYS = 400, CHOICES = 60 };

typedef struct Seen {
    int choice, desk, talk, talk_at_desk, hesitation, ended, agenda;
    long states;
} Seen;

static void count(Seen *seen, const Scenario *sc, const Playthrough *p, const StoryOffer *offers)
{
    bool at_desk = sc->ops[p->at].code == OP_DESK;
    switch (story_pause(sc, p)) {
    case PAUSE_CHOICE:
        seen->choice++;
        seen->hesitation += sc->ops[p->at].c == 2;
        break;
    case PAUSE_DESK:
        seen->desk++;
        break;
    case PAUSE_TALK:
        seen->talk++;
        seen->talk_at_desk += at_desk;
        seen->agenda += offers[0].kind == OFFER_AGENDA;
        break;
    case PAUSE_ENDED:
        seen->ended++;
        break;
    }
    seen->states++;
}

// The state through its text and back: equal, offering the same, and the same after the same
// choice.
static void check_save(const Scenario *sc, const Playthrough *p, const StoryOffer *offers, int n,
                       int chosen, Playthrough *back, Playthrough *next)
{
    char text[8192];
    bool edited = true;
    Err err = { 0 };
    size_t size = save_write(sc, p, text, sizeof text);
    assert_in_range(size, 1, SAVE_MAX - 1);
    assert_int_equal(strlen(text), size);
    if (!save_read(sc, text, back, &edited, &err)) {
        fail_msg("%s\n%s", err.message, text);
    }
    assert_false(edited);
    assert_true(back->seed == p->seed && play_equal(sc, back, p));
    assert_true(play_hash(sc, back) == play_hash(sc, p));
    StoryOffer again[STORY_OFFERS_MAX];
    assert_int_equal(story_offers(sc, back, false, again, &err), n);
    for (int i = 0; i < n; i++) {
        assert_true(again[i].kind == offers[i].kind && again[i].x == offers[i].x &&
                    again[i].closed == offers[i].closed && again[i].minutes == offers[i].minutes);
    }
    if (n > 0) {
        memcpy(next, p, sc->play_size);
        assert_true(story_choose(sc, next, &offers[chosen], NULL, &err));
        assert_true(story_choose(sc, back, &offers[chosen], NULL, &err));
        assert_true(play_equal(sc, back, next));
    }
}

static void sweep(const Scenario *sc, Seen *seen)
{
    Playthrough *back = mem_alloc(sc->play_size);
    Playthrough *next = mem_alloc(sc->play_size);
    uint64_t stream = 17;
    for (uint64_t seed = 1; seed <= PLAYS; seed++) {
        StoryHistory h;
        Err err = { 0 };
        uint64_t hashes[CHOICES + 1];
        int events[CHOICES + 1];
        assert_true(history_open(&h, sc, seed, &err));
        for (int i = 0; i <= CHOICES; i++) {
            StoryOffer offers[STORY_OFFERS_MAX];
            int n = story_offers(sc, h.now, false, offers, &err);
            int chosen = n > 0 ? (int)random_below(&stream, (uint32_t)n) : 0;
            count(seen, sc, h.now, offers);
            check_save(sc, h.now, offers, n, chosen, back, next);
            hashes[i] = play_hash(sc, h.now);
            events[i] = h.journal.count;
            if (n == 0 || i == CHOICES) {
                assert_true(i == CHOICES || story_pause(sc, h.now) == PAUSE_ENDED);
                break;
            }
            assert_true(history_choose(&h, &offers[chosen], &err));
            assert_true(play_equal(sc, h.now, next)); // the journal changes nothing
        }
        for (int i = h.count - 1; i >= 0; i--) {
            assert_true(history_undo(&h));
            assert_true(play_hash(sc, h.now) == hashes[i]);
            assert_int_equal(h.journal.count, events[i]);
        }
        history_close(&h);
    }
    mem_free(back);
    mem_free(next);
}

static void test_playground(void **state)
{
    (void)state;
    Scenario *sc = playground_new();
    Seen seen = { 0 };
    sweep(sc, &seen);
    assert_true(seen.choice > 1000 && seen.desk > 100 && seen.talk > 100 && seen.agenda > 100);
    assert_true(seen.talk_at_desk > 20 && seen.hesitation > 20 && seen.ended > 50);
    scenario_free(sc);
}

static void test_week(void **state)
{
    (void)state;
    Scenario *sc = week_new();
    Seen seen = { 0 };
    sweep(sc, &seen);
    assert_true(seen.choice > 1000 && seen.desk > 1000 && seen.talk > 500 && seen.agenda > 100);
    assert_true(seen.talk_at_desk > 100 && seen.hesitation > 100 && seen.ended > 300);
    scenario_free(sc);
}

// Events speak of things that are there, at a time that never runs backwards.
static void test_events(void **state)
{
    (void)state;
    Scenario *sc = week_new();
    uint64_t stream = 3;
    for (uint64_t seed = 1; seed <= 200; seed++) {
        StoryHistory h;
        Err err = { 0 };
        assert_true(history_open(&h, sc, seed, &err));
        while (story_pause(sc, h.now) != PAUSE_ENDED && h.count < 200) {
            StoryOffer offers[STORY_OFFERS_MAX];
            int n = story_offers(sc, h.now, false, offers, &err);
            StoryOffer offer = offers[random_below(&stream, (uint32_t)n)];
            int before = h.journal.count;
            assert_true(history_choose(&h, &offer, &err));
            assert_int_equal(h.journal.events[before].kind, EVENT_CHOSE);
        }
        int32_t minute = 0;
        int32_t trust[STORY_PEOPLE_MAX];
        for (int i = 0; i < sc->person_count; i++) {
            TrustState fresh = trust_start(sc->trust);
            trust[i] = trust_reading(sc->trust, &fresh);
        }
        for (int i = 0; i < h.journal.count; i++) {
            const StoryEvent *e = &h.journal.events[i];
            assert_true(e->minute >= minute);
            minute = e->minute;
            assert_true(e->person < sc->person_count || e->person == STORY_NONE);
            if (e->kind == EVENT_SAID) {
                assert_true(e->a > 0 && (uint32_t)e->a < sc->strings_size);
                assert_true(e->b >= 0 && e->b <= sc->commitment_count);
            } else if (e->kind == EVENT_TRUST) { // no change goes unsaid
                assert_int_equal(e->a, trust[e->person]);
                trust[e->person] = e->b;
            }
        }
        for (int i = 0; i < sc->person_count; i++) {
            assert_int_equal(trust[i],
                             trust_reading(sc->trust, &play_person_c(sc, h.now, i)->trust));
        }
        assert_true(minute == h.now->clock_minute);
        history_close(&h);
    }
    scenario_free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_playground),
        cmocka_unit_test(test_week),
        cmocka_unit_test(test_events),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
