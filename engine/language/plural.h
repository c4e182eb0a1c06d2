// The Plural-Forms line of a .po file: which of its forms a number takes. The expression is C's, over
// n, as gettext defines it. Knows no file.
#pragma once

#include <stdbool.h>

enum { PLURAL_FORMS_MAX = 6, PLURAL_SIZE = 400 };

typedef struct LanguagePlural {
    int forms;                    // 1 to PLURAL_FORMS_MAX
    char expression[PLURAL_SIZE]; // checked
} LanguagePlural;

// "nplurals=2; plural=(n != 1);" into out. False: what is wrong is in *why (a constant text).
bool language_plural_read(const char *line, LanguagePlural *out, const char **why);

LanguagePlural language_plural_english(void); // one, and all others

// Which form, 0 to forms - 1.
int language_plural_form(const LanguagePlural *plural, unsigned long n);
