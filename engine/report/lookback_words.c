// Texts for reports.
#include "report/lookback_words.h"

#include "base/say.h"
#include "base/text.h"
#include "story/render.h"
#include "view/words.h"

#include <stdarg.h>
#include <stdio.h>

static const char *keep(Arena *arena, Text *marked)
{
    Text plain = { 0 };
    render_plain(text_str(marked), &plain);
    const char *copy = arena_string(arena, text_str(&plain));
    text_deinit(marked);
    text_deinit(&plain);
    return copy;
}

const char *plain_text(Arena *arena, const StoryHistory *history, TextId text)
{
    Text marked = { 0 };
    render_text(history->scenario, history->now, text, &marked);
    return keep(arena, &marked);
}

const char *plain_offer(Arena *arena, const StoryHistory *history, int n, const StoryOffer *offer)
{
    Text marked = { 0 };
    render_offer(history->scenario, history_state(history, n), offer, &marked);
    return keep(arena, &marked);
}

const char *plain_clock(Arena *arena, const Scenario *scenario, int32_t minute)
{
    Text text = { 0 };
    render_clock(scenario, minute, &text);
    return keep(arena, &text);
}

const char *plain_title(Arena *arena, const StoryHistory *history, int commitment)
{
    const StoryCommitment *it = &history->scenario->commitments[commitment];
    return plain_text(arena, history, it->title != 0 ? it->title : it->what);
}

const char *plain_name(const Scenario *scenario, int person)
{
    return scenario_text(scenario, scenario->people[person].first);
}

const char *plain_bridge(Arena *arena, const StoryHistory *history, int n, int person)
{
    BridgeCondition bridge;
    story_bridge(history->scenario, history_state(history, n), person, &bridge);
    return word_bridge(arena, &bridge, false);
}

const char *plain_format(Arena *arena, const char *format, ...)
{
    char line[1024];
    va_list values;
    va_start(values, format);
    vsnprintf(line, sizeof line, format, values);
    va_end(values);
    return arena_string(arena, line);
}

const char *plain_fate(Arena *arena, const Scenario *scenario, const DebriefPlank *plank)
{
    const char *fate = word(word_became(&scenario->commitments[plank->commitment], plank->state));
    if (plank->lies_in > 0) {
        fate = word_fill2(arena, W_IN_GAP, fate, word_number(arena, plank->lies_in));
    }
    return fate;
}

const char *plain_tactic(DebriefTacticKind kind)
{
    static const char *const names[DEBRIEF_TACTICS] = {
        [DEBRIEF_OWNED_UP] = SAY_LATER("owning up before you were asked"),
        [DEBRIEF_TOLD] = SAY_LATER("saying early that it would be late"),
        [DEBRIEF_NEW_DATE] = SAY_LATER("agreeing a new date"),
        [DEBRIEF_COVERED_UP] = SAY_LATER("covering up"),
        [DEBRIEF_APOLOGY] = SAY_LATER("an apology"),
        [DEBRIEF_VOW] = SAY_LATER("a vow to change"),
        [DEBRIEF_DENIAL] = SAY_LATER("denying it"),
        [DEBRIEF_CLARIFIED] = SAY_LATER("asking what counts for somebody"),
        [DEBRIEF_LISTENED] = SAY_LATER("listening"),
        [DEBRIEF_ASKED] = SAY_LATER("asking an open question"),
        [DEBRIEF_THEIR_AGENDA] = SAY_LATER("a talk with their agenda"),
        [DEBRIEF_SHARED_AGENDA] = SAY_LATER("a talk with both agendas"),
        [DEBRIEF_MY_AGENDA] = SAY_LATER("a talk with your own agenda"),
        [DEBRIEF_DEFENDED] = SAY_LATER("explaining yourself"),
        [DEBRIEF_STEERED] = SAY_LATER("steering the talk"),
        [DEBRIEF_FIXED] = SAY_LATER("offering a fix"),
    };
    return say(names[kind]);
}
