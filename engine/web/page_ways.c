// The debrief of tables as a page: every way that came to an end in short, and two of them choice by choice, side
// by side. app/room_debrief_ways.c writes the same into the file that is kept.
#include "web/page_parts.h"

#include "base/say.h"
#include "room/trails.h"
#include "story/debrief.h"

#include <stdio.h>

typedef struct Ways {
    const WebRoom *web;
    const RoomTrails *trails;
    int a, b, person;
    Arena *arena;
    Text *out;
} Ways;

static void cell(Ways *w, const char *tag, const char *words)
{
    html_element(w->out, tag, tag[1] == 'h' ? "scope=\"col\"" : "", words);
}

static void side_link(Ways *w, int a, int b, bool left)
{
    char name[4];
    room_trail_name(left ? a : b, name);
    text_addf(w->out, "<a class=\"act\" href=\"/console/%s/ways/%d-%d\">", w->web->console, a, b);
    html_format(w->out, left ? say("%s as the first") : say("%s as the second"), name);
    text_add(w->out, "</a> ");
}

static void picture(Ways *w, const RoomTrail *trail, int person, bool chip)
{
    char name[WEB_PICTURE_NAME];
    const Scenario *scenario = w->web->room->scenario;
    BridgeCondition bridge;
    story_bridge(scenario, trail->table->history.now, person, &bridge);
    web_pictures_note(w->web->pictures, scenario, trail->table->history.now, person, name);
    text_addf(w->out, "<img class=\"bridge\" src=\"/%s-%s.svg\" alt=\"", chip ? "chip" : "table",
              name);
    html_format(w->out, say("The bridge to %s: %s"),
                scenario_text(scenario, scenario->people[person].first),
                passage_bridge(w->arena, &bridge, false));
    text_add(w->out, "\">");
}

// ---- all of them ------------------------------------------------------------------------------------

static void how_many(Ways *w, const RoomTrail *trail)
{
    html_format(w->out, say_many("%d table", "%d tables", trail->tables), trail->tables);
}

static void overview_row(Ways *w, int i)
{
    const RoomTrail *trail = &w->trails->items[i];
    Debrief debrief;
    char name[4], figure[48];
    debrief_init(&debrief, &trail->table->history);
    room_trail_name(i, name);
    text_add(w->out, "<tr><th scope=\"row\">");
    html_text(w->out, name);
    text_add(w->out, "<small>");
    how_many(w, trail);
    text_add(w->out, "</small></th><td>");
    picture(w, trail, w->person, true);
    text_add(w->out, "</td>");
    cell(w, "td", passage_ending(&trail->table->history));
    snprintf(figure, sizeof figure, say("%d of %d"), debrief.kept, debrief.promised);
    cell(w, "td", figure);
    cell(w, "td", passage_hours(w->arena, debrief.keeping_minutes));
    cell(w, "td", passage_hours(w->arena, debrief.rebuilding_minutes));
    text_add(w->out, "<td class=\"pick\">");
    if (i != w->a && i != w->b) {
        side_link(w, i, w->b, true);
        side_link(w, w->a, i, false);
    }
    text_add(w->out, "</td></tr>\n");
    debrief_deinit(&debrief);
}

static void overview(Ways *w)
{
    text_add(w->out, "<section class=\"card\">\n<table>\n<caption>");
    html_text(w->out, say("The ways that tables took, the best ending first"));
    text_add(w->out, "</caption>\n<thead><tr>");
    cell(w, "th", say("Way"));
    cell(w, "th", say("Bridge"));
    cell(w, "th", say("Ending"));
    cell(w, "th", say("Promises kept"));
    cell(w, "th", say("Keeping"));
    cell(w, "th", say("Rebuilding"));
    cell(w, "th", say("Compare"));
    text_add(w->out, "</tr></thead>\n<tbody>\n");
    for (int i = 0; i < w->trails->count; i++) {
        overview_row(w, i);
    }
    text_add(w->out, "</tbody></table>\n</section>\n");
}

// ---- two of them ------------------------------------------------------------------------------------

static void took(Ways *w, const StoryHistory *history, int n)
{
    if (n < 0) {
        text_add(w->out, "<td class=\"none\">\xe2\x80\x93</td>");
        return;
    }
    const char *turned = passage_turned(w->arena, history, n);
    text_add(w->out, "<td>");
    html_text(w->out, passage_took(w->arena, history, n));
    if (turned[0]) {
        html_element(w->out, "small", "", turned);
    }
    text_add(w->out, "</td>");
}

