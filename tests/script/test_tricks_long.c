// Files that are long in one way: the same piece again and again, most in one line. Reading them must not take
// the square of their length. Each must end as the tricks of test_tricks.c do.
#define _POSIX_C_SOURCE 200809L

#include "script/attack.h"

enum { LEAST_ROWS = 24 };

static const struct {
    const char *name, *before, *piece;
    int times;
    const char *after, *code;
} repeated[] = {
    { "60,000 elseif", "if f then ", "elseif f then ", 60000, "end", "PW-109" },
    { "160,000 and", "local x = f", " and f", 160000, "", "PW-109" },
    { "90,000 comparisons joined by and", "local x = 1", " < 1 and 1", 90000, "", "PW-109" },
    { "140,000 times one unknown name in a line", "", "nope() ", 140000, "", "PW-105" },
    { "90,000 unknown names that speak, in a line", "local x = { ", "nope \"a\", ", 90000, " }",
      "PW-105" },
    { "150,000 conditions by another name, in a line", "local k = kept local t = { ", "k(c),",
      150000, " }", "PW-140" },
    { "20,000 wrong fields in a line", "scene \"two\" { ", "when(is(f)) { colour = 1, \"A.\" }, ",
      20000, "go \"one\" }", "PW-130" },
    { "40,000 spends of nothing in a line", "scene \"two\" { ", "spend { c = 1 }, ", 40000,
      "go \"one\" }", "PW-130" },
    { "150,000 globals in a line", "", "g = 1 ", 150000, "", "PW-107" },
    { "150,000 texts without a comma, in a line", "scene \"two\" { ", "\"Ha.\" ", 150000, "}",
      "PW-104" },
    { "80,000 calls of a condition, in a line", "scene \"two\" { ", "kept(c) {} ", 80000, "}",
      "PW-104" },
    { "300,000 lists and one that is never closed", "local t = { ", "{},", 300000, "",
      "PW-103 PW-111" },
    { "120,000 blocks in a function that is never closed", "local t = function() ", "do end ",
      120000, "", "PW-103" },
    { "35,000 whens about an unknown name", "scene \"two\" { ", "\nwhen(nope) { \"A.\" },", 35000,
      "go \"one\" }", "PW-105" },
    { "100,000 texts with wrong braces, in a line", "scene \"two\" { ", "\"{x}\",", 100000,
      "go \"one\" }", "PW-127" },
    { "40,000 notes", "scene \"two\" { ", "notes { say = \"x\" },", 40000, "go \"one\" }",
      "PW-121" },
    { "240,000 not", "local x = ", "not ", 240000, "1", "PW-109" },
    { "400,000 powers", "local x = ", "2^", 400000, "1", "PW-109" },
    { "an index 400,000 deep", "local x = a", ".b", 400000, "", "PW-108" },
    { "80,000 labels of one name", "", "::x:: ", 80000, "", "PW-109" },
    { "300,000 brackets that end no comment", "--[==[ ", "]=]", 300000, "", "PW-103" },
    { "990,000 semicolons", "", ";", 990000, " local x = nope", "PW-105" },
    { "990,000 lines", "", "\n", 990000, "local x = nope", "PW-105" },
    { "a text of 900,000 letters in a line of mistakes", "local q = \"", "x", 900000, "\" .. nope",
      "PW-111" },
};

static void every_long_file_ends_in_a_mistake(void **state)
{
    (void)state;
    Text text = { 0 };
    much_to_read = true;
    for (size_t i = 0; i < sizeof repeated / sizeof *repeated; i++) {
        text_clear(&text);
        text_add(&text, HEAD);
        text_add(&text, repeated[i].before);
        for (int k = 0; k < repeated[i].times; k++) {
            text_add(&text, repeated[i].piece);
        }
        text_add(&text, repeated[i].after);
        text_add(&text, TAIL);
        attack(repeated[i].name, &text, repeated[i].code);
    }
    text_deinit(&text);
    judge(LEAST_ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(every_long_file_ends_in_a_mistake) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
