// One mistake has many consequences: behind a scene that no way leads to, nothing is reached either.
// Only the first is said; of what hangs on each other in a circle, one. What can follow what is read
// from the text alone.
#include "explore/find.h"

#include "base/arena.h"

#include <assert.h>

// ---- what can follow --------------------------------------------------------------------------------

typedef struct Spread {
    const Scenario *sc;
    uint64_t *reach;
    int *waiting;
    int count;
    const uint64_t *closed; // ops that are not gone through; NULL: none
} Spread;

static bool has(const uint64_t *bits, int at)
{
    return (bits[at / 64] >> (at % 64) & 1u) != 0;
}

static void come_to(Spread *s, int op)
{
    if (op >= 0 && op < s->sc->op_count && !has(s->reach, op) &&
        (s->closed == NULL || !has(s->closed, op))) {
        s->reach[op / 64] |= (uint64_t)1 << (op % 64);
        s->waiting[s->count++] = op;
    }
}

static void open_options(Spread *s, int first, int count)
{
    for (int i = 0; i < count; i++) {
        come_to(s, s->sc->options[first + i].op);
    }
}

static void open_desk(Spread *s, const StoryDesk *desk)
{
    open_options(s, desk->first_option, desk->option_count);
    for (int i = 0; i < s->sc->person_count; i++) {
        if ((desk->talk >> i & 1) != 0) {
            const StoryTalk *talk = &s->sc->talks[s->sc->people[i].talk];
            open_options(s, talk->first_option, talk->option_count);
        }
    }
}

static void follow(Spread *s, int at)
{
    const Scenario *sc = s->sc;
    const StoryOp *op = &sc->ops[at];
    switch (op->code) {
    case OP_GO:
        come_to(s, op->b);
        return;
    case OP_ENDING:
        come_to(s, sc->endings[op->b].op);
        return;
    case OP_END:
    case OP_RETURN:
        return;
    case OP_UNLESS:
        come_to(s, op->b);
        break;
    case OP_CHOICE:
        open_options(s, op->b, op->c);
        return;
    case OP_CHANCE:
        for (int i = 0; i < sc->chances[op->b].count; i++) {
            come_to(s, sc->odds[sc->chances[op->b].first + i].op);
        }
        return;
    case OP_NEED:
    case OP_NEED_DECIDE:
        come_to(s, sc->needs[op->b].crosses);
        come_to(s, sc->needs[op->b].turns_back);
        if (sc->needs[op->b].hesitates != 0) {
            come_to(s, sc->needs[op->b].hesitates);
        }
        return;
    case OP_DESK:
        open_desk(s, &sc->desks[op->b]);
        break;
    case OP_TALK:
        open_options(s, sc->talks[op->b].first_option, sc->talks[op->b].option_count);
        break;
    default:
        break;
    }
    come_to(s, at + 1);
}

static void spread(Spread *s)
{
    while (s->count > 0) {
        follow(s, s->waiting[--s->count]);
    }
}

static Spread spread_begin(const Scenario *sc, uint64_t *reach, const uint64_t *closed)
{
    int *waiting = mem_alloc(sizeof *waiting * (size_t)sc->op_count);
    return (Spread){ sc, reach, waiting, 0, closed };
}

static void reach_from(const Scenario *sc, int op, uint64_t *reach)
{
    Spread s = spread_begin(sc, reach, NULL);
    come_to(&s, op);
    spread(&s);
    mem_free(s.waiting);
}

void find_reach_without(const Scenario *sc, const uint64_t *closed, uint64_t *reach)
{
    Spread s = spread_begin(sc, reach, closed);
    come_to(&s, sc->scenes[0].op);
    for (int i = 0; i < sc->whenever_count; i++) {
        come_to(&s, sc->whenevers[i].op);
    }
    spread(&s);
    mem_free(s.waiting);
}

// ---- what a condition asks for, and where that is done ----------------------------------------------

