// What the facilitator reads: the author's notes, what was told last, what the room sees now, the plan.
#include "view/console_parts.h"

#include "base/say.h"

// ---- notes --------------------------------------------------------------------------------------

static void note(Flow *flow, const char *label, const char *text)
{
    if (text != NULL && text[0] != '\0') {
        flow_label(flow, label, flow->count > 0 ? 10 : 0);
        console_body(flow, text, 0);
    }
}

// What is said aloud stands out: the eye finds it while the mouth is busy.
static void say_aloud(Flow *flow, const char *text)
{
    if (text == NULL || text[0] == '\0') {
        return;
    }
    const Theme *theme = flow->pen->theme;
    flow_label(flow, say("Say"), flow->count > 0 ? 8 : 0);
    LayoutStyle style = pen_style(flow->pen, STYLE_CLAIM, theme->ink);
    LayoutSegment segment = { text, style, true };
    flow_note(flow, &segment, 1, 2);
}

static void general_notes(Flow *flow)
{
    say_aloud(flow, say("Before you tap: what makes each of these tempting on a day like this?"));
    note(flow, say("Watch"),
         say("People who look for the right answer. Ask what it would cost, and whom."));
    note(flow, say("Prompt, after the reveal"),
         say("Who chose otherwise, or nearly did: what spoke for it?"));
    console_soft(flow, say("(The author wrote no notes for this scene; these fit anywhere.)"), 8);
}

static void authors_notes(const RoomView *view, Flow *flow)
{
    if (view->room->stage == ROOM_REVEALED) { // then it is wanted first
        note(flow, say("Prompt, after the reveal"), view->note_prompt);
    }
    say_aloud(flow, view->note_say);
    note(flow, say("Watch"), view->note_watch);
    if (view->room->stage != ROOM_REVEALED) {
        note(flow, say("Prompt, after the reveal"), view->note_prompt);
    }
    note(flow, say("Do"), view->note_act);
    note(flow, say("Why"), view->note_why);
}

static void told_line(Flow *flow, const RoomLine *line)
{
    Pen *pen = flow->pen;
    LayoutStyle style = pen_style(pen, STYLE_CLAIM, pen->theme->ink);
    style.size = pen_unit(pen, 17);
    style.leading = pen_unit(pen, 23);
    LayoutStyle bold = style;
    bold.font = FONT_STORY_BOLD;
    if (line->kind == ROOM_LINE_PROMISE) {
        console_soft(flow, line->text, 6);
    } else if (line->kind == ROOM_LINE_SAID) {
        Text who = { 0 };
        text_addf(&who, "%s: ", line->who);
        LayoutSegment segments[] = { { console_keep(pen, &who), bold, false },
                                     { line->text, style, true } };
        flow_segments(flow, segments, 2, 6);
    } else {
        LayoutSegment segment = { line->text, style, true };
        flow_segments(flow, &segment, 1, 6);
    }
}

static void told(const RoomView *view, Flow *flow)
{
    if (view->line_count == 0 || view->room->stage == ROOM_GATHERS) {
        return;
    }
    Text label = { 0 };
    text_addf(&label, "%s", view->clock != NULL ? view->clock : "");
    flow_label(flow, console_keep(flow->pen, &label), flow->count > 0 ? 12 : 0);
    for (int i = 0; i < view->line_count; i++) {
        told_line(flow, &view->lines[i]);
    }
    if (view->first != NULL && view->first[0] != '\0') {
        Text words = { 0 };
        text_addf(&words, say("The bridge to %s: %s"), view->first, view->word_within);
        console_soft(flow, console_keep(flow->pen, &words), 8);
    }
}

static bool is_telling(const RoomView *view)
{
    return view->room->stage == ROOM_LISTENS && view->screen_page + 1 < view->screen_pages;
}

void console_notes_flow(View *screen, Flow *flow)
{
    const RoomView *view = console_of(screen)->room;
    bool first = is_telling(view) || view->room->stage == ROOM_ENDED;
    console_title(flow, first ? say("What is told") : say("Notes"));
    int from = flow->count;
    if (first) {
        told(view, flow);
        flow_rule(flow, 12);
    }
    if (view->has_notes) {
        authors_notes(view, flow);
    } else {
        general_notes(flow);
    }
    if (!first) {
        told(view, flow);
    }
    if (flow->count > from) {
        flow->bits[from].gap = pen_unit(flow->pen, 6);
    }
}

// ---- what the room sees --------------------------------------------------------------------------

