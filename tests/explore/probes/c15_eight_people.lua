-- As many people as there can be: what never happens is proved all the same.
-- expects: PW-823 14
-- expects: PW-824 15
-- expects: PW-817 11
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon", "Tue" }, hours = { "09:00", "17:00" } }
local ines, rui = person "ines" { name = "Ines Braga" }, person "rui" { name = "Rui Melo" }
local lia, jo = person "lia" { name = "Lia Pinto" }, person "jo" { name = "Jo Costa" }
local ana, tom = person "ana" { name = "Ana Dias" }, person "tom" { name = "Tom Reis" }
local sol = person "sol" { name = "Sol Vaz" }
local wet = flag "wet"
local eva = person "eva" { name = "Eva Luz", reply = "I waited." }
local note = commitment "note" { kind = "work", by = "player", to = eva, what = "the note", effort = 2, due = "Mon 12:00" }
scene "morning" { at = "Mon 09:00", promise(note),
  when(open(note)) { "It is open." },
  when(is(wet)) { set(wet), "It rains in." },
  choice { option "work" "Work." { work(note, 2), go "noon" }, option "wait" "Wait." { go "noon" } } }
scene "noon" { at = "Mon 12:30", when(missed(note)) { ending "late" }, ending "there" }
ending "late" { title = "Late", kind = "apart", "It rains a little." }
ending "there" { title = "There", kind = "together", "It rains a little." }
