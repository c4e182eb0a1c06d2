// Looks old names up in Scenario.renames. The loader has seen to it that nothing present has an old
// name, so an old name means one thing.
#include "story/renames.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

typedef struct Name { // not NUL-terminated
    const char *s;
    size_t n;
} Name;

static bool is(Name name, const char *s)
{
    return strlen(s) == name.n && memcmp(name.s, s, name.n) == 0;
}

static const char *id_of(const Scenario *sc, StoryRenamed kind, int index)
{
    switch (kind) {
    case RENAMED_SCENE:
        return sc->scenes[index].id;
    case RENAMED_OPTION:
        return sc->options[index].id;
    case RENAMED_COMMITMENT:
        return sc->commitments[index].id;
    case RENAMED_PERSON:
        return sc->people[index].id;
    case RENAMED_NUMBER:
        return sc->numbers[index].id;
    case RENAMED_ENDING:
        return sc->endings[index].id;
    }
    return NULL;
}

const char *renames_first(const Scenario *scenario, StoryRenamed kind, int index)
{
    for (int i = 0; i < scenario->rename_count; i++) {
        if (scenario->renames[i].kind == kind && scenario->renames[i].index == index) {
            return scenario->renames[i].was;
        }
    }
    return id_of(scenario, kind, index);
}

const char *renames_now(const Scenario *scenario, StoryRenamed kind, const char *name, size_t n)
{
    for (int i = 0; i < scenario->rename_count; i++) {
        const StoryRename *rename = &scenario->renames[i];
        if (rename->kind == kind && is((Name){ name, n }, rename->was)) {
            return id_of(scenario, kind, rename->index);
        }
    }
    return NULL;
}

int renames_scene(const Scenario *scenario, const char *id)
{
    const char *now = renames_now(scenario, RENAMED_SCENE, id, strlen(id));
    return scenario_scene(scenario, now == NULL ? id : now);
}

// "work_brief": an act at a desk with the commitment or the person it is about. `tail` is that name.
static bool is_act(Name option, StoryRenamed *kind, Name *tail)
{
    static const char *const acts[] = { "work_", "meet_", "tell_", "move_", "talk_" };
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        if (option.n > 5 && memcmp(option.s, acts[i], 5) == 0) {
            *kind = i == 4 ? RENAMED_PERSON : RENAMED_COMMITMENT;
            *tail = (Name){ option.s + 5, option.n - 5 };
            return true;
        }
    }
    return false;
}

// Whether that rename of an option speaks of `option` in the scene that was and is now called so.
static bool speaks_of(const Scenario *sc, const StoryRename *rename, Name scene,
                      const char *scene_now, Name option)
{
    const StoryOption *now = &sc->options[rename->index];
    const char *dot = strchr(rename->was, '.');
    if (dot != NULL) { // it has come from another scene
        Name from = { rename->was, (size_t)(dot - rename->was) };
        return is(option, dot + 1) && from.n == scene.n && memcmp(from.s, scene.s, from.n) == 0;
    }
    bool here = now->scene >= sc->scene_count || // of a one-on-one that has no scene of its own
                strcmp(sc->scenes[now->scene].id, scene_now) == 0;
    return here && is(option, rename->was);
}

void renames_id(const Scenario *scenario, const char *id, char *out, int out_size)
{
    size_t n = strcspn(id, "./");
    Name scene = { id, n };
    const char *rest = id + n; // ".noon", "/desk.work_brief", ""
    const char *dot = strchr(rest, '.');
    Name option = { dot == NULL ? "" : dot + 1, dot == NULL ? 0 : strlen(dot + 1) };
    char scene_now[256];
    const char *renamed = renames_now(scenario, RENAMED_SCENE, scene.s, scene.n);
    snprintf(scene_now, sizeof scene_now, "%.*s", renamed == NULL ? (int)n : 255,
             renamed == NULL ? id : renamed);
    const char *where = scene_now;
    const char *now = NULL;
    for (int i = 0; i < scenario->rename_count && now == NULL; i++) {
        const StoryRename *rename = &scenario->renames[i];
        if (rename->kind == RENAMED_OPTION &&
            speaks_of(scenario, rename, scene, scene_now, option)) {
            const StoryOption *found = &scenario->options[rename->index];
            now = found->id;
            where =
                found->scene < scenario->scene_count ? scenario->scenes[found->scene].id : where;
        }
    }
    int separator = dot == NULL ? 0 : (int)(dot + 1 - rest);
    if (now != NULL) {
        snprintf(out, (size_t)out_size, "%s%.*s%s", where, separator, rest, now);
        return;
    }
    StoryRenamed kind;
    Name tail;
    const char *about =
        is_act(option, &kind, &tail) ? renames_now(scenario, kind, tail.s, tail.n) : NULL;
    if (about != NULL) {
        snprintf(out, (size_t)out_size, "%s%.*s%.5s%s", where, separator, rest, option.s, about);
    } else {
        snprintf(out, (size_t)out_size, "%s%s", where, rest);
    }
}

// Whether that option once had that short id, in whatever scene.
static bool was_called(const Scenario *sc, int option, const char *name)
{
    for (int i = 0; i < sc->rename_count; i++) {
        const StoryRename *rename = &sc->renames[i];
        const char *dot = strchr(rename->was, '.');
        if (rename->kind == RENAMED_OPTION && rename->index == option &&
            strcmp(dot == NULL ? rename->was : dot + 1, name) == 0) {
            return true;
        }
    }
    return false;
}

// By an old short id: "noon", "work_brief".
static int find_short(const Scenario *sc, const Playthrough *play, const StoryOffer *offers,
                      int count, const char *name)
{
    int found = -1;
    for (int i = 0; i < count; i++) {
        if (offers[i].kind == OFFER_OPTION && was_called(sc, offers[i].x, name)) {
            found = found == -1 ? i : -2;
        }
    }
    StoryRenamed kind;
    Name tail;
    if (found != -1 || !is_act((Name){ name, strlen(name) }, &kind, &tail)) {
        return found;
    }
    char now[300];
    const char *about = renames_now(sc, kind, tail.s, tail.n);
    snprintf(now, sizeof now, "%.5s%s", name, about == NULL ? "" : about);
    return about == NULL ? -1 : story_offer_find(sc, play, offers, count, now);
}

int renames_offer_find(const Scenario *scenario, const Playthrough *play, const StoryOffer *offers,
                       int count, const char *name)
{
    int found = story_offer_find(scenario, play, offers, count, name);
    if (found != -1 || scenario->rename_count == 0) {
        return found;
    }
    if (strpbrk(name, "./") == NULL) {
        return find_short(scenario, play, offers, count, name);
    }
    char now[300];
    renames_id(scenario, name, now, (int)sizeof now);
    return strcmp(name, now) == 0 ? -1 : story_offer_find(scenario, play, offers, count, now);
}
