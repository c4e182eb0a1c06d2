// What conditions ask of the state of a commitment: two states that no test tells apart are as good as one.
#pragma once

#include "explore/reads.h"

// Fills tests, test_of and test_holds.
void explore_reads_find_tests(ExploreReads *reads);
