// The command `kit`: what a facilitator prints, made from the scenario.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#include "app/graph_fill.h"
#include "app/library.h"
#include "app/recording.h"
#include "app/translations.h"
#include "base/arena.h"
#include "base/file.h"
#include "report/kit.h"

#include <stdio.h>
#include <string.h>

typedef struct KitCommand {
    uint64_t minutes;
    const char *file, *language, *format;
} KitCommand;

static bool read_arguments(int argc, char **argv, KitCommand *out, AppWords *words, Err *err)
{
    *out = (KitCommand){ .minutes = 60 };
    const AppOption options[] = {
        { "--minutes", APP_NUMBER, &out->minutes, NULL },
        { "--lang", APP_TEXT, &out->language, NULL },
        { "--format", APP_TEXT, &out->format, NULL },
        { "-o", APP_TEXT, &out->file, NULL },
    };
    if (!app_options(argc, argv, options, (int)(sizeof options / sizeof *options), 1, words, err)) {
        return false;
    }
    if (words->count == 0) {
        err_set(err, ERR_USAGE, "kit needs a scenario");
        return err_fix(err, "for example: plankwright kit late-brief --minutes 60 -o kit.html");
    }
    if (out->minutes > 1000 || !kit_has_plan((int)out->minutes)) {
        err_set(err, ERR_USAGE, "--minutes %llu: there is no plan for that",
                (unsigned long long)out->minutes);
        return err_fix(err, "there are plans for 45, 60 and 90 minutes");
    }
    if (out->format == NULL) {
        size_t n = out->file ? strlen(out->file) : 0;
        out->format = n > 3 && strcmp(out->file + n - 3, ".md") == 0 ? "md" : "html";
    }
    if (strcmp(out->format, "html") != 0 && strcmp(out->format, "md") != 0) {
        err_set(err, ERR_USAGE, "--format %.60s: there is no such thing", out->format);
        return err_fix(err, "there are: html, md");
    }
    return true;
}

// ---- recorded ways --------------------------------------------------------------------------------

typedef struct Ways {
    KitWay *list;
    StoryHistory *histories;
    RecordingList paths;
    int count;
} Ways;

// Of those that lead nowhere `plankwright test` tells.
static void ways_init(Ways *ways, const Scenario *scenario)
{
    *ways = (Ways){ .count = 0 };
    recording_list(&ways->paths, scenario->folder);
    size_t room = (size_t)(ways->paths.count > 0 ? ways->paths.count : 1);
    ways->list = mem_alloc(room * sizeof *ways->list);
    ways->histories = mem_alloc(room * sizeof *ways->histories);
    for (int i = 0; i < ways->paths.count; i++) {
        Recording recording;
        StoryHistory *history = &ways->histories[ways->count];
        int done = 0;
        if (!recording_read(&recording, ways->paths.paths[i], NULL)) {
            continue;
        }
        if (history_open(history, scenario, recording.seed, NULL)) {
            if (history_walk(history, recording.choices, &done, NULL)) {
                ways->list[ways->count++] = (KitWay){ ways->paths.paths[i], history };
            } else {
                history_close(history);
            }
        }
        recording_deinit(&recording);
    }
}

static void ways_deinit(Ways *ways)
{
    for (int i = 0; i < ways->count; i++) {
        history_close(&ways->histories[i]);
    }
    recording_list_deinit(&ways->paths);
    mem_free(ways->list);
    mem_free(ways->histories);
}

// ---- the command ----------------------------------------------------------------------------------

static bool write_page(const KitCommand *command, const Page *page, Err *err)
{
    Text out = { 0 };
    if (strcmp(command->format, "md") == 0) {
        page_markdown(page, &out);
    } else {
        page_html(page, &out);
    }
    bool good = true;
    if (command->file && strcmp(command->file, "-") != 0) {
        good = file_write(command->file, text_str(&out), out.length, err);
    } else {
        fwrite(text_str(&out), 1, out.length, stdout);
    }
    text_deinit(&out);
    return good;
}

static bool kit_of(const KitCommand *command, const Scenario *scenario, Err *err)
{
    Graph graph;
    int broken = 0;
    graph_init(&graph, scenario);
    app_says_it_walks(scenario->id);
    bool good = graph_fill(&graph, GRAPH_FILL_STATES, err);
    if (good) {
        graph_fill_tests(&graph, scenario->folder, &broken);
        graph_finish(&graph);
        Ways ways;
        ways_init(&ways, scenario);
        Kit kit = { &graph, (int)command->minutes, ways.list, ways.count };
        const char *language = translations_chosen();
        Page *page = kit_page(&kit, language[0] ? language : "en");
        good = write_page(command, page, err);
        page_free(page);
        ways_deinit(&ways);
    }
    graph_deinit(&graph);
    return good;
}

static int run(int argc, char **argv)
{
    KitCommand command;
    AppWords words;
    Err err = { 0 };
    if (!read_arguments(argc, argv, &command, &words, &err) ||
        !translations_begin(command.language, &err)) {
        return app_fail(&err);
    }
    Scenario *scenario = library_load(words.items[0], NULL, &err);
    if (!scenario) {
        return app_fail(&err);
    }
    err = (Err){ 0 };
    bool good = kit_of(&command, scenario, &err);
    scenario_free(scenario);
    return good ? 0 : app_fail(&err);
}

const AppCommand app_kit = {
    "kit",
    run,
    "makes what a facilitator prints for a session: plan, notes, cards, sheets",
    "usage: plankwright kit SCENARIO [--minutes 45|60|90] [--format html|md] [-o FILE]\n\n"
    "One page, made from the scenario, to be printed on A4 or Letter: the session at a glance, the\n"
    "plan minute by minute with what to say, do and watch for, notes and answers for every decision,\n"
    "a way to each ending, what to do when it gets difficult, a sheet, voting and tactic cards, an\n"
    "evaluation, mails for the weeks after, and a checklist.\n"
    "  --minutes N    45, 60 (without it) or 90\n"
    "  --format md    Markdown (without --format: what FILE ends in, or html)\n"
    "  --lang xx      in that language, where there is a translation\n"
    "  -o FILE        write to FILE instead of standard output\n"
    "Exit codes: 0 all right, 2 wrong usage, 3 bad scenario, 4 FILE cannot be written.",
};
