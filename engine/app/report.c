// The command `report`: a debrief to keep, of a recorded way or of the last playthrough.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#include "app/learner.h"
#include "app/learner_pages.h"
#include "app/library.h"
#include "app/profiles.h"
#include "app/recording.h"
#include "app/translations.h"
#include "base/arena.h"
#include "base/file.h"
#include "report/lookback.h"
#include "store/plans.h"
#include "store/resume.h"

#include <stdio.h>
#include <string.h>

typedef struct ReportCommand {
    const char *play, *format, *file, *scenario, *data, *language;
    const char *as, *name, *noticed;
    bool last;
} ReportCommand;

typedef struct Played {
    Scenario *scenario;
    StoryHistory history;
    char plan[512]; // kept last, or ""
    int32_t day;     // of the last choice
    int minutes;     // played
} Played;

static const char *const formats[] = { "html", "md", "csv", "json" };
enum { FORMATS = sizeof formats / sizeof *formats };

static bool ends_in(const char *file, const char *end)
{
    size_t n = strlen(file), m = strlen(end);
    return n > m + 1 && file[n - m - 1] == '.' && strcmp(file + n - m, end) == 0;
}

static bool choose_format(ReportCommand *c, Err *err)
{
    for (int i = 0; i < FORMATS && !c->format && c->file; i++) {
        c->format = ends_in(c->file, formats[i]) ? formats[i] : NULL;
    }
    c->format = c->format ? c->format : "html";
    for (int i = 0; i < FORMATS; i++) {
        if (strcmp(c->format, formats[i]) == 0) {
            return true;
        }
    }
    err_set(err, ERR_USAGE, "--format %.60s: there is no such thing", c->format);
    return err_fix(err, "there are: html, md, csv, json");
}

static bool is_as(const ReportCommand *c, const char *what)
{
    return c->as != NULL && strcmp(c->as, what) == 0;
}

static bool choose_page(const ReportCommand *c, Err *err)
{
    bool small = is_as(c, "takeaway") || is_as(c, "proof");
    if (c->as != NULL && !small && !is_as(c, "debrief")) {
        err_set(err, ERR_USAGE, "--as %.60s: there is no such page", c->as);
        return err_fix(err, "there are: debrief, takeaway, proof");
    }
    if (small && strcmp(c->format, "html") != 0 && strcmp(c->format, "md") != 0) {
        return err_set(err, ERR_USAGE, "--as %s is a page: html or md", c->as);
    }
    if (is_as(c, "proof") && !c->last) {
        err_set(err, ERR_USAGE, "a proof is of a play of yours: --last");
        return err_fix(err, "for example: plankwright report --last --as proof -o proof.html");
    }
    return true;
}

static bool read_arguments(int argc, char **argv, ReportCommand *out, Err *err)
{
    *out = (ReportCommand){ .last = false };
    const AppOption options[] = {
        { "--last", APP_FLAG, &out->last, NULL },
        { "--format", APP_TEXT, &out->format, NULL },
        { "--scenario", APP_TEXT, &out->scenario, NULL },
        { "--data", APP_TEXT, &out->data, NULL },
        { "--lang", APP_TEXT, &out->language, NULL },
        { "--as", APP_TEXT, &out->as, NULL },
        { "--name", APP_TEXT, &out->name, NULL },
        { "--noticed", APP_TEXT, &out->noticed, NULL },
        { "-o", APP_TEXT, &out->file, NULL },
    };
    AppWords words;
    if (!app_options(argc, argv, options, (int)(sizeof options / sizeof *options), 1, &words,
                     err)) {
        return false;
    }
    out->play = words.count > 0 ? words.items[0] : NULL;
    if ((out->play != NULL) == out->last) {
        err_set(err, ERR_USAGE,
                out->last ? "report takes --last or a file, not both"
                          : "report needs to know of which play");
        return err_fix(err, "for example: plankwright report --last -o looking-back.html");
    }
    return choose_format(out, err) && choose_page(out, err) && translations_begin(out->language, err);
}

// ---- a recorded way -----------------------------------------------------------------------------

