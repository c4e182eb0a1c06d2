// See given.h. A thing is known until an op may change it; what is called in between (a desk's
// options, a one-on-one's, whenevers) is looked through for such ops first.
#include "explore/given.h"

#include "base/arena.h"

#include <string.h>

enum { VALUES = EXPLORE_STATES };

// Words of a key: where it stands, who came, standards; facts; flags; options taken; and behind them
// four bits for the state of each commitment.
enum { KEY_AT, KEY_FACTS, KEY_FLAGS, KEY_TOOK };
enum { WHO_SHIFT = 16, BITS_A_STATE = 4, STATES_A_WORD = EXPLORE_STATES_A_WORD };
_Static_assert(EXPLORE_STATES <= 1 << BITS_A_STATE, "a state fits into its bits");

// ---- answers ----------------------------------------------------------------------------------------

static int leaf(const ExploreGiven *given, const StoryCond *c)
{
    uint16_t states = play_states_of((StoryCondKind)c->kind);
    bool about = false, yes = given->value != 0;
    switch ((ExploreGivenKind)given->kind) {
    case GIVEN_STATE: // none of them is open
        about = c->a == given->which && (states != 0 || c->kind == COND_DUE_WITHIN);
        yes = (states >> given->value & 1) != 0;
        break;
    case GIVEN_FACT:
        about = c->kind == COND_KNOWS && c->b == given->which;
        break;
    case GIVEN_FLAG:
        about = c->kind == COND_FLAG && c->b == given->which;
        break;
    case GIVEN_STANDARD:
        about = c->kind == COND_CLARIFIED && c->b == given->which;
        break;
    case GIVEN_TOOK:
        about = c->kind == COND_TOOK && c->b == given->which;
        break;
    case GIVEN_WHO:
        about = c->kind == COND_CHOSEN;
        yes = c->a == given->value;
        break;
    }
    return !about ? GIVEN_OPEN : yes ? GIVEN_YES : GIVEN_NO;
}

int explore_given_answer(const Scenario *sc, const ExploreGiven *given, int cond)
{
    if (cond < 0) {
        return GIVEN_YES;
    }
    const StoryCond *c = &sc->conds[cond];
    if (c->kind == COND_NO) {
        int answer = explore_given_answer(sc, given, c->b);
        return answer == GIVEN_OPEN ? GIVEN_OPEN : answer == GIVEN_NO ? GIVEN_YES : GIVEN_NO;
    }
    if (c->kind != COND_ALL && c->kind != COND_ANY) {
        return leaf(given, c);
    }
    int ends = c->kind == COND_ALL ? GIVEN_NO : GIVEN_YES, open = 0;
    for (int i = 0; i < c->a; i++) {
        int answer = explore_given_answer(sc, given, c->b + i);
        if (answer == ends) {
            return ends;
        }
        open += answer == GIVEN_OPEN;
    }
    return open > 0 ? GIVEN_OPEN : ends == GIVEN_NO ? GIVEN_YES : GIVEN_NO;
}

// ---- what ends it -----------------------------------------------------------------------------------

bool explore_given_ends(const ExploreGiven *given, const StoryOp *op)
{
    switch ((ExploreGivenKind)given->kind) {
    case GIVEN_STATE:
        if (given->value == STATE_MISSED) {
            return (op->code == OP_OWN_UP || op->code == OP_COVER_UP) && op->a == given->which;
        }
        return given->value == STATE_NONE && op->code == OP_PROMISE && op->a == given->which;
    case GIVEN_FACT:
        return given->value == 0 && op->code == OP_LEARN && op->b == given->which;
    case GIVEN_FLAG:
        return op->code == OP_FLAG && op->b == given->which;
    case GIVEN_STANDARD:
        return given->value == 0 && op->code == OP_CLARIFY && op->b == given->which;
    case GIVEN_TOOK:
        return false;
    case GIVEN_WHO:
        return op->code == OP_NEED;
    }
    return true;
}

bool explore_given_ends_by(const ExploreGiven *given, const StoryOption *option)
{
    return given->kind == GIVEN_TOOK && given->value == 0 && option->took == given->which;
}

// ---- what is called ---------------------------------------------------------------------------------

typedef struct Reach { // ops that may come until it returns
    const Scenario *sc;
    uint64_t *ops; // a bit for each
    uint16_t *left;
    int count;
} Reach;

static bool has_op(const uint64_t *ops, int op)
{
    return (ops[op / 64] >> (op % 64) & 1u) != 0;
}

