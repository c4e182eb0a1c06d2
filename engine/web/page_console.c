// The facilitator's page, and the smaller one for a phone as a remote: notes, answers and what each leads
// to, what may be done now. Every act is a form that says for which state of the room it was meant.
#include "web/console_parts.h"

#include "base/say.h"
#include "story/render.h"

#include <stdio.h>
#include <string.h>

// ---- notes ------------------------------------------------------------------------------------------

static void note(Console *c, const char *label, TextId text)
{
    if (text) {
        html_element(c->out, "h3", "", label);
        text_add(c->out, "<p>");
        html_marked(c->out, scenario_text(c->room->scenario, text));
        text_add(c->out, "</p>\n");
    }
}

static void notes(Console *c, int index)
{
    const StoryNotes *it = &c->room->scenario->notes[index];
    if (it->say) {
        text_add(c->out, "<div class=\"say\">");
        note(c, say("Say"), it->say);
        text_add(c->out, "</div>\n");
    }
    note(c, say("Do"), it->act);
    note(c, say("Watch"), it->watch);
    note(c, say("Prompt, after the reveal"), it->prompt);
    note(c, say("Why"), it->why);
}

static void notes_card(Console *c)
{
    const StoryScene *scene = &c->room->scenario->scenes[room_play(c->room)->scene];
    text_add(c->out, "<section class=\"card notes\">\n");
    html_element(c->out, "h2", "", say("Notes"));
    if (scene->notes >= 0) {
        notes(c, scene->notes);
    } else {
        text_add(c->out, "<div class=\"say\">");
        html_element(c->out, "h3", "", say("Say"));
        html_element(c->out, "p", "",
                     say("Before you tap: what makes each of these tempting on a day like this?"));
        text_add(c->out, "</div>\n");
        html_element(c->out, "h3", "", say("Watch"));
        html_element(
            c->out, "p", "",
            say("People who look for the right answer. Ask what it would cost, and whom."));
        html_element(c->out, "h3", "", say("Prompt, after the reveal"));
        html_element(c->out, "p", "",
                     say("Who chose otherwise, or nearly did: what spoke for it?"));
        html_element(c->out, "p", "class=\"soft\"",
                     say("(The author wrote no notes for this scene; these fit anywhere.)"));
    }
    text_add(c->out, "</section>\n");
}

static void story_card(Console *c)
{
    Passage passage = passage_now(c->arena, c->room);
    text_add(c->out, "<section class=\"card told\">\n");
    html_element(c->out, "h2", "", passage_clock(c->arena, c->room));
    parts_passage(&passage, 0, passage.count, c->out);
    text_add(c->out, "<p class=\"soft\">");
    parts_bridge_words(c->arena, c->web, c->out);
    text_add(c->out, ".</p>\n</section>\n");
}

// ---- answers ----------------------------------------------------------------------------------------

static void option_row(Console *c, int i, const RoomResult *figures)
{
    bool most = (c->room->stage == ROOM_FROZEN || c->room->stage == ROOM_REVEALED) &&
                c->room->result.most == i;
    PassageLead lead = passage_lead(c->arena, c->room, i);
    text_addf(c->out, "<li class=\"row%s\"><span class=\"key\">%d</span><div><p class=\"words\">",
              most ? " most" : "", i + 1);
    html_marked(c->out, passage_option(c->arena, c->room, i));
    text_add(c->out, "</p>");
    bool counted = figures->shown == ROOM_SHOWN_COUNTS;
    if (counted) {
        parts_bar(figures->counts[i], figures->answered, most, c->out);
    }
    if (lead.text[0]) {
        text_add(c->out, "<p class=\"leads\"><span class=\"soft\">");
        html_text(c->out, lead.ends ? say("Ends:") : say("Leads to:"));
        text_add(c->out, "</span> ");
        html_text(c->out, lead.text);
        text_add(c->out, "</p>");
    }
    if (lead.bridge[0]) {
        html_element(c->out, "p", "class=\"leads\"", lead.bridge);
    }
    console_chance(c, i);
    text_add(c->out, "</div>");
    if (counted) {
        text_addf(c->out, "<span class=\"figure\">%d</span>", figures->counts[i]);
    }
    text_add(c->out, "</li>\n");
}

