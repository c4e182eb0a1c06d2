// links: speech
// The facilitator's console: what it shows at each stage, that every act is reached by key and by mouse, that
// nothing is cut at any size of type, and what it must never show.
#include "view/console_rig.h"
#include "view/contrast.h"
#include "view/screens.h"

#include "base/hash.h"
#include "speech/tree.h"
#include "view/console_act.h"
#include "view/console_chance.h"

#include <stdio.h>
#include <stdlib.h>

// ---- goldens ------------------------------------------------------------------------------------

static void golden(ConsoleRig *rig, const char *name)
{
    Text out = { .data = NULL };
    char path[64];
    frame_print(&rig->frame, &out);
    snprintf(path, sizeof path, "view/console_%s.txt", name);
    test_golden(path, text_str(&out));
    text_deinit(&out);
}

static void test_each_stage(void **state)
{
    (void)state;
    for (int stage = 0; stage < STAGE_COUNT; stage++) {
        ConsoleRig rig;
        console_open_at(&rig, (ConsoleStage)stage, 1280, 720, 1);
        golden(&rig, STAGE_NAMES[stage]);
        console_close(&rig);
    }
    ConsoleRig rig;
    console_open_at(&rig, STAGE_REVEALED, 1280, 720, 2);
    golden(&rig, "revealed_200");
    console_close(&rig);
}

// ---- panels -------------------------------------------------------------------------------------

// What opens over the console: letters, and ids of buttons that are clicked.
typedef struct Over {
    const char *name;
    char letter; // 0: none; 1: Esc; 2: ?
    const char *click;
} Over;

static const Over OVERS[] = {
    { "nothing", 0, NULL },      { "choose", 'v', NULL },  { "branch", 'm', NULL },
    { "earlier", 'z', NULL },    { "hands", 'h', NULL },   { "phones", 'n', NULL },
    { "remote", 'n', "remote" }, { "screens", 'i', NULL }, { "session", 'e', NULL },
    { "leave", 1, NULL },        { "keys", 2, NULL },
};
enum { OVER_COUNT = sizeof OVERS / sizeof *OVERS };

// False where there is no such thing at this stage.
static bool open_over(ConsoleRig *rig, const Over *over)
{
    int before = rig->frame.place;
    if (over->letter == 1 || over->letter == 2) {
        console_press(rig, over->letter == 1 ? KEY_ESCAPE : KEY_HELP);
    } else if (over->letter != 0) {
        console_letter(rig, over->letter);
    }
    if (over->click != NULL) {
        const FrameItem *item = console_find(rig, over->click);
        for (int i = 0; i < 12 && item == NULL; i++) {
            console_press(rig, KEY_PAGE_DOWN);
            item = console_find(rig, over->click);
        }
        assert_non_null(item);
        console_click(rig, item->rect);
    }
    return over->letter == 0 || rig->frame.place != before;
}

// ---- nothing is cut -----------------------------------------------------------------------------

static void check_once(const ConsoleRig *rig, const char *where)
{
    check_texts(&rig->frame, where);
    check_items(&rig->frame, where);
    for (int i = 0; i < rig->frame.item_count; i++) {
        for (int j = 0; j < i; j++) {
            const FrameItem *a = &rig->frame.items[i], *b = &rig->frame.items[j];
            if (a->focusable && b->focusable && a->action == b->action &&
                a->argument == b->argument) {
                fail_msg("%s: \"%s\" and \"%s\" do the same", where, a->name, b->name);
            }
        }
    }
    const char *unsaid = NULL;
    int missing = tree_unsaid(&rig->frame, &unsaid);
    if (missing > 0) {
        fail_msg("%s: %d texts are only seen: \"%s\"", where, missing, unsaid);
    }
}

// Every page of every card, by its own button.
static void check_all_pages(ConsoleRig *rig, const char *where)
{
    check_once(rig, where);
    for (int pager = 0; pager < PAGER_COUNT; pager++) {
        for (int turn = 0; turn < 60; turn++) {
            const FrameItem *more = NULL;
            for (int i = 0; i < rig->frame.item_count; i++) {
                const FrameItem *item = &rig->frame.items[i];
                if (item->focusable && item->action == ACTION_PAGE &&
                    item->argument == pager * 2 + 1) {
                    more = item;
                }
            }
            if (more == NULL) {
                break;
            }
            if (turn == 59) {
                fail_msg("%s: the pages of %d do not end", where, pager);
            }
            console_click(rig, more->rect);
            check_once(rig, where);
        }
    }
}

