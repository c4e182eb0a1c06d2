// What a table's presses do: sit down, choose, take back. Every change is on disk before the answer goes out.
#include "app/app.h"

#ifdef PLANKWRIGHT_WEB
#include "app/room_host.h"
#include "base/say.h"
#include "web/form.h"

#include <stdio.h>
#include <string.h>

static bool press(RoomHost *host, RoomTable *table, const WebRequest *request, Err *err)
{
    int at = 0, option = 0;
    char what[8] = "";
    web_form_value(request->body, request->body_size, "do", what, sizeof what);
    if (!web_form_number(request->body, request->body_size, "at", 0, 100000, &at)) {
        return err_set(err, ERR_USAGE, "%s", say("That button said nothing we know."));
    }
    if (strcmp(what, "sit") == 0) {
        return true;
    }
    if (strcmp(what, "back") == 0) {
        return room_table_back(&host->tables, table, at, err);
    }
    if (!web_form_number(request->body, request->body_size, "option", 0, ROOM_OPTIONS_MAX - 1,
                         &option)) {
        return err_set(err, ERR_USAGE, "%s", say("That button said nothing we know."));
    }
    return room_table_choose(&host->tables, table, at, option, err);
}

static bool post(RoomHost *host, RoomTable **table, uint64_t id, const WebRequest *request,
                 Err *err)
{
    if (!*table) {
        *table = room_tables_add(&host->tables, id, err);
    }
    if (!*table || !press(host, *table, request, err)) {
        return false;
    }
    host->tables_changed = true;
    return room_keep_table(host, *table, err);
}

void room_tables_answer(RoomHost *host, uint64_t id, WebLook look, const WebRequest *request,
                        WebAnswer *answer)
{
    RoomTable *table = room_tables_find(&host->tables, id);
    Err err = { 0 };
    bool mine = strcmp(request->path, "/table") == 0;
    bool good = !request->post || !mine || post(host, &table, id, request, &err);
    if (table) {
        web_table_picture_follow(&host->table_pictures[table->number - 1], host->scenario, table);
    }
    if (request->post && good && !request->part) {
        answer->status = 303;
        snprintf(answer->location, sizeof answer->location, "/room");
        return;
    }
    answer->status = good ? 200 : err.kind == ERR_SYSTEM ? 503 : 409;
    web_page_table(&host->web, table, look, good ? "" : err.message,
                   request->part ? WEB_PART : WEB_WHOLE, &answer->body);
}

bool room_tables_picture(RoomHost *host, const char *path, WebAnswer *answer)
{
    for (int i = 0; i < host->tables.count; i++) {
        WebTablePicture *it = &host->table_pictures[i];
        const RoomTable *table = host->tables.items[i];
        char page[64], chip[64];
        snprintf(page, sizeof page, "/table-%d-%s.svg", i + 1, it->name);
        snprintf(chip, sizeof chip, "/chip-%d-%s.svg", i + 1, it->name);
        const Text *found = NULL;
        if (strcmp(path, page) == 0) {
            found = web_table_picture_page(it, host->scenario, table);
        } else if (strcmp(path, chip) == 0) {
            found = web_table_picture_chip(it, host->scenario, table);
        }
        if (found) {
            answer->type = "image/svg+xml";
            answer->keep = true;
            text_add_n(&answer->body, text_str(found), found->length);
            return true;
        }
    }
    return false;
}
#endif
