-- Monday and Tuesday: three words that sound like times, and one gate.
local ewart, leyla, juno = person "ewart", person "leyla", person "juno"
local cones, route, notice = commitment "cones", commitment "route", commitment "notice"
local bollard = commitment "bollard"

local after = flag "after" -- the cones were done after his one o'clock
local dusk = flag "dusk"   -- Tuesday's over
local ahead = flag "ahead" -- and yet a day and a half before the new date that he agreed to

scene "monday" { at = "Mon 09:20",
  notes {
    say = "Before we vote: when does your day end? Write the minute down. Don't show anybody.",
    watch = "How sure people are that they've been told a time.",
    prompt = "Whose word is “the end of the day” here? What number did you hear?",
    why = "A standard nobody mentions is still a standard. Asking takes one sentence, and the number may be tighter than you like.",
  },
  "The clock over the town hall stairs says ten past four. It has since 1987.",
  "You came in spring from the airport, from the gates. There, less than fifteen minutes late is on time. It's in the statistics.",
  "Friday is the Pear Fair: two thousand people in the square, a wedding upstairs at noon, a carriage to drive it away, and a hole in Bell Lane.",
  "Ewart from the works yard is at your counter. He takes his helmet off for it.",
  ewart "The cone plan. Which streets, how many, which way they face. You draw it, my lot put it out.",
  ewart "End of the day tomorrow does me. No hurry.",
  "It's four hours' work.",
  choice {
    option "end" "“End of the day tomorrow. Fine.”" { promise(cones),
      ewart "Grand.", "He writes it on his hand, under a telephone number.", go "corridor" },
    option "ask" "“When does your day end?”" { ask(ewart), clarify(ewart, "notice"),
      "He has to think. It may be the first time he's been asked.",
      ewart "Two. But a thing has to hang on my board by one, on paper, or it isn't there for the morning.",
      promise(cones, { due = "Tue 13:00" }), ewart "So that's one o'clock for you. Tomorrow.", go "corridor" },
    option "mail" "“I'll mail it tonight. Then it's off both our desks.”" { promise(cones, { due = "Mon 17:00" }),
      ewart "If you like.", "He puts the helmet on again, at the door, with both hands.", go "corridor" },
  },
}

scene "corridor" { at = "Mon 10:49",
  notes {
    watch = "Who smiles at “around”, and who'd have said it.",
    prompt = "She has eleven minutes. What would you spend one of them on?",
    why = "Detail is a standard too. For her a vague time is a person standing outside.",
  },
  "Upstairs somebody says “I do”, and then says it again, louder. Leyla comes out with a register under her arm and rice in her scarf.",
  leyla "Eleven minutes. Friday: they leave at noon, by carriage. I need a route. Who opens what, in what order, and when.",
  leyla "The coachman's coming to try it on Wednesday, half past nine. Ewart's having the bollard out of the arch for us that morning.",
  promise(bollard),
  "Two hours' work.",
  choice {
    option "about" "“Out at noon, at the arch about ten past. I'll draw it.”" { promise(route),
      leyla "About.", "She looks at you, and then at the stairs, where the next lot are being photographed with a fern.", leyla "Thank you. Wednesday." },
    option "minute" "“How exact do you want it?”" { ask(leyla), clarify(leyla, "detail"), promise(route),
      leyla "The minute. When I say “about”, somebody misses the wedding, and they'd bought a hat for it.",
      leyla "Every gate, every corner. Two hours with a map, and one on your feet. Walk it like a horse." },
    option "coach" "“Let's ask the coachman. It's his horse.”" { shared_agenda(leyla), promise(route),
      leyla "Denzil? He goes when she's done eating.", "But she writes his number on your wrist, with the good pen, the one for marriages." },
  },
  go "chair",
}

