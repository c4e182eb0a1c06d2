// The way taken, on a rope: a disc where each promise was settled, small bridges above, days below,
// and a knob on the choice that is looked at.
#include "view/mirror.h"
#include "view/view_state.h"

#include <string.h>

typedef struct TimelinePlace { // a small bridge for a stop
    int stop, thumbnail;
    float on_rope;       // where the stop lies
    float centre, width; // aside of that where another needs the room
    float reach;         // how far aside at most
    const char *label;
    uint32_t colour;
} TimelinePlace;

enum { PLACES_MAX = 8 };

typedef struct Timeline {
    View *view;
    TimelinePlace places[PLACES_MAX]; // from left to right
    int place_count;
    LayoutBlock header;
    const char *said; // the stop
    float width;
    float picture, high; // of a small bridge: its width, its height
} Timeline;

// Where a minute lies on the rope, 0..1.
static float place_of(const Scenario *scenario, int32_t minute)
{
    int day = view_day_of(scenario, minute);
    int32_t in_day = minute - scenario->calendar_day[day] * STORY_DAY_MINUTES;
    int32_t hours = scenario->closes_minute - scenario->opens_minute;
    float part = hours > 0 ? (float)(in_day - scenario->opens_minute) / (float)hours : 0;
    part = part < .02f ? .02f : part > .98f ? .98f : part;
    return ((float)day + part) / (float)(scenario->day_count > 0 ? scenario->day_count : 1);
}

static BridgeCondition bridge_at(const View *view, int stop)
{
    BridgeCondition bridge;
    story_bridge(view->history->scenario, history_state(view->history, stop), view->person,
                 &bridge);
    return bridge;
}

float view_stop_place(const View *view, int stop)
{
    return place_of(view->history->scenario, history_state(view->history, stop)->clock_minute);
}

static float aside(const TimelinePlace *place)
{
    float by = place->centre - place->on_rope;
    return by < 0 ? -by : by;
}

// Moves small bridges aside until none covers another, that of the stop looked at last of all; false
// where one would go too far.
static bool make_room(TimelinePlace *places, int count, int stop, float width)
{
    float to = width * 2;
    for (int i = count - 1; i >= 0; i--) { // what lies before that stop, to the left
        TimelinePlace *place = &places[i];
        float most = to - place->width / 2;
        place->centre = place->on_rope < most ? place->on_rope : most;
        to = place->stop <= stop ? place->centre - place->width / 2 : width * 2;
    }
    float from = 0;
    for (int i = 0; i < count; i++) { // what covers another, to the right
        float least = from + places[i].width / 2;
        places[i].centre = places[i].centre > least ? places[i].centre : least;
        from = places[i].centre + places[i].width / 2;
    }
    bool fits = true;
    to = width;
    for (int i = count - 1; i >= 0; i--) { // what goes over the end, back
        float most = to - places[i].width / 2;
        places[i].centre = places[i].centre < most ? places[i].centre : most;
        to = places[i].centre - places[i].width / 2;
        fits = fits && to > -1 && aside(&places[i]) <= places[i].reach;
    }
    return fits;
}

// Adds a small bridge for a stop, at most `reach` of its widths aside, where there is room for it.
static void add_place(Timeline *timeline, Pen *pen, int stop, float reach)
{
    const View *view = timeline->view;
    const Scenario *scenario = view->history->scenario;
    int at = 0;
    while (at < timeline->place_count && timeline->places[at].stop < stop) {
        at++;
    }
    if (timeline->place_count == PLACES_MAX ||
        (at < timeline->place_count && timeline->places[at].stop == stop)) {
        return;
    }
    BridgeCondition bridge = bridge_at(view, stop);
    const Playthrough *play = history_state(view->history, stop);
    const char *day =
        word(word_weekday(scenario->weekday[play->day < scenario->day_count ? play->day : 0]));
    const char *label = word_fill2(&pen->frame->arena, W_STOP_LABEL, day,
                                   word_bridge(&pen->frame->arena, &bridge, false));
    LayoutStyle style = pen_style(pen, STYLE_STATE, 0);
    float width = layout_width(pen->measure, &style, label);
    width = (width > timeline->picture ? width : timeline->picture) + 10;
    TimelinePlace places[PLACES_MAX];
    memcpy(places, timeline->places, (size_t)at * sizeof *places);
    memcpy(places + at + 1, timeline->places + at,
           (size_t)(timeline->place_count - at) * sizeof *places);
    places[at] = (TimelinePlace){ .stop = stop,
                                  .on_rope = view_stop_place(view, stop) * timeline->width,
                                  .width = width,
                                  .reach = width * reach,
                                  .label = label,
                                  .colour = view_word_colour(pen->theme, bridge.word, false) };
    if (!make_room(places, timeline->place_count + 1, view->stop, timeline->width)) {
        return;
    }
    FrameThumbnail picture = { bridge, story_weather(scenario, play), 940 };
    places[at].thumbnail = frame_thumbnail(pen->frame, &picture);
    timeline->place_count++;
    memcpy(timeline->places, places, (size_t)timeline->place_count * sizeof *places);
}

