-- A flag that a function reads on one way alone: nothing is unread, nothing the same.
-- expects: nothing
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga" }
local wet, n = flag "wet", number "n" { from = 0, to = 3 }
scene "morning" { at = "Mon 09:00", choice { option "a" "Out." { set(wet), go "noon" },
  option "b" "In." { go "noon" },
  option "c" "Count." { add(n, 1), go "noon" } } }
scene "noon" { choice { option "more" "More." { add(n, 2), go "dusk" }, option "enough" "Enough." { go "dusk" } } }
scene "dusk" { when(function(s) return s.number.n > 2 or (s.number.n > 1 and s.flag.wet) end) { "So." }, ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
