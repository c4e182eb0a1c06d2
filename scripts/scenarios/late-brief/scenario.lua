-- The Late Brief: the map of the story. Read this after you have played it.
--
-- The knot: six pages for Maya by Tuesday at one. They take six hours, Monday has four left, and two other
-- people want three and two. Everything fits only if a date is asked for, moved or declined early. Nobody ever
-- decides to be late.
--
-- Maya presents to the board of Kestrel Ferries on Wednesday at three. In March the brief reached her at ten
--   to nine and she stood up at nine; she blamed the printer, and the chairman rang the printer. Afraid: the
--   account pays for two desks here. Never says: I cannot do that twice. Annoyed: gets polite. Funny about the
--   chairman, and about her bathroom door, to which she reads.
-- Sam is new, has his first own pitch on Friday, and stammers when he has not said a sentence forty times: so
--   he needs evenings. The switchboard hung up on him twice. Never says: I thought you would think I hadn't
--   rung. Annoyed: agrees. Funny about the letter B.
-- Lin does print, leaves on the twenty-to-four bus because Josef must not be alone, and stops at Easter.
--   Never says: I would like to be asked what I know. Annoyed: uses last year's numbers. Funny about paper.
--
-- Mon  monday (noon / why / soon), monday_why, asks (both, ask, decline Sam), desk of two slots
-- Tue  tuesday: drill in the yard; Sam's figures come, or don't (chance)
--      eleven: shut the door / ring / Lin first / a handy half-truth (the drive, or Sam); boat; evening
-- Wed  kept: Maya confides what Sam must not hear · missed: Maya is polite · covered: Maya believes it ·
--      found: she has the log. Whoever puts it right spends half the morning on Pell's nine questions
--      ("nine"); the desk: slides, people, the pier without a poster; who still owes something at one can say so
--      ("owed"); the binding, where Lin asks a yes-or-no question; after the board Maya asks for Thursday at four
-- Thu  Sam wants half an hour just when Maya has kept hers free; the talk, or "closed", or the rehearsal;
--      who left Sam without words can write them with him in the evening
-- Fri  the fare on page five is wrong, by your hand; the press starts at five; one of three picks up
--
-- Bills: asking on Monday what hangs on the times is paid out on Wednesday; the excuse with the drive costs
-- eighty pounds on Friday; a soft yes about pink comes home in Lin's coat; the photo of the sea has a fare in it;
-- facts learned open the best answers when somebody hesitates.
-- Endings: together (nothing slipped, or a small slip was made good) · patched (they come, and look first) · apart (done without you) · silo.

scenario {
  id = "late-brief", version = 1, title = "The Late Brief", author = "Plankwright", licence = "CC-BY-4.0", language = "en",
  blurb = "Six pages by Tuesday at one. It's six hours' work, if nobody talks to you.",
  minutes = 12, teaches = { "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A16", "A20" },
  days = { "Mon", "Tue", "Wed", "Thu", "Fri" }, place = "office",
}

local maya = person "maya" {
  name = "Maya Rahimi", role = "account lead", hears = { "lin", "sam" }, crossing = "careful",
  look = { skin = 3, face = "oval", eyes = "almond", nose = "long", hair = "bun", hair_colour = "black", age = 43, coat = "coat",
    colour = "moss" },
  standards = { notice = { hours = 4, says = "half a day, and by phone" } },
  facts = {
    march = "In March the brief reached her at ten to nine. She stood up at nine.",
    printer = "In March she told the board it was the printer. The chairman rang the printer.",
    desks = "Without Kestrel there are two desks too many here. She does the sums on the stairs.",
  },
  on_told = "Late. All right. You don't know how late.",
  on_moved = "I'm writing that down, and I'd like you to watch me do it.",
  on_refused = "I'd rather not count on it just now.",
  on_delivered = "It's got page numbers. I could weep.",
}

local sam = person "sam" {
  name = "Sam Oyelaran", role = "designer, since the autumn", hears = { "maya", "lin" },
  look = { skin = 5, face = "long", eyes = "round", nose = "wide", hair = "afro", hair_colour = "black", age = 24, build = "slight",
    coat = "jumper", colour = "ochre" },
  standards = { replies = { hours = 2, says = "a thumb before lunch, even when it's a no" } },
  facts = {
    mouth = "He stammers on sentences he hasn't said forty times. So he needs the words some evenings before.",
    phone = "Kestrel's switchboard hung up on him twice. They took the pause for a bad line.",
  },
  on_told = "Okay. Is that a small late or a big late?",
  on_moved = "Okay. I'll move my evening.",
  on_refused = "It's all right. I've sort of made my own plan.",
  on_delivered = "Oh, these are short. I love short.",
}

