// The interpreter: runs ops until the player has to choose, or the story is over.
#include "story/turn.h"

#include <stdarg.h>
#include <stdio.h>

enum { OPS_WITHOUT_PAUSE_MAX = 20000 }; // more than any scene has: an endless loop of `go`

bool turn_fail(Turn *t, const char *format, ...)
{
    if (t->failed) {
        return false;
    }
    t->failed = true;
    char message[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    err_set(t->err, ERR_INPUT, "%s", message);
    return scenario_err_at(t->sc, t->p->at, t->err);
}

void turn_call(Turn *t, int op)
{
    Playthrough *p = t->p;
    if (p->depth == STORY_BACK_MAX) {
        turn_fail(t, "the story is nested too deeply here");
        return;
    }
    p->back[p->depth++] = p->at;
    p->at = (uint16_t)op;
}

// Out of desks, one-on-ones and what was called; a one-on-one that is left has taken place.
static void leave(Turn *t)
{
    Playthrough *p = t->p;
    if (p->talk_person != STORY_NONE) {
        talk_finish(t);
    }
    memset(p->back, 0, sizeof p->back);
    p->depth = 0;
    p->slot_end = 0;
}

static void enter_scene(Turn *t, int scene)
{
    const StoryScene *s = &t->sc->scenes[scene];
    Playthrough *p = t->p;
    leave(t);
    t->witnesses = 0; // what happens on the way to another scene they do not see
    p->scene = (uint16_t)scene;
    p->scene_present = s->present;
    if (s->repeats >= 0) {
        uint8_t *count = play_occurrences(t->sc, p) + s->repeats;
        if (*count < 15) {
            (*count)++;
        }
    }
    if (s->at != STORY_TIME_NONE) {
        clock_advance(t, clock_resolve(t->sc, p->clock_minute, s->at), true);
    }
    turn_event(t, EVENT_SCENE, STORY_NONE, scene, 0, 0);
    for (uint64_t left = s->present; left != 0; left &= left - 1) {
        ledger_contact(t, play_lowest(left));
    }
}

// They have brought the breaking of this commitment up.
static void raise_it(Turn *t, int commitment)
{
    int to = t->sc->commitments[commitment].to;
    ledger_waits(t, commitment, false);
    ledger_mark(t, to, FELT_RAISED);
}

static void raised_by(Turn *t, const StoryWhenever *w)
{
    for (uint64_t left = t->p->waiting & w->reacts; left != 0; left &= left - 1) {
        int c = play_lowest(left);
        if ((w->present >> t->sc->commitments[c].to & 1) != 0) {
            raise_it(t, c);
        }
    }
}

// Calls this whenever, whose gate is open, if its time has come. True when that is so, or the
// question failed.
__attribute__((cold)) static bool begins(Turn *t, int whenever, bool at_once)
{
    const StoryWhenever *w = &t->sc->whenevers[whenever];
    if (w->at_once != at_once || play_played(t->sc, t->p, whenever)) {
        return false;
    }
    if (turn_condition(t, w->when)) {
        play_set_bit(t->p, t->sc->played_at, whenever);
        raised_by(t, w);
        turn_call(t, w->op);
        return true;
    }
    return t->failed;
}

// Calls the first whenever that has become true; true when one was called, or a question failed.
static bool react(Turn *t, bool at_once)
{
    const Playthrough *p = t->p;
    const StoryGate *first = t->sc->gates, *end = first + t->sc->whenever_count;
    unsigned absent = ~(unsigned)p->scene_present;
    for (const StoryGate *gate = first; gate < end; gate++) {
        if ((gate->present & absent) == 0 && turn_byte(&gate->look, p) &&
            begins(t, (int)(gate - first), at_once)) {
            return true;
        }
    }
    return false;
}

// Whether a whenever that was not played yet speaks about its breaking.
static bool reaction_is_written(const Turn *t, int commitment)
{
    for (int i = 0; i < t->sc->whenever_count; i++) {
        if ((t->sc->whenevers[i].reacts >> commitment & 1u) != 0 && !play_played(t->sc, t->p, i)) {
            return true;
        }
    }
    return false;
}

// The plain reaction of those present to a breaking that no whenever speaks about. Who has no line
// to say has not brought it up.
__attribute__((cold)) static void default_reactions(Turn *t)
{
    for (uint64_t left = t->p->waiting; left != 0; left &= left - 1) {
        int c = play_lowest(left);
        const StoryCommitment *commitment = &t->sc->commitments[c];
        TextId line = t->sc->people[commitment->to].reply;
        if (line != 0 && (t->p->scene_present >> commitment->to & 1) != 0 &&
            !(commitment->has_reaction && reaction_is_written(t, c))) {
            raise_it(t, c);
            ledger_say(t, commitment->to, line, c);
        }
    }
}

// The op that comes next: of a whenever, or behind the reactions.
static int reactions(Turn *t)
{
    if (react(t, false)) {
        return t->p->at;
    }
    if (t->p->waiting != 0) {
        default_reactions(t);
    }
    return t->p->at + 1;
}

static void chance(Turn *t, const StoryChance *it)
{
    uint32_t weights[STORY_ODDS_MAX];
    for (int i = 0; i < it->count; i++) {
        weights[i] = t->sc->odds[it->first + i].weight;
    }
    int drawn = draw_one(t->sc, t->p, it->scene, it->ordinal, weights, it->count);
    t->p->at = t->sc->odds[it->first + drawn].op;
}

static int drawn_person(Turn *t, const StoryNeed *need)
{
    int count = 0;
    int people[STORY_PEOPLE_MAX] = { 0 };
    uint32_t weights[STORY_PEOPLE_MAX];
    for (int i = 0; i < t->sc->person_count; i++) {
        if ((need->who >> i & 1) != 0) {
            weights[count] = 1;
            people[count++] = i;
        }
    }
    return people[count > 1 ? draw_one(t->sc, t->p, need->scene, need->ordinal, weights, count)
                            : 0];
}

static void cross(Turn *t, int need, bool crosses)
{
    const StoryNeed *it = &t->sc->needs[need];
    turn_event(t, EVENT_CROSSED, t->p->who, need, crosses, 0);
    t->p->need_shift = STORY_NEED_DECIDED;
    t->p->at = crosses ? it->crosses : it->turns_back;
}

static int32_t need_threshold(const Turn *t, const StoryNeed *it)
{
    int32_t shift = t->sc->people[t->p->who].crossing_shift;
    return bridge_crossing_threshold((BridgeStakes)it->stakes, shift) +
           t->p->need_shift * BRIDGE_CROSSING_STEP;
}

// Asked in two questions; the rule itself is the bridge's, given a reading that answers both alike.
static BridgeCrossing crossing_at(const Turn *t, int32_t threshold)
{
    int32_t hesitates = threshold - BRIDGE_CROSSING_BAND;
    int32_t alike = hesitates - 1;
    if (turn_at_least(t->sc, t->p, t->p->who, READING_TRUST, threshold)) {
        alike = threshold;
    } else if (turn_at_least(t->sc, t->p, t->p->who, READING_TRUST, hesitates)) {
        alike = hesitates;
    }
    return bridge_crossing(alike, threshold);
}

static void need(Turn *t, int index)
{
    const StoryNeed *it = &t->sc->needs[index];
    t->p->who = (uint8_t)drawn_person(t, it);
    t->p->need_shift = 0;
    ledger_contact(t, t->p->who);
    int32_t threshold = need_threshold(t, it);
    BridgeCrossing crossing = crossing_at(t, threshold);
    turn_event(t, EVENT_NEED, t->p->who, index, threshold, (int32_t)crossing);
    if (crossing == BRIDGE_HESITATES && it->hesitates != 0) {
        t->p->at = it->hesitates;
        return;
    }
    cross(t, index, crossing == BRIDGE_CROSSES);
}

static void need_decide(Turn *t, int index)
{
    const StoryNeed *it = &t->sc->needs[index];
    if (t->p->who >= t->sc->person_count) {
        turn_fail(t, "this need has nobody who could come");
        return;
    }
    cross(t, index, turn_at_least(t->sc, t->p, t->p->who, READING_TRUST, need_threshold(t, it)));
}

static void number(Turn *t, int index, int32_t value)
{
    const StoryNumber *n = &t->sc->numbers[index];
    value = value < n->from ? n->from : value > n->to ? n->to : value;
    play_numbers(t->sc, t->p)[index] = (int8_t)value;
}

static void learn(Turn *t, const StoryOp *op)
{
    int person = t->sc->facts[op->b].person;
    if (ledger_answers(t, person, op->c != 0) && (t->p->facts >> op->b & 1u) == 0) {
        t->p->facts |= (uint64_t)1 << op->b;
        turn_event(t, EVENT_LEARNED, person, op->b, 0, 0);
    }
}

static void word(Turn *t, const StoryOp *op, StoryTactic tactic, TrustEventKind kind)
{
    turn_event(t, EVENT_TACTIC, op->a, (int)tactic, 0, 0);
    ledger_contact(t, op->a);
    ledger_trust(t, op->a, (TrustEvent){ .kind = (uint8_t)kind });
}

static void spend(Turn *t, const StoryOp *op)
{
    turn_event(t, EVENT_SPENT, STORY_NONE, 0, op->c, op->b);
    clock_energy(t, -(int32_t)op->b);
    clock_advance(t, t->p->clock_minute + op->c, true);
}

// A deed: changes the state and goes on behind it.
static void deed(Turn *t, const StoryOp *op)
{
    switch (op->code) {
    case OP_PROMISE:
        ledger_promise(t, op->a, op->c);
        break;
    case OP_DELIVER:
        ledger_deliver(t, op->a);
        break;
    case OP_ATTEND:
        ledger_attend(t, op->a);
        break;
    case OP_BREAKS:
    case OP_LETS_DOWN:
        ledger_breaks(t, op->a);
        break;
    case OP_TELL:
        ledger_tell(t, op->a);
        break;
    case OP_MOVE:
        ledger_move(t, op->a, op->c);
        break;
    case OP_OWN_UP:
        ledger_own_up(t, op->a);
        break;
    case OP_COVER_UP:
        ledger_cover_up(t, op->a);
        break;
    case OP_FOUND_OUT:
        ledger_found_out(t, op->a);
        break;
    case OP_WORK:
        desk_work(t, op->a, op->c, t->p->clock_minute + op->c, false);
        break;
    case OP_BREAK_STANDARD:
        ledger_break_standard(t, op->b);
        break;
    case OP_APOLOGISE:
        ledger_apologise(t, op->a, op->c);
        break;
    case OP_VOW:
        word(t, op, TACTIC_VOW, TRUST_VOW);
        break;
    case OP_DENY:
        word(t, op, TACTIC_DENIAL, TRUST_DENIAL);
        break;
    case OP_LEARN:
        learn(t, op);
        break;
    case OP_CLARIFY:
        if (ledger_answers(t, t->sc->standards[op->b].person, op->c != 0)) {
            ledger_clarify(t, op->b);
        }
        break;
    case OP_SPEND:
        spend(t, op);
        break;
    case OP_FLAG:
        t->p->flags =
            op->a != 0 ? t->p->flags | (uint64_t)1 << op->b : t->p->flags & ~((uint64_t)1 << op->b);
        break;
    case OP_ADD:
        number(t, op->a, play_number(t->sc, t->p, op->a) + op->c);
        break;
    case OP_ASSIGN:
        number(t, op->a, op->c);
        break;
    case OP_TALK_MOVE:
        talk_move(t, op->a, (StoryMove)op->b);
        break;
    case OP_MOOD:
        play_person(t->sc, t->p, op->a)->mood = (uint8_t)op->b;
        turn_event(t, EVENT_MOOD, op->a, op->b, 0, 0);
        break;
    default:
        break;
    }
}

// Whether the one-on-one that runs goes on with a choice; finishes it where not.
static bool talk_pauses(Turn *t)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    // One is enough, but a Lua condition that fails is told even behind it.
    int most = t->sc->lua_condition == NULL ? 1 : STORY_OFFERS_MAX;
    if (talk_offers(t->sc, t->p, most, offers, &t->failed, t->err) > 0 || t->failed) {
        return true;
    }
    talk_finish(t);
    return false;
}

