// The command `check`: every mistake the loader finds, then every state of the story, or as many as
// the limit allows, and seeded plays. What is found and how it is shown is not known here.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#include "app/check_show.h"
#include "app/library.h"
#include "app/mistakes.h"
#include "app/trace.h"
#include "app/translations.h"
#include "base/file.h"
#include "base/text.h"
#include "script/script.h"

#include <string.h>

typedef struct Request {
    bool as_json, strict;
    uint64_t limit;
    bool limit_given;
} Request;

typedef struct Findings {
    int errors, warnings;
} Findings;

static void print_json(const char *name, const ScriptDiagnostics *mistakes,
                       const ExploreCheck *check, const CheckShown *shown, const char *folder,
                       Findings *findings)
{
    Text text = { 0 };
    Json json = json_to(&text);
    json_begin(&json, NULL, '{');
    json_string(&json, "scenario", name);
    mistakes_json(&json, mistakes);
    if (check != NULL) {
        check_json(&json, check, shown);
        translations_json(&json, folder, &findings->errors, &findings->warnings);
    }
    json_end(&json, '}');
    puts(text_str(&text));
    text_deinit(&text);
}

static void check_story(const Scenario *scenario, const char *name, const char *folder,
                        const Request *request, const ScriptDiagnostics *mistakes,
                        Findings *findings)
{
    ExploreCheck check;
    ExploreCheckOptions options = { .state_limit = (uint32_t)request->limit };
    app_says_it_walks(name);
    double start = trace_now_milliseconds();
    explore_check_init(&check, scenario, &options);
    CheckShown shown = { name, (trace_now_milliseconds() - start) / 1e3 };
    findings->errors += explore_check_count(&check, FINDING_ERROR);
    findings->warnings += explore_check_count(&check, FINDING_WARNING);
    if (request->as_json) {
        print_json(scenario->id, mistakes, &check, &shown, folder, findings);
    } else {
        check_print(&check, &shown);
        translations_print(folder, &findings->errors, &findings->warnings);
    }
    explore_check_deinit(&check);
}

// Exit code 3 when there is nothing to check at that place, else 0; findings are counted.
static int check_one(const char *name, const char *data, const Request *request, Findings *findings)
{
    char folder[PATHS_SIZE];
    Err err = { 0 };
    if (!library_folder(name, data, folder, &err)) {
        return app_fail(&err);
    }
    if (!file_exists(folder) && !file_is_folder(folder)) {
        err_set(&err, ERR_INPUT, "there is nothing at %.200s", folder);
        err_fix(&err, "give a scenario's folder or id");
        return app_fail(&err);
    }
    ScriptDiagnostics mistakes = { 0 };
    Scenario *scenario = script_load(folder, &mistakes, &err);
    int code = 0;
    if (scenario) {
        check_story(scenario, name, folder, request, &mistakes, findings);
        scenario_free(scenario);
    } else if (mistakes.count == 0) {
        code = app_fail(&err);
    } else if (request->as_json) {
        findings->errors += mistakes.count;
        print_json(name, &mistakes, NULL, NULL, folder, findings);
    } else {
        findings->errors += mistakes.count;
        mistakes_print(stdout, &mistakes);
    }
    script_diagnostics_deinit(&mistakes);
    return code;
}

static bool read_request(int argc, char **argv, Request *request, AppWords *words, Err *err)
{
    *request = (Request){ .as_json = false };
    const AppOption options[] = {
        { "--json", APP_FLAG, &request->as_json, NULL },
        { "--strict", APP_FLAG, &request->strict, NULL },
        { "--limit", APP_NUMBER, &request->limit, &request->limit_given },
    };
    if (!app_options(argc, argv, options, 3, APP_WORDS_MAX, words, err)) {
        return false;
    }
    if (request->limit_given && (request->limit == 0 || request->limit > EXPLORE_STATES_MAX)) {
        err_set(err, ERR_USAGE, "--limit takes a number of states from 1 to %d",
                EXPLORE_STATES_MAX);
        return err_fix(err, "leave it out for %d", EXPLORE_CHECK_STATES);
    }
    if (words->count == 0) {
        err_set(err, ERR_USAGE, "check needs a scenario");
        return err_fix(err, "for example: plankwright check late-brief");
    }
    return true;
}

static int run(int argc, char **argv)
{
    Request request;
    AppWords words;
    Err err = { 0 };
    if (!read_request(argc, argv, &request, &words, &err)) {
        return app_fail(&err);
    }
    char data[PATHS_SIZE] = "";
    paths_data(NULL, data, NULL);
    Findings findings = { 0, 0 };
    int worst = 0;
    for (int i = 0; i < words.count; i++) {
        if (i > 0 && !request.as_json) {
            putchar('\n');
        }
        int code = check_one(words.items[i], data, &request, &findings);
        fflush(stdout);
        worst = code > worst ? code : worst;
    }
    bool found = findings.errors > 0 || (request.strict && findings.warnings > 0);
    return worst > 0 ? worst : found ? 1 : 0;
}

const AppCommand app_check = {
    "check",
    run,
    "finds the mistakes of a scenario, by every state it can come to",
    "usage: plankwright check PATH... [--json] [--limit STATES] [--strict]\n\n"
    "PATH is a scenario's folder or id. Prints its mistakes with place and remedy; if it loads, "
    "every state\n"
    "that a play can come to is looked at, and 20,000 seeded plays are played. Each finding says "
    "whether it\n"
    "is proved or was met, and the shortest way there, ready to paste.\n"
    "plankwright explain PW-801 says more of a code.\n"
    "  --json     one object a scenario (engine/explore/README.md, \"For programs\")\n"
    "  --limit N  at most that many states, 2,500,000 where not said; beyond them nothing is "
    "proved\n"
    "  --strict   warnings count as findings\n"
    "Exit codes: 0 all right (warnings are), 1 findings, 2 wrong usage, 3 nothing to check there.",
};
