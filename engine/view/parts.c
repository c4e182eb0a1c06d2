// What each part of a bridge says; the table stands in engine/bridge/README.md.
#include "view/parts.h"

#include "base/say.h"
#include "story/render.h"

static const int walk[PART_COUNT] = {
    PART_NEAR_POSTS,
    PART_ROPES,
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    10,
    11,
    12,
    13,
    14,
    15,
    16,
    17,
    18,
    19,
    20,
    21,
    22,
    23,
    PART_FAR_POSTS,
    PART_SCAR,
    PART_LANTERN,
};

bool view_part_there(const BridgeCondition *bridge, int part)
{
    switch (part) {
    case PART_SCAR:
        return bridge->scar > 0;
    case PART_LANTERN:
        return bridge->lantern;
    default:
        return part >= 0 && part < PART_COUNT;
    }
}

int view_part_after(const BridgeCondition *bridge, int part, int step)
{
    int at = 0;
    while (at < PART_COUNT && walk[at] != part) {
        at++;
    }
    for (at += step; at >= 0 && at < PART_COUNT; at += step) {
        if (view_part_there(bridge, walk[at])) {
            return walk[at];
        }
    }
    return -1;
}

int view_part_first(const BridgeCondition *bridge, bool last)
{
    int at = last ? PART_COUNT - 1 : 0;
    return view_part_there(bridge, walk[at]) ? walk[at]
                                             : view_part_after(bridge, walk[at], last ? -1 : 1);
}

int view_part_disc(const BridgeCondition *bridge, int part)
{
    if (part < 0 || part >= BRIDGE_PLANKS) {
        return 0;
    }
    const BridgePlank *plank = &bridge->planks[part];
    return plank->mended_by > 0 ? plank->mended_by : plank->disc;
}

bool view_part_is(const BridgeCondition *bridge, int part, int commitment)
{
    if (part < 0 || part >= BRIDGE_PLANKS || commitment < 0) {
        return false;
    }
    const BridgePlank *plank = &bridge->planks[part];
    return (plank->disc > 0 && plank->id == commitment) ||
           (plank->mended_by > 0 && plank->mended_id == commitment);
}

// ---- planks -------------------------------------------------------------------------------------

static const char *moved(Arena *arena, Text *text)
{
    const char *copy = arena_string(arena, text_str(text));
    text_deinit(text);
    return copy;
}

static const char *what_of(const ViewPartOf *of, int commitment, Arena *arena)
{
    Text marked = { .data = NULL };
    Text plain = { .data = NULL };
    render_text(of->scenario, of->play, of->scenario->commitments[commitment].what, &marked);
    render_plain(text_str(&marked), &plain);
    text_deinit(&marked);
    return moved(arena, &plain);
}

static const char *state_of(const ViewPartOf *of, int commitment, Arena *arena)
{
    Text state = { .data = NULL };
    render_state(of->scenario, of->play, commitment, &state);
    return moved(arena, &state);
}

static const char *first_name(const ViewPartOf *of)
{
    const StoryPerson *it = &of->scenario->people[of->person];
    return scenario_text(of->scenario, it->first != 0 ? it->first : it->name);
}

static ViewWord wood_of(uint8_t state)
{
    switch ((BridgePlankState)state) {
    case BRIDGE_PLANK_MARKED:
        return W_WOOD_MARKED;
    case BRIDGE_PLANK_NEW:
        return W_WOOD_NEW;
    case BRIDGE_PLANK_WORN:
    case BRIDGE_PLANK_GREY:
        return W_WOOD_WORN;
    case BRIDGE_PLANK_CRACKED:
        return W_WOOD_CRACKED;
    case BRIDGE_PLANK_HANGING:
        return W_WOOD_HANGING;
    case BRIDGE_PLANK_GONE:
        return W_WOOD_GONE;
    case BRIDGE_PLANK_SOUND:
        break;
    }
    return W_WOOD_SOUND;
}

static ViewPartLine promise_line(const ViewPartOf *of, int number, int commitment, bool theirs,
                                 Arena *arena)
{
    const char *disc = word_number(arena, number);
    const char *what = what_of(of, commitment, arena);
    return (ViewPartLine){
        .name = theirs ? word_fill3(arena, W_PART_PLANK_THEIRS, disc, what, first_name(of))
                       : word_fill2(arena, W_PART_PLANK, disc, what),
        .state = state_of(of, commitment, arena),
        .wood = "",
        .commitment = commitment,
    };
}

static bool is_open_deception(const BridgeCondition *bridge, int plank)
{
    return plank >= 0 && plank < BRIDGE_PLANKS && bridge->planks[plank].disc > 0 &&
           bridge->planks[plank].fate == BRIDGE_FOUND_OUT && bridge->planks[plank].mended_by == 0;
}

