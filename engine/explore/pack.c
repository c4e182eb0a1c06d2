// Pieces are compared with those of the state it came from before they are looked up: most choices
// leave most of them as they are.
#include "explore/pack.h"

#include "base/arena.h"

#include <assert.h>

enum { PIECES = 3 };

void explore_pack_init(ExplorePack *pack, const Scenario *scenario)
{
    *pack = (ExplorePack){ .scenario = scenario, .words = 1 + explore_parts(scenario) };
    pack->head_size = sizeof(Playthrough);
    pack->ledger_size = sizeof(CommitmentState) * (size_t)scenario->commitment_count;
    pack->tail_size = scenario->play_size - scenario->took_at;
    explore_table_init(&pack->heads, pack->head_size);
    explore_table_init(&pack->ledgers, pack->ledger_size);
    explore_table_init(&pack->tails, pack->tail_size);
    explore_table_init(&pack->rests, sizeof(uint32_t) * PIECES);
    explore_table_init(&pack->people, sizeof(PersonState));
    explore_table_init(&pack->states, sizeof(uint32_t) * (size_t)pack->words);
    pack->head = mem_alloc(pack->head_size);
}

void explore_pack_deinit(ExplorePack *pack)
{
    explore_table_deinit(&pack->heads);
    explore_table_deinit(&pack->ledgers);
    explore_table_deinit(&pack->tails);
    explore_table_deinit(&pack->rests);
    explore_table_deinit(&pack->people);
    explore_table_deinit(&pack->states);
    mem_free(pack->head);
}

size_t explore_pack_bytes(const ExplorePack *pack)
{
    return explore_table_bytes(&pack->heads) + explore_table_bytes(&pack->ledgers) +
           explore_table_bytes(&pack->tails) + explore_table_bytes(&pack->rests) +
           explore_table_bytes(&pack->people) + explore_table_bytes(&pack->states);
}

static uint32_t piece(ExploreTable *table, const void *bytes, uint32_t near)
{
    if (near != UINT32_MAX && memcmp(explore_table_at(table, near), bytes, table->size) == 0) {
        return near;
    }
    return explore_table_add(table, bytes);
}

uint32_t explore_pack_rest(ExplorePack *pack, const Playthrough *play, uint32_t near)
{
    const Scenario *sc = pack->scenario;
    uint32_t none[PIECES] = { UINT32_MAX, UINT32_MAX, UINT32_MAX };
    uint32_t ids[PIECES];
    if (near != UINT32_MAX) {
        memcpy(none, explore_table_at(&pack->rests, near), sizeof none);
    }
    *pack->head = *play;
    pack->head->energy = 0;
    ids[0] = piece(&pack->heads, pack->head, none[0]);
    ids[1] = piece(&pack->ledgers, (const char *)play + sc->commitments_at, none[1]);
    ids[2] = piece(&pack->tails, (const char *)play + sc->took_at, none[2]);
    return explore_table_add(&pack->rests, ids);
}

ExploreState explore_pack(ExplorePack *pack, const Playthrough *play, const ExploreState *near)
{
    ExploreState state = { { 0 } };
    state.id[0] = explore_pack_rest(pack, play, near != NULL ? near->id[0] : UINT32_MAX);
    for (int i = 0; i < pack->scenario->person_count; i++) {
        state.id[1 + i] =
            piece(&pack->people, play_person_c(pack->scenario, play, i),
                  near ? near->id[1 + i] : UINT32_MAX);
    }
    state.id[1 + pack->scenario->person_count] = (uint32_t)play->energy;
    return state;
}

void explore_unpack_rest(const ExplorePack *pack, uint32_t rest, Playthrough *play)
{
    const Scenario *sc = pack->scenario;
    uint32_t ids[PIECES];
    memcpy(ids, explore_table_at(&pack->rests, rest), sizeof ids);
    memcpy(play, explore_table_at(&pack->heads, ids[0]), sizeof(Playthrough));
    size_t gap = sc->commitments_at + pack->ledger_size; // to the next multiple of eight
    memcpy((char *)play + sc->commitments_at, explore_table_at(&pack->ledgers, ids[1]),
           pack->ledger_size);
    memset((char *)play + gap, 0, sc->took_at - gap);
    memcpy((char *)play + sc->took_at, explore_table_at(&pack->tails, ids[2]), pack->tail_size);
}

void explore_unpack(const ExplorePack *pack, const ExploreState *state, Playthrough *play)
{
    const Scenario *sc = pack->scenario;
    explore_unpack_rest(pack, state->id[0], play);
    play->energy = (int16_t)state->id[1 + sc->person_count];
    for (int i = 0; i < sc->person_count; i++) {
        memcpy(play_person(sc, play, i), explore_table_at(&pack->people, state->id[1 + i]),
               sizeof(PersonState));
    }
}

ExploreState explore_pack_state(const ExplorePack *pack, uint32_t number)
{
    assert(number < pack->states.count);
    ExploreState state = { { 0 } };
    memcpy(state.id, explore_table_at(&pack->states, number), pack->states.size);
    return state;
}
