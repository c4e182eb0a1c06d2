// An op's set is what it reads itself and what its successors read, without what it overwrites. What
// a whenever or an option of a desk reads is part of the op that may call it; what stands behind the
// call is kept by the state's way back.
#include "explore/reads.h"

#include "base/arena.h"

#include <string.h>

typedef struct Walk {
    ExploreReads *reads;
    const Scenario *sc;
    const uint16_t *quiet; // by op
    uint64_t *set;         // that is being filled
} Walk;

static void read_bit(Walk *w, int word, int bit)
{
    explore_set_add(w->set, word, bit);
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
        read_bit(w, explore_set_took(w->sc), c->b);
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
    const uint64_t *from = w->reads->at + (size_t)op * (size_t)w->reads->words;
    for (int i = 0; i < w->reads->words; i++) {
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
        read_bit(w, SET_TELL, op->a); // before it is due
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

// Of the ops, until nothing is added any more.
static void settle(Walk *w)
{
    const ExploreReads *reads = w->reads;
    size_t size = sizeof(uint64_t) * (size_t)reads->words;
    w->set = mem_alloc(size);
    for (bool changed = !reads->everything; changed;) {
        changed = false;
        for (int at = w->sc->op_count - 1; at >= 0; at--) {
            uint64_t *old = reads->at + (size_t)at * (size_t)reads->words;
            memcpy(w->set, old, size);
            read_op(w, at);
            if (memcmp(old, w->set, size) != 0) {
                memcpy(old, w->set, size);
                changed = true;
            }
        }
    }
    mem_free(w->set);
}

void explore_reads_init(ExploreReads *reads, const Scenario *scenario)
{
    int words = explore_set_took(scenario) + (scenario->took_count + 63) / 64;
    size_t size = sizeof(uint64_t) * (size_t)words;
    *reads = (ExploreReads){ .scenario = scenario, .words = words };
    reads->everything = scenario->lua_condition != NULL;
    reads->at = mem_alloc(size * (size_t)scenario->op_count);
    reads->provided = mem_alloc(size * (size_t)(scenario->commitment_count + 1));
    reads->called = mem_alloc(size * (size_t)(scenario->whenever_count + 1));
    reads->tells = mem_alloc((size_t)scenario->whenever_count + 1);
    uint16_t *quiet = find_telling(scenario);
    Walk w = { reads, scenario, quiet, NULL };
    settle(&w);
    for (int c = 0; c < scenario->commitment_count; c++) {
        w.set = reads->provided + (size_t)c * (size_t)words;
        read_condition(&w, scenario->commitments[c].provided);
    }
    for (int i = 0; i < scenario->whenever_count; i++) {
        const StoryWhenever *it = &scenario->whenevers[i];
        reads->tells[i] = scenario->ops[quiet[it->op]].code == OP_RETURN;
        w.set = reads->called + (size_t)i * (size_t)words;
        read_condition(&w, it->when);
        add_set(&w, it->op);
    }
    mem_free(quiet);
}

void explore_reads_deinit(ExploreReads *reads)
{
    mem_free(reads->at);
    mem_free(reads->provided);
    mem_free(reads->called);
    mem_free(reads->tells);
    *reads = (ExploreReads){ .words = 0 };
}
