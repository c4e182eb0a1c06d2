// Wrapping: no line is wider than the terminal, nothing is lost, and nothing dangerous is passed on.
#define _POSIX_C_SOURCE 200809L
#include "support/test.h"

#include "base/text.h"
#include "term/bridge.h"
#include "term/printer.h"

#include <stdlib.h>
#include <string.h>

static char *printed;
static size_t printed_size;

static TermPrinter begin(int width)
{
    TermPrinter printer = term_printer_plain(open_memstream(&printed, &printed_size));
    printer.width = width;
    return printer;
}

static const char *end(TermPrinter *printer)
{
    fclose(printer->out);
    return printed;
}

static int widest(const char *text)
{
    int most = 0;
    while (*text) {
        size_t n = strcspn(text, "\n");
        char *line = strndup(text, n);
        int wide = utf8_columns(line);
        most = wide > most ? wide : most;
        free(line);
        text += n + (text[n] == '\n');
    }
    return most;
}

static void test_wraps(void **state)
{
    (void)state;
    TermPrinter printer = begin(20);
    term_print(&printer, TERM_PLAIN, "Maya: ", 2,
               "I told the family two o'clock, and it is three.");
    assert_string_equal(end(&printer), "Maya: I told the\n"
                                       "  family two\n"
                                       "  o'clock, and it is\n"
                                       "  three.\n");
    free(printed);
}

static void test_every_width(void **state)
{
    (void)state;
    const char *text =
        "Ein Wort, das überlangistundnirgendwohineinpasst, 漢字漢字漢字漢字漢字漢字漢字 und Ende.";
    for (int width = 20; width <= 100; width++) {
        TermPrinter printer = begin(width);
        term_print(&printer, TERM_PLAIN, "12. ", 4, text);
        end(&printer);
        assert_true(widest(printed) <= width);
        Text letters = { 0 }, wanted = { 0 };
        for (const char *s = printed; *s; s++) {
            if (*s != ' ' && *s != '\n') {
                text_add_char(&letters, *s);
            }
        }
        text_add(&wanted, "12.");
        for (const char *s = text; *s; s++) {
            if (*s != ' ') {
                text_add_char(&wanted, *s);
            }
        }
        assert_string_equal(text_str(&letters), text_str(&wanted)); // nothing lost
        text_deinit(&letters);
        text_deinit(&wanted);
        free(printed);
    }
}

static void test_control_characters_stay_out(void **state)
{
    (void)state;
    TermPrinter printer = begin(80);
    term_print(&printer, TERM_PLAIN, "", 0,
               "a\033[2Jb\007c\xC2\x9B"
               "31md\ne");
    assert_string_equal(end(&printer), "a[2Jbc31md e\n");
    free(printed);
}

static void test_ascii(void **state)
{
    (void)state;
    TermPrinter printer = begin(80);
    printer.unicode = false;
    term_print(&printer, TERM_PLAIN, "", 0, "“It’s — fine…”");
    assert_string_equal(end(&printer), "\"It's -- fine...\"\n");
    free(printed);
}

static void test_colour_only_where_wanted(void **state)
{
    (void)state;
    TermPrinter printer = begin(80);
    term_print(&printer, TERM_BAD, "", 0, "missed");
    assert_string_equal(end(&printer), "missed\n");
    free(printed);
    printer = begin(80);
    printer.colour = true;
    term_print(&printer, TERM_BAD, "", 0, "missed");
    assert_string_equal(end(&printer), "\033[31mmissed\033[0m\n");
    free(printed);
    setenv("NO_COLOR", "1", 1);
    assert_false(term_printer_for(stdout).colour);
}

static void test_blank_lines(void **state)
{
    (void)state;
    TermPrinter printer = begin(80);
    term_blank(&printer);
    term_print(&printer, TERM_PLAIN, "", 0, "a");
    term_blank(&printer);
    term_blank(&printer);
    term_print(&printer, TERM_PLAIN, "", 0, "b");
    assert_string_equal(end(&printer), "a\n\nb\n");
    free(printed);
}

static void test_long_format(void **state)
{
    (void)state;
    char longer[600];
    memset(longer, 'x', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    TermPrinter printer = begin(80);
    term_printf(&printer, TERM_PLAIN, "%s %d", longer, 42);
    end(&printer);
    assert_non_null(strstr(printed, "42"));
    free(printed);
}

// The drawn bridge fits 40 columns, tells states apart, and numbers stand under their planks.
static void test_drawn_bridge(void **state)
{
    (void)state;
    BridgeCommitment commitments[] = { { .fate = BRIDGE_KEPT, .id = 0, .settled = 1 },
                                       { .fate = BRIDGE_MISSED, .id = 1, .settled = 2 },
                                       { .fate = BRIDGE_OPEN, .id = 2 } };
    BridgeCondition bridge = bridge_condition(&(BridgeInput){ .trust = 450000,
                                                              .rapport = 500000,
                                                              .violations = 1,
                                                              .commitments = commitments,
                                                              .commitment_count = 3 });
    TermPrinter printer = begin(40);
    printer.unicode = false;
    term_bridge(&printer, &bridge, "Halima");
    end(&printer);
    assert_true(widest(printed) <= 40);
    assert_non_null(strchr(printed, '\\')); // the missed one hangs
    char *row = strchr(printed, '\n') + 1;
    for (int n = 1; n <= 3; n++) {
        char *digit = strchr(row, '0' + n);
        assert_non_null(digit);
        int plank = (int)(digit - row) - 5;
        assert_true(plank >= 0 && plank < BRIDGE_PLANKS);
        assert_int_equal(bridge.planks[plank].disc, n);
    }
    free(printed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wraps),
        cmocka_unit_test(test_every_width),
        cmocka_unit_test(test_control_characters_stay_out),
        cmocka_unit_test(test_ascii),
        cmocka_unit_test(test_colour_only_where_wanted),
        cmocka_unit_test(test_blank_lines),
        cmocka_unit_test(test_long_format),
        cmocka_unit_test(test_drawn_bridge),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
