-- Owned up where they are there, and have said what there is to say: then it does not count any more.
-- expects: PW-837 9
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga", reply = "I waited." }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
scene "morning" { at = "Mon 09:00", "A table, two chairs.", promise(note),
  choice { option "work" "Work." { work(note, 1), go "noon" }, option "wait" "Wait." { go "noon" } } }
scene "noon" { at = "Mon 12:30", ines "Noon.", choice {
    option "own" "Say it." { own_up(note), apologise(ines) { "regret" } },
    option "go" "Go." { } },
  ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
