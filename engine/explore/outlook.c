// See outlook.h. What somebody reads of a colleague stands in trust/forget.c.
#include "explore/outlook.h"

#include <assert.h>
#include <string.h>

// ---- what may come ----------------------------------------------------------------------------------

static int number_of(ExploreQuestions *q, StoryReading which, int32_t threshold)
{
    for (int i = 0; i < q->count; i++) {
        if (q->items[i].which == which && q->items[i].threshold == threshold) {
            return i;
        }
    }
    if (q->count == EXPLORE_QUESTIONS_MAX) {
        return -1;
    }
    q->items[q->count].which = (uint8_t)which;
    q->items[q->count].threshold = threshold;
    return q->count++;
}

static void ask(ExploreOutlook *o, ExploreQuestions *questions, const ExploreMet *met)
{
    StoryReading which = (StoryReading)met->which;
    int number = number_of(questions, which, met->threshold);
    o->bits |= OUTLOOK_ASKED | (which == READING_BELIEF ? OUTLOOK_BELIEVED : 0u);
    if (number < 0) {
        o->bits |= OUTLOOK_MOVES; // then the readings are kept as they are
    } else {
        o->asks |= (uint64_t)1 << number;
    }
}

static void count(uint16_t *many, int more)
{
    int sum = *many + more;
    *many = (uint16_t)(sum < TRUST_AHEAD_MANY ? sum : TRUST_AHEAD_MANY);
}

static void feel_trust(ExploreOutlook *o, TrustEventKind kind)
{
    o->bits |= OUTLOOK_MOVES;
    switch (kind) {
    case TRUST_KEPT:
    case TRUST_EXCEEDED:
        count(&o->keeps, 1);
        break;
    case TRUST_MISSED:
    case TRUST_WARNED_LATE:
    case TRUST_MISSED_OWNED:
    case TRUST_DECEIVED:
        count(&o->breaches, 1);
        break;
    case TRUST_APOLOGY:
        o->bits |= OUTLOOK_APOLOGIES;
        break;
    case TRUST_VOW:
        o->bits |= OUTLOOK_VOWS;
        break;
    case TRUST_OWNED_UP:
        o->bits |= OUTLOOK_OWNED;
        break;
    case TRUST_CLEARED:
        o->bits |= OUTLOOK_CLEARED;
        break;
    case TRUST_MOVED:
        o->bits |= OUTLOOK_DATES;
        break;
    case TRUST_EXCUSED: // no story has it, and trust_forget does not know it
        assert(kind != TRUST_EXCUSED);
        break;
    case TRUST_DENIAL: // these read only what is always kept
    case TRUST_STANDARD:
    case TRUST_TALK:
    case TRUST_LISTENED:
    case TRUST_ASKED:
    case TRUST_THEIR_AGENDA:
    case TRUST_DEFENDED:
    case TRUST_HEARD_GOOD:
    case TRUST_HEARD_BAD:
    case TRUST_DAY:
    case TRUST_WEEK:
    case TRUST_NEGLECT:
    case TRUST_EVENT_KIND_COUNT:
        break;
    }
}

void explore_outlook_meet(ExploreOutlook *o, ExploreQuestions *questions, const ExploreMet *met)
{
    switch (met->felt) {
    case 0:
        ask(o, questions, met);
        break;
    case FELT_TRUST:
        feel_trust(o, (TrustEventKind)met->event.kind);
        break;
    case FELT_DAY:
        o->bits |= OUTLOOK_TOMORROW;
        break;
    case FELT_WEEK:
        o->bits |= OUTLOOK_WEEK | OUTLOOK_MOVES;
        break;
    case FELT_ENERGY:
    case FELT_HEARD_GOOD:
    case FELT_HEARD_BAD:
        o->bits |= OUTLOOK_MOVES;
        break;
    default: // a mark, which only others of these read
        break;
    }
}

