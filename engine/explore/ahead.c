// See ahead.h. What is called may call more, so it is gathered until nothing is added any more.
#include "explore/ahead.h"

#include <string.h>

enum { AT_FIRST = 64 };
enum { KEY_BACK = 1, KEY_TALK, KEY_MASKS, KEY_PLAYED = KEY_MASKS + 4 }; // words of a key

typedef struct Look {
    const ExploreReads *reads;
    const Scenario *sc;
    const Playthrough *p;
    uint64_t *set; // that is being filled, from what is read where it stands
} Look;

static bool has(const Look *l, int word, int bit)
{
    return explore_set_has(l->set, word, bit);
}

static void add_from(Look *l, const uint64_t *sets, int number)
{
    const uint64_t *from = explore_reads_of(l->reads, sets, number);
    for (int i = 0; i < l->reads->words; i++) {
        l->set[i] |= from[i];
    }
}

static StoryState state_of(const Look *l, int commitment)
{
    return (StoryState)play_commitment_c(l->sc, l->p, commitment)->state;
}

// ---- what is read ---------------------------------------------------------------------------------

// Open, or may still be promised.
static uint64_t coming(const Look *l)
{
    uint64_t some = l->p->open;
    for (uint64_t left = l->set[SET_PROMISE]; left != 0; left &= left - 1) {
        int c = play_lowest(left);
        some |= (uint64_t)(state_of(l, c) == STATE_NONE) << c;
    }
    return some;
}

// Whether their having brought something up, or what waits to be brought up, is ever asked for.
static bool raising_matters(const Look *l, uint64_t reacts)
{
    for (uint64_t left = reacts; left != 0; left &= left - 1) {
        int c = play_lowest(left);
        if (has(l, SET_OWN, c) || has(l, SET_PEOPLE, ASK_APOLOGY + l->sc->commitments[c].to)) {
            return true;
        }
    }
    return false;
}

static bool whenever_matters(const Look *l, int whenever)
{
    const StoryWhenever *it = &l->sc->whenevers[whenever];
    bool raises =
        it->reacts != 0 && has(l, SET_PEOPLE, BIT_REACT) && raising_matters(l, it->reacts);
    return raises || (has(l, SET_CALLS, whenever) && !l->reads->tells[whenever]);
}

// What conditions at due times and whenevers read; each may bring others in.
static void collect_called(Look *l)
{
    uint64_t before = 0, sum = 1;
    while (before != sum) {
        before = sum;
        for (uint64_t left = coming(l); left != 0; left &= left - 1) {
            add_from(l, l->reads->provided, play_lowest(left));
        }
        for (int i = 0; i < l->sc->whenever_count; i++) {
            if (!play_played(l->sc, l->p, i) && has(l, SET_CALLS, i) && whenever_matters(l, i)) {
                add_from(l, l->reads->called, i);
            }
        }
        sum = 0;
        for (int i = 0; i < l->reads->words; i++) {
            sum += (uint64_t)__builtin_popcountll(l->set[i]);
        }
    }
}

// Whether they accept a promise or a new date, and what they must be told in time.
static void collect_acceptances(Look *l)
{
    const Scenario *sc = l->sc;
    uint64_t some = coming(l) & sc->own;
    if (has(l, SET_PEOPLE, BIT_DESK)) {
        l->set[SET_MOVE] |= some & ~sc->of_kind[STORY_HOLD];
        l->set[SET_TELL] |= some & ~sc->of_kind[STORY_HOLD];
    }
    l->set[SET_MOVE] &= some;
    l->set[SET_TELL] &= some;
    uint64_t asks = l->set[SET_MOVE] | (some & ~l->p->open);
    for (uint64_t left = asks; left != 0; left &= left - 1) {
        int to = sc->commitments[play_lowest(left)].to;
        explore_set_add(l->set, SET_PEOPLE, ASK_BELIEF + to);
    }
}

static void collect(Look *l)
{
    for (int i = 0; i < l->p->depth; i++) {
        add_from(l, l->reads->at, l->p->back[i]);
    }
    collect_called(l);
    collect_acceptances(l);
}

// ---- people ---------------------------------------------------------------------------------------

static int breaches_left(const Look *l, int c, bool comes)
{
    bool covered = has(l, SET_COVER, c);
    StoryState state = state_of(l, c);
    if (comes) {
        return 1 + covered;
    }
    return state == STATE_MISSED ? covered : state == STATE_COVERED_UP;
}

// What may still happen between the player and each colleague.
static void look_at_people(const Look *l, ExploreAhead *a)
{
    const Scenario *sc = l->sc;
    uint64_t some = coming(l);
    for (int i = 0; i < sc->person_count; i++) {
        a->people[i] = (TrustAhead){ .believed = has(l, SET_PEOPLE, ASK_BELIEF + i),
                                     .apologies = has(l, SET_PEOPLE, ASK_APOLOGY + i),
                                     .vows = has(l, SET_PEOPLE, ASK_VOW + i) };
        bool matters = has(l, SET_PEOPLE, ASK_TRUST + i) || a->people[i].believed;
        a->matters = (uint8_t)(a->matters | matters << i);
    }
    for (uint64_t left = sc->own; left != 0; left &= left - 1) {
        int c = play_lowest(left);
        TrustAhead *to = &a->people[sc->commitments[c].to];
        bool comes = (some >> c & 1u) != 0;
        to->keeps += comes;
        to->breaches += breaches_left(l, c, comes);
        to->owned = to->owned || has(l, SET_OWN, c);
        to->moves = to->moves || has(l, SET_MOVE, c);
    }
    for (int i = 0; i < sc->standard_count; i++) {
        if (has(l, SET_STANDARDS, STANDARDS_SHIFT + i)) {
            a->people[sc->standards[i].person].cleared = true;
        }
    }
}

