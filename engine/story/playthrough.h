// Where a playthrough stands: one flat block without pointers. Copying it is undo, hashing its
// fields is the explorer; two equal states are equal bytes (no padding that is not zero, nothing
// left over). Its size depends on the scenario: Scenario.play_size. The tail behind the head is
// reached by the accessors below. What is derived is worked out from the rest, for speed:
// play_derive does it from nothing; saves leave it out.
#pragma once

#include "story/scenario.h"

#include <string.h>

typedef enum StoryState {
    STATE_NONE, // not promised yet
    STATE_OPEN,
    STATE_MOVED, // open, with a new date agreed before the old one
    STATE_KEPT,
    STATE_LAPSED,     // its condition was false when it fell due: nobody's fault
    STATE_WARNED,     // told that it would be late, and late
    STATE_MISSED,     // in silence
    STATE_OWNED_UP,   // missed, and told by the player first
    STATE_COVERED_UP, // hidden; the plank looks as before
    STATE_FOUND_OUT,
} StoryState;

enum {                        // CommitmentState.flags
    COMMITMENT_TOLD = 1 << 0, // it was said that it will be late
    COMMITMENT_TOLD_TODAY = 1 << 1,
    COMMITMENT_ASKED_TODAY = 1 << 2, // a new date was asked for today
    COMMITMENT_REACTION = 1 << 3,    // they have not reacted to its breaking yet
    COMMITMENT_BROKEN = 1 << 4, // a hold that will count as broken; a colleague's that is let down
    COMMITMENT_NOTICE = 1 << 5, // the notice standard was broken over it
    COMMITMENT_COST = 1 << 6,   // its breaking has already been felt (a cover-up after it adds)
};

typedef struct CommitmentState {
    uint8_t state; // StoryState
    uint8_t flags;
    uint8_t moves;   // dates agreed anew
    uint8_t settled; // order of settling, 1.., 0 while open
    uint16_t done_minutes;
    uint16_t due_minute; // minutes since 00:00 of the first day, at most STORY_MINUTE_MAX
    uint16_t settled_minute;
    uint8_t promised; // order of promising, 1.., 0 before
    uint8_t reserved; // always 0
} CommitmentState;

enum {                       // PersonState.flags
    PERSON_LANTERN = 1 << 0, // the last one-on-one had their agenda
    PERSON_RAISED = 1 << 1,  // they brought the latest breaking up themselves
    PERSON_CONTACT = 1 << 2, // contact in the running week
};

typedef struct PersonState {
    TrustState trust;
    int32_t trust_now, belief_now; // derived: the readings of `trust`
    uint8_t flags;
    uint8_t mood;       // StoryMood
    uint8_t violations; // strands gone
    uint8_t strands_back;
    uint8_t run;                   // kept in a row, for the strands
    uint8_t heard_good, heard_bad; // to be heard of tomorrow
    uint8_t reserved;
} PersonState;

enum {
    STORY_BACK_MAX = 4,
    STORY_NEED_DECIDED = 2, // need_shift while the need's answer is played: no move counts any more
};

struct Playthrough {
    uint64_t seed; // not part of what a state is: story_hash leaves it out
    int32_t clock_minute;
    int16_t energy; // thousandths
    uint16_t at;    // op
    uint16_t back[STORY_BACK_MAX];
    uint8_t depth;
    uint8_t day;
    uint8_t ended;          // ending + 1
    uint8_t scene_present;  // mask of those present
    uint16_t scene;         // the running scene
    uint16_t slot_end;      // desk: minute where the slot ends, 0 outside
    uint8_t who;            // the need's person, STORY_NONE
    int8_t need_shift;      // hesitation: steps of .05
    uint8_t promised_count; // derived: the highest order of promising
    uint8_t settled_count;
    uint8_t talk_person; // STORY_NONE outside a one-on-one
    uint8_t talk_agenda; // 0 not chosen, 1 mine, 2 shared, 3 theirs
    uint8_t talk_round;
    uint8_t talk_moves; // bit 0 listened, bit 1 asked, bits 4..7 how often against
    uint32_t talk_used; // options used
    uint16_t talk;      // its index
    uint16_t week_day;  // calendar day on which the running week began
    uint64_t facts, flags;
    uint32_t standards;        // clarified
    uint32_t standards_broken; // broken while unknown
    uint64_t open, waiting;    // derived: masks of commitments: open; with COMMITMENT_REACTION
    int32_t alarm_minute;      // derived: when the clock next has something to do (clock_alarm)
    uint32_t reserved_too;     // always 0
    // tail: PersonState people[], CommitmentState commitments[], uint64_t took[], played[]
    // (whenevers), int8_t numbers[], uint8_t occurrences[]
};

