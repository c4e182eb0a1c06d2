// "Run this in a room": on the cover of what can be run in one, and nowhere else.
#include "support/test.h"

#include "view/rig.h"

static const FrameItem *button_of(Rig *rig, bool can)
{
    rig_shelf(rig, 6);
    rig->cards[0].latest = true;
    rig->cards[4].has_room = can;
    view_library(rig->view, rig->cards, 6, "");
    rig_draw(rig);
    rig_go(rig, "fifth");
    for (int i = 0; i < rig->frame.item_count; i++) {
        if (strcmp(rig->frame.items[i].id, "cover.room") == 0) {
            return &rig->frame.items[i];
        }
    }
    return NULL;
}

static void test_asks_for_it(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    const FrameItem *button = button_of(&rig, true);
    assert_non_null(button);
    assert_true(button->focusable);
    assert_false(button->focused); // playing alone is what most want
    float x = button->rect.x + 4, y = button->rect.y + 4;
    view_input(rig.view, &(ViewInput){ .kind = INPUT_PRESS, .x = x, .y = y });
    ViewRequest wanted = view_input(rig.view, &(ViewInput){ .kind = INPUT_RELEASE, .x = x, .y = y });
    assert_int_equal(wanted.kind, REQUEST_RUN_ROOM);
    assert_int_equal(wanted.card, 4);
    rig_close(&rig);
}

static void test_is_not_there_without_rooms(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    assert_null(button_of(&rig, false));
    rig_close(&rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_asks_for_it),
        cmocka_unit_test(test_is_not_there_without_rooms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
