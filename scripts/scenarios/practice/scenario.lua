-- Practice: a week at the Quarry Street Baths, another one with each seed. Read this after you have played some.
--
-- One building, six people, one big key that goes round; this week it is the player's. The first scene draws three of
-- the six, and which of the three needs somebody on Tuesday at one. The other two ask for work. The rest is drawn where it
-- happens: the opening, what gets in the way on Tuesday and on Thursday, whom a temptation comes from on Wednesday,
-- and which of the three can save the schools' gala on Friday. A draw hangs on the seed alone, so two people with the
-- same seed have the same week, whatever they do in it.
--
-- Each person has a file, written for that person: what they ask (NAME_meet, NAME_work), what becomes of unfinished
-- work (NAME_late), a temptation (NAME_tempt), a talk (NAME_talk), a need (NAME_need). Nothing is put together from
-- halves of sentences: what is drawn is whole scenes, and what is looped here is only the way from one to the next.
-- tuesday.lua and thursday.lua hold the events. No event names one of the six, and nobody mentions the weather, so
-- that every piece stands beside every other.
--
-- Mon  the key · three ask · desk of one slot      Tue  an event, and one o'clock
-- Wed  a temptation · the quiet hour: with whom? · desk of one slot
-- Thu  an event, and noon · what is not done       Fri  doors · the gala: one of the three
-- Endings: hook (together) · nail (patched) · council (apart) · shoe (silo).

scenario {
  id = "practice", version = 1, title = "Practice: Any Week at the Baths", author = "Plankwright", licence = "CC-BY-4.0", language = "en",
  blurb = "The big key is yours till Friday. Three of six colleagues want something. Every seed is another week; swap seeds and compare.",
  minutes = 10,
  teaches = { "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A12", "A13", "A14", "A15", "A16", "A17", "A18", "A20" },
  content = { "illness (in passing)", "a child's allergy (told)" },
  days = { "Mon", "Tue", "Wed", "Thu", "Fri" }, hours = { "07:00", "15:00" }, place = "baths",
}

-- In the order of the day: Des goes home when the others come.
local des = person "des" {
  name = "Des Oakley", role = "cleaner, nights", hears = { "ruth", "milan" }, crossing = "careful",
  look = { skin = 0, face = "long", eyes = "hooded", nose = "long", hair = "receding", hair_colour = "grey", age = 58, coat = "overall",
    colour = "navy", hearing_aid = true },
  standards = { candour = { says = "a gap's a gap: write it down" } },
  facts = {
    slip = "In 2016 a lady slipped by the footbath. The sheet had a gap that night, and it was put down to him.",
    four = "At four every morning he sits on the edge for ten minutes, feet in, and listens to the building.",
  },
  on_told = "Late. Right.", on_moved = "{due}. They'll send a young man to wait.", on_refused = "No. I'll see to it.",
}
local ruth = person "ruth" {
  name = "Ruth Abara", role = "front desk, since 1984", hears = { "okan" }, crossing = "careful",
  look = { skin = 5, face = "round", eyes = "soft", nose = "wide", hair = "cropped", hair_colour = "white", age = 61, glasses = "round",
    coat = "cardigan", colour = "plum" },
  standards = { detail = { says = "every single thing looked up in the book" } },
  facts = {
    eyes = "She can't read the new screen. She goes by where the buttons used to be.",
    ring = "A Mrs Toller lost her wedding ring here in 1991. She still asks at Christmas.",
  },
  on_told = "I see. Thank you for mentioning it.", on_moved = "{due}. I shall tell the van that it's early.",
  on_refused = "I'd rather not, thank you.",
}
local milan = person "milan" {
  name = "Milan Horvat", role = "boiler and pumps", hears = { "des", "ruth" }, crossing = "careful",
  look = { skin = 2, face = "square", eyes = "almond", nose = "wide", hair = "bald", beard = "full", age = 47, build = "broad",
    coat = "overall", colour = "slate" },
  standards = { detail = { says = "a hole stays a hole. Nobody draws him a number" } },
  facts = {
    arm = "In 2011 somebody turned the top valve to be helpful. He has the scar up to the elbow.",
    accordion = "On Wednesdays he plays the accordion in the cellar, with the pump as the bass.",
  },
  on_told = "Late is a number. Which?", on_moved = "{due}. I have cake. I give her cake.", on_refused = "No. I do it alone.",
}
local lotte = person "lotte" {
  name = "Lotte Brandt", role = "lifeguard", hears = { "priya" }, crossing = "bold",
  look = { skin = 1, face = "oval", eyes = "round", nose = "small", hair = "ponytail", hair_colour = "red", age = 22, build = "slight",
    coat = "hoodie", colour = "brick" },
  standards = { notice = { hours = 12, says = "the evening before, so that she can sleep" } },
  facts = {
    lane = "Six weeks ago she pulled a man out of lane four. He's fine. She still counts him.",
    rocks = "Tuesdays and Thursdays she studies rocks, at night school. Two billion years by Easter.",
  },
  on_told = "How late? Like, a number.", on_moved = "{due}. Then I run. It's two kilometres.", on_refused = "Nope. Sorry.",
}
local priya = person "priya" {
  name = "Priya Raman", role = "swimming teacher", hears = { "lotte" },
  look = { skin = 4, face = "oval", eyes = "almond", nose = "small", hair = "bun", hair_colour = "black", age = 29, coat = "polo",
    colour = "teal" },
  standards = { replies = { hours = 4, says = "before she's told the parents" } },
  facts = {
    mother = "The tall lady in the grown-ups' lesson, who won't put her chin in, is Priya's mother.",
    voice = "She loses her voice every autumn. The doctor says to choose: whisper, or stop.",
  },
  on_told = "Late! Okay! How late?", on_moved = "{due}! Fine! I'll laminate in the night!", on_refused = "No, no, I've got it. Really.",
}
local okan = person "okan" {
  name = "Okan Yildiz", role = "café in the gallery", hears = { "ruth", "priya" },
  look = { skin = 3, face = "round", eyes = "soft", nose = "long", hair = "curly", hair_colour = "black", beard = "moustache", age = 36,
    coat = "apron", colour = "ochre" },
  standards = { candour = { says = "tell me before you tell the Baths" } },
  facts = {
    rent = "He's two months behind with the rent, and thinks it'll be the steam that finishes him.",
    cousin = "His cousin once ate a walnut at a school party. He rode in the ambulance. He was nine.",
  },
  on_told = "Late? Sit. Have a tea. How late?", on_moved = "{due}. Then it's the other tomatoes.", on_refused = "No, my friend. I'll do it myself.",
}

