// The console's life, its bar and the places of its cards: three columns, or one that pages from 150 % type on.
#include "view/console_parts.h"

#include "base/say.h"

#include <string.h>

Console *console_new(void)
{
    Console *console = mem_alloc(sizeof *console);
    console->view = view_new();
    console->view->console = console;
    console->view->screen = VIEW_CONSOLE;
    console->projector = projector_new();
    frame_init(&console->small, 1280, 720);
    return console;
}

void console_free(Console *console)
{
    if (console == NULL) {
        return;
    }
    view_free(console->view);
    projector_free(console->projector);
    frame_deinit(&console->small);
    console_chance_deinit(&console->chance);
    mem_free(console);
}

// ---- the bar ------------------------------------------------------------------------------------

enum { BAR_TOP = 10, BAR_SEGMENTS = 40 };

static LayoutStyle bold_on_band(const Pen *pen, uint32_t colour)
{
    LayoutStyle style = pen_style(pen, STYLE_NAME, colour);
    style.font = FONT_UI_BOLD;
    return style;
}

// Returns where it ends.
static float band_text(Pen *pen, LayoutStyle style, const char *text, FrameRect at, FrameRole role,
                       const char *id)
{
    LayoutBlock block = pen_wrap(pen, style, text, false, at.w);
    at.h = block.leading * (float)block.count;
    if (text[0] == '\0') {
        return at.y;
    }
    pen_block(pen, &block, at.x, at.y);
    pen_item(pen, role, at, text, "", id)->live = LIVE_QUIET;
    return at.y + at.h;
}

static float draw_whose(View *screen, Pen *pen, FrameRect at)
{
    const RoomView *view = console_of(screen)->room;
    const Theme *theme = pen->theme;
    Text line = { 0 };
    at.y = band_text(pen, bold_on_band(pen, theme->on_band),
                     say("Your window. The room can't see it."), at, ROLE_TEXT, "private");
    text_addf(&line, "%s. %s", view->title, room_stage_words(view->room));
    return band_text(pen, pen_style(pen, STYLE_STATE, theme->on_band_soft),
                     console_keep(pen, &line), at, ROLE_HEADING, "title");
}

// A piece for each question; a mark where the clock stands.
static void draw_segments(Pen *pen, const RoomView *view, FrameRect at)
{
    int all = view->pace.expected > 0 ? view->pace.expected : 1;
    all = all < BAR_SEGMENTS ? all : BAR_SEGMENTS;
    int done = view->room->history.count;
    float pitch = at.w / (float)all;
    for (int i = 0; i < all; i++) {
        FrameRect piece = { at.x + pitch * (float)i, at.y, pitch - 2, at.h };
        pen_rect(pen, piece, 3, i < done ? pen->theme->gold : pen->theme->ground);
        pen_outline(pen, piece, 3, 1, pen->theme->on_band_soft, false);
    }
    if (view->began_at > 0 && view->play_minutes > 0) {
        float part = (float)(view->now - view->began_at) / ((float)view->play_minutes * 60000.0f);
        part = part < 0 ? 0 : part > 1 ? 1 : part;
        pen_rect(pen, (FrameRect){ at.x + at.w * part - 1.5f, at.y - 4, 3, at.h + 8 }, 1,
                 pen->theme->on_band);
    }
}

static const char *now_words(const RoomView *view, Pen *pen)
{
    Text out = { 0 };
    if (view->began_at == 0) {
        text_addf(&out, say("Planned: %d minutes, %d of them for the story"), view->minutes,
                  view->play_minutes);
    } else {
        text_addf(&out, say("now %d of %d min"), (int)((view->now - view->began_at) / 60000),
                  view->play_minutes);
    }
    return console_keep(pen, &out);
}

static float draw_progress(View *screen, Pen *pen, FrameRect at)
{
    const RoomView *view = console_of(screen)->room;
    LayoutStyle style = pen_style(pen, STYLE_STATE, pen->theme->on_band);
    const char *question = console_question_words(screen, pen), *now = now_words(view, pen);
    LayoutStyle strong = style;
    strong.font = FONT_UI_BOLD;
    float wide = layout_width(pen->measure, &style, now);
    float room = at.w - wide - 16;
    if (question[0] == '\0' || layout_width(pen->measure, &strong, question) > room) {
        at.y = band_text(pen, strong, question, at, ROLE_STATUS, "question");
        at.y = band_text(pen, style, now, at, ROLE_STATUS, "now");
    } else {
        FrameRect right = { at.x + at.w - wide, at.y, wide + 1, 0 };
        band_text(pen, style, now, right, ROLE_STATUS, "now");
        at.w = room;
        at.y = band_text(pen, strong, question, at, ROLE_STATUS, "question");
        at.w = right.x + wide - at.x;
    }
    if (question[0] == '\0') {
        return at.y;
    }
    draw_segments(pen, view, (FrameRect){ at.x, at.y + 6, at.w, 8 });
    at.y += 18;
    return band_text(pen, pen_style(pen, STYLE_SMALL, pen->theme->on_band_soft),
                     console_planned_words(screen, pen), at, ROLE_STATUS, "planned");
}

