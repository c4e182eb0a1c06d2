// Prints what the trust model is made of and held against.
#include "app/trust_tables.h"

#include "trust/anchors.h"
#include "trust/fit.h"
#include "trust/numbers.h"

#include <stdio.h>
#include <string.h>

enum { SETS_MAX = 8 };

typedef struct Sets {
    const TrustParameters *items[SETS_MAX];
    int count;
} Sets;

static Sets sets_of(const TrustParameters *parameters, const char *persona)
{
    Sets sets = { { parameters }, 1 };
    if (parameters == NULL) {
        sets.count = 0;
        for (int i = 0; i < trust_preset_count() && i < SETS_MAX; i++) {
            sets.items[sets.count++] = trust_with_persona(trust_preset_at(i), persona);
        }
    }
    return sets;
}

static void print_head(const TrustParameters *parameters, const char *persona)
{
    printf("preset %s, version %d%s%s\n", trust_preset_name(parameters),
           trust_preset_version(parameters), strcmp(persona, "plain") == 0 ? "" : ", persona ",
           strcmp(persona, "plain") == 0 ? "" : persona);
}

// ---- numbers --------------------------------------------------------------------------------------

int trust_table_numbers(const TrustParameters *parameters, const char *persona)
{
    Sets sets = sets_of(parameters, persona);
    printf("%-16s", "number");
    for (int k = 0; k < sets.count; k++) {
        printf(" %8s", trust_preset_name(sets.items[k]));
    }
    printf("  %-8s  %-9s  %s\n", "unit", "comes from", "what it is");
    for (int i = 0; i < trust_number_count(); i++) {
        const TrustNumber *number = trust_number(i);
        printf("%-16s", number->name);
        for (int k = 0; k < sets.count; k++) {
            printf(" %8.4g", trust_number_value(sets.items[k], i));
        }
        printf("  %-8s  %-10s  %s\n", number->unit, trust_provenance_name(number->provenance),
               number->about);
    }
    printf("\npersona      what is different\n");
    for (int i = 0; i < trust_persona_count(); i++) {
        printf("%-12s %s\n", trust_persona(i)->name, trust_persona(i)->about);
    }
    return 0;
}

// ---- anchors --------------------------------------------------------------------------------------

static int print_anchors(const TrustParameters *parameters, const char *persona)
{
    int missed = 0;
    print_head(parameters, persona);
    printf("%-6s  %-6s  %-14s  %-6s  %-56s  %s\n", "", "ours", "accepted", "tag", "fact",
           "published");
    for (int i = 0; i < trust_anchor_count(); i++) {
        const TrustAnchor *anchor = trust_anchor(i);
        double value = anchor->measure(parameters);
        bool met = value >= anchor->low && value <= anchor->high;
        missed += !met;
        printf("%-6s  %6.3f  %5.2f to %5.2f  %-7s %-6s %-56s  %s\n", anchor->id, value, anchor->low,
               anchor->high, anchor->provenance, met ? "pass" : "FAIL", anchor->fact,
               anchor->published);
    }
    printf("%d of %d met\n", trust_anchor_count() - missed, trust_anchor_count());
    return missed;
}

int trust_table_anchors(const TrustParameters *parameters, const char *persona)
{
    Sets sets = sets_of(parameters, persona);
    int missed = 0;
    for (int k = 0; k < sets.count; k++) {
        missed += print_anchors(sets.items[k], persona);
        putchar('\n');
    }
    puts("tag: D measured in raw public data, V number read in the paper, V-press in press "
         "coverage,\n"
         "V-dir only the direction is published and the bounds are ours. All were used while "
         "tuning.");
    return missed > 0 ? 1 : 0;
}

// ---- fit ------------------------------------------------------------------------------------------

static void print_error(const char *name, int free, TrustFitError error, const char *found)
{
    printf("%-28s %4d  %5.3f  %5.3f  %5.3f  %s\n", name, free, error.good, error.bad, error.both,
           found);
}

// How many of the six numbers that were tuned to raw data bear on kept and missed outcomes alone.
static int tuned_numbers(void)
{
    int count = 0;
    for (int i = 0; i < trust_number_count(); i++) {
        count += trust_number(i)->provenance == TRUST_MEASURED;
    }
    return count;
}

static void print_rules(const Sets *sets)
{
    puts("Root-mean-square error, in points of trust, on the mean curves of 75 people over 25\n"
         "outcomes (Mikus et al. 2023): a partner who keeps 72 %, one who keeps 28 %, and both.");
    printf("%-28s %4s  %5s  %5s  %5s\n", "rule", "free", "72 %", "28 %", "both");
    for (int k = 0; k < sets->count; k++) {
        print_error(trust_preset_name(sets->items[k]), tuned_numbers(),
                    trust_fit_error(sets->items[k]), "tuned to more than these curves");
    }
    for (int i = 0; i < TRUST_FIT_RULES; i++) {
        TrustFitRule rule;
        trust_fit_rule(i, &rule);
        print_error(rule.name, rule.free, rule.error, rule.found);
    }
}

static void print_coaxed(const TrustParameters *parameters)
{
    enum { ROUNDS = 20 };
    double unseen[ROUNDS], seen[ROUNDS];
    trust_fit_coaxed_unseen(parameters, ROUNDS, unseen);
    trust_fit_coaxed(parameters, ROUNDS, seen);
    printf("%-8s before", trust_preset_name(parameters));
    for (int i = 0; i < ROUNDS; i++) {
        printf(" .%02.0f", unseen[i] * 100.0);
    }
    printf("\n%-8s after ", "");
    for (int i = 0; i < ROUNDS; i++) {
        printf(" .%02.0f", seen[i] * 100.0);
    }
    putchar('\n');
}

static void print_without(const TrustParameters *parameters)
{
    TrustFitError with = trust_fit_error(parameters);
    printf("%-16s %6s  %5s  %6s  %s\n", "without", "set to", "both", "coaxed", "anchors lost");
    printf("%-16s %6s  %5.3f  %6.3f\n", "(nothing)", "", with.both,
           trust_fit_coaxed(parameters, 20, NULL));
    for (int i = 0; i < trust_number_count(); i++) {
        TrustFitWithout without;
        if (trust_fit_without(parameters, i, &without)) {
            printf("%-16s %6g  %5.3f  %6.3f%s%s\n", trust_number(i)->name, trust_number(i)->off,
                   without.error.both, without.coaxed, without.lost > 0 ? "  " : "",
                   without.anchors);
        }
    }
}

int trust_table_fit(const TrustParameters *parameters, const char *persona)
{
    Sets sets = sets_of(parameters, persona);
    print_rules(&sets);
    puts(
        "\nA partner who keeps while belief is under one half and breaks while it is above: "
        "belief\n"
        "after each of 20 rounds, without the mechanism that sees the pattern and with it. People\n"
        "end at .10.");
    for (int k = 0; k < sets.count; k++) {
        print_coaxed(sets.items[k]);
    }
    for (int k = 0; k < sets.count; k++) {
        puts("\nWhat each number buys: the error on both curves, belief after 20 coaxed rounds, "
             "and the\n"
             "anchors that are no longer met when it is switched off.");
        print_head(sets.items[k], persona);
        print_without(sets.items[k]);
    }
    return 0;
}