static ViewPartLine faith_line(const BridgeCondition *bridge, int plank)
{
    ViewPartLine line = { .name = word(W_PART_FAITH), .state = "", .commitment = -1 };
    switch ((BridgePlankState)bridge->planks[plank].state) {
    case BRIDGE_PLANK_GREY:
    case BRIDGE_PLANK_WORN:
        line.wood = word(W_FAITH_GREY);
        return line;
    case BRIDGE_PLANK_CRACKED:
    case BRIDGE_PLANK_HANGING:
        line.wood = word(W_FAITH_CRACKED);
        return line;
    case BRIDGE_PLANK_GONE:
        if (is_open_deception(bridge, plank - 1) || is_open_deception(bridge, plank + 1)) {
            return (ViewPartLine){ word(W_PART_TORN), "", word(W_TORN_SAYS), -1 };
        }
        line.wood = word(W_FAITH_GONE);
        return line;
    case BRIDGE_PLANK_SOUND:
    case BRIDGE_PLANK_MARKED:
    case BRIDGE_PLANK_NEW:
        break;
    }
    line.wood = word(W_FAITH_SOUND);
    return line;
}

static int plank_lines(const ViewPartOf *of, int part, Arena *arena, ViewPartLine out[2])
{
    const BridgePlank *plank = &of->bridge->planks[part];
    int commitments = of->scenario->commitment_count;
    int count = 0;
    if (plank->mended_by > 0 && plank->mended_id >= 0 && plank->mended_id < commitments) {
        out[count++] = promise_line(of, plank->mended_by, plank->mended_id, plank->theirs, arena);
    }
    if (plank->disc > 0 && plank->id >= 0 && plank->id < commitments) {
        out[count++] = promise_line(of, plank->disc, plank->id, plank->theirs, arena);
    }
    if (count == 0) {
        out[count++] = faith_line(of->bridge, part);
    } else {
        out[count - 1].wood = word(wood_of(plank->state));
    }
    return count;
}

// ---- the other parts ----------------------------------------------------------------------------

static const char *ropes_say(const ViewPartOf *of, Arena *arena)
{
    int gone = 0;
    int spliced = 0;
    for (int i = 0; i < BRIDGE_STRANDS; i++) {
        gone += of->bridge->strands[i] == BRIDGE_STRAND_GONE;
        spliced += of->bridge->strands[i] == BRIDGE_STRAND_SPLICED;
    }
    const char *said = gone == 0   ? word(W_ROPES_WHOLE)
                       : gone == 1 ? word(W_ROPES_ONE_GONE)
                                   : word_fill1(arena, W_ROPES_GONE, word_number(arena, gone));
    if (spliced > 0) {
        said = word_fill2(arena, W_TWO_SENTENCES, said,
                          word_fill1(arena, W_ROPES_SPLICED, word_number(arena, spliced)));
    }
    const char *name = say(bridge_word_name((BridgeWord)of->bridge->word));
    return word_fill2(arena, W_TWO_SENTENCES, said, word_fill1(arena, W_ROPES_SAG, name));
}

static const char *posts_say(const BridgeCondition *bridge)
{
    static const ViewWord said[] = { [RENDER_POSTS_LEAN] = W_POSTS_LEAN,
                                     [RENDER_POSTS_STRAIGHT] = W_POSTS_STAND,
                                     [RENDER_POSTS_DEEP] = W_POSTS_DEEP };
    return word(said[render_posts(bridge)]);
}

int view_part_lines(const ViewPartOf *of, int part, Arena *arena, ViewPartLine out[2])
{
    if (part >= 0 && part < BRIDGE_PLANKS) {
        return plank_lines(of, part, arena, out);
    }
    out[0] = (ViewPartLine){ .name = "", .state = "", .wood = "", .commitment = -1 };
    switch ((ViewPart)part) {
    case PART_ROPES:
        out[0].name = word(W_PART_ROPES);
        out[0].wood = ropes_say(of, arena);
        break;
    case PART_NEAR_POSTS:
        out[0].name = word(W_PART_NEAR_POSTS);
        out[0].wood = posts_say(of->bridge);
        break;
    case PART_FAR_POSTS:
        out[0].name = word_fill1(arena, W_PART_FAR_POSTS, first_name(of));
        out[0].wood = posts_say(of->bridge);
        break;
    case PART_SCAR:
        out[0].name = word(W_PART_SCAR);
        out[0].wood = word(W_SCAR_SAYS);
        break;
    case PART_LANTERN:
        out[0].name = word(W_PART_LANTERN);
        out[0].wood = word_fill1(arena, W_LANTERN_SAYS, first_name(of));
        break;
    case PART_COUNT:
        break;
    }
    return 1;
}