static bool writes(const Scenario *sc, const StoryOp *op, const StoryCond *c)
{
    switch (c->kind) {
    case COND_KNOWS:
        return op->code == OP_LEARN && op->b == c->b;
    case COND_CLARIFIED:
        return op->code == OP_CLARIFY && op->b == c->b;
    case COND_FLAG:
        return op->code == OP_FLAG && op->b == c->b;
    case COND_AT_LEAST:
        return (op->code == OP_ADD || op->code == OP_ASSIGN) && op->a == c->a;
    default:
        (void)sc;
        return c->kind <= COND_DUE_WITHIN && op->code == OP_PROMISE && op->a == c->a;
    }
}

// It is done somewhere, and only where nobody comes.
static bool done_only_there(const Scenario *sc, const StoryCond *c, const uint64_t *dead)
{
    bool somewhere = false;
    if (c->kind == COND_TOOK) {
        for (int i = 0; i < sc->option_count; i++) {
            if (sc->options[i].took == (int16_t)c->b) {
                return has(dead, sc->options[i].op);
            }
        }
        return false;
    }
    for (int i = 0; i < sc->op_count; i++) {
        if (writes(sc, &sc->ops[i], c)) {
            somewhere = true;
            if (!has(dead, i)) {
                return false;
            }
        }
    }
    return somewhere;
}

static bool asks_for_dead(const Scenario *sc, int cond, const uint64_t *dead)
{
    if (cond < 0) {
        return false;
    }
    const StoryCond *c = &sc->conds[cond];
    if (c->kind == COND_NO) {
        return asks_for_dead(sc, c->b, dead);
    }
    if (c->kind != COND_ALL && c->kind != COND_ANY) {
        return done_only_there(sc, c, dead);
    }
    for (int i = 0; i < c->a; i++) {
        if (asks_for_dead(sc, c->b + i, dead)) {
            return true;
        }
    }
    return false;
}

// The condition that a finding is about, as far as its place tells.
static int condition_of(const Scenario *sc, const ExploreFinding *f)
{
    bool whenever = f->code == FINDING_FALSE || f->code == FINDING_UNSAID;
    if (f->op < 0 || (!whenever && f->code != FINDING_OPTION)) {
        return -1;
    }
    if (sc->ops[f->op].code == OP_UNLESS) {
        return sc->ops[f->op].c;
    }
    for (int i = 0; whenever && i < sc->whenever_count; i++) {
        if (sc->whenevers[i].op == f->op) {
            return sc->whenevers[i].when;
        }
    }
    for (int i = 0; f->code == FINDING_OPTION && i < sc->option_count; i++) {
        if (sc->options[i].op == f->op) {
            return sc->options[i].when;
        }
    }
    return -1;
}

// ---- findings ---------------------------------------------------------------------------------------

typedef enum Fate { FATE_OPEN, FATE_SAID, FATE_FOLLOWS } Fate;

typedef struct Dead {
    const ExploreCheck *check;
    size_t words;
    uint64_t *sets; // of each finding: ops that nobody comes to, or that cannot be judged, by it
    Fate *fates;
    bool errors;
} Dead;

static uint64_t *set_of(const Dead *d, int finding)
{
    return d->sets + (size_t)finding * d->words;
}

// Behind a place that nobody comes to: what can be come to in no other way. Behind an error:
// whatever may follow, since who comes there is not known before it is mended.
static void fill_set(const Dead *d, int finding)
{
    const ExploreFinding *f = &d->check->findings[finding];
    uint64_t *set = set_of(d, finding);
    if (f->closes < 0 || f->closes >= d->check->scenario->op_count) {
        return; // nothing, or a place that is in no story (witness.h)
    }
    reach_from(d->check->scenario, f->closes, set);
    if (f->severity == FINDING_ERROR) {
        return;
    }
    uint64_t *closed = mem_alloc(sizeof *closed * d->words);
    uint64_t *other = mem_alloc(sizeof *other * d->words);
    closed[f->closes / 64] |= (uint64_t)1 << (f->closes % 64);
    find_reach_without(d->check->scenario, closed, other);
    for (size_t i = 0; i < d->words; i++) {
        set[i] &= ~other[i];
    }
    mem_free(closed);
    mem_free(other);
}

// Said of all ways together: not before every way can be gone.
static bool is_of_all(ExploreCode code)
{
    return code == FINDING_UNHARMED || code == FINDING_UNMENDED || code == FINDING_TEACHES ||
           code == FINDING_UNSETTLED || code == FINDING_UNOWNED || code == FINDING_IDLE ||
           code == FINDING_UNSAID;
}

