// What still matters of a part (outlook.h), field by field: what a future reads is kept, what none reads
// is forgotten. What may come is put together without losing any of it.
#include "support/test.h"

#include "base/hash.h"
#include "parts.h"

enum { MANY = TRUST_AHEAD_MANY, EVERY = OUTLOOK_TOMORROW * 2 - 1, PAIRS = 10000 };

// ---- field by field ---------------------------------------------------------------------------------

// Two persons with one field that differs, the least that reads it, and all that may come without reading
// it.
// Where no bit, keep or breach is named that reads it, nothing does.
typedef struct Row {
    const char *name;
    size_t at, size;
    int32_t one, other;
    struct { // besides OUTLOOK_ASKED and _MOVES
        unsigned bits;
        int keeps, breaches;
    } reads;
    struct {
        unsigned without;
        int keeps, breaches;
    } leaves;
    unsigned flags; // of both, and so on: what else they have
    int streak, turns, guard;
} Row;

#define FIELD(field_, one_, other_)                                                                \
    .name = #field_, .at = offsetof(PersonState, field_),                                          \
    .size = sizeof(((PersonState *)0)->field_), .one = (one_), .other = (other_)

static const Row rows[] = {
    { FIELD(trust.kept, 700000, 700001), .leaves = { OUTLOOK_ASKED, MANY, MANY } },
    { FIELD(trust.broken, 600000, 600001), .leaves = { OUTLOOK_ASKED, MANY, MANY } },
    { FIELD(trust.stain, 200000, 200001), .leaves = { OUTLOOK_ASKED, MANY, MANY } },
    { FIELD(trust.rapport, 600000, 600001), .leaves = { OUTLOOK_ASKED, MANY, MANY } },
    { FIELD(trust.pending, 1, 2), .reads = { OUTLOOK_APOLOGIES, 0, 0 },
      .leaves = { OUTLOOK_APOLOGIES, MANY, MANY } },
    { FIELD(trust.pending, 1, 2), .reads = { OUTLOOK_OWNED, 0, 0 },
      .leaves = { OUTLOOK_APOLOGIES | OUTLOOK_OWNED, MANY, MANY }, .flags = TRUST_FLAG_UNOWNED },
    { FIELD(trust.pending, 1, 2), .reads = { OUTLOOK_CLEARED, 0, 0 },
      .leaves = { OUTLOOK_APOLOGIES | OUTLOOK_CLEARED, MANY, MANY },
      .flags = TRUST_FLAG_STANDARD_LAST },
    { FIELD(trust.stain_peak, 250000, 300000), .reads = { 0, 3, 0 }, .leaves = { 0, 2, MANY },
      .streak = 2 },
    { FIELD(trust.stain_peak, 250000, 300000), .leaves = { OUTLOOK_ASKED, 0, MANY }, .streak = 5 },
    { FIELD(trust.credit, 0, 1), .reads = { OUTLOOK_BELIEVED, 0, 0 },
      .leaves = { OUTLOOK_BELIEVED, MANY, 2 } },
    { FIELD(trust.credit, 0, 1), .reads = { 0, 0, 3 }, .leaves = { OUTLOOK_BELIEVED, MANY, 2 } },
    { FIELD(trust.credit, 0, 1), .reads = { 0, 0, 1 }, .leaves = { OUTLOOK_BELIEVED, MANY, 0 },
      .turns = 2 },
    { FIELD(trust.credit, 0, 1), .reads = { 0, 1, 0 }, .leaves = { OUTLOOK_BELIEVED, 0, 0 },
      .guard = 1 },
    { FIELD(trust.credit, 0, 1), .reads = { 0, 0, 1 }, .leaves = { OUTLOOK_BELIEVED, 0, 0 },
      .guard = 1 },
    { FIELD(trust.recent, 0, 1), .reads = { OUTLOOK_VOWS, 0, 0 },
      .leaves = { OUTLOOK_VOWS, MANY, 0 } },
    { FIELD(trust.recent, 0, 1), .reads = { 0, 0, 1 }, .leaves = { OUTLOOK_VOWS, MANY, 0 } },
    { FIELD(trust.guard, 0, 1), .reads = { 0, 1, 0 }, .leaves = { 0, 0, 0 } },
    { FIELD(trust.guard, 1, 2), .reads = { 0, 0, 1 }, .leaves = { 0, 0, 0 } },
    { FIELD(trust.failed_quarters, 0, 1), .reads = { OUTLOOK_APOLOGIES, 0, 0 },
      .leaves = { OUTLOOK_APOLOGIES | OUTLOOK_VOWS, MANY, MANY } },
    { FIELD(trust.failed_quarters, 0, 1), .reads = { OUTLOOK_VOWS, 0, 0 },
      .leaves = { OUTLOOK_APOLOGIES | OUTLOOK_VOWS, MANY, MANY } },
    { FIELD(trust.words, 0, 1), .reads = { OUTLOOK_APOLOGIES, 0, 0 },
      .leaves = { OUTLOOK_APOLOGIES | OUTLOOK_VOWS, MANY, MANY } },
    { FIELD(trust.words, 0, 1), .reads = { OUTLOOK_VOWS, 0, 0 },
      .leaves = { OUTLOOK_APOLOGIES | OUTLOOK_VOWS, MANY, MANY } },
    { FIELD(trust.moved_halves, 0, 1), .reads = { OUTLOOK_DATES, 0, 0 },
      .leaves = { OUTLOOK_DATES, MANY, MANY } },
    { FIELD(trust.streak, 0, 1), .reads = { 0, 4, 0 }, .leaves = { 0, 3, MANY } },
    { FIELD(trust.kept_today, 0, 1), .reads = { 0, 1, 0 }, .leaves = { 0, 0, MANY } },
    { FIELD(trust.turns, 0, 1), .reads = { 0, 0, 2 }, .leaves = { 0, MANY, 1 } },
    { FIELD(trust.turns, 0, 1), .reads = { 0, 1, 0 }, .leaves = { 0, 0, 0 }, .guard = 1 },
    { FIELD(trust.flags, 0, TRUST_FLAG_REPAIR_OPEN), .reads = { OUTLOOK_APOLOGIES, 0, 1 },
      .leaves = { 0, MANY, 0 } },
    { FIELD(trust.flags, 0, TRUST_FLAG_REPAIR_OPEN), .reads = { OUTLOOK_VOWS, 0, 1 },
      .leaves = { OUTLOOK_APOLOGIES | OUTLOOK_VOWS, MANY, MANY } },
    { FIELD(trust.flags, 0, TRUST_FLAG_INTEGRITY), .reads = { OUTLOOK_APOLOGIES, 0, 0 },
      .leaves = { OUTLOOK_APOLOGIES, MANY, MANY } },
    { FIELD(trust.flags, 0, TRUST_FLAG_VOWED), .reads = { 0, 0, 1 }, .leaves = { 0, MANY, 0 } },
    { FIELD(trust.flags, 0, TRUST_FLAG_UNOWNED), .reads = { OUTLOOK_OWNED, 0, 0 },
      .leaves = { OUTLOOK_OWNED, MANY, MANY } },
    { FIELD(trust.flags, 0, TRUST_FLAG_STANDARD_LAST), .reads = { OUTLOOK_CLEARED, 0, 0 },
      .leaves = { OUTLOOK_CLEARED, MANY, MANY } },
    { FIELD(trust.flags, 0, TRUST_FLAG_KIND), .reads = { 0, 0, 3 }, .leaves = { 0, MANY, 2 } },
    { FIELD(trust.flags, 0, TRUST_FLAG_WON), .reads = { 0, 0, 3 }, .leaves = { 0, MANY, 2 } },
    { FIELD(trust.flags, 0, TRUST_FLAG_DENIED), .reads = { 0, 0, 3 }, .leaves = { 0, MANY, 2 } },
    { FIELD(flags, 0, PERSON_CONTACT), .reads = { OUTLOOK_WEEK, 0, 0 },
      .leaves = { OUTLOOK_WEEK, MANY, MANY } },
    { FIELD(flags, 0, PERSON_RAISED), .reads = { OUTLOOK_APOLOGIES, 0, 0 },
      .leaves = { OUTLOOK_APOLOGIES, MANY, MANY } },
    { FIELD(flags, 0, PERSON_LANTERN), .leaves = { 0, MANY, MANY } },
    { FIELD(heard_good, 0, 1), .reads = { OUTLOOK_TOMORROW, 0, 0 },
      .leaves = { OUTLOOK_TOMORROW, MANY, MANY } },
    { FIELD(heard_bad, 0, 1), .reads = { OUTLOOK_TOMORROW, 0, 0 },
      .leaves = { OUTLOOK_TOMORROW, MANY, MANY } },
    { FIELD(mood, 0, 1), .leaves = { 0, MANY, MANY } },
    { FIELD(violations, 0, 1), .leaves = { 0, MANY, MANY } },
    { FIELD(strands_back, 0, 1), .leaves = { 0, MANY, MANY } },
    { FIELD(run, 0, 1), .leaves = { 0, MANY, MANY } },
};

