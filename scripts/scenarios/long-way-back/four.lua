-- Week four: hedges, an empty chair, and what can be said by now.
local amparo, ray, connie, bilal = person "amparo", person "ray", person "connie", person "bilal"
local depot, field, correction = commitment "depot", commitment "field", commitment "correction"
local supplement, council, line = commitment "supplement", commitment "council", commitment "line"
local wed_2, wed_3 = commitment "wed_2", commitment "wed_3"

local sat, spared = flag "sat", flag "spared"

scene "week_four" { at = "4 Tue 12:40",
  notes {
    say = "Four hours, ten energy. It won't all fit. What's quiet enough to be forgotten?",
    watch = "Whether the card is looked at, or only the person who's talking.",
    prompt = "Which of these would be missed by somebody today? Which only in ten days?",
    why = "A plan isn't broken in one go. Other things are simply nearer.",
  },
  when(covered(depot)) { found_out(depot),
    "Connie's at the board, rubbing the tick next to Ray's name with her thumb.",
    connie "Amparo rang him about a bus. He says nobody's been. It won't come off, it's ink." },
  when(accepts(connie)) {
    "The garden supplement lands on your desk: sixteen pages of hedges, by tomorrow noon. You said yes in August, when it was hedges in general.", promise(supplement) },
  otherwise { "The garden supplement was going to be yours. It's on Bilal's desk, sixteen pages of hedges. He's turning one the right way up." },
  "In your mail there's a subject line. *Bus contract, 200 words, Wed 15.30. You'll have it.*", promise(council), lets_down(council),
  when(kept(wed_2)) { "Under it there's a mail, for the first time in weeks. It says: *A.*" },
  desk { till = "4 Tue 16:40", talk = {},
    option "court" "Walk over to the court and sit in the gallery." { when = no(is(sat)), set(sat), listen(amparo),
      "A woman has driven into a florist's. Amparo's on the press bench, alone. She sees you, writes, and sees you again.",
      amparo "Is somebody ill?", "No, you say. You wanted to see what she sees.", amparo "Well. It's that." },
  },
  go "four",
}

scene "four" { at = "4 Wed 15:50",
  notes {
    say = "This time it isn't you who's late.",
    watch = "The small pleasure in the room.",
    prompt = "Her promise has broken, yours is due in ten minutes. Does the one change the other?",
    why = "Colleagues break promises too. What you do in the next quarter of an hour is yours.",
  },
  when(all { kept(correction), is(spared) }) { breaks(amparo, "candour"), breaks(ray, "candour"),
    "Page two has a box with your name under it. In the middle it says *a fitter at the depot*. Then a subject line comes. *He asked you not to.*" },
  otherwise_when(kept(correction)) { breaks(amparo, "candour"), breaks(ray, "candour"),
    "Page two has a box: your name under it, Ray's in the middle. At the depot somebody's cut it out and hung it over the kettle. Then a subject line comes. *Did anyone ask him.*" },
  "Ten to four. In the courts page there's a hole, two hundred words deep. Amparo isn't behind her pillar, and nor is her coat. The page goes at five.",
  choice {
    option "sit" "Sit down on the second chair and wait." { attend(wed_3), spend { minutes = 10 }, go "chair" },
    option "write" "Sit down there and write the two hundred words for her." { attend(wed_3), spend { minutes = 10 }, go "her_words" },
    option "hedges" "She isn't here. Go back to your desk, till she is." {
      "At ten past four a door bangs, and somebody's running. You've just got a headline that fits.", spend { minutes = 45 },
      "When you look over, the page has gone. *A.R.*, it says at the bottom, and beside that, *A.R.*", go "thursday" },
  },
}

scene "chair" {
  notes {
    watch = "Who'd like to be asked, in her place, and who'd like to be left in peace.",
    prompt = "What would you want to hear, out of breath?",
    why = "How you take it when theirs breaks is part of the bridge too.",
  },
  "Ten past four. You've never seen her run. There's custard on her cuff.",
  amparo "I know what time it is.",
  choice {
    option "ask" "“Has something happened?”" { ask(amparo),
      amparo "Pudding. I eat at the Okoros', Wednesdays. Grace cried, and then there was a pudding. You can't look at a watch in there.", learn(amparo, "grace"),
      when(any { missed(depot), owned(depot) }) { amparo "He stood at the gate till six, on your Thursday. In the hail. I'd told him. I read the card, you see." },
      "You type, she talks. It's a hundred and ninety words by five." },
    option "say" "“I was here at four. Ring me, next time.”" {
      amparo "Yes.", "She hangs up her coat, and finds the custard.",
      amparo "That's the first thing you've said to me in three weeks that wasn't on tiptoe. Type.", "It's a hundred and ninety words by five." },
    option "pass" "Push the keyboard over to her. Say nothing." { listen(amparo),
      "She types with two fingers, very fast. It's two hundred words exactly by ten to five.", amparo "You can breathe.", "She initials one box." },
  },
  go "thursday",
}