// `all`: everything that opens at every stage; else each once.
static void check_size(float width, float height, float scale, FrameMeasure measure, bool all)
{
    for (int stage = 0; stage < STAGE_COUNT; stage++) {
        for (int over = 0; over < OVER_COUNT; over++) {
            if (!all && over > 0 && over != 1 + stage % (OVER_COUNT - 1)) {
                continue;
            }
            ConsoleRig rig;
            char where[120];
            snprintf(where, sizeof where, "%s with %s, %.0fx%.0f, %.0f %%", STAGE_NAMES[stage],
                     OVERS[over].name, (double)width, (double)height, (double)scale * 100);
            console_open_at(&rig, (ConsoleStage)stage, width, height, scale);
            rig.measure = measure;
            rig.view.notice =
                stage % 2 == 0 ? "The room had moved on already; that button did nothing." : "";
            console_draw(&rig);
            if (open_over(&rig, &OVERS[over])) {
                check_all_pages(&rig, where);
            }
            console_close(&rig);
        }
    }
}

static void test_nothing_is_cut(void **state)
{
    (void)state;
    static const float ROOMS[][2] = { { 1280, 720 }, { 1280, 960 }, { 1720, 720 } };
    static const float TYPES[] = { 1, 1.25f, 1.5f, 2 };
    for (int size = 0; size < 3; size++) {
        for (int type = 0; type < 4; type++) {
            check_size(ROOMS[size][0], ROOMS[size][1], TYPES[type],
                       (FrameMeasure){ rig_width, NULL }, size == 0 && type % 3 == 0);
        }
    }
    check_size(1280, 720, 1, (FrameMeasure){ wide_width, NULL }, false);
    check_size(1280, 720, 2, (FrameMeasure){ wide_width, NULL }, false);
}

static void test_contrast(void **state)
{
    (void)state;
    for (int stage = 0; stage < STAGE_COUNT; stage++) {
        for (int turn = 0; turn < 6;
             turn++) { // in three themes, the cards and what opens over them
            int theme = turn / 2;
            ConsoleRig rig;
            console_open_at(&rig, (ConsoleStage)stage, 1280, 720, 1);
            rig.settings.high_contrast = theme == 1;
            rig.settings.colour_safe = theme == 2;
            rig.view.screen_contrast = theme == 1; // the small picture is checked as well
            rig.view.notice = "Something was not kept.";
            console_draw(&rig);
            open_over(&rig, &OVERS[turn % 2 == 0 ? 0 : stage % OVER_COUNT]);
            int stops = rig.frame.item_count;
            for (int i = 0; i <= stops; i++) {
                contrast_frame(&rig.frame, STAGE_NAMES[stage]);
                contrast_focus(&rig.frame, STAGE_NAMES[stage]);
                console_press(&rig, KEY_NEXT);
            }
            console_close(&rig);
        }
    }
    assert_true(contrast_checked > 10000);
}

// ---- every act ----------------------------------------------------------------------------------

static bool seen[CONSOLE_ACTS];
static bool taken[CONSOLE_STRIDE * 256]; // with its value

static void same_as(RoomWish a, ConsoleAct act, int value, const ConsoleRig *rig)
{
    static const int nobody[ROOM_OPTIONS_MAX] = { 0 };
    RoomWish b = console_act_wish(act, value, &rig->room, nobody);
    assert_int_equal(a.kind, b.kind);
    assert_int_equal(a.value, b.value);
    assert_string_equal(a.form, b.form);
}

