// The learner's record. A bridge is kept as one line of text beside each playthrough, so that showing a
// year of them needs neither scenario nor replay.
#define _POSIX_C_SOURCE 200809L

#include "store/record.h"

#include "store/database.h"

#include "course/course.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// ---- a bridge as text -------------------------------------------------------------------------------
// Four characters a plank (state and side, disc, mending disc, fate), one a strand, then numbers.

enum { PLANK_CHARS = 4, THEIRS = 8, DISC_ZERO = 'a' };

void store_bridge_write(const BridgeCondition *bridge, char out[STORE_BRIDGE_TEXT_MAX])
{
    char *at = out;
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        const BridgePlank *plank = &bridge->planks[i];
        *at++ = (char)('0' + plank->state + (plank->theirs ? THEIRS : 0));
        *at++ = (char)(DISC_ZERO + plank->disc);
        *at++ = (char)(DISC_ZERO + plank->mended_by);
        *at++ = (char)('0' + plank->fate);
    }
    for (int i = 0; i < BRIDGE_STRANDS; i++) {
        *at++ = (char)('0' + bridge->strands[i]);
    }
    int flags = bridge->frayed | bridge->on_guard << 1 | bridge->mended << 2 | bridge->lantern << 3;
    snprintf(at, (size_t)(out + STORE_BRIDGE_TEXT_MAX - at), " %d %d %d %d %d %d", bridge->word,
             flags, bridge->gauge_halves, (int)bridge->trust, (int)bridge->rapport,
             (int)bridge->scar);
}

// The digit at `c` counted from `zero`, 0..max; -1 for anything else.
static int letter(char c, char zero, int max)
{
    return c >= zero && c - zero <= max ? c - zero : -1;
}

static bool read_plank(const char *text, BridgePlank *out)
{
    int state = letter(text[0], '0', BRIDGE_PLANK_GONE + THEIRS);
    int disc = letter(text[1], DISC_ZERO, BRIDGE_DISCS);
    int mended = letter(text[2], DISC_ZERO, BRIDGE_DISCS);
    int fate = letter(text[3], '0', BRIDGE_FOUND_OUT);
    *out = (BridgePlank){ .state = (uint8_t)(state & (THEIRS - 1)),
                          .disc = (int8_t)disc,
                          .mended_by = (int8_t)mended,
                          .theirs = (state & THEIRS) != 0,
                          .fate = (uint8_t)fate,
                          .id = -1,
                          .mended_id = -1 };
    return state >= 0 && disc >= 0 && mended >= 0 && fate >= 0;
}

// The number behind the blank at *text, which moves on; false where there is none in that range.
static bool number(const char **text, long least, long most, int32_t *out)
{
    char *end = NULL;
    if (**text != ' ') {
        return false;
    }
    long value = strtol(*text + 1, &end, 10);
    bool good = end != *text + 1 && value >= least && value <= most;
    *text = end;
    *out = (int32_t)value;
    return good;
}

bool store_bridge_read(const char *text, BridgeCondition *out)
{
    enum { MILLION = 1000000, NUMBERS = 6 };
    BridgeCondition bridge = { .frayed = false };
    const char *at = text;
    if (strnlen(text, STORE_BRIDGE_TEXT_MAX) < BRIDGE_PLANKS * PLANK_CHARS + BRIDGE_STRANDS) {
        return false;
    }
    for (int i = 0; i < BRIDGE_PLANKS; i++, at += PLANK_CHARS) {
        if (!read_plank(at, &bridge.planks[i])) {
            return false;
        }
    }
    for (int i = 0; i < BRIDGE_STRANDS; i++) {
        int strand = letter(*at++, '0', BRIDGE_STRAND_SPLICED);
        if (strand < 0) {
            return false;
        }
        bridge.strands[i] = (uint8_t)strand;
    }
    static const long most[NUMBERS] = { BRIDGE_SOUND, 15,      2 * BRIDGE_GAUGE,
                                        MILLION,      MILLION, MILLION };
    int32_t numbers[NUMBERS];
    for (int i = 0; i < NUMBERS; i++) {
        if (!number(&at, 0, most[i], &numbers[i])) {
            return false;
        }
    }
    bridge.word = (uint8_t)numbers[0];
    bridge.frayed = (numbers[1] & 1) != 0;
    bridge.on_guard = (numbers[1] & 2) != 0;
    bridge.mended = (numbers[1] & 4) != 0;
    bridge.lantern = (numbers[1] & 8) != 0;
    bridge.gauge_halves = (int8_t)numbers[2];
    bridge.trust = numbers[3];
    bridge.rapport = numbers[4];
    bridge.scar = numbers[5];
    *out = bridge;
    return *at == '\0' || *at == '\n';
}

