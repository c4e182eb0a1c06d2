// links: app script explore
// The kit: its plans come out at their minutes and give talk its time; every decision, answer and
// ending of the story stands in it; the letters are those of the voting cards only where they can be.
#include "support/test.h"

#include "app/graph_fill.h"
#include "report/kit_parts.h"
#include "script/script.h"

#include <stdio.h>
#include <string.h>

static void plans_come_out_and_talk_has_its_time(void **state)
{
    (void)state;
    const int lengths[] = { 45, 60, 90 };
    for (int i = 0; i < 3; i++) {
        int play = 0, talk = 0;
        assert_int_equal(kit_plan_minutes(lengths[i], &play, &talk), lengths[i]);
        assert_true(talk > play);
        assert_true(kit_has_plan(lengths[i]));
    }
    assert_false(kit_has_plan(0));
    assert_false(kit_has_plan(50));
}

typedef struct Made {
    Scenario *scenario;
    Graph graph;
    Text html;
    KitPen pen;
} Made;

static void make(Made *made)
{
    Err err = { 0 };
    *made = (Made){ .scenario = script_load(PLANKWRIGHT_SOURCE "/tests/explore/data/market.lua",
                                            NULL, &err) };
    assert_non_null(made->scenario);
    graph_init(&made->graph, made->scenario);
    assert_true(graph_fill(&made->graph, GRAPH_FILL_STATES, &err));
    graph_finish(&made->graph);
    Kit kit = { &made->graph, 60, NULL, 0 };
    Page *page = kit_page(&kit, "en");
    page_html(page, &made->html);
    page_free(page);
    made->pen = (KitPen){ .kit = &kit, .scenario = made->scenario };
    arena_init(&made->pen.arena);
}

static void unmake(Made *made)
{
    arena_deinit(&made->pen.arena);
    text_deinit(&made->html);
    graph_deinit(&made->graph);
    scenario_free(made->scenario);
}

static void all_of_the_story_is_in_it(void **state)
{
    (void)state;
    Made made;
    make(&made);
    const char *html = text_str(&made.html);
    for (int i = 0; i < made.scenario->ending_count; i++) {
        assert_non_null(
            strstr(html, scenario_text(made.scenario, made.scenario->endings[i].title)));
    }
    for (int i = 0; i < made.graph.stop_count; i++) {
        char number[32];
        snprintf(number, sizeof number, "<h3>Scene %d", made.graph.stops[i].scene + 1);
        assert_non_null(strstr(html, number));
    }
    assert_non_null(strstr(html, "No recorded way ends here."));
    unmake(&made);
}

static void letters_only_where_all_answers_are_open(void **state)
{
    (void)state;
    Made made;
    make(&made);
    int lettered = 0, numbered = 0;
    for (int i = 0; i < made.graph.stop_count; i++) {
        const GraphStop *stop = &made.graph.stops[i];
        bool open = stop->kind == GRAPH_CHOICE;
        for (int k = 0; k < stop->offer_count; k++) {
            const StoryOption *option = &made.scenario->options[stop->offers[k].x];
            open = open && stop->offers[k].kind == OFFER_OPTION && option->when < 0 &&
                   option->cost_minutes == 0 && option->cost_energy == 0;
        }
        for (int k = 0; k < stop->offer_count; k++) {
            const char *mark = kit_mark(&made.pen, stop, k);
            assert_int_equal(mark[0], open && stop->offer_count <= 26 ? 'A' + k : mark[0]);
            assert_true(open ? mark[1] == '\0' : mark[0] >= '1' && mark[0] <= '9');
        }
        lettered += open;
        numbered += !open;
    }
    assert_true(lettered > 0 && numbered > 0);
    unmake(&made);
}

static void each_mechanic_has_a_goal(void **state)
{
    (void)state;
    for (int i = 1; i <= 20; i++) {
        assert_true(strlen(kit_goal(i)) > 20);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plans_come_out_and_talk_has_its_time),
        cmocka_unit_test(all_of_the_story_is_in_it),
        cmocka_unit_test(letters_only_where_all_answers_are_open),
        cmocka_unit_test(each_mechanic_has_a_goal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
