-- Thursday: what a machine remembers, four hours, and a number that's already there.
local imelda, farid, tomasz = person "imelda", person "farid", person "tomasz"
local eleven, card, turbot, letters = commitment "eleven", commitment "card", commitment "turbot", commitment "letters"
local cards, book = commitment "cards", commitment "book"
local ill, gil, seen, fudge = flag "ill", flag "gil", flag "seen", flag "fudge"
local faced = flag "faced"

-- What she knows by now: made up, and said or found · not there, and said · nothing to know · nothing yet.
local function out() return any { found(eleven), took "fitter.own", took "crab.own" } end
local function sorry() return any { found(eleven), took "fitter.own" } end
local function honest() return any { took "late.stay", took "tuesday.early" } end

scene "thursday" { at = "Thu 09:20",
  when(is(ill)) { "The answering machine has four messages from table six. In the last one the lady of seventy-one says not to worry. She's on dry toast, and she's had worse in Margate.",
    when(covered(eleven)) { imelda "Well, it wasn't us. We were at four." } },
  when(found(eleven)) { go "lid_found" },
  otherwise { go "fitter" },
}

-- In the night somebody has put two things side by side.
scene "lid_found" {
  "The book is lying open on the pass. Next to *Tue 23.00: 4* lies the lid of a fish box. *01.30. It was off. 11. I put it back. F.*",
  farid "I looked for where you'd stuck it. Then I saw you hadn't needed it.",
  "He's stayed. He's got his coat on, and his bicycle clips.",
  go "found",
}

scene "fitter" {
  notes {
    say = "Ten minutes ago this was still yours to tell.",
    watch = "Who hopes for the printer to jam.",
    prompt = "What's the difference between telling her now and telling her in five minutes?",
    why = "Owned up before it's found out, it is a late miss. After that it's a deception, and the mark stays.",
  },
  "The fitter's called Bea. She's got a torch in her teeth and both arms in the wall. She talks round the torch.",
  "“Relay,” she says. “And this one keeps a diary, did you know? Every ten minutes since you bought it. Shall I print you the week?”",
  imelda "Oh, yes. Frame it for the bank.",
  "Bea looks for a plug. It'll take five minutes, it's an old printer.",
  when(covered(eleven)) {
    choice {
      option "own" "“Imelda. Before that prints: the four's made up.”" { own_up(eleven), apologise(imelda) { "responsibility", "regret" },
        when(covered(card)) { own_up(card), "You put Farid's lid next to her phone." },
        "The printer starts. It prints for a long time, and she doesn't turn round for it.",
        imelda "I've stood in front of the bank with that book in my bag.", imelda "Thank you for the five minutes.", go "after" },
      option "wait" "Hold the torch for Bea." { found_out(eleven), "It comes out in one long piece. Imelda reads it standing, a hand's breadth at a time. Then she goes and gets the book.", go "found" },
      option "file" "“Just leave it with me. I'll file it.”" { "Imelda is on the phone again. Bea gives you the roll, still warm, and you put it where the candles are.",
        "“I'll send it with the bill anyway,” she says. “They like a bit of paper.”", go "after" },
    } },
  otherwise_when(is(fudge)) { "It comes out in one long piece. *Wed 01.30: 11.2.* Imelda holds it beside the book, where it says 4 in her own writing.",
    "Bea packs her things away quickly, like somebody who's walked in on a couple.",
    found_out(card), farid "So I can still tell the time.", "He's come for his wages. Nobody had heard the door.",
    imelda "That was me, Farid. I rubbed you out. I was frightened for the fish.", "He looks at your line, above hers. He waits a moment, to see if it's got anything to say.",
    choice {
      option "me" "“She asked me what it was. I said four.”" { apologise(farid) { "responsibility", "regret" },
        farid "The one before you used to say it was the damp.", "He takes his wages, and leaves the door open. It's the first time anybody's seen him forget a door." },
      option "ask" "“What did they do when you wrote thirty-eight?”" { ask(farid),
        farid "Went home, and came back with thirty-eight. They weren't bad people. They'd a lorry.", learn(farid, "weigher") },
      option "no" "Let her have said it." { "He nods to Imelda, and not to you. There's nothing in it. It's only that he's the sort that nods to everybody." },
    }, go "after" },
  otherwise_when(kept(eleven)) { "It comes out in one long piece. Imelda holds it beside the book and goes down it with her finger. It agrees, line for line, even where it's bad.",
    imelda "Look at that. It's like being married to somebody sensible.",
    when(took "crab_two.strike") { "On the wall, round the hole in the lid, there's more felt pen since this morning. *06.10. Seen. F.*" }, go "after" },
  otherwise { "It comes out in one long piece. *Tue 23.00: 6.1. Wed 01.30: 11.2.*",
    when(took "crab.own") { "In the book there's a 4, crossed out, so that it can still be read." },
    otherwise_when(took "lid.farids") { "In the book it says *no reading*, in her own hand." },
    otherwise { "In the book there's an empty box." },
    when(owned(eleven)) { imelda "So that's what I paid six hundred pounds for. It'd have been somebody's stomach." },
    otherwise { imelda "Farid looked, and the machine looked.", "She doesn't go on with the list." }, go "after" },
}

