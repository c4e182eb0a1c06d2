// How many rests (rests.h) a story has at least, as some thousand random plays show it: of each place how
// many rests they met once, and how many twice, bounds from below how many they did not meet (Chao
// 1984, "Nonparametric estimation of the number of classes in a population"). An estimate, never a
// proof: it only decides how long a walk goes on in the hope of an end.
#pragma once

#include "explore/turns.h"

// How many there are besides those that `prints` knows. Half the plays will do where they show more than
// `enough`. `scenario`, `pack` and `live` as those who walk have them (turns.h).
double explore_reach(const Scenario *scenario, const ExplorePack *pack, ExploreLive *live,
                     const ExploreMap *prints, double enough);
