// How far away everything is: from home, with all the scenarios that ship, each of them is begun in three steps,
// and so is all the rest, at every size of type, in a wide window and in a high one. A page that is turned is a
// step, too. Also what a number, Home, End and the pages do on a shelf so long.
// links: view script store course term sdl
#include "support/test.h"

#include "app/cards.h"
#include "app/library.h"
#include "base/arena.h"
#include "view/action.h"
#include "view/home_act.h"
#include "view/view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS = 3, CARDS = 64, FOUND = 256, ID = 64 };

static Library library;
static Arena texts;
static ViewCard cards[CARDS];
static ViewHome home;

static float width_of(void *context, FrameFont font, float size, const char *text, int bytes)
{
    (void)context;
    (void)font;
    (void)text;
    return (float)bytes * size * .5f;
}

static int open_library(void **state)
{
    static const ViewProfile PROFILES[] = { { "Ines", "", true },
                                            { "Dev", "played yesterday", false } };
    static const char *const KEEP_FOR[] = { "three months", "a year", "as long as you like" };
    (void)state;
    paths_init("test");
    library_init(&library, NULL, true);
    assert_true(library.count > 0 && library.count <= CARDS);
    for (int i = 0; i < library.count; i++) {
        cards_fill(&library.items[i], &texts, &cards[i]);
        assert_false(cards[i].broken);
    }
    int brief = library_find(&library, "late-brief");
    cards[brief].started = cards[brief].latest = true;
    cards[brief].standing = "Wednesday, 16:40";
    home =
        (ViewHome){ .plan = "If a date starts to slip, then I ring the person who waits for it "
                            "before I open my mail.",
                    .plan_made = "Made yesterday, after The Late Brief",
                    .has_practice = true,
                    .practice = library_find(&library, "practice"),
                    .practice_last = "Your last one was 4711.",
                    .profiles = PROFILES,
                    .profile_count = 2,
                    .kept_where = "Your choices are kept in /home/you/plankwright. Nothing leaves "
                                  "this computer.",
                    .keep_for = KEEP_FOR,
                    .keep_for_count = 3,
                    .keep_for_now = 1,
                    .can_export = true,
                    .can_forget = true,
                    .can_prove = true };
    return 0;
}

static int close_library(void **state)
{
    (void)state;
    library_deinit(&library);
    arena_deinit(&texts);
    return 0;
}

// ---- a home to walk in ----------------------------------------------------------------------------

typedef struct Walk {
    View *view;
    Frame frame;
    float scale;
} Walk;

static void draw(Walk *walk)
{
    FrameMeasure measure = { width_of, NULL };
    ViewSettings settings = { .text_scale = walk->scale, .no_typing = true };
    frame_clear(&walk->frame);
    view_frame(walk->view, &settings, &measure, &walk->frame);
}

static void begin(Walk *walk, float width, float height, float scale)
{
    *walk = (Walk){ .view = view_new(), .scale = scale };
    frame_init(&walk->frame, width, height);
    view_library(walk->view, cards, library.count, "");
    view_home(walk->view, &home);
    draw(walk);
}

static void end(Walk *walk)
{
    view_free(walk->view);
    frame_deinit(&walk->frame);
}

static ViewRequest click(Walk *walk, const FrameItem *item)
{
    float x = item->rect.x + 2, y = item->rect.y + 2;
    view_input(walk->view, &(ViewInput){ .kind = INPUT_PRESS, .x = x, .y = y });
    ViewRequest request =
        view_input(walk->view, &(ViewInput){ .kind = INPUT_RELEASE, .x = x, .y = y });
    view_input(walk->view, &(ViewInput){ .kind = INPUT_POINT, .x = -9, .y = -9 });
    draw(walk);
    return request;
}

static ViewRequest press(Walk *walk, ViewKey key, int digit)
{
    ViewRequest request =
        view_input(walk->view, &(ViewInput){ .kind = INPUT_KEY, .key = key, .digit = digit });
    draw(walk);
    return request;
}

static const FrameItem *find(const Walk *walk, const char *id)
{
    for (int i = 0; i < walk->frame.item_count; i++) {
        if (walk->frame.items[i].focusable && strcmp(walk->frame.items[i].id, id) == 0) {
            return &walk->frame.items[i];
        }
    }
    return NULL;
}

static const FrameItem *focus(const Walk *walk)
{
    for (int i = 0; i < walk->frame.item_count; i++) {
        if (walk->frame.items[i].focused) {
            return &walk->frame.items[i];
        }
    }
    return NULL;
}

// ---- how far ----------------------------------------------------------------------------------------

typedef struct Found {
    char ids[FOUND][ID];
    int steps[FOUND];
    int count;
} Found;

static void note(Found *found, const char *id, int step)
{
    for (int i = 0; i < found->count; i++) {
        if (strcmp(found->ids[i], id) == 0) {
            found->steps[i] = found->steps[i] < step ? found->steps[i] : step;
            return;
        }
    }
    assert_true(found->count < FOUND);
    snprintf(found->ids[found->count], ID, "%s", id);
    found->steps[found->count++] = step;
}

