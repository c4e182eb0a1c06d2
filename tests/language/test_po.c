// The reader of .po files: what it takes, what it looks up, and how it says no.
// links: story trust bridge base
#include "support/test.h"

#include "language/catalogue.h"

#include <stdio.h>
#include <string.h>

#define HEADER                                                                                     \
    "msgid \"\"\nmsgstr \"\"\n\"Language: de\\n\"\n"                                               \
    "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"                                             \
    "\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n"

static LanguageCatalogue *read(const char *text, Err *err)
{
    *err = (Err){ 0 };
    return language_read("x.po", text, strlen(text), err);
}

static void reads_what_gettext_writes(void **state)
{
    (void)state;
    Err err;
    LanguageCatalogue *c =
        read("\xEF\xBB\xBF" HEADER "# by hand\n#. for the translator\n#: a.lua:3\n"
             "#, fuzzy, c-format\n#| msgid \"old\"\nmsgctxt \"monday/halima\"\n"
             "msgid \"guess\"\nmsgstr \"geraten\"\n\n"
             "msgctxt \"monday/halima\"\nmsgid \"\"\n\"Sign \"\n\"it.\\n\"\nmsgstr "
             "\"\"\n\"Unter\"\n\"schreib.\\t\\\"\\\\\\303\\274\"\n"
             "msgid \"Sign it.\\n\"\nmsgstr \"ohne Kontext\"\r\n"
             "msgid \"%d hour\"\nmsgid_plural \"%d hours\"\nmsgstr[0] \"eine "
             "Stunde\"\nmsgstr[1] \"%d Stunden\"\n"
             "#~ msgid \"gone\"\n#~ msgstr \"weg\"\n"
             "msgid \"empty\"\nmsgstr \"\"",
             &err);
    assert_non_null(c);
    assert_string_equal(c->tag, "de");
    assert_int_equal(c->count, 5);
    assert_string_equal(language_text(c, "monday/halima", "Sign it.\n"), "Unterschreib.\t\"\\ü");
    assert_string_equal(language_text(c, NULL, "Sign it.\n"), "ohne Kontext");
    assert_null(language_text(c, "monday/halima", "guess"));
    assert_true(language_find(c, "monday/halima", "guess")->fuzzy);
    assert_null(language_text(c, NULL, "empty"));
    assert_null(language_text(c, NULL, "gone"));
    assert_string_equal(language_form(c, NULL, "%d hour", 1), "eine Stunde");
    assert_string_equal(language_form(c, NULL, "%d hour", 0), "%d Stunden");
    assert_null(language_text(c, NULL, "%d hour"));
    assert_int_equal(language_find(c, NULL, "empty")->line, 31);
    language_free(c);
}

