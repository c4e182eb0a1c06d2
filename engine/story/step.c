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
    StoryPosition at = t->sc->op_positions[t->p->at];
    return err_at(t->err, t->sc->files[at.file], at.line, 0);
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

static void leave_everything(Playthrough *p)
{
    memset(p->back, 0, sizeof p->back);
    p->depth = 0;
    p->slot_end = 0;
    p->talk_person = STORY_NONE;
    p->talk = 0;
    p->talk_agenda = p->talk_round = p->talk_moves = 0;
    p->talk_used = 0;
}

static void enter_scene(Turn *t, int scene)
{
    const StoryScene *s = &t->sc->scenes[scene];
    Playthrough *p = t->p;
    leave_everything(p);
    p->scene = (uint16_t)scene;
    p->scene_present = s->present;
    if (s->repeats >= 0) {
        uint8_t *count = play_occurrences(t->sc, p) + s->repeats;
        if (*count < 15) {
            (*count)++;
        }
    }
    turn_event(t, EVENT_SCENE, STORY_NONE, scene, 0, 0);
    if (s->at != STORY_TIME_NONE) {
        clock_advance(t, clock_resolve(t->sc, p, s->at), true);
    }
    for (int i = 0; i < t->sc->person_count; i++) {
        if ((s->present >> i & 1) != 0) {
            ledger_contact(t, i);
        }
    }
}

static void raised(Turn *t, uint8_t people)
{
    for (int c = 0; c < t->sc->commitment_count; c++) {
        CommitmentState *s = play_commitment(t->sc, t->p, c);
        int to = t->sc->commitments[c].to;
        if ((s->flags & COMMITMENT_REACTION) != 0 && to < t->sc->person_count &&
            (people >> to & 1) != 0) {
            s->flags = (uint8_t)(s->flags & ~COMMITMENT_REACTION);
            play_person(t->sc, t->p, to)->flags |= PERSON_RAISED;
        }
    }
}

// Calls the first whenever that has become true; true when one was called.
static bool react(Turn *t, bool at_once)
{
    const Scenario *sc = t->sc;
    for (int i = 0; i < sc->whenever_count; i++) {
        const StoryWhenever *w = &sc->whenevers[i];
        if (w->at_once != at_once || play_played(sc, t->p, i)) {
            continue;
        }
        if (!at_once && (w->present & ~t->p->scene_present) != 0) {
            continue;
        }
        if (turn_condition(t, w->when)) {
            play_set_bit(t->p, play_played_offset(sc), i);
            raised(t, w->present);
            turn_call(t, w->op);
            return true;
        }
        if (t->failed) {
            return false;
        }
    }
    return false;
}

// The plain reaction of those present to a breaking that no whenever speaks about.
static void default_reactions(Turn *t)
{
    for (int c = 0; c < t->sc->commitment_count; c++) {
        const StoryCommitment *commitment = &t->sc->commitments[c];
        CommitmentState *s = play_commitment(t->sc, t->p, c);
        if ((s->flags & COMMITMENT_REACTION) == 0 || commitment->has_reaction ||
            (t->p->scene_present >> commitment->to & 1) == 0) {
            continue;
        }
        s->flags = (uint8_t)(s->flags & ~COMMITMENT_REACTION);
        play_person(t->sc, t->p, commitment->to)->flags |= PERSON_RAISED;
        ledger_say(t, commitment->to, t->sc->people[commitment->to].reply, c);
    }
}

static void chance(Turn *t, const StoryChance *it)
{
    uint32_t drawn = draw_below(t->sc, t->p, it->scene, it->ordinal, it->total);
    for (int i = 0; i < it->count; i++) {
        const StoryOdds *odds = &t->sc->odds[it->first + i];
        if (drawn < odds->weight) {
            t->p->at = odds->op;
            return;
        }
        drawn -= odds->weight;
    }
}

static int drawn_person(Turn *t, const StoryNeed *need)
{
    int count = 0;
    int people[STORY_PEOPLE_MAX] = { 0 };
    for (int i = 0; i < t->sc->person_count; i++) {
        if ((need->who >> i & 1) != 0) {
            people[count++] = i;
        }
    }
    return people[count > 1 ? draw_below(t->sc, t->p, need->scene, need->ordinal, (uint32_t)count)
                            : 0];
}

static void cross(Turn *t, int need, bool crosses)
{
    const StoryNeed *it = &t->sc->needs[need];
    turn_event(t, EVENT_CROSSED, t->p->who, need, crosses, 0);
    t->p->at = crosses ? it->crosses : it->turns_back;
}

