// What is kept of one profile: written out as JSON, listed, deleted. As a page: learner_export.c.
#define _POSIX_C_SOURCE 200809L

#include "app/learner_data.h"

#include "app/learner.h"
#include "app/package.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/json.h"
#include "base/say.h"
#include "store/known.h"
#include "store/slots.h"
#include "build_facts.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

// ---- JSON -------------------------------------------------------------------------------------------

// "2026-11-23T14:05:09Z"
static void add_moment(Json *json, const char *key, int64_t seconds)
{
    time_t moment = (time_t)seconds;
    struct tm utc;
    char text[64] = "";
    if (gmtime_r(&moment, &utc)) {
        strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    }
    json_string(json, key, text);
}

static void add_day(Json *json, const char *key, int32_t day)
{
    char text[32];
    if (day == COURSE_NO_DAY) {
        json_string(json, key, NULL);
        return;
    }
    int year, month, month_day;
    course_date(day, &year, &month, &month_day);
    snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, month_day);
    json_string(json, key, text);
}

static void add_mechanics(Json *json, uint32_t met)
{
    json_begin(json, "met", '[');
    for (int n = 1; n <= 32; n++) {
        char name[16];
        snprintf(name, sizeof name, "A%d", n);
        if ((met >> (n - 1) & 1) != 0) {
            json_string(json, NULL, name);
        }
    }
    json_end(json, ']');
}

static void add_bridges(Json *json, const StoreRecord *record)
{
    json_begin(json, "bridges", '[');
    for (int i = 0; i < record->bridge_count; i++) {
        const StoreBridge *it = &record->bridges[i];
        json_begin(json, NULL, '{');
        json_string(json, "to", it->person);
        json_string(json, "word", bridge_word_name((BridgeWord)it->bridge.word));
        json_number(json, "planks", it->bridge.gauge_halves / 2.0, 1);
        json_end(json, '}');
    }
    json_end(json, ']');
}

static bool add_choices(Json *json, Store *store, int64_t row, Err *err)
{
    StoreEntry *entries = NULL;
    int count = 0;
    if (!store_entries(store, row, &entries, &count, err)) {
        return false;
    }
    json_begin(json, "choices", '[');
    for (int i = 0; i < count; i++) {
        const StoreEntry *it = &entries[i];
        json_begin(json, NULL, '{');
        if (it->kind == STORE_CHOOSE) {
            json_string(json, "chose", it->id);
            json_string(json, "said", it->said);
        } else if (it->kind == STORE_UNDO) {
            json_bool(json, "undone", true);
        } else {
            json_integer(json, "back_to", it->count);
        }
        json_integer(json, "minute", it->minute);
        json_end(json, '}');
    }
    json_end(json, ']');
    mem_free(entries);
    return true;
}

static bool add_playthrough(Json *json, Store *store, const StoreRecord *record, Err *err)
{
    json_begin(json, NULL, '{');
    json_string(json, "scenario", record->scenario);
    add_moment(json, "started", record->started);
    add_moment(json, "changed", record->changed);
    json_integer(json, "seconds_played", record->seconds);
    json_bool(json, "ended", record->ended);
    json_string(json, "stands_at", record->standing);
    json_string(json, "ending", record->ended ? record->ending : NULL);
    add_mechanics(json, record->met);
    add_bridges(json, record);
    bool good = add_choices(json, store, record->row, err);
    json_end(json, '}');
    return good;
}

static bool add_playthroughs(Json *json, Store *store, Err *err)
{
    enum { PAGE = 16 };
    StoreRecord *records = mem_alloc(sizeof *records * PAGE);
    bool good = true;
    int count = PAGE;
    json_begin(json, "playthroughs", '[');
    for (int from = 0; good && count == PAGE; from += count) {
        count = store_records(store, NULL, from, PAGE, records);
        for (int i = 0; i < count && good; i++) {
            good = add_playthrough(json, store, &records[i], err);
        }
    }
    json_end(json, ']');
    mem_free(records);
    return good;
}

static void add_plans(Json *json, Store *store)
{
    enum { PAGE = 16 };
    static const char *const states[COURSE_PLAN_STATES] = { "open", "did it", "did not",
                                                            "did not come up" };
    StorePlan *plans = mem_alloc(sizeof *plans * PAGE);
    int count = PAGE;
    json_begin(json, "plans", '[');
    for (int from = 0; count == PAGE; from += count) {
        count = store_plans(store, from, PAGE, plans);
        for (int i = 0; i < count; i++) {
            json_begin(json, NULL, '{');
            json_string(json, "plan", plans[i].text);
            json_string(json, "scenario", plans[i].scenario);
            add_day(json, "made", plans[i].course.made_day);
            json_string(json, "answer", states[plans[i].course.state]);
            add_day(json, "answered", plans[i].course.answered_day);
            add_day(json, "comes_back", plans[i].course.back_day);
            json_end(json, '}');
        }
    }
    json_end(json, ']');
    mem_free(plans);
}

static void add_slots(Json *json, Store *store)
{
    StoreSlot *slots = mem_alloc(sizeof *slots * STORE_SLOTS_MAX);
    int count = store_slots(store, NULL, STORE_SLOTS_MAX, slots);
    json_begin(json, "places", '[');
    for (int i = 0; i < count; i++) {
        json_begin(json, NULL, '{');
        json_string(json, "name", slots[i].name);
        json_string(json, "scenario", slots[i].play.scenario);
        json_string(json, "stands_at", slots[i].play.standing);
        json_integer(json, "choices", slots[i].choices);
        add_moment(json, "made", slots[i].made);
        json_end(json, '}');
    }
    json_end(json, ']');
    mem_free(slots);
}

