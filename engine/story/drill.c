// Reads a drill's own journal; another answer is looked at by playing it on a copy of the state.
#include "story/drill.h"

#include "base/arena.h"

#include <string.h>

// ---- what can be practised ----------------------------------------------------------------------

static int open_offers(const StoryHistory *h, int n, StoryOffer *out)
{
    return story_offers(h->scenario, history_state(h, n), false, out, NULL);
}

static StoryPause pause_at(const StoryHistory *h, int n)
{
    return story_pause(h->scenario, history_state(h, n));
}

// Whether another scene began with the n-th choice.
static bool scene_begins(const StoryHistory *h, int n)
{
    int to = n + 1 < h->count ? h->journal_marks[n + 1] : h->journal.count;
    for (int i = h->journal_marks[n]; i < to; i++) {
        if (h->journal.events[i].kind == EVENT_SCENE) {
            return true;
        }
    }
    return false;
}

static bool same_talk(const Playthrough *a, const Playthrough *b)
{
    return a->talk == b->talk && a->talk_person == b->talk_person;
}

// Whether the choice before belongs to the same conversation.
static bool goes_back(const StoryHistory *h, int n)
{
    if (n == 0) {
        return false;
    }
    StoryPause here = pause_at(h, n);
    if (here == PAUSE_TALK && pause_at(h, n - 1) == PAUSE_TALK) {
        return same_talk(history_state(h, n), history_state(h, n - 1));
    }
    return here != PAUSE_TALK && pause_at(h, n - 1) == PAUSE_CHOICE && !scene_begins(h, n - 1);
}

bool drill_begins(const StoryHistory *way, int n, int *from)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    if (n < way->count && pause_at(way, n) == PAUSE_DESK && way->taken[n].kind == OFFER_TALK) {
        n++;
        if (pause_at(way, n) != PAUSE_TALK) { // they would not
            return false;
        }
    }
    StoryPause pause = pause_at(way, n);
    if ((pause != PAUSE_TALK && pause != PAUSE_CHOICE) || open_offers(way, n, offers) < 2) {
        return false;
    }
    while (goes_back(way, n)) {
        n--;
    }
    *from = n;
    return true;
}

// ---- playing ------------------------------------------------------------------------------------

bool drill_open(Drill *drill, const StoryHistory *way, int from, Err *err)
{
    *drill = (Drill){ .from = from, .tries = 1 };
    if (!history_open(&drill->history, way->scenario, history_state(way, 0)->seed, err)) {
        return false;
    }
    for (int i = 0; i < from; i++) {
        if (!history_choose(&drill->history, &way->taken[i], err)) {
            drill_close(drill);
            return false;
        }
    }
    return true;
}

void drill_close(Drill *drill)
{
    history_close(&drill->history);
    mem_free(drill->taken);
    *drill = (Drill){ .from = 0 };
}

bool drill_choose(Drill *drill, const StoryOffer *offer, Err *err)
{
    if (drill_is_over(drill)) {
        return err_set(err, ERR_USAGE, "this conversation is over");
    }
    return history_choose(&drill->history, offer, err);
}

bool drill_undo(Drill *drill)
{
    return drill->history.count > drill->from && history_undo(&drill->history);
}

static bool was_taken(const Drill *drill, const StoryOffer *offer)
{
    for (int i = 0; i < drill->taken_count; i++) {
        if (drill->taken[i].kind == offer->kind && drill->taken[i].x == offer->x) {
            return true;
        }
    }
    for (int i = drill->from; i < drill->history.count; i++) {
        const StoryOffer *taken = &drill->history.taken[i];
        if (taken->kind == offer->kind && taken->x == offer->x) {
            return true;
        }
    }
    return false;
}

static void remember(Drill *drill)
{
    for (int i = drill->from; i < drill->history.count; i++) {
        if (drill->taken_count == drill->taken_capacity) {
            drill->taken_capacity = drill->taken_capacity * 2 + 16;
            drill->taken =
                mem_grow(drill->taken, (size_t)drill->taken_capacity * sizeof *drill->taken);
        }
        const StoryOffer *offer = &drill->history.taken[i];
        drill->taken[drill->taken_count++] = (DrillTaken){ offer->kind, offer->x };
    }
}

