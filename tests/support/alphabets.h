// The two alphabets of twelve events that the properties of trust are tested over, and the twin: who
// lives the same sequence, but keeps where the player breaks, and says nothing. Words are: an
// apology, a vow, a denial, owning up, moving a date, clearing up. Talking and listening are deeds of
// another kind and time is time: the twin has them too. Keeping to a standard is what anyone
// expects: the twin earns nothing by it.
#pragma once

#include "trust/trust.h"

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

enum { LETTERS = 12, DAY = 10, DENIED = 7 };

typedef enum Role {
    DEED,   // the twin does the same
    BREACH, // the twin keeps instead: `twin`
    SLIGHT, // a standard: keeping it is no event
    WORD,   // the twin has nothing to say
} Role;

typedef struct Letter {
    const char *name;
    Role role;
    TrustEvent event;
    TrustEvent twin; // BREACH
} Letter;

#define EVENT(kind_, weight_)                                                                      \
    {                                                                                              \
        .kind = (kind_), .weight = (weight_)                                                       \
    }
#define APOLOGY_                                                                                   \
    {                                                                                              \
        .kind = TRUST_APOLOGY, .parts = TRUST_PART_ALL                                             \
    }
#define FULL EVENT(TRUST_KEPT, TRUST_ONE)

static const Letter everyday[LETTERS] = {
    { "kept half a day's work", DEED, FULL, { 0 } },
    { "kept a favour", DEED, EVENT(TRUST_KEPT, 200000), { 0 } },
    { "missed", BREACH, EVENT(TRUST_MISSED, 0), FULL },
    { "warned and late", BREACH, EVENT(TRUST_WARNED_LATE, 0), FULL },
    { "moved a date", WORD, EVENT(TRUST_MOVED, 0), { 0 } },
    { "apologised", WORD, APOLOGY_, { 0 } },
    { "vowed", WORD, EVENT(TRUST_VOW, 0), { 0 } },
    { "denied", WORD, EVENT(TRUST_DENIAL, 0), { 0 } },
    { "owned up", WORD, EVENT(TRUST_OWNED_UP, 0), { 0 } },
    { "listened in passing", DEED, EVENT(TRUST_LISTENED, 0), { 0 } },
    { "a day passed", DEED, EVENT(TRUST_DAY, 0), { 0 } },
    { "talked an hour", DEED, EVENT(TRUST_TALK, TRUST_ONE), { 0 } },
};

static const Letter rare[LETTERS] = {
    { "kept two days' work", DEED, EVENT(TRUST_KEPT, 1500000), { 0 } },
    { "exceeded", DEED, EVENT(TRUST_EXCEEDED, TRUST_ONE), { 0 } },
    { "deceived", BREACH, EVENT(TRUST_DECEIVED, 0), FULL },
    { "excused", BREACH, EVENT(TRUST_EXCUSED, 0), FULL },
    { "broke an unknown standard", SLIGHT, EVENT(TRUST_STANDARD, TRUST_STANDARD_UNKNOWN), { 0 } },
    { "broke a known standard", SLIGHT, EVENT(TRUST_STANDARD, TRUST_STANDARD_CLARIFIED), { 0 } },
    { "cleared it up", WORD, EVENT(TRUST_CLEARED, 0), { 0 } },
    { "missed and owned up", BREACH, EVENT(TRUST_MISSED_OWNED, 0), FULL },
    { "was seen breaking", BREACH, EVENT(TRUST_HEARD_BAD, 0), EVENT(TRUST_HEARD_GOOD, 0) },
    { "apologised", WORD, APOLOGY_, { 0 } },
    { "a day passed", DEED, EVENT(TRUST_DAY, 0), { 0 } },
    { "a week of neglect", DEED, EVENT(TRUST_NEGLECT, 0), { 0 } },
};

static inline void step(const TrustParameters *parameters, const Letter *letter, TrustState *player,
                        TrustState *twin)
{
    trust_apply(parameters, player, letter->event);
    if (letter->role == DEED) {
        trust_apply(parameters, twin, letter->event);
    } else if (letter->role == BREACH) {
        trust_apply(parameters, twin, letter->twin);
    }
}
