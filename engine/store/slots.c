// Slots: a row each, which points at a playthrough and at a place in its journal.
#define _POSIX_C_SOURCE 200809L

#include "store/slots.h"

#include "store/database.h"
#include "store/record.h"

#include "base/arena.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define SLOT                                                                                       \
    "SELECT slot.id, slot.name, slot.entries, slot.choices, slot.made, slot.standing,"             \
    " slot.ending, slot.checkpoint, slot.bridge, play.id, play.scenario, play.scenario_hash,"      \
    " play.version, play.preset, play.preset_version, play.seed, play.started, play.seconds"       \
    " FROM slot JOIN playthrough AS play ON play.id = slot.playthrough"

static void read_bridge(const char *text, StoreBridge *out)
{
    const char *tab = text ? strchr(text, '\t') : NULL;
    *out = (StoreBridge){ .person = "" };
    if (tab && store_bridge_read(tab + 1, &out->bridge)) {
        snprintf(out->person, sizeof out->person, "%.*s", (int)(tab - text), text);
    }
}

static void read_slot(sqlite3_stmt *row, StoreSlot *out)
{
    *out = (StoreSlot){ .row = sqlite3_column_int64(row, 0) };
    database_text(row, 1, out->name, sizeof out->name);
    out->entries = sqlite3_column_int(row, 2);
    out->choices = sqlite3_column_int(row, 3);
    out->made = sqlite3_column_int64(row, 4);
    StorePlaythrough *play = &out->play;
    database_text(row, 5, play->standing, sizeof play->standing);
    database_text(row, 6, play->ending, sizeof play->ending);
    database_text(row, 7, play->checkpoint, sizeof play->checkpoint);
    read_bridge((const char *)sqlite3_column_text(row, 8), &out->bridge);
    play->row = sqlite3_column_int64(row, 9);
    database_text(row, 10, play->scenario, sizeof play->scenario);
    play->scenario_hash = (uint64_t)sqlite3_column_int64(row, 11);
    play->version = sqlite3_column_int(row, 12);
    database_text(row, 13, play->preset, sizeof play->preset);
    play->preset_version = sqlite3_column_int(row, 14);
    play->seed = (uint64_t)sqlite3_column_int64(row, 15);
    play->started = sqlite3_column_int64(row, 16);
    play->changed = out->made;
    play->ended = play->ending[0] != '\0';
    play->seconds = sqlite3_column_int(row, 17);
}

int store_slots(Store *store, const char *scenario, int max, StoreSlot *out)
{
    sqlite3_stmt *select = database_ask(
        store, SLOT " WHERE ?1 IS NULL OR play.scenario = ?1 ORDER BY slot.id DESC LIMIT ?2");
    int count = 0;
    if (select) {
        sqlite3_bind_text(select, 1, scenario, -1, SQLITE_STATIC);
        sqlite3_bind_int(select, 2, max);
        while (count < max && sqlite3_step(select) == SQLITE_ROW) {
            read_slot(select, &out[count++]);
        }
    }
    sqlite3_finalize(select);
    return count;
}

bool store_slot(Store *store, int64_t row, StoreSlot *out)
{
    sqlite3_stmt *select = database_ask(store, SLOT " WHERE slot.id = ?1");
    bool found = false;
    if (select) {
        sqlite3_bind_int64(select, 1, row);
        found = sqlite3_step(select) == SQLITE_ROW;
        if (found) {
            read_slot(select, out);
        }
    }
    sqlite3_finalize(select);
    return found;
}

static int taken(Store *store)
{
    sqlite3_stmt *count = database_ask(store, "SELECT COUNT(*) FROM slot");
    int n = count && sqlite3_step(count) == SQLITE_ROW ? sqlite3_column_int(count, 0) : 0;
    sqlite3_finalize(count);
    return n;
}

// Choices that stand after all entries, undone ones left out.
static int standing_choices(const Store *store)
{
    int choices = 0;
    for (int i = 0; i < store->entry_count; i++) {
        const StoreEntry *entry = &store->entries[i];
        if (entry->kind == STORE_CHOOSE) {
            choices++;
        } else if (entry->kind == STORE_UNDO) {
            choices -= choices > 0;
        } else {
            choices = entry->count < choices ? entry->count : choices;
        }
    }
    return choices;
}

static bool insert(Store *store, const char *name, Err *err)
{
    sqlite3_stmt *into = database_ask(
        store, "INSERT INTO slot(playthrough, entries, choices, made, name, standing, ending,"
               " checkpoint, bridge) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    const StorePlaythrough *play = &store->current;
    char cut[STORE_NAME_MAX];
    snprintf(cut, sizeof cut, "%s", name ? name : "");
    size_t first_line = strcspn(text_str(&store->bridges), "\n");
    if (into) {
        sqlite3_bind_int64(into, 1, play->row);
        sqlite3_bind_int(into, 2, store->entry_count);
        sqlite3_bind_int(into, 3, standing_choices(store));
        sqlite3_bind_int64(into, 4, (sqlite3_int64)time(NULL));
        sqlite3_bind_text(into, 5, cut, -1, SQLITE_STATIC);
        sqlite3_bind_text(into, 6, play->standing, -1, SQLITE_STATIC);
        sqlite3_bind_text(into, 7, play->ending, -1, SQLITE_STATIC);
        sqlite3_bind_text(into, 8, play->checkpoint, -1, SQLITE_STATIC);
        sqlite3_bind_text(into, 9, text_str(&store->bridges), (int)first_line, SQLITE_STATIC);
    }
    return database_finish(store, into, "keep this place", err);
}

bool store_slot_keep(Store *store, const char *name, int64_t *row, Err *err)
{
    if (!store_current(store)) {
        return err_set(err, ERR_USAGE, "there is no playthrough whose place could be kept");
    }
    if (taken(store) >= STORE_SLOTS_MAX) {
        err_set(err, ERR_USAGE, "all %d places are taken", STORE_SLOTS_MAX);
        return err_fix(err, "remove one that you do not need any more");
    }
    // What waits, and the playthrough itself where nothing was chosen yet, goes first.
    bool waits = store->current.row == 0 || store_waiting(store) > 0;
    if (waits && !store_append(store, NULL, NULL, err)) {
        return false;
    }
    if (!insert(store, name, err)) {
        return false;
    }
    if (row) {
        *row = sqlite3_last_insert_rowid(store->db);
    }
    return true;
}

bool store_slot_rename(Store *store, int64_t row, const char *name, Err *err)
{
    sqlite3_stmt *update = database_ask(store, "UPDATE slot SET name = ?2 WHERE id = ?1");
    if (update) {
        sqlite3_bind_int64(update, 1, row);
        sqlite3_bind_text(update, 2, name, -1, SQLITE_STATIC);
    }
    return database_finish(store, update, "rename this place", err);
}

bool store_slot_remove(Store *store, int64_t row, Err *err)
{
    sqlite3_stmt *remove = database_ask(store, "DELETE FROM slot WHERE id = ?1");
    if (remove) {
        sqlite3_bind_int64(remove, 1, row);
    }
    return database_finish(store, remove, "remove this place", err);
}

bool store_slot_entries(Store *store, const StoreSlot *slot, StoreEntry **out, int *count, Err *err)
{
    if (!store_entries(store, slot->play.row, out, count, err)) {
        return false;
    }
    if (*count < slot->entries) {
        mem_free(*out);
        *out = NULL;
        *count = 0;
        return err_set(err, ERR_INPUT, "the way to this place is damaged: a part of it is missing");
    }
    *count = slot->entries;
    return true;
}
