-- Wednesday: an empty box, and what is served out of it.
local imelda, farid, tomasz = person "imelda", person "farid", person "tomasz"
local eleven, look, card, turbot = commitment "eleven", commitment "look", commitment "card", commitment "turbot"
local ill, gil, seen, fudge = flag "ill", flag "gil", flag "seen", flag "fudge"

scene "wednesday" { at = "Wed 08:50",
  when(took "late.stay") { go "saved" },
  otherwise_when(took "tuesday.early") { go "waver" },
  otherwise { go "box" },
}

scene "saved" {
  notes {
    watch = "Nobody wants to talk about the sister.",
    prompt = "It was kept. What did it cost, and whom?",
    why = "Keeping has a price too. It's paid once.",
  },
  "Imelda is frying eggs for three. The cold room stands open and warm, with a mop in it.",
  imelda "Six hundred quid's worth, and all of it's in the hotel between the wedding cakes. Sit.",
  "Farid eats with his coat on. He should have been home for two hours.",
  farid "She rang it in at seven minutes past eleven. I looked at the clock. I always look at the clock.",
  choice {
    option "sister" "“My sister sat on the platform till half past twelve.”" { "Imelda turns the gas off.",
      imelda "Bring her tonight. Table two. What does she eat?", farid "Not crisps, after that." },
    option "mussels" "“Why eleven? Why were you awake?”" { ask(imelda),
      imelda "Because once I didn't look. Twelve years ago. Eleven people were ill, and I wrote to all of them by hand.", learn(imelda, "mussels") },
    option "weigh" "“You've got a thing with clocks, Farid.”" { ask(farid),
      farid "I was the weigher here. Twenty years. The lorries stood where you put the butter. You write the time and the weight. They'd bring me beer, for forty tonnes.", learn(farid, "weigher") },
  },
  go "half_five",
}

-- An honest number, and somebody else's wish.
scene "waver" {
  notes {
    say = "You've done nothing wrong. Now listen to your boss.",
    watch = "How easy it is to be kind to a tired person with a pen.",
    prompt = "She doesn't ask you to lie. What does she ask?",
    why = "Good people waver. Whoever wavers with them makes a second promise break: Farid's.",
  },
  "Imelda stands at the book. Under your *4* from ten past ten lies the lid of a fish box, with felt pen on it.",
  imelda "Farid's. Half past one. That's an eleven, isn't it. Or it's a one and a mark. Or a four: look, if he was in a hurry.",
  "It says *01.30*, and then it says *11*. It's four now. It's humming.",
  imelda "If it's eleven, I throw away six hundred pounds, two days before the bank. If it's a four, he's made a funny four.",
  "She has the pen in her hand. It doesn't quite reach.",
  choice {
    option "eleven" "“It's an eleven.”" {
      "She lets go of the pen, and it swings.",
      imelda "Yes. It is.", "Everything with a shell goes out, and half of what hasn't. She does the bins herself. She does it very fast." },
    option "ask" "“What would Farid say it is?”" { ask(imelda),
      imelda "He'd say the time, and then he'd say eleven.", imelda "I had the pen in my hand before you came in. I wanted you to be late.", learn(imelda, "pen"),
      "Then she rolls up her sleeves, and six hundred pounds' worth goes into the bins." },
    option "four" "“Could be a four. You know his writing.”" { set(fudge),
      imelda "It could, couldn't it.", "She writes it under yours: *01.30: 4*. It looks like any other line.",
      "She puts the lid in with the cardboard, face down." },
  },
  go "half_five",
}

scene "box" {
  notes {
    say = "Nobody's ill. Nobody's asked yet. There's a pen.",
    watch = "The difference between a four and “as far as I know”. Ask the room if there is one.",
    prompt = "What do you actually know at ten to nine?",
    why = "Up to here it's a miss, like thousands. From the pen on it's another thing.",
  },
  "The cold room hums. You go in with the probe: four. In the book, next to *Tue 23.00*, there's an empty box.",
  when(took "late.farid") { "Farid has gone home at six. On the spike there's a thick wad of delivery notes, and some cardboard." },
  otherwise { "On the spike there's a thick wad of delivery notes, and some cardboard." },
  "Tomasz is at your elbow with a tray of ice. From the yard comes Imelda's voice.",
  imelda "All fine last night?",
  choice {
    option "own" "“I wasn't here. I don't know.”" { breaks(eleven), spend { minutes = 10 }, own_up(eleven), apologise(imelda) { "responsibility" },
      "She comes in with the gate key in her hand.", imelda "You don't know.",
      imelda "Then I don't either. Everything with a shell, and the skate. Out.",
      "Six hundred pounds' worth makes four bins. She takes one handle, and you the other. She doesn't say anything till the third.", imelda "Was it the train?" },
    option "four" "Write a 4. “All fine.”" { cover_up(eleven), set(seen),
      "It's only one stroke more than a one. Tomasz watches the pen swing back.", imelda "Thank God for that. I dreamt of buckets." },
    option "know" "“As far as I know.”" { cover_up(eleven), set(seen),
      imelda "You're my favourite.", "You don't touch the pen. At nine she opens the book, clicks her tongue at the empty box, and fills it in for you: *4*. Tomasz holds the ice and watches how it's done." },
    option "spike" "“Give me a minute.” Go through the spike." { go "lid" },
  },
  go "half_five",
}

