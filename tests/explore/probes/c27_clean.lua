-- Promised in two places, and not on every way in the first one; and to somebody who may refuse it the first time.
-- expects: nothing
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga" }
local jo = person "jo" { name = "Jo Marsh" }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
local soups = {}
for i = 1, 4 do
  soups[i] = commitment("soup" .. i) { kind = "work", by = "player", to = jo, what = "soup", effort = .25, due = "Mon 10:30" }
end
local tea = commitment "tea" { kind = "work", by = "player", to = jo, what = "the tea", effort = 1, due = "Mon 16:00" }
scene "morning" { at = "Mon 09:00",
  choice { option "yes" "Yes." { promise(note), go "on" }, option "no" "No." { spend { hours = 1 }, go "on" } },
}
scene "on" { at = "Mon 09:00", promise(soups[1]), promise(soups[2]), promise(soups[3]), promise(soups[4]),
  choice { option "cook" "Cook." { work(soups[1], .25), work(soups[2], .25), work(soups[3], .25), work(soups[4], .25) }, option "sit" "Sit." { } }, go "later" }
scene "later" { at = "Mon 11:30",
  promise(note), promise(tea), choice { option "work" "Work." { work(note, 1) }, option "wait" "Wait." { } },
  choice { option "sorry" "Go to Jo." { apologise(jo) { "responsibility", "regret", "repair" }, ask(jo) }, option "ask" "“And the tea?”" { vow(jo) } },
  promise(tea), go "noon" }
scene "noon" { at = "Mon 16:30",
  choice { option "own" "Say it." { own_up(note), go "home" }, option "jo" "Go to Jo." { own_up(tea), go "home" }, option "go" "Go." { go "home" } } }
scene "home" { ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
