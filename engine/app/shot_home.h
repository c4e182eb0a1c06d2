// The home screen and what belongs to it, for pictures: the scenarios that are here, and a learner who
// never was: some weeks of plays, plans and kept places.
#pragma once

#include "app/library.h"
#include "view/view.h"

typedef struct ShotHome {
    Library library;
    ViewCard *cards;
    Arena texts;
    ViewPicture *pictures;
} ShotHome;

// The names of its screens, with NULL at the end; those in a play are `shot_home_over`.
extern const char *const shot_home_screens[];
bool shot_home_is(const char *screen);
bool shot_home_is_over(const char *screen); // stands over a play: pause, places

// Shows it; for one over a play the play is shown already. Ends with shot_home_clear.
void shot_home_show(ShotHome *home, View *view, const char *screen);
// The inputs that lead there from the screen below, one after another; false when it is reached.
bool shot_home_step(View *view, const Frame *frame, const char *screen, int step);
void shot_home_clear(ShotHome *home);
