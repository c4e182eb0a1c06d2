// The session on disk: what is written when, so that killing the program at any moment loses nothing and
// a question that is over leaves no link behind.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#ifdef PLANKWRIGHT_WEB
#include "app/log.h"
#include "app/room_host.h"
#include "app/session.h"
#include "base/file.h"
#include "base/say.h"
#include "room/room_save.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { DAY_SECONDS = 24 * 60 * 60 };

// ---- secrets ----------------------------------------------------------------------------------------

static bool put_key(RoomHost *host, const char *name, const void *bytes, size_t size, Err *err)
{
    return session_file_put(host->file, name, bytes, size, err);
}

static bool new_secrets(RoomHost *host, Err *err)
{
    WebRoom *web = &host->web;
    web_secret_key(&host->room_key);
    web_secret_code(web->code);
    web_secret_text(web->console);
    web_secret_text(web->remote);
    return put_key(host, "room", &host->room_key, sizeof host->room_key, err) &&
           put_key(host, "code", web->code, sizeof web->code, err) &&
           put_key(host, "console", web->console, sizeof web->console, err) &&
           put_key(host, "remote", web->remote, sizeof web->remote, err);
}

static bool old_secrets(RoomHost *host)
{
    WebRoom *web = &host->web;
    SessionFile *file = host->file;
    char open = 0;
    int32_t port = 0;
    web->open = session_file_get(file, "open", &open, 1) && open == 1;
    web->port = session_file_get(file, "port", &port, sizeof port) ? port : 0;
    if (!session_file_get(file, "began", &web->began_at, sizeof web->began_at) ||
        web->began_at > web_server_now()) { // the clock was set back since then
        web->began_at = 0;
    }
    return session_file_get(file, "room", &host->room_key, sizeof host->room_key) &&
           session_file_get(file, "code", web->code, sizeof web->code) &&
           session_file_get(file, "console", web->console, sizeof web->console) &&
           session_file_get(file, "remote", web->remote, sizeof web->remote);
}

bool room_keep_open_flag(RoomHost *host, Err *err)
{
    char open = host->web.open ? 1 : 0;
    int32_t port = host->web.port;
    return put_key(host, "open", &open, 1, err) && put_key(host, "port", &port, sizeof port, err);
}

bool room_keep_began(RoomHost *host, Err *err)
{
    return put_key(host, "began", &host->web.began_at, sizeof host->web.began_at, err);
}

// ---- opening ----------------------------------------------------------------------------------------

static void cast_again(void *context, const uint8_t token[SESSION_FILE_TOKEN], int option)
{
    RoomHost *host = context;
    RoomToken it;
    Err err = { 0 };
    memcpy(it.bytes, token, sizeof it.bytes);
    room_vote_read(&host->room, it, option, &err);
}

// The question's key and its ballots. A key that is missing (the power went between two writes) means a
// question without answers: a new key.
static bool open_question_again(RoomHost *host, Err *err)
{
    if (host->room.stage != ROOM_ANSWERS) {
        return true;
    }
    if (session_file_get(host->file, "question", &host->question_key, sizeof host->question_key)) {
        bool good = session_file_ballots(host->file, cast_again, host);
        room_votes_read(&host->room);
        return good;
    }
    web_secret_key(&host->question_key);
    return put_key(host, "question", &host->question_key, sizeof host->question_key, err);
}

static bool begin_new(RoomHost *host, const RoomRequest *request, Err *err)
{
    RoomSettings settings = { request->least > 0 ? request->least : ROOM_LEAST_USUAL, 60 };
    if (!room_open(&host->room, host->scenario, session_draw_seed(), settings, err)) {
        return false;
    }
    if (new_secrets(host, err) && room_keep_change(host, false, 0, err)) {
        return true;
    }
    room_close(&host->room);
    return false;
}

// What is left to do where the one that was kept does not go on.
static bool fix_fresh(const RoomRequest *request, const char *scenario, Err *err)
{
    return request->from_library
               ? err_fix(err, say("in a terminal, this begins a new one: plankwright room %s --fresh"),
                         scenario)
               : err_fix(err, say("plankwright room %s --fresh begins a new one"), scenario);
}

static bool go_on(RoomHost *host, const RoomRequest *request, const char *text, Err *err)
{
    if (!room_read(&host->room, host->scenario, text, err)) {
        err_context(err, "%s", say("the session that was kept cannot go on"));
        return fix_fresh(request, host->scenario->id, err);
    }
    if (!old_secrets(host) || !open_question_again(host, err)) {
        room_close(&host->room);
        err_set(err, ERR_INPUT, "%s", say("the kept session of this room is damaged"));
        return fix_fresh(request, host->scenario->id, err);
    }
    return true;
}

// Where nobody went on for as long as was set, nobody will: then it is deleted, as the data map says. A session that
// is open elsewhere stays.
static void forget_old(const char *path)
{
    struct stat facts;
    int32_t days = 1;
    Err unused = { 0 };
    if (stat(path, &facts) != 0 || time(NULL) - facts.st_mtime <= DAY_SECONDS) {
        return;
    }
    SessionFile *file = session_file_open(path, &unused);
    if (!file) {
        return;
    }
    if (!session_file_get(file, "keep", &days, sizeof days) || days < 1) {
        days = 1;
    }
    session_file_close(file);
    if (time(NULL) - facts.st_mtime > (int64_t)days * DAY_SECONDS) {
        session_file_remove(path);
    }
}

