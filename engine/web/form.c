// Small readers, each over bytes with an end.
#include "web/form.h"

#include "base/text.h"

#include <string.h>

static int hex(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Decodes s..s+size; the length, or -1 where it is wrong or too long.
static long decode(const char *s, size_t size, char *out, size_t out_size)
{
    size_t n = 0;
    for (size_t i = 0; i < size; i++) {
        char c = s[i] == '+' ? ' ' : s[i];
        if (c == '%') {
            int high = i + 2 < size ? hex(s[i + 1]) : -1;
            int low = high >= 0 ? hex(s[i + 2]) : -1;
            if (low < 0) {
                return -1;
            }
            c = (char)(high * 16 + low);
            i += 2;
        }
        if (c == '\0' || n + 1 >= out_size) {
            return -1;
        }
        out[n++] = c;
    }
    out[n] = '\0';
    return (long)n;
}

static bool is_name(const char *pair, size_t length, const char *name, size_t *value)
{
    size_t n = strlen(name);
    if (length < n + 1 || memcmp(pair, name, n) != 0 || pair[n] != '=') {
        return false;
    }
    *value = n + 1;
    return true;
}

bool web_form_value(const char *body, size_t size, const char *name, char *out, size_t out_size)
{
    const char *found = NULL;
    size_t found_size = 0;
    for (size_t at = 0; at < size;) {
        const char *end = memchr(body + at, '&', size - at);
        size_t length = end ? (size_t)(end - (body + at)) : size - at;
        size_t value = 0;
        if (is_name(body + at, length, name, &value)) {
            if (found) {
                return false;
            }
            found = body + at + value;
            found_size = length - value;
        }
        at += length + 1;
    }
    long n = found && out_size > 0 ? decode(found, found_size, out, out_size) : -1;
    return n >= 0 && utf8_valid(out, (size_t)n, NULL);
}

bool web_form_number(const char *body, size_t size, const char *name, int least, int most, int *out)
{
    char text[12];
    int value = 0;
    if (!web_form_value(body, size, name, text, sizeof text) || text[0] == '\0' ||
        strlen(text) > 9) {
        return false;
    }
    for (const char *c = text; *c; c++) {
        if (*c < '0' || *c > '9') {
            return false;
        }
        value = value * 10 + (*c - '0');
    }
    if (value < least || value > most) {
        return false;
    }
    *out = value;
    return true;
}

bool web_cookie_value(const char *header, const char *name, char *out, size_t out_size)
{
    const char *at = header;
    while (*at) {
        at += strspn(at, " ;");
        size_t length = strcspn(at, ";");
        size_t value = 0;
        if (is_name(at, length, name, &value)) {
            size_t n = length - value;
            while (n > 0 && at[value + n - 1] == ' ') {
                n--;
            }
            if (n >= out_size) {
                return false;
            }
            for (size_t i = 0; i < n; i++) {
                char c = at[value + i];
                if (c <= ' ' || c > '~' || c == '"' || c == '\\') {
                    return false;
                }
            }
            memcpy(out, at + value, n);
            out[n] = '\0';
            return true;
        }
        at += length;
    }
    return false;
}

static bool same_name(const char *a, size_t n, const char *b)
{
    if (strlen(b) != n) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        char x = a[i] >= 'A' && a[i] <= 'Z' ? (char)(a[i] + 32) : a[i];
        char y = b[i] >= 'A' && b[i] <= 'Z' ? (char)(b[i] + 32) : b[i];
        if (x != y) {
            return false;
        }
    }
    return true;
}

// "[fd00::7]": an IPv6 number, without the name of an interface. Its length, 0 for what is none.
static size_t six_length(const char *host)
{
    size_t digits = host[0] == '[' ? strspn(host + 1, "0123456789abcdefABCDEF:.") : 0;
    return digits >= 2 && digits <= 45 && host[digits + 1] == ']' ? digits + 2 : 0;
}

bool web_host_good(const char *host, const char *own)
{
    size_t six = six_length(host);
    size_t n = six > 0 ? six : strcspn(host, ":");
    const char *port = host + n;
    if (n == 0 || (*port == ':' && (port[1] == '\0' || strlen(port) > 6 ||
                                    strspn(port + 1, "0123456789") != strlen(port + 1)))) {
        return false;
    }
    if (six > 0) {
        return *port == ':' || *port == '\0';
    }
    bool number = strspn(host, "0123456789.") >= n;
    char local[80];
    size_t own_length = strlen(own);
    bool named = own_length > 0 && same_name(host, n, own);
    if (own_length > 0 && own_length < sizeof local - 7) {
        memcpy(local, own, own_length);
        memcpy(local + own_length, ".local", 7);
        named = named || same_name(host, n, local);
    }
    return number || named || same_name(host, n, "localhost");
}