static void a_mistake_is_told_with_its_line(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int line;
        const char *message;
    } cases[] = {
        { "msgid \"a\nmsgstr \"b\"\n", 1, "not closed" },
        { "msgid \"a\"\nmsgstr \"b\" c\n", 2, "behind the closing quote" },
        { "msgid \"a\"\nmsgstr \"\\q\"\n", 2, "backslash" },
        { "msgid \"a\"\nmsgstr \"\\000\"\n", 2, "backslash" },
        { "msgid \"a\"\nmsgstr \"b\\400c\"\n", 2, "backslash" },
        { "msgid \"a\"\nmsgstr \"\\033[2J\"\n", 2, "control character" },
        { "msgid \"a\"\nmsgstr \"\x1b[2J\"\n", 2, "control character" },
        { "msgid \"a\"\nmsgstr \"\xc2\x9b\"\n", 2, "control character" },
        { "msgid \"a\"\nmsgstr \"\xe2\x80\xae\"\n", 2, "control character" },
        { "msgid \"a\"\nmsgstr \"\\377\"\n", 2, "not UTF-8" },
        { "msgid \"a\"\n\nmsgid \"b\"\nmsgstr \"c\"\n", 3, "twice in one entry" },
        { "msgid \"a\"\n", 1, "without a msgstr" },
        { "msgctxt \"a\"\n", 1, "without a msgid" },
        { "msgstr \"a\"\n", 1, "in its place" },
        { "msgid \"a\"\nmsgctxt \"b\"\nmsgstr \"c\"\n", 2, "in its place" },
        { "\"a\"\n", 1, "belongs to nothing" },
        { "\n\nthis is no such file\n", 3, "does not have" },
        { "domain \"x\"\n", 1, "does not have" },
        { "msgid \"a\"\nmsgid_plural \"as\"\nmsgstr \"b\"\n", 3, "msgstr[0]" },
        { "msgid \"a\"\nmsgstr[0] \"b\"\n", 2, "does not have" },
        { HEADER
          "msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[0] \"b\"\nmsgstr[1] \"b\"\nmsgstr[2] \"b\"\n",
          7, "more forms" },
        { "msgid \"a\"\nmsgstr \"b\"\nmsgid \"a\"\nmsgstr \"c\"\n", 3, "twice" },
        { "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n", 1,
          "charset" },
        { "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=n+;\\n\"\n", 1, "Plural-Forms" },
        { "msgid \"a\"\n\nmsgstr \"\xff\"\n", 3, "not UTF-8" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Err err;
        assert_null(read(cases[i].text, &err));
        if (err.line != cases[i].line || strstr(err.message, cases[i].message) == NULL ||
            err.fix[0] == '\0' || err.kind != ERR_INPUT || strcmp(err.file, "x.po") != 0) {
            fail_msg("case %zu: %s:%d: %s (%s)", i, err.file, err.line, err.message, err.fix);
        }
    }
}

static void a_file_can_be_too_large(void **state)
{
    (void)state;
    size_t size = LANGUAGE_FILE_MAX + 1;
    char *text = mem_alloc(size);
    memset(text, '\n', size);
    Err err = { 0 };
    assert_null(language_read("x.po", text, size, &err));
    assert_non_null(strstr(err.message, "8 MB"));
    LanguageCatalogue *c = language_read("x.po", text, size - 1, &err);
    assert_non_null(c);
    assert_int_equal(c->count, 0);
    language_free(c);
    mem_free(text);
}

static void a_text_can_be_too_long(void **state)
{
    (void)state;
    char *text = mem_alloc(LANGUAGE_TEXT_MAX + 200);
    for (int extra = 0; extra < 2; extra++) {
        int n = sprintf(text, "msgid \"a\"\nmsgstr \"");
        memset(text + n, 'x', (size_t)(LANGUAGE_TEXT_MAX + extra));
        strcpy(text + n + LANGUAGE_TEXT_MAX + extra, "\"\n");
        Err err = { 0 };
        LanguageCatalogue *c = language_read("x.po", text, strlen(text), &err);
        assert_true((c != NULL) == (extra == 0));
        language_free(c);
    }
    mem_free(text);
}

static void many_entries_are_found(void **state)
{
    (void)state;
    LanguageCatalogue *c = language_new();
    char context[40], text[40];
    for (int i = 0; i < 20000; i++) {
        snprintf(context, sizeof context, "scene%d/halima", i / 4);
        snprintf(text, sizeof text, "line %d", i);
        LanguageEntry entry = { .context = context, .text = text, .to = { text }, .form_count = 1 };
        assert_non_null(language_add(c, &entry));
        assert_null(language_add(c, &entry));
    }
    assert_string_equal(language_text(c, "scene4999/halima", "line 19999"), "line 19999");
    assert_null(language_text(c, "scene4998/halima", "line 19999"));
    language_free(c);
}

static void tags(void **state)
{
    (void)state;
    static const char *const good[] = { "de", "pt_BR", "zh-Hant", "sr@latin", "pseudo" };
    static const char *const bad[] = { "",      "d",   "../de", "de/x",
                                       "de.po", "a b", "1de",   "abcdefghijklmnopqrstuvwxyz" };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(language_is_tag(good[i]));
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(language_is_tag(bad[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_gettext_writes),
        cmocka_unit_test(a_mistake_is_told_with_its_line),
        cmocka_unit_test(a_file_can_be_too_large),
        cmocka_unit_test(a_text_can_be_too_long),
        cmocka_unit_test(many_entries_are_found),
        cmocka_unit_test(tags),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
