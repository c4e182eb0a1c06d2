// From one condition to the next: what breaks, swings, is laid and spliced, in which order, and
// what is heard of it. And that nothing that is fed to a scene can spoil it.
#include "support/test.h"

#include "base/hash.h"
#include "picture/samples.h"
#include "picture/scene.h"

#include <math.h>
#include <string.h>

enum { W = 640, H = 360 };

static void open_scene(PictureScene *scene, const BridgeCondition *condition)
{
    PicturePalette day = picture_palette(PICTURE_DAY);
    picture_scene_init(scene, condition, &day);
    picture_scene_advance(scene, 1);
}

typedef struct Heard {
    int of[PICTURE_SOUNDS];
    int first[PICTURE_SOUNDS]; // step at which it was heard first
} Heard;

static Heard listen(PictureScene *scene, int steps)
{
    Heard heard = { 0 };
    for (int i = 0; i < steps; i++) {
        picture_scene_advance(scene, 1);
        PictureCues cues = picture_cues_take(&scene->cues);
        for (int k = 0; k < cues.count; k++) {
            PictureCue cue = cues.cue[k];
            assert_true(cue.across >= 0.0f && cue.across <= 1.0f);
            assert_true(cue.strength > 0.0f && cue.strength <= 1.0f);
            if (heard.of[cue.sound]++ == 0) {
                heard.first[cue.sound] = i;
            }
        }
    }
    return heard;
}

static int alive_of(const PictureScene *scene, PictureParticleKind kind)
{
    int n = 0;
    for (int i = 0; i < PICTURE_PARTICLES; i++) {
        n += scene->particles.all[i].kind == kind;
    }
    return n;
}

static void a_plank_that_goes_cracks_once_and_falls_in_two(void **state)
{
    (void)state;
    PictureScene scene;
    BridgeCondition c = sample_sound();
    open_scene(&scene, &c);
    c.planks[3].state = BRIDGE_PLANK_GONE;
    picture_scene_set(&scene, &c);
    Heard heard = listen(&scene, 4);
    assert_int_equal(heard.of[PICTURE_SOUND_CRACK], 1);
    assert_true(alive_of(&scene, PICTURE_SPLINTER) > 3);
    assert_int_equal(alive_of(&scene, PICTURE_BOARD), 0); // still in its lashings
    listen(&scene, 10);
    assert_int_equal(alive_of(&scene, PICTURE_BOARD), 2);
    heard = listen(&scene, 400);
    assert_int_equal(heard.of[PICTURE_SOUND_CRACK], 0);
    assert_int_equal(scene.particles.alive, 0);
}

static void a_half_that_hangs_swings_down_and_rests(void **state)
{
    (void)state;
    PictureScene scene;
    BridgeCondition c = sample_sound();
    open_scene(&scene, &c);
    c.planks[7].state = BRIDGE_PLANK_HANGING;
    picture_scene_set(&scene, &c);
    const PicturePlankMotion *m = &scene.motion.planks[7];
    picture_scene_advance(&scene, 2);
    assert_true(m->swing > 1.4f); // level with the deck
    float least = 2.0f;
    for (int i = 0; i < 90; i++) {
        float before = m->swing;
        picture_scene_advance(&scene, 1);
        assert_true(fabsf(m->swing - before) < 0.15f); // no jump
        least = m->swing < least ? m->swing : least;
    }
    assert_true(least < -0.05f); // past the lowest point
    int steps = 0;
    while (!picture_scene_at_rest(&scene) && steps < 1500) {
        picture_scene_advance(&scene, 1);
        steps++;
    }
    assert_true(steps < 900 && fabsf(m->swing) < 0.02f);
}

static void a_new_plank_is_lowered_and_knocked_twice(void **state)
{
    (void)state;
    PictureScene scene;
    BridgeCondition c = sample_sound();
    c.planks[11].state = BRIDGE_PLANK_GONE;
    open_scene(&scene, &c);
    c.planks[11].state = BRIDGE_PLANK_NEW;
    picture_scene_set(&scene, &c);
    assert_true(picture_motion_lays(&scene.motion.planks[11], BRIDGE_PLANK_NEW));
    Heard heard = listen(&scene, 200);
    assert_int_equal(heard.of[PICTURE_SOUND_HAMMER], 2);
    assert_true(heard.first[PICTURE_SOUND_HAMMER] > 40);
    assert_false(picture_motion_lays(&scene.motion.planks[11], BRIDGE_PLANK_NEW));
    c.planks[11].state = BRIDGE_PLANK_GONE;
    picture_scene_place(&scene, &c);
    c.planks[11].state = BRIDGE_PLANK_GREY; // good faith: pegged, not celebrated
    picture_scene_set(&scene, &c);
    assert_int_equal(listen(&scene, 200).of[PICTURE_SOUND_HAMMER], 1);
}

