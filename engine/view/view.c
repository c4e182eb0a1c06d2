// The life of a View, what the host tells it, and laying out a frame: the screen draws itself, then
// the focus is settled, and if it moved, it draws itself once more.
#include "base/say.h"
#include "view/mirror.h"
#include "view/view_state.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

// Before the first frame nothing is known about fonts: half an em a character does for input.
static float plain_width(void *context, FrameFont font, float size, const char *text, int bytes)
{
    (void)context;
    (void)font;
    (void)text;
    return (float)bytes * size * .5f;
}

View *view_new(void)
{
    View *view = mem_alloc(sizeof *view);
    view->settings.text_scale = 1;
    view->width = 1280;
    view->height = 720;
    view->measure.width = plain_width;
    view->stale = true;
    view->look_milliseconds = -1;
    view->down_milliseconds = -1;
    view->key_for = -1;
    view->voice_count = -1;
    view->part = -1;
    view->shown_person = -1;
    view->first_start = "";
    view_beats_init(&view->beats);
    arena_init(&view->mistake_texts);
    frame_init(&view->scratch, 1280, 720);
    return view;
}

static void forget_debrief(View *view)
{
    view_forget_other_way(view);
    if (view->has_debrief) {
        debrief_deinit(&view->debrief);
        view->has_debrief = false;
        view->has_turns = false;
    }
}

static void forget_play(View *view)
{
    forget_debrief(view);
    whatif_deinit(&view->whatif);
    view->history = NULL;
    view->drill = NULL;
}

void view_free(View *view)
{
    if (view == NULL) {
        return;
    }
    forget_play(view);
    view_beats_deinit(&view->beats);
    arena_deinit(&view->mistake_texts);
    frame_deinit(&view->scratch);
    mem_free(view->items);
    mem_free(view);
}

void view_touch(View *view)
{
    view->stale = true;
}

static void forget_places(View *view)
{
    memset(view->pages, 0, sizeof view->pages);
    view->focus = (ViewTarget){ ACTION_NONE, 0 };
    view->hover = view->focus;
    view->panel = PANEL_NONE;
    view->part = -1;
    view->from_canyon = false;
    view->pressing = false;
    view_touch(view);
}

void view_cards(View *view, const ViewCard *cards, int count, const char *first_start)
{
    view->cards = cards;
    view->card_count = count;
    view->first_start = first_start != NULL ? first_start : "";
    view_touch(view);
}

void view_library(View *view, const ViewCard *cards, int count, const char *first_start)
{
    forget_play(view);
    view->screen = VIEW_LIBRARY;
    view->cards = cards;
    view->card_count = count;
    view->first_start = first_start != NULL ? first_start : "";
    forget_places(view);
}

static bool shows_at_once(const ViewSettings *settings)
{
    return settings->no_typing || settings->reduced_motion || settings->reader;
}

static void read_offers(View *view)
{
    const StoryHistory *history = view->history;
    Err err = { .kind = ERR_NONE };
    view->pause = story_pause(history->scenario, history->now);
    view->offer_count = story_offers(history->scenario, history->now, true, view->offers, &err);
    view->offers_failed = err.kind != ERR_NONE;
    view->guided = -1;
    if (view_drill_over(view)) { // its end stands there instead
        view->pause = PAUSE_CHOICE;
        view->offer_count = 0;
        view->offers_failed = false;
    }
}

void view_guide(View *view, const StoryOffer *offer, const char *why)
{
    view->guided = -1;
    for (int i = 0; offer != NULL && i < view->offer_count; i++) {
        if (view->offers[i].kind == offer->kind && view->offers[i].x == offer->x) {
            view->guided = i;
            view->guided_why = why;
        }
    }
    view_touch(view);
}

