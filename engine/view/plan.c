// One sentence for each thing a week can teach: when this happens, I do that. It names the
// colleague by first name and may name the promise; it is about the next act, never about the
// player.
#include "view/plan.h"

#include "base/say.h"
#include "story/render.h"
#include "view/words.h"

#include <string.h>

// {name}: the colleague; {title}: the promise.
static const char *const sentences[DEBRIEF_PLANS] = {
    [DEBRIEF_PLAN_FOUND_OUT] = SAY_LATER(
        "If something goes wrong on my side, then {name} hears it from me, within the hour."),
    [DEBRIEF_PLAN_COVERED_UP] = SAY_LATER("If I’m looking for an excuse, then I ring {name} and "
                                          "say: “{title}” is late, and it’s me."),
    [DEBRIEF_PLAN_DENIED] = SAY_LATER(
        "If {name} says that I let something slip, then I say yes first, and why when I’m asked."),
    [DEBRIEF_PLAN_TOLD_ON] =
        SAY_LATER("If somebody asks me about what {name} told me, then I say that I gave my word."),
    [DEBRIEF_PLAN_WORDS] = SAY_LATER(
        "If I want to say sorry to {name} again, then I finish one thing for {name} first."),
    [DEBRIEF_PLAN_OVERPROMISED] =
        SAY_LATER("If somebody asks me for a date, then I add up the hours I’ve "
                  "promised, “{title}” too, before I say yes."),
    [DEBRIEF_PLAN_STAYED_AWAY] = SAY_LATER(
        "If somebody wants the hour I gave {name}, then I ask {name} before I give it away."),
    [DEBRIEF_PLAN_SILENT] = SAY_LATER(
        "If something like “{title}” starts to slip, then I ring {name} before I open my mail."),
    [DEBRIEF_PLAN_OWNED_UP] =
        SAY_LATER("If I can see that “{title}” won’t work out, then {name} hears it "
                  "from me before it’s late."),
    [DEBRIEF_PLAN_NO_DATE] = SAY_LATER(
        "If I have to tell {name} that I’ll be late, then I say in the same breath by when."),
    [DEBRIEF_PLAN_STANDARD] =
        SAY_LATER("If I promise {name} something, then I ask first how {name} likes it done."),
    [DEBRIEF_PLAN_KNOWN] = SAY_LATER(
        "If I put a date for {name} in my diary, then I write next to it what {name} asked for."),
    [DEBRIEF_PLAN_NEGLECTED] = SAY_LATER(
        "If I pass {name}’s door tomorrow, then I go in and ask one question, and want nothing."),
    [DEBRIEF_PLAN_NOTHING] = SAY_LATER(
        "If {name} asks me for something small, then I say yes to a part of it, with a date."),
    [DEBRIEF_PLAN_UNASKED] = SAY_LATER(
        "If {name} asks me for a date, then I ask what happens on that day before I answer."),
    [DEBRIEF_PLAN_NO_TALK] =
        SAY_LATER("If I plan my week, then half an hour with {name} goes in first, and "
                  "{name} picks the topic."),
    [DEBRIEF_PLAN_MOVED] = SAY_LATER(
        "If a date gets tight, then I ask {name} for a new one as early as I did for “{title}”."),
    [DEBRIEF_PLAN_KEPT] =
        SAY_LATER("If {name} asks me for a date, then I name the one that I can be sure of."),
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
        if (strncmp(at + n, "{name}", 6) == 0) {
            add_name(history, plan->person, out);
            n += 6;
        } else if (strncmp(at + n, "{title}", 7) == 0) {
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
