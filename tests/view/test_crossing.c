// Whose bridge shows somebody crossing, and for how long, while it is told.
#include "support/test.h"

#include "view/rig.h"
#include "view/view_state.h"

// A line of the story's own, said by `person` (or told: STORY_NONE).
static StoryEvent line_by(const Rig *rig, int person)
{
    for (int i = 0; i < rig->history.journal.count; i++) {
        StoryEvent event = rig->history.journal.events[i];
        if (event.kind == EVENT_SAID && event.b == 0) {
            event.person = (uint8_t)person;
            return event;
        }
    }
    fail_msg("nobody says anything");
    return (StoryEvent){ 0 };
}

static void only_the_one_who_was_asked_crosses(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_play(&rig, "yes");
    StoryEvent events[] = {
        line_by(&rig, HALIMA),
        { .kind = EVENT_NEED, .person = HALIMA },
        line_by(&rig, HALIMA),
        line_by(&rig, PIET),
        { .kind = EVENT_CROSSED, .person = HALIMA, .a = 1 },
        line_by(&rig, HALIMA),
        line_by(&rig, STORY_NONE),
        line_by(&rig, PIET),
        line_by(&rig, HALIMA),
    };
    static const uint8_t hers[] = { CROSSING_NONE,  CROSSING_LOOKS, CROSSING_LOOKS, CROSSING_COMES,
                                    CROSSING_COMES, CROSSING_NONE,  CROSSING_NONE };
    enum { EVENTS = sizeof events / sizeof events[0], BEATS = sizeof hers };
    StoryHistory told = rig.history;
    told.journal.events = events;
    told.journal.count = EVENTS;
    view_beats_clear(&rig.view->beats);
    view_beats_add(&rig.view->beats, &told, -1, 0, EVENTS);
    assert_int_equal(rig.view->beats.count, BEATS);
    for (int i = 0; i < BEATS; i++) {
        rig.view->shown = i + 1;
        assert_int_equal(view_crossing(rig.view, HALIMA), hers[i]);
        assert_int_equal(view_crossing(rig.view, PIET), CROSSING_NONE);
    }
    // What was asked before the last choice is remembered with who was asked.
    view_beats_clear(&rig.view->beats);
    view_beats_add(&rig.view->beats, &told, -1, 2, 4);
    rig.view->shown = 2;
    assert_int_equal(view_crossing(rig.view, HALIMA), CROSSING_LOOKS);
    assert_int_equal(view_crossing(rig.view, PIET), CROSSING_NONE);
    rig_close(&rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_one_who_was_asked_crosses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