static ExplorePart with_field(const Row *row, int32_t value)
{
    ExplorePart part = { .energy = 0 };
    PersonState *s = &part.person;
    *s = (PersonState){ .mood = 2, .violations = 2, .strands_back = 1, .run = 1, .heard_good = 1 };
    s->trust = trust_start(person.trust);
    s->trust.broken = 500000;
    s->trust.pending = 100000;
    s->trust.stain = 200000;
    s->trust.stain_peak = 250000;
    s->trust.recent = 400000;
    s->trust.failed_quarters = s->trust.moved_halves = s->trust.words = s->trust.kept_today = 1;
    s->trust.flags = (uint16_t)row->flags;
    s->trust.streak = (uint8_t)row->streak;
    s->trust.turns = (uint8_t)row->turns;
    s->trust.guard = row->guard;
    int8_t narrow = (int8_t)value;
    int16_t middle = (int16_t)value;
    const void *bytes = row->size == 1   ? (void *)&narrow
                        : row->size == 2 ? (void *)&middle
                                         : &value;
    memcpy((char *)s + row->at, bytes, row->size);
    trust_readings(person.trust, &s->trust, &s->trust_now, &s->belief_now);
    return part;
}

// Whether the two are the same after that.
static bool are_one(const Row *row, ExploreOutlook ahead)
{
    const ExploreQuestions none = { .count = 0 };
    ExplorePart one = with_field(row, row->one), other = with_field(row, row->other);
    assert_false(alike(&one, &other));
    explore_outlook_forget(&ahead, &none, &scenario, 0, &one);
    explore_outlook_forget(&ahead, &none, &scenario, 0, &other);
    return alike(&one, &other);
}

