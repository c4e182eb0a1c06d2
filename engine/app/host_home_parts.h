// What host_home.c and host_keep.c share: everything about whoever plays that a screen borrows.
#pragma once

#include "app/host_home.h"
#include "app/learner.h"
#include "app/profiles.h"
#include "store/slots.h"

enum { HOST_HOME_RECORDS = 24, HOST_HOME_PLANS = 12, HOST_HOME_KEEP_FOR = 3 };

struct HostHome {
    Arena texts; // of what is shown
    Profiles profiles;
    LearnerHome learner;
    ViewProfile names[PROFILES_MAX];
    ViewPicture record[HOST_HOME_RECORDS];
    ViewPastPlan plans[HOST_HOME_PLANS];
    const char *keep_for[HOST_HOME_KEEP_FOR];
    char answer[300]; // what was said of the last plan; "" for nothing
    StoreSlot slots[STORE_SLOTS_MAX];
    ViewPicture places[STORE_SLOTS_MAX];
    int place_count;
    Arena place_texts;
    bool tidied;
};

extern const int host_home_keep_days[HOST_HOME_KEEP_FOR];

// The pattern with {1} and {2} filled in.
const char *host_home_filled(Arena *texts, const char *pattern, const char *a, const char *b);

// What became of today's plan: ViewPlanAnswer.
void host_home_answer(Host *host, int answer);
