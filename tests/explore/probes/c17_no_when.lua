-- Five options stand on the desk before those two, which nobody ever sees.
-- expects: PW-813 12
-- expects: PW-813 13
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga" }
local n = number "n" { from = 0, to = 3 }
scene "morning" { at = "Mon 09:00",
  desk { till = "Mon 11:00", slot = "2h", talk = {},
    option "one" "One." { add(n, 1) }, option "two" "Two." { add(n, 2) }, option "three" "Three." { add(n, 3) },
    option "four" "Four." { assign(n, 2) }, option "five" "Five." { assign(n, 1) },
    -- no room
    option "sixth" "Listen." { listen(ines) },
    option "dear" "Ask." { costs = { energy = 2 }, ask(ines) } },
  when(at_least(n, 2)) { ending "much" }, ending "little" }
ending "much" { title = "Much", kind = "together", "It is a lot." }
ending "little" { title = "Little", kind = "apart", "It is a little." }
