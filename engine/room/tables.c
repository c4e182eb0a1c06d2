// A list of playthroughs.
#include "room/tables.h"

#include "base/arena.h"
#include "base/say.h"

#include <string.h>

void room_tables_deinit(RoomTables *tables)
{
    for (int i = 0; i < tables->count; i++) {
        history_close(&tables->items[i]->history);
        mem_free(tables->items[i]);
    }
    tables->count = 0;
}

RoomTable *room_tables_find(const RoomTables *tables, uint64_t id)
{
    for (int i = 0; i < tables->count; i++) {
        if (tables->items[i]->id == id) {
            return tables->items[i];
        }
    }
    return NULL;
}

static bool look_for_offers(const RoomTables *tables, RoomTable *table, Err *err)
{
    Err own = { 0 };
    table->offer_count =
        story_offers(tables->scenario, table->history.now, false, table->offers, &own);
    if (table->offer_count == 0 && own.kind != ERR_NONE) {
        *err = own;
        return false;
    }
    return true;
}

RoomTable *room_tables_add(RoomTables *tables, uint64_t id, Err *err)
{
    if (tables->count == ROOM_TABLES_MAX) {
        err_set(err, ERR_SYSTEM, say("There are %d tables already: no more can sit down."),
                ROOM_TABLES_MAX);
        return NULL;
    }
    RoomTable *table = mem_alloc(sizeof *table);
    table->id = id;
    table->number = tables->count + 1;
    if (!history_open(&table->history, tables->scenario, tables->seed, err)) {
        mem_free(table);
        return NULL;
    }
    if (!look_for_offers(tables, table, err)) {
        history_close(&table->history);
        mem_free(table);
        return NULL;
    }
    tables->items[tables->count++] = table;
    return table;
}

static bool is_there(const RoomTable *table, int at, Err *err)
{
    return at == table->history.count
               ? true
               : err_set(err, ERR_USAGE, "%s", say("You are further on already."));
}

bool room_table_choose(const RoomTables *tables, RoomTable *table, int at, int option, Err *err)
{
    if (!is_there(table, at, err)) {
        return false;
    }
    if (option < 0 || option >= table->offer_count) {
        return err_set(err, ERR_USAGE, "%s", say("There is no such answer here."));
    }
    StoryOffer offer = table->offers[option];
    if (!history_choose(&table->history, &offer, err)) {
        return false;
    }
    if (!look_for_offers(tables, table, err)) {
        Err unused;
        history_undo(&table->history);
        look_for_offers(tables, table, &unused);
        return false;
    }
    return true;
}

bool room_table_back(const RoomTables *tables, RoomTable *table, int at, Err *err)
{
    if (!is_there(table, at, err)) {
        return false;
    }
    if (!history_undo(&table->history)) {
        return err_set(err, ERR_USAGE, "%s", say("This is where it starts."));
    }
    return look_for_offers(tables, table, err);
}

void room_table_way(const RoomTable *table, Text *out)
{
    if (table->people > 0) {
        text_addf(out, "%d@", table->people);
    }
    for (int i = 0; i < table->history.count; i++) {
        char id[ROOM_ID];
        history_id(&table->history, i, id, (int)sizeof id);
        text_addf(out, "%s%s", i > 0 ? "," : "", id);
    }
}

// "6@", before the choices.
static const char *take_people(RoomTable *table, const char *way)
{
    size_t digits = strspn(way, "0123456789");
    if (digits == 0 || digits > 2 || way[digits] != '@') {
        return way;
    }
    table->people = 0;
    for (size_t i = 0; i < digits; i++) {
        table->people = table->people * 10 + (way[i] - '0');
    }
    return way + digits + 1;
}

bool room_table_take(const RoomTables *tables, RoomTable *table, const char *way, Err *err)
{
    int done = 0;
    way = take_people(table, way);
    return (way[0] == '\0' || history_walk(&table->history, way, &done, err)) &&
           look_for_offers(tables, table, err);
}