// The scenario whose folder holds the file's folder tests: "late-brief" of "late-brief/tests/a.play".
static bool scenario_of(const ReportCommand *c, char out[PATHS_SIZE], Err *err)
{
    if (c->scenario) {
        return library_folder(c->scenario, c->data, out, err);
    }
    snprintf(out, PATHS_SIZE, "%s", c->play);
    for (int up = 0; up < 2; up++) {
        char *slash = strrchr(out, '/');
        if (slash == NULL || slash == out) {
            err_set(err, ERR_INPUT, "%s: of which scenario is this a way?", c->play);
            return err_fix(err, "give it with --scenario ID");
        }
        *slash = '\0';
    }
    return true;
}

static bool open_recorded(const ReportCommand *c, Played *out, Err *err)
{
    Recording recording;
    char folder[PATHS_SIZE];
    if (!recording_read(&recording, c->play, err)) {
        return false;
    }
    bool good = scenario_of(c, folder, err);
    out->scenario = good ? library_load(folder, c->data, err) : NULL;
    good = out->scenario && history_open(&out->history, out->scenario, recording.seed, err);
    int done = 0;
    if (good && !history_walk(&out->history, recording.choices, &done, err)) {
        app_warn(err); // as far as it leads: an older scenario, or a journal cut short
        fprintf(stderr, "plankwright: the report is about the first %d choices\n", done);
        *err = (Err){ 0 };
    }
    recording_deinit(&recording);
    return good;
}

// ---- the last play ------------------------------------------------------------------------------

static bool open_row(Store *store, const StorePlaythrough *play, Played *out, Err *err)
{
    StoreEntry *entries = NULL;
    int count = 0;
    Resume resume;
    if (!store_entries(store, play->row, &entries, &count, err)) {
        return false;
    }
    bool good =
        resume_open(&out->history, out->scenario, play, entries, count, RESUME_BY_ID, &resume, err);
    if (good && resume.taken < resume.total) {
        fprintf(stderr, "plankwright: %s\n", resume.message);
        fprintf(stderr, "plankwright: the report is about the first %d choices\n", resume.taken);
    }
    mem_free(entries);
    return good;
}

// The latest that came to an end.
static bool latest_ended(Store *store, const char *scenario, StorePlaythrough *out)
{
    enum { PAGE = 16 };
    StoreRecord *records = mem_alloc(sizeof *records * PAGE);
    bool found = false;
    int count = PAGE;
    for (int from = 0; count == PAGE && !found; from += count) {
        count = store_records(store, scenario, from, PAGE, records);
        for (int i = 0; i < count && !found; i++) {
            found = records[i].ended && store_playthrough(store, records[i].row, out);
        }
    }
    mem_free(records);
    return found;
}

static bool open_last(const ReportCommand *c, Played *out, Err *err)
{
    char folder[PATHS_SIZE], own[PATHS_SIZE];
    StorePlaythrough play;
    if (!paths_data(c->data, folder, err)) {
        return false;
    }
    Err notice = { 0 };
    profiles_folder(folder, own);
    Store *store = store_open(own, &notice);
    bool good = is_as(c, "proof") ? latest_ended(store, c->scenario, &play)
                                  : store_latest(store, c->scenario, &play);
    if (!good && is_as(c, "proof")) {
        err_set(err, ERR_INPUT, "nothing was played to its end yet%s%.90s", c->scenario ? " of " : "",
                c->scenario ? c->scenario : "");
        err_fix(err, "go on where you were: plankwright play");
    } else if (!good) {
        err_set(err, ERR_INPUT, "nothing was played yet%s%.90s", c->scenario ? " of " : "",
                c->scenario ? c->scenario : "");
        err_fix(err, "play first: plankwright play; or give a recorded way (tests/*.play)");
    }
    out->scenario = good ? library_load(play.scenario, folder, err) : NULL;
    good = out->scenario && open_row(store, &play, out, err);
    StorePlan plan; // of this scenario: another's would be somebody else's promise
    bool planned = good && store_plan_latest_of(store, play.scenario, &plan);
    snprintf(out->plan, sizeof out->plan, "%s", planned ? plan.text : "");
    if (good) {
        out->day = store_day_of(play.changed);
        out->minutes = (play.seconds + 59) / 60;
    }
    store_close(store);
    return good;
}