// Clicks whatever does something that was not done yet, on every page of what is open, and holds what it asks
// for against its act. Or takes it by
// Enter, having come there with Tab.
static void take_all(ConsoleStage stage, const Over *over, bool screen_open, bool blank,
                     bool by_key)
{
    for (int tries = 0; tries < 400; tries++) {
        ConsoleRig rig;
        console_open_at(&rig, stage, 1280, 720, 1);
        rig.view.screen_open = screen_open;
        rig.room.blank = blank;
        rig.view.seen++;
        console_draw(&rig);
        bool there = open_over(&rig, over);
        const FrameItem *found = NULL;
        for (int page = 0; page < 12 && there && found == NULL; page++) {
            for (int i = 0; i < rig.frame.item_count && found == NULL; i++) {
                const FrameItem *item = &rig.frame.items[i];
                if (item->focusable && item->action == ACTION_ROOM && !taken[item->argument]) {
                    found = item;
                }
            }
            if (found == NULL) {
                console_press(&rig, KEY_PAGE_DOWN);
            }
        }
        if (found == NULL) {
            console_close(&rig);
            return;
        }
        ConsoleAct act = (ConsoleAct)(found->argument % CONSOLE_STRIDE);
        int argument = found->argument, value = argument / CONSOLE_STRIDE;
        FrameRect rect = found->rect;
        if (by_key) {
            for (int i = 0; i < 80 && console_focus(&rig)->argument != argument; i++) {
                console_press(&rig, KEY_NEXT);
            }
            assert_int_equal(console_focus(&rig)->argument, argument);
            console_press(&rig, KEY_ENTER);
        } else {
            console_click(&rig, rect);
        }
        seen[act] = taken[argument] = true;
        if (act < CONSOLE_HAND_MORE) {
            same_as(rig.last, act, value, &rig);
        } else {
            assert_int_equal(rig.last.kind, ROOM_WISH_NONE);
        }
        console_close(&rig);
    }
    fail_msg("%s: there is no end of acts", over->name);
}

static void every_act(bool by_key)
{
    memset(seen, 0, sizeof seen);
    memset(taken, 0, sizeof taken);
    for (int stage = 0; stage < STAGE_COUNT; stage++) {
        for (int over = 0; over < OVER_COUNT; over++) {
            take_all((ConsoleStage)stage, &OVERS[over], true, false, by_key);
        }
    }
    take_all(STAGE_GATHERS, &OVERS[0], false, false, by_key); // the screen has no window
    take_all(STAGE_LISTENS, &OVERS[0], true, true, by_key);   // .. is blank
    ConsoleRig rig;
    console_open_at(&rig, STAGE_GATHERS, 1280, 720, 1); // two steps away on purpose
    console_press(&rig, KEY_ESCAPE);
    for (int i = 0; i < rig.frame.item_count; i++) {
        const FrameItem *item = &rig.frame.items[i];
        if (item->focusable && item->action == ACTION_PANEL) {
            console_click(&rig, item->rect);
            break;
        }
    }
    assert_int_not_equal(console_focus(&rig)->action, ACTION_ROOM); // Enter does not end it
    const FrameItem *end = console_find(&rig, "end");
    assert_non_null(end);
    console_click(&rig, end->rect);
    assert_string_equal(rig.last.form, "do=end");
    seen[CONSOLE_END] = true;
    console_close(&rig);
    for (int act = CONSOLE_BEGIN; act < CONSOLE_ACTS; act++) {
        if (!seen[act]) {
            fail_msg("act %d (%s) is on no screen", act,
                     console_act_name((ConsoleAct)act) != NULL ? console_act_name((ConsoleAct)act)
                                                               : "");
        }
    }
}

static void test_every_act_by_mouse(void **state)
{
    (void)state;
    every_act(false);
}

static void test_every_act_by_keyboard(void **state)
{
    (void)state;
    every_act(true);
}

typedef struct Letter {
    ConsoleStage stage;
    char letter;
    const char *form; // or NULL where something opens
    RoomWishKind kind;
} Letter;

static void test_letters(void **state)
{
    (void)state;
    static const Letter LETTERS[] = {
        { STAGE_GATHERS, 'g', "do=begin", ROOM_WISH_ACT },
        { STAGE_CLOSED, 'a', "do=open", ROOM_WISH_ACT },
        { STAGE_TELLS, 'g', "do=page&page=2", ROOM_WISH_ACT },
        { STAGE_TELLS, 'p', "do=page&page=0", ROOM_WISH_ACT },
        { STAGE_LISTENS, 'q', "do=ask", ROOM_WISH_ACT },
        { STAGE_FEW, 't', "do=timer&seconds=60", ROOM_WISH_ACT },
        { STAGE_LAGGED, '+', "do=more&seconds=60", ROOM_WISH_ACT },
        { STAGE_FEW, 'f', "do=freeze", ROOM_WISH_ACT },
        { STAGE_FEW, 'r', "do=reveal", ROOM_WISH_ACT },
        { STAGE_FEW, 'd', "do=discard", ROOM_WISH_ACT },
        { STAGE_FROZEN, 'o', "do=again", ROOM_WISH_ACT },
        { STAGE_REVEALED, 'g', "do=follow", ROOM_WISH_ACT },
        { STAGE_REVEALED, 'b', "do=blank", ROOM_WISH_ACT },
        { STAGE_BRANCH, 'c', "do=back", ROOM_WISH_ACT },
        { STAGE_TABLES, 'g', "do=together", ROOM_WISH_ACT },
        { STAGE_LISTENS, 'w', "", ROOM_WISH_SWAP },
        { STAGE_ENDED, 'k', "", ROOM_WISH_DEBRIEF },
    };
    for (size_t i = 0; i < sizeof LETTERS / sizeof *LETTERS; i++) {
        ConsoleRig rig;
        console_open_at(&rig, LETTERS[i].stage, 1280, 720, 1);
        RoomWish wish = console_letter(&rig, LETTERS[i].letter);
        assert_int_equal(wish.kind, LETTERS[i].kind);
        assert_string_equal(wish.form, LETTERS[i].form);
        console_close(&rig);
    }
}

