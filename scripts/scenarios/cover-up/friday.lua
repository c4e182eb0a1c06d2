-- Friday: what was filed comes out, and a number that somebody has to take from you.
local imelda, farid, tomasz = person "imelda", person "farid", person "tomasz"
local eleven, card, turbot, letters = commitment "eleven", commitment "card", commitment "turbot", commitment "letters"
local cards, book = commitment "cards", commitment "book"
local ill, gil, seen, fudge = flag "ill", flag "gil", flag "seen", flag "fudge"

local looked, faced = flag "looked", flag "faced"

-- What was moved on Thursday falls due on Friday at ten.
scene "friday_early" { at = "Fri 07:00",
  when(open(letters)) { work(letters, 2), "The letters go with the first post. You've written them standing up, at the ice cream freezer." },
  when(open(cards)) { work(cards, 2), "Your thirty cards are on the table by nine. The ink's just dry, and the last six lean a bit." },
  go "friday_morning",
}

scene "friday_turbot" { at = "Fri 09:50",
  attend(turbot), "You do the turbot with Tomasz, on a corner, between two deliveries. It isn't a lesson. But he holds the knife, and you hold your tongue.",
  go "friday",
}

scene "friday_morning" { at = "Fri 09:10",
  when(covered(eleven)) {
    "At ten past nine there's post. Bea's bill is for two hundred and ten pounds, and there's a bit of paper with it, folded eleven times.",
    found_out(eleven), go "found" },
  otherwise_when(all { found(eleven), no(is(faced)) }) {
    "At ten past nine the lid of a fish box is standing on the pass, against the pepper mill. *01.30. It was off. 11. I put it back. F.* Farid's bicycle is still in the yard.",
    go "found" },
  otherwise_when(open(turbot)) { go "friday_turbot" },
  otherwise { go "friday" },
}

scene "friday" { at = "Fri 14:30",
  "At half past two the bank rings, to ask about parking, and whether fish has bones. Imelda holds the phone away from her, looks at it, and puts it back to her ear.",
  imelda "Some of it.",
  "She writes *bones* on her hand. The cold room stands behind her and says nothing, which is new. Everybody listens to it.",
  go "number",
}

scene "number" { at = "Fri 17:40",
  notes {
    say = "You have a true number. Now see who'll take it.",
    watch = "People who want to explain that this time it's true.",
    prompt = "What would you go by, if you were on the other side of that box?",
    why = "It's their decision. It's made of other days.",
  },
  "Twenty to six. The big table's laid for thirty, with a card for the bank. Through the hatch you can see Imelda in her good jacket, moving a fork.",
  when(kept(turbot)) { "Tomasz has a plaster on his thumb, and shows it to the waiters." },
  when(missed(cards)) { "The thirty cards came out of the office printer. Imelda has signed each of them, in ink." },
  when(missed(letters)) { "The twelve letters went at five yesterday, in Imelda's writing. Nobody's answered." },
  when(kept(letters)) { "Table six has answered. *Thank you for writing by hand. We shan't come again, but thank you.*" },
  when(all { is(gil), found(eleven) }) { "Gil hasn't come. For the first time in nineteen years somebody else's van has brought the fish." },
  otherwise { "The van was late, it's been standing in the sun at the bridge. Gil's had the doors open and his coat over the ice." },
  "You take the probe to the turbot yourself. Three. You go to write it down, and drop the probe on the tiles. It was the only one.",
  "Since yesterday a number here needs two names, on the fitter's advice. Nobody else has seen the three, and now nobody can. You hold out the book.",
  need { who = one_of { imelda, farid, tomasz }, stakes = "medium",
    crosses = {
      when(chosen(imelda)) { imelda "Three.", "She looks at you, and takes the pen. She signs with her left hand, there's sauce on the right." },
      otherwise_when(chosen(farid)) { "Farid looks at the clock.", farid "Seventeen forty-two. Three. F.", "He says each thing as he writes it." },
      otherwise { tomasz "Three, Chef.", "He wipes his hand down his apron, and writes his whole name." },
      go "signed" },
    hesitates = { set(looked),
      when(chosen(imelda)) { imelda "Three. Is that three because it's three, or three because it's Friday?" },
      otherwise { tomasz "Is it meant to be three, Chef? Or is it three?" },
      "The book is quite heavy, held out like that.",
      choice {
        option "hand" "“Put your hand on it. Take your time.”" { listen, "{who} goes in. It's a good while. There's frost on the sleeve that comes out again." },
        option "what" "“What would you need, to sign it?”" { ask, "“The hotel's probe,” says {who}. You run over the road, and the night clerk wants to be greeted first. Three." },
        option "thirty" "“There's thirty people sitting down in an hour.”" { steer, "“I know how many there are,” says {who}." },
        option "mussels" "“If it goes wrong, you're the one who writes to them.”" { when = all { chosen(imelda), knows(imelda, "mussels") }, listen, imelda "Yes. So say it again, and look at me." },
        option "copy" "“Don't do it how I did it. Go in and look.”" { when = all { chosen(tomasz), knows(tomasz, "copy") }, listen, tomasz "With what, Chef?", "“With your cheek,” you say. He does." },
      } },
    turns_back = {
      when(chosen(imelda)) { imelda "No. I can't put thirty people on that.", "She takes the turbot off the list, and she does it with a ruler." },
      otherwise_when(chosen(farid)) { farid "I'm sorry. I only sign what I've seen.", "He goes to tell Imelda so himself. She takes the turbot off the list." },
      otherwise { tomasz "Could Imelda do it, Chef?", "Imelda's heard. She takes the turbot off the list, without a word to either of you." },
      when(took "second.leave") { ending "taught" },
      otherwise { ending "printer" } },
  },
}

scene "signed" {
  when(took "second.leave") { ending "taught" },
  otherwise_when(any { found(eleven), missed(eleven), is(fudge), is(looked), missed(card) }) { ending "initials" },
  otherwise { ending "three" },
}