// Ops at which the player may have to choose; true when the story stops here.
static bool pauses(Turn *t, const StoryOp *op)
{
    Playthrough *p = t->p;
    bool talks = p->talk_person != STORY_NONE;
    if (op->code == OP_DESK && !talks && !desk_slot(t, &t->sc->desks[op->b])) {
        p->at++;
        return false;
    }
    if (t->sc->has_at_once && react(t, true)) {
        return false;
    }
    if (t->failed || op->code == OP_CHOICE) {
        return true;
    }
    if (talks) {
        if (talk_pauses(t)) {
            return true;
        }
        p->at = (uint16_t)(p->at + (op->code == OP_TALK));
        return false;
    }
    if (op->code == OP_TALK) {
        p->at = (uint16_t)(p->at + !talk_begin(t, op->b));
        return false;
    }
    return true;
}

// Where a chain of questions leads to: what stands behind a true one, or its other end. Goes forward
// only, so that it comes to an end.
static int answer(Turn *t, int op)
{
    const StoryOp *ops = t->sc->ops;
    int asked = op;
    do {
        asked = op;
        bool holds = turn_condition(t, ops[asked].c);
        op = t->leads[holds ? asked + 1 : ops[asked].b];
    } while (ops[op].code == OP_UNLESS && op > asked && !t->failed);
    return op;
}

