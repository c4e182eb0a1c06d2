// Conditions and surfaces that several picture tests draw.
#pragma once

#include "base/arena.h"
#include "bridge/bridge.h"
#include "picture/raster.h"

static inline RasterSurface sample_surface(int width, int height)
{
    uint32_t *pixels = mem_alloc((size_t)width * (size_t)height * sizeof *pixels);
    return (RasterSurface){ width, height, pixels, width };
}

static inline void sample_clear(RasterSurface surface, uint32_t colour)
{
    for (int i = 0; i < surface.height * surface.stride; i++) {
        surface.pixels[i] = colour;
    }
}

// A whole bridge without a number on it.
static inline BridgeCondition sample_sound(void)
{
    BridgeCondition c = {
        .word = BRIDGE_SOUND, .trust = 900000, .rapport = 600000, .gauge_halves = 18
    };
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        c.planks[i].id = -1;
        c.planks[i].mended_id = -1;
    }
    return c;
}

// Several gaps, a snapped back rail, every kind of disc.
static inline BridgeCondition sample_strained(void)
{
    BridgeCondition c = sample_sound();
    c.word = BRIDGE_STRAINED;
    c.trust = 350000;
    c.rapport = 300000;
    static const uint8_t states[BRIDGE_PLANKS] = {
        BRIDGE_PLANK_GREY,    BRIDGE_PLANK_SOUND, BRIDGE_PLANK_SOUND,   BRIDGE_PLANK_GREY,
        BRIDGE_PLANK_CRACKED, BRIDGE_PLANK_SOUND, BRIDGE_PLANK_GREY,    BRIDGE_PLANK_HANGING,
        BRIDGE_PLANK_SOUND,   BRIDGE_PLANK_WORN,  BRIDGE_PLANK_SOUND,   BRIDGE_PLANK_GONE,
        BRIDGE_PLANK_GONE,    BRIDGE_PLANK_SOUND, BRIDGE_PLANK_CRACKED, BRIDGE_PLANK_MARKED,
        BRIDGE_PLANK_GREY,    BRIDGE_PLANK_SOUND, BRIDGE_PLANK_NEW,     BRIDGE_PLANK_SOUND,
        BRIDGE_PLANK_GREY,    BRIDGE_PLANK_SOUND, BRIDGE_PLANK_MARKED,  BRIDGE_PLANK_SOUND
    };
    static const struct {
        int plank, number;
        BridgeFate fate;
    } discs[] = { { 2, 1, BRIDGE_KEPT },  { 4, 2, BRIDGE_WARNED }, { 7, 3, BRIDGE_MISSED },
                  { 9, 4, BRIDGE_MOVED }, { 15, 5, BRIDGE_OPEN },  { 18, 6, BRIDGE_MISSED },
                  { 22, 8, BRIDGE_OPEN } };
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        c.planks[i].state = states[i];
    }
    for (size_t i = 0; i < sizeof discs / sizeof discs[0]; i++) {
        c.planks[discs[i].plank].disc = (int8_t)discs[i].number;
        c.planks[discs[i].plank].fate = (uint8_t)discs[i].fate;
    }
    c.planks[18].mended_by = 7;
    c.planks[22].theirs = true;
    c.strands[0] = BRIDGE_STRAND_GONE;
    c.strands[5] = BRIDGE_STRAND_SPLICED;
    c.strands[6] = BRIDGE_STRAND_GONE;
    c.strands[7] = BRIDGE_STRAND_GONE;
    c.scar = 300000;
    return c;
}

static inline BridgeCondition sample_down(void)
{
    BridgeCondition c = sample_strained();
    c.word = BRIDGE_DOWN;
    c.trust = 90000;
    for (int i = 0; i < BRIDGE_STRANDS; i++) {
        c.strands[i] = BRIDGE_STRAND_GONE;
    }
    return c;
}
