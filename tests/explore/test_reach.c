// links: explore script
// What is estimated of the number of rests stays near it, and below it where plays meet few of them.
#include "written.h"

#include "base/arena.h"
#include "explore/reach.h"
#include "explore/rests.h"

#include <stdio.h>

enum { TEXT = 16384 };

// A story with that many yes-or-no choices, none of which is forgotten: 2, 4, 8 .. rests in its scenes.
static Scenario *choices(int count)
{
    char *text = mem_alloc(TEXT);
    int at = snprintf(text, TEXT,
                      "scenario { id = \"t\", title = \"T\", author = \"a\", days = { \"Mon\" } }\n"
                      "person \"ada\" { name = \"Ada A\" }\nlocal f = {}\nfor i = 1, %d do f[i] = "
                      "flag(\"f\" .. i) end\n",
                      count);
    for (int i = 1; i <= count; i++) {
        at += snprintf(
            text + at, (size_t)(TEXT - at),
            "scene \"s%d\" { \"So?\", choice { option \"y\" \"Yes.\" { set(f[%d]), go \"s%d\" }, "
            "option \"n\" \"No.\" { go \"s%d\" } } }\n",
            i, i, i + 1, i + 1);
    }
    snprintf(text + at, (size_t)(TEXT - at),
             "scene \"s%d\" { ending \"e\" }\n"
             "ending \"e\" { title = \"E\", kind = \"together\", \"The end.\" }\n",
             count + 1);
    Scenario *sc = written("reach.lua", text);
    mem_free(text);
    return sc;
}

typedef struct Walked {
    double estimate; // with nothing walked
    uint32_t count;  // that there are
} Walked;

static Walked walk(const Scenario *sc)
{
    Walked w;
    ExplorePack pack;
    ExploreAnswers answers;
    ExploreRests rests;
    ExploreMap prints;
    explore_pack_init(&pack, sc, false);
    explore_answers_init(&answers);
    explore_map_init(&prints);
    w.estimate = explore_reach(sc, &pack, NULL, &prints, 1e9);
    assert_true(explore_reach(sc, &pack, NULL, &prints, 10) > 10); // half the plays
    explore_map_deinit(&prints);
    assert_true(explore_rests_init(&rests, sc, &pack, NULL, &answers, 1000000, NULL));
    w.count = pack.rests.count;
    explore_rests_deinit(&rests);
    explore_answers_deinit(&answers);
    explore_pack_deinit(&pack);
    return w;
}

static void test_what_all_plays_meet(void **state)
{
    (void)state;
    Scenario *sc = choices(8);
    Walked w = walk(sc);
    assert_true(w.count > 500);
    assert_true(w.estimate <= w.count && w.estimate > w.count * .99);
    scenario_free(sc);
}

static void test_what_few_meet(void **state)
{
    (void)state;
    Scenario *sc = choices(15);
    Walked w = walk(sc);
    assert_true(w.count > 60000); // 8,000 plays meet a quarter
    assert_true(w.estimate < w.count * 1.1 && w.estimate > w.count * .5);
    scenario_free(sc);
}

// Those that were walked do not count twice.
static void test_what_is_known(void **state)
{
    (void)state;
    Scenario *sc = choices(6);
    ExplorePack pack;
    ExploreMap prints;
    explore_pack_init(&pack, sc, false);
    explore_map_init(&prints);
    Playthrough *play = mem_alloc(sc->play_size);
    assert_true(story_start(sc, play, 0, NULL, NULL));
    StoryOffer offers[STORY_OFFERS_MAX];
    double before = explore_reach(sc, &pack, NULL, &prints, 1e9);
    assert_int_equal(story_offers(sc, play, false, offers, NULL), 2);
    assert_true(story_choose(sc, play, &offers[0], NULL, NULL));
    ExplorePrint print = explore_rest_of(&pack, NULL, play);
    bool fresh;
    explore_map_at(&prints, explore_key_of_hash(print.a, print.b), &fresh);
    double after = explore_reach(sc, &pack, NULL, &prints, 1e9);
    assert_true(before > after + .5 && before < after + 1.5);
    mem_free(play);
    explore_map_deinit(&prints);
    explore_pack_deinit(&pack);
    scenario_free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_all_plays_meet),
        cmocka_unit_test(test_what_few_meet),
        cmocka_unit_test(test_what_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
