// Joins history and store.
#define _POSIX_C_SOURCE 200809L

#include "app/session.h"

#include "app/log.h"
#include "base/arena.h"
#include "base/hash.h"
#include "base/text.h"
#include "explore/seen.h"
#include "store/known.h"
#include "store/slots.h"
#include "story/render.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { SEEDS = 1000000 };

uint64_t session_draw_seed(void)
{
    struct timespec now = { 0, 0 };
    clock_gettime(CLOCK_REALTIME, &now);
    uint64_t stream = hash_mix((uint64_t)now.tv_sec, (uint64_t)now.tv_nsec);
    stream = hash_mix(stream, (uint64_t)getpid());
    return 1u + random_below(&stream, SEEDS - 1u);
}

// ---- what was read before ---------------------------------------------------------------------------

// The events of the journal from `from` on have been shown.
static void note_read(Session *session, int from)
{
    const StoryJournal *journal = &session->history.journal;
    if (!session->store) {
        return;
    }
    if (journal->count > session->read_room) {
        session->read_room = journal->count * 2;
        session->read =
            mem_grow(session->read, sizeof *session->read * (size_t)session->read_room);
    }
    for (int i = from; i < journal->count; i++) {
        uint32_t mark = known_mark(session->scenario, &journal->events[i]);
        session->read[i] = mark == 0 || store_knows(session->store, mark);
    }
    for (int i = from; i < journal->count; i++) { // said twice in one turn is still new
        store_learn(session->store, known_mark(session->scenario, &journal->events[i]));
    }
}

bool session_was_read(const Session *session, int event)
{
    return event >= 0 && event < session->history.journal.count && event < session->read_room &&
           session->read[event];
}

// ---- beginning and ending ---------------------------------------------------------------------------

bool session_start(Session *session, Scenario *taken_scenario, Store *store, uint64_t seed,
                   Err *err)
{
    *session = (Session){ .scenario = taken_scenario, .store = store };
    if (!history_open(&session->history, taken_scenario, seed, err)) {
        scenario_free(taken_scenario);
        *session = (Session){ .scenario = NULL };
        return false;
    }
    if (store) {
        StorePlaythrough play;
        resume_describe(taken_scenario, seed, &play);
        store_begin(store, &play, NULL, 0);
    }
    note_read(session, 0);
    crash_scenario(taken_scenario->id);
    log_line("start %s, seed %llu", taken_scenario->id, (unsigned long long)seed);
    return true;
}

bool session_resume(Session *session, Scenario *taken_scenario, Store *store,
                    const StorePlaythrough *play, ResumeCare care, Resume *resume, Err *err)
{
    *session = (Session){ .scenario = taken_scenario, .store = store };
    if (!resume_recorded(store, &session->history, taken_scenario, play, care, resume, err)) {
        scenario_free(taken_scenario);
        *session = (Session){ .scenario = NULL };
        return false;
    }
    note_read(session, 0);
    crash_scenario(taken_scenario->id);
    log_line("resume %s, %d of %d choices, seed %llu%s", taken_scenario->id, resume->taken,
             resume->total, (unsigned long long)play->seed,
             resume->kind == RESUME_DISAGREES ? ", CHECKPOINT DISAGREES" : "");
    return true;
}

bool session_open_slot(Session *session, Scenario *taken_scenario, Store *store,
                       const StoreSlot *slot, Resume *resume, Err *err)
{
    *session = (Session){ .scenario = taken_scenario, .store = store };
    if (!resume_slot(store, &session->history, taken_scenario, slot, RESUME_SAME_MEANING, resume,
                     err)) {
        scenario_free(taken_scenario);
        *session = (Session){ .scenario = NULL };
        return false;
    }
    note_read(session, 0);
    crash_scenario(taken_scenario->id);
    log_line("slot of %s, %d of %d choices", taken_scenario->id, resume->taken, resume->total);
    return true;
}

// The choices so far as entries; the caller frees them.
static StoreEntry *way_of(const Session *session, int *count)
{
    const StoryHistory *history = &session->history;
    StoreEntry *way = mem_alloc(sizeof *way * (size_t)(history->count + 1));
    for (int i = 0; i < history->count; i++) {
        const Playthrough *state = history_state(history, i);
        resume_note(session->scenario, state, &history->taken[i], &way[i]);
    }
    *count = history->count;
    return way;
}

static void forget_way(Session *session)
{
    mem_free(session->way);
    session->way = NULL;
    session->way_count = 0;
}

