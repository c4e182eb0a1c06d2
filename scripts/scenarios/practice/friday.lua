-- Friday: a round of doors, and what is left when the gala is over.
local des, ruth, milan, lotte, priya, okan = person "des", person "ruth", person "milan", person "lotte", person "priya", person "okan"
local people = { des, ruth, milan, lotte, priya, okan }
local names = { "des", "ruth", "milan", "lotte", "priya", "okan" }
local meetings = { commitment "scrubber", commitment "till", commitment "valve", commitment "body", commitment "watch", commitment "lease" }
local works = {
  commitment "sheets", commitment "lost", commitment "log", commitment "rota", commitment "seahorses", commitment "slips",
  commitment "keys", commitment "board", commitment "arrows", commitment "cards", commitment "letters", commitment "photos",
}
local third = { commitment "look", commitment "ropes", commitment "gauge", commitment "steps", commitment "refusal", commitment "fridge" }
local here = {}
for i, name in ipairs(names) do here[i] = flag("with_" .. name) end
local looked, how = flag "looked", number "how"

-- What one can still do about it on a Friday morning: an hour, for one of them.
local doors = {
  { "scrubber", meetings[1], "Catch Des before his bus. Have him show you part seven.", des, { "responsibility", "repair" },
    { des "Seven's under the brush.", "He lets you take it out, and put it in, and take it out. His bus goes by." } },
  { "sheets", works[1], "Write to the insurers: days, not nights. Show Des.", des, { "responsibility", "repair" },
    { des "“The fault lies with the day.” Hm.", "He asks if he may keep a copy. He's brought a plastic sleeve." } },
  { "keys", works[7], "Walk the thirty-six doors with Des, before his bus.", des, { "responsibility", "repair" },
    { "He tries. You write.", des "That's the lamp cupboard. I'd know it anywhere, now." } },
  { "showers", third[1], "Do the nine showers with Des, before he goes.", des, { "responsibility", "regret" },
    { "In shower eight you both look at the tile.", des "Nine. I said all nine. You do nine and then you sign." } },
  { "till", meetings[2], "Ring the clinic, before you say a word to Ruth.", ruth, { "responsibility", "repair" },
    { "Somebody has cancelled, on Monday.", ruth "You rang them. Yourself. I should like to be cross a little longer, if you don't mind." } },
  { "lost", works[2], "“Give me the book. I'll look up what I didn't.”", ruth, { "responsibility", "repair" },
    { when(found(works[2])) { "You do it at the hospice, between two wardrobes, with the book on your knees." }, ruth "Nineteen ninety-seven. It was a good year for teeth." } },
  { "board", works[8], "Get the ladder out again, and do the lines that are missing.", ruth, { "responsibility", "repair" },
    { ruth "I shall hold the ladder. I'm not afraid that you'll fall. I'd like to see the sixes." } },
  { "ropes", third[2], "“The ropes. You asked for two things.”", ruth, { "responsibility", "regret" },
    { ruth "I did.", "She lets you stand there while she sells two swims.", ruth "It'll be round somebody's fish by tomorrow." } },
  { "valve", meetings[3], "Go down, and stand at the top valve till he says.", milan, { "responsibility", "repair" },
    { milan "Now? It's Friday. Now. All right.", "*Clunk*, far below. He takes the bucket away himself." } },
  { "log", works[3], "Sit down in the cellar, and copy autumn.", milan, { "responsibility", "repair" },
    { "He looks over your shoulder, once an inch.", milan "Hole. Yes. Leave the hole." } },
  { "arrows", works[9], "Take the paint down. He says which way, and you do it.", milan, { "responsibility", "repair" },
    { milan "Left. Left. This one, both. Don't ask." } },
  { "gauge", third[3], "“At nine I was on the telephone. Write that in.”", milan, { "responsibility", "explanation" },
    { "He writes it in. He has beautiful handwriting.", milan "So. Monday it's me who lies there again." } },
  { "body", meetings[4], "Turn up at the edge in the blazer. “Tow me.”", lotte, { "responsibility", "repair" },
    { lotte "I've passed already.", "She tows you all the same, twice. You're the heavier one, she says." } },
  { "rota", works[4], "Ring the college, and tell them it was you.", lotte, { "responsibility", "repair" },
    { lotte "You said “it was me” to the woman in the office? She's scary. What did she say?" } },
  { "cards", works[10], "Hang the last cards with Lotte, stopwatch and all.", lotte, { "responsibility", "repair" },
    { lotte "You run, I time. It's fair. Nineteen. Again." } },
  { "steps", third[4], "Sit on the steps with Lotte. “You were here.”", lotte, { "responsibility", "regret" },
    { lotte "Yeah. It was quite nice, actually. There's a cat." } },
  { "watch", meetings[5], "“I wasn't there at one. When's the next lesson?”", priya, { "responsibility", "repair" },
    { priya "Now! In eleven minutes! Have you got a pencil?", "You tick nine of the eleven. She wants to know which two." } },
  { "seahorses", works[5], "“I left you with thirteen. Give me the brush.”", priya, { "responsibility", "repair" },
    { "There are six that can still be saved before two.", priya "It's fine. No, you know what, it wasn't. It is now. Nearly." } },
  { "letters", works[11], "“I'll ring the twenty-one. You whisper me the names.”", priya, { "responsibility", "repair" },
    { priya "The first one's the father with the chair! Breathe!" } },
  { "refusal", third[5], "“I said yes to them. I'll ring, and say no.”", priya, { "responsibility", "repair" },
    { "They came yesterday. So you ring and say it for next time.", priya "You said “no” four times! I counted. It got better." } },
  { "lease", meetings[6], "Fetch page four, and ring Mr Pettifer with Okan.", okan, { "responsibility", "repair" },
    { "Mr Pettifer will look into it. He reads that very nicely.", okan "You said “steam” to him. Like a judge." } },
  { "slips", works[6], "Ring the thirty mothers, from Okan's kitchen.", okan, { "responsibility", "repair" },
    { "It takes all of the hour. Two nuts, one kiwi.", okan "Sit. Eat. Not that, that's for the kiwi." } },
  { "photos", works[12], "Ring the ladies of 1961, and ask for twelve names.", okan, { "responsibility", "repair" },
    { "It takes an hour, because each has a story and none of them is short.", okan "You've got a whole page. Leave the page. I'll hang the page." } },
  { "fridge", third[6], "“It was me who told the lady. You'd asked me.”", okan, { "responsibility", "regret" },
    { okan "She said so. I didn't want to know who, then I knew.", "He pours a tea, and stays on his feet." } },
}
local choices = {}
for i, door in ipairs(doors) do
  local body = { when = missed(door[2]), apologise(door[4])(door[5]), spend { hours = 1 } }
  for _, line in ipairs(door[6]) do body[#body + 1] = line end
  choices[i] = option(door[1])(door[3])(body)
end
choices[#choices + 1] = option "buns" "Buy a bag of buns, and go round to everybody." { spend { hours = 1, energy = 1 },
  "Buns are welcome. Nobody asks what for. There are two left, and you know whose they'd be." }
choices[#choices + 1] = option "rows" "Lay out the goggles, ten rows of nine." { spend { hours = 1 },
  "Somebody has to. From above they look like an audience." }
choices[#choices + 1] = option "book" "Write up the week in the week book." { spend { minutes = 45 },
  "You write what happened. It takes a page and a half, and most of it's Tuesday." }

choices[#choices + 1] = option "ten" "Be on the steps with Lotte at ten." { when = open(third[4]), attend(third[4]),
  lotte "There's a form. I've got to sign that I'm fine again. After lane four. From outside: am I?",
  "You tell her what you've seen: the plasters, counted twice, and that she's never once looked away from the water.",
  lotte "Okay. Then I sign half, and get my train." }

local function anything()
  local list = { open(third[4]) }
  for _, door in ipairs(doors) do list[#list + 1] = missed(door[2]) end
  return any(list)
end

scene "friday" { at = "Fri 09:15",
  notes {
    watch = "The buns. Somebody always wants the buns.",
    prompt = "What could still be mended before two o'clock? What couldn't?",
    why = "There's an hour, for one door.",
  },
  "Friday. Des is still here, for the tea. They all are: on gala days everybody eats one bun at a quarter past nine, standing up.",
  when(open(third[4])) { "Outside, on the steps, somebody has laid out two bath mats, for ten." },
  when(anything()) {
    "At ten the schools start ringing. Till then there's an hour.",
    choice(choices),
  },
  otherwise { "Nobody wants to be seen by the bun with the cherry. It ends up in front of you, and they all look at something else." },
  go "gala",
}

-- After the gala ------------------------------------------------------------------------------------------

local function slipped(i) -- something between you and them that nobody has been to the door about
  local list = {}
  for _, door in ipairs(doors) do
    if door[2] == meetings[i] or door[2] == works[i] or door[2] == works[i + 6] or door[2] == third[i] then
      list[#list + 1] = all { missed(door[2]), no(took("friday." .. door[1])) }
    end
  end
  return any(list)
end

local good = {
  "Des has gone to bed at last. Under the mop there's a novel, for you. He's cut the last page out, so that you won't be tempted.",
  "Your cap is in lost property. Ruth has written it in the book, with your name, and today's date.",
  "From the cellar comes something slow, on an accordion. It's Friday. He only plays on Wednesdays.",
  "On your desk lies a stone. It's grey. There's a bit of tape on it, in Lotte's writing. *Two billion. Don't lose it.*",
  "Priya has laminated you a certificate. You're a Seahorse. It's spelled right.",
  "Okan has wrapped up what was left. It's warm, and it's your favourite. You don't know how he knows.",
}
local bad = {
  "The lock-up sheet lies on your desk. Des has signed it twice, once in each box.",
  "Ruth has left you a slip, to wish you a good weekend. It's quite a complete weekend. It has your surname in it.",
  "At the cellar stairs there's a chain now, at the third step.",
  "On the board Lotte has written *bye*, to the whole building. She means the building.",
  "“It's fine!” says the note on your door. It's been laminated.",
  "Okan has made out a bill for the week's tea. It isn't much. He's never made one out before.",
}

local function any_slipped()
  local list = {}
  for i in ipairs(people) do list[i] = slipped(i) end
  return any(list)
end

local function hidden()
  local list = {}
  for _, door in ipairs(doors) do list[#list + 1] = covered(door[2]) end
  return any(list)
end

scene "goes_well" {
  when(any { is(looked), any_slipped(), hidden() }) { assign(how, 1) },
  go "closing",
}
-- Half of it anybody could do, if they stayed. Whoever comes by, but for the one who has just said no: it may be
-- somebody you haven't spoken to all week.
local function comes_by(i)
  local others = {}
  for j, p in ipairs(people) do
    if j ~= i then others[#others + 1] = p end
  end
  scene("second_" .. names[i]) { assign(how, 2),
    notes {
      watch = "The name. It may be somebody who has asked you for nothing all week.",
      prompt = "What can they have heard about you by now, and from whom?",
      why = "Half is a fair thing to ask for. Whether they stop was decided on other days, and some of it by others.",
    },
    "Half of it anybody could do, if they stayed. It's ten to one. You stand in the hall, and ask whoever comes by.",
    need { who = one_of(others), stakes = "medium",
      crosses = { go "half" },
      hesitates = { "It's {who}, who stops, and looks at the clock.",
        choice {
          option "half" "“Only half of it. And I'd owe you.”" { listen, "The clock says nothing." },
          option "when" "“How long have you got?”" { ask, "{who} works it out. It's visible." },
          option "gala" "“It's the gala. It's everybody's.”" { steer, "“Is it?” says {who}." },
        } },
      turns_back = { "It's {who}, who'd have liked to, and is gone.",
        "At two you stand on the steps, and tell them, ten at a time. They take it well. That's the worst of it.",
        ending "shoe" },
    },
  }
end
for i in ipairs(people) do comes_by(i) end

scene "half" {
  notes {
    watch = "Who it is. Half the time it's somebody who asked for nothing.",
    prompt = "What had they heard of you by Friday?",
    why = "A bridge that was never needed is there all the same, or it isn't.",
  },
  when(chosen(des)) { "It's Des. Without his ear in one can't sleep, he says, and he left it here. He puts it in.", des "What is it now?" },
  otherwise_when(chosen(ruth)) { "It's Ruth, with her gloves in her hand.", ruth "I've got till the next train. What would you like carried?" },
  otherwise_when(chosen(milan)) { "It's Milan. He has a taxi waiting. He sends it round the block.", milan "Half. Good. I do half." },
  otherwise_when(chosen(lotte)) { "It's Lotte, on the telephone, from a platform. She's talking to the guard. Then she's talking to you.", lotte "There's one back in four minutes." },
  otherwise_when(chosen(priya)) { "It's Priya. She mimes a clock, and a bicycle, and then you, and takes her helmet off." },
  otherwise { "It's Okan, with a tray of something under a cloth.", okan "Eat first. Then tell me which half." },
  "By half past two it's a gala, with half of everything: half the races, half the cake, half the noise.",
  go "closing",
}

local closing = { at = "Fri 16:30", "Half past four. There are ninety wet footprints on the stairs, both ways." }
for i in ipairs(people) do
  closing[#closing + 1] = when(is(here[i])) {
    when(slipped(i)) { bad[i] },
    otherwise { good[i] },
  }
end
closing[#closing + 1] = when(at_least(how, 2)) { ending "council" }
closing[#closing + 1] = otherwise_when(at_least(how, 1)) { ending "nail" }
closing[#closing + 1] = otherwise { ending "hook" }
scene "closing" (closing)

ending "hook" { title = "The hook", kind = "together",
  "There's a hook for the key, by the door, with a row of names on tape. You hang it up.",
  "Under the hook somebody has added a line, in three handwritings. *Again, please. When it's your turn.*" }
ending "nail" { title = "The nail", kind = "patched",
  "The gala has happened. You hang the key on its hook. The hook comes out of the wall, so you take a nail.",
  "It holds. Everybody who goes by gives it a look, and goes by." }
ending "council" { title = "By the council", kind = "apart",
  "At five Mr Pettifer comes for the key. He's been rung. For the next gala the council sends its own people, he says, with lanyards.",
  "He weighs it in his hand. “Heavy,” he says. It is." }
ending "shoe" { title = "A shoe", kind = "silo",
  "At half past four there's nobody left to hand the key to. The hook's where it was. The lights are off, at all the ends that aren't yours.",
  "You take it home, in your bag. It weighs as much as a shoe. All weekend it's as if you'd come out with one too many." }
