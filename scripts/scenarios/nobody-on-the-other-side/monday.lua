-- Monday and Tuesday: a page, a plan, a box of receipts, and three o'clock twice.
local greta, tibor, rosalind = person "greta", person "tibor", person "rosalind"
local yusuf, kobby = person "yusuf", person "kobby"
local page, plan, receipts = commitment "page", commitment "plan", commitment "receipts"
local notice, sign = commitment "notice", commitment "sign"

local visited = flag "visited" -- you've been behind the boiler

scene "monday" { at = "Mon 09:05",
  notes {
    say = "Six people will ask you for something this week. You'll need one of them on Friday. Nobody here knows which, and I don't either.",
    watch = "Who says yes to Greta because she's already walking on.",
    prompt = "What did she ask for? What did she not have time to say?",
    why = "All six bridges stand whole. Declining early breaks nothing; it lays nothing, either.",
  },
  "Greta talks while she walks, so you've come along: past the lifts, past your own door.",
  greta "The Lantern Walk. Saturday. Ansel's back has, so. It's yours. Two thousand children, one square.",
  "You close streets for this town. On paper. Somebody else brings the cones.",
  greta "I sign his safety plan for you, Wednesday by five. And I need one page for the council. Thursday at nine?",
  promise(sign),
  choice {
    option "nine" "“One page, Thursday at nine.”" { promise(page),
      greta "Good. I knew you'd.", "The rest of it goes up the stairs with her." },
    option "ask" "“What's the council going to ask you?”" {
      notes { why = "An open question. It costs a floor and a half of stairs." },
      ask(greta),
      "She stops. You've never seen her stop.",
      greta "Whether I've read it. Last year a boy lost a tooth on a barrier. I'd signed that plan in a lift.", learn(greta, "tooth"),
      greta "So. One page that I understand. Thursday at nine, please.", promise(page) },
    option "friday" "“Not this week. The square comes first.”" {
      notes { prompt = "A plain no, to the boss, at five past nine. What does it cost on the day?" },
      greta "Right. Then I'll stand there and.", "She waves a hand, like somebody with a lantern.",
      greta "No, right. Better now than Thursday." },
  },
  go "asks",
}

scene "asks" { at = "Mon 10:20",
  notes {
    watch = "Whether somebody adds up the hours.",
    prompt = "What would you need to know to say no to one of the two?",
    why = "Two small promises and Greta's page are nine hours. Monday and Tuesday have eight.",
  },
  "Your phone is the depot. In your door stands Rosalind from the cash office, with a mint.",
  tibor "Barriers, Walk. How many, where. Plan by Wednesday noon. Then I do the list for the crew.",
  tibor "The tape's at the front desk. Fifty metres. Takes two.",
  rosalind "Spring market. Two hundred and twelve pounds forty, and no receipts. They're in your drawer from before it was your drawer. Tomorrow, half past one?",
  "Four hours for him, two for her.",
  choice {
    option "both" "“Both. Wednesday noon, tomorrow half past one.”" { promise(plan), promise(receipts),
      tibor "Good.", rosalind "Done. That's two done on one breath, I'd get that audited." },
    option "ask" "“What happens if it's wrong?”" { ask(tibor), ask(rosalind),
      tibor "Last year it was four metres short. I was the four metres. Three hours.", learn(tibor, "gap"), clarify(tibor, "detail"),
      rosalind "Friday there's an auditor. And there's one of me. There were two till August.", learn(rosalind, "post"),
      promise(plan), promise(receipts),
      "He waits while she talks, and she while he does. It takes the rest of the morning." },
    option "one" "“Tibor, yes. Rosalind, not this week. I'm sorry.”" { promise(plan),
      clarify(rosalind, "notice"),
      rosalind "Then I put “missing”. It's a column, it's allowed. You said it before I'd pulled the box down, at least.", "She leaves you the mint." },
    option "last" "“Tibor, you get last year's, now. Rosalind, tomorrow.”" {
      notes { prompt = "It saves four hours, and he has a plan at once. Who pays?" },
      breaks(tibor, "detail"), promise(receipts),
      tibor "Last year's.", "You hear a lorry go by at his end, all of it.", tibor "Right.",
      rosalind "Tomorrow. I'm writing it on my apple." },
  },
  go "monday_desk",
}

