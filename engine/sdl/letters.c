// Fonts through SDL_ttf: one face per font, its size set when needed (six faces cost 3 MB, one per
// size would cost 8), every line kept as a mask cut to its ink, the least recently used one given
// up first.
#include "sdl/letters.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/text.h"
#include "sdl/fonts.h"

#include <SDL.h>
#include <SDL_ttf.h>
#include <assert.h>
#include <string.h>

enum {
    LINES = 320,           // masks kept at most
    WIDTHS = 8192,         // places of the table of widths; a power of two
    LIMIT_BYTES = 1500000, // of masks at scale 1; grows with the square of the scale
    TEXT_SIZE = 1024,      // longest line in bytes
    SIZE_MOST = 400,       // pixels
};

typedef struct Face {
    TTF_Font *font; // opened when first needed
    int pixels;     // its present size
    bool broken;
} Face;

typedef struct Line {
    uint64_t key;  // 0: free
    uint64_t used; // when, in draws
    uint8_t *alpha;
    int x, y, width, height; // the ink within the line
    int full_width, full_height;
} Line;

typedef struct Width {
    uint64_t key; // 0: free
    int pixels;
} Width;

struct Letters {
    Fonts files;
    Face faces[FONT_COUNT];
    float scale;
    Line lines[LINES];
    uint64_t clock;
    LettersStats stats;
    Width widths[WIDTHS];
};

static int pixel_size(const Letters *letters, float size)
{
    int pixels = (int)(size * letters->scale + 0.5f);
    return pixels < 1 ? 1 : pixels > SIZE_MOST ? SIZE_MOST : pixels;
}

static TTF_Font *open_face(Letters *letters, FrameFont which)
{
    Face *face = &letters->faces[which];
    if (face->font == NULL && !face->broken) {
        face->font = TTF_OpenFont(letters->files.path[which], 16);
        face->pixels = 16;
        face->broken = face->font == NULL;
        if (face->font != NULL) {
            TTF_SetFontHinting(face->font, TTF_HINTING_LIGHT_SUBPIXEL);
        }
    }
    return face->font;
}

// The font at a size. A damaged file among good ones is replaced by the one that was checked first.
static TTF_Font *face_at(Letters *letters, FrameFont which, int pixels)
{
    assert(which < FONT_COUNT);
    if (open_face(letters, which) == NULL) {
        which = FONT_UI_MEDIUM;
    }
    Face *face = &letters->faces[which];
    if (face->pixels != pixels) {
        TTF_SetFontSize(face->font, pixels);
        face->pixels = pixels;
    }
    return face->font;
}

Letters *letters_open(const char *folder, bool only_folder, Err *err)
{
    Letters *letters = mem_alloc(sizeof *letters);
    letters->scale = 1.0f;
    letters->stats.mask_limit = LIMIT_BYTES;
    if (!fonts_find(&letters->files, folder, only_folder, err)) {
        mem_free(letters);
        return NULL;
    }
    if (TTF_Init() != 0) {
        err_set(err, ERR_SYSTEM, "The font library does not start: %s.", TTF_GetError());
        mem_free(letters);
        return NULL;
    }
    if (open_face(letters, FONT_UI_MEDIUM) == NULL) {
        err_set(err, ERR_SYSTEM, "The font %s cannot be used: %s.",
                letters->files.path[FONT_UI_MEDIUM], TTF_GetError());
        err_fix(err, "Put back the folder assets/fonts: the file is damaged.");
        letters_close(letters);
        return NULL;
    }
    return letters;
}

static void forget_line(Letters *letters, Line *line)
{
    letters->stats.mask_bytes -= (size_t)line->width * (size_t)line->height;
    mem_free(line->alpha);
    *line = (Line){ 0 };
}

static void forget_lines(Letters *letters)
{
    for (int i = 0; i < LINES; i++) {
        forget_line(letters, &letters->lines[i]);
    }
}

