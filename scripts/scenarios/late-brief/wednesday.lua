-- Wednesday and Thursday: the day of the board, and whose half hour it is.
local maya, sam, lin = person "maya", person "sam", person "lin"
local brief, slides, numbers = commitment "brief", commitment "slides", commitment "numbers"
local thursday, secret, answers = commitment "thursday", commitment "secret", commitment "answers"
local pier, six, figures = commitment "pier", commitment "six", commitment "figures"

local grey = flag "grey" -- Maya has told what Dunmore said
local owing = flag "owing" -- something for Sam or Lin was missed, and nothing made up for it
local function remember()
  return when(any { all { missed(slides), no(promised(six)) }, all { missed(numbers), no(kept(pier)) } }) { set(owing) }
end

scene "wednesday" { at = "Wed 09:00",
  when(found(brief)) { go "wed_found" },
  otherwise_when(covered(brief)) { go "wed_covered" },
  otherwise_when(missed(brief)) { go "wed_missed" },
  otherwise { go "wed_kept" },
}

scene "wed_kept" {
  notes {
    watch = "Some will want to tell Sam at once. Ask them what they'd say to Maya afterwards.",
    prompt = "What does she ask of you, and of whom does she not ask it?",
    why = "Being trusted brings new promises, and not only pleasant ones.",
  },
  "Maya is at the copier, feeding it your pages one by one.",
  maya "Page three. I laughed out loud, in the stairwell, at a ferry.",
  "She looks over her shoulder and shuts the door with her foot.",
  maya "Dunmore rang me. They'd like some grey hair in the room on Friday. I said I'd come and sit there.",
  maya "I'll tell Sam on Friday, before. Not a word till then?",
  set(grey),
  choice {
    option "quiet" "“Not a word.”" { promise(secret), maya "Thanks. He'd only lie awake." },
    option "today" "“Tell him today. He'll want an evening with it.”" { steer(maya),
      maya "And what would he do with it, all evening? No. Friday.", "She opens the door again, with the same foot." },
    option "ask" "“What did they say exactly?”" { ask(maya), promise(secret),
      maya "“He's terribly young, isn't he.” I said he'd been born that way.",
      maya "Then she asked if he was nervous on the phone or if it was the line. I said it was the line. Not a word, please." },
  },
  go "wednesday_desk",
}

scene "wed_missed" {
  notes {
    say = "She says it's good. Listen to what she doesn't say.",
    watch = "The relief in the room when she isn't angry.",
    prompt = "Which of the three costs you the morning? What does the morning buy?",
    why = "Owned within a day, before they raise it, a miss costs less. Words alone are soon used up.",
  },
  "Maya is at the copier, feeding it your pages one by one. She's been in since six.",
  maya "Morning. It's good. I read it once, on the bus.",
  "She squares the pages. They were square.",
  maya "Pell has sent nine questions for three o'clock. I'll manage.",
  choice {
    option "own" "“It was yours yesterday, and I didn't ring. Give me the nine.”" {
      notes { why = "Words with a deed behind them. The deed takes two of your four hours." },
      own_up(brief), apologise(maya) { "responsibility", "repair" }, promise(answers),
      when(promised(answers)) {
        maya "No. You didn't ring. I rang you. I stood in the chemist's and listened to it being the sea.",
        maya "Now, then. The small room. Bring a pen that works.", go "nine" } },
    option "explain" "“That alarm took my whole morning.”" { defend(maya),
      maya "It did, didn't it.", "She stood next to you in that yard.",
      maya "I did my expenses in it. You'd be amazed what you can do under a folder." },
    option "leave" "“I'll let you get on, then.”" { maya "Thanks.", "The copier warms up for the next one.",
      "At the door you turn round. She's holding page five up to the window, as if there might be something behind it." },
  },
  go "wednesday_desk",
}

