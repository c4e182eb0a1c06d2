// The command `data`: what is kept, where, for how long; all of it in a file; all of it gone.
#include "app/app.h"

#include "app/learner.h"
#include "app/learner_data.h"
#include "app/translations.h"
#include "base/arena.h"
#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct DataCommand {
    const char *what, *word, *file, *profile;
    bool yes, everyone;
    char data[PATHS_SIZE];
    Profiles *profiles;
    const Profile *who;
} DataCommand;

static Store *open_store(const DataCommand *c)
{
    Err notice = { 0 };
    Store *store = store_open(c->who->folder, &notice);
    if (notice.kind != ERR_NONE) {
        app_warn(&notice);
    }
    return store;
}

// Only looking makes no file.
static bool is_kept(const DataCommand *c)
{
    char path[PATHS_SIZE];
    return snprintf(path, sizeof path, "%s/plankwright.db", c->who->folder) < PATHS_SIZE &&
           file_exists(path);
}

// ---- where ------------------------------------------------------------------------------------------

static void print_size(int64_t bytes)
{
    if (bytes < 0) {
        printf("%10s", "(nothing)");
    } else if (bytes < 10 << 10) {
        printf("%8d B", (int)bytes);
    } else {
        printf("%7d kB", (int)((bytes + 1023) / 1024));
    }
}

static int where(const DataCommand *c)
{
    enum { PLACES = 24 };
    Store *store = is_kept(c) ? open_store(c) : NULL;
    char words[PATHS_SIZE + 600];
    learner_kept_words(store, c->who->folder, words, (int)sizeof words);
    store_close(store);
    printf("%s: %s\n", profile_name(c->who), words);
    LearnerPlace *places = mem_alloc(sizeof *places * PLACES);
    int count = learner_data_places(c->who, c->data, places, PLACES);
    for (int i = 0; i < count; i++) {
        print_size(places[i].bytes);
        printf("  %s\n            %s\n", places[i].path, places[i].what);
    }
    mem_free(places);
    return 0;
}

// ---- export -----------------------------------------------------------------------------------------

static bool ends_in_html(const char *file)
{
    size_t n = file ? strlen(file) : 0;
    return n > 5 && strcmp(file + n - 5, ".html") == 0;
}

static int export_all(const DataCommand *c, Err *err)
{
    Text out = { 0 };
    if (!is_kept(c)) {
        err_set(err, ERR_INPUT, "nothing is kept yet of %s", profile_name(c->who));
        err_fix(err, "play first: plankwright play");
        return app_fail(err);
    }
    Store *store = open_store(c);
    const char *language = translations_chosen();
    bool good = ends_in_html(c->file) ? learner_data_html(store, profile_name(c->who),
                                                          language[0] ? language : "en", &out, err)
                                      : learner_data_json(store, profile_name(c->who), &out, err);
    store_close(store);
    if (good && c->file && strcmp(c->file, "-") != 0) {
        good = file_write(c->file, text_str(&out), out.length, err);
        if (good) {
            fprintf(stderr, "plankwright: everything that is kept of %s is in %s\n",
                    profile_name(c->who), c->file);
        }
    } else if (good) {
        fwrite(text_str(&out), 1, out.length, stdout);
    }
    text_deinit(&out);
    return good ? 0 : app_fail(err);
}

// ---- delete -----------------------------------------------------------------------------------------

static int delete_all(DataCommand *c, Err *err)
{
    const char *whose = c->everyone ? "everybody" : profile_name(c->who);
    if (!c->yes) {
        err_set(err, ERR_USAGE, "nothing was deleted: everything that is kept of %s would go",
                whose);
        err_fix(err, "say so with --yes; plankwright data export writes it to a file first");
        return app_fail(err);
    }
    char name[PROFILE_NAME_MAX];
    snprintf(name, sizeof name, "%s", whose);
    int count = c->profiles->count;
    for (int i = 0; i < count; i++) {
        const Profile *it = &c->profiles->items[i];
        if ((c->everyone || it == c->who) && !learner_data_delete(it, c->data, err)) {
            return app_fail(err);
        }
    }
    printf("deleted: everything that was kept of %s; installed scenarios are still there\n", name);
    return 0;
}

// ---- keep -------------------------------------------------------------------------------------------