// Of every scenario, not only of the one that is wanted now.
static void forget_all_old(const char *folder)
{
    char path[PATHS_SIZE + 300];
    DIR *dir = opendir(folder);
    for (struct dirent *it = dir ? readdir(dir) : NULL; it; it = readdir(dir)) {
        size_t n = strlen(it->d_name);
        if (n > 8 && strcmp(it->d_name + n - 8, ".session") == 0) {
            snprintf(path, sizeof path, "%s/%s", folder, it->d_name);
            forget_old(path);
        }
    }
    if (dir) {
        closedir(dir);
    }
}

static bool keep_days(RoomHost *host, const RoomRequest *request, Err *err)
{
    int32_t days = 1;
    if (!session_file_get(host->file, "keep", &days, sizeof days) || days < 1 ||
        days > ROOM_KEEP_DAYS_MAX) {
        days = 1;
    }
    days = request->keep_days > 0 ? request->keep_days : days;
    host->keep_days = days;
    return put_key(host, "keep", &days, sizeof days, err);
}

bool room_keep_silent(RoomHost *host, int silent, Err *err)
{
    int32_t count = silent;
    host->silent_kept = silent;
    return put_key(host, "silent", &count, sizeof count, err);
}

// Phones that only ask by hand were here when it stopped, and do not know that it did.
static void remember_silent(RoomHost *host)
{
    int32_t silent = 0;
    if (session_file_get(host->file, "silent", &silent, sizeof silent) && silent > 0) {
        web_phones_expect(&host->phones, silent, web_server_now());
        host->silent_kept = silent;
    }
}

static bool find_place(RoomHost *host, const RoomRequest *request, Err *err)
{
    char folder[PATHS_SIZE];
    int n = snprintf(folder, sizeof folder, "%s/rooms", request->data);
    if (n < 0 || n + 80 >= PATHS_SIZE || !file_make_folders(folder, err)) {
        return err->kind != ERR_NONE ? false : err_set(err, ERR_SYSTEM, "that path is too long");
    }
    forget_all_old(folder);
    snprintf(host->path, sizeof host->path, "%.900s/%.60s.session", folder, host->scenario->id);
    return true;
}

static void sit_again(void *context, uint64_t id, const char *way)
{
    RoomHost *host = context;
    Err err = { 0 };
    RoomTable *table = room_tables_add(&host->tables, id, &err);
    if (table && !room_table_take(&host->tables, table, way, &err)) {
        log_line("room: table %d: %s", table->number, err.message); // it goes on as far as it came
    }
}

static void open_tables(RoomHost *host)
{
    host->tables = (RoomTables){ .scenario = host->scenario, .seed = host->room.history.now->seed };
    session_file_tables(host->file, sit_again, host);
}

bool room_keep_table(RoomHost *host, const RoomTable *table, Err *err)
{
    Text way = { 0 };
    room_table_way(table, &way);
    bool good = session_file_table(host->file, table->id, text_str(&way), err);
    text_deinit(&way);
    return good;
}

bool room_keep_open(RoomHost *host, const RoomRequest *request, bool *resumed, Err *err)
{
    Text text = { 0 };
    if (!find_place(host, request, err)) {
        return false;
    }
    host->file = session_file_open(host->path, err);
    if (!host->file) {
        return false;
    }
    *resumed = !request->fresh && session_file_read(host->file, &text);
    if (request
            ->fresh) { // not unlinked: another program may have it open, and the lock is ours now
        session_file_close(host->file);
        session_file_remove(host->path);
        host->file = session_file_open(host->path, err);
    }
    bool good = host->file &&
                (*resumed ? go_on(host, request, text_str(&text), err) : begin_new(host, request, err)) &&
                keep_days(host, request, err);
    text_deinit(&text);
    if (good) {
        open_tables(host);
        remember_silent(host);
    } else {
        session_file_close(host->file);
        host->file = NULL;
    }
    return good;
}

// ---- while it runs ----------------------------------------------------------------------------------

bool room_keep_change(RoomHost *host, bool asked, uint32_t question, Err *err)
{
    Room *room = &host->room;
    bool asks = room->stage == ROOM_ANSWERS;
    bool over = asked && (!asks || room->question != question);
    Text text = { 0 };
    room_write(room, &text);
    if (over) {
        web_secret_wipe(&host->question_key, sizeof host->question_key);
    }
    bool good = session_file_write(host->file, text_str(&text), over, err);
    text_deinit(&text);
    if (good && asks && (over || !asked)) {
        web_secret_key(&host->question_key);
        good = put_key(host, "question", &host->question_key, sizeof host->question_key, err);
    }
    if (!good) {
        log_line("room: not kept: %s", err->message);
    }
    return good;
}

bool room_keep_vote(RoomHost *host, const char *pass, uint32_t question, int option, Err *err)
{
    RoomToken token = web_secret_token(&host->question_key, pass);
    bool first = !host->room.least_fixed;
    if (!room_vote(&host->room, question, token, option, err)) {
        return false;
    }
    if (first && !room_keep_change(host, true, question, err)) {
        return false;
    }
    return session_file_ballot(host->file, token.bytes, option, err);
}
#endif