void view_chosen(View *view)
{
    const StoryHistory *history = view->history;
    assert(history != NULL);
    whatif_follow(&view->whatif, history);
    int last = history->count - 1;
    int from = last >= 0 ? history->journal_marks[last] : 0;
    view->screen = VIEW_PLAY;
    view_beats_clear(&view->beats);
    view->beats.knows = view->known;
    view->beats.feedback = view_feedback(view, &view->beats.arena);
    view_beats_add(&view->beats, history, last, from,
                   view->drill != NULL ? drill_end(view->drill) : history->journal.count);
    view->beats.feedback = NULL;
    view->shown = view->beats.count > 0 && view->beats.list[0].kind == BEAT_YOU ? 2 : 1;
    view->shown_milliseconds = 0;
    view->told = false;
    view->heard = 0;
    if (history->count != view->choices_heard + 1) {
        view->heard = view->beats.count; // taken back, or gone on with: told again, not heard again
    }
    view->choices_heard = history->count;
    view->jump = false;
    view->moved = false;
    view->top_most = 0;
    read_offers(view);
    forget_debrief(view);
    forget_places(view);
    if (shows_at_once(&view->settings)) {
        view->shown = view->beats.count;
    }
}

void view_play(View *view, const StoryHistory *history)
{
    forget_play(view);
    view->history = history;
    whatif_init(&view->whatif, history->scenario, WHATIF_PLAYS);
    view->choices_heard = history->count;
    view_chosen(view);
}

void view_debrief(View *view)
{
    const StoryHistory *history = view->history;
    assert(history != NULL);
    forget_debrief(view);
    forget_places(view);
    debrief_init(&view->debrief, history);
    view->has_debrief = true;
    view->screen = VIEW_DEBRIEF;
    int person = view->debrief.first_broken >= 0
                     ? view_disc_person(history->scenario, view->debrief.first_broken)
                     : view->debrief.worst_person;
    bool known = person >= 0 && person < history->scenario->person_count;
    view->person = known ? person : (history->scenario->person_count > 0 ? 0 : -1);
    int stop = view_first_break_choice(view);
    view->stop = stop >= 0 ? stop : history->count;
    view->stop_moved = false;
    view->calm_milliseconds = VIEW_CALM;
    view_find_turns(view);
    view_make_plan(view);
}

void view_debrief_at(View *view, int stop)
{
    view_debrief(view);
    view_stop_at(view, stop);
}

void view_notice(View *view, const char *title, const char *message, const char *fix)
{
    view->has_notice = true;
    view->notice_over = false;
    view->notice_file = false;
    snprintf(view->notice_title, sizeof view->notice_title, "%s", title);
    snprintf(view->notice_message, sizeof view->notice_message, "%s", message);
    snprintf(view->notice_fix, sizeof view->notice_fix, "%s", fix != NULL ? fix : "");
    view->under = view->focus;
    view->pages[PAGER_NOTICE] = 0;
    view_touch(view);
}

void view_notice_file(View *view, const char *title, const char *path, const char *fix)
{
    view_notice(view, title, path, fix);
    view->notice_file = true;
}

void view_notice_parting(View *view, const char *title, const char *message, const char *fix)
{
    view_notice(view, title, message, fix);
    view->notice_over = true;
}

ViewScreen view_screen(const View *view)
{
    return view->has_notice ? VIEW_NOTICE : view->screen;
}

void view_open_panel(View *view, ViewPanel panel)
{
    if (view->panel == PANEL_NONE) {
        view->under = view->focus;
    }
    bool looks = view->panel == PANEL_LOOK || view->panel == PANEL_CANYON; // at view->person
    if ((panel == PANEL_LOOK || panel == PANEL_CANYON) && !looks) {
        view->person = view_now_person(view);
    }
    view->follow = true;
    view->from_canyon = panel == PANEL_LOOK && view->panel == PANEL_CANYON;
    view->panel = panel;
    view->pages[PAGER_PANEL] = panel == PANEL_HISTORY ? 1 << 20 : 0;
    view->focus = (ViewTarget){ ACTION_NONE, 0 };
    view->hover = view->focus;
    view_touch(view);
}

