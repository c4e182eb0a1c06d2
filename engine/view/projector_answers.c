// The answers on the room screen, before and after the reveal. They stand as large as they can beside the
// end of what was told; where there are many, the card grows, then they stand in two columns, then in pages.
#include "view/projector_parts.h"

#include "base/say.h"

#include <stdio.h>

typedef struct Form {
    float text, leading, least, gap, key;
    ScreenType story;
    float grown; // of what the card can grow
    int columns;
} Form;

static const Form forms[] = {
    { 26, 32, 66, 9, 40, SCREEN_STORY, 0, 1 },   { 26, 32, 58, 8, 40, SCREEN_STORY, .15f, 1 },
    { 26, 32, 56, 8, 40, SCREEN_STORY, .3f, 1 }, { 24, 30, 54, 7, 38, SCREEN_STORY, .3f, 1 },
    { 22, 28, 48, 7, 34, SCREEN_STORY, .3f, 1 }, { 22, 28, 48, 7, 34, SCREEN_STORY, .5f, 1 },
    { 22, 28, 48, 7, 34, SCREEN_STORY, 1, 1 },   { 20, 25, 40, 5, 30, SCREEN_STORY, 1, 1 },
    { 20, 25, 40, 5, 30, SCREEN_STORY, 1, 2 },
};
enum { FORM_COUNT = sizeof forms / sizeof *forms, COLUMNS = 2, IN_PAGES = FORM_COUNT - 2 };

static const float pad = 24.0f;

typedef struct Row {
    const Screen *screen;
    const Form *form;
    int answer;
    LayoutBlock text;
    const char *figure; // "" where none is shown
    bool most, bar;
    float height;
} Row;

typedef struct Rows {
    Row rows[COLUMNS];
    int count;
    float width;
} Rows;

static bool is_revealed(const Screen *screen)
{
    return screen->room->stage == ROOM_REVEALED;
}

static LayoutStyle figure_style(const Screen *screen, const Form *form)
{
    Pen *pen = screen->pen;
    return (LayoutStyle){ FONT_UI_BOLD, pen_unit(pen, form->text + 4), pen_unit(pen, form->leading),
                          pen->theme->ink };
}

static LayoutStyle tag_style(const Screen *screen, const Form *form)
{
    Pen *pen = screen->pen;
    return (LayoutStyle){ FONT_UI_BOLD, pen_unit(pen, 20), pen_unit(pen, form->leading),
                          pen->theme->accent };
}

// What stands behind the words: a disc before the reveal; after it "most" and the figure.
static float right_of(const Row *row)
{
    const Screen *screen = row->screen;
    Pen *pen = screen->pen;
    if (!is_revealed(screen)) {
        return pen_unit(pen, screen->view->answers[row->answer].disc > 0 ? 64 : 16);
    }
    LayoutStyle figure = figure_style(screen, row->form), tag = tag_style(screen, row->form);
    float width = pen_unit(pen, 16);
    if (row->figure[0] != '\0') { // figures below each other begin at one place
        float least = layout_width(pen->measure, &figure, "00");
        float own = layout_width(pen->measure, &figure, row->figure);
        width += (own > least ? own : least) + pen_unit(pen, 14);
    }
    return width + (row->most ? layout_width(pen->measure, &tag, say("most")) + pen_unit(pen, 18) : 0);
}

static float text_left(const Row *row)
{
    return pen_unit(row->screen->pen, 14 + row->form->key + 18);
}

static Row row_of(const Screen *screen, const Form *form, int answer, float width)
{
    const Room *room = screen->room;
    Pen *pen = screen->pen;
    bool counts = is_revealed(screen) && room->result.shown == ROOM_SHOWN_COUNTS;
    char figure[16] = "";
    Row row = { .screen = screen, .form = form, .answer = answer, .bar = counts };
    if (counts) {
        snprintf(figure, sizeof figure, "%d", room->result.counts[answer]);
    }
    row.figure = frame_text(pen->frame, figure);
    row.most = is_revealed(screen) && room->result.most == answer;
    LayoutStyle style = { FONT_UI_MEDIUM, pen_unit(pen, form->text), pen_unit(pen, form->leading),
                          pen->theme->ink };
    float room_for_text = width - text_left(&row) - right_of(&row);
    row.text = pen_wrap(pen, style, screen->view->answers[answer].text, true,
                        room_for_text > 60 ? room_for_text : 60);
    float height = row.text.leading * (float)row.text.count + pen_unit(pen, counts ? 30 : 12);
    float least = pen_unit(pen, form->least);
    row.height = height > least ? height : least;
    return row;
}

