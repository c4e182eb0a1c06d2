-- Tuesday, twenty past twelve: one of six things, forty minutes before one o'clock. It takes an hour and a half.
-- None of them names a colleague. Whoever has to see to it instead is one of the other two of the week.
local des, ruth, milan, lotte, priya, okan = person "des", person "ruth", person "milan", person "lotte", person "priya", person "okan"
local who = { des, ruth, milan, lotte, priya, okan }
local names = { "des", "ruth", "milan", "lotte", "priya", "okan" }
local meetings = { commitment "scrubber", commitment "till", commitment "valve", commitment "body", commitment "watch", commitment "lease" }
local works = {
  commitment "sheets", commitment "lost", commitment "log", commitment "rota", commitment "seahorses", commitment "slips",
  commitment "keys", commitment "board", commitment "arrows", commitment "cards", commitment "letters", commitment "photos",
}

local function waits() -- somebody expects you at one
  local list = {}
  for i, meeting in ipairs(meetings) do list[i] = due_within(meeting, 2) end
  return any(list)
end

local asked = {
  des "Two. He's got a flask.", ruth "Two o'clock. They say they'll squeeze me in.", milan "Two. Then I let the water down again.",
  lotte "Two. I'll keep warm.", priya "Two! I'll make them do it twice! They'll love it!", okan "Two. I'll give him the long lunch.",
}
local function asks_for_two()
  local body = {}
  for i, meeting in ipairs(meetings) do body[i] = when(due_within(meeting, 2)) { move(meeting, "Tue 14:00"), asked[i] } end
  return body
end

local function desk_work(hours)
  local body = {}
  for i, w in ipairs(works) do
    if i == 1 then body[i] = when(all { open(w), no(done(w)) }) { work(w, hours) }
    elseif i < #works then body[i] = otherwise_when(all { open(w), no(done(w)) }) { work(w, hours) }
    else body[i] = otherwise { work(w, hours) } end
  end
  return body
end

-- id, what happens, then: do it · do it, and be there at two · leave it; for the facilitator: watch, prompt.
local events = {
  { "ring", "By the deep end a man is on his knees with one arm down the outlet. He's getting married on Saturday. Or he was, he says.",
    "Fetch the long net, and stay till it's up.", "It comes up at ten to two, with a hairgrip and a Lego man. He kisses the Lego man.",
    "“Leave your number. Somebody will look.”", "He writes it on his hand, and then yours on the other one.",
    "How much a wedding weighs against half an hour with a colleague.", "He'd have got it back at two as well. What would somebody else have got at one?" },
  { "locker", "Locker 88 has a boy's arm in it, up to the elbow. The boy is outside. He only wanted his pound back. He's calm. His teacher isn't.",
    "Sit down with him, and take the door off.", "It has nine screws, and six different heads. He tells you about eels. At ten to two he's got his arm, and you give him a pound.",
    "“Butter. Somebody bring butter, please.” And go.", "“Butter?” says the teacher.",
    "Who can't leave a child with his arm in a door. Nobody can.", "The boy's calm. Who else was waiting, and did they know why?" },
  { "fuse", "There's a bang from the ladies' changing room. Eleven women, eleven wet heads. The fuse box is behind the poster of the otter, and so is the fuse wire, on a nail.",
    "Take the otter down, and mend it.", "The otter has been hiding two fuse boxes. At ten to two eleven dryers start up, and take the lamps with them.",
    "“I'll send somebody.” Hand in a pile of towels.", "A voice says that they've got towels.",
    "Who likes to be the one who can mend it.", "It's a fuse. Who else could have done it, and who was going to be asked?" },
  { "coach", "There's a coach outside, an hour early. The driver knew a short cut. Thirty-one eight-year-olds get out, and one teacher, who goes to tell the driver something.",
    "Sit them along the wall, and learn thirty-one names.", "By ten to two you know all the Olivias. They've counted the tiles: four thousand and six, or four thousand and nine.",
    "“Wait in the hall, please. Somebody's coming.”", "They wait as eight-year-olds wait. You can hear it in the street.",
    "“It was an emergency.” Thirty-one of them, sitting along a wall.", "Sending word would have taken as long as one Olivia. Who sent it?" },
  { "salt", "Two pallets of salt are standing in front of the fire exit. The driver's gone. It's eighty sacks, and the fire officer's cousin swims on Tuesdays.",
    "Take your jacket off. Eighty sacks.", "The last one bursts. At ten to two there's a path as wide as a door, and your hands taste of the sea.",
    "Put a cone on it, and ring the firm later.", "The cone looks quite official.",
    "Who'd rather carry eighty sacks than ring somebody up.", "Fire exit or one o'clock: was it really one or the other?" },
  { "tiles", "On the top board stands a woman with a tripod. She's doing a book on Edwardian tiles. Somebody has let her in. Nobody has told her that it bounces.",
    "Go up, and bring her down, tripod first.", "It takes till ten to two, because she's right: from up there you can see a swan in the floor. You never knew. She lets you press the button.",
    "“Stay exactly there. Somebody will come up.”", "“I can't do much else,” she says.",
    "How good it feels to be needed up there.", "She was in no hurry. Who was?" },
}

