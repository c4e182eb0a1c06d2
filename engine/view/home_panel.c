// The cards that home puts over a screen: the cover of a scenario, who is playing, a name or number to
// type, one more question before something is deleted, the pause, kept places. The page of whoever
// plays is home_you.c.
#include "view/home_act.h"
#include "view/view_state.h"

#include <string.h>

void view_below(View *view, Pen *pen)
{
    Frame *frame = pen->frame;
    FrameRect whole = { 0, 0, frame->width, frame->height };
    frame->ground = pen->theme->ground;
    if (pen->theme->high_contrast) {
        pen_rect(pen, whole, 0, pen->theme->ground);
        return;
    }
    int items = frame->item_count;
    Pen quiet = *pen;
    quiet.focus = quiet.hover = quiet.pressed = (ViewTarget){ ACTION_NONE, 0 };
    if (view->screen == VIEW_PLAY) {
        view_draw_play(view, &quiet);
    } else if (view->screen == VIEW_DEBRIEF) {
        view_draw_debrief(view, &quiet);
    } else if (view->screen == VIEW_CONSOLE) {
        view_draw_console(view, &quiet);
    } else {
        view_draw_library(view, &quiet);
    }
    frame->item_count = items; // it is only seen
    frame->told_count = frame->bridge_count = 0;
    frame_ornament(frame, 0);
    pen_rect(pen, whole, 0, pen->theme->dim);
}

// ---- a scenario before it starts ----------------------------------------------------------------

static void cover_note(const ViewCard *card, Flow *flow)
{
    if (card->content == NULL || card->content[0] == '\0' || card->started) {
        return;
    }
    Pen *pen = flow->pen;
    LayoutSegment note = { word_fill1(&pen->frame->arena, W_CONTENT, card->content),
                           pen_style(pen, STYLE_STATE, pen->theme->ink), false };
    flow_note(flow, &note, 1, 10);
}

static void cover_buttons(const ViewCard *card, int index, Flow *flow)
{
    PenButton buttons[4];
    int count = 0;
    buttons[count++] =
        (PenButton){ .label = word(card->started ? W_GO_ON : W_START),
                     .key = word(W_KEY_ENTER),
                     .id = card->id,
                     .first = true,
                     .action = ACTION_HOME,
                     .argument = view_act(card->started ? ACT_GO_ON : ACT_BEGIN, index) };
    if (card->started) {
        buttons[count++] = (PenButton){ .label = word(W_START_OVER),
                                        .id = "cover.over",
                                        .action = ACTION_HOME,
                                        .argument = view_act(ACT_BEGIN, index) };
    }
    if (card->has_way) {
        buttons[count++] = (PenButton){ .label = word(W_SHOW_WAY),
                                        .id = "cover.show",
                                        .action = ACTION_HOME,
                                        .argument = view_act(ACT_SHOW, index) };
    }
    if (card->has_room) {
        buttons[count++] = (PenButton){ .label = word(W_RUN_ROOM),
                                        .id = "cover.room",
                                        .action = ACTION_HOME,
                                        .argument = view_act(ACT_ROOM, index) };
    }
    flow_buttons(flow, buttons, count, 10);
}

static void cover_head(const ViewCard *card, Flow *flow)
{
    Arena *arena = &flow->pen->frame->arena;
    const char *minutes = view_card_minutes(flow->pen, card);
    bool placed = card->place != NULL && card->place[0] != '\0';
    flow_label(flow, placed ? word_fill2(arena, W_MINUTES_AT, minutes, card->place) : minutes, 0);
    flow_heading(flow, STYLE_GO_ON_TITLE, flow->pen->theme->ink, card->title, 2);
}

static void cover_about(const ViewCard *card, Flow *flow)
{
    const Theme *theme = flow->pen->theme;
    Arena *arena = &flow->pen->frame->arena;
    flow_text(flow, STYLE_CLAIM, theme->ink, card->blurb, 4);
    if (card->people != NULL && card->people[0] != '\0') {
        flow_text(flow, STYLE_NAME, theme->soft, word_fill1(arena, W_WITH_PEOPLE, card->people), 6);
    }
    if (card->started || card->ended) {
        flow_gauge(flow, card->bridge.gauge_halves, word_bridge(arena, &card->bridge, true),
                   view_word_colour(theme, card->bridge.word, false), card->standing, 8);
    }
}

