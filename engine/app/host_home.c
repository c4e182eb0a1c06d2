// What stands on the home screen: today's plan, what comes next, the record, what is kept; as values for
// the view, out of learner, store and profiles. What is done about it is host_keep.c.
#define _POSIX_C_SOURCE 200809L

#include "app/host_home_parts.h"

#include "app/cards.h"
#include "base/say.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

const int host_home_keep_days[HOST_HOME_KEEP_FOR] = { 90, 365, COURSE_KEEP_ALWAYS };

static bool was_read(void *context, int event)
{
    const Host *host = context;
    return host->playing && !host->drilling && session_was_read(&host->session, event);
}

void host_home_open(Host *host)
{
    HostHome *home = mem_alloc(sizeof *home);
    arena_init(&home->texts);
    arena_init(&home->place_texts);
    profiles_read(host->request->data, &home->profiles);
    host->home = home;
    view_known(host->view, (ViewKnown){ was_read, host });
}

void host_home_begin(Host *host)
{
    view_home(host->view, &(ViewHome){ .can_prove = store_is_kept(host->store) });
}

void host_home_close(Host *host)
{
    if (host->home != NULL) {
        arena_deinit(&host->home->texts);
        arena_deinit(&host->home->place_texts);
        mem_free(host->home);
        host->home = NULL;
    }
}

void host_home_tidy(Host *host)
{
    StoreForgotten gone;
    if (!host->home->tidied) {
        host->home->tidied = true;
        if (store_tidy(host->store, learner_today(), &gone) && gone.notice.kind != ERR_NONE) {
            host_notice(host, say("About what is kept"), &gone.notice);
        }
    }
}

const char *host_home_filled(Arena *texts, const char *pattern, const char *a, const char *b)
{
    const char *const values[] = { a, b };
    Text out = { 0 };
    say_fill(pattern, values, 2, &out);
    const char *copy = arena_string(texts, text_str(&out));
    text_deinit(&out);
    return copy;
}

// ---- what stands on the home screen -----------------------------------------------------------------

static const char *title_of(const Host *host, const char *scenario)
{
    int i = library_find(&host->library, scenario);
    const Scenario *it = i >= 0 ? host->library.items[i].scenario : NULL;
    return it != NULL ? scenario_text(it, it->title) : scenario;
}

static void fill_plan(Host *host, ViewHome *view)
{
    HostHome *home = host->home;
    if (home->learner.plans_due == 0) {
        return;
    }
    const StorePlan *plan = &home->learner.plan;
    char when[80];
    view->plan = arena_string(&home->texts, plan->text);
    learner_when(plan->course.made_day, home->learner.today, when, (int)sizeof when);
    view->plan_made = plan->scenario[0] != '\0'
                          ? host_home_filled(&home->texts, say("Made {1}, after {2}"), when,
                                             title_of(host, plan->scenario))
                          : host_home_filled(&home->texts, say("Made {1}"), when, "");
}

// The first of the course that was never finished and has something new: step 1 before repair. When all
// of the course is done, what brings most.
static int next_of(const Host *host, uint32_t *brings)
{
    const LearnerHome *learner = &host->home->learner;
    for (int i = 0; i < host->library.count; i++) {
        const Scenario *scenario = host->library.items[i].scenario;
        bool offered = scenario != NULL && !host->cards[i].off_shelf && !host->cards[i].ended;
        if (offered && (scenario->teaches & ~learner->met) != 0) {
            *brings = scenario->teaches & ~learner->met;
            return i;
        }
    }
    *brings = learner->brings;
    return learner->suggested;
}

// "New in it: asking before you fix."
static const char *why_next(HostHome *home, uint32_t brings)
{
    for (int n = 1; n <= 20; n++) {
        if ((brings >> (n - 1) & 1u) != 0) {
            return host_home_filled(&home->texts, say("New in it: {1}."), learner_mechanic(n), "");
        }
    }
    return say("You have met what is in it; another way through it is still there.");
}

static void fill_next(Host *host, ViewHome *view)
{
    const LearnerHome *learner = &host->home->learner;
    uint32_t brings = 0;
    view->next = next_of(host, &brings);
    view->has_next = view->next >= 0;
    view->next_why = view->has_next && learner->met != 0 ? why_next(host->home, brings) : NULL;
    view->has_booster = learner->booster >= 0;
    view->booster = learner->booster;
    view->booster_why =
        say("What your first story was about, once more, before it fades. It takes three minutes.");
    view->practice = library_find(&host->library, "practice");
    view->has_practice = view->practice >= 0 && host->library.items[view->practice].scenario;
}

static void fill_practice(Host *host, ViewHome *view)
{
    StorePlaythrough latest;
    if (view->has_practice && store_latest(host->store, "practice", &latest)) {
        char number[32];
        snprintf(number, sizeof number, "%llu", (unsigned long long)latest.seed);
        view->practice_last =
            host_home_filled(&host->home->texts, say("Your last one was {1}."), number, "");
    }
}

static uint8_t light_of(const Host *host, const char *scenario)
{
    int i = library_find(&host->library, scenario);
    const Scenario *it = i >= 0 ? host->library.items[i].scenario : NULL;
    return it != NULL ? cards_light(it) : (uint8_t)STORY_DAY;
}

static void fill_record(Host *host, ViewHome *view)
{
    HostHome *home = host->home;
    StoreRecord *records = mem_alloc(sizeof *records * HOST_HOME_RECORDS);
    int count = store_records(host->store, NULL, 0, HOST_HOME_RECORDS, records);
    int shown = 0;
    for (int i = 0; i < count; i++) {
        const StoreRecord *it = &records[i];
        char when[80];
        if (!it->ended || it->bridge_count == 0) {
            continue;
        }
        learner_when(it->day, home->learner.today, when, (int)sizeof when);
        home->record[shown++] =
            (ViewPicture){ .title = arena_string(&home->texts, title_of(host, it->scenario)),
                           .when = arena_string(&home->texts, when),
                           .who = arena_string(&home->texts, it->bridges[0].person),
                           .bridge = it->bridges[0].bridge,
                           .weather = light_of(host, it->scenario) };
    }
    mem_free(records);
    view->record = home->record;
    view->record_count = shown;
}

