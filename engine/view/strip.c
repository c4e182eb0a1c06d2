// The ledger strip at the bottom of the play screen: every promise with its disc and what became of
// it, the open ones first, a page at a time.
#include "view/view_state.h"

typedef struct Chip {
    int commitment;
    PenDisc disc;
    LayoutBlock title, state;
    const char *name, *said;
    float width;
} Chip;

typedef struct Strip {
    Chip chips[STORY_COMMITMENTS_MAX];
    int count;
    float label, height, room, footer;
} Strip;

enum { CHIPS_A_PAGE = 5 };

// Whose bridge the number is on: each has a plank 1.
static float face_width(const View *view, const Pen *pen)
{
    return view->history->scenario->person_count > 1 ? pen_unit(pen, 32) : 0;
}

static Chip lay_chip(View *view, Pen *pen, int commitment, int person, float room)
{
    const Scenario *scenario = view->history->scenario;
    const Playthrough *play = view_plank_state(view, commitment);
    Frame *frame = pen->frame;
    Chip chip = { .commitment = commitment, .disc = view_disc(view, commitment, person) };
    int state = play_commitment_c(scenario, play, commitment)->state;
    chip.name = view_text(frame, scenario, play, scenario->commitments[commitment].title);
    chip.said = view_state_text(frame, scenario, play, commitment);
    if (scenario->person_count > 1) {
        const char *whose = view_first_name(scenario, view_disc_person(scenario, commitment));
        chip.said = word_fill2(&frame->arena, W_LEDGER_LINE, whose, chip.said);
    }
    float inner = room - pen_unit(pen, 72) - face_width(view, pen);
    inner = inner > 60 ? inner : 60;
    chip.title =
        pen_wrap(pen, pen_style(pen, STYLE_NAME, pen->theme->on_band), chip.name, false, inner);
    LayoutStyle small = pen_style(pen, STYLE_STATE, view_state_colour(pen->theme, state, true));
    chip.state = pen_wrap(pen, small, chip.said, false, inner);
    float widest = chip.state.width + pen_unit(pen, 20);
    widest = chip.title.width > widest ? chip.title.width : widest;
    chip.width = widest + pen_unit(pen, 52) + face_width(view, pen);
    return chip;
}

static float block_height(const LayoutBlock *block)
{
    return block->leading * (float)block->count;
}

static void add_chip(View *view, Pen *pen, Strip *strip, int commitment, int person)
{
    Chip *chip = &strip->chips[strip->count++];
    *chip = lay_chip(view, pen, commitment, person, strip->room);
    float height = block_height(&chip->title) + block_height(&chip->state) + pen_unit(pen, 12);
    strip->height = height > strip->height ? height : strip->height;
}

// While one bridge is looked at, only its promises stand there.
static bool is_shown(const View *view, int commitment, int person)
{
    return view->panel != PANEL_LOOK ||
           view_disc_person(view->history->scenario, commitment) == person;
}

// The open ones by their due time, then the others.
static void add_chips(View *view, Pen *pen, Strip *strip, int person)
{
    const Scenario *scenario = view->history->scenario;
    int open[STORY_COMMITMENTS_MAX];
    int count = view_open_promises(view, open);
    for (int i = 0; i < count; i++) {
        if (is_shown(view, open[i], person)) {
            add_chip(view, pen, strip, open[i], person);
        }
    }
    for (int i = 0; i < scenario->commitment_count; i++) {
        int state = play_commitment_c(scenario, view_plank_state(view, i), i)->state;
        if (state != STATE_NONE && !play_is_open((uint8_t)state) && is_shown(view, i, person)) {
            add_chip(view, pen, strip, i, person);
        }
    }
}

// Where the titles would take the story's room they stand in the list of promises only.
static void leave_titles(const Pen *pen, Strip *strip)
{
    strip->height = pen_unit(pen, 58);
    for (int i = 0; i < strip->count; i++) {
        Chip *chip = &strip->chips[i];
        chip->title.count = 0;
        float height = block_height(&chip->state) + pen_unit(pen, 12);
        strip->height = height > strip->height ? height : strip->height;
    }
}

