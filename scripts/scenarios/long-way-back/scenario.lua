-- The Long Way Back: the map of the story. Read this after you have played it.
--
-- The knot: the bridge is down before you touch it. You put a name on a website for forty minutes, you said it was the
-- system, and then you didn't ring. Now there are three weeks, an index card for small things with dates, and at the
-- end of them a Friday on which she'd have to tell you a name again.
--
-- Amparo does courts and council, twenty-two years. Names live in her notebook, in a shorthand that only her mother
--   could read. Three people have stopped ringing her. Afraid: of a fourth. Never says: I miss coffee. Annoyed: gets
--   correct, in subject lines. Funny about planning committees. For weeks she takes no promise from you, and nothing makes her: she hears what you
--   do elsewhere, and sees who sits there at four. In week four she may take the first one.
-- Ray mended brakes; he washes buses now. The name he has forgiven; the phone he hasn't. Funny about his bath.
-- Connie edits, and flies to her sister's on the last Friday. Funny about her knees. Bilal is twenty-one and pleased.
--
-- week 1  what broke, in a minute: Ray's name, "the system", the four o'clock, the telephone call
-- week 3  card (Ray / note field / correction), second line or none · pillar: first words · Wednesday at four, or the man
--         from the council · page · alarm: half past four in the morning · depot
-- week 4  desk of two slots · four: this time it's her chair that is empty (ask / write it for her / say so) ·
--         thursday: what is left to say, and whether she takes it
-- week 5  Wednesday at four, with cake · thursday: the last evening (everything at once / the one thing / home) · Friday: the name
--
-- Bills: a correction nobody asked Ray about puts him in the paper again; her words written for her come back with
-- her first line in; whoever has the Friday in mind on Thursday finds that it's Thursday.
-- Endings: two_rings (together) · page (patched: shown, and taken home again) · monday (patched: it waits) · sunday
-- (apart: it runs elsewhere) · seal (silo).

scenario {
  id = "long-way-back", version = 1, title = "The Long Way Back", author = "Plankwright", licence = "CC-BY-4.0", language = "en",
  blurb = "It's broken already, and it was you. Three weeks, an index card, and a colleague behind a pillar.",
  minutes = 11, teaches = { "A2", "A3", "A4", "A5", "A6", "A9", "A10", "A11", "A12", "A13", "A15", "A16", "A18", "A19", "A20" },
  content = { "somebody is given worse work because of you" },
  days = { "Mon", "Tue", "Wed", "Thu", "Fri" }, weeks = 5, hours = { "09:00", "18:00" }, place = "newsroom",
}

local amparo = person "amparo" {
  name = "Amparo Ruiz", role = "courts and council", hears = { "ray", "connie", "bilal" }, persona = "watchful",
  look = { skin = 2, face = "long", eyes = "hooded", nose = "long", hair = "curly", hair_colour = "black", age = 53, glasses = "square",
    coat = "coat", colour = "brick" },
  standards = { candour = { says = "whoever it's about hears it first, and from you" } },
  facts = {
    three = "Since the forty minutes three people have stopped ringing her. One of them for nineteen years.",
    book = "The names are in a paper notebook, in her mother's shorthand. It sleeps under her pillow.",
    grace = "On Wednesdays she eats at the Okoros'. Grace doesn't let her go before the pudding.",
  },
  on_told = "Noted.",
  on_moved = "Noted. Both times.",
  on_refused = "No. It's on the board as it is.",
  on_delivered = "Fine.",
}

local ray = person "ray" {
  name = "Ray Okoro", role = "bus depot, nights",
  look = { skin = 5, face = "square", eyes = "soft", nose = "wide", hair = "cropped", hair_colour = "grey", age = 58, build = "broad",
    coat = "overall", colour = "navy" },
  standards = { candour = { says = "he'd like to hear it before he reads it" } },
  facts = {
    soap = "That Thursday he had the phone with him in the bath. In the soap dish.",
    bread = "Grace goes to a baker two streets further now. At theirs everybody was so nice to her.",
  },
  on_refused = "Leave it, eh?",
}

