// The document: head and words, paints as attributes and gradients, and the sink that collects a
// path until it is filled.
#include "picture/svg.h"

#include "base/arena.h"
#include "picture/colour.h"
#include "picture/svg_parts.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { GRADIENTS = 64, CLIPS = 16, MOST_ID = 24 };

struct PictureSvg {
    RasterSink sink; // first: the sink is the document
    Raster raster;
    Text *out;
    char id[MOST_ID + 1];
    SvgPath path;
    SvgQueue queue;
    float least;                      // square units; what is vital is never too small
    RasterPaint gradients[GRADIENTS]; // written so far; what has no room is written again
    int gradient_count;
    RasterRect clips[CLIPS];
    float clip_rounds[CLIPS];
    int clip_count, clip_open; // the clip of the group that is open, 0 for none
    Text look;                 // attributes of the fill at hand
};

// ---- words -------------------------------------------------------------------------------------

static void escape_one(Text *out, uint32_t c, const char *s, int length)
{
    const char *entity = c == '&'    ? "&amp;"
                         : c == '<'  ? "&lt;"
                         : c == '>'  ? "&gt;"
                         : c == '"'  ? "&quot;"
                         : c == '\'' ? "&#39;"
                                     : NULL;
    bool control = c < 0x20u && c != '\t' && c != '\n';
    if (entity != NULL) {
        text_add(out, entity);
    } else if (control || c == 0x7fu || c == 0xfffeu || c == 0xffffu) {
        text_add(out, "\xef\xbf\xbd");
    } else {
        text_add_n(out, s, (size_t)length);
    }
}

void picture_svg_escape(Text *out, const char *text)
{
    size_t left = strlen(text);
    while (left > 0) {
        size_t good = left;
        if (!utf8_valid(text, left, &good) && good == 0) {
            text_add(out, "\xef\xbf\xbd");
            text++;
            left--;
            continue;
        }
        for (const char *end = text + good; text < end;) {
            int length = 1;
            uint32_t c = (unsigned char)*text < 0x80u ? (uint32_t)*text : utf8_next(text, &length);
            escape_one(out, c, text, length);
            text += length;
            left -= (size_t)length;
        }
    }
}