static void test_what_reads_a_field(void **state)
{
    (void)state;
    set_persona(0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const Row *r = &rows[i];
        bool read = r->reads.bits != 0 || r->reads.keeps != 0 || r->reads.breaches != 0 ||
                    (r->leaves.without & OUTLOOK_ASKED) != 0;
        ExploreOutlook least = outlook(r->reads.bits | OUTLOOK_ASKED | OUTLOOK_MOVES,
                                       r->reads.keeps, r->reads.breaches);
        ExploreOutlook most =
            outlook(EVERY & ~r->leaves.without, r->leaves.keeps, r->leaves.breaches);
        if (read && are_one(r, least)) {
            fail_msg("row %d, %s: forgotten, though it is read", (int)i, r->name);
        }
        if (!are_one(r, most)) {
            fail_msg("row %d, %s: kept, though nothing reads it", (int)i, r->name);
        }
    }
}

// ---- what is left ---------------------------------------------------------------------------------------

static ExploreMet question(StoryReading which, int32_t threshold)
{
    return (ExploreMet){ .which = (uint8_t)which, .threshold = threshold };
}

static ExplorePart reads(int32_t trust, int32_t belief)
{
    ExplorePart part = { .energy = 0 };
    part.person.trust = trust_start(person.trust);
    part.person.trust_now = trust;
    part.person.belief_now = belief;
    return part;
}

static ExplorePart forgotten(ExplorePart part, const ExploreOutlook *o,
                             const ExploreQuestions *questions)
{
    explore_outlook_forget(o, questions, &scenario, 0, &part);
    return part;
}

