-- On one way it counts; on another one it says beforehand that it will be late.
-- expects: nothing
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga", reply = "I waited." }
local jo = person "jo" { name = "Jo Marsh", reply = "I waited." }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
local soup = commitment "soup" { kind = "work", by = "player", to = jo, what = "the soup", effort = 1, due = "Mon 12:00" }
scene "morning" { at = "Mon 09:00", "A table, two chairs.", promise(note), promise(soup),
  choice { option "work" "Work." { work(note, 1) }, option "cook" "Cook." { work(soup, 1) }, option "say" "Say that there's no soup." { own_up(soup) } },
  choice { option "early" "Stay." { go "noon" }, option "late" "Go away." { spend { hours = 6 }, go "noon" } } }
scene "noon" { at = "Mon 12:30", "Noon.",
  when(missed(note)) { choice { option "own" "Say it." { own_up(note) }, option "no" "Don't." { } } },
  when(owned(note)) { "That was that." },
  when(missed(soup)) { choice { option "jo" "Go to Jo." { apologise(jo) { "regret" } }, option "home" "Go home." { } } },
  ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
