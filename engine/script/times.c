// Times as authors write them, and the calendar of working days.
#include "script/fields.h"

#include <stdio.h>
#include <string.h>

enum { MINUTES_MAX = 65535, DAY_NAMES = 7 };

static const char *const day_names[DAY_NAMES] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
static const char *const long_day_names[DAY_NAMES] = { "Monday",   "Tuesday", "Wednesday",
                                                       "Thursday", "Friday",  "Saturday",
                                                       "Sunday" };

int time_weekday(const char *name, size_t length)
{
    for (int i = 0; i < DAY_NAMES; i++) {
        if (length == 3 && strncmp(day_names[i], name, 3) == 0) {
            return i;
        }
    }
    return -1;
}

int time_of_day(const char *text)
{
    bool shape = strlen(text) == 5 && text[2] == ':';
    for (int i = 0; shape && i < 5; i++) {
        shape = i == 2 || (text[i] >= '0' && text[i] <= '9');
    }
    if (!shape) {
        return -1;
    }
    int hour = (text[0] - '0') * 10 + text[1] - '0';
    int minute = (text[3] - '0') * 10 + text[4] - '0';
    return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
}

int time_length(lua_State *L, int index)
{
    if (lua_type(L, index) == LUA_TNUMBER) {
        double hours = lua_tonumber(L, index);
        return hours > 0 && hours <= 24 ? (int)(hours * 60.0 + 0.5) : -1;
    }
    const char *text = lua_type(L, index) == LUA_TSTRING ? node_string(L, index) : "";
    int total = 0;
    int value = -1;
    bool hours = false;
    for (const char *c = text; *c != '\0'; c++) {
        if (*c >= '0' && *c <= '9') {
            value = (value < 0 ? 0 : value) * 10 + (*c - '0');
            if (value > 1440) {
                return -1;
            }
        } else if (*c == 'h' && value >= 0 && !hours) {
            total += value * 60;
            value = -1;
            hours = true;
        } else if (*c == 'm' && value >= 0 && (c[1] == '\0' || strcmp(c, "min") == 0)) {
            return total + value <= 1440 ? total + value : -1;
        } else if (*c != ' ') {
            return -1;
        }
    }
    if (value >= 0 && hours) { // "1h30"
        total += value;
        value = -1;
    }
    return hours && value < 0 && total > 0 && total <= 1440 ? total : -1;
}

static void list_days(const Loader *ld, char *out, size_t size)
{
    const Scenario *sc = builder_scenario(ld->builder);
    out[0] = '\0';
    for (int i = 0; i < sc->day_count && strlen(out) + 8 < size; i++) {
        size_t used = strlen(out);
        snprintf(out + used, size - used, used == 0 ? "%s" : ", %s", day_names[sc->weekday[i]]);
    }
}

static void unknown_day(Loader *ld, const char *text, Place at)
{
    char days[120];
    list_days(ld, days, sizeof days);
    diagnostic_fix(
        loader_report(ld, at, CODE_DAY, "\"%s\" is on a day that the scenario does not have", text),
        "its days are %s (scenario { days = … })", days);
}

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

// The day that begins `text`, as Mon, Monday, mon or MONDAY; its length into *n. -1: none.
static int day_meant(const char *text, size_t *n)
{
    for (int i = 0; i < DAY_NAMES; i++) {
        const char *name = long_day_names[i];
        for (*n = 0; name[*n] != '\0' && small(text[*n]) == small(name[*n]); ++*n) {
        }
        if ((*n == 3 || name[*n] == '\0') && (text[*n] == '\0' || text[*n] == ' ')) {
            return i;
        }
    }
    return -1;
}

// 9, 9:00, 9.30, 9h30, 09h: minutes of the day, -1 for anything else.
static int minute_meant(const char *text)
{
    int value[2] = { 0, 0 };
    int part = 0;
    int digits = 0;
    for (; *text != '\0'; text++) {
        if (*text >= '0' && *text <= '9' && ++digits <= 2) {
            value[part] = value[part] * 10 + (*text - '0');
        } else if (part == 0 && digits > 0 && strchr(":.h", *text) != NULL) {
            part = 1;
            digits = 0;
        } else {
            return -1;
        }
    }
    bool whole = part == 0 ? digits > 0 : digits != 1;
    return whole && value[0] < 24 && value[1] < 60 ? value[0] * 60 + value[1] : -1;
}

