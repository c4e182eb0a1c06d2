// What lies behind the near bridge while all bridges are shown: the vista in the size of the
// window, painted in slices, and the way of a bridge from its bay to the front. Knows one frame at
// a time.
#pragma once

#include "picture/vista.h"
#include "view/frame.h"

#include <stdbool.h>

enum { PANORAMA_STEPS = 24 }; // of 1/60 s, from the bay to the front

typedef struct Panorama { // all zero at the start
    PictureVista vista;
    bool begun;
    int width, height;
    float near_deck, far_deck;
    uint8_t weather;
    bool high_contrast;
    bool shown; // by the last frame
    int people[PICTURE_BAYS];
    int approach; // steps until the chosen bridge stands in front
    PictureView from;
} Panorama;

void panorama_deinit(Panorama *panorama);

// Brings it to what the frame says; a frame without bays only leaves it. `at_once`: nothing comes
// flying. Returns whether everything may look different.
bool panorama_update(Panorama *panorama, const Frame *frame, const FrameCommand *scene, int width,
                     int height, bool at_once);

// In which the near bridge is drawn over vista.shown.
PictureView panorama_view(const Panorama *panorama);

bool panorama_busy(const Panorama *panorama);
bool panorama_work(Panorama *panorama, int milliseconds); // whether it looks different
void panorama_finish(Panorama *panorama);
bool panorama_advance(Panorama *panorama, int steps); // whether a bridge is still on its way
