// The pages of a phone: coming in, listening, answering, waiting, the result. One column, forms and links;
// each works without a script.
#include "web/page_parts.h"

#include "base/say.h"

#include <string.h>

// ---- around -----------------------------------------------------------------------------------------

const char *parts_class(WebLook look, const char *plain)
{
    static char out[80];
    strcpy(out, plain);
    strcat(out, look.large ? " large" : "");
    strcat(out, look.contrast ? " contrast" : "");
    return out;
}

static void scene(Arena *arena, const WebRoom *web, const char *left, const char *right, Text *out)
{
    Text words = { 0 };
    parts_bridge_words(arena, web, &words);
    text_addf(out, "<header class=\"scene\"><img src=\"/bridge-phone-%s.svg\" alt=\"",
              web->picture);
    text_add(out, text_str(&words)); // escaped already
    text_add(out, "\" width=\"780\" height=\"392\"><p class=\"over\"><b>");
    html_text(out, left);
    text_add(out, "</b>");
    text_add(out, right);
    text_add(out, "</p></header>\n<div class=\"sheet\">\n");
    text_deinit(&words);
}

void parts_looks(WebLook look, Text *out)
{
    text_addf(out,
              "<form class=\"looks\" method=\"post\" action=\"/look\">\n"
              "<button name=\"large\" value=\"%d\" aria-pressed=\"%s\">",
              look.large ? 0 : 1, look.large ? "true" : "false");
    html_text(out, look.large ? say("Usual type") : say("Larger type"));
    text_addf(out, "</button>\n<button name=\"contrast\" value=\"%d\" aria-pressed=\"%s\">",
              look.contrast ? 0 : 1, look.contrast ? "true" : "false");
    html_text(out, look.contrast ? say("Usual colours") : say("High contrast"));
    text_add(out, "</button>\n</form>\n");
}

static void privacy(const WebRoom *web, Text *out)
{
    text_add(out, "<section class=\"privacy\">\n");
    html_element(out, "h2", "", say("No name, no account."));
    html_element(out, "p", "",
                 say("The room sees how many chose what, never who. While a question is open, your "
                     "answer hangs on a random number so that you can change it; when it closes, "
                     "that link is deleted."));
    text_add(out, "<p>");
    html_format(
        out,
        say("Figures are shown from %d answers on. Nothing leaves this room's network, and it "
            "is all deleted after the session. If your phone drops out, open this "
            "page again: your answer still counts once."),
        web->room->settings.least);
    text_add(out, "</p>\n</section>\n");
}

// ---- coming in --------------------------------------------------------------------------------------

void web_page_join(const WebRoom *web, WebLook look, const char *code, const char *problem,
                   Text *out)
{
    Arena arena;
    arena_init(&arena);
    parts_open(web, say("Plankwright: which room?"), parts_class(look, "phone"), NULL, out);
    scene(&arena, web, "Plankwright", "", out);
    html_element(out, "h1", "", code[0] ? say("Come in") : say("Which room?"));
    if (problem[0]) {
        html_element(out, "p", "class=\"problem\" role=\"alert\"", problem);
    }
    text_add(out, "<form class=\"join\" method=\"post\" action=\"/join\">\n<label for=\"code\">");
    html_text(out, say("The code is on the big screen."));
    text_add(out, "</label>\n<input id=\"code\" name=\"code\" value=\"");
    html_text(out, code);
    text_add(out, "\" maxlength=\"8\" autocomplete=\"off\" autocapitalize=\"characters\" "
                  "autocorrect=\"off\" spellcheck=\"false\" required>\n<button class=\"go\">");
    html_text(out, say("Come in"));
    text_add(out, "</button>\n</form>\n");
    privacy(web, out);
    parts_looks(look, out);
    text_add(out, "</div>\n");
    parts_close(out);
    arena_deinit(&arena);
}

// ---- the question -----------------------------------------------------------------------------------

