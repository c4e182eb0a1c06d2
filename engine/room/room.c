// The acts of facilitator and phones. What a choice does is the story's business.
#include "room/room.h"

#include "base/arena.h"
#include "base/say.h"
#include "story/render.h"

#include <string.h>

enum { COUNTDOWN_MAX = 3600 };

static void changed(Room *room)
{
    room->version++;
}

// ---- life -------------------------------------------------------------------------------------------

static bool look_for_offers(Room *room, Err *err)
{
    Err own = { 0 };
    room->offer_count = story_offers(room->scenario, room->history.now, false, room->offers, &own);
    if (room->offer_count == 0 && own.kind != ERR_NONE) {
        if (err) {
            *err = own;
        }
        return false;
    }
    return true;
}

static int within(int value, int least, int most)
{
    return value < least ? least : value > most ? most : value;
}

bool room_open(Room *room, const Scenario *scenario, uint64_t seed, RoomSettings settings, Err *err)
{
    *room = (Room){ .scenario = scenario, .settings = settings, .home = -1, .version = 1 };
    room->settings.least = within(settings.least, ROOM_LEAST_FROM, ROOM_LEAST_TO);
    room->settings.seconds = within(settings.seconds, 0, COUNTDOWN_MAX);
    if (!history_open(&room->history, scenario, seed, err)) {
        return false;
    }
    if (!look_for_offers(room, err)) {
        history_close(&room->history);
        return false;
    }
    return true;
}

void room_close(Room *room)
{
    room_ballots_wipe(&room->ballots);
    mem_free(room->decided);
    history_close(&room->history);
    *room = (Room){ .home = -1 };
}

// ---- the question -----------------------------------------------------------------------------------

static bool not_now(Err *err, const char *why)
{
    return err_set(err, ERR_USAGE, "%s", why);
}

bool room_begin(Room *room, Err *err)
{
    if (room->stage != ROOM_GATHERS) {
        return not_now(err, say("The story has begun already."));
    }
    room->stage = ROOM_LISTENS;
    changed(room);
    return true;
}

static void forget_vote(Room *room)
{
    room_ballots_wipe(&room->ballots);
    room->result = (RoomResult){ .most = -1 };
    room->before = room->result;
    room->has_before = false;
    room->ends_at = 0;
}

static void open_question(Room *room)
{
    room->page = 0; // of the answers, where they need more than one
    room->question++;
    room->stage = ROOM_ANSWERS;
    room->ends_at = 0;
    changed(room);
}

bool room_ask(Room *room, Err *err)
{
    if (room->stage != ROOM_LISTENS) {
        return not_now(err, room->stage == ROOM_ENDED ? say("The story is over.")
                                                      : say("This question is open already."));
    }
    if (room->offer_count == 0) {
        return not_now(err, say("There is nothing to answer here."));
    }
    forget_vote(room);
    open_question(room);
    return true;
}

bool room_freeze(Room *room, Err *err)
{
    if (room->stage != ROOM_ANSWERS) {
        return not_now(err, say("No question is open."));
    }
    room->result = room_result(&room->ballots.now, room->offer_count, room->settings.least);
    room_ballots_wipe(&room->ballots);
    room->stage = ROOM_FROZEN;
    room->ends_at = 0;
    changed(room);
    return true;
}

bool room_reveal(Room *room, Err *err)
{
    if (room->stage == ROOM_ANSWERS && !room_freeze(room, err)) {
        return false;
    }
    if (room->stage != ROOM_FROZEN) {
        return not_now(err, say("There is nothing to reveal: first open the question."));
    }
    room->stage = ROOM_REVEALED;
    room->page = 0;
    changed(room);
    return true;
}

static bool is_asked(const Room *room)
{
    return room->stage == ROOM_ANSWERS || room->stage == ROOM_FROZEN ||
           room->stage == ROOM_REVEALED;
}

bool room_ask_again(Room *room, bool keep, Err *err)
{
    if (!is_asked(room)) {
        return not_now(err, say("No question was asked yet."));
    }
    RoomResult before = room->result;
    bool counted = room->stage != ROOM_ANSWERS;
    forget_vote(room);
    if (keep && counted) {
        room->before = before;
        room->has_before = true;
    }
    open_question(room);
    return true;
}

bool room_hands(Room *room, const int *counts, Err *err)
{
    if (!is_asked(room) && room->stage != ROOM_LISTENS) {
        return not_now(err, say("There is no question that hands could answer."));
    }
    if (room->offer_count == 0) {
        return not_now(err, say("There is nothing to answer here."));
    }
    RoomTally tally = { 0 };
    for (int i = 0; i < room->offer_count; i++) {
        tally.counts[i] = within(counts[i], 0, ROOM_BALLOTS_MAX);
        tally.answered += tally.counts[i];
    }
    if (tally.answered == 0) {
        return not_now(err, say("Type how many hands went up for each answer."));
    }
    forget_vote(room);
    room->result = room_result_by_hand(&tally, room->offer_count);
    room->stage = ROOM_REVEALED;
    changed(room);
    return true;
}