scene "chair" { at = "Mon 11:30",
  notes {
    watch = "People who say yes to be nice, and how long the yes lasts.",
    prompt = "“A quick look”: quick by whose watch? And a look at what?",
    why = "For her an answer and the work are two things. The answer is what has two hours.",
  },
  "Juno rolls in without knocking, a laptop shut on her knees and one earphone in.",
  juno "The fair notice. Streets, times, where the buses go instead. Could you give it a quick look?",
  "You open it. Bell Lane is in it twice, in two different places. It's two hours, to do it decently.",
  choice {
    option "glance" "“Sure, I'll give it a look.”" { promise(notice),
      juno "You're a hero.", "She's gone before the door has stopped moving. You write *Juno, notice* under Wednesday." },
    option "sort" "“What sort of look, and how quick is quick?”" { ask(juno), clarify(juno, "replies"), promise(notice),
      juno "In two hours a yes or a no. Or an egg timer: “I'm on it, Wednesday, noon.” I don't mind when. I mind nothing.",
      juno "So, Wednesday, noon? I'll hold it. I've never held anything that long." },
    option "no" "“Not this week. Ewart knows the streets. Ask him.”" {
      juno "A no! In under a minute! I could frame you.", "She's already writing to Ewart. You can hear how fast." },
  },
  go "monday_desk",
}

scene "monday_desk" { at = "Mon 13:00",
  notes { say = "Four hours, three people. Who gets the first two?",
    watch = "Who begins with the nearest date, and who with the person they'd like to please.",
    prompt = "Which of the three have you asked what they'll do with it, and at what o'clock?",
    why = "The ledger shows your dates. It can't show theirs until somebody has asked." },
  "Under your window two of Ewart's people are looking into the hole. A third comes, and looks too. It's one o'clock. At two they're gone, all three, and so is the van.",
  desk { till = "Mon 17:00", talk = {},
    option "hole" "Go and look into the hole as well." { when = no(knows(ewart, "morning")), costs = { hours = 1, energy = 1 },
      ask(ewart), learn(ewart, "morning"),
      "It's a drain. Victorian, says the youngest, as if she'd built it. You ask when it's filled in.",
      "“Thursday morning. That's half five till nine, mind. Ewart says after nine it's day.”" },
    option "buses" "Sit with Juno and answer the comments." { when = no(took "monday_desk.buses"), listen(juno),
      "There are ninety. *Will there be pears*, asks one. She lets you do that one.",
      juno "See? Yes. It took you four seconds, and now he can sleep." },
  },
  go "tuesday",
}

scene "tuesday" { at = "Tue 08:55",
  notes { watch = "How long it takes the room to say “but she never told me”.",
    prompt = "What did Juno hear in a day without an answer? How long do you wait, before nothing means yes?",
    why = "A standard broken unknowingly costs a third of a broken promise, and can still be cleared up." },
  when(all { open(notice), any { moved(notice), told(notice) } }) {
    juno "You said later. Later's an answer, so it isn't out. I had my thumb on it.",
    when(no(clarified(juno, "replies"))) { clarify(juno, "replies"), "Two hours, she says. After two hours of nothing she lets go of the thumb." } },
  otherwise_when(all { open(notice), no(clarified(juno, "replies")) }) {
    breaks(juno, "replies"),
    "A bus goes by under the window. On a sheet in its back window it says that Bell Lane is closed, and that Bell Lane is open.",
    juno "You never said anything, so I took it as a yes. It went out at two.",
    juno "You'd have said, wouldn't you? If it was a no?",
    choice {
      option "long" "“How long do you wait before nothing means yes?”" { ask(juno), clarify(juno, "replies"),
        juno "Two hours. It used to be longer.", "She takes out the earphone.",
        juno "Then look at it now, for the second edition? Same Wednesday." },
      option "wed" "“I'd put you down for Wednesday. It says Wednesday here.”" { defend(juno),
        juno "No, totally. It's a really nice calendar.", "She's put the other earphone in as well." },
      option "pen" "“Give me the bus. I'll go out with a pen.”" { fix(juno), spend { minutes = 30, energy = 1 },
        "There are seven buses. You catch two, at the lights. The drivers like you.",
        juno "That was sweet. It's on five thousand phones, though." },
    } },
  otherwise_when(took "chair.no") {
    juno "Ewart hasn't answered. I wrote four times. Does he not like me?",
    "She shows you. *Seen: never.*",
    choice {
      option "board" "“He hasn't got mail. Print it, and hang it on his board.”" { when = clarified(ewart, "notice"),
        listen(juno), juno "Print it. On what, on the *printer*?", "She goes off to find out where it lives. Before one it hangs on his board, on two magnets." },
      option "wait" "“Give him time. He's slow, and he's right.”" { steer(juno), juno "I gave him a day. That's twelve of mine.",
        "At ten she puts it out as it is, with both Bell Lanes." },
      option "take" "“Give it here after all. Thursday, end of the day.”" { clarify(juno, "replies"), promise(commitment "signs"),
        juno "Is that yes with an egg timer? I can do egg timers. It's two hours of nothing I can't do." },
      option "wander" "“Come with me, we'll ask him to his face.”" { when = no(clarified(ewart, "notice")),
        spend { minutes = 45, energy = 1 }, ask(ewart), clarify(ewart, "notice"),
        ewart "Mail? I've got a board. Paper, by one, and it's as good as done.",
        "He shows Juno the board. She takes a picture of it, front and back." },
    } },
  otherwise_when(kept(notice)) { juno "Two people wrote to say they understood the notice. I've printed them out. I had to ask where the printer was." },
  otherwise { juno "Morning. Egg timer says noon tomorrow. I'm not looking at it. I've turned it round." },
  go "tuesday_desk",
}

