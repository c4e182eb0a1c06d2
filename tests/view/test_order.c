// Mixed directions: which paragraphs begin at the right, and in which order a line is seen.
#include "support/test.h"

#include "base/text.h"
#include "view/order.h"

#include <string.h>

static bool from_right(const char *text, bool otherwise)
{
    return order_from_right(text, strlen(text), otherwise);
}

static void test_paragraphs(void **state)
{
    (void)state;
    assert_false(order_has_right("Plain, “quoted” text — 16:40", 34));
    assert_true(order_has_right("so נכון", strlen("so נכון")));
    assert_false(order_has_right("Привет, Ελλάδα, 日本", strlen("Привет, Ελλάδα, 日本")));
    assert_true(order_has_right("a\xe2\x80\x8f"
                                "b",
                                5)); // a mark of direction
    assert_false(from_right("English", false));
    assert_false(from_right("English", true)); // also in an Arabic interface
    assert_true(from_right("عربي", false));
    assert_true(from_right("16:40", true)); // what has no letters runs as the interface does
    assert_false(from_right("16:40", false));
    assert_true(
        from_right("Halima: نص عربي طويل هنا", true)); // a name in front turns nothing round
    assert_true(from_right("Halima: نص عربي طويل هنا", false));
    assert_false(from_right("The word سلام stands in this English sentence", true));
}

// The line as it is seen, its runs between bars.
static const char *seen(const char *line, bool right)
{
    static char out[512];
    OrderRun runs[16];
    int count = order_runs(line, strlen(line), right, runs, 16);
    size_t at = 0;
    for (int i = 0; i < count; i++) {
        memcpy(out + at, line + runs[i].from, (size_t)runs[i].bytes);
        at += (size_t)runs[i].bytes;
        out[at++] = '|';
    }
    out[at] = '\0';
    return out;
}

static void test_lines(void **state)
{
    (void)state;
    assert_string_equal(seen("abc", false), "abc|");
    assert_string_equal(seen("say שלום now", false), "say |שלום| now|");
    // From the right: what is said first stands last here.
    assert_string_equal(seen("قال Halima نعم", true), " نعم|Halima|قال |");
    assert_string_equal(seen("الساعة 16:40 يوم", true), " يوم|16:40|الساعة |");
    // A bracket goes with what it holds, a full stop with the sentence.
    assert_string_equal(seen("نعم (OK).", true), ").|OK|نعم (|");
}

static void test_long_lines(void **state)
{
    (void)state;
    OrderRun runs[4];
    Text line = { 0 };
    for (int i = 0; i < 300; i++) {
        text_add(&line, i % 2 == 0 ? "a " : "ع ");
    }
    assert_int_equal(order_runs(text_str(&line), line.length, true, runs, 4), 4);
    for (int i = 0; i < 300; i++) {
        text_add(&line, "abc ");
    }
    assert_int_equal(order_runs(text_str(&line), line.length, true, runs, 4), 0);
    text_deinit(&line);
}

static void test_joins(void **state)
{
    (void)state;
    const char *word = "بيت"; // all join
    assert_true(order_joins(word, strlen(word), 2));
    assert_false(order_joins(word, strlen(word), 0));
    assert_false(order_joins(word, strlen(word), strlen(word)));
    const char *stops = "دار"; // d never joins what follows
    assert_false(order_joins(stops, strlen(stops), 2));
    assert_false(order_joins("ab", 2, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paragraphs),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_long_lines),
        cmocka_unit_test(test_joins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
