// The desk: the simulation between scenes. A slot, at most six offers in a fixed order, and the
// words one can say about an open commitment, which take no time. An act uses up its slot.
#include "story/turn.h"

enum {
    OFFERS_MAX = 6, // with rest, without tell and move
    REST_ENERGY = 3000,
    RESTED_LINES = WORD_DESK_RESTED_3 - WORD_DESK_RESTED + 1,
};

// The next due time of an open commitment of the player's within (from, until), else until.
static int32_t cut(const Scenario *sc, const Playthrough *p, int32_t from, int32_t until)
{
    for (uint64_t left = p->open & sc->own; left != 0; left &= left - 1) {
        int32_t due = play_commitment_c(sc, p, play_lowest(left))->due_minute;
        until = due > from && due < until ? due : until;
    }
    return until;
}

bool desk_slot(Turn *t, const StoryDesk *desk)
{
    Playthrough *p = t->p;
    // A last slot may have run past midnight: then the desk is not for the same day of next week.
    int32_t till =
        clock_resolve(t->sc, p->slot_end != 0 ? p->slot_end : p->clock_minute, desk->till);
    if (p->slot_end > p->clock_minute) {
        return true; // it runs
    }
    while (p->clock_minute < till) {
        int32_t end = p->clock_minute + desk->slot_minutes;
        end = cut(t->sc, p, p->clock_minute, end < till ? end : till);
        if (end - p->clock_minute >= STORY_SLOT_LEAST) { // less is spent looking for a pen
            p->slot_end = (uint16_t)end;
            return true;
        }
        clock_advance(t, end, true);
    }
    p->slot_end = 0;
    return false;
}

static bool meeting_is_now(const Scenario *sc, const Playthrough *p, int c)
{
    return play_commitment_c(sc, p, c)->due_minute <= p->clock_minute &&
           p->clock_minute <= clock_fires(sc, p, c);
}

static int32_t work_minutes(const Scenario *sc, const Playthrough *p, int c)
{
    int32_t left = sc->commitments[c].effort_minutes - play_commitment_c(sc, p, c)->done_minutes;
    int32_t slot = p->slot_end - p->clock_minute;
    return left < slot ? left : slot;
}

typedef struct Shelf { // the offers of a slot, as far as there is room for them
    StoryOffer *out;
    int count; // listed
    int room;  // left; a closed offer takes a place whether it is listed or not
    bool list_closed;
} Shelf;

static void put(Shelf *shelf, StoryOffer offer)
{
    if (shelf->room == 0) {
        return;
    }
    shelf->room--;
    if (offer.closed == CLOSED_NOT || shelf->list_closed) {
        shelf->out[shelf->count++] = offer;
    }
}

static uint8_t closed_below(const Scenario *sc, const Playthrough *p, int32_t energy)
{
    return turn_has_energy(sc, p, energy) ? CLOSED_NOT : CLOSED_ENERGY;
}

static void put_meetings(const Scenario *sc, const Playthrough *p, uint64_t left, Shelf *shelf)
{
    for (; left != 0; left &= left - 1) {
        int c = play_lowest(left);
        if (meeting_is_now(sc, p, c)) {
            int32_t minutes = sc->commitments[c].meeting_minutes;
            put(shelf, (StoryOffer){ OFFER_MEET, (uint8_t)c, CLOSED_NOT, (uint16_t)c, minutes });
        }
    }
}

// Where there is energy for overtime, nobody needs to know how much of it is overtime.
static uint8_t closed_for_work(const Scenario *sc, const Playthrough *p, int32_t minutes)
{
    bool enough = p->energy >= clock_overtime_energy(minutes) && turn_oracle(sc) == NULL;
    return enough ? CLOSED_NOT
                  : closed_below(sc, p, clock_work_energy(sc, p->clock_minute, minutes));
}

static void put_works(const Scenario *sc, const Playthrough *p, uint64_t left, Shelf *shelf)
{
    for (; left != 0; left &= left - 1) {
        int c = play_lowest(left);
        int32_t minutes = work_minutes(sc, p, c);
        if (minutes > 0) {
            uint8_t why = closed_for_work(sc, p, minutes);
            put(shelf, (StoryOffer){ OFFER_WORK, (uint8_t)c, why, (uint16_t)c, minutes });
        }
    }
}