static float draw_tools(Pen *pen, FrameRect at)
{
    PenButton tools[] = { { .label = word(W_TOOL_HELP),
                            .key = "?",
                            .id = "help",
                            .action = ACTION_PANEL,
                            .argument = PANEL_HELP,
                            .band = true,
                            .small = true },
                          { .label = word(W_TOOL_SETTINGS),
                            .key = "S",
                            .id = "settings",
                            .action = ACTION_SETTINGS,
                            .band = true,
                            .small = true } };
    float x = at.x, height = 0;
    for (int i = 0; i < 2; i++) {
        FrameRect size = pen_button_size(pen, &tools[i], at.w);
        if (i > 0 && x + size.w > at.x + at.w) {
            x = at.x;
            at.y += height + 6;
        }
        height = size.h;
        pen_button(pen, &tools[i], (FrameRect){ x, at.y, size.w, size.h });
        x += size.w + 8;
    }
    return at.y + height;
}

typedef struct Columns {
    FrameRect first, middle, last; // x and w
} Columns;

static Columns columns_of(const Pen *pen)
{
    enum { GAP = 16, ALL = 372 + 480 + 348 };
    float width = pen->frame->width - 2 * VIEW_MARGIN - 2 * GAP;
    Columns it = { .first = { VIEW_MARGIN, 0, width * 372 / ALL, 0 } };
    it.middle = (FrameRect){ it.first.x + it.first.w + GAP, 0, width * 480 / ALL, 0 };
    it.last = (FrameRect){ it.middle.x + it.middle.w + GAP, 0, width * 348 / ALL, 0 };
    return it;
}

static void end_band(Pen *pen, int band, float height)
{
    pen->frame->commands[band].rect.h = height;
    pen_rect(pen, (FrameRect){ 0, height - 1.5f, pen->frame->width, 1.5f }, 0, pen->theme->edge);
}

static float draw_bar(View *screen, Pen *pen)
{
    Columns columns = columns_of(pen);
    columns.first.y = columns.middle.y = columns.last.y = BAR_TOP;
    uint32_t colour = 0;
    const char *pace = console_pace_words(screen, pen, &colour);
    int from = pen->frame->command_count;
    FrameCommand *band =
        frame_add(pen->frame, FRAME_RECT, (FrameRect){ 0, 0, pen->frame->width, 0 });
    band->colour = band->colour2 = pen->theme->band;
    float ends[3];
    ends[0] = draw_whose(screen, pen, columns.first);
    ends[1] = draw_progress(screen, pen, columns.middle);
    columns.last.y =
        band_text(pen, bold_on_band(pen, colour), pace, columns.last, ROLE_STATUS, "pace") + 5;
    ends[2] = draw_tools(pen, columns.last);
    float end = 0;
    for (int i = 0; i < 3; i++) {
        end = ends[i] > end ? ends[i] : end;
    }
    end_band(pen, from, end + 8);
    return end + 8;
}

// In large type: where the room stands, and how it keeps to the plan. The rest is a page of its own.
static float draw_short_bar(View *screen, Pen *pen)
{
    float width = pen->frame->width - 2 * VIEW_MARGIN;
    uint32_t colour = 0;
    const char *pace = console_pace_words(screen, pen, &colour);
    const char *stage = room_stage_words(console_room(screen));
    LayoutStyle strong = bold_on_band(pen, pen->theme->on_band), right = bold_on_band(pen, colour);
    int from = pen->frame->command_count;
    FrameCommand *band =
        frame_add(pen->frame, FRAME_RECT, (FrameRect){ 0, 0, pen->frame->width, 0 });
    band->colour = band->colour2 = pen->theme->band;
    float stage_width = layout_width(pen->measure, &strong, stage);
    float pace_width = layout_width(pen->measure, &right, pace);
    FrameRect at = { VIEW_MARGIN, 8, width, 0 };
    if (stage_width + pace_width + 24 <= width) {
        FrameRect beside = { VIEW_MARGIN + width - pace_width - 1, 8, pace_width + 1, 0 };
        at.w = stage_width + 1;
        at.y = band_text(pen, strong, stage, at, ROLE_HEADING, "title");
        band_text(pen, right, pace, beside, ROLE_STATUS, "pace");
    } else {
        at.y = band_text(pen, strong, stage, at, ROLE_HEADING, "title");
        at.y = band_text(pen, right, pace, at, ROLE_STATUS, "pace");
    }
    end_band(pen, from, at.y + 8);
    return at.y + 8;
}

