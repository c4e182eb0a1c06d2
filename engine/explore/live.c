// Sets of bits, one for each op: facts, flags, commitments, numbers and standards, people and a few
// single things, options taken, reactions played. An op's set is what it reads itself and what its
// successors read, without what it overwrites. What a whenever or an option of a desk reads is part
// of the op that may call it; what stands behind the call is kept by the state's way back.
#include "explore/live.h"

#include "base/arena.h"

#include <string.h>

enum { // words of a set, before those of whenevers and options
    SET_FACTS,
    SET_FLAGS,
    SET_NUMBERS,   // standards in the upper half: whether they were clarified
    SET_STANDARDS, // that may still be broken; in the upper half: that may still be clarified
    SET_PEOPLE,    // what is asked of whom, eight bits for each ASK_, and single things
    SET_PROMISE,   // commitments that may still be promised; likewise the others
    SET_TELL,
    SET_MOVE,
    SET_OWN,
    SET_COVER,
    SET_FOUND,
    SET_WORK,
    SET_ASKED, // commitments of which a condition asks, a word for each kind from COND_KEPT on
    SET_CALLS = SET_ASKED + COND_DUE_WITHIN + 1, // whenevers that may still be called
};
enum { STANDARDS_SHIFT = 32 };
enum { ASK_TRUST = 0, ASK_BELIEF = 8, ASK_APOLOGY = 16, ASK_VOW = 24 }; // bits of SET_PEOPLE
enum { BIT_ENERGY = 32, BIT_WHO, BIT_DESK, BIT_REACT };

typedef struct Walk {
    ExploreLive *live;
    const Scenario *sc;
    const uint16_t *quiet; // by op
    uint64_t *set;         // that is being filled
} Walk;

static void read_bit(Walk *w, int word, int bit)
{
    w->set[word + bit / 64] |= (uint64_t)1 << (bit % 64);
}

static int took_word(const Scenario *sc)
{
    return SET_CALLS + (sc->whenever_count + 63) / 64;
}

static void read_condition(Walk *w, int cond)
{
    if (cond < 0) {
        return;
    }
    const StoryCond *c = &w->sc->conds[cond];
    switch (c->kind) {
    case COND_KEPT:
    case COND_MISSED:
    case COND_OPEN:
    case COND_MOVED:
    case COND_TOLD:
    case COND_OWNED:
    case COND_COVERED:
    case COND_FOUND:
    case COND_LAPSED:
    case COND_PROMISED:
    case COND_DONE:
    case COND_DUE_WITHIN:
        read_bit(w, SET_ASKED + c->kind, c->a);
        break;
    case COND_KNOWS:
        read_bit(w, SET_FACTS, c->b);
        break;
    case COND_CLARIFIED:
        read_bit(w, SET_NUMBERS, STANDARDS_SHIFT + c->b);
        break;
    case COND_TRUSTS:
        read_bit(w, SET_PEOPLE, ASK_TRUST + c->a);
        break;
    case COND_ACCEPTS:
        read_bit(w, SET_PEOPLE, ASK_BELIEF + c->a);
        break;
    case COND_SILO:
        for (int i = 0; i < w->sc->person_count; i++) {
            read_bit(w, SET_PEOPLE, ASK_TRUST + i);
        }
        break;
    case COND_CHOSEN:
        read_bit(w, SET_PEOPLE, BIT_WHO);
        break;
    case COND_HOURS: // the clock is never forgotten
        break;
    case COND_ENERGY:
        read_bit(w, SET_PEOPLE, BIT_ENERGY);
        break;
    case COND_FLAG:
        read_bit(w, SET_FLAGS, c->b);
        break;
    case COND_AT_LEAST:
        read_bit(w, SET_NUMBERS, c->a);
        break;
    case COND_TOOK:
        read_bit(w, took_word(w->sc), c->b);
        break;
    case COND_ALL:
    case COND_ANY:
        for (int i = 0; i < c->a; i++) {
            read_condition(w, c->b + i);
        }
        break;
    case COND_NO:
        read_condition(w, c->b);
        break;
    case COND_LUA: // then nothing is forgotten at all
        break;
    }
}

// ---- telling ----------------------------------------------------------------------------------------

