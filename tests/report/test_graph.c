// links: app script explore
// The graph against itself: what comes into a scene leaves it, the explorer and random plays agree,
// and a recorded way counts once. And what is drawn of it: nothing unescaped, nothing from
// elsewhere, readable.
#include "support/test.h"

#include "app/graph_fill.h"
#include "base/arena.h"
#include "explore/forecast.h"
#include "report/graph_count.h"
#include "report/graph_draw.h"
#include "report/graph_style.h"
#include "script/script.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PLAYS = 40000 };

static Scenario *load(const char *path)
{
    Err err = { 0 };
    Scenario *sc = script_load(path, NULL, &err);
    if (sc == NULL) {
        fail_msg("%s: %s", path, err.message);
    }
    return sc;
}

static Scenario *market(void)
{
    return load(PLANKWRIGHT_SOURCE "/tests/explore/data/market.lua");
}

static void fill(Graph *graph, const Scenario *sc)
{
    Err err = { 0 };
    graph_init(graph, sc);
    assert_true(graph_fill(graph, GRAPH_FILL_STATES, &err));
    assert_true(graph->proved);
}

static bool near(double a, double b)
{
    return fabs(a - b) < 1e-6;
}

// ---- counting -----------------------------------------------------------------------------------

static void check_flow(const Graph *g, GraphSource source, double tolerance)
{
    for (int node = 0; node < g->node_count; node++) {
        double in = node == 0, out = 0.0, visits = g->nodes[node].tally.count[source];
        for (int i = 0; i < g->way_count; i++) {
            const GraphWay *way = &g->ways[i];
            in += way->to == node ? way->tally.count[source] : 0.0;
            out += way->from == node && way->to != GRAPH_STAYS ? way->tally.count[source] : 0.0;
        }
        assert_true(fabs(in - visits) < tolerance);
        assert_true(graph_is_ending(g, node) || fabs(out - visits) < tolerance);
    }
    for (int i = 0; i < g->stop_count; i++) {
        double taken = 0.0;
        for (int k = 0; k < g->stops[i].offer_count; k++) {
            const GraphOffer *offer = &g->stops[i].offers[k];
            taken += offer->tally.count[source];
            assert_true(offer->tally.count[source] <= offer->open + tolerance);
        }
        assert_true(fabs(taken - g->stops[i].tally.count[source]) < tolerance);
    }
}

static void test_what_comes_in_goes_out(void **state)
{
    (void)state;
    Scenario *sc = market();
    Graph explored, drawn;
    fill(&explored, sc);
    check_flow(&explored, GRAPH_OFTEN, 1e-5);
    double endings = 0.0;
    for (int i = 0; i < sc->ending_count; i++) {
        endings += explored.nodes[graph_ending(&explored, i)].tally.count[GRAPH_OFTEN];
    }
    assert_true(near(endings, 1.0) || fabs(endings - 1.0) < 1e-5);
    graph_init(&drawn, sc);
    graph_draw(&drawn, 3000, 7, true);
    check_flow(&drawn, GRAPH_OFTEN, 1e-9);
    graph_deinit(&drawn);
    graph_deinit(&explored);
    scenario_free(sc);
}

// Five standard deviations of a mean of PLAYS; a little more where something comes by twice a play.
static bool agrees(double exact, double drawn)
{
    return fabs(exact - drawn) < 6.0 * sqrt((exact + 1e-4) / PLAYS) + 1e-9;
}

