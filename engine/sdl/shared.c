// What is not ours waits here until the step is over, then stands in SDL's queue again, in its order. With one
// window nothing ever waits.
#include "sdl/shared.h"

enum { LEFT_MOST = 256 };

static struct {
    SDL_Event events[LEFT_MOST];
    int count;
} left;

// The window of an event; 0: of none in particular.
static Uint32 window_of(const SDL_Event *event)
{
    switch (event->type) {
    case SDL_WINDOWEVENT:
        return event->window.windowID;
    case SDL_KEYDOWN:
    case SDL_KEYUP:
        return event->key.windowID;
    case SDL_TEXTINPUT:
        return event->text.windowID;
    case SDL_TEXTEDITING:
        return event->edit.windowID;
    case SDL_MOUSEMOTION:
        return event->motion.windowID;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        return event->button.windowID;
    case SDL_MOUSEWHEEL:
        return event->wheel.windowID;
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_FINGERMOTION:
        return event->tfinger.windowID;
    default:
        return 0;
    }
}

static bool is_for(Uint32 window, bool second, const SDL_Event *event)
{
    Uint32 whose = window_of(event);
    return whose == 0 ? !second : whose == window;
}

// A window that is closed says afterwards that it is hidden now; that is of interest to nobody.
static bool is_gone(const SDL_Event *event)
{
    Uint32 whose = window_of(event);
    return whose != 0 && SDL_GetWindowFromID(whose) == NULL;
}

// Unlike SDL_PollEvent this does not stop at the mark that waiting leaves in the queue, before an event.
bool shared_next(Uint32 window, bool second, SDL_Event *event)
{
    while (SDL_PeepEvents(event, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) > 0) {
        if (is_for(window, second, event)) {
            return true;
        }
        if (left.count < LEFT_MOST && !is_gone(event)) { // else nobody looks at that window: moves of a mouse, most likely
            left.events[left.count++] = *event;
        }
    }
    return false;
}

void shared_give_back(void)
{
    if (left.count > 0) {
        SDL_PeepEvents(left.events, left.count, SDL_ADDEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT);
        left.count = 0;
    }
}