static int steps_to(const Found *found, const char *id)
{
    for (int i = 0; i < found->count; i++) {
        if (strcmp(found->ids[i], id) == 0) {
            return found->steps[i];
        }
    }
    return 99;
}

// By its id; what opens a scenario and what begins or goes on with it, by which one it is.
static void note_item(Found *found, const FrameItem *item, int step)
{
    char name[ID];
    int act = item->argument % HOME_ACTS, card = -1;
    const char *does = "begin";
    if (item->action == ACTION_OPEN) {
        card = item->argument;
        does = "open";
    } else if (item->action == ACTION_START || item->action == ACTION_GO_ON) {
        card = item->argument;
    } else if (item->action == ACTION_HOME && (act == ACT_BEGIN || act == ACT_GO_ON)) {
        card = item->argument / HOME_ACTS;
    }
    note(found, item->id, step);
    if (card >= 0) {
        snprintf(name, sizeof name, "%s %s", does, cards[card].id);
        note(found, name, step);
    }
}

// Everything that can be operated after the things in `way` were taken one after the other.
static void look(Found *found, int way[STEPS], int depth, float width, float height, float scale)
{
    Walk walk;
    begin(&walk, width, height, scale);
    for (int i = 0; i < depth; i++) {
        const FrameItem item = walk.frame.items[way[i]];
        if (click(&walk, &item).kind != REQUEST_NONE) { // that is where it leads
            end(&walk);
            return;
        }
    }
    int count = walk.frame.item_count;
    bool goes[FOUND] = { false };
    for (int i = 0; i < count && i < FOUND; i++) {
        const FrameItem *item = &walk.frame.items[i];
        if (item->focusable) {
            note_item(found, item, depth + 1);
            goes[i] = item->action != ACTION_CLOSE && item->action != ACTION_SETTINGS;
        }
    }
    end(&walk);
    for (int i = 0; i < count && i < FOUND && depth + 1 < STEPS; i++) {
        if (goes[i]) {
            way[depth] = i;
            look(found, way, depth + 1, width, height, scale);
        }
    }
}

static void all_within_three(float width, float height, float scale)
{
    static const char *const rest[] = {
        "go_on",           "start_over",     "plan.did",
        "plan.did_not",    "plan.not_yet",   "practice.new",
        "practice.number", "typed",          "you",
        "profiles",        "profile",        "profile.add",
        "profile.name",    "profile.remove", "keep_for",
        "export",          "forget",         "yes",
        "settings",        "help",           "quit",
        "close",           "cover.show",     "all",
    };
    Found *found = calloc(1, sizeof *found);
    int way[STEPS] = { 0 };
    look(found, way, 0, width, height, scale);
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
        if (steps_to(found, rest[i]) > STEPS) {
            fail_msg("\"%s\" is more than %d steps away at %.2f in %.0fx%.0f", rest[i], STEPS,
                     (double)scale, (double)width, (double)height);
        }
    }
    int begun = 0;
    for (int i = 0; i < library.count; i++) {
        char name[ID];
        snprintf(name, sizeof name, "begin %s", cards[i].id);
        if (cards[i].off_shelf && i != home.practice) {
            continue; // a booster comes on its day
        }
        begun++;
        if (steps_to(found, name) > STEPS) {
            fail_msg("to %s are more than %d steps at %.2f in %.0fx%.0f", name, STEPS,
                     (double)scale, (double)width, (double)height);
        }
    }
    assert_true(begun >= 10);
    print_message("%d things within %d steps, %d scenarios begun, at %.2f in %.0fx%.0f\n",
                  found->count, STEPS, begun, (double)scale, (double)width, (double)height);
    free(found);
}

static void test_wide(void **state)
{
    (void)state;
    static const float SCALES[] = { 1, 1.25f, 1.5f, 2 };
    for (int i = 0; i < 4; i++) {
        all_within_three(1280, 720, SCALES[i]);
    }
}

static void test_high(void **state)
{
    (void)state;
    static const float SCALES[] = { 1, 1.25f, 1.5f, 2 };
    for (int i = 0; i < 4; i++) {
        all_within_three(1280, 960, SCALES[i]);
    }
}

// A booster that is due is begun at once, at any size.
static void test_booster(void **state)
{
    (void)state;
    ViewHome due = home;
    due.plan = NULL;
    due.has_booster = true;
    due.booster = library_find(&library, "booster-1");
    due.booster_why = "What your first story was about, once more.";
    for (int i = 0; i < 2; i++) {
        Walk walk;
        begin(&walk, 1280, 720, i == 0 ? 1 : 2);
        view_home(walk.view, &due);
        draw(&walk);
        for (int step = 1; find(&walk, "booster") == NULL; step++) {
            assert_true(step < STEPS);
            press(&walk, KEY_PAGE_DOWN, 0);
        }
        ViewRequest request = click(&walk, find(&walk, "booster"));
        assert_int_equal(request.kind, REQUEST_START);
        assert_int_equal(request.card, due.booster);
        end(&walk);
    }
}

