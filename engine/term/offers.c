// What lies open in front of the player: options, the desk, and the ledger.
#include "term/tell.h"

#include "base/say.h"

#include "story/render.h"

#include <string.h>

static void add_number(Text *out, int32_t thousandths)
{
    text_addf(out, "%d", (int)(thousandths / 1000));
    if (thousandths % 1000 >= 100) {
        text_addf(out, ".%d", (int)(thousandths % 1000 / 100));
    }
}

static void add_minutes(Text *out, int32_t minutes)
{
    if (minutes >= 60) {
        text_addf(out, say("%d h"), (int)(minutes / 60));
    }
    if (minutes % 60 != 0 || minutes < 60) {
        text_addf(out, say("%s%d min"), minutes >= 60 ? " " : "", (int)(minutes % 60));
    }
}

static void tell_desk(TermTeller *teller)
{
    const StoryHistory *history = teller->history;
    const Scenario *scenario = history->scenario;
    const Playthrough *play = history->now;
    int32_t closes =
        scenario->calendar_day[play->day] * STORY_DAY_MINUTES + scenario->closes_minute;
    int32_t left = closes > play->clock_minute ? closes - play->clock_minute : 0;
    Text line = { 0 };
    text_add(&line, say("Your desk: "));
    add_minutes(&line, left);
    text_add(&line, say(" left today, energy "));
    add_number(&line, play->energy);
    text_add(&line, say(" of "));
    add_number(&line, scenario->energy);
    if (play->slot_end > play->clock_minute) {
        text_add(&line, say(", free for "));
        add_minutes(&line, play->slot_end - play->clock_minute);
    }
    text_add(&line, ".");
    term_print(teller->printer, TERM_DIM, "", 0, text_str(&line));
    for (int i = 0; i < scenario->commitment_count; i++) {
        const CommitmentState *state = play_commitment_c(scenario, play, i);
        const StoryCommitment *it = &scenario->commitments[i];
        if (!play_is_open(state->state) || it->by != STORY_PLAYER) {
            continue;
        }
        text_clear(&line);
        text_add(&line, say("Due: "));
        term_add_title(history, i, &line);
        text_addf(&line, say(", to %s, "), term_name(scenario, it->to));
        render_due(scenario, state->due_minute, &line);
        if (it->kind == STORY_WORK) {
            text_add(&line, say_semicolon());
            add_minutes(&line, it->effort_minutes - state->done_minutes);
            text_add(&line, say(" of work left"));
        }
        text_add(&line, ".");
        term_print(teller->printer, TERM_DIM, "", 5, text_str(&line));
    }
    text_deinit(&line);
}

static void tell_talk(TermTeller *teller)
{
    const StoryHistory *history = teller->history;
    const StoryTalk *talk = &history->scenario->talks[history->now->talk];
    const char *name = term_name(history->scenario, talk->person);
    bool agenda = history->now->talk_agenda == 0 && (talk->asks_agenda || talk->agenda_first);
    if (agenda) {
        term_printf(teller->printer, TERM_DIM, say("One-on-one with %s."), name);
    } else {
        term_printf(teller->printer, TERM_DIM, say("One-on-one with %s, %d of %d."), name,
                    history->now->talk_round + 1, talk->rounds);
    }
}

// ---- what an option touches -------------------------------------------------------------------------

// Whether a deed of an option's body would do something to a promise that stands like that.
static bool does(StoryOpCode code, uint8_t kind, uint8_t state)
{
    switch (code) {
    case OP_DELIVER:
    case OP_ATTEND:
    case OP_BREAKS:
    case OP_TELL:
    case OP_MOVE:
    case OP_WORK:
        return play_is_open(state);
    case OP_OWN_UP:
        return state == STATE_MISSED || state == STATE_COVERED_UP ||
               (play_is_open(state) && kind != STORY_HOLD);
    case OP_COVER_UP:
        return play_is_open(state) || state == STATE_MISSED;
    default:
        return false;
    }
}

// Adds "; " or nothing, and the promise, when it is not among `named` yet.
static void add_touched(const StoryHistory *history, int commitment, uint64_t *named, Text *out)
{
    if ((*named >> commitment & 1u) != 0) {
        return;
    }
    *named |= (uint64_t)1 << commitment;
    int plank = term_plank(history->scenario, history->now, commitment);
    text_add(out, out->length > 0 ? say_semicolon() : "");
    if (plank > 0) {
        text_addf(out, say("plank %d, "), plank);
    }
    term_add_title(history, commitment, out);
}

