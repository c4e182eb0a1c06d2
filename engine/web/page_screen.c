// The room screen, for the projector: scene, story, answers, how to come in. Nothing on it is operated.
#include "web/page_parts.h"

#include "base/say.h"
#include "story/render.h"

#include <string.h>

void web_page_address(const WebRoom *web, int network, bool with_code, Text *out)
{
    const char *address =
        network < web->network_count ? web->networks[network].address : "127.0.0.1";
    text_addf(out, "http://%s:%d", address, web->port);
    if (with_code) {
        text_addf(out, "/%s", web->code);
    }
}

static void top_bar(Arena *arena, const WebRoom *web, Text *out)
{
    const Room *room = web->room;
    BridgeCondition bridge = parts_bridge(room);
    text_add(out, "<header class=\"bar-top\"><p class=\"when\">");
    html_text(out, room->stage == ROOM_GATHERS || room->tables ? "" : passage_clock(arena, room));
    text_add(out, "</p><h1>");
    html_text(out, scenario_text(room->scenario, room->scenario->title));
    text_add(out, "</h1><p class=\"state\">");
    if (!room->tables) {
        parts_gauge(&bridge, out);
        text_add(out, "<span>");
        html_text(out, passage_bridge(arena, &bridge, true));
        text_add(out, "</span>");
    }
    text_add(out, "</p></header>\n");
}

static void backdrop(Arena *arena, const WebRoom *web, Text *out)
{
    text_addf(out, "<img class=\"backdrop\" src=\"/bridge-wide-%s.svg\" alt=\"", web->picture);
    parts_bridge_words(arena, web, out);
    text_add(out, "\">\n");
}

// ---- how to come in ---------------------------------------------------------------------------------

static void short_address(const WebRoom *web, int network, Text *out)
{
    text_addf(out, "%s:%d",
              network < web->network_count ? web->networks[network].address : "127.0.0.1",
              web->port);
}

static bool is_long(const WebRoom *web)
{
    return web->network < web->network_count && web->networks[web->network].six;
}

static void join_block(const WebRoom *web, Text *out)
{
    text_add(out, "<div class=\"join\"><img class=\"qr\" src=\"/qr-join.svg\" alt=\"");
    html_text(out, say("QR code of the address below"));
    text_add(out, "\"><div><p>");
    html_text(out, say("Room code"));
    text_add(out, "</p><p class=\"code\">");
    parts_code(web->code, out);
    text_add(out, "</p><p>");
    html_text(out, say("No name asked"));
    text_add(out, "</p></div></div>\n");
    text_addf(out, "<p class=\"address%s\" dir=\"ltr\">", is_long(web) ? " long" : "");
    short_address(web, web->network, out);
    text_add(out, "</p>\n");
}

enum { RING = 226 }; // round a circle of 36

static void countdown(const WebRoom *web, Text *out)
{
    const Room *room = web->room;
    int left = room_seconds_left(room, web->now);
    int whole = room->settings.seconds > 0 ? room->settings.seconds : 60;
    if (left < 0) {
        return;
    }
    int share = left >= whole ? RING : left * RING / whole;
    text_addf(out,
              "<div class=\"ring\"><svg viewBox=\"0 0 84 84\" aria-hidden=\"true\"><circle "
              "class=\"track\" cx=\"42\" cy=\"42\" r=\"36\"/><circle class=\"left\" cx=\"42\" "
              "cy=\"42\" r=\"36\" stroke-dasharray=\"%d 226\" "
              "data-whole=\"%d\"/></svg><span data-left=\"%d\" data-plain=\"1\">%d</span></div>",
              share, whole, left, left);
}

static void answered(const WebRoom *web, Text *out)
{
    text_add(out, "<div class=\"answered\">");
    if (web->room->stage == ROOM_ANSWERS) {
        countdown(web, out);
    }
    text_add(out, "<p><b>");
    parts_count(web, out);
    text_add(out, "</b> ");
    html_text(out, say("have answered"));
    text_add(out, "</p></div>\n");
}