// Where an act cannot be, its letter still asks for it, and the room says why.
static void test_why_not(void **state)
{
    (void)state;
    ConsoleRig rig;
    Err err = { 0 };
    console_open_at(&rig, STAGE_FEW, 1280, 720, 1);
    assert_string_equal(console_letter(&rig, 'v').form, "do=choose&option=0");
    assert_false(room_choose(&rig.room, 0, &err));
    assert_string_equal(console_letter(&rig, 'm').form, "do=branch&option=0");
    assert_false(room_show_branch(&rig.room, 0, &err));
    const FrameItem *off = NULL;
    for (int i = 0; i < rig.frame.item_count; i++) {
        off = rig.frame.items[i].disabled ? &rig.frame.items[i] : off;
    }
    assert_non_null(off); // and the button says it as well
    assert_string_not_equal(off->value, "");
    console_close(&rig);
    console_open_at(&rig, STAGE_GATHERS, 1280, 720, 1);
    assert_int_equal(strncmp(console_letter(&rig, 'h').form, "do=hands&h0=0", 13), 0);
    assert_false(room_hands(&rig.room, (const int[ROOM_OPTIONS_MAX]){ 0 }, &err));
    assert_int_equal(console_letter(&rig, 'z').kind, ROOM_WISH_NONE); // it would begin the story
    console_close(&rig);
}

static void test_digits(void **state)
{
    (void)state;
    ConsoleRig rig;
    console_open_at(&rig, STAGE_REVEALED, 1280, 720, 1);
    assert_int_equal(console_digit(&rig, 2).kind, ROOM_WISH_NONE); // looks first
    assert_int_equal(console_focus(&rig)->argument, console_act(CONSOLE_CHOOSE, 1));
    assert_string_equal(console_digit(&rig, 2).form, "do=choose&option=1");
    assert_null(console_find(&rig, "panel"));
    console_letter(&rig, 'm');
    assert_int_equal(console_digit(&rig, 1).kind, ROOM_WISH_NONE); // what most chose is no branch
    assert_string_equal(console_digit(&rig, 2).form, "do=branch&option=1");
    console_close(&rig);
}

static void test_hands(void **state)
{
    (void)state;
    ConsoleRig rig;
    console_open_at(&rig, STAGE_LISTENS, 1280, 720, 1);
    console_letter(&rig, 'h');
    console_digit(&rig, 1);
    console_digit(&rig, 4);
    console_press(&rig, KEY_ENTER); // typed: on to the next
    console_digit(&rig, 3);
    console_give(&rig, (ViewInput){ .kind = INPUT_KEY, .code = '0' });
    console_press(&rig, KEY_UNDO);
    console_press(&rig, KEY_ENTER);
    console_press(&rig, KEY_ENTER); // nothing typed since: one more, as the button says
    const FrameItem *show = console_find(&rig, "hands");
    assert_non_null(show);
    console_click(&rig, show->rect);
    assert_int_equal(strncmp(rig.last.form, "do=hands&h0=14&h1=3&h2=1", 24), 0);
    console_close(&rig);
    console_open_at(&rig, STAGE_LISTENS, 1280, 720, 1);
    console_letter(&rig, 'h');
    for (int i = 0; i < rig.room.offer_count; i++) { // as one does it who only counts
        console_digit(&rig, i + 1);
        console_press(&rig, KEY_ENTER);
    }
    console_press(&rig, KEY_ENTER);
    assert_int_equal(strncmp(rig.last.form, "do=hands&h0=1&h1=2", 18), 0);
    console_close(&rig);
    console_open_at(&rig, STAGE_LISTENS, 1280, 640, 2); // where they stand on several pages
    console_letter(&rig, 'h');
    for (int i = 0; i < rig.room.offer_count; i++) {
        assert_int_equal(console_focus(&rig)->argument, console_act(CONSOLE_HAND_MORE, i));
        console_digit(&rig, 4);
        console_press(&rig, KEY_ENTER);
    }
    assert_int_equal(console_focus(&rig)->argument, console_act(CONSOLE_HANDS, 0));
    console_close(&rig);
}

