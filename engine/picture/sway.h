// How the bridge swings: four ropes of nodes in three dimensions, solved by position based dynamics
// with small steps (XPBD; Macklin and others 2016, 2019). It only pleases: floats, a fixed step of
// 1/60 s, never saved, never asked by the story. The same calls give the same bits on every
// machine.
#pragma once

#include "bridge/bridge.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    PICTURE_ROPES = 4,                       // 0 deck front, 1 deck back, 2 rail front, 3 rail back
    PICTURE_STATIONS = BRIDGE_PLANKS + 2,    // the first and the last are the posts
    PICTURE_SEGMENTS = PICTURE_STATIONS - 1, // of one rope
    PICTURE_NODES = PICTURE_ROPES * PICTURE_STATIONS,
    PICTURE_DEPTH = 110, // from the front ropes to the back ropes
    PICTURE_LINKS = PICTURE_ROPES * PICTURE_SEGMENTS + 4 * BRIDGE_PLANKS,
};

typedef struct PictureVector {
    float x, y, z; // design units: right, down, away from the viewer
} PictureVector;

typedef struct PictureNode {
    PictureVector at, before, speed; // speed in units per second
    float lightness;                 // 1 / mass; 0: fixed
    float load;                      // extra force downwards
} PictureNode;

typedef struct PictureLink {
    int16_t a, b;
    bool alive;
    bool one_sided;  // a rope: it pulls, it does not push
    float rest;      // present length without load
    float rest_goal; // what `rest` moves to
    float compliance;
    float tension; // smoothed; for creaking and colour
} PictureLink;

// Something hits a canyon wall.
typedef struct PictureBlow {
    float speed; // units per second against the wall; 0: nothing hits it
    float x, y;
} PictureBlow;

typedef struct PictureSway {
    PictureNode nodes[PICTURE_NODES]; // rope * PICTURE_STATIONS + station
    PictureLink links[PICTURE_LINKS]; // see sway.c for the order
    float wind;                       // 0..1, set by the caller before a step
    float damping;                    // per second
    uint32_t tick;                    // steps so far; the wind follows it
    PictureBlow blow[2];              // the hardest hit on the left and right wall in the last step
} PictureSway;

// A sound bridge at the sag of this trust, at rest but not settled.
void picture_sway_init(PictureSway *sway);

// What the condition does to ropes and planks: missing planks, snapped ropes, sag. Lengths move to
// their new values within a second; what is snapped snaps at once. When the word is down all four
// ropes break at the same station, so that no plank ties the halves together.
void picture_sway_condition(PictureSway *sway, const BridgeCondition *condition);

// Holds a rope together (or lets it part) at one segment until the next picture_sway_condition: the
// ropes of a bridge that falls part one after another.
void picture_sway_hold(PictureSway *sway, int rope, int segment, bool whole);

// A jolt: adds to the speed of a rope's node. The posts do not move.
void picture_sway_kick(PictureSway *sway, int rope, int station, PictureVector speed);

// Somebody of `mass` plank masses at design x (adds to what is there), or nobody any more.
void picture_sway_load(PictureSway *sway, float x, float mass);
void picture_sway_unload(PictureSway *sway);

void picture_sway_step(PictureSway *sway); // 1/60 s

// Lets the bridge come to rest without wind, lengths at their goals, quickly and with strong
// damping.
void picture_sway_settle(PictureSway *sway);

// Every node is where numbers are finite and within reach. If not, somebody fed it nonsense: put
// the bridge back with picture_sway_init, _condition and _settle.
bool picture_sway_sane(const PictureSway *sway);

float picture_sway_speed(const PictureSway *sway); // of the fastest node, units per second
uint64_t picture_sway_hash(const PictureSway *sway);

// The rope segment (0..24) at which a bridge that is down has broken.
int picture_sway_break(const BridgeCondition *condition);

// The tension of the most strained rope segment, and where it is (design x).
float picture_sway_pull(const PictureSway *sway, float *x);

// Links by what they are; hanger and plank 0..23 belong to station + 1, side 0 front, 1 back.
const PictureLink *picture_sway_segment(const PictureSway *sway, int rope, int segment);
const PictureLink *picture_sway_hanger(const PictureSway *sway, int side, int plank);
bool picture_sway_rope_whole(const PictureSway *sway, int rope, int segment);

// Node of a rope at a station, in space (z 0 front .. PICTURE_DEPTH back).
PictureVector picture_sway_at(const PictureSway *sway, int rope, int station);

// How one strand of a rope stands where it may break: at `segment` the rope is worn (0 whole .. 1
// about to go) or spliced. Two strands per rope, each with a place of its own.
typedef struct PictureStrandPlace {
    int segment;
    float wear;
    bool spliced;
} PictureStrandPlace;
PictureStrandPlace picture_sway_strand(const BridgeCondition *condition, int strand);