// Where nothing but questions come, two that answer alike are one, whatever else they are.
static void test_answers_are_all_that_is_left(void **state)
{
    (void)state;
    set_persona(0);
    ExploreQuestions questions = { .count = 0 };
    ExploreMet trust = question(READING_TRUST, 500000), belief = question(READING_BELIEF, 700000);
    ExploreOutlook o = outlook(OUTLOOK_TOMORROW | OUTLOOK_APOLOGIES, MANY, MANY);
    explore_outlook_meet(&o, &questions, &trust);
    explore_outlook_meet(&o, &questions, &belief);
    ExplorePart low = forgotten(reads(499999, 699999), &o, &questions);
    ExplorePart trusted = forgotten(reads(500000, 699999), &o, &questions);
    ExplorePart believed = forgotten(reads(499999, 700000), &o, &questions);
    ExplorePart other = reads(0, 600000);
    other.person.trust.kept++;
    other.person.flags = PERSON_RAISED | PERSON_CONTACT;
    other = forgotten(other, &o, &questions);
    assert_true(alike(&low, &other));
    assert_false(alike(&low, &trusted) || alike(&low, &believed) || alike(&trusted, &believed));
    ExplorePart sure = forgotten(reads(600000, 800000), &o, &questions);
    ExplorePart surer =
        forgotten(reads(750000, 750000), &o, &questions); // .7 is asked of belief alone
    assert_true(alike(&sure, &surer));
    ExplorePart tomorrow = reads(499999, 699999); // unless they still hear of something
    tomorrow.person.heard_bad = 1;
    tomorrow = forgotten(tomorrow, &o, &questions);
    assert_false(alike(&tomorrow, &low));
    o.bits &=
        ~(unsigned)OUTLOOK_ASKED; // nobody asks: nothing is left, and what is felt may still come
    tomorrow = reads(499999, 699999);
    tomorrow.person.heard_bad = 1;
    tomorrow = forgotten(tomorrow, &o, &questions);
    assert_int_equal(tomorrow.person.trust_now,
                     trust_reading(person.trust, &tomorrow.person.trust));
    assert_int_equal(tomorrow.person.belief_now,
                     trust_belief(person.trust, &tomorrow.person.trust));
    assert_int_equal(tomorrow.person.heard_bad, 0);
}

static ExplorePart energy_left(int32_t energy, const ExploreOutlook *o,
                               const ExploreQuestions *questions)
{
    ExplorePart part = { .energy = 0 };
    part.energy = energy;
    explore_outlook_forget(o, questions, &scenario, scenario.person_count, &part);
    return part;
}

// The same of energy: as it is while it may change and be asked for, else its answers.
static void test_what_is_left_of_energy(void **state)
{
    (void)state;
    ExploreQuestions questions = { .count = 0 };
    ExploreMet met = question(READING_ENERGY, 3000);
    ExploreOutlook o = meeting(&questions, &met);
    ExplorePart low = energy_left(2999, &o, &questions), lower = energy_left(1, &o, &questions);
    ExplorePart high = energy_left(3000, &o, &questions),
                higher = energy_left(8000, &o, &questions);
    assert_true(alike(&low, &lower) && alike(&high, &higher));
    assert_false(alike(&low, &high));
    o.bits |= OUTLOOK_MOVES;
    low = energy_left(2999, &o, &questions);
    assert_int_equal(low.energy, 2999);
    o = outlook(OUTLOOK_MOVES, 0, 0);
    high = energy_left(3000, &o, &questions);
    low = energy_left(2999, &o, &questions);
    assert_true(alike(&low, &high));
}

