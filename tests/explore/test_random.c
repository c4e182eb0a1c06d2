// links: script
// Hundreds of small random stories: forgetting and merging change no value of any of them. Each is
// made from its number alone; a failing one is printed whole.
#include "support/test.h"

#include "base/hash.h"
#include "base/text.h"
#include "explore/values.h"
#include "script/script.h"

#include <math.h>
#include <string.h>

enum { STORIES = 200, SCENES = 4, STATES_MOST = 60000 };

typedef struct Writer {
    Text out;
    uint64_t stream;
    int options;
} Writer;

static int below(Writer *w, int count)
{
    return (int)random_below(&w->stream, (uint32_t)count);
}

static const char *one_of(Writer *w, const char *const *words, int count)
{
    return words[below(w, count)];
}
#define ONE_OF(w, ...)                                                                             \
    one_of(w, (const char *const[]){ __VA_ARGS__ },                                                \
           (int)(sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *)))

static const char *condition(Writer *w)
{
    return ONE_OF(w, "kept(plot)", "missed(plot)", "open(plot)", "told(pact)", "moved(plot)",
                  "kept(hush)", "missed(pact)", "owned(plot)", "covered(plot)", "found(plot)",
                  "promised(loan)", "missed(loan)", "done(plot)", "due_within(pact, 20)",
                  "knows(ada, \"fall\")", "clarified(ada, \"notice\")", "trusts(ada, \"sound\")",
                  "trusts(ben, \"worn\")", "trusts(ben, \"strained\")", "accepts(ada)",
                  "accepts(ben)", "hours_left(3)", "energy_left(4)", "is(wet)", "at_least(n, 2)",
                  "silo()", "all { is(wet), trusts(ada, \"worn\") }",
                  "any { at_least(n, 1), no(kept(plot)) }", "no(trusts(ben, \"sound\"))");
}

static const char *deed(Writer *w)
{
    return ONE_OF(w, "promise(plot)", "promise(pact)", "promise(hush)", "promise(loan)",
                  "tell(plot)", "move(plot)", "move(pact)", "own_up(plot)", "cover_up(plot)",
                  "found_out(plot)", "breaks(hush)", "lets_down(loan)",
                  "apologise(ada) { \"responsibility\", \"regret\" }", "apologise(ben) { \"repair\" }",
                  "vow(ada)", "vow(ben)", "deny(ada)", "learn(ada, \"fall\")",
                  "clarify(ada, \"notice\")", "breaks(ada, \"notice\")", "spend { hours = 3 }",
                  "spend { energy = 4 }", "set(wet)", "clear(wet)", "add(n, 1)", "assign(n, 0)",
                  "listen(ada)", "ask(ben)", "defend(ben)", "steer(ada)", "work(plot, 2)",
                  "attend(pact)", "ada \"So.\"");
}

static void deeds(Writer *w, int most)
{
    for (int i = below(w, most + 1); i > 0; i--) {
        if (below(w, 4) == 0) {
            text_addf(&w->out, "when(%s) { %s }, ", condition(w), deed(w));
        } else {
            text_addf(&w->out, "%s, ", deed(w));
        }
    }
}

static void write_need(Writer *w, int scene)
{
    text_addf(&w->out, "need { who = %s, stakes = \"%s\", ", ONE_OF(w, "ada", "one_of { ada, ben }"),
              ONE_OF(w, "small", "medium", "high"));
    text_addf(&w->out, "crosses = { go \"s%d\" }, ", scene + 1);
    if (below(w, 2) == 0) {
        text_add(&w->out, "hesitates = { choice { option \"hush\" \"Wait.\" { listen }, option "
                          "\"push\" \"Now!\" { steer } } }, ");
    }
    text_addf(&w->out, "turns_back = { %s, go \"s%d\" } },\n", deed(w), scene + 1);
}