// ---- what it says -------------------------------------------------------------------------------

static void test_chances_come_in_slices(void **state)
{
    (void)state;
    ConsoleRig rig;
    console_open_at(&rig, STAGE_LISTENS, 1280, 720, 1);
    assert_false(console_shows(&rig, "The chance of"));
    int slices = 0;
    while (!console_think(rig.console, &rig.view, 5000)) {
        slices++;
        assert_true(slices < 5000);
    }
    assert_true(slices > 3);
    console_draw(&rig);
    assert_true(console_shows(&rig, "The chance of"));
    assert_true(console_think(rig.console, &rig.view, 5000)); // nothing is counted twice
    Err err = { 0 };
    assert_true(room_choose(&rig.room, 0, &err));
    console_follow(&rig);
    assert_false(console_think(rig.console, &rig.view, 10));
    console_draw(&rig);
    assert_false(console_shows(&rig, "The chance of")); // of another question they say nothing
    console_close(&rig);
}

// The slices come to what story/whatif counts of the same decision in one go.
static void test_chances_are_those_of_the_debrief(void **state)
{
    (void)state;
    ConsoleRig rig;
    StoryHistory history;
    WhatIf whatif;
    ConsoleChance chance = { .open = false };
    Err err = { 0 };
    console_open_at(&rig, STAGE_LISTENS, 1280, 720, 1);
    assert_true(history_open(&history, rig.scenario, 1, &err));
    assert_true(history_choose(&history, &rig.room.offers[1], &err));
    whatif_init(&whatif, rig.scenario, WHATIF_PLAYS);
    while (!whatif_work(&whatif, &history, 1 << 20)) {
    }
    console_chance_follow(&chance, rig.scenario, rig.room.history.now, rig.room.offers,
                          rig.room.offer_count);
    while (!console_chance_work(&chance, 777)) {
    }
    for (int i = 0; i < rig.room.offer_count; i++) {
        for (int person = 0; person < rig.scenario->person_count; person++) {
            double mine = console_chance_of(&chance, &rig.room.offers[i], person, BRIDGE_WORN);
            double theirs = whatif_chance(&whatif.decisions[0].options[i], person, BRIDGE_WORN);
            assert_true(mine >= 0 && mine - theirs < 1e-12 && theirs - mine < 1e-12);
        }
    }
    Playthrough *later = mem_alloc(rig.scenario->play_size);
    memcpy(later, rig.room.history.now, rig.scenario->play_size);
    console_chance_follow(&chance, rig.scenario, later, rig.room.offers, rig.room.offer_count);
    assert_true(console_chance_work(&chance, 1)); // the same state: nothing to do
    later->clock_minute += 60;
    console_chance_follow(&chance, rig.scenario, later, rig.room.offers, rig.room.offer_count);
    assert_false(console_chance_work(&chance, 1)); // an hour later the same answers are others
    assert_true(console_chance_of(&chance, &rig.room.offers[0], 0, BRIDGE_WORN) < 0);
    mem_free(later);
    console_chance_deinit(&chance);
    whatif_deinit(&whatif);
    history_close(&history);
    console_close(&rig);
}

static void test_the_plan(void **state)
{
    (void)state;
    ConsoleRig rig;
    console_open_at(&rig, STAGE_GATHERS, 1280, 720, 1);
    assert_true(console_shows(&rig, "The plan begins when the story does"));
    console_close(&rig);
    for (int stage = 0; stage < STAGE_COUNT; stage++) {
        console_open_at(&rig, (ConsoleStage)stage, 1280, 720, 1);
        assert_false(console_shows(&rig, "minute 0"));
        console_close(&rig);
    }
    console_open_at(&rig, STAGE_BRANCH, 1280, 720, 1);
    rig.view.now += 20 * 60000;
    console_follow(&rig);
    console_draw(&rig);
    assert_true(console_shows(&rig, "minutes behind the plan"));
    assert_true(console_shows(&rig, "By the plan it comes 2 minutes into the story."));
    console_close(&rig);
}