local connie = person "connie" {
  name = "Connie Marsh", role = "editor",
  look = { skin = 1, face = "round", eyes = "round", nose = "small", hair = "bob", hair_colour = "white", age = 64, glasses = "round",
    coat = "kurta", colour = "teal" },
  on_told = "Late. I'll put a ring round it.",
  on_moved = "I'll write it next to the old one. I don't rub out.",
  on_delivered = "Tick.",
}

local bilal = person "bilal" {
  name = "Bilal Aziz", role = "website, since August",
  look = { skin = 3, face = "oval", eyes = "almond", nose = "wide", hair = "undercut", hair_colour = "black", age = 21, build = "slight",
    coat = "hoodie", colour = "ochre" },
}

-- What broke, and what stood on the board before it did.
local name = commitment "name" { kind = "hold", by = "player", to = amparo, title = "Ray's name",
  what = "Ray's name stays in the stairwell", due = "1 Tue 07:00" }
local wed_1 = commitment "wed_1" { kind = "meet", by = "player", to = amparo, title = "Wednesday at four",
  what = "her courts page, Wednesday at four", due = "1 Wed 16:00", minutes = 15 }
local ring = commitment "ring" { kind = "meet", by = "player", to = ray, title = "A phone call",
  what = "a call to Ray, by noon", due = "1 Thu 12:00", minutes = 15 }
local help = commitment "advice" { kind = "work", by = "player", to = ray, title = "A lawyer for Ray",
  what = "the number of a lawyer, for Ray", effort = 1, due = "1 Fri 12:00" }
local wed_2 = commitment "wed_2" { kind = "meet", by = "player", to = amparo, title = "The second four o'clock",
  what = "her courts page, Wednesday at four", due = "3 Wed 16:00", minutes = 15 }
local wed_3 = commitment "wed_3" { kind = "meet", by = "player", to = amparo, title = "The third four o'clock",
  what = "her courts page, Wednesday at four", due = "4 Wed 16:00", minutes = 15 }
local wed_4 = commitment "wed_4" { kind = "meet", by = "player", to = amparo, title = "The last four o'clock",
  what = "her courts page, Wednesday at four", due = "5 Wed 16:00", minutes = 15 }

-- The card.
local spared = flag "spared" -- Ray has said what he wants: no correction
commitment "depot" { kind = "meet", by = "player", to = connie, title = "Ray, at the depot",
  what = "Ray, at the depot, when his shift ends", due = "3 Thu 05:30", minutes = 30 }
commitment "field" { kind = "work", by = "player", to = connie, title = "The note field",
  what = "getting rid of the note field", effort = 2, due = "4 Fri 12:00",
  on_delivered = "So there's nowhere left to type it. Tick." }
commitment "correction" { kind = "work", by = "player", to = connie, title = "The correction",
  what = "a correction on page two", effort = 2, due = "4 Thu 12:00", provided = no(is(spared)) }
commitment "supplement" { kind = "work", by = "player", to = connie, title = "Garden supplement",
  what = "the garden supplement", effort = 2, due = "4 Wed 12:00",
  on_delivered = "Sixteen pages of hedges. You're a hero, and nobody'll ever know." }
commitment "council" { kind = "work", by = amparo, to = "player", title = "The council piece",
  what = "two hundred words on the bus contract", effort = 1, due = "4 Wed 15:30" }
commitment "line" { kind = "hold", by = "player", to = amparo, title = "Her first line",
  what = "her first line, as she wrote it", due = "5 Wed 12:00" }

-- Week one: what broke -----------------------------------------------------------------------------------