void letters_close(Letters *letters)
{
    if (letters == NULL) {
        return;
    }
    forget_lines(letters);
    for (int i = 0; i < FONT_COUNT; i++) {
        if (letters->faces[i].font != NULL) {
            TTF_CloseFont(letters->faces[i].font);
        }
    }
    TTF_Quit();
    mem_free(letters);
}

void letters_scale(Letters *letters, float scale)
{
    assert(scale > 0.0f);
    if (letters->scale == scale) { // the same bits: nothing has changed
        return;
    }
    letters->scale = scale;
    forget_lines(letters);
    float grown = scale > 1.0f ? scale * scale : 1.0f;
    letters->stats.mask_limit = (size_t)((float)LIMIT_BYTES * grown);
}

static uint64_t key_of(FrameFont font, int pixels, const char *text, size_t bytes)
{
    uint64_t key = hash_bytes(text, bytes, (uint64_t)font * 1024u + (uint64_t)pixels);
    return key == 0 ? 1 : key;
}

static int measure(Letters *letters, FrameFont font, int pixels, const char *text, size_t bytes)
{
    char copy[TEXT_SIZE];
    if (bytes >= sizeof copy) {
        bytes = sizeof copy - 1;
        while (bytes > 0 && ((unsigned char)text[bytes] & 0xC0u) == 0x80u) {
            bytes--; // not in the middle of a character
        }
    }
    memcpy(copy, text, bytes);
    copy[bytes] = '\0';
    int width = 0;
    if (bytes == 0 || !utf8_valid(copy, bytes, NULL) ||
        TTF_SizeUTF8(face_at(letters, font, pixels), copy, &width, NULL) != 0) {
        return 0;
    }
    return width;
}

static size_t text_bytes(const char *text, int bytes)
{
    return bytes < 0 ? strlen(text) : (size_t)bytes;
}

float letters_width_direct(Letters *letters, FrameFont font, float size, const char *text,
                           int bytes)
{
    int pixels = pixel_size(letters, size);
    return (float)measure(letters, font, pixels, text, text_bytes(text, bytes)) / letters->scale;
}

static int width_in_pixels(Letters *letters, FrameFont font, int pixels, const char *text,
                           size_t bytes)
{
    uint64_t key = key_of(font, pixels, text, bytes);
    Width *place = &letters->widths[key & (WIDTHS - 1)];
    if (place->key != key) {
        *place = (Width){ key, measure(letters, font, pixels, text, bytes) };
    }
    return place->pixels;
}

float letters_width(Letters *letters, FrameFont font, float size, const char *text, int bytes)
{
    int pixels = pixel_size(letters, size);
    return (float)width_in_pixels(letters, font, pixels, text, text_bytes(text, bytes)) /
           letters->scale;
}

// Left end of a line `width` wide whose start, middle or end is at x.
static float line_left(uint8_t align, float x, float width)
{
    return align == ALIGN_CENTRE ? x - width * 0.5f : align == ALIGN_END ? x - width : x;
}

FrameRect letters_bounds(Letters *letters, const FrameCommand *text)
{
    if (text->text == NULL) {
        return (FrameRect){ text->rect.x, text->rect.y, 0.0f, 0.0f };
    }
    float width = letters_width(letters, (FrameFont)text->font, text->size, text->text, -1);
    float left = line_left(text->align, text->rect.x, width);
    float slack = text->size * 0.5f + 2.0f / letters->scale; // overhang, and rounding to pixels
    float high = text->rect.h > text->size ? text->rect.h : text->size;
    float middle = text->rect.y + text->rect.h * 0.5f;
    return (FrameRect){ left - slack, middle - high * 0.5f - slack, width + 2.0f * slack,
                        high + 2.0f * slack };
}

// ---- masks --------------------------------------------------------------------------------------

static bool row_is_empty(const uint8_t *row, int width)
{
    for (int x = 0; x < width; x++) {
        if (row[x] != 0) {
            return false;
        }
    }
    return true;
}

