-- Each of two options waits for the other, and so do three questions: of each circle one is said.
-- expects: PW-813 10
-- expects: PW-824 13
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga" }
local key, door = flag "key", flag "door"
local sun, rain, wind = flag "sun", flag "rain", flag "wind"
scene "hall" { at = "Mon 09:00", "A hall.",
  choice {
    option "take" "Take the key." { when = is(door), set(key), go "yard" },
    option "open" "Open the door." { when = is(key), set(door), go "yard" },
    option "wait" "Wait." { spend { hours = 1 }, go "yard" }, option "leave" "Leave." { go "yard" } } }
scene "yard" { when(is(wind)) { set(sun) }, when(is(sun)) { set(rain) }, when(is(rain)) { set(wind) },
  choice { option "in" "Go in." { when = is(key), ending "inside" }, option "home" "Go home." { when = hours_left(8), ending "early" },
    option "late" "Go." { spend { hours = 2 }, ending "early" } } }
ending "inside" { title = "Inside", kind = "together", "It is warm." }
ending "early" { title = "Early", kind = "apart", "It rains a little." }
