// Which answers trust gives, heard from plays at random before the parts are taken apart (answers.h): what is
// never heard costs another round of merging, what is heard and never comes costs nothing but time.
#pragma once

#include "explore/answers.h"
#include "explore/explore.h"

// Plays until nothing new has come for long. What is heard does not depend on the hands. `scenario` asks the
// questions (explore_asking_tests).
void explore_listen(ExploreAnswers *answers, const Scenario *scenario, const ExploreHands *hands);
