// The middle of the console: how many have answered, each answer with what it leads to, what is done now.
#include "view/console_parts.h"

#include "base/say.h"
#include "view/turning.h"

#include <string.h>

// ---- what may be shown --------------------------------------------------------------------------

static int out_of(const RoomView *view)
{
    int answered = room_answered(view->room);
    return view->phones > answered ? view->phones : answered;
}

static const char *count_words(const RoomView *view, Pen *pen)
{
    const char *const values[] = { console_number(pen, room_answered(view->room)),
                                   console_number(pen, out_of(view)) };
    Text out = { 0 };
    say_fill(say("{1} of {2}"), values, 2, &out);
    text_addf(&out, " %s", say("answered"));
    return console_keep(pen, &out);
}

static const char *phones_words(const RoomView *view, Pen *pen)
{
    Text out = { 0 };
    text_addf(&out, say_many("%d phone is here", "%d phones are here", view->phones), view->phones);
    return console_keep(pen, &out);
}

static const char *tables_words(const RoomView *view, Pen *pen)
{
    Text out = { 0 };
    text_addf(&out, say_many("%d table is playing", "%d tables are playing", view->table_count),
              view->table_count);
    return console_keep(pen, &out);
}

static const char *heading_words(const RoomView *view, Pen *pen)
{
    const Room *room = view->room;
    if (room->tables) {
        return tables_words(view, pen);
    }
    if (console_is_asked(room)) {
        return count_words(view, pen);
    }
    return room->stage == ROOM_ENDED     ? say("The story is over")
           : room->stage == ROOM_GATHERS ? phones_words(view, pen)
                                         : say("The next question");
}

// ---- the heading, the countdown, a box for each phone -------------------------------------------

typedef struct HeadData {
    LayoutBlock words, time;
    const char *said, *left;
    uint32_t colour;
    bool counting, over; // answers come in; the time is up
} HeadData;

static void draw_head(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const HeadData *head = bit->data;
    pen_block(pen, &head->words, rect.x, rect.y);
    // Every answer that comes in would be read aloud else.
    pen_item(pen, ROLE_HEADING, rect, head->said, "", "answered")->live =
        head->counting ? LIVE_QUIET : LIVE_NEW;
    if (head->left == NULL) {
        return;
    }
    float icon = pen_unit(pen, 18);
    float x = rect.x + rect.w - head->time.width;
    float y = rect.y + (head->words.leading - head->time.leading) / 2;
    pen_icon(pen, ICON_CLOCK,
             (FrameRect){ x - icon - 6, rect.y + (head->words.leading - icon) / 2, icon, icon },
             head->colour);
    pen_block(pen, &head->time, x, y);
    pen_item(pen, ROLE_STATUS,
             (FrameRect){ x - icon - 6, rect.y, head->time.width + icon + 6, head->words.leading },
             head->left, "", "countdown")
        ->live = head->over ? LIVE_NEW : LIVE_QUIET;
}

static const char *left_words(const RoomView *view, Pen *pen)
{
    if (view->room->stage != ROOM_ANSWERS || view->seconds_left < 0) {
        return NULL;
    }
    Text out = { 0 };
    if (view->seconds_left == 0) {
        text_add(&out, say("time is up"));
    } else {
        text_addf(&out, "%s %s", console_time(pen, view->seconds_left), say("left"));
    }
    return console_keep(pen, &out);
}

static void add_head(const RoomView *view, Flow *flow)
{
    Pen *pen = flow->pen;
    const Theme *theme = pen->theme;
    HeadData *head = arena_alloc(&pen->frame->arena, sizeof *head);
    LayoutStyle style = pen_style(pen, STYLE_CARD_TITLE, theme->ink);
    style.font = FONT_UI_BOLD; // figures of a room are set in it
    LayoutStyle small = pen_style(pen, STYLE_BUTTON, theme->due);
    head->said = heading_words(view, pen);
    head->left = left_words(view, pen);
    head->counting = view->room->stage == ROOM_ANSWERS;
    head->over = view->seconds_left == 0;
    head->colour = head->over ? theme->bad : theme->due;
    small.colour = head->colour;
    float room = flow->width;
    if (head->left != NULL) {
        head->time = pen_wrap(pen, small, head->left, false, flow->width);
        room -= head->time.width + pen_unit(pen, 36);
    }
    head->words = pen_wrap(pen, style, head->said, false, room > 60 ? room : 60);
    flow_bit(flow, head->words.leading * (float)head->words.count, 0, draw_head, head)->keep = true;
}

typedef struct BoxesData {
    int filled, all, columns;
    float width, height, pitch, row;
} BoxesData;

