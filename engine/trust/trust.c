// One colleague's trust, event by event. Fields are millionths; an event computes in doubles on the
// same scale and rounds each field once. Knows no names, no clock, no story; the numbers are in
// presets.c, the equations in README.md.
#include "trust/trust.h"

#include "trust/parameters.h"

#include <assert.h>
#include <float.h>

#if defined(FLT_EVAL_METHOD) && FLT_EVAL_METHOD != 0
#error "trust must round doubles as doubles on every machine: compile with -msse2 -mfpmath=sse"
#endif

_Static_assert(sizeof(TrustState) == 44, "a state has no padding: equal states are equal bytes");

enum {
    EVIDENCE_MAX = 1000 * TRUST_ONE, // far above what outcomes can pile up (they forget)
    RECENT_MAX = 16 * TRUST_ONE,     // beyond sixteen violations in a row nothing gets dearer
    KEPT_TODAY_MAX = 20,             // 1/2^20 is nothing
    FAILED_MAX = 40,                 // quarters: .45^10 is nothing
    WORDS_MAX = 10,
    MOVED_MAX = 40, // halves
    TURNS_MAX = 3,           // no persona needs more to see a pattern
    TRUSTED = TRUST_ONE / 2, // from this belief on a person is trusted
};

static const double one = TRUST_ONE;

// What a weight must reach to count as a deed: half a day's work, first on its day, or half of
// that.
static const double deed_weight = 0.5;

static double least(double a, double b)
{
    return a < b ? a : b;
}

static double most(double a, double b)
{
    return a > b ? a : b;
}

// To the nearest, at most `high`. What rounding errors leave below 0 is 0: converting drops the rest.
static int32_t rounded(double millionths, int32_t high)
{
    assert(millionths > -1.0 && millionths < 2e9);
    int32_t near = (int32_t)(millionths + 0.5);
    return near < high ? near : high;
}

static uint8_t raised_by(int count, int more, int high)
{
    int sum = count + more;
    return (uint8_t)(sum > high ? high : sum);
}

static double prior_kept(const TrustParameters *p)
{
    return p->prior * p->baseline * one;
}

static double prior_broken(const TrustParameters *p)
{
    return p->prior * (1.0 - p->baseline) * one;
}

// Evidence fades toward the prior; `left` is the share that stays.
static double faded(int32_t evidence, double prior, double left)
{
    return prior + left * ((double)evidence - prior);
}

static double event_weight(TrustEvent event)
{
    return event.weight == 0 || event.weight == TRUST_ONE ? 1.0 : (double)event.weight / one;
}

// ---- evidence -----------------------------------------------------------------------------

// Good evidence of `weight`, which also forgets in proportion. It never leaves less than before.
static void add_good(const TrustParameters *p, TrustState *s, double weight, double gain)
{
    double left = 1.0 - (1.0 - p->remembered) * weight;
    double kept = faded(s->kept, prior_kept(p), left) + gain * one;
    s->kept = rounded(most(kept, (double)s->kept), EVIDENCE_MAX);
    s->broken = rounded(faded(s->broken, prior_broken(p), left), EVIDENCE_MAX);
    s->pending = rounded((double)s->pending * left, EVIDENCE_MAX);
}

// Bad evidence likewise: without the bound, a small breach on a ruined bridge would forget more
// than it adds, and breaking would repair. Leaves `pending` faded.
static void add_bad(const TrustParameters *p, TrustState *s, double weight, double loss)
{
    double left = 1.0 - (1.0 - p->remembered) * weight;
    double broken = faded(s->broken, prior_broken(p), left) + loss * one;
    s->kept = rounded(faded(s->kept, prior_kept(p), left), EVIDENCE_MAX);
    s->broken = rounded(most(broken, (double)s->broken), EVIDENCE_MAX);
    s->pending = rounded((double)s->pending * left, EVIDENCE_MAX);
}

// ---- kind while distrusted, careless while trusted ------------------------------------------

// What a kept commitment counts while they are on guard: little at first, then more and more.
static double taken_as(const TrustState *s)
{
    if (s->guard == 0) {
        return 1.0;
    }
    double open = 1.0 - (double)s->guard / one;
    return open * open;
}

// Before a commitment is kept. A deed while trusted is what such a partner never does: it clears the
// suspicion.
static void watch_kept(TrustState *s, bool deed, int32_t belief)
{
    if (belief < TRUSTED) {
        s->flags |= TRUST_FLAG_KIND;
    } else if (deed) {
        s->flags &= (uint16_t) ~(TRUST_FLAG_KIND | TRUST_FLAG_WON);
        s->turns = 0;
    }
}

