// The other side of trust.c: who reads which field. Keep the two together: a reader that is added
// there belongs here. tests/explore holds this against the model on hundreds of random stories.
#include "trust/forget.h"

#include "trust/parameters.h"

_Static_assert(TRUST_AHEAD_MANY >= (int)TRUST_HEALING_STREAK, "so many heal from any streak");

static void clear(TrustState *s, unsigned flags)
{
    s->flags = (uint16_t)(s->flags & ~flags);
}

static bool is_never_shown(const TrustParameters *p, const TrustState *s, const TrustAhead *ahead)
{
    bool ends = ahead->breaches == 0 && ahead->keeps == 0;
    return ends || (s->guard == 0 && (double)(s->turns + ahead->breaches) < p->turns);
}

static void forget_violation(TrustState *s, const TrustAhead *ahead)
{
    clear(s, ahead->apologies ? 0 : TRUST_FLAG_INTEGRITY);
    clear(s, ahead->owned ? 0 : TRUST_FLAG_UNOWNED);
    clear(s, ahead->cleared ? 0 : TRUST_FLAG_STANDARD_LAST);
    if (!ahead->apologies && (s->flags & (TRUST_FLAG_UNOWNED | TRUST_FLAG_STANDARD_LAST)) == 0) {
        s->pending = 0;
    }
}

static void forget_words(TrustState *s, const TrustAhead *ahead)
{
    bool words = ahead->apologies || ahead->vows;
    if (!words) {
        s->failed_quarters = 0;
        s->words = 0;
    }
    if (!words || ahead->breaches == 0) {
        clear(s, TRUST_FLAG_REPAIR_OPEN);
    }
    if (ahead->breaches == 0) {
        clear(s, TRUST_FLAG_VOWED);
    }
}

void trust_forget(const TrustParameters *parameters, TrustState *state, const TrustAhead *ahead)
{
    bool hidden = is_never_shown(parameters, state, ahead);
    if (hidden) {
        state->guard = 0;
        state->turns = 0;
        clear(state, TRUST_FLAG_KIND | TRUST_FLAG_WON | TRUST_FLAG_DENIED);
    }
    if (hidden && !ahead->believed) {
        state->credit = 0;
    }
    forget_violation(state, ahead);
    forget_words(state, ahead);
    if (ahead->breaches == 0 && !ahead->vows) {
        state->recent = 0;
    }
    if (!ahead->moves) {
        state->moved_halves = 0;
    }
    if (state->streak + ahead->keeps < TRUST_HEALING_STREAK) { // nothing heals any more
        state->streak = 0;
        state->stain_peak = state->stain;
    }
    if (ahead->keeps == 0) {
        state->kept_today = 0;
    }
}
