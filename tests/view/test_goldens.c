// The screens as text: what is drawn and what is read aloud, compared with tests/golden/view/.
#include "support/test.h"

#include "view/rig.h"

#include <stdio.h>

static void golden(Rig *rig, const char *name)
{
    Text out = { .data = NULL };
    char path[64];
    rig_draw(rig);
    frame_print(&rig->frame, &out);
    snprintf(path, sizeof path, "view/%s.txt", name);
    test_golden(path, text_str(&out));
    text_deinit(&out);
}

static void test_library(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_shelf(&rig, 0);
    golden(&rig, "library_empty");
    rig_shelf(&rig, 4);
    golden(&rig, "library");
    view_library(rig.view, rig.cards, 1,
                 "Your choices and plans are kept in /home/you/plankwright. "
                 "Nothing leaves this machine.");
    golden(&rig, "library_first_start");
    view_library(rig.view, &rig.cards[2], 1, "");
    golden(&rig, "library_broken");
    rig_shelf(&rig, 6);
    rig_close(&rig);
}

static void test_library_pages(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_shelf(&rig, 6);
    rig_key(&rig, KEY_PAGE_DOWN);
    golden(&rig, "library_page_2");
    rig.settings.text_scale = 2;
    golden(&rig, "library_200");
    rig.settings.text_scale = 1;
    rig.frame.height = 960;
    golden(&rig, "library_4_3");
    rig_close(&rig);
}

static void play_golden(const char *way, float width, float height, float scale, const char *name)
{
    Rig rig;
    rig_open(&rig, width, height, scale);
    rig_play(&rig, way);
    rig_read_on(&rig);
    golden(&rig, name);
    rig_close(&rig);
}

static void test_play(void **state)
{
    (void)state;
    play_golden("", 1280, 720, 1, "play_choice");
    play_golden("yes", 1280, 720, 1, "play_desk");
    play_golden("ask,desk.rest,desk.rest,desk.rest,desk.rest,own", 1280, 720, 1, "play_one_on_one");
    play_golden("", 1280, 960, 1, "play_4_3");
    play_golden("", 1280, 720, 2, "play_200");
    play_golden("", 1280, 720, 1.25f, "play_125");
    play_golden("yes,desk.rest,desk.rest,desk.rest,desk.rest,nod", 1280, 720, 1, "play_ended");
}

static void test_long_text(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_play(&rig, "yes,desk.rest,desk.rest,desk.rest,desk.rest");
    golden(&rig, "play_long_1");
    rig_key(&rig, KEY_ENTER);
    golden(&rig, "play_long_2");
    rig_read_on(&rig);
    golden(&rig, "play_long_told");
    rig_close(&rig);
}

static void test_telling(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig.settings.no_typing = false;
    rig_play(&rig, "");
    golden(&rig, "play_telling");
    rig_close(&rig);
}

static void test_panels(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_play(&rig, "ask,desk.rest,desk.work_plot,desk.rest,desk.rest");
    rig_key(&rig, KEY_LEDGER);
    golden(&rig, "ledger");
    rig_key(&rig, KEY_HISTORY);
    golden(&rig, "history");
    rig_key(&rig, KEY_HELP);
    golden(&rig, "help");
    rig_key(&rig, KEY_ESCAPE);
    rig_key(&rig, KEY_LOOK);
    golden(&rig, "look");
    view_notice(rig.view, "This choice could not be kept", "The disk is full.",
                "Make room and go on.");
    golden(&rig, "notice");
    rig_close(&rig);
}

static void test_high_contrast(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig.settings.high_contrast = true;
    rig_play(&rig, "");
    rig_read_on(&rig);
    golden(&rig, "play_high_contrast");
    rig_close(&rig);
}

static void test_debrief(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_play(&rig, "ask,desk.rest,desk.work_plot,desk.rest,desk.rest,own,theirs,listen,march");
    rig_read_on(&rig);
    rig_key(&rig, KEY_ENTER);
    assert_int_equal(view_screen(rig.view), VIEW_DEBRIEF);
    while (!view_think(rig.view, 1000)) {
    }
    golden(&rig, "debrief");
    rig.settings.text_scale = 2;
    golden(&rig, "debrief_200");
    rig_close(&rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_library),       cmocka_unit_test(test_library_pages),
        cmocka_unit_test(test_play),          cmocka_unit_test(test_long_text),
        cmocka_unit_test(test_telling),       cmocka_unit_test(test_panels),
        cmocka_unit_test(test_high_contrast), cmocka_unit_test(test_debrief),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
