// Random lives of a colleague, and of the player's energy: forgotten at every step by what is left
// (outlook.h), they answer every question as they do with nothing forgotten.
#include "support/test.h"

#include "base/hash.h"
#include "parts.h"

enum { ENERGY = 1, LIVES = 10000, PAST_MOST = 40, AHEAD_MOST = 12, HABITS = 4 };

typedef struct Life {
    uint64_t stream;
    TrustEventKind habits[HABITS]; // what mostly happens in it
} Life;

static int below(Life *life, int count)
{
    return (int)random_below(&life->stream, (uint32_t)count);
}

static TrustEvent random_event(Life *life)
{
    static const int32_t efforts[] = { 0, 200000, 500000, TRUST_ONE, 1500000 };
    TrustEvent e = { .kind = (uint8_t)life->habits[below(life, HABITS)] };
    if (below(life, 4) == 0) {
        e.kind = (uint8_t)below(life, TRUST_DAY);
    }
    e.kind = e.kind == TRUST_EXCUSED ? TRUST_KEPT : e.kind; // no story has it
    e.parts = (uint8_t)(e.kind == TRUST_APOLOGY ? 1 + below(life, TRUST_PART_ALL) : 0);
    e.integrity = below(life, 3) == 0;
    e.weight = e.kind == TRUST_STANDARD ? TRUST_STANDARD_UNKNOWN * (1 + below(life, 2))
               : e.kind == TRUST_TALK   ? below(life, TRUST_ONE)
                                        : efforts[below(life, 5)];
    return e;
}

static ExploreMet random_felt(Life *life)
{
    static const uint8_t marks[] = {
        FELT_DAY,    FELT_DAY,        FELT_WEEK,       FELT_CONTACT,
        FELT_RAISED, FELT_NOT_RAISED, FELT_HEARD_GOOD, FELT_HEARD_BAD
    };
    ExploreMet met = { .felt = FELT_TRUST };
    if (below(life, 3) == 0) {
        met.felt = marks[below(life, (int)sizeof marks)];
    } else {
        met.event = random_event(life);
    }
    return met;
}

static ExploreMet random_spent(Life *life)
{
    return (ExploreMet){ .felt = FELT_ENERGY, .event = { .weight = 250 * (below(life, 33) - 16) } };
}

static void feel(ExplorePart *part, const ExploreMet *met)
{
    if (met->felt == FELT_ENERGY) {
        part->energy = story_energy_felt(&scenario, (int16_t)part->energy, met->event);
    } else {
        story_felt(&scenario, 0, (StoryFelt)met->felt, met->event, &part->person);
    }
}

static Life new_life(int number)
{
    Life life = { .stream = (uint64_t)number * 7919 + 3 };
    for (int i = 0; i < HABITS; i++) {
        life.habits[i] = (TrustEventKind)below(&life, TRUST_DAY);
    }
    return life;
}

static ExplorePart random_part(Life *life, int number)
{
    ExplorePart part = { .energy = 0 };
    if (number == ENERGY) {
        part.energy = 250 * below(life, 33);
        return part;
    }
    part.person.trust = trust_start(person.trust);
    trust_readings(person.trust, &part.person.trust, &part.person.trust_now,
                   &part.person.belief_now);
    for (int i = below(life, PAST_MOST); i > 0; i--) {
        ExploreMet met = random_felt(life);
        feel(&part, &met);
    }
    return part;
}

// What comes to `part`; questions lie right at what it reads then, or just above.
static int random_ahead(Life *life, int number, ExplorePart part, ExploreMet *ahead)
{
    static const StoryReading which[] = { READING_TRUST, READING_BELIEF, READING_ENERGY };
    int count = 1 + below(life, AHEAD_MOST);
    for (int i = 0; i < count; i++) {
        if (i == count - 1 || below(life, 4) == 0) {
            ahead[i] = (ExploreMet){ .which = which[number == ENERGY ? 2 : below(life, 2)] };
            int32_t reading = explore_part_reading(&part, (StoryReading)ahead[i].which);
            ahead[i].threshold = reading + below(life, 2);
            ahead[i].answer = reading >= ahead[i].threshold;
        } else {
            ahead[i] = number == ENERGY ? random_spent(life) : random_felt(life);
            feel(&part, &ahead[i]);
        }
    }
    return count;
}

typedef struct Tally {
    int yes, no, forgotten;
} Tally;

// Forgotten at every step by what is left, a part answers as it does with nothing forgotten. Now and then
// something else may come as well.
static void live_on(Life *life, int number, Tally *tally)
{
    ExploreMet ahead[AHEAD_MOST], others[AHEAD_MOST];
    ExploreOutlook left[AHEAD_MOST + 1] = { { .bits = 0 } };
    ExploreQuestions questions = { .count = 0 };
    ExplorePart part = random_part(life, number);
    int count = random_ahead(life, number, part, ahead);
    int more = below(life, 3) == 0 ? random_ahead(life, number, part, others) : 0;
    for (int i = count; i-- > 0;) {
        ExploreOutlook now = meeting(&questions, &ahead[i]);
        left[i] = explore_outlook_then(&now, &left[i + 1]);
        for (int k = 0; i > 0 && k < more; k++) {
            ExploreOutlook other = meeting(&questions, &others[k]);
            explore_outlook_join(&left[i], &other);
        }
    }
    for (int i = 0; i < count; i++) {
        ExplorePart before = part;
        explore_outlook_forget(&left[i], &questions, &scenario, number, &part);
        tally->forgotten += !alike(&before, &part);
        before = part;
        explore_outlook_forget(&left[i], &questions, &scenario, number, &part);
        assert_true(alike(&before, &part)); // and no further
        if (ahead[i].felt != 0) {
            feel(&part, &ahead[i]);
            continue;
        }
        int32_t reading = explore_part_reading(&part, (StoryReading)ahead[i].which);
        assert_int_equal(reading >= ahead[i].threshold, ahead[i].answer);
        *(ahead[i].answer ? &tally->yes : &tally->no) += 1;
    }
}

static void test_lives_answer_alike(void **state)
{
    (void)state;
    Tally tally = { 0 };
    for (int i = 0; i < LIVES; i++) {
        set_persona(i % trust_persona_count());
        Life life = new_life(i);
        live_on(&life, 0, &tally);
    }
    print_message("%d yes, %d no, forgotten in %d steps\n", tally.yes, tally.no, tally.forgotten);
    assert_true(tally.yes > LIVES / 2 && tally.no > LIVES / 2 && tally.forgotten > 2 * LIVES);
}

static void test_energy_answers_alike(void **state)
{
    (void)state;
    Tally tally = { 0 };
    for (int i = 0; i < LIVES; i++) {
        Life life = new_life(i);
        live_on(&life, ENERGY, &tally);
    }
    print_message("%d yes, %d no, forgotten in %d steps\n", tally.yes, tally.no, tally.forgotten);
    assert_true(tally.yes > LIVES / 2 && tally.no > LIVES / 2 && tally.forgotten > LIVES / 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lives_answer_alike),
        cmocka_unit_test(test_energy_answers_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
