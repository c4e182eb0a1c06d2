// Inside of the findings: who finds what, and how one is added.
#pragma once

#include "base/text.h"
#include "explore/finding.h"

// Adds one; its texts are set on what comes back (never NULL; beyond EXPLORE_SAME_CODE_MAX of a code
// a scratch one that is only counted).
ExploreFinding *find_add(ExploreCheck *check, ExploreCode code, ExploreSeverity severity,
                         ExploreMethod method);
void find_at(ExploreCheck *check, ExploreFinding *finding, StoryPosition at);
void find_say(char *out, size_t size, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
#define FIND_SAY(field, ...) find_say((field), sizeof(field), __VA_ARGS__)

void find_troubles(ExploreCheck *check); // soft-locks, errors, `always`; of graph and plays
void find_loops(ExploreCheck *check);    // where no ending can be reached any more
// What plays have not met and would be a finding; doubts->conditions is to be freed.
void find_in_doubt(ExploreCheck *check, ExploreDoubts *doubts);
void find_unmet(ExploreCheck *check, const ExploreOptions *how); // what never happens
void find_rare(ExploreCheck *check);
void find_written(ExploreCheck *check);  // what reading alone shows
void find_in_texts(ExploreCheck *check); // of that, what a translation may bring

void find_times(ExploreCheck *check); // what comes too late on every way
void find_nobody(ExploreCheck *check, const ExploreOptions *how); // {who} where nobody was chosen

// The ops (a bit for each) that can be come to from the beginning without going through those of
// `closed`: read from the text alone, so rather too many.
void find_reach_without(const Scenario *scenario, const uint64_t *closed, uint64_t *reach);

// Whether nobody comes to that promise but through another one of the same commitment.
bool find_promised_before(const Scenario *scenario, int op);

// The whole id of an option, "monday.noon" or "tuesday/desk.rest", and the scene it stands in.
void find_option_id(const Scenario *scenario, int option, char *out, size_t size);
bool find_on_desk(const Scenario *scenario, int option); // one of a desk's own options

// A condition as it is written: "no(kept(brief))".
void find_condition(Text *out, const Scenario *scenario, int cond);

// Ways of plays to where warnings that have none can be seen.
void find_ways(ExploreCheck *check);

// ---- consequences (dead.c) ----------------------------------------------------------------------------

// Takes out the notes and warnings whose place can only be come to through the place of another
// finding, and conditions that ask for what is done only there.
void find_drop_consequences(ExploreCheck *check);