static void planks_are_laid_one_by_one(void **state)
{
    (void)state;
    PictureScene scene;
    BridgeCondition c = sample_sound();
    for (int i = 8; i < 14; i++) {
        c.planks[i].state = BRIDGE_PLANK_GONE;
    }
    open_scene(&scene, &c);
    for (int i = 8; i < 14; i++) {
        c.planks[i].state = BRIDGE_PLANK_NEW;
    }
    picture_scene_set(&scene, &c);
    for (int i = 9; i < 14; i++) {
        assert_true(scene.motion.planks[i].age < scene.motion.planks[i - 1].age - 0.2f);
    }
    assert_int_equal(listen(&scene, 400).of[PICTURE_SOUND_HAMMER], 12);
}

static void fibres_stand_off_before_a_strand_parts(void **state)
{
    (void)state;
    PictureScene scene;
    BridgeCondition c = sample_sound();
    open_scene(&scene, &c);
    c.strands[4] = BRIDGE_STRAND_GONE;
    picture_scene_set(&scene, &c);
    Heard heard = listen(&scene, 15);
    assert_int_equal(heard.of[PICTURE_SOUND_SNAP], 0);
    assert_true(scene.motion.strands[4].wear > 0.1f && scene.motion.strands[4].wear < 0.45f);
    heard = listen(&scene, 60);
    assert_int_equal(heard.of[PICTURE_SOUND_SNAP], 1);
    assert_true(scene.motion.strands[4].wear > 0.55f);
    c.strands[4] = BRIDGE_STRAND_SPLICED;
    picture_scene_set(&scene, &c);
    assert_true(picture_motion_splice(&scene.motion.strands[4]) <= 0.0f);
    float before = 0.0f;
    for (int i = 0; i < 130; i++) {
        picture_scene_advance(&scene, 1);
        float wound = picture_motion_splice(&scene.motion.strands[4]);
        assert_true(wound >= before && wound < before + 0.05f);
        before = wound;
    }
    assert_true(before >= 1.0f);
}

static void a_rail_holds_until_its_last_strand_is_seen_to_go(void **state)
{
    (void)state;
    PictureScene scene;
    BridgeCondition c = sample_sound();
    c.strands[4] = BRIDGE_STRAND_GONE;
    open_scene(&scene, &c);
    c.strands[5] = BRIDGE_STRAND_GONE;
    int at = picture_sway_strand(&c, 4).segment;
    picture_scene_set(&scene, &c);
    picture_scene_advance(&scene, 10);
    assert_true(picture_sway_rope_whole(&scene.sway, 2, at));
    picture_scene_advance(&scene, 30);
    assert_false(picture_sway_rope_whole(&scene.sway, 2, at));
}

// The ropes of a bridge that falls part one after another, all at one station.
static void a_falling_bridge_parts_rope_by_rope(void **state)
{
    (void)state;
    PictureScene scene;
    BridgeCondition c = sample_strained();
    c.strands[6] = c.strands[7] = BRIDGE_STRAND_WHOLE;
    BridgeCondition down = sample_down();
    open_scene(&scene, &c);
    PictureLook look = picture_look_any(2);
    picture_scene_person(&scene, 0, &look, (float)PICTURE_NEAR_BANK, 1, PICTURE_STAND);
    picture_scene_person(&scene, 1, &look, 640.0f, 1, PICTURE_STAND);
    int at = picture_sway_break(&down);
    picture_scene_set(&scene, &down);
    assert_true(scene.people[0].react_left > 1.0f); // looks up and points
    assert_true(scene.people[1].x > PICTURE_DECK_RIGHT || scene.people[1].x < PICTURE_DECK_LEFT);
    assert_true(alive_of(&scene, PICTURE_BIRD) > 4);
    int whole = 4;
    int changes = 0;
    for (int i = 0; i < 60; i++) {
        picture_scene_advance(&scene, 1);
        int now = 0;
        for (int rope = 0; rope < PICTURE_ROPES; rope++) {
            now += picture_sway_rope_whole(&scene.sway, rope, at);
        }
        assert_true(now <= whole && now >= whole - 1);
        changes += now != whole;
        whole = now;
    }
    assert_int_equal(whole, 0);
    assert_int_equal(changes, 4);
    Heard heard = listen(&scene, 300);
    assert_true(heard.of[PICTURE_SOUND_CRASH] >= 2);
}

