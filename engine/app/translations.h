// The language that is played: the interface's sentences from assets/lang, a scenario's from its own
// folder lang/. One for the whole program, chosen before anything is shown.
#pragma once

#include "app/paths.h"
#include "base/err.h"
#include "base/json.h"
#include "language/translate.h"

#include <stdbool.h>

// "de": from now on the interface speaks it, and library_load gives scenarios in it. "pseudo" is the
// language of tests. NULL and "en": as it is written. False with ERR_USAGE or ERR_INPUT.
bool translations_choose(const char *tag, Err *err);
const char *translations_chosen(void); // "" when none was
// The same for a command's --lang; without one that of the system.
bool translations_begin(const char *tag, Err *err);
// Where none was chosen: that of the system (LC_ALL, LC_MESSAGES, LANG), if the interface speaks it.
void translations_follow_system(void);
// Where none was chosen: the language in which the scenario is written, if the interface speaks it.
void translations_follow(const Scenario *scenario);
// Frees; English again. Until then sentences of a language that was left stay where they are: it can be
// changed while screens show it (translations_choose, then host_speak of app/host_language.h).
void translations_close(void);

// The languages that the interface speaks, English first, each with its name in itself. Their number.
typedef struct TranslationLanguage {
    char tag[32], name[64];
} TranslationLanguage;
int translations_languages(TranslationLanguage *out, int most);

// Puts the chosen language into a scenario that was just loaded. What has no translation stays as it
// is. False (and the scenario is as it was): its .po file cannot be read.
bool translations_apply(Scenario *scenario, Err *err);

// Reads folder/lang/<tag>.po, or of a wider language (pt for pt_BR). NULL without an error: there is none.
LanguageCatalogue *translations_read(const char *folder, const char *tag, Err *err);

// The path of the template of the interface, which the build makes beside the program and an
// installation keeps in assets/lang. False: it is at neither place.
bool translations_template(char out[PATHS_SIZE + 32]);

// What `check` says about the translations of a scenario.
typedef struct TranslationFinding {
    const char *code; // PW-401 to PW-406; engine/language/README.md
    bool error;       // else a warning
    char file[300];   // the .po file
    int line;         // in it; 0 where unknown
    char message[560], fix[260];
} TranslationFinding;

typedef void (*TranslationSaid)(void *context, const TranslationFinding *finding);

// Looks at every lang/*.po of the scenario's folder. With `all`, one finding for each text; else one for
// each kind, with how many there are. The scenario itself is loaded once more and not touched.
void translations_check(const char *folder, bool all, TranslationSaid said, void *context);
// One file.
void translations_check_file(const char *folder, const char *file, bool all, TranslationSaid said,
                             void *context);

// One line, as compilers begin: "lang/de.po:3: warning PW-404: message (fix)"; no line where it is not
// known, no brackets without a fix. Then how many there were; nothing where there was none.
void translations_print_one(const TranslationFinding *finding);
void translations_sum_up(int errors, int warnings);

// For the command `check`, each file in short: as such lines, or as the array "translations" of objects (code, severity, file, line, message, fix). Adds to the counts.
void translations_print(const char *folder, int *errors, int *warnings);
void translations_json(Json *json, const char *folder, int *errors, int *warnings);