// What did not work, or what was written where: over everything, until the next act.
static float draw_notice(View *screen, Pen *pen, float top)
{
    const RoomView *view = console_of(screen)->room;
    if (view->notice == NULL || view->notice[0] == '\0') {
        return top;
    }
    float width = pen->frame->width - 2 * VIEW_MARGIN;
    LayoutStyle style = pen_style(pen, STYLE_NAME, pen->theme->ink);
    LayoutBlock block = pen_wrap(pen, style, view->notice, false, width - 40);
    FrameRect rect = { VIEW_MARGIN, top + 8, width,
                       block.leading * (float)block.count + pen_unit(pen, 14) };
    pen_barred(pen, rect, 8, 6, pen->theme->accent, pen->theme->note);
    if (pen->theme->high_contrast) {
        pen_outline(pen, rect, 8, 1.5f, pen->theme->edge, false);
    }
    pen_block(pen, &block, rect.x + 20, rect.y + pen_unit(pen, 7));
    pen_item(pen, ROLE_STATUS, rect, view->notice, "", "notice")->live = LIVE_ASSERTIVE;
    return rect.y + rect.h;
}

// ---- three columns ------------------------------------------------------------------------------

enum { PAD_X = 22, PAD_TOP = 20, PAD_BOTTOM = 14, CARD_GAP = 16 };

static Flow card_flow(Pen *pen, FrameRect card)
{
    float inner = card.h - PAD_TOP - PAD_BOTTOM - flow_footer_height(pen);
    return flow_new(pen, card.w - 2 * PAD_X, inner > 60 ? inner : 60);
}

static float card_height(const Flow *flow)
{
    return flow_height(flow, 0, flow->count) + PAD_TOP + PAD_BOTTOM;
}

static void draw_card(Pen *pen, FrameRect card, bool rope, const Flow *flow, ViewPager pager)
{
    pen_card(pen, card, rope);
    flow_show(flow,
              (FrameRect){ card.x + PAD_X, card.y + PAD_TOP, card.w - 2 * PAD_X,
                           card.h - PAD_TOP - PAD_BOTTOM },
              pager);
}

// The acts stand below the answers, whatever page of those is shown.
static void draw_answers(View *screen, Pen *pen, FrameRect card)
{
    ConsoleButton acts[CONSOLE_MAIN_MAX];
    int count = console_main_acts(screen, pen, acts);
    Flow row = flow_new(pen, card.w - 2 * PAD_X, 4000);
    console_row(&row, acts, count, true, 0);
    float high = flow_height(&row, 0, row.count);
    FrameRect above = card;
    above.h -= high;
    Flow flow = card_flow(pen, above);
    console_answers_flow(screen, &flow);
    pen_card(pen, card, true);
    flow_show(&flow,
              (FrameRect){ card.x + PAD_X, card.y + PAD_TOP, card.w - 2 * PAD_X,
                           above.h - PAD_TOP - PAD_BOTTOM },
              PAGER_ROOM_ANSWERS);
    flow_draw(&row,
              (FrameRect){ card.x + PAD_X, card.y + card.h - PAD_BOTTOM - high, card.w - 2 * PAD_X,
                           high },
              0, row.count);
}

