// The debrief as a page: how it ended, what turned it, the way, the planks, what was learned and tried,
// the hours, and one plan.
#include "base/say.h"
#include "picture/svg.h"
#include "report/lookback.h"
#include "report/lookback_words.h"
#include "story/render.h"
#include "view/plan.h"
#include "view/turning.h"

#include <stdio.h>

enum { OPTIONS_MOST = 4, SMALL_PICTURES_MOST = 6, PLACES_MOST = 8 };

typedef struct Sheet {
    const Lookback *look;
    const StoryHistory *history;
    const Scenario *scenario;
    Page *page;
    Arena arena;
    int pictures; // so far, for their ids
} Sheet;

static PicturePalette light_of(const Scenario *scenario, const Playthrough *play)
{
    return picture_palette_of_weather(story_weather(scenario, play));
}

static void add_bridge(Sheet *s, int n, int person, const char *caption)
{
    const Playthrough *play = history_state(s->history, n);
    BridgeCondition bridge;
    Text svg = { 0 }, words = { 0 };
    char id[16];
    story_bridge(s->scenario, play, person, &bridge);
    render_bridge(s->scenario, play, person, &words);
    snprintf(id, sizeof id, "b%d", s->pictures++);
    PicturePalette palette = light_of(s->scenario, play);
    picture_svg_small(&bridge, &palette, picture_svg_crop(&bridge),
                      (PictureSvgWords){ id, caption, text_str(&words) }, &svg);
    page_picture(s->page, text_str(&svg), caption, true);
    text_deinit(&svg);
    text_deinit(&words);
}

// ---- how it ended -------------------------------------------------------------------------------

static void ending(Sheet *s, bool pictures)
{
    int ended = s->history->now->ended;
    if (ended > 0) {
        page_text(s->page, plain_format(&s->arena, say("It ended with “%s”."),
                                        plain_text(&s->arena, s->history,
                                                   s->scenario->endings[ended - 1].title)));
    } else {
        page_text(s->page, say("This way has not come to its end yet."));
    }
    for (int p = 0; p < s->scenario->person_count; p++) {
        const char *why = plain_why(&s->arena, s->history, &s->look->debrief, p);
        const char *line = plain_format(
            &s->arena,
            why[0] != '\0' ? say("The bridge to %s: %s. %s") : say("The bridge to %s: %s%s"),
            plain_name(s->scenario, p), plain_bridge(&s->arena, s->history, s->history->count, p),
            why);
        if (pictures && p < SMALL_PICTURES_MOST) {
            add_bridge(s, s->history->count, p, line);
        } else {
            page_item(s->page, line);
        }
    }
}

// The bridge that counts, wherever it became another one.
static void on_the_way(Sheet *s)
{
    const WhatIfTurns *turns = &s->look->turns;
    int person = turns->cost.decision >= 0 ? turns->cost.person : s->look->debrief.worst_person;
    int before = -1, shown = 0;
    for (int n = 0; n <= s->history->count && shown < PLACES_MOST; n++) {
        const Playthrough *play = history_state(s->history, n);
        BridgeCondition bridge;
        story_bridge(s->scenario, play, person, &bridge);
        if (bridge.word == before) {
            continue;
        }
        Text svg = { 0 };
        char id[16];
        snprintf(id, sizeof id, "w%d", s->pictures++);
        before = bridge.word;
        const char *caption = plain_format(&s->arena, say("%s: %s"),
                                           plain_clock(&s->arena, s->scenario, play->clock_minute),
                                           plain_bridge(&s->arena, s->history, n, person));
        PicturePalette palette = picture_palette(PICTURE_DAY);
        picture_svg_chip(&bridge, &palette, (PictureSvgWords){ id, caption, NULL }, &svg);
        if (shown++ == 0) {
            page_text(s->page, plain_format(&s->arena, say("The bridge to %s on the way:"),
                                            plain_name(s->scenario, person)));
        }
        page_picture(s->page, text_str(&svg), caption, true);
        text_deinit(&svg);
    }
}

// ---- what turned it -----------------------------------------------------------------------------