void view_close_panel(View *view)
{
    if (view_settings_open(view)) {
        view_settings_close(view);
        return;
    }
    if (view->panel == PANEL_LOOK && view->from_canyon) {
        view_open_panel(view, PANEL_CANYON);
        return;
    }
    if (view_list_back(view)) {
        return;
    }
    view->panel = PANEL_NONE;
    view->focus = view->under;
    view_touch(view);
}

bool view_is_moving(const View *view)
{
    bool calming = view->screen == VIEW_DEBRIEF && view->calm_milliseconds > 0;
    if (calming || view->look_milliseconds >= 0 || view->caption_milliseconds > 0 ||
        view->held.action != ACTION_NONE || view_is_scanning(view) ||
        (view->pressing && view->device == DEVICE_TOUCH && view->down_milliseconds >= 0)) {
        return true;
    }
    return view->screen == VIEW_PLAY && !view->has_notice && view->panel == PANEL_NONE &&
           !view->told && view->shown < view->page_beats_end && !shows_at_once(&view->settings);
}

// ---- a frame ------------------------------------------------------------------------------------

// Which screen it is, for whoever reads it aloud.
static void name_place(const View *view, Frame *frame)
{
    enum { OF_NOTICES = 1, OF_SCREENS = 10, OF_PANELS = 100 };
    frame->over = view->has_notice || view->panel != PANEL_NONE;
    frame->place = view->has_notice             ? OF_NOTICES
                   : view->panel != PANEL_NONE ? OF_PANELS + (int)view->panel
                                               : OF_SCREENS + (int)view->screen;
}

static void draw_screen(View *view, Pen *pen)
{
    name_place(view, pen->frame);
    if (view_settings_open(view)) {
        view_settings_draw(view, pen);
    } else if (view->has_notice) {
        view_draw_notice(view, pen);
    } else if (view->screen == VIEW_CONSOLE) {
        if (view->panel == PANEL_NONE) {
            view_draw_console(view, pen);
        } else {
            view_draw_console_panel(view, pen);
        }
    } else if (view->panel == PANEL_LOOK) {
        view_draw_look(view, pen);
    } else if (view->panel == PANEL_CANYON) {
        view_draw_canyon(view, pen);
    } else if (view->panel != PANEL_NONE) {
        view_draw_panel(view, pen);
    } else if (view->screen == VIEW_PLAY) {
        view_draw_play(view, pen);
    } else if (view->screen == VIEW_DEBRIEF) {
        view_draw_debrief(view, pen);
    } else {
        view_draw_library(view, pen);
    }
}

static void add_looks(const View *view, Frame *frame)
{
    if (view->history == NULL) {
        return;
    }
    const Scenario *scenario = view->history->scenario;
    for (int i = 0; i < scenario->person_count && i < FRAME_LOOKS; i++) {
        frame->looks[i] = view_look(&scenario->people[i]);
        frame->moods[i] = play_person_c(scenario, view->history->now, i)->mood;
        frame->look_count = i + 1;
    }
}

static void draw_once(View *view, const ViewSettings *settings, const FrameMeasure *measure,
                      Frame *frame)
{
    int32_t keys[COMMAND_COUNT];
    command_keys((ViewHands)settings->hands, settings->keys, keys);
    Pen pen = { .frame = frame,
                .measure = measure,
                .theme = theme_of(settings->high_contrast, settings->colour_safe),
                .scale = settings->text_scale,
                .focus = view->focus,
                .hover = view->hover,
                .pressed = view->pressing && view->press_inside ? view->pressed
                                                                : (ViewTarget){ ACTION_NONE, 0 },
                .keys = keys,
                .hands = settings->hands,
                .device = view->device,
                .finger = view->fingers ? settings->finger : 0,
                .held = view->held,
                .held_part = view_held_part(view),
                .round = view_pages_go_round(view),
                .pages = view->pages,
                .page_counts = view->page_counts };
    pen.scale = pen.scale < 1 ? 1 : pen.scale > 2 ? 2 : pen.scale;
    frame->high_contrast = settings->high_contrast;
    frame->colour_safe = settings->colour_safe;
    frame->typeface = settings->typeface;
    add_looks(view, frame);
    draw_screen(view, &pen);
    frame_shadows_first(frame);
    if (view->has_mistake && !view->has_notice) {
        view_draw_mistake(view, &pen);
    }
    if (!view_settings_open(view)) { // there one sees what was set
        view_draw_setting(view, &pen);
    }
    view_draw_scan(view, &pen);
}

