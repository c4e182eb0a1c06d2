// What opens over the console: lists to choose from, hands, phones, screens, the session, and one more
// question before something ends. Everything in them is a button that does the same as on the page.
#include "view/console_parts.h"

#include "base/say.h"
#include "story/render.h"

// ---- lists of answers and of earlier questions --------------------------------------------------

static FlowRow answer_row(const RoomView *view, Pen *pen, int option, ConsoleAct act)
{
    const RoomAnswer *it = &view->answers[option];
    const char *number = option < 9 ? console_number(pen, option + 1) : NULL;
    Text plain = { 0 }, says = { 0 };
    render_plain(console_words(view, option), &plain);
    text_addf(&says, "%s %s", it->leads != NULL ? it->leads : "",
              it->bridge != NULL ? it->bridge : "");
    return (FlowRow){ .text = console_keep(pen, &plain),
                      .sub = it->leads,
                      .key = number,
                      .value = console_keep(pen, &says),
                      .id = console_act_name(act),
                      .action = ACTION_ROOM,
                      .argument = console_act(act, option),
                      .as_is = true,
                      .least = 40 };
}

static void answer_rows(View *screen, Flow *flow, ConsoleAct act, int without)
{
    const RoomView *view = console_of(screen)->room;
    for (int i = 0; i < view->room->offer_count; i++) {
        if (i != without) {
            FlowRow row = answer_row(view, flow->pen, i, act);
            flow_rows(flow, &row, 1, 1, 6);
        }
    }
}

static void choose_flow(View *screen, Flow *flow)
{
    const Room *room = console_room(screen);
    console_title(flow, room->stage == ROOM_LISTENS ? say("Go on without a vote")
                                                    : say("Go on with another answer"));
    answer_rows(screen, flow, CONSOLE_CHOOSE, -1);
}

static void branch_flow(View *screen, Flow *flow)
{
    const Room *room = console_room(screen);
    console_title(flow, say("Show where another answer leads"));
    console_soft(
        flow, say("The room looks at it, and you come back to this question: the vote stays."), 4);
    answer_rows(screen, flow, CONSOLE_BRANCH, room->result.most);
}

static void earlier_flow(View *screen, Flow *flow)
{
    Pen *pen = flow->pen;
    const Room *room = console_room(screen);
    console_title(flow, say("Back to an earlier question"));
    console_soft(flow, say("Going back loses nothing: what was decided stays in the debrief."), 4);
    for (int i = room->history.count - 1; i >= 0; i--) {
        const Playthrough *play = history_state(&room->history, i);
        Text clock = { 0 }, marked = { 0 }, plain = { 0 };
        render_clock(room->scenario, play->clock_minute, &clock);
        render_offer(room->scenario, play, &room->history.taken[i], &marked);
        render_plain(text_str(&marked), &plain);
        text_deinit(&marked);
        const char *words = console_keep(pen, &plain);
        FlowRow row = { .text = console_keep(pen, &clock),
                        .sub = words,
                        .value = words,
                        .id = "rewind",
                        .action = ACTION_ROOM,
                        .argument = console_act(CONSOLE_REWIND, i),
                        .least = 40,
                        .position = room->history.count - i,
                        .count = room->history.count };
        flow_rows(flow, &row, 1, 1, 4);
    }
}

// ---- hands --------------------------------------------------------------------------------------

#define MINUS "\xe2\x88\x92"

typedef struct HandData {
    int option, figure;
    bool at; // digits go here
    LayoutBlock words;
    const char *plain;
    float button;
} HandData;

static ConsoleButton hand_button(ConsoleAct act, int option, const char *label)
{
    ConsoleButton button = console_button(act, option, label);
    button.id = act == CONSOLE_HAND_MORE ? "hand.more" : "hand.less";
    return button;
}

static void draw_hand(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const HandData *hand = bit->data;
    float gap = 8, figure = pen_unit(pen, 62);
    FrameRect place = { rect.x + 4, rect.y + 4, hand->button, rect.h - 8 };
    ConsoleButton less = hand_button(CONSOLE_HAND_LESS, hand->option, MINUS);
    ConsoleButton more = hand_button(CONSOLE_HAND_MORE, hand->option, "+");
    FrameRect box = { place.x + place.w + gap, place.y, figure, place.h };
    pen_rect(pen, box, 8, pen->theme->note);
    pen_outline(pen, box, 8, hand->at ? 3 : 1.5f, hand->at ? pen->theme->accent : pen->theme->edge,
                false);
    LayoutStyle style = pen_style(pen, STYLE_CARD_TITLE, pen->theme->ink);
    style.font = FONT_UI_BOLD;
    pen_text(pen, style, box.x + box.w / 2, box.y + (box.h - style.leading) / 2, ALIGN_CENTRE,
             console_number(pen, hand->figure));
    pen_item(pen, ROLE_FIELD, box, hand->plain, console_number(pen, hand->figure), "hand");
    console_button_draw(pen, &less, place);
    place.x = box.x + box.w + gap;
    console_button_draw(pen, &more, place);
    float height = hand->words.leading * (float)hand->words.count;
    pen_block(pen, &hand->words, place.x + place.w + 14, rect.y + (rect.h - height) / 2);
}

