// What the screens know of whoever plays, beside the shelf: today's plan, what comes next, the record
// of bridges, who else plays here, kept places. Plain values that the host fills; strings and lists are
// borrowed until the next call. A part that is NULL or empty is not shown, and nothing leads to it.
#pragma once

#include "bridge/bridge.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum ViewPlanAnswer { PLAN_DID, PLAN_DID_NOT, PLAN_NOT_YET, PLAN_ANSWERS } ViewPlanAnswer;

// A bridge as it was at some time: a picture that is never without its words.
typedef struct ViewPicture {
    const char *title; // "The Late Brief"
    const char *when;  // "yesterday"; a kept place: "Wednesday, 16:40"
    const char *who;   // of the bridge: "Maya"
    BridgeCondition bridge;
    uint8_t weather;
} ViewPicture;

typedef struct ViewPastPlan {
    const char *text;
    const char *outcome; // "You did it, on 3 March."; "" where it is still open
} ViewPastPlan;

typedef struct ViewProfile {
    const char *name;
    const char *last; // "played yesterday"; may be ""
    bool current;
} ViewProfile;

typedef struct ViewHome {
    const char *plan,
        *plan_made; // asked about today; NULL: none. "made yesterday, after The Late Brief"
    const char *last_answer; // what was just said of a plan, in a sentence of thanks; NULL: none
    bool has_booster;        // a booster is due: the card `booster`, and why
    int booster;
    const char *booster_why;
    bool has_next; // the scenario to go on with: the card `next`, and why
    int next;
    const char *next_why;
    bool has_practice; // the card that draws a week from a number; `practice_last` may be ""
    int practice;
    const char *practice_last;

    const ViewProfile *profiles; // whoever plays on this computer; the list is there from one on
    int profile_count;
    const ViewPicture *record; // newest first
    int record_count;
    const ViewPastPlan *plans; // newest first
    int plan_count;
    const char *kept_where; // two sentences: what is kept, and where. NULL: the page says nothing
    const char *const *keep_for; // "three months", "a year", "until I delete it"; NULL: no choice
    int keep_for_count, keep_for_now;
    bool can_export, can_forget,
        can_prove; // everything into a file; delete all; proof of completion
} ViewHome;
