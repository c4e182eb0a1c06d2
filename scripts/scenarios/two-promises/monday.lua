-- Monday to Wednesday: fourteen hours' promises, twelve hours.
local gerrit, keziah = person "gerrit", person "keziah"
local folder, book, four, seven = commitment "folder", commitment "book", commitment "four", commitment "seven"

local aloud = flag "aloud" -- Gerrit's seven weeks were read out to him
local tired = flag "tired"
local full = flag "full"   -- late, but all there on Thursday morning
local rung = flag "rung"   -- Gerrit was told the evening before

local function box() return any { promised(book), promised(four) } end

scene "monday" { at = "Mon 08:10",
  notes {
    say = "Count before you answer: how many hours are there, and how many are spoken for?",
    watch = "Who counts. Who looks at Gerrit instead.",
    prompt = "Which of the four answers is the friendly one? On Thursday too?",
    why = "Saying yes to two people is easy. It's one of them who'll pay for it.",
  },
  "Harbour Street, nine chairs. The machines have rinsed themselves and show a green lamp each. You're the senior nurse, and at twenty-nine the youngest person in the room.",
  "Gerrit comes out of the store backwards, hugging a shoe box. *WATER*, it says.",
  gerrit "The inspector comes on Thursday, at nine. And the water book's been asleep since August.",
  "Every morning somebody writes the chlorine on a slip. Eleven weeks of slips went into the box, and not into the book. It's eight hours' copying.",
  gerrit "You've got a clear hand. Could I have it on Wednesday, by five?",
  "In October, with cake in your mouth, you promised Keziah six supervised needles by Thursday noon. That's six hours. Between the patients you've got about twelve.",
  promise(folder),
  choice {
    option "all" "“Wednesday at five.”" { promise(book), gerrit "I could kiss the box.",
      "He doesn't. He puts it on your chair, so that you can't sit down without it.", go "keziah" },
    option "four" "“I can do four weeks of it. Not eleven.”" { promise(four), promise(seven),
      "He looks into the box as if it were a fridge.",
      gerrit "Four. Then I'll do the other seven. At home, under the good lamp.", go "keziah" },
    option "no" "“I can't. I've promised Keziah.”" { gerrit "No. Quite right. Quite right.",
      "He goes back into the store, forwards this time. It's a small store. You can hear him look for somewhere to put the box.", go "keziah" },
    option "how" "“How did it get to be eleven weeks?”" {
      notes { why = "He'd never have said it unasked: it makes the box heavier, and the answer better." },
      ask(gerrit), learn(gerrit, "spring"),
      gerrit "It got to be one. Two was embarrassing. After five one needs a box.",
      gerrit "In spring they closed seven, eight and nine. For a month, for one page. Mrs Tennant went forty miles, each way, with a bowl on her lap.",
      go "monday_why" },
  },
}

scene "monday_why" {
  notes {
    watch = "Who says yes faster than before.",
    prompt = "Now that you know about spring: is your answer any different? Are your hours?",
    why = "Knowing why makes it harder to say no, and easier to say when.",
  },
  "Behind him Mrs Tennant is sitting in the hall, four hours early, because of the taxi. She lifts a knitting needle, by way of good morning.",
  choice {
    option "all" "“Then you'll have it. Wednesday at five.”" { promise(book), gerrit "I could kiss the box.",
      "He puts it on your chair, so that you can't sit down without it." },
    option "eight" "“Wednesday's Keziah's. Thursday at eight, before he's here.”" { promise(book, { due = "Thu 08:00" }),
      gerrit "Eight. Then I'm here at seven, and we can both look at the door.",
      "He puts the box on your chair, and takes the lid off again, to see if it's got less." },
    option "four" "“I can do four weeks of it. Not eleven.”" { promise(four), promise(seven),
      gerrit "Four. Then I'll do seven. At home, under the good lamp.", "He counts the slips out for you. He counts them twice, by touch." },
  },
  go "keziah",
}

