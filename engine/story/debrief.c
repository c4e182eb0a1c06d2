// Reads states and events of a history; changes nothing and decides nothing.
#include "story/debrief.h"

#include "base/arena.h"

#include <string.h>

bool debrief_is_broken(StoryState state)
{
    switch (state) {
    case STATE_WARNED:
    case STATE_MISSED:
    case STATE_OWNED_UP:
    case STATE_FOUND_OUT:
    case STATE_COVERED_UP:
        return true;
    case STATE_NONE:
    case STATE_OPEN:
    case STATE_MOVED:
    case STATE_KEPT:
    case STATE_LAPSED:
        break;
    }
    return false;
}

static int other_of(const StoryCommitment *commitment)
{
    return commitment->by == STORY_PLAYER ? commitment->to : commitment->by;
}

static int32_t trust_of(const StoryHistory *h, const Playthrough *play, int person)
{
    return play_person_c(h->scenario, play, person)->trust_now;
}

// ---- the way ------------------------------------------------------------------------------------

static DebriefStep step_of(const StoryHistory *h, int n)
{
    const Playthrough *before = history_state(h, n);
    const Playthrough *after = history_state(h, n + 1);
    DebriefStep step = { .minute = before->clock_minute,
                         .minute_after = after->clock_minute,
                         .person = STORY_NONE };
    int32_t most = 0;
    for (int i = 0; i < h->scenario->person_count; i++) {
        int32_t was = trust_of(h, before, i);
        int32_t is = trust_of(h, after, i);
        int32_t size = is > was ? is - was : was - is;
        if (size > most) {
            most = size;
            step.person = (uint8_t)i;
            step.trust_change = is - was;
            step.word_before = (uint8_t)bridge_word(was);
            step.word_after = (uint8_t)bridge_word(is);
        }
    }
    return step;
}

static void find_steps(Debrief *d, const StoryHistory *h)
{
    d->step_count = h->count;
    d->steps = mem_alloc(sizeof *d->steps * (size_t)(h->count > 0 ? h->count : 1));
    for (int i = 0; i < h->count; i++) {
        d->steps[i] = step_of(h, i);
    }
}

// ---- planks -------------------------------------------------------------------------------------

static void find_on_bridge(const BridgeCondition *bridge, DebriefPlank *plank)
{
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        const BridgePlank *at = &bridge->planks[i];
        if (at->disc > 0 && at->id == plank->commitment) {
            plank->disc = at->disc;
            plank->mended_by = at->mended_by;
        }
        if (at->mended_by > 0 && at->mended_id == plank->commitment) {
            plank->disc = at->mended_by;
            plank->lies_in = at->disc;
        }
    }
}

static int order_of(const StoryHistory *h, const DebriefPlank *plank)
{
    int settled = play_commitment_c(h->scenario, h->now, plank->commitment)->settled;
    return settled > 0 ? settled : 256 + plank->commitment;
}

static void insert_plank(Debrief *d, const StoryHistory *h, DebriefPlank plank)
{
    int at = d->plank_count++;
    while (at > 0 && order_of(h, &d->planks[at - 1]) > order_of(h, &plank)) {
        d->planks[at] = d->planks[at - 1];
        at--;
    }
    d->planks[at] = plank;
}

static void find_planks(Debrief *d, const StoryHistory *h)
{
    const Scenario *sc = h->scenario;
    BridgeCondition bridges[STORY_PEOPLE_MAX];
    for (int i = 0; i < sc->person_count; i++) {
        story_bridge(sc, h->now, i, &bridges[i]);
    }
    for (int c = 0; c < sc->commitment_count; c++) {
        const CommitmentState *s = play_commitment_c(sc, h->now, c);
        const StoryCommitment *it = &sc->commitments[c];
        if (s->state == STATE_NONE) {
            continue;
        }
        DebriefPlank plank = { .commitment = (uint8_t)c,
                               .person = (uint8_t)other_of(it),
                               .theirs = it->by != STORY_PLAYER,
                               .state = s->state,
                               .moves = s->moves,
                               .minute = s->settled > 0 ? s->settled_minute : s->due_minute,
                               .given = play_commitment_c(sc, history_state(h, 0), c)->settled > 0 };
        find_on_bridge(&bridges[plank.person], &plank);
        insert_plank(d, h, plank);
        if (!plank.theirs && !plank.given) {
            d->promised++;
            d->kept += s->state == STATE_KEPT;
            d->broken += debrief_is_broken((StoryState)s->state);
        }
    }
}