static void test_random_plays_agree_with_the_explorer(void **state)
{
    (void)state;
    Scenario *sc = market();
    Graph explored, drawn;
    fill(&explored, sc);
    graph_init(&drawn, sc);
    graph_draw(&drawn, PLAYS, 99, true);
    graph_finish(&explored);
    graph_finish(&drawn);
    for (int i = 0; i < explored.node_count; i++) {
        assert_true(agrees(explored.nodes[i].tally.count[GRAPH_OFTEN],
                           drawn.nodes[i].tally.count[GRAPH_OFTEN]));
    }
    assert_int_equal(explored.stop_count, drawn.stop_count);
    for (int i = 0; i < explored.stop_count; i++) {
        assert_int_equal(explored.stops[i].offer_count, drawn.stops[i].offer_count);
        for (int k = 0; k < explored.stops[i].offer_count; k++) {
            const GraphOffer *a = &explored.stops[i].offers[k], *b = &drawn.stops[i].offers[k];
            assert_true(a->kind == b->kind && a->x == b->x && a->number == b->number);
            assert_true(agrees(a->open, b->open));
            assert_true(agrees(a->tally.count[GRAPH_OFTEN], b->tally.count[GRAPH_OFTEN]));
        }
    }
    int edges = 0, others = 0;
    GraphEdge *a = graph_edges(&explored, &edges), *b = graph_edges(&drawn, &others);
    assert_true(edges >= 8 && edges == others);
    for (int i = 0; i < edges; i++) {
        int k = 0;
        while (k < others && (b[k].from != a[i].from || b[k].to != a[i].to)) {
            k++;
        }
        assert_true(k < others);
        assert_true(agrees(a[i].tally.count[GRAPH_OFTEN], b[k].tally.count[GRAPH_OFTEN]));
        assert_string_equal(a[i].keys, b[k].keys);
    }
    mem_free(a);
    mem_free(b);
    graph_deinit(&drawn);
    graph_deinit(&explored);
    scenario_free(sc);
}

// What `explore --json` says of a choice and what the graph says must be the same figure.
static void test_graph_and_forecast_say_the_same(void **state)
{
    (void)state;
    Scenario *sc = market();
    Graph g;
    ExploreGraph explored;
    ExploreValues values;
    ExploreForecast forecast;
    Err err = { 0 };
    fill(&g, sc);
    ExploreOptions options = { .forget = true, .merge = true };
    assert_true(explore_init(&explored, sc, &options, &err));
    explore_values_init(&values, &explored);
    explore_forecast_init(&forecast, sc, &explored, &values, 100);
    assert_true(forecast.proved && forecast.choice_count > 20);
    for (int i = 0; i < forecast.choice_count; i++) {
        const ExploreForecastChoice *choice = &forecast.choices[i];
        double taken = 0.0;
        for (int k = 0; k < g.stop_count; k++) {
            const GraphStop *stop = &g.stops[k];
            for (int n = 0; n < stop->offer_count && stop->scene == choice->scene; n++) {
                const GraphOffer *offer = &stop->offers[n];
                bool same = offer->kind == choice->kind && offer->x == choice->x;
                taken += same ? offer->tally.count[GRAPH_OFTEN] : 0.0;
            }
        }
        assert_true(fabs(taken - choice->taken) < 1e-5);
    }
    for (int i = 0; i < sc->ending_count; i++) {
        const GraphNode *ending = &g.nodes[graph_ending(&g, i)];
        assert_true(fabs(ending->tally.count[GRAPH_OFTEN] - forecast.endings[i]) < 1e-5);
    }
    explore_forecast_deinit(&forecast);
    explore_values_deinit(&values);
    explore_deinit(&explored);
    graph_deinit(&g);
    scenario_free(sc);
}

static void test_trust_is_what_the_plays_had(void **state)
{
    (void)state;
    Scenario *sc = market();
    Graph g;
    fill(&g, sc);
    graph_finish(&g);
    Playthrough *play = mem_alloc(sc->play_size);
    assert_true(story_start(sc, play, 1, NULL, NULL));
    for (int i = 0; i < sc->person_count; i++) { // every play begins alike
        assert_true(fabs(g.nodes[0].tally.trust[i] - play_person(sc, play, i)->trust_now) < 1.0);
    }
    int queue = scenario_scene(sc, "queue");
    assert_true(g.nodes[queue].tally.trust[0] < g.nodes[0].tally.trust[0]); // Ode is often let down
    assert_int_equal(graph_least(&g, &g.nodes[queue].tally, 1), 0);
    assert_int_equal(graph_least(&g, &g.nodes[queue].tally, 2), 1);
    assert_int_equal(graph_least(&g, &(GraphTally){ .for_ever = 0.0 }, 3), -1);
    mem_free(play);
    graph_deinit(&g);
    scenario_free(sc);
}

