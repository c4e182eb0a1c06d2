// What phones send: forms, cookies, the name of the host. Takes any bytes (tests/fuzz/fuzz_web.c); what
// does not fit or is no UTF-8 is refused whole, never cut. Pure.
#pragma once

#include <stdbool.h>
#include <stddef.h>

// The value of `name` in an application/x-www-form-urlencoded body, decoded. False: it is not there, stands
// there twice, is not UTF-8, holds a NUL, or is longer than out_size - 1.
bool web_form_value(const char *body, size_t size, const char *name, char *out, size_t out_size);

// Likewise a whole number of at most nine digits in least..most.
bool web_form_number(const char *body, size_t size, const char *name, int least, int most,
                     int *out);

// The value of a cookie: printable ASCII, no quotes.
bool web_cookie_value(const char *header, const char *name, char *out, size_t out_size);

// Whether a Host header names this machine by its number ("192.168.4.20:8017", "[fd00::7]:8017"), as localhost, or as
// `own` (its name; may be ""). Any other name is somebody else's page that wants to be taken for ours.
bool web_host_good(const char *host, const char *own);