// The lower card as high as it has to be, the upper one the rest; the small phones where that is too much.
static void draw_last(View *screen, Pen *pen, FrameRect column)
{
    Flow after = card_flow(pen, column), phones = card_flow(pen, column);
    console_after_flow(screen, &after, false);
    for (ConsoleRoom room = ROOM_FOR_ALL; room <= ROOM_FOR_LITTLE; room++) {
        phones = card_flow(pen, column);
        console_phones_flow(screen, &phones, room);
        if (card_height(&after) + CARD_GAP + card_height(&phones) <= column.h) {
            break;
        }
    }
    if (card_height(&after) + CARD_GAP + card_height(&phones) > column.h) {
        after = card_flow(pen, column);
        console_after_flow(screen, &after, true);
    }
    float low = card_height(&phones);
    low = low < column.h * .6f ? low : column.h * .6f;
    FrameRect upper = column, lower = column;
    upper.h = column.h - low - CARD_GAP;
    lower.y = upper.y + upper.h + CARD_GAP;
    lower.h = low;
    draw_card(pen, upper, true, &after, PAGER_ROOM_AFTER);
    draw_card(pen, lower, false, &phones, PAGER_ROOM_PHONES);
}

static void draw_first(View *screen, Pen *pen, FrameRect column)
{
    Flow seen = card_flow(pen, column);
    console_screen_flow(screen, &seen);
    float low = card_height(&seen);
    low = low < column.h * .55f ? low : column.h * .55f;
    FrameRect upper = column, lower = column;
    upper.h = column.h - low - CARD_GAP;
    lower.y = upper.y + upper.h + CARD_GAP;
    lower.h = low;
    Flow notes = card_flow(pen, upper);
    console_notes_flow(screen, &notes);
    draw_card(pen, upper, true, &notes, PAGER_ROOM_NOTES);
    draw_card(pen, lower, false, &seen, PAGER_ROOM_SEEN);
}

static void draw_grid(View *screen, Pen *pen, float top)
{
    Columns columns = columns_of(pen);
    float high = pen->frame->height - top - 16;
    columns.first.y = columns.middle.y = columns.last.y = top;
    columns.first.h = columns.middle.h = columns.last.h = high;
    draw_answers(screen, pen, columns.middle);
    draw_last(screen, pen, columns.last);
    draw_first(screen, pen, columns.first);
}

// ---- one column ---------------------------------------------------------------------------------

static void tools_flow(Flow *flow)
{
    ConsoleButton tools[] = {
        console_opens(PANEL_HELP, "?", word(W_TOOL_HELP)),
        { .label = word(W_TOOL_SETTINGS),
          .letter = "S",
          .id = "settings",
          .action = ACTION_SETTINGS },
    };
    tools[0].id = "help";
    console_row(flow, tools, 2, false, 10);
}

static void append(Flow *stack, Flow *part, float height)
{
    int first = stack->count;
    flow_append(stack, part);
    flow_join(stack, first, height);
}

static void draw_stack(View *screen, Pen *pen, float top)
{
    FrameRect card = { VIEW_MARGIN, top, pen->frame->width - 2 * VIEW_MARGIN,
                       pen->frame->height - top - 12 };
    ConsoleButton acts[CONSOLE_MAIN_MAX];
    int count = console_main_acts(screen, pen, acts);
    float inner = card.w - 2 * PAD_X, pager = flow_footer_width(pen, 40);
    float room = inner - pager - 16;
    float wide = count > 0 ? console_button_width(pen, &acts[0]) : 0;
    bool beside = wide <= room;
    wide = beside ? wide : wide < inner ? wide : inner;
    float tall = count > 0 ? console_button_height(pen, &acts[0], wide) : 0;
    float foot = flow_footer_height(pen) > tall + 4 || !beside ? flow_footer_height(pen) : tall + 4;
    FrameRect page = { card.x + PAD_X, card.y + PAD_TOP, inner,
                       card.h - PAD_TOP - PAD_BOTTOM - foot - (beside ? 0 : tall + 8) };
    Flow stack = flow_new(pen, inner, page.h);
    console_answers_flow(screen, &stack);
    console_row(&stack, acts + 1, count > 1 ? count - 1 : 0, false, 10);
    for (int i = 0; i < 5; i++) {
        Flow part = flow_new(pen, inner, page.h);
        switch (i) {
        case 0:
            console_after_flow(screen, &part, false);
            break;
        case 1:
            console_notes_flow(screen, &part);
            break;
        case 2:
            console_screen_flow(screen, &part);
            break;
        case 3:
            console_phones_flow(screen, &part, ROOM_FOR_ALL);
            break;
        default:
            console_plan_flow(screen, &part);
            tools_flow(&part);
            break;
        }
        append(&stack, &part, page.h);
    }
    pen_card(pen, card, true);
    FrameRect button = { page.x, card.y + card.h - PAD_BOTTOM - tall - (beside ? 0 : foot), wide,
                         tall };
    if (count > 0) {
        console_button_draw(pen, &acts[0], button);
    }
    FrameRect low = { page.x, page.y, inner, card.h - PAD_TOP - PAD_BOTTOM };
    flow_show_page(&stack, page, low, PAGER_ROOM_STACK);
}

