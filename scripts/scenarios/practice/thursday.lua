-- Thursday, half past eight: one of six things. It takes the morning, and noon is on the list.
local des, ruth, milan, lotte, priya, okan = person "des", person "ruth", person "milan", person "lotte", person "priya", person "okan"
local who = { des, ruth, milan, lotte, priya, okan }
local names = { "des", "ruth", "milan", "lotte", "priya", "okan" }
local works = {
  commitment "sheets", commitment "lost", commitment "log", commitment "rota", commitment "seahorses", commitment "slips",
  commitment "keys", commitment "board", commitment "arrows", commitment "cards", commitment "letters", commitment "photos",
}
local here = {}
for i, name in ipairs(names) do here[i] = flag("with_" .. name) end

local function unfinished(i) return all { open(works[i]), no(done(works[i])) } end
local function left_over()
  local list = {}
  for i in ipairs(works) do list[i] = unfinished(i) end
  return any(list)
end

local later = {
  des "Nine tomorrow. I'll be going home, I'll look in.", ruth "Nine o'clock. I shall ask the van to be brave.", milan "Nine. I hide the poppy cake till nine.",
  lotte "Nine. Okay. I ring college, they like me.", priya "Nine! Okay! No, it's good, you said it before!", okan "Nine. I wait outside the shop like a grandmother.",
  des "Nine. I'll tell him to keep his drill in the van.", ruth "Nine. I shall tell locker nine to sleep in.", milan "Nine. He'll have to see the stairs again.",
  lotte "Nine's before the kids. Okay.", priya "Nine! I'll hang up a sign! “Nine!”", okan "Nine. The ladies get breakfast, then. With peaches.",
}
local function till_friday()
  local body = {}
  for i, w in ipairs(works) do body[i] = when(unfinished(i)) { move(w, "Fri 09:00"), later[i] } end
  body[#body + 1] = spend { hours = 3, energy = 1 }
  return body
end
local function both(list, hours)
  for i, w in ipairs(works) do list[#list + 1] = when(unfinished(i)) { work(w, hours) } end
  return list
end

-- id, what happens, then: do it · leave it; for the facilitator: watch, prompt.
local events = {
  { "duck", "There's a duck in the big pool. It has come through the roof window that doesn't shut. While there's a duck in, nobody may swim. That's on the board, under *Verrucas*.",
    "Get it out. With bread, and time.", "It takes until half past eleven. It leaves by the front door, as it ought to have come, and nineteen people clap.",
    "Rope off its lane, and leave it to itself.", "The duck respects the rope. The swimmers don't.",
    "Who'd love it to be their job.", "What's due at noon, and how does one tell a duck?" },
  { "toast", "The alarm. It's toast: somebody's toast, in the staff kitchen. Sixty people in towels stand in Quarry Street, and a bus has stopped to look.",
    "Stand out there with them, till the brigade says so.", "It's half past eleven before everybody's warm. You've given away your jacket, your jumper and a flag.",
    "Hand out the towels, and go back to your desk.", "Somebody else will have to count them back in. It's sixty, or it was.",
    "Who thinks of counting.", "Sixty people see you stand there. Who sees what isn't getting done?" },
  { "small", "The small pool has to be shut. There's been an accident. It was quite a small one, and brown. Three groups are at the door with their armbands on.",
    "Take the three groups, in a corner of the big pool.", "Till half past eleven you're a wall that toddlers hang on to. One calls you Granny.",
    "“Small pool's shut, I'm sorry.” And back to the box.", "Three groups take off thirty armbands. It squeaks.",
    "Who saves the toddlers' morning, and with whose.", "Three groups were promised something, too. By whom?" },
  { "clock", "The big clock has stopped, at ten past eight. The Thursday ladies swim till quarter to, by the clock. They're still swimming. The next lot is in the hall, in caps.",
    "Get the long ladder out, and wind the thing.", "It wants oil, a new pin, and to be talked to. At half past eleven it strikes eight, and then all the others.",
    "Hold up a sign with the time on, and go.", "They wave at the sign. They take it for a greeting.",
    "Who wants to know how the clock works.", "If you've got three hours for a clock: whose were they?" },
  { "ames", "Mr Ames is ninety-one, and has sixty lengths to go till his thousandth mile. He won't come out for a school. The school is standing round the edge, in a row, in goggles.",
    "Count for him, aloud. The school can help.", "At length thirty they begin to chant. At half past eleven it's a thousand, and he asks if somebody could do his back.",
    "Ask him nicely, once, and leave them to it.", "He turns at the wall as if you were one.",
    "Smiles. Nobody wants to be the one who leaves Mr Ames.", "He'd have swum it without you. What wouldn't get done without you?" },
  { "banner", "The banner for the gala has come. *Quarry Street Baths welcomes all shcools.* It's nine yards long. The firm says Tuesday.",
    "Lay it in the hall, and cut and sew.", "At half past eleven it says *schools*. If you know, you can see it. Mr Pettifer comes by and doesn't know.",
    "Hang it, high up, and go back to the box.", "From below, people begin to read it aloud to each other.",
    "Who thinks a spelling mistake can wait, and who can't bear it.", "Everybody will see the banner. Who'll see the other thing, and when?" },
}

local sees_to_it = {
  false, false, -- the last of three is never Des or Ruth
  "At noon there's a spanner on your chair, the big one. Milan has seen to it. “For that I was upstairs,” says a note, “eleven minutes.”",
  "Lotte has seen to it, in her half hour. On your desk lies her sandwich, with one bite out of it, and no note.",
  "Priya has seen to it, and missed her own lesson. “It's fine!!” says the board.",
  "Okan has seen to it, in his apron. Upstairs something has burnt. You can smell that he's being nice about it.",
}
-- The last of the three: on Tuesday it was the first.
local function somebody_else()
  local body = {}
  for i = #names, 3, -1 do
    local line = { steer(who[i]), sees_to_it[i] }
    if i == #names then body[1] = when(is(here[i]))(line)
    elseif i > 3 then body[#body + 1] = otherwise_when(is(here[i]))(line)
    else body[#body + 1] = otherwise(line) end
  end
  return body
end

local offers = {}
for i, e in ipairs(events) do
  local id = "event_" .. e[1]
  offers[i] = odds(1, { go(id) })
  local first = till_friday()
  first.when = left_over()
  first[#first + 1] = e[4]
  first[#first + 1] = go "late_1"
  local leave = { e[6] }
  for _, node in ipairs(both({}, 1.5)) do leave[#leave + 1] = node end
  for j, w in ipairs(works) do -- who owes one thing has the morning for it
    leave[#leave + 1] = when(all { unfinished(j), due_within(w, 3), no(due_within(w, 1)) }) { work(w, 1.5) }
  end
  leave[#leave + 1] = go "somebody_else"
  scene(id) { at = "Thu 08:30",
    notes { watch = e[7], prompt = e[8],
      why = "Half past eight is early enough for a new date. After the morning there's noon, and then there's an excuse." },
    e[2],
    choice {
      option "stay" (e[3]) { spend { hours = 3, energy = 1 }, e[4], go "late_1" },
      option "first" "First say that it'll be tomorrow at nine. Then see to it." (first),
      option "leave" (e[5]) (leave),
    },
  }
end
local other = somebody_else()
other[#other + 1] = go "late_1"
scene "somebody_else" (other)

local thursday = { at = "Thu 07:30",
  notes {
    watch = "Noon is on the list. Who looks at the list first?",
    prompt = "At half past eight a new date costs something small. What does it cost at noon?",
    why = "Keep it, say it early, or let somebody else have it: three decent answers, three people who pay.",
  },
  when(left_over()) { "Half past seven. There's an hour, for what's still on the list." },
  otherwise { "Half past seven, and there's nothing on the list. It's a thing one could get used to." },
  chance {
    odds(1, { "There's a light in the hall that you didn't leave on. It's the fish tank. Somebody has given the fish a very small flag for Friday." }),
    odds(1, { "On the step stands a bucket of sand, with a sign: *This is not an ashtray.* There's one cigarette in it, and an apology." }),
    odds(1, { "The building ticks while it warms up. Before it's open you can hear that it has a rhythm, and that it's a bit behind." }),
  },
}
for _, node in ipairs(both({}, .5)) do thursday[#thursday + 1] = node end
thursday[#thursday + 1] = chance(offers)
scene "thursday" (thursday)
