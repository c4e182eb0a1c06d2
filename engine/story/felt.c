// What happens to one person, and what becomes of what is kept of them: trust, and a few marks that
// later events read. It depends on that person alone, so an explorer goes over it again with any
// trust they may have.
#include "story/turn.h"

enum { HEARD_MAX = 15 };

// `t` NULL: nobody is told.
static void trust(Turn *t, const Scenario *sc, int person, PersonState *s, TrustEvent event)
{
    int32_t before = s->trust_now;
    int32_t rapport = s->trust.rapport;
    trust_apply_read(sc->people[person].trust, &s->trust, event, &s->trust_now, &s->belief_now);
    if (t != NULL && s->trust_now != before) {
        turn_event(t, EVENT_TRUST, person, event.kind, before, s->trust_now);
    }
    if (t != NULL && s->trust.rapport != rapport) {
        turn_event(t, EVENT_RAPPORT, person, event.kind, rapport, s->trust.rapport);
    }
}

static void mark(PersonState *s, uint8_t flag, bool set)
{
    s->flags = (uint8_t)(set ? s->flags | flag : s->flags & ~flag);
}

static void hear_of(uint8_t *count)
{
    *count = (uint8_t)(*count + (*count < HEARD_MAX));
}

static void begin_day(Turn *t, const Scenario *sc, int person, PersonState *s)
{
    trust_apply(sc->people[person].trust, &s->trust, (TrustEvent){ .kind = TRUST_DAY });
    if (s->heard_good == 0 && s->heard_bad == 0) {
        return;
    }
    int good = s->heard_good;
    int bad = s->heard_bad;
    s->heard_good = 0;
    s->heard_bad = 0;
    if (t != NULL) {
        turn_event(t, EVENT_HEARD, person, 0, good, bad);
    }
    for (int i = 0; i < good; i++) {
        trust(t, sc, person, s, (TrustEvent){ .kind = TRUST_HEARD_GOOD });
    }
    for (int i = 0; i < bad; i++) {
        trust(t, sc, person, s, (TrustEvent){ .kind = TRUST_HEARD_BAD });
    }
}

static void feel(Turn *t, const Scenario *sc, int person, PersonState *s, StoryFelt what,
                 TrustEvent event)
{
    switch (what) {
    case FELT_TRUST:
        if (event.kind == TRUST_APOLOGY) {
            event.raised = (s->flags & PERSON_RAISED) != 0;
        }
        trust(t, sc, person, s, event);
        break;
    case FELT_CONTACT:
        mark(s, PERSON_CONTACT, true);
        break;
    case FELT_HEARD_GOOD:
        hear_of(&s->heard_good);
        break;
    case FELT_HEARD_BAD:
        hear_of(&s->heard_bad);
        break;
    case FELT_DAY:
        begin_day(t, sc, person, s);
        break;
    case FELT_WEEK:
        event.kind = (s->flags & PERSON_CONTACT) != 0 ? TRUST_WEEK : TRUST_NEGLECT;
        mark(s, PERSON_CONTACT, false);
        trust(t, sc, person, s, event);
        break;
    case FELT_RAISED:
        mark(s, PERSON_RAISED, true);
        break;
    case FELT_NOT_RAISED:
        mark(s, PERSON_RAISED, false);
        break;
    case FELT_ENERGY: // of nobody but the player
        break;
    }
}

void ledger_felt(Turn *t, int person, StoryFelt what, TrustEvent event)
{
    if (turn_wants(t, person, what, event)) {
        feel(t, t->sc, person, play_person(t->sc, t->p, person), what, event);
    }
}

void story_felt(const Scenario *sc, int person, StoryFelt what, TrustEvent event,
                PersonState *state)
{
    feel(NULL, sc, person, state, what, event);
}

int16_t story_energy_felt(const Scenario *sc, int16_t energy, TrustEvent event)
{
    int32_t after = energy + event.weight;
    after = after < 0 ? 0 : after;
    return (int16_t)(after > sc->energy ? sc->energy : after);
}
