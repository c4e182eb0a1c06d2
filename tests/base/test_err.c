// Errors stay one readable line, whatever goes into them.
#include "support/test.h"

#include "base/err.h"
#include "base/text.h"

#include <string.h>

static void every_call_returns_false_so_that_it_can_be_returned(void **state)
{
    (void)state;
    Err err = { .kind = ERR_NONE };
    assert_false(err_set(&err, ERR_INPUT, "a"));
    assert_false(err_fix(&err, "b"));
    assert_false(err_at(&err, "c", 1, 2));
    assert_false(err_context(&err, "d"));
    assert_false(err_set(NULL, ERR_INPUT, "a %d", 1));
    assert_false(err_fix(NULL, "b"));
    assert_false(err_at(NULL, "c", 1, 2));
    assert_false(err_context(NULL, "d"));
}

static void setting_clears_what_was_there(void **state)
{
    (void)state;
    Err err = { .kind = ERR_NONE };
    err_set(&err, ERR_INPUT, "first");
    err_fix(&err, "mend it");
    err_at(&err, "x.lua", 3, 4);
    err_set(&err, ERR_SYSTEM, "second %s", "one");
    assert_int_equal(err.kind, ERR_SYSTEM);
    assert_string_equal(err.message, "second one");
    assert_string_equal(err.fix, "");
    assert_string_equal(err.file, "");
    assert_int_equal(err.line, 0);
    assert_int_equal(err.column, 0);
}

static void a_message_may_be_made_from_the_error_itself(void **state)
{
    (void)state;
    Err err = { .kind = ERR_NONE };
    err_set(&err, ERR_INPUT, "inner");
    err_at(&err, "a.lua", 1, 0);
    err_set(&err, ERR_SYSTEM, "outer of %s in %s", err.message, err.file);
    assert_string_equal(err.message, "outer of inner in a.lua");
    err_at(&err, "b.lua", 2, 0);
    err_at(&err, err.file, 7, 0);
    assert_string_equal(err.file, "b.lua");
    assert_int_equal(err.line, 7);
}

static void context_goes_in_front_and_keeps_the_rest(void **state)
{
    (void)state;
    Err err = { .kind = ERR_NONE };
    err_set(&err, ERR_INPUT, "no scene \"noon\"");
    err_fix(&err, "did you mean \"soon\"?");
    err_at(&err, "scenario.lua", 12, 0);
    err_context(&err, "the scenario %s", "late-brief");
    err_context(&err, "cannot play");
    assert_string_equal(err.message, "cannot play: the scenario late-brief: no scene \"noon\"");
    assert_string_equal(err.fix, "did you mean \"soon\"?");
    assert_int_equal(err.line, 12);
    assert_int_equal(err.kind, ERR_INPUT);
}

static void a_line_has_the_place_in_front_and_the_fix_behind(void **state)
{
    (void)state;
    char line[200];
    Err err = { .kind = ERR_NONE };
    err_set(&err, ERR_INPUT, "what");
    assert_string_equal(err_line(&err, line, sizeof line), "what");
    err_at(&err, "f.lua", 0, 0);
    assert_string_equal(err_line(&err, line, sizeof line), "f.lua: what");
    err_at(&err, "f.lua", 7, 0);
    assert_string_equal(err_line(&err, line, sizeof line), "f.lua:7: what");
    err_at(&err, "f.lua", 7, 9);
    err_fix(&err, "do that");
    assert_string_equal(err_line(&err, line, sizeof line), "f.lua:7:9: what (do that)");
    assert_string_equal(err_line(&err, line, 9), "f.lua:7:");
    assert_string_equal(err_line(&err, line, 1), "");
}

static void line_ends_and_control_characters_become_spaces(void **state)
{
    (void)state;
    Err err = { .kind = ERR_NONE };
    err_set(&err, ERR_INPUT, "two\nlines\tand \x1b[31mred\r\n");
    assert_string_equal(err.message, "two lines and  [31mred");
}

static void a_long_message_is_cut_between_characters(void **state)
{
    (void)state;
    char source[2000];
    for (size_t shift = 0; shift < 4; shift++) {
        memset(source, 'x', shift);
        for (size_t i = shift; i + 3 < sizeof source; i += 3) {
            memcpy(source + i, "\xE2\x80\x93", 3);
        }
        source[sizeof source - 4 + (shift + 1) % 3] = '\0';
        source[1500 + shift] = '\0';
        Err err = { .kind = ERR_NONE };
        err_set(&err, ERR_INPUT, "%s", source);
        size_t length = strlen(err.message);
        assert_true(utf8_valid(err.message, length, NULL));
        assert_true(length >= sizeof err.message - 4 && length < sizeof err.message);
        err_context(&err, "y");
        assert_memory_equal(err.message, "y: ", 3);
        assert_true(utf8_valid(err.message, strlen(err.message), NULL));
        err_at(&err, source, 1, 0);
        assert_true(utf8_valid(err.file, strlen(err.file), NULL));
    }
}

static void exit_codes_are_those_of_the_command_line(void **state)
{
    (void)state;
    assert_int_equal(err_exit_code(ERR_NONE), 0);
    assert_int_equal(err_exit_code(ERR_FINDING), 1);
    assert_int_equal(err_exit_code(ERR_USAGE), 2);
    assert_int_equal(err_exit_code(ERR_INPUT), 3);
    assert_int_equal(err_exit_code(ERR_SYSTEM), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_call_returns_false_so_that_it_can_be_returned),
        cmocka_unit_test(setting_clears_what_was_there),
        cmocka_unit_test(a_message_may_be_made_from_the_error_itself),
        cmocka_unit_test(context_goes_in_front_and_keeps_the_rest),
        cmocka_unit_test(a_line_has_the_place_in_front_and_the_fix_behind),
        cmocka_unit_test(line_ends_and_control_characters_become_spaces),
        cmocka_unit_test(a_long_message_is_cut_between_characters),
        cmocka_unit_test(exit_codes_are_those_of_the_command_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
