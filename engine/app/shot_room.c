// A room with a few made-up phones. What is drawn is what the windows draw.
#include "app/shot_room.h"

#include <string.h>

const char *const shot_room_screens[] = { "room-closed",   "room-join",   "room-story",
                                          "room-question", "room-frozen", "room-reveal",
                                          "room-branch",   "room-end",    "room-tables",
                                          "room-blank",    "console-closed",
                                          "console-join",  "console-story",
                                          "console-question", "console-frozen",
                                          "console-reveal", "console-branch",
                                          "console-end",   "console-tables",
                                          "console-blank", "console-choose",
                                          "console-minority", "console-earlier",
                                          "console-hands", "console-phones",
                                          "console-remote", "console-screens",
                                          "console-session", "console-leave",
                                          "console-keys",  NULL };

bool shot_room_is(const char *screen)
{
    for (int i = 0; shot_room_screens[i] != NULL; i++) {
        if (strcmp(screen, shot_room_screens[i]) == 0) {
            return true;
        }
    }
    return false;
}

#ifdef PLANKWRIGHT_WEB
#include "app/room_window_view.h"
#include "view/console.h"
#include "view/projector.h"

#include <stdio.h>

enum { PHONES = 16, TABLES = 7, SECONDS = 38 };

typedef struct Made {
    Room room;
    RoomTables tables;
    WebRoom web;
    RoomWindowView seen;
} Made;

static bool is(const ShotRoom *shot, const char *name)
{
    return strcmp(strchr(shot->screen, '-') + 1, name) == 0;
}

static bool is_console(const ShotRoom *shot)
{
    return strncmp(shot->screen, "console-", strlen("console-")) == 0;
}

// What opens over the console, by its key; and the stage that it is shown at.
static const struct {
    const char *name, *stage;
    int32_t key;
} shot_panels[] = {
    { "choose", "reveal", 'v' },   { "minority", "reveal", 'm' }, { "earlier", "story", 'z' },
    { "hands", "question", 'h' },  { "phones", "join", 'n' },     { "remote", "join", 'n' },
    { "screens", "question", 'i' }, { "session", "story", 'e' },   { "leave", "story", 0 },
    { "keys", "question", 0 },
};

static int32_t panel_key(const ShotRoom *shot)
{
    for (size_t i = 0; i < sizeof shot_panels / sizeof *shot_panels; i++) {
        if (is(shot, shot_panels[i].name)) {
            return shot_panels[i].key;
        }
    }
    return 0;
}

// The room that a panel of the console stands over.
static ShotRoom staged_of(const ShotRoom *shot)
{
    ShotRoom staged = *shot;
    for (size_t i = 0; i < sizeof shot_panels / sizeof *shot_panels; i++) {
        if (is(shot, shot_panels[i].name)) {
            static char name[32];
            snprintf(name, sizeof name, "console-%s", shot_panels[i].stage);
            staged.screen = name;
            staged.page = 0;
        }
    }
    return staged;
}

static void press(Console *console, const RoomView *view, ViewKey key, int32_t code)
{
    console_input(console, view,
                  &(ViewInput){ .kind = INPUT_KEY, .key = key, .code = code });
}

static void console_shot(const ShotRoom *shot, RoomView *view, const ViewSettings *settings,
                         const FrameMeasure *measure, Frame *frame)
{
    Console *console = console_new();
    view->monitors[0] = (RoomMonitor){ "eDP-1, 1366 x 768", false, true };
    view->monitors[1] = (RoomMonitor){ "DELL U2412M, 1920 x 1200", true, false };
    view->monitor_count = 2;
    view->screen_type = 100;
    if (view->room->stage != ROOM_GATHERS) { // a little late
        view->began_at = 1;
        view->now += (view->room->history.count * 150 + 400) * 1000;
        view->pace = room_pace(view->room->history.count, view->questions, view->play_minutes,
                               (int)(view->now / 1000));
    }
    console_frame(console, view, settings, measure, frame);
    while (!console_think(console, view, 1 << 20)) {
    }
    if (panel_key(shot) != 0) {
        press(console, view, KEY_NONE, panel_key(shot));
    } else if (is(shot, "leave") || is(shot, "keys")) {
        press(console, view, is(shot, "leave") ? KEY_ESCAPE : KEY_HELP, 0);
    }
    if (is(shot, "remote")) { // behind its button in the list of phones
        frame_clear(frame);
        console_frame(console, view, settings, measure, frame);
        for (int i = 0; i < frame->item_count; i++) {
            const FrameItem *item = &frame->items[i];
            if (item->focusable && strcmp(item->id, "remote") == 0) {
                ViewInput at = { .kind = INPUT_PRESS, .x = item->rect.x + 4, .y = item->rect.y + 4 };
                console_input(console, view, &at);
                at.kind = INPUT_RELEASE;
                console_input(console, view, &at);
                break;
            }
        }
    }
    for (uint64_t i = 1; i < shot->page && !is(shot, "story"); i++) {
        press(console, view, KEY_PAGE_DOWN, 0);
    }
    frame_clear(frame);
    console_frame(console, view, settings, measure, frame);
    console_free(console);
}