// " [plank 1, Kestrel brief]", " [new planks: Sam's words, Lin's numbers]", or nothing: what the option
// itself does, not what comes of it.
static void add_planks(const StoryHistory *history, const StoryOption *option, Text *out)
{
    const Scenario *scenario = history->scenario;
    Text touched = { 0 }, fresh = { 0 };
    uint64_t named = 0;
    int promises = 0;
    for (int i = option->op; i < option->end; i++) {
        const StoryOp *op = &scenario->ops[i];
        if (op->a >= scenario->commitment_count) {
            continue;
        }
        uint8_t state = play_commitment_c(scenario, history->now, op->a)->state;
        if (does((StoryOpCode)op->code, scenario->commitments[op->a].kind, state)) {
            add_touched(history, op->a, &named, &touched);
        } else if (op->code == OP_PROMISE && state == STATE_NONE && (named >> op->a & 1u) == 0 &&
                   scenario->commitments[op->a].by == STORY_PLAYER) {
            named |= (uint64_t)1 << op->a;
            text_add(&fresh, promises++ == 0 ? "" : say_comma());
            term_add_title(history, op->a, &fresh);
        }
    }
    if (touched.length > 0 || promises > 0) {
        text_addf(out, " [%s%s", text_str(&touched),
                  touched.length > 0 && promises > 0 ? say_semicolon() : "");
        text_addf(out, "%s%s]",
                  promises == 0   ? ""
                  : promises == 1 ? say("a new plank: ")
                                  : say("new planks: "),
                  text_str(&fresh));
    }
    text_deinit(&touched);
    text_deinit(&fresh);
}

static void tell_offer(TermTeller *teller, const StoryOffer *offer, int number)
{
    const StoryHistory *history = teller->history;
    Text line = { 0 }, marked = { 0 }, first = { 0 };
    if (offer->closed == CLOSED_NOT) {
        text_addf(&first, "%d. ", number);
    } else {
        text_add(&first, "-  ");
    }
    render_offer(history->scenario, history->now, offer, &marked);
    render_plain(text_str(&marked), &line);
    if (offer->kind == OFFER_OPTION) {
        add_planks(history, &history->scenario->options[offer->x], &line);
    }
    if (offer->closed != CLOSED_NOT) {
        text_add(&line, offer->closed == CLOSED_HOURS ? say(" (not enough hours left today)")
                                                      : say(" (not enough energy)"));
    }
    if (teller->ids) {
        char id[256];
        story_offer_id(history->scenario, history->now, offer, id, (int)sizeof id);
        text_addf(&line, " (%s)", id);
    }
    term_print(teller->printer, TERM_PLAIN, text_str(&first), 3, text_str(&line));
    text_deinit(&first);
    text_deinit(&marked);
    text_deinit(&line);
}

// ---- what is open -----------------------------------------------------------------------------------

static bool is_words(const StoryOffer *offer)
{
    return offer->kind == OFFER_TELL || offer->kind == OFFER_MOVE;
}

static int count_words(const StoryOffer *offers, int count)
{
    int words = 0;
    for (int i = 0; i < count; i++) {
        words += is_words(&offers[i]);
    }
    return words;
}

// "t. Tell them it will be late, or ask for a new date: Kestrel brief, Sam's words."
static void tell_words_line(TermTeller *teller, const StoryOffer *offers, int count)
{
    Text line = { 0 };
    uint64_t named = 0;
    text_add(&line, say("Tell them that it will be late, or ask for a new date: "));
    for (int i = 0; i < count; i++) {
        if (is_words(&offers[i]) && (named >> offers[i].x & 1u) == 0) {
            text_add(&line, named == 0 ? "" : say_comma());
            term_add_title(teller->history, offers[i].x, &line);
            named |= (uint64_t)1 << offers[i].x;
        }
    }
    text_add(&line, ".");
    term_print(teller->printer, TERM_PLAIN, "t. ", 3, text_str(&line));
    text_deinit(&line);
}