static double tests_of(const Graph *g, const char *option)
{
    for (int i = 0; i < g->stop_count; i++) {
        for (int k = 0; k < g->stops[i].offer_count; k++) {
            const GraphOffer *offer = &g->stops[i].offers[k];
            if (offer->kind == OFFER_OPTION &&
                strcmp(g->scenario->options[offer->x].id, option) == 0) {
                return offer->tally.count[GRAPH_TESTS];
            }
        }
    }
    fail_msg("there is no option %s", option);
    return 0.0;
}

static void test_a_recorded_way_counts_once(void **state)
{
    (void)state;
    Scenario *sc = market();
    Graph g;
    graph_init(&g, sc);
    bool *met_options = mem_alloc(sizeof *met_options * (size_t)sc->option_count);
    assert_true(graph_fill_way(&g, "sky, rest", 1, 1));
    assert_true(graph_fill_way(&g, "friday.sky", 2, 2));
    assert_false(graph_fill_way(&g, "both,nothing.like.that", 3, 3));
    assert_false(graph_fill_way(&g, "sly", 4, 4));
    assert_true(near(tests_of(&g, "sky"), 2.0));
    assert_true(near(tests_of(&g, "both"), 1.0)); // as far as it came
    assert_true(near(tests_of(&g, "ask"), 0.0));
    assert_true(near(g.nodes[0].tally.count[GRAPH_TESTS], 4.0));
    GraphMet met = graph_fill_met(&g, met_options);
    assert_int_equal(met.options, 2);
    assert_int_equal(met.scenes, 2);
    assert_int_equal(met.endings, 0);
    mem_free(met_options);
    graph_deinit(&g);
    scenario_free(sc);
}

static void test_beyond_the_limit_it_is_sampled_and_says_so(void **state)
{
    (void)state;
    Scenario *sc = market();
    Graph g;
    Err err = { 0 };
    Text text = { 0 };
    graph_init(&g, sc);
    assert_true(graph_fill(&g, 5, &err));
    assert_false(g.proved);
    assert_int_equal(g.plays, GRAPH_FILL_MORE);
    graph_finish(&g);
    graph_add_method(&g, &text);
    assert_non_null(strstr(text_str(&text), "Sampled: 100,000 random plays"));
    text_clear(&text);
    const GraphTally none = { .for_ever = 0.0 };
    graph_add_often(&g, &none, &text);
    assert_string_equal(text_str(&text), "not met in 100,000 random plays");
    g.proved = true;
    text_clear(&text);
    graph_add_often(&g, &none, &text);
    assert_string_equal(text_str(&text), "never (proved)");
    text_deinit(&text);
    graph_deinit(&g);
    scenario_free(sc);
}

// Half of all plays go down into the cellar: what lies there is no "never".
static void test_a_loop_without_a_way_out(void **state)
{
    (void)state;
    Scenario *sc = load(PLANKWRIGHT_SOURCE "/tests/explore/data/round.lua");
    Graph g;
    Text text = { 0 };
    fill(&g, sc);
    graph_finish(&g);
    int cellar = scenario_scene(sc, "cellar"), count = 0, found = 0;
    assert_true(fabs(g.for_ever - 0.5) < 1e-6);
    assert_true(fabs(g.nodes[cellar].tally.for_ever - 0.5) < 1e-6);
    assert_int_equal(graph_level(&g, GRAPH_BY_OFTEN, &g.nodes[cellar].tally, 1), 3);
    GraphEdge *edges = graph_edges(&g, &count);
    for (int i = 0; i < count; i++) {
        bool inside = edges[i].from == cellar && edges[i].to == cellar;
        found += inside;
        assert_true(fabs(edges[i].tally.for_ever - (inside ? 0.5 : 0.0)) < 1e-6);
        assert_true(!inside || fabs(edges[i].tally.count[GRAPH_OFTEN] - 0.5) < 1e-6);
    }
    assert_int_equal(found, 1);
    graph_text(&g, GRAPH_BY_OFTEN, &text);
    assert_null(strstr(text_str(&text), "ever (proved)"));
    assert_non_null(strstr(text_str(&text), "feel: Feel along the wall. -- 50 plays in 100 go "
                                            "round here for ever. Goes on to cellar."));
    assert_non_null(strstr(text_str(&text), "There is a loop without a way out"));
    mem_free(edges);
    text_deinit(&text);
    graph_deinit(&g);
    scenario_free(sc);
}

