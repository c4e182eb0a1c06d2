-- Monday and Tuesday: three requests, four hours left of the day, and ten to eleven.
local maya, sam, lin = person "maya", person "sam", person "lin"
local brief, slides, numbers = commitment "brief", commitment "slides", commitment "numbers"
local figures = commitment "figures"

scene "monday" { at = "Mon 09:10",
  notes {
    say = "Before we vote: who here has named a time this week with their coat still on?",
    watch = "People who answer with how long the work takes, when she asked when she can have it.",
    prompt = "What do you know about the Wednesday at this point? What did nobody ask?",
    why = "A promise costs nothing on the day it is made. The standard behind it is still unknown.",
  },
  "The radiator under your window knocks twice and gives up. Maya is sitting on it in her coat, peeling somebody else's clementine.",
  "You've had this desk since January. You write things, and other people stand up with them. Ben's name is still on the stapler.",
  maya "The Kestrel brief. Six pages: what the winter boats are for, who's on them, what it costs.",
  maya "I'm in front of Pell and the rest of their board on Wednesday at three. Could I have it tomorrow at one?",
  "It's six hours' work, if nobody talks to you.",
  choice {
    option "noon" "“Tomorrow at one. No problem.”" { promise(brief),
      maya "Lovely. Then I can stop thinking about it.",
      "You can see it happen: she starts to hum, and puts the peel in your pen pot.", go "asks" },
    option "why" "“What do you do with it between one and Wednesday at three?”" {
      notes { why = "An open question. It costs a minute, and opens answers that weren't there." },
      ask(maya),
      maya "Read it to my bathroom door. Twice. It's a tough door.",
      maya "In March Ben's came at ten to nine. I stood up at nine. Eleven minutes, with a page five I'd never seen.", learn(maya, "march"),
      maya "So one o'clock is me being careful. Wednesday at nine is the wall.", go "monday_why" },
    option "soon" "“Tomorrow, end of the day. Then it'll be decent.”" { promise(brief, { due = "Tue 17:00" }),
      "She looks at the clementine for a while.", maya "End of the day. Fine.",
      maya "I've got Ada's recorder concert at six. I'll read it behind the programme.", go "asks" },
  },
}

scene "monday_why" {
  notes {
    say = "You've asked, and now you know what one o'clock is for. What do you promise?",
    watch = "Who takes the later time because it's there.",
    prompt = "Two of the three say one o'clock. What does the third line add?",
    why = "Asking opened two answers: a date that fits her wall, and how soon she'd have to know.",
  },
  "She holds out a piece of clementine. It's mostly string.",
  choice {
    option "wall" "“Then Wednesday at nine. Sooner if I can.”" { promise(brief, { due = "Wed 09:00" }),
      maya "Nine I can do. The door only gets one reading.", go "asks" },
    option "noon" "“One o'clock all the same. Have your evening with the door.”" { promise(brief),
      maya "You're sweet. Ben was sweet.", go "asks" },
    option "notice" "“One o'clock. If it slips, how soon must you know?”" { promise(brief),
      maya "Half a day. And ring me. I've got four hundred mails, and one of them's yours.", clarify(maya, "notice"), go "asks" },
  },
}

scene "asks" { at = "Mon 10:20",
  notes {
    watch = "Who hears the third answer as unkind, and who as a relief.",
    prompt = "Which of the three would you have given at twenty past ten on a Monday?",
    why = "Declining early breaks nothing. Asking what hangs on a time can change the time.",
  },
  "Sam, who does the pictures, comes in with his laptop open on both hands, like a tray.",
  sam "You and me are on the boat tomorrow, half past one, till half past five. I'm ringing Kestrel anyway, so by ten you'll have the passenger figures for page four.",
  sam "And, Dunmore's Bakery. Friday. My first one. I've got eleven slides with no words on. Could you do words? By Wednesday, two?",
  promise(figures),
  "Lin from print is behind him, one pair of glasses on and one in her hair.",
  lin "And three numbers. Timetables, posters, those giant things for the piers. How many of each. Tomorrow, three.",
  "Three hours for him, two for her, about.",
  choice {
    option "both" "“Put both on the pile.”" { promise(slides), promise(numbers),
      sam "You're a star.", lin "Under a pile I can't see it. I'll put it on your lamp.",
      "She sticks a yellow note there, and turns the lamp until it's in your eyes." },
    option "ask" "“What happens at two, and what happens at three?”" {
      ask(sam), ask(lin), promise(slides), promise(numbers, { due = "Wed 15:00" }),
      sam "I stammer. Mostly it's asleep. A sentence I haven't said forty times wakes it up. So I need the evenings.", learn(sam, "mouth"),
      lin "My bus, and at half past four the nurse leaves my Josef. The plates can wait till Wednesday, three.", learn(lin, "bus"),
      "She puts the yellow note on your lamp and changes Tue to Wed." },
    option "lin" "“Lin, yes. Sam, I can't. Not this week.”" { promise(numbers),
      sam "No, sure. I'll do words. I know some.", "He carries the laptop out again, level.",
      lin "At least he knows where he is.", "She sticks a yellow note on your lamp." },
  },
  go "monday_desk",
}

