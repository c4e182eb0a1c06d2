// Pieces of pages.
#include "web/page_parts.h"

#include "base/say.h"
#include "story/render.h"

#include <stdio.h>
#include <string.h>

static bool runs_from_the_right(const char *language)
{
    static const char *const languages[] = { "ar", "he", "fa", "ur" };
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        if (strncmp(language, languages[i], 2) == 0 &&
            (language[2] == '\0' || language[2] == '-' || language[2] == '_')) {
            return true;
        }
    }
    return false;
}

// That of the interface; of the story alone where the interface does not speak it.
static const char *language_of(const Scenario *scenario)
{
    const char *own = scenario->language && scenario->language[0] ? scenario->language : "en";
    return strcmp(say_language(), "en") != 0 ? say_language() : own;
}

void parts_open(const WebRoom *web, const char *title, const char *page_class, const char *events,
                Text *out)
{
    const Scenario *scenario = web->room->scenario;
    const char *language = language_of(scenario);
    text_add(out, "<!DOCTYPE html>\n<html lang=\"");
    html_text(out, language);
    text_addf(out,
              "\" dir=\"%s\" class=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
              "<meta name=\"robots\" content=\"noindex\">\n<title>",
              say_right_to_left() || runs_from_the_right(language) ? "rtl" : "ltr", page_class);
    html_text(out, title);
    text_add(out, "</title>\n<link rel=\"stylesheet\" href=\"/room.css\">\n"
                  "<link rel=\"icon\" href=\"/icon.svg\">\n"
                  "<script src=\"/room.js\" defer></script>\n</head>\n<body");
    if (events) {
        text_addf(out, " data-events=\"%s\"", events);
    }
    text_add(out, ">\n<main id=\"live\">\n");
}

void parts_close(Text *out)
{
    text_add(out, "</main>\n<div id=\"said\" class=\"unseen\" role=\"status\"></div>\n"
                  "</body>\n</html>\n");
}

void parts_passage(const Passage *passage, int from, int end, Text *out)
{
    for (int i = from; i < end; i++) {
        const PassageLine *line = &passage->lines[i];
        if (line->kind == PASSAGE_PROMISE) {
            html_element(out, "p", "class=\"plank\"", line->text);
            continue;
        }
        text_add(out, line->kind == PASSAGE_SAID ? "<p class=\"speech\">" : "<p>");
        if (line->kind == PASSAGE_SAID) {
            text_add(out, "<b>");
            html_text(out, line->who);
            text_add(out, ":</b> ");
        }
        html_marked(out, line->text);
        text_add(out, "</p>\n");
    }
}

enum { ROUND = 64 };

int parts_tail(const Passage *passage, int letters)
{
    int from = passage->count, sum = 0;
    while (from > 0) {
        const PassageLine *line = &passage->lines[from - 1];
        // A paragraph ends in the middle of a line.
        sum += ((int)(utf8_count(line->text) + strlen(line->who)) + 2 + ROUND) / ROUND * ROUND;
        if (sum > letters) {
            break;
        }
        from--;
    }
    return from;
}

void parts_disc(const Room *room, int option, Text *out)
{
    int disc = passage_disc(room, option);
    if (disc > 0) {
        text_add(out, "<span class=\"disc\" title=\"");
        html_format(out, say("touches plank %d"), disc);
        text_addf(out, "\">%d</span>", disc);
    }
}

void parts_bar(int part, int of, bool most, Text *out)
{
    int width = of > 0 ? part * 1000 / of : 0;
    text_addf(out,
              "<svg class=\"bar%s\" viewBox=\"0 0 1000 16\" preserveAspectRatio=\"none\" "
              "aria-hidden=\"true\"><rect class=\"track\" width=\"1000\" height=\"16\"/>"
              "<rect class=\"fill\" width=\"%d\" height=\"16\"/></svg>",
              most ? " most" : "", width);
}

void parts_gauge(const BridgeCondition *bridge, Text *out)
{
    text_add(out, "<svg class=\"gauge\" viewBox=\"0 0 130 22\" aria-hidden=\"true\">");
    for (int i = 0; i < BRIDGE_GAUGE; i++) {
        int halves = bridge->gauge_halves - 2 * i;
        text_addf(out, "<rect class=\"%s\" x=\"%d\" y=\"2\" width=\"10\" height=\"18\" rx=\"2\"/>",
                  halves > 0 ? "on" : "off", i * 13 + 1);
        if (halves == 1) {
            text_addf(out, "<path class=\"crack\" d=\"M%d 2l-3 7h4l-4 11\"/>", i * 13 + 8);
        }
    }
    text_add(out, "</svg>");
}

void parts_code(const char *code, Text *out)
{
    text_addf(out, "%.4s %s", code, code + 4);
}

void parts_time(int seconds, Text *out)
{
    text_addf(out, "%d:%02d", seconds / 60, seconds % 60);
}

BridgeCondition parts_bridge(const Room *room)
{
    BridgeCondition bridge;
    story_bridge(room->scenario, room_play(room), room_person(room), &bridge);
    return bridge;
}

void parts_bridge_words(Arena *arena, const WebRoom *web, Text *out)
{
    BridgeCondition bridge = parts_bridge(web->room);
    html_format(out, say("The bridge to %s: %s"), passage_first(web->room, room_person(web->room)),
                passage_bridge(arena, &bridge, false));
}

static void fill_two(const char *pattern, int a, int b, Text *out)
{
    for (const char *c = pattern; *c; c++) {
        if (c[0] == '{' && (c[1] == '1' || c[1] == '2') && c[2] == '}') {
            text_addf(out, "%d", c[1] == '1' ? a : b);
            c += 2;
        } else {
            text_add_char(out, *c);
        }
    }
}

void parts_count(const WebRoom *web, Text *out)
{
    int answered = room_answered(web->room);
    int of = web->phones > answered ? web->phones : answered;
    Text words = { 0 };
    fill_two(say("{1} of {2}"), answered, of, &words);
    text_add(out, "<span data-count=\"");
    html_text(out, say("{1} of {2}"));
    text_add(out, "\">");
    html_text(out, text_str(&words));
    text_add(out, "</span>");
    text_deinit(&words);
}

static void leaders(const Room *room, const RoomResult *result, Text *out)
{
    int best = 0, shown = 0;
    for (int i = 0; i < room->offer_count; i++) {
        best = result->counts[i] > best ? result->counts[i] : best;
    }
    for (int i = 0; i < room->offer_count; i++) {
        if (result->counts[i] == best) {
            text_addf(out, "%s%d", shown++ > 0 ? ", " : "", i + 1);
        }
    }
}

void parts_outcome(const Room *room, const RoomResult *result, Text *out)
{
    if (result->shown == ROOM_SHOWN_NOTHING) {
        html_format(out,
                    say_many("Fewer than %d answered: no figures.",
                             "Fewer than %d answered: no figures.", room->settings.least),
                    room->settings.least);
    } else if (result->shown == ROOM_SHOWN_ALIKE) {
        html_format(out, say("Nearly everybody, or everybody, chose %d."), result->most + 1);
    } else if (result->most >= 0) {
        html_format(out, say("Most chose %d."), result->most + 1);
    } else {
        Text which = { 0 };
        leaders(room, result, &which);
        html_format(out, say("As many chose one as the other: %s."), text_str(&which));
        text_deinit(&which);
    }
}
