// Playing out what was not chosen.
#include "story/whatif.h"

#include "base/arena.h"
#include "base/hash.h"

#include <math.h>
#include <string.h>

enum { ENDED = 1, LOST = 2 };

static const uint64_t seed_stream = 0x77686174u; // "what": apart from the story's own draws

void whatif_init(WhatIf *whatif, const Scenario *scenario, int plays)
{
    *whatif = (WhatIf){ .scenario = scenario, .plays = plays };
    whatif->play = mem_alloc(scenario->play_size);
}

static void forget(WhatIf *w, int from)
{
    for (int i = from; i < w->count; i++) {
        for (int o = 0; o < w->decisions[i].option_count; o++) {
            mem_free(w->decisions[i].options[o].endings);
        }
        mem_free(w->decisions[i].options);
    }
    w->count = from < w->count ? from : w->count;
    if (w->at >= w->count) {
        w->at = w->count;
        w->option = w->done = w->steps = 0;
    }
}

void whatif_deinit(WhatIf *whatif)
{
    forget(whatif, 0);
    mem_free(whatif->decisions);
    mem_free(whatif->play);
    *whatif = (WhatIf){ 0 };
}

static bool same_offer(const StoryOffer *a, const StoryOffer *b)
{
    return a->kind == b->kind && a->x == b->x;
}

static void add(WhatIf *w, const StoryHistory *history, int n)
{
    if (w->count == w->capacity) {
        w->capacity = w->capacity == 0 ? 32 : w->capacity * 2;
        w->decisions = mem_grow(w->decisions, (size_t)w->capacity * sizeof *w->decisions);
    }
    StoryOffer offers[STORY_OFFERS_MAX];
    int open = story_offers(w->scenario, history_state(history, n), false, offers, NULL);
    WhatIfDecision *decision = &w->decisions[w->count++];
    *decision = (WhatIfDecision){ .option_count = open };
    decision->options = mem_alloc((size_t)(open > 0 ? open : 1) * sizeof *decision->options);
    for (int o = 0; o < open; o++) {
        decision->options[o].offer = offers[o];
        decision->options[o].endings =
            mem_alloc((size_t)w->scenario->ending_count * sizeof(int) + sizeof(int));
        if (same_offer(&offers[o], &history->taken[n])) {
            decision->taken = o;
        }
    }
}

// Whether decision n of what is known is still the one that was taken there.
static bool still(const WhatIf *w, const StoryHistory *history, int n)
{
    const WhatIfDecision *decision = &w->decisions[n];
    return decision->option_count > 0 &&
           same_offer(&decision->options[decision->taken].offer, &history->taken[n]);
}

void whatif_follow(WhatIf *whatif, const StoryHistory *history)
{
    uint64_t seed = history_state(history, 0)->seed;
    int same = 0;
    while (seed == whatif->seed && same < whatif->count && same < history->count &&
           still(whatif, history, same)) {
        same++;
    }
    forget(whatif, same);
    whatif->seed = seed;
    while (whatif->count < history->count) {
        add(whatif, history, whatif->count);
    }
}

// ---- playing out --------------------------------------------------------------------------------

// One choice at random. ENDED, LOST (it came to nothing), or 0.
static int step(const Scenario *scenario, Playthrough *play, uint64_t *stream)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    if (play->ended != 0) {
        return ENDED;
    }
    int count = story_offers(scenario, play, false, offers, NULL);
    return count > 0 && story_choose(scenario, play, &offers[random_below(stream, (uint32_t)count)],
                                     NULL, NULL)
               ? 0
               : LOST;
}

// The n-th play of each option of a decision has the same luck.
static int hidden(const Scenario *scenario, const Playthrough *play)
{
    int count = 0;
    for (int c = 0; c < scenario->commitment_count; c++) {
        count += play_commitment_c(scenario, play, c)->state == STATE_COVERED_UP;
    }
    return count;
}

