// Sorting and comparing ways.
#include "room/trails.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

typedef struct Found {
    const RoomTable *table;
    int kind;      // of its ending
    int64_t trust; // in all bridges at its end
    char *way;
} Found;

static int by_ending_and_way(const void *left, const void *right)
{
    const Found *a = left, *b = right;
    if (a->kind != b->kind) {
        return a->kind - b->kind;
    }
    return a->trust != b->trust ? (a->trust < b->trust ? 1 : -1) : strcmp(a->way, b->way);
}

static char *way_of(const RoomTable *table)
{
    Text way = { 0 };
    for (int i = 0; i < table->history.count; i++) {
        char id[ROOM_ID];
        history_id(&table->history, i, id, (int)sizeof id);
        text_addf(&way, "%s,", id);
    }
    char *copy = mem_alloc(way.length + 1);
    memcpy(copy, text_str(&way), way.length + 1);
    text_deinit(&way);
    return copy;
}

static int64_t trust_of(const RoomTable *table)
{
    int64_t sum = 0;
    for (int p = 0; p < table->history.scenario->person_count; p++) {
        sum += play_person_c(table->history.scenario, table->history.now, p)->trust_now;
    }
    return sum;
}

static void count(const Found *found, int n, RoomTrails *out)
{
    for (int i = 0; i < n; i++) {
        if (i == 0 || by_ending_and_way(&found[i - 1], &found[i]) != 0) {
            out->items[out->count++] = (RoomTrail){ .table = found[i].table };
        }
        out->items[out->count - 1].tables++;
        out->items[out->count - 1].people += found[i].table->people;
    }
}

// Too few tables: then only ways that so many people took that none of them stands out.
static void hold_back(RoomTrails *trails, int least)
{
    int kept = 0;
    for (int i = 0; i < trails->count; i++) {
        if (trails->items[i].people >= least) {
            trails->items[kept++] = trails->items[i];
        }
    }
    trails->held_back = kept < trails->count;
    trails->count = kept;
}

void room_trails_find(const RoomTables *tables, int least, RoomTrails *out)
{
    static Found found[ROOM_TABLES_MAX];
    *out = (RoomTrails){ .tables = tables->count };
    for (int i = 0; i < tables->count; i++) {
        const RoomTable *table = tables->items[i];
        int ended = table->history.now->ended;
        if (ended > 0) {
            found[out->through++] = (Found){ .table = table,
                                             .kind = (int)tables->scenario->endings[ended - 1].kind,
                                             .trust = trust_of(table),
                                             .way = way_of(table) };
        }
    }
    qsort(found, (size_t)out->through, sizeof *found, by_ending_and_way);
    count(found, out->through, out);
    if (out->through < least) {
        hold_back(out, least);
    }
    for (int i = 0; i < out->through; i++) {
        mem_free(found[i].way);
    }
}

int room_trails_person(const RoomTrails *trails)
{
    int found = STORY_NONE;
    int64_t widest = -1;
    const Scenario *scenario = trails->count > 0 ? trails->items[0].table->history.scenario : NULL;
    for (int p = 0; scenario && p < scenario->person_count; p++) {
        int64_t least = INT64_MAX, most = INT64_MIN;
        for (int i = 0; i < trails->count; i++) {
            const Playthrough *end = trails->items[i].table->history.now;
            int64_t trust = play_person_c(scenario, end, p)->trust_now;
            least = trust < least ? trust : least;
            most = trust > most ? trust : most;
        }
        if (most - least > widest) {
            widest = most - least;
            found = p;
        }
    }
    return found;
}

void room_trail_name(int trail, char out[4])
{
    int n = 0;
    if (trail >= 26) {
        out[n++] = (char)('A' + trail / 26 - 1);
    }
    out[n++] = (char)('A' + trail % 26);
    out[n] = '\0';
}

static bool same_choice(const StoryHistory *a, int i, const StoryHistory *b, int j)
{
    char one[ROOM_ID], other[ROOM_ID];
    history_id(a, i, one, (int)sizeof one);
    history_id(b, j, other, (int)sizeof other);
    return strcmp(one, other) == 0;
}

int room_trail_common(const StoryHistory *a, const StoryHistory *b)
{
    int n = 0;
    while (n < a->count && n < b->count && same_choice(a, n, b, n)) {
        n++;
    }
    return n;
}

static int32_t minute_at(const StoryHistory *history, int n)
{
    return history_state(history, n)->clock_minute;
}

int room_trail_rows(const StoryHistory *a, const StoryHistory *b, RoomTrailRow *out)
{
    int common = room_trail_common(a, b), n = 0;
    for (int i = 0, j = 0; i < a->count || j < b->count;) {
        RoomTrailRow row = { .a = -1, .b = -1, .parted = i == common && j == common };
        bool left = j == b->count || (i < a->count && minute_at(a, i) <= minute_at(b, j));
        bool right = i == a->count || (j < b->count && minute_at(b, j) <= minute_at(a, i));
        row.minute = left ? minute_at(a, i) : minute_at(b, j);
        row.same = left && right && same_choice(a, i, b, j);
        row.a = left ? i++ : -1;
        row.b = right ? j++ : -1;
        out[n++] = row;
    }
    return n;
}