static void put_talks(const Scenario *sc, const Playthrough *p, const StoryDesk *desk, Shelf *shelf)
{
    unsigned people = (1u << sc->person_count) - 1u; // the mask may be of all there could be
    for (uint64_t left = desk->talk & people; left != 0; left &= left - 1) {
        int i = play_lowest(left);
        const StoryTalk *talk = &sc->talks[sc->people[i].talk];
        if (talk->minutes <= p->slot_end - p->clock_minute) {
            uint8_t why = closed_below(sc, p, talk->energy);
            put(shelf, (StoryOffer){ OFFER_TALK, STORY_NONE, why, (uint16_t)i, talk->minutes });
        }
    }
}

// What an option of the desk takes: the slot, or what its author says.
static int32_t option_minutes(const Playthrough *p, const StoryOption *option)
{
    return option->cost_minutes > 0 ? option->cost_minutes : p->slot_end - p->clock_minute;
}

static bool put_options(const Scenario *sc, const Playthrough *p, const StoryDesk *desk,
                        Shelf *shelf, Err *err)
{
    for (int i = 0; i < desk->option_count; i++) {
        const StoryOption *option = &sc->options[desk->first_option + i];
        bool open = true;
        if (!turn_open(sc, p, option->when, &open, err)) {
            return false;
        }
        if (open) {
            put(shelf,
                (StoryOffer){ OFFER_OPTION, option->plank, (uint8_t)story_closed_by(sc, p, option),
                              (uint16_t)(desk->first_option + i), option_minutes(p, option) });
        }
    }
    return true;
}

// Tell, and ask for a new date: outside of the count, once a day each.
static int add_words(const Scenario *sc, const Playthrough *p, int c, StoryOffer *out, int n)
{
    const CommitmentState *s = play_commitment_c(sc, p, c);
    if (s->due_minute <= p->clock_minute || n >= STORY_OFFERS_MAX - 1) {
        return n;
    }
    if ((s->flags & (COMMITMENT_TOLD | COMMITMENT_TOLD_TODAY)) == 0) {
        out[n++] = (StoryOffer){ .kind = OFFER_TELL, .x = (uint16_t)c, .plank = (uint8_t)c };
    }
    if ((s->flags & COMMITMENT_ASKED_TODAY) == 0) {
        out[n++] = (StoryOffer){ .kind = OFFER_MOVE, .x = (uint16_t)c, .plank = (uint8_t)c };
    }
    return n;
}

int desk_offers(const Scenario *sc, const Playthrough *p, bool closed, StoryOffer *out, Err *err)
{
    const StoryDesk *desk = &sc->desks[sc->ops[p->at].b];
    Shelf shelf = { out, 0, OFFERS_MAX - 1, closed }; // rest is always there
    uint64_t open = p->open & sc->own;
    put_meetings(sc, p, open & sc->of_kind[STORY_MEET], &shelf);
    put_works(sc, p, open & sc->of_kind[STORY_WORK] & desk->work, &shelf);
    put_talks(sc, p, desk, &shelf);
    if (!put_options(sc, p, desk, &shelf, err)) {
        return 0;
    }
    int n = shelf.count;
    out[n++] = (StoryOffer){ OFFER_REST, STORY_NONE, CLOSED_NOT, 0, p->slot_end - p->clock_minute };
    for (uint64_t left = open & ~sc->of_kind[STORY_HOLD]; left != 0; left &= left - 1) {
        n = add_words(sc, p, play_lowest(left), out, n);
    }
    return n;
}