// The scenes in which it could be said are all there.
static bool said_only_there(const Scenario *sc, const ExploreFinding *f, const uint64_t *dead)
{
    bool somewhere = false;
    for (int i = 0; f->code == FINDING_UNSAID && i < sc->whenever_count; i++) {
        const StoryWhenever *it = &sc->whenevers[i];
        for (int k = 0; it->op == f->op && k < sc->scene_count; k++) {
            if ((it->present & ~sc->scenes[k].present) == 0) {
                somewhere = true;
                if (!has(dead, sc->scenes[k].op)) {
                    return false;
                }
            }
        }
    }
    return somewhere;
}

static bool follows(const Dead *d, int which, int from)
{
    const ExploreFinding *f = &d->check->findings[which], *of = &d->check->findings[from];
    if (which == from || of->closes < 0 || f->op < 0 || of->severity < f->severity) {
        return false; // what is proved is not left out for what is not
    }
    return has(set_of(d, from), f->op) || said_only_there(d->check->scenario, f, set_of(d, from)) ||
           asks_for_dead(d->check->scenario, condition_of(d->check->scenario, f), set_of(d, from));
}

// The first of those without a fate that it follows from, or -1.
static int cause_of(const Dead *d, int which)
{
    int from = 0;
    while (from < d->check->count && (d->fates[from] != FATE_OPEN || !follows(d, which, from))) {
        from++;
    }
    return from < d->check->count ? from : -1;
}

// It is said; what follows from it, and from that, is not.
static void keep(Dead *d, int which)
{
    int count = d->check->count, waiting = 0;
    int *stack = mem_alloc(sizeof *stack * (size_t)count);
    d->fates[which] = FATE_SAID;
    stack[waiting++] = which;
    while (waiting > 0) {
        int from = stack[--waiting];
        for (int i = 0; i < count; i++) {
            if (d->fates[i] == FATE_OPEN && follows(d, i, from)) {
                d->fates[i] = FATE_FOLLOWS;
                stack[waiting++] = i;
            }
        }
    }
    mem_free(stack);
}

// From what has no first cause: one of those that hang on each other in a circle.
static int in_circle(const Dead *d, int which)
{
    bool *passed = mem_alloc((size_t)d->check->count);
    while (!passed[which]) {
        passed[which] = true;
        which = cause_of(d, which);
        assert(which >= 0); // else it would have been said
    }
    mem_free(passed);
    return which;
}

static void decide(Dead *d)
{
    const ExploreCheck *check = d->check;
    for (int i = 0; i < check->count; i++) {
        bool judged = !d->errors || !is_of_all(check->findings[i].code);
        d->fates[i] = judged ? FATE_OPEN : FATE_FOLLOWS;
    }
    for (int i = 0; i < check->count; i++) {
        if (check->findings[i].severity == FINDING_ERROR) {
            keep(d, i);
        }
    }
    for (int i = 0; i < check->count; i++) {
        if (d->fates[i] == FATE_OPEN && cause_of(d, i) < 0) {
            keep(d, i);
        }
    }
    for (int i = 0; i < check->count; i++) {
        while (d->fates[i] == FATE_OPEN) {
            keep(d, in_circle(d, i));
        }
    }
}

void find_drop_consequences(ExploreCheck *check)
{
    Dead d = { .check = check, .words = ((size_t)check->scenario->op_count + 63) / 64 };
    d.sets = mem_alloc(sizeof *d.sets * d.words * (size_t)(check->count + 1));
    d.fates = mem_alloc(sizeof *d.fates * (size_t)(check->count + 1));
    for (int i = 0; i < check->count; i++) {
        fill_set(&d, i);
        d.errors = d.errors || check->findings[i].severity == FINDING_ERROR;
    }
    decide(&d);
    int kept = 0;
    for (int i = 0; i < check->count; i++) {
        if (d.fates[i] == FATE_FOLLOWS) {
            check->consequences++;
            explore_way_deinit(&check->findings[i].way);
        } else {
            check->findings[kept++] = check->findings[i];
        }
    }
    check->count = kept;
    mem_free(d.fates);
    mem_free(d.sets);
}
