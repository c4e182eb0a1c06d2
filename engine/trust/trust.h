// One colleague's trust in the player: what deeds have built (trust), what words add on loan
// (belief). Equations: engine/trust/README.md (a beta reputation after Josang & Ismail 2002 with
// forgetting, a stain for deception after Schweitzer et al. 2006, promise credit, rapport). Nothing
// else: no names, no clock, no story. Everything is integers of one millionth, identical on every
// machine: an event computes in IEEE doubles (+ - * / only, no libm, no FMA) and rounds each field
// once.
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum { TRUST_ONE = 1000000 }; // 1.0 in millionths

// 44 bytes, no padding: two equal states are equal bytes. Zeroed memory is NOT a valid state, what
// trust_start gives is.
typedef struct TrustState {
    int32_t kept;    // a: evidence of kept commitments, millionths of an outcome, prior included
    int32_t broken;  // b: evidence of broken ones
    int32_t pending; // part of b from the latest violation that words can still forgive
    int32_t stain;   // D, 0..1: deception
    int32_t stain_peak;
    int32_t credit;  // h, 0..1: trust on loan from promises
    int32_t rapport; // B, 0..1; .5 is neutral
    int32_t recent;  // v: leaky count of recent violations, millionths of one
    int32_t guard;   // 0..1: how far they hold what is kept for show; 0 until a pattern was seen
    uint8_t failed_quarters; // f in quarters: repairs that were followed by another violation
    uint8_t moved_halves;    // dates moved, in halves (each kept outcome takes one half off)
    uint8_t streak;          // kept in a row; stops counting at 255
    uint8_t kept_today;      // kept or excused since the day began (the k-th counts 1/2^(k-1))
    uint16_t flags;          // TRUST_FLAG_*
    uint8_t words; // apologies and vows since the last deed; each but the first counts as failed
    uint8_t turns; // kind while distrusted, then careless while trusted: so often in a row
} TrustState;

enum {
    TRUST_FLAG_REPAIR_OPEN = 1 << 0, // an apology or vow waits for deeds
    TRUST_FLAG_INTEGRITY = 1 << 1,   // the latest violation was one of integrity
    TRUST_FLAG_VOWED = 1 << 2,       // the next breach follows an explicit vow
    TRUST_FLAG_UNOWNED = 1 << 3, // `pending` comes from a silent miss nobody has owned up to yet
    TRUST_FLAG_STANDARD_LAST = 1 << 4, // `pending` comes from a standard broken unknowingly
    TRUST_FLAG_KIND = 1 << 5,   // kept while distrusted, and since then neither broke nor kept more
    TRUST_FLAG_WON = 1 << 6,    // and was trusted again by that
    TRUST_FLAG_DENIED = 1 << 7, // denied a true breach, and has not kept five in a row since
};

typedef enum TrustEventKind {
    TRUST_KEPT,         // weight: effort weight in millionths, trust_effort_weight()
    TRUST_EXCEEDED,     // kept, and more than promised: nearly the same (Gneezy & Epley 2014)
    TRUST_MISSED,       // silently
    TRUST_WARNED_LATE,  // told before, no new date
    TRUST_MISSED_OWNED, // missed and owned up at once (one outcome)
    TRUST_DECEIVED,     // a cover-up found out: outcome and stain
    TRUST_EXCUSED,      // missed for a credible cause outside one's control
    TRUST_OWNED_UP,     // words after TRUST_MISSED: re-prices it to a miss owned up, once
    TRUST_MOVED,        // a new date agreed before the due time
    TRUST_APOLOGY,      // parts: TRUST_PART_* mask; raised: they had to bring it up first
    TRUST_VOW,          // a promise to change, or an explicit first promise
    TRUST_DENIAL,       // denying a true breach
    TRUST_STANDARD, // a standard broken; weight: TRUST_STANDARD_UNKNOWN or TRUST_STANDARD_CLARIFIED
    TRUST_CLEARED,  // the standard broken unknowingly was asked about: its pending evidence goes
    TRUST_TALK,     // a one-on-one; quality q 0..1 in millionths in `weight`
    TRUST_LISTENED, // a passing move outside a one-on-one: rapport only
    TRUST_ASKED,
    TRUST_THEIR_AGENDA,
    TRUST_DEFENDED,   // also steer, fix, blame
    TRUST_HEARD_GOOD, // seen or heard from others (third-party weight)
    TRUST_HEARD_BAD,
    TRUST_DAY,     // a new day begins: cramming counter
    TRUST_WEEK,    // a week with contact has passed: rapport decays a little
    TRUST_NEGLECT, // a week without contact
    TRUST_EVENT_KIND_COUNT
} TrustEventKind;

