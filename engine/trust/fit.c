// Measures how well presets and plain rules fit the mean curves of Mikus et al. 2023, Nat Commun
// 14:4049 (75 men, aggregates only), and what each number of the model buys. Not part of playing:
// libm is welcome here.
#include "trust/fit.h"

#include "base/hash.h"
#include "trust/anchors.h"
#include "trust/numbers.h"
#include "trust/parameters.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { PARTNERS = 2000, FREE_MAX = 4 };

static const double keep_rate[2] = { 0.28, 0.72 };

static const double measured[2][TRUST_FIT_ROUNDS] = {
    { 0.6813, 0.5680, 0.5427, 0.4627, 0.4320, 0.4360, 0.4320, 0.3533, 0.3613,
      0.3373, 0.3867, 0.3467, 0.2907, 0.3533, 0.3240, 0.2613, 0.2733, 0.2840,
      0.3013, 0.3053, 0.2893, 0.3053, 0.2800, 0.3240, 0.2800 },
    { 0.6573, 0.7053, 0.6960, 0.7680, 0.7240, 0.7933, 0.7080, 0.7320, 0.7040,
      0.7613, 0.7667, 0.7080, 0.7493, 0.7547, 0.7427, 0.7133, 0.6987, 0.7520,
      0.6413, 0.7360, 0.7253, 0.7307, 0.7333, 0.7173, 0.8480 },
};

double trust_fit_measured(bool good, int round)
{
    assert(round >= 0 && round < TRUST_FIT_ROUNDS);
    return measured[good][round];
}

static TrustFitError error_of(double curves[2][TRUST_FIT_ROUNDS])
{
    double sum[2] = { 0.0, 0.0 };
    for (int k = 0; k < 2; k++) {
        for (int round = 0; round < TRUST_FIT_ROUNDS; round++) {
            double off = curves[k][round] - measured[k][round];
            sum[k] += off * off;
        }
    }
    return (TrustFitError){ sqrt(sum[1] / TRUST_FIT_ROUNDS), sqrt(sum[0] / TRUST_FIT_ROUNDS),
                            sqrt((sum[0] + sum[1]) / (2.0 * TRUST_FIT_ROUNDS)) };
}

// ---- the model ------------------------------------------------------------------------------------

static void outcome(const TrustParameters *p, TrustState *state, bool kept)
{
    trust_apply(p, state, (TrustEvent){ .kind = TRUST_DAY });
    trust_apply(p, state, (TrustEvent){ .kind = kept ? TRUST_KEPT : TRUST_MISSED });
}

static void model_curves(const TrustParameters *p, double curves[2][TRUST_FIT_ROUNDS])
{
    for (int k = 0; k < 2; k++) {
        uint64_t stream = 2023;
        uint32_t keeps = (uint32_t)(keep_rate[k] * 10000.0 + 0.5);
        int64_t sum[TRUST_FIT_ROUNDS] = { 0 };
        for (int i = 0; i < PARTNERS; i++) {
            TrustState state = trust_start(p);
            for (int round = 0; round < TRUST_FIT_ROUNDS; round++) {
                sum[round] += trust_reading(p, &state);
                outcome(p, &state, random_below(&stream, 10000) < keeps);
            }
        }
        for (int round = 0; round < TRUST_FIT_ROUNDS; round++) {
            curves[k][round] = (double)sum[round] / ((double)PARTNERS * TRUST_ONE);
        }
    }
}

TrustFitError trust_fit_error(const TrustParameters *parameters)
{
    double curves[2][TRUST_FIT_ROUNDS];
    model_curves(parameters, curves);
    return error_of(curves);
}

// ---- plain rules ----------------------------------------------------------------------------------

// All are linear in the outcomes, so their means over partners need no sample.
typedef void (*Rule)(const double *x, double curves[2][TRUST_FIT_ROUNDS]);

// Rescorla & Wagner: trust moves a share of the way to the outcome; x: start, share up, share down.
static void learn(const double *x, double curves[2][TRUST_FIT_ROUNDS])
{
    for (int k = 0; k < 2; k++) {
        double trust = x[0];
        for (int round = 0; round < TRUST_FIT_ROUNDS; round++) {
            curves[k][round] = trust;
            trust += keep_rate[k] * x[1] * (1.0 - trust) - (1.0 - keep_rate[k]) * x[2] * trust;
        }
    }
}

static void learn_alike(const double *x, double curves[2][TRUST_FIT_ROUNDS])
{
    learn((const double[]){ x[0], x[1], x[1] }, curves);
}

// Beta reputation (Josang & Ismail): x: start, outcomes that the start is worth, share remembered.
static void count_faded(const double *x, double curves[2][TRUST_FIT_ROUNDS])
{
    for (int k = 0; k < 2; k++) {
        double kept = x[0] * x[1], all = x[1];
        for (int round = 0; round < TRUST_FIT_ROUNDS; round++) {
            curves[k][round] = kept / all;
            kept = x[2] * kept + keep_rate[k];
            all = x[2] * all + 1.0;
        }
    }
}

static void count(const double *x, double curves[2][TRUST_FIT_ROUNDS])
{
    count_faded((const double[]){ x[0], x[1], 1.0 }, curves);
}

// Our equations: x: baseline, kept, broken, remembered; all else as in "default".
static void model(const double *x, double curves[2][TRUST_FIT_ROUNDS])
{
    TrustParameters p = *trust_preset("default");
    p.baseline = x[0];
    p.kept = x[1];
    p.broken = x[2];
    p.remembered = x[3];
    model_curves(&p, curves);
}

