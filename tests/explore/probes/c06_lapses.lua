-- The same, and the note may fall away: what is said of it must not be that it is kept or open.
-- expects: PW-816 5
-- expects: PW-824 7
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga", reply = "I waited." }
local wet = flag "wet"
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00", provided = is(wet) }
scene "morning" { at = "Mon 09:00", "A table, two chairs.", promise(note),
  choice { option "work" "Work." { set(wet), work(note, 1), go "noon" }, option "leave" "Leave." { ending "away" },
    option "wait" "Wait." { go "noon" } } }
scene "noon" { at = "Mon 12:30", "Noon.",
  choice { option "ask" "Ask." { ask(ines), ending "out" }, option "go" "Go." { ending "out" } } }
ending "out" { title = "Out", kind = "together", "It rains a little." }
ending "away" { title = "Away", kind = "apart", "It rains." }