scene "monday_desk" { at = "Mon 13:00",
  notes {
    say = "Four hours. Nobody behind the boiler has asked you for anything.",
    watch = "Whether visiting Yusuf is called a waste of time.",
    prompt = "Six names in a lid. Which of them could you name without looking?",
    why = "A bridge nobody needs today costs nothing to leave alone, today.",
  },
  "On the radiator somebody has left Ansel's box: felt pens, a whistle, half a lantern. In the lid there's a list: *Greta signs. Tibor builds. Rosalind pays. Philippa marries, not Thursdays. Yusuf's behind the boiler, takes milk. The tie is Kobby.*",
  desk { till = "Mon 17:00", talk = {},
    option "boiler" "Take two coffees to the room behind the boiler." { when = no(is(visited)), listen(yusuf), set(visited),
      yusuf "For me? Nobody's died? This machine's Auntie Nermin, she sends the town's texts. Auntie Sevgi is the phones. Sevgi's moody.",
      yusuf "When I switch Sevgi off, somebody should stand at the front desk, and shout when she's back. Nobody ever has.", learn(yusuf, "alone"),
      "He asks what you do. You tell him about a street. He wants to know how it ends." },
  },
  go "tuesday_desk",
}

scene "tuesday_desk" { at = "Tue 09:00",
  notes {
    watch = "When somebody first notices that a date can be moved while it's still ahead.",
    prompt = "What's the cheapest hour of this week to say “it won't fit”?",
    why = "A date that's still ahead can be moved. One that's gone by can only be explained.",
  },
  "In the foyer two men are hanging the photographs of sixty years of bears. Every bear has the same face. The children don't.",
  desk { till = "Tue 13:00", talk = {},
    option "boiler" "Take two coffees to the room behind the boiler." { when = no(is(visited)),
      listen(yusuf), set(visited),
      yusuf "For me? Nobody's died? This machine's Auntie Nermin, she sends the town's texts. Auntie Sevgi is the phones. Sevgi's moody.",
      yusuf "When I switch Sevgi off, somebody should stand at the front desk, and shout when she's back. Nobody ever has.", learn(yusuf, "alone"),
      "He asks what you do. You tell him about a street. He wants to know how it ends." },
    option "window" "Mind Rosalind's window while she eats." { when = no(knows(rosalind, "till")), listen(rosalind),
      "A man pays for a dog. A woman pays for another woman's parking and won't say why.",
      "Rosalind eats standing up, behind the cabinet.",
      rosalind "It was thirty-eight pounds short in August. I put mine in. Now it adds up, and it's worse. Forget I said it.", learn(rosalind, "till") },
  },
  go "notice",
}

-- The first notice of somebody's life. The warm answer lets it go out as it is.
scene "notice" { at = "Tue 13:45",
  notes {
    watch = "How many would wave it through, and call that trust.",
    prompt = "Which of the three is the kind one? Say for whom.",
    why = "Confidence is a gift when there is something under it.",
  },
  "Kobby has knocked at your open door. He wears a tie with a pin.",
  kobby "Further to the Walk. I've drafted the public notice. My first. Would you have a moment, at three? It closes at five.",
  choice {
    option "three" "“Three o'clock. At your desk.”" { promise(notice), kobby "Three. I'll arrange for a chair." },
    option "send" "“You don't need me. Send it.”" { kobby "Really? Thank you. I'll send it. With kind regards, I nearly said.",
      "You can hear him take the stairs two at a time." },
    option "now" "“I've got five minutes now. Read it to me.”" { listen(kobby), clarify(kobby, "candour"),
      "He reads it to you standing up. It says Mill Street, twice. It's Mill Lane, and you say so.",
      kobby "My mother reads these out at breakfast. She'd have noticed. She's bought a frame.", learn(kobby, "mother"), spend { minutes = 20 } },
  },
  go "mayor",
}

