-- The same words where only one of them may ever be shown, in two choices, or as two moves of one talk.
-- expects: nothing
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga" }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
scene "morning" { at = "Mon 09:00", "A table, two chairs.", promise(note),
  choice { option "work" "Work." { work(note, 1), go "noon" }, option "wait" "Go out." { go "noon" } } }
scene "noon" { at = "Mon 12:30",
  choice {
    option "kept" "Say it." { when = kept(note), ask(ines) },
    option "missed" "Say it." { when = missed(note), own_up(note) },
    option "out" "Go out." { } },
  one_on_one(ines) { minutes = 30, rounds = 2,
    option "hm" "Say nothing." { listen },
    option "hm-again" "Say nothing." { ask } },
  ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