// How much one wants an item first: the thing most people want is found by what it does.
static int first_rank(const View *view, const FrameItem *item)
{
    if (item->action == ACTION_PLANK) { // in the play nobody lands on a plank unasked
        return view->panel != PANEL_LOOK ? 0 : item->disc > 0 ? 5 : 3;
    }
    if (item->action == ACTION_PANEL && view->panel == PANEL_CANYON) {
        return 5;
    }
    if (item->action == ACTION_CHOOSE && item->argument == view->guided) {
        return 6;
    }
    switch ((ViewAction)item->action) {
    case ACTION_CHOOSE:
    case ACTION_MORE:
    case ACTION_GO_ON:
    case ACTION_START:
    case ACTION_DEBRIEF:
    case ACTION_GO_BACK:
    case ACTION_DISMISS:
    case ACTION_KEEP_DRAFT:
    case ACTION_DRILL_AGAIN:
        return 5;
    case ACTION_ROOM:
        return view_console_rank(view, item->argument);
    case ACTION_HOME:
        return view_home_rank(item->argument);
    case ACTION_AGAIN: // whoever still hurries at a good end begins nothing anew
        return view->screen == VIEW_DEBRIEF && !view->has_notice ? 1 : 4;
    case ACTION_OPEN:
    case ACTION_STOP:
        return 4;
    case ACTION_PAGE:
        return (item->argument & 1) != 0 ? 3 : 1;
    case ACTION_CLOSE:
        return 2;
    case ACTION_NONE:
    case ACTION_SHOW_FILE:
    case ACTION_PLANK:
    case ACTION_BAY:
    case ACTION_PANEL:
    case ACTION_UNDO:
    case ACTION_LIBRARY:
    case ACTION_QUIT:
    case ACTION_STOP_AT:
    case ACTION_WRITE:
    case ACTION_PAPER:
    case ACTION_PERSON:
    case ACTION_PLAN:
    case ACTION_DRILL:
    case ACTION_KEYS:
    case ACTION_SETTINGS:
    case ACTION_SETTINGS_BACK:
    case ACTION_TYPE:
        break;
    case ACTION_SET:
        return item->selected || item->role == ROLE_SWITCH ? 5 : 1;
    case ACTION_KEY:
        return 4;
    }
    return 1;
}

// Whether the focus stands on an item of the frame; else moves it to the one most people want.
static bool settle_focus(View *view, const Frame *frame)
{
    int best = -1;
    for (int i = 0; i < frame->item_count; i++) {
        const FrameItem *item = &frame->items[i];
        if (!item->focusable) {
            continue;
        }
        if (view_target_is(view->focus, item->action, item->argument)) {
            return true;
        }
        if (best < 0 || first_rank(view, item) > first_rank(view, &frame->items[best])) {
            best = i;
        }
    }
    view->focus = (ViewTarget){ ACTION_NONE, 0 };
    if (best >= 0) {
        view->focus = (ViewTarget){ frame->items[best].action, frame->items[best].argument };
    }
    return best < 0;
}

// Exactly one item in focus, also where two do the same (a long answer over two pages never shows
// both).
static void mark_focus(const View *view, Frame *frame)
{
    bool found = false;
    frame->focused_disc = 0;
    for (int i = 0; i < frame->item_count; i++) {
        FrameItem *item = &frame->items[i];
        item->focused = item->focused && !found;
        if (item->focused) {
            found = true;
            frame->focused_disc = item->disc;
        }
    }
    for (int i = 0; i < frame->item_count && view->hover.action == ACTION_PLANK; i++) {
        const FrameItem *item = &frame->items[i]; // what is pointed at goes before
        if (view_target_is(view->hover, item->action, item->argument)) {
            frame->focused_disc = item->disc;
        }
    }
}

