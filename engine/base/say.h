// The interface's sentences in the language of the player. English stands in the source, in say("…"),
// where gettext's xgettext finds it; what it becomes is asked of a table that the program hands over
// once, before anything is shown. Without one, and for what it has not, English stays.
#pragma once

#include "base/text.h"

typedef struct SayTable {
    const void *context;
    const char *language; // "ar": its tag; NULL for English
    bool right_to_left;   // it is written from right to left
    // Each: the translation, which lives as long as the table, or NULL.
    const char *(*text)(const void *context, const char *where, const char *english);
    const char *(*many)(const void *context, const char *one, const char *many, unsigned long n);
} SayTable;

// NULL: English. Not while another thread may be saying something.
void say_in(const SayTable *other);

const char *say(const char *english) __attribute__((format_arg(1)));

// The language that is spoken, "en" without a table, and where its lines begin.
const char *say_language(void);
bool say_right_to_left(void);

// A time of day (minutes since midnight) as the language writes it: "16:40", "4:40 pm".
void say_time(int minute, Text *out);
// Several things in one sentence: "a, b and c".
void say_list(const char *const *items, int count, Text *out);
// What stands between the parts of a line: ", " and "; ".
const char *say_comma(void);
const char *say_semicolon(void);
// "1,234,567", with what the language sets between thousands.
void say_number(int64_t n, Text *out);
// The pattern with {1}, {2} .. {9} filled in.
void say_fill(const char *pattern, const char *const *values, int count, Text *out);

// Where one English word is several in other languages: `where` tells them apart ("a button").
const char *say_where(const char *where, const char *english) __attribute__((format_arg(2)));

// The form for n: "%d minute", "%d minutes". Languages have one to six of them.
const char *say_many(const char *one, const char *many, long n) __attribute__((format_arg(1)))
__attribute__((format_arg(2)));

// Marks a sentence for xgettext that is said later, by say(), or by the module language.
#define SAY_LATER(english)              english
#define SAY_LATER_WHERE(where, english) english
