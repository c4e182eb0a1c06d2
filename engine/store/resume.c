// Replays a journal through story/history.h, compares each place with the one that was kept, and says in
// plain words where the ways part. Knows no SQL.
#include "store/resume.h"

#include "base/arena.h"
#include "base/say.h"
#include "base/text.h"
#include "story/renames.h"
#include "story/render.h"
#include "story/save_compare.h"

#include <stdio.h>
#include <string.h>

enum {
    HERE_MAX = 4,    // answers that are told where one is gone
    REWORDED_MAX = 2 // and of those that have other words now
};

typedef struct Replay {
    const Scenario *scenario;
    const StorePlaythrough *play;
    StoryHistory *history;
    ResumeCare care;
    bool edited;
    bool other_trust; // the numbers of the trust model were others
    Text why;         // what a choice leads to now
    Text reworded;    // which choices had other words then
    int reworded_count;
} Replay;

// The choices that still stand, in order: places in `entries`.
static int standing_choices(const StoreEntry *entries, int count, int *out)
{
    int standing = 0;
    for (int i = 0; i < count; i++) {
        switch (entries[i].kind) {
        case STORE_CHOOSE:
            out[standing++] = i;
            break;
        case STORE_UNDO:
            standing -= standing > 0;
            break;
        case STORE_UNDO_TO:
            standing = entries[i].count < standing ? entries[i].count : standing;
            standing = standing < 0 ? 0 : standing;
            break;
        }
    }
    return standing;
}

// The open offer that the kept id means now; false: there is none. By the whole id only: a number or a
// short one would be a guess.
static bool is_open(const StoryHistory *history, const char *id, StoryOffer *out)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    Err ignored = { 0 };
    char now[STORE_ID_MAX];
    renames_id(history->scenario, id, now, (int)sizeof now);
    int count = story_offers(history->scenario, history->now, false, offers, &ignored);
    for (int i = 0; i < count; i++) {
        char whole[STORE_ID_MAX];
        story_offer_id(history->scenario, history->now, &offers[i], whole, (int)sizeof whole);
        if (strcmp(whole, now) == 0 || strcmp(whole, id) == 0) {
            *out = offers[i];
            return true;
        }
    }
    return false;
}

// In quotes, unless it is speech and has its own.
static void add_quoted(Text *out, const char *text)
{
    bool speech = strncmp(text, "\xE2\x80\x9C", 3) == 0;
    text_addf(out, speech ? "%s" : "\xE2\x80\x9C%s\xE2\x80\x9D", text);
}

// The same, of long words only how they begin.
static void add_beginning(Text *out, const char *text)
{
    char start[100];
    size_t good = 0;
    if (strlen(text) < sizeof start) {
        add_quoted(out, text);
        return;
    }
    memcpy(start, text, sizeof start);
    start[sizeof start - 1] = '\0';
    if (!utf8_valid(start, sizeof start - 1, &good)) { // cut inside of a letter
        start[good] = '\0';
    }
    char *space = strrchr(start, ' ');
    if (space != NULL) {
        *space = '\0';
    }
    bool speech = strncmp(start, "\xE2\x80\x9C", 3) == 0;
    text_addf(out, speech ? "%s\xE2\x80\xA6\xE2\x80\x9D" : "\xE2\x80\x9C%s\xE2\x80\xA6\xE2\x80\x9D",
              start);
}

// Whether an open answer has the words that the player chose.
static bool words_are_open(const Replay *r, const StoreEntry *entry)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    Err ignored = { 0 };
    StoreEntry here;
    const Playthrough *now = r->history->now;
    int count =
        entry->said[0] == '\0' ? 0 : story_offers(r->scenario, now, false, offers, &ignored);
    for (int i = 0; i < count; i++) {
        resume_note(r->scenario, now, &offers[i], &here);
        if (strcmp(here.said, entry->said) == 0) {
            return true;
        }
    }
    return false;
}

// Takes note of a choice that has other words now.
static void note_words(Replay *r, int number, const char *then, const char *now)
{
    if (++r->reworded_count > REWORDED_MAX) {
        return;
    }
    Text was = { 0 };
    Text is = { 0 };
    add_beginning(&was, then);
    add_beginning(&is, now);
    text_add(&r->reworded, " ");
    text_addf(&r->reworded, say("Choice %d said %s then and says %s now."), number, text_str(&was),
              text_str(&is));
    text_deinit(&was);
    text_deinit(&is);
}

