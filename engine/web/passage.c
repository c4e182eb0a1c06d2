// Events into lines, as term/tell.c does it for the terminal, for a page that shows one stretch.
#include "web/passage.h"

#include "base/say.h"
#include "story/render.h"

#include <stdio.h>
#include <string.h>

static const char *keep(Arena *arena, Text *text)
{
    const char *kept = arena_string(arena, text_str(text));
    text_deinit(text);
    return kept;
}

const char *passage_first(const Room *room, int person)
{
    return person >= 0 && person < room->scenario->person_count
               ? scenario_text(room->scenario, room->scenario->people[person].first)
               : "";
}

static const char *title_of(Arena *arena, const Room *room, const Playthrough *play, int commitment)
{
    const StoryCommitment *it = &room->scenario->commitments[commitment];
    Text marked = { 0 }, plain = { 0 };
    render_text(room->scenario, play, it->title ? it->title : it->what, &marked);
    render_plain(text_str(&marked), &plain);
    text_deinit(&marked);
    return keep(arena, &plain);
}

static const char *became(StoryState state)
{
    switch (state) {
    case STATE_KEPT:
        return say("kept");
    case STATE_LAPSED:
        return say("no longer needed");
    case STATE_WARNED:
        return say("late, as you had said");
    case STATE_MISSED:
        return say("missed");
    case STATE_OWNED_UP:
        return say("missed, and owned up to");
    case STATE_FOUND_OUT:
        return say("found out");
    case STATE_NONE:
    case STATE_OPEN:
    case STATE_MOVED:
    case STATE_COVERED_UP:
        break;
    }
    return NULL; // a cover-up shows nothing
}

static const char *promise_line(Arena *arena, const Room *room, const StoryEvent *event)
{
    Text out = { 0 };
    const char *title = title_of(arena, room, room->history.now, event->what);
    if (event->kind == EVENT_PROMISED && event->a >= 0) {
        Text due = { 0 };
        render_due(room->scenario, event->a, &due);
        text_addf(&out, say("A new plank: %s, due %s."), title, text_str(&due));
        text_deinit(&due);
    } else if (event->kind == EVENT_PROMISED) {
        text_addf(&out, say("A new plank: %s."), title);
    } else {
        text_addf(&out, "%s: %s.", title, became((StoryState)event->a));
    }
    return keep(arena, &out);
}

static bool line_of(Arena *arena, const Room *room, const StoryEvent *event, PassageLine *line)
{
    if (event->kind == EVENT_SAID) {
        Text marked = { 0 };
        render_said(room->scenario, room->history.now, event, &marked);
        bool speech = event->person < room->scenario->person_count;
        *line =
            (PassageLine){ speech ? PASSAGE_SAID : PASSAGE_TOLD,
                           speech ? passage_first(room, event->person) : "", keep(arena, &marked) };
        return line->text[0] != '\0';
    }
    if (event->kind == EVENT_PROMISED ||
        (event->kind == EVENT_SETTLED && became((StoryState)event->a))) {
        *line = (PassageLine){ PASSAGE_PROMISE, "", promise_line(arena, room, event) };
        return true;
    }
    return false;
}

Passage passage_now(Arena *arena, const Room *room)
{
    const StoryHistory *history = &room->history;
    int from = history->count > 0 ? history->journal_marks[history->count - 1] : 0;
    Passage passage = { .large = room->large };
    int most = history->journal.count - from;
    passage.lines = arena_alloc(arena, sizeof *passage.lines * (size_t)(most > 0 ? most : 1));
    for (int i = from; i < history->journal.count; i++) {
        PassageLine *line = &passage.lines[passage.count];
        if (line_of(arena, room, &history->journal.events[i], line)) {
            passage.letters += (int)(utf8_count(line->text) + strlen(line->who));
            passage.count++;
        }
    }
    return passage;
}

// In tenths of a line of the card, as assets/web/room.css sets it: 60 letters to a line, and a gap behind
// each paragraph.
enum { PAGE_TENTHS = 84, SHORT_TENTHS = 72, LINE_LETTERS = 60, LARGE_LETTERS = 48, GAP_TENTHS = 4 };

static int tenths_of(const Passage *passage, int i)
{
    const PassageLine *line = &passage->lines[i];
    int wide = passage->large ? LARGE_LETTERS : LINE_LETTERS;
    int letters = (int)(utf8_count(line->text) + strlen(line->who)) + (line->who[0] ? 2 : 0);
    return 10 * ((letters + wide - 1) / wide) + GAP_TENTHS;
}

bool passage_is_short(const Passage *passage, int first, int end)
{
    int sum = 0;
    for (int i = first; i < end; i++) {
        sum += tenths_of(passage, i);
    }
    return sum <= SHORT_TENTHS;
}