static void come(Reach *r, int op)
{
    if (!has_op(r->ops, op)) {
        r->ops[op / 64] |= (uint64_t)1 << (op % 64);
        r->left[r->count++] = (uint16_t)op;
    }
}

static void come_options(Reach *r, int first, int count)
{
    for (int i = 0; i < count; i++) {
        come(r, r->sc->options[first + i].op);
    }
}

static void come_talk(Reach *r, int talk)
{
    come_options(r, r->sc->talks[talk].first_option, r->sc->talks[talk].option_count);
}

static void come_called(Reach *r, const StoryOp *op)
{
    const Scenario *sc = r->sc;
    if (op->code == OP_TALK) {
        come_talk(r, op->b);
    }
    if (op->code == OP_DESK) {
        const StoryDesk *desk = &sc->desks[op->b];
        for (int i = 0; i < sc->person_count; i++) {
            if ((desk->talk >> i & 1) != 0) {
                come_talk(r, sc->people[i].talk);
            }
        }
        come_options(r, desk->first_option, desk->option_count);
    }
}

static void come_next(Reach *r, int at)
{
    const Scenario *sc = r->sc;
    const StoryOp *op = &sc->ops[at];
    come_called(r, op);
    switch (op->code) {
    case OP_GO:
        come(r, op->b);
        return;
    case OP_ENDING:
    case OP_END:
    case OP_RETURN:
        return;
    case OP_UNLESS:
        come(r, op->b);
        break;
    case OP_CHOICE:
        come_options(r, op->b, op->c);
        return;
    case OP_CHANCE:
        for (int i = 0; i < sc->chances[op->b].count; i++) {
            come(r, sc->odds[sc->chances[op->b].first + i].op);
        }
        return;
    case OP_NEED:
    case OP_NEED_DECIDE:
        come(r, sc->needs[op->b].crosses);
        come(r, sc->needs[op->b].turns_back);
        if (sc->needs[op->b].hesitates != 0) {
            come(r, sc->needs[op->b].hesitates);
        }
        return;
    default:
        break;
    }
    if (at + 1 < sc->op_count) {
        come(r, at + 1);
    }
}

static void come_all(Reach *r)
{
    while (r->count > 0) {
        come_next(r, r->left[--r->count]);
    }
}

static bool ends_by_some(const Scenario *sc, const ExploreGiven *given, int first, int count)
{
    for (int i = 0; i < count; i++) {
        if (explore_given_ends_by(given, &sc->options[first + i])) {
            return true;
        }
    }
    return false;
}

static bool ends_by_talk(const Scenario *sc, const ExploreGiven *given, int talk)
{
    const StoryTalk *it = &sc->talks[talk];
    return ends_by_some(sc, given, it->first_option, it->option_count);
}

// By what is chosen at that op.
static bool ends_by_choice(const Scenario *sc, const ExploreGiven *given, const StoryOp *op)
{
    if (op->code == OP_CHOICE) {
        return ends_by_some(sc, given, op->b, op->c);
    }
    if (op->code == OP_TALK) {
        return ends_by_talk(sc, given, op->b);
    }
    if (op->code != OP_DESK) {
        return false;
    }
    const StoryDesk *desk = &sc->desks[op->b];
    bool ends = ends_by_some(sc, given, desk->first_option, desk->option_count);
    for (int i = 0; i < sc->person_count; i++) {
        ends = ends || ((desk->talk >> i & 1) != 0 && ends_by_talk(sc, given, sc->people[i].talk));
    }
    return ends;
}

static bool ends_within(const Scenario *sc, const ExploreGiven *given, const uint64_t *ops)
{
    for (int at = 0; at < sc->op_count; at++) {
        if (has_op(ops, at) &&
            (explore_given_ends(given, &sc->ops[at]) || ends_by_choice(sc, given, &sc->ops[at]))) {
            return true;
        }
    }
    return false;
}

// ---- finding the sets -------------------------------------------------------------------------------

typedef struct Work {
    ExploreGivens *out;
    const Scenario *sc;
    size_t op_words;
    uint64_t *whenevers; // ops that may come in one
    uint64_t **bodies;   // by op: those that may come in that desk or one-on-one; NULL: it is none
    uint64_t *loose, *all; // of one thing: see explore_reads_given
} Work;

