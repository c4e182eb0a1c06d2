-- Owned up more than a day after it: then it does not count, and what hangs on it is never met.
-- expects: PW-837 9
-- expects: PW-824 10
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue", "Wed" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga" }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
scene "morning" { at = "Mon 09:00", "A table, two chairs.", promise(note),
  choice { option "work" "Work." { work(note, 1), go "late" }, option "wait" "Wait." { go "late" } } }
scene "late" { at = "Wed 09:00", when(missed(note)) { choice { option "own" "Say it." { own_up(note), apologise(ines) { "regret" } }, option "go" "Go." { } } },
  when(owned(note)) { ines "So you say." },
  ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
