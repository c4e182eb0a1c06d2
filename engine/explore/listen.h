// Which answers trust gives, heard from plays at random before the parts are taken apart (answers.h): what is
// never heard costs another round of merging, what is heard and never comes costs nothing but time.
#pragma once

#include "explore/answers.h"
#include "explore/explore.h"

// Plays until nothing new has come for long. What is heard does not depend on the hands. `scenario` asks the
// questions (explore_asking_tests).
void explore_listen(ExploreAnswers *answers, const Scenario *scenario, const ExploreHands *hands);

// The same of plays in which one part is as it is and all others answer by chance whatever is known of them, as
// in the rests: so what takes several who are seldom so is as frequent as one of them. No more is heard than the
// parts give there (project.h). To be called again when more is known.
void explore_listen_on(ExploreAnswers *answers, const Scenario *scenario,
                       const ExploreHands *hands);