static void turning(Sheet *s, const WhatIfTurn *turn, TurningKind kind)
{
    if (turn->decision < 0) {
        return;
    }
    const WhatIf *whatif = &s->look->whatif;
    const WhatIfDecision *decision = &whatif->decisions[turn->decision];
    int shown[OPTIONS_MOST];
    int count = view_turning_options(decision, turn->person, turn->word, OPTIONS_MOST, shown);
    page_heading(s->page, 2, view_turning_title(kind));
    page_text(s->page, view_turning(&s->arena, s->history, whatif, turn, kind));
    for (int i = 0; i < count; i++) {
        const WhatIfOption *option = &decision->options[shown[i]];
        bool taken = shown[i] == decision->taken;
        const char *text = plain_offer(&s->arena, s->history, turn->decision, &option->offer);
        double chance = whatif_chance(option, turn->person, turn->word);
        page_bar(s->page, taken ? word_fill1(&s->arena, W_YOU_TOOK, text) : text,
                 view_percent(&s->arena, chance), chance, taken);
    }
    page_note(s->page, view_turning_how(&s->arena, whatif));
}

static void other_way(Sheet *s)
{
    const Lookback *look = s->look;
    if (!look->has_other) {
        return;
    }
    const StoryHistory *other = &look->other;
    page_heading(s->page, 2, word(W_OTHER_WAY));
    page_text(s->page, say("The nearest way to yours that was found from there, and ends better:"));
    for (int i = look->turns.cost.decision; i < other->count; i++) {
        const char *text = plain_offer(&s->arena, other, i, &other->taken[i]);
        page_step(s->page, whatif_chose(s->history, other, i)
                               ? word_fill1(&s->arena, W_AS_YOU_DID, text)
                               : text);
    }
    int person = look->turns.cost.person;
    page_text(s->page, word_fill3(&s->arena, W_OTHER_WAY_END,
                                  plain_text(&s->arena, other,
                                             s->scenario->endings[other->now->ended - 1].title),
                                  plain_name(s->scenario, person),
                                  plain_bridge(&s->arena, other, other->count, person)));
}

// ---- the way and the planks ---------------------------------------------------------------------

static const char *moved(Sheet *s, const DebriefStep *step)
{
    static const BridgeWord words[] = { BRIDGE_DOWN, BRIDGE_UNSAFE, BRIDGE_STRAINED, BRIDGE_WORN,
                                        BRIDGE_SOUND };
    if (step->person == STORY_NONE || step->word_before == step->word_after) {
        return "";
    }
    return plain_format(&s->arena, say("%s: %s, then %s"), plain_name(s->scenario, step->person),
                        say(bridge_word_name(words[step->word_before])),
                        say(bridge_word_name(words[step->word_after])));
}

static void way(Sheet *s, bool pictures)
{
    const char *const columns[] = { say("When"), say("You chose"), say("Bridges") };
    page_heading(s->page, 2, say("Your way"));
    if (s->look->debrief.step_count == 0) {
        page_text(s->page, say("No choice was made yet."));
        return;
    }
    if (pictures && s->scenario->person_count > 0) {
        on_the_way(s);
    }
    page_table(s->page, say("Every choice, and the bridges that changed by it"), columns, 3);
    for (int i = 0; i < s->look->debrief.step_count; i++) {
        const DebriefStep *step = &s->look->debrief.steps[i];
        const char *const cells[] = {
            plain_clock(&s->arena, s->scenario, step->minute),
            plain_offer(&s->arena, s->history, i, &s->history->taken[i]),
            moved(s, step),
        };
        page_row(s->page, cells);
    }
}

static void planks(Sheet *s)
{
    const Debrief *debrief = &s->look->debrief;
    const char *const columns[] = { say("Promise"), say("Between"), say("What became of it") };
    page_heading(s->page, 2, word(W_PLANKS));
    if (debrief->plank_count == 0) {
        page_text(s->page, say("Nothing was promised."));
        return;
    }
    page_table(s->page, say("Every promise, in the order in which it was decided"), columns, 3);
    for (int i = 0; i < debrief->plank_count; i++) {
        const DebriefPlank *plank = &debrief->planks[i];
        const char *name = plain_name(s->scenario, plank->person);
        const char *const cells[] = {
            plain_title(&s->arena, s->history, plank->commitment),
            plain_format(&s->arena, plank->theirs ? say("%s, to you") : say("you, to %s"), name),
            plain_fate(&s->arena, s->scenario, plank),
        };
        page_row(s->page, cells);
    }
}

// ---- learned, tried, hours ----------------------------------------------------------------------