static void draw_boxes(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const BoxesData *data = bit->data;
    const Theme *theme = pen->theme;
    for (int i = 0; i < data->all; i++) {
        FrameRect box = { rect.x + data->pitch * (float)(i % data->columns),
                          rect.y + data->row * (float)(i / data->columns), data->width,
                          data->height };
        pen_rect(pen, box, 3, i < data->filled ? theme->bar_gold : theme->row);
        pen_outline(pen, box, 3, 1.5f, theme->ink, false);
    }
}

enum { BOXES_MOST = 60 };

static void add_boxes(const RoomView *view, Flow *flow)
{
    int all = out_of(view), filled = room_answered(view->room);
    if (all == 0 || all > BOXES_MOST) {
        return; // more than one counts at a glance: the heading has the figures
    }
    BoxesData *data = arena_alloc(&flow->pen->frame->arena, sizeof *data);
    *data = (BoxesData){
        .filled = filled, .all = all, .width = 11, .height = 18, .pitch = 15, .row = 23
    };
    data->columns = (int)((flow->width + 4) / data->pitch);
    data->columns = data->columns > 0 ? data->columns : 1;
    int rows = (all + data->columns - 1) / data->columns;
    flow_bit(flow, data->row * (float)rows - 5, 6, draw_boxes, data);
}

// ---- what the figures are -----------------------------------------------------------------------

static void leaders(const Room *room, Text *out)
{
    int best = 0, shown = 0;
    for (int i = 0; i < room->offer_count; i++) {
        best = room->result.counts[i] > best ? room->result.counts[i] : best;
    }
    for (int i = 0; i < room->offer_count; i++) {
        if (room->result.counts[i] == best) {
            text_addf(out, "%s%d", shown++ > 0 ? ", " : "", i + 1);
        }
    }
}

static const char *outcome(const Room *room, Pen *pen)
{
    Text out = { 0 };
    if (room->result.shown == ROOM_SHOWN_NOTHING) {
        text_addf(&out,
                  say_many("Fewer than %d answered: no figures.",
                           "Fewer than %d answered: no figures.", room->settings.least),
                  room->settings.least);
    } else if (room->result.shown == ROOM_SHOWN_ALIKE) {
        text_addf(&out, say("Nearly everybody, or everybody, chose %d."), room->result.most + 1);
    } else if (room->result.most >= 0) {
        text_addf(&out, say("Most chose %d."), room->result.most + 1);
    } else {
        Text which = { 0 };
        leaders(room, &which);
        text_addf(&out, say("As many chose one as the other: %s."), text_str(&which));
        text_deinit(&which);
    }
    return console_keep(pen, &out);
}

// What came out when the same was asked before.
static const char *before(const Room *room, Pen *pen)
{
    if (room->before.shown != ROOM_SHOWN_COUNTS) {
        return say("Asked again.");
    }
    Text counts = { 0 }, out = { 0 };
    for (int i = 0; i < room->offer_count; i++) {
        text_addf(&counts, "%s%d: %d", i > 0 ? say_semicolon() : "", i + 1, room->before.counts[i]);
    }
    text_addf(&out, say("Asked again. The time before it was %s."), text_str(&counts));
    text_deinit(&counts);
    return console_keep(pen, &out);
}

static const char *figure_words(const Room *room, Pen *pen, const RoomResult *figures)
{
    Text out = { 0 };
    if (room->stage == ROOM_ANSWERS && figures->shown == ROOM_SHOWN_COUNTS) {
        text_addf(&out,
                  say("These are the first %d answers; the latest are held back, so that nobody's "
                      "answer is the difference."),
                  figures->answered);
    } else if (room->stage == ROOM_ANSWERS && figures->shown == ROOM_SHOWN_ALIKE) {
        text_addf(&out,
                  say("Of the first %d answers, nearly all or all are the same: figures would tell "
                      "what each of them chose."),
                  figures->answered);
    } else if (room->stage == ROOM_ANSWERS) {
        text_addf(&out,
                  say("Figures appear here when %d have answered and as many again; the room sees "
                      "them when you reveal."),
                  room->settings.least);
    } else if (room->stage == ROOM_FROZEN || room->stage == ROOM_REVEALED) {
        text_add(&out, say("Counts only. No phone is tied to an answer, here or on disk."));
    }
    return console_keep(pen, &out);
}

static void about_chances(const View *screen, Flow *flow)
{
    const Console *console = console_of(screen);
    if (!console->chance.open) {
        return;
    }
    if (!console->chance.done) {
        flow_text(flow, STYLE_SMALL, flow->pen->theme->soft,
                  say("What each answer would come to is being counted…"), 4);
        return;
    }
    flow_text(flow, STYLE_SMALL, flow->pen->theme->soft,
              view_turning_how(&flow->pen->frame->arena, &console->chance.counts), 4);
}

// ---- the card -----------------------------------------------------------------------------------

