// An op's set is what it reads itself and what its successors read, without what it overwrites. What
// a whenever or an option of a desk reads is part of the op that may call it; what stands behind the
// call is kept by the state's way back. Where something is known (given.h), only the ways that it
// leaves open count, until an op may change it: behind that stand the sets of those who know nothing.
#include "explore/reads.h"

#include "base/arena.h"
#include "explore/given.h"
#include "explore/reads_tests.h"

#include <string.h>

enum { HELD_AT_FIRST = 1024 };

typedef struct Walk {
    const ExploreReads *reads;
    const Scenario *sc;
    uint64_t *set;             // that is being filled
    uint64_t *sets;            // of all ops
    const ExploreGiven *given; // NULL: nothing is
    const uint64_t *loose;
    bool ended;     // behind the op that is read nothing is known any more
    uint32_t *held; // while that is written down: whose sets the op's set holds
    uint32_t held_count, held_room;
    bool writes;
} Walk;

static void read_bit(Walk *w, int word, int bit)
{
    explore_set_add(w->set, word, bit);
}

static void read_function(Walk *w, int function)
{
    const StoryLuaReads *heard = &w->reads->functions.heard[function];
    w->set[SET_FACTS] |= heard->facts;
    w->set[SET_FLAGS] |= heard->flags;
    w->set[SET_NUMBERS] |= heard->numbers;
    w->set[SET_ASKED_STATE] |= heard->states;
    w->set[SET_PEOPLE] |= (uint64_t)heard->trusts << ASK_TRUST;
    if (heard->energy) {
        read_bit(w, SET_PEOPLE, BIT_ENERGY);
    }
}

// What asks for nothing but the state of one commitment is one test.
static void read_leaf(Walk *w, const StoryCond *c)
{
    switch (c->kind) {
    case COND_MOVED:
        read_bit(w, SET_ASKED_MOVED, c->a);
        break;
    case COND_TOLD:
        read_bit(w, SET_ASKED_TOLD, c->a);
        break;
    case COND_DONE:
        read_bit(w, SET_ASKED_DONE, c->a);
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
    case COND_LUA:
        if (!w->reads->everything) {
            read_function(w, c->b);
        }
        break;
    default: // the clock is never forgotten
        break;
    }
}

static int answer(const Walk *w, int cond)
{
    return w->given == NULL ? GIVEN_OPEN : explore_given_answer(w->sc, w->given, cond);
}

// The parts one after the other, up to one that is known to decide. Whatever else is known, those up to
// the first that decides are read in each of the sets; so what is in all sets is enough.
static void read_condition(Walk *w, int cond)
{
    if (cond < 0) {
        return;
    }
    const StoryCond *c = &w->sc->conds[cond];
    if (w->reads->test_of[cond] >= 0) {
        read_bit(w, explore_set_tests(w->sc), w->reads->test_of[cond]);
    } else if (c->kind == COND_NO) {
        read_condition(w, c->b);
    } else if (c->kind == COND_ALL || c->kind == COND_ANY) {
        int decides = c->kind == COND_ALL ? GIVEN_NO : GIVEN_YES;
        for (int i = 0; i < c->a; i++) {
            read_condition(w, c->b + i);
            if (answer(w, c->b + i) == decides) {
                break;
            }
        }
    } else {
        read_leaf(w, c);
    }
}

// ---- telling ----------------------------------------------------------------------------------------

// Where the story comes to from an op when what is only told is left out. A question whose two ways
// meet again with nothing done on either is no question, if it cannot fail.
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
        return op->b > at && quiet[op->b] == quiet[at + 1] && !explore_asks_function(sc, op->c)
                   ? quiet[op->b]
                   : (uint16_t)at;
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

static void write_down(Walk *w, int op)
{
    if (w->held_count == w->held_room) {
        w->held_room = w->held_room == 0 ? HELD_AT_FIRST : w->held_room * 2;
        w->held = mem_grow(w->held, sizeof *w->held * w->held_room);
    }
    w->held[w->held_count++] = (uint32_t)op;
}

static void add_set(Walk *w, int op)
{
    const uint64_t *sets = w->ended ? w->reads->at : w->sets;
    const uint64_t *from = sets + (size_t)op * (size_t)w->reads->words;
    if (w->writes) {
        write_down(w, op);
    }
    for (int i = 0; i < w->reads->words; i++) {
        w->set[i] |= from[i];
    }
}