bool drill_again(Drill *drill)
{
    if (drill->history.count == drill->from) {
        return false;
    }
    remember(drill);
    while (drill->history.count > drill->from) {
        history_undo(&drill->history);
    }
    drill->tries++;
    return true;
}

// ---- where it ends ------------------------------------------------------------------------------

static bool began_in_talk(const Drill *drill)
{
    return pause_at(&drill->history, drill->from) == PAUSE_TALK;
}

bool drill_is_over(const Drill *drill)
{
    const StoryHistory *h = &drill->history;
    if (h->count == drill->from) {
        return false;
    }
    StoryPause pause = story_pause(h->scenario, h->now);
    if (pause == PAUSE_ENDED || scene_begins(h, h->count - 1)) {
        return true;
    }
    if (began_in_talk(drill)) {
        return pause != PAUSE_TALK || !same_talk(h->now, history_state(h, drill->from));
    }
    return pause == PAUSE_DESK;
}

// Behind the one-on-one's own effect, or -1.
static int talk_end(const StoryJournal *journal, int from)
{
    for (int i = from; i < journal->count; i++) {
        if (journal->events[i].kind == EVENT_TALKED) {
            do {
                i++;
            } while (i < journal->count && (journal->events[i].kind == EVENT_TRUST ||
                                            journal->events[i].kind == EVENT_RAPPORT));
            return i;
        }
    }
    return -1;
}

int drill_end(const Drill *drill)
{
    const StoryHistory *h = &drill->history;
    if (!drill_is_over(drill)) {
        return h->journal.count;
    }
    int from = h->journal_marks[h->count - 1];
    int end = began_in_talk(drill) ? talk_end(&h->journal, from) : -1;
    if (end >= 0) {
        return end;
    }
    for (int i = from; i < h->journal.count; i++) {
        uint8_t kind = h->journal.events[i].kind;
        if (kind == EVENT_SCENE || kind == EVENT_DAY) { // from here on it is another story
            return i;
        }
    }
    return h->journal.count;
}

// ---- what it did --------------------------------------------------------------------------------

// Whom it was with: in a one-on-one that person, else whose trust it moved most, else who spoke
// most.
static int with_whom(const Drill *drill, int from, int to)
{
    const StoryHistory *h = &drill->history;
    const Playthrough *start = history_state(h, drill->from);
    if (began_in_talk(drill)) {
        return start->talk_person;
    }
    int64_t weight[STORY_PEOPLE_MAX] = { 0 };
    for (int i = from; i < to; i++) {
        const StoryEvent *event = &h->journal.events[i];
        if (event->person >= h->scenario->person_count) {
            continue;
        }
        int64_t size = event->kind == EVENT_TRUST ? (int64_t)event->b - event->a : 0;
        size = size < 0 ? -size : size;
        weight[event->person] += size * 100 + (event->kind == EVENT_SAID);
    }
    int best = -1;
    for (int i = 0; i < h->scenario->person_count; i++) {
        best = weight[i] > 0 && (best < 0 || weight[i] > weight[best]) ? i : best;
    }
    return best >= 0 ? best : story_current_person(h->scenario, start, NULL);
}

static void count_move(DrillResult *out, int move)
{
    out->listened += move == STORY_LISTEN;
    out->asked += move == STORY_ASK;
    out->against += move == STORY_DEFEND || move == STORY_STEER || move == STORY_FIX;
}

static void read_event(const Scenario *sc, const StoryEvent *event, DrillResult *out)
{
    if (event->kind == EVENT_PROMISED) {
        out->promised = sc->commitments[event->what].by == STORY_PLAYER ? event->what
                                                                        : out->promised;
    } else if (event->kind == EVENT_SETTLED) {
        out->settled = event->what;
        out->settled_state = event->a;
    } else if (event->person != out->person) {
        return;
    } else if (event->kind == EVENT_TRUST) {
        out->trust_change += event->b - event->a;
        out->after = bridge_word(event->b);
    } else if (event->kind == EVENT_RAPPORT) {
        out->rapport_change += event->b - event->a;
    } else if (event->kind == EVENT_LEARNED || event->kind == EVENT_CLARIFIED) {
        out->learned++;
    } else if (event->kind == EVENT_MOVE) {
        count_move(out, event->what);
    }
}

// ---- what another try could do ------------------------------------------------------------------

typedef struct Effect {
    bool answers, hears, against, harms; // harms: hides or denies
} Effect;