static void find_bodies(Work *w)
{
    const Scenario *sc = w->sc;
    Reach r = { .sc = sc };
    r.left = mem_alloc(sizeof *r.left * (size_t)(sc->op_count + 1));
    r.ops = w->whenevers;
    for (int i = 0; i < sc->whenever_count; i++) {
        come(&r, sc->whenevers[i].op);
    }
    come_all(&r);
    for (int at = 0; at < sc->op_count; at++) {
        if (sc->ops[at].code == OP_DESK || sc->ops[at].code == OP_TALK) {
            r.ops = w->bodies[at] = mem_alloc(sizeof *r.ops * w->op_words);
            come_called(&r, &sc->ops[at]);
            come_all(&r);
        }
    }
    mem_free(r.left);
}

// Where it may end in a desk, or in a one-on-one.
static void find_loose(Work *w, const ExploreGiven *given)
{
    memset(w->loose, 0, sizeof *w->loose * w->op_words);
    for (int at = 0; at < w->sc->op_count; at++) {
        bool loose = w->bodies[at] != NULL && (ends_by_choice(w->sc, given, &w->sc->ops[at]) ||
                                               ends_within(w->sc, given, w->bodies[at]));
        w->loose[at / 64] |= (uint64_t)loose << (at % 64);
    }
}

static bool decides_any(const Scenario *sc, const ExploreGiven *given)
{
    for (int i = 0; i < sc->cond_count; i++) {
        if (explore_given_answer(sc, given, i) != GIVEN_OPEN) {
            return true;
        }
    }
    return false;
}

static bool follow_from(Work *w, ExploreGivenThing *thing, int value)
{
    ExploreGivens *out = w->out;
    const ExploreReads *reads = out->reads;
    ExploreGiven given = thing->given;
    given.value = (uint8_t)value;
    if (!decides_any(w->sc, &given) || ends_within(w->sc, &given, w->whenevers)) {
        return false; // nothing follows, or it may end at any time
    }
    find_loose(w, &given);
    memset(w->all, 0, sizeof *w->all * (size_t)reads->words * (size_t)w->sc->op_count);
    explore_reads_given(reads, &given, w->loose, w->all);
    uint32_t *sets = mem_alloc(sizeof *sets * (size_t)w->sc->op_count);
    bool differs = false;
    for (int at = 0; at < w->sc->op_count; at++) {
        sets[at] = explore_table_add(&out->sets, explore_reads_of(reads, w->all, at));
        differs = differs || sets[at] != out->plain[at];
    }
    if (differs) {
        thing->sets[value] = sets;
    } else {
        mem_free(sets);
    }
    return differs;
}

static void add_thing(Work *w, ExploreGivenKind kind, int which, unsigned values)
{
    ExploreGivens *out = w->out;
    ExploreGivenThing *thing = &out->things[out->count];
    *thing = (ExploreGivenThing){ .given = { (uint8_t)kind, 0, (uint16_t)which } };
    bool differs = false;
    for (int value = 0; value < VALUES; value++) {
        if ((values >> value & 1u) != 0) {
            differs = follow_from(w, thing, value) || differs;
        }
    }
    out->count += differs;
}

static void add_things(Work *w)
{
    static const unsigned settled = 1u << STATE_NONE | 1u << STATE_KEPT | 1u << STATE_LAPSED |
                                    1u << STATE_WARNED | 1u << STATE_MISSED | 1u << STATE_OWNED_UP |
                                    1u << STATE_FOUND_OUT;
    const Scenario *sc = w->sc;
    enum { NO_OR_YES = 3 };
    size_t room = (size_t)(sc->commitment_count + sc->fact_count + sc->flag_count +
                           sc->standard_count + sc->took_count + 1);
    w->out->things = mem_alloc(sizeof *w->out->things * room);
    for (int i = 0; i < sc->commitment_count; i++) {
        add_thing(w, GIVEN_STATE, i, settled);
    }
    for (int i = 0; i < sc->fact_count; i++) {
        add_thing(w, GIVEN_FACT, i, NO_OR_YES);
    }
    for (int i = 0; i < sc->flag_count; i++) {
        add_thing(w, GIVEN_FLAG, i, NO_OR_YES);
    }
    for (int i = 0; i < sc->standard_count; i++) {
        add_thing(w, GIVEN_STANDARD, i, NO_OR_YES);
    }
    for (int i = 0; i < sc->took_count; i++) {
        add_thing(w, GIVEN_TOOK, i, NO_OR_YES);
    }
    add_thing(w, GIVEN_WHO, 0, (1u << sc->person_count) - 1u);
}

static bool matters_at(const ExploreGivens *g, const ExploreGivenThing *thing, int at)
{
    for (int value = 0; value < VALUES; value++) {
        if (thing->sets[value] != NULL && thing->sets[value][at] != g->plain[at]) {
            return true;
        }
    }
    return false;
}

