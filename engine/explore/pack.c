// Pieces are compared with those of the state it came from before they are looked up: most choices
// leave most of them as they are.
#include "explore/pack.h"

#include "base/arena.h"
#include "base/hash.h"

#include <assert.h>

#include <string.h>

void explore_pack_init(ExplorePack *pack, const Scenario *scenario, bool whole)
{
    const Scenario *sc = scenario;
    *pack = (ExplorePack){ .scenario = sc, .whole = whole };
    pack->words = (whole ? EXPLORE_REST_PIECES : 1) + explore_parts(sc);
    explore_table_init(&pack->pieces[PIECE_HEAD], sizeof(Playthrough));
    explore_table_init(&pack->pieces[PIECE_LEDGER],
                       sizeof(CommitmentState) * (size_t)sc->commitment_count);
    explore_table_init(&pack->pieces[PIECE_TAIL], sc->play_size - sc->took_at);
    explore_table_init(&pack->pieces[PIECE_PERSON], sizeof(PersonState));
    explore_table_init(&pack->rests, sizeof(uint32_t) * EXPLORE_REST_PIECES);
    explore_table_init(&pack->states, sizeof(uint32_t) * (size_t)pack->words);
}

void explore_pack_deinit(ExplorePack *pack)
{
    for (int i = 0; i < EXPLORE_PIECES; i++) {
        explore_table_deinit(&pack->pieces[i]);
    }
    explore_table_deinit(&pack->rests);
    explore_table_deinit(&pack->states);
}

void explore_pack_seal(ExplorePack *pack)
{
    for (int i = 0; i < EXPLORE_PIECES; i++) {
        explore_table_seal(&pack->pieces[i]);
    }
    explore_table_seal(&pack->rests);
    explore_table_seal(&pack->states);
}

size_t explore_pack_bytes(const ExplorePack *pack)
{
    size_t bytes = explore_table_bytes(&pack->rests) + explore_table_bytes(&pack->states);
    for (int i = 0; i < EXPLORE_PIECES; i++) {
        bytes += explore_table_bytes(&pack->pieces[i]);
    }
    return bytes;
}

static bool is_near(const ExploreTable *table, const void *bytes, uint32_t near, size_t size)
{
    return near != UINT32_MAX && memcmp(explore_table_at(table, near), bytes, size) == 0;
}

// ---- whole states -----------------------------------------------------------------------------------

static const uint32_t found_bit = (uint32_t)1 << 31; // the other bits are the number of a find

typedef struct Packer { // into a pack, or beside it
    const ExplorePack *pack;
    ExplorePack *into;   // NULL: it is only read
    ExploreFinds *finds; // where it is only read
} Packer;

static uint32_t piece(const Packer *p, ExplorePiece kind, const void *bytes)
{
    const ExploreTable *table = &p->pack->pieces[kind];
    uint64_t hash = explore_table_hash(table, bytes);
    if (p->into != NULL) {
        return explore_table_add_hashed(&p->into->pieces[kind], bytes, hash);
    }
    uint32_t known = explore_table_find_hashed(table, bytes, hash);
    return known != UINT32_MAX
               ? known
               : found_bit | explore_table_add_hashed(&p->finds->pieces[kind], bytes, hash);
}

static inline uint32_t piece_near(const Packer *p, ExplorePiece kind, const void *bytes,
                                  size_t size, uint32_t near)
{
    return is_near(&p->pack->pieces[kind], bytes, near, size) ? near : piece(p, kind, bytes);
}

// The head is hardly ever the same again.
static inline uint32_t piece_head(const Packer *p, const Playthrough *play)
{
    Playthrough head = *play;
    head.energy = 0; // a part
    return piece(p, PIECE_HEAD, &head);
}

