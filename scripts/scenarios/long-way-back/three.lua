-- Week three: a card, the first words, the first Wednesday, and half past four in the morning.
local amparo, ray, connie, bilal = person "amparo", person "ray", person "connie", person "bilal"
local depot, field, correction = commitment "depot", commitment "field", commitment "correction"
local wed_2, spared = commitment "wed_2", flag "spared"

scene "card" { at = "3 Mon 09:40",
  notes {
    say = "Three weeks. What goes on the card? Small, with a date.",
    act = "Hand out real index cards. Three lines, each with a day and an hour. Swap them with a neighbour: could you tick that?",
    watch = "Who wants to put something large on it.",
    prompt = "For whom is each of the three? Who has been asked?",
    why = "A plan is made of things that can be seen done. Nothing on it is hers to agree to: she doesn't take promises just now.",
  },
  "Ten days later Amparo's desk is behind the pillar. She writes to you in subject lines. *Council, 420 words, no questions.*",
  connie "I shan't tell her to trust you. I've tried that with my knees.",
  connie "On the Friday after next I fly to my sister's for the weekend. Then it's the two of you and page one. So: a card. Small things, with dates. So small that I can tick them.",
  "Connie's the editor. She pins an empty card on the board, under *Wed 4, courts, both*. Nobody's rubbed that out.",
  choice {
    option "ray" "“Thursday, half past five in the morning. Ray, when his shift ends.”" { promise(depot),
      connie "In person? Good. Take nothing with you. Not even a cake." },
    option "field" "“The note field. By Friday week it's gone.”" { promise(field),
      connie "Seven years I've been asking for that. Two hours' work, Bilal says, if somebody sits next to him." },
    option "correction" "“A correction on page two, with my name under it.”" { promise(correction),
      connie "With his in it?", "You'd have to see, you say.", connie "By Thursday week, then." },
  },
  go "second_line",
}

scene "second_line" {
  notes {
    watch = "How hard it is to leave two lines empty.",
    prompt = "What makes a longer card look better? To whom?",
    why = "Every line is a promise. An empty line breaks nothing.",
  },
  "There's room on the card for two more.",
  choice {
    option "ray" "“And Ray, Thursday, half past five.”" { when = no(open(depot)), promise(depot), connie "In the morning? I'll believe it when it's ticked." },
    option "field" "“And the note field, by Friday week.”" { when = no(open(field)), promise(field), connie "Bilal says two hours. He says it's only a box. I said, so was Pandora's." },
    option "correction" "“And a correction, page two, with my name.”" { when = no(open(correction)), promise(correction),
      connie "By Thursday week. In the size we printed it?", "It was quite large, you say." },
    option "one" "“That's all. One line, and her Wednesdays.”" { connie "One. That's hardly a card.", "She looks at it with her head on one side, and seems to like it better." },
  },
  go "pillar",
}

scene "pillar" { at = "3 Mon 11:20",
  notes {
    say = "First words after ten days. What can they do?",
    watch = "The wish to have it over with.",
    prompt = "Which of the three asks something of her? Which gives her something?",
    why = "Words without a deed since don't carry far. They aren't nothing, either.",
  },
  "Behind the pillar Amparo's copying something out of a notebook, in a script like bent hairpins. She puts her arm over it when she sees your shoes.",
  amparo "Yes?",
  choice {
    option "mine" "“I typed it. And then I said ‘the system’. Both were me.”" {
      apologise(amparo) { "responsibility", "regret" },
      amparo "Yes. 22.51.", "She turns a page.", amparo "I've had three people stop ringing. One of them for nineteen years. I'd like to get this done.",
      learn(amparo, "three") },
    option "what" "“What would you want from me, this week?”" { ask(amparo),
      amparo "My page read at four on Wednesday, so that I needn't stay till seven. It's on the board.",
      amparo "And whoever it's about hears it first, and from you. Before you have one of your ideas.", clarify(amparo, "candour") },
    option "never" "“It'll never happen again. I want you to know that.”" { vow(amparo),
      amparo "You can't know that.", "She says it quite kindly, as you'd tell somebody the way to the station.", amparo "Was there something about the council?" },
  },
  go "wednesday",
}