// Only what the room's rules let out: never the latest, and nothing at all below the least.
static void test_figures_lag(void **state)
{
    (void)state;
    ConsoleRig rig;
    console_open_at(&rig, STAGE_FEW, 1280, 720, 1);
    console_votes(&rig, 40, 4, 1); // 3 and 4: nothing is old enough to be shown
    console_follow(&rig);
    console_draw(&rig);
    for (int i = 0; i < rig.frame.item_count; i++) {
        const FrameItem *item = &rig.frame.items[i];
        if (strcmp(item->id, "answer") == 0) {
            assert_int_equal(strncmp(item->value, "Leads to:", 9), 0); // no figure before it
        }
    }
    assert_true(console_shows(&rig, "7 of 16"));
    console_close(&rig);
    console_open_at(&rig, STAGE_ALIKE, 1280, 720, 1);
    assert_true(console_shows(&rig, "Nearly everybody, or everybody, chose 1."));
    console_close(&rig);
}

// Its secrets stand where one asks for them, and nowhere else.
// What stands ticked in the list before it begins is true: open, but in no network, nobody can come in.
static void test_no_network(void **state)
{
    (void)state;
    ConsoleRig rig;
    Text with = { 0 }, without = { 0 };
    console_open_at(&rig, STAGE_GATHERS, 1280, 720, 1);
    frame_print(&rig.frame, &with);
    assert_non_null(strstr(text_str(&with), "Phones can come in."));
    rig.view.network_count = 0;
    console_draw(&rig);
    frame_print(&rig.frame, &without);
    assert_null(strstr(text_str(&without), "Phones can come in."));
    assert_non_null(strstr(text_str(&without), "This computer is in no network"));
    text_deinit(&with);
    text_deinit(&without);
    console_close(&rig);
}

// A minute without anybody: guest Wi-Fi may keep the phones apart, and there are ways out.
static void test_nobody_comes(void **state)
{
    (void)state;
    ConsoleRig rig;
    console_open_at(&rig, STAGE_GATHERS, 1280, 720, 1);
    rig.view.reached = false;
    rig.view.phones = rig.view.phones_ever = 0;
    for (int seconds = 59; seconds <= 60; seconds++) {
        Text out = { 0 };
        rig.view.now = rig.view.opened_at + seconds * 1000;
        console_draw(&rig);
        frame_print(&rig.frame, &out);
        assert_true((strstr(text_str(&out), "Nobody has come in yet") != NULL) == (seconds == 60));
        text_deinit(&out);
    }
    console_close(&rig);
}

static void test_secrets(void **state)
{
    (void)state;
    for (int stage = 0; stage < STAGE_COUNT; stage++) {
        for (int over = 0; over < OVER_COUNT; over++) {
            for (int large = 0; large < 2; large++) {
                ConsoleRig rig;
                console_open_at(&rig, (ConsoleStage)stage, 1280, 2200, large ? 2 : 1);
                open_over(&rig, &OVERS[over]);
                bool remote = strcmp(OVERS[over].name, "remote") == 0;
                assert_int_equal(console_shows(&rig, "verysecret"), remote);
                assert_false(console_shows(&rig, "moresecret"));
                console_close(&rig);
            }
        }
    }
}

// ---- while the room moves on --------------------------------------------------------------------

static void test_the_focus_follows_the_room(void **state)
{
    (void)state;
    ConsoleRig rig;
    Err err = { 0 };
    console_open_at(&rig, STAGE_LISTENS, 1280, 720, 1);
    assert_string_equal(console_focus(&rig)->id, "ask");
    console_press(&rig, KEY_NEXT);
    assert_string_not_equal(console_focus(&rig)->id, "ask");
    assert_true(room_ask(&rig.room, &err)); // from the remote, say
    console_follow(&rig);
    console_draw(&rig);
    assert_string_equal(console_focus(&rig)->id, "reveal");
    console_press(&rig, KEY_NEXT);
    int argument = console_focus(&rig)->argument;
    console_votes(&rig, 0, 12, 0); // answers that come in move nothing
    rig.view.phones = 17;
    console_follow(&rig);
    console_draw(&rig);
    assert_int_equal(console_focus(&rig)->argument, argument);
    assert_true(room_reveal(&rig.room, &err));
    console_follow(&rig);
    console_draw(&rig);
    assert_string_equal(console_focus(&rig)->id, "follow");
    console_letter(&rig, 'v');
    assert_non_null(console_find(&rig, "panel"));
    assert_true(room_follow(&rig.room, &err));
    console_follow(&rig);
    console_draw(&rig);
    assert_null(console_find(&rig, "panel")); // its answers are of the question before
    console_close(&rig);
}

