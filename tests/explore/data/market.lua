-- A small Saturday on a market: two colleagues, three promises, two slots at the desk, a chance, two needs. It exists
-- to be explored whole, with and without what makes exploring small.
scenario { id = "market", version = 1, title = "Market", minutes = 3, days = { "Fri", "Sat" }, hours = { "08:00", "18:00" }, energy = 8 }

local ode = person "ode" { name = "Ode Bakker", role = "cheese", reply = "I waited.",
  standards = { notice = { hours = 2, says = "two hours" } },
  facts = { knee = "The knee is bad in the morning." } }
local ivo = person "ivo" { name = "Ivo Prins", role = "flowers", hears = { "ode" } }

local trestles = commitment "trestles" { kind = "work", by = "player", to = ode, what = "the trestles", effort = 2, due = "Fri 16:00" }
local buckets = commitment "buckets" { kind = "work", by = "player", to = ivo, what = "the buckets", effort = 2, due = "Fri 17:00" }
local till = commitment "till" { kind = "meet", by = ode, to = "player", what = "the till", due = "Sat 08:30" }

local rain = flag "rain"
local seen = flag "seen"

whenever(missed(trestles)) { ode "The trestles stood in the van." }

scene "friday" { at = "Fri 13:00",
  "The square is empty but for pigeons.",
  promise(trestles), promise(till),
  choice {
    option "both" "“And your buckets, Ivo.”" { promise(buckets), go "square" },
    option "ask"  "“How is the knee, Ode?”" { ask(ode), learn(ode, "knee"), go "square" },
    option "sky"  "Look at the sky." { set(seen), clarify(ode, "notice"), go "square" },
  },
}

scene "square" {
  chance { odds(1, { "It rains.", set(rain) }), odds(3, { "It stays dry." }) },
  when(is(seen)) { "You saw it come." },
  desk { till = "Fri 17:00", slot = "4h",
    option "sweep" "Sweep the pitch." { when = is(rain), ode "Thank you." } },
  go "saturday",
}

scene "saturday" { at = "Sat 09:00",
  when(missed(trestles)) {
    choice {
      option "own" "“I forgot them.”" { apologise(ode) { "responsibility", "repair" }, go "queue" },
      option "van" "“The van was full.”" { deny(ode), go "queue" },
      option "nod" "Carry the next crate." { go "queue" },
    },
  },
  when(all { trusts(ode, "sound"), kept(trestles) }) { "Ode whistles." },
  go "queue",
}

scene "queue" { at = "Sat 11:00",
  need { who = one_of { ode, ivo }, stakes = "medium",
    crosses = { "They come.", go "noon" },
    hesitates = { choice { option "hush" "Wait." { listen }, option "push" "“Now!”" { steer } } },
    turns_back = { when(any { trusts(ivo, "worn"), knows(ode, "knee") }) { go "noon" }, ending "alone" },
  },
}

scene "noon" {
  need { who = ivo, stakes = "medium", crosses = { ending "full" },
    turns_back = { when(trusts(ode, "sound")) { ending "half" }, ending "alone" } },
}

ending "full"  { title = "Full", kind = "together", "Every stall is sold out." }
ending "half"  { title = "Half", kind = "patched", "Half of it goes home again." }
ending "alone" { title = "Alone", kind = "apart", "You fold the trestles by yourself." }