static void cover_text(const ViewCard *card, Flow *flow)
{
    cover_head(card, flow);
    cover_about(card, flow);
    cover_note(card, flow);
}

// What is good to know and what can be done first, in one column: they stand on the first page.
static void cover_flow(View *view, Flow *flow)
{
    const ViewCard *card = &view->cards[view->cover];
    FrameThumbnail picture = view_card_thumbnail(card);
    if (view_is_stacked(flow->pen)) {
        cover_head(card, flow);
        cover_note(card, flow);
        cover_buttons(card, view->cover, flow);
        cover_about(card, flow);
        flow_thumbnail(flow, &picture, view_thumbnail_name(flow->pen, card), 300, 110, 14);
        return;
    }
    flow_thumbnail(flow, &picture, view_thumbnail_name(flow->pen, card), 300, 110, 0);
    cover_text(card, flow);
    cover_buttons(card, view->cover, flow);
}

static FrameRect cover_button(Pen *pen, FrameRect card, float x)
{
    PenButton close = {
        .label = word(W_NOT_NOW), .key = word(W_KEY_ESCAPE), .id = "close", .action = ACTION_CLOSE
    };
    FrameRect size = pen_button_size(pen, &close, card.w - 48);
    FrameRect rect = { card.x + card.w - 24 - size.w, card.y + card.h - size.h - 22, size.w,
                       size.h };
    rect.x = rect.x > x ? rect.x : x;
    pen_button(pen, &close, rect);
    return rect;
}

// The picture at the leading side, what is to be known beside it. False: there is no room for that.
static bool draw_cover(View *view, Pen *pen)
{
    enum { WIDE = 980, PICTURE = 380, PICTURE_HIGH = 300 };
    const ViewCard *card = &view->cards[view->cover];
    float column = WIDE - PICTURE - 3 * 24;
    Flow text = flow_new(pen, column, 4000);
    cover_text(card, &text);
    Flow buttons = flow_new(pen, WIDE - 48 - 170, 4000);
    cover_buttons(card, view->cover, &buttons);
    float words = flow_height(&text, 0, text.count);
    float low = flow_height(&buttons, 0, buttons.count);
    float high = words > PICTURE_HIGH ? words : PICTURE_HIGH;
    high += 24 + 14 + low + 18;
    if (view_is_stacked(pen) || high > pen->frame->height - 48 || pen->frame->width < WIDE + 48) {
        return false;
    }
    FrameRect rect = { (pen->frame->width - WIDE) / 2, (pen->frame->height - high) / 2, WIDE,
                       high };
    pen_item(pen, ROLE_DIALOG, rect, word(W_COVER), "", "panel");
    pen_card(pen, rect, true);
    FrameThumbnail picture = view_card_thumbnail(card);
    Flow image = flow_new(pen, PICTURE, PICTURE_HIGH);
    flow_thumbnail(&image, &picture, view_thumbnail_name(pen, card), PICTURE, PICTURE_HIGH, 0);
    FrameRect place = { rect.x + 24, rect.y + 24, PICTURE, PICTURE_HIGH };
    flow_draw(&image, place, 0, image.count);
    view_card_face(pen, card, place);
    flow_draw(&text, (FrameRect){ place.x + PICTURE + 24, rect.y + 22, column, words }, 0,
              text.count);
    flow_draw(&buttons, (FrameRect){ rect.x + 20, rect.y + rect.h - low - 18, buttons.width, low },
              0, buttons.count);
    cover_button(pen, rect, rect.x + 24);
    return true;
}

// ---- who is playing -----------------------------------------------------------------------------

