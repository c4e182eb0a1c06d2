// Warnings about what never happens still have a place that one can come to: the choice at which an
// option stands closed, the question that always comes out alike, the harm that nothing mends. The way
// there is that of the seeded play that came to it with the fewest choices; none where none did.
#include "explore/find.h"

#include "base/arena.h"
#include "base/hash.h"

#include <string.h>

enum { WAY_PLAYS = 2000, WAY_CHOICES_MAX = 300 };

// What a finding is met by: one of the three, the others -1.
typedef struct Target {
    ExploreFinding *finding;
    int option; // its choice is on the screen
    int cond;   // it was asked
    int person; // their bridge was harmed
    uint64_t seed;
    StoryOffer *taken;
    int count; // -1: not met yet
    bool met;  // in the play that runs
} Target;

typedef struct Finder {
    const Scenario *sc;
    Target *targets;
    int target_count;
    Playthrough *now;
    StoryJournal journal;
    ExploreSeen seen;
    ExploreWatch watch;
    StoryOffer taken[WAY_CHOICES_MAX];
    int count;
    uint8_t harmed;
} Finder;

// ---- what is looked for -----------------------------------------------------------------------------

static int option_with(const Scenario *sc, int op)
{
    for (int i = 0; i < sc->option_count; i++) {
        if (sc->options[i].op == op) {
            return i;
        }
    }
    return -1;
}

static int condition_of(const Scenario *sc, const ExploreFinding *f)
{
    if (f->op >= 0 && sc->ops[f->op].code == OP_UNLESS) {
        return sc->ops[f->op].c;
    }
    for (int i = 0; f->op >= 0 && i < sc->whenever_count; i++) {
        if (sc->whenevers[i].op == f->op) {
            return sc->whenevers[i].when;
        }
    }
    for (int i = 0; f->op < 0 && i < sc->commitment_count; i++) {
        const StoryCommitment *it = &sc->commitments[i];
        if (it->provided >= 0 && it->at.line == f->line) {
            return it->provided;
        }
    }
    return -1;
}

static int person_of(const Scenario *sc, const ExploreFinding *f)
{
    for (int i = 0; i < sc->person_count; i++) {
        if (strcmp(sc->people[i].id, f->id) == 0) {
            return i;
        }
    }
    return -1;
}

static Target target_of(const Scenario *sc, ExploreFinding *f)
{
    Target t = { .finding = f, .option = -1, .cond = -1, .person = -1, .count = -1 };
    switch ((int)f->code) {
    case FINDING_OPTION:
    case FINDING_SAME:
        t.option = option_with(sc, f->op);
        break;
    case FINDING_TRUE:
    case FINDING_FALSE:
        t.cond = condition_of(sc, f);
        t.option = t.cond < 0 && f->op >= 0 ? option_with(sc, f->op) : -1;
        break;
    case FINDING_UNMENDED:
        t.person = person_of(sc, f);
        break;
    default:
        break;
    }
    return t;
}

// ---- playing ----------------------------------------------------------------------------------------

static bool within(int option, int first, int count)
{
    return option >= first && option < first + count;
}

// Whether the play stands at the choice, the desk or in the one-on-one that has this option, open or not.
static bool stands_at(const Finder *w, int option)
{
    const StoryOp *op = &w->sc->ops[w->now->at];
    if (op->code == OP_CHOICE) {
        return within(option, op->b, op->c);
    }
    if (w->now->talk_person != STORY_NONE) {
        const StoryTalk *talk = &w->sc->talks[w->now->talk];
        return within(option, talk->first_option, talk->option_count);
    }
    const StoryDesk *desk = op->code == OP_DESK ? &w->sc->desks[op->b] : NULL;
    return desk != NULL && within(option, desk->first_option, desk->option_count);
}

static bool is_met(const Finder *w, const Target *t)
{
    return t->cond >= 0     ? w->seen.conditions[t->cond] != 0
           : t->person >= 0 ? (w->harmed >> t->person & 1) != 0
                            : w->now->ended == 0 && stands_at(w, t->option);
}

static void look(Finder *w, uint64_t seed)
{
    for (int i = 0; i < w->target_count; i++) {
        Target *t = &w->targets[i];
        if (t->met || !is_met(w, t)) {
            continue;
        }
        t->met = true;
        if (t->count < 0 || w->count < t->count) {
            t->seed = seed;
            t->count = w->count;
            t->taken = mem_grow(t->taken, sizeof *t->taken * (size_t)(w->count + 1));
            memcpy(t->taken, w->taken, sizeof *t->taken * (size_t)w->count);
        }
    }
}

static void begin(Finder *w)
{
    w->journal.count = w->count = 0;
    w->harmed = 0;
    memset(w->seen.conditions, 0, (size_t)w->sc->cond_count);
    for (int i = 0; i < w->target_count; i++) {
        w->targets[i].met = false;
    }
}

static void play(Finder *w, uint64_t seed)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    uint64_t stream = hash_mix(seed, 0x706c617973u); // "plays"
    int told = 0, open = 0;
    begin(w);
    bool good = story_start(&w->watch.scenario, w->now, seed, &w->journal, NULL);
    while (good) {
        open =
            w->now->ended != 0 ? 0 : story_offers(&w->watch.scenario, w->now, false, offers, NULL);
        explore_seen_events(&w->seen, w->journal.events + told, w->journal.count - told,
                            &w->harmed);
        told = w->journal.count;
        look(w, seed);
        if (open == 0 || w->count == WAY_CHOICES_MAX) {
            return;
        }
        const StoryOffer *offer = &offers[random_below(&stream, (uint32_t)open)];
        w->taken[w->count++] = *offer;
        good = story_choose(&w->watch.scenario, w->now, offer, &w->journal, NULL);
    }
}

static void search(ExploreCheck *check, Target *targets, int count)
{
    Finder *w = mem_alloc(sizeof *w);
    w->sc = check->scenario;
    w->targets = targets;
    w->target_count = count;
    w->now = mem_alloc(w->sc->play_size);
    explore_seen_init(&w->seen, w->sc);
    explore_watch_init(&w->watch, w->sc, &w->seen);
    for (uint64_t seed = 1; seed <= WAY_PLAYS; seed++) {
        play(w, seed);
    }
    explore_watch_deinit(&w->watch);
    explore_seen_deinit(&w->seen);
    story_journal_deinit(&w->journal);
    mem_free(w->now);
    mem_free(w);
}

void find_ways(ExploreCheck *check)
{
    Target *targets = mem_alloc(sizeof *targets * (size_t)(check->count + 1));
    int count = 0;
    for (int i = 0; i < check->count; i++) {
        ExploreFinding *f = &check->findings[i];
        Target t = target_of(check->scenario, f);
        if (!f->has_way && f->severity != FINDING_NOTE &&
            (t.option >= 0 || t.cond >= 0 || t.person >= 0)) {
            targets[count++] = t;
        }
    }
    if (count > 0) {
        search(check, targets, count);
    }
    for (int i = 0; i < count; i++) {
        Target *t = &targets[i];
        ExploreFinding *f = t->finding;
        f->has_way =
            t->count >= 0 && explore_way_of(check->scenario, t->seed, t->taken, t->count, &f->way);
        f->way_of_play = f->has_way;
        mem_free(t->taken);
    }
    mem_free(targets);
}
