// Tells a playthrough in lines: what is said, what time it is, what becomes of promises, how the bridge
// stands, and what can be chosen. The same lines serve a player, a screen reader and a recorded test.
#pragma once

#include "base/text.h"
#include "story/drill.h"
#include "story/history.h"
#include "term/printer.h"

typedef struct TermTeller {
    TermPrinter *printer;
    const StoryHistory *history;
    int events_told;                           // of the journal
    int32_t told_minute;                       // the clock as it was last said
    BridgeCondition bridges[STORY_PEOPLE_MAX]; // as they were last shown
    bool ids;                                  // options are listed with their ids
    const Drill *drill; // where not NULL, what comes behind its end is not told
} TermTeller;

// Stands at the beginning of `history` (borrowed), which may have come further already.
void term_teller_init(TermTeller *teller, TermPrinter *printer, const StoryHistory *history);

// The events since the last call.
void term_tell_news(TermTeller *teller);
// Nothing of what has happened so far will be told as news.
void term_tell_skip(TermTeller *teller);

// The title, and what is to be warned of.
void term_tell_title(TermTeller *teller);

// What is open: numbered, with the plank each touches; at a desk with hours, energy and what is due.
// What one can say about open promises there is one line, unless ids are listed.
void term_tell_offers(TermTeller *teller);
// That line's list, with the numbers that they have among all. False where there is none.
bool term_tell_words(TermTeller *teller);
// "> I'll be there." An offer that was taken in the state `before`.
void term_tell_choice(TermTeller *teller, const Playthrough *before, const StoryOffer *offer);

void term_tell_bridges(TermTeller *teller); // each colleague's, in words and drawn
void term_tell_ledger(TermTeller *teller);  // promises, facts, standards
void term_tell_history(TermTeller *teller); // everything said so far

// First name of a colleague; "you" for the player.
const char *term_name(const Scenario *scenario, int person);

// The title of a commitment, or what it is about where it has none.
void term_add_title(const StoryHistory *history, int commitment, Text *out);
// "Kestrel brief (plank 1)", or the title alone where it has no number yet.
void term_add_plank(const StoryHistory *history, int commitment, Text *out);

// How the bridge to a colleague stands, in words, without their name in front.
void term_add_bridge(const StoryHistory *history, int person, Text *out);

// "Word gets round to Maya and Sam: Lin's numbers, on time." For the EVENT_HEARD at `event` of the
// journal: what of the day before reached whom. Adds nothing where an earlier line has named them.
void term_add_heard(const StoryHistory *history, int event, Text *out);

// The number on the plank of a commitment, 0 where it has none.
int term_plank(const Scenario *scenario, const Playthrough *play, int commitment);
