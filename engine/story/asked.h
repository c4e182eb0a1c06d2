// The interpreter is compiled twice from the same files: as it is played, and with STORY_ASKED for an
// explorer, where it asks the scenario's oracle (story/oracle.h). So play pays nothing for being
// explorable. The second time every function of it has another name; forgetting one here is an
// error of the linker ("multiple definition").
#pragma once

#ifdef STORY_ASKED
#define clock_advance         asked_clock_advance
#define clock_alarm           asked_clock_alarm
#define clock_energy          asked_clock_energy
#define clock_fires           asked_clock_fires
#define clock_hours_left      asked_clock_hours_left
#define clock_weekday         asked_clock_weekday
#define clock_work_energy     asked_clock_work_energy
#define desk_choose           asked_desk_choose
#define desk_offers           asked_desk_offers
#define desk_slot             asked_desk_slot
#define desk_work             asked_desk_work
#define draw_found            asked_draw_found
#define draw_one              asked_draw_one
#define ledger_accepts        asked_ledger_accepts
#define ledger_answers        asked_ledger_answers
#define ledger_apologise      asked_ledger_apologise
#define ledger_attend         asked_ledger_attend
#define ledger_break_standard asked_ledger_break_standard
#define ledger_breaks         asked_ledger_breaks
#define ledger_broken         asked_ledger_broken
#define ledger_clarify        asked_ledger_clarify
#define ledger_cover_up       asked_ledger_cover_up
#define ledger_deliver        asked_ledger_deliver
#define ledger_fall_due       asked_ledger_fall_due
#define ledger_felt           asked_ledger_felt
#define ledger_found_out      asked_ledger_found_out
#define ledger_kept           asked_ledger_kept
#define ledger_move           asked_ledger_move
#define ledger_other          asked_ledger_other
#define ledger_own_up         asked_ledger_own_up
#define ledger_promise        asked_ledger_promise
#define ledger_say            asked_ledger_say
#define ledger_tell           asked_ledger_tell
#define ledger_waits          asked_ledger_waits
#define story_always          asked_story_always
#define story_between         asked_story_between
#define story_choose          asked_story_choose
#define story_closed_by       asked_story_closed_by
#define story_condition       asked_story_condition
#define story_energy_felt     asked_story_energy_felt
#define story_felt            asked_story_felt
#define story_fresh           asked_story_fresh
#define story_go_on           asked_story_go_on
#define story_go_on_told      asked_story_go_on_told
#define story_journal_deinit  asked_story_journal_deinit
#define story_offers          asked_story_offers
#define story_pause           asked_story_pause
#define story_start           asked_story_start
#define talk_begin            asked_talk_begin
#define talk_choose           asked_talk_choose
#define talk_finish           asked_talk_finish
#define talk_move             asked_talk_move
#define talk_offers           asked_talk_offers
#define turn_begin            asked_turn_begin
#define turn_call             asked_turn_call
#define turn_condition_any    asked_turn_condition_any
#define turn_end              asked_turn_end
#define turn_fail             asked_turn_fail
#define turn_lines            asked_turn_lines
#define turn_lua              asked_turn_lua
#define turn_room             asked_turn_room
#define turn_run              asked_turn_run
#endif
