// What can be heard: the motif that an event of the story has, and sounds in words for whoever does
// not hear them. A caption stands below the bar for a moment; what breaks is not pushed aside by
// what only creaks. Knows no audio, and not whether anything sounds.
#include "view/view_state.h"

#include <string.h>

enum {
    CAPTION_MILLISECONDS = 2600,
    CAPTION_LEAST = 1200, // it stands at least so long against what matters less
    RANK_IMPORTANT = 10,
    RANK_SETTING = 20,
};

typedef struct Caption {
    ViewWord word;
    int rank;
} Caption;

static const Caption OF_SOUND[PICTURE_SOUNDS] = {
    [PICTURE_SOUND_CREAK] = { W_HEARD_CREAK, 2 },
    [PICTURE_SOUND_CRACK] = { W_HEARD_CRACK, RANK_IMPORTANT },
    [PICTURE_SOUND_SNAP] = { W_HEARD_SNAP, RANK_IMPORTANT + 1 },
    [PICTURE_SOUND_CRASH] = { W_HEARD_CRASH, RANK_IMPORTANT + 2 },
    [PICTURE_SOUND_HAMMER] = { W_HEARD_HAMMER, 4 },
    [PICTURE_SOUND_STEP] = { W_HEARD_STEP, 3 },
    [PICTURE_SOUND_GUST] = { W_HEARD_GUST, 1 },
};

// A motif only repeats what the card says in words: it is told where every sound is. Among several
// at once the one of the highest rank is heard.
static const Caption OF_MOTIF[] = {
    [MOTIF_NONE] = { W_NOTHING, 0 },
    [MOTIF_KEPT] = { W_HEARD_KEPT, 5 },
    [MOTIF_MENDED] = { W_HEARD_MENDED, 6 },
    [MOTIF_BROKEN] = { W_HEARD_BROKEN, 8 },
    [MOTIF_FOUND_OUT] = { W_HEARD_FOUND_OUT, 9 },
    [MOTIF_CROSSES] = { W_HEARD_CROSSES, 4 },
    [MOTIF_TURNS_BACK] = { W_HEARD_TURNS_BACK, 7 },
};

// ---- motifs -------------------------------------------------------------------------------------

static bool closes_gap(const StoryHistory *history, int commitment)
{
    const Scenario *scenario = history->scenario;
    int person = view_disc_person(scenario, commitment);
    if (person < 0 || person >= scenario->person_count) {
        return false;
    }
    BridgeCondition bridge;
    story_bridge(scenario, history->now, person, &bridge);
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        if (bridge.planks[i].mended_by > 0 && bridge.planks[i].mended_id == commitment) {
            return true;
        }
    }
    return false;
}

static uint8_t motif_of_state(const StoryHistory *history, int commitment, int state)
{
    switch ((StoryState)state) {
    case STATE_KEPT:
        return closes_gap(history, commitment) ? MOTIF_MENDED : MOTIF_KEPT;
    case STATE_MISSED:
        return MOTIF_BROKEN;
    case STATE_FOUND_OUT:
        return MOTIF_FOUND_OUT;
    case STATE_NONE:
    case STATE_OPEN:
    case STATE_MOVED:
    case STATE_LAPSED:
    case STATE_WARNED:
    case STATE_OWNED_UP:
    case STATE_COVERED_UP:
        break;
    }
    return MOTIF_NONE;
}

uint8_t view_motif_of(const StoryHistory *history, const StoryEvent *event)
{
    if (event->kind == EVENT_SETTLED) {
        return motif_of_state(history, event->what, event->a);
    }
    if (event->kind == EVENT_CROSSED) {
        return event->a != 0 ? MOTIF_CROSSES : MOTIF_TURNS_BACK;
    }
    return MOTIF_NONE;
}

uint8_t view_motif_greater(uint8_t a, uint8_t b)
{
    return OF_MOTIF[b].rank > OF_MOTIF[a].rank ? b : a;
}

// ---- captions -----------------------------------------------------------------------------------

static void show(View *view, Caption caption)
{
    int stood = CAPTION_MILLISECONDS - view->caption_milliseconds;
    if (view->caption_milliseconds > 0 && caption.rank < view->caption_rank &&
        stood < CAPTION_LEAST) {
        return;
    }
    view->caption = caption.word;
    view->caption_rank = caption.rank;
    view->caption_milliseconds = CAPTION_MILLISECONDS;
    view_touch(view);
}

static bool is_told(const ViewSettings *settings, Caption caption)
{
    return settings->captions == CAPTIONS_ALL ||
           (settings->captions == CAPTIONS_IMPORTANT && caption.rank >= RANK_IMPORTANT);
}

bool view_captioned(const ViewSettings *settings, PictureSound sound)
{
    return (unsigned)sound < PICTURE_SOUNDS && is_told(settings, OF_SOUND[sound]);
}

void view_caption_heard(View *view, uint8_t sound)
{
    if (view_captioned(&view->settings, (PictureSound)sound)) {
        show(view, OF_SOUND[sound]);
    }
}

