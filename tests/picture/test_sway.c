// The swinging: the same bits everywhere, the traps of a bridge that breaks through, sag, rest.
#include "support/test.h"

#include "picture/noise.h"
#include "picture/samples.h"
#include "picture/sway.h"
#include "picture/wave.h"

#include <math.h>
#include <stdio.h>

static void run(PictureSway *sway, int steps)
{
    for (int i = 0; i < steps; i++) {
        picture_sway_step(sway);
    }
}

static void place(PictureSway *sway, const BridgeCondition *condition)
{
    picture_sway_init(sway);
    picture_sway_condition(sway, condition);
    picture_sway_settle(sway);
}

// A walk in the wind, a break and a rebuilding: the hash was written down once. It must not depend
// on compiler, optimisation or machine (build without contraction and without fast maths).
static void the_same_calls_give_the_same_bits(void **state)
{
    (void)state;
    PictureSway sway;
    BridgeCondition strained = sample_strained();
    BridgeCondition down = sample_down();
    place(&sway, &strained);
    sway.wind = 0.7f;
    for (int i = 0; i < 300; i++) {
        picture_sway_unload(&sway);
        picture_sway_load(&sway, 260.0f + (float)i, 6.0f);
        picture_sway_step(&sway);
    }
    picture_sway_unload(&sway);
    picture_sway_condition(&sway, &down);
    run(&sway, 240);
    picture_sway_condition(&sway, &strained);
    run(&sway, 240);
    char text[32];
    snprintf(text, sizeof text, "%016llx", (unsigned long long)picture_sway_hash(&sway));
    assert_string_equal(text, "dac347cc4c9918b0");
}

// Twelve hundred steps with everything that the scene does to a sway: wind, a walker, footfalls,
// ropes that are held and part one after another, rebuilding.
static void twelve_hundred_steps_give_the_same_bits(void **state)
{
    (void)state;
    PictureSway sway;
    BridgeCondition strained = sample_strained();
    BridgeCondition down = sample_down();
    int at = picture_sway_break(&down);
    place(&sway, &strained);
    for (int i = 0; i < 1200; i++) {
        sway.wind = i < 400 ? 0.5f : 0.0f;
        picture_sway_unload(&sway);
        if (i < 500) {
            picture_sway_load(&sway, 230.0f + 1.5f * (float)i, 6.0f);
        }
        if (i % 34 == 0 && i < 500) {
            picture_sway_kick(&sway, 0, 1 + i / 34, (PictureVector){ 0.0f, 30.0f, 0.0f });
        }
        if (i == 500) {
            picture_sway_condition(&sway, &down);
            for (int rope = 0; rope < PICTURE_ROPES; rope++) {
                picture_sway_hold(&sway, rope, at, true);
            }
        }
        if (i >= 506 && i < 506 + 4 * 9 && (i - 506) % 9 == 0) {
            picture_sway_hold(&sway, (i - 506) / 9, at, false);
        }
        if (i == 900) {
            picture_sway_condition(&sway, &strained);
        }
        picture_sway_step(&sway);
    }
    char text[32];
    snprintf(text, sizeof text, "%016llx", (unsigned long long)picture_sway_hash(&sway));
    assert_string_equal(text, "15556711fd1bb23f");
}

static int group_of(int *parent, int i)
{
    while (parent[i] != i) {
        i = parent[i];
    }
    return i;
}

// First trap: if the ropes broke at different stations, a plank or a hanger would tie the halves
// together.
static void nothing_ties_the_halves_of_a_broken_bridge(void **state)
{
    (void)state;
    PictureSway sway;
    BridgeCondition down = sample_down();
    place(&sway, &down);
    int parent[PICTURE_NODES];
    for (int i = 0; i < PICTURE_NODES; i++) {
        parent[i] = i;
    }
    for (int k = 0; k < PICTURE_LINKS; k++) {
        if (sway.links[k].alive) {
            parent[group_of(parent, sway.links[k].a)] = group_of(parent, sway.links[k].b);
        }
    }
    for (int rope = 0; rope < PICTURE_ROPES; rope++) {
        int left = group_of(parent, rope * PICTURE_STATIONS);
        for (int other = 0; other < PICTURE_ROPES; other++) {
            int right = group_of(parent, other * PICTURE_STATIONS + PICTURE_STATIONS - 1);
            assert_int_not_equal(left, right);
        }
        int broken = 0;
        for (int i = 0; i < PICTURE_SEGMENTS; i++) {
            broken += !picture_sway_rope_whole(&sway, rope, i);
        }
        assert_int_equal(broken, 1);
        assert_false(picture_sway_rope_whole(&sway, rope, picture_sway_break(&down)));
    }
}

