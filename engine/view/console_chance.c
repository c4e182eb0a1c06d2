// A way of one decision is handed to whatif: the state as it is, and the first answer as if it were taken.
#include "view/console_chance.h"

#include "base/arena.h"

#include <string.h>

void console_chance_deinit(ConsoleChance *chance)
{
    if (chance->open) {
        whatif_deinit(&chance->counts);
        mem_free(chance->way.states);
    }
    *chance = (ConsoleChance){ .open = false };
}

static bool same(const ConsoleChance *chance, const Scenario *scenario, const Playthrough *play,
                 const StoryOffer *first)
{
    return chance->open && chance->way.scenario == scenario && chance->first.kind == first->kind &&
           chance->first.x == first->x &&
           memcmp(chance->way.states, play, scenario->play_size) == 0;
}

void console_chance_follow(ConsoleChance *chance, const Scenario *scenario, const Playthrough *play,
                           const StoryOffer *offers, int count)
{
    if (count < 2) {
        console_chance_deinit(chance);
        return;
    }
    if (same(chance, scenario, play, &offers[0])) {
        return;
    }
    console_chance_deinit(chance);
    chance->open = true;
    chance->first = offers[0];
    chance->way = (StoryHistory){ .scenario = scenario, .count = 1, .capacity = 1 };
    chance->way.states = mem_alloc(scenario->play_size * 2);
    memcpy(chance->way.states, play, scenario->play_size);
    memcpy(chance->way.states + scenario->play_size, play, scenario->play_size);
    whatif_init(&chance->counts, scenario, WHATIF_PLAYS);
}

bool console_chance_work(ConsoleChance *chance, int choices)
{
    if (!chance->open || chance->done) {
        return true;
    }
    // Set here and not before: the struct may have been moved meanwhile.
    chance->way.taken = &chance->first;
    chance->way.journal_marks = chance->marks;
    chance->way.now = (Playthrough *)(void *)(chance->way.states + chance->way.scenario->play_size);
    chance->done = whatif_work(&chance->counts, &chance->way, choices);
    return chance->done;
}

BridgeWord console_chance_word(const ConsoleChance *chance, int person)
{
    return chance->done && person >= 0 ? whatif_word(&chance->counts, person) : BRIDGE_SOUND;
}

double console_chance_of(const ConsoleChance *chance, const StoryOffer *offer, int person,
                         BridgeWord word)
{
    if (!chance->done || person < 0 || chance->counts.count == 0) {
        return -1;
    }
    const WhatIfDecision *decision = &chance->counts.decisions[0];
    for (int i = 0; i < decision->option_count; i++) {
        const WhatIfOption *option = &decision->options[i];
        if (option->offer.kind == offer->kind && option->offer.x == offer->x && option->plays > 0) {
            return whatif_chance(option, person, word);
        }
    }
    return -1;
}