static int keep(const DataCommand *c, Err *err)
{
    Store *store = open_store(c);
    char *end = NULL;
    long days = c->word ? strtol(c->word, &end, 10) : 0;
    bool always = c->word && strcmp(c->word, "always") == 0;
    bool good = true;
    if (c->word && !always && (*end != '\0' || days < 1 || days > 36500)) {
        err_set(err, ERR_USAGE, "data keep takes a number of days, or always");
        good = err_fix(err, "for example: plankwright data keep 90");
    }
    StoreForgotten gone = { 0 };
    if (good && c->word) {
        good = store_keep_days_set(store, always ? COURSE_KEEP_ALWAYS : (int)days, err);
        store_tidy(store, learner_today(), &gone);
    }
    if (good) {
        int now = store_keep_days(store);
        if (now == COURSE_KEEP_ALWAYS) {
            printf("kept: always, until it is deleted\n");
        } else {
            printf("kept: %d days after it was last touched; places that were marked stay\n", now);
        }
        if (gone.playthroughs + gone.plans > 0) {
            printf("deleted now: %d plays, %d plans\n", gone.playthroughs, gone.plans);
        }
    }
    store_close(store);
    return good ? 0 : app_fail(err);
}

// ---- the command ------------------------------------------------------------------------------------

static bool find_profile(DataCommand *c, Err *err)
{
    c->profiles = mem_alloc(sizeof *c->profiles);
    profiles_read(c->data, c->profiles);
    int index = c->profile ? profiles_find(c->profiles, c->profile) : c->profiles->chosen;
    if (index < 0) {
        err_set(err, ERR_INPUT, "there is no profile \"%.80s\"", c->profile);
        return err_fix(err, "plankwright profile list shows those that are there");
    }
    c->who = &c->profiles->items[index];
    return true;
}

static bool read_arguments(int argc, char **argv, DataCommand *c, Err *err)
{
    const char *given = NULL, *language = NULL;
    const AppOption options[] = {
        { "--data", APP_TEXT, &given, NULL },
        { "--profile", APP_TEXT, &c->profile, NULL },
        { "--yes", APP_FLAG, &c->yes, NULL },
        { "--lang", APP_TEXT, &language, NULL },
        { "--everyone", APP_FLAG, &c->everyone, NULL },
        { "-o", APP_TEXT, &c->file, NULL },
    };
    AppWords words;
    if (!app_options(argc, argv, options, (int)(sizeof options / sizeof *options), 2, &words,
                     err) ||
        !paths_data(given, c->data, err) || !translations_begin(language, err)) {
        return false;
    }
    static const char *const verbs[] = { "where", "export", "delete", "keep" };
    c->what = words.count > 0 ? words.items[0] : "where";
    c->word = words.count > 1 ? words.items[1] : NULL;
    bool known = false;
    for (int i = 0; i < 4; i++) {
        known = known || strcmp(c->what, verbs[i]) == 0;
    }
    if (!known) {
        err_set(err, ERR_USAGE, "data %.60s: there is no such thing", c->what);
        return err_fix(err, "there are: where, export, delete, keep");
    }
    if (c->word && strcmp(c->what, "keep") != 0) {
        err_set(err, ERR_USAGE, "one word too many: \"%.100s\"", c->word);
        return err_fix(err, "plankwright data --help tells more");
    }
    return find_profile(c, err);
}

static int run(int argc, char **argv)
{
    DataCommand command = { .what = NULL };
    Err err = { 0 };
    int code = 0;
    if (!read_arguments(argc, argv, &command, &err)) {
        code = app_fail(&err);
    } else if (strcmp(command.what, "export") == 0) {
        code = export_all(&command, &err);
    } else if (strcmp(command.what, "delete") == 0) {
        code = delete_all(&command, &err);
    } else if (strcmp(command.what, "keep") == 0) {
        code = keep(&command, &err);
    } else {
        code = where(&command);
    }
    mem_free(command.profiles);
    return code;
}

const AppCommand app_data = {
    "data",
    run,
    "what is kept of you: where, for how long, all in one file, all gone",
    "usage: plankwright data [where]\n"
    "       plankwright data export [-o FILE.json|FILE.html]\n"
    "       plankwright data keep [DAYS|always]\n"
    "       plankwright data delete --yes [--everyone]\n\n"
    "  where            what is kept, and in which files\n"
    "  export           all of it in one file: JSON (also without -o), or a page to read\n"
    "  keep 90          plays, plans and damaged files that were not touched for so many days are\n"
    "                   deleted at the next start; without a number: how it is now (a year at "
    "first)\n"
    "  delete --yes     all of it at once: plays, plans, places, pages, settings, the name\n"
    "  --everyone       delete that of every profile\n"
    "  --profile NAME   of another profile than the one that plays\n"
    "  --data DIR       the folder where everything is kept; --lang xx: in that language\n"
    "Nothing of this leaves the computer. Scenarios that were installed are not yours to lose: "
    "they\n"
    "stay (plankwright remove).\n"
    "Exit codes: 0 all right, 2 wrong usage, 3 no such profile, 4 the system would not.",
};
