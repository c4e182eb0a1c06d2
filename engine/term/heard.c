// What went round overnight. The journal says how much somebody heard; what it was is found among the
// promises settled on the day before, by who hears of whom and who stood by.
#include "story/debrief.h"

#include "base/say.h"
#include "term/tell.h"

#include <string.h>

enum { NAMED_MAX = 2 };

// Where the day before begins: behind the last EVENT_DAY but one before `event`; *night: the last one.
static int day_before(const StoryJournal *journal, int event, int *night)
{
    int days = 0, at = event;
    *night = 0;
    while (at > 0) {
        if (journal->events[at - 1].kind == EVENT_DAY) {
            *night = days == 0 ? at - 1 : *night;
            if (++days == 2) {
                break;
            }
        }
        at--;
    }
    return at;
}

// Who stood by when the event happened: the witnesses of the option taken last before it.
static int witnesses(const StoryHistory *history, int event)
{
    for (int i = event; i >= 0; i--) {
        const StoryEvent *it = &history->journal.events[i];
        if (it->kind == EVENT_CHOSE) {
            return it->a == OFFER_OPTION ? history->scenario->options[it->what].seen_by : 0;
        }
    }
    return 0;
}

static bool reaches(const StoryHistory *history, int event, int hearer)
{
    const StoryEvent *it = &history->journal.events[event];
    if (it->kind != EVENT_SETTLED || it->person == hearer ||
        !(it->a == STATE_KEPT || debrief_is_broken((StoryState)it->a)) ||
        history->scenario->commitments[it->what].by != STORY_PLAYER ||
        (it->a == STATE_OWNED_UP && it->b == STATE_MISSED)) { // it went round when it was missed
        return false;
    }
    bool hears = (history->scenario->people[hearer].hears >> it->person & 1) != 0;
    return hears || (witnesses(history, event) >> hearer & 1) != 0;
}

// What is held is not named: it would not be held any longer.
static void add_outcome(const StoryHistory *history, const StoryEvent *event, Text *out)
{
    static const char *const work[] = {
        [STATE_KEPT] = SAY_LATER("on time"),
        [STATE_WARNED] = SAY_LATER("late as you’d said"),
        [STATE_MISSED] = SAY_LATER("late and without a word"),
        [STATE_OWNED_UP] = SAY_LATER("late and owned up to"),
        [STATE_COVERED_UP] = SAY_LATER("late and hidden"),
        [STATE_FOUND_OUT] = SAY_LATER("late and hidden"),
    };
    int kind = history->scenario->commitments[event->what].kind;
    bool kept = event->a == STATE_KEPT;
    if (kind == STORY_HOLD) {
        text_add(out,
                 kept ? say("you kept something to yourself") : say("you passed something on"));
        return;
    }
    term_add_title(history, event->what, out);
    text_addf(out, "%s%s", say_comma(),
              kind == STORY_WORK ? say(work[event->a])
              : kept             ? say("you came")
                                 : say("you weren’t there"));
}

// ": Lin's numbers, on time; Sam's words, ...", or nothing where nothing is found.
static void add_news(const StoryHistory *history, int event, Text *out)
{
    const StoryEvent *heard = &history->journal.events[event];
    int32_t left[2] = { heard->b, heard->a }; // bad, good
    int night = 0, named = 0;
    for (int i = day_before(&history->journal, event, &night); i < night; i++) {
        int good = history->journal.events[i].a == STATE_KEPT;
        if (named < NAMED_MAX && reaches(history, i, heard->person) && left[good] > 0) {
            left[good]--;
            text_add(out, named++ == 0 ? ": " : say_semicolon());
            add_outcome(history, &history->journal.events[i], out);
        }
    }
    text_add(out, ".");
}

static bool same_news(const StoryHistory *history, int a, int b)
{
    Text first = { 0 }, second = { 0 };
    add_news(history, a, &first);
    add_news(history, b, &second);
    bool same = strcmp(text_str(&first), text_str(&second)) == 0;
    text_deinit(&first);
    text_deinit(&second);
    return same;
}

void term_add_heard(const StoryHistory *history, int event, Text *out)
{
    const StoryJournal *journal = &history->journal;
    int people[STORY_PEOPLE_MAX], count = 0, night = 0;
    day_before(journal, event, &night);
    for (int i = night; i < journal->count && (i <= event || journal->events[i].kind != EVENT_DAY);
         i++) {
        if (journal->events[i].kind != EVENT_HEARD || !same_news(history, i, event)) {
            continue;
        }
        if (i < event) {
            return; // named there
        }
        if (count < STORY_PEOPLE_MAX) {
            people[count++] = journal->events[i].person;
        }
    }
    text_add(out, say("Word gets round to "));
    const char *names[STORY_PEOPLE_MAX];
    for (int i = 0; i < count; i++) {
        names[i] = term_name(history->scenario, people[i]);
    }
    say_list(names, count, out);
    add_news(history, event, out);
}