static int32_t need_threshold(const Turn *t, const StoryNeed *it)
{
    int32_t shift = t->sc->people[t->p->who].crossing_shift;
    return bridge_crossing_threshold((BridgeStakes)it->stakes, shift) +
           t->p->need_shift * BRIDGE_CROSSING_STEP;
}

static int32_t need_trust(const Turn *t)
{
    return trust_reading(t->sc->trust, &play_person_c(t->sc, t->p, t->p->who)->trust);
}

static void need(Turn *t, int index)
{
    const StoryNeed *it = &t->sc->needs[index];
    t->p->who = (uint8_t)drawn_person(t, it);
    t->p->need_shift = 0;
    int32_t threshold = need_threshold(t, it);
    BridgeCrossing crossing = bridge_crossing(need_trust(t), threshold);
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
    cross(t, index, need_trust(t) >= need_threshold(t, it));
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
    if (op->c != 0 && !ledger_accepts(t->sc, t->p, person)) {
        turn_event(t, EVENT_REFUSED, person, STORY_NONE, 0, 0);
        return;
    }
    if ((t->p->facts >> op->b & 1u) == 0) {
        t->p->facts |= (uint64_t)1 << op->b;
        turn_event(t, EVENT_LEARNED, person, op->b, 0, 0);
    }
}

static void apologise(Turn *t, const StoryOp *op)
{
    bool raised_before = (play_person_c(t->sc, t->p, op->a)->flags & PERSON_RAISED) != 0;
    turn_event(t, EVENT_TACTIC, op->a, TACTIC_APOLOGY, op->c, 0);
    ledger_contact(t, op->a);
    ledger_trust(t, op->a, (TrustEvent){ .kind = TRUST_APOLOGY,
                                         .parts = (uint8_t)op->c,
                                         .raised = raised_before });
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
        apologise(t, op);
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
        ledger_clarify(t, op->b);
        break;
    case OP_SPEND:
        spend(t, op);
        break;
    case OP_FLAG:
        t->p->flags = op->a != 0 ? t->p->flags | (uint64_t)1 << op->b
                                 : t->p->flags & ~((uint64_t)1 << op->b);
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
    if (talk_offers(t->sc, t->p, offers, t->err) > 0) {
        return true;
    }
    talk_finish(t);
    return false;
}

// Ops at which the player may have to choose; true when the story stops here.
static bool pauses(Turn *t, const StoryOp *op)
{
    Playthrough *p = t->p;
    if (t->sc->has_at_once && react(t, true)) {
        return false;
    }
    if (t->failed || op->code == OP_CHOICE) {
        return true;
    }
    if (p->talk_person != STORY_NONE) {
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
    if (desk_slot(t, &t->sc->desks[op->b])) {
        return true;
    }
    p->at++;
    return false;
}

// One op; true when the story stops here.
static bool step(Turn *t)
{
    Playthrough *p = t->p;
    const StoryOp *op = &t->sc->ops[p->at];
    switch (op->code) {
    case OP_LINE:
        turn_event(t, EVENT_SAID, op->a, 0, op->c, 0);
        p->at++;
        return false;
    case OP_GO:
        p->at = op->b;
        return false;
    case OP_UNLESS:
        p->at = turn_condition(t, op->c) ? (uint16_t)(p->at + 1) : op->b;
        return false;
    case OP_SCENE:
        enter_scene(t, op->b);
        p->at++;
        return false;
    case OP_REACT:
        if (!react(t, false)) {
            default_reactions(t);
            p->at++;
        }
        return false;
    case OP_CHOICE:
    case OP_DESK:
    case OP_TALK:
        return pauses(t, op);
    case OP_CHANCE:
        chance(t, &t->sc->chances[op->b]);
        return false;
    case OP_NEED:
        need(t, op->b);
        return false;
    case OP_NEED_DECIDE:
        need_decide(t, op->b);
        return false;
    case OP_ENDING:
        leave_everything(p);
        p->at = t->sc->endings[op->b].op;
        return false;
    case OP_END:
        p->ended = (uint8_t)(op->b + 1);
        turn_event(t, EVENT_ENDED, STORY_NONE, op->b, 0, 0);
        return true;
    case OP_RETURN:
        p->at = p->back[--p->depth];
        p->back[p->depth] = 0;
        return false;
    default:
        deed(t, op);
        p->at++;
        return false;
    }
}

void turn_run(Turn *t)
{
    int left = OPS_WITHOUT_PAUSE_MAX;
    while (!t->failed && !step(t)) {
        if (--left == 0) {
            turn_fail(t, "the story goes round in a circle here and never comes to a choice");
            err_fix(t->err, "give the circle a choice, or a way out with when");
        }
    }
    t->p->witnesses = 0;
}
