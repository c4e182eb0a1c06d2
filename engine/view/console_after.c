// The right side of the console: what can be done besides, and how phones come in.
#include "view/console_parts.h"

#include "base/say.h"

// ---- another way --------------------------------------------------------------------------------

typedef struct AfterList {
    ConsoleButton items[10];
    int count;
} AfterList;

static ConsoleButton *put(AfterList *list, ConsoleButton button)
{
    list->items[list->count] = button;
    return &list->items[list->count++];
}

static void put_off(ConsoleButton *button, bool off, const char *why)
{
    button->off = off;
    button->sub = off ? why : button->sub;
}

static int lead_of(const Room *room)
{
    int second = 0;
    for (int i = 0; i < room->offer_count; i++) {
        if (i != room->result.most && room->result.counts[i] > second) {
            second = room->result.counts[i];
        }
    }
    return room->result.counts[room->result.most] - second;
}

// Follow the room: in the middle once the result is there; before, it stands here and says when.
static void put_follow(AfterList *list, Pen *pen, const Room *room)
{
    if (room->stage == ROOM_FROZEN && room->result.most >= 0) {
        ConsoleButton *follow =
            put(list, console_button(CONSOLE_FOLLOW, 0, say("Follow the room")));
        Text sub = { 0 };
        if (room->result.shown == ROOM_SHOWN_COUNTS) {
            text_addf(&sub, say("Goes on with answer %d, ahead by %d"), room->result.most + 1,
                      lead_of(room));
        } else {
            text_addf(&sub, say("Goes on with answer %d"), room->result.most + 1);
        }
        follow->sub = console_keep(pen, &sub);
    } else if (room->stage == ROOM_ANSWERS) {
        put_off(put(list, console_button(CONSOLE_FOLLOW, 0, say("Follow the room"))), true,
                say("when answers are closed"));
    }
}

static void put_choose(AfterList *list, const Room *room)
{
    if (room->stage == ROOM_ENDED) {
        return;
    }
    bool open = room->stage == ROOM_ANSWERS;
    bool tie = room->stage == ROOM_REVEALED && room->result.most < 0; // it is the red one then
    if (!tie) {
        const char *label = room->stage == ROOM_LISTENS ? say("Go on without a vote…")
                                                        : say("Go on with another answer…");
        put_off(put(list, console_opens(PANEL_ROOM_CHOOSE, "V", label)), open,
                say("when answers are closed"));
    }
    if (room_in_branch(room) || room->stage == ROOM_LISTENS) {
        return;
    }
    put_off(put(list, console_opens(PANEL_ROOM_BRANCH, "M", say("Show the minority's branch…"))),
            room->stage != ROOM_REVEALED, say("after the reveal"));
}

static void add_time(const RoomView *view, Flow *flow)
{
    if (view->room->stage != ROOM_ANSWERS || view->room->tables) {
        return;
    }
    ConsoleButton times[2];
    int count = 0;
    if (view->seconds_left >= 0) {
        times[count++] = console_button(CONSOLE_MORE, 60, say("One more minute"));
    } else {
        times[count++] = console_button(CONSOLE_TIMER, 60, say("Countdown, 1 min"));
        times[count] = console_button(CONSOLE_TIMER, 120, say("2 min"));
        times[count++].letter = NULL;
    }
    console_row(flow, times, count, true, 6);
}

static void put_rest(AfterList *list, const Room *room, ViewTarget main)
{
    if (console_is_asked(room)) {
        put(list, console_button(CONSOLE_DISCARD, 0, say("Discard, ask anew")));
    }
    if (room->offer_count > 0 && room->stage != ROOM_GATHERS) {
        put(list, console_opens(PANEL_ROOM_HANDS, "H", say("Count hands instead…")));
    }
    if (room->stage == ROOM_ENDED) {
        ConsoleButton *debrief =
            put(list, console_button(CONSOLE_DEBRIEF, 0, say("Save the debrief")));
        debrief->id = "debrief";
        if (view_target_is(main, ACTION_ROOM, debrief->argument)) {
            list->count--; // it is the red one
        }
    }
    if (room->history.count > 0) {
        put(list, console_opens(PANEL_ROOM_EARLIER, "Z", say("Back to an earlier question…")));
    }
}

void console_after_flow(View *screen, Flow *flow, bool close)
{
    const RoomView *view = console_of(screen)->room;
    const Room *room = view->room;
    AfterList list = { .count = 0 };
    console_title(flow, room->stage == ROOM_ANSWERS || room->stage == ROOM_FROZEN
                            ? say("After the reveal")
                        : room->stage == ROOM_GATHERS ? say("Before it begins")
                                                      : say("Another way"));
    if (room_in_branch(room)) {
        ConsoleButton main[CONSOLE_MAIN_MAX];
        int count = console_main_acts(screen, flow->pen, main);
        bool there = count > 0 && main[0].argument == console_act(CONSOLE_COME_BACK, 0);
        if (!there) {
            put(&list, console_button(CONSOLE_COME_BACK, 0, say("Come back from the branch")));
        }
    }
    if (!room->tables) {
        put_follow(&list, flow->pen, room);
        if (room->offer_count > 0 && room->stage != ROOM_GATHERS) {
            put_choose(&list, room);
        }
        put_rest(&list, room, console_of(screen)->main);
    }
    if (room->stage == ROOM_GATHERS && !room->tables) {
        put(&list, console_button(CONSOLE_TABLES, 0, say("Let each table play on its own")));
    }
    put(&list, console_opens(PANEL_ROOM_SESSION, "E", say("Session, tables, debrief…")));
    int count = 0;
    add_time(view, flow);
    for (int i = 0; i < list.count; i++) {
        if (!close || !list.items[i].off) {
            list.items[count] = list.items[i];
            list.items[count].sub = close ? NULL : list.items[count].sub;
            count++;
        }
    }
    console_buttons(flow, list.items, count, 1, flow->count > 1 ? 0 : 6);
    if (room->history.count > 0 && !room->tables && !close) {
        console_soft(flow, say("Going back loses nothing: what was decided stays in the debrief."),
                     4);
    }
}

