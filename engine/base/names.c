// A table of places by the hash of their names.
#include "base/names.h"

#include "base/arena.h"
#include "base/hash.h"

#include <string.h>

void names_deinit(Names *names)
{
    mem_free(names->list);
    mem_free(names->slots);
    *names = (Names){ 0 };
}

// The slot of that name, or the empty one where it belongs.
static uint32_t slot_of(const Names *names, const char *name)
{
    uint32_t i = (uint32_t)hash_string(name) & (names->slot_count - 1);
    while (names->slots[i] != 0 && strcmp(names->list[names->slots[i] - 1], name) != 0) {
        i = (i + 1) & (names->slot_count - 1);
    }
    return i;
}

int names_find(const Names *names, const char *name)
{
    return names->slot_count == 0 ? -1 : (int)names->slots[slot_of(names, name)] - 1;
}

static void enter(Names *names, int place)
{
    uint32_t slot = slot_of(names, names->list[place]);
    if (names->slots[slot] == 0) {
        names->slots[slot] = (uint32_t)place + 1;
    }
}

static void grow(Names *names)
{
    names->capacity = names->capacity == 0 ? 32 : names->capacity * 2;
    names->list = mem_grow(names->list, (size_t)names->capacity * sizeof *names->list);
    mem_free(names->slots);
    names->slot_count = 2 * (uint32_t)names->capacity;
    names->slots = mem_alloc(names->slot_count * sizeof *names->slots);
    for (int i = 0; i < names->count; i++) {
        enter(names, i);
    }
}

int names_add(Names *names, const char *name)
{
    if (names->count == names->capacity) {
        grow(names);
    }
    names->list[names->count] = name;
    enter(names, names->count);
    return names->count++;
}
