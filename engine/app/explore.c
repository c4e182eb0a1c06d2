// The command `explore`: what fair plays of a scenario come to, and what follows from each choice.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"
#include "app/explore_show.h"
#include "app/hands.h"
#include "app/library.h"
#include "app/trace.h"
#include "explore/plays.h"

#include <string.h>

typedef struct Wish {
    bool as_json;
    uint64_t limit;
} Wish;

static const char *why_not(const ExploreGraph *graph, bool explored, const Wish *wish, Text *out)
{
    if (!explored) {
        text_add(out, "the story does not begin");
    } else if (graph->overflow) {
        text_add(out, "one turn asks more chances than are followed");
    } else {
        unsigned long long seen = explore_state_count(graph); // fewer where it stopped before
        text_addf(out, "there are more than %llu states", seen < wish->limit ? seen : wish->limit);
    }
    return text_str(out);
}

static void tell_troubles(const ExploreGraph *graph)
{
    static const char *const names[] = { "soft-lock", "the story stops",
                                         "an always does not hold" };
    for (int i = 0; i < graph->trouble_count; i++) {
        fprintf(stderr, "plankwright: %s: %s\n", names[graph->troubles[i].kind],
                graph->troubles[i].err.message);
    }
    if (graph->trouble_count > 0) {
        fprintf(stderr, "plankwright: plankwright check shows the ways there\n");
    }
}

static void show(const ExploreForecast *forecast, const ExploreShown *shown, bool as_json)
{
    if (!as_json) {
        explore_show(forecast, shown);
        return;
    }
    Text out = { 0 };
    Json json = json_to(&out);
    explore_show_json(&json, forecast, shown);
    puts(text_str(&out));
    text_deinit(&out);
}

static int explore(const Scenario *scenario, const Wish *wish)
{
    ExploreGraph graph;
    ExploreValues values;
    ExploreForecast forecast;
    Hands *hands = hands_new(0);
    ExploreOptions options = { .state_limit = (uint32_t)wish->limit,
                               .forget = true,
                               .merge = true,
                               .hands = hands_of(hands) };
    Err err = { 0 };
    Text why = { 0 };
    app_says_it_walks(scenario->id);
    double start = trace_now_milliseconds();
    bool explored = explore_init(&graph, scenario, &options, &err);
    hands_free(hands);
    if (!explored) {
        explore_deinit(&graph);
        return app_fail(&err);
    }
    bool proved = graph.complete && !graph.overflow;
    ExploreShown shown = { .limit = options.state_limit };
    shown.states = explore_state_count(&graph);
    shown.edges = graph.edge_count;
    if (proved) {
        explore_values_init(&values, &graph);
    }
    shown.seconds = (trace_now_milliseconds() - start) / 1e3;
    shown.why_not = proved ? NULL : why_not(&graph, explored, wish, &why);
    tell_troubles(&graph);
    explore_forecast_init(&forecast, scenario, &graph, proved ? &values : NULL,
                          EXPLORE_FORECAST_PLAYS);
    show(&forecast, &shown, wish->as_json);
    explore_forecast_deinit(&forecast);
    if (proved) {
        explore_values_deinit(&values);
    }
    explore_deinit(&graph);
    text_deinit(&why);
    fflush(stdout);
    return ferror(stdout) ? app_fail(&(Err){ .kind = ERR_SYSTEM,
                                             .message = "standard output cannot be written" })
                          : 0;
}

static bool sensible(const Wish *wish, const AppWords *words, Err *err)
{
    if (words->count == 0) {
        err_set(err, ERR_USAGE, "explore needs a scenario");
        return err_fix(err, "for example: plankwright explore late-brief");
    }
    if (wish->limit < 1 || wish->limit > EXPLORE_STATES_MAX) {
        err_set(err, ERR_USAGE, "--limit %llu is not a number of states that can be kept",
                (unsigned long long)wish->limit);
        return err_fix(err, "give one from 1 to %d", EXPLORE_STATES_MAX);
    }
    return true;
}

static int run(int argc, char **argv)
{
    Wish wish = { .limit = EXPLORE_STATES_MAX };
    const AppOption options[] = { { "--json", APP_FLAG, &wish.as_json, NULL },
                                  { "--limit", APP_NUMBER, &wish.limit, NULL } };
    AppWords words;
    Err err = { 0 };
    if (!app_options(argc, argv, options, sizeof options / sizeof *options, 1, &words, &err) ||
        !sensible(&wish, &words, &err)) {
        return app_fail(&err);
    }
    char data[PATHS_SIZE] = "";
    paths_data(NULL, data, NULL);
    Scenario *scenario = library_load(words.items[0], data, &err);
    if (scenario == NULL) {
        return app_fail(&err);
    }
    int code = explore(scenario, &wish);
    scenario_free(scenario);
    return code;
}

const AppCommand app_explore = {
    "explore",
    run,
    "shows what fair plays come to, and what follows from each choice",
    "usage: plankwright explore SCENARIO [--json] [--limit STATES]\n\n"
    "Walks every way through a scenario and tells the chance of each ending when every open "
    "choice\n"
    "is as likely as another, and for each choice how often it is taken and what follows: the\n"
    "chance of each ending, and how far the colleagues trust the player at the end. Where there\n"
    "are more states than the limit it says so, and 20,000 seeded plays stand in. Trust and "
    "length\n"
    "always come from these plays.\n"
    "  --json           one object; the manual page (man plankwright) has its members\n"
    "  --limit STATES   the most states that are kept; 20,000,000 unless told\n"
    "Exit codes: 0 all right, 2 wrong usage, 3 bad scenario, 4 the output cannot be written.",
};
