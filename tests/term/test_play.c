// The loop of lines over a small scenario: every command, every kind of wrong line, the end of input.
#define _POSIX_C_SOURCE 200809L
#include "support/test.h"

#include "base/text.h"
#include "story/debrief.h"
#include "story/playground.h"
#include "term/play.h"
#include "term/tell.h"

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
static int plays; // of each option, for what might have been

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
    TermPlay play = {
        .in = in, .history = &history, .host = { &outside, choose, undo, keep_plan }, .plays = plays
    };
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
        fputs(said, stderr);
        fail_msg("not said: \"%s\"", words);
    }
}

static void test_choices_by_number_id_and_tail(void **state)
{
    (void)state;
    Outside outside = answer("1\nstart.hour\nwork\nquit\n", 80);
    assert_int_equal(outside.choices, 3);
    says("Maya: Morning.");
    says("* You promise Maya: brief (plank 1), due Tuesday 12:00.");
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
    says("- brief (plank 1), to Maya: due Tue 12:00");
    says("What you now know about Maya");
    says("She sees the board on Wednesday.");
    says("(start.promise_brief)");
    says("quit: leave. Every choice is kept already");
    assert_string_equal(outside.plan, "If it is five, then I ring.");
    says("Kept for tomorrow: If it is five, then I ring.");
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
    says("* Your promise to Maya, brief (plank 1): missed, in silence.");
    says("The bridge to Maya: ");
}

static void test_debrief(void **state)
{
    (void)state;
    answer("promise_brief\nday\nday\nsorry\nsorry\nlearn\nend\nundo\n", 80);
    says("The end: Over");
    says("Looking back");
    says("- brief (plank 1), to Maya: missed, in silence");
    says("apologised 2×");
    says("How much notice Maya needs");
    says("She sees the board on Wednesday.");
    says("Step 1 is not to break it.");
    says("“brief” broke on Tuesday 12:00, 4 h short.");
    says("Nobody has begun it: the bridge to Maya is");
    says("One plan, tomorrow");
    says("then I finish one thing for them\nfirst."); // sorry twice, and no deed
    answer("promise_brief\nday\nday\nend\n", 80);
    says("One thing Maya would have told you, had you asked");
    says("The one to Maya stands worst: worn.");
    says("then I ring whoever waits for it before I open\nmy mail.");
}

