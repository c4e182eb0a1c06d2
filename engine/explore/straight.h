// The product (product.h) of a story in which nothing comes round: rest by rest, those first that lead to
// others, by one hand or several. States of a rest are looked for among themselves alone, so what is asked of
// memory stays small; and every edge leads to a higher number. What is known of a state (its classes, where it
// came from) is kept until all are counted.
#pragma once

#include "explore/product.h"

// Fills an empty graph like explore_product. False, and nothing is filled: the rests have circles, there are
// more than `limit` states, or there is something to tell (product.h): then the nearest places are wanted. The
// graph does not depend on the hands.
bool explore_straight(ExploreGraph *graph, const ExploreRests *rests,
                      const ExploreClasses classes[], uint32_t limit, const ExploreHands *hands);
