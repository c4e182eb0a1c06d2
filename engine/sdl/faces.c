// One TTF_Font per file, its size set when needed (one per size would cost 8 MB). A font of the system,
// once found, is asked first for the next missing letter.
#include "sdl/faces.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/say.h"
#include "sdl/fonts.h"
#include "sdl/system_fonts.h"

#include <SDL.h>
#include <assert.h>
#include <string.h>

// Shipped besides: Arabic, and figures as high as capitals for the story's typeface, whose own are
// old-style ("II:00").
enum {
    EXTRA_ARABIC = FONT_COUNT,
    EXTRA_FIGURES = 2 * FONT_COUNT,
    EXTRA_BOOK = 3 * FONT_COUNT, // Vollkorn and Inter, where another typeface was chosen
    SYSTEM_FIRST = 4 * FONT_COUNT,
    SYSTEM_MOST = 24,
    FACES = SYSTEM_FIRST + SYSTEM_MOST,
    NOT_FOUND = 64, // letters that no font has are remembered, so that they are looked for once
    SIZE_MOST = 400,
};

typedef struct Face {
    char path[FONTS_PATH_SIZE]; // "": there is none
    int index;
    TTF_Font *font;
    int pixels; // its present size
    char script[5];
    bool from_right, broken;
    uint8_t stands_for; // FrameFont, of the system's
} Face;

struct Faces {
    char folder[FONTS_PATH_SIZE];
    bool only_folder;
    FrameTypeface typeface;
    Face list[FACES];
    int count; // of those of the system
    SystemFonts *system;
    bool system_tried;
    struct {
        uint32_t letter;
        FrameFont font;
    } missing[NOT_FOUND];
    int missing_count;
};

static const char *const arabic[FONT_COUNT] = {
    [FONT_STORY] = "NotoNaskhArabic-Regular.ttf",
    [FONT_STORY_BOLD] = "NotoNaskhArabic-Bold.ttf",
    [FONT_STORY_ITALIC] = "NotoNaskhArabic-Bold.ttf", // Arabic has no italic: weight does it
    [FONT_UI] = "NotoSansArabic-Regular.ttf",
    [FONT_UI_MEDIUM] = "NotoSansArabic-Regular.ttf",
    [FONT_UI_BOLD] = "NotoSansArabic-Bold.ttf",
};

static const char *const figures[FONT_COUNT] = {
    [FONT_STORY] = "PlankwrightFigures-Medium.ttf",
    [FONT_STORY_BOLD] = "PlankwrightFigures-SemiBold.ttf",
    [FONT_STORY_ITALIC] = "PlankwrightFigures-Italic.ttf",
};

static TTF_Font *open_face(Faces *faces, int which)
{
    Face *face = &faces->list[which];
    if (face->font == NULL && !face->broken && face->path[0] != '\0') {
        face->font = TTF_OpenFontIndex(face->path, 16, face->index);
        face->pixels = 16;
        SDL_strlcpy(face->script, "Zzzz", sizeof face->script);
        face->broken = face->font == NULL;
        if (face->font != NULL) {
            TTF_SetFontHinting(face->font, TTF_HINTING_LIGHT_SUBPIXEL);
        }
    }
    return face->font;
}

static void find_extra(Faces *faces, int first, const char *const names[FONT_COUNT])
{
    for (int font = 0; faces->folder[0] != '\0' && font < FONT_COUNT; font++) {
        Face *face = &faces->list[first + font];
        if (names[font] != NULL) {
            int length = SDL_snprintf(face->path, sizeof face->path, "%s/%s", faces->folder,
                                      names[font]);
            face->broken = length >= (int)sizeof face->path;
        }
    }
}

