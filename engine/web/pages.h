// The pages of a room: what phones, the big screen and the facilitator see, as HTML without scripts or
// styles within. A function of what is handed in. assets/web/room.js makes them livelier.
#pragma once

#include "room/room.h"
#include "web/address.h"
#include "web/bridges.h"
#include "web/secret.h"

// The share of plays that end with that bridge at that word or better, for each answer; below 0: not known.
typedef struct WebChance {
    bool known;
    int person;
    BridgeWord word;
    double chances[ROOM_OPTIONS_MAX];
} WebChance;

typedef struct WebRoom {
    const Room *room;
    char code[WEB_CODE_TEXT];
    char console[WEB_SECRET_TEXT], remote[WEB_SECRET_TEXT]; // secrets in links
    WebNetwork networks[WEB_ADDRESSES_MAX];
    int network_count;
    int network; // the one that is shown first
    int port;
    bool open;         // phones can come in
    bool loopback;     // it stays on this computer, as was asked for
    bool reached;      // a request came from another device
    int phones;        // here now
    int phones_ever;   // came in since it was opened
    int64_t opened_at; // milliseconds; 0
    int64_t began_at;  // the story; 0
    int64_t now;
    int minutes, play_minutes,
        questions;            // the plan: of the session, of its playing; how many about
    const char *notice;       // for the facilitator: what did not work; "" for nothing
    char picture[24];         // of the bridge: its file names end in it
    int screen_pages; // of what is told, where the room screen is a window; 0: as pages have them
    WebChance chance;         // of the question's answers, for the facilitator
    const RoomTables *tables; // where they play on their own
    const WebTablePicture *table_pictures; // one for each
    WebPictures *pictures;                 // of bridges, by what they show
} WebRoom;

// How this phone wants it, from its cookies.
typedef struct WebLook {
    bool large, contrast;
} WebLook;

typedef enum WebPart { WEB_WHOLE, WEB_PART } WebPart; // or only what is within <main>

void web_page_join(const WebRoom *web, WebLook look, const char *code, const char *problem,
                   Text *out);
void web_page_phone(const WebRoom *web, WebLook look, int voted, const char *problem, WebPart part,
                    Text *out);
// A table's own page; `table` NULL: the one that asks whether to sit down.
void web_page_table(const WebRoom *web, const RoomTable *table, WebLook look, const char *problem,
                    WebPart part, Text *out);
void web_page_screen(const WebRoom *web, WebPart part, Text *out);
void web_page_console(const WebRoom *web, bool remote, WebPart part, Text *out);
// Ways of tables side by side, for the facilitator: all of them in short, and the two at these places of
// room_trails_find's order choice by choice.
void web_page_ways(const WebRoom *web, int a, int b, Text *out);
void web_page_gone(const WebRoom *web, const char *title, const char *words, Text *out);

// "http://192.168.4.20:8017/RAFT7"
void web_page_address(const WebRoom *web, int network, bool with_code, Text *out);