// ---- numbers, pages, the list ----------------------------------------------------------------------

static int shelf_page(const Walk *walk, int *count)
{
    for (int i = 0; i < walk->frame.item_count; i++) {
        const FrameItem *item = &walk->frame.items[i];
        int page = 0;
        if (strcmp(item->id, "page") == 0 && sscanf(item->name, "%d of %d", &page, count) == 2) {
            return page;
        }
    }
    return 0;
}

static void test_pages_go_round(void **state)
{
    (void)state;
    Walk walk;
    int pages = 0;
    begin(&walk, 1280, 720, 1.5f);
    assert_int_equal(shelf_page(&walk, &pages), 1);
    assert_true(pages > 2);
    press(&walk, KEY_PAGE_UP, 0);
    assert_int_equal(shelf_page(&walk, &pages), pages);
    press(&walk, KEY_PAGE_DOWN, 0);
    assert_int_equal(shelf_page(&walk, &pages), 1);
    view_input(walk.view, &(ViewInput){ .kind = INPUT_WHEEL, .wheel = 1 }); // a wheel stops there
    draw(&walk);
    assert_int_equal(shelf_page(&walk, &pages), 1);
    press(&walk, KEY_END, 0);
    assert_int_equal(shelf_page(&walk, &pages), pages);
    press(&walk, KEY_HOME, 0);
    assert_int_equal(shelf_page(&walk, &pages), 1);
    click(&walk, find(&walk, "page.back"));
    assert_int_equal(shelf_page(&walk, &pages), pages);
    assert_string_equal(focus(&walk)->id, "page.back"); // and not at the top
    end(&walk);
}

// Of two pages each has one button, and the focus goes from one to the other.
static void test_two_pages(void **state)
{
    (void)state;
    Walk walk;
    int pages = 0;
    begin(&walk, 1280, 720, 1);
    assert_int_equal(shelf_page(&walk, &pages), 1);
    assert_int_equal(pages, 2);
    assert_null(find(&walk, "page.back"));
    click(&walk, find(&walk, "page.more"));
    assert_int_equal(shelf_page(&walk, &pages), 2);
    assert_null(find(&walk, "page.more"));
    assert_string_equal(focus(&walk)->id, "page.back");
    press(&walk, KEY_ENTER, 0);
    assert_int_equal(shelf_page(&walk, &pages), 1);
    assert_string_equal(focus(&walk)->id, "page.more");
    end(&walk);
}

static void test_list(void **state)
{
    (void)state;
    Walk walk;
    begin(&walk, 1280, 720, 2);
    press(&walk, KEY_ALL, 0);
    assert_null(find(&walk, "page.more")); // all of it at once
    const FrameItem *last = find(&walk, "nobody-on-the-other-side");
    assert_non_null(last);
    int card = last->argument;
    click(&walk, last);
    assert_non_null(find(&walk, "cover.show"));
    press(&walk, KEY_ESCAPE, 0); // back to the list, where one was
    assert_int_equal(focus(&walk)->action, ACTION_OPEN);
    assert_int_equal(focus(&walk)->argument, card);
    press(&walk, KEY_DIGIT, 2);
    ViewRequest request = press(&walk, KEY_ENTER, 0);
    assert_int_equal(request.kind, REQUEST_START);
    assert_string_equal(cards[request.card].id, "step-one");
    end(&walk);
}

static void test_numbers_on_the_shelf(void **state)
{
    (void)state;
    Walk walk;
    begin(&walk, 1280, 720, 1);
    const FrameItem *third = NULL;
    for (int i = 0, n = 0; i < walk.frame.item_count && third == NULL; i++) {
        n += walk.frame.items[i].action == ACTION_OPEN;
        third = n == 3 ? &walk.frame.items[i] : NULL;
    }
    assert_non_null(third);
    int card = third->argument;
    press(&walk, KEY_DIGIT, 3);
    ViewRequest request = press(&walk, KEY_ENTER, 0); // on its cover
    assert_int_equal(request.kind, REQUEST_START);
    assert_int_equal(request.card, card);
    press(&walk, KEY_ESCAPE, 0);
    assert_int_equal(press(&walk, KEY_DIGIT, 9).kind, REQUEST_NONE); // there is no ninth on it
    assert_null(find(&walk, "close"));
    end(&walk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wide),
        cmocka_unit_test(test_high),
        cmocka_unit_test(test_booster),
        cmocka_unit_test(test_pages_go_round),
        cmocka_unit_test(test_two_pages),
        cmocka_unit_test(test_list),
        cmocka_unit_test(test_numbers_on_the_shelf),
    };
    return cmocka_run_group_tests(tests, open_library, close_library);
}
