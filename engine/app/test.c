// The command `test`: plays the recorded ways of scenarios (tests/*.play) and shows the first difference.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#include "app/expect.h"
#include "app/graph_fill.h"
#include "app/library.h"
#include "app/recording.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "script/script.h"
#include "term/play.h"

#include <stdlib.h>
#include <string.h>

// What is played now, as text; free() it. NULL with err when the way does not lead to its end.
static char *transcript(const Scenario *scenario, const Recording *recording, Err *err)
{
    StoryHistory history;
    char *text = NULL;
    size_t size = 0;
    if (!history_open(&history, scenario, recording->seed, err)) {
        return NULL;
    }
    FILE *out = open_memstream(&text, &size);
    bool good = out != NULL || err_set(err, ERR_SYSTEM, "there is no memory for a transcript");
    if (out) {
        TermPrinter printer = term_printer_plain(out);
        good = term_transcript(&printer, &history, recording->choices, err);
        fclose(out);
    }
    history_close(&history);
    if (!good) {
        free(text);
        text = NULL;
    }
    return text;
}

// The line at `at` as it can be shown, without what is blank at its end: a recorded way comes from anybody.
static void add_line(Text *out, const char *at)
{
    Text line = { 0 };
    text_add_n(&line, at, strcspn(at, "\n"));
    while (line.length > 0 && strchr(" \r", line.data[line.length - 1]) != NULL) {
        line.data[--line.length] = '\0';
    }
    text_add_tidy(out, text_str(&line));
    text_deinit(&line);
}

static void print_lines(const char *recorded, const char *played)
{
    Text was = { 0 }, is = { 0 };
    add_line(&was, recorded);
    add_line(&is, played);
    printf("    recorded: %s\n    played:   %s\n", text_str(&was), text_str(&is));
    if (strcmp(text_str(&was), text_str(&is)) == 0) {
        printf("  they differ in a character that is not shown, such as a blank at the end\n");
    }
    text_deinit(&was);
    text_deinit(&is);
}

static void show_difference(const char *was, const char *is)
{
    int line = 1;
    while (*was && *is) {
        size_t n = strcspn(was, "\n"), m = strcspn(is, "\n");
        if (n != m || memcmp(was, is, n) != 0) {
            break;
        }
        was += n + (was[n] == '\n');
        is += m + (is[m] == '\n');
        line++;
    }
    printf("  first difference in line %d of the transcript\n", line);
    print_lines(*was ? was : "(the end)", *is ? is : "(the end)");
}

static bool bless(const char *path, const Recording *recording, const char *played, Err *err)
{
    Text text = { 0 };
    text_addf(&text, "choices: %s\nseed: %llu\n", recording->choices,
              (unsigned long long)recording->seed);
    for (int i = 0; i < recording->expect_count; i++) {
        text_addf(&text, "expect: %s\n", recording->expects[i]);
    }
    text_addf(&text, "\n%s", played);
    bool good = file_write(path, text_str(&text), text.length, err);
    text_deinit(&text);
    return good;
}

// "FAILED path": a file may be called anything.
static void print_verdict(const char *verdict, const char *path)
{
    Text line = { 0 };
    text_add_tidy(&line, path);
    printf("%s %s\n", verdict, text_str(&line));
    text_deinit(&line);
}

// What was expected of its end and is not so, a line each. False with err: one cannot be understood.
static bool add_missed(const Scenario *scenario, const Recording *recording, const char *path,
                       Text *out, Err *err)
{
    StoryHistory history;
    int done = 0;
    if (recording->expect_count == 0) {
        return true;
    }
    if (!history_open(&history, scenario, recording->seed, err)) {
        return false;
    }
    bool good = history_walk(&history, recording->choices, &done, err);
    for (int i = 0; good && i < recording->expect_count; i++) {
        Text instead = { 0 }, told = { 0 };
        bool holds = false;
        int line = RECORDING_EXPECTS_AT + i;
        good = expect_holds(&history, recording->expects[i], &holds, &instead, err);
        if (!good) {
            err_at(err, path, line, 0);
        } else if (!holds) {
            text_addf(&told, "%s:%d: expected: %s; but %s", path, line, recording->expects[i],
                      text_str(&instead));
            utf8_tidy(told.data);
            text_addf(out, "  %s\n", told.data);
        }
        text_deinit(&instead);
        text_deinit(&told);
    }
    history_close(&history);
    return good;
}

