-- The First Plank: two minutes, to learn what a plank is, and who decides.
--
-- The knot: at three a plank comes out of the steam and is soft for as long as you can hold your breath. You said
-- you'd hold the other end. At ten to three a lorry stands at the gate with somebody else's engine.
--
-- Halil is sixty-six and builds his last boat but one. Afraid: of being the old man who needs holding. Never says:
--   stay near. Annoyed: says thank you. Funny about belts.
--
-- Thu  shed (three / what if / half past) · gate (let it go / run and tell / be quick) · hold, or late (own / oak / ferry)
-- Fri  the second plank · finger: whoever points at a plank is told its story, as on the bridge
-- Endings: together · patched (a day late, and paler) · apart (two belts).

scenario {
  id = "first-plank", version = 1, title = "The First Plank", author = "Plankwright", licence = "CC-BY-4.0", language = "en",
  blurb = "Two minutes in a boatyard. A plank comes out of the steam at three, and somebody has to hold the other end.",
  minutes = 2, teaches = { "A1", "A2", "A3", "A4" },
  days = { "Thu", "Fri" }, hours = { "08:00", "17:00" }, place = "boatyard",
}

local halil = person "halil" {
  name = "Halil Kaya", role = "boatbuilder",
  look = { skin = 3, face = "long", eyes = "hooded", nose = "wide", hair = "receding", hair_colour = "white", beard = "moustache", age = 66,
    build = "slight", coat = "apron", colour = "slate", hearing_aid = true },
  standards = { candour = { says = "one word through the door, before it's due" } },
  facts = {
    brother = "In 1984 his brother came on the Sunday he'd said, with a fever, and held the other end.",
    winter = "He broke a plank himself once. They stood and waited, and he was on the telephone.",
    alone = "In 1998 he bent a plank alone, because he was proud. It's a shelf now.",
  },
  on_refused = "No, no. I've got the belt.",
}

local plank = commitment "plank" { kind = "meet", by = "player", to = halil, title = "The other end",
  what = "the other end of the plank", due = "Thu 15:00", minutes = 15 }
local second = commitment "second" { kind = "meet", by = "player", to = halil, title = "The second plank",
  what = "the other end of the second plank", due = "Fri 08:00", minutes = 15 }

scene "shed" { at = "Thu 11:10",
  notes {
    say = "A small one, to learn the ropes. What would you say, on your fourth day?",
    act = "Two people, one long strip of card: bend it round a chair and hold it. Then let one of them let go.",
    watch = "Who asks before saying yes.",
    prompt = "What did the third answer cost?",
    why = "A promise is made in a second. A date that fits costs nothing while it's still early.",
  },
  "The shed smells of tar and toast. The boat has a keel and eleven ribs so far. You can see the river through her.",
  "On the calendar by the door: *Thursday, about 3, engine.*",
  "It's your fourth day. Halil taps his hearing aid, and a curl of wood falls out.",
  halil "So. The first plank. It sits in the steam for an hour. At three it comes out, and it's soft for as long as you can hold your breath.",
  halil "I bend. Somebody holds the other end.",
  choice {
    option "three" "“Three o'clock. I'll hold it.”" { promise(plank),
      "He chalks a *3* on the steam box, and your initial beside it.", go "gate" },
    option "what_if" "“What if nobody's on the other end?”" { ask(halil),
      halil "In ninety-eight I did one alone. I was proud. Now it's a shelf, there, with the paint on.", learn(halil, "alone"),
      halil "Half an hour more it can stay in, if I know. Then I turn the gas down.",
      "Three, you say. He chalks it on the steam box, with your initial.", promise(plank), go "gate" },
    option "half_past" "“There's an engine coming about three. Could it be half past?”" { promise(plank, { due = "Thu 15:30" }),
      halil "Half past. The steam doesn't mind when it starts.", "He chalks *3.30* on the box, and your initial beside it.", go "early" },
  },
}

scene "early" { at = "Thu 14:50",
  "The engine comes at ten to three. By twenty past you've got it off the lorry with the hand crane, and signed for it. The driver says nobody's been ready for him since Monday.",
  attend(plank), go "hold",
}

scene "gate" { at = "Thu 14:50",
  notes {
    say = "Ten minutes. Nothing's broken yet.",
    watch = "How good “I'll be quick” sounds.",
    prompt = "What does he know at three, in each of the three?",
    why = "Told in time, a date can move. After three it's the clock that decides.",
  },
  "Ten to three. At the gate stands a lorry, with the engine for Mrs Lund's launch. She's waited nine weeks.",
  "The driver is catching the half-past-three ferry. The engine comes off now, or it goes home with him. It's half an hour with the hand crane. In the shed the steam box is hissing.",
  choice {
    option "let_go" "“Then it goes home with you.” Go in to Halil." {
      "Mrs Lund will ring. She'll use your whole name.", attend(plank), go "hold" },
    option "run_in" "Run in first: “The engine's here. Can it be half past?”" { move(plank, "Thu 15:30"),
      halil "Half past. Good that you come now. At three I hear nothing, I only hold.",
      "He rubs out the *3* with his elbow. You get the engine off, and you're back with three minutes to spare.", attend(plank), go "hold" },
    option "quick" "Get the engine off. You'll be quick." { spend { minutes = 35, energy = 1 },
      "You are quick. It's the hook that isn't.", go "late" },
  },
}