static void add_setting(void *context, const char *name, const char *words, int value)
{
    Json *json = context;
    if (words) {
        json_string(json, name, words);
    } else {
        json_integer(json, name, value);
    }
}

static void add_read(void *context, const char *scenario, const char *words, int count)
{
    (void)words;
    json_integer(context, scenario, count);
}

bool learner_data_json(Store *store, const char *name, Text *out, Err *err)
{
    Json json = json_to(out);
    json_begin(&json, NULL, '{');
    json_string(&json, "format", "plankwright-data-1");
    json_string(&json, "program", PLANKWRIGHT_VERSION);
    json_string(&json, "profile", name);
    add_moment(&json, "written", (int64_t)time(NULL));
    json_integer(&json, "kept_days", store_keep_days(store));
    bool good = add_playthroughs(&json, store, err);
    add_plans(&json, store);
    add_slots(&json, store);
    json_begin(&json, "settings", '{');
    store_each_setting(store, add_setting, &json);
    json_end(&json, '}');
    json_begin(&json, "lines_and_options_read", '{');
    store_each_known(store, add_read, &json);
    json_end(&json, '}');
    json_end(&json, '}');
    text_add(out, "\n");
    return good;
}

// ---- places -----------------------------------------------------------------------------------------

static int64_t size_of(const char *path)
{
    struct stat facts;
    return stat(path, &facts) == 0 ? (int64_t)facts.st_size : -1;
}

// Of a file, or of everything in a folder.
static int64_t size_below(const char *path)
{
    FileList list;
    if (!file_is_folder(path) || !file_list(path, &list, NULL)) {
        return size_of(path);
    }
    int64_t sum = 0;
    for (int i = 0; i < list.count; i++) {
        char inside[PATHS_SIZE];
        if (snprintf(inside, sizeof inside, "%s/%s", path, list.names[i]) < PATHS_SIZE) {
            int64_t size = size_below(inside);
            sum += size > 0 ? size : 0;
        }
    }
    file_list_free(&list);
    return sum;
}

typedef struct Places {
    LearnerPlace *items;
    int count, max;
} Places;

static void add_place(Places *places, const char *folder, const char *name, const char *what)
{
    if (places->count == places->max) {
        return;
    }
    LearnerPlace *it = &places->items[places->count];
    if (snprintf(it->path, sizeof it->path, "%s%s%s", folder, name[0] ? "/" : "", name) >=
        (int)sizeof it->path) {
        return;
    }
    snprintf(it->what, sizeof it->what, "%s", what);
    it->bytes = size_below(it->path);
    places->count++;
}

static void add_damaged(Places *places, const char *folder)
{
    FileList list;
    if (!file_list(folder, &list, NULL)) {
        return;
    }
    for (int i = 0; i < list.count; i++) {
        if (strncmp(list.names[i], "plankwright-damaged-", 20) == 0) {
            add_place(places, folder, list.names[i],
                      say("a damaged file that was moved aside; what could be read is kept again"));
        }
    }
    file_list_free(&list);
}

int learner_data_places(const Profile *profile, const char *data, LearnerPlace *out, int max)
{
    Places places = { out, 0, max };
    add_place(&places, profile->folder, "plankwright.db",
              say("plays with each choice, plans, places, what was read, settings"));
    add_damaged(&places, profile->folder);
    add_place(&places, profile->folder, "pages", say("pages you have kept"));
    add_place(&places, profile->folder, "everything.html", say("Everything is in one file"));
    add_place(&places, profile->folder, "everything.json", say("Everything is in one file"));
    add_place(&places, data, "rooms",
              say("sessions with a room that are not over yet; votes go with their question"));
    add_place(&places, data, "scenarios", say("scenarios that were installed; everybody's here"));
    char state[PATHS_SIZE];
    if (paths_state(state, NULL)) {
        add_place(&places, state, "",
                  say("the log and crash reports; everybody's here, without choices in words"));
    }
    return places.count;
}

// ---- deleting ---------------------------------------------------------------------------------------

static void delete_log(void)
{
    char state[PATHS_SIZE];
    Err ignored = { 0 };
    if (paths_state(state, &ignored)) {
        package_delete(state, &ignored);
    }
}

static void delete_below(const char *data, const char *name)
{
    char folder[PATHS_SIZE];
    Err ignored = { 0 };
    if (snprintf(folder, sizeof folder, "%s/%s", data, name) < PATHS_SIZE) {
        package_delete(folder, &ignored);
    }
}

bool learner_data_delete(const Profile *profile, const char *data, Err *err)
{
    Profiles *profiles = mem_alloc(sizeof *profiles);
    profiles_read(data, profiles);
    bool good = true, last = profiles->count <= 1;
    for (int i = 0; i < profiles->count; i++) {
        if (strcmp(profiles->items[i].id, profile->id) == 0) {
            good = profiles_remove(profiles, data, i, err);
            break;
        }
    }
    if (good && last) {
        delete_log();
        delete_below(data, "profiles"); // who was chosen
        delete_below(data, "rooms");
    }
    mem_free(profiles);
    return good;
}
