// The vista is begun anew for another size, light or contrast only; another chosen bridge paints
// the bays that differ.
#include "sdl/panorama.h"

#include "sdl/light.h"

#include <SDL.h>
#include <string.h>

enum { ROWS_AT_ONCE = 8 };

void panorama_deinit(Panorama *panorama)
{
    picture_vista_deinit(&panorama->vista);
    *panorama = (Panorama){ 0 };
}

static bool same(float a, float b)
{
    float d = a - b;
    return d < 0.01f && d > -0.01f;
}

static bool begin(Panorama *panorama, const Frame *frame, const FrameCommand *scene, int width,
                  int height)
{
    float near_deck = (float)scene->value;
    if (panorama->begun && panorama->width == width && panorama->height == height &&
        same(panorama->near_deck, near_deck) && same(panorama->far_deck, scene->size) &&
        panorama->weather == frame->weather && panorama->high_contrast == frame->high_contrast) {
        return false;
    }
    PicturePalette palette = light_palette(frame->weather, frame->high_contrast);
    picture_vista_begin(&panorama->vista, width, height, scene->size, near_deck, &palette);
    panorama->begun = true;
    panorama->width = width;
    panorama->height = height;
    panorama->near_deck = near_deck;
    panorama->far_deck = scene->size;
    panorama->weather = frame->weather;
    panorama->high_contrast = frame->high_contrast;
    panorama->approach = 0;
    return true;
}

// Where the bridge that is near now was before, if it was far.
static void start_approach(Panorama *panorama, int person, int count)
{
    for (int i = 0; i < count; i++) {
        if (panorama->people[i] == person) {
            panorama->from = panorama->vista.far[i];
            panorama->approach = PANORAMA_STEPS;
        }
    }
}

static PictureBay bay_of(const Frame *frame, int i)
{
    const FrameBay *from = &frame->bays[i];
    PictureBay bay;
    memset(&bay, 0, sizeof bay); // compared by its bytes
    bay.condition = from->bridge;
    bay.gate_shut = from->gate_shut;
    if (from->person >= 0 && from->person < frame->look_count) {
        bay.look = frame->looks[from->person];
    }
    return bay;
}

bool panorama_update(Panorama *panorama, const Frame *frame, const FrameCommand *scene, int width,
                     int height, bool at_once)
{
    if (!scene->flag) {
        panorama->shown = false;
        panorama->approach = 0;
        return false;
    }
    int before = panorama->shown ? panorama->vista.count : 0;
    bool other = begin(panorama, frame, scene, width, height) || !panorama->shown;
    int count = frame->bay_count < PICTURE_BAYS ? frame->bay_count : PICTURE_BAYS;
    if (!other && !at_once) {
        start_approach(panorama, frame->bridge_person, before);
    }
    PictureBay bays[PICTURE_BAYS];
    for (int i = 0; i < count; i++) {
        bays[i] = bay_of(frame, i);
    }
    picture_vista_bays(&panorama->vista, bays, count, frame->gate_shut);
    for (int i = 0; i < PICTURE_BAYS; i++) {
        panorama->people[i] = i < count ? frame->bays[i].person : -1;
    }
    panorama->shown = true;
    return other || panorama->approach > 0 || panorama_busy(panorama);
}

static float eased(float t)
{
    return t * t * (3.0f - 2.0f * t);
}

PictureView panorama_view(const Panorama *panorama)
{
    PictureView near = panorama->vista.near;
    PictureView from = panorama->from;
    if (panorama->approach == 0) {
        return near;
    }
    float t = eased(1.0f - (float)panorama->approach / (float)PANORAMA_STEPS);
    return (PictureView){ from.scale + (near.scale - from.scale) * t,
                          from.offset_x + (near.offset_x - from.offset_x) * t,
                          from.offset_y + (near.offset_y - from.offset_y) * t };
}

bool panorama_busy(const Panorama *panorama)
{
    return panorama->shown && !picture_vista_done(&panorama->vista);
}

bool panorama_work(Panorama *panorama, int milliseconds)
{
    Uint64 begin_at = SDL_GetPerformanceCounter();
    Uint64 budget = SDL_GetPerformanceFrequency() / 1000u * (Uint64)milliseconds;
    bool painted = panorama->vista.next_row >= panorama->height;
    while (panorama_busy(panorama) && !picture_vista_step(&panorama->vista, ROWS_AT_ONCE) &&
           SDL_GetPerformanceCounter() - begin_at < budget) {
    }
    return painted || panorama->vista.next_row >= panorama->height;
}

void panorama_finish(Panorama *panorama)
{
    while (panorama_busy(panorama)) {
        picture_vista_step(&panorama->vista, panorama->height);
    }
    panorama->approach = 0;
}

bool panorama_advance(Panorama *panorama, int steps)
{
    bool moves = panorama->approach > 0;
    panorama->approach = panorama->approach > steps ? panorama->approach - steps : 0;
    return moves;
}