static void test_asked_again(void **state)
{
    (void)state;
    ConsoleRig rig;
    Err err = { 0 };
    console_open_at(&rig, STAGE_REVEALED, 1280, 720, 1);
    assert_false(console_shows(&rig, "The time before"));
    assert_true(room_ask_again(&rig.room, true, &err));
    console_follow(&rig);
    console_draw(&rig);
    assert_true(console_shows(&rig, "The time before it was 1: 8; 2: 4"));
    assert_int_equal(console_find(&rig, "answered")->live, LIVE_QUIET); // not at each answer
    console_close(&rig);
}

static void test_space_takes_the_red_button(void **state)
{
    (void)state;
    ConsoleRig rig;
    console_open_at(&rig, STAGE_FEW, 1280, 720, 1);
    RoomWish wish =
        console_give(&rig, (ViewInput){ .kind = INPUT_KEY, .key = KEY_ENTER, .code = ' ' });
    assert_string_equal(wish.form, "do=reveal");
    console_close(&rig);
}

static void test_notice_and_settings(void **state)
{
    (void)state;
    ConsoleRig rig;
    console_open_at(&rig, STAGE_FEW, 1280, 720, 1);
    rig.view.notice = "The disk is full: the act was not kept.";
    console_draw(&rig);
    const FrameItem *notice = console_find(&rig, "notice");
    assert_non_null(notice);
    assert_int_equal(notice->live, LIVE_ASSERTIVE);
    console_give(&rig, (ViewInput){ .kind = INPUT_KEY, .key = KEY_DOWN, .device = DEVICE_PAD });
    console_give(&rig, (ViewInput){ .kind = INPUT_KEY, .key = KEY_UP, .device = DEVICE_PAD });
    console_draw(&rig);
    assert_string_equal(console_find(&rig, "freeze")->key, ""); // a gamepad has no letters
    console_press(&rig, KEY_SETTINGS);
    for (int i = 0; i < 40 && rig.last.kind != ROOM_WISH_SETTINGS; i++) {
        console_press(&rig, i % 2 == 0 ? KEY_RIGHT : KEY_DOWN);
    }
    assert_int_equal(rig.last.kind, ROOM_WISH_SETTINGS);
    console_press(&rig, KEY_ESCAPE);
    assert_string_equal(console_focus(&rig)->id, "reveal");
    console_ask_to_leave(rig.console);
    console_draw(&rig);
    assert_non_null(console_find(&rig, "quit"));
    console_close(&rig);
}

// ---- somebody presses anything ------------------------------------------------------------------

static int field(const char *form, const char *name)
{
    const char *at = strstr(form, name);
    return at != NULL ? (int)strtol(at + strlen(name), NULL, 10) : 0;
}

// As the program does; what the room refuses is a notice.
static bool carry_out(ConsoleRig *rig, const char *form, Err *err)
{
    Room *room = &rig->room;
    static const struct {
        const char *name;
        bool (*act)(Room *room, Err *err);
    } PLAIN[] = {
        { "begin", room_begin },   { "ask", room_ask },       { "freeze", room_freeze },
        { "reveal", room_reveal }, { "follow", room_follow }, { "back", room_come_back }
    };
    for (size_t i = 0; i < sizeof PLAIN / sizeof *PLAIN; i++) {
        if (strcmp(form + 3, PLAIN[i].name) == 0) {
            return PLAIN[i].act(room, err);
        }
    }
    int hands[ROOM_OPTIONS_MAX] = { field(form, "h0="), field(form, "h1=") };
    return strncmp(form, "do=choose", 9) == 0 ? room_choose(room, field(form, "option="), err)
           : strncmp(form, "do=branch", 9) == 0
               ? room_show_branch(room, field(form, "option="), err)
           : strncmp(form, "do=rewind", 9) == 0    ? room_rewind(room, field(form, "to="), err)
           : strncmp(form, "do=again", 8) == 0     ? room_ask_again(room, true, err)
           : strncmp(form, "do=discard", 10) == 0  ? room_ask_again(room, false, err)
           : strncmp(form, "do=hands", 8) == 0     ? room_hands(room, hands, err)
           : strncmp(form, "do=tables", 9) == 0    ? room_let_tables(room, true, err)
           : strncmp(form, "do=together", 11) == 0 ? room_let_tables(room, false, err)
                                                   : true;
}

