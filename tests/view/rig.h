// A host without a window: carries out the requests of a View on a history, keeps the last frame,
// and measures every byte half an em wide.
#pragma once

#include "view/view.h"

#include "view/small_story.h"

#include <string.h>

typedef struct Rig {
    View *view;
    Frame frame;
    ViewSettings settings;
    FrameMeasure measure;
    Scenario *scenario;
    StoryHistory history;
    bool playing;
    Drill drill;
    bool drilling;
    ViewRequest last;
    ViewCard cards[6];
    int card_count;
} Rig;

static inline float rig_width(void *context, FrameFont font, float size, const char *text,
                              int bytes)
{
    (void)context;
    (void)font;
    (void)text;
    return (float)bytes * size * .5f;
}

static inline void rig_open(Rig *rig, float width, float height, float scale)
{
    *rig = (Rig){ .settings = { .text_scale = scale, .no_typing = true },
                  .measure = { rig_width, NULL } };
    rig->view = view_new();
    frame_init(&rig->frame, width, height);
}

static inline void rig_close(Rig *rig)
{
    view_free(rig->view);
    frame_deinit(&rig->frame);
    if (rig->drilling) {
        drill_close(&rig->drill);
    }
    if (rig->playing) {
        history_close(&rig->history);
    }
    if (rig->scenario != NULL) {
        scenario_free(rig->scenario);
    }
}

static inline void rig_draw(Rig *rig)
{
    frame_clear(&rig->frame);
    view_frame(rig->view, &rig->settings, &rig->measure, &rig->frame);
}

static inline ViewCard rig_card(const char *id, const char *title, int minutes)
{
    ViewCard card = { .id = id,
                      .title = title,
                      .minutes = minutes,
                      .place = "theatre",
                      .standing = "",
                      .blurb = "A stage, two ladders, one chief rigger. You said three o'clock." };
    card.bridge = bridge_condition(&(BridgeInput){ .trust = 660000, .rapport = 500000 });
    return card;
}

static inline void rig_shelf(Rig *rig, int count)
{
    static const char *const IDS[] = { "second-ladder", "version-9", "night-shift",
                                       "delivery",      "fifth",     "sixth" };
    static const char *const TITLES[] = { "The Second Ladder",     "Version 9-final-FINAL",
                                          "Night Shift, Bed Four", "The 07:40 Delivery",
                                          "A Fifth One",           "And a Sixth" };
    rig->card_count = count;
    for (int i = 0; i < count; i++) {
        rig->cards[i] = rig_card(IDS[i], TITLES[i], 6 + i);
    }
    if (count > 1) {
        rig->cards[1].started = true;
        rig->cards[1].standing = "Wednesday, 16:40";
        rig->cards[1].bridge =
            bridge_condition(&(BridgeInput){ .trust = 380000, .rapport = 400000, .violations = 4 });
    }
    if (count > 2) {
        rig->cards[2] =
            (ViewCard){ .id = "night-shift",
                        .title = "night-shift",
                        .blurb = "",
                        .place = "",
                        .standing = "",
                        .broken = true,
                        .problem = "scenario.lua:41: there is no person \"halma\"; did you "
                                   "mean \"halima\"?" };
    }
    if (count > 3) {
        rig->cards[3].ended = true;
        rig->cards[3].standing = "played once";
    }
    view_library(rig->view, rig->cards, count, "");
    rig_draw(rig);
}

