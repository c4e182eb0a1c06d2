// Private to engine/story: which fields of a playthrough a save holds, by name.
#pragma once

#include "story/playthrough.h"

typedef struct SaveField {
    const char *name;
    uint16_t offset;
    uint8_t size; // bytes: 1, 2 or 4
    bool is_signed;
} SaveField;

enum { SAVE_HEAD_COUNT = 17, SAVE_COMMITMENT_COUNT = 7, SAVE_PERSON_COUNT = 23 };

extern const SaveField save_head[SAVE_HEAD_COUNT];
extern const SaveField save_commitment[SAVE_COMMITMENT_COUNT];
extern const SaveField save_person[SAVE_PERSON_COUNT];
