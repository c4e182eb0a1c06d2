// Joins screens and store: every choice is recorded before the View shows what comes of it.
#define _POSIX_C_SOURCE 200809L

#include "app/host.h"

#include "app/log.h"
#include "app/trace.h"
#include "base/arena.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

static void notice(Host *host, const char *title, const Err *err)
{
    char place[1200];
    Err without_fix = *err;
    without_fix.fix[0] = '\0';
    view_notice(host->view, title, err_line(&without_fix, place, (int)sizeof place), err->fix);
}

// ---- the shelf --------------------------------------------------------------------------------------

static BridgeCondition bridge_left(const Scenario *scenario, const StorePlaythrough *kept)
{
    BridgeCondition bridge = bridge_condition(&(BridgeInput){ .trust = 660000, .rapport = 500000 });
    Playthrough *play = mem_alloc(scenario->play_size);
    bool edited = false;
    if (kept && save_read(scenario, kept->checkpoint, play, &edited, NULL)) {
        story_bridge(scenario, play, story_current_person(scenario, play, NULL), &bridge);
    }
    mem_free(play);
    return bridge;
}

static void fill_card(Host *host, const LibraryItem *item, ViewCard *card)
{
    *card = (ViewCard){ .id = item->id,
                        .title = item->id,
                        .blurb = "",
                        .place = "",
                        .standing = "",
                        .problem = item->problem,
                        .broken = !item->scenario };
    if (!item->scenario) {
        return;
    }
    const Scenario *scenario = item->scenario;
    card->title = scenario_text(scenario, scenario->title);
    card->blurb = scenario_text(scenario, scenario->blurb);
    card->place = scenario_text(scenario, scenario->place);
    card->minutes = scenario->minutes;
    card->weather = scenario->weather;
    StorePlaythrough kept;
    bool any = store_latest(host->store, scenario->id, &kept);
    card->started = any && !kept.ended;
    if (!card->started) {
        StorePlaythrough open;
        if (store_latest_open(host->store, scenario->id, &open)) {
            kept = open;
            card->started = any = true;
        }
    }
    int times = store_times_ended(host->store, scenario->id);
    card->ended = times > 0;
    char standing[160] = "";
    if (card->started) {
        snprintf(standing, sizeof standing, "%s", kept.standing);
    } else if (times > 0) {
        snprintf(standing, sizeof standing, times == 1 ? "played once" : "played %d times", times);
    }
    card->standing = arena_string(&host->card_texts, standing);
    card->bridge = bridge_left(scenario, any ? &kept : NULL);
}

// Marks the card whose playthrough was touched last.
static void mark_latest(Host *host)
{
    StorePlaythrough latest;
    bool any = store_latest(host->store, NULL, &latest);
    for (int i = 0; any && i < host->library.count; i++) {
        host->cards[i].latest = strcmp(host->cards[i].id, latest.scenario) == 0;
    }
}

static void show_library(Host *host)
{
    if (host->library.count == 0) {
        library_init(&host->library, host->request->data, true);
        trace_point("library");
    }
    Arena old = host->card_texts; // the view borrows the cards until the new ones are there
    ViewCard *old_cards = host->cards;
    arena_init(&host->card_texts);
    host->cards = mem_alloc(sizeof *host->cards * (size_t)(host->library.count + 1));
    for (int i = 0; i < host->library.count; i++) {
        fill_card(host, &host->library.items[i], &host->cards[i]);
    }
    mark_latest(host);
    if (host->library_shown) {
        host->first_words[0] = '\0'; // the view borrows them: they go with the next library
    }
    host->library_shown = true;
    view_library(host->view, host->cards, host->library.count, host->first_words);
    arena_deinit(&old);
    mem_free(old_cards);
    if (host->playing) {
        session_close(&host->session);
        host->playing = false;
    }
    host->settle = true;
}

// ---- plays ------------------------------------------------------------------------------------------

