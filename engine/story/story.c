// Starting, asking and choosing: the public face of the interpreter.
#include "story/story.h"

#include "base/text.h"
#include "story/turn.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The first morning, or earlier where the first scene says so.
static int32_t begins_minute(const Scenario *sc)
{
    int32_t at = clock_resolve(sc, 0, sc->scenes[0].at);
    return at >= 0 && at < sc->opens_minute ? at : sc->opens_minute;
}

void story_fresh(const Scenario *sc, Playthrough *p)
{
    memset(p, 0, sc->play_size);
    p->who = STORY_NONE;
    p->talk_person = STORY_NONE;
    for (int i = 0; i < sc->person_count; i++) {
        PersonState *person = play_person(sc, p, i);
        person->trust = trust_start(sc->people[i].trust);
        person->mood = sc->people[i].mood;
    }
    for (int i = 0; i < sc->number_count; i++) {
        play_numbers(sc, p)[i] = sc->numbers[i].start;
    }
    play_derive(sc, p);
}

bool story_start(const Scenario *scenario, Playthrough *play, uint64_t seed, StoryJournal *journal,
                 Err *err)
{
    story_fresh(scenario, play);
    play->seed = seed;
    play->clock_minute = begins_minute(scenario);
    play->energy = scenario->energy;
    play->at = scenario->scenes[0].op;
    Turn turn = turn_begin(scenario, play, journal, err);
    turn_run(&turn);
    return turn_end(&turn);
}

StoryPause story_pause(const Scenario *scenario, const Playthrough *play)
{
    if (play->ended != 0) {
        return PAUSE_ENDED;
    }
    uint8_t code = scenario->ops[play->at].code;
    if (code == OP_CHOICE) {
        return PAUSE_CHOICE;
    }
    return code == OP_DESK && play->talk_person == STORY_NONE ? PAUSE_DESK : PAUSE_TALK;
}

StoryClosed story_closed_by(const Scenario *sc, const Playthrough *p, const StoryOption *option)
{
    if (option->cost_minutes > 0 && clock_hours_left(sc, p) < option->cost_minutes) {
        return CLOSED_HOURS;
    }
    return turn_has_energy(sc, p, option->cost_energy) ? CLOSED_NOT : CLOSED_ENERGY;
}

// A soft-lock: said here, for everybody who asks what can be taken.
static int nothing_open(const Scenario *sc, const Playthrough *p, Err *err)
{
    err_set(err, ERR_INPUT, "no option is open here in scene \"%s\"", sc->scenes[p->scene].id);
    err_fix(err, "give one option neither when nor costs, or put the choice into when … otherwise");
    scenario_err_at(sc, p->at, err);
    return 0;
}

static int choice_offers(const Scenario *sc, const Playthrough *p, bool closed, StoryOffer *out,
                         Err *err)
{
    const StoryOp *op = &sc->ops[p->at];
    int n = 0;
    bool any = false;
    for (int i = 0; i < op->c && n < STORY_OFFERS_MAX; i++) {
        const StoryOption *option = &sc->options[op->b + i];
        bool open = true;
        if (!turn_open(sc, p, option->when, &open, err)) {
            return 0;
        }
        StoryClosed why = open ? story_closed_by(sc, p, option) : CLOSED_NOT;
        any = any || (open && why == CLOSED_NOT);
        if (open && (why == CLOSED_NOT || closed)) {
            out[n++] = (StoryOffer){ OFFER_OPTION, option->plank, (uint8_t)why,
                                     (uint16_t)(op->b + i), option->cost_minutes };
        }
    }
    return any ? n : nothing_open(sc, p, err);
}

int story_offers(const Scenario *scenario, const Playthrough *play, bool closed, StoryOffer *out,
                 Err *err)
{
    bool failed = false;
    int count = 0;
    switch (story_pause(scenario, play)) {
    case PAUSE_CHOICE:
        return choice_offers(scenario, play, closed, out, err);
    case PAUSE_DESK:
        return desk_offers(scenario, play, closed, out, err);
    case PAUSE_TALK:
        count = talk_offers(scenario, play, STORY_OFFERS_MAX, out, &failed, err);
        return count > 0 || failed ? count : nothing_open(scenario, play, err);
    case PAUSE_ENDED:
        break;
    }
    return 0;
}

