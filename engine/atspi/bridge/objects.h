// Accessible objects that follow the nodes of a picture.
#pragma once

#include "atspi/picture.h"

#include <atk/atk.h>

AtkObject *objects_application(const char *name);
AtkObject *objects_window(AtkObject *application, const AtspiHost *host);

// Has a screen reader say that: as a notification that shows itself.
void objects_say(AtkObject *window, const char *text);

// Makes the window's objects those of the picture: what is still there stays the same object, and what has
// changed is told to whoever listens.
void objects_show(AtkObject *window, const AtspiPicture *picture);
