// What a learner does with what is theirs: kept places, profiles, for how long, one file of it all, none of
// it any more, pages. And the requests of a View about home.
#define _POSIX_C_SOURCE 200809L

#include "app/cards.h"
#include "app/host_home_parts.h"
#include "app/host_language.h"
#include "app/kept_page.h"
#include "app/learner_data.h"
#include "app/learner_pages.h"
#include "app/settings.h"
#include "app/translations.h"
#include "base/file.h"
#include "base/say.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

static const Profile *chosen(const Host *host)
{
    return &host->home->profiles.items[host->home->profiles.chosen];
}

// ---- kept places ------------------------------------------------------------------------------------

void host_home_places(Host *host)
{
    HostHome *home = host->home;
    if (!host->playing || host->session.store == NULL || !store_is_kept(host->store)) {
        view_places(host->view, NULL, 0);
        return;
    }
    Arena old = home->place_texts;
    arena_init(&home->place_texts);
    const Scenario *scenario = host->session.scenario;
    home->place_count = store_slots(host->store, scenario->id, STORE_SLOTS_MAX, home->slots);
    for (int i = 0; i < home->place_count; i++) {
        const StoreSlot *slot = &home->slots[i];
        char when[80];
        learner_when(store_day_of(slot->made), learner_today(), when, (int)sizeof when);
        bool named = slot->name[0] != '\0';
        home->places[i] =
            (ViewPicture){ .title = named ? slot->name : slot->play.standing,
                           .when = host_home_filled(&home->place_texts, say("Kept {1}"), when, ""),
                           .who = slot->bridge.person,
                           .bridge = slot->bridge.bridge,
                           .weather = cards_light(scenario) };
    }
    view_places(host->view, home->places, home->place_count);
    arena_deinit(&old);
}

static void keep_place(Host *host)
{
    Err err = { 0 };
    if (session_keep_place(&host->session, "", &err)) {
        host_home_places(host);
    } else {
        host_notice(host, say("This place could not be kept"), &err);
    }
}

static void go_to_place(Host *host, int index)
{
    Err err = { 0 };
    Resume resume;
    Session session;
    if (index < 0 || index >= host->home->place_count) {
        return;
    }
    Scenario *scenario = library_load(host->session.scenario->folder, host->request->data, &err);
    if (scenario == NULL || !session_open_slot(&session, scenario, host->store,
                                               &host->home->slots[index], &resume, &err)) {
        host_notice(host, say("This place cannot be gone back to"), &err);
        return;
    }
    host_take_session(host, &session, &resume);
}

static void remove_place(Host *host, int index)
{
    Err err = { 0 };
    if (index >= 0 && index < host->home->place_count) {
        if (!store_slot_remove(host->store, host->home->slots[index].row, &err)) {
            host_notice(host, say("This place could not be forgotten"), &err);
        }
        host_home_places(host);
    }
}

// ---- who plays --------------------------------------------------------------------------------------

// Another store from now on, the home screen of whoever it belongs to, and their settings.
static void open_store(Host *host)
{
    Err problem = { 0 };
    bool first = false;
    host->store = play_store(host->request, &problem, &first);
    host_language_other(host);
    host->other_settings = true;
    host->home->answer[0] = '\0';
    host->home->tidied = false;
    if (problem.kind != ERR_NONE) {
        host_notice(host, say("About what is kept"), &problem);
    }
    host_show_library(host);
}

static void close_store(Host *host)
{
    store_close(host->store);
    host->store = NULL;
}

static void choose_profile(Host *host, int index)
{
    HostHome *home = host->home;
    Err err = { 0 };
    if (index < 0 || index >= home->profiles.count) {
        return;
    }
    if (!profiles_choose(&home->profiles, host->request->data, index, &err)) {
        host_notice(host, say("That could not be changed"), &err);
        return;
    }
    close_store(host);
    open_store(host);
}

static void add_profile(Host *host, const char *name)
{
    Err err = { 0 };
    int index = 0;
    if (!profiles_add(&host->home->profiles, host->request->data, name, &index, &err)) {
        host_notice(host, say("Nobody could be added"), &err);
        return;
    }
    SettingsDisplay display;
    settings_display(host->store, &display);
    choose_profile(host, index);
    settings_display_keep(host->store, &display);
}

static void name_profile(Host *host, const char *name)
{
    HostHome *home = host->home;
    Err err = { 0 };
    if (!profiles_rename(&home->profiles, home->profiles.chosen, name, &err)) {
        host_notice(host, say("The name could not be changed"), &err);
    }
    host_home_show(host);
}

// Whoever plays now has to let go of what is theirs first; anybody else's is only removed.
static void remove_profile(Host *host, int index)
{
    HostHome *home = host->home;
    Err err = { 0 };
    if (index < 0 || index >= home->profiles.count) {
        return;
    }
    bool now = index == home->profiles.chosen;
    if (now) {
        close_store(host);
    }
    if (!profiles_remove(&home->profiles, host->request->data, index, &err)) {
        host_notice(host, say("That could not be removed"), &err);
    }
    if (now) {
        open_store(host);
    } else {
        host_home_show(host);
    }
}

// ---- what is kept -----------------------------------------------------------------------------------

static void keep_for(Host *host, int index)
{
    Err err = { 0 };
    if (index >= 0 && index < HOST_HOME_KEEP_FOR &&
        !store_keep_days_set(host->store, host_home_keep_days[index], &err)) {
        host_notice(host, say("That could not be changed"), &err);
    }
    host->home->tidied = false;
    host_home_show(host);
}

