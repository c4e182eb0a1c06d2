// What comes too late on every way: a scene's time, the end of a desk, a second promise. How early one
// can come to each op is read from the text, as if every condition held and nothing took longer than
// it must: no way is earlier, so what is over then is always over.
#include "explore/find.h"

#include "base/arena.h"

enum { NOBODY_COMES = INT32_MAX };

typedef struct Earliest {
    const Scenario *sc;
    int32_t *at; // by op: the earliest minute at which one comes there, or NOBODY_COMES
    int *waiting;
    bool *waits;
    int count;
} Earliest;

static void come_to(Earliest *e, int op, int32_t minute)
{
    minute = minute < STORY_MINUTE_MAX ? minute : STORY_MINUTE_MAX; // the clock stops there
    if (op < 0 || op >= e->sc->op_count || minute >= e->at[op]) {
        return;
    }
    e->at[op] = minute;
    if (!e->waits[op]) {
        e->waits[op] = true;
        e->waiting[e->count++] = op;
    }
}

// `costs`: whether what they cost is spent before.
static void open_options(Earliest *e, int first, int count, int32_t minute, bool costs)
{
    for (int i = first; i < first + count; i++) {
        const StoryOption *it = &e->sc->options[i];
        come_to(e, it->op, minute + (costs ? it->cost_minutes : 0));
    }
}

static void open_desk(Earliest *e, const StoryDesk *desk, int32_t minute)
{
    open_options(e, desk->first_option, desk->option_count, minute, true);
    for (int i = 0; i < e->sc->person_count; i++) {
        if ((desk->talk >> i & 1) != 0) {
            const StoryTalk *talk = &e->sc->talks[e->sc->people[i].talk];
            open_options(e, talk->first_option, talk->option_count, minute, false);
        }
    }
}

// A time that is not of one certain day is taken for any.
static int32_t no_earlier(int32_t minute, StoryTime time)
{
    return time > minute ? time : minute;
}

static void open_ways(Earliest *e, const StoryOp *op, int32_t minute)
{
    const Scenario *sc = e->sc;
    if (op->code == OP_CHANCE) {
        const StoryChance *it = &sc->chances[op->b];
        for (int i = it->first; i < it->first + it->count; i++) {
            come_to(e, sc->odds[i].op, minute);
        }
        return;
    }
    const StoryNeed *it = &sc->needs[op->b];
    come_to(e, it->crosses, minute);
    come_to(e, it->turns_back, minute);
    if (it->hesitates != 0) {
        come_to(e, it->hesitates, minute);
    }
}

static void follow(Earliest *e, int at)
{
    const Scenario *sc = e->sc;
    const StoryOp *op = &sc->ops[at];
    int32_t minute = e->at[at];
    switch (op->code) {
    case OP_GO:
        come_to(e, op->b, minute);
        return;
    case OP_ENDING:
        come_to(e, sc->endings[op->b].op, minute);
        return;
    case OP_END:
    case OP_RETURN:
        return;
    case OP_CHOICE:
        open_options(e, op->b, op->c, minute, true);
        return;
    case OP_CHANCE:
    case OP_NEED:
    case OP_NEED_DECIDE:
        open_ways(e, op, minute);
        return;
    case OP_UNLESS:
        come_to(e, op->b, minute);
        break;
    case OP_TALK:
        open_options(e, sc->talks[op->b].first_option, sc->talks[op->b].option_count, minute,
                     false);
        break;
    case OP_DESK:
        open_desk(e, &sc->desks[op->b], minute);
        minute = no_earlier(minute, sc->desks[op->b].till);
        break;
    case OP_SCENE:
        minute = no_earlier(minute, sc->scenes[op->b].at);
        break;
    case OP_SPEND:
        minute += op->c;
        break;
    default:
        break;
    }
    come_to(e, at + 1, minute);
}

// Each minute only gets earlier, and no way back takes less than none: it comes to an end.
static void earliest_init(Earliest *e, const Scenario *sc)
{
    size_t ops = (size_t)sc->op_count;
    *e = (Earliest){ .sc = sc };
    e->at = mem_alloc(sizeof *e->at * ops);
    e->waiting = mem_alloc(sizeof *e->waiting * ops);
    e->waits = mem_alloc(sizeof *e->waits * ops);
    for (size_t i = 0; i < ops; i++) {
        e->at[i] = NOBODY_COMES;
    }
    StoryTime first = sc->scenes[0].at;
    int32_t begins = first != STORY_TIME_NONE && first < sc->opens_minute ? 0 : sc->opens_minute;
    come_to(e, sc->scenes[0].op, begins);
    for (int i = 0; i < sc->whenever_count; i++) {
        come_to(e, sc->whenevers[i].op, begins);
    }
    while (e->count > 0) {
        int at = e->waiting[--e->count];
        e->waits[at] = false;
        follow(e, at);
    }
}

static void earliest_deinit(Earliest *e)
{
    mem_free(e->at);
    mem_free(e->waiting);
    mem_free(e->waits);
}

// ---- times ------------------------------------------------------------------------------------------

