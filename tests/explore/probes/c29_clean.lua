-- Each is said on some way: at the start of a later scene, where she is there without a word, at once, or with
-- nobody there.
-- expects: nothing
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga" }
local note = commitment "note" { kind = "work", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
whenever(missed(note)) { ines "I waited." }
whenever(kept(note)) { at_once = true, ines "Oh." }
whenever(all { owned(note), no(kept(note)) }) { "That is said." }
scene "morning" { at = "Mon 09:00", ines "Morning.", promise(note),
  choice { option "work" "Work." { work(note, 1), go "noon" }, option "wait" "Wait." { go "noon" } } }
scene "noon" { at = "Mon 13:00", "Noon.",
  choice { option "own" "Write to her." { own_up(note), go "home" }, option "go" "Go." { go "home" } } }
scene "home" { present = { ines }, ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
