// What a state is called and looks like: the ids of its offers, the bridge to each colleague, and
// whose bridge is in front. Reads only.
#include "story/story.h"
#include "story/turn.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

uint8_t story_weather(const Scenario *scenario, const Playthrough *play)
{
    uint8_t weather = scenario->weather;
    if (play->scene < scenario->scene_count &&
        scenario->scenes[play->scene].weather != STORY_BY_CLOCK) {
        weather = scenario->scenes[play->scene].weather;
    }
    if (weather != STORY_BY_CLOCK) {
        return weather;
    }
    int minute = play->clock_minute % STORY_DAY_MINUTES;
    return minute < 8 * 60 ? STORY_DAWN : minute < 17 * 60 + 30 ? STORY_DAY : STORY_DUSK;
}