-- What each asks. One of the three needs you on Tuesday at one; the other two have work for Thursday at noon.
local asks = {
  { who = des, late = { "des_late", "des_keys_late" }, again = "des_keys",
    meet = commitment "scrubber" { kind = "meet", to = des, title = "Eleven parts", what = "the lesson on the scrubbing machine",
      due = "Tue 13:00", minutes = 40,
      on_moved = "Wednesday, then. He comes by again. He likes the canteen." },
    work = commitment "sheets" { kind = "work", to = des, title = "Floor sheets", what = "a year of floor sheets, in order", effort = 3,
      due = "Thu 12:00", found = { 1, 2 }, on_delivered = "In order. And a list of the gaps. Four. All days." },
    other = commitment "keys" { kind = "work", to = des, title = "The keys", what = "labelling a hundred and forty keys", effort = 3,
      due = "Thu 12:00", found = { 1, 2 }, on_moved = "{due}. I'll go by feel till then.", on_delivered = "A hundred and forty. And the one for luck. Good." },
    hold = commitment "look" { kind = "hold", to = des, title = "Look, then sign", what = "looking before you sign", due = "Fri 09:00" } },
  { who = ruth, late = { "ruth_late", "ruth_board_late" }, again = "ruth_board",
    meet = commitment "till" { kind = "meet", to = ruth, title = "The till at one", what = "minding her till", due = "Tue 13:00", minutes = 40,
      on_moved = "Wednesday at ten. I've asked. They were very nice about it." },
    work = commitment "lost" { kind = "work", to = ruth, title = "Lost property", what = "the lost property, looked up", effort = 3,
      due = "Thu 12:00", found = { 1, 2 }, on_delivered = "Forty-one goggles. That's twenty pairs and a pirate. Thank you." },
    other = commitment "board" { kind = "work", to = ruth, title = "The board", what = "the board with the prices", effort = 3,
      due = "Thu 12:00", found = { 1, 2 }, on_moved = "{due}. I shall say it aloud till then, each line.", on_delivered = "It's dry. I've touched it. Look at the sixes. Thank you." },
    hold = commitment "ropes" { kind = "hold", to = ruth, title = "The two ropes", what = "not her picture, and nobody else's idea",
      due = "Fri 09:00" } },
  { who = milan, late = { "milan_late", "milan_arrows_late" }, again = "milan_arrows",
    meet = commitment "valve" { kind = "meet", to = milan, title = "The top valve", what = "standing at the top valve", due = "Tue 13:00",
      minutes = 40,
      on_moved = "{due}. So one day more it weeps." },
    work = commitment "log" { kind = "work", to = milan, title = "Pump book", what = "the pump book, copied clean", effort = 4,
      due = "Thu 12:00", found = { 1, 2 }, on_delivered = "Your sevens are from another country. Good. It's all here." },
    other = commitment "arrows" { kind = "work", to = milan, title = "Sixty-two arrows", what = "sixty-two arrows", effort = 3,
      due = "Thu 12:00", found = { 1, 2 }, on_moved = "{due}. He can come twice. He likes stairs.", on_delivered = "Small arrows. Good. Also behind. Good." },
    hold = commitment "gauge" { kind = "meet", to = milan, title = "Nine o'clock", what = "reading the top gauge at nine", due = "Wed 09:00",
      minutes = 15, found = { 1, 2 } } },
  { who = lotte, late = { "lotte_late", "lotte_cards_late" }, again = "lotte_cards",
    meet = commitment "body" { kind = "meet", to = lotte, title = "The body", what = "being towed", due = "Tue 13:00", minutes = 40,
      on_moved = "{due}. I've got the pool till eleven. Works." },
    work = commitment "rota" { kind = "work", to = lotte, title = "Six weeks", what = "the rota for six weeks", effort = 3, due = "Thu 12:00",
      found = { 1, 2 }, on_delivered = "No Tuesdays, no Thursdays. Six weeks. I exist." },
    other = commitment "cards" { kind = "work", to = lotte, title = "Eight cards", what = "eight emergency cards", effort = 3,
      due = "Thu 12:00", found = { 1, 2 }, on_moved = "{due}. That's close to ninety kids. Okay.", on_delivered = "No fax. And you tried the doors. Okay. Nice." },
    hold = commitment "steps" { kind = "meet", to = lotte, title = "Half past six", what = "ten minutes on the steps", due = "Thu 06:30",
      minutes = 10, on_moved = "{due}. Okay. It's not that sort of question, but okay." } },
  { who = priya, late = { "priya_late", "priya_letters_late" }, again = "priya_letters",
    meet = commitment "watch" { kind = "meet", to = priya, title = "Eleven boxes", what = "watching her teach", due = "Tue 13:00", minutes = 40,
      on_moved = "{due}! I'll ask the ladies! They're quite glad, I think!" },
    work = commitment "seahorses" { kind = "work", to = priya, title = "Seahorses", what = "forty-four certificates", effort = 4,
      due = "Thu 12:00", found = { 1, 2 }, on_delivered = "Aiden, Ayden, Aidan, Aydin! Forty-four! I could cry, only it'd squeak." },
    other = commitment "letters" { kind = "work", to = priya, title = "Fifty-three noes", what = "the letters to the waiting list", effort = 3,
      due = "Thu 12:00", found = { 1, 2 }, on_moved = "{due}! Okay! I'll use the back door till then!", on_delivered = "I read one. It's a no and I felt better! How do you do that?" },
    hold = commitment "refusal" { kind = "hold", to = priya, title = "A no", what = "saying no to St Brannoc's", due = "Fri 09:00" } },
  { who = okan, late = { "okan_late", "okan_photos_late" }, again = "okan_photos",
    meet = commitment "lease" { kind = "meet", to = okan, title = "Page four", what = "reading the lease beside him", due = "Tue 13:00",
      minutes = 40,
      on_moved = "{due}. Mr Pettifer says yes. He says it so fast I said it twice." },
    work = commitment "slips" { kind = "work", to = okan, title = "Ninety slips", what = "the list of ninety allergies", effort = 3,
      due = "Thu 12:00", found = { 1, 2 },
      on_delivered = "One walnut, four eggs, two fish, and a Barnaby who can't have red. I'll make Barnaby a white one." },
    other = commitment "photos" { kind = "work", to = okan, title = "Forty names", what = "the names for forty photographs", effort = 3,
      due = "Thu 12:00", found = { 1, 2 }, on_moved = "{due}. So I ring the ladies, and tell them about the cake.", on_delivered = "There she is. With her name. Sit, you get the first peaches." },
    hold = commitment "fridge" { kind = "hold", to = okan, title = "The fridge", what = "not a word about the fridge", due = "Fri 09:00" } },
}
local names = { "des", "ruth", "milan", "lotte", "priya", "okan" }
local here, meets = {}, {}
for i, name in ipairs(names) do here[i], meets[i] = flag("with_" .. name), flag("one_o_clock_" .. name) end
flag "looked" -- somebody hesitated on Friday
local over = flag "over" -- it is Friday: what was kept has had time to come back
number "how" { from = 0, to = 2, start = 0 } -- how Friday went: well, with something left over, without them

