-- A table that one goes round as often as one likes: a circle of several states, and a way out.
scenario { id = "round", version = 1, title = "Round", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga" }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
local n = number "n" { from = 0, to = 9 }
scene "table" { at = "Mon 09:00", "A table.",
  choice { option "sign" "I'll write the note." { promise(note), go "round" }, option "wait" "Wait." { go "round" } } }
scene "round" { "Round it goes.",
  choice {
    option "left"  "Left." { add(n, 1), go "round" },
    option "right" "Right." { assign(n, 0), go "round" },
    option "door"  "Out." { when(at_least(n, 3)) { go "garden" }, otherwise { go "street" } },
    option "hatch" "Down." { go "cellar" },
  } }
scene "street" { at = "Mon 13:00", "The street.", ending "street" }
scene "garden" { at = "Mon 13:00", "The garden.", ending "garden" }
scene "cellar" { "Dark.", choice { option "feel" "Feel along the wall." { go "cellar" } } }
ending "street" { title = "Street", kind = "apart", "It rains a little." }
ending "garden" { title = "Garden", kind = "patched", "It rains here too." }
