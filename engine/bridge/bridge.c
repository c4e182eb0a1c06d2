// Trust, commitments and violations to parts and their condition: the table of README.md, row by
// row. Integers only. Who owns which disc and what was laid where is discs.c's.
#include "bridge/bridge.h"

#include "base/say.h"
#include "bridge/discs.h"

#include <assert.h>
#include <string.h>

enum { ONE = 1000000, SOUND_FROM = 600000 };

static int64_t between(int64_t value, int64_t low, int64_t high)
{
    return value < low ? low : value > high ? high : value;
}

// ---- planks -------------------------------------------------------------------------------

static BridgePlankState state_of_fate(BridgeFate fate)
{
    switch (fate) {
    case BRIDGE_OPEN:
        return BRIDGE_PLANK_MARKED;
    case BRIDGE_KEPT:
    case BRIDGE_LAPSED:
        return BRIDGE_PLANK_SOUND;
    case BRIDGE_MOVED:
        return BRIDGE_PLANK_WORN;
    case BRIDGE_WARNED:
    case BRIDGE_OWNED_UP:
        return BRIDGE_PLANK_CRACKED;
    case BRIDGE_MISSED:
        return BRIDGE_PLANK_HANGING;
    case BRIDGE_FOUND_OUT:
        return BRIDGE_PLANK_GONE;
    }
    assert(false && "not a BridgeFate");
    return BRIDGE_PLANK_SOUND;
}

// Planks that no part of the bridge has claimed yet stand for good faith.
typedef struct Deck {
    BridgePlank *planks;
    bool claimed[BRIDGE_PLANKS];
} Deck;

static void lay_commitment(Deck *deck, const BridgeInput *input, const BridgeDiscs *discs,
                           int index)
{
    const BridgeCommitment *commitment = &input->commitments[index];
    int disc = discs->disc[index];
    int mends = discs->mends[index];
    int mended_by = discs->mended_by[index];
    if (disc == 0) {
        return;
    }
    int place = bridge_disc_plank(disc);
    BridgePlank *plank = &deck->planks[place];
    deck->claimed[place] = true;
    if (mends != BRIDGE_NOBODY && discs->disc[mends] != 0) {
        return; // its disc hangs on the gap that it fills: sound wood is left, without a number
    }
    plank->state = (uint8_t)state_of_fate((BridgeFate)commitment->fate);
    plank->disc = (int8_t)disc;
    plank->theirs = commitment->theirs;
    plank->fate = commitment->fate;
    plank->id = commitment->id;
    if (mends != BRIDGE_NOBODY) { // what broke has no plank of its own to lie in
        plank->state = BRIDGE_PLANK_NEW;
    }
    if (mended_by != BRIDGE_NOBODY) {
        plank->state = BRIDGE_PLANK_NEW;
        plank->mended_by = (int8_t)discs->disc[mended_by];
        plank->mended_id = input->commitments[mended_by].id;
    }
}

static void lose_to_deception(Deck *deck, int place)
{
    if (place >= 0 && place < BRIDGE_PLANKS && deck->planks[place].disc == 0) {
        deck->planks[place].state = BRIDGE_PLANK_GONE;
        deck->claimed[place] = true;
    }
}

// A deception takes the unnumbered neighbours along until it is mended.
static void tear_holes(Deck *deck)
{
    for (int place = 0; place < BRIDGE_PLANKS; place++) {
        const BridgePlank *plank = &deck->planks[place];
        if (plank->disc != 0 && plank->state == BRIDGE_PLANK_GONE) {
            lose_to_deception(deck, place - 1);
            lose_to_deception(deck, place + 1);
        }
    }
}

// The k-th plank from the middle outwards: 11, 12, 10, 13 and so on.
static int from_the_middle(int k)
{
    int middle = BRIDGE_PLANKS / 2;
    return k % 2 == 0 ? middle - 1 - k / 2 : middle + k / 2;
}

static void weather_good_faith(Deck *deck, int32_t trust)
{
    int others = 0;
    for (int place = 0; place < BRIDGE_PLANKS; place++) {
        others += !deck->claimed[place];
    }
    int64_t lacking = between((int64_t)SOUND_FROM - trust, 0, SOUND_FROM);
    int fallen = (int)(lacking * others / SOUND_FROM);
    int seen = 0;
    for (int k = 0; k < BRIDGE_PLANKS; k++) {
        int place = from_the_middle(k);
        if (deck->claimed[place]) {
            continue;
        }
        BridgePlankState state = seen < fallen       ? BRIDGE_PLANK_GONE
                                 : seen < 2 * fallen ? BRIDGE_PLANK_CRACKED
                                 : seen < 3 * fallen ? BRIDGE_PLANK_GREY
                                                     : BRIDGE_PLANK_SOUND;
        deck->planks[place].state = (uint8_t)state;
        seen++;
    }
}

static void lay_planks(BridgeCondition *bridge, const BridgeInput *input, const BridgeDiscs *discs)
{
    Deck deck = { .planks = bridge->planks };
    for (int place = 0; place < BRIDGE_PLANKS; place++) {
        bridge->planks[place].id = -1;
        bridge->planks[place].mended_id = -1;
    }
    for (int i = 0; i < input->commitment_count; i++) {
        lay_commitment(&deck, input, discs, i);
    }
    tear_holes(&deck);
    weather_good_faith(&deck, bridge->trust);
}