// ---- before it begins ---------------------------------------------------------------------------

typedef struct ReadyData {
    bool done;
    LayoutBlock words;
    const char *said;
} ReadyData;

static void draw_ready(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const ReadyData *ready = bit->data;
    float icon = pen_unit(pen, 18);
    pen_icon(pen, ready->done ? ICON_CHECK : ICON_CLOCK,
             (FrameRect){ rect.x, rect.y + (ready->words.leading - icon) / 2, icon, icon },
             ready->done ? pen->theme->good : pen->theme->due);
    pen_block(pen, &ready->words, rect.x + pen_unit(pen, 28), rect.y);
    pen_item(pen, ROLE_LIST_ITEM, rect, ready->said, ready->done ? say("ready") : say("not yet"),
             "ready");
}

static void add_ready(Flow *flow, bool done, const char *words)
{
    Pen *pen = flow->pen;
    ReadyData *ready = arena_alloc(&pen->frame->arena, sizeof *ready);
    *ready = (ReadyData){ .done = done, .said = words };
    ready->words = pen_wrap(pen, pen_style(pen, STYLE_NAME, pen->theme->ink), words, false,
                            flow->width - pen_unit(pen, 28));
    flow_bit(flow, ready->words.leading * (float)ready->words.count, 9, draw_ready, ready);
}

// What a facilitator would go through in their head, with how it stands.
static void ready(const RoomView *view, Flow *flow)
{
    Text enough = { 0 };
    flow_label(flow, say("Is everything there?"), 16);
    add_ready(flow, view->screen_open,
              view->screen_open ? say("The room screen is open.")
                                : say("The room screen is not open."));
    if (!view->loopback) {
        bool can = view->open && view->network_count > 0;
        add_ready(flow, can,
                  can          ? say("Phones can come in.")
                  : view->open ? say("This computer is in no network: phones cannot reach it. Join "
                                     "the Wi-Fi or open a hotspot, or count hands.")
                               : say("Open the room, or no phone can come in."));
        add_ready(flow, view->reached,
                  view->reached ? say("The network lets phones through.")
                                : say("Try it with your own phone: nothing has come through yet."));
    }
    int least = view->room->settings.least;
    text_addf(&enough, say("Results can be shown from %d answers on."), least);
    add_ready(flow, view->phones >= least, console_keep(flow->pen, &enough));
}

static void gathering(const RoomView *view, Flow *flow)
{
    console_body(flow,
                 say("The room screen shows how to come in. Begin when enough are there; who comes "
                     "later is in at once."),
                 8);
    ready(view, flow);
    if (view->blurb != NULL && view->blurb[0] != '\0') {
        flow_rule(flow, 14);
        flow_text(flow, STYLE_CLAIM, flow->pen->theme->ink, view->blurb, 14);
    }
    if (view->rehearsal) {
        console_soft(flow, say("Rehearsal: the phones that come in and answer are made up."), 10);
    }
}

static void tables(const RoomView *view, Flow *flow)
{
    console_soft(flow,
                 say("Each table's device asks to sit down. The room screen shows the bridge of "
                     "each table; let them compare when two or three are through."),
                 6);
    for (int i = 0; i < view->table_count; i++) {
        const RoomTableView *it = &view->tables[i];
        Text where = { 0 }, name = { 0 };
        text_addf(&name, say("Table %d"), it->number);
        text_addf(&where, "%s. %s", text_str(&name), it->at != NULL ? it->at : "");
        text_deinit(&name);
        flow_gauge(flow, it->bridge.gauge_halves,
                   word_bridge(&flow->pen->frame->arena, &it->bridge, true),
                   view_word_colour(flow->pen->theme, it->bridge.word, false),
                   console_keep(flow->pen, &where), 6);
    }
}

void console_answers_flow(View *screen, Flow *flow)
{
    const RoomView *view = console_of(screen)->room;
    const Room *room = view->room;
    RoomResult figures = room_figures(room);
    add_head(view, flow);
    if (room->tables) {
        tables(view, flow);
        return;
    }
    if (room->stage == ROOM_GATHERS) {
        gathering(view, flow);
        return;
    }
    if (room->stage == ROOM_ENDED) {
        flow_heading(flow, STYLE_GO_ON_TITLE, flow->pen->theme->ink, view->ending, 10);
        if (view->talk != NULL && view->talk[0] != '\0') {
            LayoutSegment talk = { view->talk,
                                   pen_style(flow->pen, STYLE_CLAIM, flow->pen->theme->ink), true };
            flow_note(flow, &talk, 1, 12);
        }
        console_body(flow,
                     say("The room's way, what turned it, what was chosen and by how many, and "
                         "questions to talk about: one file to show, print or keep. No phone is in "
                         "it."),
                     12);
        return;
    }
    if (console_is_asked(room)) {
        add_boxes(view, flow);
    }
    if (room->stage == ROOM_FROZEN || room->stage == ROOM_REVEALED) {
        LayoutStyle bold = pen_style(flow->pen, STYLE_NAME, flow->pen->theme->ink);
        bold.font = FONT_UI_BOLD;
        LayoutSegment segment = { outcome(room, flow->pen), bold, false };
        flow_segments(flow, &segment, 1, 6);
    }
    if (room->has_before && console_is_asked(room)) {
        console_soft(flow, before(room, flow->pen), 4);
    }
    for (int i = 0; i < room->offer_count; i++) {
        console_answer(screen, flow, i, &figures);
    }
    if (console_is_asked(room)) {
        flow_text(flow, STYLE_SMALL, flow->pen->theme->soft, figure_words(room, flow->pen, &figures),
                  8);
    }
    about_chances(screen, flow);
}

