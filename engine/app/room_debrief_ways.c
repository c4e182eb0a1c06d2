// The ways of tables in the debrief that is kept: all in short, then each beside the one that ended best. The same
// as the page web/page_ways.c shows, for print.
#include "app/app.h"

#ifdef PLANKWRIGHT_WEB
#include "app/room_host.h"
#include "base/arena.h"
#include "base/say.h"
#include "picture/svg.h"
#include "room/trails.h"
#include "story/debrief.h"
#include "story/render.h"
#include "web/passage.h"

#include <stdio.h>

enum { PAIRS_MOST = 4, PICTURES_MOST = 8 };

typedef struct Ways {
    const Scenario *scenario;
    const RoomTrails *trails;
    Page *page;
    Arena arena;
    int person, pictures;
} Ways;

static const char *heading_of(Ways *w, int trail)
{
    char name[4];
    Text out = { 0 };
    int tables = w->trails->items[trail].tables;
    room_trail_name(trail, name);
    text_addf(&out, say("Way %s"), name);
    text_add(&out, " (");
    text_addf(&out, say_many("%d table", "%d tables", tables), tables);
    text_add(&out, ")");
    const char *kept = arena_string(&w->arena, text_str(&out));
    text_deinit(&out);
    return kept;
}

static void overview(Ways *w)
{
    const char *const columns[] = { say("Way"), say("Ending"), say("Promises kept"), say("Keeping"),
                                    say("Rebuilding") };
    page_table(w->page, say("The ways that tables took, the best ending first"), columns, 5);
    for (int i = 0; i < w->trails->count; i++) {
        const StoryHistory *history = &w->trails->items[i].table->history;
        Debrief debrief;
        char kept[48];
        debrief_init(&debrief, history);
        snprintf(kept, sizeof kept, say("%d of %d"), debrief.kept, debrief.promised);
        const char *const cells[] = { heading_of(w, i), passage_ending(history), kept,
                                      passage_hours(&w->arena, debrief.keeping_minutes),
                                      passage_hours(&w->arena, debrief.rebuilding_minutes) };
        page_row(w->page, cells);
        debrief_deinit(&debrief);
    }
}

static void bridges(Ways *w)
{
    for (int i = 0; i < w->trails->count && i < PICTURES_MOST; i++) {
        const Playthrough *end = w->trails->items[i].table->history.now;
        BridgeCondition bridge;
        Text svg = { 0 }, caption = { 0 }, words = { 0 };
        char id[16];
        story_bridge(w->scenario, end, w->person, &bridge);
        render_bridge(w->scenario, end, w->person, &words);
        text_addf(&caption, say("%s: %s"), heading_of(w, i),
                  passage_bridge(&w->arena, &bridge, false));
        snprintf(id, sizeof id, "t%d", w->pictures++);
        PicturePalette palette = picture_palette_of_weather(story_weather(w->scenario, end));
        picture_svg_small(&bridge, &palette, picture_svg_crop(&bridge),
                          (PictureSvgWords){ id, text_str(&caption), text_str(&words) }, &svg);
        page_picture(w->page, text_str(&svg), text_str(&caption), true);
        text_deinit(&svg);
        text_deinit(&caption);
        text_deinit(&words);
    }
}

static const char *took(Ways *w, const StoryHistory *history, int n)
{
    if (n < 0) {
        return "\xe2\x80\x93";
    }
    const char *turned = passage_turned(&w->arena, history, n);
    Text out = { 0 };
    text_add(&out, passage_took(&w->arena, history, n));
    if (turned[0]) {
        text_addf(&out, " (%s)", turned);
    }
    const char *kept = arena_string(&w->arena, text_str(&out));
    text_deinit(&out);
    return kept;
}

static void pair(Ways *w, int a, int b)
{
    const StoryHistory *left = &w->trails->items[a].table->history;
    const StoryHistory *right = &w->trails->items[b].table->history;
    RoomTrailRow *rows =
        arena_alloc(&w->arena, sizeof *rows * (size_t)(left->count + right->count + 1));
    char one[4], other[4];
    Text line = { 0 };
    room_trail_name(a, one);
    room_trail_name(b, other);
    text_addf(&line, say("Way %s and way %s, choice by choice"), one, other);
    page_heading(w->page, 3, text_str(&line));
    int count = room_trail_rows(left, right, rows), common = room_trail_common(left, right);
    text_clear(&line);
    if (common < left->count && common < right->count) {
        const Playthrough *there = history_state(left, common);
        text_addf(&line, say("They parted on %s."),
                  passage_minute(&w->arena, w->scenario, there->clock_minute));
        page_text(w->page, text_str(&line));
    }
    const char *const columns[] = { say("When"), heading_of(w, a), heading_of(w, b) };
    page_table(w->page, "", columns, 3);
    for (int i = 0; i < count; i++) {
        const char *when = passage_minute(&w->arena, w->scenario, rows[i].minute);
        text_clear(&line);
        text_addf(&line, "%s%s", rows[i].parted ? "\xe2\x97\x86 " : "", when);
        const char *const cells[] = { text_str(&line), took(w, left, rows[i].a),
                                      took(w, right, rows[i].b) };
        page_row(w->page, cells);
    }
    const char *const ends[] = { say("Ending"), passage_ending(left), passage_ending(right) };
    page_row(w->page, ends);
    text_deinit(&line);
}

void room_debrief_ways(const Room *room, const RoomTables *tables, Page *page)
{
    static RoomTrails trails;
    room_trails_find(tables, room->settings.least, &trails);
    if (trails.count == 0) {
        return;
    }
    Ways w = { .scenario = room->scenario,
               .trails = &trails,
               .page = page,
               .person = room_trails_person(&trails) };
    Text line = { 0 };
    arena_init(&w.arena);
    page_heading(page, 2, say("What the tables came to"));
    text_addf(&line, say("%d of %d tables came to an end."), trails.through, trails.tables);
    page_text(page, text_str(&line));
    overview(&w);
    bridges(&w);
    for (int i = 1; i < trails.count && i <= PAIRS_MOST; i++) {
        pair(&w, 0, trails.count <= PAIRS_MOST + 1 || i < PAIRS_MOST ? i : trails.count - 1);
    }
    page_note(page,
              say("Ways have letters, not the numbers of tables: nobody is told who took which."));
    text_deinit(&line);
    arena_deinit(&w.arena);
}
#endif
