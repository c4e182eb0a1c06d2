// The ledger: what was promised, what became of it, and what that does to trust. Outcomes are
// decided here and by the clock, never by a writer.
#include "story/turn.h"

enum {
    OWN_UP_MINUTES = 24 * 60,
    MORNING_MINUTE = 10 * 60, // when a new date is agreed without naming one
};

bool ledger_accepts(const Scenario *sc, const Playthrough *p, int person)
{
    return turn_at_least(sc, p, person, READING_BELIEF, TRUST_ACCEPTS);
}

void ledger_waits(Turn *t, int commitment, bool waits)
{
    CommitmentState *s = play_commitment(t->sc, t->p, commitment);
    uint64_t bit = (uint64_t)1 << commitment;
    s->flags = (uint8_t)(waits ? s->flags | COMMITMENT_REACTION : s->flags & ~COMMITMENT_REACTION);
    t->p->waiting = waits ? t->p->waiting | bit : t->p->waiting & ~bit;
}

int ledger_other(const StoryCommitment *commitment)
{
    return commitment->by == STORY_PLAYER ? commitment->to : commitment->by;
}

void ledger_say(Turn *t, int person, TextId text, int commitment)
{
    if (text == 0 || t->silent) {
        return;
    }
    int32_t left = 0; // kept with the line: later there will be less
    if (commitment >= 0) {
        left = t->sc->commitments[commitment].effort_minutes -
               play_commitment_c(t->sc, t->p, commitment)->done_minutes;
    }
    turn_event(t, EVENT_SAID, person, left > 0 ? left : 0, (int32_t)text, commitment + 1);
}

// What happened with `person` is heard tomorrow by those who hear them, and by witnesses of the
// option.
static void spread(Turn *t, int person, bool good)
{
    unsigned others = ((1u << t->sc->person_count) - 1u) & ~(1u << person);
    unsigned left = (t->sc->people[person].heard_by | t->witnesses) & others;
    for (; left != 0; left &= left - 1) {
        ledger_mark(t, play_lowest(left), good ? FELT_HEARD_GOOD : FELT_HEARD_BAD);
    }
}

// What is open has changed, or when it is due: all that is derived from it.
static void enter_state(Turn *t, int commitment, StoryState state)
{
    uint64_t bit = (uint64_t)1 << commitment;
    play_commitment(t->sc, t->p, commitment)->state = (uint8_t)state;
    t->p->open = play_is_open((uint8_t)state) ? t->p->open | bit : t->p->open & ~bit;
    t->p->alarm_minute = CLOCK_LOOK;
}

static void settle(Turn *t, int commitment, StoryState state)
{
    CommitmentState *s = play_commitment(t->sc, t->p, commitment);
    int before = s->state;
    enter_state(t, commitment, state);
    s->flags = (uint8_t)(s->flags & ~(COMMITMENT_TOLD_TODAY | COMMITMENT_ASKED_TODAY));
    if (s->settled == 0) {
        s->settled = ++t->p->settled_count;
        s->settled_minute = (uint16_t)t->p->clock_minute;
    }
    turn_event(t, EVENT_SETTLED, ledger_other(&t->sc->commitments[commitment]), commitment,
               (int32_t)state, before);
}

void ledger_kept(Turn *t, int commitment)
{
    const StoryCommitment *c = &t->sc->commitments[commitment];
    settle(t, commitment, STATE_KEPT);
    if (c->by != STORY_PLAYER) {
        return;
    }
    PersonState *person = play_person(t->sc, t->p, c->to);
    person->run++;
    if (person->run % 2 == 0 && person->strands_back < person->violations) {
        person->strands_back++;
    }
    ledger_contact(t, c->to);
    spread(t, c->to, true);
    int32_t weight = c->kind == STORY_WORK ? trust_effort_weight(c->effort_minutes) : TRUST_ONE;
    ledger_trust(t, c->to, (TrustEvent){ .kind = TRUST_KEPT, .weight = weight });
}

void ledger_broken(Turn *t, int commitment, StoryState state, TrustEventKind kind)
{
    const StoryCommitment *c = &t->sc->commitments[commitment];
    CommitmentState *s = play_commitment(t->sc, t->p, commitment);
    settle(t, commitment, state);
    if (c->by != STORY_PLAYER) {
        return;
    }
    s->flags |= COMMITMENT_COST;
    ledger_waits(t, commitment, true);
    PersonState *person = play_person(t->sc, t->p, c->to);
    if (person->violations < BRIDGE_STRANDS) {
        person->violations++;
    }
    person->run = 0;
    ledger_mark(t, c->to, FELT_NOT_RAISED);
    ledger_contact(t, c->to);
    spread(t, c->to, false);
    ledger_trust(t, c->to,
                 (TrustEvent){ .kind = (uint8_t)kind, .integrity = kind == TRUST_DECEIVED });
}

