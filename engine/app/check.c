// The command `check`: every mistake the loader finds, then a sample of random plays. It says "sampled":
// a proof needs the explorer.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#include "app/library.h"
#include "app/mistakes.h"
#include "app/sample.h"
#include "base/file.h"
#include "base/json.h"
#include "base/text.h"
#include "script/script.h"

#include <string.h>

enum { CHECK_PLAYS = 20000 };

typedef struct Findings {
    int errors, warnings;
} Findings;

static void print_number(Text *out, int64_t n)
{
    char digits[32];
    int length = snprintf(digits, sizeof digits, "%lld", (long long)n);
    for (int i = 0; i < length; i++) {
        text_add_char(out, digits[i]);
        if ((length - i - 1) % 3 == 0 && i + 1 < length) {
            text_add_char(out, ',');
        }
    }
}

static int count_words(const Scenario *scenario)
{
    int words = 0;
    for (int i = 0; i < scenario->op_count; i++) {
        if (scenario->ops[i].code == OP_LINE) {
            words += text_words(scenario_text(scenario, (TextId)scenario->ops[i].c));
        }
    }
    for (int i = 0; i < scenario->option_count; i++) {
        words += text_words(scenario_text(scenario, scenario->options[i].text));
    }
    return words;
}

static void print_facts(const Scenario *scenario, const Sample *sample)
{
    Text line = { 0 };
    text_addf(&line, "%-11s ", scenario->id);
    print_number(&line, count_words(scenario));
    text_addf(&line, " words, %d scenes, %d options, %d endings; one way: %d to %d choices, ",
              scenario->scene_count, scenario->option_count, scenario->ending_count,
              sample->least_choices, sample->most_choices);
    print_number(&line, sample->least_words);
    text_add(&line, " to ");
    print_number(&line, sample->most_words);
    text_addf(&line, " words\n%-11s ", "sampled");
    print_number(&line, sample->plays);
    text_add(&line, " random plays, ");
    print_number(&line, sample->choices);
    text_addf(&line, " choices in %.2f s; not a proof: what they did not meet may exist\n%-11s",
              sample->seconds, "endings");
    for (int i = 0; i < scenario->ending_count; i++) {
        text_addf(&line, " %s %.1f %%  ", scenario->endings[i].id,
                  100.0 * sample->ending_counts[i] / (sample->plays > 0 ? sample->plays : 1));
    }
    puts(text_str(&line));
    text_deinit(&line);
}

static void report(Findings *findings, bool error, const char *code, const char *what,
                   const char *file, int line, const SampleTrouble *trouble)
{
    *(error ? &findings->errors : &findings->warnings) += 1;
    printf("%s %s %s", error ? "error" : "warning", code, what);
    if (file) {
        printf("  %s:%d", file, line);
    }
    putchar('\n');
    if (trouble && trouble->way[0]) {
        printf("      a way there: %s\n", trouble->way);
    }
}

static const char *file_of(const Scenario *scenario, StoryPosition at)
{
    return at.file < scenario->file_count ? scenario->files[at.file] : NULL;
}

static void report_troubles(const Sample *sample, Findings *findings)
{
    static const char *const codes[] = { "PW-801", "PW-802", "PW-803", "PW-804" };
    const SampleTrouble *const troubles[] = { &sample->stuck, &sample->failed, &sample->endless,
                                              &sample->broken };
    static const char *const names[] = { "soft-lock", "the story stops", "endless",
                                         "does not always hold" };
    for (int i = 0; i < 4; i++) {
        if (troubles[i]->found) {
            Text what = { 0 };
            text_addf(&what, "%s: %s", names[i], troubles[i]->message);
            report(findings, true, codes[i], text_str(&what), NULL, 0, troubles[i]);
            text_deinit(&what);
        }
    }
}

static void report_unmet(const Scenario *scenario, const Sample *sample, Findings *findings)
{
    Text what = { 0 };
    for (int i = 0; i < scenario->ending_count; i++) {
        if (sample->ending_counts[i] == 0) {
            const StoryEnding *ending = &scenario->endings[i];
            text_clear(&what);
            text_addf(&what, "ending \"%s\" was not met in the sample", ending->id);
            report(findings, false, "PW-811", text_str(&what), file_of(scenario, ending->position),
                   ending->position.line, NULL);
        }
    }
    for (int i = 0; i < scenario->scene_count; i++) {
        if (!sample->scenes_seen[i]) {
            const StoryScene *scene = &scenario->scenes[i];
            text_clear(&what);
            text_addf(&what, "scene \"%s\" was not met in the sample", scene->id);
            report(findings, false, "PW-812", text_str(&what), file_of(scenario, scene->position),
                   scene->position.line, NULL);
        }
    }
    text_deinit(&what);
}