scene "monday_desk" { at = "Mon 13:00",
  notes {
    say = "Four hours, and eleven hours of work. What goes first?",
    watch = "Whether anybody sees that a date can still be moved today.",
    prompt = "Eleven into four. Who has to hear about the other seven, and when do they cost least?",
    why = "On Monday a new date costs almost nothing.",
  },
  "Maya is sitting halfway up the stairs, with a pencil and an old envelope. Her knees, she says. Behind the wall Lin's cutter comes down, about once a minute.",
  desk { till = "Mon 17:00", talk = {} },
  go "tuesday",
}

-- Tuesday -----------------------------------------------------------------------------------------------

scene "tuesday" { at = "Tue 09:05", weather = "storm",
  "The alarm goes. It's a drill. The man with the key to stop it lives in Bexhill, so everybody stands in the yard until he comes.",
  lin "I've brought my knitting. I've met him. Last year he came with the wrong key, and we did Secret Santa.",
  "It's raining a little. Maya comes over with a folder on her head.",
  maya "How's it going, up there?",
  "You say it's going.",
  chance {
    odds(1, { "Sam comes over too. He has a folded sheet inside his shirt, to keep it dry: passengers, by month, in round handwriting.",
      sam "February's a bit sad. There's a day with four people. I'd like to meet them." }),
    odds(1, { lets_down(figures),
      "Sam stays at the far end of the yard and reads the rules for bicycles on the wall. Ten o'clock comes and goes. No figures.",
      "When you look over, he's found a second page of rules." }),
  },
  go "eleven",
}

-- The brief is due today. (At ten to eleven it cannot be done yet.)
local function pressed() return due_within(brief, 8) end

scene "eleven" { at = "Tue 10:50",
  notes {
    say = "Ten to eleven. Nobody has broken anything yet.",
    watch = "The room goes quiet at the shut door: it's what most of us do.",
    prompt = "What does the call cost at ten to eleven? What would it have cost at breakfast, or on Monday?",
    why = "A new date agreed before the time is nearly free. A warning without a date is almost as dear as silence.",
  },
  "When it's quiet again, the man has pulled a plug too many, and the shared drive needs eleven minutes to wake up.",
  "At half past one there's the boat. Kestrel wants you to know what you're writing about. No signal past the lighthouse.",
  "The cursor is blinking on page five, behind a fourteen.",
  when(missed(figures)) { "Page four has a hole in it, with Sam's name on." },
  when(all { open(numbers), no(done(numbers)) }) { "The yellow note on the lamp has begun to curl." },
  choice {
    option "door" "Shut the door and write till the taxi comes." {
      notes { prompt = "Who decided here that it would be late? When?" },
      breaks(sam, "replies"), "Your phone buzzes face down, twice.", work(brief, 2),
      when(kept(brief)) { "At ten to one it's done. You send it, and hear it arrive next door. Somebody says “ha”." },
      otherwise { "You write well. At ten to one you have three good pages and a heading. Downstairs the taxi hoots.",
        "Maya is on the phone when you go past. She holds up a thumb and a question mark, with her eyebrows. You hold up a thumb." } },
    option "call" "Ring Maya: all six pages, Wednesday at nine." { when = pressed(),
      move(brief, "Wed 09:00"), maya "Nine, then. Not ten past.",
      "There's a pause with a copier in it.",
      maya "At breakfast I could still have swapped the hairdresser. Now I'll read it under the dryer. Never mind.",
      when(all { open(numbers), no(done(numbers)) }) { work(numbers, 2),
        "That leaves two hours. Lin's numbers just fit into them. She's still in the yard, finishing a row." },
      otherwise { work(brief, 2), "That leaves two hours. Page three goes well." } },
    option "lin" "Do Lin's three numbers before the boat." { when = all { open(numbers), no(done(numbers)) },
      work(numbers, 2), "You carry them down yourself.", lin "Look at that. I'd already got last year's out." },
    option "drive" "Mail Maya: “The drive's down, bear with me.”" { when = all { pressed(), no(missed(figures)) },
      notes { prompt = "It was down, for eleven minutes. What makes this one different from a reason?" },
      cover_up(brief), "She writes back at once. *Poor you. Take the time you need.*",
      "The drive comes back while you're reading it. You use the time. Page three gets rather good. At one she hasn't rung, and at half past there's the taxi." },
    option "figs" "Mail Maya: “Still waiting for Sam's figures.”" { when = all { pressed(), missed(figures) },
      notes { prompt = "Every word of it is true. Who pays for it?" },
      tell(brief), defend(sam), "*OK*, she writes, without a full stop.",
      "Through the glass you see her get up and go over to Sam's desk. You look for a verb.", work(brief, 2) },
    option "sam" "Find Sam. “What happened with Kestrel?”" { when = all { missed(figures), no(pressed()) },
      ask(sam),
      sam "I rang. I got stuck on the K, and she said hello, hello, and hung up. Twice.", learn(sam, "phone"),
      sam "I should've told you last night. I was going to walk down there and ask a person.",
      "You write to the woman together. She sends the table in six minutes, with a smiley. Sam reads the smiley for a while." },
    option "quay" "Go down to the quay early, with a coffee." { when = no(pressed()),
      "The ticket woman lets you sit inside. She's doing a crossword from 2019.",
      "You find her a river in Poland. She tells you which of the captains can't swim." },
  },
  go "boat",
}

