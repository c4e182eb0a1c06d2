-- Her Agenda: the map of the story. Read this after you have played it.
--
-- The knot: a four-poster has to go past an open trap in the dark, and Nuala asks for a second pair of hands:
-- yours. What she needs is a second pair of eyes. She asks for half an hour, and talks about a boy and a goose.
--
-- Nuala can't see the glow tape any more. She counts: eleven steps. Three letters from the eye clinic, all for
--   Mondays at twenty to ten, when props meets with you. She wants to get through to the sixth of January, and she
--   wants Dev to have the job before anybody asks why she needs him. Afraid of being helped: Bernard, two
--   managers ago, heard about her hip in a pub and had a rail put up with a bow on. Never says: I can't see it.
--   Annoyed: gives useful directions. Funny about Gregory, the goose, as a colleague.
-- Dev sells tickets till the sixth. On Thursday he stood in for you and had one foot over the edge. He hasn't
--   told his mother. Annoyed: says all good.
-- Cas directs, needs answers at once because four hundred people will sit there at half past seven, and is mostly right.
--
-- Signs, for those who look: the lamp pulled low, the needles, big letters, a finger in the cup, a phone held
--   close, the row of red and black thread, "say when", one sleeve longer than the other.
--
-- Thu  a child is missing and the bed is due (bed / dev / word) · night: own, explain, carry
-- Fri  Cas wants five minutes at five (no / move / chance) · the talk: agenda and three moves · the glue: a phone
--      rings while you hold the neck · the bench · the lamp goes out · ten to seven: what now
--      her decision · twenty past eight: the lift is stuck, and the bed is due again
--
-- Quite different talks: about Dev (boy, needles) · about Thursday (sleeve, report) · about Bernard and who tells
-- whom (rail, candour) · about Mondays (letter) · about the dark (eyes) · or a list of where things are.
-- Endings: now (together) · eleven (patched: it works, and you don't know why) · blue (patched: she's safe, and
-- everybody sees it) · cut (apart).

scenario {
  id = "her-agenda", version = 1, title = "Her Agenda", author = "Plankwright", licence = "CC-BY-4.0", language = "en",
  blurb = "Nuala from props wants half an hour. She says it's about the boy. There's a goose on the table without a head.",
  minutes = 11, teaches = { "A1", "A2", "A3", "A4", "A5", "A7", "A8", "A9", "A10", "A11", "A16", "A18", "A20" },
  content = { "illness: failing eyesight", "a near accident" },
  days = { "Thu", "Fri", "Sat" }, hours = { "10:00", "23:00" }, place = "theatre",
}

local nuala = person "nuala" {
  name = "Nuala Prentice", role = "head of props", crossing = "bold", persona = "forgiving",
  look = { skin = 1, face = "round", eyes = "hooded", nose = "wide", hair = "ponytail", hair_colour = "grey", age = 61, build = "broad",
    coat = "apron", colour = "plum" },
  standards = { candour = { says = "what she tells you stays put till she moves it herself" } },
  facts = {
    boy = "The box office lets Dev go on the sixth of January. She wants him in props.",
    needles = "Dev threads ten needles for her every morning, red and black. She can't.",
    count = "At the bed she counts eleven steps, and waits for somebody to say “now”.",
    sleeve = "On Thursday Dev had one foot over the edge of the trap. She had him by the sleeve.",
    report = "She wrote “props error” so that nobody would ask who should have been there.",
    rail = "Bernard heard about her hip and had a rail put up for her, with a bow on, and a photographer.",
    letter = "The eye clinic has written three times. It's always a Monday morning, when props has its meeting with you.",
    eyes = "She can't see the tape when the light goes. Since Easter. She wants to last till the sixth of January.",
  },
  on_told = "Late. Thank you.",
  on_moved = "{due}. He'll keep. He's a goose.",
  on_refused = "Not just now. He's at a stage.",
}

person "dev" {
  name = "Dev Sandhu", role = "box office, till January",
  look = { skin = 3, face = "long", eyes = "round", nose = "small", hair = "turban", age = 17, build = "slight", coat = "jumper", colour = "sky" },
}

person "cas" {
  name = "Cas Bell", role = "director",
  look = { skin = 5, face = "square", eyes = "almond", nose = "wide", hair = "bald", beard = "full", hair_colour = "black", age = 44, glasses = "square",
    coat = "suit", colour = "charcoal" },
}

