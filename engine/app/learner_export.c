// Everything that is kept of one profile, to be read by people: one HTML file with the bridges drawn.
#include "app/learner_data.h"

#include "app/learner.h"
#include "base/arena.h"
#include "base/say.h"
#include "page/page.h"
#include "picture/svg.h"
#include "store/known.h"
#include "store/slots.h"
#include "story/render.h"

#include <stdio.h>
#include <string.h>

// What goes into the page, and where the titles come from: shipped scenarios by their title, others by id.
typedef struct Export {
    Page *page;
    Store *store;
    Library shipped;
} Export;

enum {
    RECORDS_A_TIME = 16,
    DRAWN_MAX = 60
}; // later bridges stand there in words: a picture has 8 kB

static void add_title(const Export *e, const char *id, Text *out)
{
    int i = library_find(&e->shipped, id);
    const Scenario *scenario = i < 0 ? NULL : e->shipped.items[i].scenario;
    if (scenario) {
        render_plain(scenario_text(scenario, scenario->title), out);
    } else {
        text_add(out, id);
    }
}

static void add_bridge(Page *page, const StoreRecord *record, int number)
{
    PicturePalette palette = picture_palette(PICTURE_DAY);
    Text svg = { 0 }, caption = { 0 };
    char id[32];
    const StoreBridge *it = &record->bridges[0];
    snprintf(id, sizeof id, "r%d", number);
    text_addf(&caption, say("The bridge to %s"), it->person);
    picture_svg_chip(&it->bridge, &palette, (PictureSvgWords){ id, text_str(&caption), NULL },
                     &svg);
    page_picture(page, text_str(&svg), text_str(&caption), true);
    text_deinit(&svg);
    text_deinit(&caption);
}

static bool add_choices(Page *page, Store *store, int64_t row, Err *err)
{
    StoreEntry *entries = NULL;
    int count = 0;
    if (!store_entries(store, row, &entries, &count, err)) {
        return false;
    }
    for (int i = 0; i < count; i++) {
        const StoreEntry *it = &entries[i];
        if (it->kind == STORE_CHOOSE) {
            page_step(page, it->said[0] ? it->said : it->id);
        } else {
            page_step(page, say("(taken back)"));
        }
    }
    mem_free(entries);
    return true;
}

static bool add_record(const Export *e, const StoreRecord *record, int number, Err *err)
{
    Page *page = e->page;
    Text line = { 0 };
    char date[120];
    int minutes = (record->seconds + 59) / 60;
    add_title(e, record->scenario, &line);
    text_addf(&line, ": %s", record->standing);
    page_heading(page, 3, text_str(&line));
    text_clear(&line);
    text_addf(&line, "%s", learner_date(record->day, date, (int)sizeof date));
    if (minutes > 0) { // not known of those that an older program kept
        text_add(&line, " · ");
        text_addf(&line, say_many("%d minute", "%d minutes", minutes), minutes);
    }
    if (!record->ended) {
        text_addf(&line, " · %s", say("not finished"));
    }
    page_note(page, text_str(&line));
    text_deinit(&line);
    if (record->bridge_count > 0 && number < DRAWN_MAX) {
        add_bridge(page, record, number);
    }
    return add_choices(page, e->store, record->row, err);
}

static bool add_records(const Export *e, Err *err)
{
    StoreRecord *records = mem_alloc(sizeof *records * RECORDS_A_TIME);
    bool good = true;
    int number = 0, count = RECORDS_A_TIME;
    page_heading(e->page, 2, say("What you have played"));
    for (int from = 0; good && count == RECORDS_A_TIME; from += count) {
        count = store_records(e->store, NULL, from, RECORDS_A_TIME, records);
        for (int i = 0; i < count && good; i++) {
            good = add_record(e, &records[i], number++, err);
        }
    }
    if (number == 0) {
        page_text(e->page, say("Nothing yet."));
    }
    mem_free(records);
    return good;
}

