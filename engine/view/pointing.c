// Pointing at a part of the bridge: where each can be pointed at, and the note beside the one that
// is. Places come from picture/place.h; what is said comes from parts.c.
#include "view/mirror.h"
#include "view/parts.h"
#include "view/view_state.h"

#include "picture/place.h"

enum { NOTE_LINES = 6, LEADER = 22, LIFT_MOST = 96, PLANK_HIGH = 47 };

static const float note_width = 320.0f;
static const float note_padding = 12.0f;

int view_pointed_part(const View *view)
{
    if (view->hover.action == ACTION_PLANK) {
        return view->hover.argument;
    }
    return view->focus.action == ACTION_PLANK ? view->focus.argument : -1;
}

bool view_points_at(const View *view, int commitment)
{
    int part = view_pointed_part(view);
    int person = view->shown_person;
    if (part < 0 || person < 0 || commitment < 0 || view->history == NULL ||
        view_disc_person(view->history->scenario, commitment) != person) {
        return false;
    }
    BridgeCondition bridge;
    story_bridge(view->history->scenario, view_bridge_state(view, person), person, &bridge);
    return view_part_is(&bridge, part, commitment);
}

// ---- where parts lie ----------------------------------------------------------------------------

typedef struct Ground { // how the scene lies on the screen
    FrameRect area;     // in which it is seen
    float x, y;         // of the scene's origin
    bool all;           // also what the area hides can be walked to
} Ground;

static FrameRect cut(FrameRect a, FrameRect b)
{
    float x0 = a.x > b.x ? a.x : b.x;
    float y0 = a.y > b.y ? a.y : b.y;
    float x1 = a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w;
    float y1 = a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h;
    return (FrameRect){ x0, y0, x1 - x0, y1 - y0 };
}

// False where it is not seen. What is hidden behind a card has a line of its edge as its place.
static bool place(const Ground *ground, PictureBox box, FrameRect *out)
{
    FrameRect whole = { box.x + ground->x, box.y + ground->y, box.w, box.h };
    *out = cut(whole, ground->area);
    if (out->w >= 8 && out->h >= 10) {
        return true;
    }
    float bottom = ground->area.y + ground->area.h - 1;
    *out = (FrameRect){ whole.x, whole.y < ground->area.y ? ground->area.y : bottom, whole.w, 1 };
    return ground->all;
}

static PictureBox box_of(const BridgeCondition *bridge, int part)
{
    switch (part) {
    case PART_ROPES:
        return picture_place_rail(bridge, 0);
    case PART_NEAR_POSTS:
        return picture_place_post(false);
    case PART_FAR_POSTS:
        return picture_place_post(true);
    case PART_SCAR:
        return picture_place_scar();
    case PART_LANTERN:
        return picture_place_lantern();
    default:
        return picture_place_plank(bridge, part);
    }
}

static const char *part_id(Arena *arena, const BridgeCondition *bridge, int part)
{
    static const char *const names[] = { "part.ropes", "part.posts_near", "part.posts_far",
                                         "part.scar", "part.lantern" };
    if (part >= BRIDGE_PLANKS) {
        return names[part - BRIDGE_PLANKS];
    }
    int disc = view_part_disc(bridge, part);
    Text id = { .data = NULL };
    text_addf(&id, disc > 0 ? "plank.%d" : "part.plank.%d", disc > 0 ? disc : part + 1);
    const char *copy = arena_string(arena, text_str(&id));
    text_deinit(&id);
    return copy;
}

static FrameItem *add_item(Pen *pen, const ViewPartOf *of, int part, FrameRect rect)
{
    Arena *arena = &pen->frame->arena;
    ViewPartLine lines[2];
    const char *names[2] = { "", "" };
    const char *values[2] = { "", "" };
    int count = view_part_lines(of, part, arena, lines);
    for (int i = 0; i < count; i++) {
        bool both = lines[i].state[0] != '\0' && lines[i].wood[0] != '\0';
        names[i] = lines[i].name;
        values[i] = both ? word_fill2(arena, W_STATE_AND_WOOD, lines[i].state, lines[i].wood)
                    : lines[i].wood[0] != '\0' ? lines[i].wood
                                               : lines[i].state;
    }
    if (count == 2) {
        names[0] = word_fill2(arena, W_BOTH, names[0], names[1]);
        values[0] = word_fill2(arena, W_BOTH, values[0], values[1]);
    }
    FrameItem *item = pen_operable(pen, ROLE_LIST_ITEM, rect, names[0], values[0],
                                   part_id(arena, of->bridge, part), ACTION_PLANK, part);
    item->disc = (int16_t)view_part_disc(of->bridge, part);
    item->group = 1;
    return item;
}

