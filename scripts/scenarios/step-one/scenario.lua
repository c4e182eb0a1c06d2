-- Step One: the map of the story. Read this after you have played it.
--
-- The knot: a rota by Tuesday at two, a count by Wednesday at twelve, an hour in the yard on Thursday at one.
-- There is room for all of it, and for a talk or two besides. Nothing goes wrong this week unless you let it:
-- nobody is ill, no machine stops, and no colleague breaks a promise. What eats the hours is being liked.
--
-- Dorota drives the forklift and needs to know whether she is free on the 23rd: her mother comes by coach.
--   Afraid: that her mother sits on her case at five in the morning and nobody is there. Never says: I would
--   like to be asked. Annoyed: drives more slowly. Funny about labels. Does not forgive quickly.
-- Jonah has his forklift test on Friday, the second one. Talks when he is frightened. Never says: I need you there.
--   Annoyed: says "no, it's fine". Funny about his gran, who times him with her pigeon clock. Forgives at once.
-- Farida runs the place. In November somebody guessed a count, and they bought hyacinths twice. Afraid: Clive
--   from the bank, who is polite. Never says: I checked it again myself. Annoyed: says "good" and writes it down.
--   Funny about head office.
--
-- Mon  monday (noon / why / thursday), asks (both / ask Dorota / the rota on Friday), desk of two slots
-- Tue  trays: head office wants forty (take / no / which) · noon: lunch on the day of the rota
-- Wed  hole: no rota on the board, if it was missed · desk of two slots · eleven: the count, an hour before noon ·
--      gran: shall she order the cake?
-- Thu  clive / biscuit / noon_gone: what became of the count · morning: two hours · dock: the lorry from Lisse is
--      early, Jonah waits · reverse, or parked
-- Fri  friday: two hours · test · nursery: somebody has to sign for your labels. Whom do you ask?
--
-- Bills: a rota made without asking puts Dorota on the 23rd; guessed bays come out when Clive pulls a crate; the
-- yard decides the test; on Friday they sign for bulbs nobody can see into.
-- Endings: together (nothing broken, or made good) · patched (they sign, and look first) · apart · silo.

scenario {
  id = "step-one", version = 1, title = "Step One", author = "Plankwright", licence = "CC-BY-4.0", language = "en",
  blurb = "A normal week in a warehouse full of bulbs. A list, a count, an hour in the yard. There's time for all of it.",
  minutes = 11, teaches = { "A1", "A2", "A4", "A5", "A6", "A9", "A10", "A11", "A13", "A16", "A20" },
  content = { "a child is ill, not badly" },
  days = { "Mon", "Tue", "Wed", "Thu", "Fri" }, hours = { "07:00", "15:00" }, place = "warehouse",
}

local dorota = person "dorota" {
  name = "Dorota Wilk", role = "forklift, mornings", hears = { "jonah" }, persona = "unforgiving",
  look = { skin = 1, face = "square", eyes = "hooded", nose = "long", hair = "short", hair_colour = "grey", age = 58,
    build = "broad", coat = "vest", colour = "ochre", hearing_aid = true },
  facts = {
    mother = "Her mother is eighty-six and comes by coach from Gdynia. Nobody else is allowed to fetch her.",
    labels = "She reads every label twice. In 2011 she sent a church four hundred black tulips for a wedding.",
  },
  on_told = "Late. Is that late today, or late?",
  on_moved = "I write it on the glove. The glove I don't lose.",
  on_refused = "No. Leave it. I've made it different now.",
  on_delivered = "It's on the board. Straight, even.",
}

local jonah = person "jonah" {
  name = "Jonah Price", role = "picker, since March", hears = { "dorota" }, persona = "forgiving", crossing = "bold",
  look = { skin = 4, face = "round", eyes = "round", nose = "wide", hair = "cropped", hair_colour = "black", age = 19,
    build = "slight", coat = "hoodie", colour = "teal" },
  facts = {
    summer = "He failed in July. He touched a cone, and the examiner wrote for a very long time.",
    gran = "His gran races pigeons. She times him with the pigeon clock.",
  },
  on_told = "No, it's fine. Late's fine.",
  on_moved = "Yeah. I'll do more cones.",
  on_refused = "It's fine, honest. I'll sort something.",
  on_delivered = "That's mint.",
}

