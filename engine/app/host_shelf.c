// The shelf of the host: its cards, with the bridge as it was left on each, loaded in two steps so that the
// first picture need not wait; in another language the same shelf again.
#define _POSIX_C_SOURCE 200809L

#include "app/cards.h"
#include "app/host_drill.h"
#include "app/host_home.h"
#include "app/host_language.h"
#include "app/trace.h"
#include "app/translations.h"
#include "base/arena.h"
#include "base/say.h"

#include <stdio.h>
#include <string.h>

// The same of a scenario that was edited since, where the checkpoint's places are others now.
static void bridge_edited(Store *store, const Scenario *scenario, const StorePlaythrough *kept,
                          BridgeCondition *bridge)
{
    StoreEntry *entries = NULL;
    int count = 0;
    StoryHistory history;
    Resume resume;
    if (store_entries(store, kept->row, &entries, &count, NULL) &&
        resume_open(&history, scenario, kept, entries, count, RESUME_SAME_MEANING, &resume, NULL)) {
        int person = story_current_person(scenario, history.now, NULL);
        story_bridge(scenario, history.now, person, bridge);
        history_close(&history);
    }
    mem_free(entries);
}

static BridgeCondition bridge_left(Store *store, const Scenario *scenario,
                                   const StorePlaythrough *kept)
{
    BridgeCondition bridge = bridge_condition(&(BridgeInput){ .trust = 660000, .rapport = 500000 });
    Playthrough *play = mem_alloc(scenario->play_size);
    bool edited = false;
    bool same = kept && kept->scenario_hash == scenario->hash;
    if (same && save_read(scenario, kept->checkpoint, play, &edited, NULL)) {
        story_bridge(scenario, play, story_current_person(scenario, play, NULL), &bridge);
    } else if (kept) {
        bridge_edited(store, scenario, kept, &bridge);
    }
    mem_free(play);
    return bridge;
}

static void fill_card(Host *host, const LibraryItem *item, ViewCard *card)
{
    cards_fill(item, &host->card_texts, card);
    if (!item->scenario) {
        return;
    }
    const Scenario *scenario = item->scenario;
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
        snprintf(standing, sizeof standing, say_many("played %d time", "played %d times", times),
                 times);
    }
    size_t n = strlen(standing);
    if (item->installed) {
        snprintf(standing + n, sizeof standing - n, "%s%s", n > 0 ? ", " : "", say("installed"));
    }
    card->standing = arena_string(&host->card_texts, standing);
    if (any) { // else as it begins
        card->bridge = bridge_left(host->store, scenario, &kept);
    }
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

// The first cards, and the one that stands in front: the others follow with the next picture.
static void load_first(Host *host)
{
    enum { FIRST = 5 };
    StorePlaythrough latest;
    bool any = store_latest(host->store, NULL, &latest);
    library_init(&host->library, host->request->data, false);
    for (int i = 0; i < host->library.count; i++) {
        LibraryItem *item = &host->library.items[i];
        if (i < FIRST || (any && strcmp(item->id, latest.scenario) == 0)) {
            library_load_item(item);
        }
    }
    trace_point("library");
}

// `again`: in other words, and nothing else has happened.
static void show_cards(Host *host, bool again)
{
    Arena old = host->card_texts; // the view borrows the cards until the new ones are there
    ViewCard *old_cards = host->cards;
    arena_init(&host->card_texts);
    host->cards = mem_alloc(sizeof *host->cards * (size_t)(host->library.count + 1));
    for (int i = 0; i < host->library.count; i++) {
        fill_card(host, &host->library.items[i], &host->cards[i]);
    }
    mark_latest(host);
    if (again) {
        view_cards(host->view, host->cards, host->library.count, host->first_words);
    } else {
        view_library(host->view, host->cards, host->library.count, host->first_words);
    }
    host_home_show(host);
    arena_deinit(&old);
    mem_free(old_cards);
}

bool host_load_rest(Host *host)
{
    bool more = false;
    for (int i = 0; i < host->library.count; i++) {
        more = more || !host->library.items[i].loaded;
        library_load_item(&host->library.items[i]);
    }
    if (more && !host->playing) {
        show_cards(host, false);
    }
    host_home_tidy(host);
    return more;
}

// The shelf in the language of now. What the view still shows of the old one goes when the new one is there.
static void load_again(Host *host)
{
    Library old = host->library;
    host->spoken_since = false;
    load_first(host);
    for (int i = 0; i < host->library.count; i++) {
        library_load_item(&host->library.items[i]);
    }
    show_cards(host, true);
    library_deinit(&old);
}

bool host_speak(Host *host, const char *tag, Err *err)
{
    if (!translations_choose(tag, err)) {
        return false;
    }
    if (host->playing && !host->drilling) { // a drill stays as it is told
        Resume resume;
        Scenario *scenario = library_load(host->session.scenario->folder, host->request->data, err);
        if (scenario == NULL || !session_reload(&host->session, scenario, &resume, err)) {
            return false;
        }
        view_edited(host->view, &host->session.history);
    }
    if (host->first_words[0]) {
        play_first_words(host->store, host->first_words, (int)sizeof host->first_words);
    }
    host->spoken_since = host->library.count > 0;
    if (host->spoken_since && !host->playing) {
        load_again(host);
    }
    return true;
}

void host_show_library(Host *host)
{
    if (host->library.count == 0) {
        load_first(host);
    } else if (host->spoken_since) {
        load_again(host);
    }
    if (host->library_shown) {
        host->first_words[0] = '\0'; // the view borrows them: they go with the next library
    }
    host->library_shown = true;
    show_cards(host, false);
    host_drill_close(host);
    if (host->playing) {
        session_close(&host->session);
        host->playing = false;
        live_deinit(&host->live);
        view_mistake(host->view, NULL);
    }
    host->settle = true;
}