static void about_figures(Console *c, const RoomResult *figures)
{
    const Room *room = c->room;
    text_add(c->out, "<p class=\"soft\">");
    if (room->stage == ROOM_FROZEN || room->stage == ROOM_REVEALED) {
        text_add(c->out, "<b>");
        parts_outcome(room, &room->result, c->out);
        text_add(c->out, "</b> ");
    }
    if (room->stage == ROOM_ANSWERS && figures->shown == ROOM_SHOWN_COUNTS) {
        html_format(
            c->out,
            say("These are the first %d answers; the latest are held back, so that nobody's "
                "answer is the difference."),
            figures->answered);
    } else if (room->stage == ROOM_ANSWERS && figures->shown == ROOM_SHOWN_ALIKE) {
        html_format(c->out,
                    say("Of the first %d answers, nearly all or all are the same: figures would "
                        "tell what each of them chose."),
                    figures->answered);
    } else if (room->stage == ROOM_ANSWERS) {
        html_format(c->out,
                    say("Figures appear here when %d have answered and as many again; the room "
                        "sees them when you reveal."),
                    room->settings.least);
    } else {
        html_text(c->out, say("Counts only. No phone is tied to an answer, here or on disk."));
    }
    text_add(c->out, "</p>\n");
}

static void timer_row(Console *c)
{
    int left = room_seconds_left(c->room, c->web->now);
    text_add(c->out, "<div class=\"buttons\">");
    if (left >= 0) {
        text_addf(c->out, "<p class=\"clock\"><span data-left=\"%d\">", left);
        parts_time(left, c->out);
        text_add(c->out, "</span> ");
        html_text(c->out, left > 0 ? say("left") : say("time is up"));
        text_add(c->out, "</p>");
        console_act_with(c, "more", "seconds", 60, say("One more minute"), "+", "");
    } else {
        console_act_with(c, "timer", "seconds", 60, say("Countdown, 1 min"), "T", "");
        console_act_with(c, "timer", "seconds", 120, say("2 min"), "", "");
    }
    text_add(c->out, "</div>\n");
}

// The story is told in pages as long as the room screen; the question comes behind the last.
static void telling_acts(Console *c)
{
    Passage passage = passage_now(c->arena, c->room);
    int first = 0, end = 0;
    int pages = passage_page(&passage, c->room->page, &first, &end);
    pages = c->web->screen_pages > 0 ? c->web->screen_pages : pages; // as the window has them
    bool last = c->room->page + 1 >= pages;
    if (!last) {
        console_act_begin(c, "page");
        console_act_value(c, "page", c->room->page + 1);
        console_act_button(c, say("Tell on"), "G ", "red", "");
    }
    if (c->room->stage == ROOM_LISTENS) {
        console_act(c, "ask", say("Open the question"), last ? "Q " : "Q", last ? "red" : "", "");
    }
    if (c->room->page > 0) {
        console_act_with(c, "page", "page", c->room->page - 1, say("Page back"), "P", "");
    }
    if (pages > 1) {
        text_add(c->out, "<p class=\"soft\">");
        html_format(c->out, say("Page %d of %d on the room screen"),
                    last ? pages : c->room->page + 1, pages);
        text_add(c->out, "</p>");
    }
}

static void main_acts(Console *c)
{
    text_add(c->out, "<div class=\"buttons\">");
    switch (c->room->stage) {
    case ROOM_GATHERS:
        console_act(c, "begin", say("Begin the story"), "G ", "red", "");
        break;
    case ROOM_LISTENS:
    case ROOM_ENDED:
        telling_acts(c);
        break;
    case ROOM_ANSWERS:
        console_act(c, "reveal", say("Reveal"), "R ", "red", "");
        console_act(c, "freeze", say("Freeze"), "F", "", "");
        console_act(c, "discard", say("Discard, ask anew"), "D", "", "");
        break;
    case ROOM_FROZEN:
        console_act(c, "reveal", say("Reveal"), "R ", "red", "");
        console_act(c, "again", say("Reopen: ask again"), "O", "", "");
        console_act(c, "discard", say("Discard, ask anew"), "D", "", "");
        break;
    case ROOM_REVEALED:
        if (c->room->result.most >= 0) {
            console_act(c, "follow", say("Follow the room"), "G ", "red", "");
        }
        console_act(c, "again", say("Ask again, keep this"), "O", "", "");
        console_act(c, "discard", say("Discard, ask anew"), "D", "", "");
        break;
    }
    text_add(c->out, "</div>\n");
    if (c->room->stage == ROOM_ANSWERS) {
        timer_row(c);
    }
}