void view_draw_console(View *screen, Pen *pen)
{
    pen->frame->ground = pen->theme->ground;
    bool stacked = view_is_stacked(pen);
    float top = stacked ? draw_short_bar(screen, pen) : draw_bar(screen, pen);
    top = draw_notice(screen, pen, top) + 15;
    if (stacked) {
        draw_stack(screen, pen, top);
    } else {
        draw_grid(screen, pen, top);
    }
}

// ---- from outside -------------------------------------------------------------------------------

static bool is_of_question(ViewPanel panel)
{
    return panel == PANEL_ROOM_CHOOSE || panel == PANEL_ROOM_BRANCH || panel == PANEL_ROOM_HANDS ||
           panel == PANEL_ROOM_EARLIER;
}

// The room has moved on: lists about the question before are closed, and the red button has the focus.
static void settle(Console *console)
{
    View *view = console->view;
    const Room *room = console->room->room;
    ConsoleButton acts[CONSOLE_MAIN_MAX];
    int count = console_main_acts(view, NULL, acts);
    ViewTarget main = { ACTION_NONE, 0 };
    if (count > 0) {
        main = (ViewTarget){ (int32_t)acts[0].action, acts[0].argument };
    }
    bool moved = !console->drawn || room->stage != console->stage ||
                 room->question != console->question || room->tables != console->tables ||
                 room->history.count != console->choices;
    if (moved && is_of_question(view->panel)) {
        view_close_panel(view);
    }
    if (moved || !view_target_is(main, console->main.action, console->main.argument)) {
        ViewTarget *focus = view->panel == PANEL_NONE ? &view->focus : &view->under;
        *focus = main;
        if (moved) {
            memset(console->hands, 0, sizeof console->hands);
            console->hands_at = 0;
            view->pages[PAGER_ROOM_ANSWERS] = view->pages[PAGER_ROOM_NOTES] = 0;
            view->pages[PAGER_ROOM_AFTER] = view->pages[PAGER_ROOM_STACK] = 0;
        }
        view_touch(view);
    }
    console->main = main;
    console->stage = room->stage;
    console->question = room->question;
    console->choices = room->history.count;
    console->tables = room->tables;
    console->drawn = true;
}

void console_frame(Console *console, const RoomView *room, const ViewSettings *settings,
                   const FrameMeasure *measure, Frame *frame)
{
    console->room = room;
    console->seen = room->seen;
    settle(console);
    console_mirror_draw(console, settings, measure);
    view_frame(console->view, settings, measure, frame);
}

RoomWish console_input(Console *console, const RoomView *room, const ViewInput *input)
{
    console->room = room;
    if (room->seen != console->seen) { // it has moved on since the last frame
        view_touch(console->view);
    }
    if (!console->drawn) {
        settle(console);
        console_mirror_draw(console, &console->view->settings, &console->view->measure);
    }
    ViewRequest request = view_input(console->view, input);
    if (request.kind == REQUEST_SETTINGS) {
        return (RoomWish){ .kind = ROOM_WISH_SETTINGS, .settings = request.settings };
    }
    if (request.kind != REQUEST_ROOM) {
        return (RoomWish){ .kind = ROOM_WISH_NONE };
    }
    return console_act_wish((ConsoleAct)(request.count % CONSOLE_STRIDE),
                            request.count / CONSOLE_STRIDE, room->room, console->hands);
}

bool console_think(Console *console, const RoomView *room, int choices)
{
    const Room *it = room->room;
    bool asks = it->stage != ROOM_GATHERS && it->stage != ROOM_ENDED && !it->tables;
    console_chance_follow(&console->chance, it->scenario, it->history.now, it->offers,
                          asks ? it->offer_count : 0);
    if (!console->chance.open) {
        return true;
    }
    bool was = console->chance.done;
    if (console_chance_work(&console->chance, choices) != was) {
        view_touch(console->view);
    }
    return was; // not yet where it has just been done: it wants to be shown
}

bool console_is_moving(const Console *console)
{
    return view_is_moving(console->view);
}

bool console_wants_text(const Console *console)
{
    return view_wants_text(console->view);
}

bool console_wants_key(const Console *console)
{
    return view_wants_key(console->view);
}

void console_ask_to_leave(Console *console)
{
    view_open_panel(console->view, PANEL_ROOM_LEAVE);
}
