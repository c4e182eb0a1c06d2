// links: script
// Every story in probes/ is answered with the codes at the lines that its head expects, and with no
// others; each way that is shown leads where it says.
#include "support/test.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "explore/finding.h"
#include "written.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PROBES PLANKWRIGHT_SOURCE "/tests/explore/probes"

enum { TEXT_MAX = 1 << 20, ANSWER_MAX = 4000 };

static int by_text(const void *a, const void *b)
{
    return strcmp(a, b);
}

typedef struct Answers {
    char items[32][40]; // "PW-801 12"
    int count;
} Answers;

static void joined(Answers *answers, char *out, size_t size)
{
    size_t used = 0;
    qsort(answers->items, (size_t)answers->count, sizeof answers->items[0], by_text);
    out[0] = '\0';
    for (int i = 0; i < answers->count; i++) {
        used += (size_t)snprintf(out + used, size - used, "%s, ", answers->items[i]);
    }
}

static void expected(const char *path, char *out, size_t size)
{
    Answers answers = { .count = 0 };
    char *text = NULL;
    size_t length = 0;
    Err err = { 0 };
    assert_true(file_read(path, TEXT_MAX, &text, &length, &err));
    bool named = false;
    for (const char *at = text; (at = strstr(at, "-- expects: ")) != NULL; at++) {
        const char *what = at + strlen("-- expects: ");
        named = true;
        if (strncmp(what, "PW-", 3) == 0) {
            snprintf(answers.items[answers.count++], sizeof answers.items[0], "%.*s",
                     (int)strcspn(what, "\n"), what);
        }
    }
    assert_true(named);
    mem_free(text);
    joined(&answers, out, size);
}

// What stands at the end of the way is what the finding says.
static void check_way(const Scenario *sc, const ExploreFinding *f)
{
    Playthrough *play = mem_alloc(sc->play_size);
    StoryOffer offers[STORY_OFFERS_MAX];
    Err err = { 0 }, asked = { 0 };
    int broken = -1;
    assert_true(f->has_way);
    assert_true(explore_way_walk(sc, &f->way, play, &err));
    switch ((int)f->code) {
    case FINDING_STUCK:
        assert_int_equal(err.kind, ERR_NONE);
        assert_int_equal(story_offers(sc, play, false, offers, &asked), 0);
        assert_true(explore_is_stuck(&asked));
        break;
    case FINDING_FAILED:
        assert_string_equal(err.message, f->message);
        break;
    case FINDING_BROKEN:
        assert_false(story_always(sc, play, &broken, &asked));
        break;
    case FINDING_LOOP: // either it fails at once, or there is something to take for ever
        if (err.kind != ERR_NONE) {
            assert_non_null(strstr(err.message, "round in a circle"));
            break;
        }
        for (int i = 0; i < 1000; i++) {
            assert_true(story_offers(sc, play, false, offers, &asked) > 0);
            assert_true(story_choose(sc, play, &offers[0], NULL, &asked));
            assert_int_equal(play->ended, 0);
        }
        break;
    case FINDING_NOBODY:
        assert_int_equal(err.kind, ERR_NONE);
        assert_int_equal(play->who, STORY_NONE);
        break;
    default:
        assert_int_equal(err.kind, ERR_NONE);
        break;
    }
    mem_free(play);
}

// The choice of that option stands there, open or closed.
static bool stands_at(const Scenario *sc, const Playthrough *play, const char *whole_id)
{
    const StoryOp *op = &sc->ops[play->at];
    bool desk = op->code == OP_DESK;
    int first = desk ? sc->desks[op->b].first_option : op->b;
    int count = desk ? sc->desks[op->b].option_count : op->code == OP_CHOICE ? op->c : 0;
    for (int i = first; i < first + count; i++) {
        char id[96];
        snprintf(id, sizeof id, "%s%s.%s", sc->scenes[play->scene].id, desk ? "/desk" : "",
                 sc->options[i].id);
        if (strcmp(id, whole_id) == 0) {
            return true;
        }
    }
    return false;
}

// A warning about what never happens has a way to where that can be seen.
static void check_way_of_play(const Scenario *sc, const ExploreFinding *f)
{
    Playthrough *play = mem_alloc(sc->play_size);
    Err err = { 0 };
    assert_true(f->has_way && f->way_of_play);
    assert_true(explore_way_walk(sc, &f->way, play, &err));
    assert_int_equal(err.kind, ERR_NONE);
    if (f->code == FINDING_OPTION || f->code == FINDING_SAME) {
        assert_true(stands_at(sc, play, f->id));
    }
    mem_free(play);
}