// Where it is not proved, plays stop somewhere, and it is said how many were stopped.
static void test_a_loop_in_random_plays(void **state)
{
    (void)state;
    Scenario *sc = load(PLANKWRIGHT_SOURCE "/tests/explore/data/round.lua");
    Graph g;
    Text text = { 0 };
    graph_init(&g, sc);
    graph_draw(&g, 200, 1, true);
    assert_in_range(g.endless, 60, 140);
    graph_add_method(&g, &text);
    assert_non_null(strstr(text_str(&text), " of them had no end after 2,000 choices"));
    text_deinit(&text);
    graph_deinit(&g);
    scenario_free(sc);
}

// What the graph has is never called "never", and seldom is said in few words.
static void test_how_often_is_said(void **state)
{
    (void)state;
    static const struct {
        double times, for_ever;
        const char *said;
    } cases[] = {
        { 0.0, 0.0, "never (proved)" },
        { 1e-300, 0.0, "less than once in a million plays" },
        { 0.00002, 0.0, "0.02 times in 1,000 plays" },
        { 0.62, 0.0, "62 times in 100 plays" },
        { 0.33, 0.33, "33 plays in 100 go round here for ever" },
        { 0.01, 0.01, "1 play in 100 goes round here for ever" },
        { 1.52, 0.02, "1.5 times a play, and 2 plays in 100 go round here for ever" },
        { 1.0, 1.0, "every play goes round here for ever" },
        { 1.5, 1e-160, "1.5 times a play" },
        { 1e-160, 1e-160, "less than one play in a million goes round here for ever" },
    };
    Text text = { 0 };
    const Graph g = { .proved = true };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        GraphTally tally = { .count = { cases[i].times }, .for_ever = cases[i].for_ever };
        text_clear(&text);
        graph_add_often(&g, &tally, &text);
        assert_string_equal(text_str(&text), cases[i].said);
    }
    text_deinit(&text);
}

static void test_short_numbers(void **state)
{
    (void)state;
    static const struct {
        double times;
        const char *said;
    } cases[] = { { 0.0, "0" },     { 0.002, "<1" },  { 0.0149, "1" },
                  { 0.624, "62" },  { 0.9951, "99" }, { 1.0, "100" },
                  { 1.26, "1.3×" }, { 23.4, "23×" },  { 0.99999, "100" } };
    Text text = { 0 };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        text_clear(&text);
        graph_add_short(cases[i].times, &text);
        assert_string_equal(text_str(&text), cases[i].said);
    }
    text_deinit(&text);
}

// ---- drawing ------------------------------------------------------------------------------------

static void test_the_outline(void **state)
{
    (void)state;
    Scenario *sc = market();
    Graph g;
    Text text = { 0 };
    fill(&g, sc);
    assert_true(graph_fill_way(&g, "both", 1, 1));
    g.tests = 1;
    graph_finish(&g);
    graph_text(&g, GRAPH_BY_ALL, &text);
    test_golden("report/market.txt", text_str(&text));
    for (int i = 0; i < sc->scene_count; i++) { // each scene once
        Text line = { 0 };
        text_addf(&line, "\nScene %s", sc->scenes[i].id);
        const char *first = strstr(text_str(&text), text_str(&line));
        assert_non_null(first);
        assert_null(strstr(first + 1, text_str(&line)));
        text_deinit(&line);
    }
    text_clear(&text);
    graph_text(&g, GRAPH_BY_OFTEN, &text);
    assert_null(strstr(text_str(&text), "Trust:"));
    assert_null(strstr(text_str(&text), "of 1 recorded"));
    text_deinit(&text);
    graph_deinit(&g);
    scenario_free(sc);
}