static void hands_flow(View *screen, Flow *flow)
{
    const Console *console = console_of(screen);
    const RoomView *view = console->room;
    Pen *pen = flow->pen;
    console_title(flow, say("Count hands instead"));
    console_soft(
        flow,
        say("Read the answers aloud, count, and type each figure, then Enter. Everybody saw "
            "the hands, so the figures are shown as they are."),
        4);
    for (int i = 0; i < view->room->offer_count; i++) {
        HandData *hand = arena_alloc(&pen->frame->arena, sizeof *hand);
        ConsoleButton more = hand_button(CONSOLE_HAND_MORE, i, "+");
        Text text = { 0 };
        text_addf(&text, "%d. ", i + 1);
        render_plain(console_words(view, i), &text);
        *hand =
            (HandData){ .option = i, .figure = console->hands[i], .at = console->hands_at == i };
        hand->plain = console_keep(pen, &text);
        float least = pen_unit(pen, 44);
        ConsoleButton less = hand_button(CONSOLE_HAND_LESS, i, MINUS);
        hand->button = console_button_width(pen, &more);
        hand->button = hand->button > least ? hand->button : least;
        least = console_button_width(pen, &less);
        hand->button = hand->button > least ? hand->button : least;
        float width = flow->width - 2 * hand->button - pen_unit(pen, 62) - 16 - 22;
        hand->words = pen_wrap(pen, pen_style(pen, STYLE_NAME, pen->theme->ink), hand->plain, false,
                               width > 60 ? width : 60);
        float height = hand->words.leading * (float)hand->words.count;
        float tall = console_button_height(pen, &more, hand->button) + 8;
        flow_bit(flow, height > tall ? height : tall, 4, draw_hand, hand);
    }
    ConsoleButton show = console_button(CONSOLE_HANDS, 0, say("Show these"));
    show.first = true;
    console_row(flow, &show, 1, false, 10);
}

// ---- phones and networks ------------------------------------------------------------------------

static const char *network_kind(const RoomNetwork *it)
{
    return it->docker       ? say("inside this computer only, most likely")
           : it->self_given ? say("nobody gave this computer a number there: likely not connected")
           : it->wireless   ? say("Wi-Fi")
                            : say("by cable, or a virtual one");
}

static void networks(const RoomView *view, Flow *flow)
{
    Pen *pen = flow->pen;
    for (int i = 0; i < view->network_count; i++) {
        const RoomNetwork *it = &view->networks[i];
        Text kind = { 0 };
        text_addf(&kind, "%s: %s", it->name, network_kind(it));
        ConsoleButton button = console_button(CONSOLE_NETWORK, i, it->address);
        button.sub = console_keep(pen, &kind);
        button.chosen = i == view->network;
        console_buttons(flow, &button, 1, 1, i == 0 ? 10 : 0);
    }
}

static void nobody(Flow *flow)
{
    flow_heading(flow, STYLE_NAME, flow->pen->theme->bad, say("Nobody has come in yet"), 12);
    console_body(
        flow,
        say("Guest Wi-Fi often keeps devices apart: then no phone can reach this computer. "
            "Try it with your own phone first."),
        2);
    console_body(
        flow,
        say("Are the phones in the same Wi-Fi as this computer? Is a firewall on it asking "
            "to allow Plankwright?"),
        6);
    console_body(
        flow,
        say("Open a hotspot on this computer or on a phone (it needs no internet), and let "
            "everybody join that."),
        6);
    console_body(flow,
                 say("Count hands, or use cards with 1, 2 and 3: “Count hands instead” below takes "
                     "the figures."),
                 6);
}

