// `play --drill SCENE`: a way to a conversation. The learner's own, where they have been there; else a
// real one. And the drill in the terminal.
#pragma once

#include "app/at.h"
#include "store/store.h"
#include "story/drill.h"
#include "term/play.h"

// A way to the beginning of the scene's conversation, with what it takes to begin a one-on-one at a desk.
// *own: it is the learner's, from their latest playthrough (store may be NULL). ERR_INPUT as at_find,
// and where nothing can be practised in that scene.
bool drilling_find(AtWay *way, const Scenario *scenario, const char *scene, Store *store, bool *own,
                   Err *err);

// Practises in the terminal the conversation that begins at that choice of the way.
void drilling_in_terminal(const TermPlay *like, const StoryHistory *way, int from);
