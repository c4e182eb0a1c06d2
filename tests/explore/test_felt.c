// links: script
// What people are said to feel (StoryOracle.felt) is all that becomes of them in a play: gone through
// again by story_felt it leaves the same trust, readings, marks and hearsay after every turn, and the same
// energy. Where it is not to happen, it does not.
#define STORY_ASKED // the interpreter that asks
#include "support/test.h"

#include "base/arena.h"
#include "base/file.h"
#include "story/oracle.h"
#include "story/story.h"
#include "random_story.h"

enum { STORIES = 80, PLAYS = 6, TURNS_MOST = 150, FELTS = FELT_NOT_RAISED + 1 };

typedef struct Mirror { // what comes of what is said
    const Scenario *scenario;
    PersonState people[STORY_PEOPLE_MAX];
    int16_t energy;
    bool deaf; // what is said is not to happen in the play itself
    uint64_t stream;
} Mirror;

static int met[FELTS], met_kinds[TRUST_EVENT_KIND_COUNT];

static int pick(void *context, const uint32_t *weights, int count)
{
    Mirror *m = context;
    uint32_t total = 0;
    for (int i = 0; i < count; i++) {
        total += weights[i];
    }
    uint32_t drawn = random_below(&m->stream, total);
    int one = 0;
    while (drawn >= weights[one]) {
        drawn -= weights[one++];
    }
    return one;
}

static bool felt(void *context, int person, StoryFelt what, TrustEvent event)
{
    Mirror *m = context;
    met[what]++;
    if (what == FELT_ENERGY) {
        assert_int_equal(person, STORY_PLAYER);
        m->energy = story_energy_felt(m->scenario, m->energy, event);
    } else {
        assert_in_range(person, 0, m->scenario->person_count - 1);
        met_kinds[event.kind] += what == FELT_TRUST;
        story_felt(m->scenario, person, what, event, &m->people[person]);
    }
    return !m->deaf;
}

// As nobody has felt anything yet.
static void begin(Mirror *m, const Scenario *sc)
{
    for (int i = 0; i < sc->person_count; i++) {
        PersonState *s = &m->people[i];
        *s = (PersonState){ .trust = trust_start(sc->people[i].trust) };
        trust_readings(sc->people[i].trust, &s->trust, &s->trust_now, &s->belief_now);
    }
    m->energy = sc->energy;
}

static void assert_as_said(const Mirror *m, const Playthrough *play)
{
    enum { MARKS = PERSON_CONTACT | PERSON_RAISED };
    assert_int_equal(play->energy, m->energy);
    for (int i = 0; i < m->scenario->person_count; i++) {
        const PersonState *is = play_person_c(m->scenario, play, i), *said = &m->people[i];
        assert_memory_equal(&is->trust, &said->trust, sizeof is->trust);
        assert_int_equal(is->trust_now, said->trust_now);
        assert_int_equal(is->belief_now, said->belief_now);
        assert_int_equal(is->heard_good, said->heard_good);
        assert_int_equal(is->heard_bad, said->heard_bad);
        assert_int_equal(is->flags & MARKS, said->flags & MARKS);
    }
}

// Nothing of it happened: people are as they were, whatever has been said.
static void assert_untouched(const Mirror *m, const Playthrough *play)
{
    Mirror fresh = { .scenario = m->scenario };
    begin(&fresh, m->scenario);
    assert_as_said(&fresh, play);
}

static void play_one(Mirror *m, Scenario *sc, Playthrough *play, bool told)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    StoryJournal journal = { .silent = true };
    StoryJournal *said = told ? &journal : NULL;
    begin(m, sc);
    bool goes = story_start(sc, play, 0, said, NULL);
    for (int turn = 0; goes; turn++) {
        if (m->deaf) {
            assert_untouched(m, play);
        } else {
            assert_as_said(m, play);
        }
        int open = play->ended != 0 ? 0 : story_offers(sc, play, false, offers, NULL);
        goes =
            open > 0 && turn < TURNS_MOST &&
            story_choose(sc, play, &offers[random_below(&m->stream, (uint32_t)open)], said, NULL);
    }
    story_journal_deinit(&journal);
}

static void play_often(const Scenario *sc, int plays, uint64_t seed)
{
    Mirror mirror = { .scenario = sc, .stream = seed };
    StoryOracle oracle = { .context = &mirror, .pick = pick, .felt = felt };
    Scenario asks = *sc;
    asks.oracle = &oracle;
    Playthrough *play = mem_alloc(sc->play_size);
    for (int i = 0; i < plays; i++) {
        mirror.deaf = i % PLAYS == PLAYS - 1;
        play_one(&mirror, &asks, play, i % 2 == 0);
    }
    mem_free(play);
}

static void test_random_stories(void **state)
{
    (void)state;
    desk_options = rich = true;
    for (int n = 0; n < STORIES; n++) {
        Text source = { 0 };
        lively = n % 2 == 0;
        Scenario *sc = random_story(n, &source);
        play_often(sc, PLAYS, (uint64_t)n);
        scenario_free(sc);
        text_deinit(&source);
    }
}

static void test_shipped_stories(void **state)
{
    (void)state;
    static const char folder[] = PLANKWRIGHT_SOURCE "/scripts/scenarios";
    FileList stories;
    assert_true(file_list(folder, &stories, NULL));
    for (int i = 0; i < stories.count; i++) {
        Text path = { 0 };
        text_addf(&path, "%s/%s", folder, stories.names[i]);
        Scenario *sc = loaded(text_str(&path));
        play_often(sc, 2 * PLAYS, (uint64_t)i);
        scenario_free(sc);
        text_deinit(&path);
    }
    file_list_free(&stories);
}

// The two above have met whatever a story can make people feel: nothing is exceeded or excused in one, and days,
// weeks and what is heard come as such.
static void test_everything_was_felt(void **state)
{
    (void)state;
    for (int what = FELT_TRUST; what < FELTS; what++) {
        assert_true(met[what] > 0);
    }
    for (int kind = 0; kind <= TRUST_DEFENDED; kind++) {
        assert_int_equal(met_kinds[kind] > 0, kind != TRUST_EXCEEDED && kind != TRUST_EXCUSED);
    }
}

// Of more than fifteen outcomes on a day nobody hears; in the morning all are heard and none is left.
static void test_hearsay_has_an_end(void **state)
{
    (void)state;
    enum { MOST = 15 };
    StoryPerson person = { .trust = trust_preset("work") };
    Scenario sc = { .person_count = 1, .people = &person };
    Mirror m = { .scenario = &sc };
    begin(&m, &sc);
    PersonState *s = &m.people[0];
    for (int i = 1; i <= 300; i++) {
        story_felt(&sc, 0, FELT_HEARD_GOOD, (TrustEvent){ .kind = 0 }, s);
        assert_int_equal(s->heard_good, i < MOST ? i : MOST);
    }
    story_felt(&sc, 0, FELT_HEARD_BAD, (TrustEvent){ .kind = 0 }, s);
    TrustState heard = s->trust;
    for (int i = 0; i <= MOST; i++) {
        TrustEvent event = { .kind = i < MOST ? TRUST_HEARD_GOOD : TRUST_HEARD_BAD };
        trust_apply(person.trust, &heard, event);
    }
    story_felt(&sc, 0, FELT_DAY, (TrustEvent){ .kind = 0 }, s);
    assert_memory_equal(&heard, &s->trust, sizeof heard);
    assert_int_equal(s->heard_good + s->heard_bad, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_stories),
        cmocka_unit_test(test_shipped_stories),
        cmocka_unit_test(test_everything_was_felt),
        cmocka_unit_test(test_hearsay_has_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