static bool has_way_of_play(ExploreCode code)
{
    return code == FINDING_OPTION || code == FINDING_SAME || code == FINDING_UNMENDED ||
           code == FINDING_TRUE || code == FINDING_FALSE;
}

static bool check_probe(const char *name)
{
    char path[400], wanted[ANSWER_MAX], got[ANSWER_MAX];
    snprintf(path, sizeof path, PROBES "/%s", name);
    expected(path, wanted, sizeof wanted);
    Scenario *sc = loaded(path);
    ExploreCheck check;
    ExploreCheckOptions options = { .plays = 500 }; // little is left to chance
    explore_check_init(&check, sc, &options);
    assert_true(check.complete);
    Answers answers = { .count = 0 };
    for (int i = 0; i < check.count && answers.count < 32; i++) {
        const ExploreFinding *f = &check.findings[i];
        assert_int_not_equal(f->severity, FINDING_NOTE); // of a small story all is known
        snprintf(answers.items[answers.count++], sizeof answers.items[0], "PW-%d %d", (int)f->code,
                 f->line);
        if (f->code <= FINDING_BROKEN || f->code == FINDING_RARE || f->code == FINDING_NOBODY) {
            check_way(sc, f);
        }
        if (has_way_of_play(f->code)) {
            check_way_of_play(sc, f);
        }
    }
    joined(&answers, got, sizeof got);
    if (strcmp(wanted, got) != 0) {
        for (int i = 0; i < check.count; i++) {
            print_message("%s:%d: PW-%d %s\n", check.findings[i].file, check.findings[i].line,
                          (int)check.findings[i].code, check.findings[i].message);
        }
        print_message("%s: expected %s got %s\n", name, wanted, got);
    }
    explore_check_deinit(&check);
    scenario_free(sc);
    return strcmp(wanted, got) == 0;
}

static void test_each_probe_is_answered_with_its_code_and_no_other(void **state)
{
    (void)state;
    FileList list;
    Err err = { 0 };
    assert_true(file_list(PROBES, &list, &err));
    assert_true(list.count >= 30);
    int right = 0;
    for (int i = 0; i < list.count; i++) {
        right += check_probe(list.names[i]);
    }
    assert_int_equal(right, list.count);
    file_list_free(&list);
}

static void test_every_code_has_a_probe(void **state)
{
    (void)state;
    FileList list;
    Err err = { 0 };
    bool found[1000] = { false };
    assert_true(file_list(PROBES, &list, &err));
    for (int i = 0; i < list.count; i++) {
        char path[400], wanted[ANSWER_MAX];
        snprintf(path, sizeof path, PROBES "/%s", list.names[i]);
        expected(path, wanted, sizeof wanted);
        for (const char *at = wanted; (at = strstr(at, "PW-")) != NULL; at++) {
            found[atoi(at + 3)] = true;
        }
    }
    file_list_free(&list);
    ExploreCode code = FINDING_STUCK;
    int codes = 0;
    for (; explore_code(codes, &code) != NULL; codes++) {
        if (!found[code]) {
            fail_msg("no probe expects PW-%d", (int)code);
        }
    }
    assert_int_equal(codes, 27);
}

static void check_cause(const char *path, ExploreCode code, const char *id, const char *cause)
{
    Scenario *sc = loaded(path);
    ExploreCheck check;
    ExploreCheckOptions options = { .plays = 50 };
    explore_check_init(&check, sc, &options);
    const ExploreFinding *found = NULL;
    for (int i = 0; i < check.count; i++) {
        const ExploreFinding *f = &check.findings[i];
        found = f->code == code && strcmp(f->id, id) == 0 ? f : found; // the last one
    }
    assert_non_null(found);
    assert_string_equal(found->cause, cause);
    explore_check_deinit(&check);
    scenario_free(sc);
}

