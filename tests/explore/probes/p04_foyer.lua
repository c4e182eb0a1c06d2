-- P4. The foyer has only one way on, into a loop: there one is lost already.
-- expects: PW-803 13
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga", reply = "I waited." }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
scene "morning" { at = "Mon 09:00", "A table, two chairs.", promise(note),
  choice {
    option "in"  "Go in." { go "queue" },
    option "out" "Go out." { work(note, 1), go "noon" },
  },
}
scene "queue" { "A foyer.", choice { option "on" "On." { go "one" } } }
scene "one" { "A door.", choice { option "on" "Through it." { go "two" } } }
scene "two" { "Another door.", choice { option "back" "Through it." { go "one" } } }
scene "noon" { at = "Mon 12:30", "Noon.", choice { option "own" "Say it." { own_up(note), go "home" }, option "go" "Go." { go "home" } } }
scene "home" { ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