// ---- what is done now ---------------------------------------------------------------------------

static int telling_acts(const RoomView *view, ConsoleButton out[CONSOLE_MAIN_MAX])
{
    const Room *room = view->room;
    bool last = view->screen_page + 1 >= view->screen_pages;
    int count = 0;
    if (!last) {
        out[count] = console_button(CONSOLE_PAGE, view->screen_page + 1, say("Tell on"));
        out[count].letter = "G";
        out[count++].id = "page.on";
    }
    if (room->stage == ROOM_LISTENS) {
        out[count++] = console_button(CONSOLE_ASK, 0, say("Open the question"));
    } else if (last) {
        out[count++] = console_button(CONSOLE_DEBRIEF, 0, say("Save the debrief"));
    }
    if (view->screen_page > 0) {
        out[count] = console_button(CONSOLE_PAGE, view->screen_page - 1, say("Page back"));
        out[count].letter = "P";
        out[count++].id = "page.before";
    }
    return count;
}

static int asked_acts(const Room *room, ConsoleButton out[CONSOLE_MAIN_MAX])
{
    int count = 0;
    if (room->stage == ROOM_ANSWERS) {
        out[count++] = console_button(CONSOLE_REVEAL, 0, say("Reveal"));
        out[count++] = console_button(CONSOLE_FREEZE, 0, say("Freeze"));
    } else if (room->stage == ROOM_FROZEN) {
        out[count++] = console_button(CONSOLE_REVEAL, 0, say("Reveal"));
        out[count++] = console_button(CONSOLE_AGAIN, 0, say("Reopen: ask again"));
    } else {
        if (room->result.most >= 0) {
            out[count++] = console_button(CONSOLE_FOLLOW, 0, say("Follow the room"));
        } else {
            out[count++] = console_opens(PANEL_ROOM_CHOOSE, "V", say("Choose an answer…"));
        }
        out[count++] = console_button(CONSOLE_AGAIN, 0, say("Ask again, keep this"));
    }
    return count;
}

int console_main_acts(const View *screen, Pen *pen, ConsoleButton out[CONSOLE_MAIN_MAX])
{
    const RoomView *view = console_of(screen)->room;
    const Room *room = view->room;
    int count = 0;
    (void)pen;
    if (room->tables) {
        out[count++] = console_button(CONSOLE_TOGETHER, 0, say("Back to one story for all"));
        out[0].letter = "G";
    } else if (room->stage == ROOM_GATHERS) {
        if (!view->open && !view->loopback) {
            out[count] = console_button(CONSOLE_OPEN, 0, say("Open the room for phones"));
            out[count++].letter = "A";
        }
        out[count++] = console_button(CONSOLE_BEGIN, 0, say("Begin the story"));
    } else if (room->stage == ROOM_LISTENS || room->stage == ROOM_ENDED) {
        count = telling_acts(view, out);
    } else {
        count = asked_acts(room, out);
    }
    if (view->screen_pages > 1 && (room->tables || console_is_asked(room)) &&
        count < CONSOLE_MAIN_MAX) { // large type, or many tables
        int next = (view->screen_page + 1) % view->screen_pages;
        out[count] = console_button(CONSOLE_PAGE, next, say("Turn the page on the room screen"));
        out[count++].id = "page.turn";
    }
    if (room_in_branch(room) && (room->stage == ROOM_LISTENS || room->stage == ROOM_ENDED) &&
        view->screen_page + 1 >= view->screen_pages && count < CONSOLE_MAIN_MAX) {
        // What most people want at the end of a branch is the way back.
        for (int i = count; i > 0; i--) {
            out[i] = out[i - 1];
        }
        out[0] = console_button(CONSOLE_COME_BACK, 0, say("Come back from the branch"));
        count++;
    }
    if (count > 0) {
        out[0].first = true;
    }
    return count;
}