bool room_least(Room *room, int least, Err *err)
{
    if (room->least_fixed) {
        return not_now(err, say("The first answer is in: from now on this number stays."));
    }
    if (least < ROOM_LEAST_FROM || least > ROOM_LEAST_TO) {
        return err_set(err, ERR_USAGE, say("Results need at least %d and at most %d answers."),
                       ROOM_LEAST_FROM, ROOM_LEAST_TO);
    }
    room->settings.least = least;
    changed(room);
    return true;
}

// ---- going on ---------------------------------------------------------------------------------------

static void note_decision(Room *room, const RoomDecision *decision)
{
    if (room->decided_count == room->decided_capacity) {
        room->decided_capacity = room->decided_capacity == 0 ? 16 : room->decided_capacity * 2;
        room->decided =
            mem_grow(room->decided, sizeof *room->decided * (size_t)room->decided_capacity);
    }
    room->decided[room->decided_count++] = *decision;
}

// Its words in one line; cut between two letters where they are too long for it.
static void keep_words(const Room *room, const StoryOffer *offer, char out[ROOM_WORDS])
{
    Text marked = { 0 }, plain = { 0 };
    render_offer(room->scenario, room->history.now, offer, &marked);
    render_plain(text_str(&marked), &plain);
    size_t n = plain.length < ROOM_WORDS ? plain.length : ROOM_WORDS - 1;
    while (n > 0 && n < plain.length && ((unsigned char)plain.data[n] & 0xc0) == 0x80) {
        n--;
    }
    for (size_t i = 0; i < n; i++) {
        out[i] = (unsigned char)plain.data[i] < ' ' ? ' ' : plain.data[i];
    }
    out[n] = '\0';
    text_deinit(&marked);
    text_deinit(&plain);
}

static void arrive(Room *room)
{
    forget_vote(room);
    room->page = 0;
    room->stage =
        story_pause(room->scenario, room->history.now) == PAUSE_ENDED ? ROOM_ENDED : ROOM_LISTENS;
    changed(room);
}

static bool take(Room *room, int option, RoomWay way, Err *err)
{
    RoomDecision decision = { .at = room->history.count,
                              .way = way,
                              .result =
                                  is_asked(room) ? room->result : (RoomResult){ .most = -1 } };
    StoryOffer offer = room->offers[option];
    story_offer_id(room->scenario, room->history.now, &offer, decision.id, ROOM_ID);
    keep_words(room, &offer, decision.words);
    if (!history_choose(&room->history, &offer, err)) {
        return false;
    }
    if (!look_for_offers(room, err)) {
        history_undo(&room->history);
        look_for_offers(room, NULL);
        return false;
    }
    note_decision(room, &decision);
    arrive(room);
    return true;
}

static bool can_go_on(const Room *room, int option, Err *err)
{
    if (room->stage == ROOM_GATHERS || room->stage == ROOM_ENDED) {
        return not_now(err, room->stage == ROOM_ENDED ? say("The story is over.")
                                                      : say("The story has not begun yet."));
    }
    if (room->stage == ROOM_ANSWERS) {
        return not_now(err, say("The question is still open: freeze or reveal it first."));
    }
    if (option < 0 || option >= room->offer_count) {
        return not_now(err, say("There is no such answer here."));
    }
    return true;
}

bool room_follow(Room *room, Err *err)
{
    if (!can_go_on(room, 0, err)) {
        return false;
    }
    if (room->stage == ROOM_LISTENS || room->result.most < 0) {
        return not_now(err, say("No answer is ahead: choose one, or ask again."));
    }
    return take(room, room->result.most, ROOM_BY_VOTE, err);
}

bool room_choose(Room *room, int option, Err *err)
{
    if (!can_go_on(room, option, err)) {
        return false;
    }
    RoomWay way = room->stage == ROOM_LISTENS   ? ROOM_UNASKED
                  : room->result.most == option ? ROOM_BY_VOTE
                                                : ROOM_OVERRIDDEN;
    return take(room, option, way, err);
}

bool room_show_branch(Room *room, int option, Err *err)
{
    if (room->home >= 0) {
        return not_now(err, say("You are in a branch already: come back first."));
    }
    if (room->stage != ROOM_REVEALED) {
        return not_now(err,
                       say("Reveal the result first, then show what another answer leads to."));
    }
    if (!can_go_on(room, option, err)) {
        return false;
    }
    RoomResult result = room->result;
    int home = room->history.count;
    if (!take(room, option, ROOM_MINORITY, err)) {
        return false;
    }
    room->home = home;
    room->home_result = result;
    room->home_question = room->question;
    return true;
}

static bool undo_to(Room *room, int choices, Err *err)
{
    while (room->history.count > choices) {
        history_undo(&room->history);
    }
    return look_for_offers(room, err);
}

