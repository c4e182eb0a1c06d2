// Reads the fields of an author's table: the right type, the right range, every mistake reported
// with its place. Raise only for memory.
#pragma once

#include "script/loader.h"

typedef struct Fields {
    Loader *ld;
    lua_State *L;
    int table;        // absolute index
    Place at;         // of the word the table belongs to
    const char *what; // "person \"halima\"", for messages
} Fields;

// Reports keys that are not among `names` (a NULL-ended list), and items of a list where there is
// none.
void fields_check(const Fields *f, const char *const *names, bool list);

// Whether that field was told as a misspelled one of this table: that it is missing only follows.
bool fields_misspelled(const Fields *f, const char *name);

// Whether the field is there.
bool fields_has(const Fields *f, const char *name);

// Each: false when the field is not there (reported when `needed`) or wrong (reported); *out is
// then left.
bool fields_string(const Fields *f, const char *name, bool needed, const char **out);
bool fields_text(const Fields *f, const char *name, bool needed, bool context, TextId *out);
// The value on top, which is that field or one of its list, as a text of one line.
bool fields_string_at(const Fields *f, const char *name, Place at, const char **out);
bool fields_number(const Fields *f, const char *name, double least, double most, double *out);
bool fields_integer(const Fields *f, const char *name, int least, int most, int *out);
bool fields_hours(const Fields *f, const char *name, double least, double most, int32_t *minutes);
bool fields_energy(const Fields *f, const char *name, int16_t *thousandths);
bool fields_flag(const Fields *f, const char *name, bool *out);
bool fields_word(const Fields *f, const char *name, const char *const *words,
                 int *out); // words: NULL-ended
bool fields_time(const Fields *f, const char *name, bool needed, StoryTime *out);
bool fields_table(const Fields *f, const char *name, Fields *out); // pushes the table

// The place of a field, and of the word where the field is not found.
Place fields_place(const Fields *f, const char *name);

// A text at that index of the stack as TextId; 0 and a report when it cannot be one. `context`:
// {what}, {due}, {left}, {name} stand for what the sentence is about.
TextId text_at(Loader *ld, lua_State *L, int index, Place at, bool context);

// The entity a handle at that index stands for; NULL and a report when it is something else.
Entity *handle_at(Loader *ld, lua_State *L, int index, NodeWord word, Place at, const char *form);

// A list of people as a mask.
uint8_t people_at(Loader *ld, lua_State *L, int index, Place at, const char *form);

// was.c: the field `was`, what the thing with that index was called before; `scene` is that of an
// option, a scene itself, else -1.
void fields_was(const Fields *f, StoryRenamed kind, int index, int scene);

// wording.c: what is wrong with a text that players will read, and how to mend it; NULL: nothing. A label is shown on
// one line among other things: `name` is the field, a title, a person's name.
const char *wording_wrong(const char *s, size_t n, const char **fix);
const char *wording_label_wrong(const char *name, const char *s, size_t n, const char **fix);

// ---- times.c ------------------------------------------------------------------------------------

// "Thu 18:00", "2 Thu 18:00" as a StoryTime; STORY_TIME_NONE and a report otherwise.
StoryTime time_at(Loader *ld, lua_State *L, int index, Place at);

// Says which time or day was likely meant: "Monday", "mon 9.30".
void time_meant(ScriptDiagnostic *d, const char *text);

// "09:00" as minutes of the day, -1 otherwise.
int time_of_day(const char *text);

// 0 Monday .. 6 Sunday, or -1.
int time_weekday(const char *name, size_t length);

// "2h", "90m", "1h30", or a number of hours, as minutes; -1 otherwise.
int time_length(lua_State *L, int index);

// The list of working days, repeated `weeks` times, into the scenario.
void time_calendar(Loader *ld, const int *weekdays, int count, int weeks, Place at);

// The earliest minute a StoryTime can mean.
int32_t time_earliest(const Loader *ld, StoryTime time);
