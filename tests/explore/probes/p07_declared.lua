-- P7, a variable that nothing uses: told where it is declared.
-- expects: PW-822 6
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga", reply = "I waited." }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
local wet = flag "wet"
scene "morning" { at = "Mon 09:00", "A table, two chairs.", promise(note),
  choice { option "work" "Work." { work(note, 1), go "noon" }, option "wait" "Wait." { go "noon" } } }
scene "noon" { at = "Mon 12:30", "Noon.", 
  choice { option "own" "Say it." { own_up(note), go "home" }, option "go" "Go." { go "home" } } }
scene "home" { ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