static void profiles_flow(const View *view, Flow *flow)
{
    const ViewHome *home = &view->home;
    Arena *arena = &flow->pen->frame->arena;
    FlowRow *rows = arena_alloc(arena, ((size_t)home->profile_count + 1) * sizeof *rows);
    PenButton *remove = arena_alloc(arena, ((size_t)home->profile_count + 1) * sizeof *remove);
    for (int i = 0; i < home->profile_count; i++) {
        const ViewProfile *profile = &home->profiles[i];
        remove[i] = (PenButton){ .label = word(W_PROFILE_REMOVE),
                                 .name = word_fill2(arena, W_KNOW_LINE, word(W_PROFILE_REMOVE),
                                                    profile->name),
                                 .id = "profile.remove",
                                 .small = true,
                                 .action = ACTION_HOME,
                                 .argument = view_act(ACT_PROFILE_REMOVE, i) };
        rows[i] = (FlowRow){ .text = profile->name,
                             .sub = profile->current ? word(W_PROFILE_NOW) : profile->last,
                             .value = profile->current ? word(W_PROFILE_NOW) : profile->last,
                             .chosen = profile->current,
                             .id = "profile",
                             .end = home->profile_count > 1 ? &remove[i] : NULL,
                             .action = ACTION_HOME,
                             .argument = view_act(ACT_PROFILE, i) };
    }
    PenButton buttons[2] = { { .label = word(W_PROFILE_ADD),
                               .id = "profile.add",
                               .action = ACTION_HOME,
                               .argument = ACT_PROFILE_ADD },
                             { .label = word(W_PROFILE_NAME),
                               .id = "profile.name",
                               .action = ACTION_HOME,
                               .argument = ACT_PROFILE_NAME } };
    flow_label(flow, word(W_PROFILES), 0);
    flow_rows(flow, rows, home->profile_count, 1, 8);
    flow_buttons(flow, buttons, 2, 12);
    flow_text(flow, STYLE_STATE, flow->pen->theme->soft, word(W_PROFILES_HOW), 6);
}

static const char *current_name(const View *view)
{
    for (int i = 0; i < view->home.profile_count; i++) {
        if (view->home.profiles[i].current) {
            return view->home.profiles[i].name;
        }
    }
    return word(W_TOOL_YOU);
}

static void typed_flow(View *view, Flow *flow, const char *label, const char *how, ViewHomeAct act,
                       const char *done)
{
    PenButton button = { .label = done,
                         .key = word(W_KEY_ENTER),
                         .id = "typed",
                         .first = true,
                         .action = ACTION_HOME,
                         .argument = (int)act };
    flow_label(flow, label, 0);
    view_write_line(view, flow, label);
    flow_text(flow, STYLE_STATE, flow->pen->theme->soft, how, 8);
    flow_buttons(flow, &button, 1, 12);
}

static void name_flow(View *view, Flow *flow)
{
    const char *label =
        view->naming == ACT_PROFILE_ADD
            ? word(W_NAME_NEW)
            : word_fill1(&flow->pen->frame->arena, W_NAME_CHANGE, current_name(view));
    typed_flow(view, flow, label, word(W_NAME_HOW), ACT_NAME_DONE, word(W_NAME_DONE));
}

static void ask_flow(const View *view, Flow *flow)
{
    const Theme *theme = flow->pen->theme;
    Arena *arena = &flow->pen->frame->arena;
    bool all = view->asked == ACT_FORGET;
    const char *name = view->asked_of < view->home.profile_count
                           ? view->home.profiles[view->asked_of].name
                           : current_name(view);
    flow_heading(flow, STYLE_SCREEN_TITLE, theme->ink,
                 all ? word(W_FORGET_ASK) : word_fill1(arena, W_REMOVE_ASK, name), 0);
    flow_text(flow, STYLE_CLAIM, theme->ink, word(all ? W_FORGET_WHAT : W_REMOVE_WHAT), 8);
    PenButton yes = { .label = all ? word(W_FORGET_YES) : word_fill1(arena, W_REMOVE_YES, name),
                      .id = "yes",
                      .action = ACTION_HOME,
                      .argument = ACT_YES };
    flow_buttons(flow, &yes, 1, 12);
}

// ---- pause, places ------------------------------------------------------------------------------

