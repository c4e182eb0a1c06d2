// See live.h. What is forgotten becomes what it would be if it had never been.
#include "explore/live.h"

#include <string.h>

// An outlook: one of these, or from OUTLOOK_MATTERS on what is still ahead.
enum {
    OUTLOOK_ALL,  // nothing is forgotten
    OUTLOOK_OVER, // the story
    OUTLOOK_NO_ENERGY,
    OUTLOOK_ENERGY,
    OUTLOOK_NOBODY, // their trust is not asked for any more
    OUTLOOK_MATTERS = 8,
};
enum { BITS_SHIFT = 4, KEEPS_SHIFT = 16, BREACHES_SHIFT = 32 };
enum {
    BIT_BELIEVED = 1 << 0,
    BIT_APOLOGIES = 1 << 1,
    BIT_VOWS = 1 << 2,
    BIT_OWNED = 1 << 3,
    BIT_CLEARED = 1 << 4,
    BIT_MOVES = 1 << 5,
    BIT_WEEK = 1 << 6, // another one comes
    BIT_TOMORROW = 1 << 7,
};

// ---- parts ----------------------------------------------------------------------------------------

static bool another_week(const Scenario *sc, const Playthrough *p)
{
    return sc->calendar_day[sc->day_count - 1] - p->week_day >= 7;
}

static bool tomorrow(const Scenario *sc, const Playthrough *p)
{
    return p->day + 1 < sc->day_count;
}

static uint64_t outlook_on(const Scenario *sc, const TrustAhead *a, const Playthrough *p)
{
    unsigned bits = (a->believed ? BIT_BELIEVED : 0u) | (a->apologies ? BIT_APOLOGIES : 0u) |
                    (a->vows ? BIT_VOWS : 0u) | (a->owned ? BIT_OWNED : 0u) |
                    (a->cleared ? BIT_CLEARED : 0u) | (a->moves ? BIT_MOVES : 0u) |
                    (another_week(sc, p) ? BIT_WEEK : 0u) | (tomorrow(sc, p) ? BIT_TOMORROW : 0u);
    return OUTLOOK_MATTERS | (uint64_t)bits << BITS_SHIFT | (uint64_t)a->keeps << KEEPS_SHIFT |
           (uint64_t)a->breaches << BREACHES_SHIFT;
}

uint64_t explore_live_outlook(const Scenario *sc, const ExploreAhead *ahead, const Playthrough *p,
                              int part)
{
    if (ahead == NULL) {
        return p->ended != 0 ? OUTLOOK_OVER : OUTLOOK_ALL;
    }
    if (part == sc->person_count) {
        bool asked = explore_set_has(ahead->set, SET_PEOPLE, BIT_ENERGY);
        return asked ? OUTLOOK_ENERGY : OUTLOOK_NO_ENERGY;
    }
    if ((ahead->matters >> part & 1) == 0) {
        return OUTLOOK_NOBODY;
    }
    return outlook_on(sc, &ahead->people[part], p);
}

uint64_t explore_live_outlooks(const Scenario *sc, const ExploreAhead *ahead, const Playthrough *p)
{
    if (ahead == NULL) {
        return UINT64_MAX - (p->ended != 0);
    }
    return (uint64_t)ahead->number << 2 | (uint64_t)another_week(sc, p) << 1 |
           (uint64_t)tomorrow(sc, p);
}

static TrustAhead ahead_of(uint64_t outlook)
{
    unsigned bits = (unsigned)(outlook >> BITS_SHIFT);
    return (TrustAhead){ .believed = (bits & BIT_BELIEVED) != 0,
                         .apologies = (bits & BIT_APOLOGIES) != 0,
                         .vows = (bits & BIT_VOWS) != 0,
                         .owned = (bits & BIT_OWNED) != 0,
                         .cleared = (bits & BIT_CLEARED) != 0,
                         .moves = (bits & BIT_MOVES) != 0,
                         .keeps = (int)(outlook >> KEEPS_SHIFT & 0xffffu),
                         .breaches = (int)(outlook >> BREACHES_SHIFT) };
}

static void forget_trust(const TrustParameters *parameters, PersonState *s, uint64_t outlook)
{
    TrustAhead ahead = ahead_of(outlook);
    unsigned bits = (unsigned)(outlook >> BITS_SHIFT);
    s->mood = 0; // pictures
    s->violations = s->strands_back = s->run = 0;
    s->flags = (uint8_t)(s->flags & (((bits & BIT_WEEK) != 0 ? PERSON_CONTACT : 0) |
                                     (ahead.apologies ? PERSON_RAISED : 0)));
    if ((bits & BIT_TOMORROW) == 0) {
        s->heard_good = s->heard_bad = 0;
    }
    int32_t credit = s->trust.credit;
    trust_forget(parameters, &s->trust, &ahead);
    if (credit != s->trust.credit) {
        s->belief_now = s->trust_now;
    }
}

