// The loop of lines over a small scenario: every command, every kind of wrong line, the end of input.
#define _POSIX_C_SOURCE 200809L
#include "support/test.h"

#include "base/text.h"
#include "story/debrief.h"
#include "story/playground.h"
#include "term/play.h"

#include <stdlib.h>

typedef struct Outside {
    StoryHistory *history;
    int choices, undos;
    char plan[200];
    bool full; // the disk
} Outside;

static bool choose(void *context, const StoryOffer *offer, Err *err)
{
    Outside *outside = context;
    bool good = history_choose(outside->history, offer, err);
    outside->choices += good;
    if (good && outside->full) {
        err_set(err, ERR_SYSTEM, "the disk is full");
    }
    return good;
}

static bool undo(void *context, Err *err)
{
    (void)err;
    Outside *outside = context;
    outside->undos++;
    return history_undo(outside->history);
}

static bool keep_plan(void *context, const char *text, Err *err)
{
    (void)err;
    Outside *outside = context;
    snprintf(outside->plan, sizeof outside->plan, "%s", text);
    return true;
}

static Scenario *scenario;
static char *said;
static size_t said_size;

static int open_scenario(void **state)
{
    (void)state;
    scenario = playground_new();
    return 0;
}

static int close_scenario(void **state)
{
    (void)state;
    scenario_free(scenario);
    free(said);
    said = NULL;
    return 0;
}

// Plays these lines; what was printed is in `said`.
static Outside answer(const char *lines, int width)
{
    StoryHistory history;
    Err err = { 0 };
    assert_true(history_open(&history, scenario, 1, &err));
    Outside outside = { .history = &history };
    char *input = strdup(lines);
    FILE *in = lines[0] ? fmemopen(input, strlen(lines), "r") : fopen("/dev/null", "r");
    TermPlay play = { .in = in,
                      .history = &history,
                      .host = { &outside, choose, undo, keep_plan } };
    free(said);
    play.printer = term_printer_plain(open_memstream(&said, &said_size));
    play.printer.width = width;
    outside.full = strstr(lines, "day") != NULL;
    term_play(&play);
    fclose(play.printer.out);
    fclose(in);
    free(input);
    history_close(&history);
    return outside;
}

static void says(const char *words)
{
    if (!strstr(said, words)) {
        fail_msg("not said: \"%s\" in:\n%s", words, said);
    }
}

static void test_choices_by_number_id_and_tail(void **state)
{
    (void)state;
    Outside outside = answer("1\nstart.hour\nwork\nquit\n", 80);
    assert_int_equal(outside.choices, 3);
    says("Maya: Morning.");
    says("Your promise to Maya (brief, plank 1): due Tuesday 12:00.");
    says("Monday, 09:00");
    says("Monday, 10:00");
    says("\n>\n"); // the options of this scenario have no texts
}

static void test_end_of_input_leaves(void **state)
{
    (void)state;
    assert_int_equal(answer("", 80).choices, 0);
    assert_int_equal(answer("hour\nhour", 80).choices, 2); // the last line without its newline too
}

static void test_wrong_lines_change_nothing(void **state)
{
    (void)state;
    Outside outside = answer("0\n99\n-1\nnonsense\n\n   \n\xff\xfe\n1x\nquit\nhour\n", 80);
    assert_int_equal(outside.choices, 0);
    says("\"nonsense\" is none of the choices. Type a number from 1 to");
    says("could not be read");
    char longer[3000];
    memset(longer, 'a', sizeof longer - 2);
    longer[sizeof longer - 2] = '\n';
    longer[sizeof longer - 1] = '\0';
    assert_int_equal(answer(longer, 80).choices, 0);
}

static void test_undo(void **state)
{
    (void)state;
    Outside outside = answer("undo\nhour\nhour\nundo\nundo\nundo\nquit\n", 80);
    assert_int_equal(outside.undos, 2);
    says("there is nothing to undo");
    says("One choice back.");
}

static void test_commands(void **state)
{
    (void)state;
    Outside outside = answer(
        "promise_brief\nlearn\nlook\nledger\nhistory\nids\n?\nplan If it is five, then I ring.\n",
        80);
    says("The bridge to Maya: ");
    says("What you promised");
    says("1. brief, to Maya: due Tue 12:00");
    says("What you now know about Maya");
    says("She sees the board on Wednesday.");
    says("(start.promise_brief)");
    says("quit: leave. Every choice is kept already");
    assert_string_equal(outside.plan, "If it is five, then I ring.");
    says("Kept for tomorrow.");
}

