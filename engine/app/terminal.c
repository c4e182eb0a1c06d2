// Plays in the terminal: the list of scenarios by lines, then the play.
#define _POSIX_C_SOURCE 200809L

#include "app/play.h"

#include "app/app.h"
#include "app/drilling.h"
#include "app/host_language.h"
#include "app/learner_terminal.h"
#include "app/live.h"
#include "app/log.h"
#include "app/mistakes.h"
#include "base/say.h"
#include "base/text.h"
#include "store/plans.h"
#include "story/render.h"
#include "story/whatif.h"
#include "term/play.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

typedef struct Playing { // the context of a TermHost
    Session session;
    Guide guide; // with --guided
    Live live;   // looks at nothing without --live
    TermPrinter printer;
} Playing;

static bool choose(void *context, const StoryOffer *offer, Err *err)
{
    return session_choose(&((Playing *)context)->session, offer, err);
}

static bool undo(void *context, Err *err)
{
    return session_undo(&((Playing *)context)->session, err);
}

static bool keep_place(void *context, const char *name, Err *err)
{
    Playing *playing = context;
    return session_keep_place(&playing->session, name, err);
}

static bool keep_plan(void *context, const char *text, Err *err)
{
    const Playing *playing = context;
    if (playing->session.store == NULL) {
        return err_set(err, ERR_USAGE, "nothing of a play with --at or --guided is kept");
    }
    return store_plan_add(playing->session.store, text, err);
}

// Before each line with --live: what the author's files look like. A mistake is printed where the play is.
static bool look(void *context)
{
    Playing *playing = context;
    Live *live = &playing->live;
    TermPrinter *printer = &playing->printer;
    switch (live_look(live, &playing->session, false)) {
    case LIVE_SAME:
        return false;
    case LIVE_BROKEN:
        fflush(printer->out);
        if (live->mistakes.count > 0) {
            mistakes_print(printer->out, &live->mistakes);
        } else {
            term_print(printer, TERM_BAD, "", 0, live->err.message);
        }
        term_print(printer, TERM_WARN, "", 0,
                   "You go on in the story as it was. It is read again with your next line.");
        return false;
    case LIVE_EDITED:
        break;
    }
    term_blank(printer);
    if (live->resume.taken < live->resume.total) {
        term_print(printer, TERM_WARN, "", 0, live->resume.message);
        if (live->resume.fix[0]) {
            term_print(printer, TERM_WARN, "", 0, live->resume.fix);
        }
    } else {
        term_print(printer, TERM_DIM, "", 0, "The story was edited.");
    }
    return true;
}

// A conversation of the way, again and again.
static void practise(void *context, int from)
{
    const Playing *playing = context;
    const TermPlay like = { .printer = playing->printer,
                            .in = stdin,
                            .prompt = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) };
    drilling_in_terminal(&like, &playing->session.history, from);
}

static const char *shown(void *context, StoryOffer *out)
{
    const Playing *playing = context;
    return guide_next(&playing->guide, &playing->session.history, out);
}

static void say_how_it_begins(TermPrinter *printer, const Session *session, const Resume *resume)
{
    if (resume->message[0]) {
        term_print(printer, TERM_WARN, "", 0, resume->message);
        if (resume->fix[0]) {
            term_print(printer, TERM_WARN, "", 0, resume->fix);
            term_print(printer, TERM_DIM, "", 0, "(--fresh starts over.)");
        }
    } else if (resume->total > 0) {
        Text clock = { 0 };
        render_clock(session->scenario, session->history.now->clock_minute, &clock);
        term_printf(
            printer, TERM_DIM,
            say_many("You go on where you were: %s, after %d choice. (--fresh starts from the "
                     "beginning.)",
                     "You go on where you were: %s, after %d choices. (--fresh starts from the "
                     "beginning.)",
                     resume->taken),
            text_str(&clock), resume->taken);
        text_deinit(&clock);
    } else {
        if (session->history.count == 0) { // with --at it was told before
            fprintf(stderr, "plankwright: seed %llu\n",
                    (unsigned long long)session->history.now->seed);
        }
        return;
    }
    term_blank(printer);
}

static int play_one(const PlayRequest *request, Store *store, Scenario *taken_scenario)
{
    Err err = { 0 };
    Playing playing = { .printer = term_printer_for(stdout) };
    Resume resume;
    PlayRequest shown_request = *request;
    shown_request.breaks = request->fresh; // the second time
    resume = (Resume){ .kind = RESUME_EXACT };
    if (!(request->guided
              ? play_begin_guided(&shown_request, taken_scenario, &playing.guide, &playing.session,
                                  &err)
              : play_begin(request, taken_scenario, store, &playing.session, &resume, &err))) {
        return app_fail(&err);
    }
    StorePlan plan;
    TermPlay play = {
        .printer = playing.printer,
        .in = stdin,
        .history = &playing.session.history,
        .host = { .context = &playing, .choose = choose, .undo = undo, .plan = keep_plan, .practise = practise },
        .plays = WHATIF_PLAYS,
        .prompt = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)
    };
    play.host.mark = playing.session.store ? keep_place : NULL;
    if (request->live) {
        char path[PATHS_SIZE];
        const Scenario *scenario = playing.session.scenario;
        bool found =
            request->scenario && library_folder(request->scenario, request->data, path, &err);
        live_watch(&playing.live, found ? path : scenario->folder, scenario);
        play.host.look = look;
    }
    const char *id = playing.session.scenario->id;
    play.plan = store_plan_latest_of(store, id, &plan) ? plan.text : NULL;
    if (request->guided) {
        play.host.guide = shown;
        term_print(&play.printer, TERM_BOLD, "", 0, guide_title(&playing.guide));
        term_print(&play.printer, TERM_PLAIN, "", 0, guide_words(&playing.guide));
        term_blank(&play.printer);
    } else if (!request->drill) {
        say_how_it_begins(&play.printer, &playing.session, &resume);
    }
    int from = 0;
    const StoryHistory *way = &playing.session.history;
    if (!request->drill) {
        term_play(&play);
    } else if (drill_begins(way, way->count, &from)) {
        drilling_in_terminal(&play, way, from);
    }
    guide_close(&playing.guide);
    live_deinit(&playing.live);
    session_close(&playing.session);
    return 0;
}