bool session_reload(Session *session, Scenario *taken_scenario, Resume *resume, Err *err)
{
    if (!session->way) {
        session->way = way_of(session, &session->way_count);
    }
    StorePlaythrough play;
    resume_describe(session->scenario, session->history.now->seed, &play);
    snprintf(play.scenario, sizeof play.scenario, "%s",
             taken_scenario->id); // it may be edited, too
    StoryHistory history;
    if (!resume_open(&history, taken_scenario, &play, session->way, session->way_count,
                     RESUME_BY_ID, resume, err)) {
        scenario_free(taken_scenario);
        return false;
    }
    bool other = taken_scenario->hash != session->scenario->hash;
    history_close(&session->history);
    scenario_free(session->scenario);
    session->scenario = taken_scenario;
    session->history = history;
    if (other && session->store) {
        resume_begin(session->store, &session->history);
    }
    note_read(session, 0);
    if (resume->taken == resume->total) {
        forget_way(session);
    }
    crash_scenario(taken_scenario->id);
    log_line("edited %s: %d of %d choices", taken_scenario->id, resume->taken, resume->total);
    return true;
}

void session_close(Session *session)
{
    forget_way(session);
    mem_free(session->read);
    if (session->scenario) {
        history_close(&session->history);
        scenario_free(session->scenario);
        crash_scenario(NULL);
    }
    *session = (Session){ .scenario = NULL };
}

static void standing(const Session *session, Text *out)
{
    const Scenario *scenario = session->scenario;
    const Playthrough *play = session->history.now;
    if (play->ended != 0) {
        text_add(out, scenario_text(scenario, scenario->endings[play->ended - 1].title));
    } else {
        render_clock(scenario, play->clock_minute, out);
    }
}

// The mechanics of the article that this way has met so far.
static uint32_t met(const Session *session)
{
    const StoryJournal *journal = &session->history.journal;
    ExploreSeen seen;
    uint8_t harmed = 0;
    explore_seen_init(&seen, session->scenario);
    explore_seen_events(&seen, journal->events, journal->count, &harmed);
    uint32_t mechanics = seen.mechanics;
    explore_seen_deinit(&seen);
    return mechanics;
}

// Keeps the entry. Tells once when the disk will not have it, and once when it has it after all.
static void record(Session *session, const StoreEntry *entry, Err *notice)
{
    if (!session->store) {
        return;
    }
    const Scenario *scenario = session->scenario;
    const Playthrough *play = session->history.now;
    char checkpoint[SAVE_MAX] = "";
    if (save_write(scenario, play, checkpoint, sizeof checkpoint) == 0) {
        checkpoint[0] = '\0';
    }
    Text where = { 0 };
    standing(session, &where);
    StoreBridge bridges[STORY_PEOPLE_MAX];
    StoreStand stand = { .checkpoint = checkpoint,
                         .standing = text_str(&where),
                         .ending = play->ended != 0 ? scenario->endings[play->ended - 1].id : NULL,
                         .bridges = bridges,
                         .bridge_count = resume_bridges(scenario, play, &session->history.journal,
                                                        bridges),
                         .met = met(session) };
    Err err = { 0 };
    bool kept = store_append(session->store, entry, &stand, &err);
    text_deinit(&where);
    if (!kept) {
        log_line("not kept: %s", err.message);
    }
    if (!kept && (!session->told || store_waiting(session->store) == 0)) {
        *notice = err;
    } else if (kept && session->told) {
        err_set(notice, ERR_SYSTEM, "your choices are kept again, all of them");
    } else if (store_forked(session->store)) {
        err_set(notice, ERR_SYSTEM, "this playthrough goes on in another Plankwright too");
        err_fix(notice, "from here on this one is kept as a playthrough of its own");
    }
    session->told = store_waiting(session->store) > 0;
}

bool session_keep_place(Session *session, const char *name, Err *err)
{
    Err notice = { 0 };
    record(session, NULL, &notice); // before the first choice nobody has told how the bridges stand
    return store_slot_keep(session->store, name, NULL, err);
}

bool session_choose(Session *session, const StoryOffer *offer, Err *err)
{
    StoreEntry entry;
    resume_note(session->scenario, session->history.now, offer, &entry);
    crash_choice(entry.id);
    *err = (Err){ 0 };
    int events = session->history.journal.count;
    if (!history_choose(&session->history, offer, err)) {
        log_line("%s: %s", entry.id, err->message);
        return false;
    }
    forget_way(session);
    resume_note_after(session->scenario, session->history.now, &entry);
    note_read(session, events);
    record(session, &entry, err);
    return true;
}

bool session_undo(Session *session, Err *err)
{
    *err = (Err){ 0 };
    if (!history_undo(&session->history)) {
        return err_set(err, ERR_USAGE, "this is where it starts: there is nothing to undo");
    }
    forget_way(session);
    crash_choice("undo");
    StoreEntry entry = { .kind = STORE_UNDO, .minute = session->history.now->clock_minute };
    record(session, &entry, err);
    return true;
}

bool session_undo_to(Session *session, int count, Err *err)
{
    *err = (Err){ 0 };
    if (count < 0 || count >= session->history.count) {
        return err_set(err, ERR_USAGE, "there is no choice %d to go back to", count + 1);
    }
    while (session->history.count > count) {
        history_undo(&session->history);
    }
    forget_way(session);
    crash_choice("undo_to");
    StoreEntry entry = { .kind = STORE_UNDO_TO,
                         .count = count,
                         .minute = session->history.now->clock_minute };
    record(session, &entry, err);
    return true;
}