static inline size_t play_people_offset(void)
{
    return sizeof(Playthrough);
}

static inline PersonState *play_person(const Scenario *sc, Playthrough *p, int person)
{
    (void)sc;
    return (PersonState *)(void *)((char *)p + play_people_offset()) + person;
}

static inline const PersonState *play_person_c(const Scenario *sc, const Playthrough *p, int person)
{
    (void)sc;
    return (const PersonState *)(const void *)((const char *)p + play_people_offset()) + person;
}

static inline CommitmentState *play_commitment(const Scenario *sc, Playthrough *p, int commitment)
{
    return (CommitmentState *)(void *)((char *)p + sc->commitments_at) + commitment;
}

static inline const CommitmentState *play_commitment_c(const Scenario *sc, const Playthrough *p,
                                                       int commitment)
{
    return (const CommitmentState *)(const void *)((const char *)p + sc->commitments_at) +
           commitment;
}

static inline bool play_bit(const Playthrough *p, size_t offset, int bit)
{
    const uint64_t *words = (const uint64_t *)(const void *)((const char *)p + offset);
    return (words[bit / 64] >> (bit % 64) & 1u) != 0;
}

static inline void play_set_bit(Playthrough *p, size_t offset, int bit)
{
    uint64_t *words = (uint64_t *)(void *)((char *)p + offset);
    words[bit / 64] |= (uint64_t)1 << (bit % 64);
}

static inline bool play_took(const Scenario *sc, const Playthrough *p, int bit)
{
    return play_bit(p, sc->took_at, bit);
}

static inline bool play_played(const Scenario *sc, const Playthrough *p, int whenever)
{
    return play_bit(p, sc->played_at, whenever);
}

static inline int8_t *play_numbers(const Scenario *sc, Playthrough *p)
{
    return (int8_t *)p + sc->numbers_at;
}

static inline int play_number(const Scenario *sc, const Playthrough *p, int number)
{
    return *((const int8_t *)p + sc->numbers_at + number);
}

static inline uint8_t *play_occurrences(const Scenario *sc, Playthrough *p)
{
    return (uint8_t *)p + sc->occurrences_at;
}

static inline int play_occurrence(const Scenario *sc, const Playthrough *p, int slot)
{
    return *((const uint8_t *)p + sc->occurrences_at + slot);
}

static inline bool play_is_open(uint8_t state)
{
    return state == STATE_OPEN || state == STATE_MOVED;
}

// The lowest of a mask that is not empty: for (left = mask; left != 0; left &= left - 1).
static inline int play_lowest(uint64_t mask)
{
    return __builtin_ctzll(mask);
}

// "none", "open", "moved", "kept", "lapsed", "warned", "missed", "owned up", "covered up", "found
// out".
const char *play_state_name(StoryState state);

// The states in which a condition about a commitment's state is true, a bit for each; 0 for the
// conditions that ask for something else.
uint16_t play_states_of(StoryCondKind kind);

// Works out all that is derived, after the rest was written from outside.
void play_derive(const Scenario *scenario, Playthrough *play);

// Identity of the state: everything but the seed.
uint64_t play_hash(const Scenario *scenario, const Playthrough *play);
bool play_equal(const Scenario *scenario, const Playthrough *a, const Playthrough *b);
