-- Whom a need has chosen is told before there was one, and in endings that one way comes to without it.
-- expects: PW-836 10
-- expects: PW-836 11
-- expects: PW-836 17
-- expects: PW-836 19
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga" }
local jo = person "jo" { name = "Jo Marsh" }
scene "morning" { at = "Mon 09:00", choice {
    option "shout" "Shout." { "{who} hears nothing." }, option "whisper" "Whisper." { ask(ines) },
    option "call" "“{who}!”" { ask(jo) } },
  choice { option "lift" "Lift it." { go "lift" }, option "leave" "Leave it." { ending "out" }, option "stay" "Stay." { ending "alone" } } }
scene "lift" {
  need { who = one_of { ines, jo }, stakes = "small",
    crosses = { "{who} takes the other end.", ending "out" },
    turns_back = { "{who} is sorry.", ending "out" } } }
ending "alone" { title = "Without {who}", kind = "apart", "Everybody has gone home." }
ending "out" { title = "Out", kind = "apart",
  "It rains on {who} a little." }
