// Identity of a playthrough (its bytes behind the seed), and what is derived in it.
#include "story/playthrough.h"

#include "base/hash.h"
#include "story/turn.h"

static const size_t identity_offset =
    sizeof(uint64_t); // the seed comes first and is not part of it

void play_derive(const Scenario *scenario, Playthrough *play)
{
    for (int i = 0; i < scenario->person_count; i++) {
        PersonState *s = play_person(scenario, play, i);
        trust_readings(scenario->people[i].trust, &s->trust, &s->trust_now, &s->belief_now);
    }
    play->open = play->waiting = 0;
    play->promised_count = 0;
    for (int c = 0; c < scenario->commitment_count; c++) {
        const CommitmentState *s = play_commitment_c(scenario, play, c);
        play->promised_count =
            s->promised > play->promised_count ? s->promised : play->promised_count;
        play->open |= (uint64_t)play_is_open(s->state) << c;
        play->waiting |= (uint64_t)((s->flags & COMMITMENT_REACTION) != 0) << c;
    }
    clock_alarm(scenario, play);
}

uint64_t play_hash(const Scenario *scenario, const Playthrough *play)
{
    return hash_bytes((const char *)play + identity_offset, scenario->play_size - identity_offset,
                      0);
}

bool play_equal(const Scenario *scenario, const Playthrough *a, const Playthrough *b)
{
    return memcmp((const char *)a + identity_offset, (const char *)b + identity_offset,
                  scenario->play_size - identity_offset) == 0;
}

const char *play_state_name(StoryState state)
{
    switch (state) {
    case STATE_NONE:
        return "none";
    case STATE_OPEN:
        return "open";
    case STATE_MOVED:
        return "moved";
    case STATE_KEPT:
        return "kept";
    case STATE_LAPSED:
        return "lapsed";
    case STATE_WARNED:
        return "warned";
    case STATE_MISSED:
        return "missed";
    case STATE_OWNED_UP:
        return "owned up";
    case STATE_COVERED_UP:
        return "covered up";
    case STATE_FOUND_OUT:
        return "found out";
    }
    return "none";
}
