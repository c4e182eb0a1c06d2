// Lines about drills. The sentences are view/drilling's, the same as in the window.
#include "term/drill.h"

#include "base/say.h"
#include "base/text.h"
#include "story/render.h"
#include "view/drilling.h"
#include "view/turning.h"

void term_drill(TermPrinter *printer, const Drill *drill)
{
    const char *said[DRILL_SENTENCES];
    Arena arena;
    arena_init(&arena);
    int count = view_drill_sentences(&arena, drill, said);
    term_blank(printer);
    term_print(printer, TERM_BOLD, "", 0, word(W_DRILL_DID));
    for (int i = 0; i < count; i++) {
        term_print(printer, TERM_PLAIN, "", 0, said[i]);
    }
    term_print(printer, TERM_DIM, "", 0,
               say("Enter is the next try. undo takes one choice back; quit leaves. Nothing of it "
                   "is kept."));
    arena_deinit(&arena);
}

static void tell_one(TermPrinter *printer, const StoryHistory *way, int from, int number)
{
    Text line = { 0 };
    Arena arena;
    arena_init(&arena);
    const Playthrough *state = history_state(way, from);
    render_clock(way->scenario, state->clock_minute, &line);
    if (state->talk_person != STORY_NONE) {
        const StoryPerson *person = &way->scenario->people[state->talk_person];
        text_addf(&line, say(". You and %s, one to one."),
                  scenario_text(way->scenario, person->first));
    } else if (from < way->count) {
        text_addf(&line, say(". You chose: %s"),
                  view_offer_plain(&arena, way, from, &way->taken[from]));
    }
    Text first = { 0 };
    text_addf(&first, "%d. ", number);
    term_print(printer, TERM_PLAIN, text_str(&first), 3, text_str(&line));
    text_deinit(&first);
    text_deinit(&line);
    arena_deinit(&arena);
}

int term_drills(TermPrinter *printer, const StoryHistory *way, int wanted)
{
    int number = 0, last = -1, found = -1;
    for (int n = 0; n < way->count; n++) {
        int from = 0;
        if (!drill_begins(way, n, &from) || from == last) {
            continue;
        }
        last = from;
        number++;
        found = number == wanted ? from : found;
        if (printer != NULL) {
            tell_one(printer, way, from, number);
        }
    }
    if (printer != NULL) {
        term_print(printer, number > 0 ? TERM_DIM : TERM_WARN, "", 0,
                   number > 0 ? say("practise and a number begins there.")
                              : say("There is no conversation on this way yet."));
    }
    return found;
}
