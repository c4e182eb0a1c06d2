// What a BridgeCondition means for the ropes: sag by trust, soft links where planks are missing,
// worn and snapped ropes, and the one break of a bridge that is down.
#include "picture/sway.h"

#include "picture/sway_parts.h"

#include <assert.h>
#include <math.h>

static const float plank_stiff = 1.0e-8f;
static const float plank_gone = 2.0e-3f;

PictureStrandPlace picture_sway_strand(const BridgeCondition *condition, int strand)
{
    static const int places[BRIDGE_STRANDS] = { 15, 7, 10, 17, 13, 5, 18, 9 };
    assert(strand >= 0 && strand < BRIDGE_STRANDS);
    PictureStrandPlace place = { .segment = places[strand] };
    uint8_t state = condition->strands[strand];
    place.spliced = state == BRIDGE_STRAND_SPLICED;
    if (state == BRIDGE_STRAND_GONE) {
        bool both = condition->strands[strand ^ 1] == BRIDGE_STRAND_GONE;
        place.wear = both && strand % 2 == 0 ? 0.92f : 0.6f;
    }
    return place;
}

int picture_sway_break(const BridgeCondition *condition)
{
    int middle = PICTURE_SEGMENTS / 2;
    for (int away = 0; away <= 6; away++) {
        int left = BRIDGE_PLANKS / 2 - 1 - away;
        int right = BRIDGE_PLANKS / 2 + away;
        if (condition->planks[left].state == BRIDGE_PLANK_GONE) {
            return left + 1;
        }
        if (condition->planks[right].state == BRIDGE_PLANK_GONE) {
            return right + 1;
        }
    }
    return middle;
}

// Design units: 36 for whole trust, about 55 fresh, 90 when unsafe.
static float sag_for(int32_t trust)
{
    float missing = 1.0f - (float)trust / 1.0e6f;
    missing = missing < 0.0f ? 0.0f : missing > 1.0f ? 1.0f : missing;
    return SWAY_SAG_LEAST + 16.0f * missing + 56.0f * missing * missing;
}

static float distance(PictureVector a, PictureVector b)
{
    float dx = a.x - b.x;
    float dy = a.y - b.y;
    return sqrtf(dx * dx + dy * dy);
}

// How much longer a deck segment is because of the planks beside it.
static float slack(const BridgeCondition *condition, int rope, int segment)
{
    float more = 1.0f;
    for (int plank = segment - 1; plank <= segment; plank++) {
        if (rope >= 2 || plank < 0 || plank >= BRIDGE_PLANKS) {
            continue;
        }
        uint8_t state = condition->planks[plank].state;
        if (state == BRIDGE_PLANK_HANGING && rope == 0) {
            more += 0.012f;
        } else if (state == BRIDGE_PLANK_GONE) {
            more += 0.006f;
        }
    }
    return more;
}

static bool rope_lost(const BridgeCondition *condition, int rope)
{
    return condition->strands[2 * rope] == BRIDGE_STRAND_GONE &&
           condition->strands[2 * rope + 1] == BRIDGE_STRAND_GONE;
}

static void set_segment(PictureSway *sway, int rope, int segment, bool alive, float goal)
{
    PictureLink *link = &sway->links[rope * PICTURE_SEGMENTS + segment];
    if (alive && !link->alive) { // begin where the ends are now, and draw together
        PictureVector a = sway->nodes[link->a].at;
        PictureVector b = sway->nodes[link->b].at;
        link->rest = distance(a, b);
    }
    link->alive = alive;
    link->rest_goal = goal;
}

static void set_ropes(PictureSway *sway, const BridgeCondition *condition)
{
    float sag = sag_for(condition->trust);
    bool down = condition->word == BRIDGE_DOWN;
    int broken_at = picture_sway_break(condition);
    for (int rope = 0; rope < PICTURE_ROPES; rope++) {
        bool lost = rope_lost(condition, rope);
        int place = picture_sway_strand(condition, 2 * rope).segment;
        for (int i = 0; i < PICTURE_SEGMENTS; i++) {
            float goal =
                distance(picture_sway_design(rope, i, sag), picture_sway_design(rope, i + 1, sag));
            goal *= slack(condition, rope, i);
            if (lost && rope < 2 && i >= place - 1 && i <= place + 1) {
                goal *= 1.02f; // a deck rope on its last fibres gives, but only a bridge that is
                               // down falls
            }
            bool alive = down ? i != broken_at : !(lost && rope >= 2 && i == place);
            set_segment(sway, rope, i, alive, goal);
        }
    }
}

static void set_planks(PictureSway *sway, const BridgeCondition *condition)
{
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        bool gone = condition->planks[i].state == BRIDGE_PLANK_GONE;
        sway->links[SWAY_PLANKS + i].compliance = gone ? plank_gone : plank_stiff;
        float lightness = gone ? SWAY_BARE_LIGHTNESS : SWAY_PLANK_LIGHTNESS;
        sway->nodes[0 * PICTURE_STATIONS + i + 1].lightness = lightness;
        sway->nodes[1 * PICTURE_STATIONS + i + 1].lightness = lightness;
        // The front hanger of a plank that is gone in the middle has snapped with it.
        sway->links[SWAY_HANGERS + i].alive = !(gone && i % 3 == 1);
        sway->links[SWAY_HANGERS + BRIDGE_PLANKS + i].alive = !(gone && i % 5 == 2);
    }
}

void picture_sway_condition(PictureSway *sway, const BridgeCondition *condition)
{
    set_ropes(sway, condition);
    set_planks(sway, condition);
}
