// Pieces are compared with those of the state it came from before they are looked up: most choices
// leave most of them as they are.
#include "explore/pack.h"

#include "base/arena.h"
#include "base/hash.h"

#include <assert.h>

enum { PIECES = EXPLORE_PIECES };

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
}

void explore_pack_deinit(ExplorePack *pack)
{
    explore_table_deinit(&pack->heads);
    explore_table_deinit(&pack->ledgers);
    explore_table_deinit(&pack->tails);
    explore_table_deinit(&pack->rests);
    explore_table_deinit(&pack->people);
    explore_table_deinit(&pack->states);
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

static bool is_near(const ExploreTable *table, const void *bytes, uint32_t near)
{
    return near != UINT32_MAX && memcmp(explore_table_at(table, near), bytes, table->size) == 0;
}

static uint32_t piece(ExploreTable *table, const void *bytes, uint32_t near)
{
    return is_near(table, bytes, near) ? near : explore_table_add(table, bytes);
}

static uint32_t hashed_piece(ExploreTable *table, const void *bytes, uint64_t hash, uint32_t near)
{
    return is_near(table, bytes, near) ? near : explore_table_add_hashed(table, bytes, hash);
}

void explore_pack_begin(ExplorePack *pack, const Playthrough *play, const ExploreState *near,
                        ExplorePacking *out)
{
    const Scenario *sc = pack->scenario;
    uint32_t none[PIECES] = { UINT32_MAX, UINT32_MAX, UINT32_MAX };
    if (near != NULL) {
        memcpy(none, explore_table_at(&pack->rests, near->id[0]), sizeof none);
    }
    Playthrough head = *play;
    head.energy = 0;
    out->ids[0] = piece(&pack->heads, &head, none[0]);
    out->ids[1] = piece(&pack->ledgers, (const char *)play + sc->commitments_at, none[1]);
    out->ids[2] = piece(&pack->tails, (const char *)play + sc->took_at, none[2]);
    out->hash = explore_table_hash(&pack->rests, out->ids);
    explore_table_fetch(&pack->rests, out->hash);
    out->state = (ExploreState){ { 0 } };
    for (int i = 0; i < sc->person_count; i++) {
        out->state.id[1 + i] = piece(&pack->people, play_person_c(sc, play, i),
                                     near != NULL ? near->id[1 + i] : UINT32_MAX);
    }
    out->state.id[1 + sc->person_count] = (uint32_t)play->energy;
}

ExploreState explore_pack(ExplorePack *pack, const Playthrough *play, const ExploreState *near)
{
    ExplorePacking it;
    explore_pack_begin(pack, play, near, &it);
    explore_pack_finish(pack, &it);
    return it.state;
}

// Each word goes into two sums: one of four that do not wait for each other, and one over all of them.
enum { LANES = 4 };
typedef struct Printer {
    uint64_t lanes[LANES], all;
} Printer;

static uint64_t stirred(uint64_t lane, uint64_t word)
{
    lane = (lane ^ word) * 0xBF58476D1CE4E5B9u;
    return lane ^ lane >> 32;
}

static inline void print_words(Printer *p, const uint64_t words[LANES])
{
    p->lanes[0] = stirred(p->lanes[0], words[0]);
    p->lanes[1] = stirred(p->lanes[1], words[1]);
    p->lanes[2] = stirred(p->lanes[2], words[2]);
    p->lanes[3] = stirred(p->lanes[3], words[3]);
    p->all = (p->all + words[0] * 0x9FB21C651E98DF25u + words[1] * 0xD6E8FEB86659FD93u +
              words[2] * 0xA0761D6478BD642Fu + words[3] * 0xEB44ACCAB455D165u) *
             0x94D049BB133111EBu;
    p->all ^= p->all >> 29;
}

typedef struct Printed {
    uint64_t a, b;
} Printed;

static Printed print_piece(const void *bytes, size_t size)
{
    Printer p = { { 0x9E3779B97F4A7C15u, 0xD1B54A32D192ED03u, 0x2545F4914F6CDD1Du,
                    0x8EBC6AF09C88C6E3u },
                  0x589965CC75374CC3u };
    uint64_t words[LANES];
    size_t at = 0;
    for (; at + sizeof words <= size; at += sizeof words) {
        memcpy(words, (const char *)bytes + at, sizeof words);
        print_words(&p, words);
    }
    if (at < size) {
        memset(words, 0, sizeof words);
        memcpy(words, (const char *)bytes + at, size - at);
        print_words(&p, words);
    }
    uint64_t one = p.lanes[0] + (p.lanes[1] << 23 | p.lanes[1] >> 41);
    uint64_t other = p.lanes[2] + (p.lanes[3] << 23 | p.lanes[3] >> 41);
    return (Printed){ hash_mix(one, other), hash_mix(p.all, size) };
}

ExplorePrint explore_pack_print(const ExplorePack *pack, const Playthrough *play)
{
    const Scenario *sc = pack->scenario;
    assert(play->energy == 0);
    Printed head = print_piece(play, pack->head_size);
    Printed ledger = print_piece((const char *)play + sc->commitments_at, pack->ledger_size);
    Printed tail = print_piece((const char *)play + sc->took_at, pack->tail_size);
    return (ExplorePrint){ hash_mix(hash_mix(head.a, ledger.a), tail.a),
                           hash_mix(hash_mix(head.b, ledger.b), tail.b),
                           { head.a, ledger.a, tail.a } };
}

void explore_pack_fetch(const ExplorePack *pack, const ExplorePrint *print)
{
    explore_table_fetch(&pack->heads, print->pieces[0]);
    explore_table_fetch(&pack->ledgers, print->pieces[1]);
}

// Its head is mostly another one.
void explore_pack_new_rest(ExplorePack *pack, const Playthrough *play, const ExplorePrint *print,
                           uint32_t near)
{
    const Scenario *sc = pack->scenario;
    const char *pieces[] = { (const char *)play, (const char *)play + sc->commitments_at,
                             (const char *)play + sc->took_at };
    uint32_t ids[PIECES], none[PIECES] = { UINT32_MAX, UINT32_MAX, UINT32_MAX };
    if (near != UINT32_MAX) {
        memcpy(none, explore_table_at(&pack->rests, near), sizeof none);
    }
    ids[0] = explore_table_add_hashed(&pack->heads, pieces[0], print->pieces[0]);
    ids[1] = hashed_piece(&pack->ledgers, pieces[1], print->pieces[1], none[1]);
    ids[2] = hashed_piece(&pack->tails, pieces[2], print->pieces[2], none[2]);
    explore_table_push(&pack->rests, ids);
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