scene "wed_covered" {
  notes {
    watch = "Who says it's too late now, and from when on it was.",
    prompt = "She's on your side here. What does that do to the three answers?",
    why = "A cover-up costs nothing on the day. Owned up in time it counts as a miss, and no more.",
  },
  "Maya is at the copier, feeding it your pages one by one.",
  maya "Morning. It's good. Was that drive off all day? Lin's got a man coming. Eighty pounds, just to look at it.",
  maya "And Pell has sent nine questions for three o'clock, bless him.",
  choice {
    option "own" "“It was off for eleven minutes. I wasn't done.”" {
      notes { prompt = "What does it cost her, to hear it now?" },
      own_up(brief), apologise(maya) { "responsibility", "explanation" },
      "The copier takes a page, and another.",
      maya "I told Lin you'd been sitting there nearly in tears.",
      maya "Then I'll ring off the man.",
      promise(answers), maya "And you and I do the nine questions. Now.", go "nine" },
    option "stick" "“On and off. It's fine this morning.”" { maya "Typical. I'll have him look all the same.",
      "She pats the copier, as if it had been ill too.", "Back at your desk you open the drive. It's fine. You open it once more, to see." },
    option "page" "“Forget the drive. Is page four all right?”" { steer(maya),
      maya "Page four's lovely. You poor thing, at midnight.", maya "Get Lin to show you where she hides the biscuits. Say I said.",
      "They're in the tin marked *Toner*. Lin gives you two." },
  },
  go "wednesday_desk",
}

scene "wed_found" {
  notes {
    watch = "How the room feels about Lin, who only printed a page.",
    prompt = "What's left to say that she can use?",
    why = "Found out, the same lateness weighs far more, and a mark stays.",
  },
  "Behind Maya, at the copier, Lin folds a long sheet of paper in four, and then in eight.",
  lin "The man wanted it. I only pressed print.",
  maya "I sent round a mail about that drive. To everybody. With a little ambulance on it.",
  "They look at you, one over her glasses and one not.",
  choice {
    option "all" "“No. I wasn't done, and I didn't want to ring you.”" {
      apologise(maya) { "responsibility", "regret", "explanation" },
      "Lin looks at the ceiling, where there's nothing.", maya "I'd rather you'd rung. I'm quite nice on the phone.",
      "She does Pell's nine questions by herself, with the door shut." },
    option "short" "“No.”" { apologise(maya) { "responsibility" },
      "The copier asks if anybody has more paper. Lin has. She always has.", maya "Well. Thanks for keeping it short." },
    option "screen" "“It was down on my screen, that's all I know.”" { deny(maya), maya "Then it'll have been your screen.",
      "Lin puts the folded sheet in her cardigan pocket, and buttons it." },
  },
  go "wednesday_desk",
}

scene "nine" {
  notes {
    say = "Two hours of your morning, for an evening of hers.",
    watch = "Who starts typing.",
    prompt = "What's she putting right with these nine, and what are you?",
    why = "Repair is work, and it's her work that you're in. It begins with what she needs answered.",
  },
  "The small room. Maya reads the nine questions out, standing up, with her coat round her shoulders.",
  maya "He numbers them. So that in there he can say, “as I asked in seven”.",
  choice {
    option "which" "“Which one is he really asking?”" { ask(maya),
      maya "Four. Whether anybody will be on them. He sold tea on the first winter boat, in 1961.",
      "So you begin with four, and the others get shorter." },
    option "aloud" "Read each answer out, and wait." { listen(maya),
      maya "No. No. Shorter. Yes, that.", "By number five she's sitting down." },
    option "order" "Begin at one, and type." { "You have six by half past ten, and they're good. She underlines one word in each, and says it under her breath." },
  },
  work(answers, 2),
  maya "All nine. You even did parking.",
  go "wednesday_desk",
}