// Second trap: the halves lie against the walls; they neither hang in mid-air nor pass through the
// rock.
static void broken_halves_hang_along_the_walls(void **state)
{
    (void)state;
    PictureSway sway;
    BridgeCondition down = sample_down();
    BridgeCondition sound = sample_sound();
    place(&sway, &sound);
    picture_sway_condition(&sway, &down); // it falls before our eyes, not settled
    run(&sway, 900);
    int at = picture_sway_break(&down);
    for (int rope = 0; rope < 2; rope++) {
        PictureVector left_end = picture_sway_at(&sway, rope, at);
        PictureVector right_end = picture_sway_at(&sway, rope, at + 1);
        assert_true(left_end.y > 560.0f && right_end.y > 560.0f);
        assert_true(left_end.x < 420.0f && right_end.x > 860.0f);
        for (int i = 1; i < PICTURE_STATIONS - 1; i++) {
            PictureVector p = picture_sway_at(&sway, rope, i);
            float below = (p.y - 306.0f) * 0.27f;
            assert_true(i < 13 ? p.x > 212.0f + below - 3.0f : p.x < 1068.0f - below + 3.0f);
        }
    }
}

static void what_falls_is_felt_at_the_walls(void **state)
{
    (void)state;
    PictureSway sway;
    BridgeCondition down = sample_down();
    BridgeCondition sound = sample_sound();
    place(&sway, &sound);
    picture_sway_condition(&sway, &down);
    float hardest[2] = { 0.0f, 0.0f };
    for (int i = 0; i < 300; i++) {
        picture_sway_step(&sway);
        for (int side = 0; side < 2; side++) {
            PictureBlow blow = sway.blow[side];
            hardest[side] = blow.speed > hardest[side] ? blow.speed : hardest[side];
            assert_true(blow.speed <= 0.0f || (side == 0 ? blow.x < 500.0f : blow.x > 780.0f));
        }
    }
    assert_true(hardest[0] > 260.0f && hardest[1] > 260.0f);
    run(&sway, 900);
    assert_true(sway.blow[0].speed < 60.0f && sway.blow[1].speed < 60.0f);
}

static void numbers_that_are_none_are_noticed(void **state)
{
    (void)state;
    PictureSway sway;
    BridgeCondition c = sample_sound();
    place(&sway, &c);
    assert_true(picture_sway_sane(&sway));
    picture_sway_load(&sway, NAN, 6.0f);
    picture_sway_load(&sway, 400.0f, NAN);
    picture_sway_load(&sway, 400.0f, INFINITY);
    picture_sway_load(&sway, 400.0f, -6.0f);
    run(&sway, 20);
    assert_true(picture_sway_sane(&sway));
    sway.nodes[9].speed.z = NAN;
    assert_false(picture_sway_sane(&sway));
    place(&sway, &c);
    sway.nodes[9].at.x = 1.0e8f;
    assert_false(picture_sway_sane(&sway));
}

// A deck rope of which both strands are gone gives, but only a bridge that is down falls.
static void a_bridge_that_is_not_down_holds_together(void **state)
{
    (void)state;
    PictureSway sway;
    BridgeCondition c = sample_strained();
    c.word = BRIDGE_UNSAFE;
    c.trust = 160000;
    for (int i = 0; i < BRIDGE_STRANDS; i++) {
        c.strands[i] = BRIDGE_STRAND_GONE;
    }
    for (int i = 0; i < BRIDGE_PLANKS; i += 2) {
        c.planks[i].state = BRIDGE_PLANK_GONE;
    }
    place(&sway, &c);
    picture_sway_load(&sway, 640.0f, 6.0f);
    run(&sway, 600);
    for (int rope = 0; rope < 2; rope++) {
        for (int i = 0; i < PICTURE_SEGMENTS; i++) {
            assert_true(picture_sway_rope_whole(&sway, rope, i));
        }
        assert_true(picture_sway_at(&sway, rope, 13).y < 480.0f);
    }
}

static float middle_sag(int32_t trust)
{
    PictureSway sway;
    BridgeCondition c = sample_sound();
    c.trust = trust;
    place(&sway, &c);
    return picture_sway_at(&sway, 0, 13).y - 306.0f;
}

static void the_bridge_sags_with_distrust(void **state)
{
    (void)state;
    float last = 0.0f;
    for (int32_t trust = 1000000; trust >= 150000; trust -= 170000) {
        float sag = middle_sag(trust);
        assert_true(sag > last + 1.0f);
        last = sag;
    }
    assert_true(middle_sag(1000000) > 34.0f && middle_sag(1000000) < 48.0f);
    assert_true(last < 110.0f);
}

static void wind_moves_it_and_calm_lets_it_rest(void **state)
{
    (void)state;
    PictureSway sway;
    BridgeCondition c = sample_strained();
    place(&sway, &c);
    run(&sway, 30);
    assert_true(picture_sway_speed(&sway) < 2.0f);
    sway.wind = 1.0f;
    float fastest = 0.0f;
    for (int i = 0; i < 240; i++) {
        picture_sway_step(&sway);
        float speed = picture_sway_speed(&sway);
        fastest = speed > fastest ? speed : fastest;
    }
    assert_true(fastest > 8.0f);
    sway.wind = 0.0f;
    int steps = 0;
    while (picture_sway_speed(&sway) >= 2.0f && steps < 1200) {
        picture_sway_step(&sway);
        steps++;
    }
    assert_true(steps < 900); // fifteen seconds
}

