// Reads events from lines of text. One table of the words, one function per kind of detail. Knows
// no files.
#include "trust/lines.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum { WORDS_MAX = 12, WORD_BYTES = 32, ORDINARY_APOLOGY = 21, HOURS_MAX = 1000 };

_Static_assert(ORDINARY_APOLOGY ==
                   (TRUST_PART_RESPONSIBILITY | TRUST_PART_REGRET | TRUST_PART_REPENTANCE),
               "an apology in passing says: my doing, I am sorry, it will not happen again");

typedef struct Words {
    char items[WORDS_MAX][WORD_BYTES];
    int count;
    int next;
} Words;

typedef enum Detail {
    NOTHING,
    EFFORT,
    INTEGRITY,
    PARTS,
    STANDARD,
    TALK,
    HEARD,
    WEEK,
} Detail;

static const struct {
    const char *name;
    uint8_t kind;
    uint8_t detail; // Detail
    bool outcome;   // on a day of its own, unless "also" stands before it
} events[] = {
    { "kept", TRUST_KEPT, EFFORT, true },
    { "exceeded", TRUST_EXCEEDED, EFFORT, true },
    { "missed", TRUST_MISSED, INTEGRITY, true },
    { "warned", TRUST_WARNED_LATE, INTEGRITY, true },
    { "owned", TRUST_MISSED_OWNED, INTEGRITY, true },
    { "deceived", TRUST_DECEIVED, NOTHING, true },
    { "excused", TRUST_EXCUSED, NOTHING, true },
    { "own-up", TRUST_OWNED_UP, NOTHING, false },
    { "moved", TRUST_MOVED, NOTHING, false },
    { "apology", TRUST_APOLOGY, PARTS, false },
    { "vow", TRUST_VOW, NOTHING, false },
    { "denial", TRUST_DENIAL, NOTHING, false },
    { "standard", TRUST_STANDARD, STANDARD, false },
    { "cleared", TRUST_CLEARED, NOTHING, false },
    { "talk", TRUST_TALK, TALK, false },
    { "listened", TRUST_LISTENED, NOTHING, false },
    { "asked", TRUST_ASKED, NOTHING, false },
    { "agenda", TRUST_THEIR_AGENDA, NOTHING, false },
    { "defended", TRUST_DEFENDED, NOTHING, false },
    { "heard", TRUST_HEARD_GOOD, HEARD, false },
    { "day", TRUST_DAY, NOTHING, false },
    { "week", TRUST_WEEK, WEEK, false },
};
enum { EVENTS = sizeof events / sizeof events[0] };

static const char *const part_names[] = { "responsibility", "repair",     "regret",
                                          "explanation",    "repentance", "forgiveness" };

// ---- words ----------------------------------------------------------------------------------------

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

// Splits up to `end`. False when a word is too long or there are too many: no event is written so.
static bool split(const char *line, const char *end, Words *words, Err *err)
{
    words->count = words->next = 0;
    for (const char *at = line; at < end;) {
        if (is_blank(*at)) {
            at++;
            continue;
        }
        size_t length = 0;
        while (at + length < end && !is_blank(at[length])) {
            length++;
        }
        if (length >= WORD_BYTES || words->count >= WORDS_MAX) {
            err_set(err, ERR_INPUT, "this is no event: \"%.40s\"", line);
            return err_fix(err, "an event is a few words, for example: kept 4h");
        }
        memcpy(words->items[words->count], at, length);
        words->items[words->count++][length] = '\0';
        at += length;
    }
    return true;
}

static const char *next(Words *words)
{
    return words->next < words->count ? words->items[words->next++] : NULL;
}

static bool follows(Words *words, const char *word)
{
    bool same = words->next < words->count && strcmp(words->items[words->next], word) == 0;
    words->next += same;
    return same;
}

// A whole number at the start of `word`, up to `most`; *end is what stands behind it. -1 for none.
static int number(const char *word, int most, const char **end)
{
    int value = 0;
    const char *at = word;
    for (; *at >= '0' && *at <= '9'; at++) {
        value = value > most ? value : value * 10 + (*at - '0');
    }
    *end = at;
    return at == word || value > most ? -1 : value;
}

// ---- details --------------------------------------------------------------------------------------

static bool refuse(Err *err, const char *what, const char *word, const char *fix)
{
    err_set(err, ERR_INPUT, "\"%s\" is no %s", word, what);
    return err_fix(err, "%s", fix);
}

