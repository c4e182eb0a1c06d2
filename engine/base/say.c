// One pointer for the whole program: a sentence is said in many hundred places, and there is one player.
#include "base/say.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

static const SayTable *table;

void say_in(const SayTable *other)
{
    table = other;
}

const char *say(const char *english)
{
    return say_where("", english);
}

const char *say_where(const char *where, const char *english)
{
    const char *found = table == NULL ? NULL : table->text(table->context, where, english);
    return found == NULL ? english : found;
}

const char *say_many(const char *one, const char *many, long n)
{
    unsigned long count = n < 0 ? 0ul - (unsigned long)n : (unsigned long)n;
    const char *found = table == NULL ? NULL : table->many(table->context, one, many, count);
    return found != NULL ? found : count == 1 ? one : many;
}

const char *say_language(void)
{
    return table == NULL || table->language == NULL ? "en" : table->language;
}

bool say_right_to_left(void)
{
    return table != NULL && table->right_to_left;
}

void say_fill(const char *pattern, const char *const *values, int count, Text *out)
{
    for (const char *c = pattern; *c != '\0'; c++) {
        if (c[0] == '{' && c[1] >= '1' && c[1] <= '9' && c[2] == '}') {
            int n = c[1] - '1';
            text_add(out, n < count ? values[n] : "");
            c += 2;
        } else {
            text_add_char(out, *c);
        }
    }
}

// How a language writes the time is said by its translation, like everything else about it: no table of
// countries, and nothing of the machine's locale, which may not be installed.
void say_time(int minute, Text *out)
{
    int of_day = minute % (24 * 60);
    int hour = of_day / 60;
    // Translators: write 24 where your language counts hours to 24 (16:40), 12 where it counts twice to
    // 12 (4:40 pm).
    bool twelve = strcmp(say_where("hours of the clock: 24 or 12", "24"), "12") == 0;
    char hours[12];
    char minutes[12];
    snprintf(hours, sizeof hours, twelve ? "%d" : "%02d", twelve ? (hour + 11) % 12 + 1 : hour);
    snprintf(minutes, sizeof minutes, "%02d", of_day % 60);
    const char *const parts[] = { hours, minutes };
    Text time = { 0 };
    say_fill(say_where("a time of day: hour and minute", "{1}:{2}"), parts, 2, &time);
    const char *const whole[] = { text_str(&time) };
    say_fill(!twelve     ? "{1}"
             : hour < 12 ? say_where("a time of day before noon, only used with 12", "{1} am")
                         : say_where("a time of day after noon, only used with 12", "{1} pm"),
             whole, 1, out);
    text_deinit(&time);
}

const char *say_comma(void)
{
    return say_where("between the parts of a line", ", ");
}

const char *say_semicolon(void)
{
    return say_where("between the parts of a line", "; ");
}

static void join(const char *pattern, Text *so_far, const char *next)
{
    Text longer = { 0 };
    const char *const parts[] = { text_str(so_far), next };
    say_fill(pattern, parts, 2, &longer);
    text_deinit(so_far);
    *so_far = longer;
}

void say_list(const char *const *items, int count, Text *out)
{
    Text all = { 0 };
    text_add(&all, count > 0 ? items[0] : "");
    for (int i = 1; i < count; i++) {
        join(i + 1 == count ? say_where("the last of a list", "{1} and {2}")
                            : say_where("one more of a list", "{1}, {2}"),
             &all, items[i]);
    }
    text_add(out, text_str(&all));
    text_deinit(&all);
}

void say_number(int64_t n, Text *out)
{
    Text plain = { 0 };
    const char *between = say_where("between thousands", ",");
    text_add_grouped(&plain, n);
    for (const char *c = text_str(&plain); *c != '\0'; c++) {
        if (*c == ',') {
            text_add(out, between);
        } else {
            text_add_char(out, *c);
        }
    }
    text_deinit(&plain);
}
