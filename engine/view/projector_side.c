// Beside the story: how to come in, how many have answered, the countdown, what came out and what to talk
// about. What has no room is left out, the least important first; how to come in and how many stay.
#include "view/projector_parts.h"

#include "base/say.h"

#include <stdio.h>

static const float pad = 22.0f;

// ---- pieces -------------------------------------------------------------------------------------

// The squares on white with their margin, whatever the colours are: phones want it so.
void screen_code_box(const Screen *screen, FrameRect rect, const char *name)
{
    Pen *pen = screen->pen;
    const RoomCode *code = &screen->view->join_code;
    // The standard wants four squares of margin; a bright card goes on with it.
    int squares = pen->theme->high_contrast ? 3 : 2;
    float margin = rect.w * (float)squares / (float)(code->side + 2 * squares);
    pen_rect(pen, rect, 8, 0xffffffffu);
    FrameCommand *dots = frame_add(pen->frame, FRAME_CODE,
                                   (FrameRect){ rect.x + margin, rect.y + margin,
                                                rect.w - 2 * margin, rect.h - 2 * margin });
    dots->value = code->side;
    dots->colour = 0xff171228u;
    dots->text = frame_text(pen->frame, code->dots);
    pen_item(pen, ROLE_IMAGE, rect, name, screen->view->join_link, "code");
}

static const char *two(const Screen *screen, const char *pattern, int a, int b)
{
    char first[16], second[16];
    Text out = { .data = NULL };
    snprintf(first, sizeof first, "%d", a);
    snprintf(second, sizeof second, "%d", b);
    say_fill(pattern, (const char *const[]){ first, second }, 2, &out);
    const char *kept = frame_text(screen->pen->frame, text_str(&out));
    text_deinit(&out);
    return kept;
}

static const char *count_words(const Screen *screen)
{
    int answered = room_answered(screen->room);
    int of = screen->view->phones > answered ? screen->view->phones : answered;
    return two(screen, say("{1} of {2}"), answered, of);
}

static const char *phones_words(const Screen *screen)
{
    int phones = screen->view->phones;
    return screen_count(screen, say_many("%d phone is here", "%d phones are here", phones), phones);
}

static const char *outcome_words(const Screen *screen)
{
    const Room *room = screen->room;
    const RoomResult *result = &room->result;
    if (result->shown == ROOM_SHOWN_NOTHING) {
        return screen_count(screen,
                            say_many("Fewer than %d answered: no figures.",
                                     "Fewer than %d answered: no figures.", room->settings.least),
                            room->settings.least);
    }
    if (result->shown == ROOM_SHOWN_ALIKE) {
        return screen_count(screen, say("Nearly everybody, or everybody, chose %d."),
                            result->most + 1);
    }
    if (result->most >= 0) {
        return screen_count(screen, say("Most chose %d."), result->most + 1);
    }
    Text which = { .data = NULL }, out = { .data = NULL };
    int best = 0;
    for (int i = 0; i < room->offer_count; i++) {
        best = result->counts[i] > best ? result->counts[i] : best;
    }
    for (int i = 0; i < room->offer_count; i++) {
        if (result->counts[i] == best) {
            text_addf(&which, "%s%d", which.length > 0 ? say_comma() : "", i + 1);
        }
    }
    text_addf(&out, say("As many chose one as the other: %s."), text_str(&which));
    const char *kept = frame_text(screen->pen->frame, text_str(&out));
    text_deinit(&which);
    text_deinit(&out);
    return kept;
}

// ---- the code with its words beside it ------------------------------------------------------------

typedef struct JoinData {
    const Screen *screen;
    LayoutBlock words[3];
    float size; // of the QR code
} JoinData;

static float block_height(const LayoutBlock *block)
{
    return block->leading * (float)block->count;
}

static void draw_join(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const JoinData *join = bit->data;
    const Screen *screen = join->screen;
    float x = rect.x + (join->size > 0 ? join->size + pen_unit(pen, 16) : 0);
    float height = 0;
    for (int i = 0; i < 3; i++) {
        height += block_height(&join->words[i]);
    }
    float y = rect.y + (rect.h - height) / 2;
    if (join->size > 0) {
        screen_code_box(screen, (FrameRect){ rect.x, rect.y, join->size, join->size },
                        say("QR code of the address below"));
    }
    for (int i = 0; i < 3; i++) {
        pen_block(pen, &join->words[i], x, y);
        y += block_height(&join->words[i]);
    }
    FrameRect box = { x, rect.y, rect.x + rect.w - x, rect.h };
    pen_item(pen, ROLE_TEXT, box, say("Room code"), screen->view->code, "join");
}

