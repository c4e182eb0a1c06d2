// What the builder works out and what it refuses: names, limits, who is present, what comes again,
// which plank an option touches; and that a save notices an edited scenario.
#include "support/test.h"

#include "base/arena.h"
#include "story/save.h"
#include "story/week.h"

static void refuse(Builder *b, const char *part)
{
    Err err = { 0 };
    Scenario *sc = builder_finish(b, &err);
    assert_null(sc);
    if (strstr(err.message, part) == NULL) {
        fail_msg("\"%s\" does not say \"%s\"", err.message, part);
    }
}

static void one_scene(Builder *b)
{
    static const WeekOption options[] = { { .id = "on" } };
    week_loop(b, "start", STORY_TIME_NONE, options, 1);
}

static void test_too_many(void **state)
{
    (void)state;
    Builder *b = week_small();
    one_scene(b);
    for (int i = 0; i <= STORY_PEOPLE_MAX; i++) {
        builder_person(b, (StoryPerson){ .id = "p", .talk = -1 });
    }
    refuse(b, "at most 8 people");
    b = week_small();
    one_scene(b);
    for (int i = 0; i <= STORY_COMMITMENTS_MAX; i++) {
        builder_commitment(b, (StoryCommitment){ .id = "c", .provided = -1 });
    }
    refuse(b, "at most 64 commitments");
    b = week_small();
    one_scene(b);
    for (int i = 0; i <= STORY_FLAGS_MAX; i++) {
        builder_flag(b, "f");
    }
    refuse(b, "at most 64 flags");
    b = week_small();
    one_scene(b);
    for (int i = 0; i <= UINT16_MAX; i++) {
        week_op(b, OP_FLAG, 1, 0, 0);
    }
    refuse(b, "too long");
    b = week_small();
    one_scene(b);
    for (int i = 0; i <= INT16_MAX; i++) {
        week_cond(b, COND_FLAG, 0, 0, 0);
    }
    refuse(b, "at most 32767 conditions");
}

static void test_calendar(void **state)
{
    (void)state;
    Builder *b = week_small();
    one_scene(b);
    builder_scenario(b)->calendar_day[9] = STORY_CALENDAR_MAX;
    refuse(b, "at most 45 days");
    b = week_small();
    one_scene(b);
    builder_scenario(b)->calendar_day[9] = STORY_CALENDAR_MAX - 1;
    scenario_free(week_finish(b));
    b = week_small();
    one_scene(b);
    builder_commitment_at(b, REPORT)->due = 46 * 1440;
    refuse(b, "due too late");
}

static void test_flags_and_numbers_know_where_they_are_declared(void **state)
{
    (void)state;
    Builder *b = week_small();
    one_scene(b);
    int flag = builder_flag(b, "rain");
    int number = builder_number(b, (StoryNumber){ "errands", 0, 3, 0 });
    int nowhere = builder_number(b, (StoryNumber){ "drawn", 0, 2, 0 });
    builder_flag_at(b, flag, (StoryPosition){ 0, 12 });
    builder_number_at(b, number, (StoryPosition){ 0, 13 });
    Scenario *sc = week_finish(b);
    assert_int_equal(sc->flag_places[flag].line, 12);
    assert_int_equal(sc->number_places[number].line, 13);
    assert_int_equal(sc->number_places[nowhere].line, 0);
    scenario_free(sc);
}

static void test_shapes(void **state)
{
    (void)state;
    Builder *b = week_small();
    one_scene(b);
    builder_desk(b, (StoryDesk){ .till = 600, .slot_minutes = 10 });
    refuse(b, "at least 15 minutes");
    b = week_small();
    one_scene(b);
    builder_need(b, (StoryNeed){ .who = 0 });
    refuse(b, "nobody who could come");
    b = week_small();
    one_scene(b);
    int odds = builder_odds(b, (StoryOdds){ 0, 0 });
    builder_chance(b, (StoryChance){ .first = (uint16_t)odds, .count = 1 });
    refuse(b, "add up to 0");
    b = week_small();
    one_scene(b);
    odds = builder_odds(b, (StoryOdds){ 40000, 0 });
    builder_odds(b, (StoryOdds){ 40000, 0 });
    builder_chance(b, (StoryChance){ .first = (uint16_t)odds, .count = 2 });
    refuse(b, "add up to 80000");
    b = week_small();
    refuse(b, "no scene");
    b = builder_new("empty");
    week_begin(b, "start", STORY_TIME_NONE);
    builder_scene_end(b);
    refuse(b, "no person");
}