// A wrong cause sends its author the wrong way.
static void test_causes_are_those_that_there_are(void **state)
{
    (void)state;
    check_cause(PROBES "/c02_option.lua", FINDING_OPTION, "noon.sing",
                "its when is never true where it is asked");
    check_cause(PROBES "/c06_unharmed.lua", FINDING_UNHARMED, "ines",
                "whatever is chosen, no promise to them is ever missed");
    check_cause(PROBES "/c06_left_open.lua", FINDING_UNHARMED, "ines",
                "whatever is chosen, each promise to them is kept, or still open when the story "
                "ends");
    check_cause(PROBES "/c06_lapses.lua", FINDING_UNHARMED, "ines",
                "whatever is chosen, no promise to them is ever missed");
    check_cause(PROBES "/c17_no_room.lua", FINDING_OPTION, "morning/desk.sixth",
                "the desk has no room for it then: six offers are the most");
    check_cause(PROBES "/c17_no_room.lua", FINDING_OPTION, "morning/desk.dry",
                "its when is never true where it is asked");
    check_cause(PROBES "/c17_no_when.lua", FINDING_OPTION, "morning/desk.sixth",
                "the desk has no room for it then: six offers are the most");
    check_cause(PROBES "/c17_no_when.lua", FINDING_OPTION, "morning/desk.dear",
                "what it costs is never left, or the desk has no room for it then");
    check_cause(PROBES "/c18_covered_up.lua", FINDING_UNSETTLED, "note",
                "it is covered up, or every way ends before it is due");
    check_cause(PROBES "/c05_unsettled.lua", FINDING_UNSETTLED, "tea",
                "every way ends before it is due");
    check_cause(PROBES "/c22_promised_late.lua", FINDING_UNSETTLED, "tea",
                "when it is promised, its due time has come already, and no hour passes behind "
                "that");
    check_cause(PROBES "/c23_owned_late.lua", FINDING_FALSE, "owned(note)",
                "own_up(note) never counts: it does within 24 hours of a miss in silence, and "
                "before Ines has reacted to that");
    check_cause(PROBES "/c23_reacted.lua", FINDING_UNOWNED, "note",
                "it counts within 24 hours of a miss in silence, and before Ines has reacted to "
                "that: no way comes to it then");
    check_cause(PROBES "/c26_over.lua", FINDING_OVER, "early",
                "on every way it is Mon 11:00 or later when one comes there");
    check_cause(PROBES "/c26_over.lua", FINDING_OVER, "desk",
                "on every way it is Tue 10:00 or later when one comes there");
    check_cause(PROBES "/c28_unread.lua", FINDING_UNREAD, "wet",
                "no condition function reads it either, on any way");
    check_cause(PROBES "/p07_unused.lua", FINDING_UNREAD, "wet", "");
    check_cause(PROBES "/c29_unsaid.lua", FINDING_UNSAID, "missed(note)",
                "no way comes to a scene with Ines");
    check_cause(PROBES "/c29_unsaid.lua", FINDING_UNSAID, "kept(note)",
                "no scene with Rui begins where it is true");
    check_cause(PROBES "/c29_unsaid.lua", FINDING_UNSAID, "missed(tea)",
                "it is never true where it is asked");
    check_cause(PROBES "/c27_again.lua", FINDING_IDLE, "note",
                "on every way that comes here it was promised before");
    check_cause(PROBES "/c24_delivered.lua", FINDING_IDLE, "note",
                "on no way are its hours done when it is to be handed over");
}

// What nothing sets has no other place than where it is declared.
static void test_what_is_only_declared_is_found_there(void **state)
{
    (void)state;
    Scenario *sc = loaded(PROBES "/p07_declared.lua");
    const StoryPosition places[] = { { 0, 7 } };
    sc->flag_places = places;
    ExploreCheck check;
    ExploreCheckOptions options = { .plays = 50 };
    explore_check_init(&check, sc, &options);
    assert_int_equal(check.count, 1);
    assert_int_equal(check.findings[0].code, FINDING_UNREAD);
    assert_string_equal(check.findings[0].id, "wet");
    assert_int_equal(check.findings[0].line, 7);
    explore_check_deinit(&check);
    scenario_free(sc);
}

static const ExploreFinding *first_of(const ExploreCheck *check, ExploreCode code)
{
    for (int i = 0; i < check->count; i++) {
        if (check->findings[i].code == code) {
            return &check->findings[i];
        }
    }
    fail_msg("there is no PW-%d", (int)code);
    return NULL;
}