scene "keziah" { at = "Mon 10:20",
  notes {
    watch = "“We're fine.” Whether anybody in the room has said that this week.",
    prompt = "What does she do with your answer, after you've walked away?",
    why = "A no or a maybe in time is worth more to her than a yes.",
  },
  "Keziah carried the post for twenty years, and has been two in a tunic. She lays out needles like letters: first house, second house, third.",
  keziah "It's the same job. You ring, you smile, and there might be something behind the door that bites.",
  keziah "Six by Thursday noon, and then me on the ten past twelve to the college. By hand. I don't trust the post. I was the post.",
  keziah "They take eight of us. Are we all right, you and me?",
  choice {
    option "fine" "“We're fine.”" { keziah "Then I'll stop asking.",
      "She writes to her daughter. *Fine*, with a capital. Then she draws six boxes on a sheet and hangs it on your locker." },
    option "tight" "“It's tight. I've got Gerrit's box on my chair.”" { when = box(), clarify(keziah, "notice"),
      keziah "Thank you. If it's a no, tell me at the door. Don't let me get into the hall with my bag.",
      "She draws six boxes on a sheet, and hangs it on your locker." },
    option "told" "“We are. I told Gerrit no.”" { when = no(box()), keziah "For me? You told him no?",
      "You both look over to the store, where something falls off something.", keziah "Somebody go and help that man. Not you." },
    option "which" "“Which of the six don't you like?”" { ask(keziah), learn(keziah, "hands"),
      keziah "Four. Mr Adeyemi, left arm. It rolls. My hand shook, the first time. He told me about Lagos till it stopped. He's from Leicester.",
      "She draws six boxes on a sheet, and hangs it on your locker. In the fourth there's a small wave." },
  },
  go "monday_desk",
}

local function slips()
  return option "slips" "Let Gerrit read you some of the slips." { when = no(knows(gerrit, "eyes")),
    ask(gerrit), learn(gerrit, "eyes"),
    "He holds the first one out, and then a bit further. Then he's run out of arm.",
    gerrit "Three. Or eight. It was a three when I wrote it.",
    gerrit "They're doing the eyes in January. It isn't a secret. I just haven't said it to anybody." }
end

scene "monday_desk" { at = "Mon 13:00",
  notes {
    say = "Four hours. Whose are they?",
    watch = "Whether they begin with the one who's nearer, louder, or sooner.",
    prompt = "Fourteen hours into twelve. Which two don't you do, and who hears it today?",
    why = "On Monday both can still be asked for another time.",
  },
  "Nine machines hum in three different keys. Mrs Tennant is knitting a sleeve, by the clock: four hours, eleven centimetres. Keziah washes her hands up to the elbows.",
  when(box()) { "The shoe box sits on your chair, and you stand." },
  desk { till = "Mon 17:00", talk = {}, slips() },
  go "tuesday",
}

-- Tuesday -----------------------------------------------------------------------------------------------

scene "tuesday" { at = "Tue 11:20",
  notes {
    watch = "Who takes the two hours for the one who isn't asking.",
    prompt = "Each of them can see what you're doing with the other. What do they make of it?",
    why = "They work eight metres apart. What one gets, the other hears about.",
  },
  "Twenty past eleven. Chair six gives its alarm. The man in it used to be a bookmaker. He's lying on his tube, and offers you three to one that it's the left arm.",
  when(kept(four)) { "Gerrit has been showing people your four weeks. He showed them to the man with the oxygen." },
  otherwise_when(box()) { gerrit "Take your time with the box. I only look because I walk past.", "It's the fourth time he's walked past." },
  otherwise { "Gerrit's in the store, with the door nearly shut and the light on." },
  "Till one nobody needs you.",
  choice {
    option "needles" "“Keziah, gloves. Mr Adeyemi's free.”" { work(folder, 2),
      "The vein rolls. She waits for it, and talks to it as she would to a dog on a path. Then she's in.",
      keziah "He didn't even stop his crossword." },
    option "box" "Take the box into the quiet corner." { when = any { all { open(book), no(done(book)) }, all { open(four), no(done(four)) } },
      when(open(book)) { work(book, 2) }, otherwise { work(four, 2) },
      "Point three, point two, point three. In September somebody has drawn a fish.",
      "Keziah does Mr Adeyemi's temperature. She does it quite near you." },
    option "offer" "“Gerrit, give me four of the weeks after all.”" { when = no(box()), promise(four), promise(seven),
      "He's sitting on the step stool, with slips on both knees.", gerrit "Four. You're sure. Then I'll manage the seven.",
      "Keziah has heard it. She counts the boxes on your locker, with her finger." },
    option "kitchen" "Eat something. They're both in the kitchen." { listen(gerrit), listen(keziah), learn(keziah, "wage"),
      gerrit "You press B4 and you get B6. I've eaten raisins since March.",
      keziah "I took a third less money to come here. Ask me what I do with B4.", "She hits it with the flat of her hand, low down. It gives her a Twix." },
  },
  go "coats",
}

