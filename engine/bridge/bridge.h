// What the bridge between the player and one colleague looks like: a pure function of trust, the
// commitments and the violations between them. The table "what each part says" of
// engine/bridge/README.md is this file's contract. It decides (integers); how it swings is
// engine/picture's business.
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum {
    BRIDGE_PLANKS = 24, // across; index 0 is nearest to the player's side
    BRIDGE_STRANDS = 8, // over four ropes, two each
    BRIDGE_DISCS = 16,  // numbered planks at most
    BRIDGE_GAUGE = 10,
    BRIDGE_COMMITMENTS = 256, // of more than these, only the latest are looked at
};

typedef enum BridgeWord {
    BRIDGE_DOWN,
    BRIDGE_UNSAFE,
    BRIDGE_STRAINED,
    BRIDGE_WORN,
    BRIDGE_SOUND
} BridgeWord;

typedef enum BridgePlankState {
    BRIDGE_PLANK_SOUND,
    BRIDGE_PLANK_MARKED,  // an open commitment: sound wood with its disc
    BRIDGE_PLANK_NEW,     // pale: laid in a gap by a kept commitment after a break
    BRIDGE_PLANK_GREY,    // good faith that has weathered
    BRIDGE_PLANK_WORN,    // a commitment whose date was moved
    BRIDGE_PLANK_CRACKED, // warned and late, owned up; or good faith about to go
    BRIDGE_PLANK_HANGING, // missed in silence
    BRIDGE_PLANK_GONE,    // a deception found out and its neighbours; or good faith that has fallen
} BridgePlankState;

// What became of a commitment; the words the player reads stand in the scenario's words.
typedef enum BridgeFate {
    BRIDGE_OPEN,
    BRIDGE_KEPT,
    BRIDGE_LAPSED,
    BRIDGE_MOVED,
    BRIDGE_WARNED, // told that it would be late, and late
    BRIDGE_MISSED,
    BRIDGE_OWNED_UP,
    BRIDGE_FOUND_OUT,
} BridgeFate;

typedef struct BridgeCommitment {
    uint8_t fate;    // BridgeFate; a cover-up nobody knows of is shown as what it pretends to be
    bool theirs;     // promised by the colleague: drawn from their side
    int16_t id;      // the caller's number, given back in BridgePlank
    int32_t settled; // order of settling: any number that grows; of no account while open or moved
} BridgeCommitment;

typedef struct BridgeInput {
    int32_t trust;    // reading, millionths
    int32_t rapport;  // millionths
    int32_t stain;    // millionths
    int violations;   // how often the player broke something with this colleague
    int strands_back; // strands spliced back so far: the story counts one per two kept in a row
    bool lantern;     // the last one-on-one had their agenda
    bool on_guard;    // they saw a pattern: kind while distrusted, careless while trusted
    const BridgeCommitment *commitments; // in the order in which they were promised
    int commitment_count;
} BridgeInput;

typedef struct BridgePlank {
    uint8_t state;    // BridgePlankState
    int8_t disc;      // number on its disc, 1..16; 0 for none
    int8_t mended_by; // second disc number: the kept commitment that lies in this gap; 0 for none
    bool theirs;
    uint8_t fate;      // BridgeFate of `disc`
    int16_t id;        // BridgeCommitment.id of `disc`, -1 for none
    int16_t mended_id; // ... of `mended_by`, -1 for none
} BridgePlank;

typedef enum BridgeStrand {
    BRIDGE_STRAND_WHOLE,
    BRIDGE_STRAND_GONE,
    BRIDGE_STRAND_SPLICED
} BridgeStrand;

typedef struct BridgeCondition {
    BridgePlank planks[BRIDGE_PLANKS];
    // BridgeStrand; rope r (0 deck front, 1 deck back, 2 rail front, 3 rail back) has 2r, 2r + 1.
    uint8_t strands[BRIDGE_STRANDS];
    uint8_t word;        // BridgeWord
    bool frayed;         // four or more strands gone
    bool on_guard;       // copied: no rope is whole
    bool mended;         // there were gaps, and every one has its new plank
    int8_t gauge_halves; // 0..20: trust on the gauge of ten
    int32_t trust;       // copied, millionths: sag
    int32_t rapport;     // lean of the posts
    int32_t scar;        // depth of the deception scar, millionths
    bool lantern;
} BridgeCondition;

// Total: any counts and readings give a bridge (out of range is taken as the nearest in range). The
// fates must be BridgeFates.
BridgeCondition bridge_condition(const BridgeInput *input);

// The plank that disc 1..BRIDGE_DISCS owns. Discs never move as more are added.
int bridge_disc_plank(int disc);

BridgeWord bridge_word(int32_t trust);

// "sound", "worn", "strained", "unsafe", "down": the names authors use in trusts(). NULL-free.
const char *bridge_word_name(BridgeWord word);
bool bridge_word_parse(const char *name, BridgeWord *out);
int32_t bridge_word_threshold(BridgeWord word); // least trust for the word, millionths

// Crossing (A13 to A17): no dice.
typedef enum BridgeStakes {
    BRIDGE_STAKES_SMALL,
    BRIDGE_STAKES_MEDIUM,
    BRIDGE_STAKES_HIGH
} BridgeStakes;
typedef enum BridgeCrossing { BRIDGE_TURNS_BACK, BRIDGE_HESITATES, BRIDGE_CROSSES } BridgeCrossing;

enum { BRIDGE_CROSSING_STEP = 50000, BRIDGE_CROSSING_BAND = 100000 };

// Threshold in millionths: small .35, medium .55, high .75, plus the person's shift (+- .05).
int32_t bridge_crossing_threshold(BridgeStakes stakes, int32_t person_shift);
BridgeCrossing bridge_crossing(int32_t trust, int32_t threshold);