static void add_option(Arena *arena, const Room *room, int i, int voted, bool open, Text *out)
{
    bool mine = i == voted;
    if (open) {
        text_addf(out, "<li><button name=\"option\" value=\"%d\" class=\"answer%s\"%s>", i,
                  mine ? " mine" : "", mine ? " aria-pressed=\"true\"" : "");
    } else {
        text_addf(out, "<li><div class=\"answer\">");
    }
    text_addf(out, "<span class=\"key\">%d</span><span class=\"words\">", i + 1);
    html_marked(out, passage_option(arena, room, i));
    text_add(out, "</span>");
    if (mine) {
        text_add(out, "<span class=\"yours\"><svg viewBox=\"0 0 20 16\" aria-hidden=\"true\"><path "
                      "d=\"M1 9l6 6L19 2\"/></svg>");
        html_text(out, say("yours"));
        text_add(out, "</span>");
    }
    text_add(out, open ? "</button></li>\n" : "</div></li>\n");
}

static void answers(Arena *arena, const WebRoom *web, int voted, Text *out)
{
    const Room *room = web->room;
    text_addf(out,
              "<form method=\"post\" action=\"/vote\">\n"
              "<input type=\"hidden\" name=\"question\" value=\"%u\">\n<ol class=\"answers\">\n",
              (unsigned)room->question);
    for (int i = 0; i < room->offer_count; i++) {
        add_option(arena, room, i, voted, true, out);
    }
    text_add(out, "</ol>\n</form>\n");
    if (voted >= 0) {
        text_add(out, "<p class=\"chosen\" data-say>");
        html_format(out, say("You chose %d. Tap another to change it."), voted + 1);
        text_add(out, "</p>\n");
    }
    html_element(out, "p", "class=\"soft\"",
                 say("It counts when the room reveals. Nobody can see who chose what, and no name "
                     "is kept."));
}

static void answered_line(const WebRoom *web, Text *out)
{
    text_add(out, "<p class=\"count soft\">");
    parts_count(web, out);
    text_add(out, " ");
    html_text(out, say("answered"));
    text_add(out, "</p>\n");
}

static void result_list(Arena *arena, const WebRoom *web, Text *out)
{
    const Room *room = web->room;
    const RoomResult *result = &room->result;
    int best = result->most >= 0 ? result->counts[result->most] : 0;
    for (int i = 0; i < room->offer_count; i++) {
        best = result->counts[i] > best ? result->counts[i] : best;
    }
    text_add(out, "<ol class=\"answers shown\">\n");
    for (int i = 0; i < room->offer_count; i++) {
        bool most = i == result->most;
        text_addf(out,
                  "<li><div class=\"answer%s\"><span class=\"key\">%d</span>"
                  "<span class=\"words\">",
                  most ? " most" : "", i + 1);
        html_marked(out, passage_option(arena, room, i));
        if (most) {
            text_add(out, " <b class=\"tag\">");
            html_text(out, say("most"));
            text_add(out, "</b>");
        }
        if (result->shown == ROOM_SHOWN_COUNTS) {
            parts_bar(result->counts[i], result->answered, most, out);
        }
        text_add(out, "</span>");
        if (result->shown == ROOM_SHOWN_COUNTS) {
            text_addf(out, "<span class=\"figure\">%d</span>", result->counts[i]);
        }
        text_add(out, "</div></li>\n");
    }
    text_add(out, "</ol>\n<p class=\"chosen\" data-say>");
    parts_outcome(room, result, out);
    text_add(out, "</p>\n");
}

// ---- the stages -------------------------------------------------------------------------------------

static void look_again(Text *out)
{
    text_add(out, "<form class=\"again\" method=\"get\" action=\"/room\"><button>");
    html_text(out, say("Look again"));
    text_add(out, "</button></form>\n");
}

static void wait_words(const char *words, Text *out)
{
    html_element(out, "p", "class=\"wait\" data-say", words);
    look_again(out);
}

static void heading(const WebRoom *web, Text *out)
{
    html_element(out, "h1", "class=\"unseen\"",
                 scenario_text(web->room->scenario, web->room->scenario->title));
}

// Once it is asked the room has heard it: the last lines, so that the answers are in sight, and the rest
// where one can read it again.
enum { TAIL = 200 };

