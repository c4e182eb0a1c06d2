// fontconfig by its functions' names: only its header is needed to build, and where that is missing too
// (PLANKWRIGHT_FONTCONFIG) there is no system font.
#include "sdl/system_fonts.h"

#include "base/arena.h"

#include <SDL.h>
#include <string.h>

#ifdef PLANKWRIGHT_FONTCONFIG
#include <fontconfig/fontconfig.h>

typedef struct Calls {
    FcConfig *(*load)(void);
    void (*config_destroy)(FcConfig *);
    FcPattern *(*create)(void);
    void (*destroy)(FcPattern *);
    FcBool (*add_string)(FcPattern *, const char *, const FcChar8 *);
    FcBool (*add_integer)(FcPattern *, const char *, int);
    FcBool (*add_bool)(FcPattern *, const char *, FcBool);
    FcBool (*add_letters)(FcPattern *, const char *, const FcCharSet *);
    FcCharSet *(*letters_create)(void);
    void (*letters_destroy)(FcCharSet *);
    FcBool (*letters_add)(FcCharSet *, FcChar32);
    FcBool (*letters_has)(const FcCharSet *, FcChar32);
    FcBool (*substitute)(FcConfig *, FcPattern *, FcMatchKind);
    void (*defaults)(FcPattern *);
    FcPattern *(*match)(FcConfig *, FcPattern *, FcResult *);
    FcResult (*get_string)(const FcPattern *, const char *, int, FcChar8 **);
    FcResult (*get_integer)(const FcPattern *, const char *, int, int *);
    FcResult (*get_letters)(const FcPattern *, const char *, int, FcCharSet **);
    void (*finish)(void);
} Calls;

struct SystemFonts {
    void *library;
    FcConfig *config;
    Calls call;
};

static bool load_calls(SystemFonts *fonts)
{
    static const char *const names[] = {
        "FcInitLoadConfigAndFonts",
        "FcConfigDestroy",
        "FcPatternCreate",
        "FcPatternDestroy",
        "FcPatternAddString",
        "FcPatternAddInteger",
        "FcPatternAddBool",
        "FcPatternAddCharSet",
        "FcCharSetCreate",
        "FcCharSetDestroy",
        "FcCharSetAddChar",
        "FcCharSetHasChar",
        "FcConfigSubstitute",
        "FcDefaultSubstitute",
        "FcFontMatch",
        "FcPatternGetString",
        "FcPatternGetInteger",
        "FcPatternGetCharSet",
        "FcFini",
    };
    enum { COUNT = sizeof names / sizeof *names };
    void *found[COUNT];
    _Static_assert(sizeof found == sizeof(Calls), "one name for each call, in their order");
    for (int i = 0; i < COUNT; i++) {
        found[i] = SDL_LoadFunction(fonts->library, names[i]);
        if (found[i] == NULL) {
            return false;
        }
    }
    memcpy(&fonts->call, found, sizeof found); // C has no cast from an object to a function
    return true;
}

SystemFonts *system_fonts_open(void)
{
    static const char *const files[] = { "libfontconfig.so.1", "libfontconfig.1.dylib",
                                         "libfontconfig-1.dll" };
    SystemFonts *fonts = mem_alloc(sizeof *fonts);
    for (int i = 0; i < 3 && fonts->library == NULL; i++) {
        fonts->library = SDL_LoadObject(files[i]);
    }
    if (fonts->library != NULL && load_calls(fonts)) {
        fonts->config = fonts->call.load();
    }
    if (fonts->config == NULL) {
        system_fonts_close(fonts);
        return NULL;
    }
    return fonts;
}

void system_fonts_close(SystemFonts *fonts)
{
    if (fonts == NULL) {
        return;
    }
    if (fonts->config != NULL) {
        fonts->call.config_destroy(fonts->config);
        fonts->call.finish(); // nobody else here asks it
    }
    if (fonts->library != NULL) {
        SDL_UnloadObject(fonts->library);
    }
    mem_free(fonts);
}

static FcPattern *wanted(const Calls *call, const FcCharSet *letters, bool serif, bool bold,
                         const char *language)
{
    FcPattern *pattern = call->create();
    call->add_letters(pattern, FC_CHARSET, letters);
    call->add_string(pattern, FC_FAMILY, (const FcChar8 *)(serif ? "serif" : "sans-serif"));
    call->add_integer(pattern, FC_WEIGHT, bold ? FC_WEIGHT_DEMIBOLD : FC_WEIGHT_REGULAR);
    call->add_integer(pattern, FC_SLANT, FC_SLANT_ROMAN);
    call->add_bool(pattern, FC_SCALABLE, FcTrue);
    call->add_bool(pattern, FC_COLOR, FcFalse); // letters are drawn in the colour of the text
    if (language[0] != '\0') {
        call->add_string(pattern, FC_LANG, (const FcChar8 *)language);
    }
    return pattern;
}

bool system_fonts_find(SystemFonts *fonts, uint32_t letter, bool serif, bool bold,
                       const char *language, SystemFont *out)
{
    const Calls *call = &fonts->call;
    FcCharSet *letters = call->letters_create();
    call->letters_add(letters, letter);
    FcPattern *pattern = wanted(call, letters, serif, bold, language);
    call->substitute(fonts->config, pattern, FcMatchPattern);
    call->defaults(pattern);
    FcResult result = FcResultNoMatch;
    FcPattern *match = call->match(fonts->config, pattern, &result);
    FcCharSet *has = NULL;
    FcChar8 *path = NULL;
    bool found = match != NULL && call->get_letters(match, FC_CHARSET, 0, &has) == FcResultMatch &&
                 call->letters_has(has, letter) &&
                 call->get_string(match, FC_FILE, 0, &path) == FcResultMatch &&
                 SDL_strlcpy(out->path, (const char *)path, sizeof out->path) < sizeof out->path;
    if (found && call->get_integer(match, FC_INDEX, 0, &out->index) != FcResultMatch) {
        out->index = 0;
    }
    if (match != NULL) {
        call->destroy(match);
    }
    call->destroy(pattern);
    call->letters_destroy(letters);
    return found;
}

#else // without fontconfig's header

SystemFonts *system_fonts_open(void)
{
    return NULL;
}

void system_fonts_close(SystemFonts *fonts)
{
    (void)fonts;
}

bool system_fonts_find(SystemFonts *fonts, uint32_t letter, bool serif, bool bold,
                       const char *language, SystemFont *out)
{
    (void)fonts;
    (void)letter;
    (void)serif;
    (void)bold;
    (void)language;
    (void)out;
    return false;
}
#endif