local farida = person "farida" {
  name = "Farida Sultani", role = "site manager", hears = { "dorota" },
  look = { skin = 3, face = "oval", eyes = "almond", nose = "small", hair = "curly", hair_colour = "black", age = 47,
    glasses = "square", coat = "jumper", colour = "wine", wheelchair = true },
  standards = { candour = { says = "a blank, sooner than a guess" } },
  facts = {
    hyacinths = "Last year somebody guessed aisle nine. They bought nine thousand hyacinths they already had.",
    clive = "Clive from the bank lends money on what's in the racks. He's always polite.",
  },
  on_told = "Late. Good. I'll write “late”.",
  on_moved = "I'm moving Clive, then. He's heavy.",
  on_refused = "I'll ask somebody else. Don't lose sleep.",
  on_delivered = "All of it? Look at you.",
}

commitment "count" { kind = "work", by = "player", to = farida, title = "Aisle fourteen",
  what = "the count of aisle fourteen", effort = 4, due = "Wed 12:00", found = { 1, 3 },
  on_delivered = "Twelve bays, and a coffee ring. That's how I know it's real." }
commitment "rota" { kind = "work", by = "player", to = dorota, title = "Christmas rota",
  what = "the Christmas rota", effort = 2, due = "Tue 14:00" }
commitment "yard" { kind = "meet", by = "player", to = jonah, title = "The yard at one",
  what = "the hour in the yard", due = "Thu 13:00", minutes = 45,
  on_moved = "Friday, then. That's test day. No, it's fine." }
commitment "trays" { kind = "work", by = "player", to = farida, title = "Show trays",
  what = "forty show trays", effort = 2, due = "Thu 12:00",
  on_moved = "I'll tell Harrogate it's the moss.",
  on_delivered = "They look like somebody's grandmother lives in them. Perfect." }
commitment "charged" { kind = "work", by = dorota, to = "player", title = "A charged truck",
  what = "the small truck, charged, for Jonah", effort = 1, due = "Thu 12:30" }
commitment "again" { kind = "work", by = "player", to = dorota, title = "The rota, by ten",
  what = "the rota, on the board by ten", effort = 2, due = "Wed 10:00",
  on_delivered = "Before ten. I looked at the clock, yes." }
commitment "bays" { kind = "work", by = "player", to = farida, title = "Four bays again",
  what = "bays nine to twelve, counted with Farida", effort = 2, due = "Fri 11:00" }

include "monday"
include "thursday"

ending "together" { title = "The colour on the label", kind = "together",
  "At two you're on the bus, with somebody small and hot asleep on your arm, and a paper fish in her fist. A photograph comes: two tail lights, and a thumb in a glove.",
  "On Monday the kettle is on the first-aid box. Farida has a list on her knees. It's a normal week.",
  "In April, in a park you never see, four thousand tulips come up in the colour on the label." }

ending "patched" { title = "Eleven photographs", kind = "patched",
  "On the bus your phone buzzes eleven times. One box from each pallet, opened, with a ruler beside it for size. Under the ninth there's a question mark. You answer it with your thumb. The lorry leaves at twenty to three.",
  "On Monday there's a clipboard on a string by the dock, with room for two sets of initials. Until Easter, Farida says.",
  "You hold it while somebody else counts. Then you swap." }

ending "apart" { title = "The night men", kind = "apart",
  "You fetch her. On the bus you look at your phone at every stop.",
  "At six Farida writes. *Held the lorry. Night men are opening it up. Look after the little one.* It goes at eleven, and nothing was wrong with it.",
  "On Monday there's a new line on the form for lorries, under yours. *Checked by.*" }

ending "silo" { title = "The quiet room", kind = "silo",
  "You check it and sign it yourself. At twenty to three you're running. She's lying in the quiet room with her shoes on, and asks if you've brought the fish. They're very nice about it.",
  "On Monday everybody says good morning. There's a rota on the board for after Christmas, in Dorota's handwriting.",
  "It's a good rota. You find your name on it, and copy down the days." }