static void phones_flow(View *screen, Flow *flow)
{
    const RoomView *view = console_of(screen)->room;
    const Theme *theme = flow->pen->theme;
    console_title(flow, say("Phones and network"));
    if (view->open) {
        console_code(flow, &view->join_code, say("QR code of the join page"),
                     pen_unit(flow->pen, 150), 8);
        LayoutStyle figures = pen_style(flow->pen, STYLE_CARD_TITLE, theme->accent);
        figures.font = FONT_UI_BOLD;
        LayoutSegment code = { view->code, figures, false };
        flow_segments(flow, &code, 1, 8);
        console_body(flow, view->join_link, 0);
    } else {
        console_body(
            flow,
            say("The room is closed: only this computer can see it. Open it, and phones in "
                "the same network can come in with the code."),
            4);
    }
    networks(view, flow);
    if (view->network_count == 0 && !view->loopback) {
        console_body(
            flow,
            say("This computer is in no network: phones cannot reach it. Join the Wi-Fi or "
                "open a hotspot, or count hands."),
            8);
    }
    ConsoleButton acts[2];
    int count = 0;
    if (!view->loopback) {
        acts[count++] =
            view->open
                ? console_button(CONSOLE_CLOSE, 0, say("Close it again: no phone can reach it"))
                : console_button(CONSOLE_OPEN, 0, say("Open the room for phones"));
    }
    acts[count] = console_opens(PANEL_ROOM_REMOTE, NULL, say("Your phone as a remote…"));
    acts[count++].id = "remote";
    console_row(flow, acts, count, false, 10);
    if (view->open && view->reached) {
        flow_text(flow, STYLE_STATE, theme->good,
                  say("Another device has reached this computer: the network lets phones through."),
                  8);
    } else if (view->open && view->phones_ever == 0 && view->phones == 0) {
        nobody(flow);
    }
}

static void remote_flow(View *screen, Flow *flow)
{
    const RoomView *view = console_of(screen)->room;
    console_title(flow, say("Your phone as a remote"));
    console_body(flow,
                 say("Scan this when nobody looks over your shoulder: who has this link can press "
                     "the buttons."),
                 4);
    if (!view->open) {
        console_soft(flow, say("It works once the room is open for phones."), 6);
    }
    console_code(flow, &view->remote_code, say("QR code of the remote's link"),
                 pen_unit(flow->pen, 240), 12);
    console_soft(flow, view->remote_link, 8);
}

// ---- screens ------------------------------------------------------------------------------------

static void monitors(const RoomView *view, Flow *flow)
{
    flow_label(flow, say("The room screen stands on"), 14);
    for (int i = 0; i < view->monitor_count; i++) {
        const RoomMonitor *it = &view->monitors[i];
        ConsoleButton button = console_button(CONSOLE_MONITOR, i, it->name);
        button.id = "monitor";
        button.chosen = it->screen;
        button.sub = it->console ? say("this window is here") : NULL;
        console_buttons(flow, &button, 1, 1, i == 0 ? 4 : 0);
    }
    if (view->monitor_count < 2) {
        console_soft(
            flow,
            say("There is one monitor only. Show the room screen on it, and use a phone as "
                "your remote."),
            4);
    }
}

static void type_sizes(const RoomView *view, Flow *flow)
{
    static const int SIZES[] = { 100, 125, 150, 175, 200 };
    ConsoleButton buttons[5];
    flow_label(flow, say("Type on the room screen"), 14);
    for (int i = 0; i < 5; i++) {
        Text label = { 0 };
        text_addf(&label, "%d %%", SIZES[i]);
        buttons[i] = console_button(CONSOLE_TYPE, SIZES[i], console_keep(flow->pen, &label));
        buttons[i].id = "type";
        buttons[i].chosen = view->screen_type == SIZES[i];
    }
    console_row(flow, buttons, 5, false, 4);
}

static void screens_flow(View *screen, Flow *flow)
{
    const RoomView *view = console_of(screen)->room;
    ConsoleButton acts[5];
    int count = 0;
    console_title(flow, say("Screens"));
    if (!view->screen_open) {
        acts[count] = console_button(CONSOLE_SCREEN, 1, say("Open the room screen"));
        acts[count++].id = "screen";
    } else {
        acts[count++] = console_button(view->room->blank ? CONSOLE_UNBLANK : CONSOLE_BLANK, 0,
                                       view->room->blank ? say("Show the room screen again")
                                                         : say("Blank the room screen"));
        acts[count] =
            console_button(CONSOLE_FULL, !view->screen_full,
                           view->screen_full ? say("As a window") : say("Fill its monitor"));
        acts[count++].id = "full";
    }
    if (view->screen_open && view->monitor_count > 1) {
        acts[count] = console_button(CONSOLE_SWAP, 0, say("Swap the two windows"));
        acts[count++].id = "swap";
    }
    acts[count] = console_button(CONSOLE_CONTRAST, !view->screen_contrast,
                                 view->screen_contrast ? say("Usual contrast there")
                                                       : say("High contrast there"));
    acts[count++].id = "contrast";
    if (view->screen_open) {
        acts[count] = console_button(CONSOLE_SCREEN, 0, say("Close the room screen"));
        acts[count++].id = "screen";
    }
    console_row(flow, acts, count, false, 4);
    type_sizes(view, flow);
    monitors(view, flow);
}

