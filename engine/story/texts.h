// Every text of a compiled scenario with what it is, for translating: each has a context that is made
// of ids and stays the same when something else in the scenario is edited. Knows no language.
#pragma once

#include "base/text.h"
#include "story/scenario.h"

enum { STORY_TEXT_CONTEXT = 176 };

typedef enum StoryTextKind {
    STORY_TEXT_TITLE, // scenario's title, blurb, place, content note
    STORY_TEXT_NAME,  // a person's name or first name
    STORY_TEXT_ABOUT, // what a person or commitment is: role, what, title, an ending's title
    STORY_TEXT_SAYS,  // a standard or a fact: what the player has learned
    STORY_TEXT_NARRATION,
    STORY_TEXT_SPEECH,    // `person` says it
    STORY_TEXT_REACTION,  // `person` says it, whenever it happens: on_told, reply …
    STORY_TEXT_OPTION,    // what the player can do or say
    STORY_TEXT_WHY,       // the reason behind an option, for the guided mode
    STORY_TEXT_NOTE,      // for the facilitator
    STORY_TEXT_INTERFACE, // of the engine, not of the author
} StoryTextKind;

typedef struct StoryTextPlace {
    char context[STORY_TEXT_CONTEXT]; // "monday.noon/halima"; "" for STORY_TEXT_INTERFACE
    StoryTextKind kind;
    const char *text;
    int scene, option;      // indexes, or -1
    int person, commitment; // that says it, or that it is about; or -1
    StoryPosition at;       // line 0 where unknown
} StoryTextPlace;

// What is to stand in that place, or NULL: as it is. What it returns is copied.
typedef const char *(*StoryTextVisit)(void *context, const StoryTextPlace *place);

// Shows `visit` every text once for each place where it stands, in the order of the tables, and puts
// in what it returns. For a scenario that nobody plays yet: TextIds may change. The hash does not, so
// that a playthrough goes on in any language.
void story_texts(Scenario *scenario, StoryTextVisit visit, void *context);

// A context, and a text with its {names}, of an earlier version of the scenario as it is now: every old name
// (`was`) in it replaced by the present one. In texts_was.c.
void story_text_context_now(const Scenario *scenario, const char *context, Text *out);
void story_text_now(const Scenario *scenario, const char *text, Text *out);
