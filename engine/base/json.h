// Writes JSON (RFC 8259) into a Text. Reading JSON is not needed here.
#pragma once

#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct Json {
    Text *out;
    int depth;
    bool first[32]; // whether nothing was written yet at this depth
} Json;

Json json_to(Text *out);
void json_begin(Json *json, const char *key,
                char bracket); // bracket '{' or '['; key NULL inside arrays and at the top
void json_end(Json *json, char bracket);                          // '}' or ']'
void json_string(Json *json, const char *key, const char *value); // value NULL writes null
void json_integer(Json *json, const char *key, int64_t value);
void json_number(Json *json, const char *key, double value, int decimals);
void json_significant(Json *json, const char *key, double value, int digits); // 2.5e-12
void json_bool(Json *json, const char *key, bool value);