static void choose_option(Turn *t, const StoryOption *option)
{
    Playthrough *p = t->p;
    clock_energy(t, -option->cost_energy);
    if (option->cost_minutes > 0) {
        turn_event(t, EVENT_SPENT, STORY_NONE, 0, option->cost_minutes, option->cost_energy);
        clock_advance(t, p->clock_minute + option->cost_minutes, true);
    }
    p->at = option->op;
}

bool story_choose(const Scenario *scenario, Playthrough *play, const StoryOffer *offer,
                  StoryJournal *journal, Err *err)
{
    Turn turn = turn_begin(scenario, play, journal, err);
    StoryPause pause = story_pause(scenario, play);
    if (pause == PAUSE_ENDED) {
        return err_set(err, ERR_INPUT, "the story is over: there is nothing to choose");
    }
    turn_event(&turn, EVENT_CHOSE, STORY_NONE, offer->x, offer->kind, play->scene);
    if (offer->kind == OFFER_OPTION) {
        const StoryOption *option = &scenario->options[offer->x];
        turn.witnesses = option->seen_by;
        if (option->took >= 0) {
            play_set_bit(play, scenario->took_at, option->took);
        }
    }
    switch (pause) {
    case PAUSE_CHOICE:
        choose_option(&turn, &scenario->options[offer->x]);
        break;
    case PAUSE_DESK:
        desk_choose(&turn, offer);
        break;
    case PAUSE_TALK:
        talk_choose(&turn, offer);
        break;
    case PAUSE_ENDED:
        break;
    }
    turn_run(&turn);
    return turn_end(&turn);
}

bool story_between(const Scenario *scenario, const Playthrough *play)
{
    return play->ended == 0 && scenario->ops[play->at].code == OP_REACT;
}

bool story_go_on(const Scenario *scenario, Playthrough *play, Err *err)
{
    Turn turn = turn_begin(scenario, play, NULL, err);
    turn_run(&turn);
    return turn_end(&turn);
}

static const char *act_name(StoryOfferKind kind)
{
    switch (kind) {
    case OFFER_MEET:
        return "meet_";
    case OFFER_WORK:
        return "work_";
    case OFFER_TALK:
        return "talk_";
    case OFFER_REST:
        return "rest";
    case OFFER_TELL:
        return "tell_";
    case OFFER_MOVE:
        return "move_";
    case OFFER_OPTION:
    case OFFER_AGENDA:
        break;
    }
    return "";
}

static const char *offer_about(const Scenario *sc, const StoryOffer *offer)
{
    static const char *const agendas[] = { "", "mine", "shared", "theirs" };
    switch ((StoryOfferKind)offer->kind) {
    case OFFER_OPTION:
        return sc->options[offer->x].id;
    case OFFER_MEET:
    case OFFER_WORK:
    case OFFER_TELL:
    case OFFER_MOVE:
        return sc->commitments[offer->x].id;
    case OFFER_TALK:
        return sc->people[offer->x].id;
    case OFFER_AGENDA:
        return agendas[offer->x];
    case OFFER_REST:
        break;
    }
    return "";
}

void story_offer_id(const Scenario *scenario, const Playthrough *play, const StoryOffer *offer,
                    char *out, int out_size)
{
    const char *scene = scenario->scenes[play->scene].id;
    bool desk = story_pause(scenario, play) == PAUSE_DESK;
    snprintf(out, (size_t)out_size, "%s%s%s%s", scene, desk ? "/desk." : ".",
             act_name((StoryOfferKind)offer->kind), offer_about(scenario, offer));
}

