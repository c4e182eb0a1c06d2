-- The same time as it is already; over on one way, and not on another one; a desk that is sometimes over; round again.
-- expects: nothing
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga" }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
scene "morning" { at = "Mon 09:00", promise(note),
  choice { option "work" "Work." { work(note, 1), go "noon" }, option "wait" "Wait." { spend { hours = 4 }, go "noon" } } }
scene "noon" { at = "Mon 12:30", desk { till = "Mon 13:00", slot = .5 },
  choice { option "own" "Say it." { own_up(note), go "one" }, option "round" "Go round." { go "noon" } } }
scene "one" { at = "Mon 13:00", ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
