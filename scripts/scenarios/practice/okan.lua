-- Okan Yildiz, 36, has the café in the gallery. Needs: somebody beside him when the council reads to him. Behind with the rent.
-- Never says that he's afraid. Annoyed, he pours tea and doesn't sit. Funny about tomatoes, and about Mr Pettifer's voice.
local okan = person "okan"
local lease, slips, fridge = commitment "lease", commitment "slips", commitment "fridge"
local photos = commitment "photos"
local looked, over = flag "looked", flag "over"

scene "okan_meet" {
  notes { watch = "Who finds the third answer correct. It is.",
    prompt = "Is “I'm the Baths” wrong?", why = "A fair reason not to. It has its price all the same." },
  "From the gallery comes a tea, on a saucer, with Okan behind it.",
  okan "Tomorrow at one, Mr Pettifer brings my new lease. He reads so fast. Would you sit next to me? You say nothing. You only read slowly.",
  choice {
    option "yes" "“One o'clock. I read like a tortoise.”" { promise(lease), okan "A tortoise! I'll put you at the head of the table." },
    option "afraid" "“What could be in it?”" { ask(okan), learn(okan, "rent"), promise(lease),
      okan "Steam. That I pay for the steam. I'm two months behind, he knows it, and now you know it.", "You say one o'clock. He turns the saucer so that the handle's yours." },
    option "no" "“I can't sit on your side. I'm the Baths this week.”" { defend(okan), okan "No. That's right. You're the Baths.", "He wipes a table that's clean." },
  },
  go "monday_desk",
}

scene "okan_work" {
  notes { watch = "Who thinks of the thirty in felt pen first.", prompt = "He has told you why, or he hasn't. Does it change how you read the thirtieth slip?",
    why = "The list is dull and somebody's throat hangs on it." },
  "From the gallery comes a tea, on a saucer, with Okan behind it.",
  okan "Friday ninety children eat with me. In your box there are ninety slips, what makes them swell up. I need it as a list, Thursday noon. Then I shop.",
  "Ninety slips, thirty of them in felt pen. Three hours.",
  choice {
    option "yes" "“Thursday, noon. All ninety.”" { promise(slips), okan "And for you a plate with nothing left off." },
    option "how" "“How exact does it have to be?”" { ask(okan), learn(okan, "cousin"), promise(slips),
      okan "My cousin, one walnut, at a school party. I was nine. I rode in the ambulance. So: exact." },
    option "three" "“Could you shop at three?”" { promise(slips, { due = "Thu 15:00" }), okan "At three the good ones are gone. Then it's the other tomatoes. Also tomatoes. Fine." },
  },
  go "monday_desk",
}

scene "okan_late" {
  notes { watch = "The relief at “nothing known”.",
    prompt = "“Nothing known”: by whom?", why = "True to the letter, and a lie." },
  "Sixty slips are on the list. Thirty lie there in felt pen. One has been signed by a dog.",
  choice {
    option "none" "Write *the other thirty: nothing known*. Send it up." { cover_up(slips), okan "Nothing! Thirty healthy children! I'll make the walnut cake." },
    option "nine" "“Okan, can the shopping wait till nine tomorrow?”" { move(slips, "Fri 09:00"), okan "At nine I stand outside the shop. With a basket. Like my grandmother." },
    option "part" "Send him the sixty." { okan "Sixty. And who are the thirty?", "He says it quite softly, from up there." },
  },
  go "three",
}

scene "okan_photos" {
  notes { watch = "Who asks whom the photographs are for.",
    prompt = "Which name would you look for first?", why = "What one learns by asking changes what the work is." },
  "From the gallery comes a tea, on a saucer, with Okan behind it.",
  okan "In your cellar there are forty photographs. I'd like to hang them. On Thursday at noon the ladies of 1961 come for coffee, the relay. Each one needs its names.",
  "Forty photographs, and a box of old programmes to find the names in. Three hours.",
  choice {
    option "yes" "“Thursday, noon. With the names.”" { promise(photos), okan "I make the cake of that year. I've asked my neighbour what it was. It's tinned peaches." },
    option "whose" "“Is there one you want most?”" { ask(okan), learn(okan, "rent"), promise(photos),
      okan "The fast one. She cleaned here after, forty years, and had tea on credit. I'm two months behind with the rent, so I like her." },
    option "three" "“Could the ladies come at three?”" { promise(photos, { due = "Thu 15:00" }), okan "They're over eighty. They come at noon. But I can make the coffee slowly." },
  },
  go "monday_desk",
}

scene "okan_photos_late" {
  notes { watch = "How likely “Joan” is.", prompt = "Three old ladies stand before it with their glasses on. What do they read?",
    why = "A wrong name is worse than none. She can read." },
  "Twenty-eight have names. Under twelve there's nothing, and in one of those the back row has no heads.",
  choice {
    option "joan" "Write what's likely. In 1961 half of them were called Joan." { cover_up(photos), okan "Look at them all, with their names on! They'll cry. I hope they cry." },
    option "nine" "“Okan, could they come tomorrow at nine, for breakfast?”" { move(photos, "Fri 09:00"), okan "Breakfast! With peaches! I'll ring them. One always picks up for all." },
    option "part" "Hang them as they are." { okan "And these twelve?", "He straightens one of them." },
  },
  go "three",
}

