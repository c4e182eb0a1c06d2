// What was read before: marks per scenario, in memory while it is played, in the file with each choice.
#include "store/known.h"

#include "store/database.h"

#include "base/arena.h"
#include "base/hash.h"
#include "story/renames.h"

#include <stdio.h>
#include <string.h>

enum { MARK_BYTES = 4, MARKS_MAX = 1 << 20 };

// ---- marks ------------------------------------------------------------------------------------------

static uint32_t mark_of(const char *where, const char *text)
{
    uint64_t hash = hash_mix(hash_string(where), hash_string(text));
    uint32_t mark = (uint32_t)(hash ^ hash >> 32);
    return mark ? mark : 1;
}

uint32_t known_mark_option(const Scenario *scenario, int option)
{
    const StoryOption *it = &scenario->options[option];
    bool in_scene = it->scene < scenario->scene_count; // not so in the one-on-ones of a desk
    char where[STORE_ID_MAX];                          // "Yes." is another answer in another place
    const char *first = renames_first(scenario, RENAMED_OPTION, option);
    const char *scene = in_scene ? renames_first(scenario, RENAMED_SCENE, it->scene) : "";
    bool whole = strchr(first, '.') != NULL; // it came from another scene
    snprintf(where, sizeof where, "%s%s%s", whole ? "" : scene, whole ? "" : ".", first);
    return mark_of(where, scenario_text(scenario, it->text));
}

uint32_t known_mark(const Scenario *scenario, const StoryEvent *event)
{
    if (event->kind == EVENT_SAID && event->a != 0) {
        return mark_of("", scenario_text(scenario, (TextId)event->a));
    }
    if (event->kind == EVENT_CHOSE && event->a == OFFER_OPTION) {
        return known_mark_option(scenario, event->what);
    }
    return 0;
}

// ---- sets -------------------------------------------------------------------------------------------

// Where `mark` stands, or would.
static int place(const KnownMarks *marks, uint32_t mark)
{
    int low = 0, high = marks->count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (marks->items[middle] < mark) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static bool has(const KnownMarks *marks, uint32_t mark)
{
    int at = place(marks, mark);
    return at < marks->count && marks->items[at] == mark;
}

static void put(KnownMarks *marks, uint32_t mark)
{
    int at = place(marks, mark);
    if ((at < marks->count && marks->items[at] == mark) || marks->count >= MARKS_MAX) {
        return;
    }
    if (marks->count == marks->capacity) {
        marks->capacity = marks->capacity ? marks->capacity * 2 : 64;
        marks->items = mem_grow(marks->items, sizeof *marks->items * (size_t)marks->capacity);
    }
    memmove(&marks->items[at + 1], &marks->items[at],
            sizeof *marks->items * (size_t)(marks->count - at));
    marks->items[at] = mark;
    marks->count++;
}

static void clear(KnownMarks *marks)
{
    mem_free(marks->items);
    *marks = (KnownMarks){ .items = NULL };
}

static void put_blob(KnownMarks *marks, const unsigned char *bytes, int size)
{
    for (int i = 0; bytes && i + MARK_BYTES <= size; i += MARK_BYTES) {
        put(marks, (uint32_t)bytes[i] | (uint32_t)bytes[i + 1] << 8 | (uint32_t)bytes[i + 2] << 16 |
                       (uint32_t)bytes[i + 3] << 24);
    }
}

// ---- the file ---------------------------------------------------------------------------------------

// Adds what the file has of that scenario.
static void read_marks(const Store *store, const char *scenario, KnownMarks *out)
{
    sqlite3_stmt *select = database_ask(store, "SELECT marks FROM known WHERE scenario = ?1");
    if (select) {
        sqlite3_bind_text(select, 1, scenario, -1, SQLITE_STATIC);
        if (sqlite3_step(select) == SQLITE_ROW) {
            const unsigned char *bytes = sqlite3_column_blob(select, 0);
            put_blob(out, bytes, sqlite3_column_bytes(select, 0));
        }
    }
    sqlite3_finalize(select);
}

static int write_blob(Store *store, const KnownMarks *marks)
{
    sqlite3_stmt *insert = database_ask(store, "INSERT INTO known VALUES(?1, ?2)"
                                               " ON CONFLICT(scenario) DO UPDATE SET marks = ?2");
    if (!insert) {
        return sqlite3_extended_errcode(store->db);
    }
    int size = marks->count * MARK_BYTES;
    unsigned char *bytes = mem_alloc((size_t)size + 1);
    for (int i = 0; i < marks->count; i++) {
        for (int k = 0; k < MARK_BYTES; k++) {
            bytes[i * MARK_BYTES + k] = (unsigned char)(marks->items[i] >> (8 * k) & 0xff);
        }
    }
    sqlite3_bind_text(insert, 1, store->current.scenario, -1, SQLITE_STATIC);
    sqlite3_bind_blob(insert, 2, bytes, size, SQLITE_STATIC);
    int code = sqlite3_step(insert);
    sqlite3_finalize(insert);
    mem_free(bytes);
    return code;
}

// Inside of the choice's transaction. Another program may have learned something since.
int known_write(Store *store)
{
    if (store->learned.count == 0) {
        return SQLITE_DONE;
    }
    read_marks(store, store->current.scenario, &store->known);
    return write_blob(store, &store->known);
}

void known_load(Store *store)
{
    known_close(store);
    read_marks(store, store->current.scenario, &store->known);
}

void known_close(Store *store)
{
    clear(&store->known);
    clear(&store->learned);
}

bool store_knows(const Store *store, uint32_t mark)
{
    return mark != 0 && has(&store->known, mark);
}

void store_learn(Store *store, uint32_t mark)
{
    if (mark != 0 && store->recording && !has(&store->known, mark)) {
        put(&store->known, mark);
        put(&store->learned, mark);
    }
}

int store_known_count(Store *store, const char *scenario)
{
    KnownMarks marks = { .items = NULL };
    read_marks(store, scenario, &marks);
    int count = marks.count;
    clear(&marks);
    return count;
}

void store_each_known(Store *store, StoreVisit *visit, void *context)
{
    sqlite3_stmt *select =
        database_ask(store, "SELECT scenario, length(marks) FROM known ORDER BY scenario");
    while (select && sqlite3_step(select) == SQLITE_ROW) {
        char scenario[STORE_NAME_MAX];
        database_text(select, 0, scenario, sizeof scenario);
        visit(context, scenario, NULL, sqlite3_column_int(select, 1) / MARK_BYTES);
    }
    sqlite3_finalize(select);
}

bool store_unlearn(Store *store, const char *scenario, Err *err)
{
    sqlite3_stmt *remove =
        database_ask(store, "DELETE FROM known WHERE ?1 IS NULL OR scenario = ?1");
    if (remove) {
        sqlite3_bind_text(remove, 1, scenario, -1, SQLITE_STATIC);
    }
    if (!database_finish(store, remove, "forget what was read", err)) {
        return false;
    }
    if (!scenario || strcmp(scenario, store->current.scenario) == 0) {
        known_close(store);
    }
    return true;
}