// Whether the words that the player chose stand at another answer now, and at the one of that id others: ids
// that were swapped, or given to something new. Where they stand nowhere, it was put in other words.
static bool words_have_moved(Replay *r, const StoryOffer *taken, const StoreEntry *entry,
                             int number)
{
    if (!r->edited || r->care == RESUME_BY_ID || entry->said[0] == '\0') {
        return false;
    }
    StoreEntry here;
    resume_note(r->scenario, r->history->now, taken, &here);
    if (strcmp(here.said, entry->said) == 0) {
        return false;
    }
    if (words_are_open(r, entry)) {
        return true;
    }
    note_words(r, number, entry->said, here.said);
    return false;
}

// Whether the choice that was just taken again led to where it led then. A scene of another name is the
// same place when the next choice (NULL: there is none) is open in it.
static bool means_the_same(Replay *r, const StoreEntry *entry, const StoreEntry *next)
{
    if (!r->edited || r->care == RESUME_BY_ID) {
        return true;
    }
    SaveNote note;
    StoryOffer offer;
    switch (save_compare(r->scenario, entry->after, r->history->now, &note, &r->why)) {
    case SAVE_AGREES:
        r->other_trust = r->other_trust || note.other_trust;
        if (!note.other_scene || (next != NULL && is_open(r->history, next->id, &offer))) {
            return true;
        }
        text_add(&r->why, say("the story goes on in another scene"));
        return false;
    case SAVE_DIFFERS:
        return false;
    case SAVE_UNREADABLE: // kept by an older program: the clock is all there is
        break;
    }
    int32_t now = r->history->now->clock_minute;
    if (entry->minute == now || entry->minute <= 0 || entry->minute > STORY_MINUTE_MAX) {
        return true;
    }
    save_add_clocks(r->scenario, entry->minute, now, &r->why);
    return false;
}

typedef enum Checkpoint { CHECKPOINT_AGREES, CHECKPOINT_DIFFERS, CHECKPOINT_DAMAGED } Checkpoint;

static Checkpoint check(const Replay *r)
{
    const StorePlaythrough *play = r->play;
    if (!play->checkpoint[0]) {
        return CHECKPOINT_AGREES; // it was too long to be kept
    }
    Playthrough *saved = mem_alloc(r->scenario->play_size);
    bool edited = false;
    Err ignored = { 0 };
    Checkpoint result = CHECKPOINT_DAMAGED;
    if (save_read(r->scenario, play->checkpoint, saved, &edited, &ignored)) {
        result = play_equal(r->scenario, saved, r->history->now) ? CHECKPOINT_AGREES
                                                                 : CHECKPOINT_DIFFERS;
    }
    mem_free(saved);
    return result;
}

// ---- what the player is told ------------------------------------------------------------------------

// Whether the program counted trust with other numbers then.
static bool other_numbers(const Replay *r)
{
    return r->play->preset_version != trust_preset_version(r->scenario->trust) ||
           strcmp(r->play->preset, trust_preset_name(r->scenario->trust)) != 0;
}

static const char *what_changed(const Replay *r)
{
    return r->play->scenario_hash != r->scenario->hash
               ? say("This scenario was changed since you last played.")
               : say("Plankwright was changed since you last played.");
}

// The answers that can be given here now.
static void add_open(const Replay *r, Text *out)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    Err ignored = { 0 };
    Text list = { 0 };
    int count = story_offers(r->scenario, r->history->now, false, offers, &ignored);
    for (int i = 0; i < count && i < HERE_MAX; i++) {
        Text marked = { 0 };
        Text plain = { 0 };
        render_offer(r->scenario, r->history->now, &offers[i], &marked);
        render_plain(text_str(&marked), &plain);
        text_add(&list, i == 0 ? "" : ", ");
        add_quoted(&list, text_str(&plain));
        text_deinit(&marked);
        text_deinit(&plain);
    }
    if (count > 0) {
        text_add(out, " ");
        text_addf(out,
                  count > HERE_MAX ? say("Open here now: %s and more.") : say("Open here now: %s"),
                  text_str(&list));
    }
    text_deinit(&list);
}

