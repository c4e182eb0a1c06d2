// One answer on the console: its words, how many chose it, what it leads to, and the chance of a sound bridge
// from there.
#include "view/console_parts.h"

#include "base/say.h"
#include "story/render.h"
#include "view/turning.h"

typedef struct AnswerData {
    int number, count, answered;
    bool most, figures, counting; // counting: answers still come in
    LayoutBlock words, leads, bridge, chance;
    const char *said, *says;
    PenDisc disc;
    float inner; // where its text begins
} AnswerData;

static float block_height(const LayoutBlock *block)
{
    return block->leading * (float)block->count;
}

static void draw_bar(Pen *pen, const AnswerData *answer, FrameRect track)
{
    const Theme *theme = pen->theme;
    pen_rect(pen, track, 3, theme->track);
    if (theme->high_contrast) {
        pen_outline(pen, track, 3, 1, theme->edge, false);
    }
    FrameRect fill = track;
    fill.w = answer->answered > 0 ? track.w * (float)answer->count / (float)answer->answered : 0;
    if (fill.w > 0) {
        pen_rect(pen, fill, 3, answer->most ? theme->accent : theme->bar_gold);
        pen->frame->commands[pen->frame->command_count - 1].flag = answer->most;
        pen_outline(pen, fill, 3, 1.5f, theme->ink, false);
    }
}

static void draw_number(Pen *pen, const AnswerData *answer, FrameRect rect)
{
    const Theme *theme = pen->theme;
    LayoutStyle style = pen_style(pen, STYLE_STATE, 0);
    style.font = FONT_UI_BOLD;
    style.colour = answer->most ? theme->on_accent : theme->keycap_ink;
    pen_rect(pen, rect, 6, answer->most ? theme->accent : theme->keycap);
    pen_text(pen, style, rect.x + rect.w / 2, rect.y + (rect.h - style.leading) / 2, ALIGN_CENTRE,
             console_number(pen, answer->number));
}

static LayoutStyle figure_style(const Pen *pen)
{
    LayoutStyle style = pen_style(pen, STYLE_CARD_TITLE, pen->theme->ink);
    style.font = FONT_UI_BOLD;
    return style;
}

static void draw_answer(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const AnswerData *answer = bit->data;
    float padding = pen_unit(pen, 7), cap = pen_unit(pen, 26);
    pen_rect(pen, rect, 8, pen->theme->row);
    if (pen->theme->high_contrast) {
        pen_outline(pen, rect, 8, 1, pen->theme->edge, false);
    } else {
        pen_rule(pen, rect.x + 8, rect.y + rect.h - 1, rect.w - 16, 1);
    }
    draw_number(pen, answer, (FrameRect){ rect.x + pen_unit(pen, 12), rect.y + padding, cap, cap });
    float x = rect.x + answer->inner, y = rect.y + padding + pen_unit(pen, 2);
    float right = rect.x + rect.w - pen_unit(pen, 12);
    pen_block(pen, &answer->words, x, y);
    if (answer->figures) {
        pen_text(pen, figure_style(pen), right, rect.y + padding, ALIGN_END,
                 console_number(pen, answer->count));
    } else {
        pen_disc(pen, answer->disc, right - pen_unit(pen, 12), rect.y + padding + pen_unit(pen, 13),
                 pen_unit(pen, 24), false);
    }
    y += block_height(&answer->words);
    if (answer->figures) {
        y += pen_unit(pen, 4);
        draw_bar(pen, answer, (FrameRect){ x, y, right - x, pen_unit(pen, 10) });
        y += pen_unit(pen, 13);
    }
    const LayoutBlock *const lines[] = { &answer->leads, &answer->bridge, &answer->chance };
    for (int i = 0; i < 3; i++) {
        pen_block(pen, lines[i], x, y);
        y += block_height(lines[i]);
    }
    pen_item(pen, ROLE_LIST_ITEM, rect, answer->said, answer->says, "answer")->live =
        answer->counting ? LIVE_QUIET : LIVE_NEW;
}

static LayoutBlock two_tone(Pen *pen, const char *label, const char *text, bool strong, float width)
{
    LayoutStyle soft = pen_style(pen, STYLE_STATE, pen->theme->soft);
    LayoutStyle ink = pen_style(pen, STYLE_STATE, pen->theme->ink);
    ink.font = strong ? FONT_UI_BOLD : FONT_UI;
    const LayoutSegment segments[] = { { label, soft, false },
                                       { " ", soft, false },
                                       { text, ink, true } };
    return layout_wrap(&pen->frame->arena, pen->measure, segments, 3, width);
}

