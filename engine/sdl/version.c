// For --version: the libraries that are loaded now.
#include "sdl/version.h"

#include <SDL.h>
#include <SDL_ttf.h>
#include <stdio.h>

const char *sdl_version(void)
{
    static char text[96];
    SDL_version sdl;
    SDL_GetVersion(&sdl);
    const SDL_version *ttf = TTF_Linked_Version();
    snprintf(text, sizeof text, "SDL %d.%d.%d, SDL_ttf %d.%d.%d", sdl.major, sdl.minor, sdl.patch,
             ttf->major, ttf->minor, ttf->patch);
    return text;
}
