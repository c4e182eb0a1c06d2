// The way on a rope: the start, the choice that is looked at and the end each have a small bridge, side by
// side and in their order, however close they lie; leaders to the rope cross no other.
#include "support/test.h"

#include "view/rig.h"
#include "view/screens.h"

#include <math.h>

enum { BRIDGES_MAX = 16, LINES_MAX = 64 };

typedef struct Strip {
    FrameRect bridges[BRIDGES_MAX], across[LINES_MAX], down[LINES_MAX], knob;
    int bridge_count, across_count, down_count;
} Strip;

// What is drawn of it, on the rope's card at the top.
static Strip strip_of(const Rig *rig)
{
    Strip strip = { 0 };
    const FrameItem *way = rig_find(rig, "way");
    assert_non_null(way);
    for (int i = 0; i < rig->frame.command_count; i++) {
        const FrameCommand *command = &rig->frame.commands[i];
        FrameRect rect = command->rect;
        if (rect.y < way->rect.y || rect.y > way->rect.y + way->rect.h) {
            continue;
        }
        if (command->kind == FRAME_THUMBNAIL) {
            assert_true(strip.bridge_count < BRIDGES_MAX);
            strip.bridges[strip.bridge_count++] = rect;
        } else if (command->kind == FRAME_RECT && rect.w == 1.5f) {
            assert_true(strip.down_count < LINES_MAX);
            strip.down[strip.down_count++] = rect;
        } else if (command->kind == FRAME_RECT && rect.h == 1.5f) {
            assert_true(strip.across_count < LINES_MAX);
            strip.across[strip.across_count++] = rect;
        } else if (command->kind == FRAME_RECT && rect.w == 20 && rect.h == 26) {
            strip.knob = rect;
        }
    }
    return strip;
}

static void check_strip(const Rig *rig, int stop)
{
    Strip strip = strip_of(rig);
    bool at_an_end = stop == 0 || stop == rig->history.count;
    assert_true(strip.bridge_count >= (at_an_end ? 2 : 3));
    const FrameItem *way = rig_find(rig, "way");
    float from = way->rect.x - .5f;
    for (int i = 0; i < strip.bridge_count; i++) {
        assert_true(strip.bridges[i].x >= from);
        from = strip.bridges[i].x + strip.bridges[i].w;
    }
    assert_true(from <= way->rect.x + way->rect.w + .5f);
    for (int i = 0; i < strip.across_count; i++) {
        FrameRect across = strip.across[i];
        for (int k = 0; k < i; k++) {
            FrameRect other = strip.across[k];
            float left = across.x > other.x ? across.x : other.x;
            float right =
                across.x + across.w < other.x + other.w ? across.x + across.w : other.x + other.w;
            assert_true(right - left < 4 || fabsf(across.y - other.y) > 4);
        }
        for (int k = 0; k < strip.down_count; k++) {
            FrameRect down = strip.down[k];
            bool over = down.x > across.x + 2 && down.x + 1.5f < across.x + across.w - 2;
            bool through = across.y > down.y + 2 && across.y + 1.5f < down.y + down.h - 2;
            assert_false(over && through);
        }
    }
}

// A play of which the rope shows `days` days between those minutes: as close together as that is.
static void open_close(Rig *rig, const char *way, float width, float height, int days, int opens,
                       int closes)
{
    rig_open(rig, width, height, 1);
    rig_play(rig, way);
    rig->scenario->day_count = days;
    rig->scenario->opens_minute = opens;
    rig->scenario->closes_minute = closes;
    view_debrief(rig->view);
}

static void check_stops(Rig *rig)
{
    for (int stop = 0; stop <= rig->history.count; stop++) {
        view_debrief_at(rig->view, stop);
        rig_draw(rig);
        check_strip(rig, stop);
    }
    rig_close(rig);
}

static void test_start_choice_and_end_are_shown(void **state)
{
    (void)state;
    static const char *const ways[] = { WORST,
                                        "yes,desk.rest,desk.rest,desk.rest,desk.meet_ladder,nod",
                                        "yes,desk.rest,desk.rest,desk.rest,desk.rest,nod" };
    static const float sizes[][2] = { { 1280, 720 }, { 1920, 1080 }, { 1024, 768 } };
    for (int i = 0; i < 3 * 3 * 5; i++) {
        Rig rig;
        const float *size = sizes[i / 3 % 3];
        int days = 2 + i / 9;
        open_close(&rig, ways[i % 3], size[0], size[1], days, days % 2 == 0 ? 540 : 60, 1080);
        check_stops(&rig);
    }
    // All of the last hour, at the right end.
    Rig rig;
    open_close(&rig, "ask,desk.rest,desk.work_plot,desk.rest,desk.rest,own,theirs,listen", 1280,
               720, 1, 540, 910);
    check_stops(&rig);
}

// The choice that is looked at lies below its own bridge; another makes room.
static void test_the_choice_keeps_its_place(void **state)
{
    (void)state;
    Rig rig;
    int held = 0;
    open_close(&rig, WORST, 1280, 720, 2, 60, 1080);
    for (int stop = 0; stop <= rig.history.count; stop++) {
        view_debrief_at(rig.view, stop);
        rig_draw(&rig);
        Strip strip = strip_of(&rig);
        const FrameItem *way = rig_find(&rig, "way");
        float x = strip.knob.x + strip.knob.w / 2;
        bool over = false;
        for (int i = 0; i < strip.bridge_count; i++) {
            float centre = strip.bridges[i].x + strip.bridges[i].w / 2;
            over = over || (centre > x - 1 && centre < x + 1);
        }
        // Near either end it is moved as far as the card, and for those that are still nearer.
        bool free = x > way->rect.x + 2 * 138 && x < way->rect.x + way->rect.w - 2 * 138;
        assert_true(over || !free);
        held += free;
    }
    assert_true(held > 1);
    rig_close(&rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_start_choice_and_end_are_shown),
        cmocka_unit_test(test_the_choice_keeps_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
