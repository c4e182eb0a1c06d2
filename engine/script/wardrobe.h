// How a person looks, in an author's words.
#pragma once

#include "script/fields.h"

// Reads the field `look` where it is given. What is not given stays 0 in *look.
void wardrobe_read(const Fields *person, StoryLook *look);
