-- Two Sacks: a booster of three minutes. Something slipped, nobody has noticed, and you know.
--
-- The knot: the order for the mill goes out by five, and at twenty to five the freezer alarm goes. Whatever you take first,
-- the other one is yours to tell, and he comes in at half past five in the morning, in a good mood.
--
-- Anselm is fifty-eight and has a tooth. Needs: to know what's in the store before he mixes. Afraid: of a Saturday
--   without bread, as in the year of the flood. Annoyed: gets the broom. Funny about the freezer.
--
-- Tue  twenty to five (freezer / order / ring) · Wed  half past five (now / mill / nothing) · what he asks at six
-- Endings: together (in flour) · patched (the broom; rolls) · apart (the list).

scenario {
  id = "booster-2", version = 1, title = "Two Sacks", author = "Plankwright", licence = "CC-BY-4.0", language = "en",
  blurb = "A bakery at twenty to five: an order that has to go out, a freezer that screams, and a baker at the dentist's.",
  kind = "booster", minutes = 3, teaches = { "A1", "A3", "A4" },
  days = { "Tue", "Wed" }, hours = { "05:00", "18:00" }, place = "bakery",
}

local anselm = person "anselm" {
  name = "Anselm Reuter", role = "baker",
  look = { skin = 1, face = "square", eyes = "round", nose = "wide", hair = "bald", beard = "full", hair_colour = "grey", age = 58, build = "broad",
    coat = "apron", colour = "sand" },
  facts = { dough = "He mixes at six. Till six he can make it rolls, whatever is missing. After that it's bread." },
  on_refused = "No. You've had your five o'clock.",
}

local order = commitment "order" { kind = "work", by = "player", to = anselm, title = "The flour",
  what = "the order for the mill", effort = .25, due = "Tue 17:00" }
local croissants = commitment "croissants" { kind = "hold", by = "player", to = anselm, title = "The freezer door",
  what = "keeping the freezer shut", due = "Tue 18:00" }

scene "tuesday" { at = "Tue 16:40",
  notes {
    say = "You can't do both. Nobody could.",
    watch = "Who thinks of the telephone.",
    prompt = "Two things were promised. Who should hear which one goes?",
    why = "Which promise gives way is often not in your hands. That they hear it from you is.",
  },
  "Anselm has a tooth. “The order's out by five,” he said, with a hand on his cheek, “and the freezer stays shut. It's got forty trays in it.” You said yes to both.",
  promise(order), promise(croissants),
  "Nobody else is in. The shop is shut, the floor is wet, and the radio plays to the tins.",
  "At twenty to five you sit down to the order: flour, twelve sacks. Then the freezer starts to scream. The door has come off its upper hinge.",
  choice {
    option "freezer" "Run. Hold the door shut till the man comes." { spend { minutes = 65 },
      "You hold it with your back. It's like holding up a cow. The man comes at quarter to six, with one screw. At half past six you're on the bus, with cold shoulders, rather pleased with yourself.", go "wednesday" },
    option "order" "Twelve sacks, *send*. Then run." { work(order, .25), breaks(croissants),
      "It's out at five to five. By the time you get to the freezer, two trays of croissants have gone soft. You push them to the back, where it's coldest, and hold the door till the man comes.", go "wednesday" },
    option "ring" "Ring the dentist's, with your back against the door." {
      anselm "The free-ther. The flour I thort out in the morning.", move(order, "Wed 07:00"),
      "It's hard to hear, with the drill. You hold the door till quarter to six, when the man comes with one screw.", go "asked" },
  },
}

scene "wednesday" { at = "Wed 05:30",
  notes {
    say = "He doesn't know. Say aloud what you'd say.",
    watch = "How long the sentence is before the fact comes.",
    prompt = "What can he still do at half past five that he can't do at eight?",
    why = "Owned before they find it, a break costs a crack. Found out, it takes the planks beside it too.",
  },
  when(missed(order)) { "At half past five it's on the screen where you left it: flour, twelve sacks. Not sent. In the store there are ten. Today needs twelve." },
  otherwise { "At half past five the two trays are where you pushed them. They've frozen again, flat, like something run over. The café gets croissants at seven." },
  "Anselm comes in whistling. The tooth is out. He shows it to you, in a napkin: it's longer than one would think.",
  "He ties his apron, and reaches for the big bowl. He mixes at six.",
  choice {
    option "now" "“Before you mix: something's missing, and it's me.”" {
      when(missed(order)) { own_up(order) }, when(missed(croissants)) { own_up(croissants) },
      "You tell him what, and how many. He puts the tooth away.", anselm "Good. It's not six yet.", learn(anselm, "dough"), go "six" },
    option "mill" "See first what can be saved. Then tell him, with an answer." { spend { minutes = 40 },
      when(missed(order)) { "You write to the mill, and count, and count again. By ten past six you've got an answer, and he's got a dough." },
      otherwise { "You try a knife, and a thinner knife. Eleven of sixty come off the tray whole. By ten past six you've got a number, and he's got a dough." },
      go "mixed" },
    option "whistle" "He's in such a good mood. Let him whistle." {
      when(missed(order)) { cover_up(order) }, otherwise { cover_up(croissants) }, go "mixed" },
  },
}

