-- P3. Whoever stands has nothing to choose from.
-- expects: PW-801 14
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga", reply = "I waited." }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
local sat = flag "sat"
scene "morning" { at = "Mon 09:00", "A table, two chairs.",
  choice {
    option "sit"   "Sit down." { set(sat), promise(note), go "table" },
    option "stand" "Stand." { promise(note), go "table" },
  },
}
scene "table" { "The tea is poured.",
  choice {
    option "drink" "Drink." { when = is(sat), work(note, 1), go "noon" },
    option "talk"  "Talk." { when = is(sat), go "noon" },
  },
}
scene "noon" { at = "Mon 12:30", "Noon.", choice { option "own" "Say it." { own_up(note), go "home" }, option "go" "Go." { go "home" } } }
scene "home" { ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
