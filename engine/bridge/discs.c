// Discs and gaps. Everything is decided in the order in which commitments were promised or settled,
// so that what was decided once stays when more is promised, and stays when more is settled.
#include "bridge/discs.h"

#include <assert.h>

// ---- places -------------------------------------------------------------------------------

// The first four are six planks apart and read from left to right, the next four halve the spaces,
// the last eight lie beside them; every third plank never carries a disc.
static const int8_t places[BRIDGE_DISCS] = { 4,  10, 16, 22, 13, 7,  19, 1,
                                             11, 5,  17, 23, 8,  14, 20, 2 };

int bridge_disc_plank(int disc)
{
    assert(disc >= 1 && disc <= BRIDGE_DISCS);
    return places[disc - 1];
}

// ---- what was settled, in order -------------------------------------------------------------

typedef struct Settled {
    int16_t index[BRIDGE_COMMITMENTS];
    int count;
} Settled;

static bool is_settled(const BridgeCommitment *commitment)
{
    return commitment->fate != BRIDGE_OPEN && commitment->fate != BRIDGE_MOVED;
}

// Kept or lapsed: nothing more is to be told about it.
static bool is_done(const BridgeCommitment *commitment)
{
    return commitment->fate == BRIDGE_KEPT || commitment->fate == BRIDGE_LAPSED;
}

static bool is_broken(const BridgeCommitment *commitment)
{
    return is_settled(commitment) && !is_done(commitment);
}

// By `settled`, the earlier promised first where that is equal.
static void settled_in_order(Settled *out, const BridgeCommitment *commitments, int count)
{
    out->count = 0;
    for (int i = 0; i < count; i++) {
        if (!is_settled(&commitments[i])) {
            continue;
        }
        int at = out->count++;
        while (at > 0 && commitments[out->index[at - 1]].settled > commitments[i].settled) {
            out->index[at] = out->index[at - 1];
            at--;
        }
        out->index[at] = (int16_t)i;
    }
}

// ---- gaps -----------------------------------------------------------------------------------

// Each kept commitment is laid in the oldest gap that is open then and was made by the same side.
static void mend_gaps(BridgeDiscs *out, const BridgeCommitment *commitments, const Settled *settled,
                      bool theirs)
{
    int16_t waiting[BRIDGE_COMMITMENTS];
    int first = 0, end = 0;
    for (int k = 0; k < settled->count; k++) {
        int16_t index = settled->index[k];
        const BridgeCommitment *commitment = &commitments[index];
        if (commitment->theirs != theirs) {
            continue;
        }
        if (is_broken(commitment)) {
            waiting[end++] = index;
        } else if (commitment->fate == BRIDGE_KEPT && first < end) {
            int16_t broken = waiting[first++];
            out->mends[index] = broken;
            out->mended_by[broken] = index;
        }
    }
    out->gaps += end;
    out->open_gaps += end - first;
}

// ---- discs ----------------------------------------------------------------------------------

// Whose disc the next commitment gets when all are given out: of those done, the one settled first.
static int oldest_done(const BridgeDiscs *discs, const BridgeCommitment *commitments,
                       const Settled *settled)
{
    for (int k = 0; k < settled->count; k++) {
        int index = settled->index[k];
        if (discs->disc[index] != 0 && is_done(&commitments[index])) {
            return index;
        }
    }
    return BRIDGE_NOBODY;
}

static void give_discs(BridgeDiscs *out, const BridgeCommitment *commitments, int count,
                       const Settled *settled)
{
    for (int i = 0; i < count; i++) {
        if (i < BRIDGE_DISCS) {
            out->disc[i] = (int16_t)(i + 1);
            continue;
        }
        int oldest = oldest_done(out, commitments, settled);
        if (oldest != BRIDGE_NOBODY) {
            out->disc[i] = out->disc[oldest];
            out->disc[oldest] = 0;
        }
    }
}

void bridge_discs(BridgeDiscs *out, const BridgeCommitment *commitments, int count)
{
    assert(count <= BRIDGE_COMMITMENTS);
    out->gaps = 0;
    out->open_gaps = 0;
    for (int i = 0; i < count; i++) {
        out->disc[i] = 0;
        out->mends[i] = BRIDGE_NOBODY;
        out->mended_by[i] = BRIDGE_NOBODY;
    }
    Settled settled;
    settled_in_order(&settled, commitments, count);
    mend_gaps(out, commitments, &settled, false);
    mend_gaps(out, commitments, &settled, true);
    give_discs(out, commitments, count, &settled);
}
