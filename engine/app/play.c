// The command `play`: decides between window, terminal and a given way.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#include "app/log.h"
#include "app/play.h"
#include "base/text.h"
#include "term/play.h"

#include <stdlib.h>
#include <string.h>

typedef struct PlayArguments {
    PlayRequest request;
    bool text, choices_given;
    const char *choices, *data, *language;
} PlayArguments;

static bool read_arguments(int argc, char **argv, PlayArguments *out, Err *err)
{
    *out = (PlayArguments){ .text = false };
    const AppOption options[] = {
        { "--text", APP_FLAG, &out->text, NULL },
        { "--choices", APP_TEXT, &out->choices, &out->choices_given },
        { "--seed", APP_NUMBER, &out->request.seed, &out->request.seed_given },
        { "--data", APP_TEXT, &out->data, NULL },
        { "--fresh", APP_FLAG, &out->request.fresh, NULL },
        { "--lang", APP_TEXT, &out->language, NULL },
        { "--at", APP_NOT_YET, NULL, NULL },
        { "--live", APP_NOT_YET, NULL, NULL },
        { "--guided", APP_NOT_YET, NULL, NULL },
        { "--help", APP_FLAG, &out->text, NULL },
    };
    AppWords words;
    if (!app_options(argc, argv, options, (int)(sizeof options / sizeof *options), 1, &words,
                     err)) {
        return false;
    }
    out->request.scenario = words.count > 0 ? words.items[0] : NULL;
    if (out->language && strcmp(out->language, "en") != 0) {
        err_set(err, ERR_USAGE, "--lang %.20s is not there yet in this version", out->language);
        return err_fix(err, "scenarios are in English: leave --lang out");
    }
    if (out->choices_given && !out->request.scenario) {
        err_set(err, ERR_USAGE, "--choices needs a scenario to play");
        return err_fix(err, "for example: plankwright play late-brief --choices %.60s",
                       out->choices);
    }
    Err no_home = { 0 }; // then play_store says that nothing can be kept
    return paths_data(out->data, out->request.data, out->data ? err : &no_home) || !out->data;
}

// ---- what window and terminal share -----------------------------------------------------------------

Store *play_store(const PlayRequest *request, Err *notice, bool *first_start)
{
    Store *store = store_open(request->data[0] ? request->data : "/dev/null/plankwright", notice);
    if (!request->data[0]) {
        err_set(notice, ERR_SYSTEM,
                "there is no home folder; you can play, but it will not be kept");
        err_fix(notice, "give a folder with --data DIR");
    }
    *first_start = store_is_fresh(store);
    if (notice->kind != ERR_NONE) {
        log_line("store: %s", notice->message);
    }
    return store;
}

void play_first_words(const Store *store, char *out, int out_size)
{
    snprintf(out, (size_t)out_size,
             "Each choice you make is kept in %s, so that you can stop at any moment and go on "
             "where you "
             "were. Nothing leaves this computer, and deleting that file forgets everything.",
             store_path(store));
}

bool play_begin(const PlayRequest *request, Scenario *taken_scenario, Store *store,
                Session *session, Resume *resume, Err *err)
{
    StorePlaythrough kept;
    *resume = (Resume){ .kind = RESUME_EXACT };
    bool go_on = !request->fresh && store_latest_open(store, taken_scenario->id, &kept) &&
                 (!request->seed_given || request->seed == kept.seed);
    if (go_on) {
        return session_resume(session, taken_scenario, store, &kept, resume, err);
    }
    uint64_t seed = request->seed_given ? request->seed : session_draw_seed();
    return session_start(session, taken_scenario, store, seed, err);
}

// ---- a given way ------------------------------------------------------------------------------------

static int play_choices(const PlayArguments *arguments)
{
    Err err = { 0 };
    Scenario *scenario = library_load(arguments->request.scenario, arguments->request.data, &err);
    if (!scenario) {
        return app_fail(&err);
    }
    StoryHistory history;
    int code = 0;
    uint64_t seed = arguments->request.seed_given ? arguments->request.seed : 1;
    crash_scenario(scenario->id);
    if (history_open(&history, scenario, seed, &err)) {
        TermPrinter printer = term_printer_plain(stdout);
        bool good = term_transcript(&printer, &history, arguments->choices, &err);
        fflush(stdout);
        code = good ? 0 : app_fail(&err);
        history_close(&history);
    } else {
        code = app_fail(&err);
    }
    scenario_free(scenario);
    return code;
}

static bool has_display(void)
{
#ifdef PLANKWRIGHT_HEADLESS
    return false;
#else
    static const char *const names[] = { "DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && value[0]) {
            return true;
        }
    }
    return false;
#endif
}

static int run(int argc, char **argv)
{
    PlayArguments arguments;
    Err err = { 0 };
    if (!read_arguments(argc, argv, &arguments, &err)) {
        return app_fail(&err);
    }
    if (arguments.choices_given) {
        return play_choices(&arguments);
    }
    // A scenario that cannot be played is told before a window or a file is opened.
    Scenario *scenario = NULL;
    if (arguments.request.scenario &&
        !(scenario = library_load(arguments.request.scenario, arguments.request.data, &err))) {
        return app_fail(&err);
    }
    if (!arguments.text && has_display()) {
        int code = play_in_window(&arguments.request, scenario, &err);
        if (code >= 0) {
            return code;
        }
        log_line("no window: %s", err.message);
        fprintf(stderr, "plankwright: no window: %s; playing in the terminal\n", err.message);
    } else if (!arguments.text) {
        fprintf(stderr, "plankwright: there is no display here; playing in the terminal\n");
    }
    return play_in_terminal(&arguments.request, scenario);
}

const AppCommand app_play = {
    "play",
    run,
    "plays a scenario, or shows those that can be played",
    "usage: plankwright [play] [SCENARIO] [options]\n\n"
    "SCENARIO is the id of a shipped scenario or the path of a scenario folder; without it, the "
    "library.\n"
    "  --text            play by lines: a number, an id, undo, look, ledger, history, quit, ?\n"
    "  --choices A,B,C   play these options, print the transcript, stop where the list ends\n"
    "  --seed N          the chances of this play; without it one is drawn (--choices: 1)\n"
    "  --fresh           start from the beginning, also where a playthrough could go on\n"
    "  --data DIR        keep playthroughs in DIR instead of the folder of your desktop\n"
    "  --lang en         the language of the scenario\n"
    "Exit codes: 0 all right, 2 wrong usage, 3 bad scenario or way, 4 the system would not.",
};