// In the order in which it is written, and under which condition.
static void test_when_a_scene_goes_on_by_itself(void **state)
{
    (void)state;
    Scenario *sc = load(PLANKWRIGHT_SOURCE "/tests/explore/data/forks.lua");
    Graph g;
    Text text = { 0 }, lines = { 0 };
    fill(&g, sc);
    graph_finish(&g);
    graph_text(&g, GRAPH_BY_TESTS, &text);
    for (const char *at = text_str(&text); (at = strstr(at, "\n")) != NULL;) {
        at++;
        int length = (int)strcspn(at, "\n");
        bool scene = strncmp(at, "Scene ", 6) == 0;
        bool by_itself = strncmp(at, "   Goes on by itself to ", 24) == 0;
        text_addf(&lines, "%s%.*s",
                  scene       ? "\n"
                  : by_itself ? " | "
                              : "",
                  scene       ? (int)strcspn(at + 6, ",.\n")
                  : by_itself ? length - 24
                              : 0,
                  at + (scene ? 6 : 24));
    }
    assert_string_equal(
        text_str(&lines),
        "\nstart"
        "\nchain | drawn when kept(note). | inner otherwise, when no(is(b)). | stops otherwise."
        "\ninner | drawn when is(a) and is(c). | stops when no(is(a)) and no(is(c)). | asked "
        "otherwise."
        "\nstops | drawn when no(is(c))."
        "\ndrawn | asked when chance has it so (1 of 3). | last otherwise."
        "\nasked | last when Ines or Paul crosses, or when Ines or Paul turns back, otherwise."
        " | ending out when Ines or Paul turns back and is(a)."
        "\nlast | ending out.");
    text_deinit(&lines);
    text_deinit(&text);
    graph_deinit(&g);
    scenario_free(sc);
}

// What is just below "sound" is not said to have as many planks as what is.
static void test_a_word_and_its_planks_agree(void **state)
{
    (void)state;
    static const struct {
        double trust;
        const char *said;
    } cases[] = { { 599999.0, "worn 5.9" },
                  { 600000.0, "sound 6.0" },
                  { 999999.0, "sound 9.9" },
                  { 1000000.0, "sound 10.0" },
                  { 40000.0, "down 0.4" } };
    Scenario *sc = market();
    Graph g = { .scenario = sc };
    Text text = { 0 };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        GraphTally tally = { .count = { [GRAPH_DRAWN] = 1.0 }, .trust = { cases[i].trust } };
        text_clear(&text);
        graph_add_trust(&g, &tally, 0, &text);
        assert_string_equal(text_str(&text), cases[i].said);
    }
    text_deinit(&text);
    scenario_free(sc);
}

// An answer as dot would give it: all cards in a column, from card `first` on; the points of a line.
static void answer(const GraphLayout *layout, const Graph *g, int first, const char *points,
                   Text *out)
{
    text_addf(out, "graph 1 10 %d\n", 2 * g->node_count);
    for (int i = first; i < g->node_count; i++) {
        text_addf(out, "node %d 5 %d 4 1 \"\" solid box black lightgrey\n", i,
                  2 * g->node_count - 2 * i);
    }
    for (int i = 0; i < layout->edge_count; i++) {
        text_addf(out, "edge %d %d %s \"<TABLE>\" 1.5 2 solid black\n", layout->edges[i].from,
                  layout->edges[i].to, points);
    }
    text_add(out, "stop\n");
}