scene "coats" { at = "Tue 16:50",
  notes {
    watch = "The pause after “It's going well”.",
    prompt = "You've got both of them in front of you, and a day left. What would you want to be told?",
    why = "Said to both at once, early, it can still be shared out. It's also the moment when it's hardest to say.",
  },
  "Ten to five, by the hooks. They leave together as far as the gate, because of the dark bit by the bins.",
  when(box()) {
    keziah "Gerrit says it's going well, with the box.", when(kept(folder)) { gerrit "Keziah says six. Six out of six." },
    otherwise { gerrit "Keziah says it's going well, with the needles." },
    "They both look at you, kindly.",
    choice {
      option "well" "“It's going well.”" { "“Good,” they say, at the same time, and that makes them laugh. You can hear them as far as the bins." },
      option "sum" "“There's more left than there are hours.”" {
        ask(gerrit), clarify(gerrit, "notice"), clarify(keziah, "notice"),
        "Keziah stops with one arm in her coat.", keziah "Then I want it at the door. Not when I'm in the hall with my bag.",
        gerrit "And I want it the evening before. Then I can lie awake on purpose.", "They don't laugh on the way to the bins." },
      option "order" "“First Keziah's six. Then the box.”" { listen(keziah), steer(gerrit),
        gerrit "Quite right. She was first.", "He holds the door open for her, and then for a bit longer than that." },
    } },
  otherwise {
    gerrit "I'm nearly through. I'm at the fish.", "There's a slip stuck to his sleeve. Keziah takes it off, and reads it, and gives it back the right way up.",
    choice {
      option "give" "“Give me the last four weeks, Gerrit.”" { promise(four), promise(seven),
        gerrit "Would you? No. Would you?", "He has them with him, in an envelope, in order." },
      option "arm" "“You hold them very far away.”" { ask(gerrit), learn(gerrit, "eyes"),
        gerrit "They're doing the eyes in January.", keziah "You read me chair two's chart this morning.", gerrit "I know chair two." },
      option "night" "“Night, you two.”" { "At the gate they're still standing. He's telling her about B4, with his hands." },
    } },
  go "wednesday",
}

-- Wednesday ---------------------------------------------------------------------------------------------

scene "wednesday" { at = "Wed 08:00",
  notes {
    say = "Wednesday. At five it's Gerrit, tomorrow noon it's Keziah. Count again.",
    watch = "Who takes up a telephone, and who takes up a pen.",
    prompt = "What could Gerrit still do with a no at eight in the morning? And Keziah?",
    why = "Some of it won't fit. It can still be said while it's worth something.",
  },
  "Gerrit's brought his tie already, for tomorrow. It hangs on the drip stand in the store, and has its own wheels.",
  gerrit "My wedding tie. I've got another one, but that one's been to funerals.",
  desk { till = "Wed 12:00", talk = {}, slips(),
    option "read" "Read Gerrit his seven weeks, and let him write." { when = all { promised(seven), knows(gerrit, "eyes"), no(is(aloud)) },
      set(aloud), listen(gerrit),
      "You read, he writes, in capitals. After an hour you've got a rhythm, like two people folding sheets.",
      gerrit "Point three. Did you know there's a fish in September?" },
  },
  go "noon",
}