static void find_places(Timeline *timeline, Pen *pen)
{
    const float far = 2, near = .6f; // in widths of a small bridge
    int count = timeline->view->history->count;
    add_place(timeline, pen, timeline->view->stop, far);
    add_place(timeline, pen, count, far);
    add_place(timeline, pen, 0, far);
    for (int i = 0; i < timeline->place_count;
         i++) { // what follows moves them no further than this
        TimelinePlace *place = &timeline->places[i];
        float now = aside(place) + 1, most = place->width * near;
        place->reach = now > most ? now : most;
    }
    int before = bridge_at(timeline->view, 0).word;
    for (int stop = 1; stop <= count; stop++) {
        int here = bridge_at(timeline->view, stop).word;
        if (here != before) {
            add_place(timeline, pen, stop, near);
        }
        before = here;
    }
    // Where there is room, each day as it began.
    int day = 0;
    for (int stop = 1; stop < count; stop++) {
        int now = history_state(timeline->view->history, stop)->day;
        if (now != day) {
            add_place(timeline, pen, stop, near);
        }
        day = now;
    }
}

// From the small bridge down to its place on the rope, across at that height.
static void draw_leader(Pen *pen, float from_x, float from_y, float across_y, float to_x,
                        float to_y, uint32_t colour)
{
    const float line = 1.5f;
    float left = from_x < to_x ? from_x : to_x;
    float across = from_x < to_x ? to_x - from_x : from_x - to_x;
    pen_rect(pen, (FrameRect){ from_x - line / 2, from_y, line, across_y - from_y }, 0, colour);
    pen_rect(pen, (FrameRect){ left - line / 2, across_y - line / 2, across + line, line }, 0,
             colour);
    if (to_y > across_y) {
        pen_rect(pen, (FrameRect){ to_x - line / 2, across_y, line, to_y - across_y }, 0, colour);
    }
}

// How many leaders that go the same way across each lies below, so that none crosses another.
static void find_levels(const Timeline *timeline, int levels[PLACES_MAX])
{
    const TimelinePlace *places = timeline->places;
    for (int i = 0; i < timeline->place_count; i++) { // those that come from the right
        bool below = i > 0 && places[i].centre > places[i].on_rope &&
                     places[i - 1].centre > places[i].on_rope;
        levels[i] = below ? levels[i - 1] + 1 : 0;
    }
    for (int i = timeline->place_count - 2; i >= 0; i--) { // and from the left
        if (places[i].centre < places[i].on_rope && places[i + 1].centre < places[i].on_rope) {
            levels[i] = levels[i + 1] + 1;
        }
    }
}

static void draw_places(const Timeline *timeline, Pen *pen, FrameRect rect, float y, float rope)
{
    LayoutStyle style = pen_style(pen, STYLE_STATE, 0);
    int levels[PLACES_MAX];
    find_levels(timeline, levels);
    for (int i = 0; i < timeline->place_count; i++) {
        const TimelinePlace *place = &timeline->places[i];
        bool here = place->stop == timeline->view->stop;
        FrameRect box = { rect.x + place->centre - timeline->picture / 2, y, timeline->picture,
                          timeline->high };
        FrameCommand *command = frame_add(pen->frame, FRAME_THUMBNAIL, box);
        command->value = place->thumbnail;
        command->radius = 8;
        if (here) {
            FrameRect ring = { box.x - 4, box.y - 4, box.w + 8, box.h + 8 };
            pen_outline(pen, ring, 10, 3, pen->theme->accent, false);
        }
        style.colour = place->colour;
        pen_text(pen, style, rect.x + place->centre, y + timeline->high + 4, ALIGN_CENTRE,
                 place->label);
        float from = y + timeline->high + 4 + style.leading;
        draw_leader(pen, rect.x + place->centre, from, from + 3 + 8 * (float)levels[i],
                    rect.x + place->on_rope, here ? rope - 31 : rope,
                    here ? pen->theme->accent : pen->theme->edge);
    }
}

static void add_place_items(const Timeline *timeline, Pen *pen, FrameRect rect, float y)
{
    for (int i = 0; i < timeline->place_count; i++) {
        const TimelinePlace *place = &timeline->places[i];
        FrameRect box = { rect.x + place->centre - timeline->picture / 2, y, timeline->picture,
                          timeline->high };
        pen_item(pen, ROLE_LIST_ITEM, box, place->label, "", "");
    }
}

