// Where parts are said to lie is where the settled scene has them, and no two can be meant at once.
#include "support/test.h"

#include "picture/place.h"

#include "base/arena.h"

#include <math.h>
#include <string.h>

static BridgeCondition condition_of(int32_t trust, int violations, int missed)
{
    BridgeCommitment all[8];
    for (int i = 0; i < missed; i++) {
        all[i] = (BridgeCommitment){ .fate = i % 2 == 0 ? BRIDGE_MISSED : BRIDGE_KEPT,
                                     .id = (int16_t)i,
                                     .settled = i };
    }
    BridgeInput input = { .trust = trust,
                          .rapport = 500000,
                          .violations = violations,
                          .commitments = all,
                          .commitment_count = missed };
    return bridge_condition(&input);
}

static void check(const BridgeCondition *bridge, PictureScene *scene)
{
    PicturePalette palette = picture_palette(PICTURE_DAY);
    picture_scene_init(scene, bridge, &palette);
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        BridgeCondition bare = *bridge;
        bare.planks[i].disc = 0;
        bare.planks[i].mended_by = 0;
        PictureBox is = picture_scene_plank_box(scene, i);
        PictureBox said = picture_place_plank(&bare, i);
        float dx = said.x + said.w / 2 - is.x - is.w / 2;
        float dy = said.y + said.h / 2 - is.y - is.h / 2;
        if (fabsf(dx) > 14 || fabsf(dy) > 14) {
            fail_msg("trust %d: plank %d lies %.0f, %.0f away from where it is said to lie",
                     (int)bridge->trust, i, (double)dx, (double)dy);
        }
    }
}

static bool overlap(PictureBox a, PictureBox b)
{
    return a.x + a.w > b.x + .01f && b.x + b.w > a.x + .01f && a.y + a.h > b.y + .01f &&
           b.y + b.h > a.y + .01f;
}

static void test_planks(void **state)
{
    (void)state;
    PictureScene *scene = mem_alloc(sizeof *scene);
    for (int32_t trust = 0; trust <= 960000; trust += 80000) {
        for (int some = 0; some <= 8; some += 8) {
            BridgeCondition bridge = condition_of(trust, some / 2, some);
            check(&bridge, scene);
        }
    }
    mem_free(scene);
}

static void test_apart(void **state)
{
    (void)state;
    for (int32_t trust = 0; trust <= 960000; trust += 40000) {
        BridgeCondition bridge = condition_of(trust, 3, 8);
        PictureBox all[BRIDGE_PLANKS + PICTURE_PLACE_RAILS + 4];
        int count = 0;
        for (int i = 0; i < BRIDGE_PLANKS; i++) {
            all[count++] = picture_place_plank(&bridge, i);
        }
        for (int i = 0; i < (bridge.word == BRIDGE_DOWN ? 1 : PICTURE_PLACE_RAILS); i++) {
            all[count++] = picture_place_rail(&bridge, i);
        }
        all[count++] = picture_place_post(false);
        all[count++] = picture_place_post(true);
        all[count++] = picture_place_scar();
        all[count++] = picture_place_lantern();
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                if (overlap(all[i], all[j])) {
                    fail_msg("trust %d: part %d lies over part %d", (int)trust, i, j);
                }
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_planks),
                                        cmocka_unit_test(test_apart) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
