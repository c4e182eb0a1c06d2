// Words for ways that were taken: what was chosen, which bridge it changed, how long it took.
#include "web/passage.h"

#include "base/say.h"
#include "story/render.h"

static const char *keep(Arena *arena, Text *text)
{
    const char *kept = arena_string(arena, text_str(text));
    text_deinit(text);
    return kept;
}

const char *passage_took(Arena *arena, const StoryHistory *history, int n)
{
    Text marked = { 0 }, plain = { 0 };
    render_offer(history->scenario, history_state(history, n), &history->taken[n], &marked);
    render_plain(text_str(&marked), &plain);
    text_deinit(&marked);
    return keep(arena, &plain);
}

const char *passage_turned(Arena *arena, const StoryHistory *history, int n)
{
    const Scenario *scenario = history->scenario;
    Text out = { 0 };
    for (int p = 0; p < scenario->person_count; p++) {
        BridgeCondition before, after;
        story_bridge(scenario, history_state(history, n), p, &before);
        story_bridge(scenario, history_state(history, n + 1), p, &after);
        if (before.word != after.word) {
            text_addf(&out, "%s", out.length > 0 ? say_semicolon() : "");
            text_addf(&out, say("%s: %s"), scenario_text(scenario, scenario->people[p].first),
                      passage_bridge(arena, &after, false));
        }
    }
    return keep(arena, &out);
}

const char *passage_hours(Arena *arena, int minutes)
{
    Text hours = { 0 }, rest = { 0 }, out = { 0 };
    say_number(minutes / 60, &hours);
    say_number(minutes % 60, &rest);
    const char *const both[] = { text_str(&hours), text_str(&rest) };
    const char *const last[] = { text_str(&rest) };
    if (minutes < 60) {
        say_fill(say("{1} min"), last, 1, &out);
    } else {
        say_fill(minutes % 60 == 0 ? say("{1} h") : say("{1} h {2} min"), both, 2, &out);
    }
    text_deinit(&hours);
    text_deinit(&rest);
    return keep(arena, &out);
}

const char *passage_minute(Arena *arena, const Scenario *scenario, int32_t minute)
{
    Text out = { 0 };
    render_clock(scenario, minute, &out);
    return keep(arena, &out);
}

const char *passage_ending(const StoryHistory *history)
{
    int ended = history->now->ended;
    return ended > 0 ? scenario_text(history->scenario, history->scenario->endings[ended - 1].title)
                     : "";
}
