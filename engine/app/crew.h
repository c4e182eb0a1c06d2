// Threads for whoever can use several at once (explore/crew.h): C11's, where the machine has them; else
// the caller does all the work.
#pragma once

#include "explore/crew.h"

typedef struct AppCrew AppCrew;

// `count` in all, the caller among them.
AppCrew *app_crew_open(int count);
void app_crew_close(AppCrew *crew);

// Valid until app_crew_close.
const ExploreCrew *app_crew_lend(AppCrew *crew);
