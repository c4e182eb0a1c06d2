-- To be handed over, and nobody has worked on it on any way.
-- expects: PW-839 8
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga", reply = "I waited." }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 3, due = "Mon 12:00", deliver = "by hand" }
local tea = commitment "tea" { kind = "work", by = "player", to = ines, what = "the tea", effort = 1, due = "Mon 12:00", deliver = "by hand" }
scene "morning" { at = "Mon 09:00", promise(note), promise(tea), work(note, 2),
  deliver(note), choice { option "work" "Work." { work(tea, 1) }, option "wait" "Wait." { } }, deliver(tea), go "noon" }
scene "noon" { at = "Mon 12:30", "Noon.",
  choice { option "own" "Say it." { own_up(note), own_up(tea), go "home" }, option "go" "Go." { go "home" } } }
scene "home" { ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
