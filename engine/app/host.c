// Joins screens and store: every choice is recorded before the View shows what comes of it.
#define _POSIX_C_SOURCE 200809L

#include "app/host.h"

#include "app/cards.h"
#include "app/host_drill.h"
#include "app/host_home.h"
#include "app/host_language.h"
#include "app/host_room.h"
#include "app/log.h"
#include "app/profiles.h"
#include "app/trace.h"
#include "app/translations.h"
#include "base/arena.h"
#include "base/say.h"
#include "base/text.h"
#include "report/lookback.h"
#include "store/plans.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Messages begin small, for a terminal puts "plankwright: " before them; on a card they are sentences. A
// word that is a path or a command stays as it is.
static void begin_large(char *sentence)
{
    size_t word = strcspn(sentence, " ");
    size_t letters = strspn(sentence, "abcdefghijklmnopqrstuvwxyz");
    if (letters == word && letters > 0 && strncmp(sentence, "plankwright ", 12) != 0) {
        sentence[0] = (char)(sentence[0] - 'a' + 'A');
    }
}

void host_notice(Host *host, const char *title, const Err *err)
{
    char place[1200];
    Err shown = *err;
    begin_large(shown.fix);
    begin_large(shown.message);
    Err without_fix = shown;
    without_fix.fix[0] = '\0';
    view_notice(host->view, title, err_line(&without_fix, place, (int)sizeof place), shown.fix);
}

// ---- plays ------------------------------------------------------------------------------------------

// Of one scenario first the way that holds, then the way that breaks, and so on.
static bool begin_guided(Host *host, const PlayRequest *request, Scenario *taken_scenario,
                         Session *session, Resume *resume, Err *err)
{
    PlayRequest wanted = *request;
    wanted.breaks = strcmp(host->guided, taken_scenario->id) == 0 && !host->guide.breaks;
    snprintf(host->guided, sizeof host->guided, "%s", taken_scenario->id);
    guide_close(&host->guide);
    *resume = (Resume){ .kind = RESUME_EXACT };
    return play_begin_guided(&wanted, taken_scenario, &host->guide, session, err);
}

// The choice that is shown next, if the play is still on the way.
static void guide(Host *host)
{
    StoryOffer offer;
    const char *why = host->guiding && host->playing
                          ? guide_next(&host->guide, &host->session.history, &offer)
                          : NULL;
    view_guide(host->view, why == NULL ? NULL : &offer, why);
}

static void take(Host *host, Session *taken_session)
{
    Session before = host->session;
    bool was_playing = host->playing;
    host->session = *taken_session;
    host->playing = true;
    view_play(host->view, &host->session.history);
    if (was_playing) {
        session_close(&before);
    }
    host_home_places(host);
}

static void say_resumed(Host *host, const Resume *resume)
{
    if (resume->kind >= RESUME_CUT && resume->taken > 0) {
        view_notice_parting(host->view, say("About your playthrough"), resume->message,
                            resume->fix);
    } else if (resume->message[0]) {
        view_notice(host->view, say("About your playthrough"), resume->message, resume->fix);
    }
}

void host_take_session(Host *host, Session *taken_session, const Resume *resume)
{
    host_drill_close(host);
    host->guiding = false;
    take(host, taken_session);
    say_resumed(host, resume);
    host->settle = true;
}

static bool begin(Host *host, const PlayRequest *request, Scenario *taken_scenario)
{
    Err err = { 0 };
    Resume resume;
    Session session;
    if (!(request->guided
              ? begin_guided(host, request, taken_scenario, &session, &resume, &err)
              : play_begin(request, taken_scenario, host->store, &session, &resume, &err))) {
        host_notice(host, say("This scenario cannot be played"), &err);
        return false;
    }
    host->guiding = request->guided;
    const Scenario *scenario = session.scenario;
    take(host, &session);
    if (host->request->live) {
        char path[PATHS_SIZE];
        Err ignored = { 0 };
        bool found = library_folder(request->scenario, request->data, path, &ignored);
        live_watch(&host->live, found ? path : scenario->folder, scenario);
        view_mistake(host->view, NULL);
    }
    guide(host);
    if (request->drill) {
        host_drill_open(host);
    }
    if (request->guided) {
        view_notice(host->view, guide_title(&host->guide), guide_words(&host->guide), "");
    } else {
        say_resumed(host, &resume);
    }
    host->settle = true;
    return true;
}

