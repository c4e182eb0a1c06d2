-- Lotte Brandt, 22, lifeguard, rocks in the evening. Needs: somebody to say that lane four was as she thinks it was.
-- Never says that she counts. Annoyed, she gets shorter. Blunt, and funny because of it.
local lotte = person "lotte"
local body, rota, steps = commitment "body", commitment "rota", commitment "steps"
local cards = commitment "cards"
local looked, over = flag "looked", flag "over"

scene "lotte_meet" {
  notes { watch = "Laughter. Wait till it's over, and read her line again.",
    prompt = "Why not the rubber man?", why = "The request sounds like a joke. It is about the one who grabbed." },
  "Lotte comes down from the chair without taking her eyes off lane two.",
  lotte "Tomorrow at one I need a body. For the instructor's badge. You float, I tow. It has to be somebody heavy, with clothes on.",
  choice {
    option "yes" "“One o'clock. Which clothes?”" { promise(body), lotte "Ones you don't like." },
    option "dummy" "“What's wrong with the rubber man?”" { ask(lotte), learn(lotte, "lane"), promise(body),
      lotte "He doesn't grab. The one in lane four did. He's fine. He sent chocolates.", "You say one o'clock. She's looking at lane four." },
    option "no" "“Ask the Saturday boys. They'd love it.”" { steer(lotte), lotte "They giggle.", "She goes back up." },
  },
  go "door_5",
}

scene "lotte_work" {
  notes { watch = "Jokes about the rota. Then ask what hangs on it.", prompt = "What can she do with four weeks at college? And with six?",
    why = "Somebody else's evenings, in four colours." },
  "Lotte comes down from the chair without taking her eyes off lane two. She holds out a form, more or less at you.",
  lotte "The rota. Six weeks. By Thursday noon I've got to tell college which evenings I exist.",
  "Eight lifeguards, two of them in love. Three hours.",
  choice {
    option "yes" "“Thursday, noon. Six weeks.”" { promise(rota), lotte "Cool. Don't put Ezra with Ezra's ex." },
    option "college" "“What's on in the evenings?”" { ask(lotte), learn(lotte, "rocks"), promise(rota),
      lotte "Rocks. Tuesdays, Thursdays. If it's in the rota I can go. If it isn't I swap, and then they all hate me." },
    option "three" "“Three o'clock would be safe.”" { promise(rota, { due = "Thu 15:00" }), lotte "Their office shuts half past. It's two kilometres. Fine, I run." },
  },
  go "door_5",
}

scene "lotte_late" {
  notes { watch = "How finished it looks.", prompt = "Who finds out first, and in which week?",
    why = "Six weeks of somebody's life, copied from another week." },
  "Four weeks stand, in four colours. Five and six are white. In week five three people are on holiday, two of them together.",
  choice {
    option "copy" "Copy week four into five and six." { cover_up(rota), "It looks like a rota. It's even got the colours." },
    option "nine" "“Lotte, would tomorrow at nine still do?”" { move(rota, "Fri 09:00"), lotte "I'll ring them. They like me. I bring them stones." },
    option "part" "Give her the four weeks." { lotte "Okay. And after that?", "You say it's coming. She folds it, small." },
  },
  go "late_5",
}

scene "lotte_cards" {
  notes { watch = "Who thinks of design.",
    prompt = "When are they read?", why = "Nobody thanks you for a card. It is read once." },
  "Lotte comes down from the chair without taking her eyes off lane two. She's unscrewed something from the wall.",
  lotte "The emergency cards. Eight. They're from 2009, they say *fax*. I want new ones up by Thursday noon. Friday there's ninety kids.",
  "Eight cards, each for its own place, with the doors and the numbers tried. Three hours.",
  choice {
    option "yes" "“Thursday, noon. Eight, and no fax.”" { promise(cards), lotte "Big letters. You read it on your knees." },
    option "last" "“When did you last need one?”" { ask(lotte), learn(lotte, "lane"), promise(cards),
      lotte "Six weeks ago. Lane four. I had him on the side, and it said, press nine for a line. There's no nine." },
    option "three" "“Three. I want to try every door.”" { promise(cards, { due = "Thu 15:00" }), lotte "Yeah. Do try them. Three." },
  },
  go "door_5",
}

scene "lotte_cards_late" {
  notes { watch = "“Five of eight is fine.” Which three are missing?",
    prompt = "What is different at the deep end?", why = "The last three are the ones that take work, and the ones that matter." },
  "Five new cards hang. At the deep end it still says *fax*. To write that one you have to find out which of three doors opens outwards.",
  choice {
    option "copy" "Hang the shallow end's card at the deep end, too." { cover_up(cards), "Same letters, same red. Nobody reads them till they're on their knees." },
    option "nine" "“Lotte, nine tomorrow? Then I've tried the doors.”" { move(cards, "Fri 09:00"), lotte "Nine's before the kids. Okay. I'll time you." },
    option "part" "Five's more than there were." { lotte "It's the shallow end, though. They can stand there." },
  },
  go "late_5",
}

whenever(missed(body)) { "On your chair lies a towel, folded. It's been there since Tuesday.", lotte "I did it with the rubber man. He passed." }
whenever(all { missed(rota), no(found(rota)) }) { lotte "I told college I exist for four weeks. They were interested." }
whenever(found(rota)) { lotte "Week five's got Hamid in it. Hamid's getting married in week five. It's week four with a new hat on." }
whenever(missed(steps)) { lotte "I was on the steps. It's fine. I decided it myself.", "She doesn't say what." }
whenever(all { missed(cards), no(found(cards)) }) { lotte "At the deep end it still says fax. I've learned the number by heart. And drawn a fax." }
whenever(found(cards)) { lotte "The card at the deep end says, nearest door: shallow end. That's thirty-three metres. The wrong way. I ran it." }
whenever(all { is(over), kept(rota) }) { lotte "Ezra's ex says it's the first rota that isn't anybody's fault. She's hung it over her bed. I don't ask." }
whenever(all { is(over), kept(cards) }) { lotte "I did all eight with a stopwatch. Eleven seconds. In the summer it was forty." }

