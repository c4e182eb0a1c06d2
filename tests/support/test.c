// Helpers for tests that need files; see test.h. Knows only base.
#define _XOPEN_SOURCE 700

#include "support/test.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int remove_entry(const char *path, const struct stat *info, int kind, struct FTW *where)
{
    (void)info;
    (void)kind;
    (void)where;
    return remove(path);
}

// It deletes: by hand, in the source tree, that would be somebody's work.
const char *test_folder(const char *name)
{
    if (access("CMakeLists.txt", F_OK) == 0) {
        fail_msg("tests make folders here; run them through ctest, or in an empty folder");
    }
    assert_true(name[0] != '\0' && name[0] != '/' && name[0] != '.');
    nftw(name, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    assert_int_equal(mkdir(name, 0700), 0);
    return name;
}

void test_write(const char *path, const char *data, size_t size)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

// The first line in which the two differ, for the message.
static void print_difference(const char *name, const char *expected, const char *actual)
{
    int line = 1;
    while (true) {
        size_t a = strcspn(expected, "\n");
        size_t b = strcspn(actual, "\n");
        bool last = expected[a] == '\0' || actual[b] == '\0';
        if (a != b || memcmp(expected, actual, a) != 0 || (last && expected[a] != actual[b])) {
            print_error("%s:%d\n  expected: %.*s\n  got:      %.*s\n", name, line, (int)a, expected,
                        (int)b, actual);
            return;
        }
        if (last) {
            return;
        }
        expected += a + 1;
        actual += b + 1;
        line++;
    }
}

void test_golden(const char *name, const char *text)
{
    Text path = { .data = NULL };
    text_addf(&path, "%s/tests/golden/%s", PLANKWRIGHT_SOURCE, name);
    Err err = { .kind = ERR_NONE };
    char *expected = NULL;
    size_t size = 0;
    const char *bless = getenv("PLANKWRIGHT_BLESS");
    if (bless != NULL && strcmp(bless, "1") == 0) {
        Text folder = { .data = NULL };
        text_add_n(&folder, path.data, (size_t)(strrchr(path.data, '/') - path.data));
        if (!file_make_folders(folder.data, &err) ||
            !file_write(path.data, text, strlen(text), &err)) {
            fail_msg("%s", err.message);
        }
        text_deinit(&folder);
    } else if (!file_read(path.data, 16u << 20, &expected, &size, &err)) {
        fail_msg("%s: %s (PLANKWRIGHT_BLESS=1 writes it)", path.data, err.message);
    } else if (size != strlen(text) || memcmp(expected, text, size) != 0) {
        print_difference(path.data, expected, text);
        fail_msg("%s differs; if the change is meant, run again with PLANKWRIGHT_BLESS=1", name);
    }
    mem_free(expected);
    text_deinit(&path);
}