// A question too many has no number: then a person is kept as they read.
static void test_more_questions_than_numbers(void **state)
{
    (void)state;
    enum { ASKED = EXPLORE_QUESTIONS_MAX + 6, BETWEEN = 1000 };
    set_persona(0);
    ExploreQuestions questions = { .count = 0 };
    ExploreOutlook left[ASKED + 1] = { { .bits = 0 } };
    for (int i = ASKED; i-- > 0;) {
        ExploreMet met = question(i % 2 == 0 ? READING_TRUST : READING_BELIEF, BETWEEN * (i + 1));
        ExploreOutlook now = meeting(&questions, &met);
        left[i] = explore_outlook_then(&now, &left[i + 1]);
    }
    assert_int_equal(questions.count, EXPLORE_QUESTIONS_MAX);
    for (int reading = BETWEEN - 1; reading <= BETWEEN * ASKED; reading += BETWEEN) {
        for (int i = 0; i < ASKED; i++) {
            ExplorePart below = reads(reading, reading), above = reads(reading + 1, reading + 1);
            below = forgotten(below, &left[i], &questions);
            above = forgotten(above, &left[i], &questions);
            for (int k = i; k < ASKED; k++) {
                StoryReading which = k % 2 == 0 ? READING_TRUST : READING_BELIEF;
                int32_t threshold = BETWEEN * (k + 1);
                assert_int_equal(explore_part_reading(&below, which) >= threshold,
                                 reading >= threshold);
                assert_int_equal(explore_part_reading(&above, which) >= threshold,
                                 reading + 1 >= threshold);
            }
        }
    }
}

// ---- putting outlooks together ------------------------------------------------------------------

static ExploreOutlook random_outlook(uint64_t *stream)
{
    ExploreOutlook o = outlook(random_below(stream, EVERY + 1), 0, 0);
    o.keeps = (uint16_t)random_below(stream, MANY + 1);
    o.breaches = (uint16_t)random_below(stream, MANY + 1);
    o.asks = random_next(stream) & random_next(stream);
    return o;
}

static bool covers(const ExploreOutlook *more, const ExploreOutlook *less)
{
    return (less->asks & ~more->asks) == 0 && (less->bits & ~more->bits) == 0 &&
           less->keeps <= more->keeps && less->breaches <= more->breaches;
}

static bool equals(const ExploreOutlook *a, const ExploreOutlook *b)
{
    return memcmp(a, b, sizeof *a) == 0;
}

static int at_most_many(int count)
{
    return count < MANY ? count : MANY;
}

static void test_outlooks_together(void **state)
{
    (void)state;
    uint64_t stream = 1;
    for (int i = 0; i < PAIRS; i++) {
        ExploreOutlook a = random_outlook(&stream), b = random_outlook(&stream);
        ExploreOutlook either = a, again = b;
        assert_int_equal(explore_outlook_join(&either, &b), !covers(&a, &b));
        assert_true(covers(&either, &a) && covers(&either, &b));
        assert_true(either.keeps == a.keeps || either.keeps == b.keeps);
        assert_true(either.breaches == a.breaches || either.breaches == b.breaches);
        explore_outlook_join(&again, &a);
        assert_true(equals(&either, &again));
        assert_false(explore_outlook_join(&either, &b));
        ExploreOutlook both = explore_outlook_then(&a, &b),
                       more = explore_outlook_then(&either, &b);
        assert_true(covers(&both, &again) && covers(&more, &both));
        assert_int_equal(both.asks, a.asks | b.asks);
        assert_int_equal(both.bits, a.bits | b.bits);
        assert_int_equal(both.keeps, at_most_many(a.keeps + b.keeps));
        assert_int_equal(both.breaches, at_most_many(a.breaches + b.breaches));
    }
}

// Going round adds up to no more than many, so looking round comes to an end.
static void test_round_and_round_ends(void **state)
{
    (void)state;
    ExploreOutlook once = outlook(OUTLOOK_MOVES, 1, 2), round = outlook(0, 0, 0);
    int rounds = 0;
    for (bool more = true; more; rounds++) {
        ExploreOutlook comes = explore_outlook_then(&once, &round);
        more = explore_outlook_join(&round, &comes);
    }
    assert_int_equal(rounds, MANY + 1);
    assert_int_equal(round.keeps, MANY);
    assert_int_equal(round.breaches, MANY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_reads_a_field),
        cmocka_unit_test(test_answers_are_all_that_is_left),
        cmocka_unit_test(test_what_is_left_of_energy),
        cmocka_unit_test(test_more_questions_than_numbers),
        cmocka_unit_test(test_outlooks_together),
        cmocka_unit_test(test_round_and_round_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