static void posts_lean_and_scars_deepen_slowly(void **state)
{
    (void)state;
    PictureScene scene;
    BridgeCondition c = sample_sound();
    open_scene(&scene, &c);
    c.rapport = 100000;
    c.scar = 800000;
    c.lantern = true;
    picture_scene_set(&scene, &c);
    picture_scene_advance(&scene, 10);
    assert_true(scene.motion.rapport > 0.25f && scene.motion.rapport < 0.59f);
    assert_true(scene.motion.scar > 0.1f && scene.motion.scar < 0.6f);
    assert_true(scene.motion.lantern > 0.1f && scene.motion.lantern < 0.9f);
    listen(&scene, 600);
    assert_true(scene.motion.rapport <= 0.1f && scene.motion.scar >= 0.8f);
    assert_true(scene.motion.lantern >= 1.0f);
}

static void a_promise_drops_its_disc(void **state)
{
    (void)state;
    PictureScene scene;
    BridgeCondition c = sample_sound();
    open_scene(&scene, &c);
    c.planks[6].state = BRIDGE_PLANK_MARKED;
    c.planks[6].disc = 1;
    picture_scene_set(&scene, &c);
    float x;
    float y0;
    float y1;
    assert_true(picture_scene_disc_at(&scene, 1, &x, &y0));
    picture_scene_advance(&scene, 12);
    float x1;
    assert_true(picture_scene_disc_at(&scene, 1, &x1, &y1));
    assert_true(y1 > y0 + 10.0f);
    assert_true(fabsf(x1 - x) > 1.0f); // it swings
    picture_scene_advance(&scene, 400);
    assert_true(picture_scene_at_rest(&scene));
    assert_true(picture_scene_disc_at(&scene, 1, &x1, &y1));
    assert_true(fabsf(x1 - x) < 1.0f);
}

// Whoever stands there sees it: they point at what breaks and wave when a gap is mended.
static void the_banks_take_part(void **state)
{
    (void)state;
    PictureScene scene;
    BridgeCondition c = sample_sound();
    open_scene(&scene, &c);
    PictureLook look = picture_look_any(2);
    picture_scene_person(&scene, 0, &look, (float)PICTURE_NEAR_BANK, 1, PICTURE_STAND);
    picture_scene_onlookers(&scene, 3);
    c.planks[6].state = BRIDGE_PLANK_GONE;
    c.planks[6].disc = 1;
    picture_scene_set(&scene, &c);
    assert_int_equal(scene.people[PICTURE_PEOPLE - 1].react, PICTURE_POINT);
    assert_int_equal(scene.people[0].react, PICTURE_POINT);
    picture_scene_advance(&scene, 600);
    assert_true(scene.people[0].react_left <= 0.0f && picture_scene_at_rest(&scene));
    c.planks[6].state = BRIDGE_PLANK_NEW;
    c.planks[6].mended_by = 2;
    picture_scene_set(&scene, &c);
    assert_int_equal(scene.people[0].react, PICTURE_WAVE);
    assert_true(scene.people[0].react_left > PICTURE_REACTION + 1.0f); // once it is nailed
    picture_scene_advance(&scene, 600);
    assert_true(picture_scene_at_rest(&scene));
}

