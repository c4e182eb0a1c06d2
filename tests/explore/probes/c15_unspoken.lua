-- A narration, a speech, an option and a title that only an eye can read.
-- expects: PW-834 11
-- expects: PW-834 12
-- expects: PW-834 13
-- expects: PW-834 17
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga" }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
scene "morning" { at = "Mon 09:00", "A table, two chairs.", promise(note),
  choice { option "work" "Work." { work(note, 1), go "noon" }, option "wait" "Wait." { go "noon" } } }
scene "noon" { at = "Mon 12:30", "***",
  ines "…",
  choice { option "own" "—" { own_up(note), go "home" },
    option "go" "Go." { go "home" } } }
scene "home" { ending "out" }

ending "out" { title = "?!", kind = "apart", "It rains a little." }
