-- Two options with the same words that can be offered at once: of a choice, under one condition, on a desk;
-- and two that do the same besides, told once.
-- expects: PW-835 13
-- expects: PW-835 17
-- expects: PW-835 23
-- expects: PW-821 20
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga", reply = "I waited." }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
local early = flag "early"
scene "morning" { at = "Mon 09:00", "A table, two chairs.", promise(note),
  choice { option "work" "Go up to her." { work(note, 1), set(early), go "noon" },
    option "wait" "Go up  to her. " { go "noon" } } }
scene "noon" { at = "Mon 12:30",
  choice {
    option "own" "Say it." { when = all { is(early), kept(note) }, ask(ines) },
    option "say" "Say it." { when = all { is(early), kept(note) }, listen(ines) },
    option "stay" "Stay." { },
    option "back" "Go back." { apologise(ines) { "regret" } },
    option "turn" "Go back." { apologise(ines) { "regret" } },
    option "sorry" "Own up." { when = missed(note), own_up(note) } },
  desk { till = "Mon 16:30", slot = "2h", talk = {}, option "air" "Get some air." { ask(ines) },
    option "roof" "Get some air." { spend { energy = 1 } } },
  ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