// Sixteen promises, each with its second disc, in the most crowded way: no disc touches another
// one, nor a front post.
static void discs_keep_apart(void **state)
{
    (void)state;
    PictureScene scene;
    BridgeCondition c = sample_sound();
    for (int disc = 1; disc <= BRIDGE_DISCS; disc++) {
        BridgePlank *p = &c.planks[bridge_disc_plank(disc)];
        p->disc = (int8_t)disc;
        p->mended_by = (int8_t)(disc + 40);
        p->theirs = disc % 2 == 0;
        p->state = disc % 3 == 0 ? BRIDGE_PLANK_HANGING : BRIDGE_PLANK_NEW;
    }
    open_scene(&scene, &c);
    float at[2 * BRIDGE_DISCS][2];
    for (int i = 0; i < 2 * BRIDGE_DISCS; i++) {
        int number = i < BRIDGE_DISCS ? i + 1 : i - BRIDGE_DISCS + 41;
        assert_true(picture_scene_disc_at(&scene, number, &at[i][0], &at[i][1]));
        assert_true(at[i][0] > 211.0f + 6.0f + 12.0f && at[i][0] < 1069.0f - 6.0f - 18.0f);
        for (int k = 0; k < i; k++) {
            float dx = at[i][0] - at[k][0];
            float dy = at[i][1] - at[k][1];
            assert_true(dx * dx + dy * dy > 23.4f * 23.4f); // two radii with their outlines
        }
    }
}

static void draw(PictureScene *scene, Raster *raster)
{
    sample_clear(raster->surface, 0xff405060u);
    picture_scene_draw(scene, raster);
}

static int difference(RasterSurface a, RasterSurface b)
{
    int most = 0;
    for (int i = 0; i < W * H; i++) {
        for (int shift = 0; shift < 24; shift += 8) {
            int d = (int)((a.pixels[i] >> shift) & 255u) - (int)((b.pixels[i] >> shift) & 255u);
            d = d < 0 ? -d : d;
            most = d > most ? d : most;
        }
    }
    return most;
}

// With reduced motion each picture between is a mixture of the old one and the new one.
static void reduced_motion_fades_and_does_nothing_else(void **state)
{
    (void)state;
    RasterSurface was = sample_surface(W, H);
    RasterSurface will = sample_surface(W, H);
    RasterSurface now = sample_surface(W, H);
    Raster raster;
    raster_init(&raster, was);
    raster.scale = 0.5f;
    PictureScene scene;
    BridgeCondition strained = sample_strained();
    BridgeCondition down = sample_down();
    open_scene(&scene, &down);
    scene.reduced_motion = true;
    picture_scene_place(&scene, &down);
    raster_target(&raster, will);
    draw(&scene, &raster);
    picture_scene_place(&scene, &strained);
    raster_target(&raster, was);
    draw(&scene, &raster);
    picture_scene_set(&scene, &down);
    assert_true(scene.cues.count == 1); // heard, though not played
    raster_target(&raster, now);
    draw(&scene, &raster);
    assert_true(difference(now, was) <= 2);
    picture_scene_advance(&scene, 12);
    draw(&scene, &raster);
    for (int i = 0; i < W * H; i++) {
        for (int shift = 0; shift < 24; shift += 8) {
            int a = (int)((was.pixels[i] >> shift) & 255u);
            int b = (int)((will.pixels[i] >> shift) & 255u);
            int c = (int)((now.pixels[i] >> shift) & 255u);
            assert_true(c >= (a < b ? a : b) - 1 && c <= (a < b ? b : a) + 1);
        }
    }
    assert_true(difference(now, was) > 20 && difference(now, will) > 20);
    picture_scene_advance(&scene, 12);
    draw(&scene, &raster);
    assert_memory_equal(now.pixels, will.pixels, (size_t)W * H * sizeof(uint32_t));
    picture_scene_gust(&scene, 1.0f);
    assert_true(picture_scene_at_rest(&scene));
    raster_deinit(&raster);
    mem_free(was.pixels);
    mem_free(will.pixels);
    mem_free(now.pixels);
}

// Switched on in the middle of a fall, it ends the fall.
static void reduced_motion_ends_what_is_on_its_way(void **state)
{
    (void)state;
    PictureScene scene;
    BridgeCondition strained = sample_strained();
    BridgeCondition down = sample_down();
    open_scene(&scene, &strained);
    picture_scene_set(&scene, &down);
    picture_scene_advance(&scene, 40);
    scene.reduced_motion = true;
    assert_true(picture_scene_advance(&scene, 1));
    assert_int_equal(scene.particles.alive, 0);
    picture_scene_advance(&scene, 30);
    assert_true(picture_scene_at_rest(&scene));
    assert_false(picture_scene_advance(&scene, 30));
}

