// Nodes in one array: a leaf is an answer, another one is a read and a list of values with the node
// behind each. What grows too wide or too large is not kept any further, only asked.
#include "script/memo.h"

#include "base/arena.h"
#include "story/oracle.h"

#include <string.h>

enum { NODE_READ, NODE_NO, NODE_YES };

typedef struct MemoNode {
    int32_t value;           // of the read above it, under which this one stands
    uint32_t child, sibling; // 0: none
    uint16_t children;
    uint8_t form;
    MemoRead read; // NODE_READ
} MemoNode;

void memo_deinit(Memo *memo)
{
    mem_free(memo->nodes);
    mem_free(memo->roots);
    mem_free(memo->heard);
    *memo = (Memo){ .count = 0 };
}

static bool is_asked(const Scenario *sc)
{
    return sc->oracle != NULL && sc->oracle->at_least != NULL;
}

void memo_ask(Memo *memo, const Scenario *scenario)
{
    if (is_asked(scenario)) {
        memset(memo->words, -1, sizeof memo->words);
        memo->energy = -1;
    }
}

// From below: a few plays, in most of which trust is high, hear that each threshold is reached, and an
// explorer that has to hear the rest hears it all at once.
static BridgeWord asked_word(const Scenario *sc, const Playthrough *p, int person)
{
    const StoryOracle *oracle = sc->oracle;
    int32_t trust = play_person_c(sc, p, person)->trust_now;
    int word = BRIDGE_DOWN;
    while (word < BRIDGE_SOUND && oracle->at_least(oracle->context, p, person, READING_TRUST, trust,
                                                   bridge_word_threshold((BridgeWord)(word + 1)))) {
        word++;
    }
    return (BridgeWord)word;
}

// An oracle walks the same way again by the answers that it gave, in order: so it is asked for each
// person once, whether the answer is kept, or Lua has to be called, or both.
BridgeWord memo_word(Memo *memo, const Scenario *sc, const Playthrough *p, int person)
{
    if (!is_asked(sc)) {
        return bridge_word(play_person_c(sc, p, person)->trust_now);
    }
    if (memo->words[person] < 0) {
        memo->words[person] = (int8_t)asked_word(sc, p, person);
    }
    return (BridgeWord)memo->words[person];
}

// Halved until it is known.
static int32_t asked_energy(const Scenario *sc, const Playthrough *p)
{
    const StoryOracle *oracle = sc->oracle;
    int32_t least = 0, most = sc->energy;
    while (least < most) {
        int32_t middle = (least + most + 1) / 2;
        if (oracle->at_least(oracle->context, p, STORY_PLAYER, READING_ENERGY, p->energy, middle)) {
            least = middle;
        } else {
            most = middle - 1;
        }
    }
    return least;
}

int32_t memo_energy(Memo *memo, const Scenario *sc, const Playthrough *p)
{
    if (!is_asked(sc)) {
        return p->energy;
    }
    if (memo->energy < 0) {
        memo->energy = asked_energy(sc, p);
    }
    return memo->energy;
}

static int32_t value_of(Memo *memo, MemoRead read, const Scenario *sc, const Playthrough *p)
{
    switch ((MemoKind)read.kind) {
    case MEMO_STATE:
        return play_commitment_c(sc, p, read.which)->state;
    case MEMO_FLAG:
        return (int32_t)(p->flags >> read.which & 1u);
    case MEMO_NUMBER:
        return play_number(sc, p, read.which);
    case MEMO_FACT:
        return (int32_t)(p->facts >> read.which & 1u);
    case MEMO_TRUSTS:
        return (int32_t)memo_word(memo, sc, p, read.which);
    case MEMO_SCENE:
        return p->scene;
    case MEMO_ENDED:
        return p->ended;
    case MEMO_DAY:
        return p->day;
    case MEMO_CLOCK:
        return p->clock_minute;
    case MEMO_ENERGY:
        return memo_energy(memo, sc, p);
    }
    return 0;
}

static uint32_t child_of(const Memo *memo, uint32_t node, int32_t value)
{
    uint32_t child = memo->nodes[node].child;
    while (child != 0 && memo->nodes[child].value != value) {
        child = memo->nodes[child].sibling;
    }
    return child;
}