static void tables_card(Console *c)
{
    text_add(c->out, "<section class=\"card centre\">\n<h2>");
    html_format(c->out,
                say_many("%d table is playing", "%d tables are playing", c->web->tables->count),
                c->web->tables->count);
    text_add(c->out, "</h2>\n<div class=\"buttons\">");
    console_act(c, "together", say("Back to one story for all"), "G ", "red", "");
    text_add(c->out, "</div>\n");
    html_element(
        c->out, "p", "",
        say("Each table's device asks to sit down. The room screen shows the bridge of each table; "
            "let them compare when two or three are through."));
    console_ways_link(c);
    parts_wall(c->arena, c->web, c->out);
    text_add(c->out, "</section>\n");
}

static void answers_card(Console *c)
{
    const Room *room = c->room;
    if (room->tables) {
        tables_card(c);
        return;
    }
    RoomResult figures = room_figures(room);
    text_add(c->out, "<section class=\"card centre\">\n<h2>");
    if (room->stage == ROOM_ANSWERS || room->stage == ROOM_FROZEN || room->stage == ROOM_REVEALED) {
        parts_count(c->web, c->out);
        text_add(c->out, " ");
        html_text(c->out, say("answered"));
    } else if (room->stage == ROOM_ENDED) {
        html_text(c->out, say("The story is over"));
    } else if (room->stage == ROOM_GATHERS) {
        html_format(c->out, say_many("%d phone is here", "%d phones are here", c->web->phones),
                    c->web->phones);
    } else {
        html_text(c->out, say("The next question"));
    }
    text_add(c->out, "</h2>\n");
    main_acts(c);
    if (room->stage == ROOM_GATHERS) {
        html_element(
            c->out, "p", "",
            say("The room screen shows how to come in. Begin when enough are there; who comes "
                "later is in at once."));
    } else if (room->offer_count > 0) {
        text_add(c->out, "<ol class=\"rows\">\n");
        for (int i = 0; i < room->offer_count; i++) {
            option_row(c, i, &figures);
        }
        text_add(c->out, "</ol>\n");
        console_about_chances(c);
        about_figures(c, &figures);
    }
    text_add(c->out, "</section>\n");
}

// ---- what comes after -------------------------------------------------------------------------------

// A list that is folded up, with the key that unfolds it.
static void list_begin(Console *c, const char *key, const char *words)
{
    text_add(c->out, "<details><summary");
    console_key(c, key);
    text_add(c->out, ">");
    html_text(c->out, words);
    console_key_hint(c, key);
    text_add(c->out, "</summary>");
}

static void other_answers(Console *c)
{
    const Room *room = c->room;
    bool shown =
        room->stage == ROOM_REVEALED || room->stage == ROOM_FROZEN || room->stage == ROOM_LISTENS;
    if (!shown || room->offer_count == 0) {
        return;
    }
    list_begin(c, "V",
               room->stage == ROOM_LISTENS ? say("Go on without a vote…")
                                           : say("Go on with another answer…"));
    text_add(c->out, "<div class=\"list\">");
    for (int i = 0; i < room->offer_count; i++) {
        console_act_with(c, "choose", "option", i, passage_option(c->arena, room, i), "", "");
    }
    text_add(c->out, "</div></details>\n");
    if (room->stage == ROOM_REVEALED && !room_in_branch(room)) {
        list_begin(c, "M", say("Show where another answer leads, and come back…"));
        text_add(c->out, "<div class=\"list\">");
        for (int i = 0; i < room->offer_count; i++) {
            if (i != room->result.most) {
                console_act_with(c, "branch", "option", i, passage_option(c->arena, room, i), "",
                                 "");
            }
        }
        text_add(c->out, "</div></details>\n");
    }
}

