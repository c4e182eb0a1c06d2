// The card of a mistake: it stays on the screen, its mark stays whole where there is room, what lies below it
// cannot be hit and everything else can; a story that was edited stands where it stood.
#include "support/test.h"

#include "view/rig.h"
#include "view/view_state.h"

static const FrameItem *item_named(const Rig *rig, const char *id)
{
    for (int i = 0; i < rig->frame.item_count; i++) {
        if (strcmp(rig->frame.items[i].id, id) == 0) {
            return &rig->frame.items[i];
        }
    }
    return NULL;
}

static void test_stays_on_the_screen(void **state)
{
    (void)state;
    static const float sizes[][3] = { { 1280, 720, 1 }, { 1280, 720, 2 }, { 1280, 960, 1.5f } };
    char text[400] = "";
    for (int i = 0; i < 30; i++) {
        strcat(text, "a long line ");
    }
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        Rig rig;
        rig_open(&rig, sizes[i][0], sizes[i][1], sizes[i][2]);
        rig_play(&rig, "");
        view_mistake(rig.view, &(ViewMistake){ .title = "scenario.lua:1:13",
                                               .code = "PW-105",
                                               .message = text,
                                               .fix = "did you mean \"ines\"?",
                                               .line = text,
                                               .mark = 12,
                                               .mark_columns = 6,
                                               .foot = "2 more mistakes." });
        rig_draw(&rig);
        const FrameItem *card = item_named(&rig, "mistake");
        const FrameItem *line = item_named(&rig, "mistake_line");
        assert_non_null(card);
        assert_non_null(line);
        assert_true(card->rect.x >= 0 && card->rect.x + card->rect.w <= rig.frame.width);
        assert_true(card->rect.y >= 0 && card->rect.y + card->rect.h <= rig.frame.height);
        assert_true(line->rect.y + line->rect.h <= card->rect.y + card->rect.h);
        assert_string_equal(line->value, "a long");
        for (int k = 0; k < rig.frame.command_count; k++) { // no text runs out of the line
            const FrameCommand *command = &rig.frame.commands[k];
            if (command->kind == FRAME_TEXT && command->rect.y >= line->rect.y &&
                command->rect.y < line->rect.y + line->rect.h && command->rect.x >= line->rect.x) {
                float width = rig_width(NULL, command->font, command->size, command->text,
                                        (int)strlen(command->text));
                assert_true(command->rect.x + width <= line->rect.x + line->rect.w + 1);
            }
        }
        view_mistake(rig.view, NULL);
        rig_draw(&rig);
        assert_null(item_named(&rig, "mistake"));
        rig_close(&rig);
    }
}

static void mark_is(Rig *rig, const char *line, int mark, int columns, const char *wanted)
{
    view_mistake(rig->view, &(ViewMistake){ .title = "a.lua:1",
                                            .code = "PW-103",
                                            .message = "m",
                                            .fix = "",
                                            .line = line,
                                            .mark = mark,
                                            .mark_columns = columns,
                                            .foot = "" });
    rig_draw(rig);
    const FrameItem *item = item_named(rig, "mistake_line");
    assert_non_null(item);
    assert_string_equal(item->value, wanted);
}

static void test_marks(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_play(&rig, "");
    mark_is(&rig, "    go \"frday\"", 7, 7, "\"frday\"");
    mark_is(&rig, "x", 1, 1, "");       // behind the line
    mark_is(&rig, "    ", 2, 40, "  "); // more than there is
    mark_is(&rig, "\xE4\xB8\xAD\xE6\x96\x87 \"\xC3\xA9t\xC3\xA9\"", 5, 5,
            "\"\xC3\xA9t\xC3\xA9\""); // wide letters
    rig_close(&rig);
}

