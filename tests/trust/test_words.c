// Words never buy what only deeds can: over ALL sequences of up to seven events from an alphabet of
// twelve, trust is never above that of a twin who kept every promise over the same outcomes. The
// twin lives the same sequence, but every violation is a kept outcome of the same weight, and the
// words are not said. Words are: an apology, a vow, a denial, owning up, moving a date, clearing
// up. Talking and listening are deeds of another kind and time is time: the twin has them too.
// Keeping to a standard is what anyone expects: the twin earns nothing by it.
#include "support/test.h"

#include "base/hash.h"
#include "trust/trust.h"

#include <stdio.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

enum { LETTERS = 12, LENGTH = 7, DAY = 10 };

typedef enum Role {
    DEED,   // the twin does the same
    BREACH, // the twin keeps instead: `twin`
    SLIGHT, // a standard: keeping it is no event
    WORD,   // the twin has nothing to say
} Role;

typedef struct Letter {
    const char *name;
    Role role;
    TrustEvent event;
    TrustEvent twin; // BREACH
} Letter;

#define EVENT(kind_, weight_)                                                                      \
    {                                                                                              \
        .kind = (kind_), .weight = (weight_)                                                       \
    }
#define APOLOGY_                                                                                   \
    {                                                                                              \
        .kind = TRUST_APOLOGY, .parts = TRUST_PART_ALL                                             \
    }
#define FULL EVENT(TRUST_KEPT, TRUST_ONE)

static const Letter everyday[LETTERS] = {
    { "kept half a day's work", DEED, FULL, { 0 } },
    { "kept a favour", DEED, EVENT(TRUST_KEPT, 200000), { 0 } },
    { "missed", BREACH, EVENT(TRUST_MISSED, 0), FULL },
    { "warned and late", BREACH, EVENT(TRUST_WARNED_LATE, 0), FULL },
    { "moved a date", WORD, EVENT(TRUST_MOVED, 0), { 0 } },
    { "apologised", WORD, APOLOGY_, { 0 } },
    { "vowed", WORD, EVENT(TRUST_VOW, 0), { 0 } },
    { "denied", WORD, EVENT(TRUST_DENIAL, 0), { 0 } },
    { "owned up", WORD, EVENT(TRUST_OWNED_UP, 0), { 0 } },
    { "listened in passing", DEED, EVENT(TRUST_LISTENED, 0), { 0 } },
    { "a day passed", DEED, EVENT(TRUST_DAY, 0), { 0 } },
    { "talked an hour", DEED, EVENT(TRUST_TALK, TRUST_ONE), { 0 } },
};

static const Letter rare[LETTERS] = {
    { "kept two days' work", DEED, EVENT(TRUST_KEPT, 1500000), { 0 } },
    { "exceeded", DEED, EVENT(TRUST_EXCEEDED, TRUST_ONE), { 0 } },
    { "deceived", BREACH, EVENT(TRUST_DECEIVED, 0), FULL },
    { "excused", BREACH, EVENT(TRUST_EXCUSED, 0), FULL },
    { "broke an unknown standard", SLIGHT, EVENT(TRUST_STANDARD, TRUST_STANDARD_UNKNOWN), { 0 } },
    { "broke a known standard", SLIGHT, EVENT(TRUST_STANDARD, TRUST_STANDARD_CLARIFIED), { 0 } },
    { "cleared it up", WORD, EVENT(TRUST_CLEARED, 0), { 0 } },
    { "missed and owned up", BREACH, EVENT(TRUST_MISSED_OWNED, 0), FULL },
    { "was seen breaking", BREACH, EVENT(TRUST_HEARD_BAD, 0), EVENT(TRUST_HEARD_GOOD, 0) },
    { "apologised", WORD, APOLOGY_, { 0 } },
    { "a day passed", DEED, EVENT(TRUST_DAY, 0), { 0 } },
    { "a week of neglect", DEED, EVENT(TRUST_NEGLECT, 0), { 0 } },
};

typedef struct Search {
    const TrustParameters *parameters;
    const Letter *letters;
    int length;
    int path[LENGTH];
    uint64_t sequences;
    uint64_t lifted; // sequences whose last word raised trust: the property is not empty
    uint64_t equal;  // sequences that end in a breach and cost nothing: there must be none
} Search;

static void report(const Search *search, int depth, int32_t trust, int32_t twin)
{
    char line[512] = "";
    for (int i = 0; i < depth; i++) {
        size_t used = strlen(line);
        snprintf(line + used, sizeof line - used, "%s%s", i > 0 ? ", " : "",
                 search->letters[search->path[i]].name);
    }
    fail_msg("words buy trust: %d above the twin's %d after: %s", (int)trust, (int)twin, line);
}

static void step(const TrustParameters *parameters, const Letter *letter, TrustState *player,
                 TrustState *twin)
{
    trust_apply(parameters, player, letter->event);
    if (letter->role == DEED) {
        trust_apply(parameters, twin, letter->event);
    } else if (letter->role == BREACH) {
        trust_apply(parameters, twin, letter->twin);
    }
}