static void write_choice(Writer *w, int scene, bool may_return)
{
    text_add(&w->out, "choice {\n");
    int count = 2 + below(w, 2);
    for (int i = 0; i < count; i++) {
        text_addf(&w->out, "option \"o%d\" \"Do it.\" { ", w->options++);
        if (i > 0 && below(w, 3) == 0) {
            text_addf(&w->out, "when = %s, ", condition(w));
        }
        if (i > 0 && below(w, 5) == 0) {
            text_add(&w->out, "costs = { hours = 1, energy = 3 }, ");
        }
        deeds(w, 3);
        bool back = may_return && i > 0 && below(w, 6) == 0;
        text_addf(&w->out, "go \"s%d\" },\n", back ? scene : scene + 1);
    }
    text_add(&w->out, "},\n");
}

static void write_scene(Writer *w, int scene, bool circles)
{
    text_addf(&w->out, "scene \"s%d\" { ", scene);
    if (scene > 0 && below(w, 2) == 0 && !circles) {
        text_addf(&w->out, "at = \"%s\", ", ONE_OF(w, "Tue 09:00", "Tue 16:30", "Wed 12:00"));
    }
    text_add(&w->out, "ada \"Hm.\", ");
    deeds(w, 3);
    if (below(w, 3) == 0) {
        text_addf(&w->out, "chance { odds(1, { %s }), odds(2, { %s }) },\n", deed(w), deed(w));
    }
    if (scene > 0 && below(w, 4) == 0 && !circles) {
        text_addf(&w->out, "desk { till = \"%s\", slot = \"4h\"%s },\n",
                  ONE_OF(w, "Tue 17:00", "Wed 13:00"), ONE_OF(w, "", ", talk = {}"));
    }
    if (below(w, 3) == 0) {
        write_need(w, scene);
    } else {
        write_choice(w, scene, circles);
    }
    text_add(&w->out, "}\n");
}

static void write_story(Writer *w)
{
    bool circles = below(w, 4) == 0;
    text_addf(&w->out,
              "scenario { id = \"random\", title = \"Random\", days = { \"Mon\", \"Tue\", \"Wed\" },"
              " weeks = %d, energy = 8 }\n"
              "local ada = person \"ada\" { name = \"Ada A\", reply = \"So.\", standards = { notice "
              "= { hours = 5, says = \"five\" } }, facts = { fall = \"She fell.\" }%s }\n"
              "local ben = person \"ben\" { name = \"Ben B\", hears = { \"ada\" } }\n"
              "local plot = commitment \"plot\" { kind = \"work\", by = \"player\", to = ada, what = "
              "\"plot\", effort = 3, due = \"Tue 12:00\", found = { 1, 3 } }\n"
              "local pact = commitment \"pact\" { kind = \"meet\", by = \"player\", to = ben, what = "
              "\"pact\", due = \"Tue 16:00\" }\n"
              "local hush = commitment \"hush\" { kind = \"hold\", by = \"player\", to = ada, what = "
              "\"hush\", due = \"Wed 10:00\" }\n"
              "local loan = commitment \"loan\" { kind = \"work\", by = ben, to = \"player\", what = "
              "\"loan\", effort = 1, due = \"Tue 10:00\" }\n"
              "local wet = flag \"wet\"\nlocal n = number \"n\" { from = 0, to = 3 }\n",
              1 + below(w, 2), ONE_OF(w, "", ", persona = \"watchful\"", ", persona = \"forgiving\""));
    if (below(w, 2) == 0) {
        text_addf(&w->out, "whenever(%s) { ada \"Well.\", %s }\n",
                  ONE_OF(w, "missed(plot)", "is(wet)", "kept(hush)"),
                  ONE_OF(w, "add(n, 1)", "set(wet)", "mood(ada, \"cold\")"));
    }
    for (int i = 0; i < SCENES; i++) {
        write_scene(w, i, circles);
    }
    text_addf(&w->out, "scene \"s%d\" { when(%s) { ending \"good\" }, when(%s) { ending \"fair\" }, "
                       "ending \"bad\" }\n",
              SCENES, condition(w), condition(w));
    text_add(&w->out, "ending \"good\" { title = \"Good\", kind = \"together\", \"Good.\" }\n"
                      "ending \"fair\" { title = \"Fair\", kind = \"patched\", \"Fair.\" }\n"
                      "ending \"bad\" { title = \"Bad\", kind = \"apart\", \"Bad.\" }\n");
}

typedef struct Twins {
    const ExploreGraph *a, *b;
    const ExploreValues *va, *vb;
    ExploreTable pairs;
} Twins;

