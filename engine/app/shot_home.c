// Home with a learner who never was, for pictures; and the way through its things to each of its cards.
#include "app/shot_home.h"

#include "app/cards.h"
#include "base/arena.h"
#include "base/say.h"
#include "bridge/example.h"

#include <string.h>

const char *const shot_home_screens[] = { "library",   "home-first", "home",    "home-booster",
                                          "home-next", "you",        "you-new", "profiles",
                                          "name",      "ask",        "cover",   "number",
                                          "pause",     "places",     "all",     NULL };

bool shot_home_is(const char *screen)
{
    for (int i = 0; shot_home_screens[i] != NULL; i++) {
        if (strcmp(screen, shot_home_screens[i]) == 0) {
            return true;
        }
    }
    return false;
}

bool shot_home_is_over(const char *screen)
{
    return strcmp(screen, "pause") == 0 || strcmp(screen, "places") == 0;
}

static bool starts_with(const char *screen, const char *with)
{
    return strncmp(screen, with, strlen(with)) == 0;
}

static BridgeCondition example(const char *name)
{
    int i = bridge_example_find(name);
    return bridge_example(i >= 0 ? i : 0);
}

// ---- a learner who never was ------------------------------------------------------------------------

static void played(ShotHome *home, const char *id, const char *state, const char *standing,
                   bool open)
{
    int i = library_find(&home->library, id);
    if (i >= 0) {
        ViewCard *card = &home->cards[i];
        card->bridge = example(state);
        card->standing = standing;
        card->started = open;
        card->ended = !open;
        card->latest = open;
    }
}

static void some_weeks(ShotHome *home)
{
    played(home, "first-plank", "kept", "played twice", false);
    played(home, "step-one", "mended", "played once", false);
    played(home, "late-brief", "half", "Wednesday, 16:40", true);
    played(home, "cover-up", "collapsed", "played once", false);
}

static const ViewPastPlan plans[] = {
    { "If somebody asks me for a date, then I add up the hours I\xe2\x80\x99ve promised before I "
      "say "
      "yes.",
      "You did it, on 12 March." },
    { "If Ruben says that I let something slip, then I say yes first, and why when I\xe2\x80\x99m "
      "asked.",
      "It hasn\xe2\x80\x99t come up." },
};

static const ViewProfile profiles[] = { { "Ines", "", true },
                                        { "Dev", "played yesterday", false },
                                        { "Nuala", "played 3 weeks ago", false } };

static const char kept_where[] =
    "Each choice is kept in ~/.local/share/plankwright, so you can stop at any moment. Nothing "
    "leaves this computer. Delete that folder, and all is forgotten. What you have not touched for "
    "a year is deleted.";
static const char *const keep_for[] = { "three months", "a year", "as long as you like" };

static void fill_record(ShotHome *home)
{
    static const struct {
        const char *title, *state, *when, *who;
        uint8_t weather;
    } list[] = {
        { "The Late Brief", "half", "today", "Maya", STORY_DAY },
        { "Step One", "mended", "yesterday", "Jonah", STORY_STORM },
        { "The Cover-Up", "collapsed", "3 March", "Tomasz", STORY_DUSK },
        { "Step One", "hanging", "27 February", "Jonah", STORY_STORM },
        { "The First Plank", "kept", "26 February", "Mara", STORY_DAWN },
        { "The First Plank", "worn", "26 February", "Mara", STORY_DAWN },
        { "Different Clocks", "strained", "20 February", "Mr. Osei", STORY_DAY },
        { "Her Agenda", "lantern", "14 February", "Nuala", STORY_DUSK },
    };
    enum { COUNT = sizeof list / sizeof *list };
    home->pictures = mem_alloc(COUNT * sizeof *home->pictures);
    for (int i = 0; i < COUNT; i++) {
        home->pictures[i] = (ViewPicture){ .title = list[i].title,
                                           .when = list[i].when,
                                           .who = list[i].who,
                                           .bridge = example(list[i].state),
                                           .weather = list[i].weather };
    }
}

