-- The Cover-Up: the map of the story. Read this after you have played it.
--
-- The knot: a cold room that may fail, a number to be read at eleven at night, and a sister on the last train.
-- In the morning there's an empty box in a book, and a pen on a string. It's been four degrees every night.
--
-- Imelda owns the place and cooks in it. Twelve years ago eleven people were ill from her mussels; she wrote to
--   each by hand. The bank comes on Friday. Afraid: of another list of names. Never says: I nearly wrote it myself.
--   Annoyed: gets quiet and exact. Funny about the bank.
-- Farid washes up at night. For twenty years he was the weigher here, when it was a weighbridge. They brought him
--   beer for forty tonnes. Forgets to look because the drain comes up. Annoyed: says the time. Funny about drains.
-- Tomasz is nineteen and does what he sees. That's the dearest bill of all: he sees the pen.
--
-- Tue  the promise (eleven / why / ten past ten) · twenty past ten: stay, ask Farid, run
--      the cold room trips at ten to eleven and is put back by Farid at half past one, at eleven degrees
-- Wed  the empty box: own / a four / "as far as I know" (then she writes the four) / look (the card: show / pocket /
--      point at him)
--      whoever read it early: Imelda herself wonders if it couldn't be a four
--      half past five: the crab (tell / take it off with a story / serve)
-- Thu  the fitter's printout (tell / wait / file it) or found in the night; then what is said; the desk: two
--      promises and four hours; eleven o'clock, and a number that's already there
-- Fri  what was moved is done early; what was filed comes out; the bank, the van, no probe: somebody has to take your number
--
-- Bills: a story about the crab costs Gil, who didn't do it; a four in front of Tomasz comes back in his
-- writing; Farid asked one thing about his numbers. After a deception nobody crosses without looking first.
-- Endings: three (together) · initials (patched) · printer (apart) · taught (apart: the boy pays).

scenario {
  id = "cover-up", version = 1, title = "The Cover-Up", author = "Plankwright", licence = "CC-BY-4.0", language = "en",
  blurb = "One box in one book is empty. It's been four degrees every night. There's a pen on a string.",
  minutes = 12, teaches = { "A1", "A2", "A3", "A4", "A6", "A9", "A10", "A12", "A14", "A15", "A16", "A18", "A19", "A20" },
  content = { "food poisoning (nobody dies)", "lying at work" },
  days = { "Tue", "Wed", "Thu", "Fri" }, hours = { "09:00", "17:30" }, place = "kitchen",
}

local imelda = person "imelda" {
  name = "Imelda Roche", role = "owner and chef", hears = { "farid", "tomasz" }, crossing = "bold",
  look = { skin = 2, face = "square", eyes = "hooded", nose = "long", hair = "curly", hair_colour = "chestnut", age = 48, build = "slight",
    coat = "jacket", colour = "charcoal" },
  standards = { candour = { says = "the number that's there, not the one she'd like" } },
  facts = {
    mussels = "Twelve years ago eleven people were ill from her mussels. She wrote to each of them by hand.",
    bank = "On Friday the bank eats here. If they like it, she can buy a new cold room.",
    pen = "She wanted it to be a four as much as anybody did.",
  },
  on_told = "You're telling me you won't know. All right.",
  on_moved = "Then, on the dot.",
  on_refused = "Thanks. I'll do that one myself.",
  on_delivered = "Good. No adjectives. Good.",
}

local farid = person "farid" {
  name = "Farid Haddad", role = "night porter", hears = { "tomasz" }, persona = "unforgiving",
  look = { skin = 3, face = "long", eyes = "soft", nose = "wide", hair = "receding", hair_colour = "black", beard = "moustache", age = 57,
    coat = "overall", colour = "brick" },
  facts = {
    weigher = "For twenty years he was the weigher here. They brought him beer for forty tonnes. He wrote thirty-eight.",
    card = "At half past one on Wednesday he read eleven degrees, and wrote it on the lid of a box.",
  },
  on_refused = "No, no. You're busy.",
}