// ---- writing ------------------------------------------------------------------------------------

static void write_as(const ReportCommand *c, const Lookback *look, Text *out)
{
    if (strcmp(c->format, "csv") == 0) {
        lookback_csv(look, out);
    } else if (strcmp(c->format, "json") == 0) {
        lookback_json(look, out);
    } else {
        bool html = strcmp(c->format, "html") == 0;
        const char *language = translations_chosen();
        Page *page = lookback_page(look, language[0] ? language : "en", html);
        (html ? page_html : page_markdown)(page, out);
        page_free(page);
    }
}

static Page *small_page(const ReportCommand *c, const Played *played, const char *language)
{
    const StoryHistory *history = &played->history;
    if (is_as(c, "takeaway")) {
        return learner_takeaway(history, c->noticed ? c->noticed : "", played->plan,
                                c->last ? played->day : learner_today(), language);
    }
    LearnerProof proof = { .name = c->name ? c->name : "",
                           .scenario = scenario_text(played->scenario, played->scenario->title),
                           .about = scenario_text(played->scenario, played->scenario->blurb),
                           .day = played->day,
                           .minutes = played->minutes };
    return learner_proof(&proof, language);
}

static bool report(const ReportCommand *c, const Played *played, Err *err)
{
    Lookback look;
    Text out = { 0 };
    if (is_as(c, "takeaway") || is_as(c, "proof")) {
        const char *language = translations_chosen();
        Page *page = small_page(c, played, language[0] ? language : "en");
        (strcmp(c->format, "html") == 0 ? page_html : page_markdown)(page, &out);
        page_free(page);
    } else {
        lookback_init(&look, &played->history, played->plan);
        write_as(c, &look, &out);
        lookback_deinit(&look);
    }
    bool good = true;
    if (c->file && strcmp(c->file, "-") != 0) {
        good = file_write(c->file, text_str(&out), out.length, err);
    } else {
        fwrite(text_str(&out), 1, out.length, stdout);
    }
    text_deinit(&out);
    return good;
}

static int run(int argc, char **argv)
{
    ReportCommand command;
    Played played = { .scenario = NULL };
    Err err = { 0 };
    if (!read_arguments(argc, argv, &command, &err)) {
        return app_fail(&err);
    }
    bool good =
        command.last ? open_last(&command, &played, &err) : open_recorded(&command, &played, &err);
    good = good && report(&command, &played, &err);
    history_close(&played.history);
    scenario_free(played.scenario);
    return good ? 0 : app_fail(&err);
}

const AppCommand app_report = {
    "report",
    run,
    "writes the debrief of a play as a page, or what happened as a table",
    "usage: plankwright report --last [--scenario ID] [--format html|md|csv|json] [-o FILE]\n"
    "       plankwright report --last --as takeaway|proof [--name NAME] [-o FILE]\n"
    "       plankwright report FILE.play [--scenario ID] [--format html|md|csv|json] [-o FILE]\n\n"
    "  --last          the play you played last, as far as it has come\n"
    "  --scenario ID   the last one of that scenario; for FILE.play: its scenario, where it does\n"
    "                  not lie in the scenario's folder tests\n"
    "  --format html   one page with the bridges drawn in it, to be read or printed (without\n"
    "                  --format: what FILE ends in, or html)\n"
    "  --format md     the same as Markdown, without pictures\n"
    "  --format csv    one line for each thing that happened\n"
    "  --format json   the same, with the choices, the ending and the chances\n"
    "  --as takeaway   one page to take away: what you noticed (--noticed \"..\"), what you tried, "
    "your plan\n"
    "  --as proof      one page that says that it was played to its end, and when: no ending, no "
    "points,\n"
    "                  and the name you give with --name, or none\n"
    "  -o FILE         write to FILE instead of standard output\n"
    "  --data DIR      the folder where plays are kept; --lang xx: in that language\n"
    "There is no name, no date and no grade in it. Nothing in the page asks anything of a "
    "network.\n"
    "Exit codes: 0 all right, 2 wrong usage, 3 bad play or scenario, 4 FILE cannot be written.",
};
