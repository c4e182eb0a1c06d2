// The command `graph`: a scenario from above, as a picture, a page, an outline, or for graphviz.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#include "app/graph_fill.h"
#include "app/jobs.h"
#include "app/library.h"
#include "app/plain_dot.h"
#include "base/file.h"
#include "explore/explore.h"
#include "report/graph_draw.h"
#include "term/printer.h"

#include <string.h>

typedef struct GraphCommand {
    const char *format, *by, *file;
    uint64_t limit;
    int by_number; // GraphBy, or GRAPH_BY_ALL
} GraphCommand;

static const char *const formats[] = { "svg", "dot", "html", "text", NULL };
static const char *const bys[] = { "often", "trust", "tests", NULL };

// The place of `word` in the list; -1 with err.
static int one_of(const char *option, const char *word, const char *const *list, Err *err)
{
    int count = 0;
    for (; list[count]; count++) {
        if (strcmp(list[count], word) == 0) {
            return count;
        }
    }
    const char *meant = text_did_you_mean(word, list, count);
    err_set(err, ERR_USAGE, "%s %.60s: there is no such thing", option, word);
    err_fix(err, meant ? "did you mean %s?" : "give one of those that --help names", meant);
    return -1;
}

static bool ends_in(const char *file, const char *end)
{
    size_t n = strlen(file), m = strlen(end);
    return n > m + 1 && file[n - m - 1] == '.' && strcmp(file + n - m, end) == 0;
}

// --format, or what the file's name ends in, or svg; NULL with err where it ends in something else.
static const char *format_of(const GraphCommand *command, Err *err)
{
    if (command->format) {
        return command->format;
    }
    for (int i = 0; command->file && formats[i]; i++) {
        if (ends_in(command->file, formats[i])) {
            return formats[i];
        }
    }
    const char *base = command->file ? strrchr(command->file, '/') : NULL;
    base = base ? base + 1 : command->file;
    const char *end = base ? strrchr(base, '.') : NULL;
    if (!end || end == base) {
        return "svg";
    }
    if (strcmp(end, ".txt") == 0) {
        return "text";
    }
    err_set(err, ERR_USAGE, "a graph is not written as %.20s", end);
    err_fix(err, "let the file end in .svg, .html, .txt or .dot, or say --format");
    return NULL;
}

static bool read_arguments(int argc, char **argv, GraphCommand *out, AppWords *words, Err *err)
{
    *out = (GraphCommand){ .limit = GRAPH_FILL_STATES, .by_number = GRAPH_BY_ALL };
    const AppOption options[] = {
        { "--format", APP_TEXT, &out->format, NULL },
        { "--by", APP_TEXT, &out->by, NULL },
        { "--limit", APP_NUMBER, &out->limit, NULL },
        { "-o", APP_TEXT, &out->file, NULL },
    };
    if (!app_options(argc, argv, options, (int)(sizeof options / sizeof *options), 1, words, err)) {
        return false;
    }
    if (words->count == 0) {
        err_set(err, ERR_USAGE, "graph needs a scenario");
        return err_fix(err, "for example: plankwright graph late-brief -o late-brief.html");
    }
    if (out->limit == 0 || out->limit > EXPLORE_STATES_MAX) {
        err_set(err, ERR_USAGE, "--limit %llu is out of range", (unsigned long long)out->limit);
        return err_fix(err, "give 1 to %d states", EXPLORE_STATES_MAX);
    }
    out->format = format_of(out, err);
    if (!out->format || one_of("--format", out->format, formats, err) < 0) {
        return false;
    }
    out->by_number = out->by ? one_of("--by", out->by, bys, err) : GRAPH_BY_ALL;
    return out->by_number >= 0;
}

// Only one that graphviz has to lay out can fail.
static bool draw(const GraphCommand *command, const Graph *graph, Text *out, Err *err)
{
    GraphBy by = command->by_number == GRAPH_BY_ALL ? GRAPH_BY_OFTEN : (GraphBy)command->by_number;
    if (strcmp(command->format, "text") == 0) {
        graph_text(graph, command->by_number, out);
        return true;
    }
    if (strcmp(command->format, "dot") == 0) {
        graph_dot(graph, by, out);
        return true;
    }
    GraphLayout layout;
    graph_layout_init(&layout, graph);
    bool laid_out = plain_dot(&layout, graph, err);
    bool page = strcmp(command->format, "html") == 0;
    if (page) {
        if (!laid_out) {
            app_warn(err);
            fprintf(stderr, "plankwright: the page is written without the picture\n");
        }
        graph_page(graph, laid_out ? &layout : NULL, by, err->message, out);
    } else if (laid_out) {
        graph_svg(graph, &layout, by, out);
    }
    graph_layout_deinit(&layout);
    return page || laid_out;
}