local tomasz = person "tomasz" {
  name = "Tomasz Zielak", role = "apprentice, since September", hears = { "imelda" },
  look = { skin = 0, face = "round", eyes = "round", nose = "small", hair = "undercut", hair_colour = "fair", age = 19, build = "broad",
    coat = "apron", colour = "sky" },
  facts = {
    nose = "On Wednesday he smelled the crab first, and thought it was his hands.",
    copy = "He wrote Thursday's number before he went home. He'd seen how it's done.",
  },
  on_told = "Yes, Chef. Is it because of the last one?",
  on_moved = "Yes, Chef. I'll keep it on ice.",
  on_refused = "It's all right, Chef. There's a film about it on the internet.",
}

-- Due when she opens the book, not at eleven: until then nobody but you can know.
commitment "eleven" { kind = "hold", by = "player", to = imelda, title = "Tuesday's number",
  what = "Tuesday's number, read and written down", due = "Wed 09:00", found = { 1, 3 } }
commitment "look" { kind = "meet", by = farid, to = "player", title = "Farid's look",
  what = "a look at the cold room", due = "Tue 23:00" }
commitment "card" { kind = "hold", by = "player", to = farid, title = "Farid's numbers",
  what = "Farid's numbers, as he writes them", due = "Thu 06:00" }
commitment "turbot" { kind = "meet", by = "player", to = tomasz, title = "Tomasz's turbot",
  what = "a turbot with Tomasz", due = "Thu 14:00", minutes = 60 }
commitment "letters" { kind = "work", by = "player", to = imelda, title = "The letters",
  what = "the letters to Wednesday's tables", effort = 2, due = "Thu 17:00" }
commitment "cards" { kind = "work", by = "player", to = imelda, title = "Friday's cards",
  what = "the cards for Friday's thirty", effort = 2, due = "Thu 17:00", on_delivered = "Thirty, and you've spelled *meunière*. I'll frame one." }
commitment "book" { kind = "meet", by = "player", to = imelda, title = "Thursday's eleven",
  what = "Thursday's number", due = "Thu 23:00", minutes = 10 }

flag "ill" -- table six
flag "gil" -- the supplier was told it was his crab
flag "seen" -- Tomasz saw the pen
flag "fudge" -- Imelda and you wrote it together
flag "faced" -- it has come out, and was talked about

include "tuesday"
include "wednesday"
include "thursday"
include "friday"

ending "three" { title = "Three degrees", kind = "together",
  "The turbot goes out at eight, on the big plate, with its skirt of little bones. Somebody from the bank stands up to look at it.",
  "At eleven the book says 3. Somebody's drawn a fish next to it.",
  "In November the new cold room comes. Imelda throws the pen out with the old one, string and all, and then goes through the bins for it.",
}

ending "initials" { title = "Two sets of initials", kind = "patched",
  "The turbot goes out at half past eight. It's very good. Nobody at the big table knows how many people have touched that number.",
  "From now on there are two columns in the book, one for you and one for whoever looks after you. It takes a minute longer.",
  "In January Imelda initials a page without opening the door first. Then she goes back and opens it.",
}

ending "printer" { title = "The printer", kind = "apart",
  "The big table gets the chicken. They're very nice about it.",
  "On Monday there's a grey box on the wall of the cold room. It prints a number every ten minutes, all night, and nobody's asked for theirs.",
  "Imelda says good morning, and what's for staff tea. The rota's fair. You're on lunches, mostly.",
}

ending "taught" { title = "How it's done", kind = "apart",
  "The grey box goes up on Saturday, and the first thing it prints is the week. Thursday, eleven at night: six degrees. In the book: *4*, in round handwriting.",
  when(took "box.know") { "“I thought that's how it's done,” says Tomasz. Imelda asks who showed him. He looks at her pen, and then at his shoes. She doesn't ask twice." },
  otherwise { "“I thought that's how it's done,” says Tomasz. Imelda asks who showed him. He looks at his shoes, and he has to be asked twice." },
  "He's at the garage now, where his uncle works. He waves when you go by. He always waves.",
}
