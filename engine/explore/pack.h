// Keeps many playthroughs in little memory. A state is taken apart into pieces that recur (where the
// story stands; the promises; what is remembered; each colleague's trust); each piece is kept once,
// and a state is the numbers of its pieces (Holzmann 1997, "State compression in SPIN"; Blom,
// Lisser, van de Pol & Weber 2011, "A database approach to distributed state-space generation").
#pragma once

#include "explore/table.h"
#include "story/playthrough.h"

enum { EXPLORE_WORDS = 2 + STORY_PEOPLE_MAX, EXPLORE_PIECES = 3 };

// What a state is: the number of its rest, then one number for each part that meets the rest only in
// questions whether it reaches a threshold: each colleague (trust, and what only their trust will
// ever depend on: what they hear tomorrow, whether there was contact), and last the player's energy.
typedef struct ExploreState {
    uint32_t id[EXPLORE_WORDS]; // behind the energy: 0
} ExploreState;

typedef struct ExplorePack {
    const Scenario *scenario;
    ExploreTable heads, ledgers, tails; // pieces of a rest
    ExploreTable rests;                 // three numbers
    ExploreTable people;                // PersonState, of all colleagues
    ExploreTable states;                // 2 + people numbers
    int words;                          // of a state
    size_t head_size, ledger_size, tail_size;
} ExplorePack;

// Parts besides the rest; the last one is the energy.
static inline int explore_parts(const Scenario *scenario)
{
    return scenario->person_count + 1;
}

void explore_pack_init(ExplorePack *pack, const Scenario *scenario);
void explore_pack_deinit(ExplorePack *pack);

// Nothing is packed any more; everything can be unpacked.
void explore_pack_seal(ExplorePack *pack);

// The state of a playthrough; its pieces are kept. `near` (may be NULL) is a state that it probably
// shares pieces with: the one it came from.
ExploreState explore_pack(ExplorePack *pack, const Playthrough *play, const ExploreState *near);

// 128 bits of a rest: no two that differ fall together in the lifetime of this program. Of its pieces
// there is a hash each. The energy, which is no part of it, must be 0.
typedef struct ExplorePrint {
    uint64_t a, b;
    uint64_t pieces[EXPLORE_PIECES];
} ExplorePrint;
ExplorePrint explore_pack_print(const ExplorePack *pack, const Playthrough *play);

// Fetches the places of the pieces some time before the rest is packed.
void explore_pack_fetch(const ExplorePack *pack, const ExplorePrint *print);

// The same in two steps, the second one a little later, when the place of its rest has come from memory.
typedef struct ExplorePacking {
    ExploreState state; // whole behind the second step
    uint32_t ids[EXPLORE_PIECES];
    uint64_t hash; // of these
} ExplorePacking;
void explore_pack_begin(ExplorePack *pack, const Playthrough *play, const ExploreState *near,
                        ExplorePacking *out);
static inline void explore_pack_finish(ExplorePack *pack, ExplorePacking *it)
{
    it->state.id[0] = explore_table_add_hashed(&pack->rests, it->ids, it->hash);
}

// A rest alone that is known to be new: it gets the next number. `near` is the number of another one,
// or UINT32_MAX. A pack is filled in this way or in the other.
void explore_pack_new_rest(ExplorePack *pack, const Playthrough *play, const ExplorePrint *print,
                           uint32_t near);
void explore_unpack_rest(const ExplorePack *pack, uint32_t rest, Playthrough *play);

// Back again. Every byte is as it was packed.
void explore_unpack(const ExplorePack *pack, const ExploreState *state, Playthrough *play);

// The n-th kept state.
ExploreState explore_pack_state(const ExplorePack *pack, uint32_t number);

size_t explore_pack_bytes(const ExplorePack *pack); // of memory