// Where the story comes to from an op when what is only told is left out. A question whose two ways
// meet again with nothing done on either is no question.
static uint16_t behind_telling(const Scenario *sc, const uint16_t *quiet, int at)
{
    const StoryOp *op = &sc->ops[at];
    switch (op->code) {
    case OP_LINE:
    case OP_MOOD:
        return quiet[at + 1];
    case OP_GO: // back to an earlier op: a circle is walked as it is
        return op->b > at ? quiet[op->b] : (uint16_t)at;
    case OP_UNLESS:
        return op->b > at && quiet[op->b] == quiet[at + 1] ? quiet[op->b] : (uint16_t)at;
    default:
        return (uint16_t)at;
    }
}

static uint16_t *find_telling(const Scenario *sc)
{
    uint16_t *quiet = mem_alloc(sizeof *quiet * (size_t)sc->op_count);
    for (int at = sc->op_count - 1; at >= 0; at--) {
        quiet[at] = behind_telling(sc, quiet, at);
    }
    return quiet;
}

// ---- what may be called, and what comes next ------------------------------------------------------

static void add_set(Walk *w, int op)
{
    const uint64_t *from = w->live->at + (size_t)op * (size_t)w->live->words;
    for (int i = 0; i < w->live->words; i++) {
        w->set[i] |= from[i];
    }
}

static void read_option(Walk *w, const StoryOption *option)
{
    read_condition(w, option->when);
    if (option->cost_energy > 0) {
        read_bit(w, SET_PEOPLE, BIT_ENERGY);
    }
    add_set(w, option->op);
}

static void read_options(Walk *w, int first, int count)
{
    for (int i = 0; i < count; i++) {
        read_option(w, &w->sc->options[first + i]);
    }
}

static void read_talk(Walk *w, const StoryTalk *talk)
{
    read_bit(w, SET_PEOPLE, ASK_BELIEF + talk->person);
    read_options(w, talk->first_option, talk->option_count);
}

// What a desk offers for what is open is added when it is known what is open.
static void read_desk(Walk *w, const StoryDesk *desk)
{
    const Scenario *sc = w->sc;
    read_bit(w, SET_PEOPLE, BIT_ENERGY);
    read_bit(w, SET_PEOPLE, BIT_DESK);
    for (int i = 0; i < sc->person_count; i++) {
        if ((desk->talk >> i & 1) != 0) {
            read_talk(w, &sc->talks[sc->people[i].talk]);
        }
    }
    read_options(w, desk->first_option, desk->option_count);
}

// What they read is added when it is known which were played.
static void read_whenevers(Walk *w, bool at_once, uint8_t present)
{
    for (int i = 0; i < w->sc->whenever_count; i++) {
        const StoryWhenever *it = &w->sc->whenevers[i];
        if (it->at_once == at_once && (at_once || (it->present & ~present) == 0)) {
            read_bit(w, SET_CALLS, i);
        }
    }
}

static void read_deed(Walk *w, const StoryOp *op)
{
    switch (op->code) {
    case OP_PROMISE:
        read_bit(w, SET_PROMISE, op->a);
        break;
    case OP_MOVE:
        read_bit(w, SET_MOVE, op->a);
        break;
    case OP_TELL:
        read_bit(w, SET_TELL, op->a);
        break;
    case OP_OWN_UP:
        read_bit(w, SET_OWN, op->a);
        break;
    case OP_COVER_UP:
        read_bit(w, SET_COVER, op->a);
        break;
    case OP_FOUND_OUT:
        read_bit(w, SET_FOUND, op->a);
        break;
    case OP_WORK:
    case OP_DELIVER:
        read_bit(w, SET_WORK, op->a);
        break;
    case OP_BREAK_STANDARD:
        read_bit(w, SET_STANDARDS, op->b);
        break;
    case OP_CLARIFY:
        read_bit(w, SET_STANDARDS, STANDARDS_SHIFT + op->b);
        read_bit(w, SET_PEOPLE, ASK_BELIEF + w->sc->standards[op->b].person);
        break;
    case OP_LEARN:
        read_bit(w, SET_PEOPLE, ASK_BELIEF + w->sc->facts[op->b].person);
        break;
    case OP_APOLOGISE:
        read_bit(w, SET_PEOPLE, ASK_APOLOGY + op->a);
        break;
    case OP_VOW:
        read_bit(w, SET_PEOPLE, ASK_VOW + op->a);
        break;
    case OP_TALK_MOVE:
        read_bit(w, SET_PEOPLE, BIT_WHO);
        break;
    case OP_REACT:
        read_bit(w, SET_PEOPLE, BIT_REACT);
        break;
    default:
        break;
    }
}