// "The chance of a sound bridge to Maya:" and "58 %"; NULL while it is not counted.
static const char *chance_of(const View *screen, Pen *pen, int option, const char **label)
{
    const Console *console = console_of(screen);
    const Room *room = console->room->room;
    int person = console->room->person;
    if (person < 0 || person >= room->scenario->person_count) {
        return NULL;
    }
    BridgeWord word = console_chance_word(&console->chance, person);
    double chance = console_chance_of(&console->chance, &room->offers[option], person, word);
    if (chance < 0) {
        return NULL;
    }
    Arena *arena = &pen->frame->arena;
    const char *of =
        word_fill1(arena, W_CHANCE_OF, view_turning_goal(arena, room->scenario, person, word));
    Text out = { 0 };
    text_addf(&out, "%s:", of);
    *label = console_keep(pen, &out);
    return view_percent(arena, chance);
}

static void says(AnswerData *answer, Pen *pen, const RoomAnswer *it, const char *chance_label,
                 const char *chance)
{
    Text out = { 0 };
    if (answer->figures) {
        text_addf(&out, "%d. ", answer->count);
    }
    if (it->leads != NULL && it->leads[0] != '\0') {
        text_addf(&out, "%s %s ", it->ends ? say("Ends:") : say("Leads to:"), it->leads);
    }
    if (it->bridge != NULL && it->bridge[0] != '\0') {
        text_addf(&out, "%s ", it->bridge);
    }
    if (chance != NULL) {
        text_addf(&out, "%s %s", chance_label, chance);
    }
    answer->says = console_keep(pen, &out);
}

void console_answer(const View *screen, Flow *flow, int option, const RoomResult *figures)
{
    Pen *pen = flow->pen;
    const RoomView *view = console_of(screen)->room;
    const Room *room = view->room;
    const RoomAnswer *it = &view->answers[option];
    bool counted = figures->shown == ROOM_SHOWN_COUNTS;
    AnswerData *answer = arena_alloc(&pen->frame->arena, sizeof *answer);
    *answer = (AnswerData){ .number = option + 1,
                            .figures = counted,
                            .counting = counted && room->stage == ROOM_ANSWERS };
    answer->most =
        (room->stage == ROOM_FROZEN || room->stage == ROOM_REVEALED) && room->result.most == option;
    answer->count = figures->counts[option];
    answer->answered = figures->answered;
    answer->inner = pen_unit(pen, 48);
    answer->disc = (PenDisc){
        .number = it->disc, .fate = it->fate, .mended = it->mended, .theirs = it->theirs
    };
    float right = counted || it->disc > 0 ? pen_unit(pen, 50) : pen_unit(pen, 14);
    float width = flow->width - answer->inner - right,
          whole = flow->width - answer->inner - pen_unit(pen, 14);
    LayoutStyle bold = pen_style(pen, STYLE_NAME, pen->theme->ink);
    bold.font = FONT_UI_BOLD;
    answer->words = pen_wrap(pen, bold, console_words(view, option), true, width);
    if (it->leads != NULL && it->leads[0] != '\0') {
        answer->leads =
            two_tone(pen, it->ends ? say("Ends:") : say("Leads to:"), it->leads, false, whole);
    }
    if (it->bridge != NULL && it->bridge[0] != '\0') {
        answer->bridge =
            pen_wrap(pen, pen_style(pen, STYLE_STATE, pen->theme->ink), it->bridge, false, whole);
    }
    const char *label = "", *chance = chance_of(screen, pen, option, &label);
    if (chance != NULL) {
        answer->chance = two_tone(pen, label, chance, true, whole);
    }
    Text said = { 0 };
    text_addf(&said, "%d. ", option + 1);
    render_plain(console_words(view, option), &said);
    answer->said = console_keep(pen, &said);
    says(answer, pen, it, label, chance);
    float height = pen_unit(pen, 16) + block_height(&answer->words) + block_height(&answer->leads) +
                   block_height(&answer->bridge) + block_height(&answer->chance) +
                   (answer->figures ? pen_unit(pen, 17) : 0);
    float least = pen_unit(pen, 42);
    flow_bit(flow, height > least ? height : least, 7, draw_answer, answer);
}