static void test_only_an_answer_is_a_layout(void **state)
{
    (void)state;
    Scenario *sc = market();
    Graph g;
    GraphLayout layout;
    Text text = { 0 };
    Err err = { 0 };
    fill(&g, sc);
    graph_finish(&g);
    graph_layout_init(&layout, &g);
    static const char spline[] = "4 1 1 1.5 2 2 2.5 3 3";
    answer(&layout, &g, 0, spline, &text);
    for (size_t cut = 0; cut + 6 < text.length; cut += 7) { // never accepted in part, never a crash
        GraphLayout part;
        Text some = { 0 };
        text_add_n(&some, text_str(&text), cut);
        graph_layout_init(&part, &g);
        assert_false(graph_layout_read(&part, &g, text_str(&some), &err));
        assert_int_equal(err.kind, ERR_SYSTEM);
        graph_layout_deinit(&part);
        text_deinit(&some);
    }
    static const char *const wrong[] = {
        "",
        "graph",
        "graph 1 1 1\nnode 999 1 1\nstop\n",
        "graph 1 1 1\nedge 0 0 4 1 1\n",
        "graph 1 1 1\nedge 0 1 -4 1 1\nstop\n",
        "graph 1 1e99 1\nstop\n",
        "graph 1 nan nan\nnode nan 1 1\nstop",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        GraphLayout part;
        graph_layout_init(&part, &g);
        assert_false(graph_layout_read(&part, &g, wrong[i], &err));
        graph_layout_deinit(&part);
    }
    for (int i = 0; i < 2; i++) { // a card is missing; a line is no spline
        GraphLayout part;
        Text some = { 0 };
        graph_layout_init(&part, &g);
        answer(&part, &g, i == 0 ? 1 : 0, i == 0 ? spline : "5 1 1 1.5 2 2 2.5 3 3 4 4", &some);
        assert_false(graph_layout_read(&part, &g, text_str(&some), &err));
        graph_layout_deinit(&part);
        text_deinit(&some);
    }
    assert_true(graph_layout_read(&layout, &g, text_str(&text), &err));
    assert_true(near((double)layout.width, 720.0));
    assert_true(near((double)layout.lines[0].points[3].x, 216.0));
    float first = layout.cards[0].y + layout.heights[0] / 2.0f;
    assert_true(near((double)(layout.cards[1].y + layout.heights[1] / 2.0f - first), 144.0));
    text_deinit(&text);
    graph_layout_deinit(&layout);
    graph_deinit(&g);
    scenario_free(sc);
}

static const char nasty[] =
    "scenario { id = \"nasty\", version = 1, title = \"<b>Tom & \\\"Jerry\\\"</b>\", minutes = 1,\n"
    "  days = { \"Mon\" }, hours = { \"09:00\", \"17:00\" } }\n"
    "local a = person \"a\" { name = \"A <script>alert(1)</script> B\" }\n"
    "scene \"one\" { \"<img src=x> & so on.\", a \"</article>\",\n"
    "  choice { option \"x\" \"<script>alert(2)</script>\" { \"<i>\", go \"two\" },\n"
    "    option \"y\" \"]]> &amp; -->\" { ending \"e\" } } }\n"
    "scene \"two\" { ending \"e\" }\n"
    "scene \"three\" { \"Nobody comes here.\", ending \"e\" }\n"
    "ending \"e\" { title = \"<u>\", kind = \"apart\", \"</style>\" }\n";

static int count_of(const char *text, const char *what)
{
    int count = 0;
    for (; (text = strstr(text, what)) != NULL; text++) {
        count++;
    }
    return count;
}

static void check_harmless(const char *document, int scripts)
{
    static const char *const never[] = { "<img", "<b>Tom", "alert(1)</script>", "alert(2)</script>",
                                         "<u>",  "src=x>", "@import",           "url(" };
    for (size_t i = 0; i < sizeof never / sizeof *never; i++) {
        if (strstr(document, never[i]) != NULL) {
            fail_msg("the document has %s in it", never[i]);
        }
    }
    assert_int_equal(count_of(document, "<script"), scripts);
    assert_int_equal(count_of(document, "href="), count_of(document, "href=\"#"));
    assert_int_equal(count_of(document, "://"), count_of(document, "http://www.w3.org/2000/svg"));
}