// After it. A breach counts as one while trusted from now on, whatever dips in between: else a date
// moved just before would hide it.
static void watch_won(const TrustParameters *p, TrustState *s)
{
    if ((s->flags & TRUST_FLAG_KIND) && trust_belief(p, s) >= TRUSTED) {
        s->flags |= TRUST_FLAG_WON;
    }
}

// Whether this breach shows the pattern, at the last of so many turns or, where they are on guard
// already, at the next. Then what was built counts for nothing: it was for show. Who has denied is
// given no benefit of being distrusted, or denying could pay.
static bool watch_broken(const TrustParameters *p, TrustState *s, int32_t belief)
{
    bool trusted =
        (s->flags & (TRUST_FLAG_WON | TRUST_FLAG_DENIED)) != 0 || belief >= TRUSTED;
    if (!trusted) {
        s->turns = 0;
        return false;
    }
    bool turned = (s->flags & TRUST_FLAG_KIND) != 0;
    s->turns = turned ? raised_by(s->turns, 1, TURNS_MAX) : s->turns;
    if (!turned || (s->turns < p->turns && s->guard == 0)) {
        return false;
    }
    s->turns = 0;
    s->guard = TRUST_ONE;
    s->kept = rounded(prior_kept(p), EVIDENCE_MAX);
    return true;
}

bool trust_on_guard(const TrustState *state)
{
    return state->guard > 0;
}

// ---- outcomes of commitments ------------------------------------------------------------------

// What five deeds in a row bring back a little more with each.
static void heal(const TrustParameters *p, TrustState *s, double weight, bool deed)
{
    double floor = p->stain_floor * (double)s->stain_peak;
    s->stain = rounded(most(floor, (double)s->stain - p->stain_heal * weight * one), TRUST_ONE);
    s->flags &= (uint16_t) ~(TRUST_FLAG_REPAIR_OPEN | TRUST_FLAG_DENIED);
    if (deed) {
        s->failed_quarters = (uint8_t)(s->failed_quarters - (s->failed_quarters > 0));
        s->guard = rounded(most((double)s->guard - p->guard_fades * one, 0.0), TRUST_ONE);
    }
}

static void keep(const TrustParameters *p, TrustState *s, double effort, double gain,
                 int32_t belief)
{
    double weight = s->kept_today == 0 ? effort : effort / (double)(1U << s->kept_today);
    double share = least(weight, 1.0);
    bool deed = weight >= deed_weight;
    double counts = weight * taken_as(s);
    watch_kept(s, deed, belief);
    add_good(p, s, counts, gain * counts);
    watch_won(p, s);
    s->credit = rounded((double)s->credit * (1.0 - (1.0 - p->credit_left) * share), TRUST_ONE);
    s->recent = rounded((double)s->recent * (1.0 - (1.0 - p->recent_left) * share), RECENT_MAX);
    s->kept_today = raised_by(s->kept_today, 1, KEPT_TODAY_MAX);
    s->moved_halves = (uint8_t)(s->moved_halves - (s->moved_halves > 0));
    s->flags &= (uint16_t)~TRUST_FLAG_VOWED;
    if (deed) {
        s->streak = raised_by(s->streak, 1, UINT8_MAX);
        s->words = 0;
    }
    if (s->streak >= TRUST_HEALING_STREAK) {
        heal(p, s, weight, deed);
    }
}

// Breaking counts 1 whatever its size (Elangovan 2015; Fang & Maglio 2024); `severity` is how it
// was done, `counts` what it adds to the recent violations.
static void violate(const TrustParameters *p, TrustState *s, double severity, double counts)
{
    double escalated = severity * (1.0 + p->escalation * (double)s->recent / one);
    if (s->flags & TRUST_FLAG_VOWED) {
        escalated *= 1.0 + p->vow_broken;
    }
    double loss = p->kept * p->broken * escalated;
    add_bad(p, s, 1.0, loss);
    s->pending = rounded(loss * one, EVIDENCE_MAX);
    s->credit = 0;
    s->streak = 0;
    s->recent = rounded((double)s->recent + counts * one, RECENT_MAX);
    if (s->flags & TRUST_FLAG_REPAIR_OPEN) {
        s->failed_quarters = raised_by(s->failed_quarters, 4, FAILED_MAX);
    }
    s->flags &= TRUST_FLAG_DENIED;
}

static void miss(const TrustParameters *p, TrustState *s, double severity, bool integrity,
                 int32_t belief)
{
    bool shown = watch_broken(p, s, belief);
    violate(p, s, shown ? severity * p->unmasked : severity, 1.0);
    if (integrity || shown) {
        s->flags |= TRUST_FLAG_INTEGRITY;
    }
}