static const char *kept_text(View *view, Pen *pen)
{
    int person = view->person;
    const Scenario *scenario = view->history->scenario;
    Arena *arena = &pen->frame->arena;
    int kept = 0;
    int count = 0;
    for (int i = 0; i < scenario->commitment_count; i++) {
        int state = play_commitment_c(scenario, view_plank_state(view, i), i)->state;
        kept += state == STATE_KEPT && is_shown(view, i, person);
        count += state != STATE_NONE && is_shown(view, i, person);
    }
    return count == 0 ? word(W_LEDGER_NONE)
                      : word_fill2(arena, W_LEDGER_KEPT, word_number(arena, kept),
                                   word_number(arena, count));
}

static float label_width(View *view, Pen *pen)
{
    LayoutStyle label = pen_style(pen, STYLE_LABEL, 0);
    LayoutStyle small = pen_style(pen, STYLE_SMALL, 0);
    float width = layout_width(pen->measure, &label, pen_capitals(pen, word(W_LEDGER)));
    float below = layout_width(pen->measure, &small, kept_text(view, pen));
    width = (below > width ? below : width) + 16;
    return width > pen_unit(pen, 112) ? width : pen_unit(pen, 112);
}

static void lay_strip(View *view, Pen *pen, int person, Strip *strip)
{
    strip->count = 0;
    strip->height = pen_unit(pen, 58);
    strip->label = label_width(view, pen);
    strip->footer = flow_footer_width(pen, 99) + 10;
    strip->room = pen->frame->width - 2 * VIEW_MARGIN - strip->label - strip->footer;
    add_chips(view, pen, strip, person);
    if (strip->height > pen->frame->height * .28f) {
        leave_titles(pen, strip);
    }
}

float view_strip_height(View *view, Pen *pen)
{
    Strip strip;
    lay_strip(view, pen, view->panel == PANEL_LOOK ? view->person : view_now_person(view), &strip);
    return strip.height;
}

static int page_end(const Strip *strip, int from)
{
    float used = 0;
    int i = from;
    while (i < strip->count && i - from < CHIPS_A_PAGE) {
        used += strip->chips[i].width;
        if (i > from && used > strip->room) {
            break;
        }
        i++;
    }
    return i;
}

static void draw_chip(View *view, Pen *pen, const Chip *chip, FrameRect rect)
{
    const Theme *theme = pen->theme;
    bool touched = view->panel == PANEL_NONE && view->told && view->focus.action == ACTION_CHOOSE &&
                   view->focus.argument < view->offer_count &&
                   view_offer_plank(view, view->focus.argument) == chip->commitment;
    touched = touched || view_points_at(view, chip->commitment);
    if (touched) {
        pen_outline(pen, (FrameRect){ rect.x - 6, rect.y + 4, rect.w - 4, rect.h - 8 }, 8, 2,
                    theme->gold, false);
    }
    float size = pen_unit(pen, 26);
    FrameRect whole = rect;
    if (face_width(view, pen) > 0) {
        int person = view_disc_person(view->history->scenario, chip->commitment);
        float high = pen_unit(pen, 32);
        FrameRect tile = { rect.x, rect.y + (rect.h - high) / 2, pen_unit(pen, 26), high };
        FrameCommand *face = frame_add(pen->frame, FRAME_PORTRAIT, tile);
        face->value = person;
        face->state = play_person_c(view->history->scenario, view->history->now, person)->mood;
        rect.x += face_width(view, pen);
        rect.w -= face_width(view, pen);
    }
    pen_disc(pen, chip->disc, rect.x + size / 2, rect.y + rect.h / 2, size, touched);
    float x = rect.x + size + pen_unit(pen, 10);
    float height = block_height(&chip->title) + block_height(&chip->state);
    float y = rect.y + (rect.h - height) / 2;
    pen_block(pen, &chip->title, x, y);
    y += block_height(&chip->title);
    int state = play_commitment_c(view->history->scenario, view_plank_state(view, chip->commitment),
                                  chip->commitment)
                    ->state;
    float icon = pen_unit(pen, 13);
    pen_icon(pen, view_state_icon(state), (FrameRect){ x, y + pen_unit(pen, 3), icon, icon },
             view_state_colour(theme, state, true));
    pen_block(pen, &chip->state, x + pen_unit(pen, 18), y);
    FrameItem *item = pen_item(pen, ROLE_LIST_ITEM, whole, chip->name, chip->said, "");
    item->live = LIVE_QUIET;
    item->selected = touched;
    item->disc = chip->disc.elsewhere ? 0 : (int16_t)chip->disc.number;
}