static void a_walker_presses_the_deck_down(void **state)
{
    (void)state;
    PictureSway sway;
    BridgeCondition c = sample_sound();
    place(&sway, &c);
    float before = picture_sway_at(&sway, 0, 8).y;
    PictureVector node = picture_sway_at(&sway, 0, 8);
    for (int i = 0; i < 240; i++) {
        picture_sway_unload(&sway);
        picture_sway_load(&sway, node.x, 6.0f);
        picture_sway_step(&sway);
    }
    assert_true(picture_sway_at(&sway, 0, 8).y > before + 1.5f);
}

static void breaking_is_violent_but_finite(void **state)
{
    (void)state;
    PictureSway sway;
    BridgeCondition sound = sample_sound();
    BridgeCondition down = sample_down();
    place(&sway, &sound);
    for (int round = 0; round < 3; round++) {
        picture_sway_condition(&sway, round % 2 ? &sound : &down);
        for (int i = 0; i < 300; i++) {
            picture_sway_step(&sway);
            assert_true(picture_sway_speed(&sway) < 4000.0f); // also false for NaN
        }
    }
}

// Rebuilding draws the halves together within some seconds, without throwing the bridge into the
// sky.
static void rebuilding_hauls_the_bridge_up(void **state)
{
    (void)state;
    PictureSway sway;
    BridgeCondition sound = sample_sound();
    BridgeCondition down = sample_down();
    place(&sway, &down);
    picture_sway_condition(&sway, &sound);
    for (int i = 0; i < 400; i++) {
        picture_sway_step(&sway);
        assert_true(picture_sway_at(&sway, 0, 13).y > 250.0f);
    }
    float sag = picture_sway_at(&sway, 0, 13).y - 306.0f;
    assert_true(sag > 20.0f && sag < 70.0f);
}

static void our_sine_is_a_sine(void **state)
{
    (void)state;
    for (int i = -4000; i < 4000; i++) {
        float x = (float)i * 0.01f;
        assert_true(fabsf(wave_sin(x) - sinf(x)) < 2.0e-4f);
        assert_true(fabsf(wave_cos(x) - cosf(x)) < 2.0e-4f);
    }
}

// Negative places have noise of their own: a cast of a negative float to unsigned would lose it.
static void noise_goes_on_below_zero(void **state)
{
    (void)state;
    assert_int_equal(noise_floor(-0.5f), -1);
    assert_int_equal(noise_floor(-2.0f), -2);
    assert_int_equal(noise_floor(2.9f), 2);
    for (int i = -5; i < 5; i++) { // no step where one cell meets the next
        float before = noise_1d((float)i - 0.001f, 5u);
        float after = noise_1d((float)i + 0.001f, 5u);
        assert_true(fabsf(before - after) < 0.01f);
        before = noise_2d((float)i - 0.001f, -1.3f, 5u);
        after = noise_2d((float)i + 0.001f, -1.3f, 5u);
        assert_true(fabsf(before - after) < 0.01f);
    }
    int same = 0;
    for (int i = 1; i < 200; i++) {
        float x = (float)i + 0.37f;
        float v = noise_1d(-x, 5u);
        assert_true(v >= 0.0f && v <= 1.0f);
        same += fabsf(v - noise_1d(-x - 1.0f, 5u)) < 1.0e-6f;
        assert_true(fabsf(noise_1d(-x, 5u) - noise_1d(-x + 0.001f, 5u)) < 0.02f);
        float w = noise_2d(-x, x, 5u);
        assert_true(w >= -1.0e-5f && w <= 1.00001f);
    }
    assert_true(same < 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_calls_give_the_same_bits),
        cmocka_unit_test(twelve_hundred_steps_give_the_same_bits),
        cmocka_unit_test(what_falls_is_felt_at_the_walls),
        cmocka_unit_test(numbers_that_are_none_are_noticed),
        cmocka_unit_test(nothing_ties_the_halves_of_a_broken_bridge),
        cmocka_unit_test(broken_halves_hang_along_the_walls),
        cmocka_unit_test(a_bridge_that_is_not_down_holds_together),
        cmocka_unit_test(the_bridge_sags_with_distrust),
        cmocka_unit_test(wind_moves_it_and_calm_lets_it_rest),
        cmocka_unit_test(a_walker_presses_the_deck_down),
        cmocka_unit_test(breaking_is_violent_but_finite),
        cmocka_unit_test(rebuilding_hauls_the_bridge_up),
        cmocka_unit_test(our_sine_is_a_sine),
        cmocka_unit_test(noise_goes_on_below_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