static void begin_card(Host *host, const ViewRequest *wanted)
{
    if (wanted->card < 0 || wanted->card >= host->library.count) {
        return;
    }
    PlayRequest request = *host->request;
    request.fresh = wanted->kind == REQUEST_START || wanted->kind == REQUEST_SEED;
    request.guided = wanted->kind == REQUEST_GUIDED || host->request->guided;
    if (request.way != NULL) { // --at was for the first play
        request.way = NULL;
        request.drill = false;
        request.seed_given = false;
    }
    if (wanted->kind == REQUEST_SEED) {
        request.seed = strtoull(wanted->text, NULL, 10);
        request.seed_given = true;
    }
    request.scenario = host->library.items[wanted->card].folder;
    Err err = { 0 };
    Scenario *scenario = library_load(host->library.items[wanted->card].folder, request.data, &err);
    if (scenario) {
        begin(host, &request, scenario);
    } else {
        host_notice(host, say("This scenario cannot be played"), &err);
    }
}

// "Play again" of a way that was shown: the other one.
static void begin_other_way(Host *host)
{
    Err err = { 0 };
    Scenario *scenario = library_load(host->request->scenario, host->request->data, &err);
    if (scenario != NULL) {
        begin(host, host->request, scenario);
    } else {
        host_notice(host, say("This scenario cannot be played"), &err);
    }
}

static void after_change(Host *host, bool happened, bool back, const Err *err)
{
    if (happened) {
        view_chosen(host->view);
        guide(host);
    }
    if (happened && !host->live.broken) {
        view_mistake(host->view, NULL); // that the way was cut is known by now
    }
    if (happened && back) {
        host->settle = true;
    }
    if (err->kind != ERR_NONE) {
        host_notice(host,
                    happened ? say("About what is kept") : say("The story cannot go on this way"),
                    err);
    }
}

static void keep_plan(Host *host, const char *text)
{
    Err err = { 0 };
    if (!store_plan_add(host->store, text, &err)) {
        view_plan_lost(host->view);
        host_notice(host, say("Your plan could not be kept"), &err);
    }
}

static void keep_page(Host *host, const char *plan)
{
    Text html = { 0 };
    char stem[100];
    snprintf(stem, sizeof stem, "%.80s", host->session.scenario->id);
    lookback_html(&host->session.history, plan, translations_chosen(), &html);
    host_keep_page(host, &html, stem,
                   say("Any browser opens it and prints it. There is no name in it; nobody has it "
                       "but you."));
    text_deinit(&html);
}

// False: the program is to end.
static bool carry_out(Host *host, const ViewRequest *wanted)
{
    Err err = { 0 };
    if (host_drill_carries_out(host, wanted) || host_home_carries_out(host, wanted) ||
        host_language_carries_out(host, wanted) || host_room_carries_out(host, wanted)) {
        return true;
    }
    switch (wanted->kind) {
    case REQUEST_NONE:
    case REQUEST_ROOM:
    case REQUEST_RUN_ROOM:
    case REQUEST_DRILL:
    case REQUEST_AGAIN:
    case REQUEST_SETTINGS:
    case REQUEST_LANGUAGE:
    case REQUEST_ANSWER:
    case REQUEST_PROFILE:
    case REQUEST_PROFILE_ADD:
    case REQUEST_PROFILE_NAME:
    case REQUEST_PROFILE_REMOVE:
    case REQUEST_KEEP_FOR:
    case REQUEST_EXPORT:
    case REQUEST_FORGET:
    case REQUEST_PROOF:
    case REQUEST_TAKEAWAY:
    case REQUEST_PLACE_KEEP:
    case REQUEST_PLACE:
    case REQUEST_PLACE_REMOVE:
        break;
    case REQUEST_START:
    case REQUEST_GO_ON:
    case REQUEST_GUIDED:
    case REQUEST_SEED:
        begin_card(host, wanted);
        break;
    case REQUEST_CHOOSE:
        after_change(host, session_choose(&host->session, &wanted->offer, &err), false, &err);
        break;
    case REQUEST_UNDO:
        after_change(host, session_undo(&host->session, &err), true, &err);
        break;
    case REQUEST_UNDO_TO:
        if (wanted->count == 0 && host->request->guided && host->request->scenario != NULL) {
            begin_other_way(host);
            break;
        }
        after_change(host, session_undo_to(&host->session, wanted->count, &err), true, &err);
        break;
    case REQUEST_LIBRARY:
        host_show_library(host);
        break;
    case REQUEST_PLAN:
        keep_plan(host, wanted->text);
        break;
    case REQUEST_PAGE:
        keep_page(host, wanted->text);
        break;
    case REQUEST_SHOW_FILE:
        snprintf(host->show_file, sizeof host->show_file, "%s", wanted->text);
        break;
    case REQUEST_QUIT:
        return false;
    }
    return true;
}