// ---- drawing ------------------------------------------------------------------------------------

static void draw_ground(const Row *row, FrameRect rect)
{
    Pen *pen = row->screen->pen;
    const Theme *theme = pen->theme;
    if (!theme->high_contrast) { // the edge of a card that lies there
        pen_rect(pen, (FrameRect){ rect.x, rect.y + 1.5f, rect.w, rect.h }, 8, theme->rule);
    }
    if (row->most) {
        pen_barred(pen, rect, 8, 7, theme->accent, theme->row);
        pen_outline(pen, rect, 8, 2.5f, theme->accent, false);
        return;
    }
    pen_rect(pen, rect, 8, theme->row);
    if (theme->high_contrast) {
        pen_outline(pen, rect, 8, 1.5f, theme->edge, false);
    }
}

static void draw_key(const Row *row, FrameRect rect, float middle)
{
    Pen *pen = row->screen->pen;
    float size = pen_unit(pen, row->form->key) * (row->bar ? .84f : 1);
    char number[16];
    snprintf(number, sizeof number, "%d", row->answer + 1);
    FrameRect cap = { rect.x + pen_unit(pen, 14), middle - size / 2, size, size };
    FrameCommand *command = frame_add(pen->frame, FRAME_KEYCAP, cap);
    command->radius = 6;
    command->font = FONT_UI_BOLD;
    command->size = size * .58f;
    command->colour = row->most ? pen->theme->accent : pen->theme->keycap;
    command->colour2 = row->most ? pen->theme->on_accent : pen->theme->keycap_ink;
    command->text = frame_text(pen->frame, number);
}

static void draw_figures(const Row *row, FrameRect rect, float y)
{
    const Screen *screen = row->screen;
    Pen *pen = screen->pen;
    float x = rect.x + rect.w - pen_unit(pen, 16);
    if (row->figure[0] != '\0') {
        LayoutStyle style = figure_style(screen, row->form);
        float own = pen_text(pen, style, x, y, ALIGN_END, row->figure);
        float least = layout_width(pen->measure, &style, "00");
        x -= (own > least ? own : least) + pen_unit(pen, 14);
    }
    if (row->most) {
        pen_text(pen, tag_style(screen, row->form), x, y, ALIGN_END, say("most"));
    }
}

static void draw_bar(const Row *row, FrameRect rect)
{
    const RoomResult *result = &row->screen->room->result;
    Pen *pen = row->screen->pen;
    float height = pen_unit(pen, 13);
    float x = rect.x + text_left(row);
    FrameRect track = { x, rect.y + rect.h - height - pen_unit(pen, 8),
                        rect.x + rect.w - pen_unit(pen, 16) - x, height };
    pen_rect(pen, track, 4, pen->theme->track);
    if (pen->theme->high_contrast) {
        pen_outline(pen, track, 4, 1, pen->theme->edge, false);
    }
    FrameRect fill = track;
    fill.w *= result->answered > 0
                  ? (float)result->counts[row->answer] / (float)result->answered
                  : 0;
    if (fill.w < 1) {
        return;
    }
    pen_rect(pen, fill, 4, row->most ? pen->theme->accent : pen->theme->bar_gold);
    if (row->most && !pen->theme->high_contrast) { // what is talked about is hatched
        FrameCommand *hatch = frame_add(pen->frame, FRAME_RECT, fill);
        hatch->colour = hatch->colour2 = 0x50ffffffu;
        hatch->flag = true;
    }
    pen_outline(pen, fill, 4, row->most && pen->theme->high_contrast ? 3 : 1.5f, pen->theme->ink,
                false);
}

