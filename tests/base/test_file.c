// Files: nothing is lost when writing fails, and every failure says which path and why. The
// failures are made without permissions, because tests may run as root, for whom every folder is
// writable.
#define _POSIX_C_SOURCE 200809L

#include "support/test.h"

#include "base/arena.h"
#include "base/file.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static void expect_content(const char *path, const char *expected)
{
    Err err = { .kind = ERR_NONE };
    char *data = NULL;
    size_t size = 0;
    assert_true(file_read(path, 1u << 20, &data, &size, &err));
    assert_int_equal(size, strlen(expected));
    assert_string_equal(data, expected);
    mem_free(data);
}

static void expect_error(const Err *err, ErrKind kind, const char *path)
{
    assert_int_equal(err->kind, kind);
    assert_true(err->message[0] != '\0');
    assert_string_equal(err->file, path);
}

static void what_is_written_is_read(void **state)
{
    (void)state;
    test_folder("files");
    Err err = { .kind = ERR_NONE };
    assert_true(file_write("files/a", "one\0two", 7, &err));
    char *data = NULL;
    size_t size = 0;
    assert_true(file_read("files/a", 7, &data, &size, &err));
    assert_int_equal(size, 7);
    assert_memory_equal(data, "one\0two\0", 8); // with the NUL behind it
    mem_free(data);

    assert_true(file_write("files/a", "new", 3, &err));
    expect_content("files/a", "new");
    assert_true(file_write("files/empty", NULL, 0, &err));
    expect_content("files/empty", "");
    assert_false(file_exists("files/a.new"));
    assert_int_equal(err.kind, ERR_NONE);
}

static void reading_says_what_is_wrong(void **state)
{
    (void)state;
    test_folder("files");
    test_write("files/four", "1234", 4);
    char *data = NULL;
    size_t size = 99;
    Err err = { .kind = ERR_NONE };
    assert_false(file_read("files/missing", 100, &data, &size, &err));
    expect_error(&err, ERR_INPUT, "files/missing");
    assert_false(file_read("files", 100, &data, &size, &err));
    expect_error(&err, ERR_INPUT, "files");
    assert_non_null(strstr(err.message, "folder"));
    assert_false(file_read("files/four", 3, &data, &size, &err));
    expect_error(&err, ERR_INPUT, "files/four");
    assert_non_null(strstr(err.message, "too large"));
    assert_false(file_read("files/four/under", 100, &data, &size, &err));
    expect_error(&err, ERR_INPUT, "files/four/under");
    assert_int_equal(mkfifo("files/pipe", 0600), 0);
    assert_false(
        file_read("files/pipe", 100, &data, &size, &err)); // and does not wait for a writer
    expect_error(&err, ERR_INPUT, "files/pipe");
    assert_false(file_read("files/missing", 100, &data, &size, NULL));
    assert_null(data);
    assert_int_equal(size, 99);
}

static void writing_below_a_file_fails(void **state)
{
    (void)state;
    test_folder("files");
    test_write("files/plain", "kept", 4);
    Err err = { .kind = ERR_NONE };
    assert_false(file_write("files/plain/a", "x", 1, &err));
    expect_error(&err, ERR_SYSTEM, "files/plain/a");
    expect_content("files/plain", "kept");
    assert_false(file_write("files/nowhere/a", "x", 1, &err));
    expect_error(&err, ERR_SYSTEM, "files/nowhere/a");
    assert_false(file_write("files", "x", 1, &err));
    expect_error(&err, ERR_SYSTEM, "files");
    assert_true(file_is_folder("files"));
}

// A limit on the size of files stands for the full disk: the write stops half-way.
static void a_write_that_stops_half_way_keeps_the_old(void **state)
{
    (void)state;
    test_folder("files");
    test_write("files/save", "the old one", 11);
    static char large[200000];
    memset(large, 'n', sizeof large);

    struct rlimit before;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    struct rlimit small = { .rlim_cur = 65536, .rlim_max = before.rlim_max };
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    Err err = { .kind = ERR_NONE };
    bool written = file_write("files/save", large, sizeof large, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);

    assert_false(written);
    expect_error(&err, ERR_SYSTEM, "files/save");
    expect_content("files/save", "the old one");
    assert_false(file_exists("files/save.new"));
    assert_true(file_write("files/save", large, sizeof large, &err));
}

