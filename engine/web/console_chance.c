// What each answer does to the chance of a sound bridge, in words: the facilitator's only.
#include "web/console_parts.h"

#include "base/say.h"
#include "story/whatif.h"

static void goal(const Console *c, Text *out)
{
    const WebChance *chance = &c->web->chance;
    const Scenario *scenario = c->room->scenario;
    const char *const first[] = { scenario_text(scenario, scenario->people[chance->person].first) };
    const char *words = chance->word == BRIDGE_SOUND  ? say("a sound bridge to {1}")
                        : chance->word == BRIDGE_WORN ? say("a bridge to {1} no worse than worn")
                        : chance->word == BRIDGE_STRAINED
                            ? say("a bridge to {1} that still bears somebody")
                            : say("a bridge to {1} that still hangs");
    say_fill(words, first, 1, out);
}

static void percent(double chance, Text *out)
{
    Text number = { 0 };
    int share = (int)(chance * 100 + .5);
    say_number(share, &number);
    const char *const fills[] = { text_str(&number) };
    if (share == 0) {
        text_add(out, say("under 1\xc2\xa0%"));
    } else if (share == 100) {
        text_add(out, say("over 99\xc2\xa0%"));
    } else {
        say_fill(say("{1}\xc2\xa0%"), fills, 1, out);
    }
    text_deinit(&number);
}

void console_chance(Console *c, int option)
{
    const WebChance *chance = &c->web->chance;
    if (!chance->known || chance->chances[option] < 0) {
        return;
    }
    Text words = { 0 };
    text_add(c->out, "<p class=\"chance\">");
    parts_bar((int)(chance->chances[option] * 1000), 1000, false, c->out);
    text_add(c->out, "<span><b>");
    percent(chance->chances[option], &words);
    html_text(c->out, text_str(&words));
    text_add(c->out, "</b> ");
    text_clear(&words);
    goal(c, &words);
    html_text(c->out, text_str(&words));
    text_add(c->out, "</span></p>");
    text_deinit(&words);
}

void console_about_chances(Console *c)
{
    Text plays = { 0 }, words = { 0 };
    say_number(WHATIF_PLAYS, &plays);
    const char *const fills[] = { text_str(&plays) };
    if (c->room->offer_count < 2) {
        // one answer alone changes no chance
    } else if (c->web->chance.known) {
        say_fill(
            say("The per cent are chances of a bridge at the end if everything after this answer "
                "is left to "
                "luck, counted in {1} plays of each. No vote, and no forecast for this room: you "
                "alone see them."),
            fills, 1, &words);
        html_element(c->out, "p", "class=\"soft\"", text_str(&words));
    } else {
        html_element(c->out, "p", "class=\"soft\"",
                     say("What each answer does to the bridge is being counted\xe2\x80\xa6"));
    }
    text_deinit(&plays);
    text_deinit(&words);
}
