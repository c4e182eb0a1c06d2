// What the plan for tomorrow is about, read from the journal: what broke and how, whether more was
// promised than there were hours for, and, where nothing broke, what was left out. It finds one
// kind, one person and one promise; the sentence is found by those who show it.
#include "story/debrief.h"

// ---- hours promised and given ------------------------------------------------------------------

typedef struct Load { // of the player's promised work, along the journal
    int32_t due[STORY_COMMITMENTS_MAX], done[STORY_COMMITMENTS_MAX];
    int32_t others[STORY_COMMITMENTS_MAX]; // given to other work since it was promised
    int32_t rested[STORY_COMMITMENTS_MAX]; // since then
    uint64_t open;
    int last; // the promise with which the hours no longer fitted, and what was open then
    uint64_t over;
    int too_many; // the same, when something that was open then broke; -1 for none
    int squeezed; // the first that broke though other work was given the hours it lacked, or -1
    int work_broken;
} Load;

static int32_t least(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static int32_t working_minutes(const Scenario *sc, int32_t from, int32_t until)
{
    int32_t sum = 0;
    for (int d = 0; d < sc->day_count; d++) {
        int32_t day = sc->calendar_day[d] * STORY_DAY_MINUTES;
        int32_t opens = day + sc->opens_minute > from ? day + sc->opens_minute : from;
        int32_t closes = least(day + sc->closes_minute, until);
        sum += closes > opens ? closes - opens : 0;
    }
    return sum;
}

static int32_t left_of(const Scenario *sc, const Load *load, int c)
{
    int32_t left = sc->commitments[c].effort_minutes - load->done[c];
    return left > 0 ? left : 0;
}

// Whether everything that is open by some due time fits in the working hours until then.
static bool fits(const Scenario *sc, const Load *load, int32_t now)
{
    for (int c = 0; c < sc->commitment_count; c++) {
        if ((load->open >> c & 1u) == 0) {
            continue;
        }
        int32_t wanted = 0;
        for (int other = 0; other < sc->commitment_count; other++) {
            bool before = (load->open >> other & 1u) != 0 && load->due[other] <= load->due[c];
            wanted += before ? left_of(sc, load, other) : 0;
        }
        if (wanted > working_minutes(sc, now, load->due[c])) {
            return false;
        }
    }
    return true;
}

static void load_worked(const Scenario *sc, Load *load, const StoryEvent *event)
{
    load->done[event->what] += event->a;
    for (int c = 0; c < sc->commitment_count; c++) {
        load->others[c] += (load->open >> c & 1u) != 0 && c != event->what ? event->a : 0;
    }
}

static void load_rested(const Scenario *sc, Load *load, int32_t minutes)
{
    for (int c = 0; c < sc->commitment_count; c++) {
        load->rested[c] += (load->open >> c & 1u) != 0 ? minutes : 0;
    }
}

static void load_settled(Debrief *d, const Scenario *sc, Load *load, const StoryEvent *event)
{
    int c = event->what;
    int32_t left = left_of(sc, load, c);
    load->open &= ~((uint64_t)1 << c);
    if (c == d->first_broken && event->minute == d->first_broken_minute) {
        d->first_broken_left_minutes = left;
    }
    if (sc->commitments[c].kind == STORY_WORK && play_is_open((uint8_t)event->b) &&
        debrief_is_broken((StoryState)event->a)) {
        load->work_broken++;
        bool over = (load->over >> c & 1u) != 0;
        load->too_many = over && load->too_many < 0 ? load->last : load->too_many;
        bool squeezed = left > 0 && load->others[c] >= left && load->rested[c] < left;
        load->squeezed = squeezed && load->squeezed < 0 ? c : load->squeezed;
    }
}

static Load read_load(Debrief *d, const StoryHistory *h)
{
    const Scenario *sc = h->scenario;
    Load load = { .too_many = -1, .squeezed = -1 };
    for (int i = 0; i < h->journal.count; i++) {
        const StoryEvent *event = &h->journal.events[i];
        if (event->kind == EVENT_RESTED) {
            load_rested(sc, &load, event->a);
        }
        bool about = event->kind == EVENT_PROMISED || event->kind == EVENT_MOVED ||
                     event->kind == EVENT_WORKED || event->kind == EVENT_SETTLED;
        if (!about || sc->commitments[event->what].by != STORY_PLAYER) {
            continue;
        }
        if (event->kind == EVENT_WORKED) {
            load_worked(sc, &load, event);
        } else if (event->kind == EVENT_SETTLED) {
            load_settled(d, sc, &load, event);
        } else if (sc->commitments[event->what].kind == STORY_WORK) {
            load.open |= (uint64_t)1 << event->what;
            load.due[event->what] = event->kind == EVENT_MOVED ? event->b : event->a;
            if (!fits(sc, &load, event->minute)) {
                load.last = event->what;
                load.over = load.open;
            }
        }
    }
    return load;
}

// ---- the plan -----------------------------------------------------------------------------------

static DebriefPlan plan_for(const StoryHistory *h, DebriefPlanKind kind, int commitment)
{
    return (DebriefPlan){ kind, h->scenario->commitments[commitment].to, commitment };
}

// The first of the player's promises of that kind that ended so, or -1. `kinds`: bits of StoryKind.
static int first_in(const Debrief *d, const StoryHistory *h, StoryState state, unsigned kinds)
{
    for (int i = 0; i < d->plank_count; i++) {
        const DebriefPlank *plank = &d->planks[i];
        unsigned kind = 1u << h->scenario->commitments[plank->commitment].kind;
        if (!plank->theirs && !plank->given && plank->state == state && (kinds & kind) != 0) {
            return plank->commitment;
        }
    }
    return -1;
}

static int first_moved(const Debrief *d)
{
    for (int i = 0; i < d->plank_count; i++) {
        if (!d->planks[i].theirs && d->planks[i].moves > 0) {
            return d->planks[i].commitment;
        }
    }
    return -1;
}

// What was done before the first choice is the story's past, and nobody's to plan against.
static int own_events(const StoryHistory *h)
{
    return h->count > 0 ? h->journal_marks[0] : h->journal.count;
}

static const StoryEvent *first_event(const StoryHistory *h, StoryEventKind kind, int what)
{
    for (int i = own_events(h); i < h->journal.count; i++) {
        const StoryEvent *event = &h->journal.events[i];
        if (event->kind == kind && (what < 0 || event->what == what)) {
            return event;
        }
    }
    return NULL;
}

static bool is_sound(const StoryHistory *h, int person)
{
    const PersonState *state = play_person_c(h->scenario, h->now, person);
    return bridge_word(state->trust_now) == BRIDGE_SOUND;
}

// Who heard sorry or a vow again with no deed since the first time; -1 for nobody.
static int words_again(const StoryHistory *h)
{
    bool said[STORY_PEOPLE_MAX] = { false };
    for (int i = own_events(h); i < h->journal.count; i++) {
        const StoryEvent *event = &h->journal.events[i];
        if (event->person >= h->scenario->person_count) {
            continue;
        }
        if (event->kind == EVENT_TACTIC && event->what != TACTIC_DENIAL) {
            if (said[event->person]) {
                return event->person;
            }
            said[event->person] = true;
        } else if (event->kind == EVENT_SETTLED && event->a == STATE_KEPT) {
            said[event->person] = false;
        }
    }
    return -1;
}

// Who heard words after a promise to them broke, and never saw a deed; -1 for nobody.
static int words_alone(const StoryHistory *h)
{
    bool broke[STORY_PEOPLE_MAX] = { false }, said[STORY_PEOPLE_MAX] = { false };
    bool deed[STORY_PEOPLE_MAX] = { false };
    for (int i = own_events(h); i < h->journal.count; i++) {
        const StoryEvent *event = &h->journal.events[i];
        int person = event->person;
        if (person >= h->scenario->person_count) {
            continue;
        }
        if (event->kind == EVENT_TACTIC && event->what != TACTIC_DENIAL) {
            said[person] = said[person] || broke[person];
        } else if (event->kind == EVENT_SETTLED &&
                   h->scenario->commitments[event->what].by == STORY_PLAYER) {
            broke[person] = broke[person] || debrief_is_broken((StoryState)event->a);
            deed[person] = deed[person] || (broke[person] && event->a == STATE_KEPT);
        }
    }
    for (int i = 0; i < h->scenario->person_count; i++) {
        if (said[i] && !deed[i] && !is_sound(h, i)) {
            return i;
        }
    }
    return -1;
}

// Who turned back, or with whom nothing was ever done; -1 for nobody.
static int neglected(const StoryHistory *h)
{
    bool met[STORY_PEOPLE_MAX] = { false };
    for (int i = 0; i < h->journal.count; i++) {
        const StoryEvent *event = &h->journal.events[i];
        if (event->person >= h->scenario->person_count) {
            continue;
        }
        if (event->kind == EVENT_CROSSED && event->a == 0) {
            return event->person;
        }
        bool deed = event->kind >= EVENT_PROMISED && event->kind <= EVENT_CLARIFIED;
        met[event->person] = met[event->person] || deed;
    }
    for (int i = 0; i < h->scenario->person_count; i++) {
        if (!met[i]) {
            return i;
        }
    }
    return -1;
}

static bool offers_talk(const Scenario *sc)
{
    for (int i = 0; i < sc->op_count; i++) {
        const StoryOp *op = &sc->ops[i];
        if (op->code == OP_TALK || (op->code == OP_DESK && sc->desks[op->b].talk != 0)) {
            return true;
        }
    }
    return false;
}

// Something broke or was hidden: the worst of it first. False when nothing did.
static bool plan_of_breaks(Debrief *d, const StoryHistory *h, const Load *load)
{
    enum { WORK = 1u << STORY_WORK, MEET = 1u << STORY_MEET, HOLD = 1u << STORY_HOLD };
    const unsigned all = WORK | MEET | HOLD;
    const StoryEvent *denial = first_event(h, EVENT_TACTIC, TACTIC_DENIAL);
    int again = words_again(h), alone = words_alone(h);
    int too_many = load->too_many >= 0     ? load->too_many
                   : load->work_broken > 1 ? load->squeezed
                                           : -1;
    const struct {
        DebriefPlanKind kind;
        int commitment, person; // -1: it is not that
    } tries[] = {
        { DEBRIEF_PLAN_FOUND_OUT, first_in(d, h, STATE_FOUND_OUT, all), -1 },
        { DEBRIEF_PLAN_COVERED_UP, first_in(d, h, STATE_COVERED_UP, all), -1 },
        { DEBRIEF_PLAN_DENIED, -1, denial != NULL ? denial->person : -1 },
        { DEBRIEF_PLAN_TOLD_ON, first_in(d, h, STATE_MISSED, HOLD), -1 },
        { DEBRIEF_PLAN_WORDS, -1, again },
        { DEBRIEF_PLAN_OVERPROMISED, too_many, -1 },
        { DEBRIEF_PLAN_STAYED_AWAY, first_in(d, h, STATE_MISSED, MEET), -1 },
        { DEBRIEF_PLAN_SILENT, first_in(d, h, STATE_MISSED, WORK), -1 },
        { DEBRIEF_PLAN_WORDS, -1, alone },
        { DEBRIEF_PLAN_OWNED_UP, first_in(d, h, STATE_OWNED_UP, all), -1 },
        { DEBRIEF_PLAN_NO_DATE, first_in(d, h, STATE_WARNED, all), -1 },
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        if (tries[i].commitment >= 0) {
            d->plan = plan_for(h, tries[i].kind, tries[i].commitment);
            return true;
        }
        if (tries[i].person >= 0) {
            d->plan = (DebriefPlan){ tries[i].kind, tries[i].person, -1 };
            return true;
        }
    }
    return false;
}

void debrief_find_plan(Debrief *d, const StoryHistory *h)
{
    Load load = read_load(d, h);
    if (plan_of_breaks(d, h, &load)) {
        return;
    }
    const StoryEvent *standard = first_event(h, EVENT_STANDARD, -1);
    int alone = neglected(h), moved = first_moved(d);
    int kept = first_in(d, h, STATE_KEPT, ~0u);
    d->plan = (DebriefPlan){ DEBRIEF_PLAN_KEPT, d->worst_person, -1 };
    if (standard != NULL) {
        d->plan.kind = standard->a != 0 ? DEBRIEF_PLAN_KNOWN : DEBRIEF_PLAN_STANDARD;
        d->plan.person = standard->person;
    } else if (d->promised == 0) {
        d->plan.kind = DEBRIEF_PLAN_NOTHING;
    } else if (alone >= 0) {
        d->plan.kind = DEBRIEF_PLAN_NEGLECTED;
        d->plan.person = alone;
    } else if (d->learned_count == 0 && d->unasked_count > 0) {
        d->plan.kind = DEBRIEF_PLAN_UNASKED;
        d->plan.person = d->unasked[0].person;
    } else if (offers_talk(h->scenario) && first_event(h, EVENT_TALKED, -1) == NULL) {
        d->plan.kind = DEBRIEF_PLAN_NO_TALK;
    } else if (moved >= 0) {
        d->plan = plan_for(h, DEBRIEF_PLAN_MOVED, moved);
    } else if (kept >= 0) {
        d->plan = plan_for(h, DEBRIEF_PLAN_KEPT, kept);
    }
}