scene "wednesday" { at = "3 Wed 15:50",
  notes {
    say = "Ten to four. She won't remind you.",
    watch = "How small four o'clock looks beside the telephone.",
    prompt = "What happens at four if nobody comes? Who'd notice?",
    why = "Neglect makes no noise. The other thing always rings.",
  },
  "Ten to four. Your phone: Pruett, the leader of the council, in person. He's going to resign, or somebody is. He'll tell you now, or he'll tell the radio.",
  "Past the pillar you can see half of a second chair. She's cleared the papers off it.",
  choice {
    option "four" "“Half past four, Mr Pruett, or the radio.”" { attend(wed_2), go "page" },
    option "pruett" "“Go on, I'm listening.”" {
      "It's somebody else who's resigning: the man for drains. Pruett needs twenty-five minutes for it.", spend { minutes = 40 },
      "At half past four the courts page has gone. There are two boxes for initials on it. Hers are in both.", go "after_four" },
    option "bilal" "“Bilal, sit with Amparo for me? I'll come when I can.”" { "He goes over and tells her.", tell(wed_2), spend { minutes = 45 },
      "When you can is twenty-five to five. Pruett talks about drains as if he'd laid them himself.",
      bilal "We're done! She let me do a comma!", "The second chair has papers on it again.", go "after_four" },
  },
}

scene "after_four" {
  notes {
    watch = "Who'd rather be left in peace, and who'd rather be told.",
    prompt = "What does she know already? What would she like to hear all the same?",
    why = "Said within the day, before she has to say it, a miss costs less.",
  },
  "Amparo's putting her pencils in their case, by length.",
  choice {
    option "own" "“It was four, and I was on the telephone.”" { own_up(wed_2),
      amparo "I know. You come through the pillar.", "She shuts the case.", amparo "It was drains, wasn't it." },
    option "note" "Put a note on her chair. *Sorry!! Pruett!*" { apologise(amparo) { "explanation" },
      "It's on your own desk when you come back from the kitchen. She's taken out one of the exclamation marks." },
    option "leave" "Let her go home. She'll want her evening." {
      "She says good night to the room, all of it, evenly." },
  },
  go "late_night",
}

scene "page" {
  notes {
    watch = "How much everybody would like to be useful.",
    prompt = "Her first line has forty-one words. Whose line is it?",
    why = "Being there is the plank. What is said on it decides what you find out.",
  },
  "Four o'clock. Two chairs, one page. A man has stolen eleven garden gnomes and given them back in a different order.",
  "Her first sentence has forty-one words. She watches you read it.",
  choice {
    option "aloud" "Read it aloud, to the end." { listen(amparo),
      "Somewhere round the ninth gnome it gets funny. You have to stop.", amparo "It needs the breath. If you cut it, it's only a theft.",
      "She draws the initials box a little bigger, and pushes it over." },
    option "court" "“What was he like, in the dock?”" { ask(amparo),
      amparo "He'd ironed his tie.", "She shows you where she's written that. It's three hooks and a dot.",
      amparo "My mother's. She invented half of it. She's dead and I'm slow, and at night it's under my pillow. So it's quite safe.", learn(amparo, "book") },
    option "cut" "“Forty-one's too long. Put a stop after ‘gnomes’.”" { fix(amparo),
      amparo "Noted.", "She puts the stop in. You initial it. It's a perfectly good theft now." },
  },
  go "late_night",
}

scene "late_night" {
  when(open(depot)) { go "alarm" },
  otherwise { go "week_four" },
}