scene "wednesday_desk" {
  notes {
    say = "The morning ends at one. Maya leaves for the board at half past two.",
    watch = "Whoever is putting something right with Maya has only half of this morning left.",
    prompt = "Where did the other two hours go? On which day were they spent?",
    why = "Keeping has left this morning free. Rebuilding fills it.",
  },
  when(any { all { missed(brief), no(found(brief)) }, missed(numbers) }) { "She pushes the trolley on, and rings an imaginary bell.",
    lin "At one I want your hands, till two. Twelve copies, and a comb that bites." },
  otherwise_when(found(brief)) { "Lin goes by with a trolley of paper, and stops.",
    lin "At one I want your hands, till two. Twelve copies, and a comb that bites." },
  otherwise { "Lin goes by with a trolley of paper and rings an imaginary bell.",
    lin "Don't get up. At one I want your hands, till two. Twelve copies, and a comb that bites." },
  desk { till = "Wed 13:00", talk = {},
    option "paper" "Sit with Lin over the paper samples." { when = no(knows(lin, "easter")),
      ask(lin),
      lin "That one's Munken, feel it. That one's just white. This is what they print divorces on.",
      "You ask who'll know all this after her.",
      lin "I stop at Easter. I'd like somebody to have felt them all before that. You've got decent thumbs.", learn(lin, "easter") },
    option "pier" "Go down to Lin about last year's posters." { when = all { missed(numbers), no(promised(pier)) },
      costs = { hours = 1 }, apologise(lin) { "responsibility", "repair" },
      lin "There's a pier nine this year. It's the one they go from.", promise(pier),
      when(promised(pier)) { work(pier, 1), "You ring the works, and stay on the line till a man called Gerry finds you the corner of somebody's calendar.",
        lin "He sang along to the hold music, didn't he." } },
    option "stairs" "Sit on the stairs while Sam practises." { when = no(took "wednesday_desk.stairs"),
      listen(sam), "He says one sentence about bread eleven times. It gets shorter.",
      "On the twelfth a word won't come. He waits for it, the way you wait for a kettle, and it comes.",
      sam "You can laugh. No, you can't. It's a serious bun.",
      when(all { missed(figures), no(knows(sam, "phone")) }) {
        sam "I did ring Kestrel, you know. I got stuck on the K. She said hello, hello, and hung up. Twice.", learn(sam, "phone") } },
  },
  go "owed",
}

-- Whoever still owes something this afternoon can say so now; at two and at three it's a miss.
local function words_due() return all { open(slides), no(done(slides)), due_within(slides, 2) } end
local function three_due() return all { open(numbers), no(done(numbers)), due_within(numbers, 3) } end

scene "owed" { at = "Wed 13:00",
  notes {
    watch = "Who goes down and holds the combs, and hopes.",
    prompt = "Whose hour is it now? Who has been asked?",
    why = "At one it's still a new date. At two it's a miss.",
  },
  when(any { words_due(), three_due() }) {
    "Downstairs the cutter has stopped.",
    when(words_due()) { "There are slides of Sam's with no words on." },
    when(three_due()) { "The yellow note is still on the lamp." },
    choice {
      option "finish" "“Lin, start without me.” Write for Sam till two." { when = words_due(), steer(lin), work(slides, 1),
        "She's done four by then, and bled a bit." },
      option "sam" "Past Sam's desk first: “Could it be tomorrow at nine?”" { when = words_due(), move(slides, "Thu 09:00"),
        sam "Nine, okay. I'll start with bread." },
      option "which" "“Lin, your three numbers or your combs?”" { when = three_due(), ask(lin),
        lin "The numbers. Nobody stands on a pier and waits for pink.", work(numbers, 2),
        "She does all twelve by herself. You can hear each of them.", go "board" },
      option "tomorrow" "“Lin, your three numbers. Could it be tomorrow at ten?”" { when = three_due(), move(numbers, "Thu 10:00"),
        lin "Tomorrow. The plates don't mind. I mind a bit." },
      option "hands" "Go down. She's got the combs out." { "She's cleared you a corner." },
    } },
  go "binding",
}

-- A plain no, or a soft yes. Whoever has done the nine has no decision left in them.
scene "binding" {
  notes {
    watch = "Who is kind to Lin here, and what she does with it.",
    prompt = "Twelve copies are done. Is there still a point in saying it?",
    why = "A standard is broken without malice: she asked for a plain answer.",
  },
  "You hold the combs, Lin turns the handle. Twelve copies, in pink covers.",
  when(promised(answers)) { lin "There was pink left. Don't say “lovely”." },
  otherwise { lin "There was pink left. Yes or no?",
    choice {
      option "nice" "“It's cheerful. I think they'll like it.”" { breaks(lin, "candour"), lin "Cheerful.",
        "She knocks the pile straight on the table, twice." },
      option "no" "“No. It looks like a menu.”" {
        "She holds one away from her.", lin "With prawns. Off they come, then. I'd sooner have your no than Pell's.", clarify(lin, "candour"),
        "The comb bites each of you once.", spend { minutes = 30, energy = 1 } },
      option "ask" "“What do you want to hear?”" { ask(lin),
        lin "A no, if it's a no. I've got forty years of “lovely” in a drawer.", clarify(lin, "candour"),
        "So you say no. She hands you the first one to take apart.", spend { minutes = 30, energy = 1 } },
    } },
  go "board",
}

