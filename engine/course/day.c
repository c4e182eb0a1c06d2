// Days of the Gregorian calendar as numbers, without the C library's clock and without a time zone.
#include "course/course.h"

#include <stddef.h>

enum {
    ERA_YEARS = 400,
    ERA_DAYS = 146097, // of 400 years
    TO_1970 = 719468,  // days from 1 March of the year 0 to 1 January 1970
};

// Years are counted from March: the leap day is then the last of its year, and the lengths of the months
// repeat every five.
int32_t course_day(int year, int month, int month_day)
{
    int y = month <= 2 ? year - 1 : year;
    int era = (y >= 0 ? y : y - (ERA_YEARS - 1)) / ERA_YEARS;
    int of_era = y - era * ERA_YEARS;
    int of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + month_day - 1;
    int days = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return (int32_t)(era * ERA_DAYS + days - TO_1970);
}

void course_date(int32_t day, int *year, int *month, int *month_day)
{
    int64_t z = (int64_t)day + TO_1970;
    int64_t era = (z >= 0 ? z : z - (ERA_DAYS - 1)) / ERA_DAYS;
    int days = (int)(z - era * ERA_DAYS);
    int of_era = (days - days / 1460 + days / 36524 - days / 146096) / 365;
    int of_year = days - (365 * of_era + of_era / 4 - of_era / 100);
    int march = (5 * of_year + 2) / 153;
    *month_day = of_year - (153 * march + 2) / 5 + 1;
    *month = march < 10 ? march + 3 : march - 9;
    *year = (int)(era * ERA_YEARS) + of_era + (*month <= 2 ? 1 : 0);
}

int course_weekday(int32_t day)
{
    int64_t from_monday = ((int64_t)day + 3) % 7; // 1 January 1970 was a Thursday
    return (int)(from_monday < 0 ? from_monday + 7 : from_monday);
}

// `count` digits at *text, which moves on behind them; -1 where there are none.
static int digits(const char **text, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++, (*text)++) {
        if (**text < '0' || **text > '9') {
            return -1;
        }
        value = value * 10 + (**text - '0');
    }
    return value;
}

bool course_day_parse(const char *text, int32_t *out)
{
    int year = digits(&text, 4);
    if (year < 0 || *text++ != '-') {
        return false;
    }
    int month = digits(&text, 2);
    if (month < 1 || month > 12 || *text++ != '-') {
        return false;
    }
    int month_day = digits(&text, 2);
    if (month_day < 1 || *text != '\0') {
        return false;
    }
    int32_t day = course_day(year, month, month_day);
    int y, m, d; // the 31st of April is the 1st of May, and no day that anybody means
    course_date(day, &y, &m, &d);
    if (y != year || m != month || d != month_day) {
        return false;
    }
    *out = day;
    return true;
}