// ---- the list ---------------------------------------------------------------------------------------

static void tell_item(TermPrinter *printer, Store *store, const LibraryItem *item, int number)
{
    Text line = { 0 }, first = { 0 };
    text_addf(&first, "%d. ", number);
    if (!item->scenario) {
        text_addf(&line, say("%s cannot be played: %s"), item->id, item->problem);
    } else {
        const Scenario *scenario = item->scenario;
        text_addf(&line, "%s (%s", scenario_text(scenario, scenario->title), item->id);
        if (scenario->minutes > 0) {
            text_addf(&line, say_many(", about %d minute", ", about %d minutes", scenario->minutes),
                      scenario->minutes);
        }
        text_addf(&line, "%s%s", item->installed ? ", " : "",
                  item->installed ? say("installed") : "");
        text_addf(&line, "). %s", scenario_text(scenario, scenario->blurb));
        StorePlaythrough kept;
        if (store_latest_open(store, scenario->id, &kept)) {
            text_addf(&line, say(" You are at %s."), kept.standing);
        } else if (store_times_ended(store, scenario->id) > 0) {
            text_add(&line, say(" Played to an end before."));
        }
    }
    term_print(printer, item->scenario ? TERM_PLAIN : TERM_WARN, text_str(&first), 3,
               text_str(&line));
    text_deinit(&line);
    text_deinit(&first);
}

// The item that a line means; -1 none.
static int chosen_item(const Library *library, const LearnerHome *home, const char *line)
{
    char *end = NULL;
    long number = strtol(line, &end, 10);
    if (end != line && *end == '\0') {
        return learner_numbered(library, home, number);
    }
    return library_find(library, line);
}

// Reads lines until one means a scenario. False at "quit" or the end of input.
static bool ask_item(TermPrinter *printer, const Library *library, Store *store, LearnerHome *home,
                     int *out, int64_t *slot)
{
    char *line = NULL;
    size_t size = 0;
    bool found = false;
    while (!found) {
        fflush(printer->out);
        if (getline(&line, &size, stdin) < 0) {
            break;
        }
        line[strcspn(line, "\r\n")] = '\0';
        if (strcasecmp(line, "quit") == 0) {
            break;
        }
        if (learner_hear(printer, library, store, home, line)) {
            continue;
        }
        *slot = learner_place(library, store, line, out);
        *out = *slot != 0 ? *out : chosen_item(library, home, line);
        found = *out >= 0;
        if (!found && line[0]) {
            term_print(printer, TERM_WARN, "", 0,
                       say("Type a number or an id from the list, or quit."));
        }
    }
    free(line);
    return found;
}

static int play_library(const PlayRequest *request, Store *store)
{
    TermPrinter printer = term_printer_for(stdout);
    Library library;
    library_init(&library, request->data, true);
    int code = 0, item = 0;
    if (library.count == 0) {
        Err err;
        err_set(&err, ERR_INPUT, "there are no scenarios in %s/scripts/scenarios", paths_root());
        code = app_fail(&err);
    } else {
        LearnerHome home;
        PlayRequest wanted = *request;
        learner_home(store, &library, learner_today(), &home);
        term_print(&printer, TERM_BOLD, "", 0, "Plankwright");
        learner_tell(&printer, &library, &home);
        for (int i = 0, number = 0; i < library.count; i++) {
            if (learner_lists(&library, &home, i)) {
                tell_item(&printer, store, &library.items[i], ++number);
            }
        }
        term_print(&printer, TERM_DIM, "", 0, say("Type a number or an id; quit leaves."));
        learner_tell_more(&printer, store);
        if (ask_item(&printer, &library, store, &home, &item, &wanted.slot)) {
            term_blank(&printer);
            Err err = { 0 };
            Scenario *scenario = library_load(library.items[item].folder, request->data, &err);
            code = scenario ? play_one(&wanted, store, scenario) : app_fail(&err);
        }
    }
    library_deinit(&library);
    return code;
}

int play_in_terminal(const PlayRequest *request, Scenario *taken_scenario)
{
    Err notice = { 0 };
    bool first = false;
    Store *store = play_store(request, &notice, &first);
    host_language_kept(request, store, &taken_scenario);
    if (notice.kind != ERR_NONE) {
        app_warn(&notice);
    }
    if (first && !request->way) {
        char words[1400];
        play_first_words(store, words, (int)sizeof words);
        fprintf(stderr, "plankwright: %s\n", words);
    }
    StoreForgotten gone; // what is older than the learner wants to keep
    if (store_tidy(store, learner_today(), &gone) && gone.notice.kind != ERR_NONE) {
        app_warn(&gone.notice);
    }
    int code =
        taken_scenario ? play_one(request, store, taken_scenario) : play_library(request, store);
    store_close(store);
    return code;
}
