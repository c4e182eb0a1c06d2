// Words never buy what only deeds can: over ALL sequences of up to seven events from an alphabet of
// twelve, trust is never above that of a twin who kept every promise over the same outcomes. The
// alphabets and the twin: support/alphabets.h.
#include "support/test.h"

#include "base/hash.h"
#include "support/alphabets.h"

#include <stdio.h>
#include <string.h>

enum { LENGTH = 7 };

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

// The same over a million histories of both alphabets, drawn at random; some have few days, some
// many.
static void long_histories_buy_nothing(void **state)
{
    enum { HISTORIES = SANITIZED ? 50000 : 1000000, EVENTS_LEAST = 8, EVENTS_MORE = 16 };
    (void)state;
    uint64_t stream = 7;
    for (int i = 0; i < HISTORIES; i++) {
        const TrustParameters *p = trust_preset(i % 2 == 0 ? "work" : "default");
        TrustState player = trust_start(p);
        TrustState twin = player;
        uint32_t days = random_below(&stream, 4);
        int events = EVENTS_LEAST + (int)random_below(&stream, EVENTS_MORE + 1);
        events = i % 100 == 0 ? 100 : events;
        for (int k = 0; k < events; k++) {
            const Letter *letters = random_below(&stream, 2) ? everyday : rare;
            step(p, &letters[random_below(&stream, LETTERS)], &player, &twin);
            if (random_below(&stream, 4) < days) {
                step(p, &everyday[DAY], &player, &twin);
            }
            assert_true(trust_reading(p, &player) <= trust_reading(p, &twin));
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
