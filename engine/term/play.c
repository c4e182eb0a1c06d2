// The loop of lines. What is open comes first: an option whose id is a command's word is taken by that
// word, and "/undo" is always the command.
#define _POSIX_C_SOURCE 200809L

#include "term/play.h"

#include "base/say.h"
#include "base/text.h"
#include "story/debrief.h"
#include "story/render.h"
#include "term/canyon.h"
#include "term/debrief.h"
#include "term/drill.h"
#include "term/tell.h"
#include "view/plan.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { LINE_MAX_BYTES = 400 };

static void tell_err(TermPrinter *printer, const Err *err)
{
    char line[1200];
    err_line(err, line, (int)sizeof line);
    term_print(printer, err->kind == ERR_NONE ? TERM_PLAIN : TERM_BAD, "", 0, line);
}

static void tell_help(TermPlay *play)
{
    static const char *const lines[] = {
        SAY_LATER("A number or an id takes that choice."),
        SAY_LATER("t: at your desk, tell somebody that it will be late, or ask for a new date."),
        SAY_LATER("undo: one choice back, as often as you like."),
        SAY_LATER("look: the bridges, in words. look and a name: that one, plank by plank."),
        SAY_LATER("canyon: everyone you work with, a line each."),
        SAY_LATER("ledger: what was promised, and what you know."),
        SAY_LATER("history: everything said so far."),
        SAY_LATER("ids: show or hide the ids of the choices."),
        SAY_LATER("drawing: show or hide the drawn bridge."),
        SAY_LATER("plan If ..., then I ...: one plan for tomorrow, kept for you."),
        SAY_LATER("mark, or mark and a name: keep this place; places in the list brings you back."),
        SAY_LATER("practise: the conversations of your way that you can play again and again."),
        SAY_LATER("quit: leave. Every choice is kept already; you go on where you were."),
        SAY_LATER(
            "Where a choice has the name of a command, /undo, /look and so on are the command."),
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        term_print(&play->printer, TERM_PLAIN, "", 2, say(lines[i]));
    }
}

static bool drilled(const TermPlay *play) // to its end
{
    return play->drill != NULL && drill_is_over(play->drill);
}

static bool ended(const TermPlay *play)
{
    return story_pause(play->history->scenario, play->history->now) == PAUSE_ENDED;
}

static const char *guided(const TermPlay *play, StoryOffer *out)
{
    return play->host.guide == NULL ? NULL : play->host.guide(play->host.context, out);
}

// The choice that an empty line takes, and why it matters.
static void tell_guide(TermPlay *play)
{
    StoryOffer offer;
    Text marked = { 0 }, plain = { 0 };
    const char *why = guided(play, &offer);
    if (why == NULL) {
        return;
    }
    render_offer(play->history->scenario, play->history->now, &offer, &marked);
    render_plain(text_str(&marked), &plain);
    term_blank(&play->printer);
    term_printf(&play->printer, TERM_ACCENT, say("Shown here, with Enter: %s"), text_str(&plain));
    if (why[0] != '\0') {
        term_print(&play->printer, TERM_PLAIN, "  ", 2, why);
    }
    text_deinit(&marked);
    text_deinit(&plain);
}

// What stands in front of the player now: choices, or the debrief.
static void tell_place(TermPlay *play, TermTeller *teller)
{
    if (drilled(play)) {
        term_drill(&play->printer, play->drill);
        return;
    }
    if (!ended(play)) {
        term_tell_offers(teller);
        tell_guide(play);
        return;
    }
    term_debrief(&play->printer, play->history, play->plan, play->plays);
    term_blank(&play->printer);
    term_print(&play->printer, TERM_DIM, "", 0,
               say("plan keeps this plan; plan If ..., then I ... keeps your own. undo goes back "
                   "to your last "
                   "choice. history, ledger, look; quit leaves."));
    if (play->host.practise != NULL && term_drills(NULL, play->history, 1) >= 0) {
        term_print(&play->printer, TERM_DIM, "", 0,
                   say("practise lists the conversations that you can play again and again."));
    }
}