// "Tue 13:00"
static void say_minute(const Scenario *sc, int32_t minute, char *out, size_t size)
{
    static const char *const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
    int day = (sc->weekday[0] + minute / STORY_DAY_MINUTES) % 7;
    int hour = minute % STORY_DAY_MINUTES / 60;
    find_say(out, size, "%s %02d:%02d", days[day], hour, minute % 60);
}

static ExploreFinding *report_over(ExploreCheck *check, int32_t earliest, const char *id,
                                   StoryPosition at, int op)
{
    char from[24];
    say_minute(check->scenario, earliest, from, sizeof from);
    ExploreFinding *f = find_add(check, FINDING_OVER, FINDING_WARNING, BY_PROOF);
    FIND_SAY(f->id, "%s", id);
    FIND_SAY(f->cause, "on every way it is %s or later when one comes there", from);
    find_at(check, f, at);
    f->op = op;
    return f;
}

static void report_scene(ExploreCheck *check, int scene, int32_t earliest)
{
    const StoryScene *it = &check->scenario->scenes[scene];
    char time[24];
    say_minute(check->scenario, it->at, time, sizeof time);
    ExploreFinding *f = report_over(check, earliest, it->id, it->position, it->op);
    FIND_SAY(f->message, "scene \"%s\" is at %s, which is always over by then", it->id, time);
    FIND_SAY(f->fix, "write a later at, take it out, or let what comes before take less time");
}

static void report_desk(ExploreCheck *check, int op, int32_t earliest)
{
    const Scenario *sc = check->scenario;
    char time[24];
    say_minute(sc, sc->desks[sc->ops[op].b].till, time, sizeof time);
    ExploreFinding *f = report_over(check, earliest, "desk", sc->op_positions[op], op);
    FIND_SAY(f->message, "this desk is till %s, so it never opens", time);
    FIND_SAY(f->fix, "write a later till, or take the desk out");
}

static void find_over(ExploreCheck *check)
{
    const Scenario *sc = check->scenario;
    Earliest e;
    earliest_init(&e, sc);
    for (int i = 0; i < sc->op_count; i++) {
        const StoryOp *op = &sc->ops[i];
        if (e.at[i] == NOBODY_COMES) {
            continue; // which is said
        }
        StoryTime at = op->code == OP_SCENE ? sc->scenes[op->b].at : STORY_TIME_NONE;
        StoryTime till = op->code == OP_DESK ? sc->desks[op->b].till : STORY_TIME_NONE;
        if (at >= 0 && at < e.at[i]) {
            report_scene(check, op->b, e.at[i]);
        } else if (till >= 0 && till <= e.at[i]) {
            report_desk(check, i, e.at[i]);
        }
    }
    earliest_deinit(&e);
}

// ---- promises ---------------------------------------------------------------------------------------

static bool promises(const Scenario *sc, int op, int commitment)
{
    return sc->ops[op].code == OP_PROMISE && sc->ops[op].a == commitment;
}

bool find_promised_before(const Scenario *sc, int op)
{
    size_t words = ((size_t)sc->op_count + 63) / 64;
    uint64_t *closed = mem_alloc(sizeof *closed * words);
    uint64_t *reach = mem_alloc(sizeof *reach * words);
    int others = 0;
    for (int i = 0; i < sc->op_count; i++) {
        bool other = i != op && promises(sc, i, sc->ops[op].a);
        closed[i / 64] |= (uint64_t)other << (i % 64);
        others += other;
    }
    if (others > 0) {
        find_reach_without(sc, closed, reach);
    }
    bool before = others > 0 && (reach[op / 64] >> (op % 64) & 1u) == 0;
    mem_free(closed);
    mem_free(reach);
    return before;
}

static void report_again(ExploreCheck *check, int op)
{
    const Scenario *sc = check->scenario;
    const char *id = sc->commitments[sc->ops[op].a].id;
    ExploreFinding *f = find_add(check, FINDING_IDLE, FINDING_WARNING, BY_PROOF);
    FIND_SAY(f->id, "%s", id);
    FIND_SAY(f->message, "promise(%s) never does anything here", id);
    FIND_SAY(f->cause, "on every way that comes here it was promised before");
    FIND_SAY(f->fix, "take it out; for another date: move(%s, …)", id);
    find_at(check, f, sc->op_positions[op]);
    f->op = op;
}

// Who may refuse may be asked twice.
static void find_promised_again(ExploreCheck *check)
{
    const Scenario *sc = check->scenario;
    for (int i = 0; i < sc->op_count; i++) {
        const StoryOp *op = &sc->ops[i];
        bool taken = op->code == OP_PROMISE && (check->seen.commitments[op->a] &
                                                (SEEN_PROMISED | SEEN_REFUSED)) == SEEN_PROMISED;
        if (taken && find_promised_before(sc, i)) {
            report_again(check, i);
        }
    }
}

void find_times(ExploreCheck *check)
{
    find_over(check);
    if (check->surveyed) { // else they might refuse where nobody has looked
        find_promised_again(check);
    }
}