static void deceive(const TrustParameters *p, TrustState *s, int32_t belief)
{
    miss(p, s, p->deceived, true, belief);
    s->stain = rounded((double)s->stain + p->stain * (one - (double)s->stain), TRUST_ONE);
    if (s->stain_peak < s->stain) {
        s->stain_peak = s->stain;
    }
}

// Takes the place in its day that it would have had if kept: otherwise what is kept after it on
// that day would count more than if it had been kept too, and an excuse with an apology could beat
// a kept promise.
static void excuse(const TrustParameters *p, TrustState *s)
{
    violate(p, s, p->silent * p->excused, p->excused);
    s->kept_today = raised_by(s->kept_today, 1, KEPT_TODAY_MAX);
}

// A small violation: evidence that words can forgive and a part of a recent violation, but it ends
// no streak, takes no credit and fails no repair.
static void break_standard(const TrustParameters *p, TrustState *s, TrustEvent event)
{
    double weight = event_weight(event);
    double loss = p->kept * p->broken * weight;
    add_bad(p, s, weight, loss);
    s->pending = rounded(loss * one, EVIDENCE_MAX);
    s->recent = rounded((double)s->recent + weight * one, RECENT_MAX);
    s->flags &= (uint16_t) ~(TRUST_FLAG_INTEGRITY | TRUST_FLAG_UNOWNED | TRUST_FLAG_STANDARD_LAST);
    if (weight * one <= TRUST_STANDARD_UNKNOWN) {
        s->flags |= TRUST_FLAG_STANDARD_LAST;
    }
}

static void move_date(const TrustParameters *p, TrustState *s)
{
    double earlier = 0.5 * s->moved_halves;
    add_bad(p, s, 1.0, p->kept * p->broken * p->moved * (1.0 + earlier));
    s->moved_halves = raised_by(s->moved_halves, 2, MOVED_MAX);
}

// ---- words --------------------------------------------------------------------------------

// What earlier words leave of the next ones: each repair that was followed by another violation,
// and each apology or vow since the last deed.
static double credibility(const TrustParameters *p, const TrustState *s)
{
    double share = p->failed_quarter[s->failed_quarters % 4];
    for (int whole = s->failed_quarters / 4 + s->words; whole > 0; whole--) {
        share *= p->failed;
    }
    return share;
}

// After the words of an apology or vow: they wait for a deed, and words on words cost credit.
static void spoken(TrustState *s)
{
    s->words = raised_by(s->words, 1, WORDS_MAX);
    s->flags |= TRUST_FLAG_REPAIR_OPEN;
}

static double credit_after_words(const TrustParameters *p, const TrustState *s)
{
    return s->words > 0 ? (double)s->credit * p->failed : (double)s->credit;
}

// Takes `evidence` of the latest violation back.
static void forgive(const TrustParameters *p, TrustState *s, double evidence)
{
    s->broken = rounded(most((double)s->broken - evidence, prior_broken(p)), EVIDENCE_MAX);
}

static void apologise(const TrustParameters *p, TrustState *s, TrustEvent event)
{
    const double part[TRUST_PART_COUNT] = { p->responsibility, p->repair,     p->regret,
                                            p->explanation,    p->repentance, p->forgiveness };
    double parts = 0.0;
    for (int i = 0; i < TRUST_PART_COUNT; i++) {
        parts += (event.parts >> i & 1) ? part[i] : 0.0;
    }
    double fit = (s->flags & TRUST_FLAG_INTEGRITY) ? p->integrity_fit : 1.0;
    double raised = event.raised ? p->raised : 1.0;
    double share = p->forgiven * parts * fit * raised * credibility(p, s);
    forgive(p, s, (double)s->pending * share);
    s->pending = 0;
    s->credit = rounded(credit_after_words(p, s), TRUST_ONE);
    spoken(s);
}

static void vow(const TrustParameters *p, TrustState *s)
{
    double clean = 1.0 - (double)s->stain / one;
    double beyond = most((double)s->recent / one - 1.0, 0.0);
    double credit = p->credit * credibility(p, s) * clean * clean / (1.0 + p->disbelief * beyond);
    s->credit = rounded(most(credit_after_words(p, s), credit * one), TRUST_ONE);
    spoken(s);
    s->flags |= TRUST_FLAG_VOWED;
}

static void deny(const TrustParameters *p, TrustState *s)
{
    s->pending = 0;
    s->broken = rounded((double)s->broken + p->kept * p->denied * one, EVIDENCE_MAX);
    s->flags |= TRUST_FLAG_DENIED;
}