void desk_work(Turn *t, int commitment, int32_t minutes, int32_t until, bool say)
{
    const StoryCommitment *c = &t->sc->commitments[commitment];
    CommitmentState *s = play_commitment(t->sc, t->p, commitment);
    int other = ledger_other(c);
    int32_t left = c->effort_minutes - s->done_minutes;
    minutes = minutes < left ? minutes : left;
    if (minutes > 0) {
        clock_energy(t, -clock_work_energy(t->sc, t->p->clock_minute, minutes));
        clock_advance(t, t->p->clock_minute + minutes, false);
        s->done_minutes = (uint16_t)(s->done_minutes + minutes);
        const PersonState *person = play_person_c(t->sc, t->p, other);
        turn_event(t, EVENT_WORKED, other, commitment, minutes,
                   person->violations > person->strands_back);
    }
    bool done = s->done_minutes >= c->effort_minutes;
    if (done && !c->by_hand && play_is_open(s->state)) {
        ledger_deliver(t, commitment);
        if (say) {
            const StoryPerson *p = &t->sc->people[other];
            TextId line = c->lines.delivered != 0 ? c->lines.delivered : p->lines.delivered;
            ledger_say(t, other, line != 0 ? line : t->sc->words[WORD_DELIVERED], commitment);
        }
    } else if (say) {
        ledger_say(t, STORY_NONE, t->sc->words[done ? WORD_DESK_FINISHED : WORD_DESK_WORKED],
                   commitment);
    }
    clock_advance(t, until, true);
}

static void say_own(Turn *t, int commitment, TextId own, TextId persons, StoryWord word)
{
    int other = ledger_other(&t->sc->commitments[commitment]);
    TextId line = own != 0 ? own : persons;
    ledger_say(t, other, line != 0 ? line : t->sc->words[word], commitment);
}

static void words(Turn *t, const StoryOffer *offer)
{
    const StoryCommitment *c = &t->sc->commitments[offer->x];
    const StoryPerson *person = &t->sc->people[c->to];
    if (offer->kind == OFFER_TELL) {
        ledger_tell(t, offer->x);
        say_own(t, offer->x, c->lines.told, person->lines.told, WORD_TOLD);
    } else if (ledger_move(t, offer->x, STORY_TIME_NONE)) {
        say_own(t, offer->x, c->lines.moved, person->lines.moved, WORD_MOVED);
    }
}

static void rest(Turn *t)
{
    clock_energy(t, REST_ENERGY);
    turn_event(t, EVENT_RESTED, STORY_NONE, 0, t->p->slot_end - t->p->clock_minute, 0);
    int slot = t->p->clock_minute / t->sc->desks[t->sc->ops[t->p->at].b].slot_minutes;
    ledger_say(t, STORY_NONE, t->sc->words[WORD_DESK_RESTED + slot % RESTED_LINES], -1);
    clock_advance(t, t->p->slot_end, true);
}

static void own_option(Turn *t, const StoryOption *option)
{
    Playthrough *p = t->p;
    int32_t minutes = option_minutes(p, option);
    int32_t energy = option->cost_energy > 0 ? option->cost_energy
                                             : clock_work_energy(t->sc, p->clock_minute, minutes);
    int32_t end = p->clock_minute + minutes;
    clock_energy(t, -energy);
    turn_event(t, EVENT_SPENT, STORY_NONE, 0, minutes, energy);
    clock_advance(t, end > p->slot_end ? end : p->slot_end, true);
    turn_call(t, option->op);
}

void desk_choose(Turn *t, const StoryOffer *offer)
{
    Playthrough *p = t->p;
    switch ((StoryOfferKind)offer->kind) {
    case OFFER_MEET: {
        int32_t end = p->clock_minute + t->sc->commitments[offer->x].meeting_minutes;
        clock_energy(t, -clock_work_energy(t->sc, p->clock_minute, end - p->clock_minute));
        ledger_attend(t, offer->x);
        clock_advance(t, end > p->slot_end ? end : p->slot_end, true);
        break;
    }
    case OFFER_WORK:
        desk_work(t, offer->x, p->slot_end - p->clock_minute, p->slot_end, true);
        break;
    case OFFER_TALK:
        talk_begin(t, t->sc->people[offer->x].talk);
        break;
    case OFFER_REST:
        rest(t);
        break;
    case OFFER_OPTION:
        own_option(t, &t->sc->options[offer->x]);
        break;
    case OFFER_TELL:
    case OFFER_MOVE:
        words(t, offer);
        break;
    case OFFER_AGENDA:
        break;
    }
}
