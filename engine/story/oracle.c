// What an explorer is asked, in the interpreter that is compiled for it (story/asked.h).
#include "story/turn.h"

bool oracle_felt(const StoryOracle *oracle, int person, StoryFelt what, uint64_t more)
{
    return oracle->felt == NULL || oracle->felt(oracle->context, person, what, more);
}

bool oracle_felt_trust(const StoryOracle *oracle, int person, TrustEvent event)
{
    uint64_t more = (uint64_t)event.weight << 32 | (uint64_t)event.kind << 16 |
                    (uint64_t)event.parts << 8 | (uint64_t)event.raised << 1 | event.integrity;
    return oracle_felt(oracle, person, FELT_TRUST, more);
}

bool oracle_at_least(const StoryOracle *oracle, const Playthrough *play, int person,
                     StoryReading which, int32_t reading, int32_t threshold)
{
    return oracle->at_least == NULL
               ? reading >= threshold
               : oracle->at_least(oracle->context, play, person, which, reading, threshold);
}
