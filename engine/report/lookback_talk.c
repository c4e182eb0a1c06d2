// Questions for talking about a play, in three orders that debriefing knows. The orders are from their
// sources, the words are ours:
// Eppich, Cheng 2015, "Promoting Excellence and Reflective Learning in Simulation (PEARLS)": reactions,
// description, analysis, application. Plus-delta: Boeing's courses, see Gardner 2013, "Introduction to
// debriefing". After-action review: US Army TC 25-20, 1993.
#include "base/say.h"
#include "report/lookback.h"
#include "report/lookback_words.h"
#include "view/turning.h"

typedef struct Talk {
    const Lookback *look;
    Page *page;
    Arena arena;
} Talk;

// "Tuesday, 10:50 (Mail Maya: ...)": what was chosen there, so that everybody knows which it was.
static const char *at_choice(Talk *t, const WhatIfTurn *turn)
{
    const StoryHistory *h = t->look->history;
    int n = turn->decision;
    return plain_format(&t->arena, say("%s (%s)"),
                        plain_clock(&t->arena, h->scenario, history_state(h, n)->clock_minute),
                        view_offer_plain(&t->arena, h, n, &h->taken[n]));
}

static void feelings_first(Talk *t)
{
    const Lookback *l = t->look;
    const StoryHistory *h = l->history;
    page_heading(t->page, 3, say("Feelings first (ten minutes or more)"));
    if (h->scenario->person_count > 0) {
        int worst = l->debrief.worst_person;
        page_step(t->page,
                  plain_format(&t->arena,
                               say("You are standing at the bridge to %s. It is %s. What goes "
                                   "through you?"),
                               plain_name(h->scenario, worst),
                               plain_bridge(&t->arena, h, h->count, worst)));
    }
    page_step(t->page, say("Tell the week in three sentences, without the word “because”."));
    if (l->turns.cost.decision >= 0) {
        page_step(t->page, plain_format(&t->arena,
                                        say("%s. What did you see then, what did you know, what "
                                            "did you want?"),
                                        at_choice(t, &l->turns.cost)));
    }
    if (l->debrief.first_broken >= 0) {
        page_step(t->page,
                  plain_format(&t->arena,
                               say("“%s” broke first. When was it really decided, and who could "
                                   "have known it then?"),
                               plain_title(&t->arena, h, l->debrief.first_broken)));
    }
    page_step(t->page, say("Where at your own work do you stand in front of such a choice this "
                           "month? What will you say, to whom, by when?"));
}

static void plus_delta(Talk *t)
{
    const Lookback *l = t->look;
    page_heading(t->page, 3, say("Keep and change (five minutes)"));
    page_step(t->page, l->turns.saved.decision >= 0
                           ? plain_format(&t->arena, say("What would you do again? Begin with %s."),
                                          at_choice(t, &l->turns.saved))
                           : say("What would you do again?"));
    page_step(t->page,
              l->turns.cost.decision >= 0
                  ? plain_format(&t->arena, say("What would you do otherwise? Begin with %s."),
                                 at_choice(t, &l->turns.cost))
                  : say("What would you do otherwise?"));
    page_step(t->page, say("Pick one of each, and say it to somebody who will ask you next week."));
}

static void after_action(Talk *t)
{
    const Debrief *d = &t->look->debrief;
    page_heading(t->page, 3, say("What was meant, what happened (for a team, fifteen minutes)"));
    page_step(t->page, plain_format(&t->arena,
                                    say_many("What was meant to happen? %d promise was made.",
                                             "What was meant to happen? %d promises were made.",
                                             d->promised),
                                    d->promised));
    page_step(t->page, plain_format(&t->arena, say("What happened? Kept: %d. Broken: %d."), d->kept,
                                    d->broken));
    page_step(t->page,
              say("Where did the two part? Look for the first place, not for the person."));
    page_step(t->page, say("What stays as it is, what changes, who does it, and by when?"));
}

void lookback_talk(const Lookback *lookback, Page *page)
{
    Talk t = { .look = lookback, .page = page };
    arena_init(&t.arena);
    page_heading(page, 2, say("To talk about"));
    page_text(page, say("Three ways to do it. Take the one for which there is time; nobody has to "
                        "answer."));
    feelings_first(&t);
    plus_delta(&t);
    after_action(&t);
    arena_deinit(&t.arena);
}
