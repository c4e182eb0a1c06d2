-- Whatever is chosen, it is covered up before it is due, and never comes out.
-- expects: PW-815 6
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga", reply = "I waited." }
local wet = flag "wet"
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 2, due = "Mon 12:00" }
scene "morning" { at = "Mon 09:00", promise(note),
  choice { option "wait" "Wait." { set(wet), go "noon" }, option "walk" "Walk." { go "noon" } } }
scene "noon" { cover_up(note), go "day" }
scene "day" { at = "Tue 09:00", when(is(wet)) { ending "late" }, ending "there" }
ending "late" { title = "Late", kind = "apart", "It rains a little." }
ending "there" { title = "There", kind = "together", "It rains a little." }
