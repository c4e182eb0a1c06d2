-- Des Oakley, 58, cleans at night. Needs: not to be the only one who knows. Afraid of a gap on a sheet that is put
-- down to him, as in 2016. Never says: stay a bit. Annoyed, he switches his hearing aid off where you can see it.
-- Funny about the ends of crime novels, which he tells.
local des = person "des"
local scrubber, sheets, look = commitment "scrubber", commitment "sheets", commitment "look"
local keys = commitment "keys"
local looked, over = flag "looked", flag "over"

scene "des_meet" {
  notes { watch = "How many hear that he should be in bed by now.", prompt = "He asks for something once a year. What's a no worth to him, then?",
    why = "A small promise to somebody who asks for one a year. There is no stage for it." },
  "Des has his coat on over his overall, and hasn't gone. It's twenty past seven. His bus was at ten past.",
  des "New scrubber. Man comes tomorrow at one, shows how it comes apart. Wants two of us. So there's one left when the other's ill.",
  choice {
    option "yes" "“One o'clock. I'll hold the torch.”" { promise(scrubber), des "It's got a torch." },
    option "night" "“That's the middle of your night. Why then?”" { ask(des), learn(des, "slip"), promise(scrubber),
      des "The old one, I was the only one who knew it. Then a lady slipped, 2016, and I was the only one they asked.",
      "You say one o'clock. He nods at the floor." },
    option "no" "“Could he write it down for us?”" { steer(des), des "He could.", "He reaches up and switches his left ear off." },
  },
  go "door_2",
}

scene "des_work" {
  notes { watch = "Who thinks of sheets, and who of 2016.",
    prompt = "What does he want with the gaps?", why = "The dull work of somebody who was once blamed for a blank." },
  "Des has his coat on over his overall, and hasn't gone. He's holding a box. It's damp.",
  des "Insurance wants the floor sheets. A year of them, in order, and a list of the gaps. Thursday noon. They've been next to the dryer. Before that they were in the drain.",
  "Three hours, and an iron.",
  choice {
    option "yes" "“Thursday at noon. In order.”" { promise(sheets), des "Don't iron October. It goes." },
    option "gaps" "“What do I do about the gaps?”" { ask(des), clarify(des, "candour"), learn(des, "slip"), promise(sheets),
      des "Write them down. In 2016 a lady slipped by the footbath. There was a gap that night. It was put down to me, because I'm nights." },
    option "three" "“Noon's tight. Three o'clock I can promise.”" { promise(sheets, { due = "Thu 15:00" }),
      des "Three. They'll send a young man to wait. He'll want a chair." },
  },
  go "door_2",
}

scene "des_late" {
  notes { watch = "“It's only the list of gaps.”", prompt = "What would the insurers do with a gap? And with a *none* that isn't true?",
    why = "Late, early said, or hidden. The lie has four letters." },
  "Three hundred sheets are in order. The rest is autumn, in one piece, like a cake. The list of gaps has a heading and nothing under it.",
  choice {
    option "none" "Put autumn at the bottom. Under *Gaps*, write *none*." { cover_up(sheets), "It makes a good straight pile." },
    option "nine" "Ring the insurers, and Des at home: could it be tomorrow at nine?" { move(sheets, "Fri 09:00"), des "I was asleep. Nine's fine." },
    option "part" "Hand the young man what's in order." { "He signs for it, and asks where autumn is. You say it's coming." },
  },
  go "late_2",
}

scene "des_keys" {
  notes { watch = "Sighs at a hundred and forty. Then ask who'd be standing in the dark.",
    prompt = "What would “some are spare” do to somebody who works in the dark?", why = "A hundred and forty small true things. One of them is his." },
  "Des has his coat on over his overall, and hasn't gone. He's holding a bucket. It's full of keys.",
  des "Painters took the key board down. A hundred and forty, off their hooks. Locksmith comes Thursday noon. What's got no label by then, he changes.",
  "Three hours, on foot, from door to door.",
  choice {
    option "yes" "“Thursday at noon. All hundred and forty.”" { promise(keys), des "There's one that isn't for anything. It's mine. It's for luck." },
    option "night" "“Which one do you need at night?”" { ask(des), learn(des, "four"), promise(keys),
      des "Lamp cupboard. At four I put my feet in and listen, ten minutes. It ticks. You can hear which lamp's going. Then I want that key." },
    option "three" "“He'd have to come at three. Then they're right.”" { promise(keys, { due = "Thu 15:00" }), des "I'll say. He charges from noon, whatever he does." },
  },
  go "door_2",
}

scene "des_keys_late" {
  notes { watch = "Who asks which keys are still without a label.", prompt = "Thirty-six doors: what does he do tonight, with each of the three?",
    why = "A word that is nearly true, thirty-six times." },
  "A hundred and four have a label. Thirty-six are keys.",
  choice {
    option "spare" "Write *spare* on thirty-six labels." { cover_up(keys), "They hang there like the others. The board looks like a choir." },
    option "nine" "Ring the locksmith, and Des: could it be tomorrow at nine?" { move(keys, "Fri 09:00"), des "I was asleep. Nine. I'll bring a torch." },
    option "part" "Let the locksmith have the thirty-six." { "He whistles. It's a whistle by the hour." },
  },
  go "late_2",
}

