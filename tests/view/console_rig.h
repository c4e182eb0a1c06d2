// A room over the small story, brought to a stage by its own acts, and the console that shows it. What the
// program fills in from phones and monitors is written here.
#pragma once

#include "support/test.h"

#include "story/render.h"
#include "view/console.h"
#include "view/rig.h"

#include <string.h>

typedef enum ConsoleStage {
    STAGE_CLOSED, // nobody can come in yet
    STAGE_GATHERS,
    STAGE_TELLS, // the story has pages left
    STAGE_LISTENS,
    STAGE_FEW,    // the question is open, too few answers for figures
    STAGE_LAGGED, // .. enough for the first of them
    STAGE_FROZEN,
    STAGE_REVEALED,
    STAGE_TIED,
    STAGE_ALIKE,
    STAGE_BRANCH,
    STAGE_ENDED,
    STAGE_TABLES,
    STAGE_COUNT
} ConsoleStage;

static const char *const STAGE_NAMES[STAGE_COUNT] = { "closed", "gathers", "tells",  "listens",
                                                      "few",    "lagged",  "frozen", "revealed",
                                                      "tied",   "alike",   "branch", "ended",
                                                      "tables" };

typedef struct ConsoleRig {
    Console *console;
    Scenario *scenario;
    Room room;
    RoomView view;
    RoomLine lines[3];
    RoomTableView tables[3];
    char dots[21 * 21 + 1];
    Arena texts;
    Frame frame;
    ViewSettings settings;
    FrameMeasure measure;
    RoomWish last;
} ConsoleRig;

static inline void console_votes(ConsoleRig *rig, int first, int count, int option)
{
    for (int i = first; i < first + count; i++) {
        RoomToken token = { .bytes = { (uint8_t)i, (uint8_t)(i * 7 + 1), (uint8_t)(i * 31) } };
        Err err = { 0 };
        assert_true(room_vote(&rig->room, rig->room.question, token, option, &err));
    }
}

static inline void console_ended(ConsoleRig *rig)
{
    Err err = { 0 };
    for (int i = 0; i < 40 && rig->room.stage != ROOM_ENDED; i++) {
        assert_true(room_choose(&rig->room, 0, &err));
    }
    assert_int_equal(rig->room.stage, ROOM_ENDED);
}

static inline void console_stage(ConsoleRig *rig, ConsoleStage stage)
{
    Err err = { 0 };
    if (stage > STAGE_GATHERS) {
        assert_true(room_begin(&rig->room, &err));
    }
    if (stage == STAGE_ENDED) {
        console_ended(rig);
    }
    if (stage == STAGE_TABLES) {
        assert_true(room_let_tables(&rig->room, true, &err));
    }
    if (stage < STAGE_FEW || stage >= STAGE_ENDED) {
        return;
    }
    assert_true(room_ask(&rig->room, &err));
    if (stage == STAGE_FEW) {
        console_votes(rig, 0, 3, 0);
    } else if (stage == STAGE_TIED) {
        console_votes(rig, 0, 5, 0);
        console_votes(rig, 5, 5, 1);
    } else if (stage == STAGE_ALIKE) {
        console_votes(rig, 0, 12, 0);
    } else {
        console_votes(rig, 0, 3, 0);
        console_votes(rig, 12, 4, 1);
        console_votes(rig, 3, 5, 0);
    }
    if (stage == STAGE_FROZEN) {
        assert_true(room_freeze(&rig->room, &err));
    } else if (stage >= STAGE_REVEALED) {
        assert_true(room_reveal(&rig->room, &err));
    }
    if (stage == STAGE_BRANCH) {
        assert_true(room_show_branch(&rig->room, 1, &err));
    }
}

static inline const char *console_kept(ConsoleRig *rig, Text *text)
{
    const char *kept = arena_string(&rig->texts, text_str(text));
    text_deinit(text);
    return kept;
}

