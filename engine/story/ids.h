// What may be an id: of a scenario, and of every person, promise, scene and option in it. One rule, for
// those who compile a story, make a new one, or take one from a package. Knows no scenario.
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum { STORY_ID_MAX = 47 }; // bytes

// Whether the n bytes at s are one: small letters, digits, _ and -, a letter first.
bool story_is_id(const char *s, size_t n);
