// How many rests (rests.h) a story has at least, as some thousand random plays show it: of each place how
// many rests they met once, and how many twice, bounds from below how many they did not meet (Chao
// 1984, "Nonparametric estimation of the number of classes in a population"). An estimate, never a
// proof: it only decides how long a walk goes on in the hope of an end.
#pragma once

#include "explore/map.h"
#include "explore/rests.h"

// How many there are besides those that `prints` knows (rests as they were found). Half the plays will do
// where they show more than `enough`.
double explore_reach(const ExploreRests *rests, double enough);
