// Measures the anchors: each function replays one published experiment on the model. An outcome is
// a day of its own with weight 1. What an experiment says about a promise alone reads belief (6a,
// 6b, 7b, 7c, 7f); all others read trust. Averages over random histories draw from our own stream.
#include "trust/anchors.h"

#include "base/hash.h"

#include <assert.h>
#include <math.h>

typedef struct Colleague {
    const TrustParameters *parameters;
    TrustState state;
} Colleague;

enum {
    TYPICAL = TRUST_PART_RESPONSIBILITY | TRUST_PART_REGRET | TRUST_PART_REPENTANCE,
};

static Colleague meet(const TrustParameters *parameters)
{
    return (Colleague){ parameters, trust_start(parameters) };
}

static double trust(const Colleague *c)
{
    return (double)trust_reading(c->parameters, &c->state) / TRUST_ONE;
}

static double belief(const Colleague *c)
{
    return (double)trust_belief(c->parameters, &c->state) / TRUST_ONE;
}

static void apply(Colleague *c, TrustEvent event)
{
    trust_apply(c->parameters, &c->state, event);
}

// An outcome on a day of its own; gives trust after it.
static double outcome(Colleague *c, TrustEventKind kind)
{
    apply(c, (TrustEvent){ .kind = TRUST_DAY });
    apply(c, (TrustEvent){ .kind = (uint8_t)kind });
    return trust(c);
}

static double outcomes(Colleague *c, TrustEventKind kind, int count)
{
    for (int i = 0; i < count; i++) {
        outcome(c, kind);
    }
    return trust(c);
}

static double apology(Colleague *c, uint8_t parts)
{
    apply(c, (TrustEvent){ .kind = TRUST_APOLOGY, .parts = parts });
    return trust(c);
}

static void vow(Colleague *c)
{
    apply(c, (TrustEvent){ .kind = TRUST_VOW });
}

static Colleague after_kept(const TrustParameters *parameters, int count)
{
    Colleague c = meet(parameters);
    outcomes(&c, TRUST_KEPT, count);
    return c;
}

// ---- single outcomes ------------------------------------------------------------------------

static double baseline(const TrustParameters *p)
{
    Colleague c = meet(p);
    return trust(&c);
}

static double first_kept(const TrustParameters *p)
{
    Colleague c = meet(p);
    return outcome(&c, TRUST_KEPT) / baseline(p);
}

static double first_broken(const TrustParameters *p)
{
    Colleague c = meet(p);
    return outcome(&c, TRUST_MISSED) / baseline(p);
}

static double isolated_breach(const TrustParameters *p)
{
    Colleague c = after_kept(p, 6);
    double before = trust(&c);
    return outcome(&c, TRUST_MISSED) - before;
}

static double isolated_breach_recovered(const TrustParameters *p)
{
    Colleague c = after_kept(p, 6);
    double before = trust(&c);
    outcome(&c, TRUST_MISSED);
    return outcomes(&c, TRUST_KEPT, 2) / before;
}

static double late_or_early_breach(const TrustParameters *p)
{
    Colleague c = after_kept(p, 10);
    double before = trust(&c);
    return outcome(&c, TRUST_MISSED) / before / first_broken(p);
}

// ---- averages over random histories ---------------------------------------------------------

static double uniform(uint64_t *stream)
{
    return (double)(random_next(stream) >> 11) / 9007199254740992.0; // 2^53
}

static TrustEventKind drawn(uint64_t *stream, double keeps)
{
    return uniform(stream) < keeps ? TRUST_KEPT : TRUST_MISSED;
}

// Mean trust before the outcomes 13 to 25 of a partner who keeps at that rate.
static double steady(const TrustParameters *p, double keeps)
{
    enum { PARTNERS = 400, ROUNDS = 25, BURN = 12 };
    uint64_t stream = 1;
    double sum = 0.0;
    for (int i = 0; i < PARTNERS; i++) {
        Colleague c = meet(p);
        for (int round = 0; round < ROUNDS; round++) {
            sum += round >= BURN ? trust(&c) : 0.0;
            outcome(&c, drawn(&stream, keeps));
        }
    }
    return sum / (PARTNERS * (ROUNDS - BURN));
}

static double steady_80(const TrustParameters *p)
{
    return steady(p, 0.80);
}

static double steady_72(const TrustParameters *p)
{
    return steady(p, 0.72);
}

static double steady_28(const TrustParameters *p)
{
    return steady(p, 0.28);
}

static double steady_20(const TrustParameters *p)
{
    return steady(p, 0.20);
}

