// What is known of a language by its tag alone ("ar", "pt_BR", "zh-Hant"): where its lines begin, and its
// name in itself. Knows no translation.
#pragma once

#include <stdbool.h>

// Arabic, Hebrew, Persian, Urdu and others, also with what follows: "ar-EG"; "pseudo-rtl" is one too.
bool tongue_right_to_left(const char *tag);

// "Deutsch" for "de" and "de_AT"; the tag itself where the name is not known.
const char *tongue_name(const char *tag);

// What stands around a spoken line that is a sentence by itself: "“{1}”", "„{1}“"; NULL where that is not known. Inside
// of another sentence the marks are that sentence's.
const char *tongue_quotes(const char *tag);

// Of a locale of the system, "de_AT.UTF-8@euro": the tag "de_AT" into out. False: none ("C", "POSIX").
bool tongue_of_locale(const char *locale, char *out, int size);