// A standard that was clarified weighs more when it is broken, and is broken by short notice.
static void look_at_standards(const Look *l, ExploreAhead *a)
{
    const Scenario *sc = l->sc;
    a->clarified = (uint32_t)(l->set[SET_NUMBERS] >> STANDARDS_SHIFT);
    for (int i = 0; i < sc->standard_count; i++) {
        bool matters = (a->matters >> sc->standards[i].person & 1) != 0;
        a->clarified |= (uint32_t)(matters && has(l, SET_STANDARDS, i)) << i;
        a->broken |= (uint32_t)(matters && has(l, SET_STANDARDS, STANDARDS_SHIFT + i)) << i;
    }
    for (uint64_t left = l->set[SET_TELL] | l->set[SET_MOVE]; left != 0; left &= left - 1) {
        int to = sc->commitments[play_lowest(left)].to;
        if (sc->people[to].notice >= 0 && (a->matters >> to & 1) != 0) {
            a->clarified |= (uint32_t)1 << sc->people[to].notice;
        }
    }
}

// ---- commitments ----------------------------------------------------------------------------------

static bool asked(const Look *l, int word, int commitment)
{
    return (l->set[word] >> commitment & 1u) != 0;
}

// Whether the tests that may still be made answer alike in both states.
static bool same_answers(const Look *l, int commitment, StoryState one, StoryState other)
{
    if (one != other && asked(l, SET_ASKED_STATE, commitment)) {
        return false;
    }
    size_t words = (size_t)explore_set_words(l->reads->test_count);
    const uint64_t *rows = l->reads->test_holds + (size_t)commitment * EXPLORE_STATES * words;
    const uint64_t *asked_for = l->set + explore_set_tests(l->sc);
    for (size_t i = 0; i < words; i++) {
        uint64_t differ = rows[(size_t)one * words + i] ^ rows[(size_t)other * words + i];
        if ((differ & asked_for[i]) != 0) {
            return false;
        }
    }
    return true;
}

// The first settled state, or none, that answers alike and can be touched by no deed.
static StoryState alike(const Look *l, int commitment, StoryState state)
{
    static const StoryState settled[] = { STATE_NONE,   STATE_KEPT,   STATE_LAPSED,
                                          STATE_WARNED, STATE_MISSED, STATE_OWNED_UP };
    bool touched = ((l->set[SET_OWN] | l->set[SET_COVER]) >> commitment & 1u) != 0;
    bool promised = (l->set[SET_PROMISE] >> commitment & 1u) != 0;
    for (int i = 0; i < (int)(sizeof settled / sizeof *settled); i++) {
        bool open =
            settled[i] == STATE_NONE ? promised || touched : settled[i] == STATE_MISSED && touched;
        if (!open && same_answers(l, commitment, state, settled[i])) {
            return settled[i];
        }
    }
    return state;
}

static ExplorePlank plank(const Look *l, const ExploreAhead *a, int c)
{
    int to = l->sc->commitments[c].to;
    bool words = to < l->sc->person_count && has(l, SET_PEOPLE, ASK_APOLOGY + to) &&
                 (a->matters >> to & 1) != 0;
    bool work = asked(l, SET_ASKED_DONE, c) || has(l, SET_WORK, c);
    ExplorePlank it = { .reads = 0 };
    it.reads = (uint8_t)((asked(l, SET_ASKED_MOVED, c) ? PLANK_MOVED : 0) |
                         (asked(l, SET_ASKED_TOLD, c) ? PLANK_TOLD : 0) | (work ? PLANK_WORK : 0) |
                         (has(l, SET_PROMISE, c) ? PLANK_PROMISE : 0) |
                         (has(l, SET_OWN, c) ? PLANK_OWN : 0) |
                         (has(l, SET_COVER, c) ? PLANK_COVER : 0) | (words ? PLANK_WORDS : 0));
    for (int state = 0; state <= STATE_FOUND_OUT; state++) {
        it.like[state] = (uint8_t)alike(l, c, (StoryState)state);
    }
    return it;
}

// ---- looking up -------------------------------------------------------------------------------------

// Whether a one-on-one runs, and nothing in it.
static bool in_talk(const Scenario *sc, const Playthrough *p)
{
    return p->talk_person != STORY_NONE && sc->ops[p->at].code == OP_TALK;
}

