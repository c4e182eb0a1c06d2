// Executes draw commands with the rasteriser and the ornaments of engine/picture. All figures in
// design units; what high contrast does to an ornament is the ornament's own business.
#include "sdl/paint_shapes.h"

#include "picture/disc.h"
#include "picture/ornament.h"
#include "picture/portrait.h"

#include <assert.h>
#include <string.h>

static const float shadow_reach = 32.0f; // its softest step is 20 around, 8 below
static const float rope_reach = 10.0f;   // bolts stand out
static const float ring_reach = 10.0f;   // of a focused disc
static const float hatch_pitch = 8.0f;   // no finer than 4: screens.md
static const float hatch_line = 4.0f;
static const uint32_t ring_glow = 0xfff3c8u;
static const uint32_t ink = 0x2b2233u;

static FrameRect grown(FrameRect rect, float by)
{
    return (FrameRect){ rect.x - by, rect.y - by, rect.w + 2.0f * by, rect.h + 2.0f * by };
}

static float rope_height(const FrameCommand *command)
{
    return command->size > 0.0f ? command->size : 10.0f;
}

static float gauge_height(const FrameCommand *command)
{
    return command->rect.h > 0.0f ? command->rect.h : 18.0f;
}

static float portrait_height(const FrameCommand *command)
{
    return command->rect.h > 0.0f ? command->rect.h : (float)PICTURE_PORTRAIT_HEIGHT;
}

FrameRect shapes_bounds(ShapesContext *context, const Frame *frame, const FrameCommand *command)
{
    (void)frame;
    FrameRect rect = command->rect;
    switch ((FrameCommandKind)command->kind) {
    case FRAME_TEXT:
        return letters_bounds(context->letters, command);
    case FRAME_SHADOW:
        return grown(rect, shadow_reach);
    case FRAME_ROPE:
        return grown((FrameRect){ rect.x, rect.y, rect.w, rope_height(command) }, rope_reach);
    case FRAME_GAUGE:
        rect.h = gauge_height(command);
        rect.w = picture_gauge_width(rect.h);
        return grown(rect, 3.0f);
    case FRAME_PORTRAIT:
        rect.h = portrait_height(command);
        rect.w = rect.h * (float)PICTURE_PORTRAIT_WIDTH / (float)PICTURE_PORTRAIT_HEIGHT;
        return grown(rect, 3.0f);
    case FRAME_DISC:
        return grown(rect, ring_reach);
    case FRAME_ICON:
    case FRAME_KEYCAP:
        rect.w = rect.w > rect.h * 2.0f ? rect.w : rect.h * 2.0f; // the logo is wider than high
        return grown(rect, 4.0f);
    case FRAME_OUTLINE:
    case FRAME_RECT:
    case FRAME_THUMBNAIL:
        return grown(rect, 2.0f);
    case FRAME_CODE:
    case FRAME_RING:
        return grown(rect, 2.0f);
    case FRAME_SCENE:
    case FRAME_CLIP:
        return rect;
    }
    return rect;
}

static bool is_opaque(uint32_t argb)
{
    return argb >> 24 == 255u;
}

RasterRect shapes_opaque(const FrameCommand *command, float scale)
{
    FrameRect r = command->rect;
    bool hides = command->kind == FRAME_RECT && !command->flag && is_opaque(command->colour) &&
                 (command->colour2 == 0 || is_opaque(command->colour2));
    float x0 = r.x * scale + 2.0f;
    float y0 = (r.y + command->radius) * scale + 2.0f; // between its round corners
    float x1 = (r.x + r.w) * scale - 2.0f;
    float y1 = (r.y + r.h - command->radius) * scale - 2.0f;
    if (!hides || !(x1 > x0 && y1 > y0 && x0 > -1.0e6f && y0 > -1.0e6f && x1 < 1.0e6f &&
                    y1 < 1.0e6f)) {
        return (RasterRect){ 0 };
    }
    return (RasterRect){ (int)x0, (int)y0, (int)x1, (int)y1 };
}

// ---- comparing ----------------------------------------------------------------------------------

bool shapes_same_look(const PictureLook *a, const PictureLook *b)
{
    return picture_look_same(a, b);
}