static int begin(WhatIf *w, const StoryHistory *history, WhatIfOption *option)
{
    memcpy(w->play, history_state(history, w->at), w->scenario->play_size);
    w->stream = hash_mix(seed_stream, (uint64_t)w->done);
    w->play->seed = random_next(&w->stream);
    if (!story_choose(w->scenario, w->play, &option->offer, NULL, NULL)) {
        return LOST;
    }
    option->hides = option->hides || hidden(w->scenario, w->play) >
                                         hidden(w->scenario, history_state(history, w->at));
    return 0;
}

BridgeWord whatif_end(const Scenario *scenario, const Playthrough *play, int person)
{
    BridgeWord word = bridge_word(play_person_c(scenario, play, person)->trust_now);
    for (int c = 0; c < scenario->commitment_count; c++) {
        const StoryCommitment *it = &scenario->commitments[c];
        bool theirs = it->by == person || (it->by == STORY_PLAYER && it->to == person);
        if (theirs && play_commitment_c(scenario, play, c)->state == STATE_COVERED_UP) {
            return word < BRIDGE_STRAINED ? word : BRIDGE_STRAINED;
        }
    }
    return word;
}

static void count_play(const WhatIf *w, WhatIfOption *option)
{
    option->plays++;
    option->endings[w->play->ended - 1]++;
    for (int p = 0; p < w->scenario->person_count; p++) {
        option->words[p][whatif_end(w->scenario, w->play, p)]++;
    }
}

static void next_play(WhatIf *w, const WhatIfDecision *decision)
{
    w->steps = 0;
    if (++w->done >= w->plays) {
        w->done = 0;
        w->option++;
    }
    if (w->option >= decision->option_count) {
        w->option = 0;
        w->at++;
    }
}

bool whatif_work(WhatIf *whatif, const StoryHistory *history, int choices)
{
    whatif_follow(whatif, history);
    while (whatif->at < whatif->count) {
        WhatIfDecision *decision = &whatif->decisions[whatif->at];
        if (decision->option_count < 2) { // nothing else could be done
            whatif->at++;
            continue;
        }
        if (choices-- <= 0) {
            return false;
        }
        WhatIfOption *option = &decision->options[whatif->option];
        int came = whatif->steps++ == 0 ? begin(whatif, history, option)
                                        : step(whatif->scenario, whatif->play, &whatif->stream);
        if (came == ENDED) {
            count_play(whatif, option);
        }
        if (came != 0 || whatif->steps > WHATIF_STEPS_MAX) {
            next_play(whatif, decision);
        }
    }
    return true;
}

// ---- what it says -------------------------------------------------------------------------------

double whatif_chance(const WhatIfOption *option, int person, BridgeWord word)
{
    int good = 0;
    for (int w = (int)word; w < WHATIF_WORDS; w++) {
        good += option->words[person][w];
    }
    return option->plays == 0 ? 0.0 : (double)good / option->plays;
}

double whatif_ending(const WhatIfOption *option, int ending)
{
    return option->plays == 0 ? 0.0 : (double)option->endings[ending] / option->plays;
}

double whatif_within(const WhatIfOption *option, double chance)
{
    const double z = 1.96, zz = z * z;
    double n = option->plays;
    return n < 1 ? 1.0 : z * sqrt(chance * (1 - chance) / n + zz / (4 * n * n)) / (1 + zz / n);
}

#define LIKELY .25

BridgeWord whatif_word(const WhatIf *whatif, int person)
{
    for (int word = BRIDGE_SOUND; word > BRIDGE_UNSAFE; word--) {
        for (int i = 0; i < whatif->at; i++) {
            for (int o = 0; o < whatif->decisions[i].option_count; o++) {
                if (whatif_chance(&whatif->decisions[i].options[o], person, (BridgeWord)word) >=
                    LIKELY) {
                    return (BridgeWord)word;
                }
            }
        }
    }
    return BRIDGE_UNSAFE;
}