static uint8_t present_at(const Scenario *sc, int op)
{
    int scene = scenario_scene_of(sc, op);
    return scene >= 0 ? sc->scenes[scene].present : 0xff;
}

static void forget_written(Walk *w, const StoryOp *op)
{
    if (op->code == OP_FLAG) {
        w->set[SET_FLAGS] &= ~((uint64_t)1 << op->b);
    } else if (op->code == OP_ASSIGN) {
        w->set[SET_NUMBERS] &= ~((uint64_t)1 << op->a);
    } else if (op->code == OP_NEED) {
        w->set[SET_PEOPLE] &= ~((uint64_t)1 << BIT_WHO);
    }
}

static void read_op(Walk *w, int at)
{
    const Scenario *sc = w->sc;
    if (w->quiet[at] != at) {
        add_set(w, w->quiet[at]);
        return;
    }
    const StoryOp *op = &sc->ops[at];
    bool goes_on = at + 1 < sc->op_count;
    switch (op->code) {
    case OP_GO:
        add_set(w, op->b);
        return;
    case OP_ENDING:
        add_set(w, sc->endings[op->b].op);
        return;
    case OP_END:
    case OP_RETURN:
        return;
    case OP_UNLESS:
        read_condition(w, op->c);
        add_set(w, op->b);
        break;
    case OP_CHOICE:
        read_options(w, op->b, op->c);
        goes_on = false;
        break;
    case OP_DESK:
        read_desk(w, &sc->desks[op->b]);
        break;
    case OP_TALK:
        read_talk(w, &sc->talks[op->b]);
        break;
    case OP_REACT:
        read_whenevers(w, false, present_at(sc, at));
        break;
    case OP_CHANCE:
        for (int i = 0; i < sc->chances[op->b].count; i++) {
            add_set(w, sc->odds[sc->chances[op->b].first + i].op);
        }
        goes_on = false;
        break;
    case OP_NEED:
    case OP_NEED_DECIDE: {
        const StoryNeed *need = &sc->needs[op->b];
        w->set[SET_PEOPLE] |= (uint64_t)need->who << ASK_TRUST;
        read_bit(w, SET_PEOPLE, BIT_WHO);
        add_set(w, need->crosses);
        add_set(w, need->turns_back);
        if (op->code == OP_NEED && need->hesitates != 0) {
            add_set(w, need->hesitates);
        }
        goes_on = false;
        break;
    }
    default:
        break;
    }
    if (goes_on) {
        add_set(w, at + 1);
    }
    forget_written(w, op);
    read_deed(w, op);
    bool pauses = op->code == OP_CHOICE || op->code == OP_DESK || op->code == OP_TALK;
    if (pauses && sc->has_at_once) {
        read_whenevers(w, true, 0xff);
    }
}

static size_t set_size(const ExploreLive *live)
{
    return sizeof(uint64_t) * (size_t)live->words;
}

static uint64_t *set_at(uint64_t *sets, const ExploreLive *live, int number)
{
    return sets + (size_t)number * (size_t)live->words;
}

static void add_from(Walk *w, const uint64_t *from)
{
    for (int i = 0; i < w->live->words; i++) {
        w->set[i] |= from[i];
    }
}

// Of the ops, until nothing is added any more.
static void settle(Walk *w)
{
    ExploreLive *live = w->live;
    w->set = live->set;
    for (bool changed = !live->everything; changed;) {
        changed = false;
        for (int at = w->sc->op_count - 1; at >= 0; at--) {
            uint64_t *old = set_at(live->at, live, at);
            memcpy(w->set, old, set_size(live));
            read_op(w, at);
            if (memcmp(old, w->set, set_size(live)) != 0) {
                memcpy(old, w->set, set_size(live));
                changed = true;
            }
        }
    }
}

