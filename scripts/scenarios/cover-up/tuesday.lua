-- Tuesday: a number, a train, and who looks.
local imelda, farid, tomasz = person "imelda", person "farid", person "tomasz"
local eleven, look, card = commitment "eleven", commitment "look", commitment "card"

scene "tuesday" { at = "Tue 15:40",
  notes {
    say = "Where you work, what's the thing that gets signed and not looked at?",
    watch = "Who says yes because it's only a number.",
    prompt = "What's the number for? Who in the room asked?",
    why = "A small promise with a big thing hanging on it. What counts for her is still unknown.",
  },
  "The cold room has started to cough. Imelda stands in front of it with a hand flat on the door, as you would with a horse.",
  "It's called the Weighbridge because it was one. Forty seats, all fish. You've been her number two since May.",
  imelda "The fitter can't come till Thursday. So till then, somebody reads it at eleven, when it's been shut an hour. Tonight that's you.",
  imelda "What it says goes in the book. I open that at nine. The pen's on a string, because pens walk.",
  "On Friday the bank comes to eat, a table of thirty. Tonight your sister and her cello come in on the last train, at twenty to eleven.",
  choice {
    option "yes" "“Eleven. It'll be in the book.”" { promise(eleven), imelda "Thank you. Then I can go home and only lie awake about the bank." },
    option "why" "“What do you do with it, if it's seven?”" { ask(imelda), promise(eleven),
      imelda "Throw things. Everything with a shell, to begin with.",
      imelda "Twelve years ago I didn't. Eleven people. I wrote to them, by hand. One wrote back, he was nine. He'd drawn me the bucket.", learn(imelda, "mussels"),
      imelda "So I don't want a nice number. I want the one that's there.", clarify(imelda, "candour") },
    option "early" "“I've got a train to meet. Ten past ten's what I can do.”" { promise(eleven),
      imelda "Ten past ten tells me less.", "She pats the door.",
      imelda "Then that, and I'll ask Farid for a second one when he does the floors." },
  },
  go "night",
}

scene "night" { at = "Tue 22:05",
  "Five past ten. Table nine is still on its cheese. Farid does the nights: pans, floors, the drain. He hangs his jacket on the same nail as ever.",
  farid "I write mine on whatever's there. I don't do the book, the book's for chefs. But what I write, nobody improves, all right? The one before you used to improve me.",
  "Nobody improves it, you say.",
  promise(card),
  when(took "tuesday.early") {
    "At ten past you go in with the probe, and stand there till it stops thinking. Four. You write *4*.",
    "Your sister's train is on time. You carry the cello up the hill between you, like an uncle after a wedding.",
    go "wednesday" },
  otherwise { go "late" },
}

scene "late" { at = "Tue 22:25",
  notes {
    say = "Twenty-five past ten. It's been four every night since it was built.",
    watch = "How many would ask Farid, and not tell Imelda that they had.",
    prompt = "Which of these can still be put right by a phone call? To whom?",
    why = "Handing a promise on is handing on the work. The promise stays yours.",
  },
  "Twenty-five past ten. Table nine is putting its coats on, one sleeve at a time. The station is nine minutes away, if you run.",
  "Your sister doesn't like to wait in the dark. She's never said so.",
  choice {
    option "stay" "Text her: take a taxi, I'll pay. Stay till eleven." {
      "*ok*, she writes. And after a while: *there aren't any*.", go "stayed" },
    option "farid" "“Farid, look at the cold room at eleven? Write it down?”" { promise(look), lets_down(look),
      farid "Eleven. I'll look.", "Behind him the drain in the floor makes the noise it makes before it comes up.", go "wednesday" },
    option "run" "Run. It's been four every night." {
      "You catch the train as it comes in. She lets you carry the cello, which is how she says it.", go "wednesday" },
  },
}

scene "stayed" {
  "At ten to eleven something behind the wall goes *tock*. After that it's quiet. You'd never noticed how loud it was.",
  "Seven. You stand there, and it goes to eight. You write *8*, and ring Imelda. She picks up before it's rung.",
  "Till two you and Farid carry sixty kilos of fish over the road to the hotel, in bread crates, past the night clerk. Farid greets him each time.",
  "Your sister sits on her cello case at the station till half past twelve, when a baker's van takes her. She's learned the whole of a vending machine by heart.",
  spend { energy = 3 },
  go "wednesday",
}