// ---- the cards --------------------------------------------------------------------------------------

static void plain_options(Arena *arena, const Room *room, Text *out)
{
    text_add(out, "<ol class=\"answers\">\n");
    for (int i = 0; i < room->offer_count; i++) {
        text_addf(out, "<li class=\"answer\"><span class=\"key\">%d</span><span class=\"words\">",
                  i + 1);
        html_marked(out, passage_option(arena, room, i));
        text_add(out, "</span>");
        parts_disc(room, i, out);
        text_add(out, "</li>\n");
    }
    text_add(out, "</ol>\n");
}

static void shown_options(Arena *arena, const Room *room, Text *out)
{
    const RoomResult *result = &room->result;
    text_add(out, "<ol class=\"answers shown\">\n");
    for (int i = 0; i < room->offer_count; i++) {
        bool most = i == result->most;
        text_addf(out, "<li class=\"answer%s\"><span class=\"key\">%d</span><span class=\"words\">",
                  most ? " most" : "", i + 1);
        html_marked(out, passage_option(arena, room, i));
        text_add(out, "</span>");
        if (most) {
            html_element(out, "b", "class=\"tag\"", say("most"));
        }
        if (result->shown == ROOM_SHOWN_COUNTS) {
            text_addf(out, "<span class=\"figure\">%d</span>", result->counts[i]);
            parts_bar(result->counts[i], result->answered, most, out);
        }
        text_add(out, "</li>\n");
    }
    text_add(out, "</ol>\n");
}

static void told(const Room *room, const Passage *passage, Text *out)
{
    int first = 0, end = 0;
    int pages = passage_page(passage, room->page, &first, &end);
    text_addf(out, "<section class=\"card story %s%s\">\n<div class=\"within\">\n",
              passage_is_short(passage, first, end) ? "s1" : "s2",
              room->large ? " large tall" : "");
    parts_passage(passage, first, end, out);
    if (room->page + 1 < pages) {
        text_add(out, "<p class=\"on\" aria-hidden=\"true\">\xe2\x80\xa6</p>\n");
    }
}

// How large the answers can stand, in tenths of a rem of assets/web/room.css, so that nothing is cut: the
// largest form that leaves a few lines for the end of what was told.
typedef struct Form {
    const char *name;
    int within, letters, line, least, around; // height of the card; of an answer
    int shown_line, bar;                      // of an answer with its figure
    int columns;
    int story_line, story_letters;
} Form;

enum { STORY_GAP = 10, FIGURE = 34 };

static const Form forms[] = {
    { "asked large tall", 398, 41, 40, 56, 20, 36, 21, 1, 42, 51 }, // larger type only
    { "asked large taller", 498, 41, 40, 56, 20, 36, 21, 1, 42, 51 },
    { "asked", 298, 51, 32, 46, 20, 29, 21, 1, 33, 64 },
    { "asked small", 298, 60, 27, 42, 13, 26, 20, 1, 33, 64 },
    { "asked small tall", 398, 60, 27, 42, 13, 26, 20, 1, 33, 64 },
    { "asked many tall", 398, 34, 24, 42, 13, 22, 14, 2, 33, 64 },
    { "asked many taller", 498, 34, 24, 42, 13, 22, 14, 2, 33, 64 },
    { "asked many tallest", 588, 34, 24, 42, 13, 22, 14, 2, 33, 64 },
};
enum { FORMS = sizeof forms / sizeof *forms, FORMS_LARGE = 2 };

// Letters that stand in a line of an answer; the figure takes some of them, and the tag of the leading one.
static int width_of(const Room *room, const Form *form, int option, bool bars)
{
    int letters = form->letters - (bars && form->columns > 1 ? 6 : 0);
    if (bars && option == room->result.most) {
        letters -= (int)utf8_count(say("most")) + 1;
    }
    return letters < 8 ? 8 : letters;
}