// "Noon. You'll have it." where the words were kept, else the id.
static const char *said(const StoreEntry *entry)
{
    return entry->said[0] ? entry->said : entry->id;
}

// Whether an answer of that id is written anywhere in the scenario.
static bool is_written(const Scenario *sc, const char *id)
{
    char now[STORE_ID_MAX];
    renames_id(sc, id, now, (int)sizeof now);
    size_t n = strcspn(now, "./");
    const char *dot = strrchr(now, '.');
    for (int i = 0; i < sc->option_count && dot != NULL; i++) {
        const StoryOption *option = &sc->options[i];
        const char *scene = option->scene < sc->scene_count ? sc->scenes[option->scene].id : "";
        if (strcmp(option->id, dot + 1) == 0 && strlen(scene) == n && memcmp(scene, now, n) == 0) {
            return true;
        }
    }
    return false;
}

// "Here you chose …, which …"
static void add_choice(const Replay *r, const Resume *resume, const StoreEntry *parted, Text *out)
{
    Text chosen = { 0 };
    add_quoted(&chosen, said(parted));
    text_add(out, " ");
    if (resume->kind == RESUME_ELSEWHERE || r->why.length > 0) {
        text_addf(out,
                  say("Here you chose %s, which can still be chosen, but leads elsewhere now: %s."),
                  text_str(&chosen), text_str(&r->why));
    } else if (is_written(r->scenario, parted->id)) {
        text_addf(
            out, say("Here you chose %s, which is still in the story, but not open here any more."),
            text_str(&chosen));
    } else {
        text_addf(out, say("Here you chose %s, which is no longer in the story."),
                  text_str(&chosen));
    }
    text_deinit(&chosen);
}

// Which of the choices that hold were put in other words since.
static void add_reworded(const Replay *r, Text *out)
{
    int more = r->reworded_count - REWORDED_MAX;
    text_add(out, text_str(&r->reworded));
    if (more > 0) {
        text_add(out, " ");
        text_addf(out,
                  say_many("%d more has other words now.", "%d more have other words now.", more),
                  more);
    }
}

static void explain_parting(const Replay *r, Resume *resume, const StoreEntry *parted, Text *out)
{
    Text clock = { 0 };
    render_clock(r->scenario, r->history->now->clock_minute, &clock);
    if (r->care == RESUME_SAME_MEANING) { // else an author sees what they do
        text_add(out, r->edited ? what_changed(r)
                                : say("What was kept of this playthrough does not fit together."));
        text_add(out, " ");
        snprintf(
            resume->fix, sizeof resume->fix, "%s",
            resume->taken > 0
                ? say("You can go on from here, or start over. Nothing is lost: the old "
                      "playthrough "
                      "is kept as it was, and comes back if the scenario does.")
                : say("Nothing is lost: the old playthrough is kept as it was, and comes back if "
                      "the scenario does."));
    }
    if (resume->taken == 0) {
        text_addf(out, say("The ways part at your first choice, %s."), text_str(&clock));
    } else if (resume->taken == 1) {
        text_addf(out, say("The first of your %d choices still holds and leads here, to %s."),
                  resume->total, text_str(&clock));
    } else {
        text_addf(out, say("Your first %d of %d choices still hold and lead here, to %s."),
                  resume->taken, resume->total, text_str(&clock));
    }
    add_reworded(r, out);
    add_choice(r, resume, parted, out);
    if (resume->kind == RESUME_CUT && r->care == RESUME_SAME_MEANING) {
        add_open(r, out);
    }
    text_deinit(&clock);
}

static void explain_whole(Replay *r, Resume *resume, Text *out)
{
    Text why = { 0 };
    bool sure =
        save_compare(r->scenario, r->play->checkpoint, r->history->now, NULL, &why) != SAVE_DIFFERS;
    text_addf(out, "%s ", what_changed(r));
    if (sure) {
        text_addf(
            out,
            say_many("Your %d choice is still in it and means the same; what you read may differ.",
                     "All of your %d choices are still in it and mean the same; what you read "
                     "may differ.",
                     resume->total),
            resume->total);
    } else { // only where an older program kept the way
        text_addf(
            out,
            say("All of your %d choices are still in it, but somewhere on the way it differs: %s."),
            resume->total, text_str(&why));
    }
    add_reworded(r, out);
    if (r->other_trust || other_numbers(r)) {
        text_addf(
            out, " %s",
            say("How trust moves was tuned since: your bridges may stand a little differently."));
    }
    text_deinit(&why);
}