static bool write_all(const char *path, const Text *text, Err *err)
{
    return file_write(path, text_str(text), text->length, err);
}

static void export_all(Host *host)
{
    const Profile *profile = chosen(host);
    char page[PATHS_SIZE + 32], data[PATHS_SIZE + 32];
    Text html = { 0 }, json = { 0 };
    Err err = { 0 };
    snprintf(page, sizeof page, "%s/everything.html", profile->folder);
    snprintf(data, sizeof data, "%s/everything.json", profile->folder);
    bool good =
        learner_data_html(host->store, profile_name(profile), translations_chosen(), &html, &err) &&
        learner_data_json(host->store, profile_name(profile), &json, &err) &&
        write_all(page, &html, &err) && write_all(data, &json, &err);
    text_deinit(&html);
    text_deinit(&json);
    if (good) {
        view_notice_file(host->view, say("Everything is in one file"), page,
                         say("Any browser opens it. Beside it lies the same for programs to read, "
                        "everything.json."));
    } else {
        host_notice(host, say("The file could not be written"), &err);
    }
}

// A profile that was deleted with all of it, empty: whoever deletes what is theirs goes on at their own shelf,
// not at somebody else's. The first one is the data folder and is always there.
static void begin_anew(Host *host, const Profile *profile)
{
    Profiles *profiles = &host->home->profiles;
    const char *data = host->request->data;
    Err ignored = { 0 }; // then the first one plays, as it does where a folder was taken away
    profiles_read(data, profiles);
    if (strcmp(profile->id, "1") == 0 || !file_make_folders(profile->folder, &ignored)) {
        return;
    }
    profiles_read(data, profiles);
    for (int i = 0; i < profiles->count; i++) {
        if (strcmp(profiles->items[i].id, profile->id) == 0) {
            profiles_choose(profiles, data, i, &ignored);
        }
    }
}

static void forget_all(Host *host)
{
    Err err = { 0 };
    Profile profile = *chosen(host);
    close_store(host);
    bool good = learner_data_delete(&profile, host->request->data, &err);
    begin_anew(host, &profile);
    open_store(host);
    if (good) {
        view_notice(
            host->view, say("It is gone"),
            say("Nothing of you is kept on this computer any more. The next choice you make "
                "begins anew."),
            "");
    } else {
        host_notice(host, say("Not everything could be deleted"), &err);
    }
}

// ---- pages ------------------------------------------------------------------------------------------

void host_keep_page(Host *host, const Text *html, const char *stem, const char *says)
{
    Err err = { 0 };
    char path[PATHS_SIZE + 128];
    bool already = false;
    if (!kept_page_write(html, chosen(host)->folder, stem, path, (int)sizeof path, &already, &err)) {
        host_notice(host, say("The page could not be kept"), &err);
        return;
    }
    view_notice_file(host->view, already ? say("Kept already, just as it is") : say("Kept as a page"),
                     path, says);
}

static void keep_learner_page(Host *host, Page *page, const char *what)
{
    char stem[160];
    Text html = { 0 };
    snprintf(stem, sizeof stem, "%s-%.80s", what, host->session.scenario->id);
    page_html(page, &html);
    host_keep_page(host, &html, stem, say("Any browser opens it and prints it."));
    text_deinit(&html);
    page_free(page);
}

static void prove(Host *host)
{
    const Scenario *scenario = host->session.scenario;
    const StorePlaythrough *play = store_current(host->store);
    int minutes = play != NULL ? (play->seconds + 30) / 60 : 0;
    LearnerProof proof = { .name = chosen(host)->name,
                           .scenario = scenario_text(scenario, scenario->title),
                           .about = scenario_text(scenario, scenario->blurb),
                           .day = learner_today(),
                           .minutes = minutes > 0 ? minutes : 1 };
    keep_learner_page(host, learner_proof(&proof, translations_chosen()), "finished");
}

static void take_away(Host *host, const char *plan)
{
    keep_learner_page(
        host,
        learner_takeaway(&host->session.history, "", plan, learner_today(), translations_chosen()),
        "page");
}

// ---- requests ---------------------------------------------------------------------------------------

static bool of_the_play(Host *host, const ViewRequest *wanted)
{
    switch ((int)wanted->kind) {
    case REQUEST_PROOF:
        prove(host);
        return true;
    case REQUEST_TAKEAWAY:
        take_away(host, wanted->text);
        return true;
    case REQUEST_PLACE_KEEP:
        keep_place(host);
        return true;
    case REQUEST_PLACE:
        go_to_place(host, wanted->count);
        return true;
    case REQUEST_PLACE_REMOVE:
        remove_place(host, wanted->count);
        return true;
    default:
        return false;
    }
}

bool host_home_carries_out(Host *host, const ViewRequest *wanted)
{
    switch ((int)wanted->kind) {
    case REQUEST_ANSWER:
        host_home_answer(host, wanted->count);
        return true;
    case REQUEST_PROFILE:
        choose_profile(host, wanted->count);
        return true;
    case REQUEST_PROFILE_ADD:
        add_profile(host, wanted->text);
        return true;
    case REQUEST_PROFILE_NAME:
        name_profile(host, wanted->text);
        return true;
    case REQUEST_PROFILE_REMOVE:
        remove_profile(host, wanted->count);
        return true;
    case REQUEST_KEEP_FOR:
        keep_for(host, wanted->count);
        return true;
    case REQUEST_EXPORT:
        export_all(host);
        return true;
    case REQUEST_FORGET:
        forget_all(host);
        return true;
    default:
        return host->playing && of_the_play(host, wanted);
    }
}
