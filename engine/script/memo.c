// Nodes in one array: a leaf is an answer, another one is a read and a list of values with the node
// behind each. What grows too wide or too large is not kept any further, only asked.
#include "script/memo.h"

#include "base/arena.h"
#include "bridge/bridge.h"

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
    *memo = (Memo){ .count = 0 };
}

static int32_t value_of(MemoRead read, const Scenario *sc, const Playthrough *p)
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
        return (int32_t)bridge_word(play_person_c(sc, p, read.which)->trust_now);
    case MEMO_SCENE:
        return p->scene;
    case MEMO_ENDED:
        return p->ended;
    case MEMO_DAY:
        return p->day;
    case MEMO_CLOCK:
        return p->clock_minute;
    case MEMO_ENERGY:
        return p->energy;
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

bool memo_find(const Memo *memo, int function, const Scenario *scenario, const Playthrough *play,
               bool *answer)
{
    uint32_t node = function < memo->functions ? memo->roots[function] : 0;
    while (node != 0 && memo->nodes[node].form == NODE_READ) {
        node = child_of(memo, node, value_of(memo->nodes[node].read, scenario, play));
    }
    *answer = node != 0 && memo->nodes[node].form == NODE_YES;
    return node != 0;
}

void memo_begin(Memo *memo)
{
    memo->read_count = 0;
}

void memo_read(Memo *memo, MemoKind kind, int which)
{
    for (int i = 0; i < memo->read_count && i < MEMO_READS_MAX; i++) {
        if (memo->reads[i].kind == kind && memo->reads[i].which == which) {
            return;
        }
    }
    if (memo->read_count < MEMO_READS_MAX) {
        memo->reads[memo->read_count] = (MemoRead){ (uint8_t)kind, (uint8_t)which };
    }
    memo->read_count += memo->read_count <= MEMO_READS_MAX;
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

static void grow_roots(Memo *memo, int function)
{
    if (function >= memo->functions) {
        int functions = function + 16;
        memo->roots = mem_grow(memo->roots, sizeof *memo->roots * (size_t)functions);
        for (int i = memo->functions; i < functions; i++) {
            memo->roots[i] = 0;
        }
        memo->functions = functions;
    }
}

void memo_keep(Memo *memo, int function, const Scenario *scenario, const Playthrough *play,
               bool answer)
{
    if (memo->read_count > MEMO_READS_MAX || memo->count + MEMO_READS_MAX + 2 > MEMO_NODES_MAX) {
        return;
    }
    grow_roots(memo, function);
    if (memo->roots[function] == 0) {
        memo->roots[function] = new_node(memo, 0);
    }
    uint32_t node = memo->roots[function];
    for (int i = 0; i < memo->read_count; i++) {
        int32_t value = value_of(memo->reads[i], scenario, play);
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