// Tries every letter after the given pair of states.
static void extend(Search *search, int depth, const TrustState *player, const TrustState *twin)
{
    const TrustParameters *parameters = search->parameters;
    int32_t before = trust_reading(parameters, player);
    for (int i = 0; i < LETTERS; i++) {
        const Letter *letter = &search->letters[i];
        TrustState next = *player;
        TrustState twin_next = *twin;
        step(parameters, letter, &next, &twin_next);
        int32_t now = trust_reading(parameters, &next);
        int32_t twin_now = trust_reading(parameters, &twin_next);
        search->path[depth] = i;
        search->sequences++;
        search->lifted += letter->role == WORD && now > before;
        search->equal += letter->role == BREACH && now == twin_now;
        if (now > twin_now) {
            report(search, depth + 1, now, twin_now);
        }
        if (depth + 1 < search->length) {
            extend(search, depth + 1, &next, &twin_next);
        }
    }
}

static void search_all(const char *preset, const Letter *letters)
{
    int length = SANITIZED ? LENGTH - 1 : LENGTH;
    Search search = { .parameters = trust_preset(preset), .letters = letters, .length = length };
    TrustState start = trust_start(search.parameters);
    extend(&search, 0, &start, &start);
    uint64_t expected = 0, power = 1;
    for (int i = 0; i < length; i++) {
        power *= LETTERS;
        expected += power;
    }
    assert_true(search.sequences == expected);
    assert_true(search.lifted > 0);
    assert_true(search.equal == 0);
    print_message("%s: %llu sequences; words raised trust at the end of %llu\n", preset,
                  (unsigned long long)search.sequences, (unsigned long long)search.lifted);
}

static void everyday_words_buy_nothing(void **state)
{
    (void)state;
    search_all("work", everyday);
    search_all("default", everyday);
}

static void rare_words_buy_nothing(void **state)
{
    (void)state;
    search_all("work", rare);
    search_all("default", rare);
}

// The same over histories of up to sixty events of both alphabets, drawn at random.
static void long_histories_buy_nothing(void **state)
{
    enum { HISTORIES = 20000, EVENTS = 60 };
    (void)state;
    const TrustParameters *work = trust_preset("work");
    uint64_t stream = 7;
    for (int i = 0; i < HISTORIES; i++) {
        TrustState player = trust_start(work);
        TrustState twin = player;
        uint32_t days = random_below(&stream, 4); // some histories have few days, some many
        for (int k = 0; k < EVENTS; k++) {
            const Letter *letters = random_below(&stream, 2) ? everyday : rare;
            const Letter *letter = &letters[random_below(&stream, LETTERS)];
            step(work, letter, &player, &twin);
            if (random_below(&stream, 4) < days) {
                step(work, &everyday[DAY], &player, &twin);
            }
            assert_true(trust_reading(work, &player) <= trust_reading(work, &twin));
        }
    }
}

// Repeating what once worked wears it out (A18): of three apologies with deeds between them, each
// gives back a smaller share of what the breach has cost.
static void repeated_apologies_wear_out(void **state)
{
    (void)state;
    const TrustParameters *work = trust_preset("work");
    TrustState s = trust_start(work);
    double last = 1.0;
    for (int i = 0; i < 3; i++) {
        trust_apply(work, &s, (TrustEvent){ .kind = TRUST_KEPT });
        trust_apply(work, &s, (TrustEvent){ .kind = TRUST_DAY });
        int32_t before = s.broken;
        trust_apply(work, &s, (TrustEvent){ .kind = TRUST_MISSED });
        int32_t after = s.broken;
        trust_apply(work, &s, (TrustEvent){ .kind = TRUST_APOLOGY, .parts = TRUST_PART_ALL });
        double share = (double)(after - s.broken) / (double)(after - before);
        assert_true(share < last * 0.9);
        last = share;
    }
}

// Words on words count as failed repairs until the next deed; a deed gives them their weight back.
static void a_deed_gives_words_their_weight_back(void **state)
{
    (void)state;
    const TrustParameters *work = trust_preset("work");
    TrustState s = trust_start(work);
    for (int i = 0; i < 4; i++) {
        trust_apply(work, &s, (TrustEvent){ .kind = TRUST_VOW });
    }
    assert_true(s.credit < 50000);
    assert_int_equal(s.words, 4);
    trust_apply(work, &s, (TrustEvent){ .kind = TRUST_KEPT, .weight = 200000 });
    assert_int_equal(s.words, 4); // a favour is no deed
    trust_apply(work, &s, (TrustEvent){ .kind = TRUST_DAY });
    trust_apply(work, &s, (TrustEvent){ .kind = TRUST_KEPT });
    assert_int_equal(s.words, 0);
    trust_apply(work, &s, (TrustEvent){ .kind = TRUST_VOW });
    assert_int_equal(s.credit, 500000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everyday_words_buy_nothing),
        cmocka_unit_test(rare_words_buy_nothing),
        cmocka_unit_test(long_histories_buy_nothing),
        cmocka_unit_test(repeated_apologies_wear_out),
        cmocka_unit_test(a_deed_gives_words_their_weight_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
