// A room while it runs: the room, its file, its server and pages, and who is here. Used by room*.c.
#pragma once

#include "app/paths.h"
#include "app/room_chance.h"
#include "page/page.h"
#include "picture/look.h"
#include "room/room.h"
#include "store/session_file.h"
#include "web/bridges.h"
#include "web/pages.h"
#include "web/phones.h"
#include "web/secret.h"
#include "web/server.h"

#include <stdbool.h>
#include <stdint.h>

enum { ROOM_CHANNEL_PHONES = 1, ROOM_CHANNEL_SCREEN, ROOM_CHANNEL_FACILITATOR };
enum { ROOM_PORT = 8017, ROOM_PORTS_TRIED = 10, ROOM_ASSETS = 8, ROOM_KEEP_DAYS_MAX = 30 };

typedef struct RoomAsset { // a file of assets/, read at the start: nothing is opened for a request
    char path[40];         // under which it is asked for
    const char *type;
    char *data;
    size_t size;
} RoomAsset;

typedef struct RoomRequest { // the command line
    const char *scenario;
    const char *data; // folder
    int port;         // 0: the usual one
    bool port_given, loopback, fresh;
    int rehearse;        // phones
    int least;           // 0: the usual
    int minutes;         // of the session: 45, 60 or 90
    bool windows, pages; // asked for; neither: windows where there is a display
    const char
        *screen;   // the monitor for the room screen; NULL: the one it was on, or the projector
    int keep_days; // 0: as it was set before, or a day
    const char *language; // NULL: that of the system, or of the story
    bool from_library;    // started by its button: whoever did it sees no command line
} RoomRequest;

typedef struct RoomHost {
    Scenario *scenario;
    Room room;
    char path[PATHS_SIZE]; // of the session's file
    SessionFile *file;
    WebServer *server;
    WebRoom web;
    WebBridges bridges;
    WebPhones phones;
    RoomTables tables;
    WebTablePicture table_pictures[ROOM_TABLES_MAX];
    WebPictures pictures;
    RoomChance chance;
    bool tables_changed;
    WebKey room_key, question_key, run_key;
    RoomAsset assets[ROOM_ASSETS];
    int asset_count;
    PictureLook looks[STORY_PEOPLE_MAX];
    Text qr_join, qr_remote;
    char notice[600];
    int keep_days;
    int silent_kept; // phones without a script, as last written to the file
    bool loopback_only, over;
    int64_t silent_at, counted_at, freshened_at; // when "n of m" was last sent
    int64_t networks_at;                         // when they were last looked at
    int answered_sent, phones_sent, live_sent;
    uint32_t version_sent;
    struct RoomRehearsal *rehearsal; // NULL: none
} RoomHost;

// In room_host.c. `resumed` says whether a session that was kept goes on.
bool room_host_open(RoomHost *host, const RoomRequest *request, bool *resumed, Err *err);
void room_host_close(RoomHost *host);
void room_host_run(RoomHost *host, int milliseconds); // answers, then tells everybody what is new
bool room_host_network(RoomHost *host, bool open, Err *err);
void room_host_look_at_networks(RoomHost *host);
void room_host_notice(RoomHost *host, const char *words);

// In room_keep.c: what is on disk.
bool room_keep_open(RoomHost *host, const RoomRequest *request, bool *resumed, Err *err);
// After an act: the room as it is now. `asked` and `question`: whether, and which, question was open before.
bool room_keep_change(RoomHost *host, bool asked, uint32_t question, Err *err);
bool room_keep_vote(RoomHost *host, const char *pass, uint32_t question, int option, Err *err);
bool room_keep_table(RoomHost *host, const RoomTable *table, Err *err);
bool room_keep_open_flag(RoomHost *host, Err *err);
bool room_keep_began(RoomHost *host, Err *err); // when the story did
bool room_keep_silent(RoomHost *host, int silent,
                      Err *err); // how many phones are here that only ask by hand

// In room_routes.c and room_acts.c.
void room_routes_answer(void *context, const WebRequest *request, WebAnswer *answer);
void room_acts_answer(RoomHost *host, bool remote, const WebRequest *request, WebAnswer *answer);

// In room_tables.c: a table's page and presses. `id`: of the table.
void room_tables_answer(RoomHost *host, uint64_t id, WebLook look, const WebRequest *request,
                        WebAnswer *answer);
bool room_tables_picture(RoomHost *host, const char *path, WebAnswer *answer);

// In room_debrief.c: the debrief of the room's way, with what was chosen, as one HTML file.
void room_debrief(const Room *room, const RoomTables *tables, Text *out);

// In room_debrief_ways.c: its part about tables.
void room_debrief_ways(const Room *room, const RoomTables *tables, Page *page);

// In room_rehearse.c: phones that nobody holds.
struct RoomRehearsal *room_rehearse_new(RoomHost *host, int phones);
void room_rehearse_free(struct RoomRehearsal *rehearsal);
void room_rehearse_step(struct RoomRehearsal *rehearsal, RoomHost *host);
