// Every figure that the rules of the world name for preset "work", to a thousandth.
#include "support/test.h"

#include "trust/trust.h"

#include <stdlib.h>

static const int32_t hundred_millionths = 100;

static const TrustParameters *work(void)
{
    return trust_preset("work");
}

static void apply(TrustState *s, TrustEventKind kind)
{
    trust_apply(work(), s, (TrustEvent){ .kind = (uint8_t)kind });
}

static void apology(TrustState *s)
{
    trust_apply(work(), s, (TrustEvent){ .kind = TRUST_APOLOGY, .parts = TRUST_PART_ALL });
}

static void keep_today(TrustState *s, int minutes)
{
    trust_apply(work(), s,
                (TrustEvent){ .kind = TRUST_KEPT, .weight = trust_effort_weight(minutes) });
}

// One half-day commitment kept on each of so many days.
static void keep_days(TrustState *s, int days)
{
    for (int i = 0; i < days; i++) {
        apply(s, TRUST_DAY);
        keep_today(s, 240);
    }
}

static void miss_days(TrustState *s, int days)
{
    for (int i = 0; i < days; i++) {
        apply(s, TRUST_DAY);
        apply(s, TRUST_MISSED);
    }
}

static void assert_near(int32_t reading, int thousandths)
{
    if (abs(reading - thousandths * 1000) > 1000) {
        fail_msg("reading %d is not .%03d within .001", (int)reading, thousandths);
    }
}

static int32_t trust(const TrustState *s)
{
    return trust_reading(work(), s);
}

static void figures_of_the_rules(void **state)
{
    (void)state;
    TrustState s = trust_start(work());
    assert_int_equal(trust(&s), 660000);
    keep_days(&s, 8);
    assert_near(trust(&s), 889);

    s = trust_start(work());
    miss_days(&s, 1);
    assert_near(trust(&s), 450);

    s = trust_start(work());
    keep_days(&s, 6);
    assert_near(trust(&s), 873);
    miss_days(&s, 1);
    assert_near(trust(&s), 729);
    apology(&s);
    apply(&s, TRUST_VOW);
    assert_near(trust(&s), 827);
    assert_near(trust_belief(work(), &s), 866);
}

static void three_misses_take_five_days(void **state)
{
    enum { SOUND = 600000 };
    (void)state;
    TrustState s = trust_start(work());
    miss_days(&s, 3);
    assert_near(trust(&s), 247);
    int days = 0;
    while (trust(&s) < SOUND) {
        keep_days(&s, 1);
        days++;
    }
    assert_int_equal(days, 5);
}

// A15: no bridge can be thrown together at the last minute.
static void cramming_does_not_carry(void **state)
{
    (void)state;
    TrustState s = trust_start(work());
    miss_days(&s, 3);
    apply(&s, TRUST_DAY);
    for (int i = 0; i < 6; i++) {
        keep_today(&s, 30);
    }
    assert_near(trust(&s), 291);
    assert_int_equal(s.streak, 0); // favours are no streak

    TrustState big = trust_start(work()); // nor do six great favours, half a day each
    miss_days(&big, 3);
    apply(&big, TRUST_DAY);
    for (int i = 0; i < 6; i++) {
        keep_today(&big, 240);
    }
    assert_true(trust(&big) < 450000);
}

static void a_deception_is_never_quite_forgotten(void **state)
{
    (void)state;
    TrustState s = trust_start(work());
    keep_days(&s, 3);
    apply(&s, TRUST_DAY);
    apply(&s, TRUST_DECEIVED);
    assert_near(trust(&s), 489);
    keep_days(&s, 40);
    assert_near(trust(&s), 807);
    assert_int_equal(s.stain, 126000); // .18, faded to .7 of it
}

// A13: a neglected bridge is not broken, merely not enough on the day.
static void neglect_fades_what_was_built(void **state)
{
    static const int expected[] = { 812, 755, 708 };
    (void)state;
    TrustState s = trust_start(work());
    keep_days(&s, 6);
    for (int week = 0; week < 3; week++) {
        apply(&s, TRUST_NEGLECT);
        assert_near(trust(&s), expected[week]);
    }
}

static void waiting_repairs_nothing(void **state)
{
    (void)state;
    TrustState mixed = trust_start(work()); // six kept, one missed: still good on the whole
    keep_days(&mixed, 6);
    miss_days(&mixed, 1);
    TrustState waited = mixed;
    apply(&waited, TRUST_NEGLECT);
    assert_int_equal(waited.broken, mixed.broken);
    assert_int_equal(waited.pending, mixed.pending);
    assert_true(waited.kept < mixed.kept);

    TrustState s = trust_start(work());
    miss_days(&s, 3);
    TrustState before = s;
    for (int week = 0; week < 3; week++) {
        apply(&s, TRUST_NEGLECT);
    }
    assert_near(trust(&s), 221); // rapport alone has drifted
    assert_int_equal(s.broken, before.broken);
    assert_int_equal(s.kept, before.kept);
    assert_int_equal(s.pending, before.pending);
}