-- What they do at one with you, and what the other one does meanwhile.
local done_together = {
  "The scrubber lies on a towel, in eleven parts. Des has numbered them in chalk. The man says nobody's ever done that. Yours is part seven.",
  "You sell eleven swims, a towel, and somebody's aunt a season ticket. The screen is grey, with grey on it. She's back at half past, with one eye like a plate.",
  "You stand by a red wheel for half an hour. A boy asks if you're on strike. Far below something goes *clunk*, and the pipe beside you turns cold.",
  "You go down the pool on your back, in a council blazer. There are two hundred and twelve panes in the roof. Halfway she says: “Grab me. Properly.” You do.",
  "Eight grown-ups hold the rail as if it were a train. The tall lady puts her chin in. She takes it out, and looks round to see who saw. You look at your form.",
  "On page four you stop. You read it again, because you think you've misread it. “Steam,” you say. Mr Pettifer turns back to page four.",
}
local after = {
  des "Seven's the one that goes missing.", ruth "Eleven, one, and a season ticket. To the penny.", milan "You didn't touch it.", lotte "Again.",
  priya "Did you see? Don't say anything. Did you see?", okan "Steam? What steam?",
}
local sees_to_it = {
  false, -- Des is asleep at that hour
  "Ruth has come out from behind her glass for it. Eleven people waited, and were told why, in full sentences.",
  "Milan has come up for it, past the third step. There's a spanner on your chair. It points at you.",
  "Lotte has seen to it in her break. She eats standing up, now, and looks at you while she does.",
  "Priya has seen to it, in a wet costume, between two lessons. “It's fine!” says a note.",
  "Okan has seen to it, and given everybody tea. On your desk lies a bill for eleven teas. It says *paid*.",
}

local function together()
  local body = {}
  for i, meeting in ipairs(meetings) do
    body[#body + 1] = when(open(meeting)) { attend(meeting), done_together[i], after[i] }
  end
  return body
end
local function then_go(body, to)
  body[#body + 1] = go(to)
  return body
end

scene "one_o_clock" { at = "Tue 13:00",
  when(waits()) { go "with_them" },
  otherwise { go "box" },
}
scene "with_them" (then_go(together(), "seen_to"))

local alone = { "You shut the door of the box. Through the glass it looks like a film." }
for _, node in ipairs(desk_work(1.5)) do alone[#alone + 1] = node end
alone[#alone + 1] = go "seen_to"
scene "box" (alone)

local offers = {}
for i, e in ipairs(events) do
  local id = "event_" .. e[1]
  offers[i] = odds(1, { go(id) })
  local two = asks_for_two()
  two.when = waits()
  two[#two + 1] = spend { minutes = 90, energy = 1 }
  two[#two + 1] = e[4]
  two[#two + 1] = go "two_o_clock"
  scene(id) {
    notes { watch = e[7], prompt = e[8], why = "It's a good reason, whichever it is. What it does to one o'clock depends on a sentence before, not after." },
    e[2],
    choice {
      option "stay" (e[3]) { spend { minutes = 90, energy = 1 }, e[4], go "wednesday" },
      option "two" "Say that it'll be two o'clock. Then see to it." (two),
      option "leave" (e[5]) { e[6], go "one_o_clock" },
    },
  }
end

-- Who asked on Monday for another day gets Wednesday at ten.
scene "at_ten" (then_go(together(), "wednesday_desk"))

local two_o_clock = then_go(together(), "wednesday")
two_o_clock.at = "Tue 14:00"
scene "two_o_clock" (two_o_clock)

-- Somebody has had to see to what was left: the first of the other two.
local here, meets = {}, {}
for i, name in ipairs(names) do here[i], meets[i] = flag("with_" .. name), flag("one_o_clock_" .. name) end
local seen_to = {}
for i = 2, #names do
  local line = { steer(who[i]), sees_to_it[i] }
  if i == 2 then seen_to[1] = when(all { is(here[i]), no(is(meets[i])) })(line)
  elseif i < #names then seen_to[#seen_to + 1] = otherwise_when(all { is(here[i]), no(is(meets[i])) })(line)
  else seen_to[#seen_to + 1] = otherwise(line) end
end
seen_to[#seen_to + 1] = go "wednesday"
scene "seen_to" (seen_to)

scene "tuesday" { at = "Tue 12:20",
  notes {
    say = "Forty minutes till one. Somebody expects you. Here's what comes instead.",
    watch = "Whether anybody sends word before they bend down.",
    prompt = "Who'll see to it, if you don't? Did you think of them?",
    why = "What gets in the way is never the same and always reasonable.",
  },
  chance {
    odds(1, { "Tuesday. In the week book, under *Monday*, somebody has given you a star. It's the sort that one gives to children. You look round to see who." }),
    odds(1, { "Tuesday. The woman with the snorkel has asked again for a lane of her own. She's been told no by four managers. She's got a list of them." }),
    odds(1, { "Tuesday. The radio says your name at half past ten, and then *never mind*. You walk round the whole building once, to be minded." }),
    odds(1, { "Tuesday. A man wants his money back because the water was wet. He's from the radio, it turns out. He leaves a card." }),
  },
  chance(offers),
}