scene "tuesday_desk" { at = "Tue 09:45",
  notes { watch = "Who knows about one o'clock, and what they do with it.",
    prompt = "Where does Ewart's day end, and where does yours? What lies in between?",
    why = "Two dates in the ledger, and perhaps a third that isn't in it." },
  "By the lift somebody has hung a poster for the fair. *Opens early!* it says. Somebody else has written *when* under it, and a third hand, *soon*.",
  desk { till = "Tue 13:00", talk = {},
    option "walk" "Walk the carriage's way, with a stopwatch." { when = no(took "tuesday_desk.walk"), listen(leyla),
      "From the side door to the arch it's two hundred and eleven steps. Leyla leans out between two weddings and shouts down that horses don't take steps.",
      when(no(clarified(leyla, "detail"))) { clarify(leyla, "detail"), leyla "And put the minute! Not “about”! I have hats up here!" },
      when(all { open(route), no(done(route)) }) { "You write the minutes on your hand. Now it only has to be drawn." },
      otherwise { "You write the minutes on your hand." } },
  },
  go "afternoon_tuesday",
}

scene "afternoon_tuesday" {
  when(all { open(cones), no(clarified(ewart, "notice")) }) {
    when(moved(cones)) { set(ahead) },
    otherwise { set(after) },
    "Till three it's the fire brigade. They'd like to know how wide a pear stall is. They've brought one, to be sure.",
    spend { hours = 2 }, work(cones, 2),
    when(done(cones)) { "Then it's the cone plan, and you get to like it. The ones on the corners have little flags." },
    otherwise { "Then it's the cone plan. At five there are cones on half of it, and the other half is white." } },
  otherwise {
    "The afternoon belongs to the fire brigade. They'd like to know how wide a pear stall is. They've brought one, to be sure." },
  go "five",
}

scene "five" { at = "Tue 17:05",
  when(all { kept(cones), is(ahead) }) {
    "At five you carry the cones over to the yard, a day and a half early. The gate's shut, with a chain on it. *For tomorrow: on paper, by one*, it says there. For Thursday there's still room. You push it through the slot, past a dog.",
    clarify(ewart, "notice") },
  otherwise_when(all { no(clarified(ewart, "notice")),
    any { all { kept(cones), any { is(after), took "monday.mail" } }, all { missed(cones), is(after) } } }) { go "gate" },
  otherwise_when(kept(cones)) {
    "The cone plan hung on Ewart's nail before one. At half past, somebody came over to ask which way up it goes, and since then eleven cones have passed on a trailer.",
    when(no(clarified(ewart, "notice"))) { "On the next nail hangs tomorrow's list. *By one*, it says at the top, underlined twice.", clarify(ewart, "notice") } },
  otherwise_when(any { missed(cones), no(promised(cones)) }) {
    "At five you look in at the yard. The gate's shut. Somebody has put last year's cones out in rows and counted them in chalk, and then counted them again." },
  otherwise { "At five you do look in at the yard, but the gate's shut." },
  go "evening",
}