scene "noon" { at = "Wed 12:10",
  notes {
    say = "Two hours, and two names. This is the one to argue about.",
    watch = "How attractive it is to do both at once.",
    prompt = "What does each of them lose? Which of them have you asked?",
    why = "There's no clever way out of it any more. There are honest ones.",
  },
  "Ten past twelve. Lunch is a banana over the sink. From two to four you're nobody's, and after that it's the evening shift till eight.",
  when(all { open(folder), no(done(folder)) }) { "Keziah's sheet on your locker has empty boxes." },
  when(any { all { open(book), no(done(book)) }, all { open(four), no(done(four)) } }) { "In the shoe box you can't see the bottom yet." },
  -- One promise left, and its date already moved: there's nothing to weigh.
  when(all { no(all { open(folder), no(done(folder)) }),
    any { all { open(book), no(done(book)), no(due_within(book, 5)) }, all { open(four), no(done(four)), no(due_within(four, 5)) } } }) {
    when(open(book)) { work(book, 2) }, otherwise { work(four, 2) },
    "From two to four it's you and the box. Point two, point two, point three. Gerrit goes past once, on tiptoe, with a tray.",
    go "evening" },
  choice {
    option "needles" "Needles with Keziah." { when = all { open(folder), no(done(folder)) }, work(folder, 2),
      when(done(folder)) { "Six boxes, six ticks. She takes the sheet off your locker and looks at the back of it too." },
      otherwise { "Two more. She asks after each one what was wrong with it, and writes it down.",
        keziah "And the rest? Tomorrow it's the inspector.", "You say you'll see." } },
    option "box" "Two hours with the shoe box." { when = any { all { open(book), no(done(book)) }, all { open(four), no(done(four)) } },
      when(open(book)) { work(book, 2) }, otherwise { work(four, 2) },
      "Point two, point two, point three.", when(open(folder)) { "At four Keziah gets her coat. She takes it off the hook very slowly, for a coat." } },
    option "both" "Copy at the desk, and watch her from there." {
      when = all { open(folder), no(done(folder)), any { all { open(book), no(done(book)) }, all { open(four), no(done(four)) } } },
      notes { prompt = "You were in the room. What is it exactly that you sign? Whose arm is it the next time?" },
      cover_up(folder), when(open(book)) { work(book, 2) }, otherwise { work(four, 2) },
      "It's eight metres. She does all that's left on her sheet, one arm after the other. You look up when she says “sharp”, and beside each you write *good*.",
      keziah "Was the angle all right, on five?", "You say five was fine." },
    option "later" "“Gerrit, eight tomorrow morning. Not five today.”" { when = any {
        all { open(book), no(done(book)), due_within(book, 5) }, all { open(four), no(done(four)), due_within(four, 5) } },
      when(open(book)) { move(book, "Thu 08:00") }, otherwise { move(four, "Thu 08:00") },
      gerrit "Eight. Then I'll iron tonight, and not look at the door.",
      when(all { open(folder), no(done(folder)) }) { work(folder, 2), "So from two to four it's Keziah. She doesn't ask what it cost." },
      otherwise { spend { hours = 2 }, "You lie down on the stretcher in the store for as long as the tie allows." } },
    option "door" "“Keziah, it's a no for Thursday. Could it be Friday?”" { when = all { open(folder), no(done(folder)) },
      move(folder, "Fri 12:00"),
      when(clarified(keziah, "notice")) { keziah "At the door. Thank you.", "She rings the college from the yard. They give her till Friday noon, once." },
      otherwise { "She rings the college from the yard. You can see her walk up and down. They give her till Friday noon, once.",
        keziah "I'd told my daughter fine. I'll tell her it's nearly fine." },
      when(open(book)) { work(book, 2) }, otherwise_when(open(four)) { work(four, 2) } },
    option "store" "Knock at the store. Gerrit's got the light on." { when = no(any { all { open(book), no(done(book)) }, all { open(four), no(done(four)) } }),
      ask(gerrit), learn(gerrit, "eyes"),
      gerrit "Read me that. Is it a three?", "It's an eight. He writes it down, large.",
      when(promised(seven)) { set(aloud), "You read till four. Nobody mentions eyes till he does." },
      otherwise { gerrit "They're doing them in January. Go, go. You've got your Keziah." } },
    option "tea" "Take Mrs Tennant her tea." { when = no(any { all { open(book), no(done(book)) }, all { open(four), no(done(four)) } }),
      "“You watch him at the Christmas dinner,” she says. “He always has the fish. It's the only thing on the menu he doesn't have to read.”",
      "She holds the sleeve up against you, for the length." },
    option "shoes" "Sit down with your shoes off." { when = no(any { all { open(book), no(done(book)) }, all { open(four), no(done(four)) } }),
      listen(keziah), "Keziah sits down too. For nine minutes nobody bleeps.", keziah "In the post we'd have called this a strike." },
  },
  go "evening",
}