bool host_input(Host *host, const ViewInput *input)
{
    host_load_rest(host);
    ViewRequest wanted = view_input(host->view, input);
    if (wanted.kind == REQUEST_SETTINGS) {
        host->settings = *wanted.settings;
        host->settings_wanted = true;
    }
    return carry_out(host, &wanted);
}

// ---- what an author edits ---------------------------------------------------------------------------

static void show_mistake(Host *host)
{
    const Live *live = &host->live;
    char place[300], more[160];
    bool listed = live->mistakes.count > 0;
    const ScriptDiagnostic *first = listed ? &live->mistakes.items[0] : NULL;
    int count = live_more(live);
    snprintf(more, sizeof more,
             count == 0   ? "You go on below in the story as it was; this goes when it is mended."
             : count == 1 ? "%d more mistake. You go on below in the story as it was."
                          : "%d more mistakes. You go on below in the story as it was.",
             count);
    view_mistake(host->view,
                 &(ViewMistake){ .title = live_place(live, place, (int)sizeof place),
                                 .code = first ? first->code : "PW",
                                 .message = first ? first->message : live->err.message,
                                 .fix = first ? first->fix : live->err.fix,
                                 .line = first ? first->excerpt.text : "",
                                 .mark = first ? first->excerpt.mark : 0,
                                 .mark_columns = first ? first->excerpt.mark_columns : 0,
                                 .foot = more });
}

// The edit has cut the way: said over the story, which stands at the last place that still holds.
static void show_cut(Host *host)
{
    char said[200];
    const Resume *resume = &host->live.resume;
    snprintf(said, sizeof said, "Your way here is cut after %d of %d choices", resume->taken,
             resume->total);
    view_mistake(host->view,
                 &(ViewMistake){ .title = said,
                                 .code = "",
                                 .message = resume->message,
                                 .fix = resume->fix,
                                 .line = "",
                                 .foot =
                                     "The rest of it comes back when an edit brings it back, or "
                                     "is left with your next choice." });
}

bool host_look(Host *host)
{
    if (!host->request->live || !host->playing || host->drilling) {
        return false;
    }
    switch (live_look(&host->live, &host->session, true)) {
    case LIVE_SAME:
        return false;
    case LIVE_BROKEN:
        show_mistake(host);
        return true;
    case LIVE_EDITED:
        break;
    }
    view_mistake(host->view, NULL);
    view_edited(host->view, &host->session.history);
    if (host->live.resume.taken < host->live.resume.total) {
        show_cut(host);
    }
    host->settle = true;
    return true;
}

// ---- opening and closing ----------------------------------------------------------------------------

static void say_first(Host *host, const Err *problem, bool first)
{
    if (problem->kind != ERR_NONE) {
        host_notice(host, say("About what is kept"), problem);
    } else if (first) {
        play_first_words(host->store, host->first_words, (int)sizeof host->first_words);
    }
}

// Whoever begins with a scenario, not with home: what is kept and where, and what is good to know before.
static void say_before(Host *host)
{
    const Session *session = &host->session;
    bool begun = session->history.count > 0;
    const char *note = begun ? "" : cards_note(session->scenario, &host->card_texts);
    bool first = host->first_words[0] != '\0';
    bool told = view_screen(host->view) == VIEW_NOTICE; // something that matters more
    if (!told && (first || note[0] != '\0')) {
        view_notice(host->view, say("Before you start"), first ? host->first_words : note,
                    first ? note : "");
        host->first_words[0] = '\0';
    }
}

// The library, or the scenario that was asked for.
static void first_screen(Host *host, Scenario *taken_scenario)
{
    if (taken_scenario && begin(host, host->request, taken_scenario)) {
        if (!host->request->way && !host->request->guided) { // else nothing is kept
            say_before(host);
        }
    } else {
        host_show_library(host);
    }
}

void host_open(Host *host, const PlayRequest *request, Scenario *taken_scenario)
{
    *host = (Host){ .request = request };
    arena_init(&host->card_texts);
    Err problem = { 0 };
    bool first = false;
    host->view = view_new();
    host_home_open(host);
    host->store = play_store(request, &problem, &first);
    trace_point("store");
    host_language_open(host, &taken_scenario);
    host_home_begin(host);
    say_first(host, &problem, first);
    first_screen(host, taken_scenario);
    trace_point("screen");
}

void host_close(Host *host)
{
    view_free(host->view);
    host_room_close(host);
    host_home_close(host);
    live_deinit(&host->live);
    guide_close(&host->guide);
    host_drill_close(host);
    if (host->playing) {
        session_close(&host->session);
    }
    store_close(host->store);
    library_deinit(&host->library);
    arena_deinit(&host->card_texts);
    mem_free(host->cards);
}