static void a_full_device_is_told(void **state)
{
    (void)state;
    if (!file_exists("/dev/full")) {
        skip();
    }
    Err err = { .kind = ERR_NONE };
    assert_false(file_write("/dev/full", "x", 1, &err));
    expect_error(&err, ERR_SYSTEM, "/dev/full");
    struct stat info;
    assert_int_equal(stat("/dev/full", &info), 0);
    assert_true(S_ISCHR(info.st_mode)); // still the device: nothing was renamed over it
    assert_true(file_write("/dev/null", "x", 1, &err));
    assert_int_equal(stat("/dev/null", &info), 0);
    assert_true(S_ISCHR(info.st_mode));
}

static void a_blocked_second_file_keeps_the_old(void **state)
{
    (void)state;
    test_folder("files");
    test_write("files/save", "old", 3);
    assert_int_equal(mkdir("files/save.new", 0700), 0);
    Err err = { .kind = ERR_NONE };
    assert_false(file_write("files/save", "x", 1, &err));
    expect_error(&err, ERR_SYSTEM, "files/save");
    expect_content("files/save", "old");
}

static void folders_are_made_with_their_parents(void **state)
{
    (void)state;
    test_folder("files");
    Err err = { .kind = ERR_NONE };
    assert_true(file_make_folders("files/a/b/c", &err));
    assert_true(file_is_folder("files/a/b/c"));
    assert_true(file_make_folders("files/a/b/c", &err));
    assert_true(file_make_folders("files/a/d/", &err));
    assert_true(file_make_folders("/", &err));
    struct stat info;
    assert_int_equal(stat("files/a/b", &info), 0);
    assert_int_equal(info.st_mode & 0777u, 0700);

    test_write("files/plain", "kept", 4);
    assert_false(file_make_folders("files/plain", &err));
    expect_error(&err, ERR_SYSTEM, "files/plain");
    assert_false(file_make_folders("files/plain/below/that", &err));
    expect_error(&err, ERR_SYSTEM, "files/plain/below/that");
    assert_non_null(strstr(err.message, "Not a directory"));
    expect_content("files/plain", "kept");
    assert_false(file_make_folders("", &err));
    expect_error(&err, ERR_SYSTEM, "");
}

static void a_list_is_sorted_bytewise(void **state)
{
    (void)state;
    test_folder("files");
    const char *const names[] = { "b", "B", "a", ".hidden", "\xC3\xA4", "ab" };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char path[64];
        snprintf(path, sizeof path, "files/%s", names[i]);
        test_write(path, "", 0);
    }
    FileList list = { .count = 0 };
    Err err = { .kind = ERR_NONE };
    assert_true(file_list("files", &list, &err));
    const char *const sorted[] = { ".hidden", "B", "a", "ab", "b", "\xC3\xA4" };
    assert_int_equal(list.count, 6);
    for (int i = 0; i < list.count; i++) {
        assert_string_equal(list.names[i], sorted[i]);
    }
    file_list_free(&list);
    assert_int_equal(list.count, 0);

    assert_true(file_list(test_folder("empty"), &list, &err));
    assert_int_equal(list.count, 0);
    file_list_free(&list);
    assert_false(file_list("files/missing", &list, &err));
    expect_error(&err, ERR_INPUT, "files/missing");
    assert_false(file_list("files/a", &list, &err));
    expect_error(&err, ERR_INPUT, "files/a");
}

static int no_memory_is_left(void **state)
{
    (void)state;
    return mem_live() == 0 ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(what_is_written_is_read, no_memory_is_left),
        cmocka_unit_test_teardown(reading_says_what_is_wrong, no_memory_is_left),
        cmocka_unit_test_teardown(writing_below_a_file_fails, no_memory_is_left),
        cmocka_unit_test_teardown(a_write_that_stops_half_way_keeps_the_old, no_memory_is_left),
        cmocka_unit_test_teardown(a_full_device_is_told, no_memory_is_left),
        cmocka_unit_test_teardown(a_blocked_second_file_keeps_the_old, no_memory_is_left),
        cmocka_unit_test_teardown(folders_are_made_with_their_parents, no_memory_is_left),
        cmocka_unit_test_teardown(a_list_is_sorted_bytewise, no_memory_is_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