// Most take the first answer.
static bool vote(Room *room, int phones, Err *err)
{
    for (int i = 0; i < phones; i++) {
        RoomToken token = { .bytes = { 0 } };
        memcpy(token.bytes, &i, sizeof i);
        int k = i * 5 % phones; // nobody answers in the order of the answers
        int option = k * 16 < 9 * phones ? 0 : k * 16 < 14 * phones ? 1 : 2;
        if (!room_vote(room, room->question, token, option % room->offer_count, err)) {
            return false;
        }
    }
    return true;
}

static bool go_there(const ShotRoom *shot, Room *room, Err *err)
{
    int done = 0;
    if (is(shot, "closed") || is(shot, "join")) {
        return true;
    }
    if (!room_begin(room, err) ||
        (shot->choices && !history_walk(&room->history, shot->choices, &done, err)) ||
        !room_rewind(room, room->history.count, err)) { // looks at what is offered there
        return false;
    }
    while (is(shot, "end") && room->stage != ROOM_ENDED) {
        if (!room_choose(room, 0, err)) {
            return false;
        }
    }
    room_turn_page(room, shot->page > 0 ? (int)shot->page - 1 : 0);
    if (is(shot, "story") || is(shot, "end") || is(shot, "tables") || is(shot, "blank")) {
        room_blank(room, is(shot, "blank"));
        return true;
    }
    if (!room_ask(room, err) || !vote(room, is(shot, "question") ? PHONES - 2 : PHONES, err)) {
        return false;
    }
    bool good =
        (is(shot, "question") || (is(shot, "frozen") ? room_freeze : room_reveal)(room, err)) &&
        (!is(shot, "branch") || room_show_branch(room, room->offer_count - 1, err));
    room_turn_page(room, shot->page > 0 ? (int)shot->page - 1 : 0);
    return good;
}

static bool sit_down(const ShotRoom *shot, Made *made, Err *err)
{
    made->tables = (RoomTables){ .scenario = shot->scenario, .seed = shot->seed };
    if (!is(shot, "tables")) {
        return true;
    }
    for (uint64_t id = 1; id <= TABLES; id++) {
        RoomTable *table = room_tables_add(&made->tables, id, err);
        for (int i = 0; table && i < (int)id * 2 && table->offer_count > 0; i++) {
            int option = (int)(id + (uint64_t)i) % table->offer_count;
            if (!room_table_choose(&made->tables, table, table->history.count, option, err)) {
                return false;
            }
        }
    }
    return room_let_tables(&made->room, true, err);
}

static void come_in(const ShotRoom *shot, Made *made)
{
    WebRoom *web = &made->web;
    *web = (WebRoom){ .room = &made->room,
                      .code = "RAFT7",
                      .console = "-",
                      .remote = "-",
                      .networks = { { .name = "wlan0", .address = "192.168.4.20", .wireless = true } },
                      .network_count = 1,
                      .port = 8017,
                      .open = !is(shot, "closed"),
                      .phones = PHONES,
                      .phones_ever = PHONES,
                      .now = 1000,
                      .minutes = 45,
                      .play_minutes = 30,
                      .questions = 12,
                      .notice = "",
                      .tables = &made->tables };
    if (is(shot, "question")) {
        room_countdown(&made->room, web->now, SECONDS);
    }
}

bool shot_room_frame(const ShotRoom *asked, const ViewSettings *settings, const FrameMeasure *measure,
                     Frame *frame, Err *err)
{
    const ShotRoom staged = staged_of(asked), *shot = &staged;
    Made *made = mem_alloc(sizeof *made);
    RoomSettings usual = { ROOM_LEAST_USUAL, 60 };
    if (!room_open(&made->room, shot->scenario, shot->seed, usual, err)) {
        mem_free(made);
        return false;
    }
    bool good = go_there(shot, &made->room, err) && sit_down(shot, made, err);
    if (good) {
        Projector *projector = projector_new();
        come_in(shot, made);
        made->seen.view.screen_open = true;
        room_window_view_follow(&made->seen, &made->web);
        projector_frame(projector, &made->seen.view, settings, measure, frame);
        if (is_console(shot)) {
            made->seen.view.screen_pages = projector_pages(projector, &made->seen.view.screen_page);
            frame_clear(frame);
            console_shot(asked, &made->seen.view, settings, measure, frame);
        }
        projector_free(projector);
        room_window_view_deinit(&made->seen);
    }
    room_tables_deinit(&made->tables);
    room_close(&made->room);
    mem_free(made);
    return good;
}

#else

bool shot_room_frame(const ShotRoom *shot, const ViewSettings *settings, const FrameMeasure *measure,
                     Frame *frame, Err *err)
{
    (void)shot;
    (void)settings;
    (void)measure;
    (void)frame;
    return err_set(err, ERR_SYSTEM, "this Plankwright was built without rooms");
}
#endif
