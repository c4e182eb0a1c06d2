// Events written as lines: what each means, what is refused and with which remedy, and that every
// kind of event can be written.
#include "support/test.h"

#include "trust/lines.h"

#include <stdlib.h>
#include <string.h>

static TrustLine read_good(const char *text)
{
    TrustLine line;
    Err err = { 0 };
    if (!trust_line_read(text, &line, &err)) {
        fail_msg("\"%s\" is refused: %s", text, err.message);
    }
    return line;
}

static void every_kind_can_be_written(void **state)
{
    static const struct {
        const char *text;
        TrustEvent event;
        bool new_day;
    } rows[] = {
        { "kept", { .kind = TRUST_KEPT }, true },
        { "kept 4h", { .kind = TRUST_KEPT, .weight = 1000000 }, true },
        { "kept 30m", { .kind = TRUST_KEPT, .weight = 200000 }, true },
        { "kept 1h30m", { .kind = TRUST_KEPT, .weight = 375000 }, true },
        { "also kept 2h", { .kind = TRUST_KEPT, .weight = 500000 }, false },
        { "exceeded 16h", { .kind = TRUST_EXCEEDED, .weight = 1500000 }, true },
        { "missed", { .kind = TRUST_MISSED }, true },
        { "missed integrity", { .kind = TRUST_MISSED, .integrity = true }, true },
        { "warned", { .kind = TRUST_WARNED_LATE }, true },
        { "owned", { .kind = TRUST_MISSED_OWNED }, true },
        { "deceived", { .kind = TRUST_DECEIVED }, true },
        { "excused", { .kind = TRUST_EXCUSED }, true },
        { "own-up", { .kind = TRUST_OWNED_UP }, false },
        { "moved", { .kind = TRUST_MOVED }, false },
        { "apology", { .kind = TRUST_APOLOGY, .parts = 21 }, false },
        { "apology full raised", { .kind = TRUST_APOLOGY, .parts = 63, .raised = true }, false },
        { "apology repair explanation", { .kind = TRUST_APOLOGY, .parts = 10 }, false },
        { "vow", { .kind = TRUST_VOW }, false },
        { "denial", { .kind = TRUST_DENIAL }, false },
        { "standard known", { .kind = TRUST_STANDARD, .weight = 600000 }, false },
        { "standard unknown", { .kind = TRUST_STANDARD, .weight = 300000 }, false },
        { "cleared", { .kind = TRUST_CLEARED }, false },
        { "talk 80%", { .kind = TRUST_TALK, .weight = 800000 }, false },
        { "talk listened asked theirs", { .kind = TRUST_TALK, .weight = 1000000 }, false },
        { "talk listened defended", { .kind = TRUST_TALK, .weight = 250000 }, false },
        { "listened", { .kind = TRUST_LISTENED }, false },
        { "asked", { .kind = TRUST_ASKED }, false },
        { "agenda", { .kind = TRUST_THEIR_AGENDA }, false },
        { "defended", { .kind = TRUST_DEFENDED }, false },
        { "heard good", { .kind = TRUST_HEARD_GOOD }, false },
        { "heard bad", { .kind = TRUST_HEARD_BAD }, false },
        { "day", { .kind = TRUST_DAY }, false },
        { "week", { .kind = TRUST_WEEK }, true },
        { "week quiet", { .kind = TRUST_NEGLECT }, true },
    };
    bool seen[TRUST_EVENT_KIND_COUNT] = { false };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        TrustLine line = read_good(rows[i].text);
        assert_memory_equal(&line.event, &rows[i].event, sizeof line.event);
        assert_int_equal(line.new_day, rows[i].new_day);
        assert_int_equal(line.times, 1);
        seen[line.event.kind] = true;
    }
    for (int kind = 0; kind < TRUST_EVENT_KIND_COUNT; kind++) {
        assert_true(seen[kind]);
    }
}

