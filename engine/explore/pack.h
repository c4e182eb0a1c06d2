// Keeps many playthroughs in little memory. A state is taken apart into pieces that recur (where the
// story stands; the promises; what is remembered; each colleague's trust); each piece is kept once,
// and a state is the numbers of its pieces (Holzmann 1997, "State compression in SPIN"; Blom,
// Lisser, van de Pol & Weber 2011, "A database approach to distributed state-space generation").
#pragma once

#include "explore/table.h"
#include "story/playthrough.h"

enum { EXPLORE_LINE = 64 }; // bytes of a cache line: what two hands write lies that far apart
enum { EXPLORE_WORDS = 4 + STORY_PEOPLE_MAX };

// What is kept once: of a rest its head (where the story stands), its ledger (the promises) and its tail
// (what was taken and played); of a colleague the PersonState.
typedef enum ExplorePiece {
    PIECE_HEAD,
    PIECE_LEDGER,
    PIECE_TAIL,
    EXPLORE_REST_PIECES,
    PIECE_PERSON = EXPLORE_REST_PIECES,
    EXPLORE_PIECES,
} ExplorePiece;

// What a state is: the number of its rest, or of the three pieces of it, then one number for each part
// that meets the rest only in questions whether it reaches a threshold: each colleague (trust, and what
// only their trust will ever depend on: what they hear tomorrow, whether there was contact), and last
// the player's energy.
typedef struct ExploreState {
    uint32_t id[EXPLORE_WORDS]; // behind the energy: 0
} ExploreState;

typedef struct ExplorePack {
    const Scenario *scenario;
    bool whole; // states name the pieces of their rests themselves
    int words;  // of a state
    ExploreTable pieces[EXPLORE_PIECES];
    ExploreTable rests; // numbers of pieces; empty where states name these
    char apart[EXPLORE_LINE];
    ExploreTable states; // changes while what stands before is read
} ExplorePack;

// Parts besides the rest; the last one is the energy.
static inline int explore_parts(const Scenario *scenario)
{
    return scenario->person_count + 1;
}

void explore_pack_init(ExplorePack *pack, const Scenario *scenario, bool whole);
void explore_pack_deinit(ExplorePack *pack);

// Nothing is packed any more; everything can be unpacked.
void explore_pack_seal(ExplorePack *pack);

// ---- whole states -----------------------------------------------------------------------------------

// The state of a playthrough; its pieces are kept. `near` (may be NULL) is a state that it probably
// shares pieces with: the one it came from.
ExploreState explore_pack(ExplorePack *pack, const Playthrough *play, const ExploreState *near);

// What one of several who pack at once has found that the pack does not know.
typedef struct ExploreFinds {
    ExploreTable pieces[EXPLORE_PIECES];
    uint32_t *number[EXPLORE_PIECES]; // in the pack, once they were joined to it
    uint32_t room[EXPLORE_PIECES];
} ExploreFinds;

void explore_finds_init(ExploreFinds *finds, const ExplorePack *pack);
void explore_finds_deinit(ExploreFinds *finds);
void explore_finds_clear(ExploreFinds *finds);

// The same as explore_pack, but the pack is only read: the state may name finds until it is settled.
ExploreState explore_pack_apart(const ExplorePack *pack, ExploreFinds *finds,
                                const Playthrough *play, const ExploreState *near);
void explore_pack_join(ExplorePack *pack, ExploreFinds *finds); // keeps all of these
void explore_pack_settle(const ExplorePack *pack, const ExploreFinds *finds, uint32_t *state);

// ---- rests ------------------------------------------------------------------------------------------

// 128 bits of a rest: no two that differ fall together in the lifetime of this program. Of its pieces
// there is a hash each. The energy, which is no part of it, must be 0.
typedef struct ExplorePrint {
    uint64_t a, b;
    uint64_t pieces[EXPLORE_REST_PIECES];
} ExplorePrint;
ExplorePrint explore_pack_print(const ExplorePack *pack, const Playthrough *play);

// Fetches the places of the pieces some time before the rest is packed.
void explore_pack_fetch(const ExplorePack *pack, const ExplorePrint *print);

// A rest alone that is known to be new: it gets the next number. `near` is the number of another one,
// or UINT32_MAX. Not into a pack of whole states.
void explore_pack_new_rest(ExplorePack *pack, const Playthrough *play, const ExplorePrint *print,
                           uint32_t near);
void explore_unpack_rest(const ExplorePack *pack, uint32_t rest, Playthrough *play);

// ---- both -------------------------------------------------------------------------------------------

// Back again. Every byte is as it was packed.
void explore_unpack(const ExplorePack *pack, const ExploreState *state, Playthrough *play);

// The n-th kept state.
ExploreState explore_pack_state(const ExplorePack *pack, uint32_t number);

size_t explore_pack_bytes(const ExplorePack *pack); // of memory
