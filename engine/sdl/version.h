// Which SDL this is.
#pragma once

const char *sdl_version(void); // "SDL 2.26.5, SDL_ttf 2.20.1": what runs, not what was built with