static void explain(Replay *r, Resume *resume, const StoreEntry *parted)
{
    Text out = { 0 };
    switch (resume->kind) {
    case RESUME_EXACT:
        break;
    case RESUME_DISAGREES:
        text_addf(
            &out,
            check(r) == CHECKPOINT_DAMAGED
                ? say("The note that was kept beside your %d choices is damaged and was not used. "
                      "The choices were played again, and all of them are here.")
                : say("Your %d choices were played again, and this place looks different from the "
                      "one that was kept. That is a mistake in the program, not yours; your "
                      "choices are all here."),
            resume->taken);
        break;
    case RESUME_EDITED:
        if (r->care == RESUME_SAME_MEANING) {
            explain_whole(r, resume, &out);
        }
        break;
    case RESUME_CUT:
    case RESUME_ELSEWHERE:
        explain_parting(r, resume, parted, &out);
        break;
    }
    snprintf(resume->message, sizeof resume->message, "%s",
             text_str(&out) + strspn(text_str(&out), " "));
    size_t good = 0;
    if (!utf8_valid(resume->message, strlen(resume->message), &good)) { // cut inside of a letter
        resume->message[good] = '\0';
    }
    text_deinit(&out);
}

// ---- replaying --------------------------------------------------------------------------------------

static ResumeKind replay(Replay *r, const StoreEntry *entries, const int *standing, Resume *resume)
{
    while (resume->taken < resume->total) {
        const StoreEntry *entry = &entries[standing[resume->taken]];
        StoryOffer offer;
        Err ignored = { 0 };
        text_clear(&r->why);
        if (!is_open(r->history, entry->id, &offer)) {
            if (r->edited && words_are_open(r, entry)) {
                text_add(&r->why, say("another answer has these words now"));
            }
            return RESUME_CUT; // with the same scenario only a tampered journal does that
        }
        if (words_have_moved(r, &offer, entry, resume->taken + 1)) {
            text_add(&r->why, say("another answer has these words now"));
            return RESUME_ELSEWHERE;
        }
        if (!history_choose(r->history, &offer, &ignored)) {
            return RESUME_CUT;
        }
        bool last = resume->taken + 1 == resume->total;
        if (!means_the_same(r, entry, last ? NULL : &entries[standing[resume->taken + 1]])) {
            history_undo(r->history);
            return RESUME_ELSEWHERE;
        }
        resume->taken++;
    }
    if (r->edited) {
        return RESUME_EDITED;
    }
    return check(r) == CHECKPOINT_AGREES ? RESUME_EXACT : RESUME_DISAGREES;
}

bool resume_open(StoryHistory *history, const Scenario *scenario, const StorePlaythrough *play,
                 const StoreEntry *entries, int count, ResumeCare care, Resume *resume, Err *err)
{
    *resume = (Resume){ 0 };
    if (strcmp(play->scenario, scenario->id) != 0) {
        err_set(err, ERR_INPUT, "this playthrough is of the scenario \"%s\", not of \"%s\"",
                play->scenario, scenario->id);
        return err_fix(err, "play %s to go on with it", play->scenario);
    }
    if (!history_open(history, scenario, play->seed, err)) {
        return false;
    }
    Replay r = { .scenario = scenario,
                 .play = play,
                 .history = history,
                 .care = care,
                 .edited = play->scenario_hash != scenario->hash };
    r.edited = r.edited || other_numbers(&r);
    int *standing = mem_alloc(sizeof *standing * (size_t)(count + 1));
    resume->total = standing_choices(entries, count, standing);
    resume->kind = replay(&r, entries, standing, resume);
    bool whole = resume->taken == resume->total;
    explain(&r, resume, whole ? NULL : &entries[standing[resume->taken]]);
    text_deinit(&r.why);
    text_deinit(&r.reworded);
    mem_free(standing);
    return true;
}