static const char *said(const Row *row)
{
    const Screen *screen = row->screen;
    const RoomAnswer *answer = &screen->view->answers[row->answer];
    Text out = { .data = NULL };
    if (row->figure[0] != '\0') {
        text_add(&out, row->figure);
    }
    if (row->most) {
        text_addf(&out, "%s%s", out.length > 0 ? ", " : "", say("most"));
    }
    if (!is_revealed(screen) && answer->disc > 0) {
        text_add(&out, screen_count(screen, say("touches plank %d"), answer->disc));
    }
    const char *kept = frame_text(screen->pen->frame, text_str(&out));
    text_deinit(&out);
    return kept;
}

static void draw_row(const Row *row, FrameRect rect)
{
    const Screen *screen = row->screen;
    const RoomAnswer *answer = &screen->view->answers[row->answer];
    Pen *pen = screen->pen;
    float high = row->text.leading * (float)row->text.count;
    float above = row->bar ? rect.h - pen_unit(pen, 24) : rect.h;
    float y = rect.y + (above - high) / 2;
    Text name = { .data = NULL };
    draw_ground(row, rect);
    draw_key(row, rect, row->bar ? y + high / 2 : rect.y + rect.h / 2);
    pen_block(pen, &row->text, rect.x + text_left(row), y);
    if (is_revealed(screen)) {
        draw_figures(row, rect, y + (high - pen_unit(pen, row->form->leading)) / 2);
    } else {
        pen_disc(pen, (PenDisc){ answer->disc, answer->fate, answer->mended, answer->theirs, false },
                 rect.x + rect.w - pen_unit(pen, 34), rect.y + rect.h / 2, pen_unit(pen, 34), false);
    }
    if (row->bar) {
        draw_bar(row, rect);
    }
    for (int i = 0; i < row->text.count; i++) {
        text_addf(&name, "%s%s", i > 0 && row->text.lines[i].spaced ? " " : "",
                  row->text.lines[i].plain);
    }
    char id[24];
    snprintf(id, sizeof id, "answer.%d", row->answer + 1);
    pen_item(pen, ROLE_LIST_ITEM, rect, text_str(&name), said(row), id)->selected = row->most;
    text_deinit(&name);
}

static void draw_rows(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const Rows *rows = bit->data;
    (void)pen;
    for (int i = 0; i < rows->count; i++) {
        float x = rect.x + (rows->width + 10) * (float)i;
        draw_row(&rows->rows[i], (FrameRect){ x, rect.y, rows->width, rect.h });
    }
}

// ---- how large ----------------------------------------------------------------------------------

// An answer that is higher than a page, in parts of it.
static void add_parts(Flow *flow, const Row *whole, float width)
{
    Pen *pen = whole->screen->pen;
    float around = pen_unit(pen, whole->bar ? 30 : 12);
    int most = (int)((flow->highest - around) / whole->text.leading);
    most = most > 0 ? most : 1;
    for (int at = 0; at < whole->text.count; at += most) {
        Rows *rows = arena_alloc(&pen->frame->arena, sizeof *rows);
        Row *part = &rows->rows[0];
        *part = *whole;
        part->text.lines += at;
        part->text.count = whole->text.count - at < most ? whole->text.count - at : most;
        part->height = part->text.leading * (float)part->text.count + around;
        rows->count = 1;
        rows->width = width;
        flow_bit(flow, part->height, whole->form->gap, draw_rows, rows);
    }
}

static Flow answers_flow(const Screen *screen, const Form *form, float width, float height)
{
    Flow flow = flow_new(screen->pen, width, height - screen_pages_foot(screen));
    float own = (width - 10 * (float)(form->columns - 1)) / (float)form->columns;
    for (int i = 0; i < screen->room->offer_count; i += form->columns) {
        Rows *rows = arena_alloc(&screen->pen->frame->arena, sizeof *rows);
        float highest = 0;
        rows->width = own;
        for (int k = 0; k < form->columns && i + k < screen->room->offer_count; k++) {
            rows->rows[k] = row_of(screen, form, i + k, own);
            rows->count = k + 1;
            highest = rows->rows[k].height > highest ? rows->rows[k].height : highest;
        }
        if (form->columns == 1 && highest > flow.highest) {
            add_parts(&flow, &rows->rows[0], own);
            continue;
        }
        flow_bit(&flow, highest, i > 0 ? form->gap : 0, draw_rows, rows);
    }
    return flow;
}