// As the program does after each act.
static inline void console_follow(ConsoleRig *rig)
{
    RoomView *view = &rig->view;
    for (int i = 0; i < rig->room.offer_count; i++) {
        Text words = { 0 };
        render_offer(rig->scenario, rig->room.history.now, &rig->room.offers[i], &words);
        view->answers[i] = (RoomAnswer){ .text = console_kept(rig, &words),
                                         .disc = i + 1,
                                         .leads = "Halima: Then I hold the ladder for you.",
                                         .bridge = i == 1 ? "The bridge to Halima: worn." : "" };
    }
    view->person = room_person(&rig->room);
    view->ending = rig->room.stage == ROOM_ENDED ? "Three minutes to three" : "";
    view->pace = room_pace(rig->room.history.count, view->questions, view->play_minutes,
                           (int)((view->now - view->began_at) / 1000));
    view->seen++;
}

static inline void console_fill(ConsoleRig *rig, ConsoleStage stage)
{
    RoomView *view = &rig->view;
    rig->lines[0] =
        (RoomLine){ ROOM_LINE_TOLD, "", "The stage is dark but for the *ghost light*." };
    rig->lines[1] = (RoomLine){ ROOM_LINE_SAID, "Halima", "You said three o'clock." };
    rig->lines[2] = (RoomLine){ ROOM_LINE_PROMISE, "", "A new plank: the ladder, due 15:00." };
    rig->tables[0] =
        (RoomTableView){ .number = 1, .to = "Halima", .word = "sound", .at = "Monday, 09:10" };
    rig->tables[1] =
        (RoomTableView){ .number = 2, .to = "Piet", .word = "worn", .at = "Monday, 11:00" };
    memset(rig->dots, '1', sizeof rig->dots - 1);
    RoomCode code = { 21, rig->dots };
    *view = (RoomView){
        .room = &rig->room,
        .now = 620000,
        .title = "The Second Ladder",
        .blurb = "A stage, two ladders, one chief rigger.",
        .clock = "Monday, 09:10",
        .lines = rig->lines,
        .line_count = 3,
        .first = "Halima",
        .word = "Sound",
        .word_within = "sound",
        .bridge_words = "The bridge to Halima is sound.",
        .talk = "What did nobody ask?",
        .has_notes = true,
        .note_say = "Before you tap: *who* here has said a time today?",
        .note_act = "Put the card with the ladder on the wall.",
        .note_watch = "People who argue about the ladder.",
        .note_prompt = "What would Halima have to see?",
        .note_why = "A time is a plank.",
        .open = stage != STAGE_CLOSED,
        .reached = true,
        .phones = 16,
        .phones_ever = 17,
        .address = "192.168.4.20:8017",
        .code = "RAFT 7",
        .join_link = "http://192.168.4.20:8017/RAFT7",
        .remote_link = "http://192.168.4.20:8017/remote/verysecret",
        .console_link = "http://127.0.0.1:8017/console/moresecret",
        .join_code = code,
        .remote_code = code,
        .networks = { { "wlan0", "http://192.168.4.20:8017", false, true, false },
                      { "docker0", "http://172.17.0.1:8017", false, false, true } },
        .network_count = 2,
        .seconds_left = stage == STAGE_LAGGED ? 38 : -1,
        .seconds_whole = 60,
        .opened_at = 1,
        .began_at = stage > STAGE_GATHERS ? 20000 : 0,
        .minutes = 45,
        .play_minutes = 30,
        .questions = 12,
        .tables = rig->tables,
        .table_count = stage == STAGE_TABLES ? 2 : 0,
        .notice = "",
        .screen_open = true,
        .screen_pages = stage == STAGE_TELLS ? 3 : 1,
        .screen_page = stage == STAGE_TELLS ? 1 : 0,
        .screen_type = 100,
        .monitors = { { "eDP-1, 1366 x 768", false, true }, { "DELL U2412M", true, false } },
        .monitor_count = 2,
    };
    for (int i = 0; i < rig->scenario->person_count; i++) {
        view->looks[i] = view_look(&rig->scenario->people[i]);
        view->look_count = i + 1;
    }
    story_bridge(rig->scenario, rig->room.history.now, 0, &view->bridge);
    rig->tables[0].bridge = rig->tables[1].bridge = view->bridge;
    console_follow(rig);
}