static void vows_without_deeds_wear_out(void **state)
{
    static const int expected[] = { 830, 737, 694, 675, 667 };
    (void)state;
    TrustState s = trust_start(work());
    for (int i = 0; i < 5; i++) {
        apply(&s, TRUST_DAY);
        apply(&s, TRUST_VOW);
        assert_int_equal(trust(&s), 660000);
        assert_near(trust_belief(work(), &s), expected[i]);
    }
}

static void a_tiny_favour_buys_no_miss(void **state)
{
    (void)state;
    TrustState s = trust_start(work());
    keep_days(&s, 0);
    apply(&s, TRUST_DAY);
    keep_today(&s, 12);
    assert_near(trust(&s), 683);
    apply(&s, TRUST_MISSED);
    assert_near(trust(&s), 473);
}

static void weights_follow_effort(void **state)
{
    (void)state;
    assert_int_equal(trust_effort_weight(240), 1000000);
    assert_int_equal(trust_effort_weight(120), 500000);
    assert_int_equal(trust_effort_weight(60), 250000);
    assert_int_equal(trust_effort_weight(48), 200000);
    assert_int_equal(trust_effort_weight(1), 200000);
    assert_int_equal(trust_effort_weight(0), 200000);
    assert_int_equal(trust_effort_weight(360), 1500000);
    assert_int_equal(trust_effort_weight(100000), 1500000);
}

// The k-th kept outcome of a day counts 1/2^(k-1).
static void the_second_of_a_day_counts_half(void **state)
{
    (void)state;
    TrustState twice = trust_start(work());
    keep_today(&twice, 240);
    TrustState apart = twice;
    keep_today(&twice, 240);
    apply(&apart, TRUST_DAY);
    keep_today(&apart, 120);
    assert_true(abs(twice.kept - apart.kept) <= 1);
    assert_int_equal(twice.kept_today, 2);
    assert_int_equal(apart.kept_today, 1);
}

static void a_talk_is_worth_what_was_done_in_it(void **state)
{
    (void)state;
    assert_int_equal(trust_talk_quality(true, true, 2, 0), 1000000);
    assert_int_equal(trust_talk_quality(true, true, 1, 0), 900000);
    assert_int_equal(trust_talk_quality(true, false, 0, 0), 500000);
    assert_int_equal(trust_talk_quality(false, true, 0, 1), 50000);
    assert_int_equal(trust_talk_quality(true, true, 2, 3), 250000);
    assert_int_equal(trust_talk_quality(false, false, 0, 1), 0);
    TrustState s = trust_start(work());
    trust_apply(work(), &s, (TrustEvent){ .kind = TRUST_TALK, .weight = 1000000 });
    assert_int_equal(s.rapport, 600000);
    trust_apply(work(), &s, (TrustEvent){ .kind = TRUST_TALK, .weight = 0 });
    assert_int_equal(s.rapport, 540000); // half speed downwards
    apply(&s, TRUST_WEEK);
    assert_int_equal(s.rapport, 538800);
}

static void moves_in_passing_are_small(void **state)
{
    static const struct {
        TrustEventKind kind;
        int32_t rapport;
    } expected[] = {
        { TRUST_LISTENED, 550000 },
        { TRUST_ASKED, 530000 },
        { TRUST_THEIR_AGENDA, 520000 },
        { TRUST_DEFENDED, 487500 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        TrustState s = trust_start(work());
        apply(&s, expected[i].kind);
        assert_true(abs(s.rapport - expected[i].rapport) < hundred_millionths);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_of_the_rules),
        cmocka_unit_test(three_misses_take_five_days),
        cmocka_unit_test(cramming_does_not_carry),
        cmocka_unit_test(a_deception_is_never_quite_forgotten),
        cmocka_unit_test(neglect_fades_what_was_built),
        cmocka_unit_test(waiting_repairs_nothing),
        cmocka_unit_test(vows_without_deeds_wear_out),
        cmocka_unit_test(a_tiny_favour_buys_no_miss),
        cmocka_unit_test(weights_follow_effort),
        cmocka_unit_test(the_second_of_a_day_counts_half),
        cmocka_unit_test(a_talk_is_worth_what_was_done_in_it),
        cmocka_unit_test(moves_in_passing_are_small),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