scene "lid" {
  notes {
    watch = "It's harder now than a minute ago. Why?",
    prompt = "Each of the three uses Farid's number. How?",
    why = "Not knowing was a miss. Knowing makes it a choice.",
  },
  "Between the eels and the lemons there's the lid of a box, with felt pen on it. *01.30. It was off. 11. I put it back. F.*",
  learn(farid, "card"),
  "Eleven degrees, for up to two and a half hours.",
  imelda "And?",
  choice {
    option "show" "Take it out to her. “I wasn't here. This is Farid's.”" { breaks(eleven), spend { minutes = 10 }, own_up(eleven), apologise(imelda) { "responsibility", "explanation" },
      "She reads it twice, the second time with her finger.", imelda "He can tell the time, that man.",
      "It makes four bins. On the way back she pins the lid to the wall, over the book." },
    option "pocket" "Put it in your pocket. Write a 4." { cover_up(eleven), cover_up(card), set(seen),
      "“All fine.” It's stiff, that lid. You can feel the corner each time you bend down.", "Tomasz has stopped with his tray. Then he goes round you." },
    option "farids" "“It's Farid's. Eleven, look at that.”" { when = no(took "late.farid"), breaks(eleven), defend(imelda),
      imelda "And yours? At eleven?", "You'd have to look, you say. She looks at you, and then at the bins. It makes four.",
      "In the evening she writes *no reading* into the box, in her own hand." },
    option "blame" "“Farid was meant to do it. He was late.”" { when = took "late.farid", breaks(eleven), defend(imelda), defend(farid),
      imelda "I asked Farid?", "She takes the lid from you, and the fish goes out, four bins of it.",
      "At noon she rings him at home, and wakes him up." },
  },
  go "half_five",
}

scene "half_five" { at = "Wed 17:30",
  when(covered(eleven)) { go "crab" },
  otherwise_when(is(fudge)) { go "crab_two" },
  otherwise { go "clean" },
}

scene "clean" {
  notes {
    watch = "Who says yes to Tomasz without looking at Thursday.",
    prompt = "He's waited since September. What has that cost so far, and whom?",
    why = "Small promises to quiet people are the easiest to make. Saying no to one breaks nothing.",
  },
  "Half past five. There's no crab and no mussels tonight, and thirty-eight menus say there are. You cross them out with a ruler. Tomasz reads you which.",
  when(took "lid.blame") { "Farid comes in early. He doesn't hang his jacket on the nail. He puts it on a chair.",
    farid "Half past one. I wrote it. I had the drain up to here, and I wrote it." },
  otherwise { tomasz "I'd have written a four, Chef. I wouldn't have thought about it. I'd just have written it." },
  tomasz "In September you said you'd show me a turbot. Off the bone, in one. Is that still?",
  choice {
    option "two" "“Tomorrow at two. Just us and the fish.”" { promise(turbot), tomasz "Two. I'll sharpen everything." },
    option "friday" "“Watch me on Friday, for the thirty.”" { tomasz "Yes, Chef. From where?", "From the pass he can see your elbows. You both look at the pass." },
    option "why" "“Why the turbot?”" { ask(tomasz), promise(turbot),
      tomasz "My mum had it once. At a wedding. She still does it with her hands, how big it was.", "Tomorrow at two, you say." },
  },
  go "table_two",
}