scene "found" {
  notes {
    say = "Nobody say what they'd say. First: what does she need to know?",
    watch = "How quickly we offer her a reason.",
    prompt = "Which of these could she use tomorrow?",
    why = "After a deception an apology does little and a promise somewhat. What carries comes later, if it comes. No sentence does it.",
  },
  mood(imelda, "cold"), set(faced),
  when(covered(card)) { found_out(card), "Farid's lid is between them. It has a crease in it, the size of a pocket." },
  "Imelda has laid one ruler under it, and another under the line in the book.",
  imelda "Four. Eleven.", when(took "box.know") { imelda "And it's my four. I wrote it for you." },
  when(is(gil)) { imelda "I rang Gil. I said things to him I've never said to anybody, and then he said sorry." },
  when(is(ill)) { imelda "A lady of seventy-one. It was her birthday." },
  "She isn't loud. In the scullery Tomasz has turned off the tap.",
  choice {
    option "all" "“I wasn't here. You asked in passing, and I said fine.”" {
      apologise(imelda) { "responsibility", "regret", "explanation" },
      imelda "I did ask in passing.", "She thinks about it. You can see it's no help to either of you." },
    option "next" "“It was a lie. You'll get the number that's there. Always.”" {
      vow(imelda),
      imelda "That was the idea on Tuesday.", "She shuts the book. She doesn't put it back on its nail." },
    option "every" "“Every kitchen fills that in afterwards.”" { deny(imelda),
      imelda "I know they do. I was in one.", "She says it without looking up. She turns her cuff back down, and does up the button." },
    option "names" "“Give me their names. I'll ring all of them, today.”" { when = is(ill),
      vow(imelda),
      imelda "You don't get to ring. When you ring, they have to say it's all right. You can write." },
    option "gil" "“I'll ring Gil. Now. I'll tell him it was good.”" { when = is(gil),
      vow(imelda),
      imelda "You don't get to ring. When you ring, he has to say it's all right. You can drive out and look at him." },
  },
  imelda "From tonight Tomasz writes it. He's nineteen, he can still be frightened of things.",
  when(all { took "fitter.file", open(turbot) }) { go "friday_turbot" },
  otherwise_when(took "fitter.file") { go "friday" },
  otherwise { go "after" },
}

scene "after" { at = "Thu 10:40",
  when(any { found(eleven), took "fitter.own" }) { promise(letters),
    when(promised(letters)) { imelda "Whoever ate here on Wednesday gets a letter. Twelve tables. By five, please, and I read them first." },
    otherwise { "She's taken the writing pad out of the drawer herself. She writes at the bar, with her back to the room." } },
  otherwise { promise(cards), imelda "Thirty cards for the big table, by five. In ink, please. The bank likes ink." },
  when(promised(turbot)) { "Tomasz has put the biggest turbot in the house on ice, with a cloth over it, like somebody famous." },
  go "desk",
}

talk(imelda) { minutes = 60, rounds = 2,
  option "start" "“What do you want to talk about?”" { their_agenda, imelda "The bank. It's easier.",
    imelda "If they like it, there's a new cold room in November. If they don't, there's a carpet shop that's asked.", learn(imelda, "bank") },
  option "half" "“Friday first. And then whatever you like.”" { shared_agenda, imelda "Friday's thirty people and a fish. Go on.", "Nobody gets as far as what she'd like." },
  option "mine" "“Can I start? I've been thinking.”" { my_agenda, imelda "I'm sure you have.", "She carries on folding napkins. She's good at it, they come out like boats." },
  option "buckets" "“What do you see, when you open that door?”" { ask,
    when(knows(imelda, "mussels")) { imelda "Eleven names. I could say them to you. And that bucket, in felt pen. He'd done the handle very carefully." },
    otherwise { imelda "A list. Twelve years ago there were eleven on it. A boy of nine drew me the bucket. I've still got that." },
    learn(imelda, "mussels") },
  option "fold" "Take a napkin, and fold." { listen, "Yours come out like hats. At the tenth she says:",
    when(out()) { imelda "The thing is, I'd have believed you if you'd said you forgot. I'd have been wild, and I'd have believed you." },
    otherwise_when(covered(eleven)) { imelda "I slept last night. First time since the bank wrote. I thought, somebody reads it, and it isn't me." },
    otherwise_when(took "late.stay") { imelda "When you rang on Tuesday, I had my hand on the phone and I was saying four. Four, four. If you'd said it, I'd have thanked you and slept.", learn(imelda, "pen") },
    otherwise_when(took "waver.four") { imelda "It was the easiest four I ever wrote. That's the bit I can't get past.", learn(imelda, "pen") },
    otherwise_when(took "tuesday.early") { imelda "Another minute on Wednesday, and I'd have made it a four without you. I was that close. I'd have called it tidying.", learn(imelda, "pen") },
    otherwise { imelda "I'd seen the box was empty before I asked you. I had the pen in my hand. I put it down because I heard the gate.", learn(imelda, "pen") } },
  option "sorry" "“I'm sorry. I want you to know that.”" { when = sorry(), apologise(imelda) { "regret", "forgiveness" },
    imelda "I know that. You've a very sorry face.", "She takes the next napkin." },
  option "machine" "“There's a box that logs it by itself. Forty pounds.”" { fix,
    imelda "I don't want a box. I want to go home at ten, and not think of you." },
  option "train" "“The train was at twenty to eleven. You knew that.”" { when = no(any { honest(), covered(eleven) }), defend,
    imelda "I did know that.", imelda "I've been thinking about it, too." },
}

