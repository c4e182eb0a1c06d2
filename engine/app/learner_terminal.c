// What the window's home screen has in cards, in sentences.
#define _POSIX_C_SOURCE 200809L

#include "app/learner_terminal.h"

#include "base/arena.h"
#include "base/say.h"
#include "base/text.h"
#include "store/slots.h"
#include "view/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { LINES = 20 }; // of a list that is told

static void tell_plan(TermPrinter *printer, const LearnerHome *home)
{
    Text line = { 0 };
    char when[120];
    learner_when(home->plan.course.made_day, home->today, when, (int)sizeof when);
    text_addf(&line, say("You made a plan (%s): %s"), when, home->plan.text);
    term_print(printer, TERM_PLAIN, "", 0, text_str(&line));
    term_print(printer, TERM_DIM, "", 0,
               say("Did you? Type: I did it, I didn't, or it hasn't come up."));
    term_blank(printer);
    text_deinit(&line);
}

static void tell_item(TermPrinter *printer, const Library *library, int item, bool booster)
{
    const Scenario *scenario = library->items[item].scenario;
    const char *title = scenario_text(scenario, scenario->title);
    Text line = { 0 };
    if (booster) {
        text_addf(&line, say("For today, three minutes: %s (%s)."), title, scenario->id);
    } else {
        text_addf(&line, say("Next for you: %s (%s)."), title, scenario->id);
    }
    term_print(printer, TERM_PLAIN, "", 0, text_str(&line));
    text_deinit(&line);
}

void learner_tell(TermPrinter *printer, const Library *library, const LearnerHome *home)
{
    if (home->plans_due > 0) {
        tell_plan(printer, home);
    }
    if (home->booster >= 0) {
        tell_item(printer, library, home->booster, true);
    }
    if (home->records > 0 && home->suggested >= 0) {
        tell_item(printer, library, home->suggested, false);
    }
}

bool learner_lists(const Library *library, const LearnerHome *home, int item)
{
    const Scenario *scenario = library->items[item].scenario;
    return !scenario || !learner_is_booster(scenario) || item == home->booster;
}

int learner_numbered(const Library *library, const LearnerHome *home, long number)
{
    for (int i = 0; i < library->count; i++) {
        if (learner_lists(library, home, i) && --number == 0) {
            return i;
        }
    }
    return -1;
}

// The answer that a line is, -1 for none: in English and in the player's language.
static int answer_of(const char *line)
{
    static const char *const said[][3] = {
        [COURSE_DID_IT] = { SAY_LATER("I did it"), "did", "done" },
        [COURSE_DID_NOT] = { SAY_LATER("I didn't"), "didn't", "did not" },
        [COURSE_NOT_COME_UP] = { SAY_LATER("it hasn't come up"), "not yet", "not come up" },
    };
    enum { ANSWERS = sizeof said / sizeof *said };
    for (int i = 0; i < ANSWERS; i++) {
        for (int k = 0; k < 3; k++) {
            if (strcasecmp(line, said[i][k]) == 0) {
                return i;
            }
        }
        if (strcmp(line, say(said[i][0])) == 0) {
            return i;
        }
    }
    return -1;
}

static bool hear_answer(TermPrinter *printer, Store *store, LearnerHome *home, const char *line)
{
    int answer = home->plans_due > 0 ? answer_of(line) : -1;
    if (answer < 0) {
        return false;
    }
    Err err = { 0 };
    if (!learner_answer(store, &home->plan, (CourseAnswer)answer, home->today, &err)) {
        term_print(printer, TERM_WARN, "", 0, err.message);
        return true;
    }
    home->plans_due = 0;
    char when[120];
    Text words = { 0 };
    if (answer == COURSE_DID_IT) {
        text_add(&words, say("Good. It is kept with your plans."));
    } else if (answer == COURSE_DID_NOT) {
        text_add(&words,
                 say("Thank you for saying so. It is kept with your plans; the next one can "
                     "be smaller."));
    } else if (home->plan.course.state == COURSE_PLAN_OPEN) {
        learner_when(home->plan.course.back_day, home->today, when, (int)sizeof when);
        text_addf(&words, say("Then it comes back %s."), when);
    } else {
        text_add(&words, say("Then it rests now. You find it among your plans."));
    }
    term_print(printer, TERM_PLAIN, "", 0, text_str(&words));
    text_deinit(&words);
    return true;
}

// ---- lists ------------------------------------------------------------------------------------------

static const char *title_of(const Library *library, const char *id)
{
    int i = library_find(library, id);
    const Scenario *scenario = i >= 0 ? library->items[i].scenario : NULL;
    return scenario ? scenario_text(scenario, scenario->title) : id;
}

static void add_bridge(const StoreBridge *it, Text *out)
{
    Arena arena;
    arena_init(&arena);
    text_add(out, " ");
    text_addf(out, say("The bridge to %s: %s."), it->person,
              word_bridge(&arena, &it->bridge, false));
    arena_deinit(&arena);
}