// Where in the journal that promise broke: settled so, or hidden before that. -1: it did not.
static int broke_at(const StoryHistory *h, int commitment)
{
    for (int i = 0; i < h->journal.count; i++) {
        const StoryEvent *event = &h->journal.events[i];
        bool settled = event->kind == EVENT_SETTLED && debrief_is_broken((StoryState)event->a);
        if (event->what == commitment && (settled || event->kind == EVENT_COVERED_UP)) {
            return i;
        }
    }
    return -1;
}

static bool kept_behind(const StoryHistory *h, int commitment, int index)
{
    for (int i = index + 1; i < h->journal.count; i++) {
        const StoryEvent *event = &h->journal.events[i];
        if (event->kind == EVENT_SETTLED && event->what == commitment && event->a == STATE_KEPT) {
            return true;
        }
    }
    return false;
}

// The first that the player broke, and the first that was broken when they came; what was kept
// since to the colleague whose promise was the first of all.
static void find_first_broken(Debrief *d, const StoryHistory *h)
{
    d->first_broken = -1;
    d->given_broken = -1;
    int first = h->journal.count, own = h->journal.count, person = STORY_NONE;
    for (int i = 0; i < d->plank_count; i++) {
        const DebriefPlank *plank = &d->planks[i];
        bool broken = !plank->theirs && debrief_is_broken((StoryState)plank->state);
        int at = broken ? broke_at(h, plank->commitment) : -1;
        if (at < 0) {
            continue;
        }
        if (at < first) {
            first = at;
            person = plank->person;
        }
        if (plank->given) {
            d->given_broken = d->given_broken < 0 ? plank->commitment : d->given_broken;
        } else if (at < own) {
            own = at;
            d->first_broken = plank->commitment;
            d->first_broken_minute = h->journal.events[at].minute;
        }
    }
    for (int i = 0; i < d->plank_count; i++) {
        const DebriefPlank *plank = &d->planks[i];
        bool theirs = plank->theirs || plank->given || plank->person != person;
        d->kept_after += !theirs && kept_behind(h, plank->commitment, first);
    }
}

// ---- tactics and hours --------------------------------------------------------------------------

static DebriefTacticKind tactic_of_move(int move)
{
    switch ((StoryMove)move) {
    case STORY_LISTEN:
        return DEBRIEF_LISTENED;
    case STORY_ASK:
        return DEBRIEF_ASKED;
    case STORY_DEFEND:
        return DEBRIEF_DEFENDED;
    case STORY_STEER:
        return DEBRIEF_STEERED;
    case STORY_FIX:
        return DEBRIEF_FIXED;
    case STORY_THEIR_AGENDA:
        return DEBRIEF_THEIR_AGENDA;
    case STORY_SHARED_AGENDA:
        return DEBRIEF_SHARED_AGENDA;
    case STORY_MY_AGENDA:
        return DEBRIEF_MY_AGENDA;
    }
    return DEBRIEF_TACTICS;
}

static DebriefTacticKind tactic_of(const StoryEvent *event)
{
    switch (event->kind) {
    case EVENT_MOVE:
        return tactic_of_move(event->what);
    case EVENT_TACTIC:
        return event->what == TACTIC_APOLOGY ? DEBRIEF_APOLOGY
               : event->what == TACTIC_VOW   ? DEBRIEF_VOW
                                             : DEBRIEF_DENIAL;
    case EVENT_TOLD:
        return DEBRIEF_TOLD;
    case EVENT_MOVED:
        return DEBRIEF_NEW_DATE;
    case EVENT_OWNED_UP: // where it changed something
        return event->a != 0 ? DEBRIEF_OWNED_UP : DEBRIEF_TACTICS;
    case EVENT_COVERED_UP:
        return DEBRIEF_COVERED_UP;
    case EVENT_CLARIFIED:
        return DEBRIEF_CLARIFIED;
    default:
        return DEBRIEF_TACTICS;
    }
}

static void add_minutes(Debrief *d, int32_t minutes, bool rebuilding)
{
    *(rebuilding ? &d->rebuilding_minutes : &d->keeping_minutes) += minutes;
}

// A meeting that was kept. One that is a one-on-one is counted when that ends.
static void add_meeting(Debrief *d, const StoryHistory *h, int choice, const StoryEvent *event)
{
    const StoryCommitment *it = &h->scenario->commitments[event->what];
    if (it->kind != STORY_MEET || it->by != STORY_PLAYER || event->a != STATE_KEPT) {
        return;
    }
    const Playthrough *before = history_state(h, choice < 0 ? 0 : choice);
    const Playthrough *after = history_state(h, choice + 1);
    if (after->talk_person == it->to) {
        return;
    }
    const PersonState *person = play_person_c(h->scenario, before, it->to);
    add_minutes(d, it->meeting_minutes, person->violations > person->strands_back);
}