// Only a silent miss, and only once: what remains is what missing and owning up at once would have
// cost.
static void own_up(const TrustParameters *p, TrustState *s)
{
    if (s->flags & TRUST_FLAG_UNOWNED) {
        double back = (double)s->pending * (1.0 - p->owned / p->silent);
        forgive(p, s, back);
        s->pending = rounded((double)s->pending - back, EVIDENCE_MAX);
        s->flags &= (uint16_t)~TRUST_FLAG_UNOWNED;
    }
}

static void clear_up(const TrustParameters *p, TrustState *s)
{
    if (s->flags & TRUST_FLAG_STANDARD_LAST) {
        forgive(p, s, (double)s->pending);
        s->pending = 0;
    }
}

// ---- rapport and time ---------------------------------------------------------------------

// Moves rapport a share of the way to `goal` (millionths).
static void drift(TrustState *s, double goal, double share)
{
    s->rapport = rounded((double)s->rapport + share * (goal - (double)s->rapport), TRUST_ONE);
}

static void talk(const TrustParameters *p, TrustState *s, int32_t quality)
{
    double rate = quality >= s->rapport ? p->rapport_rate : p->rapport_rate * p->rapport_down;
    drift(s, (double)quality, rate);
}

// What was built fades by waiting; what was broken stays, in every state alike. (If only a surplus
// faded, a strained relationship would keep through weeks of neglect what a sound one loses.)
static void neglect(const TrustParameters *p, TrustState *s)
{
    s->kept = rounded(faded(s->kept, prior_kept(p), p->neglect_left), EVIDENCE_MAX);
    drift(s, p->neglect_rapport * one, p->neglect_rate);
    s->kept_today = 0;
}

// ---- interface ----------------------------------------------------------------------------

TrustState trust_start(const TrustParameters *p)
{
    return (TrustState){
        .kept = rounded(prior_kept(p), EVIDENCE_MAX),
        .broken = rounded(prior_broken(p), EVIDENCE_MAX),
        .rapport = TRUST_ONE / 2,
    };
}

static bool within(int64_t value, int64_t low, int64_t high)
{
    return value >= low && value <= high;
}

bool trust_valid(const TrustParameters *parameters, const TrustState *s)
{
    enum { FLAGS = 2 * TRUST_FLAG_DENIED - 1 };
    TrustState start = trust_start(parameters);
    return within(s->kept, start.kept, EVIDENCE_MAX) &&
           within(s->broken, start.broken, EVIDENCE_MAX) && within(s->pending, 0, s->broken) &&
           within(s->stain_peak, 0, TRUST_ONE) && within(s->stain, 0, s->stain_peak) &&
           within(s->credit, 0, TRUST_ONE) && within(s->rapport, 0, TRUST_ONE) &&
           within(s->recent, 0, RECENT_MAX) && within(s->failed_quarters, 0, FAILED_MAX) &&
           within(s->moved_halves, 0, MOVED_MAX) && within(s->kept_today, 0, KEPT_TODAY_MAX) &&
           within(s->words, 0, WORDS_MAX) && within(s->flags, 0, FLAGS) &&
           within(s->guard, 0, TRUST_ONE) && within(s->turns, 0, TURNS_MAX - 1);
}

// `belief`: as it was before; only what is kept or missed asks for it.
static void apply_event(const TrustParameters *p, TrustState *s, TrustEvent event, int32_t belief)
{
    switch ((TrustEventKind)event.kind) {
    case TRUST_KEPT:
        keep(p, s, event_weight(event), p->kept, belief);
        break;
    case TRUST_EXCEEDED:
        keep(p, s, event_weight(event), p->kept * (1.0 + p->exceeded), belief);
        break;
    case TRUST_MISSED:
        miss(p, s, p->silent, event.integrity, belief);
        s->flags |= TRUST_FLAG_UNOWNED;
        break;
    case TRUST_WARNED_LATE:
        miss(p, s, p->warned, event.integrity, belief);
        break;
    case TRUST_MISSED_OWNED:
        miss(p, s, p->owned, event.integrity, belief);
        break;
    case TRUST_DECEIVED:
        deceive(p, s, belief);
        break;
    case TRUST_EXCUSED:
        excuse(p, s);
        break;
    case TRUST_OWNED_UP:
        own_up(p, s);
        break;
    case TRUST_MOVED:
        move_date(p, s);
        break;
    case TRUST_APOLOGY:
        apologise(p, s, event);
        break;
    case TRUST_VOW:
        vow(p, s);
        break;
    case TRUST_DENIAL:
        deny(p, s);
        break;
    case TRUST_STANDARD:
        break_standard(p, s, event);
        break;
    case TRUST_CLEARED:
        clear_up(p, s);
        break;
    case TRUST_TALK:
        talk(p, s, event.weight);
        break;
    case TRUST_LISTENED:
        drift(s, one, p->rapport_rate * p->listened);
        break;
    case TRUST_ASKED:
        drift(s, one, p->rapport_rate * p->asked);
        break;
    case TRUST_THEIR_AGENDA:
        drift(s, one, p->rapport_rate * p->their_agenda);
        break;
    case TRUST_DEFENDED:
        drift(s, 0.0, p->rapport_rate * p->defended);
        break;
    case TRUST_HEARD_GOOD:
        add_good(p, s, p->heard_good, p->kept * p->heard_good);
        break;
    case TRUST_HEARD_BAD:
        add_bad(p, s, p->heard_bad, p->kept * p->broken * p->heard_bad);
        break;
    case TRUST_DAY:
        s->kept_today = 0;
        break;
    case TRUST_WEEK:
        drift(s, 0.5 * one, 1.0 - p->rapport_week);
        break;
    case TRUST_NEGLECT:
        neglect(p, s);
        break;
    case TRUST_EVENT_KIND_COUNT:
        break;
    }
}