static void tell_record(TermPrinter *printer, const Library *library, Store *store, int32_t today)
{
    StoreRecord *records = mem_alloc(sizeof *records * LINES);
    int count = store_records(store, NULL, 0, LINES, records);
    for (int i = 0; i < count; i++) {
        Text line = { 0 };
        char when[120];
        text_addf(&line, "%s: %s. %s.", learner_when(records[i].day, today, when, (int)sizeof when),
                  title_of(library, records[i].scenario), records[i].standing);
        for (int k = 0; k < records[i].bridge_count; k++) {
            add_bridge(&records[i].bridges[k], &line);
        }
        term_print(printer, TERM_PLAIN, "", 2, text_str(&line));
        text_deinit(&line);
    }
    int more = store_record_count(store, NULL) - count;
    if (more > 0) {
        term_printf(printer, TERM_DIM,
                    say_many("and %d earlier play", "and %d earlier plays", more), more);
    }
    mem_free(records);
}

static const char *outcome_of(const StorePlan *plan)
{
    switch ((CoursePlanState)plan->course.state) {
    case COURSE_PLAN_DONE:
        return say("You did it.");
    case COURSE_PLAN_NOT_DONE:
        return say("You didn't.");
    case COURSE_PLAN_NOT_MET:
        return say("It hasn't come up.");
    case COURSE_PLAN_OPEN:
    case COURSE_PLAN_STATES:
        break;
    }
    return say("It comes back.");
}

static void tell_plans(TermPrinter *printer, Store *store, int32_t today)
{
    StorePlan *plans = mem_alloc(sizeof *plans * LINES);
    int count = store_plans(store, 0, LINES, plans);
    for (int i = 0; i < count; i++) {
        Text line = { 0 };
        char when[120];
        learner_when(plans[i].course.made_day, today, when, (int)sizeof when);
        text_addf(&line, "%s: %s %s", when, plans[i].text, outcome_of(&plans[i]));
        term_print(printer, TERM_PLAIN, "", 2, text_str(&line));
        text_deinit(&line);
    }
    mem_free(plans);
}

static void tell_places(TermPrinter *printer, const Library *library, Store *store)
{
    StoreSlot *slots = mem_alloc(sizeof *slots * STORE_SLOTS_MAX);
    int count = store_slots(store, NULL, STORE_SLOTS_MAX, slots);
    for (int i = 0; i < count; i++) {
        Text line = { 0 };
        char first[16];
        snprintf(first, sizeof first, "p%d. ", i + 1);
        const StoreSlot *it = &slots[i];
        text_addf(&line, "%s%s%s: %s.", it->name, it->name[0] ? ": " : "",
                  title_of(library, it->play.scenario), it->play.standing);
        if (it->bridge.person[0] != '\0') {
            add_bridge(&it->bridge, &line);
        }
        term_print(printer, TERM_PLAIN, first, 4, text_str(&line));
        text_deinit(&line);
    }
    term_print(printer, TERM_DIM, "", 0, say("p1 goes on from the first, forget p1 removes it."));
    mem_free(slots);
}

void learner_tell_more(TermPrinter *printer, Store *store)
{
    StorePlan plan;
    StoreSlot *slot = mem_alloc(sizeof *slot);
    Text names = { 0 };
    text_add(&names, store_record_count(store, NULL) > 0 ? "record" : "");
    text_add(&names, store_plans(store, 0, 1, &plan) > 0 ? ", plans" : "");
    text_add(&names, store_slots(store, NULL, 1, slot) > 0 ? ", places" : "");
    if (names.length > 0) {
        const char *from = text_str(&names);
        term_printf(printer, TERM_DIM, say("Yours: %s."), from + (from[0] == ',' ? 2 : 0));
    }
    text_deinit(&names);
    mem_free(slot);
}

// The slot with that number in the list of places ("p2"); false: none.
static bool numbered(Store *store, const char *line, StoreSlot *out)
{
    char *end = NULL;
    long number = line[0] == 'p' || line[0] == 'P' ? strtol(line + 1, &end, 10) : 0;
    if (number < 1 || end == line + 1 || *end != '\0') {
        return false;
    }
    StoreSlot *slots = mem_alloc(sizeof *slots * STORE_SLOTS_MAX);
    int count = store_slots(store, NULL, STORE_SLOTS_MAX, slots);
    bool found = number <= count;
    if (found) {
        *out = slots[number - 1];
    }
    mem_free(slots);
    return found;
}

static bool forget_place(TermPrinter *printer, Store *store, const char *line)
{
    StoreSlot slot;
    Err err = { 0 };
    if (!numbered(store, line, &slot)) {
        return false;
    }
    bool done = store_slot_remove(store, slot.row, &err);
    term_print(printer, done ? TERM_PLAIN : TERM_WARN, "", 0,
               done ? say("This place is not kept any more; the play it was made in is.")
                    : err.message);
    return true;
}

bool learner_hear(TermPrinter *printer, const Library *library, Store *store, LearnerHome *home,
                  const char *line)
{
    if (strncasecmp(line, "forget ", 7) == 0) {
        return forget_place(printer, store, line + 7);
    }
    if (strcasecmp(line, "record") == 0 && home->records > 0) {
        tell_record(printer, library, store, home->today);
    } else if (strcasecmp(line, "plans") == 0) {
        tell_plans(printer, store, home->today);
    } else if (strcasecmp(line, "places") == 0) {
        tell_places(printer, library, store);
    } else {
        return hear_answer(printer, store, home, line);
    }
    return true;
}

int64_t learner_place(const Library *library, Store *store, const char *line, int *item)
{
    StoreSlot slot;
    if (!numbered(store, line, &slot)) {
        return 0;
    }
    *item = library_find(library, slot.play.scenario);
    return *item >= 0 ? slot.row : 0; // its scenario may be gone
}