commitment "bed" { kind = "meet", by = "player", to = nuala, title = "Hands on the bed",
  what = "a second pair of hands on the bed", due = "Thu 20:30", minutes = 15,
  on_told = "Late how late? No. Never mind. Tell them I've got Dev." }
commitment "ten_past" { kind = "meet", by = "player", to = nuala, title = "Ten past five",
  what = "half an hour with Nuala", due = "Fri 17:10", minutes = 45 }
commitment "tonight" { kind = "meet", by = "player", to = nuala, title = "The bed tonight",
  what = "the bed, tonight", due = "Fri 20:30", minutes = 10, on_refused = "Leave it. I've made other arrangements." }
commitment "secret" { kind = "hold", by = "player", to = nuala, title = "Nobody hears",
  what = "not a word about her eyes", due = "Fri 20:35" }

include "thursday"
include "friday"
include "evening"

-- Said in passing, over tea or over a jacket: a post for Dev, by Monday. It falls due in the ending.
local function board() return any { took "bench.post", took "her_turn.boy" } end

ending "now" { title = "Now", kind = "together",
  when(took "lift.dev") { "You sit on the floor by the lift and sing to a pram through a gap. At half past you stop, and listen upwards. There's no bang.",
    "It's black up there. Somebody breathes, and counts. At eleven it stops." },
  otherwise { "It's black. There's a hand on your shoulder, and a breath that counts. At eleven it stops." },
  "“Now,” says the one who can see. Four wheels come to rest on four pieces of tape.",
  when(took "half_known.quiet") {
    "On Monday at twenty to ten the props meeting has a line through it, in your writing. You say it every night till the sixth, and she never once has to ask.",
    "On the sixth Dev's last shift is over at nine. He's sorry about Gregory, he says. He's never been good with edges." },
  otherwise {
    "On Monday at twenty to ten the props meeting has a line through it, in your writing.",
    "Dev has a key to the props room, on a red thread. He's not allowed to touch Gregory yet." },
  when(took "bench.post") { "At ten you stand in front of the board. You say it's the goose." },
  otherwise_when(board()) { "At ten you stand in front of the board, with one name on a piece of paper." },
}

ending "eleven" { title = "Eleven steps", kind = "patched",
  "It's black. You walk backwards. She counts under her breath, and at eleven she says it: “When?”",
  "“Now,” you say. The bed stands. She pats the post, and then your arm, in that order.",
  "It goes well on Saturday, and on Sunday twice. On Monday the props meeting is at half past nine. She's there at half past nine. In the bin there's a window envelope, stiff with glue.",
  when(board()) { "At ten you ask the board for Dev. They'd like to know what props needs another pair of hands for. You say you'll ask." },
}

ending "blue" { title = "Blue", kind = "patched",
  "The change runs in blue light. Everybody sees two people in black push a bed past a hole. On Saturday it gets a round of applause.",
  "Nuala doesn't bow. Two ushers have started to hold doors for her.",
  when(board()) { "You ask the board for Dev. They ask if it's to do with the bed. Everybody's asking you about the bed." },
  "On Monday at twenty to ten she's at the clinic, and on Tuesday she leaves a goose feather in your pigeonhole. There's no note with it. You keep it, and you don't know what it means.",
}

ending "boy" { title = "A joke about eleven", kind = "apart",
  "From Saturday on Dev does the bed. Nobody put him on a list. He's simply there at twenty-five past, in a black jumper.",
  "They've got something, the two of them, a joke about eleven. They stop when you come in.",
  when(board()) { "On Monday you go to the board about Dev. They've had Nuala in already, they say. She'd brought the goose." },
  "In January there's a post in props after all. She went to the board by herself. You find out why on the sixth, with everybody else, between the speech and the cake.",
}

ending "cut" { title = "A bench", kind = "apart",
  "From Saturday on the lovers meet on a bench. It's lighter. Nobody in the house misses a bed they haven't seen.",
  "Nuala says good evening, and mind the step. Her half hour on Fridays is on the board now, as *stocktaking*.",
  when(board()) { "On Monday you ask the board for Dev. They ask what Nuala says. You say you'll find out." },
  when(took "bench.post") { "On the wall by her bench there's a coat now, where it said *MON*." },
  "On the sixth of January there's a card for Dev in the green room, with a goose on. You sign it. There's a second card under it, and that one's for her.",
}