void time_meant(ScriptDiagnostic *d, const char *text)
{
    size_t week = strspn(text, "0123456789");
    week = week == 1 && text[week] == ' ' ? week + 1 : 0;
    size_t n = 0;
    int day = day_meant(text + week, &n);
    const char *rest = text + week + n;
    int minute = day >= 0 && *rest == ' ' ? minute_meant(rest + 1) : -1;
    if (day < 0 || (*rest != '\0' && minute < 0)) {
        return;
    }
    int used = snprintf(d->meant, sizeof d->meant, "%.*s%s", (int)week, text, day_names[day]);
    if (minute >= 0) {
        snprintf(d->meant + used, sizeof d->meant - (size_t)used, " %02d:%02d", minute / 60,
                 minute % 60);
    }
    diagnostic_fix(d, "did you mean \"%s\"?", d->meant);
}

static void unreadable(Loader *ld, const char *text, Place at)
{
    ScriptDiagnostic *d = loader_report(ld, at, CODE_TIME, "\"%s\" is not a time", text);
    diagnostic_fix(
        d, "write a day and an hour: \"Thu 18:00\", or \"2 Thu 18:00\" for the second Thursday");
    time_meant(d, text);
}

// The k-th working day (1..) that is this weekday, or -1; how many there are into *count.
static int nth_day(const Scenario *sc, int weekday, int k, int *count)
{
    int found = -1;
    *count = 0;
    for (int i = 0; i < sc->day_count; i++) {
        if (sc->weekday[i] == weekday && ++*count == k) {
            found = i;
        }
    }
    return found;
}

StoryTime time_at(Loader *ld, lua_State *L, int index, Place at)
{
    const char *text = lua_type(L, index) == LUA_TSTRING ? node_string(L, index) : NULL;
    if (text == NULL) {
        diagnostic_fix(loader_report(ld, at, CODE_TIME, "here belongs a time, this is %s",
                                     node_describe(L, index)),
                       "write \"Thu 18:00\"");
        return STORY_TIME_NONE;
    }
    const char *rest = text;
    int week = 0;
    while (*rest >= '0' && *rest <= '9' && week < 100) {
        week = week * 10 + (*rest++ - '0');
    }
    bool numbered = rest != text;
    if (numbered && *rest == ' ') {
        rest++;
    } else if (numbered) {
        rest = "";
    }
    const char *space = strchr(rest, ' ');
    int weekday = space == NULL ? -1 : time_weekday(rest, (size_t)(space - rest));
    int minute = space == NULL ? -1 : time_of_day(space + 1);
    if (weekday < 0 || minute < 0 || (numbered && week == 0)) {
        unreadable(ld, text, at);
        return STORY_TIME_NONE;
    }
    if (!ld->calendar_known) {
        return STORY_TIME_NONE; // said already
    }
    const Scenario *sc = builder_scenario(ld->builder);
    int count = 0;
    int day = nth_day(sc, weekday, numbered ? week : 1, &count);
    if (day < 0) {
        unknown_day(ld, text, at);
        return STORY_TIME_NONE;
    }
    if (!numbered && count > 1) {
        return -2 - (weekday * STORY_DAY_MINUTES + minute);
    }
    return sc->calendar_day[day] * STORY_DAY_MINUTES + minute;
}

int32_t time_earliest(const Loader *ld, StoryTime time)
{
    if (time >= STORY_TIME_NONE) {
        return time;
    }
    const Scenario *sc = builder_scenario(ld->builder);
    int coded = -2 - time;
    int count = 0;
    int day = nth_day(sc, coded / STORY_DAY_MINUTES, 1, &count);
    return day < 0 ? STORY_TIME_NONE
                   : sc->calendar_day[day] * STORY_DAY_MINUTES + coded % STORY_DAY_MINUTES;
}

void time_calendar(Loader *ld, const int *weekdays, int count, int weeks, Place at)
{
    Scenario *sc = builder_scenario(ld->builder);
    int day = 0;
    for (int i = 0; i < count * weeks; i++) {
        int weekday = weekdays[i % count];
        if (i > 0) {
            int before = sc->weekday[i - 1];
            int gap = (weekday - before + DAY_NAMES) % DAY_NAMES;
            day += gap == 0 ? DAY_NAMES : gap;
        }
        if (i == STORY_DAYS_MAX || (day + 1) * STORY_DAY_MINUTES > MINUTES_MAX) {
            diagnostic_fix(loader_report(ld, at, CODE_TOO_MANY,
                                         "the scenario goes over more than 45 days of the "
                                         "calendar"),
                           "take fewer days or weeks");
            return;
        }
        sc->weekday[i] = (uint8_t)weekday;
        sc->calendar_day[i] = (uint16_t)day;
        sc->day_count = i + 1;
    }
    ld->calendar_known = count > 0;
}