void term_tell_offers(TermTeller *teller)
{
    const StoryHistory *history = teller->history;
    StoryPause pause = story_pause(history->scenario, history->now);
    if (pause == PAUSE_ENDED) {
        return;
    }
    term_blank(teller->printer);
    if (pause == PAUSE_DESK) {
        tell_desk(teller);
    } else if (pause == PAUSE_TALK) {
        tell_talk(teller);
    }
    StoryOffer offers[STORY_OFFERS_MAX];
    Err err = { 0 };
    int count = story_offers(history->scenario, history->now, true, offers, &err);
    bool folded = !teller->ids && count_words(offers, count) > 1;
    int number = 0;
    for (int i = 0; i < count; i++) {
        number += offers[i].closed == CLOSED_NOT;
        if (!folded || !is_words(&offers[i])) {
            tell_offer(teller, &offers[i], number);
        }
    }
    if (folded) {
        tell_words_line(teller, offers, count);
    }
    if (err.kind != ERR_NONE) {
        term_print(teller->printer, TERM_BAD, "", 0, err.message);
    }
}

bool term_tell_words(TermTeller *teller)
{
    const StoryHistory *history = teller->history;
    StoryOffer offers[STORY_OFFERS_MAX];
    Err err = { 0 };
    int count = story_offers(history->scenario, history->now, false, offers, &err);
    if (count_words(offers, count) == 0) {
        return false;
    }
    for (int i = 0; i < count; i++) {
        if (is_words(&offers[i])) {
            tell_offer(teller, &offers[i], i + 1);
        }
    }
    return true;
}

// ---- the ledger -------------------------------------------------------------------------------------

static bool tell_promises(TermTeller *teller, bool mine)
{
    const StoryHistory *history = teller->history;
    const Scenario *scenario = history->scenario;
    bool any = false;
    for (int i = 0; i < scenario->commitment_count; i++) {
        const StoryCommitment *it = &scenario->commitments[i];
        if ((it->by == STORY_PLAYER) != mine ||
            play_commitment_c(scenario, history->now, i)->state == STATE_NONE) {
            continue;
        }
        if (!any) {
            term_print(teller->printer, TERM_BOLD, "", 0,
                       mine ? say("What you promised") : say("What was promised to you"));
            any = true;
        }
        Text line = { 0 };
        term_add_plank(history, i, &line);
        text_addf(&line, ", %s %s: ", mine ? say("to") : say("by"),
                  term_name(scenario, mine ? it->to : it->by));
        render_state(scenario, history->now, i, &line);
        term_print(teller->printer, TERM_PLAIN, "- ", 2, text_str(&line));
        text_deinit(&line);
    }
    return any;
}

static void tell_knowledge(TermTeller *teller, int person)
{
    const StoryHistory *history = teller->history;
    const Scenario *scenario = history->scenario;
    Text line = { 0 };
    bool any = false;
    for (int i = 0; i < scenario->fact_count + scenario->standard_count; i++) {
        bool fact = i < scenario->fact_count;
        int n = fact ? i : i - scenario->fact_count;
        int whose = fact ? scenario->facts[n].person : scenario->standards[n].person;
        bool known =
            fact ? (history->now->facts >> n & 1u) != 0 : (history->now->standards >> n & 1u) != 0;
        if (whose != person || !known) {
            continue;
        }
        if (!any) {
            term_printf(teller->printer, TERM_BOLD, say("What you now know about %s"),
                        term_name(scenario, person));
            any = true;
        }
        Text marked = { 0 };
        text_clear(&line);
        if (!fact) {
            text_addf(&line, "%s: ", scenario->standards[n].id);
        }
        render_text(scenario, history->now,
                    fact ? scenario->facts[n].says : scenario->standards[n].says, &marked);
        render_plain(text_str(&marked), &line);
        term_print(teller->printer, TERM_PLAIN, "- ", 2, text_str(&line));
        text_deinit(&marked);
    }
    text_deinit(&line);
}

void term_tell_ledger(TermTeller *teller)
{
    bool any = tell_promises(teller, true);
    any = tell_promises(teller, false) || any;
    if (!any) {
        term_print(teller->printer, TERM_PLAIN, "", 0,
                   say("The ledger is empty: nothing was promised yet."));
    }
    for (int i = 0; i < teller->history->scenario->person_count; i++) {
        tell_knowledge(teller, i);
    }
}