// Which of its options may still be offered.
static uint32_t options_left(const Scenario *sc, const Playthrough *p)
{
    const StoryTalk *talk = &sc->talks[p->talk];
    bool agenda = talk->agenda_first && p->talk_agenda == 0 && p->talk_round == 0;
    uint32_t some = talk->others | (agenda ? talk->agendas : 0);
    return p->talk_round < talk->rounds ? some & ~p->talk_used : 0;
}

// Of what is known nothing is left out here: the ways that are closed are closed whatever is known.
static void leave_out_talked(Look *l, ExploreLookout *lookout)
{
    explore_reads_talk(l->reads, l->p->at, options_left(l->sc, l->p), lookout->talked);
    for (int i = 0; i < l->reads->words; i++) {
        l->set[i] &= lookout->talked[i];
    }
}

static ExploreAhead *work_out(ExploreLookout *lookout, uint32_t from, const Playthrough *play)
{
    const ExploreReads *reads = lookout->reads;
    const Scenario *sc = reads->scenario;
    Look l = { reads, sc, play, NULL };
    l.set = arena_alloc(&lookout->arena, sizeof(uint64_t) * (size_t)reads->words);
    memcpy(l.set, explore_table_at(&lookout->givens.sets, from), lookout->givens.sets.size);
    if (in_talk(sc, play)) {
        leave_out_talked(&l, lookout);
    }
    collect(&l);
    ExploreAhead *a = arena_alloc(&lookout->arena, sizeof *a);
    a->set = l.set;
    look_at_people(&l, a);
    look_at_standards(&l, a);
    ExplorePlank *planks =
        arena_alloc(&lookout->arena, sizeof *planks * (size_t)sc->commitment_count);
    for (int c = 0; c < sc->commitment_count; c++) {
        planks[c] = plank(&l, a, c);
    }
    a->planks = planks;
    size_t words = (size_t)(sc->whenever_count + 63) / 64;
    uint64_t *played = arena_alloc(&lookout->arena, sizeof *played * words);
    for (int i = 0; i < sc->whenever_count; i++) {
        played[i / 64] |= (uint64_t)whenever_matters(&l, i) << (i % 64);
    }
    a->played = played;
    return a;
}

static void make_key(const ExploreLookout *lookout, uint32_t from, const Playthrough *p,
                     const ExploreStates *s)
{
    const Scenario *sc = lookout->reads->scenario;
    uint64_t *key = lookout->key;
    key[0] = (uint64_t)from << 8 | p->depth;
    key[KEY_BACK] = 0;
    memcpy(&key[KEY_BACK], p->back, sizeof(uint16_t) * p->depth);
    key[KEY_TALK] = in_talk(sc, p) ? (uint64_t)p->at << 32 | options_left(sc, p) : UINT64_MAX;
    uint64_t masks[] = { p->open, s->none, s->missed, s->covered };
    memcpy(key + KEY_MASKS, masks, sizeof masks);
    memcpy(key + KEY_PLAYED, (const char *)p + sc->played_at,
           sizeof *key * (size_t)((sc->whenever_count + 63) / 64));
}

const ExploreAhead *explore_ahead(ExploreLookout *lookout, const Playthrough *play)
{
    ExploreStates states;
    explore_states_of(&states, lookout->reads->scenario, play);
    uint32_t from = explore_givens_at(&lookout->givens, play, &states);
    make_key(lookout, from, play, &states);
    bool fresh;
    uint32_t *number = explore_map_at(&lookout->numbers,
                                      explore_key_of_words(lookout->key, lookout->words), &fresh);
    if (fresh) {
        *number = lookout->numbers.count - 1;
        if (*number >= lookout->room) {
            lookout->room = lookout->room == 0 ? AT_FIRST : lookout->room * 2;
            lookout->found = mem_grow(lookout->found, sizeof(ExploreAhead *) * lookout->room);
        }
        lookout->found[*number] = work_out(lookout, from, play);
        lookout->found[*number]->number = *number;
    }
    return lookout->found[*number];
}

static void begin(ExploreLookout *lookout, const ExploreReads *reads)
{
    *lookout = (ExploreLookout){ .reads = reads };
    arena_init(&lookout->arena);
    lookout->words = KEY_PLAYED + (reads->scenario->whenever_count + 63) / 64;
    explore_map_init(&lookout->numbers);
    lookout->key = mem_alloc(sizeof(uint64_t) * (size_t)lookout->words);
    lookout->talked = mem_alloc(sizeof(uint64_t) * (size_t)reads->words);
}

void explore_lookout_init(ExploreLookout *lookout, const ExploreReads *reads)
{
    begin(lookout, reads);
    explore_givens_init(&lookout->givens, reads);
}

void explore_lookout_twin(ExploreLookout *twin, const ExploreLookout *first)
{
    begin(twin, first->reads);
    explore_givens_twin(&twin->givens, &first->givens);
}

void explore_lookout_deinit(ExploreLookout *lookout)
{
    explore_givens_deinit(&lookout->givens);
    explore_map_deinit(&lookout->numbers);
    arena_deinit(&lookout->arena);
    mem_free(lookout->found);
    mem_free(lookout->key);
    mem_free(lookout->talked);
    *lookout = (ExploreLookout){ .room = 0 };
}
