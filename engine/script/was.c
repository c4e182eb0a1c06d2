// `was = "old_id"`: what something was called in an earlier version of the scenario, so that what players
// have kept goes on. Reads it, and sees to it that an old name means one thing.
#include "script/fields.h"

#include "base/arena.h"
#include "script/compile.h"
#include "story/ids.h"

#include <stdio.h>
#include <string.h>

enum { WAS_MAX = 32 }; // old names of one thing

static const char *const form = "write was = \"noon\", or was = { \"noon\", \"midday\" }";

static Entities *entities_of(Loader *ld, StoryRenamed kind)
{
    switch (kind) {
    case RENAMED_SCENE:
        return &ld->scenes;
    case RENAMED_COMMITMENT:
        return &ld->commitments;
    case RENAMED_PERSON:
        return &ld->people;
    case RENAMED_NUMBER:
        return &ld->numbers;
    case RENAMED_ENDING:
        return &ld->endings;
    case RENAMED_OPTION:
        break;
    }
    return NULL;
}

// "noon"; for an option also "monday.noon", where it was in another scene.
static bool is_old_id(const char *id, StoryRenamed kind)
{
    const char *dot = kind == RENAMED_OPTION ? strchr(id, '.') : NULL;
    if (dot == NULL) {
        return story_is_id(id, strlen(id));
    }
    return story_is_id(id, (size_t)(dot - id)) && story_is_id(dot + 1, strlen(dot + 1));
}

static void add(const Fields *f, StoryRenamed kind, int index, int scene, Place at)
{
    Loader *ld = f->ld;
    const char *id = node_string(f->L, -1);
    if (!is_old_id(id, kind)) {
        diagnostic_fix(
            loader_report(ld, at, CODE_ID, "%s: was = \"%.60s\" is not a name", f->what, id),
            kind == RENAMED_OPTION
                ? "write the old name, or \"scene.name\" where it was in another scene"
                : "write the name it had, as it was written");
        return;
    }
    if (ld->was_count == ld->was_capacity) {
        ld->was_capacity = ld->was_capacity == 0 ? 16 : ld->was_capacity * 2;
        ld->was = mem_grow(ld->was, (size_t)ld->was_capacity * sizeof *ld->was);
    }
    const char *kept = builder_string(ld->builder, id);
    OldName old = { .kind = kind, .id = kept, .scene = scene, .at = at };
    snprintf(old.what, sizeof old.what, "%s", f->what);
    ld->was[ld->was_count++] = old;
    builder_rename(ld->builder, (StoryRename){ (uint8_t)kind, (uint16_t)index, kept });
}

static void wrong_type(const Fields *f, Place at)
{
    diagnostic_fix(loader_report(f->ld, at, CODE_TYPE, "%s: was takes old names, this is %s",
                                 f->what, node_describe(f->L, lua_gettop(f->L))),
                   "%s", form);
    node_place_all(f->L, -1, 0);
}

void fields_was(const Fields *f, StoryRenamed kind, int index, int scene)
{
    lua_State *L = f->L;
    lua_getfield(L, f->table, "was");
    Place at = lua_isnil(L, -1) ? f->at : fields_place(f, "was");
    if (lua_type(L, -1) == LUA_TSTRING) {
        add(f, kind, index, scene, at);
    } else if (lua_type(L, -1) == LUA_TTABLE) {
        int table = lua_gettop(L);
        int n = (int)lua_rawlen(L, table);
        if (n == 0 || n > WAS_MAX) {
            diagnostic_fix(loader_report(f->ld, at, CODE_EMPTY, "%s: was has %s", f->what,
                                         n == 0 ? "no names in it" : "too many names in it"),
                           "%s", form);
        }
        for (int i = 1; i <= n && i <= WAS_MAX; i++) {
            lua_rawgeti(L, table, i);
            if (lua_type(L, -1) == LUA_TSTRING) {
                add(f, kind, index, scene, at);
            } else {
                wrong_type(f, at);
            }
            lua_pop(L, 1);
        }
    } else if (!lua_isnil(L, -1)) {
        wrong_type(f, at);
    }
    lua_pop(L, 1);
}