static void test_words_stay_words(void **state)
{
    (void)state;
    const char *folder = test_folder("nasty");
    char path[300];
    snprintf(path, sizeof path, "%s/scenario.lua", folder);
    test_write(path, nasty, sizeof nasty - 1);
    Scenario *sc = load(folder);
    Graph g;
    GraphLayout layout;
    Text text = { 0 };
    Err err = { 0 };
    fill(&g, sc);
    graph_finish(&g);
    graph_layout_init(&layout, &g);
    answer(&layout, &g, 0, "4 1 1 1.5 2 2 2.5 3 3", &text);
    assert_true(graph_layout_read(&layout, &g, text_str(&text), &err));
    for (int by = 0; by < GRAPH_BYS; by++) {
        text_clear(&text);
        graph_svg(&g, &layout, (GraphBy)by, &text);
        check_harmless(text_str(&text), 0);
        text_clear(&text);
        graph_page(&g, &layout, (GraphBy)by, "", &text);
        check_harmless(text_str(&text), 1);
        assert_non_null(strstr(text_str(&text), "&lt;img src=x&gt; &amp; so on."));
        text_clear(&text);
        graph_page(&g, NULL, (GraphBy)by, "<u>not</u> here", &text);
        check_harmless(text_str(&text), 1);
        assert_non_null(strstr(text_str(&text), "&lt;u&gt;not&lt;/u&gt; here"));
    }
    // what nothing leads to is there, and is said to be so
    assert_non_null(strstr(text_str(&text), "id=\"s-three\""));
    assert_non_null(strstr(text_str(&text), "never (proved)"));
    text_deinit(&text);
    graph_layout_deinit(&layout);
    graph_deinit(&g);
    scenario_free(sc);
}

// ---- contrast -----------------------------------------------------------------------------------

static double linear(long byte)
{
    double c = (double)byte / 255.0;
    return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(const char *colour) // "#rrggbb"
{
    long all = strtol(colour + 1, NULL, 16);
    return 0.2126 * linear(all >> 16) + 0.7152 * linear(all >> 8 & 255) +
           0.0722 * linear(all & 255);
}

static double contrast(const char *a, const char *b)
{
    double x = luminance(a), y = luminance(b);
    return (x > y ? x + 0.05 : y + 0.05) / (x > y ? y + 0.05 : x + 0.05);
}

static void test_contrast(void **state)
{
    (void)state;
    static const char ink[] = "#2b2233", paper[] = "#fbf3e2", soft[] = "#5a4c5e",
                      card[] = "#fffaf0";
    for (int by = 0; by < GRAPH_BYS; by++) {
        for (int level = 0; level < GRAPH_LEVELS; level++) {
            assert_true(contrast(ink, style_fill((GraphBy)by, level)) >= 6.0);   // words
            assert_true(contrast(paper, style_line((GraphBy)by, level)) >= 3.0); // lines
            for (int other = 0; other < level;
                 other++) { // neighbours can be told by shape or light
                assert_true(style_is_dashed((GraphBy)by, level) ||
                            style_is_dashed((GraphBy)by, other) ||
                            contrast(style_line((GraphBy)by, level),
                                     style_line((GraphBy)by, other)) > 1.15);
            }
        }
    }
    assert_true(contrast(soft, paper) >= 4.5 && contrast(soft, card) >= 4.5);
    assert_true(contrast("#a5392c", paper) >= 4.5 && contrast("#a5392c", card) >= 4.5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_comes_in_goes_out),
        cmocka_unit_test(test_random_plays_agree_with_the_explorer),
        cmocka_unit_test(test_graph_and_forecast_say_the_same),
        cmocka_unit_test(test_trust_is_what_the_plays_had),
        cmocka_unit_test(test_a_recorded_way_counts_once),
        cmocka_unit_test(test_beyond_the_limit_it_is_sampled_and_says_so),
        cmocka_unit_test(test_a_loop_without_a_way_out),
        cmocka_unit_test(test_a_loop_in_random_plays),
        cmocka_unit_test(test_how_often_is_said),
        cmocka_unit_test(test_short_numbers),
        cmocka_unit_test(test_the_outline),
        cmocka_unit_test(test_when_a_scene_goes_on_by_itself),
        cmocka_unit_test(test_a_word_and_its_planks_agree),
        cmocka_unit_test(test_only_an_answer_is_a_layout),
        cmocka_unit_test(test_words_stay_words),
        cmocka_unit_test(test_contrast),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
