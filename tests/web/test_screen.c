// links: script
// The room screen while a question is open: who spoke last stays in sight, whatever number of answers there is and
// however large the type; what is told comes in more pages where it is larger.
#include "support/test.h"

#include "room/room.h"
#include "script/script.h"
#include "web/pages.h"
#include "web/passage.h"

#include <string.h>

static Scenario *scenario_with(int options, const char *last)
{
    Text story = { 0 };
    Err err = { 0 };
    text_add(&story,
             "scenario { id = 'many', version = 1, title = 'Many', author = 'a', "
             "licence = 'CC0-1.0', language = 'en', blurb = 'B', minutes = 5, "
             "days = { 'Mon', 'Tue' }, place = 'office' }\n"
             "local p = person 'p' { name = 'Maya Lind', role = 'Head' }\n"
             "local c = commitment 'c' { kind = 'work', by = 'player', to = p, title = 'x', "
             "what = 'x', effort = 1, due = 'Tue 12:00' }\n"
             "scene 'start' { at = 'Mon 09:00', promise(c), 'It is Monday.',\n"
             "p \"The board meets on Wednesday at three, all nine of them, and Pell. Could I "
             "have the brief tomorrow at one, and could you tell me before lunch if not?\",\n");
    if (last[0]) {
        text_addf(&story, "'%s',\n", last);
    }
    text_add(&story, "choice {\n");
    for (int i = 0; i < options; i++) {
        text_addf(&story,
                  "option 'o%d' 'Answer number %d, with as many words as these have.' {},\n", i,
                  i + 1);
    }
    text_add(&story, "}, ending 'done' }\nending 'done' { title = 'D', kind = 'together', 'D' }\n");
    Scenario *scenario =
        script_load_text("many.lua", text_str(&story), story.length, NULL, NULL, &err);
    text_deinit(&story);
    if (!scenario) {
        char line[900];
        fail_msg("%s", err_line(&err, line, sizeof line));
    }
    return scenario;
}

static Room room_of(const Scenario *scenario, bool large)
{
    Room room;
    Err err = { 0 };
    assert_true(room_open(&room, scenario, 1, (RoomSettings){ 5, 60 }, &err));
    room_enlarge(&room, large);
    assert_true(room_begin(&room, &err));
    return room;
}

static void test_last_words(void **state)
{
    (void)state;
    static const char last[] = "It is six hours of work, if nobody talks to you.";
    static const int options[] = { 2, 3, 5, 8, 12 };
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        for (int large = 0; large < 2; large++) {
            Scenario *scenario = scenario_with(options[i], last);
            Room room = room_of(scenario, large == 1);
            WebRoom web = { .room = &room, .port = 8017, .open = true };
            Text page = { 0 };
            Err err = { 0 };
            assert_true(room_ask(&room, &err));
            web_page_screen(&web, WEB_PART, &page);
            const char *text = text_str(&page);
            if (!strstr(text, last) || !strstr(text, "<b>Maya:</b>") || !strstr(text, "if not?")) {
                fail_msg("%d answers, type %d: %s", options[i], large, text);
            }
            assert_true(options[i] > 3 || (strstr(text, "asked large") != NULL) == (large == 1));
            text_deinit(&page);
            room_close(&room);
            scenario_free(scenario);
        }
    }
}

// Whoever speaks in the last line is no speaker of a line before.
static void test_only_before_the_told(void **state)
{
    (void)state;
    Scenario *scenario = scenario_with(3, "");
    Room room = room_of(scenario, false);
    WebRoom web = { .room = &room, .port = 8017, .open = true };
    Text page = { 0 };
    Err err = { 0 };
    assert_true(room_ask(&room, &err));
    web_page_screen(&web, WEB_PART, &page);
    const char *who = strstr(text_str(&page), "<b>Maya:</b>");
    assert_non_null(who);
    assert_null(strstr(who + 1, "<b>Maya:</b>"));
    text_deinit(&page);
    room_close(&room);
    scenario_free(scenario);
}

static void test_larger_has_more_pages(void **state)
{
    (void)state;
    Scenario *scenario = scenario_with(2, "x");
    Room room = room_of(scenario, false);
    PassageLine lines[12];
    for (int i = 0; i < 12; i++) {
        lines[i] = (PassageLine){ PASSAGE_TOLD, "",
                                  "A line of about a hundred and ten letters, which "
                                  "takes two lines of the screen, or three in larger type." };
    }
    Passage passage = { .lines = lines, .count = 12 };
    int first = 0, end = 0;
    int usual = passage_page(&passage, 0, &first, &end);
    passage.large = true;
    assert_true(passage_page(&passage, 0, &first, &end) > usual);
    uint32_t version = room.version;
    room.page = 2;
    room_enlarge(&room, true);
    assert_true(room.large && room.version > version);
    assert_int_equal(room.page, 0);
    room_close(&room);
    scenario_free(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_last_words),
        cmocka_unit_test(test_only_before_the_told),
        cmocka_unit_test(test_larger_has_more_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