scene "board" { at = "Wed 17:05",
  when(kept(brief)) { "Maya comes up the stairs two at a time.",
    maya "Pell asked about parking, then he said yes. To all of it. I want chips.",
    "She wants them now, from the van. You get the fork with three prongs left.",
    maya "He's asked for you in spring. “The one with the verbs.”" },
  otherwise_when(kept(answers)) { "Maya comes up the stairs, one at a time.",
    maya "Nine questions, nine answers. He had to fall back on the weather. They've said yes to half.",
    maya "Page five I read out like a hostage, mind.",
    "On her sheet there are nine ticks, and a drawing of a car park." },
  otherwise { "Maya hangs up her coat, takes it off the hook, and hangs it up again.",
    maya "Yes to half. The rest in spring. Somebody wanted to know about page five, and so did I.",
    "She asks if anybody's got a plaster. New shoes, for the board. Lin's drawer has some. Nobody mentions chips." },
  when(kept(slides)) { "From the stairwell you can hear Sam telling the fire extinguisher about bread. He's on slide four." },
  when(accepts(maya)) {
    maya "Tomorrow at four, the small room, you and me? Half an hour. I've moved my dentist.", promise(thursday) },
  otherwise { "She goes past your desk to the kitchen, and past it again on the way back." },
  when(any { open(slides), open(numbers) }) { go "thursday_early" },
  otherwise { go "thursday" },
}

-- Thursday ----------------------------------------------------------------------------------------------

scene "thursday_early" { at = "Thu 07:00",
  "You're in at seven, for what you've moved. The heating comes on at nine.",
  when(open(slides)) { work(slides, 3), "You put Sam's words on his keyboard, in big letters. He reads them standing up." },
  when(open(numbers)) { work(numbers, 2), "Lin's three numbers go on a yellow note, on her own lamp." },
  go "thursday",
}

scene "thursday" { at = "Thu 15:35",
  notes {
    say = "Two people, one half hour. One of them booked it.",
    watch = "Who would ring, who would text, and who would just be late.",
    prompt = "What would you need to know about Maya's half hour to choose?",
    why = "A one-on-one that is skipped is a broken promise, even for a good reason.",
  },
  "Lin does up her coat under the clock.",
  when(kept(answers)) { lin "Maya showed me your nine. She wanted me to see the car park." },
  when(took "binding.nice") { lin "Pell asked if the pink one was the wine list. I'd asked you.", "She does up the top button too." },
  lin "The lights are yours. Don't let him practise on an empty stomach.",
  "Sam is in your door, with the laptop on both hands.",
  when(missed(slides)) { sam "I did words. Slide six just says “Bread”. It's quite strong." },
  sam "It's noon tomorrow. Could you be Dunmore for half an hour? Now-ish?",
  when(is(grey)) { sam "And Maya's being so nice to me. Has somebody said something?" },
  choice {
    option "four" "“After five. Maya's got me at four.”" { when = promised(thursday),
      when(is(grey)) { "He waits a little longer than the answer took.", sam "Five. Sure." },
      otherwise { sam "Five's good. I'll eat something." }, go "small_room" },
    option "words" "“Five, and your words first. They were mine to do.”" { when = missed(slides),
      notes { why = "Late, but a deed: it takes two hours of the evening, and he still has the night." },
      apologise(sam) { "responsibility", "repair" }, promise(six),
      when(promised(six)) { sam "Six to eleven were. I like my one to five." }, go "small_room" },
    option "half" "Ring Maya. “Could it be half past four?”" { when = promised(thursday),
      notes { prompt = "She says yes. What did it cost, and what would it have cost this morning?" },
      move(thursday, "Thu 16:30"),
      when(moved(thursday)) { maya "Half past. Then I'm eating your biscuit.", spend { minutes = 50 },
        "You fold your arms and are Dunmore. Sam gets stuck once, breathes out, and starts the slide again. You ask what a bun costs, and he knows, to the penny." },
      otherwise { sam "It's okay. Five?" },
      go "small_room" },
    option "stay" "“Now's good. Maya will understand.”" { when = promised(thursday), go "rehearsal" },
    option "now" "“Now's good.”" { when = no(promised(thursday)),
      "He's already brought the second chair as far as the corridor.", go "rehearsal" },
    option "first" "“Five. I want to catch Maya first.”" { when = no(promised(thursday)),
      sam "She's at her desk. Sort of.", go "closed" },
    option "say" "“They want somebody older in there. Maya's coming along.”" { when = is(grey),
      notes { prompt = "Kind, or honest? To whom?" },
      when(promised(secret)) { breaks(secret) }, listen(sam),
      sam "Older. Right. Okay.", "He shuts the laptop very gently.",
      sam "I'd sooner know it in my kitchen than in their lift. Thanks.",
      "He goes back to the stairs. It's a while before you hear anything about bread.", go "small_room" },
  },
}

