// Sets of bits, one for each op: facts, flags, commitments, numbers and standards, people and a few
// single things, options taken, reactions played. An op's set is what it reads itself and what its
// successors read, without what it overwrites. What a whenever or an option of a desk reads is part
// of the op that may call it; what stands behind the call is kept by the state's way back.
#include "explore/live.h"

#include "base/arena.h"

#include <string.h>

enum { // words of a set, before those of `took` and `played`
    SET_FACTS,
    SET_FLAGS,
    SET_NUMBERS, // standards in the upper half
    SET_PEOPLE,  // their trust, and single things
    SET_DEEDS,   // commitments that a deed may still touch
    SET_WORK,    // commitments that may still be worked on without a desk
    SET_ASKED,   // commitments of which a condition asks, a word for each kind from COND_KEPT on
    SET_TOOK = SET_ASKED + COND_DUE_WITHIN + 1,
};
enum { STANDARDS_SHIFT = 32, BIT_ENERGY = 8, BIT_WHO = 9, BIT_DESK = 10 };

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

static int played_word(const Scenario *sc)
{
    return SET_TOOK + (sc->took_count + 63) / 64;
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
    case COND_ACCEPTS:
        read_bit(w, SET_PEOPLE, c->a);
        break;
    case COND_SILO:
        for (int i = 0; i < w->sc->person_count; i++) {
            read_bit(w, SET_PEOPLE, i);
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
        read_bit(w, SET_TOOK, c->b);
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

static void read_notice(Walk *w, int commitment)
{
    int person = w->sc->commitments[commitment].to;
    if (person < w->sc->person_count && w->sc->people[person].notice >= 0) {
        read_bit(w, SET_NUMBERS, STANDARDS_SHIFT + w->sc->people[person].notice);
    }
}

// Whether they accept: a promise, a new date.
static void read_acceptance(Walk *w, int commitment)
{
    const StoryCommitment *c = &w->sc->commitments[commitment];
    if (c->by == STORY_PLAYER) {
        read_bit(w, SET_PEOPLE, c->to);
        read_notice(w, commitment);
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
    read_bit(w, SET_PEOPLE, talk->person);
    if (talk->energy > 0) {
        read_bit(w, SET_PEOPLE, BIT_ENERGY);
    }
    read_options(w, talk->first_option, talk->option_count);
}

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
    for (int c = 0; c < sc->commitment_count; c++) {
        read_acceptance(w, c); // of what is open, a new date may be asked for
    }
    read_options(w, desk->first_option, desk->option_count);
}

static void read_whenevers(Walk *w, bool at_once, uint8_t present)
{
    const Scenario *sc = w->sc;
    for (int i = 0; i < sc->whenever_count; i++) {
        const StoryWhenever *it = &sc->whenevers[i];
        if (!at_once && it->reacts != 0) {
            read_bit(w, played_word(sc), i); // is it written that they react?
        }
        bool only_tells = it->reacts == 0 && w->sc->ops[w->quiet[it->op]].code == OP_RETURN;
        if (!only_tells && it->at_once == at_once && (at_once || (it->present & ~present) == 0)) {
            read_bit(w, played_word(sc), i);
            read_condition(w, it->when);
            add_set(w, it->op);
        }
    }
}

static void read_deed(Walk *w, const StoryOp *op)
{
    switch (op->code) {
    case OP_PROMISE:
        read_condition(w, w->sc->commitments[op->a].provided);
        read_bit(w, SET_DEEDS, op->a);
        read_acceptance(w, op->a);
        break;
    case OP_MOVE:
    case OP_TELL:
        read_bit(w, SET_DEEDS, op->a);
        read_acceptance(w, op->a);
        break;
    case OP_WORK:
        read_bit(w, SET_DEEDS, op->a);
        read_bit(w, SET_WORK, op->a);
        break;
    case OP_DELIVER:
    case OP_ATTEND:
    case OP_BREAKS:
    case OP_LETS_DOWN:
    case OP_OWN_UP:
    case OP_COVER_UP:
    case OP_FOUND_OUT:
        read_bit(w, SET_DEEDS, op->a);
        break;
    case OP_BREAK_STANDARD:
        read_bit(w, SET_NUMBERS, STANDARDS_SHIFT + op->b);
        break;
    case OP_CLARIFY:
        read_bit(w, SET_NUMBERS, STANDARDS_SHIFT + op->b);
        read_bit(w, SET_PEOPLE, w->sc->standards[op->b].person);
        break;
    case OP_LEARN:
        read_bit(w, SET_PEOPLE, w->sc->facts[op->b].person);
        break;
    case OP_TALK_MOVE:
        read_bit(w, SET_PEOPLE, BIT_WHO);
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
        w->set[SET_PEOPLE] |= need->who;
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

void explore_live_init(ExploreLive *live, const Scenario *scenario)
{
    int words = played_word(scenario) + (scenario->whenever_count + 63) / 64;
    size_t set = sizeof(uint64_t) * (size_t)words;
    *live = (ExploreLive){ .scenario = scenario, .words = words };
    live->everything = scenario->lua_condition != NULL;
    live->at = mem_alloc(set * (size_t)scenario->op_count);
    live->provided = mem_alloc(set * (size_t)(scenario->commitment_count + 1));
    live->set = mem_alloc(set);
    uint16_t *quiet = find_telling(scenario);
    Walk w = { live, scenario, quiet, live->set };
    for (int c = 0; c < scenario->commitment_count; c++) {
        w.set = live->provided + (size_t)c * (size_t)words;
        read_condition(&w, scenario->commitments[c].provided);
    }
    w.set = live->set;
    for (bool changed = !live->everything; changed;) {
        changed = false;
        for (int at = scenario->op_count - 1; at >= 0; at--) {
            uint64_t *old = live->at + (size_t)at * (size_t)words;
            memcpy(w.set, old, set);
            read_op(&w, at);
            if (memcmp(old, w.set, set) != 0) {
                memcpy(old, w.set, set);
                changed = true;
            }
        }
    }
    mem_free(quiet);
}

void explore_live_deinit(ExploreLive *live)
{
    mem_free(live->at);
    mem_free(live->provided);
    mem_free(live->set);
    *live = (ExploreLive){ .words = 0 };
}

// ---- forgetting -----------------------------------------------------------------------------------

static void collect(ExploreLive *live, const Playthrough *p)
{
    const Scenario *sc = live->scenario;
    Walk w = { live, sc, NULL, live->set };
    memset(live->set, 0, sizeof(uint64_t) * (size_t)live->words);
    add_set(&w, p->at);
    for (int i = 0; i < p->depth; i++) {
        add_set(&w, p->back[i]);
    }
    for (int c = 0; c < sc->commitment_count; c++) {
        if (play_is_open(play_commitment_c(sc, p, c)->state)) {
            const uint64_t *from = live->provided + (size_t)c * (size_t)live->words;
            for (int i = 0; i < live->words; i++) {
                live->set[i] |= from[i];
            }
        }
    }
}

static void forget_person(const Scenario *sc, PersonState *person, bool trust_is_read)
{
    person->mood = 0; // pictures
    person->violations = person->strands_back = person->run = 0;
    person->flags = (uint8_t)(person->flags & ~PERSON_LANTERN);
    if (!trust_is_read) {
        *person = (PersonState){ .trust = trust_start(sc->trust) };
        trust_readings(sc->trust, &person->trust, &person->trust_now, &person->belief_now);
    }
}

// What the conditions that may still be asked answer in that state: a bit for each kind.
static unsigned answers(const uint64_t *set, int commitment, StoryState state)
{
    static const uint16_t states[] = {
        [COND_KEPT] = 1 << STATE_KEPT,
        [COND_MISSED] = 1 << STATE_WARNED | 1 << STATE_MISSED | 1 << STATE_FOUND_OUT,
        [COND_OPEN] = 1 << STATE_OPEN | 1 << STATE_MOVED,
        [COND_OWNED] = 1 << STATE_OWNED_UP,
        [COND_COVERED] = 1 << STATE_COVERED_UP,
        [COND_FOUND] = 1 << STATE_FOUND_OUT,
        [COND_LAPSED] = 1 << STATE_LAPSED,
        [COND_PROMISED] = 0xffff & ~(1 << STATE_NONE),
        [COND_DUE_WITHIN] = 0,
    };
    unsigned bits = 0;
    for (int kind = COND_KEPT; kind <= COND_DUE_WITHIN; kind++) {
        bool asked = (set[SET_ASKED + kind] >> commitment & 1u) != 0;
        bits |= (unsigned)(asked && (states[kind] >> state & 1) != 0) << kind;
    }
    return bits;
}

// The first settled state, or none, that answers alike.
static StoryState alike(const uint64_t *set, int commitment, StoryState state)
{
    static const StoryState settled[] = { STATE_NONE, STATE_KEPT, STATE_LAPSED, STATE_WARNED,
                                          STATE_MISSED, STATE_OWNED_UP };
    unsigned wanted = answers(set, commitment, state);
    for (int i = 0; i < (int)(sizeof settled / sizeof *settled); i++) {
        if (answers(set, commitment, settled[i]) == wanted) {
            return settled[i];
        }
    }
    return state;
}

static bool asked(const uint64_t *set, StoryCondKind kind, int commitment)
{
    return (set[SET_ASKED + kind] >> commitment & 1u) != 0;
}

static void forget_settled(const uint64_t *set, int commitment, CommitmentState *s)
{
    bool waits = (s->flags & COMMITMENT_REACTION) != 0;
    bool deeds = (set[SET_DEEDS] >> commitment & 1u) != 0;
    s->due_minute = 0;
    s->moves = s->moves > 0 && asked(set, COND_MOVED, commitment); // whether, not how often
    if (!asked(set, COND_TOLD, commitment)) {
        s->flags = (uint8_t)(s->flags & ~COMMITMENT_TOLD);
    }
    bool work = (set[SET_WORK] >> commitment & 1u) != 0;
    if (!asked(set, COND_DONE, commitment) && !work) {
        s->done_minutes = 0;
    }
    if (!deeds || s->state != STATE_MISSED || !waits) { // else it may be owned up in time
        s->settled_minute = 0;
    }
    if (!deeds) {
        s->flags = (uint8_t)(s->flags & (COMMITMENT_TOLD | COMMITMENT_REACTION));
        if (!waits) {
            s->state = (uint8_t)alike(set, commitment, (StoryState)s->state);
        }
    }
    s->flags = (uint8_t)(s->flags & (COMMITMENT_TOLD | COMMITMENT_REACTION | COMMITMENT_COST));
}

// An open one with a new date is an open one with another date.
static void forget_open(const uint64_t *set, int commitment, CommitmentState *s, bool desk)
{
    s->state = STATE_OPEN;
    s->moves = s->moves > 0 && asked(set, COND_MOVED, commitment);
    if (!desk) {
        s->flags = (uint8_t)(s->flags & ~(COMMITMENT_TOLD_TODAY | COMMITMENT_ASKED_TODAY));
    }
}

static void forget_commitments(ExploreLive *live, Playthrough *p)
{
    const Scenario *sc = live->scenario;
    const uint64_t *set = live->set;
    bool desk = (set[SET_PEOPLE] >> BIT_DESK & 1u) != 0;
    for (int c = 0; c < sc->commitment_count; c++) {
        CommitmentState *s = play_commitment(sc, p, c);
        s->promised = s->settled = 0;
        if (s->state == STATE_NONE) {
            bool deeds = (set[SET_DEEDS] >> c & 1u) != 0;
            s->done_minutes = deeds || asked(set, COND_DONE, c) ? s->done_minutes : 0;
        } else if (play_is_open(s->state)) {
            forget_open(set, c, s, desk);
        } else if (s->state != STATE_COVERED_UP) {
            forget_settled(set, c, s);
        }
    }
    p->settled_count = 0;
}

static void forget_bits(Playthrough *p, size_t offset, const uint64_t *set, int count)
{
    uint64_t *bits = (uint64_t *)(void *)((char *)p + offset);
    for (int i = 0; i < (count + 63) / 64; i++) {
        bits[i] &= set[i];
    }
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
    const uint64_t *set = live->set;
    p->facts &= set[SET_FACTS];
    p->flags &= set[SET_FLAGS];
    p->standards &= (uint32_t)(set[SET_NUMBERS] >> STANDARDS_SHIFT);
    p->standards_broken &= (uint32_t)(set[SET_NUMBERS] >> STANDARDS_SHIFT);
    if ((set[SET_PEOPLE] >> BIT_ENERGY & 1u) == 0) {
        p->energy = 0;
    }
    if ((set[SET_PEOPLE] >> BIT_WHO & 1u) == 0 && p->need_shift == 0) {
        p->who = STORY_NONE;
    }
    for (int i = 0; i < sc->person_count; i++) {
        forget_person(sc, play_person(sc, p, i), (set[SET_PEOPLE] >> i & 1u) != 0);
    }
    for (int i = 0; i < sc->number_count; i++) {
        if ((set[SET_NUMBERS] >> i & 1u) == 0) {
            play_numbers(sc, p)[i] = 0;
        }
    }
    memset(play_occurrences(sc, p), 0, (size_t)sc->repeat_count); // only draws read them
    forget_bits(p, sc->took_at, set + SET_TOOK, sc->took_count);
    forget_bits(p, sc->played_at, set + played_word(sc), sc->whenever_count);
    forget_commitments(live, p);
}
