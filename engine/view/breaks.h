// Where a line of text may end, by Unicode's rules (UAX 14, by libunibreak), and where a word that is
// longer than a line may be cut: never inside of what is read as one letter. Knows no widths.
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum { BREAK_NOT, BREAK_MAY };

// For each byte of the text whether a line may end behind it; `out` has as many bytes. The language
// ("de") decides about quotation marks. Spaces belong to what stands before them.
void breaks_find(const char *text, size_t bytes, const char *language, char *out);

// The same without the short way for plain sentences, for tests.
void breaks_find_listed(const char *text, size_t bytes, const char *language, char *out);

// Adds where words of Thai end, by libthai's dictionary where the build has it.
void breaks_find_thai(const char *text, size_t bytes, char *out);
bool breaks_built_with_thai(void);

// Bytes of the first letter with all its marks; 0 at the end.
size_t breaks_letter(const char *text, size_t bytes);