static const char *answer_of(const StorePlan *plan)
{
    switch ((CoursePlanState)plan->course.state) {
    case COURSE_PLAN_DONE:
        return say("I did it");
    case COURSE_PLAN_NOT_DONE:
        return say("I didn't");
    case COURSE_PLAN_NOT_MET:
        return say("it hasn't come up");
    case COURSE_PLAN_OPEN:
    case COURSE_PLAN_STATES:
        break;
    }
    return say("open");
}

static void add_plans(Page *page, Store *store)
{
    StorePlan *plans = mem_alloc(sizeof *plans * RECORDS_A_TIME);
    const char *columns[] = { say("Plan"), say("Made"), say("What became of it") };
    int count = RECORDS_A_TIME;
    page_heading(page, 2, say("Your plans"));
    for (int from = 0; count == RECORDS_A_TIME; from += count) {
        count = store_plans(store, from, RECORDS_A_TIME, plans);
        if (from == 0 && count == 0) {
            page_text(page, say("Nothing yet."));
        } else if (from == 0) {
            page_table(page, say("newest first"), columns, 3);
        }
        for (int i = 0; i < count; i++) {
            char date[120];
            learner_date(plans[i].course.made_day, date, (int)sizeof date);
            const char *cells[] = { plans[i].text, date, answer_of(&plans[i]) };
            page_row(page, cells);
        }
    }
    mem_free(plans);
}

static void add_places(const Export *e)
{
    StoreSlot *slots = mem_alloc(sizeof *slots * STORE_SLOTS_MAX);
    int count = store_slots(e->store, NULL, STORE_SLOTS_MAX, slots);
    if (count > 0) {
        page_heading(e->page, 2, say("Places you have marked"));
    }
    for (int i = 0; i < count; i++) {
        Text line = { 0 };
        add_title(e, slots[i].play.scenario, &line);
        text_addf(&line, ": %s", slots[i].play.standing);
        if (slots[i].name[0] != '\0') {
            text_addf(&line, " (%s)", slots[i].name);
        }
        page_item(e->page, text_str(&line));
        text_deinit(&line);
    }
    mem_free(slots);
}

static void add_setting(void *context, const char *name, const char *words, int value)
{
    const Export *e = context;
    char number[16], date[120];
    snprintf(number, sizeof number, "%d", value);
    const char *cells[] = { name, words ? words : number };
    if (strcmp(name, "tidied_day") == 0) { // the last look for what is too old
        cells[1] = learner_date(value, date, (int)sizeof date);
    }
    page_row(e->page, cells);
}

static void add_known(void *context, const char *scenario, const char *words, int count)
{
    const Export *e = context;
    Text title = { 0 };
    char number[16];
    (void)words;
    snprintf(number, sizeof number, "%d", count);
    add_title(e, scenario, &title);
    const char *cells[] = { text_str(&title), number };
    page_row(e->page, cells);
    text_deinit(&title);
}

bool learner_data_html(Store *store, const char *name, const char *language, Text *out, Err *err)
{
    Text title = { 0 };
    char words[900];
    text_addf(&title, say("Everything that is kept of %s"),
              strcmp(name, say("You")) == 0 ? say("you") : name);
    Export e = { page_new(text_str(&title), language[0] ? language : "en"), store, { 0 } };
    library_init(&e.shipped, NULL, true);
    learner_kept_words(store, store_path(store), words, (int)sizeof words);
    page_text(e.page, words);
    add_plans(e.page, store);
    add_places(&e);
    bool good = add_records(&e, err);
    const char *read[] = { say("Scenario"), say("Lines and options") };
    page_heading(e.page, 2, say("What you have read"));
    page_table(e.page, say("how much of each scenario"), read, 2);
    store_each_known(store, add_known, &e);
    const char *columns[] = { say("Setting"), say("Value") };
    page_heading(e.page, 2, say("Settings"));
    page_table(e.page, say("as they are kept"), columns, 2);
    store_each_setting(store, add_setting, &e);
    page_html(e.page, out);
    page_free(e.page);
    library_deinit(&e.shipped);
    text_deinit(&title);
    return good;
}
