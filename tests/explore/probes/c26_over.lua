-- Times that are over on every way: of a scene behind a later one, behind a desk and behind hours that are spent; of a desk.
-- expects: PW-838 12
-- expects: PW-838 13
-- expects: PW-838 15
-- expects: PW-838 17
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga" }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
scene "morning" { at = "Mon 09:00", promise(note),
  choice { option "work" "Work." { costs = { hours = 2 }, work(note, 1), go "early" }, option "wait" "Wait." { spend { hours = 3 }, go "early" } } }
-- Eleven at the earliest.
scene "early" { at = "Mon 10:59", desk { till = "Mon 15:00", slot = 2 }, go "desk" }
scene "desk" { at = "Mon 14:00",
  choice { option "own" "Say it." { own_up(note) }, option "out" "Go out." { } }, go "next" }
scene "next" { at = "Tue 10:00", desk { till = "Mon 17:00", slot = 2 },
  go "yesterday" }
scene "yesterday" { at = "Mon 16:00", ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