static ViewInput any_input(const ConsoleRig *rig, uint64_t *random)
{
    static const ViewKey ANY[] = { KEY_NEXT,  KEY_PREVIOUS, KEY_UP,     KEY_DOWN, KEY_PAGE_DOWN,
                                   KEY_ENTER, KEY_ENTER,    KEY_ESCAPE, KEY_UNDO, KEY_HELP };
    uint32_t what = random_below(random, 8);
    ViewInput input = { .kind = INPUT_KEY };
    if (what < 3) {
        input.code = "qrfogdcvmzhniebwatp+k01"[random_below(random, 23)];
    } else if (what == 3) {
        input.key = KEY_DIGIT;
        input.digit = 1 + (int)random_below(random, 9);
    } else if (what < 6) {
        input.key = ANY[random_below(random, 10)];
    } else {
        const FrameItem *item =
            &rig->frame.items[random_below(random, (uint32_t)rig->frame.item_count)];
        input = (ViewInput){ .kind = what == 6 ? INPUT_PRESS : INPUT_RELEASE,
                             .x = item->rect.x + 3,
                             .y = item->rect.y + 3,
                             .device = DEVICE_MOUSE };
    }
    return input;
}

static void walk(float scale, uint64_t random)
{
    ConsoleRig rig;
    int refused = 0, done = 0;
    console_open_at(&rig, STAGE_GATHERS, 1280, 720, scale);
    for (int i = 0; i < 1500; i++) {
        ViewInput input = any_input(&rig, &random);
        RoomWish wish = console_give(&rig, input);
        Err err = { 0 };
        if (wish.kind == ROOM_WISH_ACT && !carry_out(&rig, wish.form, &err)) {
            assert_string_not_equal(err.message, "");
            refused++;
        } else if (wish.kind == ROOM_WISH_ACT) {
            done++;
        }
        if (rig.room.stage == ROOM_ANSWERS && i % 3 == 0) {
            console_votes(&rig, i % 50, 1, i % rig.room.offer_count);
        }
        console_follow(&rig);
        console_think(rig.console, &rig.view, 200);
        console_draw(&rig);
        check_items(&rig.frame, "a walk");
        if (input.kind != INPUT_PRESS) { // what is pressed down has its shade over it
            check_texts(&rig.frame, "a walk");
        }
    }
    assert_true(done > 50 && refused > 10);
    console_close(&rig);
}

static void test_anything_may_be_pressed(void **state)
{
    (void)state;
    walk(1, 11);
    walk(2, 12);
}

// The sets of keys for one hand have letters for moving about: there the console has none.
static void test_one_hand(void **state)
{
    (void)state;
    ConsoleRig rig;
    console_open_at(&rig, STAGE_FEW, 1280, 720, 1);
    rig.settings.hands = HANDS_LEFT;
    console_draw(&rig);
    assert_int_equal(console_letter(&rig, 'd').kind, ROOM_WISH_NONE);
    assert_string_equal(console_find(&rig, "freeze")->key, "");
    console_close(&rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_stage),
        cmocka_unit_test(test_nothing_is_cut),
        cmocka_unit_test(test_contrast),
        cmocka_unit_test(test_every_act_by_mouse),
        cmocka_unit_test(test_every_act_by_keyboard),
        cmocka_unit_test(test_letters),
        cmocka_unit_test(test_why_not),
        cmocka_unit_test(test_digits),
        cmocka_unit_test(test_hands),
        cmocka_unit_test(test_chances_come_in_slices),
        cmocka_unit_test(test_chances_are_those_of_the_debrief),
        cmocka_unit_test(test_the_plan),
        cmocka_unit_test(test_figures_lag),
        cmocka_unit_test(test_no_network),
        cmocka_unit_test(test_nobody_comes),
        cmocka_unit_test(test_secrets),
        cmocka_unit_test(test_the_focus_follows_the_room),
        cmocka_unit_test(test_asked_again),
        cmocka_unit_test(test_space_takes_the_red_button),
        cmocka_unit_test(test_notice_and_settings),
        cmocka_unit_test(test_one_hand),
        cmocka_unit_test(test_anything_may_be_pressed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
