// Whether a place that was kept in an earlier version of a scenario is the place one stands at now: by
// name, so that what an author has only moved, reworded or added does not count.
#pragma once

#include "base/text.h"
#include "story/playthrough.h"

typedef enum SaveAgreement {
    SAVE_AGREES,
    SAVE_DIFFERS,
    SAVE_UNREADABLE, // cut short, of another format or another scenario: it says nothing
} SaveAgreement;

typedef struct SaveNote { // what is no difference by itself
    bool other_trust;     // made with other numbers of the trust model: trust was not compared
    bool other_scene;     // the story goes on in a scene of another name
} SaveNote;

// Compares what `save` (save_write's text, of this or an earlier version of the scenario) says with
// `play`. Clock, energy, promises, what is known, what the story remembers, and each colleague's
// trust count; what is new in the scenario and untouched does not. `note` (may be
// NULL) tells what the caller may want to judge. `why` (may be NULL) gets what differs, in plain
// words: "it is then Tuesday, 09:00, and was Monday, 18:00".
SaveAgreement save_compare(const Scenario *scenario, const char *save, const Playthrough *play,
                           SaveNote *note, Text *why);

// "it is then Tuesday, 09:00, and was Monday, 18:00".
void save_add_clocks(const Scenario *scenario, int32_t was_minute, int32_t now_minute, Text *out);