void view_motifs_pass(View *view)
{
    if (view->screen != VIEW_PLAY) {
        return;
    }
    int shown = view->shown < view->beats.count ? view->shown : view->beats.count;
    uint8_t motif = MOTIF_NONE;
    for (; view->heard < shown; view->heard++) {
        motif = view_motif_greater(motif, view->beats.list[view->heard].motif);
    }
    if (motif == MOTIF_NONE) {
        return;
    }
    view->motif = motif;
    view->motif_number++;
    if (is_told(&view->settings, OF_MOTIF[motif])) {
        show(view, OF_MOTIF[motif]);
    }
}

void view_caption_settings(View *view, const ViewSettings *settings)
{
    static const ViewWord CAPTIONS[CAPTIONS_COUNT] = { W_CAPTIONS_IMPORTANT, W_CAPTIONS_ALL,
                                                       W_CAPTIONS_NONE };
    if (view->item_count == 0) {
        return; // the first frame: they were so before
    }
    if (settings->sound_off != view->settings.sound_off) {
        show(view, (Caption){ settings->sound_off ? W_SOUND_OFF : W_SOUND_ON, RANK_SETTING });
    } else if (settings->feedback != view->settings.feedback) {
        show(view, (Caption){ settings->feedback ? W_FEEDBACK_ON : W_FEEDBACK_OFF, RANK_SETTING });
    } else if (settings->speech != view->settings.speech) {
        show(view, (Caption){ settings->speech ? W_SPEECH_ON : W_SPEECH_OFF, RANK_SETTING });
    } else if (settings->captions != view->settings.captions) {
        show(view, (Caption){ CAPTIONS[settings->captions % CAPTIONS_COUNT], RANK_SETTING });
    }
}

void view_caption_say(View *view, ViewWord said)
{
    show(view, (Caption){ said, RANK_SETTING });
}

void view_caption_tick(View *view, int milliseconds)
{
    if (view->caption_milliseconds > 0) {
        view->caption_milliseconds -= milliseconds;
        if (view->caption_milliseconds <= 0) {
            view->caption_milliseconds = 0;
            view_touch(view);
        }
    }
}

static bool is_beside(FrameRect a, FrameRect b)
{
    return a.y < b.y + b.h && a.y + a.h > b.y;
}

static float text_left(const FrameCommand *text)
{
    float before = text->align == ALIGN_START ? 0 : text->align == ALIGN_END ? 1 : .5f;
    return text->rect.x - before * text->rect.w;
}

// To where the first tool or text beside it begins.
static float room_in_row(const Pen *pen, FrameRect row)
{
    const Frame *frame = pen->frame;
    float right = frame->width - VIEW_MARGIN;
    for (int i = 0; i < frame->item_count; i++) {
        const FrameItem *item = &frame->items[i];
        if (item->focusable && is_beside(item->rect, row) && item->rect.x - 8 < right) {
            right = item->rect.x - 8;
        }
    }
    for (int i = 0; i < frame->command_count; i++) {
        const FrameCommand *text = &frame->commands[i];
        if (text->kind == FRAME_TEXT && is_beside(text->rect, row) &&
            text_left(text) - 16 < right) {
            right = text_left(text) - 16;
        }
    }
    return right - row.x;
}

static FrameRect caption_size(const View *view, Pen *pen, LayoutStyle *style)
{
    *style = pen_style(pen, STYLE_STATE, pen->theme->on_band);
    float wide = layout_width(pen->measure, style, word(view->caption));
    return (FrameRect){ 0, 0, wide + 2 * pen_unit(pen, 11), pen_unit(pen, 28) };
}

static void draw_caption_at(const View *view, Pen *pen, FrameRect row, LayoutStyle style)
{
    const Theme *theme = pen->theme;
    const char *text = word(view->caption);
    pen_rect(pen, row, row.h / 2, theme->band | 0xff000000u);
    pen_outline(pen, row, row.h / 2, 1.5f, theme->edge, false);
    pen_text(pen, style, row.x + pen_unit(pen, 11), row.y + (row.h - style.leading) / 2,
             ALIGN_START, text);
    // What breaks is told in the words of the bridge; only the answer to a key is news to an ear.
    pen_item(pen, ROLE_STATUS, row, text, "", "caption")->live =
        view->caption_rank == RANK_SETTING ? LIVE_ASSERTIVE : LIVE_QUIET;
}

void view_draw_caption(View *view, Pen *pen, float top)
{
    if (view->caption_milliseconds <= 0) {
        return;
    }
    LayoutStyle style;
    FrameRect row = caption_size(view, pen, &style);
    row.x = VIEW_MARGIN;
    row.y = top + 6;
    if (row.w <= room_in_row(pen, row)) { // else it is not worth covering anything
        draw_caption_at(view, pen, row, style);
    }
}

void view_draw_setting(View *view, Pen *pen)
{
    const Frame *frame = pen->frame;
    if (view->caption_milliseconds <= 0 || view->caption_rank != RANK_SETTING) {
        return;
    }
    for (int i = 0; i < frame->item_count; i++) {
        if (strcmp(frame->items[i].id, "caption") == 0) {
            return; // it had its place below the bar
        }
    }
    LayoutStyle style;
    FrameRect row = caption_size(view, pen, &style);
    row.x = (frame->width - row.w) / 2;
    row.y = frame->height - row.h - 12;
    draw_caption_at(view, pen, row, style);
}