// Mean trust over five rounds from round `from` on (0: right after the first outcome) when the
// first outcome is given and the partner then keeps 74 of 100.
static double after_first(const TrustParameters *p, TrustEventKind first, int from)
{
    enum { PARTNERS = 600, ROUNDS = 25, WINDOW = 5 };
    uint64_t stream = 5;
    double sum = 0.0;
    for (int i = 0; i < PARTNERS; i++) {
        Colleague c = meet(p);
        for (int round = 0; round < ROUNDS; round++) {
            double now = outcome(&c, round == 0 ? first : drawn(&stream, 0.74));
            sum += round >= from && round < from + WINDOW ? now : 0.0;
        }
    }
    return sum / (PARTNERS * WINDOW);
}

static double first_mark(const TrustParameters *p)
{
    return after_first(p, TRUST_MISSED, 0) / after_first(p, TRUST_KEPT, 0);
}

static double first_mark_later(const TrustParameters *p)
{
    return after_first(p, TRUST_MISSED, 20) / after_first(p, TRUST_KEPT, 20);
}

// A draw near a normal one: mean 0, deviation 1, from twelve uniform ones.
static double bell(uint64_t *stream)
{
    double sum = -6.0;
    for (int i = 0; i < 12; i++) {
        sum += uniform(stream);
    }
    return sum;
}

// Sixteen weeks with a one-on-one of that quality and one commitment each.
static double listened_to(const TrustParameters *p, uint64_t *stream, double quality)
{
    double keeps = 0.5 + 0.45 * uniform(stream);
    Colleague c = meet(p);
    for (int week = 0; week < 16; week++) {
        apply(&c, (TrustEvent){ .kind = TRUST_WEEK });
        apply(&c, (TrustEvent){ .kind = TRUST_TALK, .weight = (int32_t)(quality * TRUST_ONE) });
        TrustEventKind broken = random_below(stream, 2) ? TRUST_MISSED : TRUST_MISSED_OWNED;
        outcome(&c, uniform(stream) < keeps ? TRUST_KEPT : broken);
    }
    return trust(&c) + 0.06 * bell(stream);
}

static double listening_correlation(const TrustParameters *p)
{
    enum { COLLEAGUES = 600 };
    uint64_t stream = 3;
    double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (int i = 0; i < COLLEAGUES; i++) {
        double quality = 0.55 + 0.22 * bell(&stream);
        quality = quality < 0.0 ? 0.0 : quality > 1.0 ? 1.0 : quality;
        double reached = listened_to(p, &stream, quality);
        x += quality;
        y += reached;
        xx += quality * quality;
        yy += reached * reached;
        xy += quality * reached;
    }
    double n = COLLEAGUES;
    return (n * xy - x * y) / sqrt((n * xx - x * x) * (n * yy - y * y));
}

// ---- promises and deception -----------------------------------------------------------------

static double first_promise(const TrustParameters *p)
{
    Colleague c = meet(p);
    vow(&c);
    return belief(&c);
}

static double next_promise(const TrustParameters *p)
{
    Colleague c = meet(p);
    vow(&c);
    double before = belief(&c);
    outcome(&c, TRUST_KEPT);
    vow(&c);
    return belief(&c) / before;
}

// Two breaches, the first perhaps a deception; perhaps a vow; then so many kept.
static Colleague history(const TrustParameters *p, bool deceived, bool vowed, int kept)
{
    Colleague c = meet(p);
    outcome(&c, deceived ? TRUST_DECEIVED : TRUST_MISSED);
    outcome(&c, TRUST_MISSED);
    if (vowed) {
        vow(&c);
    }
    outcomes(&c, TRUST_KEPT, kept);
    return c;
}

static double history_trust(const TrustParameters *p, bool deceived, bool vowed, int kept)
{
    Colleague c = history(p, deceived, vowed, kept);
    return trust(&c);
}

static double vow_lead(const TrustParameters *p, bool deceived, int kept)
{
    Colleague with = history(p, deceived, true, kept);
    Colleague without = history(p, deceived, false, kept);
    return belief(&with) - belief(&without);
}

static double honest_restored(const TrustParameters *p)
{
    return history_trust(p, false, false, 5) / baseline(p);
}

static double vow_early(const TrustParameters *p)
{
    return vow_lead(p, false, 1);
}

static double vow_later(const TrustParameters *p)
{
    return vow_lead(p, false, 5);
}

static double deception_after_5(const TrustParameters *p)
{
    return history_trust(p, true, true, 5) / history_trust(p, false, true, 5);
}

static double deception_after_30(const TrustParameters *p)
{
    return history_trust(p, true, true, 30) / history_trust(p, false, true, 30);
}

