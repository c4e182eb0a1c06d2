// A page as HTML and as Markdown: what is opened is closed, what is hostile is escaped, nothing is
// fetched.
#include "support/test.h"

#include "base/text.h"
#include "page/page.h"

#include <string.h>

static const char *const COLUMNS[] = { "When", "What" };
static const char *const ROW[] = { "Mon", "<b>&\"'|" };

static Page *full_page(void)
{
    Page *page = page_new("Title & <more>", "en");
    page_heading(page, 2, "One");
    page_text(page, "Text.");
    page_item(page, "a");
    page_item(page, "b");
    page_step(page, "first");
    page_table(page, "Caption", COLUMNS, 2);
    page_row(page, ROW);
    page_row(page, ROW);
    page_bar(page, "mine", "8 %", .08, true);
    page_bar(page, "other", "89 %", 7.0, false);
    page_picture(page, "<svg></svg>", "one", true);
    page_picture(page, "<svg></svg>", "two", true);
    page_quote(page, "If, then.");
    page_blank(page, "Mine:");
    page_note(page, "small");
    return page;
}

// Every element but those without an end is closed in order.
static void assert_balanced(const char *html)
{
    char open[64][16];
    int depth = 0;
    for (const char *at = strchr(html, '<'); at != NULL; at = strchr(at + 1, '<')) {
        if (strncmp(at, "<!", 2) == 0 || strncmp(at, "<meta", 5) == 0) {
            continue;
        }
        bool closes = at[1] == '/';
        const char *name = at + 1 + closes;
        size_t n = strcspn(name, " >");
        assert_true(n > 0 && n < sizeof open[0]);
        if (!closes) {
            assert_true(depth < 64);
            memcpy(open[depth], name, n);
            open[depth++][n] = '\0';
        } else {
            assert_true(depth > 0);
            depth--;
            if (strncmp(open[depth], name, n) != 0 || open[depth][n] != '\0') {
                fail_msg("%.12s closes %s", name, open[depth]);
            }
        }
    }
    assert_int_equal(depth, 0);
}

static int occurrences(const char *text, const char *what)
{
    int count = 0;
    for (const char *at = strstr(text, what); at != NULL; at = strstr(at + 1, what)) {
        count++;
    }
    return count;
}

static void test_html(void **state)
{
    (void)state;
    Page *page = full_page();
    Text out = { 0 };
    page_html(page, &out);
    const char *html = text_str(&out);
    assert_balanced(html);
    assert_non_null(strstr(html, "<title>Title &amp; &lt;more&gt;</title>"));
    assert_non_null(strstr(html, "<td>&lt;b&gt;&amp;&quot;&#39;|</td>"));
    assert_int_equal(occurrences(html, "<ul>"), 1);
    assert_int_equal(occurrences(html, "<table>"), 1);
    assert_int_equal(occurrences(html, "<dl class=\"bars\">"), 1);
    assert_int_equal(occurrences(html, "<div class=\"row\">"), 1);
    assert_non_null(strstr(html, "width:100%")); // 7.0 is too much
    assert_int_equal(occurrences(html, "http"), 0);
    assert_int_equal(occurrences(html, "url("), 0);
    text_deinit(&out);
    page_free(page);
}

static void test_markdown(void **state)
{
    (void)state;
    Page *page = full_page();
    Text out = { 0 };
    page_markdown(page, &out);
    const char *text = text_str(&out);
    assert_int_equal(
        strncmp(text, "# Title \\& \\<more\\>\n\n## One\n\nText.\n\n- a\n- b\n\n1. first\n", 50),
        0);
    assert_non_null(strstr(text, "| When | What |\n| --- | --- |\n| Mon | \\<b\\>\\&\"'\\| |\n"));
    assert_non_null(strstr(text, "- 8 %: **mine**\n- 89 %: other\n"));
    text_deinit(&out);
    page_free(page);
}

static void test_what_could_mean_something(void **state)
{
    (void)state;
    Page *page = page_new("1. Not a list", "ar");
    page_text(page, "- no item");
    page_text(page, "2024) no step");
    page_text(page, "a\nb\x01");
    page_text(page, "\xff");
    Text out = { 0 };
    page_markdown(page, &out);
    assert_non_null(strstr(text_str(&out), "# 1\\. Not a list"));
    assert_non_null(strstr(text_str(&out), "\n\\- no item\n"));
    assert_non_null(strstr(text_str(&out), "\n2024\\) no step\n"));
    assert_non_null(strstr(text_str(&out), "\na b \n"));
    text_clear(&out);
    page_html(page, &out);
    assert_non_null(strstr(text_str(&out), "<html lang=\"ar\" dir=\"rtl\">"));
    assert_true(utf8_valid(text_str(&out), out.length, NULL));
    text_deinit(&out);
    page_free(page);
}

static void test_nothing(void **state)
{
    (void)state;
    Page *page = page_new("", "");
    Text out = { 0 };
    page_html(page, &out);
    assert_balanced(text_str(&out));
    text_deinit(&out);
    page_free(page);
}

// Where lines begin follows from the language; a text that runs the other way says so.
static void test_directions(void **state)
{
    (void)state;
    Page *page = page_new("العنوان", "ar_EG");
    page_text(page, "Halima قالت نعم، ثم ذهبت.");
    page_item(page, "She said yes.");
    page_bar(page, "“Then go.”", "8 %", .08, true);
    page_table(page, "جدول", COLUMNS, 2);
    Text out = { 0 };
    page_html(page, &out);
    const char *html = text_str(&out);
    assert_non_null(strstr(html, "<html lang=\"ar-EG\" dir=\"rtl\">"));
    assert_non_null(strstr(html, "<p>Halima قالت"));
    assert_non_null(strstr(html, "<li><bdi dir=\"ltr\">She said yes.</bdi></li>"));
    assert_non_null(strstr(html, "<bdi dir=\"ltr\">“Then go.”</bdi></dt>"));
    assert_non_null(strstr(html, "<th scope=\"col\"><bdi dir=\"ltr\">When</bdi></th>"));
    assert_balanced(html);
    text_deinit(&out);
    page_free(page);
    page = page_new("Title", "pt_BR");
    page_text(page, "نعم.");
    page_html(page, &out);
    assert_non_null(strstr(text_str(&out), "<html lang=\"pt-BR\">"));
    assert_non_null(strstr(text_str(&out), "<p><bdi dir=\"rtl\">نعم.</bdi></p>"));
    text_deinit(&out);
    page_free(page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html),
        cmocka_unit_test(test_markdown),
        cmocka_unit_test(test_what_could_mean_something),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_directions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