Faces *faces_open(const char *folder, bool only_folder, Err *err)
{
    Fonts files;
    if (!fonts_find(&files, folder, only_folder, err)) {
        return NULL;
    }
    if (TTF_Init() != 0) {
        err_set(err, ERR_SYSTEM, "The font library does not start: %s.", TTF_GetError());
        return NULL;
    }
    Faces *faces = mem_alloc(sizeof *faces);
    faces->only_folder = only_folder;
    SDL_strlcpy(faces->folder, folder != NULL ? folder : "", sizeof faces->folder);
    for (int font = 0; font < FONT_COUNT; font++) {
        SDL_strlcpy(faces->list[font].path, files.path[font], FONTS_PATH_SIZE);
        SDL_strlcpy(faces->list[EXTRA_BOOK + font].path, files.path[font], FONTS_PATH_SIZE);
    }
    find_extra(faces, EXTRA_ARABIC, arabic);
    find_extra(faces, EXTRA_FIGURES, figures);
    if (open_face(faces, FONT_UI_MEDIUM) == NULL) {
        err_set(err, ERR_SYSTEM, "The font %s cannot be used: %s.", files.path[FONT_UI_MEDIUM],
                TTF_GetError());
        err_fix(err, "Put back the folder assets/fonts: the file is damaged.");
        faces_close(faces);
        return NULL;
    }
    return faces;
}

void faces_close(Faces *faces)
{
    if (faces == NULL) {
        return;
    }
    for (int i = 0; i < FACES; i++) {
        if (faces->list[i].font != NULL) {
            TTF_CloseFont(faces->list[i].font);
        }
    }
    TTF_Quit();
    system_fonts_close(faces->system);
    mem_free(faces);
}

static void use_file(Face *face, const char *path)
{
    if (face->font != NULL) {
        TTF_CloseFont(face->font);
    }
    *face = (Face){ .index = 0 };
    SDL_strlcpy(face->path, path, sizeof face->path);
}

void faces_typeface(Faces *faces, FrameTypeface typeface)
{
    if (typeface == faces->typeface) {
        return;
    }
    faces->typeface = typeface;
    for (int font = 0; font < FONT_COUNT; font++) {
        char path[FONTS_PATH_SIZE];
        bool found = fonts_of(faces->folder, faces->only_folder, typeface, (FrameFont)font, path);
        use_file(&faces->list[font], found ? path : faces->list[EXTRA_BOOK + font].path);
    }
    faces->missing_count = 0;
}

// ---- which face ---------------------------------------------------------------------------------

bool faces_has(Faces *faces, int face, uint32_t letter)
{
    TTF_Font *font = open_face(faces, face);
    if (font == NULL && face < FONT_COUNT) {
        font = open_face(faces, FONT_UI_MEDIUM); // what stands in for a damaged file
    }
    return font != NULL && TTF_GlyphIsProvided32(font, letter) != 0;
}

static bool is_arabic(uint32_t c)
{
    return (c >= 0x0600 && c <= 0x06FF) || (c >= 0x0750 && c <= 0x077F) ||
           (c >= 0x08A0 && c <= 0x08FF) || (c >= 0xFB50 && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFC);
}

// The font of the other family in about that weight: each has signs that the other has not.
static FrameFont sister(FrameFont font)
{
    switch (font) {
    case FONT_STORY:
    case FONT_STORY_ITALIC:
        return FONT_UI;
    case FONT_STORY_BOLD:
        return FONT_UI_BOLD;
    case FONT_UI_BOLD:
        return FONT_STORY_BOLD;
    case FONT_UI:
    case FONT_UI_MEDIUM:
    case FONT_COUNT:
        break;
    }
    return FONT_STORY;
}

static int shipped_for(Faces *faces, FrameFont font, uint32_t letter)
{
    bool figure = letter >= '0' && letter <= '9' && figures[font] != NULL &&
                  faces->typeface == TYPEFACE_BOOK;
    if (figure && faces_has(faces, EXTRA_FIGURES + (int)font, letter)) {
        return EXTRA_FIGURES + (int)font;
    }
    if (faces_has(faces, (int)font, letter)) {
        return (int)font;
    }
    if (is_arabic(letter) && faces_has(faces, EXTRA_ARABIC + (int)font, letter)) {
        return EXTRA_ARABIC + (int)font;
    }
    if (faces->typeface != TYPEFACE_BOOK && faces_has(faces, EXTRA_BOOK + (int)font, letter)) {
        return EXTRA_BOOK + (int)font;
    }
    return faces_has(faces, (int)sister(font), letter) ? (int)sister(font) : -1;
}

static bool known_missing(const Faces *faces, FrameFont font, uint32_t letter)
{
    for (int i = 0; i < faces->missing_count && i < NOT_FOUND; i++) {
        if (faces->missing[i].letter == letter && faces->missing[i].font == font) {
            return true;
        }
    }
    return false;
}