scene "desk" { at = "Thu 11:00",
  notes {
    say = "Four hours. One thing at two o'clock. You can't do it all.",
    watch = "Groups that spend the whole time with Imelda.",
    prompt = "Which of these is for her, and which is for you?",
    why = "Repair takes hours from other people. Tomasz has done nothing, and he's on ice.",
  },
  desk { till = "Thu 15:00", talk = { imelda },
    option "gil" "Drive out to Gil and tell him it wasn't his crab." { when = all { is(gil), no(covered(eleven)) },
      clear(gil), "He's mending a pot. He goes on mending it while you say it.",
      "“Nineteen years,” he says. “I threw out forty more, on the strength of that.” Then he gives you tea out of the lid of a flask." },
    option "prep" "Turn vegetables for thirty. Nobody talks to you." { "Carrots are restful. They're all the same, and each of them is slightly wrong." },
  },
  "At three there's a smell of stock, and of floor.",
  when(no(found(eleven))) { promise(book),
    when(promised(book)) { imelda "Tonight's eleven, please. Bea says a new relay wants watching for one night." } },
  when(missed(turbot)) { "The turbot's still on its ice. The cloth's been taken off, and folded.", tomasz "It's all right, Chef. You're busy." },
  otherwise_when(kept(turbot)) { "The turbot lies on the board in two halves, and the bone beside it like a comb. Tomasz did the second side. He's cut himself, and he's showing people." },
  go "second",
}

scene "second" { at = "Thu 22:40",
  notes {
    say = "Twenty to eleven, two days later.",
    watch = "The silence, when the room sees whose writing that is.",
    prompt = "Who taught him that? Was it ever said?",
    why = "What one does, others see and copy. It's the dearest line in the bill, and it's in round handwriting.",
  },
  when(is(seen)) {
    "Twenty to eleven. You're the last one. The book hangs on its nail again, and Thursday's box is filled in already. *23.00: 4.* It's round handwriting. Tomasz went home at ten.",
    "The new relay hums. Eleven is twenty minutes off.",
    choice {
      option "ring" "Wait till eleven, read it, then ring Tomasz." { spend { minutes = 20 }, when(promised(book)) { attend(book) },
        "Six. A new relay settles. You put ice on what needs it, and ring.",
        ask(tomasz), when(took "box.know") { tomasz "She did it without opening the door, Chef. I thought that's allowed." },
        otherwise { tomasz "You did it in one stroke, Chef. I thought that's the trick." }, learn(tomasz, "copy"),
        "He comes on his bicycle, with his jacket over his pyjamas. He writes *6* next to his 4, and his name. You write yours." },
      option "strike" "Wait, read it, cross his out, write yours. Leave it." { spend { minutes = 20 }, when(promised(book)) { attend(book) },
        steer(tomasz), "Six. You put ice on what needs it. You cross out the 4 so that it can still be read, and write *6*.",
        "In the morning Imelda reads it. She goes to the scullery, and shuts the door behind her and Tomasz. You can't hear anything, it's a good door." },
      option "leave" "There's a number in the box. Go home." { "You lock up. It's a mild night. All the way up the hill there's a hum, and then you notice that it's you." },
    } },
  otherwise {
    "Twenty to eleven. You're the last but one. Tomasz is drying a pan that's been dry for a while. Your bus goes at five to.",
    tomasz "Chef, if you're not here, what do you write? Just so that I know.",
    choice {
      option "nothing" "“You write nothing.” Wait for eleven with him." { spend { minutes = 20 }, when(promised(book)) { attend(book) },
        listen(tomasz), "You stand there together, in the cold. It says six. A new relay settles. You put ice on what needs it, and he writes the six. It's a careful six." },
      option "bus" "“You ring her.” Then ring Imelda: could it be ten to?" { move(book, "Thu 22:50"),
        spend { minutes = 10 }, when(moved(book)) { attend(book), imelda "Ten to. Write *ten to*, then.", "It says six. You write *22.50: 6*, put ice on what needs it, and run for the bus with one arm in your coat." },
        otherwise { imelda "No. Eleven.", "You look at the bus from inside." } },
      option "him" "“You look. Tonight that's you, all right?” Get the bus." { tomasz "Me? On my own?",
        "On the bus your phone buzzes. *6. i put ice. is that right*. It's one minute past eleven.",
        when(open(book)) { spend { minutes = 32 } } },
    } },
  when(any { open(letters), open(cards) }) { go "friday_early" },
  otherwise { go "friday_morning" },
}
