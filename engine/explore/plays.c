// Random plays with events and lines: what is met, how long a way is, where it goes wrong.
#include "explore/plays.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/text.h"

#include <string.h>

typedef struct Player {
    ExplorePlays *out;
    const Scenario *original, *scenario; // the second one is watched
    ExploreSeen *seen;
    Playthrough *now;
    StoryJournal journal;
    StoryOffer *taken; // of the play that runs
    int count;
    uint64_t stream;
    int16_t *words;  // of each text; -1 where not counted yet
    int *last_taken; // of each option: the play
    int *times;      // of each option: how often it was taken
    bool endless;    // the play that runs
    bool seeks;      // takes what was seldom taken, every other time
} Player;

bool explore_is_stuck(const Err *err)
{
    static const char said[] = "no option is open here"; // story_offers
    return err->kind == ERR_NONE || strncmp(err->message, said, sizeof said - 1) == 0;
}

static void keep_shortest(Player *p, ExploreMishap *m, uint64_t seed, int always, const Err *err)
{
    m->plays++;
    if (m->plays > 1 && m->count <= p->count) {
        return;
    }
    m->seed = seed;
    m->count = p->count;
    m->always = always;
    m->err = *err;
    size_t size = sizeof *m->taken * (size_t)(p->count > 0 ? p->count : 1);
    m->taken = mem_grow(m->taken, size);
    memcpy(m->taken, p->taken, sizeof *m->taken * (size_t)p->count);
}

static void mishap(Player *p, ExplorePlayTrouble kind, uint64_t seed, int always, const Err *err)
{
    keep_shortest(p, &p->out->mishaps[kind], seed, always, err);
}

// What the player still owes at the end: nobody learns what becomes of it.
static void count_open(Player *p, uint64_t seed)
{
    Err none = { 0 };
    uint64_t open = p->now->ended != 0 ? p->now->open & p->original->own : 0;
    for (; open != 0; open &= open - 1) {
        keep_shortest(p, &p->out->left_open[play_lowest(open)], seed, 0, &none);
    }
}

static bool check_always(Player *p, uint64_t seed)
{
    int broken = -1;
    Err err = { 0 };
    if (p->original->always_count > 0 && !story_always(p->original, p->now, &broken, &err)) {
        mishap(p, err.kind == ERR_NONE || broken >= 0 ? PLAY_BROKEN : PLAY_FAILED, seed, broken,
               &err);
        return false;
    }
    return true;
}

// The option that was taken the fewest times; the first offer where none is an option.
static int seldom(const Player *p, const StoryOffer *offers, int open)
{
    int best = 0, least = INT32_MAX;
    for (int i = 0; i < open; i++) {
        int times = offers[i].kind == OFFER_OPTION ? p->times[offers[i].x] : INT32_MAX;
        if (times < least) {
            least = times;
            best = i;
        }
    }
    return best;
}

static StoryOffer pick(Player *p, const StoryOffer *offers, int open)
{
    bool seeks = p->seeks && random_below(&p->stream, 2) == 0;
    StoryOffer offer =
        offers[seeks ? seldom(p, offers, open) : (int)random_below(&p->stream, (uint32_t)open)];
    if (offer.kind == OFFER_OPTION) {
        p->times[offer.x]++;
    }
    return offer;
}

// One choice further; false where the play is over.
static bool step(Player *p, uint64_t seed)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    Err err = { 0 };
    if (!check_always(p, seed) || p->now->ended != 0) {
        return false;
    }
    int open = story_offers(p->scenario, p->now, false, offers, &err);
    if (open == 0) {
        mishap(p, explore_is_stuck(&err) ? PLAY_STUCK : PLAY_FAILED, seed, 0, &err);
        return false;
    }
    if (p->count == EXPLORE_PLAY_CHOICES_MAX) {
        p->endless = true;
        mishap(p, PLAY_ENDLESS, seed, 0, &err);
        return false;
    }
    StoryOffer offer = pick(p, offers, open);
    p->taken[p->count++] = offer;
    if (!story_choose(p->scenario, p->now, &offer, &p->journal, &err)) {
        mishap(p, PLAY_FAILED, seed, 0, &err);
        return false;
    }
    return true;
}

static int words_of(Player *p, TextId text)
{
    if (p->words[text] < 0) {
        p->words[text] = (int16_t)text_words(scenario_text(p->original, text));
    }
    return p->words[text];
}

