-- What was promised on every way there is promised once more.
-- expects: PW-839 10
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga" }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
scene "morning" { at = "Mon 09:00",
  choice { option "yes" "Yes." { promise(note), go "on" }, option "late" "Tomorrow." { promise(note, { due = "Mon 14:00" }), go "on" } } }
scene "on" { at = "Mon 10:00",
  choice { option "work" "Work." { work(note, 1), go "noon" },
    option "wait" "Wait." { promise(note, { due = "Tue 12:00" }), go "noon" } } }
scene "noon" { at = "Mon 14:30", 
  choice { option "own" "Say it." { own_up(note), go "home" }, option "go" "Go." { go "home" } } }
scene "home" { ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
