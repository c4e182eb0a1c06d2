// Plays a scenario: what can be chosen, and what a choice does. No clock, no screen, no Lua, no
// memory of its own: a Scenario, a Playthrough, and a journal that grows.
#pragma once

#include "bridge/bridge.h"
#include "story/asked.h"
#include "story/playthrough.h"
#include "story/scenario.h"

typedef enum StoryEventKind {
    EVENT_SCENE, // what: scene; after the jump to its time and what fell due on the way
    EVENT_TIME,  // a: from minute, b: to minute (a jump or a spent hour)
    EVENT_DAY,   // a new working day; a: day index
    // person or STORY_NONE; a: text; b: commitment it speaks of + 1, or 0; what: its minutes left to do
    EVENT_SAID,
    EVENT_CHOSE,    // what: StoryOffer.x; a: StoryOfferKind; b: scene
    EVENT_PROMISED, // what: commitment; a: due
    EVENT_REFUSED,  // person, what: commitment or STORY_NONE
    EVENT_MOVED,    // what: commitment; a: old due, b: new due
    EVENT_TOLD,     // what: commitment
    EVENT_SETTLED,  // what: commitment; a: StoryState now, b: StoryState before
    EVENT_OWNED_UP, // what: commitment; a: 1 when it still counted
    EVENT_COVERED_UP,
    EVENT_DELIVERED, // what: commitment
    EVENT_WORKED,    // person, what: commitment; a: minutes; b: 1 while a break is unmended
    EVENT_TALKED,    // person; a: minutes; b: quality in millionths
    EVENT_RESTED,    // a: minutes
    EVENT_SPENT,     // a: minutes, b: energy
    EVENT_MOVE,      // person; what: StoryMove
    EVENT_TACTIC,    // person; what: StoryTactic; a: apology parts
    EVENT_LEARNED,   // person; what: fact
    EVENT_CLARIFIED, // person; what: standard
    EVENT_STANDARD,  // person; what: standard broken; a: 1 if it had been clarified
    EVENT_HEARD,     // person; a: good outcomes, b: bad ones
    EVENT_TRUST,     // person; a: reading before, b: reading after, millionths
    EVENT_RAPPORT,   // person; a: before, b: after
    EVENT_NEED,      // person; what: need; a: threshold, b: BridgeCrossing
    EVENT_CROSSED,   // person; what: need; a: 1 crossed, 0 turned back
    EVENT_MOOD,      // person; what: StoryMood
    EVENT_ENDED,     // what: ending
} StoryEventKind;

typedef enum StoryTactic { TACTIC_APOLOGY, TACTIC_VOW, TACTIC_DENIAL } StoryTactic;

typedef struct StoryEvent {
    uint8_t kind;
    uint8_t person;
    uint16_t what;
    int32_t a, b;
    int32_t minute; // the clock when it happened
} StoryEvent;

// The journal of one playthrough, oldest first. Zeroed memory is an empty one; story_journal_deinit
// frees.
typedef struct StoryJournal {
    StoryEvent *events;
    int count, capacity;
    bool
        silent; // keeps no EVENT_SAID: whoever reads no transcript plays faster, and the same states
} StoryJournal;

void story_journal_deinit(StoryJournal *journal);

typedef enum StoryPause { PAUSE_CHOICE, PAUSE_DESK, PAUSE_TALK, PAUSE_ENDED } StoryPause;

typedef enum StoryOfferKind {
    OFFER_OPTION, // x: option index
    OFFER_MEET,
    OFFER_WORK, // x: commitment
    OFFER_TALK, // x: person
    OFFER_REST,
    OFFER_TELL,
    OFFER_MOVE,   // x: commitment; take no time
    OFFER_AGENDA, // x: 3 theirs, 2 shared, 1 mine
} StoryOfferKind;

typedef enum StoryClosed { CLOSED_NOT, CLOSED_HOURS, CLOSED_ENERGY } StoryClosed;

typedef struct StoryOffer {
    uint8_t kind;   // StoryOfferKind
    uint8_t plank;  // the commitment it touches, or STORY_NONE
    uint8_t closed; // StoryClosed: shown, and cannot be taken
    uint16_t x;
    int32_t minutes; // it takes, where known
} StoryOffer;

// A playthrough at its start. `play` has scenario->play_size bytes; everything up to the first
// pause has happened. The journal may be NULL. False with `err` when the story cannot go on (an
// endless loop of `go`, a Lua condition that failed): play stands where it happened.
bool story_start(const Scenario *scenario, Playthrough *play, uint64_t seed, StoryJournal *journal,
                 Err *err);

StoryPause story_pause(const Scenario *scenario, const Playthrough *play);

// What can be taken now, at most STORY_OFFERS_MAX, in their fixed order. With `closed`, offers that
// lack hours or energy are listed too. Returns the number. 0 at an ending (err untouched), and 0
// with err when a condition failed or nothing can be taken here (a soft-lock: an author's error,
// with its place).
int story_offers(const Scenario *scenario, const Playthrough *play, bool closed, StoryOffer *out,
                 Err *err);

// Takes one of story_offers' open offers and plays on to the next pause.
bool story_choose(const Scenario *scenario, Playthrough *play, const StoryOffer *offer,
                  StoryJournal *journal, Err *err);

// The whole id of an offer ("monday.noon", "tuesday/desk.work_brief") into out; and the short one.
void story_offer_id(const Scenario *scenario, const Playthrough *play, const StoryOffer *offer,
                    char *out, int out_size);

// The offer among `count` that `name` means: whole id, short id, or 1-based number. -1: none;
// -2: ambiguous.
int story_offer_find(const Scenario *scenario, const Playthrough *play, const StoryOffer *offers,
                     int count, const char *name);

// The bridge to one colleague as it stands.
void story_bridge(const Scenario *scenario, const Playthrough *play, int person,
                  BridgeCondition *out);

// The light of a state: StoryWeather; what the scene or the scenario says, else by the clock.
uint8_t story_weather(const Scenario *scenario, const Playthrough *play);

// The person the screen is about: who spoke last in the journal, the one-on-one's, the need's; else
// the first. Never STORY_NONE while the scenario has people.
int story_current_person(const Scenario *scenario, const Playthrough *play,
                         const StoryJournal *journal);

// Whether every `always` holds; the first broken one's index in *broken.
bool story_always(const Scenario *scenario, const Playthrough *play, int *broken, Err *err);

// Answers one condition (STORY_COND_TRUE is true).
bool story_condition(const Scenario *scenario, const Playthrough *play, int cond, bool *out,
                     Err *err);