// Copies the ink of an 8-bit surface, whose pixels are coverage.
static void take_ink(Line *line, const SDL_Surface *surface)
{
    const uint8_t *pixels = surface->pixels;
    size_t pitch = (size_t)surface->pitch;
    int top = 0;
    int bottom = surface->h;
    while (top < bottom && row_is_empty(pixels + (size_t)top * pitch, surface->w)) {
        top++;
    }
    while (bottom > top && row_is_empty(pixels + (size_t)(bottom - 1) * pitch, surface->w)) {
        bottom--;
    }
    line->y = top;
    line->width = surface->w;
    line->height = bottom - top;
    line->full_width = surface->w;
    line->full_height = surface->h;
    line->alpha = mem_alloc((size_t)line->width * (size_t)line->height);
    for (int y = top; y < bottom; y++) {
        memcpy(line->alpha + (size_t)(y - top) * (size_t)line->width, pixels + (size_t)y * pitch,
               (size_t)line->width);
    }
}

static Line *oldest_line(Letters *letters, const Line *spared)
{
    Line *oldest = NULL;
    for (int i = 0; i < LINES; i++) {
        Line *line = &letters->lines[i];
        if (line->key != 0 && line != spared && (oldest == NULL || line->used < oldest->used)) {
            oldest = line;
        }
    }
    return oldest;
}

static Line *free_line(Letters *letters)
{
    for (int i = 0; i < LINES; i++) {
        if (letters->lines[i].key == 0) {
            return &letters->lines[i];
        }
    }
    Line *oldest = oldest_line(letters, NULL);
    forget_line(letters, oldest);
    return oldest;
}

static void render(Letters *letters, Line *line, FrameFont font, int pixels, const char *text)
{
    SDL_Color black = { 0, 0, 0, 255 };
    SDL_Color white = { 255, 255, 255, 255 };
    TTF_Font *face = face_at(letters, font, pixels);
    SDL_Surface *surface = TTF_RenderUTF8_Shaded(face, text, black, white);
    if (surface != NULL) {
        take_ink(line, surface);
        SDL_FreeSurface(surface);
    }
    letters->stats.lines_drawn++;
    letters->stats.mask_bytes += (size_t)line->width * (size_t)line->height;
    for (Line *old; letters->stats.mask_bytes > letters->stats.mask_limit &&
                    (old = oldest_line(letters, line)) != NULL;) {
        forget_line(letters, old);
    }
}

static const Line *line_of(Letters *letters, FrameFont font, int pixels, const char *text,
                           size_t bytes)
{
    uint64_t key = key_of(font, pixels, text, bytes);
    Line *line = NULL;
    for (int i = 0; i < LINES && line == NULL; i++) {
        line = letters->lines[i].key == key ? &letters->lines[i] : NULL;
    }
    if (line == NULL) {
        line = free_line(letters);
        line->key = key;
        render(letters, line, font, pixels, text);
    }
    line->used = ++letters->clock;
    return line;
}

void letters_draw(Letters *letters, Raster *raster, const FrameCommand *command)
{
    const char *text = command->text;
    size_t bytes = text == NULL ? 0 : strlen(text);
    if (bytes == 0 || bytes >= TEXT_SIZE || !utf8_valid(text, bytes, NULL)) {
        return;
    }
    FrameFont font = (FrameFont)command->font;
    const Line *line = line_of(letters, font, pixel_size(letters, command->size), text, bytes);
    if (line->alpha == NULL) {
        return;
    }
    float scale = letters->scale;
    float left = line_left(command->align, command->rect.x * scale, (float)line->full_width);
    float middle = (command->rect.y + command->rect.h * 0.5f) * scale;
    float top = middle - (float)line->full_height * 0.5f + (float)line->y;
    int x =
        (int)SDL_floorf(left + 0.5f); // whole pixels here: the raster multiplies by the scale again
    int y = (int)SDL_floorf(top + 0.5f);
    RasterMask mask = { line->width, line->height, line->alpha, line->width };
    float alpha = (float)(command->colour >> 24) / 255.0f;
    raster_blit_mask(raster, &mask, (float)x / scale, (float)y / scale, command->colour, alpha);
}

LettersStats letters_stats(const Letters *letters)
{
    return letters->stats;
}
