// The numbers of the trust model: the one table of all of them, with unit, the values in the
// presets "default" and "work", and where each comes from. Private to engine/trust; others read it
// as rows (numbers.h). Provenance: MEASURED in raw public data; PUBLISHED, a number read in a paper
// or its press coverage; DIRECTION, only the direction is published and the value is ours; ASSUMED
// by us; UNIT, sets the scale and could not be anything else. Sources: README.md.
#pragma once

#include "trust/numbers.h"

#include <stdint.h>

enum { TRUST_HEALING_STREAK = 5 }; // kept in a row: from then on a stain fades

// X(name, unit, default, work, off, provenance, about). `off` is the value at which it has no effect,
// for measuring what it buys; NO where there is none.
// Units: "outcome" is the evidence that the prior is worth; "share" is a plain fraction; "times" a
// factor; "weight" the weight of an outcome; "trust" points on the scale 0 to 1.
#define TRUST_NUMBERS(X)                                                                           \
    X(baseline, "trust", 0.65, 0.66, NO, MEASURED, "before any history; .67 of 75 men, .61 of 31") \
    X(prior, "outcomes", 1.0, 1.0, NO, UNIT, "what the baseline is worth")                         \
    X(kept, "outcomes", 0.46, 0.36, NO, MEASURED, "evidence of one kept commitment")               \
    X(broken, "times", 1.0, 1.292, 1.0, MEASURED,                                                  \
      "a broken one against a kept one; data: 1 to 1.8")                                           \
    X(remembered, "share", 0.86, 0.899, 1.0, MEASURED, "of the evidence that an outcome leaves")   \
    X(escalation, "share", 0.30, 0.312, 0.0, MEASURED, "dearer for each recent violation")         \
    X(recent_left, "share", 0.40, 0.40, 0.0, MEASURED,                                             \
      "of recent violations that a kept one leaves")                                               \
    X(exceeded, "share", 0.05, 0.05, 0.0, PUBLISHED, "more for exceeding; about nothing: Gneezy")  \
    X(silent, "times", 1.0, 1.0, NO, UNIT, "severity of a silent miss")                            \
    X(warned, "times", 0.90, 0.90, 1.0, PUBLISHED,                                                 \
      "told before, no new date, late: Fang & Maglio")                                             \
    X(owned, "times", 0.90, 0.90, 1.0, ASSUMED, "missed and owned up; the apology comes on top")   \
    X(deceived, "times", 1.5, 1.5, 1.0, DIRECTION, "deceived: Schweitzer; intent r = -.49, Fehr")  \
    X(excused, "times", 0.15, 0.15, 1.0, PUBLISHED,                                                \
      "a cause outside one's control: Fang & Maglio")                                              \
    X(moved, "times", 0.07, 0.07, 1.0, PUBLISHED, "new date agreed before; 95 % granted: Yoon")    \
    X(denied, "share", 0.15, 0.15, 0.0, ASSUMED,                                                   \
      "of a kept one's evidence: denying a true breach")                                           \
    X(stain, "share", 0.18, 0.18, 0.0, DIRECTION, "of the clean rest, one deception: Schweitzer")  \
    X(stain_floor, "share", 0.70, 0.70, 0.0, DIRECTION,                                            \
      "of its peak that never fades: Schweitzer")                                                  \
    X(stain_heal, "share", 0.02, 0.02, 0.0, ASSUMED,                                               \
      "fading per kept one from the fifth in a row on")                                            \
    X(credit, "share", 0.50, 0.50, 0.0, PUBLISHED,                                                 \
      "on loan from a promise; 83.4 % trust: Schniter")                                            \
    X(credit_left, "share", 0.80, 0.80, 0.0, ASSUMED, "of it that a kept commitment leaves")       \
    X(vow_broken, "share", 0.30, 0.30, 0.0, DIRECTION,                                             \
      "dearer when a vow came before: Schweitzer")                                                 \
    X(forgiven, "share", 0.75, 0.75, 0.0, PUBLISHED,                                               \
      "of a violation by a full apology; d = .44: Yuan")                                           \
    X(integrity_fit, "times", 0.47, 0.47, 1.0, DIRECTION, "that, for integrity: Kim, Yuan")        \
    X(raised, "times", 0.70, 0.70, 1.0, ASSUMED, "that, when they had to bring it up")             \
    X(failed, "times", 0.45, 0.45, 1.0, DIRECTION, "a word's effect per failed repair: Esterwood") \
    X(disbelief, "share", 0.5, 0.5, 0.0, ASSUMED, "less credit per recent violation beyond one")   \
    X(responsibility, "share", 0.28, 0.28, 0.0, DIRECTION, "part of an apology; order: Lewicki")   \
    X(repair, "share", 0.22, 0.22, 0.0, DIRECTION, "part of an apology; order: Lewicki")           \
    X(regret, "share", 0.15, 0.15, 0.0, DIRECTION, "part of an apology; order: Lewicki")           \
    X(explanation, "share", 0.15, 0.15, 0.0, DIRECTION, "part of an apology; order: Lewicki")      \
    X(repentance, "share", 0.15, 0.15, 0.0, DIRECTION, "part of an apology; order: Lewicki")       \
    X(forgiveness, "share", 0.05, 0.05, 0.0, DIRECTION, "part of an apology; order: Lewicki")      \
    X(rapport_weight, "trust", 0.30, 0.30, 0.0, PUBLISHED,                                         \
      "per unit of rapport; r .21 to .51: Kluger")                                                 \
    X(rapport_rate, "share", 0.20, 0.20, 0.0, ASSUMED,                                             \
      "of the way that one conversation moves it")                                                 \
    X(rapport_down, "times", 0.50, 0.50, 1.0, ASSUMED, "that rate on the way down")                \
    X(rapport_week, "share", 0.97, 0.97, 1.0, ASSUMED,                                             \
      "of its distance from neutral a week leaves")                                                \
    X(listened, "times", 0.50, 0.50, 0.0, ASSUMED, "rapport_rate in passing: listened")            \
    X(asked, "times", 0.30, 0.30, 0.0, ASSUMED, "rapport_rate in passing: asked")                  \
    X(their_agenda, "times", 0.20, 0.20, 0.0, ASSUMED,                                             \
      "rapport_rate in passing: took up their matter")                                             \
    X(defended, "times", 0.125, 0.125, 0.0, ASSUMED, "rapport_rate in passing: defended, steered") \
    X(heard_bad, "weight", 0.40, 0.40, 0.0, DIRECTION, "a violation heard of: Burt & Knez")        \
    X(heard_good, "weight", 0.20, 0.20, 0.0, DIRECTION, "a kept one heard of: Bozoyan & Vogt")     \
    X(neglect_left, "share", 0.55, 0.55, 1.0, ASSUMED,                                             \
      "of good evidence after a week without contact")                                             \
    X(neglect_rapport, "share", 0.35, 0.35, 0.5, ASSUMED, "where rapport drifts without contact")  \
    X(neglect_rate, "share", 0.25, 0.25, 0.0, ASSUMED, "of the way it drifts in such a week")      \
    X(turns, "turns", 3.0, 3.0, 1000.0, DIRECTION,                                                 \
      "kind distrusted, careless trusted, until it is seen")                                       \
    X(unmasked, "times", 2.0, 2.0, 1.0, DIRECTION,                                                 \
      "severity of the breach that shows the pattern")                                             \
    X(guard_fades, "share", 0.04, 0.04, 0.0, ASSUMED,                                              \
      "of the guard, per deed from the fifth in a row")

#define NO (-1.0)

enum { TRUST_PART_COUNT = 6 }; // from `responsibility` on, in this order

struct TrustParameters {
    const char *name; // of the preset
    int version;
#define TRUST_FIELD(name_, unit_, default_, work_, off_, provenance_, about_) double name_;
    TRUST_NUMBERS(TRUST_FIELD)
#undef TRUST_FIELD
    double failed_quarter[4]; // `failed` to the power of 0, 1/4, 2/4, 3/4: no libm in what decides
};

// The number of row `index` in a set that may be changed: for what varies them one by one.
double *trust_number_of(TrustParameters *parameters, int index);