// Everything has been told: the answers open, on the page where they begin.
static bool settle_told(View *view)
{
    if (view->screen != VIEW_PLAY || view->told || view->has_notice || view->panel != PANEL_NONE) {
        return false;
    }
    bool all_shown = view->shown >= view->beats.count && view->story_page + 1 >= view->story_pages;
    if (!all_shown && !view->settings.reader) { // an ear knows no pages: it has it all from view_tell
        return false;
    }
    view->shown = view->beats.count;
    view->told = true;
    view->jump = true;
    view->pages[PAGER_STORY] = view->pause == PAUSE_DESK ? 0 : 1 << 20;
    view->pages[PAGER_OFFERS] = 0;
    view->focus = (ViewTarget){ ACTION_NONE, 0 };
    return true;
}

static void keep_items(View *view, const Frame *frame)
{
    if (view->item_capacity < frame->item_count) {
        view->item_capacity = frame->item_count + 32;
        view->items = mem_grow(view->items, (size_t)view->item_capacity * sizeof(FrameItem));
    }
    view->item_count = frame->item_count;
    for (int i = 0; i < frame->item_count; i++) {
        view->items[i] = frame->items[i];
        view->items[i].name = "";
        view->items[i].value = "";
        view->items[i].id = "";
        view->items[i].key = "";
    }
}

static void build(View *view, const ViewSettings *settings, const FrameMeasure *measure,
                  Frame *frame)
{
    for (int attempt = 0; attempt < 6; attempt++) {
        frame_clear(frame);
        draw_once(view, settings, measure, frame);
        if (!settle_told(view) && settle_focus(view, frame)) {
            break;
        }
    }
    if (say_right_to_left()) {
        mirror_frame(frame); // the card of a mistake stands in the middle: it stays where it is
    }
    mark_focus(view, frame);
    keep_items(view, frame);
    view->stale = false;
}

void view_frame(View *view, const ViewSettings *settings, const FrameMeasure *measure, Frame *frame)
{
    bool resized = fabsf(view->width - frame->width) + fabsf(view->height - frame->height) +
                       fabsf(view->settings.text_scale - settings->text_scale) >
                   .01f;
    if (resized || settings->typeface != view->settings.typeface) {
        view->top_most = 0;
    }
    if (resized) { // pages are others now
        view->jump = view->told;
        view->pages[PAGER_OFFERS] = 0;
    }
    view_caption_settings(view, settings);
    view->settings = *settings;
    view->measure = *measure;
    view->width = frame->width;
    view->height = frame->height;
    if (view->screen == VIEW_PLAY && shows_at_once(settings)) {
        view->shown = view->beats.count;
    }
    view_motifs_pass(view);
    build(view, settings, measure, frame);
    for (int i = 0; i < 60 && view_skip(view); i++) {
        build(view, settings, measure, frame);
    }
    frame->motif = view->motif;
    frame->motif_number = view->motif_number;
}

void view_refresh(View *view)
{
    if (!view->stale) {
        return;
    }
    view->scratch.width = view->width;
    view->scratch.height = view->height;
    build(view, &view->settings, &view->measure, &view->scratch);
}

void view_more(View *view)
{
    view->shown_milliseconds = 0;
    int on_page =
        view->page_beats_end < view->beats.count ? view->page_beats_end : view->beats.count;
    if (view->shown < on_page) {
        view->shown++;
    } else if (view->story_page + 1 < view->story_pages) {
        view->pages[PAGER_STORY] = view->story_page + 1;
        if (view->shown <= on_page) {
            view->shown = on_page + 1;
        }
    }
    view_touch(view);
}