bool memo_find(Memo *memo, int function, const Scenario *scenario, const Playthrough *play,
               bool *answer)
{
    uint32_t node = function < memo->functions ? memo->roots[function] : 0;
    while (node != 0 && memo->nodes[node].form == NODE_READ) {
        node = child_of(memo, node, value_of(memo, memo->nodes[node].read, scenario, play));
    }
    *answer = node != 0 && memo->nodes[node].form == NODE_YES;
    return node != 0;
}

static void grow_functions(Memo *memo, int function)
{
    if (function >= memo->functions) {
        int functions = function + 16;
        memo->roots = mem_grow(memo->roots, sizeof *memo->roots * (size_t)functions);
        memo->heard = mem_grow(memo->heard, sizeof *memo->heard * (size_t)functions);
        for (int i = memo->functions; i < functions; i++) {
            memo->roots[i] = 0;
            memo->heard[i] = (StoryLuaReads){ .states = 0 };
        }
        memo->functions = functions;
    }
}

void memo_begin(Memo *memo, int function)
{
    grow_functions(memo, function);
    memo->running = function;
    memo->read_count = 0;
}

void memo_asked(Memo *memo, int function)
{
    grow_functions(memo, function);
    memo->heard[function].asked = true;
}

void memo_tried(Memo *memo)
{
    for (int i = 0; i < memo->functions; i++) {
        memo->heard[i].asked = false;
    }
}

// The clock, the day, the scene and the ending are never forgotten.
static void hear(StoryLuaReads *heard, MemoKind kind, int which)
{
    switch (kind) {
    case MEMO_STATE:
        heard->states |= (uint64_t)1 << which;
        break;
    case MEMO_FLAG:
        heard->flags |= (uint64_t)1 << which;
        break;
    case MEMO_NUMBER:
        heard->numbers |= (uint32_t)1 << which;
        break;
    case MEMO_FACT:
        heard->facts |= (uint64_t)1 << which;
        break;
    case MEMO_TRUSTS:
        heard->trusts |= (uint8_t)(1u << which);
        break;
    case MEMO_ENERGY:
        heard->energy = true;
        break;
    case MEMO_SCENE:
    case MEMO_ENDED:
    case MEMO_DAY:
    case MEMO_CLOCK:
        break;
    }
}

// The first reads are kept in order; all of them are heard.
void memo_read(Memo *memo, MemoKind kind, int which)
{
    for (int i = 0; i < memo->read_count && i < MEMO_READS_MAX; i++) {
        if (memo->reads[i].kind == kind && memo->reads[i].which == which) {
            return;
        }
    }
    hear(&memo->heard[memo->running], kind, which);
    if (memo->read_count < MEMO_READS_MAX) {
        memo->reads[memo->read_count] = (MemoRead){ (uint8_t)kind, (uint8_t)which };
    }
    memo->read_count += memo->read_count <= MEMO_READS_MAX;
}

StoryLuaReads memo_heard(const Memo *memo, int function)
{
    return function < memo->functions ? memo->heard[function] : (StoryLuaReads){ .states = 0 };
}

static uint32_t new_node(Memo *memo, int32_t value)
{
    if (memo->count == memo->room) {
        memo->room = memo->room == 0 ? 256 : memo->room * 2;
        memo->nodes = mem_grow(memo->nodes, sizeof *memo->nodes * memo->room);
    }
    if (memo->count == 0) {
        memo->nodes[memo->count++] = (MemoNode){ .form = NODE_READ };
    }
    memo->nodes[memo->count] = (MemoNode){ .value = value, .form = NODE_READ };
    return memo->count++;
}

void memo_keep(Memo *memo, int function, const Scenario *scenario, const Playthrough *play,
               bool answer)
{
    if (memo->read_count > MEMO_READS_MAX || memo->count + MEMO_READS_MAX + 2 > MEMO_NODES_MAX) {
        return;
    }
    if (memo->roots[function] == 0) {
        memo->roots[function] = new_node(memo, 0);
    }
    uint32_t node = memo->roots[function];
    for (int i = 0; i < memo->read_count; i++) {
        int32_t value = value_of(memo, memo->reads[i], scenario, play);
        uint32_t child = child_of(memo, node, value);
        memo->nodes[node].read = memo->reads[i];
        if (child == 0) {
            if (memo->nodes[node].children == MEMO_CHILDREN_MAX) {
                return;
            }
            child = new_node(memo, value);
            memo->nodes[child].sibling = memo->nodes[node].child;
            memo->nodes[node].child = child;
            memo->nodes[node].children++;
        }
        node = child;
    }
    memo->nodes[node].form = answer ? NODE_YES : NODE_NO;
}
