// links: script
// Condition functions: what they read is heard, and the rest forgotten and merged. Stories have the
// same graphs, chances and findings as where nothing is; and a long one becomes short.
#include "support/test.h"

#include "base/arena.h"
#include "explore/finding.h"
#include "random_story.h"
#include "twins.h"
#include "written.h"

enum { STORIES = 200, STATES_MOST = 6000, MODES = 4 };

// ---- random stories ---------------------------------------------------------------------------------

// Each time it is loaded anew, so that nothing was heard before.
static bool differs(int n, const ExploreGraph *whole, const ExploreValues *values, int mode)
{
    Text source = { 0 };
    Scenario *fresh = random_story(n, &source);
    bool differ = twins_differ(fresh, whole, values, mode, 4 * STATES_MOST);
    scenario_free(fresh);
    text_deinit(&source);
    return differ;
}

static bool is_smaller(const Scenario *sc, uint32_t states)
{
    ExploreGraph less;
    ExploreOptions options = { .state_limit = STATES_MOST, .forget = true, .merge = true };
    assert_true(explore_init(&less, sc, &options, NULL));
    bool smaller = explore_state_count(&less) < states;
    explore_deinit(&less);
    return smaller;
}

static void test_random_stories_keep_their_values(void **state)
{
    (void)state;
    int looked = 0, smaller = 0;
    functions = desk_options = true;
    for (int n = 0; n < STORIES; n++) {
        Text source = { 0 };
        Scenario *sc = random_story(n, &source);
        ExploreGraph whole;
        ExploreOptions options = { .state_limit = STATES_MOST };
        assert_true(explore_init(&whole, sc, &options, NULL));
        if (sc->lua_condition != NULL && whole.complete && !whole.overflow) {
            ExploreValues values;
            explore_values_init(&values, &whole);
            looked++;
            for (int mode = 1; mode < MODES; mode++) {
                if (differs(n, &whole, &values, mode)) {
                    fail_msg("story %d differs in mode %d\n%s", n, mode, text_str(&source));
                }
            }
            smaller += is_smaller(sc, explore_state_count(&whole));
            explore_values_deinit(&values);
        }
        explore_deinit(&whole);
        scenario_free(sc);
        text_deinit(&source);
    }
    print_message("%d stories compared, %d are smaller\n", looked, smaller);
    assert_true(looked >= STORIES / 2 && smaller >= looked * 3 / 4);
}

// ---- findings ---------------------------------------------------------------------------------------

enum { CHECKED = 40, PLAYS = 200, STATES_CHECKED = 6000 };

static bool same_finding(const ExploreFinding *a, const ExploreFinding *b)
{
    return a->code == b->code && a->severity == b->severity && a->method == b->method &&
           a->line == b->line && strcmp(a->id, b->id) == 0 && strcmp(a->message, b->message) == 0 &&
           fabs(a->chance - b->chance) < 1e-6;
}

// What is mended may be counted generously (README.md), so that a finding about it is missing; and
// where nobody listens, functions may read anything.
static bool may_be_missing(ExploreCode code)
{
    return code == FINDING_UNMENDED || code == FINDING_TEACHES || code == FINDING_UNREAD ||
           code == FINDING_SAME;
}

static const ExploreFinding *missing(const ExploreCheck *from, const ExploreCheck *in)
{
    for (int i = 0; i < from->count; i++) {
        int k = 0;
        while (k < in->count && !same_finding(&from->findings[i], &in->findings[k])) {
            k++;
        }
        if (k == in->count && !may_be_missing(from->findings[i].code)) {
            return &from->findings[i];
        }
    }
    return NULL;
}

// Where nobody listens to functions, nothing is forgotten or merged.
static void checked(ExploreCheck *check, Scenario *sc, bool listens)
{
    ExploreCheckOptions options = { .state_limit = STATES_CHECKED, .plays = PLAYS };
    if (!listens) {
        sc->lua_heard = NULL;
    }
    explore_check_init(check, sc, &options);
}

static void test_findings_are_the_same(void **state)
{
    (void)state;
    int looked = 0, found = 0;
    functions = true;
    for (int n = 0; n < CHECKED; n++) {
        Text source = { 0 };
        Scenario *sc = random_story(n, &source);
        ExploreCheck less, whole;
        checked(&less, sc, true);
        checked(&whole, sc, false);
        if (whole.complete && !whole.questions_open) {
            looked++;
            found += whole.count;
            assert_true(less.complete);
            const ExploreFinding *other = missing(&whole, &less);
            other = other != NULL ? other : missing(&less, &whole);
            if (other != NULL) {
                fail_msg("story %d: PW-%d %s, %s\n%s", n, (int)other->code, other->id,
                         other->message, text_str(&source));
            }
        }
        explore_check_deinit(&whole);
        explore_check_deinit(&less);
        scenario_free(sc);
        text_deinit(&source);
    }
    print_message("%d stories checked, %d findings\n", looked, found);
    assert_true(looked >= CHECKED / 3 && found >= looked);
}