void ledger_fall_due(Turn *t, int commitment)
{
    const StoryCommitment *c = &t->sc->commitments[commitment];
    const CommitmentState *s = play_commitment(t->sc, t->p, commitment);
    bool broken = (s->flags & COMMITMENT_BROKEN) != 0;
    bool done = c->kind == STORY_WORK && s->done_minutes >= c->effort_minutes && !c->by_hand;
    if (!turn_condition(t, c->provided)) {
        settle(t, commitment, STATE_LAPSED);
    } else if (c->by != STORY_PLAYER) {
        settle(t, commitment, broken ? STATE_MISSED : STATE_KEPT);
    } else if (done) {
        ledger_deliver(t, commitment); // it was done before it was promised
    } else if (c->kind == STORY_HOLD && !broken) {
        ledger_kept(t, commitment);
    } else if ((s->flags & COMMITMENT_TOLD) != 0) {
        ledger_broken(t, commitment, STATE_WARNED, TRUST_WARNED_LATE);
    } else {
        ledger_broken(t, commitment, STATE_MISSED, TRUST_MISSED);
    }
}

static void refuse(Turn *t, int commitment)
{
    const StoryCommitment *c = &t->sc->commitments[commitment];
    TextId line = c->lines.refused != 0 ? c->lines.refused : t->sc->people[c->to].lines.refused;
    turn_event(t, EVENT_REFUSED, c->to, commitment, 0, 0);
    ledger_say(t, c->to, line != 0 ? line : t->sc->words[WORD_REFUSED], commitment);
}

void ledger_promise(Turn *t, int commitment, StoryTime due)
{
    const StoryCommitment *c = &t->sc->commitments[commitment];
    CommitmentState *s = play_commitment(t->sc, t->p, commitment);
    if (s->state != STATE_NONE) {
        return; // it stands in the ledger already
    }
    if (c->by == STORY_PLAYER && !ledger_accepts(t->sc, t->p, c->to)) {
        refuse(t, commitment);
        return;
    }
    int32_t minute =
        clock_resolve(t->sc, t->p->clock_minute, due == STORY_TIME_NONE ? c->due : due);
    s->promised = ++t->p->promised_count;
    s->due_minute = (uint16_t)minute;
    enter_state(t, commitment, STATE_OPEN);
    ledger_contact(t, ledger_other(c));
    turn_event(t, EVENT_PROMISED, ledger_other(c), commitment, minute, 0);
}

void ledger_deliver(Turn *t, int commitment)
{
    const StoryCommitment *c = &t->sc->commitments[commitment];
    const CommitmentState *s = play_commitment(t->sc, t->p, commitment);
    if (c->kind != STORY_WORK || s->done_minutes < c->effort_minutes || s->state == STATE_KEPT) {
        return;
    }
    turn_event(t, EVENT_DELIVERED, c->to, commitment, 0, 0);
    if (play_is_open(s->state)) {
        ledger_kept(t, commitment);
    }
}

void ledger_attend(Turn *t, int commitment)
{
    const StoryCommitment *c = &t->sc->commitments[commitment];
    const CommitmentState *s = play_commitment(t->sc, t->p, commitment);
    if (c->kind != STORY_MEET || !play_is_open(s->state)) {
        return;
    }
    if (t->p->clock_minute < s->due_minute) {
        clock_advance(t, s->due_minute, false); // there early, and waits
    }
    if (play_is_open(s->state)) {
        ledger_kept(t, commitment);
    }
}

static void notice(Turn *t, int commitment)
{
    const StoryCommitment *c = &t->sc->commitments[commitment];
    CommitmentState *s = play_commitment(t->sc, t->p, commitment);
    int standard = t->sc->people[c->to].notice;
    if (standard < 0 || (s->flags & COMMITMENT_NOTICE) != 0) {
        return;
    }
    if (s->due_minute - t->p->clock_minute < t->sc->standards[standard].minutes) {
        s->flags |= COMMITMENT_NOTICE;
        ledger_break_standard(t, standard);
    }
}