// An id that XML and CSS take as it is.
static void keep_id(char *id, const char *wanted)
{
    int n = 0;
    for (const char *s = wanted; *s != '\0' && n < MOST_ID; s++) {
        bool letter = (*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z');
        bool other = (*s >= '0' && *s <= '9') || *s == '-' || *s == '_';
        if (n == 0 && !letter) {
            id[n++] = 'p';
        }
        id[n++] = letter || other ? *s : '_';
    }
    id[n < MOST_ID ? n : MOST_ID] = '\0';
    if (n == 0) {
        strcpy(id, "p");
    }
}

static void write_head(const PictureSvg *svg, PictureSvgWords words)
{
    Text *out = svg->out;
    bool described = words.description != NULL && words.description[0] != '\0';
    text_addf(out,
              "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" "
              "aria-labelledby=\"%s-t%s%s%s\" style=\"isolation:isolate\">\n",
              svg->raster.surface.width, svg->raster.surface.height, svg->id, described ? " " : "",
              described ? svg->id : "", described ? "-d" : "");
    text_addf(out, "<title id=\"%s-t\">", svg->id);
    picture_svg_escape(out, words.title != NULL ? words.title : "");
    text_add(out, "</title>\n");
    if (described) {
        text_addf(out, "<desc id=\"%s-d\">", svg->id);
        picture_svg_escape(out, words.description);
        text_add(out, "</desc>\n");
    }
}

// ---- paints ------------------------------------------------------------------------------------

static void add_share(Text *t, const char *name, float alpha)
{
    int hundredths = (int)(alpha * 100.0f + 0.5f);
    if (hundredths < 100) {
        text_addf(t, " %s=\"%s%d\"", name, hundredths < 10 ? ".0" : ".", hundredths);
    }
}

static void add_colour(Text *t, const char *name, uint32_t rgb)
{
    uint32_t c = rgb & 0xffffffu;
    bool twins = ((c >> 4) & 0x0f0f0fu) == (c & 0x0f0f0fu);
    if (twins) {
        text_addf(t, " %s=\"#%x%x%x\"", name, (c >> 16) & 15u, (c >> 8) & 15u, c & 15u);
    } else {
        text_addf(t, " %s=\"#%06x\"", name, c);
    }
}

// Colours that are all but the same become one, so that their shapes can be one element.
static uint32_t coarse(uint32_t rgb)
{
    uint32_t fives = (rgb >> 3) & 0x1f1f1fu;
    return (fives << 3) | ((fives >> 2) & 0x070707u);
}

static void add_stop(Text *t, int percent, uint32_t rgb, float alpha)
{
    text_addf(t, "<stop offset=\"%s%d%s\"", percent == 0 || percent == 100 ? "" : ".",
              percent == 100 ? 1 : percent, "");
    add_colour(t, "stop-color", rgb);
    add_share(t, "stop-opacity", alpha);
    text_add(t, "/>");
}

static bool same_gradient(const RasterPaint *a, const RasterPaint *b)
{
    bool same = a->kind == b->kind && a->colour == b->colour && a->colour_end == b->colour_end &&
                a->alpha == b->alpha;
    return same &&
           (a->kind == RASTER_PAINT_GLOW || (a->from.x == b->from.x && a->from.y == b->from.y &&
                                             a->to.x == b->to.x && a->to.y == b->to.y));
}

static void write_gradient(const PictureSvg *svg, const RasterPaint *p, int number)
{
    Text *out = svg->out;
    if (p->kind == RASTER_PAINT_GLOW) {
        // (1 - r * r) squared, as the rasteriser has it.
        static const struct {
            int percent;
            float share;
        } stops[] = { { 0, 1.0f }, { 25, 0.88f }, { 50, 0.56f }, { 75, 0.19f }, { 100, 0.0f } };
        text_addf(out, "<radialGradient id=\"%s-g%d\">", svg->id, number);
        for (int i = 0; i < 5; i++) {
            add_stop(out, stops[i].percent, p->colour, p->alpha * stops[i].share);
        }
        text_add(out, "</radialGradient>\n");
        return;
    }
    bool upright = p->from.x == p->to.x;
    text_addf(out,
              "<linearGradient id=\"%s-g%d\" gradientUnits=\"userSpaceOnUse\" x1=\"%d\" y1=\"%d\" "
              "x2=\"%d\" y2=\"%d\">",
              svg->id, number, upright ? 0 : (int)p->from.x, (int)p->from.y,
              upright ? 0 : (int)p->to.x, (int)p->to.y);
    add_stop(out, 0, p->colour, (float)(p->colour >> 24) / 255.0f);
    add_stop(out, 100, p->colour_end, (float)(p->colour_end >> 24) / 255.0f);
    text_add(out, "</linearGradient>\n");
}

// The number of a gradient that has been written. Ids are never used twice.
static int gradient_of(PictureSvg *svg, const RasterPaint *paint)
{
    int kept = svg->gradient_count < GRADIENTS ? svg->gradient_count : GRADIENTS;
    for (int i = 0; i < kept; i++) {
        if (same_gradient(&svg->gradients[i], paint)) {
            return i;
        }
    }
    if (svg->gradient_count < GRADIENTS) {
        svg->gradients[svg->gradient_count] = *paint;
    }
    write_gradient(svg, paint, svg->gradient_count);
    return svg->gradient_count++;
}

static uint32_t shade_in_the_middle(const RasterPaint *paint, const Raster *raster, SvgBox box)
{
    uint32_t colour = 0;
    float step = 1.0f / raster->scale;
    paint->shade(paint->context, (0.5f * (box.x0 + box.x1) - raster->offset_x) * step,
                 (0.5f * (box.y0 + box.y1) - raster->offset_y) * step, step, 1, &colour);
    return colour;
}

// Attributes of the paint into svg->look. False where nothing would be seen.
static bool look_of(PictureSvg *svg, const Raster *raster, const RasterPaint *paint, SvgBox box,
                    bool *translucent)
{
    Text *t = &svg->look;
    float alpha = paint->alpha;
    uint32_t colour = paint->colour;
    int gradient = -1;
    if (paint->kind == RASTER_PAINT_SHADE) {
        colour = shade_in_the_middle(paint, raster, box);
        alpha *= (float)(colour >> 24) / 255.0f;
    } else if (paint->kind != RASTER_PAINT_SOLID) {
        gradient = gradient_of(svg, paint);
    }
    text_clear(t);
    if (gradient >= 0) {
        text_addf(t, " fill=\"url(#%s-g%d)\"", svg->id, gradient);
    } else {
        add_colour(t, "fill", coarse(colour));
        add_share(t, "fill-opacity", alpha);
    }
    if (raster->blend != RASTER_NORMAL) {
        text_addf(t, " style=\"mix-blend-mode:%s\"",
                  raster->blend == RASTER_MULTIPLY ? "multiply"
                  : raster->blend == RASTER_SCREEN ? "screen"
                                                   : "plus-lighter");
    }
    *translucent = gradient >= 0 || alpha < 0.995f || raster->blend != RASTER_NORMAL;
    return alpha >= 0.005f;
}

// ---- the sink ----------------------------------------------------------------------------------

static void close_clip(PictureSvg *svg)
{
    svg_queue_flush(&svg->queue, svg->out);
    if (svg->clip_open > 0) {
        text_add(svg->out, "</g>\n");
        svg->clip_open = 0;
    }
}

static void open_clip(PictureSvg *svg, const Raster *raster)
{
    RasterRect c = raster->clip;
    RasterRect full = raster_full(raster);
    bool whole = c.x0 <= full.x0 && c.y0 <= full.y0 && c.x1 >= full.x1 && c.y1 >= full.y1 &&
                 raster->clip_round <= 0.0f;
    int found = 0;
    if (!whole) {
        for (int i = 0; i < svg->clip_count && i < CLIPS && found == 0; i++) {
            bool same = memcmp(&svg->clips[i], &c, sizeof c) == 0 &&
                        svg->clip_rounds[i] == raster->clip_round;
            found = same ? i + 1 : 0;
        }
    }
    if (whole ? svg->clip_open == 0 : found > 0 && found == svg->clip_open) {
        return;
    }
    close_clip(svg);
    if (whole) {
        return;
    }
    if (found == 0) {
        if (svg->clip_count < CLIPS) {
            svg->clips[svg->clip_count] = c;
            svg->clip_rounds[svg->clip_count] = raster->clip_round;
        }
        found = ++svg->clip_count;
        text_addf(svg->out,
                  "<clipPath id=\"%s-c%d\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" "
                  "rx=\"%d\"/></clipPath>\n",
                  svg->id, found, c.x0, c.y0, c.x1 > c.x0 ? c.x1 - c.x0 : 0,
                  c.y1 > c.y0 ? c.y1 - c.y0 : 0, (int)(raster->clip_round + 0.5f));
    }
    text_addf(svg->out, "<g clip-path=\"url(#%s-c%d)\">\n", svg->id, found);
    svg->clip_open = found;
}

static void sink_path(RasterSink *sink, RasterVerb verb, const RasterPoint *points)
{
    PictureSvg *svg = (PictureSvg *)sink;
    SvgPath *path = &svg->path;
    if (path->count == path->room) {
        path->room = path->room == 0 ? 256 : path->room * 2;
        path->steps = mem_grow(path->steps, (size_t)path->room * sizeof *path->steps);
    }
    int n = verb == RASTER_CUBIC ? 3 : verb == RASTER_QUAD || verb == RASTER_ELLIPSE ? 2 : 1;
    SvgStep *step = &path->steps[path->count++];
    *step = (SvgStep){ .verb = verb };
    memcpy(step->p, points, (size_t)n * sizeof *points);
}

static SvgBox box_of_glow(const RasterPaint *paint)
{
    float r = paint->to.x;
    return (SvgBox){ paint->from.x - r, paint->from.y - r, paint->from.x + r, paint->from.y + r };
}

static int nearest(float v)
{
    return (int)floorf(v + 0.5f);
}

static void sink_fill(RasterSink *sink, const Raster *raster, const RasterPaint *paint)
{
    PictureSvg *svg = (PictureSvg *)sink;
    bool glow = paint->kind == RASTER_PAINT_GLOW;
    bool translucent;
    SvgBox box = glow ? box_of_glow(paint) : svg_path_box(&svg->path);
    bool seen = box.x0 <= box.x1 && svg_box_meets(box, svg->queue.view);
    if (seen) {
        open_clip(svg, raster);
        seen = look_of(svg, raster, paint, box, &translucent);
    }
    if (seen && glow) {
        svg_queue_circle(&svg->queue, nearest(paint->from.x), nearest(paint->from.y),
                         nearest(paint->to.x), text_str(&svg->look), svg->out);
    } else if (seen) {
        svg->queue.least = raster->vital ? 0.0f : svg->least;
        svg_queue_path(&svg->queue, &svg->path, text_str(&svg->look), translucent, svg->out);
    }
    if (!glow) {
        svg->path.count = 0;
    }
}

// ---- life --------------------------------------------------------------------------------------

PictureSvg *picture_svg_open(Text *out, PictureSvgCrop crop, float units, float detail,
                             PictureSvgWords words)
{
    assert(crop.w > 0.0f && crop.h > 0.0f && units > 0.0f);
    PictureSvg *svg = mem_alloc(sizeof *svg);
    svg->sink = (RasterSink){ sink_path, sink_fill };
    svg->out = out;
    svg->least = detail * units * units;
    svg->queue.slack = 0.9f * units;
    int width = (int)(crop.w * units + 0.5f);
    int height = (int)(crop.h * units + 0.5f);
    svg->queue.view = (SvgBox){ 0.0f, 0.0f, (float)width, (float)height };
    keep_id(svg->id, words.id != NULL ? words.id : "");
    raster_init_sink(&svg->raster, &svg->sink, width, height);
    svg->raster.scale = units;
    svg->raster.offset_x = -crop.x * units;
    svg->raster.offset_y = -crop.y * units;
    write_head(svg, words);
    return svg;
}

Raster *picture_svg_raster(PictureSvg *svg)
{
    return &svg->raster;
}

void picture_svg_close(PictureSvg *svg)
{
    close_clip(svg);
    text_add(svg->out, "</svg>\n");
    svg_queue_deinit(&svg->queue);
    text_deinit(&svg->look);
    mem_free(svg->path.steps);
    raster_deinit(&svg->raster);
    mem_free(svg);
}