whenever(missed(lease)) { okan "I signed. He reads so nicely, it's like a song. On page four I pay for the steam." }
whenever(all { missed(slips), no(found(slips)) }) { okan "For sixty I've cooked. For thirty it's rice. Nobody swells up from rice. It's a sad plate, rice." }
whenever(found(slips)) { okan "I rang one of the mothers, about the cake. Only for the portions. She said, you do know about the nuts?", "The cake's in the bin. It was the size of a tyre." }
whenever(missed(fridge)) { "There's a notice on the café door, with a crest. *Inspection pending.* Okan has put a flower under it.",
  okan "She said, your colleague was so helpful." }
whenever(all { missed(photos), no(found(photos)) }) { okan "They stood in front of the twelve and said the names themselves. All three of them, at once. I had no pencil." }
whenever(found(photos)) { okan "The small one put her glasses on. She said, I'm not Joan. Joan's dead. That's me." }
whenever(all { is(over), kept(slips) }) { okan "Barnaby's mother rang. Nobody's ever asked her what he *can* eat. We talked for an hour. She's bringing him on Sunday." }
whenever(all { is(over), kept(photos) }) { okan "Each of them put a finger on the glass, on herself. Now there are fingers. I can't clean that off." }
whenever(all { is(over), kept(fridge), no(took "okan_tempt.stairs") }) { okan "The new seal's in. It shuts like a Mercedes. Come up and shut it once." }

scene "okan_tempt" { at = "Wed 08:45",
  notes { watch = "Whether the polite lady has a right to know. She has.", prompt = "Which of the three would you like done to you? And to your child's lunch?",
    why = "A promise against a fair question. The way that keeps both costs an hour, and puts him on the spot." },
  okan "Monday night the fridge went off. I've thrown it all away, all of it, by torch. On Friday I get the new seal. Till then not a word? Please.",
  "You've seen the bins. It's true. You say not a word.", promise(fridge),
  "At nine a lady in a white cap sits in the box. Environmental health. She asks politely: has the café had any trouble with cold storage?",
  choice {
    option "ask_him" "“You'd better ask him about Monday.”" { breaks(fridge), "She writes *Monday* and underlines it. “That's very helpful,” she says." },
    option "deny" "“Not that I know.”" { "She looks at you over the cap, or under it, and shuts her folder. The new seal is from here on your secret, too.", spend { energy = 1 } },
    option "stairs" "“He's upstairs. I'll take you.” And say nothing on the stairs." { steer(okan), spend { minutes = 60 },
      "He sees the cap come up. He looks at you.", okan "Monday. The fridge. I've got the list of what I threw away. Would you like it in kilos?" },
  },
  go "hour",
}

scene "okan_talk" {
  notes {
    watch = "Who's being looked after by the end, you or him.",
    prompt = "When did he sit down?",
    why = "He feeds people so as not to be asked. Coming without an appetite is a beginning.",
  },
  one_on_one(okan) { minutes = 40, rounds = 2, energy = 1,
    option "start" "“I'm not hungry. What's new with you?”" { their_agenda, okan "Not hungry! Sit, sit. I'll start with the tomatoes." },
    option "winter" "“How do you get through a winter up here?”" { when = no(knows(okan, "rent")), ask, learn(okan, "rent"), okan "Badly. Two months I owe. In summer they eat, in winter they swim and go home. Don't tell the glass." },
    option "back" "“So it's two months, and nobody down there knows.”" { when = knows(okan, "rent"), listen, "He sits down. It's the first time that you've seen him sit.", okan "My wife does. She counts the lemons." },
    option "menu" "“You should do soup and a swim, for one price.”" { fix, okan "I did that. In 2021. Nobody swam." },
  },
  "He packs you something in foil. It's for later, he says. It's enough for four.",
  go "wednesday_desk",
}

local function saved()
  return { okan "My good chairs. On the wet. For you, yes.",
    "He shuts the till and carries them down himself, six at a time. He's put cushions on. At half past three he comes round with tea, and takes nothing for it.",
    go "goes_well" }
end
scene "okan_need" {
  notes { watch = "Who adds up his four hundred, and who says it's for the children.",
    prompt = "Would you offer money? What would it do?", why = "A month's rent, against a week." },
  "The bench on the south side has come off the wall, all of it. Seventy parents can't stand by a wet edge for two hours. Without seats, no gala: it's in the form.",
  "Okan has seventy chairs, up in the gallery. Today all of them are booked, from twelve. It's his one good Friday in the autumn.",
  need { who = okan, stakes = "medium",
    crosses = saved(),
    hesitates = { set(looked), okan "If they sit down there, nobody eats up here.",
      choice {
        option "plain" "“No. You'd be out of pocket, and it's me who's asking.”" { listen, "He counts the chairs with his chin." },
        option "what" "“What do you take on a Friday like this?”" { ask, okan "Four hundred. It's November's rent, nearly." },
        option "push" "“Come on. It's for the children.”" { steer, okan "Everything's for the children. I've got two." },
        option "rent" "“I'll carry trays. They'll eat where they sit.”" { when = knows(okan, "rent"), listen, "He looks at the stairs, and at your shoes." },
      } },
    turns_back = { okan "Not today. On a good day I'd carry the tables down as well. It isn't one.",
      "You find eleven stools, two crates, and the thing that the lifebelts hang on.", go "second_okan" },
  },
}
