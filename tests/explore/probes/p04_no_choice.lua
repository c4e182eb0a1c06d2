-- P4 again: round and round without being asked, and only for those in the dark.
-- expects: PW-803 13
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga", reply = "I waited." }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
local dark = flag "dark"
scene "morning" { at = "Mon 09:00", "A table, two chairs.", promise(note),
  choice {
    option "lamp" "Switch off the lamp." { set(dark), go "stairs" },
    option "work" "Work." { work(note, 1), go "stairs" },
  },
}
scene "stairs" { "The stairs.", when(is(dark)) { go "cellar" }, go "noon" }
scene "cellar" { "Dark.", go "stairs" }
scene "noon" { at = "Mon 12:30", "Noon.", choice { option "own" "Say it." { own_up(note), go "home" }, option "go" "Go." { go "home" } } }
scene "home" { ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
