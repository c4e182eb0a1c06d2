// The head of the facilitator's page: where the room is, how it keeps to its plan, what is one press away; and the
// room screen in small.
#include "web/console_parts.h"

#include "base/say.h"
#include "room/pace.h"

static RoomPace pace_of(const Console *c)
{
    int elapsed = c->web->began_at > 0 ? (int)((c->web->now - c->web->began_at) / 1000) : 0;
    return room_pace(c->room->history.count, c->web->questions, c->web->play_minutes, elapsed);
}

// "Question 6 of about 12, planned for 19:40", and a bar of it.
static void pace(Console *c)
{
    RoomPace it = pace_of(c);
    if (c->room->stage == ROOM_GATHERS || c->room->tables) {
        return;
    }
    int minute = it.planned_seconds / 60;
    text_add(c->out, "<p>");
    html_format(c->out, say("Question %d of about %d."), c->room->history.count + 1, it.expected);
    text_add(c->out, " ");
    if (minute == 0) {
        html_text(c->out, say("By the plan the story begins with it."));
    } else {
        html_format(c->out,
                    say_many("By the plan it comes %d minute into the story.",
                             "By the plan it comes %d minutes into the story.", minute),
                    minute);
    }
    text_add(c->out, "</p>");
    parts_bar(c->room->history.count, it.expected, false, c->out);
}

static void pace_words(Console *c)
{
    int minutes = c->web->began_at > 0 ? (int)((c->web->now - c->web->began_at) / 60000) : 0;
    int behind = pace_of(c).behind_minutes;
    if (c->web->began_at == 0) {
        html_format(c->out, say("Planned: %d minutes, %d of them for the story"), c->web->minutes,
                    c->web->play_minutes);
        return;
    }
    text_addf(c->out, "<b class=\"%s\">", behind > 0 ? "behind" : behind < 0 ? "ahead" : "on-plan");
    if (behind > 0) {
        html_format(c->out,
                    say_many("%d minute behind the plan", "%d minutes behind the plan", behind),
                    behind);
    } else if (behind < 0) {
        html_format(
            c->out,
            say_many("%d minute ahead of the plan", "%d minutes ahead of the plan", -behind),
            -behind);
    } else {
        html_text(c->out, say("On plan"));
    }
    text_add(c->out, "</b> ");
    html_format(c->out, say("now %d of %d min"), minutes, c->web->play_minutes);
}

// What may lie below the fold of a small laptop is one press away.
static void shortcuts(Console *c)
{
    text_add(c->out, "<p class=\"shortcuts\"><a href=\"#phones\">");
    html_format(c->out, say_many("%d phone is here", "%d phones are here", c->web->phones),
                c->web->phones);
    text_add(c->out, "</a>");
    if (c->room->stage != ROOM_GATHERS) {
        text_add(c->out, " <a href=\"#debrief\">");
        html_text(c->out, say("Debrief"));
        text_add(c->out, "</a>");
    }
    text_add(c->out, " <a href=\"#settings\">");
    html_text(c->out, say("Privacy"));
    text_add(c->out, "</a></p>");
}

// The room screen in small, as its own page: what is seen there is seen here. The script leaves this element in its
// place when the page changes around it (data-stays).
void console_seen_card(Console *c)
{
    text_add(c->out, "<section class=\"card seen\">\n");
    html_element(c->out, "h2", "", say("What the room sees"));
    text_add(c->out, "<div class=\"frame\" data-stays><iframe src=\"/screen\" title=\"");
    html_text(c->out, say("What the room sees"));
    text_add(c->out, "\" tabindex=\"-1\"></iframe></div>\n<p><a href=\"/screen\" "
                     "target=\"room-screen\" data-other>");
    html_text(c->out, say("Room screen for the projector"));
    text_addf(c->out, "</a> <button type=\"button\" class=\"act swap\" data-swap=\"/console/%s\"",
              c->web->console);
    console_key(c, "W");
    text_add(c->out, ">");
    html_text(c->out, say("Swap the two screens"));
    console_key_hint(c, "W");
    text_add(c->out, "</button></p>\n");
    console_act(c, c->room->large ? "usual" : "larger",
                c->room->large ? say("Usual type on the room screen")
                               : say("Bigger type on the room screen"),
                "", "", "");
    text_add(c->out, "</section>\n");
}

void console_top(Console *c)
{
    const Scenario *scenario = c->room->scenario;
    text_add(c->out, "<header class=\"bar-top\"><div><p><b>");
    html_text(c->out, c->remote ? say("Your remote. Keep it to yourself.")
                                : say("Your page. The room can't see it."));
    text_add(c->out, "</b></p><h1>");
    html_text(c->out, scenario_text(scenario, scenario->title));
    text_add(c->out, "</h1></div><div><p><b>");
    html_text(c->out, room_stage_words(c->room));
    text_add(c->out, "</b></p>");
    pace(c);
    text_add(c->out, "</div><div><p>");
    pace_words(c);
    text_add(c->out, "</p>");
    if (!c->remote) {
        shortcuts(c);
    }
    text_add(c->out, "</div></header>\n");
    if (c->web->notice[0]) {
        html_element(c->out, "p", "class=\"problem\" role=\"alert\" data-say", c->web->notice);
    }
}
