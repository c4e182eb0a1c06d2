// Private to engine/story: what one call of story_start or story_choose carries around, and the
// parts of the interpreter that call each other.
#pragma once

#include "story/asked.h"
#include "story/oracle.h"
#include "story/story.h"

typedef struct Turn {
    const Scenario *sc;
    Playthrough *p;
    const uint16_t *leads;  // the scenario's, or those that skip what is only said
    StoryJournal *journal;  // may be NULL
    StoryEvent *next, *end; // room in the journal for what comes next
    Err *err;
    bool failed;
    bool silent;       // nobody keeps what is said
    uint8_t witnesses; // of the option that runs, until a scene begins
} Turn;

// journal.c
void turn_begin(Turn *t, const Scenario *sc, Playthrough *p, StoryJournal *journal, Err *err);
bool turn_end(Turn *t);                                    // false when it failed
bool turn_room(Turn *t, int events) __attribute__((cold)); // false where there is no journal
void turn_lines(Turn *t, const StoryOp *lines);            // said one after the other
static inline void turn_event(Turn *t, StoryEventKind kind, int person, int what, int32_t a,
                              int32_t b)
{
    if (t->next == t->end && (t->journal == NULL || !turn_room(t, 1))) {
        return;
    }
    *t->next++ =
        (StoryEvent){ (uint8_t)kind, (uint8_t)person, (uint16_t)what, a, b, t->p->clock_minute };
}

// What is asked in place of the seed and of what somebody thinks: nobody, while it is played.
static inline const StoryOracle *turn_oracle(const Scenario *sc)
{
#ifdef STORY_ASKED
    return sc->oracle;
#else
    (void)sc;
    return NULL;
#endif
}

// oracle.c
bool oracle_wants(const StoryOracle *oracle, int person, StoryFelt what, TrustEvent event);
bool oracle_at_least(const StoryOracle *oracle, const Playthrough *play, int person,
                     StoryReading which, int32_t reading, int32_t threshold);

// False: what it does to them is not wanted.
static inline bool turn_wants(const Turn *t, int person, StoryFelt what, TrustEvent event)
{
    const StoryOracle *oracle = turn_oracle(t->sc);
    return oracle == NULL || oracle_wants(oracle, person, what, event);
}

// felt.c: what happens to a person; `event`: with FELT_TRUST
void ledger_felt(Turn *t, int person, StoryFelt what, TrustEvent event);
static inline void ledger_trust(Turn *t, int person, TrustEvent event)
{
    ledger_felt(t, person, FELT_TRUST, event);
}
static inline void ledger_mark(Turn *t, int person, StoryFelt what)
{
    ledger_felt(t, person, what, (TrustEvent){ .kind = 0 });
}
static inline void ledger_contact(Turn *t, int person)
{
    ledger_mark(t, person, FELT_CONTACT);
}

// ledger.c: commitments
void ledger_waits(Turn *t, int commitment, bool waits); // for a reaction to its breaking
void ledger_kept(Turn *t, int commitment);
void ledger_broken(Turn *t, int commitment, StoryState state, TrustEventKind kind);
void ledger_fall_due(Turn *t, int commitment);
void ledger_promise(Turn *t, int commitment, StoryTime due);
void ledger_deliver(Turn *t, int commitment);
void ledger_attend(Turn *t, int commitment);
void ledger_tell(Turn *t, int commitment);
bool ledger_move(Turn *t, int commitment, StoryTime due);
void ledger_own_up(Turn *t, int commitment);
void ledger_cover_up(Turn *t, int commitment);
void ledger_found_out(Turn *t, int commitment);
void ledger_breaks(Turn *t, int commitment);
void ledger_break_standard(Turn *t, int standard);
void ledger_clarify(Turn *t, int standard);
void ledger_apologise(Turn *t, int person, int parts);
bool ledger_accepts(const Scenario *sc, const Playthrough *p, int person);
bool ledger_answers(Turn *t, int person, bool only_if_they_accept); // refuses where false
int ledger_other(const StoryCommitment *commitment);                // the colleague in it
void ledger_say(Turn *t, int person, TextId text, int commitment);  // EVENT_SAID unless empty

// clock.c
int32_t clock_weekday(const Scenario *sc, int32_t now, StoryTime time); // one below STORY_TIME_NONE
static inline int32_t clock_resolve(const Scenario *sc, int32_t now, StoryTime time)
{
    return time >= STORY_TIME_NONE ? time : clock_weekday(sc, now, time);
}
int32_t clock_fires(const Scenario *sc, const Playthrough *p, int commitment); // when it is decided
void clock_advance(Turn *t, int32_t minute, bool inclusive);

