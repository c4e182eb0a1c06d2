// The file of a room: what was written is there again; what was deleted is in no byte of any file.
#include "support/test.h"

#include "base/arena.h"
#include "base/file.h"
#include "store/session_file.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char path[512];

static int fresh(void **state)
{
    (void)state;
    snprintf(path, sizeof path, "%s/room.session", test_folder("session"));
    return 0;
}

static void token_of(unsigned n, uint8_t token[SESSION_FILE_TOKEN])
{
    for (int i = 0; i < SESSION_FILE_TOKEN; i++) {
        n = n * 1103515245u + 12345u;
        token[i] = (uint8_t)(n >> 16);
    }
}

static bool bytes_in(const char *file, const void *bytes, size_t size)
{
    char *data = NULL;
    size_t length = 0;
    Err err;
    bool found = false;
    if (!file_read(file, 64u << 20, &data, &length, &err)) {
        return false;
    }
    for (size_t i = 0; !found && i + size <= length; i++) {
        found = memcmp(data + i, bytes, size) == 0;
    }
    mem_free(data);
    return found;
}

static bool anywhere(const void *bytes, size_t size)
{
    static const char *const ends[] = { "", "-wal", "-shm", "-journal" };
    char name[600];
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        snprintf(name, sizeof name, "%s%s", path, ends[i]);
        if (bytes_in(name, bytes, size)) {
            return true;
        }
    }
    return false;
}

enum { VOTES = 300 };

static void cast_all(SessionFile *file)
{
    Err err = { 0 };
    for (unsigned i = 0; i < VOTES; i++) {
        uint8_t token[SESSION_FILE_TOKEN];
        token_of(i, token);
        assert_true(session_file_ballot(file, token, (int)(i % 3), &err));
        assert_true(session_file_ballot(file, token, (int)(i % 2), &err)); // changed
    }
}

static void count(void *context, const uint8_t *token, int option)
{
    int *counts = context;
    (void)token;
    counts[option]++;
}

static void test_kept(void **state)
{
    (void)state;
    Err err = { 0 };
    Text text = { 0 };
    int counts[3] = { 0 };
    char key[4] = "";
    SessionFile *file = session_file_open(path, &err);
    assert_non_null(file);
    assert_false(session_file_read(file, &text));
    assert_true(session_file_write(file, "room one", false, &err));
    assert_true(session_file_put(file, "question", "abcd", 4, &err));
    cast_all(file);
    session_file_close(file);
    file = session_file_open(path, &err);
    assert_true(session_file_read(file, &text));
    assert_string_equal(text_str(&text), "room one");
    assert_true(session_file_get(file, "question", key, 4));
    assert_memory_equal(key, "abcd", 4);
    assert_false(session_file_get(file, "question", key, 3));
    assert_false(session_file_get(file, "other", key, 4));
    assert_true(session_file_ballots(file, count, counts));
    assert_int_equal(counts[0], VOTES / 2);
    assert_int_equal(counts[1], VOTES / 2);
    session_file_close(file);
    text_deinit(&text);
}

// The promise of the join page: after the freeze no byte of any file links anything to a phone.
static void test_forgotten(void **state)
{
    (void)state;
    Err err = { 0 };
    static const char key[] = "the key of this one question, 32";
    int counts[3] = { 0 };
    SessionFile *file = session_file_open(path, &err);
    assert_true(session_file_put(file, "question", key, 32, &err));
    cast_all(file);
    uint8_t token[SESSION_FILE_TOKEN];
    token_of(17, token);
    assert_true(anywhere(token, sizeof token)); // the test can see what it looks for
    assert_true(anywhere(key, 32));
    assert_true(session_file_write(file, "frozen", true, &err));
    for (unsigned i = 0; i < VOTES; i++) { // while it is still open
        token_of(i, token);
        assert_false(anywhere(token, 8));
    }
    assert_false(anywhere(key, 16));
    assert_true(session_file_ballots(file, count, counts));
    assert_int_equal(counts[0] + counts[1] + counts[2], 0);
    session_file_close(file);
    token_of(3, token);
    assert_false(anywhere(token, 8));
}

// A child is killed in the middle of things; all it had written is there.
static void test_killed(void **state)
{
    (void)state;
    Err err = { 0 };
    int counts[3] = { 0 };
    pid_t child = fork();
    if (child == 0) {
        SessionFile *file = session_file_open(path, &err);
        session_file_write(file, "open", false, &err);
        for (unsigned i = 0; i < VOTES; i++) {
            uint8_t token[SESSION_FILE_TOKEN];
            token_of(i, token);
            session_file_ballot(file, token, 2, &err);
        }
        _Exit(9); // without closing
    }
    int status = 0;
    waitpid(child, &status, 0);
    SessionFile *file = session_file_open(path, &err);
    assert_non_null(file);
    session_file_ballots(file, count, counts);
    assert_int_equal(counts[2], VOTES);
    session_file_close(file);
}

static void test_alone_and_private(void **state)
{
    (void)state;
    Err err = { 0 };
    struct stat facts;
    SessionFile *file = session_file_open(path, &err);
    assert_int_equal(stat(path, &facts), 0);
    assert_int_equal(facts.st_mode & 077, 0);
    SessionFile *second = session_file_open(path, &err);
    assert_null(second);
    assert_int_equal(err.kind, ERR_SYSTEM);
    assert_non_null(strstr(err.fix, "another Plankwright"));
    session_file_close(file);
    assert_true(session_file_remove(path));
    assert_false(file_exists(path));
    assert_null(session_file_open("/dev/null/no", &err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_kept, fresh),
        cmocka_unit_test_setup(test_forgotten, fresh),
        cmocka_unit_test_setup(test_killed, fresh),
        cmocka_unit_test_setup(test_alone_and_private, fresh),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
