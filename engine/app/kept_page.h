// Pages that somebody keeps: which file one goes into. Knows nothing of what stands in it.
#pragma once

#include "base/err.h"
#include "base/text.h"

#include <stdbool.h>

// Writes it into folder/pages/<stem>.html; where other pages are in the way, -2, -3 .. Nothing is written over.
// `path` says where. `*already`: the same page was there, nothing was written. False with ERR_SYSTEM.
bool kept_page_write(const Text *html, const char *folder, const char *stem, char *path,
                     int path_size, bool *already, Err *err);
