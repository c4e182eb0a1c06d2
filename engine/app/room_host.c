// Opens, runs and closes a room: puts file, server, pictures and pages together.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#ifdef PLANKWRIGHT_WEB
#include "app/library.h"
#include "app/log.h"
#include "app/room_host.h"
#include "app/sample.h"
#include "app/translations.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/say.h"
#include "report/kit.h"
#include "view/view.h"
#include "web/qr.h"

#include <stdio.h>
#include <string.h>

enum {
    COUNT_EVERY = 300,
    FRESH_EVERY = 15000,
    SILENT_EVERY = 1000,
    NETWORKS_EVERY = 2000,
    ASSET_BYTES_MAX = 2 << 20
};

// ---- what never changes -----------------------------------------------------------------------------

static const struct {
    const char *path, *file, *type;
} asset_files[] = {
    { "/room.css", "assets/web/room.css", "text/css; charset=utf-8" },
    { "/room.js", "assets/web/room.js", "text/javascript; charset=utf-8" },
    { "/icon.svg", "assets/web/icon.svg", "image/svg+xml" },
    { "/inter.otf", "assets/fonts/Inter-Medium.otf", "font/otf" },
    { "/inter-bold.otf", "assets/fonts/Inter-SemiBold.otf", "font/otf" },
    { "/vollkorn.ttf", "assets/fonts/Vollkorn-Medium.ttf", "font/ttf" },
    { "/vollkorn-bold.ttf", "assets/fonts/Vollkorn-SemiBold.ttf", "font/ttf" },
    { "/vollkorn-italic.ttf", "assets/fonts/Vollkorn-Italic.ttf", "font/ttf" },
};

static bool read_assets(RoomHost *host, Err *err)
{
    _Static_assert(sizeof asset_files / sizeof *asset_files == ROOM_ASSETS, "each has its place");
    for (int i = 0; i < ROOM_ASSETS; i++) {
        RoomAsset *asset = &host->assets[i];
        char path[PATHS_SIZE];
        snprintf(path, sizeof path, "%.900s/%s", paths_root(), asset_files[i].file);
        if (!file_read(path, ASSET_BYTES_MAX, &asset->data, &asset->size, err)) {
            return err_context(err, "%s", say("the room's pages cannot be shown"));
        }
        snprintf(asset->path, sizeof asset->path, "%s", asset_files[i].path);
        asset->type = asset_files[i].type;
        host->asset_count = i + 1;
    }
    return true;
}

static void draw_codes(RoomHost *host)
{
    Text address = { 0 };
    web_page_address(&host->web, host->web.network, true, &address);
    text_clear(&host->qr_join);
    web_qr(text_str(&address), &host->qr_join);
    text_clear(&address);
    web_page_address(&host->web, host->web.network, false, &address);
    text_addf(&address, "/remote/%s", host->web.remote);
    text_clear(&host->qr_remote);
    web_qr(text_str(&address), &host->qr_remote);
    text_deinit(&address);
}

// ---- the network ------------------------------------------------------------------------------------

void room_host_look_at_networks(RoomHost *host)
{
    WebRoom *web = &host->web;
    web->network_count = host->loopback_only ? 0 : web_networks(web->networks);
    if (web->network >= web->network_count) {
        web->network = 0;
    }
    draw_codes(host);
}

static bool same_networks(const WebRoom *web, const WebNetwork *found, int count)
{
    bool same = count == web->network_count;
    for (int i = 0; same && i < count; i++) {
        same = strcmp(web->networks[i].address, found[i].address) == 0;
    }
    return same;
}

// A laptop joins the Wi-Fi, or opens a hotspot, after the room was opened: the address on the screen is the one
// that holds. The network that was chosen stays chosen while it is there.
static void watch_networks(RoomHost *host, int64_t now)
{
    WebNetwork found[WEB_ADDRESSES_MAX];
    WebRoom *web = &host->web;
    if (host->loopback_only || !web->open || now - host->networks_at < NETWORKS_EVERY) {
        return;
    }
    host->networks_at = now;
    int count = web_networks(found);
    if (same_networks(web, found, count)) {
        return;
    }
    int chosen = 0;
    for (int i = 0; web->network < web->network_count && i < count; i++) {
        bool it = strcmp(found[i].address, web->networks[web->network].address) == 0;
        chosen = it ? i : chosen;
    }
    web->network = chosen;
    room_host_look_at_networks(host);
    host->room.version++;
}

bool room_host_network(RoomHost *host, bool open, Err *err)
{
    WebRoom *web = &host->web;
    bool network = open && !host->loopback_only;
    if (!web_server_listen(host->server, web->port, network, err)) {
        return err_fix(err, "%s", say("end the other program, then try once more"));
    }
    web->open = open;
    if (open && web->opened_at == 0) {
        web->opened_at = web_server_now();
    }
    room_host_look_at_networks(host);
    host->room.version++;
    return room_keep_open_flag(host, err);
}

