-- It cannot even begin: the condition fails once the clock has come to the first scene.
-- expects: PW-802 7
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga", reply = "I waited." }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
scene "morning" { at = "Mon 10:00", promise(note),
  when(function(s) return s.state.note == "none" or s.state.other == "none" end) { "A table." },
  choice { option "own" "Say it." { own_up(note), go "home" }, option "go" "Go." { go "home" } } }
scene "home" { at = "Mon 13:00", ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
