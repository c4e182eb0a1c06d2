// Lines through SDL_ttf: set run by run (runs.h), every line kept as a mask cut to its ink, the least
// recently used one given up first.
#include "sdl/letters.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/text.h"
#include "sdl/runs.h"

#include <SDL.h>
#include <SDL_ttf.h>
#include <assert.h>
#include <string.h>

enum {
    LINES = 320,           // masks kept at most
    WIDTHS = 8192,         // places of the table of widths; a power of two
    LIMIT_BYTES = 1500000, // of masks at scale 1; grows with the square of the scale
    TEXT_SIZE = RUNS_TEXT_SIZE, // longest line in bytes
    SIZE_MOST = 400,       // pixels
};

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
    Faces *faces;
    FrameTypeface typeface;
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

Letters *letters_open(const char *folder, bool only_folder, Err *err)
{
    Faces *faces = faces_open(folder, only_folder, err);
    if (faces == NULL) {
        return NULL;
    }
    Letters *letters = mem_alloc(sizeof *letters);
    letters->faces = faces;
    letters->scale = 1.0f;
    letters->stats.mask_limit = LIMIT_BYTES;
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
    faces_close(letters->faces);
    mem_free(letters);
}

void letters_typeface(Letters *letters, FrameTypeface typeface)
{
    if (letters->typeface != typeface) {
        letters->typeface = typeface;
        faces_typeface(letters->faces, typeface);
        forget_lines(letters);
        memset(letters->widths, 0, sizeof letters->widths);
    }
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

// The text of a run with its NUL, and the font for it.
static TTF_Font *run_font(Letters *letters, const Run *run, int pixels, const char *text,
                          char copy[TEXT_SIZE])
{
    memcpy(copy, text + run->from, (size_t)run->bytes);
    copy[run->bytes] = '\0';
    return faces_at(letters->faces, run->face, pixels, run->script, run->from_right);
}

static int measure(Letters *letters, FrameFont font, int pixels, const char *text, size_t bytes)
{
    if (bytes >= TEXT_SIZE) {
        bytes = TEXT_SIZE - 1;
        while (bytes > 0 && ((unsigned char)text[bytes] & 0xC0u) == 0x80u) {
            bytes--; // not in the middle of a character
        }
    }
    if (bytes == 0 || !utf8_valid(text, bytes, NULL)) {
        return 0;
    }
    Run runs[RUNS_MOST];
    int count = runs_of(letters->faces, font, text, bytes, false, runs);
    int whole = 0;
    for (int i = 0; i < count; i++) {
        char copy[TEXT_SIZE];
        int width = 0;
        TTF_Font *face = run_font(letters, &runs[i], pixels, text, copy);
        whole += TTF_SizeUTF8(face, copy, &width, NULL) == 0 ? width : 0;
    }
    return whole;
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

// A line that is being put together, 8 bits of coverage a pixel.
typedef struct Sheet {
    uint8_t *pixels;
    int width, height;
    int above; // pixels above the top of the frame's font: some letters are higher
} Sheet;

static void take_ink(Line *line, const Sheet *sheet)
{
    size_t pitch = (size_t)sheet->width;
    int top = 0;
    int bottom = sheet->height;
    while (top < bottom && row_is_empty(sheet->pixels + (size_t)top * pitch, sheet->width)) {
        top++;
    }
    while (bottom > top &&
           row_is_empty(sheet->pixels + (size_t)(bottom - 1) * pitch, sheet->width)) {
        bottom--;
    }
    line->y = top - sheet->above;
    line->width = sheet->width;
    line->height = bottom - top;
    line->full_width = sheet->width;
    line->alpha = mem_alloc((size_t)line->width * (size_t)line->height);
    memcpy(line->alpha, sheet->pixels + (size_t)top * pitch,
           (size_t)line->width * (size_t)line->height);
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

static SDL_Surface *render_run(Letters *letters, const Run *run, int pixels, const char *text)
{
    SDL_Color black = { 0, 0, 0, 255 };
    SDL_Color white = { 255, 255, 255, 255 };
    char copy[TEXT_SIZE];
    TTF_Font *face = run_font(letters, run, pixels, text, copy);
    return TTF_RenderUTF8_Shaded(face, copy, black, white);
}

static void lay(Sheet *sheet, const SDL_Surface *surface, int x, int y)
{
    for (int row = 0; row < surface->h; row++) {
        const uint8_t *from = (const uint8_t *)surface->pixels + (size_t)row * (size_t)surface->pitch;
        uint8_t *to = sheet->pixels + (size_t)(y + row) * (size_t)sheet->width + (size_t)x;
        for (int i = 0; i < surface->w; i++) {
            to[i] = from[i] > to[i] ? from[i] : to[i];
        }
    }
}

// The runs behind each other on one base line, which is that of the frame's font.
static void set_runs(Letters *letters, Line *line, FrameFont font, int pixels, const char *text,
                     const Run *runs, int count)
{
    SDL_Surface *surfaces[RUNS_MOST] = { NULL };
    int tops[RUNS_MOST] = { 0 };
    TTF_Font *face = faces_at(letters->faces, (int)font, pixels, "Zzzz", false);
    int ascent = TTF_FontAscent(face);
    int lowest = TTF_FontHeight(face);
    line->full_height = lowest;
    Sheet sheet = { 0 };
    for (int i = 0; i < count; i++) {
        surfaces[i] = render_run(letters, &runs[i], pixels, text);
        if (surfaces[i] != NULL) {
            face = faces_at(letters->faces, runs[i].face, pixels, runs[i].script,
                            runs[i].from_right);
            tops[i] = ascent - TTF_FontAscent(face);
            sheet.width += surfaces[i]->w;
            sheet.above = -tops[i] > sheet.above ? -tops[i] : sheet.above;
            lowest = tops[i] + surfaces[i]->h > lowest ? tops[i] + surfaces[i]->h : lowest;
        }
    }
    sheet.height = lowest + sheet.above;
    sheet.pixels = mem_alloc((size_t)sheet.width * (size_t)sheet.height + 1);
    int x = 0;
    for (int i = 0; i < count; i++) {
        if (surfaces[i] != NULL) {
            lay(&sheet, surfaces[i], x, tops[i] + sheet.above);
            x += surfaces[i]->w;
            SDL_FreeSurface(surfaces[i]);
        }
    }
    take_ink(line, &sheet);
    mem_free(sheet.pixels);
}

static void render(Letters *letters, Line *line, FrameFont font, int pixels, const char *text,
                   size_t bytes, bool from_right)
{
    Run runs[RUNS_MOST];
    int count = runs_of(letters->faces, font, text, bytes, from_right, runs);
    if (count > 0) {
        set_runs(letters, line, font, pixels, text, runs, count);
    }
    letters->stats.lines_drawn++;
    letters->stats.mask_bytes += (size_t)line->width * (size_t)line->height;
    for (Line *old; letters->stats.mask_bytes > letters->stats.mask_limit &&
                    (old = oldest_line(letters, line)) != NULL;) {
        forget_line(letters, old);
    }
}

static const Line *line_of(Letters *letters, FrameFont font, int pixels, const char *text,
                           size_t bytes, bool from_right)
{
    uint64_t key = key_of(font, pixels, text, bytes) ^ (from_right ? 1u << 20 : 0u);
    Line *line = NULL;
    for (int i = 0; i < LINES && line == NULL; i++) {
        line = letters->lines[i].key == key ? &letters->lines[i] : NULL;
    }
    if (line == NULL) {
        line = free_line(letters);
        line->key = key;
        render(letters, line, font, pixels, text, bytes, from_right);
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
    const Line *line = line_of(letters, font, pixel_size(letters, command->size), text, bytes,
                               command->from_right);
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
