// How much one address may ask for: buckets that fill again with time. Pure: times are handed in. A guest
// network can put a whole room behind one address, so the usual bucket is as wide as a room.
#pragma once

#include <stdbool.h>
#include <stdint.h>

typedef enum WebLimit {
    WEB_LIMIT_REQUESTS,
    WEB_LIMIT_CONNECTIONS, // new ones
    WEB_LIMIT_WRONG_CODES,
    WEB_LIMIT_JOINS,
    WEB_LIMIT_COUNT
} WebLimit;

enum { WEB_LIMIT_ADDRESSES = 4096 };

typedef struct WebAddressLimits {
    uint32_t address;              // IPv4; 0: free
    int64_t seen;                  // milliseconds
    int32_t left[WEB_LIMIT_COUNT]; // thousandths
} WebAddressLimits;

typedef struct WebLimits {
    WebAddressLimits addresses[WEB_LIMIT_ADDRESSES];
} WebLimits;

// Takes one; false when there is none left. Zeroed memory is a fresh table.
bool web_limits_take(WebLimits *limits, uint32_t address, WebLimit limit, int64_t now);