// A shelf of six, and a learner who has been here for some weeks: `plan` asks about one, else a booster
// is due.
static inline void rig_home(Rig *rig, bool plan)
{
    static const ViewProfile PROFILES[] = { { "Ines", "", true },
                                            { "Dev", "played yesterday", false } };
    static const ViewPastPlan PLANS[] = {
        { "If a date starts to slip, then I ring before I open my mail.", "You did it, yesterday." },
        { "If somebody asks me for a date, then I add up my hours first.", "" },
    };
    static const char *const KEEP_FOR[] = { "three months", "a year", "as long as you like" };
    static const ViewPicture RECORD[] = {
        { .title = "The Second Ladder", .when = "today", .who = "Halima" },
        { .title = "The 07:40 Delivery", .when = "yesterday", .who = "Piet" },
        { .title = "The Second Ladder", .when = "3 March", .who = "Halima" },
        { .title = "Night Shift, Bed Four", .when = "27 February", .who = "Ana" },
    };
    rig_shelf(rig, 6);
    rig->cards[4].content = "food poisoning (nobody dies); lying at work";
    rig->cards[4].people = "Halima, Piet and Ana";
    rig->cards[4].has_way = true;
    rig->cards[5].off_shelf = true;
    view_library(rig->view, rig->cards, 6, "");
    ViewHome home = { .has_next = true,
                      .next = 4,
                      .next_why = "New in it: asking before you mend.",
                      .has_practice = true,
                      .practice = 5,
                      .practice_last = "Your last one was 4711.",
                      .profiles = PROFILES,
                      .profile_count = 2,
                      .record = RECORD,
                      .record_count = 4,
                      .plans = PLANS,
                      .plan_count = 2,
                      .kept_where = "Your choices are kept in /home/you/plankwright. Nothing leaves "
                                    "this computer.",
                      .keep_for = KEEP_FOR,
                      .keep_for_count = 3,
                      .keep_for_now = 1,
                      .can_export = true,
                      .can_forget = true,
                      .can_prove = true };
    if (plan) {
        home.plan = "If a date starts to slip, then I ring the person who waits for it before I open "
                    "my mail.";
        home.plan_made = "Made yesterday, after The Second Ladder";
    } else {
        home.has_booster = true;
        home.booster = 0;
        home.booster_why =
            "What your first story was about, once more, before it fades. It takes three minutes.";
        home.last_answer = "You did what you meant to. That is one plank more.";
    }
    view_home(rig->view, &home);
    rig_draw(rig);
}

static inline void rig_places(Rig *rig)
{
    static const ViewPicture PLACES[] = {
        { .title = "Wednesday, 16:40", .when = "Kept today", .who = "Halima" },
        { .title = "Monday, 09:00", .when = "Kept yesterday", .who = "Piet" },
    };
    view_places(rig->view, PLACES, 2);
}

// Starts the small story and takes a way of ids ("" for none); all of the text is told.
static void (*rig_translate)(Scenario *scenario); // where set, into another language first

static inline void rig_play(Rig *rig, const char *way)
{
    Err err = { .kind = ERR_NONE };
    int done = 0;
    rig->scenario = small_story();
    if (rig_translate != NULL) {
        rig_translate(rig->scenario);
    }
    if (!history_open(&rig->history, rig->scenario, 1, &err)) {
        fail_msg("%s", err.message);
    }
    rig->playing = true;
    if (way[0] != '\0' && !history_walk(&rig->history, way, &done, &err)) {
        fail_msg("%s after %d choices: %s", way, done, err.message);
    }
    view_play(rig->view, &rig->history);
    rig_draw(rig);
}

static inline void rig_drill(Rig *rig, int stop)
{
    int from = 0;
    assert_false(rig->drilling);
    assert_true(drill_begins(&rig->history, stop, &from));
    assert_true(drill_open(&rig->drill, &rig->history, from, NULL));
    rig->drilling = true;
    view_drill(rig->view, &rig->drill, true);
}

// While a conversation is practised, nothing reaches the history.
static inline void rig_carry_out_drill(Rig *rig, ViewRequest request)
{
    if (request.kind == REQUEST_CHOOSE) {
        assert_true(drill_choose(&rig->drill, &request.offer, NULL));
    } else if (request.kind == REQUEST_UNDO) {
        assert_true(drill_undo(&rig->drill));
    } else if (request.kind == REQUEST_AGAIN) {
        assert_true(drill_again(&rig->drill));
    } else if (request.kind == REQUEST_LIBRARY) {
        view_play(rig->view, &rig->history);
        view_debrief_at(rig->view, 0);
        drill_close(&rig->drill);
        rig->drilling = false;
        return;
    }
    if (request.kind != REQUEST_NONE) {
        view_chosen(rig->view);
    }
}

