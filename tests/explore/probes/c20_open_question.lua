-- Behind a question about nothing stands a scene. With a small limit the question is left open, the scene is not.
-- expects: PW-824 20
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga" }
local wet = flag "wet"
local m = number "m" { from = 0, to = 40 }
scene "s0" { "Step 0.", choice { option "left" "Left." { go "s1" }, option "right" "Right." { add(m, 1), go "s1" } } }
scene "s1" { "Step 1.", choice { option "left" "Left." { go "s2" }, option "right" "Right." { add(m, 2), go "s2" } } }
scene "s2" { "Step 2.", choice { option "left" "Left." { go "s3" }, option "right" "Right." { add(m, 3), go "s3" } } }
scene "s3" { "Step 3.", choice { option "left" "Left." { go "s4" }, option "right" "Right." { add(m, 4), go "s4" } } }
scene "s4" { "Step 4.", choice { option "left" "Left." { go "s5" }, option "right" "Right." { add(m, 5), go "s5" } } }
scene "s5" { "Step 5.", choice { option "left" "Left." { go "s6" }, option "right" "Right." { add(m, 6), go "s6" } } }
scene "s6" { "Step 6.", choice { option "left" "Left." { go "s7" }, option "right" "Right." { add(m, 7), go "s7" } } }
scene "s7" { "Step 7.", choice { option "left" "Left." { go "s8" }, option "right" "Right." { add(m, 8), go "s8" } } }
scene "s8" { "Step 8.", choice { option "left" "Left." { go "s9" }, option "right" "Right." { add(m, 9), go "s9" } } }
scene "s9" { "Step 9.", choice { option "left" "Left." { go "s10" }, option "right" "Right." { add(m, 10), go "s10" } } }
scene "s10" { "Step 10.", choice { option "left" "Left." { go "s11" }, option "right" "Right." { add(m, 11), go "s11" } } }
scene "s11" { "Step 11.", choice { option "left" "Left." { go "s12" }, option "right" "Right." { add(m, 12), go "s12" } } }
scene "s12" { when(at_least(m, 35)) { "Many." },
  when(is(wet)) { set(wet), go "attic" },
  ending "out" }
scene "attic" { "Dust.", ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