static void pause_flow(View *view, Flow *flow)
{
    const Theme *theme = flow->pen->theme;
    PenButton buttons[4];
    int count = 0;
    buttons[count++] = (PenButton){ .label = word(W_GO_ON),
                                    .key = word(W_KEY_ESCAPE),
                                    .id = "close",
                                    .first = true,
                                    .action = ACTION_CLOSE };
    if (view->can_keep_places && view->drill == NULL) {
        buttons[count++] = (PenButton){ .label = word(W_PLACES),
                                        .id = "places",
                                        .action = ACTION_PANEL,
                                        .argument = PANEL_PLACES };
    }
    buttons[count++] =
        (PenButton){ .label = word(W_TOOL_SETTINGS), .id = "settings", .action = ACTION_SETTINGS };
    buttons[count++] =
        (PenButton){ .label = word(W_TOOL_LIBRARY), .id = "library", .action = ACTION_LIBRARY };
    flow_heading(flow, STYLE_GO_ON_TITLE, theme->ink, word(W_PAUSED), 0);
    flow_text(flow, STYLE_CLAIM, theme->ink, word(W_PAUSED_HOW), 6);
    flow_buttons(flow, buttons, count, 12);
}

// Below the bridge, which stays in sight where there is room.
static void draw_pause(View *view, Pen *pen)
{
    float width = view_is_stacked(pen) ? (float)VIEW_GRID : 720;
    float most = pen->frame->height - 48;
    Flow flow = flow_new(pen, width - 48, most - 44 - flow_footer_height(pen));
    pause_flow(view, &flow);
    float high = flow_height(&flow, 0, flow.count) + 44;
    high = high > most ? most : high;
    FrameRect card = { (pen->frame->width - width) / 2, pen->frame->height - 24 - high, width,
                       high };
    float below = (pen->frame->height - 720) / 2 + 456;
    card.y = card.y > below && below + high < pen->frame->height ? below : card.y;
    pen_item(pen, ROLE_DIALOG, card, word(W_PAUSED), "", "panel");
    pen_card(pen, card, true);
    flow_show(&flow, (FrameRect){ card.x + 24, card.y + 22, card.w - 48, card.h - 36 },
              PAGER_PANEL);
}

static void places_flow(const View *view, Flow *flow)
{
    Arena *arena = &flow->pen->frame->arena;
    PenButton keep = { .label = word(W_PLACE_KEEP),
                       .id = "place.keep",
                       .first = true,
                       .action = ACTION_HOME,
                       .argument = ACT_PLACE_KEEP };
    flow_label(flow, word(W_PLACES), 0);
    flow_text(flow, STYLE_STATE, flow->pen->theme->soft, word(W_PLACES_HOW), 4);
    flow_buttons(flow, &keep, 1, 8);
    for (int i = 0; i < view->place_count; i++) {
        const ViewPicture *place = &view->places[i];
        PenButton buttons[2] = { { .label = word(W_GO_BACK),
                                   .name = word_fill2(arena, W_KNOW_LINE, word(W_GO_BACK),
                                                      place->title),
                                   .id = "place.go",
                                   .small = true,
                                   .action = ACTION_HOME,
                                   .argument = view_act(ACT_PLACE, i) },
                                 { .label = word(W_PLACE_DROP),
                                   .name = word_fill2(arena, W_KNOW_LINE, word(W_PLACE_DROP),
                                                      place->title),
                                   .id = "place.remove",
                                   .small = true,
                                   .action = ACTION_HOME,
                                   .argument = view_act(ACT_PLACE_REMOVE, i) } };
        view_picture_row(flow, place, buttons, 2, 12);
    }
}

// ---- pages to keep ------------------------------------------------------------------------------

static void pages_flow(Flow *flow)
{
    const FlowRow rows[] = {
        { .text = word(W_PAGE_WHOLE),
          .sub = word(W_PAGE_WHOLE_HOW),
          .value = word(W_PAGE_WHOLE_HOW),
          .id = "page.whole",
          .action = ACTION_PAPER },
        { .text = word(W_TAKEAWAY),
          .sub = word(W_TAKEAWAY_HOW),
          .value = word(W_TAKEAWAY_HOW),
          .id = "page.takeaway",
          .action = ACTION_HOME,
          .argument = ACT_TAKEAWAY },
        { .text = word(W_PROOF),
          .sub = word(W_PROOF_HOW),
          .value = word(W_PROOF_HOW),
          .id = "page.proof",
          .action = ACTION_HOME,
          .argument = ACT_PROOF },
    };
    flow_label(flow, word(W_PAGES), 0);
    flow_rows(flow, rows, 3, 1, 8);
}