scene "boat" { at = "Tue 13:30",
  "The *Kestrel Two* smells of diesel and chips. Sam is green as far as the breakwater and fine after it. Behind the lighthouse the bars on your phone go out, one by one.",
  when(took "eleven.door") {
    sam "I wrote at eleven. Who brings the camera. Then I thought I'd said something wrong.",
    "You ask how fast he needs an answer.",
    sam "A thumb's enough. Before lunch. Then I stop looking.", clarify(sam, "replies") },
  otherwise_when(took "eleven.figs") {
    sam "Maya asked me about the figures. She was really nice.",
    "He watches one gull for a long time.",
    sam "You could've asked me too. It's all right. I'd have said the same thing, only slower." },
  otherwise_when(took "eleven.drive") {
    sam "Is it fixed, the drive? Maya said to be nice to you.",
    "He's bought you chips. They're the best thing on the boat, and there are a lot of them." },
  otherwise { sam "He's steering with his knee. Since the harbour. I've been watching.",
    "The captain sees you both looking, and peels an egg.",
    when(kept(numbers)) { sam "Lin says you put units on things. I've never heard her say that much about anybody." } },
  when(all { missed(figures), no(took "eleven.sam") }) {
    "He's been to the purser. Passengers, by month, on the back of a chip paper.",
    sam "It was ten o'clock. I know what time it is now." },
  "By the urn hangs the price board. Somebody has been over the fares with a felt pen. You take a photo of the sea.",
  go "evening",
}

scene "evening" { at = "Tue 17:30",
  when(missed(brief)) { "Half past five. Your phone comes back to life in your pocket. One missed call from Maya. No message." },
  otherwise_when(covered(brief)) { "Half past five. Your phone comes back to life. *Drive still bad? Lin's asking a man to come.*" },
  when(missed(numbers)) {
    when(any { missed(brief), covered(brief) }) { "And one from Lin, four minutes past three. *Used last year's. Bus.*" },
    otherwise { "Half past five. Your phone comes back to life. Lin, at four minutes past three: *Used last year's. Bus.*" } },
  when(open(brief)) {
    "You go back up. The cleaner hoovers round your chair, then round it again.", work(brief, 2),
    when(no(done(brief))) { work(brief, 2) },
    when(no(done(brief))) { "At half past nine the light on the stairs goes out by itself.", work(brief, 2) },
    "The last page goes to Maya. On the stairs you say its first line aloud. It holds." },
  otherwise_when(kept(brief)) { "You're home before the shops shut. You buy a lemon and an evening paper." },
  otherwise { spend { energy = 2 },
    "You finish it at home, on the ironing board, next to half a shirt. You look up twice to see if she's written. It goes at twenty to midnight." },
  when(all { open(numbers), no(done(numbers)), due_within(numbers, 18) }) { work(numbers, 2), "Then Lin's numbers, with toast." },
  go "wednesday",
}
