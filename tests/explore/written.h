// The story of a test: loaded, or the test fails with the first mistake in it.
#pragma once

#include "support/test.h"

#include "script/script.h"

#include <string.h>

// `what` is said beside the mistake. Takes the mistakes.
static inline Scenario *without_mistakes(Scenario *sc, ScriptDiagnostics *mistakes, const Err *err,
                                         const char *what)
{
    if (sc == NULL) {
        char line[600];
        fail_msg("%s: %s", what,
                 mistakes->count > 0
                     ? script_diagnostic_line(&mistakes->items[0], line, (int)sizeof line)
                     : err->message);
    }
    script_diagnostics_deinit(mistakes);
    return sc;
}

// From its text.
static inline Scenario *written(const char *file, const char *source)
{
    ScriptDiagnostics mistakes = { 0 };
    Err err = { 0 };
    Scenario *sc = script_load_text(file, source, strlen(source), NULL, &mistakes, &err);
    return without_mistakes(sc, &mistakes, &err, source);
}

// From a file or folder.
static inline Scenario *loaded(const char *path)
{
    ScriptDiagnostics mistakes = { 0 };
    Err err = { 0 };
    Scenario *sc = script_load(path, &mistakes, &err);
    return without_mistakes(sc, &mistakes, &err, path);
}