static void read_events(Debrief *d, const StoryHistory *h)
{
    bool words[STORY_PEOPLE_MAX] = { false }; // words were said, and no deed since
    int choice = -1;
    for (int i = 0; i < h->journal.count; i++) {
        const StoryEvent *event = &h->journal.events[i];
        while (choice + 1 < h->count && h->journal_marks[choice + 1] <= i) {
            choice++;
        }
        DebriefTacticKind tactic = tactic_of(event);
        bool is_words = tactic == DEBRIEF_APOLOGY || tactic == DEBRIEF_VOW;
        if (choice < 0) { // the story tells it as its past
            tactic = DEBRIEF_TACTICS;
        }
        if (tactic != DEBRIEF_TACTICS) {
            d->tactics[tactic].count++;
        }
        if (is_words && tactic != DEBRIEF_TACTICS && event->person < STORY_PEOPLE_MAX) {
            d->tactics[tactic].worn += words[event->person];
            words[event->person] = true;
        }
        if (event->kind == EVENT_SETTLED) {
            add_meeting(d, h, choice, event);
            if (event->a == STATE_KEPT && event->person < STORY_PEOPLE_MAX) {
                words[event->person] = false;
            }
        } else if (event->kind == EVENT_WORKED) {
            add_minutes(d, event->a, event->b != 0);
        } else if (event->kind == EVENT_TALKED) {
            add_minutes(d, event->a, event->what != 0);
        }
    }
}

// ---- what is known ------------------------------------------------------------------------------

// Whether a person was there, in a line or a deed. Who only heard of something was not.
static bool is_meeting(StoryEventKind kind)
{
    return kind == EVENT_SAID || (kind >= EVENT_PROMISED && kind <= EVENT_CLARIFIED);
}

// Who had a line or a promise in it: nobody could ask the others anything. Nor somebody who came in
// only when they were needed.
static uint8_t met_people(const StoryHistory *h)
{
    unsigned met = 0, too_late = 0;
    for (int i = 0; i < h->journal.count; i++) {
        const StoryEvent *event = &h->journal.events[i];
        bool promise = event->kind == EVENT_PROMISED;
        int person = promise ? other_of(&h->scenario->commitments[event->what]) : event->person;
        if (person < 0 || person >= h->scenario->person_count) {
            continue;
        }
        if (event->kind == EVENT_NEED && (met >> person & 1u) == 0) {
            too_late |= 1u << person;
        } else if (is_meeting((StoryEventKind)event->kind) && (too_late >> person & 1u) == 0) {
            met |= 1u << person;
        }
    }
    return (uint8_t)met;
}

static void find_unasked(Debrief *d, const StoryHistory *h)
{
    const Scenario *sc = h->scenario;
    uint8_t met = met_people(h);
    for (int i = 0; i < sc->fact_count + sc->standard_count; i++) {
        bool standard = i >= sc->fact_count;
        int n = standard ? i - sc->fact_count : i;
        bool known = standard ? (h->now->standards >> n & 1u) != 0 : (h->now->facts >> n & 1u) != 0;
        DebriefUnasked it = { standard ? sc->standards[n].person : sc->facts[n].person, standard,
                              (uint8_t)n };
        if (known) {
            d->learned[d->learned_count++] = it;
        } else if ((met >> it.person & 1) != 0) {
            d->unasked[d->unasked_count++] = it;
        }
    }
}

static void find_worst(Debrief *d, const StoryHistory *h)
{
    int32_t least = TRUST_ONE + 1;
    for (int i = 0; i < h->scenario->person_count; i++) {
        int32_t trust = trust_of(h, h->now, i);
        if (trust < least) {
            least = trust;
            d->worst_person = i;
            d->worst_word = bridge_word(trust);
        }
    }
}

void debrief_init(Debrief *debrief, const StoryHistory *history)
{
    memset(debrief, 0, sizeof *debrief);
    find_steps(debrief, history);
    find_planks(debrief, history);
    find_first_broken(debrief, history);
    read_events(debrief, history);
    find_unasked(debrief, history);
    find_worst(debrief, history);
    debrief_find_plan(debrief, history);
}

void debrief_deinit(Debrief *debrief)
{
    mem_free(debrief->steps);
    memset(debrief, 0, sizeof *debrief);
}