// ---- the session --------------------------------------------------------------------------------

static void least(const RoomView *view, Flow *flow)
{
    Text words = { 0 };
    const Room *room = view->room;
    flow_label(flow, say("Privacy"), 14);
    text_addf(&words, say("Results are shown from %d answers on."), room->settings.least);
    console_body(flow, console_keep(flow->pen, &words), 2);
    if (room->least_fixed) {
        console_soft(flow, say("The first answer is in: this number stays for the whole session."),
                     2);
        return;
    }
    ConsoleButton buttons[ROOM_LEAST_TO - ROOM_LEAST_FROM + 1];
    int count = 0;
    for (int n = ROOM_LEAST_FROM; n <= ROOM_LEAST_TO; n++) {
        buttons[count] = console_button(CONSOLE_LEAST, n, console_number(flow->pen, n));
        buttons[count++].chosen = n == room->settings.least;
    }
    console_row(flow, buttons, count, false, 4);
}

static void session_flow(View *screen, Flow *flow)
{
    const RoomView *view = console_of(screen)->room;
    const Room *room = view->room;
    ConsoleButton acts[3];
    console_title(flow, say("Session"));
    acts[0] = console_button(CONSOLE_DEBRIEF, 0, say("Save the debrief"));
    acts[0].id = "debrief";
    acts[0].sub = say("One file to show, print or keep. No phone is in it.");
    acts[1] = room->tables
                  ? console_button(CONSOLE_TOGETHER, 0, say("Back to one story for all"))
                  : console_button(CONSOLE_TABLES, 0, say("Let each table play on its own"));
    if (room->stage == ROOM_ANSWERS) {
        acts[1].off = true;
        acts[1].sub = say("when answers are closed");
    }
    acts[2] = console_button(CONSOLE_BROWSER, 0, say("This console as a page"));
    acts[2].id = "browser";
    acts[2].sub = say("For a browser on this computer: its link.");
    console_buttons(flow, acts, 3, 1, 4);
    least(view, flow);
    flow_label(flow, say("The end"), 14);
    ConsoleButton ends[] = {
        console_opens(PANEL_ROOM_LEAVE, NULL, say("Leave…")),
        console_opens(PANEL_ROOM_END, NULL, say("End the session…")),
    };
    console_row(flow, ends, 2, false, 2);
}

static void end_flow(Flow *flow)
{
    ConsoleButton end = console_button(CONSOLE_END, 0, say("End it and delete everything"));
    end.first = true;
    console_title(flow, say("End the session?"));
    console_body(flow,
                 say("Everything kept of it is deleted: the way, the results, the keys. The phones "
                     "see that it is over."),
                 4);
    console_row(flow, &end, 1, false, 12);
}

static void leave_flow(Flow *flow)
{
    ConsoleButton acts[] = {
        console_button(CONSOLE_QUIT, 0, say("Leave, and keep the session")),
        console_opens(PANEL_ROOM_END, NULL, say("End the session…")),
    };
    acts[0].id = "quit";
    console_title(flow, say("Leave the room?"));
    console_body(
        flow,
        say("Both windows close and phones wait. The session is kept: the same command goes "
            "on where it was."),
        4);
    console_row(flow, acts, 2, false, 12);
}

// ---- the list of keys ---------------------------------------------------------------------------

static void key_line(Flow *flow, const char *key, const char *what)
{
    flow_text(flow, STYLE_NAME, flow->pen->theme->ink,
              word_fill2(&flow->pen->frame->arena, W_KNOW_LINE, key, what), 5);
}