bool room_come_back(Room *room, Err *err)
{
    if (room->home < 0) {
        return not_now(err, say("The room is on its own way: there is nothing to come back from."));
    }
    if (!undo_to(room, room->home, err)) {
        return false;
    }
    forget_vote(room);
    room->result = room->home_result;
    room->stage = ROOM_REVEALED;
    room->home = -1;
    changed(room);
    return true;
}

bool room_rewind(Room *room, int choices, Err *err)
{
    if (choices < 0 || choices > room->history.count) {
        return not_now(err, say("There is no such decision to go back to."));
    }
    if (room->stage == ROOM_GATHERS) {
        return not_now(err, say("The story has not begun yet."));
    }
    if (!undo_to(room, choices, err)) {
        return false;
    }
    if (room->home >= 0 && choices <= room->home) {
        room->home = -1;
    }
    arrive(room);
    return true;
}

// ---- screen and time --------------------------------------------------------------------------------

void room_blank(Room *room, bool blank)
{
    room->blank = blank;
    changed(room);
}

void room_enlarge(Room *room, bool large)
{
    room->large = large;
    room->page = 0; // less fits on a page
    changed(room);
}

bool room_let_tables(Room *room, bool tables, Err *err)
{
    if (room->stage == ROOM_ANSWERS) {
        return not_now(err, say("The question is still open: freeze or reveal it first."));
    }
    room->tables = tables;
    changed(room);
    return true;
}

void room_turn_page(Room *room, int page)
{
    room->page = page < 0 ? 0 : page;
    changed(room);
}

void room_countdown(Room *room, int64_t now, int seconds)
{
    seconds = within(seconds, 0, COUNTDOWN_MAX);
    room->ends_at = seconds > 0 ? now + (int64_t)seconds * 1000 : 0;
    changed(room);
}

void room_more_time(Room *room, int64_t now, int seconds)
{
    int left = room_seconds_left(room, now);
    room_countdown(room, now, (left > 0 ? left : 0) + seconds);
}

int room_seconds_left(const Room *room, int64_t now)
{
    if (room->ends_at == 0) {
        return -1;
    }
    int64_t left = room->ends_at - now;
    if (left <= 0) {
        return 0;
    }
    bool other = left > (int64_t)COUNTDOWN_MAX * 1000; // the clock was set back since then
    return other ? -1 : (int)((left + 999) / 1000);
}

// ---- the phones -------------------------------------------------------------------------------------

static bool cast(Room *room, RoomToken token, int option, int least, Err *err)
{
    if (option < 0 || option >= room->offer_count) {
        return not_now(err, say("There is no such answer here."));
    }
    if (!room_ballots_cast(&room->ballots, token, option, least)) {
        return err_set(err, ERR_SYSTEM,
                       say("More than %d have answered: this answer cannot be counted."),
                       ROOM_BALLOTS_MAX);
    }
    room->least_fixed = true;
    return true;
}

bool room_vote(Room *room, uint32_t question, RoomToken token, int option, Err *err)
{
    if (room->stage != ROOM_ANSWERS) {
        return not_now(err, say("This question is closed. Your answer was not counted."));
    }
    if (question != room->question) {
        return not_now(err, say("The room is at another question now."));
    }
    return cast(room, token, option, room->settings.least, err);
}

bool room_vote_read(Room *room, RoomToken token, int option, Err *err)
{
    return room->stage == ROOM_ANSWERS && cast(room, token, option, ROOM_BALLOTS_MAX + 1, err);
}

void room_votes_read(Room *room)
{
    room_ballots_settle(&room->ballots);
}

int room_voted(const Room *room, RoomToken token)
{
    return room->stage == ROOM_ANSWERS ? room_ballots_find(&room->ballots, token) : -1;
}

int room_answered(const Room *room)
{
    return room->stage == ROOM_ANSWERS ? room->ballots.now.answered : room->result.answered;
}

RoomResult room_figures(const Room *room)
{
    if (room->stage == ROOM_ANSWERS) {
        return room_result(&room->ballots.live, room->offer_count, room->settings.least);
    }
    bool counted = room->stage == ROOM_FROZEN || room->stage == ROOM_REVEALED;
    return counted ? room->result : (RoomResult){ .most = -1 };
}

// ---- for those who show it --------------------------------------------------------------------------

const Playthrough *room_play(const Room *room)
{
    return room->history.now;
}

int room_person(const Room *room)
{
    return story_current_person(room->scenario, room->history.now, &room->history.journal);
}

bool room_in_branch(const Room *room)
{
    return room->home >= 0;
}

const char *room_stage_words(const Room *room)
{
    if (room->tables) {
        return say("Each table plays on its own");
    }
    switch (room->stage) {
    case ROOM_GATHERS:
        return say("People come in");
    case ROOM_LISTENS:
        return say("The story is told");
    case ROOM_ANSWERS:
        return say("The question is open");
    case ROOM_FROZEN:
        return say("Answers are closed");
    case ROOM_REVEALED:
        return say("The result is on the screen");
    case ROOM_ENDED:
        break;
    }
    return say("The story is over");
}