static PersonState nobody(const Scenario *sc)
{
    PersonState s = { .trust = trust_start(sc->trust) };
    trust_readings(sc->trust, &s.trust, &s.trust_now, &s.belief_now);
    return s;
}

void explore_live_forget_person(const Scenario *sc, uint64_t outlook, int person, PersonState *s)
{
    if (outlook >= OUTLOOK_MATTERS) {
        forget_trust(sc->people[person].trust, s, outlook);
    } else if (outlook == OUTLOOK_NOBODY) {
        *s = nobody(sc);
    } else if (outlook == OUTLOOK_OVER) {
        memset(s, 0, sizeof *s);
    }
}

int16_t explore_live_forget_energy(uint64_t outlook, int16_t energy)
{
    return outlook == OUTLOOK_NO_ENERGY || outlook == OUTLOOK_OVER ? 0 : energy;
}

// ---- the rest -------------------------------------------------------------------------------------

static void forget_settled(const ExplorePlank *plank, CommitmentState *s)
{
    unsigned reads = plank->reads;
    s->due_minute = 0;
    s->moves = s->moves > 0 && (reads & PLANK_MOVED) != 0; // whether, not how often
    s->done_minutes = (reads & PLANK_WORK) != 0 ? s->done_minutes : 0;
    unsigned flags = (reads & PLANK_TOLD) != 0 ? COMMITMENT_TOLD : 0;
    bool missed = s->state == STATE_MISSED;
    // Whether it still matters that they have not reacted to its breaking.
    bool waits = (s->flags & COMMITMENT_REACTION) != 0 &&
                 ((reads & PLANK_WORDS) != 0 || ((reads & PLANK_OWN) != 0 && missed));
    bool owned = (reads & PLANK_OWN) != 0 && missed && waits;
    bool covered = (reads & PLANK_COVER) != 0 && missed;
    if (!owned) { // else it may be owned up in time
        s->settled_minute = 0;
    }
    flags |= waits ? COMMITMENT_REACTION : 0;
    flags |= covered || s->state == STATE_COVERED_UP ? COMMITMENT_COST : 0;
    s->flags = (uint8_t)(s->flags & flags);
    if (!owned && !covered && s->state != STATE_COVERED_UP) {
        s->state = plank->like[s->state];
    }
}

// Whether a desk may come before a new day does.
static bool desk_today(const uint64_t *set, const Playthrough *p)
{
    uint64_t until = ((uint64_t)2 << p->day) - 1;
    return (set[SET_DESK_DAYS] & (until | (uint64_t)1 << DESK_TODAY)) != 0;
}

// An open one with a new date is an open one with another date. Where nothing is done for it any more,
// it only matters whether it is done.
static void forget_open(const Scenario *sc, const ExploreAhead *ahead, int c, bool desk,
                        CommitmentState *s)
{
    const ExplorePlank *plank = &ahead->planks[c];
    if ((ahead->set[SET_ASKED_STATE] >> c & 1u) == 0) {
        s->state = STATE_OPEN;
    }
    s->moves = s->moves > 0 && (plank->reads & PLANK_MOVED) != 0;
    bool words = desk && (sc->of_kind[STORY_HOLD] >> c & 1u) == 0; // about it may be said today
    if (!words) {
        s->flags = (uint8_t)(s->flags & ~(COMMITMENT_TOLD_TODAY | COMMITMENT_ASKED_TODAY));
    } else if ((s->flags & COMMITMENT_TOLD) != 0) { // it is not told again, be it today or not
        s->flags = (uint8_t)(s->flags & ~COMMITMENT_TOLD_TODAY);
    }
    bool works = (plank->reads & PLANK_WORK) != 0 || (ahead->set[SET_DESK_WORK] >> c & 1u) != 0;
    if (!works && s->done_minutes < sc->commitments[c].effort_minutes) {
        s->done_minutes = 0;
    }
    if (((ahead->set[SET_TELL] | ahead->set[SET_MOVE]) >> c & 1u) == 0) {
        s->flags = (uint8_t)(s->flags & ~COMMITMENT_NOTICE);
    }
}

