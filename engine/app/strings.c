// The command `strings`: the template for translators, and what is missing in a translation.
#include "app/app.h"

#include "app/library.h"
#include "app/paths.h"
#include "app/translations.h"
#include "base/file.h"
#include "base/text.h"
#include "language/pot.h"
#include "script/script.h"

#include <string.h>

// To the file, or to standard output where there is none.
static int deliver(const char *file, const char *data, size_t size)
{
    Err err = { 0 };
    if (file == NULL || strcmp(file, "-") == 0) {
        fwrite(data, 1, size, stdout);
        return 0;
    }
    return file_write(file, data, size, &err) ? 0 : app_fail(&err);
}

static int write_interface(const char *file)
{
    char path[PATHS_SIZE + 32];
    char *data = NULL;
    size_t size = 0;
    Err err = { 0 };
    if (!translations_template(path)) {
        err_set(&err, ERR_INPUT, "this build has no template of the interface");
        err_fix(&err, "install gettext and build again, or run assets/lang/make.sh FILE.pot");
        return app_fail(&err);
    }
    if (!file_read(path, LANGUAGE_FILE_MAX, &data, &size, &err)) {
        return app_fail(&err);
    }
    int code = deliver(file, data, size);
    mem_free(data);
    return code;
}

static int write_scenario(const char *folder, const char *file)
{
    Err err = { 0 };
    Scenario *scenario = script_load(folder, NULL, &err);
    if (scenario == NULL) {
        return app_fail(&err);
    }
    Text out = { 0 };
    language_pot(scenario, &out);
    int code = deliver(file, text_str(&out), out.length);
    text_deinit(&out);
    scenario_free(scenario);
    return code;
}

typedef struct Counted {
    int errors, warnings;
} Counted;

static void print_finding(void *context, const TranslationFinding *it)
{
    Counted *counted = context;
    *(it->error ? &counted->errors : &counted->warnings) += 1;
    translations_print_one(it);
}

// Whether there is anything to compare: a mistake of the scenario is none of the translation.
static bool can_compare(const char *folder, const char *file, Err *err)
{
    char *data = NULL;
    size_t size = 0;
    Scenario *scenario = script_load(folder, NULL, err);
    if (scenario == NULL) {
        return false;
    }
    scenario_free(scenario);
    bool good = file_read(file, LANGUAGE_FILE_MAX, &data, &size, err);
    mem_free(data);
    return good ||
           err_fix(err, "give a .po file; plankwright strings --help tells how one is made");
}

static int check_file(const char *folder, const char *file)
{
    Counted counted = { 0, 0 };
    Err err = { 0 };
    if (!can_compare(folder, file, &err)) {
        return app_fail(&err);
    }
    translations_check_file(folder, file, true, print_finding, &counted);
    if (counted.errors + counted.warnings == 0) {
        Text name = { 0 };
        text_add_tidy(&name, file);
        printf("%s: every text is translated\n", text_str(&name));
        text_deinit(&name);
    }
    translations_sum_up(counted.errors, counted.warnings);
    return counted.errors > 0 ? 1 : 0;
}

static int run(int argc, char **argv)
{
    bool interface = false;
    const char *out = NULL, *check = NULL, *data = NULL;
    const AppOption options[] = {
        { "--interface", APP_FLAG, &interface, NULL },
        { "-o", APP_TEXT, &out, NULL },
        { "--check", APP_TEXT, &check, NULL },
        { "--data", APP_TEXT, &data, NULL },
    };
    AppWords words;
    Err err = { 0 };
    if (!app_options(argc, argv, options, (int)(sizeof options / sizeof *options), 1, &words,
                     &err)) {
        return app_fail(&err);
    }
    if (interface) {
        return write_interface(out);
    }
    if (words.count == 0) {
        err_set(&err, ERR_USAGE, "strings needs a scenario");
        err_fix(&err, "for example: plankwright strings late-brief -o late-brief.pot");
        return app_fail(&err);
    }
    char folder[PATHS_SIZE], home[PATHS_SIZE] = "";
    Err no_home = { 0 };
    paths_data(data, home, &no_home);
    if (!library_folder(words.items[0], home, folder, &err)) {
        return app_fail(&err);
    }
    return check != NULL ? check_file(folder, check) : write_scenario(folder, out);
}

const AppCommand app_strings = {
    "strings",
    run,
    "writes the texts of a scenario for translators",
    "usage: plankwright strings SCENARIO [-o FILE.pot]\n"
    "       plankwright strings SCENARIO --check FILE.po\n"
    "       plankwright strings --interface [-o FILE.pot]\n\n"
    "Writes a template (.pot) of gettext: each text once, with who says it and where. A "
    "translation\n"
    "is lang/de.po in the scenario's folder, made from it with msginit or any editor of .po "
    "files;\n"
    "plankwright play SCENARIO --lang de plays it. scripts/guide/translating.md has the steps.\n"
    "  -o FILE       write to FILE instead of standard output\n"
    "  --check FILE  say what is missing, changed since, or wrong in a translation\n"
    "  --interface   the texts of the program itself\n"
    "Exit codes: 0 all right, 1 the translation has mistakes, 2 wrong usage, 3 bad scenario or "
    "file.",
};