// The clock may run and a number count on long after the last way out was missed.
static void test_the_way_to_a_loop_ends_where_a_play_is_lost(void **state)
{
    (void)state;
    static const struct {
        const char *path, *choices, *id;
        double chance;
    } loops[] = {
        { PROBES "/p04_loop.lua", "morning.in", "one", 0.5 },
        { PROBES "/p04_counts.lua", "morning.in,queue.stay,queue.stay,queue.stay,queue.stay",
          "queue", 0.5 / 16.0 },
        { PROBES "/p04_waits.lua", "morning.in", "queue", 0.5 },
        { PROBES "/p04_foyer.lua", "morning.in", "one", 0.5 },
    };
    for (size_t i = 0; i < sizeof loops / sizeof *loops; i++) {
        Scenario *sc = loaded(loops[i].path);
        ExploreCheck check;
        ExploreCheckOptions options = { .plays = 50 };
        explore_check_init(&check, sc, &options);
        const ExploreFinding *f = first_of(&check, FINDING_LOOP);
        assert_true(f->has_way);
        assert_string_equal(f->way.choices, loops[i].choices);
        assert_string_equal(f->id, loops[i].id);
        assert_true(f->chance > loops[i].chance - 1e-9 && f->chance < loops[i].chance + 1e-9);
        check_way(sc, f);
        explore_check_deinit(&check);
        scenario_free(sc);
    }
}

// A clock that stops after 45 days is ours, not the author's: whoever is lost only there has no error.
static void test_where_only_the_clock_stops_there_is_a_note(void **state)
{
    (void)state;
    Scenario *sc = loaded(PLANKWRIGHT_SOURCE "/tests/explore/data/waits.lua");
    ExploreCheck check;
    ExploreCheckOptions options = { .plays = 500 };
    explore_check_init(&check, sc, &options);
    assert_true(check.complete);
    const ExploreFinding *f = first_of(&check, FINDING_LOOP);
    assert_int_equal(f->severity, FINDING_NOTE);
    assert_int_equal(f->method, BY_PROOF);
    assert_true(f->chance > 0.0 && f->chance < 1e-9);
    assert_int_equal(explore_check_count(&check, FINDING_ERROR), 0);
    explore_check_deinit(&check);
    scenario_free(sc);
}

// Beyond the limit nothing is "never", and what is met all the same has its way.
static void test_bounded_proves_nothing(void **state)
{
    (void)state;
    Scenario *sc = loaded(PROBES "/p02_one_in_4096.lua");
    ExploreCheck check;
    ExploreCheckOptions options = { .state_limit = 20, .plays = 20000 };
    explore_check_init(&check, sc, &options);
    assert_false(check.complete);
    int failed = 0;
    for (int i = 0; i < check.count; i++) {
        const ExploreFinding *f = &check.findings[i];
        assert_int_not_equal(f->method, BY_PROOF);
        if (f->severity == FINDING_ERROR) {
            assert_int_equal(f->code, FINDING_FAILED);
            assert_int_equal(f->method, BY_PLAYS);
            assert_in_range(f->plays, 1, 20); // of 20,000: about five
            check_way(sc, f);
            failed++;
        } else {
            assert_int_equal(f->severity, FINDING_NOTE);
        }
    }
    assert_int_equal(failed, 1);
    explore_check_deinit(&check);
    options.plays = 100; // too few to meet it
    explore_check_init(&check, sc, &options);
    assert_int_equal(explore_check_count(&check, FINDING_ERROR), 0);
    assert_int_equal(explore_check_count(&check, FINDING_WARNING), 0);
    explore_check_deinit(&check);
    scenario_free(sc);
}

// A whenever may wait for what hardly ever happens: unproved, nothing is said of it.
static void test_a_whenever_is_no_note(void **state)
{
    (void)state;
    Scenario *sc = loaded(PROBES "/c29_unsaid.lua");
    ExploreCheck check;
    ExploreCheckOptions options = { .state_limit = 2, .plays = 100 };
    explore_check_init(&check, sc, &options);
    assert_false(check.complete);
    for (int i = 0; i < check.count; i++) {
        assert_int_not_equal(check.findings[i].code, FINDING_UNSAID);
    }
    explore_check_deinit(&check);
    scenario_free(sc);
}

// What only lines hang on is forgotten, unless somebody asks. Between the two lies a limit at which all
// is proved but how that question comes out.
static void test_questions_that_take_too_much_are_left_open(void **state)
{
    (void)state;
    Scenario *sc = loaded(PROBES "/p10_forty.lua");
    ExploreCheck check;
    ExploreCheckOptions options = { .state_limit = 300, .plays = 1 };
    explore_check_init(&check, sc, &options);
    assert_true(check.complete && check.questions_open);
    assert_int_equal(check.count, 1);
    assert_int_equal(check.findings[0].severity, FINDING_NOTE);
    assert_true(check.findings[0].code == FINDING_TRUE || check.findings[0].code == FINDING_FALSE);
    explore_check_deinit(&check);
    options.state_limit = 5000;
    explore_check_init(&check, sc, &options);
    assert_true(check.complete && !check.questions_open);
    assert_int_equal(check.count, 0);
    explore_check_deinit(&check);
    scenario_free(sc);
}

