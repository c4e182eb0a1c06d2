-- The note is written, or somebody leaves before it is due: then it is neither kept nor missed.
-- expects: PW-816 4
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga", reply = "I waited." }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
scene "morning" { at = "Mon 09:00", "A table, two chairs.", promise(note),
  choice { option "work" "Work." { work(note, 1), go "noon" }, option "leave" "Leave." { ending "away" } } }
scene "noon" { at = "Mon 12:30", "Noon.",
  choice { option "ask" "Ask." { ask(ines), ending "out" }, option "go" "Go." { ending "out" } } }
ending "out" { title = "Out", kind = "together", "It rains a little." }
ending "away" { title = "Away", kind = "apart", "It rains." }
