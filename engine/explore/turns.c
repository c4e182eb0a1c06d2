// See turns.h.
#include "explore/turns.h"

#include "base/hash.h"
#include "explore/explore.h"

#include <string.h>

enum { TURNS_AT_FIRST = 256, DEEDS_AT_FIRST = 64 };

_Static_assert(EVENT_ENDED < 32, "a bit for each kind of event");

// What is worth telling: the same choices may come to the same with different things happening.
static uint64_t tell(const StoryJournal *journal)
{
    static const uint32_t not_worth = 1u << EVENT_TIME | 1u << EVENT_DAY | 1u << EVENT_SAID |
                                      1u << EVENT_CHOSE | 1u << EVENT_SPENT | 1u << EVENT_RESTED |
                                      1u << EVENT_HEARD | 1u << EVENT_TRUST | 1u << EVENT_RAPPORT |
                                      1u << EVENT_MOOD;
    static const uint32_t with_a = 1u << EVENT_SETTLED | 1u << EVENT_CROSSED | 1u << EVENT_OWNED_UP;
    uint64_t hash = 0;
    for (int i = 0; i < journal->count; i++) {
        const StoryEvent *e = &journal->events[i];
        if ((not_worth >> e->kind & 1u) == 0) {
            uint64_t more = (with_a >> e->kind & 1u) != 0 ? (uint64_t)(uint32_t)e->a : 0;
            uint64_t what = (uint64_t)e->kind << 32 | (uint64_t)e->person << 16 | e->what;
            hash = hash_mix(hash ^ what, more);
        }
    }
    return hash;
}

static ExploreTurn *more(ExploreMover *m)
{
    ExploreTurns *t = m->turns;
    if (t->count == t->room) {
        t->room = t->room == 0 ? TURNS_AT_FIRST : t->room * 2;
        t->items = mem_grow(t->items, sizeof *t->items * t->room);
        t->plays = mem_grow(t->plays, m->scenario.play_size * t->room);
    }
    ExploreTurn *turn = &t->items[t->count++];
    turn->link = (ExploreLink){ .to = (uint32_t)EXPLORE_NOWHERE, .kind = EXPLORE_ALL_OFFERS };
    turn->from = m->from;
    turn->arrives = false;
    return turn;
}

static Playthrough *play_of(const ExploreMover *m, const ExploreTurn *turn)
{
    return (void *)(m->turns->plays + m->scenario.play_size * (size_t)(turn - m->turns->items));
}

// What looks at several conditions at once is undone, and so is what looks at trust without asking.
StoryTest *explore_asking_tests(const Scenario *sc)
{
    StoryTest *tests = mem_alloc(sizeof *tests * (size_t)(sc->cond_count + 1));
    for (int i = 0; i < sc->cond_count; i++) {
        tests[i] = sc->tests[i];
        switch (sc->conds[i].kind) {
        case COND_TRUSTS:
        case COND_ACCEPTS:
        case COND_ENERGY:
        case COND_ALL:
        case COND_ANY:
        case COND_NO:
            tests[i] = (StoryTest){ TEST_OTHER, 0, 0, 0 };
            break;
        default:
            break;
        }
    }
    return tests;
}

// ---- deeds ----------------------------------------------------------------------------------------

// What was met while the choices were listed, and then on `turn` (NULL: nothing).
static ExploreDeed *new_deed(ExploreMover *m, ExploreKey key, const ExploreFork *turn)
{
    const ExploreFork *fork = turn != NULL ? turn : &m->offers;
    int first = m->offers.met_count, more = turn != NULL ? turn->met_count : 0;
    ExploreDeed *d = arena_alloc(&m->arena, sizeof *d);
    ExploreMet *met = arena_alloc(&m->arena, sizeof *met * (size_t)(first + more));
    memcpy(met, m->offers.met, sizeof *met * (size_t)first);
    if (turn != NULL) {
        memcpy(met + first, turn->met, sizeof *met * (size_t)more);
    }
    *d = (ExploreDeed){ .key = key, .number = UINT32_MAX, .met = met, .met_count = first + more };
    memcpy(d->labels, fork->label, sizeof *d->labels * (size_t)explore_parts(&m->scenario));
    return d;
}

static ExploreDeed *deed_of(ExploreMover *m, uint64_t told, const ExploreFork *turn)
{
    const ExploreFork *fork = turn != NULL ? turn : &m->offers;
    int parts = explore_parts(&m->scenario);
    uint64_t words[1 + EXPLORE_PARTS] = { told };
    memcpy(words + 1, fork->label, sizeof *words * (size_t)parts);
    ExploreKey key = explore_key_of_words(words, 1 + parts);
    bool fresh;
    uint32_t *number = explore_map_at(&m->deeds, key, &fresh);
    if (fresh) {
        *number = m->deeds.count - 1;
        if (*number >= m->room) {
            m->room = m->room == 0 ? DEEDS_AT_FIRST : m->room * 2;
            m->known = mem_grow(m->known, sizeof(ExploreDeed *) * m->room);
        }
        m->known[*number] = new_deed(m, key, turn);
    }
    return m->known[*number];
}

