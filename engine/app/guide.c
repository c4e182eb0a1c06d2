// Which recorded way is shown, and what comes next on it.
#include "app/guide.h"

#include "app/recording.h"
#include "base/say.h"
#include "story/renames.h"

#include <string.h>

// How sound the bridges stand at the end of the way; -1: it leads to no end.
static int worth_of(const Scenario *scenario, const Recording *recording)
{
    StoryHistory history;
    Err err = { 0 };
    int done = 0, worth = -1;
    if (!history_open(&history, scenario, recording->seed, &err)) {
        return -1;
    }
    if (history_walk(&history, recording->choices, &done, &err) && history.now->ended != 0) {
        worth = scenario->endings[history.now->ended - 1].kind == STORY_TOGETHER ? 10 : 0;
        for (int p = 0; p < scenario->person_count; p++) {
            worth += (int)bridge_word(play_person_c(scenario, history.now, p)->trust_now);
        }
    }
    history_close(&history);
    return worth;
}

bool guide_open(Guide *guide, const Scenario *scenario, const char *folder, bool breaks, Err *err)
{
    RecordingList list;
    int best = -1, first = -1;
    bool differ = false; // else there is no way that breaks
    *guide = (Guide){ .breaks = breaks };
    recording_list(&list, folder);
    for (int i = 0; i < list.count; i++) {
        Recording recording;
        Err ignored = { 0 };
        if (!recording_read(&recording, list.paths[i], &ignored)) {
            continue;
        }
        int worth = worth_of(scenario, &recording);
        first = first < 0 ? worth : first;
        differ = differ || (worth >= 0 && worth != first);
        if (worth >= 0 && (best < 0 || (breaks ? worth < best : worth > best))) {
            best = worth;
            guide->seed = recording.seed;
            text_clear(&guide->choices);
            text_add(&guide->choices, recording.choices);
        }
        recording_deinit(&recording);
    }
    recording_list_deinit(&list);
    guide->breaks = breaks && differ;
    if (best < 0) {
        err_set(err, ERR_INPUT, "%s has no recorded way that could be shown", scenario->id);
        return err_fix(err, "play one and keep it in its folder tests; see scripts/README.md");
    }
    return true;
}

void guide_close(Guide *guide)
{
    text_deinit(&guide->choices);
    *guide = (Guide){ .breaks = false };
}

// The n-th id of the way, or false.
static bool id_at(const Guide *guide, int n, char *out, size_t size)
{
    static const char between[] = ", \t\r";
    const char *at = text_str(&guide->choices);
    at += strspn(at, between);
    for (; n > 0 && *at != '\0'; n--) {
        at += strcspn(at, between);
        at += strspn(at, between);
    }
    size_t length = strcspn(at, between);
    if (length == 0 || length >= size) {
        return false;
    }
    memcpy(out, at, length);
    out[length] = '\0';
    return true;
}

// What the way takes as its n-th choice; false: the way is over, or that is not open there.
static bool shown_at(const Guide *guide, const StoryHistory *history, int n, StoryOffer *out)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    const Playthrough *state = history_state(history, n);
    char id[256];
    if (!id_at(guide, n, id, sizeof id)) {
        return false;
    }
    int count = story_offers(history->scenario, state, false, offers, NULL);
    int found = renames_offer_find(history->scenario, state, offers, count, id);
    if (found >= 0) {
        *out = offers[found];
    }
    return found >= 0;
}

static bool is_on_the_way(const Guide *guide, const StoryHistory *history)
{
    if (history_state(history, 0)->seed != guide->seed) {
        return false;
    }
    StoryOffer next;
    for (int i = 0; i < history->count; i++) {
        const StoryOffer *taken = &history->taken[i];
        if (!shown_at(guide, history, i, &next) || next.kind != taken->kind || next.x != taken->x) {
            return false;
        }
    }
    return true;
}

static const char *why_of(const Scenario *scenario, const Playthrough *play,
                          const StoryOffer *offer)
{
    int notes = -1;
    if (offer->kind == OFFER_OPTION) {
        notes = scenario->options[offer->x].notes;
        if (scenario->options[offer->x].why != 0) {
            return scenario_text(scenario, scenario->options[offer->x].why);
        }
    }
    if (notes < 0 || scenario->notes[notes].why == 0) {
        notes = scenario->scenes[play->scene].notes;
    }
    return notes < 0 ? "" : scenario_text(scenario, scenario->notes[notes].why);
}

const char *guide_next(const Guide *guide, const StoryHistory *history, StoryOffer *out)
{
    if (history->now->ended != 0 || !is_on_the_way(guide, history) ||
        !shown_at(guide, history, history->count, out)) {
        return NULL;
    }
    return why_of(history->scenario, history->now, out);
}

const char *guide_title(const Guide *guide)
{
    return guide->breaks ? say("You are shown a way that breaks")
                         : say("You are shown a way that holds");
}

const char *guide_words(const Guide *guide)
{
    return guide->breaks
               ? say("Enter takes the choice that is shown, and with it stands why it matters. "
                     "Take another one whenever you like: from there on you play alone. Nothing "
                     "of it is kept.")
               : say("Enter takes the choice that is shown, and with it stands why it matters. "
                     "Take another one whenever you like: from there on you play alone. When you "
                     "play it again, you are shown a way that breaks. Nothing of it is kept.");
}