// ---- ropes --------------------------------------------------------------------------------

// One strand of each rope goes before any second one, the front rail first: it is seen best.
static const uint8_t strand_order[BRIDGE_STRANDS] = { 4, 0, 6, 2, 5, 1, 7, 3 };

// While they are on guard no rope is whole: one strand of each is gone, whatever was spliced before.
enum { ROPES = BRIDGE_STRANDS / 2 };

static void strain_ropes(int *violations, int *back)
{
    *violations = *violations < ROPES ? ROPES : *violations;
    *back = *back > *violations - ROPES ? *violations - ROPES : *back;
}

// The i-th violation takes strand i of the order (around, should there be more than eight); strands
// come back in the order in which they went, and their splice stays.
static int twist_strands(uint8_t strands[BRIDGE_STRANDS], int violations, int back)
{
    violations = violations < 0 ? 0 : violations;
    back = (int)between(back, 0, violations);
    int gone = (int)between((int64_t)violations - back, 0, BRIDGE_STRANDS);
    int spliced = back < BRIDGE_STRANDS ? back : BRIDGE_STRANDS;
    for (int i = 0; i < spliced; i++) {
        strands[strand_order[i]] = BRIDGE_STRAND_SPLICED;
    }
    for (int i = 0; i < gone; i++) {
        strands[strand_order[(violations - 1 - i) % BRIDGE_STRANDS]] = BRIDGE_STRAND_GONE;
    }
    return gone;
}

// ---- the whole ----------------------------------------------------------------------------

BridgeCondition bridge_condition(const BridgeInput *input)
{
    BridgeInput latest = *input;
    if (latest.commitment_count > BRIDGE_COMMITMENTS) {
        latest.commitments += latest.commitment_count - BRIDGE_COMMITMENTS;
        latest.commitment_count = BRIDGE_COMMITMENTS;
    }
    BridgeDiscs discs;
    bridge_discs(&discs, latest.commitments, latest.commitment_count);

    BridgeCondition bridge = { 0 };
    bridge.trust = (int32_t)between(input->trust, 0, ONE);
    bridge.rapport = (int32_t)between(input->rapport, 0, ONE);
    bridge.scar = (int32_t)between(input->stain, 0, ONE);
    bridge.lantern = input->lantern;
    bridge.word = (uint8_t)bridge_word(bridge.trust);
    bridge.gauge_halves = (int8_t)((int64_t)bridge.trust * 2 * BRIDGE_GAUGE / ONE);
    bridge.mended = discs.gaps > 0 && discs.open_gaps == 0;
    lay_planks(&bridge, &latest, &discs);
    bridge.on_guard = input->on_guard;
    int violations = input->violations, back = input->strands_back;
    if (input->on_guard) {
        strain_ropes(&violations, &back);
    }
    bridge.frayed = twist_strands(bridge.strands, violations, back) >= ROPES;
    return bridge;
}

// ---- words --------------------------------------------------------------------------------

static const struct {
    const char *name;
    int32_t threshold;
} words[] = {
    [BRIDGE_DOWN] = { SAY_LATER("down"), 0 },
    [BRIDGE_UNSAFE] = { SAY_LATER("unsafe"), 150000 },
    [BRIDGE_STRAINED] = { SAY_LATER("strained"), 300000 },
    [BRIDGE_WORN] = { SAY_LATER("worn"), 450000 },
    [BRIDGE_SOUND] = { SAY_LATER("sound"), SOUND_FROM },
};

BridgeWord bridge_word(int32_t trust)
{
    int word = BRIDGE_SOUND;
    while (word > BRIDGE_DOWN && trust < words[word].threshold) {
        word--;
    }
    return (BridgeWord)word;
}

const char *bridge_word_name(BridgeWord word)
{
    assert(word >= BRIDGE_DOWN && word <= BRIDGE_SOUND);
    return words[word].name;
}

bool bridge_word_parse(const char *name, BridgeWord *out)
{
    for (int word = BRIDGE_DOWN; word <= BRIDGE_SOUND; word++) {
        if (strcmp(name, words[word].name) == 0) {
            *out = (BridgeWord)word;
            return true;
        }
    }
    return false;
}

int32_t bridge_word_threshold(BridgeWord word)
{
    assert(word >= BRIDGE_DOWN && word <= BRIDGE_SOUND);
    return words[word].threshold;
}

// ---- crossing -----------------------------------------------------------------------------

int32_t bridge_crossing_threshold(BridgeStakes stakes, int32_t person_shift)
{
    static const int32_t thresholds[] = {
        [BRIDGE_STAKES_SMALL] = 350000,
        [BRIDGE_STAKES_MEDIUM] = 550000,
        [BRIDGE_STAKES_HIGH] = 750000,
    };
    assert(stakes >= BRIDGE_STAKES_SMALL && stakes <= BRIDGE_STAKES_HIGH);
    int64_t shift = between(person_shift, -BRIDGE_CROSSING_STEP, BRIDGE_CROSSING_STEP);
    return thresholds[stakes] + (int32_t)shift;
}

BridgeCrossing bridge_crossing(int32_t trust, int32_t threshold)
{
    if (trust >= threshold) {
        return BRIDGE_CROSSES;
    }
    return trust < threshold - BRIDGE_CROSSING_BAND ? BRIDGE_TURNS_BACK : BRIDGE_HESITATES;
}