static ExploreState pack_state(const Packer *p, const Playthrough *play, const ExploreState *near)
{
    const Scenario *sc = p->pack->scenario;
    const ExploreTable *pieces = p->pack->pieces;
    ExploreState nothing, state = { { 0 } };
    if (near == NULL) {
        memset(&nothing, 0xff, sizeof nothing);
        near = &nothing;
    }
    assert(p->pack->whole);
    state.id[PIECE_HEAD] = piece_head(p, play);
    state.id[PIECE_LEDGER] = piece_near(p, PIECE_LEDGER, (const char *)play + sc->commitments_at,
                                        pieces[PIECE_LEDGER].size, near->id[PIECE_LEDGER]);
    state.id[PIECE_TAIL] = piece_near(p, PIECE_TAIL, (const char *)play + sc->took_at,
                                      pieces[PIECE_TAIL].size, near->id[PIECE_TAIL]);
    uint32_t *part = state.id + EXPLORE_REST_PIECES;
    const uint32_t *was = near->id + EXPLORE_REST_PIECES;
    for (int i = 0; i < sc->person_count; i++) {
        part[i] =
            piece_near(p, PIECE_PERSON, play_person_c(sc, play, i), sizeof(PersonState), was[i]);
    }
    part[sc->person_count] = (uint32_t)play->energy;
    return state;
}

ExploreState explore_pack(ExplorePack *pack, const Playthrough *play, const ExploreState *near)
{
    return pack_state(&(Packer){ pack, pack, NULL }, play, near);
}

ExploreState explore_pack_apart(const ExplorePack *pack, ExploreFinds *finds,
                                const Playthrough *play, const ExploreState *near)
{
    return pack_state(&(Packer){ pack, NULL, finds }, play, near);
}

void explore_finds_init(ExploreFinds *finds, const ExplorePack *pack)
{
    *finds = (ExploreFinds){ .room = { 0 } };
    for (int i = 0; i < EXPLORE_PIECES; i++) {
        explore_table_init(&finds->pieces[i], pack->pieces[i].size);
    }
}

void explore_finds_deinit(ExploreFinds *finds)
{
    for (int i = 0; i < EXPLORE_PIECES; i++) {
        explore_table_deinit(&finds->pieces[i]);
        mem_free(finds->number[i]);
    }
}

void explore_finds_clear(ExploreFinds *finds)
{
    for (int i = 0; i < EXPLORE_PIECES; i++) {
        explore_table_clear(&finds->pieces[i]);
    }
}

void explore_pack_join(ExplorePack *pack, ExploreFinds *finds)
{
    for (int i = 0; i < EXPLORE_PIECES; i++) {
        const ExploreTable *found = &finds->pieces[i];
        if (found->count > finds->room[i]) {
            finds->room[i] = found->room;
            finds->number[i] = mem_grow(finds->number[i], sizeof **finds->number * found->room);
        }
        for (uint32_t k = 0; k < found->count; k++) {
            finds->number[i][k] = explore_table_add(&pack->pieces[i], explore_table_at(found, k));
        }
    }
}

void explore_pack_settle(const ExplorePack *pack, const ExploreFinds *finds, uint32_t *state)
{
    for (int i = 0; i < pack->words - 1; i++) { // but for the energy
        if ((state[i] & found_bit) != 0) {
            int kind = i < PIECE_PERSON ? i : PIECE_PERSON;
            state[i] = finds->number[kind][state[i] & ~found_bit];
        }
    }
}

// ---- rests ------------------------------------------------------------------------------------------

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

static const void *piece_of(const Scenario *sc, const Playthrough *play, ExplorePiece kind)
{
    size_t at = kind == PIECE_HEAD ? 0 : kind == PIECE_LEDGER ? sc->commitments_at : sc->took_at;
    return (const char *)play + at;
}