void explore_live_init(ExploreLive *live, const Scenario *scenario)
{
    int words = took_word(scenario) + (scenario->took_count + 63) / 64;
    *live = (ExploreLive){ .scenario = scenario, .words = words };
    live->everything = scenario->lua_condition != NULL;
    live->at = mem_alloc(set_size(live) * (size_t)scenario->op_count);
    live->provided = mem_alloc(set_size(live) * (size_t)(scenario->commitment_count + 1));
    live->called = mem_alloc(set_size(live) * (size_t)(scenario->whenever_count + 1));
    live->tells = mem_alloc((size_t)scenario->whenever_count + 1);
    live->set = mem_alloc(set_size(live));
    uint16_t *quiet = find_telling(scenario);
    Walk w = { live, scenario, quiet, live->set };
    settle(&w);
    for (int c = 0; c < scenario->commitment_count; c++) {
        w.set = set_at(live->provided, live, c);
        read_condition(&w, scenario->commitments[c].provided);
    }
    for (int i = 0; i < scenario->whenever_count; i++) {
        const StoryWhenever *it = &scenario->whenevers[i];
        live->tells[i] = scenario->ops[quiet[it->op]].code == OP_RETURN;
        w.set = set_at(live->called, live, i);
        read_condition(&w, it->when);
        add_set(&w, it->op);
    }
    mem_free(quiet);
}

void explore_live_deinit(ExploreLive *live)
{
    mem_free(live->at);
    mem_free(live->provided);
    mem_free(live->called);
    mem_free(live->tells);
    mem_free(live->set);
    *live = (ExploreLive){ .words = 0 };
}

// ---- what a state reads -------------------------------------------------------------------------

static bool has(const uint64_t *set, int word, int bit)
{
    return (set[word + bit / 64] >> (bit % 64) & 1u) != 0;
}

// Open, or may still be promised.
static uint64_t coming(const ExploreLive *live, const Playthrough *p)
{
    uint64_t some = p->open;
    for (uint64_t left = live->set[SET_PROMISE]; left != 0; left &= left - 1) {
        int c = play_lowest(left);
        bool none = play_commitment_c(live->scenario, p, c)->state == STATE_NONE;
        some |= (uint64_t)none << c;
    }
    return some;
}

// Whether their having brought something up, or what waits to be brought up, is ever asked for.
static bool raising_matters(const ExploreLive *live, uint64_t reacts)
{
    for (uint64_t left = reacts; left != 0; left &= left - 1) {
        int c = play_lowest(left);
        if (has(live->set, SET_OWN, c) ||
            has(live->set, SET_PEOPLE, ASK_APOLOGY + live->scenario->commitments[c].to)) {
            return true;
        }
    }
    return false;
}

static bool whenever_matters(const ExploreLive *live, int whenever)
{
    const StoryWhenever *it = &live->scenario->whenevers[whenever];
    bool raises = it->reacts != 0 && has(live->set, SET_PEOPLE, BIT_REACT) &&
                  raising_matters(live, it->reacts);
    return raises || (has(live->set, SET_CALLS, whenever) && !live->tells[whenever]);
}

// What conditions at due times and whenevers read; each may bring others in.
static void collect_called(Walk *w, const Playthrough *p)
{
    ExploreLive *live = w->live;
    uint64_t before = 0, sum = 1;
    while (before != sum) {
        before = sum;
        for (uint64_t left = coming(live, p); left != 0; left &= left - 1) {
            add_from(w, set_at(live->provided, live, play_lowest(left)));
        }
        for (int i = 0; i < w->sc->whenever_count; i++) {
            if (!play_played(w->sc, p, i) && has(live->set, SET_CALLS, i) &&
                whenever_matters(live, i)) {
                add_from(w, set_at(live->called, live, i));
            }
        }
        sum = 0;
        for (int i = 0; i < live->words; i++) {
            sum += (uint64_t)__builtin_popcountll(live->set[i]);
        }
    }
}

// Whether they accept a promise or a new date, and what they must be told in time.
static void collect_acceptances(Walk *w, const Playthrough *p)
{
    const Scenario *sc = w->sc;
    bool desk = has(w->set, SET_PEOPLE, BIT_DESK);
    uint64_t some = coming(w->live, p) & sc->own;
    if (desk) {
        w->set[SET_MOVE] |= some & ~sc->of_kind[STORY_HOLD];
        w->set[SET_TELL] |= some & ~sc->of_kind[STORY_HOLD];
    }
    w->set[SET_MOVE] &= some;
    w->set[SET_TELL] &= some;
    uint64_t asks = w->set[SET_MOVE] | (some & ~p->open);
    for (uint64_t left = asks; left != 0; left &= left - 1) {
        read_bit(w, SET_PEOPLE, ASK_BELIEF + sc->commitments[play_lowest(left)].to);
    }
}

