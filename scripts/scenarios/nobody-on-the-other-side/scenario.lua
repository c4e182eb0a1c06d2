-- Nobody on the Other Side: the map of the story. Read this after you have played it.
--
-- The knot: the Lantern Walk is yours since this morning, and six people in the town hall each have one small
-- thing that they want of you. Together it's more than fits. On Friday one of six things goes wrong (a fair draw),
-- and whoever can mend it has to do something that they'd rather not.
--
-- Greta runs the department, walking. Afraid: last year she signed a plan unread and a boy lost a tooth. Never
--   says: I don't know what's in it. Annoyed: finishes her sentences. Funny without meaning to be. She promises to
--   sign your plan by Wednesday and may not.
-- Tibor builds the barriers. His girl was lost in the Walk once; he still stands at the last barrier. Counts in metres.
--   Annoyed: fewer words, if that's possible.
-- Rosalind has had the cash office alone since August; thirty-eight pounds of her own are in the till. Prices everything.
-- Philippa registers births, marriages and deaths, Mondays, Wednesdays and Fridays. Whole sentences. Her bride
--   met her groom at the Walk of 1958. Never says: I'd have liked to be asked first.
-- Yusuf looks after the machines and calls them his aunts. In April four hundred people were told that their grave
--   was ready. He restarts alone, because nobody has ever come to look. Asks nothing of anyone unless you're there.
-- Kobby is nineteen, six weeks in, and talks like a letter until something hurts. When he was six the bear made him cry.
--
-- Mon  monday (Greta's page) · asks (Tibor's plan, Rosalind's receipts) · desk of two slots
-- Tue  desk of two slots · notice (Kobby) · mayor: three o'clock twice
-- Wed  tape: who holds the zero? (drawn) · saturday: the wedding or the crew · five: the page is not done
-- Thu  stage: a hold is wanted back, twenty minutes before the list goes out · hour: nothing in it, who? · four: Yusuf's sixty seconds
-- Fri  friday: doughnuts, an apology, a quiet quarter of an hour, the tape · trouble: one of six · weigh, if they hesitate · second: whom else?
--
-- Bills: last year's plan comes back as a gap; a notice waved through has the wrong street; a soft hour with Yusuf
-- is worth nothing until Friday; doughnuts are worth nothing at all. What somebody told you opens the best answer
-- when they hesitate, and who is answered with it doesn't hold the second against you. The tape needs two people, from Monday to the last line.
-- Endings: zero (together) · pencil (patched) · torches (apart: they wouldn't, somebody else came) · bench (silo).

scenario {
  id = "nobody-on-the-other-side", version = 1, title = "Nobody on the Other Side", author = "Plankwright", licence = "CC-BY-4.0",
  language = "en",
  blurb = "Six colleagues, one week, two thousand lanterns. On Friday you'll need one of the six, and nobody knows which.",
  minutes = 12,
  teaches = { "A1", "A2", "A3", "A4", "A5", "A6", "A10", "A11", "A12", "A13", "A14", "A15", "A16", "A17", "A18", "A20" },
  content = { "children who might be led to a weir (nobody is hurt)" },
  days = { "Mon", "Tue", "Wed", "Thu", "Fri" }, place = "office",
}

local greta = person "greta" {
  name = "Greta Sundby", role = "head of public services", hears = { "rosalind" },
  look = { skin = 1, face = "long", eyes = "hooded", nose = "long", hair = "short", hair_colour = "fair", age = 52, coat = "suit",
    colour = "slate" },
  standards = { candour = { says = "the bad part first, while she's still walking" } },
  facts = { tooth = "Last year a boy lost a tooth on a barrier. She'd signed that plan without turning the page." },
  on_told = "Late. How late?",
  on_moved = "Then I stand up there and. No. I'll tell them something about lanterns.",
  on_refused = "No. I'll write it myself.",
  on_delivered = "One page. It is one page. Good.",
}
local tibor = person "tibor" {
  name = "Tibor Vass", role = "foreman, roads depot", hears = { "rosalind" }, crossing = "bold",
  look = { skin = 2, face = "square", eyes = "soft", nose = "wide", hair = "cropped", hair_colour = "grey", beard = "moustache", age = 58,
    build = "broad", coat = "vest", colour = "ochre" },
  standards = { detail = { says = "in metres, and this year's" } },
  facts = {
    gap = "Last year's plan was four metres short. He stood in the gap himself, three hours.",
    lost = "In 1996 his girl was lost at the Walk for forty minutes. She was asleep under the bear's table.",
  },
  on_told = "Late. List's at noon.",
  on_moved = "List's gone by then. I'll guess.",
  on_refused = "Leave it. I'll pace it.",
  on_delivered = "Good. Metres.",
}
local rosalind = person "rosalind" {
  name = "Rosalind Teague", role = "cash office", hears = { "tibor", "greta" }, crossing = "bold",
  look = { skin = 0, face = "round", eyes = "round", nose = "small", hair = "curly", hair_colour = "red", age = 44, coat = "cardigan",
    colour = "teal" },
  standards = { notice = { hours = 4, says = "before she's pulled the box off the shelf" } },
  facts = {
    post = "She's had the cash office alone since August. The second post is frozen.",
    till = "The till was thirty-eight pounds short. She put her own in, so that it would add up.",
  },
  on_told = "Fine. I'll leave the line open. In red.",
  on_moved = "That's a day of mine you're spending. Fine.",
  on_refused = "No thanks. I've put “missing”. It's a column.",
  on_delivered = "Two hundred and twelve pounds forty. To the penny. Have a mint.",
}
local philippa = person "philippa" {
  name = "Philippa Achterberg", role = "registrar, Mondays, Wednesdays and Fridays", hears = { "kobby", "greta" },
  look = { skin = 4, face = "oval", eyes = "almond", nose = "small", hair = "bun", hair_colour = "white", age = 66, glasses = "round",
    coat = "jacket", colour = "plum", cane = true },
  standards = { notice = { hours = 48, says = "two days, for anything that somebody has bought a hat for" } },
  facts = { walk = "The bride met the groom at the Lantern Walk of 1958. She'd set fire to his scarf." },
}
local yusuf = person "yusuf" {
  name = "Yusuf Demirel", role = "computers", hears = { "kobby" },
  look = { skin = 3, face = "oval", eyes = "almond", nose = "long", hair = "undercut", hair_colour = "black", beard = "full", age = 37,
    coat = "hoodie", colour = "navy", wheelchair = true },
  standards = { replies = { hours = 8, says = "the same day, even if it's a no" } },
  facts = {
    alone = "He switches the machines off and on alone. Nobody has ever stood at the front desk for him.",
    graves = "In April four hundred people were told that their grave was ready. Since then he changes nothing on a Friday.",
  },
}
local kobby = person "kobby" {
  name = "Kobby Asante", role = "apprentice, six weeks in", hears = { "philippa", "yusuf" }, crossing = "bold",
  look = { skin = 5, face = "round", eyes = "round", nose = "wide", hair = "short", hair_colour = "black", age = 19, build = "slight",
    coat = "suit", colour = "sky" },
  standards = { candour = { says = "the truth, before anybody else has read it" } },
  facts = {
    mother = "His mother reads the public notices aloud at breakfast. She's bought a frame for this one.",
    bear = "When he was six the bear picked him up, and he cried. The photograph hangs in the foyer.",
  },
  on_told = "Thank you for letting me know.",
  on_refused = "There's no need. I've sent it.",
}

local page = commitment "page" { kind = "work", by = "player", to = greta, title = "Greta's page", what = "the page for the council",
  effort = 3, due = "Thu 09:00" }
local plan = commitment "plan" { kind = "work", by = "player", to = tibor, title = "Barrier plan", what = "the barrier plan",
  effort = 4, due = "Wed 12:00" }
local receipts = commitment "receipts" { kind = "work", by = "player", to = rosalind, title = "Receipts",
  what = "the receipts of the spring market", effort = 2, due = "Tue 13:30" }
local notice = commitment "notice" { kind = "meet", by = "player", to = kobby, title = "Kobby's notice",
  what = "going through Kobby's notice", due = "Tue 15:00", minutes = 30 }
local square = commitment "square" { kind = "hold", by = "player", to = philippa, title = "A quiet square",
  what = "the crew's list, with a quiet square till half past four", due = "Thu 12:00" }
local shout = commitment "shout" { kind = "meet", by = "player", to = yusuf, title = "Sixty seconds",
  what = "standing at the front desk for Yusuf", due = "Thu 16:00", minutes = 10 }
commitment "sign" { kind = "work", by = greta, to = "player", title = "Greta's signature", what = "signing the safety plan",
  effort = 1, due = "Wed 17:00" }

-- Whoever was let down is met sooner or later. None of them opens with it.
whenever(missed(plan)) {
  "Tibor is on your radiator with his list. At your line, where the metres go, he's drawn a snail.",
  tibor "Noon came. So I guessed. Sixty.",
}
whenever(missed(receipts)) {
  "Rosalind is eating an apple at her window, with the red pen behind her ear.",
  rosalind "I've put “missing”. Two hundred and twelve forty. The auditor rang to ask who. I spelled you for him.",
}
whenever(missed(notice)) {
  kobby "I sent it at five. I waited till ten to, and then I thought, no, there'll have been a reason. It's fine.",
  "The photocopier needs paper. He sees to that at once.",
}

include "monday"
include "wednesday"
include "friday"

ending "zero" { title = "The zero", kind = "together",
  "On Saturday at seven the street lamps go out, on purpose, and two thousand lanterns come down Mill Lane. They fit into the square with four metres to spare.",
  "Tibor counts barriers. Rosalind counts children. Philippa has stayed, with a bride of eighty-one who wants a green one.",
  "On Monday the fifty-metre tape is on your desk. There's a note round it, in capitals. *NEXT YEAR SAME HANDS.*",
}
ending "pencil" { title = "In pencil", kind = "patched",
  "On Saturday two thousand lanterns go round, and nobody's lost. You see the six of them once each, in six corners, all busy.",
  "Afterwards there's tea out of an urn. You're asked if you take sugar, and then what it was that happened on Friday, exactly.",
  "On Monday a list hangs on Greta's door: who does what next year. At the Walk it says your name, in pencil.",
}
ending "torches" { title = "Ten to eight", kind = "apart",
  "Two of you can do half of it. On Saturday the Walk starts at ten to eight, by a shorter way, behind two people with torches.",
  "Some families have gone home by then. The ones who stay say it was nice, and short.",
  "On Monday it's in the minutes: next year the depot runs the Walk. You're down for the street closures. On paper.",
}
ending "bench" { title = "Fifty metres", kind = "silo",
  "At nine on Friday night you're in the square with the tape. You hook the zero over a bench and walk backwards. At thirty-one metres it comes off, and runs home to you, quite fast.",
  "On Saturday the Walk goes once round the square. Four hundred lanterns come. The lamps stay on.",
  "On Monday there's a street to close. You close it. On paper.",
}
