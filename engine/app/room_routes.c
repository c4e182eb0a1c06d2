// Which page a request gets. Everything that can be asked for stands here; no file is ever opened.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#ifdef PLANKWRIGHT_WEB
#include "app/room_host.h"
#include "base/say.h"
#include "web/form.h"
#include "web/qr.h"

#include <stdio.h>
#include <string.h>

typedef struct Asked {
    RoomHost *host;
    const WebRequest *request;
    WebAnswer *answer;
    char pass[WEB_PASS_TEXT]; // "" where this phone has not come in
    WebLook look;
} Asked;

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

static void go_to(WebAnswer *answer, const char *path)
{
    answer->status = 303; // whatever it was, read that now
    snprintf(answer->location, sizeof answer->location, "%s", path);
}

static void not_found(const Asked *asked)
{
    asked->answer->status = 404;
    web_page_gone(&asked->host->web, say("There is nothing here"),
                  say("Type the address as it stands on the big screen."), &asked->answer->body);
}

static void refuse(const Asked *asked, int status, const char *title, const char *words)
{
    asked->answer->status = status;
    web_page_gone(&asked->host->web, title, words, &asked->answer->body);
}

// ---- coming in --------------------------------------------------------------------------------------

static void read_cookies(Asked *asked)
{
    const char *cookies = asked->request->cookies;
    char look[8] = "";
    if (!web_cookie_value(cookies, "phone", asked->pass, sizeof asked->pass) ||
        !web_secret_pass_good(&asked->host->room_key, asked->pass)) {
        asked->pass[0] = '\0';
    }
    web_cookie_value(cookies, "look", look, sizeof look);
    asked->look = (WebLook){ strchr(look, 'l') != NULL, strchr(look, 'c') != NULL };
}

static bool too_many(const Asked *asked, WebLimit limit)
{
    return !web_server_allow(asked->host->server, asked->request->network, limit);
}

static void join_page(const Asked *asked, const char *code, const char *problem)
{
    web_page_join(&asked->host->web, asked->look, code, problem, &asked->answer->body);
}

static void wrong_code(const Asked *asked, const char *typed)
{
    if (too_many(asked, WEB_LIMIT_WRONG_CODES)) {
        refuse(asked, 429, say("Wait a moment"),
               say("Too many wrong codes came from here. Look at the big screen, and try again in "
                   "a minute."));
        return;
    }
    asked->answer->status = 403;
    join_page(asked, typed, say("That is not the code of this room. It stands on the big screen."));
}

static void join(const Asked *asked)
{
    char typed[40] = "", code[WEB_CODE_TEXT];
    RoomHost *host = asked->host;
    web_form_value(asked->request->body, asked->request->body_size, "code", typed, sizeof typed);
    if (!web_secret_read_code(typed, code) || !web_secret_same(code, host->web.code)) {
        wrong_code(asked, typed);
        return;
    }
    if (asked->pass[0] == '\0') { // who is in already stays who they were
        if (too_many(asked, WEB_LIMIT_JOINS)) {
            refuse(asked, 429, say("Wait a moment"),
                   say("Very many have come in from here just now. Try again in a moment."));
            return;
        }
        char pass[WEB_PASS_TEXT];
        web_secret_pass(&host->room_key, pass);
        snprintf(asked->answer->cookie, sizeof asked->answer->cookie,
                 "phone=%s; Path=/; Max-Age=%ld; HttpOnly; SameSite=Lax", pass,
                 86400l * host->keep_days);
        web_phones_seen(&host->phones, web_secret_place(&host->run_key, pass), WEB_PHONE_CAME,
                        asked->request->now);
        host->web.phones_ever++;
        web_secret_wipe(pass, sizeof pass);
    }
    go_to(asked->answer, "/room");
}

static void door(const Asked *asked, const char *typed)
{
    char code[WEB_CODE_TEXT];
    if (asked->pass[0]) {
        go_to(asked->answer, "/room");
    } else if (typed[0] == '\0') {
        join_page(asked, "", "");
    } else if (web_secret_read_code(typed, code) && web_secret_same(code, asked->host->web.code)) {
        join_page(asked, code, "");
    } else if (strlen(typed) <= 8) {
        wrong_code(asked, "");
    } else {
        not_found(asked);
    }
}

// ---- a phone ----------------------------------------------------------------------------------------

static void phone_page(const Asked *asked, const char *problem)
{
    RoomHost *host = asked->host;
    int voted = -1;
    if (host->room.stage == ROOM_ANSWERS) {
        voted = room_voted(&host->room, web_secret_token(&host->question_key, asked->pass));
    }
    host->web.now = asked->request->now;
    web_page_phone(&host->web, asked->look, voted, problem,
                   asked->request->part ? WEB_PART : WEB_WHOLE, &asked->answer->body);
}