static void fill_home(ShotHome *home, ViewHome *out, const char *screen)
{
    bool booster = strcmp(screen, "home-booster") == 0, next = strcmp(screen, "home-next") == 0;
    bool fresh = strcmp(screen, "you-new") == 0;
    int step = library_find(&home->library, "her-agenda");
    out->kept_where = kept_where;
    out->keep_for = keep_for;
    out->keep_for_count = 3;
    out->keep_for_now = 1;
    out->can_export = out->can_forget = true;
    if (fresh) {
        return;
    }
    out->profiles = profiles;
    out->profile_count = 3;
    out->plans = plans;
    out->plan_count = 2;
    out->record = home->pictures;
    out->record_count = 8;
    out->has_next = step >= 0;
    out->next = step;
    out->next_why =
        "You have not met anybody yet who wants to be listened to before anything else.";
    if (booster) {
        out->has_booster = true;
        out->booster = library_find(&home->library, "first-plank");
        out->booster_why = "A week has gone by since your first story.";
        out->last_answer = "Good. That was a plank.";
    } else if (!next) {
        out->plan =
            "If a date starts to slip, then I ring the person who waits for it before I open "
            "my mail.";
        out->plan_made = "Made yesterday, after The Late Brief";
    }
}

void shot_home_show(ShotHome *home, View *view, const char *screen)
{
    fill_record(home);
    if (shot_home_is_over(screen)) {
        for (int i = 0; i < 3; i++) {
            static const char *const standings[] = { "Wednesday, 16:40", "Tuesday, 12:55",
                                                     "Monday, 13:00" };
            home->pictures[i].title = standings[i];
            home->pictures[i].who = "Maya";
            home->pictures[i].weather = STORY_DAY;
        }
        view_places(view, home->pictures, 3);
        return;
    }
    bool bare = strcmp(screen, "library") == 0 || starts_with(screen, "home-first") ||
                strcmp(screen, "cover") == 0 || strcmp(screen, "you-new") == 0;
    ViewHome values = { .plan = NULL };
    library_init(&home->library, NULL, true);
    home->cards = mem_alloc(sizeof *home->cards * (size_t)(home->library.count + 1));
    for (int i = 0; i < home->library.count; i++) {
        cards_fill(&home->library.items[i], &home->texts, &home->cards[i]);
    }
    if (!bare) {
        some_weeks(home);
    }
    values.practice = library_find(&home->library, "practice");
    values.has_practice = values.practice >= 0;
    if (strcmp(screen, "library") != 0) {
        fill_home(home, &values, bare ? "you-new" : screen);
    }
    view_library(
        view, home->cards, home->library.count,
        starts_with(screen, "home-first")
? kept_where
            : "");
    view_home(view, &values);
}

// ---- the way to a panel -----------------------------------------------------------------------------

static bool press(View *view, const Frame *frame, const char *id)
{
    for (int i = 0; i < frame->item_count; i++) {
        const FrameItem *item = &frame->items[i];
        if (item->focusable && strcmp(item->id, id) == 0) {
            ViewInput input = { .kind = INPUT_PRESS, .x = item->rect.x + 4, .y = item->rect.y + 4 };
            view_input(view, &input);
            input.kind = INPUT_RELEASE;
            view_input(view, &input);
            view_input(view, &(ViewInput){ .kind = INPUT_POINT, .x = -9, .y = -9 });
            return true;
        }
    }
    return false;
}

bool shot_home_step(View *view, const Frame *frame, const char *screen, int step)
{
    static const struct {
        const char *screen, *items[4];
    } ways[] = {
        { "you", { "you" } },
        { "you-new", { "you" } },
        { "profiles", { "you", "profiles" } },
        { "name", { "you", "profiles", "profile.add" } },
        { "ask", { "you", "forget" } },
        { "cover", { "all", "cover-up" } },
        { "number", { "practice.number" } },
        { "all", { "all" } },
    };
    if (step == 0 && shot_home_is_over(screen)) {
        ViewKey key = strcmp(screen, "pause") == 0 ? KEY_PAUSE : KEY_PLACES;
        view_input(view, &(ViewInput){ .kind = INPUT_KEY, .key = key });
        return true;
    }
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (strcmp(screen, ways[i].screen) == 0 && step < 4 && ways[i].items[step] != NULL) {
            press(view, frame, ways[i].items[step]);
            return true;
        }
    }
    return false;
}

void shot_home_clear(ShotHome *home)
{
    library_deinit(&home->library);
    mem_free(home->cards);
    mem_free(home->pictures);
    arena_deinit(&home->texts);
}
