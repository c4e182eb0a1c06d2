// The line of a file with a mark under a part of it, ready to be shown. Knows no Lua.
#pragma once

#include "script/script.h"
#include "script/source.h"

// The line and its mark; an empty one where the line does not exist.
void excerpt_fill(ScriptExcerpt *out, const Source *source, int line, SourceSpan span);