enum { STOPS = -1 };

static bool stops_here(const Turn *t)
{
    const StoryOracle *oracle = turn_oracle(t->sc);
    return oracle != NULL && oracle->stops;
}

// Does the op where the story stands. The op that comes next, or STOPS.
static int step(Turn *t, const StoryOp *op, int at)
{
    Playthrough *p = t->p;
    switch (op->code) {
    case OP_LINE:
        turn_lines(t, op);
        return at + op->b;
    case OP_GO:
        return op->b;
    case OP_UNLESS:
        return answer(t, at);
    case OP_SCENE:
        enter_scene(t, op->b);
        p->at++; // OP_REACT stands behind it
        return t->failed || stops_here(t) ? STOPS : reactions(t);
    case OP_REACT:
        return reactions(t);
    case OP_CHOICE:
    case OP_DESK:
    case OP_TALK:
        return pauses(t, op) ? STOPS : p->at;
    case OP_CHANCE:
        chance(t, &t->sc->chances[op->b]);
        return p->at;
    case OP_NEED:
        need(t, op->b);
        return p->at;
    case OP_NEED_DECIDE:
        need_decide(t, op->b);
        return p->at;
    case OP_ENDING:
        leave(t);
        return t->sc->endings[op->b].op;
    case OP_END:
        p->ended = (uint8_t)(op->b + 1);
        turn_event(t, EVENT_ENDED, STORY_NONE, op->b, 0, 0);
        return STOPS;
    case OP_RETURN:
        if (p->depth == 0) {
            turn_fail(t, "there is nothing to come back to here");
            return STOPS;
        }
        at = p->back[--p->depth];
        p->back[p->depth] = 0;
        return at;
    default:
        deed(t, op);
        return at + 1;
    }
}

void turn_run(Turn *t)
{
    Playthrough *p = t->p;
    const StoryOp *ops = t->sc->ops;
    const uint16_t *leads = t->leads;
    int at = p->at;
    for (int left = OPS_WITHOUT_PAUSE_MAX; at != STOPS && !t->failed && left > 0; left--) {
        at = leads[at];
        p->at = (uint16_t)at;
        at = step(t, &ops[at], at);
    }
    if (at != STOPS && !t->failed) {
        turn_fail(t, "the story goes round in a circle here and never comes to a choice");
        err_fix(t->err, "give the circle a choice, or a way out with when");
    }
    if (p->need_shift == STORY_NEED_DECIDED && !story_between(t->sc, p)) {
        p->need_shift = 0;
    }
    if (p->alarm_minute == CLOCK_LOOK) {
        clock_alarm(t->sc, p);
    }
}