static inline void console_draw(ConsoleRig *rig)
{
    frame_clear(&rig->frame);
    console_frame(rig->console, &rig->view, &rig->settings, &rig->measure, &rig->frame);
}

static inline void console_open_at(ConsoleRig *rig, ConsoleStage stage, float width, float height,
                                   float scale)
{
    Err err = { 0 };
    *rig = (ConsoleRig){ .settings = { .text_scale = scale }, .measure = { rig_width, NULL } };
    arena_init(&rig->texts);
    rig->console = console_new();
    rig->scenario = small_story();
    assert_true(room_open(&rig->room, rig->scenario, 1, (RoomSettings){ 5, 60 }, &err));
    console_stage(rig, stage);
    console_fill(rig, stage);
    frame_init(&rig->frame, width, height);
    console_draw(rig);
}

static inline void console_close(ConsoleRig *rig)
{
    console_free(rig->console);
    frame_deinit(&rig->frame);
    room_close(&rig->room);
    scenario_free(rig->scenario);
    arena_deinit(&rig->texts);
}

static inline RoomWish console_give(ConsoleRig *rig, ViewInput input)
{
    rig->last = console_input(rig->console, &rig->view, &input);
    if (rig->last.kind == ROOM_WISH_SETTINGS) {
        rig->settings = *rig->last.settings;
    }
    return rig->last;
}

static inline RoomWish console_press(ConsoleRig *rig, ViewKey key)
{
    RoomWish wish = console_give(rig, (ViewInput){ .kind = INPUT_KEY, .key = key });
    console_draw(rig);
    return wish;
}

static inline RoomWish console_letter(ConsoleRig *rig, char letter)
{
    RoomWish wish = console_give(rig, (ViewInput){ .kind = INPUT_KEY, .code = letter });
    console_draw(rig);
    return wish;
}

static inline RoomWish console_digit(ConsoleRig *rig, int digit)
{
    RoomWish wish =
        console_give(rig, (ViewInput){ .kind = INPUT_KEY, .key = KEY_DIGIT, .digit = digit });
    console_draw(rig);
    return wish;
}

// Returns what the release asked for.
static inline RoomWish console_click(ConsoleRig *rig, FrameRect at)
{
    float x = at.x + at.w / 2, y = at.y + at.h / 2;
    console_give(rig, (ViewInput){ .kind = INPUT_PRESS, .x = x, .y = y, .device = DEVICE_MOUSE });
    RoomWish wish = console_give(
        rig, (ViewInput){ .kind = INPUT_RELEASE, .x = x, .y = y, .device = DEVICE_MOUSE });
    console_draw(rig);
    return wish;
}

static inline const FrameItem *console_find(const ConsoleRig *rig, const char *id)
{
    for (int i = 0; i < rig->frame.item_count; i++) {
        if (strcmp(rig->frame.items[i].id, id) == 0) {
            return &rig->frame.items[i];
        }
    }
    return NULL;
}

static inline const FrameItem *console_focus(const ConsoleRig *rig)
{
    for (int i = 0; i < rig->frame.item_count; i++) {
        if (rig->frame.items[i].focused) {
            return &rig->frame.items[i];
        }
    }
    return NULL;
}

// Whether any text or item on the screen has those words in it.
static inline bool console_shows(const ConsoleRig *rig, const char *words)
{
    for (int i = 0; i < rig->frame.command_count; i++) {
        const FrameCommand *command = &rig->frame.commands[i];
        if (command->kind == FRAME_TEXT && strstr(command->text, words) != NULL) {
            return true;
        }
    }
    for (int i = 0; i < rig->frame.item_count; i++) {
        if (strstr(rig->frame.items[i].name, words) != NULL ||
            strstr(rig->frame.items[i].value, words) != NULL) {
            return true;
        }
    }
    return false;
}