static double vow_after_deception(const TrustParameters *p)
{
    return vow_lead(p, true, 0) / vow_lead(p, false, 0);
}

// ---- apologies ------------------------------------------------------------------------------

static double apology_gain(const TrustParameters *p, uint8_t parts, bool integrity)
{
    Colleague c = after_kept(p, 1);
    apply(&c, (TrustEvent){ .kind = TRUST_DAY });
    apply(&c, (TrustEvent){ .kind = TRUST_MISSED, .integrity = integrity });
    double before = trust(&c);
    return apology(&c, parts) - before;
}

static double apology_effect(const TrustParameters *p)
{
    return apology_gain(p, TYPICAL, false) / 0.20; // assumed deviation of trust ratings
}

static double apology_for_integrity(const TrustParameters *p)
{
    return apology_gain(p, TYPICAL, true) / apology_gain(p, TYPICAL, false);
}

// 1 when the parts of an apology are worth as much as published, in order; 0 when not.
static double apology_order(const TrustParameters *p)
{
    double responsibility = apology_gain(p, TRUST_PART_RESPONSIBILITY, false);
    double repair = apology_gain(p, TRUST_PART_REPAIR, false);
    double regret = apology_gain(p, TRUST_PART_REGRET, false);
    double explanation = apology_gain(p, TRUST_PART_EXPLANATION, false);
    double repentance = apology_gain(p, TRUST_PART_REPENTANCE, false);
    double forgiveness = apology_gain(p, TRUST_PART_FORGIVENESS, false);
    double all = apology_gain(p, TRUST_PART_ALL, false);
    double typical = apology_gain(p, TYPICAL, false);
    bool parts = responsibility > repair && repair > fmax(regret, fmax(explanation, repentance)) &&
                 fmin(regret, fmin(explanation, repentance)) > forgiveness;
    bool more_is_better = all > typical && typical > responsibility;
    return parts && more_is_better ? 1.0 : 0.0;
}

static double third_apology(const TrustParameters *p)
{
    Colleague c = after_kept(p, 6);
    double gain[3];
    for (int i = 0; i < 3; i++) {
        double before = outcome(&c, TRUST_MISSED);
        apology(&c, TRUST_PART_ALL);
        vow(&c);
        gain[i] = trust(&c) - before;
        outcome(&c, TRUST_KEPT);
    }
    return gain[2] / gain[0];
}

static double three_apologies(const TrustParameters *p)
{
    Colleague c = after_kept(p, 6);
    double before = trust(&c);
    for (int i = 0; i < 3; i++) {
        outcome(&c, TRUST_MISSED);
        apology(&c, TRUST_PART_ALL);
    }
    return trust(&c) / before;
}

// ---- what a breach costs --------------------------------------------------------------------

static double exceeding(const TrustParameters *p)
{
    Colleague start = after_kept(p, 2);
    Colleague exceeded = start, kept = start, broken = start;
    double gap = outcome(&kept, TRUST_KEPT) - outcome(&broken, TRUST_MISSED);
    return (outcome(&exceeded, TRUST_EXCEEDED) - trust(&kept)) / gap;
}

static double cost(const TrustParameters *p, TrustEventKind kind)
{
    Colleague c = after_kept(p, 4);
    double before = trust(&c);
    return before - outcome(&c, kind);
}

static double warned_cost(const TrustParameters *p)
{
    return cost(p, TRUST_WARNED_LATE) / cost(p, TRUST_MISSED);
}

static double moved_cost(const TrustParameters *p)
{
    Colleague c = after_kept(p, 4);
    double before = trust(&c);
    outcome(&c, TRUST_MOVED);
    return (before - outcome(&c, TRUST_KEPT)) / cost(p, TRUST_MISSED);
}

static double excused_cost(const TrustParameters *p)
{
    return cost(p, TRUST_EXCUSED) / cost(p, TRUST_MISSED);
}

static double deceived_cost(const TrustParameters *p)
{
    return cost(p, TRUST_DECEIVED) / cost(p, TRUST_MISSED);
}

static double established_left(const TrustParameters *p, int violations)
{
    Colleague c = after_kept(p, 10);
    double before = trust(&c);
    return outcomes(&c, TRUST_MISSED, violations) / before;
}

static double after_one(const TrustParameters *p)
{
    return established_left(p, 1);
}

static double after_three(const TrustParameters *p)
{
    return established_left(p, 3);
}

// ---- the table ------------------------------------------------------------------------------