static void vote(const Asked *asked)
{
    RoomHost *host = asked->host;
    const WebRequest *request = asked->request;
    Err err = { 0 };
    int question = 0, option = 0;
    if (!web_form_number(request->body, request->body_size, "question", 1, 999999999, &question) ||
        !web_form_number(request->body, request->body_size, "option", 0, ROOM_OPTIONS_MAX - 1,
                         &option)) {
        asked->answer->status = 400;
        phone_page(asked, say("That was no answer to this question. Nothing was counted."));
        return;
    }
    if (!room_keep_vote(host, asked->pass, (uint32_t)question, option, &err)) {
        asked->answer->status = err.kind == ERR_SYSTEM ? 503 : 409;
        phone_page(asked, err.message);
    } else if (request->part) {
        phone_page(asked, "");
    } else {
        go_to(asked->answer, "/room");
    }
}

static void look(Asked *asked)
{
    const WebRequest *request = asked->request;
    int value = 0;
    if (web_form_number(request->body, request->body_size, "large", 0, 1, &value)) {
        asked->look.large = value == 1;
    }
    if (web_form_number(request->body, request->body_size, "contrast", 0, 1, &value)) {
        asked->look.contrast = value == 1;
    }
    snprintf(asked->answer->cookie, sizeof asked->answer->cookie,
             "look=n%s%s; Path=/; Max-Age=86400; SameSite=Lax", asked->look.large ? "l" : "",
             asked->look.contrast ? "c" : "");
    go_to(asked->answer, asked->pass[0] ? "/room" : "/");
}

static void stream(const Asked *asked, int channel, uint64_t who)
{
    asked->answer->type = "text/event-stream; charset=utf-8";
    asked->answer->channel = channel;
    asked->answer->who = who;
}

// What only those may see who have come in. False: it is something else.
static bool phone_route(Asked *asked)
{
    const WebRequest *request = asked->request;
    const char *path = request->path;
    bool known = strcmp(path, "/room") == 0 || strcmp(path, "/vote") == 0 ||
                 strcmp(path, "/events") == 0 || strcmp(path, "/table") == 0;
    if (!known) {
        return false;
    }
    if (asked->pass[0] == '\0') {
        if (request->part || strcmp(path, "/events") == 0) {
            refuse(asked, 403, say("Come in first"), say("The code is on the big screen."));
        } else {
            go_to(asked->answer, "/");
        }
        return true;
    }
    uint64_t place = web_secret_place(&asked->host->run_key, asked->pass);
    web_phones_seen(&asked->host->phones, place,
                    request->part || strcmp(path, "/events") == 0 ? WEB_PHONE_ASKS
                                                                  : WEB_PHONE_BY_HAND,
                    request->now);
    if (strcmp(path, "/events") == 0) {
        stream(asked, ROOM_CHANNEL_PHONES, place);
    } else if (asked->host->room.tables) {
        room_tables_answer(asked->host, web_secret_place(&asked->host->room_key, asked->pass),
                           asked->look, request, asked->answer);
    } else if (strcmp(path, "/vote") == 0 && request->post) {
        vote(asked);
    } else {
        phone_page(asked, "");
    }
    return true;
}

// ---- facilitator and screen -------------------------------------------------------------------------

// "/console/<secret>" and what is behind it; NULL where it is not that.
static const char *behind(const char *path, const char *place, const char *secret)
{
    char given[WEB_SECRET_TEXT];
    size_t n = strlen(place);
    if (!begins(path, place)) {
        return NULL;
    }
    size_t length = strcspn(path + n, "/");
    if (length != WEB_SECRET_TEXT - 1) {
        return NULL;
    }
    memcpy(given, path + n, length);
    given[length] = '\0';
    return web_secret_same(given, secret) ? path + n + length : NULL;
}

static void facilitator_page(const Asked *asked, bool remote)
{
    RoomHost *host = asked->host;
    host->web.now = asked->request->now;
    host->web.notice = host->notice;
    web_page_console(&host->web, remote, asked->request->part ? WEB_PART : WEB_WHOLE,
                     &asked->answer->body);
}