void resume_describe(const Scenario *scenario, uint64_t seed, StorePlaythrough *out)
{
    *out = (StorePlaythrough){ 0 };
    snprintf(out->scenario, sizeof out->scenario, "%s", scenario->id);
    out->scenario_hash = scenario->hash;
    out->version = scenario->version;
    snprintf(out->preset, sizeof out->preset, "%s", trust_preset_name(scenario->trust));
    out->preset_version = trust_preset_version(scenario->trust);
    out->seed = seed;
}

void resume_note(const Scenario *scenario, const Playthrough *play, const StoryOffer *offer,
                 StoreEntry *out)
{
    *out = (StoreEntry){ .kind = STORE_CHOOSE };
    story_offer_id(scenario, play, offer, out->id, (int)sizeof out->id);
    Text marked = { 0 };
    Text plain = { 0 };
    render_offer(scenario, play, offer, &marked);
    render_plain(text_str(&marked), &plain);
    snprintf(out->said, sizeof out->said, "%s", text_str(&plain));
    size_t good = 0;
    if (!utf8_valid(out->said, strlen(out->said), &good)) {
        out->said[good] = '\0';
    }
    text_deinit(&marked);
    text_deinit(&plain);
}

void resume_note_after(const Scenario *scenario, const Playthrough *after, StoreEntry *entry)
{
    entry->minute = after->clock_minute;
    if (save_write(scenario, after, entry->after, sizeof entry->after) == 0) {
        entry->after[0] = '\0';
    }
}

void resume_begin(Store *store, const StoryHistory *history)
{
    const Scenario *scenario = history->scenario;
    StoreEntry *kept = mem_alloc(sizeof *kept * (size_t)(history->count + 1));
    for (int i = 0; i < history->count; i++) {
        resume_note(scenario, history_state(history, i), &history->taken[i], &kept[i]);
        resume_note_after(scenario, history_state(history, i + 1), &kept[i]);
    }
    StorePlaythrough now;
    resume_describe(scenario, history->now->seed, &now);
    store_begin(store, &now, kept, history->count);
    mem_free(kept);
}

bool resume_recorded(Store *store, StoryHistory *history, const Scenario *scenario,
                     const StorePlaythrough *play, ResumeCare care, Resume *resume, Err *err)
{
    StoreEntry *entries = NULL;
    int count = 0;
    bool opened = store_entries(store, play->row, &entries, &count, err) &&
                  resume_open(history, scenario, play, entries, count, care, resume, err);
    mem_free(entries);
    if (!opened) {
        return false;
    }
    if (resume->kind != RESUME_EXACT && resume->kind != RESUME_DISAGREES) {
        resume_begin(store, history);
    } else if (!store_continue(store, play, err)) {
        history_close(history);
        return false;
    }
    return true;
}

// ---- slots and the record ---------------------------------------------------------------------------

bool resume_slot(Store *store, StoryHistory *history, const Scenario *scenario,
                 const StoreSlot *slot, ResumeCare care, Resume *resume, Err *err)
{
    StoreEntry *entries = NULL;
    int count = 0;
    bool opened = store_slot_entries(store, slot, &entries, &count, err) &&
                  resume_open(history, scenario, &slot->play, entries, count, care, resume, err);
    mem_free(entries);
    if (opened) {
        resume_begin(store, history);
    }
    return opened;
}

static void add_bridge(const Scenario *scenario, const Playthrough *play, int person,
                       StoreBridge *out)
{
    *out = (StoreBridge){ .person = "" };
    story_bridge(scenario, play, person, &out->bridge);
    snprintf(out->person, sizeof out->person, "%s",
             scenario_text(scenario, scenario->people[person].first));
    size_t good = 0;
    if (!utf8_valid(out->person, strlen(out->person), &good)) {
        out->person[good] = '\0'; // it was cut inside a letter
    }
}

int resume_bridges(const Scenario *scenario, const Playthrough *play, const StoryJournal *journal,
                   StoreBridge out[STORY_PEOPLE_MAX])
{
    if (scenario->person_count == 0) {
        return 0;
    }
    int first = story_current_person(scenario, play, journal);
    int count = 0;
    add_bridge(scenario, play, first, &out[count++]);
    for (int i = 0; i < scenario->person_count && count < STORY_PEOPLE_MAX; i++) {
        if (i != first) {
            add_bridge(scenario, play, i, &out[count++]);
        }
    }
    return count;
}