void ledger_tell(Turn *t, int commitment)
{
    const StoryCommitment *c = &t->sc->commitments[commitment];
    CommitmentState *s = play_commitment(t->sc, t->p, commitment);
    if (!play_is_open(s->state) || c->by != STORY_PLAYER || t->p->clock_minute >= s->due_minute) {
        return;
    }
    s->flags |= COMMITMENT_TOLD | COMMITMENT_TOLD_TODAY;
    turn_event(t, EVENT_TOLD, c->to, commitment, 0, 0);
    ledger_contact(t, c->to);
    notice(t, commitment);
}

// The end of the last desk that is still to come, 0 for none: behind it nothing is worked on any more.
static int32_t last_desk(const Scenario *sc, const Playthrough *p)
{
    int32_t last = 0;
    int32_t end =
        sc->day_count > 0 ? (sc->calendar_day[sc->day_count - 1] + 1) * STORY_DAY_MINUTES : 0;
    for (int i = 0; i < sc->desk_count; i++) {
        int32_t till = clock_resolve(sc, p->clock_minute, sc->desks[i].till);
        last = till < end && till > last ? till : last; // else it is over
    }
    return last;
}

// Whether its author lets a scene do it, which may come behind every desk.
static bool done_in_a_scene(const Scenario *sc, int commitment)
{
    for (int i = 0; i < sc->op_count; i++) {
        uint8_t code = sc->ops[i].code;
        bool does = code == OP_WORK || code == OP_DELIVER || code == OP_ATTEND;
        if (does && sc->ops[i].a == commitment) {
            return true;
        }
    }
    return false;
}

// The second working morning from now: far enough to be meant, near enough to be of use. Later when
// that is no later than the old date; the old date itself when the scenario has no later one. Not
// behind the last desk, where one is still to come after the old date and no scene does it: it could not
// be met.
static int32_t new_date(const Scenario *sc, const Playthrough *p, int commitment, int32_t due)
{
    const StoryCommitment *c = &sc->commitments[commitment];
    int day = p->day + 2;
    while (day < sc->day_count - 1 &&
           sc->calendar_day[day] * STORY_DAY_MINUTES + MORNING_MINUTE <= due) {
        day++;
    }
    if (day >= sc->day_count) {
        day = sc->day_count - 1;
    }
    int32_t minute = sc->calendar_day[day] * STORY_DAY_MINUTES + MORNING_MINUTE;
    if (minute <= due) {
        minute = sc->calendar_day[day] * STORY_DAY_MINUTES + sc->closes_minute;
    }
    int32_t last = last_desk(sc, p) - (c->kind == STORY_MEET ? c->meeting_minutes : 0);
    bool never = minute > last && last > due && !done_in_a_scene(sc, commitment);
    minute = never ? last : minute;
    return minute > due ? minute : due;
}

bool ledger_move(Turn *t, int commitment, StoryTime due)
{
    const StoryCommitment *c = &t->sc->commitments[commitment];
    CommitmentState *s = play_commitment(t->sc, t->p, commitment);
    if (!play_is_open(s->state) || c->by != STORY_PLAYER) {
        return false;
    }
    s->flags |= COMMITMENT_ASKED_TODAY;
    ledger_contact(t, c->to);
    int32_t old = s->due_minute;
    int32_t minute = due == STORY_TIME_NONE ? new_date(t->sc, t->p, commitment, old)
                                            : clock_resolve(t->sc, t->p->clock_minute, due);
    bool in_time = t->p->clock_minute < old && t->p->clock_minute < minute;
    if (!ledger_accepts(t->sc, t->p, c->to) || !in_time || minute == old) {
        refuse(t, commitment);
        return false;
    }
    notice(t, commitment);
    s->due_minute = (uint16_t)minute;
    enter_state(t, commitment, STATE_MOVED);
    s->moves++;
    s->flags = (uint8_t)((s->flags & ~(COMMITMENT_TOLD | COMMITMENT_NOTICE)) |
                         COMMITMENT_TOLD_TODAY); // agreed anew: it is not late today
    turn_event(t, EVENT_MOVED, c->to, commitment, old, minute);
    ledger_trust(t, c->to, (TrustEvent){ .kind = TRUST_MOVED });
    return true;
}