static void add_join(const Screen *screen, Flow *flow, float size, bool all)
{
    Pen *pen = screen->pen;
    const Theme *theme = pen->theme;
    JoinData *join = arena_alloc(&pen->frame->arena, sizeof *join);
    join->screen = screen;
    join->size = screen->view->join_code.side > 0 ? size : 0;
    float width = flow->width - join->size - (join->size > 0 ? pen_unit(pen, 16) : 0);
    LayoutStyle code = screen_style(screen, SCREEN_CODE, theme->accent);
    while (code.size > 18 && layout_width(pen->measure, &code, screen->view->code) > width) {
        code.size -= 2; // a name is never broken; 18 is the least on this screen
    }
    join->words[0] = pen_wrap(pen, screen_style(screen, SCREEN_SMALL, theme->ink), say("Room code"),
                              false, width);
    join->words[1] = pen_wrap(pen, code, screen->view->code, false, width);
    if (all) {
        join->words[2] = pen_wrap(pen, screen_style(screen, SCREEN_SMALL, theme->ink),
                                  say("No name asked"), false, width);
    }
    float height = 0;
    for (int i = 0; i < 3; i++) {
        height += block_height(&join->words[i]);
    }
    flow_bit(flow, height > join->size ? height : join->size, 0, draw_join, join);
}

// ---- how many have answered, and how long there is ------------------------------------------------

typedef struct CountData {
    const Screen *screen;
    LayoutBlock words[2];
    float ring; // 0: no countdown
} CountData;

static void draw_countdown(const Screen *screen, FrameRect rect)
{
    Pen *pen = screen->pen;
    const Theme *theme = pen->theme;
    int left = screen->view->seconds_left, whole = screen->view->seconds_whole;
    char number[16];
    snprintf(number, sizeof number, "%d", left);
    FrameCommand *ring = frame_add(pen->frame, FRAME_RING, rect);
    ring->size = rect.w * .115f;
    ring->value = left >= whole || whole <= 0 ? 1000 : left * 1000 / whole;
    ring->colour = theme->accent;
    ring->colour2 = theme->high_contrast ? 0xff4a5160u : theme->rule;
    LayoutStyle style = { FONT_UI_BOLD, rect.w * (left > 999 ? .26f : left > 99 ? .32f : .36f),
                          rect.h, theme->ink };
    pen_text(pen, style, rect.x + rect.w / 2, rect.y, ALIGN_CENTRE, number);
    pen_item(pen, ROLE_STATUS, rect,
             screen_count(screen, say_many("%d second left", "%d seconds left", left), left), "",
             "countdown");
}

static void draw_counted(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const CountData *count = bit->data;
    float x = rect.x + (count->ring > 0 ? count->ring + pen_unit(pen, 18) : 0);
    float height = block_height(&count->words[0]) + block_height(&count->words[1]);
    float y = rect.y + (rect.h - height) / 2;
    if (count->ring > 0) {
        draw_countdown(count->screen,
                       (FrameRect){ rect.x, rect.y + (rect.h - count->ring) / 2, count->ring,
                                    count->ring });
    }
    pen_block(pen, &count->words[0], x, y);
    pen_block(pen, &count->words[1], x, y + block_height(&count->words[0]));
    FrameRect box = { x, y, rect.x + rect.w - x, height };
    pen_item(pen, ROLE_STATUS, box, count_words(count->screen), say("have answered"), "answered");
}

static void add_count(const Screen *screen, Flow *flow, float gap)
{
    Pen *pen = screen->pen;
    CountData *count = arena_alloc(&pen->frame->arena, sizeof *count);
    bool counts_down = screen->room->stage == ROOM_ANSWERS && screen->view->seconds_left >= 0;
    count->screen = screen;
    count->ring = counts_down ? pen_unit(pen, 74) : 0;
    float width = flow->width - (counts_down ? count->ring + pen_unit(pen, 18) : 0);
    count->words[0] = pen_wrap(pen, screen_style(screen, SCREEN_COUNT, pen->theme->ink),
                               count_words(screen), false, width);
    count->words[1] = pen_wrap(pen, screen_style(screen, SCREEN_SIDE, pen->theme->ink),
                               say("have answered"), false, width);
    float height = block_height(&count->words[0]) + block_height(&count->words[1]);
    flow_bit(flow, height > count->ring ? height : count->ring, gap, draw_counted, count);
}

