// Who is here: phones by a number that means nothing elsewhere and is gone with this run. Pure.
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum { WEB_PHONES_MAX = 4096, WEB_PHONE_GONE = 45000 };

typedef struct WebPhone {
    uint64_t place; // 0: free
    int64_t seen;   // milliseconds
    int streams;
} WebPhone;

typedef struct WebPhones {
    WebPhone items[WEB_PHONES_MAX];
    int count;
} WebPhones;

void web_phones_seen(WebPhones *phones, uint64_t place, int64_t now);
void web_phones_stream(WebPhones *phones, uint64_t place, bool opened, int64_t now);

// Phones with an open stream, or that asked for something within WEB_PHONE_GONE milliseconds.
int web_phones_here(const WebPhones *phones, int64_t now);