static void labels_repeats_and_comments(void **state)
{
    (void)state;
    TrustLine line = read_good("  missed :  the shelf list: again \r");
    assert_string_equal(line.said, "missed");
    assert_string_equal(line.label, "the shelf list: again");
    line = read_good("kept 4h x6 # a good week");
    assert_int_equal(line.times, 6);
    assert_string_equal(line.said, "kept 4h");
    assert_string_equal(line.label, "");
    line = read_good("also kept: caf\xC3\xA9");
    assert_string_equal(line.said, "kept");
    assert_string_equal(line.label, "caf\xC3\xA9");
    assert_int_equal(read_good("").times, 0);
    assert_int_equal(read_good(" \t ").times, 0);
    assert_int_equal(read_good("# kept").times, 0);
    assert_int_equal(read_good("kept x1000").times, 1000);

    char text[TRUST_LINE_BYTES] = "kept: "; // a long label is cut between two characters
    for (int i = 0; i < 200; i++) {
        strcat(text, "\xC3\xA9");
    }
    line = read_good(text);
    assert_int_equal(strlen(line.label), 118);
}

static void repeats_are_days(void **state)
{
    (void)state;
    const TrustParameters *work = trust_preset("work");
    TrustState once = trust_start(work), by_line = once, crammed = once;
    for (int i = 0; i < 6; i++) {
        trust_apply(work, &once, (TrustEvent){ .kind = TRUST_DAY });
        trust_apply(work, &once, (TrustEvent){ .kind = TRUST_KEPT });
    }
    TrustLine line = read_good("kept x6");
    trust_line_apply(work, &by_line, &line);
    assert_memory_equal(&once, &by_line, sizeof once);
    line = read_good("also kept x6");
    trust_line_apply(work, &crammed, &line);
    assert_true(trust_reading(work, &crammed) < trust_reading(work, &once));
}

static void mistakes_are_named(void **state)
{
    static const struct {
        const char *text, *message, *fix;
    } rows[] = {
        { "mised", "unknown event \"mised\"", "did you mean missed?" },
        { "zzzzzz", "unknown event \"zzzzzz\"", "--help" },
        { "kept 4", "\"4\" is no length of work", "write 4h" },
        { "kept -4h", "\"-4h\" is no length", "write 4h" },
        { "kept 0m", "\"0m\" is no length", "1m" },
        { "kept 1001h", "\"1001h\" is no length", "1000h" },
        { "kept 99999999999999999999h", "is no length", "1000h" },
        { "kept 1h60m", "\"1h60m\" is no length", "1h30m" },
        { "kept 1h30", "\"1h30\" is no length", "1h30m" },
        { "kept 4h 2h", "\"2h\" says nothing about kept", "colon" },
        { "kept x0", "\"x0\" is no number of times", "x1 to x1000" },
        { "kept x1001", "\"x1001\" is no number of times", "x1 to x1000" },
        { "kept x6x", "\"x6x\" is no number of times", "x1 to x1000" },
        { "missed 4h", "\"4h\" says nothing about missed", "colon" },
        { "vow full", "\"full\" says nothing about vow", "colon" },
        { "apology whole", "\"whole\" is no part of an apology", "responsibility" },
        { "standard", "is no kind of standard", "known" },
        { "standard old", "\"old\" is no kind of standard", "known" },
        { "talk 101%", "\"101%\" is no part of a talk", "80%" },
        { "talk loud", "\"loud\" is no part of a talk", "listened" },
        { "heard", "is no kind of news", "heard good" },
        { "week loud", "\"loud\" says nothing about week", "colon" },
        { "also", "\"also\" is no event", "same day" },
        { ": a label", "is no event", "before its label" },
        { "a b c d e f g h i j k l m n o", "this is no event", "a few words" },
        { "kept aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "this is no event", "a few words" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        TrustLine line;
        Err err = { 0 };
        if (trust_line_read(rows[i].text, &line, &err)) {
            fail_msg("\"%s\" is taken", rows[i].text);
        }
        assert_int_equal(err.kind, ERR_INPUT);
        if (strstr(err.message, rows[i].message) == NULL || strstr(err.fix, rows[i].fix) == NULL) {
            fail_msg("\"%s\": %s (%s)", rows[i].text, err.message, err.fix);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_can_be_written),
        cmocka_unit_test(labels_repeats_and_comments),
        cmocka_unit_test(repeats_are_days),
        cmocka_unit_test(mistakes_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
