// Starting, asking and choosing: the public face of the interpreter.
#include "story/story.h"

#include "story/turn.h"

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
    Turn turn;
    turn_begin(&turn, scenario, play, journal, err);
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
    const StoryOption *option = &sc->options[op->b], *end = option + op->c;
    int n = 0;
    bool any = false;
    for (unsigned x = op->b; option < end && n < STORY_OFFERS_MAX; option++, x++) {
        bool open = true;
        if (!turn_open(sc, p, option->when, &open, err)) {
            return 0;
        }
        if (!open) {
            continue;
        }
        bool costs = (option->cost_minutes | option->cost_energy) != 0;
        StoryClosed why = costs ? story_closed_by(sc, p, option) : CLOSED_NOT;
        any = any || why == CLOSED_NOT;
        if (why == CLOSED_NOT || closed) {
            out[n++] = (StoryOffer){ OFFER_OPTION, option->plank, (uint8_t)why, (uint16_t)x,
                                     option->cost_minutes };
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
    Turn turn;
    turn_begin(&turn, scenario, play, journal, err);
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
    return story_go_on_told(scenario, play, NULL, err);
}

bool story_go_on_told(const Scenario *scenario, Playthrough *play, StoryJournal *journal, Err *err)
{
    Turn turn;
    turn_begin(&turn, scenario, play, journal, err);
    turn_run(&turn);
    return turn_end(&turn);
}