static void remember_missing(Faces *faces, FrameFont font, uint32_t letter)
{
    int at = faces->missing_count++ % NOT_FOUND;
    faces->missing[at].letter = letter;
    faces->missing[at].font = font;
}

// Han letters look different in Japanese, Korean and both kinds of Chinese.
static const char *shapes_of(const char *language)
{
    bool han = strncmp(language, "ja", 2) == 0 || strncmp(language, "ko", 2) == 0 ||
               strncmp(language, "zh", 2) == 0;
    return han ? language : "";
}

static int add_system(Faces *faces, FrameFont font, uint32_t letter)
{
    SystemFont found;
    if (!faces->system_tried) {
        faces->system_tried = true;
        faces->system = system_fonts_open();
    }
    bool bold = font == FONT_STORY_BOLD || font == FONT_UI_BOLD || font == FONT_STORY_ITALIC;
    if (faces->system == NULL || faces->count == SYSTEM_MOST ||
        !system_fonts_find(faces->system, letter, font < FONT_UI, bold,
                           shapes_of(say_language()), &found)) {
        return -1;
    }
    Face *face = &faces->list[SYSTEM_FIRST + faces->count];
    *face = (Face){ .index = found.index, .stands_for = (uint8_t)font };
    SDL_strlcpy(face->path, found.path, sizeof face->path);
    return faces_has(faces, SYSTEM_FIRST + faces->count, letter) ? SYSTEM_FIRST + faces->count++
                                                                 : -1;
}

static int system_for(Faces *faces, FrameFont font, uint32_t letter)
{
    if (faces->only_folder || known_missing(faces, font, letter)) {
        return -1;
    }
    for (int i = SYSTEM_FIRST; i < SYSTEM_FIRST + faces->count; i++) {
        if (faces->list[i].stands_for == (uint8_t)font && faces_has(faces, i, letter)) {
            return i;
        }
    }
    int face = add_system(faces, font, letter);
    if (face < 0) {
        remember_missing(faces, font, letter);
    }
    return face;
}

int faces_for(Faces *faces, FrameFont font, uint32_t letter)
{
    assert(font < FONT_COUNT);
    int face = shipped_for(faces, font, letter);
    face = face >= 0 ? face : system_for(faces, font, letter);
    return face >= 0 ? face : (int)font;
}

// ---- at a size ----------------------------------------------------------------------------------

// Arabic letters are low: at the size of Latin ones they look like small print.
static int pixels_of(int face, int pixels)
{
    bool is_arabic_face = face >= EXTRA_ARABIC && face < EXTRA_ARABIC + FONT_COUNT;
    int set = is_arabic_face ? (pixels * (face - EXTRA_ARABIC < FONT_UI ? 112 : 104) + 50) / 100
                             : pixels;
    return set > SIZE_MOST ? SIZE_MOST : set;
}

static void direct(Face *face, const char *script, bool from_right)
{
#if SDL_TTF_VERSION_ATLEAST(2, 20, 0)
    if (face->from_right == from_right && strcmp(face->script, script) == 0) {
        return;
    }
    TTF_SetFontDirection(face->font, from_right ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    TTF_SetFontScriptName(face->font, script);
#else
    // HarfBuzz's own numbers, for all fonts at once.
    enum { FROM_LEFT = 4, FROM_RIGHT = 5 };
    const unsigned char *s = (const unsigned char *)script;
    TTF_SetDirection(from_right ? FROM_RIGHT : FROM_LEFT);
    TTF_SetScript((int)((uint32_t)s[0] << 24 | (uint32_t)s[1] << 16 | (uint32_t)s[2] << 8 | s[3]));
#endif
    face->from_right = from_right;
    SDL_strlcpy(face->script, script, sizeof face->script);
}

TTF_Font *faces_at(Faces *faces, int which, int pixels, const char *script, bool from_right)
{
    if (open_face(faces, which) == NULL) { // a damaged file among good ones
        which = FONT_UI_MEDIUM;
    }
    Face *face = &faces->list[which];
    pixels = pixels_of(which, pixels);
    if (face->pixels != pixels) {
        TTF_SetFontSize(face->font, pixels);
        face->pixels = pixels;
    }
    direct(face, script, from_right);
    return face->font;
}