scene "rehearsal" { at = "Thu 15:45",
  notes {
    say = "He's got this sentence on nine of forty. What helps?",
    watch = "How hard it is not to finish his sentence.",
    prompt = "Somebody may be sitting in the small room. Who thought of it just now?",
    why = "A question, silence, good advice: he tells you what each of them did. The hour comes out of somebody else's.",
  },
  remember(),
  "Sam puts out one chair for himself and one for you. You're Dunmore, so you fold your arms. He says good morning to a bakery, and means it.",
  sam "Be a bit mean. They will be. They're bakers, they've been up since two.",
  choice {
    option "where" "“Where does it get stuck?”" { ask(sam),
      sam "At B. Anything with a B, cold. I know. I picked a bakery.",
      sam "If I've said it forty times, it goes. I'm on about thirty. Slide six is on nine.", learn(sam, "mouth") },
    option "listen" "“All of it, from the top. I'll just listen.”" { listen(sam),
      "On slide six he stops, breathes out, and starts the slide again. It's better the second time.",
      sam "You didn't finish my sentence. People do. My dentist does." },
    option "six" "“Slide six is too long. Cut the history.”" { fix(sam), sam "That's my nan's favourite. But yeah.",
      "He cuts it. The next one comes out faster, and he gets stuck on it, and looks at where six was." },
  },
  when(promised(thursday)) {
    "At twenty past four Maya comes out of the small room, carrying two mugs. She takes both to the kitchen and you hear the tap." },
  otherwise { "At half past four he says that's enough, and gives you half a cold bun. Through the glass Maya is typing with her headphones on." },
  go "friday",
}

scene "small_room" {
  remember(),
  when(accepts(maya)) { go "talk" },
  otherwise { attend(thursday), go "closed" },
}

