// The command `check`: every mistake the loader finds, then every state of the story, or as many as
// the limit allows, and seeded plays; several scenarios at once. What is found and how it is shown is not
// known here.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#include "app/check_show.h"
#include "app/hands.h"
#include "app/jobs.h"
#include "app/library.h"
#include "app/log.h"
#include "app/mistakes.h"
#include "app/trace.h"
#include "app/translations.h"
#include "base/file.h"
#include "base/text.h"
#include "script/script.h"

#include <string.h>

typedef struct Request {
    bool as_json, strict, plain;
    uint64_t limit, jobs;
    bool limit_given, jobs_given;
    int hands; // on each scenario; 0: as many as there are processors
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
    Hands *hands = hands_new(request->hands);
    ExploreCheckOptions options = { .state_limit = (uint32_t)request->limit,
                                    .hands = hands_of(hands) };
    app_says_it_walks(name);
    double start = trace_now_milliseconds();
    explore_check_init(&check, scenario, &options);
    CheckShown shown = { name, (trace_now_milliseconds() - start) / 1e3, request->plain };
    findings->errors += explore_check_count(&check, FINDING_ERROR);
    findings->warnings += explore_check_count(&check, FINDING_WARNING);
    if (request->as_json) {
        print_json(scenario->id, mistakes, &check, &shown, folder, findings);
    } else {
        check_print(&check, &shown);
        translations_print(folder, &findings->errors, &findings->warnings);
    }
    explore_check_deinit(&check);
    hands_free(hands);
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
        (request->plain ? mistakes_print_plain : mistakes_print)(stdout, &mistakes);
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
        { "--plain", APP_FLAG, &request->plain, NULL },
        { "--limit", APP_NUMBER, &request->limit, &request->limit_given },
        { "--jobs", APP_NUMBER, &request->jobs, &request->jobs_given },
    };
    if (!app_options(argc, argv, options, 5, APP_WORDS_MAX, words, err)) {
        return false;
    }
    if (request->jobs_given && (request->jobs == 0 || request->jobs > JOBS_AT_ONCE_MAX)) {
        err_set(err, ERR_USAGE, "--jobs takes a number from 1 to %d", JOBS_AT_ONCE_MAX);
        return err_fix(err, "leave it out for as many as there are processors");
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

typedef struct Checking {
    const Request *request;
    const AppWords *words;
    char data[PATHS_SIZE];
} Checking;

// The exit code of one scenario.
static int check_piece(const void *context, int i)
{
    const Checking *checking = context;
    const char *name = checking->words->items[i];
    Findings findings = { 0, 0 };
    crash_scenario(name);
    int code = check_one(name, checking->data, checking->request, &findings);
    bool found = findings.errors > 0 || (checking->request->strict && findings.warnings > 0);
    return code > 0 ? code : found ? 1 : 0;
}

static int run(int argc, char **argv)
{
    Request request;
    AppWords words;
    Err err = { 0 };
    if (!read_request(argc, argv, &request, &words, &err)) {
        return app_fail(&err);
    }
    request.hands = words.count > 1 ? 1 : (int)request.jobs;
    Checking checking = { .request = &request, .words = &words };
    paths_data(NULL, checking.data, NULL);
    int64_t sizes[APP_WORDS_MAX] = { 0 };
    for (int i = 0; i < words.count && words.count > 1; i++) {
        char folder[PATHS_SIZE];
        bool found = library_folder(words.items[i], checking.data, folder, &err);
        sizes[i] = found ? library_bytes(folder) : 0;
    }
    Jobs jobs = { .count = words.count,
                  .names = words.items,
                  .sizes = sizes,
                  .at_once = request.jobs_given ? (int)request.jobs : jobs_processors(),
                  .between = request.as_json ? "" : "\n",
                  .work = check_piece,
                  .context = &checking };
    return jobs_run(&jobs);
}

const AppCommand app_check = {
    "check",
    run,
    "finds the mistakes of a scenario, by every state it can come to",
    "usage: plankwright check PATH... [--json] [--plain] [--limit STATES] [--strict] [--jobs N]\n\n"
    "PATH is a scenario's folder or id. Prints its mistakes with place and remedy; if it loads, "
    "every state\n"
    "that a play can come to is looked at, and 20,000 seeded plays are played. Each finding says "
    "whether it\n"
    "is proved or was met, and the shortest way there, ready to paste.\n"
    "plankwright explain PW-801 says more of a code.\n"
    "  --json     one object a scenario; the manual page (man plankwright) has its members\n"
    "  --plain    a line for each mistake and finding, without the excerpt and its mark: to be "
    "listened to,\n"
    "             and for an editor's list of errors\n"
    "  --limit N  at most that many states, 5,000,000 where not said; beyond them nothing is "
    "proved\n"
    "  --strict   warnings count as findings\n"
    "  --jobs N   of several scenarios as many at once, or as many threads on one; as many as "
    "there "
    "are\n"
    "             processors where not said; what is printed does not depend on it; 1 takes the "
    "least "
    "memory\n"
    "Exit codes: 0 all right (warnings are), 1 findings, 2 wrong usage, 3 nothing to check there.",
};