static bool begin(Host *host, const PlayRequest *request, Scenario *taken_scenario)
{
    Err err = { 0 };
    Resume resume;
    Session session;
    if (!play_begin(request, taken_scenario, host->store, &session, &resume, &err)) {
        notice(host, "This scenario cannot be played", &err);
        return false;
    }
    Session before = host->session;
    bool was_playing = host->playing;
    host->session = session;
    host->playing = true;
    view_play(host->view, &host->session.history);
    if (was_playing) {
        session_close(&before);
    }
    if (resume.message[0]) {
        view_notice(host->view, "About your playthrough", resume.message, "");
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
    request.fresh = wanted->kind == REQUEST_START;
    Err err = { 0 };
    Scenario *scenario = library_load(host->library.items[wanted->card].folder, request.data, &err);
    if (scenario) {
        begin(host, &request, scenario);
    } else {
        notice(host, "This scenario cannot be played", &err);
    }
}

static void after_change(Host *host, bool happened, bool back, const Err *err)
{
    if (happened) {
        view_chosen(host->view);
    }
    if (happened && back) {
        host->settle = true;
    }
    if (err->kind != ERR_NONE) {
        notice(host, happened ? "About what is kept" : "The story cannot go on this way", err);
    }
}

static void keep_plan(Host *host, const char *text)
{
    Err err = { 0 };
    if (!store_plan_add(host->store, text, &err)) {
        notice(host, "Your plan could not be kept", &err);
    }
}

// False: the program is to end.
static bool carry_out(Host *host, const ViewRequest *wanted)
{
    Err err = { 0 };
    switch (wanted->kind) {
    case REQUEST_NONE:
        break;
    case REQUEST_START:
    case REQUEST_GO_ON:
        begin_card(host, wanted);
        break;
    case REQUEST_CHOOSE:
        after_change(host, session_choose(&host->session, &wanted->offer, &err), false, &err);
        break;
    case REQUEST_UNDO:
        after_change(host, session_undo(&host->session, &err), true, &err);
        break;
    case REQUEST_UNDO_TO:
        after_change(host, session_undo_to(&host->session, wanted->count, &err), true, &err);
        break;
    case REQUEST_LIBRARY:
        show_library(host);
        break;
    case REQUEST_PLAN:
        keep_plan(host, wanted->text);
        break;
    case REQUEST_QUIT:
        return false;
    }
    return true;
}

bool host_input(Host *host, const ViewInput *input)
{
    ViewRequest wanted = view_input(host->view, input);
    return carry_out(host, &wanted);
}

// ---- opening and closing ----------------------------------------------------------------------------

static void say_first(Host *host, const Err *problem, bool first)
{
    if (problem->kind != ERR_NONE) {
        notice(host, "About what is kept", problem);
    } else if (first) {
        play_first_words(host->store, host->first_words, (int)sizeof host->first_words);
    }
}

// The library, or the scenario that was asked for.
static void first_screen(Host *host, Scenario *taken_scenario)
{
    if (taken_scenario && begin(host, host->request, taken_scenario)) {
        if (host->first_words[0]) {
            view_notice(host->view, "Before you start", host->first_words, "");
            host->first_words[0] = '\0';
        }
    } else {
        show_library(host);
    }
}

void host_open(Host *host, const PlayRequest *request, Scenario *taken_scenario)
{
    *host = (Host){ .request = request };
    arena_init(&host->card_texts);
    Err problem = { 0 };
    bool first = false;
    host->view = view_new();
    host->store = play_store(request, &problem, &first);
    trace_point("store");
    say_first(host, &problem, first);
    first_screen(host, taken_scenario);
    trace_point("screen");
}

void host_close(Host *host)
{
    view_free(host->view);
    if (host->playing) {
        session_close(&host->session);
    }
    store_close(host->store);
    library_deinit(&host->library);
    arena_deinit(&host->card_texts);
    mem_free(host->cards);
}
