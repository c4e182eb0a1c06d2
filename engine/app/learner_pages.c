// The proof of completion and the page to take away, as engine/page pages.
#include "app/learner_pages.h"

#include "app/learner.h"
#include "base/say.h"
#include "story/debrief.h"
#include "story/render.h"
#include "view/plan.h"

#include <stdio.h>
#include <string.h>

// ---- proof ------------------------------------------------------------------------------------------

Page *learner_proof(const LearnerProof *proof, const char *language)
{
    Page *page = page_new(say("Played to the end"), language[0] ? language : "en");
    Text line = { 0 };
    char date[120];
    if (proof->name[0] != '\0') {
        page_heading(page, 2, proof->name);
    } else {
        page_blank(page, say("Name"));
    }
    text_addf(&line, say("has played “%s” to its end."), proof->scenario);
    page_text(page, text_str(&line));
    text_clear(&line);
    int minutes = proof->minutes > 0 ? proof->minutes : 1;
    text_addf(&line, "%s · ", learner_date(proof->day, date, (int)sizeof date));
    text_addf(&line, say_many("%d minute", "%d minutes", minutes), minutes);
    page_text(page, text_str(&line));
    if (proof->about && proof->about[0] != '\0') {
        page_quote(page, proof->about);
    }
    page_note(page, say("There are no points in Plankwright, and this page does not say how it "
                        "went: what was chosen stays with the person who chose it. It was made on "
                        "their own computer; nobody has signed it."));
    text_deinit(&line);
    return page;
}

// ---- to take away -----------------------------------------------------------------------------------

// What a tactic is good for, one line each; in the order of DebriefTacticKind.
static const char *const tactics[DEBRIEF_TACTICS] = {
    SAY_LATER("I owned up: I said what I had missed before I was asked."),
    SAY_LATER("I said in time that it would be late."),
    SAY_LATER("I agreed on a new date while the old one still stood."),
    SAY_LATER("I covered something up. What is found out costs more than what is said."),
    SAY_LATER("I apologised. The first time it is heard; without a deed it wears out."),
    SAY_LATER("I promised to change. It counts when something is done."),
    SAY_LATER("I denied it."),
    SAY_LATER("I asked what counts for them, before it mattered."),
    SAY_LATER("I listened, and left out what I had to say for myself."),
    SAY_LATER("I asked an open question."),
    SAY_LATER("I let them set the agenda."),
    SAY_LATER("We set the agenda together."),
    SAY_LATER("I set the agenda."),
    SAY_LATER("I explained myself. It was heard as a defence."),
    SAY_LATER("I steered the talk to what I wanted."),
    SAY_LATER("I offered a solution before I was asked for one."),
};

static void add_tactics(Page *page, const Debrief *debrief)
{
    bool any = false;
    page_heading(page, 2, say("What I tried"));
    for (int i = 0; i < DEBRIEF_TACTICS; i++) {
        if (debrief->tactics[i].count > 0) {
            page_item(page, say(tactics[i]));
            any = true;
        }
    }
    if (!any) {
        page_text(page, say("Nothing but what was asked of me."));
    }
}

static void add_noticed(Page *page, const char *noticed)
{
    page_heading(page, 2, say("What I noticed"));
    if (noticed && noticed[0] != '\0') {
        page_quote(page, noticed);
        return;
    }
    page_blank(page, say("About them:"));
    page_blank(page, say("About me:"));
}

static void add_plan(Page *page, const StoryHistory *history, const Debrief *debrief,
                     const char *plan)
{
    Text line = { 0 };
    page_heading(page, 2, say("My plan"));
    if (plan && plan[0] != '\0') {
        text_add(&line, plan);
    } else {
        view_add_plan(history, &debrief->plan, &line);
    }
    page_quote(page, text_str(&line));
    page_blank(page, say("It came up on:"));
    text_deinit(&line);
}

Page *learner_takeaway(const StoryHistory *history, const char *noticed, const char *plan,
                       int32_t day, const char *language)
{
    Text title = { 0 }, plain = { 0 };
    char date[120];
    render_plain(scenario_text(history->scenario, history->scenario->title), &plain);
    text_addf(&title, say("To take away from “%s”"), text_str(&plain));
    Page *page = page_new(text_str(&title), language[0] ? language : "en");
    text_deinit(&title);
    text_deinit(&plain);
    page_note(page, learner_date(day, date, (int)sizeof date));
    Debrief debrief;
    debrief_init(&debrief, history);
    add_noticed(page, noticed);
    add_tactics(page, &debrief);
    add_plan(page, history, &debrief, plan);
    debrief_deinit(&debrief);
    page_note(page, say("No points, no name, no ending: this page is yours."));
    return page;
}