scene "mayor" { at = "Tue 14:50",
  notes {
    say = "Ten to three. You can be in one room.",
    watch = "What rank does to a promise. Listen for “he'll understand”.",
    prompt = "Who in this scene can be let down without anybody hearing of it?",
    why = "The smallest promise of the week, to the person with the least say in it.",
  },
  "Greta comes past at speed. This time she slows down.",
  greta "Mayor's in my office. Three o'clock. Wants to see who does the Walk. Ten minutes. It's good for.",
  "She means you, or the budget.",
  choice {
    option "stay" "“I've got Kobby at three.”" { when = promised(notice),
      greta "Kobby. Is that the tie? Right.", attend(notice), go "tie" },
    option "half" "“Start without me. I'll ask Kobby for half past four.”" { when = promised(notice),
      move(notice, "Tue 16:30"), listen(greta),
      "The ten minutes take till four. The mayor wants to know who's in the bear, and tells you about his knees.",
      attend(notice), "At half past four there are two chairs at Kobby's desk, with a ruler's width between them.", go "tie" },
    option "go" "“Ten minutes, then. Kobby'll understand.”" { when = promised(notice),
      listen(greta), "The ten minutes take till four, and then there's sherry. The mayor wants to know who's in the bear, and tells you about his knees.",
      greta "He likes you. He likes everybody, but still.", spend { minutes = 135 },
      "It's gone five. Kobby's desk is tidy. There are two chairs at it.", go "tape" },
    option "along" "“All right. Ten minutes.”" { when = no(promised(notice)),
      listen(greta), "The ten minutes take till four. The mayor wants to know who's in the bear, and tells you about his knees.",
      greta "He likes you. He likes everybody, but still.", go "tape" },
    option "tie" "“Take Kobby along. He's never met a mayor.”" { when = no(promised(notice)),
      listen(kobby), greta "The tie. Fine. Why not.",
      "He comes back at four with one ear red.", kobby "He asked for my view. On the bear. I gave it.", go "tape" },
    option "no" "“Not today. I've got work that has a date on it.”" { when = no(promised(notice)),
      steer(greta), greta "Right.", "She speeds up again.",
      when(all { open(plan), no(done(plan)) }) { work(plan, 2), "Till five you do barriers, two metres ten at a time." },
      otherwise_when(all { open(page), no(done(page)) }) { work(page, 2), "Till five you write. Half of it is about toilets." },
      otherwise { "Till five you do next month's closures. There's a street called Short Street, and you close all of it." },
      go "tape" },
  },
}

scene "tie" {
  notes {
    watch = "Who'd just put it right for him, and calls it kind.",
    prompt = "He can't see the mistake. What would you want, in his chair?",
    why = "It's his first. Told, asked or done for him: it's right each time, and he's another person each time.",
  },
  "His notice is one page with a crest on. It says Mill Street, twice. The Walk goes down Mill Lane.",
  choice {
    option "say" "“It's good. And it's the wrong street.”" { clarify(kobby, "candour"),
      kobby "Oh.", "He corrects it by hand, then on the screen, then by hand again.",
      kobby "Rather you than the public. My mother is the public." },
    option "ask" "“Walk me down it. Where do they turn?”" { ask(kobby), spend { minutes = 20 },
      "He walks two fingers over the map, down Mill Street, and into the river.",
      kobby "It's Lane. Oh, thank you. My mother reads these out at breakfast. She's bought a frame.", learn(kobby, "mother") },
    option "fix" "Change it yourself, while he fetches water." { fix(kobby),
      "When he comes back it says Lane.", kobby "Was that, had I? You could have said.", "He drinks the water he'd brought for you." },
  },
  go "tape",
}
