// Measured on settled scenes: whole bridges are parabolas, fallen ones hang along the walls.
// tests/picture/test_place.c holds these figures against the settled scene.
#include "picture/place.h"

#include "picture/sway_parts.h"

#include <assert.h>

static const float plank_width = 33.0f; // less than from one to the next
static const float plank_high = 47.0f;
static const float disc_reach = 22.0f; // from the plank's lower edge down to the first disc's ...
static const float next_disc = 21.0f;  // ... and from that to the second's

// 0 for a fresh bridge, 1 for one that is about to go.
static float weariness(const BridgeCondition *condition)
{
    float k = (660000.0f - (float)condition->trust) / 480000.0f;
    return k < -0.5f ? -0.5f : k > 1.1f ? 1.1f : k;
}

static float share_of_sag(int station)
{
    float t = (float)station / (float)(PICTURE_STATIONS - 1);
    return 4.0f * t * (1.0f - t);
}

static float sag_of(const BridgeCondition *condition)
{
    return 55.6f + 28.4f * weariness(condition);
}

static RasterPoint plank_centre(const BridgeCondition *condition, int plank)
{
    int from_far = BRIDGE_PLANKS - 1 - plank;
    if (condition->word == BRIDGE_DOWN) {
        if (plank < picture_sway_break(condition)) {
            return (RasterPoint){ 232.0f + 8.5f * (float)plank, 327.0f + 32.6f * (float)plank };
        }
        return (RasterPoint){ 1048.0f - 8.5f * (float)from_far, 327.0f + 32.6f * (float)from_far };
    }
    float edge = 292.5f + 3.5f * weariness(condition);
    return (RasterPoint){ 257.0f + 33.33f * (float)plank,
                          edge + sag_of(condition) * share_of_sag(plank + 1) };
}

PictureBox picture_place_plank(const BridgeCondition *condition, int plank)
{
    assert(plank >= 0 && plank < BRIDGE_PLANKS);
    RasterPoint at = plank_centre(condition, plank);
    const BridgePlank *it = &condition->planks[plank];
    if (condition->word == BRIDGE_DOWN) { // one hangs below the other
        return (PictureBox){ at.x - 25.0f, at.y - 15.0f, 50.0f, 30.0f };
    }
    float below = it->disc != 0 || it->mended_by != 0 ? disc_reach : 0.0f;
    below += it->disc != 0 && it->mended_by != 0 ? next_disc : 0.0f;
    return (PictureBox){ at.x - plank_width * 0.5f, at.y - plank_high * 0.5f, plank_width,
                         plank_high + below };
}

PictureBox picture_place_rail(const BridgeCondition *condition, int piece)
{
    assert(piece >= 0 && piece < PICTURE_PLACE_RAILS);
    if (condition->word == BRIDGE_DOWN) { // the ends that are left at the posts
        bool far = piece >= PICTURE_PLACE_RAILS / 2;
        return (PictureBox){ far ? 1030.0f : 226.0f, 262.0f, 24.0f, 30.0f };
    }
    const float from = 250.0f;
    float wide = (1030.0f - from) / (float)PICTURE_PLACE_RAILS;
    float x = from + wide * (float)piece;
    float t = (x + wide * 0.5f - SWAY_LEFT) / (SWAY_RIGHT - SWAY_LEFT);
    float y = SWAY_DECK_Y - SWAY_POST +
              (sag_of(condition) + SWAY_POST - SWAY_RAIL_MIDDLE) * 4.0f * t * (1.0f - t);
    return (PictureBox){ x, y - 9.0f, wide, 18.0f };
}

PictureBox picture_place_post(bool far)
{
    return (PictureBox){ far ? 1056.0f : 204.0f, 186.0f, 20.0f, far ? 62.0f : 104.0f };
}

PictureBox picture_place_scar(void)
{
    return (PictureBox){ 1056.0f, 252.0f, 20.0f, 40.0f };
}

PictureBox picture_place_lantern(void)
{
    return (PictureBox){ 1078.0f, 222.0f, 26.0f, 38.0f };
}
