// The translations of one language, read from a .po file of gettext. Looked up by context (msgctxt)
// and source text (msgid); what gettext marks as fuzzy is not a translation. Knows no file system.
#pragma once

#include "base/arena.h"
#include "base/err.h"
#include "language/plural.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    LANGUAGE_FILE_MAX = 8 << 20, // bytes of a .po file
    LANGUAGE_TEXT_MAX = 16384,   // bytes of one text, as in a scenario
    LANGUAGE_ENTRIES_MAX = 60000,
};

typedef struct LanguageEntry {
    const char *context;              // "" where there is none
    const char *text;                 // msgid
    const char *plural;               // msgid_plural, or NULL
    const char *to[PLURAL_FORMS_MAX]; // msgstr; NULL or "" where not translated
    int form_count;
    const char *earlier_context,
        *earlier_text; // of a fuzzy one, what it was a translation of; or NULL
    bool fuzzy;        // the source changed since, or it is a guess: not used
    bool format;       // the text is a format of printf
    int line;
    bool moved; // fuzzy, but of this very text: it stood in another place
    bool found; // for whoever counts what is left over
} LanguageEntry;

typedef struct LanguageCatalogue {
    Arena arena; // owns all texts
    LanguageEntry *entries;
    int count, capacity;
    uint32_t *table; // open addressing: index + 1
    uint32_t table_size;
    LanguagePlural plural;
    char tag[32]; // "de"; the header's Language, may be empty
    bool mark;    // the file begins with a byte order mark, which gettext does not take
} LanguageCatalogue;

// Reads the bytes of a .po file called `name` in messages. NULL with ERR_INPUT, the line and what to do.
LanguageCatalogue *language_read(const char *name, const char *data, size_t size, Err *err);
LanguageCatalogue *language_new(void);            // empty
void language_free(LanguageCatalogue *catalogue); // NULL is fine

// The entry, or NULL. With `context` NULL or "": the one without a context.
LanguageEntry *language_find(const LanguageCatalogue *catalogue, const char *context,
                             const char *text);

// Whether it has a translation that counts.
bool language_is_done(const LanguageEntry *entry);

// Adds an entry (its texts are copied); NULL where one with that context and text is there already.
LanguageEntry *language_add(LanguageCatalogue *catalogue, const LanguageEntry *entry);

// The translation of a text or NULL; with its form for n.
const char *language_text(const LanguageCatalogue *catalogue, const char *context,
                          const char *text);
const char *language_form(const LanguageCatalogue *catalogue, const char *context, const char *text,
                          unsigned long n);

// Whether `tag` is a name of a language that can be a file's: "de", "pt_BR", "zh-Hant", "pseudo".
bool language_is_tag(const char *tag);