// ---- when everything is there -----------------------------------------------------------------------

static const char *scene_id(const Loader *ld, int index)
{
    for (int i = 0; i < ld->scenes.count; i++) {
        if (ld->scenes.items[i].index == index) {
            return ld->scenes.items[i].id;
        }
    }
    return "";
}

// What the scene that was once called so is called now; NULL where no scene was.
static const char *scene_now(const Loader *ld, const Names *old_scenes, const char *name)
{
    int found = names_find(old_scenes, name);
    for (int i = 0; i < ld->was_count && found >= 0; i++) {
        if (ld->was[i].kind == RENAMED_SCENE && found-- == 0) {
            return scene_id(ld, ld->was[i].scene);
        }
    }
    return NULL;
}

// The old name of an option as a whole one, its scene as it is called now: "dusk.ask" and "evening.ask" are one
// where dusk was evening.
static void whole_id(const Loader *ld, const Names *old_scenes, const OldName *old, char *out, size_t size)
{
    const char *dot = old->kind == RENAMED_OPTION ? strchr(old->id, '.') : NULL;
    char name[64] = "";
    if (dot != NULL) {
        snprintf(name, sizeof name, "%.*s", (int)(dot - old->id), old->id);
    }
    const char *now = dot != NULL ? scene_now(ld, old_scenes, name) : NULL;
    bool bare = old->kind == RENAMED_OPTION && dot == NULL;
    if (now != NULL) {
        snprintf(out, size, "%s%s", now, dot);
    } else {
        snprintf(out, size, "%s%s%s", bare ? scene_id(ld, old->scene) : "", bare ? "." : "", old->id);
    }
}

static bool is_there(Loader *ld, const OldName *old, const char *whole)
{
    if (old->kind != RENAMED_OPTION) {
        const Entity *entity = entities_find(entities_of(ld, old->kind), whole);
        return entity != NULL && entity->declared;
    }
    return names_find(&ld->whole_ids, whole) >= 0;
}

static const char *kind_name(StoryRenamed kind)
{
    static const char *const names[] = { "scene",  "option", "commitment",
                                         "person", "number", "ending" };
    return names[kind];
}

// Whether that old name was said before, for the same kind of thing.
static const OldName *said_before(Loader *ld, Names *said, const OldName *old, const char *whole)
{
    char key[160];
    snprintf(key, sizeof key, "%d %d %s", (int)old->kind, strchr(whole, '.') == whole ? old->scene : -1,
             whole);
    int before = names_find(said, key);
    names_add(said, builder_string(ld->builder, key));
    return before < 0 ? NULL : &ld->was[before];
}

void check_was(Loader *ld)
{
    Names said = { 0 };
    Names old_scenes = { 0 };
    for (int i = 0; i < ld->was_count; i++) {
        if (ld->was[i].kind == RENAMED_SCENE) {
            names_add(&old_scenes, ld->was[i].id);
        }
    }
    for (int i = 0; i < ld->was_count; i++) {
        const OldName *old = &ld->was[i];
        char whole[128];
        whole_id(ld, &old_scenes, old, whole, sizeof whole);
        const OldName *first = said_before(ld, &said, old, whole);
        if (is_there(ld, old, whole)) {
            diagnostic_fix(
                loader_report(ld, old->at, CODE_WAS,
                              "%s: was = \"%s\", but there still is %s \"%s\"", old->what, old->id,
                              kind_name(old->kind), whole),
                "was is for a name that nothing has any more: take it out, or the old %s",
                kind_name(old->kind));
        } else if (first != NULL) {
            ScriptDiagnostic *d = loader_report(ld, old->at, CODE_WAS, "%s: was = \"%s\" is said twice",
                                                old->what, old->id);
            diagnostic_fix(d, "leave it with the one that it has become");
            loader_note(ld, d, first->at, "first said here");
        }
    }
    names_deinit(&said);
    names_deinit(&old_scenes);
}