// ---- written ones -----------------------------------------------------------------------------------

#define HEAD                                                                                       \
    "scenario { id = \"asked\", title = \"Asked\", days = { \"Mon\", \"Tue\" }, energy = 8 }\n"    \
    "local ada = person \"ada\" { name = \"Ada A\" }\n"                                            \
    "local hush = commitment \"hush\" { kind = \"hold\", by = \"player\", to = ada, what = "       \
    "\"hush\", due = \"Tue 10:00\" }\n"                                                            \
    "local wet, dry = flag \"wet\", flag \"dry\"\n"                                                \
    "ending \"good\" { title = \"Good\", kind = \"together\", \"Good.\" }\n"                       \
    "ending \"bad\" { title = \"Bad\", kind = \"apart\", \"Bad.\" }\n"
#define SCENE(id, before, deed, behind)                                                            \
    "scene \"" id "\" { " before " choice { option \"c\" \"C.\" { " deed                           \
    " }, option \"d\" \"D.\" {} }, " behind " }\n"
#define FIRST(deed)    SCENE("s0", "", deed, "go \"s1\"")
#define OVER(question) "scene \"over\" { when(" question ") { ending \"good\" }, ending \"bad\" }\n"

typedef struct Case {
    const char *what, *source;
    double good;  // chance of the first ending
    int troubles; // of one kind, if there are any
} Case;

static const Case cases[] = {
    { "one thing is read only where another is so",
      HEAD FIRST("set(wet)") SCENE("s1", "", "set(dry)", "go \"s2\"")
          SCENE("s2", "", "", "go \"over\"")
              OVER("function(s) if s.flag.wet then return s.flag.dry end return false end"),
      0.25, 0 },
    { "a question about lines alone fails",
      HEAD FIRST("set(wet)")
          SCENE("s1", "", "",
                "when(function(s) if s.flag.wet then error(\"wet\") end return true end) { "
                "ada \"So.\" }, set(dry), go \"over\"") OVER("is(dry)"),
      0.5, 1 },
    { "a reaction of lines alone fails",
      HEAD FIRST("set(wet)") SCENE("s1", "", "", "set(dry), go \"s2\"")
          SCENE("s2", "ada \"Hm.\",", "", "go \"over\"")
              OVER("is(dry)") "whenever(function(s) if s.flag.wet and s.scene == \"s2\" then "
                              "error(\"wet\") end "
                              "return false end) { ada \"So.\" }\n",
      0.5, 1 },
    { "an always is asked at the end",
      HEAD FIRST("set(wet)") SCENE("s1", "", "", "go \"over\"")
          OVER("is(dry)") "always \"it\" (function(s) return not (s.ended and s.flag.wet) end)\n",
      0.0, 1 },
    { "one always or the other does not hold",
      HEAD FIRST("set(wet)") SCENE("s1", "", "", "go \"s2\"")
          SCENE("s2", "", "", "clear(wet), go \"over\"")
              OVER("is(dry)") "always \"dry\" (function(s) return s.scene ~= \"s2\" or not "
                              "s.flag.wet end)\n"
                              "always \"wet\" (function(s) return s.scene ~= \"s2\" or s.flag.wet "
                              "end)\n",
      0.0, 2 },
    { "an always asks for trust",
      HEAD FIRST("deny(ada)") SCENE("s1", "", "promise(hush), breaks(hush), deny(ada)", "go \"s2\"")
          SCENE("s2", "at = \"Tue 11:00\",", "", "go \"over\"")
              OVER("is(dry)") "always \"sound\" (function(s) return s.scene ~= \"s2\" or "
                              "s.trusts.ada == "
                              "\"sound\" end)\n",
      0.0, 1 },
    { "the energy is read",
      HEAD FIRST("spend { energy = 3 }") SCENE("s1", "", "spend { energy = 2 }", "go \"s2\"")
          SCENE("s2", "", "", "go \"over\"")
              OVER("function(s) return s.energy >= 4 and s.energy <= 6 end"),
      0.5, 0 },
    { "a state and the word of a bridge are read",
      HEAD FIRST("promise(hush), breaks(hush)")
          SCENE("s1", "at = \"Tue 12:00\",", "apologise(ada) { \"regret\" }", "go \"over\"")
              OVER("function(s) return s.state.hush == \"missed\" or s.trusts.ada == \"down\" end"),
      0.5, 0 },
};

static void assert_case(const Case *it, int mode)
{
    Scenario *sc = written("functions.lua", it->source);
    ExploreGraph graph;
    ExploreValues values;
    ExploreOptions options = { .forget = (mode & 1) != 0, .merge = (mode & 2) != 0 };
    assert_true(explore_init(&graph, sc, &options, NULL));
    assert_true(graph.complete);
    explore_values_init(&values, &graph);
    if (fabs(explore_chance(&values, 0, 0) - it->good) > 1e-6 ||
        graph.trouble_count != it->troubles) {
        fail_msg("%s, mode %d: %f, %d", it->what, mode, explore_chance(&values, 0, 0),
                 graph.trouble_count);
    }
    explore_values_deinit(&values);
    explore_deinit(&graph);
    scenario_free(sc);
}