void room_host_notice(RoomHost *host, const char *words)
{
    snprintf(host->notice, sizeof host->notice, "%s", words);
    host->room.version++;
}

// The port that was asked for; else the one of the session that goes on, which phones know; else the usual one, or
// one behind it.
static bool listen_somewhere(RoomHost *host, const RoomRequest *request, Err *err)
{
    int own = host->web.port;
    int first = request->port_given ? request->port : own > 0 ? own : ROOM_PORT;
    bool listens = web_server_listen(host->server, first, false, err);
    for (int i = 0; !listens && !request->port_given && i < ROOM_PORTS_TRIED; i++) {
        listens = web_server_listen(host->server, ROOM_PORT + i, false, err);
    }
    if (!listens && !request->port_given) {
        err_context(err, say("none of the ports %d to %d can be had"), ROOM_PORT,
                    ROOM_PORT + ROOM_PORTS_TRIED - 1);
    }
    if (!listens) {
        return err_fix(err, "%s",
                       request->from_library
                           ? say("end rooms that still run, or start this computer anew")
                           : say("give another one, above 1023, with --port N"));
    }
    host->web.port = web_server_port(host->server);
    if (own > 0 && host->web.port != own && !request->port_given) {
        room_host_notice(host, say("The room has a new address: another program has taken the port "
                                   "of the old one. Phones that were in open the new one, and are "
                                   "where they were."));
    }
    return true;
}

// ---- opening and closing ----------------------------------------------------------------------------

static void stream_changed(void *context, int channel, uint64_t who, bool opened)
{
    RoomHost *host = context;
    if (channel == ROOM_CHANNEL_PHONES) {
        web_phones_stream(&host->phones, who, opened, web_server_now());
    }
}

// How many questions a way has, about: the mean of some random plays.
enum { PLAN_PLAYS = 40 };

static void make_plan(RoomHost *host, int minutes)
{
    Sample sample;
    int talk = 0;
    sample_init(&sample, host->scenario, PLAN_PLAYS, 1);
    host->web.minutes = minutes;
    kit_plan_minutes(minutes, &host->web.play_minutes, &talk);
    host->web.questions = sample.plays > 0 ? (int)(sample.choices / sample.plays) : 1;
    sample_deinit(&sample);
}

static bool open_server(RoomHost *host, const RoomRequest *request, Err *err)
{
    WebHandler handler = { host, room_routes_answer, stream_changed };
    host->server = web_server_open(handler, err);
    if (!host->server || !listen_somewhere(host, request, err)) {
        return false;
    }
    bool open = host->web.open; // it goes on: phones that were in are waiting
    host->web.open = false;
    room_host_look_at_networks(host);
    return open ? room_host_network(host, true, err) : room_keep_open_flag(host, err);
}

bool room_host_open(RoomHost *host, const RoomRequest *request, bool *resumed, Err *err)
{
    *host = (RoomHost){ .loopback_only = request->loopback, .web.loopback = request->loopback };
    if (!web_secret_init()) {
        return err_set(err, ERR_SYSTEM, "%s", say("this system gives no random numbers"));
    }
    host->scenario = library_load(request->scenario, request->data, err);
    if (!host->scenario || !read_assets(host, err)) {
        room_host_close(host);
        return false;
    }
    if (!request->language) {
        translations_follow(host->scenario);
    }
    web_secret_key(&host->run_key);
    if (!room_keep_open(host, request, resumed, err)) {
        room_host_close(host);
        return false;
    }
    host->web.room = &host->room;
    host->web.notice = host->notice;
    host->web.tables = &host->tables;
    host->web.table_pictures = host->table_pictures;
    host->web.pictures = &host->pictures;
    for (int i = 0; i < host->tables.count; i++) {
        web_table_picture_follow(&host->table_pictures[i], &host->pictures, host->scenario,
                                 host->tables.items[i]);
    }
    for (int i = 0; i < host->scenario->person_count; i++) {
        host->looks[i] = view_look(&host->scenario->people[i]);
    }
    if (!open_server(host, request, err)) {
        host->over = !*resumed; // nothing of a session that never began is kept
        room_host_close(host);
        return false;
    }
    make_plan(host, request->minutes);
    host->rehearsal = request->rehearse > 0 ? room_rehearse_new(host, request->rehearse) : NULL;
    host->version_sent = host->room.version;
    web_bridges_follow(&host->bridges, &host->room, &host->looks[room_person(&host->room)]);
    memcpy(host->web.picture, host->bridges.name, sizeof host->web.picture);
    log_line("room %s at port %d%s", host->scenario->id, host->web.port,
             *resumed ? ", resumed" : "");
    return true;
}

