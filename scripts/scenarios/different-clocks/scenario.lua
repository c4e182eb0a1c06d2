-- Different Clocks: the map of the story. Read this after you have played it.
--
-- The knot: three decent people, each exact by a clock of their own, and you, from the airport, where less than
-- fifteen minutes late is on time. You can keep every date in your ledger this week and still let down all three.
-- "End of the day", "a quick look", "about twelve", "morning": each is a number to somebody. Nobody says it unasked.
--
-- Ewart runs the works yard from half past five till two. A thing exists when it hangs on his board by one, on paper.
--   In 1994, at twenty past two, a school-run car hit Colin Pask on a ladder; since then nobody of his is in the road
--   after two. Afraid: of another Colin. Never says: I could learn the mail. Annoyed: agrees. Funny about cones.
-- Leyla marries people, eleven minutes apart. In her first year she told a grandmother "about eleven", and the grandmother
--   came at two minutes past. Never says: I cry at all of them. Annoyed: whispers. Funny about rice and best men.
-- Juno is the town's website, its buses and its flood, alone. Silence is a yes, or nothing would ever go out. In the flood she
--   waited two hours for a yes, and Mill Street read it on the news. Annoyed: types faster. Funny about the comments.
--
-- Mon  monday (end / ask / mail), corridor (Leyla: about / minute / coach), chair (Juno: glance / sort / no); desk of two slots
-- Tue  tuesday: what Juno did with silence; desk of two slots, up to Ewart's one o'clock; the shut gate (or the board)
-- Wed  the horse, the route sheet and the bollard that was out "in the morning"; afterwards: who is asked what;
--      then, with the door shut, what was moved and is left (the cones last, and only with two hours of the day for them)
-- Thu  from five past ten (a date moved to "Thursday 10:00" has passed) desk of two slots of 70 minutes: a truck, a wedding,
--      an inbox; the table at 12.41, eleven minutes
-- Fri  the wedding has to be an hour earlier; three people can bend the day, one picks up first
--
-- Bills: asking on Monday makes Tuesday tighter (his one o'clock can be missed); not beginning
-- leaves two hours for a plan of four; what is on paper is read aloud on Wednesday;
-- a clock that was asked for opens the best answer on Friday.
-- Endings: together (they set their clocks by each other) · patched (it works, in writing) · apart (a form) · silo (a ticket).

scenario {
  id = "different-clocks", version = 1, title = "Different Clocks", author = "Plankwright", licence = "CC-BY-4.0", language = "en",
  blurb = "A fair, a wedding and a hole in the road. Everybody is on time, and by Wednesday nobody's speaking.",
  minutes = 11, teaches = { "A1", "A2", "A4", "A5", "A6", "A9", "A10", "A11", "A14", "A16", "A17", "A20" },
  days = { "Mon", "Tue", "Wed", "Thu", "Fri" }, place = "town hall", content = { "a road accident, told", "a flood, told" },
}

local ewart = person "ewart" {
  name = "Ewart Pugh", role = "foreman, works yard", hears = { "leyla", "juno" }, crossing = "careful",
  look = { skin = 1, face = "square", eyes = "hooded", nose = "wide", hair = "receding", hair_colour = "grey", beard = "moustache", age = 60,
    build = "broad", coat = "vest", colour = "ochre" },
  standards = { notice = { hours = 16, says = "on paper, on my board, by one the day before" } },
  facts = {
    colin = "In 1994, at twenty past two, a car on the school run hit Colin Pask on his ladder. Since then the yard shuts at two.",
    morning = "In the yard, morning is half past five till nine. What comes after that is day.",
  },
  on_told = "Late. Is that late before one or late after one?",
  on_moved = "{due}. I'll chalk it up.",
  on_refused = "Hang it on the board if you like. I'll see when I see it.",
  on_delivered = "Cones by street, and they add up. I'll have that laminated.",
}

local leyla = person "leyla" {
  name = "Leyla Halabi", role = "registrar", hears = { "ewart", "juno" },
  look = { skin = 3, face = "oval", eyes = "almond", nose = "small", hair = "scarf", age = 34, build = "slight", coat = "suit", colour = "plum" },
  standards = { detail = { says = "the minute; “about” is somebody missing it" } },
  facts = {
    grandmother = "In her first year she told a grandmother “about eleven”. The grandmother came up the stairs at two minutes past.",
  },
  on_told = "Late by how many?",
  on_moved = "{due}. On the dot, or at another dot?",
  on_refused = "I'd rather draw it myself. Then I know who to be cross with.",
  on_delivered = "One page, both sides. It'll fit in the bouquet.",
}

local juno = person "juno" {
  name = "Juno Bakari", role = "website and press, alone", hears = { "ewart", "leyla" }, crossing = "bold",
  look = { skin = 5, face = "round", eyes = "round", nose = "wide", hair = "braids", hair_colour = "blue", age = 23, glasses = "square",
    coat = "hoodie", colour = "sky", wheelchair = true },
  standards = { replies = { hours = 2, says = "in two hours a yes, a no, or an egg timer" } },
  facts = {
    flood = "In the flood she waited two hours for somebody's yes. Mill Street read it on the news. Since then silence is a yes.",
  },
  on_told = "Late's fine! Late's a thing I can post.",
  on_moved = "{due}, okay, egg timer's on.",
  on_refused = "I'll just put it out and see who shouts.",
  on_delivered = "Oh, lovely, you found the wrong street. It's a right street now.",
}

local cones = commitment "cones" { kind = "work", by = "player", to = ewart, title = "The cone plan",
  what = "the cone plan", effort = 4, due = "Tue 17:00" }
local route = commitment "route" { kind = "work", by = "player", to = leyla, title = "The carriage's route",
  what = "the route of the carriage", effort = 2, due = "Wed 09:30",
  on_moved = "{due}. The horse can't do Friday without it." }
local notice = commitment "notice" { kind = "work", by = "player", to = juno, title = "A look at the notice",
  what = "a look at Juno's notice", effort = 2, due = "Wed 12:00" }
commitment "bollard" { kind = "work", by = ewart, to = "player", title = "Bollard out",
  what = "the bollard out of the arch", effort = 1, due = "Wed 09:00" }
commitment "table" { kind = "meet", by = "player", to = leyla, title = "Eleven minutes",
  what = "eleven minutes at the table by the stairs", due = "Thu 12:41", minutes = 11 }
commitment "signs" { kind = "work", by = "player", to = juno, title = "Juno's signs",
  what = "the street names for Juno's signs", effort = 2, due = "Thu 17:00" }

-- Not at the shut gate, where only his dog is: from Wednesday on.
local dusk = flag "dusk"
whenever(all { missed(cones), is(dusk), no(took "monday.mail"), no(took "gate.early") }) { ewart "I put them out like last year. Last year we hadn't a hole." }
whenever(all { missed(cones), took "monday.mail" }) {
  ewart "You said by mail, Monday. So Bron stayed till six to watch the machine. She's got a goat." }
whenever(missed(route)) { leyla "I drew the route myself, on a hymn sheet. The horse is the thing that looks like a dog." }
whenever(missed(notice)) { juno "The notice went out as it was. Someone's answered, “Which Bell Lane?” Four hundred people liked that." }

include "early"
include "late"

ending "together" { title = "Four clocks", kind = "together",
  "At eleven the bells go. The carriage clears the arch with a hand's breadth on each side, and no cone falls over.",
  "On Monday there are three kitchen clocks under the dead one on the stairs. *Yard. Upstairs. Online.* They differ by a lot, and each is right.",
  "There's a fourth nail. Ewart wants to know what you keep.",
}

ending "patched" { title = "In writing", kind = "patched",
  "At eleven the bells go, and the carriage goes. Somebody's balloon goes too.",
  "On Monday there's a tin on your desk with a slot in it. Ewart puts slips in, Leyla puts minutes on them, and Juno wants a photo of each.",
  "It's slower than talking. You empty it at one, at half past, and every two hours.",
}

ending "apart" { title = "Form 12", kind = "apart",
  "They get the couple out by the back stairs, past the bins. In the photos everybody's laughing, and you can see a bin.",
  "Who moved what, you find out from Juno's post.",
  "On Monday there's a Form 12, Request for a Time. Two copies, ten working days. All three have signed it. It was the quickest thing they ever agreed on.",
}

ending "silo" { title = "Number 61", kind = "silo",
  "At noon the carriage is still behind the hole. The horse has eaten the mayor's geraniums. They leave in the best man's van.",
  "On Monday the yard's line is engaged, upstairs has a sign out, *Ceremony*, and Juno's page says to use the contact form.",
  "You pull a ticket from the machine at the counter. It's sixty-one. They're on nine.",
}