void ledger_own_up(Turn *t, int commitment)
{
    const StoryCommitment *c = &t->sc->commitments[commitment];
    CommitmentState *s = play_commitment(t->sc, t->p, commitment);
    if (c->by != STORY_PLAYER || s->state == STATE_NONE) {
        return;
    }
    bool early = play_is_open(s->state) && t->p->clock_minute < s->due_minute;
    if (early && c->kind != STORY_HOLD) {
        ledger_tell(t, commitment); // there is nothing to own yet: it will be late
        TextId told = t->sc->people[c->to].lines.told;
        ledger_say(t, c->to, c->lines.told != 0 ? c->lines.told : told, commitment);
        return;
    }
    ledger_contact(t, c->to);
    bool fresh = (s->flags & COMMITMENT_REACTION) != 0 &&
                 t->p->clock_minute - s->settled_minute <= OWN_UP_MINUTES;
    bool counts = true;
    if (s->state == STATE_COVERED_UP && (s->flags & COMMITMENT_COST) == 0) {
        ledger_broken(t, commitment, STATE_OWNED_UP, TRUST_MISSED_OWNED);
    } else if (s->state == STATE_COVERED_UP || (s->state == STATE_MISSED && fresh)) {
        settle(t, commitment, STATE_OWNED_UP);
        ledger_trust(t, c->to, (TrustEvent){ .kind = TRUST_OWNED_UP });
    } else {
        counts = false;
    }
    ledger_waits(t, commitment, false);
    turn_event(t, EVENT_OWNED_UP, c->to, commitment, counts, 0);
    TextId own = t->sc->people[c->to].lines.owned_up;
    ledger_say(t, c->to, c->lines.owned_up != 0 ? c->lines.owned_up : own, commitment);
}

void ledger_cover_up(Turn *t, int commitment)
{
    const StoryCommitment *c = &t->sc->commitments[commitment];
    uint8_t state = play_commitment(t->sc, t->p, commitment)->state;
    if (c->by == STORY_PLAYER && (play_is_open(state) || state == STATE_MISSED)) {
        enter_state(t, commitment, STATE_COVERED_UP);
        turn_event(t, EVENT_COVERED_UP, c->to, commitment, 0, 0);
    }
}

void ledger_found_out(Turn *t, int commitment)
{
    if (play_commitment(t->sc, t->p, commitment)->state == STATE_COVERED_UP) {
        ledger_broken(t, commitment, STATE_FOUND_OUT, TRUST_DECEIVED);
    }
}

bool ledger_answers(Turn *t, int person, bool only_if_they_accept)
{
    bool asked_now = only_if_they_accept || t->p->talk_person == person;
    if (asked_now && !ledger_accepts(t->sc, t->p, person)) {
        turn_event(t, EVENT_REFUSED, person, STORY_NONE, 0, 0);
        return false;
    }
    return true;
}

void ledger_apologise(Turn *t, int person, int parts)
{
    turn_event(t, EVENT_TACTIC, person, TACTIC_APOLOGY, parts, 0);
    ledger_contact(t, person);
    ledger_trust(t, person, (TrustEvent){ .kind = TRUST_APOLOGY, .parts = (uint8_t)parts });
    ledger_say(t, person, t->sc->people[person].lines.apology, -1);
}

void ledger_breaks(Turn *t, int commitment)
{
    CommitmentState *s = play_commitment(t->sc, t->p, commitment);
    if (play_is_open(s->state)) {
        s->flags |= COMMITMENT_BROKEN;
    }
}

void ledger_break_standard(Turn *t, int standard)
{
    int person = t->sc->standards[standard].person;
    bool known = (t->p->standards >> standard & 1u) != 0;
    if (!known) {
        t->p->standards_broken |= 1u << standard;
    }
    turn_event(t, EVENT_STANDARD, person, standard, known, 0);
    ledger_trust(
        t, person,
        (TrustEvent){ .kind = TRUST_STANDARD,
                      .weight = known ? TRUST_STANDARD_CLARIFIED : TRUST_STANDARD_UNKNOWN });
}

void ledger_clarify(Turn *t, int standard)
{
    int person = t->sc->standards[standard].person;
    t->p->standards |= 1u << standard;
    ledger_contact(t, person);
    turn_event(t, EVENT_CLARIFIED, person, standard, 0, 0);
    if ((t->p->standards_broken >> standard & 1u) != 0) {
        t->p->standards_broken &= ~(1u << standard);
        ledger_trust(t, person, (TrustEvent){ .kind = TRUST_CLEARED });
    }
}