// ---- the card -------------------------------------------------------------------------------------

static void add_label(const Screen *screen, Flow *flow, const char *text, float gap)
{
    LayoutStyle style = screen_style(screen, SCREEN_SMALL, screen->pen->theme->accent);
    style.font = FONT_UI_BOLD;
    LayoutSegment segment = { text, style, false };
    flow_segments(flow, &segment, 1, gap);
}

static void add_branch(const Screen *screen, Flow *flow)
{
    if (room_in_branch(screen->room)) {
        add_label(screen, flow, say("Another branch: what if?"), 0);
        flow_rule(flow, 8);
    }
}

// `less`: how much is left out so far.
static void ways_in(const Screen *screen, Flow *flow, int less)
{
    static const float SIZES[] = { 120, 104, 88, 72, 0 };
    const Theme *theme = screen->pen->theme;
    bool votes = screen->room->stage == ROOM_ANSWERS || screen->room->stage == ROOM_FROZEN;
    int size = less < 4 ? less : 4;
    if (screen->view->open) {
        float wide = votes || less > 0 ? SIZES[size] : 140;
        add_join(screen, flow, pen_unit(screen->pen, wide), less < 3);
        screen_text(screen, flow, SCREEN_ADDRESS, theme->ink, screen->view->address, 8);
    }
    if (votes) {
        flow_rule(flow, 11);
        add_count(screen, flow, 12);
        const char *note = screen->room->stage == ROOM_FROZEN ? say("Answers are closed.")
                                                              : say("Hidden till the reveal.");
        screen_text(screen, flow, SCREEN_SMALL, theme->ink,
                    less < 4 || screen->room->stage == ROOM_FROZEN ? note : "", 8);
    } else if (less < 4) {
        flow_rule(flow, 11);
        screen_text(screen, flow, SCREEN_SIDE, theme->ink, phones_words(screen), 10);
    }
}

static void came_out(const Screen *screen, Flow *flow, int less)
{
    const Theme *theme = screen->pen->theme;
    Text all = { .data = NULL };
    text_addf(&all, "%s %s", count_words(screen), say("answered"));
    screen_text(screen, flow, SCREEN_COUNT, theme->ink, text_str(&all), 0);
    text_deinit(&all);
    screen_text(screen, flow, SCREEN_SIDE, theme->ink, outcome_words(screen), 4);
    flow_rule(flow, 12);
    add_label(screen, flow, say("Talk, two minutes"), 12);
    screen_text(screen, flow, less < 2 ? SCREEN_TALK : SCREEN_SIDE, theme->ink,
                less < 4 ? screen->view->talk : "", 4);
    if (less == 0) {
        flow_rule(flow, 12);
        screen_text(screen, flow, SCREEN_SIDE, theme->soft,
                    room_in_branch(screen->room)
                        ? say("Then we come back to what the room chose.")
                        : say("Then the story goes on with the room’s choice."),
                    10);
    }
}

static void ended(const Screen *screen, Flow *flow, int less)
{
    const Theme *theme = screen->pen->theme;
    add_label(screen, flow, say("This is how it ended"), 0);
    screen_text(screen, flow, less < 1 ? SCREEN_TALK : SCREEN_SIDE, theme->ink,
                screen->view->ending, 4);
    if (less < 3) {
        flow_rule(flow, 12);
        screen_text(screen, flow, less < 2 ? SCREEN_TALK : SCREEN_SIDE, theme->ink,
                    say("Which of our choices turned it? What would one of you do tomorrow?"), 10);
    }
}

Flow screen_talk(const Screen *screen, float width, float height)
{
    Flow flow = flow_new(screen->pen, width, height);
    bool over = screen->room->stage == ROOM_ENDED;
    if (!over) {
        add_label(screen, &flow, say("Talk, two minutes"), 0);
    }
    screen_text(screen, &flow, SCREEN_TALK, screen->pen->theme->ink,
                over ? say("Which of our choices turned it? What would one of you do tomorrow?")
                     : screen->view->talk,
                6);
    return flow;
}

