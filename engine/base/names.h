// Names and their places: finds a string again without walking the list it stands in. The strings are
// borrowed and must outlive the table.
#pragma once

#include <stdint.h>

typedef struct Names {
    const char **list; // by place, in the order in which they were added
    int count, capacity;
    uint32_t *slots; // open addressing; 0 is empty, else place + 1
    uint32_t slot_count;
} Names; // zeroed is empty

void names_deinit(Names *names);

// The place of the first that was added with that name, or -1.
int names_find(const Names *names, const char *name);

// Adds it behind the others, also when it is there already. Its place.
int names_add(Names *names, const char *name);