// "4h", "30m", "1h30m"; nothing is half a day.
static bool read_effort(Words *words, TrustEvent *event, Err *err)
{
    const char *word = next(words);
    if (word == NULL) {
        return true;
    }
    const char *at = word;
    const char *unit;
    int hours = 0, minutes = 0;
    int value = number(at, HOURS_MAX, &unit);
    if (value >= 0 && *unit == 'h') {
        hours = value;
        at = unit + 1;
        value = *at == '\0' ? 0 : number(at, 59, &unit);
    }
    if (value >= 0 && at != word && *at == '\0') {
        minutes = 0;
    } else if (value >= 0 && *unit == 'm' && unit[1] == '\0') {
        minutes = value;
    } else {
        return refuse(err, "length of work", word,
                      "write 4h, 30m or 1h30m, up to 1000h; minutes alone up to 1000m");
    }
    if (hours == 0 && minutes == 0) {
        return refuse(err, "length of work", word, "it takes at least a minute: 1m");
    }
    event->weight = trust_effort_weight(hours * 60 + minutes);
    return true;
}

static bool read_part(const char *word, uint8_t *parts)
{
    for (int i = 0; i < 6; i++) {
        if (strcmp(word, part_names[i]) == 0) {
            *parts |= (uint8_t)(1 << i);
            return true;
        }
    }
    return false;
}

static bool read_parts(Words *words, TrustEvent *event, Err *err)
{
    for (const char *word = next(words); word != NULL; word = next(words)) {
        if (strcmp(word, "full") == 0) {
            event->parts = TRUST_PART_ALL;
        } else if (strcmp(word, "raised") == 0) {
            event->raised = true;
        } else if (!read_part(word, &event->parts)) {
            return refuse(err, "part of an apology", word,
                          "there are responsibility, repair, regret, explanation, repentance, "
                          "forgiveness, full; and raised, when they had to bring it up");
        }
    }
    event->parts = event->parts != 0 ? event->parts : ORDINARY_APOLOGY;
    return true;
}

static bool read_standard(Words *words, TrustEvent *event, Err *err)
{
    const char *word = next(words);
    if (word == NULL || (strcmp(word, "known") != 0 && strcmp(word, "unknown") != 0)) {
        return refuse(err, "kind of standard", word ? word : "",
                      "write standard known or standard unknown");
    }
    event->weight = strcmp(word, "known") == 0 ? TRUST_STANDARD_CLARIFIED : TRUST_STANDARD_UNKNOWN;
    return true;
}

// "talk 80%" or what was done in it: "talk listened asked theirs".
static bool read_talk(Words *words, TrustEvent *event, Err *err)
{
    bool listened = false, asked = false;
    int agenda = 0, against = 0;
    const char *end;
    for (const char *word = next(words); word != NULL; word = next(words)) {
        int percent = number(word, 100, &end);
        if (words->count == words->next && percent >= 0 && strcmp(end, "%") == 0) {
            event->weight = percent * (TRUST_ONE / 100);
            return true;
        }
        if (strcmp(word, "listened") == 0) {
            listened = true;
        } else if (strcmp(word, "asked") == 0) {
            asked = true;
        } else if (strcmp(word, "theirs") == 0 || strcmp(word, "shared") == 0) {
            agenda = word[0] == 't' ? 2 : 1;
        } else if (strcmp(word, "defended") == 0) {
            against++;
        } else {
            return refuse(err, "part of a talk", word,
                          "write talk 80%, or what was done in it: listened, asked, theirs or "
                          "shared, defended");
        }
    }
    event->weight = trust_talk_quality(listened, asked, agenda, against);
    return true;
}

static bool read_detail(Detail detail, Words *words, TrustEvent *event, Err *err)
{
    switch (detail) {
    case EFFORT:
        return read_effort(words, event, err);
    case INTEGRITY:
        event->integrity = follows(words, "integrity");
        return true;
    case PARTS:
        return read_parts(words, event, err);
    case STANDARD:
        return read_standard(words, event, err);
    case TALK:
        return read_talk(words, event, err);
    case HEARD:
        event->kind = follows(words, "bad") ? TRUST_HEARD_BAD : TRUST_HEARD_GOOD;
        if (event->kind == TRUST_HEARD_GOOD && !follows(words, "good")) {
            const char *word = next(words);
            return refuse(err, "kind of news", word ? word : "", "write heard good or heard bad");
        }
        return true;
    case WEEK:
        event->kind = follows(words, "quiet") ? TRUST_NEGLECT : TRUST_WEEK;
        return true;
    case NOTHING:
        break;
    }
    return true;
}

