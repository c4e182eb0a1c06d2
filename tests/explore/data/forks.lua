-- Scenes that go on by themselves, in every shape in which a way on can be written.
scenario { id = "forks", version = 1, title = "Forks", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga" }
local paul = person "paul" { name = "Paul Roth" }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
local a = flag "a"
local b = flag "b"
local c = flag "c"
scene "start" { at = "Mon 09:00", promise(note),
  choice { option "work" "Write it." { work(note, 1) }, option "a" "A." { set(a) }, option "idle" "Nothing." { deny(ines) }, option "ab" "A and B." { set(a), set(b) } },
  choice { option "c" "C." { set(c), go "chain" }, option "on" "On." { go "chain" } },
}
scene "chain" { at = "Mon 13:00",
  when(kept(note)) { "Kept.", go "drawn" },
  otherwise_when(no(is(b))) { go "inner" },
  otherwise { go "stops" },
}
scene "inner" {
  when(is(a)) { "A.", when(is(c)) { go "drawn" }, "Not C." },
  otherwise { "Not A.", when(no(is(c))) { go "stops" } },
  go "asked",
}
scene "stops" {
  when(is(c)) { choice { option "nod" "Nod." { ask(ines) }, option "wait" "Wait." { } } },
  otherwise { go "drawn" },
  go "asked",
}
scene "drawn" {
  chance { odds(1, { "Heads.", go "asked" }), odds(2, { when(is(a)) { "Tails." } }) },
  go "last",
}
scene "asked" {
  need { who = one_of { ines, paul }, stakes = "high", crosses = { go "last" }, turns_back = { when(is(a)) { ending "out" }, go "last" } },
}
scene "last" { when(all { is(a), is(b) }) { "Both." }, ending "out" }
ending "out" { title = "Out", kind = "apart", "It rains a little." }
