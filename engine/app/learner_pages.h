// Two pages without scores: a proof of completion for those who must show one, and a page to take away.
// Nothing of how it went is in the proof: no ending, no trust, no choice.
#pragma once

#include "page/page.h"
#include "store/record.h"
#include "story/history.h"

typedef struct LearnerProof {
    const char *name;     // as the learner typed it; "" for none: a line to write on
    const char *scenario; // its title
    const char *about;    // what it is about (the blurb); may be NULL
    int32_t day;          // on which it was finished (course.h)
    int minutes;          // played, at least 1
} LearnerProof;

// Both: the caller frees the page.
Page *learner_proof(const LearnerProof *proof, const char *language);

// What I noticed, what I tried (tactics, one line each), my plan. `noticed` and `plan` are the learner's
// own words; "" leaves lines to write on (for `plan`: the one that the way suggests).
Page *learner_takeaway(const StoryHistory *history, const char *noticed, const char *plan,
                       int32_t day, const char *language);
