-- Two Promises: the map of the story. Read this after you have played it.
--
-- The knot: six hours promised to Keziah in October, eight more to Gerrit this morning, and twelve till it's
-- over. Both are right to ask. Whoever says yes to both has already broken one, and doesn't know which.
--
-- Gerrit runs the unit. In spring an inspector closed three chairs over one page, and Mrs Tennant was driven
--   forty miles each way with a bowl on her lap. He'd copy the water book himself, but he can't read the slips
--   any more; the eye clinic is in January. Never says: I can't see it. Annoyed: says "quite right". Funny about
--   the vending machine.
-- Keziah is 44, was on the post for twenty years, and learns to needle from somebody fifteen years younger. The
--   college takes eight, on Thursday, by hand. Afraid: another year on an assistant's wage. Never says: my hand
--   shakes. Annoyed: puts her coat on. Funny about dogs and doors. Notices everything.
-- Mrs Tennant, chair six, knits. She's nobody's example.
--
-- Mon  monday (all / four weeks / no / how), monday_why, keziah (fine / tight / which), desk of two slots
-- Tue  tuesday: two hours, eleven to one · coats: both of them ask, at the same time
-- Wed  desk of two slots · noon: the last two hours · evening: the box at home, or a telephone
-- Thu  door: a book that isn't there · vance: the inspector · hall: the folder at five past twelve ·
--      afternoon: three hours, for one of them
-- Fri  early · arm: needles nobody watched · six: Mrs Tennant's taxi. The rule of two. One of them is near.
--
-- Bills: "four weeks" leaves seven to a man who can't read them, unless you have asked; the honest no closes
-- three chairs; a sheet signed from eight metres is paid by Mr Adeyemi's arm; a night's copying has a wrong digit.
-- Endings: together · patched (they stay, and check) · apart (the two of them stay, without you) · silo.

scenario {
  id = "two-promises", version = 1, title = "Two Promises", author = "Plankwright", licence = "CC-BY-4.0", language = "en",
  blurb = "Six hours for Keziah, eight for Gerrit, and twelve on the clock. You like them both.",
  minutes = 12, teaches = { "A1", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A12", "A14", "A16", "A20" },
  content = { "kidney patients", "needles", "a bruised arm" },
  days = { "Mon", "Tue", "Wed", "Thu", "Fri" }, hours = { "08:00", "17:00" }, place = "clinic",
}

local gerrit = person "gerrit" {
  name = "Gerrit Maas", role = "unit manager", hears = { "keziah" },
  look = { skin = 0, face = "long", eyes = "hooded", nose = "long", hair = "receding", hair_colour = "grey", age = 57,
    coat = "shirt", colour = "sky" },
  standards = { notice = { hours = 16, says = "the evening before, so that he can lie awake on purpose" } },
  facts = {
    spring = "In spring they closed three chairs over one page. Mrs Tennant went forty miles, with a bowl on her lap.",
    eyes = "He can't read the slips any more. The eye clinic's in January. He hasn't told anybody.",
  },
  on_told = "Late. Quite right. I'd planned for that.",
  on_moved = "{due}. Then I know which hours to lie awake.",
  on_refused = "No, no. Leave it. I'll find somebody.",
  on_delivered = "Look at that. A person could eat off it.",
}

local keziah = person "keziah" {
  name = "Keziah Boateng", role = "assistant, in training", hears = { "gerrit" }, persona = "watchful",
  look = { skin = 5, face = "round", eyes = "soft", nose = "wide", hair = "braids", hair_colour = "black", age = 44,
    build = "broad", coat = "scrubs", colour = "plum" },
  standards = { notice = { hours = 20, says = "a no at the door, before she's in the hall with her bag" } },
  facts = {
    hands = "Her hand shook, the first time. Mr Adeyemi talked about Lagos until it stopped. He's from Leicester.",
    wage = "She took a third less pay to start here. The sums work until Easter.",
  },
  on_told = "Late how? Second post, or lost?",
  on_moved = "{due}. I'll ring the college. They know my voice by now.",
  on_refused = "I'd sooner not. I've stopped counting on it.",
  on_delivered = "Six out of six. I could frame the envelope.",
}

commitment "folder" { kind = "work", by = "player", to = keziah, title = "Keziah's six",
  what = "the six needles", effort = 6, due = "Thu 12:00" }
commitment "book" { kind = "work", by = "player", to = gerrit, title = "The water book",
  what = "the water book", effort = 8, due = "Wed 17:00",
  on_moved = "{due}. Then I'll ring Vance tonight. He's from Goes. You can talk to people from Goes, beforehand." }
commitment "four" { kind = "work", by = "player", to = gerrit, title = "Four weeks",
  what = "four weeks of the water book", effort = 4, due = "Wed 17:00",
  on_moved = "{due}. Then I'll ring Vance tonight. He's from Goes. You can talk to people from Goes, beforehand.",
  on_delivered = "Four, and you've ruled the lines. I do mine with a beer mat." }
commitment "seven" { kind = "work", by = gerrit, to = "player", title = "Gerrit's seven weeks",
  what = "the other seven weeks", effort = 7, due = "Thu 09:30" }
commitment "drive" { kind = "work", by = "player", to = keziah, title = "To the college by five",
  what = "the last sheets, and the drive to the college", effort = 3, due = "Thu 17:00",
  on_delivered = "They stamped it. He had to look for the stamp, and I watched him look." }
commitment "rest" { kind = "work", by = "player", to = gerrit, title = "The rest of the book",
  what = "what's missing in the water book", effort = 3, due = "Fri 13:30",
  on_delivered = "He's coming back at two. He'll have nothing to do." }

include "monday"
include "thursday"

ending "together" { title = "Raglan", kind = "together",
  "At ten to ten Mrs Tennant casts off the second sleeve. The taxi driver gets to hear about raglan.",
  "You put out the lamps together, and somebody kicks the vending machine. It gives you two of everything.",
  "On Monday there's a slip by the phone, in large capitals: *WHO WRITES THE WATER?* Under it stand three names, taking turns." }

ending "patched" { title = "Two signatures", kind = "patched",
  "You do it by the book, every step read out and answered. Neither of you talks about anything else. At ten to ten Mrs Tennant goes home with both sleeves.",
  when(covered(commitment "folder")) {
    "On Monday Keziah needles chair two by herself. She holds it as she held number five. You'd said five was fine.",
    "You're at the desk, eight metres off. Mr Adeyemi looks up from his crossword, at her hand, and then at you." },
  otherwise {
    "On Monday your yeses get written down, with the day, on the back of the kitchen door. It was your idea. Nobody said it wasn't needed.",
    "The first line has been crossed out by Tuesday. *Done*, it says, in somebody else's pen." } }

ending "apart" { title = "The other two", kind = "apart",
  "The rule is kept. There are two of them at chair six till ten, and neither is you. You hear next day that it was quite a jolly evening.",
  when(covered(commitment "folder")) { "Keziah did the needles. She did them like number five, Gerrit says. You'd told her that was a good one." },
  "On Monday a new list hangs in the kitchen, who does what with whom. It's a sensible list. Your name stands next to the stock cupboard." }

ending "silo" { title = "Forty miles", kind = "silo",
  "The ambulance takes her to the county hospital. She has the wool on her lap, and on the wool a bowl.",
  "On Monday the store's been tidied, and the six boxes are off your locker. Gerrit asks you things by mail. Keziah puts on her coat whenever you come into the kitchen.",
  when(covered(commitment "folder")) { "A copy of the sheet with your six *goods* hangs over the sink. Her daughter has framed it." },
  "Mrs Tennant asks what it was that you were all so busy with." }