static void list_things(ExploreGivens *g, int op_count)
{
    uint32_t count = 0;
    g->first = mem_alloc(sizeof *g->first * (size_t)(op_count + 1));
    g->list = mem_alloc(sizeof *g->list * (size_t)(op_count * g->count + 1));
    for (int at = 0; at < op_count; at++) {
        g->first[at] = count;
        for (int i = 0; i < g->count; i++) {
            if (matters_at(g, &g->things[i], at)) {
                g->list[count++] = (uint16_t)i;
            }
        }
    }
    g->first[op_count] = count;
}

// ---- looking up -------------------------------------------------------------------------------------

static unsigned value_of(const Scenario *sc, const ExploreGiven *given, const Playthrough *p)
{
    switch ((ExploreGivenKind)given->kind) {
    case GIVEN_STATE:
        return play_commitment_c(sc, p, given->which)->state;
    case GIVEN_FACT:
        return (unsigned)(p->facts >> given->which & 1u);
    case GIVEN_FLAG:
        return (unsigned)(p->flags >> given->which & 1u);
    case GIVEN_STANDARD:
        return p->standards >> given->which & 1u;
    case GIVEN_TOOK:
        return play_took(sc, p, given->which);
    case GIVEN_WHO:
        return p->who;
    }
    return VALUES;
}

void explore_states_of(ExploreStates *states, const Scenario *sc, const Playthrough *p)
{
    enum {
        MISSED = STATES_A_WORD,
        COVERED = 2 * STATES_A_WORD
    }; // none, missed, covered side by side
    static const uint64_t masks[EXPLORE_STATES] = {
        [STATE_NONE] = 1, [STATE_MISSED] = 1ull << MISSED, [STATE_COVERED_UP] = 1ull << COVERED
    };
    const CommitmentState *s = play_commitment_c(sc, p, 0);
    *states = (ExploreStates){ .none = 0 };
    for (int from = 0; from < sc->commitment_count; from += STATES_A_WORD) {
        int end = sc->commitment_count - from;
        uint64_t packed = 0, mask = 0;
        for (int i = 0; i < end && i < STATES_A_WORD; i++) {
            packed |= (uint64_t)s[from + i].state << i * BITS_A_STATE;
            mask |= masks[s[from + i].state] << i;
        }
        states->packed[from / STATES_A_WORD] = packed;
        states->none |= (mask & UINT16_MAX) << from;
        states->missed |= (mask >> MISSED & UINT16_MAX) << from;
        states->covered |= mask >> COVERED << from;
    }
}

// What stands in the sets of all values that fit.
static uint32_t work_out(ExploreGivens *g, const Playthrough *p)
{
    memcpy(g->set, explore_table_at(&g->sets, g->plain[p->at]), g->sets.size);
    for (uint32_t k = g->first[p->at]; k < g->first[p->at + 1]; k++) {
        const ExploreGivenThing *thing = &g->things[g->list[k]];
        unsigned value = value_of(g->reads->scenario, &thing->given, p);
        if (value >= VALUES || thing->sets[value] == NULL) {
            continue;
        }
        const uint64_t *other = explore_table_at(&g->sets, thing->sets[value][p->at]);
        for (int i = 0; i < g->reads->words; i++) {
            g->set[i] &= other[i];
        }
    }
    return explore_table_add(&g->sets, g->set);
}

static void make_key(const ExploreGivens *g, const Playthrough *p, const ExploreStates *s)
{
    const Scenario *sc = g->reads->scenario;
    const uint64_t *mask = g->masks + (size_t)p->at * (size_t)g->key_words;
    uint64_t *key = g->key;
    int states = KEY_TOOK + explore_set_words(sc->took_count);
    key[KEY_AT] = (uint64_t)p->standards << STANDARDS_SHIFT | (uint64_t)p->who << WHO_SHIFT;
    key[KEY_FACTS] = p->facts;
    key[KEY_FLAGS] = p->flags;
    memcpy(key + KEY_TOOK, (const char *)p + sc->took_at,
           sizeof *key * (size_t)(states - KEY_TOOK));
    memcpy(key + states, s->packed, sizeof *key * (size_t)(g->key_words - states));
    for (int i = 0; i < g->key_words; i++) {
        key[i] &= mask[i];
    }
    key[KEY_AT] |= p->at;
}

uint32_t explore_givens_at(ExploreGivens *g, const Playthrough *p, const ExploreStates *states)
{
    if (g->first[p->at] == g->first[p->at + 1]) {
        return g->plain[p->at];
    }
    make_key(g, p, states);
    bool fresh;
    uint32_t *set = explore_map_at(&g->found, explore_key_of_words(g->key, g->key_words), &fresh);
    if (fresh) {
        *set = work_out(g, p);
    }
    return *set;
}

