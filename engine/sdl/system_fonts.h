// Which font of the system has a letter, asked of fontconfig. Its library is loaded when the first letter
// is missing and not before: most players never need it, and it takes longer than all of the start.
#pragma once

#include <stdbool.h>
#include <stdint.h>

typedef struct SystemFonts SystemFonts;

typedef struct SystemFont {
    char path[512];
    int index; // within a collection
} SystemFont;

SystemFonts *system_fonts_open(void); // NULL: there is no fontconfig here
void system_fonts_close(SystemFonts *fonts);

// A font with that letter, upright, serif or not, of about that weight. `language` ("ja") decides between
// the shapes of Han letters. False: no font has it.
bool system_fonts_find(SystemFonts *fonts, uint32_t letter, bool serif, bool bold,
                       const char *language, SystemFont *out);
