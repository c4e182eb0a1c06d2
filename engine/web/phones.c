// A hash table. When it is full, whoever is gone makes room; a phone that finds none is served, not counted.
#include "web/phones.h"

#include <stddef.h>

static bool is_here(const WebPhone *phone, int64_t now)
{
    int64_t ago = now - phone->seen;
    return phone->place != 0 && (phone->streams > 0 || (ago >= 0 && ago < WEB_PHONE_GONE));
}

static WebPhone *find(WebPhones *phones, uint64_t place, int64_t now)
{
    WebPhone *gone = NULL;
    place = place == 0 ? 1 : place;
    for (unsigned i = 0; i < WEB_PHONES_MAX; i++) {
        WebPhone *it = &phones->items[(place + i) % WEB_PHONES_MAX];
        if (it->place == place) {
            return it;
        }
        if (it->place == 0) {
            it->place = place;
            phones->count++;
            return it;
        }
        if (!gone && !is_here(it, now)) {
            gone = it;
        }
    }
    if (gone) {
        *gone = (WebPhone){ .place = place };
    }
    return gone;
}

void web_phones_seen(WebPhones *phones, uint64_t place, int64_t now)
{
    WebPhone *phone = find(phones, place, now);
    if (phone) {
        phone->seen = now;
    }
}

void web_phones_stream(WebPhones *phones, uint64_t place, bool opened, int64_t now)
{
    WebPhone *phone = find(phones, place, now);
    if (phone) {
        phone->streams += opened ? 1 : phone->streams > 0 ? -1 : 0;
        phone->seen = now;
    }
}

int web_phones_here(const WebPhones *phones, int64_t now)
{
    int here = 0;
    for (unsigned i = 0; i < WEB_PHONES_MAX; i++) {
        here += is_here(&phones->items[i], now) ? 1 : 0;
    }
    return here;
}