static void meet(Twins *t, uint32_t a, uint32_t b)
{
    uint32_t pair[] = { a, b };
    explore_table_add(&t->pairs, pair);
}

// Both are walked at once: at each step the same choices with the same outcomes must be open, and all
// endings as likely.
static bool same(Twins *t)
{
    meet(t, 0, 0);
    for (uint32_t n = 0; n < t->pairs.count; n++) {
        const uint32_t *pair = explore_table_at(&t->pairs, n);
        uint32_t a = pair[0], b = pair[1];
        for (int e = 0; e < t->va->endings; e++) {
            if (fabs(explore_chance(t->va, a, e) - explore_chance(t->vb, b, e)) > 1e-6) {
                return false;
            }
        }
        uint32_t edges = t->a->first[a + 1] - t->a->first[a];
        if (edges != t->b->first[b + 1] - t->b->first[b]) {
            return false;
        }
        for (uint32_t i = 0; i < edges; i++) {
            const ExploreEdge *x = &t->a->edges[t->a->first[a] + i];
            const ExploreEdge *y = &t->b->edges[t->b->first[b] + i];
            bool nowhere = x->to == (uint32_t)EXPLORE_NOWHERE;
            if (x->kind != y->kind || x->x != y->x || fabsf(x->chance - y->chance) > 1e-6f ||
                nowhere != (y->to == (uint32_t)EXPLORE_NOWHERE)) {
                return false;
            }
            if (!nowhere) {
                meet(t, x->to, y->to);
            }
        }
    }
    return true;
}

// 0: too large to be told; 1: the same; -1: not.
static int compare(const Scenario *sc, const ExploreGraph *whole, const ExploreValues *values,
                   int mode)
{
    ExploreGraph less;
    ExploreOptions options = { .forget = (mode & 1) != 0, .merge = (mode & 2) != 0 };
    options.state_limit = 4 * STATES_MOST;
    assert_true(explore_init(&less, sc, &options, NULL));
    ExploreValues reduced;
    int answer = -1;
    if (less.complete && !less.overflow) {
        explore_values_init(&reduced, &less);
        Twins twins = { .a = whole, .b = &less, .va = values, .vb = &reduced };
        explore_table_init(&twins.pairs, sizeof(uint32_t) * 2);
        answer = same(&twins) && less.trouble_count == whole->trouble_count ? 1 : -1;
        explore_table_deinit(&twins.pairs);
        explore_values_deinit(&reduced);
    }
    explore_deinit(&less);
    return answer;
}

static void test_random_stories_keep_their_values(void **state)
{
    (void)state;
    int looked = 0, circles = 0;
    for (int n = 0; n < STORIES; n++) {
        Writer w = { .stream = (uint64_t)n * 7919 + 1 };
        write_story(&w);
        ScriptDiagnostics mistakes = { 0 };
        Err err = { 0 };
        Scenario *sc = script_load_text("random.lua", text_str(&w.out), strlen(text_str(&w.out)),
                                        NULL, &mistakes, &err);
        if (sc == NULL) {
            char line[600];
            fail_msg("story %d: %s\n%s", n,
                     mistakes.count > 0
                         ? script_diagnostic_line(&mistakes.items[0], line, (int)sizeof line)
                         : err.message,
                     text_str(&w.out));
        }
        ExploreGraph whole;
        ExploreOptions options = { .state_limit = STATES_MOST };
        assert_true(explore_init(&whole, sc, &options, &err));
        if (whole.complete && !whole.overflow) {
            ExploreValues values;
            explore_values_init(&values, &whole);
            looked++;
            circles += values.circles;
            for (int mode = 1; mode < 4; mode++) {
                if (compare(sc, &whole, &values, mode) < 0) {
                    fail_msg("story %d differs in mode %d\n%s", n, mode, text_str(&w.out));
                }
            }
            explore_values_deinit(&values);
        }
        explore_deinit(&whole);
        scenario_free(sc);
        script_diagnostics_deinit(&mistakes);
        text_deinit(&w.out);
    }
    print_message("%d stories compared, %d with circles\n", looked, circles);
    assert_true(looked >= STORIES / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_random_stories_keep_their_values) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