// 0 the same (or blessed), 1 different, 3 the file or the way is no good, 4 cannot be written.
static int test_play(const Scenario *scenario, const char *path, bool blessing)
{
    Recording recording;
    Err err = { 0 };
    int code = 0;
    char *played = NULL;
    Text missed = { 0 };
    if (!recording_read(&recording, path, &err)) {
        code = app_fail(&err);
    } else if (!(played = transcript(scenario, &recording, &err))) {
        char line[1200];
        print_verdict("FAILED", path);
        printf("  %s\n", err_line(&err, line, (int)sizeof line));
        if (strstr(err.message, "is not open here")) {
            printf("  if it has another name now, write was = \"…\" there, and the way holds\n");
        }
        code = 1;
    } else if (!add_missed(scenario, &recording, path, &missed, &err)) {
        code = app_fail(&err);
    } else if (strcmp(played, recording.body) == 0 && missed.length == 0) {
        print_verdict("ok    ", path);
    } else if (blessing && missed.length == 0) {
        code = bless(path, &recording, played, &err) ? 0 : app_fail(&err);
        print_verdict(code == 0 ? "wrote " : "FAILED", path);
    } else {
        print_verdict("FAILED", path);
        fputs(text_str(&missed), stdout);
        if (blessing) {
            printf("  nothing was written: what is expected is for you to change\n");
        } else if (strcmp(played, recording.body) != 0) {
            show_difference(recording.body, played);
        }
        code = 1;
    }
    free(played);
    text_deinit(&missed);
    recording_deinit(&recording);
    return code;
}

// ---- what the recorded ways meet -----------------------------------------------------------------------

enum { NAMED = 3 }; // of what was not met, without --unmet

static void add_place(const Scenario *scenario, StoryPosition at, Text *out)
{
    if (at.file < scenario->file_count && at.line > 0) {
        text_addf(out, "  %s:%d", scenario->files[at.file], at.line);
    }
}

// One that was not met: named in the line, or, with --unmet, in a line of its own.
static void add_unmet(const Scenario *scenario, bool all, int number, const char *kind,
                      const char *name, StoryPosition at, Text *out)
{
    if (all) {
        text_addf(out, "\n       not met: %s %s", kind, name);
        add_place(scenario, at, out);
    } else if (number <= NAMED) {
        text_addf(out, "%s%s %s", number == 1 ? "; not " : ", ", kind, name);
    } else if (number == NAMED + 1) {
        text_add(out, " .. (--unmet names all)");
    }
}

static void tell_met(const Scenario *scenario, const char *folder, bool all)
{
    Graph graph;
    Text line = { 0 }, name = { 0 };
    int broken = 0, unmet = 0;
    bool *options = mem_alloc(sizeof *options * (size_t)(scenario->option_count + 1));
    graph_init(&graph, scenario);
    graph_fill_tests(&graph, folder, &broken);
    GraphMet met = graph_fill_met(&graph, options);
    text_addf(&line, "met    %s: %d of %d scenes, %d of %d options, %d of %d endings", scenario->id,
              met.scenes, scenario->scene_count, met.options, graph.options, met.endings,
              scenario->ending_count);
    for (int i = 0; i < graph.node_count; i++) {
        if (graph.nodes[i].tally.count[GRAPH_TESTS] == 0.0) {
            bool ending = graph_is_ending(&graph, i);
            add_unmet(scenario, all, ++unmet, ending ? "ending" : "scene", graph_node_id(&graph, i),
                      ending ? scenario->endings[i - scenario->scene_count].position
                             : scenario->scenes[i].position,
                      &line);
        }
    }
    for (int i = 0; i < scenario->option_count; i++) {
        const StoryOption *option = &scenario->options[i];
        if (!options[i] && graph_is_written(option)) {
            bool in_scene = option->scene < scenario->scene_count;
            text_clear(&name);
            text_addf(&name, "%s.%s", in_scene ? scenario->scenes[option->scene].id : "talk",
                      option->id);
            add_unmet(scenario, all, ++unmet, "option", text_str(&name), option->position, &line);
        }
    }
    puts(text_str(&line));
    mem_free(options);
    graph_deinit(&graph);
    text_deinit(&name);
    text_deinit(&line);
}