static void keep_range(int *least, int *most, int value)
{
    *least = *least < 0 || value < *least ? value : *least;
    *most = value > *most ? value : *most;
}

static void count_play(Player *p)
{
    ExplorePlays *out = p->out;
    int words = 0;
    for (int i = 0; i < p->journal.count; i++) {
        const StoryEvent *event = &p->journal.events[i];
        if (event->kind == EVENT_SAID) {
            words += words_of(p, (TextId)event->a);
        } else if (event->kind == EVENT_CHOSE && event->a == OFFER_OPTION) {
            words += words_of(p, p->original->options[event->what].text);
            out->option_counts[event->what] += p->last_taken[event->what] != out->plays + 1;
            p->last_taken[event->what] = out->plays + 1;
        }
    }
    out->plays++;
    out->choices += p->count;
    if (p->endless) {
        out->endless++;
        return; // how long it is nobody knows
    }
    out->way_choices += p->count;
    out->way_words += words;
    keep_range(&out->least_choices, &out->most_choices, p->count);
    keep_range(&out->least_words, &out->most_words, words);
    if (p->now->ended != 0) {
        out->ending_counts[p->now->ended - 1]++;
    }
}

static void play(Player *p, uint64_t seed)
{
    Err err = { 0 };
    uint8_t harmed = 0;
    p->journal.count = p->count = 0;
    p->endless = false;
    p->stream = hash_mix(seed, 0x706c617973u); // "plays"
    if (story_start(p->scenario, p->now, seed, &p->journal, &err)) {
        while (step(p, seed)) {
        }
    } else {
        mishap(p, PLAY_FAILED, seed, 0, &err);
    }
    explore_seen_events(p->seen, p->journal.events, p->journal.count, &harmed);
    count_open(p, seed);
    if (p->seeks) { // no fair play: it counts in nothing
        p->out->seeking++;
    } else {
        count_play(p);
    }
}

static int went_wrong(const ExplorePlays *plays)
{
    int sum = 0;
    for (int i = 0; i < EXPLORE_PLAY_TROUBLES; i++) {
        sum += plays->mishaps[i].plays;
    }
    return sum;
}

static void *zeroed(size_t size, int count)
{
    return mem_alloc(size * (size_t)(count > 0 ? count : 1));
}

void explore_plays_init(ExplorePlays *plays, const Scenario *scenario, int count, ExploreSeen *seen)
{
    *plays = (ExplorePlays){
        .least_choices = -1, .most_choices = -1, .least_words = -1, .most_words = -1
    };
    plays->ending_counts = zeroed(sizeof *plays->ending_counts, scenario->ending_count);
    plays->option_counts = zeroed(sizeof *plays->option_counts, scenario->option_count);
    plays->left_open = zeroed(sizeof *plays->left_open, scenario->commitment_count);
    plays->commitments = scenario->commitment_count;
    ExploreWatch watch;
    explore_watch_init(&watch, scenario, seen);
    Player p = { .out = plays, .original = scenario, .scenario = &watch.scenario, .seen = seen };
    p.now = mem_alloc(scenario->play_size);
    p.taken = zeroed(sizeof *p.taken, EXPLORE_PLAY_CHOICES_MAX);
    p.words = zeroed(sizeof *p.words, (int)scenario->strings_size);
    p.last_taken = zeroed(sizeof *p.last_taken, scenario->option_count);
    memset(p.words, 0xff, sizeof *p.words * scenario->strings_size);
    p.times = zeroed(sizeof *p.times, scenario->option_count);
    for (int i = 0; i < count + count / 4 && went_wrong(plays) < EXPLORE_MISHAPS_MAX; i++) {
        p.seeks = i >= count;
        play(&p, (uint64_t)i + 1);
    }
    mem_free(p.times);
    mem_free(p.now);
    mem_free(p.taken);
    mem_free(p.words);
    mem_free(p.last_taken);
    story_journal_deinit(&p.journal);
    explore_watch_deinit(&watch);
}

void explore_plays_deinit(ExplorePlays *plays)
{
    for (int i = 0; i < EXPLORE_PLAY_TROUBLES; i++) {
        mem_free(plays->mishaps[i].taken);
    }
    for (int i = 0; i < plays->commitments; i++) {
        mem_free(plays->left_open[i].taken);
    }
    mem_free(plays->left_open);
    mem_free(plays->ending_counts);
    mem_free(plays->option_counts);
    *plays = (ExplorePlays){ .plays = 0 };
}
