// The named bridges as a table of inputs: the same function makes them as in play.
#include "bridge/example.h"

#include <string.h>

enum { MOST_FATES = 16, THEIRS = 0x80 }; // THEIRS is added to a fate: the colleague's promise

typedef struct Example {
    const char *name, *says;
    BridgeInput input;
    uint8_t fates[MOST_FATES]; // in the order of promising and of settling
    int count;
} Example;

static const Example examples[] = {
    { "pristine",
      "fresh goodwill, one promise open",
      { .trust = 660000, .rapport = 500000 },
      { BRIDGE_OPEN },
      1 },
    { "kept",
      "promises kept, posts dug in",
      { .trust = 890000, .rapport = 800000 },
      { BRIDGE_KEPT, BRIDGE_KEPT, BRIDGE_KEPT, BRIDGE_LAPSED, BRIDGE_OPEN },
      5 },
    { "worn",
      "a moved date, one told too late",
      { .trust = 480000, .rapport = 450000, .violations = 1 },
      { BRIDGE_KEPT, BRIDGE_MOVED, BRIDGE_WARNED, BRIDGE_OPEN },
      4 },
    { "strained",
      "one missed in silence, one told too late",
      { .trust = 380000, .rapport = 400000, .violations = 2 },
      { BRIDGE_KEPT, BRIDGE_MISSED, BRIDGE_WARNED, BRIDGE_OPEN },
      4 },
    { "half",
      "three missed, half of the good faith gone",
      { .trust = 220000, .rapport = 350000, .violations = 4 },
      { BRIDGE_KEPT, BRIDGE_MISSED, BRIDGE_MISSED, BRIDGE_WARNED, BRIDGE_MISSED, BRIDGE_OPEN },
      6 },
    { "collapsed",
      "down, after two deceptions",
      { .trust = 60000, .rapport = 200000, .stain = 400000, .violations = 7 },
      { BRIDGE_MISSED, BRIDGE_MISSED, BRIDGE_FOUND_OUT, BRIDGE_MISSED, BRIDGE_FOUND_OUT,
        BRIDGE_MISSED },
      6 },
    { "rebuilt",
      "new planks in every gap, splices",
      { .trust = 640000, .rapport = 620000, .violations = 3, .strands_back = 3, .lantern = true },
      { BRIDGE_MISSED, BRIDGE_MISSED, BRIDGE_OWNED_UP, BRIDGE_KEPT, BRIDGE_KEPT, BRIDGE_KEPT,
        BRIDGE_KEPT },
      7 },
    { "marked",
      "three promises open",
      { .trust = 660000, .rapport = 500000 },
      { BRIDGE_OPEN, BRIDGE_OPEN, BRIDGE_OPEN },
      3 },
    { "moved",
      "one promise with a new date",
      { .trust = 640000, .rapport = 500000 },
      { BRIDGE_KEPT, BRIDGE_MOVED },
      2 },
    { "cracked",
      "one owned up to",
      { .trust = 600000, .rapport = 500000, .violations = 1 },
      { BRIDGE_KEPT, BRIDGE_OWNED_UP },
      2 },
    { "hanging",
      "one missed in silence",
      { .trust = 600000, .rapport = 500000, .violations = 1 },
      { BRIDGE_KEPT, BRIDGE_MISSED },
      2 },
    { "gone",
      "a deception found out, with its neighbours",
      { .trust = 600000, .rapport = 500000, .stain = 300000, .violations = 1 },
      { BRIDGE_KEPT, BRIDGE_FOUND_OUT },
      2 },
    { "new-on-gap",
      "one kept where one was missed, one gap still open",
      { .trust = 600000, .rapport = 500000, .violations = 2 },
      { BRIDGE_MISSED, BRIDGE_MISSED, BRIDGE_KEPT },
      3 },
    { "mended",
      "every gap has its new plank",
      { .trust = 640000, .rapport = 550000, .violations = 2, .strands_back = 1 },
      { BRIDGE_MISSED, BRIDGE_MISSED, BRIDGE_KEPT, BRIDGE_KEPT },
      4 },
    { "theirs",
      "promises of the colleague: kept, open, missed",
      { .trust = 640000, .rapport = 550000 },
      { BRIDGE_KEPT | THEIRS, BRIDGE_OPEN | THEIRS, BRIDGE_MISSED | THEIRS, BRIDGE_KEPT },
      4 },
    { "weathered",
      "good faith that has fallen, cracked and greyed",
      { .trust = 450000, .rapport = 500000 },
      { BRIDGE_KEPT },
      1 },
    { "strand",
      "one strand gone",
      { .trust = 600000, .rapport = 500000, .violations = 1 },
      { BRIDGE_KEPT },
      1 },
    { "frayed",
      "four strands gone",
      { .trust = 600000, .rapport = 500000, .violations = 4 },
      { BRIDGE_KEPT },
      1 },
    { "snapped",
      "both strands of two ropes gone",
      { .trust = 600000, .rapport = 500000, .violations = 6 },
      { BRIDGE_KEPT },
      1 },
    { "spliced",
      "three strands gone and come back",
      { .trust = 640000, .rapport = 500000, .violations = 3, .strands_back = 3 },
      { BRIDGE_KEPT, BRIDGE_KEPT },
      2 },
    { "leaning",
      "posts that lean: little rapport",
      { .trust = 640000, .rapport = 50000 },
      { BRIDGE_KEPT },
      1 },
    { "dug-in",
      "posts dug in: much rapport",
      { .trust = 640000, .rapport = 950000 },
      { BRIDGE_KEPT },
      1 },
    { "lantern",
      "the last one-on-one was theirs",
      { .trust = 660000, .rapport = 600000, .lantern = true },
      { BRIDGE_OPEN },
      1 },
    { "scarred",
      "the scar of a deception long mended",
      { .trust = 620000, .rapport = 550000, .stain = 250000, .violations = 1, .strands_back = 1 },
      { BRIDGE_FOUND_OUT, BRIDGE_KEPT, BRIDGE_KEPT, BRIDGE_KEPT },
      4 },
    { "crowded",
      "sixteen promises of every kind",
      { .trust = 610000, .rapport = 520000, .violations = 5, .strands_back = 2 },
      { BRIDGE_KEPT, BRIDGE_MISSED, BRIDGE_KEPT, BRIDGE_MOVED, BRIDGE_WARNED, BRIDGE_LAPSED,
        BRIDGE_KEPT | THEIRS, BRIDGE_OWNED_UP, BRIDGE_KEPT, BRIDGE_MISSED, BRIDGE_FOUND_OUT,
        BRIDGE_OPEN | THEIRS, BRIDGE_OPEN, BRIDGE_MOVED, BRIDGE_KEPT, BRIDGE_OPEN },
      16 },
};

int bridge_example_count(void)
{
    return (int)(sizeof examples / sizeof examples[0]);
}

const char *bridge_example_name(int index)
{
    return examples[index].name;
}

const char *bridge_example_says(int index)
{
    return examples[index].says;
}

BridgeCondition bridge_example(int index)
{
    const Example *example = &examples[index];
    BridgeCommitment commitments[MOST_FATES];
    for (int i = 0; i < example->count; i++) {
        commitments[i] = (BridgeCommitment){ .fate = (uint8_t)(example->fates[i] & ~THEIRS),
                                             .theirs = (example->fates[i] & THEIRS) != 0,
                                             .id = (int16_t)i,
                                             .settled = i + 1 };
    }
    BridgeInput input = example->input;
    input.commitments = commitments;
    input.commitment_count = example->count;
    return bridge_condition(&input);
}

int bridge_example_find(const char *name)
{
    for (int i = 0; i < bridge_example_count(); i++) {
        if (strcmp(examples[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}