ExploreOutlook explore_outlook_then(const ExploreOutlook *one, const ExploreOutlook *next)
{
    ExploreOutlook o = *one;
    o.asks |= next->asks;
    o.bits |= next->bits;
    count(&o.keeps, next->keeps);
    count(&o.breaches, next->breaches);
    return o;
}

bool explore_outlook_join(ExploreOutlook *one, const ExploreOutlook *other)
{
    ExploreOutlook before = *one;
    one->asks |= other->asks;
    one->bits |= other->bits;
    one->keeps = one->keeps > other->keeps ? one->keeps : other->keeps;
    one->breaches = one->breaches > other->breaches ? one->breaches : other->breaches;
    return memcmp(&before, one, sizeof before) != 0;
}

// ---- forgetting -------------------------------------------------------------------------------------

// The least reading that answers alike.
static int32_t like(const ExploreOutlook *o, const ExploreQuestions *questions, StoryReading which,
                    int32_t reading)
{
    int32_t least = 0; // no reading is less
    for (uint64_t left = o->asks; left != 0; left &= left - 1) {
        int i = play_lowest(left);
        int32_t threshold = questions->items[i].threshold;
        if (questions->items[i].which == which && threshold <= reading && threshold > least) {
            least = threshold;
        }
    }
    return least;
}

void explore_outlook_forget_trust(const ExploreOutlook *o, const TrustParameters *parameters,
                                  PersonState *s)
{
    TrustAhead ahead = { .believed = (o->bits & OUTLOOK_BELIEVED) != 0,
                         .apologies = (o->bits & OUTLOOK_APOLOGIES) != 0,
                         .vows = (o->bits & OUTLOOK_VOWS) != 0,
                         .owned = (o->bits & OUTLOOK_OWNED) != 0,
                         .cleared = (o->bits & OUTLOOK_CLEARED) != 0,
                         .moves = (o->bits & OUTLOOK_DATES) != 0,
                         .keeps = o->keeps,
                         .breaches = o->breaches };
    s->mood = 0; // pictures
    s->violations = s->strands_back = s->run = 0;
    s->flags = (uint8_t)(s->flags & (((o->bits & OUTLOOK_WEEK) != 0 ? PERSON_CONTACT : 0) |
                                     (ahead.apologies ? PERSON_RAISED : 0)));
    if ((o->bits & OUTLOOK_TOMORROW) == 0) {
        s->heard_good = s->heard_bad = 0;
    }
    int32_t credit = s->trust.credit;
    trust_forget(parameters, &s->trust, &ahead);
    if (credit != s->trust.credit) {
        s->belief_now = s->trust_now;
    }
}

static void forget_person(const ExploreOutlook *o, const ExploreQuestions *questions,
                          const TrustParameters *parameters, PersonState *s)
{
    bool heard = s->heard_good != 0 || s->heard_bad != 0;
    bool moves = (o->bits & OUTLOOK_MOVES) != 0 || (heard && (o->bits & OUTLOOK_TOMORROW) != 0);
    if (moves && (o->bits & OUTLOOK_ASKED) != 0) {
        explore_outlook_forget_trust(o, parameters, s);
        return;
    }
    int32_t trust = s->trust_now, belief = s->belief_now;
    *s = (PersonState){ .trust = trust_start(parameters) };
    if (moves) { // valid, for what still happens to them
        trust_readings(parameters, &s->trust, &s->trust_now, &s->belief_now);
    } else {
        s->trust_now = like(o, questions, READING_TRUST, trust);
        s->belief_now = like(o, questions, READING_BELIEF, belief);
    }
}

void explore_outlook_forget(const ExploreOutlook *o, const ExploreQuestions *questions,
                            const Scenario *scenario, int number, ExplorePart *part)
{
    if (number < scenario->person_count) {
        forget_person(o, questions, scenario->people[number].trust, &part->person);
    } else if ((o->bits & OUTLOOK_MOVES) == 0 || (o->bits & OUTLOOK_ASKED) == 0) {
        part->energy = like(o, questions, READING_ENERGY, part->energy);
    }
}