whenever(missed(scrubber)) { des "He showed me. It comes apart.", "On the sheet there are two boxes. One says *Oakley*." }
whenever(all { missed(sheets), no(found(sheets)) }) { "The young man from the insurers has left a note. It's about nights.",
  des "It says *nights*. There's one of me." }
whenever(found(sheets)) { des "There's a gap in October. It says there's none, in your hand. They rang me at home. I was asleep, so I told them the truth." }
whenever(missed(look)) { "There's a plaster in the week book, stuck on as proof. *Cub, shower eight, loose tile.* Above it stand two names.",
  des "Mine I know about." }
whenever(all { missed(keys), no(found(keys)) }) { "On thirty-six doors there's a new lock. It smells of oil.",
  des "I was in the drum room when he did it. Two hours. I read." }
whenever(found(keys)) { des "*Spare*, it says, on the lamp cupboard. I tried thirty-six spares last night. In the dark, because of the lamp." }
whenever(all { is(over), kept(sheets) }) { "The young man from the insurers has left a note. It's about the gaps.", des "It says *exemplary*. I looked it up." }
whenever(all { is(over), kept(keys) }) { des "Lamp cupboard. First go. I stood there a bit. I had time left." }
whenever(all { is(over), kept(look) }) { des "Shower eight. I've seen the tape. You go right to the edges." }

scene "des_tempt" { at = "Wed 08:20",
  notes { watch = "Fifty-two against nine.", prompt = "What's a signature for?", why = "It costs ten minutes, in front of people. Not doing it costs nothing that anybody can see." },
  des "Locking up wants two names. Do the showers, all nine, then sign under me. Not the other way round. I've had the other way round.",
  "You say yes, of course. He goes down to the boiler, to sleep on a chair till the dentist.", promise(look),
  "At twenty past eight there are fifty-two Cubs in the hall, half an hour early, in goggles. Nobody gets wet before there are two names.",
  choice {
    option "sign" "Sign. There's never been anything in the showers." { breaks(look), "Fifty-two Cubs go in like gravel. “You're a sport,” says the man with the whistle." },
    option "nine" "“Sit down on your hands.” Do all nine." { costs = { energy = 1 }, listen(des), spend { minutes = 40 },
      "In shower eight a tile has come up, with an edge like a tin. You tape it. In the hall they've begun to sing." },
    option "unseen" "Sign, and write *showers not seen* beside it." { breaks(look), own_up(look),
      "The man with the whistle reads it, and sends nobody into the showers. They go home as they are, and smell of it." },
  },
  go "hour",
}

scene "des_talk" {
  notes {
    watch = "How long it takes till somebody lets him talk about his book.",
    prompt = "He's awake, and it's day. What did he tell you that no sheet has on it?",
    why = "He asks for nothing. An open question and a quiet minute give him the sentence that nobody has had from him.",
  },
  one_on_one(des) { minutes = 40, rounds = 2, energy = 1,
    option "start" "“You've got till eleven. What's on your list?”" { their_agenda, des "A tooth. And page two hundred. It's the sister, I think. It's always the sister." },
    option "four" "“What's it like in here at four?”" { when = no(knows(des, "four")), ask, learn(des, "four"),
      des "I put my feet in. Ten minutes. It ticks. You can hear which lamp's going next. It's that one." },
    option "back" "“So at night it's you, and a sheet, and nobody to ask.”" { when = any { knows(des, "slip"), knows(des, "four") }, listen, "He turns his left ear up. It whistles, and he turns it down a bit.", des "That's about it." },
    option "order" "“You could start with the changing rooms instead.”" { steer, des "I could.", "He looks at the clock for you." },
  },
  "At ten to eleven he stands up and holds his cheek.",
  go "wednesday_desk",
}

local function saved()
  return { des "Under the otter. Third tile from the wall. I'm coming in.",
    "He comes in slippers. He lifts the otter, turns something a quarter, and the floor says thank you. He's mopped his way out by one.",
    go "goes_well" }
end
scene "des_need" {
  notes { watch = "What they look at before they answer: a week, not a number of children.", prompt = "What does he ask first? What would you answer him, this week?",
    why = "He owes nobody his sleep." },
  "The footbath has come up. It stands in both changing rooms, and it isn't only water. Somewhere in this floor there's a cap that stops it.",
  "One person knows where. He's been in bed for an hour. It rings for a long time.",
  need { who = des, stakes = "medium",
    crosses = saved(),
    hesitates = { set(looked), des "It's half eleven. Who's asking?",
      choice {
        option "plain" "“Me. You've got no reason to, this week.”" { listen, "You hear him look for the other ear." },
        option "what" "“What would I be looking for?”" { ask, des "An otter. You'd not find it." },
        option "push" "“It's ninety children, Des.”" { steer, des "It's always some number." },
        option "stay" "“I'll mop. And the sheet says my name, for today.”" { when = knows(des, "slip"), listen, "There's a light switch, at his end." },
      } },
    turns_back = { des "Ring the council. They've a drawing.",
      "They have. It's of another bath. You stuff the grating with towels, and stand on them.", go "second_des" },
  },
}
