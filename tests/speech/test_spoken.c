// Whole scenarios as they are heard, played by keys through the screens: tests/golden/speech/.
// links: view script
#include "support/test.h"

#include "script/script.h"
#include "speech/listener.h"

#include <stdio.h>

#define LATE_BRIEF_WAY                                                                             \
    "monday.noon,asks.lin,monday_desk/desk.work_brief,monday_desk/desk.work_numbers,"              \
    "eleven.drive,wed_covered.own,nine.which,wednesday_desk/desk.paper,thursday.four,talk.start,"  \
    "talk.early,talk.quiet"

static void begin(Listener *listener, const char *scenario, uint64_t seed)
{
    Err err = { .kind = ERR_NONE };
    char path[512];
    snprintf(path, sizeof path, "%s/scripts/scenarios/%s", PLANKWRIGHT_SOURCE, scenario);
    listener_open(listener);
    Rig *rig = &listener->rig;
    rig->scenario = script_load(path, NULL, &err);
    if (rig->scenario == NULL || !history_open(&rig->history, rig->scenario, seed, &err)) {
        fail_msg("%s", err.message);
    }
    rig->playing = true;
    view_play(rig->view, &rig->history);
    listener_frame(listener);
}

static void choose_all(Listener *listener, const char *ids)
{
    while (*ids != '\0') {
        char id[100];
        size_t n = strcspn(ids, ",");
        assert_true(n < sizeof id);
        memcpy(id, ids, n);
        id[n] = '\0';
        listener_choose(listener, id);
        ids += n + (ids[n] == ',');
    }
}

static void end(Listener *listener, const char *golden)
{
    char path[80];
    snprintf(path, sizeof path, "speech/%s.txt", golden);
    test_golden(path, text_str(&listener->heard));
    listener_close(listener);
}

// Walks about on the first choice, breaks the plank, takes it back, looks, and plays to the debrief.
static void first_plank(void **state)
{
    (void)state;
    Listener listener;
    begin(&listener, "first-plank", 1);
    listener_key(&listener, KEY_DOWN, "Down");
    listener_key(&listener, KEY_DOWN, "Down");
    listener_key(&listener, KEY_UP, "Up");
    listener_key(&listener, KEY_ENTER, "Enter");
    listener_key(&listener, KEY_UNDO, "U");
    choose_all(&listener, "shed.what_if,gate.quick");
    listener_read_on(&listener);
    listener_key(&listener, KEY_LOOK, "L");
    listener_key(&listener, KEY_RIGHT, "Right");
    listener_key(&listener, KEY_RIGHT, "Right");
    listener_key(&listener, KEY_ESCAPE, "Esc");
    choose_all(&listener, "late.ferry");
    listener_read_on(&listener);
    listener_key(&listener, KEY_ENTER, "Enter");
    listener_tick(&listener, 1500);
    listener_key(&listener, KEY_NEXT, "Tab");
    end(&listener, "first_plank");
}

static void late_brief(void **state)
{
    (void)state;
    Listener listener;
    begin(&listener, "late-brief", 2);
    choose_all(&listener, LATE_BRIEF_WAY);
    listener_read_on(&listener);
    listener_key(&listener, KEY_ENTER, "Enter");
    end(&listener, "late_brief");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_plank),
        cmocka_unit_test(late_brief),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
