// Which screen it is, the scene behind it, the bar above it, sounds in words.
#include "view/projector_parts.h"

#include "base/say.h"
#include "view/mirror.h"

#include <stdio.h>

static const float bar_type = 1.25f; // the bar is read from the back row, too
static const float lift = 84.0f;     // of the scene: cards stand below
static const float far_lift = 200.0f; // where one card leaves a strip of it

struct Projector {
    View *ears; // keeps the words of what is heard, nothing else
    int page, pages;
    uint32_t motif_number;
    bool listens;    // what has happened before the first frame is not heard
    int motif_count; // events that the motif was taken from
};

Projector *projector_new(void)
{
    Projector *projector = mem_alloc(sizeof *projector);
    projector->ears = view_new();
    projector->pages = 1;
    return projector;
}

void projector_free(Projector *projector)
{
    if (projector != NULL) {
        view_free(projector->ears);
        mem_free(projector);
    }
}

int projector_pages(const Projector *projector, int *page)
{
    *page = projector->page;
    return projector->pages;
}

void projector_heard(Projector *projector, uint8_t sound)
{
    view_caption_heard(projector->ears, sound);
}

void projector_tick(Projector *projector, int milliseconds)
{
    view_caption_tick(projector->ears, milliseconds);
}

bool projector_is_moving(const Projector *projector)
{
    return projector->ears->caption_milliseconds > 0;
}

// ---- what the parts share -----------------------------------------------------------------------

LayoutStyle screen_style(const Screen *screen, ScreenType type, uint32_t colour)
{
    static const ThemeType TYPES[SCREEN_TYPES] = {
        [SCREEN_STORY] = { FONT_STORY, 28, 35 },
        [SCREEN_STORY_LARGE] = { FONT_STORY, 34, 43 },
        [SCREEN_NOTE] = { FONT_UI_MEDIUM, 21, 28 },
        [SCREEN_TALK] = { FONT_STORY, 27, 34 },
        [SCREEN_HEADING] = { FONT_UI_BOLD, 26, 33 },
        [SCREEN_COUNT] = { FONT_UI_BOLD, 25, 31 },
        [SCREEN_CODE] = { FONT_UI_BOLD, 36, 42 },
        [SCREEN_CODE_LARGE] = { FONT_UI_BOLD, 60, 68 },
        [SCREEN_ADDRESS] = { FONT_UI_MEDIUM, 24, 31 },
        [SCREEN_ADDRESS_LARGE] = { FONT_UI_BOLD, 38, 46 },
        [SCREEN_SIDE] = { FONT_UI, 20, 26 },
        [SCREEN_SMALL] = { FONT_UI, 18, 24 },
    };
    ThemeType it = TYPES[type];
    return (LayoutStyle){ it.font, pen_unit(screen->pen, it.size), pen_unit(screen->pen, it.leading),
                          colour };
}

void screen_text(const Screen *screen, Flow *flow, ScreenType type, uint32_t colour,
                 const char *text, float gap)
{
    LayoutSegment segment = { text, screen_style(screen, type, colour), true };
    if (text[0] != '\0') {
        flow_segments(flow, &segment, 1, gap);
    }
}

const char *screen_count(const Screen *screen, const char *pattern, int number)
{
    char figure[16];
    Text out = { .data = NULL };
    const char *at = strstr(pattern, "%d");
    snprintf(figure, sizeof figure, "%d", number);
    text_addf(&out, "%.*s%s%s", at != NULL ? (int)(at - pattern) : 0, pattern, figure,
              at != NULL ? at + 2 : pattern);
    const char *kept = frame_text(screen->pen->frame, text_str(&out));
    text_deinit(&out);
    return kept;
}

float screen_pages_foot(const Screen *screen)
{
    return screen_style(screen, SCREEN_SMALL, 0).leading;
}

static void draw_page_number(const Screen *screen, FrameRect rect, int page, int pages)
{
    Pen *pen = screen->pen;
    char here[16], all[16];
    snprintf(here, sizeof here, "%d", page + 1);
    snprintf(all, sizeof all, "%d", pages);
    Text out = { .data = NULL };
    say_fill(say("{1} of {2}"), (const char *const[]){ here, all }, 2, &out);
    LayoutStyle style = screen_style(screen, SCREEN_SMALL, pen->theme->soft);
    float y = rect.y + rect.h - style.leading;
    float w = pen_text(pen, style, rect.x + rect.w, y, ALIGN_END, text_str(&out));
    FrameRect box = { rect.x + rect.w - w, y, w, style.leading };
    pen_item(pen, ROLE_STATUS, box, text_str(&out), "", "page");
    text_deinit(&out);
}