static WhatIfTurn turn_at(const WhatIf *w, int n, int person, BridgeWord word)
{
    const WhatIfDecision *decision = &w->decisions[n];
    WhatIfTurn turn = { .decision = n, .person = person, .word = word };
    double sum = 0, most = -1, least = 2;
    for (int o = 0; o < decision->option_count; o++) {
        double chance = whatif_chance(&decision->options[o], person, word);
        sum += chance;
        bool fair = !decision->options[o].hides || o == decision->taken;
        if (chance > most && fair) {
            most = chance;
            turn.best = o;
        }
        if (chance < least) {
            least = chance;
            turn.worst = o;
        }
    }
    turn.value = whatif_chance(&decision->options[decision->taken], person, word) -
                 sum / decision->option_count;
    return turn;
}

WhatIfTurn whatif_turn(const WhatIf *whatif, int decision)
{
    WhatIfTurn most = { .decision = decision };
    double widest = -1;
    for (int p = 0; p < whatif->scenario->person_count; p++) {
        WhatIfTurn turn = turn_at(whatif, decision, p, whatif_word(whatif, p));
        const WhatIfOption *options = whatif->decisions[decision].options;
        double wide = whatif_chance(&options[turn.best], p, turn.word) -
                      whatif_chance(&options[turn.worst], p, turn.word);
        if (wide > widest) {
            widest = wide;
            most = turn;
        }
    }
    return most;
}

static bool ended_well(const StoryHistory *history, int person, BridgeWord word)
{
    int ended = history->now->ended;
    return ended != 0 && history->scenario->endings[ended - 1].kind <= STORY_PATCHED &&
           whatif_end(history->scenario, history->now, person) >= word;
}

static bool in_reach(const WhatIf *w, int n, int person, BridgeWord word, double chance)
{
    for (int o = 0; o < w->decisions[n].option_count; o++) {
        if (whatif_chance(&w->decisions[n].options[o], person, word) >= chance) {
            return true;
        }
    }
    return false;
}

// What could still be lost there: where the goal was out of reach already, the best that was likely.
static BridgeWord left_to_lose(const WhatIf *w, int n, int person, BridgeWord goal)
{
    if (in_reach(w, n, person, goal, WHATIF_TELLS)) {
        return goal;
    }
    while (goal > BRIDGE_UNSAFE && !in_reach(w, n, person, goal, LIKELY)) {
        goal--;
    }
    return goal;
}

static void look_at_bridge(const WhatIf *w, const StoryHistory *history, int person,
                           WhatIfTurns *turns)
{
    BridgeWord word = whatif_word(w, person);
    BridgeWord end = whatif_end(history->scenario, history->now, person);
    bool well = ended_well(history, person, word);
    for (int i = 0; i < w->at; i++) {
        if (w->decisions[i].option_count < 2) {
            continue;
        }
        WhatIfTurn turn = turn_at(w, i, person, word);
        WhatIfTurn cost = turn_at(w, i, person, left_to_lose(w, i, person, word));
        bool lost = !well && (cost.word == word || end < cost.word);
        turns->cost = cost.value < turns->cost.value && lost ? cost : turns->cost;
        bool lie = w->decisions[i].options[w->decisions[i].taken].hides;
        turns->saved = turn.value > turns->saved.value && !lie ? turn : turns->saved;
    }
}

WhatIfTurns whatif_turns(const WhatIf *whatif, const StoryHistory *history, int person)
{
    WhatIfTurns anybody = { { .decision = -1, .value = -WHATIF_TELLS },
                            { .decision = -1, .value = WHATIF_SAVES } };
    WhatIfTurns turns = anybody;
    if (person != STORY_NONE) {
        look_at_bridge(whatif, history, person, &turns);
    }
    for (int p = 0; p < whatif->scenario->person_count; p++) {
        look_at_bridge(whatif, history, p, &anybody);
    }
    turns.cost = turns.cost.decision < 0 ? anybody.cost : turns.cost;
    turns.saved = turns.saved.decision < 0 ? anybody.saved : turns.saved;
    return turns;
}

