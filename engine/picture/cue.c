// A short list of sounds; see cue.h.
#include "picture/cue.h"

void picture_cues_add(PictureCues *cues, PictureSound sound, float strength, float across)
{
    if (cues->count < PICTURE_CUES) {
        cues->cue[cues->count++] =
            (PictureCue){ .sound = (uint8_t)sound, .strength = strength, .across = across };
    }
}

PictureCues picture_cues_take(PictureCues *cues)
{
    PictureCues taken = *cues;
    cues->count = 0;
    return taken;
}