static void test_a_talk_is_plain(void **state)
{
    (void)state;
    Builder *b = week_small();
    week_begin(b, "start", STORY_TIME_NONE);
    const WeekOption option[] = { { .id = "why", .ops = { { OP_CHOICE, 0, 0, 1 } }, .count = 1 } };
    int first = week_returning(b, option, 1);
    int talk = builder_talk(b, (StoryTalk){ .person = ANA,
                                            .rounds = 1,
                                            .meets = STORY_NONE,
                                            .minutes = 60,
                                            .first_option = (uint16_t)first,
                                            .option_count = 1 });
    week_op(b, OP_TALK, 0, talk, 0);
    builder_scene_end(b);
    refuse(b, "cannot stand in an option of a one-on-one");
}

static void test_names(void **state)
{
    (void)state;
    Builder *b = week_small();
    one_scene(b);
    builder_took(b, "start.off");
    refuse(b, "took \"start.off\": there is no such option");
    b = week_small();
    one_scene(b);
    assert_int_equal(builder_took(b, "start.on"), 0);
    assert_int_equal(builder_took(b, "start.on"), 0); // equal names share a bit
    Scenario *sc = week_finish(b);
    assert_int_equal(sc->options[0].took, 0);
    StoryHistory h;
    week_walk(&h, sc, "");
    assert_false(play_took(sc, h.now, 0));
    history_close(&h);
    week_walk(&h, sc, "on");
    assert_true(play_took(sc, h.now, 0));
    history_close(&h);
    assert_int_equal(scenario_person(sc, "cleo"), CLEO);
    assert_int_equal(scenario_person(sc, "dora"), -1);
    assert_int_equal(scenario_commitment(sc, "repair"), REPAIR);
    assert_int_equal(scenario_scene(sc, "start"), 0);
    assert_int_equal(scenario_scene(sc, "end"), -1);
    assert_int_equal(scenario_scene_of(sc, sc->scenes[0].op), 0);
    assert_int_equal(scenario_scene_of(sc, sc->op_count - 1), -1);
    scenario_free(sc);
    b = week_small();
    one_scene(b);
    builder_go_ending(b, "nowhere", (StoryPosition){ 0, 12 });
    Err err = { 0 };
    assert_null(builder_finish(b, &err));
    assert_non_null(strstr(err.message, "there is no ending \"nowhere\""));
    assert_string_equal(err.file, "week.lua");
    assert_int_equal(err.line, 12);
}

static void test_worked_out(void **state)
{
    (void)state;
    Scenario *sc = week_new();
    const StoryScene *monday = &sc->scenes[scenario_scene(sc, "monday")];
    const StoryScene *sit = &sc->scenes[scenario_scene(sc, "sit")];
    const StoryScene *need = &sc->scenes[scenario_scene(sc, "need")];
    const StoryScene *desk = &sc->scenes[scenario_scene(sc, "monday_desk")];
    assert_int_equal(monday->present, 1 << ANA);
    assert_int_equal(sit->present, 1 << ANA);
    assert_int_equal(need->present, 1 << BEN);
    assert_true(need->repeats >= 0);       // it comes again, and it draws
    assert_int_equal(desk->repeats, -1);   // it draws, and comes once
    assert_int_equal(monday->repeats, -1); // it draws nothing
    assert_int_equal(sc->repeat_count, 1);
    int planks = 0;
    for (int i = 0; i < sc->option_count; i++) {
        const StoryOption *option = &sc->options[i];
        if (strcmp(option->id, "move") == 0) {
            planks += option->plank == REPORT;
        } else if (strcmp(option->id, "yours") == 0) {
            assert_int_equal(option->agenda, 3);
        } else if (strcmp(option->id, "nothing") == 0) {
            planks += option->plank == STORY_NONE;
        }
    }
    assert_int_equal(planks, 2);
    assert_true(sc->has_at_once);
    assert_true(sc->commitments[REPORT].has_reaction);
    assert_true(sc->whenevers[2].reacts == ((uint64_t)1 << LUNCH | (uint64_t)1 << REPAIR));
    assert_true(sc->whenevers[1].reacts == 0); // about what was kept
    assert_int_equal(sc->people[CLEO].talk >= 0, true);
    assert_true(sc->talks[sc->people[CLEO].talk].asks_agenda);
    assert_true(sc->talks[0].agenda_first);
    assert_int_equal(sc->play_size % 8, 0);
    assert_string_equal(scenario_text(sc, sc->words[WORD_DELIVERED]), "Got it. Thank you.");
    scenario_free(sc);
}

// A talk that leads on to a scene makes that scene one that can come again.
static void test_talks_lead_on(void **state)
{
    (void)state;
    Builder *b = week_small();
    week_begin(b, "start", STORY_TIME_NONE);
    builder_need(b, (StoryNeed){ .who = 1 << ANA });
    week_op(b, OP_NEED, 0, 0, 0);
    builder_scene_end(b);
    builder_go(b, "start", (StoryPosition){ 0, 1 });
    Scenario *sc = week_finish(b);
    assert_int_equal(sc->scenes[0].repeats, 0);
    scenario_free(sc);
}

