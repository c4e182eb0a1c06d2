// Whether a screen reader is there: asked of the accessibility bus's launcher by libdbus, which SDL has loaded
// already where there is one. Takes its time: for a thread.
#pragma once

#include <stdbool.h>

bool listener_is_there(void);