// Discs stand where their promise was settled, moved apart where they would cover each other.
static void draw_discs(const Timeline *timeline, Pen *pen, FrameRect rect, float rope)
{
    const View *view = timeline->view;
    const Debrief *debrief = &view->debrief;
    float at[STORY_COMMITMENTS_MAX];
    const DebriefPlank *planks[STORY_COMMITMENTS_MAX];
    int count = 0;
    float size = 26;
    for (int i = 0; i < debrief->plank_count; i++) {
        const DebriefPlank *plank = &debrief->planks[i];
        if (plank->person != view->person || plank->disc <= 0 || play_is_open(plank->state)) {
            continue;
        }
        float x = place_of(view->history->scenario, plank->minute) * rect.w;
        if (count > 0 && x < at[count - 1] + size + 2) {
            x = at[count - 1] + size + 2;
        }
        at[count] = x;
        planks[count++] = plank;
    }
    float limit = rect.w - size / 2;
    for (int i = count - 1; i >= 0; i--) {
        at[i] = at[i] > limit ? limit : at[i];
        limit = at[i] - size - 2;
        PenDisc disc = view_disc(view, planks[i]->commitment, view->person);
        pen_disc(pen, disc, rect.x + at[i], rope, size, false);
    }
}

static void draw_days(const Timeline *timeline, Pen *pen, FrameRect rect, float y)
{
    const Scenario *scenario = timeline->view->history->scenario;
    LayoutStyle style = pen_style(pen, STYLE_SMALL, pen->theme->soft);
    float day_width = rect.w / (float)(scenario->day_count > 0 ? scenario->day_count : 1);
    int every = 1 + (int)(pen_unit(pen, 52) / day_width);
    for (int day = 0; day < scenario->day_count; day++) {
        float x = rect.x + day_width * (float)day;
        if (day > 0 && day % every == 0) { // not through a name that stands for two days
            pen_rule(pen, x, y, 1, style.leading);
        }
        if (day % every == 0) {
            float centre = x + day_width * (float)every / 2;
            float most = rect.x + rect.w - pen_unit(pen, 20);
            pen_text(pen, style, centre < most ? centre : most, y, ALIGN_CENTRE,
                     word(word_weekday(scenario->weekday[day])));
            frame_ornament(pen->frame, pen->frame->command_count - 1); // a scale
        }
    }
}

static ViewWord way_how(const View *view)
{
    return view_word_of_device(view, W_YOUR_WAY_HOW, W_YOUR_WAY_HOW_TOUCH, W_YOUR_WAY_HOW);
}

static bool has_others(const Timeline *timeline)
{
    return timeline->view->history->scenario->person_count > 1;
}

// The way to the next colleague's bridge.
static PenButton other_button(const Timeline *timeline, Pen *pen)
{
    const Scenario *scenario = timeline->view->history->scenario;
    const char *name =
        view_first_name(scenario, (timeline->view->person + 1) % scenario->person_count);
    return (PenButton){ .label = word_fill1(&pen->frame->arena, W_OTHER_BRIDGE, name),
                        .id = "other",
                        .small = true,
                        .action = ACTION_PERSON };
}

// Which page is asked where there are several.
static PenButton page_button(const Timeline *timeline)
{
    bool several = timeline->view->home.can_prove;
    return (PenButton){ .label = word(W_KEEP_PAGE),
                        .id = "page",
                        .small = true,
                        .action = several ? ACTION_PANEL : ACTION_PAPER,
                        .argument = several ? PANEL_PAGES : 0 };
}

static float header_height(Pen *pen, const Timeline *timeline)
{
    float height = timeline->header.leading * (float)timeline->header.count;
    PenButton page = page_button(timeline);
    float button = pen_button_size(pen, &page, timeline->width / 2).h;
    return button > height ? button : height;
}

// At the right end: the way to the next bridge, keep it as a page, the settings where they have room.
static void draw_buttons(const Timeline *timeline, Pen *pen, FrameRect rect)
{
    enum { MOST = 3, GAP = 12 };
    PenButton buttons[MOST];
    FrameRect sizes[MOST];
    int count = 0;
    if (has_others(timeline)) {
        buttons[count++] = other_button(timeline, pen);
    }
    buttons[count++] = page_button(timeline);
    buttons[count++] = view_settings_button();
    float wide = 4 - GAP;
    for (int i = 0; i < count; i++) {
        sizes[i] = pen_button_size(pen, &buttons[i], rect.w / 3);
        wide += sizes[i].w + GAP;
    }
    if (view_is_stacked(pen) || wide > rect.w - timeline->header.width - 24) {
        wide -= sizes[--count].w + GAP; // in one column they stand below the plan
    }
    float x = rect.x + rect.w - wide;
    for (int i = 0; i < count; i++) {
        pen_button(pen, &buttons[i], (FrameRect){ x, rect.y, sizes[i].w, sizes[i].h });
        x += sizes[i].w + GAP;
    }
}

