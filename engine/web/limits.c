// A hash table that forgets whoever was not seen for longest.
#include "web/limits.h"

#include "base/hash.h"

enum { PROBES = 8 };

static const struct {
    int32_t burst, a_second; // thousandths
} rules[WEB_LIMIT_COUNT] = {
    [WEB_LIMIT_REQUESTS] = { 1500 * 1000, 300 * 1000 },
    [WEB_LIMIT_CONNECTIONS] = { 1200 * 1000, 100 * 1000 },
    [WEB_LIMIT_WRONG_CODES] = { 20 * 1000, 334 },
    [WEB_LIMIT_JOINS] = { 600 * 1000, 20 * 1000 },
};

static WebAddressLimits *find(WebLimits *limits, uint32_t address, int64_t now)
{
    WebAddressLimits *oldest = NULL;
    uint64_t place = hash_mix(address, 0);
    for (unsigned i = 0; i < PROBES; i++) {
        WebAddressLimits *it = &limits->addresses[(place + i) % WEB_LIMIT_ADDRESSES];
        if (it->address == address) {
            return it;
        }
        if (!oldest || it->address == 0 || (oldest->address != 0 && it->seen < oldest->seen)) {
            oldest = it;
        }
    }
    *oldest = (WebAddressLimits){ .address = address, .seen = now };
    for (int i = 0; i < WEB_LIMIT_COUNT; i++) {
        oldest->left[i] = rules[i].burst;
    }
    return oldest;
}

bool web_limits_take(WebLimits *limits, uint32_t address, WebLimit limit, int64_t now)
{
    WebAddressLimits *it = find(limits, address, now);
    int64_t passed = now - it->seen;
    if (passed > 0) {
        for (int i = 0; i < WEB_LIMIT_COUNT; i++) {
            // At most what fills an empty bucket, so that nothing overflows after a long pause.
            int64_t more = passed > 3600000 ? rules[i].burst : passed * rules[i].a_second / 1000;
            int64_t left = it->left[i] + more;
            it->left[i] = left > rules[i].burst ? rules[i].burst : (int32_t)left;
        }
    }
    it->seen = now; // a clock that jumped back starts again from there
    if (it->left[limit] < 1000) {
        return false;
    }
    it->left[limit] -= 1000;
    return true;
}