// Weights of TRUST_STANDARD. What weighs no more than the first was broken unknowingly and can be
// cleared.
enum { TRUST_STANDARD_UNKNOWN = 300000, TRUST_STANDARD_CLARIFIED = 600000 };

enum { // parts of an apology, in the order of their weight (Lewicki, Polin & Lount 2016)
    TRUST_PART_RESPONSIBILITY = 1 << 0,
    TRUST_PART_REPAIR = 1 << 1,
    TRUST_PART_REGRET = 1 << 2,
    TRUST_PART_EXPLANATION = 1 << 3,
    TRUST_PART_REPENTANCE = 1 << 4,
    TRUST_PART_FORGIVENESS = 1 << 5,
    TRUST_PART_ALL = (1 << 6) - 1,
};

typedef struct TrustEvent {
    uint8_t kind;   // TrustEventKind
    uint8_t parts;  // TRUST_APOLOGY
    bool raised;    // TRUST_APOLOGY: counts .7
    bool integrity; // TRUST_MISSED...: a violation of integrity, not of competence
    int32_t weight; // millionths; 0 means 1.0 where a weight is meant
} TrustEvent;

// The numbers of the model; what each means, its unit and where it comes from stands in
// parameters.h. Read-only.
typedef struct TrustParameters TrustParameters;

// Presets live for ever; personas: numbers.h. NULL for an unknown name. Names: "default", "work".
const TrustParameters *trust_preset(const char *name);
const char *trust_preset_name(const TrustParameters *parameters);

// Grows when any number or rule changes; saves name it.
int trust_preset_version(const TrustParameters *parameters);

// The state before any history: nothing kept, nothing broken, neutral rapport.
TrustState trust_start(const TrustParameters *parameters);

// Whether every field is within what events can make of it: for states that were read from a file.
// trust_apply and the readings need a valid state.
bool trust_valid(const TrustParameters *parameters, const TrustState *state);

// Moves the state by one event. An event that does not fit (owning up to nothing, clearing what was
// never unknown) changes nothing. A breach never raises trust, a kept commitment never lowers it.
void trust_apply(const TrustParameters *parameters, TrustState *state, TrustEvent event);

// The same, for whoever keeps the readings: `*trust` and `*belief` are those before it, and then those
// after it.
void trust_apply_read(const TrustParameters *parameters, TrustState *state, TrustEvent event,
                      int32_t *trust, int32_t *belief);

// The two readings, 0..TRUST_ONE. Trust moves the bridge and the crossings; belief opens doors.
int32_t trust_reading(const TrustParameters *parameters, const TrustState *state);
int32_t trust_belief(const TrustParameters *parameters, const TrustState *state);

// Both at once, for whoever keeps them.
void trust_readings(const TrustParameters *parameters, const TrustState *state, int32_t *trust,
                    int32_t *belief);

// Weight of a kept commitment of that many minutes of effort: clamp(hours / 4, .2, 1.5), in
// millionths.
int32_t trust_effort_weight(int minutes);

// Quality of a one-on-one: .5 listened + .3 asked + .2 agenda - .25 for each defend, steer or fix,
// in 0..TRUST_ONE. agenda_halves: 2 theirs, 1 shared, 0 mine.
int32_t trust_talk_quality(bool listened, bool asked, int agenda_halves, int against);

// Whether they are on guard: they saw a pattern of kindness while distrusted and carelessness while
// trusted, and what is kept counts for less until it has been kept often in a row.
bool trust_on_guard(const TrustState *state);

// Belief needed before a colleague accepts a promise, a new date or a one-on-one: .45.
enum { TRUST_ACCEPTS = 450000 };
