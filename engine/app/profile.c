// The command `profile`: several people at one computer.
#include "app/app.h"

#include "app/profiles.h"
#include "base/arena.h"

#include <stdio.h>
#include <string.h>

typedef struct ProfileCommand {
    const char *what, *name, *new_name;
    bool yes;
    char data[PATHS_SIZE];
    Profiles *profiles;
} ProfileCommand;

static int list(const ProfileCommand *c)
{
    for (int i = 0; i < c->profiles->count; i++) {
        printf("%s %d. %s\n", i == c->profiles->chosen ? "*" : " ", i + 1,
               profile_name(&c->profiles->items[i]));
    }
    return 0;
}

static int find(const ProfileCommand *c, Err *err)
{
    int index = profiles_find(c->profiles, c->name);
    if (index < 0) {
        err_set(err, ERR_INPUT, "there is no profile \"%.80s\"", c->name);
        err_fix(err, "plankwright profile list shows those that are there");
    }
    return index;
}

static int add(const ProfileCommand *c, Err *err)
{
    int index = 0;
    if (!profiles_add(c->profiles, c->data, c->name, &index, err)) {
        return app_fail(err);
    }
    printf("added: %s, kept in %s\nplay as %s with: plankwright profile use \"%s\"\n", c->name,
           c->profiles->items[index].folder, c->name, c->name);
    return 0;
}

static int use(const ProfileCommand *c, Err *err)
{
    int index = find(c, err);
    if (index < 0 || !profiles_choose(c->profiles, c->data, index, err)) {
        return app_fail(err);
    }
    printf("from now on: %s\n", profile_name(&c->profiles->items[index]));
    return 0;
}

static int rename_one(const ProfileCommand *c, Err *err)
{
    int index = find(c, err);
    if (index < 0 || !profiles_rename(c->profiles, index, c->new_name, err)) {
        return app_fail(err);
    }
    printf("renamed: %s\n", c->new_name);
    return 0;
}

static int remove_one(const ProfileCommand *c, Err *err)
{
    int index = find(c, err);
    if (index < 0) {
        return app_fail(err);
    }
    const Profile *it = &c->profiles->items[index];
    if (!c->yes) {
        err_set(err, ERR_USAGE, "nothing was removed: all plays, plans and pages of %s would go",
                profile_name(it));
        err_fix(err, "say so with --yes; plankwright data export writes them to a file first");
        return app_fail(err);
    }
    char name[PROFILE_NAME_MAX];
    snprintf(name, sizeof name, "%s", profile_name(it));
    if (!profiles_remove(c->profiles, c->data, index, err)) {
        return app_fail(err);
    }
    printf("removed: %s, and everything that was kept of %s\n", name, name);
    return 0;
}

static bool read_arguments(int argc, char **argv, ProfileCommand *c, Err *err)
{
    const char *given = NULL;
    const AppOption options[] = { { "--data", APP_TEXT, &given, NULL },
                                  { "--yes", APP_FLAG, &c->yes, NULL } };
    static const char *const verbs[] = { "list", "add", "use", "rename", "remove" };
    static const int words_of[] = { 1, 2, 2, 3, 2 };
    AppWords words;
    if (!app_options(argc, argv, options, 2, 3, &words, err) || !paths_data(given, c->data, err)) {
        return false;
    }
    c->what = words.count > 0 ? words.items[0] : "list";
    c->name = words.items[1];
    c->new_name = words.items[2];
    for (int i = 0; i < 5; i++) {
        if (strcmp(c->what, verbs[i]) == 0) {
            bool right = words.count == words_of[i] || words.count == 0;
            if (!right) {
                err_set(err, ERR_USAGE, "profile %s takes %d name%s", c->what, words_of[i] - 1,
                        words_of[i] == 2 ? "" : "s");
                err_fix(err,
                        "names with blanks stand in quotes; plankwright profile --help tells more");
            }
            return right;
        }
    }
    err_set(err, ERR_USAGE, "profile %.60s: there is no such thing", c->what);
    return err_fix(err, "there are: list, add, use, rename, remove");
}

static int carry_out(const ProfileCommand *c, Err *err)
{
    switch (c->what[0]) {
    case 'a':
        return add(c, err);
    case 'u':
        return use(c, err);
    case 'l':
        return list(c);
    default:
        return strcmp(c->what, "rename") == 0 ? rename_one(c, err) : remove_one(c, err);
    }
}

static int run(int argc, char **argv)
{
    ProfileCommand command = { .what = NULL };
    Err err = { 0 };
    if (!read_arguments(argc, argv, &command, &err)) {
        return app_fail(&err);
    }
    command.profiles = mem_alloc(sizeof *command.profiles);
    profiles_read(command.data, command.profiles);
    int code = carry_out(&command, &err);
    mem_free(command.profiles);
    return code;
}

const AppCommand app_profile = {
    "profile",
    run,
    "several people at one computer: list, add, use, rename, remove",
    "usage: plankwright profile [list]\n"
    "       plankwright profile add NAME | use NAME | rename NAME NEW | remove NAME --yes\n\n"
    "Each profile has its own plays, plans, pages and settings; scenarios are shared. There are "
    "no\n"
    "passwords: whoever can read your files can read them. The first profile needs no name.\n"
    "  add NAME       a new one; it plays when it is used\n"
    "  use NAME       who plays from now on, by name or by the number in the list\n"
    "  remove NAME    deletes everything that is kept of it; it needs --yes\n"
    "  --data DIR     the folder where everything is kept\n"
    "Exit codes: 0 all right, 2 wrong usage, 3 no such profile, 4 the system would not.",
};
