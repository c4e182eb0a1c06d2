// A table's page: the whole story, choice by choice, at the table's own pace; and the wall of all tables'
// bridges for the room screen.
#include "web/page_parts.h"

#include "base/say.h"

static void scene(Arena *arena, const WebRoom *web, const RoomTable *table, const Room *view,
                  Text *out)
{
    BridgeCondition bridge = parts_bridge(view);
    text_addf(out, "<header class=\"scene\"><img src=\"/table-%s.svg\" alt=\"",
              web->table_pictures[table->number - 1].name);
    html_format(out, say("The bridge to %s: %s"), passage_first(view, room_person(view)),
                passage_bridge(arena, &bridge, false));
    text_add(out, "\" width=\"780\" height=\"392\"><p class=\"over\"><b>");
    html_format(out, say("Table %d"), table->number);
    text_add(out, "</b><span>");
    html_text(out, passage_clock(arena, view));
    text_add(out, "</span></p></header>\n<div class=\"sheet\">\n");
}

static void form_open(const RoomTable *table, Text *out)
{
    text_addf(out,
              "<form class=\"table\" method=\"post\" action=\"/table\">\n"
              "<input type=\"hidden\" name=\"at\" value=\"%d\">\n",
              table->history.count);
}

static void choices(Arena *arena, const RoomTable *table, const Room *view, Text *out)
{
    form_open(table, out);
    text_add(out, "<ol class=\"answers\">\n");
    for (int i = 0; i < view->offer_count; i++) {
        text_addf(out,
                  "<li><button name=\"option\" value=\"%d\" class=\"answer\"><span class=\"key\">%d"
                  "</span><span class=\"words\">",
                  i, i + 1);
        html_marked(out, passage_option(arena, view, i));
        text_add(out, "</span></button></li>\n");
    }
    text_add(out, "</ol>\n</form>\n");
}

static void story(Arena *arena, const RoomTable *table, const Room *view, Text *out)
{
    Passage passage = passage_now(arena, view);
    BridgeCondition bridge = parts_bridge(view);
    text_add(out, "<section class=\"story\" data-say>\n");
    parts_passage(&passage, 0, passage.count, out);
    text_add(out, "</section>\n<p class=\"soft\">");
    html_format(out, say("The bridge to %s: %s"), passage_first(view, room_person(view)),
                passage_bridge(arena, &bridge, false));
    text_add(out, ".</p>\n");
    if (table->offer_count > 0) {
        html_element(out, "h2", "", say("What do you do?"));
        choices(arena, table, view, out);
    } else {
        int ended = room_play(view)->ended;
        html_element(out, "h2", "",
                     ended > 0
                         ? scenario_text(view->scenario, view->scenario->endings[ended - 1].title)
                         : say("The story is over"));
        html_element(out, "p", "class=\"wait\"",
                     say("This is how it ended. Which of your choices turned it?"));
    }
    if (table->history.count > 0) {
        form_open(table, out);
        text_add(out, "<p class=\"again\"><button name=\"do\" value=\"back\">");
        html_text(out, say("Take the last choice back"));
        text_add(out, "</button></p>\n</form>\n");
    }
}

static void sit_down(const WebRoom *web, Text *out)
{
    const Scenario *scenario = web->room->scenario;
    text_add(out, "<div class=\"sheet\">\n");
    html_element(out, "h1", "", scenario_text(scenario, scenario->title));
    html_element(out, "p", "class=\"story\"", scenario_text(scenario, scenario->blurb));
    html_element(out, "p", "class=\"wait\" data-say",
                 say("Now each table plays at its own pace. One device for each table: read aloud, "
                     "talk, then choose."));
    text_add(out,
             "<form class=\"table join\" method=\"post\" action=\"/table\"><input type=\"hidden\" "
             "name=\"at\" value=\"0\"><label for=\"people\">");
    html_text(out, say("How many are you at this table? (for the debrief; may stay empty)"));
    text_add(out, "</label><input id=\"people\" name=\"people\" inputmode=\"numeric\" "
                  "pattern=\"[0-9]*\" maxlength=\"2\" autocomplete=\"off\"><button class=\"go\" "
                  "name=\"do\" value=\"sit\">");
    html_text(out, say("Play here for our table"));
    text_add(out, "</button></form>\n");
    html_element(
        out, "p", "class=\"soft\"",
        say("What your table chooses is kept under a number until the session ends. The big "
            "screen shows the bridge of each table, without names."));
}

void web_page_table(const WebRoom *web, const RoomTable *table, WebLook look, const char *problem,
                    WebPart part, Text *out)
{
    Arena arena;
    arena_init(&arena);
    if (part == WEB_WHOLE) {
        parts_open(web, scenario_text(web->room->scenario, web->room->scenario->title),
                   parts_class(look, "phone"), "/events", out);
    }
    if (table) {
        Room view = web_table_view(web->room->scenario, table);
        scene(&arena, web, table, &view, out);
        html_element(out, "h1", "class=\"unseen\"",
                     scenario_text(view.scenario, view.scenario->title));
        if (problem[0]) {
            html_element(out, "p", "class=\"problem\" role=\"alert\"", problem);
        }
        story(&arena, table, &view, out);
    } else {
        sit_down(web, out);
    }
    parts_looks(look, out);
    text_add(out, "</div>\n");
    if (part == WEB_WHOLE) {
        parts_close(out);
    }
    arena_deinit(&arena);
}

// ---- the wall ---------------------------------------------------------------------------------------

static void on_the_wall(Arena *arena, const WebRoom *web, const RoomTable *table, Text *out)
{
    Room view = web_table_view(web->room->scenario, table);
    BridgeCondition bridge = parts_bridge(&view);
    int ended = room_play(&view)->ended;
    text_addf(out, "<li><img src=\"/chip-%s.svg\" alt=\"\"><p><b>",
              web->table_pictures[table->number - 1].name);
    html_format(out, say("Table %d"), table->number);
    text_add(out, "</b> <span>");
    html_format(out, say("%s: %s"), passage_first(&view, room_person(&view)),
                passage_bridge(arena, &bridge, false));
    text_add(out, "</span><small>");
    html_text(out, ended > 0 ? scenario_text(view.scenario, view.scenario->endings[ended - 1].title)
                             : passage_clock(arena, &view));
    text_add(out, "</small></p></li>\n");
}

void parts_wall(Arena *arena, const WebRoom *web, Text *out)
{
    int count = web->tables->count;
    text_addf(out, "<ul class=\"wall %s\">\n",
              count <= 9    ? "few"
              : count <= 20 ? "some"
              : count <= 48 ? "many"
                            : "crowd");
    for (int i = 0; i < count; i++) {
        on_the_wall(arena, web, web->tables->items[i], out);
    }
    text_add(out, "</ul>\n");
}