local lin = person "lin" {
  name = "Lin Haugen", role = "print, Monday to Thursday", hears = { "maya", "sam" }, crossing = "careful",
  look = { skin = 1, face = "square", eyes = "soft", nose = "small", hair = "bob", hair_colour = "grey", age = 62, glasses = "round",
    coat = "cardigan", colour = "navy" },
  standards = { candour = { says = "a plain no before a soft yes" } },
  facts = {
    bus = "The bus at twenty to four. Josef can't be alone when the nurse goes, at half past four.",
    easter = "She stops at Easter. She'd like somebody to have felt the paper before that.",
  },
  on_told = "Thank you. I'll sharpen something.",
  on_moved = "In pencil, then.",
  on_refused = "No. I'll use last year's.",
  on_delivered = "Three numbers, and each with a unit. I could frame it.",
}

local brief = commitment "brief" { kind = "work", by = "player", to = maya, title = "Kestrel brief",
  what = "the Kestrel brief", effort = 6, due = "Tue 13:00", found = { 1, 2 },
  on_told = "Late. All right. I can do something with late if I know how late.",
  on_moved = "All right. That's going on my hand, in pen." }
local slides = commitment "slides" { kind = "work", by = "player", to = sam, title = "Sam's words",
  what = "the words for Sam's slides", effort = 3, due = "Wed 14:00",
  on_told = "Okay. I'll start with the ones I can guess. Bread, probably.",
  on_moved = "Okay. That's not many evenings. I'll say them faster." }
local numbers = commitment "numbers" { kind = "work", by = "player", to = lin, title = "Lin's numbers",
  what = "the three numbers", effort = 2, due = "Tue 15:00",
  on_told = "Thank you. I'll tell the plates.",
  on_moved = "In pencil, then. The plates can read pencil." }
commitment "figures" { kind = "work", by = sam, to = "player", title = "Sam's figures",
  what = "the passenger figures for page four", effort = 1, due = "Tue 10:00" }
local thursday = commitment "thursday" { kind = "meet", by = "player", to = maya, title = "Thursday at four",
  what = "half an hour with Maya", due = "Thu 16:00", minutes = 30 }
local secret = commitment "secret" { kind = "hold", by = "player", to = maya, title = "Not a word to Sam",
  what = "not a word to Sam about Dunmore", due = "Fri 09:00" }
commitment "pier" { kind = "work", by = "player", to = lin, title = "Pier nine",
  what = "a poster for pier nine", effort = 1, due = "Wed 15:00", on_refused = "Leave it. I've rung Gerry myself." }
commitment "six" { kind = "work", by = "player", to = sam, title = "Slides six to eleven",
  what = "words for slides six to eleven", effort = 2, due = "Fri 09:00" }
commitment "answers" { kind = "work", by = "player", to = maya, title = "Pell's questions",
  what = "the answers to Pell's nine questions", effort = 2, due = "Wed 14:30" }

-- What is missed is spoken of by whoever meets you first, seldom the one it hurt.
whenever(all { missed(brief), no(found(brief)) }) {
  "Lin's trolley is standing by your desk. She's oiling a wheel of it.",
  lin "Maya says it came at midnight. I wouldn't know. At midnight I'm turning Josef.",
}
whenever(found(brief)) {
  mood(maya, "cold"),
  "Maya has *11 min* written on the back of her hand.",
  maya "Lin printed the log for the man. Down for eleven minutes on Tuesday, and after that never.",
  maya "So it wasn't the drive.",
}
whenever(all { missed(numbers), -- not into the middle of the log
  any { no(found(brief)), took "wed_found.all", took "wed_found.short", took "wed_found.screen" } }) {
  "On your chair there's a proof of last year's poster.",
  lin "I sent last year's three. If there's a pier without a poster, that's why.",
}

include "monday"
include "wednesday"
include "friday"

ending "together" { title = "Ten to five", kind = "together",
  "At ten to five the works sends a photograph: the press standing still, and a glove with *16* on it in biro.",
  "Somebody orders chips for four. Gerry gets a card with a ferry on.",
  "On Monday there's a clementine on your keyboard, and a note in Maya's writing. *Spring boats. You tell me when.*",
}

ending "patched" { title = "Which Thursday", kind = "patched",
  "At ten to five Gerry takes the plate off again. The works wants a new sheet with two signatures. One of them is yours.",
  "On Monday Maya asks when she can have spring. Thursday, you say. She asks if that's a Thursday you'd bet your bicycle on. You look in your diary before you answer.",
  "Then she writes it down, in pen.",
}

ending "apart" { title = "Twenty to five", kind = "apart",
  "At twenty to five the plate comes off the press. You hear it from the works, who thought you knew.",
  "There's a chip paper in the kitchen bin, a big one, still warm.",
  "On Monday page five hangs over the copier with the fare in red, and a smiley. From now on a second set of initials goes under yours before anything leaves the house.",
}

ending "silo" { title = "Fourteen pounds", kind = "silo",
  "The press starts at five. You write to the works, to Kestrel, and to the address for everything else. At seven the cleaner goes round your feet.",
  "On Monday forty thousand timetables stand in the yard under a sheet. Everybody says good morning. Sam has moved to the desk by the window, for the light.",
  "You hear about Tuesday's meeting on Wednesday.",
}