scene "alarm" { at = "3 Thu 04:30", weather = "storm",
  notes {
    say = "Half past four in the morning. Nobody'd see you.",
    watch = "How considerate the reasons get.",
    prompt = "Would he rather sleep? Who could tell you?",
    why = "Small deeds with dates cost a body something. That's what makes them visible.",
  },
  "Half past four. It's dark, and something like hail is being thrown at the window, by the handful. It's five miles, and the first bus is the one he washes.",
  choice {
    option "go" "Get on the bicycle." { spend { energy = 2 }, attend(depot), go "depot" },
    option "message" "Ring the depot. “Tell Ray I'll come another day.”" {
      "A man writes it down. You can hear that he's got no pen.", go "tick" },
    option "sleep" "Turn it off. He'll want his bed, after nights." {
      "He probably does. You sleep very well, till eight.", go "tick" },
  },
}

scene "tick" { at = "3 Thu 09:10",
  notes {
    say = "A pen, a box, and a friendly question.",
    watch = "The pause before the second answer.",
    prompt = "“It was early.” Is that a lie? When does it become one?",
    why = "Owned within the day, a missed line is a missed line. A tick that isn't true is something else.",
  },
  "At ten past nine Connie's standing in front of the card with the cap off her pen.",
  connie "Half past five! In that! How was it?",
  choice {
    option "early" "“Early.”" { cover_up(depot), "It's a good fat tick. She does the corner of it twice.", connie "I wouldn't have gone." },
    option "rang" "“I didn't go. I left a message.”" { when = took "alarm.message", own_up(depot),
      connie "Ah.", "She looks out at the hail, and puts the cap back on.", connie "I'd had you down for the bicycle. Well. It's your card." },
    option "slept" "“I turned it off.”" { when = took "alarm.sleep", own_up(depot),
      connie "Ah.", "She looks out at the hail, and puts the cap back on.", connie "I'd had you down for the bicycle. Well. It's your card." },
    option "bed" "“He'd want his bed, Connie. After nights.”" { defend(connie),
      connie "Did he say so?", "She leaves the cap off for a while. The box stays as it is." },
  },
  go "week_four",
}

scene "depot" {
  notes {
    say = "He hasn't asked you to come. What do you say first?",
    watch = "Whether somebody gives him something to do: forgive, agree, be written about.",
    prompt = "What has he forgiven, and what hasn't he?",
    why = "People forgive the other thing first. You don't choose which.",
  },
  "Half past five. Ray comes out with wet cuffs and a flask. He's taller than he was in bold. He looks at your bicycle, then at the hail on you.",
  ray "You came on that? With those brakes?",
  choice {
    option "rang" "“I said I'd ring. I had the phone in my hand, twice.”" { apologise(ray) { "responsibility", "regret" },
      ray "I had mine in the bath. In the soap dish. All Thursday I was that clean.", learn(ray, "soap"),
      ray "The name, that was forty minutes. I've pressed a wrong button. The phone was the whole week.", ray "I've got a lawyer, thanks. The union's. He's got a cold." },
    option "how" "“How is it, at home?”" { ask(ray),
      ray "Grace goes to another baker. At ours they were all so nice to her.",
      ray "She feeds your Amparo, Wednesdays. I don't get a word in. Or a potato.", learn(ray, "bread"),
      ray "Next time there's something about me, I hear it first. Not off a passenger.", clarify(ray, "candour") },
    option "story" "“We could write about what they've done to you.”" { fix(ray),
      ray "Write about me.", "He pours tea into the lid and gives it to you. It's for holding, mostly.",
      ray "No. No, I think you've done that." },
  },
  when(open(correction)) { set(spared),
    "You tell him about the correction, page two.",
    ray "Don't print me again. Not to say sorry, not as “a fitter”. There's only the one. Say sorry here.",
    "So you say it here, to his boots, mostly." },
  "He gets down on one knee in the wet and does something to your back brake, with a key he has on a string.",
  ray "There. That's the first one this month.",
  go "week_four",
}
