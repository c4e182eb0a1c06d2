// Puts a translation into a scenario, and says what is missing in it. Also the pseudo language, which
// shows what cannot be translated and what has too little room. Knows no file.
#pragma once

#include "base/text.h"
#include "language/catalogue.h"
#include "story/texts.h"

typedef enum LanguageProblem {
    LANGUAGE_MISSING, // no translation: the source stands there
    LANGUAGE_CHANGED, // there is one of an earlier source, or a guess: the source stands there
    LANGUAGE_MOVED,   // there is one of this very text, from another place: the source stands there
    LANGUAGE_FILLS,   // its {names} are other ones than the source's: the source stands there
    LANGUAGE_OBSOLETE, // the scenario has no such text
    LANGUAGE_NEWLINE, // one of the two begins or ends with a newline: it is played, and msgfmt refuses it
    LANGUAGE_PROBLEMS
} LanguageProblem;

typedef struct LanguageFinding {
    LanguageProblem problem;
    const char *context, *text; // as the .po file has them
    char what[120];             // LANGUAGE_FILLS: which {name} is missing or too many
    StoryPosition at;           // in the scenario; line 0 where there is none
    int line;                   // in the .po file, 0 where there is none
} LanguageFinding;

// Zeroed memory is an empty report.
typedef struct LanguageReport {
    Arena arena; // of the texts
    LanguageFinding *items;
    int count, capacity;
    int counts[LANGUAGE_PROBLEMS];
    int texts, translated; // places with a text of the author's, and with a translation
} LanguageReport;

void language_report_deinit(LanguageReport *report);

// Each NULL: leave those texts. `interface` is for the sentences that the engine says in the story. The
// scenario is one that nobody plays yet. The entries that were used are marked `found`; what was renamed
// (`was`) is found by its old names.
void language_translate(Scenario *scenario, LanguageCatalogue *catalogue,
                        const LanguageCatalogue *interface, LanguageReport *report);

// "Sign it." as "[Šîĝñ îţ. ñöṽè]": accents, brackets, two fifths more; {names}, %d and *emphasis* as they are.
// From right to left in Arabic letters, which say nothing, with every fifth word as before.
void language_pseudo(const char *text, bool right_to_left, Text *out);
void language_pseudo_scenario(Scenario *scenario, bool right_to_left);
// Every entry of a catalogue of the interface.
void language_pseudo_catalogue(LanguageCatalogue *catalogue, bool right_to_left);

// Whether the two have the same {names}; else `what` says which one differs.
bool language_same_fills(const char *source, const char *translation, char *what, size_t size);

// Whether the translation can stand for the source as a format of printf: the same directives, in order
// or by number (%2$s). With `fewer`: those at the end may be left out ("an hour" for "%d hours").
bool language_same_format(const char *source, const char *translation, bool fewer);
// Takes every translation out that cannot, or has other {1}; returns how many.
int language_check_formats(LanguageCatalogue *catalogue);
