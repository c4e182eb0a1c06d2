// links: script
// Held against random plays of random stories: a deed that is found to do nothing can be taken out, and
// they come to the same states without it, choice for choice; where a time is found to be over it always
// is later already.
#include "support/test.h"

#include "base/arena.h"
#include "explore/finding.h"
#include "random_story.h"

#include <stdio.h>
#include <string.h>

enum { STORIES = 150, PLAYS = 60, CHOICES_MOST = 200 };

typedef struct Judged { // a scenario, and what was found in it
    const Scenario *scenario;
    Scenario without; // a copy in which the deeds are taken out
    StoryOp *ops;
    bool *over; // by op: of a scene or a desk
    int deeds, times;
} Judged;

static void judged_init(Judged *j, const Scenario *sc)
{
    size_t size = sizeof *j->ops * (size_t)sc->op_count;
    *j = (Judged){ .scenario = sc, .without = *sc, .ops = mem_alloc(size) };
    memcpy(j->ops, sc->ops, size);
    j->over = mem_alloc((size_t)sc->op_count);
    j->without.ops = j->ops;
}

static void judge(Judged *j, const ExploreFinding *f)
{
    if (f->code == FINDING_OVER) {
        j->over[f->op] = true;
        j->times++;
    } else if (f->code == FINDING_IDLE && f->severity == FINDING_WARNING) {
        assert_int_equal(f->method, BY_PROOF);
        j->ops[f->op] = (StoryOp){ OP_GO, 0, (uint16_t)(f->op + 1), 0 };
        j->deeds++;
    }
}

static void check_times(const Judged *j, const Playthrough *play, const StoryJournal *journal)
{
    const Scenario *sc = j->scenario;
    for (int i = 0; i < journal->count; i++) {
        const StoryEvent *event = &journal->events[i];
        if (event->kind == EVENT_SCENE && j->over[sc->scenes[event->what].op]) {
            assert_true(event->minute > sc->scenes[event->what].at);
        }
    }
    assert_false(play->ended == 0 && story_pause(sc, play) == PAUSE_DESK && j->over[play->at]);
}

static void play_both(const Judged *j, uint64_t seed, const char *source)
{
    StoryOffer offers[STORY_OFFERS_MAX], others[STORY_OFFERS_MAX];
    StoryJournal journal = { 0 };
    const Scenario *sc = j->scenario;
    uint64_t stream = seed;
    Playthrough *one = mem_alloc(sc->play_size), *two = mem_alloc(sc->play_size);
    bool goes_on = story_start(sc, one, seed, &journal, NULL);
    assert_int_equal(story_start(&j->without, two, seed, NULL, NULL), goes_on);
    for (int i = 0; goes_on && i < CHOICES_MOST; i++) {
        if (!play_equal(sc, one, two)) {
            fputs(source, stderr);
            fail_msg("seed %d, choice %d: another state", (int)seed, i);
        }
        check_times(j, one, &journal);
        int open = story_offers(sc, one, false, offers, NULL);
        assert_int_equal(story_offers(&j->without, two, false, others, NULL), open);
        if (open == 0) {
            break;
        }
        const StoryOffer *offer = &offers[random_below(&stream, (uint32_t)open)];
        goes_on = story_choose(sc, one, offer, &journal, NULL);
        assert_int_equal(story_choose(&j->without, two, offer, NULL, NULL), goes_on);
    }
    story_journal_deinit(&journal);
    mem_free(one);
    mem_free(two);
}

static void check_story(int number, int *deeds, int *times)
{
    Text source = { 0 };
    Scenario *sc = random_story(number, &source);
    ExploreCheck check;
    ExploreCheckOptions options = { .state_limit = 20000, .plays = 50 };
    explore_check_init(&check, sc, &options);
    Judged j;
    judged_init(&j, sc);
    for (int i = 0; i < check.count; i++) {
        judge(&j, &check.findings[i]);
    }
    for (int i = 0; i < PLAYS && j.deeds + j.times > 0; i++) {
        play_both(&j, (uint64_t)i + 1, text_str(&source));
    }
    *deeds += j.deeds;
    *times += j.times;
    mem_free(j.ops);
    mem_free(j.over);
    explore_check_deinit(&check);
    scenario_free(sc);
    text_deinit(&source);
}

static void test_what_does_nothing_and_what_is_over(void **state)
{
    (void)state;
    int deeds = 0, times = 0;
    for (int i = 0; i < STORIES; i++) {
        desk_options = rich = i >= STORIES / 2;
        check_story(i, &deeds, &times);
    }
    print_message("of %d stories: %d deeds, %d times\n", STORIES, deeds, times);
    assert_true(deeds > 0 && times >= STORIES / 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_does_nothing_and_what_is_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
