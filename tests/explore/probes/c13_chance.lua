-- A soft-lock behind a draw that falls so once in a hundred times.
-- expects: PW-801 10
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga", reply = "I waited." }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
local dry = flag "dry"
scene "morning" { at = "Mon 09:00", "A table, two chairs.", promise(note),
  choice { option "work" "Work." { work(note, 1), go "rain" }, option "wait" "Wait." { go "rain" } } }
scene "rain" { chance { odds(1, { "It rains." }), odds(99, { "It is dry.", set(dry) }) },
  choice { option "out" "Out." { when = is(dry), go "noon" } } }
scene "noon" { at = "Mon 12:30", "Noon.", choice { option "own" "Say it." { own_up(note), go "home" }, option "go" "Go." { go "home" } } }
scene "home" { ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
