// The cards beside the question: phones and networks, the debrief, what is kept and when it ends.
#include "web/console_parts.h"

#include "base/say.h"
#include "room/pace.h"

#include <stdio.h>

static void nobody_came(Console *c)
{
    const WebRoom *web = c->web;
    if (!web->open ||
        !room_nobody_comes(web->reached, web->phones_ever, web->now - web->opened_at)) {
        return;
    }
    text_add(c->out, "<div class=\"say\" role=\"alert\">");
    html_element(c->out, "h3", "", say("Nobody has come in yet"));
    html_element(
        c->out, "p", "",
        say("Guest Wi-Fi often keeps devices apart: then no phone can reach this computer. "
            "Try it with your own phone first."));
    text_add(c->out, "<ol><li>");
    html_text(c->out, say("Are the phones in the same Wi-Fi as this computer? Is a firewall on it "
                          "asking to allow Plankwright?"));
    text_add(c->out, "</li><li>");
    html_text(c->out, say("Open a hotspot on this computer or on a phone (it needs no internet), "
                          "and let everybody join that."));
    text_add(c->out, "</li><li>");
    html_text(c->out, say("Count hands, or use cards with 1, 2 and 3: “Count hands instead” below "
                          "takes the figures."));
    text_add(c->out, "</li></ol></div>\n");
}

static void network_words(Console *c)
{
    const WebRoom *web = c->web;
    if (web->network_count == 0) {
        html_element(c->out, "p", "class=\"problem\"",
                     say("This computer is in no network: phones cannot reach it. Join the Wi-Fi "
                         "or open a hotspot, "
                         "or count hands."));
        return;
    }
    text_add(c->out, "<ul class=\"networks\">");
    for (int i = 0; i < web->network_count; i++) {
        const WebNetwork *it = &web->networks[i];
        text_add(c->out, "<li>");
        Text address = { 0 };
        web_page_address(web, i, false, &address);
        html_element(c->out, "b", "", text_str(&address));
        text_deinit(&address);
        text_add(c->out, "<span class=\"soft\"> ");
        html_text(c->out, it->name);
        text_add(c->out, ": ");
        html_text(c->out,
                  it->docker ? say("inside this computer only, most likely")
                  : it->self_given
                      ? say("nobody gave this computer a number there: likely not connected")
                  : it->wireless ? say("Wi-Fi")
                                 : say("by cable, or a virtual one"));
        text_add(c->out, "</span>");
        if (i != web->network && !c->remote) {
            console_act_with(c, "network", "which", i, say("Show this one"), "", "");
        }
        text_add(c->out, "</li>\n");
    }
    text_add(c->out, "</ul>\n");
}

void console_phones_card(Console *c)
{
    const WebRoom *web = c->web;
    text_add(c->out, "<section class=\"card phones\" id=\"phones\">\n");
    html_element(c->out, "h2", "", say("Phones"));
    if (web->open) {
        text_add(c->out, "<div class=\"join\"><img class=\"qr\" src=\"/qr-join.svg\" "
                         "alt=\"\"><div><p class=\"code\">");
        parts_code(web->code, c->out);
        text_add(c->out, "</p><p class=\"good\">");
        html_format(c->out, say_many("%d phone is here", "%d phones are here", web->phones),
                    web->phones);
        text_add(c->out, "</p></div></div>\n");
    } else {
        html_element(c->out, "p", "",
                     say("The room is closed: only this computer can see it. Open it, and phones "
                         "in the same "
                         "network can come in with the code."));
        if (!c->remote) {
            console_act(c, "open", say("Open the room for phones"), "A", "red", "");
        }
    }
    if (web->open && web->reached) {
        html_element(
            c->out, "p", "class=\"good\"",
            say("Another device has reached this computer: the network lets phones through."));
    } else if (web->open && web->network_count > 0) {
        html_element(c->out, "p", "",
                     say("To test the network, open this address on your own phone. When it comes "
                         "through, this line says so."));
    }
    nobody_came(c);
    network_words(c);
    if (!c->remote) {
        if (web->open) {
            console_act(c, "close", say("Close it again: no phone can reach it"), "", "", "");
        }
        text_add(c->out, "<details><summary>");
        html_text(c->out, say("Your phone as a remote…"));
        text_addf(c->out, "</summary><p>");
        html_text(c->out, say("Scan this when nobody looks over your shoulder: who has this link "
                              "can press the buttons."));
        text_addf(c->out, "</p><img class=\"qr\" src=\"/console/%s/qr-remote.svg\" alt=\"",
                  web->console);
        html_text(c->out, say("QR code of the remote's link"));
        text_add(c->out, "\"></details>\n");
    }
    text_add(c->out, "</section>\n");
}

void console_ways_link(Console *c)
{
    if (c->remote || !c->web->tables || c->web->tables->count == 0) {
        return;
    }
    text_addf(c->out, "<p><a class=\"act\" href=\"/console/%s/ways\">", c->web->console);
    html_text(c->out, say("Lay the tables' ways side by side"));
    text_add(c->out, "</a></p>\n");
}

void console_debrief_card(Console *c)
{
    text_add(c->out, "<section class=\"card debrief\" id=\"debrief\">\n");
    html_element(c->out, "h2", "", say("Debrief"));
    html_element(
        c->out, "p", "",
        say("The room's way, what turned it, what was chosen and by how many, and "
            "questions to talk about: one file to show, print or keep. No phone is in it."));
    text_addf(c->out, "<p><a class=\"act\" href=\"/console/%s/debrief.html\" download",
              c->web->console);
    console_key(c, "K");
    text_add(c->out, ">");
    html_text(c->out, say("Save the debrief"));
    console_key_hint(c, "K");
    text_add(c->out, "</a></p>\n");
    console_ways_link(c);
    text_add(c->out, "</section>\n");
}

void console_settings_card(Console *c)
{
    const Room *room = c->room;
    text_add(c->out, "<section class=\"card settings\" id=\"settings\">\n");
    html_element(c->out, "h2", "", say("Privacy"));
    text_add(c->out, "<p>");
    html_format(c->out, say("Results are shown from %d answers on."), room->settings.least);
    text_add(c->out, "</p>");
    if (room->least_fixed) {
        html_element(c->out, "p", "class=\"soft\"",
                     say("The first answer is in: this number stays for the whole session."));
    } else {
        text_add(c->out, "<div class=\"buttons\">");
        for (int n = ROOM_LEAST_FROM; n <= ROOM_LEAST_TO; n++) {
            char words[12];
            snprintf(words, sizeof words, "%d", n);
            if (n != room->settings.least) {
                console_act_with(c, "least", "least", n, words, "", "");
            }
        }
        text_add(c->out, "</div>");
    }
    text_add(c->out, "<details><summary>");
    html_text(c->out, say("End the session…"));
    text_add(c->out, "</summary><p>");
    html_text(c->out, say("Everything kept of it is deleted: the way, the results, the keys. The "
                          "phones see that it is over."));
    text_add(c->out, "</p>");
    console_act(c, "end", say("End it and delete everything"), "", "red", "");
    text_add(c->out, "</details></section>\n");
}