// Whether `name` is the whole id, or a tail of it that begins behind a "." or "/".
static bool names(const char *id, const char *name)
{
    size_t length = strlen(id);
    size_t tail = strlen(name);
    if (tail == 0 || tail > length || strcmp(id + length - tail, name) != 0) {
        return false;
    }
    return tail == length || id[length - tail - 1] == '.' || id[length - tail - 1] == '/';
}

int story_offer_find(const Scenario *scenario, const Playthrough *play, const StoryOffer *offers,
                     int count, const char *name)
{
    char *end = NULL;
    long number = strtol(name, &end, 10);
    if (end != name && *end == '\0') {
        return number >= 1 && number <= count ? (int)number - 1 : -1;
    }
    int found = -1;
    for (int i = 0; i < count; i++) {
        char id[256];
        story_offer_id(scenario, play, &offers[i], id, (int)sizeof id);
        if (strcmp(id, name) == 0) {
            return i;
        }
        if (names(id, name)) {
            found = found == -1 ? i : -2;
        }
    }
    return found;
}

static BridgeFate fate(const CommitmentState *s)
{
    switch ((StoryState)s->state) {
    case STATE_NONE:
    case STATE_OPEN:
        return BRIDGE_OPEN;
    case STATE_MOVED:
        return BRIDGE_MOVED;
    case STATE_KEPT:
        return BRIDGE_KEPT;
    case STATE_LAPSED:
        return BRIDGE_LAPSED;
    case STATE_WARNED:
        return BRIDGE_WARNED;
    case STATE_MISSED:
        return BRIDGE_MISSED;
    case STATE_OWNED_UP:
        return BRIDGE_OWNED_UP;
    case STATE_COVERED_UP: // as it looked before
        return (s->flags & COMMITMENT_COST) != 0 ? BRIDGE_MISSED
               : s->moves > 0                    ? BRIDGE_MOVED
                                                 : BRIDGE_OPEN;
    case STATE_FOUND_OUT:
        return BRIDGE_FOUND_OUT;
    }
    return BRIDGE_OPEN;
}

static bool promised_before(const Scenario *sc, const Playthrough *p, int a, int b)
{
    return play_commitment_c(sc, p, a)->promised < play_commitment_c(sc, p, b)->promised;
}

void story_bridge(const Scenario *scenario, const Playthrough *play, int person,
                  BridgeCondition *out)
{
    BridgeCommitment commitments[STORY_COMMITMENTS_MAX];
    int count = 0;
    for (int c = 0; c < scenario->commitment_count; c++) {
        const CommitmentState *s = play_commitment_c(scenario, play, c);
        if (s->state == STATE_NONE || ledger_other(&scenario->commitments[c]) != person) {
            continue;
        }
        int at = count++;
        while (at > 0 && promised_before(scenario, play, c, commitments[at - 1].id)) {
            commitments[at] = commitments[at - 1];
            at--;
        }
        commitments[at] =
            (BridgeCommitment){ (uint8_t)fate(s), scenario->commitments[c].by != STORY_PLAYER,
                                (int16_t)c, s->settled };
    }
    const PersonState *state = play_person_c(scenario, play, person);
    BridgeInput input = {
        .trust = state->trust_now,
        .rapport = state->trust.rapport,
        .stain = state->trust.stain,
        .violations = state->violations,
        .strands_back = state->strands_back,
        .lantern = (state->flags & PERSON_LANTERN) != 0,
        .on_guard = trust_on_guard(&state->trust),
        .commitments = commitments,
        .commitment_count = count,
    };
    *out = bridge_condition(&input);
}

int story_current_person(const Scenario *scenario, const Playthrough *play,
                         const StoryJournal *journal)
{
    if (play->talk_person != STORY_NONE) {
        return play->talk_person;
    }
    for (int i = journal == NULL ? -1 : journal->count - 1; i >= 0; i--) {
        const StoryEvent *event = &journal->events[i];
        if ((event->kind == EVENT_SAID || event->kind == EVENT_NEED) &&
            event->person < scenario->person_count) {
            return event->person;
        }
    }
    return 0;
}
