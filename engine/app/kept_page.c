// Pages in DATA/pages. A page that is there with the same bytes is that page: keeping it once more makes no copy.
#include "app/kept_page.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/say.h"

#include <stdio.h>
#include <string.h>

enum { PAGES_MAX = 1000 };

static bool is_the_same(const char *path, const Text *html)
{
    char *there = NULL;
    size_t size = 0;
    if (!file_read(path, html->length, &there, &size, NULL)) { // a longer one is another
        return false;
    }
    bool same = size == html->length && memcmp(there, text_str(html), size) == 0;
    mem_free(there);
    return same;
}

bool kept_page_write(const Text *html, const char *folder, const char *stem, char *path,
                     int path_size, bool *already, Err *err)
{
    *already = false;
    if (folder[0] == '\0') {
        return err_set(err, ERR_SYSTEM, "%s", say("there is no folder in which it could be kept"));
    }
    int n = snprintf(path, (size_t)path_size, "%s/pages", folder);
    bool fits = n >= 0 && n < path_size;
    if (fits && !file_make_folders(path, err)) {
        return false;
    }
    for (int i = 1; i < PAGES_MAX && fits; i++) {
        char number[16] = "";
        if (i > 1) {
            snprintf(number, sizeof number, "-%d", i);
        }
        n = snprintf(path, (size_t)path_size, "%s/pages/%.100s%s.html", folder, stem, number);
        fits = n >= 0 && n < path_size;
        if (fits && !file_exists(path)) {
            return file_write(path, text_str(html), html->length, err);
        }
        if (fits && is_the_same(path, html)) {
            *already = true;
            return true;
        }
    }
    return fits ? err_set(err, ERR_SYSTEM, say("there are a thousand such pages already, in %s/pages"),
                          folder)
                : err_set(err, ERR_SYSTEM, "%s", say("the path is too long"));
}