static const char *seen_words(const RoomView *view)
{
    if (!view->screen_open) {
        return say("The room screen is not open.");
    }
    if (view->room->blank) {
        return say("Nothing: the room screen is blank.");
    }
    if (view->room->tables) {
        return say("The bridges of all tables.");
    }
    switch (view->room->stage) {
    case ROOM_GATHERS:
        return say("How to come in.");
    case ROOM_LISTENS:
        return is_telling(view) ? say("The story.") : say("The story, and the answers.");
    case ROOM_ANSWERS:
        return say("The answers, and how many have answered.");
    case ROOM_FROZEN:
        return say("That answers are closed.");
    case ROOM_REVEALED:
        return say("What came out.");
    case ROOM_ENDED:
        break;
    }
    return say("How the story ends.");
}

static int screen_acts(const RoomView *view, ConsoleButton out[3])
{
    int count = 0;
    if (view->screen_open) {
        out[count++] = view->room->blank ? console_button(CONSOLE_UNBLANK, 0, say("Show again"))
                                         : console_button(CONSOLE_BLANK, 0, say("Blank"));
    } else {
        out[count] = console_button(CONSOLE_SCREEN, 1, say("Open it"));
        out[count++].letter = "B";
    }
    if (view->screen_open && view->monitor_count > 1) {
        out[count++] = console_button(CONSOLE_SWAP, 0, say("Swap"));
    }
    out[count++] = console_opens(PANEL_ROOM_SCREENS, "I", say("Screens…"));
    return count;
}

void console_screen_flow(View *screen, Flow *flow)
{
    const RoomView *view = console_of(screen)->room;
    Pen *pen = flow->pen;
    ConsoleButton acts[3];
    int count = screen_acts(view, acts);
    flow_heading(flow, STYLE_BUTTON, pen->theme->ink, say("What the room sees"), 0);
    console_mirror(screen, flow, acts, count, seen_words(view));
}

// ---- the plan, in words --------------------------------------------------------------------------

const char *console_question_words(View *screen, Pen *pen)
{
    const RoomView *view = console_of(screen)->room;
    const Room *room = view->room;
    Text out = { 0 };
    if (room->tables || room->stage == ROOM_GATHERS) {
        return "";
    }
    if (room->stage == ROOM_ENDED) {
        return room_stage_words(room);
    }
    text_addf(&out, say("Question %d of about %d."), room->history.count + 1, view->pace.expected);
    return console_keep(pen, &out);
}

const char *console_planned_words(View *screen, Pen *pen)
{
    const RoomView *view = console_of(screen)->room;
    const Room *room = view->room;
    int minute = view->pace.planned_seconds / 60;
    Text out = { 0 };
    if (room->tables || room->stage == ROOM_GATHERS || room->stage == ROOM_ENDED) {
        return "";
    }
    if (minute == 0) { // nobody plans for minute 0
        return say("By the plan the story begins with it.");
    }
    text_addf(&out,
              say_many("By the plan it comes %d minute into the story.",
                       "By the plan it comes %d minutes into the story.", minute),
              minute);
    return console_keep(pen, &out);
}

const char *console_pace_words(View *screen, Pen *pen, uint32_t *colour)
{
    const RoomView *view = console_of(screen)->room;
    const Theme *theme = pen->theme;
    int behind = view->pace.behind_minutes;
    Text out = { 0 };
    *colour = theme->on_band;
    if (view->began_at == 0) {
        return say("The plan begins when the story does");
    }
    if (behind > 0) {
        *colour = theme->band_warned;
        text_addf(&out, say_many("%d minute behind the plan", "%d minutes behind the plan", behind),
                  behind);
    } else if (behind < 0) {
        *colour = theme->band_good;
        text_addf(&out,
                  say_many("%d minute ahead of the plan", "%d minutes ahead of the plan", -behind),
                  -behind);
    } else {
        *colour = theme->band_good;
        text_add(&out, say("On plan"));
    }
    return console_keep(pen, &out);
}

void console_plan_flow(View *screen, Flow *flow)
{
    const RoomView *view = console_of(screen)->room;
    Text planned = { 0 };
    console_title(flow, view->title);
    console_body(flow, say("Your window. The room can't see it."), 4);
    text_addf(&planned, say("Planned: %d minutes, %d of them for the story"), view->minutes,
              view->play_minutes);
    console_body(flow, console_keep(flow->pen, &planned), 6);
    const char *question = console_question_words(screen, flow->pen);
    if (question[0] != '\0') {
        console_body(flow, question, 6);
        console_body(flow, console_planned_words(screen, flow->pen), 0);
    }
}