scene "week_one" { at = "1 Mon 22:50",
  notes {
    say = "There's nothing to vote on yet. Listen, and count what breaks.",
    watch = "Where the room winces: at the name, or at the sentence about the system.",
    prompt = "Which of the four would you find hardest to forgive?",
    why = "What took months to lay is gone in three days. Nobody in it is a bad person.",
  },
  "On the board at the *Post* it says *Wed 4, courts, both*, in Amparo's writing: Wednesdays at four you read her courts page with her. Every week but half-term. There's a second chair for it.",
  promise(wed_1), promise(wed_2), promise(wed_3), promise(wed_4),
  "Ten to eleven on Monday night. You're the deputy editor. The lawyer's on the phone, with his mouth full. Who says that number nineteen goes out with brakes nobody's looked at?",
  "Ray Okoro does. He's a fitter at the depot. Amparo told you in the stairwell, because you said that's where it would stay.",
  promise(name), breaks(name),
  "You type it into the note field over the story, so as to have it in front of you. The note field doesn't print.",
  go "website",
}

scene "website" { at = "1 Tue 07:30",
  "In the morning it's on the website, in bold. It stands there for forty minutes. Then Bilal's mother rings. He does the website, and she reads it with her tea.",
  amparo "How did that get there?",
  "“The system put it out,” you say. Which it did.",
  cover_up(name),
  "You tell Ray's voicemail that you'll ring by Thursday noon, and that he'll have the number of a lawyer by Friday.",
  promise(ring), promise(help),
  go "log",
}

scene "log" { at = "1 Wed 15:10",
  bilal "It saves who types in there! Look! Monday, 22.51, that's you!",
  "Bilal's twenty-one, and delighted. Amparo's standing behind him. She reads it to the end.",
  found_out(name),
  "“It doesn't print,” you say. “It's never printed.”", deny(amparo), breaks(amparo, "candour"),
  "She goes to get her coat. At four you're with the lawyer. On Thursday you have the receiver in your hand, twice. By Friday Ray's off brakes. He washes buses now, from ten at night.",
  go "card",
}

include "three"
include "four"
include "five"

ending "two_rings" { title = "Two rings", kind = "together",
  "On Saturday it's page one. It says *a person who has seen the book*. The lawyer rings to say that he's got nothing to say.",
  "On Monday Amparo's desk is still behind the pillar. She likes it there, there's a socket.",
  "At nine your phone rings twice and stops. That's how she used to say coffee." }

ending "page" { title = "The page", kind = "patched",
  "On Saturday it's page one. You know a name, and it's in no place with a plug.",
  "On Monday there's a new card on the board, in her writing. *Wed 4, courts. Till Easter.* Then a space, and a question mark.",
  "She still writes to you in subject lines. There's a *please* in the second one." }

ending "monday" { title = "It waits", kind = "patched",
  "On Saturday page one is a seal on the slipway. It seems to be waving. You've told the lawyer, and Connie's voicemail, that it was your decision.",
  "The Sunday papers haven't got it. On Monday Amparo tells Connie the name, in the stairwell. It takes nine seconds.",
  "On the way back she stops at your desk. “Nobody's ever held one for me,” she says. She looks as if she's still working out whether she likes it." }

ending "sunday" { title = "Additional reporting", kind = "apart",
  "On Saturday page one is a seal on the slipway. On Sunday it's all in a big paper from London, with brakes, and a diagram. Under it, in small letters: *Additional reporting: A. Ruiz.*",
  "On Monday she comes in at nine, as always. She says good morning.",
  "At four on Wednesday you're there, and she is, and you go through the commas." }

ending "seal" { title = "The seal", kind = "silo",
  "On Saturday page one is a seal on the slipway. Readers write in about it. Somebody's got a name for it.",
  "On Monday there's a lunch for Amparo, who's going to the evening paper over the river. You sign the card. There's a good pen on a string.",
  "Bilal comes to you with something about the swimming pool. “Who told you?” you ask. He looks at his shoes, and then at the pillar." }
