// Who is here: phones by a number that means nothing elsewhere and is gone with this run. Pure.
#pragma once

#include <stdbool.h>
#include <stdint.h>

// A phone whose page asks by itself is gone soon after it falls silent. One without a script asks only when
// somebody presses a button: between two questions that is a talk of some minutes.
enum { WEB_PHONES_MAX = 4096, WEB_PHONE_GONE = 45000, WEB_PHONE_SILENT = 15 * 60000 };

typedef struct WebPhone {
    uint64_t place; // 0: free
    int64_t seen;   // milliseconds
    int streams;
    bool asks; // its page asks by itself
} WebPhone;

typedef struct WebPhones {
    WebPhone items[WEB_PHONES_MAX];
    int count;
    int expected; // silent ones of before a restart that have not been heard of since
    int64_t expected_since;
} WebPhones;

typedef enum WebPhoneSign {
    WEB_PHONE_CAME,    // it has just been let in
    WEB_PHONE_BY_HAND, // a whole page was asked for, or a form was sent
    WEB_PHONE_ASKS,    // its page's script asked
} WebPhoneSign;

void web_phones_seen(WebPhones *phones, uint64_t place, WebPhoneSign sign, int64_t now);
void web_phones_stream(WebPhones *phones, uint64_t place, bool opened, int64_t now);

// After a restart: so many silent phones were here. They are counted until they are heard of again, one by one, or
// WEB_PHONE_SILENT has passed.
void web_phones_expect(WebPhones *phones, int silent, int64_t now);

// Phones with an open stream, that asked for something within WEB_PHONE_GONE milliseconds, or, without a script,
// within WEB_PHONE_SILENT; and those that are expected.
int web_phones_here(const WebPhones *phones, int64_t now);
int web_phones_silent(const WebPhones *phones, int64_t now); // of them: without a script