// ---- the card they stand on ---------------------------------------------------------------------

static void panel_flow(View *view, Flow *flow)
{
    switch ((int)view->panel) {
    case PANEL_COVER:
        cover_flow(view, flow);
        break;
    case PANEL_PROFILES:
        profiles_flow(view, flow);
        break;
    case PANEL_NAME:
        name_flow(view, flow);
        break;
    case PANEL_NUMBER:
        typed_flow(view, flow, word(W_NUMBER), word(W_NUMBER_HOW), ACT_NUMBER_DONE,
                   word(W_NUMBER_START));
        if (view->home.practice >= 0 && view->home.practice < view->card_count) {
            cover_note(&view->cards[view->home.practice], flow);
        }
        break;
    case PANEL_ASK:
        ask_flow(view, flow);
        break;
    case PANEL_PLACES:
        places_flow(view, flow);
        break;
    case PANEL_PAGES:
        pages_flow(flow);
        break;
    default:
        break;
    }
}

static bool is_homes(ViewPanel panel)
{
    return panel == PANEL_COVER || panel == PANEL_YOU || panel == PANEL_PROFILES ||
           panel == PANEL_NAME || panel == PANEL_NUMBER || panel == PANEL_ASK ||
           panel == PANEL_PAUSE || panel == PANEL_PLACES || panel == PANEL_PAGES ||
           panel == PANEL_ALL;
}

// Whoever pauses does not want the story to be read over the shoulder: only the bridge is there. The
// page of whoever plays is large: half a card behind its edges would only be in the way.
static void draw_ground(View *view, Pen *pen)
{
    bool paused = view->panel == PANEL_PAUSE && view->history != NULL;
    if (!paused && view->panel != PANEL_YOU) {
        view_below(view, pen);
        return;
    }
    int person = paused ? view_now_person(view) : -1;
    BridgeCondition bridge = bridge_condition(&(BridgeInput){ .trust = 660000, .rapport = 500000 });
    if (person >= 0) {
        story_bridge(view->history->scenario, view->history->now, person, &bridge);
    }
    bool dim = !paused || pen->theme->high_contrast;
    view_scene(view, pen, person, &bridge, paused ? 84 : 26, dim ? pen->theme->dim : 0);
    if (view->history == NULL) {
        pen->frame->weather = (uint8_t)STORY_DAY;
    }
}

static ViewWord panel_name(ViewPanel panel)
{
    return panel == PANEL_COVER      ? W_COVER
           : panel == PANEL_PROFILES ? W_PROFILES
           : panel == PANEL_NAME     ? W_NAME_DONE
           : panel == PANEL_NUMBER   ? W_NUMBER
           : panel == PANEL_ASK      ? W_ASK
           : panel == PANEL_PAGES    ? W_PAGES
                                     : W_PLACES;
}

bool view_draw_home_panel(View *view, Pen *pen)
{
    if (!is_homes(view->panel)) {
        return false;
    }
    draw_ground(view, pen);
    if (view->panel == PANEL_YOU) {
        view_draw_you(view, pen);
        return true;
    }
    if (view->panel == PANEL_COVER && draw_cover(view, pen)) {
        return true;
    }
    if (view->panel == PANEL_PAUSE) {
        draw_pause(view, pen);
        return true;
    }
    if (view->panel == PANEL_ALL) {
        view_list_draw(view, pen);
        return true;
    }
    float width = view_is_stacked(pen) ? (float)VIEW_GRID : 640;
    FrameRect room = { (pen->frame->width - width) / 2, 24, width, pen->frame->height - 48 };
    const char *close = word(view->panel == PANEL_ASK     ? W_ASK_NO
                             : view->panel == PANEL_COVER ? W_NOT_NOW
                                                          : W_CLOSE);
    float foot = pen_unit(pen, 44) * 2 + 60;
    Flow flow = flow_new(pen, width - 48, room.h - foot - flow_footer_height(pen));
    panel_flow(view, &flow);
    pen_item(pen, ROLE_DIALOG, room, word(panel_name(view->panel)), "", "panel");
    view_panel_card(pen, &flow, room, PAGER_PANEL, ACTION_CLOSE, close);
    return true;
}