scene "talk" {
  notes {
    say = "Half an hour. Whose is it?",
    watch = "Which sentences make her talk, and which make her polite.",
    prompt = "What do you know about Maya now that you didn't on Monday?",
    why = "Whose agenda, open questions, silence: they change what can be said tomorrow.",
  },
  "The small room. Maya has brought two mugs, and put yours out of the draught.",
  one_on_one(maya) { minutes = 30, rounds = 2, meets = thursday,
    option "start" "“You start.”" { their_agenda, maya "Oh. Nobody's tried that. Give me a second.",
      "She takes a folded list from her sleeve, reads it, and puts it back." },
    option "share" "“Ten minutes each, and ten for the rest?”" { shared_agenda, maya "Very fair. You'd make a good ferry.",
      "She puts her watch on the table, between the mugs, and then her hand on the watch." },
    option "points" "“I've got three points, I'll be quick.”" { my_agenda,
      "Page numbers, the shared folder, your chair. She turns her phone face down.", maya "Go on, then." },
    option "board" "“What was it like in there yesterday?”" { ask,
      maya "Warm. They heat it so that you agree to things.",
      maya "If Kestrel goes, there are two desks too many here. I do the sums on the stairs. So nobody sees.", learn(maya, "desks"),
      "You'd thought it was her knees." },
    option "quiet" "Say nothing, and leave the mug where it is." { listen, "The radiator ticks. It takes her a minute.",
      maya "I like standing up there. I do. I like it when I know what's under page five.",
      maya "I used to be the one who was late, you know. At your desk. Before Ben." },
    option "march" "“Was it March again?”" { when = knows(maya, "march"), ask,
      maya "In March I said it was the printer. Pell rang the printer. He got Lin, and Lin doesn't lie before lunch.", learn(maya, "printer"),
      when(kept(brief)) { maya "No. This time I only had to be good." },
      otherwise { maya "This time I said we were late. It's quicker. They looked at me as if I'd asked for money." } },
    option "early" "“When something slips, how soon do you want to know?”" { when = no(clarified(maya, "notice")),
      ask, maya "Half a day. By phone. I've got four hundred mails, and one of them's yours.",
      maya "With half a day I can move a hairdresser. I can nearly move Pell.", clarify(maya, "notice") },
    option "sorry" "“You stood up without an evening with it. That was me.”" { when = missed(brief),
      apologise(maya) { "responsibility", "regret" }, maya "It was, yes.",
      "She drinks, and looks at you over the rim.", maya "Thank you. I'd prepared a whole speech. It had a bit about the sea." },
    option "drive" "“The drive was fine on Tuesday. I wasn't.”" { when = covered(brief),
      own_up(brief), apologise(maya) { "responsibility", "regret" }, maya "I felt sorry for you. I told people.",
      "She turns the mug round, once, by its handle.", maya "No, it's good that you say so. Give me a minute to think it's good." },
    option "alarm" "“With that alarm nobody could have done it.”" { when = any { missed(brief), owned(brief) }, defend,
      maya "Lin did an order in the yard. On her knee, in the rain.", "She looks for something in her bag, for longer than it takes." },
    option "dates" "“From now on you'll get a date for everything.”" { fix,
      when(any { missed(brief), owned(brief) }) { vow(maya), maya "I had a date.", maya "Sorry. Yes. That would be good." },
      otherwise { maya "Please don't make it a form. Ben made it a form, with colours." } },
    option "trial" "“While we're here: my trial period.”" { when = kept(brief), steer,
      maya "I signed it last week. Was that the point?", "It was. You drink your tea, and she talks about her dentist." },
  },
  go "thursday_five",
}

scene "closed" {
  notes {
    say = "She's being polite. What's left to do?",
    watch = "Who wants to explain it all after all.",
    prompt = "Whose turn is it? How would you notice that it's yours again?",
    why = "Below a certain point they decide when there's talking. One can still leave the door to them.",
  },
  remember(),
  "The small room is dark, with the chairs up on the table. Maya is at her desk, with one side of her headphones off.",
  maya "Not today, if that's all right. I'd only be polite.",
  "Behind her on the board is a list for spring. You look for your name, and find it under *printing*.",
  choice {
    option "say" "“You say when.”" { their_agenda(maya), maya "I'll send you something.", "She writes it on her hand, under *milk*. The ink doesn't take at first, and she goes over it." },
    option "one" "“One sentence. It was late, and that was me.”" { apologise(maya) { "responsibility", "regret" },
      maya "Yes.", "She nods, twice. She leaves that side off until you've gone." },
    option "tea" "Put a tea down next to her and go." { listen(maya), "She says thank you to the mug. When you pass at five, it's been drunk." },
  },
  go "thursday_five",
}

scene "thursday_five" {
  when(any { took "thursday.four", took "thursday.first" }) { listen(sam),
    "At five you're Dunmore. Sam gets stuck once, breathes out, and starts the slide again. It's better the second time." },
  when(promised(six)) { "At five you type and Sam talks. The nan goes in, and what her kitchen smelt of at four in the morning.",
    work(six, 2), "On the stairs you hear him begin, for the first of forty." },
  go "friday",
}
