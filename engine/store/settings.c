// Settings by name, as numbers and as words; and the day that it is here.
#define _POSIX_C_SOURCE 200809L

#include "store/database.h"

#include "course/course.h"

#include <string.h>
#include <time.h>

int32_t store_day_of(int64_t seconds)
{
    time_t moment = (time_t)seconds;
    struct tm local;
    if (!localtime_r(&moment, &local)) {
        return (int32_t)(seconds / 86400);
    }
    return course_day(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

int32_t store_today(void)
{
    return store_day_of((int64_t)time(NULL));
}

bool store_setting_keep(Store *store, const char *name, int value, Err *err)
{
    sqlite3_stmt *insert = database_ask(store, "INSERT INTO setting VALUES(?1, ?2)"
                                               " ON CONFLICT(name) DO UPDATE SET value = ?2");
    if (insert) {
        sqlite3_bind_text(insert, 1, name, -1, SQLITE_STATIC);
        sqlite3_bind_int(insert, 2, value);
    }
    return database_finish(store, insert, "keep your settings", err);
}

int store_setting(Store *store, const char *name, int otherwise)
{
    sqlite3_stmt *select = database_ask(store, "SELECT value FROM setting WHERE name = ?1");
    int value = otherwise;
    if (select) {
        sqlite3_bind_text(select, 1, name, -1, SQLITE_STATIC);
        value = sqlite3_step(select) == SQLITE_ROW ? sqlite3_column_int(select, 0) : otherwise;
    }
    sqlite3_finalize(select);
    return value;
}

bool store_words_keep(Store *store, const char *name, const char *words, Err *err)
{
    sqlite3_stmt *insert = database_ask(store, "INSERT INTO words VALUES(?1, ?2)"
                                               " ON CONFLICT(name) DO UPDATE SET value = ?2");
    if (insert) {
        sqlite3_bind_text(insert, 1, name, -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, 2, words, -1, SQLITE_STATIC);
    }
    return database_finish(store, insert, "keep your settings", err);
}

bool store_words(Store *store, const char *name, char *out, int out_size)
{
    sqlite3_stmt *select = database_ask(store, "SELECT value FROM words WHERE name = ?1");
    bool found = false;
    out[0] = '\0';
    if (select) {
        sqlite3_bind_text(select, 1, name, -1, SQLITE_STATIC);
        found = sqlite3_step(select) == SQLITE_ROW;
        if (found) {
            database_text(select, 0, out, (size_t)out_size);
        }
    }
    sqlite3_finalize(select);
    return found;
}

void store_each_setting(Store *store, StoreVisit *visit, void *context)
{
    sqlite3_stmt *select = database_ask(store, "SELECT name, NULL, value FROM setting UNION ALL"
                                               " SELECT name, value, 0 FROM words ORDER BY 1");
    while (select && sqlite3_step(select) == SQLITE_ROW) {
        char name[STORE_NAME_MAX], words[1024];
        database_text(select, 0, name, sizeof name);
        database_text(select, 1, words, sizeof words);
        bool number = sqlite3_column_type(select, 1) == SQLITE_NULL;
        visit(context, name, number ? NULL : words, sqlite3_column_int(select, 2));
    }
    sqlite3_finalize(select);
}