static void story(Arena *arena, const WebRoom *web, bool asked, Text *out)
{
    Passage passage = passage_now(arena, web->room);
    int from = asked ? parts_tail(&passage, TAIL) : 0;
    from = from > 0 && from == passage.count ? passage.count - 1 : from; // a long one: all of it
    heading(web, out);
    if (from > 0) {
        text_add(out, "<details class=\"story\"><summary>");
        html_text(out, say("Read it from the start"));
        text_add(out, "</summary>\n");
        parts_passage(&passage, 0, from, out);
        text_add(out, "</details>\n");
    }
    text_add(out, "<section class=\"story\">\n");
    parts_passage(&passage, from, passage.count, out);
    text_add(out, "</section>\n<p class=\"soft\">");
    parts_bridge_words(arena, web, out);
    text_add(out, ".</p>\n");
}

static void gathers(const WebRoom *web, Text *out)
{
    const Scenario *scenario = web->room->scenario;
    html_element(out, "h1", "", scenario_text(scenario, scenario->title));
    html_element(out, "p", "class=\"story\"", scenario_text(scenario, scenario->blurb));
    wait_words(say("You're in. The story starts when the room is ready."), out);
    privacy(web, out);
}

static void ended(Arena *arena, const WebRoom *web, Text *out)
{
    const Room *room = web->room;
    int ending = room_play(room)->ended;
    story(arena, web, false, out);
    if (ending > 0) {
        html_element(out, "h2", "",
                     scenario_text(room->scenario, room->scenario->endings[ending - 1].title));
    }
    wait_words(say("This is how it ended. Look up: the room talks about it now."), out);
}

static void stage(Arena *arena, const WebRoom *web, int voted, Text *out)
{
    const Room *room = web->room;
    switch (room->stage) {
    case ROOM_GATHERS:
        gathers(web, out);
        break;
    case ROOM_LISTENS:
        story(arena, web, false, out);
        wait_words(say("The question comes in a moment."), out);
        break;
    case ROOM_ANSWERS:
        story(arena, web, true, out);
        html_element(out, "h2", "", say("What do you say?"));
        answers(arena, web, voted, out);
        answered_line(web, out);
        break;
    case ROOM_FROZEN:
        story(arena, web, true, out);
        wait_words(say("Answers are closed. In a moment the room sees what came out."), out);
        break;
    case ROOM_REVEALED:
        story(arena, web, true, out);
        result_list(arena, web, out);
        look_again(out);
        break;
    case ROOM_ENDED:
        ended(arena, web, out);
        break;
    }
}

void web_page_phone(const WebRoom *web, WebLook look, int voted, const char *problem, WebPart part,
                    Text *out)
{
    Arena arena;
    arena_init(&arena);
    Text left = { 0 }, right = { 0 };
    text_addf(&left, say("Room %.4s %s"), web->code, web->code + 4);
    int seconds = room_seconds_left(web->room, web->now);
    if (seconds >= 0 && web->room->stage == ROOM_ANSWERS) {
        text_addf(&right, "<span class=\"clock\" data-left=\"%d\">", seconds);
        parts_time(seconds, &right);
        text_add(&right, "</span>");
    }
    if (part == WEB_WHOLE) {
        parts_open(web, scenario_text(web->room->scenario, web->room->scenario->title),
                   parts_class(look, "phone"), "/events", out);
    }
    scene(&arena, web, text_str(&left), text_str(&right), out);
    if (problem[0]) {
        html_element(out, "p", "class=\"problem\" role=\"alert\"", problem);
    }
    stage(&arena, web, voted, out);
    parts_looks(look, out);
    text_add(out, "</div>\n");
    if (part == WEB_WHOLE) {
        parts_close(out);
    }
    text_deinit(&left);
    text_deinit(&right);
    arena_deinit(&arena);
}

void web_page_gone(const WebRoom *web, const char *title, const char *words, Text *out)
{
    parts_open(web, title, "phone", NULL, out);
    text_add(out, "<div class=\"sheet\">\n");
    html_element(out, "h1", "", title);
    html_element(out, "p", "", words);
    text_add(out, "</div>\n");
    parts_close(out);
}