static void add_items(Pen *pen, const ViewPartOf *of, const Ground *ground)
{
    for (int part = view_part_first(of->bridge, false); part >= 0;
         part = view_part_after(of->bridge, part, 1)) {
        FrameRect rect;
        if (!place(ground, box_of(of->bridge, part), &rect)) {
            continue;
        }
        add_item(pen, of, part, rect);
        int pieces = of->bridge->word == BRIDGE_DOWN ? 1 : PICTURE_PLACE_RAILS;
        for (int i = 1; part == PART_ROPES && i < pieces; i++) {
            if (place(ground, picture_place_rail(of->bridge, i), &rect) && rect.h > 2) {
                add_item(pen, of, part, rect)->silent = true;
            }
        }
    }
}

// ---- the note -----------------------------------------------------------------------------------

typedef struct Note {
    LayoutBlock blocks[NOTE_LINES];
    int icons[NOTE_LINES]; // FrameIcon, or -1
    uint32_t icon_colours[NOTE_LINES];
    int count;
    float w, h;
} Note;

static void note_line(Pen *pen, Note *note, ThemeStyle style, uint32_t colour, const char *text,
                      int icon, float width)
{
    if (text[0] == '\0' || note->count == NOTE_LINES) {
        return;
    }
    float indent = icon >= 0 ? pen_unit(pen, 18) : 0;
    LayoutBlock block = pen_wrap(pen, pen_style(pen, style, colour), text, false, width - indent);
    note->blocks[note->count] = block;
    note->icons[note->count] = icon;
    note->icon_colours[note->count++] = colour;
    note->w = block.width + indent > note->w ? block.width + indent : note->w;
    note->h += block.leading * (float)block.count;
}

static Note lay_note(Pen *pen, const ViewPartOf *of, int part, float room)
{
    const Theme *theme = pen->theme;
    ViewPartLine lines[2];
    int count = view_part_lines(of, part, &pen->frame->arena, lines);
    Note note = { .count = 0 };
    float width = pen_unit(pen, note_width) < room ? pen_unit(pen, note_width) : room;
    width -= 2 * note_padding;
    for (int i = 0; i < count; i++) {
        note_line(pen, &note, STYLE_BUTTON, theme->ink, lines[i].name, -1, width);
        if (lines[i].commitment >= 0) {
            int state = play_commitment_c(of->scenario, of->play, lines[i].commitment)->state;
            note_line(pen, &note, STYLE_STATE, view_state_colour(theme, state, false),
                      lines[i].state, (int)view_state_icon(state), width);
        }
        note_line(pen, &note, STYLE_STATE, theme->soft, lines[i].wood, -1, width);
    }
    note.w += 2 * note_padding;
    note.h += 2 * note_padding - 4;
    return note;
}

static float clamp(float v, float least, float most)
{
    return v > most ? most : v < least ? least : v;
}

// Above, below, or on one side of what it speaks of, where all of it fits. False: nowhere.
static bool note_place(const Note *note, FrameRect of, FrameRect area, FrameRect *out)
{
    float middle = of.x + of.w / 2;
    float right = area.x + area.w - 8;
    float bottom = area.y + area.h - 8;
    float x = clamp(middle - note->w / 2, area.x + 8, right - note->w);
    float y = clamp(of.y + of.h / 2 - note->h / 2, area.y + 8, bottom - note->h);
    const FrameRect places[] = {
        { x, of.y - LEADER - note->h, note->w, note->h },
        { x, of.y + of.h + LEADER, note->w, note->h },
        { of.x + of.w + LEADER, y, note->w, note->h },
        { of.x - LEADER - note->w, y, note->w, note->h },
    };
    for (int i = 0; i < 4; i++) {
        FrameRect p = places[i];
        if (p.x >= area.x + 7 && p.y >= area.y + 7 && p.x + p.w <= right + 1 &&
            p.y + p.h <= bottom + 1) {
            *out = p;
            return true;
        }
    }
    return false;
}

