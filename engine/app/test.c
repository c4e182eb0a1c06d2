// The command `test`: plays the recorded ways of scenarios (tests/*.play) and shows the first difference.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#include "app/library.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "script/script.h"
#include "term/play.h"

#include <stdlib.h>
#include <string.h>

enum { PLAY_BYTES_MAX = 1 << 20 };

typedef struct Recording {
    char *text; // the whole file
    char *choices;
    uint64_t seed;
    const char *body; // the transcript, in `text`
} Recording;

// One line "name: value" at *at; value in a new string.
static char *take_header(const char **at, const char *name)
{
    size_t n = strlen(name);
    if (strncmp(*at, name, n) != 0 || (*at)[n] != ':') {
        return NULL;
    }
    const char *value = *at + n + 1;
    value += strspn(value, " ");
    size_t length = strcspn(value, "\n");
    char *copy = mem_alloc(length + 1);
    memcpy(copy, value, length);
    *at = value + length + (value[length] == '\n');
    return copy;
}

static void recording_deinit(Recording *recording)
{
    mem_free(recording->text);
    mem_free(recording->choices);
    *recording = (Recording){ .text = NULL };
}

static bool recording_read(Recording *out, const char *path, Err *err)
{
    *out = (Recording){ .seed = 1 };
    size_t size = 0;
    if (!file_read(path, PLAY_BYTES_MAX, &out->text, &size, err)) {
        return false;
    }
    if (!utf8_valid(out->text, size, NULL)) {
        return err_set(err, ERR_INPUT, "%s is not UTF-8 text", path);
    }
    const char *at = out->text;
    out->choices = take_header(&at, "choices");
    char *seed = out->choices ? take_header(&at, "seed") : NULL;
    char *end = NULL;
    out->seed = seed ? strtoull(seed, &end, 10) : 0;
    bool good = seed && seed[0] >= '0' && seed[0] <= '9' && *end == '\0';
    mem_free(seed);
    if (!good) {
        err_set(err, ERR_INPUT, "%s does not begin with \"choices: ...\" and \"seed: N\"", path);
        return err_fix(err, "write these two lines and run plankwright test --bless");
    }
    out->body = at + (*at == '\n');
    return true;
}

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

static void print_line(const char *mark, const char *line)
{
    printf("    %s %.*s\n", mark, (int)strcspn(line, "\n"), line);
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
    print_line("recorded:", *was ? was : "(the end)");
    print_line("played:  ", *is ? is : "(the end)");
}

static bool bless(const char *path, const Recording *recording, const char *played, Err *err)
{
    Text text = { 0 };
    text_addf(&text, "choices: %s\nseed: %llu\n\n", recording->choices,
              (unsigned long long)recording->seed);
    text_add(&text, played);
    bool good = file_write(path, text_str(&text), text.length, err);
    text_deinit(&text);
    return good;
}

// 0 the same (or blessed), 1 different, 3 the file or the way is no good, 4 cannot be written.
static int test_play(const Scenario *scenario, const char *path, bool blessing)
{
    Recording recording;
    Err err = { 0 };
    int code = 0;
    char *played = NULL;
    if (!recording_read(&recording, path, &err)) {
        code = app_fail(&err);
    } else if (!(played = transcript(scenario, &recording, &err))) {
        char line[1200];
        printf("FAILED %s\n  %s\n", path, err_line(&err, line, (int)sizeof line));
        code = 1;
    } else if (strcmp(played, recording.body) == 0) {
        printf("ok     %s\n", path);
    } else if (blessing) {
        code = bless(path, &recording, played, &err) ? 0 : app_fail(&err);
        printf("%s %s\n", code == 0 ? "wrote " : "FAILED", path);
    } else {
        printf("FAILED %s\n", path);
        show_difference(recording.body, played);
        code = 1;
    }
    free(played);
    recording_deinit(&recording);
    return code;
}

static bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    return n >= m && strcmp(text + n - m, end) == 0;
}

static int test_folder(const char *folder, bool blessing, int *played)
{
    Err err = { 0 };
    char tests[PATHS_SIZE + 16], path[PATHS_SIZE * 2];
    FileList list;
    int worst = 0;
    Scenario *scenario = script_load(folder, NULL, &err);
    if (!scenario) {
        return app_fail(&err);
    }
    snprintf(tests, sizeof tests, "%s/tests", folder);
    if (file_list(tests, &list, &err)) {
        for (int i = 0; i < list.count; i++) {
            if (!ends_with(list.names[i], ".play")) {
                continue;
            }
            snprintf(path, sizeof path, "%s/%s", tests, list.names[i]);
            int code = test_play(scenario, path, blessing);
            worst = code > worst ? code : worst;
            (*played)++;
        }
        file_list_free(&list);
    }
    scenario_free(scenario);
    return worst;
}

static int run(int argc, char **argv)
{
    bool blessing = false;
    const AppOption options[] = { { "--bless", APP_FLAG, &blessing, NULL } };
    AppWords words;
    Err err = { 0 };
    if (!app_options(argc, argv, options, 1, APP_WORDS_MAX, &words, &err)) {
        return app_fail(&err);
    }
    int worst = 0, played = 0;
    Library library;
    library_init(&library, NULL, false);
    for (int i = 0; i < (words.count > 0 ? words.count : library.count); i++) {
        char folder[PATHS_SIZE];
        bool found = words.count == 0 || library_folder(words.items[i], NULL, folder, &err);
        int code = found ? test_folder(words.count > 0 ? folder : library.items[i].folder, blessing,
                                       &played)
                         : app_fail(&err);
        worst = code > worst ? code : worst;
    }
    library_deinit(&library);
    if (worst == 0) {
        printf("%d recorded way%s\n", played, played == 1 ? "" : "s");
    }
    return worst;
}

const AppCommand app_test = {
    "test",
    run,
    "plays the recorded ways of a scenario and compares",
    "usage: plankwright test [PATH...] [--bless]\n\n"
    "Plays each tests/*.play of the scenarios (without PATH: of all shipped ones) and shows the "
    "first\n"
    "difference. A .play file: \"choices: a,b,c\", \"seed: N\", an empty line, the transcript.\n"
    "  --bless    write what is played now\n"
    "Exit codes: 0 all the same, 1 a difference, 2 wrong usage, 3 bad scenario or file, 4 cannot "
    "be written.",
};
