-- Wednesday and Thursday: one square, two claims; and an hour with nothing in it.
local greta, tibor, rosalind = person "greta", person "tibor", person "rosalind"
local philippa, yusuf, kobby = person "philippa", person "yusuf", person "kobby"
local page, plan, square = commitment "page", commitment "plan", commitment "square"
local shout, sign = commitment "shout", commitment "sign"

-- The same draw as on Friday, in small: somebody, and whatever lies between you.
scene "tape" { at = "Wed 09:15",
  notes {
    say = "Nobody asked for this one. It's ten minutes, on the zero.",
    watch = "Whether the room looks at the bridge before the answer comes.",
    prompt = "Did you know on Monday whom you'd want at the other end?",
    why = "Whom you need is drawn, here as on Friday. For a medium favour ordinary good faith is enough.",
  },
  "The fire officer wants the square in metres. You've got the tape: fifty of them, and a little brass hook for the zero. It takes two.",
  "You ask in the foyer. One person isn't on the way to something.",
  need { who = one_of { kobby, rosalind, yusuf }, stakes = "medium",
    crosses = {
      when(chosen(kobby)) { kobby "With pleasure. Is the zero the senior end?", "He holds it with both hands. A bus goes by, and another. He doesn't look." },
      otherwise_when(chosen(rosalind)) { rosalind "Ten minutes. What does a zero earn?", "She puts her foot on it and eats a pear. People ask her if it's art." },
      otherwise { yusuf "I'll park on it. What I park on stays put.", "It does. A traffic warden looks at him, and at the tape, and goes round." },
      "Ninety-four by fifty-one. In the middle there's a drain that isn't on any plan." },
    hesitates = { "{who} looks at the clock over the door, and then at you.",
      choice {
        option "plain" "“I know I'm not your favourite today. Ten minutes.”" { listen, "The clock moves. It does that with a clunk." },
        option "ask" "“When would be better?”" { ask, "{who} thinks. It isn't a thing that people ask in the foyer." },
        option "push" "“It's only holding a tape.”" { steer, "“Then it'll be easy,” says {who}, to nobody much." },
      } },
    turns_back = { "{who} is sorry, and gone.",
      "So you hook the zero over a bench and walk backwards. At thirty-one metres it comes off. You write down *about ninety*." },
  },
  go "saturday",
}

scene "saturday" { at = "Wed 13:30",
  notes {
    say = "Two good colleagues, one square, and you're the one with the form.",
    watch = "Who finds the third way at once, and whether they see what it costs.",
    prompt = "Whose hours pay for each of the three answers?",
    why = "Standards differ and nobody is wrong. What Philippa books, somebody has bought a hat for.",
  },
  when(took "notice.send") { "In the foyer the new notice says Mill Street, twice. It's Mill Lane. Under it somebody has begun to write *Lane*, very small, with a ruler." },
  when(no(missed(plan))) { "Tibor has sat down on your radiator, with his list." },
  "Philippa comes up two floors, cane and all, and looks round for a second chair.",
  chance {
    odds(1, { philippa "This was on the stairs, under a bun. It is your safety plan. It has been signed, and there's jam on page nine." }),
    odds(1, { lets_down(sign), philippa "This was on the stairs, under a bun. It's your safety plan. It hasn't been signed, and there's jam on page nine. Mrs Sundby has left for the county." }),
  },
  when(kept(plan)) { tibor "Ninety-four metres. Paced it after you. Ninety-four." },
  philippa "On Saturday at four I marry two people whose ages add up to a hundred and sixty-one. I should like the square to be quiet until half past.",
  tibor "Crew's on at two. Done by six. From half past four it's eight, and nobody pays me two hours. List goes out tomorrow noon.",
  choice {
    option "wedding" "“Philippa, the square's yours till half past four.”" { promise(square), steer(tibor),
      philippa "Thank you. I shall tell them that you said so.", tibor "Eight, then.", "He puts his cap on, straight." },
    option "crew" "“Tibor, two o'clock. Philippa, they'll be quick.”" { steer(philippa), listen(tibor),
      philippa "Quick is a kind of noise, I find.", "She takes the stairs one at a time. You can hear the cane on each.", tibor "I'll tell them: rubber hammers." },
    option "both" "“What has to be up by when? And what has to be quiet?”" {
      notes { why = "Asking makes a third way. It takes the hour and a half that the page wanted." },
      ask(philippa), ask(tibor),
      philippa "She met him here, at the Walk of 1958. She'd set fire to his scarf. Four o'clock was the time of the scarf.", learn(philippa, "walk"), clarify(philippa, "notice"),
      tibor "Lane first, then. Square after. But I'm a man short for the square.",
      "You ask if it has to be a good one. The three of you draw it, and draw it again. At five it's in the list, with your name: *14:00, cap, gloves.*", promise(square),
      spend { minutes = 200, energy = 2 }, go "five" },
  },
  when(all { open(page), no(done(page)) }) { "After that there's Greta's page.", work(page, 2),
    when(kept(page)) { "By half past three it's past the toilets, and has a full stop." },
    otherwise { "You get as far as the toilets." } },
  go "five",
}