static void draw_leader(Pen *pen, FrameRect of, FrameRect note)
{
    const Theme *theme = pen->theme;
    FrameRect line;
    FrameRect dot = { 0, 0, 8, 8 };
    if (note.y + note.h <= of.y || note.y >= of.y + of.h) {
        bool above = note.y + note.h <= of.y;
        float x = clamp(of.x + of.w / 2, note.x + 10, note.x + note.w - 10);
        line = (FrameRect){ x - 2, above ? note.y + note.h - 1 : of.y + of.h, 4,
                            above ? of.y - note.y - note.h + 1 : note.y - of.y - of.h + 1 };
        dot.x = x - 4;
        dot.y = above ? of.y - 5 : of.y + of.h - 3;
    } else {
        bool left = note.x + note.w <= of.x;
        float y = clamp(of.y + of.h / 2, note.y + 8, note.y + note.h - 8);
        line = (FrameRect){ left ? note.x + note.w - 1 : of.x + of.w, y - 2,
                            left ? of.x - note.x - note.w + 1 : note.x - of.x - of.w + 1, 4 };
        dot.x = left ? of.x - 5 : of.x + of.w - 3;
        dot.y = y - 4;
    }
    FrameRect inner = { line.x + (line.w > 4 ? 0 : 1), line.y + (line.w > 4 ? 1 : 0),
                        line.w > 4 ? line.w : 2, line.w > 4 ? 2 : line.h };
    pen_rect(pen, line, 0, theme->ring_inner);
    pen_rect(pen, inner, 0, theme->ring_outer);
    pen_rect(pen, dot, 4, theme->ring_inner);
    pen_rect(pen, (FrameRect){ dot.x + 1.5f, dot.y + 1.5f, 5, 5 }, 2.5f, theme->ring_outer);
}

static void draw_note(Pen *pen, const Note *note, FrameRect rect)
{
    mirror_within(pen->frame, rect);
    pen_small_card(pen, rect, pen->theme->note);
    float y = rect.y + note_padding - 2;
    for (int i = 0; i < note->count; i++) {
        const LayoutBlock *block = &note->blocks[i];
        float x = rect.x + note_padding;
        if (note->icons[i] >= 0) {
            float size = pen_unit(pen, 13);
            FrameRect icon = { x, y + (block->leading - size) / 2, size, size };
            pen_icon(pen, (FrameIcon)note->icons[i], icon, note->icon_colours[i]);
            x += pen_unit(pen, 18);
        }
        pen_block(pen, block, x, y);
        y += block->leading * (float)block->count;
    }
}

static void draw_mark(Pen *pen, FrameRect of)
{
    FrameRect inner = { of.x - 1, of.y - 1, of.w + 2, of.h + 2 };
    FrameRect outer = { of.x - 3.5f, of.y - 3.5f, of.w + 7, of.h + 7 };
    pen_outline(pen, outer, 9, 3, pen->theme->ring_outer, false);
    pen_outline(pen, inner, 7, 2, pen->theme->ring_inner, false);
}

static bool draw_parts(View *view, Pen *pen, const ViewPartOf *of, FrameRect area, bool all)
{
    const Frame *frame = pen->frame;
    float lift = (float)frame->commands[0].value; // of the scene, which is drawn first
    lift = clamp(lift, 0, LIFT_MOST);
    Ground ground = { area, (frame->width - 1280) / 2, (frame->height - 720) / 2 - lift, all };
    view->shown_person = of->person;
    add_items(pen, of, &ground);
    int part = view_pointed_part(view);
    FrameRect place_of;
    if (part < 0 || !view_part_there(of->bridge, part) ||
        !place(&ground, box_of(of->bridge, part), &place_of)) {
        return false;
    }
    Note note = lay_note(pen, of, part, area.w - 32);
    FrameRect rect;
    if (place_of.h > 2) {
        FrameRect wood = place_of;
        wood.h = part < BRIDGE_PLANKS && wood.h > PLANK_HIGH ? PLANK_HIGH : wood.h;
        draw_mark(pen, wood); // its disc has a ring of its own
    }
    if (!note_place(&note, place_of, area, &rect)) {
        return false;
    }
    draw_leader(pen, place_of, rect);
    draw_note(pen, &note, rect);
    return true;
}

bool view_draw_parts(View *view, Pen *pen, const ViewPartOf *of, FrameRect area, bool all)
{
    mirror_stays(pen->frame);
    bool noted = draw_parts(view, pen, of, area, all);
    mirror_usual(pen->frame);
    return noted;
}
