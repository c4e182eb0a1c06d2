// One sentence for each thing a week can teach: when this happens, I do that. It is for the
// learner's own work, where nobody has the names of the story; it may name the promise that it was
// learned from, is about the next act, and never about the player.
#include "view/plan.h"

#include "base/say.h"
#include "story/render.h"
#include "view/words.h"

#include <string.h>

// {title}: the promise.
static const char *const sentences[DEBRIEF_PLANS] = {
    [DEBRIEF_PLAN_FOUND_OUT] = SAY_LATER(
        "If something of mine goes wrong, then whoever needs it hears it from me, within the "
        "hour."),
    [DEBRIEF_PLAN_COVERED_UP] = SAY_LATER(
        "If I’m making something look done, then I stop, and say what’s missing."),
    [DEBRIEF_PLAN_DENIED] = SAY_LATER(
        "If somebody says that I let something slip, then I say yes first, and why when I’m "
        "asked."),
    [DEBRIEF_PLAN_TOLD_ON] = SAY_LATER(
        "If somebody wants what I’m holding for another, then I ask that other person first."),
    [DEBRIEF_PLAN_WORDS] = SAY_LATER(
        "If I want to say sorry to somebody again, then I finish one thing for them first."),
    [DEBRIEF_PLAN_OVERPROMISED] = SAY_LATER(
        "If somebody asks me for a date, then I add up the hours I’ve promised before I say yes."),
    [DEBRIEF_PLAN_STAYED_AWAY] = SAY_LATER(
        "If somebody wants an hour I’ve promised, then I ask the one who’s waiting for it first."),
    [DEBRIEF_PLAN_SILENT] = SAY_LATER(
        "If something like “{title}” slips, then I ring whoever waits for it before I open my "
        "mail."),
    [DEBRIEF_PLAN_OWNED_UP] = SAY_LATER(
        "If I can see that something like “{title}” won’t work out, then I say so before it’s "
        "late."),
    [DEBRIEF_PLAN_NO_DATE] = SAY_LATER(
        "If I have to say that I’ll be late, then I say in the same breath by when."),
    [DEBRIEF_PLAN_STANDARD] = SAY_LATER(
        "If I promise somebody something, then I ask first how they like it done."),
    [DEBRIEF_PLAN_KNOWN] = SAY_LATER(
        "If I put somebody’s date in my diary, then I write next to it what they asked for."),
    [DEBRIEF_PLAN_NEGLECTED] = SAY_LATER(
        "If I pass a door that I never go in at, then I go in, ask one question, and want "
        "nothing."),
    [DEBRIEF_PLAN_NOTHING] = SAY_LATER(
        "If somebody asks me for something small, then I say yes to a part of it, with a date."),
    [DEBRIEF_PLAN_UNASKED] = SAY_LATER(
        "If somebody asks me for a date, then I ask what happens on that day before I answer."),
    [DEBRIEF_PLAN_NO_TALK] = SAY_LATER(
        "If I plan my week, then half an hour for one colleague goes in first, on their topic."),
    [DEBRIEF_PLAN_MOVED] = SAY_LATER(
        "If a date gets tight, then I ask for a new one as early as I did for “{title}”."),
    [DEBRIEF_PLAN_KEPT] = SAY_LATER(
        "If somebody asks me for a date, then I name the one that I can be sure of."),
};

static void add_title(const StoryHistory *history, int commitment, Text *out)
{
    const StoryCommitment *it = &history->scenario->commitments[commitment];
    Text marked = { 0 };
    render_text(history->scenario, history->now, it->title ? it->title : it->what, &marked);
    render_plain(text_str(&marked), out);
    text_deinit(&marked);
}

static void add_name(const StoryHistory *history, int person, Text *out)
{
    const Scenario *scenario = history->scenario;
    bool known = person >= 0 && person < scenario->person_count;
    text_add(out, known ? scenario_text(scenario, scenario->people[person].first) : say("they"));
}

void view_add_plan(const StoryHistory *history, const DebriefPlan *plan, Text *out)
{
    const char *at = say(sentences[plan->kind]);
    for (size_t n; *at != '\0'; at += n) {
        n = strcspn(at, "{");
        text_add_n(out, at, n);
        if (strncmp(at + n, "{title}", 7) == 0) {
            if (plan->commitment >= 0) {
                add_title(history, plan->commitment, out);
            }
            n += 7;
        }
    }
}

// ---- recap --------------------------------------------------------------------------------------

static const char *title_in(Arena *arena, const StoryHistory *history, int commitment)
{
    Text title = { 0 };
    add_title(history, commitment, &title);
    const char *copy = arena_string(arena, text_str(&title));
    text_deinit(&title);
    return copy;
}

// What broke, and when; in a story that begins with it, that it was broken before.
static const char *what_broke(Arena *arena, const StoryHistory *history, const Debrief *debrief)
{
    Text clock = { 0 };
    if (debrief->first_broken >= 0) {
        render_clock(history->scenario, debrief->first_broken_minute, &clock);
    }
    const char *when = arena_string(arena, text_str(&clock));
    text_deinit(&clock);
    if (debrief->given_broken < 0) {
        return word_fill2(arena, W_RECAP_BROKEN, when,
                          title_in(arena, history, debrief->first_broken));
    }
    const char *given = title_in(arena, history, debrief->given_broken);
    return debrief->first_broken < 0
               ? word_fill1(arena, W_RECAP_GIVEN, given)
               : word_fill3(arena, W_RECAP_GIVEN_AGAIN, given, when,
                            title_in(arena, history, debrief->first_broken));
}

static const char *what_it_costs(Arena *arena, const StoryHistory *history, const Debrief *debrief)
{
    const Scenario *scenario = history->scenario;
    int broken = debrief->given_broken >= 0 ? debrief->given_broken : debrief->first_broken;
    const StoryCommitment *it = &scenario->commitments[broken];
    int person = it->by == STORY_PLAYER ? it->to : it->by;
    BridgeCondition bridge;
    story_bridge(scenario, history->now, person, &bridge);
    Text name = { 0 };
    add_name(history, person, &name);
    const char *state = bridge_word_name((BridgeWord)bridge.word);
    const char *whole = word_bridge(arena, &bridge, false);
    const char *said =
        debrief->rebuilding_minutes > 0
            ? word_fill3(arena, W_RECAP_LABOUR, word_duration(arena, debrief->rebuilding_minutes),
                         text_str(&name), whole)
        : bridge.word != BRIDGE_SOUND ? word_fill2(arena, W_RECAP_NO_LABOUR, text_str(&name), whole)
                                      : word_fill2(arena,
                                                   bridge.mended ? W_RECAP_FILLED : W_RECAP_BORNE,
                                                   text_str(&name), say(state));
    text_deinit(&name);
    return said;
}

const char *view_recap(Arena *arena, const StoryHistory *history, const Debrief *debrief)
{
    if (debrief->first_broken >= 0 || debrief->given_broken >= 0) {
        return word_fill2(arena, W_TWO_SENTENCES, what_broke(arena, history, debrief),
                          what_it_costs(arena, history, debrief));
    }
    return debrief->promised == 0 ? word(W_RECAP_HELD_NONE)
           : debrief->promised == 1
               ? word(W_RECAP_HELD_ONE)
               : word_fill1(arena, W_RECAP_HELD, word_number(arena, debrief->promised));
}