scene "five" { at = "Wed 17:00",
  when(any { no(open(page)), done(page) }) { go "thursday" },
  otherwise { go "unfinished" },
}

scene "unfinished" {
  notes {
    watch = "Fatigue as a reason. It's a real one.",
    prompt = "Greta stands up at ten. What can she still do with it at noon?",
    why = "A new date before the time costs little; a page in the night costs the night.",
  },
  "Five o'clock. The page for Greta ends in the middle of a sentence. It reads like her.",
  choice {
    option "night" "Write it tonight, at home." { costs = { energy = 2 }, work(page, 2), "You use the top of the washing machine, for the height. It's on.",
      when(no(done(page))) { "It lacks one word, for *crowd*, that isn't crowd. It takes an hour to come.", work(page, 1) },
      "It goes off with a date in the corner." },
    option "noon" "Go up to Greta. “Could it be noon?”" { move(page, "Thu 12:00"),
      clarify(greta, "candour"), greta "Bad part first. While I've got one shoe on. Thank you." },
    option "leave" "Send her what there is. It's nearly a page." { tell(page),
      "She writes back one letter. It's a K." },
  },
  go "thursday",
}

scene "thursday" { at = "Thu 08:30",
  when(all { took "unfinished.noon", open(page) }) {
    "At half past eight Greta goes by with a lantern under her arm, for want of a page.", work(page, 3),
    "Yours is on her chair before she's back from the council." },
  otherwise_when(kept(page)) { "Half past eight. Greta's reading your page, walking, and takes the corner without looking up. The council's at ten." },
  otherwise_when(promised(page)) { spend { minutes = 100 },
    "Ten past ten. The council's sitting, one floor up. You can hear Greta through the ceiling. She's finishing her sentences." },
  otherwise { "At half past eight Greta goes by with a lantern under her arm. The council's at ten. She's put on the earrings that she argues in." },
  go "stage",
}

scene "stage" { at = "Thu 11:40",
  notes {
    watch = "Whether anybody sees that Philippa could be asked. She isn't in on Thursdays, but she has a telephone.",
    prompt = "Who'd be told, by whom, and when?",
    why = "What you hold for one person is broken for another. That one is seldom in the room.",
  },
  when(missed(sign)) { "Greta comes down from the council. You're holding the safety plan. She was going to sign it by yesterday at five." },
  otherwise { "Greta comes down from the council, a step at a time. It must have gone well." },
  greta "They said yes. And the mayor wants the stage up on Saturday by three. For a photograph. Can he?",
  when(promised(square)) {
    when(missed(sign)) { "She signs while she's talking, on your back, jam and all." },
    "In your diary, at Saturday, it says *Philippa, half past four*. Tibor's list goes out in twenty minutes.",
    choice {
      option "hold" "“No. It's promised till half past four.”" { greta "Ah. Well, he can be photographed with a cone.",
        "She goes to tell him. You hear her say “cone” with some force." },
      option "ring" "“One moment.” Ring Philippa, and ask her." {
        notes { why = "Asked before the time, nothing is broken. One can be told no." },
        ask(philippa),
        philippa "Are you asking me, or are you telling me?", "Asking, you say.",
        philippa "Then it's no. I find that I don't mind being asked.",
        greta "He can be photographed with a cone, then.", "She'd been on one leg all the time." },
      option "own" "“Three. I'll ring Philippa and tell her myself.”" { breaks(square), spend { minutes = 25 }, own_up(square),
        apologise(philippa) { "responsibility", "regret" },
        "You ring at five past twelve. The list has gone.",
        philippa "I've a hat box open on my knees, so you must excuse me.", "She's silent for as long as it takes to shut one.",
        philippa "It was civil of you to ring." },
      option "quiet" "“Three's fine. It's only a stage.”" { breaks(square), listen(greta),
        greta "Good. You're being very.", "You close the diary. At noon the list goes out." },
    } },
  otherwise_when(missed(sign)) { "He can, you say. You don't let go of the plan.",
    choice {
      option "ask" "“What got in the way of page nine?”" { ask(greta),
        when(knows(greta, "tooth")) { greta "Page nine did. You know about the tooth. I'm reading it. I'm slow." },
        otherwise { greta "Page nine did. Last year a boy lost a tooth, and I'd signed that one in a lift. I'm reading it. I'm slow.",
          learn(greta, "tooth") },
        "At four it's on your desk, signed. She's corrected a comma." },
      option "pen" "Hold out a pen." { "She signs it against the wall. The pen goes up the slope of the plaster, and her name with it." },
      option "said" "“You said Wednesday by five.”" { defend(greta), greta "I did say that.", "She signs it. It's a whole sentence, for once." },
    } },
  otherwise { "He can. You say so, and she's round the corner before you've finished." },
  go "hour",
}

