// If-then plans: kept, asked for, answered. When one comes back is engine/course's decision.
#define _POSIX_C_SOURCE 200809L

#include "store/plans.h"

#include "store/database.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define PLAN                                                                                       \
    "SELECT id, playthrough, scenario, state, put_off, made_day, back_day, answered_day, text"     \
    " FROM plan"

static void read_plan(sqlite3_stmt *row, StorePlan *out)
{
    *out = (StorePlan){ .row = sqlite3_column_int64(row, 0) };
    out->playthrough = sqlite3_column_int64(row, 1);
    database_text(row, 2, out->scenario, sizeof out->scenario);
    int state = sqlite3_column_int(row, 3);
    int put_off = sqlite3_column_int(row, 4);
    out->course = (CoursePlan){
        .state = (uint8_t)(state < 0 || state >= COURSE_PLAN_STATES ? COURSE_PLAN_NOT_MET : state),
        .put_off = (uint8_t)(put_off < 0           ? 0
                             : put_off > UINT8_MAX ? UINT8_MAX
                                                   : put_off),
        .made_day = database_day(row, 5),
        .back_day = database_day(row, 6),
        .answered_day = database_day(row, 7),
    };
    database_text(row, 8, out->text, sizeof out->text);
}

// Puts at most `max` rows into out and counts them all.
static int read_plans(sqlite3_stmt *select, StorePlan *out, int max)
{
    int count = 0;
    while (select && sqlite3_step(select) == SQLITE_ROW) {
        if (count < max) {
            read_plan(select, &out[count]);
        }
        count++;
    }
    sqlite3_finalize(select);
    return count;
}

// What an earlier plan becomes when another takes its place: it never was for the days to come.
static bool replace_open(Store *store, int64_t playthrough, const char *text, Err *err)
{
    sqlite3_stmt *remove =
        database_ask(store, "DELETE FROM plan WHERE state = 0 AND answered_day IS NULL"
                            " AND ((playthrough = ?1 AND ?1 <> 0) OR text = ?2)");
    if (remove) {
        sqlite3_bind_int64(remove, 1, playthrough);
        sqlite3_bind_text(remove, 2, text, -1, SQLITE_STATIC);
    }
    return database_finish(store, remove, "keep your plan", err);
}

static bool insert(Store *store, const StorePlan *plan, Err *err)
{
    sqlite3_stmt *into =
        database_ask(store, "INSERT INTO plan(playthrough, made, text, scenario, state, put_off,"
                            " made_day, back_day) VALUES(?1, ?2, ?3, ?4, 0, 0, ?5, ?6)");
    if (into) {
        sqlite3_bind_int64(into, 1, plan->playthrough);
        sqlite3_bind_int64(into, 2, (sqlite3_int64)time(NULL));
        sqlite3_bind_text(into, 3, plan->text, -1, SQLITE_STATIC);
        sqlite3_bind_text(into, 4, plan->scenario, -1, SQLITE_STATIC);
        database_bind_day(into, 5, plan->course.made_day);
        database_bind_day(into, 6, plan->course.back_day);
    }
    return database_finish(store, into, "keep your plan", err);
}

bool store_plan_add(Store *store, const char *text, Err *err)
{
    StorePlan plan = { .course = course_plan_made(store_today()) };
    const StorePlaythrough *play = store_current(store);
    plan.playthrough = play ? play->row : 0;
    snprintf(plan.scenario, sizeof plan.scenario, "%s", play ? play->scenario : "");
    snprintf(plan.text, sizeof plan.text, "%s", text);
    if (!store->db || !database_run(store->db, "BEGIN IMMEDIATE")) {
        return database_explain(store->db, store->path, "cannot keep your plan in", err);
    }
    bool kept = replace_open(store, plan.playthrough, plan.text, err) && insert(store, &plan, err);
    if (kept && !database_run(store->db, "COMMIT")) {
        kept = database_explain(store->db, store->path, "cannot keep your plan in", err);
    }
    if (!kept) {
        database_run(store->db, "ROLLBACK");
    }
    return kept;
}

bool store_plan_latest_of(Store *store, const char *scenario, StorePlan *out)
{
    sqlite3_stmt *select =
        database_ask(store, scenario ? PLAN " WHERE scenario = ?1 ORDER BY id DESC LIMIT 1"
                                     : PLAN " ORDER BY id DESC LIMIT 1");
    if (select && scenario) {
        sqlite3_bind_text(select, 1, scenario, -1, SQLITE_STATIC);
    }
    return read_plans(select, out, 1) > 0;
}

bool store_plan_latest(Store *store, char *out, int out_size)
{
    StorePlan plan;
    if (!store_plan_latest_of(store, NULL, &plan)) {
        return false;
    }
    snprintf(out, (size_t)out_size, "%s", plan.text);
    return true;
}

int store_plans_due(Store *store, int32_t today, StorePlan *out, int max)
{
    sqlite3_stmt *select = database_ask(store, PLAN " ORDER BY back_day, id");
    int count = 0;
    while (select && sqlite3_step(select) == SQLITE_ROW) {
        StorePlan plan;
        read_plan(select, &plan);
        if (!course_plan_is_due(&plan.course, today)) {
            continue;
        }
        if (count < max) {
            out[count] = plan;
        }
        count++;
    }
    sqlite3_finalize(select);
    return count;
}

int store_plans(Store *store, int from, int max, StorePlan *out)
{
    sqlite3_stmt *select = database_ask(store, PLAN " ORDER BY id DESC LIMIT ?2 OFFSET ?1");
    if (select) {
        sqlite3_bind_int(select, 1, from);
        sqlite3_bind_int(select, 2, max);
    }
    return read_plans(select, out, max);
}

bool store_plan_keep(Store *store, const StorePlan *plan, Err *err)
{
    sqlite3_stmt *update =
        database_ask(store, "UPDATE plan SET state = ?2, put_off = ?3, back_day = ?4,"
                            " answered_day = ?5 WHERE id = ?1");
    if (update) {
        sqlite3_bind_int64(update, 1, plan->row);
        sqlite3_bind_int(update, 2, plan->course.state);
        sqlite3_bind_int(update, 3, plan->course.put_off);
        database_bind_day(update, 4, plan->course.back_day);
        database_bind_day(update, 5, plan->course.answered_day);
    }
    return database_finish(store, update, "keep your answer", err);
}

bool store_plan_remove(Store *store, int64_t row, Err *err)
{
    sqlite3_stmt *remove = database_ask(store, "DELETE FROM plan WHERE id = ?1");
    if (remove) {
        sqlite3_bind_int64(remove, 1, row);
    }
    return database_finish(store, remove, "remove your plan", err);
}
