// Which parts of a trust state still matter, given what may still happen? For an explorer, to which
// two histories that will never differ again are one.
#pragma once

#include "trust/trust.h"

typedef struct TrustAhead {
    bool believed;  // belief will be asked for; what deeds have built always counts as asked for
    bool apologies; // TRUST_APOLOGY may come
    bool vows;      // TRUST_VOW
    bool owned;     // TRUST_OWNED_UP
    bool cleared;   // TRUST_CLEARED
    bool moves;     // TRUST_MOVED
    int keeps;      // at most so many TRUST_KEPT or TRUST_EXCEEDED
    int breaches;   // at most so many of TRUST_MISSED, _WARNED_LATE, _MISSED_OWNED, _DECEIVED
} TrustAhead;

// More keeps or breaches than this matter no more than this many.
enum { TRUST_AHEAD_MANY = 5 };

// Sets what can no longer be read to what it would be without that history. TRUST_EXCUSED must not
// come any more. What trust_reading says after the same events is the same as without it, and so is
// what trust_belief says if `believed`.
void trust_forget(const TrustParameters *parameters, TrustState *state, const TrustAhead *ahead);
