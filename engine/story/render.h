// Texts as the player reads them: fills {halima.first}, {brief.due}, {who}, {clock}; labels of
// offers; names of days and times. Emphasis marks (*word*) are left for the view.
#pragma once

#include "base/text.h"
#include "story/story.h"

// Adds the text with its fills. Unknown fills cannot occur (the builder refuses them).
void render_text(const Scenario *scenario, const Playthrough *play, TextId text, Text *out);

// What an EVENT_SAID said: as render_text, and the interface's own sentences with what they speak
// of.
void render_said(const Scenario *scenario, const Playthrough *play, const StoryEvent *event,
                 Text *out);

// What an offer says on its button: the option's text, or the desk's sentence.
void render_offer(const Scenario *scenario, const Playthrough *play, const StoryOffer *offer,
                  Text *out);

// "Wednesday, 16:40"; "Thursday 18:00"; with week numbers where days repeat ("Thursday, week 2,
// 18:00").
void render_clock(const Scenario *scenario, int32_t minute, Text *out);
void render_day(const Scenario *scenario, int32_t minute, Text *out); // the day alone
void render_due(const Scenario *scenario, int32_t minute, Text *out);

// The state of a commitment as the ledger says it: "kept", "due Thu 12:00", "missed", "moved to Wed
// 10:00".
void render_state(const Scenario *scenario, const Playthrough *play, int commitment, Text *out);

// The bridge in words: "Worn, frayed. 24 planks: ..." one to three sentences for a reader who does
// not see.
void render_bridge(const Scenario *scenario, const Playthrough *play, int person, Text *out);
void render_condition(const char *name, const BridgeCondition *bridge, Text *out); // the same

// How the posts stand by rapport, in the steps in which one can tell it from the picture.
typedef enum RenderPosts {
    RENDER_POSTS_LEAN,
    RENDER_POSTS_STRAIGHT,
    RENDER_POSTS_DEEP
} RenderPosts;
RenderPosts render_posts(const BridgeCondition *bridge);

// What has changed beside planks and ropes, in sentences: how the posts stand, the lantern, a pattern seen.
// Nothing where that is as it was.
void render_beside(const BridgeCondition *before, const BridgeCondition *now, Text *out);

// Copies text without emphasis marks.
void render_plain(const char *marked, Text *out);

// Whether `template_text` has only fills that the scenario knows; the first unknown one into `bad`.
bool render_check(const Scenario *scenario, const char *template_text, char *bad, int bad_size);
