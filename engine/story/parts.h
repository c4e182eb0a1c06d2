// Private to engine/story: the parts a scenario is being built from. builder.c fills them,
// compile.c makes the Scenario.
#pragma once

#include "base/names.h"
#include "base/text.h"
#include "story/builder.h"

typedef struct Part { // a growing array of equal things
    void *data;
    int count, capacity;
    size_t size;
} Part;

typedef struct PartName { // an op that waits for a name
    int op;
    const char *name;
    StoryPosition position;
} PartName;

struct Builder {
    Scenario *sc; // lies in its own arena
    Part people, standards, facts, commitments, flags, numbers, scenes, options, endings, whenevers;
    Part desks, talks, needs, chances, odds, notes, always, conds, ops, positions, files, renames;
    StoryPosition flag_places[STORY_FLAGS_MAX], number_places[STORY_NUMBERS_MAX];
    Names takes; // options that conditions ask about, by whole id
    Part gos, ending_gos;
    Text strings;
    size_t own_strings; // bytes of them that the author wrote; the interface's stand behind
    uint32_t *text_table; // open addressing: offset + 0, 0 is free
    uint32_t text_count, text_capacity;
    int scene;                // the one that is open, or -1
    int draws, outside_draws; // draws in it so far; and outside of scenes
    Err err;                  // the first failure
    bool failed;
};

int part_add(Part *part, const void *item);
int part_reserve(Part *part, int count); // zeroed; index of the first
void *part_at(const Part *part, int index);

bool builder_fail(Builder *builder, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool builder_fail_at(Builder *builder, StoryPosition position, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

// compile.c: what is worked out once everything is there
bool compile_scenario(Builder *builder);

// compile_fast.c: what is worked out from the finished tables, for speed
void compile_layout(Scenario *scenario);
void compile_fast(Scenario *scenario, StoryOp *ops); // the scenario's own, still to be written to

// plain.c: the one-on-one a desk offers where the author wrote none, and the interface's sentences
void plain_fill(Builder *builder);