static void earlier(Console *c)
{
    const StoryHistory *history = &c->room->history;
    if (history->count == 0 || c->room->stage == ROOM_GATHERS) {
        return;
    }
    list_begin(c, "Z", say("Back to an earlier question…"));
    text_add(c->out, "<div class=\"list\">");
    for (int i = history->count - 1; i >= 0; i--) {
        Text words = { 0 }, clock = { 0 };
        render_clock(c->room->scenario, history_state(history, i)->clock_minute, &clock);
        render_offer(c->room->scenario, history_state(history, i), &history->taken[i], &words);
        console_act_with(c, "rewind", "to", i, text_str(&clock), "", text_str(&words));
        text_deinit(&words);
        text_deinit(&clock);
    }
    text_add(c->out, "</div></details>\n");
    html_element(c->out, "p", "class=\"soft\"",
                 say("Going back loses nothing: what was decided stays in the debrief."));
}

static void hands(Console *c)
{
    const Room *room = c->room;
    if (room->offer_count == 0 || room->stage == ROOM_GATHERS) {
        return;
    }
    list_begin(c, "H", say("Count hands instead…"));
    console_act_begin(c, "hands");
    text_add(c->out, "<div class=\"hands\">");
    for (int i = 0; i < room->offer_count; i++) {
        text_addf(c->out,
                  "<label>%d <input name=\"h%d\" inputmode=\"numeric\" pattern=\"[0-9]*\" "
                  "maxlength=\"3\" size=\"3\" value=\"0\"></label> ",
                  i + 1, i);
    }
    text_add(c->out, "</div>");
    console_act_button(c, say("Show these"), "", "", "");
    text_add(c->out, "</details>\n");
}

static void after_card(Console *c)
{
    text_add(c->out, "<section class=\"card after\">\n");
    html_element(c->out, "h2", "", say("Another way"));
    if (room_in_branch(c->room)) {
        console_act(c, "back", say("Come back from the branch"), "C", "red", "");
    }
    if (!c->room->tables) {
        other_answers(c);
        hands(c);
        earlier(c);
        if (c->room->stage != ROOM_ANSWERS) {
            console_act(c, "tables", say("Let each table play on its own"), "", "", "");
        }
    }
    console_act(c, c->room->blank ? "unblank" : "blank",
                c->room->blank ? say("Show the room screen again") : say("Blank the room screen"),
                "B", "", "");
    if (c->remote) {
        console_act(c, c->room->large ? "usual" : "larger",
                    c->room->large ? say("Usual type on the room screen")
                                   : say("Bigger type on the room screen"),
                    "", "", "");
    }
    text_add(c->out, "</section>\n");
}

// ---- the page ---------------------------------------------------------------------------------------

static void columns(Console *c)
{
    text_add(c->out, "<div class=\"columns\">\n");
    if (c->remote) {
        text_add(c->out, "<div>\n");
        answers_card(c);
        after_card(c);
        notes_card(c);
        console_phones_card(c);
        text_add(c->out, "</div>\n");
    } else {
        text_add(c->out, "<div class=\"middle\">\n");
        answers_card(c);
        text_add(c->out, "</div><div class=\"first\">\n");
        notes_card(c);
        if (c->room->stage != ROOM_GATHERS) {
            story_card(c);
        }
        text_add(c->out, "</div><div class=\"last\">\n");
        console_seen_card(c);
        if (c->room->stage == ROOM_GATHERS) {
            console_phones_card(c);
            after_card(c);
        } else {
            after_card(c);
            console_phones_card(c);
            console_debrief_card(c);
        }
        console_settings_card(c);
        text_add(c->out, "</div>\n");
    }
    text_add(c->out, "</div>\n");
}

void web_page_console(const WebRoom *web, bool remote, WebPart part, Text *out)
{
    Arena arena;
    arena_init(&arena);
    Console c = { web, web->room, &arena, remote, out };
    char events[64];
    snprintf(events, sizeof events, "/events/%s", remote ? web->remote : web->console);
    if (part == WEB_WHOLE) {
        parts_open(web, remote ? say("Remote") : say("Console"),
                   remote ? "console remote" : "console", events, out);
    }
    console_top(&c);
    columns(&c);
    if (part == WEB_WHOLE) {
        parts_close(out);
    }
    arena_deinit(&arena);
}
