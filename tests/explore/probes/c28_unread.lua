-- There are condition functions, and on no way does any of them read the flag. So two options that only differ in
-- it do the same.
-- expects: PW-821 11
-- expects: PW-822 10
-- expects: PW-822 13
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga" }
local wet, n, m = flag "wet", number "n" { from = 0, to = 3 }, number "m" { from = 0, to = 3 }
always "n is small" (function(s) return s.number.n < 3 end)
scene "morning" { at = "Mon 09:00", choice { option "a" "Out." { set(wet), go "noon" },
  option "b" "In." { go "noon" },
  option "c" "Count." { add(n, 1), go "noon" } } }
scene "noon" { add(m, 1), when(function(s) return s.number.n > 0 end) { "One." }, ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
