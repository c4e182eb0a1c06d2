// Shows the screens to screen readers over the accessibility bus (AT-SPI), where one is running: then a thread
// of its own loads the bridge and lives with the bus, and the window waits for nothing. Elsewhere that thread asks
// the bus once and sleeps until one is started. Knows frames by their tree, no window and no voice.
#pragma once

#include "speech/tree.h"

#include <stdbool.h>

typedef struct Atspi Atspi;

typedef struct AtspiWish { // what a screen reader wants done
    int32_t action, argument;
    bool activate; // else only the focus
    bool writes;   // or: the caret to a byte of what is written, and then that text
    int caret;
    char text[32];
} AtspiWish;

typedef struct AtspiPlace { // of the window
    float scale;            // pixels per design unit
    int x, y;               // on the screen
    bool active;
} AtspiPlace;

// `module`: where the bridge lies. `wake` is called from another thread when there is a wish, or the screen
// reader was found; NULL is fine.
Atspi *atspi_open(const char *module, void (*wake)(void *context), void *context);
void atspi_close(Atspi *atspi); // NULL is fine

// Whether somebody listens: a screen reader, or a test that said so.
bool atspi_listens(Atspi *atspi);

void atspi_show(Atspi *atspi, const Frame *frame, const AtspiPlace *place);
void atspi_say(Atspi *atspi, const char *text);

bool atspi_wish(Atspi *atspi, AtspiWish *out); // the next one, if any
