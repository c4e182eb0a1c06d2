-- An option that one play in 4,096 comes to.
-- expects: PW-825 22
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga", reply = "I waited." }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
local n = number "n" { from = 0, to = 12 }
scene "s0" { "Step 0.", choice { option "keep" "Keep." { go "s1" }, option "break" "Break." { add(n, 1), go "s1" } } }
scene "s1" { "Step 1.", choice { option "keep" "Keep." { go "s2" }, option "break" "Break." { add(n, 1), go "s2" } } }
scene "s2" { "Step 2.", choice { option "keep" "Keep." { go "s3" }, option "break" "Break." { add(n, 1), go "s3" } } }
scene "s3" { "Step 3.", choice { option "keep" "Keep." { go "s4" }, option "break" "Break." { add(n, 1), go "s4" } } }
scene "s4" { "Step 4.", choice { option "keep" "Keep." { go "s5" }, option "break" "Break." { add(n, 1), go "s5" } } }
scene "s5" { "Step 5.", choice { option "keep" "Keep." { go "s6" }, option "break" "Break." { add(n, 1), go "s6" } } }
scene "s6" { "Step 6.", choice { option "keep" "Keep." { go "s7" }, option "break" "Break." { add(n, 1), go "s7" } } }
scene "s7" { "Step 7.", choice { option "keep" "Keep." { go "s8" }, option "break" "Break." { add(n, 1), go "s8" } } }
scene "s8" { "Step 8.", choice { option "keep" "Keep." { go "s9" }, option "break" "Break." { add(n, 1), go "s9" } } }
scene "s9" { "Step 9.", choice { option "keep" "Keep." { go "s10" }, option "break" "Break." { add(n, 1), go "s10" } } }
scene "s10" { "Step 10.", choice { option "keep" "Keep." { go "s11" }, option "break" "Break." { add(n, 1), go "s11" } } }
scene "s11" { "Step 11.", choice { option "keep" "Keep." { go "last" }, option "break" "Break." { add(n, 1), go "last" } } }
scene "last" { "The last step.", promise(note),

  choice { option "work" "Work." { work(note, 1), go "noon" }, option "wait" "Wait." { go "noon" },
    option "fly" "Fly." { when = at_least(n, 12), work(note, 1), ask(ines), go "noon" },
  } }
scene "noon" { at = "Mon 12:30", "Noon.", choice { option "own" "Say it." { own_up(note), go "home" }, option "go" "Go." { go "home" } } }
scene "home" { ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