static Flow side_flow(const Screen *screen, float width, float height, int less)
{
    Flow flow = flow_new(screen->pen, width, height);
    add_branch(screen, &flow);
    if (screen->room->stage == ROOM_REVEALED) {
        came_out(screen, &flow, less);
    } else if (screen->room->stage == ROOM_ENDED && screen->view->ending[0] != '\0') {
        ended(screen, &flow, less);
    } else {
        ways_in(screen, &flow, less);
    }
    return flow;
}

enum { LESS_MOST = 5 };

void screen_draw_side(const Screen *screen, FrameRect card)
{
    FrameRect inside = { card.x + pad, card.y + 20, card.w - 2 * pad, card.h - 34 };
    Flow flow = side_flow(screen, inside.w, inside.h, 0);
    for (int less = 1; less <= LESS_MOST && flow_height(&flow, 0, flow.count) > inside.h; less++) {
        flow = side_flow(screen, inside.w, inside.h, less);
    }
    pen_card(screen->pen, card, true);
    flow_draw(&flow, inside, 0, flow_page_end(&flow, 0, inside.h));
}

// ---- in one column: a line at the foot ------------------------------------------------------------

static const char *foot_left(const Screen *screen)
{
    Text out = { .data = NULL };
    if (room_in_branch(screen->room)) {
        text_addf(&out, "%s ", say("Another branch: what if?"));
    }
    if (screen->room->stage == ROOM_REVEALED) {
        text_addf(&out, "%s %s. %s", count_words(screen), say("answered"), outcome_words(screen));
    } else if (screen->room->stage == ROOM_ENDED && screen->view->ending[0] != '\0') {
        text_addf(&out, "%s: %s", say("This is how it ended"), screen->view->ending);
    } else if (screen->room->stage == ROOM_ANSWERS || screen->room->stage == ROOM_FROZEN) {
        text_addf(&out, "%s %s", count_words(screen), say("have answered"));
        text_add(&out, screen->room->stage == ROOM_FROZEN ? ". " : "");
        text_add(&out, screen->room->stage == ROOM_FROZEN ? say("Answers are closed.") : "");
    } else {
        text_add(&out, phones_words(screen));
    }
    const char *kept = frame_text(screen->pen->frame, text_str(&out));
    text_deinit(&out);
    return kept;
}

static const char *foot_right(const Screen *screen)
{
    Text out = { .data = NULL };
    bool talks = screen->room->stage == ROOM_REVEALED || screen->room->stage == ROOM_ENDED;
    if (screen->view->open && !talks) {
        text_addf(&out, "%s  %s", screen->view->code, screen->view->address);
    }
    const char *kept = frame_text(screen->pen->frame, text_str(&out));
    text_deinit(&out);
    return kept;
}

typedef struct Foot {
    LayoutBlock left, right;
    float ring, height, right_width;
} Foot;

static Foot foot_of(const Screen *screen, float width)
{
    Pen *pen = screen->pen;
    Foot foot = { .ring = 0 };
    LayoutStyle style = screen_style(screen, SCREEN_SIDE, pen->theme->on_band);
    LayoutStyle bold = style;
    bold.font = FONT_UI_BOLD;
    const char *right = foot_right(screen);
    if (screen->room->stage == ROOM_ANSWERS && screen->view->seconds_left >= 0) {
        foot.ring = pen_unit(pen, 44);
    }
    float room = width - 2 * pad - (foot.ring > 0 ? foot.ring + 16 : 0);
    foot.right = pen_wrap(pen, bold, right, false, room * .52f);
    foot.right_width = foot.right.width;
    foot.left = pen_wrap(pen, style, foot_left(screen), false,
                         room - foot.right_width - (foot.right_width > 0 ? 24 : 0));
    float left = block_height(&foot.left), other = block_height(&foot.right);
    foot.height = left > other ? left : other;
    foot.height = foot.height > foot.ring ? foot.height : foot.ring;
    return foot;
}

float screen_foot_height(const Screen *screen)
{
    float width = screen->pen->frame->width - 2 * VIEW_MARGIN;
    return foot_of(screen, width).height + 24;
}