static uint64_t hash_with(int what)
{
    Builder *b = week_builder();
    switch (what) {
    case 1:
        builder_person_at(b, ANA)->hears = 1 << CLEO;
        break;
    case 2:
        builder_scenario(b)->energy = 9000;
        break;
    case 3:
        builder_need_at(b, 0)->stakes = BRIDGE_STAKES_SMALL;
        break;
    case 4:
        builder_whenever_at(b, 0)->at_once = true;
        break;
    case 5:
        builder_talk_at(b, 0)->minutes = 30;
        break;
    default:
        break;
    }
    Scenario *sc = week_finish(b);
    uint64_t hash = sc->hash;
    scenario_free(sc);
    return hash;
}

static void test_hash(void **state)
{
    (void)state;
    uint64_t plain = hash_with(0);
    assert_true(plain == hash_with(0));
    for (int what = 1; what <= 5; what++) {
        assert_true(hash_with(what) != plain);
    }
}

// Somebody who came into the scenario after the save was written is a stranger, not a reason to
// refuse it.
static void test_save_without_a_person(void **state)
{
    (void)state;
    Scenario *sc = week_new();
    StoryHistory h;
    week_walk(&h, sc, "report");
    char text[4096];
    assert_true(save_write(sc, h.now, text, sizeof text) > 0);
    char *cleo = strstr(text, "person cleo");
    char *end = strchr(cleo, '\n') + 1;
    memmove(cleo, end, strlen(end) + 1);
    Playthrough *back = mem_alloc(sc->play_size);
    Err err = { 0 };
    bool edited = false;
    assert_true(save_read(sc, text, back, &edited, &err));
    TrustState fresh = trust_start(sc->trust);
    assert_memory_equal(&play_person_c(sc, back, CLEO)->trust, &fresh, sizeof fresh);
    assert_memory_equal(play_person_c(sc, back, ANA), play_person_c(sc, h.now, ANA),
                        sizeof(PersonState));
    mem_free(back);
    history_close(&h);
    scenario_free(sc);
}

// A save that says what cannot be is refused, and the playthrough stays as it was.
static void test_save_of_nonsense(void **state)
{
    (void)state;
    static const char *const changes[][2] = {
        { "energy=10000", "energy=10001" },
        { "present=", "present=9" },
        { "clock=", "clock=9" },
        { "who=255", "who=77" },
        { "kept=660000", "kept=-1" },
        { "rapport=500000", "rapport=1000001" },
        { " 1 due=", " 99 due=" },
        { "scenario week", "scenario weak" },
        { "save 1", "save 2" },
        { "talk_with=255", "talk_with=1" },
        { "made=1", "made=256" },
        { "commitment report", "commitment rapport" },
        { "number drawn 0", "number drawn 9" },
        { "slot=660", "slot=1" },
        { "broken=340000", "broken=340000 today=60" },
        { "monday_desk+", "monday_desk+1" },
        { "broken=340000", "broken=340000 repair=4096" },
    };
    Scenario *sc = week_new();
    StoryHistory h;
    week_walk(&h, sc, "report");
    char text[4096];
    assert_true(save_write(sc, h.now, text, sizeof text) > 0);
    Playthrough *back = mem_alloc(sc->play_size);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        char wrong[4200];
        const char *at = strstr(text, changes[i][0]);
        if (at == NULL) {
            fail_msg("no \"%s\" in\n%s", changes[i][0], text);
            return;
        }
        snprintf(wrong, sizeof wrong, "%.*s%s%s", (int)(at - text), text, changes[i][1],
                 at + strlen(changes[i][0]));
        memset(back, 0x5a, sc->play_size);
        bool edited = false;
        Err err = { 0 };
        if (save_read(sc, wrong, back, &edited, &err)) {
            fail_msg("\"%s\" was accepted", changes[i][1]);
        }
        assert_int_equal(err.kind, ERR_INPUT);
        for (size_t k = 0; k < sc->play_size; k++) {
            assert_int_equal(((unsigned char *)back)[k], 0x5a);
        }
    }
    mem_free(back);
    history_close(&h);
    scenario_free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_too_many),
        cmocka_unit_test(test_calendar),
        cmocka_unit_test(test_flags_and_numbers_know_where_they_are_declared),
        cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_a_talk_is_plain),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_worked_out),
        cmocka_unit_test(test_talks_lead_on),
        cmocka_unit_test(test_hash),
        cmocka_unit_test(test_save_without_a_person),
        cmocka_unit_test(test_save_of_nonsense),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
