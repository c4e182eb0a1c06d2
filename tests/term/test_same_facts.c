// The terminal tells of a bridge whenever an ear would hear that something on it has changed: both say what the
// picture shows.
// links: speech view script story
#include "support/test.h"

#include "base/hash.h"
#include "script/script.h"
#include "speech/changes.h"
#include "story/history.h"
#include "story/render.h"
#include "term/bridge.h"

#include <stdio.h>
#include <string.h>

// Only promises that were made or kept: the terminal tells these by name.
static bool only_promises(const BridgeCondition *before, const BridgeCondition *now)
{
    BridgeCondition same = *now;
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        const BridgePlank *was = &before->planks[i], *is = &now->planks[i];
        bool settled = is->disc > 0 && is->state <= BRIDGE_PLANK_MARKED &&
                       was->state <= BRIDGE_PLANK_MARKED && is->mended_by == was->mended_by;
        if (settled) {
            same.planks[i] = *was;
        }
    }
    Text out = { .data = NULL };
    speech_bridge_changes("", before, &same, &out);
    bool nothing = out.length == 0;
    text_deinit(&out);
    return nothing;
}

static void walk(const char *scenario, uint64_t seed, int *changes)
{
    Err err = { .kind = ERR_NONE };
    char path[512];
    snprintf(path, sizeof path, "%s/scripts/scenarios/%s", PLANKWRIGHT_SOURCE, scenario);
    Scenario *sc = script_load(path, NULL, &err);
    assert_non_null(sc);
    StoryHistory history;
    assert_true(history_open(&history, sc, seed, &err));
    BridgeCondition before[STORY_PEOPLE_MAX], now;
    for (int i = 0; i < sc->person_count; i++) {
        story_bridge(sc, history.now, i, &before[i]);
    }
    for (int step = 0; step < 60 && history.now->ended == 0; step++) {
        StoryOffer offers[STORY_OFFERS_MAX];
        int count = story_offers(sc, history.now, false, offers, &err);
        assert_true(count > 0);
        assert_true(history_choose(&history, &offers[random_below(&seed, (uint32_t)count)], &err));
        for (int i = 0; i < sc->person_count; i++) {
            Text heard = { .data = NULL }, beside = { .data = NULL };
            story_bridge(sc, history.now, i, &now);
            speech_bridge_changes("", &before[i], &now, &heard);
            render_beside(&before[i], &now, &beside);
            bool told = term_bridge_differs(&before[i], &now) || beside.length > 0;
            if (heard.length > 0 && !told && !only_promises(&before[i], &now)) {
                fail_msg("%s: the terminal is silent about: %s", scenario, text_str(&heard));
            }
            *changes += heard.length > 0;
            before[i] = now;
            text_deinit(&heard);
            text_deinit(&beside);
        }
    }
    history_close(&history);
    scenario_free(sc);
}

static void test_both_tell(void **state)
{
    (void)state;
    static const char *const SCENARIOS[] = { "late-brief", "long-way-back", "cover-up",
                                             "two-promises" };
    int changes = 0;
    for (int i = 0; i < 4; i++) {
        for (uint64_t seed = 1; seed <= 6; seed++) {
            walk(SCENARIOS[i], seed, &changes);
        }
    }
    print_message("%d changes\n", changes);
    assert_true(changes > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_both_tell) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
