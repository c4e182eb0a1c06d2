// Plays the turns of rests (rests.h): where each outcome of them leads, and what happens to the parts on the
// way. Several may play at once, each for itself; nothing of what they find has a number yet.
#pragma once

#include "base/arena.h"
#include "explore/fork.h"
#include "explore/live.h"
#include "explore/map.h"
#include "explore/pack.h"
#include "story/story.h"

enum { EXPLORE_ALL_OFFERS = 254 }; // ExploreLink.kind: that the choices before are all there are

typedef struct ExploreLink {
    uint32_t to;   // a rest, or EXPLORE_NO_REST
    uint32_t deed; // what happens on the way
    float chance;  // of how the chances fell
    uint16_t x;    // StoryOffer.x
    uint8_t kind;  // StoryOfferKind, EXPLORE_GOES_ON or EXPLORE_ALL_OFFERS
    bool breaks;   // where it leads an `always` does not hold
} ExploreLink;

// What happens on a way: to each part, and what is worth telling.
typedef struct ExploreDeed {
    ExploreKey key;        // a hash of it
    uint32_t number;       // UINT32_MAX until somebody gives it one
    const ExploreMet *met; // by all parts, in order
    int met_count;
    uint64_t labels[EXPLORE_PARTS]; // a hash of what each met
} ExploreDeed;

typedef struct ExploreTurn { // one outcome of a turn, or that these were all choices
    ExploreLink link;        // `to` and `deed` are not known yet
    uint32_t from;           // the rest that is left
    bool arrives;
    ExplorePrint print; // of where it arrives
    ExploreDeed *deed;
} ExploreTurn;

typedef struct ExploreTurns {
    ExploreTurn *items;
    char *plays; // where they arrive, one for each, play_size bytes apart
    uint32_t count, room;
} ExploreTurns;

void explore_turns_deinit(ExploreTurns *turns);

// A scenario's conditions in the form in which each question for trust asks the oracle (mem_free).
StoryTest *explore_asking_tests(const Scenario *scenario);

typedef struct ExploreMover { // one who plays
    Scenario scenario;        // a copy: with the oracle
    const ExplorePack *pack;
    ExploreLive *live; // NULL: nothing is forgotten
    ExploreFork offers, turn;
    Playthrough *before;
    StoryJournal journal;
    ExploreMap deeds;    // by their keys: into known
    ExploreDeed **known; // that it has met: they stay where they are
    uint32_t room;
    Arena arena;
    ExploreTurns *turns; // where what it finds goes
    uint32_t from;       // the rest that is left
} ExploreMover;

// `scenario` asks the questions (explore_asking_tests); `pack` says of which pieces rests are.
void explore_mover_init(ExploreMover *mover, const Scenario *scenario, const ExplorePack *pack,
                        ExploreLive *live, ExploreAnswers *answers);
void explore_mover_deinit(ExploreMover *mover);

// The first `always` that does not hold where a turn has come to, or -1. Asked behind every turn that
// did not fail, however it is played. What is asked of parts counts as asked in one place, wherever
// it is: else an answer that is new would be heard of at one place after the other.
int explore_always_broken(const Scenario *scenario, Playthrough *play, Err *err);

// Makes a play the rest it stands at: what nothing reads is forgotten, and the parts are left out.
ExplorePrint explore_rest_of(const ExplorePack *pack, ExploreLive *live, Playthrough *play);

// Its scene and op, or its ending.
static inline uint32_t explore_place(const Playthrough *play)
{
    return play->ended != 0 ? UINT32_MAX - play->ended : (uint32_t)play->scene << 16 | play->at;
}

// Adds where the story begins; false where it cannot. `blank` gets the people as they are then.
bool explore_mover_begin(ExploreMover *mover, ExploreTurns *turns, PersonState *blank);

// Adds every outcome of every turn of a rest, which stands as a play in `plays` (changed).
void explore_mover_leave(ExploreMover *mover, ExploreTurns *turns, uint32_t rest,
                         const Playthrough *play);