int passage_page(const Passage *passage, int page, int *first, int *end)
{
    int pages = 1, sum = 0, from = 0;
    *first = 0;
    *end = passage->count;
    for (int i = 0; i < passage->count; i++) {
        int tenths = tenths_of(passage, i);
        if (sum > 0 && sum + tenths > PAGE_TENTHS) {
            if (pages - 1 == page) {
                *first = from;
                *end = i;
            }
            from = i;
            sum = 0;
            pages++;
        }
        sum += tenths;
    }
    if (page >= pages - 1) {
        *first = from;
        *end = passage->count;
    }
    return pages;
}

const char *passage_clock(Arena *arena, const Room *room)
{
    Text clock = { 0 };
    render_clock(room->scenario, room->history.now->clock_minute, &clock);
    return keep(arena, &clock);
}

const char *passage_option(Arena *arena, const Room *room, int option)
{
    Text words = { 0 };
    render_offer(room->scenario, room->history.now, &room->offers[option], &words);
    return keep(arena, &words);
}

int passage_disc(const Room *room, int option)
{
    int plank = room->offers[option].plank;
    if (plank >= room->scenario->commitment_count) {
        return 0;
    }
    const StoryCommitment *it = &room->scenario->commitments[plank];
    BridgeCondition bridge;
    story_bridge(room->scenario, room->history.now, it->by == STORY_PLAYER ? it->to : it->by,
                 &bridge);
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        if (bridge.planks[i].disc > 0 && bridge.planks[i].id == plank) {
            return bridge.planks[i].disc;
        }
    }
    return 0;
}

static const char *word_of(BridgeWord word, bool capital)
{
    switch (word) {
    case BRIDGE_SOUND:
        return capital ? say("Sound") : say("sound");
    case BRIDGE_WORN:
        return capital ? say("Worn") : say("worn");
    case BRIDGE_STRAINED:
        return capital ? say("Strained") : say("strained");
    case BRIDGE_UNSAFE:
        return capital ? say("Unsafe") : say("unsafe");
    case BRIDGE_DOWN:
        break;
    }
    return capital ? say("Down") : say("down");
}

const char *passage_bridge(Arena *arena, const BridgeCondition *bridge, bool capital)
{
    Text out = { 0 };
    const char *word = word_of((BridgeWord)bridge->word, capital);
    if (bridge->frayed) {
        text_addf(&out, say("%s, frayed"), word);
    } else if (bridge->mended) {
        text_addf(&out, say("%s, mended"), word);
    } else {
        text_add(&out, word);
    }
    return keep(arena, &out);
}

// ---- what an answer leads to ------------------------------------------------------------------------

static const char *first_said(Arena *arena, const Room *room, const Playthrough *play,
                              const StoryJournal *journal)
{
    for (int i = 0; i < journal->count; i++) {
        if (journal->events[i].kind != EVENT_SAID) {
            continue;
        }
        Text marked = { 0 }, plain = { 0 }, line = { 0 };
        render_said(room->scenario, play, &journal->events[i], &marked);
        render_plain(text_str(&marked), &plain);
        const char *who = passage_first(room, journal->events[i].person);
        text_addf(&line, "%s%s%s", who, who[0] ? ": " : "", text_str(&plain));
        text_deinit(&marked);
        text_deinit(&plain);
        return keep(arena, &line);
    }
    return "";
}

static const char *bridge_change(Arena *arena, const Room *room, const Playthrough *play)
{
    Text out = { 0 };
    for (int i = 0; i < room->scenario->person_count; i++) {
        BridgeCondition before, after;
        story_bridge(room->scenario, room->history.now, i, &before);
        story_bridge(room->scenario, play, i, &after);
        if (before.word != after.word) {
            text_addf(&out, say("%sThe bridge to %s: %s."), out.length > 0 ? " " : "",
                      passage_first(room, i), passage_bridge(arena, &after, false));
        }
    }
    return keep(arena, &out);
}

PassageLead passage_lead(Arena *arena, const Room *room, int option)
{
    PassageLead lead = { "", "", false };
    const Scenario *scenario = room->scenario;
    Playthrough *play = mem_alloc(scenario->play_size);
    StoryJournal journal = { 0 };
    Err err = { 0 };
    memcpy(play, room->history.now, scenario->play_size);
    if (story_choose(scenario, play, &room->offers[option], &journal, &err)) {
        lead.text = first_said(arena, room, play, &journal);
        lead.bridge = bridge_change(arena, room, play);
        lead.ends = play->ended != 0;
        if (lead.ends && !lead.text[0]) {
            lead.text = scenario_text(scenario, scenario->endings[play->ended - 1].title);
        }
    }
    story_journal_deinit(&journal);
    mem_free(play);
    return lead;
}