scene "gate" {
  notes { say = "You're on time. There's nobody there to see it.",
    watch = "Who's angry with Ewart, and who with the dog.",
    prompt = "Who has broken something here, and at what o'clock? Which of these three does he find in the morning?",
    why = "Kept by your clock and late by his. Nobody has lied, and something has broken." },
  when(kept(cones)) { breaks(ewart, "notice") },
  when(missed(cones)) { "Four streets of seven you've got, so you carry those over to the yard. The gate's shut, with a chain on it. It's five past five, and has been dark in there since two." },
  otherwise_when(is(after)) { "You carry it over to the yard yourself. The gate's shut, with a chain on it. It's five past five, and has been dark in there since two." },
  otherwise { "At five past five you go past the yard. The gate's shut, with a chain on it. You mailed the cones yesterday." },
  "Behind the bars is a dog, behind the dog a board, and on the board a nail with nothing on it. *CONES?* it says above, in chalk.",
  "On the gate: *In case of flood*, and a telephone number.",
  choice {
    option "ring" "It isn't a flood. Ring it." { ask(ewart), clarify(ewart, "notice"), spend { energy = 1 },
      "It rings for a long time.", ewart "Is it the river?", "It isn't the river. He was asleep. He gets up at ten past four.",
      when(missed(cones)) { own_up(cones) },
      ewart "By one, on paper, or it's not there for the morning. Well, read it me, then. Slowly. I've a pencil by the bed.",
      when(owned(cones)) { "You read him four streets.", ewart "And the other three? Like last year, then. Last year we hadn't a hole." } },
    option "under" "Push it under the gate, with a stone on top." {
      "The dog moves the stone and sits down on the plan. From there, says a sign, nothing will move her till half past five." },
    option "early" "Set your alarm for five, and hang it up yourself." { spend { energy = 3 },
      "Five. You look at the number on your phone. It asks if you're sure." },
  },
  go "evening",
}

scene "evening" {
  set(dusk),
  notes { watch = "Whether “tomorrow” sounds like a decision.",
    prompt = "Three ways to end a Tuesday. Which one does nobody notice until Wednesday?",
    why = "Keeping a date costs an evening. Moving it early costs nearly nothing. Leaving it is a choice, too." },
  when(any { open(route), open(notice), open(cones) }) {
    when(all { open(route), open(notice) }) { "On your desk the route is lying on top of Juno's notice. Neither of them's finished. The cleaner asks if you're coming or going." },
    otherwise_when(open(route)) { "On your desk lies the route, with one arrow on it. The cleaner asks if you're coming or going." },
    otherwise_when(open(notice)) { "On your desk lies Juno's notice. You've got as far as the headline. The cleaner asks if you're coming or going." },
    otherwise { "On your desk lies the cone plan, with white on it. The cleaner asks if you're coming or going." },
    when(all { open(cones), any { open(route), open(notice) } }) { "The cone plan lies under it. That one's got a new date, and nobody has added up the cones." },
    choice {
      option "home" "Take it home. There's a table there, too." { costs = { energy = 3 },
        notes { why = "Keeping costs as well. It comes out of the evening." },
        when(open(route)) { work(route, 2) },
        when(open(notice)) { work(notice, 2) },
        when(open(cones)) { work(cones, 2), when(no(done(cones))) { work(cones, 2) } },
        "At home it lies between the butter and your sister's jigsaw. You find two streets, and a piece of sky." },
      option "ask" "Ask for Thursday instead, now, before anyone's asleep." { when = any { open(route), open(notice) },
        when(open(route)) { move(route, "Thu 17:00"), leyla "Then I'll lead her through by hand tomorrow. I've led worse." },
        when(open(notice)) { move(notice, "Thu 17:00") },
        "By six you've got your answers. You go home with nothing in your hands." },
      option "sleep" "Switch the light off. You're better in the mornings." {
        "You are, too. But the morning begins with a burst pipe in the toilets, and a plumber who needs somebody to hold something." },
    } },
  when(took "gate.early") { go "dawn" },
  otherwise { go "wednesday" },
}

scene "dawn" { at = "Wed 05:25",
  "You stand at the gate in two coats. He looks at you, and at his watch, and gives you half his egg roll.",
  their_agenda(ewart), clarify(ewart, "notice"),
  when(missed(cones)) { own_up(cones), "Four streets, you say, and three to come. He looks along the fence, as if they might be there." },
  ewart "By one the day before, it wants to be up. But I've never seen one of you with the lamps on.",
  go "wednesday",
}
