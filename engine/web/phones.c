// A hash table. When it is full, whoever is gone makes room; a phone that finds none is served, not counted.
#include "web/phones.h"

#include <stddef.h>

static bool is_here(const WebPhone *phone, int64_t now)
{
    int64_t ago = now - phone->seen;
    int64_t most = phone->asks ? WEB_PHONE_GONE : WEB_PHONE_SILENT;
    return phone->place != 0 && (phone->streams > 0 || (ago >= 0 && ago < most));
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

// One of those that were expected after a restart is back.
static void is_back(WebPhones *phones, const WebPhone *phone, WebPhoneSign sign)
{
    bool is_new = phone->seen == 0 && phone->streams == 0;
    if (is_new && sign == WEB_PHONE_BY_HAND && phones->expected > 0) {
        phones->expected--;
    }
}

void web_phones_seen(WebPhones *phones, uint64_t place, WebPhoneSign sign, int64_t now)
{
    WebPhone *phone = find(phones, place, now);
    if (phone) {
        is_back(phones, phone, sign);
        phone->asks = phone->asks || sign == WEB_PHONE_ASKS;
        phone->seen = now;
    }
}

void web_phones_stream(WebPhones *phones, uint64_t place, bool opened, int64_t now)
{
    WebPhone *phone = find(phones, place, now);
    if (phone) {
        phone->streams += opened ? 1 : phone->streams > 0 ? -1 : 0;
        phone->asks = true;
        phone->seen = now;
    }
}

void web_phones_expect(WebPhones *phones, int silent, int64_t now)
{
    phones->expected = silent < 0 ? 0 : silent > WEB_PHONES_MAX ? WEB_PHONES_MAX : silent;
    phones->expected_since = now;
}

static int expected(const WebPhones *phones, int64_t now)
{
    int64_t ago = now - phones->expected_since;
    return ago >= 0 && ago < WEB_PHONE_SILENT ? phones->expected : 0;
}

int web_phones_here(const WebPhones *phones, int64_t now)
{
    int here = expected(phones, now);
    for (unsigned i = 0; i < WEB_PHONES_MAX; i++) {
        here += is_here(&phones->items[i], now) ? 1 : 0;
    }
    return here;
}

int web_phones_silent(const WebPhones *phones, int64_t now)
{
    int here = expected(phones, now);
    for (unsigned i = 0; i < WEB_PHONES_MAX; i++) {
        here += is_here(&phones->items[i], now) && !phones->items[i].asks ? 1 : 0;
    }
    return here;
}
