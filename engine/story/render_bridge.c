// The bridge in words, for those who hear it or read it: the same condition the picture draws.
#include "story/render.h"

typedef struct Count {
    int gaps, hanging, cracked, grey, fresh;
} Count;

static Count count_planks(const BridgeCondition *b)
{
    Count n = { 0 };
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        n.gaps += b->planks[i].state == BRIDGE_PLANK_GONE;
        n.hanging += b->planks[i].state == BRIDGE_PLANK_HANGING;
        n.cracked += b->planks[i].state == BRIDGE_PLANK_CRACKED;
        n.grey +=
            b->planks[i].state == BRIDGE_PLANK_GREY || b->planks[i].state == BRIDGE_PLANK_WORN;
        n.fresh += b->planks[i].state == BRIDGE_PLANK_NEW;
    }
    return n;
}

static void add_part(Text *out, int *parts, int count, const char *what)
{
    if (count == 0) {
        return;
    }
    text_addf(out, "%s%d %s", *parts == 0 ? " " : ", ", count, what);
    (*parts)++;
}

static void add_planks(const BridgeCondition *b, Text *out)
{
    Count n = count_planks(b);
    int parts = 0;
    add_part(out, &parts, n.gaps, n.gaps == 1 ? "plank gone" : "planks gone");
    add_part(out, &parts, n.hanging, "hanging");
    add_part(out, &parts, n.cracked, "cracked");
    add_part(out, &parts, n.grey, "grown grey");
    add_part(out, &parts, n.fresh, "new");
    text_add(out, parts == 0 ? " All planks lie." : ".");
}

void render_condition(const char *name, const BridgeCondition *b, Text *out)
{
    text_addf(out, "%s: %s%s%s.", name, bridge_word_name((BridgeWord)b->word),
              b->frayed ? ", frayed" : "", b->mended ? ", mended" : "");
    add_planks(b, out);
    int strands = 0;
    for (int i = 0; i < BRIDGE_STRANDS; i++) {
        strands += b->strands[i] == BRIDGE_STRAND_GONE;
    }
    if (strands > 0) {
        text_addf(out, " %d %s snapped.", strands,
                  strands == 1 ? "strand of eight has" : "strands of eight have");
    }
    if (b->on_guard) {
        text_add(out, " They have seen a pattern: kind when doubted, careless when trusted.");
    }
    if (b->scar > 0) {
        text_add(out, " A dark scar runs down one post.");
    }
    if (b->lantern) {
        text_add(out, " A lantern hangs on their side.");
    }
}

void render_bridge(const Scenario *scenario, const Playthrough *play, int person, Text *out)
{
    BridgeCondition b;
    story_bridge(scenario, play, person, &b);
    render_condition(scenario_text(scenario, scenario->people[person].first), &b, out);
}
