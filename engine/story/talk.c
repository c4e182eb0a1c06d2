// One-on-ones: an agenda, rounds of moves, and what they do to rapport. Also moves in passing, and
// the one move that a hesitating colleague waits for.
#include "story/turn.h"

enum { MOVES_LISTENED = 1, MOVES_ASKED = 2, MOVES_AGAINST = 16, AGAINST_MAX = 15 };

// Whoever begins a one-on-one when a meeting with that person is due has kept it.
static void attend_meetings(Turn *t, const StoryTalk *talk)
{
    uint64_t left = t->p->open & t->sc->own & t->sc->of_kind[STORY_MEET];
    for (; left != 0; left &= left - 1) {
        int c = play_lowest(left);
        int32_t due = play_commitment_c(t->sc, t->p, c)->due_minute;
        bool now = due - 10 <= t->p->clock_minute && t->p->clock_minute <= due + 10;
        if (t->sc->commitments[c].to == talk->person && (now || c == talk->meets)) {
            ledger_attend(t, c); // waits for it: another may settle on the way, and does nothing
        }
    }
}

bool talk_begin(Turn *t, int talk)
{
    const StoryTalk *it = &t->sc->talks[talk];
    Playthrough *p = t->p;
    if (!ledger_accepts(t->sc, p, it->person)) {
        const StoryPerson *person = &t->sc->people[it->person];
        turn_event(t, EVENT_REFUSED, it->person, STORY_NONE, 0, 0);
        ledger_say(t, it->person,
                   person->lines.refused != 0 ? person->lines.refused : t->sc->words[WORD_REFUSED],
                   -1);
        if (p->slot_end > p->clock_minute) {
            clock_advance(t, p->slot_end, true);
        }
        return false;
    }
    attend_meetings(t, it);
    p->talk = (uint16_t)talk;
    p->talk_person = it->person;
    p->talk_agenda = 0;
    p->talk_round = 0;
    p->talk_moves = 0;
    p->talk_used = 0;
    return true;
}

void talk_finish(Turn *t)
{
    Playthrough *p = t->p;
    const StoryTalk *it = &t->sc->talks[p->talk];
    PersonState *person = play_person(t->sc, p, it->person);
    int agenda = p->talk_agenda == 0 ? 2 : p->talk_agenda; // nobody said: shared
    int32_t quality =
        trust_talk_quality((p->talk_moves & MOVES_LISTENED) != 0,
                           (p->talk_moves & MOVES_ASKED) != 0, agenda - 1, p->talk_moves >> 4);
    person->flags =
        (uint8_t)(agenda == 3 ? person->flags | PERSON_LANTERN : person->flags & ~PERSON_LANTERN);
    ledger_contact(t, it->person);
    turn_event(t, EVENT_TALKED, it->person, person->violations > person->strands_back, it->minutes,
               quality);
    ledger_trust(t, it->person, (TrustEvent){ .kind = TRUST_TALK, .weight = quality });
    p->talk_person = STORY_NONE;
    p->talk = 0;
    p->talk_agenda = p->talk_round = p->talk_moves = 0;
    p->talk_used = 0;
    clock_energy(t, -it->energy);
    int32_t end = p->clock_minute + it->minutes;
    clock_advance(t, end > p->slot_end ? end : p->slot_end, true);
}

// Those of `some` (a mask of the one-on-one's options) that can be taken, at most `most`.
static int add_options(const Scenario *sc, const Playthrough *p, uint32_t some, int most,
                       StoryOffer *out, bool *failed, Err *err)
{
    unsigned first = sc->talks[p->talk].first_option;
    int n = 0;
    for (uint32_t left = some & ~p->talk_used; left != 0 && n < most; left &= left - 1) {
        unsigned x = first + (unsigned)play_lowest(left);
        const StoryOption *option = &sc->options[x];
        bool open = true;
        if (!turn_open(sc, p, option->when, &open, err)) {
            *failed = true;
        }
        if (open) {
            out[n++] = (StoryOffer){ OFFER_OPTION, option->plank, CLOSED_NOT, (uint16_t)x, 0 };
        }
    }
    return n;
}

// Where the options carry the agenda, it is a round of its own, before the others.
static bool agenda_is_open(const Playthrough *p)
{
    return p->talk_agenda == 0 && p->talk_round == 0;
}

