// The debrief of a room: that of its way (report/lookback), and what was chosen by how many, as far as that
// may be shown.
#include "app/app.h"

#ifdef PLANKWRIGHT_WEB
#include "app/room_host.h"
#include "app/translations.h"
#include "base/say.h"
#include "report/lookback.h"
#include "story/render.h"

#include <stdio.h>
#include <string.h>

typedef struct Sheet {
    const Room *room;
    Page *page;
} Sheet;

// The decision that led from that state of the room's way, the latest one; NULL where there is none.
static const RoomDecision *decision_at(const Room *room, int at)
{
    char id[ROOM_ID];
    history_id(&room->history, at, id, (int)sizeof id);
    for (int i = room->decided_count - 1; i >= 0; i--) {
        const RoomDecision *it = &room->decided[i];
        if (it->at == at && it->way != ROOM_MINORITY && strcmp(it->id, id) == 0) {
            return it;
        }
    }
    return NULL;
}

static void words_of(const Room *room, const Playthrough *play, const StoryOffer *offer, Text *out)
{
    Text marked = { 0 };
    render_offer(room->scenario, play, offer, &marked);
    render_plain(text_str(&marked), out);
    text_deinit(&marked);
}

static const char *how(const RoomDecision *decision)
{
    switch (decision->way) {
    case ROOM_BY_VOTE:
        return say("The room's choice.");
    case ROOM_OVERRIDDEN:
        return decision->result.most >= 0 ? say("Chosen by the facilitator, against the vote.")
               : decision->result.shown == ROOM_SHOWN_COUNTS
                   ? say("As many were for one as for another; the facilitator chose.")
                   : say("Chosen by the facilitator.");
    case ROOM_UNASKED:
        return say("Chosen without a vote.");
    case ROOM_MINORITY:
        break;
    }
    return say("A branch that was only looked at.");
}

static void bars(Sheet *s, const RoomDecision *decision, const Playthrough *play)
{
    StoryOffer offers[ROOM_OPTIONS_MAX];
    Err err = { 0 };
    int count = story_offers(s->room->scenario, play, false, offers, &err);
    for (int i = 0; i < count; i++) {
        Text words = { 0 };
        char id[ROOM_ID], figure[16];
        words_of(s->room, play, &offers[i], &words);
        story_offer_id(s->room->scenario, play, &offers[i], id, (int)sizeof id);
        snprintf(figure, sizeof figure, "%d", decision->result.counts[i]);
        page_bar(s->page, text_str(&words), figure,
                 decision->result.answered > 0
                     ? (double)decision->result.counts[i] / decision->result.answered
                     : 0.0,
                 strcmp(id, decision->id) == 0);
        text_deinit(&words);
    }
}

static void outcome(Sheet *s, const RoomDecision *decision, const Playthrough *play)
{
    Text line = { 0 };
    const RoomResult *result = &decision->result;
    if (result->shown == ROOM_SHOWN_COUNTS) {
        bars(s, decision, play);
    }
    text_addf(&line, "%s %s", decision->words, how(decision));
    if (result->shown == ROOM_SHOWN_ALIKE) {
        text_addf(&line, " %s", say("Nearly everybody, or everybody, was for one answer."));
    } else if (result->shown == ROOM_SHOWN_NOTHING && result->answered > 0) {
        text_addf(&line, " %s", say("Too few answered for figures."));
    } else if (result->by_hand) {
        text_addf(&line, " %s", say("Counted by hand."));
    }
    page_text(s->page, text_str(&line));
    text_deinit(&line);
}

// How far apart the first two were, in thousandths of all; 1000 where it cannot be told.
static int margin(const RoomDecision *decision)
{
    int first = 0, second = 0;
    const RoomResult *result = &decision->result;
    if (result->shown != ROOM_SHOWN_COUNTS || result->answered == 0) {
        return 1000;
    }
    for (int i = 0; i < ROOM_OPTIONS_MAX; i++) {
        int n = result->counts[i];
        second = n > first ? first : n > second ? n : second;
        first = n > first ? n : first;
    }
    return (first - second) * 1000 / result->answered;
}

static void split(Sheet *s)
{
    const Room *room = s->room;
    int least = 400, where = -1;
    for (int at = 0; at < room->history.count; at++) {
        const RoomDecision *decision = decision_at(room, at);
        if (decision && margin(decision) < least) {
            least = margin(decision);
            where = at;
        }
    }
    if (where < 0) {
        return;
    }
    Text clock = { 0 }, line = { 0 };
    render_clock(room->scenario, history_state(&room->history, where)->clock_minute, &clock);
    text_addf(&line, say("Opinion was most divided at %s. What did the others see?"),
              text_str(&clock));
    page_quote(s->page, text_str(&line));
    text_deinit(&clock);
    text_deinit(&line);
}

static void branches(Sheet *s)
{
    bool first = true;
    for (int i = 0; i < s->room->decided_count; i++) {
        const RoomDecision *it = &s->room->decided[i];
        if (it->at < s->room->history.count && decision_at(s->room, it->at) == it) {
            continue;
        }
        if (first) {
            page_heading(s->page, 3, say("Also looked at, or taken back"));
            first = false;
        }
        page_item(s->page, it->words);
    }
}

static const char *language_of(const Scenario *scenario)
{
    return translations_chosen()[0] ? translations_chosen() : scenario->language;
}

void room_debrief(const Room *room, const RoomTables *tables, Text *out)
{
    Lookback look;
    lookback_init(&look, &room->history, NULL);
    Sheet s = { room, lookback_page(&look, language_of(room->scenario), true) };
    page_heading(s.page, 2, say("What the room chose"));
    split(&s);
    for (int at = 0; at < room->history.count; at++) {
        const RoomDecision *decision = decision_at(room, at);
        if (decision) {
            const Playthrough *play = history_state(&room->history, at);
            Text clock = { 0 };
            render_clock(room->scenario, play->clock_minute, &clock);
            page_heading(s.page, 3, text_str(&clock));
            outcome(&s, decision, play);
            text_deinit(&clock);
        }
    }
    branches(&s);
    room_debrief_ways(room, tables, s.page);
    page_note(s.page, say("Figures are shown only where enough people answered. Nothing here, and "
                          "nothing that was kept, says who chose what."));
    page_html(s.page, out);
    page_free(s.page);
    lookback_deinit(&look);
}
#endif