static const char *outcome_of(HostHome *home, const CoursePlan *plan)
{
    char when[80];
    if (plan->state == COURSE_PLAN_OPEN) {
        return "";
    }
    learner_when(plan->answered_day, home->learner.today, when, (int)sizeof when);
    const char *says = plan->state == COURSE_PLAN_DONE ? say("You did it, you said {1}.")
                       : plan->state == COURSE_PLAN_NOT_DONE
                           ? say("You didn\xe2\x80\x99t, you said {1}.")
                           : say("It did not come up.");
    return host_home_filled(&home->texts, says, when, "");
}

static void fill_plans(Host *host, ViewHome *view)
{
    HostHome *home = host->home;
    StorePlan *plans = mem_alloc(sizeof *plans * HOST_HOME_PLANS);
    view->plan_count = store_plans(host->store, 0, HOST_HOME_PLANS, plans);
    for (int i = 0; i < view->plan_count; i++) {
        home->plans[i] = (ViewPastPlan){ arena_string(&home->texts, plans[i].text),
                                         outcome_of(home, &plans[i].course) };
    }
    mem_free(plans);
    view->plans = home->plans;
}

// When somebody's file was last written, by the day: nobody's database is opened but that of who plays.
static const char *last_here(HostHome *home, int profile)
{
    static const char *const files[] = { "plankwright.db", "plankwright.db-wal" };
    int64_t latest = 0;
    for (int i = 0; i < 2; i++) {
        char path[PATHS_SIZE + 32];
        struct stat facts;
        snprintf(path, sizeof path, "%s/%s", home->profiles.items[profile].folder, files[i]);
        if (stat(path, &facts) == 0 && (int64_t)facts.st_mtime > latest) {
            latest = (int64_t)facts.st_mtime;
        }
    }
    char when[80];
    return latest == 0
               ? ""
               : arena_string(&home->texts, learner_when(store_day_of(latest), home->learner.today,
                                                         when, (int)sizeof when));
}

static void fill_kept(Host *host, ViewHome *view)
{
    HostHome *home = host->home;
    char words[1400];
    int days = store_keep_days(host->store);
    if (!store_is_kept(host->store)) {
        return; // a notice has said why
    }
    play_first_words(host->store, words, (int)sizeof words);
    view->kept_where = arena_string(&home->texts, words);
    home->keep_for[0] = say("three months");
    home->keep_for[1] = say("a year");
    home->keep_for[2] = say("as long as you like");
    view->keep_for = home->keep_for;
    view->keep_for_count = HOST_HOME_KEEP_FOR;
    view->keep_for_now = -1;
    for (int i = 0; i < HOST_HOME_KEEP_FOR; i++) {
        view->keep_for_now = days == host_home_keep_days[i] ? i : view->keep_for_now;
    }
    view->can_export = view->can_forget = view->can_prove = true;
    profiles_call(&home->profiles);
    view->profiles = home->names;
    view->profile_count = home->profiles.count;
    for (int i = 0; i < home->profiles.count; i++) {
        bool current = i == home->profiles.chosen;
        home->names[i] = (ViewProfile){ .name = profile_name(&home->profiles.items[i]),
                                        .last = current ? "" : last_here(home, i),
                                        .current = current };
    }
}

void host_home_show(Host *host)
{
    HostHome *home = host->home;
    ViewHome view = { .plan = NULL };
    Arena old = home->texts; // the view borrows what is shown until the new is there
    arena_init(&home->texts);
    learner_home(host->store, &host->library, learner_today(), &home->learner);
    fill_plan(host, &view);
    fill_next(host, &view);
    fill_practice(host, &view);
    fill_record(host, &view);
    fill_plans(host, &view);
    fill_kept(host, &view);
    view.last_answer = home->answer[0] != '\0' ? home->answer : NULL;
    view_home(host->view, &view);
    arena_deinit(&old);
}

// ---- plans ------------------------------------------------------------------------------------------

void host_home_answer(Host *host, int answer)
{
    static const CourseAnswer answers[PLAN_ANSWERS] = { COURSE_DID_IT, COURSE_DID_NOT,
                                                        COURSE_NOT_COME_UP };
    HostHome *home = host->home;
    Err err = { 0 };
    if (home->learner.plans_due == 0 || answer < 0 || answer >= PLAN_ANSWERS) {
        return;
    }
    StorePlan *plan = &home->learner.plan;
    if (!learner_answer(host->store, plan, answers[answer], home->learner.today, &err)) {
        host_notice(host, say("Your answer could not be kept"), &err);
        return;
    }
    char when[80];
    Text said = { 0 };
    if (answer == PLAN_DID) {
        text_add(&said, say("You did what you meant to. That is one plank more."));
    } else if (answer == PLAN_DID_NOT) {
        text_add(&said, say("Good that you say so. What got in the way is worth a minute."));
    } else if (plan->course.state == COURSE_PLAN_OPEN) {
        learner_when(plan->course.back_day, home->learner.today, when, (int)sizeof when);
        text_add(&said, host_home_filled(&home->texts, say("It comes back {1}."), when, ""));
    } else {
        text_add(&said, say("Then it rests. The next story ends with a new one."));
    }
    snprintf(home->answer, sizeof home->answer, "%s", text_str(&said));
    text_deinit(&said);
    host_home_show(host);
}
