// How well the model fits what people did: the two mean curves of a repeated trust game, plain rules
// fitted to the same, what each number buys, and the partner who is kind only while distrusted.
#pragma once

#include "trust/trust.h"

enum { TRUST_FIT_ROUNDS = 25, TRUST_FIT_RULES = 5, TRUST_FIT_LOST_BYTES = 96 };

// Root-mean-square errors in points of trust: with the partner who keeps 72 %, the one who keeps
// 28 %, and over both.
typedef struct TrustFitError {
    double good, bad, both;
} TrustFitError;

// What 75 people showed before each of 25 outcomes (Mikus et al. 2023); good: the partner keeps 72 %.
double trust_fit_measured(bool good, int round);

// 2,000 partners who keep independently at that rate, the same ones each time; trust before each
// outcome, averaged.
TrustFitError trust_fit_error(const TrustParameters *parameters);

typedef struct TrustFitRule {
    const char *name;
    int free;        // numbers fitted to these two curves
    char found[100]; // and their values
    TrustFitError error;
} TrustFitRule;

// Fits rule 0..TRUST_FIT_RULES-1 to the two curves, by a search that always goes the same way.
void trust_fit_rule(int index, TrustFitRule *out);

typedef struct TrustFitWithout {
    int lost;                           // anchors that are met with the number and not without it
    char anchors[TRUST_FIT_LOST_BYTES]; // their ids
    TrustFitError error;
    double coaxed; // belief after 20 rounds with a partner who is kind only while distrusted
} TrustFitWithout;

// What is left without number `index` of trust/numbers.h. False where it cannot be switched off.
bool trust_fit_without(const TrustParameters *parameters, int index, TrustFitWithout *out);

// Belief after each of so many rounds with a partner who keeps while belief is under one half and
// breaks while it is not; gives the last. `readings` may be NULL.
double trust_fit_coaxed(const TrustParameters *parameters, int rounds, double *readings);

// The same with a model that does not see the pattern.
double trust_fit_coaxed_unseen(const TrustParameters *parameters, int rounds, double *readings);
