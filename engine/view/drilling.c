// The end of a drill in words, and as the answers of the play screen: what it did, and Again.
#include "view/drilling.h"

#include "story/render.h"
#include "view/turning.h"
#include "view/view_state.h"

// Less than this is not worth a word (millionths).
enum { FELT = 4000 };

static const char *name_of(const Drill *drill, int person)
{
    const Scenario *scenario = drill->history.scenario;
    return scenario_text(scenario, scenario->people[person].first);
}

static const char *state_of(Arena *arena, BridgeWord which)
{
    const BridgeCondition bridge = { .word = (uint8_t)which };
    return word_bridge(arena, &bridge, false);
}

static const char *bridge_sentence(Arena *arena, const Drill *drill, const DrillResult *result)
{
    const char *name = name_of(drill, result->person);
    const char *after = state_of(arena, result->after);
    if (result->before != result->after) {
        return word_fill3(arena, W_DRILL_WORD, name, state_of(arena, result->before), after);
    }
    ViewWord said = result->trust_change >= FELT      ? W_DRILL_MORE
                    : result->trust_change <= -FELT   ? W_DRILL_LESS
                    : result->rapport_change >= FELT  ? W_DRILL_WARMER
                    : result->rapport_change <= -FELT ? W_DRILL_COLDER
                                                      : W_DRILL_SAME;
    return word_fill2(arena, said, name, after);
}

static const char *title_of(Arena *arena, const Drill *drill, int commitment)
{
    const StoryHistory *h = &drill->history;
    const StoryCommitment *it = &h->scenario->commitments[commitment];
    Text marked = { 0 }, plain = { 0 };
    render_text(h->scenario, h->now, it->title != 0 ? it->title : it->what, &marked);
    render_plain(text_str(&marked), &plain);
    const char *copy = arena_string(arena, text_str(&plain));
    text_deinit(&marked);
    text_deinit(&plain);
    return copy;
}

// What happened in it that one would tell somebody; NULL: nothing.
static const char *deed_sentence(Arena *arena, const Drill *drill, const DrillResult *result)
{
    const Scenario *scenario = drill->history.scenario;
    const char *name = name_of(drill, result->person);
    if (result->settled >= 0) {
        return word_fill2(arena, W_SETTLED, title_of(arena, drill, result->settled),
                          word(word_became(&scenario->commitments[result->settled],
                                           result->settled_state)));
    }
    if (result->learned == 1) {
        return word_fill1(arena, W_DRILL_LEARNED_ONE, name);
    }
    if (result->learned > 1) {
        return word_fill2(arena, W_DRILL_LEARNED, name, word_number(arena, result->learned));
    }
    if (result->promised >= 0) {
        return word_fill1(arena, W_DRILL_PROMISED, title_of(arena, drill, result->promised));
    }
    if (result->talk && result->listened + result->asked == 0) {
        return word_fill1(arena, W_DRILL_UNHEARD, name);
    }
    return NULL;
}

static const char *next_sentence(Arena *arena, const Drill *drill, const DrillResult *result)
{
    const DrillNext *next = &result->next;
    if (next->kind == DRILL_NEXT_NONE) {
        bool one = drill->history.count == drill->from + 1;
        return word(one ? W_DRILL_ALL_ANSWERS : W_DRILL_ALL);
    }
    const char *name = name_of(drill, result->person);
    const char *offer = view_offer_plain(arena, &drill->history, next->choice, &next->offer);
    return next->kind == DRILL_NEXT_ANSWER ? word_fill2(arena, W_DRILL_ANSWER, name, offer)
           : next->kind == DRILL_NEXT_HEAR ? word_fill2(arena, W_DRILL_HEAR, name, offer)
                                           : word_fill1(arena, W_DRILL_UNTRIED, offer);
}

int view_drill_sentences(Arena *arena, const Drill *drill, const char *out[DRILL_SENTENCES])
{
    DrillResult result;
    int count = 0;
    drill_result(drill, &result);
    if (result.person < 0) {
        return 0;
    }
    out[count++] = bridge_sentence(arena, drill, &result);
    const char *deed = deed_sentence(arena, drill, &result);
    if (deed != NULL) {
        out[count++] = deed;
    }
    out[count++] = next_sentence(arena, drill, &result);
    return count;
}

// ---- on the play screen -------------------------------------------------------------------------

void view_drill(View *view, const Drill *drill, bool inside)
{
    view_play(view, &drill->history);
    view->drill = drill;
    view->drill_inside = inside;
    view_chosen(view);
}

bool view_drill_over(const View *view)
{
    return view->drill != NULL && drill_is_over(view->drill);
}

void view_drill_flow(View *view, Flow *flow)
{
    const char *said[DRILL_SENTENCES];
    const Theme *theme = flow->pen->theme;
    int count = view_drill_sentences(&flow->pen->frame->arena, view->drill, said);
    flow_label(flow, word(W_DRILL_DID), 0);
    for (int i = 0; i < count; i++) {
        flow_text(flow, i + 1 < count ? STYLE_CLAIM : STYLE_NAME, theme->ink, said[i],
                  i == 0 ? 2 : 8);
    }
    PenButton ways[2] = {
        { .label = word(W_DRILL_AGAIN),
          .key = word(W_KEY_ENTER),
          .id = "again",
          .first = true,
          .action = ACTION_DRILL_AGAIN },
        { .label = word(view->drill_inside ? W_DRILL_LEAVE : W_TOOL_LIBRARY),
          .key = word(W_KEY_ESCAPE),
          .id = "leave",
          .action = ACTION_LIBRARY },
    };
    flow_buttons(flow, ways, 2, 12);
}