-- Nothing is due. Nobody has asked. It's the only hour of the week like that.
scene "hour" { at = "Thu 13:30",
  notes {
    say = "One free hour, and no reason for any of it.",
    watch = "People try to work out who'll be useful. Let them.",
    prompt = "Whom did you not even consider? Why?",
    why = "Whom one will need can't be known. What is left alone looks whole until it's needed.",
  },
  "The half past one with the lamp-post people is off. It's sunny, and your list has nothing on it for an hour. It hasn't looked like that all year.",
  choice {
    option "boiler" "Go and see what Yusuf does all day." { ask(yusuf), listen(yusuf),
      when(knows(yusuf, "alone")) { yusuf "On paper, nothing. You've met Nermin." },
      otherwise { yusuf "On paper, nothing. This one's Auntie Nermin, she sends the town's texts." },
      yusuf "In April she told four hundred people that their grave was ready. It was meant for one. So on Fridays I don't touch her.", learn(yusuf, "graves"),
      "You drink tea from glasses. He draws you his aunts as a family tree, with cables." },
    option "bench" "Sit on the back steps with Rosalind." { ask(rosalind), listen(rosalind),
      rosalind "Cheese and pickle, one eighty. Guess what the sun's worth.",
      "You guess. She gives you change.",
      when(took "tuesday_desk.window") { rosalind "I slept. First time since I told somebody. Don't let it go to your head." },
      otherwise { rosalind "August, I was thirty-eight pounds short. Put my own in. Now it adds up and I can't sleep. Not a word.", learn(rosalind, "till") } },
    option "depot" "Take the tape back to the depot yourself." { ask(tibor), listen(tibor),
      "He's hosing a lorry. You ask which barrier is his on Saturday.", tibor "Last one. Always.",
      tibor "My girl got lost at the Walk. Ninety-six. Forty minutes. She was asleep under the bear's table. She's thirty-three. I still stand there.", learn(tibor, "lost") },
    option "bear" "Ask Kobby to show you the sixty bears." { ask(kobby), listen(kobby),
      kobby "Number forty-eight. The child is me. I was six, it picked me up. As you see, I was not in favour.",
      "The child is purple, and has hold of the bear's nose.", learn(kobby, "bear") },
    option "mail" "Shut the door and answer mails. There are ninety." { "You answer sixty-one. Nineteen write back.",
      spend { energy = 1 } },
  },
  go "four",
}

scene "four" { at = "Thu 14:40",
  notes {
    say = "A minute at a front desk, for somebody behind a boiler. What do you say?",
    watch = "Yes, because it's only a minute.",
    prompt = "What does a no on the same day leave him time for?",
    why = "The smaller the promise, the sooner one forgets that it's one. A clear no is worth more to him than a maybe.",
  },
  when(any { took "monday_desk.boiler", took "tuesday_desk.boiler", took "hour.boiler" }) { "At twenty to three Yusuf rings. He says it's nothing.",
    yusuf "It's only that at four the phones go off, for sixty seconds. Auntie Sevgi. You said you might like to. You didn't, actually. But if you were at the front desk." },
  otherwise { "At twenty to three a man called Yusuf rings, from behind the boiler. He's ringing round the house.",
    yusuf "At four the phones go off for sixty seconds. If somebody stood at the front desk, they could shout when they're back. No? Worth a try." },
  choice {
    option "yes" "“Four o'clock. I'll shout.”" { promise(shout), yusuf "You will? What, as in, you?", go "phones" },
    option "kobby" "“Doesn't the front desk do that?”" { steer(yusuf), yusuf "You'd think so. No, you would think so. I'll run.", go "friday" },
    option "no" "“I can't today. What about a Thursday when I can?”" { ask(yusuf), clarify(yusuf, "replies"),
      yusuf "A Thursday. I'll ask her. And thanks for a no on the same day. I collect them.", go "friday" },
  },
}

scene "phones" { at = "Thu 15:50",
  notes {
    watch = "“I'm next.” Ask how long they've been next.",
    prompt = "You've been on hold for thirty-five minutes. What is sixty seconds worth?",
    why = "A small promise to somebody who expects nothing. It weighs as much as any other when it breaks.",
  },
  "Ten to four. You've been on hold with the lantern firm for thirty-five minutes. A recorded man says that you're next.",
  choice {
    option "go" "Hang up and go down." { attend(shout),
      "You stand at the front desk. Sixty phones go dark. At fifty-eight seconds they light up, and you shout. Something in the cellar shouts back.",
      yusuf "I didn't run! Did you hear? I sat there!" },
    option "half" "Ring Yusuf. “Could the phones wait till half past?”" { move(shout, "Thu 16:30"), yusuf "Half past. I'll ask Auntie to stay up a bit.",
      "The firm picks up: Friday, three, one driver. At half past four you're at the front desk.", attend(shout),
      "Sixty phones go dark, and light up, and you shout." },
    option "stay" "You're next. Stay on the line." { "They pick up at six minutes past: Friday, three, one driver.",
      "All over the building people are saying hello, hello. On your way home you pass the boiler. The light's still on." },
  },
  go "friday",
}