void screen_pages(const Screen *screen, const Flow *flow, FrameRect rect)
{
    Projector *projector = screen->projector;
    float height = rect.h;
    int pages = flow_page_count(flow, height);
    if (pages > 1) {
        height -= screen_pages_foot(screen);
        pages = flow_page_count(flow, height);
    }
    int page = screen->room->page < pages ? screen->room->page : pages - 1;
    int from = 0;
    for (int i = 0; i < page; i++) {
        from = flow_page_end(flow, from, height);
    }
    flow_draw(flow, (FrameRect){ rect.x, rect.y, rect.w, height }, from,
              flow_page_end(flow, from, height));
    if (pages > 1) {
        draw_page_number(screen, rect, page, pages);
    }
    projector->page = page;
    projector->pages = pages;
}

// ---- the scene ----------------------------------------------------------------------------------

// Whether the one across is on their way: the last that was told of it since the last choice.
static uint8_t crossing_of(const Room *room, int person)
{
    const StoryHistory *history = &room->history;
    int from = history->count > 0 ? history->journal_marks[history->count - 1] : 0;
    for (int i = history->journal.count - 1; i >= from; i--) {
        const StoryEvent *event = &history->journal.events[i];
        if (event->kind == EVENT_CROSSED && event->person == person) {
            return event->a != 0 ? CROSSING_COMES : CROSSING_TURNS_BACK;
        }
        if (event->kind == EVENT_NEED && event->person == person) {
            return CROSSING_LOOKS;
        }
    }
    return CROSSING_NONE;
}

// Of all that has happened since the last frame the gravest is heard.
static void hear(Projector *projector, const Room *room, Frame *frame)
{
    const StoryHistory *history = &room->history;
    uint8_t motif = MOTIF_NONE;
    for (int i = projector->motif_count; i < history->journal.count && projector->listens; i++) {
        motif = view_motif_greater(motif, view_motif_of(history, &history->journal.events[i]));
    }
    projector->motif_count = history->journal.count;
    projector->listens = true;
    if (motif != MOTIF_NONE) {
        projector->motif_number++;
        projector->ears->motif = motif;
    }
    frame->motif = projector->ears->motif;
    frame->motif_number = projector->motif_number;
}

static void draw_scene(const Screen *screen, float shift)
{
    const RoomView *view = screen->view;
    Frame *frame = screen->pen->frame;
    frame->has_scene = true;
    frame->bridge = view->bridge;
    frame->weather = view->weather;
    frame->bridge_person = view->person;
    frame->bridge_name = frame_text(frame, view->first);
    frame->look_count = view->look_count;
    for (int i = 0; i < view->look_count; i++) {
        frame->looks[i] = view->looks[i];
    }
    frame->crossing = crossing_of(screen->room, view->person);
    FrameCommand *scene =
        frame_add(frame, FRAME_SCENE, (FrameRect){ 0, 0, frame->width, frame->height });
    scene->value = (int32_t)shift;
    FrameRect seen = { 0, screen->top, frame->width, frame->height / 4 };
    pen_item(screen->pen, ROLE_IMAGE, seen, view->bridge_words, "", "scene");
}

static float bar_scale(const Screen *screen)
{
    return screen->stacked ? 1 : bar_type;
}

static float draw_bar(Screen *screen)
{
    static const FrameIcon ICONS[] = { ICON_SUN, ICON_SUN, ICON_DUSK, ICON_DAWN, ICON_STORM };
    const RoomView *view = screen->view;
    Pen pen = *screen->pen;
    bool told = screen->room->stage != ROOM_GATHERS && !screen->room->tables;
    pen.scale *= bar_scale(screen);
    ViewBar bar = { .left = told ? view->clock : "",
                    .left_more = "",
                    .icon = told ? (int)ICONS[view->weather % 5] : -1,
                    .title = view->title,
                    .right = "",
                    .halves = -1 };
    if (!screen->room->tables) {
        bar.word = word_bridge(&pen.frame->arena, &view->bridge, true);
        bar.halves = view->bridge.gauge_halves;
        bar.bridge_name = word_fill1(&pen.frame->arena, W_BRIDGE_TO, view->first);
    }
    return view_bar(&pen, &bar);
}

// ---- the screens --------------------------------------------------------------------------------