static void apply(const TrustParameters *parameters, TrustState *state, TrustEvent event,
                  int32_t belief)
{
    assert(event.kind < TRUST_EVENT_KIND_COUNT && event.weight >= 0);
    apply_event(parameters, state, event, belief);
    // Flags about evidence that is gone would only keep equal states apart.
    if (state->pending == 0) {
        state->flags &=
            (uint16_t) ~(TRUST_FLAG_INTEGRITY | TRUST_FLAG_UNOWNED | TRUST_FLAG_STANDARD_LAST);
    }
}

void trust_apply(const TrustParameters *parameters, TrustState *state, TrustEvent event)
{
    bool asks = event.kind <= TRUST_DECEIVED;
    apply(parameters, state, event, asks ? trust_belief(parameters, state) : 0);
}

void trust_apply_read(const TrustParameters *parameters, TrustState *state, TrustEvent event,
                      int32_t *trust, int32_t *belief)
{
    assert(*belief == trust_belief(parameters, state));
    apply(parameters, state, event, *belief);
    trust_readings(parameters, state, trust, belief);
}

// (1 - D) clamp(evidence + wB (B - 1/2)), `evidence` a share; `rapport` is the second term.
static int32_t reading(const TrustState *s, double evidence, double rapport)
{
    double open = most(0.0, least(1.0, evidence + rapport));
    return (int32_t)((one - (double)s->stain) * open + 0.5); // both are within their bounds
}

static double rapport_term(const TrustParameters *p, const TrustState *s)
{
    return p->rapport_weight * ((double)s->rapport / one - 0.5);
}

static double evidence_share(const TrustState *s)
{
    return (double)s->kept / ((double)s->kept + (double)s->broken);
}

// The share with what words have lent.
static double believed_share(const TrustState *s, double share)
{
    double credit = (double)s->credit / one;
    return share + credit * (1.0 - share);
}

int32_t trust_reading(const TrustParameters *parameters, const TrustState *state)
{
    return reading(state, evidence_share(state), rapport_term(parameters, state));
}

int32_t trust_belief(const TrustParameters *parameters, const TrustState *state)
{
    double share = believed_share(state, evidence_share(state));
    return reading(state, share, rapport_term(parameters, state));
}

void trust_readings(const TrustParameters *parameters, const TrustState *state, int32_t *trust,
                    int32_t *belief)
{
    double share = evidence_share(state);
    double rapport = rapport_term(parameters, state);
    *trust = reading(state, share, rapport);
    // Without credit the second share is the first, bit for bit.
    *belief = state->credit == 0 ? *trust : reading(state, believed_share(state, share), rapport);
}

int32_t trust_effort_weight(int minutes)
{
    enum { FULL_MINUTES = 240, LEAST = 200000, MOST = 1500000 };
    int64_t weight = ((int64_t)minutes * TRUST_ONE + FULL_MINUTES / 2) / FULL_MINUTES;
    return (int32_t)(weight < LEAST ? LEAST : weight > MOST ? MOST : weight);
}

int32_t trust_talk_quality(bool listened, bool asked, int agenda_halves, int against)
{
    int64_t quality = (listened ? 500000 : 0) + (asked ? 300000 : 0) +
                      (int64_t)agenda_halves * 100000 - (int64_t)against * 250000;
    return (int32_t)(quality < 0 ? 0 : quality > TRUST_ONE ? TRUST_ONE : quality);
}
