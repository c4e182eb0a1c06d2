// The story's clock: it jumps and runs forward, decides what falls due on the way, and turns days.
// Time is minutes since 00:00 of the first day; days that nobody works are gaps in the calendar.
#include "story/turn.h"

enum { WEEK_DAYS = 7 };

static int32_t day_start(const Scenario *sc, int day)
{
    return sc->calendar_day[day] * STORY_DAY_MINUTES;
}

int32_t clock_weekday(const Scenario *sc, int32_t now, StoryTime time)
{
    int32_t coded = -2 - time;
    int weekday = coded / STORY_DAY_MINUTES;
    int32_t minute = coded % STORY_DAY_MINUTES;
    int32_t last = STORY_TIME_NONE;
    for (int d = 0; d < sc->day_count; d++) {
        if (sc->weekday[d] == weekday) {
            last = day_start(sc, d) + minute;
            if (day_start(sc, d) + STORY_DAY_MINUTES > now) {
                return last;
            }
        }
    }
    return last;
}

int32_t clock_fires(const Scenario *sc, const Playthrough *p, int commitment)
{
    return play_commitment_c(sc, p, commitment)->due_minute +
           sc->commitments[commitment].grace_minutes;
}

void clock_energy(Turn *t, int32_t thousandths)
{
    TrustEvent event = { .weight = thousandths };
    if (turn_wants(t, STORY_PLAYER, FELT_ENERGY, event)) {
        t->p->energy = story_energy_felt(t->sc, t->p->energy, event);
    }
}

int32_t clock_work_energy(const Scenario *sc, int32_t from_minute, int32_t minutes)
{
    int32_t from = (int32_t)((uint32_t)from_minute % STORY_DAY_MINUTES); // no minute is negative
    int32_t start = from > sc->opens_minute ? from : sc->opens_minute;
    int32_t end = from + minutes < sc->closes_minute ? from + minutes : sc->closes_minute;
    int32_t inside = end > start ? end - start : 0;
    return (int32_t)((uint32_t)(2 * minutes - inside) * CLOCK_ENERGY_AN_HOUR / 60u);
}

int32_t clock_hours_left(const Scenario *sc, const Playthrough *p)
{
    int32_t minute = p->clock_minute % STORY_DAY_MINUTES;
    int32_t left = sc->closes_minute - (minute > sc->opens_minute ? minute : sc->opens_minute);
    return left > 0 ? left : 0;
}

static void turn_week(Turn *t)
{
    for (int i = 0; i < t->sc->person_count; i++) {
        ledger_mark(t, i, FELT_WEEK);
    }
    t->p->week_day = (uint16_t)(t->p->week_day + WEEK_DAYS);
}

static void turn_day(Turn *t)
{
    const Scenario *sc = t->sc;
    Playthrough *p = t->p;
    p->day++;
    clock_energy(t, sc->energy / 2);
    turn_event(t, EVENT_DAY, STORY_NONE, 0, p->day, 0);
    while (sc->calendar_day[p->day] - p->week_day >= WEEK_DAYS) {
        turn_week(t);
    }
    for (int i = 0; i < sc->person_count; i++) {
        ledger_mark(t, i, FELT_DAY);
    }
    CommitmentState *first = play_commitment(sc, p, 0), *end = first + sc->commitment_count;
    for (CommitmentState *s = first; s < end; s++) {
        s->flags = (uint8_t)(s->flags & ~(COMMITMENT_TOLD_TODAY | COMMITMENT_ASKED_TODAY));
        if (s->state == STATE_COVERED_UP && draw_found(sc, p, (int)(s - first))) {
            ledger_found_out(t, (int)(s - first));
        }
    }
}

static int32_t next_day_at(const Scenario *sc, const Playthrough *p)
{
    return p->day + 1 < sc->day_count ? day_start(sc, p->day + 1) : INT32_MAX;
}

enum { NEVER = INT32_MAX, PLACES = STORY_COMMITMENTS_MAX };

// The commitment that is decided next, and when: NEVER where nothing is open. Ties by declaration.
// One comparison decides both: minute and place are one number.
static int next_due(const Scenario *sc, const Playthrough *p, int32_t *at)
{
    int32_t best = NEVER;
    for (uint64_t left = p->open; left != 0; left &= left - 1) {
        int c = play_lowest(left);
        int32_t candidate = clock_fires(sc, p, c) * PLACES + c;
        best = candidate < best ? candidate : best;
    }
    *at = best == NEVER ? NEVER : best / PLACES;
    return best % PLACES;
}

void clock_alarm(const Scenario *sc, Playthrough *p)
{
    int32_t due_at = NEVER;
    next_due(sc, p, &due_at);
    int32_t day_at = next_day_at(sc, p);
    p->alarm_minute = due_at < day_at ? due_at : day_at;
}

// What falls due on the way to `minute`, no later than `limit`, and the days that turn.
static void ring(Turn *t, int32_t minute, int32_t limit)
{
    const Scenario *sc = t->sc;
    Playthrough *p = t->p;
    int32_t due_at = NEVER;
    int due = next_due(sc, p, &due_at);
    for (;;) {
        int32_t day_at = next_day_at(sc, p);
        bool is_due = due_at <= limit && due_at <= day_at;
        if (!is_due && day_at > minute) {
            p->alarm_minute = due_at < day_at ? due_at : day_at;
            return;
        }
        int32_t at = is_due ? due_at : day_at;
        p->clock_minute = at > p->clock_minute ? at : p->clock_minute;
        if (is_due) {
            ledger_fall_due(t, due);
            due = next_due(sc, p, &due_at);
        } else {
            turn_day(t); // opens and settles nothing that is open
        }
    }
}

void clock_advance(Turn *t, int32_t minute, bool inclusive)
{
    Playthrough *p = t->p;
    int32_t from = p->clock_minute;
    minute = minute < STORY_MINUTE_MAX ? minute : STORY_MINUTE_MAX;
    if (p->alarm_minute <= minute) {
        ring(t, minute, inclusive ? minute : minute - 1);
    }
    if (minute > p->clock_minute) {
        p->clock_minute = minute;
    }
    if (p->clock_minute != from) {
        turn_event(t, EVENT_TIME, STORY_NONE, 0, from, p->clock_minute);
    }
}
