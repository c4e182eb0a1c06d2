// links: script
// Merged states still read as they answer: whoever plays on from one as it stands has the choices that its
// edges say, on a written story and on random ones.
#include "support/test.h"

#include "base/arena.h"
#include "explore/explore.h"
#include "story/story.h"
#include "random_story.h"

enum { STORIES = 60, STATES_MOST = 60000 };

static bool among(const StoryOffer *offers, int count, const ExploreEdge *edge)
{
    for (int i = 0; i < count; i++) {
        if (offers[i].kind == edge->kind && offers[i].x == edge->x) {
            return true;
        }
    }
    return false;
}

// How many choices differ from the one before: they stand side by side.
static int choices(const ExploreGraph *graph, uint32_t state)
{
    int count = 0;
    for (uint32_t k = graph->first[state]; k < graph->first[state + 1]; k++) {
        const ExploreEdge *edge = &graph->edges[k], *before = edge - 1;
        count += k == graph->first[state] || edge->kind != before->kind || edge->x != before->x;
    }
    return count;
}

static bool reads_as_it_answers(const ExploreGraph *graph, uint32_t state, Playthrough *play)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    uint32_t first = graph->first[state], end = graph->first[state + 1];
    if (first < end && graph->edges[first].kind == EXPLORE_GOES_ON) {
        return true;
    }
    explore_play(graph, state, play);
    int count = play->ended != 0 ? 0 : story_offers(graph->scenario, play, false, offers, NULL);
    bool all = choices(graph, state) == count;
    for (uint32_t k = first; all && k < end; k++) {
        all = among(offers, count, &graph->edges[k]);
    }
    return all;
}

// Where all could be walked. The number of states.
static uint32_t assert_reads(const char *source, Scenario *sc, int mode)
{
    ExploreGraph graph;
    ExploreOptions options = { .forget = (mode & 1) != 0, .merge = (mode & 2) != 0 };
    options.state_limit = STATES_MOST;
    assert_true(explore_init(&graph, sc, &options, NULL));
    uint32_t count = graph.complete && !graph.overflow ? explore_state_count(&graph) : 0;
    Playthrough *play = mem_alloc(sc->play_size);
    for (uint32_t state = 0; state < count; state++) {
        if (!reads_as_it_answers(&graph, state, play)) {
            fail_msg("state %u in mode %d\n%s", state, mode, source);
        }
    }
    mem_free(play);
    explore_deinit(&graph);
    return count;
}

#define DENIED "deny(ada), deny(ada), deny(ada), deny(ada), deny(ada), deny(ada), "
#define ASKS(scene_, word_)                                                                        \
    "scene \"" scene_ "\" { choice { option \"y\" \"Y.\" { when = trusts(ada, \"" word_            \
    "\") }, option \"n\" \"N.\" {} }, ending \"good\" }\n"

// Behind a circle, scenes that ask for two words of her bridge: who answers the one like that need not answer
// the other so.
static void test_each_scene_has_its_own(void **state)
{
    (void)state;
    static const char source[] =
        "scenario { id = \"own\", title = \"Own\", days = { \"Mon\" } }\n"
        "local ada = person \"ada\" { name = \"Ada A\" }\n"
        "scene \"s0\" { choice { option \"a\" \"A.\" {}, option \"b\" \"B.\" { " DENIED
        "}, option \"c\" \"C.\" { " DENIED DENIED "} }, go \"s1\" }\n"
        "scene \"s1\" { choice { option \"d\" \"D.\" { go \"s1\" }, option \"e\" \"E.\" { go "
        "\"s2\" }, option \"f\" \"F.\" { go \"s3\" }, option \"g\" \"G.\" { go \"s4\" } } }\n" ASKS(
            "s2", "worn") ASKS("s3", "sound")
            ASKS("s4",
                 "worn") "ending \"good\" { title = \"Good\", kind = \"together\", \"Good.\" }\n";
    Scenario *sc = written("own.lua", source);
    for (int mode = 0; mode < 4; mode++) {
        assert_true(assert_reads(source, sc, mode) > 0);
    }
    scenario_free(sc);
}

static void test_random_stories(void **state)
{
    (void)state;
    uint32_t states = 0;
    desk_options = true;
    for (int n = 0; n < STORIES; n++) {
        Text source = { 0 };
        lively = n % 2 == 0;
        Scenario *sc = random_story(n, &source);
        states += assert_reads(text_str(&source), sc, 2 + n / 2 % 2);
        scenario_free(sc);
        text_deinit(&source);
    }
    print_message("%u states\n", states);
    assert_true(states > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_each_scene_has_its_own),
                                        cmocka_unit_test(test_random_stories) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