static void test_a_full_disk_is_told_and_play_goes_on(void **state)
{
    (void)state;
    Outside outside = answer("day\nhour\n", 80);
    assert_int_equal(outside.choices, 2);
    says("the disk is full");
}

static void test_bridge_is_told_when_it_changes(void **state)
{
    (void)state;
    answer("promise_brief\nday\nday\n", 80); // the clock breaks it
    says("Your promise to Maya (brief, plank 1): missed, in silence.");
    says("The bridge to Maya: ");
}

static void test_debrief(void **state)
{
    (void)state;
    answer("promise_brief\nday\nday\nsorry\nsorry\nlearn\nend\nundo\n", 80);
    says("The end: Over");
    says("Looking back");
    says("1, brief, to Maya: missed, in silence");
    says("apologised 2×");
    says("How much notice Maya needs");
    says("She sees the board on Wednesday.");
    says("Step 1 is not to break it.");
    says("broke on Tuesday 12:00");
    says("One plan, tomorrow");
}

static void test_forty_columns(void **state)
{
    (void)state;
    answer("promise_brief\nday\nday\nlook\nledger\nhistory\n?\nend\n", 40);
    for (const char *line = said; *line;) {
        size_t n = strcspn(line, "\n");
        char *one = strndup(line, n);
        if (utf8_columns(one) > 40) {
            fail_msg("wider than 40 columns: %s", one);
        }
        free(one);
        line += n + (line[n] == '\n');
    }
}

static void test_transcript_is_the_same_each_time(void **state)
{
    (void)state;
    char *texts[2] = { NULL, NULL };
    for (int i = 0; i < 2; i++) {
        size_t size = 0;
        StoryHistory history;
        Err err = { 0 };
        assert_true(history_open(&history, scenario, 1, &err));
        TermPrinter printer = term_printer_plain(open_memstream(&texts[i], &size));
        assert_true(term_transcript(&printer, &history, "promise_brief,work,work,end", &err));
        fclose(printer.out);
        history_close(&history);
    }
    assert_string_equal(texts[0], texts[1]);
    assert_non_null(strstr(texts[0], "You made 1 promise and broke none. It took 4 h."));
    free(texts[0]);
    free(texts[1]);
}

static void test_transcript_refuses_what_is_not_open(void **state)
{
    (void)state;
    static const char *const ways[] = { "hour,nowhere", "end,hour" };
    for (int i = 0; i < 2; i++) {
        char *text = NULL;
        size_t size = 0;
        StoryHistory history;
        Err err = { 0 };
        assert_true(history_open(&history, scenario, 1, &err));
        TermPrinter printer = term_printer_plain(open_memstream(&text, &size));
        assert_false(term_transcript(&printer, &history, ways[i], &err));
        assert_non_null(strstr(err.message, i == 0 ? "nowhere" : "hour"));
        assert_int_equal(history.count, 1);
        fclose(printer.out);
        history_close(&history);
        free(text);
    }
}

static void test_debrief_hours(void **state)
{
    (void)state;
    StoryHistory history;
    Debrief debrief;
    playground_walk(&history, scenario,
                    "promise_brief,work,day,day,promise_slides,client,slides,own,cover");
    debrief_init(&debrief, &history);
    assert_int_equal(debrief.step_count, 9);
    assert_int_equal(debrief.promised, 2);
    assert_int_equal(debrief.broken, 1);
    assert_int_equal(debrief.first_broken, BRIEF);
    assert_int_equal(debrief.first_broken_minute, TUE + 12 * 60);
    assert_int_equal(debrief.keeping_minutes,
                     240); // two hours for Maya before it broke, two for Sam
    assert_int_equal(debrief.rebuilding_minutes, 0);
    assert_int_equal(debrief.unasked_count, 2); // a fact and a standard of Maya's
    debrief_deinit(&debrief);
    history_close(&history);
}

int main(void)
{
#define PLAYED(test) cmocka_unit_test_setup_teardown(test, open_scenario, close_scenario)
    const struct CMUnitTest tests[] = {
        PLAYED(test_choices_by_number_id_and_tail),
        PLAYED(test_end_of_input_leaves),
        PLAYED(test_wrong_lines_change_nothing),
        PLAYED(test_undo),
        PLAYED(test_commands),
        PLAYED(test_a_full_disk_is_told_and_play_goes_on),
        PLAYED(test_bridge_is_told_when_it_changes),
        PLAYED(test_debrief),
        PLAYED(test_forty_columns),
        PLAYED(test_transcript_is_the_same_each_time),
        PLAYED(test_transcript_refuses_what_is_not_open),
        PLAYED(test_debrief_hours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