static void read_option(Walk *w, const StoryOption *option)
{
    read_condition(w, option->when);
    if (answer(w, option->when) == GIVEN_NO) {
        return;
    }
    if (option->cost_energy > 0) {
        read_bit(w, SET_PEOPLE, BIT_ENERGY);
    }
    bool ended = w->ended;
    w->ended = ended || (w->given != NULL && explore_given_ends_by(w->given, option));
    add_set(w, option->op);
    w->ended = ended;
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
    read_bit(w, SET_DESK_DAYS, DESK_TODAY);
    w->set[SET_DESK_WORK] |= desk->work;
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
        if (w->sc->facts[op->b].person != STORY_PLAYER) { // else see witness.h
            read_bit(w, SET_PEOPLE, ASK_BELIEF + w->sc->facts[op->b].person);
        }
        break;
    case OP_APOLOGISE:
        read_bit(w, SET_PEOPLE, ASK_APOLOGY + op->a);
        break;
    case OP_VOW:
        read_bit(w, SET_PEOPLE, ASK_VOW + op->a);
        break;
    case OP_TALK_MOVE:
        if (op->a == STORY_NONE) { // else it is said to whom
            read_bit(w, SET_PEOPLE, BIT_WHO);
        }
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

// Behind a jump of the clock it is no earlier than that day.
static void begin_day(Walk *w, StoryTime at)
{
    uint64_t today = (uint64_t)1 << DESK_TODAY;
    int day = 0;
    while (at >= 0 && day < w->sc->day_count &&
           w->sc->calendar_day[day] * STORY_DAY_MINUTES + STORY_DAY_MINUTES <= at) {
        day++;
    }
    if (at >= 0 && day < w->sc->day_count && (w->set[SET_DESK_DAYS] & today) != 0) {
        w->set[SET_DESK_DAYS] = (w->set[SET_DESK_DAYS] & ~today) | (uint64_t)1 << day;
    }
}

static void forget_written(Walk *w, const StoryOp *op)
{
    if (op->code == OP_FLAG) {
        w->set[SET_FLAGS] &= ~((uint64_t)1 << op->b);
    } else if (op->code == OP_ASSIGN) {
        w->set[SET_NUMBERS] &= ~((uint64_t)1 << op->a);
    } else if (op->code == OP_NEED) {
        w->set[SET_PEOPLE] &= ~((uint64_t)1 << BIT_WHO);
    } else if (op->code == OP_SCENE) {
        begin_day(w, w->sc->scenes[op->b].at);
    }
}

// In that desk or one-on-one it may end, and what is asked there is asked again.
static bool is_loose(const Walk *w, int at)
{
    return w->given != NULL && (w->loose[at / 64] >> (at % 64) & 1u) != 0;
}

// What always holds is asked wherever a choice can be made, and at the end.
static void read_always(Walk *w)
{
    for (int i = 0; i < w->sc->always_count && !w->reads->everything; i++) {
        read_function(w, w->sc->always[i].function);
    }
}

static void read_op(Walk *w, int at)
{
    const Scenario *sc = w->sc;
    const uint16_t *quiet = w->reads->quiet;
    if (quiet[at] != at) {
        add_set(w, quiet[at]);
        return;
    }
    const StoryOp *op = &sc->ops[at];
    bool goes_on = at + 1 < sc->op_count;
    if (is_loose(w, at)) {
        w->ended = true;
        add_set(w, at);
        return;
    }
    w->ended = w->given != NULL && explore_given_ends(w->given, op);
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
        goes_on = goes_on && answer(w, op->c) != GIVEN_NO;
        if (answer(w, op->c) != GIVEN_YES) {
            add_set(w, op->b);
        }
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

void explore_reads_talk(const ExploreReads *reads, int at, uint32_t options, uint64_t *set)
{
    Walk w = { .reads = reads, .sc = reads->scenario, .sets = reads->at, .set = set };
    const StoryTalk *talk = &w.sc->talks[w.sc->ops[at].b];
    memset(set, 0, sizeof *set * (size_t)reads->words);
    if (at + 1 < w.sc->op_count) {
        add_set(&w, at + 1);
    }
    for (uint64_t left = options; left != 0; left &= left - 1) {
        read_option(&w, &w.sc->options[talk->first_option + play_lowest(left)]);
    }
    if (w.sc->has_at_once) {
        read_whenevers(&w, true, 0xff);
    }
}

// Whose sets each op's set holds: with nothing known, since what is known only closes ways.
static void order_ops(ExploreReads *reads)
{
    uint32_t ops = (uint32_t)reads->scenario->op_count;
    Walk w = { .reads = reads, .sc = reads->scenario, .sets = reads->at, .writes = true };
    uint32_t *first = mem_alloc(sizeof *first * ((size_t)ops + 1));
    w.set = mem_alloc(sizeof *w.set * (size_t)reads->words);
    for (uint32_t at = 0; at < ops; at++) {
        first[at] = w.held_count;
        read_op(&w, (int)at);
    }
    first[ops] = w.held_count;
    explore_order_init(&reads->order, ops, first, w.held, sizeof *w.held);
    mem_free(w.set);
    mem_free(w.held);
    mem_free(first);
}

// Of the ops, until nothing is added any more: at once where none comes round to itself.
static void settle(Walk *w)
{
    const ExploreReads *reads = w->reads;
    size_t size = sizeof(uint64_t) * (size_t)reads->words;
    w->set = mem_alloc(size);
    for (bool changed = !reads->everything; changed; changed = changed && reads->order.circles) {
        changed = false;
        for (int i = 0; i < w->sc->op_count; i++) {
            int at = (int)reads->order.nodes[i];
            uint64_t *old = w->sets + (size_t)at * (size_t)reads->words;
            memcpy(w->set, old, size);
            w->ended = false;
            read_op(w, at);
            read_always(w);
            if (memcmp(old, w->set, size) != 0) {
                memcpy(old, w->set, size);
                changed = true;
            }
        }
    }
    mem_free(w->set);
}

// ---- life -------------------------------------------------------------------------------------------

void explore_reads_given(const ExploreReads *reads, const ExploreGiven *given,
                         const uint64_t *loose, uint64_t *sets)
{
    Walk w = { .reads = reads, .sc = reads->scenario, .sets = sets, .given = given };
    w.loose = loose;
    settle(&w);
}

void explore_reads_init(ExploreReads *reads, const Scenario *scenario)
{
    *reads = (ExploreReads){ .scenario = scenario };
    explore_functions_init(&reads->functions, scenario);
    reads->everything = reads->functions.unheard;
    explore_reads_find_tests(reads);
    int words = explore_set_tests(scenario) + explore_set_words(reads->test_count);
    size_t size = sizeof(uint64_t) * (size_t)words;
    reads->words = words;
    reads->at = mem_alloc(size * (size_t)scenario->op_count);
    reads->provided = mem_alloc(size * (size_t)(scenario->commitment_count + 1));
    reads->called = mem_alloc(size * (size_t)(scenario->whenever_count + 1));
    reads->tells = mem_alloc((size_t)scenario->whenever_count + 1);
    reads->quiet = find_telling(scenario);
    if (!reads->everything) {
        order_ops(reads);
    }
    Walk w = { .reads = reads, .sc = scenario, .sets = reads->at };
    settle(&w);
    for (int c = 0; c < scenario->commitment_count; c++) {
        w.set = reads->provided + (size_t)c * (size_t)words;
        read_condition(&w, scenario->commitments[c].provided);
    }
    for (int i = 0; i < scenario->whenever_count; i++) {
        const StoryWhenever *it = &scenario->whenevers[i];
        reads->tells[i] = scenario->ops[reads->quiet[it->op]].code == OP_RETURN &&
                          !explore_asks_function(scenario, it->when);
        w.set = reads->called + (size_t)i * (size_t)words;
        read_condition(&w, it->when);
        add_set(&w, it->op);
    }
}

void explore_reads_deinit(ExploreReads *reads)
{
    mem_free(reads->tests);
    mem_free(reads->test_of);
    mem_free(reads->test_holds);
    mem_free(reads->at);
    mem_free(reads->provided);
    mem_free(reads->called);
    mem_free(reads->tells);
    mem_free(reads->quiet);
    explore_order_deinit(&reads->order);
    explore_functions_deinit(&reads->functions);
    *reads = (ExploreReads){ .words = 0 };
}