// ---- phones -------------------------------------------------------------------------------------

static bool nobody_came(const RoomView *view)
{
    return view->open &&
           room_nobody_comes(view->reached, view->phones_ever, view->now - view->opened_at);
}

typedef struct JoinData {
    const RoomCode *qr;
    LayoutBlock code, address, here;
    const char *said;
    float side;
} JoinData;

static float join_height(const JoinData *join)
{
    return join->code.leading * (float)join->code.count +
           join->address.leading * (float)join->address.count +
           join->here.leading * (float)join->here.count;
}

static void draw_join(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const JoinData *join = bit->data;
    float x = rect.x, y = rect.y + (rect.h - join_height(join)) / 2;
    if (join->side > 0) {
        console_code_draw(
            pen, join->qr, say("QR code of the join page"),
            (FrameRect){ rect.x, rect.y + (rect.h - join->side) / 2, join->side, join->side });
        x += join->side + pen_unit(pen, 14);
    }
    pen_item(pen, ROLE_STATUS, (FrameRect){ x, rect.y, rect.x + rect.w - x, rect.h }, join->said,
             "", "phones")
        ->live = LIVE_QUIET;
    const LayoutBlock *const blocks[] = { &join->code, &join->address, &join->here };
    for (int i = 0; i < 3; i++) {
        pen_block(pen, blocks[i], x, y);
        y += blocks[i]->leading * (float)blocks[i]->count;
    }
}

static void add_join(const RoomView *view, Flow *flow, bool small)
{
    Pen *pen = flow->pen;
    JoinData *join = arena_alloc(&pen->frame->arena, sizeof *join);
    Text here = { 0 }, said = { 0 };
    text_addf(&here, say_many("%d phone is here", "%d phones are here", view->phones),
              view->phones);
    const char *address = view->address != NULL ? view->address : "";
    join->qr = &view->join_code;
    join->side = small || view->join_code.side <= 0 ? 0 : pen_unit(pen, 106);
    join->side = join->side < flow->width / 2 ? join->side : 0;
    float width = flow->width - (join->side > 0 ? join->side + pen_unit(pen, 14) : 0);
    LayoutStyle code = pen_style(pen, STYLE_CARD_TITLE, pen->theme->accent);
    code.font = FONT_UI_BOLD;
    LayoutStyle good = pen_style(pen, STYLE_STATE, pen->theme->good);
    good.font = FONT_UI_BOLD;
    join->code = pen_wrap(pen, code, view->code, false, width);
    join->address =
        pen_wrap(pen, pen_style(pen, STYLE_STATE, pen->theme->ink), address, false, width);
    join->here = pen_wrap(pen, good, text_str(&here), false, width);
    text_addf(&said, "%s. %s. %s", view->code, address, text_str(&here));
    text_deinit(&here);
    join->said = console_keep(pen, &said);
    float height = join_height(join);
    flow_bit(flow, height > join->side ? height : join->side, 8, draw_join, join);
}

// One sentence on how the network does.
static const char *network_words(const RoomView *view)
{
    if (view->loopback) {
        return say("--loopback: phones cannot come in; only browsers on this computer can.");
    }
    if (view->network_count == 0) {
        return say("This computer is in no network: phones cannot reach it. Join the Wi-Fi or open "
                   "a hotspot, or count hands.");
    }
    if (nobody_came(view)) {
        return say("Nobody has come in yet");
    }
    if (!view->open) {
        return say("The room is closed: only this computer can see it. Open it, and phones in the "
                   "same network can come in with the code.");
    }
    return view->reached
               ? say("Another device has reached this computer: the network lets phones through.")
               : say("To test the network, open this address on your own phone. When it comes "
                     "through, this line says so.");
}

void console_phones_flow(View *screen, Flow *flow, ConsoleRoom room)
{
    const RoomView *view = console_of(screen)->room;
    Pen *pen = flow->pen;
    ConsoleButton acts[2];
    int count = 0;
    flow_heading(flow, STYLE_BUTTON, pen->theme->ink, say("Phones"), 0);
    if (view->open) {
        add_join(view, flow, room == ROOM_FOR_LITTLE);
    } else if (!view->loopback && view->room->stage != ROOM_GATHERS) { // there it is the red one
        acts[count] = console_button(CONSOLE_OPEN, 0, say("Open the room for phones"));
        acts[count++].letter = "A";
    }
    acts[count++] = console_opens(PANEL_ROOM_PHONES, "N", say("Phones and network…"));
    bool trouble = nobody_came(view) || view->network_count == 0;
    if (room == ROOM_FOR_ALL || trouble) {
        flow_text(flow, STYLE_SMALL, trouble ? pen->theme->bad : pen->theme->soft,
                  network_words(view), 8);
    }
    console_buttons(flow, acts, count, 1, 6);
}
