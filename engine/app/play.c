// The command `play`: decides between window, terminal and a given way.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#include "app/at.h"
#include "app/drilling.h"
#include "app/learner.h"
#include "app/log.h"
#include "app/play.h"
#include "app/profiles.h"
#include "app/translations.h"
#include "base/file.h"
#include "base/say.h"
#include "base/text.h"
#include "term/play.h"

#include <stdlib.h>
#include <string.h>

typedef struct PlayArguments {
    PlayRequest request;
    bool text, choices_given;
    const char *choices, *data, *language, *scene; // scene: --at
    const char *drill;
    AtWay at;
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
        { "--at", APP_TEXT, &out->scene, NULL },
        { "--live", APP_FLAG, &out->request.live, NULL },
        { "--drill", APP_TEXT, &out->drill, &out->request.drill },
        { "--guided", APP_FLAG, &out->request.guided, NULL },
        { "--aloud", APP_FLAG, &out->request.aloud, NULL },
        { "--help", APP_FLAG, &out->text, NULL },
    };
    AppWords words;
    if (!app_options(argc, argv, options, (int)(sizeof options / sizeof *options), 1, &words,
                     err)) {
        return false;
    }
    out->request.scenario = words.count > 0 ? words.items[0] : NULL;
    if (!translations_begin(out->language, err)) {
        return false;
    }
    out->request.language_given = out->language != NULL;
    if (out->choices_given && out->request.live) {
        err_set(err, ERR_USAGE, "--live and --choices do not go together");
        return err_fix(err, "--choices prints one way and ends; leave one of them out");
    }
    if (out->request.guided && (out->choices_given || out->scene || out->request.live)) {
        err_set(err, ERR_USAGE, "--guided does not go together with --choices, --at or --live");
        return err_fix(err, "leave one of them out");
    }
    if (out->drill && (out->choices_given || out->scene || out->request.live ||
                       out->request.guided || out->request.seed_given)) {
        err_set(err, ERR_USAGE,
                "--drill does not go together with --choices, --at, --live, --guided or --seed");
        return err_fix(err, "leave one of them out");
    }
    if (out->drill && !out->request.scenario) {
        err_set(err, ERR_USAGE, "--drill needs a scenario");
        return err_fix(err, "for example: plankwright play her-agenda --drill %.60s", out->drill);
    }
    if (out->choices_given && !out->request.scenario) {
        err_set(err, ERR_USAGE, "--choices needs a scenario to play");
        return err_fix(err, "for example: plankwright play late-brief --choices %.60s",
                       out->choices);
    }
    if (out->scene && !out->request.scenario) {
        err_set(err, ERR_USAGE, "--at needs a scenario to play");
        return err_fix(err, "for example: plankwright play late-brief --at friday");
    }
    Err no_home = { 0 }; // then play_store says that nothing can be kept
    return paths_data(out->data, out->request.data, out->data ? err : &no_home) || !out->data;
}

// ---- what window and terminal share -----------------------------------------------------------------