// ---- all bridges of a playthrough: "Maya\t<bridge>\n" for each --------------------------------------

void record_note(Store *store, const StoreStand *stand)
{
    store->met = stand->met;
    text_clear(&store->bridges);
    for (int i = 0; i < stand->bridge_count; i++) {
        char line[STORE_BRIDGE_TEXT_MAX];
        store_bridge_write(&stand->bridges[i].bridge, line);
        text_addf(&store->bridges, "%s\t%s\n", stand->bridges[i].person, line);
    }
}

static int read_bridges(const char *text, StoreBridge *out, int max)
{
    int count = 0;
    while (text && *text && count < max) {
        const char *tab = strchr(text, '\t');
        const char *end = strchr(text, '\n');
        if (!tab || !end || tab > end) {
            break;
        }
        StoreBridge *bridge = &out[count];
        if (store_bridge_read(tab + 1, &bridge->bridge)) {
            snprintf(bridge->person, sizeof bridge->person, "%.*s", (int)(tab - text), text);
            count++;
        }
        text = end + 1;
    }
    return count;
}

// ---- reading ----------------------------------------------------------------------------------------

static void read_record(sqlite3_stmt *row, StoreRecord *out)
{
    *out = (StoreRecord){ .row = sqlite3_column_int64(row, 0) };
    database_text(row, 1, out->scenario, sizeof out->scenario);
    database_text(row, 2, out->standing, sizeof out->standing);
    database_text(row, 3, out->ending, sizeof out->ending);
    out->started = sqlite3_column_int64(row, 4);
    out->changed = sqlite3_column_int64(row, 5);
    out->day = store_day_of(out->changed);
    out->ended = sqlite3_column_int(row, 6) != 0;
    out->seconds = sqlite3_column_int(row, 7);
    out->met = (uint32_t)sqlite3_column_int64(row, 8);
    out->bridge_count =
        read_bridges((const char *)sqlite3_column_text(row, 9), out->bridges, STORY_PEOPLE_MAX);
}

int store_records(Store *store, const char *scenario, int from, int max, StoreRecord *out)
{
#define RECORD                                                                                     \
    "SELECT id, scenario, standing, ending, started, changed, ended, seconds, met, bridges"        \
    " FROM playthrough"
#define PAGE " ORDER BY changed DESC, id DESC LIMIT ?2 OFFSET ?1"
    sqlite3_stmt *select =
        database_ask(store, scenario ? RECORD " WHERE scenario = ?3" PAGE : RECORD PAGE);
    int count = 0;
    if (select) {
        sqlite3_bind_int(select, 1, from);
        sqlite3_bind_int(select, 2, max);
        if (scenario) {
            sqlite3_bind_text(select, 3, scenario, -1, SQLITE_STATIC);
        }
        while (count < max && sqlite3_step(select) == SQLITE_ROW) {
            read_record(select, &out[count++]);
        }
    }
    sqlite3_finalize(select);
    return count;
}

// The one number that `sql` asks for; `otherwise` where there is none.
static int64_t one_number(Store *store, const char *sql, const char *scenario, int64_t otherwise)
{
    sqlite3_stmt *select = database_ask(store, sql);
    int64_t value = otherwise;
    if (select) {
        if (scenario) {
            sqlite3_bind_text(select, 1, scenario, -1, SQLITE_STATIC);
        }
        if (sqlite3_step(select) == SQLITE_ROW && sqlite3_column_type(select, 0) != SQLITE_NULL) {
            value = sqlite3_column_int64(select, 0);
        }
    }
    sqlite3_finalize(select);
    return value;
}

int store_record_count(Store *store, const char *scenario)
{
    return (int)one_number(store,
                           scenario ? "SELECT COUNT(*) FROM playthrough WHERE scenario = ?1"
                                    : "SELECT COUNT(*) FROM playthrough",
                           scenario, 0);
}

uint32_t store_met(Store *store)
{
    sqlite3_stmt *select = database_ask(store, "SELECT DISTINCT met FROM playthrough");
    uint32_t met = 0;
    while (select && sqlite3_step(select) == SQLITE_ROW) {
        met |= (uint32_t)sqlite3_column_int64(select, 0);
    }
    sqlite3_finalize(select);
    return met;
}

int32_t store_first_finished(Store *store, const char *scenario)
{
    int64_t none = INT64_MIN;
    int64_t first = one_number(
        store,
        scenario ? "SELECT MIN(changed) FROM playthrough WHERE scenario = ?1 AND ended = 1"
                 : "SELECT MIN(changed) FROM playthrough WHERE ended = 1",
        scenario, none);
    return first == none ? COURSE_NO_DAY : store_day_of(first);
}
