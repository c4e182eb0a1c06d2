// What a scenario shows of itself on a card of the home screen, before anybody has played it: its words,
// its people, the light of its place, the bridge as it begins. Shared by the program and by `shot`.
#pragma once

#include "app/library.h"
#include "view/view.h"

// Texts that are made for it live in `texts`. What a learner has done with it is the caller's to add.
void cards_fill(const LibraryItem *item, Arena *texts, ViewCard *card);

// The light of a place where no author has set the weather: StoryWeather.
uint8_t cards_light(const Scenario *scenario);

// What one may want to know before it starts, in a sentence; "" where there is nothing.
const char *cards_note(const Scenario *scenario, Arena *texts);

// "Maya, Sam and Lin".
const char *cards_people(const Scenario *scenario, Arena *texts);