static void collect(ExploreLive *live, const Playthrough *p)
{
    const Scenario *sc = live->scenario;
    Walk w = { live, sc, NULL, live->set };
    memset(live->set, 0, set_size(live));
    add_set(&w, p->at);
    for (int i = 0; i < p->depth; i++) {
        add_set(&w, p->back[i]);
    }
    collect_called(&w, p);
    collect_acceptances(&w, p);
}

// ---- forgetting -----------------------------------------------------------------------------------

static int breaches_left(const ExploreLive *live, int c, uint8_t state, bool comes)
{
    bool covered = has(live->set, SET_COVER, c);
    if (comes) {
        return 1 + covered;
    }
    return state == STATE_MISSED ? covered : state == STATE_COVERED_UP;
}

// What may still happen between the player and each colleague.
static void look_ahead(const ExploreLive *live, const Playthrough *p, TrustAhead *ahead)
{
    const Scenario *sc = live->scenario;
    uint64_t some = coming(live, p);
    for (int i = 0; i < sc->person_count; i++) {
        ahead[i] = (TrustAhead){ .believed = has(live->set, SET_PEOPLE, ASK_BELIEF + i),
                                 .apologies = has(live->set, SET_PEOPLE, ASK_APOLOGY + i),
                                 .vows = has(live->set, SET_PEOPLE, ASK_VOW + i) };
    }
    for (uint64_t left = sc->own; left != 0; left &= left - 1) {
        int c = play_lowest(left);
        TrustAhead *to = &ahead[sc->commitments[c].to];
        bool comes = (some >> c & 1u) != 0;
        to->keeps += comes;
        to->breaches += breaches_left(live, c, play_commitment_c(sc, p, c)->state, comes);
        to->owned = to->owned || has(live->set, SET_OWN, c);
        to->moves = to->moves || has(live->set, SET_MOVE, c);
    }
    for (int i = 0; i < sc->standard_count; i++) {
        if (has(live->set, SET_STANDARDS, STANDARDS_SHIFT + i)) {
            ahead[sc->standards[i].person].cleared = true;
        }
    }
}

static bool trust_matters(const ExploreLive *live, int person)
{
    return has(live->set, SET_PEOPLE, ASK_TRUST + person) ||
           has(live->set, SET_PEOPLE, ASK_BELIEF + person);
}

static void forget_person(const ExploreLive *live, Playthrough *p, int person,
                          const TrustAhead *ahead)
{
    const Scenario *sc = live->scenario;
    PersonState *s = play_person(sc, p, person);
    s->mood = 0; // pictures
    s->violations = s->strands_back = s->run = 0;
    s->flags = (uint8_t)(s->flags & ~PERSON_LANTERN);
    if (!trust_matters(live, person)) {
        *s = (PersonState){ .trust = trust_start(sc->trust) };
        trust_readings(sc->trust, &s->trust, &s->trust_now, &s->belief_now);
        return;
    }
    bool another_week = sc->calendar_day[sc->day_count - 1] - p->week_day >= 7;
    bool tomorrow = p->day + 1 < sc->day_count;
    bool raised = ahead->apologies;
    s->flags = (uint8_t)(s->flags & ((another_week ? PERSON_CONTACT : 0) |
                                     (raised ? PERSON_RAISED : 0)));
    s->heard_good = tomorrow ? s->heard_good : 0;
    s->heard_bad = tomorrow ? s->heard_bad : 0;
    TrustState before = s->trust;
    trust_forget(sc->people[person].trust, &s->trust, ahead);
    if (before.credit != s->trust.credit) {
        s->belief_now = s->trust_now;
    }
}

static bool asked(const uint64_t *set, StoryCondKind kind, int commitment)
{
    return (set[SET_ASKED + kind] >> commitment & 1u) != 0;
}

// What the conditions that may still be asked answer in that state: a bit for each kind.
static unsigned answers(const uint64_t *set, int commitment, StoryState state)
{
    unsigned bits = 0;
    for (int kind = COND_KEPT; kind <= COND_DUE_WITHIN; kind++) {
        bool is = asked(set, (StoryCondKind)kind, commitment);
        bits |= (unsigned)(is && (play_states_of((StoryCondKind)kind) >> state & 1) != 0) << kind;
    }
    return bits;
}