scene "lotte_tempt" {
  notes { watch = "Who'd sooner have it now, over with.",
    prompt = "What does “not in here” mean, in a house of glass?", why = "Where and when is her agenda, too." },
  "Lotte is filling the first-aid box. She counts the plasters, and counts them again.",
  lotte "Tomorrow. Half past six, on the steps outside, before everybody. Ten minutes. It's a question. Not in here.",
  "In here there's only the pool.",
  choice {
    option "yes" "“Half past six. I'll bring the key.”" { promise(steps), lotte "You have to. It's locked." },
    option "now" "“Ask me now. I'll shut the door.”" { steer(lotte), "She looks at the glass. The door's glass, too.", lotte "It's not that sort. Forget it." },
    option "what" "“How will I know what to think about?”" { ask(lotte), promise(steps), clarify(lotte, "notice"),
      lotte "You won't. But if you can't come, say it tonight. Then I sleep." },
  },
  go "hour",
}

scene "lotte_evening" { at = "Wed 21:00",
  notes { watch = "How fast ten minutes get small at nine in the evening.", prompt = "What does she do from half past six till seven?",
    why = "Nobody would see it. It's the cheapest promise of the week to break." },
  "Nine in the evening. You've been up since five. The first bus that gets you to the steps goes at ten to six. The key needn't be there till seven.",
  choice {
    option "five" "Set the alarm for five." { costs = { energy = 1 }, go "lotte_steps" },
    option "text" "Write to her: could it be seven, in the box?" { move(steps, "Thu 07:00"), "She writes back at once. A thumb. The small yellow one.", go "lotte_box" },
    option "sleep" "Turn the light off. She'll say it at seven, too." { "In the morning she's up in the chair when you come in.", go "thursday" },
  },
}

scene "lotte_steps" { at = "Thu 06:30",
  attend(steps),
  lotte "There's a form. I've got to sign that I'm fine again. After lane four. From outside: am I?",
  "You sit on the cold step and think. You tell her what you've seen: the plasters, counted twice, and that she's never once looked away from the water.",
  lotte "Okay. Then I sign half.",
  go "thursday",
}

scene "lotte_box" { at = "Thu 07:00",
  attend(steps),
  "At seven she stands in the box. Through the glass you can both see all six lanes.",
  lotte "It was about a form. I've done it now. It took that half hour.", "She stays for the ten minutes, though.",
  go "thursday",
}

scene "lotte_talk" {
  notes {
    watch = "“You did everything right.” See if it reaches her.",
    prompt = "What is she counting, and who knows it?",
    why = "Comfort ends the talk. Saying back what she does lets her go on.",
  },
  one_on_one(lotte) { minutes = 40, rounds = 2, energy = 1,
    option "start" "“Your turn. Anything.”" { their_agenda, lotte "Anything. Okay. Ezra whistles. Can you make him not whistle?" },
    option "lane" "“How's lane four?”" { ask, learn(lotte, "lane"), lotte "Fine. He comes Thursdays. I know his trunks. I count him every length, up and back. It's stupid." },
    option "back" "“You count him, and he doesn't know it.”" { when = knows(lotte, "lane"), listen, "She moves her feet in the water, one, and the other.", lotte "He waves. That's the worst." },
    option "fine" "“You did everything right. It's in the report.”" { fix, lotte "Yeah. I wrote the report." },
  },
  "At ten to eleven she stands up and leaves two wet feet on the tiles.",
  go "wednesday_desk",
}

local function saved()
  return { lotte "I'm getting off. Which end do you want me?",
    "She's there at half past one, in climbing shoes. From two till four she stands at the deep end and doesn't sit once. Ninety go in and she counts ninety out.",
    go "goes_well" }
end
scene "lotte_need" {
  notes { watch = "Who counts the sixty children for her.",
    prompt = "“Stay on the train, if you want to.” Is that pressure, or is it not?", why = "A cliff since August, against a week." },
  "The second lifeguard has rung. He's eaten something. With one lifeguard it's thirty children, says the law, and not ninety.",
  "Lotte's been off since ten, till Monday. She's on the train to the Peaks already, with a rope and a hammer. You can hear the train.",
  need { who = lotte, stakes = "medium",
    crosses = saved(),
    hesitates = { set(looked), lotte "I've been saving up this weekend since August. There's a cliff.",
      choice {
        option "plain" "“Then stay on the train, if you want to. I mean it.”" { listen, "The train goes through something, and comes out of it." },
        option "what" "“What would make it bearable?”" { ask, lotte "Not the deep end on my own. And Monday." },
        option "push" "“Without you it's sixty children who go home.”" { steer, lotte "Without the guy who ate something." },
        option "four" "“You'd have lanes one to three. I'll sit at four.”" { when = knows(lotte, "lane"), listen, "For a bit there's only the train." },
      } },
    turns_back = { lotte "I'm not there. Sorry. I'm literally not there.",
      "The train goes into a tunnel. Thirty may swim, then. Somebody will have to draw them from a hat, and tell the sixty.", go "second_lotte" },
  },
}