static void take(TermPlay *play, TermTeller *teller, const StoryOffer *taken)
{
    Err err = { 0 };
    const StoryHistory *history = play->history;
    int before = history->count;
    if (!play->host.choose(play->host.context, taken, &err)) {
        tell_err(&play->printer, &err);
        return;
    }
    if (err.kind != ERR_NONE) {
        tell_err(&play->printer, &err);
    }
    const Playthrough *state = history_state(history, before);
    term_tell_choice(teller, state, taken);
    term_tell_news(teller);
    tell_place(play, teller);
}

static void choose(TermPlay *play, TermTeller *teller, const char *name)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    Err err = { 0 };
    const StoryHistory *history = play->history;
    int count = story_offers(history->scenario, history->now, false, offers, &err);
    int found = story_offer_find(history->scenario, history->now, offers, count, name);
    if (drilled(play) || ended(play)) {
        term_print(&play->printer, TERM_WARN, "", 0,
                   drilled(play)
                       ? say("This conversation is over. Enter is the next try; quit leaves.")
                       : say("The story is over. Type undo, plan, history or quit."));
        return;
    }
    if (found < 0) {
        term_printf(
            &play->printer, TERM_WARN,
            found == -2
                ? say("\"%s\" could be several of the choices. Type ids to see whole ids.")
                : say("\"%s\" is none of the choices. Type a number from 1 to %d, or ? for help."),
            name, count);
        return;
    }
    StoryOffer taken = offers[found];
    take(play, teller, &taken);
}

static void undo(TermPlay *play, TermTeller *teller)
{
    Err err = { 0 };
    int first = play->drill != NULL ? play->drill->from : 0;
    if (play->history->count <= first) {
        term_print(&play->printer, TERM_WARN, "", 0,
                   say("This is where it starts: there is nothing to undo."));
        return;
    }
    bool back = play->host.undo(play->host.context, &err);
    if (err.kind != ERR_NONE) {
        tell_err(&play->printer, &err);
    }
    if (back) {
        term_tell_skip(teller);
        term_blank(&play->printer);
        term_print(&play->printer, TERM_DIM, "", 0, say("One choice back."));
        term_tell_news(teller);
        tell_place(play, teller);
    }
}

static void keep_plan(TermPlay *play, const char *text)
{
    text += strspn(text, " :");
    Err err = { 0 };
    Text suggested = { 0 };
    if (!text[0] && ended(play)) {
        Debrief debrief;
        debrief_init(&debrief, play->history);
        view_add_plan(play->history, &debrief.plan, &suggested);
        debrief_deinit(&debrief);
        text = text_str(&suggested);
    }
    if (!text[0]) {
        term_print(&play->printer, TERM_WARN, "", 0,
                   say("Write it in one line: plan If it is five and I am not done, then I ring."));
    } else if (play->host.plan && play->host.plan(play->host.context, text, &err)) {
        term_printf(&play->printer, TERM_GOOD, say("Kept for tomorrow: %s"), text);
    } else {
        tell_err(&play->printer, &err);
    }
    text_deinit(&suggested);
}

static void mark(TermPlay *play, const char *name)
{
    Err err = { 0 };
    name += strspn(name, " :");
    if (play->host.mark == NULL) {
        term_print(&play->printer, TERM_WARN, "", 0,
                   say("Nothing of this is kept: no place can be marked here."));
    } else if (play->host.mark(play->host.context, name, &err)) {
        term_print(&play->printer, TERM_GOOD, "", 0,
                   say("This place is kept. Type places in the list of scenarios to come back."));
    } else {
        tell_err(&play->printer, &err);
    }
}

// The list of what can be said about open promises.
static void tell_words(TermPlay *play, TermTeller *teller)
{
    if (ended(play) || !term_tell_words(teller)) {
        term_print(
            &play->printer, TERM_WARN, "", 0,
            say("There is nothing to tell or to move here. Type a number, an id, or ? for help."));
    }
}