// ---- the nearest other way ----------------------------------------------------------------------

enum { OTHER_WAYS = 400, FOLLOWS_OF_TEN = 9 };

typedef struct Walk {
    const StoryHistory *mine;
    int decision;
    bool used[WHATIF_STEPS_MAX]; // of my later choices
    int alike;
    uint64_t stream;
} Walk;

// My own later choice that is open here, or one drawn.
static int as_i_did(Walk *walk, const StoryHistory *other, const StoryOffer *offers, int count)
{
    if (random_below(&walk->stream, 10) < FOLLOWS_OF_TEN) {
        for (int i = walk->decision + 1; i < walk->mine->count && i < WHATIF_STEPS_MAX; i++) {
            bool here = history_state(walk->mine, i)->scene == other->now->scene && !walk->used[i];
            for (int o = 0; here && o < count; o++) {
                if (same_offer(&offers[o], &walk->mine->taken[i])) {
                    walk->used[i] = true;
                    walk->alike++;
                    return o;
                }
            }
        }
    }
    return (int)random_below(&walk->stream, (uint32_t)count);
}

static void back_to(StoryHistory *other, int count)
{
    while (other->count > count && history_undo(other)) {
    }
}

// On from the decision to an end. False where it came to none.
static bool walk_on(Walk *walk, StoryHistory *other)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    while (other->now->ended == 0 && other->count < WHATIF_STEPS_MAX) {
        int count = story_offers(other->scenario, other->now, false, offers, NULL);
        if (count == 0 ||
            !history_choose(other, &offers[as_i_did(walk, other, offers, count)], NULL)) {
            return false;
        }
    }
    return other->now->ended != 0;
}

static bool begin_other(const StoryHistory *history, int decision, const StoryOffer *offer,
                        StoryHistory *other)
{
    if (!history_open(other, history->scenario, history_state(history, 0)->seed, NULL)) {
        return false;
    }
    bool well = true;
    for (int i = 0; well && i < decision; i++) {
        well = history_choose(other, &history->taken[i], NULL);
    }
    if (!well || !history_choose(other, offer, NULL)) {
        history_close(other);
        return false;
    }
    return true;
}

static bool ends_better(const StoryHistory *mine, const StoryHistory *other, int person,
                        BridgeWord word)
{
    const Scenario *scenario = mine->scenario;
    int ended = mine->now->ended;
    bool kind = ended == 0 ||
                scenario->endings[other->now->ended - 1].kind <= scenario->endings[ended - 1].kind;
    return kind && whatif_end(scenario, other->now, person) >= word &&
           hidden(scenario, other->now) == 0;
}

bool whatif_other_way(const StoryHistory *history, int decision, const StoryOffer *offer,
                      int person, BridgeWord word, StoryHistory *other)
{
    if (!begin_other(history, decision, offer, other)) {
        return false;
    }
    int best = -1, best_alike = -1;
    for (int i = 0; i <= OTHER_WAYS; i++) { // the last time: the best once more
        int way = i < OTHER_WAYS ? i : best;
        if (way < 0) {
            break;
        }
        back_to(other, decision + 1);
        Walk walk = { .mine = history,
                      .decision = decision,
                      .stream = hash_mix(seed_stream, (uint64_t)way) };
        bool there = walk_on(&walk, other) && ends_better(history, other, person, word);
        if (there && walk.alike > best_alike) {
            best_alike = walk.alike;
            best = way;
        }
    }
    if (best < 0) {
        history_close(other);
    }
    return best >= 0;
}

bool whatif_chose(const StoryHistory *mine, const StoryHistory *other, int n)
{
    for (int i = 0; i < mine->count; i++) {
        if (same_offer(&mine->taken[i], &other->taken[n]) &&
            history_state(mine, i)->scene == history_state(other, n)->scene) {
            return true;
        }
    }
    return false;
}