static bool same_rect(FrameRect a, FrameRect b)
{
    return memcmp(&a, &b, sizeof a) == 0; // four floats without padding
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

// Same person, another look: a different scenario's.
static bool same_portrait(const Frame *fa, const FrameCommand *a, const Frame *fb,
                          const FrameCommand *b)
{
    return a->value == b->value && a->value >= 0 && a->value < fa->look_count &&
           a->value < fb->look_count &&
           shapes_same_look(&fa->looks[a->value], &fb->looks[b->value]);
}

static bool same_thumbnail(const Frame *fa, const FrameCommand *a, const Frame *fb,
                           const FrameCommand *b)
{
    if (a->value < 0 || a->value >= fa->thumbnail_count || b->value < 0 ||
        b->value >= fb->thumbnail_count) {
        return false;
    }
    const FrameThumbnail *ta = &fa->thumbnails[a->value];
    const FrameThumbnail *tb = &fb->thumbnails[b->value];
    return ta->weather == tb->weather && album_same_bridge(&ta->condition, &tb->condition);
}

bool shapes_same(const Frame *fa, const FrameCommand *a, const Frame *fb, const FrameCommand *b)
{
    if (a->kind != b->kind || a->font != b->font || a->align != b->align || a->state != b->state ||
        a->state2 != b->state2 || a->flag != b->flag || a->from_right != b->from_right ||
        !same_rect(a->rect, b->rect) ||
        memcmp(&a->radius, &b->radius, sizeof a->radius) != 0 ||
        memcmp(&a->size, &b->size, sizeof a->size) != 0 || a->colour != b->colour ||
        a->colour2 != b->colour2 || !same_text(a->text, b->text)) {
        return false;
    }
    if (a->kind == FRAME_PORTRAIT) {
        return same_portrait(fa, a, fb, b);
    }
    return a->kind == FRAME_THUMBNAIL ? same_thumbnail(fa, a, fb, b) : a->value == b->value;
}

// ---- painting -----------------------------------------------------------------------------------

static float alpha_of(uint32_t argb)
{
    return (float)(argb >> 24) / 255.0f;
}

// Slanted stripes of the colour within the rectangle.
static void paint_hatch(Raster *raster, const FrameCommand *c)
{
    FrameRect r = c->rect;
    RasterRect clip = raster_clip_box(raster, r.x, r.y, r.w, r.h, 0.0f);
    for (float x = r.x - r.h; x < r.x + r.w; x += hatch_pitch) {
        raster_segment(raster, x, r.y + r.h, x + r.h, r.y, hatch_line, hatch_line);
    }
    raster_fill(raster, c->colour, alpha_of(c->colour));
    raster_clip(raster, clip);
}

static void paint_rect(Raster *raster, const FrameCommand *c)
{
    FrameRect r = c->rect;
    if (c->flag) {
        paint_hatch(raster, c);
        return;
    }
    if (c->radius > 0.0f) {
        raster_round_rect(raster, r.x, r.y, r.w, r.h, c->radius);
    } else {
        raster_rect(raster, r.x, r.y, r.w, r.h);
    }
    if (c->colour2 != 0 && c->colour2 != c->colour) {
        raster_fill_linear(raster, c->colour, c->colour2, r.x, r.y, r.x, r.y + r.h);
    } else {
        raster_fill(raster, c->colour, alpha_of(c->colour));
    }
}

// One dash in the middle of a corner's quarter circle around (x, y), which reaches to x + dx, y +
// dy.
static void round_corner(Raster *raster, float x, float y, float dx, float dy, float line)
{
    const float near = 0.5f; // sine of 30 degrees, of 45 and of 60
    const float middle = 0.70711f;
    const float far = 0.86603f;
    const RasterPoint arc[3] = { { x + dx * near, y + dy * far },
                                 { x + dx * middle, y + dy * middle },
                                 { x + dx * far, y + dy * near } };
    raster_ribbon(raster, arc, 3, line, line, 0.0f);
}

static void paint_dashed_outline(Raster *raster, const FrameCommand *c, float line)
{
    FrameRect r = c->rect;
    float on = line * 3.0f;
    float pitch = line * 5.0f;
    float half = line * 0.5f;
    float edge = c->radius;
    float x0 = r.x + half;
    float x1 = r.x + r.w - half;
    float y0 = r.y + half;
    float y1 = r.y + r.h - half;
    raster_dashes(raster, r.x + edge, y0, r.x + r.w - edge, y0, line, on, pitch);
    raster_dashes(raster, r.x + edge, y1, r.x + r.w - edge, y1, line, on, pitch);
    raster_dashes(raster, x0, r.y + edge, x0, r.y + r.h - edge, line, on, pitch);
    raster_dashes(raster, x1, r.y + edge, x1, r.y + r.h - edge, line, on, pitch);
    float bend = edge - half;
    if (bend > on) {
        round_corner(raster, r.x + edge, r.y + edge, -bend, -bend, line);
        round_corner(raster, r.x + r.w - edge, r.y + edge, bend, -bend, line);
        round_corner(raster, r.x + edge, r.y + r.h - edge, -bend, bend, line);
        round_corner(raster, r.x + r.w - edge, r.y + r.h - edge, bend, bend, line);
    }
    raster_fill(raster, c->colour, alpha_of(c->colour));
}

static void paint_outline(Raster *raster, const FrameCommand *c)
{
    float line = c->size > 0.0f ? c->size : 1.0f;
    if (c->flag) {
        paint_dashed_outline(raster, c, line);
        return;
    }
    raster_round_frame(raster, c->rect.x, c->rect.y, c->rect.w, c->rect.h, c->radius, line);
    raster_fill(raster, c->colour, alpha_of(c->colour));
}

static void paint_disc(Raster *raster, const Frame *frame, const FrameCommand *c)
{
    FrameRect r = c->rect;
    float x = r.x + r.w * 0.5f;
    float y = r.y + r.h * 0.5f;
    float radius = (r.h < r.w ? r.h : r.w) * 0.5f;
    float inner = radius - 1.5f; // the outline belongs to the height of a disc
    if (c->flag && !frame->high_contrast) {
        raster_glow(raster, x, y, radius + ring_reach - 1.0f, ring_glow, 0.9f);
    }
    if (c->flag) {
        raster_ring(raster, x, y, radius + 3.0f, 2.0f);
        raster_fill(raster, frame->high_contrast ? 0xffe14du : 0xfff8eau, 1.0f);
    }
    picture_disc(raster, x, y, inner > 1.0f ? inner : 1.0f,
                 (PictureDisc){ .number = c->value,
                                .fate = c->state,
                                .mended = (c->state2 & 1u) != 0,
                                .theirs = (c->state2 & 2u) != 0,
                                .high_contrast = frame->high_contrast,
                                .safe = frame->colour_safe });
}

static void paint_portrait(Raster *raster, const Frame *frame, const FrameCommand *c)
{
    PictureMood mood = c->state < PICTURE_MOODS ? (PictureMood)c->state : PICTURE_CALM;
    if (c->value >= 0 && c->value < frame->look_count) {
        picture_portrait(raster, c->rect.x, c->rect.y, portrait_height(c), &frame->looks[c->value],
                         mood, frame->high_contrast);
    }
}

// In four strips around the card, which hides the rest of its shadow: half the work.
static void paint_shadow(Raster *raster, const FrameCommand *c)
{
    FrameRect r = c->rect;
    RasterRect clip = raster->clip;
    RasterRect card = raster_rect_of(raster, r.x + c->radius, r.y + c->radius,
                                     r.w - 2.0f * c->radius, r.h - 2.0f * c->radius);
    RasterRect hidden = raster_rect_cut(card, clip);
    if (raster_rect_empty(hidden)) {
        picture_shadow(raster, r.x, r.y, r.w, r.h, c->radius);
        return;
    }
    const RasterRect strips[] = { { clip.x0, clip.y0, clip.x1, hidden.y0 },
                                  { clip.x0, hidden.y0, hidden.x0, hidden.y1 },
                                  { hidden.x1, hidden.y0, clip.x1, hidden.y1 },
                                  { clip.x0, hidden.y1, clip.x1, clip.y1 } };
    for (int i = 0; i < 4; i++) {
        if (!raster_rect_empty(strips[i])) {
            raster_clip(raster, strips[i]);
            picture_shadow(raster, r.x, r.y, r.w, r.h, c->radius);
        }
    }
    raster_clip(raster, clip);
}

static PictureIcon icon_of(int32_t icon)
{
    switch ((FrameIcon)icon) {
    case ICON_DUSK:
        return PICTURE_ICON_MOON;
    case ICON_STORM:
        return PICTURE_ICON_CLOUD;
    case ICON_CHECK:
        return PICTURE_ICON_CHECK;
    case ICON_CLOCK:
        return PICTURE_ICON_CLOCK;
    case ICON_CRACK:
        return PICTURE_ICON_CRACK;
    case ICON_CROSS:
        return PICTURE_ICON_CROSS;
    case ICON_MOVED:
        return PICTURE_ICON_MOVED;
    case ICON_ARROW:
        return PICTURE_ICON_ARROW;
    case ICON_SUN:
    case ICON_DAWN:
    case ICON_LOGO:
        return PICTURE_ICON_SUN;
    }
    return PICTURE_ICON_SUN;
}

static void paint_icon(Raster *raster, const Frame *frame, const FrameCommand *c)
{
    FrameRect r = c->rect;
    if (c->value == ICON_LOGO) {
        picture_logo(raster, r.x, r.y, r.h, frame->high_contrast);
        return;
    }
    float size = r.h > 0.0f ? r.h : c->size;
    float width = r.w > 0.0f ? r.w : size;
    PictureIcon icon = c->value == ICON_ARROW && c->flag ? PICTURE_ICON_BACK : icon_of(c->value);
    picture_icon(raster, icon, r.x + width * 0.5f, r.y + size * 0.5f, size, c->colour);
}

// Four buttons of a gamepad; the one that is meant is full.
static void paint_glyph(Raster *raster, const FrameCommand *c)
{
    static const float places[4][2] = { { 0, 1 }, { 1, 0 }, { -1, 0 }, { 0, -1 } }; // by FrameGlyph
    float size = c->rect.h < c->rect.w ? c->rect.h : c->rect.w;
    float x = c->rect.x + c->rect.w * 0.5f;
    float y = c->rect.y + c->rect.h * 0.5f;
    raster_ellipse(raster, x, y, size * 0.5f, size * 0.5f);
    raster_fill(raster, c->colour, 1.0f);
    for (int i = 0; i < 4; i++) {
        float at_x = x + places[i][0] * size * 0.26f;
        float at_y = y + places[i][1] * size * 0.26f;
        bool meant = i + 1 == (int)c->state;
        if (meant) {
            raster_ellipse(raster, at_x, at_y, size * 0.17f, size * 0.17f);
        } else {
            raster_ring(raster, at_x, at_y, size * 0.12f, size * 0.06f);
        }
        raster_fill(raster, c->colour2, 1.0f);
    }
}

static void paint_keycap(ShapesContext *context, Raster *raster, const FrameCommand *c)
{
    FrameRect r = c->rect;
    if (c->state != GLYPH_NONE) {
        paint_glyph(raster, c);
        return;
    }
    picture_keycap(raster, r.x, r.y, r.w, r.h, c->colour);
    FrameCommand label = *c;
    label.kind = FRAME_TEXT;
    label.align = ALIGN_CENTRE;
    label.rect.x = r.x + r.w * 0.5f;
    label.colour = c->colour2 != 0 ? c->colour2 : 0xff000000u | ink;
    if (label.size <= 0.0f) {
        label.size = r.h * 0.57f;
        label.font = FONT_UI_BOLD;
    }
    letters_draw(context->letters, raster, &label);
}

static void paint_thumbnail(ShapesContext *context, Raster *raster, const Frame *frame,
                            const FrameCommand *c)
{
    const AlbumPicture *picture = album_find(context->album, frame, c, raster->scale);
    if (picture != NULL) {
        raster_blit(raster, &picture->surface, c->rect.x, c->rect.y, 1.0f);
    }
}

// Every square as many whole pixels as the others, or phones take long to read it.
static void paint_code(Raster *raster, const FrameCommand *c)
{
    int side = (int)c->value;
    float pixels = (c->rect.w < c->rect.h ? c->rect.w : c->rect.h) * raster->scale;
    int dot = side > 0 ? (int)(pixels / (float)side) : 0;
    dot = dot > 0 ? dot : 1;
    float step = (float)dot / raster->scale;
    float rest = (pixels - (float)(dot * side)) * 0.5f;
    float x0 = (float)(int)(c->rect.x * raster->scale + rest + 0.5f) / raster->scale;
    float y0 = (float)(int)(c->rect.y * raster->scale + rest + 0.5f) / raster->scale;
    for (int y = 0; y < side; y++) {
        const char *row = c->text + y * side;
        for (int x = 0; x < side; x++) {
            int run = 0;
            while (x + run < side && row[x + run] == '1') {
                run++;
            }
            if (run > 0) {
                raster_rect(raster, x0 + (float)x * step, y0 + (float)y * step, (float)run * step,
                            step);
                x += run;
            }
        }
    }
    raster_fill(raster, c->colour, 1.0f);
}

enum { RING_STEPS = 120 };

// From the top, clockwise.
static void paint_ring(Raster *raster, const FrameCommand *c)
{
    const float turn_x = 0.9986295f; // cosine and sine of 3 degrees
    const float turn_y = 0.0523360f;
    RasterPoint arc[RING_STEPS + 1];
    float radius = (c->rect.w < c->rect.h ? c->rect.w : c->rect.h) * 0.5f;
    float x = c->rect.x + c->rect.w * 0.5f;
    float y = c->rect.y + c->rect.h * 0.5f;
    float dx = 0.0f;
    float dy = -(radius - c->size * 0.5f);
    raster_ring(raster, x, y, radius, c->size);
    raster_fill(raster, c->colour2, 1.0f);
    int steps = ((int)c->value * RING_STEPS + 999) / 1000;
    steps = steps < 0 ? 0 : steps > RING_STEPS ? RING_STEPS : steps;
    if (steps == RING_STEPS) {
        raster_ring(raster, x, y, radius, c->size);
    }
    for (int i = 0; i <= steps && steps < RING_STEPS; i++) {
        arc[i] = (RasterPoint){ x + dx, y + dy };
        float next = dx * turn_x - dy * turn_y;
        dy = dx * turn_y + dy * turn_x;
        dx = next;
    }
    if (steps > 0 && steps < RING_STEPS) {
        raster_ribbon(raster, arc, steps + 1, c->size, c->size, 0.0f);
    }
    if (steps > 0) {
        raster_fill(raster, c->colour, 1.0f);
    }
}

void shapes_paint(ShapesContext *context, Raster *raster, const Frame *frame,
                  const FrameCommand *command)
{
    const FrameRect *r = &command->rect;
    switch ((FrameCommandKind)command->kind) {
    case FRAME_RECT:
        paint_rect(raster, command);
        break;
    case FRAME_OUTLINE:
        paint_outline(raster, command);
        break;
    case FRAME_SHADOW:
        paint_shadow(raster, command);
        break;
    case FRAME_TEXT:
        letters_draw(context->letters, raster, command);
        break;
    case FRAME_ROPE:
        picture_rope_edge(raster, r->x, r->y + rope_height(command) * 0.5f, r->w,
                          rope_height(command), command->flag, frame->high_contrast);
        break;
    case FRAME_GAUGE:
        picture_gauge(raster, r->x, r->y, gauge_height(command), command->value,
                      command->flag || frame->high_contrast, frame->high_contrast);
        break;
    case FRAME_DISC:
        paint_disc(raster, frame, command);
        break;
    case FRAME_PORTRAIT:
        paint_portrait(raster, frame, command);
        break;
    case FRAME_THUMBNAIL:
        paint_thumbnail(context, raster, frame, command);
        break;
    case FRAME_ICON:
        paint_icon(raster, frame, command);
        break;
    case FRAME_KEYCAP:
        paint_keycap(context, raster, command);
        break;
    case FRAME_CODE:
        paint_code(raster, command);
        break;
    case FRAME_RING:
        paint_ring(raster, command);
        break;
    case FRAME_SCENE:
    case FRAME_CLIP:
        break;
    }
}