// The first settled state, or none, that answers alike and can be touched by no deed.
static StoryState alike(const uint64_t *set, int commitment, StoryState state)
{
    static const StoryState settled[] = { STATE_NONE, STATE_KEPT, STATE_LAPSED, STATE_WARNED,
                                          STATE_MISSED, STATE_OWNED_UP };
    bool touched = ((set[SET_OWN] | set[SET_COVER]) >> commitment & 1u) != 0;
    bool promised = (set[SET_PROMISE] >> commitment & 1u) != 0;
    unsigned wanted = answers(set, commitment, state);
    for (int i = 0; i < (int)(sizeof settled / sizeof *settled); i++) {
        bool open = settled[i] == STATE_NONE ? promised || touched
                                             : settled[i] == STATE_MISSED && touched;
        if (!open && answers(set, commitment, settled[i]) == wanted) {
            return settled[i];
        }
    }
    return state;
}

static bool work_matters(const uint64_t *set, int commitment)
{
    return asked(set, COND_DONE, commitment) || (set[SET_WORK] >> commitment & 1u) != 0;
}

// Whether it still matters that they have not reacted to its breaking.
static bool waiting_matters(const ExploreLive *live, int commitment, const CommitmentState *s)
{
    int to = live->scenario->commitments[commitment].to;
    return (has(live->set, SET_OWN, commitment) && s->state == STATE_MISSED) ||
           (has(live->set, SET_PEOPLE, ASK_APOLOGY + to) && trust_matters(live, to));
}

static void forget_settled(const ExploreLive *live, int commitment, CommitmentState *s)
{
    const uint64_t *set = live->set;
    s->due_minute = 0;
    s->moves = s->moves > 0 && asked(set, COND_MOVED, commitment); // whether, not how often
    s->done_minutes = work_matters(set, commitment) ? s->done_minutes : 0;
    unsigned flags = asked(set, COND_TOLD, commitment) ? COMMITMENT_TOLD : 0;
    bool waits = (s->flags & COMMITMENT_REACTION) != 0 && waiting_matters(live, commitment, s);
    bool owned = has(set, SET_OWN, commitment) && s->state == STATE_MISSED && waits;
    bool covered = has(set, SET_COVER, commitment) && s->state == STATE_MISSED;
    if (!owned) { // else it may be owned up in time
        s->settled_minute = 0;
    }
    flags |= waits ? COMMITMENT_REACTION : 0;
    flags |= covered || s->state == STATE_COVERED_UP ? COMMITMENT_COST : 0;
    s->flags = (uint8_t)(s->flags & flags);
    if (!owned && !covered && s->state != STATE_COVERED_UP) {
        s->state = (uint8_t)alike(set, commitment, (StoryState)s->state);
    }
}

// An open one with a new date is an open one with another date.
static void forget_open(const ExploreLive *live, int commitment, CommitmentState *s)
{
    const uint64_t *set = live->set;
    s->state = STATE_OPEN;
    s->moves = s->moves > 0 && asked(set, COND_MOVED, commitment);
    if (!has(set, SET_PEOPLE, BIT_DESK)) {
        s->flags = (uint8_t)(s->flags & ~(COMMITMENT_TOLD_TODAY | COMMITMENT_ASKED_TODAY));
    }
}

static void forget_commitments(ExploreLive *live, Playthrough *p)
{
    const Scenario *sc = live->scenario;
    const uint64_t *set = live->set;
    p->waiting = 0;
    for (int c = 0; c < sc->commitment_count; c++) {
        CommitmentState *s = play_commitment(sc, p, c);
        s->promised = s->settled = 0;
        if (s->state == STATE_NONE) {
            bool matters = work_matters(set, c) || has(set, SET_PROMISE, c);
            s->done_minutes = matters ? s->done_minutes : 0;
        } else if (play_is_open(s->state)) {
            forget_open(live, c, s);
        } else {
            forget_settled(live, c, s);
        }
        p->waiting |= (uint64_t)((s->flags & COMMITMENT_REACTION) != 0) << c;
    }
    p->settled_count = 0;
}

