// How this program's memory is asked of the system. Where a system does not know how, nothing happens.
#pragma once

#include <stdbool.h>

// Large blocks stand for themselves; large pages for what is looked at here and there (mem_alloc_scattered).
void memory_begin(void);

// While several threads work, what they give back stays here for what is asked for next.
void memory_keep(bool keep);
