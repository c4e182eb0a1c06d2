// What an explorer is asked, in the interpreter that is compiled for it (story/asked.h).
#include "story/turn.h"

bool oracle_wants(const StoryOracle *oracle, int person, StoryFelt what, TrustEvent event)
{
    return oracle->felt == NULL || oracle->felt(oracle->context, person, what, event);
}

bool oracle_at_least(const StoryOracle *oracle, const Playthrough *play, int person,
                     StoryReading which, int32_t reading, int32_t threshold)
{
    return oracle->at_least == NULL
               ? reading >= threshold
               : oracle->at_least(oracle->context, play, person, which, reading, threshold);
}
