// Finds the way with a history: whatever leads to a scene must also stand at something to practise.
#include "app/drilling.h"

#include "app/app.h"
#include "base/arena.h"
#include "base/say.h"
#include "store/resume.h"
#include "story/renames.h"

// ---- the way ------------------------------------------------------------------------------------

// The number of choices after which the scene's conversation begins; at a desk, a one-on-one that it
// offers is begun. -1: there is none.
static int stand_there(StoryHistory *history, int scene, int count)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    int from = 0;
    const Playthrough *state = history_state(history, count);
    if (state->scene != scene) {
        return -1;
    }
    if (count == history->count && story_pause(history->scenario, state) == PAUSE_DESK) {
        int open = story_offers(history->scenario, state, false, offers, NULL);
        for (int i = 0; i < open; i++) {
            if (offers[i].kind == OFFER_TALK && history_choose(history, &offers[i], NULL)) {
                return stand_there(history, scene, count + 1);
            }
        }
    }
    return drill_begins(history, count, &from) ? (from > count ? from : count) : -1;
}

static void keep_way(AtWay *way, const StoryHistory *history, int count)
{
    way->seed = history_state(history, 0)->seed;
    way->choice_count = count;
    text_clear(&way->choices);
    for (int i = 0; i < count; i++) {
        char id[256];
        history_id(history, i, id, (int)sizeof id);
        text_addf(&way->choices, "%s%s", i > 0 ? "," : "", id);
    }
}

// The learner's latest playthrough, as far as the scene.
static bool own_way(AtWay *way, const Scenario *scenario, int scene, Store *store)
{
    StorePlaythrough kept;
    StoreEntry *entries = NULL;
    StoryHistory history;
    Resume resume;
    int count = 0;
    bool found = false;
    if (store == NULL || !store_latest(store, scenario->id, &kept) ||
        !store_entries(store, kept.row, &entries, &count, NULL)) {
        mem_free(entries);
        return false;
    }
    if (resume_open(&history, scenario, &kept, entries, count, RESUME_SAME_MEANING, &resume,
                    NULL)) {
        for (int i = 0; i <= history.count && !found; i++) {
            int at = stand_there(&history, scene, i);
            found = at >= 0;
            if (found) {
                keep_way(way, &history, at);
            }
        }
        history_close(&history);
    }
    mem_free(entries);
    return found;
}

static bool nothing_there(const Scenario *scenario, const char *scene, Err *err)
{
    err_set(err, ERR_INPUT, "there is no conversation in the scene \"%.80s\" to practise", scene);
    return err_fix(err,
                   "give a scene with a choice or a one-on-one; plankwright graph %s --format "
                   "text names them all",
                   scenario->id);
}

bool drilling_find(AtWay *way, const Scenario *scenario, const char *scene, Store *store, bool *own,
                   Err *err)
{
    StoryHistory history;
    int done = 0, at = -1, which = renames_scene(scenario, scene);
    *way = (AtWay){ .how = AT_SHORTEST };
    *own = which >= 0 && own_way(way, scenario, which, store);
    if (*own) {
        return true;
    }
    if (!at_find(way, scenario, scene, NULL, err) ||
        !history_open(&history, scenario, way->seed, err)) {
        return false;
    }
    if (history_walk(&history, text_str(&way->choices), &done, err)) {
        at = stand_there(&history, which, history.count);
        if (at >= 0) {
            keep_way(way, &history, at);
        } else {
            nothing_there(scenario, scene, err);
        }
    }
    history_close(&history);
    return at >= 0;
}

// ---- in the terminal ----------------------------------------------------------------------------

static bool choose(void *context, const StoryOffer *offer, Err *err)
{
    return drill_choose(context, offer, err);
}

static bool undo(void *context, Err *err)
{
    *err = (Err){ 0 };
    return drill_undo(context);
}

static bool again(void *context)
{
    return drill_again(context);
}

static bool no_plan(void *context, const char *text, Err *err)
{
    (void)context, (void)text;
    return err_set(err, ERR_USAGE, "nothing of a drill is kept");
}

void drilling_in_terminal(const TermPlay *like, const StoryHistory *way, int from)
{
    Drill drill;
    Err err = { 0 };
    if (!drill_open(&drill, way, from, &err)) {
        app_warn(&err);
        return;
    }
    TermPlay play = {
        .printer = like->printer,
        .in = like->in,
        .history = &drill.history,
        .drill = &drill,
        .host = { .context = &drill,
                  .choose = choose,
                  .undo = undo,
                  .plan = no_plan,
                  .again = again },
        .prompt = like->prompt,
    };
    term_blank(&play.printer);
    term_print(&play.printer, TERM_BOLD, "", 0, say("You practise one conversation."));
    term_print(&play.printer, TERM_DIM, "", 0,
               say("Play it as often as you like; again begins it anew at any time, quit leaves. "
                   "Nothing of it is kept."));
    term_play(&play);
    drill_close(&drill);
}
