// Writes compact JSON: no spaces, no line ends, members in the order in which they are given. Bytes
// that are not well-formed UTF-8 become U+FFFD, so that the output is JSON whatever comes in.
// Numbers have a fixed count of decimals; what JSON has no number for (infinities, not-a-number)
// becomes null.
#include "base/json.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { MAX_DEPTH = (int)(sizeof(((Json *)0)->first) / sizeof(bool)) };

Json json_to(Text *out)
{
    Json json = { .out = out, .depth = 0 };
    json.first[0] = true;
    return json;
}

static void add_quoted(Text *out, const char *s)
{
    static const char short_names[] = "\"\\\b\f\n\r\t";
    static const char short_escapes[] = "\"\\bfnrt";
    size_t left = strlen(s);
    text_add_char(out, '"');
    while (left > 0) {
        size_t good = 0;
        bool whole = utf8_valid(s, left, &good);
        if (whole) {
            good = left;
        }
        for (size_t i = 0; i < good; i++) {
            unsigned char c = (unsigned char)s[i];
            const char *found = strchr(short_names, c);
            if (found != NULL) {
                text_add_char(out, '\\');
                text_add_char(out, short_escapes[found - short_names]);
            } else if (c < 0x20u) {
                text_addf(out, "\\u%04x", (unsigned)c);
            } else {
                text_add_char(out, (char)c);
            }
        }
        s += good;
        left -= good;
        if (!whole) {
            text_add(out, "\xEF\xBF\xBD");
            s++;
            left--;
        }
    }
    text_add_char(out, '"');
}

// The comma before the second and later members, and the key.
static void start_value(Json *json, const char *key)
{
    if (!json->first[json->depth]) {
        text_add_char(json->out, ',');
    }
    json->first[json->depth] = false;
    if (key != NULL) {
        add_quoted(json->out, key);
        text_add_char(json->out, ':');
    }
}

void json_begin(Json *json, const char *key, char bracket)
{
    assert(bracket == '{' || bracket == '[');
    assert(json->depth + 1 < MAX_DEPTH);
    start_value(json, key);
    text_add_char(json->out, bracket);
    json->depth++;
    json->first[json->depth] = true;
}

void json_end(Json *json, char bracket)
{
    assert(bracket == '}' || bracket == ']');
    assert(json->depth > 0);
    text_add_char(json->out, bracket);
    json->depth--;
}

void json_string(Json *json, const char *key, const char *value)
{
    start_value(json, key);
    if (value == NULL) {
        text_add(json->out, "null");
    } else {
        add_quoted(json->out, value);
    }
}

void json_integer(Json *json, const char *key, int64_t value)
{
    start_value(json, key);
    text_addf(json->out, "%" PRId64, value);
}

// Whether the digits of a printed number are all zero, as in "-0.00".
static bool is_zero_text(const char *digits)
{
    return strspn(digits, "-0.") == strlen(digits);
}

void json_number(Json *json, const char *key, double value, int decimals)
{
    start_value(json, key);
    if (!isfinite(value)) {
        text_add(json->out, "null");
        return;
    }
    size_t start = json->out->length;
    text_addf(json->out, "%.*f", decimals, value);
    char *digits = json->out->data + start;
    if (digits[0] == '-' && is_zero_text(digits)) {
        size_t length = strlen(digits);
        memmove(digits, digits + 1, length); // the NUL comes along
        json->out->length--;
    }
}

void json_significant(Json *json, const char *key, double value, int digits)
{
    start_value(json, key);
    if (isfinite(value)) {
        text_addf(json->out, "%.*g", digits, value);
    } else {
        text_add(json->out, "null");
    }
}

void json_bool(Json *json, const char *key, bool value)
{
    start_value(json, key);
    text_add(json->out, value ? "true" : "false");
}