static const TrustAnchor anchors[] = {
    { "1", "baseline trust before any history", ".67 (75 men) / .61 (31 adults)", 0.58, 0.72, "D",
      baseline },
    { "2a", "first commitment kept: T1/T0", "1.18 / 1.26", 1.10, 1.30, "D", first_kept },
    { "2b", "first commitment broken, no word: T1/T0", ".69-.77 / .71", 0.62, 0.80, "D",
      first_broken },
    { "3@0.80", "trust level if 80 % are kept (outcomes 13-25)", ".68", 0.60, 0.82, "D",
      steady_80 },
    { "3@0.72", "trust level if 72 % are kept (outcomes 13-25)", ".73", 0.60, 0.82, "D",
      steady_72 },
    { "3@0.28", "trust level if 28 % are kept (outcomes 13-25)", ".30", 0.18, 0.40, "D",
      steady_28 },
    { "3@0.20", "trust level if 20 % are kept (outcomes 13-25)", ".12-.15", 0.08, 0.30, "D",
      steady_20 },
    { "4a", "isolated breach in a good relation: change of trust", "-.10 / -.22", -0.26, -0.08, "D",
      isolated_breach },
    { "4b", "... after two kept: share of the old level", "1.00 / .94", 0.86, 1.02, "D",
      isolated_breach_recovered },
    { "5a", "first event broken vs kept: trust over the next 5", ".56 / .74", 0.53, 0.80, "D",
      first_mark },
    { "5b", "... same, 20 outcomes later", ".98 / .93", 0.90, 1.00, "D", first_mark_later },
    { "5c", "breach after 10 kept vs as first event (trust left)", "later hurts less (Lount 2008)",
      1.02, 1.60, "V-dir", late_or_early_breach },
    { "6a", "explicit promise before any history", ".834 (191/229)", 0.74, 0.88, "V",
      first_promise },
    { "6b", "... promise kept, next promise: ratio", ".923/.834 = 1.11", 1.02, 1.16, "V",
      next_promise },
    { "7a", "honest breach twice, five kept: T/T0", "\"effectively restored\"", 0.90, 1.30, "V-dir",
      honest_restored },
    { "7b", "promise: early lead, after one kept", "\"significantly speeds\"", 0.05, 0.40, "V-dir",
      vow_early },
    { "7c", "promise: lead left after five kept", "about 0 implied", -0.01, 0.08, "V-dir",
      vow_later },
    { "7d", "deception / none after five kept, both with promise", "<1, \"never fully recovers\"",
      0.65, 0.92, "V-dir", deception_after_5 },
    { "7e", "... still after thirty kept", "<1", 0.70, 0.97, "V-dir", deception_after_30 },
    { "7f", "promise's gain after a deception / without", "<1, \"harms the effectiveness\"", 0.20,
      0.85, "V-dir", vow_after_deception },
    { "8a", "ordinary apology after an honest miss, d (SD .20)", "d=.44 (N=4731); .37 forgiveness",
      0.25, 0.65, "V", apology_effect },
    { "8b", "apology's effect: integrity / competence", "<1 (moderator)", 0.20, 0.90, "V-dir",
      apology_for_integrity },
    { "8c", "order of the parts of an apology; six > three > one", "order (N=755)", 1.0, 1.0, "V",
      apology_order },
    { "9", "extra gain of exceeding / (kept - broken)", "about 0 (N=6982)", -0.05, 0.10, "V",
      exceeding },
    { "10a", "warned but late / silently late (cost)", "about 1", 0.75, 1.00, "V-press",
      warned_cost },
    { "10b", "new date agreed, then met / silently late (cost)", "<=0 (95 % granted)", -0.60, 0.20,
      "V", moved_cost },
    { "10c", "late for a cause outside control / silently late", "about 0", -0.10, 0.35, "V",
      excused_cost },
    { "11a", "established trust left after the first violation", "tolerated (120 managers)", 0.70,
      0.95, "V-dir", after_one },
    { "11b", "... after the third", "significant erosion", 0.20, 0.60, "V-dir", after_three },
    { "12a", "third apology and promise / first (gain)", "<1", 0.10, 0.75, "V-dir", third_apology },
    { "12b", "trust left after three violations, each apologised for", "<1", 0.30, 0.90, "V-dir",
      three_apologies },
    { "13", "r(quality of listening, trust)", ".21 (not self-report) to .51", 0.18, 0.56, "V",
      listening_correlation },
    { "14", "deceived / honestly missed (cost)", ">1 (intent: r=-.49)", 1.30, 3.00, "V-dir",
      deceived_cost },
};

int trust_anchor_count(void)
{
    return (int)(sizeof anchors / sizeof anchors[0]);
}

const TrustAnchor *trust_anchor(int index)
{
    assert(index >= 0 && index < trust_anchor_count());
    return &anchors[index];
}