// ---- a line ---------------------------------------------------------------------------------------

// "x6" as the last word.
static bool read_times(Words *words, TrustLine *out, Err *err)
{
    const char *last = words->items[words->count - 1];
    out->times = 1;
    if (words->count < 2 || last[0] != 'x' || last[1] < '0' || last[1] > '9') {
        return true;
    }
    const char *end;
    out->times = number(last + 1, TRUST_TIMES_MAX, &end);
    if (out->times < 1 || *end != '\0') {
        return refuse(err, "number of times", last, "write x1 to x1000");
    }
    words->count--;
    return true;
}

static bool unknown_event(const char *word, Err *err)
{
    const char *names[EVENTS];
    for (int i = 0; i < EVENTS; i++) {
        names[i] = events[i].name;
    }
    const char *meant = text_did_you_mean(word, names, EVENTS);
    err_set(err, ERR_INPUT, "unknown event \"%s\"", word);
    return meant ? err_fix(err, "did you mean %s?", meant)
                 : err_fix(err, "plankwright trust --help lists them all");
}

static void copy_label(const char *text, char *out)
{
    while (is_blank(*text)) {
        text++;
    }
    size_t length = strlen(text);
    while (length > 0 && is_blank(text[length - 1])) {
        length--;
    }
    if (length >= TRUST_LABEL_BYTES) {
        length = TRUST_LABEL_BYTES - 1;
        while (((unsigned char)text[length] & 0xC0u) == 0x80u) {
            length--; // no half of a character
        }
    }
    memcpy(out, text, length);
    out[length] = '\0';
}

static void copy_said(const Words *words, bool also, char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (int i = also; i < words->count && used < size; i++) {
        int more = snprintf(out + used, size - used, "%s%s", i > also ? " " : "", words->items[i]);
        used += more > 0 ? (size_t)more : 0;
    }
}

static bool read_event(Words *words, TrustLine *out, Err *err)
{
    bool also = follows(words, "also");
    const char *name = next(words);
    if (name == NULL) {
        return refuse(err, "event", "also", "write also kept 30m: on the same day");
    }
    int found = 0;
    while (found < EVENTS && strcmp(events[found].name, name) != 0) {
        found++;
    }
    if (found == EVENTS) {
        return unknown_event(name, err);
    }
    copy_said(words, also, out->said, sizeof out->said);
    out->event.kind = events[found].kind;
    out->new_day = (events[found].outcome && !also) || events[found].detail == WEEK;
    if (!read_detail((Detail)events[found].detail, words, &out->event, err)) {
        return false;
    }
    const char *rest = next(words);
    if (rest != NULL) {
        err_set(err, ERR_INPUT, "\"%s\" says nothing about %s", rest, name);
        return err_fix(err, "leave it out, or write a label behind a colon");
    }
    return true;
}

bool trust_line_read(const char *line, TrustLine *out, Err *err)
{
    *out = (TrustLine){ .times = 0 };
    const char *end = line + strcspn(line, "#");
    const char *colon = memchr(line, ':', (size_t)(end - line));
    if (colon != NULL) {
        char label[TRUST_LINE_BYTES];
        size_t length = (size_t)(end - colon) - 1;
        length = length < sizeof label ? length : sizeof label - 1;
        memcpy(label, colon + 1, length);
        label[length] = '\0';
        copy_label(label, out->label);
    }
    Words words;
    if (!split(line, colon != NULL ? colon : end, &words, err)) {
        return false;
    }
    if (words.count == 0) {
        return colon == NULL || refuse(err, "event", ":", "write the event before its label");
    }
    return read_times(&words, out, err) && read_event(&words, out, err);
}

void trust_line_apply(const TrustParameters *parameters, TrustState *state, const TrustLine *line)
{
    for (int i = 0; i < line->times; i++) {
        if (line->new_day) {
            trust_apply(parameters, state, (TrustEvent){ .kind = TRUST_DAY });
        }
        trust_apply(parameters, state, line->event);
    }
}