// The outline on a terminal: each line a paragraph of its width, further in where it goes on.
static void show_outline(const char *text)
{
    TermPrinter printer = term_printer_for(stdout);
    while (*text) {
        char line[4000], first[16];
        int length = (int)strcspn(text, "\n");
        int indent = (int)strspn(text, " ");
        indent = indent < (int)sizeof first ? indent : 0;
        snprintf(first, sizeof first, "%*s", indent, "");
        snprintf(line, sizeof line, "%.*s", length - indent, text + indent);
        if (length > 0) {
            term_print(&printer, TERM_PLAIN, first, indent + 2, line);
        } else {
            term_blank(&printer);
        }
        text += length + (text[length] == '\n');
    }
}

static bool write_out(const char *file, const char *format, const Text *text, Err *err)
{
    if (file && strcmp(file, "-") != 0) {
        return file_write(file, text_str(text), text->length, err);
    }
    if (strcmp(format, "text") == 0 && jobs_on_terminal(stdout)) {
        show_outline(text_str(text));
        return true;
    }
    fwrite(text_str(text), 1, text->length, stdout);
    return true;
}

static bool graph_of(const GraphCommand *command, const Scenario *scenario, Err *err)
{
    Graph graph;
    Text out = { 0 };
    int broken = 0;
    graph_init(&graph, scenario);
    app_says_it_walks(scenario->id);
    bool good = graph_fill(&graph, (uint32_t)command->limit, err);
    if (good) {
        graph_fill_tests(&graph, scenario->folder, &broken);
        graph_finish(&graph);
        if (broken > 0) {
            fprintf(stderr,
                    "plankwright: %d recorded way%s lead%s no further; see plankwright test\n",
                    broken, broken == 1 ? "" : "s", broken == 1 ? "s" : "");
        }
        if (!graph.proved) {
            fprintf(stderr,
                    "plankwright: not every state could be walked (--limit %llu): sampled by %d "
                    "random plays\n",
                    (unsigned long long)command->limit, graph.plays);
        }
        good = draw(command, &graph, &out, err) && write_out(command->file, command->format, &out, err);
    }
    text_deinit(&out);
    graph_deinit(&graph);
    return good;
}

static int run(int argc, char **argv)
{
    GraphCommand command;
    AppWords words;
    Err err = { 0 };
    if (!read_arguments(argc, argv, &command, &words, &err)) {
        return app_fail(&err);
    }
    Scenario *scenario = library_load(words.items[0], NULL, &err);
    if (!scenario) {
        return app_fail(&err);
    }
    err = (Err){ 0 };
    bool good = graph_of(&command, scenario, &err);
    scenario_free(scenario);
    return good ? 0 : app_fail(&err);
}

const AppCommand app_graph = {
    "graph",
    run,
    "draws a scenario from above: scenes, options, and how often each way is taken",
    "usage: plankwright graph SCENARIO [--format svg|dot|html|text] [--by often|trust|tests] [-o "
    "FILE]\n\n"
    "  --format svg    a picture (without --format: what FILE ends in, or svg)\n"
    "  --format html   one page with the picture, each scene's words and figures, and a search\n"
    "  --format text   an outline to be read from top to bottom, also aloud\n"
    "  --format dot    for graphviz\n"
    "  --by often      coloured by how often a fair play comes by (each open option as likely)\n"
    "  --by trust      by the trust of the colleagues there, the mean of random plays\n"
    "  --by tests      by how many recorded ways (tests/*.play) come by\n"
    "                  the page has all three, text shows all three unless one is given\n"
    "  --limit N       walk at most N states (without it 1,000,000), then sample random plays\n"
    "  -o FILE         write to FILE instead of standard output\n"
    "svg, and the picture in the page, are laid out by graphviz's program dot (Debian: graphviz).\n"
    "Exit codes: 0 all right, 2 wrong usage, 3 bad scenario, 4 dot is missing, or FILE cannot be "
    "written.",
};