static int height_of(Arena *arena, const Room *room, const Form *form)
{
    int sum = 0, row = 0;
    bool bars = room->stage == ROOM_REVEALED && room->result.shown == ROOM_SHOWN_COUNTS;
    for (int i = 0; i < room->offer_count; i++) {
        int wide = width_of(room, form, i, bars);
        int lines = ((int)utf8_count(passage_option(arena, room, i)) + wide - 1) / wide;
        int height = lines * (bars ? form->shown_line : form->line);
        height = bars ? (height > FIGURE ? height : FIGURE) + form->bar : height;
        height = height < form->least ? form->least : height;
        row = height > row || i % form->columns == 0 ? height : row;
        sum += i % form->columns == form->columns - 1 || i + 1 == room->offer_count
                   ? row + form->around
                   : 0;
    }
    return sum;
}

static int letters_of(const PassageLine *line)
{
    return (int)utf8_count(line->text) + (line->who[0] ? (int)utf8_count(line->who) + 2 : 0);
}

static bool is_spoken(const Passage *passage, int i)
{
    return i >= 0 && i < passage->count && passage->lines[i].kind == PASSAGE_SAID;
}

// The last line whole, and where nobody says it, a line of what was said before it.
static int wanted_lines(const Passage *passage, const Form *form, int least)
{
    int last = passage->count - 1;
    if (last < 0) {
        return 0;
    }
    int lines = (letters_of(&passage->lines[last]) + form->story_letters - 1) / form->story_letters;
    lines += !is_spoken(passage, last) && is_spoken(passage, last - 1) ? 1 : 0;
    lines = lines < least ? least : lines;
    return lines > 6 ? 6 : lines;
}

static const Form *form_for(Arena *arena, const Room *room, const Passage *passage, int *letters)
{
    const Form *form = NULL;
    int left = 0;
    for (int i = room->large ? 0 : FORMS_LARGE; i < FORMS; i++) {
        form = &forms[i];
        left = form->within - height_of(arena, room, form);
        int least = room->stage == ROOM_REVEALED ? 1 : i == FORMS_LARGE ? 3 : 2; // then one talks
        int wanted = room->stage == ROOM_REVEALED ? 1 : wanted_lines(passage, form, least);
        if (left >= wanted * form->story_line + STORY_GAP) {
            break;
        }
    }
    int lines = (left - STORY_GAP) / form->story_line;
    *letters = lines > 0 ? lines * form->story_letters : 0;
    return form;
}

// The end of a line, as long as fits: "Maya: \xe2\x80\xa6 before Thursday noon?"
static void end_of_line(const PassageLine *line, int letters, Text *out)
{
    Text plain = { 0 };
    render_plain(line->text, &plain);
    const char *from = text_str(&plain), *word = from;
    int over =
        (int)utf8_count(from) - letters + 4 + (line->who[0] ? (int)utf8_count(line->who) + 2 : 0);
    for (const char *c = from; over > 0 && *c; c++) {
        over -= ((unsigned char)*c & 0xc0) != 0x80 ? 1 : 0;
        word = c;
    }
    const char *space = word > from ? strchr(word, ' ') : NULL;
    text_add(out, line->who[0] ? "<p class=\"speech\"><b>" : "<p>");
    if (line->who[0]) {
        html_text(out, line->who);
        text_add(out, ":</b> ");
    }
    if (word > from) {
        text_add(out, "\xe2\x80\xa6 ");
    }
    html_text(out, space ? space + 1 : word > from ? "" : from);
    text_add(out, "</p>\n");
    text_deinit(&plain);
}

static int lines_taken(const PassageLine *line, const Form *form)
{
    return (letters_of(line) + form->story_letters - 1) / form->story_letters;
}