static void look_at(TermPlay *play, TermTeller *teller, const char *name)
{
    name += strspn(name, " ");
    if (!term_tell_look_at(teller, name)) {
        term_printf(&play->printer, TERM_WARN,
                    say("You work with nobody called \"%s\". Type canyon for everyone."), name);
    }
}

// The last choice and what came of it; all that happened where there was none.
static void tell_last(TermPlay *play, TermTeller *teller)
{
    if (play->history->count > 0) {
        int last = play->history->count - 1;
        const Playthrough *state = history_state(play->history, last);
        term_tell_skip(teller);
        teller->events_told = play->history->journal_marks[last];
        term_tell_choice(teller, state, &play->history->taken[last]);
    }
    term_tell_news(teller);
}

// The next try of a drill.
static void again(TermPlay *play, TermTeller *teller)
{
    if (!play->host.again(play->host.context)) {
        tell_place(play, teller);
        return;
    }
    term_blank(&play->printer);
    term_printf(&play->printer, TERM_BOLD, say("Try %d"), play->drill->tries);
    teller->events_told = 0;
    tell_last(play, teller);
    tell_place(play, teller);
}

// "practise": what there is to practise; "practise 2": the second of it.
static void practise(TermPlay *play, TermTeller *teller, const char *which)
{
    int wanted = atoi(which);
    int from = term_drills(play->host.practise != NULL && wanted == 0 ? &play->printer : NULL,
                           play->history, wanted);
    if (play->host.practise == NULL) {
        term_print(&play->printer, TERM_WARN, "", 0,
                   say("There is nothing to practise from here. quit leaves."));
    } else if (from >= 0) {
        play->host.practise(play->host.context, from);
        term_blank(&play->printer);
        tell_place(play, teller);
    }
}

// Whether `line` is a command of the interface; then it was carried out. *leave: it was quit.
static bool command(TermPlay *play, TermTeller *teller, const char *line, bool *leave)
{
    if (strcasecmp(line, "quit") == 0 || strcasecmp(line, "exit") == 0) {
        *leave = true;
    } else if (strcasecmp(line, "undo") == 0) {
        undo(play, teller);
    } else if (strcasecmp(line, "look") == 0) {
        term_tell_bridges(teller);
    } else if (strncasecmp(line, "look ", 5) == 0) {
        look_at(play, teller, line + 5);
    } else if (strcasecmp(line, "canyon") == 0) {
        term_tell_canyon(teller);
    } else if (strcasecmp(line, "ledger") == 0) {
        term_tell_ledger(teller);
    } else if (strcasecmp(line, "history") == 0) {
        term_tell_history(teller);
    } else if (play->drill != NULL && strcasecmp(line, "again") == 0) {
        again(play, teller);
    } else if (strncasecmp(line, "practise", 8) == 0 && (line[8] == ' ' || !line[8])) {
        practise(play, teller, line + 8);
    } else if (strncasecmp(line, "mark", 4) == 0 && (line[4] == ' ' || !line[4])) {
        mark(play, line + 4);
    } else if (strcasecmp(line, "t") == 0) {
        tell_words(play, teller);
    } else if (strcasecmp(line, "drawing") == 0) {
        play->printer.drawn = !play->printer.drawn;
        term_print(&play->printer, TERM_PLAIN, "", 0,
                   play->printer.drawn ? say("The bridge is drawn as well as told.")
                                       : say("The bridge is told, and not drawn."));
    } else if (strcasecmp(line, "ids") == 0) {
        teller->ids = !teller->ids;
        tell_place(play, teller);
    } else if (strcmp(line, "?") == 0 || strcasecmp(line, "help") == 0) {
        tell_help(play);
    } else if (strncasecmp(line, "plan", 4) == 0 &&
               (line[4] == ' ' || line[4] == ':' || !line[4])) {
        keep_plan(play, line + 4);
    } else if (strncasecmp(line, "if ", 3) == 0) {
        keep_plan(play, line);
    } else {
        return false;
    }
    return true;
}

// Whether `line` is a choice that is open.
static bool is_open(const TermPlay *play, const char *line)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    Err err = { 0 };
    const StoryHistory *history = play->history;
    if (ended(play)) {
        return false;
    }
    int count = story_offers(history->scenario, history->now, false, offers, &err);
    return story_offer_find(history->scenario, history->now, offers, count, line) >= 0;
}

