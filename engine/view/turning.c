// Words for what might have been.
#include "view/turning.h"

#include "base/say.h"
#include "story/render.h"

const char *view_percent(Arena *arena, double chance)
{
    int percent = (int)(chance * 100 + .5);
    if (percent == 0) {
        return word(W_PERCENT_LEAST);
    }
    return percent == 100 ? word(W_PERCENT_MOST)
                          : word_fill1(arena, W_PERCENT, word_number(arena, percent));
}

const char *view_turning_goal(Arena *arena, const Scenario *scenario, int person, BridgeWord word)
{
    static const ViewWord GOALS[] = { W_GOAL_UNSAFE, W_GOAL_UNSAFE, W_GOAL_STRAINED, W_GOAL_WORN,
                                      W_GOAL_SOUND };
    return word_fill1(arena, GOALS[word], scenario_text(scenario, scenario->people[person].first));
}

const char *view_turning_title(TurningKind kind)
{
    return word(kind == TURNING_COST ? W_TURNING : W_SAVING);
}

const char *view_turning(Arena *arena, const StoryHistory *history, const WhatIf *whatif,
                         const WhatIfTurn *turn, TurningKind kind)
{
    const WhatIfDecision *decision = &whatif->decisions[turn->decision];
    const WhatIfOption *other = &decision->options[kind == TURNING_COST ? turn->best : turn->worst];
    Text clock = { 0 };
    render_clock(history->scenario, history_state(history, turn->decision)->clock_minute, &clock);
    const char *const fills[] = {
        arena_string(arena, text_str(&clock)),
        view_turning_goal(arena, history->scenario, turn->person, turn->word),
        view_percent(arena,
                     whatif_chance(&decision->options[decision->taken], turn->person, turn->word)),
        view_percent(arena, whatif_chance(other, turn->person, turn->word)),
    };
    text_deinit(&clock);
    return word_fill(arena, kind == TURNING_COST ? W_TURNING_COST : W_TURNING_SAVED, fills, 4);
}

const char *view_turning_how(Arena *arena, const WhatIf *whatif)
{
    Text plays = { 0 };
    say_number(whatif->plays, &plays);
    const char *how = word_fill1(arena, W_TURNING_HOW, text_str(&plays));
    text_deinit(&plays);
    return how;
}

const char *view_offer_plain(Arena *arena, const StoryHistory *history, int decision,
                             const StoryOffer *offer)
{
    Text marked = { 0 }, plain = { 0 };
    render_offer(history->scenario, history_state(history, decision), offer, &marked);
    render_plain(text_str(&marked), &plain);
    const char *copy = arena_string(arena, text_str(&plain));
    text_deinit(&marked);
    text_deinit(&plain);
    return copy;
}

static bool among(const int *list, int count, int value)
{
    for (int i = 0; i < count; i++) {
        if (list[i] == value) {
            return true;
        }
    }
    return false;
}

int view_turning_options(const WhatIfDecision *decision, int person, BridgeWord word, int most,
                         int *out)
{
    int order[STORY_OFFERS_MAX];
    int count = decision->option_count;
    for (int o = 0; o < count; o++) { // by chance, the best first
        int at = o;
        double chance = whatif_chance(&decision->options[o], person, word);
        while (at > 0 && whatif_chance(&decision->options[order[at - 1]], person, word) < chance) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = o;
    }
    int keep[3] = { order[0], decision->taken, order[count - 1] };
    int n = 0;
    for (int i = 0; i < count && n < most; i++) {
        int needed = 0; // of those to keep that are still to come
        for (int k = 0; k < 3; k++) {
            bool twice = among(keep, k, keep[k]);
            needed += !twice && keep[k] != order[i] && !among(out, n, keep[k]);
        }
        if (among(keep, 3, order[i]) || n + needed < most) {
            out[n++] = order[i];
        }
    }
    return n;
}