// The last lines, as many as fit; of the last its end at least; and where they begin with what nobody says, who
// spoke before.
static void tail(const Passage *passage, const Form *form, int letters, Text *out)
{
    int from = passage->count, left = letters / form->story_letters;
    while (from > 0 && lines_taken(&passage->lines[from - 1], form) <= left) {
        from--;
        left -= lines_taken(&passage->lines[from], form);
    }
    if (from == passage->count) {
        if (from > 0 && left > 0) {
            end_of_line(&passage->lines[from - 1], left * form->story_letters, out);
        }
        return;
    }
    if (!is_spoken(passage, from) && is_spoken(passage, from - 1) && left > 0) {
        end_of_line(&passage->lines[from - 1], left * form->story_letters, out);
    }
    parts_passage(passage, from, passage->count, out);
}

static void asked(Arena *arena, const Room *room, const Passage *passage, Text *out)
{
    int letters = 0;
    const Form *form = form_for(arena, room, passage, &letters);
    text_addf(out, "<section class=\"card story %s\">\n<div class=\"within\">\n", form->name);
    if (letters > 0) {
        text_add(out, "<div class=\"told\">\n");
        tail(passage, form, letters, out);
        text_add(out, "</div>\n");
    }
    if (room->stage == ROOM_REVEALED) {
        shown_options(arena, room, out);
    } else {
        plain_options(arena, room, out);
    }
}

static void story_card(Arena *arena, const WebRoom *web, Text *out)
{
    const Room *room = web->room;
    Passage passage = passage_now(arena, room);
    bool votes =
        room->stage == ROOM_ANSWERS || room->stage == ROOM_FROZEN || room->stage == ROOM_REVEALED;
    if (votes) {
        asked(arena, room, &passage, out);
    } else {
        told(room, &passage, out);
    }
    text_add(out, "</div></section>\n");
}

static const char *prompt_of(const Room *room)
{
    const StoryScene *scene = &room->scenario->scenes[room_play(room)->scene];
    TextId prompt = scene->notes >= 0 ? room->scenario->notes[scene->notes].prompt : 0;
    return prompt ? scenario_text(room->scenario, prompt)
                  : say("Who chose otherwise, or nearly did: what spoke for it?");
}

static void talk_block(const WebRoom *web, Text *out)
{
    const Room *room = web->room;
    text_add(out, "<p class=\"outcome\">");
    parts_outcome(room, &room->result, out);
    text_add(out, "</p><hr>");
    html_element(out, "p", "class=\"label\"", say("Talk, two minutes"));
    html_element(out, "p", "class=\"prompt\"", prompt_of(room));
}

static int lines_of(const char *words, int letters)
{
    return ((int)utf8_count(words) + letters - 1) / letters;
}

// What there is to talk about is longer in some languages: then the card is taller. In tenths of a rem, as it is set.
static const char *side_height(const Room *room)
{
    enum { ANSWERED = 82, OUTCOME = 29, LABEL = 28, PROMPT = 33, WITHIN = 298, TALLER = 398 };
    Text outcome = { 0 };
    if (room->stage != ROOM_REVEALED) {
        return "";
    }
    parts_outcome(room, &room->result, &outcome);
    int sum = ANSWERED + OUTCOME * lines_of(text_str(&outcome), 26) +
              LABEL * lines_of(say("Talk, two minutes"), 22) +
              PROMPT * lines_of(prompt_of(room), 21);
    text_deinit(&outcome);
    sum += room->large ? sum / 4 : 0;
    return sum <= WITHIN ? "" : sum <= TALLER ? " tall" : " taller";
}