static void draw_blank(const Screen *screen)
{
    Pen *pen = screen->pen;
    LayoutStyle style = screen_style(screen, SCREEN_CODE_LARGE, pen->theme->on_band);
    style.font = FONT_STORY;
    LayoutBlock block = pen_wrap(pen, style, say("A short break"), false, pen->frame->width - 96);
    float height = block.leading * (float)block.count;
    float y = (pen->frame->height - height) / 2;
    pen_band(pen, (FrameRect){ 0, 0, pen->frame->width, pen->frame->height });
    for (int i = 0; i < block.count; i++) {
        pen_line(pen, &block.lines[i], (pen->frame->width - block.lines[i].width) / 2,
                 y + block.leading * (float)i, block.leading);
    }
    pen_item(pen, ROLE_HEADING, (FrameRect){ 48, y, pen->frame->width - 96, height },
             say("A short break"), "", "blank");
}

static bool asks(const Room *room)
{
    return room->stage == ROOM_ANSWERS || room->stage == ROOM_FROZEN ||
           room->stage == ROOM_REVEALED;
}

// Two cards beside each other, as screens.md has them; higher where the type or the window is.
static void draw_beside(const Screen *screen)
{
    Pen *pen = screen->pen;
    Frame *frame = pen->frame;
    float side = 324 * pen->scale;
    float more = 232 * (pen->scale - 1) + (frame->height - 720) * .4f;
    float height = 342 + more;
    float y = frame->height - 18 - height;
    // While it is told to a room without phones there is nothing to say beside it.
    bool alone = screen->room->stage == ROOM_LISTENS && !screen->view->open &&
                 !room_in_branch(screen->room);
    float beside = alone ? 0 : side + 16;
    FrameRect story = { VIEW_MARGIN, y, frame->width - 2 * VIEW_MARGIN - beside, height };
    if (asks(screen->room)) {
        story = screen_draw_answers(screen, story, screen->top + 40);
    } else {
        screen_draw_story(screen, story);
    }
    if (!alone) {
        FrameRect card = { story.x + story.w + 16, story.y, side, story.h };
        screen_draw_side(screen, card);
    }
}

// Large type: one card, and how to come in as a line at its foot.
static void draw_stacked(const Screen *screen)
{
    Frame *frame = screen->pen->frame;
    float foot = screen_foot_height(screen);
    float top = screen->top + 60 + (frame->height > 900 ? (frame->height - 900) * .5f : 0);
    FrameRect card = { VIEW_MARGIN, top, frame->width - 2 * VIEW_MARGIN,
                       frame->height - 18 - foot - top };
    if (asks(screen->room)) {
        screen_draw_answers(screen, card, top);
    } else {
        screen_draw_story(screen, card);
    }
    screen_draw_foot(screen,
                     (FrameRect){ card.x, frame->height - 18 - foot, card.w, foot });
}

static void draw_cards(const Screen *screen)
{
    Frame *frame = screen->pen->frame;
    float wide = frame->width - 2 * VIEW_MARGIN;
    if (screen->room->tables) {
        float top = screen->top + 20;
        screen_draw_wall(screen, (FrameRect){ VIEW_MARGIN, top, wide, frame->height - 18 - top });
    } else if (screen->room->stage == ROOM_GATHERS) {
        float height = screen->stacked ? frame->height - screen->top - 38
                                       : 384 + 400 * (screen->pen->scale - 1) +
                                             (frame->height - 720) * .4f;
        float y = frame->height - 18 - height;
        screen_draw_welcome(screen, (FrameRect){ VIEW_MARGIN, y, wide, height });
    } else if (screen->stacked) {
        draw_stacked(screen);
    } else {
        draw_beside(screen);
    }
}

void projector_frame(Projector *projector, const RoomView *room, const ViewSettings *settings,
                     const FrameMeasure *measure, Frame *frame)
{
    Pen pen = { .frame = frame,
                .measure = measure,
                .theme = theme_of(settings->high_contrast, settings->colour_safe),
                .scale = settings->text_scale };
    pen.scale = pen.scale < 1 ? 1 : pen.scale > 2 ? 2 : pen.scale;
    Screen screen = { .projector = projector,
                      .view = room,
                      .room = room->room,
                      .pen = &pen,
                      .stacked = view_is_stacked(&pen) };
    frame->high_contrast = settings->high_contrast;
    frame->colour_safe = settings->colour_safe;
    frame->typeface = settings->typeface;
    frame->ground = pen.theme->ground;
    projector->page = 0;
    projector->pages = 1;
    projector->ears->settings = *settings;
    hear(projector, room->room, frame);
    if (room->room->blank) {
        draw_blank(&screen);
    } else {
        bool strip = screen.stacked && frame->height < 900;
        draw_scene(&screen, strip ? far_lift : lift);
        screen.top = draw_bar(&screen);
        view_draw_caption(projector->ears, &pen, screen.top);
        draw_cards(&screen);
    }
    frame_shadows_first(frame);
    if (say_right_to_left()) {
        mirror_frame(frame);
    }
}