// Nobody comes to the attic, however the question before it comes out: that is said although the
// question is left open.
static void test_what_is_proved_is_not_left_out_for_what_is_not(void **state)
{
    (void)state;
    Scenario *sc = loaded(PROBES "/c20_open_question.lua");
    ExploreCheck check;
    ExploreCheckOptions options = { .state_limit = 60, .plays = 1 };
    explore_check_init(&check, sc, &options);
    assert_true(check.complete && check.questions_open);
    assert_int_equal(explore_check_count(&check, FINDING_WARNING), 1);
    assert_int_equal(check.findings[0].code, FINDING_SCENE);
    assert_string_equal(check.findings[0].id, "attic");
    assert_int_equal(check.findings[0].method, BY_PROOF);
    explore_check_deinit(&check);
    scenario_free(sc);
}

// So many facts that no question has room for a trace: only the questions are left open by that.
static void test_only_questions_are_open_for_want_of_room(void **state)
{
    (void)state;
    Text source = { 0 };
    text_add(&source, "scenario { id = \"x\", title = \"X\", days = { \"Mon\" } }\n"
                      "local jo = person \"jo\" { name = \"Jo\", facts = { ");
    for (int i = 0; i < STORY_FACTS_MAX; i++) {
        text_addf(&source, "f%d = \"So.\", ", i);
    }
    text_add(&source,
             "} }\nlocal wet = flag \"wet\"\n"
             "local tea = commitment \"tea\" { kind = \"meet\", to = jo, what = \"tea\", "
             "due = \"Mon 12:00\" }\n"
             "scene \"hall\" { promise(tea), when(is(wet)) { set(wet) }, ending \"out\" }\n"
             "ending \"out\" { title = \"Out\", kind = \"apart\", \"Out.\" }\n");
    ScriptDiagnostics mistakes = { 0 };
    Err err = { 0 };
    Scenario *sc = script_load_text("room.lua", text_str(&source), strlen(text_str(&source)), NULL,
                                    &mistakes, &err);
    assert_non_null(sc);
    ExploreCheck check;
    ExploreCheckOptions options = { .plays = 1 };
    explore_check_init(&check, sc, &options);
    assert_true(check.complete && check.surveyed && check.questions_open);
    assert_int_equal(check.count, 2);
    assert_int_equal(check.findings[0].code, FINDING_UNSETTLED);
    assert_int_equal(check.findings[0].severity, FINDING_WARNING);
    assert_int_equal(check.findings[1].code, FINDING_FALSE);
    assert_int_equal(check.findings[1].severity, FINDING_NOTE);
    explore_check_deinit(&check);
    scenario_free(sc);
    script_diagnostics_deinit(&mistakes);
    text_deinit(&source);
}

// Of a draw that one play in a hundred makes fall so, a seed is found.
static void test_a_way_through_chance_has_a_seed(void **state)
{
    (void)state;
    Scenario *sc = loaded(PROBES "/c13_chance.lua");
    ExploreCheck check;
    ExploreCheckOptions options = { .plays = 1 };
    explore_check_init(&check, sc, &options);
    assert_int_equal(check.count, 1);
    assert_int_equal(check.findings[0].code, FINDING_STUCK);
    assert_true(check.findings[0].chance > 0.0099 && check.findings[0].chance < 0.0101);
    assert_true(check.findings[0].way.seed > 1);
    check_way(sc, &check.findings[0]);
    explore_check_deinit(&check);
    scenario_free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_probe_is_answered_with_its_code_and_no_other),
        cmocka_unit_test(test_every_code_has_a_probe),
        cmocka_unit_test(test_causes_are_those_that_there_are),
        cmocka_unit_test(test_what_is_only_declared_is_found_there),
        cmocka_unit_test(test_the_way_to_a_loop_ends_where_a_play_is_lost),
        cmocka_unit_test(test_where_only_the_clock_stops_there_is_a_note),
        cmocka_unit_test(test_bounded_proves_nothing),
        cmocka_unit_test(test_a_whenever_is_no_note),
        cmocka_unit_test(test_questions_that_take_too_much_are_left_open),
        cmocka_unit_test(test_what_is_proved_is_not_left_out_for_what_is_not),
        cmocka_unit_test(test_only_questions_are_open_for_want_of_room),
        cmocka_unit_test(test_a_way_through_chance_has_a_seed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
