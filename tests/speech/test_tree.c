// The accessibility tree of every screen, at every type size: named, in order, each thing once, and no word
// on the screen that is not in it. Screens are found by walking, so that a new one is held to the same.
// links: view
#include "support/test.h"

#include "base/hash.h"
#include "speech/tree.h"
#include "view/screens.h"

#include <stdio.h>

static const Screen *screen_named(const char *name)
{
    for (int i = 0; i < SCREEN_COUNT; i++) {
        if (strcmp(SCREENS[i].name, name) == 0) {
            return &SCREENS[i];
        }
    }
    fail_msg("there is no screen \"%s\"", name);
    return NULL;
}

// ---- what holds for every frame -----------------------------------------------------------------

static void check_nodes(const Tree *tree, const Frame *frame, const char *where)
{
    for (int i = 0; i < tree->count; i++) {
        const TreeNode *node = &tree->nodes[i];
        const FrameItem *item = node->item >= 0 ? &frame->items[node->item] : NULL;
        assert_true(node->role < ROLE_COUNT);
        assert_true(node->parent < i && node->parent >= -1);
        if (item != NULL && (item->focusable || item->disabled) && node->name[0] == '\0') {
            fail_msg("%s: something to operate has no name (%s)", where, item->id);
        }
        if (node->position > node->count || (node->count > 0) != (node->position > 0)) {
            fail_msg("%s: \"%s\" is %d of %d", where, node->name, node->position, node->count);
        }
        for (int j = 0; j < i && item != NULL && item->focusable; j++) {
            const FrameItem *other =
                tree->nodes[j].item >= 0 ? &frame->items[tree->nodes[j].item] : NULL;
            if (other != NULL && other->focusable && other->action == item->action &&
                other->argument == item->argument) {
                fail_msg("%s: \"%s\" and \"%s\" do the same", where, other->name, item->name);
            }
        }
    }
}

static int only_seen; // frames with a text that no item says

static int begin_looking(void **state)
{
    (void)state;
    only_seen = 0;
    return 0;
}

static void check_frame(const Frame *frame, const char *where)
{
    Tree tree;
    const char *unsaid;
    tree_init(&tree);
    tree_build(&tree, frame);
    check_nodes(&tree, frame, where);
    if (tree_focus(&tree, frame) < 0) {
        fail_msg("%s: nothing is in focus", where);
    }
    int missing = tree_unsaid(frame, &unsaid);
    if (missing > 0) { // all of them at once, or one mends them one by one
        print_error("%s: %d texts are only seen: \"%s\"\n", where, missing, unsaid);
        only_seen++;
    }
    tree_deinit(&tree);
}

// ---- every screen -------------------------------------------------------------------------------

static void test_screens(void **state)
{
    (void)state;
    for (int i = 0; i < SCREEN_COUNT; i++) {
        for (int scale = 0; scale < SCALE_COUNT; scale++) {
            Rig rig;
            char where[80];
            snprintf(where, sizeof where, "%s at %.0f %%", SCREENS[i].name,
                     (double)SCALES[scale] * 100);
            open_screen(&rig, &SCREENS[i], 1280, 720, SCALES[scale]);
            check_frame(&rig.frame, where);
            for (int page = 0; page < 8; page++) {
                rig_key(&rig, KEY_PAGE_DOWN);
                check_frame(&rig.frame, where);
            }
            rig_close(&rig);
        }
    }
    assert_int_equal(only_seen, 0);
}

static void test_messages(void **state)
{
    (void)state;
    Rig rig;
    open_screen(&rig, screen_named("choice"), 1280, 720, 1);
    view_mistake(rig.view, &(ViewMistake){ .title = "scenario.lua:14:9",
                                           .code = "PW-105",
                                           .message = "there is no person \"halma\"",
                                           .fix = "did you mean \"halima\"?",
                                           .line = "halma 'Good morning.'",
                                           .mark = 0,
                                           .mark_columns = 5,
                                           .foot = "You go on below." });
    rig_draw(&rig);
    check_frame(&rig.frame, "mistake");
    view_notice(rig.view, "A title", "A message", "A fix");
    rig_draw(&rig);
    check_frame(&rig.frame, "notice");
    view_notice_parting(rig.view, "A title", "A message", "");
    rig_draw(&rig);
    check_frame(&rig.frame, "parting");
    rig_close(&rig);
    assert_int_equal(only_seen, 0);
}

static void test_writing(void **state)
{
    (void)state;
    Rig rig;
    open_screen(&rig, screen_named("debrief"), 1280, 720, 1);
    const FrameItem *write = rig_find(&rig, "write");
    for (int page = 0; page < 6 && write == NULL; page++) {
        rig_key(&rig, KEY_PAGE_DOWN);
        write = rig_find(&rig, "write");
    }
    assert_non_null(write);
    rig_click(&rig, write->rect.x + 4, write->rect.y + 4);
    rig_draw(&rig);
    assert_true(view_wants_text(rig.view));
    check_frame(&rig.frame, "writing");
    const FrameItem *field = rig_find(&rig, "field");
    assert_non_null(field);
    assert_int_equal(field->role, ROLE_FIELD);
    assert_null(strchr(field->value, '|')); // the caret is no letter
    rig_close(&rig);
    assert_int_equal(only_seen, 0);
}