void screen_draw_foot(const Screen *screen, FrameRect rect)
{
    Pen *pen = screen->pen;
    Foot foot = foot_of(screen, rect.w);
    FrameRect band = { rect.x, rect.y + 12, rect.w, rect.h - 12 };
    pen_rect(pen, band, 8, pen->theme->band | 0xff000000u);
    if (pen->theme->high_contrast) {
        pen_outline(pen, band, 8, 1.5f, pen->theme->edge, false);
    }
    float x = rect.x + pad;
    if (foot.ring > 0) { // on a ground of its own: its figure is ink
        FrameRect ring = { x, band.y + (band.h - foot.ring) / 2, foot.ring, foot.ring };
        pen_rect(pen, ring, foot.ring / 2, pen->theme->paper_top);
        draw_countdown(screen, ring);
        x += foot.ring + 16;
    }
    pen_block(pen, &foot.left, x, band.y + (band.h - block_height(&foot.left)) / 2);
    pen_item(pen, ROLE_STATUS, band, foot_left(screen), "", "answered");
    if (foot.right_width > 0) {
        float at = rect.x + rect.w - pad - foot.right.width;
        pen_block(pen, &foot.right, at, band.y + (band.h - block_height(&foot.right)) / 2);
        pen_item(pen, ROLE_TEXT, band, say("Room code"), foot_right(screen), "join");
    }
}

// ---- before it begins -----------------------------------------------------------------------------

// Open, and at an address that leads here: without a network there is none.
static bool can_come_in(const RoomView *view)
{
    return view->open && (view->network_count > 0 || view->loopback);
}

static Flow welcome_flow(const Screen *screen, float width, float height, int less)
{
    const RoomView *view = screen->view;
    const Theme *theme = screen->pen->theme;
    Flow flow = flow_new(screen->pen, width, height);
    ScreenType blurb = less < 1 ? SCREEN_TALK : SCREEN_SIDE;
    if (!can_come_in(view)) {
        screen_text(screen, &flow, blurb, theme->ink, view->blurb, 0);
        screen_text(screen, &flow, SCREEN_HEADING, theme->ink,
                    say("In a moment you can come in with your phone."), 18);
        return flow;
    }
    screen_text(screen, &flow, blurb, theme->ink, less < 2 ? view->blurb : "", 0);
    screen_text(screen, &flow, SCREEN_HEADING, theme->ink, say("Come in with your phone"), 14);
    screen_text(screen, &flow, SCREEN_ADDRESS_LARGE, theme->ink, view->address, 2);
    if (less < 4) {
        screen_text(screen, &flow, SCREEN_SIDE, theme->ink, say("Room code"), 8);
    }
    screen_text(screen, &flow, SCREEN_CODE_LARGE, theme->accent, view->code, 0);
    if (less < 3) {
        screen_text(screen, &flow, SCREEN_SMALL, theme->ink,
                    say("No name, no account, nothing to install. The same Wi-Fi as this room."),
                    6);
    }
    screen_text(screen, &flow, SCREEN_COUNT, theme->ink, phones_words(screen), 10);
    return flow;
}

void screen_draw_welcome(const Screen *screen, FrameRect card)
{
    Pen *pen = screen->pen;
    bool code = can_come_in(screen->view) && screen->view->join_code.side > 0;
    FrameRect inside = { card.x + 30, card.y + 24, card.w - 60, card.h - 46 };
    float size = inside.h < 400 ? inside.h : 400;
    float width = inside.w - (code ? size + 30 : 0);
    Flow flow = welcome_flow(screen, width, inside.h, 0);
    for (int less = 1; less < LESS_MOST && flow_height(&flow, 0, flow.count) > inside.h; less++) {
        flow = welcome_flow(screen, width, inside.h, less);
    }
    float high = flow_height(&flow, 0, flow.count);
    if (!code && high + 46 < card.h) { // no more paper than there are words
        card.y += card.h - high - 46;
        card.h = high + 46;
        inside.y = card.y + 24;
        inside.h = high;
    }
    pen_card(pen, card, true);
    float y = inside.y + (high < inside.h ? (inside.h - high) / 2 : 0);
    flow_draw(&flow, (FrameRect){ inside.x, y, width, high }, 0,
              flow_page_end(&flow, 0, inside.h));
    if (code) {
        screen_code_box(screen,
                        (FrameRect){ inside.x + inside.w - size,
                                     inside.y + (inside.h - size) / 2, size, size },
                        say("QR code of the address"));
    }
}