int talk_offers(const Scenario *sc, const Playthrough *p, int most, StoryOffer *out, bool *failed,
                Err *err)
{
    const StoryTalk *it = &sc->talks[p->talk];
    int n = 0;
    if (it->asks_agenda && p->talk_agenda == 0) {
        for (int agenda = 3; agenda >= 1 && n < most; agenda--) {
            out[n++] = (StoryOffer){ OFFER_AGENDA, STORY_NONE, CLOSED_NOT, (uint16_t)agenda, 0 };
        }
        return n;
    }
    if (p->talk_round >= it->rounds) {
        return 0;
    }
    if (it->agenda_first && agenda_is_open(p)) {
        n = add_options(sc, p, it->agendas, most, out, failed, err);
    }
    if (n == 0) {
        n = add_options(sc, p, it->others, most, out, failed, err);
    }
    return *failed ? 0 : n;
}

void talk_choose(Turn *t, const StoryOffer *offer)
{
    Playthrough *p = t->p;
    const StoryTalk *it = &t->sc->talks[p->talk];
    if (offer->kind == OFFER_AGENDA) {
        p->talk_agenda = (uint8_t)offer->x;
        turn_event(t, EVENT_MOVE, it->person, STORY_MY_AGENDA + 1 - (int)offer->x, 0, 0);
        return;
    }
    const StoryOption *option = &t->sc->options[offer->x];
    bool agenda_round = it->agenda_first && option->agenda != 0 && agenda_is_open(p);
    p->talk_used |= 1u << (offer->x - it->first_option);
    if (!agenda_round) {
        p->talk_round++;
    }
    turn_call(t, option->op);
}

// A move in the one-on-one that runs: counted, weighed at its end.
static void count_move(Playthrough *p, StoryMove move)
{
    switch (move) {
    case STORY_LISTEN:
        p->talk_moves |= MOVES_LISTENED;
        break;
    case STORY_ASK:
        p->talk_moves |= MOVES_ASKED;
        break;
    case STORY_DEFEND:
    case STORY_STEER:
    case STORY_FIX:
        if (p->talk_moves >> 4 < AGAINST_MAX) {
            p->talk_moves = (uint8_t)(p->talk_moves + MOVES_AGAINST);
        }
        break;
    case STORY_THEIR_AGENDA:
        p->talk_agenda = 3;
        break;
    case STORY_SHARED_AGENDA:
        p->talk_agenda = 2;
        break;
    case STORY_MY_AGENDA:
        p->talk_agenda = 1;
        break;
    }
}

static void passing_move(Turn *t, int person, StoryMove move)
{
    ledger_contact(t, person);
    switch (move) {
    case STORY_LISTEN:
        ledger_trust(t, person, (TrustEvent){ .kind = TRUST_LISTENED });
        break;
    case STORY_ASK:
        ledger_trust(t, person, (TrustEvent){ .kind = TRUST_ASKED });
        break;
    case STORY_THEIR_AGENDA:
    case STORY_SHARED_AGENDA:
        ledger_trust(t, person, (TrustEvent){ .kind = TRUST_THEIR_AGENDA });
        break;
    case STORY_DEFEND:
    case STORY_STEER:
    case STORY_FIX:
    case STORY_MY_AGENDA:
        ledger_trust(t, person, (TrustEvent){ .kind = TRUST_DEFENDED });
        break;
    }
}

static bool is_against(StoryMove move)
{
    return move == STORY_DEFEND || move == STORY_STEER || move == STORY_FIX ||
           move == STORY_MY_AGENDA;
}

void talk_move(Turn *t, int person, StoryMove move)
{
    Playthrough *p = t->p;
    bool in_talk =
        p->talk_person != STORY_NONE && (person == STORY_NONE || person == p->talk_person);
    int whom = person != STORY_NONE ? person : in_talk ? p->talk_person : p->who;
    if (whom == STORY_NONE) {
        return;
    }
    turn_event(t, EVENT_MOVE, whom, (int)move, 0, 0);
    if (in_talk) {
        count_move(p, move);
        return;
    }
    if (person != STORY_NONE || p->need_shift == STORY_NEED_DECIDED) {
        passing_move(t, whom, move);
    } else if (p->need_shift == 0) { // nobody hesitates twice
        ledger_contact(t, whom);
        p->need_shift = is_against(move) ? 1 : -1;
    }
}