int explore_always_broken(const Scenario *sc, Playthrough *play, Err *err)
{
    int broken = -1;
    if (sc->always_count > 0 && !story_between(sc, play)) {
        uint16_t at = play->at; // no function sees it
        play->at = 0;
        story_always(sc, play, &broken, err);
        play->at = at;
    }
    return broken;
}

// ---- turns ----------------------------------------------------------------------------------------

ExplorePrint explore_rest_of(const ExplorePack *pack, ExploreLive *live, Playthrough *play)
{
    if (live != NULL) {
        explore_live_forget_rest(live, play);
    } else {
        play->seed = 0;
    }
    play->energy = 0; // a part
    return explore_pack_print(pack, play);
}

static void arrive(const ExploreMover *m, ExploreTurn *turn, Playthrough *play)
{
    turn->arrives = true;
    turn->print = explore_rest_of(m->pack, m->live, play);
}

// `offer` NULL: where no choice stands between.
static void take(ExploreMover *m, const StoryOffer *offer)
{
    const Scenario *sc = &m->scenario;
    m->scenario.oracle = &m->turn.oracle;
    explore_fork_first(&m->turn, &m->offers);
    do {
        ExploreTurn *turn = more(m);
        Playthrough *play = play_of(m, turn);
        memcpy(play, m->before, sc->play_size);
        m->journal.count = 0;
        bool ok = offer == NULL ? story_go_on_told(sc, play, &m->journal, NULL)
                                : story_choose(sc, play, offer, &m->journal, NULL);
        turn->link.kind = offer == NULL ? (uint8_t)EXPLORE_GOES_ON : offer->kind;
        turn->link.x = offer == NULL ? 0 : offer->x;
        turn->link.chance = (float)explore_fork_chance(&m->turn);
        int broken = ok ? explore_always_broken(sc, play, NULL) : -1;
        turn->link.breaks = broken >= 0;
        turn->deed = deed_of(m, tell(&m->journal) + (uint64_t)(broken + 1), &m->turn);
        if (ok) {
            arrive(m, turn, play);
        }
    } while (explore_fork_next(&m->turn));
}

void explore_mover_leave(ExploreMover *m, ExploreTurns *turns, uint32_t rest,
                         const Playthrough *play)
{
    const Scenario *sc = &m->scenario;
    m->turns = turns;
    m->from = rest;
    memcpy(m->before, play, sc->play_size);
    m->before->energy = sc->energy;
    explore_fork_first(&m->offers, NULL);
    if (m->before->ended != 0) {
        return;
    }
    if (story_between(sc, m->before)) {
        take(m, NULL);
        return;
    }
    StoryOffer offers[STORY_OFFERS_MAX];
    do {
        m->scenario.oracle = &m->offers.oracle;
        int count = story_offers(sc, m->before, false, offers, NULL);
        for (int i = 0; i < count; i++) {
            take(m, &offers[i]);
        }
        more(m)->deed = deed_of(m, m->offers.opened, NULL); // of what costs close, too
    } while (explore_fork_next(&m->offers));
}

bool explore_mover_begin(ExploreMover *m, ExploreTurns *turns, PersonState *blank)
{
    const Scenario *sc = &m->scenario;
    m->turns = turns;
    m->from = UINT32_MAX;
    StoryOracle begins = m->turn.oracle;
    begins.felt = NULL; // whoever is there in the first scene has seen the player
    m->scenario.oracle = &begins;
    ExploreTurn *turn = more(m);
    Playthrough *play = play_of(m, turn);
    bool ok = story_start(sc, play, 0, NULL, NULL);
    m->scenario.oracle = &m->turn.oracle;
    if (!ok) {
        return false;
    }
    memcpy(blank, play_person(sc, play, 0), sizeof *blank * (size_t)sc->person_count);
    arrive(m, turn, play);
    return true;
}

// ---- life -----------------------------------------------------------------------------------------

void explore_mover_init(ExploreMover *m, const Scenario *scenario, const ExplorePack *pack,
                        ExploreLive *live, ExploreAnswers *answers)
{
    *m = (ExploreMover){ .scenario = *scenario, .pack = pack, .live = live };
    m->journal = (StoryJournal){ .silent = true };
    explore_fork_init(&m->offers, scenario, EXPLORE_NONE, answers);
    explore_fork_init(&m->turn, scenario, EXPLORE_NONE, answers);
    m->before = mem_alloc(scenario->play_size);
    explore_map_init(&m->deeds);
    arena_init(&m->arena);
}

void explore_mover_deinit(ExploreMover *m)
{
    story_journal_deinit(&m->journal);
    explore_map_deinit(&m->deeds);
    arena_deinit(&m->arena);
    mem_free(m->known);
    mem_free(m->before);
}

void explore_turns_deinit(ExploreTurns *turns)
{
    mem_free(turns->items);
    mem_free(turns->plays);
    *turns = (ExploreTurns){ .count = 0 };
}