// A standard that was clarified weighs more when it is broken, and is broken by short notice.
static void forget_standards(const ExploreLive *live, Playthrough *p)
{
    const Scenario *sc = live->scenario;
    uint32_t clarified = (uint32_t)(live->set[SET_NUMBERS] >> STANDARDS_SHIFT), broken = 0;
    for (int i = 0; i < sc->standard_count; i++) {
        bool matters = trust_matters(live, sc->standards[i].person);
        clarified |= (uint32_t)(matters && has(live->set, SET_STANDARDS, i)) << i;
        broken |= (uint32_t)(matters && has(live->set, SET_STANDARDS, STANDARDS_SHIFT + i)) << i;
    }
    for (uint64_t left = live->set[SET_TELL] | live->set[SET_MOVE]; left != 0; left &= left - 1) {
        int to = sc->commitments[play_lowest(left)].to;
        if (sc->people[to].notice >= 0 && trust_matters(live, to)) {
            clarified |= (uint32_t)1 << sc->people[to].notice;
        }
    }
    p->standards &= clarified;
    p->standards_broken &= broken;
}

static void forget_played(const ExploreLive *live, Playthrough *p)
{
    uint64_t *bits = (uint64_t *)(void *)((char *)p + live->scenario->played_at);
    for (int i = 0; i < live->scenario->whenever_count; i++) {
        if (!whenever_matters(live, i)) {
            bits[i / 64] &= ~((uint64_t)1 << (i % 64));
        }
    }
}

static void forget_bits(Playthrough *p, size_t offset, const uint64_t *set, int count)
{
    uint64_t *bits = (uint64_t *)(void *)((char *)p + offset);
    for (int i = 0; i < (count + 63) / 64; i++) {
        bits[i] &= set[i];
    }
}

static void forget_rest(const ExploreLive *live, Playthrough *p)
{
    const Scenario *sc = live->scenario;
    const uint64_t *set = live->set;
    p->facts &= set[SET_FACTS];
    p->flags &= set[SET_FLAGS];
    if (!has(set, SET_PEOPLE, BIT_ENERGY)) {
        p->energy = 0;
    }
    bool decides = p->need_shift != 0 && p->need_shift != STORY_NEED_DECIDED;
    if (!has(set, SET_PEOPLE, BIT_WHO) && !decides) {
        p->who = STORY_NONE;
        p->need_shift = 0;
    }
    for (int i = 0; i < sc->number_count; i++) {
        if (!has(set, SET_NUMBERS, i)) {
            play_numbers(sc, p)[i] = 0;
        }
    }
    memset(play_occurrences(sc, p), 0, (size_t)sc->repeat_count); // only draws read them
    forget_bits(p, sc->took_at, set + took_word(sc), sc->took_count);
}

void explore_live_forget(ExploreLive *live, Playthrough *p)
{
    const Scenario *sc = live->scenario;
    if (p->ended != 0) {
        uint8_t ended = p->ended;
        memset(p, 0, sc->play_size);
        p->ended = ended;
        return;
    }
    p->seed = 0;
    if (live->everything) {
        return;
    }
    collect(live, p);
    look_ahead(live, p, live->ahead);
    forget_rest(live, p);
    forget_standards(live, p);
    for (int i = 0; i < sc->person_count; i++) {
        forget_person(live, p, i, &live->ahead[i]);
    }
    forget_commitments(live, p);
    forget_played(live, p);
}

uint64_t explore_live_outlook(const ExploreLive *live, const Playthrough *p, int part)
{
    const Scenario *sc = live->scenario;
    if (p->ended != 0 || live->everything) {
        return 0;
    }
    if (part == sc->person_count) {
        return 1 + has(live->set, SET_PEOPLE, BIT_ENERGY);
    }
    if (!trust_matters(live, part)) {
        return 3;
    }
    const TrustAhead *a = &live->ahead[part];
    bool another_week = sc->calendar_day[sc->day_count - 1] - p->week_day >= 7;
    bool tomorrow = p->day + 1 < sc->day_count;
    unsigned bits = (unsigned)a->believed | (unsigned)a->apologies << 1 | (unsigned)a->vows << 2 |
                    (unsigned)a->owned << 3 | (unsigned)a->cleared << 4 | (unsigned)a->moves << 5 |
                    (unsigned)another_week << 6 | (unsigned)tomorrow << 7;
    return 4 + (uint64_t)bits + ((uint64_t)a->keeps << 16) + ((uint64_t)a->breaches << 32);
}