static void print_json(const Scenario *scenario, const Sample *sample,
                       const ScriptDiagnostics *mistakes, const char *name)
{
    Text text = { 0 };
    Json json = json_to(&text);
    json_begin(&json, NULL, '{');
    json_string(&json, "scenario", scenario ? scenario->id : name);
    mistakes_json(&json, mistakes);
    if (scenario) {
        json_integer(&json, "words", count_words(scenario));
        json_integer(&json, "scenes", scenario->scene_count);
        json_integer(&json, "options", scenario->option_count);
        json_string(&json, "method", "sampled");
        json_integer(&json, "plays", sample->plays);
        json_integer(&json, "choices", sample->choices);
        json_begin(&json, "endings", '{');
        for (int i = 0; i < scenario->ending_count; i++) {
            json_integer(&json, scenario->endings[i].id, sample->ending_counts[i]);
        }
        json_end(&json, '}');
        json_string(&json, "soft_lock", sample->stuck.found ? sample->stuck.way : NULL);
        json_string(&json, "stops", sample->failed.found ? sample->failed.way : NULL);
        json_string(&json, "endless", sample->endless.found ? sample->endless.way : NULL);
        json_string(&json, "always_broken", sample->broken.found ? sample->broken.way : NULL);
    }
    json_end(&json, '}');
    puts(text_str(&text));
    text_deinit(&text);
}

static int check_sampled(const Scenario *scenario, bool as_json, const ScriptDiagnostics *mistakes,
                         Findings *findings)
{
    Sample sample;
    sample_init(&sample, scenario, CHECK_PLAYS, 1);
    if (as_json) {
        print_json(scenario, &sample, mistakes, scenario->id);
        findings->errors +=
            sample.stuck.found + sample.failed.found + sample.endless.found + sample.broken.found;
    } else {
        print_facts(scenario, &sample);
        report_troubles(&sample, findings);
        report_unmet(scenario, &sample, findings);
    }
    sample_deinit(&sample);
    return 0;
}

// Exit code 3 when there is nothing to check at that place, else 0; findings are counted.
static int check_one(const char *name, const char *data, bool as_json, Findings *findings)
{
    char folder[PATHS_SIZE];
    Err err = { 0 };
    if (!library_folder(name, data, folder, &err)) {
        return app_fail(&err);
    }
    if (!file_exists(folder) && !file_is_folder(folder)) {
        err_set(&err, ERR_INPUT, "there is nothing at %.200s", folder);
        err_fix(&err, "give a scenario's folder or id");
        return app_fail(&err);
    }
    ScriptDiagnostics mistakes = { 0 };
    Scenario *scenario = script_load(folder, &mistakes, &err);
    int code = 0;
    if (scenario) {
        code = check_sampled(scenario, as_json, &mistakes, findings);
        scenario_free(scenario);
    } else if (mistakes.count == 0) {
        code = app_fail(&err);
    } else if (as_json) {
        findings->errors += mistakes.count;
        print_json(NULL, NULL, &mistakes, name);
    } else {
        findings->errors += mistakes.count;
        mistakes_print(stdout, &mistakes);
    }
    script_diagnostics_deinit(&mistakes);
    return code;
}

static int run(int argc, char **argv)
{
    bool as_json = false, strict = false;
    const AppOption options[] = {
        { "--json", APP_FLAG, &as_json, NULL },
        { "--strict", APP_FLAG, &strict, NULL },
        { "--limit", APP_NOT_YET, NULL, NULL },
    };
    AppWords words;
    Err err = { 0 };
    if (!app_options(argc, argv, options, 3, APP_WORDS_MAX, &words, &err)) {
        return app_fail(&err);
    }
    if (words.count == 0) {
        err_set(&err, ERR_USAGE, "check needs a scenario");
        err_fix(&err, "for example: plankwright check late-brief");
        return app_fail(&err);
    }
    char data[PATHS_SIZE] = "";
    paths_data(NULL, data, NULL);
    Findings findings = { 0, 0 };
    int worst = 0;
    for (int i = 0; i < words.count; i++) {
        int code = check_one(words.items[i], data, as_json, &findings);
        worst = code > worst ? code : worst;
    }
    bool found = findings.errors > 0 || (strict && findings.warnings > 0);
    return worst > 0 ? worst : found ? 1 : 0;
}

const AppCommand app_check = {
    "check",
    run,
    "finds the mistakes of a scenario, and samples 20,000 random plays",
    "usage: plankwright check PATH... [--json] [--strict]\n\n"
    "PATH is a scenario's folder or id. Prints its mistakes with place and remedy; if it loads, "
    "its size\n"
    "and what 20,000 random plays met. The sample is no proof: what it did not meet may exist.\n"
    "  --json     one object a scenario: scenario, mistakes[], words, scenes, options, method, "
    "plays,\n"
    "             choices, endings{}, soft_lock, stops, endless, always_broken (a way, or null)\n"
    "  --strict   warnings count as findings\n"
    "Exit codes: 0 all right, 1 findings, 2 wrong usage, 3 nothing to check there.",
};
