// The kit's order: what one reads before, what one holds in the hand, what one gives out.
#include "report/kit.h"

#include "base/say.h"
#include "report/graph_words.h"
#include "report/kit_parts.h"
#include "report/lookback_words.h"

bool kit_has_plan(int minutes)
{
    return minutes > 0 && kit_plan_minutes(minutes, NULL, NULL) == minutes;
}

const char *kit_plain(KitPen *pen, TextId text)
{
    Text plain = { 0 };
    graph_add_plain(pen->kit->graph, text, &plain);
    const char *copy = arena_string(&pen->arena, text_str(&plain));
    text_deinit(&plain);
    return copy;
}

const char *kit_when(KitPen *pen, int scene)
{
    Text when = { 0 };
    text_addf(&when, say("Scene %d"), scene + 1);
    if (pen->scenario->scenes[scene].at >= 0) {
        text_add(&when, say_comma());
        graph_add_when(pen->kit->graph, scene, &when);
    }
    const char *copy = arena_string(&pen->arena, text_str(&when));
    text_deinit(&when);
    return copy;
}

static bool is_always_open(const Scenario *sc, const GraphOffer *offer)
{
    const StoryOption *option = &sc->options[offer->x];
    return offer->kind == OFFER_OPTION && option->when < 0 && option->cost_minutes == 0 &&
           option->cost_energy == 0;
}

const char *kit_mark(KitPen *pen, const GraphStop *stop, int offer)
{
    bool lettered = stop->kind == GRAPH_CHOICE && stop->offer_count <= 26;
    for (int i = 0; i < stop->offer_count; i++) {
        lettered = lettered && is_always_open(pen->scenario, &stop->offers[i]);
    }
    return lettered ? plain_format(&pen->arena, "%c", 'A' + offer)
                    : plain_format(&pen->arena, "%d", offer + 1);
}

Page *kit_page(const Kit *kit, const char *language)
{
    KitPen pen = { .kit = kit, .scenario = kit->graph->scenario };
    arena_init(&pen.arena);
    const char *title = scenario_text(pen.scenario, pen.scenario->title);
    pen.page = page_new(
        plain_format(&pen.arena, say("%s: a session of %d minutes"), title, kit->minutes), language);
    page_text(pen.page, kit_plain(&pen, pen.scenario->blurb));
    kit_glance(&pen);
    kit_plan(&pen);
    kit_room(&pen);
    kit_decisions(&pen);
    kit_endings(&pen);
    kit_handout(&pen);
    kit_cards(&pen);
    kit_after(&pen);
    arena_deinit(&pen.arena);
    return pen.page;
}
