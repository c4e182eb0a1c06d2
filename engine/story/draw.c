// Draws: a hash of seed, place and occurrence, never a generator. Undo does not redraw; another
// seed is another week.
#include "base/hash.h"
#include "story/turn.h"

static const uint64_t found_stream = 0x666f756e64u; // "found": apart from the draws of scenes

static uint32_t draw_below(const Scenario *sc, const Playthrough *p, int scene, int ordinal,
                           uint32_t total)
{
    uint64_t place = 0;
    uint64_t occurrence = 0;
    if (scene < sc->scene_count) {
        const StoryScene *s = &sc->scenes[scene];
        place = s->hash;
        if (s->repeats >= 0) {
            occurrence = (uint64_t)play_occurrence(sc, p, s->repeats);
        }
    }
    occurrence |= (uint64_t)p->slot_end << 8; // at a desk each slot draws anew
    uint64_t h = hash_mix(hash_mix(p->seed ^ place, (uint64_t)ordinal), occurrence);
    return (uint32_t)(((h >> 32) * total) >> 32);
}

int draw_one(const Scenario *sc, const Playthrough *p, int scene, int ordinal,
             const uint32_t *weights, int count)
{
    const StoryOracle *oracle = turn_oracle(sc);
    if (oracle != NULL) {
        return oracle->pick(oracle->context, weights, count);
    }
    uint32_t total = 0;
    for (int i = 0; i < count; i++) {
        total += weights[i];
    }
    uint32_t drawn = draw_below(sc, p, scene, ordinal, total);
    int one = 0;
    while (one < count - 1 && drawn >= weights[one]) {
        drawn -= weights[one++];
    }
    return one;
}

bool draw_found(const Scenario *sc, const Playthrough *p, int commitment)
{
    const StoryCommitment *c = &sc->commitments[commitment];
    if (c->found_of == 0) {
        return false;
    }
    const StoryOracle *oracle = turn_oracle(sc);
    if (oracle != NULL) {
        uint32_t weights[] = { (uint32_t)(c->found_of - c->found_in), c->found_in };
        return oracle->pick(oracle->context, weights, 2) == 1;
    }
    uint64_t place = hash_mix(found_stream, c->hash);
    uint64_t h = hash_mix(p->seed ^ place, p->day);
    return (uint32_t)(((h >> 32) * c->found_of) >> 32) < c->found_in;
}