static void test_hides_and_lets_through(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_play(&rig, "");
    mark_is(&rig, "go", 0, 2, "go");
    const FrameItem *card = item_named(&rig, "mistake");
    float x = card->rect.x + card->rect.w / 2;
    float y = card->rect.y + card->rect.h / 2;
    assert_null(view_item_at(rig.view, x, y));
    const FrameItem *offer = NULL;
    for (int i = 0; i < rig.frame.item_count && offer == NULL; i++) {
        const FrameItem *item = &rig.frame.items[i];
        offer = item->action == ACTION_CHOOSE || item->action == ACTION_MORE ? item : NULL;
    }
    assert_non_null(offer);
    assert_non_null(view_item_at(rig.view, offer->rect.x + 5, offer->rect.y + offer->rect.h - 2));
    view_notice(rig.view, "Title", "Message", ""); // a notice stands over everything
    rig_draw(&rig);
    assert_null(item_named(&rig, "mistake"));
    rig_close(&rig);
}

static void test_edited_stands_where_it_stood(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_play(&rig, "");
    view_open_panel(rig.view, PANEL_HISTORY);
    rig_draw(&rig);
    view_edited(rig.view, &rig.history);
    rig_draw(&rig);
    assert_int_equal(rig.view->panel, PANEL_HISTORY);
    view_close_panel(rig.view);
    rig_draw(&rig);
    assert_true(rig.view->told);
    ViewTarget focus = rig.view->focus;
    view_input(rig.view, &(ViewInput){ .kind = INPUT_KEY, .key = KEY_DOWN });
    rig_draw(&rig);
    ViewTarget moved = rig.view->focus;
    assert_false(moved.action == focus.action && moved.argument == focus.argument);
    view_edited(rig.view, &rig.history);
    rig_draw(&rig);
    assert_int_equal(rig.view->focus.action, moved.action);
    assert_int_equal(rig.view->focus.argument, moved.argument);
    assert_true(rig.view->told);
    rig_close(&rig);
}

// Another way from a choice that an edit has taken out: there is nothing to show any more.
static void test_edited_closes_the_other_way(void **state)
{
    (void)state;
    for (int left = 0; left < 2; left++) {
        Rig rig;
        rig_open(&rig, 1280, 720, 1);
        rig_play(&rig, "ask,desk.rest,desk.work_plot,desk.rest,desk.rest,own,theirs,listen,march");
        view_debrief(rig.view);
        while (!view_think(rig.view, 5000)) {
        }
        view_stop_at(rig.view, rig.history.count - 1);
        view_open_panel(rig.view, PANEL_OTHER_WAY);
        rig_draw(&rig);
        assert_int_equal(rig.view->panel, PANEL_OTHER_WAY);
        while (rig.history.count > left) {
            assert_true(history_undo(&rig.history));
        }
        view_edited(rig.view, &rig.history);
        rig_draw(&rig);
        assert_int_equal(rig.view->panel, PANEL_NONE);
        assert_int_equal(view_screen(rig.view), VIEW_PLAY);
        rig_close(&rig);
    }
}

// A notice about a play that goes on at an earlier place: on, or over.
static void test_parting(void **state)
{
    (void)state;
    for (int over = 0; over < 2; over++) {
        Rig rig;
        rig_open(&rig, 1280, 720, over == 0 ? 1 : 2);
        rig_play(&rig, "");
        view_notice_parting(rig.view, "About your playthrough", "It was changed.",
                            "Nothing is lost.");
        rig_draw(&rig);
        assert_int_equal(rig.view->focus.action, ACTION_DISMISS); // Enter goes on
        if (over) {
            assert_non_null(item_named(&rig, "start_over"));
            view_focus_on(rig.view, item_named(&rig, "start_over"));
            rig_draw(&rig);
        }
        ViewRequest wanted =
            view_input(rig.view, &(ViewInput){ .kind = INPUT_KEY, .key = KEY_ENTER });
        assert_int_equal(wanted.kind, over ? REQUEST_UNDO_TO : REQUEST_NONE);
        assert_int_equal(wanted.count, 0);
        rig_draw(&rig);
        assert_int_equal(view_screen(rig.view), VIEW_PLAY);
        view_notice(rig.view, "Title", "Message", "");
        rig_draw(&rig);
        assert_null(item_named(&rig, "start_over"));
        rig_close(&rig);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stays_on_the_screen),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_hides_and_lets_through),
        cmocka_unit_test(test_parting),
        cmocka_unit_test(test_edited_stands_where_it_stood),
        cmocka_unit_test(test_edited_closes_the_other_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