scene "her_words" {
  notes {
    watch = "Kindness. It's one, ask anybody.",
    prompt = "What's wrong with it?",
    why = "Whoever does it for somebody hasn't asked them. She's told you that once, perhaps.",
  },
  "It's good, and it's quick. You even find her way with commas. At ten past four she's behind you, out of breath, with custard on her cuff.",
  amparo "That's got my name on it.",
  choice {
    option "off" "Take her name off. “It's nobody's. Or you do it.”" { fix(amparo),
      amparo "Up.", "You get up. She deletes it from the end to the beginning, and starts again. It's two hundred words by five to five." },
    option "meant" "“I thought you'd be glad.”" { breaks(amparo, "candour"), defend(amparo),
      amparo "I am. It's very like me.", "She initials it, both boxes. On Thursday her mails have no subject." },
    option "ask" "“Has something happened?”" { ask(amparo),
      amparo "Pudding. At the Okoros'. It would've been one sentence, to tell you.", "She looks at the screen.",
      amparo "That would also have been one.", learn(amparo, "grace"), "She changes the first line, and lets the rest stand." },
  },
  go "thursday",
}

scene "thursday" { at = "4 Thu 15:20",
  notes {
    say = "A week left. Is this the moment for a large word?",
    watch = "Whoever wants to promise something before anybody's asked.",
    prompt = "The same sentence on the first Monday and today: what's different?",
    why = "Words open doors when there are deeds behind them. Otherwise she hears them as words.",
  },
  when(all { open(field), no(done(field)) }) { "On the card there's an empty box beside *note field*. Bilal's been asking when." },
  when(lapsed(correction)) { "Connie's drawn a line through *correction*, and written *he'd rather not*. It's the neatest thing on the card." },
  when(missed(supplement)) { "The hedges went off to the printer in the end. Connie did them on Wednesday, over lunch. She mentions her knees." },
  "Twenty past three. You and Amparo are waiting for the same lift. It's the slow one.",
  choice {
    option "plug" "“No name goes into anything with a plug again. That I can promise.”" { vow(amparo),
      when(accepts(amparo)) { amparo "With a plug.", "She thinks it over as far as the second floor.", go "first_line" },
      otherwise { amparo "You're good at those.", "The lift comes. She's remembered something, and takes the stairs." } },
    option "need" "“What would help you, next week?”" { ask(amparo),
      when(trusts(amparo, "strained")) { amparo "You on that chair on Wednesday. And that it's boring.",
        "The lift comes. She holds the door with her foot till you're in. She doesn't do that for everybody." },
      otherwise { amparo "Nothing that you've got.", "It isn't meant badly. She looks tired. The lift comes, and you both look at the numbers." } },
    option "bicycle" "Let the lift go. Tomorrow, half past five, the bicycle." { when = any { missed(depot), owned(depot) },
      notes { why = "Nobody's waiting for it any more, and there's no tick to be had. That's what makes it weigh." },
      go "late_gate" },
    option "own" "“You came at ten past. I should have been on that chair.”" { when = missed(wed_3), own_up(wed_3),
      amparo "Ten past isn't four either.", "She presses the button once more. It's been lit all the time.", amparo "I thought you'd been. The chair was warm. That was the radiator." },
    option "gnomes" "“What'll he get, for the gnomes?”" { when = kept(wed_2), listen(amparo),
      amparo "Tuesday. The owner wants to speak first. They've all got names.", "Between the third floor and the second there's a sound. It could have been the lift." },
    option "dock" "“Who was in the dock today?”" { when = no(kept(wed_2)), listen(amparo),
      amparo "A man who stole eleven garden gnomes, and gave them back in another order.", "Between the third floor and the second there's a sound. It could have been the lift." },
  },
  go "week_five",
}

-- She takes one. It is hers to offer.
scene "first_line" {
  amparo "On Tuesday they sentence the gnomes. It's forty-one words again, the first line. Nobody touches it. Not Connie, not you, not the system.",
  promise(line),
  "“Nobody,” you say.",
  amparo "We'll see, then.", "She gets out on the first floor, where there's nothing but the stairs.",
  go "week_five",
}

-- Eight days late, and nobody has asked for it.
scene "late_gate" { at = "4 Fri 05:30",
  "It isn't even raining. Ray comes out with wet cuffs and a flask. He looks past you, to see if there's more of you.",
  ray "Eight days. The tea's cold.",
  apologise(ray) { "responsibility", "regret" },
  "You say it to his boots: the name, the call, the hail.", ray "Right. So that's said.",
  "He gets down on one knee, and does something to your back brake. Then he says “Morning”, because it is.",
  go "week_five",
}
