// The growing string, "did you mean", and the count of words.
#include "support/test.h"

#include "base/arena.h"
#include "base/text.h"

static void text_grows_and_stays_terminated(void **state)
{
    (void)state;
    size_t before = mem_live();
    Text text = { .data = NULL };
    assert_string_equal(text_str(&text), "");
    for (int i = 0; i < 1000; i++) {
        text_add(&text, "ab");
        text_add_char(&text, 'c');
        text_add_n(&text, "defg", 2);
        assert_int_equal(text.length, (size_t)(i + 1) * 5);
        assert_int_equal(text.data[text.length], '\0');
    }
    for (size_t i = 0; i < text.length; i++) {
        assert_int_equal(text.data[i], "abcde"[i % 5]);
    }
    text_clear(&text);
    assert_string_equal(text_str(&text), "");
    assert_true(text.capacity >= 5000);
    text_deinit(&text);
    assert_null(text.data);
    assert_int_equal(mem_live(), before);
}

static void formatted_text_of_any_length_fits(void **state)
{
    (void)state;
    Text text = { .data = NULL };
    text_addf(&text, "%s", "");
    assert_non_null(text.data);
    text_addf(&text, "%d planks, %s", 24, "all sound");
    assert_string_equal(text_str(&text), "24 planks, all sound");
    text_clear(&text);
    text_addf(&text, "%5000d", 7);
    assert_int_equal(text.length, 5000);
    assert_int_equal(text.data[4999], '7');
    text_deinit(&text);
}

static void text_may_be_added_to_itself(void **state)
{
    (void)state;
    Text text = { .data = NULL };
    text_add(&text, "abc");
    for (int i = 0; i < 8; i++) {
        text_add_n(&text, text.data, text.length);
    }
    assert_int_equal(text.length, 768);
    for (size_t i = 0; i < text.length; i++) {
        assert_int_equal(text.data[i], "abc"[i % 3]);
    }
    text_deinit(&text);
}

static void a_nul_byte_may_be_part_of_the_text(void **state)
{
    (void)state;
    Text text = { .data = NULL };
    text_add_n(&text, "a\0b", 3);
    text_add_n(&text, NULL, 0);
    assert_int_equal(text.length, 3);
    assert_memory_equal(text.data, "a\0b", 4);
    text_deinit(&text);
}

static void the_nearest_name_is_found(void **state)
{
    (void)state;
    const char *const names[] = { "noon",          "evening", "deliver_brief",
                                  "deliver_draft", "Mara",    "j\xC3\xB6rg" };
    const int count = 6;
    static const struct {
        const char *wrong;
        const char *expected;
    } cases[] = {
        { "nono", "noon" },                   // two neighbours swapped
        { "nooon", "noon" },                  // one too many
        { "non", "noon" },                    // one too few
        { "moon", "noon" },                   // another one
        { "evenign", "evening" },             //
        { "mara", "Mara" },                   // letter case alone
        { "MARA", "Mara" },                   //
        { "deliver_breif", "deliver_brief" }, // nearest of two that look alike
        { "deliverdraft", "deliver_draft" },  //
        { "delver_darft", "deliver_draft" },  // two edits in 12 letters
        { "j\xC3\xB6gr", "j\xC3\xB6rg" },     //
        { "midnight", NULL },                 //
        { "none_of", NULL },                  // four edits in 7 letters
        { "noo_n_", "noon" },                 // two edits in six letters: just near enough
        { "no_on", "noon" },                  //
        { "no__on", "noon" },                 //
        { "no__o", NULL },                    // two edits in five letters: too many
        { "", NULL },                         //
        { "evng", NULL },                     // three edits in four letters
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *found = text_did_you_mean(cases[i].wrong, names, count);
        if (cases[i].expected == NULL) {
            assert_null(found);
        } else {
            assert_non_null(found);
            assert_string_equal(found, cases[i].expected);
        }
    }
    assert_null(text_did_you_mean("x", NULL, 0));
}

static void words_are_runs_with_a_letter_or_a_digit(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int words;
    } cases[] = {
        { "", 0 },
        { "   \n\t ", 0 },
        { "one", 1 },
        { " Two  words\n", 2 },
        { "it's ten o'clock - or 10:30", 5 },
        { "a - b", 2 },
        { "wait \xE2\x80\x93 what \xE2\x80\xA6", 2 },     // en dash and ellipsis are no words
        { "\xE2\x80\x9CWell\xE2\x80\x9D, she said.", 3 }, // quotation marks
        { "ten\xC2\xA0o'clock", 2 },                      // a space that does not break
        { "\xC3\x84rger \xC3\xBC\x62\x65rall", 2 },       // letters beyond ASCII
        { "\xE4\xB8\xAD\xE6\x96\x87", 1 },                //
        { "\xF0\x9F\x8C\x89 \xC3\x97 %", 0 },             // a picture and signs
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(text_words(cases[i].text), cases[i].words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_grows_and_stays_terminated),
        cmocka_unit_test(formatted_text_of_any_length_fits),
        cmocka_unit_test(text_may_be_added_to_itself),
        cmocka_unit_test(a_nul_byte_may_be_part_of_the_text),
        cmocka_unit_test(the_nearest_name_is_found),
        cmocka_unit_test(words_are_runs_with_a_letter_or_a_digit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