static const struct {
    const char *name;
    Rule curves;
    int free;
    struct {
        const char *name;
        double start, step, low, high;
    } x[FREE_MAX];
} rules[TRUST_FIT_RULES] = {
    { "Rescorla-Wagner",
      learn_alike,
      2,
      { { "start", 0.6, 0.2, 0, 1 }, { "share", 0.2, 0.1, 0, 1 } } },
    { "... up and down apart",
      learn,
      3,
      { { "start", 0.6, 0.2, 0, 1 }, { "up", 0.2, 0.1, 0, 1 }, { "down", 0.2, 0.1, 0, 1 } } },
    { "plain beta", count, 2, { { "start", 0.6, 0.2, 0, 1 }, { "worth", 2.0, 1.0, 0.01, 100 } } },
    { "... with forgetting",
      count_faded,
      3,
      { { "start", 0.6, 0.2, 0, 1 },
        { "worth", 2.0, 1.0, 0.01, 100 },
        { "remembered", 0.9, 0.1, 0, 1 } } },
    { "our equations",
      model,
      4,
      { { "baseline", 0.65, 0.05, 0.3, 0.9 },
        { "kept", 0.46, 0.1, 0.05, 2 },
        { "broken", 1.0, 0.2, 0.1, 3 },
        { "remembered", 0.86, 0.05, 0.5, 1 } } },
};

static double error_at(int index, const double *x)
{
    double curves[2][TRUST_FIT_ROUNDS];
    rules[index].curves(x, curves);
    return error_of(curves).both;
}

// One number at a time, up or down by its step while that helps; then half the steps.
static void search(int index, double *x)
{
    enum { HALVINGS = 12, ROUNDS_MAX = 60 };
    int n = rules[index].free;
    double scale = 1.0;
    double best = error_at(index, x);
    for (int halving = 0; halving < HALVINGS; halving++, scale /= 2.0) {
        bool better = true;
        for (int round = 0; better && round < ROUNDS_MAX; round++) {
            better = false;
            for (int k = 0; k < 2 * n; k++) {
                int i = k / 2;
                double was = x[i];
                double step = rules[index].x[i].step * scale * (k % 2 == 0 ? 1.0 : -1.0);
                x[i] = fmin(fmax(was + step, rules[index].x[i].low), rules[index].x[i].high);
                double error = error_at(index, x);
                better = better || error < best - 1e-9;
                x[i] = error < best - 1e-9 ? x[i] : was;
                best = fmin(best, error);
            }
        }
    }
}

void trust_fit_rule(int index, TrustFitRule *out)
{
    assert(index >= 0 && index < TRUST_FIT_RULES);
    double x[FREE_MAX] = { 0 };
    for (int i = 0; i < rules[index].free; i++) {
        x[i] = rules[index].x[i].start;
    }
    search(index, x);
    double curves[2][TRUST_FIT_ROUNDS];
    rules[index].curves(x, curves);
    *out = (TrustFitRule){ .name = rules[index].name,
                           .free = rules[index].free,
                           .error = error_of(curves) };
    for (int i = 0; i < rules[index].free; i++) {
        size_t used = strlen(out->found);
        snprintf(out->found + used, sizeof out->found - used, "%s%s %.3f", i > 0 ? ", " : "",
                 rules[index].x[i].name, x[i]);
    }
}

// ---- kind while distrusted ------------------------------------------------------------------------

double trust_fit_coaxed(const TrustParameters *parameters, int rounds, double *readings)
{
    TrustState state = trust_start(parameters);
    double belief = 0.0;
    for (int round = 0; round < rounds; round++) {
        outcome(parameters, &state, trust_belief(parameters, &state) < TRUST_ONE / 2);
        belief = (double)trust_belief(parameters, &state) / TRUST_ONE;
        if (readings != NULL) {
            readings[round] = belief;
        }
    }
    return belief;
}

double trust_fit_coaxed_unseen(const TrustParameters *parameters, int rounds, double *readings)
{
    TrustParameters blind = *parameters;
    blind.turns = 1000.0;
    return trust_fit_coaxed(&blind, rounds, readings);
}

// ---- without --------------------------------------------------------------------------------------

static bool meets(const TrustParameters *parameters, const TrustAnchor *anchor)
{
    double value = anchor->measure(parameters);
    return value >= anchor->low && value <= anchor->high;
}

bool trust_fit_without(const TrustParameters *parameters, int index, TrustFitWithout *out)
{
    double off = trust_number(index)->off;
    if (off < 0.0) {
        return false;
    }
    TrustParameters without = *parameters;
    double *number = trust_number_of(&without, index);
    *number = off;
    if (number == &without.failed) {
        for (int i = 0; i < 4; i++) {
            without.failed_quarter[i] = 1.0;
        }
    }
    *out = (TrustFitWithout){ .error = trust_fit_error(&without),
                              .coaxed = trust_fit_coaxed(&without, 20, NULL) };
    for (int i = 0; i < trust_anchor_count(); i++) {
        const TrustAnchor *anchor = trust_anchor(i);
        if (meets(parameters, anchor) && !meets(&without, anchor)) {
            size_t used = strlen(out->anchors);
            snprintf(out->anchors + used, sizeof out->anchors - used, "%s%s",
                     out->lost > 0 ? " " : "", anchor->id);
            out->lost++;
        }
    }
    return true;
}