// Of a key at an op: the bits of what makes a difference there.
static void list_bits(ExploreGivens *g, int at)
{
    uint64_t *mask = g->masks + (size_t)at * (size_t)g->key_words;
    int states = KEY_TOOK + explore_set_words(g->reads->scenario->took_count);
    for (uint32_t k = g->first[at]; k < g->first[at + 1]; k++) {
        const ExploreGiven *given = &g->things[g->list[k]].given;
        int which = given->which;
        switch ((ExploreGivenKind)given->kind) {
        case GIVEN_STATE:
            mask[states + which / STATES_A_WORD] |= (uint64_t)((1 << BITS_A_STATE) - 1)
                                                    << which % STATES_A_WORD * BITS_A_STATE;
            break;
        case GIVEN_FACT:
            mask[KEY_FACTS] |= (uint64_t)1 << which;
            break;
        case GIVEN_FLAG:
            mask[KEY_FLAGS] |= (uint64_t)1 << which;
            break;
        case GIVEN_STANDARD:
            mask[KEY_AT] |= (uint64_t)1 << (STANDARDS_SHIFT + which);
            break;
        case GIVEN_TOOK:
            mask[KEY_TOOK + which / 64] |= (uint64_t)1 << which % 64;
            break;
        case GIVEN_WHO:
            mask[KEY_AT] |= (uint64_t)UINT8_MAX << WHO_SHIFT;
            break;
        }
    }
}

// ---- life -------------------------------------------------------------------------------------------

void explore_givens_init(ExploreGivens *g, const ExploreReads *reads)
{
    const Scenario *sc = reads->scenario;
    size_t size = sizeof(uint64_t) * (size_t)reads->words;
    *g = (ExploreGivens){ .reads = reads };
    explore_table_init(&g->sets, size);
    g->set = mem_alloc(size);
    g->plain = mem_alloc(sizeof *g->plain * (size_t)sc->op_count);
    for (int at = 0; at < sc->op_count; at++) {
        g->plain[at] = explore_table_add(&g->sets, explore_reads_of(reads, reads->at, at));
    }
    Work w = { .out = g, .sc = sc, .op_words = (size_t)sc->op_count / 64 + 1 };
    w.whenevers = mem_alloc(sizeof *w.whenevers * w.op_words);
    w.loose = mem_alloc(sizeof *w.loose * w.op_words);
    w.bodies = mem_alloc(sizeof *w.bodies * (size_t)sc->op_count);
    w.all = mem_alloc(size * (size_t)sc->op_count);
    find_bodies(&w);
    add_things(&w);
    list_things(g, sc->op_count);
    g->key_words = KEY_TOOK + explore_set_words(sc->took_count) +
                   (sc->commitment_count + STATES_A_WORD - 1) / STATES_A_WORD;
    g->key = mem_alloc(sizeof *g->key * (size_t)g->key_words);
    g->masks = mem_alloc(sizeof *g->masks * (size_t)g->key_words * (size_t)sc->op_count);
    explore_map_init(&g->found);
    for (int at = 0; at < sc->op_count; at++) {
        list_bits(g, at);
    }
    for (int at = 0; at < sc->op_count; at++) {
        mem_free(w.bodies[at]);
    }
    mem_free(w.bodies);
    mem_free(w.whenevers);
    mem_free(w.loose);
    mem_free(w.all);
}

void explore_givens_twin(ExploreGivens *twin, const ExploreGivens *first)
{
    *twin = *first;
    twin->twin = true;
    explore_table_copy(&twin->sets, &first->sets);
    explore_map_init(&twin->found);
    twin->set = mem_alloc(first->sets.size);
    twin->key = mem_alloc(sizeof *twin->key * (size_t)twin->key_words);
}

static void free_things(ExploreGivens *g)
{
    for (int i = 0; i < g->count; i++) {
        for (int value = 0; value < VALUES; value++) {
            mem_free(g->things[i].sets[value]);
        }
    }
    mem_free(g->masks);
    mem_free(g->things);
    mem_free(g->plain);
    mem_free(g->first);
    mem_free(g->list);
}

void explore_givens_deinit(ExploreGivens *g)
{
    if (!g->twin) {
        free_things(g);
    }
    explore_table_deinit(&g->sets);
    explore_map_deinit(&g->found);
    mem_free(g->key);
    mem_free(g->set);
    *g = (ExploreGivens){ .count = 0 };
}
