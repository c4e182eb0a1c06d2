// All bridges in the window: what was painted stays, the chosen bridge comes to the front and
// stands there, and with less motion it simply does.
#include "support/test.h"

#include "sdl/panorama.h"

#include <string.h>

enum { W = 320, H = 180 };

static void canyon_of(Frame *frame, int chosen)
{
    frame_clear(frame);
    FrameCommand *scene =
        frame_add(frame, FRAME_SCENE, (FrameRect){ 0, 0, frame->width, frame->height });
    scene->flag = true;
    scene->value = 440;
    scene->size = 206;
    frame->has_scene = true;
    frame->weather = 1;
    frame->bridge_person = chosen;
    for (int person = 0; person < 4; person++) {
        BridgeInput input = { .trust = 200000 * person + 60000, .rapport = 500000 };
        if (person != chosen) {
            frame->bays[frame->bay_count++] =
                (FrameBay){ bridge_condition(&input), person, person < 2 };
        }
    }
}

static bool update(Panorama *panorama, const Frame *frame, bool at_once)
{
    return panorama_update(panorama, frame, &frame->commands[0], W, H, at_once);
}

static void it_comes_to_the_front(void **state)
{
    (void)state;
    Panorama panorama = { 0 };
    Frame frame;
    frame_init(&frame, 1280, 720);
    canyon_of(&frame, 0);
    assert_true(update(&panorama, &frame, false));
    assert_int_equal(panorama.approach, 0); // nothing was there before
    panorama_finish(&panorama);
    assert_false(panorama_busy(&panorama));
    PictureView near = panorama_view(&panorama);
    PictureView bay = panorama.vista.far[1];
    canyon_of(&frame, 2); // was the second from the left
    assert_true(update(&panorama, &frame, false));
    PictureView from = panorama_view(&panorama);
    assert_true(from.scale < near.scale * 0.3f);
    assert_true(from.offset_x - bay.offset_x < 1 && bay.offset_x - from.offset_x < 1);
    float before = from.scale;
    int steps = 0;
    for (; panorama_advance(&panorama, 1); steps++) {
        float scale = panorama_view(&panorama).scale;
        assert_true(scale >= before);
        before = scale;
    }
    assert_int_equal(steps, PANORAMA_STEPS); // .4 s
    assert_true(panorama_view(&panorama).scale >= near.scale);
    panorama_deinit(&panorama);
    frame_deinit(&frame);
}

static void at_once_with_less_motion(void **state)
{
    (void)state;
    Panorama panorama = { 0 };
    Frame frame;
    frame_init(&frame, 1280, 720);
    canyon_of(&frame, 0);
    update(&panorama, &frame, true);
    panorama_finish(&panorama);
    canyon_of(&frame, 3);
    assert_true(update(&panorama, &frame, true)); // bays are painted anew
    assert_int_equal(panorama.approach, 0);
    assert_false(panorama_advance(&panorama, 1));
    panorama_deinit(&panorama);
    frame_deinit(&frame);
}

// The same frame again costs nothing; leaving and coming back paints nothing anew.
static void what_is_painted_stays(void **state)
{
    (void)state;
    Panorama panorama = { 0 };
    Frame frame;
    frame_init(&frame, 1280, 720);
    canyon_of(&frame, 0);
    update(&panorama, &frame, false);
    assert_true(panorama_busy(&panorama));
    panorama_finish(&panorama);
    assert_false(update(&panorama, &frame, false));
    assert_false(panorama_busy(&panorama));
    frame.commands[0].flag = false;
    assert_false(update(&panorama, &frame, false));
    frame.commands[0].flag = true;
    assert_true(update(&panorama, &frame, false)); // all of the window is another
    assert_false(panorama_busy(&panorama));
    frame.weather = 2;
    assert_true(update(&panorama, &frame, false));
    assert_true(panorama_busy(&panorama));
    panorama_deinit(&panorama);
    frame_deinit(&frame);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_comes_to_the_front),
        cmocka_unit_test(at_once_with_less_motion),
        cmocka_unit_test(what_is_painted_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