static void learned(Sheet *s)
{
    const Debrief *debrief = &s->look->debrief;
    if (debrief->learned_count > 0) {
        page_heading(s->page, 2, word(W_LEARNED));
    }
    for (int i = 0; i < debrief->learned_count; i++) {
        const DebriefUnasked *it = &debrief->learned[i];
        TextId says = it->standard ? s->scenario->standards[it->index].says
                                   : s->scenario->facts[it->index].says;
        page_item(s->page, word_fill2(&s->arena, it->standard ? W_KNOW_STANDARD : W_KNOW_LINE,
                                      plain_name(s->scenario, it->person),
                                      plain_text(&s->arena, s->history, says)));
    }
    page_heading(s->page, 2, word(W_NEVER_ASKED));
    if (debrief->unasked_count == 0) {
        page_text(s->page, word(W_ASKED_ALL));
    }
    for (int p = 0; p < s->scenario->person_count; p++) {
        int count = 0;
        for (int i = 0; i < debrief->unasked_count; i++) {
            count += debrief->unasked[i].person == p;
        }
        const char *name = plain_name(s->scenario, p);
        if (count > 0) {
            page_item(s->page, count == 1 ? word_fill1(&s->arena, W_ASK_ONE, name)
                                          : word_fill2(&s->arena, W_ASK_MANY, name,
                                                       word_number(&s->arena, count)));
        }
    }
}

static void tried(Sheet *s)
{
    static const DebriefTacticKind mends[] = { DEBRIEF_TOLD,      DEBRIEF_NEW_DATE,
                                               DEBRIEF_OWNED_UP,  DEBRIEF_APOLOGY,
                                               DEBRIEF_CLARIFIED, DEBRIEF_LISTENED,
                                               DEBRIEF_ASKED,     DEBRIEF_THEIR_AGENDA };
    const DebriefTactic *tactics = s->look->debrief.tactics;
    bool any = false;
    page_heading(s->page, 2, word(W_TRIED));
    for (int i = 0; i < DEBRIEF_TACTICS; i++) {
        if (tactics[i].count > 0) {
            any = true;
            page_item(s->page,
                      plain_format(&s->arena,
                                   tactics[i].worn > 0 ? say("%s ×%d; it wore out") : say("%s ×%d"),
                                   plain_tactic((DebriefTacticKind)i), tactics[i].count));
        }
    }
    if (!any) {
        page_text(s->page, word(W_TRIED_NONE));
    }
    page_heading(s->page, 3, say("Not tried on this way"));
    int left = 0;
    for (size_t i = 0; i < sizeof mends / sizeof *mends; i++) {
        if (tactics[mends[i]].count == 0) {
            page_item(s->page, plain_tactic(mends[i]));
            left++;
        }
    }
    if (left == 0) {
        page_text(s->page, say("Nothing: you used everything there is."));
    }
}

static void hours(Sheet *s)
{
    const Debrief *debrief = &s->look->debrief;
    int most = debrief->keeping_minutes > debrief->rebuilding_minutes ? debrief->keeping_minutes
                                                                      : debrief->rebuilding_minutes;
    if (most == 0) {
        return;
    }
    page_heading(s->page, 2, word(W_YOUR_HOURS));
    page_bar(s->page, word(W_KEEPING), word_duration(&s->arena, debrief->keeping_minutes),
             (double)debrief->keeping_minutes / most, false);
    page_bar(s->page, word(W_REBUILDING), word_duration(&s->arena, debrief->rebuilding_minutes),
             (double)debrief->rebuilding_minutes / most, true);
}

static void plan(Sheet *s)
{
    page_heading(s->page, 2, word(W_RECAP));
    page_text(s->page, view_recap(&s->arena, s->history, &s->look->debrief));
    page_heading(s->page, 2, word(W_PLAN));
    Text line = { 0 };
    if (s->look->plan != NULL && s->look->plan[0] != '\0') {
        text_add(&line, s->look->plan);
    } else {
        view_add_plan(s->history, &s->look->debrief.plan, &line);
    }
    page_quote(s->page, text_str(&line));
    text_deinit(&line);
}

Page *lookback_page(const Lookback *lookback, const char *language, bool pictures)
{
    Sheet s = { .look = lookback,
                .history = lookback->history,
                .scenario = lookback->history->scenario };
    arena_init(&s.arena);
    const char *title = plain_format(&s.arena, say("%s: looking back"),
                                     plain_text(&s.arena, s.history, s.scenario->title));
    s.page = page_new(title, language);
    ending(&s, pictures);
    turning(&s, &lookback->turns.cost, TURNING_COST);
    turning(&s, &lookback->turns.saved, TURNING_SAVED);
    other_way(&s);
    way(&s, pictures);
    planks(&s);
    learned(&s);
    tried(&s);
    hours(&s);
    plan(&s);
    lookback_talk(lookback, s.page);
    arena_deinit(&s.arena);
    return s.page;
}
