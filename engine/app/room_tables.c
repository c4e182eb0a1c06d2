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
        int people = 0; // anything else than a number of people is not said
        if (web_form_number(request->body, request->body_size, "people", 1, ROOM_TABLE_PEOPLE_MAX,
                            &people)) {
            table->people = people;
        }
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
        web_table_picture_follow(&host->table_pictures[table->number - 1], &host->pictures,
                                 host->scenario, table);
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

static const Text *picture_of(RoomHost *host, const char *name, bool chip)
{
    return chip ? web_pictures_chip(&host->pictures, name)
                : web_pictures_page(&host->pictures, name);
}

// One that had to make room while its table sat still is made known again.
static void know_again(RoomHost *host, const char *name)
{
    for (int i = 0; i < host->tables.count; i++) {
        if (strcmp(host->table_pictures[i].name, name) == 0) {
            web_table_picture_follow(&host->table_pictures[i], &host->pictures, host->scenario,
                                     host->tables.items[i]);
            return;
        }
    }
}

bool room_tables_picture(RoomHost *host, const char *path, WebAnswer *answer)
{
    char name[WEB_PICTURE_NAME] = "";
    bool page = sscanf(path, "/table-%16[0-9a-f].svg", name) == 1;
    bool chip = !page && sscanf(path, "/chip-%16[0-9a-f].svg", name) == 1;
    if (!page && !chip) {
        return false;
    }
    const Text *found = picture_of(host, name, chip);
    if (!found) {
        know_again(host, name);
        found = picture_of(host, name, chip);
    }
    if (!found) {
        return false;
    }
    answer->type = "image/svg+xml";
    answer->keep = true;
    text_add_n(&answer->body, text_str(found), found->length);
    return true;
}
#endif