// What is left in alarm_minute by whoever changes a date or what is open: it is to be looked for
// anew, once, at the end of the turn or when it is needed. clock_alarm does that.
enum { CLOCK_LOOK = 0 };
void clock_alarm(const Scenario *sc, Playthrough *p);
void clock_energy(Turn *t, int32_t thousandths); // adds, within 0..max

// Thousandths; overtime costs double.
enum { CLOCK_ENERGY_AN_HOUR = 500 };
static inline int32_t clock_overtime_energy(int32_t minutes)
{
    return (int32_t)((uint32_t)(2 * minutes) * CLOCK_ENERGY_AN_HOUR / 60u);
}
int32_t clock_work_energy(const Scenario *sc, int32_t from_minute, int32_t minutes);
int32_t clock_hours_left(const Scenario *sc, const Playthrough *p); // minutes of today's hours

// story.c
void story_fresh(const Scenario *sc, Playthrough *p); // before anything has happened
StoryClosed story_closed_by(const Scenario *sc, const Playthrough *p, const StoryOption *option);

// desk.c
void desk_work(Turn *t, int commitment, int32_t minutes, int32_t until, bool say);
bool desk_slot(Turn *t, const StoryDesk *desk); // begins a slot; false when the desk is over
int desk_offers(const Scenario *sc, const Playthrough *p, bool closed, StoryOffer *out, Err *err);
void desk_choose(Turn *t, const StoryOffer *offer);

// talk.c
bool talk_begin(Turn *t, int talk);
void talk_finish(Turn *t);
int talk_offers(const Scenario *sc, const Playthrough *p, int most, StoryOffer *out, bool *failed,
                Err *err);
void talk_choose(Turn *t, const StoryOffer *offer);
void talk_move(Turn *t, int person, StoryMove move); // STORY_NONE: the one-on-one or need that runs

// draw.c
int draw_one(const Scenario *sc, const Playthrough *p, int scene, int ordinal,
             const uint32_t *weights, int count); // its index
bool draw_found(const Scenario *sc, const Playthrough *p, int commitment);

// Whether a person's reading has come to a threshold: the one way in which the story asks for trust.
static inline bool turn_at_least(const Scenario *sc, const Playthrough *p, int person,
                                 StoryReading which, int32_t threshold)
{
    const PersonState *s = play_person_c(sc, p, person);
    int32_t reading = which == READING_TRUST ? s->trust_now : s->belief_now;
    const StoryOracle *oracle = turn_oracle(sc);
    return oracle == NULL ? reading >= threshold
                          : oracle_at_least(oracle, p, person, which, reading, threshold);
}

// Likewise for the player's energy, in thousandths.
static inline bool turn_has_energy(const Scenario *sc, const Playthrough *p, int32_t thousandths)
{
    const StoryOracle *oracle = turn_oracle(sc);
    return oracle == NULL || thousandths <= 0
               ? p->energy >= thousandths
               : oracle_at_least(oracle, p, STORY_PLAYER, READING_ENERGY, p->energy, thousandths);
}

// condition.c
bool turn_condition_any(Turn *t, int cond);

static inline bool turn_byte(const StoryTest *test, const Playthrough *p) // TEST_BYTE
{
    unsigned value = ((const unsigned char *)p)[test->offset];
    return ((uint32_t)test->wanted >> (value >> test->shift & 15u) & 1u) != 0;
}

// False also when it failed: then t->failed.
static inline bool turn_condition(Turn *t, int cond)
{
    if (cond >= 0 && t->sc->tests[cond].form == TEST_BYTE) {
        return turn_byte(&t->sc->tests[cond], t->p);
    }
    return turn_condition_any(t, cond);
}
bool turn_lua(const Scenario *sc, const Playthrough *p, int function, bool *out, Err *err);

// Whether an option's `when` is true. Like story_condition.
static inline bool turn_open(const Scenario *sc, const Playthrough *p, int cond, bool *out,
                             Err *err)
{
    if (cond < 0) {
        *out = true;
        return true;
    }
    if (sc->tests[cond].form == TEST_BYTE) {
        *out = turn_byte(&sc->tests[cond], p);
    } else if (!story_condition(sc, p, cond, out, err)) {
        return false;
    }
    const StoryOracle *oracle = turn_oracle(sc);
    if (oracle != NULL && oracle->opens != NULL) {
        oracle->opens(oracle->context, cond, *out);
    }
    return true;
}

// step.c
void turn_run(Turn *t);
void turn_call(Turn *t, int op); // jumps there; OP_RETURN comes back to p->at as it is now
bool turn_fail(Turn *t, const char *format, ...) __attribute__((cold, format(printf, 2, 3)));
