// Archives: the same bytes each time, what tar itself makes of them, and what is refused.
#include "support/test.h"

#include "base/arena.h"
#include "base/tar.h"

#include <stdio.h>
#include <string.h>

static void example(Text *out)
{
    char block[512];
    memset(block, 'b', sizeof block);
    tar_add(out, "small/scenario.lua", "scenario { }\n", 13);
    tar_add(out, "small/lang/de.po", "", 0);
    tar_add(out, "small/README.md", block, sizeof block);
    tar_end(out);
}

static void what_goes_in_comes_out(void **state)
{
    (void)state;
    Text a = { 0 }, b = { 0 };
    example(&a);
    example(&b);
    assert_int_equal(a.length, b.length);
    assert_memory_equal(a.data, b.data, a.length);
    assert_int_equal(a.length, 7 * 512);
    TarReader reader = { a.data, a.length, 0 };
    TarFile file;
    Err err;
    assert_true(tar_next(&reader, &file, &err));
    assert_string_equal(file.name, "small/scenario.lua");
    assert_int_equal(file.size, 13);
    assert_memory_equal(file.data, "scenario { }\n", 13);
    assert_true(tar_next(&reader, &file, &err));
    assert_int_equal(file.size, 0);
    assert_true(tar_next(&reader, &file, &err));
    assert_int_equal(file.data[511], 'b');
    assert_false(tar_next(&reader, &file, &err));
    assert_int_equal(err.kind, ERR_NONE);
    text_deinit(&a);
    text_deinit(&b);
}

static void names(void **state)
{
    (void)state;
    static const char *const bad[] = { "",     "/etc/passwd", "../x",     "a/../../x", "a//b",
                                       "a/",   ".",           ".profile", "a/.git",    "a b",
                                       "a\\b", "C:x",         "a\nb",     "ä",         "a/./b" };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        if (tar_name_wrong(bad[i]) == NULL) {
            fail_msg("taken: \"%s\"", bad[i]);
        }
    }
    assert_null(tar_name_wrong("late-brief/lang/pt_BR.po"));
    assert_null(tar_name_wrong("a..b"));
}

// The header at `at` gets this byte, and a checksum that fits.
static void spoil(Text *archive, size_t at, const char *with, size_t n)
{
    char *header = archive->data;
    memcpy(header + at, with, n);
    unsigned sum = 0;
    for (int i = 0; i < 512; i++) {
        sum += i >= 148 && i < 156 ? ' ' : (unsigned char)header[i];
    }
    snprintf(header + 148, 8, "%06o", sum);
}

static void refused(void **state)
{
    (void)state;
    static const struct {
        size_t at;
        const char *with;
        size_t size;
        const char *message;
    } cases[] = {
        { 156, "1", 1, "a link" },
        { 156, "2", 1, "a link" },
        { 156, "3", 1, "a device" },
        { 156, "x", 1, "a long name" },
        { 156, "7", 1, "no file" },
        { 0, "../up\0", 6, "begins with a dot" },
        { 0, "/etc/x\0", 7, "begins with /" },
        { 0, "a/\xff\0", 4, "other characters" },
        { 345, "x", 1, "longer than 99" },
        { 124, "77777777777", 11, "longer than the archive" },
        { 124, "\x80\0\0\0", 4, "longer than the archive" },
        { 257, "USTAR", 5, "no tar archive" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Text archive = { 0 };
        example(&archive);
        spoil(&archive, cases[i].at, cases[i].with, cases[i].size);
        TarReader reader = { archive.data, archive.length, 0 };
        TarFile file;
        Err err;
        bool taken = tar_next(&reader, &file, &err);
        if (taken || err.kind != ERR_INPUT || strstr(err.message, cases[i].message) == NULL) {
            fail_msg("case %zu: %s", i, taken ? "taken" : err.message);
        }
        text_deinit(&archive);
    }
}

// Each end and each single byte that is another: a message or the files, and never a byte too far (the
// copies have exactly their size, which the sanitizer watches).
static void damaged(void **state)
{
    (void)state;
    Text archive = { 0 };
    example(&archive);
    int told = 0;
    for (size_t size = 0; size < archive.length - 1024; size += 7) {
        char *copy = mem_alloc(size);
        memcpy(copy, archive.data, size);
        TarReader reader = { copy, size, 0 };
        TarFile file;
        Err err;
        while (tar_next(&reader, &file, &err)) {
        }
        assert_int_equal(err.kind, ERR_INPUT);
        told++;
        mem_free(copy);
    }
    assert_true(told > 300);
    for (size_t at = 0; at < 512; at++) {
        if (at == 155) { // behind the end of the checksum: nobody reads it
            continue;
        }
        char before = archive.data[at];
        archive.data[at] = (char)(before ^ 0x11);
        TarReader reader = { archive.data, archive.length, 0 };
        TarFile file;
        Err err;
        assert_false(tar_next(&reader, &file, &err)); // the checksum sees any one byte
        archive.data[at] = before;
    }
    text_deinit(&archive);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_goes_in_comes_out),
        cmocka_unit_test(names),
        cmocka_unit_test(refused),
        cmocka_unit_test(damaged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