static int test_folder(const char *folder, bool blessing, bool unmet, int *played)
{
    Err err = { 0 };
    RecordingList list;
    int worst = 0;
    Scenario *scenario = script_load(folder, NULL, &err);
    if (!scenario) {
        return app_fail(&err);
    }
    recording_list(&list, folder);
    for (int i = 0; i < list.count; i++) {
        int code = test_play(scenario, list.paths[i], blessing);
        worst = code > worst ? code : worst;
    }
    *played += list.count;
    if (list.count > 0) {
        tell_met(scenario, folder, unmet);
    }
    recording_list_deinit(&list);
    scenario_free(scenario);
    return worst;
}

static int run(int argc, char **argv)
{
    bool blessing = false, unmet = false;
    const AppOption options[] = { { "--bless", APP_FLAG, &blessing, NULL },
                                  { "--unmet", APP_FLAG, &unmet, NULL } };
    AppWords words;
    Err err = { 0 };
    if (!app_options(argc, argv, options, 2, APP_WORDS_MAX, &words, &err)) {
        return app_fail(&err);
    }
    int worst = 0, played = 0;
    Library library;
    library_init(&library, NULL, false);
    for (int i = 0; i < (words.count > 0 ? words.count : library.count); i++) {
        char folder[PATHS_SIZE];
        bool found = words.count == 0 || library_folder(words.items[i], NULL, folder, &err);
        int code = found ? test_folder(words.count > 0 ? folder : library.items[i].folder, blessing,
                                       unmet, &played)
                         : app_fail(&err);
        worst = code > worst ? code : worst;
    }
    library_deinit(&library);
    if (worst == 0) {
        printf("%d recorded way%s\n", played, played == 1 ? "" : "s");
        if (played == 0) {
            printf("tests/first.play with the lines \"choices: a,b\" and \"seed: 1\" begins one; "
                   "plankwright test --bless writes what is said on it\n");
        }
    }
    return worst;
}

const AppCommand app_test = {
    "test",
    run,
    "plays the recorded ways of a scenario and compares",
    "usage: plankwright test [PATH...] [--bless] [--unmet]\n\n"
    "Plays each tests/*.play of the scenarios (without PATH: of all shipped ones) and shows the "
    "first\n"
    "difference. A .play file: \"choices: a,b,c\", \"seed: N\", an empty line, the transcript.\n"
    "Behind the seed may stand what must be so at the end, whatever is said on the way:\n"
    "  expect: kept roof          also missed, warned, open, moved, owned, covered, found, lapsed\n"
    "  expect: no covered roof    the contrary\n"
    "  expect: ending bread       also took monday.noon, knows jo key, is flag, at_least n 2\n"
    "  expect: trusts jo worn     at least that; bridge jo worn: exactly that\n"
    "Then it says how many scenes and options the recorded ways meet, and names some that they "
    "miss.\n"
    "  --bless    write what is played now; what is expected stays, and must hold\n"
    "  --unmet    name all that no recorded way meets, with file:line\n"
    "Exit codes: 0 all the same, 1 a difference, 2 wrong usage, 3 bad scenario or file, 4 cannot "
    "be written.",
};