// The first bit of the longest end of the story that has room: whole paragraphs.
static int tail_of(const Flow *story, float height)
{
    int from = story->count;
    for (int i = story->count - 1; i >= 0; i--) {
        bool begins = i == 0 || story->bits[i].line == NULL || story->bits[i - 1].line == NULL ||
                      story->bits[i - 1].group != story->bits[i].group;
        if (begins && flow_height(story, i, story->count) <= height) {
            from = i;
        }
    }
    return from;
}

// In one column the question to talk about is the page behind the answers.
static bool talks_below(const Screen *screen)
{
    return screen->stacked && is_revealed(screen);
}

typedef struct Plan {
    FrameRect card, inside;
    Flow story, answers;
    int from;  // first bit of the story that is shown
    float gap; // between the two
    bool fits; // the answers do
} Plan;

static Plan plan_of(const Screen *screen, const Form *form, FrameRect card, float highest)
{
    Plan plan = { .card = card };
    float more = (card.y - highest) * form->grown;
    plan.card.y -= more > 0 ? more : 0;
    plan.card.h += more > 0 ? more : 0;
    plan.inside = (FrameRect){ card.x + pad, plan.card.y + 18, card.w - 2 * pad, plan.card.h - 34 };
    plan.answers = answers_flow(screen, form, plan.inside.w, plan.inside.h);
    plan.story = screen_story(screen, form->story, plan.inside.w, plan.inside.h);
    plan.gap = pen_unit(screen->pen, 14);
    float high = flow_height(&plan.answers, 0, plan.answers.count);
    float foot = talks_below(screen) ? screen_pages_foot(screen) : 0;
    plan.fits = high <= plan.inside.h - foot;
    plan.from = tail_of(&plan.story, plan.inside.h - high - plan.gap);
    return plan;
}

// While the room answers it wants to read what it answers to, and who said it; when it talks, the figures
// matter more.
static bool is_good(const Screen *screen, const Form *form, const Plan *plan)
{
    int lines = plan->story.count - plan->from;
    bool told = plan->from == 0 || lines >= (form->text > 22 ? 3 : 2);
    return plan->fits && (told || is_revealed(screen));
}

FrameRect screen_draw_answers(const Screen *screen, FrameRect card, float highest)
{
    Plan plan = plan_of(screen, &forms[0], card, highest);
    bool good = is_good(screen, &forms[0], &plan);
    for (int i = 1; i < FORM_COUNT && !good; i++) {
        plan = plan_of(screen, &forms[i], card, highest);
        good = is_good(screen, &forms[i], &plan);
    }
    for (int i = 0; i < FORM_COUNT && !good; i++) { // without the story, then
        plan = plan_of(screen, &forms[i], card, highest);
        good = plan.fits;
    }
    if (!good) {
        plan = plan_of(screen, &forms[IN_PAGES], card, highest);
    }
    if (screen->stacked && plan.fits && plan.from == plan.story.count && !talks_below(screen)) {
        // More of the bridge, then.
        float rest = plan.inside.h - flow_height(&plan.answers, 0, plan.answers.count);
        plan.card.y += rest;
        plan.card.h -= rest;
        plan.inside.y += rest;
        plan.inside.h -= rest;
    }
    pen_card(screen->pen, plan.card, true);
    if (talks_below(screen)) {
        Flow talk = screen_talk(screen, plan.inside.w, plan.inside.h);
        flow_append(&plan.answers, &talk);
        screen_pages(screen, &plan.answers, plan.inside);
        return plan.card;
    }
    float told = flow_height(&plan.story, plan.from, plan.story.count);
    flow_draw(&plan.story, plan.inside, plan.from, plan.story.count);
    if (plan.fits) {
        float high = flow_height(&plan.answers, 0, plan.answers.count);
        float left = plan.inside.h - told - high; // the answers stand at the foot
        FrameRect rect = { plan.inside.x, plan.inside.y + told + left, plan.inside.w, high };
        flow_draw(&plan.answers, rect, 0, plan.answers.count);
    } else {
        screen_pages(screen, &plan.answers, plan.inside);
    }
    return plan.card;
}
