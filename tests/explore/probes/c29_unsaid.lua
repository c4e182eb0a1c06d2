-- Ines is in no scene. Rui is in one, before anything is kept. The tea cannot be missed.
-- expects: PW-841 10
-- expects: PW-841 11
-- expects: PW-841 12
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga" }
local rui = person "rui" { name = "Rui Sá" }
local note = commitment "note" { kind = "work", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
local tea = commitment "tea" { kind = "work", to = ines, what = "the tea", effort = 1, due = "Mon 12:00" }
whenever(missed(note)) { ines "I waited." }
whenever(kept(note)) { rui "She is glad." }
whenever(missed(tea)) { "No tea." }
scene "morning" { at = "Mon 09:00", rui "Morning.", promise(note), promise(tea), work(tea, 1),
  choice { option "work" "Work." { work(note, 1), go "noon" }, option "wait" "Wait." { go "noon" } } }
scene "noon" { at = "Mon 13:00", "Noon.",
  choice { option "own" "Write to her." { own_up(note), go "home" }, option "go" "Go." { go "home" } } }
scene "home" { ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
