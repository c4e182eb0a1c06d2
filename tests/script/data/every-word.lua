-- Every word of the language once, for the tests: it loads, and every field of it is stored.
scenario { id = "every-word", version = 2, title = "Every word", author = "Plankwright", licence = "CC-BY-4.0",
  language = "en", blurb = "For the tests.", minutes = 9, teaches = { "A1", "A20" }, content = { "height", "loss" }, kind = "booster",
  days = { "Mon", "Thu" }, weeks = 2, hours = { "08:30", "16:30" }, energy = 9, place = "theatre", weather = "dusk" }

local halima = person "halima" { name = "Halima Nasser", role = "rigger", mood = "warm", crossing = "bold", reply = "Right.",
  look = { skin = 0, hair = "scarf", hair_colour = "grey", age = 52, coat = "cardigan", colour = "brick", glasses = true,
    beard = true, wheelchair = true },
  standards = { notice = { hours = 2, says = "two hours" }, candour = { says = "a plain no" } },
  facts = { march = "The boy let go.", fall = "She fell." }, hears = { "piet" },
  on_told = "Told: {what}.", on_moved = "{due}, then.", on_refused = "No, {name}.", on_delivered = "Got {what}.",
  on_owned_up = "Owned.", on_apology = "Well." }
local piet = person "piet" { name = "Piet", crossing = "careful", persona = "watchful", look = { hair = "turban", beard = "moustache", glasses = "square", face = "long", eyes = "hooded", nose = "wide", build = "broad", coat = "jumper", colour = "charcoal", cane = true, hearing_aid = true, prosthesis = true } }

local plot = commitment "plot" { kind = "work", to = halima, what = "the lighting plot", effort = 1.5, due = "2 Mon 12:00",
  found = { 1, 6 }, deliver = "by hand", on_told = "Late: {title}." }
local ladder = commitment "ladder" { kind = "meet", by = "player", to = halima, what = "the ladder", title = "Ladder",
  due = "Thu 18:00", minutes = 45 }
local quiet = commitment "quiet" { kind = "hold", to = piet, what = "not a word", due = "2 Thu 12:00" }
local keys = commitment "keys" { kind = "work", by = halima, to = "player", what = "the keys", due = "1 Thu 09:30",
  provided = function(s) return s.day < 9 end }

local lorry = flag "lorry"
local score = number "score" { from = -2, to = 3, start = 1 }

whenever(any { missed(ladder), found(plot) }) { at_once = true, halima "So.", mood(halima, "cold") }
talk(piet) { minutes = 20, rounds = 1, energy = 1,
  option "listen" "Wait." { listen, piet "…" } }

scene "one" { at = "Mon 09:10", weather = "storm", present = { halima },
  notes { say = "Say.", act = "Do.", watch = "Watch.", prompt = "Prompt.", why = "Why." },
  "Narration with {halima.first}, {halima}, {ladder.due}, {ladder.what}, {clock}, {{ and *stress*.",
  promise(plot), promise(ladder, { due = "Thu 18:30" }), promise(quiet), promise(keys), work(plot, 0.5), deliver(plot),
  attend(ladder), tell(plot), move(plot), move(plot, "2 Mon 14:00"), own_up(plot), cover_up(plot), found_out(plot),
  breaks(quiet), breaks(halima, "candour"), lets_down(keys),
  apologise(halima) { "responsibility", "repair", "regret", "explanation", "repentance", "forgiveness" },
  vow(halima), deny(halima), learn(halima, "fall"), clarify(halima, "notice"), spend { hours = 0.5, minutes = 5, energy = 0.5 },
  set(lorry), clear(lorry), add(score, 1), assign(score, -1), mood(piet, "worried"),
  listen(halima), ask(halima), defend(halima), steer(halima), fix(halima), their_agenda(halima), shared_agenda(halima),
  my_agenda(halima),
  when(all { kept(plot), missed(plot), open(plot), moved(plot), told(plot), owned(plot), covered(plot), found(plot),
    lapsed(plot), promised(plot), done(plot), due_within(plot, 20), knows(halima, "fall"), clarified(halima, "notice"),
    trusts(halima, "sound"), accepts(halima), chosen(piet), hours_left(2), energy_left(3), is(lorry), at_least(score, 2),
    took "one.stay", no(silo()) }) { "Never." },
  otherwise_when(function(s) return s.state.plot == "none" end) { "Never either." },
  otherwise { "Always." },
  chance { odds(2, { "Two." }), odds(3, { "Three." }) },
  choice {
    option "stay" "Stay." { when = no(is(lorry)), costs = { hours = 1, energy = 1 }, seen_by = { piet }, why = "Because.",
      notes { say = "Option." }, "You stay." },
    option "leave" "Leave." { go "two" },
  },
  desk { till = "Mon 16:00", slot = "1h30", talk = { piet }, work = { plot }, option "nap" "Sleep." { "You sleep." } },
  one_on_one(halima) { minutes = 30, rounds = 2, energy = 2, meets = ladder,
    option "start" "You start." { their_agenda },
    option "mine" "I start." { my_agenda },
    option "ask" "Ask." { ask, learn(halima, "march"), fix } },
  go "two",
}

scene "two" {
  need { who = one_of { halima, piet }, stakes = "high",
    crosses = { "{who} comes.", ending "held" },
    hesitates = { choice { option "ask" "Ask." { ask }, option "push" "Push." { steer } } },
    turns_back = { "{who} goes." } },
  need { who = halima, stakes = "small", to = "them", crosses = { ending "patched" }, turns_back = { ending "alone" } },
}

ending "held" { title = "Held", kind = "together", "The bar goes up." }
ending "patched" { title = "Patched", kind = "patched", "It holds.", when(is(lorry)) { "For now." } }
ending "alone" { title = "Alone", kind = "apart", "Done without you." }
always "the score stays small" (function(s) return s.number.score < 4 end)