static void test_what_is_read_is_kept(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        for (int mode = 0; mode < MODES; mode++) {
            assert_case(&cases[i], mode);
        }
    }
}

// More than is kept in order (MEMO_READS_MAX) is heard all the same.
static void test_what_is_read_last_is_heard(void **state)
{
    (void)state;
    enum { FLAGS = 40 };
    Text source = { 0 };
    text_add(&source, HEAD FIRST("set(wet)"));
    for (int i = 0; i < FLAGS; i++) {
        text_addf(&source, "flag \"g%d\"\n", i);
    }
    text_addf(
        &source,
        OVER("function(s) for i = 0, %d do if s.flag[\"g\" .. i] then return true end end return "
             "s.flag.wet end"),
        FLAGS - 1);
    text_add(&source,
             "scene \"s1\" { choice { option \"c\" \"C.\" {}, option \"d\" \"D.\" {} }, go "
             "\"over\" }\n");
    Case it = { "forty flags", text_str(&source), 0.5, 0 };
    for (int mode = 0; mode < MODES; mode++) {
        assert_case(&it, mode);
    }
    text_deinit(&source);
}

// ---- a long one -------------------------------------------------------------------------------------

enum { STEPS = 16, RAW_LEAST = 200000, TIMES_FEWER = 50 };

// At each step something is said or left, and remembered in a flag that only the next step reads; at the
// end the word of a bridge, the energy and one promise count.
static void write_long_story(Text *out)
{
    text_add(out, HEAD "always \"some energy\" (function(s) return s.energy >= 0 end)\n");
    for (int i = 0; i < STEPS; i++) {
        text_addf(out, "local f%d = flag \"f%d\"\n", i, i);
    }
    for (int i = 0; i < STEPS; i++) {
        text_addf(out, "scene \"s%d\" { ", i);
        if (i == 4) {
            text_add(out, "promise(hush), ");
        }
        text_add(out, "choice { option \"a\" \"A.\" { ");
        if (i > 0) {
            text_addf(out, "when(function(s) return s.flag.f%d end) { %s }, ", i - 1,
                      i % 4 == 0 ? "deny(ada)" : "ada \"So.\"");
        }
        text_addf(out, "set(f%d) }, option \"b\" \"B.\" { %s } }, ", i,
                  i == 8       ? "breaks(hush)"
                  : i % 5 == 0 ? "spend { energy = 1 }"
                               : "");
        if (i + 1 < STEPS) {
            text_addf(out, "go \"s%d\" }\n", i + 1);
        } else {
            text_add(out, "go \"evening\" }\n");
        }
    }
    text_add(out,
             "scene \"evening\" { when(function(s) return s.energy > 5 end) { set(wet) }, go "
             "\"over\" }\n"
             "scene \"over\" { at = \"Tue 12:00\", when(function(s) return s.flag.wet and "
             "(s.trusts.ada ~= \"sound\" or s.state.hush == \"kept\") end) { ending \"good\" }, "
             "ending \"bad\" }\n");
}

static void test_a_long_story_becomes_short(void **state)
{
    (void)state;
    Text source = { 0 };
    write_long_story(&source);
    Scenario *sc = written("functions.lua", text_str(&source));
    ExploreGraph whole, less;
    ExploreValues values, reduced;
    assert_true(explore_init(&less, sc, &(ExploreOptions){ .forget = true, .merge = true }, NULL));
    assert_true(explore_init(&whole, sc, &(ExploreOptions){ .state_limit = 0 }, NULL));
    assert_true(whole.complete && less.complete);
    explore_values_init(&values, &whole);
    explore_values_init(&reduced, &less);
    double chance = explore_chance(&values, 0, 0);
    uint32_t states = explore_state_count(&less);
    print_message("%u states for %u; good %f\n", (unsigned)states,
                  (unsigned)explore_state_count(&whole), chance);
    assert_true(chance > 0.01 && chance < 0.99);
    assert_true(fabs(chance - explore_chance(&reduced, 0, 0)) < 1e-6);
    assert_true(explore_state_count(&whole) >= RAW_LEAST);
    assert_true(states * TIMES_FEWER <= explore_state_count(&whole));
    explore_values_deinit(&values);
    explore_values_deinit(&reduced);
    explore_deinit(&whole);
    explore_deinit(&less);
    scenario_free(sc);
    text_deinit(&source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_stories_keep_their_values),
        cmocka_unit_test(test_findings_are_the_same),
        cmocka_unit_test(test_what_is_read_is_kept),
        cmocka_unit_test(test_what_is_read_last_is_heard),
        cmocka_unit_test(test_a_long_story_becomes_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