static void draw_timeline(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const Timeline *timeline = bit->data;
    View *view = timeline->view;
    pen_block(pen, &timeline->header, rect.x, rect.y);
    pen_item(pen, ROLE_HEADING,
             (FrameRect){ rect.x, rect.y, timeline->header.width, header_height(pen, timeline) },
             word(W_YOUR_WAY), word(way_how(timeline->view)), "");
    draw_buttons(timeline, pen, rect);
    float y = rect.y + header_height(pen, timeline) + 8;
    float rope = y + timeline->high + 4 + pen_unit(pen, 19) + 36;
    mirror_keeps(pen->frame, rect); // days run as the bridge does
    draw_places(timeline, pen, rect, y, rope);
    add_place_items(timeline, pen, rect, y);
    frame_add(pen->frame, FRAME_ROPE, (FrameRect){ rect.x, rope - 4, rect.w, 8 });
    draw_discs(timeline, pen, rect, rope);
    draw_days(timeline, pen, rect, rope + 20);
    bool focused = pen_is_focused(pen, ACTION_STOP, 0);
    float x = rect.x + view_stop_place(view, view->stop) * rect.w;
    FrameRect knob = { x - 10, rope - 31, 20, 26 }; // above the rope: discs hang on it
    pen_rect(pen, knob, 6, pen->theme->accent);
    pen_outline(pen, knob, 6, 2, pen->theme->gold, false);
    if (focused) {
        pen_outline(pen, (FrameRect){ x - 14, rope - 35, 28, 34 }, 9, 3, pen->theme->ring_outer,
                    false);
        pen_outline(pen, (FrameRect){ x - 12, rope - 33, 24, 30 }, 8, 2, pen->theme->ring_inner,
                    false);
    }
    pen_operable(pen, ROLE_SLIDER, (FrameRect){ rect.x, y, rect.w, rect.y + rect.h - y },
                 word(W_SLIDER), timeline->said, "way", ACTION_STOP, 0);
    mirror_usual(pen->frame);
}

static const char *stop_said(View *view, Frame *frame)
{
    const StoryHistory *history = view->history;
    const Playthrough *play = history_state(history, view->stop);
    BridgeCondition bridge = bridge_at(view, view->stop);
    const char *when = view_clock(frame, history->scenario, play->clock_minute);
    const char *state = word_bridge(&frame->arena, &bridge, false);
    if (view->stop >= history->count) {
        return word_fill2(&frame->arena, W_STOP_END, when, state);
    }
    const char *chosen =
        view_offer_text(frame, history->scenario, play, &history->taken[view->stop]);
    return word_fill3(&frame->arena, W_STOP_SAID, when, state, chosen);
}

void view_timeline_flow(View *view, Flow *flow)
{
    Pen *pen = flow->pen;
    Timeline *timeline = arena_alloc(&pen->frame->arena, sizeof *timeline);
    *timeline = (Timeline){ .view = view, .width = flow->width, .picture = 128, .high = 62 };
    LayoutStyle bold = pen_style(pen, STYLE_NAME, pen->theme->ink);
    bold.font = FONT_UI_BOLD;
    const LayoutSegment header[] = {
        { word(W_YOUR_WAY), bold, false },
        { "\xe2\x80\x83", bold, false },
        { word(way_how(view)), pen_style(pen, STYLE_STATE, pen->theme->soft), false },
    };
    timeline->header =
        layout_wrap(&pen->frame->arena, pen->measure, header, 3, flow->width / 3 + 20);
    timeline->said = stop_said(view, pen->frame);
    find_places(timeline, pen);
    if (pen->frame->height >= 860 && pen->scale < 1.2f) { // larger, where as many have room
        Timeline larger = *timeline;
        larger.place_count = 0;
        larger.picture = 192;
        larger.high = 93;
        find_places(&larger, pen);
        *timeline = larger.place_count >= timeline->place_count ? larger : *timeline;
    }
    float height = header_height(pen, timeline) + 8 + timeline->high + 4 + pen_unit(pen, 19) + 36 +
                   20 + pen_unit(pen, 18) + 2;
    flow_bit(flow, height, 0, draw_timeline, timeline);
}