Store *play_store(const PlayRequest *request, Err *notice, bool *first_start)
{
    char folder[PATHS_SIZE] = "/dev/null/plankwright";
    if (request->data[0]) {
        profiles_folder(request->data, folder);
    }
    Store *store = store_open(folder, notice);
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

// The folder, not the file in it: the pages that somebody keeps lie there too.
static void tell_folder(const Store *store, char out[PATHS_SIZE])
{
    char folder[PATHS_SIZE];
    snprintf(folder, sizeof folder, "%s", store_path(store));
    char *slash = strrchr(folder, '/');
    if (slash && slash != folder) {
        *slash = '\0';
    }
    paths_short(folder, out);
}

// As short as it can be: it stands in a narrow card beside the first story, and whoever starts for the first
// time reads no second page.
void play_first_words(Store *store, char *out, int out_size)
{
    char folder[PATHS_SIZE], time[240];
    tell_folder(store, folder);
    snprintf(out, (size_t)out_size,
             say("Each choice is kept in %s, so you can stop at any moment. Nothing leaves this "
                 "computer. Delete that folder, and all is forgotten."),
             folder);
    size_t n = strlen(out);
    if (store_keep_days(store) != COURSE_KEEP_ALWAYS) {
        learner_keep_words(store, time, (int)sizeof time);
        snprintf(out + n, (size_t)out_size - n, " %s", time);
    }
}

bool play_begin(const PlayRequest *request, Scenario *taken_scenario, Store *store,
                Session *session, Resume *resume, Err *err)
{
    StorePlaythrough kept;
    *resume = (Resume){ .kind = RESUME_EXACT };
    if (request->way) { // an author looks at a scene: the learner's place stays as it is
        int done = 0;
        if (!session_start(session, taken_scenario, NULL, request->seed, err)) {
            return false;
        }
        if (!history_walk(&session->history, request->way, &done, err)) {
            session_close(session);
            return false;
        }
        return true;
    }
    StoreSlot slot;
    if (request->slot != 0 && store_slot(store, request->slot, &slot)) {
        return session_open_slot(session, taken_scenario, store, &slot, resume, err);
    }
    bool go_on = !request->fresh && store_latest_open(store, taken_scenario->id, &kept) &&
                 (!request->seed_given || request->seed == kept.seed);
    if (go_on) {
        ResumeCare care = request->live ? RESUME_BY_ID : RESUME_SAME_MEANING;
        return session_resume(session, taken_scenario, store, &kept, care, resume, err);
    }
    uint64_t seed = request->seed_given ? request->seed : session_draw_seed();
    return session_start(session, taken_scenario, store, seed, err);
}

bool play_begin_guided(const PlayRequest *request, Scenario *taken_scenario, Guide *guide,
                       Session *session, Err *err)
{
    if (!guide_open(guide, taken_scenario, taken_scenario->folder, request->breaks, err)) {
        scenario_free(taken_scenario);
        return false;
    }
    if (!session_start(session, taken_scenario, NULL, guide->seed, err)) {
        guide_close(guide);
        return false;
    }
    return true;
}

// ---- a given way ------------------------------------------------------------------------------------

// With --drill: a way to the conversation.
static bool find_drill(PlayArguments *arguments, const Scenario *scenario, Err *err)
{
    PlayRequest *request = &arguments->request;
    Err ignored = { 0 };
    char file[PATHS_SIZE + 32];
    char folder[PATHS_SIZE];
    profiles_folder(request->data, folder);
    snprintf(file, sizeof file, "%s/plankwright.db", folder);
    Store *store = request->data[0] && file_exists(file) ? store_open(folder, &ignored) : NULL;
    bool own = false;
    bool found = drilling_find(&arguments->at, scenario, arguments->drill, store, &own, err);
    store_close(store);
    if (found) {
        fprintf(stderr, "plankwright: %s by %s, --seed %llu; nothing of this is kept\n",
                arguments->drill, own ? "the way you came last" : "a way that leads there",
                (unsigned long long)arguments->at.seed);
    }
    return found;
}

// With --at or --drill: looks for the way, tells it, and lets the request begin with it.
static bool find_way(PlayArguments *arguments, const Scenario *scenario, Err *err)
{
    PlayRequest *request = &arguments->request;
    if (arguments->drill) {
        if (!find_drill(arguments, scenario, err)) {
            return false;
        }
        request->seed = arguments->at.seed;
        request->seed_given = true;
        request->way = text_str(&arguments->at.choices);
        return true;
    }
    if (!arguments->scene) {
        return true;
    }
    if (!at_find(&arguments->at, scenario, arguments->scene,
                 request->seed_given ? &request->seed : NULL, err)) {
        return false;
    }
    Text line = { 0 };
    at_tell(&arguments->at, scenario, arguments->scene, &line);
    fprintf(stderr, "plankwright: %s\n", text_str(&line));
    text_deinit(&line);
    request->seed = arguments->at.seed;
    request->seed_given = true;
    request->way = text_str(&arguments->at.choices);
    return true;
}

static int play_choices(const PlayArguments *arguments, Scenario *scenario)
{
    Err err = { 0 };
    StoryHistory history;
    int code = 0, done = 0;
    const PlayRequest *request = &arguments->request;
    crash_scenario(scenario->id);
    if (history_open(&history, scenario, request->seed_given ? request->seed : 1, &err)) {
        TermPrinter printer = term_printer_plain(stdout);
        bool good = (!request->way || history_walk(&history, request->way, &done, &err)) &&
                    term_transcript(&printer, &history, arguments->choices, &err);
        fflush(stdout);
        code = good ? 0 : app_fail(&err);
        history_close(&history);
    } else {
        code = app_fail(&err);
    }
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

static int play_on(PlayArguments *arguments, Scenario *taken_scenario)
{
    Err err = { 0 };
    if (!arguments->text && has_display()) {
        int code = play_in_window(&arguments->request, taken_scenario, &err);
        if (code >= 0) {
            return code;
        }
        log_line("no window: %s", err.message);
        fprintf(stderr, "plankwright: no window: %s; playing in the terminal\n", err.message);
    } else if (!arguments->text) {
        fprintf(stderr, "plankwright: there is no display here; playing in the terminal\n");
    }
    return play_in_terminal(&arguments->request, taken_scenario);
}

static int run(int argc, char **argv)
{
    PlayArguments arguments;
    Err err = { 0 };
    if (!read_arguments(argc, argv, &arguments, &err)) {
        return app_fail(&err);
    }
    // A scenario that cannot be played is told before a window or a file is opened.
    Scenario *scenario = NULL;
    if (arguments.request.scenario &&
        !(scenario = library_load(arguments.request.scenario, arguments.request.data, &err))) {
        return app_fail(&err);
    }
    if (scenario && !arguments.language) {
        translations_follow(scenario);
    }
    int code = 0;
    if (scenario && !find_way(&arguments, scenario, &err)) {
        scenario_free(scenario);
        code = app_fail(&err);
    } else if (arguments.choices_given) {
        code = play_choices(&arguments, scenario);
        scenario_free(scenario);
    } else {
        code = play_on(&arguments, scenario);
    }
    at_deinit(&arguments.at);
    return code;
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
    "  --at SCENE        for authors: begin in that scene, by a real way there, which it tells; "
    "nothing\n"
    "                    of this play is kept, and the place where a learner is stays as it is\n"
    "  --drill SCENE     practise the one conversation of that scene, as often as you like; by the\n"
    "                    way you came last, where you have been there; nothing of it is kept\n"
    "  --live            for authors: an edit of the scenario's files appears at once, in the "
    "same\n"
    "                    place; a mistake is shown over the story until it is mended\n"
    "  --guided          shows a recorded way choice by choice, and why each matters: first one\n"
    "                    that holds, then one that breaks (in the terminal: with --fresh);\n"
    "                    take over wherever you like\n"
    "  --aloud           reads everything aloud from the start (F7 in the window; needs\n"
    "                    speech-dispatcher)\n"
    "  --fresh           start from the beginning, also where a playthrough could go on\n"
    "  --data DIR        keep playthroughs in DIR instead of the folder of your desktop\n"
    "  --lang de         the language to play in, where the scenario has lang/de.po; what has no\n"
    "                    translation stays as it was written (pseudo, pseudo-rtl: for tests);\n"
    "                    without it the one chosen in the settings, else the system's\n"
    "Exit codes: 0 all right, 2 wrong usage, 3 bad scenario or way, 4 the system would not.",
};