scene "asked" { at = "Wed 05:30",
  notes {
    say = "Nothing was broken here. What did it cost?",
    watch = "Who still wants to save him from choosing.",
    prompt = "He chose, with cotton in his cheek. How is that different from choosing for him?",
    why = "A call before five leaves the choice with the one who'll bake tomorrow.",
  },
  "At half past five the order is still on the screen. In the store there are ten sacks, and today wants twelve.",
  "Anselm comes in whistling. The tooth is out. He shows it to you, in a napkin: it's longer than one would think.",
  anselm "So. Ten. That I've known since the chair. I baked the whole night, in my head.",
  choice {
    option "what" "“And what did you bake, in your head?”" { ask(anselm), learn(anselm, "dough"),
      anselm "Rolls. Rolls go further. Till six I can still change my mind, and after six it's bread.", work(order, .25), ending "flour" },
    option "send" "Send the order, now, while he ties his apron." { work(order, .25),
      "*Sent*, it says, 05:45. He reads it over your shoulder, with his lips.", anselm "Twelve. Good. Rolls till it comes.", ending "flour" },
    option "plan" "“I've thought about it. Ten will do, if we're careful.”" { steer(anselm), work(order, .25),
      anselm "If we're careful.", "He weighs everything twice, that morning, and says the numbers aloud.", ending "broom" },
  },
}

scene "six" {
  notes {
    say = "It's said, and it's rolls. Now somebody has to tell the café.",
    watch = "Who explains, and who puts their shoes on.",
    prompt = "He has known for five minutes. What's he still waiting to hear?",
    why = "After the truth comes the part with work in it. He can take a reason then, and hardly before.",
  },
  "He goes and looks himself. You hear him count. He comes back with flour on his nose.",
  anselm "Rolls, then. Rolls go further. You take the tray to the café and say it's rolls today.",
  choice {
    option "go" "“I'll go. I'll say it's on us.”" { ask(anselm), work(order, .25), ending "flour" },
    option "sorry" "“I said yes to both. I'm sorry.”" { apologise(anselm) { "responsibility", "regret" }, work(order, .25),
      anselm "You had one back, and there were two doors.", ending "flour" },
    option "hinge" "“That hinge has been loose since Easter.”" { defend(anselm), work(order, .25),
      anselm "I know. I thought, if nobody says it, it's not loose.", ending "broom" },
  },
}

scene "mixed" { at = "Wed 06:15",
  notes {
    say = "He's counting. He isn't asking yet.",
    watch = "Answers that begin with a plan.",
    prompt = "What did he have at half past five that he hasn't got now?",
    why = "The same sentence was worth a batch of rolls three quarters of an hour ago. It's still worth more than the list.",
  },
  "At quarter past six the dough turns in the big bowl, slow and fat. It's for bread. The first tray is already in.",
  "He stops the bowl. He looks into the store, and then into the freezer, and moves his lips.",
  anselm "Tell me if I'm counting wrong.",
  choice {
    option "count" "“You're not. I knew it at half past five.”" {
      when(any { missed(order), covered(order) }) { own_up(order) }, when(any { missed(croissants), covered(croissants) }) { own_up(croissants) },
      apologise(anselm) { "responsibility" }, anselm "At half past five it was rolls.", ending "broom" },
    option "solved" "“It's all right, I've got a plan for that.”" { fix(anselm),
      when(covered(order)) { found_out(order) }, when(covered(croissants)) { found_out(croissants) },
      anselm "You've got a plan. I've got a dough.", ending "broom" },
    option "odd" "“That's odd. Somebody must have moved something.”" { deny(anselm),
      when(covered(order)) { found_out(order) }, when(covered(croissants)) { found_out(croissants) },
      "On the freezer there's a slip from the man with the screw, and on the screen there's the order. Both have the time on them. He reads you both.", ending "list" },
  },
}

ending "flour" { title = "In flour", kind = "together",
  "The café takes the rolls. At seven he writes *hinge* on the wall, in flour, where he writes what is to be done today." }
ending "broom" { title = "The broom", kind = "patched",
  "He gets the broom and sweeps the whole shop, though it's clean. At eight he asks if you want a coffee, and makes it without sugar, as you like it." }
ending "list" { title = "The list", kind = "apart",
  "On Thursday there's a list by the screen. It has two columns: what, and who has looked." }