static void side_card(const WebRoom *web, Text *out)
{
    const Room *room = web->room;
    text_addf(out, "<aside class=\"card side%s%s\">\n", room->large ? " large" : "",
              side_height(room));
    if (room_in_branch(room)) {
        html_element(out, "p", "class=\"label\"", say("Another branch: what if?"));
    }
    if (room->stage == ROOM_REVEALED) {
        answered(web, out);
        talk_block(web, out);
    } else if (room->stage == ROOM_ENDED && room_play(room)->ended > 0) {
        html_element(out, "p", "class=\"label\"", say("This is how it ended"));
        html_element(out, "p", "class=\"prompt\"",
                     scenario_text(room->scenario,
                                   room->scenario->endings[room_play(room)->ended - 1].title));
        text_add(out, "<hr>");
        html_element(out, "p", "class=\"prompt\"",
                     say("Which of our choices turned it? What would one of you do tomorrow?"));
    } else {
        join_block(web, out);
        text_add(out, "<hr>");
        if (room->stage == ROOM_ANSWERS || room->stage == ROOM_FROZEN) {
            answered(web, out);
            html_element(out, "p", "class=\"small\"",
                         room->stage == ROOM_FROZEN ? say("Answers are closed.")
                                                    : say("Hidden till the reveal."));
        } else {
            text_add(out, "<p class=\"small\">");
            html_format(out, say_many("%d phone is here", "%d phones are here", web->phones),
                        web->phones);
            text_add(out, "</p>");
        }
    }
    text_add(out, "</aside>\n");
}

// ---- before it begins -------------------------------------------------------------------------------

static void welcome(const WebRoom *web, Text *out)
{
    const Scenario *scenario = web->room->scenario;
    text_add(out, "<section class=\"card welcome\">\n<div class=\"how\">\n");
    html_element(out, "p", "class=\"blurb\"", scenario_text(scenario, scenario->blurb));
    bool leads_here = web->network_count > 0 || web->loopback; // the address
    if (web->open && leads_here) {
        html_element(out, "h2", "", say("Come in with your phone"));
        text_addf(out, "<p class=\"address%s\" dir=\"ltr\">", is_long(web) ? " long" : "");
        short_address(web, web->network, out);
        text_add(out, "</p>\n<p>");
        html_text(out, say("Room code"));
        text_add(out, "</p><p class=\"code\">");
        parts_code(web->code, out);
        text_add(out, "</p>\n");
        html_element(out, "p", "class=\"small\"",
                     say("No name, no account, nothing to install. The same Wi-Fi as this room."));
        text_add(out, "<p class=\"here\">");
        html_format(out, say_many("%d phone is here", "%d phones are here", web->phones),
                    web->phones);
        text_add(out, "</p>");
    } else {
        html_element(out, "h2", "", say("In a moment you can come in with your phone."));
    }
    text_add(out, "</div>\n");
    if (web->open && leads_here) {
        text_add(out, "<img class=\"qr\" src=\"/qr-join.svg\" alt=\"");
        html_text(out, say("QR code of the address"));
        text_add(out, "\">\n");
    }
    text_add(out, "</section>\n");
}

static void wall(Arena *arena, const WebRoom *web, Text *out)
{
    text_add(out, "<section class=\"card tables\">\n<h2>");
    html_format(out, say_many("%d table is playing", "%d tables are playing", web->tables->count),
                web->tables->count);
    text_add(out, "</h2>\n<p class=\"how\">");
    short_address(web, web->network, out);
    text_add(out, " <b>");
    parts_code(web->code, out);
    text_add(out, "</b></p>\n");
    if (web->tables->count == 0) {
        html_element(
            out, "p", "class=\"begin\"",
            say("Now each table plays at its own pace. One device for each table: read aloud, "
                "talk, then choose."));
    }
    parts_wall(arena, web, out);
    text_add(out, "</section>\n");
}

void web_page_screen(const WebRoom *web, WebPart part, Text *out)
{
    Arena arena;
    arena_init(&arena);
    if (part == WEB_WHOLE) {
        parts_open(web, scenario_text(web->room->scenario, web->room->scenario->title), "screen",
                   "/events/screen", out);
    }
    if (web->room->blank) {
        html_element(out, "h1", "class=\"blank\"", say("A short break"));
    } else {
        backdrop(&arena, web, out);
        top_bar(&arena, web, out);
        if (web->room->tables) {
            wall(&arena, web, out);
        } else if (web->room->stage == ROOM_GATHERS) {
            welcome(web, out);
        } else {
            story_card(&arena, web, out);
            side_card(web, out);
        }
    }
    if (part == WEB_WHOLE) {
        parts_close(out);
    }
    arena_deinit(&arena);
}