static char *trimmed(char *line)
{
    line += strspn(line, " \t\r\n");
    size_t n = strlen(line);
    while (n > 0 && strchr(" \t\r\n", line[n - 1])) {
        line[--n] = '\0';
    }
    return line;
}

static void answer(TermPlay *play, TermTeller *teller, char *line, bool *leave)
{
    line = trimmed(line);
    if (strlen(line) > LINE_MAX_BYTES || !utf8_valid(line, strlen(line), NULL)) {
        term_print(&play->printer, TERM_WARN, "", 0,
                   say("That line could not be read. Type a number, an id, or ? for help."));
    } else if (!line[0]) {
        StoryOffer shown;
        if (drilled(play)) {
            again(play, teller);
        } else if (guided(play, &shown) != NULL) {
            take(play, teller, &shown);
        } else {
            tell_place(play, teller);
        }
    } else if (is_open(play, line) || !command(play, teller, line + (line[0] == '/'), leave)) {
        choose(play, teller, line);
    }
}

// Where it stands: that, and what can be chosen.
static void tell_from_last(TermPlay *play, TermTeller *teller)
{
    tell_last(play, teller);
    tell_place(play, teller);
}

// The story was edited: told again in the same place. A choice that was typed meanwhile was meant for
// the other list and is not taken.
static void tell_edited(TermPlay *play, TermTeller *teller, const char *line)
{
    bool ids = teller->ids;
    term_teller_init(teller, &play->printer, play->history);
    teller->ids = ids;
    tell_from_last(play, teller);
    if (line[0] != '\0') {
        term_print(&play->printer, TERM_WARN, "", 0,
                   "The story was edited before you typed that: choose again.");
    }
}

void term_play(TermPlay *play)
{
    TermTeller teller;
    term_teller_init(&teller, &play->printer, play->history);
    teller.drill = play->drill;
    if (play->drill == NULL) {
        term_tell_title(&teller);
    }
    tell_from_last(play, &teller);
    char *line = NULL;
    size_t size = 0;
    bool leave = false;
    while (!leave) {
        if (play->prompt) {
            fputs("> ", play->printer.out);
        }
        if (fflush(play->printer.out) != 0 || getline(&line, &size, play->in) < 0) {
            break;
        }
        if (play->host.look && play->host.look(play->host.context) &&
            strcasecmp(trimmed(line), "quit") != 0) {
            tell_edited(play, &teller, trimmed(line));
        } else {
            answer(play, &teller, line, &leave);
        }
    }
    free(line);
    if (!leave && play->prompt) {
        fputc('\n', play->printer.out);
    }
    fflush(play->printer.out);
}

bool term_transcript(TermPrinter *printer, StoryHistory *history, const char *ids, Err *err)
{
    TermTeller teller;
    TermPlay play = { .printer = *printer, .history = history };
    term_teller_init(&teller, &play.printer, history);
    term_tell_title(&teller);
    tell_last(&play, &teller);
    bool good = true;
    while (good && *ids && !ended(&play)) {
        term_tell_offers(&teller);
        size_t n = strcspn(ids, ",");
        Text name = { 0 };
        text_add_n(&name, ids, n);
        int done = 0;
        good = history_walk(history, text_str(&name), &done, err);
        if (done > 0) {
            int last = history->count - 1;
            const Playthrough *state = history_state(history, last);
            term_tell_choice(&teller, state, &history->taken[last]);
            term_tell_news(&teller);
        }
        text_deinit(&name);
        ids += n + (ids[n] == ',');
    }
    if (good && *ids && ended(&play)) {
        err_set(err, ERR_USAGE, "the story is over after %d choices; \"%s\" is left over",
                history->count, ids);
        good = false;
    }
    if (ended(&play)) {
        term_debrief(&play.printer, history, NULL, 0);
    } else if (good) {
        term_tell_offers(&teller);
    }
    *printer = play.printer;
    return good;
}