scene "evening" { at = "Wed 20:05",
  notes {
    say = "Five past eight. It's still possible to do something decent, and none of it's comfortable.",
    watch = "Those who'd sooner copy all night than make one call.",
    prompt = "What can Gerrit do with eight in the evening that he can't with eight in the morning?",
    why = "Nights can be borrowed, at interest. A telephone is cheaper.",
  },
  when(any { all { open(book), no(done(book)) }, all { open(four), no(done(four)) } }) {
    "Five past eight. You've got the shoe box on the passenger seat, with the belt round it. Gerrit went at six, to have a shirt ironed.",
    choice {
      option "night" "Take it home, and copy till it's done." { set(tired), spend { energy = 3 },
        when(open(book)) { work(book, 2), when(no(done(book))) { work(book, 2) }, when(no(done(book))) { work(book, 2) } },
        otherwise { work(four, 2), when(no(done(four))) { work(four, 2) } },
        "At some point a three looks at you like a beetle. You turn the slip round. It's still a three, or an eight." },
      option "six" "Sleep, and do two hours at six." {
        when(open(book)) { spend { hours = 9, minutes = 55 }, work(book, 2) }, otherwise { spend { hours = 9, minutes = 55 }, work(four, 2) },
        "At six it's you, the box, and the man who does the floor. He lifts the box for you, mops, and puts it back." },
      option "ring" "“Gerrit, come back in. I read, you write.”" { when = knows(gerrit, "eyes"),
        ask(gerrit),
        when(open(book)) { work(book, 2), when(no(done(book))) { work(book, 2) } }, otherwise { work(four, 2), when(no(done(four))) { work(four, 2) } },
        "He comes by bicycle, with chips and a lamp. You read, he writes capitals. At half past ten he says he hasn't been so tired in a good way since the flood." },
    } },
  otherwise_when(any { missed(book), missed(four) }) {
    "Five past eight. At five nobody came for the book: Gerrit had gone to have a shirt ironed. The box stands on your table, and you stand in front of it in your coat.",
    choice {
      option "tell_him" "Ring him. “It isn't done, and it won't be.”" { set(rung), clarify(gerrit, "notice"),
        when(missed(book)) { own_up(book) }, otherwise { own_up(four) }, apologise(gerrit) { "responsibility" },
        gerrit "Ah.", "There's an iron in it, hissing.",
        gerrit "No, now's all right. Vance is from Goes. I'll ring him tonight. You can talk to people from Goes, the evening before." },
      option "copy" "Take the coat off. He'll have it at eight." { set(tired), set(full), spend { hours = 7, energy = 5 },
        "You hear the street sweeper twice, once in each direction. Week three goes well. After week nine they all go the same way." },
      option "bed" "Home. You've been up since five." { "You put the lid on, so that the cleaner won't think they're rubbish.",
        "In bed you do the sum once more. It was fourteen on Monday, too." },
    } },
  otherwise { "Five past eight. The last taxi has gone. You switch off the lamps one by one, and the ninth machine says goodbye in German, as it does. Nobody's found out how to stop it." },
  go "thursday",
}
