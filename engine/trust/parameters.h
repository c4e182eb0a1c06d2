// The numbers of the trust model: the one place where each is named, with its unit, the value in
// preset "default" and where that comes from. Private to engine/trust; the values stand in
// presets.c. Units: an "outcome" is the evidence that the prior is worth; a "share" is a plain
// fraction, and what has no unit is one. Provenance: [D] measured in raw data, [V] number read in
// the paper, [P] read in press coverage, [dir] only the direction is published, [A] assumed by us.
// Sources: README.md.
#pragma once

#include <stdint.h>

enum { TRUST_PART_COUNT = 6 };

typedef struct TrustParameters {
    const char *name;
    int version;

    // Where a relationship starts.
    double baseline; // trust before any history; .65 [D: .67 of 75 men, .61 of 31 adults]
    double prior;    // outcomes the baseline is worth; 1 [D, sets the unit of evidence]

    // Outcomes.
    double kept;        // outcomes: evidence of one kept commitment; .46 [D]
    double broken;      // weight of a broken one relative to a kept one; 1 [D: between 1 and 1.8]
    double remembered;  // share of the evidence that an outcome leaves; .86 [D]
    double escalation;  // share dearer for each recent violation; .30 [D]
    double recent_left; // share of recent violations that a kept commitment leaves; .40 [D]
    double exceeded; // share more for exceeding; .05 [V direction: about nothing, Gneezy & Epley]

    // Severity of a violation, shares of a silent one.
    double silent;   // 1, sets the unit
    double warned;   // told before, no new date, late; .90 [P: Fang & Maglio]
    double owned;    // missed and owned up; .90 [A; the apology comes on top]
    double deceived; // deceived or covered up; 1.5 [dir: Schweitzer; intent r = -.49, Fehr]
    double excused;  // credible cause outside one's control; .15 [P: Fang & Maglio]
    double moved;    // new date agreed before; .07 [V: 95 % granted, Yoon, Donnelly & Whillans]
    double denied;   // denying a true breach, share of a kept one's evidence; .15 [A]

    // Deception.
    double stain;       // share of the clean rest that one deception stains; .18 [dir: Schweitzer]
    double stain_floor; // share of its peak below which a stain never fades; .70 [dir: Schweitzer]
    double stain_heal;  // fading per kept commitment from the fifth in a row on; .02 [A]

    // Words.
    double credit;        // trust on loan from a wholly credible promise; .50 [V: 83.4 %, Schniter]
    double credit_left;   // share that a kept commitment leaves; .80 [A]
    double vow_broken;    // share dearer when a vow came before; .30 [A, dir: Schweitzer]
    double forgiven;      // share of the latest violation that a six-part apology forgives; .75
                          // [V: d = .44, Yuan, Dong & Li; SD .20 is an assumption]
    double integrity_fit; // share of that after a violation of integrity; .47 [dir: Kim, Yuan]
    double raised;        // share of that when they had to bring it up; .70 [A]
    double failed; // share of a word's effect left by each failed repair; .45 [A, dir: Esterwood]
    double failed_quarter[4]; // `failed` to the power of 0, 1/4, 2/4, 3/4: no libm in what decides
    double disbelief; // how much each recent violation beyond one discounts a promise; .5 [A]
    double part[TRUST_PART_COUNT]; // parts of an apology, shares: order [V: Lewicki], values [A]

    // Rapport.
    double rapport_weight; // trust per unit of rapport; .30 [V: r = .21 to .51, Kluger]
    double rapport_rate;   // share of the way that one conversation moves it; .20 [A]
    double rapport_down;   // share of that rate on the way down; .50 [A]
    double rapport_week;   // share of its distance from neutral that a week leaves; .97 [A]
    double listened;       // passing moves, shares of rapport_rate (the weights of a one-on-one's
    double asked;          // quality): .50, .30, .20 [A]
    double their_agenda;
    double defended; // passing defence, steering, fixing: share of rapport_rate; .125 [A]

    // Others.
    double heard_bad;  // weight of a violation seen or heard about; .40 [dir: Burt & Knez]
    double heard_good; // weight of a kept commitment seen or heard about; .20 [dir: Bozoyan & Vogt]

    // A week without contact.
    double neglect_left;    // share of the good evidence left; the bad stays; .55 [A]
    double neglect_rapport; // where rapport drifts; .35 [A]
    double neglect_rate;    // share of the way it drifts in a week; .25 [A]
} TrustParameters;