static void test_what_might_have_been(void **state)
{
    (void)state;
    plays = 4;
    answer("promise_brief\nday\nday\nend\n", 80);
    plays = 0;
    says("The chance if everything after it is left to luck, counted in 4 plays of each\nchoice.");
    says("(your choice)");
    says("bridge to ");
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
    assert_non_null(strstr(texts[0], "You made 1 promise and broke none. It took 4 h,"));
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

static void says_not(const char *words)
{
    if (strstr(said, words)) {
        fputs(said, stderr);
        fail_msg("said: \"%s\"", words);
    }
}

static int times(const char *words)
{
    int count = 0;
    for (const char *at = said; (at = strstr(at, words)) != NULL; at++) {
        count++;
    }
    return count;
}

static void test_word_gets_round(void **state)
{
    (void)state;
    answer("promise_brief\nwork\nwork\nday\n", 80);
    says("* Word gets round to Sam: brief, on time.");
    says_not("Word gets round to Maya");
    answer("promise_brief\nday\nday\n", 80);
    says("* Word gets round to Sam: brief, late and without a word.");
    answer("promise_brief\npromise_call\nday\nday\n", 80); // both on Tuesday
    says("* Word gets round to Sam: brief, late and without a word; call, you weren’t\n  there.");
}

// Two who hear the same are told of once; what was held is not named; what is not found is not made up.
static void test_word_by_hand(void **state)
{
    (void)state;
    StoryEvent events[] = {
        { .kind = EVENT_SETTLED, .person = SAM, .what = SECRET, .a = STATE_KEPT, .b = STATE_OPEN },
        { .kind = EVENT_DAY },
        { .kind = EVENT_HEARD, .person = SAM, .a = 1 },
        { .kind = EVENT_TRUST, .person = SAM },
        { .kind = EVENT_HEARD, .person = MAYA, .a = 1 },
    };
    StoryHistory history = { .scenario = scenario, .journal = { events, 5, 5 } };
    Text line = { 0 };
    term_add_heard(&history, 2, &line);
    assert_string_equal(text_str(&line), "Word gets round to Sam and Maya."); // whose, is not known
    text_clear(&line);
    term_add_heard(&history, 4, &line);
    assert_string_equal(text_str(&line), ""); // told with Sam's
    events[0].person = MAYA;                  // Sam hears of her
    term_add_heard(&history, 2, &line);
    assert_string_equal(text_str(&line), "Word gets round to Sam: you kept something to yourself.");
    events[2].a = 0; // heard nothing good
    text_clear(&line);
    term_add_heard(&history, 2, &line);
    assert_string_equal(text_str(&line), "Word gets round to Sam and Maya.");
    text_deinit(&line);
}

static void test_planks_of_options(void **state)
{
    (void)state;
    answer("promise_brief\n", 80);
    says("1.  [a new plank: brief]");
    says("6.  [plank 1, brief]\n");  // work
    says("9.  [plank 1, brief]\n");  // tell
    says("11.  [plank 1, brief]\n"); // own up: before it is due, that it will be late
    says("12.  [plank 1, brief]\n"); // cover up
    assert_int_equal(times("[plank 1, brief]"), 5);
    answer("", 80);
    says("10.\n"); // to tell of a promise that was not made does nothing
    says("4.\n");  // a colleague's promise is no plank of the player's
    answer("promise_brief\nwork\nwork\n", 80);
    assert_int_equal(times("[plank 1, brief]"), 10); // kept: nothing touches it any more
}

static void test_several_planks_in_one_option(void **state)
{
    (void)state;
    scenario_free(scenario);
    Builder *b = playground_builder();
    builder_option(b, 0)->end = builder_option(b, 2)->end;
    Err err = { 0 };
    scenario = builder_finish(b, &err);
    assert_non_null(scenario);
    answer("", 80);
    says("1.  [new planks: brief, call, secret]");
    says("2.  [a new plank: call]");
    answer("promise_call\n", 80);
    says("1.  [new planks: brief, secret]"); // what is promised already is not new
}

static void test_words_at_the_desk(void **state)
{
    (void)state;
    Outside outside = answer("promise_brief\npromise_call\ndesk\nt\n4\n", 80);
    says("t. Tell them that it will be late, or ask for a new date: brief, call.");
    says("\n4. Tell Maya: brief will be late.\n5. Ask Maya for a new date: brief.\n");
    says("* Maya knows that it will be late: brief (plank 1).");
    assert_int_equal(times("Ask Maya for a new date: brief."), 1); // not before it is asked for
    assert_int_equal(outside.choices, 4);
    outside = answer("promise_brief\npromise_call\ndesk\ndesk.move_brief\nids\n", 80);
    assert_int_equal(outside.choices, 4);
    says("* New date with Maya: brief (plank 1), now due Wednesday 10:00.");
    says("desk.tell_call)");     // with ids, everything is listed
    assert_int_equal(times("desk.tell_brief)"), 0); // agreed anew: it is not late today
    says("1. Work on brief.\n"); // the line says its promise itself
    answer("t\n", 80);
    says("There is nothing to tell or to move here.");
}

static void test_what_is_open_comes_before_commands(void **state)
{
    (void)state;
    scenario_free(scenario);
    Builder *b = playground_builder();
    static const char *const names[] = { "look", "undo", "t", "plan" };
    for (int i = 0; i < 4; i++) {
        builder_option(b, i)->id = names[i];
    }
    Err err = { 0 };
    scenario = builder_finish(b, &err);
    assert_non_null(scenario);
    Outside outside = answer("look\nundo\nt\nplan\n/undo\n/look\n", 80);
    assert_int_equal(outside.choices, 4);
    assert_int_equal(outside.undos, 1);
    says("The bridge to Maya: ");
}

static void test_promises_of_colleagues(void **state)
{
    (void)state;
    answer("promise_keys\nday\nend\n", 80);
    says("* Maya promises you: keys (plank 1), due Monday 12:00.");
    says("* Maya came through: keys (plank 1).");
    says("- keys (plank 1), promised by Maya: they came through");
    answer("promise_keys\nlets_down\nday\nend\n", 80);
    says("* Maya did not come through: keys (plank 1).");
    says("- keys (plank 1), promised by Maya: they did not come through");
    says_not("in silence");
}

// Who tells what they had promised to keep to themselves is not silent.
static void test_what_is_not_held(void **state)
{
    (void)state;
    answer("promise_secret\nblab\nday\nday\nday\nend\n", 80);
    says("* Your promise to Sam, secret (plank 1): not held.");
    says("- secret (plank 1), to Sam: not held");
    says_not("in silence");
    answer("promise_secret\nday\nday\nday\nend\n", 80);
    says("* Your promise to Sam, secret (plank 1): held to the end.");
    says("- secret (plank 1), to Sam: held to the end");
}

static void test_refusals_and_cover(void **state)
{
    (void)state;
    answer("promise_brief\ncover\n", 80);
    says("* Maya does not know: brief (plank 1).");
    answer("promise_brief\ncover\nfound\ndeny\ndeny\ndeny\ndeny\npromise_call\n", 80);
    says("* Maya does not take your promise: call.");
    answer("promise_brief\nmove\nmove\n", 80); // the date that it has
    says("* No new date from Maya: brief (plank 1) is due when it was.");
}

static void test_time_is_said_once(void **state)
{
    (void)state;
    answer("hour\nlook\n\nsorry\nask\nhour\nend\n", 80);
    assert_int_equal(times("Monday, 10:00"), 1);
    assert_int_equal(times("Monday, 11:00"), 1);
    says("Monday\n- 09:00:\n- 10:00:\n- then:\n- then:\n- 11:00:\n");
}

static void test_the_suggested_plan_is_kept(void **state)
{
    (void)state;
    Outside outside = answer("promise_brief\nday\nday\nend\nplan\n", 80);
    assert_string_equal(outside.plan, "If something like “brief” slips, then I ring whoever waits "
                                      "for it before I open my mail.");
    outside = answer("plan\n", 80);
    assert_string_equal(outside.plan, ""); // there is none yet
    says("Write it in one line");
}

static void test_drawing_can_be_hidden(void **state)
{
    (void)state;
    answer("drawing\nlook\ndrawing\nlook\n", 80);
    assert_int_equal(times("You |"), 2); // two bridges, once
    says("The bridge is told, and not drawn.");
}

// Everyone in a line each, and one bridge part by part; by first name, whole name, id and number.
static void test_canyon_and_look_at(void **state)
{
    (void)state;
    answer("promise_brief\ncanyon\nlook maya\nlook nobody\n", 80);
    says("1 Maya");
    says("2 Sam");
    says("The gate is open.");
    says("look and a name or a number: that bridge, part by part.");
    says("The bridge to Maya: ");
    says("- Plank 1: ");
    says("times: A plank of good faith. Sound.");
    says("- The ropes: one promise after another. All eight strands hold.");
    says("You work with nobody called \"nobody\". Type canyon for everyone.");
    assert_int_equal(times("The bridge to Sam: "), 0);
    static const char *const names[] = { "look MAYA\n", "look 1\n", "/look maya\n" };
    for (int i = 0; i < 3; i++) {
        answer(names[i], 80);
        says("The bridge to Maya: ");
    }
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
        PLAYED(test_what_might_have_been),
        PLAYED(test_forty_columns),
        PLAYED(test_transcript_is_the_same_each_time),
        PLAYED(test_transcript_refuses_what_is_not_open),
        PLAYED(test_debrief_hours),
        PLAYED(test_word_gets_round),
        PLAYED(test_word_by_hand),
        PLAYED(test_planks_of_options),
        PLAYED(test_several_planks_in_one_option),
        PLAYED(test_words_at_the_desk),
        PLAYED(test_what_is_open_comes_before_commands),
        PLAYED(test_promises_of_colleagues),
        PLAYED(test_what_is_not_held),
        PLAYED(test_refusals_and_cover),
        PLAYED(test_time_is_said_once),
        PLAYED(test_the_suggested_plan_is_kept),
        PLAYED(test_drawing_can_be_hidden),
        PLAYED(test_canyon_and_look_at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