static void rows(Ways *w, const StoryHistory *a, const StoryHistory *b)
{
    RoomTrailRow *list = arena_alloc(w->arena, sizeof *list * (size_t)(a->count + b->count + 1));
    int count = room_trail_rows(a, b, list);
    for (int i = 0; i < count; i++) {
        const RoomTrailRow *row = &list[i];
        if (row->parted) {
            text_add(w->out, "<tr class=\"parted\"><th colspan=\"3\" scope=\"colgroup\">");
            html_text(w->out, say("Here they parted"));
            text_add(w->out, "</th></tr>\n");
        }
        text_addf(w->out, "<tr%s><th scope=\"row\">", row->same ? " class=\"same\"" : "");
        html_text(w->out, passage_minute(w->arena, w->web->room->scenario, row->minute));
        text_add(w->out, "</th>");
        took(w, a, row->a);
        took(w, b, row->b);
        text_add(w->out, "</tr>\n");
    }
}

static void ends(Ways *w, int trail)
{
    const Scenario *scenario = w->web->room->scenario;
    text_add(w->out, "<td>");
    html_element(w->out, "b", "", passage_ending(&w->trails->items[trail].table->history));
    for (int p = 0; p < scenario->person_count; p++) {
        BridgeCondition bridge;
        const Playthrough *end = w->trails->items[trail].table->history.now;
        story_bridge(scenario, end, p, &bridge);
        text_add(w->out, "<span class=\"whose\">");
        html_format(w->out, say("%s: %s"), scenario_text(scenario, scenario->people[p].first),
                    passage_bridge(w->arena, &bridge, false));
        text_add(w->out, "</span>");
        picture(w, &w->trails->items[trail], p, false);
    }
    text_add(w->out, "</td>");
}

static void side_by_side(Ways *w)
{
    char a[4], b[4];
    room_trail_name(w->a, a);
    room_trail_name(w->b, b);
    text_add(w->out, "<section class=\"card\">\n<table class=\"two\">\n<caption>");
    html_format(w->out, say("Way %s and way %s, choice by choice"), a, b);
    text_add(w->out, "</caption>\n<thead><tr>");
    cell(w, "th", say("When"));
    for (int i = 0; i < 2; i++) {
        text_add(w->out, "<th scope=\"col\">");
        html_format(w->out, say("Way %s"), i == 0 ? a : b);
        text_add(w->out, "<small>");
        how_many(w, &w->trails->items[i == 0 ? w->a : w->b]);
        text_add(w->out, "</small></th>");
    }
    text_add(w->out, "</tr></thead>\n<tbody>\n");
    rows(w, &w->trails->items[w->a].table->history, &w->trails->items[w->b].table->history);
    text_add(w->out, "<tr><th scope=\"row\">");
    html_text(w->out, say("Ending"));
    text_add(w->out, "</th>");
    ends(w, w->a);
    ends(w, w->b);
    text_add(w->out, "</tr>\n</tbody></table>\n</section>\n");
}

static void nothing_yet(Ways *w)
{
    const RoomTrails *trails = w->trails;
    text_add(w->out, "<section class=\"card\">\n<p>");
    if (trails->held_back) {
        html_format(w->out,
                    say("Ways are shown from %d tables on, or where %d people took one: else they "
                        "would tell of one table alone."),
                    w->web->room->settings.least, w->web->room->settings.least);
    } else if (trails->tables == 0) {
        html_text(w->out, say("No table has played on its own yet."));
    } else {
        html_text(w->out,
                  say("No table has come to an end yet. The room screen shows how they stand."));
    }
    text_add(w->out, "</p>\n</section>\n");
}

static void inside(Ways *w)
{
    const RoomTrails *trails = w->trails;
    text_add(w->out, "<header class=\"bar-top\"><h1>");
    html_text(w->out, say("What the tables came to"));
    text_addf(w->out, "</h1><p><a href=\"/console/%s\">", w->web->console);
    html_text(w->out, say("Back to the console"));
    text_addf(w->out, "</a> \xc2\xb7 <a href=\"/console/%s/debrief.html\" download>",
              w->web->console);
    html_text(w->out, say("Save the debrief"));
    text_add(w->out, "</a></p></header>\n<div class=\"sides\">\n");
    if (trails->count == 0) {
        nothing_yet(w);
    } else {
        overview(w);
        if (trails->count > 1) {
            side_by_side(w);
        }
        text_add(w->out, "<p class=\"soft\">");
        html_format(w->out, say("%d of %d tables came to an end."), trails->through,
                    trails->tables);
        text_add(w->out, " ");
        html_text(
            w->out,
            say("Ways have letters, not the numbers of tables: nobody is told who took which."));
        text_add(w->out, "</p>\n");
    }
    text_add(w->out, "</div>\n");
}

void web_page_ways(const WebRoom *web, int a, int b, Text *out)
{
    static RoomTrails trails;
    Arena arena;
    arena_init(&arena);
    room_trails_find(web->tables, web->room->settings.least, &trails);
    int last = trails.count > 0 ? trails.count - 1 : 0;
    a = a < 0 || a > last ? 0 : a;
    b = b < 0 || b > last || b == a ? (a == last ? 0 : last) : b;
    Ways w = { web, &trails, a, b, room_trails_person(&trails), &arena, out };
    parts_open(web, say("What the tables came to"), "console ways", NULL, out);
    inside(&w);
    parts_close(out);
    arena_deinit(&arena);
}