// Whether it tells something that is not known at the end of the try.
static bool tells(const StoryEvent *event, const Playthrough *known)
{
    return (event->kind == EVENT_LEARNED && (known->facts >> event->what & 1u) == 0) ||
           (event->kind == EVENT_CLARIFIED && (known->standards >> event->what & 1u) == 0);
}

static Effect effect_of_events(const StoryEvent *events, int count, int person,
                               const Playthrough *known)
{
    Effect effect = { .answers = false };
    for (int i = 0; i < count; i++) {
        const StoryEvent *event = &events[i];
        effect.harms = effect.harms || event->kind == EVENT_COVERED_UP ||
                       (event->kind == EVENT_TACTIC && event->what == TACTIC_DENIAL);
        if (event->person != person) {
            continue;
        }
        effect.answers = effect.answers || tells(event, known);
        if (event->kind == EVENT_MOVE) {
            bool hears = event->what == STORY_LISTEN || event->what == STORY_ASK;
            effect.hears = effect.hears || hears;
            effect.against = effect.against || event->what == STORY_DEFEND ||
                             event->what == STORY_STEER || event->what == STORY_FIX;
        }
    }
    return effect;
}

static Effect effect_of(const StoryHistory *h, int choice, const StoryOffer *offer, int person)
{
    Playthrough *play = mem_alloc(h->scenario->play_size);
    StoryJournal journal = { .silent = true };
    Effect effect = { .harms = true }; // what cannot be played is not offered
    memcpy(play, history_state(h, choice), h->scenario->play_size);
    if (story_choose(h->scenario, play, offer, &journal, NULL)) {
        effect = effect_of_events(journal.events, journal.count, person, h->now);
    }
    story_journal_deinit(&journal);
    mem_free(play);
    return effect;
}

static Effect effect_taken(const StoryHistory *h, int choice, int person)
{
    int from = h->journal_marks[choice];
    int to = choice + 1 < h->count ? h->journal_marks[choice + 1] : h->journal.count;
    return effect_of_events(&h->journal.events[from], to - from, person, h->now);
}

// What the answer would be to what was said here; DRILL_NEXT_NONE: nothing to speak of.
static DrillNextKind reason_for(const Drill *drill, int choice, const StoryOffer *offer, int person)
{
    const StoryHistory *h = &drill->history;
    if (was_taken(drill, offer)) {
        return DRILL_NEXT_NONE;
    }
    Effect effect = effect_of(h, choice, offer, person);
    if (effect.harms || effect.against) {
        return DRILL_NEXT_NONE;
    }
    Effect taken = effect_taken(h, choice, person);
    return effect.answers                   ? DRILL_NEXT_ANSWER
           : effect.hears && taken.against ? DRILL_NEXT_HEAR
                                            : DRILL_NEXT_UNTRIED;
}

static DrillNext find_next(const Drill *drill, int person)
{
    const StoryHistory *h = &drill->history;
    DrillNext best = { .kind = DRILL_NEXT_NONE };
    StoryOffer offers[STORY_OFFERS_MAX];
    for (int choice = drill->from; choice < h->count; choice++) {
        int count = open_offers(h, choice, offers);
        for (int o = 0; o < count; o++) {
            DrillNextKind kind = reason_for(drill, choice, &offers[o], person);
            if (kind != DRILL_NEXT_NONE && (best.kind == DRILL_NEXT_NONE || kind < best.kind)) {
                best = (DrillNext){ kind, choice, offers[o] };
            }
        }
    }
    return best;
}

void drill_result(const Drill *drill, DrillResult *out)
{
    const StoryHistory *h = &drill->history;
    int from = h->count > drill->from ? h->journal_marks[drill->from] : h->journal.count;
    int to = drill_end(drill);
    *out = (DrillResult){ .promised = -1, .settled = -1, .talk = began_in_talk(drill) };
    out->person = with_whom(drill, from, to);
    if (out->person >= h->scenario->person_count) {
        out->person = -1;
        return;
    }
    const Playthrough *start = history_state(h, drill->from);
    out->before = bridge_word(play_person_c(h->scenario, start, out->person)->trust_now);
    out->after = out->before;
    for (int i = from; i < to; i++) {
        read_event(h->scenario, &h->journal.events[i], out);
    }
    out->next = find_next(drill, out->person);
}
