// How the mistakes of a scenario are shown: with the line, a mark under the place, and how to mend it;
// or as JSON for editors. Knows nothing of how they are found.
#pragma once

#include "base/json.h"
#include "script/script.h"

#include <stdio.h>

// Whether that stream should get colours: a terminal that is not dumb, and NO_COLOR not set.
bool mistakes_colour(FILE *out);

// One of them, as
//   folder/scenario.lua:6:15: error PW-105: "halma" was never declared
//       6 | scene "one" { halma "Six o'clock.",
//         |               ^~~~~ did you mean "halima"?
// `kind` is "error" or "warning". A place without a line gets no excerpt.
void mistakes_show(FILE *out, const ScriptDiagnostic *mistake, const char *kind, bool colour);

// All of them, and how many there are.
// One of them so, its line left open; `cause` may be empty.
void mistakes_show_plain(FILE *out, const ScriptDiagnostic *mistake, const char *kind,
                         const char *cause);

// A line for each, without an excerpt: place, code, what it is, how to mend it.
void mistakes_print_plain(FILE *out, const ScriptDiagnostics *list);

void mistakes_print(FILE *out, const ScriptDiagnostics *list);

// The array "mistakes" (engine/script/README.md, "For editors").
void mistakes_json(Json *json, const ScriptDiagnostics *list);
