// Pieces are compared with those of the state it came from before they are looked up: most choices
// leave most of them as they are.
#include "explore/pack.h"

#include "base/arena.h"
#include "base/hash.h"

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

void explore_pack_seal(ExplorePack *pack)
{
    explore_table_seal(&pack->heads);
    explore_table_seal(&pack->ledgers);
    explore_table_seal(&pack->tails);
    explore_table_seal(&pack->rests);
    explore_table_seal(&pack->people);
    explore_table_seal(&pack->states);
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

static void take_apart(ExplorePack *pack, const Playthrough *play, uint32_t near,
                       uint32_t ids[PIECES])
{
    const Scenario *sc = pack->scenario;
    uint32_t none[PIECES] = { UINT32_MAX, UINT32_MAX, UINT32_MAX };
    if (near != UINT32_MAX) {
        memcpy(none, explore_table_at(&pack->rests, near), sizeof none);
    }
    *pack->head = *play;
    pack->head->energy = 0;
    ids[0] = piece(&pack->heads, pack->head, none[0]);
    ids[1] = piece(&pack->ledgers, (const char *)play + sc->commitments_at, none[1]);
    ids[2] = piece(&pack->tails, (const char *)play + sc->took_at, none[2]);
}

static uint32_t pack_rest(ExplorePack *pack, const Playthrough *play, uint32_t near)
{
    uint32_t ids[PIECES];
    take_apart(pack, play, near, ids);
    return explore_table_add(&pack->rests, ids);
}

void explore_pack_new_rest(ExplorePack *pack, const Playthrough *play, uint32_t near)
{
    uint32_t ids[PIECES];
    take_apart(pack, play, near, ids);
    explore_table_push(&pack->rests, ids);
}

ExploreState explore_pack(ExplorePack *pack, const Playthrough *play, const ExploreState *near)
{
    ExploreState state = { { 0 } };
    state.id[0] = pack_rest(pack, play, near != NULL ? near->id[0] : UINT32_MAX);
    for (int i = 0; i < pack->scenario->person_count; i++) {
        state.id[1 + i] = piece(&pack->people, play_person_c(pack->scenario, play, i),
                                near ? near->id[1 + i] : UINT32_MAX);
    }
    state.id[1 + pack->scenario->person_count] = (uint32_t)play->energy;
    return state;
}

// Each word goes into two of four sums, which do not wait for each other.
typedef struct Printer {
    uint64_t a[2], b[2];
} Printer;

static void print_words(Printer *p, const void *bytes, size_t size)
{
    uint64_t a0 = p->a[0], a1 = p->a[1], b0 = p->b[0], b1 = p->b[1];
    for (size_t at = 0; at < size; at += 2 * sizeof(uint64_t)) {
        uint64_t words[2] = { 0 };
        size_t left = size - at;
        memcpy(words, (const char *)bytes + at, left < sizeof words ? left : sizeof words);
        a0 = (a0 ^ words[0]) * 0xBF58476D1CE4E5B9u;
        a1 = (a1 ^ words[1]) * 0x94D049BB133111EBu;
        b0 = (b0 + words[0]) * 0x9FB21C651E98DF25u;
        b1 = (b1 + words[1]) * 0xD6E8FEB86659FD93u;
        a0 ^= a0 >> 32;
        a1 ^= a1 >> 32;
        b0 ^= b0 >> 29;
        b1 ^= b1 >> 29;
    }
    *p = (Printer){ { a0, a1 }, { b0, b1 } };
}

ExplorePrint explore_pack_print(const ExplorePack *pack, const Playthrough *play)
{
    const Scenario *sc = pack->scenario;
    Printer p = { { 0x9E3779B97F4A7C15u, 0xD1B54A32D192ED03u },
                  { 0x2545F4914F6CDD1Du, 0x8EBC6AF09C88C6E3u } };
    Playthrough head = *play;
    head.energy = 0;
    print_words(&p, &head, sizeof head);
    print_words(&p, (const char *)play + sc->commitments_at, pack->ledger_size);
    print_words(&p, (const char *)play + sc->took_at, pack->tail_size);
    return (ExplorePrint){ hash_mix(p.a[0], p.a[1]), hash_mix(p.b[0], p.b[1]) };
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