// What the host of the window does with a request.
static inline void rig_carry_out(Rig *rig, ViewRequest request)
{
    Err err = { .kind = ERR_NONE };
    rig->last = request;
    if (rig->drilling) {
        rig_carry_out_drill(rig, request);
        return;
    }
    switch ((int)request.kind) {
    case REQUEST_CHOOSE:
        assert_true(history_choose(&rig->history, &request.offer, &err));
        view_chosen(rig->view);
        break;
    case REQUEST_UNDO:
        assert_true(history_undo(&rig->history));
        view_chosen(rig->view);
        break;
    case REQUEST_UNDO_TO:
        assert_true(request.count >= 0 && request.count < rig->history.count);
        while (rig->history.count > request.count) {
            assert_true(history_undo(&rig->history));
        }
        view_chosen(rig->view);
        break;
    case REQUEST_LIBRARY:
        view_library(rig->view, rig->cards, rig->card_count, "");
        break;
    case REQUEST_START:
    case REQUEST_GO_ON:
    case REQUEST_GUIDED:
    case REQUEST_SEED:
        assert_true(request.card >= 0 && request.card < rig->card_count);
        assert_false(rig->cards[request.card].broken);
        if (rig->playing) {
            history_close(&rig->history);
            assert_true(history_open(&rig->history, rig->scenario, 1, &err));
            view_play(rig->view, &rig->history);
        }
        break;
    case REQUEST_DRILL:
        rig_drill(rig, request.count);
        break;
    case REQUEST_PAGE:
    case REQUEST_PLAN:
        assert_non_null(request.text);
        break;
    default: // what the host of the window does elsewhere
        break;
    }
}

static inline ViewRequest rig_input(Rig *rig, ViewInput input)
{
    ViewRequest request = view_input(rig->view, &input);
    rig_carry_out(rig, request);
    return request;
}

static inline ViewRequest rig_key(Rig *rig, ViewKey key)
{
    ViewRequest request = rig_input(rig, (ViewInput){ .kind = INPUT_KEY, .key = key });
    rig_draw(rig);
    return request;
}

// Presses and lets go at the same place.
static inline ViewRequest rig_click(Rig *rig, float x, float y)
{
    rig_input(rig, (ViewInput){ .kind = INPUT_PRESS, .x = x, .y = y });
    return rig_input(rig, (ViewInput){ .kind = INPUT_RELEASE, .x = x, .y = y });
}

static inline const FrameItem *rig_focus(const Rig *rig)
{
    for (int i = 0; i < rig->frame.item_count; i++) {
        if (rig->frame.items[i].focused) {
            return &rig->frame.items[i];
        }
    }
    return NULL;
}

static inline const FrameItem *rig_find(const Rig *rig, const char *id)
{
    for (int i = 0; i < rig->frame.item_count; i++) {
        if (strcmp(rig->frame.items[i].id, id) == 0) {
            return &rig->frame.items[i];
        }
    }
    return NULL;
}

// Goes through things of that id, with a space between them, as a mouse would.
static inline void rig_go(Rig *rig, const char *ids)
{
    char id[64];
    for (const char *at = ids; *at != '\0';) {
        size_t n = strcspn(at, " ");
        memcpy(id, at, n);
        id[n] = '\0';
        const FrameItem *item = rig_find(rig, id);
        assert_non_null(item);
        rig_click(rig, item->rect.x + 2, item->rect.y + 2);
        rig_input(rig, (ViewInput){ .kind = INPUT_POINT, .x = -9, .y = -9 });
        rig_draw(rig);
        at += n + (at[n] == ' ');
    }
}

// Enter until the answers are open.
static inline void rig_read_on(Rig *rig)
{
    for (int i = 0; i < 60 && rig_find(rig, "more") != NULL; i++) {
        rig_key(rig, KEY_ENTER);
    }
    assert_null(rig_find(rig, "more"));
}
