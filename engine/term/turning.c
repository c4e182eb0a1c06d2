// The choices that turned the week, in lines. Counts them first, in one go: a blink for an evening's
// play (some hundred thousand choices).
#include "term/turning.h"

#include "story/render.h"
#include "view/turning.h"

enum { OPTIONS_MOST = 4, WORK_MOST = 6000000 };

typedef struct Turning {
    TermPrinter *printer;
    const StoryHistory *history;
    const WhatIf *whatif;
    Arena arena;
} Turning;

static void tell_turn(Turning *t, const WhatIfTurn *turn, TurningKind kind)
{
    const WhatIfDecision *decision = &t->whatif->decisions[turn->decision];
    int shown[OPTIONS_MOST];
    int count = view_turning_options(decision, turn->person, turn->word, OPTIONS_MOST, shown);
    term_blank(t->printer);
    term_print(t->printer, TERM_BOLD, "", 0, view_turning_title(kind));
    term_print(t->printer, TERM_PLAIN, "", 0,
               view_turning(&t->arena, t->history, t->whatif, turn, kind));
    for (int i = 0; i < count; i++) {
        const WhatIfOption *option = &decision->options[shown[i]];
        const char *text = view_offer_plain(&t->arena, t->history, turn->decision, &option->offer);
        Text line = { 0 };
        text_addf(&line, "%s: %s",
                  view_percent(&t->arena, whatif_chance(option, turn->person, turn->word)),
                  shown[i] == decision->taken ? word_fill1(&t->arena, W_YOU_TOOK, text) : text);
        term_print(t->printer, TERM_PLAIN, "- ", 2, text_str(&line));
        text_deinit(&line);
    }
}

static void tell_choices(Turning *t, const StoryHistory *other, int from)
{
    for (int i = from; i < other->count; i++) {
        Text line = { 0 };
        const char *text = view_offer_plain(&t->arena, other, i, &other->taken[i]);
        bool mine = whatif_chose(t->history, other, i);
        text_add(&line, mine ? word_fill1(&t->arena, W_AS_YOU_DID, text) : text);
        term_print(t->printer, TERM_PLAIN, "- ", 2, text_str(&line));
        text_deinit(&line);
    }
}

static void tell_end(Turning *t, const StoryHistory *other, int person)
{
    const Scenario *scenario = other->scenario;
    BridgeCondition bridge;
    story_bridge(scenario, other->now, person, &bridge);
    Text marked = { 0 }, title = { 0 };
    render_text(scenario, other->now, scenario->endings[other->now->ended - 1].title, &marked);
    render_plain(text_str(&marked), &title);
    term_print(t->printer, TERM_PLAIN, "", 0,
               word_fill3(&t->arena, W_OTHER_WAY_END, text_str(&title),
                          scenario_text(scenario, scenario->people[person].first),
                          word_bridge(&t->arena, &bridge, false)));
    text_deinit(&marked);
    text_deinit(&title);
}

static void tell_other_way(Turning *t, const WhatIfTurn *turn)
{
    const WhatIfDecision *decision = &t->whatif->decisions[turn->decision];
    StoryHistory other;
    term_blank(t->printer);
    term_print(t->printer, TERM_BOLD, "", 0, word(W_OTHER_WAY));
    if (!whatif_other_way(t->history, turn->decision, &decision->options[turn->best].offer,
                          turn->person, turn->word, &other)) {
        term_print(t->printer, TERM_PLAIN, "", 0,
                   word_fill1(&t->arena, W_OTHER_WAY_NONE,
                              view_turning_goal(&t->arena, t->history->scenario, turn->person,
                                                turn->word)));
        return;
    }
    tell_choices(t, &other, turn->decision);
    tell_end(t, &other, turn->person);
    history_close(&other);
}

void term_turning(TermPrinter *printer, const StoryHistory *history, int worst_person, int plays)
{
    WhatIf whatif;
    whatif_init(&whatif, history->scenario, plays);
    whatif_work(&whatif, history, WORK_MOST);
    WhatIfTurns turns = whatif_turns(&whatif, history, worst_person);
    Turning t = { .printer = printer, .history = history, .whatif = &whatif };
    arena_init(&t.arena);
    if (turns.cost.decision >= 0) {
        tell_turn(&t, &turns.cost, TURNING_COST);
    }
    if (turns.saved.decision >= 0) {
        tell_turn(&t, &turns.saved, TURNING_SAVED);
    }
    if (turns.cost.decision >= 0 || turns.saved.decision >= 0) {
        term_print(printer, TERM_DIM, "", 0, view_turning_how(&t.arena, &whatif));
    }
    if (turns.cost.decision >= 0) {
        tell_other_way(&t, &turns.cost);
    }
    arena_deinit(&t.arena);
    whatif_deinit(&whatif);
}