static void nonsense_in_the_sway_is_put_right(void **state)
{
    (void)state;
    PictureScene scene;
    PictureScene clean;
    BridgeCondition c = sample_strained();
    open_scene(&scene, &c);
    open_scene(&clean, &c);
    scene.sway.nodes[30].at.y = NAN;
    assert_false(picture_sway_sane(&scene.sway));
    assert_true(picture_scene_advance(&scene, 1));
    assert_true(picture_sway_sane(&scene.sway));
    PictureVector a = picture_sway_at(&scene.sway, 0, 12);
    PictureVector b = picture_sway_at(&clean.sway, 0, 12);
    assert_true(fabsf(a.y - b.y) < 2.0f && fabsf(a.x - b.x) < 2.0f);
    scene.sway.nodes[40].speed.x = INFINITY;
    scene.wind = NAN;
    picture_scene_gust(&scene, NAN);
    picture_scene_advance(&scene, 30);
    assert_true(picture_sway_sane(&scene.sway));
    assert_true(scene.wind >= 0.0f && scene.wind <= 1.0f);
    scene.sway.links[5].rest = NAN;
    picture_scene_advance(&scene, 30);
    assert_true(picture_sway_sane(&scene.sway));
}

static void absurd_conditions_are_drawn(void **state)
{
    (void)state;
    RasterSurface surface = sample_surface(W, H);
    Raster raster;
    raster_init(&raster, surface);
    raster.scale = 0.5f;
    static const int32_t values[] = { INT32_MIN, -1, 0, 1000001, INT32_MAX };
    for (int round = 0; round < 5; round++) {
        BridgeCondition c;
        memset(&c, round == 0 ? 0xff : round * 0x3b, sizeof c);
        c.frayed = c.mended = c.lantern = round % 2 != 0;
        for (int i = 0; i < BRIDGE_PLANKS; i++) {
            c.planks[i].theirs = i % 2 != 0;
        }
        c.trust = c.rapport = c.scar = values[round];
        PictureScene scene;
        open_scene(&scene, &c);
        picture_scene_gust(&scene, 1.0e9f);
        BridgeCondition sound = sample_sound();
        picture_scene_set(&scene, &sound);
        picture_scene_advance(&scene, 5);
        picture_scene_set(&scene, &c);
        PictureLook look = picture_look_any((uint32_t)round);
        picture_scene_person(&scene, 0, &look, 1.0e7f, 1, PICTURE_STAND);
        picture_scene_person(&scene, 1, &look, 400.0f, 1, PICTURE_STAND);
        picture_scene_walk(&scene, 1, 600.0f);
        picture_scene_advance(&scene, 120);
        assert_true(picture_sway_sane(&scene.sway));
        assert_true(scene.wind <= 1.0f);
        draw(&scene, &raster);
        for (int i = 0; i < BRIDGE_PLANKS; i++) {
            assert_true(scene.condition.planks[i].state <= BRIDGE_PLANK_GONE);
        }
    }
    raster_deinit(&raster);
    mem_free(surface.pixels);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plank_that_goes_cracks_once_and_falls_in_two),
        cmocka_unit_test(a_half_that_hangs_swings_down_and_rests),
        cmocka_unit_test(a_new_plank_is_lowered_and_knocked_twice),
        cmocka_unit_test(planks_are_laid_one_by_one),
        cmocka_unit_test(fibres_stand_off_before_a_strand_parts),
        cmocka_unit_test(a_rail_holds_until_its_last_strand_is_seen_to_go),
        cmocka_unit_test(a_falling_bridge_parts_rope_by_rope),
        cmocka_unit_test(posts_lean_and_scars_deepen_slowly),
        cmocka_unit_test(a_promise_drops_its_disc),
        cmocka_unit_test(the_banks_take_part),
        cmocka_unit_test(discs_keep_apart),
        cmocka_unit_test(reduced_motion_fades_and_does_nothing_else),
        cmocka_unit_test(reduced_motion_ends_what_is_on_its_way),
        cmocka_unit_test(nonsense_in_the_sway_is_put_right),
        cmocka_unit_test(absurd_conditions_are_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
