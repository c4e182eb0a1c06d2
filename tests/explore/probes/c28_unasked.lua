-- The function that would read it stands where nobody comes: that is said, and nothing of the flag.
-- expects: PW-812 9
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga" }
local wet = flag "wet"
scene "morning" { at = "Mon 09:00", choice { option "a" "Out." { set(wet), go "noon" },
  option "b" "In." { go "noon" } } }
scene "noon" { ending "out" }
scene "attic" { when(function(s) return s.hours > 30 and s.flag.wet end) { "Drops." }, ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
