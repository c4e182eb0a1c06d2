-- P1. A place that all ways share fails only for those who broke the promise: whoever looks at each line once
-- never sees it.
-- expects: PW-802 14
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga", reply = "I waited." }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
scene "morning" { at = "Mon 09:00", "A table, two chairs.", promise(note),
  choice {
    option "write" "Write it." { work(note, 1), go "noon" },
    option "walk"  "Walk round the pond." { go "noon" },
  },
}
scene "noon" { at = "Mon 12:30", "The bell of the canteen.",
  when(function(s) return s.state.note ~= "missed" or s.state.nothing > 1 end) { "It is quiet." },
  choice { option "own" "Say it." { own_up(note), apologise(ines) { "regret" }, go "tuesday" }, option "eat" "Eat." { go "tuesday" } },
}
scene "tuesday" { at = "Tue 09:00", "A new day.", ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
