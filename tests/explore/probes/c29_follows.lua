-- Ines is only in a scene that no way comes to, and the tea is never promised: both are said once.
-- expects: PW-814 7
-- expects: PW-812 14
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga" }
local note = commitment "note" { kind = "work", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
local tea = commitment "tea" { kind = "work", to = ines, what = "the tea", effort = 1, due = "Mon 12:00" }
whenever(missed(note)) { ines "I waited." }
whenever(missed(tea)) { "No tea." }
scene "morning" { at = "Mon 09:00", "Morning.", promise(note),
  choice { option "work" "Work." { work(note, 1), go "noon" }, option "wait" "Wait." { go "noon" } } }
scene "noon" { at = "Mon 13:00", "Noon.",
  choice { option "own" "Write to her." { own_up(note), go "home" }, option "go" "Go." { go "home" } } }
scene "attic" { ines "Up here.", go "home" }
scene "home" { ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