// ---- in order -----------------------------------------------------------------------------------

static int place_of_focus(const Tree *tree, const Frame *frame)
{
    int focus = tree_focus(tree, frame);
    assert_true(focus >= 0);
    return focus;
}

// Tab goes through the tree from top to bottom and begins again once; a group is one stop.
static void test_order(void **state)
{
    (void)state;
    for (int i = 0; i < SCREEN_COUNT; i++) {
        Rig rig;
        Tree tree;
        open_screen(&rig, &SCREENS[i], 1280, 720, 1);
        tree_init(&tree);
        tree_build(&tree, &rig.frame);
        int stops = 0;
        uint8_t group = 0;
        for (int k = 0; k < rig.frame.item_count; k++) {
            const FrameItem *item = &rig.frame.items[k];
            bool stop =
                item->focusable && !item->silent && (item->group == 0 || item->group != group);
            stops += stop;
            group = item->focusable ? item->group : group;
        }
        int at = place_of_focus(&tree, &rig.frame);
        int again = 0;
        for (int k = 0; k < stops; k++) {
            rig_key(&rig, KEY_NEXT);
            tree_build(&tree, &rig.frame);
            int next = place_of_focus(&tree, &rig.frame);
            again += next <= at;
            at = next;
        }
        if (again != 1) {
            fail_msg("%s: Tab went back %d times in %d stops", SCREENS[i].name, again, stops);
        }
        tree_deinit(&tree);
        rig_close(&rig);
    }
}

static void test_sets(void **state)
{
    (void)state;
    Rig rig;
    Tree tree;
    Text out = { .data = NULL };
    open_screen(&rig, screen_named("desk"), 1280, 720, 1); // the desk: seven answers over two pages
    tree_init(&tree);
    tree_build(&tree, &rig.frame);
    tree_print(&tree, &rig.frame, &out);
    const char *said = text_str(&out);
    assert_non_null(
        strstr(said, "list \"Answers\"\n  option \"Work on the lighting plot.\" 1 of "));
    assert_non_null(strstr(said, "list \"The bridge, part by part\"\n"));
    assert_non_null(strstr(said, "list \"Still open\"\n"));
    assert_non_null(strstr(said, "list \"Promises\" = "));
    text_deinit(&out);
    tree_deinit(&tree);
    rig_close(&rig);
}

// ---- what is found by walking -------------------------------------------------------------------

static ViewInput any_input(uint64_t *random, const Rig *rig)
{
    ViewInput input = { .kind = INPUT_KEY };
    const FrameItem *item =
        &rig->frame.items[random_below(random, (uint32_t)rig->frame.item_count)];
    if (random_below(random, 3) == 0 && item->focusable) {
        input.kind = INPUT_PRESS;
        input.x = item->rect.x + item->rect.w / 2;
        input.y = item->rect.y + item->rect.h / 2;
        return input;
    }
    input.key = (ViewKey)random_below(random, KEY_DIGIT + 24); // keys to come, too
    input.digit = (int)random_below(random, 9) + 1;
    input.key = random_below(random, 4) == 0 ? KEY_ENTER : input.key;
    return input;
}

static void test_walk(void **state)
{
    (void)state;
    enum { STEPS = 4000 };
    bool places[400] = { false };
    int seen = 0;
    Rig rig;
    uint64_t random = 7;
    rig_open(&rig, 1280, 720, 1);
    rig_home(&rig, true);
    rig_play(&rig, WORST);
    for (int i = 0; i < STEPS; i++) {
        ViewInput input = any_input(&random, &rig);
        rig_input(&rig, input);
        if (input.kind == INPUT_PRESS) {
            input.kind = INPUT_RELEASE;
            rig_input(&rig, input);
        }
        rig.settings.text_scale = i % 50 < 40 ? 1 : 1.75f;
        rig.settings.reader = i % 300 > 200;
        rig_draw(&rig);
        char where[80];
        snprintf(where, sizeof where, "step %d, place %d", i, rig.frame.place);
        check_frame(&rig.frame, where);
        int place = rig.frame.place;
        assert_true(place > 0 && place < 400);
        seen += !places[place];
        places[place] = true;
        if (view_screen(rig.view) == VIEW_LIBRARY && i % 7 == 0) {
            view_play(rig.view, &rig.history);
            rig_draw(&rig);
        }
    }
    print_message("%d screens\n", seen);
    assert_true(seen >= 8);
    rig_close(&rig);
    assert_int_equal(only_seen, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_screens, begin_looking),
        cmocka_unit_test_setup(test_messages, begin_looking),
        cmocka_unit_test_setup(test_writing, begin_looking),
        cmocka_unit_test_setup(test_walk, begin_looking),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_sets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