-- The key -------------------------------------------------------------------------------------------------

-- Three of six, and which of the three meets you on Tuesday: sixty weeks, each as likely as the next.
local weeks = {}
for a = 1, 4 do
  for b = a + 1, 5 do
    for c = b + 1, 6 do
      for _, m in ipairs { a, b, c } do
        weeks[#weeks + 1] = odds(1, { set(here[a]), set(here[b]), set(here[c]), set(meets[m]) })
      end
    end
  end
end

scene "monday" { at = "Mon 06:50",
  notes {
    say = "You've got a key for a week. Six people work here. Three of them will want something, and it isn't the same three in another group.",
    act = "Give two groups the same seed. Let them play apart, and put the two Fridays side by side.",
    watch = "Who says yes three times before eight o'clock.",
    why = "Whom one will need is drawn, as it is everywhere. What one has with them by then is not.",
  },
  "The big key weighs as much as a shoe. It goes round: a week each, Monday to Friday, with the glass box, the radio, and whatever happens. This week it's you.",
  chance {
    odds(1, { "In front of the door stand three regulars in bathrobes. They've come like that, on the bus." }),
    odds(1, { "The lock sticks. You have to lift the door with your knee and say its name. It's called Brenda. Nobody knows why." }),
    odds(1, { "Somebody has left a single flipper on the step, with a note: *It's not mine either.*" }),
    odds(1, { "The pool lies there without a crease. You throw in the thermometer, because it's somebody's turn to." }),
  },
  "In the week book there's one thing in red. *Friday, 2 p.m., Schools' Gala. Ninety children.*",
  chance(weeks),
  go "door_1",
}

-- From one to the next: whoever was drawn asks, whoever was not is only there.
local unseen = {
  "On the board hangs a clean mop, upside down. Des has gone home.",
  "Behind the glass Ruth tells somebody the water's temperature, to the tenth.",
  "Under your feet something hums a third. That's Milan's boiler, and Milan.",
  "Lotte is up in the chair, with her whistle in her mouth, not blowing it.",
  "From the small pool comes Priya's voice. “And we're all teapots. And we pour!”",
  "Up in the gallery Okan grinds coffee, and tells the grinder about it.",
}
for i, name in ipairs(names) do
  local on = i < #names and "door_" .. (i + 1) or "monday_desk"
  scene("door_" .. i) {
    when(is(meets[i])) { go(name .. "_meet") },
    otherwise_when(is(here[i])) { chance { odds(1, { go(name .. "_work") }), odds(1, { go(asks[i].again) }) } },
    otherwise { unseen[i], go(on) },
  }
end

-- Monday, ten o'clock -------------------------------------------------------------------------------------

local visits = {
  option "des" "Scrub the footbath, which Des never gets to." { when = is(here[1]), listen(des),
    "Under the lime it's blue, with a fish. Nobody's seen the fish since the eighties. He'll find it at ten tonight." },
  option "ruth" "Carry Ruth's parcels in, and stay for the queue." { when = is(here[2]), ask(ruth), learn(ruth, "ring"),
    ruth "Forty-one's had a hip. Sixteen's in love. And Mrs Toller will ask again at Christmas. Her ring, 1991.", "She's never lost the page." },
  option "milan" "Take Milan's lunch down, since the stairs are wet." { when = is(here[3]), ask(milan), learn(milan, "accordion"),
    "Behind the filter stands an accordion, under a towel.", milan "Wednesday I play. The pump is the bass. It's a bit slow, but it listens." },
  option "lotte" "Test Lotte on her rocks, beside the chair." { when = is(here[4]), ask(lotte), learn(lotte, "rocks"),
    lotte "Gneiss. Slate. Not on me, on the pool. Keep looking at the pool.", "You hold the cards up where she needn't turn her head." },
  option "priya" "Be a crocodile in Priya's half past ten." { when = is(here[5]), listen(priya),
    "You lie in the shallow end with your mouth open. Eleven Seahorses get past you. The twelfth bites.", priya "You're good! You can be Thursdays!" },
  option "okan" "Try Okan's lentil soup, and the other one." { when = is(here[6]), ask(okan), learn(okan, "cousin"),
    okan "Always I ask what's in it. My cousin, one walnut. I was nine, I rode in the ambulance. They let me press the siren." },
}
local monday_desk = { till = "Mon 13:00", slot = "3h", talk = {} }
for _, visit in ipairs(visits) do monday_desk[#monday_desk + 1] = visit end

scene "monday_desk" { at = "Mon 10:00",
  notes {
    watch = "Whether an hour with somebody counts as work.",
    prompt = "What will be cheaper on Monday than on Thursday?",
    why = "Nothing burns yet. There are two such mornings in the week, and two pieces of work.",
  },
  "Ten o'clock. The glass box has a chair, a window on the pool, and a telephone that only gets wrong numbers and the council.",
  desk(monday_desk),
  go "tuesday",
}

-- Tuesday, one o'clock ------------------------------------------------------------------------------------

include "tuesday"

-- Wednesday -----------------------------------------------------------------------------------------------

-- The first, the middle or the last of the three, in the order of `names`.
local function any_of(from, to)
  local list = {}
  for j = from, to do list[#list + 1] = is(here[j]) end
  return any(list)
end
local function is_one(k, i)
  if (k == 1 and i == 1) or (k == 3 and i == #names) then return is(here[i]) end
  if k == 1 then return all { is(here[i]), no(any_of(1, i - 1)) } end
  if k == 3 then return all { is(here[i]), no(any_of(i + 1, #names)) } end
  return all { is(here[i]), any_of(1, i - 1), any_of(i + 1, #names) }
end
local reach = { { 1, 4 }, { 2, 5 }, { 3, 6 } } -- the first can be Des to Lotte, the last Milan to Okan
local function one_of_three(kind)
  for k, range in ipairs(reach) do
    local body = {}
    for i = range[1], range[2] do
      local to = { go(names[i] .. "_" .. kind) }
      if i == range[1] then body[1] = when(is_one(k, i))(to)
      elseif i < range[2] then body[#body + 1] = otherwise_when(is_one(k, i))(to)
      else body[#body + 1] = otherwise(to) end
    end
    scene(kind .. "_" .. k)(body)
  end
  return chance { odds(1, { go(kind .. "_1") }), odds(1, { go(kind .. "_2") }), odds(1, { go(kind .. "_3") }) }
end

scene "wednesday" { at = "Wed 07:50",
  chance {
    odds(1, { "Wednesday. Somebody has written *hump* on the chlorine chart, and drawn one." }),
    odds(1, { "Wednesday. At home the key has made a hole in your coat. You've carried it in by hand, on the bus, and two people got up for you." }),
    odds(1, { "Wednesday. In the hall stands a single wellington, with a ticket to the gala in it. It's for row one." }),
    odds(1, { "Wednesday. The early swimmers have sung happy birthday to somebody in lane three. It wasn't anybody's. He didn't like to say." }),
  },
  one_of_three "tempt",
}

local with = {
  "Wake Des. He's got the dentist at eleven, and sleeps by the boiler.", "Take two chairs to Ruth's side of the glass.",
  "Go down to Milan, where it's warm.", "Sit on the edge with Lotte, feet in.", "Find Priya in the store with the floats.",
  "Go up to Okan, and let him pour.",
}
local hour = {}
for i, name in ipairs(names) do hour[i] = option(name)(with[i]) { when = is(here[i]), go(name .. "_talk") } end

-- On Wednesday morning something is always left to do: there has been one slot for two pieces of work.
local works = {}
for _, ask in ipairs(asks) do works[#works + 1] = ask.work works[#works + 1] = ask.other end
local alone = {}
for i, x in ipairs(works) do
  if i == 1 then alone[i] = when(all { open(x), no(done(x)) }) { work(x, .75) }
  elseif i < #works then alone[i] = otherwise_when(all { open(x), no(done(x)) }) { work(x, .75) }
  else alone[i] = otherwise { work(x, .75) } end
end
alone[#alone + 1] = go "wednesday_desk"
hour[#hour + 1] = option "work" "Shut the door of the box, and get on with it." (alone)

local moved_to_ten = {}
for i, ask in ipairs(asks) do moved_to_ten[i] = open(ask.meet) end

scene "hour" { at = "Wed 10:05",
  notes {
    say = "Forty minutes. Nobody has asked for them.",
    watch = "Who works through it, and calls it a good hour. It may be one.",
    prompt = "Which of them would have had something to tell you, if you'd come down?",
    why = "A talk leaves nothing on the desk. It shows on another day.",
  },
  "Five past ten. The pool is shut for cleaning till eleven. It's the only hour in the week when you can hear the clock.",
  when(any(moved_to_ten)) { go "at_ten" },
  choice(hour),
}

scene "wednesday_desk" { at = "Wed 11:00",
  notes { watch = "Who still hopes that it'll fit.",
    prompt = "One slot, and what's left of two promises. Whom do you tell, and when?", why = "What doesn't fit can still be said today. Tomorrow it's an excuse." },
  "At eleven the first one jumps in, and it's loud again.",
  desk { till = "Wed 14:00", slot = "3h", talk = {},
    option "round" "Walk your round properly, with the radio on." { "You tighten two screws and find a child's tooth. You hand it in. It's looked up." },
  },
  when(due_within(asks[4].hold, 24)) { go "lotte_evening" },
  otherwise { go "thursday" },
}

-- Thursday: an event, and noon ----------------------------------------------------------------------------

include "thursday"

-- Some never sat down to it in the week: then most of it is done all the same, and this is how. Said once.
local bag = flag "bag"
local home = "It's had what hours there were, and two evenings on top. The quick part is done. What's left is what takes the time."
local function late(i, n)
  if i == 1 then return { set(bag), home, go(asks[i].late[n]) } end
  return { when(no(is(bag))) { set(bag), home }, go(asks[i].late[n]) }
end

for i in ipairs(names) do
  local on = i < #names and "late_" .. (i + 1) or "three"
  scene("late_" .. i) {
    when(all { open(asks[i].work), no(done(asks[i].work)), due_within(asks[i].work, 1) })(late(i, 1)),
    otherwise_when(all { open(asks[i].other), no(done(asks[i].other)), due_within(asks[i].other, 1) })(late(i, 2)),
    otherwise { go(on) },
  }
end

-- What was promised for three, and then what has been put off till tomorrow at nine.
local function put_off(x) return all { open(x), no(done(x)), no(due_within(x, 1)) } end
local any_put_off, three = {}, { at = "Thu 11:30" }
for i, x in ipairs(works) do any_put_off[i] = put_off(x) end
three[1] = when(any(any_put_off)) { "In the afternoon you do what's been put off till later. It's later." }
for _, x in ipairs(works) do three[#three + 1] = when(all { put_off(x), no(moved(x)) }) { work(x, 3) } end
for _, x in ipairs(works) do three[#three + 1] = when(all { put_off(x), moved(x) }) { work(x, 3) } end
three[#three + 1] = set(over)
three[#three + 1] = go "friday"
scene "three" (three)

include "des"
include "ruth"
include "milan"
include "lotte"
include "priya"
include "okan"

-- Friday --------------------------------------------------------------------------------------------------

include "friday"

scene "gala" { at = "Fri 11:20",
  notes {
    say = "Twenty past eleven. Look at the bridges before you read on. Whom would you like it to be?",
    watch = "The second in which the room hears the name.",
    prompt = "Which hour of the week would you like back?",
    why = "They decide what they cross, and it was built on other days.",
  },
  chance {
    odds(1, { "Twenty past eleven. The Mayor's chair has come. It doesn't fit through the door, so it stands in the street, and a woman with shopping is sitting on it." }),
    odds(1, { "Twenty past eleven. There's bunting from end to end. It's the bunting from last year's jubilee, and if you look closely it's the Queen, eighty times." }),
    odds(1, { "Twenty past eleven. A boy from the first school is there already, with his grandmother. He's come second every year. He'd like to see the water." }),
  },
  "Then the telephone rings, or somebody runs. It's the kind of running that isn't allowed here.",
  one_of_three "need",
}
