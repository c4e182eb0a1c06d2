// See live.h. What is forgotten becomes what it would be if it had never been.
#include "explore/live.h"

#include "explore/outlook.h"

#include <string.h>

// ---- parts ----------------------------------------------------------------------------------------

static bool another_week(const Scenario *sc, const Playthrough *p)
{
    return sc->calendar_day[sc->day_count - 1] - p->week_day >= 7;
}

static bool tomorrow(const Scenario *sc, const Playthrough *p)
{
    return p->day + 1 < sc->day_count;
}

// What ops may still do to somebody. Never more is forgotten than by the way a part goes (path.h).
static ExploreOutlook outlook_on(const Scenario *sc, const TrustAhead *a, const Playthrough *p)
{
    unsigned bits = (a->believed ? OUTLOOK_BELIEVED : 0u) |
                    (a->apologies ? OUTLOOK_APOLOGIES : 0u) | (a->vows ? OUTLOOK_VOWS : 0u) |
                    (a->owned ? OUTLOOK_OWNED : 0u) | (a->cleared ? OUTLOOK_CLEARED : 0u) |
                    (a->moves ? OUTLOOK_DATES : 0u) | (another_week(sc, p) ? OUTLOOK_WEEK : 0u) |
                    (tomorrow(sc, p) ? OUTLOOK_TOMORROW : 0u);
    return (ExploreOutlook){ .bits = bits | OUTLOOK_ASKED | OUTLOOK_MOVES,
                             .keeps = (uint16_t)a->keeps,
                             .breaches = (uint16_t)a->breaches };
}

static void forget_person(const ExploreLive *live, const Playthrough *p, int person, PersonState *s)
{
    const Scenario *sc = live->scenario;
    if ((live->ahead->matters >> person & 1) == 0) {
        *s = live->nobody;
    } else {
        ExploreOutlook outlook = outlook_on(sc, &live->ahead->people[person], p);
        explore_outlook_forget_trust(&outlook, sc->people[person].trust, s);
    }
}

static void forget_parts(const ExploreLive *live, Playthrough *p)
{
    const Scenario *sc = live->scenario;
    PersonState *people = play_person(sc, p, 0);
    if (p->ended != 0) {
        memset(people, 0, sizeof *people * (size_t)sc->person_count);
        p->energy = 0;
    } else if (live->ahead != NULL) {
        for (int i = 0; i < sc->person_count; i++) {
            forget_person(live, p, i, &people[i]);
        }
        bool asked = explore_set_has(live->ahead->set, SET_PEOPLE, BIT_ENERGY);
        p->energy = asked ? p->energy : 0;
    }
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
    explore_live_forget_rest(live, p);
    forget_parts(live, p);
}

static PersonState nobody(const Scenario *sc)
{
    PersonState s = { .trust = trust_start(sc->trust) };
    trust_readings(sc->trust, &s.trust, &s.trust_now, &s.belief_now);
    return s;
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
