-- P10. Forty choices in a row: two to the power of forty ways, and a small proof.
-- expects: nothing
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga", reply = "I waited." }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
local n = number "n" { from = 0, to = 40 }
scene "s0" { "Step 0.", choice { option "left" "Left." { go "s1" }, option "right" "Right." { add(n, 1), go "s1" } } }
scene "s1" { "Step 1.", choice { option "left" "Left." { go "s2" }, option "right" "Right." { add(n, 1), go "s2" } } }
scene "s2" { "Step 2.", choice { option "left" "Left." { go "s3" }, option "right" "Right." { add(n, 1), go "s3" } } }
scene "s3" { "Step 3.", choice { option "left" "Left." { go "s4" }, option "right" "Right." { add(n, 1), go "s4" } } }
scene "s4" { "Step 4.", choice { option "left" "Left." { go "s5" }, option "right" "Right." { add(n, 1), go "s5" } } }
scene "s5" { "Step 5.", choice { option "left" "Left." { go "s6" }, option "right" "Right." { add(n, 1), go "s6" } } }
scene "s6" { "Step 6.", choice { option "left" "Left." { go "s7" }, option "right" "Right." { add(n, 1), go "s7" } } }
scene "s7" { "Step 7.", choice { option "left" "Left." { go "s8" }, option "right" "Right." { add(n, 1), go "s8" } } }
scene "s8" { "Step 8.", choice { option "left" "Left." { go "s9" }, option "right" "Right." { add(n, 1), go "s9" } } }
scene "s9" { "Step 9.", choice { option "left" "Left." { go "s10" }, option "right" "Right." { add(n, 1), go "s10" } } }
scene "s10" { "Step 10.", choice { option "left" "Left." { go "s11" }, option "right" "Right." { add(n, 1), go "s11" } } }
scene "s11" { "Step 11.", choice { option "left" "Left." { go "s12" }, option "right" "Right." { add(n, 1), go "s12" } } }
scene "s12" { "Step 12.", choice { option "left" "Left." { go "s13" }, option "right" "Right." { add(n, 1), go "s13" } } }
scene "s13" { "Step 13.", choice { option "left" "Left." { go "s14" }, option "right" "Right." { add(n, 1), go "s14" } } }
scene "s14" { "Step 14.", choice { option "left" "Left." { go "s15" }, option "right" "Right." { add(n, 1), go "s15" } } }
scene "s15" { "Step 15.", choice { option "left" "Left." { go "s16" }, option "right" "Right." { add(n, 1), go "s16" } } }
scene "s16" { "Step 16.", choice { option "left" "Left." { go "s17" }, option "right" "Right." { add(n, 1), go "s17" } } }
scene "s17" { "Step 17.", choice { option "left" "Left." { go "s18" }, option "right" "Right." { add(n, 1), go "s18" } } }
scene "s18" { "Step 18.", choice { option "left" "Left." { go "s19" }, option "right" "Right." { add(n, 1), go "s19" } } }
scene "s19" { "Step 19.", choice { option "left" "Left." { go "s20" }, option "right" "Right." { add(n, 1), go "s20" } } }
scene "s20" { "Step 20.", choice { option "left" "Left." { go "s21" }, option "right" "Right." { add(n, 1), go "s21" } } }
scene "s21" { "Step 21.", choice { option "left" "Left." { go "s22" }, option "right" "Right." { add(n, 1), go "s22" } } }
scene "s22" { "Step 22.", choice { option "left" "Left." { go "s23" }, option "right" "Right." { add(n, 1), go "s23" } } }
scene "s23" { "Step 23.", choice { option "left" "Left." { go "s24" }, option "right" "Right." { add(n, 1), go "s24" } } }
scene "s24" { "Step 24.", choice { option "left" "Left." { go "s25" }, option "right" "Right." { add(n, 1), go "s25" } } }
scene "s25" { "Step 25.", choice { option "left" "Left." { go "s26" }, option "right" "Right." { add(n, 1), go "s26" } } }
scene "s26" { "Step 26.", choice { option "left" "Left." { go "s27" }, option "right" "Right." { add(n, 1), go "s27" } } }
scene "s27" { "Step 27.", choice { option "left" "Left." { go "s28" }, option "right" "Right." { add(n, 1), go "s28" } } }
scene "s28" { "Step 28.", choice { option "left" "Left." { go "s29" }, option "right" "Right." { add(n, 1), go "s29" } } }
scene "s29" { "Step 29.", choice { option "left" "Left." { go "s30" }, option "right" "Right." { add(n, 1), go "s30" } } }
scene "s30" { "Step 30.", choice { option "left" "Left." { go "s31" }, option "right" "Right." { add(n, 1), go "s31" } } }
scene "s31" { "Step 31.", choice { option "left" "Left." { go "s32" }, option "right" "Right." { add(n, 1), go "s32" } } }
scene "s32" { "Step 32.", choice { option "left" "Left." { go "s33" }, option "right" "Right." { add(n, 1), go "s33" } } }
scene "s33" { "Step 33.", choice { option "left" "Left." { go "s34" }, option "right" "Right." { add(n, 1), go "s34" } } }
scene "s34" { "Step 34.", choice { option "left" "Left." { go "s35" }, option "right" "Right." { add(n, 1), go "s35" } } }
scene "s35" { "Step 35.", choice { option "left" "Left." { go "s36" }, option "right" "Right." { add(n, 1), go "s36" } } }
scene "s36" { "Step 36.", choice { option "left" "Left." { go "s37" }, option "right" "Right." { add(n, 1), go "s37" } } }
scene "s37" { "Step 37.", choice { option "left" "Left." { go "s38" }, option "right" "Right." { add(n, 1), go "s38" } } }
scene "s38" { "Step 38.", choice { option "left" "Left." { go "s39" }, option "right" "Right." { add(n, 1), go "s39" } } }
scene "s39" { "Step 39.", choice { option "left" "Left." { go "last" }, option "right" "Right." { add(n, 1), go "last" } } }
scene "last" { promise(note), when(at_least(n, 20)) { "More right than left." }, otherwise { "More left than right." },
  choice { option "work" "Work." { work(note, 1), go "noon" }, option "wait" "Wait." { go "noon" } } }
scene "noon" { at = "Mon 12:30", "Noon.", choice { option "own" "Say it." { own_up(note), go "home" }, option "go" "Go." { go "home" } } }
scene "home" { ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