static void forget_commitments(const Scenario *sc, const ExploreAhead *ahead, Playthrough *p)
{
    bool desk = desk_today(ahead->set, p);
    p->waiting = 0;
    for (int c = 0; c < sc->commitment_count; c++) {
        const ExplorePlank *plank = &ahead->planks[c];
        CommitmentState *s = play_commitment(sc, p, c);
        s->promised = s->settled = 0;
        if (s->state == STATE_NONE) {
            bool matters = (plank->reads & (PLANK_WORK | PLANK_PROMISE)) != 0;
            s->done_minutes = matters ? s->done_minutes : 0;
        } else if (play_is_open(s->state)) {
            forget_open(sc, ahead, c, desk, s);
        } else {
            forget_settled(plank, s);
        }
        p->waiting |= (uint64_t)((s->flags & COMMITMENT_REACTION) != 0) << c;
    }
    p->promised_count = p->settled_count = 0;
}

static void forget_bits(Playthrough *p, size_t offset, const uint64_t *set, int count)
{
    uint64_t *bits = (uint64_t *)(void *)((char *)p + offset);
    for (int i = 0; i < (count + 63) / 64; i++) {
        bits[i] &= set[i];
    }
}

static void forget_things(const Scenario *sc, const ExploreAhead *ahead, Playthrough *p)
{
    const uint64_t *set = ahead->set;
    p->facts &= set[SET_FACTS];
    p->flags &= set[SET_FLAGS];
    p->standards &= ahead->clarified;
    p->standards_broken &= ahead->broken;
    bool decides = p->need_shift != 0 && p->need_shift != STORY_NEED_DECIDED;
    if (!explore_set_has(set, SET_PEOPLE, BIT_WHO) && !decides) {
        p->who = STORY_NONE;
        p->need_shift = 0;
    }
    for (int i = 0; i < sc->number_count; i++) {
        if (!explore_set_has(set, SET_NUMBERS, i)) {
            play_numbers(sc, p)[i] = 0;
        }
    }
    memset(play_occurrences(sc, p), 0, (size_t)sc->repeat_count); // only draws read them
    forget_bits(p, sc->took_at, set + explore_set_took(sc), sc->took_count);
    forget_bits(p, sc->played_at, ahead->played, sc->whenever_count);
}

void explore_live_forget_rest(ExploreLive *live, Playthrough *p)
{
    const Scenario *sc = live->scenario;
    live->ahead = NULL;
    p->seed = 0;
    if (p->ended != 0) {
        uint8_t ended = p->ended;
        size_t people = sizeof(PersonState) * (size_t)sc->person_count;
        memset(p, 0, offsetof(Playthrough, energy));
        memset((char *)p + offsetof(Playthrough, at), 0, sizeof *p - offsetof(Playthrough, at));
        memset((char *)p + sizeof *p + people, 0, sc->play_size - sizeof *p - people);
        p->ended = ended;
    } else if (!live->reads.everything) {
        live->ahead = explore_ahead(&live->lookout, p);
        forget_things(sc, live->ahead, p);
        forget_commitments(sc, live->ahead, p);
    }
}

void explore_live_forget(ExploreLive *live, Playthrough *p)
{
    const Scenario *sc = live->scenario;
    explore_live_forget_rest(live, p);
    for (int i = 0; i < sc->person_count; i++) {
        uint64_t outlook = explore_live_outlook(sc, live->ahead, p, i);
        if (outlook == OUTLOOK_NOBODY) {
            *play_person(sc, p, i) = live->nobody;
        } else {
            explore_live_forget_person(sc, outlook, i, play_person(sc, p, i));
        }
    }
    p->energy = explore_live_forget_energy(
        explore_live_outlook(sc, live->ahead, p, sc->person_count), p->energy);
}

void explore_live_init(ExploreLive *live, const Scenario *scenario)
{
    *live = (ExploreLive){ .scenario = scenario, .nobody = nobody(scenario) };
    explore_reads_init(&live->reads, scenario);
    explore_lookout_init(&live->lookout, &live->reads);
}

void explore_live_twin(ExploreLive *twin, const ExploreLive *first)
{
    *twin = *first;
    twin->twin = true;
    explore_lookout_twin(&twin->lookout, &first->lookout);
}

void explore_live_deinit(ExploreLive *live)
{
    explore_lookout_deinit(&live->lookout);
    if (!live->twin) {
        explore_reads_deinit(&live->reads);
    }
    *live = (ExploreLive){ .scenario = NULL };
}

bool explore_live_stale(const ExploreLive *live)
{
    return explore_functions_stale(&live->reads.functions);
}

void explore_live_renew(ExploreLive *live)
{
    const Scenario *scenario = live->scenario;
    explore_live_deinit(live);
    explore_live_init(live, scenario);
}

bool explore_live_mergeable(const ExploreLive *live)
{
    return !live->reads.everything;
}