scene "table_two" { at = "Wed 22:20",
  notes {
    watch = "How the room treats an evening in which nothing is wrong.",
    prompt = "What did an honest number buy, and what did it cost? Who paid?",
    why = "Keeping is quiet. It can be seen best from the side.",
  },
  when(took "late.stay") {
    "At table two your sister is eating her third plate of something with peas. She plays in a pit in Hull, and nobody there cooks.",
    imelda "Is she always like that?", "Since she was four, you say." },
  otherwise_when(kept(eleven)) {
    "Twenty past ten. Farid hangs his jacket on the nail, and sees the lid of his box, pinned to the wall over the book.",
    farid "Who's framed me?", "Imelda points at you with a spoon." },
  otherwise {
    "Twenty past ten. Imelda's alone at table two, with a pencil and the delivery notes. Nineteen people went somewhere else when they heard there was no crab.",
    imelda "Six hundred and eleven pounds. If you want to know what the train cost." },
  choice {
    option "sit" "Sit down. Say nothing." { listen(imelda),
      "Imelda pushes the bread across, and then the butter.", imelda "I used to do the eleven o'clocks myself, every night for years. I know what it does to an evening." },
    option "bank" "“What do you tell the bank on Friday?”" { ask(imelda),
      imelda "That I need a cold room. They'll ask why. I'd sooner say it failed once than that it never does.", learn(imelda, "bank"), clarify(imelda, "candour") },
    option "farid" "Go and give Farid a hand with the drain." { ask(farid),
      farid "You hold that, and don't breathe. I was the weigher here, you know. Twenty years. They brought me beer for forty tonnes.",
      "How much was it, you ask.", farid "Thirty-eight. It's always thirty-eight.", learn(farid, "weigher") },
  },
  go "thursday",
}

scene "crab" {
  notes {
    say = "The cover-up is eight hours old. Now it wants something.",
    watch = "How good the second option looks. Nobody'd be ill.",
    prompt = "If the crab goes off the menu with a story, who pays?",
    why = "A lie has to be kept, like a promise. Owned up now, it still counts as a miss.",
  },
  "Half past five. Tomasz has his nose in a box of crab.",
  tomasz "Chef? Is it meant to smell of harbour? I thought it was my hands.", learn(tomasz, "nose"),
  "Imelda is on the phone to the bank, walking up and down, laughing where they'd like her to. Thirty-eight are booked tonight.",
  choice {
    option "own" "Wait till she hangs up. “The four isn't a four.”" { own_up(eleven), apologise(imelda) { "responsibility", "regret" },
      when(covered(card)) { own_up(card), "You put the lid on the table. It's got a crease in it, the size of a pocket." },
      imelda "Say it again.", "You say it again.",
      imelda "Since when?", "Since ten to nine, you say.",
      "She looks at the clock, and you can see her take one from the other. Then she shouts, and it's for bins." },
    option "story" "“Bin the crab. Tell her it came in bad.”" { set(gil),
      tomasz "But it came in good. I signed for it.", "He bins it. Through the glass you see Imelda ring Gil, who has brought her crab for nineteen years. She doesn't walk up and down for that one." },
    option "serve" "“That's what crab smells of.”" { set(ill),
      tomasz "Yes, Chef.", "Table six takes the crab, three times. It's somebody's birthday. There's a candle, and a lady of seventy-one who blows it out in two goes." },
  },
  go "ask_turbot",
}

scene "crab_two" {
  notes {
    watch = "Relief, when she says it first.",
    prompt = "She turns round by herself. What does that leave for you to do?",
    why = "Colleagues break promises too, and put them right. Farid wasn't in the room.",
  },
  "Half past five. Imelda has got a crab in each hand, and holds them up to the light, as if they could tell her.",
  imelda "I can't. I've written to eleven people once. I'm not buying another pad.", learn(imelda, "mussels"),
  imelda "Shells out. And the book's your writing above and mine below, and neither of us can look at it.",
  choice {
    option "strike" "Take the pen. Make her 4 an 11 again." { listen(imelda), clear(fudge),
      "You draw a line through it so that it can be read, and write what was there. She puts her letters next to yours.",
      "In the cardboard you find the lid. You pin it to the wall, and there's a hole in it where somebody's put a foot through." },
    option "farid" "“One of us ought to tell Farid.”" { steer(imelda), cover_up(card),
      imelda "I'll do it.", "She looks at the nail for his jacket. At ten she goes home by the front." },
    option "leave" "“It's out. Nobody'll be ill. Leave the book.”" { cover_up(card), "She nods for a while.", imelda "You're a good friend to me.", "She doesn't say it as if it helped." },
  },
  go "ask_turbot",
}

scene "ask_turbot" {
  "Later Tomasz stands by the sink with his sleeves up, and doesn't wash anything.",
  tomasz "In September you said you'd show me a turbot, off the bone. Is that still?",
  promise(turbot),
  "Tomorrow at two, you say. He dries his hands, which are dry.",
  when(is(seen)) { tomasz "I watch you a lot, Chef. I think it's the best way." },
  go "thursday",
}