static void help_flow(Flow *flow)
{
    static const struct {
        const char *key, *says;
    } KEYS[] = {
        { "G", SAY_LATER("begin, tell on, follow the room") },
        { "Q", SAY_LATER("open the question") },
        { "R", SAY_LATER("reveal") },
        { "F", SAY_LATER("freeze") },
        { "O", SAY_LATER("ask again, and keep what came out") },
        { "D", SAY_LATER("discard, and ask anew") },
        { "T, +", SAY_LATER("countdown of a minute; one more minute") },
        { "V, 1 … 9", SAY_LATER("go on with another answer") },
        { "M", SAY_LATER("show where another answer leads") },
        { "C", SAY_LATER("come back from there") },
        { "Z", SAY_LATER("back to an earlier question") },
        { "H", SAY_LATER("count hands") },
        { "P", SAY_LATER("a page back on the room screen") },
        { "B", SAY_LATER("blank the room screen, and show it again") },
        { "W", SAY_LATER("swap the two windows") },
        { "I", SAY_LATER("screens: which monitor, type, contrast") },
        { "N", SAY_LATER("phones and network; your phone as a remote") },
        { "A", SAY_LATER("open the room for phones") },
        { "E", SAY_LATER("the session: tables, debrief, privacy, the end") },
        { "K", SAY_LATER("save the debrief") },
    };
    flow_label(flow, say("Keys of the console"), 0);
    key_line(flow, say("Space, Enter"), say("what is in focus: the red button, unless you moved"));
    if (console_has_letter(flow->pen, "G")) {
        for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++) {
            key_line(flow, KEYS[i].key, say(KEYS[i].says));
        }
    }
    key_line(flow, word(W_HELP_TAB_KEY), word(W_HELP_TAB));
    key_line(flow, word(W_HELP_PAGE_KEY), word(W_HELP_PAGE));
    key_line(flow, word(W_HELP_SIZE_KEY), word(W_HELP_SIZE));
    key_line(flow, word(W_HELP_CONTRAST_KEY), word(W_HELP_CONTRAST));
    key_line(flow, word(W_HELP_FULL_KEY), word(W_HELP_FULL));
    key_line(flow, word(W_HELP_F10_KEY), word(W_HELP_F10));
}

// ---- the card they stand on ---------------------------------------------------------------------

static const char *fill(View *screen, Flow *flow)
{
    switch ((int)screen->panel) {
    case PANEL_ROOM_CHOOSE:
        choose_flow(screen, flow);
        return say("Go on with another answer");
    case PANEL_ROOM_BRANCH:
        branch_flow(screen, flow);
        return say("Show where another answer leads");
    case PANEL_ROOM_EARLIER:
        earlier_flow(screen, flow);
        return say("Back to an earlier question");
    case PANEL_ROOM_HANDS:
        hands_flow(screen, flow);
        return say("Count hands instead");
    case PANEL_ROOM_PHONES:
        phones_flow(screen, flow);
        return say("Phones and network");
    case PANEL_ROOM_REMOTE:
        remote_flow(screen, flow);
        return say("Your phone as a remote");
    case PANEL_ROOM_SCREENS:
        screens_flow(screen, flow);
        return say("Screens");
    case PANEL_ROOM_SESSION:
        session_flow(screen, flow);
        return say("Session");
    case PANEL_ROOM_END:
        end_flow(flow);
        return say("End the session?");
    case PANEL_ROOM_LEAVE:
        leave_flow(flow);
        return say("Leave the room?");
    default:
        help_flow(flow);
        return word(W_TOOL_HELP);
    }
}

// Whoever types figures never turns a page: the next one is there.
static void turn_to_hand(View *screen, const Flow *flow, float height)
{
    Console *console = screen->console;
    if (screen->panel == PANEL_ROOM_HANDS && console->to_hand) {
        bool shows = screen->focus.argument == console_act(CONSOLE_HANDS, 0);
        int from_end = console->room->room->offer_count - console->hands_at + 1;
        int bit = shows ? flow->count - 1 : flow->count - from_end;
        flow->pen->pages[PAGER_PANEL] = flow_page_of(flow, bit, height);
        console->to_hand = false;
    }
}

void view_draw_console_panel(View *screen, Pen *pen)
{
    Frame *frame = pen->frame;
    bool asks = screen->panel == PANEL_ROOM_END || screen->panel == PANEL_ROOM_LEAVE;
    float most = asks ? 620 : 760;
    float width = view_is_stacked(pen) ? (float)VIEW_GRID : most;
    width = width < frame->width - 48 ? width : frame->width - 48;
    view_below(screen, pen);
    FrameRect room = { (frame->width - width) / 2, 24, width, frame->height - 48 };
    float foot = view_panel_foot(pen, word(asks ? W_NOT_NOW : W_CLOSE));
    Flow flow = flow_new(pen, width - 48, room.h - 24 - foot - flow_footer_height(pen));
    const char *name = fill(screen, &flow);
    turn_to_hand(screen, &flow, room.h - 24 - foot - flow_footer_height(pen));
    pen_item(pen, ROLE_DIALOG, room, name, "", "panel");
    view_panel_card(pen, &flow, room, PAGER_PANEL, ACTION_CLOSE, word(asks ? W_NOT_NOW : W_CLOSE));
}
