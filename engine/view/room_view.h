// A room as both of its windows see it: the room screen (projector.h) and the facilitator's console
// (console.h) draw from this one value, and give wishes back. Who fills it in and carries wishes out is
// engine/app/room_window*.c; nothing here knows phones, pages, files or monitors.
#pragma once

#include "room/pace.h"
#include "room/room.h"
#include "room/tables.h"
#include "view/view.h"

enum { ROOM_VIEW_NETWORKS = 8, ROOM_VIEW_MONITORS = 8, ROOM_VIEW_FORM = 320 };

typedef enum RoomLineKind { ROOM_LINE_TOLD, ROOM_LINE_SAID, ROOM_LINE_PROMISE } RoomLineKind;

typedef struct RoomLine { // of what was told since the last choice
    uint8_t kind;
    const char *who;  // ROOM_LINE_SAID; else ""
    const char *text; // *marked*
} RoomLine;

// Answer i + 1; its words are as everybody reads them.
typedef struct RoomAnswer {
    const char *text; // *marked*
    int disc;         // the plank it touches, 0 for none
    uint8_t fate;     // BridgeFate of that disc
    bool mended, theirs;
    // For the console alone. The first thing said then, or how it ends ("" for nothing); and "The bridge to
    // Maya: worn." or "".
    const char *leads, *bridge;
    bool ends;
} RoomAnswer;

typedef struct RoomCode { // a QR code
    int side;         // 0: there is none
    const char *dots; // side * side of '0' and '1', row by row, without a quiet margin
} RoomCode;

typedef struct RoomNetwork {
    const char *name, *address; // "wlan0", "http://192.168.4.20:8017"
    bool self_given, wireless, docker;
} RoomNetwork;

typedef struct RoomMonitor {
    const char *name; // "DELL U2412M, 1920 x 1200"
    bool screen, console; // which of our windows it shows
} RoomMonitor;

typedef struct RoomTableView {
    int number; // of the table
    BridgeCondition bridge;
    const char *to;   // "Maya": whose bridge
    const char *word; // "strained, frayed"
    const char *at;   // "Wednesday, 16:40", or the title of its ending
    bool ended;
} RoomTableView;

typedef struct RoomView {
    const Room *room;
    int64_t now; // milliseconds, the clock of Room.ends_at

    // The story as it stands.
    const char *title, *blurb, *clock; // "Wednesday, 16:40"
    const RoomLine *lines;
    int line_count;
    RoomAnswer answers[ROOM_OPTIONS_MAX]; // Room.offer_count of them
    int person;                           // whose bridge it is
    const char *first;                    // their first name
    BridgeCondition bridge;
    uint8_t weather;
    const char *word, *word_within; // "Strained, frayed"; within a sentence "strained, frayed"
    const char *bridge_words;       // the whole bridge for an ear
    PictureLook looks[FRAME_LOOKS];
    int look_count;
    const char *ending; // its title, "" while the story goes on
    const char *talk;   // what to talk about after the reveal

    // The author's notes on this scene, *marked*, "" where there is none. has_notes: at least one is theirs.
    bool has_notes;
    const char *note_say, *note_act, *note_watch, *note_prompt, *note_why;

    // Who is here, and how to come in.
    bool open;     // phones can come in
    bool loopback; // --loopback: they never can
    bool reached;  // another device got through
    bool rehearsal;
    int phones, phones_ever;
    const char *address;     // "192.168.4.20:8017"
    const char *code;        // "RAFT 7"
    const char *join_link;   // "http://192.168.4.20:8017/RAFT7"
    const char *remote_link; // secret, as the next: the console alone may show them
    const char *console_link;
    RoomCode join_code, remote_code;
    RoomNetwork networks[ROOM_VIEW_NETWORKS];
    int network_count, network; // network: the one that is shown first

    // Time.
    int seconds_left, seconds_whole; // of the countdown; left -1: there is none
    int64_t opened_at, began_at;     // milliseconds; 0
    int minutes, play_minutes, questions; // planned: of the session, of its playing; how many about
    RoomPace pace;

    // Tables that play on their own (Room.tables).
    const RoomTableView *tables;
    int table_count;

    // The windows. Pages are those of the story on the room screen as it is laid out now (Room.page turns
    // them); pages 0: not known yet.
    const char *notice; // for the facilitator: what did not work; ""
    bool screen_open;   // the room screen has a window
    bool screen_full;   // ... that fills its monitor
    int screen_page, screen_pages;
    int screen_type;      // percent
    bool screen_contrast; // high
    RoomMonitor monitors[ROOM_VIEW_MONITORS];
    int monitor_count;
    uint64_t seen; // changes with every change of this value that a window shows, but for the countdown
} RoomView;

// What a window wants done.
typedef enum RoomWishKind {
    ROOM_WISH_NONE,
    ROOM_WISH_ACT,      // `form`, as the console's page sends it: "do=choose&option=2"; the version is added
    ROOM_WISH_SCREEN,   // the room screen's window: `value` 1 opens it, 0 closes it
    ROOM_WISH_FULL,     // `value` 1: it fills its monitor, 0: it is an ordinary window
    ROOM_WISH_MONITOR,  // the room screen goes to monitor `value`
    ROOM_WISH_SWAP,     // the two windows change monitors
    ROOM_WISH_TYPE,     // type on the room screen: `value` percent, 100 to 200
    ROOM_WISH_CONTRAST, // high contrast there: `value` 1 or 0
    ROOM_WISH_DEBRIEF,  // the debrief as a file; the notice says where it is
    ROOM_WISH_BROWSER,  // the console as a page: the notice says its link
    ROOM_WISH_SETTINGS, // from now on `settings`: keep them, and give them back with the next frame
    ROOM_WISH_QUIT,     // both windows close; the session is kept and can go on
} RoomWishKind;

typedef struct RoomWish {
    RoomWishKind kind;
    int value;
    char form[ROOM_VIEW_FORM];
    const ViewSettings *settings; // ROOM_WISH_SETTINGS; until the next call
} RoomWish;

// The console's side, in console.h: `Console *console_new(void)`, `console_free`,
//   void console_frame(Console *, const RoomView *, const ViewSettings *, const FrameMeasure *, Frame *);
//   RoomWish console_input(Console *, const RoomView *, const ViewInput *);
//   bool console_is_moving(const Console *);        INPUT_TICKs are wanted
//   bool console_wants_text(const Console *);       letters are text now (hands, to type figures)
//   void console_ask_to_leave(Console *);           the window's close button was pressed: it asks
