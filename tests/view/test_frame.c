// Frames as values: equal frames are the same, any difference that would be seen is one, nothing
// leaks.
#include "support/test.h"

#include "view/rig.h"

static void fill(Frame *frame)
{
    frame_init(frame, 1280, 720);
    FrameCommand *text = frame_add(frame, FRAME_TEXT, (FrameRect){ 1, 2, 30, 20 });
    text->text = frame_text(frame, "Six.");
    FrameThumbnail picture = { .weather = 1, .crop_width = 940 };
    frame_add(frame, FRAME_THUMBNAIL, (FrameRect){ 5, 5, 5, 5 })->value =
        frame_thumbnail(frame, &picture);
}

static void test_same(void **state)
{
    (void)state;
    Frame a, b;
    fill(&a);
    fill(&b);
    assert_true(frame_same(&a, &b));
    b.commands[0].text = frame_text(&b, "Seven.");
    assert_false(frame_same(&a, &b));
    b.commands[0].text = frame_text(&b, "Six.");
    assert_true(frame_same(&a, &b));
    b.commands[0].colour = 7;
    assert_false(frame_same(&a, &b));
    b.commands[0].colour = 0;
    b.thumbnails[0].condition.planks[3].state = BRIDGE_PLANK_GONE;
    assert_false(frame_same(&a, &b));
    b.thumbnails[0].condition.planks[3].state = a.thumbnails[0].condition.planks[3].state;
    b.height = 721;
    assert_false(frame_same(&a, &b));
    b.height = 720;
    frame_add(&b, FRAME_RECT, (FrameRect){ 0, 0, 1, 1 });
    assert_false(frame_same(&a, &b));
    frame_deinit(&a);
    frame_deinit(&b);
}

static void test_redrawn_is_same(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_play(&rig, "yes");
    Frame other;
    frame_init(&other, 1280, 720);
    view_frame(rig.view, &rig.settings, &rig.measure, &other);
    assert_true(frame_same(&rig.frame, &other));
    rig_key(&rig, KEY_NEXT);
    assert_false(frame_same(&rig.frame, &other));
    frame_deinit(&other);
    rig_close(&rig);
}

static void test_memory(void **state)
{
    (void)state;
    size_t before = mem_live();
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_play(&rig, "yes,desk.rest,desk.rest,desk.rest,desk.rest,nod");
    for (int i = 0; i < 50; i++) {
        rig_key(&rig, i % 7 == 0 ? KEY_HISTORY : KEY_NEXT);
    }
    size_t running = mem_live();
    for (int i = 0; i < 200; i++) {
        rig_draw(&rig);
    }
    assert_true(mem_live() == running);
    view_debrief(rig.view);
    rig_draw(&rig);
    rig_close(&rig);
    assert_true(mem_live() == before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same),
        cmocka_unit_test(test_redrawn_is_same),
        cmocka_unit_test(test_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