void room_host_close(RoomHost *host)
{
    bool opened = host->file != NULL;
    room_rehearse_free(host->rehearsal);
    if (opened && host->over) { // first of all: it was promised, and nobody asks for it any more
        session_file_close(host->file);
        session_file_remove(host->path);
        host->file = NULL;
    }
    web_server_close(host->server);
    session_file_close(host->file);
    if (opened) {
        room_close(&host->room);
    }
    web_bridges_deinit(&host->bridges);
    room_tables_deinit(&host->tables);
    web_pictures_deinit(&host->pictures);
    room_chance_deinit(&host->chance);
    text_deinit(&host->qr_join);
    text_deinit(&host->qr_remote);
    for (int i = 0; i < host->asset_count; i++) {
        mem_free(host->assets[i].data);
    }
    if (host->scenario) {
        scenario_free(host->scenario);
    }
    web_secret_wipe(&host->room_key, sizeof host->room_key);
    web_secret_wipe(&host->question_key, sizeof host->question_key);
    *host = (RoomHost){ 0 };
}

// ---- running ----------------------------------------------------------------------------------------

static void send_all(RoomHost *host, const char *event, const char *data)
{
    web_server_send(host->server, ROOM_CHANNEL_PHONES, event, data);
    web_server_send(host->server, ROOM_CHANNEL_SCREEN, event, data);
    web_server_send(host->server, ROOM_CHANNEL_FACILITATOR, event, data);
}

static void tell_page(RoomHost *host)
{
    char version[16];
    if (host->room.version == host->version_sent) {
        return;
    }
    if (web_bridges_follow(&host->bridges, &host->room, &host->looks[room_person(&host->room)])) {
        memcpy(host->web.picture, host->bridges.name, sizeof host->web.picture);
    }
    if (host->web.began_at == 0 && host->room.stage != ROOM_GATHERS) {
        Err err = { 0 };
        host->web.began_at = web_server_now();
        room_keep_began(host, &err); // where the disk does not take it, a restart plans anew
    }
    snprintf(version, sizeof version, "%u", (unsigned)host->room.version);
    send_all(host, "page", version);
    host->version_sent = host->room.version;
}

// A phone without a script does not come back by itself after a restart: its number is kept.
static void keep_silent(RoomHost *host, int64_t now)
{
    int silent = web_phones_silent(&host->phones, now);
    bool due = now - host->silent_at >= SILENT_EVERY || now < host->silent_at;
    Err err = { 0 };
    if (silent != host->silent_kept && due) {
        host->silent_at = now;
        room_keep_silent(host, silent,
                         &err); // where the disk does not take it, the number is older
    }
}

// "14 of 16", a few times a second at most. The screen and the facilitator see who comes in as it happens.
static void tell_counts(RoomHost *host, int64_t now)
{
    int answered = room_answered(&host->room);
    int live = host->room.ballots.live.answered;
    if (now - host->counted_at < COUNT_EVERY && now >= host->counted_at) {
        return;
    }
    host->counted_at = now;
    if (host->tables_changed) {
        host->tables_changed = false;
        web_server_send(host->server, ROOM_CHANNEL_SCREEN, "page", "0");
        web_server_send(host->server, ROOM_CHANNEL_FACILITATOR, "page", "0");
    }
    host->web.phones = web_phones_here(&host->phones, now);
    keep_silent(host, now);
    int of = host->web.phones > answered ? host->web.phones : answered;
    bool people = host->web.phones != host->phones_sent;
    if (answered == host->answered_sent && !people && live == host->live_sent) {
        return;
    }
    char data[32];
    snprintf(data, sizeof data, "%d %d", answered, of);
    send_all(host, "count", data);
    if (live != host->live_sent || (people && host->room.stage == ROOM_GATHERS)) {
        web_server_send(host->server, ROOM_CHANNEL_FACILITATOR, "page", "0");
    }
    if (people && host->room.stage == ROOM_GATHERS) {
        web_server_send(host->server, ROOM_CHANNEL_SCREEN, "page", "0");
    }
    host->answered_sent = answered;
    host->phones_sent = host->web.phones;
    host->live_sent = live;
}

// The facilitator's page tells time (the plan; that nobody came within a minute), and time makes no event.
static void tell_time(RoomHost *host, int64_t now)
{
    if (now - host->freshened_at >= FRESH_EVERY || now < host->freshened_at) {
        host->freshened_at = now;
        web_server_send(host->server, ROOM_CHANNEL_FACILITATOR, "page", "0");
    }
}

// Between requests: nobody waits for a figure of the facilitator's.
static void count_chances(RoomHost *host)
{
    if (room_chance_step(&host->chance, &host->room, &host->web.chance)) {
        web_server_send(host->server, ROOM_CHANNEL_FACILITATOR, "page", "0");
    }
}

void room_host_run(RoomHost *host, int milliseconds)
{
    web_server_run(host->server, room_chance_is_counting(&host->chance) ? 0 : milliseconds);
    count_chances(host);
    room_rehearse_step(host->rehearsal, host);
    watch_networks(host, web_server_now());
    tell_page(host);
    tell_counts(host, web_server_now());
    tell_time(host, web_server_now());
}
#endif
