// The names of a save's fields. Adding one here is all it takes to save it; absent means zero.
#include "story/save_fields.h"

#include <stddef.h>

#define FIELD(type, member, name, is_signed)                                                       \
    {                                                                                              \
        name, (uint16_t)offsetof(type, member), (uint8_t)sizeof(((type *)0)->member), is_signed    \
    }

const SaveField save_head[SAVE_HEAD_COUNT] = {
    FIELD(Playthrough, clock_minute, "clock", true),
    FIELD(Playthrough, energy, "energy", true),
    FIELD(Playthrough, depth, "depth", false),
    FIELD(Playthrough, day, "day", false),
    FIELD(Playthrough, ended, "ended", false),
    FIELD(Playthrough, scene_present, "present", false),
    FIELD(Playthrough, slot_end, "slot", false),
    FIELD(Playthrough, who, "who", false),
    FIELD(Playthrough, need_shift, "shift", true),
    FIELD(Playthrough, settled_count, "settled", false),
    FIELD(Playthrough, talk_person, "talk_with", false),
    FIELD(Playthrough, talk_agenda, "agenda", false),
    FIELD(Playthrough, talk_round, "round", false),
    FIELD(Playthrough, talk_moves, "moves", false),
    FIELD(Playthrough, talk_used, "used", false),
    FIELD(Playthrough, talk, "talk", false),
    FIELD(Playthrough, week_day, "week", false),
};

const SaveField save_commitment[SAVE_COMMITMENT_COUNT] = {
    FIELD(CommitmentState, due_minute, "due", false),
    FIELD(CommitmentState, done_minutes, "done", false),
    FIELD(CommitmentState, moves, "moves", false),
    FIELD(CommitmentState, flags, "flags", false),
    FIELD(CommitmentState, settled, "settled", false),
    FIELD(CommitmentState, settled_minute, "at", false),
    FIELD(CommitmentState, promised, "made", false),
};

const SaveField save_person[SAVE_PERSON_COUNT] = {
    FIELD(PersonState, trust.kept, "kept", true),
    FIELD(PersonState, trust.broken, "broken", true),
    FIELD(PersonState, trust.pending, "pending", true),
    FIELD(PersonState, trust.stain, "stain", true),
    FIELD(PersonState, trust.stain_peak, "peak", true),
    FIELD(PersonState, trust.credit, "credit", true),
    FIELD(PersonState, trust.rapport, "rapport", true),
    FIELD(PersonState, trust.recent, "recent", true),
    FIELD(PersonState, trust.failed_quarters, "failed", false),
    FIELD(PersonState, trust.moved_halves, "moved", false),
    FIELD(PersonState, trust.streak, "streak", false),
    FIELD(PersonState, trust.kept_today, "today", false),
    FIELD(PersonState, trust.words, "words", false),
    FIELD(PersonState, trust.flags, "repair", false),
    FIELD(PersonState, trust.guard, "guard", true),
    FIELD(PersonState, trust.turns, "turns", false),
    FIELD(PersonState, flags, "flags", false),
    FIELD(PersonState, mood, "mood", false),
    FIELD(PersonState, violations, "gone", false),
    FIELD(PersonState, strands_back, "back", false),
    FIELD(PersonState, run, "run", false),
    FIELD(PersonState, heard_good, "heard_good", false),
    FIELD(PersonState, heard_bad, "heard_bad", false),
};