static void draw_label(View *view, Pen *pen, FrameRect rect)
{
    LayoutStyle label = pen_style(pen, STYLE_LABEL, pen->theme->on_band_soft);
    LayoutStyle small = pen_style(pen, STYLE_SMALL, pen->theme->on_band);
    const char *count = kept_text(view, pen);
    float y = rect.y + (rect.h - label.leading - small.leading) / 2;
    pen_text(pen, label, VIEW_MARGIN, y, ALIGN_START, pen_capitals(pen, word(W_LEDGER)));
    pen_text(pen, small, VIEW_MARGIN, y + label.leading, ALIGN_START, count);
    pen_item(pen, ROLE_LIST, rect, word(W_LEDGER), count, "strip")->live = LIVE_QUIET;
}

// The page with the promise whose plank is pointed at, or -1.
static int pointed_page(const View *view, const Strip *strip)
{
    int page = 0;
    for (int from = 0; from < strip->count && view_pointed_part(view) >= 0; page++) {
        int to = page_end(strip, from);
        for (int i = from; i < to; i++) {
            if (view_points_at(view, strip->chips[i].commitment)) {
                return page;
            }
        }
        from = to;
    }
    return -1;
}

void view_draw_strip(View *view, Pen *pen, int person)
{
    Strip strip;
    lay_strip(view, pen, person, &strip);
    Frame *frame = pen->frame;
    FrameRect band = { 0, frame->height - strip.height, frame->width, strip.height };
    pen_band(pen, band);
    pen_rect(pen, (FrameRect){ 0, band.y, band.w, 1.5f }, 0, pen->theme->edge);
    draw_label(view, pen, band);
    int pages = 0;
    for (int at = 0; at < strip.count; at = page_end(&strip, at)) {
        pages++;
    }
    int page = view->follow ? pointed_page(view, &strip) : -1;
    view->follow = view->follow && page < 0 && view_pointed_part(view) < 0;
    page = page >= 0 ? page : pen->pages[PAGER_STRIP];
    page = page >= pages ? pages - 1 : page;
    page = page < 0 ? 0 : page;
    pen->pages[PAGER_STRIP] = page;
    pen->page_counts[PAGER_STRIP] = pages > 0 ? pages : 1;
    int from = 0;
    for (int i = 0; i < page; i++) {
        from = page_end(&strip, from);
    }
    float x = VIEW_MARGIN + strip.label;
    float total = 0;
    int to = page_end(&strip, from);
    for (int i = from; i < to; i++) {
        total += strip.chips[i].width;
    }
    float wide = to > from && total < strip.room ? (strip.room - total) / CHIPS_A_PAGE : 0;
    for (int i = from; i < to; i++) {
        FrameRect rect = { x, band.y, strip.chips[i].width, band.h };
        draw_chip(view, pen, &strip.chips[i], rect);
        x += strip.chips[i].width + wide;
    }
    if (pages > 1) {
        float height = pen_small(pen);
        FrameRect foot = { frame->width - VIEW_MARGIN - strip.footer,
                           band.y + (band.h - height) / 2, strip.footer, height };
        flow_footer(pen, foot, PAGER_STRIP, true);
    }
}
