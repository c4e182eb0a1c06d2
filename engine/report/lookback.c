// What a lookback knows, found once.
#include "report/lookback.h"

enum { WORK_MOST = 8000000 };

static void find_other(Lookback *l)
{
    const WhatIfTurn *cost = &l->turns.cost;
    if (cost->decision < 0) {
        return;
    }
    const StoryOffer *best = &l->whatif.decisions[cost->decision].options[cost->best].offer;
    l->has_other =
        whatif_other_way(l->history, cost->decision, best, cost->person, cost->word, &l->other);
}

void lookback_init(Lookback *lookback, const StoryHistory *history, const char *plan)
{
    *lookback = (Lookback){ .history = history, .plan = plan };
    debrief_init(&lookback->debrief, history);
    whatif_init(&lookback->whatif, history->scenario, WHATIF_PLAYS);
    whatif_work(&lookback->whatif, history, WORK_MOST);
    lookback->turns = whatif_turns(&lookback->whatif, history, lookback->debrief.worst_person);
    find_other(lookback);
}

void lookback_deinit(Lookback *lookback)
{
    if (lookback->has_other) {
        history_close(&lookback->other);
    }
    whatif_deinit(&lookback->whatif);
    debrief_deinit(&lookback->debrief);
    *lookback = (Lookback){ 0 };
}

void lookback_html(const StoryHistory *history, const char *plan, const char *language, Text *out)
{
    Lookback look;
    lookback_init(&look, history, plan);
    Page *page = lookback_page(&look, language[0] != '\0' ? language : "en", true);
    page_html(page, out);
    page_free(page);
    lookback_deinit(&look);
}
