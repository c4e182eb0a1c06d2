-- Only where somebody was chosen: a flag says so; in braces that are shown; before a need, and shown behind it.
-- expects: nothing
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga" }
local jo = person "jo" { name = "Jo Marsh" }
local asked = flag "asked"
scene "morning" { at = "Mon 09:00", "On the board it says {{who}.",
  choice { option "lift" "Lift it." { go "lift" }, option "leave" "Leave it." { go "home" } } }
scene "lift" { set(asked), "Behind you stands {who}.",
  need { who = one_of { ines, jo }, stakes = "small",
    crosses = { "{who} takes the other end.", go "home" },
    turns_back = { "{who} is sorry.", go "home" } } }
scene "home" { when(is(asked)) { "You think of {who}." }, when(any { chosen(ines), chosen(jo) }) { "{who} has your scarf." },
  ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