ExplorePrint explore_pack_print(const ExplorePack *pack, const Playthrough *play)
{
    Printed p[EXPLORE_REST_PIECES];
    assert(play->energy == 0);
    for (ExplorePiece i = 0; i < EXPLORE_REST_PIECES; i++) {
        p[i] = print_piece(piece_of(pack->scenario, play, i), pack->pieces[i].size);
    }
    return (ExplorePrint){ hash_mix(hash_mix(p[0].a, p[1].a), p[2].a),
                           hash_mix(hash_mix(p[0].b, p[1].b), p[2].b),
                           { p[0].a, p[1].a, p[2].a } };
}

void explore_pack_fetch(const ExplorePack *pack, const ExplorePrint *print)
{
    explore_table_fetch(&pack->pieces[PIECE_HEAD], print->pieces[PIECE_HEAD]);
    explore_table_fetch(&pack->pieces[PIECE_LEDGER], print->pieces[PIECE_LEDGER]);
}

// Its head is mostly another one.
void explore_pack_new_rest(ExplorePack *pack, const Playthrough *play, const ExplorePrint *print,
                           uint32_t near)
{
    uint32_t ids[EXPLORE_REST_PIECES], was[] = { UINT32_MAX, UINT32_MAX, UINT32_MAX };
    assert(!pack->whole);
    if (near != UINT32_MAX) {
        memcpy(was, explore_table_at(&pack->rests, near), sizeof was);
    }
    for (ExplorePiece i = 0; i < EXPLORE_REST_PIECES; i++) {
        const void *bytes = piece_of(pack->scenario, play, i);
        bool same =
            i != PIECE_HEAD && is_near(&pack->pieces[i], bytes, was[i], pack->pieces[i].size);
        ids[i] =
            same ? was[i] : explore_table_add_hashed(&pack->pieces[i], bytes, print->pieces[i]);
    }
    explore_table_push(&pack->rests, ids);
}

static void unpack_pieces(const ExplorePack *pack, const uint32_t *ids, Playthrough *play)
{
    const Scenario *sc = pack->scenario;
    size_t ledger = pack->pieces[PIECE_LEDGER].size;
    size_t gap = sc->commitments_at + ledger; // to the next multiple of eight
    memcpy(play, explore_table_at(&pack->pieces[PIECE_HEAD], ids[PIECE_HEAD]), sizeof *play);
    memcpy((char *)play + sc->commitments_at,
           explore_table_at(&pack->pieces[PIECE_LEDGER], ids[PIECE_LEDGER]), ledger);
    memset((char *)play + gap, 0, sc->took_at - gap);
    memcpy((char *)play + sc->took_at, explore_table_at(&pack->pieces[PIECE_TAIL], ids[PIECE_TAIL]),
           pack->pieces[PIECE_TAIL].size);
}

void explore_unpack_rest(const ExplorePack *pack, uint32_t rest, Playthrough *play)
{
    uint32_t ids[EXPLORE_REST_PIECES];
    memcpy(ids, explore_table_at(&pack->rests, rest), sizeof ids);
    unpack_pieces(pack, ids, play);
}

// ---- both -------------------------------------------------------------------------------------------

void explore_unpack(const ExplorePack *pack, const ExploreState *state, Playthrough *play)
{
    const Scenario *sc = pack->scenario;
    const uint32_t *parts = state->id + (pack->whole ? EXPLORE_REST_PIECES : 1);
    if (pack->whole) {
        unpack_pieces(pack, state->id, play);
    } else {
        explore_unpack_rest(pack, state->id[0], play);
    }
    for (int i = 0; i < sc->person_count; i++) {
        memcpy(play_person(sc, play, i), explore_table_at(&pack->pieces[PIECE_PERSON], parts[i]),
               sizeof(PersonState));
    }
    play->energy = (int16_t)parts[sc->person_count];
}

ExploreState explore_pack_state(const ExplorePack *pack, uint32_t number)
{
    assert(number < pack->states.count);
    ExploreState state = { { 0 } };
    memcpy(state.id, explore_table_at(&pack->states, number), pack->states.size);
    return state;
}