scene "hold" {
  "The lid goes up and the shed turns white. You've got a tea towel round each hand.",
  "He walks his end in, rib by rib, and you walk yours. It bends like a ruler, and then it bends like toffee. Something creaks.",
  halil "Breathe. You're allowed to breathe.",
  go "finger",
}

scene "late" {
  notes {
    say = "Listen to how polite he is.",
    watch = "Which of the three they've said themselves this month.",
    prompt = "The ferry's true. What is it that he'd like to hear?",
    why = "Owned at once, a miss costs less. A reason is only a reason.",
  },
  "Twenty-five past three. No more steam. Halil's at his end. The other end is tied to a rib with his belt, and across the wood runs a crack as long as a hand.",
  halil "Thank you. I've used the belt. It doesn't hold so well, a belt. It doesn't say when.",
  choice {
    option "own" "“I heard it hiss. I should have come in and told you.”" {
      own_up(plank), apologise(halil) { "responsibility", "regret" }, promise(second),
      halil "Yes. One word, through the door.", "He puts his belt back on. It takes him a while to find the hole.",
      halil "There's one more length of this oak. Tomorrow at eight it's soft. You too?", "Eight, you say. He chalks it up.", go "friday" },
    option "oak" "“Is there another length of that oak?”" { promise(second), fix(halil),
      halil "One. It was for the other side.",
      halil "Tomorrow, at eight.", "He doesn't ask who'll hold it. You say that you will. He chalks the *8*, and waits, and then your initial.", go "friday" },
    option "ferry" "“He had a ferry to catch. What could I do?”" { defend(halil),
      halil "Did he catch it?", "He did, you say.", halil "Good.", ending "belts" },
  },
}

scene "friday" { at = "Fri 07:50",
  "At ten to eight you've already got the tea towels on. Mrs Lund is at the gate with a cake, for whoever it was with the engine. She's told that it'll be a quarter of an hour.",
  attend(second),
  "The lid goes up. You walk your end, and he walks his. Nobody breathes, and then both of you do.",
  go "finger",
}

scene "finger" {
  notes {
    say = "Each plank was somebody's promise. Choose one, and he'll tell you.",
    act = "In pairs, half a minute each: a promise somebody kept for you that you still think of.",
    watch = "Who goes for the pale one.",
    prompt = "Which of the planks holds: the dark one, the rubbed one, the pale one?",
    why = "All three hold. A moved date wears a plank a little, and a broken one costs a winter.",
  },
  "Afterwards he sits down against the *Meltem*, his own boat, forty years old. She isn't the same brown all over.",
  halil "Put your finger on a plank. Any one. I'll tell you what it was.",
  choice {
    option "dark" "Put it on a dark one." {
      halil "Eighty-four. My brother on the other end. He said Sunday, and he came on Sunday, with a fever. It's never moved.", learn(halil, "brother") },
    option "worn" "Put it on one that's rubbed at the edge." {
      halil "That was for a Friday. On Thursday he came and said it must be Monday. So it was Monday. It's a bit rubbed, there. It holds.",
      clarify(halil, "candour") },
    option "pale" "Put it on a pale one." {
      halil "There was another one there before. I broke it. I was on the telephone, and they stood and waited. The pale one took me a whole winter.",
      learn(halil, "winter") },
  },
  when(any { missed(plank), owned(plank) }) { ending "paler" },
  when(took "gate.let_go") { go "rings" },
  go "evening",
}

scene "rings" { at = "Thu 16:30",
  "At half past four Mrs Lund rings. You hold the phone a little way from your ear.", go "evening" }

scene "evening" { at = "Thu 17:00", ending "pencil" }

ending "pencil" { title = "In pencil", kind = "together",
  "At five there's one plank on her, and you can't see the river through that bit any more.",
  "Halil writes on the inside of it, where nobody will look: the date, and two names." }

ending "paler" { title = "Two dates", kind = "patched",
  "There's one plank on her. It's from the other end of the tree, and a shade paler than it should be.",
  "Halil writes on the inside of it, in pencil. He writes yesterday's date, and today's, and two names." }

ending "belts" { title = "Two belts", kind = "apart",
  "On Friday, when you come in, the plank is on. He's done it before eight, with two belts and a car jack.",
  halil "I've got a system now.",
  "He asks if you'd paint the oars. They're at the other end of the yard." }