static bool facilitator_route(const Asked *asked, bool remote)
{
    RoomHost *host = asked->host;
    const WebRequest *request = asked->request;
    const char *secret = remote ? host->web.remote : host->web.console;
    const char *rest = behind(request->path, remote ? "/remote/" : "/console/", secret);
    // The console is for this computer alone; whoever needs it elsewhere uses the remote.
    if (!remote && !request->loopback) {
        rest = NULL;
    }
    const char *events = behind(request->path, "/events/", secret);
    if (events && events[0] == '\0' && (remote || request->loopback)) {
        stream(asked, ROOM_CHANNEL_FACILITATOR, 0);
        return true;
    }
    if (!rest) {
        return false;
    }
    if (strcmp(rest, "/act") == 0 && request->post) {
        room_acts_answer(host, remote, request, asked->answer);
    } else if (rest[0] == '\0' || strcmp(rest, "/act") == 0) {
        facilitator_page(asked, remote);
    } else if (strcmp(rest, "/qr-remote.svg") == 0 && !remote) {
        asked->answer->type = "image/svg+xml";
        text_add(&asked->answer->body, text_str(&host->qr_remote));
    } else if (begins(rest, "/ways") && !remote) {
        int a = -1, b = -1;
        sscanf(rest, "/ways/%4d-%4d", &a, &b);
        web_page_ways(&host->web, a, b, &asked->answer->body);
    } else if (strcmp(rest, "/debrief.html") == 0) {
        asked->answer->file_name = "room-debrief.html"; // a file of its own: its style stands in it
        room_debrief(&host->room, &host->tables, &asked->answer->body);
    } else {
        return false;
    }
    return true;
}

static bool screen_route(const Asked *asked)
{
    RoomHost *host = asked->host;
    const WebRequest *request = asked->request;
    if (!request->loopback && asked->pass[0] == '\0') {
        return false; // what stands there is for those in the room
    }
    if (strcmp(request->path, "/events/screen") == 0) {
        stream(asked, ROOM_CHANNEL_SCREEN, 0);
        return true;
    }
    if (strcmp(request->path, "/screen") != 0) {
        return false;
    }
    host->web.now = request->now;
    web_page_screen(&host->web, request->part ? WEB_PART : WEB_WHOLE, &asked->answer->body);
    return true;
}

// ---- pictures and files -----------------------------------------------------------------------------

static bool picture_route(const Asked *asked)
{
    RoomHost *host = asked->host;
    const char *path = asked->request->path;
    char name[64];
    const Text *found = NULL;
    if ((asked->pass[0] || asked->request->loopback) &&
        room_tables_picture(host, path, asked->answer)) {
        return true;
    }
    snprintf(name, sizeof name, "/bridge-wide-%s.svg", host->bridges.name);
    found = strcmp(path, name) == 0 ? &host->bridges.wide : found;
    snprintf(name, sizeof name, "/bridge-phone-%s.svg", host->bridges.name);
    found = strcmp(path, name) == 0 ? &host->bridges.phone : found;
    bool join_code =
        strcmp(path, "/qr-join.svg") == 0 && (asked->pass[0] || asked->request->loopback);
    found = join_code ? &host->qr_join : found;
    if (!found) {
        return false;
    }
    asked->answer->type = "image/svg+xml";
    asked->answer->keep = found != &host->qr_join;
    text_add_n(&asked->answer->body, text_str(found), found->length);
    return true;
}

static bool file_route(const Asked *asked)
{
    const RoomHost *host = asked->host;
    for (int i = 0; i < host->asset_count; i++) {
        const RoomAsset *asset = &host->assets[i];
        if (strcmp(asset->path, asked->request->path) == 0) {
            asked->answer->type = asset->type;
            asked->answer->fixed = asset->data;
            asked->answer->fixed_size = asset->size;
            asked->answer->keep = strstr(asset->type, "font") != NULL;
            return true;
        }
    }
    return false;
}

void room_routes_answer(void *context, const WebRequest *request, WebAnswer *answer)
{
    Asked asked = { .host = context, .request = request, .answer = answer };
    const char *path = request->path;
    read_cookies(&asked);
    answer->framed = strcmp(path, "/screen") == 0; // nothing on it can be pressed
    if (!request->loopback && !asked.host->web.reached) {
        asked.host->web.reached = true; // the best test of a network is a phone that came through
        asked.host->room.version++;
    }
    if (asked.host->over) {
        if (!file_route(&asked)) {
            refuse(
                &asked, 410, say("The session is over"),
                say("Thank you for taking part. Everything that was kept of it has been deleted."));
        }
    } else if (request->post && request->wrong_site) {
        refuse(&asked, 403, say("Not from here"),
               say("This was sent from another page. Open the room's own page and answer there."));
    } else if (facilitator_route(&asked, false) || facilitator_route(&asked, true) ||
               phone_route(&asked) || screen_route(&asked) || picture_route(&asked) ||
               file_route(&asked)) {
        // answered
    } else if (strcmp(path, "/join") == 0 && request->post) {
        join(&asked);
    } else if (strcmp(path, "/look") == 0 && request->post) {
        look(&asked);
    } else if (strchr(path + 1, '/') == NULL && path[0] == '/') {
        door(&asked, strcmp(path, "/join") == 0 || strcmp(path, "/look") == 0 ? "" : path + 1);
    } else {
        not_found(&asked);
    }
    web_secret_wipe(asked.pass, sizeof asked.pass);
}
#endif
